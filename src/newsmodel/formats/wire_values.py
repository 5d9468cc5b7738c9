"""What the fields of wire text hold: single words and lines, numbers of messages, times, and the text itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import attrs

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.values import Pair, Value
from newsmodel.dates.when import When, format_iso, parse_iso
from newsmodel.errors import InputError
from newsmodel.losses import LossKind
from newsmodel.markup.plain import paragraphs_of, plain_text
from newsmodel.model import AltId, Article, Concept, Embargo, Paragraph, Section, Subject, Text
from newsmodel.model.body import walk
from newsmodel.model.values import one_line

NUMBER_TYPE = "wire:number"
"""The type of an `AltId` that is the number of a message: unique on its wire for a day or so, and not in the world."""
_LETTERS = re.compile(r"[A-Za-z]+")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def note_others(value: Any, said: frozenset[str], context: Context) -> None:
    """Note the parts of an object that a field has no room for."""
    for field in attrs.fields(type(value)):
        held = getattr(value, field.name)
        if field.name == "extras":
            context.note_extras(held)
        elif field.name not in said and held not in (None, (), field.default):
            context.note(LossKind.UNWRITTEN, field.name, held)


def _read_line(raw: Any, context: Context) -> Text:  # noqa: ARG001  # a codec's signature
    return Text(one_line(raw))


def _write_line(text: Text, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    note_others(text, frozenset({"value"}), context)
    line = one_line(text.value)
    if line != text.value:
        context.note(LossKind.COERCED, "value", text.value, reason="in one line")
    return line


LINE: Pair[Text] = Pair(_read_line, _write_line)
"""A text in one line."""


def _write_lines(text: Text, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    note_others(text, frozenset({"value"}), context)
    return text.value


LINES: Pair[Text] = Pair(lambda raw, _context: Text(raw), _write_lines)
"""A text that may have several lines."""


def _write_number(value: AltId, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    note_others(value, frozenset({"value", "type"}), context)
    return value.value


NUMBER: Pair[AltId] = Pair(lambda raw, _context: AltId(raw, NUMBER_TYPE), _write_number)
"""The number of a message."""


def is_number(value: AltId) -> bool:
    """Whether an identifier is the number of a message, in digits."""
    return (
        value.type == NUMBER_TYPE
        and value.value.isascii()
        and value.value.isdecimal()
        and len(value.value) <= 4
    )


def _write_literal(value: Concept, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    note_others(value, frozenset({"literal"}), context)
    return str(value.literal)


SERVICE: Pair[Concept] = Pair(lambda raw, _context: Concept(literal=raw), _write_literal)
"""The identifier of a service."""


def _write_category(value: Subject, context: Context, into: Any) -> str:
    return _write_literal(value, context, into)


CATEGORY: Pair[Subject] = Pair(lambda raw, _context: Subject(literal=raw), _write_category)
"""The code of a category or desk: what it stands for is for each agency to say."""


def letters(most: int) -> Callable[[Concept], bool]:
    """Whether a concept is named by up to so many letters of ASCII."""

    def test(value: Concept) -> bool:
        literal = value.literal or ""
        return len(literal) <= most and _LETTERS.fullmatch(literal) is not None

    return test


# times


def full_year(digits: str) -> int:
    """Return the year of two digits: 70 to 99 are of the last century, as in every system of these wires (POSIX, strptime)."""
    year = int(digits)
    return year + (1900 if 70 <= year < 100 else 2000 if year < 70 else 0)


def in_minutes(value: When) -> datetime:
    """Return the moment that a date-time group can say. Raise `Unsayable` for what has no time, or no year in two digits."""
    if not isinstance(value, datetime):
        raise Unsayable("a date-time group has a time")
    moment = value.astimezone(UTC) if value.tzinfo else value
    if not 1970 <= moment.year < 2070:
        raise Unsayable("the year has two digits: 1970 to 2069")
    return moment


_GROUP = re.compile(
    r"(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})(?P<zone> ?(?:GMT|UTC|Z))? +(?P<month>[A-Za-zäéÄÉ]{3,4})\.? +(?P<year>\d{4}|\d{2})\b"
)
_OTHER_MONTHS = {"mrz": 3, "mär": 3, "mai": 5, "okt": 10, "dez": 12, "maj": 5, "avr": 4, "sept": 9, "abr": 4, "ago": 8, "out": 10, "dic": 12}  # fmt: skip


def _parse_group(raw: str) -> When:
    match = _GROUP.fullmatch(one_line(raw))
    if match is None:
        raise ValueError(raw)
    name = match["month"].lower()
    month = MONTHS.index(name.title()) + 1 if name.title() in MONTHS else _OTHER_MONTHS.get(name, 0)
    zone = UTC if match["zone"] else None
    return datetime(full_year(match["year"]), month, int(match["day"]), int(match["hour"]), int(match["minute"]), tzinfo=zone)  # fmt: skip


def _render_group(value: When) -> str:
    moment = in_minutes(value)
    zone = " GMT" if moment.tzinfo else ""
    return f"{moment:%d%H%M}{zone} {MONTHS[moment.month - 1]} {moment:%y}"


DATE_TIME_GROUP: Value[When] = Value(
    "a date-time group such as 141205 GMT May 24", _parse_group, _render_group
)


def is_group(line: str) -> bool:
    """Whether a line is a date-time group and nothing else."""
    return len(line) < 40 and _GROUP.fullmatch(one_line(line)) is not None


def _read_embargo(raw: Any, context: Context) -> Embargo:  # noqa: ARG001  # a codec's signature
    try:
        return Embargo(parse_iso(raw) if raw else None)
    except ValueError as error:
        raise InputError("an ISO 8601 date or date-time, or nothing", raw) from error


def _write_embargo(value: Embargo, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return format_iso(value.until) if value.until is not None else ""


EMBARGO: Pair[Embargo] = Pair(_read_embargo, _write_embargo)
"""An embargo: until a time, or with no end stated."""


# the text


def body_texts(sections: tuple[Section, ...]) -> Iterator[str]:
    """Give what plain text says of a body: headings and paragraphs."""
    for section in sections:
        if section.heading:
            yield section.heading.value
        for block in section.blocks:
            yield from (inner.text for _, inner in walk(block, "") if isinstance(inner, Paragraph))


def sections_of(texts: tuple[str, ...]) -> tuple[Section, ...]:
    """Return the one section that paragraphs make."""
    blocks = tuple(Paragraph(text) for text in texts)
    return (Section(blocks=blocks),) if blocks else ()


def _read_body(raw: Any, context: Context) -> tuple[Section, ...]:  # noqa: ARG001  # a codec's signature
    return sections_of(paragraphs_of(raw))


def body(width: int | None, break_: str = "\n") -> Pair[tuple[Section, ...]]:
    """The body as plain text, in lines of a width, with a sign for line breaks."""

    def write(sections: tuple[Section, ...], context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
        for index, section in enumerate(sections):
            context.note_extras(section.extras, f"[{index}].extras")
        return plain_text((text.replace("\n", break_) for text in body_texts(sections)), width)

    return Pair(_read_body, write)


def word_count(article: Article, context: Context) -> str:  # noqa: ARG001  # what a derived row computes with
    """Return how many words the body has."""
    return str(article.word_count)
