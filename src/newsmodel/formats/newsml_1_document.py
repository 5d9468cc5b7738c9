"""NewsML 1 documents: one item with one story, or several items, or one story in several languages."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

import attrs
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import SeveralItems
from newsmodel.formats.newsml_1 import ARTICLE, NAME
from newsmodel.formats.newsml_1_delivery import deliver
from newsmodel.formats.newsml_1_layout import lay_out
from newsmodel.formats.newsml_1_stories import stories_of, without_namespace
from newsmodel.formats.newsml_g2_values import valid_language
from newsmodel.formats.registry import Format
from newsmodel.formats.xml_document import Document
from newsmodel.model import Article, Text, Translation
from newsmodel.model.origin import Origin, with_origin
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import indent, local_name, parse_xml, serialise_xml, tag_of
from newsmodel.syntax.xml_patch import Patch
from newsmodel.syntax.xml_table import XmlTable, root_error


def read_item(data: bytes, context: Context) -> Article:
    """Read the one article of a document. Raise `SeveralItems` for a document with several items, stories or languages."""
    root = _parsed(data)
    items = _items(root)
    number = sum(len(stories_of(item)) for item in items)
    if not items:
        raise root_error("a NewsML document with a NewsItem", root)
    if number > 1:
        message = f"expected one article, got {number}: read_all reads them all"
        raise SeveralItems("one article", number, message=message)
    article = _read(root, items[0], 0, context)
    return with_origin(article, Origin(NAME, data, article)) if context.keep else article


def read_items(data: bytes, context: Context) -> Iterator[Article]:
    """Read all articles of a document: its items, and the language versions of each."""
    root = _parsed(data)
    items = _items(root)
    for number in range(len(items)):
        alone = _alone(root, items, number)
        count = len(stories_of(_items(alone)[0]))
        found = [
            _read(each, _items(each)[0], story, Context(context.format, context.losses, keep=context.keep))
            for story in range(count)
            for each in [deepcopy(alone)]
        ]
        yield from found if count < 2 else _linked(found)


def _parsed(data: bytes) -> etree._Element:
    root = parse_xml(data)
    if local_name(tag_of(root)) != "NewsML":
        raise root_error("a NewsML document", root)
    without_namespace(root)
    return root


def _items(root: etree._Element) -> list[etree._Element]:
    return list(root.iterchildren("NewsItem"))


def _alone(root: etree._Element, items: list[etree._Element], number: int) -> etree._Element:
    """Return a document with one of its items."""
    made = etree.Element(root.tag, dict(root.attrib), root.nsmap)
    made.text = root.text
    for child in root:
        if child not in items or child is items[number]:
            made.append(deepcopy(child))
    return made


def _linked(articles: list[Article]) -> list[Article]:
    """Let language versions of one story name one another."""
    linked = []
    for article in articles:
        others = [
            Translation(other.language)
            for other in articles
            if other is not article and other.language and other.language != article.language
        ]
        linked.append(attrs.evolve(article, translations=(*article.translations, *others)))
    return linked


def _read(root: etree._Element, item: etree._Element, story: int, context: Context) -> Article:
    """Read one story of an item."""
    lay_out(root, item, stories_of(item), story, context)
    _look_ahead(item, context)
    return _with_findings(ARTICLE.decode(root, context), context)


def _look_ahead(item: etree._Element, context: Context) -> None:
    """Find what the body needs to know: the headline and the language."""
    headline = item.find("NewsComponent/NewsLines/HeadLine")
    context.headline = one_line("".join(headline.itertext())) if headline is not None else None
    language = item.find("NewsComponent/DescriptiveMetadata/Language")
    context.language = valid_language(language.get("FormalName", "")) if language is not None else None


def _with_findings(article: Article, context: Context) -> Article:
    """Take the byline of the body where the lines have none, and the notes to editors that stand in it."""
    bylines = article.bylines or tuple(map(Text, context.bylines))
    notes = [text for note in context.editor_notes if (text := one_line(note))]
    known = {text.value for text in article.editor_notes}
    new = tuple(Text(note) for note in notes if note not in known)
    if bylines == article.bylines and not new:
        return article
    return attrs.evolve(article, bylines=bylines, editor_notes=(*article.editor_notes, *new))


# writing


class NewsmlDocument(Document):
    """A document that is laid out to be changed, and delivered again."""

    def _changed(
        self, origin: Origin, article: Article, fields: frozenset[str], context: Context
    ) -> bytes | None:
        root = _parsed(origin.data)
        items = _items(root)
        lay_out(root, items[0], stories_of(items[0]), 0, Context(NAME))
        Patch(ARTICLE, origin.article, article, fields, context).apply(root)
        deliver(root)
        return serialise_xml(root)


def _table(root: etree._Element) -> XmlTable[Article]:  # noqa: ARG001  # as Document wants it
    return ARTICLE


def _find(root: etree._Element, context: Context) -> etree._Element | None:  # noqa: ARG001  # as Document wants it
    return root


DOCUMENT = NewsmlDocument(
    table=_table,
    find=_find,
    read=read_item,
    together=frozenset(
        {"id", "version_created", "first_created", "rights", "status", "embargo", "headlines"}
    ),
    body=frozenset({"sections", "quotes", "media", "people", "organisations", "places"}),
)


def write_item(article: Article, context: Context) -> bytes:
    """Write an article: into the document that it came from, where there is one; else as a document of its own."""
    written = DOCUMENT.written_back(article, context)
    if written is not None:
        return written
    context.article = article
    root = ARTICLE.encode(article, context)
    deliver(root)
    indent(root, _LEAVES, frozenset(element for element in context.put_back if etree.iselement(element)))
    return serialise_xml(root)


_XHTML = "{http://www.w3.org/1999/xhtml}"
_LEAVES = frozenset(
    f"{_XHTML}{name}" for name in ("p", "li", "td", "th", "caption", "title", "h2", "h3", "h4", "h5", "h6")
)
"""What has running text inside, where white space does mean something."""


def _recognises(start: bytes) -> bool:
    return b"<NewsML" in start or (b":NewsML" in start and b"NewsML/2003" in start)


FORMAT = Format(NAME, "NewsML 1", "xml", _recognises, read_item, write_item, read_all=read_items)
