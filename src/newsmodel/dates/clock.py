"""The time of day and its zone, out of the tokens in their roles."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from newsmodel.dates.days import at_clock, with_zone
from newsmodel.dates.reading import Precision, Said
from newsmodel.dates.tokens import Token
from newsmodel.dates.zones import at_place, offset_minutes, place_zone
from newsmodel.errors import DateError

Parts = Mapping[str, Token]
CLOCK_ROLES = frozenset({"clock", "hour", "face", "noon", "military", "bare"})


def at_time(day: date, parts: Parts, source: str, *, twelve_hours: bool) -> Said:
    """Put the time of day that the tokens name on a day, with its zone where they name one.

    ``twelve_hours``: whether "at 9" may be in the evening.
    """
    hour, minute, second, fraction = _digits(parts)
    _check_half(parts, int(hour), source, twelve_hours=twelve_hours)
    if "noon" in parts and hour != "12":
        raise DateError(f"12 before {parts['noon'].text!r}", source)
    for word in _halves(parts):
        # Each of them must allow the hour: "yesterday morning at 9 pm" contradicts itself.
        hour = _in_half(int(hour), word, source)
    said = at_clock(day, hour, minute, second, fraction, source=source)
    whole_hour = parts.keys().isdisjoint({"clock", "minute", "add", "noon", "military", "bare"})
    value, zone = zoned(said.value, parts, source)
    _check_other_clock(value, parts, source)
    named = parts["zone"].meaning.zone if "zone" in parts else None
    assumed = said.assumed + ((named.assumed,) if named is not None and named.assumed else ())
    return Said(value, Precision.HOUR if whole_hour else said.precision, zone, assumed)


def _check_half(parts: Parts, hour: int, source: str, *, twelve_hours: bool) -> None:
    """An hour of a clock face needs a word that says of which half of the day it is."""
    on_a_face = "face" in parts or ("bare" in parts and twelve_hours)
    if on_a_face and not _halves(parts) and 1 <= hour <= 12:
        raise DateError("an hour with its half of the day", source)


def _digits(parts: Parts) -> tuple[str, str, str | None, str | None]:
    if "noon" in parts:
        return parts["hour"].text if "hour" in parts else "12", "00", None, None
    if "military" in parts:
        return parts["military"].text[:2], parts["military"].text[2:], None, None
    if "face" in parts:
        minutes = parts["face"].meaning.number * 60 + (parts["add"].meaning.number if "add" in parts else 0)
        return str(minutes // 60), f"{minutes % 60:02}", None, None
    if "bare" in parts:
        return parts["bare"].text, "00", None, None
    if "hour" in parts:
        return parts["hour"].text, parts["minute"].text if "minute" in parts else "00", None, None
    hour, minute, *rest = parts["clock"].text.replace(",", ".").split(":")
    second, _, fraction = rest[0].partition(".") if rest else ("", "", "")
    return hour, minute, second or None, fraction or None


def _check_other_clock(value: datetime, parts: Parts, source: str) -> None:
    """A second time in another zone must be the same moment."""
    if "other_zone" not in parts:
        return
    token = parts.get("other_clock") or parts["other_military"]
    digits = token.text.replace(":", "").rjust(4, "0")
    other = at_clock(value.date(), digits[:2], digits[2:4], None, None, source=source).value
    other, _ = zoned(other, {"zone": parts["other_zone"]}, source)
    if value.tzinfo is None or other.tzinfo is None or (value - other) % timedelta(days=1):
        raise DateError(f"one moment (not {value:%H:%M} and {token.text} {parts['other_zone'].text})", source)


def _halves(parts: Parts) -> list[Token]:
    """The words that say of which half of the day a time is."""
    return [parts[role] for role in ("half", "part", "today") if role in parts and parts[role].meaning.half]


def _in_half(hour: int, word: Token, source: str) -> str:
    half = word.meaning.half
    if half is None or (12 < hour < 24 and half.shift == 12 and hour - 12 in half.hours):
        return str(hour)  # "14:05 p.m.", said twice
    if hour not in half.hours:
        raise DateError(f"an hour that goes with {word.text!r}, of {', '.join(map(str, half.hours))}", source)
    return str(hour % 12 + half.shift)


def zoned(value: datetime, parts: Parts, source: str) -> tuple[datetime, str | None]:
    """Give a wall clock the zone that the tokens name, and say how they name it."""
    named, offset = parts.get("zone"), parts.get("offset")
    if named is None and offset is None:
        return value, None
    text = "".join(token.text for token in (named, offset) if token)
    minutes = offset_minutes(offset.text, source) if offset else 0
    zone = named.meaning.zone if named else None
    if zone is not None and zone.place is not None:
        place = place_zone(zone.place)
        if place is None:
            raise DateError(f"a zone that there is (not {zone.place})", source)
        value = at_place(value, place, source)
        own = value.utcoffset()
        minutes += int(own.total_seconds()) // 60 if own is not None else 0
    elif zone is not None and zone.minutes is not None:
        minutes += zone.minutes
    elif zone is not None:
        return value, text  # the time of the place, whichever that is
    return with_zone(value, minutes, source), text
