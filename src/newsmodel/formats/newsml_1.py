"""NewsML 1.0 to 1.2: one NewsItem with a story, its lines, its metadata, its text and its pictures.

The rows say where each field stands in a laid-out document: `newsml_1_layout` brings what agencies send to that form,
`newsml_1_delivery` makes a valid document of it. Written is NewsML 1.2, valid by the DTD of 2003, with XHTML inside; what
the standard has no place for rides in Property and Metadata elements, which are made for it. Source: NewsML 1.2 DTD and
Functional Specification (IPTC, 2003).
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import attrs

from newsmodel.codec.context import Context
from newsmodel.codec.row import always, derived, many, maybe, one
from newsmodel.codec.values import INTEGER, TEXT, choice
from newsmodel.dates.when import When
from newsmodel.formats.assumed import assumed_id, assumed_time, at_midnight
from newsmodel.formats.newsml_1_body import BODY
from newsmodel.formats.newsml_1_parts import (
    ALT_ID,
    BARE,
    BLOCKED,
    DERIVED,
    DERIVED_LINK,
    FORMAL,
    LABELLED,
    LINK,
    MEDIA,
    NS,
    ORGANISATION,
    PERSON,
    PLACE,
    QUOTE,
    RENDITION,
    RIGHTS,
    SUB_HEADLINE,
    SUB_LABELLED,
    SUBJECT,
    TRANSLATION,
    parties,
    prop,
)
from newsmodel.formats.newsml_1_values import (
    ANY_TIME,
    COUNT,
    DATE_TIME,
    EMBARGO,
    TAG,
    StatusBesideEmbargo,
    basic,
)
from newsmodel.model import Article, AttributionRole, Embargo, ItemType, PubStatus
from newsmodel.syntax.xml_table import XmlTable

NAME = "newsml-1"

A = attrs.fields(Article)
ITEM, COMPONENT = "NewsItem", "NewsItem/NewsComponent"
IDENTIFIER, MANAGEMENT = f"{ITEM}/Identification/NewsIdentifier", f"{ITEM}/NewsManagement"
LINES, ADMINISTRATIVE = f"{COMPONENT}/NewsLines", f"{COMPONENT}/AdministrativeMetadata"
DESCRIPTIVE = f"{COMPONENT}/DescriptiveMetadata"

STATUS = StatusBesideEmbargo({status.value.capitalize(): status for status in PubStatus})
TYPES = {
    "Text": ItemType.TEXT,
    "Photo": ItemType.PICTURE,
    "Graphic": ItemType.GRAPHIC,
    "Animation": ItemType.ANIMATED,
    "Video": ItemType.VIDEO,
    "Audio": ItemType.AUDIO,
    "Data": ItemType.DATA,
    "Composite": ItemType.COMPOSITE,
}
"""IPTC's topic set of media types, and two natures that it lacks."""


def usable(article: Article) -> PubStatus | None:
    """The DTD demands a status; that an article is embargoed is one."""
    return None if article.embargo == Embargo() else PubStatus.USABLE


def first_version(_article: Article) -> int:
    """The DTD demands a revision."""
    return 1


def first_time(article: Article) -> When:
    """The DTD demands the time of the first version, too."""
    return article.version_created or assumed_time(article)


def urn_parts(article: Article) -> list[str]:
    """Return the provider, the date and the item of a NewsML URN (RFC 3085 §2): parts of an identifier that is one."""
    parts = (article.id or "").split(":")
    if len(parts) >= 5 and parts[:2] == ["urn", "newsml"] and all(parts[2:5]):
        return parts[2:5]
    return []


def provider(article: Article, context: Context) -> str:  # noqa: ARG001  # as a derived row wants it
    """Return the provider's part of the identifier; of another URI its host."""
    parts = urn_parts(article)
    host = (article.id or "").partition("://")[2].partition("/")[0]
    return parts[0] if parts else host or "unknown"


def date_id(article: Article, context: Context) -> str:  # noqa: ARG001  # as a derived row wants it
    """Return the date in the identifier, else the day of the first version: some have a number in its place (Anadolu)."""
    parts = urn_parts(article)
    if parts and _DAY.match(parts[1]):
        return parts[1]
    return basic(at_midnight(article.first_created or first_time(article)))[:8]


_DAY = re.compile(r"[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])")
"""What a DateId begins with (RFC 3085 §2)."""


def item_id(article: Article, context: Context) -> str:  # noqa: ARG001  # as a derived row wants it
    """Return the item's part of the identifier."""
    parts = urn_parts(article)
    return parts[2] if parts else article.id or assumed_id(article)


def sent(article: Article, context: Context) -> str:  # noqa: ARG001  # as a derived row wants it
    """Return when the document is sent: there is no hidden clock, so it is when this version was made."""
    when: datetime = at_midnight(article.version_created or assumed_time(article))
    return basic(when)


def line(kind: str) -> str:
    """Lines of a kind that NewsLines has no element for."""
    return f"{LINES}/NewsLine[@FormalName='{kind}']/NewsLineText"


def contributors(role: AttributionRole) -> Any:
    """Contributors whose contribution is the name of their role."""
    return parties(A.attributions, f"{ADMINISTRATIVE}/Contributor[@FormalName='{role.value}']/Party", role)


ARTICLE = XmlTable(
    Article,
    # first what others point at: identifiers, then the body
    many(A.media, f"{COMPONENT}/NewsComponent[@Role='Media']", MEDIA),
    many(A.people, f"{COMPONENT}/TopicSet[@FormalName='People']/Topic", PERSON),
    many(A.organisations, f"{COMPONENT}/TopicSet[@FormalName='Organisations']/Topic", ORGANISATION),
    many(A.places, f"{COMPONENT}/TopicSet[@FormalName='Places']/Topic", PLACE),
    one(A.type, f"{COMPONENT}/ContentItem/MediaType/@FormalName", choice(TYPES)),
    one(A.sections, f"{COMPONENT}/ContentItem/DataContent", BODY),
    many(A.renditions, f"{COMPONENT}/NewsComponent[@Role='Renditions']/ContentItem", RENDITION),
    many(A.quotes, f"{COMPONENT}/Metadata[@FormalName='Quotes']/Property", QUOTE),
    always("@Version", "1.2"),
    derived("NewsEnvelope/DateAndTime/text()", sent),
    many(A.services, "NewsEnvelope/NewsService", FORMAL),
    derived(f"{IDENTIFIER}/ProviderId/text()", provider),
    derived(f"{IDENTIFIER}/DateId/text()", date_id),
    derived(f"{IDENTIFIER}/NewsItemId/text()", item_id),
    maybe(A.version, f"{IDENTIFIER}/RevisionId/text()", COUNT, assume=first_version),
    always(f"{IDENTIFIER}/RevisionId/@PreviousRevision", "0"),
    always(f"{IDENTIFIER}/RevisionId/@Update", "N"),
    maybe(A.id, f"{IDENTIFIER}/PublicIdentifier/text()", TEXT, assume=assumed_id),
    many(A.titles, f"{ITEM}/Identification/NameLabel", BARE, most=1),
    always(f"{MANAGEMENT}/NewsItemType/@FormalName", "News"),
    maybe(A.first_created, f"{MANAGEMENT}/FirstCreated/text()", DATE_TIME, assume=first_time),
    maybe(A.version_created, f"{MANAGEMENT}/ThisRevisionCreated/text()", DATE_TIME, assume=assumed_time),
    maybe(A.status, f"{MANAGEMENT}/Status/@FormalName", STATUS, assume=usable),
    maybe(A.embargo, f"{MANAGEMENT}/Status/StatusWillChange/DateAndTime", EMBARGO),
    maybe(A.urgency, f"{MANAGEMENT}/Urgency/@FormalName", INTEGER),
    many(A.links, f"{MANAGEMENT}/DerivedFrom", DERIVED_LINK, only=lambda link: link.rel == DERIVED),
    many(A.links, f"{MANAGEMENT}/AssociatedWith", LINK, only=lambda link: link.rel != DERIVED),
    many(A.signals, f"{MANAGEMENT}/Instruction", FORMAL),
    maybe(
        A.published,
        f"{MANAGEMENT}/{prop('FirstPublished')}",
        ANY_TIME,
        also=(f"{MANAGEMENT}/FirstPublished/text()",),
    ),
    maybe(A.content_modified, f"{MANAGEMENT}/{prop('ContentModified')}", ANY_TIME),
    maybe(A.expires, f"{MANAGEMENT}/{prop('Expires')}", ANY_TIME),
    many(A.headlines, f"{LINES}/HeadLine", LABELLED, only=lambda text: text.role != SUB_HEADLINE),
    many(A.headlines, f"{LINES}/SubHeadLine", SUB_LABELLED, only=lambda text: text.role == SUB_HEADLINE),
    many(A.bylines, f"{LINES}/ByLine", LABELLED),
    many(A.datelines, f"{LINES}/DateLine", LABELLED),
    many(A.credit_lines, f"{LINES}/CreditLine", LABELLED),
    many(A.sluglines, f"{LINES}/SlugLine", LABELLED),
    many(A.keywords, f"{LINES}/KeywordLine", LABELLED),
    many(A.summaries, line("Abstract"), BLOCKED),
    many(A.editor_notes, line("AdvisoryLine"), BLOCKED),
    maybe(A.url, f"{ADMINISTRATIVE}/SystemIdentifier/text()", TEXT),
    parties(A.attributions, f"{ADMINISTRATIVE}/Provider/Party", AttributionRole.PUBLISHER),
    parties(A.attributions, f"{ADMINISTRATIVE}/Creator/Party", AttributionRole.AUTHOR),
    parties(A.attributions, f"{ADMINISTRATIVE}/Source/Party", AttributionRole.SOURCE),
    contributors(AttributionRole.EDITOR),
    contributors(AttributionRole.TRANSLATOR),
    contributors(AttributionRole.PHOTO_CREDIT),
    parties(A.attributions, f"{ADMINISTRATIVE}/Contributor/Party", AttributionRole.CONTRIBUTOR),
    many(A.alt_ids, f"{ADMINISTRATIVE}/Property[@FormalName='AltId']", ALT_ID),
    maybe(A.profile, f"{ADMINISTRATIVE}/{prop('Profile')}", TEXT),
    maybe(A.rights, f"{COMPONENT}/RightsMetadata", RIGHTS),
    maybe(A.language, f"{DESCRIPTIVE}/Language/@FormalName", TAG),
    many(A.genres, f"{DESCRIPTIVE}/Genre", FORMAL),
    many(A.subjects, f"{DESCRIPTIVE}/SubjectCode", SUBJECT),
    maybe(A.content_created, f"{DESCRIPTIVE}/DateLineDate/text()", ANY_TIME),
    many(A.located, f"{DESCRIPTIVE}/Location", PLACE),
    maybe(A.digital_source_type, f"{DESCRIPTIVE}/Property[@FormalName='DigitalSourceType']/Concept", FORMAL),
    many(A.translations, f"{COMPONENT}/Metadata[@FormalName='Translations']/Property", TRANSLATION),
    tag="NewsML",
    namespaces=NS,
)
