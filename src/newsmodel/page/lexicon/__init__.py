"""The languages that page analysis knows. A new one is a file beside these and a line in `LEXICONS`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from newsmodel.page.lexicon.ar import ARABIC
from newsmodel.page.lexicon.base import Lexicon
from newsmodel.page.lexicon.en import ENGLISH
from newsmodel.page.lexicon.ru import RUSSIAN

LEXICONS: Mapping[str, Lexicon] = MappingProxyType({one.tag: one for one in (ARABIC, RUSSIAN, ENGLISH)})


def lexicon_for(language: str | None) -> Lexicon | None:
    """Return the lexicon of a BCP 47 tag, by its primary subtag."""
    return LEXICONS.get((language or "").split("-")[0].lower())


__all__ = ["LEXICONS", "Lexicon", "lexicon_for"]
