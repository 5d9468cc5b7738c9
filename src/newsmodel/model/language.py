"""What a language tag says about script and direction."""

from __future__ import annotations

import unicodedata

from newsmodel.model.text import Direction

_RTL_LANGUAGES = frozenset(
    {"ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "arc", "syr", "prs", "iw", "ji", "nqo"}
)
"""Languages whose usual script runs from right to left (CLDR, layout/orientation/characterOrder)."""
_RTL_SCRIPTS = frozenset({"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"})


def direction_of(language: str | None, sample: str = "") -> Direction:
    """Return the base direction of a language; without one, that of the first strong character of the sample (UAX #9, P2 and P3)."""
    if language:
        primary, *subtags = language.split("-")
        scripts = [tag for tag in subtags if len(tag) == 4 and tag.isalpha()]
        rtl = scripts[0] in _RTL_SCRIPTS if scripts else primary in _RTL_LANGUAGES
        return Direction.RTL if rtl else Direction.LTR
    for character in sample:
        match unicodedata.bidirectional(character):
            case "R" | "AL":
                return Direction.RTL
            case "L":
                return Direction.LTR
    return Direction.LTR
