"""Lines that say whose work a page is: publisher, source, photograph, author, translator, editor, contributors.

Strategy. A label is a word or two of the language's list at the start of a line, before a colon, or before a dash; labels that end like a
preposition ("Reporting by", «بقلم», «تصوير») may do without. A line in brackets may hold several, separated by ``;``. The value is the rest of
the line. Labels of English and of the page's language are known on every page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import Literal

from attrs import frozen

from newsmodel.page.fold import fold
from newsmodel.page.lexicon import LEXICONS, Lexicon, lexicon_for
from newsmodel.page.marks import Span, trimmed

Role = Literal["publisher", "source", "photo_credit", "author", "translator", "editor", "contributor"]

_LONGEST = 300
_MOST_WORDS = 12  # of a line that begins with a label without a colon
_COLON = re.compile(r"([^:：\n]{1,45})[:：]\s*")
_WORD = re.compile(r"\S+")
_PIECE = re.compile(r"[^;؛]+")
_NAME = re.compile(r"(?:[^\W\d_]\.\s?)?[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDS = frozenset(".!?؟…")


@frozen
class Credit:
    """An attribution line: its role, the label and the value in it (spans), and the line."""

    role: Role
    label: Span | None
    value: Span
    line: Span


@cache
def _known(own: Lexicon | None) -> tuple[Mapping[str, Role], frozenset[str]]:
    """The labels of a page, and those among them that may do without a colon."""
    english = LEXICONS["en"]
    labels = {**english.labels, **(own.labels if own else {})}
    return labels, english.bare_labels | (own.bare_labels if own else frozenset())  # type: ignore[return-value]  # roles by their names


def credits_in(text: str, piece: Span, language: str | None, *, line: Span) -> list[Credit]:
    """Read the attributions of a line or a piece of one; none where it does not begin with a label."""
    if piece[1] - piece[0] > _LONGEST:
        return []
    if text[piece[0]] in "([" and text[piece[1] - 1] in ")]":
        inside = (piece[0] + 1, piece[1] - 1)
        found = [
            _credit(text, trimmed(text, one.span()), language, line) for one in _PIECE.finditer(text, *inside)
        ]
        return [credit for credit in found if credit is not None]
    credit = _credit(text, piece, language, line)
    return [credit] if credit else []


def _credit(text: str, piece: Span, language: str | None, line: Span) -> Credit | None:
    return _with_colon(text, piece, language, line) or _without_colon(text, piece, language, line)


def _with_colon(text: str, piece: Span, language: str | None, line: Span) -> Credit | None:
    match = _COLON.match(text, *piece)
    if not match or match.end() >= piece[1]:
        return None
    labels, _ = _known(lexicon_for(language))
    role = labels.get(fold(match[1].strip()))
    return Credit(role, trimmed(text, match.span(1)), (match.end(), piece[1]), line) if role else None


def _without_colon(text: str, piece: Span, language: str | None, line: Span) -> Credit | None:
    """Read a label that cannot stand alone, and a name: "Reporting by Jane Roe in Rome"."""
    words = [match.span() for match in islice(_WORD.finditer(text, *piece), _MOST_WORDS + 1)]
    if text[piece[1] - 1] in _ENDS or not 2 <= len(words) <= _MOST_WORDS:
        return None
    labels, bare = _known(lexicon_for(language))
    for size in range(min(3, len(words) - 1), 0, -1):
        label = fold(text[words[0][0] : words[size - 1][1]])
        first = text[words[size][0]]
        if label in bare and label in labels and not first.islower() and not first.isdigit():
            value = _value(text, (words[size][0], piece[1]), language)
            return Credit(labels[label], (words[0][0], words[size - 1][1]), value, line)
    return None


def _value(text: str, span: Span, language: str | None) -> Span:
    """The names, without the service that they work for."""
    lexicon = lexicon_for(language)
    service = lexicon.service if lexicon else frozenset()
    words = [match.span() for match in _WORD.finditer(text, *span)]
    end = next(
        (words[at - 1][1] for at in range(1, len(words)) if fold(text[slice(*words[at])]) in service), span[1]
    )
    return span[0], end


def unlabelled_byline(text: str, span: Span, language: str | None, *, following: str) -> list[Credit]:
    """A line of two or three capitalised words under the headline, or before a place: its author."""
    lexicon = lexicon_for(language)
    line = text[slice(*span)]
    words = line.split()
    if lexicon is None or not lexicon.cased or not 2 <= len(words) <= 3 or not following:
        return []
    if not all(_NAME.fullmatch(word) and word[0].isupper() for word in words):
        return []
    known = fold(words[0]) in lexicon.given and not any(fold(word) in lexicon.organisations for word in words)
    return [Credit("author", None, span, span)] if known else []
