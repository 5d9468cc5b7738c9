"""Inputs made to hurt: the time grows with their length and no faster."""

from __future__ import annotations

import time

import pytest

from newsmodel.page import find_quotes, lay_out

GENEROUS = 20.0  # seconds; each takes well under two here
LONG = 100_000

HOSTILE = {
    "openers": "«" * LONG,
    "closers": "»" * LONG,
    "straight marks": '"' * LONG,
    "single marks": " '" * LONG,
    "pairs": "«a» " * LONG,
    "nested": "«" * LONG + "»" * LONG,
    "openers of two families": "«“" * LONG + "»" * LONG,
    "a word without an end": "a" * 1_000_000,
    "spaces": " " * 1_000_000,
    "a line of words": "word " * 200_000,
    "verbs": "said " * 100_000,
    "arabic verbs": "قال " * 100_000,
    "names": "Ada Kern " * 50_000,
    "different names": " ".join(
        f"Ada{chr(97 + n % 26) * (n % 7)} Kern{chr(97 + n % 23)}." for n in range(20_000)
    ),
    "quotes with speakers": '"We are all here now," said Ada Kern. ' * 10_000,
    "dialogue": "— Да, — сказал он. — Нет." * 20_000,
    "dashes": " — " * LONG,
    "roles": "president " * LONG,
    "arabic roles": "رئيس " * LONG,
    "lines": "a\n" * LONG,
    "paragraphs that open": "“a b c d.\n" * 20_000,
    "labels": "Photo: " * LONG,
    "brackets": "(" * LONG + ")",
    "combining marks": "a" + "\u0301" * 500_000,
    "points": ". " * LONG,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", ["en", "ru", "ar"])
def test_quotes_are_bounded(name: str, language: str) -> None:
    text = HOSTILE[name]
    before = time.perf_counter()

    find_quotes(text, language=language, paragraphs=[(0, len(text))])

    assert time.perf_counter() - before < GENEROUS


@pytest.mark.parametrize("name", HOSTILE)
def test_layout_is_bounded(name: str) -> None:
    before = time.perf_counter()

    lay_out(HOSTILE[name])
    lay_out(f"Headline\n{HOSTILE[name]}")

    assert time.perf_counter() - before < GENEROUS
