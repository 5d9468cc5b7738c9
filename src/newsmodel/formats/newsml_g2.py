"""NewsML-G2 2.35: a newsItem of text.

What the standard has no place for rides in attributes of the project's own namespace, which the schema allows on every
property (``anyAttribute namespace="##other"``). Quotes are `inlineRef` elements that point at spans of the body; a quote
whose place is not known is an extension property. Source: NewsML-G2 2.35 specification, Power conformance; the order of
elements is its schema's.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any, TypeVar

import attrs

from newsmodel.codec.context import Context
from newsmodel.codec.row import Row, always, main_and_others, many, maybe, one
from newsmodel.codec.values import INTEGER, LANGUAGE, TEXT, Choice, choice
from newsmodel.formats.assumed import assumed_id, assumed_time
from newsmodel.formats.newsml_g2_body import BODY
from newsmodel.formats.newsml_g2_order import ITEM_ORDER
from newsmodel.formats.newsml_g2_part_meta import AI_INFO, MENTION, PART
from newsmodel.formats.newsml_g2_parts import (
    ALT_ID,
    AUTHOR_ROWS,
    BARE,
    BLOCKED,
    FLEX,
    HOP,
    LABELLED,
    LINK,
    LOCATED,
    LOOSE_QUOTE,
    MEDIA,
    MEDIA_URI,
    NS,
    ORGANISATION,
    PACKAGE,
    PERSON,
    PLACE,
    PLACED_QUOTE,
    PLAIN,
    QUALIFIED,
    QUOTE_URI,
    RENDITION,
    RIGHTS,
    SUBJECT,
    TRANSLATION,
    TRANSLATION_URI,
    ItemTable,
    coded,
    party,
)
from newsmodel.formats.newsml_g2_values import (
    ANY_TIME,
    DATE_OR_TIME,
    DATE_TIME,
    EMBARGO,
    OWN_NS,
    is_qcode,
    is_uri,
)
from newsmodel.formats.nitf_embedded import completed
from newsmodel.model import Article, Attribution, AttributionRole, ItemType, PubStatus

NAME = "newsml-g2"
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"


A, AT = attrs.fields(Article), attrs.fields(Attribution)
M = TypeVar("M", bound=Enum)


def newscodes(members: Iterable[M], scheme: str, *aliases: str) -> Choice[M]:
    """The codes of a vocabulary of IPTC's, by the alias of its scheme (the first is written) or by its URI."""
    schemes = (*(f"{alias}:" for alias in aliases), f"http://cv.iptc.org/newscodes/{scheme}/")
    return choice({f"{before}{member.value}": member for before in schemes for member in members})


ITEM_CLASS = newscodes(
    tuple(ItemType), "ninature", "ninat", "icls"
)  # icls: in the guidelines up to 2.4, and at Reuters and ANSA since
STATUS = newscodes(tuple(PubStatus), "pubstatusg2", "stat")


def parties(path: str, role: AttributionRole, *more: Row) -> Row:
    """The attributions of a role."""
    return many(A.attributions, path, party(role, *more), only=lambda found: found.role is role)


def contributors(role: AttributionRole) -> Row:
    """Contributors whose part the project's vocabulary names: IPTC's has no codes for it."""
    path = f"contentMeta/contributor[@roleuri='{OWN_NS}{role.value}']"
    return parties(path, role, maybe(AT.detail, "@role", TEXT), *coded(AT.job_title, "jobtitle"))


OWN_ROLES = frozenset(f"{OWN_NS}{role.value}" for role in AttributionRole)
OTHER_CONTRIBUTOR = (
    maybe(AT.detail, "@role", TEXT, only=is_qcode),
    maybe(AT.detail, "@roleuri", TEXT, only=lambda detail: is_uri(detail) and detail not in OWN_ROLES),
    *coded(AT.job_title, "jobtitle"),
)
"""A contributor's part, where it is not one that has a row of its own."""


def unknown_publisher(_article: Article) -> Attribution:
    """The schema demands a provider."""
    return Attribution("unknown", role=AttributionRole.PUBLISHER)


RESERVED_TYPES = frozenset({"cpnat:person", "cpnat:organisation", "cpnat:geoArea"})
RESERVED_RELATIONS = frozenset({MEDIA_URI, TRANSLATION_URI})

POINTED_AT = (
    many(A.media, f"itemMeta/link[@reluri='{MEDIA_URI}']", MEDIA),
    many(A.people, "contentMeta/subject[@type='cpnat:person']", PERSON),
    many(A.organisations, "contentMeta/subject[@type='cpnat:organisation']", ORGANISATION),
    many(A.places, "contentMeta/subject[@type='cpnat:geoArea']", PLACE),
)
"""What the body points at: read before it."""
CONTENT = (
    one(A.sections, "contentSet/inlineXML", BODY, also=("contentSet/inlineData",)),
    many(A.renditions, "contentSet/remoteContent", RENDITION),
    many(A.quotes, f"inlineRef[@typeuri='{QUOTE_URI}']", PLACED_QUOTE, only=lambda quote: bool(quote.spans)),
    many(A.mentions, "inlineRef", MENTION),
)
"""What makes a newsItem one."""
METADATA = (
    many(
        A.quotes,
        f"contentMeta/contentMetaExtProperty[@reluri='{QUOTE_URI}']",
        LOOSE_QUOTE,
        only=lambda quote: not quote.spans,
    ),
    always("@standard", "NewsML-G2"),
    always("@standardversion", "2.35"),
    always("@conformance", "power"),
    maybe(A.id, "@guid", TEXT, assume=assumed_id),
    maybe(A.version, "@version", INTEGER),
    maybe(A.language, "contentMeta/language/@tag", LANGUAGE, also=("@xml:lang",), written=2),
    always("catalogRef/@href", CATALOG),
    maybe(A.published, "pubHistory/published/timestamp/text()", ANY_TIME),
    many(A.hops, "hopHistory/hop", HOP),
    main_and_others(A.rights, A.part_rights, "rightsInfo", RIGHTS, lambda rights: not rights.partial),
    one(A.type, "itemMeta/itemClass/@qcode", ITEM_CLASS, also=("itemMeta/itemClass/@uri",)),
    many(
        A.attributions,
        "itemMeta/provider",
        party(AttributionRole.PUBLISHER),
        only=lambda found: found.role is AttributionRole.PUBLISHER,
        most=1,
        assume=unknown_publisher,
    ),
    maybe(A.version_created, "itemMeta/versionCreated/text()", DATE_TIME, assume=assumed_time),
    maybe(A.first_created, "itemMeta/firstCreated/text()", DATE_TIME),
    maybe(A.embargo, "itemMeta/embargoed", EMBARGO),
    maybe(
        A.status,
        "itemMeta/pubStatus/@qcode",
        STATUS,
        also=("itemMeta/pubStatus/@uri",),
    ),
    maybe(A.profile, "itemMeta/profile/text()", TEXT),
    many(A.titles, "itemMeta/title", LABELLED),
    many(A.services, "itemMeta/service", QUALIFIED),
    many(A.editor_notes, "itemMeta/edNote", BLOCKED),
    many(A.signals, "itemMeta/signal", FLEX),
    maybe(A.expires, "itemMeta/expires/text()", DATE_OR_TIME),
    many(A.translations, f"itemMeta/link[@reluri='{TRANSLATION_URI}']", TRANSLATION),
    many(A.links, "itemMeta/link", LINK, only=lambda link: link.rel not in RESERVED_RELATIONS),
    maybe(A.urgency, "contentMeta/urgency/text()", INTEGER),
    maybe(A.content_created, "contentMeta/contentCreated/text()", ANY_TIME),
    maybe(A.content_modified, "contentMeta/contentModified/text()", ANY_TIME),
    maybe(A.digital_source_type, "contentMeta/digitalSourceType", FLEX),
    many(A.located, "contentMeta/located", LOCATED),
    parties("contentMeta/infoSource", AttributionRole.SOURCE, *coded(AT.detail, "role")),
    parties("contentMeta/creator", AttributionRole.AUTHOR, *AUTHOR_ROWS),
    contributors(AttributionRole.EDITOR),
    contributors(AttributionRole.TRANSLATOR),
    parties("contentMeta/contributor", AttributionRole.CONTRIBUTOR, *OTHER_CONTRIBUTOR),
    contributors(AttributionRole.PHOTO_CREDIT),
    many(A.alt_ids, "contentMeta/altId", ALT_ID),
    maybe(A.url, "contentMeta/@nm:url", TEXT),
    many(A.genres, "contentMeta/genre", FLEX),
    many(A.keywords, "contentMeta/keyword", PLAIN),
    many(A.subjects, "contentMeta/subject", SUBJECT, only=lambda subject: subject.type not in RESERVED_TYPES),
    many(A.sluglines, "contentMeta/slugline", PLAIN),
    many(A.headlines, "contentMeta/headline", LABELLED),
    many(A.datelines, "contentMeta/dateline", LABELLED),
    many(A.bylines, "contentMeta/by", LABELLED),
    many(A.credit_lines, "contentMeta/creditline", BARE),
    many(A.summaries, "contentMeta/description", BLOCKED),
    many(A.ai_info, "contentMeta/nm:aiInfo", AI_INFO, also=("contentMeta/aiInfo",)),
    many(A.parts, "partMeta", PART),
)

MISSPELT = {"byline": "by"}
"""Tags as known senders write them (Anadolu)."""


class NewsItemTable(ItemTable):
    """A table of items whose body may be a document that says more than the item."""

    def is_to_be_mended(self, context: Context) -> bool:
        """Whether the body was such a document."""
        return bool(context.embedded)

    def mended(self, got: dict[str, Any], context: Context) -> dict[str, Any]:
        """Add what only the body says."""
        for inner in context.embedded[-1:]:
            got = completed(got, inner)
        return super().mended(got, context)


ARTICLE = NewsItemTable(
    Article,
    *POINTED_AT,
    *CONTENT,
    *METADATA,
    tag="newsItem",
    namespaces=NS,
    order=ITEM_ORDER,
    lenient=True,
    misspelt=MISSPELT,
)
PACKAGE_ITEM = ItemTable(
    Article,
    *POINTED_AT,
    maybe(A.package, "groupSet", PACKAGE),
    *METADATA,
    tag="packageItem",
    namespaces=NS,
    order=ITEM_ORDER,
    lenient=True,
    misspelt=MISSPELT,
)
