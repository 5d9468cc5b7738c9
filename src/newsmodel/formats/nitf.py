"""NITF 3.6, which reads 3.0 to 3.5 too: a document of one story.

What NITF has no place for is reported, but for what its general elements hold: ``meta`` is a name and a value (the names are
those of NewsML-G2's properties), ``classifier`` and ``virtloc`` are whatever their type and class say. Languages and
directions stand in attributes of W3C's, which the schema allows everywhere. Source: NITF 3.6, schema and its documentation.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from newsmodel.codec.row import JointRow, Row, always, many, maybe, single
from newsmodel.codec.table import Embedded
from newsmodel.codec.values import INTEGER, LANGUAGE, TEXT
from newsmodel.formats.nitf_body import BODY
from newsmodel.formats.nitf_parts import (
    ABSTRACT,
    BIBLIOGRAPHIC,
    BIBLIOGRAPHY,
    CLASSIFIED,
    CLASSIFIER,
    CORRECTED,
    CORRECTION,
    DU_KEY,
    DU_KEY_TYPE,
    EVENT,
    GENRE,
    HOP,
    INFO,
    KEY,
    LABEL,
    LINED,
    LINK,
    META,
    META_ID,
    NOTE,
    ORGANISATION,
    PARTY,
    PERSON,
    PLAIN_LABEL,
    RIGHTS,
    SUB_HEAD,
    SUB_HEADLINE,
    SUBJECT,
    TAG_LINE,
    TAGLINE,
    is_subject_code,
    revision,
    translation,
)
from newsmodel.formats.nitf_places import EVENT_PLACE, PLACE
from newsmodel.formats.nitf_texts import SOURCE
from newsmodel.formats.nitf_values import EMBARGO, NS, STATUS, TIME
from newsmodel.model import (
    Article,
    Attribution,
    AttributionRole,
    Concept,
    Subject,
    Translation,
    TranslationRelation,
)
from newsmodel.syntax.xml_table import XmlTable

NAME = "nitf"
VERSION = "-//IPTC//DTD NITF 3.6//EN"
A = attrs.fields(Article)

DOCDATA, BODY_HEAD = "head/docdata", "body/body.head"
IDENTIFIED = f"{DOCDATA}/identified-content"


def never(_value: object) -> bool:
    """For places that are read, and never written."""
    return False


def meta(name: str) -> str:
    """The place of a value that has a name, and no element of its own."""
    return f"head/meta[@name='{name}']"


def moment(name: str) -> str:
    """The place of a time that has no element of its own."""
    return f"{meta(name)}/@content"


def is_of(role: AttributionRole) -> Callable[[Attribution], bool]:
    """Whether somebody has this role."""
    return lambda found: found.role is role


def is_related(relation: TranslationRelation) -> Callable[[Translation], bool]:
    """Whether another language version stands in this relation."""
    return lambda found: found.relation is relation


def revised(role: AttributionRole, part: str) -> Row:
    """Those who worked on the document in a part that an attribute names."""
    return many(A.attributions, f"head/revision-history[{part}]", revision(role), only=is_of(role))


def is_plain(genre: Concept) -> bool:
    """Whether a genre is a word and no more."""
    return not (genre.uri or genre.code or genre.literal)


def is_event(subject: Subject) -> bool:
    """Whether a subject is an event."""
    return subject.type == "cpnat:event"


def is_coded(subject: Subject) -> bool:
    """Whether a subject has a reference number."""
    return is_subject_code(subject.code) and not is_event(subject)


ORDER = {
    "": ["head", "body"],
    "head": ["title", "meta", "tobject", "iim", "docdata", "pubdata", "revision-history"],
    "head/tobject": ["tobject.property", "tobject.subject"],
    "body": ["body.head", "body.content", "body.end"],
    "body/body.head": [
        "hedline",
        "note",
        "rights",
        "byline",
        "distributor",
        "dateline",
        "abstract",
        "series",
    ],
    "body/body.head/hedline": ["hl1", "hl2"],
    "body/body.end": ["tagline", "bibliography"],
}
"""The order of the schema's sequences."""

ARTICLE = XmlTable(
    Article,
    # first what others point at: identifiers, then the body
    many(A.people, f"{IDENTIFIED}/person", PERSON),
    many(A.organisations, f"{IDENTIFIED}/org", ORGANISATION),
    many(A.places, f"{IDENTIFIED}/location", PLACE),
    many(A.places, f"{DOCDATA}/evloc", EVENT_PLACE, only=never),
    JointRow(("sections", "media", "quotes"), ("body/body.content",), BODY),
    always("@version", VERSION),
    maybe(
        A.language, "@baselang", LANGUAGE, also=("@xml:lang", "body/@xml:lang", moment("article-language"))
    ),
    single(A.titles, "head/title[@type='alternate']", PLAIN_LABEL),
    maybe(A.version_created, moment("versionCreated"), TIME),
    maybe(A.first_created, moment("firstCreated"), TIME),
    maybe(A.content_modified, moment("contentModified"), TIME),
    maybe(A.profile, f"{meta('profile')}/@content", TEXT),
    many(A.alt_ids, meta("altId"), META_ID, only=lambda found: found.type != DU_KEY_TYPE),
    many(A.sluglines, meta("slugline"), META, also=(meta("anpa-keyword"), meta("NTBStikkord"))),
    many(A.credit_lines, meta("creditline"), META, only=lambda text: text.role != BIBLIOGRAPHY),
    many(A.genres, "head/tobject/tobject.property", GENRE, only=is_plain),
    many(A.subjects, "head/tobject/tobject.subject", SUBJECT, only=is_coded),
    maybe(A.status, f"{DOCDATA}/@management-status", STATUS),
    maybe(A.id, f"{DOCDATA}/doc-id/@id-string", TEXT, also=("@uno",)),
    single(A.attributions, f"{DOCDATA}/doc-id/@regsrc", SOURCE, only=is_of(AttributionRole.SOURCE)),
    many(A.hops, f"{DOCDATA}/del-list/from-src", HOP),
    maybe(A.urgency, f"{DOCDATA}/urgency/@ed-urg", INTEGER),
    maybe(
        A.published,
        f"{DOCDATA}/date.issue/@norm",
        TIME,
        also=(f"{DOCDATA}/date.issue/text()", "head/pubdata/@date.publication"),
    ),
    maybe(A.embargo, f"{DOCDATA}/date.release", EMBARGO),
    maybe(A.expires, f"{DOCDATA}/date.expire/@norm", TIME, also=(f"{DOCDATA}/date.expire/text()",)),
    many(A.editor_notes, f"{DOCDATA}/correction", CORRECTED, only=lambda text: text.role == CORRECTION),
    many(A.editor_notes, f"{DOCDATA}/ed-msg", INFO, only=lambda text: text.role != CORRECTION),
    many(A.editor_notes, f"{BODY_HEAD}/note[@noteclass='editorsnote']", NOTE, only=never),
    single(A.alt_ids, f"{DOCDATA}/du-key/@key", DU_KEY, only=lambda found: found.type == DU_KEY_TYPE),
    maybe(A.version, f"{DOCDATA}/du-key/@version", INTEGER),
    many(A.keywords, f"{DOCDATA}/key-list/keyword", KEY),
    many(
        A.genres,
        f"{IDENTIFIED}/classifier[@type='genre']",
        CLASSIFIER,
        only=lambda genre: not is_plain(genre),
    ),
    many(A.services, f"{IDENTIFIED}/classifier[@type='service']", CLASSIFIER),
    many(A.signals, f"{IDENTIFIED}/classifier[@type='signal']", CLASSIFIER),
    maybe(A.digital_source_type, f"{IDENTIFIED}/classifier[@type='digitalSourceType']", CLASSIFIER),
    many(A.subjects, f"{IDENTIFIED}/event", EVENT, only=is_event),
    many(
        A.subjects,
        f"{IDENTIFIED}/classifier[@type='subject']",
        CLASSIFIED,
        only=lambda subject: not (is_event(subject) or is_coded(subject)),
    ),
    *(
        many(
            A.translations,
            f"{IDENTIFIED}/virtloc[@class='{relation.value}']",
            translation(relation),
            only=is_related(relation),
        )
        for relation in TranslationRelation
    ),
    many(A.links, f"{IDENTIFIED}/virtloc", LINK),
    maybe(A.url, "head/pubdata/@ex-ref", TEXT),
    revised(AttributionRole.AUTHOR, "@function='writer-author'"),
    revised(AttributionRole.EDITOR, "@function='editor'"),
    revised(AttributionRole.TRANSLATOR, "@comment='translation'"),
    revised(AttributionRole.CONTRIBUTOR, "@function='other'"),
    revised(AttributionRole.PHOTO_CREDIT, "@function='photographer'"),
    many(A.headlines, f"{BODY_HEAD}/hedline/hl1", LINED, only=lambda text: text.role != SUB_HEADLINE),
    many(A.headlines, f"{BODY_HEAD}/hedline/hl2", SUB_HEAD, only=lambda text: text.role == SUB_HEADLINE),
    many(A.bylines, f"{BODY_HEAD}/byline", LABEL, only=lambda text: text.role != TAGLINE),
    single(
        A.attributions,
        f"{BODY_HEAD}/distributor/org",
        PARTY,
        only=is_of(AttributionRole.PUBLISHER),
    ),
    many(A.datelines, f"{BODY_HEAD}/dateline", LABEL),
    many(A.located, f"{BODY_HEAD}/dateline[@class='located']/location", PLACE),
    maybe(A.content_created, f"{BODY_HEAD}/dateline[@class='located']/story.date/@norm", TIME),
    many(A.summaries, f"{BODY_HEAD}/abstract", ABSTRACT),
    single(A.bylines, "body/body.end/tagline", TAG_LINE, only=lambda text: text.role == TAGLINE),
    single(
        A.credit_lines,
        "body/body.end/bibliography",
        BIBLIOGRAPHIC,
        only=lambda text: text.role == BIBLIOGRAPHY,
    ),
    tag="nitf",
    namespaces=NS,
    order=ORDER,
    embedded=(Embedded("rights", RIGHTS),),
)
