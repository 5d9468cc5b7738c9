"""Why a text that follows no rule is refused: the message that helps most."""

from __future__ import annotations

from newsmodel.dates.grammar import lacks_year
from newsmodel.dates.tokens import CLOCK, NUMBERS, UNKNOWN, Token
from newsmodel.dates.words import DAY_LABEL, OTHER_CALENDAR, RELATIVE
from newsmodel.errors import DateError


def refusal(tokens: list[Token], letters: str, source: str) -> DateError:
    """Say what stands in the way of reading this as a date."""
    by_letter = {token.meaning.letter: token.text for token in reversed(tokens)}
    return DateError(_expected(by_letter, letters), source)


def _expected(first: dict[str, str], letters: str) -> str:
    if OTHER_CALENDAR in first:
        return (
            f"a Gregorian date ({first[OTHER_CALENDAR]!r} is of the Islamic calendar, which is not read yet)"
        )
    if RELATIVE in first:
        return f"an absolute date ({first[RELATIVE]!r} depends on today, which is not read yet)"
    if lacks_year(letters):
        return "a date with its year in four digits (which year is meant depends on today, which is not read yet)"
    if DAY_LABEL in first and not first.keys() & {"M", "4"}:
        return f"an absolute date ({first[DAY_LABEL]!r} says which day only to who knows today)"
    if UNKNOWN.letter in first:
        return f"a date of which every word is understood (not {first[UNKNOWN.letter]!r})"
    if set(letters) == {CLOCK.letter}:
        return "a date, not a time alone"
    if NUMBERS[2].letter in first and "M" in first and NUMBERS[4].letter not in first:
        return "a year in four digits"
    return "a date in a known form"
