"""NITF 3.x as a body, for reading: paragraphs, headings, lists, tables and the byline of its head."""

from __future__ import annotations

from newsmodel.markup.dialect import COMMON, Dialect, Part, Tag, all_are, heading

NITF_NS = "http://iptc.org/std/NITF/2006-10-18/"

NITF = Dialect(
    "nitf",
    NITF_NS,
    {
        "p": Tag(Part.PARAGRAPH),
        "hl2": heading(1),
        "bq": Tag(Part.QUOTE),
        **COMMON,
        "lang": Tag(Part.SPAN),
        **all_are(Part.THROUGH, "nitf head body body.head body.content block hedline tbody thead tfoot"),
        **all_are(
            Part.OTHER,
            "dl dt dd note fn abstract dateline distributor rights series body.end tagline bibliography",
        ),
        **all_are(Part.KEPT, "media hr nitf-table"),
        "pre": Tag(Part.PARAGRAPH, "preserved"),
        "meta": Tag(Part.SKIP),
        "title": Tag(Part.TITLE),
        "hl1": Tag(Part.TITLE),
        "byline": Tag(Part.BYLINE),
    },
    frozenset({NITF_NS, "http://iptc.org/std/nar/2006-10-01/", ""}),
)
