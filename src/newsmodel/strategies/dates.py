"""Strategies for dates as news print them, each with what it says: for tests of any parser of dates."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Any, NamedTuple, get_args

from hypothesis import strategies as st
from hypothesis.strategies import (
    SearchStrategy,  # noqa: TC002  # sphinx and users' tools read these annotations
)

from newsmodel.dates.calendars import Calendar, first_day, last_day
from newsmodel.dates.formatting import Digits, Names, Style, format_date
from newsmodel.dates.when import ReducedDate, When
from newsmodel.dates.words import languages, words
from newsmodel.errors import ModelError

_FIRST, _LAST = date(1900, 1, 1), date(2100, 12, 31)
# What may be set between two letters of a date without a change of its meaning: marks of direction, and the stretching of
# Arabic letters.
_MARKS = ("\u200e", "\u200f", "\u061c", "\u2068", "\u2069", "\ufeff")
_TATWEEL = "\u0640"


class DateText(NamedTuple):
    """A date as text, the value it says, and the BCP 47 tag of its language; unpacks into ``(text, expected, language)``."""

    text: str
    expected: When
    language: str


@cache
def date_texts(language: str | None = None, *, dressed: bool = False) -> SearchStrategy[DateText]:
    """Dates of 1900 to 2100 as text, each with the value that it says.

    Days, moments with and without an offset, months and years; in every style, naming system, set of digits and calendar that
    `newsmodel.dates.format_date` writes in that language. ``language`` is a BCP 47 tag of one of `newsmodel.dates.languages`; None
    is any of them. ``dressed`` sets marks of direction into the text and stretches Arabic letters, as pages do.

    Raises `ModelError` for a language without a table.
    """
    if language is None:
        return st.sampled_from(_tags()).flatmap(lambda tag: date_texts(tag, dressed=dressed))
    if language.partition("-")[0] not in languages():
        raise ModelError("language", f"one of {', '.join(languages())}", language)
    return _in_language(language, dressed=dressed)


def _tags() -> list[str]:
    """A tag for each language, with a region where numbers need one."""
    return [tag for tag in languages() if words(tag).order(None)] + ["en-GB", "en-US"]


def _choices(language: str) -> dict[str, list[Any]]:
    """What `format_date` takes beside the value, in this language."""
    table = words(language.partition("-")[0])

    def taken(name: str, value: str) -> bool:
        try:
            format_date(date(2000, 1, 1), language, **{name: value})  # type: ignore[arg-type]
        except ModelError:
            return False
        return True

    return {
        "style": [style for style in get_args(Style) if taken("style", style)],
        "names": [names for names in get_args(Names) if taken("names", names)],
        "digits": [digits for digits in get_args(Digits) if digits in table.digits],
        "calendar": [each for each in Calendar if taken("calendar", each.value)],
    }


@st.composite
def _in_language(draw: st.DrawFn, language: str, *, dressed: bool) -> DateText:
    choices = _choices(language)
    calendar: Calendar = draw(st.sampled_from(choices["calendar"]))
    expected = draw(_whens(calendar))
    style = draw(st.sampled_from(choices["style"]))
    if style == "iso":
        calendar = Calendar.GREGORIAN
    text = format_date(
        expected,
        language,
        style=style,
        names="gregorian" if calendar is not Calendar.GREGORIAN else draw(st.sampled_from(choices["names"])),
        digits=draw(st.sampled_from(choices["digits"])),
        calendar=calendar.value,
    )
    return DateText(draw(_dressed(text)) if dressed else text, expected, language)


def _whens(calendar: Calendar) -> SearchStrategy[When]:
    first, last = max(_FIRST, first_day(calendar)), min(_LAST, last_day(calendar))
    days = st.dates(first, last)
    offsets = st.none() | st.integers(-14 * 60, 14 * 60).map(
        lambda minutes: timezone(timedelta(minutes=minutes)) if minutes else UTC
    )
    moments = st.builds(
        lambda day, clock, zone: datetime.combine(day, clock, zone),
        days,
        st.times() | st.times().map(lambda clock: clock.replace(second=0, microsecond=0)),
        offsets,
    )
    if calendar is not Calendar.GREGORIAN:
        return days | moments
    reduced = st.builds(ReducedDate, st.integers(_FIRST.year, _LAST.year), st.none() | st.integers(1, 12))
    return st.one_of(days, moments, reduced)


@st.composite
def _dressed(draw: st.DrawFn, text: str) -> str:
    pieces: list[str] = []
    for before, letter in zip(" " + text, text, strict=False):
        if draw(st.integers(0, 5)) == 0:
            arabic = "\u0620" <= before <= "\u064a" and "\u0620" <= letter <= "\u064a"
            pieces.append(_TATWEEL if arabic else draw(st.sampled_from(_MARKS)))
        pieces.append(letter)
    return "".join(pieces)
