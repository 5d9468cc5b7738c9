"""The body of a newsItem: XHTML in ``inlineXML`` as it is written; XHTML or NITF as it is read."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from lxml import etree

from newsmodel.codec.context import Context, NotForUs
from newsmodel.codec.values import Pair
from newsmodel.errors import InputError
from newsmodel.formats.nitf_element import is_nitf
from newsmodel.formats.nitf_embedded import read_embedded
from newsmodel.losses import LossKind
from newsmodel.markup import bodies
from newsmodel.markup.plain_body import plain_sections
from newsmodel.markup.writing import BodyWriter
from newsmodel.markup.xhtml import XHTML
from newsmodel.markup.xhtml_document import xhtml_document
from newsmodel.model import Article, Raw, Section, Span, Text
from newsmodel.model.body import walk
from newsmodel.model.values import language_tag, one_line
from newsmodel.syntax.xml import XML_NS, all_text, children_of, local_name, tag_of

NAR_NS = "http://iptc.org/std/nar/2006-10-01/"
CONTENT_TYPE = "application/xhtml+xml"
_KNOWN_TYPES = frozenset(
    {
        CONTENT_TYPE,
        "xhtml/xml",
        "text/html",
        "application/nitf+xml",
        "text/vnd.iptc.nitf",
        "nitf/xml",
        "application/ttnitf+xml",
        "text/plain",
    }
)


def read_body(element: etree._Element, context: Context) -> tuple[Section, ...]:
    """Read ``inlineXML`` or ``inlineData``, whatever is in it. Raise `NotForUs` for a second body and for one without text,
    `InputError` for what is no text at all.
    """
    if context.paragraphs:
        raise NotForUs("one body")
    if element.get("encoding"):
        raise NotForUs("text that is not encoded", element.get("encoding"))
    context.known_bylines = _bylines(element)
    inside = next(children_of(element), None)
    if inside is not None and not bodies.is_markup(inside):
        raise InputError("a body in XHTML, NITF or plain text", tag_of(inside))
    if inside is not None and is_nitf(inside):
        bodies.note_others(element, inside, context)
        sections = read_embedded(inside, context).sections
    else:
        title = _title_of(element) if context.headline is None else ""
        context.headline = title or context.headline
        media_type = element.get("contenttype") or ""
        plain = None if "nitf" in media_type.lower() else plain_sections(element, context)
        sections = plain or bodies.read_body(
            element, media_type, context, context.headline, _language(element)
        )
        if sections and title:
            context.embedded.append(Article(headlines=(Text(title),)))
            reason = "the title of the body is the item's headline"
            context.note_place(LossKind.REPAIRED, "contentMeta/headline", title, reason=reason)
    if not sections and not context.embedded:
        raise NotForUs("a body with text in it")
    _note_attributes(element, context)
    if local_name(tag_of(element)) == "inlineData":
        context.note_place(
            LossKind.REPAIRED, context.place, None, reason="text in inlineData is read as the body"
        )
    return sections


def _title_of(element: etree._Element) -> str:
    """Return the title of the page that a body is, where there is none its first heading of the highest rank: "" where it has neither.

    A title with nothing in it, not even white space, is how an article without a headline is written.
    """
    for name in ("title", "h1"):
        if (found := next(element.iter(f"{{*}}{name}"), None)) is None:
            continue
        if (said := one_line(all_text(found))) or not found.text:
            return said
    return ""


def _bylines(element: etree._Element) -> frozenset[str]:
    """Return the bylines of the item that a body stands in."""
    item = next(element.iterancestors(f"{{{NAR_NS}}}newsItem"), None)
    path = f"{{{NAR_NS}}}contentMeta/{{{NAR_NS}}}by"
    return frozenset() if item is None else frozenset(one_line(all_text(by)) for by in item.iterfind(path))


def _language(element: etree._Element) -> str | None:
    """Return the language of the item that a body stands in: its content's, else its texts'."""
    item = next(element.iterancestors(f"{{{NAR_NS}}}newsItem"), None)
    if item is None:
        return None
    said = [
        language.get("tag")
        for holder in item.iterchildren(f"{{{NAR_NS}}}contentMeta")
        for language in holder.iterchildren(f"{{{NAR_NS}}}language")
    ]
    said.append(item.get(f"{{{XML_NS}}}lang"))
    return next((language_tag(tag) for tag in said if tag), None)


def _note_attributes(element: etree._Element, context: Context) -> None:
    for key, value in element.items() if context.losses.heard else ():
        if not (key == "contenttype" and value in _KNOWN_TYPES):
            context.note_place(LossKind.UNREAD, f"{context.place}/@{local_name(str(key))}", value)


def write_body(sections: tuple[Section, ...], context: Context, into: etree._Element) -> None:
    """Write sections as an XHTML 1.0 Strict document, with the spans that quotes and mentions point at."""
    article = context.article or Article(sections=sections)
    into.set("contenttype", CONTENT_TYPE)
    body = xhtml_document(into, article)
    spans: dict[int, list[Span]] = defaultdict(list)
    placed = (*(quote.spans for quote in article.quotes), *(mention.spans for mention in article.mentions))
    for span in sorted({span for some in placed for span in some}):
        spans[span.paragraph].append(span)
    media = {media.id: media for media in article.media if media.id}
    writer = BodyWriter(XHTML, context, media, spans, _free_id(article) if spans else "")
    writer.write(body, sections)
    if not len(body) and (holder := into.getparent()) is not None:
        holder.remove(into)  # all that there was is among the losses
    context.anchors.update({f"{span}": pieces for span, pieces in writer.pieces.items()})


def keep_namespace(item: etree._Element, came: etree._Element) -> None:
    """Put a body that was written anew into the namespace of the item, where the one before it stood in that (TT).

    No schema looks into such a body, while one of XHTML 1.0 Strict must keep its rules: what is foreign in it might break them.
    """
    path = f"{{{NAR_NS}}}contentSet/{{{NAR_NS}}}inlineXML"
    pages = [page for body in item.iterfind(path) for page in body.iterfind(f"{{{XHTML.namespace}}}html")]
    if pages and any(body.find(f"{{{NAR_NS}}}html") is not None for body in came.iterfind(path)):
        for page in pages:
            _rename(page)


def _rename(element: etree._Element) -> None:
    """Make an element of XHTML, and those in it, elements of the item's namespace."""
    for inner in list(element.iterchildren(f"{{{XHTML.namespace}}}*")):
        _rename(inner)
    parent = element.getparent()
    if parent is None:
        return
    name = f"{{{NAR_NS}}}{local_name(tag_of(element))}"
    made = etree.Element(name, dict(element.attrib), nsmap={None: NAR_NS})
    made.text, made.tail = element.text, element.tail
    made.extend(list(element))
    parent.replace(element, made)


def _free_id(article: Article) -> str:
    """Return a beginning of identifiers that no other identifier of the article has."""
    taken = [entity.id for entity in (*article.entities, *article.located) if entity.id]
    taken += [media.id for media in article.media if media.id]
    taken += [part.id for part in article.parts if part.id]
    taken += [info.id for info in article.ai_info if info.id]
    raw = [
        block.markup
        for section in article.sections
        for top in section.blocks
        for _, block in walk(top, "")
        if isinstance(block, Raw)
    ]
    free = "quote"
    while any(name.startswith(free) for name in taken) or any(free in markup for markup in raw):
        free += "_"
    return free


def _read(raw: Any, context: Context) -> tuple[Section, ...]:
    return read_body(raw, context)


BODY: Pair[tuple[Section, ...]] = Pair(_read, write_body)
