"""What reading a date gives: the value, and all that is known about how the text said it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from attrs import frozen

from newsmodel.dates.when import When, format_iso


class Precision(Enum):
    """The smallest part of a time that the text names."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"
    FRACTION = "fraction"


class Said(NamedTuple):
    """What the words and digits of a date say, before it is known where they stand."""

    value: When
    precision: Precision
    zone: str | None = None
    assumed: tuple[str, ...] = ()
    calendar: str = "gregory"


@frozen
class DateReading:
    """A date as a text gives it.

    ``value`` is one of the four kinds of time, as precise as the text; ``language`` the primary BCP 47 subtag of the words
    (or of the caller's hint, where there were none); ``calendar`` its CLDR name; ``zone`` the zone as printed; ``span`` where
    it stands, in characters of the text as it came, without prepositions and labels; ``assumed`` what the text left open.
    """

    value: When
    precision: Precision
    language: str | None
    calendar: str
    zone: str | None
    span: tuple[int, int]
    assumed: tuple[str, ...] = ()

    def isoformat(self) -> str:
        """Write the value in ISO 8601 and no more precisely than the text (EDTF, level 0): ``2021-11``, ``2021-11-26T14:05Z``."""
        text = format_iso(self.value)
        if self.precision not in {Precision.HOUR, Precision.MINUTE}:
            return text
        day, _, clock = text.partition("T")
        return f"{day}T{clock[:5]}{clock[8:]}"
