"""The tables of words agree with themselves, whatever the language."""

from __future__ import annotations

import pkgutil

import pytest

from newsmodel.dates import languages
from newsmodel.dates import words as package
from newsmodel.dates.fold import fold
from newsmodel.dates.lexicon import Meaning, entries, lexicon
from newsmodel.dates.tokens import tokenise
from newsmodel.dates.words import Order, words

# Words of which one meaning is given up, each for a reason.
GIVEN_UP: dict[str, set[str]] = {
    "ar": {"اثنين"},  # Monday without its article, in tables; "two" before a unit is the dual
    "de": {"d J"},  # «d. J.» is the period; as an adjective it would want a unit
    "en": {
        "second",  # the second day; "a second ago" stands on no page
        "st",  # the ending of "1st"; a street is written out or stands before the number
    },
    "he": {"השנה"},  # "this year"
    "ru": {
        "сутки",  # one day, as it stands without a number
    },
    "uk": {"ц р"},  # "this year", with its year
}


def test_every_table_is_listed() -> None:
    modules = {module.name for module in pkgutil.iter_modules(package.__path__) if not module.ispkg}

    assert {"und", *languages()} == modules
    assert len(languages()) >= 11


@pytest.mark.parametrize("language", languages())
def test_a_table_is_whole(language: str) -> None:
    table = words(language)

    assert language == table.language
    assert table.cldr is not None
    assert {12} == {len(names) for names in table.months.values()} or not table.months
    assert len(table.weekdays) == 7
    assert len(table.days) in {0, 31}
    assert len(table.hours) in {0, 12}
    assert set(table.calendars) <= set(table.cldr.months)
    assert all(locale in table.cldr.months["gregory"] for locale in table.systems.values())
    assert table.order(None) in {None, *Order}


def two_meanings(language: str) -> dict[str, set[tuple[str, int]]]:
    """Spellings whose meanings the lexicon does not all keep, each with what they mean."""
    listed, lost = lexicon(language), {}
    for spelling, meaning in entries(words(language)):
        kept = listed.meanings[listed.usual[fold(spelling).text]]
        if not keeps(kept, meaning):
            lost[spelling] = {(kept.letter, kept.number), (meaning.letter, meaning.number)}
    return lost


def keeps(kept: Meaning, meaning: Meaning) -> bool:
    """Whether a meaning is in another, which may be one of two at once (see `lexicon`)."""
    both = {
        "w": "MW",
        "f": "rd",
        "v": "Wu",
        "l": "Lu",
        "a": "Au",
        "t": "cu",
        "p": "Pu",
        "V": "VYLu",
        "Y": "Yu",
    }
    letters = both.get(kept.letter, kept.letter) + kept.letter
    letter = "u" if meaning.letter == "k" and kept.letter != "k" else meaning.letter
    numbered = meaning.letter in "MrWwhsdDTeXGQqj"
    number = kept.number if meaning.letter in "Mrhs" or kept.letter not in "wfv" else kept.weekday
    return (
        letter in letters
        and (not numbered or meaning.number == number)
        and meaning.unit in {"", kept.unit}
        and meaning.zone == kept.zone
        and meaning.half in {None, kept.half}
    )


@pytest.mark.parametrize("language", languages())
def test_no_word_of_a_table_hides_another_of_its_meanings(language: str) -> None:
    assert GIVEN_UP.get(language, set()) == set(two_meanings(language)), two_meanings(language)


@pytest.mark.parametrize("language", languages())
def test_every_spelling_is_one_token(language: str) -> None:
    listed = lexicon(language)
    cut = [
        spelling
        for spelling, _ in entries(words(language))
        if len(tokenise(fold(spelling).text, listed)) != 1
    ]

    assert cut == []


def test_a_language_without_a_table_has_the_shared_words() -> None:
    assert {"utc", "gmt", "ut", "z", "am", "pm", "h"} == set(lexicon("sv").meanings)
    assert all(meaning.language is None for meaning in lexicon("sv").meanings.values())


def test_a_module_without_words_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    words.cache_clear()
    monkeypatch.setattr("newsmodel.dates.words.en.WORDS", {})

    with pytest.raises(TypeError, match=r"words\.en\.WORDS must be a Words"):
        words("en")
