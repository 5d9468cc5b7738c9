"""What is associated with a news object of ninjs: media, translations, links; and the members of a package."""

from __future__ import annotations

from typing import Any, Final

import attrs

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.row import derived, many, maybe, one
from newsmodel.codec.values import Pair, choice
from newsmodel.errors import InputError
from newsmodel.formats import ninjs_keys as keys
from newsmodel.formats.ninjs_parts import DESCRIPTION, RENDITION
from newsmodel.formats.ninjs_table import Named, NinjsTable
from newsmodel.formats.ninjs_values import (
    CODE,
    LANGUAGE,
    LINE,
    LOCAL_ID,
    REFERENCE,
    VERSION,
    version_of,
)
from newsmodel.losses import LossKind
from newsmodel.model import (
    Group,
    ItemType,
    Link,
    Media,
    MediaKind,
    Member,
    Package,
    Translation,
    TranslationRelation,
)

L, M, TR = attrs.fields(Link), attrs.fields(Media), attrs.fields(Translation)
KINDS: Final = {kind.value: kind for kind in MediaKind}
RELATIONS: Final = {
    "translationOf": TranslationRelation.ORIGINAL,
    "translation": TranslationRelation.TRANSLATION,
    "alternate": TranslationRelation.ALTERNATE,
}
"""The words for translations: a convention of ours, as ninjs names no relations."""
INDICATORS: Final = "http://cv.iptc.org/newscodes/trustindicator/"


class MediaTable(NinjsTable[Media]):
    """A media item, which the body may show."""

    def decode(self, raw: Any, context: Context) -> Media:
        """Read a media item, and remember it."""
        media = super().decode(raw, context)
        if media.id is not None:
            context.media.setdefault(media.id, media)
        return media


def _address(media: Media, _context: Context) -> str:
    return media.renditions[0].href


MEDIA = Named(
    MediaTable(
        Media,
        keys.ASSOCIATED,
        maybe(M.id, "name", LOCAL_ID),
        derived("uri", _address),
        one(M.kind, "type", choice(KINDS)),
        maybe(M.credit, "by", LINE),
        maybe(M.copyright_notice, "copyrightNotice", LINE),
        many(M.captions, "descriptions", DESCRIPTION),
        many(M.renditions, "renditions", RENDITION),
        lists=frozenset({"descriptions", "renditions"}),
    )
)


class TranslationTable(NinjsTable[Translation]):
    """Another language version; it needs an address, and a relation, which came with ninjs 3."""

    def encode(self, value: Translation, context: Context, into: Any = None) -> dict[str, Any]:
        """Write it, where it can be said."""
        if value.uri is None:
            raise Unsayable("an associated object needs an identifier")
        if version_of(context.format)[0] < 3:
            raise Unsayable("an associated object has no relation before ninjs 3")
        return super().encode(value, context, into)


TRANSLATION = TranslationTable(
    Translation,
    keys.ASSOCIATED,
    maybe(TR.uri, "uri", REFERENCE),
    one(TR.relation, "rel", choice(RELATIONS)),
    one(TR.language, "language", LANGUAGE),
    maybe(TR.label, "title", LINE),
)


class LinkTable(NinjsTable[Link]):
    """A link to another item. One by its address alone has the address for its identifier."""

    def encode(self, value: Link, context: Context, into: Any = None) -> dict[str, Any]:
        """Write it, where it is no member of a package."""
        if (
            context.article is not None
            and context.article.type is ItemType.COMPOSITE
            and "links" in context.path()
        ):
            raise Unsayable("what a package links to are its members")
        if value.item is None:
            context.note(LossKind.COERCED, value=value, reason="the address is written as the identifier")
            value = attrs.evolve(value, item=value.href, href=None)
        return super().encode(value, context, into)


LINK = LinkTable(
    Link,
    keys.ASSOCIATED,
    maybe(L.item, "uri", LINE),
    maybe(L.rel, "rel", CODE),
    maybe(L.version, "version", VERSION),
    maybe(L.title, "title", LINE),
)
INDICATOR = NinjsTable(
    Link,
    keys.INDICATOR,
    maybe(L.rel, "role", CODE),
    maybe(L.title, "title", LINE),
    maybe(L.href, "href", REFERENCE),
)
"""A link to a document about trust."""


def is_indicator_role(role: str) -> bool:
    """Whether a relation is one about trust, of IPTC's vocabulary."""
    code = role.removeprefix(INDICATORS)
    return bool(code) and code != role and not set(code) & set("/# ")


def is_indicator(link: Link) -> bool:
    """Whether a link is one about trust, by its relation."""
    return link.rel is not None and link.href is not None and is_indicator_role(link.rel)


# packages

ROOT: Final = "main"
MEMBERS: Final = "members"


def _read_package(raw: Any, context: Context) -> Package:
    items = raw.get(MEMBERS) if isinstance(raw, dict) else None
    if not isinstance(items, list):
        raise InputError("an array of members", raw)
    links = tuple(Member(link=LINK.decode(item, context)) for item in items)
    return Package(ROOT, (Group(ROOT, links),))


def _write_package(value: Package, context: Context, into: Any) -> dict[str, Any]:  # noqa: ARG001  # a codec's signature
    if context.article is None or context.article.type is not ItemType.COMPOSITE:
        raise Unsayable("only a composite has members")
    links = [member.link for group in value.groups for member in group.members if member.link is not None]
    if not links:
        raise Unsayable("there is no item in it")
    as_read = Package(ROOT, (Group(ROOT, tuple(Member(link=link) for link in links)),))
    if as_read != value:
        context.note(
            LossKind.COERCED, value=value, reason="a package is one list without an order of its own"
        )
    _note_extras(value, context)
    return {MEMBERS: [LINK.encode(link, context) for link in links]}


def _note_extras(package: Package, context: Context) -> None:
    """Note unknown content of other formats in what holds the links."""
    context.note_extras(package.extras)
    for number, group in enumerate(package.groups):
        context.note_extras(group.extras, f"groups[{number}].extras")
        for at, member in enumerate(group.members):
            context.note_extras(member.extras, f"groups[{number}].members[{at}].extras")


PACKAGE: Pair[Package] = Pair(_read_package, _write_package)
"""The items of a package, in one list."""
