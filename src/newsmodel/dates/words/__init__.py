"""The words of dates, one data module a language.

Adding a language is adding a module that defines ``WORDS`` and its tag to `LANGUAGES`. What is true of one language
only stands in its module; nothing here or above knows any language by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Final

from attrs import Factory, frozen

LANGUAGES: Final = ("ar", "en", "ru")

# Kinds of words, named by the letter under which the grammar knows them.
PREPOSITION, ARTICLE, OF, DAY_LABEL, CORRESPONDING = "A", "B", "O", "L", "K"
YEAR_BEFORE, YEAR_AFTER, ERA, ORDINAL = "V", "Y", "E", "o"
OTHER_CALENDAR, RELATIVE = "H", "R"


class Order(Enum):
    """Which comes first in a numeric date."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@frozen
class Half:
    """A half of the day: what is added to the hour (modulo 12), and the hours with which the word makes sense."""

    shift: int
    hours: range | tuple[int, ...]


@frozen
class Zone:
    """A named offset in minutes, and the first day from which on it has been this one without a break."""

    minutes: int
    since: date = date.min


@frozen
class Forms:
    """How a language writes a whole day, a month, a year, and what joins a day and a time."""

    day: str
    month: str
    year: str
    comma: str


@frozen
class Words:
    """The words of one language. Spellings of one meaning stand in one string, parted by ``|``; a final dot says
    that the word is an abbreviation, which may be printed with or without it.
    """

    language: str
    names: Mapping[str, tuple[str, ...]]
    """Month names by naming system, January first, in the form that stands beside a day."""
    weekdays: tuple[str, ...]
    """Monday first."""
    standalone: tuple[str, ...] = ()
    """Month names as they stand without a day, where these differ."""
    spellings: tuple[str, ...] = ()
    """Further spellings of the twelve months."""
    days: tuple[str, ...] = ()
    """The days of a month as ordinals in words, the first first. In a language that has a word `OF`, they need it
    ("the second November meeting" is no day)."""
    first_of_month: str = ""
    """A word for the first day that needs none."""
    halves: Mapping[str, Half] = Factory(dict)
    half_or_era: str = ""
    """A word that means the second half of the day after a time, and the common era after a year."""
    zones: Mapping[str, Zone] = Factory(dict)
    kinds: Mapping[str, str] = Factory(dict)
    """Letter of the kind to words of that kind."""
    alike: Mapping[str, str] = Factory(dict)
    """Letters that writers use for each other, each with the one that the table is keyed by."""
    order: Order | None = None
    region_orders: Mapping[str, Order] = Factory(dict)
    own_calendar: bool = False
    """Whether a bare year may well be one of another calendar."""
    digits: tuple[str, ...] = ("latn",)
    """CLDR numbering systems in which the language is written."""
    forms: Forms = Forms("{day} {month} {year}", "{month} {year}", "{year}", ", ")


@cache
def words(language: str) -> Words:
    """Load one language's table; ``und`` holds what all languages share."""
    table = import_module(f"{__name__}.{language}").WORDS
    if not isinstance(
        table, Words
    ):  # a contributor's slip, found by the first test that asks for the language
        raise TypeError(f"{__name__}.{language}.WORDS must be a Words, is {table!r}")
    return table
