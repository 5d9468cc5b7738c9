"""Reading and writing dates as news texts print them: right, or refused.

The reader and the tables of words load when they are used; no clock, no system time zone, no settings are looked at.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsmodel.dates.finding import find_dates as find_dates
    from newsmodel.dates.formatting import format_date as format_date
    from newsmodel.dates.parsing import parse_date as parse_date
    from newsmodel.dates.parsing import read_date as read_date
    from newsmodel.dates.reading import DateReading as DateReading
    from newsmodel.dates.reading import Precision as Precision
    from newsmodel.dates.when import ReducedDate as ReducedDate
    from newsmodel.dates.when import When as When
    from newsmodel.dates.words import languages as languages

_HOME = {
    "find_dates": "finding",
    "format_date": "formatting",
    "parse_date": "parsing",
    "read_date": "parsing",
    "DateReading": "reading",
    "Precision": "reading",
    "ReducedDate": "when",
    "When": "when",
    "languages": "words",
}
__all__ = sorted(_HOME)  # noqa: PLE0605  # derived, so that nothing is said twice


if not TYPE_CHECKING:  # a type checker must see the names above, and no others

    def __getattr__(name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        globals()[name] = value
        return value
