"""The quick way to `newsmodel.syntax.xml.raw_text`, for elements that are plain.

Most unknown content is an element or two of one namespace. Copying it and asking libxml2 for its canonical form takes
ten times as long as writing that form (Canonical XML 1.0, §2.3) in place. What is not plain is left to libxml2.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from lxml import etree

_XML = "{http://www.w3.org/XML/1998/namespace}"
_ABSOLUTE = re.compile(r"(?:https?://[\w.-]+|urn:\w)[\w.:/#-]*", re.ASCII)
"""Namespace names that are surely no relative references."""


def plain_raw_text(element: etree._Element) -> str | None:
    """Return an element's canonical form; None where it is not plain.

    Plain is: all tags in one namespace or all in none, attributes in none or in that of ``xml:``, no comments.
    """
    namespace, brace, _ = str(element.tag).rpartition("}")
    start = namespace + brace
    if start and not _is_plain(namespace[1:]):
        return None
    pieces: list[str] = []
    if not _write(element, start, f' xmlns="{namespace[1:]}"' if start else "", pieces):
        return None
    return "".join(pieces)


@lru_cache(64)
def _is_plain(namespace: str) -> bool:
    return _ABSOLUTE.fullmatch(namespace) is not None and namespace != _XML[1:-1]


def _write(element: etree._Element, start: str, declared: str, pieces: list[str]) -> bool:
    """Write an element whose tags begin with ``start``; return whether all in it is plain."""
    tag = element.tag
    if type(tag) is not str or not tag.startswith(start):
        return False
    name = tag[len(start) :]
    if name.startswith("{"):
        return False
    pieces.append(f"<{name}{declared}")
    attributes = element.items()
    if attributes and not _write_attributes(attributes, pieces):
        return False
    pieces.append(f">{_text(element.text)}")
    for child in element:
        if not _write(child, start, "", pieces):
            return False
        pieces.append(_text(child.tail))
    pieces.append(f"</{name}>")
    return True


def _write_attributes(attributes: list[tuple[str, str]], pieces: list[str]) -> bool:
    """Write attributes, those without a namespace first, each kind sorted by name (§2.2)."""
    if len(attributes) > 1:
        attributes = sorted(attributes, key=lambda attribute: (attribute[0][0] == "{", attribute[0]))
    for key, value in attributes:
        name = key
        if key[0] == "{":
            if not key.startswith(_XML):
                return False
            name = "xml:" + key[len(_XML) :]
        said = value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        said = said.replace("\t", "&#x9;").replace("\n", "&#xA;").replace("\r", "&#xD;")
        pieces.append(f' {name}="{said}"')
    return True


def _text(text: str | None) -> str:
    if not text:
        return ""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace("\r", "&#xD;")


QNAMES = ("valuedatatype", "{http://www.w3.org/2001/XMLSchema-instance}type")
"""The attributes whose value is a name with a prefix (xs:QName): NewsML-G2's extension properties, XML Schema's own."""
QNAME_MARKS = ("valuedatatype=", "http://www.w3.org/2001/XMLSchema-instance")
"""What stands in raw text that may hold one of them."""
_START = re.compile(r'<[^\s>]+(?: xmlns="[^"]*")?')


def with_prefixes(element: etree._Element, said: str) -> str:
    """Return raw text that also declares the prefixes which stand in values: without them these mean nothing."""
    declared: dict[str, str] = {}
    for inner in element.iter("*"):
        for name in QNAMES:
            prefix, colon, _ = (inner.get(name) or "").strip().partition(":")
            if colon and f" xmlns:{prefix}=" not in said and (uri := inner.nsmap.get(prefix)):
                declared.setdefault(prefix, uri)
    start = _START.match(said)
    if not declared or start is None:
        return said
    names = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in sorted(declared.items()))
    return said[: start.end()] + names + said[start.end() :]
