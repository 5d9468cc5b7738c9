"""Days in numbers only: which is the day, which the month, and whether the year is ours at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from newsmodel.dates.days import day_that_exists
from newsmodel.dates.weekdays import century, with_weekday
from newsmodel.dates.words import Order
from newsmodel.errors import DateError


def counted_elsewhere(year: int) -> bool:
    """Whether another calendar counts a year of the last hundred so: Hijri or Persian (12xx to 14xx), Thai (24xx to 26xx)."""
    return 1200 <= year < 1500 or 2400 <= year < 2700


# Which of three numbers is the year, the month, the day.
_PLACES: Final[Mapping[Order, tuple[int, int, int]]] = {
    Order.DAY_FIRST: (2, 1, 0),
    Order.MONTH_FIRST: (2, 0, 1),
    Order.YEAR_FIRST: (0, 1, 2),
}
ORDER_TAKEN: Final = "as the language has it"
SAID: Final[Mapping[Order, str]] = {
    Order.DAY_FIRST: "day first",
    Order.MONTH_FIRST: "month first",
    Order.YEAR_FIRST: "year first",
}


def _reading(year: int, month: int, day: int, source: str) -> date | None:
    try:
        return day_that_exists(year, month, day, source)
    except DateError:
        return None


def _one_of(
    readings: Mapping[Order, date | None], weekday: int | None, order: Order | None, source: str
) -> tuple[date, tuple[str, ...]]:
    """The one day that the numbers name: by the order of the language, or where only one order gives a day that exists."""
    days = {day for day in readings.values() if day is not None}
    if not days:
        said = f"{SAID[order]}, {ORDER_TAKEN}" if order else "in any order"
        raise DateError(f"a day and a month that exist, {said}", source)
    if len(days) > 1 and weekday is not None:
        days = {day for day in days if day.weekday() == weekday} or days
    if len(days) > 1:
        several = " or ".join(map(str, sorted(days)))
        raise DateError(
            f"a date with one reading (this may be {several}: name the language with its region, or the order)",
            source,
        )
    return days.pop(), (f"{SAID[order]}, {ORDER_TAKEN}",) if order else ()


def numeric_day(
    numbers: tuple[int, int, int],
    weekday: int | None,
    order: Order | None,
    *,
    strict: bool,
    source: str,
) -> tuple[date, tuple[str, ...]]:
    """Read ``26/11/2021``: three numbers of which the last is a year in four digits."""
    first, second, year = numbers
    if counted_elsewhere(year):
        raise DateError(f"a year whose calendar is clear (not {year})", source)
    readings: dict[Order, date | None] = {
        Order.DAY_FIRST: _reading(year, second, first, source),
        Order.MONTH_FIRST: _reading(year, first, second, source),
    }
    if order is Order.YEAR_FIRST:
        order = (
            Order.DAY_FIRST
        )  # the whole row backwards: nobody puts the month first and the year last who starts with the year
    if order is not None:
        readings = {order: readings[order]}
    day, chosen = _one_of(readings, weekday, order, source)
    day, contradicted = with_weekday(day, weekday, source, strict=strict)
    left_open = first != second and max(first, second) <= 12
    return day, (chosen if left_open else ()) + contradicted


def short_numeric_day(
    numbers: tuple[int, int, int],
    weekday: int | None,
    order: Order | None,
    *,
    strict: bool,
    source: str,
) -> tuple[date, tuple[str, ...]]:
    """Read ``26.11.21``: three numbers of which none is a year in four digits."""
    readings: dict[Order, date | None] = {}
    for each, (year, month, day) in _PLACES.items():
        if each is order or order is None:
            at = century(numbers[year], source)
            readings[each] = _reading(at, numbers[month], numbers[day], source)
    if order is None and readings[Order.DAY_FIRST] is None and readings[Order.MONTH_FIRST] is None:
        raise DateError("a year in four digits, where only the first number can be one", source)
    day_read, chosen = _one_of(readings, weekday, order, source)
    day_read, contradicted = with_weekday(day_read, weekday, source, strict=strict)
    return day_read, (*chosen, f"{day_read.year}: the century", *contradicted)
