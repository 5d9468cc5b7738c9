"""How large an XML document may be, so that nobody who walks it runs out of time, memory or stack.

The figures behind these limits: docs/decisions/0009-reading-xml-safely.md.
"""

from __future__ import annotations

import re
from typing import NoReturn

from lxml import etree

from newsmodel.errors import SyntaxFault

MAX_DEPTH = 256
"""How deep elements may nest; libxml2's own limit."""
MAX_ATTRIBUTES = 256
"""How many attributes an element may have: to list them takes lxml quadratic time."""
MAX_NAMESPACES = 1000
"""How many namespaces an element may declare: whoever copies a child looks at all of them."""
MAX_NAME = 1000
"""How many bytes a name may have: places are made of names."""
MAX_NAMESPACE_NAME = 2000
"""How many bytes the name of a namespace may have: lxml copies it into every tag."""
MAX_SIZE = 200_000_000
"""How many bytes of UTF-8 are read into one tree."""
MAX_MARKS = 1_000_000
"""How many ``<`` and ``=`` are read into one tree: an element or an attribute takes up to 250 bytes of memory there, and up to
1,000 by the time it is said that nothing reads it, however few it has in the document.

Real news has one in 17 to 38 bytes, so 17 MB and more of metadata pass for one item, and text up to `MAX_SIZE`.
"""
LONG_TEXT = 10_000_000
"""libxml2's own limit for the text between two tags."""

_NAMESPACES = re.compile(rb"<[^<]*xmlns[^<]*")
_NAMESPACE = rb"xmlns(?::[^\s=<>\"']++)?\s*+(?:=\s*+|CDATA\s[^<>\"']{0,20}+)"
"""What stands before the name of a namespace, in a tag or an ATTLIST."""
_LONG_NAMESPACE = re.compile(
    _NAMESPACE + rb"(?:\"[^\"<]{%d}|'[^'<]{%d})" % (MAX_NAMESPACE_NAME + 1, MAX_NAMESPACE_NAME + 1)
)
_MADE_NAMESPACE = re.compile(_NAMESPACE + rb"(?:\"[^\"<&]*+&[^#]|'[^'<&]*+&[^#])")
_SHORT_NAMESPACE = re.compile(rb"xmlns(?::[\w.-]{1,20}+)?=\"[\w.:/#-]{0,200}+\"", re.ASCII)
"""How nearly all are written: neither long nor with an entity."""
_MANY_ATTRIBUTES = etree.XPath(f"descendant-or-self::*/@*[{MAX_ATTRIBUTES + 1}]/..")
_DEEP = etree.XPath("/".join("*" * MAX_DEPTH))
_TAG = re.compile(rb"<(?:[^<>\"']|\"[^<\"]*+\"|'[^<']*+')*+>")
_LONG_TAGS = etree.XPath(f"descendant-or-self::*[string-length(local-name()) > {MAX_NAME}]")
_LONG_KEYS = etree.XPath(f"descendant-or-self::*/@*[string-length(local-name()) > {MAX_NAME}]/..")


def count_marks(data: bytes) -> int:
    """Return how many tags and attributes there can be in a document, or a piece of one."""
    return data.count(b"<") + data.count(b"=")


def check_document(data: bytes) -> None:
    """Refuse a document that would take too much memory as a tree. In a short one there cannot be too much."""
    if len(data) > MAX_MARKS:
        check_amount(len(data), count_marks(data))


def check_amount(size: int, marks: int) -> None:
    """Refuse what would take too much memory as a tree."""
    if size > MAX_SIZE:
        raise SyntaxFault(f"at most {MAX_SIZE:,} bytes of XML (a message is read item by item)", size)
    if marks > MAX_MARKS:
        raise SyntaxFault(
            f"at most {MAX_MARKS:,} tags and attributes (a message is read item by item)", marks
        )


def check_namespaces(data: bytes, lines: int = 0) -> None:
    """Refuse namespaces, before a document is parsed, that would make every tag long or every copy slow.

    ``lines`` is how many lines of the document stand before ``data``.
    """
    count, found = 0, None
    at = data.find(b"xmlns")  # a tenth of the time that a regular expression takes to find it
    while at >= 0 and found is None:
        count += 1
        if not _SHORT_NAMESPACE.match(data, at):
            found = _LONG_NAMESPACE.match(data, at) or _MADE_NAMESPACE.match(data, at)
        at = data.find(b"xmlns", at + 5)
    if found:
        expected = f"names of namespaces that have at most {MAX_NAMESPACE_NAME:,} bytes and no entities"
        raise SyntaxFault(expected, line=lines + data.count(b"\n", 0, found.start()) + 1)
    if count > MAX_NAMESPACES:
        for tag in _NAMESPACES.finditer(data):
            if (declared := tag[0].count(b"xmlns")) > MAX_NAMESPACES:
                line = lines + data.count(b"\n", 0, tag.start()) + 1
                raise SyntaxFault(f"at most {MAX_NAMESPACES:,} namespaces on an element", declared, line=line)


def may_be_huge(data: bytes) -> bool:
    """Whether libxml2's limits can be lifted for a document: it may have text beyond them, and no entities that could make more of it."""
    return len(data) > LONG_TEXT and b"<!ENTITY" not in data and b"<!ATTLIST" not in data


def check_attributes(element: etree._Element) -> None:
    """Refuse an element with too many attributes."""
    if (count := len(element.attrib)) > MAX_ATTRIBUTES:
        _refuse(element, f"at most {MAX_ATTRIBUTES} attributes on an element", count)


def check_tree(root: etree._Element, data: bytes | None = None) -> None:
    """Refuse a tree that is too deep, or has an element with too many attributes or too long a name.

    ``data`` is what it was parsed from, where that shows all that is in the tree: a document without a DOCTYPE.
    """
    if (
        data is None or data.count(b"<") > 2 * MAX_DEPTH
    ):  # each level has a tag that opens and one that closes
        for element in _DEEP(root):
            _refuse(element, f"elements nested at most {MAX_DEPTH} deep")
    if data is not None and not _has_long_tags(data):
        return
    for element in _MANY_ATTRIBUTES(root):
        check_attributes(element)
    for element in _LONG_TAGS(root) + _LONG_KEYS(root):
        _refuse(element, f"names of at most {MAX_NAME:,} characters")


def _has_long_tags(data: bytes) -> bool:
    """Whether a well-formed document without a DOCTYPE may have tags that are long enough for a name that is too long, or for too many
    attributes: 257 of them have 1,285 bytes. (No tag has a ``<`` in it.)
    """
    at = data.find(b"<")
    while 0 <= at < len(data) - MAX_NAME:
        last = data.rfind(
            b"<", at + 1, at + MAX_NAME + 1
        )  # what lies between is short: a tenth of the looks at each
        if last < 0:
            tag = _TAG.match(data, at)
            if tag is None or tag.end() - at > MAX_NAME:
                return True
            last = data.find(b"<", at + MAX_NAME)
        at = last
    return False


def _refuse(element: etree._Element, expected: str, got: object = None) -> NoReturn:
    raise SyntaxFault(expected, got, line=element.sourceline)
