"""Why a text that follows no rule is refused: the message that helps most."""

from __future__ import annotations

from newsmodel.dates.lexicon import UNKNOWN
from newsmodel.dates.tokens import CLOCK, NUMBERS, Token
from newsmodel.errors import DateError

FORM = "a date in a known form"
UNKNOWN_WORD = "a date of which every word is understood"


def refusal(tokens: list[Token], letters: str, source: str) -> DateError:
    """Say what stands in the way of reading this as a date."""
    by_letter = {token.meaning.letter: token.text for token in reversed(tokens)}
    return DateError(_expected(by_letter, letters), source)


def _expected(first: dict[str, str], letters: str) -> str:
    if UNKNOWN.letter in first:
        return f"{UNKNOWN_WORD} (not {first[UNKNOWN.letter]!r})"
    if set(letters) == {CLOCK.letter}:
        return "a date, not a time alone"
    if NUMBERS[2].letter in first and "M" in first and NUMBERS[4].letter not in first:
        return "a year in four digits"
    if sum(letter in "MWwhs" for letter in letters) > 1 and letters.count("4") > 1:
        return "one date, not several"
    return FORM
