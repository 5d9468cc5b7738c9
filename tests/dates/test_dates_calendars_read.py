"""Hijri and Persian dates, alone and beside the Gregorian. The days are those of the official tables, worked out by hand from a few:
21 Rabi' II 1443 and 5 Azar 1400 are 26 November 2021, a Friday; 1 Ramadan 1442 is 13 April 2021.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.dates import find_dates, read_date
from newsmodel.dates.calendars import Calendar, days_in_month, to_gregorian
from newsmodel.errors import DateError

DAY = date(2021, 11, 26)
LUNAR, SOLAR = "islamic-umalqura", "persian"

ALONE: list[tuple[str, str, date, str]] = [
    # In words.
    ("21 ربيع الآخر 1443 هـ", "ar", DAY, LUNAR),
    ("21 ربيع الآخر 1443هـ", "ar", DAY, LUNAR),
    ("٢١ ربيع الآخر ١٤٤٣ هـ", "ar", DAY, LUNAR),
    ("21 ربيع الثاني 1443 هجرية", "ar", DAY, LUNAR),
    ("21 من ربيع الآخر 1443 هجري", "ar", DAY, LUNAR),
    ("21 من شهر ربيع الآخر عام 1443 للهجرة", "ar", DAY, LUNAR),
    ("21 ربيع الآخر سنة 1443 من الهجرة", "ar", DAY, LUNAR),
    ("21 ربيع الآخر 1443", "ar", DAY, LUNAR),
    ("الجمعة 21 ربيع الآخر 1443 هـ", "ar", DAY, LUNAR),
    ("يوم الجمعة، 21 ربيع الآخر 1443 هـ", "ar", DAY, LUNAR),
    ("1 رمضان 1442 هـ", "ar", date(2021, 4, 13), LUNAR),
    ("غرة رمضان 1442 هـ", "ar", date(2021, 4, 13), LUNAR),
    ("1 رمضان المبارك 1442 هـ", "ar", date(2021, 4, 13), LUNAR),
    ("21 Rabi II 1443 AH", "en", DAY, LUNAR),
    ("1 Ramadan 1442", "en", date(2021, 4, 13), LUNAR),
    ("1 рамадана 1442 года хиджры", "ru", date(2021, 4, 13), LUNAR),
    ("1 رمضان 1442 ق", "fa", date(2021, 4, 13), LUNAR),
    ("5 آذر 1400", "fa", DAY, SOLAR),
    ("۵ آذر ۱۴۰۰", "fa", DAY, SOLAR),
    ("جمعه ۵ آذر ۱۴۰۰", "fa", DAY, SOLAR),
    ("جمعه، ۵ آذرماه ۱۴۰۰", "fa", DAY, SOLAR),
    ("1 فروردین 1400", "fa", date(2021, 3, 21), SOLAR),
    ("30 اسفند 1399", "fa", date(2021, 3, 20), SOLAR),
    ("۵ آذر ۱۴۰۰ ه.ش", "fa", DAY, SOLAR),
    ("5 Azar 1400", "en", DAY, SOLAR),
    # In numbers: the mark tells the calendar, and the year, or the day, comes first.
    ("21/4/1443 هـ", "ar", DAY, LUNAR),
    ("21-04-1443هـ", "ar", DAY, LUNAR),
    ("1443/4/21 هـ", "ar", DAY, LUNAR),
    ("1443-04-21 هـ", "ar", DAY, LUNAR),
    ("٢١/٤/١٤٤٣هـ", "ar", DAY, LUNAR),
    ("1400/9/5", "fa", DAY, SOLAR),
    ("۱۴۰۰/۰۹/۰۵", "fa", DAY, SOLAR),
    ("1400-09-05", "fa", DAY, SOLAR),
    ("5/9/1400", "fa", DAY, SOLAR),
    ("۹۸/۰۹/۰۵", "fa", date(2019, 11, 26), SOLAR),
    ("۵ آذر ۹۸", "fa", date(2019, 11, 26), SOLAR),
    # A year that Iran does not count now is Gregorian.
    ("26/11/2021", "fa", DAY, "gregory"),
    ("۲۶ نوامبر ۲۰۲۱", "fa", DAY, "gregory"),
]


@pytest.mark.parametrize(("text", "language", "day", "calendar"), ALONE)
def test_reads_other_calendars_alone(text: str, language: str, day: date, calendar: str) -> None:
    reading = read_date(text, language)

    assert day == reading.value
    assert calendar == reading.calendar
    assert [day] == [each.value for each in find_dates(f"{text} .", language)] or "۹۸" in text


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("21 ربيع الآخر 1443 هـ، 14:05", "ar", datetime(2021, 11, 26, 14, 5)),  # noqa: DTZ001  # no zone is named
        (
            "21 ربيع الآخر 1443 هـ الساعة 14:05 بتوقيت غرينتش",
            "ar",
            datetime(2021, 11, 26, 14, 5, tzinfo=UTC),
        ),
        ("۵ آذر ۱۴۰۰ ساعت ۱۴:۰۵", "fa", datetime(2021, 11, 26, 14, 5)),  # noqa: DTZ001  # no zone is named
    ],
)
def test_reads_a_time_beside_them(text: str, language: str, value: datetime) -> None:
    assert value == read_date(text, language).value


FIRST, SECOND = "21 ربيع الآخر 1443 هـ", "26 نوفمبر 2021 م"
WITH_WEEKDAY = [
    "21 ربيع الآخر 1443 هـ الموافق الجمعة 26 نوفمبر 2021 م",
    "21 ربيع الآخر 1443 هـ الموافق يوم الجمعة 26 نوفمبر/تشرين الثاني 2021 م",
    "الموافق الجمعة 26 نوفمبر 2021 م",
]


JOINTS = [
    " الموافق ",
    " الموافق لـ",
    " الموافق ليوم ",
    " المصادف ",
    " - ",
    " – ",
    " | ",
    " / ",
    "، ",
    " = ",
    "، الموافق ",
    " - الموافق ",
    "\u00a0الموافق\u00a0",
]


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("weekday", ["", "الجمعة ", "يوم الجمعة، "])
def test_a_day_in_two_calendars_is_the_gregorian_one(joint: str, *, swapped: bool, weekday: str) -> None:
    halves = (SECOND, FIRST) if swapped else (FIRST, SECOND)
    text = weekday + joint.join(halves)

    reading = read_date(text, "ar")

    assert (reading.value, reading.calendar, reading.assumed) == (DAY, "gregory", ())
    assert reading.span[1] == len(text)


@pytest.mark.parametrize("joint", [joint for joint in JOINTS if joint != " = "])
@pytest.mark.parametrize("swapped", [False, True])
def test_a_day_in_two_calendars_is_found_once(joint: str, *, swapped: bool) -> None:
    halves = (SECOND, FIRST) if swapped else (FIRST, SECOND)
    text = joint.join(halves)

    found = list(find_dates(f"في {text} قال", "ar"))

    assert [(DAY, text)] == [(each.value, f"في {text} قال"[slice(*each.span)]) for each in found]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("26 نوفمبر 2021 (21 ربيع الآخر 1443 هـ)", "ar"),
        ("21 ربيع الآخر 1443 هـ (26 نوفمبر 2021 م)", "ar"),
        *((text, "ar") for text in WITH_WEEKDAY),
        ("21 ربيع الآخر 1443 هـ، الجمعة 26 نوفمبر 2021 م", "ar"),
        ("21/4/1443 هـ الموافق 26/11/2021 م", "ar"),
        ("21/04/1443هـ - 26/11/2021م", "ar"),
        ("1443/4/21 هـ الموافق 2021/11/26 م", "ar"),
        ("٢١ ربيع الآخر ١٤٤٣هـ الموافق ٢٦ نوفمبر ٢٠٢١م", "ar"),
        ("21 Rabi II 1443 AH corresponding to 26 November 2021", "en"),
        ("26 November 2021 (21 Rabi II 1443 AH)", "en"),
        ("۵ آذر ۱۴۰۰ - ۲۶ نوامبر ۲۰۲۱", "fa"),
        ("۲۶ نوامبر ۲۰۲۱ - ۵ آذر ۱۴۰۰", "fa"),
        ("۵ آذر ۱۴۰۰ (۲۶ نوامبر ۲۰۲۱)", "fa"),
        # Three calendars, and one that is not read.
        ("۵ آذر ۱۴۰۰ - ۲۱ ربیع الثانی ۱۴۴۳ - ۲۶ نوامبر ۲۰۲۱", "fa"),
        ("21 ربيع الآخر 1443 هـ - 26 نوفمبر 2021 م - 17 هاتور 1738", "ar"),
        ("26 نوفمبر 2021 م - 17 هاتور 1738 ق", "ar"),
        ("26 نوفمبر 2021 - 17 هاتور 1738", "ar"),
        ("17 هاتور 1738 - 26 نوفمبر 2021", "ar"),
        ("כ״ב בכסלו ה׳תשפ״ב | 26 בנובמבר 2021", "he"),
        ("26 בנובמבר 2021 | כ״ב בכסלו ה׳תשפ״ב", "he"),
        ("26 בנובמבר 2021 (כ״ב בכסלו תשפ״ב)", "he"),
    ],
)
def test_reads_days_in_several_calendars(text: str, language: str) -> None:
    reading = read_date(text, language)

    assert (reading.value, reading.calendar) == (DAY, "gregory")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("21 ربيع الآخر 1443 هـ الموافق 26 نوفمبر 2021 م، 14:05", datetime(2021, 11, 26, 14, 5)),  # noqa: DTZ001  # no zone is named
        ("21 ربيع الآخر 1443 هـ، 14:05 - 26 نوفمبر 2021 م", datetime(2021, 11, 26, 14, 5)),  # noqa: DTZ001  # no zone is named
        (
            "26 نوفمبر 2021 م - 21 ربيع الآخر 1443 هـ، 14:05 بتوقيت غرينتش",
            datetime(2021, 11, 26, 14, 5, tzinfo=UTC),
        ),
    ],
)
def test_a_time_may_stand_with_either_half(text: str, value: datetime) -> None:
    assert value == read_date(text, "ar").value


@pytest.mark.parametrize(
    ("hijri", "apart"),
    [
        ("19", date(2021, 11, 24)),
        ("20", date(2021, 11, 25)),
        ("22", date(2021, 11, 27)),
        ("23", date(2021, 11, 28)),
    ],
)
def test_a_day_or_two_apart_the_gregorian_half_holds_and_the_other_is_told(hijri: str, apart: date) -> None:
    for text in (f"{hijri} ربيع الآخر 1443 هـ الموافق {SECOND}", f"{SECOND} - {hijri} ربيع الآخر 1443 هـ"):
        reading = read_date(text, "ar")

        assert reading.value == DAY
        assert reading.assumed == (f"the Gregorian half; the other is {apart}",)
        assert [reading] == list(find_dates(text, "ar"))


@pytest.mark.parametrize("hijri", ["18", "24", "1", "29"])
def test_three_days_apart_they_are_refused(hijri: str) -> None:
    for text in (
        f"{hijri} ربيع الآخر 1443 هـ الموافق {SECOND}",
        f"{SECOND} الموافق {hijri} ربيع الآخر 1443 هـ",
    ):
        with pytest.raises(DateError, match="one day in both calendars"):
            read_date(text, "ar")
        assert len(list(find_dates(text, "ar"))) == 2


def test_day_30_of_a_month_of_29_is_the_next_day_beside_a_gregorian_half_only() -> None:
    """Rabi' II 1443 has 29 days in the table, of which the last is 4 December 2021."""
    reading = read_date("30 ربيع الآخر 1443 هـ الموافق 5 ديسمبر 2021 م", "ar")

    assert (date(2021, 12, 5), ()) == (reading.value, reading.assumed)
    assert read_date("4 ديسمبر 2021 م - 30 ربيع الآخر 1443 هـ", "ar").assumed == (
        "the Gregorian half; the other is 2021-12-05",
    )
    with pytest.raises(DateError, match="a day from 1 to 29"):
        read_date("30 ربيع الآخر 1443 هـ", "ar")
    with pytest.raises(DateError, match="a day from 1 to 29"):
        read_date("31 ربيع الآخر 1443 هـ الموافق 6 ديسمبر 2021 م", "ar")


REFUSED: list[tuple[str, str, str]] = [
    # A month or a year of another calendar lies in two of ours.
    ("ربيع الآخر 1443 هـ", "ar", "a month or a year of this calendar lies in two of the Gregorian"),
    ("رمضان 1442", "ar", "a month or a year of this calendar lies in two of the Gregorian"),
    ("عام 1443 هـ", "ar", "a month or a year of this calendar lies in two of the Gregorian"),
    ("آذر ۱۴۰۰", "fa", "a month or a year of this calendar lies in two of the Gregorian"),
    ("۱۴۰۰", "fa", "a month or a year of this calendar lies in two of the Gregorian"),
    # The mark after the year and the month contradict each other.
    ("21 ربيع الآخر 1443 م", "ar", "a month and a year of one calendar (not 'ربيع الآخر' and 'م')"),
    ("26 نوفمبر 2021 هـ", "ar", "a month and a year of one calendar (not 'نوفمبر' and 'ه')"),
    ("21 ربيع الآخر 1443 ميلادية", "ar", "a month and a year of one calendar"),
    ("26 نوفمبر 2021 هجرية", "ar", "a month and a year of one calendar"),
    # Days and years that there are not.
    ("30 ربيع الآخر 1443 هـ", "ar", "a day from 1 to 29, as 1443-04 has 29 days (not 30)"),
    ("30/4/1443 هـ", "ar", "a day from 1 to 29, as 1443-04 has 29 days (not 30)"),
    ("21/13/1443 هـ", "ar", "a month from 1 to 12 (not 13)"),
    ("21 رمضان 1342 هـ", "ar", "a year from 1343 to 1500"),
    ("21 رمضان 1501 هـ", "ar", "a year from 1343 to 1500"),
    ("30 اسفند 1400", "fa", "a day from 1 to 29, as 1400-12 has 29 days (not 30)"),
    ("31 مهر 1400", "fa", "a day from 1 to 30, as 1400-07 has 30 days (not 31)"),
    ("5 آذر 1177", "fa", "a year from 1178 to 1501"),
    ("۵ آذر ۳۰", "fa", "a year in four digits (not 30)"),
    ("۳۱ مهر ۹۸", "fa", "a day from 1 to 30"),
    ("21 رمضان 42", "ar", "a year in four digits, in a calendar that is not the Gregorian"),
    # Weekdays.
    ("الخميس 21 ربيع الآخر 1443 هـ", "ar", "2021-11-26 is a Friday, not a Thursday"),
    ("پنجشنبه ۵ آذر ۱۴۰۰", "fa", "2021-11-26 is a Friday, not a Thursday"),
    ("الخميس 21 ربيع الآخر 1443 هـ الموافق 26 نوفمبر 2021 م", "ar", "2021-11-26 is a Friday, not a Thursday"),
    ("21 ربيع الآخر 1443 هـ، الخميس 26 نوفمبر 2021 م", "ar", "2021-11-26 is a Friday, not a Thursday"),
    # Beside a half that does not exist, or of the same calendar.
    ("21 ربيع الآخر 1443 هـ الموافق 31 نوفمبر 2021 م", "ar", "a day from 1 to 30"),
    ("21 ربيع الآخر 1443 هـ الموافق نوفمبر 2021 م", "ar", "one date, not several"),
    ("21 ربيع الآخر 1443 هـ الموافق 21 ربيع الآخر 1443 هـ", "ar", "one date, not several"),
    ("26 نوفمبر 2021 م الموافق 26 نوفمبر 2021 م", "ar", "one date, not several"),
    ("17 هاتور 1738", "ar", "a date"),
    ("31 نوفمبر 2021 - 17 هاتور 1738", "ar", "a day from 1 to 30"),
]


@pytest.mark.parametrize(("text", "language", "said"), REFUSED)
def test_refuses(text: str, language: str, said: str) -> None:
    with pytest.raises(DateError) as refused:
        read_date(text, language)

    assert said in str(refused.value)


def test_the_weekday_of_a_pair_is_the_gregorian_days() -> None:
    """The lunar day is one off, and no weekday of its own is asked for."""
    text = "الجمعة 22 ربيع الآخر 1443 هـ الموافق 26 نوفمبر 2021 م"

    assert read_date(text, "ar").value == DAY
    with pytest.raises(DateError, match="not a Saturday"):
        read_date(text.replace("الجمعة", "السبت"), "ar")


@given(st.integers(1343, 1500), st.integers(1, 12), st.data())
def test_every_lunar_day_is_read_by_its_number_and_its_name(
    year: int, month: int, data: st.DataObject
) -> None:
    day = data.draw(st.integers(1, days_in_month(Calendar.UMM_AL_QURA, year, month)))
    expected = to_gregorian(Calendar.UMM_AL_QURA, year, month, day)

    assert expected == read_date(f"{day}/{month}/{year} هـ", "ar").value
    assert expected == read_date(f"{year}/{month}/{day}هـ", "ar").value


@given(st.integers(1200, 1499), st.integers(1, 12), st.data())
def test_every_persian_day_is_read_by_its_number(year: int, month: int, data: st.DataObject) -> None:
    day = data.draw(st.integers(1, days_in_month(Calendar.PERSIAN, year, month)))
    expected = to_gregorian(Calendar.PERSIAN, year, month, day)

    assert expected == read_date(f"{year}/{month}/{day}", "fa").value
    assert expected == read_date(f"{day}/{month}/{year}", "fa").value


def test_a_month_beside_a_lunar_day_is_another_date() -> None:
    text = "في نوفمبر 2021 - 21 ربيع الآخر 1443 هـ قال"

    assert [each.isoformat() for each in find_dates(text, "ar")] == ["2021-11", "2021-11-26"]


def test_a_lunar_day_without_a_year_exists_in_the_year_it_is_taken_from() -> None:
    """Rabi' II has 30 days in 1442 and 29 in 1443."""
    assert read_date("30 ربيع الآخر", "ar", date(2021, 12, 20)).value == to_gregorian(
        Calendar.UMM_AL_QURA, 1442, 4, 30
    )
    with pytest.raises(DateError, match="a day from 1 to 29"):
        read_date("30 ربيع الآخر الماضي", "ar", date(2021, 12, 20))
