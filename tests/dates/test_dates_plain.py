"""The shortcut for plain dates is no other grammar: with it and without it, every reading and every refusal is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsmodel.dates import DateReading, find_dates, languages, read_date
from newsmodel.dates.lexicon import lexicon
from newsmodel.dates.plain import read_plain
from newsmodel.dates.when import when_key
from newsmodel.errors import DateError

Result = TypeVar("Result")
TAGS = [*languages(), "en-GB", "en-US", "ru_RU", "AR-eg", "fa-AF", "sw", ""]


@contextmanager
def no_shortcut() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module in ("parsing", "finding"):
            patch.setattr(f"newsmodel.dates.{module}.read_plain", lambda *_: None)
        yield


def with_and_without(call: Callable[[], Result]) -> tuple[Result, Result]:
    shortcut = call()
    with no_shortcut():
        return shortcut, call()


def outcome(text: str, tag: str) -> tuple[object, ...]:
    """A reading with its kind of value, or the refusal."""
    try:
        reading = read_date(text, tag)
    except DateError as refused:
        return (str(refused),)
    return reading, type(reading.value), when_key(reading.value), reading.span


def spellings(tag: str, letters: str) -> list[str]:
    """All spellings of the words of some kinds, as the tables list them."""
    known = lexicon(tag.replace("_", "-").partition("-")[0].lower())
    return sorted(word for word, key in known.usual.items() if known.meanings[key].letter in letters)


WORDS = {
    tag: (spellings(tag, "M") or ["November"], spellings(tag, "MwfhsyWT"), spellings(tag, "YEHSVm"))
    for tag in TAGS
}
BLANKS = st.sampled_from([" ", " ", " ", "\u00a0", "\u202f", "  ", "-", "", "\u200f "])
DIGITS = [str.maketrans("0123456789", digits) for digits in ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")]
CASES: st.SearchStrategy[Callable[[str], str]] = st.sampled_from([str, str, str.upper, str.title, str.lower])


@st.composite
def plain_texts(draw: st.DrawFn) -> tuple[str, str]:
    """A day, a month, a year and perhaps a word after it, in a language: often a plain date, and often nearly one."""
    tag = draw(st.sampled_from(TAGS))
    months, near, years = WORDS[tag]
    month = draw(CASES)(draw(st.sampled_from(months) | st.sampled_from(near or months)))
    day = draw(
        st.integers(1, 28).map(str) | st.integers(0, 99).map(str) | st.sampled_from(["01", "09", "031"])
    )
    year = draw(st.integers(1900, 2100).map(str) | st.integers(0, 9999).map("{:04}".format) | st.just("21"))
    blank = [draw(BLANKS) for _ in range(3)]
    text = draw(
        st.sampled_from(
            [
                f"{day}{blank[0]}{month}{blank[1]}{year}",
                f"{month}{blank[0]}{day},{blank[1]}{year}",
                f"{month}{blank[0]}{day}{blank[1]}{year}",
            ]
        )
    )
    if draw(st.booleans()):
        dot = draw(st.sampled_from(["", "."]))
        text += f"{blank[2]}{draw(st.sampled_from([*years, 'x', 'г']))}{dot}"
    return text.translate(draw(st.sampled_from(DIGITS))), tag


@given(plain_texts())
@example(("31 ноября 2021", "ru"))
@example(("29 February 2021", "en"))
@example(("29 February 2020", "en"))
@example(("0 November 2021", "en"))
@example(("26 November 0000", "en"))
@example(("26 November 0001", "en"))
@example(("26 ноября 2021 г.", "ru"))
@example(("26 ноября 2021 г", "ru"))
@example(("26 ноября 2021 года", "ru"))
@example(("26 ноября 2021 года.", "ru"))
@example(("٢٦ نوفمبر ٢٠٢١", "ar"))
@example(("٢٦ نوفمبر ٢٠٢١ م", "ar"))
@example(("26 نوفمبر 1443", "ar"))
@example(("26 آب 2021", "ar"))
@example(("November 26, 2021", "en"))
@example(("26 may 2021", "es"))
@example(("26 ocak 2021", "tr"))
@example(("OCAK 26, 2021", "tr"))
def test_the_shortcut_reads_and_refuses_what_the_grammar_does(case: tuple[str, str]) -> None:
    text, tag = case

    shortcut, general = with_and_without(lambda: outcome(text, tag))

    assert shortcut == general


@pytest.mark.parametrize("tag", languages())
def test_the_shortcut_agrees_on_every_month_and_word_after_a_year(tag: str) -> None:
    months, _, years = WORDS[tag]
    texts = [
        text
        for month in months
        for text in (f"7 {month} 2021", f"{month} 7, 2021", f"07\u00a0{month}\u00a02021", f"31 {month} 2021")
    ] + [
        f"7 {months[0]} 2021{blank}{word}{dot}" for word in years for blank in " \u202f" for dot in ("", ".")
    ]

    read = [outcome(text, tag) for text in texts]
    with no_shortcut():
        assert read == [outcome(text, tag) for text in texts]


@pytest.mark.parametrize("tag", languages())
def test_the_shortcut_is_taken_in_every_language(tag: str) -> None:
    taken = [read_plain(f"7 {month} 2021", tag) is not None for month in WORDS[tag][0]]

    assert any(taken)


def test_every_other_option_reads_plain_dates_the_same() -> None:
    text = "26 November 2021"

    assert read_date(text, "en") == read_date(text, ["en"])
    for strict in (True, False):
        assert read_date(text, "en") == read_date(text, "en", strict=strict)


@given(st.lists(plain_texts(), min_size=1, max_size=4), st.sampled_from([*languages(), None]))
def test_the_shortcut_changes_nothing_in_texts(cases: list[tuple[str, str]], language: str | None) -> None:
    text = " ; ".join(case for case, _ in cases) + "."

    def found() -> list[DateReading]:
        return list(find_dates(text, language))

    shortcut, general = with_and_without(found)

    assert shortcut == general


def test_the_shortcut_gives_the_place_in_the_text() -> None:
    text = "Слова.\n26 ноября 2021 г. и 27 ноября 2021 г.\n1 мая 2020"

    assert [text[slice(*each.span)] for each in find_dates(text, "ru")] == [
        "26 ноября 2021 г.",
        "27 ноября 2021 г.",
        "1 мая 2020",
    ]
