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
        (ReducedDate(2021, 11), "fr", {"style": "iso"}, "2021-11"),
    ],
)
def test_writes(when: When, language: str, options: dict[str, Any], text: str) -> None:
    assert text == format_date(when, language, **options)


@pytest.mark.parametrize(
    ("when", "language", "options", "said"),
    [
        (DAY, "fr", {}, "language: expected one of ar, en, ru, got 'fr'"),
        (DAY, "ru", {"names": "dual"}, "names: expected one of gregorian in 'ru', got 'dual'"),
        (DAY, "ar", {"names": "x"}, "names: expected one of gregorian, levantine, dual in 'ar', got 'x'"),
        (DAY, "en", {"digits": "arab"}, "digits: expected one of latn in 'en', got 'arab'"),
        (DAY, "en", {"style": "short"}, "style: expected one of long, iso, got 'short'"),
        ("2021", "en", {}, "time: expected a datetime, a date or a ReducedDate, got '2021'"),
    ],
)
def test_refuses_what_there_is_not(when: Any, language: str, options: dict[str, Any], said: str) -> None:
    with pytest.raises(ModelError) as refused:
        format_date(when, language, **options)

    assert said == str(refused.value)
