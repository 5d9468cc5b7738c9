"""Speech with the narrator inside: «…, — said X. — …», and paragraphs of dialogue that open with a dash.

Strategy. A dash between spaces cuts a stretch into segments. The narrator speaks where the words before the dash end with a comma
or a sentence's end, and the segment starts small and has a verb of speech (or a gesture) among its first words; after the narrator
it is the speaker's turn again. Any other dash belongs to the speech.
"""

from __future__ import annotations

import re

from newsmodel.page.fold import fold
from newsmodel.page.forms import looks_like_verb
from newsmodel.page.lexicon.base import Lexicon
from newsmodel.page.marks import Span, trimmed

_DASH = re.compile(r"[ \u00a0\u202f][—–-]{1,2}[ \u00a0\u202f]")
_OPENING_DASH = re.compile(r"[—–-]{1,2}[ \u00a0\u202f]+(?=[^\Wa-zа-я_]|[«“„\"…(])")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SPEECH_ENDS = frozenset(",.!?…»”\"'’")
_DIALOGUE_ENDS = frozenset('.!?…:»”"')
_NEAR = 6  # words within which the narrator's verb is to be found


def speech_parts(text: str, inner: Span, lexicon: Lexicon) -> list[Span]:
    """The parts of a stretch that are the speaker's; the gaps between them are the narrator's."""
    cuts = [match.span() for match in _DASH.finditer(text, *inner)] if lexicon.dash_dialogue else []
    parts: list[Span] = []
    start: int | None = inner[0]
    for number, (left, right) in enumerate(cuts):
        end = cuts[number + 1][0] if number + 1 < len(cuts) else inner[1]
        if start is None:
            start = right
        elif left > start and text[left - 1] in _SPEECH_ENDS and _is_narrator(text, (right, end), lexicon):
            parts.append(trimmed(text, (start, left)))
            start = None
    return parts if start is None else [*parts, trimmed(text, (start, inner[1]))]


def _is_narrator(text: str, span: Span, lexicon: Lexicon) -> bool:
    words = []
    for match in _WORD.finditer(text, *span):
        words.append(match[0])
        if len(words) == _NEAR:
            break
    if not words or not words[0][0].islower():
        return False
    if looks_like_verb(fold(words[0])):
        return True
    return any(fold(word) in lexicon.verbs or fold(word) in lexicon.gestures for word in words)


def dialogue(text: str, paragraph: Span, lexicon: Lexicon) -> Span | None:
    """What follows the opening dash of a paragraph that is a turn of a dialogue (and no item of a list)."""
    opening = _OPENING_DASH.match(text, *paragraph) if lexicon.dash_dialogue else None
    if not opening or text[paragraph[1] - 1] not in _DIALOGUE_ENDS:
        return None
    return opening.end(), paragraph[1]
