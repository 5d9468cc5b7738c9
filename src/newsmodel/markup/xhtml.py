"""XHTML 1.0 Strict as it is written, and with the HTML elements that agencies use as it is read."""

from __future__ import annotations

from newsmodel.markup.dialect import COMMON, Dialect, Part, Tag, all_are, heading, mark
from newsmodel.model import MarkKind

XHTML_NS = "http://www.w3.org/1999/xhtml"

XHTML = Dialect(
    "xhtml",
    XHTML_NS,
    {
        "p": Tag(Part.PARAGRAPH),
        "pre": Tag(Part.PARAGRAPH, "preserved"),
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
        **COMMON,
        "dir": Tag(Part.LIST, argument=False),
        "menu": Tag(Part.LIST, argument=False),
        "i": mark(MarkKind.EMPHASIS),
        "b": mark(MarkKind.STRONG),
        "code": mark(MarkKind.CODE),
        "span": Tag(Part.SPAN),
        "img": Tag(Part.IMAGE),
        **all_are(Part.THROUGH, "body html head div section article main tbody thead tfoot"),
        "title": Tag(Part.TITLE),
        **all_are(Part.SKIP, "meta link script style base"),
        **all_are(
            Part.OTHER,
            "dl dt dd figcaption form fieldset legend details summary dialog center noscript noframes hgroup search",
        ),
        "figure": Tag(Part.PICTURED),
        **all_are(
            Part.KEPT,
            "header footer aside nav hr video audio iframe object embed canvas applet frameset template",
        ),
    },
    # agencies put bare HTML into the item's own namespace, or into none
    frozenset({XHTML_NS, "http://iptc.org/std/nar/2006-10-01/", ""}),
    # boxes beside the story
    {(tag, kind): Tag(Part.KEPT) for tag in ("div", "section") for kind in ("infobox", "factbox")},
)
