"""The objects of ninjs: texts, concepts, people, places, renditions, rights. `ninjs` says where they stand."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.codec.context import Context, NotForUs
from newsmodel.codec.row import joint, maybe, one, single
from newsmodel.formats import ninjs_keys as keys
from newsmodel.formats.ninjs_shape import split_uri
from newsmodel.formats.ninjs_table import Labels, Named, NinjsTable, T
from newsmodel.formats.ninjs_values import (
    CODE,
    INTEGER,
    LINE,
    LITERAL,
    MEDIA_TYPE,
    NAME,
    POINT,
    PROSE,
    REFERENCE,
    ROLE_OF_RENDITION,
    TEXT,
    URI,
    is_code,
    plain,
    resolved,
    version_of,
)
from newsmodel.losses import LossKind
from newsmodel.model import (
    AltId,
    Attribution,
    AttributionRole,
    Concept,
    Organisation,
    PartyKind,
    Person,
    Place,
    Rendition,
    Rights,
    Subject,
    Text,
)

AT, C, ID, P = (attrs.fields(each) for each in (Attribution, Concept, AltId, Place))
R, RE, SU, TX = (attrs.fields(each) for each in (Rights, Rendition, Subject, Text))


# texts


class TextTable(NinjsTable[Text]):
    """A headline or a description, without the markup that it may have."""

    def decode(self, raw: Any, context: Context) -> Text:
        """Read a text."""
        if isinstance(raw, dict) and isinstance(raw.get("value"), str):
            raw = {**raw, "value": plain(raw["value"], context)}
        return super().decode(raw, context)


TEXTS = keys.Shape((keys.Key("role"), keys.Key("contentType", there="2.0 3.0"), keys.Key("value")))
LABEL = TextTable(Text, TEXTS, one(TX.value, "value", PROSE), maybe(TX.role, "role", CODE))
HEADLINE, DESCRIPTION = Labels(LABEL, "headlines"), Labels(LABEL, "descriptions")


# concepts


class ConceptTable(NinjsTable[T]):
    """A concept: a name, a URI, and a literal that is a code if it has the form of one.

    The URI of a code of IPTC is written beside the code, and means nothing more when it is read.
    """

    def decode(self, raw: Any, context: Context) -> T:
        """Read a concept; a bare string is its name."""
        raw = {"name": raw} if isinstance(raw, str) else raw
        if (
            isinstance(raw, dict)
            and isinstance(code := raw.get("literal"), str)
            and raw.get("uri") == resolved(code)
        ):
            raw = {name: value for name, value in raw.items() if name != "uri"}
        return super().decode(raw, context)

    def encode(self, value: T, context: Context, into: Any = None) -> dict[str, Any]:
        """Write a concept, and note what its one literal cannot say."""
        concept: Any = value
        out = super().encode(value, context, into)
        if concept.code and concept.literal:
            context.note(LossKind.UNWRITTEN, "literal", concept.literal, reason="the code is the literal")
        elif concept.literal and is_code(concept.literal):
            context.note(LossKind.COERCED, "literal", concept.literal, reason="it has the form of a code")
        if concept.code and (uri := resolved(concept.code)) is not None:
            if "uri" not in out:
                out = {name: inner for key, inner in out.items() for name, inner in _before(key, inner, uri)}
            elif out["uri"] == uri:
                context.note(
                    LossKind.COERCED, "uri", uri, reason="the URI of the code says no more than the code"
                )
        if version_of(context.format)[0] == 1:
            self._as_in_one(out, concept, context)
        return out

    def _as_in_one(self, out: dict[str, Any], concept: Any, context: Context) -> None:
        """Note what a scheme and a code cannot say: a literal beside a URI, and a URI that they cannot be joined to."""
        uri, literal = out.get("uri"), out.get("literal")
        better = resolved(concept.code)
        if (
            uri is not None
            and split_uri(uri) is None
            and better is not None
            and split_uri(better) is not None
        ):
            context.note(LossKind.COERCED, "uri", uri, reason="the URI of the code is written")
            out["uri"], uri = better, better
        if uri is not None and split_uri(uri) is None:
            if literal is not None:
                del out["uri"]
                if concept.uri is not None:
                    context.note(LossKind.UNWRITTEN, "uri", uri, reason="the literal is the code in ninjs 1")
                return
            for field in ("uri", "code" if is_code(uri) else "literal"):
                context.note(
                    LossKind.COERCED, field, uri, reason="no scheme with a code; it reads back as a literal"
                )
        elif uri is not None and literal is not None:
            field = "code" if concept.code else "literal"
            kind = LossKind.COERCED if concept.uri is None else LossKind.UNWRITTEN
            context.note(kind, field, getattr(concept, field), reason="the URI is the code in ninjs 1")
            if kind is LossKind.COERCED:
                context.note(kind, "uri", uri, reason="it is read for the code")
            del out["literal"]


def _before(key: str, value: Any, uri: str) -> list[tuple[str, Any]]:
    return [("uri", uri), (key, value)] if key == "literal" else [(key, value)]


NAMES = (single(C.names, "name", NAME),)
IDENTIFIERS = (maybe(C.uri, "uri", URI), joint((C.code, C.literal), "literal", LITERAL))
"""What says which thing it is."""
THING = (*NAMES, *IDENTIFIERS)

PERSON = ConceptTable(Person, keys.PERSON, *THING)
ORGANISATION = ConceptTable(Organisation, keys.ORGANISATION, *THING)
PLACE = ConceptTable(Place, keys.PLACE, *THING, joint((P.latitude, P.longitude), "geoJSON", POINT))
GENRE = ConceptTable(Concept, keys.GENRE, *THING)
SOURCE_TYPE = ConceptTable(Concept, keys.SOURCE_TYPE, *THING)
SUBJECT = ConceptTable(
    Subject,
    keys.SUBJECT,
    *THING,
    maybe(SU.relevance, "relevance", INTEGER),
    maybe(SU.confidence, "confidence", INTEGER),
)
IS_EVENT, IS_OBJECT = "cpnat:event", "cpnat:object"
"""The natures of subjects that stand in lists of their own (IPTC NewsCodes, cpnat)."""
EVENT = ConceptTable(Subject, keys.EVENT, *THING, implied={SU.type.name: IS_EVENT})
OBJECT = ConceptTable(Subject, keys.OBJECT, *THING, implied={SU.type.name: IS_OBJECT})
SOURCE = ConceptTable(
    Attribution,
    keys.SOURCE,
    *THING,
    maybe(AT.detail, "role", CODE),
    implied={AT.role.name: AttributionRole.SOURCE},
)
"""A source of the information."""


AUTHOR = ConceptTable(
    Attribution,
    keys.OBJECT,
    *THING,
    implied={AT.role.name: AttributionRole.AUTHOR, AT.kind.name: PartyKind.PERSON},
)
"""An author, in dialects that have a key for them."""


@attrs.frozen
class Alone:
    """A table whose objects stand as a bare string, which is the value of one key."""

    table: NinjsTable[Any]
    key: str = "name"

    def decode(self, raw: Any, context: Context) -> Any:
        """Read a string."""
        return self.table.decode({self.key: raw}, context)

    def encode(self, value: Any, context: Context, into: Any = None) -> Any:
        """Write the string."""
        return self.table.encode(value, context, into)[self.key]


ONE_NAME = keys.Shape((keys.Key("name"),))
LOCATED = Alone(NinjsTable(Place, ONE_NAME, *NAMES))
HOLDER = Alone(NinjsTable(Concept, ONE_NAME, *NAMES))

ALT_ID = Named(
    NinjsTable(AltId, keys.ALT_ID, one(ID.value, "value", LINE), maybe(ID.type, "role", CODE)), "role"
)


# files and rights


class RenditionTable(NinjsTable[Rendition]):
    """A file. One without an address is none."""

    def decode(self, raw: Any, context: Context) -> Rendition:
        """Read a rendition."""
        if isinstance(raw, dict) and "href" not in raw:
            raise NotForUs("an address", raw)
        return super().decode(raw, context)


RENDITION = Named(
    RenditionTable(
        Rendition,
        keys.RENDITION,
        maybe(RE.role, "name", ROLE_OF_RENDITION),
        one(RE.href, "href", REFERENCE),
        maybe(RE.media_type, "contentType", MEDIA_TYPE),
        maybe(RE.width, "width", INTEGER),
        maybe(RE.height, "height", INTEGER),
        maybe(RE.size, "sizeInBytes", INTEGER),
    )
)

RIGHTS = NinjsTable(
    Rights,
    keys.ITEM,
    maybe(R.holder, "copyrightHolder", HOLDER),
    single(R.notices, "copyrightNotice", TEXT),
    single(R.usage_terms, "usageTerms", TEXT),
    maybe(R.license, "rightsInfo/linkedRights", URI),
)
