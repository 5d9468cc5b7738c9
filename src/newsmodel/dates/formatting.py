"""Writing dates, so that they can be read back: what `format_date` writes `read_date` reads as the same value.

The forms are CLDR's date patterns (UTS 35, part 4, "Date Format Patterns"); what a language's table has beside them goes before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Final, Literal, get_args

from attrs import frozen

from newsmodel.dates.calendars import Calendar, from_gregorian
from newsmodel.dates.lexicon import spellings
from newsmodel.dates.request import plain_request
from newsmodel.dates.when import ReducedDate, When, checked_when, format_iso
from newsmodel.dates.words import LUNAR, SOLAR, Order, Words, languages
from newsmodel.dates.words.cldr import Cldr
from newsmodel.errors import ModelError

Style = Literal["full", "long", "medium", "numeric", "iso"]
Names = Literal["gregorian", "levantine", "algerian", "moroccan", "dual"]
Digits = Literal["latn", "arab", "arabext"]
CalendarName = Literal["gregory", "islamic-umalqura", "persian"]

_NUMERALS: Final[Mapping[str, dict[int, int | str]]] = {
    "latn": {},
    "arab": dict(enumerate("٠١٢٣٤٥٦٧٨٩", ord("0"))),
    "arabext": dict(enumerate("۰۱۲۳۴۵۶۷۸۹", ord("0"))),
}
# CLDR's letters of months and the mark that a year of the calendar takes, unless it is the language's own calendar.
_IN_CLDR: Final = {
    Calendar.GREGORIAN: "gregory",
    Calendar.UMM_AL_QURA: "islamic",
    Calendar.PERSIAN: "persian",
}
_MARKS: Final = {Calendar.UMM_AL_QURA: LUNAR, Calendar.PERSIAN: SOLAR}
_FIELD: Final = re.compile(r"'(?P<quoted>[^']*)'|(?P<letters>([A-Za-z])\3*)")


def format_date(
    when: When,
    language: str,
    *,
    style: Style = "long",
    names: Names = "gregorian",
    digits: Digits = "latn",
    calendar: CalendarName = "gregory",
) -> str:
    """Write a time in a language, with all that it says: a time of day and an offset are never left out.

    A region in the tag counts for ``numeric`` only. ``style`` is CLDR's ``full`` (with the weekday), ``long`` or ``medium``, or ``numeric`` (English needs a region for it, as
    ``en-GB``), or ``iso`` (ISO 8601 in any language). ``names`` is a choice of Arabic: «نوفمبر», «تشرين الثاني» (Levant, Iraq), the
    names of Algeria and Tunisia or of Morocco, or the first two together. ``digits`` is a CLDR numbering system: Western, Arabic-Indic or
    Persian. ``calendar`` is a CLDR calendar; only whole days can be written in one that is not the Gregorian.

    Raises `ModelError` for a language or a choice that there is not, for a day outside a calendar's range, and for a value
    that is none of the four kinds of time.

    >>> from datetime import date, datetime
    >>> from newsmodel.dates import ReducedDate, format_date
    >>> format_date(date(2021, 11, 26), "ar", names="dual")
    '26 نوفمبر/تشرين الثاني 2021'
    >>> format_date(date(2021, 11, 26), "ar", calendar="islamic-umalqura")
    '21 ربيع الآخر 1443 هـ'
    >>> format_date(datetime(2021, 11, 26, 14, 5), "ru")
    '26 ноября 2021 г., 14:05'
    >>> format_date(ReducedDate(2021, 11), "en")
    'November 2021'
    """
    when = checked_when(when, "when")
    _one_of("style", style, get_args(Style))
    if style == "iso":
        return format_iso(when)
    request = plain_request(language)
    if request.table is None or request.table.cldr is None:
        raise ModelError("language", f"one of {', '.join(languages())}", language)
    writer = _Writer(
        request.table, request.table.cldr, request.region, style, _calendar(calendar, request.table)
    )
    _one_of("digits", digits, request.table.digits)
    text = writer.text(when, writer.months(names))
    return text.translate(_NUMERALS[digits])


def _one_of(where: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise ModelError(where, f"one of {', '.join(known)}", value)


def _calendar(name: str, table: Words) -> Calendar:
    known = [
        each
        for each, cldr in _IN_CLDR.items()
        if cldr in table.calendars and (each not in _MARKS or _mark(each, table) is not None)
    ]
    _one_of("calendar", name, tuple(each.value for each in known))
    return Calendar(name)


def _mark(calendar: Calendar, table: Words) -> str | None:
    """What stands after a year of a calendar; empty in the language whose own it is."""
    if table.solar_years and calendar is Calendar.PERSIAN:
        return ""
    return next((name for name, _ in spellings(table.kinds.get(_MARKS[calendar], ""))), None)


@frozen
class _Writer:
    table: Words
    cldr: Cldr
    region: str | None
    style: str
    calendar: Calendar

    def months(self, names: str) -> tuple[str, ...]:
        """Month names of one system, or of two with a stroke between."""
        systems = self.table.systems or {"gregorian": self.table.language}
        _one_of("names", names, (*systems, "dual") if len(systems) > 1 else tuple(systems))
        lists = self.cldr.months[_IN_CLDR[self.calendar]]
        if self.calendar is not Calendar.GREGORIAN:
            return lists[self.table.language]
        if names == "dual":
            first, second = [lists[systems[each]] for each in ("gregorian", "levantine")]
            return tuple(map("/".join, zip(first, second, strict=True)))
        return lists[systems[names]]

    def text(self, when: When, months: tuple[str, ...]) -> str:
        """The whole date."""
        if isinstance(when, ReducedDate):
            return self._reduced(when, months)
        day = self._day(when, months)
        return f"{day}{self.table.comma}{_clock(when)}" if isinstance(when, datetime) else day

    def _reduced(self, when: ReducedDate, months: tuple[str, ...]) -> str:
        if self.calendar is not Calendar.GREGORIAN:
            raise ModelError("when", "a whole day, in a calendar that is not the Gregorian", when)
        if when.month is None:
            return self._fill(self.table.patterns.get("year", "y"), {"y": lambda _: f"{when.year:04}"})
        month = when.month
        alone = self.cldr.standalone.get("gregory", {}).get(self.table.language, months)
        return self._fill(
            self._pattern("month"),
            {
                "y": lambda _: f"{when.year:04}",
                "M": lambda _: months[month - 1],
                "L": lambda _: alone[month - 1],
            },
        )

    def _day(self, day: date, months: tuple[str, ...]) -> str:
        try:
            year, month, number = from_gregorian(self.calendar, date(day.year, day.month, day.day))
        except ValueError as error:
            raise ModelError("when", str(error), day) from error

        def named(width: int) -> str:
            if width <= 2:
                return f"{month:0{width}}"
            return months[month - 1] if width == 4 else self._short(month, months)

        mark = (_mark(self.calendar, self.table) or "") if self.calendar in _MARKS else ""
        pattern = self._pattern(self.style)
        if mark:
            # The year's mark stands after it and what belongs to it («г.»), but not after a weekday.
            pattern = pattern.replace("y", "y G") if "E" in pattern.partition("y")[2] else f"{pattern} G"
        return self._fill(
            pattern,
            {
                "y": lambda _: f"{year:04}",
                "M": named,
                "L": named,
                "d": lambda width: f"{number:0{width}}",
                "G": lambda _: mark,
                "E": lambda _: next(spellings(self.cldr.weekdays[day.weekday()]))[0],
            },
        )

    def _short(self, month: int, months: tuple[str, ...]) -> str:
        """CLDR's first abbreviation, with its dot; months that have none stand whole."""
        further = self.cldr.further[_IN_CLDR[self.calendar]][month - 1]
        untaken = set(spellings(self.table.untaken))
        taken = (each for each in spellings(further) if each not in untaken)
        name, dotted = next(taken, (months[month - 1], False))
        return f"{name}." if dotted else name

    def _pattern(self, style: str) -> str:
        """The language's own pattern, or CLDR's, which is the Gregorian one for every calendar: eras are one word after the year."""
        if style == "numeric":
            if self.table.order(self.region) is None:
                raise ModelError(
                    "language", "a tag with a region, which orders the numbers", self.table.language
                )
            ours = self.cldr.region_patterns.get(self.region or "", self.cldr.patterns["gregory"][style])
            if ours.startswith("M") and self.table.order(self.region) is not Order.MONTH_FIRST:
                ours = self.cldr.patterns["gregory"][style]  # CLDR's patterns of a region may disagree
            # Numbers of another calendar are read day first.
            return "d/M/y" if ours.startswith("M") and self.calendar in _MARKS else ours
        pattern = self.table.patterns.get(style) or self.cldr.patterns["gregory"][style]
        return pattern.replace("\u202f", " ")

    def _fill(self, pattern: str, fields: Mapping[str, Callable[[int], str]]) -> str:
        def filled(match: re.Match[str]) -> str:
            if match["quoted"] is not None:
                return match["quoted"]
            letters = match["letters"]
            return fields[letters[0]](len(letters)) if letters[0] in fields else letters

        return _FIELD.sub(filled, pattern)


def _clock(when: datetime) -> str:
    text = f"{when:%H:%M}"
    if when.second or when.microsecond:
        text += f":{when:%S}"
    if when.microsecond:
        text += f".{when.microsecond:06}".rstrip("0")
    if when.tzinfo is None:
        return text
    # The form of CLDR's "localized GMT", under the name that is the same in all languages.
    return f"{text} UTC" if when.tzinfo is UTC else f"{text} UTC{format_iso(when)[-6:]}"
