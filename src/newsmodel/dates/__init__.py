"""Reading and writing dates as news texts print them: right, or refused.

Tables of words load when used; no clock, no system time zone, no settings are looked at.
"""

from __future__ import annotations

from newsmodel.dates.finding import find_dates
from newsmodel.dates.formatting import format_date
from newsmodel.dates.parsing import parse_date, read_date
from newsmodel.dates.reading import DateReading, Precision
from newsmodel.dates.when import ReducedDate, When
from newsmodel.dates.words import languages

__all__ = [
    "DateReading",
    "Precision",
    "ReducedDate",
    "When",
    "find_dates",
    "format_date",
    "languages",
    "parse_date",
    "read_date",
]
