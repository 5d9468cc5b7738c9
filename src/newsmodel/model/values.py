"""The kinds of value that fields hold, and the converters that bring them to one normal form.

A converter never refuses: it makes equal content equal (white space, case of a language tag, lists to tuples)
and hands anything else on to the check, which names every fault together.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeGuard, TypeVar

from newsmodel.dates.when import When, checked_when
from newsmodel.errors import ModelError
from newsmodel.model.constraints import Between, Form, Legal, Storable

__all__ = [
    "Code",
    "Count",
    "CountryCode",
    "LanguageTag",
    "Latitude",
    "Line",
    "LocalId",
    "Longitude",
    "MediaType",
    "Percentage",
    "PositiveInt",
    "Priority",
    "Prose",
    "Several",
    "Urgency",
    "Uri",
    "UriReference",
    "Verbatim",
    "all_are",
    "degrees",
    "language_tag",
    "many_lines",
    "maybe_line",
    "maybe_lines",
    "one_line",
    "several", "squeeze",
    "when",
]  # fmt: skip

T = TypeVar("T")

Line: TypeAlias = Annotated[str, Legal()]
"""Text in one line: not empty, no white space at the ends, single spaces between words."""

Prose: TypeAlias = Annotated[str, Legal()]
"""Text that may have line breaks (U+000A): not empty, no spaces around a break."""

Verbatim: TypeAlias = Annotated[str, Storable()]
"""Text kept to the letter; it may be white space, or empty."""

LocalId: TypeAlias = Annotated[
    str,
    Form(
        "an identifier of ASCII letters, digits, '-', '_' and '.', which begins with a letter or '_'",
        r"[A-Za-z_][A-Za-z0-9_.-]*",
    ),
]
"""An identifier inside one article (a subset of XML's NCName, so that it can be an xs:ID)."""

_PCT, _REST = "%[0-9A-Fa-f]{2}", r"A-Za-z0-9\-._~!$&'()*+,;=\u00a1-\ud7ff\ue000-\ufffd\U00010000-\U0010fffd"
_PATH = rf"(?:[{_REST}:@/?]|{_PCT})*(?:#(?:[{_REST}:@/?]|{_PCT})*)?"
_HOST = rf"(?:(?:[{_REST}]|{_PCT})+(?::[0-9]{{1,5}})?)?"  # libxml2 refuses a port without a host, and an empty one
_AUTHORITY = rf"//(?:(?:[{_REST}:]|{_PCT})*@)?{_HOST}(?=[/?#]|\Z)"
_SCHEME = r"[A-Za-z][A-Za-z0-9+.\-]*:"

Uri: TypeAlias = Annotated[
    str,
    Form(
        "an absolute URI or IRI such as 'https://news.example/1' or 'urn:x:1'",
        rf"{_SCHEME}(?:{_AUTHORITY}|(?!//)(?=.)){_PATH}",
    ),
]
"""An absolute IRI (RFC 3987), without bracketed hosts."""

UriReference: TypeAlias = Annotated[
    str,
    Form(
        "a URI or a relative reference",
        rf"(?=.)(?:{_SCHEME}(?:{_AUTHORITY}|(?!//)(?=.))|{_AUTHORITY}|(?!//)(?![^/?#]*:)){_PATH}",
    ),
]
"""An absolute IRI or a relative reference (RFC 3987 §2.2)."""

Code: TypeAlias = Annotated[
    str,
    Form(
        "a code such as 'medtop:04000000'",
        r"[^\s:\ud800-\udfff\ufffe\uffff\x00-\x20]+:[^\s\ud800-\udfff\ufffe\uffff\x00-\x20]+",
    ),
]
"""A QCode: alias, colon, code (NewsML-G2 specification, QCodeType)."""

LanguageTag: TypeAlias = Annotated[
    str,
    Form(
        "a BCP 47 language tag such as 'ar', 'ru-RU' or 'zh-Hant'",
        r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
        r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+",
    ),
]
"""A well-formed language tag (BCP 47, RFC 5646 §2.1), in the case that §2.1.1 recommends."""

CountryCode: TypeAlias = Annotated[str, Form("an ISO 3166-1 alpha-2 code such as 'AZ'", "[A-Z]{2}")]
MediaType: TypeAlias = Annotated[
    str,
    Form(
        "a media type such as 'image/jpeg'",
        r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*",
    ),
]
"""A media type without parameters (RFC 6838 §4.2)."""

Urgency: TypeAlias = Annotated[int, Between(1, 9)]
"""1 is the most urgent, 5 normal, 8 the least; 9 is the user's own (IPTC NewsCodes, urgency)."""
Priority: TypeAlias = Annotated[int, Between(1, 9)]
"""Of a transmission: 1 is the highest, 9 the lowest (NewsML-G2, header/priority)."""
Percentage: TypeAlias = Annotated[int, Between(0, 100)]
PositiveInt: TypeAlias = Annotated[int, Between(1, 2**53 - 1)]
Count: TypeAlias = Annotated[int, Between(0, 2**53 - 1)]
"""An integer from 0 to what JSON carries without loss (RFC 8259 §6)."""
Latitude: TypeAlias = Annotated[float, Between(-90, 90)]
Longitude: TypeAlias = Annotated[float, Between(-180, 180)]

_WHITE = " \t\r\n"


def one_line(value: str) -> str:
    """Collapse runs of spaces, tabs and line ends to one space, and strip the ends; no-break spaces, joiners and marks stay."""
    if type(value) is not str:
        return value
    text = value.strip(_WHITE)
    if text.isprintable() and "  " not in text:  # as most are; tabs and line ends are not printable
        return text
    return _single_spaced(text.replace("\r", " ").replace("\n", " "))


def _single_spaced(text: str) -> str:
    """Collapse runs of spaces and tabs. (Each turn halves them: a regular expression takes ten times as long.)"""
    text = text.replace("\t", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def many_lines(value: str) -> str:
    """As `one_line`, but line ends stay, as U+000A."""
    if type(value) is not str:
        return value
    text = value.strip(_WHITE)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" in text:
        text = "\n".join([line.strip(" \t") for line in text.split("\n")])
    return _single_spaced(text) if "  " in text or "\t" in text else text


def squeeze(raw: str) -> tuple[str, Sequence[int]]:
    """Bring running text to its normal form, as `many_lines` does, and say where each character went.

    White space in ``raw`` is spaces and line ends only. Returns the text and, for each offset into ``raw`` (its end included), the offset into the text.

    >>> from newsmodel.model.values import squeeze
    >>> squeeze(" a  b")
    ('a b', array('L', [0, 0, 1, 2, 2, 3]))
    """
    if many_lines(raw) == raw:
        return raw, range(len(raw) + 1)
    out: list[str] = []
    offsets = array("L")  # numbers of Python's own would take ten times the memory
    length = at = 0
    for run in _SPACE.finditer(raw):
        word = raw[at : run.start()]
        offsets.extend(range(length, length + len(word)))
        length += len(word)
        at = run.end()
        if not length or at == len(raw):  # at an edge, nothing of it stays
            out.append(word)
            offsets.extend([length] * len(run[0]))
            continue
        breaks, wide = 0, 0
        for character in run[0]:
            offsets.append(length + (breaks or wide))
            if character == "\n":
                offsets[-1] = length + breaks
                breaks += 1
            else:
                wide = 1
        out += [word, "\n" * breaks or " "]
        length += breaks or 1
    out.append(raw[at:])
    offsets.extend(range(length, length + len(raw) - at + 1))
    return "".join(out), offsets


_SPACE = re.compile("[ \n]+")


def maybe_line(value: str | None) -> str | None:
    """As `one_line`; empty text is absent text."""
    return (one_line(value) or None) if value is not None else None


def maybe_lines(value: str | None) -> str | None:
    """As `many_lines`; empty text is absent text."""
    return (many_lines(value) or None) if value is not None else None


def language_tag(value: str | None) -> str | None:
    """Bring a tag to the case of RFC 5646 §2.1.1: ``AR-eg`` is ``ar-EG``."""
    if type(value) is not str:
        return value
    return _tag(value) if len(value) < 32 else _tag.__wrapped__(value)


@lru_cache(512)
def _tag(value: str) -> str:
    parts = value.lower().split("-")
    private = False
    for index, part in enumerate(parts):
        private = private or len(part) == 1
        if index and not private:
            parts[index] = (
                part.upper()
                if len(part) == 2
                else part.title()
                if len(part) == 4 and part.isalpha()
                else part
            )
    return "-".join(parts)


forget_tags = _tag.cache_clear


def when(value: When | None) -> When | None:
    """Bring a time to its normal form (`newsmodel.dates.when.checked_when`)."""
    try:
        return None if value is None else checked_when(value)
    except ModelError:
        return value


def degrees(value: float | None) -> float | None:
    """Let an integer be a number too, and round to nine decimals: a tenth of a millimetre on the ground, and no exponents."""
    return round(float(value), 9) + 0.0 if type(value) in _NUMBERS and value is not None else value


_NUMBERS: tuple[type, ...] = (int, float)


def several(value: Any) -> Any:
    """Let any collection but a string become a tuple."""
    if type(value) is tuple:
        return value
    return (
        value if isinstance(value, (tuple, str, bytes)) or not isinstance(value, Iterable) else tuple(value)
    )


if TYPE_CHECKING:
    from builtins import tuple as Several  # noqa: N812  # a name that says what it does as a converter
else:

    class Several:
        """The converter `several` as ``Several[Person, ...]``, which a type checker takes for the tuple that comes out."""

        def __class_getitem__(cls, item: object) -> object:
            return several


def all_are(values: Any, kind: type[T]) -> TypeGuard[tuple[T, ...]]:
    """Whether a converter was given what its field asks for, so that it can sort it."""
    return isinstance(values, tuple) and all(isinstance(value, kind) for value in values)
