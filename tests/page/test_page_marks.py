"""Which mark opens, which closes, and what is left open."""

from __future__ import annotations

import pytest

from newsmodel.page.marks import find_marked, trimmed

# text with | where a paragraph ends; the words expected inside outermost marks
PAIRED = [
    ("He said «one two» and «three».", ["one two", "three"]),
    ("“One,” she said. “Two.”", ["One,", "Two."]),
    ("„Eins“ und „zwei”", ["Eins", "zwei"]),
    ('"One," he said, "two."', ["One,", "two."]),
    ("‘One,’ he said. ‘It’s two.’", ["One,", "It’s two."]),
    ("‘The workers’ union won,’ he said.", ["The workers’ union won,"]),
    ("'One,' he said; the dogs' bowls were empty.", ["One,"]),
    ("‹eins› und 「二」 und 『三』", ["eins", "二", "三"]),
    ("«Он назвал это „чудом“ вчера»", ["Он назвал это „чудом“ вчера"]),
    ("«Я слушаю «Эхо» каждый день», — сказал он.", ["Я слушаю «Эхо» каждый день"]),
    ("«Я слушаю «Эхо», — сказал он.", ["Я слушаю «Эхо"]),
    ('قال لـ"المنارة": "نعم"', ["المنارة", "نعم"]),
    ("وقال “نعم“ ثم ذهب", ["نعم"]),
    ('A 5" pipe burst.', []),
    ("It’s the ’90s, rock ’n’ roll.", []),
    ("the dogs’ bowls and the cats’ beds", []),
    ("one » two ” three", []),
    ("‘Tis the season, they say.", []),
    ("It is ‘cause of the rain.", []),
    ("« Oui , non »", ["Oui , non"]),
]


@pytest.mark.parametrize(("text", "expected"), PAIRED)
def test_pairs(text: str, expected: list[str]) -> None:
    found = find_marked(text, [(0, len(text))])[0]

    assert [text[slice(*trimmed(text, one.inner))] for one in found] == expected
    assert all(one.closed for one in found)


def test_what_is_left_open_ends_with_its_paragraph() -> None:
    text = "He said: “One two three.\nFour."

    found = find_marked(text, [(0, 24), (25, 30)])

    assert [text[slice(*one.inner)] for one in found[0]] == ["One two three."]
    assert not found[0][0].closed
    assert not found[0][0].continues
    assert found[1] == []


def test_what_opens_again_goes_on() -> None:
    text = "He said: “One.\n“Two.\n“Three.”"

    found = find_marked(text, [(0, 14), (15, 20), (21, len(text))])

    assert [one.continues for (one,) in found] == [True, True, False]
    assert [one.closed for (one,) in found] == [False, False, True]


def test_an_inner_mark_left_open_vanishes() -> None:
    text = "«one “two three» four"

    found = find_marked(text, [(0, len(text))])[0]

    assert [text[slice(*one.inner)] for one in found] == ["one “two three"]


def test_what_follows_a_shared_closing_mark_is_found() -> None:
    text = "«Я читаю «Эхо», — сказал он. «Давно»."

    found = find_marked(text, [(0, len(text))])[0]

    assert [text[slice(*one.inner)] for one in found] == ["Я читаю «Эхо", "Давно"]
