"""Writes the reference of date forms from the tables of words, and has the library itself read every example.

Run it after a change of a table (``make generated``); a test fails when the page is not fresh. An example that is refused,
or that is read as something else than it says, stops the script.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from html import escape
from pathlib import Path
from typing import Final, get_args

from attrs import frozen

from newsmodel.dates import DateReading, ReducedDate, When, format_date, read_date
from newsmodel.dates import words as kinds
from newsmodel.dates.calendars import Calendar, to_gregorian
from newsmodel.dates.fold import fold
from newsmodel.dates.formatting import CalendarName, Digits, Names, Style
from newsmodel.dates.lexicon import UNKNOWN, lexicon, spellings
from newsmodel.dates.words import Half, Order, Words, Zone, words
from newsmodel.dates.words.cldr import Cldr
from newsmodel.errors import DateError, ModelError

PAGE: Final = Path(__file__).parent / "reference" / "date-forms.md"
LANGUAGES: Final = {
    "ar": "Arabic",
    "en": "English",
    "ru": "Russian",
    "fr": "French",
    "de": "German",
    "he": "Hebrew",
    "fa": "Persian",
    "es": "Spanish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
}
"""The languages by their tags in BCP 47, in the order of the page, with their names in CLDR."""
DAY: Final = date(2021, 11, 26)
MOMENT: Final = datetime(2021, 11, 26, 14, 5)  # noqa: DTZ001  # a text may name no zone
REFERENCE: Final = datetime(2021, 11, 26, 15, 30)  # noqa: DTZ001  # so does the clock of whoever reads it
PLAIN: Final = {"gregorian", "latn", "gregory"}
"""What `format_date` takes when nothing is chosen."""
NUMBER: Final = 3
"""What stands for ``{0}`` in CLDR's patterns of "so long ago"."""

KINDS: Final[Mapping[str, str]] = {
    kinds.PUBLISHED: "labels, read through",
    kinds.PREPOSITION: "prepositions",
    kinds.AT_HOUR: "before an hour",
    kinds.BEFORE_MONTH: "before a month",
    kinds.ARTICLE: "article",
    kinds.OF: "between day, month and year",
    kinds.AT_OR_OF: "before a day, or between its parts",
    kinds.DAY_LABEL: "“day”, “month” beside a name",
    kinds.ORDINAL: "ending of a number",
    kinds.YEAR_BEFORE: "“year”, before it",
    kinds.YEAR_AFTER: "“year”, after it",
    kinds.ERA: "common era",
    kinds.LUNAR: "Hijri era",
    kinds.SOLAR: "solar Hijri era",
    kinds.CORRESPONDING: "between a day's two calendars",
    kinds.OTHER_MONTH: "months of a calendar that is not read, beside a date",
    kinds.HOUR_MARK: "“hour”, beside a time",
    kinds.AGO: "ago",
    kinds.AHEAD: "from now",
    kinds.AGO_LAST: "ago, after its span only",
    kinds.NOW: "now",
    kinds.LAST: "last",
    kinds.THIS: "this",
    kinds.NEXT: "next",
    kinds.ABOUT: "about",
    kinds.AND: "and",
    kinds.NAMED_AFTER: "beside a date, these make it a name",
    kinds.EVENT: "events that bear a day without its year",
    kinds.NUMBERED: "before a number, these make it another number",
    kinds.BEFORE_CHRIST: "before Christ: no date that is read",
    kinds.NO_DATE: "phrases that are no dates",
}
ORDERS: Final = {
    Order.DAY_FIRST: "day first",
    Order.MONTH_FIRST: "month first",
    Order.YEAR_FIRST: "year first",
}
CALENDARS: Final[Mapping[str, CalendarName]] = {
    "gregory": "gregory",
    "islamic": "islamic-umalqura",
    "persian": "persian",
}
"""Calendars of the tables to those that are reckoned with, both by their names in CLDR."""
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KNOWN_REGIONS: Final = ("GB", "US")
"""Where several regions have an order, these stand for it; elsewhere the first of the alphabet does."""
FORMAL: Final = (
    "2021-11-26",
    "20211126",
    "2021-330",
    "2021-W47-5",
    "2021-11",
    "2021",
    "2021-11-26T14:05",
    "2021-11-26 14:05:00",
    "2021-11-26T14:05:00Z",
    "2021-11-26T14:05:00.250+03:00",
    "20211126T140500Z",
    "2021-11-26T14:05:00+03:00[Europe/Moscow]",
    "Fri, 26 Nov 2021 14:05:00 +0300",
    "Friday, 26-Nov-21 14:05:00 GMT",
    "Fri Nov 26 14:05:00 2021",
)
"""Forms of standards and of the software that prints them: they are of no language's table."""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the page."""
    lines = [
        "# Forms of dates",
        "",
        "% Written by docs/make_date_forms.py from the tables of words: do not edit.",
        "",
        "What `read_date` reads and `format_date` writes, language by language.",
        "The words stand as the tables have them; in a text capital letters and apostrophes may differ, and digits may be Western, Arabic-Indic or Persian.",
        f"Each reading was made by the library when this page was: today is {REFERENCE:%A, %Y-%m-%d, %H:%M}.",
        "How the words go together, the examples show; what else is refused, and why, tells [this page](../explanation/why-a-date-is-refused.md).",
        "",
        "Languages have their tags of BCP 47; calendars, digits and locales of months have CLDR's names.",
        "",
        "## In every language",
        "",
        *_shared(),
    ]
    for tag in LANGUAGES:
        lines += ["", f"## {LANGUAGES[tag]}", "", *_Section(tag, words(tag), cldr_of(tag)).lines()]
    return "\n".join(lines) + "\n"


def cldr_of(tag: str) -> Cldr:
    """Return what CLDR has of a language."""
    found = words(tag).cldr
    if found is None:
        raise ValueError(f"{tag}: a table without CLDR")
    return found


def _shared() -> Iterator[str]:
    yield "Forms of standards, and of the programs that print them:"
    yield ""
    rows = [_Example("", text, read_as(text, None, None)).row()[1:] for text in FORMAL]
    yield from _table(("Text", "Reads as", "Assumed"), rows, "en", own=(0,))
    shared = words(kinds.NEUTRAL)
    yield ""
    yield "Words that every language has, beside those of English where another script is written:"
    yield ""
    rows = [
        *([name, "a half of the day"] for name in shared.halves),
        *([_listed(names), _zone(zone)] for names, zone in shared.zones.items()),
        *([_listed(names), KINDS[letter]] for letter, names in shared.kinds.items()),
    ]
    yield from _table(("Words", "Meaning"), rows, "en", own=(0,))


def read_as(
    text: str, tag: str | None, expected: When | None, reference: datetime | None = None
) -> DateReading:
    """Read an example; where it says a value, it must be read as that."""
    try:
        reading = read_date(text, tag, reference)
    except DateError as error:
        raise ValueError(f"{tag}: an example is refused: {error}") from error
    if expected is not None and reading.value != expected:
        raise ValueError(f"{tag}: {text!r} is read as {reading.value}, not {expected}")
    return reading


@frozen
class _Example:
    form: str
    text: str
    reading: DateReading

    def row(self) -> list[str]:
        return [self.form, self.text, self.reading.isoformat(), "; ".join(self.reading.assumed)]


@frozen
class _Section:
    """What the page tells of one language."""

    tag: str
    table: Words
    cldr: Cldr

    def lines(self) -> Iterator[str]:
        yield f"Tag `{self.tag}`, script `{self.table.script}`, CLDR {self.cldr.version}."
        yield f"Numeric dates: {_ordered(self.table.order(None))}; {self._orders_elsewhere()}."
        yield f"Calendars: {_coded(CALENDARS[each] for each in self.table.calendars)}."
        yield f"Digits: {_coded(self.table.digits)}."
        yield from self._facts()
        yield ""
        heads = ("Form", "Text", "Reads as", "Assumed")
        yield from _table(heads, [each.row() for each in self._examples()], self.tag, own=(1,))
        yield from self._folded("Numeric dates by region", ("Order", "Regions"), self._orders(), own=())
        for calendar in self.table.calendars:
            yield from self._folded(f"Months: {CALENDARS[calendar]}", *self._months(calendar))
        yield from self._folded("Weekdays", ("", "Words"), list(self._weekdays()))
        yield from self._folded("Words by kind", ("Kind", "Words"), list(self._kinds()))
        yield from self._folded("Days near", ("Reads as", "Words"), list(self._near()))
        yield from self._folded(
            "Units of time", ("Unit", "Words", "So long ago is"), list(self._units()), own=(1,)
        )
        yield from self._folded("Numbers", ("Number", "In words", "As a day", "As an hour"), self._numbers())
        yield from self._folded(
            "Halves of the day", ("Words", "Hours", "Are"), list(self._halves()), own=(0,)
        )
        yield from self._folded(
            "Parts of days near", ("Words", "Reads as", "Hours", "Are"), list(self._parts()), own=(0,)
        )
        yield from self._folded(
            "Zones", ("Words", "Offset or place", f"{MOMENT:%H:%M} is"), list(self._zones()), own=(0,)
        )

    def _facts(self) -> Iterator[str]:
        table = self.table
        if len(table.systems) > 1:
            systems = (f"{name} (`{locale}`)" for name, locale in table.systems.items())
            yield f"Names of months: {', '.join(systems)}, and dual, which is the first two."
        if table.solar_years:
            yield "A year from 1200 to 1499 without an era is of the calendar `persian`."
        elif table.own_calendar:
            yield "A year in figures that may be Hijri is refused without an era or a Hijri month."
        if table.capital_months:
            yield "In a running text a month begins with a capital letter."
        if table.prefixes:
            yield f"Written together with a month or a weekday: {_span(' · '.join(table.prefixes), self.tag)}."
        if table.alike:
            pairs = " · ".join(f"{letter} = {same}" for letter, same in table.alike.items())
            yield f"Letters that are taken for each other: {_span(pairs, self.tag)}."
        if table.untaken:
            yield f"Names in CLDR that mean something else in news, and are left out: {_span(_listed(table.untaken), self.tag)}."

    def _folded(
        self, title: str, heads: tuple[str, ...], rows: list[list[str]], own: tuple[int, ...] | None = None
    ) -> Iterator[str]:
        if rows:
            yield ""
            yield f"<details><summary>{title}</summary>"
            yield from _table(heads, rows, self.tag, tuple(range(1, len(heads))) if own is None else own)
            yield "</details>"

    def _orders(self) -> list[list[str]]:
        """The orders that are not the language's own, each with its regions."""
        regions: dict[str, list[str]] = {}
        for region in sorted({*self.table.orders, *self.cldr.orders} - {""}):
            if (order := self.table.order(region)) is not self.table.order(None):
                regions.setdefault(_ordered(order), []).append(region)
        return [[order, " ".join(several)] for order, several in regions.items()]

    def _orders_elsewhere(self) -> str:
        return "regions that differ stand below" if self._orders() else "in every region"

    # Examples

    def _examples(self) -> Iterator[_Example]:
        found: dict[str, list[_Example]] = {}
        for each in (*self._written(), *self._dressed(), *self._relative()):
            found.setdefault(each.text, []).append(each)
        for text, same in found.items():
            yield _Example(", ".join(dict.fromkeys(each.form for each in same)), text, same[0].reading)

    def _written(self) -> Iterator[_Example]:
        """What `format_date` writes: each style, naming system, set of digits and calendar at least once."""
        for calendar in (CALENDARS[each] for each in self.table.calendars):
            for style in get_args(Style)[:-1]:
                yield from self._form(DAY, style=style, calendar=calendar)
            for digits in [each for each in get_args(Digits)[1:] if each in self.table.digits]:
                yield from self._form(DAY, digits=digits, calendar=calendar)
                yield from self._form(DAY, style="numeric", digits=digits, calendar=calendar)
        for names in get_args(Names)[1:]:
            yield from self._form(DAY, names=names)
        for when in (
            ReducedDate(DAY.year, DAY.month),
            ReducedDate(DAY.year),
            MOMENT,
            MOMENT.replace(tzinfo=UTC),
            MOMENT.replace(tzinfo=timezone(timedelta(hours=3))),
        ):
            yield from self._form(when)

    def _form(
        self,
        when: When,
        *,
        style: Style = "long",
        names: Names = "gregorian",
        digits: Digits = "latn",
        calendar: CalendarName = "gregory",
    ) -> Iterator[_Example]:
        for tag in self._tags() if style == "numeric" else [self.tag]:
            with suppress(ModelError):  # not every language has each choice
                text = format_date(when, tag, style=style, names=names, digits=digits, calendar=calendar)
                told = [each for each in (names, digits, calendar) if each not in PLAIN]
                chosen = [
                    tag if tag != self.tag else "",
                    style if when == DAY and (style != "long" or not told) else "",
                    *told,
                    "a month" if isinstance(when, ReducedDate) and when.month else "",
                    "a year" if isinstance(when, ReducedDate) and not when.month else "",
                    "with a time" if isinstance(when, datetime) else "",
                    "and an offset" if isinstance(when, datetime) and when.tzinfo else "",
                ]
                yield _Example(" ".join(filter(None, chosen)), text, read_as(text, tag, when))

    def _tags(self) -> list[str]:
        """The language, and a region for each order that is not its own."""
        known = sorted(self.cldr.orders, key=lambda each: (each not in KNOWN_REGIONS, each))
        regions: dict[Order | None, str] = {None: "", self.table.order(None): ""}
        for region in filter(None, known):
            regions.setdefault(self.table.order(region), region)
        return [self.tag, *(f"{self.tag}-{region}" for region in regions.values() if region)]

    def _dressed(self) -> Iterator[_Example]:
        """A date as it stands on a page: with a label, a preposition, an era, a time in words."""
        long = format_date(DAY, self.tag)
        table = self.table
        first = {letter: _first(names) for letter, names in table.kinds.items()}
        beside: list[tuple[str, str, When]] = [
            ("a label", f"{first[kinds.PUBLISHED]}: {long}", DAY),
            ("a preposition", f"{first.get(kinds.PREPOSITION, '')} {long}".strip(), DAY),
        ]
        if table.noon:
            noon = MOMENT.replace(hour=12, minute=0)
            beside.append(("a time in words", f"{long}{table.comma}{_first(table.noon)}", noon))
        afternoon = (name for name, half in table.halves.items() if half.shift and 2 in half.hours)
        beside += [
            ("a half of the day", f"{long}{table.comma}2:05 {_first(name)}", MOMENT) for name in afternoon
        ][:1]
        if kinds.CORRESPONDING in first and "islamic" in table.calendars:
            other = format_date(DAY, self.tag, calendar="islamic-umalqura")
            beside.append(("in two calendars", f"{other} {first[kinds.CORRESPONDING]} {long}", DAY))
        for form, text, value in beside:
            yield _Example(form, text, read_as(text, self.tag, value))

    def _relative(self) -> Iterator[_Example]:
        table = self.table
        month = self.cldr.months["gregory"][self.tag][DAY.month - 1]
        day = f"{DAY.day}." if table.dotted_days else f"{DAY.day}"
        last = _first(table.kinds[kinds.LAST])
        texts = [
            ("without a year", f"{month} {day}" if table.month_first else f"{day} {month}"),
            ("last", f"{month} {last}" if table.adjective_after else f"{last} {month}"),
            ("now", _first(table.kinds[kinds.NOW])),
        ]
        texts += self._ago()
        for form, text in texts:
            yield _Example(form, text, read_as(text, self.tag, None, REFERENCE))

    def _ago(self) -> Iterator[tuple[str, str]]:
        """CLDR's patterns with a number, and the first word that holds the number itself."""
        for unit, several in self.cldr.ago.items():
            # Of the written out ones the second, if there are two, goes with three.
            fit = [each for each in several if not set(each) & set("(.׳")][:2]
            yield f"{NUMBER} {unit}s ago", fit[-1].format(NUMBER)
        for word, (unit, number) in [*self.table.counted.items()][:1]:
            yield f"{number} {unit}s ago", self._before_now(word)

    def _before_now(self, span: str) -> str:
        """A span of time with the word for "ago", where CLDR has it."""
        ago = _first(self.table.kinds[kinds.AGO])
        return f"{span} {ago}" if self.cldr.ago["hour"][0].startswith("{0}") else f"{ago} {span}"

    # Words

    def _months(self, calendar: str) -> tuple[tuple[str, ...], list[list[str]]]:
        lists, alone = self.cldr.months[calendar], self.cldr.standalone.get(calendar, {})
        by_hand = self.table.months.get(calendar, ("",) * 12)
        rows: list[list[str]] = []
        for month in range(12):
            named = [names[month] for names in lists.values()]
            others = [
                *(names[month] for names in alone.values()),
                *self._taken(self.cldr.further[calendar][month]),
                *_split(by_hand[month]),
            ]
            also = [each for each in dict.fromkeys(others) if each not in named]
            self._check_month(calendar, month + 1, [*named, *also])
            rows.append([str(month + 1), *named, " · ".join(also)])
        return ("Month", *(f"{locale}" for locale in lists), "Also"), rows

    def _check_month(self, calendar: str, month: int, names: Iterable[str]) -> None:
        year = {"gregory": DAY.year, "islamic": 1443, "persian": 1400}[calendar]
        for name in names:
            read_as(f"5 {name} {year}", self.tag, to_gregorian(Calendar(CALENDARS[calendar]), year, month, 5))

    def _taken(self, names: str) -> list[str]:
        """CLDR's names without those that the table leaves out, with or without their dots."""
        untaken = {name for name, _ in spellings(self.table.untaken)}
        return [name for name in _split(names) if name.removesuffix(".") not in untaken]

    def _weekdays(self) -> Iterator[list[str]]:
        for number, title in enumerate(WEEKDAYS):
            names = [*self._taken(self.cldr.weekdays[number]), *_split(self.table.weekdays[number])]
            day = DAY + timedelta(days=number - DAY.weekday())
            for name in names:
                read_as(f"{name}, {format_date(day, self.tag)}", self.tag, day)
            yield [title, " · ".join(dict.fromkeys(names))]

    def _kinds(self) -> Iterator[list[str]]:
        for letter, title in KINDS.items():
            if letter in self.table.kinds:
                yield [title, _listed(self.table.kinds[letter])]
        if unknown := self.table.kinds.keys() - KINDS.keys():
            raise ValueError(f"{self.tag}: kinds without a title: {unknown}")

    def _near(self) -> Iterator[list[str]]:
        table = self.table
        days: dict[int, list[str]] = {}
        for source in (self.cldr.days, table.relative_days):
            for number, names in source.items():
                days.setdefault(number, []).extend(_split(names))
        for number, near in sorted(days.items()):
            yield from self._meaning(" | ".join(dict.fromkeys(near)), DAY + timedelta(days=number))
        for period in table.periods:
            # By itself a year of the Persian calendar is refused, as it lies in two of ours.
            yield from (
                self._meaning(period, None) if not table.solar_years else [["beside a day", _listed(period)]]
            )

    def _meaning(self, names: str, expected: date | None) -> Iterator[list[str]]:
        values = {read_as(name, self.tag, expected, REFERENCE).isoformat() for name in _split(names)}
        yield [" or ".join(sorted(values)), _listed(names)]

    def _units(self) -> Iterator[list[str]]:
        for unit, names in self.cldr.units.items():
            forms = dict.fromkeys([*_split(names), *_split(self.table.units.get(unit, ""))])
            yield [unit, " · ".join(form for form in forms if self._unit(form) == unit), ""]
        if self.table.single:
            yield ["one, without a number", _listed(self.table.single), ""]
        counted: dict[tuple[str, int], list[str]] = {}
        for name, what in self.table.counted.items():
            counted.setdefault(what, []).append(name)
        for (measure, number), spans in counted.items():
            texts = map(self._before_now, spans)
            values = {read_as(text, self.tag, None, REFERENCE).isoformat() for text in texts}
            yield [f"{number} {measure}{'s' * (number != 1)}", " · ".join(spans), " or ".join(sorted(values))]

    def _unit(self, form: str) -> str:
        """What a form is taken for: single letters and words of two meanings may be none."""
        known = lexicon(self.tag)
        return known.meanings.get(known.usual.get(fold(form.removesuffix(".")).text, ""), UNKNOWN).unit

    def _numbers(self) -> list[list[str]]:
        table = self.table
        lists = (table.numbers, table.days, table.hours)
        length = max(map(len, lists))
        rows = [
            [str(number + 1), *(_listed(each[number]) if number < len(each) else "" for each in lists)]
            for number in range(length)
        ]
        rows += [["1", "", _listed(table.first_of_month), ""]] if table.first_of_month else []
        rows += [["the last", "", _listed(table.last_of_month), ""]] if table.last_of_month else []
        rows += [[f"+{minutes} minutes", "", "", _listed(name)] for name, minutes in table.hour_parts.items()]
        return rows

    def _parts(self) -> Iterator[list[str]]:
        for names, (number, half) in self.table.parts_of_days.items():
            day = DAY + timedelta(days=number)
            for name in _split(names):
                read_as(name, self.tag, day, REFERENCE)
            texts = [f"{name}{self.table.comma}{{}}:05" for name in _split(names)]
            yield [_listed(names), f"{day}", *self._hours(texts, half)]

    def _halves(self) -> Iterator[list[str]]:
        long, comma = format_date(DAY, self.tag), self.table.comma
        for names, half in self.table.halves.items():
            yield [
                _listed(names),
                *self._hours([f"{long}{comma}{{}}:05 {name}" for name in _split(names)], half),
            ]
        for name in _split(self.table.noon):
            read_as(f"{long}{comma}{name}", self.tag, MOMENT.replace(hour=12, minute=0))
            yield [name, "", "12"]

    def _hours(self, texts: list[str], half: Half) -> tuple[str, str]:
        """The hours of a half of the day as they are printed, and as they are read."""
        readings = [
            {f"{read_as(text.format(hour), self.tag, None, REFERENCE).value:%H}" for text in texts}
            for hour in half.hours
        ]
        return " ".join(map(str, half.hours)), " ".join("/".join(sorted(each)) for each in readings)

    def _zones(self) -> Iterator[list[str]]:
        long = format_date(MOMENT, self.tag)
        for names, zone in self.table.zones.items():
            values = {read_as(f"{long} {name}", self.tag, None).isoformat() for name in _split(names)}
            yield [_listed(names), _zone(zone), " or ".join(sorted(values))[11:]]


def _zone(zone: Zone) -> str:
    if zone.place is not None:
        return zone.place
    if zone.minutes is None:
        return "the place's own"
    sign, minutes = "+-"[zone.minutes < 0], abs(zone.minutes)
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"


def _ordered(order: Order | None) -> str:
    return ORDERS[order] if order else "no one order, so that it must be told"


def _coded(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _split(joined: str) -> list[str]:
    return [f"{name}." if dotted else name for name, dotted in spellings(joined)]


def _first(joined: str) -> str:
    return _split(joined)[0]


def _listed(joined: str) -> str:
    return " · ".join(_split(joined))


def _span(text: str, tag: str) -> str:
    return f'<span dir="auto" lang="{tag}">{escape(text)}</span>'


def _table(heads: Iterable[str], rows: Iterable[list[str]], tag: str, own: tuple[int, ...]) -> Iterator[str]:
    """A table in HTML, whose cells have each their own direction; `own` are the columns in the language."""
    yield '<div class="table-wrapper"><table class="docutils">'
    yield f"<tr>{''.join(f'<th>{escape(head)}</th>' for head in heads)}</tr>"
    for row in rows:
        cells = (
            f'<td dir="auto" lang="{tag}">{escape(cell)}</td>'
            if number in own
            else f"<td>{escape(cell)}</td>"
            for number, cell in enumerate(row)
        )
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</table></div>"


if __name__ == "__main__":
    main()
