"""NewsML-G2 2.35: a newsItem of text.

What the standard has no place for rides in attributes of the project's own namespace, which the schema allows on every
property (``anyAttribute namespace="##other"``). Quotes are `inlineRef` elements that point at spans of the body; a quote
whose place is not known is an extension property. Source: NewsML-G2 2.35 specification, Power conformance; the order of
elements is its schema's.
"""

from __future__ import annotations

from typing import Any, TypeVar

import attrs

from newsmodel.codec.context import Context
from newsmodel.codec.row import Row, always, joint, many, maybe, one
from newsmodel.codec.values import DECIMAL, INTEGER, LANGUAGE, TEXT, choice
from newsmodel.formats.assumed import assumed_id, assumed_time
from newsmodel.formats.newsml_g2_body import BODY
from newsmodel.formats.newsml_g2_values import (
    ANY_TIME,
    BLOCK,
    CODES,
    DATE_OR_TIME,
    DATE_TIME,
    EMBARGO,
    LABEL,
    LOCAL_ID,
    NAR_NS,
    OWN_NS,
    PROSE,
    SPOKEN,
    is_qcode,
    is_uri,
)
from newsmodel.model import (
    AltId,
    Article,
    Attribution,
    AttributionRole,
    Concept,
    Direction,
    Link,
    Media,
    MediaKind,
    Organisation,
    PartyKind,
    Person,
    Place,
    PubStatus,
    Quote,
    QuoteKind,
    Rendition,
    Rights,
    Subject,
    Text,
    Translation,
    TranslationRelation,
)
from newsmodel.syntax.xml_table import XmlTable

T = TypeVar("T")
NAME = "newsml-g2"
NS = {"": NAR_NS, "nm": OWN_NS}
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"


A, AT, C, ID = attrs.fields(Article), attrs.fields(Attribution), attrs.fields(Concept), attrs.fields(AltId)
L, M, OR, P = attrs.fields(Link), attrs.fields(Media), attrs.fields(Organisation), attrs.fields(Place)
PE, Q, RE, R = attrs.fields(Person), attrs.fields(Quote), attrs.fields(Rendition), attrs.fields(Rights)
S, TX, TR = attrs.fields(Subject), attrs.fields(Text), attrs.fields(Translation)

DIRECTION = choice({member.value: member for member in Direction})
CONCEPT_ORDER = {
    "": [
        "name",
        "definition",
        "note",
        "facet",
        "remoteInfo",
        "hierarchyInfo",
        "sameAs",
        "broader",
        "narrower",
        "related",
        "bag",
        "mainConcept",
        "facetConcept",
        "personDetails",
        "organisationDetails",
        "geoAreaDetails",
        "POIDetails",
    ]
}
"""ConceptDefinitionGroup, ConceptRelationshipsGroup, then what the property's own type adds."""


def coded(to: attrs.Attribute[str | None], name: str) -> tuple[Row, Row]:
    """A code, which stands in an attribute as a QCode or in its twin as a URI (``role``, ``roleuri``)."""
    return maybe(to, f"@{name}", TEXT, only=is_qcode), maybe(to, f"@{name}uri", TEXT, only=is_uri)


class TextTable(XmlTable[Text]):
    """A table of texts, which inherit the language of what is around them where that is not the article's."""

    def decode(self, raw: Any, context: Context) -> Text:
        """Read a text."""
        text = super().decode(raw, context)
        return (
            text if text.language or not context.language else attrs.evolve(text, language=context.language)
        )


INTERNATIONAL = (maybe(TX.language, "@xml:lang", LANGUAGE), maybe(TX.direction, "@dir", DIRECTION))
"""i18nAttributes."""
TEXT_ROWS = (*INTERNATIONAL, *coded(TX.role, "role"))
BARE = TextTable(Text, one(TX.value, "text()", TEXT), *INTERNATIONAL, namespaces=NS)
"""IntlStringType as it is, without a role."""
PLAIN = TextTable(Text, one(TX.value, "text()", TEXT), *TEXT_ROWS, namespaces=NS)
"""IntlStringType."""
LABELLED = TextTable(Text, one(TX.value, "markup()", LABEL), *TEXT_ROWS, namespaces=NS)
"""Label1Type."""
BLOCKED = TextTable(Text, one(TX.value, "markup()", BLOCK), *TEXT_ROWS, namespaces=NS)
"""BlockType."""

CONCEPT_ROWS = (
    many(C.names, "name", PLAIN),
    maybe(C.uri, "@uri", TEXT),
    maybe(C.code, "@qcode", TEXT),
)
FLEX_ROWS = (*CONCEPT_ROWS, maybe(C.literal, "@literal", TEXT))
"""flexAttributes."""

QUALIFIED = XmlTable(Concept, *CONCEPT_ROWS, namespaces=NS)
"""QualPropType: no literal."""
FLEX = XmlTable(Concept, *FLEX_ROWS, namespaces=NS, order=CONCEPT_ORDER)
"""Flex1PropType and FlexPartyPropType."""
SUBJECT = XmlTable(
    Subject,
    *FLEX_ROWS,
    *coded(S.type, "type"),
    maybe(S.confidence, "@confidence", INTEGER),
    maybe(S.relevance, "@relevance", INTEGER),
    namespaces=NS,
    order=CONCEPT_ORDER,
)
PERSON = XmlTable(
    Person,
    *FLEX_ROWS,
    maybe(PE.id, "@id", LOCAL_ID),
    maybe(PE.given_name, "name[@part='nprt:given']/text()", TEXT),
    maybe(PE.family_name, "name[@part='nprt:family']/text()", TEXT),
    maybe(PE.job_title, "@nm:jobTitle", TEXT),
    namespaces=NS,
    order=CONCEPT_ORDER,
)
ORGANISATION = XmlTable(
    Organisation, *FLEX_ROWS, maybe(OR.id, "@id", LOCAL_ID), namespaces=NS, order=CONCEPT_ORDER
)

BROADER = XmlTable(
    Place,
    *FLEX_ROWS,
    *coded(P.type, "type"),
    maybe(P.country, "@nm:country", TEXT),
    maybe(P.latitude, "@nm:latitude", DECIMAL),
    maybe(P.longitude, "@nm:longitude", DECIMAL),
    namespaces=NS,
)
"""RelatedConceptType: it holds no broader places of its own."""
AROUND = (
    maybe(P.id, "@id", LOCAL_ID),
    many(P.contained_in, "broader", BROADER),
    maybe(P.country, "@nm:country", TEXT),
)
PLACE = XmlTable(
    Place,
    *FLEX_ROWS,
    *AROUND,
    maybe(P.type, "@nm:type", TEXT),
    maybe(P.latitude, "@nm:latitude", DECIMAL),
    maybe(P.longitude, "@nm:longitude", DECIMAL),
    namespaces=NS,
    order=CONCEPT_ORDER,
)
"""A place that the article is about: `subject` says its type itself, and has no room for a position."""
LOCATED = XmlTable(
    Place,
    *FLEX_ROWS,
    *AROUND,
    *coded(P.type, "type"),
    maybe(P.latitude, "geoAreaDetails/position/@latitude", DECIMAL),
    maybe(P.longitude, "geoAreaDetails/position/@longitude", DECIMAL),
    namespaces=NS,
    order=CONCEPT_ORDER,
)
"""FlexLocationPropType."""


PARTY_KIND = choice({kind.value: kind for kind in PartyKind})


def party(role: AttributionRole, *more: Row) -> XmlTable[Attribution]:
    """A party with a role that its place says (FlexPartyPropType, and what more its type allows)."""
    rows = (
        *FLEX_ROWS,
        maybe(AT.line, "@nm:line", TEXT),
        maybe(AT.entity, "@nm:entity", TEXT),
        maybe(AT.kind, "@nm:kind", PARTY_KIND),
        *more,
    )
    return XmlTable(Attribution, *rows, namespaces=NS, order=CONCEPT_ORDER, implied={AT.role.name: role})


def parties(path: str, role: AttributionRole, *more: Row) -> Row:
    """The attributions of a role."""
    return many(A.attributions, path, party(role, *more), only=lambda found: found.role is role)


AUTHOR_ROWS = (*coded(AT.detail, "role"), *coded(AT.job_title, "jobtitle"))
"""FlexAuthorPropType."""


def contributors(role: AttributionRole) -> Row:
    """Contributors whose part the project's vocabulary names: IPTC's has no codes for it."""
    path = f"contentMeta/contributor[@roleuri='{OWN_NS}{role.value}']"
    return parties(path, role, maybe(AT.detail, "@role", TEXT), *coded(AT.job_title, "jobtitle"))


def unknown_publisher(_article: Article) -> Attribution:
    """The schema demands a provider."""
    return Attribution("unknown", role=AttributionRole.PUBLISHER)


RENDITION = XmlTable(
    Rendition,
    one(RE.href, "@href", TEXT),
    maybe(RE.media_type, "@contenttype", TEXT),
    maybe(RE.width, "@width", INTEGER),
    maybe(RE.height, "@height", INTEGER),
    maybe(RE.size, "@size", INTEGER),
    *coded(RE.role, "rendition"),
    namespaces=NS,
)
MEDIA_URI, TRANSLATION_URI, QUOTE_URI = f"{OWN_NS}media", f"{OWN_NS}translation", f"{OWN_NS}quote"
MEDIA = XmlTable(
    Media,
    one(M.kind, "@nm:kind", choice({kind.value: kind for kind in MediaKind})),
    maybe(M.id, "@id", LOCAL_ID),
    many(M.captions, "description", BLOCKED),
    maybe(M.credit, "creditline/text()", TEXT),
    maybe(M.copyright_notice, "copyrightNotice/text()", TEXT),
    many(M.renditions, "remoteContent", RENDITION),
    namespaces=NS,
)
"""A link to a media item, with its facts as hints (Link1Type, "hint and extension point")."""
LINK = XmlTable(
    Link,
    maybe(L.href, "@href", TEXT),
    *coded(L.rel, "rel"),
    maybe(L.item, "@residref", TEXT),
    maybe(L.version, "@version", INTEGER),
    maybe(L.media_type, "@contenttype", TEXT),
    maybe(L.title, "@title", TEXT),
    namespaces=NS,
)
TRANSLATION = XmlTable(
    Translation,
    one(TR.language, "@nm:language", LANGUAGE),
    maybe(TR.uri, "@href", TEXT),
    one(TR.relation, "@nm:relation", choice({relation.value: relation for relation in TranslationRelation})),
    maybe(TR.label, "@title", TEXT),
    namespaces=NS,
)

RIGHTS = XmlTable(
    Rights,
    maybe(R.holder, "copyrightHolder", FLEX),
    many(R.notices, "copyrightNotice", BLOCKED),
    many(R.usage_terms, "usageTerms", BLOCKED),
    maybe(R.license, "link[@rel='irel:rightspolicy']/@href", TEXT),
    namespaces=NS,
    order={
        "": [
            "accountable",
            "copyrightHolder",
            "copyrightNotice",
            "usageTerms",
            "link",
            "rightsInfoExtProperty",
            "rightsExpressionXML",
            "rightsExpressionData",
            "dataMining",
        ]
    },
)

QUOTE_ROWS = (
    maybe(Q.speaker, "@nm:speaker", TEXT),
    maybe(Q.speaker_text, "@nm:speakerText", TEXT),
    maybe(Q.cue, "@nm:cue", TEXT),
    one(Q.kind, "@nm:kind", choice({kind.value: kind for kind in QuoteKind})),
    maybe(Q.evidence, "@nm:evidence", TEXT),
)
PLACED_QUOTE = XmlTable(Quote, joint((Q.text, Q.spans), "@idrefs", SPOKEN), *QUOTE_ROWS, namespaces=NS)
LOOSE_QUOTE = XmlTable(Quote, one(Q.text, "@value", PROSE), *QUOTE_ROWS, namespaces=NS)

ALT_ID = XmlTable(
    AltId,
    one(ID.value, "text()", TEXT),
    *coded(ID.type, "type"),
    one(ID.environment, "@environment", CODES),
    namespaces=NS,
)

RESERVED_TYPES = frozenset({"cpnat:person", "cpnat:organisation", "cpnat:geoArea"})
RESERVED_RELATIONS = frozenset({MEDIA_URI, TRANSLATION_URI})

ARTICLE = XmlTable(
    Article,
    # first what others point at: identifiers, then the body
    many(A.media, f"itemMeta/link[@reluri='{MEDIA_URI}']", MEDIA),
    many(A.people, "contentMeta/subject[@type='cpnat:person']", PERSON),
    many(A.organisations, "contentMeta/subject[@type='cpnat:organisation']", ORGANISATION),
    many(A.places, "contentMeta/subject[@type='cpnat:geoArea']", PLACE),
    one(A.sections, "contentSet/inlineXML", BODY),
    many(A.quotes, f"inlineRef[@typeuri='{QUOTE_URI}']", PLACED_QUOTE, only=lambda quote: bool(quote.spans)),
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
    maybe(A.rights, "rightsInfo", RIGHTS),
    always("itemMeta/itemClass/@qcode", "ninat:text"),
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
        choice({f"stat:{status.value}": status for status in PubStatus}),
    ),
    many(A.services, "itemMeta/service", QUALIFIED),
    many(A.editor_notes, "itemMeta/edNote", BLOCKED),
    many(A.signals, "itemMeta/signal", FLEX),
    maybe(A.expires, "itemMeta/expires/text()", DATE_OR_TIME),
    many(A.translations, f"itemMeta/link[@reluri='{TRANSLATION_URI}']", TRANSLATION),
    many(A.links, "itemMeta/link", LINK, only=lambda link: link.rel not in RESERVED_RELATIONS),
    maybe(A.urgency, "contentMeta/urgency/text()", INTEGER),
    maybe(A.content_created, "contentMeta/contentCreated/text()", ANY_TIME),
    maybe(A.content_modified, "contentMeta/contentModified/text()", ANY_TIME),
    many(A.located, "contentMeta/located", LOCATED),
    parties("contentMeta/infoSource", AttributionRole.SOURCE, *coded(AT.detail, "role")),
    parties("contentMeta/creator", AttributionRole.AUTHOR, *AUTHOR_ROWS),
    contributors(AttributionRole.EDITOR),
    contributors(AttributionRole.TRANSLATOR),
    contributors(AttributionRole.PHOTO_CREDIT),
    parties("contentMeta/contributor", AttributionRole.CONTRIBUTOR, *AUTHOR_ROWS),
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
    tag="newsItem",
    namespaces=NS,
    order={
        "": [
            "catalogRef",
            "catalog",
            "hopHistory",
            "pubHistory",
            "rightsInfo",
            "itemMeta",
            "contentMeta",
            "partMeta",
            "assert",
            "inlineRef",
            "derivedFrom",
            "derivedFromValue",
            "contentSet",
        ],
        "itemMeta": [
            "itemClass",
            "provider",
            "versionCreated",
            "firstCreated",
            "embargoed",
            "pubStatus",
            "role",
            "fileName",
            "generator",
            "profile",
            "service",
            "title",
            "edNote",
            "memberOf",
            "instanceOf",
            "signal",
            "altRep",
            "deliverableOf",
            "hash",
            "expires",
            "origRep",
            "incomingFeedId",
            "metadataCreator",
            "link",
            "itemMetaExtProperty",
        ],
        "contentMeta": [
            "icon",
            "urgency",
            "contentCreated",
            "contentModified",
            "digitalSourceType",
            "located",
            "infoSource",
            "creator",
            "contributor",
            "audience",
            "exclAudience",
            "altId",
            "rating",
            "userInteraction",
            "language",
            "genre",
            "keyword",
            "subject",
            "slugline",
            "headline",
            "dateline",
            "by",
            "creditline",
            "description",
            "contentMetaExtProperty",
        ],
    },
)
