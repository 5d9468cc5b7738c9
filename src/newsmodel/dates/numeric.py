"""Days in numbers only: which is the day, which the month, and whether the year is ours at all."""

from __future__ import annotations

from datetime import date

from newsmodel.dates.days import day_that_exists
from newsmodel.dates.weekdays import with_weekday
from newsmodel.dates.words import Order
from newsmodel.errors import DateError


def counted_elsewhere(year: int) -> bool:
    """Whether another living calendar counts this year now: Hijri or Persian (13xx, 14xx), Thai (24xx to 26xx)."""
    return 1300 <= year < 1500 or 2400 <= year < 2700


def _reading(year: int, month: int, day: int, source: str) -> date | None:
    try:
        return day_that_exists(year, month, day, source)
    except DateError:
        return None


def numeric_day(
    first: int, second: int, year: int, weekday: int | None, order: Order | None, *, dotted: bool, source: str
) -> tuple[date, tuple[str, ...]]:
    """Read ``26/11/2021``: by the order of the language, or where only one order gives a day that exists.

    With dots only the order of the language counts, where it has one: nobody writes 11.26.2021 who also writes 26.11.2021.
    """
    if counted_elsewhere(year):
        raise DateError(f"a year whose calendar is clear (not {year})", source)
    by_order = {
        Order.DAY_FIRST: _reading(year, second, first, source),
        Order.MONTH_FIRST: _reading(year, first, second, source),
    }
    if order is not None and (dotted or by_order[order]):
        by_order = {order: by_order[order]}
    days = {day for day in by_order.values() if day is not None}
    if not days:
        raise DateError("a day and a month that exist, in either order", source)
    if len(days) > 1 and weekday is not None:
        days = {day for day in days if day.weekday() == weekday} or days
    if len(days) > 1:
        one, other = sorted(days)
        raise DateError(f"a date with one reading (this may be {one} or {other}: name the language)", source)
    day = with_weekday(days.pop(), weekday, source)
    chosen = order is not None and first != second and max(first, second) <= 12
    return day, (f"{order.value}, as the language has it",) if order and chosen else ()
