"""From body markup to sections: one walker for every dialect.

Block tags become blocks, inline tags marks. Text that stands between blocks becomes a paragraph of its own. A tag that
the dialect does not know keeps its text where it stands inline, and is kept as raw markup where it holds blocks; what
cannot be carried (classes, unknown attributes) is noted as UNREAD.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from attrs import Factory, define
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import InputError, ModelError
from newsmodel.losses import LossKind
from newsmodel.markup.dialect import INLINE, Dialect, Part, Tag
from newsmodel.markup.inline import Running
from newsmodel.model import (
    Block,
    BlockQuote,
    Cell,
    Direction,
    Figure,
    ItemList,
    ListItem,
    Mark,
    MarkKind,
    Paragraph,
    Raw,
    Section,
    Span,
    Table,
    TableRow,
    Text,
)
from newsmodel.model.body import MAX_DEPTH
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import WHITE, XML_NS, children_of, local_name, own_text, path_of, raw_text, tag_of

_LANG = f"{{{XML_NS}}}lang"
_BLOCKS = frozenset(Part) - INLINE

Heading = tuple[Text, int]


@define
class BodyReader:
    """Reads one body. Identified spans are left in the context's ``anchors``, bylines of the body in ``bylines``."""

    dialect: Dialect
    context: Context
    headline: str | None = None
    bylines: list[str] = Factory(list)
    _depth: int = 0
    _nested: int = 0

    def sections(self, body: etree._Element) -> tuple[Section, ...]:
        """Return the sections of a body."""
        self._note_attributes(body, own=("html", "body", "nitf"))
        sections: list[tuple[Heading | None, list[Block]]] = [(None, [])]
        for found in self._content(body):
            if isinstance(found, tuple):
                sections.append((found, []))
            else:
                sections[-1][1].append(found)
        return tuple(
            Section(heading[0] if heading else None, tuple(blocks), heading[1] if heading else 1)
            for heading, blocks in sections
            if heading or blocks
        )

    def _tag(self, element: etree._Element) -> Tag | None:
        namespace, _, name = tag_of(element).rpartition("}")
        if namespace[1:] not in self.dialect.namespaces:
            return None
        return self.dialect.tags.get(name.lower())

    # blocks

    def _content(self, holder: etree._Element) -> Iterator[Block | Heading]:
        """Give the blocks and headings of an element; running text between blocks is a paragraph."""
        running, floating = Running(), list[Block]()
        running.add(holder.text)
        for child in holder:
            if isinstance(child.tag, str):
                if self._is_inline(child):
                    self._inline(child, running, floating)
                else:
                    yield from self._paragraph(running, floating, holder)
                    running, floating = Running(), []
                    yield from self._block(child)
            running.add(child.tail)
        yield from self._paragraph(running, floating, holder)

    def _is_inline(self, element: etree._Element) -> bool:
        tag = self._tag(element)
        if tag is None:  # unknown: inline if nothing in it is a block
            return bool("".join(element.itertext()).strip(WHITE)) and not any(
                self._is_block(e) for e in element.iter(etree.Element)
            )
        return tag.part in INLINE

    def _is_block(self, element: etree._Element) -> bool:
        tag = self._tag(element)
        return tag is not None and tag.part in _BLOCKS

    def _block(self, element: etree._Element) -> Iterator[Block | Heading]:
        tag = self._tag(element)
        if tag is None:
            yield from self._raw(element)
            return
        self._depth += 1
        if self._depth > 4 * MAX_DEPTH:
            raise InputError(
                "a body that is not nested that deep", place=path_of(element), line=element.sourceline
            )
        yield from self._reader_for(element, tag)(self, element, tag)
        self._depth -= 1

    def _reader_for(self, element: etree._Element, tag: Tag) -> _Reader:
        """Return what reads a block; what would nest deeper than the model allows only holds its content."""
        if tag.part in _NESTING and self._nested >= MAX_DEPTH - 1:
            reason = f"blocks nested deeper than {MAX_DEPTH}; their content is kept"
            self.context.note_place(
                LossKind.REPAIRED, path_of(element), local_name(tag_of(element)), reason=reason
            )
            return BodyReader._through
        return _READERS.get(tag.part, BodyReader._through)

    def _raw(self, element: etree._Element) -> Iterator[Block]:
        """Keep what is not understood as it stands, if there is anything in it."""
        if len(element) or element.attrib or own_text(element).strip(WHITE):
            yield Raw(self.dialect.name, raw_text(element))
        else:
            self._unread(element, "an unknown tag with nothing in it", local_name(tag_of(element)))

    def _through(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        self._note_attributes(element, own=("html", "body", "nitf"))
        yield from self._content(element)

    def _of_paragraph(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        if any(self._is_block(child) for child in children_of(element)):
            yield from self._through(element, _tag)
            return
        running, floating = Running(preserve=local_name(tag_of(element)) == "pre"), list[Block]()
        self._inside(element, running, floating)
        self._note_attributes(element)
        yield from self._paragraph(running, floating, element)

    def _paragraph(self, running: Running, floating: list[Block], holder: etree._Element) -> Iterator[Block]:
        """Give the images met on the way, then the paragraph, if there is text in it."""
        yield from floating
        text, marks, anchors = running.finish()
        if not text.strip():  # a no-break space alone is a blank line to its maker
            return
        language = direction = None
        if (tag := self._tag(holder)) and tag.part is Part.PARAGRAPH:
            language, direction = self._language(holder), self._direction(holder)
            self._note_attributes(holder)
        made = self._checked(lambda: Paragraph(text, marks, language, direction), holder)
        for name, (start, end) in anchors.items():
            self.context.anchors[name] = Span(len(self.context.paragraphs), start, end)
        self.context.paragraphs.append(text)
        yield made

    def _checked(self, make: Callable[[], Block], element: etree._Element) -> Block:
        try:
            return make()
        except ModelError as error:
            raise InputError(
                "what the model allows", message=str(error), place=path_of(element), line=element.sourceline
            ) from error

    def _heading(self, element: etree._Element, tag: Tag) -> Iterator[Block | Heading]:
        running, floating = Running(), list[Block]()
        self._inside(element, running, floating)
        text, marks, _ = running.finish()
        for mark in marks:
            self._unread(element, f"{mark.kind.value} in a heading", text[mark.start : mark.end])
        self._note_attributes(element)
        yield from floating
        if text.strip() and not (local_name(tag_of(element)) == "h1" and one_line(text) == self.headline):
            yield Text(text, self._language(element), self._direction(element)), tag.argument

    def _title(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        said = self._said(element)
        if said and said != self.headline:
            self._unread(element, "a title that is not the headline", said)
        return iter(())

    def _byline(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        if said := self._said(element):
            self.bylines.append(said)
        return iter(())

    def _said(self, element: etree._Element) -> str:
        """Return an element's text in one line, and note the markup in it."""
        self._note_attributes(element)
        for child in children_of(element):
            self._unread(child, "markup; its text is kept", raw_text(child))
        return one_line("".join(element.itertext()))

    def _skip(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        self._unread(element, "about the document", raw_text(element))
        return iter(())

    def _aside(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        yield from self._raw(element)

    def _quote(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        self._note_attributes(element)
        if blocks := self._inner(element):
            yield BlockQuote(blocks)

    def _list(self, element: etree._Element, tag: Tag) -> Iterator[Block | Heading]:
        self._note_attributes(element)
        items = [
            ListItem(blocks)
            for child in self._only(element, Part.ITEM)
            if (blocks := self._inner(child, attributes=True))
        ]
        if items:
            yield ItemList(tuple(items), tag.argument)

    def _table(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        self._note_attributes(element)
        caption: str | None = None
        rows: list[TableRow] = []
        for child in self._only(element, Part.ROW, Part.CAPTION):
            tag = self._tag(child)
            self._note_attributes(child)
            if tag and tag.part is Part.CAPTION:
                words, images = Running(), list[Block]()
                self._inside(child, words, images)
                caption = words.finish()[0]
                caption = caption if caption.strip() else None
            elif cells := [self._cell(cell) for cell in self._only(child, Part.CELL)]:
                rows.append(TableRow(tuple(cells)))
        if rows:
            yield Table(tuple(rows), caption or None)

    def _cell(self, element: etree._Element) -> Cell:
        tag = self._tag(element)
        blocks = self._inner(element)
        columns, rows = (_covered(element.get(name)) for name in ("colspan", "rowspan"))
        self._note_attributes(element, but=("colspan", "rowspan"))
        return Cell(blocks, bool(tag and tag.argument), columns, rows)

    def _inner(self, element: etree._Element, *, attributes: bool = False) -> tuple[Block, ...]:
        """Return the blocks inside a block; a heading there becomes a paragraph, and that is noted."""
        if attributes:
            self._note_attributes(element)
        blocks: list[Block] = []
        self._nested += 1
        for found in self._content(element):
            if isinstance(found, tuple):
                self.context.note_place(
                    LossKind.UNREAD, path_of(element), found[0].value, reason="a heading inside a block"
                )
                blocks.append(Paragraph(found[0].value))
                self.context.paragraphs.append(found[0].value)
            else:
                blocks.append(found)
        self._nested -= 1
        return tuple(blocks)

    def _only(self, element: etree._Element, *parts: Part) -> Iterator[etree._Element]:
        """Give the children that play one of these parts, through those that only hold others; note the rest."""
        for child in children_of(element):
            tag = self._tag(child)
            if tag and tag.part in parts:
                yield child
            elif tag and tag.part is Part.THROUGH:
                self._note_attributes(child)
                yield from self._only(child, *parts)
            else:
                self._unread(child, "not expected there", raw_text(child))
        if said := own_text(element).strip(WHITE):
            self._unread(element, "text outside", said)

    # inline

    def _inside(self, element: etree._Element, running: Running, floating: list[Block]) -> None:
        running.add(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._inline(child, running, floating)
            running.add(child.tail)

    def _inline(self, element: etree._Element, running: Running, floating: list[Block]) -> None:
        tag = self._tag(element)
        if tag and tag.part is Part.BREAK:
            running.line_break()
            self._note_attributes(element)
            self._note_content(element)
            return
        if tag and tag.part is Part.IMAGE:
            floating.extend(self._image(element))
            return
        start = running.length
        self._inside(element, running, floating)
        end = running.length
        if tag and tag.part is Part.MARK:
            running.marks.append((tag.argument, start, end, None))
        elif tag and tag.part is Part.LINK:
            if href := self._address(element):
                running.marks.append((MarkKind.LINK, start, end, href))
        elif tag is None or tag.part not in INLINE:
            self._unread(element, "an unknown tag; its text is kept", local_name(tag_of(element)))
        if language := self._language(element):
            running.marks.append((MarkKind.LANGUAGE, start, end, language))
        if name := element.get("id"):
            running.anchors.append((name, start, end))
        self._note_attributes(element, but=("id", "href") if tag and tag.part is Part.LINK else ("id",))

    def _address(self, element: etree._Element) -> str | None:
        """Return where a link goes, if it says so in a form that the model takes."""
        href = element.get("href")
        try:
            return Mark(MarkKind.LINK, 0, 1, href).href if href else None
        except ModelError:
            self._unread(element, "no address", href)
            return None

    def _image(self, element: etree._Element) -> Iterable[Block]:
        target = (element.get("longdesc") or "").removeprefix("#")
        if target and f"#{target}" in self.context.anchors:
            self._note_attributes(element, but=("src", "alt", "longdesc"))
            self._note_content(element)
            return [Figure(target)]
        return self._raw(element)

    # attributes

    def _language(self, element: etree._Element) -> str | None:
        language, other = element.get(_LANG) or element.get("lang"), element.get("lang")
        if other and language != other:
            self._unread(element, "another language in `lang`", other)
        try:
            return Text("x", language).language if language else None
        except ModelError:
            self._unread(element, "no language tag", language)
            return None

    def _direction(self, element: etree._Element) -> Direction | None:
        direction = element.get("dir")
        if direction in _DIRECTIONS:
            return _DIRECTIONS[direction]
        if direction:
            self._unread(element, "no direction", direction)
        return None

    def _note_attributes(
        self, element: etree._Element, but: tuple[str, ...] = (), own: tuple[str, ...] = ()
    ) -> None:
        """Note the attributes that are not carried; a body's root has its language and direction from the article."""
        tag = self._tag(element)
        known = {*but}
        if local_name(tag_of(element)) in own or tag is None or tag.part in _CARRY_LANGUAGE:
            known |= {_LANG, "lang"}
        if local_name(tag_of(element)) in own or (tag and tag.part in _CARRY_DIRECTION):
            known.add("dir")
        for key, value in element.items():
            if str(key) not in known:
                self.context.note_place(LossKind.UNREAD, f"{path_of(element)}/@{local_name(str(key))}", value)

    def _note_content(self, element: etree._Element) -> None:
        """Note what stands inside an element that should be empty."""
        if len(element) or (element.text or "").strip(WHITE):
            self._unread(element, "not expected there", raw_text(element))

    def _unread(self, element: etree._Element, reason: str, value: object) -> None:
        self.context.note_place(LossKind.UNREAD, path_of(element), value, reason=reason)


_DIRECTIONS = {direction.value: direction for direction in Direction}
_CARRY_DIRECTION = frozenset({Part.PARAGRAPH, Part.HEADING})
_CARRY_LANGUAGE = _CARRY_DIRECTION | {Part.SPAN, Part.MARK, Part.LINK}
"""Parts whose direction and language the model holds."""

_NESTING = frozenset({Part.QUOTE, Part.LIST, Part.TABLE})
"""Parts that hold blocks and are blocks."""

_Reader: TypeAlias = Callable[[BodyReader, etree._Element, Tag], Iterator[Block | Heading]]  # noqa: SLF001  # the name of lxml's type
_READERS: dict[Part, _Reader] = {
    Part.PARAGRAPH: BodyReader._of_paragraph,  # noqa: SLF001  # the table of this class's own readers
    Part.HEADING: BodyReader._heading,  # noqa: SLF001
    Part.QUOTE: BodyReader._quote,  # noqa: SLF001
    Part.LIST: BodyReader._list,  # noqa: SLF001
    Part.TABLE: BodyReader._table,  # noqa: SLF001
    Part.TITLE: BodyReader._title,  # noqa: SLF001
    Part.BYLINE: BodyReader._byline,  # noqa: SLF001
    Part.SKIP: BodyReader._skip,  # noqa: SLF001
    Part.ASIDE: BodyReader._aside,  # noqa: SLF001
}


def _covered(raw: str | None) -> int:
    """How many columns or rows a cell covers, within what HTML allows."""
    return min(max(int(raw), 1), 1000) if raw and raw.strip(WHITE).isdecimal() and len(raw) < 6 else 1
