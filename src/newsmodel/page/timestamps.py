"""Dates in lines of their own: "Published 12 June 2024", «Опубликовано: 3 мая 2024, 10:30», "الخميس … الموافق 2021/11/24 م".

Strategy. A line whose only words, beside dates as such, are words that go with dates (published, updated, a weekday, a time zone) is
a date line. Its dates are tried in order; those after a word for a later change come last. The dates module reads each of them.
"""

from __future__ import annotations

import re
from functools import cache

from newsmodel.page.fold import fold
from newsmodel.page.lexicon import LEXICONS, Lexicon, lexicon_for
from newsmodel.page.marks import Span

_DATE = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?[ \u00a0.]{1,2}[^\W\d_]{3,12}\.?(?:/ ?[^\W\d_]{2,12}(?: [^\W\d_]{4,6})?)?[ \u00a0,،.]{1,3}\d{4}"
    r"|[^\W\d_]{3,12}\.?[ \u00a0]\d{1,2}(?:st|nd|rd|th)?,?[ \u00a0]\d{4}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
)
_PLACE = re.compile(r"[,،] [^\W\d_]+(?:-[^\W\d_]+)*$")  # where it was published, at the end
_ZONE = re.compile(r"(?:بتوقيت|توقيت)[ \u00a0][^\W\d_]+(?:[ \u00a0]المكرمة)?|\b[A-Z][a-z]+ time\b")
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]\.?)*")


@cache
def _known(own: Lexicon | None) -> tuple[frozenset[str], frozenset[str]]:
    english = LEXICONS["en"]
    several = [english, own] if own else [english]
    return (
        frozenset(word for one in several for word in one.date_words),
        frozenset(word for one in several for word in one.update_words),
    )


def _dates(text: str, line: Span, language: str | None) -> list[Span]:
    """The dates that can be read, or else what looks like one: a date line with an impossible date is no headline."""
    from newsmodel.dates import find_dates

    known = tuple(tag for tag in (language, "en") if tag)
    found = [reading.span for reading in find_dates(text[line[0] : line[1]], known)]
    if found:
        return [(start + line[0], end + line[0]) for start, end in found]
    return [match.span() for match in _DATE.finditer(text, *line)]


def dates_in_line(text: str, line: Span, language: str | None) -> list[Span] | None:
    """Return what may be dates in a line of nothing but dates, the likeliest publication first; None for other lines."""
    words, updates = _known(lexicon_for(language))
    found = _dates(text, line, language)
    here, changed = line[0], False
    first: list[Span] = []
    later: list[Span] = []
    for span in [*found, (line[1], line[1])]:
        other = _ZONE.sub(" ", text[here : span[0]])
        between = [match[0].strip(".") for match in _WORD.finditer(fold(other))]
        unknown = [word for word in between if word not in words and word not in updates]
        place = found and span[0] == line[1] and len(unknown) == 1 and between[-1] == unknown[0]
        if unknown and not (place and _PLACE.search(text, here, line[1])):
            return None
        changed = any(word in updates for word in between)
        (later if changed else first).append(span)
        here = span[1]
    (later if changed else first).pop()
    return [*first, *later] if found or any(letter.isdigit() for letter in text[slice(*line)]) else None
