"""Reading and writing a newsItem: the document around the table."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import SeveralItems
from newsmodel.formats.newsml_g2 import ARTICLE, NAME
from newsmodel.formats.newsml_g2_values import NAR_NS
from newsmodel.formats.registry import Format
from newsmodel.losses import LossKind
from newsmodel.model import Article, Span
from newsmodel.model.values import language_tag, one_line
from newsmodel.syntax.xml import XML_NS, children_of, indent, local_name, parse_xml, serialise_xml, tag_of
from newsmodel.syntax.xml_table import root_error

_ITEM, _MESSAGE = f"{{{NAR_NS}}}newsItem", f"{{{NAR_NS}}}newsMessage"
_REFERENCE, _BODY = f"{{{NAR_NS}}}inlineRef", f"{{{NAR_NS}}}contentSet/{{{NAR_NS}}}inlineXML"
_HEADLINE, _TAG = f"{{{NAR_NS}}}headline", f"{{{NAR_NS}}}language"


def read_item(data: bytes, context: Context) -> Article:
    """Read the one newsItem of a document. Raise `SeveralItems` for a message with more than one."""
    items = _items(data)
    if len(items) != 1:
        raise SeveralItems(
            "one newsItem",
            len(items),
            message=f"expected one newsItem, got {len(items)}: read_all reads them all",
        )
    return _read(items[0], context)


def read_items(data: bytes, context: Context) -> Iterator[Article]:
    """Read all newsItems of a document, a message or a single item."""
    for item in _items(data):
        yield _read(item, attrs.evolve(context, anchors={}, paragraphs=[], bylines=[], homeless=[]))


def _items(data: bytes) -> list[etree._Element]:
    root = parse_xml(data)
    if tag_of(root) == _ITEM:
        return [root]
    if tag_of(root) == _MESSAGE:
        return [
            item
            for holder in children_of(root)
            if local_name(tag_of(holder)) == "itemSet"
            for item in holder.iterchildren(_ITEM)
        ]
    raise root_error("a newsItem or newsMessage of NewsML-G2", root)


def _read(item: etree._Element, context: Context) -> Article:
    _look_ahead(item, context)
    article = ARTICLE.decode(item, context)
    _note_identifiers(item, context)
    _note_language(item, article, context)
    if context.bylines and not article.bylines:
        article = attrs.evolve(article, bylines=context.bylines)
    return article


def _note_identifiers(item: etree._Element, context: Context) -> None:
    """Note the identifiers in the body that no quote points at."""
    pointed = {name for ref in item.iterchildren(_REFERENCE) for name in ref.get("idrefs", "").split()}
    for name, anchor in context.anchors.items():
        if isinstance(anchor, Span) and name not in pointed:
            context.note_place(LossKind.UNREAD, "contentSet/inlineXML//@id", name)


def _note_language(item: etree._Element, article: Article, context: Context) -> None:
    """Note the language of the body where it is another than the article's."""
    for body in item.iterfind(f"{_BODY}/*"):
        said = {body.get(key) for key in (f"{{{XML_NS}}}lang", "lang")} - {None}
        for language in sorted(str(tag) for tag in said if language_tag(tag) != article.language):
            context.note_place(LossKind.UNREAD, "contentSet/inlineXML//@lang", language)


def _look_ahead(item: etree._Element, context: Context) -> None:
    """Find what the inside of a document needs to know: the headline, and the language of the texts where it is not the content's."""
    headline = item.find(f".//{_HEADLINE}")
    context.headline = one_line("".join(headline.itertext())) if headline is not None else None
    inherited = item.get(f"{{{XML_NS}}}lang")
    content = item.find(f".//{_TAG}")
    if inherited and content is not None and content.get("tag", "").casefold() != inherited.casefold():
        context.language = inherited


def write_item(article: Article, context: Context) -> bytes:
    """Write a newsItem, laid out in lines where white space means nothing."""
    context.article = article
    root = ARTICLE.encode(article, context)
    indent(
        root,
        _LEAVES,
        frozenset(element for element in context.put_back if etree.iselement(element)),
    )
    return serialise_xml(root)


_XHTML = "{http://www.w3.org/1999/xhtml}"
_LEAVES = frozenset(
    f"{_XHTML}{name}" for name in ("p", "li", "td", "th", "caption", "title", "h2", "h3", "h4", "h5", "h6")
)
"""What has running text inside, where white space does mean something."""


def _recognises(start: bytes) -> bool:
    return NAR_NS.encode() in start and (b"newsItem" in start or b"newsMessage" in start)


FORMAT = Format(NAME, "NewsML-G2", "xml", _recognises, read_item, write_item, read_all=read_items)
