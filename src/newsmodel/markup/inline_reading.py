"""From inline markup to running text with marks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import define, frozen

from newsmodel.errors import ModelError
from newsmodel.markup.dialect import Part, Tag
from newsmodel.markup.inline import Finished, Found, Running
from newsmodel.markup.notes import Notes
from newsmodel.model import Block, Mark, MarkKind
from newsmodel.syntax.xml import texts_of

if TYPE_CHECKING:
    from lxml import etree


POINTERS = frozenset({Part.SAID, Part.NAMED, Part.MOMENT})
"""Parts that say something of their text that is no mark."""
MOST_DEPTH = 64
"""How deep markup is followed: deeper than any page's, and shallow enough for Python's stack."""


@frozen(eq=False)
class Stray:
    """A block met in running text, on its way out; ``moved`` says whether text stood before it."""

    block: Block
    element: etree._Element
    moved: bool


@define
class Inline:
    """Reads one run of inline content: its text and marks, and the blocks that strayed into it."""

    notes: Notes
    figure: Callable[[etree._Element], Block]
    """Makes a block of something to be shown."""
    running: Running
    strays: list[Stray]
    _depth: int = 0

    @classmethod
    def start(
        cls, notes: Notes, figure: Callable[[etree._Element], Block], *, preserve: bool = False
    ) -> Inline:
        """Begin with nothing."""
        return cls(notes, figure, Running(preserve), [])

    @property
    def blank(self) -> bool:
        """Whether nothing was read so far but white space."""
        return not (self.running.said or self.running.found or self.strays)

    def inside(self, element: etree._Element) -> None:
        """Read all that is in an element."""
        self.running.add(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.read(child)
            self.running.add(child.tail)

    def read(self, element: etree._Element) -> None:
        """Read an element."""
        tag = self.notes.tag(element)
        match tag.part if tag else None:
            case Part.SKIP:
                self.notes.lose(element, "about the document")
            case Part.BREAK:
                self.running.line_break()
                self.notes.empty(element)
            case Part.IMAGE | Part.MEDIA:
                self._stray(self.figure(element), element)
            case Part.KEPT:
                self._stray(self.notes.kept(element), element)
                self.running.add(" ")
            case _ if tag is not None and tag.block:
                self.notes.unread(element, "a block in running text; its text is kept")
                self.running.add(" ")
                self._text(element, tag)
                self.running.add(" ")
            case _:
                self._text(element, tag)

    def finish(self, *, marks: bool = True) -> Finished:
        """Return what was read; without ``marks``, whoever asks cannot carry them."""
        done = self.running.finish()
        for each in done.lost if marks else self.running.found:
            self.notes.give_back(each.element, *each.names)
        return done

    def _stray(self, block: Block, element: etree._Element) -> None:
        self.strays.append(Stray(block, element, self.running.said))

    def _text(self, element: etree._Element, tag: Tag | None) -> None:
        start = self.running.length
        if self._depth >= MOST_DEPTH:
            self.notes.lose(element, f"nested deeper than {MOST_DEPTH}; its text is kept")
            self.running.add(" ".join(texts_of(element)))
            return
        self._depth += 1
        self.inside(element)
        self._depth -= 1
        if tag is None:
            self.notes.unread(element, "an unknown tag; its text is kept")
        elif tag.part is Part.MARK:
            self._found(tag.argument, start, None, element)
        elif tag.part is Part.LINK and (href := self._address(element)):
            self._found(MarkKind.LINK, start, href, element, "href")
        elif tag.part in POINTERS:
            self._found(None, start, None, element)
        before = self.notes.taken(element)
        if language := self.notes.language(element):
            self._found(MarkKind.LANGUAGE, start, language, element, *(self.notes.taken(element) - before))
        if name := element.get("id"):
            self._found(None, start, name, element, "id")

    def _found(
        self, kind: MarkKind | None, start: int, value: str | None, element: etree._Element, *names: str
    ) -> None:
        self.notes.take(element, *names)
        self.running.found.append(Found(kind, start, self.running.length, value, element, names))

    def _address(self, element: etree._Element) -> str | None:
        """Return where a link goes, if it says so in a form that the model takes."""
        href = element.get("href")
        try:
            return Mark(MarkKind.LINK, 0, 1, href).href if href else None
        except ModelError:
            return None
