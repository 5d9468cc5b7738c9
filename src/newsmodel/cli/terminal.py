"""Text on a terminal: how wide it is, where lines break, and how directions stay apart.

Nothing is reordered: that is the terminal's business (UAX #9). What is done is to wrap texts of another direction
in isolates, so that they cannot reach beyond themselves, and to take out what would steer the terminal.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache

from newsmodel.model import Direction

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
_OPENERS = {Direction.LTR: LRI, Direction.RTL: RLI, None: FSI}
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_DIRECTED = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Characters of right-to-left scripts, and those that set directions."""
_BREAKS = str.maketrans("\u2028\u2029\t", "   ")


def clean(text: str) -> str:
    """Replace what could steer a terminal (control characters but the line end), character by character."""
    return _STEERING.sub("\ufffd", text.translate(_BREAKS))


def isolated(text: str, direction: Direction | None = None) -> str:
    """Keep the directions of a text to itself, where it has any beyond left to right; without a direction the text decides."""
    if direction is not Direction.RTL and not _DIRECTED.search(text):
        return text
    kept, depth = [], 0
    for character in text:
        if character == PDI:
            if not depth:
                continue  # it would end our own isolate
            depth -= 1
        elif character in (LRI, RLI, FSI):
            depth += 1
        kept.append(character)
    return f"{_OPENERS[direction]}{''.join(kept)}{PDI * (depth + 1)}"


def fitting(direction: Direction, text: str) -> Direction:
    """Return the direction that a text is shown in: the other one, where no strong character of it has this one."""
    found = {_STRONG.get(unicodedata.bidirectional(character)) for character in text} - {None}
    return next(iter(found)) or direction if len(found) == 1 else direction


_STRONG = {"L": Direction.LTR, "R": Direction.RTL, "AL": Direction.RTL}


def width(text: str) -> int:
    """Return how many columns a text takes: marks and joiners none, wide East Asian characters two (UAX #11)."""
    return sum(map(_columns, text))


@cache
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrapped(text: str, columns: int) -> Iterator[tuple[int, int]]:
    """Give the lines of a text as offsets: broken at spaces, and inside a word only where it is longer than a line."""
    for paragraph in re.finditer(r"[^\n]+", text):
        start = end = used = 0
        for word in re.finditer(r"[^ ]+", paragraph[0]):
            for first, last in _cut(paragraph[0], *word.span(), columns):
                more = width(paragraph[0][end:last])
                if end and used + more <= columns:
                    end, used = last, used + more
                    continue
                if end:
                    yield paragraph.start() + start, paragraph.start() + end
                start, end, used = first, last, width(paragraph[0][first:last])
        if end:
            yield paragraph.start() + start, paragraph.start() + end


def _cut(text: str, start: int, end: int, columns: int) -> Iterator[tuple[int, int]]:
    """Cut a word into pieces that fit."""
    used = 0
    for at in range(start, end):
        used += (step := _columns(text[at]))
        if used > columns:
            yield start, at
            start, used = at, step
    yield start, end


def colours_wanted() -> bool:
    """Whether standard output is a terminal that takes colours (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
