"""Days and clock times that exist, or a refusal that says which part does not."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime
from typing import Final, NamedTuple

from newsmodel.dates.reading import Precision
from newsmodel.dates.zones import fixed
from newsmodel.errors import DateError

LAST_DAY: Final = -1
"""In place of a day's number: the last of its month."""


class AtClock(NamedTuple):
    """A day with a time of day, how precise it is, and what had to be assumed for it."""

    value: datetime
    precision: Precision
    assumed: tuple[str, ...]


def day_that_exists(year: int, month: int, day: int, source: str) -> date:
    """The day, or `DateError`: nothing is ever moved to the next month."""
    if not 1 <= year <= 9999:
        raise DateError("a year from 0001 to 9999", source)
    if not 1 <= month <= 12:
        raise DateError(f"a month from 1 to 12 (not {month})", source)
    if day == LAST_DAY:
        day = monthrange(year, month)[1]
    try:
        return date(year, month, day)
    except ValueError as error:
        last = monthrange(year, month)[1]
        raise DateError(
            f"a day from 1 to {last}, as {year:04}-{month:02} has {last} days (not {day})", source
        ) from error


def at_clock(  # the parts of a time, in their order
    day: date, hour: str, minute: str, second: str | None, fraction: str | None, *, source: str
) -> AtClock:
    """Put a time of day on a day. Refused are 24:00 and leap seconds, as no datetime can hold them."""
    if int(hour) > 23 or int(minute) > 59:
        raise DateError(f"a time from 00:00 to 23:59 (not {hour}:{minute}; midnight is 00:00)", source)
    if int(second or 0) > 59:
        raise DateError(f"seconds from 00 to 59 (not {second})", source)
    micro = int((fraction or "")[:6].ljust(6, "0"))
    value = datetime(day.year, day.month, day.day, int(hour), int(minute), int(second or 0), micro)  # noqa: DTZ001  # the zone, where one is named, comes next
    lost = (fraction or "")[6:].strip("0")
    precision = Precision.FRACTION if fraction else Precision.SECOND if second else Precision.MINUTE
    return AtClock(value, precision, ("digits beyond microseconds cut off",) if lost else ())


def with_zone(value: datetime, minutes: int, source: str) -> datetime:
    """Give a wall clock its offset."""
    if abs(minutes) > 14 * 60:
        raise DateError("an offset from -14:00 to +14:00", source)
    return value.replace(tzinfo=fixed(minutes))
