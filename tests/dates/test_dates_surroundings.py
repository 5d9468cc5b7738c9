"""What stands around a date in a running text, rule by rule."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsmodel.dates import find_dates, languages, read_date
from newsmodel.dates.lexicon import UNKNOWN, Lexicon, lexicon
from newsmodel.dates.words import Words
from newsmodel.errors import DateError

WRITTEN = datetime(2021, 11, 26, 14, 5)  # noqa: DTZ001  # a Friday; no zone is named

# Rule to rows: the language, a text with its dates between ⟦ and ⟧, and what they are. Nothing else may be found.
Row = tuple[str | None, str, str]
RULES: dict[str, list[Row]] = {
    "a tie before": [
        ("en-GB", "model x26.11.2021 is", ""),
        ("en-GB", "model v-26.11.2021 is", ""),
        ("en-GB", "at a/26.11.2021 is", ""),
        ("en-GB", "#26/11/2021 is", ""),
        ("en-GB", "costs $ 26.11.2021 or", ""),
        ("en", "in 5.26 November 2021", ""),
        ("en", "in 5,26 November 2021", ""),
        ("en", "on 25/26 November 2021", ""),
        ("ru", "приказ №26.11.2021", ""),
        ("ru", "приказ № 26.11.2021", ""),
        ("ru", "1–26 ноября 2021 года", ""),
        ("ru", "1—26 ноября 2021 года", ""),
        ("en", "25-26 November 2021", ""),
        ("ar", "رقم№26/11/2021", ""),
        ("ar", "1-26 نوفمبر 2021", ""),
    ],
    "words of one letter are no tie": [
        ("ar", "و⟦26 نوفمبر 2021⟧", "2021-11-26"),
        ("ar", "ب⟦تشرين الأول 2020⟧", "2020-10"),
        ("he", "ב-⟦26 בנובמבר 2021⟧", "2021-11-26"),
        ("ru", "(⟦26 ноября 2021⟧)", "2021-11-26"),
    ],
    "compounds": [
        ("en", "since mid-⟦October 5, 2023⟧ they", "2023-10-05"),
        ("en", "since F5-October 2023 they", ""),
        ("ru", "Москва-26 ноября 2021", ""),
    ],
    "a tie after": [
        ("en", "in May 2021-22 they", ""),
        ("en", "in May 2021/22 they", ""),
        ("en", "in May 2021% of", ""),
        ("en", "26 November 2021 € 5", ""),
        ("en", "26 November 2021 + 5", ""),
        ("en", "a 26 November 2021-style day", ""),
        ("en", "on 26 November 2021_x", ""),
        ("en", "14:05 26 November 2021-22", ""),
        ("en", "on ⟦26 November 2021⟧- they", "2021-11-26"),
        ("ru", "26 ноября 2021–2022", ""),
        ("ru", "26 ноября 2021,5", ""),
        ("ar", "26 نوفمبر 2021/2022", ""),
        ("ar", "26 نوفمبر 2021%", ""),
    ],
    "a time that is tied": [
        ("en", "on ⟦26 November 2021⟧ 14:05-15:05", "2021-11-26"),
        ("en", "on ⟦26 November 2021⟧ at 14:05–15:05", "2021-11-26"),
        ("en", "on 26 November 2021-14:05-15:05", ""),
        ("ru", "⟦26 ноября 2021 года⟧ в 10:00–12:00", "2021-11-26"),
        ("ru", "⟦26 ноября 2021⟧ с 10:00 до 12:00", "2021-11-26"),
        ("ar", "⟦26 نوفمبر 2021⟧ 10:00-12:00", "2021-11-26"),
    ],
    "names of streets": [
        ("en", "in 26 July Street they", ""),
        ("en", "in 26 July 1952 Street they", ""),
        ("en", "in the street on ⟦26 July 2021⟧ they", "2021-07-26"),
        ("ar", "شارع 26 يوليو", ""),
        ("ar", "ميدان 26 يوليو 1952", ""),
        ("ar", "الشارع في ⟦26 يوليو 2021⟧", "2021-07-26"),
        ("ar", "شارع في ⟦26 يوليو 2021⟧", "2021-07-26"),
        ("ru", "улица 26 июля", ""),
        ("ru", "площадь 9 января 1905 года", ""),
        ("ru", "на улице в ⟦9 января 2021 года⟧", "2021-01-09"),
        ("de", "Straße des 17. Juni", ""),
        ("de", "Platz des 4. Juli", ""),
        ("fr", "rue du 4 septembre", ""),
        ("fr", "avenue du 11 novembre 1918", ""),
        ("tr", "15 Temmuz Şehitler Köprüsü", ""),
        ("fa", "خیابان ۱۷ شهریور", ""),
        ("he", "רחוב 29 בנובמבר", ""),
        ("ur", "23 مارچ سڑک", ""),
    ],
    "events": [
        ("en", "after the October 7 attack they", ""),
        ("en", "after the ⟦October 7, 2023⟧ attack they", "2023-10-07"),
        ("en", "after the attack on ⟦October 7⟧ they", "2021-10-07"),
        ("en", "after the attack October 7 they", ""),
        ("en", "the Sept. 11 attacks", ""),
        ("ar", "أحداث 7 أكتوبر", ""),
        ("ar", "أحداث ⟦7 أكتوبر 2023⟧", "2023-10-07"),
        ("ar", "أحداث في ⟦7 أكتوبر⟧", "2021-10-07"),
        ("ru", "теракт 11 сентября", ""),
        ("ru", "теракт ⟦11 сентября 2001 года⟧", "2001-09-11"),
        ("ru", "теракт в ⟦11 сентября⟧", "2021-09-11"),
    ],
    "other numbers": [
        ("en", "page 10 May 2021", ""),
        ("en", "no. 10 May", ""),
        ("en-GB", "tel. 26.11.2021", ""),
        ("en", "phone: 10 May 2021", ""),
        ("en", "every 10 May", ""),
        ("ru", "статья 26 ноября", ""),
        ("ru", "п. 26.11.2021", ""),
        ("ru", "тел. 26.11.2021", ""),
        ("ru", "каждое 26 ноября", ""),
        ("ar", "المادة 26 نوفمبر 2021", ""),
        ("ar", "هاتف 26/11/2021", ""),
        ("ar", "هاتف: 26/11/2021", ""),
        ("de", "Nr. 26.11.2021", ""),
        ("tr", "madde 26.11.2021", ""),
        ("fr", "article 26.11.2021", ""),
        ("he", "סעיף 26.11.2021", ""),
        ("ur", "نمبر 26/11/2021", ""),
        ("fa", "شماره ۱۴۰۰/۹/۵", ""),
    ],
    "before Christ": [
        ("en", "on 15 March 44 BC they", ""),
        ("en", "in May 1200 BC they", ""),
        ("en", "on 5 May 1200 B.C. they", ""),
        ("ru", "15 марта 44 года до н. э. убит", ""),
        ("ru", "15 марта 1200 года до нашей эры", ""),
        ("ar", "في 5 مايو 1200 قبل الميلاد", ""),
        ("de", "am 5. Mai 1200 v. Chr.", ""),
        ("fr", "le 5 mai 1200 av. J.-C.", ""),
        ("tr", "5 Mayıs MÖ 1200", ""),
    ],
    "persons": [
        ("en", "Theresa May 2019", ""),
        ("en", "as Theresa May 2019 said", ""),
        ("en", "with Jones April 2020", ""),
        ("en", "By ⟦May 2022⟧ they", "2022-05"),
        ("en", "In ⟦May 2022⟧ they", "2022-05"),
        ("en", "they met ⟦May 2022⟧", "2022-05"),
        ("en", "at London ⟦October 2019⟧", "2019-10"),
        ("en", "⟦June 2021⟧", "2021-06"),
        ("de", "Theresa ⟦Mai 2019⟧", "2019-05"),
        ("sv", "Theresa 2019-05-26x", ""),
    ],
    "tomorrow, alone in quotation marks": [
        ("ru", "газета «Завтра» пишет", ""),
        ("ru", "он сказал: «⟦завтра⟧ приеду»", "2021-11-27"),
        ("ru", "он сказал, что будет «уже ⟦завтра⟧»", "2021-11-27"),
        ("en", 'the song "Yesterday" is', ""),
        ("en", "the song “Yesterday” is", ""),
        ("en", "the song ⟦yesterday⟧ was", "2021-11-25"),
        ("ar", "قال «غدا» لنا", ""),
        ("ar", "قال «⟦غدا السبت⟧» لنا", "2021-11-27"),
        ("de", "der Film „Morgen“ ist", ""),
    ],
    "today and nowadays": [
        ("ar", "وهو اليوم رئيس", ""),
        ("ar", "قال ⟦اليوم الجمعة⟧", "2021-11-26"),
        ("ru", "а сегодня он", ""),
        ("en", "as of today they", ""),
        ("en", "it is now open", ""),
    ],
    "this, before a day": [
        ("ru", "Об этом ⟦2 февраля⟧ заявил", "2022-02-02"),
        ("ru", "Об этом ⟦2 февраля 2021 года⟧ заявил", "2021-02-02"),
        ("en", "of this ⟦26 November 2021⟧ they", "2021-11-26"),
        ("en", "⟦this November⟧ they", "2021-11"),
    ],
    "zones that are words": [
        ("en", "on ⟦26 November 2021 14:05⟧ cat videos", "2021-11-26T14:05"),
        ("en", "on ⟦26 November 2021 14:05 CAT⟧ they", "2021-11-26T14:05+02:00"),
        ("en", "on ⟦26 November 2021 14:05⟧ west of", "2021-11-26T14:05"),
        ("ru", "⟦26 ноября 2021 14:05 мск⟧", "2021-11-26T14:05+03:00"),
    ],
    "weekdays that are verbs": [
        ("en", "we sat ⟦27 November 2021⟧ there", "2021-11-27"),
        ("en", "we sat, ⟦27 November 2021⟧ there", "2021-11-27"),
        ("en", "we met ⟦Sat 27 November 2021⟧ there", "2021-11-27"),
        ("ru", "в ⟦субботу 27 ноября 2021⟧", "2021-11-27"),
        ("fr", "le ⟦samedi 27 novembre 2021⟧", "2021-11-27"),
    ],
    "ranges of times": [
        ("en", "from 14:05 to 15:05 ⟦26 November 2021⟧", "2021-11-26"),
        ("en", "between 14:05 and 15:05 on ⟦26 November 2021⟧", "2021-11-26"),
        ("en", "14:05-15:05, ⟦26 November 2021⟧", "2021-11-26"),
        ("ru", "с 10:00 до 12:30 ⟦26 ноября 2021⟧", "2021-11-26"),
        ("ru", "10:00–12:30 ⟦26.11.2021⟧", "2021-11-26"),
        ("ar", "من 10:00 إلى 12:30 ⟦26 نوفمبر 2021⟧", "2021-11-26"),
        ("ru", "в ⟦12:30 26 ноября 2021⟧", "2021-11-26T12:30"),
    ],
    "days ago": [
        ("en", "it was ⟦two days ago⟧ that", "2021-11-24"),
        ("en", "it was ⟦2 days ago⟧", "2021-11-24"),
        ("ru", "это было ⟦два дня назад⟧", "2021-11-24"),
        ("ru", "уже ⟦сутки назад⟧", "2021-11-25"),
        ("ar", "كان ⟦قبل خمسة وعشرين يوما⟧ هنا", "2021-11-01"),
        ("ar", "كان ⟦قبل يومين⟧ هنا", "2021-11-24"),
        ("de", "das war ⟦vor zwei Tagen⟧ noch", "2021-11-24"),
        ("tr", "bu ⟦iki gün önce⟧ oldu", "2021-11-24"),
        ("fr", "c'était ⟦il y a deux jours⟧ ici", "2021-11-24"),
        ("he", "זה היה ⟦לפני יומיים⟧ כאן", "2021-11-24"),
        ("fa", "او ⟦دو روز پیش⟧ گفت", "2021-11-24"),
        ("ur", "یہ ⟦دو دن پہلے⟧ ہوا", "2021-11-24"),
    ],
    "compound numbers before ago": [
        ("en", "twenty-five minutes ago", ""),
        ("en", "twenty five minutes ago", ""),
        ("en", "forty two days ago", ""),
        ("en", "a hundred and two days ago", ""),
        ("en", "5-10 days ago", ""),
        ("en", "1.5 hours ago", ""),
        ("ru", "двадцать пять минут назад", ""),
        ("ru", "сто двадцать дней назад", ""),
        ("ru", "тридцать два дня назад", ""),
        ("ru", "5-10 дней назад", ""),
        ("fr", "il y a vingt-cinq jours", ""),
    ],
    "days ago that go on": [
        ("ar", "قبل ثلاثة أيام 5", ""),
        ("ar", "قبل ثلاثة أيام ونيف", ""),
        ("fr", "il y a deux mille ans", ""),
        ("en", "in two days 5", ""),
    ],
    "counts from another day": [
        ("en", "two days before the vote", ""),
        ("en", "two days from now", ""),
        ("ru", "через 26 минут", ""),
        ("ru", "два дня спустя", ""),
        ("ru", "за два дня до выборов", ""),
        ("ar", "قبل ثلاثة أيام من الانتخابات", ""),
        ("tr", "seçimlerden iki gün önce", ""),
        ("tr", "seçimden iki gün önce", ""),
        ("ur", "انتخابات سے دو دن پہلے", ""),
        ("fa", "از دو روز پیش", ""),
        ("de", "in zwei Tagen", ""),
        ("fr", "deux jours avant le vote", ""),
    ],
    "years that are not read": [
        ("ru", "10 октября 732 г. франки", ""),
        ("ru", "10 октября 732 года", ""),
        ("ru", "26 ноября того же года", ""),
        ("ru", "⟦26 ноября этого года⟧", "2021-11-26"),
        ("en", "on Oct. 7, 732, they", ""),
        ("en", "on ⟦Oct. 7⟧, 732 people", "2021-10-07"),
        ("en", "on 26 November of that year", ""),
        ("en", "on 26 November that year", ""),
        ("en", "on May 5 '19 they", ""),
        ("en", "on ⟦5 May '19⟧ they", "2019-05-05"),
        ("en", "on 26 November 20215", ""),
        ("en", "on Oct. 5 - 7, 2021", ""),
        ("en", "on October 5 and 7 they", ""),
        ("ar", "في 10 أكتوبر عام 732", ""),
        ("ar", "10 أكتوبر 732 هـ", ""),
    ],
    "a year at the end": [
        ("en", "from ⟦5 May⟧ to ⟦7 June 1945⟧", "1945-05-05 1945-06-07"),
        ("en", "on ⟦5 May⟧, ⟦7 June 1945⟧", "1945-05-05 1945-06-07"),
        ("en", "from ⟦5 December⟧ to ⟦7 January 1945⟧", "1944-12-05 1945-01-07"),
        ("en", "from ⟦5 May⟧ to ⟦7 June 2021⟧", "2021-05-05 2021-06-07"),
        ("en", "from ⟦20 November⟧ to ⟦7 December 2021⟧", "2021-11-20 2021-12-07"),
        ("en", "on ⟦5 May⟧. They left on ⟦7 June 1945⟧", "2022-05-05 1945-06-07"),
        ("en", "from ⟦5 May⟧ to ⟦7 June⟧", "2022-05-05 2021-06-07"),
        ("en", "from ⟦5 May 1945⟧ to ⟦7 June⟧", "1945-05-05 1945-06-07"),
        ("ru", "с ⟦5 декабря 1944 года⟧ по ⟦7 января⟧", "1944-12-05 1945-01-07"),
        ("ru", "⟦2 мая⟧, ⟦3 мая⟧ и ⟦4 мая 1945 года⟧", "1945-05-02 1945-05-03 1945-05-04"),
        ("fr", "du ⟦5 mai⟧ au ⟦7 juin 1945⟧", "1945-05-05 1945-06-07"),
        ("en", "5 December to ⟦7 January 0001⟧", "0001-01-07"),
        ("en", "from 31 February to ⟦7 June 1945⟧", "1945-06-07"),
        ("ru", "с ⟦5 мая⟧ по ⟦7 июня 1945 года⟧", "1945-05-05 1945-06-07"),
        ("es", "el ⟦5 de mayo⟧ y el ⟦7 de junio de 1945⟧", "1945-05-05 1945-06-07"),
        ("tr", "⟦5 Mayıs⟧ ile ⟦7 Haziran 1945⟧", "1945-05-05 1945-06-07"),
        ("he", "מ-⟦5 במאי⟧ עד ⟦7 ביוני 1945⟧", "1945-05-05 1945-06-07"),
        ("fa", "⟦۵ مه⟧ تا ⟦۷ ژوئن ۱۹۴۵⟧", "1945-05-05 1945-06-07"),
        ("ur", "⟦5 مئی⟧ سے ⟦7 جون 1945⟧", "1945-05-05 1945-06-07"),
        ("ar", "من ⟦5 مايو⟧ إلى ⟦7 يونيو 1945⟧", "1945-05-05 1945-06-07"),
        ("ar", "من ⟦5 مايو⟧ حتى ⟦7 يونيو 1945⟧", "1945-05-05 1945-06-07"),
        ("de", "vom ⟦5. Mai⟧ bis ⟦7. Juni 1945⟧", "1945-05-05 1945-06-07"),
    ],
    "how the language writes": [
        ("en", "we may 5 times march 6", ""),
        ("en", "in may 2021 they", ""),
        ("de", "am ⟦5. Mai⟧ und", "2022-05-05"),
        ("ru", "мая 5 числа", ""),
        ("ru", "5. мая", ""),
        ("ar", "نوفمبر 26", ""),
        ("en", "on ⟦May 5⟧ they", "2022-05-05"),
    ],
    "a language that is not told": [
        (None, "The Mars 2020 rover landed on the planet.", ""),
        (None, "Le robot s'est posé en ⟦mars 2020⟧ dans la plaine.", "2020-03"),
        (None, "on ⟦26 November 2021⟧ وفي ⟦27 نوفمبر 2021⟧", "2021-11-26 2021-11-27"),
        (None, "26 ноября 2021 і ⟦26 листопада 2021⟧", "2021-11-26"),
        (None, "03/04/2021 they", ""),
        (None, "ققق 20/09/05", ""),  # 2005 in Arabic, 1420 in Persian
        (None, "⟦13/04/2021⟧ then", "2021-04-13"),
    ],
    "two calendars": [
        ("ar", "في ⟦26 نوفمبر 2021 (21 ربيع الآخر 1443هـ)⟧ وبعده", "2021-11-26"),
        ("ar", "(⟦21 ربيع الآخر 1443هـ - 26 نوفمبر 2021⟧) و", "2021-11-26"),
        ("ar", "⟦26 نوفمبر 2021⟧، ⟦27 نوفمبر 2021⟧", "2021-11-26 2021-11-27"),
        ("ar", "⟦26 نوفمبر 2019⟧ (⟦21 ربيع الآخر 1443⟧)", "2019-11-26 2021-11-26"),
        ("fa", "⟦۵ آذر ۱۴۰۰ (۲۶ نوامبر ۲۰۲۱)⟧ و", "2021-11-26"),
        ("ar", "⟦21 ربيع الآخر 1443هـ⟧ كان وفي ⟦26 نوفمبر 2021⟧", "2021-11-26 2021-11-26"),
    ],
    "lines": [
        (
            "en",
            "⟦26 November 2021⟧\r\n\r\n  ⟦27 November 2021⟧\nno\r⟦1 May 2020⟧",
            "2021-11-26 2021-11-27 2020-05-01",
        ),
        ("ru", "в 26\n⟦ноября 2021⟧\n⟦вчера⟧", "2021-11 2021-11-25"),
        ("ar", "\u200f⟦٢٦ نوفـمبر ٢٠٢١⟧\n\u200f⟦٢٧ نوفـمبر ٢٠٢١⟧", "2021-11-26 2021-11-27"),
        (None, "⟦26 ноября 2021⟧\n⟦27 November 2021⟧", "2021-11-26 2021-11-27"),
    ],
}


ROWS = [
    pytest.param(*row, id=f"{rule} {number}")
    for rule, rows in RULES.items()
    for number, row in enumerate(rows, 1)
]


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its brackets, and the spans that stood between them."""
    places = [place - gone for gone, place in enumerate(at for at, char in enumerate(text) if char in "⟦⟧")]
    return text.translate({ord("⟦"): None, ord("⟧"): None}), list(zip(places[::2], places[1::2], strict=True))


@pytest.mark.parametrize(("language", "text", "values"), ROWS)
def test_finds_what_stands_alone(language: str | None, text: str, values: str) -> None:
    text, spans = marked(text)

    found = list(find_dates(text, language, WRITTEN))

    assert spans == [reading.span for reading in found]
    assert values.split() == [reading.isoformat() for reading in found]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("from 5 May to 7 June 1945", ["the year, from the date after it"]),
        ("from 20 November to 7 December 2021", ["the year, from the reference"]),
    ],
)
def test_tells_whose_year_it_took(text: str, note: list[str]) -> None:
    first, second = find_dates(text, "en", WRITTEN)

    assert note == list(first.assumed)
    assert second.assumed == ()


@pytest.mark.parametrize(
    ("written", "values"),
    [
        (date(2021, 11, 26), ["2021-05-05", "2021-06-07"]),
        (date(2020, 1, 1), ["2020-05-05", "2021-06-07"]),
        (date(1990, 1, 1), ["2021-05-05", "2021-06-07"]),
        (date(2060, 1, 1), ["2021-05-05", "2021-06-07"]),
    ],
)
def test_the_year_after_a_day_is_its_own_unless_the_reference_is_near(
    written: date, values: list[str]
) -> None:
    found = find_dates("from 5 May to 7 June 2021", "en", written)

    assert values == [reading.isoformat() for reading in found]


@pytest.mark.parametrize("text", ["yesterday", "⟦5 May⟧", "two days ago", "last Friday", "this November"])
def test_without_a_reference_no_day_without_a_year_is_found(text: str) -> None:
    assert list(find_dates(f"on {marked(text)[0]} they", "en")) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("on 28 March 2021 02:30 and 26 November 2021 14:05", ["2021-11-26T14:05+01:00"]),  # clocks go on
        ("on 31 October 2021 02:30 and 26 November 2021 14:05", ["2021-11-26T14:05+01:00"]),  # and back
        ("on 28 March 2021 02:30", []),
        ("on 28 March 2021 and 14:05 UTC", ["2021-03-28"]),
    ],
)
def test_an_hour_that_there_was_not_in_the_callers_zone_is_left_out(text: str, values: list[str]) -> None:
    found = find_dates(text, "en", zone="Europe/Berlin")

    assert values == [reading.isoformat() for reading in found]


def test_a_day_beside_a_month_keeps_its_own_year() -> None:
    found = find_dates("from 5 May to June 1945", "en", date(1945, 6, 10))

    assert [reading.isoformat() for reading in found] == ["1945-05-05", "1945-06"]


@pytest.mark.parametrize(
    ("text", "told", "values"),
    [
        ("on 03/04/2021 they", ["en-US", "en-GB"], []),  # they differ
        ("on 03/04/2021 they", ["en-GB", "fr"], ["2021-04-03"]),
        ("26 November 2021 14.05 Uhr", ["en", "de"], ["2021-11-26T14:05"]),  # the longest
        ("26 November 2021 14.05 Uhr, on", ["en", "de"], ["2021-11-26T14:05"]),
    ],
)
def test_of_several_languages_the_longest_that_do_not_differ(
    text: str, told: list[str], values: list[str]
) -> None:
    assert values == [reading.isoformat() for reading in find_dates(text, told)]


@pytest.mark.parametrize("marks", range(40, 70))
def test_a_date_is_found_after_however_many_marks(marks: int) -> None:
    text = ", " * marks + "Friday, 26 November 2021, 14:05 GMT" + " ," * 40

    (found,) = find_dates(text, "en")

    assert text[slice(*found.span)].startswith("Friday, 26 November 2021")


MARKS = [",", ".", "-", "–", "(", ")", ":", "/", "«", "»", '"', "'", "%", "\n", "و", "10:30", "2021-11-26"]


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, str]:
    """A language, and its words, numbers and marks in any order."""
    language = draw(st.sampled_from(languages()))
    pieces = st.one_of(
        st.sampled_from(list(lexicon(language).meanings)),
        st.integers(0, 32).map(str),
        st.integers(0, 2100).map(str),
        st.sampled_from(MARKS),
    )
    parts = draw(st.lists(st.tuples(pieces, st.sampled_from([" ", " ", " ", "", "-"])), max_size=24))
    return language, "".join(piece + blank for piece, blank in parts)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    case=sentences(),
    written=st.one_of(st.none(), st.datetimes(), st.dates()),
    zone=st.sampled_from([None, "Europe/Berlin"]),
    told=st.booleans(),
    strict=st.booleans(),
)
def test_whatever_the_text_dates_are_found_in_order_and_within_it(
    case: tuple[str, str], written: datetime | date | None, zone: str | None, *, told: bool, strict: bool
) -> None:
    language, text = case
    end = 0
    for reading in find_dates(text, language if told else None, written, zone=zone, strict=strict):
        start, stop = reading.span
        assert end <= start < stop <= len(text)
        assert text[start:stop] == text[start:stop].strip()
        end = stop


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("yesterday at 9", "en", "an hour with its half of the day"),
        ("أمس الساعة الخامسة", "ar", "an hour with its half of the day"),
        ("26 November 2021 11 noon", "en", "12 before 'noon'"),
        ("02 days ago", "en", "a number of units"),
        ("сегодня 12.11.", "ru", "the day that 'сегодня' is"),
        ("5 صفر", "ar", "a year beside 'صفر'"),
        ("Friday, 26-Nov-45 10:00:00 GMT", "en", "a weekday that fits the date in 1945 or 2045"),
        ("توت نوفمبر", "ar", "a date in a known form"),
    ],
)
def test_says_why_such_a_date_is_refused(text: str, language: str, expected: str) -> None:
    with pytest.raises(DateError) as caught:
        read_date(text, language, WRITTEN)

    assert caught.value.expected.startswith(expected)


def test_the_weekday_tells_the_century() -> None:
    assert read_date("Sunday, 26-Nov-45 10:00:00 GMT", "en").value == datetime(2045, 11, 26, 10, tzinfo=UTC)
    assert read_date("Monday, 26-Nov-45 10:00:00 GMT", "en").value == datetime(1945, 11, 26, 10, tzinfo=UTC)


def test_an_hour_that_needs_no_half_is_read_after_its_preposition() -> None:
    assert read_date("вчера в 9", "ru", WRITTEN).isoformat() == "2021-11-25T09:00"


def test_what_a_lexicon_keeps_of_texts_has_an_end() -> None:
    full = {str(number): (UNKNOWN, frozenset[str]()) for number in range(20_000)}
    kept = Lexicon({}, {}, {"rabi": frozenset({"i"})}, {}, openers=full)

    kept.remember_opener("Rabi", "rabi")

    assert "Rabi" not in kept.openers
    assert kept.key_of("A" * 60) == "a" * 60
    assert kept.keys == {}


def test_a_table_without_an_order_names_none() -> None:
    assert Words("xx").order("US") is None
