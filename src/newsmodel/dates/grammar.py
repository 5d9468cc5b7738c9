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

# Parts. The day may follow "the", the year "of", «من», «عام»; after it may stand «م», «г.».
_HEAD = r"A?L?(?:(<weekday>W),?[KA]?L?)?"
_DAY = r"B?(?:(<day>[12])(?:-?o)?|(<day>d)|(<day>D)(?=O))"
_MONTH = r"(<month>M)(?:[/-]?(<twin>M)|\((<twin>M)\))?"
_YEAR = r"O?V?(<year>4)(?:Y|(<era>[Em]))?"
# A weekday between two dates belongs to the second.
_TAIL = r"(?:,?(<weekday>W)(?!,?[KABL]{0,2}(?:[12](?![.Pm])|[dDM]))|\((<weekday>W)\))?"
_MARKS = (("/", "/"), ("-", "-"), (r"(<dot>\.)", r"\."))
_NUMERIC = "|".join(
    f"(<first>[12]){once}(<second>[12]){again}(<year>4)(?:Y|(<era>[Em]))?"
    f"|(<year>4){once}(<number>[12]){again}(<day>[12])"
    for once, again in _MARKS
)
# An abbreviated month has taken the dot after it (`tokens`).
_PARTED = "|".join(
    f"(<day>[12]){mark}(<month>M){mark}{optional}(<year>4)"
    for mark, optional in (("/", ""), ("-", ""), (r"\.", "?"))
)
_DATE = rf"{_HEAD}(?:{_DAY}O?,?{_MONTH},?{_YEAR}|{_MONTH}{_DAY},?{_YEAR}|{_PARTED}|{_NUMERIC}){_TAIL}"

_ZONE = r"(?:(<zone>N)|(<zone>U)(<offset>F)?|(<offset>F)|\((?:(<zone>N)|(<zone>U)(<offset>F)?)\))"
_HALF = r"(<half>[Pm])"
# A time with a dot ("5.47 pm", «в 12.30», "14.05 GMT") needs a word that makes it one; inside a text "at 12.30" does not,
# as it may be a price.
_SURE_CLOCK = rf"A?A?(?:(<clock>C){_HALF}?{_ZONE}?|(<hour>[12])(?:\.(<minute>2))?{_HALF}{_ZONE}?|(<hour>[12])\.(<minute>2){_ZONE})"
_CLOCK = rf"(?:{_SURE_CLOCK}|A(<hour>[12])\.(<minute>2))"


def _rules(clock: str) -> tuple[str, ...]:
    return (
        rf"(<iso>I){_ZONE}?",
        rf"{_DATE},?-?,?{clock}",
        rf"{clock},?-?{_DATE}",
        rf"(<weekday>W),?(<month>M)(<day>[12])(<clock>C){_ZONE}?(<year>4)",  # C's asctime, and Unix's date with a zone
        rf"(<weekday>W),?(<day>[12])-(<month>M)-(<short>2)(<clock>C){_ZONE}",  # RFC 850, still sent as HTTP date
        _DATE,
        rf"A?L?{_MONTH},?{_YEAR}",
    )


_BARE_YEAR = r"A?V?(<year>4)(?:Y|(<era>[Em]))?"
_BASIC = r"(<basic>8)"
_YEARLESS = rf"(?:{_CLOCK}[,-]?)?{_HEAD}(?:{_DAY}O?{_MONTH}|{_MONTH}{_DAY})(?:[,-]?{_CLOCK})?"


def _compiled(*rules: str) -> re.Pattern[str]:
    numbers = count()

    def named(match: re.Match[str]) -> str:
        # A group's name must be its own: the role, and a number that tells the groups of one role apart.
        return f"?P{match[0][:-1]}_{next(numbers)}>"

    return re.compile(re.sub(r"<\w+>", named, "|".join(f"(?:{rule})" for rule in rules)))


_WHOLE = _compiled(*_rules(_CLOCK), _BARE_YEAR, _BASIC)
# Inside a text: not before a Hijri mark, and a year alone is too often something else.
_INSIDE = re.compile(rf"(?=[ABLWMCI124dD])(?:{_compiled(*_rules(_SURE_CLOCK)).pattern})(?!H)")
_NO_YEAR = _compiled(_YEARLESS)

Plan = dict[str, int]
"""Roles to the numbers of their tokens."""


@lru_cache(maxsize=1024)
def plan(letters: str) -> Plan | None:
    """Find the rule that a whole text follows; None where it follows none, or would have two of one thing."""
    match = _WHOLE.fullmatch(letters)
    if not match:
        return None
    found = [
        (name.rpartition("_")[0], match.start(name)) for name, piece in match.groupdict().items() if piece
    ]
    roles = dict(found)
    return roles if len(roles) == len(found) else None


def find(letters: str, start: int) -> tuple[int, int] | None:
    """Find the next tokens, from `start` on, that follow a rule."""
    match = _INSIDE.search(letters, start)
    return match.span() if match else None


def lacks_year(letters: str) -> bool:
    """Whether the text is a date but for its year."""
    return bool(_NO_YEAR.fullmatch(letters))
