"""One day in two calendars: «21 ربيع الآخر 1443 هـ الموافق 26 نوفمبر 2021 م». The Gregorian half is the answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Final

from attrs import evolve

from newsmodel.dates.grammar import plan
from newsmodel.dates.reading import DateReading, Precision
from newsmodel.dates.tokens import Token
from newsmodel.dates.when import ReducedDate
from newsmodel.errors import DateError

GREGORY: Final = "gregory"
_OTHER_CALENDAR: Final = re.compile("[hsHS]")
JOINT: Final = re.compile(r"[,|/(=-]?[,|/(=-]?")
"""What may stand between the halves, over the letters of the tokens; words such as «الموافق» begin the second half."""
FARTHEST: Final = 2
"""Days between two halves that still mean one day: months begin by the sight of the moon, and days at sunset."""


def paired(
    tokens: list[Token], letters: str, read: Callable[[list[Token]], DateReading | None], source: str
) -> DateReading | None:
    """Read a text that is a date in one calendar and then the same in another; None where it is not."""
    if not _OTHER_CALENDAR.search(letters):
        return None
    for middle in range(3, len(letters) - 2):
        if plan(letters[:middle]) is None:
            continue
        joint = JOINT.match(letters, middle)
        start = joint.end() if joint else middle
        for begin in range(middle, start + 1):
            rest = letters[begin:]
            bracketed = "(" in letters[middle:begin] and rest.endswith(")")
            end = len(letters) - bracketed
            if plan(letters[begin:end]) is None:
                continue
            first, second = read(tokens[:middle]), read(tokens[begin:end])
            if first is not None and second is not None and first.calendar != second.calendar:
                end_of_text = second.span[1] + (tokens[-1].end - tokens[end - 1].end)
                return joined(first, evolve(second, span=(second.span[0], end_of_text)), source)
    return None


def joined(first: DateReading, second: DateReading, source: str) -> DateReading:
    """One reading of two; `DateError` where they are too far apart to be the same day."""
    ours, other = (first, second) if first.calendar == GREGORY else (second, first)
    if ours.calendar != GREGORY or isinstance(ours.value, ReducedDate) or isinstance(other.value, ReducedDate):
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
    if isinstance(ours.value, datetime) or not isinstance(other.value, datetime):
        return ours
    day = ours.value
    clock: time = other.value.timetz()
    assert isinstance(day, date)
    return evolve(ours, value=datetime.combine(day, clock), precision=other.precision, zone=other.zone)


def _precise(reading: DateReading) -> bool:
    return reading.precision not in {Precision.YEAR, Precision.MONTH}
