"""Numbers of seconds or milliseconds since 1970-01-01T00:00Z (POSIX), read only when the caller says that they are that."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

from newsmodel.dates.reading import DateReading, Precision
from newsmodel.dates.zones import fixed, offset_minutes
from newsmodel.errors import DateError, ModelError

Epoch = Literal["s", "ms"]
# Microsoft's way of a date in JSON is always in milliseconds; its offset is how to print it, not part of the count.
_FORM: Final = re.compile(
    r"\s*(?:(?P<number>-?[0-9]{1,15})(?:\.(?P<part>[0-9]{1,9}))?|/Date\((?P<date>-?[0-9]{1,15})(?P<zone>[+-][0-9]{4})?\)/)\s*"
)


def read_epoch(text: str, unit: Epoch) -> DateReading:
    """Read ``1637935200``, ``1637935200000`` or ``/Date(1637935200000+0300)/``.

    Raises `DateError` for other texts and for times outside the years 1 to 9999.
    """
    if unit not in {"s", "ms"}:
        raise ModelError("epoch", "one of s, ms", unit)
    match = _FORM.fullmatch(text)
    if match is None:
        raise DateError("a number of seconds (s) or milliseconds (ms) since 1970", text)
    micro = int(match["date"] or match["number"]) * (1000 if match["date"] or unit == "ms" else 1_000_000)
    if match["part"]:
        part = int(match["part"].ljust(9, "0")) // (1_000_000 if unit == "ms" else 1000)
        micro += -part if text.lstrip().startswith("-") else part
    zone = match["zone"]
    try:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micro)
        value = moment.astimezone(fixed(offset_minutes(zone, text))) if zone else moment
    except OverflowError as error:
        raise DateError(
            "a time in the years 0001 to 9999 (milliseconds?)"
            if unit == "s"
            else "a time in the years 0001 to 9999",
            text,
        ) from error
    precision = Precision.FRACTION if micro % 1_000_000 else Precision.SECOND
    span = len(text) - len(text.lstrip()), len(text.rstrip())
    return DateReading(value, precision, None, "gregory", zone or "Z", span)
