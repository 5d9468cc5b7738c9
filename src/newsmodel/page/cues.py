"""Acts of speech in a sentence: verbs, participles, «according to», and words that hand the word to somebody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto

from attrs import frozen

from newsmodel.page.forms import looks_like_verb, verb_agreement
from newsmodel.page.lexicon.base import Lexicon
from newsmodel.page.tokens import Token, readings

_NEAR = 10  # tokens within which a verb has the particle that it needs


class Kind(Enum):
    """How an act of speech finds its speaker."""

    VERB = auto()  # its subject
    PARTICIPLE = auto()  # the subject of the verb before
    SAYER = auto()  # the same, and part of that verb's clause: «… قائلا»
    ACCORDING = auto()  # what follows
    QUOTING = auto()  # whoever is named after it
    HIS = auto()  # a pronoun, or who is named just before: «بحسب قوله»
    GESTURE = auto()  # a subject; an act of speech only beside a quote


@frozen
class Cue:
    """An act of speech: its tokens and what it agrees with."""

    first: int
    last: int  # exclusive
    kind: Kind
    agree: str = ""


def find_cues(tokens: Sequence[Token], lexicon: Lexicon) -> list[Cue]:
    """Return the acts of speech of a sentence in order."""
    cues: list[Cue] = []
    at = 0
    while at < len(tokens):
        cue = _cue_at(tokens, at, lexicon) if tokens[at].is_word else None
        if cue:
            cues.append(cue)
        at = cue.last if cue else at + 1
    return cues


def _cue_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Cue | None:
    for word in readings(tokens[at].word, lexicon):
        cue = _phrase_at(tokens, at, word, lexicon) or _word_at(tokens, at, word, lexicon)
        if cue:
            return cue
    return _narrators(tokens, at, lexicon)


def _narrators(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Cue | None:
    """A verb that no list has, where only one of speech can stand: «…, — командует капитан», "…," he deadpans."""
    token = tokens[at]
    if at == 0 or token.capital:
        return None
    if lexicon.dash_dialogue:
        led = (
            at > 1
            and tokens[at - 1].word in ("—", "–", "-")
            and any(one.speech for one in tokens[max(0, at - 3) : at - 1])
        )
        return (
            Cue(at, at + 1, Kind.VERB, verb_agreement(token.word) or "")
            if led and looks_like_verb(token.word)
            else None
        )
    if not lexicon.head_last or not token.word.endswith(("ed", "s")) or token.word in lexicon.stops:
        return None
    said = tokens[at - 1] if at == 1 or tokens[at - 1].speech else tokens[at - 2]
    he = lexicon.pronouns.get(tokens[at - 1].word) in ("m", "f")
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    led = (
        said is tokens[at - 1] and after is not None and (after.capital or after.word in lexicon.pronouns)
    ) or he
    return Cue(at, at + 1, Kind.VERB) if led and said.speech and said.final in (",", "?", "!") else None


def _word_at(tokens: Sequence[Token], at: int, word: str, lexicon: Lexicon) -> Cue | None:
    if word in lexicon.sayers:
        return Cue(at, at + 1, Kind.SAYER)
    if word in lexicon.participles:
        return Cue(at, at + 1, Kind.PARTICIPLE, lexicon.participles[word])
    if word in lexicon.his_words:
        return Cue(at, at + 1, Kind.HIS, lexicon.his_words[word])
    if word in lexicon.verbs and _is_verb(tokens, at, lexicon.verbs[word], lexicon):
        return Cue(at, at + 1, Kind.VERB, lexicon.verbs[word])
    if word in lexicon.gestures:
        return Cue(at, at + 1, Kind.GESTURE, lexicon.gestures[word])
    return None


def _is_verb(tokens: Sequence[Token], at: int, agree: str, lexicon: Lexicon) -> bool:
    """Not a noun that looks like a verb: after a preposition, or in English a determiner or a form of "be"."""
    before = tokens[at - 1].word if at else ""
    if before in lexicon.prepositions or before in lexicon.noun_makers:
        return False
    word = tokens[at].word
    passive = word in lexicon.passives and (at == 0 or before in lexicon.passive_after)
    if passive and at + 1 < len(tokens) and tokens[at + 1].word in lexicon.passive_before:
        return False  # "Asked about it, he …"
    needed = next((lexicon.needs[one] for one in readings(word, lexicon) if one in lexicon.needs), None)
    if needed and not any(token.word == needed for token in tokens[at + 1 : at + _NEAR]):
        return False
    if not lexicon.determiners:
        return True
    if before in lexicon.determiners or before.endswith("'s"):
        return False
    return (
        agree != "p"
        or before in lexicon.modals
        or before in lexicon.groups
        or before.endswith("s")
        or lexicon.pronouns.get(before) == "p"
    )


def _phrase_at(tokens: Sequence[Token], at: int, word: str, lexicon: Lexicon) -> Cue | None:
    return _phrase(tokens, at, word, lexicon.quoting, Kind.QUOTING, lexicon) or _phrase(
        tokens, at, word, lexicon.according, Kind.ACCORDING, lexicon
    )


def _phrase(
    tokens: Sequence[Token],
    at: int,
    word: str,
    phrases: Mapping[str, tuple[tuple[str, ...], ...]],
    kind: Kind,
    lexicon: Lexicon,
) -> Cue | None:
    for phrase in phrases.get(word, ()):
        cue = _matched(tokens, at, phrase, kind, lexicon)
        if cue:
            return cue
    return None


def _matched(
    tokens: Sequence[Token], at: int, phrase: tuple[str, ...], kind: Kind, lexicon: Lexicon
) -> Cue | None:
    here = at + 1
    agree: str | None = None
    for wanted in phrase[1:]:
        if (
            here < len(tokens)
            and agree is None
            and tokens[here].word in lexicon.possessives
            and lexicon.declined
        ):
            agree = lexicon.possessives[tokens[here].word]
            here += 1
        word = tokens[here].word if here < len(tokens) else ""
        if (
            kind is Kind.QUOTING and not lexicon.head_last and word != wanted
        ):  # «приводит РИА Новости слова …»
            ahead = next(
                (far for far in range(here, min(here + 4, len(tokens))) if tokens[far].word == wanted), here
            )
            here, word = ahead, tokens[ahead].word if ahead < len(tokens) else ""
        if word == wanted:
            here += 1
        elif not (wanted == "ل" and word.startswith("ل")):
            return None
    if (
        agree is None
        and here < len(tokens)
        and tokens[here].word in lexicon.possessives
        and not lexicon.declined
    ):
        return _after_phrase(tokens, at, here, kind, lexicon)
    if (
        kind is Kind.QUOTING and here < len(tokens) and tokens[here].word in lexicon.possessives
    ):  # «цитирует его»
        return Cue(at, here + 1, Kind.HIS, lexicon.possessives[tokens[here].word])
    return Cue(at, here, kind if agree is None else Kind.HIS, agree or "")


def _after_phrase(tokens: Sequence[Token], at: int, here: int, kind: Kind, lexicon: Lexicon) -> Cue:
    """«according to her», and no noun after it."""
    after = tokens[here + 1] if here + 1 < len(tokens) else None
    alone = after is None or not after.is_word
    return (
        Cue(at, here + 1, Kind.HIS, lexicon.possessives[tokens[here].word]) if alone else Cue(at, here, kind)
    )
