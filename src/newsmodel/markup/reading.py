"""From body markup to sections: one walker for every dialect.

Block tags become blocks, inline tags marks. Text that stands between blocks becomes a paragraph of its own. A tag that
the dialect does not know keeps its text where it stands inline, and is kept as raw markup where it holds blocks, as is a
block that the model refuses; what cannot be carried (classes, unknown attributes) is noted as UNREAD.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from attrs import Factory, define, field
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import ModelError
from newsmodel.markup.dialect import Dialect, Part, Tag
from newsmodel.markup.heads import (
    Heading,
    is_byline,
    read_byline,
    read_figure,
    read_heading,
    read_media,
    read_skipped,
    read_title,
)
from newsmodel.markup.holders import read_list, read_quote, read_table
from newsmodel.markup.inline import Finished
from newsmodel.markup.inline_reading import MOST_DEPTH, Inline, Stray
from newsmodel.markup.notes import Notes
from newsmodel.markup.source_text import flowing, go_on, words_of
from newsmodel.model import (
    Block,
    Direction,
    Figure,
    Paragraph,
    Section,
    Span,
)
from newsmodel.model.body import MAX_DEPTH
from newsmodel.model.language import direction_of
from newsmodel.model.quick_making import maker_of
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import WHITE, children_of, local_name, own_text, tag_of, texts_of


@define
class BodyReader:
    """Reads one body. Identified spans are left in the context's ``anchors``, bylines of the body in its ``bylines``.

    ``headline`` and ``language`` are the document's: what the body says of them again is no news.
    """

    dialect: Dialect
    context: Context
    headline: str | None = None
    language: str | None = None
    notes: Notes = field(init=False)
    _anchored: list[str] = Factory(list)
    _depth: int = 0
    _nested: int = 0

    def __attrs_post_init__(self) -> None:
        self.notes = Notes(self.dialect, self.context)

    def sections(self, body: etree._Element) -> tuple[Section, ...]:
        """Return the sections of a body."""
        self.notes.begin(body)
        sections: list[tuple[Heading | None, list[Block]]] = [(None, [])]
        for found in self._content(body):
            if isinstance(found, tuple):
                sections.append((found, []))
            else:
                sections[-1][1].append(found)
        made = tuple(
            Section(heading[0] if heading else None, tuple(blocks), heading[1] if heading else 1)
            for heading, blocks in sections
            if heading or blocks
        )
        for element in (body, *(child for child in children_of(body) if self._is_body(child))):
            if element.keys():
                self.notes.imply(element, self.language, self._direction(made))
        self.notes.the_rest(body)
        return made

    def _is_body(self, element: etree._Element) -> bool:
        tag = tag_of(element)
        return (
            tag[-4:].lower() == "body"
            and local_name(tag).lower() == "body"
            and self.notes.tag(element) is not None
        )

    # blocks

    def _content(self, holder: etree._Element) -> Iterator[Block | Heading]:
        """Give the blocks and headings of an element; running text between blocks is a paragraph."""
        if not len(holder) and (text := self._only_text(holder)):
            yield self._made(_make_paragraph([text, (), None, None]))
            return
        inline = self._inline(holder)
        go_on(inline, holder.text)
        for child in holder:
            if isinstance(child.tag, str):
                text = self._plain_text(child)  # first: nearly all blocks are paragraphs of nothing but text
                if text is None and self.notes.is_inline(child):
                    inline.read(child)
                else:
                    if inline.running.length or not inline.blank:
                        if not inline.blank:
                            yield from self._paragraph(inline, holder)
                        inline = self._inline(holder)
                    if text is None:
                        yield from self._block(child)
                    else:
                        yield self._made(_make_paragraph([text, (), None, None]))
            go_on(inline, child.tail)
        if not inline.blank:
            yield from self._paragraph(inline, holder)

    def _only_text(self, holder: etree._Element) -> str | None:
        """Return the text of an element that holds nothing else, and is no paragraph itself; None where it must be looked at closely."""
        tag = self.notes.tag(holder)
        return None if tag is None or tag.part is Part.PARAGRAPH else flowing(holder.text or "")

    def _plain_text(self, element: etree._Element) -> str | None:
        """Return the text of a paragraph that is nothing but text; None for any other element."""
        text = element.text
        if text is None or len(element) or element.keys() or self._depth >= MOST_DEPTH:
            return None
        tag = self.notes.tag(element)
        if tag is None or tag.part is not Part.PARAGRAPH or tag.argument is not None:
            return None
        return flowing(text)

    def _inline(self, holder: etree._Element) -> Inline:
        tag = self.notes.tag(holder)
        preserve = tag is not None and tag.argument is not None and tag == _PRESERVED
        return Inline.start(self.notes, self.figure, preserve=preserve)

    def figure(self, element: etree._Element) -> Block:
        """Return the place of a media item; what shows none that is known is kept as it stands."""
        return read_figure(self.notes, element)

    def _block(self, element: etree._Element) -> list[Block | Heading]:
        """Return what a block becomes; where the model refuses it, it is kept as it stands."""
        tag = self.notes.tag(element)
        if self._depth >= MOST_DEPTH:
            return list(self._flat(element))
        if tag is None:
            return list(self._raw(element))
        before = tuple(map(len, self._filled()))
        anchored, nested = len(self._anchored), self._nested
        self._depth += 1
        try:
            return list(self._reader_for(element, tag)(self, element, tag))
        except ModelError:
            self._take_back(before, anchored)
            self._nested = nested
            return list(self._raw(element))
        finally:
            self._depth -= 1

    def _filled(self) -> tuple[list[Any], ...]:
        context = self.context
        return context.losses, context.paragraphs, context.bylines, context.findings

    def _take_back(self, before: tuple[int, ...], anchored: int) -> None:
        """Forget what was read since."""
        context = self.context
        for found, length in zip(self._filled(), before, strict=True):
            del found[length:]
        for name in self._anchored[anchored:]:
            del context.anchors[name]
        del self._anchored[anchored:]

    def _reader_for(self, element: etree._Element, tag: Tag) -> _Reader:
        """Return what reads a block; what would nest deeper than the model allows only holds its content."""
        if tag.part in _NESTING and self._nested >= MAX_DEPTH - 1:
            reason = f"blocks nested deeper than {MAX_DEPTH}; their content is kept"
            self.notes.repaired(element, local_name(tag_of(element)), reason)
            return BodyReader._through
        return _READERS.get(tag.part, BodyReader._through)

    def _raw(self, element: etree._Element) -> Iterator[Block]:
        """Keep what is not understood as it stands, if there is anything in it."""
        if len(element) or element.attrib or own_text(element).strip(WHITE) or self.notes.tag(element):
            yield self.notes.kept(element)
        else:
            self.notes.unread(element, "an unknown tag with nothing in it")

    def _flat(self, element: etree._Element) -> Iterator[Block]:
        """Keep only the text of what is nested deeper than any parser should follow."""
        self.notes.lose(element, f"nested deeper than {MOST_DEPTH}; its text is kept")
        for text in texts_of(element):
            if text.strip():
                yield self._made(Paragraph(one_line(text)))

    def _kept(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        yield from self._raw(element)

    def _attached(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        """Read media items; what stands among them is read as if there were nothing around it."""
        for found in self._content(element):
            if not isinstance(found, Figure):
                yield found

    def _through(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        if not is_byline(self, element):
            yield from self._content(element)

    def _pictured(self, element: etree._Element, tag: Tag) -> Iterator[Block | Heading]:
        """Keep a picture with its caption, which is no paragraph of the story; read what shows none, or one of the article's."""
        inner = list(element.iterdescendants(etree.Element))
        parts = {self.notes.part(each) for each in inner}
        known = any(each.get("longdesc", "").removeprefix("#") in self.context.media for each in inner)
        if parts.isdisjoint(_SHOWN) or parts & {Part.TABLE, Part.QUOTE} or known:
            yield from self._other(element, tag)
        else:
            yield self.notes.kept(element)

    def _other(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        self.notes.unread(element, "no form for it here; its content is kept")
        yield from self._content(element)

    def _of_paragraph(self, element: etree._Element, _tag: Tag) -> Iterator[Block | Heading]:
        if self.notes.holds_blocks(element):
            yield from self._content(element)
            return
        if is_byline(self, element):
            return
        inline = self._inline(element)
        inline.inside(element)
        yield from self._paragraph(inline, element)

    def _paragraph(self, inline: Inline, holder: etree._Element) -> Iterator[Block]:
        """Give the blocks met on the way, then the paragraph, if there is text in it."""
        done = inline.finish(marks=inline.running.said)
        yield from self._strays(inline.strays)
        if not inline.running.said:  # a no-break space alone is a blank line to its maker
            return
        language = direction = None
        if self.notes.part(holder) is Part.PARAGRAPH:
            language, direction = self.notes.language(holder), self.notes.direction(holder)
        yield self._made(Paragraph(done.text, done.marks, language, direction))
        self._anchors(done)

    def _anchors(self, done: Finished) -> None:
        """Remember where identifiers stand in the paragraph read last, and what else points at its text: the outer before the inner."""
        number = len(self.context.paragraphs) - 1
        outer_first = [each for each in [*done.identifiers][::-1] if each.value is None]
        for each in sorted(outer_first, key=lambda each: (each.start, -each.end)):
            self.pointer(each.element, Span(number, each.start, each.end))
        for each in done.identifiers:
            if each.value is None:
                continue
            if each.value in self.context.anchors:
                self.notes.give_back(each.element, *each.names)
                continue
            self.context.anchors[each.value] = Span(number, each.start, each.end)
            self._anchored.append(each.value)

    def pointer(self, element: etree._Element, span: Span | None) -> None:
        """Take what an inline element says of its text, beside marks; None for text that is in no paragraph."""

    def _made(self, paragraph: Paragraph) -> Paragraph:
        self.context.paragraphs.append(paragraph.text)
        return paragraph

    def _strays(self, strays: list[Stray]) -> Iterator[Block]:
        for stray in strays:
            if stray.moved:
                name = local_name(tag_of(stray.element))
                self.notes.repaired(stray.element, name, "moved in front of the text around it")
            yield stray.block

    def role(self, element: etree._Element) -> str | None:  # noqa: ARG002  # for dialects that have one
        """Take the role of a heading, where the dialect has a place for it."""
        return None

    def words(self, element: etree._Element, where: str) -> tuple[str, Iterator[Block]]:
        """Return the text of an element that has room for no marks, and the blocks that strayed into it."""
        inline = Inline.start(self.notes, self.figure)
        inline.inside(element)
        done = inline.finish(marks=False)
        for each in done.identifiers:
            if each.value is None:
                self.pointer(each.element, None)
        for mark in done.marks:
            self.notes.unread(element, f"{mark.kind.value} in {where}", done.text[mark.start : mark.end])
        return done.text, self._strays(inline.strays)

    def inner(self, element: etree._Element) -> tuple[Block, ...]:
        """Return the blocks inside a block; a heading there becomes a paragraph, and that is noted."""
        blocks: list[Block] = []
        self._nested += 1
        for found in self._content(element):
            if isinstance(found, tuple):
                self.notes.unread(element, "a heading inside a block", found[0].value)
                text = found[0]
                blocks.append(self._made(Paragraph(text.value, (), text.language, text.direction)))
            else:
                blocks.append(found)
        self._nested -= 1
        return tuple(blocks)

    def _direction(self, sections: tuple[Section, ...]) -> Direction:
        """Return the direction that an article with this body has (`Article.direction`)."""
        if self.language:
            return direction_of(self.language)
        return direction_of(None, self.headline or "".join(words_of(sections)))


_make_paragraph = maker_of(Paragraph)
_PRESERVED = Tag(Part.PARAGRAPH, "preserved")
_SHOWN = frozenset({Part.IMAGE, Part.MEDIA, Part.KEPT})
"""Parts that show something."""
_NESTING = frozenset({Part.QUOTE, Part.LIST, Part.TABLE})
"""Parts that hold blocks and are blocks."""

_Reader: TypeAlias = Callable[[BodyReader, etree._Element, Tag], Iterator[Block | Heading]]  # noqa: SLF001  # the name of lxml's type
_READERS: dict[Part, _Reader] = {
    Part.PARAGRAPH: BodyReader._of_paragraph,  # noqa: SLF001  # the table of this class's own readers
    Part.HEADING: read_heading,
    Part.QUOTE: read_quote,
    Part.LIST: read_list,
    Part.TABLE: read_table,
    Part.TITLE: read_title,
    Part.BYLINE: read_byline,
    Part.PICTURED: BodyReader._pictured,  # noqa: SLF001
    Part.OTHER: BodyReader._other,  # noqa: SLF001
    Part.MARK: BodyReader._other,  # noqa: SLF001  # around blocks
    Part.LINK: BodyReader._other,  # noqa: SLF001
    Part.KEPT: BodyReader._kept,  # noqa: SLF001
    Part.MEDIA: read_media,
    Part.ATTACHED: BodyReader._attached,  # noqa: SLF001
    Part.SKIP: read_skipped,  # with blocks in it
}
