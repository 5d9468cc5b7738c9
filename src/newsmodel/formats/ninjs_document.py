"""Reading and writing documents of ninjs, in every version; an article goes back into the document that it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, Final

import attrs

from newsmodel.codec.context import Context
from newsmodel.difference import diff, related
from newsmodel.errors import InputError, NewsModelError, SeveralItems
from newsmodel.formats import ninjs_dialects
from newsmodel.formats.ninjs import ARTICLE
from newsmodel.formats.ninjs_keys import DOCUMENT, NEWEST, VERSIONS, Version, text_of
from newsmodel.formats.ninjs_shape import ToOneShape, in_version
from newsmodel.formats.ninjs_values import FAMILY, name_of, version_of
from newsmodel.formats.ninjs_version import said, version_in
from newsmodel.formats.registry import Format
from newsmodel.losses import Losses, LossKind
from newsmodel.model import Article
from newsmodel.model.origin import Origin, with_origin
from newsmodel.syntax.json import parse_json, serialise_json
from newsmodel.syntax.json_merge import merged

# reading


def read_document(data: bytes, context: Context) -> Article:
    """Read the one article of a document. Raise `SeveralItems` where there are more."""
    found = ninjs_dialects.items_of(parse_json(data))
    if len(found) != 1:
        message = f"expected one news object, got {len(found)}: read_all reads them all"
        raise SeveralItems("one news object", len(found), message=message)
    article = _read(found[0], context)
    if not context.keep:
        return article
    return with_origin(article, Origin(context.format, data, article))


def read_documents(source: bytes, context: Context) -> Iterator[Article]:
    """Read all news objects of a document: of a list, or of the answer of an agency's service."""
    asked = context.format
    for item in ninjs_dialects.items_of(parse_json(source)):
        context.format = asked
        one = attrs.evolve(context, homeless=[], anchors={}, media={}, paragraphs=[])
        article = _read(item, one)
        yield with_origin(article, Origin(one.format, serialise_json(item, indent=True), article))


def _read(found: Any, context: Context) -> Article:
    """Read a news object, in the version that it says or shows, or else the one that was asked for."""
    if not isinstance(found, dict):
        raise InputError("a news object", found)
    asked = None if context.format == FAMILY else version_of(context.format)
    version = version_in(found) if asked is None else _asked_or_said(found, asked)
    context.format = name_of(version or NEWEST)
    before = len(context.losses)
    shaped = ToOneShape(version or NEWEST)
    said_plainly = ninjs_dialects.plain(found)
    if version_in(said_plainly) is None:
        raise InputError("a news object, with keys of ninjs", found)
    item = shaped.object(said_plainly, DOCUMENT)
    for place, name in shaped.slips:
        reason = (
            f"a key of another version; read as {name}"
            if name
            else f"ninjs {text_of(shaped.version)} has no such key"
        )
        context.note_place(LossKind.REPAIRED, place, None, reason=reason)
    context.language = item.get("language") if isinstance(item.get("language"), str) else None
    article = ARTICLE.decode(item, context)
    for index in range(before, len(context.losses)):
        loss = context.losses[index]
        if loss.where:
            context.losses[index] = attrs.evolve(loss, where=_in_document(loss.where, item, shaped))
    return article


def _asked_or_said(found: dict[str, Any], asked: Version) -> Version:
    """Return the version that a document is read in, if one was asked for: another one that it states, or shows, is its own."""
    told = version_in(found)
    return asked if told is None or (told[0] == asked[0] and said(found) is None) else told


_INSIDE: Final = re.compile(r"/@(body|media|links|indicators|translations|package/members)(?=/|\Z)")


def _in_document(place: str, item: dict[str, Any], shaped: ToOneShape) -> str:
    """Return where in the document that came something stands."""
    match = _INSIDE.match(place)
    if match is None:
        return shaped.place_in_document(place)
    rest = place[match.end() :]
    if match[1] == "body":
        return shaped.place_in_document(f"/bodies/{ARTICLE.body_number(item)}{rest}")
    number = re.match(r"/(\d+)", rest)
    at = ARTICLE.number_in_document(item, match[1], int(number[1])) if number else None
    outer = "trustIndicators" if match[1] == "indicators" else "associations"
    inner = rest[number.end() :] if number else rest
    return shaped.place_in_document(f"/{outer}" + (f"/{at}" if at is not None else "") + inner)


# writing


def write_document(article: Article, context: Context, version: Version | None = None) -> bytes:
    """Write a news object: into the document that it came from, if that is in the version that is asked for."""
    origin = article.origin if context.keep else None
    if origin is not None and not origin.format.startswith(FAMILY):
        origin = None
    if version is None:
        version = version_of(origin.format) if origin is not None else NEWEST
    context.format = name_of(version)
    if origin is not None and origin.format == context.format:
        if article == origin.article:
            return origin.data
        written = _written_back(article, origin, context)
        if written is not None:
            return written
    return serialise_json(_document(article, context), indent=True)


def _document(article: Article, context: Context) -> dict[str, Any]:
    context.article = article
    context.anchors = {}
    out = ARTICLE.encode(_without_stale_texts(article, context), context)
    version = version_of(context.format)
    document: dict[str, Any] = in_version(out, None, DOCUMENT, version)
    return document


def _without_stale_texts(article: Article, context: Context) -> Article:
    """Leave out other forms of a text that was changed, and its counts: they say what it said before."""
    origin = article.origin
    if origin is None or not origin.format.startswith(FAMILY) or article.sections == origin.article.sections:
        return article
    kept = []
    for index, extra in enumerate(article.extras):
        if extra.format.startswith(FAMILY) and _STALE.match(extra.place):
            reason = "the text has changed, and this says what it was"
            context.note(LossKind.UNWRITTEN, f"extras[{index}]", extra.raw, where=extra.place, reason=reason)
        else:
            kept.append(extra)
    return attrs.evolve(article, extras=tuple(kept))


_STALE: Final = re.compile(r"/(?:bodies(?:/|\Z)|@body/(?:charCount|wordCount)|charcount|wordcount)")


def _written_back(article: Article, origin: Origin, context: Context) -> bytes | None:
    """Return the document of an article with what changed in it; None where that does not come out right."""
    quiet = Context(context.format, Losses())
    loud = attrs.evolve(context, losses=Losses())
    try:
        came = ninjs_dialects.items_of(parse_json(origin.data))[0]
        before, after = _document(origin.article, quiet), _document(article, loud)
        data = serialise_json(merged(came, before, after), indent=True)
        back = read_document(data, Context(context.format))
        told = loud.losses.paths
        right = all(
            any(related(change.path, path) for path in told) for change in diff(_bare(article), _bare(back))
        )
    except NewsModelError:
        return None
    if not right:
        return None
    context.losses.extend(loud.losses)
    return data


def _bare(article: Article) -> Article:
    return attrs.evolve(article, extras=(), origin=None)


# the formats


def _recognises(start: bytes) -> bool:
    if start[:1] not in (b"{", b"["):
        return False
    if _SAYS_NINJS.search(start):
        return True
    if _URI.search(start) is None or _OTHERS.search(start):
        return False
    return len({match[1] for match in _KEYS.finditer(start)}) >= 1


_SAYS_NINJS: Final = re.compile(rb'"(?:\$?schema|name)"\s*:\s*"[^"]*ninjs', re.IGNORECASE)
_URI: Final = re.compile(rb'"(?:uri|guid|altids)"\s*:')
_OTHERS: Final = re.compile(rb'"(?:@context|@graph|@type|newsmodel)"\s*:')
_KEYS: Final = re.compile(
    rb'"(headlines?|headline_\w+|bod(?:y_\w+|ies)|description(?:s|_\w+)|version[cC]reated|first[cC]reated|content[cC]reated|pub[sS]tatus'
    rb"|by(?:line)?|renditions|associations|altids|altIds|representation[tT]ype|copyright(?:holder|Holder|notice|Notice)"
    rb'|info[sS]ources?|usage[tT]erms|embargoed(?:Until)?|urgency|slugline|profile|mimetype|located|type|eventDetails)"\s*:'
)


def _never(start: bytes) -> bool:  # noqa: ARG001  # a format's signature
    """A version alone recognises nothing: the format as a whole finds out which it is."""
    return False


FORMAT = Format(
    FAMILY,
    "ninjs",
    "json",
    _recognises,
    read_document,
    write_document,
    read_all=read_documents,
)
ALL_FORMATS = (
    FORMAT,
    *(
        Format(
            name_of(version),
            f"ninjs {text_of(version)}" + (" (draft)" if version == (3, 3) else ""),
            "json",
            _never,
            read_document,
            partial(write_document, version=version),
            read_all=read_documents,
            version_of=FAMILY,
        )
        for version in VERSIONS
    ),
)
