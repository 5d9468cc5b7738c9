"""ISO 8601-1 calendar dates and date-times, extended and basic, whole texts and moments inside a text.

Read are ``2021-11-26``, ``20211126``, ``2021-11``, ``2021`` (§5.2.2), with a time after ``T`` or, in the extended form, a
blank (RFC 3339 §5.6, note), and a zone ``Z``, ``+03:00``, ``+0300``, ``+03`` (§5.3.4). The two forms must not mix,
but for the zone, where half the world's news sites mix them.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from newsmodel.dates.days import at_clock, day_that_exists, with_zone
from newsmodel.dates.reading import Precision, Said
from newsmodel.dates.when import ReducedDate
from newsmodel.dates.zones import offset_minutes
from newsmodel.errors import DateError

_DAY = r"([0-9]{4})(-?)([0-9]{2})\2([0-9]{2})"
_CLOCK = r"([0-9]{2})(:?)([0-9]{2})(?:\%d([0-9]{2})(?:[.,]([0-9]{1,9}))?)?"
_ZONE = r"[Zz]|[+−-][0-9]{2}(?::?[0-9]{2})?"
_WHOLE = re.compile(rf"{_DAY}(?:([Tt ]){_CLOCK % 7}(?:[ ]?({_ZONE}))?|([Zz]|[+−-][0-9]{{2}}:[0-9]{{2}}))?")
_REDUCED = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")

MOMENT = (
    r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}[Tt][0-9]{2}:?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]{1,9})?)?"
    rf"(?:{_ZONE})?"
)
"""A day and a time joined by T, as an expression without groups; `read_iso` checks the rest."""


def read_iso(text: str) -> Said | None:
    """Read a whole text; None where it has not the form, `DateError` where it has and names no existing time."""
    match = _WHOLE.fullmatch(text)
    if not match:
        return _reduced(text)
    year, dash, month, day, joint, hour, colon, minute, second, fraction, zone, day_zone = match.groups()
    the_day = day_that_exists(int(year), int(month), int(day), text)
    if hour is None:
        # XML Schema lets a day have a zone; the day is the same one, so the reading tells and the value needs not.
        return Said(the_day, Precision.DAY, day_zone) if dash or not day_zone else None
    if bool(dash) != bool(colon) or (joint == " " and not dash):
        return None
    if zone and joint == " " and not second and zone[0] == "-" and not re.fullmatch("-[0-9]{4}", zone):
        return None  # "10:00-11:00" is rather an hour than a zone
    return _moment(text, the_day, (hour, minute, second, fraction), zone)


def _reduced(text: str) -> Said | None:
    match = _REDUCED.fullmatch(text)
    if not match:
        return None
    year, month = int(match[1]), int(match[2]) if match[2] else None
    if not year or (month is not None and not 1 <= month <= 12):
        raise DateError("a year from 0001 and a month from 01 to 12", text)
    return Said(ReducedDate(year, month), Precision.MONTH if month else Precision.YEAR)


def _moment(text: str, day: date, clock: tuple[str, str, str | None, str | None], zone: str | None) -> Said:
    at = at_clock(day, *clock, source=text)
    value: datetime = at.value if zone is None else with_zone(at.value, offset_minutes(zone, text), text)
    return Said(value, at.precision, zone, at.assumed)
