"""The values of ninjs: strings, numbers, times, and the few that are a string there and an object here."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

from newsmodel.codec.context import Context, NotForUs, Unsayable
from newsmodel.codec.values import Pair
from newsmodel.dates import parse_date
from newsmodel.dates.when import ReducedDate, When, format_iso, parse_iso
from newsmodel.errors import DateError, InputError
from newsmodel.formats.assumed import at_midnight
from newsmodel.formats.catalogs import Catalogs, iptc_catalog
from newsmodel.formats.ninjs_keys import NEWEST, VERSIONS, Version, text_of
from newsmodel.losses import LossKind
from newsmodel.markup.html_text import Written, how_written, parse_html
from newsmodel.model import Embargo, ItemType, Text
from newsmodel.model.constraints import ILLEGAL, check_for
from newsmodel.model.values import (
    Code,
    LocalId,
    MediaType,
    Uri,
    UriReference,
    language_tag,
    many_lines,
    one_line,
)
from newsmodel.syntax.json_table import JsonPiece
from newsmodel.syntax.xml import all_text

FAMILY: Final = "ninjs"


def name_of(version: Version) -> str:
    """Return the name of the format in one version: ``ninjs-3.1``."""
    return f"{FAMILY}-{text_of(version)}"


_BY_NAME: Final = {name_of(version): version for version in VERSIONS}


def version_of(format_name: str) -> Version:
    """Return the version that a format's name says; the newest approved one for the name without a version."""
    return _BY_NAME.get(format_name, NEWEST)


# strings


def _string(raw: Any, context: Context) -> str:
    """Return a string. A number is read as its digits; a string with nothing in it says nothing."""
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        context.note_place(
            LossKind.REPAIRED, context.place, str(raw), reason="a number where a string should be"
        )
        raw = str(raw)
    if type(raw) is not str:
        raise InputError("a string", raw)
    text = ILLEGAL.sub("", raw)
    if text != raw:
        reason = "characters that no document can hold are left out"
        context.note_place(LossKind.REPAIRED, context.place, None, reason=reason)
    if not text.strip():
        raise NotForUs("a string with something in it", raw)
    return text


def _read_line(raw: Any, context: Context) -> str:
    return one_line(_string(raw, context))


def _as_it_is(value: Any, context: Context, into: Any) -> Any:  # noqa: ARG001  # a codec's signature
    return value


LINE: Pair[str] = Pair(_read_line, _as_it_is)
"""Text in one line."""


def _read_prose(raw: Any, context: Context) -> str:
    return many_lines(_string(raw, context))


PROSE: Pair[str] = Pair(_read_prose, _as_it_is)
"""Text that may have line breaks."""


def of_form(annotation: Any, expected: str, *, quiet: bool = False) -> Pair[str]:
    """A string of a form that the model asks for. With ``quiet`` another string is no fault: ninjs allows any."""

    def read(raw: Any, context: Context) -> str:
        text = _string(raw, context).strip()
        for _ in check_for(annotation)(text, context.place):
            raise (NotForUs if quiet else InputError)(expected, raw)
        return text

    return Pair(read, _as_it_is)


URI = of_form(Uri, "an absolute URI")
REFERENCE = of_form(UriReference, "a URI")
MEDIA_TYPE = of_form(MediaType, "a media type such as 'image/jpeg'")
CODE = of_form(Code, "a code such as 'medtop:04000000'", quiet=True)
"""A code; a bare word, which ninjs allows as well, is kept as it is."""
LOCAL_ID = of_form(LocalId, "an identifier", quiet=True)
"""A name that can be an identifier here."""


def _read_language(raw: Any, context: Context) -> str:
    tag = language_tag(_string(raw, context).strip().replace("_", "-"))
    for error in check_for_language(tag, context.place):
        raise InputError(error.expected, raw)
    return str(tag)


def check_for_language(tag: str | None, place: str) -> Any:
    """Give what is wrong with a language tag."""
    from newsmodel.model.values import LanguageTag

    return check_for(LanguageTag)(tag, place)


LANGUAGE: Pair[str] = Pair(_read_language, _as_it_is)
"""A language tag (BCP 47)."""

RENDITIONS: Final = ("highRes", "lowRes", "preview", "thumbnail", "web")
"""The words of IPTC's vocabulary of renditions that agencies write without its alias."""
_RENDITION: Final = {word.lower(): f"rnd:{word}" for word in RENDITIONS}


def _read_rendition(raw: Any, context: Context) -> str:
    if isinstance(raw, str) and (code := _RENDITION.get(raw.strip().lower())):
        if raw != code[4:]:
            context.homeless.append(("", JsonPiece("", value=raw)))
        return code
    return CODE.decode(raw, context)


def _write_rendition(value: str, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return (
        value[4:]
        if value.lower() in _RENDITION.values() or (value[4:] in RENDITIONS and value[:4] == "rnd:")
        else value
    )


ROLE_OF_RENDITION: Pair[str] = Pair(_read_rendition, _write_rendition)
"""The name of a rendition: a word of IPTC's vocabulary (http://cv.iptc.org/newscodes/rendition/), or any code."""


# texts


def plain(value: str, context: Context) -> str:
    """Return a text without the markup in it, which a headline or a description may have."""
    if how_written(value) is Written.PLAIN:
        return value
    context.note_place(LossKind.UNREAD, context.place, value, reason="markup; its text is kept")
    return all_text(parse_html(value))


def _read_text(raw: Any, context: Context) -> Text:
    return Text(many_lines(_string(raw, context)))


def _write_text(text: Text, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    for name in ("language", "direction", "role"):
        if (value := getattr(text, name)) is not None:
            context.note(LossKind.UNWRITTEN, name, value)
    context.note_extras(text.extras)
    return text.value


TEXT: Pair[Text] = Pair(_read_text, _write_text)
"""A text: its language and direction have no place."""


def _read_name(raw: Any, context: Context) -> Text:
    return Text(_read_line(raw, context))


NAME: Pair[Text] = Pair(_read_name, _write_text)
"""A name, in one line."""


# numbers


def _read_integer(raw: Any, context: Context) -> int:
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    if isinstance(raw, str) and raw.strip().isascii() and raw.strip().isdecimal() and len(raw) < 16:
        context.note_place(LossKind.REPAIRED, context.place, raw, reason="a string where a number should be")
        return int(raw)
    if type(raw) is not int:
        raise InputError("an integer", raw)
    return raw


INTEGER: Pair[int] = Pair(_read_integer, _as_it_is)


def _read_version(raw: Any, context: Context) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return _read_integer(raw, context)
    text = _string(raw, context).strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 16) or text != str(int(text)):
        raise NotForUs("a version that is a number", raw)
    return int(text)


def _write_version(value: int, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return str(value)


VERSION: Pair[int] = Pair(_read_version, _write_version)
"""A version that is a number, as a string."""


# times


def _read_time(raw: Any, context: Context) -> When:
    text = _string(raw, context).strip()
    try:
        found = parse_iso(text)
    except DateError:
        found = parse_date(text)
    if isinstance(found, datetime) and found.tzinfo is not None and _RFC_3339.fullmatch(text):
        return found
    reason = f"no date-time with an offset (RFC 3339); read as {format_iso(found)}"
    context.note_place(LossKind.REPAIRED, context.place, raw, reason=reason)
    return found


_RFC_3339: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)", re.ASCII)


def is_date_time(text: str) -> bool:
    """Whether a string is a date-time as the JSON Schemas of ninjs name it (RFC 3339 §5.6)."""
    if not _RFC_3339.fullmatch(text):
        return False
    try:
        parse_iso(text.upper())
    except DateError:
        return False
    return True


def _write_time(value: When, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    time = value if isinstance(value, datetime) else at_midnight(value)
    if time.tzinfo is None:
        time = time.replace(tzinfo=UTC)
    if not isinstance(value, datetime):
        what = "day" if isinstance(value, ReducedDate) else "time of day"
        context.note(
            LossKind.COERCED, value=value, reason=f"the {what} is not known; midnight UTC was written"
        )
    elif value.tzinfo is None:
        context.note(LossKind.ASSUMED, value=value, reason="the zone is not known; UTC was written")
    return format_iso(time)


TIME: Pair[When] = Pair(_read_time, _write_time)
"""A date-time with an offset (RFC 3339), which a JSON Schema does not check."""


def _read_embargo(raw: Any, context: Context) -> Embargo:
    return Embargo(_read_time(raw, context))


def _write_embargo(value: Embargo, context: Context, into: Any) -> str:
    if value.until is None:
        raise Unsayable("there is no embargo without an end")
    context.enter("until")
    written = _write_time(value.until, context, into)
    context.leave()
    return written


EMBARGO: Pair[Embargo] = Pair(_read_embargo, _write_embargo)
"""The time of an embargo's end."""


# words

_OTHER_TYPES: Final = ("component", "event", "planning")
_TYPES: Final = {each.value: each for each in ItemType if each not in (ItemType.DATA, ItemType.ANIMATED)}


def _read_type(raw: Any, context: Context) -> ItemType:
    word = _string(raw, context).strip()
    if word in _OTHER_TYPES:
        raise NotForUs("a type that articles have", raw)
    if word in _TYPES:
        return _TYPES[word]
    if word.lower() in _TYPES:
        context.note_place(LossKind.REPAIRED, context.place, raw, reason=f"read as {word.lower()}")
        return _TYPES[word.lower()]
    raise InputError("one of " + ", ".join(_TYPES), raw)


def _write_type(value: ItemType, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    if value.value not in _TYPES:
        context.note(LossKind.COERCED, value=value, reason="ninjs has no such type; text is written")
        return ItemType.TEXT.value
    return value.value


TYPE: Pair[ItemType] = Pair(_read_type, _write_type)
"""The nature of an item; components, events and plans are none of articles, and kept as they are."""


# identifiers


@cache
def _iptc() -> Catalogs:
    return Catalogs.joined(iptc_catalog())


def resolved(code: str | None) -> str | None:
    """Return the URI of a code of one of IPTC's vocabularies."""
    uri = _iptc().uri_of(code) if code else None
    return uri if uri is not None and not list(check_for(Uri)(uri, "")) else None


def is_code(text: str) -> bool:
    """Whether a literal has the form of a code."""
    return not list(check_for(Code)(text, ""))


def _read_literal(raw: Any, context: Context) -> tuple[str | None, str | None]:
    text = _read_line(raw, context)
    return (text, None) if is_code(text) else (None, text)


def _write_literal(value: tuple[str | None, str | None], context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return str(value[0] or value[1])


LITERAL: Pair[tuple[str | None, str | None]] = Pair(_read_literal, _write_literal)
"""A code, or a literal that has not the form of one."""


# places


def _read_point(raw: Any, context: Context) -> tuple[float | None, float | None]:
    if not isinstance(raw, dict):
        raise InputError("a GeoJSON object", raw)
    geometry = raw.get("geometry") if raw.get("type") == "Feature" else raw
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        raise NotForUs("a point", raw)
    at = geometry.get("coordinates")
    if not (isinstance(at, list) and len(at) in (2, 3) and all(_is_number(each) for each in at[:2])):
        raise InputError("a longitude and a latitude (RFC 7946)", raw)
    if raw.keys() != {"type", "coordinates"} or len(at) > 2:
        context.homeless.append(("", JsonPiece("", value=raw)))
    return float(at[1]), float(at[0])


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _write_point(value: tuple[float | None, float | None], context: Context, into: Any) -> Any:  # noqa: ARG001  # a codec's signature
    latitude, longitude = value
    return {"type": "Point", "coordinates": [longitude, latitude]}


POINT: Pair[tuple[float | None, float | None]] = Pair(_read_point, _write_point)
"""A point in GeoJSON (RFC 7946): the longitude comes first. Other geometries are kept as they are."""
