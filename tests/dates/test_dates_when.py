"""The four kinds of time: their ISO form, their normal form, their order."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsmodel.dates import ReducedDate, When
from newsmodel.dates.when import checked_when, format_iso, parse_iso, when_key
from newsmodel.errors import DateError, ModelError

timeless = settings(deadline=None)  # a busy machine breaks no law
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
WHENS = st.one_of(
    st.dates(),
    st.datetimes(timezones=st.none() | OFFSETS),
    st.builds(ReducedDate, st.integers(1, 9999), st.none() | st.integers(1, 12)),
)


class Odd(tzinfo):
    """A zone whose offset depends on the day, as that of a real place does."""

    def utcoffset(self, when: datetime | None) -> timedelta:
        return timedelta(hours=2 if when and when.month == 7 else 1)

    def dst(self, when: datetime | None) -> None: ...

    def tzname(self, when: datetime | None) -> str:  # noqa: ARG002  # the signature of tzinfo
        return "odd"


class Day(date):
    """A date of a class of its own."""


@timeless
@given(WHENS)
def test_iso_is_its_own_inverse(when: When) -> None:
    when = checked_when(when)
    again = parse_iso(format_iso(when))

    assert (type(when), when_key(when)) == (type(again), when_key(again))
    assert format_iso(when) == format_iso(again)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2021", ReducedDate(2021)),
        ("2021-11", ReducedDate(2021, 11)),
        ("2021-11-26", date(2021, 11, 26)),
        ("2021-11-26T10:00:00Z", datetime(2021, 11, 26, 10, tzinfo=UTC)),
        ("2021-11-26t10:00:00.5z", datetime(2021, 11, 26, 10, 0, 0, 500_000, tzinfo=UTC)),
        ("2021-11-26T10:00:00-03:30", datetime.fromisoformat("2021-11-26T10:00:00-03:30")),
        ("2021-11-26T10:00:00", datetime.fromisoformat("2021-11-26T10:00:00")),
    ],
)
def test_reads_iso(text: str, value: When) -> None:
    got = parse_iso(text)

    assert (type(value), when_key(value)) == (type(got), when_key(got))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1" * 10_000,
        "20211126",
        "2021-11-26T10:00",
        "2021-11-26 10:00:00",
        "2021-11-26T10:00:00+0300",
        "2021-11-26T10:00:00+15:00",
        "2021-11-26T10:00:00+03:60",
        "2021-11-26T24:00:00",
        "2021-02-29",
        "0000",
        "2021-13",
        "2021\n",
        "٢٠٢١",
    ],
)
def test_refuses_other_forms(text: str) -> None:
    with pytest.raises(DateError):
        parse_iso(text)


@pytest.mark.parametrize("value", [None, "2021", 2021, timedelta(1)])
def test_refuses_what_is_no_time(value: Any) -> None:
    with pytest.raises(ModelError):
        checked_when(value)


@pytest.mark.parametrize(
    "offset", [timedelta(seconds=1), timedelta(hours=14, minutes=1), -timedelta(hours=15)]
)
def test_refuses_offsets_of_no_zone(offset: timedelta) -> None:
    with pytest.raises(ModelError, match="whole minutes within ±14:00"):
        checked_when(datetime(2021, 11, 26, tzinfo=timezone(offset)))


def test_a_place_becomes_its_offset() -> None:
    assert timezone(timedelta(hours=2)) == checked_when(datetime(2021, 7, 1, tzinfo=Odd())).tzinfo  # type: ignore[union-attr]  # a datetime
    assert UTC is checked_when(datetime(2021, 7, 1, tzinfo=timezone(timedelta(0)))).tzinfo  # type: ignore[union-attr]  # as above


def test_a_date_of_another_class_becomes_a_date() -> None:
    assert date is type(checked_when(Day(2021, 11, 26)))


def test_equal_moments_at_other_offsets_are_other_times() -> None:
    here, there = parse_iso("2021-11-26T10:00:00+02:00"), parse_iso("2021-11-26T08:00:00Z")

    assert here == there
    assert when_key(here) != when_key(there)


@pytest.mark.parametrize(
    ("year", "month"), [(0, None), (10_000, None), (2021, 0), (2021, 13), ("2021", 1), (True, 1)]
)
def test_reduced_dates_have_limits(year: Any, month: Any) -> None:
    with pytest.raises(ModelError):
        ReducedDate(year, month)


def test_reduced_dates_sort_with_the_year_first() -> None:
    later, year, earlier = ReducedDate(2021, 2), ReducedDate(2021), ReducedDate(2020, 12)

    assert [earlier, year, later] == sorted([later, year, earlier])
