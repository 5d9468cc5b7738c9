"""Lines that say whose work a page is: publisher, source, photograph, author, translator, editor, contributors.

Strategy. A label is a word or two of the language's list at the start of a line, before a colon, or before a dash; labels that end like a
preposition ("Reporting by", «بقلم», «تصوير») may do without. A line in brackets may hold several, separated by ``;``. The value is the rest of
the line. Labels of English and of the page's language are known on every page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from attrs import frozen

from newsmodel.page.fold import fold
from newsmodel.page.lexicon import LEXICONS, lexicon_for
from newsmodel.page.marks import Span, trimmed

Role = Literal["publisher", "source", "photo_credit", "author", "translator", "editor", "contributor"]

_LONGEST = 300
_LONGEST_LABEL = 45
_COLON = re.compile(r"[^:：\n]{1,45}?\s?[:：]\s*")
_WORD = re.compile(r"\S+")
_PIECE = re.compile(r"[^;؛]+")
_BARE_LABELS = frozenset(
    """by written by|words by|story by|photo by|photograph by|picture by|image by|illustration by|translated by|translation by|edited by|editing by
    |reporting by|additional reporting by|writing by|compiled by|by|بقلم|تصوير|ترجمة|اعداد|تحرير|بعدسة|اعداد وتحرير|كتب|كتبت|تحقيق|حوار""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)
_NAME = re.compile(r"(?:[^\W\d_]\.\s?)?[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_FOR_SERVICE = re.compile(r"\s(?:للنشرة|لوكالة|لـ)")
_ENDS = frozenset(".!?؟…")


@frozen
class Credit:
    """An attribution line: its role, the label and the value in it (spans), and the line."""

    role: Role
    label: Span | None
    value: Span
    line: Span


@cache
def _labels(language: str | None) -> Mapping[str, Role]:
    own = lexicon_for(language)
    return {**LEXICONS["en"].labels, **(own.labels if own else {})}  # type: ignore[dict-item]  # roles by their names


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
    label = trimmed(
        text, (piece[0], match.end() - len(match[0]) + len(match[0].rstrip().rstrip(":：").rstrip()))
    )
    role = _labels(language).get(fold(text[slice(*label)]))
    return Credit(role, label, (match.end(), piece[1]), line) if role else None


def _without_colon(text: str, piece: Span, language: str | None, line: Span) -> Credit | None:
    """ "Reporting by Jane Roe in Rome": a label that cannot stand alone, then a name."""
    if text[piece[1] - 1] in _ENDS:
        return None
    words = [match.span() for match, _ in zip(_WORD.finditer(text, *piece), range(13), strict=False)]
    if not 2 <= len(words) <= 12:
        return None
    for size in (3, 2, 1):
        label = fold(text[words[0][0] : words[min(size, len(words)) - 1][1]])
        role = _labels(language).get(label) if label in _BARE_LABELS else None
        if (
            role
            and size < len(words)
            and not text[words[size][0]].islower()
            and not text[words[size][0]].isdigit()
        ):
            return Credit(
                role, (words[0][0], words[size - 1][1]), _value(text, (words[size][0], piece[1])), line
            )
    return None


def _value(text: str, span: Span) -> Span:
    """The names, without the service that they work for."""
    match = _FOR_SERVICE.search(text, *span)
    return (span[0], match.start()) if match else span


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
