"""Lines that lead away from the text: "Read also: …", «Подписывайтесь на наш канал», and signs that end or part a text.

Strategy. A line that begins with a phrase of the language's list (English ones count on every page) and is no longer than a headline is a
link. A phrase that could also begin a sentence ("Follow …") needs a network's name in the line. A phrase alone on its line takes the short
lines under it along.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from newsmodel.page.fold import fold
from newsmodel.page.lexicon import LEXICONS, Lexicon, lexicon_for
from newsmodel.page.lines import is_short
from newsmodel.page.marks import Span

_LONGEST = 170
_SHORTEST = 3  # letters; a line with fewer parts the text: "___", "* * *"
_UNDER = 3  # links under a phrase that stands alone
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_OPENING = '[({<>*•▪►→➤-–—_/|"«“ \u00a0\u200f\u200e'
_PHRASE_WORDS = 5


@cache
def _phrases(
    own: Lexicon | None,
) -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]], frozenset[str]]:
    """The phrases that make a link, those that need a network beside them, and the networks."""
    several = {one.tag: one for one in (LEXICONS["en"], own) if one}.values()
    return (
        frozenset(phrase for one in several for phrase in one.links),
        frozenset(phrase for one in several for phrase in one.invitations),
        frozenset(word for one in several for word in one.networks),
    )


def link_lines(text: str, lines: Sequence[Span], language: str | None) -> frozenset[Span]:
    """Return those of a page's lines that lead elsewhere or hold nothing to read."""
    found: set[Span] = set()
    under = 0
    for line in lines:
        if _is_link(text, line, language):
            found.add(line)
            under = _UNDER if len(_words(text, line)) <= _PHRASE_WORDS and text[line[1] - 1] in ":：" else 0
        elif under and is_short(text, line):
            found.add(line)
            under -= 1
        else:
            under = 0
    return frozenset(found)


def _words(text: str, line: Span) -> list[str]:
    return [fold(match[0]) for match in _WORD.finditer(text, *line)]


def _is_link(text: str, line: Span, language: str | None) -> bool:
    if line[1] - line[0] > _LONGEST:
        return False
    start = line[0]
    while start < line[1] and text[start] in _OPENING:
        start += 1
    words = [fold(match[0]) for match in islice(_WORD.finditer(text, start, line[1]), _PHRASE_WORDS)]
    if not words:
        return not any(letter.isalnum() for letter in text[slice(*line)])
    links, invitations, networks = _phrases(lexicon_for(language))
    if not links:
        return False
    opening = [tuple(words[:size]) for size in range(1, min(_PHRASE_WORDS, len(words)) + 1)]
    alone = len(words) == 1 or ":" in text[start : start + len(words[0]) + 2]
    if any(one in links and (len(one) > 1 or alone) for one in opening):
        return True
    return any(one in invitations for one in opening) and any(
        word in networks or _bare(word) in networks for word in _words(text, line)
    )


def _bare(word: str) -> str:
    return word if word.isascii() else word.removeprefix("و")
