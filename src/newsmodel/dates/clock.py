"""The time of day and its zone, out of the tokens in their roles."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from newsmodel.dates.days import at_clock, with_zone
from newsmodel.dates.reading import Precision, Said
from newsmodel.dates.tokens import Token
from newsmodel.dates.words import Half, Zone
from newsmodel.dates.zones import offset_minutes
from newsmodel.errors import DateError

Parts = Mapping[str, Token]


def at_time(day: date, parts: Parts, source: str) -> Said:
    """Put the time of day that the tokens name on a day, with its zone where they name one."""
    hour, minute, second, fraction = _digits(parts)
    half = parts["half"].meaning.half if "half" in parts else None
    if half is not None:
        hour = _in_half(int(hour), half, parts["half"].text, source)
    said = at_clock(day, hour, minute, second, fraction, source=source)
    precision = said.precision if "clock" in parts or "minute" in parts else Precision.HOUR
    value, zone = zoned(said.value, parts, source)
    return Said(value, precision, zone, said.assumed)


def _digits(parts: Parts) -> tuple[str, str, str | None, str | None]:
    if "hour" in parts:
        return parts["hour"].text, parts["minute"].text if "minute" in parts else "00", None, None
    hour, minute, *rest = parts["clock"].text.replace(",", ".").split(":")
    second, _, fraction = rest[0].partition(".") if rest else ("", "", "")
    return hour, minute, second or None, fraction or None


def _in_half(hour: int, half: Half, word: str, source: str) -> str:
    if hour not in half.hours:
        raise DateError(f"an hour that goes with {word!r}, of {', '.join(map(str, half.hours))}", source)
    return str(hour % 12 + half.shift)


def zoned(value: datetime, parts: Parts, source: str) -> tuple[datetime, str | None]:
    """Give a wall clock the zone that the tokens name, and say how they name it."""
    named, offset = parts.get("zone"), parts.get("offset")
    zone = named.meaning.zone if named else None
    minutes = offset_minutes(offset.text, source) if offset else 0
    if zone is not None:
        _refuse_before(zone, value.date(), source)
        minutes += zone.minutes
    if zone is None and offset is None:
        return value, None
    return with_zone(value, minutes), "".join(token.text for token in (named, offset) if token)


def _refuse_before(zone: Zone, day: date, source: str) -> None:
    if day < zone.since:
        raise DateError(f"a day since {zone.since}, when this zone got the offset it has now", source)
