"""The forms of a date, over the letters of its tokens.

A rule is a regular expression in which each letter stands for one whole token (`tokens`, `words`): digits for numbers
of so many digits, ``M`` a month, ``W`` a weekday, ``C`` a clock time… ``(<role>M)`` gives a token its role. No rule holds a repetition
without bound, so that matching at one place takes bounded time whatever the text, and a token that no rule
takes is never skipped: what is not understood is refused.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import count

# Kinds, where a word may be of two (`lexicon`): "a" is a preposition or an hour, "l" a label or a unit, "w" a month or a
# weekday, "v" a weekday or a week, "f" a month or "the first", "t" an hour beside a clock or in a span of time, "p" a half of
# the day or a unit.
_AT = "(?:[AJa]-?)"
_UNIT = "[utkVYlapv]"
_LABEL_WORD = "[Ll]"
_HALF_WORD = "[Pp]"
_COUNT = "(<count>[123Q])"
_SEP = "[,|/-]{0,2}"
_WEEKDAY = "(<weekday>[Wwv])"
_SINCE = "(<adjective>X)"

# Parts of a day. The day may follow "the", the month "of", the year «من عام»; after it may stand «م», «г.». Before it "this" or
# "last" says no more than the rest («el pasado 10 de noviembre de 2021»), and so does the part of the day.
_HEAD = (
    rf"(?:(<today>T)[,-]?)?(?:(<half>{_HALF_WORD}){_AT}?)?{_AT}?B?{_LABEL_WORD}?"
    rf"(?:{_WEEKDAY}[,./|-]?{_AT}?[BK]?:?{_AT}?{_LABEL_WORD}?)?[BK]?:?{_AT}?"
)
_DAY = r"(?:B-?)?(?:(<day>[12])(?:-?o|\.o?)?|(<day>[df])|(<day>D)(?=O))"
_MONTH_WORD = "[Mwfhs]"
_MONTH = rf"[OA]?-?{_LABEL_WORD}?(<month>{_MONTH_WORD})(?:[/,-]?(<twin>M)|\((<twin>M)\))?l?"
_MARK = r"(?:[YV]?\(?(<mark>[EmHS])\)?|[YV])"
_YEAR = rf"(?:-?o)?[OA]?V?(<year>4)(?:-?o)?{_MARK}?"
_SHORT = r"'?(<short>2)(?!\.2)Y?"  # «28. März, 14.08 Uhr» names no year
# A weekday between two dates belongs to the second.
_TAIL = (
    rf"(?:[,-]?{_WEEKDAY}l?(?!,?[AJaKBLl]{{0,2}}(?:[12](?![.Ppmct]|$)|[dDM]))|\({_LABEL_WORD}?{_WEEKDAY}\))?"
)
_MARKS = (("/", "/"), ("-", "-"), (r"\.", r"\."))
_NUMERIC = "|".join(
    f"(<first>[12]){once}(<second>[12]){again}(<year>4){_MARK}?"
    f"|(<year>4){once}(<number>[12]){again}(<day>[12]){_MARK}?"
    for once, again in _MARKS
)
_NUMERIC_SHORT = "|".join(
    f"(<first>[12]){once}(<second>[12]){again}(<short>2)Y?" for once, again in _MARKS
)
# An abbreviated month has taken the dot after it (`tokens`).
_PARTED = "|".join(
    f"(<day>[12]){mark}(<month>[MwfhsR]){mark}{optional}(<year>4){_MARK}?"
    for mark, optional in (("/", ""), ("-", ""), (r"\.", "?"), ("/", "?"))
)
_ROMAN = rf"(<day>[12])[./-]?(<month>R)[./-]?(<year>4){_MARK}?"
_YEAR_FIRST = (
    rf"(<year>4)[,./-]?(?:(<month>{_MONTH_WORD})[,./-]?(<day>[12])|(<day>[12])[,./-]?(<month>{_MONTH_WORD}))"
)
_NAMED = rf"{_DAY}{_MONTH}[,./-]?{_YEAR}|{_MONTH}\.?B?{_DAY}[,-]?{_YEAR}"
_WHOLE_DAY = rf"(?:{_NAMED}|{_PARTED}|{_ROMAN}|{_NUMERIC}|{_YEAR_FIRST})"
_DATE = (
    rf"(?:{_AT}?B?X(?=[LlWwv12d]))?{_HEAD}{_WHOLE_DAY}{_TAIL}"
    rf"|{_AT}?B?{_LABEL_WORD}?{_WEEKDAY}\({_WHOLE_DAY}\)"
)
_SHORT_DATE = rf"{_HEAD}(?:{_DAY}[-./]?{_MONTH}[-./,]?{_SHORT}|{_MONTH}{_DAY},?{_SHORT}|{_NUMERIC_SHORT}){_TAIL}"

# Times.
_NAMED_ZONE = r"(<zone>N)(?:-?(<offset>F))?"
_COMMENT = r"(?:\((?:N|x{1,4})\))?"  # RFC 5322 §3.2.2; JavaScript spells the zone out
_ZONE = rf"(?:[,/|-]?(?:{_NAMED_ZONE}|(<offset>F)){_COMMENT}|[,-]?\((?:{_NAMED_ZONE}|(<offset>F))\))"
_HALF = rf"{_AT}?(<half>[Ppm])"
_HOURS = "[ct]"
_MINUTES = r"(?:(<minute>2)[kc]?|(<minute>1)k)"
# A time with a dot ("5.47 pm", «в 12.30», "14.05 GMT") needs a word that makes it one; inside a text "at 12.30" does not,
# as it may be a price.
_FACE = r"(?:(<face>e)(<add>z)?|(<hour>2)?(<noon>n))"
_CLOCK_START = rf"(?:{_NAMED_ZONE}:?)?{_AT}{{0,2}}:?"
# The same moment by another clock: "12:30 ET (16:30 GMT)".
_OTHER_CLOCK = r"(?:[,|/(]{0,2}(?:(<other_clock>C)|(<other_military>4))\(?(<other_zone>N)\)?\)?)?"
_SURE_CLOCK = (
    rf"{_CLOCK_START}(?:"
    rf"(<clock>C){_HOURS}?(?:{_HALF})?{_ZONE}?"
    rf"|(<hour>[12])(?:\.(<minute>2))?{_HOURS}?{_HALF}{_ZONE}?"
    rf"|(<hour>[12])(?:-?o)?{_HOURS}{_MINUTES}?(?:{_HALF})?{_ZONE}?"
    rf"|(<hour>[12])&{_MINUTES}(?:{_HALF})?{_ZONE}?"
    rf"|(?<=a)(<hour>[12])(?:[.&]{_MINUTES}|(?!\.))(?:{_HALF})?{_ZONE}?"
    rf"|(<half>{_HALF_WORD}){_AT}?(?:(<clock>C){_HOURS}?|(<hour>[12])(?:{_HOURS}{_MINUTES}?|\.(<minute>2){_HOURS}?|(?![./-]))){_ZONE}?"
    rf"|(<hour>[12])\.(<minute>2){_HOURS}?{_ZONE}"
    rf"|(<hour>[12])\.(<minute>2){_HOURS}"
    rf"|{_FACE}(?:{_HALF})?{_ZONE}?)"
    rf"{_OTHER_CLOCK}"
)
_MILITARY = rf"{_AT}?(<military>4){_ZONE}{_OTHER_CLOCK}"
_CLOCK = rf"(?:{_SURE_CLOCK}|{_CLOCK_START}(<hour>[12])\.(<minute>2)|n?\(?{_SURE_CLOCK}\))"
_AT_TIME = r"[.,|/:-]{0,2}(?:\(?Z\)?)?"

# What depends on today.
_YEARLESS = rf"{_HEAD}(?:{_DAY}{_MONTH}|(?<!J)[OA]?(<month>[Mf])B?{_DAY}){_TAIL}"
_NUMERIC_YEARLESS = r"(?:(<first>[12])\.(<second>[12])\.?|(<first>[12])/(<second>[12]))"
_PERIOD = (
    rf"(?:O|{_AT})?B?(?:{_SINCE}(<period>[utVYlpv])|(<period>[utVYlpv])B?{_SINCE}|(<period>j))"
)
_DAY_OF = (
    rf"{_HEAD}(?:{_DAY}{_MONTH}|{_MONTH}{_DAY})(?:,?{_PERIOD}|O?B?{_SINCE}(?![WwutVYlv]))"
    rf"|{_PERIOD},?{_DAY}{_MONTH}"
    rf"|{_AT}?B?{_SINCE}{_LABEL_WORD}?(?:{_WEEKDAY},?B?)?{_DAY}{_MONTH}"
    rf"|{_AT}?{_DAY}{_LABEL_WORD}?{_PERIOD}"
)
_MONTH_OF = (
    rf"{_AT}?B?{_LABEL_WORD}?(?:{_MONTH}(?:,?{_PERIOD}|O?B?{_SINCE}(?![Wwv]))|{_SINCE}{_LABEL_WORD}?{_MONTH}|{_PERIOD},?{_MONTH})"
    rf"|{_AT}?{_PERIOD}"
)
_WEEKDAY_OF = rf"{_AT}?B?{_LABEL_WORD}?(?:{_WEEKDAY}B?{_SINCE}|{_SINCE}{_WEEKDAY})"
_SPAN = (
    rf"(?:{_COUNT}?O?(<unit>{_UNIT})|(<unit>q)"
    rf"|(?:{_COUNT}?(<unit>{_UNIT})|(<unit>q))[&,]?-?(?:(<count_more>[123Q])(<unit_more>{_UNIT})|(<unit_more>q)))"
)
_AGO = rf"{_AT}?~?(?:(<ago>G){_AT}?~?{_SPAN}~?|{_SPAN}~?(<ago>G)|(<ago>i))"
_NEAR = rf"(?<![1-9Q])(<today>T)"
_TODAY = rf"{_AT}?(?:{_LABEL_WORD}?{_NEAR}(?:[,-]?{_LABEL_WORD}?{_WEEKDAY}|\({_WEEKDAY}\))?|{_WEEKDAY}[,(]?{_NEAR}\)?)"

_LABEL = r"(?:Z[:|/-]?){0,2}"
_LAST_LABEL = r"(?:[,|:-]?\(?Z:?\)?)?"


def _with_clock(date: str, clock: str) -> tuple[str, str]:
    return rf"(?:{date}){_AT_TIME}{clock}", rf"{clock}{_SEP}(?:{date})"


def _absolute(clock: str) -> tuple[str, ...]:
    return (
        rf"(<iso>I){_ZONE}?",
        *_with_clock(_DATE, clock),
        *_with_clock(_DATE, _MILITARY),
        rf"{_DATE}(<day_zone>N)",
        rf"{_HEAD}{_DAY}{_MONTH}{_SEP}{clock}{_SEP}{_YEAR}",
        rf"{clock}{_SEP}(<year>4),?{_HEAD},?{_DAY}{_MONTH}",
        rf"{_WEEKDAY},?(<month>[Mw])(<day>[12])(<clock>C){_ZONE}?(<year>4)",  # C's asctime, and Unix's date with a zone
        rf"{_WEEKDAY},?(<day>[12])-(<month>[Mw])-(<short>2)(<clock>C){_ZONE}",  # RFC 850, still sent as HTTP date
        _DATE,
    )


_MONTH_YEAR = rf"{_AT}?{_LABEL_WORD}?{_MONTH}[,-]?{_YEAR}|(<year>4)[Y,./-]?(<month>[Mwf])|(<number>[12])/(<year>4)"
_RELATIVE_DAY = rf"(?:{_DAY_OF}|{_YEARLESS}|{_WEEKDAY_OF})"


def _relative(clock: str) -> tuple[str, ...]:
    return (
        *_with_clock(_RELATIVE_DAY, clock),
        *_with_clock(_TODAY, _SURE_CLOCK),  # a number with a dot after "today" is rather a day and a month
        _RELATIVE_DAY,
        _TODAY,
        _AGO,
        *_with_clock(_AGO, clock),
        _MONTH_OF,
    )


_BARE_YEAR = rf"{_AT}?B?[OA]?V?(<year>4){_MARK}?"
_BASIC = r"(<basic>8)"
_WEEKDAY_ALONE = rf"{_AT}?{_LABEL_WORD}?{_WEEKDAY}"
_NUMBERS_ALONE = (
    rf"{_AT}?B?{_LABEL_WORD}?(?:{_WEEKDAY}|T),?{_AT}?B?{_NUMERIC_YEARLESS}(?:[,|-]?{_SURE_CLOCK})?",
    rf"{_AT}?{_NUMERIC_YEARLESS}[,|-]?{_SURE_CLOCK}",
    rf"{_SURE_CLOCK}[,|-]?{_NUMERIC_YEARLESS}",
)


def _compiled(*rules: str) -> re.Pattern[str]:
    numbers = count()

    def named(match: re.Match[str]) -> str:
        # A group's name must be its own: the role, and a number that tells the groups of one role apart.
        return f"?P{match[0][:-1]}_{next(numbers)}>"

    return re.compile(re.sub(r"<(?![=!])\w+>", named, "|".join(f"(?:{rule})" for rule in rules)))


_WHOLE = (
    _compiled(
        rf"{_LABEL}(?:{'|'.join((*_absolute(_CLOCK), _MONTH_YEAR))}){_LAST_LABEL}",
        rf"{_LABEL}(?:{'|'.join((*_with_clock(_SHORT_DATE, _CLOCK), _SHORT_DATE))})",
        _BARE_YEAR,
        _BASIC,
    ),
    _compiled(
        rf"{_LABEL}(?:{'|'.join((*_relative(_CLOCK), *_NUMBERS_ALONE, *_with_clock(_WEEKDAY_ALONE, _SURE_CLOCK), _WEEKDAY_ALONE))}){_LAST_LABEL}"
    ),
)
# Two digits each: "02.12.20" is a date where "2.12.20" may be a number of a chapter.
_SHORT_INSIDE = rf"{_HEAD}(?:(<first>2)\.(<second>2)\.(<short>2)Y?|(<first>[12])/(<second>[12])/(<short>2))"
_INSIDE = _compiled(
    *_absolute(_SURE_CLOCK),
    rf"{_AT}?{_LABEL_WORD}?{_MONTH},?{_YEAR}",
    _SHORT_INSIDE,
    *_relative(_SURE_CLOCK),
    rf"{_AT}?(?:V(<year>4)|(<year>4)(?:-?o)?[YE])",
)
_ANYWHERE = re.compile(rf"(?=[AJaBLlWwvMfhsCITGXVYuUdDneKNPpQqtkji~1-4])(?:{_INSIDE.pattern})")

Plan = dict[str, int]
"""Roles to the numbers of their tokens."""


def _roles(match: re.Match[str]) -> Plan | None:
    found = [
        (name.rpartition("_")[0], match.start(name)) for name, piece in match.groupdict().items() if piece
    ]
    roles = dict(found)
    return roles if len(roles) == len(found) else None


@lru_cache(maxsize=1024)
def plan(letters: str) -> Plan | None:
    """Find the rule that a whole text follows; None where it follows none, or would have two of one thing."""
    for rules in _WHOLE:
        match = rules.fullmatch(letters)
        if match:
            return _roles(match)
    return None


def find(letters: str, start: int) -> tuple[int, int] | None:
    """Find the next tokens, from `start` on, that follow a rule."""
    match = _ANYWHERE.search(letters, start)
    return match.span() if match else None
