"""What the caller may say beside the text, and what the reading says back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from newsmodel import dates
from newsmodel.dates import DateReading, Precision, ReducedDate, When, find_dates, languages, read_date
from newsmodel.dates.when import when_key
from newsmodel.errors import DateError, ModelError

DAY = date(2021, 11, 26)  # a Friday
EAST = timezone(timedelta(hours=3))


def at(hour: int, minute: int = 0, second: int = 0, zone: tzinfo | None = None) -> datetime:
    return datetime(2021, 11, 26, hour, minute, second, tzinfo=zone)


def same(one: When, other: When) -> bool:
    return type(one) is type(other) and when_key(one) == when_key(other)


# Languages.


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("en-US", date(2024, 3, 4)),
        ("en_US", date(2024, 3, 4)),
        ("EN-us", date(2024, 3, 4)),
        ("en-Latn-US", date(2024, 3, 4)),
        ("en-US-x-gb", date(2024, 3, 4)),
        ("en-GB", date(2024, 4, 3)),
        ("en_gb", date(2024, 4, 3)),
        ("en-001", date(2024, 4, 3)),  # "world"
        ("en", None),
        ("en-x-us", None),
        ("en-a-us", None),
        ("en-CA", None),
        ("es-US", None),
        ("es-MX", date(2024, 4, 3)),
        ("ru", date(2024, 4, 3)),
        ("ru-RU", date(2024, 4, 3)),
        ("ru_ZZ", date(2024, 4, 3)),
        ("sw", None),
        ("sw-KE", None),
        ("", None),
        ("-", None),
        ("en" + "-x" * 100, None),
        ("ar", date(2024, 4, 3)),
        ("ar-EG-u-nu-latn", date(2024, 4, 3)),
    ],
)
def test_the_tag_orders_numbers_or_they_are_refused(tag: str, value: date | None) -> None:
    if value is None:
        with pytest.raises(DateError, match="name the language"):
            read_date("03/04/2024", tag)
    else:
        reading = read_date("03/04/2024", tag)
        assert value == reading.value
        assert tag[:2].lower() == reading.language


@pytest.mark.parametrize(
    ("text", "told", "language"),
    [
        ("26 November 2021", "en-GB", "en"),
        ("26 November 2021", ["en-GB"], "en"),
        ("26 ноября 2021", ["en", "ru"], "ru"),
        ("26 ноября 2021", ("ru", "en"), "ru"),
        ("26.11.2021", ["ru"], "ru"),
        ("26.11.2021", ["ru", "uk"], None),  # either
        ("2021-11-26", "en-GB", "en"),
        ("2021-11-26", "sw", "sw"),
        ("2021-11-26", ["en", "ru"], None),
        ("2021-11-26", [], None),
        ("2021-11-26", None, None),
        ("26/11/2021", "sw", "sw"),
        ("26/11/2021", None, None),
        ("26 November 2021", None, None),  # also German
        ("26 ноября 2021", None, "ru"),
        ("26 نوفمبر 2021", None, "ar"),
        ("Friday, 26 November 2021", None, "en"),
    ],
)
def test_the_reading_names_the_language_of_the_words_or_the_one_told(
    text: str, told: Any, language: str | None
) -> None:
    reading = read_date(text, told)

    assert reading.value == DAY
    assert language == reading.language


def test_languages_may_be_any_iterable() -> None:
    assert read_date("26 ноября 2021", (tag for tag in ["en", "ru"])).language == "ru"
    assert [each.value for each in find_dates("от 26 ноября 2021", iter(["en", "ru"]))] == [DAY]


@pytest.mark.parametrize(
    ("text", "told", "said"),
    [
        (
            "03/04/2024",
            ["en-US", "ru"],
            "the same in every language it may be in (2024-03-04 in en, 2024-04-03 in ru: name the language)",
        ),
        ("26 ноября 2021", ["en", "ar"], "every word is understood (not 'ноября')"),
        ("26 ноября 2021", [], "a date"),
        ("26 November 2021", "sw", "an ISO 8601 date (words are known for ar, de, en"),
        ("26 November 2021", ["sw"], "every word is understood"),
        ("26 novembre 2021", "en", "every word is understood (not 'novembre')"),
    ],
)
def test_several_languages_must_agree_and_one_must_know_the_words(text: str, told: Any, said: str) -> None:
    with pytest.raises(DateError) as refused:
        read_date(text, told)

    assert said in str(refused.value)


# The order of numbers.


@pytest.mark.parametrize(
    ("text", "language", "order", "value"),
    [
        ("03/04/2024", None, "dmy", date(2024, 4, 3)),
        ("03/04/2024", None, "mdy", date(2024, 3, 4)),
        ("03/04/2024", None, "ymd", date(2024, 4, 3)),  # the row backwards
        ("03/04/2024", "en-US", "dmy", date(2024, 4, 3)),
        ("03/04/2024", "ru", "mdy", date(2024, 3, 4)),
        ("03/04/2024", ["en-US", "ru"], "mdy", date(2024, 3, 4)),
        ("2024/03/04", "ru", "mdy", date(2024, 3, 4)),
        ("26.11.21", None, "dmy", DAY),
        ("26.11.21", "ru", "ymd", date(2026, 11, 21)),
        ("11/26/21", None, "mdy", DAY),
        ("26 ноября 2021", "ru", "mdy", DAY),
    ],
)
def test_the_callers_order_goes_before_the_languages(
    text: str, language: Any, order: Any, value: date
) -> None:
    assert value == read_date(text, language, order=order).value


def test_the_callers_order_holds_in_texts() -> None:
    text = "on 03/04/2024 and 11/26/2021"

    found = [each.value for each in find_dates(text, "en", order="mdy")]

    assert [date(2024, 3, 4), DAY] == found


# Zones.

ZONES: list[tuple[Any, timezone]] = [
    ("Asia/Riyadh", EAST),
    ("Europe/Moscow", EAST),
    ("America/New_York", timezone(timedelta(hours=-5))),
    ("America/Argentina/Buenos_Aires", timezone(timedelta(hours=-3))),
    ("UTC", UTC),
    ("GMT", UTC),
    ("Z", UTC),
    ("z", UTC),
    ("+03:00", EAST),
    ("+0300", EAST),
    ("-03:30", timezone(-timedelta(hours=3, minutes=30))),
    ("+00:00", UTC),
    ("+14:00", timezone(timedelta(hours=14))),
    (EAST, EAST),
    (UTC, UTC),
    (ZoneInfo("Asia/Riyadh"), EAST),
    (ZoneInfo("America/New_York"), timezone(timedelta(hours=-5))),
]


@pytest.mark.parametrize(("zone", "offset"), ZONES)
def test_a_time_without_a_zone_gets_the_callers(zone: Any, offset: timezone) -> None:
    reading = read_date("26 November 2021 14:05", "en", zone=zone)

    assert same(at(14, 5, zone=offset), reading.value)
    assert reading.zone is None
    assert reading.assumed == ("the caller's zone",)
    assert [reading.value] == [
        each.value for each in find_dates("on 26 November 2021 14:05", "en", zone=zone)
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("26 November 2021", DAY),
        ("November 2021", ReducedDate(2021, 11)),
        ("2021", ReducedDate(2021)),
        ("2021-11-26", DAY),
        ("26 November 2021 14:05 GMT", at(14, 5, zone=UTC)),
        ("2021-11-26T14:05Z", at(14, 5, zone=UTC)),
        ("2021-11-26T14:05", at(14, 5, zone=EAST)),
    ],
)
def test_the_callers_zone_is_for_times_without_one(text: str, value: When) -> None:
    assert same(value, read_date(text, "en", zone="Asia/Riyadh").value)


def test_a_moment_by_a_naive_reference_gets_the_callers_zone_and_by_an_aware_one_its_own() -> None:
    assert same(at(12, 5, zone=EAST), read_date("2 hours ago", "en", at(14, 5), zone="+03:00").value)
    assert same(at(12, 5, zone=UTC), read_date("2 hours ago", "en", at(14, 5, zone=UTC), zone="+03:00").value)


SUMMER = timezone(timedelta(hours=2))
WINTER = timezone(timedelta(hours=1))
CHANGES: list[tuple[str, timezone | str]] = [
    # Berlin, 28 March 2021 and 31 October 2021.
    ("2021-03-28T01:59", WINTER),
    ("2021-03-28T02:00", "a time that there was (clocks were put forward over 02:00 that day)"),
    ("2021-03-28T02:59", "a time that there was (clocks were put forward over 02:59 that day)"),
    ("2021-03-28T03:00", SUMMER),
    ("2021-10-31T01:59", SUMMER),
    ("2021-10-31T02:00", "a time that came once (clocks were put back over 02:00 that day)"),
    ("2021-10-31T02:59", "a time that came once (clocks were put back over 02:59 that day)"),
    ("2021-10-31T03:00", WINTER),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
@pytest.mark.parametrize("zone", ["Europe/Berlin", ZoneInfo("Europe/Berlin")])
def test_an_hour_that_comes_twice_or_never_is_refused(
    text: str, expected: timezone | str, zone: str | tzinfo
) -> None:
    if isinstance(expected, str):
        with pytest.raises(DateError) as refused:
            read_date(text, zone=zone)
        assert expected in str(refused.value)
    else:
        assert same(datetime.fromisoformat(text).replace(tzinfo=expected), read_date(text, zone=zone).value)


@pytest.mark.parametrize("text", [text for text, expected in CHANGES if isinstance(expected, str)])
def test_such_an_hour_is_no_date_in_a_text_and_the_search_goes_on(text: str) -> None:
    found = list(find_dates(f"at {text} they, on 26 November 2021 we", "en", zone="Europe/Berlin"))

    assert [each.value for each in found] == [DAY]


def test_a_zone_whose_offset_is_no_whole_number_of_minutes_is_refused() -> None:
    with pytest.raises(DateError, match="an offset of whole minutes"):
        read_date("2021-11-26T14:05", zone=timezone(timedelta(seconds=30)))


def test_a_zone_whose_offset_no_zone_has_is_refused() -> None:
    with pytest.raises((DateError, ModelError)):
        read_date("2021-11-26T14:05", zone=timezone(timedelta(hours=15)))


# Arguments that are none.


BAD: list[tuple[dict[str, Any], str]] = [
    ({"order": "ydm"}, "order: expected one of dmy, mdy, ymd, got 'ydm'"),
    ({"order": ""}, "order: expected one of dmy, mdy, ymd, got ''"),
    ({"zone": "Nowhere/City"}, "zone: expected a tzinfo, a name of the IANA database or an offset"),
    ({"zone": ""}, "zone: expected"),
    ({"zone": "+3"}, "zone: expected"),
    ({"zone": "../../etc/passwd"}, "zone: expected"),
    ({"zone": 3}, "zone: expected"),
    ({"reference": "2021-11-26"}, "reference: expected a datetime or a date, got '2021-11-26'"),
    ({"reference": 0}, "reference: expected"),
    ({"reference": ReducedDate(2021)}, "reference: expected"),
]


def refuse(call: Callable[..., object], text: str, language: str | None, arguments: dict[str, Any]) -> str:
    with pytest.raises(ModelError) as refused:
        call(text, language, **arguments)
    return str(refused.value)


def find(*given: Any, **named: Any) -> list[DateReading]:
    return list(find_dates(*given, **named))


@pytest.mark.parametrize("text", ["26 Nov 2021 14:05", "2021-11-26T14:05", "no date"])
@pytest.mark.parametrize(("arguments", "said"), BAD)
def test_arguments_that_are_none_are_the_callers_fault(
    text: str, arguments: dict[str, Any], said: str
) -> None:
    for language in ("en", None):
        assert said in refuse(read_date, text, language, arguments)
        assert said in refuse(find, text, language, arguments)


@pytest.mark.parametrize(("arguments", "said"), BAD)
def test_arguments_that_are_none_are_so_for_plain_dates_too(arguments: dict[str, Any], said: str) -> None:
    assert said in refuse(read_date, "26 November 2021", "en", arguments)


@pytest.mark.parametrize("zone", ["+15:00", "+01:60", "-99:99"])
def test_an_offset_that_no_zone_has_is_the_callers_fault(zone: str) -> None:
    assert "zone: expected" in refuse(read_date, "26 Nov 2021 14:05", "en", {"zone": zone})


# Weekdays that contradict the date.

THURSDAY = "the date is right and the weekday wrong (2021-11-26 is a Friday, not a Thursday)"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thursday, 26 November 2021", "en"),
        ("الخميس 26 نوفمبر 2021", "ar"),
        ("четверг, 26 ноября 2021", "ru"),
        ("Thursday 26/11/2021", "en-GB"),
        ("Donnerstag 26.11.21", "de"),
        ("четверг, 26.11.21", "ru"),
        pytest.param(
            "الخميس 21 ربيع الآخر 1443 هـ الموافق 26 نوفمبر 2021 م",
            "ar",
        ),
        ("Thu, 26 Nov 2021 10:00:00 GMT", None),
        ("today, Thursday", "en"),
        ("پنجشنبه ۵ آذر ۱۴۰۰", "fa"),
    ],
)
def test_a_wrong_weekday_is_refused_or_unless_strict_told(text: str, language: str | None) -> None:
    with pytest.raises(DateError, match="a weekday that fits the date"):
        read_date(text, language, DAY)
    reading = read_date(text, language, DAY, strict=False)

    assert date(2021, 11, 26) == (
        reading.value.date() if isinstance(reading.value, datetime) else reading.value
    )
    assert THURSDAY in reading.assumed
    assert [reading.assumed] == [
        each.assumed for each in find_dates(f"{text} .", language, DAY, strict=False)
    ]


def test_a_wrong_weekday_without_a_year_is_told_too() -> None:
    reading = read_date("Wednesday, 26 November", "en", DAY, strict=False)  # nor in 2020 or 2022

    assert (reading.value, len(reading.assumed)) == (DAY, 2)
    assert "2021-11-26 is a Friday, not a Wednesday" in reading.assumed[1]


def test_a_wrong_weekday_leaves_a_year_in_two_digits_open() -> None:
    for strict in (True, False):
        with pytest.raises(DateError, match="a weekday that fits the date in 1944 or 2044"):
            read_date("Thursday, 26-Nov-44 10:00:00 GMT", strict=strict)


def test_a_right_weekday_says_nothing() -> None:
    assert read_date("Friday, 26 November 2021", "en", strict=False).assumed == ()


# Seconds and milliseconds since 1970.

EPOCHS: list[tuple[str, Any, str, Precision, str]] = [
    ("0", "s", "1970-01-01T00:00:00+00:00", Precision.SECOND, "Z"),
    ("-1", "s", "1969-12-31T23:59:59+00:00", Precision.SECOND, "Z"),
    ("1637935530", "s", "2021-11-26T14:05:30+00:00", Precision.SECOND, "Z"),
    (" 1637935530\n", "s", "2021-11-26T14:05:30+00:00", Precision.SECOND, "Z"),
    ("1637935530.25", "s", "2021-11-26T14:05:30.250000+00:00", Precision.FRACTION, "Z"),
    ("1637935530.000", "s", "2021-11-26T14:05:30+00:00", Precision.SECOND, "Z"),
    ("1637935530.123456789", "s", "2021-11-26T14:05:30.123456+00:00", Precision.FRACTION, "Z"),
    ("-0.5", "s", "1969-12-31T23:59:59.500000+00:00", Precision.FRACTION, "Z"),
    ("-1.5", "s", "1969-12-31T23:59:58.500000+00:00", Precision.FRACTION, "Z"),
    ("1637935530000", "ms", "2021-11-26T14:05:30+00:00", Precision.SECOND, "Z"),
    ("1637935530250", "ms", "2021-11-26T14:05:30.250000+00:00", Precision.FRACTION, "Z"),
    ("1637935530250.5", "ms", "2021-11-26T14:05:30.250500+00:00", Precision.FRACTION, "Z"),
    ("-250", "ms", "1969-12-31T23:59:59.750000+00:00", Precision.FRACTION, "Z"),
    ("/Date(1637935530000)/", "ms", "2021-11-26T14:05:30+00:00", Precision.SECOND, "Z"),
    ("/Date(1637935530000)/", "s", "2021-11-26T14:05:30+00:00", Precision.SECOND, "Z"),
    ("/Date(1637935530000+0300)/", "ms", "2021-11-26T17:05:30+03:00", Precision.SECOND, "+0300"),
    ("/Date(-1000-0330)/", "ms", "1969-12-31T20:29:59-03:30", Precision.SECOND, "-0330"),
    ("253402300799", "s", "9999-12-31T23:59:59+00:00", Precision.SECOND, "Z"),
    ("-62135596800", "s", "0001-01-01T00:00:00+00:00", Precision.SECOND, "Z"),
]


@pytest.mark.parametrize(("text", "epoch", "value", "precision", "zone"), EPOCHS)
def test_reads_numbers_of_seconds(text: str, epoch: Any, value: str, precision: Precision, zone: str) -> None:
    start = len(text) - len(text.lstrip())
    expected = DateReading(
        datetime.fromisoformat(value), precision, None, "gregory", zone, (start, len(text.rstrip()))
    )

    reading = read_date(text, epoch=epoch)

    assert expected == reading
    assert same(expected.value, reading.value)


@pytest.mark.parametrize(
    ("text", "epoch"),
    [
        ("253402300800", "s"),
        ("-62135596801", "s"),
        ("999999999999999", "ms"),
        ("999999999999999", "s"),
        ("1" * 16, "ms"),
        ("9" * 200, "s"),
        ("/Date(253402300799000+0300)/", "ms"),
        ("/Date(1637935530000+1500)/", "ms"),
        ("/Date(1637935530000+0160)/", "ms"),
        ("/Date(1637935530.5)/", "ms"),
        ("/Date()/", "ms"),
        ("1,637,935,530", "s"),
        ("1637935530.1234567890", "s"),
        ("+1637935530", "s"),
        ("١٦٣٧٩٣٥٥٣٠", "s"),
        ("0x10", "s"),
        ("1e9", "s"),
        ("", "s"),
        ("26 November 2021", "s"),
    ],
)
def test_refuses_numbers_that_are_no_time(text: str, epoch: Any) -> None:
    with pytest.raises(DateError):
        read_date(text, epoch=epoch)


# What a reading says.

ISO: list[tuple[str, str, Precision, str]] = [
    ("2021", "en", Precision.YEAR, "2021"),
    ("0800", "en", Precision.YEAR, "0800"),
    ("November 2021", "en", Precision.MONTH, "2021-11"),
    ("26 November 2021", "en", Precision.DAY, "2021-11-26"),
    ("26 November 0021", "en", Precision.DAY, "0021-11-26"),
    ("26 November 2021, 5 pm", "en", Precision.HOUR, "2021-11-26T17:00"),
    ("26 November 2021, 5 pm GMT", "en", Precision.HOUR, "2021-11-26T17:00Z"),
    ("2021-11-26T17+03:00", "en", Precision.HOUR, "2021-11-26T17:00+03:00"),
    ("26 November 2021, 14:05", "en", Precision.MINUTE, "2021-11-26T14:05"),
    ("26 November 2021, 14:05 UTC", "en", Precision.MINUTE, "2021-11-26T14:05Z"),
    ("26 November 2021, 14:05 UTC+3", "en", Precision.MINUTE, "2021-11-26T14:05+03:00"),
    ("2021-11-26T14:05-03:30", "en", Precision.MINUTE, "2021-11-26T14:05-03:30"),
    ("26 November 2021, 14:05:00", "en", Precision.SECOND, "2021-11-26T14:05:00"),
    ("2021-11-26T14:05:06Z", "en", Precision.SECOND, "2021-11-26T14:05:06Z"),
    ("2021-11-26T14:05:06.25Z", "en", Precision.FRACTION, "2021-11-26T14:05:06.250000Z"),
    ("2021-11-26T14:05:06.5", "en", Precision.FRACTION, "2021-11-26T14:05:06.500000"),
]


@pytest.mark.parametrize(("text", "language", "precision", "iso"), ISO)
def test_iso_is_as_precise_as_the_text(text: str, language: str, precision: Precision, iso: str) -> None:
    reading = read_date(text, language)

    assert (precision, iso) == (reading.precision, reading.isoformat())


@pytest.mark.parametrize(
    ("when", "iso"),
    [
        (ReducedDate(2021), "2021"),
        (ReducedDate(2021, 3), "2021-03"),
        (ReducedDate(1), "0001"),
        (ReducedDate(9999, 12), "9999-12"),
    ],
)
def test_reduced_dates_write_iso(when: ReducedDate, iso: str) -> None:
    assert iso == when.isoformat() == str(when)


Read = Callable[[], DateReading]
ASSUMED: list[tuple[Read, tuple[str, ...]]] = [
    (lambda: read_date("26 November 2021", "en"), ()),
    (lambda: read_date("26 November 2021 14:05", None), ()),
    (lambda: read_date("03/04/2024", "ru"), ("day first, as the language has it",)),
    (lambda: read_date("03/04/2024", "en-US"), ("month first, as the language has it",)),
    (lambda: read_date("26/11/2021", "ru"), ()),
    (lambda: read_date("26.11.21", "ru"), ("day first, as the language has it", "2021: the century")),
    (lambda: read_date("26 November 21", "en"), ("2021: the century",)),
    (lambda: read_date("26 November 94", "en"), ("1994: the century",)),
    (lambda: read_date("۵ آذر ۹۸", "fa"), ("1398: the century",)),
    (
        lambda: read_date("Friday 26 November 21", "en"),
        ("2021: the century",),
    ),
    (lambda: read_date("26 November", "en", DAY), ("the year, from the reference",)),
    (lambda: read_date("Friday 26 November", "en", DAY), ("the year in which the weekday fits",)),
    (lambda: read_date("Friday", "en", DAY), ("the last such day",)),
    (lambda: read_date("yesterday", "en", DAY), ()),
    (lambda: read_date("last Friday", "en", DAY), ("the nearest such day",)),
    (lambda: read_date("2021-11-25T24:00", "en"), ("24:00 is 00:00 of the next day",)),
    (
        lambda: read_date("2021-11-26T10:00:00.1234567", "en"),
        ("digits beyond microseconds cut off",),
    ),
    (
        lambda: read_date("26 November 2021 10:00:00.1234567", "en"),
        ("digits beyond microseconds cut off",),
    ),
    (lambda: read_date("2021-11-26T10:00", "en", zone="+03:00"), ("the caller's zone",)),
    (lambda: read_date("Thursday, 26 November 2021", "en", strict=False), (THURSDAY,)),
    (
        lambda: read_date("22 ربيع الآخر 1443 هـ الموافق 26 نوفمبر 2021 م", "ar"),
        ("the Gregorian half; the other is 2021-11-27",),
    ),
    (lambda: read_date("21 ربيع الآخر 1443 هـ الموافق 26 نوفمبر 2021 م", "ar"), ()),
    (
        lambda: read_date("26 نوفمبر 2021 - 17 هاتور 1738", "ar"),
        ("the other calendar's date was not read",),
    ),
]


@pytest.mark.parametrize(("read", "assumed"), ASSUMED)
def test_a_reading_tells_what_was_left_open(read: Read, assumed: tuple[str, ...]) -> None:
    assert assumed == read().assumed


def test_a_reading_tells_all_that_was_left_open() -> None:
    reading = read_date("четверг, 03/04/2024, 14:05", "ru", zone="+03:00", strict=False)

    assert reading.assumed == (
        "day first, as the language has it",
        "the date is right and the weekday wrong (2024-04-03 is a Wednesday, not a Thursday)",
        "the caller's zone",
    )


def test_languages_are_named() -> None:
    assert languages() == ("ar", "de", "en", "es", "fa", "fr", "he", "ru", "tr", "uk", "ur")


def test_texts_are_long_up_to_200_characters() -> None:
    text = "26 November 2021"

    assert read_date(text.rjust(200), "en").span == (184, 200)
    with pytest.raises(DateError, match="a date, of at most 200 characters"):
        read_date(text.rjust(201), "en")


# What stands in the text itself, and is none.


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("9999-12-31T24:00", None, "a day from the years 0001 to 9999"),
        ("2021-11-26T10:00+03:00[Nowhere/City]", None, "a zone that there is (not Nowhere/City)"),
        ("2021-11-26T10:00+02:00[Asia/Riyadh]", None, "an offset that Asia/Riyadh had then"),
        ("26 November 2021 10:00 Nowhere/City", "en", "a zone that there is (not Nowhere/City)"),
        ("26 November 2021 10:00 AEST+10:00", "en", "an offset from -14:00 to +14:00"),
        ("26 ноября 2021, 11 полдень", "ru", "12 before 'полдень'"),
        ("13/2021", "en", "a month from 1 to 12 (not 13)"),
        ("26 November 2021, 10:00 (11:00 GMT)", "en", "one moment (not 10:00 and 11:00 GMT)"),
    ],
)
def test_refuses_zones_and_times_that_there_are_not(text: str, language: str | None, said: str) -> None:
    with pytest.raises(DateError) as refused:
        read_date(text, language)

    assert said in str(refused.value)


def test_a_place_in_brackets_gives_its_offset_or_confirms_it() -> None:
    for text in ("2021-11-26T14:05[Asia/Riyadh]", "2021-11-26T14:05+03:00[Asia/Riyadh]"):
        assert same(at(14, 5, zone=EAST), read_date(text).value)


def test_today_beside_another_day_is_refused_where_it_is_known() -> None:
    assert read_date("today, 26 November 2021", "en").value == DAY
    assert read_date("today, 26 November 2021", "en", DAY).value == DAY
    with pytest.raises(DateError, match="the day that 'today' is"):
        read_date("today, 26 November 2021", "en", DAY + timedelta(days=1))


def test_the_module_names_what_it_has_and_nothing_else() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        dates.nothing  # type: ignore[attr-defined]  # noqa: B018  # asked for
