"""Who speaks in each act of speech, carried through the article.

Strategy. The sentences are read in order. An act with a subject makes that party the speaker; an act without one (a participle, «وأضاف»,
"and said") takes the sentence's speaker, else the article's last one, indirect speech included. A pronoun means the last speaker, unless a
party of its gender was brought up since. Who cannot be agreed with in gender is passed over; where nobody is left the answer is None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import define, field

from newsmodel.page.cues import Cue, Kind
from newsmodel.page.lexicon.base import Lexicon
from newsmodel.page.mentions import Mention, Sort
from newsmodel.page.people import Party, PartySort, Register
from newsmodel.page.reading import Reading, Sentence
from newsmodel.page.subjects import subject_of

_SORTS: Mapping[Sort, PartySort] = {
    Sort.ORGANISATION: "organisation",
    Sort.GROUP: "group",
    Sort.DOCUMENT: "document",
}
_BACK = 2  # paragraphs over which "the striker" goes back to whoever spoke
_REMEMBERED = 30  # speakers that a role or a pronoun may go back to


@define(eq=False)
class Act:
    """An act of speech with its speaker; ``mention`` is None where the clause names nobody."""

    cue: Cue
    mention: Mention | None
    party: Party | None
    rule: str


@define(eq=False)
class Speakers:
    """The state that runs through an article: who spoke last, who was brought up last."""

    reading: Reading
    last: Party | None = None
    last_at: int = -1  # the sentence of the last act
    last_paragraph: int = -1
    last_place: int = 0  # where the sentence of the last act ended
    topic: Party | None = None
    topic_at: int = -1
    hint: Party | None = None  # a name beside a comma in the sentence before, of whom nothing else is known
    hint_at: int = -1
    spoke: list[Party] = field(factory=list)
    colon_at: int = -1  # the last sentence that ended with a colon and named who goes on

    @property
    def lexicon(self) -> Lexicon:
        return self.reading.lexicon

    @property
    def register(self) -> Register:
        return self.reading.register

    def acts(self, sentence: Sentence) -> list[Act]:
        """Resolve the acts of a sentence and move on behind it."""
        found: list[Act] = []
        for number in range(len(sentence.cues)):
            act = self._act(sentence, number, found)
            found.append(act)
            if act.party and act.cue.kind is not Kind.GESTURE:
                self.speaks(act.party, sentence)
        self._bring_up(sentence)
        self._hand_over(sentence, found)
        return found

    def _hand_over(self, sentence: Sentence, acts: Sequence[Act]) -> None:
        """A sentence that ends with a colon gives the word to whoever acts in it, be it with a gesture."""
        if sentence.tokens[-1].word != ":":
            return
        parties: list[Party | None] = [act.party for act in acts if act.party]
        parties = parties or [self.known(one) for one in sentence.mentions if not one.oblique]
        party = next((one for one in reversed(parties) if one is not None), None)
        if party is not None:
            self.speaks(party, sentence)
            self.colon_at = sentence.number

    def speaks(self, party: Party, sentence: Sentence) -> None:
        party.confirmed = True
        self.last, self.last_at, self.last_paragraph = party, sentence.number, sentence.paragraph
        self.last_place = sentence.tokens[-1].end
        if not self.spoke or self.spoke[-1] is not party:
            self.spoke = [*self.spoke[-_REMEMBERED:], party]

    def _bring_up(self, sentence: Sentence) -> None:
        """Note every form of the names in a sentence; the first person in it is what it is about."""
        for mention in sentence.mentions:
            if mention.party is None and mention.sort is Sort.SINGLE:
                mention.party = self.register.named(mention.words)
            party = mention.party
            if mention.sort is Sort.ROLE and mention.first <= 1 and not (mention.oblique or mention.declined):
                known = self.known(mention)
                if known is not None and known.sort == "person" and known.born < mention.span[0]:
                    self.topic, self.topic_at = known, sentence.number  # «Председатель поручил … Он …»
            if party is None or party.sort != "person" or mention.sort is Sort.ROLE:
                continue
            party.surfaces.setdefault(mention.span, self.reading.text[slice(*mention.span)])
            brought = not mention.oblique or mention.first == 1  # "For Mokoena, …"
            if self.topic_at != sentence.number and party.confirmed and brought:
                self.topic, self.topic_at = party, sentence.number
            elif mention.sort is Sort.PERSON and not party.confirmed and _is_set_off(sentence, mention):
                self.hint, self.hint_at = party, sentence.number

    def _act(self, sentence: Sentence, number: int, before: Sequence[Act]) -> Act:
        cue = sentence.cues[number]
        mention = subject_of(sentence, number, self.lexicon)
        if cue.kind is Kind.GESTURE and not _gives_word(sentence):
            return Act(cue, None, None, "none")
        if mention is not None and mention.sort is not Sort.PRONOUN:
            return Act(cue, mention, self.resolve(mention, sentence, cue), _rule(cue, mention))
        if cue.kind is Kind.SAYER and before:
            return Act(cue, before[-1].mention, before[-1].party, "same clause")
        if mention is not None or cue.kind is Kind.HIS:
            gender = mention.gender if mention is not None else cue.agree
            own = before[-1].party if before and cue.kind is Kind.HIS else None
            party = own if own and own.agrees(gender) else self.antecedent(gender, sentence)
            if party is not None and party is self.last and party.sort == "person" and gender in ("m", "f"):
                party.gender = gender  # known from here on: "Leslie … she"
            return Act(cue, None, party, "pronoun")
        return Act(cue, None, *self._inherited(sentence, cue, before))

    def _inherited(self, sentence: Sentence, cue: Cue, before: Sequence[Act]) -> tuple[Party | None, str]:
        """The sentence's speaker, its first person, or the article's last speaker."""
        gender = cue.agree
        for act in reversed(before):
            if act.party and act.party.agrees(gender):
                return act.party, "same sentence"
        if cue.kind in (Kind.PARTICIPLE, Kind.SAYER):
            named = self._first_person(sentence, cue, gender)
            if named:
                return named, "subject of the sentence"
        if cue.kind is Kind.VERB and not self._may_carry(sentence, cue):
            return None, "none"
        if cue.kind is Kind.VERB and (fresh := self._fresh_topic(gender, sentence)) is not None:
            return fresh, "carried over"
        if self.last and self.last.agrees(gender):
            return self.last, "carried over"
        return self.antecedent(gender, sentence) if gender in ("m", "f") else None, "carried over"

    def _fresh_topic(self, gender: str, sentence: Sentence) -> Party | None:
        """Whom the sentence before is about, if nobody speaks in it and it stands in the same paragraph."""
        fresh = self.last_at < self.topic_at == sentence.number - 1
        if not fresh or self.reading.sentences[self.topic_at].paragraph != sentence.paragraph:
            return None
        return self.topic if self.topic is not None and self.topic.agrees(gender) else None

    def _may_carry(self, sentence: Sentence, cue: Cue) -> bool:
        """A verb needs no subject where the language says so, or at the start of its clause: «добавил, что»."""
        if self.lexicon.verb_first:
            return True
        starts = all(
            not token.is_word or token.word in self.lexicon.connectors
            for token in sentence.tokens[: cue.first]
        )
        return (
            starts or sentence.tokens[cue.first - 1].word in self.lexicon.connectors or self.lexicon.declined
        )

    def _first_person(self, sentence: Sentence, cue: Cue, gender: str) -> Party | None:
        for mention in sentence.mentions:
            if mention.first >= cue.first:
                return None
            if (
                mention.sort in (Sort.PERSON, Sort.ROLE, Sort.SINGLE, Sort.ORGANISATION)
                and not mention.oblique
            ):
                party = self.known(mention)
                if party is None and mention.sort is Sort.ORGANISATION and cue.kind is Kind.SAYER:
                    party = self.resolve(mention, sentence)
                if party and party.agrees(gender):
                    return party
        return None

    def known(self, mention: Mention) -> Party | None:
        """The party of a mention, if the article has it already; nothing is made."""
        if mention.party is not None:
            return mention.party
        if mention.sort is Sort.ROLE:
            return self.register.bearer(mention.words, self.spoke, mention.span[0], self.last_place)
        return self.register.named(mention.words) if mention.sort is Sort.SINGLE else None

    def antecedent(self, gender: str, sentence: Sentence) -> Party | None:
        """Whom a pronoun means: who was brought up since the last act, the last speaker, or an earlier one."""
        if (
            self.hint is not None
            and gender in ("m", "f")
            and max(self.topic_at, self.last_at) < self.hint_at == sentence.number - 1
            and self.hint.agrees(gender)
        ):
            return self.hint
        newer = self.topic is not None and self.topic_at > self.last_at
        if (
            newer
            and self.topic is not None
            and self.topic.agrees(gender)
            and self.topic_at >= sentence.number - 2
        ):
            return self.topic
        if (
            self.last is not None
            and self.last.agrees(gender)
            and (gender in ("p", "n") or self.last.sort in ("person", "unnamed"))
        ):
            return self.last
        if gender not in ("m", "f"):
            return None
        if self.topic is not None and self.topic_at >= sentence.number - 2 and self.topic.agrees(gender):
            return self.topic
        people = [
            party for party in self.spoke if party.sort in ("person", "unnamed") and party.agrees(gender)
        ]
        return people[-1] if people else self.topic if self.topic and self.topic.agrees(gender) else None

    def resolve(self, mention: Mention, sentence: Sentence, cue: Cue | None = None) -> Party | None:
        """The party that a speaking mention names, entered in the register where it is new."""
        if mention.party is None:
            mention.party = self._resolved(mention, sentence, cue)
        party = mention.party
        if party is None:
            return None
        surface = self.reading.text[slice(*mention.span)]
        if party.sort == "person" and mention.sort is Sort.ROLE:
            return party
        party.surfaces.setdefault(mention.span, surface)
        if cue is not None and cue.kind is Kind.VERB and mention.sort in (Sort.PERSON, Sort.SINGLE):
            party.gender = party.gender or (cue.agree if cue.agree in ("m", "f") else "")
            longer = party.subject_form is None or len(surface) > len(party.subject_form)
            party.subject_form = surface if longer else party.subject_form
        return party

    def _resolved(self, mention: Mention, sentence: Sentence, cue: Cue | None) -> Party | None:
        surface = self.reading.text[slice(*mention.span)]
        if mention.sort is Sort.SINGLE and self._epithet(mention):
            again = self._named_again("", sentence)
            return again or self.register.add("unnamed", mention.words, surface, mention.span)
        if mention.sort is Sort.SINGLE and (mention.words[0] in self.lexicon.places or _is_brand(surface)):
            return self.register.add("organisation", mention.words, surface, mention.span)
        if mention.sort in (Sort.PERSON, Sort.SINGLE):
            return self.register.named(mention.words) or self.register.add(
                "person", mention.words, surface, mention.span
            )
        if mention.sort is Sort.ROLE:
            surname = (
                self.register.named(mention.words)
                if self.lexicon.article and len(mention.words) == 1
                else None
            )
            if (
                surname is not None
                and surname.sort == "person"
                and surname.keys[-1:] == self.register.keys(mention.words)
            ):
                return surname  # «الجندي», the soldier, is somebody's name here
            return self._by_role(mention, sentence, surface, cue)
        words = tuple(word for word in mention.words if word not in self.lexicon.determiners)
        return self.register.add(
            _SORTS[mention.sort], words or mention.words, self._bare(surface), mention.span
        )

    def _bare(self, surface: str) -> str:
        """Without its article: the name of an organisation or a group, not its place in a sentence."""
        first, _, rest = surface.partition(" ")
        return rest if rest and first.lower() in self.lexicon.determiners else surface

    def _named_again(self, gender: str, sentence: Sentence) -> Party | None:
        """The person that a word for somebody known means: whom the text is about, or who spoke last."""
        if max(self.last_paragraph, -1) < sentence.paragraph - _BACK and self.topic_at < sentence.number - 2:
            return None
        party = self.antecedent(gender, sentence)
        if party is None and not gender and self.topic_at >= sentence.number - 2:
            party = self.topic
        return party if party is not None and party.sort == "person" else None

    def _by_role(self, mention: Mention, sentence: Sentence, surface: str, cue: Cue | None) -> Party | None:
        bearer = self.register.bearer(mention.words, self.spoke, mention.span[0], self.last_place)
        agree = cue.agree if cue is not None and cue.agree in ("m", "f") and self.lexicon.declined else ""
        if bearer is not None and bearer.born < mention.span[0] and bearer.agrees(agree):
            return bearer
        plain = [word for word in mention.words if word not in self.lexicon.determiners]
        if len(plain) == 1 and self._is_epithet(plain[0]) and self._definite(mention):
            agree = cue.agree if cue is not None and cue.agree in ("m", "f") else ""
            again = self._named_again(mention.gender or agree, sentence)
            if again is not None or plain[0].endswith("-year-old"):
                return again
        if bearer is not None and bearer.agrees(agree):
            return bearer
        near = (
            self.last_paragraph == sentence.paragraph and self.last is not None and self.last.sort == "person"
        )
        if (
            len(plain) == 1
            and near
            and self.last is not None
            and self.last.agrees(mention.gender)
            and self._definite(mention)
        ):
            return self.last
        party = self.register.add("unnamed", tuple(plain) or mention.words, self._bare(surface), mention.span)
        party.gender = party.gender or mention.gender
        return party

    def _is_epithet(self, word: str) -> bool:
        article = self.lexicon.article
        bare = word.removeprefix(article) if article else word
        return bare in self.lexicon.epithets or word.endswith("-year-old")

    def _epithet(self, mention: Mention) -> bool:
        """Whether a capital is no name: "the Spaniard"."""
        before = self.reading.text[max(0, mention.span[0] - 4) : mention.span[0]].lower()
        return (
            bool(self.lexicon.determiners) and before == "the " and self.register.named(mention.words) is None
        )

    def _definite(self, mention: Mention) -> bool:
        """«генерал», "the general", «الجنرال»: somebody known; "a general" is somebody new."""
        word = mention.words[0]
        if self.lexicon.article:
            return word.startswith(self.lexicon.article)
        first = self.reading.text[mention.span[0] : mention.span[0] + 4].lower()
        return first.startswith("the ") if self.lexicon.determiners else True


def _is_brand(name: str) -> bool:
    """Capitals inside a word, as people have them after "Mc" only: WhatsApp."""
    inner = [at for at in range(1, len(name)) if name[at].isupper() and name[at - 1].islower()]
    return bool(inner) and not name.startswith(("Mc", "Mac", "De", "Di", "Le", "La", "Van", "Fitz"))


def _is_set_off(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name stands beside a comma and is governed by nothing: «Одна из них, Хельга Мюллер, …»."""
    after = sentence.tokens[mention.last].word if mention.last < len(sentence.tokens) else ""
    before = sentence.tokens[mention.first - 1].word if mention.first else ","
    return not mention.oblique and before == "," and after in (",", "—", "–")


def _gives_word(sentence: Sentence) -> bool:
    """Whether there is anything that a gesture could introduce."""
    return sentence.tokens[-1].word == ":" or any(token.speech for token in sentence.tokens)


def _rule(cue: Cue, mention: Mention) -> str:
    if cue.kind is Kind.ACCORDING:
        return "according to"
    if cue.kind is Kind.QUOTING:
        return "quoted by another"
    return "role of a speaker" if mention.sort is Sort.ROLE else "subject of the verb"
