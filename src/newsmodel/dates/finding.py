"""Finding dates in running text, in time that grows with the text's length and no faster.

A line is cut into tokens once; the rules are matched over their letters, each attempt in bounded time; what follows a rule is read
as `read_date` reads it, and left out where that refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from itertools import groupby

from attrs import evolve

from newsmodel.dates.fold import Folded, fold
from newsmodel.dates.grammar import find
from newsmodel.dates.lexicon import lexicon
from newsmodel.dates.pairs import GREGORY, joined
from newsmodel.dates.parsing import OrderName, in_zone, reading_of
from newsmodel.dates.plain import SHAPES, read_plain
from newsmodel.dates.reading import DateReading, Precision
from newsmodel.dates.request import (
    Languages,
    Request,
    candidates,
    order_of,
    reference_of,
    zone_of,
)
from newsmodel.dates.tokens import Token, shape, tokenise
from newsmodel.dates.when import ReducedDate
from newsmodel.dates.words import Words
from newsmodel.errors import DateError

_LINE = re.compile(r"[^\r\n]+")
_DIGIT = re.compile(r"\d")
# What a date may not lean on: letters, digits, and marks that tie it to another number (ranges, scores, addresses).
_TIED_BEFORE = re.compile(r"(?:\w|\w-|[0-9][.,:/+‒–—−]|[#№$€£]\s?)\Z")
_TIED_AFTER = re.compile(r"\w|[.,:/‒–—−-][0-9]|\s?\+\s?[0-9]|\s?[%$€£]")
_NO_NAME = frozenset("AJaBOLl,")
_ATTACHED = frozenset("AJa&BO")
_MONTH_LETTERS = frozenset("Mw")


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
    part of it. Left alone are years on their own, a weekday alone, what belongs to a name (a street, a square), and
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
    for line in _LINE.finditer(text):
        if request.reference is None and not _DIGIT.search(line[0]):
            continue  # what names a year has figures
        folded = fold(line[0], line.start())
        several = candidates(None, folded.text, request, mixed=True) if told is None else told
        found = [each for one in several for each in _in_line(folded, one)]
        yield from found if told is not None and len(told) == 1 else _agreed(found)


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


def _in_line(folded: Folded, told: Request) -> Iterator[DateReading]:
    tokens = tokenise(folded.text, lexicon(told.language))
    letters = shape(tokens)
    last: tuple[int, DateReading] | None = None
    for (first, end), reading in _separate(tokens, letters, folded, told):
        if last is not None:
            both = _pair(last[1], reading, letters[last[0] : first])
            if both is not None:
                after = _closing(letters, last[0], first, end)
                last = after, _stretched(both, folded, tokens[after - 1].end)
                continue
            yield in_zone(last[1], told, "")
        last = end, reading
    if last is not None:
        yield in_zone(last[1], told, "")


def _separate(
    tokens: list[Token], letters: str, folded: Folded, told: Request
) -> Iterator[tuple[tuple[int, int], DateReading]]:
    place, barred = 0, 0
    while found := find(letters, place):
        first, end = found
        if _tied(folded.text, tokens, first, end):
            place, barred = first + 1, end
            continue
        if _of_name(tokens, letters, first, end, told):
            place = end
            continue
        reading = _reading(tokens[first:end], folded, told)
        place = end
        # The month of a day that was passed over ("26–27 November 2021") is no date of its own.
        if reading is not None and (first >= barred or reading.precision is not Precision.MONTH):
            yield (first, end), reading


def _reading(tokens: list[Token], folded: Folded, told: Request) -> DateReading | None:
    text = folded.text[tokens[0].start : tokens[-1].end]
    if told.language is not None and not folded.gaps and shape(tokens) in SHAPES:
        plain = read_plain(text, told.language, tokens[0].start + folded.offset)
        if plain is not None:
            return plain
    try:
        return reading_of(tokens, folded, text, told)
    except DateError:
        return None


def _tied(text: str, tokens: list[Token], first: int, end: int) -> bool:
    start = tokens[first].start
    if _TIED_AFTER.match(text, tokens[end - 1].end):
        return True
    # A preposition or "and" of one letter is written together with what follows («و5 أوت», «ב-26»).
    attached = first > 0 and tokens[first - 1].meaning.letter in _ATTACHED
    return not attached and bool(_TIED_BEFORE.search(text[max(0, start - 2) : start]))


def _of_name(tokens: list[Token], letters: str, first: int, end: int, told: Request) -> bool:
    """Whether a date is part of a name: of a street, a square, a party; or its month is a word that is none ("may 26 people")."""
    here = letters[first:end]
    if letters[end : end + 1] == "b":
        return True
    before = first
    while before > 0 and before > first - 3 and letters[before - 1] in _NO_NAME:
        before -= 1
    if letters[before - 1 : before] == "b" or "b" in letters[max(0, first - 1) : first]:
        return True
    table = told.table
    if table is not None and table.capital_months:
        months = [token for token in tokens[first:end] if token.meaning.letter in _MONTH_LETTERS]
        if any(month.text[0].islower() for month in months):
            return True
    if "G" in here and any(
        token.meaning.letter == "G" and token.meaning.number > 0 for token in tokens[first:end]
    ):
        return True  # «через 26 минут» counts from something the text tells of
    if (
        table is not None
        and "4" not in here
        and not set("hs") & set(here)
        and not _fits_yearless(here, table)
    ):
        return True
    if here == "i":
        return True  # "now" is no date in a text
    # "today" and "the day" are more often "nowadays" or one word in Arabic: only with a weekday or a clock beside it.
    return here.lstrip("AJaBLl") == "T" and tokens[end - 1].meaning.number == 0


def _fits_yearless(here: str, table: Words) -> bool:
    """A month and a number, or a number with a dot and a month, are a day only in a language that writes it so."""
    if re.search("[Mw]B?[12d]", here) and not table.month_first and not re.search("[12d]-?o?[.O]?[Mw]", here):
        return False
    return table.dotted_days or not re.search(r"[12]\.[Mw]", here)


def _pair(first: DateReading, second: DateReading, between: str) -> DateReading | None:
    """Two dates with next to nothing between them, in two calendars, are one."""
    if first.calendar == second.calendar or GREGORY not in {first.calendar, second.calendar}:
        return None
    if not re.fullmatch(r"[,|/(=-]{0,2}[AJaBOKLl:-]{0,4}", between):
        return None
    if isinstance(first.value, ReducedDate) or isinstance(second.value, ReducedDate):
        return None
    try:
        return joined(first, second, "")
    except DateError:
        return None


def _closing(letters: str, start: int, first: int, end: int) -> int:
    return end + ("(" in letters[start:first] and letters[end : end + 1] == ")")


def _stretched(reading: DateReading, folded: Folded, end: int) -> DateReading:
    original = folded.original(end - 1, end)[1]
    return evolve(reading, span=(reading.span[0], max(reading.span[1], original)))
