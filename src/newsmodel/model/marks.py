"""Inline marks: what is emphasised, linked or in another language inside a paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum

from attrs import field, frozen

from newsmodel.errors import ModelError
from newsmodel.model.constraints import Checked
from newsmodel.model.values import (
    Count,
    LanguageTag,
    PositiveInt,
    UriReference,
    all_are,
    language_tag,
    several,
)


class MarkKind(Enum):
    """What a mark says of the characters that it covers."""

    LINK = "link"
    LANGUAGE = "language"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    SUBSCRIPT = "subscript"
    SUPERSCRIPT = "superscript"


_EXCLUSIVE = frozenset({MarkKind.LINK, MarkKind.LANGUAGE})
"""Kinds of which a character has one at the most."""


@frozen
class Mark(Checked):
    """A mark on the characters from ``start`` to ``end`` (exclusive) of a paragraph.

    A link has ``href``, a change of language ``language``; the others have neither.
    """

    kind: MarkKind
    start: Count
    end: PositiveInt
    href: UriReference | None = None
    language: LanguageTag | None = field(default=None, converter=language_tag)

    def _contradictions(self) -> Iterator[ModelError]:
        if self.end <= self.start:
            yield ModelError("Mark.end", f"an offset after the start, {self.start}", self.end)
        if (self.href is not None) is not (self.kind is MarkKind.LINK):
            yield ModelError("Mark.href", "an href for a link, and only for a link", self.href)
        if (self.language is not None) is not (self.kind is MarkKind.LANGUAGE):
            yield ModelError(
                "Mark.language", "a language for a change of language, and only for it", self.language
            )


_RANK = {kind: rank for rank, kind in enumerate(MarkKind)}


def marks_in_order(values: Iterable[Mark]) -> tuple[Mark, ...]:
    """Bring marks to one normal form: marks that say the same and touch are one mark; sorted by start, end and kind.

    So two markups that give every character the same marks are equal objects.
    """
    marks: tuple[Mark, ...] = several(values)
    if not marks or not all_are(marks, Mark):
        return marks
    alike: defaultdict[tuple[MarkKind, str | None], list[Mark]] = defaultdict(list)
    for mark in sorted(marks, key=lambda mark: mark.start):
        same = alike[mark.kind, mark.href or mark.language]
        if same and mark.start <= same[-1].end:
            last = same.pop()
            mark = Mark(mark.kind, last.start, max(last.end, mark.end), mark.href, mark.language)  # noqa: PLW2901
        same.append(mark)
    joined = [mark for same in alike.values() for mark in same]
    return tuple(sorted(joined, key=lambda mark: (mark.start, -mark.end, _RANK[mark.kind])))


def faults_of_marks(marks: tuple[Mark, ...], text: str) -> Iterator[ModelError]:
    """Give the marks that lie outside the text, and links or languages that overlap."""
    if not marks:
        return
    ends = dict.fromkeys(_EXCLUSIVE, 0)
    for index, mark in enumerate(marks):
        where = f"Paragraph.marks[{index}]"
        if mark.end > len(text):
            yield ModelError(where, f"a mark inside the text, which has {len(text)} characters", mark)
        if mark.kind in _EXCLUSIVE:
            if mark.start < ends[mark.kind]:
                yield ModelError(where, f"no overlap with another {mark.kind.value}", mark)
            ends[mark.kind] = max(ends[mark.kind], mark.end)
