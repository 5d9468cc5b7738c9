"""Take off what a date is dressed in (digits of other scripts, direction marks, tatweel, vowel signs), keeping the way back.

Most texts wear nothing of it, and `str.translate` costs as much as reading the date: so one look first.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from attrs import frozen

# Without meaning for a date: soft hyphen, combining marks (of a decomposed й, é, İ; stress marks), Hebrew points, Arabic vowel
# signs and hamza above or below, superscript alef, joiners, every direction mark (Unicode TR 9), word joiner, BOM.
_DRESS = (
    "\u00ad\u115f\u1160\u180e\u2061-\u2064\ufe00-\ufe0f\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0600-\u0605\u0610-\u061a\u061c\u064b-\u065f\u0670"
    "\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
)
_ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
_EXTENDED = "۰۱۲۳۴۵۶۷۸۹"
# One character for one: digits, Urdu's mark of a date and full stop, hyphens (no dashes, which are no signs before an
# offset); a zero width space parts words as a visible one does. (The Arabic comma is left: it stands in every line.)
_WIDE = "０１２３４５６７８９"  # and the hyphen and the colon of East Asian fonts
_SAME = dict(zip("٫؍۔⁄‐‑־ـ\u200b－：", "././---- -:", strict=True))
_ALIKE = str.maketrans(dict(zip(_ARABIC_INDIC + _EXTENDED + _WIDE, "0123456789" * 3, strict=True)) | _SAME)
_TOUCHED = re.compile(
    f"[{_DRESS}{_ARABIC_INDIC}{_EXTENDED}{_WIDE}{''.join(_SAME)}\ufb50-\ufdff\ufe70-\ufefc]"
)
# A tatweel stretches the letter before it; alone between blanks it is typed for a dash.
_TAKEN_OFF = re.compile(rf"[{_DRESS}]|(?<!\s)\u0640|\u0640(?!\s)")
_SIGNS = frozenset(chr(code) for code in (0x640, 0x670, *range(0x64B, 0x660), *range(0x300, 0x370)))
_PRESENTED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


@frozen
class Folded:
    """A text in plain dress.

    ``gaps`` are the places in it before which something was taken off, in order; ``origins``, where one character stands for
    several letters, the place of each letter before that.
    """

    text: str
    gaps: tuple[int, ...] = ()
    origins: tuple[int, ...] = ()
    dressed: str = ""
    offset: int = 0
    """Where this text begins in the one that spans are wanted of."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the span in the text as it came; marks of direction at its edges stay outside, signs on its last letter inside."""
        if not self.gaps and not self.origins:
            return start + self.offset, end + self.offset
        start, end = start + bisect_right(self.gaps, start), end + bisect_right(self.gaps, end - 1)
        while self.gaps and self.dressed[end : end + 1] in _SIGNS:
            end += 1
        if self.origins:
            start, end = self.origins[start], self.origins[end - 1] + 1
        return start + self.offset, end + self.offset


def fold(text: str, offset: int = 0) -> Folded:
    """Undress a text, or hand it back as it is where nothing is to be done."""
    if not _TOUCHED.search(text):
        return Folded(text, offset=offset)
    origins: tuple[int, ...] = ()
    if _PRESENTED.search(text):
        text, origins = _letters(text)
    gaps = tuple(match.start() - gone for gone, match in enumerate(_TAKEN_OFF.finditer(text)))
    return Folded((_TAKEN_OFF.sub("", text) if gaps else text).translate(_ALIKE), gaps, origins, text, offset)


def _letters(text: str) -> tuple[str, tuple[int, ...]]:
    """Replace Arabic presentation forms, as old systems and PDF files have them, by their letters."""
    letters = [unicodedata.normalize("NFKC", one) if _PRESENTED.match(one) else one for one in text]
    return "".join(letters), tuple(place for place, each in enumerate(letters) for _ in each)
