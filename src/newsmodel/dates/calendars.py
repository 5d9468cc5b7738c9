"""Days of two calendars beside the Gregorian: the lunar Hijri of Umm al-Qura, and the solar Hijri of Iran.

Arithmetic alone: no words, no clock. Each calendar knows the years for which its source is sure, and refuses all others.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from itertools import accumulate
from typing import Final, NamedTuple


class Calendar(Enum):
    """A calendar, by its name in CLDR (the values of ``ca`` in BCP 47, extension u).

    ``GREGORIAN`` holds the years 1 to 9999, as `datetime.date` does.

    ``UMM_AL_QURA`` is the official lunar calendar of Saudi Arabia, 1343 to 1500 of the Hijra. Its months follow a published
    table and no rule; a day here may be off by one from where the month was announced by the sight of the moon.

    ``PERSIAN`` is the solar calendar of Iran, 1178 to 1501: the years in which its rule of 33 years and the equinox at Tehran
    agree. The calendar is Iran's by law since 1304 (1925); earlier years are counted back.
    """

    GREGORIAN = "gregory"
    UMM_AL_QURA = "islamic-umalqura"
    PERSIAN = "persian"


# The months of 30 days (all others have 29) of 1343 and each year after it: the lowest bit is the first month, Muharram, the
# highest of the twelve the last. Source: the official Umm al-Qura calendar as the JDK has it; ICU agrees on every month.
_LONG_MONTHS: Final = (
    0x6A9, 0x535, 0x25D, 0x4BD, 0x9BA, 0x3B4, 0xB69,  # 1343
    0xB2A, 0xA55, 0x4AD, 0xA5D, 0x2DA, 0x6D9, 0xEAA, 0xE94, 0xD2A, 0xC56,  # 1350
    0x4AE, 0xA6D, 0x56A, 0xD55, 0xD4A, 0xA93, 0x52B, 0xA5B, 0x53A, 0x6B5,  # 1360
    0xEA9, 0xD52, 0xD29, 0xA55, 0x4AD, 0x56D, 0xAEA, 0x6E4, 0xED1, 0xDA2,  # 1370
    0xAAA, 0x95A, 0x2DA, 0x5B9, 0xBB2, 0x764, 0x6C9, 0x555, 0x2AB, 0x4DB,  # 1380
    0xABA, 0x5B4, 0xDA9, 0xD52, 0xAA5, 0x92D, 0x26D, 0x8ED, 0x2DA, 0xAD5,  # 1390
    0xAA5, 0xA4B, 0x497, 0x937, 0x2B6, 0x975, 0xD69, 0xD52, 0xC95, 0x92B,  # 1400
    0x25B, 0x4DB, 0x9D5, 0x5D2, 0xDA5, 0xD4A, 0xA95, 0x54D, 0xAAD, 0x3AA,  # 1410
    0xBD2, 0xBC4, 0xB89, 0xA95, 0x52D, 0x5AD, 0xB6A, 0x6D4, 0xDC9, 0xD92,  # 1420
    0xAA6, 0x956, 0x2AE, 0x56D, 0x36A, 0xB55, 0xAAA, 0x94D, 0x49D, 0x95D,  # 1430
    0x2BA, 0x5B5, 0x5AA, 0xD55, 0xA9A, 0x92E, 0x26E, 0x55D, 0xADA, 0x6D4,  # 1440
    0x6A5, 0xB27, 0xA4D, 0x4AD, 0x56D, 0xB5A, 0x754, 0xF49, 0xE92, 0xD26,  # 1450
    0xA56, 0x356, 0x6B5, 0xBAA, 0xB92, 0xB25, 0x68B, 0xA9B, 0x55A, 0xADA,  # 1460
    0x5B4, 0xDA9, 0xB52, 0xA9A, 0x536, 0x276, 0x575, 0xAF2, 0x6D4, 0x6A9,  # 1470
    0x555, 0x2AD, 0x4BD, 0x9BA, 0x574, 0xB69, 0xB52, 0xA95, 0x52D, 0xA5D,  # 1480
    0x4DA, 0xAD9, 0x6B2, 0xE95, 0xE2A, 0xC96, 0x92E, 0xAAD, 0x56A, 0xD65,  # 1490
    0xD4A,  # 1500
)  # fmt: skip


class _Years(NamedTuple):
    """The years that are known of a calendar, the first day of the first, and what sets these bounds."""

    first: int
    last: int
    start: date
    bounds: str


# The Persian bounds are measured. The rule gives every day of 1178 to 1501 as ICU 78 does, which corrects the rule from 1502
# on (a leap year comes a year too early there); and each of these years begins on the day whose noon at Tehran is the first
# after the equinox, computed by Meeus to about a minute, while the rule begins 1177 a day before that.
_YEARS: Final[Mapping[Calendar, _Years]] = {
    Calendar.GREGORIAN: _Years(1, 9999, date.min, "the years of a datetime.date"),
    Calendar.UMM_AL_QURA: _Years(
        1343, 1342 + len(_LONG_MONTHS), date(1924, 8, 2), "the years of the official Umm al-Qura table"
    ),
    Calendar.PERSIAN: _Years(
        1178,
        1501,
        date(1799, 3, 21),
        "the years in which the rule of 33 years holds for the Persian calendar",
    ),
}


def days_in_month(calendar: Calendar, year: int, month: int) -> int:
    """Give the length of a month, whose number counts from 1.

    Raises `ValueError` for a month that is none of 1 to 12, and for a year outside the calendar's range (see `Calendar`).

    >>> from newsmodel.dates.calendars import Calendar, days_in_month
    >>> days_in_month(Calendar.UMM_AL_QURA, 1443, 4), days_in_month(Calendar.PERSIAN, 1399, 12)
    (29, 30)
    """
    years = _YEARS[calendar]
    if not years.first <= year <= years.last:
        raise ValueError(f"a year from {years.first:04} to {years.last} ({years.bounds}), not {year}")
    if not 1 <= month <= 12:
        raise ValueError(f"a month from 1 to 12 (not {month})")
    return _length(calendar, year, month)


def to_gregorian(calendar: Calendar, year: int, month: int, day: int) -> date:
    """Give the day that a calendar calls by this year, month and day. (A lunar day begins at sunset; meant is its daylight.)

    Raises `ValueError` for a day or a month that does not exist, and for a year outside the calendar's range (see
    `Calendar`); nothing is ever moved to the next month.

    >>> from newsmodel.dates.calendars import Calendar, to_gregorian
    >>> print(to_gregorian(Calendar.UMM_AL_QURA, 1443, 4, 21), to_gregorian(Calendar.PERSIAN, 1400, 9, 5))
    2021-11-26 2021-11-26
    >>> to_gregorian(Calendar.UMM_AL_QURA, 1443, 4, 30)
    Traceback (most recent call last):
        ...
    ValueError: a day from 1 to 29, as 1443-04 has 29 days (not 30)
    """
    length = days_in_month(calendar, year, month)
    if not 1 <= day <= length:
        raise ValueError(f"a day from 1 to {length}, as {year:04}-{month:02} has {length} days (not {day})")
    if calendar is Calendar.GREGORIAN:
        return date(year, month, day)
    place = (year - _YEARS[calendar].first) * 12 + month - 1
    return date.fromordinal(_month_starts(calendar)[place] + day - 1)


def from_gregorian(calendar: Calendar, day: date) -> tuple[int, int, int]:
    """Give the year, month and day by which a calendar calls a day; the inverse of `to_gregorian`.

    Raises `ValueError` for a day outside the calendar's range, which is from `first_day` to `last_day`.

    >>> from datetime import date
    >>> from newsmodel.dates.calendars import Calendar, from_gregorian
    >>> from_gregorian(Calendar.UMM_AL_QURA, date(2021, 4, 13)), from_gregorian(Calendar.PERSIAN, date(2021, 3, 21))
    ((1442, 9, 1), (1400, 1, 1))
    """
    if calendar is Calendar.GREGORIAN:
        return day.year, day.month, day.day
    years, starts, ordinal = _YEARS[calendar], _month_starts(calendar), day.toordinal()
    if not starts[0] <= ordinal < starts[-1]:
        raise ValueError(
            f"a day from {first_day(calendar)} to {last_day(calendar)} ({years.bounds}), not {day}"
        )
    place = bisect_right(starts, ordinal) - 1
    return years.first + place // 12, place % 12 + 1, ordinal - starts[place] + 1


def first_day(calendar: Calendar) -> date:
    """Give the first day that a calendar's range holds (see `Calendar`).

    >>> from newsmodel.dates.calendars import Calendar, first_day
    >>> print(first_day(Calendar.UMM_AL_QURA), first_day(Calendar.PERSIAN))
    1924-08-02 1799-03-21
    """
    return _YEARS[calendar].start


def last_day(calendar: Calendar) -> date:
    """Give the last day that a calendar's range holds (see `Calendar`).

    >>> from newsmodel.dates.calendars import Calendar, last_day
    >>> print(last_day(Calendar.UMM_AL_QURA), last_day(Calendar.PERSIAN))
    2077-11-16 2123-03-20
    """
    last = _YEARS[calendar].last
    return to_gregorian(calendar, last, 12, days_in_month(calendar, last, 12))


def _length(calendar: Calendar, year: int, month: int) -> int:
    if calendar is Calendar.GREGORIAN:
        return monthrange(year, month)[1]
    if calendar is Calendar.UMM_AL_QURA:
        return 29 + (_LONG_MONTHS[year - _YEARS[calendar].first] >> (month - 1) & 1)
    if month == 12:
        return 30 if _is_persian_leap(year) else 29
    return 31 if month <= 6 else 30


def _is_persian_leap(year: int) -> bool:
    """Eight leap years in 33, every fourth or, once in the cycle, the fifth: as ICU and others count."""
    return (25 * year + 11) % 33 < 8


@cache  # built at the first use, in about a millisecond: who reads no such date pays nothing
def _month_starts(calendar: Calendar) -> tuple[int, ...]:
    """The ordinal of each month's first day, and of the day after the last month."""
    years = _YEARS[calendar]
    lengths = (
        _length(calendar, year, month)
        for year in range(years.first, years.last + 1)
        for month in range(1, 13)
    )
    return tuple(accumulate(lengths, initial=years.start.toordinal()))
