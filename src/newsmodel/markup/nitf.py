"""NITF 3.x as a body: its own tags, and the HTML that newsrooms put among them as it is read."""

from __future__ import annotations

from newsmodel.markup.dialect import COMMON, XML_LANG, Dialect, Part, Tag, all_are, heading, mark
from newsmodel.model import MarkKind, QuoteKind

NITF_NS = "http://iptc.org/std/NITF/2006-10-18/"
ITS_NS = "http://www.w3.org/2005/11/its"
"""W3C's attributes for internationalisation: NITF has none for the direction of a text, and allows those of others everywhere."""
ITS_DIR = f"{{{ITS_NS}}}dir"

NITF = Dialect(
    "nitf",
    NITF_NS,
    {
        "p": Tag(Part.PARAGRAPH),
        "hl2": heading(1),
        "hl1": heading(1),
        **{f"h{level + 1}": heading(level) for level in range(1, 6)},
        "h1": heading(1),
        "bq": Tag(Part.QUOTE),
        "blockquote": Tag(Part.QUOTE),
        **COMMON,
        "b": mark(MarkKind.STRONG),
        "i": mark(MarkKind.EMPHASIS),
        "code": mark(MarkKind.CODE),
        "lang": Tag(Part.SPAN),
        "q": Tag(Part.SAID),
        "person": Tag(Part.NAMED, "person"),
        "org": Tag(Part.NAMED, "organisation"),
        "location": Tag(Part.NAMED, "place"),
        "event": Tag(Part.NAMED, "event"),
        "chron": Tag(Part.MOMENT),
        **all_are(
            Part.SPAN,
            "num money frac numer frac-sep denom function classifier object.title virtloc pronounce postaddr copyrite "
            "copyrite.year copyrite.holder name.given name.family sublocation city state region country alt-code story.date "
            "byttl addressee care.of delivery.point delivery.office postcode span font u small",
        ),
        **all_are(
            Part.THROUGH,
            "nitf head body body.head body.content block hedline tbody thead tfoot nitf-table div section article main",
        ),
        **all_are(
            Part.OTHER,
            "dl dt dd note fn abstract dateline distributor rights series body.end tagline bibliography datasource "
            "figcaption center",
        ),
        "figure": Tag(Part.PICTURED),
        "media": Tag(Part.MEDIA),
        "img": Tag(Part.IMAGE),
        "credit": Tag(Part.CREDIT),
        **all_are(Part.KEPT, "hr custom-table iframe video audio object embed"),
        "pre": Tag(Part.PARAGRAPH, "preserved"),
        **all_are(
            Part.SKIP,
            "meta nitf-table-metadata table-reference col colgroup tobject iim docdata pubdata revision-history key-list "
            "script style link",
        ),
        "title": Tag(Part.TITLE),
        "byline": Tag(Part.BYLINE),
    },
    frozenset({NITF_NS, "http://iptc.org/std/nar/2006-10-01/", ""}),
    {
        ("em", "strong"): mark(MarkKind.STRONG),
        ("em", "bold"): mark(MarkKind.STRONG),
        ("em", "italic"): mark(MarkKind.EMPHASIS),
        ("em", "code"): mark(MarkKind.CODE),
        ("block", "media"): Tag(Part.ATTACHED),
    },
    languages=(XML_LANG,),
    directions=(ITS_DIR, "dir"),
)

QUOTE_KINDS = {kind.value: kind for kind in QuoteKind if kind is not QuoteKind.DIRECT}
"""The classes of a ``q`` that say how the words are given."""
