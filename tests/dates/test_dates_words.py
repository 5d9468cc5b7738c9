"""The tables of words agree with themselves and with each other."""

from __future__ import annotations

import pkgutil

import pytest

from newsmodel.dates import words as package
from newsmodel.dates.lexicon import lexicon
from newsmodel.dates.words import LANGUAGES, words


def test_every_table_is_listed() -> None:
    assert sorted(("und", *LANGUAGES)) == sorted(
        module.name for module in pkgutil.iter_modules(package.__path__)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_whole(language: str) -> None:
    table = words(language)

    assert language == table.language
    assert {12} == {len(names) for names in (*table.names.values(), table.spellings)}
    assert len(table.standalone) in {0, 12}
    assert len(table.weekdays) == 7
    assert len(table.days) == 31


def test_no_word_means_two_things_in_two_languages() -> None:
    together = lexicon(None).meanings

    for language in LANGUAGES:
        for key, meaning in lexicon(language).meanings.items():
            assert meaning == together[lexicon(None).key(key)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_table_means_two_things(language: str) -> None:
    table, listed = words(language), lexicon(language)
    months: dict[str, int] = {}
    for names in (*table.names.values(), table.standalone, table.spellings):
        for number, joined in enumerate(names, 1):
            for name in joined.replace(".", "").split("|"):
                assert number == months.setdefault(listed.key(name.strip()), number) or not name.strip()
    for key, number in months.items():
        assert not key or (listed.meanings[key].letter, listed.meanings[key].number) == ("M", number)


def test_a_language_without_a_table_has_the_shared_words() -> None:
    assert {"utc", "gmt", "z", "am", "pm"} == set(lexicon("fr").meanings)
    assert all(meaning.language is None for meaning in lexicon("fr").meanings.values())


def test_a_module_without_words_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    words.cache_clear()
    monkeypatch.setattr("newsmodel.dates.words.en.WORDS", {})

    with pytest.raises(TypeError, match=r"words\.en\.WORDS must be a Words"):
        words("en")
