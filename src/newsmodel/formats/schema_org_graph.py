"""The nodes of a JSON-LD document: finding the articles among them, and what they point at.

Nodes may lie in lists, in graphs and in pages, and point at each other by ``@id``. What is said under one ``@id`` in several
places is said of one node (JSON-LD 1.1, §3.5), so it is put together; where it contradicts, the first place counts and the
other is reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from newsmodel.codec.context import Context
from newsmodel.errors import InputError
from newsmodel.formats.schema_org_values import ARTICLES
from newsmodel.formats.schema_org_wild import tidied
from newsmodel.losses import LossKind
from newsmodel.syntax.json import escape_pointer
from newsmodel.syntax.json_extras import text_of

Node = dict[str, Any]

_DEEP = 2
"""How many references in a row are followed: an author's employer, a publisher's logo."""
_MAX_NESTING = 8
"""How deep an article may lie in lists, graphs and pages."""


def listed(value: Any) -> list[Any]:
    """Return the values that stand somewhere."""
    return value if isinstance(value, list) else [] if value is None else [value]


def is_article(node: Any) -> bool:
    """Whether a node is an article."""
    return isinstance(node, dict) and any(
        isinstance(word, str) and word in ARTICLES for word in listed(node.get("@type"))
    )


def articles_of(raw: Any, context: Context) -> list[Node]:
    """Return the articles of a document, with the nodes that they point at in their place. Report what is beside them."""
    graph = Graph(context)
    nodes = graph.joined(list(graph.nodes(tidied(raw, context), "", _MAX_NESTING)))
    articles = [node for node in nodes if is_article(node)]
    if not articles:
        raise InputError("an article of schema.org (NewsArticle or a kind of it)", raw)
    others = [node for node in nodes if not is_article(node)]
    known = {node["@id"]: node for node in others if isinstance(node.get("@id"), str) and len(node) > 1}
    used: set[str] = set()
    found = [graph.resolved(article, known, used) for article in articles]
    for node in others:
        name = node.get("@id")
        if not (isinstance(name, str) and name in used):
            graph.unread("/@graph", node, "beside the article")
    return found


@frozen
class Graph:
    """The nodes of one document."""

    context: Context

    def unread(self, where: str, value: Any, reason: str) -> None:
        """Report what comes to nothing."""
        self.context.note_place(LossKind.UNREAD, where, text_of(value), reason=reason)

    def nodes(self, raw: Any, place: str, depth: int) -> Iterator[Node]:
        """Give the nodes of a document: in lists, graphs, and the articles that pages hold."""
        for index, item in enumerate(listed(raw)):
            where = f"{place}/{index}" if isinstance(raw, list) else place
            if not isinstance(item, dict | list):
                self.unread(where or "/", item, "no object")
            elif not depth:
                self.unread(where, item, f"nested deeper than {_MAX_NESTING} levels")
            elif isinstance(item, list):
                yield from self.nodes(item, where, depth - 1)
            else:
                yield from self._node(item, where, depth)

    def _node(self, item: Node, where: str, depth: int) -> Iterator[Node]:
        context = {"@context": item["@context"]} if "@context" in item else {}
        held: Any = item.get("mainEntity")
        if item.get("@graph") is not None:
            for key in item.keys() - {"@context", "@graph"}:
                self.unread(f"{where}/{escape_pointer(key)}", item[key], "beside the graph")
            for node in self.nodes(item["@graph"], f"{where}/@graph", depth - 1):
                yield {**context, **node}
        elif not is_article(item) and is_article(held):
            yield from self.nodes({**context, **held}, f"{where}/mainEntity", depth - 1)
            yield {key: value for key, value in item.items() if key != "mainEntity"}
        else:
            yield item

    def joined(self, nodes: list[Node]) -> list[Node]:
        """Put the nodes with one identifier together, articles with articles only."""
        twins: dict[tuple[str, bool], list[int]] = defaultdict(list)
        for index, node in enumerate(nodes):
            if isinstance(node.get("@id"), str):
                twins[node["@id"], is_article(node)].append(index)
        out: list[Node | None] = list(nodes)
        for first, *others in twins.values():
            for other in others:
                out[first] = self._merged(out[first] or {}, nodes[other])
                out[other] = None
        return [node for node in out if node is not None]

    def _merged(self, node: Node, more: Node) -> Node:
        """Return a node with what is said of it elsewhere."""
        out = dict(node)
        for key, value in more.items():
            there = out.get(key)
            if key == "@context" or value == there:
                continue
            if there is None:
                out[key] = value
            elif key == "@type":
                out[key] = [*listed(there), *(word for word in listed(value) if word not in listed(there))]
            else:
                where = f"/@graph/{escape_pointer(key)}"
                self.unread(where, value, f"something else is said of {text_of(node.get('@id'))} before")
        return out

    def resolved(self, article: Node, known: dict[str, Node], used: set[str]) -> Node:
        """Put the nodes that an article points at where it points at them, and what those point at where they do."""

        def resolve(value: Any, depth: int = _DEEP) -> Any:
            if isinstance(value, list):
                return [resolve(item, depth) for item in value]
            name = value.get("@id") if isinstance(value, dict) else None
            there = known.get(name) if isinstance(name, str) else None
            if there is None:
                return value
            used.add(there["@id"])
            merged = self._merged(value, there)
            if depth == 1:
                return merged
            return {key: resolve(inner, depth - 1) for key, inner in merged.items()}

        return {key: resolve(value) for key, value in article.items()}
