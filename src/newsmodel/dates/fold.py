"""Take off what a date is dressed in (digits of other scripts, direction marks, tatweel, vowel signs), keeping the way back.

Most texts wear nothing of it, and `str.translate` costs as much as reading the date: so one look first.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from attrs import frozen

# Without meaning for a date: soft hyphen, the combining marks of a decomposed й and ё and the stress mark, Arabic vowel
# signs and hamza above or below, superscript alef, tatweel, joiners, every direction mark (Unicode TR 9), word joiner, BOM.
_DRESS = (
    "\u00ad\u0301\u0306\u0308\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670"
    "\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
)
_ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
_EXTENDED = "۰۱۲۳۴۵۶۷۸۹"
# One character for one: digits, commas, hyphens (no dashes, which are no signs before an offset); a zero width space parts words as a visible one does.
_ALIKE = str.maketrans(
    _ARABIC_INDIC + _EXTENDED + "،٫⁄‐‑\u200b",
    "01234567890123456789,./-- ",
)
_TOUCHED = re.compile(f"[{_DRESS}{_ARABIC_INDIC}{_EXTENDED}،٫⁄‐‑\u200b]")
_TAKEN_OFF = re.compile(f"[{_DRESS}]")


@frozen
class Folded:
    """A text in plain dress; ``gaps`` are the places in it before which something was taken off, in order."""

    text: str
    gaps: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the span in the text as it came; marks at its edges stay outside."""
        return start + bisect_right(self.gaps, start), end + bisect_right(self.gaps, end - 1)


def fold(text: str) -> Folded:
    """Undress a text, or hand it back as it is where nothing is to be done."""
    if not _TOUCHED.search(text):
        return Folded(text)
    gaps = tuple(match.start() - gone for gone, match in enumerate(_TAKEN_OFF.finditer(text)))
    return Folded((_TAKEN_OFF.sub("", text) if gaps else text).translate(_ALIKE), gaps)
