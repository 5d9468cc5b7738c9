"""Codecs of single values: a text on the wire, a value in the model, both ways side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.row import Codec, Parses
from newsmodel.dates.when import When, format_iso, parse_iso, when_key
from newsmodel.errors import InputError
from newsmodel.losses import LossKind
from newsmodel.model.values import language_tag, one_line

T = TypeVar("T")


def plainly_of(codec: Codec[Any]) -> Callable[[str], Any] | None:
    """Return what reads a value that is in order as it stands, and raises `ValueError` (or what `Parses` may raise) for any other.

    It is the codec's ``plainly``, or its ``parse``; None for a codec that has neither.
    """
    plainly: Callable[[str], Any] | None = getattr(codec, "plainly", None)
    return codec.parse if plainly is None and isinstance(codec, Parses) else plainly


def written_plainly_by(codec: Codec[Any]) -> Callable[[Any], str | None] | None:
    """Return what writes a value that comes back as it is: the codec's ``written_plainly``; None for a codec that has none.

    It returns what `encode` would, or None for a value of which that has more to say. It asks the context for nothing.
    """
    plainly: Callable[[Any], str | None] | None = getattr(codec, "written_plainly", None)
    return plainly


@frozen
class Value(Generic[T]):
    """A leaf. ``parse`` and ``render`` raise `ValueError` for what is no such value; what reads back differently is COERCED."""

    expected: str
    parse: Callable[[str], T]
    render: Callable[[T], str]

    def decode(self, raw: Any, context: Context) -> T:  # noqa: ARG002  # a codec's signature
        """Parse the text."""
        try:
            return self.parse(raw)
        except (ValueError, TypeError, AttributeError) as error:  # the last two for what is no text
            raise InputError(self.expected, raw) from error

    def encode(self, value: T, context: Context, into: Any = None) -> str:  # noqa: ARG002  # a codec's signature
        """Render the value, and see whether it reads back the same."""
        if (plain := self.written_plainly(value)) is not None:
            return plain
        raw = self.render(value)
        context.note(LossKind.COERCED, value=value, reason=f"reads back as {raw!r}")
        return raw

    def written_plainly(self, value: T) -> str | None:
        """Render a value that reads back the same."""
        raw = self.render(value)
        back = self.parse(raw)
        return raw if back is value or when_key(back) == when_key(value) else None


_DIGITS = 20


def _integer(raw: str) -> int:
    text = raw.strip(" \t\r\n")
    if not (text.isascii() and text.lstrip("+-").isdigit() and len(text) < _DIGITS):
        raise ValueError(raw)
    return int(text)


TEXT: Value[str] = Value("text", one_line, one_line)
"""Text in one line: runs of white space are collapsed, as XML and HTML readers do."""


def in_one_line(text: str) -> str | None:
    """Return a text that is in one line; None for any other."""
    return text if one_line(text) == text else None


class _Integer(Value[int]):
    """An integer. One of Python's, of not too many digits, reads back the same."""

    def written_plainly(self, value: int) -> str | None:
        """Write the digits."""
        raw = str(value)
        return raw if type(value) is int and len(raw) < _DIGITS else super().written_plainly(value)


INTEGER = _Integer("an integer", _integer, str)


class _Decimal:
    """A decimal number; one with a comma for the point is read, and that is REPAIRED."""

    def plainly(self, raw: str) -> float:
        """Read a number that has a point, or none."""
        return float(one_line(raw))

    def decode(self, raw: Any, context: Context) -> float:
        """Read a number."""
        text = one_line(raw)
        plain = text.replace(",", ".") if text.count(",") == 1 and "." not in text else text
        try:
            value = float(plain)
        except ValueError as error:
            raise InputError("a decimal number", raw) from error
        if plain != text:
            context.note_place(LossKind.REPAIRED, context.place, raw, reason=f"read as {plain}")
        return value

    def encode(self, value: float, context: Context, into: Any = None) -> str:  # noqa: ARG002  # a codec's signature
        """Write a number without an exponent."""
        return self.written_plainly(value)

    def written_plainly(self, value: float) -> str:
        """Write a number without an exponent."""
        return f"{Decimal(repr(value)):f}"


DECIMAL = _Decimal()
"""xs:decimal: no exponent (XML Schema 1.0, part 2, §3.2.3)."""
LANGUAGE: Value[str] = Value("a language tag", lambda raw: language_tag(one_line(raw)) or "", str)
ISO_TIME: Value[When] = Value(
    "an ISO 8601 date or date-time", lambda raw: parse_iso(one_line(raw)), format_iso
)


class _Reference:
    """A URI reference. Characters that none may have (a space, a brace) are read as their percent-encoding."""

    def plainly(self, raw: str) -> str:
        """Read a reference that is in order."""
        text = one_line(raw)
        if _NO_URI.search(text):
            raise ValueError(raw)
        return text

    def decode(self, raw: Any, context: Context) -> str:
        """Read a reference, and encode what should have been."""
        text = one_line(raw)
        if (encoded := _NO_URI.sub(_percent, text)) != text:
            context.note_place(LossKind.REPAIRED, context.place, raw, reason=f"read as {encoded}")
        return encoded

    def encode(self, value: str, context: Context, into: Any = None) -> str:  # noqa: ARG002  # a codec's signature
        """Write it as it is."""
        return value

    def written_plainly(self, value: str) -> str:
        """Write it as it is."""
        return value


_NO_URI = re.compile(r"""[\s<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})""")


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


REFERENCE = _Reference()
"""A URI or a relative reference (RFC 3987 §2.2)."""


@frozen
class Choice(Generic[T]):
    """An enumeration: the wire's words and the model's members, inverted by the machine."""

    meanings: Mapping[str, T]
    _words: dict[int, str] = field(init=False, eq=False, repr=False)
    """For each meaning, by its identity, the first word that has it. (The hash of an enumeration's member is slow.)"""

    @_words.default
    def _first_words(self) -> dict[int, str]:
        return {id(meaning): self._word(meaning) for meaning in self.meanings.values()}

    def _word(self, value: T) -> str:
        for word, meaning in self.meanings.items():
            if meaning == value:
                return word
        raise Unsayable(f"there is no word for {value!r} among {', '.join(self.meanings)}")

    def parse(self, raw: Any) -> T:
        """Look the word up; raise `KeyError` or `TypeError` where it is none."""
        return self.meanings[one_line(raw) if isinstance(raw, str) else raw]

    def decode(self, raw: Any, context: Context) -> T:  # noqa: ARG002  # a codec's signature
        """Look the word up."""
        try:
            return self.parse(raw)
        except (KeyError, TypeError):
            raise InputError("one of " + ", ".join(self.meanings), raw) from None

    def encode(self, value: T, context: Context, into: Any = None) -> str:  # noqa: ARG002  # a codec's signature
        """Return the first word with this meaning."""
        return self._words.get(id(value)) or self._word(value)

    def written_plainly(self, value: T) -> str | None:
        """Return the first word with this meaning; None where it is not surely one."""
        return self._words.get(id(value))


def choice(meanings: Mapping[str, T]) -> Choice[T]:
    """A value that is one of a few words. Where two words mean the same, the first is written."""
    return Choice(meanings)


@frozen
class Either(Generic[T]):
    """A value that comes in several shapes: read whichever fits, write the first that can say it."""

    shapes: tuple[Codec[T], ...]

    def decode(self, raw: Any, context: Context) -> T:
        """Try the shapes in their order."""
        problems: list[InputError] = []
        for shape in self.shapes:
            try:
                return shape.decode(raw, context)
            except InputError as error:
                problems.append(error)
        raise InputError(" or ".join(problem.expected for problem in problems), raw)

    def encode(self, value: T, context: Context, into: Any = None) -> Any:
        """Write the first shape that does not refuse."""
        reasons: list[str] = []
        for shape in self.shapes:
            try:
                return shape.encode(value, context, into)
            except Unsayable as error:
                reasons.append(str(error))
        raise Unsayable("; ".join(reasons))


def either(*shapes: Codec[T]) -> Either[T]:
    """A value that comes in several shapes, the best first."""
    return Either(shapes)


@frozen
class Pair(Generic[T]):
    """The escape hatch: two functions side by side for what no table can say."""

    read: Callable[[Any, Context], T]
    write: Callable[[T, Context, Any], Any]
    plainly: Callable[[str], T] | None = None
    """What reads a plain text (of an element: one without elements in it) that is in order as it stands (`plainly_of`)."""
    written_plainly: Callable[[T], str | None] | None = None
    """What writes a value that is a plain text (of an element: without elements in it) and comes back as it is (`written_plainly_by`)."""

    def decode(self, raw: Any, context: Context) -> T:
        """Call the reading half."""
        return self.read(raw, context)

    def encode(self, value: T, context: Context, into: Any = None) -> Any:
        """Call the writing half."""
        return self.write(value, context, into)
