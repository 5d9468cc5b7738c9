"""What every language file must hold."""

from __future__ import annotations

import pytest

from newsmodel.page.fold import fold
from newsmodel.page.lexicon import LEXICONS, Lexicon, lexicon_for
from newsmodel.page.lexicon.base import arabic_past, english, gerunds, past, words

EACH = pytest.mark.parametrize("lexicon", LEXICONS.values(), ids=LEXICONS)


@EACH
def test_lists_are_broad(lexicon: Lexicon) -> None:
    assert len(lexicon.verbs) > 400
    assert len(lexicon.roles) > 200
    assert len(lexicon.organisations) > 60
    assert len(lexicon.labels) > 20


@EACH
def test_words_stand_in_their_look_up_form(lexicon: Lexicon) -> None:
    for several in (
        lexicon.verbs,
        lexicon.participles,
        lexicon.roles,
        lexicon.given,
        lexicon.stops,
        lexicon.labels,
    ):
        assert all(fold(word) == word for word in several)


@EACH
def test_labels_announce_roles(lexicon: Lexicon) -> None:
    roles = {"publisher", "source", "photo_credit", "author", "translator", "editor", "contributor"}

    assert set(lexicon.labels.values()) == roles


@EACH
def test_no_small_word_is_a_name(lexicon: Lexicon) -> None:
    small = lexicon.that | lexicon.relative | lexicon.prepositions

    assert not lexicon.given & small
    assert set(lexicon.verbs) & lexicon.prepositions <= set(lexicon.needs)


@EACH
def test_feminine_names_and_roles_are_names_and_roles(lexicon: Lexicon) -> None:
    assert lexicon.given_feminine <= lexicon.given


def test_a_lexicon_by_its_tag() -> None:
    assert lexicon_for("en-GB") is LEXICONS["en"]
    assert lexicon_for("de") is None
    assert lexicon_for(None) is None


def test_regular_forms() -> None:
    assert dict(past("сказал признался")) == {
        "сказал": "m", "сказала": "f", "сказало": "n", "сказали": "p",
        "признался": "m", "призналась": "f", "призналось": "n", "признались": "p",
    }  # fmt: skip
    assert dict(past("изрек"))["изрекла"] == "f"
    assert set(dict(english("say/said deny teach/taught note"))) == {
        "say", "says", "said", "deny", "denies", "denied", "teach", "teaches", "taught", "note", "notes", "noted",
    }  # fmt: skip
    assert set(dict(gerunds("note agree admit/admitting"))) == {"noting", "agreeing", "admitting"}
    assert dict(arabic_past("قال")) == {"قال": "m", "قالت": "f", "قالوا": "p", "قالا": "p"}
    assert dict(arabic_past("رأى"))["رات"] == "f"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Said", "said"),
        ("Учёный", "ученый"),
        ("مُضيفًا", "مضيفا"),
        ("قـــال", "قال"),
        ("أكّد", "اكد"),
        ("على", "على"),
        ("گفتی", "گفتي"),
        ("O’Leary", "o'leary"),
        ("قال\u200f", "قال"),
    ],
)
def test_fold(word: str, expected: str) -> None:
    assert fold(word) == expected


def test_words_are_folded() -> None:
    assert words("Ёлка أكد") == {"елка", "اكد"}
