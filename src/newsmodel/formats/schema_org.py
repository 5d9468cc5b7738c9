"""schema.org NewsArticle in JSON-LD, release 30.0.

One node in the shape that search engines read: the whole text in `articleBody`, sections and quotes in `hasPart`, people
and organisations in `mentions`, places in `contentLocation`. Quotes name their speaker by ``@id``. What the vocabulary has
no property for is a reported loss.
"""

from __future__ import annotations

import re
from typing import Any

import attrs

from newsmodel.codec.context import Context
from newsmodel.codec.row import Row, always, derived, many, maybe
from newsmodel.codec.table import Embedded
from newsmodel.codec.values import choice
from newsmodel.formats.schema_org_body import BODY, body_text, in_one_piece, look_ahead
from newsmodel.formats.schema_org_media import LIFTED, MAIN, RENDITION, KindOf, MediaTable, main_address
from newsmodel.formats.schema_org_parts import (
    ALT_ID,
    BOTH,
    FIRST,
    GENRE,
    LINK,
    NAMES,
    ORGANISATION,
    PERSON,
    PHOTO_CREDIT,
    PLACE,
    QUOTE,
    REST,
    RIGHTS,
    SECTION,
    TERM,
    TOPIC,
    TRANSLATED,
    Bare,
    OrString,
    default_kind,
)
from newsmodel.formats.schema_org_source_type import SOURCE_TYPE
from newsmodel.formats.schema_org_values import (
    ARTICLES,
    INTEGER,
    LOCAL_ID,
    PAGE,
    REFERENCE,
    STRING,
    TEXT,
    TIME,
    URI,
    kind_codec,
    own_id,
)
from newsmodel.model import (
    Article,
    Attribution,
    AttributionRole,
    Concept,
    Media,
    MediaKind,
    PartyKind,
    PubStatus,
    QuoteKind,
    Translation,
    TranslationRelation,
)
from newsmodel.syntax.json_spots import Step
from newsmodel.syntax.json_table import JsonTable

NAME = "schema-org"
A, AT, C = attrs.fields(Article), attrs.fields(Attribution), attrs.fields(Concept)
M, TR = attrs.fields(Media), attrs.fields(Translation)


def parties(path: str, role: AttributionRole, *allowed: PartyKind) -> Row:
    """The attributions of a role. A node needs a type; where the party's is not known, the likely one is written."""
    table = JsonTable(
        Attribution,
        maybe(AT.kind, "@type", kind_codec(*allowed), assume=lambda found: default_kind(found.role)),
        maybe(AT.entity, "@id", REFERENCE),
        *NAMES,
        maybe(C.uri, "url", URI, also=("sameAs",)),
        maybe(C.code, "identifier", STRING),
        implied={AT.role.name: role},
        named_by=frozenset({"name", "url", "identifier"}),
    )
    return many(A.attributions, path, OrString(table, "name"), only=lambda found: found.role is role)


def media(key: str, type_: str, kind: MediaKind, *more: MediaKind) -> Row:
    """The media of a kind."""
    kinds = (kind, *more)
    table = MediaTable(
        Media,
        always("@type", type_),
        maybe(M.id, "@id", LOCAL_ID),
        many(M.captions, "caption", TEXT),
        maybe(M.credit, "creditText", STRING),
        maybe(M.copyright_notice, "copyrightNotice", STRING),
        derived("url", main_address),
        many(M.renditions, MAIN, RENDITION, part=FIRST),
        many(M.renditions, "encoding", RENDITION, part=REST),
        implied={M.kind.name: kind},
        lists=frozenset({"encoding"}),
        reserved=frozenset(LIFTED),
    )
    return many(A.media, key, KindOf(table, kind), only=lambda item: item.kind in kinds)


def translations(path: str, relation: TranslationRelation) -> Row:
    """The other language versions with a relation."""
    table = JsonTable(Translation, *TRANSLATED, implied={TR.relation.name: relation})
    return many(A.translations, path, table, only=lambda found: found.relation is relation)


WEB_PAGE = "mainEntityOfPage[@type='WebPage|AboutPage|CollectionPage|FAQPage|ItemPage|MediaGallery|ProfilePage|QAPage']"


class ArticleTable(JsonTable[Article]):
    """An article, with what is seen from its whole only."""

    def decode(self, raw: Any, context: Context) -> Article:
        """Read an article."""
        if isinstance(raw, dict):
            raw = look_ahead(raw, context)
            words = raw.get("keywords")
            raw = {**raw, "keywords": _split(words)} if isinstance(words, str) else raw
        return super().decode(raw, context)

    def written(self, out: dict[str, Any], model: Article, context: Context) -> dict[str, Any]:
        """Leave out what the text says as well, unless unknown content stands there."""
        holds = context.keep and any(section.extras for section in model.sections)
        return in_one_piece(out, context, holds=holds)


_COMMAS = re.compile("[,\u060c]")
"""The Latin and the Arabic comma."""


def _split(words: str) -> str | list[str]:
    """Split keywords that stand in one string, as the vocabulary has them: with commas."""
    found = [word.strip() for word in _COMMAS.split(words) if word.strip()]
    return found if len(found) > 1 else words


ARTICLE = ArticleTable(
    Article,
    always("@context", "https://schema.org"),
    always("@type", "NewsArticle"),
    derived("@id", own_id),
    maybe(
        A.url, "url", PAGE, also=(f"{WEB_PAGE}/@id", "mainEntityOfPage", "mainEntityOfPage/@id"), written=2
    ),
    always("identifier[propertyID='guid']/@type", "PropertyValue"),
    maybe(A.id, "identifier[propertyID='guid']/value", STRING),
    many(A.alt_ids, "identifier", OrString(ALT_ID, "value")),
    maybe(A.version, "version", INTEGER),
    many(A.headlines, "headline", TEXT, part=FIRST),
    many(A.headlines, "alternativeHeadline", TEXT, part=REST),
    many(A.summaries, "description", TEXT, part=FIRST),
    many(A.summaries, "abstract", TEXT, part=REST),
    maybe(A.language, "inLanguage", STRING),
    maybe(A.published, "datePublished", TIME),
    maybe(A.version_created, "dateModified", TIME),
    maybe(A.first_created, "dateCreated", TIME),
    maybe(A.expires, "expires", TIME),
    maybe(A.status, "creativeWorkStatus", choice({status.value: status for status in PubStatus})),
    maybe(A.digital_source_type, "digitalSourceType", SOURCE_TYPE),
    many(A.subjects, "keywords[@type='DefinedTerm']", TERM, only=lambda subject: subject.code is not None),
    many(A.keywords, "keywords", TEXT),
    many(A.genres, "genre", OrString(GENRE, "name", "sameAs")),
    many(A.datelines, "dateline", TEXT),
    many(A.credit_lines, "creditText", TEXT),
    parties("author", AttributionRole.AUTHOR, *BOTH),
    parties("editor", AttributionRole.EDITOR, PartyKind.PERSON),
    parties("translator", AttributionRole.TRANSLATOR, *BOTH),
    parties("contributor", AttributionRole.CONTRIBUTOR, *BOTH),
    parties("publisher", AttributionRole.PUBLISHER, PartyKind.ORGANISATION, PartyKind.PERSON),
    parties("sourceOrganization", AttributionRole.SOURCE, PartyKind.ORGANISATION),
    many(
        A.attributions,
        "associatedMedia[@type='ImageObject']",
        PHOTO_CREDIT,
        only=lambda found: found.role is AttributionRole.PHOTO_CREDIT,
    ),
    many(A.located, "locationCreated", OrString(PLACE, "name")),
    many(A.places, "contentLocation", OrString(PLACE, "name")),
    many(A.subjects, "about", OrString(TOPIC, "name", "sameAs"), only=lambda subject: subject.code is None),
    many(A.people, "mentions[@type='Person']", PERSON),
    many(A.organisations, "mentions[@type='Organization']", ORGANISATION),
    media("image", "ImageObject", MediaKind.PICTURE, MediaKind.GRAPHIC),
    media("video", "VideoObject", MediaKind.VIDEO),
    media("audio", "AudioObject", MediaKind.AUDIO),
    many(A.links, f"{WEB_PAGE}/relatedLink", Bare(LINK, "@id")),
    translations("translationOfWork", TranslationRelation.ORIGINAL),
    translations("workTranslation", TranslationRelation.TRANSLATION),
    translations("exampleOfWork[@type='CreativeWork']/workExample", TranslationRelation.ALTERNATE),
    many(A.sections, "hasPart[@type='CreativeWork']", SECTION),
    many(
        A.quotes, "hasPart[@type='Quotation']", QUOTE, only=lambda quote: quote.kind is not QuoteKind.INDIRECT
    ),
    derived("articleBody", body_text, fills=A.sections, codec=BODY),
    derived("wordCount", lambda article, _context: article.word_count or None),
    embedded=(Embedded("rights", RIGHTS),),
    lists=frozenset(
        {"author", "keywords", "identifier", "image", "contentLocation", "about", "mentions", "hasPart"}
    ),
    first=frozenset({A.people.name, A.organisations.name}),
    asked=Step("", "@type", tuple(sorted(ARTICLES))),
    document=True,
)
