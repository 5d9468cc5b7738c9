"""Finding the rule that a text follows, and which token has which role in it.

A token that no rule takes is never skipped: what is not understood is refused. As no rule holds a repetition without bound (`rules`),
matching at one place takes bounded time whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import count
from typing import Final

from newsmodel.dates.rules import (
    ALONE,
    AT,
    BARE_CLOCK,
    INSIDE,
    MILITARY,
    OTHER_DATES,
    SEP,
    SURE_CLOCK,
    TODAY,
    WHOLE_DATES,
    YEARLESS_DATES,
)


def _any(rules: tuple[str, ...]) -> str:
    return "|".join(f"(?:{rule})" for rule in rules)


def _compiled(*rules: str) -> re.Pattern[str]:
    """Compile rules with their roles."""
    numbers = count()

    def named(match: re.Match[str]) -> str:
        # A group's name must be its own: the role, and a number that tells the groups of one role apart.
        return f"?P{match[0][:-1]}_{next(numbers)}>"

    return re.compile(re.sub(r"<(?![=!])\w+>", named, _any(rules)))


def _without_roles(rule: str) -> re.Pattern[str]:
    """Compile a rule to find where it holds; the roles would cost more than the match."""
    return re.compile(re.sub(r"\(<(?![=!])\w+>", "(?:", rule))


@cache
def _date_alone() -> re.Pattern[str]:
    return _compiled(*ALONE)


@cache
def _beside() -> dict[str, re.Pattern[str]]:
    """Kind of clock to the dates that it may stand beside."""
    return {
        "bare": _compiled(*WHOLE_DATES, *YEARLESS_DATES),
        "military": _compiled(*WHOLE_DATES),
        "sure": _compiled(*WHOLE_DATES, *YEARLESS_DATES, *OTHER_DATES),
    }


@cache
def _clocks() -> dict[str, re.Pattern[str]]:
    return {
        "sure": _compiled(rf"{SURE_CLOCK}|n?\({SURE_CLOCK}\)|{SURE_CLOCK}\)"),
        "bare": _compiled(BARE_CLOCK),
        "military": _compiled(MILITARY),
    }


@cache
def _dated_by_preposition() -> re.Pattern[str]:
    return _compiled(rf"{TODAY},?{AT}(?:(<hour>[12])\.(<minute>2)|(<bare>[12]))")


_LABELS = re.compile(r"(?:Z[:|/-]?){0,2}")
_LAST_LABEL = re.compile(r"[,|:-]?\(?Z:?\)?\Z")
_AFTER_DATE = re.compile(r"[.,|/:-]{0,2}(?:\(?Z\)?)?")  # before a time of day
_AFTER_CLOCK = re.compile(r"[,|/-]{0,2}")


@cache
def _find_date() -> re.Pattern[str]:
    return _without_roles(_any(INSIDE))


@cache
def _find_clock_after() -> re.Pattern[str]:
    # A dot ends the sentence that the date stands in.
    return _without_roles(rf"[,|/:-]{{0,2}}(?:\(?Z\)?)?(?:{SURE_CLOCK}|{AT}?(<military>4)N)")


@cache
def _find_clock_before() -> re.Pattern[str]:
    # A bare time right before a date may be a score: one needs a word that makes it a time, or the beginning of the line.
    marked = rf"(?=[^,]*[AaJPpmctNFen])(?:{SURE_CLOCK})"
    return _without_roles(rf"(?:{marked}|^(?:{SURE_CLOCK})){SEP}\Z")


# Letters that no rule takes part texts into pieces, of which most are as short as they are common.
_WINDOW: Final = 512
_PIECE = re.compile(f"[^x?]{{1,{_WINDOW}}}")
_DATED = re.compile("[1-9CIdDfTG0ijX]")
"""What every date holds: a number, or a word that says when."""

LONGEST: Final = 64
"""Tokens of the longest dates, in two calendars and with a label, and some more."""
Plan = dict[str, int]
"""Roles to the numbers of their tokens."""


def _roles(*matches: re.Match[str]) -> Plan | None:
    """The places of the roles; None where two tokens have one."""
    found = [
        (_role_of(match.re)[number], span[0])
        for match in matches
        for number, span in enumerate(match.regs)
        if number and span[0] >= 0
    ]
    roles = dict(found)
    return roles if len(roles) == len(found) else None


@cache
def _role_of(pattern: re.Pattern[str]) -> list[str]:
    """The roles of a pattern's groups, by their numbers."""
    return ["", *(name.rpartition("_")[0] for name in pattern.groupindex)]


@lru_cache(maxsize=2048)
def plan(letters: str) -> Plan | None:
    """Find the rule that a whole text follows; None where it follows none, or would have two of one thing."""
    if len(letters) > LONGEST:
        return None
    labels = _LABELS.match(letters)
    start = labels.end() if labels else 0
    last = _LAST_LABEL.search(letters, start)
    end = last.start() if last else len(letters)
    match = _date_alone().fullmatch(letters, start, end) or _dated_by_preposition().fullmatch(
        letters, start, end
    )
    if match:
        return _roles(match)
    if not _CLOCK_LETTERS.search(letters, start, end):
        return None
    return next(_with_clock(letters, start, end), None)


_CLOCK_LETTERS = re.compile("[CcteniPpm124]")


def _with_clock(letters: str, start: int, end: int) -> Iterator[Plan]:
    """The roles of a date and a time of day, in either order; the longest time first."""
    for place in range(start + 1, end):
        for kind, clock in _clocks().items():
            timed = clock.fullmatch(letters, place, end)
            if timed is None:
                continue
            for date_end in range(place, max(start, place - 5), -1):
                if _AFTER_DATE.fullmatch(letters, date_end, place):
                    dated = _beside()[kind].fullmatch(letters, start, date_end)
                    roles = _roles(dated, timed) if dated else None
                    if roles is not None:
                        yield roles
    for place in range(end - 1, start, -1):
        for kind, clock in _clocks().items():
            timed = clock.fullmatch(letters, start, place)
            if timed is None:
                continue
            for date_start in range(place, min(end, place + 3)):
                if _AFTER_CLOCK.fullmatch(letters, place, date_start):
                    dated = _beside()[kind].fullmatch(letters, date_start, end)
                    roles = _roles(dated, timed) if dated else None
                    if roles is not None:
                        yield roles


@lru_cache(maxsize=4096)
def _first(piece: str, start: int) -> tuple[int, int] | None:
    match = _find_date().search(piece, start)
    if match is None:
        return None
    begin, end = match.span()
    after = _find_clock_after().match(piece, end)
    if after:
        return begin, after.end()
    # A half of the day may be the end of a time before the date, as well as the date's beginning.
    for stop in (begin + 1, begin) if piece[begin] in "Pp" else (begin,):
        before = _find_clock_before().search(piece, start, stop)
        if before:
            return before.start(), end
    return begin, end


def find(letters: str, start: int) -> tuple[int, int] | None:
    """Find the next tokens, from `start` on, that follow a rule."""
    while piece := _PIECE.search(letters, start):
        begin, end = piece.span()
        found = _in_piece(letters, begin, end) if _DATED.search(letters, begin, end) else None
        if found is not None:
            return found
        start = end if end - begin < _WINDOW else end - LONGEST
    return None


def _in_piece(letters: str, start: int, end: int) -> tuple[int, int] | None:
    """Look through a piece window by window, so that a piece without end costs what its length does."""
    while start < end:
        before = max(start - 1, 0)  # a rule may look back at one token
        window = letters[before : min(start + LONGEST, end)]
        found = _first(window, start - before)
        if found is None:
            start += LONGEST // 2 if start + LONGEST < end else LONGEST
        elif start + LONGEST < end and found[1] > len(window) - LONGEST // 3 and found[0] > start - before:
            start = found[0] + before  # it may go on where the window ends
        else:
            return found[0] + before, found[1] + before
    return None
