"""From tokens in their roles to what they say, with every check that makes it right or refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from attrs import frozen

from newsmodel.dates.clock import at_time, zoned
from newsmodel.dates.days import day_that_exists
from newsmodel.dates.hint import Hint
from newsmodel.dates.iso import read_iso
from newsmodel.dates.numeric import counted_elsewhere, numeric_day
from newsmodel.dates.reading import Precision, Said
from newsmodel.dates.tokens import Token
from newsmodel.dates.weekdays import day_of_short_year, with_weekday
from newsmodel.dates.when import ReducedDate
from newsmodel.errors import DateError


@frozen
class Assembly:
    """Tokens by role, the text they come from (for messages), the language they speak, and the caller's hint."""

    parts: Mapping[str, Token]
    source: str
    spoken: str | None
    hint: Hint

    def says(self) -> Said:
        """Put the parts together; `DateError` where they do not fit each other or the calendar."""
        parts = self.parts
        if "iso" in parts:
            return self._moment()
        if "basic" in parts:
            return self._basic(parts["basic"].text)
        if not parts.keys() & {"day", "first"}:
            return self._reduced()
        day, assumed = self._day()
        if not parts.keys() & {"clock", "hour"}:
            return Said(day, Precision.DAY, None, assumed)
        said = at_time(day, parts, self.source)
        return said._replace(assumed=assumed + said.assumed)

    def _number(self, role: str) -> int:
        token = self.parts[role]
        return token.meaning.number or int(token.text)

    def _iso(self, text: str) -> Said:
        said = read_iso(text)
        if said is None:
            raise DateError(
                "an ISO 8601 time wholly in the extended or wholly in the basic form", self.source
            )
        return said

    def _moment(self) -> Said:
        said = self._iso(self.parts["iso"].text)
        if not isinstance(said.value, datetime) or not self.parts.keys() & {"zone", "offset"}:
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
        if "month" in self.parts:
            return Said(ReducedDate(year, self._month()), Precision.MONTH)
        if "era" not in self.parts:
            self._refuse_lone(year)
        return Said(ReducedDate(year), Precision.YEAR)

    def _refuse_lone(self, year: int) -> None:
        """A lone year that may be Hijri, in a language (or in digits) whose readers count so."""
        table = self.hint.table or Hint(self.spoken).table
        if (table is None or table.own_calendar) and counted_elsewhere(year):
            raise DateError(f"a year whose calendar is clear (not {year})", self.source)

    def _month(self) -> int:
        month, twin = self.parts["month"], self.parts.get("twin", self.parts["month"])
        if month.meaning.number != twin.meaning.number:
            raise DateError(
                f"two names of one month ({month.text!r} is month {month.meaning.number}, "
                f"{twin.text!r} is month {twin.meaning.number})",
                self.source,
            )
        return month.meaning.number

    def _day(self) -> tuple[date, tuple[str, ...]]:
        token = self.parts.get("weekday")
        weekday = token.meaning.number if token else None
        if "first" in self.parts:
            return self._numeric(weekday)
        day = self._number("day")
        if weekday is not None and "short" in self.parts:
            return day_of_short_year(self._number("short"), self._month(), day, weekday, self.source)
        year = self._number("year")
        if "number" in self.parts and counted_elsewhere(year):
            raise DateError(f"a year whose calendar is clear (not {year})", self.source)
        month = self._number("number") if "number" in self.parts else self._month()
        return with_weekday(day_that_exists(year, month, day, self.source), weekday, self.source), ()

    def _numeric(self, weekday: int | None) -> tuple[date, tuple[str, ...]]:
        return numeric_day(
            self._number("first"),
            self._number("second"),
            self._number("year"),
            weekday,
            self.hint.order(self.spoken),
            dotted="dot" in self.parts,
            source=self.source,
        )
