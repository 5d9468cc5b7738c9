"""How large an XML document may be, so that nobody who walks it runs out of time, memory or stack.

The figures behind these limits: docs/decisions/0009-reading-xml-safely.md.
"""

from __future__ import annotations

import re

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
MAX_MARKS = 2_000_000
"""How many ``<`` and ``=`` are read into one tree: an element, an attribute takes up to 250 bytes of memory, however few it has in the document.

Real news has one in 17 to 38 bytes, so this lets 34 MB and more of metadata pass, and text up to `MAX_SIZE`.
"""
LONG_TEXT = 10_000_000
"""libxml2's own limit for the text between two tags."""

_NAMESPACES = re.compile(rb"<[^<]*xmlns[^<]*")
_LONG_NAME = re.compile(rb"(?:<|\s|/)[^\s<>/=\"'&]{%d}" % (MAX_NAME + 1))
_LONG_NAMESPACE = re.compile(
    rb"xmlns[^<>\"']{0,200}+(?:\"[^\"<]{%d}|'[^'<]{%d})" % (MAX_NAMESPACE_NAME + 1, MAX_NAMESPACE_NAME + 1)
)
_MADE_NAMESPACE = re.compile(rb"xmlns[^<>\"'=]{0,200}+=\s*(?:\"[^\"<&]*+&[^#]|'[^'<&]*+&[^#])")
_MANY_ATTRIBUTES = etree.XPath(f"//@*[{MAX_ATTRIBUTES + 1}]/..")
_DEEP = etree.XPath("/*" * (MAX_DEPTH + 1))


def check_size(data: bytes) -> None:
    """Refuse a document, before it is parsed, whose tree would take too much memory."""
    if len(data) > MAX_SIZE:
        raise SyntaxFault(f"at most {MAX_SIZE:,} bytes in a document", len(data))
    if (marks := data.count(b"<") + data.count(b"=")) > MAX_MARKS:
        raise SyntaxFault(f"at most {MAX_MARKS:,} tags and attributes in a document", marks)


def check_namespaces(data: bytes) -> None:
    """Refuse namespaces, before a document is parsed, that would make every tag long or every copy slow."""
    count = data.count(b"xmlns")
    if not count:
        return
    if found := _LONG_NAMESPACE.search(data) or _MADE_NAMESPACE.search(data):
        expected = f"names of namespaces that have at most {MAX_NAMESPACE_NAME:,} bytes and no entities"
        raise SyntaxFault(expected, line=data.count(b"\n", 0, found.start()) + 1)
    if count > MAX_NAMESPACES:
        for tag in _NAMESPACES.finditer(data):
            if (declared := tag[0].count(b"xmlns")) > MAX_NAMESPACES:
                line = data.count(b"\n", 0, tag.start()) + 1
                raise SyntaxFault(f"at most {MAX_NAMESPACES} namespaces on an element", declared, line=line)


def may_be_huge(data: bytes) -> bool:
    """Whether libxml2's limits can be lifted for a document: it has text beyond them, and no entities that could make more of it."""
    return len(data) > LONG_TEXT and b"<!ENTITY" not in data and b"<!ATTLIST" not in data


def check_tree(root: etree._Element, data: bytes | None = None) -> None:
    """Refuse a tree that is too deep, or has an element with too many attributes or too long a name (``data``: what it was parsed from)."""
    if found := _MANY_ATTRIBUTES(root):
        _refuse(found[0], f"at most {MAX_ATTRIBUTES} attributes on an element", len(found[0].attrib))
    if found := _DEEP(root):
        _refuse(found[0], f"elements nested at most {MAX_DEPTH} deep")
    if data is None or _LONG_NAME.search(data):
        for element in root.iter(etree.Element):
            for name in (str(element.tag), *map(str, element.keys())):
                if len(name) > MAX_NAME and len(name.rpartition("}")[2]) > MAX_NAME:
                    _refuse(element, f"names of at most {MAX_NAME} characters", name.rpartition("}")[2][:40])


def _refuse(element: etree._Element, expected: str, got: object = None) -> None:
    raise SyntaxFault(expected, got, line=element.sourceline)
