"""A weekday beside a date must be the right one; it also tells the century of a year in two digits."""

from __future__ import annotations

from datetime import date

from newsmodel.dates.days import day_that_exists
from newsmodel.errors import DateError

# For messages; `calendar.day_name` would speak the language of the process's locale.
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def with_weekday(
    day: date, weekday: int | None, source: str, *, strict: bool
) -> tuple[date, tuple[str, ...]]:
    """Give the day back if the weekday, where one is named, is the day's own; unless strict, note it where it is not."""
    if weekday is None or day.weekday() == weekday:
        return day, ()
    said = f"{day} is a {_NAMES[day.weekday()]}, not a {_NAMES[weekday]}"
    if strict:
        raise DateError(f"a weekday that fits the date ({said})", source)
    return day, (f"the date is right and the weekday wrong ({said})",)


def _open(short: int) -> bool:
    return 35 < short < 70


def century(short: int, source: str) -> int:
    """The year that two digits mean in the news: 1970 to 2035. The years between them are refused: '45 may be last century's or this one's."""
    if _open(short):
        raise DateError(f"a year in four digits ({short} may be 19{short} or 20{short})", source)
    return (2000 if short <= 35 else 1900) + short


def day_of_short_year(
    short: int, month: int, day: int, weekday: int, source: str, *, strict: bool
) -> tuple[date, tuple[str, ...]]:
    """Read a two-digit year beside a weekday, as in RFC 850 (see RFC 9110 §5.6.7).

    Where the century is open the weekday tells it, as it fits one of 19xx and 20xx at most.
    """
    if not _open(short):
        year = century(short, source)
        found, notes = with_weekday(day_that_exists(year, month, day, source), weekday, source, strict=strict)
        return found, (f"{year}: the century", *notes)
    for year in (2000 + short, 1900 + short):
        found = day_that_exists(year, month, day, source)
        if found.weekday() == weekday:
            return found, (f"{year}: the century in which the weekday fits",)
    raise DateError(f"a weekday that fits the date in 19{short} or 20{short}", source)
