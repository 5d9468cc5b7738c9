"""What depends on the day of writing, in Arabic, Russian and English; each value was worked out by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.dates import Precision, ReducedDate, When, find_dates, parse_date, read_date
from newsmodel.dates.when import when_key
from newsmodel.errors import DateError

EAST = timezone(timedelta(hours=3))
WRITTEN = datetime(2021, 11, 26, 14, 5, 30, 500_000)  # noqa: DTZ001  # a Friday, by the clock of the place
TODAY = date(2021, 11, 26)


def at(hour: int, minute: int = 0, second: int = 0, day: int = 26, zone: timezone | None = None) -> datetime:
    return datetime(2021, 11, day, hour, minute, second, tzinfo=zone)


def november(day: int) -> date:
    return date(2021, 11, day)


def same(one: When, other: When) -> bool:
    return type(one) is type(other) and when_key(one) == when_key(other)


Row = tuple[str, str, When, Precision]
SECOND: list[tuple[str, str, When]] = [
    ("31 secs ago", "en", at(14, 4, 59)),
    ("قبل 30 ثانية", "ar", at(14, 5, 0)),
    ("قبل ثانيتين", "ar", at(14, 5, 28)),
    ("30 секунд назад", "ru", at(14, 5, 0)),
    ("30 sec. ago", "en", at(14, 5, 0)),
    ("30 seconds ago", "en", at(14, 5, 0)),
    ("1 minute 31 seconds ago", "en", at(14, 3, 59)),
    ("1 minute 31 secs ago", "en", at(14, 3, 59)),
]
MINUTE: list[tuple[str, str, When]] = [
    ("now", "en", at(14, 5)),
    ("just now", "en", at(14, 5)),
    ("a moment ago", "en", at(14, 5)),
    ("a minute ago", "en", at(14, 4)),
    ("5 minutes ago", "en", at(14)),
    ("5m ago", "en", at(14)),
    ("6 mins ago", "en", at(13, 59)),
    ("half an hour ago", "en", at(13, 35)),
    ("an hour ago", "en", at(13, 5)),
    ("1 hour ago", "en", at(13, 5)),
    ("2 hours ago", "en", at(12, 5)),
    ("2 hrs. ago", "en", at(12, 5)),
    ("2h ago", "en", at(12, 5)),
    ("about two hours ago", "en", at(12, 5)),
    ("more than 2 hours ago", "en", at(12, 5)),
    ("an hour and a half ago", "en", at(12, 35)),
    ("1 hour 20 minutes ago", "en", at(12, 45)),
    ("1 hour and 20 minutes ago", "en", at(12, 45)),
    ("15 hours ago", "en", at(23, 5, day=25)),
    ("2 hours from now", "en", at(16, 5)),
    ("الآن", "ar", at(14, 5)),
    ("قبل لحظات", "ar", at(14, 5)),
    ("منذ دقيقة", "ar", at(14, 4)),
    ("منذ دقيقتين", "ar", at(14, 3)),
    ("قبل خمس دقائق", "ar", at(14)),
    ("قبل ٥ دقائق", "ar", at(14)),
    ("قبل ربع ساعة", "ar", at(13, 50)),
    ("قبل نصف ساعة", "ar", at(13, 35)),
    ("منذ ساعة", "ar", at(13, 5)),
    ("منذ ساعة واحدة", "ar", at(13, 5)),
    ("قبل ساعتين", "ar", at(12, 5)),
    ("منذ حوالي ساعتين", "ar", at(12, 5)),
    ("قبل ثلاث ساعات", "ar", at(11, 5)),
    ("منذ 3 ساعات", "ar", at(11, 5)),
    ("قبل ساعة ونصف", "ar", at(12, 35)),
    ("قبل ساعة و20 دقيقة", "ar", at(12, 45)),
    ("قبل إحدى عشرة ساعة", "ar", at(3, 5)),
    ("قبل خمس وعشرين دقيقة", "ar", at(13, 40)),
    ("بعد ساعتين", "ar", at(16, 5)),
    ("сейчас", "ru", at(14, 5)),
    ("только что", "ru", at(14, 5)),
    ("минуту назад", "ru", at(14, 4)),
    ("пять минут назад", "ru", at(14)),
    ("5 мин. назад", "ru", at(14)),
    ("четверть часа назад", "ru", at(13, 50)),
    ("полчаса назад", "ru", at(13, 35)),
    ("час назад", "ru", at(13, 5)),
    ("1 час назад", "ru", at(13, 5)),
    ("2 часа назад", "ru", at(12, 5)),
    ("2 ч. назад", "ru", at(12, 5)),
    ("два часа тому назад", "ru", at(12, 5)),
    ("полтора часа назад", "ru", at(12, 35)),
    ("1 час 20 минут назад", "ru", at(12, 45)),
    ("через 2 часа", "ru", at(16, 5)),
    ("через полчаса", "ru", at(14, 35)),
]
DAY: list[tuple[str, str, When]] = [
    ("a day ago", "en", november(25)),
    ("2 days ago", "en", november(24)),
    ("2d ago", "en", november(24)),
    ("twenty days ago", "en", november(6)),
    ("a week ago", "en", november(19)),
    ("three weeks ago", "en", november(5)),
    ("a fortnight ago", "en", november(12)),
    ("10 days from now", "en", date(2021, 12, 6)),
    ("999 days ago", "en", date(2019, 3, 3)),  # 731 to 26 November 2019, which is the 330th day of its year
    ("قبل يوم", "ar", november(25)),
    ("قبل يومين", "ar", november(24)),
    ("منذ يومين", "ar", november(24)),
    ("قبل ثلاثة أيام", "ar", november(23)),
    ("قبل أحد عشر يوما", "ar", november(15)),
    ("قبل خمسة عشر يوما", "ar", november(11)),
    ("قبل أسبوع", "ar", november(19)),
    ("قبل أسبوعين", "ar", november(12)),
    ("قبل 3 أسابيع", "ar", november(5)),
    ("بعد ثلاثة أيام", "ar", november(29)),
    ("بعد أسبوع", "ar", date(2021, 12, 3)),
    ("день назад", "ru", november(25)),
    ("сутки назад", "ru", november(25)),
    ("два дня назад", "ru", november(24)),
    ("2 дня назад", "ru", november(24)),
    ("неделю назад", "ru", november(19)),
    ("три недели назад", "ru", november(5)),
    ("через неделю", "ru", date(2021, 12, 3)),
    # Yesterday and its like.
    ("yesterday", "en", november(25)),
    ("today", "en", november(26)),
    ("tomorrow", "en", november(27)),
    ("the day before yesterday", "en", november(24)),
    ("the day after tomorrow", "en", november(28)),
    ("yesterday morning", "en", november(25)),
    ("last night", "en", november(25)),
    ("this evening", "en", november(26)),
    ("tonight", "en", november(26)),
    ("tomorrow night", "en", november(27)),
    ("yesterday, Thursday", "en", november(25)),
    ("Thursday (yesterday)", "en", november(25)),
    ("أمس", "ar", november(25)),
    ("يوم أمس", "ar", november(25)),
    ("البارحة", "ar", november(25)),
    ("اليوم", "ar", november(26)),
    ("غدا", "ar", november(27)),
    ("غداً", "ar", november(27)),
    ("أول من أمس", "ar", november(24)),
    ("أمس الأول", "ar", november(24)),
    ("بعد غد", "ar", november(28)),
    ("مساء أمس", "ar", november(25)),
    ("صباح اليوم", "ar", november(26)),
    ("الليلة", "ar", november(26)),
    ("أمس الخميس", "ar", november(25)),
    ("اليوم الجمعة", "ar", november(26)),
    ("غدا السبت", "ar", november(27)),
    ("вчера", "ru", november(25)),
    ("сегодня", "ru", november(26)),
    ("завтра", "ru", november(27)),
    ("позавчера", "ru", november(24)),
    ("послезавтра", "ru", november(28)),
    ("вчера вечером", "ru", november(25)),
    ("сегодня утром", "ru", november(26)),
    ("завтра утром", "ru", november(27)),
    ("вчера, четверг", "ru", november(25)),
    # Weekdays. The day of writing is a Friday: alone it is today, and "last" and "next" are a week off.
    ("Friday", "en", november(26)),
    ("on Thursday", "en", november(25)),
    ("Saturday", "en", november(20)),
    ("last Friday", "en", november(19)),
    ("last Thursday", "en", november(25)),
    ("last Saturday", "en", november(20)),
    ("next Friday", "en", date(2021, 12, 3)),
    ("next Saturday", "en", november(27)),
    ("next Thursday", "en", date(2021, 12, 2)),
    ("الجمعة", "ar", november(26)),
    ("يوم الخميس", "ar", november(25)),
    ("السبت", "ar", november(20)),
    ("الجمعة الماضية", "ar", november(19)),
    ("الجمعة الماضي", "ar", november(19)),
    ("الخميس الماضي", "ar", november(25)),
    ("يوم الأحد الماضي", "ar", november(21)),
    ("الجمعة المقبلة", "ar", date(2021, 12, 3)),
    ("السبت المقبل", "ar", november(27)),
    ("الخميس القادم", "ar", date(2021, 12, 2)),
    ("в пятницу", "ru", november(26)),
    ("четверг", "ru", november(25)),
    ("в субботу", "ru", november(20)),
    ("в прошлую пятницу", "ru", november(19)),
    ("в прошлый четверг", "ru", november(25)),
    ("в следующую пятницу", "ru", date(2021, 12, 3)),
    ("в следующую среду", "ru", date(2021, 12, 1)),
    # A day with last, this or next: the nearest on that side of the day of writing.
    ("10 نوفمبر الماضي", "ar", november(10)),
    ("30 نوفمبر الماضي", "ar", date(2020, 11, 30)),
    ("26 نوفمبر الماضي", "ar", date(2020, 11, 26)),
    ("10 أكتوبر/تشرين الأول الماضي", "ar", date(2021, 10, 10)),
    ("10 ديسمبر المنصرم", "ar", date(2020, 12, 10)),
    ("10 نوفمبر الجاري", "ar", november(10)),
    ("30 نوفمبر الحالي", "ar", november(30)),
    ("10 ديسمبر المقبل", "ar", date(2021, 12, 10)),
    ("10 نوفمبر المقبل", "ar", date(2022, 11, 10)),
    ("26 نوفمبر القادم", "ar", date(2022, 11, 26)),
    ("the 10th of November last year", "en", date(2020, 11, 10)),
    ("10 November last year", "en", date(2020, 11, 10)),
    ("November 10 this year", "en", november(10)),
    ("10 November next year", "en", date(2022, 11, 10)),
    ("29 February last year", "en", date(2020, 2, 29)),
    ("10 نوفمبر من العام الماضي", "ar", date(2020, 11, 10)),
    ("10 نوفمبر العام الماضي", "ar", date(2020, 11, 10)),
    ("10 نوفمبر من العام المقبل", "ar", date(2022, 11, 10)),
    ("10 مارس من العام الجاري", "ar", date(2021, 3, 10)),
    ("10 نوفمبر من العام قبل الماضي", "ar", date(2019, 11, 10)),
    ("10 ноября прошлого года", "ru", date(2020, 11, 10)),
    ("10 ноября этого года", "ru", november(10)),
    ("10 ноября т. г.", "ru", november(10)),
    ("10 ноября следующего года", "ru", date(2022, 11, 10)),
    ("10 ноября позапрошлого года", "ru", date(2019, 11, 10)),
    # A day of a month that is not named.
    ("the 5th of this month", "en", november(5)),
    ("the 31st of last month", "en", date(2021, 10, 31)),
    ("5 من الشهر الجاري", "ar", november(5)),
    ("31 من الشهر الماضي", "ar", date(2021, 10, 31)),
    ("5 числа этого месяца", "ru", november(5)),
    ("31 числа прошлого месяца", "ru", date(2021, 10, 31)),
]
MONTH: list[tuple[str, str, When]] = [
    ("a month ago", "en", ReducedDate(2021, 10)),
    ("two months ago", "en", ReducedDate(2021, 9)),
    ("11 months ago", "en", ReducedDate(2020, 12)),
    ("قبل شهر", "ar", ReducedDate(2021, 10)),
    ("قبل شهرين", "ar", ReducedDate(2021, 9)),
    ("منذ 11 شهرا", "ar", ReducedDate(2020, 12)),
    ("месяц назад", "ru", ReducedDate(2021, 10)),
    ("полгода назад", "ru", ReducedDate(2021, 5)),
    ("11 месяцев назад", "ru", ReducedDate(2020, 12)),
    ("a year and two months ago", "en", ReducedDate(2020, 9)),
    ("last month", "en", ReducedDate(2021, 10)),
    ("this month", "en", ReducedDate(2021, 11)),
    ("next month", "en", ReducedDate(2021, 12)),
    ("the month before last", "en", ReducedDate(2021, 9)),
    ("الشهر الماضي", "ar", ReducedDate(2021, 10)),
    ("الشهر الجاري", "ar", ReducedDate(2021, 11)),
    ("الشهر المقبل", "ar", ReducedDate(2021, 12)),
    ("в прошлом месяце", "ru", ReducedDate(2021, 10)),
    ("в этом месяце", "ru", ReducedDate(2021, 11)),
    ("в следующем месяце", "ru", ReducedDate(2021, 12)),
    ("в позапрошлом месяце", "ru", ReducedDate(2021, 9)),
    ("last October", "en", ReducedDate(2021, 10)),
    ("last November", "en", ReducedDate(2020, 11)),
    ("last December", "en", ReducedDate(2020, 12)),
    ("this November", "en", ReducedDate(2021, 11)),
    ("next October", "en", ReducedDate(2022, 10)),
    ("next November", "en", ReducedDate(2022, 11)),
    ("next December", "en", ReducedDate(2021, 12)),
    ("November last year", "en", ReducedDate(2020, 11)),
    ("March this year", "en", ReducedDate(2021, 3)),
    ("in March of next year", "en", ReducedDate(2022, 3)),
    ("أكتوبر الماضي", "ar", ReducedDate(2021, 10)),
    ("نوفمبر الماضي", "ar", ReducedDate(2020, 11)),
    ("تشرين الأول/أكتوبر الماضي", "ar", ReducedDate(2021, 10)),
    ("نوفمبر الجاري", "ar", ReducedDate(2021, 11)),
    ("ديسمبر المقبل", "ar", ReducedDate(2021, 12)),
    ("أكتوبر المقبل", "ar", ReducedDate(2022, 10)),
    ("نوفمبر من العام الماضي", "ar", ReducedDate(2020, 11)),
    ("مارس من العام الجاري", "ar", ReducedDate(2021, 3)),
    ("в ноябре прошлого года", "ru", ReducedDate(2020, 11)),
    ("в марте этого года", "ru", ReducedDate(2021, 3)),
    ("в ноябре следующего года", "ru", ReducedDate(2022, 11)),
    ("в ноябре позапрошлого года", "ru", ReducedDate(2019, 11)),
]
YEAR: list[tuple[str, str, When]] = [
    ("a year ago", "en", ReducedDate(2020)),
    ("two years ago", "en", ReducedDate(2019)),
    ("10y ago", "en", ReducedDate(2011)),
    ("قبل سنة", "ar", ReducedDate(2020)),
    ("قبل عامين", "ar", ReducedDate(2019)),
    ("قبل سنتين", "ar", ReducedDate(2019)),
    ("قبل عشر سنوات", "ar", ReducedDate(2011)),
    ("год назад", "ru", ReducedDate(2020)),
    ("пять лет назад", "ru", ReducedDate(2016)),
    ("last year", "en", ReducedDate(2020)),
    ("this year", "en", ReducedDate(2021)),
    ("next year", "en", ReducedDate(2022)),
    ("the year before last", "en", ReducedDate(2019)),
    ("العام الماضي", "ar", ReducedDate(2020)),
    ("العام الجاري", "ar", ReducedDate(2021)),
    ("السنة المقبلة", "ar", ReducedDate(2022)),
    ("العام قبل الماضي", "ar", ReducedDate(2019)),
    ("в прошлом году", "ru", ReducedDate(2020)),
    ("в этом году", "ru", ReducedDate(2021)),
    ("в следующем году", "ru", ReducedDate(2022)),
    ("в позапрошлом году", "ru", ReducedDate(2019)),
]
HOUR: list[tuple[str, str, When]] = [
    ("today at 5 pm", "en", at(17)),
    ("tonight at 9 pm", "en", at(21)),
    ("tomorrow at 9 am", "en", at(9, day=27)),
    ("أمس الساعة 5 مساء", "ar", at(17, day=25)),
    ("вчера в 5 часов вечера", "ru", at(17, day=25)),
    ("last Friday at 5 pm", "en", at(17, day=19)),
    ("10 November last year, 5 pm", "en", datetime(2020, 11, 10, 17)),  # noqa: DTZ001  # no zone is named
]
TIMED: list[tuple[str, str, When]] = [
    ("yesterday at 10:30", "en", at(10, 30, day=25)),
    ("yesterday, 10:30", "en", at(10, 30, day=25)),
    ("10:30 yesterday", "en", at(10, 30, day=25)),
    ("yesterday at 10:30 pm", "en", at(22, 30, day=25)),
    ("yesterday at 10:30 GMT", "en", at(10, 30, day=25, zone=UTC)),
    ("last night at 9:30", "en", at(21, 30, day=25)),
    ("this morning at 8:15", "en", at(8, 15)),
    ("yesterday evening at 8:15", "en", at(20, 15, day=25)),
    ("tomorrow evening at 20:15", "en", at(20, 15, day=27)),
    ("last Friday at 10:30", "en", at(10, 30, day=19)),
    ("Friday, 10:30", "en", at(10, 30)),
    ("26 November, 10:30", "en", at(10, 30)),
    ("أمس الساعة 10:30", "ar", at(10, 30, day=25)),
    ("أمس 10:30", "ar", at(10, 30, day=25)),
    ("مساء أمس الساعة 9:30", "ar", at(21, 30, day=25)),
    ("صباح اليوم الساعة 8:15", "ar", at(8, 15)),
    ("أمس الخميس الساعة 10:30 بتوقيت غرينتش", "ar", at(10, 30, day=25, zone=UTC)),
    ("الجمعة الماضية 10:30", "ar", at(10, 30, day=19)),
    ("10 نوفمبر الجاري الساعة 10:30", "ar", at(10, 30, day=10)),
    ("вчера в 10:30", "ru", at(10, 30, day=25)),
    ("вчера, 10:30", "ru", at(10, 30, day=25)),
    ("10:30, вчера", "ru", at(10, 30, day=25)),
    ("вчера вечером в 9:30", "ru", at(21, 30, day=25)),
    ("сегодня утром в 8:15", "ru", at(8, 15)),
    ("сегодня в 10:30 мск", "ru", at(10, 30, zone=EAST)),
    ("в прошлую пятницу в 10:30", "ru", at(10, 30, day=19)),
]
ALL: list[Row] = [
    *((*row, Precision.SECOND) for row in SECOND),
    *((*row, Precision.MINUTE) for row in MINUTE + TIMED),
    *((*row, Precision.HOUR) for row in HOUR),
    *((*row, Precision.DAY) for row in DAY),
    *((*row, Precision.MONTH) for row in MONTH),
    *((*row, Precision.YEAR) for row in YEAR),
]


@pytest.mark.parametrize(("text", "language", "value", "precision"), ALL)
def test_reads_what_depends_on_the_day_of_writing(
    text: str, language: str, value: When, precision: Precision
) -> None:
    reading = read_date(text, language, WRITTEN)

    assert same(value, reading.value), reading.value
    assert precision is reading.precision


@pytest.mark.parametrize(("text", "language", "value", "precision"), ALL)
def test_reads_the_same_where_the_language_is_not_told(
    text: str, language: str, value: When, precision: Precision
) -> None:
    try:
        reading = read_date(text, None, WRITTEN)
    except DateError as refused:
        assert "a date that is the same in every language" in str(refused)  # noqa: PT017  # one of two right answers
    else:
        assert same(value, reading.value), reading.value
        assert precision is reading.precision
        assert reading.language in {language, None}


@pytest.mark.parametrize(("text", "language"), [row[:2] for row in ALL])
def test_is_refused_without_a_reference(text: str, language: str) -> None:
    with pytest.raises(DateError, match="a reference, to know w"):
        read_date(text, language)


NUMBERS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty",
    "ru": "одну две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать",
}
ARABIC_NUMBERS = [
    ("ثلاث دقائق", 3),
    ("ثلاثة أيام", 3),
    ("أربع دقائق", 4),
    ("ست دقائق", 6),
    ("سبع دقائق", 7),
    ("ثماني دقائق", 8),
    ("ثمان دقائق", 8),
    ("تسع دقائق", 9),
    ("عشر دقائق", 10),
    ("عشرة أيام", 10),
    ("إحدى عشرة دقيقة", 11),
    ("اثنتي عشرة دقيقة", 12),
    ("اثني عشر يوما", 12),
    ("ثلاث عشرة دقيقة", 13),
    ("ثلاثة عشر يوما", 13),
    ("تسع عشرة دقيقة", 19),
    ("تسعة عشر يوما", 19),
    ("عشرين دقيقة", 20),
    ("خمسة وعشرين يوما", 25),
    ("تسع وعشرين دقيقة", 29),
    ("ثلاثين يوما", 30),
]
NUMBERED = [
    *((f"{word} minutes ago", "en", number) for number, word in enumerate(NUMBERS["en"].split(), 1)),
    *((f"{word} минут назад", "ru", number) for number, word in enumerate(NUMBERS["ru"].split(), 1)),
    *((f"قبل {words}", "ar", number) for words, number in ARABIC_NUMBERS),
]


@pytest.mark.parametrize(("text", "language", "number"), NUMBERED)
def test_reads_numbers_in_words(text: str, language: str, number: int) -> None:
    days = "يوما" in text or "أيام" in text
    expected = (
        TODAY - timedelta(days=number)
        if days
        else WRITTEN.replace(second=0, microsecond=0) - timedelta(minutes=number)
    )

    assert same(expected, parse_date(text, language, WRITTEN))


YEARLESS: list[tuple[str, str, date, date]] = [
    ("26 November", "en", TODAY, TODAY),
    ("November 27", "en", TODAY, date(2020, 11, 27)),
    ("25 November", "en", TODAY, november(25)),
    ("26 نوفمبر/تشرين الثاني", "ar", TODAY, TODAY),
    ("27 نوفمبر", "ar", TODAY, date(2020, 11, 27)),
    ("27 ноября", "ru", TODAY, date(2020, 11, 27)),
    # Around the new year.
    ("31 December", "en", date(2022, 1, 2), date(2021, 12, 31)),
    ("1 January", "en", date(2021, 12, 31), date(2021, 1, 1)),
    ("1 January", "en", date(2022, 1, 1), date(2022, 1, 1)),
    ("31 декабря", "ru", date(2022, 1, 1), date(2021, 12, 31)),
    ("31 ديسمبر", "ar", date(2022, 1, 1), date(2021, 12, 31)),
    # With a weekday: 31 December 2021 was a Friday, 1 January 2021 too, 1 January 2022 a Saturday.
    ("Friday 31 December", "en", date(2022, 1, 2), date(2021, 12, 31)),
    ("Friday, 31 December", "en", date(2021, 12, 30), date(2021, 12, 31)),
    ("Saturday 1 January", "en", date(2021, 12, 30), date(2022, 1, 1)),
    ("Friday 1 January", "en", date(2021, 12, 30), date(2021, 1, 1)),
    ("السبت 1 يناير", "ar", date(2021, 12, 30), date(2022, 1, 1)),
    ("الجمعة 31 كانون الأول/ديسمبر", "ar", date(2022, 1, 2), date(2021, 12, 31)),
    ("в субботу, 1 января", "ru", date(2021, 12, 30), date(2022, 1, 1)),
    ("пятница, 31 декабря", "ru", date(2022, 1, 2), date(2021, 12, 31)),
    # 29 February goes back to the last leap year; in 2020 it was a Saturday, in 2024 a Thursday.
    ("29 February", "en", date(2021, 11, 26), date(2020, 2, 29)),
    ("29 February", "en", date(2024, 2, 29), date(2024, 2, 29)),
    ("29 February", "en", date(2024, 2, 28), date(2020, 2, 29)),
    ("29 февраля", "ru", date(2023, 3, 1), date(2020, 2, 29)),
    ("29 فبراير", "ar", date(2023, 3, 1), date(2020, 2, 29)),
    ("Thursday 29 February", "en", date(2024, 2, 27), date(2024, 2, 29)),
    ("Saturday 29 February", "en", date(2020, 3, 2), date(2020, 2, 29)),
    # Numbers: the day comes first in Arabic and Russian, the month in the United States.
    ("пт 12.11.", "ru", TODAY, november(12)),
    ("الجمعة 12/11", "ar", TODAY, november(12)),
    ("Friday 11/12", "en-US", TODAY, november(12)),
    ("Friday 11/12", "en-GB", TODAY, date(2020, 12, 11)),
    # 1 Ramadan 1442 was 13 April 2021.
    ("1 رمضان", "ar", TODAY, date(2021, 4, 13)),
    ("1 رمضان", "ar", date(2021, 4, 12), date(2020, 4, 24)),
]


@pytest.mark.parametrize(("text", "language", "written", "value"), YEARLESS)
def test_a_day_without_a_year_is_the_last_or_the_one_whose_weekday_fits(
    text: str, language: str, written: date, value: date
) -> None:
    reading = read_date(text, language, written)

    assert value == reading.value
    assert reading.assumed in {("the year, from the reference",), ("the year in which the weekday fits",)}


@pytest.mark.parametrize(
    ("text", "language", "written", "value"),
    [
        ("on 27 November they", "en", TODAY, november(27)),
        ("on 31 December they", "en", date(2022, 1, 2), date(2021, 12, 31)),
        ("on 1 January they", "en", date(2021, 12, 30), date(2022, 1, 1)),
        ("в 27 ноября", "ru", TODAY, november(27)),
        ("في 27 نوفمبر قال", "ar", TODAY, november(27)),
        ("on 29 February they", "en", date(2021, 11, 26), date(2020, 2, 29)),
        ("on 29 February they", "en", date(2023, 11, 26), date(2024, 2, 29)),
    ],
)
def test_in_a_text_a_day_without_a_year_is_the_nearest(
    text: str, language: str, written: date, value: date
) -> None:
    assert [value] == [reading.value for reading in find_dates(text, language, written)]


def test_29_february_in_a_century_without_a_leap_year_is_not_to_come() -> None:
    assert date(2096, 2, 29) == parse_date("29 February", "en", date(2100, 6, 1))
    assert date(1896, 2, 29) == parse_date("29 February", "en", date(1903, 6, 1))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 hours ago", at(12, 5, zone=EAST)),
        ("now", at(14, 5, zone=EAST)),
        ("yesterday", november(25)),
        ("2 days ago", november(24)),
        ("yesterday at 10:30", at(10, 30, day=25)),  # by which clock, the text does not say
        ("last month", ReducedDate(2021, 10)),
    ],
)
def test_an_aware_reference_gives_moments_its_offset(text: str, value: When) -> None:
    assert same(value, parse_date(text, "en", WRITTEN.replace(tzinfo=EAST)))


def test_the_day_of_a_reference_is_that_of_its_own_clock() -> None:
    late = datetime(2021, 11, 26, 23, 30, tzinfo=timezone(timedelta(hours=-5)))

    assert november(25) == parse_date("yesterday", "en", late)
    assert november(25) == parse_date("yesterday", "en", late.replace(hour=0))


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        # Clocks went from 02:00 to 03:00 on 28 March 2021, and from 03:00 back to 02:00 on 31 October.
        (date(2021, 3, 28), 0),
        (date(2021, 10, 31), 1),
        (date(2021, 7, 1), 0),
    ],
)
def test_hours_ago_are_hours_though_clocks_change(day: date, hour: int) -> None:
    written = datetime(day.year, day.month, day.day, 4, tzinfo=ZoneInfo("Europe/Berlin"))
    value = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)

    got = parse_date("2 hours ago", "en", written)

    assert isinstance(got, datetime)
    assert value == got.astimezone(UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2 hours ago",
        "5 minutes ago",
        "30 seconds ago",
        "2 hours from now",
        "now",
    ],
)
def test_a_reference_without_a_time_gives_no_moment(text: str) -> None:
    with pytest.raises(DateError, match="a reference with a time of day"):
        parse_date(text, "en", TODAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 days ago", november(24)),
        ("yesterday", november(25)),
        ("yesterday at 10:30", at(10, 30, day=25)),
        ("two months ago", ReducedDate(2021, 9)),
        ("last Friday", november(19)),
        ("26 November", TODAY),
    ],
)
def test_a_reference_without_a_time_gives_days(text: str, value: When) -> None:
    assert same(value, parse_date(text, "en", TODAY))


FIRST, LAST = datetime.min, datetime.max  # noqa: DTZ901  # the limits themselves
BEYOND = [
    ("yesterday", "en", FIRST),
    ("2 hours ago", "en", FIRST),
    ("2 days ago", "en", FIRST),
    ("two months ago", "en", FIRST),
    ("two years ago", "en", FIRST),
    ("last Friday", "en", FIRST),
    ("last month", "en", FIRST),
    ("last year", "en", FIRST),
    ("last November", "en", FIRST),
    ("November last year", "en", FIRST),
    ("10 November last year", "en", FIRST),
    ("the 5th of last month", "en", FIRST),
    ("قبل عامين", "ar", FIRST),
    ("العام الماضي", "ar", FIRST),
    ("1 رمضان", "ar", FIRST),
    ("1 رمضان الماضي", "ar", FIRST),
    ("1 رمضان", "ar", date(1900, 1, 1)),
    ("1 رمضان", "ar", date(2080, 1, 1)),
    ("1 رمضان من العام الماضي", "ar", date(1900, 1, 1)),
    ("tomorrow", "en", LAST),
    ("2 hours from now", "en", LAST),
    ("2 days from now", "en", LAST),
    ("next Saturday", "en", LAST),
    ("next month", "en", LAST),
    ("next year", "en", LAST),
    ("next November", "en", LAST),
    ("November next year", "en", LAST),
    ("10 November next year", "en", LAST),
    ("10 November next", "en", LAST),
    ("через два года", "ru", LAST),
    ("в следующем году", "ru", LAST),
]


@pytest.mark.parametrize(("text", "language", "written"), BEYOND)
def test_what_lies_beyond_the_limits_of_dates_is_refused(text: str, language: str, written: date) -> None:
    with pytest.raises(DateError):
        parse_date(text, language, written)
    assert list(find_dates(f"{text}.", language, written)) == []


@pytest.mark.parametrize(
    ("text", "language", "written", "value"),
    [
        ("today", "en", FIRST, date.min),
        ("now", "en", FIRST, FIRST),
        ("1 January", "en", FIRST, date.min),
        ("31 December", "en", LAST, date.max),
        ("today", "en", LAST, date.max),
        ("this year", "en", LAST, ReducedDate(9999)),
        ("2 years ago", "en", LAST, ReducedDate(9997)),
        ("next month", "en", date(9999, 11, 30), ReducedDate(9999, 12)),
        ("31 December", "en", FIRST, date(1, 12, 31)),  # there is no year before
    ],
)
def test_what_lies_at_the_limits_of_dates_is_read(
    text: str, language: str, written: datetime, value: When
) -> None:
    assert same(value, parse_date(text, language, written))


REFUSED = [
    ("today, Thursday", "en", "a weekday that fits the date (2021-11-26 is a Friday, not a Thursday)"),
    ("أمس الجمعة", "ar", "a weekday that fits the date (2021-11-25 is a Thursday, not a Friday)"),
    ("вчера, пятница", "ru", "a weekday that fits the date (2021-11-25 is a Thursday, not a Friday)"),
    ("this Friday", "en", "a weekday that is surely one ('this' is not enough)"),
    ("الجمعة الجارية", "ar", "a weekday that is surely one ('الجارية' is not enough)"),
    ("в эту пятницу", "ru", "a weekday that is surely one ('эту' is not enough)"),
    ("Fri", "en", "a date or the whole name of a weekday (not 'Fri')"),
    ("Пт", "ru", "a date or the whole name of a weekday (not 'Пт')"),
    ("last week", "en", "a day, a month or a year (a week is none)"),
    ("أسبوع الماضي", "ar", "a day, a month or a year (a week is none)"),
    ("на прошлой неделе", "ru", "every word is understood (not 'на')"),
    ("в прошлой неделе", "ru", "a day, a month or a year (a week is none)"),
    ("last hour", "en", "a day, a month or a year (a week is none)"),
    ("1001 days ago", "en", "at most 1000 of a unit"),
    ("10000 days ago", "en", "a date in a known form"),
    ("seconds ago", "en", "a number of 'seconds'"),
    ("days ago", "en", "a number of 'days'"),
    ("قبل أيام", "ar", "a number of 'أيام'"),
    ("дней назад", "ru", "a number of 'дней'"),
    ("the 31st of this month", "en", "a day from 1 to 30, as 2021-11 has 30 days (not 31)"),
    ("31 من الشهر الجاري", "ar", "a day from 1 to 30, as 2021-11 has 30 days (not 31)"),
    ("the 5th of last year", "en", "a day of a month"),
    ("31 November", "en", "a day from 1 to 30"),
    ("30 February last year", "en", "a day from 1 to 29, as 2020-02 has 29 days (not 30)"),
    ("29 February next year", "en", "a day from 1 to 28, as 2022-02 has 28 days (not 29)"),
    ("30 فبراير الماضي", "ar", "a day from 1 to 28"),
    ("Monday 26 November", "en", "a weekday that fits the date (2021-11-26 is a Friday, not a Monday)"),
    ("yesterday morning at 13:30", "en", "an hour that goes with 'yesterday morning'"),
    ("2 hours ago at 10:30", "en", "a day before a time of day"),
    ("November last", "en", "'last' before 'November'"),
    ("10 November last", "en", "'last' before 'November'"),
    ("26 November last year at 25:00", "en", "a time from 00:00 to 23:59"),
    ("رمضان الماضي", "ar", "a day, as a month of this calendar lies in two of the Gregorian"),
    ("نوفمبر/تشرين الأول الماضي", "ar", "two names of one month"),
    ("today 12.11.", "ru", "the day that 'today' is"),
    ("сегодня 12.11.", "ru", "the day that 'сегодня' is"),
    ("Friday 11/12", "en", "which is the day: name the language"),
    ("March last month", "en", "a year after a month"),
    ("10 أكتوبر الجاري", "ar", "the month of writing beside 'الجاري'"),
]


@pytest.mark.parametrize(("text", "language", "said"), REFUSED)
def test_refuses_and_says_what_is_wrong(text: str, language: str, said: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(text, language, WRITTEN)

    assert said in str(refused.value)
    assert text == refused.value.got


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("2 days ago", "en", "when 'ago' is"),
        ("just now", "en", "when 'just now' is"),
        ("last night", "en", "when 'last night' is"),
        ("last year", "en", "when 'last' is"),
        ("the year before last", "en", "when 'the year before last' is"),
        ("last Friday", "en", "when 'last' is"),
        ("Friday", "en", "which day is meant"),
        ("12 ноября", "ru", "which year is meant"),
        ("بعد غد", "ar", "when 'بعد غد' is"),
        ("قبل عامين", "ar", "when 'قبل' is"),
        ("العام الماضي", "ar", "when 'الماضي' is"),
        ("позавчера", "ru", "when 'позавчера' is"),
        ("через неделю", "ru", "when 'через' is"),
        ("10 ноября т. г.", "ru", "when 'т. г' is"),
    ],
)
def test_says_what_a_reference_is_wanted_for(text: str, language: str, said: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(text, language)

    assert f"a reference, to know {said}" == refused.value.expected


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(1, 1000))
def test_days_ago_are_days(written: date, number: int) -> None:
    expected = written - timedelta(days=number)

    assert expected == parse_date(f"{number} days ago", "en", written)
    assert expected == parse_date(f"{number} дней назад", "ru", written)
    assert expected == parse_date(f"قبل {number} يوما", "ar", written)


WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
}


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(0, 6), st.sampled_from(sorted(WEEKDAYS)))
def test_a_weekday_is_in_the_week_that_ends_on_the_day_of_writing(
    written: date, weekday: int, language: str
) -> None:
    got = parse_date(WEEKDAYS[language].split()[weekday], language, written)

    assert isinstance(got, date)
    assert weekday == got.weekday()
    assert 0 <= (written - got).days < 7


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(0, 6))
def test_last_and_next_weekdays_are_within_a_week_and_never_today(written: date, weekday: int) -> None:
    name = WEEKDAYS["en"].split()[weekday]
    before, after = (parse_date(f"{word} {name}", "en", written) for word in ("last", "next"))

    assert isinstance(before, date)
    assert isinstance(after, date)
    assert 1 <= (written - before).days <= 7
    assert 1 <= (after - written).days <= 7
    assert weekday == before.weekday() == after.weekday()


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("today at 10:00 GMT", "en", datetime(2021, 11, 27, 10, tzinfo=UTC)),
        ("yesterday at 10:00 GMT", "en", datetime(2021, 11, 26, 10, tzinfo=UTC)),
        ("сегодня в 10:00 мск", "ru", datetime(2021, 11, 27, 10, tzinfo=EAST)),
        ("today at 10:00 EST", "en", at(10, zone=timezone(timedelta(hours=-5)))),
    ],
)
def test_a_day_beside_a_zone_is_that_of_the_zone(text: str, language: str, value: datetime) -> None:
    """What is written at 23:30 in New York is written on the next day in Greenwich and in Moscow."""
    written = datetime(2021, 11, 26, 23, 30, tzinfo=timezone(timedelta(hours=-5)))

    assert same(value, parse_date(text, language, written))
