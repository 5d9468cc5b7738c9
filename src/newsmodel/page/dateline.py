"""Place and agency before a text: «صيدا - وكالات» on a line of its own, "DHAKA, Sept 12 (Coastwire) -" in the first paragraph.

Strategy. On its own line: a few words around a dash, a place before a colon and a name in marks, or a place and a day, and no sentence. In a paragraph: a few words and an agency in brackets before a dash,
or a place in capitals and a day before a dash and an agency with a full stop.
"""

from __future__ import annotations

import re

from newsmodel.page.marks import Span

_IN_BRACKETS = re.compile(r"[^\n!?:;()«»\"“”]{2,60}\([^()\n]{2,50}\)(?=[ \u00a0]?[-–—])")
_IN_CAPITALS = re.compile(
    r"[A-ZА-ЯЁ][A-ZА-ЯЁ .'-]{1,40}(?:, \d{1,2} [^\W\d_]{3,10}\.?| [^\W\d_]{3,10}\.? \d{1,2})?[ \u00a0][-–—]{1,2}[ \u00a0](?:[^\W\d_][\w-]*[ \u00a0]?){1,4}\."
)
_DASHES = ("-", "–", "—")
_WORDS = 8
_REPORTER = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?: (?:«[^«»]{3,40}»|\"[^\"]{3,40}\")")
_DATED = re.compile(
    r"[^\W\d_]{2,}[ ,][^!?:]{0,60}\d{1,2} [^\W\d_]{3,12}(?: [^\W\d_]{3,12})? (?:1[345]|19|20)\d{2}\b"
)
_DATED_WORDS = 16


def is_dateline(line: str) -> bool:
    """Whether a line under the headline names a place, an agency or a reporter around a dash."""
    words = line.split()
    if _REPORTER.fullmatch(line) or (
        len(words) <= _DATED_WORDS and line[-1] not in ".!?؟…" and _DATED.match(line)
    ):
        return True
    return (
        3 <= len(words) <= _WORDS and any(word in _DASHES for word in words[1:-1]) and line[-1] not in ".!?؟…"
    )


def inline_dateline(text: str, paragraph: Span) -> Span | None:
    """The place, day and agency that open a paragraph."""
    start, end = paragraph
    match = _IN_BRACKETS.match(text, start, end) or _IN_CAPITALS.match(text, start, end)
    return match.span() if match else None
