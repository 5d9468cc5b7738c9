"""What stands in marks, and whether somebody said it: speech, a name, a phrase held at arm's length.

Strategy. After a noun for things that bear names (a paper, a film, a company) or a word of naming ("called") the marks hold a name,
unless a colon stands between. One to three words are speech only where a colon leads to them or a verb of speech touches them *and*
they end like a sentence. In a language with capitals a phrase whose words all bear them is a title. The rest is speech.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from attrs import field, frozen

from newsmodel.page.inserted import dialogue, speech_parts
from newsmodel.page.lexicon.base import Lexicon
from newsmodel.page.marks import Marked, Span, find_marked, trimmed
from newsmodel.page.tokens import Token, read_tokens, readings

_WORD = re.compile(r"[^\W_][^\s—–]*")
_SENTENCE_END = frozenset(".!?؟…")
_CLAUSE_END = frozenset(".!?؟…,،")
_DASHES = frozenset("—–-")
FEW = 3  # words up to which marks hold no speech without better evidence
_NAME_WORDS = 8
_NEAR = 8


@frozen
class Stretch:
    """A stretch in marks, or a turn of dialogue after a dash: its outer span and the parts of it that are spoken."""

    start: int
    end: int
    parts: tuple[Span, ...]
    mark: str
    closed: bool = True
    continues: bool = False
    words: int = field(default=0, eq=False)

    @property
    def is_dash(self) -> bool:
        return self.mark == "—"


@frozen
class Passage:
    """A paragraph: its stretches in marks, and its tokens, in which each part of a stretch is one token."""

    span: Span
    stretches: tuple[Stretch, ...]
    tokens: tuple[Token, ...]


def passages(text: str, paragraphs: Sequence[Span], lexicon: Lexicon) -> list[Passage]:
    """Read the paragraphs: marks, dialogue, tokens."""
    marked = find_marked(text, paragraphs)
    found: list[Passage] = []
    goes_on = False
    for span, marks in zip(paragraphs, marked, strict=True):
        spoken = dialogue(text, span, lexicon)
        stretches = (
            [_turn(text, span, spoken, lexicon)]
            if spoken
            else [_stretch(text, one, lexicon) for one in marks]
        )
        found.append(_passage(text, span, stretches, lexicon, goes_on=goes_on))
        goes_on = bool(stretches) and stretches[-1].continues
    return found


def _turn(text: str, span: Span, spoken: Span, lexicon: Lexicon) -> Stretch:
    return Stretch(*span, tuple(speech_parts(text, spoken, lexicon)), "—", words=FEW + 1)


def _stretch(text: str, marked: Marked, lexicon: Lexicon) -> Stretch:
    inner = trimmed(text, marked.inner)
    parts = tuple(part for part in speech_parts(text, inner, lexicon) if part[0] < part[1])
    words = sum(1 for _ in _WORD.finditer(text, *inner))
    return Stretch(marked.start, marked.end, parts, marked.mark, marked.closed, marked.continues, words)


def _passage(text: str, span: Span, stretches: list[Stretch], lexicon: Lexicon, *, goes_on: bool) -> Passage:
    tokens = _opaque(text, span, stretches)
    speech = _speech(text, tokens, stretches, lexicon)
    if goes_on and stretches:
        speech.add(0)
    return Passage(span, tuple(stretches), tuple(_marked_tokens(text, tokens, stretches, speech, lexicon)))


def _opaque(text: str, span: Span, stretches: list[Stretch]) -> list[Token]:
    """Tokens in which each part of a stretch is one token."""
    tokens: list[Token] = []
    here = span[0]
    for number, stretch in enumerate(stretches):
        for part, (start, end) in enumerate(stretch.parts):
            tokens += read_tokens(text, here, stretch.start if part == 0 else start)
            last = part + 1 == len(stretch.parts)
            outer = stretch.end if last else end
            tokens.append(
                Token(start, end, "", quote=number, last=last, final=text[end - 1 : end], outer=outer)
            )
            here = end
        here = here if stretch.is_dash else max(here, stretch.end)
    return tokens + read_tokens(text, here, span[1])


def _speech(text: str, tokens: list[Token], stretches: list[Stretch], lexicon: Lexicon) -> set[int]:
    return {
        token.quote
        for at, token in enumerate(tokens)
        if token.quote >= 0 and _is_speech(text, tokens, at, stretches[token.quote], lexicon)
    }


def _is_speech(text: str, tokens: Sequence[Token], at: int, stretch: Stretch, lexicon: Lexicon) -> bool:
    if stretch.is_dash or len(stretch.parts) > 1:
        return True
    before = tokens[at - 1] if at else None
    led = before is not None and before.word in ":："
    if _is_named(text, before, tokens[at], stretch, lexicon) and not led:
        return False
    if stretch.words <= FEW:
        return bool(stretch.words) and _short_speech(tokens, at, lexicon, led=led)
    if led:
        return True
    if lexicon.cased and _is_title(text, tokens[at]):
        return False
    return not _is_inset(text, tokens, at, stretch, lexicon)


def _is_named(text: str, before: Token | None, token: Token, stretch: Stretch, lexicon: Lexicon) -> bool:
    if before is None or not before.is_word or stretch.words > _NAME_WORDS or token.final in _SENTENCE_END:
        return False
    if lexicon.cased:
        return before.word in lexicon.naming or (
            before.word in lexicon.named and not text[token.start].islower()
        )
    construct = stretch.words <= FEW or not before.word.startswith(
        lexicon.article
    )  # «المشروع "فرصة …"» is a predicate
    return (_bare(before.word, lexicon) in lexicon.named and construct) or before.word in lexicon.naming


def _bare(word: str, lexicon: Lexicon) -> str:
    """The word without what Arabic writes together with it."""
    if not lexicon.article:
        return word
    for clitic in ("وب", "ول", "و", "ف", "ب", "ل", "ك"):
        if word.startswith(clitic) and word[len(clitic) :].removeprefix(lexicon.article) in lexicon.named:
            return word[len(clitic) :].removeprefix(lexicon.article)
    return word.removeprefix(lexicon.article)


def _short_speech(tokens: Sequence[Token], at: int, lexicon: Lexicon, *, led: bool) -> bool:
    token = tokens[at]
    if led or token.final in _SENTENCE_END:
        return led or _touches_verb(tokens, at, lexicon)
    dashed = token.final in _CLAUSE_END or any(one.word in _DASHES for one in tokens[at + 1 : at + 3])
    return dashed and _touches_verb(tokens, at, lexicon)


def _touches_verb(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    near = [*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 4]]
    words = [word for token in near if token.is_word for word in readings(token.word, lexicon)]
    laughs = tokens[at].final in _CLAUSE_END and any(word in lexicon.gestures for word in words)
    return laughs or any(word in lexicon.verbs for word in words)


def _is_inset(text: str, tokens: Sequence[Token], at: int, stretch: Stretch, lexicon: Lexicon) -> bool:
    """A few words inside a sentence that nobody speaks in: a title whose noun we do not know.

    It begins with a capital, or without capitals it is a place: behind a preposition.
    """
    token, before = tokens[at], tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    alone = before is None or not before.is_word or after is None or after.word in _DASHES
    if alone or stretch.words > _NAME_WORDS or token.final in _CLAUSE_END:
        return False
    if lexicon.cased:
        if not text[token.start].isupper():
            return False
    elif before is None or not set(readings(before.word, lexicon)) & lexicon.prepositions:
        return False
    near = [
        *_until_point(tokens[max(0, at - 2 * _NEAR) : at][::-1]),
        *_until_point(tokens[at + 1 : at + 2 * _NEAR]),
    ]
    words = (word for one in near if one.is_word for word in readings(one.word, lexicon))
    return not any(word in lexicon.verbs or word in lexicon.participles for word in words)


def _until_point(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of the same sentence, a few of them."""
    return list(takewhile(lambda token: token.word not in _SENTENCE_END, tokens[: 2 * _NEAR]))


def _is_title(text: str, token: Token) -> bool:
    """Most words have capitals, and nothing ends like a sentence."""
    if token.final in _CLAUSE_END:
        return False
    words = [
        word
        for word in re.findall(r"[^\W\d_]+", text[token.start : min(token.end, token.start + 200)])
        if len(word) > 3
    ]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _marked_tokens(
    text: str, tokens: list[Token], stretches: list[Stretch], speech: set[int], lexicon: Lexicon
) -> list[Token]:
    """Say of each marked token whether it is speech; without capitals, names in marks are read like other words."""
    found: list[Token] = []
    for token in tokens:
        if token.quote < 0:
            found.append(token)
        elif token.quote in speech:
            found.append(token._replace(speech=True))
        elif not lexicon.cased and stretches[token.quote].words <= FEW + 1:
            found += read_tokens(text, token.start, token.end)
        else:
            found.append(token)
    return found
