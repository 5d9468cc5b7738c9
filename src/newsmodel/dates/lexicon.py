"""What each word means in one language, compiled from its tables and from what all languages share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from attrs import Factory, frozen

from newsmodel.dates.days import LAST_DAY
from newsmodel.dates.fold import fold
from newsmodel.dates.words import (
    AGO,
    AGO_LAST,
    NEUTRAL,
    THIS,
    Half,
    Words,
    Zone,
    languages,
    words,
)

CALENDAR_MONTHS: Final = {"gregory": "M", "islamic": "h", "persian": "s"}
"""CLDR's names of calendars to the letters of their months."""

# How the letters of two meanings of one word combine: the grammar takes such a letter for either.
_BOTH: Final[Mapping[frozenset[str], str]] = {
    frozenset("MW"): "w",
    frozenset("rd"): "f",
    frozenset("Wu"): "v",
    frozenset("Lu"): "l",
    frozenset("Au"): "a",
    frozenset("au"): "a",
    frozenset("cu"): "t",
    frozenset("Pu"): "p",
    frozenset("Vu"): "V",
    frozenset("Yu"): "Y",
    frozenset("VL"): "V",
    frozenset("VY"): "V",
}
_APOSTROPHES: Final = re.compile("['’ʼʻʿʾ‘`´׳״\"]")
_JOINTS: Final = re.compile(r"[-.\s]+")  # one hyphen or dot may stand where a blank does: see `tokens`


class Meaning(NamedTuple):
    """A kind of word (the grammar's letter) and what it stands for."""

    letter: str
    language: str | None = None
    number: int = 0
    half: Half | None = None
    zone: Zone | None = None
    dotted: bool = False
    unit: str = ""
    weekday: int = 0


LATIN: Final = "Latn"
LINGUA_FRANCA: Final = "en"
UNKNOWN: Final = Meaning("x")
_REMEMBERED: Final = 20_000
_LONGEST_WORD: Final = 40
_NOTHING: Final = Meaning("")
_PREFIXED: Final = frozenset("MWwfhsr")


@frozen
class Lexicon:
    """Words and phrases to meanings; ``openings`` are the beginnings of phrases with the words after them, ``usual`` the keys of the spellings as listed."""

    meanings: dict[str, Meaning]
    usual: dict[str, str]
    openings: Mapping[str, frozenset[str]]
    alike: dict[int, str]
    prefixes: frozenset[str] = frozenset()
    known: dict[str, Meaning] = Factory(dict)
    """Pieces of texts that have been looked up, so that the words of a text are looked up once."""

    openers: dict[str, tuple[Meaning, frozenset[str]]] = Factory(dict)
    """Words that begin phrases, as they were met: what they mean alone, and the keys of what may go on the phrase."""
    keys: dict[str, str] = Factory(dict)

    def remember(self, piece: str, meaning: Meaning) -> None:
        """Keep what a piece means by itself, whatever stands beside it."""
        if len(self.known) < _REMEMBERED and len(piece) < _LONGEST_WORD:
            self.known[piece] = meaning

    def remember_opener(self, piece: str, key: str) -> None:
        """Keep what a word that begins phrases means where none of them follows."""
        if len(self.openers) < _REMEMBERED:
            self.openers[piece] = self.meanings.get(key, UNKNOWN), self.openings[key]

    def key_of(self, piece: str) -> str:
        """The same as `key`, looked up once for each spelling that is met."""
        found = self.keys.get(piece)
        if found is None:
            found = self.key(piece)
            if len(self.keys) < _REMEMBERED and len(piece) < _LONGEST_WORD:
                self.keys[piece] = found
        return found

    def parted(self, word: str) -> int:
        """How many letters of a word are prefixes before a listed one: at most two («وبنوفمبر»)."""
        for length in (1, 2):
            if word[length - 1 : length] not in self.prefixes:
                break
            key = self.key(word[length:])
            if key in self.openings or self.meanings.get(key, _NOTHING).letter in _PREFIXED:
                return length
        return 0

    def key(self, word: str) -> str:
        """The spelling under which a word stands in the table."""
        return self.usual.get(word) or _plain(word, self.alike)


def _plain(word: str, alike: dict[int, str]) -> str:
    # Twice: a letter may have to be taken off its mark before (İ) or after (Ё) it is made small.
    return _APOSTROPHES.sub("", word.translate(alike).lower().translate(alike))


def _phrase(spelling: str, alike: dict[int, str]) -> str:
    return _JOINTS.sub(" ", _plain(spelling, alike)).strip()


def spellings(joined: str) -> Iterator[tuple[str, bool]]:
    """Take a row of spellings apart; true where one is an abbreviation."""
    for spelling in filter(None, map(str.strip, joined.split("|"))):
        yield spelling.removesuffix("."), spelling.endswith(".")


def _numbered(rows: Iterable[str], start: int, meaning: Meaning) -> Iterator[tuple[str, Meaning]]:
    for number, joined in enumerate(rows, start):
        for name, dotted in spellings(joined):
            yield name, meaning._replace(number=number, weekday=number, dotted=dotted)


def _from_cldr(table: Words) -> Iterator[tuple[str, Meaning]]:
    if table.cldr is None:
        return
    for calendar in table.calendars:
        month = Meaning(CALENDAR_MONTHS[calendar], table.language)
        for names in (
            *table.cldr.months[calendar].values(),
            *table.cldr.standalone.get(calendar, {}).values(),
            table.cldr.further[calendar],
        ):
            yield from _numbered(names, 1, month)
    yield from _numbered(table.cldr.weekdays, 0, Meaning("W", table.language))
    yield from _days_and_units(table, table.cldr.days, table.cldr.units, shortest=2)


def _days_and_units(
    table: Words, days: Mapping[int, str], units: Mapping[str, str], shortest: int = 1
) -> Iterator[tuple[str, Meaning]]:
    single = {name for name, _ in spellings(table.single)}
    for number, joined in days.items():
        for name, _ in spellings(joined):
            yield name, Meaning("T", table.language, number)
    for unit, joined in units.items():
        letter = "k" if unit == "minute" else "u"
        for name, dotted in spellings(joined):
            # CLDR's single letters ("s", «د») are those of tables, and other words in a text.
            if len(name) >= shortest:
                yield name, Meaning(letter, table.language, int(name in single), dotted=dotted, unit=unit)


def _from_hand(table: Words) -> Iterator[tuple[str, Meaning]]:
    language = table.language if table.language != NEUTRAL else None
    for calendar, names in table.months.items():
        yield from _numbered(names, 1, Meaning(CALENDAR_MONTHS[calendar], language))
    for names in table.beside_day.values():
        yield from _numbered(names, 1, Meaning("r", language))
    yield from _numbered(table.weekdays, 0, Meaning("W", language))
    yield from _numbered(table.days, 1, Meaning("D" if table.days_need_of else "d", language))
    for number, joined in table.bare_days.items():
        yield from _numbered([joined], number, Meaning("d", language))
    for name, _ in spellings(table.first_of_month):
        yield name, Meaning("d", language, 1, weekday=1)
    for name, _ in spellings(table.last_of_month):
        yield name, Meaning("d", language, LAST_DAY)
    yield from _clock_words(table, language)
    yield from _days_and_units(table, table.relative_days, table.units)
    for joined, (number, half) in table.parts_of_days.items():
        for name, _ in spellings(joined):
            yield name, Meaning("T", language, number, half=half)
    for joined, (unit, number) in table.periods.items():
        for name, dotted in spellings(joined):
            yield name, Meaning("j", language, number, unit=unit, dotted=dotted)
    for name, (unit, number) in table.counted.items():
        yield name, Meaning("q", language, number, unit=unit)
    yield from _numbered(table.numbers, 1, Meaning("Q", language))
    for letter, joined in table.kinds.items():
        for name, dotted in spellings(joined):
            yield name, _kind(letter, language, dotted=dotted)


def _clock_words(table: Words, language: str | None) -> Iterator[tuple[str, Meaning]]:
    yield from _numbered(table.hours, 1, Meaning("e", language))
    for name, minutes in table.hour_parts.items():
        yield name, Meaning("z", language, minutes)
    for name, _ in spellings(table.noon):
        yield name, Meaning("n", language)
    for joined, half in table.halves.items():
        for name, dotted in spellings(joined):
            yield name, Meaning("P", language, half=half, dotted=dotted)
    if table.half_or_era:
        yield table.half_or_era, Meaning("m", language, half=Half(12, range(1, 13)))
    for joined, zone in table.zones.items():
        for name, dotted in spellings(joined):
            yield name, Meaning("N", language, zone=zone, dotted=dotted)


def _kind(letter: str, language: str | None, *, dotted: bool) -> Meaning:
    if letter[0] in (THIS[0], AGO[0], AGO_LAST[0]):
        return Meaning(letter[0], language, {"-": -1, "0": 0, "+": 1}[letter[1]], dotted=dotted)
    return Meaning(letter, language, dotted=dotted)


def _merged(old: Meaning, new: Meaning) -> Meaning | None:
    """One meaning for a word that has two which the grammar can tell apart; None where it cannot."""
    if old[:4] == new[:4] and old.unit == new.unit:
        return old._replace(dotted=old.dotted or new.dotted)
    both = _BOTH.get(frozenset("u" if each.letter == "k" else each.letter for each in (old, new)))
    if both is None:
        return None
    first, other = sorted(
        (old, new), key=lambda each: "MrW".find(each.letter) % 4
    )  # the month, then the weekday
    return Meaning(
        both,
        old.language,
        first.number if both in "wf" else old.number or new.number,
        dotted=old.dotted or new.dotted,
        half=old.half or new.half,
        unit=old.unit or new.unit,
        weekday=first.weekday if both == "v" else other.weekday,
    )


def _beginnings(phrase: str) -> Iterator[tuple[str, str]]:
    """The beginnings of a phrase, each with the word after it."""
    parts = phrase.split(" ")
    return ((" ".join(parts[:length]), parts[length]) for length in range(1, len(parts)))


def entries(table: Words) -> Iterator[tuple[str, Meaning]]:
    """Every spelling of a language with its meaning: ours before CLDR's."""
    untaken = {name for name, _ in spellings(table.untaken)}
    yield from _from_hand(table)
    yield from (entry for entry in _from_cldr(table) if entry[0] not in untaken)


@cache
def lexicon(language: str | None) -> Lexicon:
    """Compile the words of one language, with those that all share; a language without a table gets the shared ones alone."""
    own = [words(language)] if language in languages() else []
    # Whoever writes in another script has a CMS that may print English months and labels.
    english = [words(LINGUA_FRANCA)] if own and own[0].script != LATIN else []
    tables = [*own, *english, words(NEUTRAL)]
    alike = str.maketrans({letter: same for table in tables for letter, same in table.alike.items()})
    meanings: dict[str, Meaning] = {}
    usual: dict[str, str] = {}
    for table in tables:
        for spelling, meaning in entries(table):
            plain = fold(spelling).text
            key = usual[plain] = _phrase(plain, alike)
            old = meanings.setdefault(key, meaning)
            if old is not meaning:
                meanings[key] = _merged(old, meaning) or old
    openings: dict[str, set[str]] = {}
    for phrase in meanings:
        for start, after in _beginnings(phrase):
            openings.setdefault(start, set()).add(after)
    prefixes = frozenset(letter for table in tables for letter in table.prefixes)
    goes_on = {start: frozenset(words_after) for start, words_after in openings.items()}
    return Lexicon(meanings, usual, goes_on, alike, prefixes)
