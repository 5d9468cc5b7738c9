"""What is read, form by form; each value was worked out by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newsmodel.dates import DateReading, Precision, ReducedDate, When, parse_date, read_date
from newsmodel.dates.when import when_key

DAY = date(2021, 11, 26)  # a Friday
MONTH = ReducedDate(2021, 11)
EAST = timezone(timedelta(hours=3))


def at(hour: int, minute: int = 0, second: int = 0, micro: int = 0, zone: timezone | None = None) -> datetime:
    return datetime(2021, 11, 26, hour, minute, second, micro, tzinfo=zone)


ARABIC: list[tuple[str, When]] = [
    ("26 نوفمبر 2021", DAY),
    ("٢٦ نوفمبر ٢٠٢١", DAY),
    ("۲۶ نوفمبر ۲۰۲۱", DAY),
    ("26نوفمبر2021", DAY),
    ("26 نوفمبر، 2021", DAY),
    ("26 من نوفمبر 2021", DAY),
    ("26 من نوفمبر من عام 2021", DAY),
    ("26 نوفمبر عام 2021", DAY),
    ("26 نوفمبر 2021م", DAY),
    ("26 نوفمبر 2021 م", DAY),
    ("26 نوفمبر 2021 ميلادية", DAY),
    ("نوفمبر 26, 2021", DAY),
    ("الجمعة 26 نوفمبر 2021", DAY),
    ("الجمعة، 26 نوفمبر 2021", DAY),
    ("يوم الجمعة 26 نوفمبر 2021", DAY),
    ("اليوم الجمعة 26 نوفمبر/تشرين الثاني 2021", DAY),
    ("في يوم الجمعة الموافق 26 نوفمبر 2021", DAY),
    ("26 نوفمبر 2021 (الجمعة)", DAY),
    ("26 نوفمبر 2021، الجمعة", DAY),
    ("26 تشرين الثاني 2021", DAY),
    ("26 تشرين ثاني 2021", DAY),
    ("26 نونبر 2021", DAY),
    ("26 نوفمبر/تشرين الثاني 2021", DAY),
    ("26 تشرين الثاني/نوفمبر 2021", DAY),
    ("26 نوفمبر / تشرين الثاني 2021", DAY),
    ("26 نوفمبر (تشرين الثاني) 2021", DAY),
    ("26 تشرين الثاني(نوفمبر) 2021", DAY),
    ("26 نوفمبر - تشرين الثاني 2021", DAY),
    ("26 نوفمبر تشرين الثاني 2021", DAY),
    ("السادس والعشرين من نوفمبر 2021", DAY),
    ("السادس والعشرون من تشرين الثاني/نوفمبر 2021", DAY),
    ("فاتح نونبر 2021", date(2021, 11, 1)),
    ("الثاني من كانون الثاني 2021", date(2021, 1, 2)),
    ("26/11/2021", DAY),
    ("٢٦\u200f/١١\u200f/٢٠٢١", DAY),
    ("26-11-2021", DAY),
    ("2021/11/26", DAY),
    ("3/4/2024", date(2024, 4, 3)),
    ("26 نُوفَمْبِر 2021", DAY),
    ("26 نوفمبـــر 2021", DAY),
    ("\u202b26 نوفمبر 2021\u202c", DAY),
    ("نوفمبر 2021", MONTH),
    ("نوفمبر/تشرين الثاني 2021", MONTH),
    ("نوفمبر من عام 2021", MONTH),
    ("في شهر نوفمبر 2021", MONTH),
    ("عام 2021", ReducedDate(2021)),
    ("2021م", ReducedDate(2021)),
    ("1443 م", ReducedDate(1443)),
    ("26 نوفمبر 2021، 14:05", at(14, 5)),
    ("26 نوفمبر 2021 - 14:05", at(14, 5)),
    ("26 نوفمبر 2021 الساعة 2:05 مساءً", at(14, 5)),
    ("26 نوفمبر 2021 في الساعة 14:05:30", at(14, 5, 30)),
    ("26 نوفمبر 2021، ٢:٠٥ م", at(14, 5)),
    ("26 نوفمبر 2021م، ٢:٠٥ ص", at(2, 5)),
    ("26 نوفمبر 2021 12:05 ظهرا", at(12, 5)),
    ("26 نوفمبر 2021 3:05 بعد الظهر", at(15, 5)),
    ("26 نوفمبر 2021 5 مساء", at(17)),
    ("26 نوفمبر 2021 2:05 PM", at(14, 5)),
    ("14:05 26/11/2021", at(14, 5)),
    ("26 نوفمبر 2021 14:05 بتوقيت غرينتش", at(14, 5, zone=UTC)),
    ("26 نوفمبر 2021 14:05 (بتوقيت جرينتش)", at(14, 5, zone=UTC)),
    ("26 نوفمبر 2021 14:05 بتوقيت موسكو", at(14, 5, zone=EAST)),
    ("26 نوفمبر 2021 14:05 بتوقيت مكة", at(14, 5, zone=EAST)),
    ("26 نوفمبر 2021 14:05 بتوقيت مكة المكرمة", at(14, 5, zone=EAST)),
    ("26 نوفمبر 2021 14:05 GMT+3", at(14, 5, zone=EAST)),
]
RUSSIAN: list[tuple[str, When]] = [
    ("26 ноября 2021", DAY),
    ("26 ноября 2021 г.", DAY),
    ("26 ноября 2021\u00a0г", DAY),
    ("26 ноября 2021 года", DAY),
    ("26 НОЯБРЯ 2021 ГОДА", DAY),
    ("26 ноября, 2021", DAY),
    ("26 нояб. 2021\u202fг.", DAY),
    ("26 ноя 2021", DAY),
    ("26-го ноября 2021 года", DAY),
    ("Ноябрь 26, 2021", DAY),
    ("пятница, 26 ноября 2021 г.", DAY),
    ("в пятницу, 26 ноября 2021 года", DAY),
    ("пт, 26 ноя 2021", DAY),
    ("26 ноября 2021 г., пятница", DAY),
    ("двадцать шестого ноября 2021 года", DAY),
    ("третьего апреля 2021 года", date(2021, 4, 3)),
    ("26.11.2021", DAY),
    ("26.11.2021 г.", DAY),
    ("26. 11. 2021", DAY),
    ("26/11/2021", DAY),
    ("03.04.2024", date(2024, 4, 3)),
    ("31 мая 2021", date(2021, 5, 31)),
    ("31 маи\u0306 2021", date(2021, 5, 31)),  # й in two code points
    ("ноябрь 2021", MONTH),
    ("ноябрь 2021 г.", MONTH),
    ("в ноябре 2021 года", MONTH),
    ("2021 год", ReducedDate(2021)),
    ("в 2021 году", ReducedDate(2021)),
    ("26 ноября 2021 г., 14:05", at(14, 5)),
    ("26 ноября 2021 в 14:05", at(14, 5)),
    ("26 ноября 2021 в 14.05", at(14, 5)),
    ("14:05, 26 ноября 2021", at(14, 5)),
    ("14:05 26.11.2021", at(14, 5)),
    ("26 ноября 2021, 2:05 дня", at(14, 5)),
    ("26 ноября 2021, 9:05 вечера", at(21, 5)),
    ("26 ноября 2021, 9 утра", at(9)),
    ("26 ноября 2021 г., 14:05 МСК", at(14, 5, zone=EAST)),
    ("26 ноября 2021 г., 14:05 (мск)", at(14, 5, zone=EAST)),
    ("26 ноября 2021 г. в 14:05 по московскому времени", at(14, 5, zone=EAST)),
    ("Пт, 26 ноя 2021 14:05:00 +0300", at(14, 5, zone=EAST)),
]
ENGLISH: list[tuple[str, When]] = [
    ("26 November 2021", DAY),
    ("26 november 2021", DAY),
    ("November 26, 2021", DAY),
    ("November 26 2021", DAY),
    ("Nov. 26, 2021", DAY),
    ("26 Nov 2021", DAY),
    ("26-Nov-2021", DAY),
    ("26/Nov/2021", DAY),
    ("26.Nov.2021", DAY),
    ("26th November 2021", DAY),
    ("November 26th, 2021", DAY),
    ("the 26th of November, 2021", DAY),
    ("Friday 26th of November 2021", DAY),
    ("Friday, the 26th of November 2021", DAY),
    ("on Friday, 26 November 2021", DAY),
    ("Fri, Nov 26, 2021", DAY),
    ("26 November 2021 (Friday)", DAY),
    ("26 November 2021.", DAY),
    ("twenty-sixth of November 2021", DAY),
    ("the first of May 2021", date(2021, 5, 1)),
    ("11/26/2021", DAY),
    ("26/11/2021", DAY),
    ("05/05/2024", date(2024, 5, 5)),  # the same in either order
    ("Wednesday, 03/04/2024", date(2024, 4, 3)),  # 4 March 2024 was a Monday
    ("Sept. 3, 2021", date(2021, 9, 3)),
    ("29 February 2024", date(2024, 2, 29)),
    ("November 2021", MONTH),
    ("Nov 2021", MONTH),
    ("in November, 2021", MONTH),
    ("2021", ReducedDate(2021)),
    ("November 26, 2021, 5:47 pm", at(17, 47)),
    ("November 26, 2021 at 5:47 p.m.", at(17, 47)),
    ("November 26, 2021 5:47PM", at(17, 47)),
    ("Nov 26, 2021, 5:47\u202fPM", at(17, 47)),
    ("November 26, 2021 12:47 a.m.", at(0, 47)),
    ("November 26, 2021 12:47 p.m.", at(12, 47)),
    ("5.47pm on Friday 26 November 2021", at(17, 47)),
    ("Fri 26 Nov 2021 14.05 GMT", at(14, 5, zone=UTC)),
    ("5 pm, 26 November 2021", at(17)),
    ("26 Nov 2021 - 14:05", at(14, 5)),
    ("14:05, 26 Nov 2021", at(14, 5)),
    ("26 November 2021 14:05 UTC", at(14, 5, zone=UTC)),
    ("26 November 2021 14:05Z", at(14, 5, zone=UTC)),
    ("26 November 2021 14:05 +03:00", at(14, 5, zone=EAST)),
    ("26 November 2021 14:05 UTC+3", at(14, 5, zone=EAST)),
    ("26 November 2021 14:05 GMT-0330", at(14, 5, zone=timezone(-timedelta(hours=3, minutes=30)))),
    ("26 November 2021 14:05 −03:00", at(14, 5, zone=timezone(-timedelta(hours=3)))),
    ("26 November 2021 14:05:06.25", at(14, 5, 6, 250_000)),
]
FORMAL: list[tuple[str, When]] = [
    ("2021-11-26", DAY),
    ("20211126", DAY),
    ("2021-11-26Z", DAY),
    ("2021-11-26+03:00", DAY),
    (" 2021-11-26\n", DAY),
    ("2021-11", MONTH),
    ("0800", ReducedDate(800)),
    ("2021-11-26T14:05", at(14, 5)),
    ("2021-11-26 14:05:06", at(14, 5, 6)),
    ("2021-11-26t14:05:06z", at(14, 5, 6, zone=UTC)),
    ("2021-11-26T14:05:06,5Z", at(14, 5, 6, 500_000, zone=UTC)),
    ("2021-11-26T10:00:00.123+03:00", at(10, 0, 0, 123_000, zone=EAST)),
    ("2021-11-26T10:00:00.123456789Z", at(10, 0, 0, 123_456, zone=UTC)),
    ("2021-11-26T10:00:00+0300", at(10, zone=EAST)),
    ("2021-11-26T10:00:00+03", at(10, zone=EAST)),
    ("2021-11-26 10:00:00 +0300", at(10, zone=EAST)),
    ("2021-11-26 10:00 UTC", at(10, zone=UTC)),
    ("2021-11-26T10:00-05:00", at(10, zone=timezone(-timedelta(hours=5)))),
    ("2021-11-26 10:00:00-05", at(10, zone=timezone(-timedelta(hours=5)))),
    ("2021-11-26 10:00 -0500", at(10, zone=timezone(-timedelta(hours=5)))),
    ("26–11–2021", DAY),
    ("2021‑11‑26", DAY),  # hyphens that do not break
    ("2021-11-26T10:00 UTC", at(10, zone=UTC)),
    ("2021-11-26T10:00:00-00:00", at(10, zone=UTC)),
    ("2021-11-26, 2:05 PM", at(14, 5)),
    ("20211126T1405", at(14, 5)),
    ("20211126T140506Z", at(14, 5, 6, zone=UTC)),
    ("20240312T103000+0000", datetime(2024, 3, 12, 10, 30, tzinfo=UTC)),
    ("2021\u200e-11-26", DAY),
    ("٢٠٢١-١١-٢٦", DAY),
    ("Fri, 26 Nov 2021 10:00:00 +0300", at(10, zone=EAST)),
    ("Fri, 26 Nov 2021 10:00:00 GMT", at(10, zone=UTC)),
    ("26 Nov 2021 10:00 -0500", at(10, zone=timezone(-timedelta(hours=5)))),
    ("Friday, 26-Nov-21 10:00:00 GMT", at(10, zone=UTC)),
    ("Saturday, 26-Nov-94 10:00:00 GMT", datetime(1994, 11, 26, 10, tzinfo=UTC)),
    ("Fri Nov 26 10:00:00 2021", at(10)),
    ("Fri Nov 26 10:00:00 UTC 2021", at(10, zone=UTC)),
]
ALL = [
    *((text, "ar", value) for text, value in ARABIC),
    *((text, "ru", value) for text, value in RUSSIAN),
    *((text, "en", value) for text, value in ENGLISH),
    *((text, None, value) for text, value in FORMAL),
]


@pytest.mark.parametrize(("text", "language", "value"), ALL)
def test_reads(text: str, language: str | None, value: When) -> None:
    got = parse_date(text, language=language)

    assert (type(value), when_key(value)) == (type(got), when_key(got))


MONTHS = {
    "ar": [
        "يناير كانون_الثاني جانفي",
        "فبراير شباط فيفري",
        "مارس آذار أذار",
        "أبريل إبريل ابريل نيسان أفريل",
        "مايو أيار ماي ايار",
        "يونيو يونيه حزيران جوان",
        "يوليو يوليه تموز جويلية جويليه يوليوز",
        "أغسطس اغسطس آب اب أوت غشت",
        "سبتمبر أيلول ايلول شتنبر",
        "أكتوبر اكتوبر أوكتوبر تشرين_الأول تشرين_الاول",
        "نوفمبر تشرين_الثاني نونبر",
        "ديسمبر كانون_الأول كانون_أول دجنبر",
    ],
    "ru": [
        "января январь янв. янв",
        "февраля февр. фев",
        "марта март мар.",
        "апреля апр.",
        "мая май",
        "июня июн.",
        "июля июль",
        "августа авг.",
        "сентября сент. сен",
        "октября окт.",
        "ноября нояб. ноя",
        "декабря дек.",
    ],
    "en": [
        "January Jan. Jan",
        "February Feb.",
        "March Mar",
        "April Apr.",
        "May",
        "June Jun",
        "July Jul",
        "August Aug.",
        "September Sept. Sep",
        "October OCT",
        "November nov",
        "December Dec.",
    ],
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"7 {name.replace('_', ' ')} 2021", date(2021, number, 7))
        for months in MONTHS.values()
        for number, names in enumerate(months, 1)
        for name in names.split()
    ],
)
def test_reads_every_month_name_without_being_told_the_language(text: str, value: date) -> None:
    assert value == parse_date(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "  الجمعة ٢٦ نوفمبر ٢٠٢١، ٢:٠٥ م ",
            DateReading(at(14, 5), Precision.MINUTE, "ar", "gregory", None, (2, 31)),
        ),
        (
            "в пятницу, 26 ноября 2021 г., 14:05:06 МСК",
            DateReading(at(14, 5, 6, zone=EAST), Precision.SECOND, "ru", "gregory", "МСК", (2, 42)),
        ),
        ("26 November 2021, 5 pm", DateReading(at(17), Precision.HOUR, None, "gregory", None, (0, 22))),
        (
            "2021-11-26T10:00:00.5+03:00",
            DateReading(at(10, 0, 0, 500_000, EAST), Precision.FRACTION, None, "gregory", "+03:00", (0, 27)),
        ),
        ("2021-11-26Z", DateReading(DAY, Precision.DAY, None, "gregory", "Z", (0, 11))),
        ("November 2021", DateReading(MONTH, Precision.MONTH, None, "gregory", None, (0, 13))),
        ("عام 2021", DateReading(ReducedDate(2021), Precision.YEAR, "ar", "gregory", None, (4, 8))),
        (
            "\u202b\u200f٢٦ نوفـمبر ٢٠٢١\u202c",
            DateReading(DAY, Precision.DAY, "ar", "gregory", None, (2, 17)),
        ),
        (
            "26 November 2021 14:05 UTC+03:00",
            DateReading(at(14, 5, zone=EAST), Precision.MINUTE, None, "gregory", "UTC+03:00", (0, 32)),
        ),
    ],
)
def test_reading_says_how_the_text_said_it(text: str, expected: DateReading) -> None:
    assert expected == read_date(text)


@pytest.mark.parametrize(
    ("text", "language", "assumed"),
    [
        ("03/04/2024", "ru", ("day first, as the language has it",)),
        ("03/04/2024", "en-US", ("month first, as the language has it",)),
        ("03/04/2024", "en_GB", ("day first, as the language has it",)),
        ("26/11/2021", "ru", ()),
        ("04/04/2024", "ru", ()),
        ("2021-11-26T10:00:00.1234567Z", None, ("digits beyond microseconds cut off",)),
        ("2021-11-26T10:00:00.1234560Z", None, ()),
        ("Friday, 26-Nov-21 10:00:00 GMT", None, ("2021: the century",)),
    ],
)
def test_reading_says_what_the_text_left_open(
    text: str, language: str | None, assumed: tuple[str, ...]
) -> None:
    assert assumed == read_date(text, language=language).assumed


@pytest.mark.parametrize(
    ("language", "value"),
    [
        ("en-US", date(2024, 3, 4)),
        ("en-GB", date(2024, 4, 3)),
        ("en-Latn-GB", date(2024, 4, 3)),
        ("ar", date(2024, 4, 3)),
        ("AR-EG", date(2024, 4, 3)),
    ],
)
def test_language_and_region_decide_the_order(language: str, value: date) -> None:
    assert value == parse_date("03/04/2024", language=language)


def test_words_decide_the_order_where_no_language_is_told() -> None:
    assert date(2024, 4, 3) == parse_date("الأربعاء 03/04/2024")


def test_iso_is_read_in_languages_without_words() -> None:
    assert date(2021, 11, 26) == parse_date("2021-11-26", language="sw")
