"""Paragraphs of plain text: what is joined, what is parted, and what stays as it stands."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from newsmodel.markup.plain import paragraphs_of, plain_text
from newsmodel.model.values import many_lines
from newsmodel.strategies.articles import plain_articles

BRIDGE = (
    "The old bridge of Brunnhausen will open again on Friday, the town said, after two years of work on "
    "its piers and on the bank of the river below it.",
    "\u201cIt was more than we had thought,\u201d mayor Anna Beck told reporters, who had to wait for an hour in the rain.",
)
MOST = (
    "Die alte Brücke von Brunnhausen wird am Freitag nach zwei Jahren Bauzeit wieder für den Verkehr freigegeben.",
    "Das teilte die Stadt am Mittwoch mit, nachdem der Gemeinderat am Abend zuvor darüber beraten hatte.",
)
RUSSIAN = (
    "Старый мост в Брунхаузене снова откроют в пятницу после двух лет ремонта, сообщила администрация города.",
    "Работы обошлись дороже, чем предполагалось, сказала журналистам мэр Анна Бек, отвечая на их вопросы.",
)
ARABIC = (
    "أعلنت بلدية برونهاوزن أن الجسر القديم سيفتح من جديد يوم الجمعة بعد عامين من أعمال الترميم التي طالت دعاماته.",
    "وقالت رئيسة البلدية آنا بيك للصحفيين إن الأعمال كانت أكثر مما كان متوقعا في بداية المشروع قبل عامين.",
)


def filled(text: str, width: int, indent: str = "") -> str:
    """Fill lines as a newsroom system does."""
    lines, line = [], indent
    for word in text.split():
        if line.strip() and len(line) + len(word) >= width:
            lines.append(line.rstrip())
            line = ""
        line += f"{word} "
    return "\n".join([*lines, line.rstrip()])


ALL = [BRIDGE, MOST, RUSSIAN, ARABIC]


@pytest.mark.parametrize("texts", ALL, ids=["en", "de", "ru", "ar"])
@pytest.mark.parametrize("width", [42, 64, 69, 78, 100])
@pytest.mark.parametrize(
    ("indent", "between"), [("", "\n\n"), ("   ", "\n"), ("\t", "\n\n"), ("  ", "\n \n")]
)
def test_filled_lines_are_joined(texts: tuple[str, ...], width: int, indent: str, between: str) -> None:
    text = between.join(filled(each, width, indent) for each in texts)

    assert paragraphs_of(text) == texts
    assert paragraphs_of(text.replace("\n", "\r\n")) == texts


@pytest.mark.parametrize("texts", ALL, ids=["en", "de", "ru", "ar"])
@pytest.mark.parametrize("between", ["\n", "\r", "\r\n", "\n\n", "\n \t\n", "\u2029"])
def test_a_paragraph_a_line(texts: tuple[str, ...], between: str) -> None:
    assert paragraphs_of(between.join(texts)) == texts


def test_sentences_that_end_early_are_paragraphs() -> None:
    first = "The bridge that the town closed two years ago opens on Friday at the\nlatest, said Anna Beck."
    second = "Cars have to wait until the end of the month, because the lights are\nnot there yet."

    assert paragraphs_of(f"{first}\n{second}") == (first.replace("\n", " "), second.replace("\n", " "))


def test_short_lines_stay() -> None:
    assert paragraphs_of("Regards,\nAnna Beck\nTown of Brunnhausen") == (
        "Regards,\nAnna Beck\nTown of Brunnhausen",
    )
    assert paragraphs_of("Stratum Star (AUS) 56.5\nFell Swoop (AUS) 55.0\nZebrinz (AUS) 52.0") == (
        "Stratum Star (AUS) 56.5\nFell Swoop (AUS) 55.0\nZebrinz (AUS) 52.0",
    )


def test_a_sentence_goes_on_in_small_letters() -> None:
    assert paragraphs_of("A first line\nof a short paragraph.\n\nAnother.") == (
        "A first line of a short paragraph.",
        "Another.",
    )


def test_tables_stay_beside_prose() -> None:
    text = (
        "The results of the first round of the river league, in which seven of\n"
        "the eight teams played on Wednesday:\n"
        "   Brunnhausen - Lindow               0-1   0-3\n"
        "   Karlshof - Neuhafen                2-2   1-0\n"
        "\n"
        "The second round is played on Friday."
    )

    assert paragraphs_of(text) == (
        "The results of the first round of the river league, in which seven of "
        "the eight teams played on Wednesday:",
        "   Brunnhausen - Lindow               0-1   0-3\n   Karlshof - Neuhafen                2-2   1-0",
        "The second round is played on Friday.",
    )


def test_lists_stay_and_their_items_are_joined() -> None:
    text = (
        "## Editorial contacts\n"
        "- Reporting by: Anna Beck in Brunnhausen, Carl Dorn in Lindow and\n"
        "  Eva Fink in Neuhafen\n"
        "- Editing by: Gerd Hahn\n"
        "1. one\n"
        "2) two"
    )

    assert paragraphs_of(text) == (
        "## Editorial contacts",
        "- Reporting by: Anna Beck in Brunnhausen, Carl Dorn in Lindow and Eva Fink in Neuhafen\n"
        "- Editing by: Gerd Hahn\n1. one\n2) two",
    )


def test_a_dash_that_begins_a_line_is_no_list() -> None:
    text = "Brunnhausen (bna) - The bridge, which is the oldest one in this county\n- and the longest - opens on Friday."

    assert paragraphs_of(text) == (text.replace("\n", " "),)


def test_lines_of_marks_part_what_they_stand_between() -> None:
    assert paragraphs_of("One.\n* * * *\nNot for publication\n-----") == (
        "One.", "* * * *", "Not for publication", "-----",
    )  # fmt: skip


def test_line_separators_and_quoted_lines_stay() -> None:
    assert paragraphs_of("a b\u2028c d") == ("a b\nc d",)
    assert paragraphs_of("> The bridge that is closed\n> opens again\nWhen?") == (
        "> The bridge that is closed\n> opens again", "When?",
    )  # fmt: skip


def test_hyphens_at_the_end_of_a_line() -> None:
    text = "The goal of the third-\nyear student. Die Ein-\nund Ausfahrt der alten Schleuse ist\nwieder frei."

    assert paragraphs_of(text) == (
        "The goal of the third-year student. Die Ein- und Ausfahrt der alten Schleuse ist wieder frei.",
    )


def test_chinese_is_joined_without_spaces() -> None:
    line = "古" * 45

    assert paragraphs_of(f"{line}\n{line}") == (line * 2,)


@pytest.mark.parametrize("text", ["", "\n", " \t\n\n \u00a0 \n", "\r\n\r\n"])
def test_nothing_has_no_paragraphs(text: str) -> None:
    assert paragraphs_of(text) == ()


@pytest.mark.parametrize("width", [None, 40, 69, 78])
@given(article=plain_articles())
def test_what_is_written_reads_back(width: int | None, article: object) -> None:
    texts = tuple(paragraph.text for paragraph in article.paragraphs)  # type: ignore[attr-defined]  # an Article
    written = plain_text(texts, width)

    assert paragraphs_of(written) == texts
    assert max(map(len, written.split("\n"))) <= (width or 10_000)


def test_lines_that_were_meant_are_written_as_lines() -> None:
    for text in ("Regards,\nAnna Beck", "- one\n- two", "a 1\tb 2\nc 3\td 4"):
        assert tuple(map(many_lines, paragraphs_of(plain_text([text], 69)))) == (many_lines(text),)


@pytest.mark.untraced
@pytest.mark.parametrize(
    "text",
    ["a" * 4_000_000, "a " * 2_000_000, "a\n" * 200_000, " " * 4_000_000, "-\n" * 200_000,
     "a  " * 1_000_000, ("word " * 13 + "\n") * 60_000, "- a\n" * 200_000, "a\t" * 1_000_000],
    ids=["letters", "words", "lines", "spaces", "rules", "gaps", "prose", "items", "tabs"],
)  # fmt: skip
def test_megabytes_take_seconds(text: str) -> None:
    start = time.process_time()
    paragraphs_of(text)

    assert time.process_time() - start < 10
