"""The properties of NewsML 1 that have parts: lines, topics, parties, links, rights, media, quotes.

Each is a table of rows over the laid-out form of a document (`newsml_1_layout`): what NewsML 1 says by a reference to a
Topic stands there in the element that refers to it, with the Topic's names, and the type of a line or a piece of metadata is
an attribute. Source: NewsML 1.2 DTD (IPTC, 2003).
"""

from __future__ import annotations

from typing import Any, TypeVar

import attrs

from newsmodel.codec.context import Context, NotForUs
from newsmodel.codec.row import Row, always, many, maybe, one
from newsmodel.codec.values import DECIMAL, TEXT, Pair, Value, choice
from newsmodel.formats.newsml_1_values import (
    CODE,
    CODES,
    COUNT,
    COUNTRY,
    DATE_TIME,
    LINE,
    LINES,
    LOCAL_ID,
    PROSE,
    SPANS,
    TAG,
)
from newsmodel.model import (
    AltId,
    Attribution,
    AttributionRole,
    Concept,
    Link,
    Media,
    MediaKind,
    Organisation,
    PartyKind,
    Person,
    Place,
    Quote,
    QuoteKind,
    Rendition,
    Rights,
    Subject,
    Text,
    Translation,
    TranslationRelation,
)
from newsmodel.syntax.xml_reading import Known
from newsmodel.syntax.xml_table import XmlTable

T = TypeVar("T")
NS: dict[str, str] = {"": ""}
SUB_HEADLINE = "hld:subHeadline"
"""The role of a subsidiary headline, as newsrooms' systems write it (Superdesk)."""
ASSOCIATED, DERIVED = "irel:associatedWith", "irel:derivedFrom"

AT, C, ID, L = attrs.fields(Attribution), attrs.fields(Concept), attrs.fields(AltId), attrs.fields(Link)
M, OR, P, PE = attrs.fields(Media), attrs.fields(Organisation), attrs.fields(Place), attrs.fields(Person)
Q, RE, R, S = attrs.fields(Quote), attrs.fields(Rendition), attrs.fields(Rights), attrs.fields(Subject)
TX, TR = attrs.fields(Text), attrs.fields(Translation)


def prop(name: str) -> str:
    """The value of a property, by its formal name."""
    return f"Property[@FormalName='{name}']/@Value"


LANGUAGE_ROW = maybe(TX.language, "@xml:lang", TAG)
LABELLED = XmlTable(Text, one(TX.value, "markup()", LINE), LANGUAGE_ROW, namespaces=NS)
"""A line of NewsLines. None of them has room for a role, or for a direction."""
SUB_LABELLED = XmlTable(
    Text, one(TX.value, "markup()", LINE), LANGUAGE_ROW, namespaces=NS, implied={TX.role.name: SUB_HEADLINE}
)
BLOCKED = XmlTable(Text, one(TX.value, "markup()", LINES), LANGUAGE_ROW, namespaces=NS)
"""NewsLineText: text with line ends."""
BARE = XmlTable(Text, one(TX.value, "text()", TEXT), namespaces=NS)
"""Text without a language of its own."""
NAME = XmlTable(
    Text, one(TX.value, "text()", TEXT), LANGUAGE_ROW, maybe(TX.role, "@Variant", CODE), namespaces=NS
)
"""Description of a Topic; its Variant is the role."""

CONCEPT_ROWS = (
    many(C.names, "Description", NAME),
    maybe(C.uri, "@Details", TEXT),
    maybe(C.code, "@Scheme", TEXT),
    maybe(C.literal, "@FormalName", TEXT),
)
"""A formal name, and the Topic that it is the name of."""
FORMAL = XmlTable(Concept, *CONCEPT_ROWS, namespaces=NS)
SUBJECT = XmlTable(
    Subject,
    *CONCEPT_ROWS,
    maybe(S.type, "@TopicType", CODE),
    maybe(S.confidence, "@Confidence", COUNT),
    maybe(S.relevance, "@Importance", COUNT),
    namespaces=NS,
)
PERSON = XmlTable(
    Person,
    *CONCEPT_ROWS,
    maybe(PE.id, "@Euid", LOCAL_ID),
    maybe(PE.given_name, prop("GivenName"), TEXT),
    maybe(PE.family_name, prop("FamilyName"), TEXT),
    maybe(PE.job_title, prop("JobTitle"), TEXT),
    namespaces=NS,
)
ORGANISATION = XmlTable(Organisation, *CONCEPT_ROWS, maybe(OR.id, "@Euid", LOCAL_ID), namespaces=NS)


def _read_place(raw: Any, context: Context) -> Place:
    return PLACE.decode(raw, context)


def _write_place(place: Place, context: Context, into: Any) -> Any:
    return PLACE.encode(place, context, into)


PLACE: XmlTable[Place] = XmlTable(
    Place,
    *CONCEPT_ROWS,
    maybe(P.id, "@Euid", LOCAL_ID),
    maybe(P.type, "@TopicType", CODE),
    maybe(P.country, prop("Country"), COUNTRY),
    maybe(P.latitude, prop("Latitude"), DECIMAL),
    maybe(P.longitude, prop("Longitude"), DECIMAL),
    many(P.contained_in, "Location", Pair(_read_place, _write_place)),
    namespaces=NS,
)
"""A place: a Topic, or a Location with its properties."""

PARTY_KIND = choice({kind.value: kind for kind in PartyKind})


def party(role: AttributionRole) -> XmlTable[Attribution]:
    """A party with a role that its place says."""
    return XmlTable(
        Attribution,
        *CONCEPT_ROWS,
        maybe(AT.line, prop("Line"), TEXT),
        maybe(AT.entity, prop("Entity"), LOCAL_ID),
        maybe(AT.kind, prop("PartyKind"), PARTY_KIND),
        maybe(AT.job_title, prop("JobTitle"), CODE),
        maybe(AT.detail, prop("Detail"), CODE),
        namespaces=NS,
        implied={AT.role.name: role},
    )


class LinkTable(XmlTable[Link]):
    """A table of links; an association with a kind of thing ("Photo") is none."""

    def decode(self, raw: Any, context: Context) -> Link:
        """Read a link."""
        element = raw.element if isinstance(raw, Known) else raw
        if not element.get("NewsItem") and element.find("Comment[@FormalName='href']") is None:
            raise NotForUs("a reference to an item", element.get("FormalName"))
        return super().decode(raw, context)


LINK_ROWS = (
    maybe(L.item, "@NewsItem", TEXT),
    maybe(L.href, "Comment[@FormalName='href']/text()", TEXT),
    maybe(L.version, "Comment[@FormalName='version']/text()", COUNT),
    maybe(L.media_type, "Comment[@FormalName='media type']/text()", TEXT),
    maybe(L.title, "Comment[@FormalName='title']/text()", TEXT, also=("Comment/text()",)),
)
LINK = LinkTable(Link, *LINK_ROWS, maybe(L.rel, "@FormalName", CODE), namespaces=NS)
DERIVED_LINK = LinkTable(Link, *LINK_ROWS, namespaces=NS, implied={L.rel.name: DERIVED})

ALT_ID = XmlTable(
    AltId,
    one(ID.value, "@Value", TEXT),
    maybe(ID.type, prop("Type"), CODE),
    one(ID.environment, prop("Environment"), CODES),
    namespaces=NS,
)
TRANSLATION = XmlTable(
    Translation,
    always("@FormalName", "Translation"),
    one(TR.language, "@Value", TAG),
    maybe(TR.uri, prop("Uri"), TEXT),
    one(TR.relation, prop("Relation"), choice({each.value: each for each in TranslationRelation})),
    maybe(TR.label, prop("Label"), TEXT),
    namespaces=NS,
)
QUOTE = XmlTable(
    Quote,
    always("@FormalName", "Quote"),
    one(Q.text, "@Value", PROSE),
    one(Q.spans, prop("Spans"), SPANS),
    maybe(Q.speaker, prop("Speaker"), LOCAL_ID),
    maybe(Q.speaker_text, prop("SpeakerText"), TEXT),
    maybe(Q.cue, prop("Cue"), TEXT),
    one(Q.kind, prop("Kind"), choice({kind.value: kind for kind in QuoteKind})),
    maybe(Q.evidence, prop("Evidence"), TEXT),
    namespaces=NS,
)


def _year(raw: str) -> int:
    digits = "".join(sign if sign.isascii() and sign.isdigit() else " " for sign in raw).split()
    years = [part for part in digits if len(part) == 4]
    return int(years[0])


def _as_year(raw: str) -> int:
    try:
        return _year(raw)
    except IndexError as error:
        raise ValueError(raw) from error


YEAR: Value[int] = Value("a year", _as_year, lambda year: f"{year:04}")

RIGHTS = XmlTable(
    Rights,
    maybe(R.holder, "Property[@FormalName='CopyrightHolder']/Concept", FORMAL),
    maybe(R.year, "Copyright/CopyrightDate/text()", YEAR),
    many(R.notices, "CopyrightLine", LABELLED),
    many(R.usage_terms, "RightsLine", LABELLED, also=("UsageRights/Limitations", "UsageRights/UsageType")),
    maybe(R.license, prop("License"), TEXT),
    maybe(R.data_mining, "Property[@FormalName='DataMining']/Concept", FORMAL),
    maybe(R.accountable, "Property[@FormalName='Accountable']/Concept", FORMAL),
    maybe(R.valid_from, "UsageRights/StartDate/text()", DATE_TIME),
    maybe(R.valid_to, "UsageRights/EndDate/text()", DATE_TIME),
    namespaces=NS,
)

RENDITION = XmlTable(
    Rendition,
    one(RE.href, "@Href", TEXT),
    maybe(RE.media_type, "MimeType/@FormalName", TEXT),
    maybe(RE.size, "Characteristics/SizeInBytes/text()", COUNT),
    maybe(RE.width, f"Characteristics/{prop('Width')}", COUNT),
    maybe(RE.height, f"Characteristics/{prop('Height')}", COUNT),
    maybe(RE.role, f"Characteristics/{prop('Rendition')}", CODE),
    namespaces=NS,
)
"""A ContentItem that points at a file."""


class MediaTable(XmlTable[Media]):
    """A table of media items, which the body may show."""

    def decode(self, raw: Any, context: Context) -> Media:
        """Read a media item, and remember it."""
        media = super().decode(raw, context)
        if media.id is not None:
            context.media[media.id] = media
        return media


MEDIA_TYPES = {
    "Photo": MediaKind.PICTURE,
    "Graphic": MediaKind.GRAPHIC,
    "Video": MediaKind.VIDEO,
    "Audio": MediaKind.AUDIO,
}
"""IPTC's topic set of media types."""
MEDIA = MediaTable(
    Media,
    one(M.kind, "@MediaType", choice(MEDIA_TYPES)),
    maybe(M.id, "@Duid", LOCAL_ID),
    many(M.captions, "NewsLines/NewsLine[@FormalName='Caption']/NewsLineText", BLOCKED),
    maybe(M.credit, "NewsLines/CreditLine/text()", TEXT, also=("NewsLines/ByLine/text()",)),
    maybe(M.copyright_notice, "NewsLines/CopyrightLine/text()", TEXT),
    many(M.renditions, "ContentItem", RENDITION),
    namespaces=NS,
)


def parties(to: attrs.Attribute[tuple[Attribution, ...]], path: str, role: AttributionRole) -> Row:
    """The attributions of a role."""
    return many(to, path, party(role), only=lambda found: found.role is role)
