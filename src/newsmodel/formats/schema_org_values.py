"""The values of schema.org's properties: texts, URLs, times, bodies as plain text, references by ``@id``."""

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
from newsmodel.model import Article, Block, Paragraph, PartyKind, Section, Text
from newsmodel.model.body import walk
from newsmodel.model.values import many_lines
from newsmodel.syntax.json_table import JsonPiece


def _of(kind: type, raw: Any, expected: str) -> Any:
    if type(raw) is not kind:
        raise InputError(expected, raw)
    return raw


def _read_string(raw: Any, context: Context) -> str:  # noqa: ARG001  # a codec's signature
    return str(_of(str, raw, "a string"))


def _write_as_is(value: Any, context: Context, into: Any) -> Any:  # noqa: ARG001  # a codec's signature
    return value


def _trimmed(value: str, context: Context, below: str = "") -> str:
    """Return a text without white space of any kind at its ends: no-break spaces too mean nothing there."""
    if (trimmed := value.strip()) != value:
        context.note(LossKind.COERCED, below, value, reason="white space at the ends")
    return trimmed


def _write_string(value: str, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return _trimmed(value, context)


STRING: Pair[str] = Pair(_read_string, _write_string)


def _read_text(raw: Any, context: Context) -> Text:  # noqa: ARG001  # a codec's signature
    if isinstance(raw, dict) and raw.keys() <= {"@value", "@language"}:  # JSON-LD 1.1, §4.2.4
        language = raw.get("@language")
        return Text(_of(str, raw.get("@value"), "a string"), language if isinstance(language, str) else None)
    return Text(_of(str, raw, "a string"))


def _checked_text(raw: Any, context: Context) -> Text:
    try:
        return _read_text(raw, context)
    except ValueError as error:
        raise InputError("text", raw, message=str(error)) from error


def _write_text(text: Text, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    for name in ("language", "direction", "role"):
        if (value := getattr(text, name)) is not None:
            context.note(LossKind.UNWRITTEN, name, value)
    return _trimmed(text.value, context, "value")


TEXT: Pair[Text] = Pair(_checked_text, _write_text)
"""A text; its language would need a form that consumers do not read (JSON-LD value objects)."""


def _write_url(value: str, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    scheme, colon, _ = value.partition(":")
    if not colon or not scheme.replace("+", "").replace("-", "").replace(".", "").isalnum() or "/" in scheme:
        raise Unsayable("a relative reference, where an absolute URL is wanted")
    return value


URL: Pair[str] = Pair(_read_string, _write_url)
"""An absolute URL or URI."""


def _read_page(raw: Any, context: Context) -> str:
    return _read_string(raw.get("@id") if isinstance(raw, dict) else raw, context)


PAGE: Pair[str] = Pair(_read_page, _write_url)
"""The address of a page, bare or as a node."""


def _read_integer(raw: Any, context: Context) -> int:  # a codec's signature
    if (
        isinstance(raw, dict) and raw.get("@type") == "QuantitativeValue"
    ):  # what the vocabulary says of width and height
        return _read_integer(raw.get("value"), context)
    if isinstance(raw, str) and raw.isascii() and raw.isdecimal() and len(raw) < 17:
        return int(raw)
    return int(_of(int, raw, "an integer"))


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
    return _read_integer(_of(str, raw, "a string").removesuffix(" B"), context)


def _write_size(value: int, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return f"{value} B"


SIZE: Pair[int] = Pair(_read_size, _write_size)
"""contentSize is text; bytes are written with their unit."""


def _read_time(raw: Any, context: Context) -> When:
    text = _of(str, raw, "a date as a string").strip()
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


_BLANK_LINES = re.compile(r"\n{2,}")


def _read_blocks(raw: Any, context: Context) -> tuple[Block, ...]:  # noqa: ARG001  # a codec's signature
    pieces = _BLANK_LINES.split(many_lines(_of(str, raw, "a string")))
    try:
        return tuple(Paragraph(piece) for piece in pieces if piece.strip())
    except ValueError as error:
        raise InputError("text", raw, message=str(error)) from error


def _write_blocks(blocks: tuple[Block, ...], context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    pieces: list[str] = []
    for index, block in enumerate(blocks):
        texts = [inner.text for _, inner in walk(block, "") if isinstance(inner, Paragraph)]
        _note_block(block, f"[{index}]", texts, context)
        pieces += [text.strip() for text in texts]
    if not pieces:
        raise Unsayable("there is no text in it")
    return "\n\n".join(pieces)


def _note_block(block: Block, path: str, texts: list[str], context: Context) -> None:
    """Note what a block loses; where other blocks take its place, that concerns all that follow it."""
    if not isinstance(block, Paragraph):
        kind = LossKind.COERCED if texts else LossKind.UNWRITTEN
        context.note(kind, path if len(texts) == 1 else "", block, reason="only text is written")
        return
    _trimmed(block.text, context, f"{path}.text")
    if "\n\n" in block.text:
        context.note(LossKind.COERCED, "", block.text, reason="a blank line separates paragraphs")
    for name in ("marks", "language", "direction"):
        if value := getattr(block, name):
            context.note(LossKind.UNWRITTEN, f"{path}.{name}", value)


BLOCKS: Pair[tuple[Block, ...]] = Pair(_read_blocks, _write_blocks)
"""Blocks as plain text, a blank line between them."""


def _read_body(raw: Any, context: Context) -> tuple[Section, ...]:
    return (Section(blocks=blocks),) if (blocks := _read_blocks(raw, context)) else ()


def _no_writing(value: Any, context: Context, into: Any) -> Any:
    raise NotImplementedError


BODY: Pair[tuple[Section, ...]] = Pair(_read_body, _no_writing)
"""The whole text, where nothing says how it is divided."""


def body_text(article: Article, context: Context) -> str | None:  # noqa: ARG001  # what a derived row computes with
    """Return the whole text, blocks joined by a blank line."""
    return "\n\n".join(piece.strip() for piece in article.text.split("\n\n")) or None


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


def _read_reference(raw: Any, context: Context) -> str:
    prefix = f"{context.base}#"
    text = str(_of(str, raw, "an identifier"))
    if not text.startswith(prefix):
        raise NotForUs(f"an identifier that begins with {prefix!r}", raw)
    return text.removeprefix(prefix)


def _write_reference(value: str, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return f"{context.base}#{value}"


LOCAL_ID: Pair[str] = Pair(_read_reference, _write_reference)
"""An identifier inside the article, as a fragment of the document's."""

_NUMBER = re.compile(r"(\d+)\]?\Z")


def position(_section: Section, context: Context) -> int | None:
    """Return a section's number, counted from one: among those that are written, or in the list that is read."""
    match = _NUMBER.search(context.path() or context.place)
    if not match:
        return None
    before = context.article.sections[: int(match[1])] if context.path() and context.article else ()
    return int(match[1]) + 1 - sum(not _has_text(section) for section in before)


def _has_text(section: Section) -> bool:
    inside = (inner for block in section.blocks for _, inner in walk(block, ""))
    return section.heading is not None or any(isinstance(inner, Paragraph) for inner in inside)


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
