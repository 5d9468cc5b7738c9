"""The heading lines of an ANPA 1312 story: which of them is the slug, the headline, the byline, a note.

The slug comes first and ends with a word count, or begins with the keyword of the header; a label tells some others ("Eds:", "HL:", "By"); of
those without one, the first is the headline and the next the summary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import Factory, define, frozen

from newsmodel.dates.when import When
from newsmodel.formats.wire_lines import as_byline, embargo_in, embargo_line, is_byline, is_plain_embargo
from newsmodel.syntax.fields import Field, value_of, values_of

_SLUG = re.compile(r"(?P<slug>.*\S),(?P<count>[0-9]{1,5})")
_CYCLE = re.compile(r"(?:AM|PM|BC|AP|am|pm|bc|ap)-\S")
_EDS = re.compile(r"\(?Eds(?:\.|:) *(?P<note>.*?)\)?")
_NOTE = re.compile(
    r"[A-Z]{2,5} (?:Photo|Video|Graphic|Audio)|\(?(?:EDITOR.S NOTE|Editors?:|Update:|INDEX:|SYMBOL:|code:|With )"
)
_HEADLINE = "HL:"
_TITLE = 40
"""How long the line under a byline may be that says what its writer is."""


@frozen
class Line:
    """A heading line, and whether it ends with "=", as centred lines do."""

    text: str
    centred: bool = False


@define
class Heading:
    """Reads heading lines in their order. ``marked`` says that carets mark them, ``keyword`` is the header's."""

    sent: When | None
    keyword: str
    marked: bool
    _said: set[str] = Factory(set)
    _byline: list[str] = Factory(list)

    def fields(self, lines: Sequence[Line]) -> Iterator[Field]:
        """Give what the lines say."""
        for at, line in enumerate(lines):
            for field in self._told(line, first=at == 0):
                self._said.add(field.name)
                if field.name == "byline":
                    self._byline.append(field.value)
                elif field.value or field.name == "embargo":
                    yield field
        if self._byline:
            yield Field("byline", "\n".join(self._byline))

    def _told(self, line: Line, *, first: bool) -> Iterator[Field]:
        text = line.text
        if first and (slug := _SLUG.fullmatch(text)):
            yield Field("slug", slug["slug"])
            yield Field("count", slug["count"])
        elif self._is_slug(text, first=first):
            yield Field("slug", text)
        elif (until := embargo_in(text, self.sent)) is not None:
            yield Field("embargo", until)
            if not is_plain_embargo(text, until):
                yield Field("note", text)
        elif text.startswith(_HEADLINE):
            yield Field("headline", text.removeprefix(_HEADLINE).strip())
        elif self._is_byline(line):
            yield Field("byline", text)
        elif (note := _EDS.fullmatch(text)) or _NOTE.match(text):
            yield Field("note", note["note"] if note else text)
        else:
            yield Field(self._unlabelled(line), text)

    def _is_slug(self, text: str, *, first: bool) -> bool:
        if {"slug", "headline"} & self._said:
            return False
        begins = bool(self.keyword) and _squeezed(text).startswith(_squeezed(self.keyword))
        return _CYCLE.match(text) is not None or (first and begins)

    def _is_byline(self, line: Line) -> bool:
        if self._byline:
            return line.centred or len(line.text) <= _TITLE
        return "headline" in self._said and is_byline(line.text)

    def _unlabelled(self, line: Line) -> str:
        if "headline" not in self._said:
            return "headline"
        if not self.marked and "slug" not in self._said:
            return "slug"
        return "note" if "summary" in self._said or line.centred else "summary"


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def heading_lines(fields: Sequence[Field]) -> Iterator[str]:
    """Give the heading lines that fields make. The second is the headline: that is where other readers look for it."""
    slug, count = value_of(fields, "slug"), value_of(fields, "count")
    headline, summaries = value_of(fields, "headline"), list(values_of(fields, "summary"))
    if slug:
        yield f"{slug},{count}<"
    if headline or summaries:
        yield f"{'' if slug and headline else _HEADLINE}{headline}<"
    yield from (f"{embargo_line(until)}<" for until in values_of(fields, "embargo"))
    yield from (f"{line}<" for line in summaries)
    for note in values_of(fields, "note"):
        yield f"{note}<" if _NOTE.match(note) else f"Eds: {note}<"
    for byline in values_of(fields, "byline"):
        first, *more = byline.split("\n")
        yield from (f"{line}=" for line in (as_byline(first), *more))
