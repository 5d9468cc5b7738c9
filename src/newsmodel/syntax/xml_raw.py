"""The quick way to `newsmodel.syntax.xml.raw_text`, for elements that are plain.

Most unknown content is an element or two of one namespace. Copying it and asking libxml2 for its canonical form takes
ten times as long as writing that form (Canonical XML 1.0, §2.3) in place. What is not plain is left to libxml2.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from lxml import etree

_XML = "{http://www.w3.org/XML/1998/namespace}"
_ABSOLUTE = re.compile(r"(?:https?://[\w.-]+|urn:\w)[\w.:/#-]*", re.ASCII)
"""Namespace names that are surely no relative references."""
_FEW = 3
"""Of as many elements the form is written in less time than libxml2 takes."""
_REMEMBERED = 1000


class NotPlain(ValueError):  # a sign, and no error
    """Something that is left to libxml2."""


class _Tags(dict[Any, tuple[str, str, str]]):
    """How tags are written: their namespace, the beginning without its declaration, the end. They come again and again."""

    def __missing__(self, tag: Any) -> tuple[str, str, str]:
        if type(tag) is not str:
            raise NotPlain
        namespace, _, name = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
        if namespace and (_ABSOLUTE.fullmatch(namespace) is None or namespace == _XML[1:-1]):
            raise NotPlain
        if len(self) >= _REMEMBERED:
            self.clear()
        form = self[tag] = (namespace, f"<{name}", f"</{name}>")
        return form


_TAGS = _Tags()


def short_raw_text(element: etree._Element, most: int = _FEW) -> str:
    """Return an element's canonical form. Raise `NotPlain` where it is not plain, or an element in it has more than ``most`` inside.

    Plain is: all tags in one namespace or all in none, attributes in none or in that of ``xml:``, no comments.
    """
    namespace, begin, end = _TAGS[element.tag]
    if namespace:
        begin = f'{begin} xmlns="{namespace}"'
    return _written(element, namespace, begin, end, most)


def plain_raw_text(element: etree._Element) -> str | None:
    """Return an element's canonical form, however long; None where it is not plain."""
    try:
        return short_raw_text(element, sys.maxsize)
    except NotPlain:
        return None


def _written(element: etree._Element, namespace: str, begin: str, end: str, most: int) -> str:
    """Write an element in which all tags are of a namespace."""
    attributes = element.items()
    if attributes:
        begin += _attributes(attributes)
    text = element.text or ""
    if text and ("&" in text or "<" in text or ">" in text or "\r" in text):
        text = _escaped(text)
    count = len(element)
    if not count:
        return f"{begin}>{text}{end}"
    if count > most:
        raise NotPlain
    pieces = [begin, ">", text]
    for child in element:
        around, inner_begin, inner_end = _TAGS[child.tag]
        if around != namespace:
            raise NotPlain
        pieces.append(_written(child, namespace, inner_begin, inner_end, most - count))
        if tail := child.tail:
            if "&" in tail or "<" in tail or ">" in tail or "\r" in tail:
                tail = _escaped(tail)
            pieces.append(tail)
    pieces.append(end)
    return "".join(pieces)


def _attributes(attributes: list[tuple[str, str]]) -> str:
    """Write attributes, those without a namespace first, each kind sorted by name (§2.2)."""
    if len(attributes) > 1:
        attributes = sorted(attributes)
        if attributes[-1][0] >= "{":  # in the letters' order, but for what comes behind a brace
            attributes.sort(key=_namespace_last)
    written = ""
    for key, value in attributes:
        if key[0] == "{":
            if not key.startswith(_XML):
                raise NotPlain
            key = "xml:" + key[len(_XML) :]  # noqa: PLW2901
        if not value.isprintable() or "&" in value or "<" in value or '"' in value:
            value = value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")  # noqa: PLW2901
            value = value.replace("\t", "&#x9;").replace("\n", "&#xA;").replace("\r", "&#xD;")  # noqa: PLW2901
        written += f' {key}="{value}"'
    return written


def _namespace_last(attribute: tuple[str, str]) -> tuple[bool, str]:
    return attribute[0][0] == "{", attribute[0]


def _escaped(text: str) -> str:
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
