"""NewsML-G2 documents: a single item, or a newsMessage of many; read, and written back where they came from.

`newsml_g2_root` says what a document is, `newsml_g2_reading` reads it, `newsml_g2_message` writes messages, `newsml_g2_envelope` knows
what stands around their items, and `newsml_g2_item` reads and writes one item.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree  # noqa: TC002  # as in the other modules of this format

from newsmodel.codec.context import Context
from newsmodel.formats.messages import note_left, origin_in
from newsmodel.formats.newsml_g2 import NAME
from newsmodel.formats.newsml_g2_aliases import declare, undeclared_in
from newsmodel.formats.newsml_g2_asserts import note_asserted
from newsmodel.formats.newsml_g2_body import keep_namespace
from newsmodel.formats.newsml_g2_item import table_of, write_fresh
from newsmodel.formats.newsml_g2_message import write_message
from newsmodel.formats.newsml_g2_reading import read_item, read_items
from newsmodel.formats.newsml_g2_root import is_elsewhere, items_of, recognises
from newsmodel.formats.newsml_g2_values import NAR_NS
from newsmodel.formats.registry import Format
from newsmodel.formats.xml_document import Document, note_silent
from newsmodel.model import Article
from newsmodel.syntax.xml import parse_xml
from newsmodel.syntax.xml_namespace import into_namespace


def _find(root: etree._Element, context: Context) -> etree._Element | None:  # noqa: ARG001  # as Document wants it
    if is_elsewhere(root):
        into_namespace(root, NAR_NS)
    items = items_of(root)
    return items[0] if len(items) == 1 else None


def _finish(
    item: etree._Element,
    article: Article,
    fields: frozenset[str],
    context: Context,
) -> None:
    """See to what follows from a change: the namespace of the body, what asserts say, and the aliases that it brings.

    Other aliases stay undeclared as they came.
    """
    note_asserted(item, article, context)
    anew = "sections" in fields
    if article.origin is None or not (anew or undeclared_in(item)):
        return
    came = _find(parse_xml(article.origin.data, Context(context.format)), context)
    if anew and came is not None:
        keep_namespace(item, came)
    declare(item, article, context, undeclared_in(came) if came is not None else frozenset())


DOCUMENT = Document(
    table=table_of,
    find=_find,
    read=read_item,
    together=frozenset({"sections", "quotes", "mentions"}),
    body=frozenset({"sections", "quotes", "mentions", "media", "people", "organisations", "places"}),
    finish=_finish,
    renames=is_elsewhere,
)


def _written(article: Article, context: Context) -> tuple[bytes, bool]:
    """Write an article, and say whether that is into the document that it came from."""
    written = DOCUMENT.written_back(article, context)
    if written is not None:
        return written, True
    DOCUMENT.note_left_out(article, context)
    data = write_fresh(article, context)
    note_silent(data, article, DOCUMENT.read, context)
    return data, False


def _write_one(article: Article, context: Context) -> bytes:
    return _written(article, context)[0]


def write_item(article: Article, context: Context) -> bytes:
    """Write an article: into the document that it came from, where there is one; else as an item of its own."""
    written, back = _written(article, context)
    origin = origin_in(article, context)
    if not (back and origin is not None and origin.envelope is not None and origin.envelope.whole):
        note_left([article], context)
    return written


def write_items(articles: Iterable[Article], context: Context) -> bytes:
    """Write several articles into one message."""
    return write_message(articles, context, _write_one)


FORMAT = Format(
    NAME,
    "NewsML-G2",
    "xml",
    recognises,
    read_item,
    write_item,
    read_all=read_items,
    write_all=write_items,
    streams=True,
    messages=True,
)
