"""The four kinds of time, which say what is known and no more.

An aware `datetime` (a moment), a naive `datetime` (a wall clock whose zone is not known), a `date`, and a
`ReducedDate` (a year, or a year and a month). Their text form is ISO 8601, extended format (RFC 3339 where
that is possible); `parse_iso` and `format_iso` are each other's inverse.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TypeAlias

from attrs import field, frozen

from newsmodel.errors import DateError, ModelError

MAX_OFFSET = timedelta(hours=14)


def _in_range(low: int, high: int, name: str, value: object) -> None:
    if type(value) is not int or not low <= value <= high:
        raise ModelError(f"ReducedDate.{name}", f"an integer from {low} to {high}", value)


@frozen(order=True)
class ReducedDate:
    """A date of reduced precision: a year, or a year and a month (ISO 8601-1 §5.2.2.2)."""

    year: int = field()
    month: int | None = field(default=None, order=lambda month: month or 0)

    def __attrs_post_init__(self) -> None:
        _in_range(1, 9999, "year", self.year)
        if self.month is not None:
            _in_range(1, 12, "month", self.month)

    def isoformat(self) -> str:
        """Write it in ISO 8601 (and EDTF, level 0): ``2021``, ``2021-11``."""
        return f"{self.year:04}" if self.month is None else f"{self.year:04}-{self.month:02}"

    def __str__(self) -> str:
        return self.isoformat()


When: TypeAlias = datetime | date | ReducedDate
"""Any of the four kinds of time. (`datetime` is a subclass of `date`: ask for it first.)"""


def checked_when(value: object, where: str = "time") -> When:
    """Return the time in its normal form, so that equal times are equal objects: a fixed offset, no fold.

    Raises `ModelError` for what is no time, and for an offset that is no whole number of minutes within ±14:00
    (the range of XML Schema 1.1, part 2, §3.3.7).
    """
    if type(value) is date or type(value) is ReducedDate:
        return value
    if not isinstance(value, datetime):
        if isinstance(value, date):
            return date(value.year, value.month, value.day)
        raise ModelError(where, "a datetime, a date or a ReducedDate", value)
    if type(value) is datetime and (value.tzinfo is None or value.tzinfo is UTC) and not value.fold:
        return value  # as most are
    offset = value.utcoffset()
    if offset is None:
        return value.replace(tzinfo=None, fold=0)
    if not _is_offset(offset):
        raise ModelError(where, "an offset of whole minutes within ±14:00", value)
    return value.replace(tzinfo=timezone(offset) if offset else UTC, fold=0)


def is_when(value: object) -> bool:
    """Whether `checked_when` takes a value. (One that only derives from a kind of time is left to it.)"""
    kind = type(value)
    if kind is date or kind is ReducedDate:
        return True
    if not isinstance(value, datetime) or kind is not datetime:
        return False
    return value.tzinfo is None or value.tzinfo is UTC or _is_offset(value.utcoffset() or timedelta())


def _is_offset(offset: timedelta) -> bool:
    return not offset % timedelta(minutes=1) and abs(offset) <= MAX_OFFSET


def when_key(value: object) -> object:
    """What two times are compared by: wall time *and* offset, so that 10:00+02:00 is not 08:00Z."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None), value.utcoffset()
    return value


_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[Tt](?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)(?:\.(?P<fraction>\d{1,6}))?"
    r"(?P<zone>[Zz]|[+-]\d\d:\d\d)?)?)?)?",
    re.ASCII,
)


def parse_iso(text: str) -> When:
    """Read `format_iso`'s form: ``2024-05-03T17:47:42+02:00``, ``…Z``, ``2024-05-03T17:47:42``, ``2024-05-03``, ``2024-05``, ``2024``.

    Raises `DateError` for anything else, impossible dates included. Messier forms are `read_date`'s business.
    """
    match = _ISO.fullmatch(text) if len(text) <= 40 else None
    if not match:
        raise DateError("an ISO 8601 date or date-time", text)
    parts = match.groupdict()
    try:
        if parts["day"] is None:
            return ReducedDate(int(parts["year"]), int(parts["month"]) if parts["month"] else None)
        day = date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
        if parts["hour"] is None:
            return day
        micro = int((parts["fraction"] or "0").ljust(6, "0"))
        moment = datetime(  # noqa: DTZ001  # naive where the text names no zone: that is one of the four kinds
            day.year,
            day.month,
            day.day,
            int(parts["hour"]),
            int(parts["minute"]),
            int(parts["second"]),
            micro,
        )
        zone = parts["zone"]
        return moment if zone is None else moment.replace(tzinfo=_zone(zone))
    except ValueError as error:
        raise DateError("a date that exists", text) from error


def _zone(text: str) -> timezone:
    if text in "Zz":
        return UTC
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[4:6]))
    if int(text[4:6]) > 59 or offset > MAX_OFFSET:
        raise ValueError(text)
    return timezone(-offset if text[0] == "-" else offset) if offset else UTC


def format_iso(when: When) -> str:
    """Write a time in ISO 8601 extended form, as `parse_iso` reads it."""
    if isinstance(when, ReducedDate):
        return str(when)
    text = when.isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text
