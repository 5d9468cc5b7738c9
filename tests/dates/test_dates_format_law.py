"""What `format_date` writes reads back as the same value: in every language, style, naming system, set of digits and calendar."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from itertools import product
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.dates import When, find_dates, format_date, languages, parse_date
from newsmodel.dates.calendars import Calendar, first_day, last_day
from newsmodel.dates.formatting import Digits, Names, Style
from newsmodel.dates.when import when_key
from newsmodel.dates.words import words
from newsmodel.errors import DateError, ModelError
from newsmodel.strategies import date_texts
from newsmodel.strategies.dates import DateText

TAGS = [*languages(), "en-GB", "en-US", "en-CA", "es-US", "es-MX", "ar-SY", "de-AT"]


def same(one: When, other: When) -> bool:
    return type(one) is type(other) and when_key(one) == when_key(other)


@given(date_texts())
def test_what_is_written_reads_back(case: DateText) -> None:
    text, expected, language = case

    assert same(expected, parse_date(text, language)), text


@given(date_texts(dressed=True))
def test_what_is_written_and_dressed_reads_back(case: DateText) -> None:
    text, expected, language = case

    assert same(expected, parse_date(text, language)), text


@pytest.mark.parametrize("language", [*languages(), "en-GB", "en-US"])
@given(data=st.data())
def test_each_language_reads_what_it_writes(language: str, data: st.DataObject) -> None:
    text, expected, tag = data.draw(date_texts(language, dressed=data.draw(st.booleans())))

    assert language == tag
    assert same(expected, parse_date(text, tag)), text


@given(date_texts() | date_texts(dressed=True))
def test_without_the_language_it_is_the_same_date_or_none(case: DateText) -> None:
    text, expected, _ = case

    with suppress(DateError):
        assert same(expected, parse_date(text)), text


@given(date_texts() | date_texts(dressed=True))
def test_what_is_written_is_found_whole(case: DateText) -> None:
    """Not found may be what a running text has for another thing: a lone year, a number with dots."""
    text, expected, language = case

    for reading in find_dates(text, language):
        assert same(expected, reading.value), text


@pytest.mark.parametrize("language", ["pt", "sw", "und", "", "zh-CN"])
def test_a_language_without_a_table_is_refused(language: str) -> None:
    with pytest.raises(ModelError):
        date_texts(language)


# The sweep: no dice, every choice there is.


def choices(language: str) -> Iterator[dict[str, Any]]:
    """All that `format_date` takes in a language beside the day."""
    for style, names, digits, calendar in product(
        get_args(Style), get_args(Names), get_args(Digits), [each.value for each in Calendar]
    ):
        given_choice = {"style": style, "names": names, "digits": digits, "calendar": calendar}
        plain = (names, digits, calendar) == ("gregorian", "latn", "gregory")
        if style == "iso" and not plain:
            continue
        if names != "gregorian" and (style == "numeric" or calendar != "gregory"):
            continue  # no names are written
        try:
            format_date(date(2000, 1, 1), language, **given_choice)
        except ModelError:
            continue
        yield given_choice


def days(calendar: Calendar) -> list[date]:
    """Every 97th day from 1900 to 2100 and every day of 2020 and 2021, as far as the calendar goes."""
    sparse = range(date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal(), 97)
    dense = range(date(2020, 1, 1).toordinal(), date(2022, 1, 1).toordinal())
    first, last = first_day(calendar).toordinal(), last_day(calendar).toordinal()
    return [date.fromordinal(each) for each in (*sparse, *dense) if first <= each <= last]


SWEEP = [
    pytest.param(tag, choice, id="-".join([tag, *choice.values()])) for tag in TAGS for choice in choices(tag)
]


@pytest.mark.parametrize(("language", "choice"), SWEEP)
def test_every_choice_reads_back_through_two_centuries(language: str, choice: dict[str, Any]) -> None:
    lost: list[tuple[str, str]] = []
    for day in days(Calendar(choice["calendar"])):
        text = format_date(day, language, **choice)
        try:
            got: When | None = parse_date(text, language)
        except DateError:
            got = None
        if got != day:
            lost.append((text, str(got)))

    assert lost == []


REGIONS = [
    f"{language}-{region}"
    for language in languages()
    for cldr in [words(language).cldr]
    if cldr is not None
    for region in sorted({*cldr.region_patterns, *cldr.orders, *words(language).orders})
    if region.isalpha()
]


@pytest.mark.parametrize("tag", REGIONS)
def test_numbers_read_back_in_every_region(tag: str) -> None:
    """Or the region has no one order, and none are written."""
    written: list[tuple[date, str]] = []
    with suppress(ModelError):
        written = [(day, format_date(day, tag, style="numeric")) for day in days(Calendar.GREGORIAN)[::5]]

    assert written or words(tag[:2]).order(tag[3:]) is None
    assert [text for day, text in written if parse_date(text, tag) != day] == []


@pytest.mark.parametrize(("language", "choice"), SWEEP)
def test_no_choice_is_another_date_without_its_language(language: str, choice: dict[str, Any]) -> None:
    wrong: list[tuple[str, str]] = []
    for day in (date(2021, 1, 1) + timedelta(days=15 * number) for number in range(25)):
        text = format_date(day, language, **choice)
        with suppress(DateError):
            got = parse_date(text)
            if got != day:
                wrong.append((text, str(got)))

    assert wrong == []
