"""The nodes of a schema.org article: people, places, parties, media, sections, quotes, rights.

Each is a table of rows; `schema_org` says under which property of the article they stand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from newsmodel.codec.context import Context
from newsmodel.codec.row import always, derived, many, maybe, one
from newsmodel.formats.schema_org_body import BLOCKS, Part, position
from newsmodel.formats.schema_org_values import (
    ENTITY_ID,
    LOCAL_ID,
    NUMBER,
    SPEAKER,
    STRING,
    TEXT,
    URI,
    URL,
)
from newsmodel.model import (
    AltId,
    Article,
    Attribution,
    AttributionRole,
    Concept,
    Entity,
    Link,
    Media,
    Organisation,
    PartyKind,
    Person,
    Place,
    Quote,
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
Q, R, S = attrs.fields(Quote), attrs.fields(Rights), attrs.fields(Section)
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
THING_ROWS = (*NAMES, maybe(C.uri, "sameAs", URI), maybe(C.code, "identifier", STRING))
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
    maybe(C.uri, "sameAs", URI),
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
    maybe(C.uri, "sameAs", URI),
    maybe(SU.type, "additionalType", STRING),
    named_by=NAMED,
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
    maybe(Q.speaker, "creator", SPEAKER, also=("spokenByCharacter",), written=2),
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
