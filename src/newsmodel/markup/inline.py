"""The running text of a paragraph as it is read: text, marks by offset, the places of identifiers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import Factory, define, evolve, frozen

from newsmodel.model import Mark, MarkKind
from newsmodel.model.values import many_lines, squeeze

if TYPE_CHECKING:
    from lxml import etree

EXCLUSIVE = (MarkKind.LINK, MarkKind.LANGUAGE)
"""Kinds of which a character has one at the most."""


@frozen(eq=False)
class Found:
    """A mark, or (``kind`` None) an identifier, with the element and the attributes that say it."""

    kind: MarkKind | None
    start: int
    end: int
    value: str | None
    element: etree._Element
    names: tuple[str, ...] = ()

    def mark(self) -> Mark:
        """Return the mark as the model has it."""
        href = self.value if self.kind is MarkKind.LINK else None
        language = self.value if self.kind is MarkKind.LANGUAGE else None
        return Mark(self.kind or MarkKind.LINK, self.start, self.end, href, language)


@define
class Running:
    """Running text while it is read. White space of the source is a space, a break is a line end; with ``preserve`` line ends stay.

    What is found must be added inner first.
    """

    preserve: bool = False
    said: bool = False
    """Whether there was any text so far."""
    length: int = 0
    found: list[Found] = Factory(list)
    _pieces: list[str] = Factory(list)

    def add(self, text: str | None) -> None:
        """Add text of the source."""
        if text:
            if "\r" in text:
                text = text.replace("\r\n", "\n").replace("\r", " ")
            if "\t" in text:
                text = text.replace("\t", " ")
            if not self.preserve:
                text = text.replace("\n", " ")
            self.said = self.said or not text.isspace()
            self._pieces.append(text)
            self.length += len(text)

    def line_break(self) -> None:
        """Add a line break."""
        self._pieces.append("\n")
        self.length += 1

    def finish(self) -> Finished:
        """Bring the text to its normal form."""
        raw = "".join(self._pieces)
        if not self.found:
            return Finished(many_lines(raw), (), ())
        text, offsets = squeeze(raw)
        placed = [evolve(each, start=offsets[each.start], end=offsets[each.end]) for each in self.found]
        kept = [each for each in placed if each.kind not in EXCLUSIVE and each.start < each.end]
        for kind in EXCLUSIVE:
            kept += _without_overlaps([each for each in placed if each.kind is kind])
        carried = {(each.element, each.kind) for each in kept}
        lost = [each for each in placed if (each.element, each.kind) not in carried]
        return Finished(text, kept, lost)


@frozen(eq=False)
class Finished:
    """Running text in its normal form, what was found in it, and what of it covers no text and is lost."""

    text: str
    found: Sequence[Found]
    lost: Sequence[Found]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks."""
        return tuple(each.mark() for each in self.found if each.kind is not None)

    @property
    def identifiers(self) -> Iterator[Found]:
        """The identifiers."""
        return (each for each in self.found if each.kind is None)


def _without_overlaps(found: Iterable[Found]) -> Iterator[Found]:
    """Let the inner of two nested links or languages win, as a browser does. Inner ones come first in ``found``."""
    covered: list[tuple[int, int]] = []
    for each in found:
        if each.start >= each.end:
            continue
        inside: list[tuple[int, int]] = []
        while covered and covered[-1][0] >= each.start:
            inside.append(covered.pop())
        at = each.start
        for start, end in reversed(inside):
            if at < start:
                yield evolve(each, start=at, end=start)
            at = end
        if at < each.end:
            yield evolve(each, start=at, end=each.end)
        covered.append((each.start, each.end))
