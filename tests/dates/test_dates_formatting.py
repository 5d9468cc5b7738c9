"""The forms that `format_date` writes, letter by letter."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from newsmodel.dates import ReducedDate, When, format_date
from newsmodel.errors import ModelError

DAY = date(2021, 11, 26)
NAIVE = datetime(2021, 11, 26, 14, 5)  # noqa: DTZ001  # no zone is known
AWARE = datetime(2021, 1, 2, 14, 5, 6, 250_000, tzinfo=timezone(-timedelta(hours=3, minutes=30)))
ZULU = datetime(2021, 11, 26, 14, 5, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "language", "options", "text"),
    [
        (DAY, "ar", {}, "26 نوفمبر 2021"),
        (DAY, "ar", {"digits": "arab"}, "٢٦ نوفمبر ٢٠٢١"),
        (DAY, "ar-SY", {"names": "levantine"}, "26 تشرين الثاني 2021"),
        (DAY, "ar", {"names": "dual"}, "26 نوفمبر/تشرين الثاني 2021"),
        (ReducedDate(2021, 11), "ar", {"names": "dual"}, "نوفمبر/تشرين الثاني 2021"),
        (ReducedDate(2021), "ar", {}, "عام 2021م"),
        (NAIVE, "ar", {}, "26 نوفمبر 2021، 14:05"),
        (ZULU, "ar", {"digits": "arab"}, "٢٦ نوفمبر ٢٠٢١، ١٤:٠٥:٠٦ UTC"),
        (DAY, "ru", {}, "26 ноября 2021 г."),
        (ReducedDate(2021, 11), "ru", {}, "ноябрь 2021 г."),
        (ReducedDate(2021), "ru", {}, "2021 год"),
        (AWARE, "ru", {}, "2 января 2021 г., 14:05:06.25 UTC-03:30"),
        (DAY, "en", {}, "26 November 2021"),
        (ReducedDate(2021, 11), "en", {}, "November 2021"),
        (ReducedDate(800), "en", {}, "0800"),
        (AWARE, "en-GB", {}, "2 January 2021, 14:05:06.25 UTC-03:30"),
        (AWARE, "en", {"style": "iso"}, "2021-01-02T14:05:06.250000-03:30"),
        (ReducedDate(2021, 11), "pt", {"style": "iso"}, "2021-11"),
        (DAY, "ar", {"calendar": "islamic-umalqura"}, "21 ربيع الآخر 1443 هـ"),
        (DAY, "ar", {"names": "moroccan"}, "26 نونبر 2021"),
        (DAY, "fa", {"calendar": "persian", "digits": "arabext"}, "۵ آذر ۱۴۰۰"),
        (DAY, "en-US", {"style": "numeric"}, "11/26/2021"),
        (DAY, "en-GB", {"style": "numeric"}, "26/11/2021"),
        (DAY, "en-US", {"style": "numeric", "calendar": "islamic-umalqura"}, "21/4/1443 AH"),
        (DAY, "de", {"style": "full"}, "Freitag, 26. November 2021"),
        (DAY, "tr", {"style": "full"}, "26 Kasım 2021 Cuma"),
        (DAY, "uk", {"style": "medium"}, "26 лист. 2021 р."),
        (DAY, "he", {}, "26 בנובמבר 2021"),
    ],
)
def test_writes(when: When, language: str, options: dict[str, Any], text: str) -> None:
    assert text == format_date(when, language, **options)


@pytest.mark.parametrize(
    ("when", "language", "options", "said"),
    [
        (DAY, "pt", {}, "language: expected one of ar, de, en, es, fa, fr, he, ru, tr, uk, ur, got 'pt'"),
        (
            DAY,
            "en",
            {"style": "numeric"},
            "language: expected a tag with a region, which orders the numbers, got 'en'",
        ),
        (
            DAY,
            "ru",
            {"calendar": "persian"},
            "calendar: expected one of gregory, islamic-umalqura, got 'persian'",
        ),
        (
            date(1900, 1, 1),
            "ar",
            {"calendar": "islamic-umalqura"},
            "when: expected a day from 1924-08-02 to 2077-11-16 (the years of the official Umm al-Qura table), not 1900-01-01, got datetime.date(1900, 1, 1)",
        ),
        (
            ReducedDate(2021, 11),
            "ar",
            {"calendar": "islamic-umalqura"},
            "when: expected a whole day, in a calendar that is not the Gregorian, got ReducedDate(year=2021, month=11)",
        ),
        (DAY, "ru", {"names": "dual"}, "names: expected one of gregorian, got 'dual'"),
        (
            DAY,
            "ar",
            {"names": "x"},
            "names: expected one of gregorian, levantine, algerian, moroccan, dual, got 'x'",
        ),
        (DAY, "en", {"digits": "arab"}, "digits: expected one of latn, got 'arab'"),
        (
            DAY,
            "en",
            {"style": "short"},
            "style: expected one of full, long, medium, numeric, iso, got 'short'",
        ),
        ("2021", "en", {}, "when: expected a datetime, a date or a ReducedDate, got '2021'"),
    ],
)
def test_refuses_what_there_is_not(when: Any, language: str, options: dict[str, Any], said: str) -> None:
    with pytest.raises(ModelError) as refused:
        format_date(when, language, **options)

    assert said == str(refused.value)
