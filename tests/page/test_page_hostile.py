"""Inputs made to hurt: the time grows with their length and no faster."""

from __future__ import annotations

import time

import pytest

from newsmodel.page import find_quotes, lay_out

GENEROUS = 30.0  # seconds of processor time; each takes well under one here
LONG = 100_000

HOSTILE = {
    "openers": "«" * LONG,
    "closers": "»" * LONG,
    "straight marks": '"' * LONG,
    "single marks": " '" * LONG,
    "pairs": "«a» " * 20_000,
    "nested": "«" * LONG + "»" * LONG,
    "openers of two families": "«“" * LONG + "»" * LONG,
    "a word without an end": "a" * 1_000_000,
    "spaces": " " * 1_000_000,
    "a line of words": "word " * 30_000,
    "verbs": "said " * 10_000,
    "arabic verbs": "قال " * 10_000,
    "names": "Ada Kern " * 10_000,
    "different names": " ".join(f"Ada{'bcdefgh'[: n % 7]} Kern{chr(97 + n % 23)}." for n in range(5_000)),
    "quotes with speakers": '"We are all here now," said Ada Kern. ' * 2_000,
    "dialogue": "— Да, — сказал он. — Нет." * 5_000,
    "dashes": " — " * 20_000,
    "roles": "president " * 10_000,
    "arabic roles": "رئيس " * 10_000,
    "lines": "a\n" * LONG,
    "paragraphs that open": "“a b c d.\n" * 10_000,
    "labels": "Photo: " * 10_000,
    "brackets": "(" * LONG + ")",
    "combining marks": "a" + "\u0301" * 500_000,
    "points": ". " * 20_000,
}


@pytest.mark.untraced
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", ["en", "ru", "ar"])
def test_quotes_are_bounded(name: str, language: str) -> None:
    text = HOSTILE[name]
    before = time.process_time()

    find_quotes(text, language=language, paragraphs=[(0, len(text))])

    assert time.process_time() - before < GENEROUS


@pytest.mark.parametrize("name", HOSTILE)
def test_layout_is_bounded(name: str) -> None:
    before = time.process_time()

    lay_out(HOSTILE[name])
    lay_out(f"Headline\n{HOSTILE[name]}")

    assert time.process_time() - before < GENEROUS
