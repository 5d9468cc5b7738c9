"""Reading and writing a JSON-LD document: finding the article in it, and the objects that it points at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from newsmodel.codec.context import Context
from newsmodel.errors import InputError, SeveralItems
from newsmodel.formats.registry import Format
from newsmodel.formats.schema_org import ARTICLE, NAME
from newsmodel.formats.schema_org_values import ARTICLES, base_of, is_sayable
from newsmodel.losses import LossKind
from newsmodel.model import Article
from newsmodel.syntax.json import parse_json, serialise_json

_MAX_NESTING = 8
"""How deep an article may lie in list, graphs and pages."""


def read_document(data: bytes, context: Context) -> Article:
    """Read the one article of a document. Raise `SeveralItems` where there are more."""
    articles = _articles(parse_json(data), context)
    if len(articles) > 1:
        message = f"expected one article, got {len(articles)}: read_all reads them all"
        raise SeveralItems("one article", len(articles), message=message)
    return _read(articles[0], context)


def read_documents(data: bytes, context: Context) -> Iterator[Article]:
    """Read all articles of a document."""
    for node in _articles(parse_json(data), context):
        yield _read(node, attrs.evolve(context, homeless=[], anchors={}))


def _read(node: dict[str, Any], context: Context) -> Article:
    url = node.get("url")
    page = node.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    identifiers = node.get("identifier")
    guid = next(
        (
            i.get("value")
            for i in _listed(identifiers)
            if isinstance(i, dict) and i.get("propertyID") == "guid"
        ),
        None,
    )
    names = [name if isinstance(name, str) else None for name in (url or page, guid)]
    context.base = base_of(*names)
    return ARTICLE.decode(node, context)


def _articles(raw: Any, context: Context) -> list[dict[str, Any]]:
    nodes = list(_nodes(raw, _MAX_NESTING))
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    found = [_resolved(node, known) for node in nodes if _is_article(node)]
    if not found:
        raise InputError("an article of schema.org (NewsArticle or a kind of it)", raw)
    if len(nodes) > len(found):
        used = {id(node) for node in nodes if _is_article(node)}
        for node in nodes:
            if id(node) not in used and not _mentioned(node, found):
                context.note_place(
                    LossKind.UNREAD, "/@graph", serialise_json(node).decode(), reason="beside the article"
                )
    return found


def _nodes(raw: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Give the nodes of a document: in lists, graphs, and the articles that pages hold."""
    for item in _listed(raw):
        if not isinstance(item, dict) or not depth:
            continue
        context = {"@context": item["@context"]} if "@context" in item else {}
        held: Any = item.get("mainEntity")
        inner = item.get("@graph")
        if inner is not None:
            yield from ({**context, **node} for node in _nodes(inner, depth - 1))
        elif not _is_article(item) and _is_article(held):
            yield from _nodes({**context, **held}, depth - 1)
            yield {key: value for key, value in item.items() if key != "mainEntity"}
        else:
            yield item


def _is_article(node: Any) -> bool:
    return isinstance(node, dict) and any(
        isinstance(word, str) and word in ARTICLES for word in _listed(node.get("@type"))
    )


def _resolved(node: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """Put the nodes that an article points at by ``@id`` where it points at them, one level deep."""

    def resolve(value: Any) -> Any:
        if isinstance(value, list):
            return [resolve(item) for item in value]
        if isinstance(value, dict) and value.keys() == {"@id"} and isinstance(value["@id"], str):
            there = known.get(value["@id"])
            return (
                value
                if there is None or _is_article(there)
                else {k: v for k, v in there.items() if k != "@context"}
            )
        return value

    return {key: resolve(value) for key, value in node.items()}


def _mentioned(node: dict[str, Any], articles: list[dict[str, Any]]) -> bool:
    name = node.get("@id")
    return name is not None and any(
        name == _id_of(value) for article in articles for each in article.values() for value in _listed(each)
    )


def _id_of(value: Any) -> Any:
    return value.get("@id") if isinstance(value, dict) else None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def write_document(article: Article, context: Context) -> bytes:
    """Write one NewsArticle node."""
    context.article = article
    context.base = base_of(article.url, article.id)
    said = [each.id for each in (*article.people, *article.organisations) if each.id and is_sayable(each)]
    context.anchors |= {f"#{name}": name for name in said}
    return serialise_json(ARTICLE.encode(article, context), indent=True)


def _recognises(start: bytes) -> bool:
    return start[:1] in (b"{", b"[") and b"schema.org" in start


FORMAT = Format(
    NAME, "schema.org JSON-LD", "jsonld", _recognises, read_document, write_document, read_all=read_documents
)
