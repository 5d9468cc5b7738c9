"""What the caller says beside the text: its language, the time it was written at, the order of its numbers, its zone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import takewhile
from typing import Final, TypeAlias

from attrs import evolve, frozen

from newsmodel.dates.lexicon import LATIN
from newsmodel.dates.words import Order, Words, languages, words
from newsmodel.errors import DateError, ModelError

Languages: TypeAlias = str | Iterable[str] | None

# ISO 15924 codes of the scripts in which we know words, and letters that only texts in them have.
_REGION: Final = re.compile("[A-Za-z]{2}|[0-9]{3}")
_SCRIPTS: Final = (
    ("Arab", re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")),
    ("Cyrl", re.compile("[\u0400-\u04ff]")),
    ("Hebr", re.compile("[\u05d0-\u05ea]")),
    ("Latn", re.compile("[A-Za-z]")),
)


@frozen
class Request:
    """The caller's side of reading a date, in one language (None: none of those known)."""

    language: str | None = None
    region: str | None = None
    reference: datetime | date | None = None
    order: Order | None = None
    zone: tzinfo | None = None
    strict: bool = True
    guessed: bool = False
    """Whether the language is one of several that the text may be in, and not what the caller says."""
    half_of_pair: bool = False
    """Whether the text is one half of a day in two calendars, which may be a day off."""
    nearest: bool = False
    """Whether a day without a year is the one nearest to the reference, as in a running text, and not the last before it, as in a date line."""

    @property
    def table(self) -> Words | None:
        """The words of the language, where we have them."""
        return words(self.language) if self.language in languages() else None

    @property
    def numeric_order(self) -> Order | None:
        """Which part comes first in a numeric date."""
        table = self.table
        return self.order or (table.order(self.region) if table is not None else None)

    def in_language(self, tag: str) -> Request:
        """The same request for a text in another language."""
        language, region = _tag(tag[:40])
        return evolve(self, language=language, region=region)


@lru_cache(maxsize=128)
def _tag(tag: str) -> tuple[str, str | None]:
    primary, *subtags = tag.replace("_", "-").split("-")
    if len(primary) > 3:
        raise ModelError("language", "a BCP 47 tag, such as ar or en-GB", tag)  # "english"
    tags = takewhile(lambda part: len(part) > 1, subtags)  # what follows a single letter is an extension
    regions = (part.upper() for part in tags if _REGION.fullmatch(part))
    return primary.lower(), next(regions, None)


@lru_cache(maxsize=128)
def plain_request(tag: str) -> Request:
    """The request of a caller who says the language and nothing else."""
    language, region = _tag(tag[:40])
    return Request(language, region)


def candidates(told: Languages, text: str, request: Request, *, mixed: bool = False) -> Iterator[Request]:
    """The languages that a text may be in: those that the caller names, or all that are written in its script.

    A running text may have dates in several (``mixed``); in a single date, Latin letters beside others are those of zones.
    """
    if isinstance(told, str):
        yield request.in_language(told)
    elif told is not None:
        yield from map(request.in_language, told)
    else:
        scripts = scripts_of(text)
        for language in languages():
            if words(language).script in (scripts if mixed else scripts[:1]):
                yield evolve(request, language=language, region=None, guessed=True)


def scripts_of(text: str) -> list[str]:
    """The scripts of a text's words, Latin last."""
    return [code for code, letters in _SCRIPTS if letters.search(text)] or [LATIN]


def zone_of(given: object) -> tzinfo | None:
    """Understand a caller's zone: a `tzinfo`, a name of the IANA database, or an offset such as ``+03:00``."""
    if given is None or isinstance(given, tzinfo):
        return given
    zone = given if isinstance(given, str) else ""
    from newsmodel.dates.zones import fixed, offset_minutes, place_zone

    found = None
    with suppress(DateError):
        offset = re.fullmatch(r"[Zz]|[+-][0-9]{2}:?[0-9]{2}", zone)
        found = fixed(offset_minutes(zone, zone)) if offset else place_zone(zone)
    if found is None:
        raise ModelError("zone", "a tzinfo, a name of the IANA database or an offset (+03:00)", given)
    return found


def order_of(order: str | None) -> Order | None:
    """Understand a caller's order: ``dmy``, ``mdy`` or ``ymd``."""
    try:
        return None if order is None else Order(order)
    except ValueError:
        raise ModelError("order", "one of dmy, mdy, ymd", order) from None


def reference_of(reference: datetime | date | None) -> datetime | date | None:
    """Check a caller's reference."""
    given: object = reference
    if given is None or isinstance(given, date):
        return given
    raise ModelError("reference", "a datetime or a date", given)


def day_of(reference: datetime | date) -> date:
    """The day of a reference, by its own clock."""
    return reference.date() if isinstance(reference, datetime) else reference


DAY: Final = timedelta(days=1)
