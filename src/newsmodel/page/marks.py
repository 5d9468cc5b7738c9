"""Quotation marks: which opens, which closes, which belong together.

Strategy. One pass over the marks of a paragraph with a stack. Where a character may open and close (``"``, ``“``, ``’``), its
neighbours decide: white space or an opening bracket before it and a letter after it open, the reverse closes, and between two
letters it closes what is open and opens otherwise. A mark closes the nearest open one of its family and drops what was left open
inside. What is still open at the end of a paragraph is closed by the last inner mark that ends like an outer one («…«A», — said);
else it goes on in the next paragraph, where that opens with the same mark again; else it ends with its paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve, frozen

Span = tuple[int, int]

_MARK = re.compile("[«»“”„‟\"‹›‘’‚「」『』']")
_FAMILY = {
    "«": "«", "»": "«", "“": "“", "”": "“", "„": "“", "‟": "“", '"': '"', "‹": "‹", "›": "‹",
    "‘": "‘", "’": "‘", "‚": "‘", "「": "「", "」": "「", "『": "『", "』": "『", "'": "'",
}  # fmt: skip
_ALWAYS_OPEN = frozenset("„‚「『")
_ALWAYS_CLOSE = frozenset("」』")
_USUALLY_OPEN = frozenset("«‹“‘")
_USUALLY_CLOSE = frozenset("»›”’")
_APOSTROPHES = frozenset("’'")
_SINGLE = frozenset("‘'‚")  # left open inside a paragraph these are apostrophes: ’tis, ‘cause
_BEFORE_OPENING = frozenset(" \t\u00a0\u202f\u2009\n([{—–-/") | frozenset("«“„\"‘‹「『'")
_PAUSES = frozenset(":,،؛;")
_AFTER_CLOSING = frozenset(" \t\u00a0\u202f\u2009\n)]}—–-:,;.!?…،؛؟/") | frozenset("»”“\"’›」』'")
_ENDS_QUOTE = re.compile(r"\s*(?:[,.!?…،]|$|[—–-]\s)")
_DEPTH = 12  # how far down the stack a closing mark looks for its partner
_SPACES = " \t\u00a0\u202f\u2009\u200e\u200f"


@frozen
class Marked:
    """A stretch between marks: the marks' own span, the words inside, and whether a closing mark stood there."""

    start: int
    end: int
    inner: Span
    mark: str
    closed: bool = True
    continues: bool = False  # the next paragraph opens with the same mark again


def find_marked(text: str, paragraphs: Sequence[Span]) -> list[list[Marked]]:
    """Return the outermost marked stretches of each paragraph, in order."""
    found = [_in_paragraph(text, span) for span in paragraphs]
    for here, current in enumerate(paragraphs):
        last = found[here][-1] if found[here] else None
        if last is None or last.closed or last.end != current[1]:
            continue
        following = paragraphs[here + 1] if here + 1 < len(paragraphs) else None
        if following is not None and _opens_with(text, following, last.mark):
            found[here][-1] = evolve(last, continues=True)
        elif last.mark in _SINGLE and not (here and _goes_on(found[here - 1])):
            found[here].pop()
    return found


def _goes_on(marked: Sequence[Marked]) -> bool:
    return bool(marked) and marked[-1].continues


def _opens_with(text: str, span: Span, mark: str) -> bool:
    return span[0] < span[1] and _FAMILY.get(text[span[0]]) == _FAMILY[mark]


def _in_paragraph(text: str, span: Span) -> list[Marked]:
    marks = [match.start() for match in _MARK.finditer(text, *span)]
    if not marks:
        return []
    stack: list[int] = []
    pairs: list[Span] = []
    for number, place in enumerate(marks):
        following = marks[number + 1] if number + 1 < len(marks) else None
        _take(text, place, following, span, stack, pairs)
    return _outermost(text, span, stack, sorted(pairs))


def _take(
    text: str, place: int, following: int | None, span: Span, stack: list[int], pairs: list[Span]
) -> None:
    mark = text[place]
    depth = _partner(text, mark, stack)
    opens = _opens(text, place, span, is_open=depth is not None)
    if opens:
        stack.append(place)
    elif opens is False and depth is not None and not _is_apostrophe(text, place, following, span):
        pairs.append((stack[depth], place))
        del stack[depth:]


def _partner(text: str, mark: str, stack: list[int]) -> int | None:
    """The nearest open mark of the same family; «…" is no pair."""
    family = _FAMILY[mark]
    lowest = max(0, len(stack) - _DEPTH)
    return next(
        (at for at in range(len(stack) - 1, lowest - 1, -1) if _FAMILY[text[stack[at]]] == family), None
    )


def _opens(text: str, place: int, span: Span, *, is_open: bool) -> bool | None:
    """Whether a mark opens (True), closes (False) or is no mark at all (None)."""
    mark = text[place]
    after = place + 1 == span[1] or text[place + 1] in _AFTER_CLOSING
    left = text[place - 1] if place > span[0] else " "
    before = left in _BEFORE_OPENING or (left in _PAUSES and not after)
    if mark in _ALWAYS_OPEN or mark in _ALWAYS_CLOSE:
        return mark in _ALWAYS_OPEN
    if mark in _APOSTROPHES and not before and not after:
        return None
    if mark == "'":
        return True if before and not after else False if after and not before else None
    if mark in _USUALLY_OPEN:
        return not (is_open and after and not before)
    if mark in _USUALLY_CLOSE:
        return bool(before and not after and not is_open) if mark != "’" else False
    return (before and not after) or (before == after and not is_open)


def _is_apostrophe(text: str, place: int, following: int | None, span: Span) -> bool:
    """«the workers’ union’ said»: after s and before a small letter, where the next mark closes better."""
    if text[place] not in _APOSTROPHES or text[place - 1] not in "sx" or place + 2 >= span[1]:
        return False
    plural = text[place + 1].isspace() and text[place + 2].islower()
    return (
        plural and following is not None and text[following] == text[place] and text[following - 1] in ",.!?…"
    )


def _outermost(text: str, span: Span, stack: list[int], pairs: list[Span]) -> list[Marked]:
    """The pairs that lie in no other, and what the marks left open make of the rest."""
    top: list[Span] = []
    for pair in pairs:
        if not top or pair[0] > top[-1][1]:
            top.append(pair)
    closed = [Marked(a, b + 1, (a + 1, b), text[a]) for a, b in top]
    for place in stack:
        at = bisect_left(top, (place, place))
        stray = text[place] in _SINGLE and (place > span[0] or text[place] == "'")
        if stray or (at and top[at - 1][1] > place):
            continue
        return [
            *closed[:at],
            _left_open(text, span, place, top[at:]),
            *_after(closed[at:], text, span, place, top[at:]),
        ]
    return closed


def _shared_close(text: str, span: Span, place: int, inner: list[Span]) -> int | None:
    """«He works for «Echo», — she said: one closing mark served for two."""
    same = (b for a, b in inner if _FAMILY[text[a]] == _FAMILY[text[place]])
    return next((b for b in same if _ENDS_QUOTE.match(text, b + 1, span[1])), None)


def _left_open(text: str, span: Span, place: int, inner: list[Span]) -> Marked:
    close = _shared_close(text, span, place, inner)
    if close is not None:
        return Marked(place, close + 1, (place + 1, close), text[place])
    return Marked(place, span[1], (place + 1, span[1]), text[place], closed=False)


def _after(closed: list[Marked], text: str, span: Span, place: int, inner: list[Span]) -> list[Marked]:
    close = _shared_close(text, span, place, inner)
    return [] if close is None else [one for one in closed if one.start > close]


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its edges."""
    start, end = span
    while start < end and text[start] in _SPACES:
        start += 1
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    return start, end
