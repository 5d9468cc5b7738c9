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

from newsmodel.dates import DateReading, ReducedDate, When, find_dates, format_date, languages, read_date
from newsmodel.dates import words as kinds
from newsmodel.dates.calendars import Calendar
from newsmodel.dates.formatting import CalendarName, Digits, Names, Style
from newsmodel.dates.lexicon import spellings
from newsmodel.dates.words import Half, Order, Words, Zone, words
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
NUMBER: Final = 3
"""What stands for ``{0}`` in CLDR's patterns of "so long ago"."""

KINDS: Final[Mapping[str, str]] = {
    kinds.PUBLISHED: "labels, read through",
    kinds.PREPOSITION: "prepositions",
    kinds.AT_HOUR: "before an hour",
    kinds.BEFORE_MONTH: "before a month",
    kinds.ARTICLE: "article",
    kinds.OF: "between day, month and year",
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
    kinds.NOW: "now",
    kinds.LAST: "last",
    kinds.THIS: "this",
    kinds.NEXT: "next",
    kinds.ABOUT: "about",
    kinds.AND: "and",
    kinds.NAMED_AFTER: "beside a date, these make it a name",
    kinds.NO_DATE: "phrases that are no dates",
}
ORDERS: Final = {Order.DAY_FIRST: "day first", Order.MONTH_FIRST: "month first", Order.YEAR_FIRST: "year first"}
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
