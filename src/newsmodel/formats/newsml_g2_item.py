"""Reading and writing a newsItem: the document around the table."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import SeveralItems
from newsmodel.formats.newsml_g2 import ARTICLE, NAME
from newsmodel.formats.newsml_g2_values import NAR_NS, valid_language
from newsmodel.formats.registry import Format
from newsmodel.losses import LossKind
from newsmodel.model import Article, Span
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import (
    XML_NS,
    children_of,
    indent,
    parse_xml,
    path_of,
    raw_text,
    serialise_xml,
    tag_of,
)
from newsmodel.syntax.xml_table import root_error

_ITEM, _SET, _MESSAGE = (f"{{{NAR_NS}}}{name}" for name in ("newsItem", "itemSet", "newsMessage"))
_REFERENCE = f"{{{NAR_NS}}}inlineRef"
_HEADLINE, _TAG = f"{{{NAR_NS}}}headline", f"{{{NAR_NS}}}language"


def read_item(data: bytes, context: Context) -> Article:
    """Read the one newsItem of a document. Raise `SeveralItems` for a message with more than one."""
    root = parse_xml(data, context)
    items = _items(root)
    if not items:
        raise root_error("a newsItem, or a newsMessage with one", root)
    if len(items) > 1:
        message = f"expected one newsItem, got {len(items)}: read_all reads them all"
        raise SeveralItems("one newsItem", len(items), message=message)
    _note_around(root, context)
    return _read(items[0], context)


def read_items(data: bytes, context: Context) -> Iterator[Article]:
    """Read all newsItems of a document, a message or a single item."""
    root = parse_xml(data, context)
    items = _items(root)
    _note_around(root, context)
    for item in items:
        yield _read(item, Context(context.format, context.losses, keep=context.keep))


def _items(root: etree._Element) -> list[etree._Element]:
    if tag_of(root) == _ITEM:
        return [root]
    if tag_of(root) == _MESSAGE:
        return [item for holder in root.iterchildren(_SET) for item in holder.iterchildren(_ITEM)]
    raise root_error("a newsItem or newsMessage of NewsML-G2", root)


def _note_around(root: etree._Element, context: Context) -> None:
    """Note what a message says beside its newsItems: the header, items of other kinds."""
    if tag_of(root) != _MESSAGE:
        return
    for part in children_of(root):
        others = (
            [part] if tag_of(part) != _SET else [item for item in children_of(part) if tag_of(item) != _ITEM]
        )
        for other in others:
            context.note_place(LossKind.UNREAD, path_of(other), raw_text(other), reason="beside the newsItem")


def _read(item: etree._Element, context: Context) -> Article:
    _look_ahead(item, context)
    article = ARTICLE.decode(item, context)
    _note_identifiers(item, context)
    return _with_bylines(_without_languages(article), context)


def _with_bylines(article: Article, context: Context) -> Article:
    """Take the byline of the body where the metadata has none; note one that says something else."""
    if not article.bylines:
        return attrs.evolve(article, bylines=context.bylines)
    for said in set(context.bylines) - {text.value for text in article.bylines}:
        context.note_place(
            LossKind.UNREAD, "contentSet/inlineXML", said, reason="a byline that is not the item's"
        )
    return article


def _without_languages(article: Article) -> Article:
    """Leave out the languages that texts inherited: each text has its own now, and a new one must not inherit them."""
    extras = tuple(
        extra
        for extra in article.extras
        if not (extra.place in _LANGUAGES and valid_language(extra.raw or ""))
    )
    return attrs.evolve(article, extras=extras) if extras != article.extras else article


_LANGUAGES = frozenset({"@xml:lang", "itemMeta/@xml:lang", "contentMeta/@xml:lang"})


def _note_identifiers(item: etree._Element, context: Context) -> None:
    """Note the identifiers in the body that no quote points at."""
    pointed = {name for ref in item.iterchildren(_REFERENCE) for name in ref.get("idrefs", "").split()}
    for name, anchor in context.anchors.items():
        if isinstance(anchor, Span) and name not in pointed:
            context.note_place(LossKind.UNREAD, "contentSet/inlineXML//@id", name)


def _look_ahead(item: etree._Element, context: Context) -> None:
    """Find what the inside of a document needs to know: the headline, and the language of the content."""
    headline = item.find(f".//{_HEADLINE}")
    context.headline = one_line("".join(headline.itertext())) if headline is not None else None
    content = item.find(f".//{_TAG}")
    tag = content.get("tag") if content is not None else None
    context.language = valid_language(tag or item.get(f"{{{XML_NS}}}lang") or "")


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
