"""Lines at the head of a wire text that say something about it: embargoes, bylines, notes to editors.

Where a standard has no field for them, agencies write such lines for people, in their own words: what is found here is
found by rules, and the line itself is kept as a note wherever the rule takes only a part of it.
"""

from __future__ import annotations

import re
from datetime import date

from newsmodel.dates import find_dates
from newsmodel.dates.when import When, format_iso, parse_iso

_STRONG = {
    "en": r"embargoed|hold for release|for release (?:at|on|after)|for release(?= \d)|not for (?:release|use) (?:before|until)|embargo content\.? timestamp|embargo (?:until|till)",
    "de": r"sperrfrist|sperrvermerk|gesperrt bis|frei für",
    "fr": r"sous embargo",
    "es": r"embargado|bajo embargo",
    "ru": r"под эмбарго|не публиковать до",
    "ar": r"محظور النشر|حظر النشر",
}
"""Words that say it by themselves."""
_WEAK = {"en": "embargo", "ru": "эмбарго"}
"""Words that a headline may begin with as well: they need a time after them, or nothing."""


def _at_start(words: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {
        language: re.compile(rf"(?<![^\W\d_])[^\w]{{0,6}}(?:{each})(?![^\W\d_])[^\w]{{0,6}}", re.IGNORECASE)
        for language, each in words.items()
    }


_STRONG_LINES, _WEAK_LINES = _at_start(_STRONG), _at_start(_WEAK)
_LONGEST = 200
_BYLINE = re.compile(
    r"(?:by|BY|By|Von|VON|Par|PAR|Por|POR|Di|Door|Av|Af)[ \u00a0]+[^\W\d_a-zà-ÿ]|(?:Автор|بقلم)[:ы]*[ \u00a0]+\w"
)
_UPPER = re.compile(r"[^a-zà-ÿа-яё]*[A-ZÀ-ÞА-ЯЁ][^a-zà-ÿа-яё]*")
_PRIVATE = re.compile(
    r"(?:not (?:intended )?for publication|nicht (?:zur|für die) Veröffentlichung|не для (?:публикации|печати)|"
    r"pas destinée?s? à (?:la )?publication|no (?:es|son) para publica\w+|ليست للنشر)",
    re.IGNORECASE,
)

NOT_FOR_PUBLICATION = "The following information is not intended for publication"
"""What is written before notes to editors that follow the text (dpa's words)."""


def embargo_in(line: str, reference: When | None = None) -> str | None:
    """Return until when a line forbids to publish, as ISO 8601: "" where no end can be told, None where it is no such line.

    What depends on the day of writing is read from ``reference``. In brackets, the words may stand anywhere.
    """
    if len(line) > _LONGEST:
        return None
    bracketed = line.startswith("(")
    for lines, certain in ((_STRONG_LINES, True), (_WEAK_LINES, False)):
        for language, pattern in lines.items():
            if match := pattern.search(line) if bracketed and certain else pattern.match(line):
                rest = line[match.end() :].strip(" \t.:=()*!-")
                until = _time_in(rest, language, reference)
                return until if until or certain or not rest else None
    return None


def opening_embargo(text: str, reference: When | None = None) -> tuple[str | None, str]:
    """Return what the first line of a text forbids, as `embargo_in` does, and the text: without that line, if that was all it said."""
    first, _, rest = text.lstrip("\n").partition("\n")
    until = embargo_in(first.strip(), reference)
    plain = until is not None and is_plain_embargo(first.strip(), until)
    return until, rest.lstrip("\n") if plain else text


def is_plain_embargo(line: str, until: str) -> bool:
    """Whether a line says nothing but what was taken from it."""
    return line in (f"EMBARGO: {until}", "EMBARGO")


def embargo_line(until: str) -> str:
    """Return the line that says an embargo."""
    return f"EMBARGO: {until}" if until else "EMBARGO"


def _time_in(rest: str, language: str, reference: When | None) -> str:
    try:
        return format_iso(parse_iso(rest))
    except ValueError:
        pass
    day = reference if isinstance(reference, date) else None
    found = list(find_dates(rest, language, day))
    if len(found) != 1:
        return ""
    start, end = found[0].span
    untold = any(
        map(str.isdigit, rest[:start] + rest[end:])
    )  # a time in a form of its own: too early would be worse than no end
    return "" if untold else format_iso(found[0].value)


def is_byline(line: str) -> bool:
    """Whether a line at the head names the writer."""
    return len(line) <= _LONGEST and _BYLINE.match(line) is not None and line[-1:] not in ".!?"


def as_byline(text: str) -> str:
    """Return a byline as it is printed: with the word for "by" before the name."""
    return text if is_byline(text) else f"By {text}"


def is_note(line: str) -> bool:
    """Whether a line at the head is for editors: in brackets, or a few words in capitals."""
    if line.startswith("(") and line.endswith(")"):
        return True
    return len(line.split()) <= 4 and len(line) <= 40 and _UPPER.fullmatch(line) is not None


def is_private(line: str) -> bool:
    """Whether a line says that what follows is not for publication."""
    return len(line) <= _LONGEST and _PRIVATE.search(line) is not None
