"""The body of an item, however it comes: XHTML, HTML of any age, NITF, text with markup in it, plain text.

What it is, is told by its content; what its maker calls it decides only where the content does not. Text in HTML is parsed
without a network and without errors; what had to be understood all the same is noted.
"""

from __future__ import annotations

import attrs
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import SyntaxFault
from newsmodel.losses import LossKind
from newsmodel.markup.dialect import Dialect, Part, Tag
from newsmodel.markup.html_text import Written, how_written, is_escaped, legal, parse_html, unescaped
from newsmodel.markup.nitf import NITF
from newsmodel.markup.plain import paragraphs_of
from newsmodel.markup.reading import BodyReader
from newsmodel.markup.tidying import as_html, tidy
from newsmodel.markup.ttnitf import TTNITF
from newsmodel.markup.xhtml import XHTML
from newsmodel.model import Paragraph, Section
from newsmodel.model.values import many_lines
from newsmodel.syntax.xml import (
    WHITE,
    children_of,
    local_name,
    own_text,
    parse_xml,
    path_of,
    raw_text,
    tag_of,
)

_OF_NITF = frozenset(
    [
        "nitf",
        "body.content",
        "body.head",
        "hedline",
        "hl1",
        "hl2",
        "media",
        "media-reference",
        "media-caption",
        "bq",
        "newstext",
        "news.content",
    ]
)
"""Tags that no HTML has."""
_ROOTS = frozenset({"html", "nitf", "body", "body.content", "newstext", "news.content"})
_MIXED = attrs.evolve(
    NITF,
    tags={
        **XHTML.tags,
        **NITF.tags,
        "hl1": Tag(Part.TITLE),
        "newstext": Tag(Part.THROUGH),
        "news.content": Tag(Part.THROUGH),
        "news.head": Tag(Part.THROUGH),
    },
    namespaces=NITF.namespaces | XHTML.namespaces,
)
"""NITF as agencies write it: HTML's tags in its content, or a frame with a name of their own (Kyodo's ``newstext``)."""


def read_body(
    content: etree._Element | str,
    media_type: str | None,
    context: Context,
    headline: str | None = None,
    language: str | None = None,
) -> tuple[Section, ...]:
    """Return the sections of a body.

    ``content`` is the element that holds the body (``inlineXML``, ``DataContent``; its own attributes are the caller's
    affair) or a text, ``media_type`` what its maker calls it, ``headline`` and ``language`` are the item's: what the body says
    of them again is no news. Bylines, paragraphs and notes to editors are left in the context. Empty for a body without
    anything in it. The element is changed on the way: hand in a copy of what is still needed.
    """
    reading = _Reading(context, headline, language, (media_type or "").lower())
    return reading.text(content) if isinstance(content, str) else reading.element(content)


def is_markup(element: etree._Element) -> bool:
    """Whether an element is one that a dialect of ours knows."""
    name = local_name(tag_of(element)).lower()
    return name in _MIXED.tags or name in TTNITF.tags


@attrs.frozen
class _Reading:
    context: Context
    headline: str | None
    language: str | None
    media_type: str

    def element(self, holder: etree._Element) -> tuple[Section, ...]:
        """Read what stands in an element."""
        children = list(children_of(holder))
        if not children:
            return self.text(own_text(holder), path_of(holder))
        body = children[0] if _is_root(children[0]) else holder
        if body is not holder:
            note_others(holder, body, self.context)
        self._open_paragraph(body)
        return self._sections(body, self._dialect(holder))

    def _open_paragraph(self, body: etree._Element) -> None:
        """Let the one paragraph of a body that holds the whole story, its markup escaped, be what holds it."""
        paragraphs = body.iter("{*}p")
        only = next(paragraphs, None)
        if only is None or next(paragraphs, None) is not None or len(only) or only is body:
            return
        said = (only.text or "").strip(WHITE)
        if said.startswith("<") and said.endswith(">") and how_written(said) is Written.HTML:
            only.tag = f"{tag_of(only)[:-1]}div"  # in its namespace; tidying reads the text

    def text(self, text: str, place: str = "") -> tuple[Section, ...]:
        """Read a text."""
        if (kept := legal(text)) != text:
            self.context.note_place(
                LossKind.REPAIRED, place, None, reason="characters that no document can hold are left out"
            )
        if is_escaped(kept):
            kept = unescaped(kept)
            self.context.note_place(LossKind.REPAIRED, place, None, reason="its markup was escaped twice")
        if self.media_type == "text/plain" and how_written(kept) is Written.INLINE:
            return self._plain(kept)
        match how_written(kept):
            case Written.NITF:
                return self._sections(_nitf(kept), _MIXED)
            case Written.HTML:
                return self._sections(parse_html(kept), XHTML)
            case Written.INLINE:
                return self._sections(parse_html(as_html(kept)), XHTML)
            case _:
                return self._plain(kept)

    def _plain(self, text: str) -> tuple[Section, ...]:
        paragraphs = [many_lines(found) for found in paragraphs_of(unescaped(text))]
        blocks = tuple(Paragraph(found) for found in paragraphs if found.strip())
        self.context.paragraphs.extend(block.text for block in blocks)
        return (Section(None, blocks),) if blocks else ()

    def _dialect(self, holder: etree._Element) -> Dialect:
        """Tell the dialect by the tags; by the media type where they are both's."""
        tags = {element.tag for element in holder.iterdescendants(etree.Element)}
        names = {local_name(str(tag)).lower() for tag in tags}
        if "ttnitf" in self.media_type or "brodtext" in names:
            return TTNITF
        if names & _OF_NITF or ("nitf" in self.media_type and "html" not in names):
            return _MIXED
        return XHTML

    def _sections(self, body: etree._Element, dialect: Dialect) -> tuple[Section, ...]:
        tidy(body, dialect, self.context)
        namespace = etree.QName(body).namespace or ""
        if body.getparent() is not None and not _is_root(
            body
        ):  # the item's own element, in its own namespace
            dialect = attrs.evolve(dialect, namespaces=dialect.namespaces | {namespace})
        reader = BodyReader(dialect, self.context, self.headline, self.language)
        if not _is_root(body):
            reader.notes.take(body, *map(str, body.attrib))
        return reader.sections(body)


def note_others(holder: etree._Element, body: etree._Element, context: Context) -> None:
    """Note what stands beside a body: there is room for one."""
    if said := own_text(holder).strip(WHITE):
        context.note_place(LossKind.UNREAD, f"{path_of(holder)}/text()", said)
    for other in body.itersiblings(etree.Element):
        context.note_place(LossKind.UNREAD, path_of(other), raw_text(other))


def _is_root(element: etree._Element) -> bool:
    return local_name(tag_of(element)).lower() in _ROOTS


def _nitf(text: str) -> etree._Element:
    """Parse NITF that comes as text; what is no XML is read as HTML would be."""
    try:
        return parse_xml(text.strip().encode())
    except SyntaxFault:
        return parse_html(text)
