"""Reading one date: the whole text must be one, and surely one."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from newsmodel.dates.assemble import Assembly
from newsmodel.dates.fold import Folded, fold
from newsmodel.dates.grammar import plan
from newsmodel.dates.hint import Hint, hint
from newsmodel.dates.iso import read_iso
from newsmodel.dates.lexicon import lexicon
from newsmodel.dates.numeric import counted_elsewhere
from newsmodel.dates.reading import DateReading, Said
from newsmodel.dates.refusal import refusal
from newsmodel.dates.tokens import Token, shape, tokenise
from newsmodel.dates.when import When
from newsmodel.dates.words import LANGUAGES
from newsmodel.errors import DateError

LONGEST: Final = 200
"""Characters: the longest dates in the news have 80, and nothing longer costs more than a look at its length."""


def parse_date(text: str, *, language: str | None = None) -> When:
    """Read a date as news print it and give its value: a datetime (aware or naive), a date, or a `ReducedDate`.

    The same as ``read_date(text, language=language).value``; raises `DateError` as that does.

    >>> from newsmodel.dates import parse_date
    >>> parse_date("الجمعة 26 نوفمبر/تشرين الثاني 2021")
    datetime.date(2021, 11, 26)
    >>> print(parse_date("ноябрь 2021 г."))
    2021-11
    """
    return read_date(text, language=language).value


def read_date(text: str, *, language: str | None = None) -> DateReading:
    """Read a date as news print it: Arabic, English, Russian, ISO 8601-1 calendar forms, RFC 5322 §3.3.

    ``language`` is the BCP 47 tag of the text, if known: it decides the order of ``03/04/2024``, where a region may be
    needed (``en-GB``), and restricts the words. The reading is as precise as the text and in the Gregorian calendar.

    Raises `DateError` for what is no date and for what is not surely one: days that do not exist, weekdays and month names
    that contradict each other, numbers with two readings, words not understood, dates without a year, relative ones,
    those of other calendars, and any text longer than 200 characters.

    >>> from newsmodel.dates import read_date
    >>> reading = read_date("26 ноября 2021 г., 14:05 МСК")
    >>> print(reading.value, reading.precision.value, reading.language, reading.zone)
    2021-11-26 14:05:00+03:00 minute ru МСК
    >>> read_date("03/04/2024")
    Traceback (most recent call last):
        ...
    newsmodel.errors.DateError: expected a date with one reading (this may be 2024-03-04 or 2024-04-03: name the language), got '03/04/2024'
    """
    if len(text) > LONGEST:
        raise DateError(f"a date, of at most {LONGEST} characters", text)
    folded, told = fold(text), hint(language)
    said = _iso(folded, text, told)
    if said is not None:
        return _reading(said, folded, _edges(folded.text), told.language)
    if told.language is not None and told.language not in LANGUAGES:
        raise DateError(f"an ISO 8601 date (words are known for {', '.join(LANGUAGES)} only)", text)
    tokens = tokenise(folded.text, lexicon(told.language))
    while tokens and tokens[-1].text == ".":
        tokens.pop()  # the full stop of a date that is a sentence
    reading = reading_of(tokens, folded, text, told)
    if reading is None:
        raise refusal(tokens, shape(tokens), text)
    return reading


def reading_of(tokens: list[Token], folded: Folded, source: str, told: Hint) -> DateReading | None:
    """Read tokens that are a date from the first to the last; None where they follow no rule."""
    roles = plan(shape(tokens))
    if roles is None:
        return None
    languages = {token.meaning.language for token in tokens} - {None}
    if len(languages) > 1:
        raise DateError(
            f"words of one language (these are of {', '.join(sorted(filter(None, languages)))})", source
        )
    spoken = next(iter(languages), None)
    parts = {role: tokens[place] for role, place in roles.items()}
    said = Assembly(parts, source, spoken, told).says()
    span = tokens[min(roles.values())].start, tokens[-1].end
    return _reading(said, folded, span, spoken or told.language)


def _edges(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())


def _iso(folded: Folded, source: str, told: Hint) -> Said | None:
    body = folded.text.strip()
    if not body[:4].isdecimal():
        return None
    if body.isdecimal() and len(body) == 8:
        return None  # left to the rules, which know how far to trust it
    said = read_iso(body)
    if said is None or isinstance(said.value, datetime) or not counted_elsewhere(said.value.year):
        return said
    # ISO 8601 is Gregorian, but who writes in a language with a calendar of its own, or in its digits, may not be.
    if told.table.own_calendar if told.table else body != source.strip():
        raise DateError(f"a year whose calendar is clear (not {said.value.year})", source)
    return said


def _reading(said: Said, folded: Folded, span: tuple[int, int], language: str | None) -> DateReading:
    return DateReading(
        said.value, said.precision, language, "gregory", said.zone, folded.original(*span), said.assumed
    )
