"""From sections to body markup: one writer for every dialect."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import Factory, define
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import SyntaxFault
from newsmodel.losses import LossKind
from newsmodel.markup.dialect import Dialect, Part
from newsmodel.markup.layers import Layer, write_running
from newsmodel.markup.reading import BodyReader
from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Cell,
    Direction,
    Figure,
    ItemList,
    ListItem,
    Mark,
    MarkKind,
    Media,
    Paragraph,
    Raw,
    Section,
    Span,
    Table,
    Text,
)
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import parse_xml
from newsmodel.syntax.xml_sketch import sub_element, text_inside

RANKS = {kind: rank for rank, kind in enumerate(MarkKind)}


@define
class BodyWriter:
    """Writes one body.

    ``spans`` are the parts of the text that something else in the document points at; each is wrapped, and the
    identifiers of what wraps it are left in ``pieces``. ``free_id`` begins no other identifier of the document.
    """

    dialect: Dialect
    context: Context
    media: dict[str, Media] = Factory(dict)
    spans: dict[int, list[Span]] = Factory(dict)
    free_id: str = "quote"
    pieces: dict[Span, list[str]] = Factory(dict)
    _paragraphs: int = 0
    _added: int = 0
    """How many paragraphs there are so far that the article does not have."""

    def write(self, body: etree._Element, sections: Iterable[Section]) -> None:
        """Write sections into an element."""
        for index, section in enumerate(sections):
            self.context.enter(f"[{index}]")
            if section.heading:
                self._heading(body, section.heading, section.level)
            self._blocks(body, section.blocks)
            self.context.note_extras(section.extras)
            self.context.leave()

    def _heading(self, body: etree._Element, heading: Text, level: int) -> None:
        element = self._heading_element(body, level)
        self._language(element, heading.language, heading.direction)
        write_running(element, heading.value, (), self.dialect.tag_for(Part.BREAK))
        if heading.role and not self._role(element, heading.role):
            self.context.note(LossKind.UNWRITTEN, "heading.role", heading.role)
        self.context.note_extras(heading.extras, "heading.extras")

    def _heading_element(self, body: etree._Element, level: int) -> etree._Element:
        return sub_element(body, self.dialect.tag_for(Part.HEADING, level))

    def _role(self, element: etree._Element, role: str) -> bool:  # noqa: ARG002  # for dialects that have a place for it
        """Write the role of a heading; return whether that could be done."""
        return False

    def _blocks(self, parent: etree._Element, blocks: Iterable[Block]) -> None:
        for index, block in enumerate(blocks):
            if type(block) is Paragraph and not block.marks:  # as most are; there is nothing to note of it
                self._paragraph(parent, block)
                continue
            self.context.enter(f"blocks[{index}]")
            self._block(parent, block)
            self.context.leave()

    def _paragraph(self, parent: etree._Element, block: Paragraph) -> None:
        element = sub_element(parent, self.dialect.tag_for(Part.PARAGRAPH))
        if block.language or block.direction:
            self._language(element, block.language, block.direction)
        self._running(element, block)

    def _block(self, parent: etree._Element, block: Block) -> None:
        match block:
            case Paragraph():
                self._paragraph(parent, block)
            case BlockQuote():
                self._quote(parent, block)
            case ItemList():
                self._list(parent, block)
            case Table():
                self._table(parent, block)
            case Figure():
                self._figure(parent, block)
            case Raw():
                self._raw(parent, block)

    def _quote(self, parent: etree._Element, block: BlockQuote) -> None:
        element = sub_element(parent, self.dialect.tag_for(Part.QUOTE))
        self._blocks(element, block.blocks)
        drop_if_empty(element)

    def _list(self, parent: etree._Element, block: ItemList) -> None:
        element = sub_element(parent, self.dialect.tag_for(Part.LIST, block.ordered))
        for index, item in enumerate(block.items):
            self.context.enter(f"items[{index}]")
            line = sub_element(element, self.dialect.tag_for(Part.ITEM))
            self._item(line, item)
            drop_if_empty(line)
            self.context.leave()
        drop_if_empty(element)

    def _item(self, element: etree._Element, item: ListItem | Cell) -> None:
        """Write an item or a cell; a single plain paragraph stands without a tag of its own, as everybody writes it."""
        only = item.blocks[0] if len(item.blocks) == 1 else None
        if type(only) is Paragraph and only.language is None and only.direction is None:
            self.context.enter("blocks[0]")
            self._running(element, only)
            self.context.leave()
        else:
            self._blocks(element, item.blocks)
            self._unwrap(element)

    def _unwrap(self, element: etree._Element) -> None:
        """Take away the tag of a plain paragraph that stands alone after all: what was beside it could not be written."""
        only = element[0] if len(element) == 1 else None
        if only is None or only.tag != self.dialect.tag_for(Part.PARAGRAPH) or only.attrib:
            return
        if text_inside(only):  # no image
            element.text = only.text
            element[:] = list(only)

    def _table(self, parent: etree._Element, block: Table) -> None:
        element = sub_element(parent, self.dialect.tag_for(Part.TABLE))
        if block.caption:
            caption = sub_element(element, self.dialect.tag_for(Part.CAPTION))
            write_running(caption, block.caption, (), self.dialect.tag_for(Part.BREAK))
        for i, row in enumerate(block.rows):
            line = sub_element(element, self.dialect.tag_for(Part.ROW))
            self.context.enter(f"rows[{i}]")
            for j, cell in enumerate(row.cells):
                self.context.enter(f"cells[{j}]")
                self._item(self._cell(line, cell), cell)
                self.context.leave()
            self.context.leave()

    def _cell(self, line: etree._Element, cell: Cell) -> etree._Element:
        element = sub_element(line, self.dialect.tag_for(Part.CELL, cell.header))
        if cell.columns > 1:
            element.set("colspan", str(cell.columns))
        if cell.rows > 1:
            element.set("rowspan", str(cell.rows))
        return element

    def _figure(self, parent: etree._Element, block: Figure) -> None:
        media = self.media[block.media]
        holder = sub_element(parent, self.dialect.tag_for(Part.PARAGRAPH))
        image = sub_element(holder, self.dialect.tag_for(Part.IMAGE))
        image.set("src", media.renditions[0].href)
        image.set("alt", media.captions[0].value if media.captions else "")
        image.set("longdesc", f"#{block.media}")

    def _raw(self, parent: etree._Element, block: Raw) -> None:
        """Put markup back as it came, if it is of this dialect; what the dialect reads as something else is written as that."""
        reason = "" if block.dialect == self.dialect.name else f"markup of {block.dialect}"
        try:
            element = parse_xml(block.markup.encode()) if not reason and self.context.keep else None
        except SyntaxFault as error:
            reason, element = str(error), None
        blocks, paragraphs = self._as_read(element) if element is not None else ((), 0)
        if not blocks:
            self.context.note(LossKind.UNWRITTEN, value=block.markup, reason=reason)
        elif blocks == (block,):
            self._put_back(parent, block)
        else:
            self._instead(parent, block, blocks, paragraphs)

    def _as_read(self, element: etree._Element) -> tuple[tuple[Block, ...], int]:
        """Return the blocks that the dialect reads in an element, and how many paragraphs there are in them."""
        article = self.context.article or Article()
        headline = one_line(article.headline.value) if article.headline else None
        context = Context(self.context.format, media=self.media)
        body = etree.Element(f"{{{self.dialect.namespace}}}body")
        body.append(element)
        blocks: list[Block] = []
        for section in self._reader(context, headline, article.language).sections(body):
            if (title := section.heading) is not None:
                blocks.append(Paragraph(title.value, (), title.language, title.direction))
                context.paragraphs.append(title.value)
            blocks.extend(section.blocks)
        return tuple(blocks), len(context.paragraphs)

    def _reader(self, context: Context, headline: str | None, language: str | None) -> BodyReader:
        return BodyReader(self.dialect, context, headline, language)

    def _put_back(self, parent: etree._Element, block: Raw) -> None:
        element = parse_xml(block.markup.encode())
        parent.append(element)
        self.context.put_back.append(element)

    def _instead(
        self, parent: etree._Element, block: Raw, blocks: tuple[Block, ...], paragraphs: int
    ) -> None:
        """Write blocks in the place of markup that would read back as these. No span lies in them, and later ones move."""
        self.context.note(LossKind.COERCED, value=block.markup, reason="its markup reads back differently")
        for each in blocks:
            if isinstance(each, Raw):
                self._put_back(parent, each)
            else:
                type(self)(self.dialect, self.context, self.media)._block(parent, each)  # noqa: SLF001  # of this class
        self._added += paragraphs
        article = self.context.article or Article()
        reason = "the paragraphs are numbered anew"
        for name in ("quotes", "mentions") if paragraphs else ():
            for index, each in enumerate(getattr(article, name)):
                if any(span.paragraph >= self._paragraphs for span in each.spans):
                    self.context.losses.note(
                        LossKind.COERCED, f"{name}[{index}].spans", each.spans, reason=reason
                    )

    # inline

    def _running(self, element: etree._Element, paragraph: Paragraph) -> None:
        spans = self.spans.get(self._paragraphs, ())
        layers = (
            [self._span_layer(span, rank - len(spans)) for rank, span in enumerate(spans)] if spans else []
        )
        self._wrap(element, paragraph, layers)

    def _wrap(self, element: etree._Element, paragraph: Paragraph, layers: list[Layer]) -> None:
        """Write a paragraph's text in its marks, and in layers around them."""
        self._paragraphs += 1
        if paragraph.marks:
            layers = [*layers, *self._mark_layers(paragraph)]
        write_running(element, paragraph.text, layers, self.dialect.tag_for(Part.BREAK))

    def _span_layer(self, span: Span, rank: int) -> Layer:
        def open_(parent: etree._Element) -> etree._Element:
            pieces = self.pieces.setdefault(span, [])
            pieces.append(
                f"{self.free_id}-{span.paragraph + self._added}-{span.start}-{span.end}"
                + (f"-{len(pieces)}" if pieces else "")
            )
            return sub_element(parent, self.dialect.tag_for(Part.SPAN), {"id": pieces[-1]})

        return Layer(span.start, span.end, rank, open_)

    def _mark_layers(self, paragraph: Paragraph) -> list[Layer]:
        return [self._mark_layer(mark) for mark in paragraph.marks]

    def _mark_layer(self, mark: Mark) -> Layer:
        part = {MarkKind.LINK: Part.LINK, MarkKind.LANGUAGE: Part.SPAN}.get(mark.kind, Part.MARK)
        tag = self.dialect.tag_for(part, mark.kind if part is Part.MARK else None)

        def open_(parent: etree._Element) -> etree._Element:
            element = sub_element(parent, tag)
            if mark.href:
                element.set("href", mark.href)
            self._language(element, mark.language, None)
            return element

        return Layer(mark.start, mark.end, RANKS[mark.kind], open_)

    def _language(self, element: etree._Element, language: str | None, direction: Direction | None) -> None:
        for name in self.dialect.languages if language else ():
            element.set(name, language or "")
        if direction:
            element.set(self.dialect.directions[0], direction.value)


def drop_if_empty(element: etree._Element) -> None:
    """Take an element away again whose content could not be written."""
    holder = element.getparent()
    if holder is not None and not len(element) and not element.text:
        holder.remove(element)
