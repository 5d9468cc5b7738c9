"""The lines of a page and the pieces of a line, without white space at their edges; lines of nothing else are blank."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsmodel.page.marks import Span

_FINAL = frozenset(".…,،;؛:!")
_CLOSING = '»”"’)]'
_QUESTION = frozenset("?؟")
_SHORT = 110
_SHORT_WORDS = 14
_LIST_SIGNS = frozenset("—–-•*▪■●◦·«“„")
_LINE = re.compile(r"[^\n]+")
_PIECE = re.compile(r"[^|•·]+")
_EDGES = " \t\r\f\v\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u202f\u2009\u2066\u2067\u2068\u2069\ufeff"


def lines_of(text: str) -> list[Span]:
    """Return the lines that are not blank."""
    return _kept(text, (match.span() for match in _LINE.finditer(text)))


def pieces_of(text: str, line: Span) -> list[Span]:
    """Return what stands between ``|`` and bullets."""
    return _kept(text, (match.span() for match in _PIECE.finditer(text, *line)))


def _kept(text: str, spans: Iterable[Span]) -> list[Span]:
    stripped = (_stripped(text, span) for span in spans)
    return [span for span in stripped if span[0] < span[1]]


def _stripped(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def is_final(text: str, line: Span) -> bool:
    """Whether a line ends like a sentence or a clause."""
    bare = text[slice(*line)].rstrip(_CLOSING)
    return not bare or bare[-1] in _FINAL


def is_question(text: str, line: Span) -> bool:
    return text[slice(*line)].rstrip(_CLOSING)[-1:] in _QUESTION


def is_sentence(text: str, line: Span) -> bool:
    """Whether a line ends like a sentence, or is an item of a list or a turn of dialogue."""
    return is_final(text, line) or is_question(text, line) or opens_like_list(text, line)


def is_short(text: str, line: Span) -> bool:
    """Whether a line may be a heading: a few words and no final sign."""
    return (
        line[1] - line[0] <= _SHORT
        and len(text[slice(*line)].split()) <= _SHORT_WORDS
        and not is_final(text, line)
    )


def in_marks(text: str, line: Span) -> bool:
    """Whether a line is one quotation and no more."""
    return text[line[0]] in "«“„" and text[line[1] - 1] in "»”“"


def opens_like_list(text: str, line: Span) -> bool:
    return text[line[0]] in _LIST_SIGNS
