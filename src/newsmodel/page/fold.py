"""Words in the form in which they are looked up: case, Arabic vowel marks and letter variants folded away."""

from __future__ import annotations

import re

_DROPPED = re.compile("[\u0300-\u036f\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
_VARIANTS = str.maketrans("أإآٱىکیё’ʼ", "ااااىكيе''")


def fold(word: str) -> str:
    """Return the look-up form of a word; ASCII words cost a `lower` and no more.

    Alef carriers fold to the bare letter, Persian kaf and yeh to the Arabic ones, ё to е, vowel marks,
    tatweel and bidi controls vanish. Alef maqsura stays: it tells «على» from «علي».
    """
    if word.isascii():
        return word.lower()
    return _DROPPED.sub("", word).lower().translate(_VARIANTS)
