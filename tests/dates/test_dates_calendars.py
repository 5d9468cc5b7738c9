"""Days of the lunar and the solar Hijri calendar, against the official table and days known from elsewhere."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from newsmodel.dates.calendars import (
    Calendar,
    days_in_month,
    first_day,
    from_gregorian,
    last_day,
    to_gregorian,
)

TABLED = [Calendar.UMM_AL_QURA, Calendar.PERSIAN]

KNOWN = [
    (Calendar.UMM_AL_QURA, (1343, 1, 1), date(1924, 8, 2)),
    (Calendar.UMM_AL_QURA, (1442, 9, 1), date(2021, 4, 13)),  # 1 Ramadan
    (Calendar.UMM_AL_QURA, (1443, 4, 21), date(2021, 11, 26)),
    (Calendar.UMM_AL_QURA, (1500, 12, 30), date(2077, 11, 16)),
    (Calendar.PERSIAN, (1178, 1, 1), date(1799, 3, 21)),
    (Calendar.PERSIAN, (1399, 12, 30), date(2021, 3, 20)),
    (Calendar.PERSIAN, (1400, 1, 1), date(2021, 3, 21)),  # Nowruz
    (Calendar.PERSIAN, (1400, 6, 28), date(2021, 9, 19)),
    (Calendar.PERSIAN, (1400, 9, 5), date(2021, 11, 26)),
    (Calendar.PERSIAN, (1403, 1, 1), date(2024, 3, 20)),
    (Calendar.PERSIAN, (1501, 12, 29), date(2123, 3, 20)),
    (Calendar.GREGORIAN, (2024, 2, 29), date(2024, 2, 29)),
]

# As printed in Iran's calendars: mostly every fourth year, but the fifth after 1370 and after 1403.
PERSIAN_LEAP_YEARS = [1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408]

YEARS_OF_TABLE = "a year from 1343 to 1500 (the years of the official Umm al-Qura table), not "
YEARS_OF_RULE = (
    "a year from 1178 to 1501 (the years in which the rule of 33 years holds for the Persian calendar), not "
)

REFUSED = [
    (Calendar.PERSIAN, (1400, 12, 30), "a day from 1 to 29, as 1400-12 has 29 days (not 30)"),
    (Calendar.PERSIAN, (1400, 7, 31), "a day from 1 to 30, as 1400-07 has 30 days (not 31)"),
    (Calendar.PERSIAN, (1400, 13, 1), "a month from 1 to 12 (not 13)"),
    (Calendar.PERSIAN, (1177, 12, 29), YEARS_OF_RULE + "1177"),
    (Calendar.PERSIAN, (1502, 1, 1), YEARS_OF_RULE + "1502"),
    (Calendar.UMM_AL_QURA, (1443, 4, 30), "a day from 1 to 29, as 1443-04 has 29 days (not 30)"),
    (Calendar.UMM_AL_QURA, (1443, 4, 0), "a day from 1 to 29, as 1443-04 has 29 days (not 0)"),
    (Calendar.UMM_AL_QURA, (1443, 13, 1), "a month from 1 to 12 (not 13)"),
    (Calendar.UMM_AL_QURA, (1443, 0, 1), "a month from 1 to 12 (not 0)"),
    (Calendar.UMM_AL_QURA, (1342, 12, 29), YEARS_OF_TABLE + "1342"),
    (Calendar.UMM_AL_QURA, (1501, 1, 1), YEARS_OF_TABLE + "1501"),
    (Calendar.GREGORIAN, (2023, 2, 29), "a day from 1 to 28, as 2023-02 has 28 days (not 29)"),
    (Calendar.GREGORIAN, (0, 1, 1), "a year from 0001 to 9999 (the years of a datetime.date), not 0"),
]


def test_every_month_is_as_the_official_table_has_it(shared: Path) -> None:
    table = (shared / "samples" / "dates" / "umm_al_qura_month_starts.tsv").read_text("utf-8")

    ours = [
        f"{year}\t{month}\t{to_gregorian(Calendar.UMM_AL_QURA, year, month, 1)}"
        f"\t{days_in_month(Calendar.UMM_AL_QURA, year, month)}"
        for year in range(1343, 1501)
        for month in range(1, 13)
    ]

    assert ours == table.splitlines()


@pytest.mark.parametrize("calendar", TABLED)
def test_days_follow_each_other_and_come_back(calendar: Calendar) -> None:
    day, before = first_day(calendar), None
    while day <= last_day(calendar):
        parts = from_gregorian(calendar, day)
        assert to_gregorian(calendar, *parts) == day
        assert before is None or before < parts
        day, before = day + timedelta(1), parts


@pytest.mark.parametrize("calendar", Calendar)
def test_a_range_is_whole_years(calendar: Calendar) -> None:
    first, last = from_gregorian(calendar, first_day(calendar)), from_gregorian(calendar, last_day(calendar))

    assert first[1:] == (1, 1)
    assert last[1:] == (12, days_in_month(calendar, last[0], 12))


@pytest.mark.parametrize(("calendar", "parts", "day"), KNOWN)
def test_known_days(calendar: Calendar, parts: tuple[int, int, int], day: date) -> None:
    assert to_gregorian(calendar, *parts) == day
    assert from_gregorian(calendar, day) == parts


def test_persian_leap_years() -> None:
    leap = [year for year in range(1358, 1409) if days_in_month(Calendar.PERSIAN, year, 12) == 30]

    assert leap == PERSIAN_LEAP_YEARS


@pytest.mark.parametrize(("calendar", "parts", "expected"), REFUSED)
def test_days_that_do_not_exist_are_refused(
    calendar: Calendar, parts: tuple[int, int, int], expected: str
) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(expected)}$"):
        to_gregorian(calendar, *parts)


@pytest.mark.parametrize("calendar", TABLED)
def test_days_outside_the_range_are_refused(calendar: Calendar) -> None:
    first, last = first_day(calendar), last_day(calendar)
    for outside in (first - timedelta(1), last + timedelta(1)):
        with pytest.raises(
            ValueError, match=rf"^a day from {first} to {last} \(the years .+\), not {outside}$"
        ):
            from_gregorian(calendar, outside)
