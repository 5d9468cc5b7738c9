"""The pieces of pages that we wrote ourselves, in three languages."""

from __future__ import annotations

from datetime import date

import pytest

from newsmodel.dates.when import When
from newsmodel.errors import DateError
from newsmodel.page import Layout, lay_out

ARABIC = """English | Русский

بلدية المرسى تعيد فتح السوق القديم بعد عامين من الترميم

٣ أيار ٢٠٢٤

أعادت بلدية المرسى فتح السوق القديم أمام الزوار بعد عامين من أعمال الترميم التي شملت السقوف والأبواب.

عودة التجار

عاد أكثر من ستين تاجراً إلى محالهم في الأسبوع الأول، وقال بعضهم إن الحركة فاقت ما كانوا ينتظرونه بكثير.

مركز المرسى الثقافي "البحر القديم"
تصوير: نور الدين سالم
المصدر: وكالة المرسى
"""

RUSSIAN = """Главная > Новости > Город

Трамвай вернётся на набережную

Опубликовано: 12 мая 2023

Ольга Крылова

Трамвайную линию на набережной восстановят к осени, рабочие уже снимают старый асфальт у речного вокзала.

Что дальше?

Первый вагон пройдёт по новым рельсам в сентябре, а в мэрии обещают не поднимать стоимость проезда до нового года.

Фото: архив музея трамвая
Источник: «Речной вестник»
"""

ENGLISH = """Old mill to become a library

A town that lost its books gets new ones

By Nora Field

3 May 2024 | Source: Valley Post

RIVERTON, May 3 (Valley Post) - The old mill on the river will open as a library next spring, the council decided on Friday.

Books first

Volunteers have already collected nine thousand books, most of them from attics and cellars of the valley.

(Reporting by Nora Field in Riverton; Editing by Tom Wick)
"""


def pieces(text: str, layout: Layout) -> dict[str, object]:
    def of(span: tuple[int, int] | None) -> str | None:
        return text[slice(*span)] if span else None

    return {
        "alternates": [one.language for one in layout.alternates],
        "headline": of(layout.headline),
        "date": of(layout.date),
        "value": layout.date_published,
        "headings": [of(one.heading) for one in layout.sections],
        "paragraphs": [len(one.paragraphs) for one in layout.sections],
        "credits": [(one.role, of(one.label), of(one.value)) for one in layout.credits],
    }


def test_an_arabic_page() -> None:
    layout = lay_out(ARABIC)

    assert layout.language == "ar"
    assert pieces(ARABIC, layout) == {
        "alternates": ["en", "ru"],
        "headline": "بلدية المرسى تعيد فتح السوق القديم بعد عامين من الترميم",
        "date": "٣ أيار ٢٠٢٤",
        "value": date(2024, 5, 3),
        "headings": [None, "عودة التجار"],
        "paragraphs": [1, 1],
        "credits": [
            ("publisher", None, 'مركز المرسى الثقافي "البحر القديم"'),
            ("photo_credit", "تصوير", "نور الدين سالم"),
            ("source", "المصدر", "وكالة المرسى"),
        ],
    }


def test_a_russian_page() -> None:
    layout = lay_out(RUSSIAN)

    assert layout.language == "ru"
    assert RUSSIAN[slice(*layout.navigation[0])] == "Главная > Новости > Город"
    assert pieces(RUSSIAN, layout) == {
        "alternates": [],
        "headline": "Трамвай вернётся на набережную",
        "date": "12 мая 2023",
        "value": date(2023, 5, 12),
        "headings": [None, "Что дальше?"],
        "paragraphs": [1, 1],
        "credits": [
            ("author", None, "Ольга Крылова"),
            ("photo_credit", "Фото", "архив музея трамвая"),
            ("source", "Источник", "«Речной вестник»"),
        ],
    }


def test_an_english_page() -> None:
    layout = lay_out(ENGLISH)

    assert layout.summary is not None
    assert layout.dateline is not None
    assert ENGLISH[slice(*layout.summary)] == "A town that lost its books gets new ones"
    assert ENGLISH[slice(*layout.dateline)] == "RIVERTON, May 3 (Valley Post)"
    assert pieces(ENGLISH, layout) == {
        "alternates": [],
        "headline": "Old mill to become a library",
        "date": "3 May 2024",
        "value": date(2024, 5, 3),
        "headings": [None, "Books first"],
        "paragraphs": [1, 1],
        "credits": [
            ("author", "By", "Nora Field"),
            ("source", "Source", "Valley Post"),
            ("contributor", "Reporting by", "Nora Field in Riverton"),
            ("editor", "Editing by", "Tom Wick"),
        ],
    }


def test_nothing() -> None:
    assert lay_out("") == Layout(language=None)
    assert lay_out(" \n\u00a0\n") == Layout(language=None)


def test_a_headline_alone() -> None:
    layout = lay_out("Old mill to become a library")

    assert (layout.headline, layout.sections) == ((0, 28), ())


BODY = "The old mill on the river will open as a library next spring, the council decided on Friday after a debate."


@pytest.mark.parametrize(
    "line",
    [
        "It opens soon.",  # ends like a sentence
        "Three things are missing:",
        "— said the mayor, and left the room",
        "• books",
        "“Nobody asked us”, he said",
        "a line of more than fourteen words is no heading even if nothing ends it at all",
    ],
)
def test_no_sub_heading(line: str) -> None:
    layout = lay_out(f"Headline\n{BODY}\n{line}\n{BODY}")

    assert [one.heading for one in layout.sections] == [None]


def test_two_short_lines_are_no_sub_headings() -> None:
    layout = lay_out(f"Headline\n{BODY}\nOne line\nAnother line\n{BODY}")

    assert [one.heading for one in layout.sections] == [None]


def test_a_stray_last_line_is_kept_apart() -> None:
    text = f"Headline\n{BODY}\nRead also"

    layout = lay_out(text)

    assert [text[slice(*one)] for one in layout.navigation] == ["Read also"]


def test_the_date_before_the_headline() -> None:
    text = f"12 May 2024\nOld mill to become a library\n{BODY}"

    layout = lay_out(text)

    assert layout.date == (0, 11)
    assert layout.headline is not None
    assert text[slice(*layout.headline)] == "Old mill to become a library"


def test_dates_are_read_by_the_function_given() -> None:
    def never(text: str, language: str | None) -> When:
        raise DateError(f"a date in {language}", text)

    assert lay_out(f"Old mill\n12 May 2024\n{BODY}", parse_date=never).date is None


def test_a_line_of_place_and_agency() -> None:
    text = f"Old mill to become a library\nRiverton - Valley Post\n{BODY}"

    layout = lay_out(text)

    assert layout.dateline is not None
    assert text[slice(*layout.dateline)] == "Riverton - Valley Post"


def test_a_russian_dateline_in_capitals() -> None:
    text = "Заголовок дня\nМОСКВА, 26 ноя — ТАСС. Новую ветку метро откроют в декабре, сообщил строительный комплекс города."

    layout = lay_out(text, language="ru")

    assert layout.dateline is not None
    assert text[slice(*layout.dateline)] == "МОСКВА, 26 ноя — ТАСС."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ru En", ["ru", "en"]),
        ("عربي En", ["ar", "en"]),
        ("English | Русский | العربية", ["en", "ru", "ar"]),
        ("Русская версия", ["ru"]),
        ("中文 / Français", ["zh", "fr"]),
        ("It", []),  # one code alone may be a word
        ("Old mill", []),
        ("Ru Old", []),
    ],
)
def test_language_switches(line: str, expected: list[str]) -> None:
    layout = lay_out(f"{line}\nHeadline of the day\n{BODY}")

    assert [one.language for one in layout.alternates] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Photo: archive", ("photo_credit", "archive")),
        ("Photograph by Ada Kern", ("photo_credit", "Ada Kern")),
        ("Additional reporting by Lewis Hart", ("contributor", "Lewis Hart")),
        ("Translated by Ada Kern", ("translator", "Ada Kern")),
        ("Publisher: Valley House", ("publisher", "Valley House")),
        ("Автор: Нина Рой", ("author", "Нина Рой")),
        ("Перевод: Нина Рой", ("translator", "Нина Рой")),
        ("Редактор: Нина Рой", ("editor", "Нина Рой")),
        ("بقلم سامي حداد", ("author", "سامي حداد")),
        ("ترجمة: سامي حداد", ("translator", "سامي حداد")),
        ("(إعداد سامي حداد للنشرة العربية)", ("editor", "سامي حداد")),
    ],
)
def test_attribution_lines(line: str, expected: tuple[str, str]) -> None:
    language = "ar" if "\u0600" < line[1] < "\u06ff" else "ru" if line[0] in "АПР" else "en"
    text = f"Headline of the day\n{BODY}\n{line}"

    (credit,) = lay_out(text, language=language).credits

    assert (credit.role, text[slice(*credit.value)]) == expected


@pytest.mark.parametrize(
    "line",
    [
        "By noon the river had risen over the old bridge.",  # a sentence
        "By noon nobody was left in the town of Riverton",  # a small letter after the label
        "Note: the bridge is closed",
        "Source:",
    ],
)
def test_no_attribution(line: str) -> None:
    assert lay_out(f"Headline of the day\n{BODY}\n{line}").credits == ()


def test_a_page_of_ten_thousand_lines() -> None:
    text = "Headline\n" + f"{BODY}\n" * 10_000

    assert len(lay_out(text).paragraphs) == 10_000
