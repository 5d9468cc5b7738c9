"""XHTML 1.0 Strict as it is written, and with the HTML elements that agencies use as it is read."""

from __future__ import annotations

from newsmodel.markup.dialect import Dialect, Part, Tag, heading, mark
from newsmodel.model import MarkKind

XHTML_NS = "http://www.w3.org/1999/xhtml"

XHTML = Dialect(
    "xhtml",
    XHTML_NS,
    {
        "p": Tag(Part.PARAGRAPH),
        "pre": Tag(Part.PARAGRAPH),
        "address": Tag(Part.PARAGRAPH),
        "h2": heading(1),
        "h1": heading(
            1
        ),  # in a body that has them: h1 is the headline's, and read as a title where it is the same
        "h3": heading(2),
        "h4": heading(3),
        "h5": heading(4),
        "h6": heading(5),
        "blockquote": Tag(Part.QUOTE),
        "ul": Tag(Part.LIST, argument=False),
        "ol": Tag(Part.LIST, argument=True),
        "li": Tag(Part.ITEM),
        "table": Tag(Part.TABLE),
        "caption": Tag(Part.CAPTION),
        "tr": Tag(Part.ROW),
        "td": Tag(Part.CELL, argument=False),
        "th": Tag(Part.CELL, argument=True),
        "em": mark(MarkKind.EMPHASIS),
        "i": mark(MarkKind.EMPHASIS),
        "strong": mark(MarkKind.STRONG),
        "b": mark(MarkKind.STRONG),
        "code": mark(MarkKind.CODE),
        "sub": mark(MarkKind.SUBSCRIPT),
        "sup": mark(MarkKind.SUPERSCRIPT),
        "span": Tag(Part.SPAN),
        "a": Tag(Part.LINK),
        "br": Tag(Part.BREAK),
        "img": Tag(Part.IMAGE),
        "body": Tag(Part.THROUGH),
        "html": Tag(Part.THROUGH),
        "head": Tag(Part.THROUGH),
        "div": Tag(Part.THROUGH),
        "section": Tag(Part.THROUGH),
        "article": Tag(Part.THROUGH),
        "main": Tag(Part.THROUGH),
        "tbody": Tag(Part.THROUGH),
        "thead": Tag(Part.THROUGH),
        "tfoot": Tag(Part.THROUGH),
        "title": Tag(Part.TITLE),
        "meta": Tag(Part.SKIP),
        "link": Tag(Part.SKIP),
        "script": Tag(Part.SKIP),
        "style": Tag(Part.SKIP),
        "header": Tag(Part.ASIDE),
        "footer": Tag(Part.ASIDE),
        "aside": Tag(Part.ASIDE),
        "nav": Tag(Part.ASIDE),
    },
    # agencies put bare HTML into the item's own namespace, or into none
    frozenset({XHTML_NS, "http://iptc.org/std/nar/2006-10-01/", ""}),
)
