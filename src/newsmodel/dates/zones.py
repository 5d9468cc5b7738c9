"""Zones: offsets in digits (ISO 8601-1 §5.3.4, RFC 5322 §3.3) and places of the IANA database, which have theirs by the date."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final

from newsmodel.dates.when import MAX_OFFSET
from newsmodel.dates.words import Zone
from newsmodel.errors import DateError

_PLACE: Final = re.compile(r"[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z]*(?:[_-][A-Za-z]+)*){1,2}|UTC|GMT")


def offset_minutes(text: str, source: str) -> int:
    """Read ``Z`` or ``±h``, ``±hh``, ``±hmm``, ``±hhmm``, with or without a colon, into minutes.

    `DateError` beyond ±14:00, where no zone lies (XML Schema 1.1, part 2, §3.3.7).
    """
    if text in "Zz":
        return 0
    digits = text[1:].replace(":", "").strip()
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    total = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or total > 14 * 60:
        raise DateError(f"an offset from -14:00 to +14:00 (not {text})", source)
    return total if text[0] == "+" else -total


def fixed(minutes: int) -> timezone:
    """A zone that is one offset."""
    return timezone(timedelta(minutes=minutes)) if minutes else UTC


@lru_cache(maxsize=64)
def place_zone(name: str) -> tzinfo | None:
    """The zone of a place by its name in the IANA database; None where there is none of this name."""
    if not _PLACE.fullmatch(name):
        return None
    from dateutil import tz

    return tz.gettz(name)


def zone_named(zone: Zone | None) -> tzinfo | None:
    """The zone that a word names; None for a place's own time."""
    if zone is None:
        return None
    if zone.place is not None:
        return place_zone(zone.place)
    return None if zone.minutes is None else fixed(zone.minutes)


def at_place(clock: datetime, zone: tzinfo, source: str) -> datetime:
    """Give a wall clock the offset that its place had then.

    `DateError` for the hour that comes twice or never when clocks change, and for times of before there were whole minutes.
    """
    from dateutil import tz

    if not tz.datetime_exists(clock, zone):
        raise DateError(
            f"a time that there was (clocks were put forward over {clock:%H:%M} that day)", source
        )
    if tz.datetime_ambiguous(clock, zone):
        raise DateError(f"a time that came once (clocks were put back over {clock:%H:%M} that day)", source)
    offset = zone.utcoffset(clock)
    if offset is None or offset % timedelta(minutes=1) or abs(offset) > MAX_OFFSET:
        raise DateError("a time with an offset of whole minutes within ±14:00", source)
    return clock.replace(tzinfo=timezone(offset) if offset else UTC)
