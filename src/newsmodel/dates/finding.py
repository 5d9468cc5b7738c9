"""Finding absolute dates in running text, in time that grows with the text's length and no faster.

A line without a digit holds none. Any other is cut into tokens once; the rules are matched over their letters, each attempt
in bounded time; what follows a rule is read as `read_date` reads it, and left out where that refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from newsmodel.dates.fold import Folded, fold
from newsmodel.dates.grammar import find
from newsmodel.dates.hint import Hint, hint
from newsmodel.dates.lexicon import lexicon
from newsmodel.dates.parsing import reading_of
from newsmodel.dates.reading import DateReading, Precision
from newsmodel.dates.tokens import Token, shape, tokenise
from newsmodel.errors import DateError

_LINE = re.compile(r"[^\r\n]+")
_DIGIT = re.compile(r"\d")
# What a date may not lean on: letters, digits, and marks that tie it to another number (ranges, scores, addresses).
_TIED_BEFORE = re.compile(r"(?:\w|\w-|[0-9][.,:/+‒–—−])\Z")
_TIED_AFTER = re.compile(r"\w|[.,:/‒–—−-][0-9]|\s?\+\s?[0-9]")


def find_dates(text: str, *, language: str | None = None) -> Iterator[DateReading]:
    """Give the absolute dates in a running text, in order, each with its exact ``span``; ``language`` as in `read_date`.

    A date is a day or a month with its year, with weekday, time and zone where these stand beside it; prepositions are no part of
    it. Left alone are years on their own, and whatever `read_date` would refuse.

    >>> from newsmodel.dates import find_dates
    >>> text = "В ноябре 2019 года – убыток, а 26 ноября 2021 г. – прибыль."
    >>> [(text[slice(*found.span)], str(found.value)) for found in find_dates(text)]
    [('ноябре 2019 года', '2019-11'), ('26 ноября 2021 г.', '2021-11-26')]
    """
    told = hint(language)
    for line in _LINE.finditer(text):
        if _DIGIT.search(line[0]):
            for found in _in_line(line[0], told):
                start, end = found.span
                yield evolve(found, span=(start + line.start(), end + line.start()))


def _in_line(line: str, told: Hint) -> Iterator[DateReading]:
    folded = fold(line)
    tokens = tokenise(folded.text, lexicon(told.language))
    letters, place, barred = shape(tokens), 0, 0
    while found := find(letters, place):
        first, last = found
        if _tied(folded.text, tokens[first].start, tokens[last - 1].end):
            place, barred = first + 1, last
            continue
        place = last
        reading = _reading(tokens[first:last], folded, told)
        # The month of a day that was passed over ("26–27 November 2021") is no date of its own.
        if reading is not None and (first >= barred or reading.precision is not Precision.MONTH):
            yield reading


def _reading(tokens: list[Token], folded: Folded, told: Hint) -> DateReading | None:
    try:
        return reading_of(tokens, folded, folded.text, told)
    except DateError:
        return None


def _tied(text: str, start: int, end: int) -> bool:
    return bool(_TIED_BEFORE.search(text[max(0, start - 2) : start]) or _TIED_AFTER.match(text, end))
