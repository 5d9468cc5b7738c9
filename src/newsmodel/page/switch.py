"""The line by which a page leads to its other languages: «Ru En», «عربي En», "English | Русский"."""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from newsmodel.page.fold import fold
from newsmodel.page.lexicon import LEXICONS
from newsmodel.page.marks import Span

_LONGEST = 200
_PIECE = re.compile(r"[^|/·•,،;\t\n]+")
_WORD = re.compile(r"\S+")
_EDGE = "()[]{}‹›<>-–—.:"


@frozen
class Alternate:
    """A language that the page offers: the label as printed and its BCP 47 tag."""

    language: str
    span: Span


@cache
def _names() -> dict[str, str]:
    return {fold(name): tag for lexicon in LEXICONS.values() for name, tag in lexicon.language_names.items()}


def alternates_in(text: str, line: Span) -> tuple[Alternate, ...]:
    """Read a line of nothing but language names; one alone must be more than a code, which may be a word."""
    if line[1] - line[0] > _LONGEST:
        return ()
    found: list[Alternate] = []
    for piece in _PIECE.finditer(text, *line):
        several = _in_piece(text, piece.span())
        if several is None:
            return ()
        found += several
    alone = len(found) == 1 and found[0].span[1] - found[0].span[0] < 3
    return () if alone else tuple(found)


def _in_piece(text: str, span: Span) -> list[Alternate] | None:
    """A whole name ("русская версия"), or a name a word; None where a word is no language."""
    whole = _named(text, span)
    if whole is not None:
        return [whole]
    words = [_named(text, match.span()) for match in _WORD.finditer(text, *span)]
    known = [word for word in words if word is not None]
    return known if len(known) == len(words) else None


def _named(text: str, span: Span) -> Alternate | None:
    start, end = span
    while start < end and (text[start] in _EDGE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EDGE or text[end - 1].isspace()):
        end -= 1
    tag = _names().get(fold(text[start:end]))
    return Alternate(tag, (start, end)) if tag else None
