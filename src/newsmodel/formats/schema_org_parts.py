"""The nodes of a schema.org article: people, places, parties, media, sections, quotes, rights.

Each is a table of rows; `schema_org` says under which property of the article they stand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.row import always, derived, many, maybe, one
from newsmodel.formats.schema_org_body import BLOCKS, Part, position
from newsmodel.formats.schema_org_values import (
    ENTITY_ID,
    INTEGER,
    LOCAL_ID,
    NUMBER,
    REFERENCE,
    SIZE,
    STRING,
    TEXT,
    URL,
)
from newsmodel.losses import LossKind
from newsmodel.model import (
    AltId,
    Article,
    Attribution,
    AttributionRole,
    Concept,
    Entity,
    Link,
    Media,
    MediaKind,
    Organisation,
    PartyKind,
    Person,
    Place,
    Quote,
    Rendition,
    Rights,
    Section,
    Subject,
    Translation,
)
from newsmodel.syntax.json_table import JsonTable

A, AT, C, E, ID = (
    attrs.fields(Article),
    attrs.fields(Attribution),
    attrs.fields(Concept),
    attrs.fields(Entity),
    attrs.fields(AltId),
)
L, M, P, PE = attrs.fields(Link), attrs.fields(Media), attrs.fields(Place), attrs.fields(Person)
Q, RE, R, S = attrs.fields(Quote), attrs.fields(Rendition), attrs.fields(Rights), attrs.fields(Section)
SU, TR = attrs.fields(Subject), attrs.fields(Translation)

FIRST, REST = slice(0, 1), slice(1, None)


@attrs.frozen
class OrString:
    """A table whose objects may also stand as a bare string, which is then the value of one key."""

    table: JsonTable[Any]
    key: str
    url_key: str | None = None
    """The key for a string that is a URL."""

    def decode(self, raw: Any, context: Context) -> Any:
        """Read an object or a string."""
        if not isinstance(raw, str):
            return self.table.decode(raw, context)
        key = self.url_key if self.url_key and "://" in raw else self.key
        return self.table.decode({key: raw}, context)

    def encode(self, value: Any, context: Context, into: Any = None) -> Any:
        """Write an object."""
        return self.table.encode(value, context, into)


@attrs.frozen
class Bare(OrString):
    """As `OrString`, and written as the bare string, where there is nothing else to say."""

    def encode(self, value: Any, context: Context, into: Any = None) -> Any:
        """Write the value of the one key."""
        out = self.table.encode(value, context, into)
        return out[self.key] if out.keys() == {self.key} else out


@attrs.frozen
class Later:
    """A table that is defined further down: places lie in places."""

    table: Callable[[], JsonTable[Any]]

    def decode(self, raw: Any, context: Context) -> Any:
        """Read with the table."""
        return OrString(self.table(), "name").decode(raw, context)

    def encode(self, value: Any, context: Context, into: Any = None) -> Any:
        """Write with the table."""
        return self.table().encode(value, context, into)


NAMES = (many(C.names, "name", TEXT, part=FIRST), many(C.names, "alternateName", TEXT, part=REST))
THING_ROWS = (*NAMES, maybe(C.uri, "sameAs", URL), maybe(C.code, "identifier", STRING))
"""What every thing has."""
NAMED = frozenset({"name", "sameAs", "identifier"})
"""What says which thing it is."""

PERSON = JsonTable(
    Person,
    always("@type", "Person"),
    maybe(E.id, "@id", ENTITY_ID),
    *THING_ROWS,
    maybe(PE.given_name, "givenName", STRING),
    maybe(PE.family_name, "familyName", STRING),
    maybe(PE.job_title, "jobTitle", STRING),
    named_by=NAMED,
)
ORGANISATION = JsonTable(
    Organisation,
    always("@type", "Organization"),
    maybe(E.id, "@id", ENTITY_ID),
    *THING_ROWS,
    named_by=NAMED,
)
PLACE: JsonTable[Place] = JsonTable(
    Place,
    always("@type", "Place"),
    maybe(E.id, "@id", LOCAL_ID),
    *THING_ROWS,
    maybe(P.type, "additionalType", STRING),
    maybe(P.country, "address[@type='PostalAddress']/addressCountry", STRING),
    maybe(P.latitude, "geo[@type='GeoCoordinates']/latitude", NUMBER),
    maybe(P.longitude, "geo[@type='GeoCoordinates']/longitude", NUMBER),
    many(P.contained_in, "containedInPlace", Later(lambda: PLACE)),
    named_by=NAMED,
)

DEFINED_TERM = (
    always("@type", "DefinedTerm"),
    *NAMES,
    maybe(C.uri, "sameAs", URL),
    maybe(C.code, "termCode", STRING),
)
TERM = JsonTable(
    Subject,
    *DEFINED_TERM,
    maybe(SU.type, "additionalType", STRING),
    named_by=frozenset({"name", "sameAs", "termCode"}),
)
"""A subject of a vocabulary."""
TOPIC = JsonTable(
    Subject,
    always("@type", "Thing"),
    *NAMES,
    maybe(C.uri, "sameAs", URL),
    maybe(SU.type, "additionalType", STRING),
)
"""A subject that has no code."""
GENRE = JsonTable(Concept, *DEFINED_TERM)


def default_kind(role: AttributionRole) -> PartyKind:
    """Return what a party with this role is, where nothing says it."""
    bodies = (AttributionRole.PUBLISHER, AttributionRole.SOURCE)
    return PartyKind.ORGANISATION if role in bodies else PartyKind.PERSON


BOTH = (PartyKind.PERSON, PartyKind.ORGANISATION)


PHOTO_CREDIT = JsonTable(
    Attribution,
    always("@type", "ImageObject"),
    many(C.names, "creditText", TEXT),
    implied={AT.role.name: AttributionRole.PHOTO_CREDIT},
)
"""A photo's credit without its photo."""

RENDITION = JsonTable(
    Rendition,
    always("@type", "MediaObject"),
    one(RE.href, "contentUrl", URL),
    maybe(RE.media_type, "encodingFormat", STRING),
    maybe(RE.width, "width", INTEGER),
    maybe(RE.height, "height", INTEGER),
    maybe(RE.size, "contentSize", SIZE),
)
LIFTED = ("contentUrl", "encodingFormat", "width", "height", "contentSize")
"""The keys of the first rendition, which stand in the media item itself."""
MAIN = "the item itself"
"""The key under which the first rendition stands while the table is at work."""


class MediaTable(JsonTable[Media]):
    """A media item: its first rendition stands in the same object, the others under ``encoding``."""

    def decode(self, raw: Any, context: Context) -> Media:
        """Read a media object, or the bare URL of one."""
        item = dict(raw) if isinstance(raw, dict) else {"url": raw}
        address = item.get("contentUrl", item.get("url"))
        if isinstance(address, str):
            item[MAIN] = {"contentUrl": address, **{key: item.pop(key) for key in LIFTED if key in item}}
        return super().decode(item, context)

    def encode(self, value: Media, context: Context, into: Any = None) -> dict[str, Any]:
        """Write a media object."""
        if not URL.encode(value.renditions[0].href, context):
            raise Unsayable("no address")
        return super().encode(value, context, into)

    def written(self, out: dict[str, Any], model: Media, context: Context) -> dict[str, Any]:
        """Lift the first rendition up. What it says beyond its own keys has no place there."""
        main = out[MAIN]
        for index, extra in enumerate(model.renditions[0].extras):
            key = extra.place.split("/")[1:2]
            if (
                extra.format == context.format
                and context.keep
                and key
                and key[0] not in LIFTED
                and key[0] in main
            ):
                reason = "its place belongs to the media item"
                context.note(LossKind.UNWRITTEN, f"renditions[0].extras[{index}]", extra.raw, reason=reason)
        lifted = {key: main[key] for key in LIFTED if key in main}
        return {
            name: value
            for key, inner in out.items()
            for name, value in (lifted if key == MAIN else {key: inner}).items()
        }


def main_address(item: Media, _context: Context) -> str:
    """Return the address of a media item: that of its first rendition."""
    return item.renditions[0].href


@attrs.frozen
class KindOf:
    """A media table that reads one kind and writes others too, where the vocabulary does not tell them apart."""

    table: MediaTable
    kind: MediaKind

    def decode(self, raw: Any, context: Context) -> Media:
        """Read with the table."""
        return self.table.decode(raw, context)

    def encode(self, value: Media, context: Context, into: Any = None) -> Any:
        """Write with the table."""
        if value.kind is not self.kind:
            context.note(LossKind.COERCED, "kind", value.kind)
        return self.table.encode(value, context, into)


SECTION = Part(
    JsonTable(
        Section,
        always("@type", "CreativeWork"),
        maybe(S.heading, "headline", TEXT),
        one(S.blocks, "text", BLOCKS),
        derived("position", position),
    )
)
QUOTE = JsonTable(
    Quote,
    always("@type", "Quotation"),
    one(Q.text, "text", STRING),
    maybe(Q.speaker, "creator/@id", REFERENCE, also=("spokenByCharacter/@id",), written=2),
)
"""Direct speech only: a `Quotation` is somebody's own words."""

ALT_ID = JsonTable(
    AltId,
    always("@type", "PropertyValue"),
    maybe(ID.type, "propertyID", STRING),
    one(ID.value, "value", STRING),
)
LINK = JsonTable(Link, maybe(L.href, "@id", URL), named_by=frozenset({"@id"}))
"""A link is its address and nothing more."""
TRANSLATED = (
    always("@type", "NewsArticle"),
    one(TR.language, "inLanguage", STRING),
    maybe(TR.uri, "url", URL),
    maybe(TR.label, "name", STRING),
)


HOLDER = JsonTable(Concept, always("@type", "Organization"), *THING_ROWS, named_by=NAMED)
RIGHTS = JsonTable(
    Rights,
    maybe(R.holder, "copyrightHolder", OrString(HOLDER, "name")),
    many(R.notices, "copyrightNotice", TEXT),
    many(R.usage_terms, "conditionsOfAccess", TEXT),
    maybe(R.license, "license", URL),
)
