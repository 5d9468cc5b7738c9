"""When two XML documents say the same: apart from prefixes, white space that means nothing, and the order of attributes."""

from __future__ import annotations

from typing import Any

from lxml import etree


def canonical(data: bytes) -> Any:
    """Return a document as values that are equal for documents that say the same, comments included."""
    parser = etree.XMLParser(resolve_entities="internal", no_network=True)
    return _of(etree.fromstring(data, parser))


def _of(element: Any) -> Any:
    if not isinstance(element.tag, str):
        return "comment", _words(element.text)
    inner = tuple((_of(child), _words(child.tail)) for child in element)
    return element.tag, tuple(sorted(element.items())), _words(element.text), inner


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
