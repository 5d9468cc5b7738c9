"""What is refused, each with a word on why. A wrong date is worse than none."""

from __future__ import annotations

import pytest

from newsmodel.dates import parse_date
from newsmodel.errors import DateError, InputError

IMPOSSIBLE = [
    ("31 نوفمبر 2021", "a day from 1 to 30"),
    ("٣٠ فبراير ٢٠٢٠", "2020-02 has 29 days"),
    ("31 أيلول 2021", "a day from 1 to 30"),
    ("31 ноября 2021 г.", "a day from 1 to 30"),
    ("29 February 2021", "2021-02 has 28 days"),
    ("29 February 1900", "1900-02 has 28 days"),
    ("0 November 2021", "a day from 1 to 30"),
    ("32 November 2021", "a day from 1 to 30"),
    ("26 November 0000", "a year from 0001"),
    ("November 0000", "a year from 0001"),
    ("0000", "a year from 0001"),
    ("2021-02-29", "2021-02 has 28 days"),
    ("2021-13-01", "a month from 1 to 12"),
    ("2021-00-01", "a month from 1 to 12"),
    ("2021-13", "a month from 01 to 12"),
    ("2021/13/01", "a month from 1 to 12"),
    ("31/02/2021", "a day and a month that exist, in any order"),
    ("13/13/2021", "a day and a month that exist, in any order"),
    ("2021-11-26T24:30:00Z", "a time from 00:00 to 23:59"),
    ("2021-11-26T10:60", "a time from 00:00 to 23:59"),
    ("2021-11-26T23:59:60Z", "seconds from 00 to 59"),
    ("2021-11-26T10:00:00+15:00", "an offset from -14:00 to +14:00"),
    ("2021-11-26T10:00:00+01:60", "an offset from -14:00 to +14:00"),
    ("26 November 2021 10:00 UTC+20", "an offset from -14:00 to +14:00"),
    ("26 ноября 2021, 25:00", "a time from 00:00 to 23:59"),
    ("26 November 2021, 13:05 am", "an hour that goes with 'am'"),
    ("26 November 2021, 0:05 am", "an hour that goes with 'am'"),
    ("26 نوفمبر 2021، 11:00 ظهرا", "an hour that goes with 'ظهرا'"),
]
CONTRADICTING = [
    ("الخميس 26 نوفمبر 2021", "2021-11-26 is a Friday, not a Thursday"),
    ("четверг, 26 ноября 2021", "2021-11-26 is a Friday, not a Thursday"),
    ("Thu, 26 Nov 2021 10:00:00 GMT", "2021-11-26 is a Friday, not a Thursday"),
    ("Thursday, 26/11/2021", "2021-11-26 is a Friday, not a Thursday"),
    ("Thursday, 26-Nov-21 10:00:00 GMT", "2021-11-26 is a Friday, not a Thursday"),
    ("Thursday, 26-Nov-44 10:00:00 GMT", "a weekday that fits the date in 1944 or 2044"),
    ("Thursday, 29-Feb-00 10:00:00 GMT", "2000-02-29 is a Tuesday, not a Thursday"),
    ("26 نوفمبر/تشرين الأول 2021", "'نوفمبر' is month 11, 'تشرين الأول' is month 10"),
    ("26 نوفمبر (كانون الأول) 2021", "two names of one month"),
    ("نوفمبر/كانون الثاني 2021", "two names of one month"),
    ("26 ноября/декабря 2021", "two names of one month"),
    ("2021-11-26T10:00Z UTC", "one zone, not two"),
    ("الجمعة 26 ноября 2021", "every word is understood (not"),
    ("Friday, 26 November 2021, 12:30 ET (16:30 GMT)", "one moment (not 12:30 and 16:30 GMT)"),
]
AMBIGUOUS = [
    ("03/04/2024", "2024-03-04 or 2024-04-03"),  # nothing says the order
    ("3-4-2024", "2024-03-04 or 2024-04-03"),
    ("03.04.2024", "2024-03-04 or 2024-04-03"),
    ("26.11.21", "2021-11-26 or 2026-11-21: name the language"),
    ("9.5.45", "a year in four digits (45 may be 1945 or 2045)"),
    ("9 May 45", "a year in four digits (45 may be 1945 or 2045)"),
    ("21/4/1443", "a year whose calendar is clear"),  # Hijri, most likely
    ("1443/4/21", "a year whose calendar is clear"),
    ("26/11/2564", "a year whose calendar is clear"),  # Thai
    ("١٤٤٣", "a year whose calendar is clear"),
    ("عام 1443", "a year whose calendar is clear"),
    ("١٤٤٣-٠٤-٢١", "a year whose calendar is clear"),
    ("12341112", "a date in eight digits from the years 1500 to 2399"),  # a number like any other
    ("26112021", "a date in eight digits from the years 1500 to 2399"),  # 2611-20-21
    ("26 نوفمبر 1940 14:05 بتوقيت مكة", "a time with an offset of whole minutes"),  # Riyadh had +03:06:52
    ("31 марта 2002, 2:30 мск", "a time that there was (clocks were put forward over 02:30 that day)"),
    ("November 7, 2021, 1:30 am ET", "a time that came once (clocks were put back over 01:30 that day)"),
    ("12:00 مساء 26 نوفمبر 2021", "an hour that goes with 'مساء'"),  # noon, or midnight?
    ("26 ноября 2021, 12 ночи", "an hour that goes with 'ночи'"),  # of which day?
    ("26 Nov 2021 14:05 - 16:00", "a date in a known form"),  # a range, no offset
    ("26 Nov 2021 14:05-16:00", "a date in a known form"),
    ("2021-11-26 10:00-11:00", "a date in a known form"),
    ("2021-11-26 10:00 -11", "a date in a known form"),
    ("2021-11-26 10:00:00–11:00", "a date in a known form"),
    ("2021-11-26 10:00–11:00", "a date in a known form"),
]
RELATIVE = [
    ("yesterday", "a reference, to know when 'yesterday' is"),
    ("أمس", "a reference, to know when 'أمس' is"),
    ("вчера, 12:30", "a reference, to know when 'вчера' is"),
    ("2 hours ago", "a reference, to know when 'ago' is"),
    ("قبل ساعتين", "a reference, to know when 'قبل' is"),
    ("10 نوفمبر من العام الماضي", "a reference, to know when 'الماضي' is"),
    ("10 ноября прошлого года", "a reference, to know when 'прошлого' is"),
    ("اليوم الجمعة", "a reference, to know when 'اليوم' is"),
    ("26 November", "a reference, to know which year is meant"),
    ("26 ноября в 14:05", "a reference, to know which year is meant"),
    ("الجمعة 26 نوفمبر/تشرين الثاني", "a reference, to know which year is meant"),
    ("1 رمضان", "a reference, to know which year is meant"),
    ("Friday", "a reference, to know which day is meant"),
]
CALENDARS = [
    ("30 ربيع الآخر 1443 هـ", "a day from 1 to 29, as 1443-04 has 29 days"),
    ("21 ربيع الآخر 1543 هـ", "a year from 1343 to 1500 (the years of the official Umm al-Qura table)"),
    ("ربيع الآخر 1443 هـ", "a day, as a month or a year of this calendar lies in two of the Gregorian"),
    ("عام 1443 هـ", "a day, as a month or a year of this calendar lies in two of the Gregorian"),
    ("21 ربيع الآخر 1443 م", "a month and a year of one calendar (not 'ربيع الآخر' and 'م')"),
    ("26 نوفمبر 2021 هـ", "a month and a year of one calendar (not 'نوفمبر' and 'ه')"),
    (
        "21 ربيع الآخر 1443 هـ الموافق 2 ديسمبر 2021 م",
        "one day in both calendars (these are 2021-12-02 and 2021-11-26)",
    ),
    ("الخميس 21 ربيع الآخر 1443 هـ", "2021-11-26 is a Friday, not a Thursday"),
]
UNKNOWN_FORMS = [
    ("26 November 2021 in London", "every word is understood (not 'London')"),
    ("من 26 نوفمبر 2021", "a date in a known form"),  # "from" is no date
    ("до 26 ноября 2021", "every word is understood (not 'до')"),
    ("26 November 2021 and 27 November 2021", "one date, not several"),
    ("26-27 November 2021", "a date in a known form"),
    ("26 November 2021, 27 November 2021", "one date, not several"),
    ("Friday 26 November 2021 Friday", "a date in a known form"),  # a weekday twice
    ("14:05 26 November 2021 14:05", "a date in a known form"),
    ("12:30", "a date, not a time alone"),
    ("20211126T10:30:00", "wholly in the basic form"),
    ("20211126 1030", "a date in a known form"),
    ("2021-1-5T10:00", "every word is understood (not 'T')"),
    ("2021-11-26T10:00:00.1234567890Z", "a date in a known form"),  # ten digits of a second
    ("2021-1126", "a date in a known form"),
    ("2021-11-26T10:00:00 PM", "a date in a known form"),
    ("26 November 20211", "a year in four digits"),
    ("2021年11月26日", "every word is understood"),
    ("२६ November २०२१", "a date in a known form"),  # digits of a script not read yet
    ("²6 November 2021", "every word is understood"),
    ("$26 November 2021", "a date in a known form"),
    ("كانون 2021", "every word is understood (not 'كانون')"),  # the first, or the second?
    ("the second November 2021", "a date in a known form"),
]
NO_DATES = [
    "",
    " ",
    ".",
    "\u200f",
    "المادة 26",
    "كأس العالم 26",
    "هاتف: 01 234 567",
    "رجب طيب أردوغان",
    "Марта и Май",
    "д. 26, корп. 11",
    "2:1",
    "8 (800) 555-35-35",
    "are",
    "on:",
    "COVID-19",
    "1.5 million",
    "April O'Neil",
    "N/A",
    "5 min read",
    "1.2.3",
    "127.0.0.1",
    "10-11-12-2021",
    "11.2021",
    "2021-366",
    "2021-W47",
    "2021-W53-1",
    "1637920800",
    "May",
    "3 May",
    "Sun",
    "T",
    "Z",
    "-",
    "٪٢٦",
]


@pytest.mark.parametrize(
    ("text", "said"),
    [*IMPOSSIBLE, *CONTRADICTING, *AMBIGUOUS, *RELATIVE, *CALENDARS, *UNKNOWN_FORMS],
    ids=lambda value: value,
)
def test_refuses_and_says_why(text: str, said: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(text)

    assert said in str(refused.value)
    assert text == refused.value.got


@pytest.mark.parametrize("text", NO_DATES)
def test_refuses_what_is_no_date(text: str) -> None:
    for language in (None, "ar", "en", "ru"):
        with pytest.raises(DateError):
            parse_date(text, language=language)


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("03/04/2024", "en", "name the language"),  # English has both orders
        ("03/04/2024", "en-CA", "name the language"),  # so has Canada
        ("03/04/2024", "en-x-us", "name the language"),  # somebody's private tag, no region
        ("11.26.2021", "ru", "a day and a month that exist, day first"),  # nothing is turned round
        ("11/26/2021", "ru", "a day and a month that exist, day first"),
        ("26 novembre 2021", "ru", "every word is understood (not 'novembre')"),
        ("26 novembro 2021", "pt", "words are known for ar, de, en, es"),
        ("26 листопада 2021", "ru", "every word is understood (not 'листопада')"),
        ("1443", "ar", "a year whose calendar is clear"),
        ("1443-04-21", "ar", "a year whose calendar is clear"),
        ("2021-11-26x", "", "words are known for ar, de"),
    ],
)
def test_refuses_by_language(text: str, language: str, said: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(text, language=language)

    assert said in str(refused.value)


def test_refusal_is_the_inputs_fault_and_a_value_error() -> None:
    with pytest.raises(ValueError, match="expected") as refused:
        parse_date("26 Foo 2021")

    assert isinstance(refused.value, InputError)
