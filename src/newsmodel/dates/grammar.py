"""The forms of a date, over the letters of its tokens.

A rule is a regular expression in which each letter stands for one whole token (`tokens`, `words`): digits for numbers
of so many digits, ``M`` a month, ``W`` a weekday, ``C`` a clock time… ``(<role>M)`` gives a token its role. No rule holds a repetition
without bound, so that matching at one place takes bounded time whatever the text, and a token that no rule
takes is never skipped: what is not understood is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import count
from typing import Final

# Kinds, where a word may be of two (`lexicon`): "a" is a preposition or an hour, "l" a label or a unit, "w" a month or a
# weekday, "v" a weekday or a week, "f" a month or "the first", "t" an hour beside a clock or in a span of time, "p" a half of
# the day or a unit, "g" a preposition or "of".
_AT = "(?:[AJag]-?)"
_UNIT = "[utkVYlapv]"
_LABEL_WORD = "[Ll]"
_HALF_WORD = "[Pp]"
_COUNT = "(<count>[1-4Q])"
_SEP = "[,|/-]{0,2}"
_WEEKDAY = "(<weekday>[Wwv])"
_SINCE = "(<adjective>X)"

# Parts of a day. The day may follow "the", the month "of", the year «من عام»; after it may stand «م», «г.». Before it "this" or
# "last" says no more than the rest («el pasado 10 de noviembre de 2021»), and so does the part of the day.
_HEAD = (
    rf"(?:(<today>T)[,-]?)?(?:K:?)?(?:(<part>{_HALF_WORD}){_AT}?)?{_AT}?B?{_LABEL_WORD}?"
    rf"(?:{_WEEKDAY}[,./|-]?{_AT}?[BK]?:?{_AT}?{_LABEL_WORD}?)?[BK]?:?{_AT}?"
)
_DAY = r"(?:B-?)?(?:(<day>[12])(?:-?o,?|\.o?)?|(<day>[df])|(<day>D)(?=O))"
_MONTH_WORD = "[Mwfhsr]"
_SURE_MONTH = "[Mwhs]"  # without a day; "r" is a month beside a day and another word elsewhere
_DAY_AFTER = r"(?:B-?)?(?:(<day>[12])(?:-?o,?)?|(<day>[df])|(<day>D)(?=O))"  # after the month
_MONTH = rf"(?:[Ll](?=O))?[OAg]?-?{_LABEL_WORD}?(?:\((<twin>M)\))?(<month>{_MONTH_WORD})(?:[/,|-]?(<twin>M)|\((<twin>M)\))?l?"
_MONTH_ALONE = _MONTH.replace(_MONTH_WORD, _SURE_MONTH)
_MARK = r"(?:[YV]?\(?(<mark>[EmHS])\)?|[YV])"
_YEAR = rf"(?:-?o)?(?:[Og]|[OAg]?V)?(<year>4)(?:-?o)?{_MARK}?"  # "at 2000 GMT" names no year
_SHORT = r"'?(<short>2)(?!\.2)Y?"  # «28. März, 14.08 Uhr» names no year
# A weekday between two dates belongs to the second.
_TAIL = (
    rf"(?:[,-]?{_WEEKDAY}l?(?!,?[AJagKBLl]{{0,2}}(?:[12](?![.Ppmct]|$)|[dDM]))|\({_LABEL_WORD}?{_WEEKDAY}\))?"
)
_MARKS = (("/", "/"), ("-", "-"), (r"\.", r"\."), (r"\|", r"\|"))
_NUMERIC = "|".join(
    f"(<first>[12]){once}(<second>[12]){again}(<year>4){_MARK}?"
    f"|(<year>4){once}(<number>[12]){again}(<day>[12]){_MARK}?"
    for once, again in _MARKS
)
_NUMERIC_SHORT = "|".join(f"(<first>[12]){once}(<second>[12]){again}(<short>2)Y?" for once, again in _MARKS)
# An abbreviated month has taken the dot after it (`tokens`).
_PARTED = "|".join(
    f"(<day>[12]){mark}(<month>[MwfhsR]){mark}{optional}(<year>4){_MARK}?"
    for mark, optional in (("/", ""), ("-", ""), (r"\.", "?"), ("/", "?"))
)
_ROMAN = rf"(<day>[12])[./-]?(<month>R)[./-]?(<year>4){_MARK}?"
_YEAR_FIRST = (
    rf"(<year>4)@(?:(<month>{_MONTH_WORD})[/-]?(<day>[12])|(<day>[12])[/-]?(<month>{_MONTH_WORD}))"
    rf"|(?:V(<year>4)|(<year>4)[YV]),?{_AT}?(?:{_DAY}{_MONTH}|{_MONTH}{_DAY_AFTER})"  # «В 1941 году 22 июня»
    rf"|J(<year>4),{_AT}(?:{_DAY}{_MONTH}|{_MONTH}{_DAY_AFTER})"  # "In 1941, on June 22"
    rf"|(<month>M)-(<day>[12])-(<year>4)"
)


def _whole_day(joint: str, dot: str, after_year: str) -> str:
    """A day with its year; what may stand before the year and after it, and whether a dot may after a month's whole name.

    In a running text a dot is the end of a sentence.
    """
    named = rf"{_DAY}{_MONTH}{joint}{_YEAR}|{_MONTH}{dot}{_DAY_AFTER}[,-]?{_YEAR}"
    year_first = _YEAR_FIRST.replace("@", after_year)
    day = rf"(?:{named}|{_PARTED}|{_ROMAN}|{_NUMERIC}|{year_first})"
    return (
        rf"(?:{_AT}?B?X(?=[LlWwvM12d]))?{_HEAD}{day}{_TAIL}"
        rf"|{_AT}?B?{_LABEL_WORD}?{_WEEKDAY}\({day}\)"
    )


_DATE = _whole_day("[,./-]?", r"\.?", "[,./-]?")
_DATE_INSIDE = _whole_day("[,-]?", "", "[/-]?")
_SHORT_DATE = (
    rf"{_HEAD}(?:{_DAY}[-./]?{_MONTH}[-./,]?{_SHORT}|{_MONTH}{_DAY_AFTER},?{_SHORT}|{_NUMERIC_SHORT}){_TAIL}"
)

# Times.
_NAMED_ZONE = r"(<zone>N)(?:-?(<offset>F))?"
_COMMENT = r"(?:\((?=[NxF])[^()]{1,8}\))?"  # RFC 5322 §3.2.2; JavaScript spells the zone out
_ZONE = rf"(?:[,/|-]?(?:{_NAMED_ZONE}|(<offset>F)){_COMMENT}|[,-]?\((?:{_NAMED_ZONE}|(<offset>F))\))"
_HALF = rf"(?:{_AT}|O)?(<half>[Ppm])"
_HOURS = "[ct]"
_MINUTES = r"(?:(<minute>2)[kc]?|(<minute>1)k)"
# A time with a dot ("5.47 pm", «в 12.30», "14.05 GMT") needs a word that makes it one; inside a text "at 12.30" does not,
# as it may be a price.
_FACE = r"(?:(<face>e)(<add>z)?|(<hour>2)?(<noon>n)|(<face>Q)[ct](?=[AaJ]?[Pp])|(<face>t)(?=[Pp]))"
_CLOCK_START = rf"(?:{_NAMED_ZONE}:?)?{_AT}{{0,2}}:?"
# The same moment by another clock: "12:30 ET (16:30 GMT)".
_OTHER_CLOCK = r"(?:[,|/(]{0,2}(?:(<other_clock>C)|(<other_military>4))\(?(<other_zone>N)\)?\)?)?"
_SURE_CLOCK = (
    rf"{_CLOCK_START}(?:"
    rf"(<clock>C){_HOURS}?(?:{_HALF})?{_ZONE}?"
    rf"|(<hour>[12])(?:\.(<minute>2))?{_HOURS}?{_HALF}{_ZONE}?"
    rf"|(<hour>[12])(?:-?o)?{_HOURS}{_MINUTES}?(?:{_HALF})?{_ZONE}?"
    rf"|(<hour>[12])&{_MINUTES}(?:{_HALF})?{_ZONE}?"
    rf"|(?<=a)(?:(<hour>[12])[.&]{_MINUTES}|(<bare>[12])(?!\.))(?:{_HALF})?{_ZONE}?"
    rf"|(<half>{_HALF_WORD}){_AT}?(?:(<clock>C){_HOURS}?|(<hour>[12])(?:{_HOURS}{_MINUTES}?|\.(<minute>2){_HOURS}?|(?![./-]))){_ZONE}?"
    rf"|(<hour>[12])[.,](<minute>2){_HOURS}?{_ZONE}"
    rf"|(<hour>[12])\.(<minute>2){_HOURS}"
    rf"|{_FACE}(?:{_HALF})?{_ZONE}?)"
    rf"{_OTHER_CLOCK}"
)
_MILITARY = rf"{_AT}?(<military>4)(?:{_ZONE}|[ct]){_OTHER_CLOCK}"
_BARE_CLOCK = rf"{_CLOCK_START}(<hour>[12])\.(<minute>2)"

# What depends on today.
_YEARLESS = rf"{_HEAD}(?:{_DAY}{_MONTH}|(?<!J)[OA]?(<month>[Mf]){_DAY_AFTER}){_TAIL}"
_NUMERIC_YEARLESS = r"(?:(<first>[12])\.(<second>[12])\.?|(<first>[12])/(<second>[12]))"
_PERIOD = rf"(?:O|{_AT})?B?(?:{_SINCE}(<period>[utVYlpv])|(<period>[utVYlpv])B?{_SINCE}|(<period>j))"
_DAY_OF = (
    rf"{_HEAD}(?:{_DAY}{_MONTH}|{_MONTH}{_DAY_AFTER})(?:,?{_PERIOD}|O?B?{_SINCE}(?![WwutVYlv]))"
    rf"|{_PERIOD},?{_DAY}{_MONTH}"
    rf"|{_AT}?B?{_SINCE}{_LABEL_WORD}?(?:{_WEEKDAY},?B?)?{_DAY}{_MONTH}"
    rf"|{_AT}?{_DAY}{_LABEL_WORD}?{_PERIOD}"
)
_MONTH_OF = (
    rf"{_AT}?B?{_LABEL_WORD}?(?:{_MONTH_ALONE}(?:,?{_PERIOD}|O?B?{_SINCE}(?![Wwv]))|{_SINCE}{_LABEL_WORD}?{_MONTH_ALONE}|{_PERIOD},?{_MONTH_ALONE})"
    rf"|{_AT}?{_PERIOD}"
)
_WEEKDAY_OF = rf"{_AT}?B?{_LABEL_WORD}?(?:{_WEEKDAY}B?{_SINCE}|{_SINCE}{_WEEKDAY})"
_SPAN = (
    rf"(?:{_COUNT}?O?(<unit>{_UNIT})|(<unit>q)"
    rf"|(?:{_COUNT}?(<unit>{_UNIT})|(<unit>q))[&,o]?-?(?:(<count_more>[1-4Q])(<unit_more>{_UNIT})|(<unit_more>q)))"
)
_AGO = rf"{_AT}?~?(?:(<ago>G){_AT}?~?{_SPAN}~?|{_SPAN}~?(<ago>[G0])|(<ago>i))"
_NEAR = r"(?<![1-9Q])(<today>T)"
_TODAY = rf"{_AT}?(?:{_LABEL_WORD}?{_NEAR}(?:[,-]?{_AT}?{_LABEL_WORD}?{_WEEKDAY}|\({_WEEKDAY}\))?|{_WEEKDAY}[,(]?{_NEAR}\)?)"

# Dates that a time of day may stand beside: those that are whole, those without a year, and those whose numbers with a dot
# are no time ("today 12.11.").
_WHOLE_DATES = (_DATE, _SHORT_DATE)
_YEARLESS_DATES = (_DAY_OF, _YEARLESS, _WEEKDAY_OF)
_OTHER_DATES = (
    _TODAY,
    _AGO,
    rf"{_AT}?{_LABEL_WORD}?{_WEEKDAY}",
    rf"{_AT}?(?:B?{_LABEL_WORD}?{_WEEKDAY},?(?:[AJ]-?)?B?)?{_NUMERIC_YEARLESS}",
    rf"(<today>T),?{_NUMERIC_YEARLESS}",
)
_ISO = rf"(<iso>I){_ZONE}?"
_TIMED = (
    rf"{_WEEKDAY},?(<month>[Mw])(<day>[12])(<clock>C){_ZONE}?(<year>4)",  # C's asctime, and Unix's date with a zone
    rf"{_WEEKDAY},?(<day>[12])-(<month>[Mw])-(<short>2)(<clock>C){_ZONE}",  # RFC 850, still sent as HTTP date
)
_MONTH_YEAR = rf"{_AT}?{_LABEL_WORD}?{_MONTH_ALONE}[,./-]?{_YEAR}"
_ALONE = (
    _ISO,
    *_TIMED,
    rf"{_HEAD}{_DAY}{_MONTH}{_SEP}(<clock>C)(?:{_HALF})?{_ZONE}?{_SEP}{_YEAR}",
    rf"(?:{_NAMED_ZONE})?(<clock>C){_ZONE}?{_SEP}(<year>4),?{_HEAD},?{_DAY}{_MONTH}",
    *_WHOLE_DATES,
    rf"(?:{_DATE})(<day_zone>N)",
    _MONTH_YEAR,
    r"(<year>4)[Y,./-]?(<month>[Mwf])|(<number>[12])/(<year>4)",
    *_YEARLESS_DATES,
    _TODAY,
    _AGO,
    _MONTH_OF,
    rf"(<ahead>J){_COUNT}(<unit>{_UNIT})",  # "in 3 hours"; in a running text it counts from what the text tells of
    rf"(?:(<part>{_HALF_WORD}){_AT}?)?{_AT}?{_LABEL_WORD}?{_WEEKDAY}",
    rf"{_AT}?B?{_LABEL_WORD}?{_WEEKDAY},?(?:[AJ]-?)?B?{_NUMERIC_YEARLESS}",
    rf"(<today>T),?{_NUMERIC_YEARLESS}",
    rf"{_AT}?B?[OA]?V?(<year>4)(?:-?o)?{_MARK}?",
    r"(<basic>8)",
)
# In a running text two digits each make a short date: "02.12.20" is one where "2.12.20" may be a number of a chapter.
_INSIDE = (
    _ISO,
    *_TIMED,
    _DATE_INSIDE,
    rf"{_HEAD}{_DAY}{_MONTH}(?:'(<short>2)|(<short>2)Y)",
    rf"{_AT}?{_LABEL_WORD}?{_MONTH_ALONE},?{_YEAR}",
    rf"{_HEAD}(?:(<first>2)\.(<second>2)\.(<short>2)Y?|(<first>[12])/(<second>[12])/(<short>2))",
    *_YEARLESS_DATES,
    _TODAY,
    _AGO,
    _MONTH_OF,
    rf"{_AT}?(?:V(<year>4)|(<year>4)(?:-?o)?[YE])",
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
    return _compiled(*_ALONE)


@cache
def _beside() -> dict[str, re.Pattern[str]]:
    """Kind of clock to the dates that it may stand beside."""
    return {
        "bare": _compiled(*_WHOLE_DATES, *_YEARLESS_DATES),
        "military": _compiled(*_WHOLE_DATES),
        "sure": _compiled(*_WHOLE_DATES, *_YEARLESS_DATES, *_OTHER_DATES),
    }


@cache
def _clocks() -> dict[str, re.Pattern[str]]:
    return {
        "sure": _compiled(rf"{_SURE_CLOCK}|n?\({_SURE_CLOCK}\)|{_SURE_CLOCK}\)"),
        "bare": _compiled(_BARE_CLOCK),
        "military": _compiled(_MILITARY),
    }


@cache
def _dated_by_preposition() -> re.Pattern[str]:
    return _compiled(rf"{_TODAY},?{_AT}(?:(<hour>[12])\.(<minute>2)|(<bare>[12]))")


_LABELS = re.compile(r"(?:Z[:|/-]?){0,2}")
_LAST_LABEL = re.compile(r"[,|:-]?\(?Z:?\)?\Z")
_AFTER_DATE = re.compile(r"[.,|/:-]{0,2}(?:\(?Z\)?)?")  # before a time of day
_AFTER_CLOCK = re.compile(r"[,|/-]{0,2}")


@cache
def _find_date() -> re.Pattern[str]:
    return _without_roles(_any(_INSIDE))


@cache
def _find_clock_after() -> re.Pattern[str]:
    # A dot ends the sentence that the date stands in.
    return _without_roles(rf"[,|/:-]{{0,2}}(?:\(?Z\)?)?(?:{_SURE_CLOCK}|{_AT}?(<military>4)N)")


@cache
def _find_clock_before() -> re.Pattern[str]:
    # A bare time right before a date may be a score: one needs a word that makes it a time, or the beginning of the line.
    marked = rf"(?=[^,]*[AaJPpmctNFen])(?:{_SURE_CLOCK})"
    return _without_roles(rf"(?:{marked}|^(?:{_SURE_CLOCK})){_SEP}\Z")


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
        elif start + LONGEST < end and found[1] == len(window) and found[0] > start - before:
            start = found[0] + before  # it may go on where the window ends
        else:
            return found[0] + before, found[1] + before
    return None
