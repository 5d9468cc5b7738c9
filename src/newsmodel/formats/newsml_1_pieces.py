"""What the rows take of the laid-out form of a NewsML 1 document, piece by piece: for comparing two of them."""

from __future__ import annotations

from collections import Counter
from typing import Any, TypeAlias

import attrs
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.codec.row import DerivedRow, Row
from newsmodel.formats.newsml_1 import ARTICLE, NAME
from newsmodel.model import Article, Extra
from newsmodel.syntax.xml import own_text
from newsmodel.syntax.xml_path import MARKUP, TEXT
from newsmodel.syntax.xml_table import XmlTable
from newsmodel.syntax.xml_table_reading import XmlPiece

Pieces: TypeAlias = dict[Row, list[XmlPiece]]
_NAMED = frozenset({"NewsLine", "Metadata", "TopicSet", "Contributor", "Property", "Comment"})
"""Elements whose formal name says which of several they are."""


def differing(before: tuple[Extra, ...], after: tuple[Extra, ...]) -> tuple[list[Extra], list[Extra]]:
    """Return the extras that are gone, and those that are new."""
    return list((Counter(before) - Counter(after)).elements()), list(
        (Counter(after) - Counter(before)).elements()
    )


def written_out(article: Article, context: Context) -> etree._Element:
    """Write the laid-out form of an article, without the foreign things that it holds at the top."""
    context.article = attrs.evolve(article, extras=(), origin=None)
    return ARTICLE.encode(context.article, context)


def pieces_of(table: XmlTable[Any], element: etree._Element) -> Pieces:
    """Return what the rows of a table take of an element: of each row what stands at the first of its places that has any."""
    found: dict[Row, dict[int, list[XmlPiece]]] = {}
    context = Context(NAME)
    for hit in table.found_in(element)[0]:
        piece = hit.piece
        if not isinstance(piece, XmlPiece) or piece.empty:
            continue
        if isinstance(hit.row, DerivedRow) or table.would_read(hit.row, hit.raw, context):
            found.setdefault(hit.row, {}).setdefault(hit.rank, []).append(piece)
    return {row: ranks[min(ranks)] for row, ranks in found.items()}


def whole(element: etree._Element) -> etree._Element:
    """Return the element of a document that an element of the laid-out form is part of."""
    holder = element.getparent()
    return holder if element.tag == "Concept" and holder is not None else element


def value_of(piece: XmlPiece) -> str:
    return (
        own_text(piece.element) if piece.leaf in (TEXT, MARKUP) else piece.element.get(piece.leaf or "", "")
    )


def shape_of(piece: XmlPiece) -> str:
    if piece.leaf is None:
        return etree.tostring(piece.element, encoding="unicode", with_tail=False)
    return value_of(piece)


def alike(one: etree._Element, other: etree._Element) -> bool:
    return one.get("Role") == other.get("Role") and (
        one.tag not in _NAMED or one.get("FormalName") == other.get("FormalName")
    )
