"""Dates with something wrong or unusual beside them: what is sure is read, and what was assumed is said."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from newsmodel import DateError, ModelError, find_dates, parse_date, read_date
from newsmodel.dates import ReducedDate, When

REFERENCE = datetime(2024, 5, 5, tzinfo=UTC)
NOT_RECKONED = "the other calendar's half was not reckoned"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("عام 1413 هـ الموافق لعام 1992 م", ReducedDate(1992)),
        ("5 محرم 3000 هـ الموافق 7 مايو 2024", date(2024, 5, 7)),
        ("7 مايو 2024 الموافق 5 محرم 3000 هـ", date(2024, 5, 7)),
    ],
)
def test_a_date_beside_one_of_another_calendar_that_our_tables_do_not_hold(text: str, value: When) -> None:
    reading = read_date(text, language="ar")

    assert reading.value == value
    assert NOT_RECKONED in reading.assumed


@pytest.mark.parametrize("text", ["محرم 1445 هـ الموافق يوليو 2023", "5 محرم 3000 هـ الموافق 45 مايو 2024"])
def test_two_halves_of_which_neither_is_a_date_that_we_know(text: str) -> None:
    with pytest.raises(DateError):
        parse_date(text, language="ar")


def test_today_beside_another_day() -> None:
    with pytest.raises(DateError, match="the day that 'today' is"):
        read_date("today, 6 May 2024", language="en", reference=REFERENCE)
    reading = read_date("today, 6 May 2024", language="en", reference=REFERENCE, strict=False)

    assert reading.value == date(2024, 5, 6)
    assert reading.assumed == ("the date is right and 'today' wrong",)


def test_a_stamp_is_read_to_the_second() -> None:
    assert parse_date("20240506101112") == datetime(2024, 5, 6, 10, 11, 12)  # noqa: DTZ001  # no zone is said


def test_options_that_are_none_are_refused() -> None:
    with pytest.raises(ModelError, match="one of s, ms"):
        parse_date("1637935200", epoch="m")  # type: ignore[arg-type]
    with pytest.raises(ModelError, match="BCP 47"):
        parse_date("5 May 2024", language="english")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from 5 May 1945 to 7 June", [date(1945, 5, 5), date(1945, 6, 7)]),
        ("from 5 May 2023 to 7 June", [date(2023, 5, 5), date(2024, 6, 7)]),  # so it may have been meant
        ("from 5 May 1945 to 29 February", [date(1945, 5, 5)]),  # no such day in that year
        ("from May 1945 to 7 June", [ReducedDate(1945, 5), date(2024, 6, 7)]),
        ("from 3 June to July 1945", [date(1945, 6, 3), ReducedDate(1945, 7)]),
    ],
)
def test_a_year_that_one_of_two_dates_says(text: str, values: list[When]) -> None:
    assert [found.value for found in find_dates(text, language="en", reference=REFERENCE)] == values
