"""ISO 8601-1 dates and date-times, extended and basic, whole texts and moments inside a text.

Read are ``2021-11-26``, ``20211126``, ``2021-11``, ``2021`` (§5.2.2), ordinal dates ``2021-330`` (§5.2.3), week dates
``2021-W47-5`` (§5.2.4), with a time after ``T`` or, in the extended form, a blank (RFC 3339 §5.6, note), and a zone ``Z``,
``+03:00``, ``+0300``, ``+03`` (§5.3.4), after which the place may stand in brackets (RFC 9557 §4). The two forms must not mix,
but for the zone, where half the world's news sites mix them.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from newsmodel.dates.days import at_clock, day_that_exists, with_zone
from newsmodel.dates.reading import Precision, Said
from newsmodel.dates.when import ReducedDate
from newsmodel.dates.zones import at_place, offset_minutes, place_zone
from newsmodel.errors import DateError

_DAY = r"([0-9]{4})(-?)(?:([0-9]{2})\2([0-9]{2})|[Ww]([0-9]{2})\2([0-9])|([0-9]{3}))"
_CLOCK = r"([0-9]{2})(?:(:?)([0-9]{2})(?:\%d([0-9]{2})(?:[.,]([0-9]{1,9}))?)?)?"
_ZONE = r"[Zz]|[+−-][0-9]{2}(?::?[0-9]{2})?"
_PLACE = r"\[!?([A-Za-z_/+-]{1,40})\]"
_WHOLE = re.compile(
    rf"{_DAY}(?:([Tt ]){_CLOCK % 10}(?:[ ]?({_ZONE}))?(?:{_PLACE})?|([Zz]|[+−-][0-9]{{2}}:[0-9]{{2}}))?"
)
_PDF = re.compile(r"D:([0-9]{8})([0-9]{6})(?:Z|([+-][0-9]{2})'([0-9]{2})'?)")  # ISO 32000-1 §7.9.4
_REDUCED = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?([Zz]|[+−-][0-9]{2}:[0-9]{2})?")
_WEEK = re.compile(r"[0-9]{4}-?[Ww][0-9]{2}")

MOMENT = (
    r"[0-9]{4}(?:-?[0-9]{2}-?[0-9]{2}|-?W[0-9]{2}-?[0-9]|-?[0-9]{3})[Tt][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]{1,9})?)?)?"
    rf"(?:{_ZONE})?(?:\[!?[A-Za-z_/+-]{{1,40}}\])?"
)
"""A day and a time joined by T, as an expression without groups; `read_iso` checks the rest."""


def read_iso(text: str) -> Said | None:
    """Read a whole text; None where it has not the form, `DateError` where it has and names no existing time."""
    plain = _read_plain(text)
    if plain is not None:
        return plain
    pdf = _PDF.fullmatch(text)
    if pdf is not None:
        text = f"{pdf[1]}T{pdf[2]}{pdf[3] or 'Z'}{pdf[4] or ''}"
    match = _WHOLE.fullmatch(text)
    if not match:
        return _reduced(text)
    joint, hour, colon, minute, second, fraction, zone, place, day_zone = match.groups()[7:]
    dash = bool(match[2])
    if hour is None:
        # XML Schema lets a day have a zone; the day is the same one, so the reading tells and the value needs not.
        return Said(_day(match, text), Precision.DAY, day_zone) if dash or not day_zone else None
    if (minute is not None and dash != bool(colon)) or (joint == " " and not (dash and minute)):
        return None
    if zone and joint == " " and not second and zone[0] == "-" and not re.fullmatch("-[0-9]{4}", zone):
        return None  # "10:00-11:00" is rather an hour than a zone
    said = _moment(text, _day(match, text), (hour, minute, second, fraction), zone)
    return said if place is None else _placed(said, place, text)


_PLAIN = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}([Zz]|[+-](?:0[0-9]|1[0-3]):[0-5][0-9])?)?"
)


def _read_plain(text: str) -> Said | None:
    """Read RFC 3339's commonest forms by the standard library; None for all else, impossible times included."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    try:
        if len(text) == 10:
            return Said(date.fromisoformat(text), Precision.DAY)
        return Said(datetime.fromisoformat(text), Precision.SECOND, match[1])
    except ValueError:
        return None


def _day(match: re.Match[str], text: str) -> date:
    year, _, month, day, week, weekday, ordinal = match.groups()[:7]
    if month is not None:
        return day_that_exists(int(year), int(month), int(day), text)
    try:
        if week is not None:
            return date.fromisocalendar(int(year), int(week), int(weekday))
        found = date(int(year), 1, 1) + timedelta(days=int(ordinal) - 1)
    except (ValueError, OverflowError) as error:
        raise DateError("a week and a day of a year that exist", text) from error
    if found.year != int(year):
        raise DateError(f"a day of the year {year}, which has no day {ordinal}", text)
    return found


def _reduced(text: str) -> Said | None:
    if _WEEK.fullmatch(text):
        raise DateError("a day, a month or a year (a week is none)", text)
    match = _REDUCED.fullmatch(text)
    if not match or (match[3] and not match[2]):
        return None
    year, month = int(match[1]), int(match[2]) if match[2] else None
    if not year or (month is not None and not 1 <= month <= 12):
        raise DateError("a year from 0001 and a month from 01 to 12", text)
    return Said(ReducedDate(year, month), Precision.MONTH if month else Precision.YEAR, match[3])


def _moment(
    text: str, day: date, clock: tuple[str, str | None, str | None, str | None], zone: str | None
) -> Said:
    hour, minute, second, fraction = clock
    midnight = hour == "24" and not int((minute or "0") + (second or "0") + (fraction or "0"))
    at = at_clock(day, "00" if midnight else hour, minute or "00", second, fraction, source=text)
    value, assumed = at.value, at.assumed
    if midnight:
        value, assumed = _next_day(value, text), ("24:00 is 00:00 of the next day",)
    if zone is not None:
        value = with_zone(value, offset_minutes(zone, text), text)
    return Said(value, at.precision if minute else Precision.HOUR, zone, assumed)


def _next_day(value: datetime, text: str) -> datetime:
    try:
        return value + timedelta(days=1)
    except OverflowError as error:
        raise DateError("a day from the years 0001 to 9999", text) from error


def _placed(said: Said, name: str, text: str) -> Said:
    """The place after an offset must have had that offset; without one it gives it."""
    place = place_zone(name)
    value = said.value
    if place is None or not isinstance(value, datetime):
        raise DateError(f"a zone that there is (not {name})", text)
    if value.tzinfo is None:
        return said._replace(value=at_place(value, place, text), zone=name)
    if place.utcoffset(value.replace(tzinfo=None)) != value.utcoffset():
        raise DateError(f"an offset that {name} had then", text)
    return said
