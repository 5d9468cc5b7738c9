"""Laws of reading and writing, over times and texts that nobody chose."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsmodel.dates import (
    DateReading,
    ReducedDate,
    When,
    find_dates,
    format_date,
    parse_date,
    read_date,
)
from newsmodel.dates.formatting import Digits, Names
from newsmodel.dates.lexicon import lexicon
from newsmodel.dates.when import when_key
from newsmodel.errors import DateError

timeless = settings(deadline=None)  # a busy machine breaks no law
MARKS = (
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u0640\u064f\u00ad\u200d\ufeff"
)
ARAB, EXTENDED = (str.maketrans("0123456789", digits) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"))


@st.composite
def offsets(draw: st.DrawFn) -> timezone:
    minutes = draw(st.integers(-14 * 60, 14 * 60))
    return timezone(timedelta(minutes=minutes)) if minutes else UTC


def whens() -> st.SearchStrategy[When]:
    return st.one_of(
        st.dates(),
        st.datetimes(timezones=st.none() | offsets()),
        st.builds(ReducedDate, st.integers(1, 9999), st.none() | st.integers(1, 12)),
    )


CHOICES: list[tuple[str, Names, Digits]] = [
    ("en", "gregorian", "latn"),
    ("ru", "gregorian", "latn"),
    ("ar", "gregorian", "latn"),
    ("ar", "gregorian", "arab"),
    ("ar", "levantine", "latn"),
    ("ar", "levantine", "arab"),
    ("ar", "dual", "latn"),
    ("ar", "dual", "arab"),
]
choices = st.sampled_from(CHOICES)


def same(one: When, other: When) -> bool:
    return type(one) is type(other) and when_key(one) == when_key(other)


@st.composite
def written(draw: st.DrawFn) -> tuple[When, str, str]:
    """A time, its language, and the time as written."""
    when, (language, names, digits) = draw(whens()), draw(choices)
    return when, language, format_date(when, language, names=names, digits=digits)


@st.composite
def texts_with_pieces(draw: st.DrawFn) -> str:
    """Not quite dates: their words, numbers and marks in any order."""
    words = [key for language in ("ar", "en", "ru") for key in lexicon(language).meanings]
    pieces = st.one_of(
        st.sampled_from(words),
        st.integers(0, 3000).map(str),
        st.sampled_from(
            ["10:30", "2021-11-26", "T", "+03:00", "/", "-", ".", ",", "،", "(", ")", "م", " ", "٢٦"]
        ),
        st.text(max_size=2),
    )
    return draw(st.sampled_from(["", " "])).join(draw(st.lists(pieces, max_size=9)))


@pytest.mark.parametrize(("language", "names", "digits"), CHOICES)
@timeless
@given(when=whens())
@example(ReducedDate(1443))
@example(date(1443, 4, 21))
@example(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))))
@example(datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=timezone(-timedelta(hours=14))))
def test_what_is_written_reads_back(language: str, names: Names, digits: Digits, when: When) -> None:
    text = format_date(when, language, names=names, digits=digits)

    assert same(when, parse_date(text, language=language)), text
    assert same(when, parse_date(text)) or (language == "en" and isinstance(when, ReducedDate)), text


@timeless
@given(whens(), st.sampled_from(["ar", "en", "ru", "fr"]))
def test_what_is_written_in_iso_reads_back(when: When, language: str) -> None:
    assert same(when, parse_date(format_date(when, language, style="iso")))


@timeless
@given(written())
def test_the_span_is_the_text(case: tuple[When, str, str]) -> None:
    _, language, text = case
    start, end = read_date(f" {text} ", language=language).span

    assert text.removeprefix("عام ") == f" {text} "[start:end]


@timeless
@given(written(), st.data())
def test_marks_that_are_not_seen_change_nothing(case: tuple[When, str, str], data: st.DataObject) -> None:
    when, language, text = case
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(text)))
        text = text[:place] + data.draw(st.sampled_from(MARKS)) + text[place:]

    assert same(when, parse_date(text, language=language))


@timeless
@given(written(), st.sampled_from([ARAB, EXTENDED]))
def test_digits_of_another_script_change_nothing(case: tuple[When, str, str], digits: dict[int, int]) -> None:
    when, language, text = case

    assert same(when, parse_date(text.translate(digits), language=language)) or text.isdecimal()


@timeless
@given(written(), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_changes_nothing(case: tuple[When, str, str], change: type[str]) -> None:
    when, language, text = case

    assert same(when, parse_date(change(text), language=language))


@timeless
@given(st.one_of(st.text(), texts_with_pieces()), st.sampled_from([None, "ar", "en", "ru", "en-US", "x", ""]))
@example("1" * 200, None)
@example("2021-11-26T10:00:00+99:99", None)
@example("Friday, 31-Nov-99 10:00:00 GMT", None)
def test_reading_raises_nothing_but_date_error(text: str, language: str | None) -> None:
    with suppress(DateError):
        assert isinstance(read_date(text, language=language), DateReading)
    for reading in find_dates(text, language=language):
        start, end = reading.span
        assert 0 <= start < end <= len(text)


@timeless
@given(
    st.one_of(written().map(lambda case: case[2]), texts_with_pieces()), st.sampled_from(["ar", "en", "ru"])
)
def test_a_language_never_changes_the_answer(text: str, language: str) -> None:
    with suppress(DateError):
        untold = parse_date(text)
        with suppress(DateError):
            assert same(untold, parse_date(text, language=language))


@timeless
@given(
    st.one_of(texts_with_pieces(), written().map(lambda case: case[2])),
    st.sampled_from([None, "ar", "en", "ru"]),
)
def test_what_is_found_is_what_would_be_read(text: str, language: str | None) -> None:
    end = 0
    for reading in find_dates(text, language=language):
        start, stop = reading.span
        again = read_date(text[start:stop], language=language)
        assert end <= start, "in order, and apart"
        assert same(reading.value, again.value), text[start:stop]
        assert (0, stop - start) == again.span
        end = stop


@timeless
@given(st.lists(written(), min_size=1, max_size=4))
def test_every_date_in_a_text_is_found(cases: list[tuple[When, str, str]]) -> None:
    cases = [case for case in cases if not (isinstance(case[0], ReducedDate) and case[0].month is None)]
    text = " ؛ ".join(written_text for _, _, written_text in cases)

    found = [reading.value for reading in find_dates(text)]

    assert [when_key(when) for when, _, _ in cases] == [when_key(when) for when in found]


def test_half_a_day_is_twelve_hours() -> None:
    hours = [
        parse_date(f"26 November 2021, {hour}:00 {half}")
        for half in ("am", "pm")
        for hour in (12, *range(1, 12))
    ]

    assert [datetime(2021, 11, 26, hour) for hour in range(24)] == hours  # noqa: DTZ001  # no zone is named
