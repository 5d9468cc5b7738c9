"""Reading and writing a JSON-LD document: finding the article in it, and the objects that it points at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from newsmodel.codec.context import Context
from newsmodel.errors import SeveralItems
from newsmodel.formats.registry import Format
from newsmodel.formats.schema_org import ARTICLE, NAME
from newsmodel.formats.schema_org_graph import articles_of, listed
from newsmodel.formats.schema_org_values import base_of, is_sayable
from newsmodel.losses import LossKind
from newsmodel.model import Article
from newsmodel.syntax.json import serialise_json
from newsmodel.syntax.json_repair import Repair, parse_lenient_json


def read_document(data: bytes, context: Context) -> Article:
    """Read the one article of a document. Raise `SeveralItems` where there are more."""
    articles = articles_of(_parsed(data, context), context)
    if len(articles) > 1:
        message = f"expected one article, got {len(articles)}: read_all reads them all"
        raise SeveralItems("one article", len(articles), message=message)
    return _read(articles[0], context)


def read_documents(source: bytes, context: Context) -> Iterator[Article]:
    """Read all articles of a document."""
    for node in articles_of(_parsed(source, context), context):
        yield _read(node, attrs.evolve(context, homeless=[], anchors={}))


def _parsed(data: bytes, context: Context) -> Any:
    """Return the value of a document; what had to be repaired is noted."""

    def note(repair: Repair) -> None:
        context.note_place(LossKind.REPAIRED, "", repair.text, reason=repair.what, line=repair.line)

    return parse_lenient_json(data, note)


def _read(node: dict[str, Any], context: Context) -> Article:
    url = node.get("url")
    page = node.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    identifiers = node.get("identifier")
    guid = next(
        (
            i.get("value")
            for i in listed(identifiers)
            if isinstance(i, dict) and i.get("propertyID") == "guid"
        ),
        None,
    )
    names = [name if isinstance(name, str) else None for name in (url or page, guid)]
    context.base = base_of(*names)
    return ARTICLE.decode(node, context)


def write_document(article: Article, context: Context) -> bytes:
    """Write one NewsArticle node."""
    context.article = article
    context.base = base_of(article.url, article.id)
    said = [each.id for each in (*article.people, *article.organisations) if each.id and is_sayable(each)]
    context.anchors |= {f"#{name}": name for name in said}
    return serialise_json(ARTICLE.encode(article, context), indent=True)


def _recognises(start: bytes) -> bool:
    return start[:1] in (b"{", b"[") and (b"schema.org" in start or _KEYWORD.search(start) is not None)


_KEYWORD = re.compile(rb'"@(?:context|graph|id|type)"\s*:')
"""The keys of JSON-LD: the context, which names the vocabulary, may stand at the end of a long document."""


FORMAT = Format(
    NAME, "schema.org JSON-LD", "jsonld", _recognises, read_document, write_document, read_all=read_documents
)
