"""Which mention in a sentence is the subject of an act of speech.

Strategy. Where verbs come first (Arabic), the subject stands right after the verb, else a known name right before it. Elsewhere the nearest
mention before the verb that no preposition governs and the verb agrees with; after the verb, where nothing stands before it or only a comma
("…, said X"). A relative clause or an apposition between commas before the verb is stepped over unless it holds the name.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsmodel.page.cues import Cue, Kind
from newsmodel.page.forms import nominative
from newsmodel.page.lexicon.base import Lexicon
from newsmodel.page.mentions import PARTIES, Mention, Sort
from newsmodel.page.reading import Sentence
from newsmodel.page.tokens import Token, readings

_WINDOW = 12  # tokens after a verb in which its subject may stand
_COMMAS = frozenset(",،—–-")
_RANK = {
    Sort.PERSON: 0,
    Sort.ROLE: 0,
    Sort.PRONOUN: 0,
    Sort.SINGLE: 1,
    Sort.GROUP: 2,
    Sort.ORGANISATION: 2,
    Sort.DOCUMENT: 3,
}


def subject_of(sentence: Sentence, number: int, lexicon: Lexicon) -> Mention | None:
    """Return the mention that speaks by the sentence's cue of this number, if the sentence says so."""
    cue = sentence.cues[number]
    left = _left_limit(sentence, number)
    right = _right_limit(sentence, number, lexicon)
    if cue.kind is Kind.ACCORDING:
        return _governed(sentence, cue, right) or (
            None if lexicon.verb_first else _unknown_noun(sentence, cue, lexicon)
        )
    if cue.kind is Kind.QUOTING:
        return _named_after(sentence, cue, right) or _before(sentence, cue, left, lexicon)
    if cue.kind is Kind.HIS:
        return _just_before(sentence, cue, left)
    if cue.kind in (Kind.PARTICIPLE, Kind.SAYER):
        return None
    if lexicon.verb_first:
        if set(readings(sentence.tokens[cue.first].word, lexicon)) & lexicon.impersonal:
            return _source(sentence, cue, right)
        if cue.first and sentence.tokens[cue.first - 1].word == "قد":  # «وكان النائب … قد اتهم الحكومة»
            before = _known_before(sentence, cue, left)
            if before is not None:
                return before
        return (
            _topicalised(sentence, cue)
            or _right_after(sentence, cue, right)
            or _known_before(sentence, cue, left)
        )
    if number and _joined(sentence, number, lexicon):
        return None  # "He admitted that they build an office but insisted …"
    return _either_side(sentence, cue, left, right, lexicon)


def _joined(sentence: Sentence, number: int, lexicon: Lexicon) -> bool:
    """Whether a connector joins a verb to an earlier one of its sentence, so that both have one subject."""
    at = sentence.cues[number].first - 1
    while (
        at > 0
        and sentence.tokens[at].word in lexicon.fillers
        and sentence.tokens[at].word not in lexicon.connectors
    ):
        at -= 1
    earlier = any(one.kind is Kind.VERB for one in sentence.cues[:number])
    return earlier and lexicon.head_last and sentence.tokens[at].word in ("and", "but", "then")


def _left_limit(sentence: Sentence, number: int) -> int:
    cue = sentence.cues[number]
    left = sentence.cues[number - 1].last if number else 0
    for at in range(cue.first - 1, left - 1, -1):
        if sentence.tokens[at].quote >= 0 and sentence.tokens[at].speech:
            return at + 1
    return left


def _right_limit(sentence: Sentence, number: int, lexicon: Lexicon) -> int:
    cue = sentence.cues[number]
    end = min(len(sentence.tokens), cue.last + _WINDOW)
    if number + 1 < len(sentence.cues):
        end = min(end, sentence.cues[number + 1].first)
    for at in range(cue.last, end):
        token = sentence.tokens[at]
        if token.word in (":", ";") or (token.quote >= 0 and token.speech) or token.word in lexicon.that:
            return at
    return end


def _between(sentence: Sentence, left: int, right: int) -> list[Mention]:
    return [mention for mention in sentence.mentions if left <= mention.first < right]


def _governed(sentence: Sentence, cue: Cue, right: int) -> Mention | None:
    """After «по словам», "according to": the first mention, a person before what it stands in."""
    near = _between(sentence, cue.last, min(right, cue.last + 7))
    first = next((one for one in near if one.sort is not Sort.PRONOUN), None)
    if first is None:
        return None
    comma = next((at for at in range(cue.last, right) if sentence.tokens[at].word in (",", "،")), right)
    if first.sort is Sort.DOCUMENT:  # "a report by the Trust": whoever issued it
        return next(
            (one for one in near if one.sort in (Sort.ORGANISATION, Sort.PERSON) and one.first < comma), first
        )
    people = [one for one in near if one.sort is Sort.PERSON and one.first < comma]
    return people[0] if people and first.sort is not Sort.ORGANISATION else first


def _named_after(sentence: Sentence, cue: Cue, right: int) -> Mention | None:
    near = _between(sentence, cue.last, right)
    people = [one for one in near if one.sort in (Sort.PERSON, Sort.ROLE)]
    return next((one for one in [*people, *near] if one.sort is not Sort.PRONOUN), None)


def _just_before(sentence: Sentence, cue: Cue, left: int) -> Mention | None:
    """«نقلت الوكالة عن مسؤول قوله»: whoever is named between the verb and «his saying»."""
    near = [one for one in _between(sentence, left, cue.first) if one.oblique]
    return near[-1] if near and cue.first - near[-1].last <= 1 else None


def _source(sentence: Sentence, cue: Cue, right: int) -> Mention | None:
    """«جاء في البيان»: the document behind the preposition."""
    sources = (Sort.DOCUMENT, Sort.ORGANISATION, Sort.ROLE)
    return next((one for one in _between(sentence, cue.last, right) if one.sort in sources), None)


def _right_after(sentence: Sentence, cue: Cue, right: int) -> Mention | None:
    near = _between(sentence, cue.last, right)
    first = next((one for one in near if not one.oblique), None)
    if first is None or first.first - cue.last > 4 or first.sort is Sort.PRONOUN:
        return None
    between = sentence.tokens[cue.last : first.first]
    if any(token.word in _AFTER and one.word.endswith("ه") for token, one in pairwise(between)):
        return None  # «وقال بعد اختياره رجل المباراة»
    return None if any(token.word in _STOP_BETWEEN for token in between) else first


_AFTER = frozenset(("بعد", "قبل", "عقب", "خلال", "اثناء", "لدى", "عند"))
_WAS = frozenset(("كان", "كانت", "وكان", "وكانت", "فيما", "بينما", "اما", "واما", "لكن", "ولكن"))
_STOP_BETWEEN = frozenset((",", "،", ":", "عن", "إلى", "الى", "أن", "ان", "على"))


def _topicalised(sentence: Sentence, cue: Cue) -> Mention | None:
    """«أما المدرب …، فيرى»: who stands between the particle and the verb with its fa-."""
    if not sentence.tokens[cue.first].word.startswith("ف"):
        return None
    for at in range(cue.first - 1, -1, -1):
        if sentence.tokens[at].word in ("اما", "واما"):
            near = _between(sentence, at + 1, cue.first)
            people = [one for one in near if one.sort is Sort.PERSON and one.first <= at + 7]
            head = near[0] if near and near[0].first <= at + 2 else None
            return people[0] if head and people and head.sort is Sort.ROLE else head
    return None


def _known_before(sentence: Sentence, cue: Cue, left: int) -> Mention | None:
    """A name, a role or a pronoun right before the verb: «الوزير قال»."""
    near = _between(sentence, left, cue.first)
    last = near[-1] if near else None
    if last is None or last.oblique or cue.first - last.last > 1:
        return None
    before = sentence.tokens[last.first - 1] if last.first else None
    starts = before is None or not before.is_word or last.first == left or before.word in _WAS
    return last if last.sort in (Sort.PERSON, Sort.SINGLE, Sort.PRONOUN) or starts else None


def _either_side(sentence: Sentence, cue: Cue, left: int, right: int, lexicon: Lexicon) -> Mention | None:
    tokens = sentence.tokens
    comma_before = cue.first > 0 and tokens[cue.first - 1].word in _COMMAS
    bare = all(not token.is_word for token in tokens[left : cue.first])
    before = None if bare else _before(sentence, cue, left, lexicon)
    if before is not None and not comma_before:
        return before
    after = _after(sentence, cue, right, lexicon) if bare or comma_before or lexicon.declined else None
    firm = after is not None and (bare or lexicon.declined or after.sort in (Sort.PERSON, Sort.ROLE))
    if comma_before and firm:
        return after
    return before or after or (_unknown_noun(sentence, cue, lexicon) if bare and left > 0 else None)


def _unknown_noun(sentence: Sentence, cue: Cue, lexicon: Lexicon) -> Mention | None:
    """«…», — жалуется пассажирка: the common noun right after the verb of a quotation speaks, known or not."""
    at = cue.last
    while at < len(sentence.tokens) and sentence.tokens[at].word in lexicon.determiners:
        at += 1
    if at >= len(sentence.tokens) or sentence.tokens[cue.first].word in lexicon.object_verbs:
        return None
    token = sentence.tokens[at]
    small = token.is_word and not token.capital and len(token.word) > 2
    if not small or any(
        token.word in some for some in (lexicon.stops, lexicon.prepositions, lexicon.fillers, lexicon.verbs)
    ):
        return None
    return Mention(cue.last, at + 1, (sentence.tokens[cue.last].start, token.end), Sort.ROLE, (token.word,))


def _before(sentence: Sentence, cue: Cue, left: int, lexicon: Lexicon) -> Mention | None:
    """The nearest mention before the verb that can be its subject."""
    candidates = [
        one
        for one in _between(sentence, left, cue.first)
        if _may_speak(sentence, one, cue, lexicon) and not _in_brackets(sentence, one)
    ]
    if not candidates:
        return None
    unknown = _unknown_head(sentence, candidates[-1], cue, lexicon)
    if unknown:
        return unknown
    comma = _bracket(sentence.tokens, cue.first, left)
    if comma is not None:
        outside = [one for one in candidates if one.first < comma]
        inside = [one for one in candidates if one.first > comma]
        named = [one for one in inside if one.first == comma + 1 and one.last == cue.first - 1]
        if named and named[0].sort is Sort.SINGLE and outside and outside[-1].sort is Sort.ROLE:
            return named[0]  # "his wife, Lorna, said"
        relative = sentence.tokens[comma + 1].word in lexicon.relative or not any(
            one.sort is Sort.PERSON for one in inside
        )
        return (outside or inside)[-1] if relative else _outside_relative(sentence, inside, lexicon)
    return _outside_relative(sentence, candidates, lexicon)


def _in_brackets(sentence: Sentence, mention: Mention) -> bool:
    return mention.first > 0 and sentence.tokens[mention.first - 1].word == "("


def _unknown_head(sentence: Sentence, last: Mention, cue: Cue, lexicon: Lexicon) -> Mention | None:
    """In "the Swedish brochure says" a common noun between a capitalised word and the verb is what speaks."""
    gap = sentence.tokens[last.last : cue.first]
    if not lexicon.head_last or last.sort is not Sort.SINGLE or len(gap) != 1:
        return None
    token = gap[0]
    known = any(
        token.word in some for some in (lexicon.stops, lexicon.fillers, lexicon.prepositions, lexicon.verbs)
    )
    if known or not token.is_word or token.capital or token.word.endswith("ly"):
        return None
    return Mention(last.first, cue.first, (last.span[0], token.end), Sort.ROLE, (*last.words, token.word))


def _bracket(tokens: Sequence[Token], verb: int, left: int) -> int | None:
    """Where the comma stands that opens an insertion which another comma closes right before the verb."""
    if verb == 0 or tokens[verb - 1].word != ",":
        return None
    return next((at for at in range(verb - 2, left, -1) if tokens[at].word == ","), None)


def _outside_relative(sentence: Sentence, candidates: list[Mention], lexicon: Lexicon) -> Mention:
    """The last mention, unless a relative pronoun stands between an earlier one and it."""
    last = candidates[-1]
    for earlier in reversed(candidates[:-1]):
        between = sentence.tokens[earlier.last : last.first]
        if any(token.word in lexicon.relative for token in between):
            last = earlier
    better = [
        one
        for one in candidates
        if one.sort is Sort.PERSON
        and one.first < last.first
        and last.sort in (Sort.SINGLE, Sort.ORGANISATION)
    ]
    return better[-1] if better and last.first - better[-1].last <= 3 and last.sort is Sort.SINGLE else last


def _after(sentence: Sentence, cue: Cue, right: int, lexicon: Lexicon) -> Mention | None:
    """The best mention after the verb: people and roles before organisations, the nearest first."""
    if sentence.tokens[cue.first].word in lexicon.object_verbs:
        return None
    near = [one for one in _between(sentence, cue.last, right) if _may_speak(sentence, one, cue, lexicon)]
    if not lexicon.declined:
        near = [
            one
            for one in near[:1]
            if not any(not token.is_word for token in sentence.tokens[cue.last : one.first])
        ]
    following = sentence.tokens[near[0].last] if near and near[0].last < len(sentence.tokens) else None
    set_off = following is None or not following.is_word
    if near and set_off and near[0].first == cue.last and near[0].sort is Sort.SINGLE and lexicon.declined:
        return near[0]  # «…, — смеётся Рустам, владелец магазина»
    best = min(near, key=lambda one: (_RANK[one.sort], one.first), default=None)
    if best is not None and best.sort is Sort.DOCUMENT and lexicon.declined:  # «в заявлении Жоржа Бертрана»
        issued = [one for one in sentence.mentions if one.first == best.last and one.sort is Sort.PERSON]
        return issued[0] if issued else best
    return best


def _may_speak(sentence: Sentence, mention: Mention, cue: Cue, lexicon: Lexicon) -> bool:
    word = sentence.tokens[cue.first].word
    if mention.oblique or mention.declined:
        impersonal = word in lexicon.impersonal or (
            cue.agree == "p" and lexicon.declined and _after_in(sentence, mention)
        )
        return impersonal and mention.sort in (Sort.ORGANISATION, Sort.DOCUMENT)
    if word in lexicon.impersonal:
        return mention.sort in (Sort.ORGANISATION, Sort.DOCUMENT)
    if mention.sort is Sort.SINGLE and mention.first == 0 and mention.party is None:
        following = [token.word for token in sentence.tokens[mention.last : mention.last + 2]]
        relative = following[:1] == [","] and following[-1] in lexicon.relative
        gap = sentence.tokens[mention.last : cue.first]
        near = all(
            one.word in lexicon.fillers or one.word in lexicon.stops or one.word.isdigit() for one in gap
        )
        return (relative or near) and _agrees(mention, cue, lexicon)
    return _agrees(mention, cue, lexicon)


def _after_in(sentence: Sentence, mention: Mention) -> bool:
    at = mention.first - 1
    while at >= max(0, mention.first - 3) and sentence.tokens[at].word.endswith(
        ("ой", "ом", "ем", "ей", "ых", "их")
    ):
        at -= 1
    return at >= 0 and sentence.tokens[at].word in ("в", "во", "на")


def _agrees(mention: Mention, cue: Cue, lexicon: Lexicon) -> bool:
    """Gender, number and case, as far as they show."""
    if not cue.agree or not lexicon.declined:
        return True
    if mention.sort is Sort.PRONOUN:
        return mention.gender == cue.agree
    if mention.sort is Sort.GROUP:
        return cue.agree == "p"
    if mention.sort is Sort.SINGLE and cue.agree == "p" and mention.party is None:
        return False  # one name, many speakers
    if mention.sort is Sort.SINGLE and mention.first == 0 and mention.words[0].endswith(("ской", "цкой")):
        return True  # «Ланской сказал»
    if mention.sort in (Sort.PERSON, Sort.SINGLE):
        return nominative(mention.words, cue.agree, lexicon)
    return mention.sort in PARTIES
