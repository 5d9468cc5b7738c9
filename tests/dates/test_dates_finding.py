"""Dates in running text: where they stand, and what is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest

from newsmodel.dates import ReducedDate, When, find_dates

DAY = date(2021, 11, 26)
EAST = timezone(timedelta(hours=3))

# In each text the dates stand between ⟦ and ⟧.
FOUND: list[tuple[str, list[When]]] = [
    ("قالت الشركة في بيان بتاريخ ⟦26 نوفمبر 2021⟧ إن أرباحها ارتفعت بنسبة 26%.", [DAY]),
    ("أعلن الرئيس ⟦الجمعة 26 نوفمبر/تشرين الثاني 2021⟧، عن تقديره", [DAY]),
    ("أعلن الرئيس اليوم ⟦الجمعة ٢٦ نوفـمبر ٢٠٢١⟧\u200f، عن تقديره", [DAY]),
    ("ابتداء من ⟦فاتح دجنبر 2021⟧ بعد توقف دام منذ ⟦غشت 2020⟧.", [date(2021, 12, 1), ReducedDate(2020, 8)]),
    ("في ⟦السادس والعشرين من نوفمبر 2021⟧ وقع", [DAY]),
    ("منذ ⟦26 نوفمبر 2021⟧ وحتى ⟦27/11/2021⟧", [DAY, date(2021, 11, 27)]),
    ("⟦21 ربيع الآخر 1443هـ الموافق 26 نوفمبر 2021م⟧ بحضور", [DAY]),
    ("في ⟦26 نوفمبر 2021 (21 ربيع الآخر 1443هـ)⟧ وبعده", [DAY]),
    ("⟦21/4/1443هـ⟧", [DAY]),
    ("في ⟦21 ربيع الآخر 1443⟧", [DAY]),
    ("و⟦26 نوفمبر 2021⟧ وب⟦تشرين الأول 2020⟧", [DAY, ReducedDate(2020, 10)]),
    ("в ⟦2019 году⟧ и в 2021", [ReducedDate(2019)]),
    ("السطر الأول\n⟦٢٦ نوفمبر ٢٠٢١⟧\nوالثالث", [DAY]),
    ("Закон № 123-ФЗ от ⟦22.07.2008⟧ обязывает", [date(2008, 7, 22)]),
    ("В ⟦ноябре 2019 года⟧ – убыток, а ⟦26 ноября 2021 г.⟧ сообщила", [ReducedDate(2019, 11), DAY]),
    ("26 и ⟦27 ноября 2021 года⟧, заявил", [date(2021, 11, 27)]),
    ("было это ⟦двадцать шестого ноября 2021 года⟧", [DAY]),
    ("(⟦26 ноября 2021, 14:05 мск⟧)", [datetime(2021, 11, 26, 14, 5, tzinfo=EAST)]),
    ("published on ⟦Nov. 26, 2021⟧, two years after ⟦December 8, 2019⟧.", [DAY, date(2019, 12, 8)]),
    ("LONDON, ⟦26 November 2021⟧ - Oil fell to $72.72 since ⟦April 2020⟧.", [DAY, ReducedDate(2020, 4)]),
    ("Published ⟦Fri 26 Nov 2021 14.05 GMT⟧. The", [datetime(2021, 11, 26, 14, 5, tzinfo=UTC)]),
    ("on the 26th, that is the ⟦26th of November 2021⟧", [DAY]),
    ("from ⟦2021-11-26⟧ to ⟦2021-11-26T10:00:00Z⟧.", [DAY, datetime(2021, 11, 26, 10, tzinfo=UTC)]),
    ("at ⟦2021-11-26T10:00:00 +0300⟧ sharp", [datetime(2021, 11, 26, 10, tzinfo=EAST)]),
    ("“⟦26 November 2021⟧”, he said", [DAY]),
    ("10:00-12:30 ⟦26.11.2021⟧", [DAY]),
    ("⟦Friday, 26 November 2021⟧, ⟦Saturday 27 November 2021⟧", [DAY, date(2021, 11, 27)]),
    ("⟦26 ноября 2021⟧, ⟦суббота, 27 ноября 2021⟧", [DAY, date(2021, 11, 27)]),
    ("on ⟦26 November 2021, Friday, 5 pm⟧", [datetime(2021, 11, 26, 17)]),  # noqa: DTZ001  # no zone is named
    ("closed on ⟦26 November 2021⟧ at 12.50 euros", [DAY]),
]


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its brackets, and the spans that stood between them."""
    places = [place - gone for gone, place in enumerate(at for at, char in enumerate(text) if char in "⟦⟧")]
    return text.translate({ord("⟦"): None, ord("⟧"): None}), list(zip(places[::2], places[1::2], strict=True))


@pytest.mark.parametrize(("text", "values"), FOUND)
@pytest.mark.parametrize("told", [True, False])
def test_finds_dates_where_they_stand(text: str, values: list[When], *, told: bool) -> None:
    text, spans = marked(text)
    language = (
        ("ar" if any("\u0600" <= char <= "\u06ff" for char in text) else "ru" if "о" in text else "en")
        if told
        else None
    )

    found = list(find_dates(text, language=language))

    assert spans == [reading.span for reading in found]
    assert values == [reading.value for reading in found]
    assert all(first.span[1] <= second.span[0] for first, second in pairwise(found))


LEFT_ALONE = [
    ("تضم القائمة 26 لاعبا، رمضان صبحي صاحب القميص رقم 10", "numbers and a name that is a month's"),
    ("في 10 أكتوبر/تشرين الأول الماضي", "no year"),
    ("شارع 26 يوليو", "a street"),
    ("المادة 26 من قانون 2021", "a law"),
    ("الاجتماع الثاني نوفمبر", "no year"),
    ("الخميس 26 نوفمبر 2021", "the weekday is wrong"),
    ("31 نوفمبر 2021", "no such day"),
    ("счёт 2:2, 14:05, 1,2 млрд", "scores, times, prices"),
    ("24 ноября", "no year"),
    ("in 2019 and 2021", "years alone"),
    ("тел. 8 (800) 555-35-35", "a telephone number"),
    ("April Summers, 31, a nurse on Ward 26", "a name and numbers"),
    ("It may be that 2021 of them march", "verbs"),
    ("03/04/2024", "two readings"),
    ("version 26.11.2021.5, 126.11.2021, 26.11.20215", "numbers of another kind"),
    ("file-2021-11-26-5 or x2021-11-26y", "parts of a name"),
    ("192.168.1.2021", "an address"),
    ("20211126", "an identifier"),
    ("26 ноября\n2021", "two lines"),
]


@pytest.mark.parametrize(("text", "why"), LEFT_ALONE)
def test_leaves_alone(text: str, why: str) -> None:
    assert list(find_dates(text)) == [], why


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("26–27 November 2021", "en"),  # a range
        ("26-27 ноября 2021", "ru"),
        ("November 26–27, 2021", "en"),
        ("November–December 2021", "en"),
        ("2021-11-26T10:00:00+0300x", None),
        ("2021-11-26T25:00:00Z", None),
        ("2021-11-26T10:00:00Z UTC", None),
    ],
)
def test_leaves_alone_what_would_be_half_the_truth(text: str, language: str | None) -> None:
    assert not list(find_dates(text, language=language))


def test_without_words_only_numbers_are_found() -> None:
    text = "le 26 novembre 2021, soit 2021-11-26, ou 2021-11-26T10:00:00Z"

    assert [DAY, datetime(2021, 11, 26, 10, tzinfo=UTC)] == [
        reading.value for reading in find_dates(text, language="sv")
    ]


def test_is_lazy() -> None:
    found = find_dates("26 November 2021\n" * 3)

    assert isinstance(found, Iterator)
    assert next(found).span == (0, 16)
    assert next(found).span == (17, 33)
