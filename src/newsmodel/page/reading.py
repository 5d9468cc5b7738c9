"""An article read once: its sentences with their acts of speech and mentions, and the register of who is named."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from newsmodel.page.cased import CasedFinder
from newsmodel.page.cues import Cue, find_cues
from newsmodel.page.forms import stem
from newsmodel.page.lexicon.base import Lexicon
from newsmodel.page.marks import Span
from newsmodel.page.mentions import Mention, Sort
from newsmodel.page.people import Register
from newsmodel.page.stretches import Passage, passages
from newsmodel.page.tokens import Token, sentences
from newsmodel.page.uncased import UncasedFinder


@define(eq=False)
class Sentence:
    """The tokens of a sentence and what was found in it; token numbers count from its first token."""

    paragraph: int
    number: int
    tokens: Sequence[Token]
    cues: list[Cue]
    mentions: list[Mention]


@define(eq=False)
class Reading:
    """Everything that speakers are looked for in."""

    text: str
    lexicon: Lexicon
    passages: list[Passage]
    sentences: list[Sentence]
    register: Register


def read_body(text: str, paragraphs: Sequence[Span], lexicon: Lexicon) -> Reading:
    """Read the body paragraphs of an article."""
    found = passages(text, paragraphs, lexicon)
    register = Register(lexicon)
    body: list[Sentence] = []
    for paragraph, passage in enumerate(found):
        for tokens in sentences(passage.tokens, lexicon):
            cues = find_cues(tokens, lexicon)
            body.append(Sentence(paragraph, len(body), tokens, cues, []))
    if lexicon.cased:
        _find_cased(text, body, lexicon, register)
    else:
        _find_uncased(text, body, lexicon, register)
    return Reading(text, lexicon, found, body, register)


def _find_cased(text: str, body: list[Sentence], lexicon: Lexicon, register: Register) -> None:
    finder = CasedFinder(lexicon)
    for sentence in body:
        sentence.mentions = finder.find(sentence.tokens, frozenset())
        _enter(text, sentence, register)
    for sentence in body:
        for mention in sentence.mentions:
            if mention.sort is Sort.SINGLE:
                mention.party = register.named(mention.words)
                _take_gender(mention)
                _confirm(mention, lexicon)
    known = frozenset(
        stem(word, lexicon) if lexicon.declined and len(word) > 4 else word
        for sentence in body
        for mention in sentence.mentions
        if mention.sort is Sort.PERSON
        for word in mention.role[-1:]
        if not finder.noun(word) and word not in lexicon.stops
    )
    for sentence in body if known else ():
        extra = finder.find(sentence.tokens, known)
        have = {mention.first for mention in sentence.mentions}
        sentence.mentions += [one for one in extra if one.sort is Sort.ROLE and one.first not in have]
        sentence.mentions.sort(key=lambda mention: mention.first)


def _take_gender(mention: Mention) -> None:
    """A surname alone may tell a gender: «Скобелев» of «Валерия Скобелева»; «Валлин» of «Эмма Валлин» does not."""
    party = mention.party
    if party is not None and not (party.first.endswith(("а", "я")) and mention.words[-1] == party.surname):
        party.gender = party.gender or mention.gender


def _confirm(mention: Mention, lexicon: Lexicon) -> None:
    """A name of two words whose last word stands alone elsewhere is a person's: "Zanele Mokoena … Mokoena"."""
    party = mention.party
    if party is None or party.sort != "person" or len(party.keys) < 2:
        return
    if mention.words[-1] == party.surname and party.first not in lexicon.directions:
        party.confirmed = True


def _find_uncased(text: str, body: list[Sentence], lexicon: Lexicon, register: Register) -> None:
    finder = UncasedFinder(lexicon)
    for sentence in body:
        sentence.mentions = finder.find(sentence.tokens, sentence.cues)
    _late_names(body, lexicon)
    for sentence in body:
        _enter(text, sentence, register)
    surnames = {party.surname for party in register.parties if party.sort == "person"}
    for sentence in body if surnames else ():
        for mention in sentence.mentions:
            if (
                mention.sort is Sort.ROLE
                and mention.words[0] in surnames
                and finder.noun(mention.words[0]) is None
            ):
                first = sentence.tokens[mention.first]  # «الصغير بإضراب»: a surname, and what it did
                mention.sort, mention.words, mention.last = Sort.SINGLE, mention.words[:1], mention.first + 1
                mention.span = (mention.span[0], first.end)
        taken = {at for mention in sentence.mentions for at in range(mention.first, mention.last)}
        sentence.mentions += finder.singles(sentence.tokens, surnames, taken)
        sentence.mentions.sort(key=lambda mention: mention.first)


def _late_names(body: list[Sentence], lexicon: Lexicon) -> None:
    """A role that ends with a word which elsewhere speaks alone holds a name: its last two words."""
    alone = {
        mention.words[0] for sentence in body for mention in sentence.mentions if mention.sort is Sort.SINGLE
    }
    for sentence in body:
        for mention in sentence.mentions:
            long_role = mention.sort is Sort.ROLE and len(mention.words) > 2
            if long_role and mention.words[-1] in alone and mention.words[-2] not in lexicon.roles:
                first, last = sentence.tokens[mention.last - 2], sentence.tokens[mention.last - 1]
                mention.role, mention.words = mention.words[:-2], mention.words[-2:]
                mention.role_span = (mention.span[0], sentence.tokens[mention.last - 3].end)
                mention.span, mention.sort = (first.start, last.end), Sort.PERSON


def _enter(text: str, sentence: Sentence, register: Register) -> None:
    """Put the full names of a sentence into the register, with the roles beside them."""
    for number, mention in enumerate(sentence.mentions):
        if mention.sort is not Sort.PERSON:
            continue
        party = register.add("person", mention.words, text[slice(*mention.span)], mention.span)
        party.gender = party.gender or mention.gender
        mention.party = party
        if mention.role_span:
            register.bears(party, mention.role, text[slice(*mention.role_span)])
        _apposition(text, sentence, number, register)


def _apposition(text: str, sentence: Sentence, number: int, register: Register) -> None:
    """«X, министр …», "Her counterpart, X": a role beside a name, with a comma between."""
    mention = sentence.mentions[number]
    for other in sentence.mentions[max(0, number - 1) : number + 2]:
        if other.sort is not Sort.ROLE or mention.party is None:
            continue
        if mention.role_span and other.first > mention.first:
            continue
        left, right = (mention, other) if mention.first < other.first else (other, mention)
        between = [
            token.word
            for token in sentence.tokens[left.last : right.first]
            if not (token.word == "." or (token.is_word and len(token.word) == 1))
            and token.word not in register.lexicon.honorifics
        ]
        if (
            between[:1] in ([","], ["،"])
            and len(between) <= 3
            and not any(word in register.lexicon.verbs for word in between)
        ):
            register.bears(mention.party, other.words, text[slice(*other.span)])
