"""The commonest dates, read without taking them apart: a day, the name of a month, a year, as in "26 ноября 2021 г."

A shortcut and no other grammar: `read_date` without it gives the same readings, which a law holds it to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from newsmodel.dates.lexicon import lexicon
from newsmodel.dates.reading import DateReading, Precision
from newsmodel.dates.request import plain_request

_DIGIT: Final = "[0-9٠-٩۰-۹]"
_PLAIN: Final = re.compile(
    rf"(?:({_DIGIT}{{1,2}})[ \u00a0]([^\W\d_]+)|([^\W\d_]+)[ \u00a0]({_DIGIT}{{1,2}}),)[ \u00a0]({_DIGIT}{{4}})"
    r"(?:[ \u00a0\u202f]([^\W\d_]{1,4}\.?))?"
)


class _Plain(NamedTuple):
    months: Mapping[str, int]
    after: frozenset[str | None]


@lru_cache(maxsize=64)
def _words(tag: str) -> tuple[str | None, _Plain]:
    request = plain_request(tag)
    known = lexicon(request.language)
    single = {word: (key, known.meanings[key]) for word, key in known.usual.items()}
    own = {word: each for word, each in single.items() if each[1].language == request.language}
    months = {
        word: meaning.number
        for word, (key, meaning) in own.items()
        if meaning.letter == "M" and key not in known.openings
    }
    # A year's mark may begin a phrase («г. х.»), but stands at the end, where none goes on.
    years = {
        word + dot
        for word, (_, meaning) in own.items()
        if meaning.letter == "Y"
        for dot in ("", ".")[: 1 + meaning.dotted]
    }
    return request.language, _Plain(months, frozenset({None, *years}))


SHAPES: Final = frozenset(("1M4", "2M4", "1M4Y", "2M4Y", "M1,4", "M2,4"))
"""The tokens of plain dates, as `tokens.shape` has them."""


def read_plain(text: str, tag: str, start: int = 0) -> DateReading | None:
    """Read a plain date in a language; None for all else, impossible dates included. ``start`` is where its span begins."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    day, name, other_name, other_day, year, after = match.groups()
    language, (months, years) = _words(tag)
    month = months.get(name or other_name)
    if month is None or after not in years:
        return None
    try:
        value = date(int(year), month, int(day or other_day))
    except ValueError:
        return None
    return DateReading(value, Precision.DAY, language, "gregory", None, (start, start + len(text)))
