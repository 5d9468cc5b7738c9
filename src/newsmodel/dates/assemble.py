"""From tokens in their roles to what they say, with every check that makes it right or refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from attrs import frozen

from newsmodel.dates.calendars import Calendar, to_gregorian
from newsmodel.dates.clock import CLOCK_ROLES, at_time, zoned
from newsmodel.dates.days import day_that_exists
from newsmodel.dates.iso import read_iso
from newsmodel.dates.numeric import ORDER_TAKEN, counted_elsewhere, numeric_day, short_numeric_day
from newsmodel.dates.reading import Precision, Said
from newsmodel.dates.relative import Relative
from newsmodel.dates.request import Request, day_of
from newsmodel.dates.tokens import Token, number_of
from newsmodel.dates.weekdays import century, day_of_short_year, with_weekday
from newsmodel.dates.when import ReducedDate
from newsmodel.errors import DateError

# The calendar of a month by the letter of its kind, and that of a mark after a year.
_OF_MONTH: Mapping[str, Calendar] = {
    "M": Calendar.GREGORIAN,
    "w": Calendar.GREGORIAN,
    "f": Calendar.GREGORIAN,
    "r": Calendar.GREGORIAN,
    "R": Calendar.GREGORIAN,
    "h": Calendar.UMM_AL_QURA,
    "s": Calendar.PERSIAN,
}
_OF_MARK: Mapping[str, Calendar] = {
    "E": Calendar.GREGORIAN,
    "m": Calendar.GREGORIAN,
    "H": Calendar.UMM_AL_QURA,
    "S": Calendar.PERSIAN,
}
SOLAR_TAKEN: Final = "the Persian calendar, as the language has it"
_Day = tuple[date, tuple[str, ...]]


@frozen
class Assembly:
    """Tokens by role, the text they come from (for messages), and what the caller says."""

    parts: Mapping[str, Token]
    source: str
    request: Request

    def says(self) -> Said:
        """Put the parts together; `DateError` where they do not fit each other or the calendar."""
        parts = self.parts
        if "iso" in parts:
            return self._moment()
        if "basic" in parts:
            return self._basic(parts["basic"].text)
        whole = not parts.keys().isdisjoint({"year", "short"})
        if not whole:
            return self._relative()
        if parts.keys().isdisjoint({"day", "first"}):
            return self._reduced()
        day, assumed = self._day()
        assumed += self._beside_today(day)
        return self._at_time(Said(day, Precision.DAY, None, assumed, self._calendar().value), day)

    def _at_time(self, said: Said, day: date) -> Said:
        if self.parts.keys().isdisjoint(CLOCK_ROLES):
            return said
        table = self.request.table
        twelve_hours = table is not None and table.twelve_hours
        timed = at_time(day, self.parts, self.source, twelve_hours=twelve_hours)
        return timed._replace(assumed=said.assumed + timed.assumed, calendar=said.calendar)

    def _beside_today(self, day: date) -> tuple[str, ...]:
        """Refuse "today" beside another day than that, where it is known which day it is; unless strict, note it."""
        near, reference = self.parts.get("today"), self.request.reference
        if near is None or reference is None:
            return ()
        if day == day_of(reference) + timedelta(days=near.meaning.number):
            return ()
        if self.request.strict:
            raise DateError(f"the day that {near.text!r} is (not {day})", self.source)
        return (f"the date is right and {near.text!r} wrong",)

    def _relative(self) -> Said:
        said = Relative(self.parts, self.source, self.request).says()
        if isinstance(said.value, datetime) or not isinstance(said.value, date):
            if not self.parts.keys().isdisjoint(CLOCK_ROLES):
                raise DateError("a day before a time of day", self.source)
            return said
        return self._at_time(said, said.value)

    def _number(self, role: str) -> int:
        return number_of(self.parts[role], role)

    def _iso(self, text: str) -> Said:
        said = read_iso(text)
        if said is None:
            raise DateError(
                "an ISO 8601 time wholly in the extended or wholly in the basic form", self.source
            )
        return said

    def _moment(self) -> Said:
        said = self._iso(self.parts["iso"].text)
        if not isinstance(said.value, datetime) or self.parts.keys().isdisjoint({"zone", "offset"}):
            return said
        if said.zone is not None:
            raise DateError("one zone, not two", self.source)
        value, zone = zoned(said.value, self.parts, self.source)
        return said._replace(value=value, zone=zone)

    def _basic(self, text: str) -> Said:
        # Eight digits are mostly a number of some other kind, so only the years of news are taken on trust.
        if not 1500 <= int(text[:4]) < 2400:
            raise DateError("a date in eight digits from the years 1500 to 2399", self.source)
        return self._iso(text)

    def _reduced(self) -> Said:
        year = self._number("year")
        if not year:
            raise DateError("a year from 0001", self.source)
        if self._calendar() is not Calendar.GREGORIAN:
            raise DateError(
                "a day, as a month or a year of this calendar lies in two of the Gregorian", self.source
            )
        if "month" in self.parts or "number" in self.parts:
            month = self._month() if "month" in self.parts else self._number("number")
            if not 1 <= month <= 12:
                raise DateError(f"a month from 1 to 12 (not {month})", self.source)
            return Said(ReducedDate(year, month), Precision.MONTH)
        if "mark" not in self.parts:
            self._refuse_lone(year)
        return Said(ReducedDate(year), Precision.YEAR)

    def _refuse_lone(self, year: int) -> None:
        """A lone year that may be of another calendar, in a language (or in digits) whose readers count so."""
        table = self.request.table
        if (table is None or table.own_calendar) and counted_elsewhere(year):
            raise DateError(f"a year whose calendar is clear (not {year})", self.source)

    def _calendar(self) -> Calendar:
        """The calendar that the month and the mark after the year agree on, or that the language counts such a year in."""
        month, mark = self.parts.get("month"), self.parts.get("mark")
        by_mark = _OF_MARK[mark.meaning.letter] if mark else None
        if month is not None:
            calendar = _OF_MONTH[month.meaning.letter]
            if by_mark not in {None, calendar}:
                raise DateError(
                    f"a month and a year of one calendar (not {month.text!r} and {mark.text!r})"
                    if mark
                    else "",
                    self.source,
                )
            return calendar
        if by_mark is not None:
            return by_mark
        table = self.request.table
        if table is None or not table.solar_years:
            return Calendar.GREGORIAN
        if "short" in self.parts or 1200 <= self._number("year") < 1500:
            return Calendar.PERSIAN
        return Calendar.GREGORIAN

    def _month(self) -> int:
        month, twin = self.parts["month"], self.parts.get("twin", self.parts["month"])
        if month.meaning.number != twin.meaning.number:
            raise DateError(
                f"two names of one month ({month.text!r} is month {month.meaning.number}, "
                f"{twin.text!r} is month {twin.meaning.number})",
                self.source,
            )
        return month.meaning.number

    def _day(self) -> _Day:
        token = self.parts.get("weekday")
        weekday = token.meaning.weekday if token else None
        if "short" in self.parts:
            return self._short(weekday)
        if self._calendar() is not Calendar.GREGORIAN:
            day, assumed = self._elsewhere(self._calendar())
        elif "first" in self.parts:
            return self._numeric(weekday)
        else:
            day, assumed = self._gregorian(), ()
        if self.request.half_of_pair:
            return day, assumed  # the weekday is that of the Gregorian half
        day, contradicted = with_weekday(day, weekday, self.source, strict=self.request.strict)
        return day, assumed + contradicted

    def _gregorian(self) -> date:
        year = self._number("year")
        if "number" in self.parts and counted_elsewhere(year) and "mark" not in self.parts:
            raise DateError(f"a year whose calendar is clear (not {year})", self.source)
        month = self._number("number") if "number" in self.parts else self._month()
        return day_that_exists(year, month, self._number("day"), self.source)

    def _elsewhere(self, calendar: Calendar) -> _Day:
        """A day of a calendar that is not the Gregorian; in numbers it is the year or the day that comes first."""
        year = self._number("year")
        if "first" in self.parts:
            month, day = self._number("second"), self._number("first")
        else:
            month = self._number("number") if "number" in self.parts else self._month()
            day = self._number("day")
        try:
            if self.request.half_of_pair and day == 30:
                # The moon was seen a day later.
                return to_gregorian(calendar, year, month, 29) + timedelta(days=1), ()
            # A year of our time in the lunar calendar too, which nothing but the language tells apart.
            unmarked = (
                calendar is Calendar.PERSIAN and year > 1420 and not {"mark", "month"} & self.parts.keys()
            )
            return to_gregorian(calendar, year, month, day), (SOLAR_TAKEN,) if unmarked else ()
        except ValueError as error:
            raise DateError(str(error), self.source) from error

    def _short(self, weekday: int | None) -> _Day:
        """A year in two digits: the century by the weekday, or where there can be no doubt."""
        if self._calendar() is Calendar.PERSIAN:
            return self._short_persian(weekday)
        if self._calendar() is not Calendar.GREGORIAN:
            raise DateError("a year in four digits, in a calendar that is not the Gregorian", self.source)
        if "first" in self.parts:
            numbers = self._number("first"), self._number("second"), int(self.parts["short"].text)
            return self._unless_told(
                *short_numeric_day(
                    numbers,
                    weekday,
                    self.request.numeric_order,
                    strict=self.request.strict,
                    source=self.source,
                )
            )
        short, month, day = int(self.parts["short"].text), self._month(), self._number("day")
        if weekday is not None:
            return day_of_short_year(short, month, day, weekday, self.source, strict=self.request.strict)
        year = century(short, self.source)
        return day_that_exists(year, month, day, self.source), (f"{year}: the century",)

    def _short_persian(self, weekday: int | None) -> _Day:
        """«۵ آذر ۹۸», ``98/09/05``: the years 1350 to 1420, and nothing between."""
        if "first" in self.parts:
            short, month, day = self._number("first"), self._number("second"), int(self.parts["short"].text)
        else:
            short, month, day = int(self.parts["short"].text), self._month(), self._number("day")
        if 20 < short < 50:
            raise DateError(f"a year in four digits (not {short})", self.source)
        year = (1400 if short <= 20 else 1300) + short
        try:
            found = to_gregorian(Calendar.PERSIAN, year, month, day)
        except ValueError as error:
            raise DateError(str(error), self.source) from error
        found, contradicted = with_weekday(found, weekday, self.source, strict=self.request.strict)
        return found, (f"{year}: the century", *contradicted)

    def _numeric(self, weekday: int | None) -> _Day:
        day, assumed = numeric_day(
            (self._number("first"), self._number("second"), self._number("year")),
            weekday,
            self.request.numeric_order,
            strict=self.request.strict,
            source=self.source,
        )
        return self._unless_told(day, assumed)

    def _unless_told(self, day: date, assumed: tuple[str, ...]) -> _Day:
        """What the caller says about the order is no assumption."""
        return day, tuple(note for note in assumed if self.request.order is None or ORDER_TAKEN not in note)
