"""What each word means, compiled from the tables of `words` for one language or for all together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from attrs import frozen

from newsmodel.dates.fold import fold
from newsmodel.dates.words import LANGUAGES, OF, Half, Words, Zone, words

NEUTRAL = "und"


class Meaning(NamedTuple):
    """A kind of word (the grammar's letter) and what it stands for."""

    letter: str
    language: str | None = None
    number: int = 0
    half: Half | None = None
    zone: Zone | None = None
    dotted: bool = False


@frozen
class Lexicon:
    """Words and phrases to meanings; ``openings`` are the beginnings of phrases, ``usual`` the keys of the spellings as listed."""

    meanings: dict[str, Meaning]
    usual: dict[str, str]
    openings: frozenset[str]
    alike: dict[int, str]

    def key(self, word: str) -> str:
        """The spelling under which a word stands in the table."""
        return self.usual.get(word) or word.lower().translate(self.alike)


def _spellings(joined: str) -> Iterator[tuple[str, bool]]:
    for spelling in filter(None, map(str.strip, joined.split("|"))):
        yield spelling.removesuffix("."), spelling.endswith(".")


def _entries(table: Words) -> Iterator[tuple[str, Meaning]]:
    language = table.language if table.language != NEUTRAL else None
    for months in (*table.names.values(), table.standalone, table.spellings):
        for number, joined in enumerate(months, 1):
            for name, dotted in _spellings(joined):
                yield name, Meaning("M", language, number, dotted=dotted)
    for number, joined in enumerate(table.weekdays):
        for name, dotted in _spellings(joined):
            yield name, Meaning("W", language, number, dotted=dotted)
    for number, joined in enumerate(table.days, 1):
        for name, _ in _spellings(joined):
            yield name, Meaning("D" if OF in table.kinds else "d", language, number)
    if table.first_of_month:
        yield table.first_of_month, Meaning("d", language, 1)
    for name, half in table.halves.items():
        yield name, Meaning("P", language, half=half)
    if table.half_or_era:
        yield table.half_or_era, Meaning("m", language, half=Half(12, range(1, 13)))
    for name, zone in table.zones.items():
        takes_offset = table.language == NEUTRAL and name != "Z"
        yield name, Meaning("U" if takes_offset else "N", language, zone=zone)
    for letter, joined in table.kinds.items():
        for name, dotted in _spellings(joined):
            yield name, Meaning(letter, language, dotted=dotted)


def _beginnings(phrase: str) -> Iterator[str]:
    parts = phrase.split(" ")
    return (" ".join(parts[:length]) for length in range(1, len(parts)))


@cache
def lexicon(language: str | None) -> Lexicon:
    """Compile the words of one language, or of all where it is not known, with those that all share.

    A language without a table gets the shared ones alone.
    """
    chosen = LANGUAGES if language is None else (language,) if language in LANGUAGES else ()
    tables = [words(name) for name in (NEUTRAL, *chosen)]
    alike = str.maketrans({letter: same for table in tables for letter, same in table.alike.items()})
    meanings: dict[str, Meaning] = {}
    usual: dict[str, str] = {}
    for table in tables:
        for spelling, meaning in _entries(table):
            plain = fold(spelling).text
            usual[plain] = key = plain.lower().translate(alike)
            meanings[key] = meaning
    openings = frozenset(start for phrase in meanings for start in _beginnings(phrase))
    return Lexicon(meanings, usual, openings, alike)
