"""The body markup of TT, the Swedish agency (``application/ttnitf+xml``), for reading: NITF's age, Swedish names, in capitals.

Source: items of TT's as they are sent; there is no published schema.
"""

from __future__ import annotations

from newsmodel.markup.dialect import COMMON, Dialect, Part, Tag, all_are, heading

TTNITF = Dialect(
    "ttnitf",
    "",
    {
        "p": Tag(Part.PARAGRAPH),
        "citat": Tag(Part.PARAGRAPH),
        "rubrik": heading(1),
        "mellis": heading(2),
        **COMMON,
        "b": COMMON["strong"],
        "i": COMMON["em"],
        **all_are(Part.THROUGH, "body text ingress brodtext"),
        **all_are(Part.KEPT, "bild dat"),
        "byline": Tag(Part.BYLINE),
    },
    frozenset({"", "http://iptc.org/std/nar/2006-10-01/"}),
)
