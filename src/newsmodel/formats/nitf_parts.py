"""The parts of a NITF document that are more than a word: texts, people, organisations, subjects, media, rights.

Each is a table of rows; `nitf` says where they stand in a document. Source: NITF 3.6, schema and its documentation.
"""

from __future__ import annotations

import re
from typing import Any

import attrs
from lxml import etree  # noqa: TC002  # as in the other modules of this format

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.row import Row, many, maybe, one, single
from newsmodel.codec.values import INTEGER, LANGUAGE, TEXT, Pair, choice
from newsmodel.errors import InputError
from newsmodel.formats.newsml_g2_parts import TextTable
from newsmodel.formats.nitf_people import PersonTable
from newsmodel.formats.nitf_texts import CONTENT, LINE, LINES, NAME, NAMED, PARAGRAPH, PROSE
from newsmodel.formats.nitf_values import CLASS, HREF, LOCAL_ID, NS, TIME, tag
from newsmodel.losses import LossKind
from newsmodel.model import (
    AltId,
    Attribution,
    AttributionRole,
    Concept,
    Direction,
    Hop,
    Link,
    Media,
    MediaKind,
    Organisation,
    Person,
    Rendition,
    Rights,
    Subject,
    Text,
    Translation,
    TranslationRelation,
)
from newsmodel.model.values import one_line
from newsmodel.syntax.xml_table import XmlTable

AT, C, ID, L = attrs.fields(Attribution), attrs.fields(Concept), attrs.fields(AltId), attrs.fields(Link)
H = attrs.fields(Hop)
M, OR, PE, R = attrs.fields(Media), attrs.fields(Organisation), attrs.fields(Person), attrs.fields(Rights)
RE, S, TR, TX = attrs.fields(Rendition), attrs.fields(Subject), attrs.fields(Translation), attrs.fields(Text)

# texts

DIRECTION = choice({member.value: member for member in Direction})
INTERNATIONAL = (
    maybe(TX.language, "@xml:lang", LANGUAGE),
    maybe(TX.direction, "@its:dir", DIRECTION, also=("@dir",)),
)
"""``xml:lang``, and ITS's attribute for the direction: NITF lets attributes of other namespaces stand everywhere."""
TEXT_ROWS = (*INTERNATIONAL, maybe(TX.role, "@class", CLASS))


def text_in(path: str, codec: Any, *more: Row, **implied: Any) -> TextTable:
    """A text with its language and direction."""
    return TextTable(
        Text, one(TX.value, path, codec), *(more or INTERNATIONAL), namespaces=NS, implied=implied
    )


LINED = text_in("markup()", LINES, *TEXT_ROWS)
"""Text with line breaks."""
LABEL = text_in("markup()", LINE, *TEXT_ROWS)
"""Text in one line."""
PLAIN_LABEL = text_in("markup()", LINE)
"""Text in one line, where there is no class."""
ABSTRACT = text_in("markup()", PARAGRAPH, *TEXT_ROWS)
"""Text in paragraphs."""
NOTE = text_in("markup()", CONTENT, *TEXT_ROWS)
"""Text in a ``body.content``."""
CAPTION = text_in("markup()", LINES, *TEXT_ROWS)
KEY = text_in("@key", PROSE)
INFO = text_in("@info", PROSE, *INTERNATIONAL, maybe(TX.role, "@msg-type", CLASS))
META = text_in("@content", PROSE)

SUB_HEADLINE, TAGLINE, BIBLIOGRAPHY, CORRECTION = (
    f"nitf:{name}" for name in ("hl2", "tagline", "bibliography", "correction")
)
"""The roles of texts that NITF has places of their own for."""


def text_as(role: str, path: str, codec: Any, *more: Row) -> TextTable:
    """A text in a place that says its role."""
    return TextTable(
        Text, one(TX.value, path, codec), *INTERNATIONAL, *more, namespaces=NS, implied={TX.role.name: role}
    )


SUB_HEAD = text_as(SUB_HEADLINE, "markup()", LINES)
TAG_LINE = text_as(TAGLINE, "markup()", LINES)
BIBLIOGRAPHIC = text_as(BIBLIOGRAPHY, "markup()", LINE)
CORRECTED = text_as(CORRECTION, "@info", PROSE)


# what is named

NAMED_ROWS = (
    single(C.names, "text()", NAME),
    maybe(C.code, "@idsrc:@value", TEXT),
    maybe(C.uri, "alt-code[@idsrc='uri']/@value", TEXT),
    maybe(C.literal, "alt-code[@idsrc='literal']/@value", TEXT, also=("@value",)),
)
"""A name, its code in a vocabulary, and ``alt-code`` for other identifiers."""
CLASSIFIER = XmlTable(Concept, *NAMED_ROWS, namespaces=NS)
CLASSIFIED = XmlTable(Subject, *NAMED_ROWS, maybe(S.type, "@class", CLASS), namespaces=NS)
EVENT = XmlTable(Subject, *NAMED_ROWS, namespaces=NS, implied={S.type.name: "cpnat:event"})
ORGANISATION = XmlTable(Organisation, *NAMED_ROWS, maybe(OR.id, "@id", LOCAL_ID), namespaces=NS)


PERSON = PersonTable(
    Person,
    *NAMED_ROWS,
    maybe(PE.id, "@id", LOCAL_ID),
    maybe(PE.given_name, "name.given/text()", TEXT),
    maybe(PE.family_name, "name.family/text()", TEXT),
    maybe(PE.job_title, "function/text()", TEXT),
    namespaces=NS,
)

PARTY = XmlTable(Attribution, *NAMED_ROWS, namespaces=NS, implied={AT.role.name: AttributionRole.PUBLISHER})
"""Who distributes the document: a ``distributor`` holds it as an ``org``."""


def revision(role: AttributionRole, *more: Row) -> XmlTable[Attribution]:
    """Somebody who worked on the document, by name."""
    rows = (single(AT.names, "@name", NAME), *more)
    return XmlTable(Attribution, *rows, namespaces=NS, implied={AT.role.name: role})


GENRE = XmlTable(Concept, single(C.names, "@tobject.property.type", NAME), namespaces=NS)
"""A genre by its name."""

# subjects


def is_subject_code(code: str | None) -> bool:
    """Whether a code can be a reference number: a name token (XML 1.0, §2.3)."""
    return code is not None and _REFERENCE.fullmatch(code.partition(":")[2]) is not None


_REFERENCE = re.compile(r"[A-Za-z0-9._:-]+")


def _read_subject_code(raw: str, context: Context) -> str:  # noqa: ARG001  # a codec's signature
    provider, _, number = raw.partition(":")
    return f"{'subj' if provider == 'IPTC' else provider}:{number}"


def _write_subject_code(code: str, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    alias, _, number = code.partition(":")
    return f"{'IPTC' if alias == 'subj' else alias}:{number}"


SUBJECT_CODE: Pair[str] = Pair(_read_subject_code, _write_subject_code)
"""The provider of a reference number and the number; the IPTC's subject codes have the alias ``subj``."""
SUBJECT = XmlTable(
    Subject,
    maybe(S.code, "@tobject.subject.ipr:@tobject.subject.refnum", SUBJECT_CODE),
    single(
        S.names,
        "@tobject.subject.detail",
        NAME,
        also=("@tobject.subject.matter", "@tobject.subject.type"),
    ),
    namespaces=NS,
)

# media

KIND = choice({"image": MediaKind.PICTURE, "video": MediaKind.VIDEO, "audio": MediaKind.AUDIO})
RENDITION = XmlTable(
    Rendition,
    one(RE.href, "@source", HREF, also=("@data-location",)),
    maybe(RE.media_type, "@mime-type", TEXT),
    maybe(RE.width, "@width", INTEGER),
    maybe(RE.height, "@height", INTEGER),
    namespaces=NS,
)


class MediaTable(XmlTable[Media]):
    """A table of media items. What NITF says of each file, and the model of the whole item, stands in the first reference."""

    def decode(self, raw: Any, context: Context) -> Media:
        """Read a media item."""
        graphic = raw.get("class") == GRAPHIC and raw.attrib.pop("class")
        references = list(raw.iterchildren(tag("media-reference")))
        notice = next((said for each in references if (said := each.get("copyright"))), None)
        for each in references:
            if each.get("copyright") == notice:
                each.attrib.pop("copyright", None)
        media = super().decode(raw, context)
        kind = MediaKind.GRAPHIC if graphic and media.kind is MediaKind.PICTURE else media.kind
        return attrs.evolve(media, kind=kind, copyright_notice=notice)

    def encode(self, value: Media, context: Context, into: Any = None) -> etree._Element:
        """Write a media item."""
        graphic = value.kind is MediaKind.GRAPHIC
        plain = attrs.evolve(value, kind=MediaKind.PICTURE) if graphic else value
        element = super().encode(attrs.evolve(plain, copyright_notice=None), context, into)
        if graphic:
            element.set("class", GRAPHIC)
        if value.copyright_notice and (first := element.find(tag("media-reference"))) is not None:
            first.set("copyright", value.copyright_notice)
        return element


GRAPHIC = MediaKind.GRAPHIC.value
MEDIA = MediaTable(
    Media,
    one(M.kind, "@media-type", KIND),
    maybe(M.id, "@id", LOCAL_ID),
    many(M.renditions, "media-reference", RENDITION),
    many(M.captions, "media-caption", CAPTION),
    maybe(M.credit, "media-producer/markup()", LINE),
    namespaces=NS,
    order={"": ["media-metadata", "media-reference", "media-object", "media-caption", "media-producer"]},
)

# links and identifiers

LINK = XmlTable(
    Link,
    maybe(L.href, "@value", HREF),
    maybe(L.title, "text()", TEXT),
    maybe(L.rel, "@class", CLASS),
    maybe(L.item, "alt-code[@idsrc='item']/@value", TEXT),
    namespaces=NS,
)


def translation(relation: TranslationRelation) -> XmlTable[Translation]:
    """Another language version: the class says which way the translation goes."""
    rows = (
        one(TR.language, "@xml:lang", LANGUAGE),
        maybe(TR.uri, "@value", HREF),
        maybe(TR.label, "text()", TEXT),
    )
    return XmlTable(Translation, *rows, namespaces=NS, implied={TR.relation.name: relation})


class HopTable(XmlTable[Hop]):
    """A table of hops. One without a name says nothing: senders leave such forms empty."""

    def decode(self, raw: Any, context: Context) -> Hop:
        """Read a hop."""
        hop = super().decode(raw, context)
        if hop.party is None:
            raise InputError("a source with a name", None)
        return hop

    def encode(self, value: Hop, context: Context, into: Any = None) -> etree._Element:
        """Write a hop."""
        noted = len(context.losses)
        element = super().encode(value, context, into)
        if element.get("src-name") is None:
            del context.losses[noted:]
            raise Unsayable("there is room for a name")
        return element


HOP = HopTable(
    Hop,
    maybe(H.party, "@src-name", NAMED),
    maybe(H.sequence, "@level-number", INTEGER),
    namespaces=NS,
)
META_ID = XmlTable(AltId, one(ID.value, "@content", TEXT), namespaces=NS)
DU_KEY_TYPE = "nitf:du-key"


def _read_key(raw: str, context: Context) -> AltId:  # noqa: ARG001  # a codec's signature
    return AltId(one_line(raw), DU_KEY_TYPE)


def _write_key(value: AltId, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    if value.environment:
        context.note(LossKind.UNWRITTEN, "environment", value.environment)
    context.note_extras(value.extras)
    return value.value


DU_KEY: Pair[AltId] = Pair(_read_key, _write_key)
"""The key under which versions of a story are grouped."""

# rights

RIGHTS = XmlTable(
    Rights,
    maybe(
        R.holder,
        "head/docdata/doc.copyright/@holder",
        NAMED,
        also=("head/docdata/doc.rights/@owner", "body/body.head/rights/rights.owner/text()"),
    ),
    maybe(R.year, "head/docdata/doc.copyright/@year", INTEGER),
    maybe(R.valid_from, "head/docdata/doc.rights/@startdate", TIME),
    maybe(R.valid_to, "head/docdata/doc.rights/@enddate", TIME),
    maybe(R.license, "head/meta[@name='dcterms.license']/@content", TEXT),
    many(R.notices, "body/body.head/note[@noteclass='cpyrt']", NOTE),
    many(R.usage_terms, "body/body.head/rights/rights.limitations", PLAIN_LABEL),
    single(R.usage_terms, "head/docdata/doc.rights/@limitations", NAME, only=lambda _: False),
    namespaces=NS,
)
"""The rights in the whole document."""
