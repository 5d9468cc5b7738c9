"""Finding dates in running text, in time that grows with the text's length and no faster.

A line is cut into tokens once; the rules are matched over their letters, each attempt in bounded time; what follows a rule is read
as `read_date` reads it, and left out where that refuses.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta, tzinfo
from itertools import groupby
from typing import NamedTuple

from attrs import evolve

from newsmodel.dates.fold import fold
from newsmodel.dates.grammar import find
from newsmodel.dates.parsing import OrderName, in_zone, reading_of
from newsmodel.dates.plain import SHAPES, read_plain
from newsmodel.dates.reading import DateReading, Precision
from newsmodel.dates.relative import YEAR_TAKEN
from newsmodel.dates.request import (
    Languages,
    Request,
    candidates,
    day_of,
    order_of,
    reference_of,
    zone_of,
)
from newsmodel.dates.surroundings import Line, line_of, standing_alone
from newsmodel.dates.tokens import cut
from newsmodel.dates.when import ReducedDate, When
from newsmodel.errors import DateError

_LINE = re.compile(r"[^\r\n]+")
_DIGIT = re.compile(r"\d")
# What may stand between two dates: in two calendars, over the letters of tokens; and in a range or a list, as text.
_JOINT = re.compile(r"[,|/(=-]{0,2}[AJaBOKLl:-]{0,4}")
_RANGE = re.compile(r"\s*[,،&/‒–—-]?\s*(?:\w{1,5}\s*){0,2}[-‐]?")
_OTHER_CALENDAR = re.compile("[hsHS]")


def find_dates(
    text: str,
    language: Languages = None,
    reference: datetime | date | None = None,
    order: OrderName | None = None,
    zone: str | tzinfo | None = None,
    *,
    strict: bool = True,
) -> Iterator[DateReading]:
    """Give the dates in a running text, in order, each with its exact ``span``; the arguments are those of `read_date`.

    A date is a day or a month with its year, with weekday, time and zone where these stand beside it; with a ``reference`` also
    a day without its year (the nearest one), "yesterday", "two days ago", "last Friday", "last November". Prepositions are no
    part of it. Left alone are years without a word for the year, a weekday alone, what belongs to a name (a street, a square), and
    whatever `read_date` would refuse.

    >>> from newsmodel.dates import find_dates
    >>> text = "В ноябре 2019 года – убыток, а 26 ноября 2021 г. – прибыль."
    >>> [(text[slice(*found.span)], str(found.value)) for found in find_dates(text)]
    [('ноябре 2019 года', '2019-11'), ('26 ноября 2021 г.', '2021-11-26')]
    """
    request = Request(
        None, None, reference_of(reference), order_of(order), zone_of(zone), strict, nearest=True
    )
    told = None if language is None else list(candidates(language, text, request))
    return _in_text(text, request, told)


def _in_text(text: str, request: Request, told: list[Request] | None) -> Iterator[DateReading]:
    for match in _LINE.finditer(text):
        if request.reference is None and not _DIGIT.search(match[0]):
            continue  # what names a year has figures
        folded = fold(match[0], match.start())
        if told is not None and len(told) == 1:
            yield from _in_line(line_of(folded, told[0]))
            continue
        several = told or candidates(None, folded.text, request, mixed=True)
        pieces = cut(folded.text)
        lines = [line_of(folded, each, pieces) for each in several]
        yield from _agreed([each for line in _likeliest(lines) for each in _in_line(line)])


def _likeliest(lines: list[Line]) -> Iterator[Line]:
    """Of the languages of one script those that know most words of a line: "Mars 2020" is no March in an English text."""
    by_script: dict[str, list[Line]] = {}
    for line in lines:
        by_script.setdefault(line.script, []).append(line)
    for several in by_script.values():
        most = max(line.known_words for line in several)
        yield from (line for line in several if line.known_words * 4 >= most * 3)


def _agreed(found: list[DateReading]) -> Iterator[DateReading]:
    """Of what several languages read, the longest where they overlap, unless two of one length differ."""
    found.sort(key=lambda each: (each.span[0], -each.span[1]))
    end = 0
    for span, readings in groupby(found, key=lambda each: each.span):
        if span[0] < end:
            continue
        end = span[1]
        first, *others = readings
        if all(other.value == first.value for other in others):
            yield evolve(first, language=None) if others else first


def _in_line(line: Line) -> Iterator[DateReading]:
    founds: list[_Found] = []
    for found in _separate(line):
        both = _pair(line, founds[-1], found) if founds else None
        if both is None:
            founds.append(found)
        else:
            founds[-1] = both
    # From the end, as the year of a list stands there: "Nov. 5, Nov. 6 and Dec. 7, 1990".
    for place in range(len(founds) - 2, -1, -1):
        first, second = founds[place : place + 2]
        if _is_range(line, first, second):
            founds[place] = first._replace(reading=_in_year_of(first.reading, second.reading))
    for place in range(1, len(founds)):
        first, second = founds[place - 1 : place + 1]
        if _is_range(line, first, second):
            founds[place] = second._replace(reading=_in_year_before(first.reading, second.reading))
    for found in founds:
        yield from _in_zone(found.reading, line.told)


def _in_zone(reading: DateReading | None, told: Request) -> Iterator[DateReading]:
    """The reading in the caller's zone; nothing for an hour that there was not, or twice."""
    if reading is not None:
        with suppress(DateError):
            yield in_zone(reading, told, "")


class _Found(NamedTuple):
    """Tokens that have the form of a date, and the date, if they are one by themselves."""

    first: int
    end: int
    reading: DateReading | None


def _separate(line: Line) -> Iterator[_Found]:
    place, barred = 0, 0
    kept: tuple[int, int] | None = None
    while found := find(line.letters, place):
        first, end = found
        second = kept is not None and first == kept[1] + 1 and line.letters[first - 1] == "-"
        if not second and line.tied_before(first):
            place, barred = first + 1, end
            continue
        place = end
        kept = standing_alone(line, first, end)
        if kept is None:
            barred = end if line.tied_after(end) else barred
            place = first + 1 if line.letters[first] == "G" else end  # «منذ عام 1962»
            continue
        reading = _reading(line, *kept)
        # The month of a day that was passed over ("26–27 November 2021") is no date of its own.
        if reading is None or first >= barred or reading.precision is not Precision.MONTH:
            yield _Found(*kept, reading)


def _reading(line: Line, first: int, end: int) -> DateReading | None:
    tokens, folded, told = line.tokens[first:end], line.folded, line.told
    text = folded.text[tokens[0].start : tokens[-1].end]
    if told.language is not None and not folded.gaps and line.letters[first:end] in SHAPES:
        plain = read_plain(text, told.language, tokens[0].start + folded.offset)
        if plain is not None:
            return plain
    try:
        return reading_of(tokens, folded, text, told)
    except DateError:
        return None


def _pair(line: Line, first: _Found, second: _Found) -> _Found | None:
    """Two dates with next to nothing between them, in two calendars, are one, as `read_date` reads it."""
    letters, between = line.letters, line.letters[first.end : second.first]
    if not _JOINT.fullmatch(between):
        return None
    if not (_OTHER_CALENDAR.search(letters, first.first, second.end)):
        return None
    end = second.end + ("(" in between and letters[second.end : second.end + 1] == ")")
    both = _reading(line, first.first, end)
    return None if both is None else _Found(first.first, end, both)


def _is_range(line: Line, first: _Found, second: _Found) -> bool:
    """Whether a mark and a short word or two part two dates: "to", «по», «au», «و»."""
    between = line.folded.text[line.tokens[first.end - 1].end : line.tokens[second.first].start]
    return len(between) < 16 and bool(_RANGE.fullmatch(between))


def _in_year_of(first: DateReading | None, second: DateReading | None) -> DateReading | None:
    """Give a day without a year that of the date right after it: "from 5 May to 7 June 1945"; None where it cannot be of that year."""
    if first is None or second is None or YEAR_TAKEN not in first.assumed or YEAR_TAKEN in second.assumed:
        return first
    if isinstance(first.value, ReducedDate):
        return first
    ours, last = day_of(first.value), _last_day(second.value)
    if timedelta(0) <= last - ours <= timedelta(days=2 * 365):
        return first  # so it may have been meant
    try:
        moved = first.value.replace(year=last.year - (ours.replace(year=last.year) > last))
    except ValueError:
        return None
    others = tuple(note for note in first.assumed if note != YEAR_TAKEN)
    return evolve(first, value=moved, assumed=(*others, "the year, from the date after it"))


def _in_year_before(first: DateReading | None, second: DateReading | None) -> DateReading | None:
    """Give a day without a year that of the day right before it: "from 5 May 1945 to 7 June"."""
    if first is None or second is None or YEAR_TAKEN in first.assumed or YEAR_TAKEN not in second.assumed:
        return second
    if isinstance(first.value, ReducedDate) or isinstance(second.value, ReducedDate):
        return second
    start, ours = day_of(first.value), day_of(second.value)
    if abs(ours - start) <= timedelta(days=2 * 365):
        return second
    try:
        moved = second.value.replace(year=start.year + (ours.replace(year=start.year) < start))
    except ValueError:
        return None
    others = tuple(note for note in second.assumed if note != YEAR_TAKEN)
    return evolve(second, value=moved, assumed=(*others, "the year, from the date before it"))


def _last_day(when: When) -> date:
    if isinstance(when, ReducedDate):
        month = when.month or 12
        return date(when.year, month, monthrange(when.year, month)[1])
    return day_of(when)
