"""NITF's body as it is read: what is said and by whom, what is named, what is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from attrs import Factory, define

from newsmodel.codec.context import Finding
from newsmodel.dates import parse_date
from newsmodel.dates.when import when_key
from newsmodel.errors import DateError, ModelError
from newsmodel.markup.dialect import Part, Tag
from newsmodel.markup.heads import Heading
from newsmodel.markup.holders import read_quote
from newsmodel.markup.inline_reading import Inline
from newsmodel.markup.nitf import QUOTE_KINDS
from newsmodel.markup.reading import BodyReader
from newsmodel.model import Block, BlockQuote, Figure, Media, Span, Text
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import all_text

if TYPE_CHECKING:
    from lxml import etree

QUOTE_GROUP = re.compile(r"quote-[0-9]+")
"""The class that the pieces of one quote share."""


def nothing_shown(_element: etree._Element, *, placed: bool) -> Media | None:  # noqa: ARG001  # as `Show` wants it
    """Know no media item."""
    return None


@define
class NitfReader(BodyReader):
    """Reads a body of NITF. ``show`` reads a media item; one that is ``placed`` must get an identifier, for the place to name it."""

    show: Callable[..., Media | None] = nothing_shown
    _credits: list[str] = Factory(list)
    _attaching: bool = False

    def figure(self, element: etree._Element) -> Block:
        """Read the media item that stands here."""
        media = self.show(element, placed=not self._attaching)
        if media is None:
            return self.notes.kept(element)
        self.notes.hand_over(element)
        return Figure(media.id or "attached")

    def role(self, element: etree._Element) -> str | None:
        """A heading's class, where it is a code."""
        said = element.get("class")
        try:
            role = Text("x", role=said).role
        except ModelError:
            return None
        self.notes.take(element, "class")
        return role

    def pointer(self, element: etree._Element, span: Span | None) -> None:
        """Leave what is said or named here among the findings."""
        tag = self.notes.tag(element)
        part = tag.part if tag else None
        spans = (span,) if span else ()
        if part is Part.NAMED and tag:
            self.context.findings.append(Finding(tag.argument, element, spans))
            self.notes.hand_over(element)
        elif part is Part.MOMENT:
            self._moment(element)
        elif part is Part.SAID and span:
            source = one_line(element.get("quote-source", "")) or None
            self.notes.take(element, "quote-source")
            if all(token in QUOTE_KINDS or QUOTE_GROUP.fullmatch(token) for token in classes_of(element)):
                self.notes.take(element, "class")
            self.context.findings.append(Finding("quote", element, spans, source=source))

    def _paragraph(self, inline: Inline, holder: etree._Element) -> Iterator[Block]:
        """Read a paragraph; one that names a source itself is all said by it."""
        number = len(self.context.paragraphs)
        yield from super()._paragraph(inline, holder)
        source = one_line(holder.get("quote-source", ""))
        if source and len(self.context.paragraphs) > number and self.notes.part(holder) is Part.PARAGRAPH:
            span = Span(number, 0, len(self.context.paragraphs[number]))
            self.context.findings.append(Finding("quote", holder, (span,), source=source))
            if "quote-source" not in self.notes.taken(holder):
                self.notes.take(holder, "quote-source")
                self.notes.repaired(holder, source, "a paragraph with a source is read as a quote")

    def _moment(self, element: etree._Element) -> None:
        """Take a date that the text says too."""
        text = one_line(all_text(element))
        try:
            same = when_key(parse_date(text, self.language)) == when_key(parse_date(element.get("norm", "")))
        except (DateError, ModelError):
            return
        if same:
            self.notes.take(element, "norm")

    def _reader_for(self, element: etree._Element, tag: Tag) -> Callable[..., Iterator[Block | Heading]]:
        reader = super()._reader_for(element, tag)
        if reader is read_quote:
            return NitfReader._said_block
        if tag.part is Part.ATTACHED:
            return NitfReader._attached
        return NitfReader._credited if tag.part is Part.CREDIT else reader

    def _said_block(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        """Read a quotation that is a block; its source makes it somebody's quote."""
        paragraphs, findings = len(self.context.paragraphs), len(self.context.findings)
        credited = len(self._credits)
        blocks = self.inner(element)
        credit = ", ".join(self._credits[credited:])
        del self._credits[credited:]
        if blocks:
            yield BlockQuote(blocks)
        spans = tuple(
            Span(number, 0, len(text))
            for number, text in enumerate(self.context.paragraphs)
            if number >= paragraphs
        )
        source = one_line(element.get("quote-source", "")) or None
        if spans and (source or credit):
            self.notes.take(element, "quote-source")
            finding = Finding("quote", element, spans, source=source or credit)
            self.context.findings.insert(findings, finding)
        if credit and (not spans or (source and source != credit)):
            self.notes.unread(element, "a credit that is not the source", credit)

    def _credited(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        text, strays = self.words(element, "a credit")
        yield from strays
        if said := one_line(text):
            self._credits.append(said)

    def _attached(self, element: etree._Element, tag: Tag) -> Iterator[Block | Heading]:
        outer, self._attaching = self._attaching, True
        yield from super()._attached(element, tag)
        self._attaching = outer


def classes_of(element: etree._Element) -> list[str]:
    """Return the classes of an element."""
    return element.get("class", "").split()
