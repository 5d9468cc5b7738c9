"""The properties of NewsML-G2 that have parts: names, concepts, people, places, parties, links, media, rights, quotes.

Each is a table of rows; `newsml_g2` says where they stand in an item. Source: NewsML-G2 2.35 specification and schema.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any, TypeVar

import attrs
from lxml import etree

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.row import Row, joint, many, maybe, one
from newsmodel.codec.values import DECIMAL, INTEGER, LANGUAGE, REFERENCE, TEXT, Pair, choice
from newsmodel.errors import InputError, ModelError
from newsmodel.formats.newsml_g2_values import (
    BLOCK,
    CODES,
    DATE_OR_TIME,
    LABEL,
    LOCAL_ID,
    NAR_NS,
    OWN_NS,
    PROSE,
    SPOKEN,
    is_qcode,
    is_uri,
)
from newsmodel.losses import LossKind
from newsmodel.model import (
    AltId,
    Article,
    Attribution,
    AttributionRole,
    Concept,
    Direction,
    Group,
    GroupMode,
    Hop,
    HopAction,
    Link,
    Media,
    MediaKind,
    Member,
    Organisation,
    Package,
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
from newsmodel.syntax.xml import own_text
from newsmodel.syntax.xml_language import LANG, inherited_language, valid_language
from newsmodel.syntax.xml_reading import Known
from newsmodel.syntax.xml_table import XmlTable

T = TypeVar("T")
NS = {"": NAR_NS, "nm": OWN_NS}

A, AT, C, ID = attrs.fields(Article), attrs.fields(Attribution), attrs.fields(Concept), attrs.fields(AltId)
L, M, OR, P = attrs.fields(Link), attrs.fields(Media), attrs.fields(Organisation), attrs.fields(Place)
G, H, HA, ME = attrs.fields(Group), attrs.fields(Hop), attrs.fields(HopAction), attrs.fields(Member)
PA = attrs.fields(Package)
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
    """A table of texts, which inherit the language of what is around them (``xml:lang``) where that is not the article's."""

    inherits = TX.language.name

    def settle_in_place(self, element: etree._Element, value: Text, context: Context) -> None:
        """Let a text that would inherit a language that is not the article's say that it has none of its own (XML 1.0 §2.12)."""
        if value.language is None:
            article, around = context.article, inherited_language(element)
            if around and article is not None and around != article.language:
                element.set(LANG, "")

    def keeps(self, place: str, raw: str) -> bool:
        """Whether it is no empty language: that was understood."""
        return place != "@xml:lang" or bool(raw)


class ItemTable(XmlTable[Article]):
    """A table of items. It keeps no languages that texts inherited: each text has its own now, and a new one must not inherit them."""

    def keeps(self, place: str, raw: str) -> bool:
        """Whether it is no language that texts inherited."""
        return place not in _LANGUAGES or not valid_language(raw)


_LANGUAGES = frozenset({"@xml:lang", "itemMeta/@xml:lang", "contentMeta/@xml:lang"})


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


class ConceptTable(XmlTable[T]):
    """A table of concepts. What says none as the standard wants it may say it all the same: with its text, or a code that has no alias."""

    only_mends = True

    def decode(self, raw: Any, context: Context) -> T:
        """Read a concept."""
        before = len(context.losses)
        element = raw.element if isinstance(raw, Known) else raw
        mended = None
        try:
            made = super().decode(raw, context)
            if _literal(element):  # a name beside a code that is none: that was noted
                mended = _said_otherwise(element)
            if mended is None:
                return made
        except (InputError, ModelError):
            if (mended := _said_otherwise(element)) is None:
                raise
        del context.losses[before:]
        element, reason = mended
        made = super().decode(Known(element, raw.step) if isinstance(raw, Known) else element, context)
        context.note_place(LossKind.REPAIRED, context.place, None, reason=reason)
        return made


def _literal(element: etree._Element) -> str | None:
    """Return a code that is no QCode, because it has no alias of a scheme or white space in it; None for any other."""
    code = element.get("qcode", "").strip()
    odd = code and (":" not in code or len(code.split()) > 1)
    return code if odd and "literal" not in element.attrib else None


def _said_otherwise(element: etree._Element) -> tuple[etree._Element, str] | None:
    """Return a copy of a concept that says what it is known by in the standard's way, and how it said it."""
    code, said = _literal(element), own_text(element).strip()
    copy = deepcopy(element)
    if code:
        del copy.attrib["qcode"]
        copy.set("literal", code)
        return copy, f"the code {code!r} is no alias of a scheme with a code; it is read as a literal"
    if said and not len(element):
        copy.text = None
        etree.SubElement(copy, f"{{{NAR_NS}}}name").text = said
        return copy, "its text is read as its name"
    return None


CONCEPT_ROWS = (
    many(C.names, "name", PLAIN),
    maybe(C.uri, "@uri", TEXT),
    maybe(C.code, "@qcode", TEXT),
)
FLEX_ROWS = (*CONCEPT_ROWS, maybe(C.literal, "@literal", TEXT))
"""flexAttributes."""

QUALIFIED = ConceptTable(Concept, *CONCEPT_ROWS, namespaces=NS)
"""QualPropType: no literal."""
FLEX = ConceptTable(Concept, *FLEX_ROWS, namespaces=NS, order=CONCEPT_ORDER)
"""Flex1PropType and FlexPartyPropType."""
SUBJECT = ConceptTable(
    Subject,
    *FLEX_ROWS,
    *coded(S.type, "type"),
    maybe(S.confidence, "@confidence", INTEGER),
    maybe(S.relevance, "@relevance", INTEGER),
    namespaces=NS,
    order=CONCEPT_ORDER,
)
PERSON = ConceptTable(
    Person,
    *FLEX_ROWS,
    maybe(PE.id, "@id", LOCAL_ID),
    maybe(PE.given_name, "name[@part='nprt:given']/text()", TEXT),
    maybe(PE.family_name, "name[@part='nprt:family']/text()", TEXT),
    maybe(PE.job_title, "@nm:jobTitle", TEXT),
    namespaces=NS,
    order=CONCEPT_ORDER,
)
ORGANISATION = ConceptTable(
    Organisation, *FLEX_ROWS, maybe(OR.id, "@id", LOCAL_ID), namespaces=NS, order=CONCEPT_ORDER
)


class PlaceTable(ConceptTable[Place]):
    """A table of places. A latitude that is none, beside a longitude that could be one, was swapped with it."""

    def mended(self, got: dict[str, Any], context: Context) -> dict[str, Any]:
        """Swap the two back."""
        latitude, longitude = got.get(P.latitude.name), got.get(P.longitude.name)
        if latitude is None or longitude is None or abs(latitude) <= 90 or abs(longitude) > 90:
            return got
        reason = "latitude and longitude were swapped"
        context.note_place(LossKind.REPAIRED, context.place, f"{latitude} {longitude}", reason=reason)
        return {**got, P.latitude.name: longitude, P.longitude.name: latitude}


BROADER = PlaceTable(
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
PLACE = PlaceTable(
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
LOCATED = PlaceTable(
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
    return ConceptTable(Attribution, *rows, namespaces=NS, order=CONCEPT_ORDER, implied={AT.role.name: role})


AUTHOR_ROWS = (*coded(AT.detail, "role"), *coded(AT.job_title, "jobtitle"))
"""FlexAuthorPropType."""


RENDITION = XmlTable(
    Rendition,
    one(RE.href, "@href", REFERENCE, also=("@residref",)),
    maybe(RE.media_type, "@contenttype", TEXT),
    maybe(RE.width, "@width", INTEGER),
    maybe(RE.height, "@height", INTEGER),
    maybe(RE.size, "@size", INTEGER),
    *coded(RE.role, "rendition"),
    namespaces=NS,
)
MEDIA_URI, TRANSLATION_URI, QUOTE_URI = f"{OWN_NS}media", f"{OWN_NS}translation", f"{OWN_NS}quote"


class MediaTable(XmlTable[Media]):
    """A table of media items, which the body may show."""

    def decode(self, raw: Any, context: Context) -> Media:
        """Read a media item, and remember it."""
        media = super().decode(raw, context)
        if media.id is not None:
            context.media[media.id] = media
        return media


MEDIA = MediaTable(
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
    maybe(L.href, "@href", REFERENCE),
    *coded(L.rel, "rel"),
    maybe(L.item, "@residref", TEXT, also=("@guidref",)),
    maybe(L.version, "@version", INTEGER),
    maybe(L.media_type, "@contenttype", TEXT),
    maybe(L.title, "@title", TEXT),
    namespaces=NS,
)
TRANSLATION = XmlTable(
    Translation,
    one(TR.language, "@nm:language", LANGUAGE),
    maybe(TR.uri, "@href", REFERENCE),
    one(TR.relation, "@nm:relation", choice({relation.value: relation for relation in TranslationRelation})),
    maybe(TR.label, "@title", TEXT),
    namespaces=NS,
)

RIGHTS = XmlTable(
    Rights,
    one(R.scope, "@scope", CODES),
    one(R.aspect, "@aspect", CODES),
    maybe(R.valid_from, "@validfrom", DATE_OR_TIME),
    maybe(R.valid_to, "@validto", DATE_OR_TIME),
    maybe(R.year, "@nm:year", INTEGER),
    maybe(R.accountable, "accountable", FLEX),
    maybe(R.holder, "copyrightHolder", FLEX),
    many(R.notices, "copyrightNotice", BLOCKED),
    many(R.usage_terms, "usageTerms", BLOCKED),
    maybe(R.license, "link[@rel='irel:rightspolicy']/@href", REFERENCE),
    maybe(R.data_mining, "dataMining", FLEX),
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

HOP = XmlTable(
    Hop,
    maybe(H.party, "party", FLEX),
    maybe(H.sequence, "@seq", INTEGER),
    maybe(H.at, "@timestamp", DATE_OR_TIME),
    many(
        H.actions,
        "action",
        XmlTable(
            HopAction,
            *CONCEPT_ROWS,
            *coded(HA.target, "target"),
            maybe(HA.at, "@timestamp", DATE_OR_TIME),
            namespaces=NS,
        ),
    ),
    namespaces=NS,
)

MODE = choice({f"pgrmod:{mode.value}": mode for mode in GroupMode})
GROUP_REFERENCE = XmlTable(Member, maybe(ME.group, "@idref", TEXT), namespaces=NS)


def _read_item_reference(raw: Any, context: Context) -> Member:
    return Member(LINK.decode(raw, context))


def _write_item_reference(member: Member, context: Context, into: etree._Element) -> None:
    if member.link is not None:
        context.enter("link")
        LINK.encode(member.link, context, into)
        context.leave()
    context.note_extras(member.extras)


GROUP = XmlTable(
    Group,
    maybe(G.id, "@id", LOCAL_ID),
    *coded(G.role, "role"),
    maybe(G.mode, "@mode", MODE),
    many(G.titles, "title", LABELLED),
    many(G.members, "groupRef", GROUP_REFERENCE, only=lambda member: member.group is not None),
    many(
        G.members,
        "itemRef",
        Pair(_read_item_reference, _write_item_reference),
        only=lambda member: member.link is not None,
    ),
    namespaces=NS,
)


class PackageTable(XmlTable[Package]):
    """The table of a groupSet, in which the schema wants a group."""

    def encode(self, value: Package, context: Context, into: Any = None) -> etree._Element:
        """Write the groups. Raise `Unsayable` where there is none."""
        if not value.groups:
            raise Unsayable("there is no groupSet without a group")
        return super().encode(value, context, into)


PACKAGE = PackageTable(Package, one(PA.root, "@root", TEXT), many(PA.groups, "group", GROUP), namespaces=NS)

ALT_ID = XmlTable(
    AltId,
    one(ID.value, "text()", TEXT),
    *coded(ID.type, "type"),
    one(ID.environment, "@environment", CODES),
    namespaces=NS,
)
