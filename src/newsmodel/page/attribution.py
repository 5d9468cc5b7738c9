"""Which act of speech a quotation belongs to.

Strategy, in this order: an act inside the quotation; one between it and what stands before it in the sentence; one right after it, behind
a comma, a dash or the quotation's own last sign; an earlier one in the sentence; whoever a colon leads from; and for a quotation that
is a sentence of its own, whoever spoke last in the paragraph, or at the end of the one before.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from newsmodel.page.cues import Kind
from newsmodel.page.mentions import Mention, Sort
from newsmodel.page.people import Party
from newsmodel.page.reading import Sentence
from newsmodel.page.speakers import Act, Speakers

_FAR = 3  # paragraphs over which a quotation that is a sentence of its own goes back to the last speaker
_NEAR = 14  # tokens after a quotation in which its verb may stand
_LINKS = frozenset(",،—–-")
_OPEN_ENDS = frozenset(",،?!…؟")


@define(eq=False)
class Attributed:
    """A quotation's speaker: the party, the words that name it in the clause, the act's words, and by which rule."""

    party: Party | None
    mention: Mention | None
    act: Act | None
    rule: str


def attribute(
    sentence: Sentence, places: tuple[int, int], acts: Sequence[Act], speakers: Speakers
) -> Attributed:
    """Find the speaker of one quotation of a sentence, given its first and its last token."""
    first, last = places
    act = (
        _inside(acts, first, last)
        or _led_by(sentence, acts, first)
        or _followed_by(sentence, acts, last, speakers)
        or _earlier(acts, first)
    )
    if act is not None and act.party is not None:
        return Attributed(act.party, act.mention, act, act.rule)
    found = (
        _led_by_colon(sentence, first, speakers) if first and sentence.tokens[first - 1].word == ":" else None
    )
    if found is not None:
        return Attributed(found[0], found[1], act, "before the colon")
    if act is None and _stands_alone(sentence, first):
        return _carried(sentence, sentence.tokens[first].quote, speakers)
    return _topic(sentence, first, act, speakers)


def _inside(acts: Sequence[Act], first: int, last: int) -> Act | None:
    return next((act for act in acts if first < act.cue.first < last), None)


def _previous_quote(sentence: Sentence, first: int) -> int:
    return next((at for at in range(first - 1, -1, -1) if sentence.tokens[at].speech), -1)


def _led_by(sentence: Sentence, acts: Sequence[Act], first: int) -> Act | None:
    """The last act between the quotation before and this one; gestures count only with a colon."""
    start = _previous_quote(sentence, first)
    colon = sentence.tokens[first - 1].word == ":" if first else False
    between = [
        act for act in acts if start < act.cue.first < first and (colon or act.cue.kind is not Kind.GESTURE)
    ]
    verbs = [act for act in between if act.cue.kind is Kind.VERB and act.mention is not None]
    if colon and verbs and between[-1].cue.kind is Kind.ACCORDING:
        return verbs[-1]  # "X said, according to the Gazette: …"
    return between[-1] if between else None


def _followed_by(sentence: Sentence, acts: Sequence[Act], last: int, speakers: Speakers) -> Act | None:
    tokens = sentence.tokens
    if last + 1 >= len(tokens):
        return None
    following = tokens[last + 1]
    if not (following.word in _LINKS or tokens[last].final in _OPEN_ENDS or _is_cue(acts, last + 1)):
        return None
    for act in acts:
        if act.cue.first <= last or act.cue.first > last + _NEAR:
            continue
        between = tokens[last + 1 : act.cue.first]
        blocked = any(
            token.speech or token.word == ":" or token.word in speakers.lexicon.that for token in between
        )
        return None if blocked else act
    return None


def _is_cue(acts: Sequence[Act], at: int) -> bool:
    return any(act.cue.first == at for act in acts)


def _earlier(acts: Sequence[Act], first: int) -> Act | None:
    before = [act for act in acts if act.cue.first < first and act.cue.kind is not Kind.GESTURE]
    return before[-1] if before else None


def _led_by_colon(sentence: Sentence, first: int, speakers: Speakers) -> tuple[Party, Mention] | None:
    start = _previous_quote(sentence, first)
    near = [one for one in sentence.mentions if start < one.first < first and one.sort is not Sort.PRONOUN]
    for mention in near:
        party = speakers.known(mention)
        if party is not None:
            return party, mention
    alone = next(
        (
            one
            for one in near
            if one.sort in (Sort.ORGANISATION, Sort.ROLE, Sort.DOCUMENT) and not one.oblique
        ),
        None,
    )
    party = speakers.resolve(alone, sentence) if alone else None
    return (party, alone) if party and alone else None


def _stands_alone(sentence: Sentence, first: int) -> bool:
    return first == 0 or not any(token.is_word for token in sentence.tokens[:first])


def _carried(sentence: Sentence, quote: int, speakers: Speakers) -> Attributed:
    """A turn of dialogue is the last speaker's only after a colon: else the turn may have passed to another."""
    if speakers.reading.passages[sentence.paragraph].stretches[quote].is_dash:
        answer = _answers(sentence.paragraph, speakers)
        if answer is not None:
            return Attributed(answer, None, None, "carried over")
        near = speakers.colon_at == sentence.number - 1 and speakers.last_paragraph == sentence.paragraph - 1
    else:
        near = speakers.last_paragraph >= sentence.paragraph - _FAR
    party = speakers.last if near else None
    return Attributed(party, None, None, "carried over" if party else "none")


def _answers(paragraph: int, speakers: Speakers) -> Party | None:
    """In an interview, a turn after a question that comes after the speaker's own turn or sentence."""
    passages = speakers.reading.passages
    asked = passages[paragraph - 1] if paragraph else None
    if asked is None or not asked.stretches or not asked.stretches[0].is_dash:
        return None
    question = speakers.reading.text[asked.span[1] - 1] in "?؟"
    return speakers.last if question and speakers.last_paragraph == paragraph - 2 else None


def _topic(sentence: Sentence, first: int, act: Act | None, speakers: Speakers) -> Attributed:
    """No act, but the sentence is about one person and that person's words."""
    people = {
        id(party): (party, one)
        for one in sentence.mentions
        if one.first < first
        and (party := speakers.known(one)) is not None
        and party.sort == "person"
        and party.confirmed
    }
    if len(people) == 1:
        party, mention = next(iter(people.values()))
        return Attributed(party, mention, act, "only person of the sentence")
    if act is None and not people and speakers.last_paragraph == sentence.paragraph:
        return Attributed(speakers.last, None, None, "carried over")
    return Attributed(None, None, act, "none")
