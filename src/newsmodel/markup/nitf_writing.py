"""NITF's body as it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from attrs import Factory, define
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.losses import LossKind
from newsmodel.markup.dialect import Part
from newsmodel.markup.layers import Layer
from newsmodel.markup.nitf import NITF_NS
from newsmodel.markup.nitf_quotes import Saying, Sayings
from newsmodel.markup.nitf_reading import NitfReader
from newsmodel.markup.reading import BodyReader
from newsmodel.markup.writing import RANKS, BodyWriter, drop_if_empty
from newsmodel.model import BlockQuote, Figure, Mark, MarkKind, Media, Paragraph, Raw, Section, Span
from newsmodel.model.body import walk

_SMALL = {MarkKind.SUBSCRIPT: "sub", MarkKind.SUPERSCRIPT: "sup"}
"""Marks that NITF has inside ``num`` only, and nothing may stand inside them."""
_CLASSES = {MarkKind.STRONG: "strong", MarkKind.CODE: "code"}
"""Marks that are a kind of emphasis in NITF."""


def _tag(name: str) -> str:
    return f"{{{NITF_NS}}}{name}"


@define
class NitfWriter(BodyWriter):
    """Writes a body of NITF. ``show`` writes a media item into its element, ``sayings`` are the quotes."""

    sayings: Sayings = Factory(lambda: Sayings({}, {}))
    show: Callable[[Media, etree._Element, Context], None] = lambda media, element, context: None  # noqa: ARG005  # as is
    shown: list[str] = Factory(list)
    """The media items that stand in the body so far, by identifier."""

    def write(self, body: etree._Element, sections: Iterable[Section]) -> None:
        """Write sections; NITF has one level of them."""
        given = tuple(sections)
        for index, section in enumerate(given):
            if section.level != 1:
                reason = "NITF has one level of headings"
                self.context.note(LossKind.UNWRITTEN, f"[{index}].level", section.level, reason=reason)
        super().write(body, given)

    def attach(self, body: etree._Element, media: Iterable[Media]) -> None:
        """Write media items that stand nowhere in the text."""
        block = etree.SubElement(body, _tag("block"), {"class": "media"})
        for each in media:
            self._media(block, each)
        drop_if_empty(block)

    def _heading_element(self, body: etree._Element, level: int) -> etree._Element:  # noqa: ARG002  # there is one
        return etree.SubElement(body, self.dialect.tag_for(Part.HEADING, 1))

    def _role(self, element: etree._Element, role: str) -> bool:
        element.set("class", role)
        return True

    # blocks

    def _quote(self, parent: etree._Element, block: BlockQuote) -> None:
        element = etree.SubElement(parent, self.dialect.tag_for(Part.QUOTE))
        inside = [inner for _, inner in walk(block, "") if isinstance(inner, Paragraph)]
        spans = tuple(
            Span(self._paragraphs + number, 0, len(each.text)) for number, each in enumerate(inside)
        )
        for name, value in self.sayings.blocks.pop(spans, {}).items():
            element.set(name, value)
        holder = etree.SubElement(element, _tag("block"))
        self._blocks(holder, block.blocks)
        drop_if_empty(holder)
        drop_if_empty(element)

    def _figure(self, parent: etree._Element, block: Figure) -> None:
        if (media := self.media.get(block.media)) is not None:
            self._media(parent, media)

    def _media(self, parent: etree._Element, media: Media) -> None:
        """Write a media item; where it was shown before, without its identifier, which must be there once."""
        element = etree.SubElement(parent, _tag("media"))
        if media.id in self.shown:
            self.show(media, element, Context(self.context.format))
            element.attrib.pop("id", None)
            return
        if media.id is not None:
            self.shown.append(media.id)
        self.show(media, element, self.context)

    def _reader(self, context: Context, headline: str | None, language: str | None) -> BodyReader:
        return NitfReader(self.dialect, context, headline, language)

    def _raw(self, parent: etree._Element, block: Raw) -> None:
        if block.dialect == self.dialect.name and not self.context.keep:
            self.context.note(LossKind.UNWRITTEN, value=block.markup)
        else:
            super()._raw(parent, block)

    # inline

    def _running(self, element: etree._Element, paragraph: Paragraph) -> None:
        said = self.sayings.inline.get(self._paragraphs, ())
        layers = [self._saying_layer(saying, rank - len(said)) for rank, saying in enumerate(said)]
        self._wrap(element, paragraph, layers)

    def _saying_layer(self, saying: Saying, rank: int) -> Layer:
        def open_(parent: etree._Element) -> etree._Element:
            return etree.SubElement(parent, self.dialect.tag_for(Part.SAID), dict(saying.attributes))

        return Layer(saying.span.start, saying.span.end, rank, open_)

    def _mark_layers(self, paragraph: Paragraph) -> list[Layer]:
        small = list(_small_pieces(paragraph))
        if _covered(mark for mark in paragraph.marks if mark.kind in _SMALL) != _covered(small):
            reason = "sub and sup hold text in one line, and nothing else"
            self.context.note(LossKind.COERCED, "marks", paragraph.marks, reason=reason)
        others = [mark for mark in paragraph.marks if mark.kind not in _SMALL]
        return [self._mark_layer(mark) for mark in (*others, *small)]

    def _mark_layer(self, mark: Mark) -> Layer:
        def open_(parent: etree._Element) -> etree._Element:
            if mark.kind in _SMALL:
                return etree.SubElement(etree.SubElement(parent, _tag("num")), _tag(_SMALL[mark.kind]))
            element = etree.SubElement(parent, _tag("em"))
            if mark.kind in _CLASSES:
                element.set("class", _CLASSES[mark.kind])
            return element

        if mark.kind in (MarkKind.LINK, MarkKind.LANGUAGE):
            return super()._mark_layer(mark)
        return Layer(mark.start, mark.end, RANKS[mark.kind], open_)


def _covered(marks: Iterable[Mark]) -> set[tuple[MarkKind, int]]:
    return {(mark.kind, at) for mark in marks for at in range(mark.start, mark.end)}


def _small_pieces(paragraph: Paragraph) -> Iterator[Mark]:
    """Give the marks below and above the line in pieces that do not overlap, and that have no line break inside."""
    taken: set[int] = set()
    for mark in paragraph.marks:
        if mark.kind not in _SMALL:
            continue
        free = [at for at in range(mark.start, mark.end) if at not in taken and paragraph.text[at] != "\n"]
        taken.update(free)
        for _, run in groupby(enumerate(free), key=lambda pair: pair[1] - pair[0]):
            piece = [at for _, at in run]
            yield Mark(mark.kind, piece[0], piece[-1] + 1)
