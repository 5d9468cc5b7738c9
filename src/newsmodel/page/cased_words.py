"""What single words are where names have capitals: part of a name, a noun for somebody, governed or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from newsmodel.page.forms import given_stems, stem
from newsmodel.page.lexicon.base import Lexicon
from newsmodel.page.mentions import Sort
from newsmodel.page.tokens import Token

_OBLIQUE = (
    "ами", "ями", "ам", "ям", "ах", "ях", "ов", "ев", "ом", "ем", "ого", "его", "ому", "ему", "ым", "им", "ой", "ей", "у", "ю", "е"
)  # fmt: skip
# Russian endings: of what may follow a noun as its genitive, of plurals, of adjectives in oblique cases
_GENITIVE = ("ого", "его", "ой", "ей", "ых", "их", "ы", "и", "а", "я", "ов", "ев", "ом", "ем", "ами")
_BARE_GENITIVES = frozenset(
    (
        "дел",
        "наук",
        "войск",
        "услуг",
        "служб",
        "сил",
        "мест",
        "школ",
        "лиц",
        "работ",
        "вод",
        "средств",
        "искусств",
        "дорог",
        "партий",
        "отношений",
        "связей",
        "больниц",
    )
)
_FROM_EC = ("ца", "цу", "цем", "цы")  # «владельца», «бойцу»
_SHORT = ("ом", "ами", "ам", "ах", "ов", "а", "у", "е", "ы")
_PLURALS = ("ами", "ями", "ов", "ев", "ам", "ям", "ах", "ях")
_ADJECTIVE = (
    "ом",
    "ем",
    "ой",
    "ей",
    "ого",
    "его",
    "ому",
    "ему",
    "ым",
    "им",
    "ых",
    "их",
    "ую",
    "юю",
    "ими",
    "ыми",
)


def _key(word: str, lexicon: Lexicon) -> str:
    return stem(word, lexicon) if lexicon.declined and len(word) > 4 else word


@cache
def _nouns(lexicon: Lexicon) -> Mapping[str, Sort]:
    """The common nouns of a lexicon by their keys; a role wins over a group, a group over an organisation."""
    sorts = (
        (Sort.DOCUMENT, lexicon.documents),
        (Sort.ORGANISATION, lexicon.organisations),
        (Sort.GROUP, lexicon.groups),
        (Sort.ROLE, lexicon.roles),
    )
    plain = {word: sort for sort, words in sorts for word in words}
    return MappingProxyType(plain | {_key(word, lexicon): sort for word, sort in plain.items()})


@cache
def _exact(lexicon: Lexicon) -> Mapping[str, Sort]:
    return MappingProxyType(
        {**dict.fromkeys(lexicon.roles, Sort.ROLE), **dict.fromkeys(lexicon.groups, Sort.GROUP)}
    )


@cache
def _listed(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.roles | lexicon.groups | lexicon.organisations | lexicon.documents


class CasedWords:
    """The words of one language, and runs of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._nouns = _nouns(lexicon)
        self._seen: dict[str, Sort | None] = {}  # the words of one article
        self._listed = _listed(lexicon)
        self._exact = _exact(lexicon)

    def _key(self, word: str) -> str:
        return _key(word, self.lexicon)

    def noun(self, word: str) -> Sort | None:
        """What a common noun names, if it names somebody who may speak."""
        if word not in self._seen:
            self._seen[word] = self._read_noun(word)
        return self._seen[word]

    def _read_noun(self, word: str) -> Sort | None:
        found = self._exact.get(word) or self._nouns.get(self._key(word))
        if found or not self.lexicon.declined:
            return found
        if word in self.lexicon.irregular:
            return Sort.ROLE
        if len(word) < 7:  # «мэра», «послу»: short nouns are listed without their endings
            for end in _SHORT:
                if (
                    word.endswith(end)
                    and len(word) - len(end) in (3, 4)
                    and (short := self._nouns.get(word[: -len(end)]))
                ):
                    return short
        if word.endswith(_FROM_EC):
            base = word[: -len("ца")] if not word.endswith("цем") else word[:-3]
            bare = base.removesuffix("ь").removesuffix("й")
            return self._nouns.get(self._key(bare + "ец"))
        plural = next((word[: -len(one)] for one in _PLURALS if word.endswith(one) and len(word) > 5), "")
        return self._nouns.get(self._key(plural)) if plural else None

    def is_oblique_form(self, word: str) -> bool:
        """Whether a noun that the lexicon has in the nominative stands in another case: «министра», «журналистам»."""
        if not self.lexicon.declined or word in self._listed or self.noun(word) is None:
            return False
        if word.endswith(_FROM_EC[:3]) or word in self.lexicon.irregular:
            return True
        if word.endswith(("а", "я")):
            return any(word[:-1] + end in self._listed for end in ("", "ь", "й"))
        if word.endswith("и"):
            return word[:-1] + "е" in self._listed
        return word.endswith(_OBLIQUE)

    def _is_name_word(self, tokens: Sequence[Token], at: int) -> bool:
        if at >= len(tokens):
            return False
        token = tokens[at]
        if not token.capital:
            return False
        if token.word in self.lexicon.stops:  # but «господин Ли»
            return len(token.word) < 4 and at > 0 and tokens[at - 1].word in self.lexicon.honorifics
        return at > 0 or not self._starts_sentence(tokens)

    def _starts_sentence(self, tokens: Sequence[Token]) -> bool:
        """Whether the first word has its capital from its place: a common noun, or before a small word that is no verb."""
        word = tokens[0].word
        return bool(self.noun(word)) or word in self.lexicon.honorifics or word in self.lexicon.prepositions

    def _run(self, tokens: Sequence[Token], at: int) -> int:
        """Where a run of capitalised words that starts here ends."""
        end = at
        while self._is_name_word(tokens, end):
            end += 1
            if self._is_point(tokens, end) and self._is_name_word(tokens, end + 1):
                end += 1
            particles = end
            while particles < len(tokens) and tokens[particles].word in self.lexicon.particles:
                particles += 1
            if particles > end and self._is_name_word(tokens, particles):
                end = particles
        return end

    def _is_point(self, tokens: Sequence[Token], at: int) -> bool:
        """The point of an initial or of "St"."""
        if at >= len(tokens) or tokens[at].word != ".":
            return False
        return len(tokens[at - 1].word) == 1 or tokens[at - 1].word in self.lexicon.honorifics

    def _is_given(self, word: str) -> bool:
        return word in self.lexicon.given or (
            self.lexicon.declined and stem(word, self.lexicon) in given_stems(self.lexicon)
        )

    def _is_aged(self, word: str) -> bool:
        """Whether a word names somebody by age: "the 34-year-old"."""
        return self.lexicon.head_last and word.endswith("-year-old")

    def _is_small(self, token: Token) -> bool:
        """A common word that may end a phrase: no verb, no preposition."""
        lexicon = self.lexicon
        known = token.word in lexicon.verbs or token.word in lexicon.stops or token.word in lexicon.fillers
        return token.is_word and not known and token.word not in lexicon.prepositions

    def _bears_name(self, token: Token) -> bool:
        return token.word in self.lexicon.named or self.noun(token.word) is Sort.ORGANISATION

    def _is_genitive(self, token: Token) -> bool:
        return token.word.endswith(_GENITIVE)

    def _goes_on(self, token: Token) -> bool:
        """Whether a small word after a head noun may belong to it: Russian genitives."""
        if not self.lexicon.declined:
            return False
        word = token.word
        if word in self.lexicon.verbs or word in self.lexicon.gestures or word in self.lexicon.participles:
            return False
        if word in ("по", "при"):
            return True
        return (
            word not in self.lexicon.stops
            and word not in self.lexicon.prepositions
            and (word.endswith(_GENITIVE) or word in _BARE_GENITIVES)
        )

    def _is_oblique(self, tokens: Sequence[Token], first: int) -> bool:
        before = tokens[first - 1] if first else None
        if before is None or not before.is_word:
            return False
        if before.word in self.lexicon.prepositions:
            return True
        back = first - 1
        while back >= 0 and tokens[back].is_word and first - back < 4:
            word = tokens[back].word
            if word in self.lexicon.prepositions:
                return True
            if not (
                word in self.lexicon.determiners or (self.lexicon.declined and word.endswith(_ADJECTIVE))
            ):
                return False
            back -= 1
        return False
