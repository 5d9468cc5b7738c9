"""What a schema says against a document, in our own words and with our own places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import etree

from newsmodel.formats.newsml_g2_pieces import Piece
from newsmodel.losses import Loss
from newsmodel.problems import Code, Finding, Problem
from newsmodel.syntax.xml import local_name, tag_of

MAX_PROBLEMS: Final = 1000
"""How many problems of a document are told, each with its place; whoever mends that many will look again."""

SCHEMA: Final = Code("schema", "The document is not valid by the official schema of its standard.")
BODY: Final = Code(
    "schema-body",
    "The body of an item is not valid by the schema of its own standard (NITF, XHTML); the item itself may be, as it may hold anything.",
)
UNUSABLE: Final = Code(
    "schema-unusable",
    "A schema of the folder that fits the document cannot be used: another one was taken, or a body was not checked.",
)
OLDER: Final = Code(
    "schema-older",
    "The folder has no schema as new as the version of the standard that the document says it follows: an older one was taken.",
)
MENDED: Final = Code(
    "mended",
    "The document is no well-formed XML, or is encoded otherwise than it says: it was mended, then validated.",
)
_IN_BRACES: Final = re.compile(r"\{[^{}\s]*\}")
_ITS_ELEMENT: Final = re.compile(r"\AElement '[^']*'(?:, |: )")
"""What libxml2 says of the place, which we say ourselves."""
_PREFIX: Final = re.compile(r"/([^/:\[]+):")


def mended_problem(loss: Loss) -> Problem:
    """Return what was mended in a document as a problem."""
    return MENDED.problem(Finding(loss.where, loss.reason, line=loss.line))


def schema_problems(
    piece: Piece, schema: etree.XMLSchema | etree.DTD, code: Code = SCHEMA
) -> Iterator[Problem]:
    """Validate, and give what comes out, with a code for what is not in a body inside."""
    root = piece.root
    tree = root.getroottree()
    if schema.validate(tree):
        return
    entries = list(schema.error_log)
    prefixes = _prefixes(root) if any(_PREFIX.search(entry.path or "") for entry in entries) else {}
    for entry in islice(entries, MAX_PROBLEMS):
        element = _element_at(tree, entry.path, prefixes)
        kind = BODY if element is not None and _in_body(element) else code
        place, line = (
            (piece.place_of(element), element.sourceline) if element is not None else ("", entry.line)
        )
        message = _ITS_ELEMENT.sub("", _IN_BRACES.sub("", entry.message))
        yield kind.problem(Finding(place, message, line=line or None))
    if len(entries) > MAX_PROBLEMS:
        yield code.problem(Finding("", f"and {len(entries) - MAX_PROBLEMS:,} problems more"))


def _prefixes(root: etree._Element) -> dict[str, str]:
    """Return the prefixes of a document, by which libxml2 names elements in its paths."""
    found: dict[str, str] = {}
    for element in root.iter(etree.Element):
        if element.prefix and (namespace := etree.QName(element).namespace):
            found[element.prefix] = namespace
    return found


def _element_at(
    tree: etree._ElementTree[etree._Element], path: str | None, prefixes: dict[str, str]
) -> etree._Element | None:
    """Return the element that libxml2 means by a path of its own."""
    try:
        found = tree.xpath(path or "", namespaces=prefixes)
    except etree.XPathError:
        return None
    first = found[0] if isinstance(found, list) and found else None
    return first if etree.iselement(first) else None


def _in_body(element: etree._Element) -> bool:
    own = etree.QName(element).namespace
    return any(
        local_name(tag_of(around)) == "inlineXML" and etree.QName(around).namespace != own
        for around in element.iterancestors()
    )
