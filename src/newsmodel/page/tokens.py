"""The words and signs of a paragraph outside its quotations, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsmodel.page.fold import fold
from newsmodel.page.lexicon.base import Lexicon

_LETTERS = r"\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d"
_TOKEN = re.compile(rf"([{_LETTERS}]+(?:[-‐‑'’][{_LETTERS}]+)*)|([^\w\s])")
_LONGEST = 250  # tokens: what goes on longer is no sentence, and some work grows with the square of this
_TERMINAL = frozenset(".!?؟…")


class Token(NamedTuple):
    """A word (``word`` is its folded form), a sign (``word`` is the sign) or a part of a quotation (``quote`` >= 0)."""

    start: int
    end: int
    word: str
    is_word: bool = False
    capital: bool = False
    upper: bool = False  # nothing but capitals
    quote: int = -1  # the number of the marked stretch in its paragraph
    speech: bool = False  # the stretch is what somebody said; else a name or a phrase in marks
    last: bool = True  # no other part of the same quotation follows
    final: str = ""  # the last sign inside a quotation
    outer: int = 0  # where its closing mark ends


def read_tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and signs of a stretch of text."""
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        a, b = match.span()
        word = match[1]
        if word is None:
            tokens.append(Token(a, b, text[a:b]))
        else:
            tokens.append(
                Token(a, b, fold(word), is_word=True, capital=word[0].isupper(), upper=word.isupper())
            )
    return tokens


def readings(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """A word, and the word without the conjunction written together with it."""
    return (word, word[1:]) if len(word) > 3 and word[0] in lexicon.prefixes else (word,)


def sentences(tokens: Sequence[Token], lexicon: Lexicon) -> list[list[Token]]:
    """Split a paragraph's tokens where a sentence ends; a quotation and its narrator stay together."""
    found: list[list[Token]] = []
    current: list[Token] = []
    for number, token in enumerate(tokens):
        current.append(token)
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        if following and (len(current) >= _LONGEST or _ends(tokens, number, following, lexicon, current)):
            found.append(current)
            current = []
    return [*found, current] if current else found


def _ends(
    tokens: Sequence[Token], number: int, following: Token, lexicon: Lexicon, current: list[Token]
) -> bool:
    token = tokens[number]
    if token.quote >= 0:
        return token.speech and token.last and _quote_ends(tokens, number, following, lexicon)
    if token.word not in _TERMINAL or _inside_quote(current):
        return False
    if following.start == token.end and following.quote < 0:
        return False
    before = tokens[number - 1] if number else token
    if token.word == "." and before.is_word and before.end == token.start and _abbreviated(before, lexicon):
        return False
    return following.capital or following.quote >= 0 or not lexicon.cased or not following.is_word


def _inside_quote(current: list[Token]) -> bool:
    return next((not token.last for token in reversed(current[-60:]) if token.quote >= 0), False)


def _abbreviated(word: Token, lexicon: Lexicon) -> bool:
    return word.word in lexicon.abbreviations or (word.capital and len(word.word) == 1)


def _quote_ends(tokens: Sequence[Token], number: int, following: Token, lexicon: Lexicon) -> bool:
    """After a full stop inside the marks comes a new sentence; after ? and ! only where no verb of speech is near."""
    final = tokens[number].final
    if final not in _TERMINAL or not (following.is_word or following.quote >= 0):
        return False
    if not lexicon.cased or following.quote >= 0:
        return True
    if not following.capital:
        return False
    if following.word in lexicon.determiners or following.word in lexicon.pronouns:
        return True
    near = tokens[number + 1 : number + 5]
    return final == "." or not any(token.word in lexicon.verbs for token in near)
