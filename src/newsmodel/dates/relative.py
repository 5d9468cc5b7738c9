"""What depends on the day it was written: "2 hours ago", «вчера», «10 نوفمبر الماضي», "last Friday", dates without a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from attrs import frozen

from newsmodel.dates.calendars import Calendar, from_gregorian, to_gregorian
from newsmodel.dates.days import day_that_exists
from newsmodel.dates.lexicon import spellings
from newsmodel.dates.reading import Precision, Said
from newsmodel.dates.request import Request, day_of
from newsmodel.dates.tokens import Token, number_of
from newsmodel.dates.weekdays import with_weekday
from newsmodel.dates.when import ReducedDate
from newsmodel.dates.words import Order
from newsmodel.dates.zones import fixed, zone_named
from newsmodel.errors import DateError

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

_CALENDARS = {"h": Calendar.UMM_AL_QURA, "s": Calendar.PERSIAN}
YEAR_TAKEN: Final = "the year, from the reference"
_FARTHEST = 1000  # units of time ago; nobody prints more


@frozen
class Relative:
    """Tokens by role, the text they come from (for messages), and what the caller says."""

    parts: Mapping[str, Token]
    source: str
    request: Request

    @property
    def reference(self) -> datetime | date:
        """When the text was written."""
        if self.request.reference is None:
            raise DateError(f"a reference, to know {self._missing()}", self.source)
        return self.request.reference

    def _missing(self) -> str:
        named = next(
            (
                self.parts[role].text
                for role in ("ago", "ahead", "today", "adjective", "period")
                if role in self.parts
            ),
            None,
        )
        if named is not None:
            return f"when {named!r} is"
        return "which year is meant" if "month" in self.parts else "which day is meant"

    @property
    def today(self) -> date:
        """The day on which the text was written, in the zone that the text or the caller names."""
        reference = self.reference
        if isinstance(reference, datetime) and reference.tzinfo is not None:
            named = self.parts["zone"].meaning.zone if "zone" in self.parts else None
            zone = zone_named(named) or self.request.zone
            if zone is not None:
                return reference.astimezone(zone).date()
        return day_of(reference)

    def says(self) -> Said:
        """Put the parts together."""
        parts = self.parts
        try:
            if not parts.keys().isdisjoint({"ago", "ahead"}):
                return self._ago()
            if "first" in parts:
                return self._numeric()
            if "today" in parts and "day" not in parts:
                return self._near()
            if "day" in parts:
                return self._of_month()
            if "month" in parts:
                return self._month()
            if "weekday" in parts:
                return self._weekday()
            return self._period()
        except DateError:
            raise
        except (OverflowError, ValueError) as error:
            # The reference is at the end of time, or outside the years of the calendar.
            raise DateError("a day from the years 0001 to 9999, and of its calendar", self.source) from error

    def _number(self, role: str) -> int:
        return number_of(self.parts[role], role)

    # "2 hours ago"

    def _spans(self) -> Iterator[tuple[str, int]]:
        for unit, count in (("unit", "count"), ("unit_more", "count_more")):
            if unit in self.parts:
                meaning = self.parts[unit].meaning
                if meaning.letter == "q":
                    yield meaning.unit, meaning.number
                elif not meaning.unit:
                    raise DateError(f"a unit of time (not {self.parts[unit].text!r})", self.source)
                elif count in self.parts:
                    yield meaning.unit, self._number(count)
                elif meaning.number == 1:
                    yield meaning.unit, 1
                else:
                    raise DateError(f"a number of {self.parts[unit].text!r}", self.source)

    def _ago(self) -> Said:
        from dateutil.relativedelta import relativedelta

        reference = self.reference
        sign = self.parts["ago"].meaning.number if "ago" in self.parts else 1
        if "count" in self.parts and re.match("0[0-9]", self.parts["count"].text):
            raise DateError("a number of units", self.source)
        spans = dict(self._spans())
        if max(spans.values(), default=0) > _FARTHEST:
            raise DateError(f"at most {_FARTHEST} of a unit", self.source)
        span = relativedelta(**{f"{unit}s": sign * count for unit, count in spans.items()})  # type: ignore[arg-type]
        units = spans.keys()
        if not units or units & {"second", "minute", "hour"}:
            return self._moment(reference, span, to_second="second" in units)
        moved = reference + span
        if units & {"day", "week"}:
            return Said(day_of(moved), Precision.DAY)
        if "month" in units:
            return Said(ReducedDate(moved.year, moved.month), Precision.MONTH)
        return Said(ReducedDate(moved.year), Precision.YEAR)

    def _moment(self, reference: datetime | date, span: relativedelta, *, to_second: bool) -> Said:
        if not isinstance(reference, datetime):
            raise DateError("a reference with a time of day", self.source)
        # Hours are hours, also where clocks were changed between.
        zone = reference.tzinfo
        moved = reference + span if zone is None else (reference.astimezone(UTC) + span).astimezone(zone)
        offset = moved.utcoffset()
        moved = moved if offset is None else moved.replace(tzinfo=fixed(int(offset.total_seconds()) // 60))
        if to_second:
            return Said(moved.replace(microsecond=0), Precision.SECOND)
        return Said(moved.replace(second=0, microsecond=0), Precision.MINUTE)

    # "yesterday", "last Friday", "Friday"

    def _near(self) -> Said:
        day = self.today + timedelta(days=self.parts["today"].meaning.number)
        return self._checked(day)

    def _checked(self, day: date, assumed: tuple[str, ...] = (), calendar: str = "gregory") -> Said:
        token = self.parts.get("weekday")
        weekday = token.meaning.weekday if token else None
        day, contradicted = with_weekday(day, weekday, self.source, strict=self.request.strict)
        return Said(day, Precision.DAY, None, assumed + contradicted, calendar)

    def _weekday(self) -> Said:
        weekday, today = self.parts["weekday"].meaning.weekday, self.today
        if self.parts.keys().isdisjoint({"adjective", "period"}):
            self._refuse_abbreviation(weekday)
            back = (today.weekday() - weekday) % 7
            return Said(today - timedelta(days=back), Precision.DAY, None, ("the last such day",))
        way = self._way()
        # To some "next Friday" is never within the week: so the reading tells which one it took.
        assumed = ("the nearest such day",)
        if way < 0:
            back = (today.weekday() - weekday - 1) % 7 + 1
            return Said(today - timedelta(days=back), Precision.DAY, None, assumed)
        if way > 0:
            on = (weekday - today.weekday() - 1) % 7 + 1
            return Said(today + timedelta(days=on), Precision.DAY, None, assumed)
        raise DateError(
            f"a weekday that is surely one ({self.parts['adjective'].text!r} is not enough)", self.source
        )

    def _refuse_abbreviation(self, weekday: int) -> None:
        """Of three letters ("Sun", «Do») only a whole name is a date by itself."""
        named, table = self.parts["weekday"].text, self.request.table
        whole = (
            table is not None and table.cldr is not None and table.cldr.weekdays[weekday].partition(" ")[0]
        )
        if len(named) < 4 and named != whole:
            raise DateError(f"a date or the whole name of a weekday (not {named!r})", self.source)

    def _way(self) -> int:
        """How many months or years on: from the adjective, or from a word that is both («پارسال»)."""
        period = self.parts.get("period")
        if period is not None and period.meaning.letter == "j":
            return period.meaning.number
        adjective = self.parts["adjective"]
        after = next((self.parts[role] for role in ("weekday", "month") if role in self.parts), None)
        table = self.request.table
        stands_after = period is None and after is not None and after.start < adjective.start
        if stands_after and after is not None and table is not None and not table.adjective_after:
            raise DateError(f"{adjective.text!r} before {after.text!r}", self.source)
        return adjective.meaning.number

    # "last November", "last year"

    def _month(self) -> Said:
        self._refuse_calendar()
        return Said(ReducedDate(self._year_of_month(), self._month_number()), Precision.MONTH)

    def _refuse_calendar(self) -> None:
        if self.parts["month"].meaning.letter in _CALENDARS:
            raise DateError("a day, as a month of this calendar lies in two of the Gregorian", self.source)

    def _month_number(self) -> int:
        month, twin = self.parts["month"].meaning.number, self.parts.get("twin")
        if twin is not None and twin.meaning.number != month:
            raise DateError(f"two names of one month (not {twin.text!r})", self.source)
        return month

    def _year_of_month(self) -> int:
        """The year of a month that is the last or the next of its name, or that belongs to last, this or next year."""
        way, today, month = self._way(), self.today, self._month_number()
        if "period" in self.parts:
            if self._period_unit() != "year":
                raise DateError("a year after a month", self.source)
            return today.year + way
        if way < 0:
            return today.year - (month >= today.month)
        return today.year + (way > 0 and month <= today.month)

    def _period_unit(self) -> str:
        meaning = self.parts["period"].meaning
        return meaning.unit or ("year" if meaning.letter in "VY" else "")

    def _period(self) -> Said:
        from dateutil.relativedelta import relativedelta

        unit, way = self._period_unit(), self._way()
        table = self.request.table
        if table is not None and table.solar_years and "day" not in self.parts:
            raise DateError(
                "a day, as a month or a year of this calendar lies in two of the Gregorian", self.source
            )
        if unit == "year":
            return Said(ReducedDate(self.today.year + way), Precision.YEAR)
        if unit == "month":
            moved = self.today + relativedelta(months=way)
            return Said(ReducedDate(moved.year, moved.month), Precision.MONTH)
        raise DateError("a day, a month or a year (a week is none)", self.source)

    # "10 November", "10 November last year", "the 5th of this month", "12.11."

    def _numeric(self) -> Said:
        first, second = self._number("first"), self._number("second")
        order = self.request.numeric_order
        if order is None:
            raise DateError(
                "a date with one reading (which is the day: name the language with its region, or the order)",
                self.source,
            )
        day, month = (second, first) if order is Order.MONTH_FIRST else (first, second)
        return self._yearless(day, None, month)

    def _of_month(self) -> Said:
        day = self._number("day")
        if "month" not in self.parts:
            said = self._period()
            if not isinstance(said.value, ReducedDate) or said.value.month is None:
                raise DateError("a day of a month", self.source)
            return self._checked(day_that_exists(said.value.year, said.value.month, day, self.source))
        calendar = _CALENDARS.get(self.parts["month"].meaning.letter)
        if not self.parts.keys().isdisjoint({"adjective", "period"}):
            return self._checked(self._day_of(day, calendar))
        return self._yearless(day, calendar, self._month_number())

    def _day_of(self, day: int, calendar: Calendar | None) -> date:
        """A day with last, this or next: the nearest on that side of the day of writing."""
        if "period" in self.parts:
            if calendar is not None:
                return self._in(
                    calendar, from_gregorian(calendar, self.today)[0] + self._way(), day, self._month_number()
                )
            return day_that_exists(self._year_of_month(), self._month_number(), day, self.source)
        way, today = self._way(), self.today
        year = from_gregorian(calendar, today)[0] if calendar else today.year
        if way == 0 and calendar is None and self._month_number() != today.month:
            raise DateError(f"the month of writing beside {self.parts['adjective'].text!r}", self.source)
        if way == 0:
            return self._in(calendar, year, day, self._month_number())
        found = self._in(calendar, year, day, self._month_number())
        if (found < today) == (way < 0) and found != today:
            return found
        return self._in(calendar, year + way, day, self._month_number())

    def _in(self, calendar: Calendar | None, year: int, day: int, month: int) -> date:
        if calendar is None:
            return day_that_exists(year, month, day, self.source)
        try:
            return to_gregorian(calendar, year, month, day)
        except ValueError as error:
            raise DateError(str(error), self.source) from error

    def _yearless(self, day: int, calendar: Calendar | None, month: int) -> Said:
        """The year in which the weekday fits or, without one, the last in which the day was not still to come.

        29 February goes back to the last leap year.
        """
        today, refusal = self.today, None
        self._refuse_without_year()
        year = from_gregorian(calendar, today)[0] if calendar else today.year
        token = self.parts.get("weekday")
        found: list[date] = []
        for each in range(year + 1, year - 9, -1):
            try:
                found.append(self._in(calendar, each, day, month))
            except DateError as error:
                refusal = error
        if not found and refusal is not None:
            raise refusal
        said = calendar.value if calendar else "gregory"
        if "today" in self.parts:
            return self._today_named(found, said)
        if token is not None:
            fit = [
                one
                for one in found
                if one.weekday() == token.meaning.weekday and abs((one - today).days) <= 366
            ]
            if fit:
                best = min(fit, key=lambda one: abs((one - today).days))
                return Said(best, Precision.DAY, None, ("the year in which the weekday fits",), said)
        near = self._nearest(found) if self.request.nearest else self._last(found)
        return self._checked(near, (YEAR_TAKEN,), said)

    def _today_named(self, days: list[date], calendar: str) -> Said:
        """«Завтра, 1 января»: the year is the one in which the day is that."""
        near = self._near()
        if near.value not in days:
            raise DateError(f"the day that {self.parts['today'].text!r} is", self.source)
        return near._replace(calendar=calendar)

    def _refuse_without_year(self) -> None:
        table = self.request.table
        if table is not None and "month" in self.parts and "weekday" not in self.parts:
            month = self.parts["month"]
            if any(month.text == name for name, _ in spellings(table.needs_year)):
                raise DateError(f"a year beside {month.text!r}", self.source)

    def _last(self, days: list[date]) -> date:
        return max((one for one in days if one <= self.today), default=min(days))

    def _nearest(self, days: list[date]) -> date:
        return min(days, key=lambda one: abs((one - self.today).days))
