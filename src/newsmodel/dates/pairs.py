"""One day in two calendars: «21 ربيع الآخر 1443 هـ الموافق 26 نوفمبر 2021 م». The Gregorian half is the answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Final

from attrs import evolve

from newsmodel.dates.grammar import LONGEST, plan
from newsmodel.dates.reading import DateReading
from newsmodel.dates.tokens import Token, shape
from newsmodel.dates.weekdays import with_weekday
from newsmodel.dates.when import ReducedDate
from newsmodel.dates.words import OTHER_MONTH
from newsmodel.errors import DateError

GREGORY: Final = "gregory"
_OTHER_CALENDAR: Final = re.compile("[hsHS]")
# A day, a month that we know only to be one, a year in words or digits, before or after the rest of the text.
_UNREAD: Final = re.compile(r"(?:[,|/(-]|^W?)[ABOxd12]{0,3}y[xO]{0,2}4?[AEHmxY]?(?:\)?$|[,|/)-]|(?=[12]))")
JOINT: Final = re.compile(r"[.,|/(=-]?[,|/(=-]?")
"""What may stand between the halves, over the letters of the tokens; words such as «الموافق» begin the second half."""
FARTHEST: Final = 2
"""Days between two halves that still mean one day: months begin by the sight of the moon, and days at sunset."""


def paired(
    tokens: list[Token],
    letters: str,
    read: Callable[[list[Token]], DateReading | None],
    source: str,
    *,
    strict: bool,
) -> DateReading | None:
    """Read a text that is a date in one calendar and then the same in another; None where it is not.

    ``read`` reads one half, of which a third calendar may follow, without holding it to its weekday: that is the Gregorian day's.
    """
    if len(letters) > LONGEST:
        return None
    if OTHER_MONTH in letters:
        return _beside_unread(tokens, letters, read)
    if not _OTHER_CALENDAR.search(letters):
        return None
    refused: DateError | None = None
    for first_end, begin, end in _splits(letters):
        try:
            first, second = read(tokens[:first_end]), read(tokens[begin:end])
            if first is None or second is None or first.calendar == second.calendar:
                continue
            stretched = evolve(
                second, span=(second.span[0], second.span[1] + tokens[-1].end - tokens[end - 1].end)
            )
            both = joined(first, stretched, source)
            both = _with_weekdays(tokens, both, source, strict=strict)
        except DateError as error:
            refused = refused or error
            continue
        return both
    if refused is not None and refused.expected.startswith(_BEYOND):
        for first_end, begin, end in _splits(letters):
            found = _known_half(tokens[:first_end], tokens[begin:end], read)
            if found is not None:
                return found
    if refused is not None:
        raise refused
    return None


def _beside_unread(
    tokens: list[Token], letters: str, read: Callable[[list[Token]], DateReading | None]
) -> DateReading | None:
    """A day of ours before or after one of a calendar that is not read, which says nothing more."""
    match = _UNREAD.search(letters)
    if match is None:
        return None
    rest = tokens[: match.start()] if match.start() else tokens[match.end() :]
    reading = read(rest)
    return reading and evolve(reading, assumed=(*reading.assumed, "the other calendar's date was not read"))


# What our tables do not hold of the other calendar: its far years, and its years and months as such.
_BEYOND: Final = ("a year from", "a day, as a month or a year")


def _known_half(
    first: list[Token], second: list[Token], read: Callable[[list[Token]], DateReading | None]
) -> DateReading | None:
    """The Gregorian half, where the other is a date too but none that can be reckoned («عام 1413 هـ الموافق 1992»)."""
    for ours, other in ((second, first), (first, second)):
        if _OTHER_CALENDAR.search(shape(ours)) or not _OTHER_CALENDAR.search(shape(other)):
            continue
        try:
            found = read(ours)
        except DateError:
            continue
        if found is not None:
            return evolve(found, assumed=(*found.assumed, "the other calendar's half was not reckoned"))
    return None


def _splits(letters: str) -> Iterator[tuple[int, int, int]]:
    """Where the first half ends and the second begins and ends, the longest first half first."""
    for middle in range(len(letters) - 3, 2, -1):
        if plan(letters[:middle]) is None:
            continue
        joint = JOINT.match(letters, middle)
        for begin in range(joint.end() if joint else middle, middle - 1, -1):
            bracketed = "(" in letters[middle:begin] and letters.endswith(")")
            yield middle, begin, len(letters) - bracketed


def _with_weekdays(tokens: list[Token], both: DateReading, source: str, *, strict: bool) -> DateReading:
    """Hold the day to the weekdays that are named beside either half."""
    notes: tuple[str, ...] = ()
    day = _day(both.value) if isinstance(both.value, date) else None
    for token in tokens:
        if token.meaning.letter == "W" and day is not None:
            notes += with_weekday(day, token.meaning.weekday, source, strict=strict)[1]
    return evolve(both, assumed=both.assumed + notes) if notes else both


def joined(first: DateReading, second: DateReading, source: str) -> DateReading:
    """One reading of two; `DateError` where they are too far apart to be the same day."""
    ours, other = (first, second) if first.calendar == GREGORY else (second, first)
    if (
        ours.calendar != GREGORY
        or isinstance(ours.value, ReducedDate)
        or isinstance(other.value, ReducedDate)
    ):
        raise DateError("one day, in the Gregorian calendar and in another", source)
    apart = (_day(other.value) - _day(ours.value)).days
    if abs(apart) > FARTHEST:
        raise DateError(f"one day in both calendars (these are {ours.value} and {other.value})", source)
    told = (f"the Gregorian half; the other is {other.value}",) if apart else ()
    ours = _timed(ours, other)
    return evolve(
        ours,
        calendar=GREGORY,
        span=(min(first.span[0], second.span[0]), max(first.span[1], second.span[1])),
        assumed=ours.assumed + told,
    )


def _day(value: datetime | date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _timed(ours: DateReading, other: DateReading) -> DateReading:
    """The time of day may stand with either half."""
    if not isinstance(other.value, datetime) or isinstance(ours.value, datetime | ReducedDate):
        return ours
    timed = other.value.replace(year=ours.value.year, month=ours.value.month, day=ours.value.day)
    return evolve(ours, value=timed, precision=other.precision, zone=other.zone)
