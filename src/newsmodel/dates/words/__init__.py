"""The words of dates, one data module a language: what CLDR has (`words.cldr`, generated) and what news print beside it.

Adding a language is adding two data modules: ``words/cldr/xx.py``, which ``scripts/make_date_words.py`` writes, and
``words/xx.py``, which defines ``WORDS``. What is true of one language only stands in its modules; nothing here or above
knows any language by name.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Final

from attrs import Factory, frozen

from newsmodel.dates.words.cldr import Cldr

NEUTRAL: Final = "und"

# Kinds of words, named by the letter under which the grammar knows them.
PREPOSITION, ARTICLE, OF, DAY_LABEL, CORRESPONDING = "A", "B", "O", "L", "K"
YEAR_BEFORE, YEAR_AFTER, ERA, ORDINAL = "V", "Y", "E", "o"
LUNAR, SOLAR = "H", "S"
OTHER_MONTH = "y"  # of a calendar that is not read, and may stand beside ours
PUBLISHED = "Z"
LAST, THIS, NEXT = "X-", "X0", "X+"
AGO, AHEAD = "G-", "G+"
HOUR_MARK, NOW, AND, ABOUT = "c", "i", "&", "~"
NAMED_AFTER, BEFORE_MONTH, AT_HOUR, AT_OR_OF = "b", "J", "a", "g"
# Words before other numbers; after a year; «مضت», after its span only; an event that bears the day without its year.
NUMBERED, BEFORE_CHRIST, AGO_LAST, EVENT = "#", "!", "0-", "*"
NO_DATE = "x"  # phrases that hold words of dates and are none


class Order(Enum):
    """Which parts come first in a numeric date, in CLDR's letters."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"


@frozen
class Half:
    """A half of the day: what is added to the hour (modulo 12), and the hours with which the word makes sense."""

    shift: int
    hours: range | tuple[int, ...]


# The halves that the parts of a day are of, where nothing in the language says otherwise. Of the night only the hours before
# midnight: of which day those after it are, nobody can say.
MORNING: Final = Half(0, range(1, 12))
DAWN: Final = Half(0, range(1, 7))
NOON: Final = Half(12, (12, 1, 2, 3))
AFTERNOON: Final = Half(12, (12, 1, 2, 3, 4, 5, 6))
EVENING: Final = Half(12, range(4, 12))
NIGHT: Final = Half(12, range(7, 12))


@frozen
class Zone:
    """A named zone: a fixed offset in minutes, a place of the IANA database, or neither (the place's own time, wherever that is)."""

    minutes: int | None = None
    place: str | None = None
    assumed: str = ""
    """What is taken for granted, where others call another zone so."""


@frozen
class Words:
    """The words of one language. Spellings of one meaning stand in one string, parted by ``|``; a final dot says
    that the word is an abbreviation, which may be printed with or without it.
    """

    language: str
    """Primary BCP 47 subtag."""
    script: str = "Latn"
    """ISO 15924 code of the script that the language is written in."""
    cldr: Cldr | None = None
    """What CLDR has; the rest of this table stands beside it, and before it where a word has two meanings."""
    beside_day: Mapping[str, tuple[str, ...]] = Factory(dict)
    """Calendar to names of its twelve months that are months beside a day only (Libya's «الصيف», "the summer")."""
    calendars: tuple[str, ...] = ("gregory", "islamic")
    """The calendars of `cldr` whose months news in this language print."""
    systems: Mapping[str, str] = Factory(dict)
    """Naming systems of the months to the locale of `cldr` that has them, where a language has several."""
    months: Mapping[str, tuple[str, ...]] = Factory(dict)
    """Calendar to further spellings of its twelve months."""
    weekdays: tuple[str, ...] = ("",) * 7
    """Further spellings, Monday first."""
    days: tuple[str, ...] = ()
    """The days of a month as ordinals in words, the first first."""
    bare_days: Mapping[int, str] = Factory(dict)
    """Numbers of days to words for them that need no `OF`, where others do."""
    days_need_of: bool = False
    """Whether such a day needs a word `OF` after it ("the second November meeting" is no day)."""
    first_of_month: str = ""
    """Words for the first day that need none."""
    last_of_month: str = ""
    """Words for the last day of a month, whichever that is."""
    hours: tuple[str, ...] = ()
    """The hours of a clock face in words, one o'clock first."""
    hour_parts: Mapping[str, int] = Factory(dict)
    """Words after such an hour to the minutes that they add."""
    noon: str = ""
    """Words for 12:00."""
    halves: Mapping[str, Half] = Factory(dict)
    half_or_era: str = ""
    """A word that means the second half of the day after a time, and the common era after a year."""
    zones: Mapping[str, Zone] = Factory(dict)
    relative_days: Mapping[int, str] = Factory(dict)
    """Days from today to further words."""
    units: Mapping[str, str] = Factory(dict)
    """CLDR's name of a unit (``second`` … ``year``) to further forms of its word."""
    counted: Mapping[str, tuple[str, int]] = Factory(dict)
    """Words that hold a unit and a number: duals, "fortnight", «полчаса»."""
    single: str = ""
    """Forms of units that mean one without a number («час назад», "قبل ساعة"); all others need one ("days ago" is no date)."""
    periods: Mapping[str, tuple[str, int]] = Factory(dict)
    """Words for a month or a year by where it lies from now, in months or years: «پارسال», «позапрошлого года»."""
    parts_of_days: Mapping[str, tuple[int, Half]] = Factory(dict)
    """Words for a part of a day that is near, spellings parted by ``|``, to the days from today and the half that a time after
    them is of: "last night" (9:30 is 21:30)."""
    numbers: tuple[str, ...] = ()
    """The numbers from one on, in words, as they stand before a unit."""
    prefixes: str = ""
    """Words of one letter that are written together with a month or a weekday after them, all in a row."""
    kinds: Mapping[str, str] = Factory(dict)
    """Letter of the kind to words of that kind."""
    alike: Mapping[str, str] = Factory(dict)
    """Letters that writers use for each other, each with the one that the table is keyed by."""
    untaken: str = ""
    """Spellings of `cldr` that are left out, because they mean something else in news."""
    orders: Mapping[str, Order | None] = Factory(dict)
    """Region to the order of numeric dates, where it is not CLDR's; "" for the language. None: there is no one order."""
    own_calendar: bool = False
    """Whether a bare year may well be one of another calendar."""
    solar_years: bool = False
    """Whether a year 12xx to 14xx without a mark is one of the Persian calendar."""
    twelve_hours: bool = False
    """Whether an hour up to twelve without a word for its half of the day ("at 9") may be in the evening."""
    ago_from: str = ""
    """An expression for words before or after "two days before/earlier" that make it count from something else than now."""
    needs_year: str = ""
    """Months whose names are other words too («صفر»: zero), so that a day of them needs its year."""
    given_names: str = ""
    """Months whose names are people's, too: "Theresa May"."""
    not_names: str = ""
    """Words that have a capital at the beginning of a sentence and are nobody's name ("By May 2022")."""
    adjective_after: bool = False
    """Whether "last" and "next" stand after the month or the weekday («نوفمبر الماضي»), not only before ("last November")."""
    capital_months: bool = False
    """Whether a month's name has a capital letter, so that "may" and "march" in a running text are none."""
    comma: str = ", "
    """What stands between a day and a time."""
    digits: tuple[str, ...] = ("latn",)
    """CLDR numbering systems in which the language is written."""
    patterns: Mapping[str, str] = Factory(dict)
    """Style of `format_date` to CLDR pattern, where it is not CLDR's."""

    @property
    def month_first(self) -> bool:
        """Whether the month's name stands before the day, as CLDR's long form has it."""
        return self._long.startswith("M")

    @property
    def dotted_days(self) -> bool:
        """Whether a dot stands after the number of a day."""
        return "d." in self._long

    @property
    def _long(self) -> str:
        return "" if self.cldr is None else self.cldr.patterns["gregory"]["long"]

    def order(self, region: str | None) -> Order | None:
        """Which part comes first in a numeric date, in a region or in the language as a whole; None: there is no one custom."""
        for key in (region or "", ""):
            if key in self.orders:
                return self.orders[key]
            if self.cldr is not None and key in self.cldr.orders:
                return Order(self.cldr.orders[key])
        return None


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a table, in alphabetical order."""
    return tuple(
        sorted(
            found.name
            for found in pkgutil.iter_modules(__path__)
            if found.name != NEUTRAL and not found.ispkg
        )
    )


@cache
def words(language: str) -> Words:
    """Load one language's table; ``und`` holds what all languages share."""
    table = import_module(f"{__name__}.{language}").WORDS
    if not isinstance(
        table, Words
    ):  # a contributor's slip, found by the first test that asks for the language
        raise TypeError(f"{__name__}.{language}.WORDS must be a Words, is {table!r}")
    return table
