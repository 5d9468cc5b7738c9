"""Quotations of a page's text with their speakers.

``find_quotes`` reads the body paragraphs (`layout` finds them where they are not given), takes what stands in marks (`marks`,
`inserted`, `stretches`), finds acts of speech and their subjects (`cues`, `subjects`), and links both (`speakers`, `attribution`).
Every answer names its rule; a speaker that is not certain is None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from attrs import evolve, frozen

from newsmodel.page.attribution import Attributed, attribute
from newsmodel.page.forms import is_nominative
from newsmodel.page.language import guess_language
from newsmodel.page.layout import lay_out
from newsmodel.page.lexicon import Lexicon, lexicon_for
from newsmodel.page.lines import lines_of
from newsmodel.page.marks import Span
from newsmodel.page.people import Party, PartySort
from newsmodel.page.reading import Reading, Sentence, read_body
from newsmodel.page.speakers import Speakers
from newsmodel.page.stretches import Stretch

QuoteKind = Literal["direct", "partial"]


@frozen(kw_only=True)
class FoundSpeaker:
    """Somebody who is named or speaks: the fullest form of the name, all forms with their places, and the role beside it."""

    name: str
    kind: PartySort
    surfaces: tuple[tuple[str, Span], ...]
    role: str | None = None


@frozen(kw_only=True)
class FoundQuote:
    """What somebody said, in the article's own words.

    ``spans`` are the parts without outer marks: several where the writer interrupts or the marks open again at each paragraph.
    ``speaker`` is a name in `QuotesFound.speakers`, None when not certain; ``speaker_text`` the words that name the speaker in the
    clause of the quotation's own verb, ``cue`` that verb, ``evidence`` the rule that linked them.
    """

    spans: tuple[Span, ...]
    kind: QuoteKind
    speaker: str | None
    speaker_text: Span | None
    cue: Span | None
    evidence: str
    closed: bool = True

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]


@frozen
class QuotesFound:
    """The quotations of a text, in order, and everybody named in it."""

    language: str | None
    quotes: tuple[FoundQuote, ...]
    speakers: tuple[FoundSpeaker, ...]

    @property
    def people(self) -> tuple[FoundSpeaker, ...]:
        """The persons among the speakers."""
        return tuple(one for one in self.speakers if one.kind == "person")


def find_quotes(
    text: str, *, language: str | None = None, paragraphs: Sequence[Span] | None = None
) -> QuotesFound:
    """Find what people said in a text, and who said it.

    ``language`` is found from the text where it is not given; a language without a lexicon still gets its quotations, without speakers.
    ``paragraphs`` are the spans to look in, in order; by default the body paragraphs of `lay_out`.
    """
    language = language or guess_language(text)
    if paragraphs is None:
        paragraphs = lay_out(text, language=language).paragraphs or lines_of(
            text
        )  # a single line is its own body
    lexicon = lexicon_for(language)
    reading = read_body(text, paragraphs, lexicon or _NO_LANGUAGE)
    placed = _joined(_quotes(reading))
    names = {id(party): _name(party) for party in reading.register.parties}
    quotes = tuple(_finished(one, names) for one in placed)
    spoke = {id(one.party) for one in placed}
    named = [
        party
        for party in reading.register.parties
        if party.sort != "person" or (party.confirmed and (_is_marked(party, reading) or id(party) in spoke))
    ]
    return QuotesFound(language, quotes, tuple(_shown(party) for party in named))


def _is_marked(party: Party, reading: Reading) -> bool:
    """Whether more than its place tells a person: capitals, a role, a known given name."""
    return (
        reading.lexicon.cased
        or party.role is not None
        or any(word in reading.lexicon.given for word in party.keys)
    )


_EMPTY: frozenset[str] = frozenset()
_NO_LANGUAGE = Lexicon(
    tag="", verbs={}, participles={}, gestures={}, according=(), pronouns={}, possessives={}, roles=_EMPTY, honorifics=_EMPTY,
    organisations=_EMPTY, groups=_EMPTY, documents=_EMPTY, named=_EMPTY, naming=_EMPTY, prepositions=_EMPTY, stops=_EMPTY,
    fillers=_EMPTY, that=_EMPTY, labels={}, language_names={}, function_words=_EMPTY,
)  # fmt: skip


@frozen(eq=False)
class _Placed:
    """A quotation, its speaker, and what joining it to the next paragraph's needs."""

    quote: FoundQuote
    party: Party | None
    paragraph: int
    goes_on: bool
    is_first: bool


def _quotes(reading: Reading) -> list[_Placed]:
    speakers = Speakers(reading)
    found: list[_Placed] = []
    for sentence in reading.sentences:
        acts = speakers.acts(sentence)
        for places in _places(sentence):
            link = attribute(sentence, places, acts, speakers)
            if link.party is not None:
                speakers.speaks(link.party, sentence)
            found.append(_placed(reading, sentence, places[0], link))
    return found


def _places(sentence: Sentence) -> list[tuple[int, int]]:
    """The first and the last token of each quotation in a sentence."""
    found: dict[int, tuple[int, int]] = {}
    for at, token in enumerate(sentence.tokens):
        if token.speech:
            found[token.quote] = (found.get(token.quote, (at, at))[0], at)
    return list(found.values())


def _placed(reading: Reading, sentence: Sentence, at: int, link: Attributed) -> _Placed:
    number = sentence.tokens[at].quote
    stretch = reading.passages[sentence.paragraph].stretches[number]
    quote = FoundQuote(
        spans=stretch.parts,
        kind=_kind(reading, sentence, stretch, at, link),
        speaker=None,
        speaker_text=link.mention.span if link.mention is not None else None,
        cue=_cue(sentence, link),
        evidence=link.rule,
        closed=stretch.closed or stretch.continues,
    )
    return _Placed(quote, link.party, sentence.paragraph, stretch.continues, number == 0)


def _cue(sentence: Sentence, link: Attributed) -> Span | None:
    if link.act is None:
        return None
    cue = link.act.cue
    return sentence.tokens[cue.first].start, sentence.tokens[cue.last - 1].end


def _kind(reading: Reading, sentence: Sentence, stretch: Stretch, at: int, link: Attributed) -> QuoteKind:
    """A phrase inside the writer's own clause is partial; what a verb or a colon leads to, or a verb follows, is direct."""
    token, before = sentence.tokens[at], sentence.tokens[at - 1] if at else None
    if before is None or not before.is_word or stretch.is_dash or len(stretch.parts) > 1:
        return "direct"
    if (
        reading.text[token.start].isupper()
        or token.final in tuple(".!?؟…")
        or before.word in reading.lexicon.that
    ):
        return "direct"
    return "direct" if _led_directly(at, link) else "partial"


def _led_directly(at: int, link: Attributed) -> bool:
    """Only the subject stands between the verb and the quotation."""
    ends = [link.act.cue.last] if link.act else []
    return at in [*ends, link.mention.last] if link.mention else at in ends


def _joined(placed: list[_Placed]) -> list[_Placed]:
    """Join a quotation that opens again at each paragraph without having been closed."""
    found: list[_Placed] = []
    before: _Placed | None = None
    for one in placed:
        if before is not None and before.goes_on and one.is_first and one.paragraph == before.paragraph + 1:
            found[-1] = _together(found[-1], one)
        else:
            found.append(one)
        before = one
    return found


def _together(first: _Placed, more: _Placed) -> _Placed:
    linked = first if first.party is not None else more
    quote = evolve(
        linked.quote, spans=first.quote.spans + more.quote.spans, kind="direct", closed=more.quote.closed
    )
    return evolve(first, quote=quote, party=linked.party)


def _finished(placed: _Placed, names: Mapping[int, str]) -> FoundQuote:
    """With the speaker's name, which is known when the whole article has been read."""
    return evolve(placed.quote, speaker=names[id(placed.party)] if placed.party else None)


def _name(party: Party) -> str:
    """The fullest form of a name, as it stood as a subject if it did; a form that never did is not made up."""
    if party.sort != "person":
        return party.name
    full = max((len(name.split()) for name in party.surfaces.values()), default=0)
    if party.subject_form is not None and (party.oblique or len(party.subject_form.split()) == full):
        return party.subject_form
    if party.oblique:
        better = [name for name in party.surfaces.values() if is_nominative(name, party.gender)]
        if better:
            return better[0]
    return next((name for name in party.surfaces.values() if len(name.split()) == full), party.name)


def _shown(party: Party) -> FoundSpeaker:
    surfaces = tuple((name, span) for span, name in sorted(party.surfaces.items()))
    return FoundSpeaker(name=_name(party), kind=party.sort, surfaces=surfaces, role=party.role)
