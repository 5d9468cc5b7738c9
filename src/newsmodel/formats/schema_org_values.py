"""The values of schema.org's properties: texts, URLs, times, references by ``@id``."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from newsmodel.codec.context import Context, NotForUs, Unsayable
from newsmodel.codec.values import Pair
from newsmodel.dates import parse_date
from newsmodel.dates.when import When, format_iso, parse_iso
from newsmodel.errors import DateError, InputError
from newsmodel.losses import LossKind
from newsmodel.model import Article, Concept, PartyKind, Text
from newsmodel.model.constraints import ILLEGAL, check_for
from newsmodel.model.values import Uri
from newsmodel.syntax.json_table import JsonPiece


def typed(kind: type, raw: Any, expected: str) -> Any:
    if type(raw) is not kind:
        raise InputError(expected, raw)
    return raw


def _read_string(raw: Any, context: Context) -> str:  # noqa: ARG001  # a codec's signature
    return str(typed(str, raw, "a string"))


def _write_as_is(value: Any, context: Context, into: Any) -> Any:  # noqa: ARG001  # a codec's signature
    return value


def trimmed(value: str, context: Context, below: str = "") -> str:
    """Return a text without white space of any kind at its ends: no-break spaces too mean nothing there."""
    if (trimmed := value.strip()) != value:
        context.note(LossKind.COERCED, below, value, reason="white space at the ends")
    return trimmed


def _write_string(value: str, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return trimmed(value, context)


STRING: Pair[str] = Pair(_read_string, _write_string)


def legal_string(raw: Any, context: Context) -> str:
    """Return a text without the characters that no document can hold."""
    text = str(typed(str, raw, "a string"))
    if (kept := ILLEGAL.sub("", text)) != text:
        reason = "characters that no document can hold are left out"
        context.note_place(LossKind.REPAIRED, context.place, None, reason=reason)
    return kept


def _read_text(raw: Any, context: Context) -> Text:
    if isinstance(raw, dict) and raw.keys() <= {"@value", "@language"}:  # JSON-LD 1.1, §4.2.4
        language = typed(str, raw["@language"], "a language tag") if "@language" in raw else None
        return Text(legal_string(raw.get("@value"), context), language)
    return Text(legal_string(raw, context))


def _checked_text(raw: Any, context: Context) -> Text:
    try:
        return _read_text(raw, context)
    except ValueError as error:
        raise InputError("text", raw, message=str(error)) from error


def _write_text(text: Text, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    for name in ("language", "direction", "role"):
        if (value := getattr(text, name)) is not None:
            context.note(LossKind.UNWRITTEN, name, value)
    context.note_extras(text.extras)
    return trimmed(text.value, context, "value")


TEXT: Pair[Text] = Pair(_checked_text, _write_text)
"""A text; its language would need a form that consumers do not read (JSON-LD value objects)."""


def is_absolute(address: str) -> bool:
    """Whether an address begins with a scheme."""
    return _SCHEME.match(address) is not None


_SCHEME = re.compile(r"[^\W_][\w+.-]*:")


def _write_url(value: str, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    if not is_absolute(value):
        raise Unsayable("a relative reference, where an absolute URL is wanted")
    return value


URL: Pair[str] = Pair(_read_string, _write_url)
"""An absolute URL or URI."""


def _read_uri(raw: Any, context: Context) -> str:
    address = _read_string(raw, context)
    for error in check_for(Uri)(address, context.place):
        raise InputError(error.expected, raw)
    return address


URI: Pair[str] = Pair(_read_uri, _write_url)
"""An absolute URI; what is none leaves the field to the next place."""


def _read_page(raw: Any, context: Context) -> str:
    only_address = isinstance(raw, dict) and raw.keys() == {"@id"}
    return _read_uri(raw["@id"] if only_address else raw, context)


PAGE: Pair[str] = Pair(_read_page, _write_url)
"""The address of a page, bare or as a node."""


def _read_integer(raw: Any, context: Context) -> int:  # a codec's signature
    if (
        isinstance(raw, dict) and raw.get("@type") == "QuantitativeValue"
    ):  # what the vocabulary says of width and height
        if raw.keys() > {"@type", "value"}:
            context.homeless.append(("", JsonPiece("", value=raw)))
        return _read_integer(raw.get("value"), context)
    if isinstance(raw, str) and raw.isascii() and raw.isdecimal() and len(raw) < 17:
        return int(raw)
    return int(typed(int, raw, "an integer"))


INTEGER: Pair[int] = Pair(_read_integer, _write_as_is)


def _read_number(raw: Any, context: Context) -> float:  # noqa: ARG001  # a codec's signature
    if isinstance(raw, bool) or not isinstance(raw, (int, float, str)):
        raise InputError("a number", raw)
    try:
        return float(raw)
    except ValueError as error:
        raise InputError("a number", raw) from error


NUMBER: Pair[float] = Pair(_read_number, _write_as_is)


def _read_size(raw: Any, context: Context) -> int:
    return _read_integer(typed(str, raw, "a string").removesuffix(" B"), context)


def _write_size(value: int, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return f"{value} B"


SIZE: Pair[int] = Pair(_read_size, _write_size)
"""contentSize is text; bytes are written with their unit."""


def _read_time(raw: Any, context: Context) -> When:
    text = typed(str, raw, "a date as a string").strip()
    try:
        return parse_iso(text)
    except DateError:
        found = parse_date(text)
        context.note_place(LossKind.REPAIRED, context.place, raw, reason=f"read as {format_iso(found)}")
        return found


def _write_time(value: When, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    if isinstance(value, datetime) and value.tzinfo is None:
        value = value.replace(tzinfo=UTC)
        context.note(LossKind.ASSUMED, value=value, reason="the zone is not known; UTC was written")
    return format_iso(value)


TIME: Pair[When] = Pair(_read_time, _write_time)
"""A Date or DateTime; a time of day needs an offset."""


def base_of(url: str | None, id_: str | None) -> str:
    """Return what the identifiers of a document begin with: its address, or its identifier where that is a URI."""
    for name in (url, id_):
        if name and not any(white in name for white in " \t\n\u00a0") and ":" in name:
            return name.partition("#")[0]
    return ""


def own_id(article: Article, context: Context) -> str | None:  # noqa: ARG001  # what a derived row computes with
    """Return the article's ``@id``: its page's address with ``#article``."""
    base = base_of(article.url, None)
    return f"{base}#article" if base else None


def _read_local_id(raw: Any, context: Context) -> str:
    prefix = f"{context.base}#"
    text = str(typed(str, raw, "an identifier"))
    if not text.startswith(prefix):
        raise NotForUs(f"an identifier that begins with {prefix!r}", raw)
    return text.removeprefix(prefix)


def _read_entity_id(raw: Any, context: Context) -> str:
    name = _read_local_id(raw, context)
    context.anchors[f"#{name}"] = name
    return name


def _read_reference(raw: Any, context: Context) -> str:
    if raw is None:
        raise NotForUs("an identifier", raw)
    name = _read_local_id(raw, context)
    if f"#{name}" not in context.anchors:
        raise NotForUs("the identifier of somebody among the mentions", raw)
    return name


def _write_local_id(value: str, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return f"{context.base}#{value}"


def _write_reference(value: str, context: Context, into: Any) -> str:
    if f"#{value}" not in context.anchors:
        raise Unsayable("nothing can be said of what it points at")
    return _write_local_id(value, context, into)


LOCAL_ID: Pair[str] = Pair(_read_local_id, _write_local_id)
"""An identifier inside the article, as a fragment of the document's."""
ENTITY_ID: Pair[str] = Pair(_read_entity_id, _write_local_id)
"""That of a person or an organisation, which others may point at."""
REFERENCE: Pair[str] = Pair(_read_reference, _write_reference)
"""The identifier of a person or an organisation that the article mentions."""


def _read_speaker(raw: Any, context: Context) -> str:
    if not isinstance(raw, dict):
        raise InputError("an object", raw)
    name = _read_reference(raw.get("@id"), context)
    if raw.keys() != {"@id"}:  # it says more, of the one that it points at
        context.homeless.append(("", JsonPiece("", value=raw)))
    return name


def _write_speaker(value: str, context: Context, into: Any) -> dict[str, str]:
    return {"@id": _write_reference(value, context, into)}


SPEAKER: Pair[str] = Pair(_read_speaker, _write_speaker)
"""A node that points at somebody among the mentions."""


def is_sayable(concept: Concept) -> bool:
    """Whether a name, an address or a code says what a thing is: a literal means nothing to others."""
    return bool(concept.names or concept.code or (concept.uri and is_absolute(concept.uri)))


ARTICLES = frozenset(
    {
        "NewsArticle", "Article", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle",
        "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle", "Report",
        "SatiricalArticle", "LiveBlogPosting", "BlogPosting", "SocialMediaPosting",
    }
)  # fmt: skip
"""Article and its subtypes that publishers use (schema.org 30.0)."""
ORGANISATIONS = frozenset(
    {
        "NewsMediaOrganization", "Corporation", "GovernmentOrganization", "NGO", "EducationalOrganization", "LocalBusiness",
        "PoliticalParty", "ResearchOrganization", "PerformingGroup", "SportsOrganization", "MedicalOrganization",
    }
)  # fmt: skip
"""Subtypes of Organization that name the makers of news."""

_KINDS = {"Person": PartyKind.PERSON, "Organization": PartyKind.ORGANISATION}


def _read_kind(raw: Any, context: Context) -> PartyKind:
    """Read the type of a party; a subtype is kept as well."""
    for word in raw if isinstance(raw, list) else [raw]:
        if not isinstance(word, str):
            continue
        if word in ORGANISATIONS or (word in _KINDS and raw != word):
            context.homeless.append(("", JsonPiece("", value=raw)))
            return _KINDS.get(word, PartyKind.ORGANISATION)
        if word in _KINDS:
            return _KINDS[word]
    raise InputError("Person or Organization", raw)


def kind_codec(*allowed: PartyKind) -> Pair[PartyKind]:
    """A party's type, where the property allows these; the first is written for one that it does not allow."""

    def write(value: PartyKind, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
        if value not in allowed:
            context.note(LossKind.COERCED, value=value, reason="the property has no such parties")
            value = allowed[0]
        return next(word for word, kind in _KINDS.items() if kind is value)

    return Pair(_read_kind, write)
