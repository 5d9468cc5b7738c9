"""NITF 3.x as a body, for reading: paragraphs, headings, lists, tables and the byline of its head."""

from __future__ import annotations

from newsmodel.markup.dialect import Dialect, Part, Tag, heading, mark
from newsmodel.model import MarkKind

NITF_NS = "http://iptc.org/std/NITF/2006-10-18/"

NITF = Dialect(
    "nitf",
    NITF_NS,
    {
        "p": Tag(Part.PARAGRAPH),
        "hl2": heading(1),
        "bq": Tag(Part.QUOTE),
        "ul": Tag(Part.LIST, argument=False),
        "ol": Tag(Part.LIST, argument=True),
        "li": Tag(Part.ITEM),
        "table": Tag(Part.TABLE),
        "caption": Tag(Part.CAPTION),
        "tr": Tag(Part.ROW),
        "td": Tag(Part.CELL, argument=False),
        "th": Tag(Part.CELL, argument=True),
        "em": mark(MarkKind.EMPHASIS),
        "strong": mark(MarkKind.STRONG),
        "sub": mark(MarkKind.SUBSCRIPT),
        "sup": mark(MarkKind.SUPERSCRIPT),
        "lang": Tag(Part.SPAN),
        "a": Tag(Part.LINK),
        "br": Tag(Part.BREAK),
        "nitf": Tag(Part.THROUGH),
        "head": Tag(Part.THROUGH),
        "body": Tag(Part.THROUGH),
        "body.head": Tag(Part.THROUGH),
        "body.content": Tag(Part.THROUGH),
        "block": Tag(Part.THROUGH),
        "hedline": Tag(Part.THROUGH),
        "tbody": Tag(Part.THROUGH),
        "thead": Tag(Part.THROUGH),
        "tfoot": Tag(Part.THROUGH),
        "meta": Tag(Part.SKIP),
        "title": Tag(Part.TITLE),
        "hl1": Tag(Part.TITLE),
        "byline": Tag(Part.BYLINE),
    },
    frozenset({NITF_NS, "http://iptc.org/std/nar/2006-10-01/", ""}),
)
