"""What single words are where names have no capitals: definite, tied to the next clause, the end of a phrase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from newsmodel.page.lexicon.base import Lexicon
from newsmodel.page.mentions import Sort
from newsmodel.page.tokens import Token

_PREPOSITIONS_INSIDE = frozenset(
    ("لدى", "باسم")
)  # «سفير … لدى …»; «باحثة في معهد …» only before an organisation
_SUFFIXES = ("ها", "هم", "هما", "ه")
_FIELDS = frozenset(("شؤون", "مجال", "قضايا", "علوم", "علم"))
_IN_THE_NAME_OF = "باسم"  # after "spokesman": no given name here


@cache
def _nouns(lexicon: Lexicon) -> Mapping[str, Sort]:
    return MappingProxyType(
        {
            **dict.fromkeys(lexicon.documents, Sort.DOCUMENT),
            **dict.fromkeys(lexicon.roles, Sort.ROLE),
            **dict.fromkeys(lexicon.groups, Sort.GROUP),
            **dict.fromkeys(lexicon.organisations, Sort.ORGANISATION),
        }
    )


class UncasedWords:
    """The words of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._nouns = _nouns(lexicon)

    def noun(self, word: str) -> Sort | None:
        """What a common noun names, with or without its article, or with a possessive: «نظيره»، «زوجته»."""
        found = self._nouns.get(word) or self._nouns.get(word.removeprefix(self.lexicon.article))
        if found or len(word) < 5:
            return found
        for suffix in _SUFFIXES:
            if word.endswith(suffix):
                bare = word[: -len(suffix)]
                bare = bare[:-1] + "ة" if bare.endswith("ت") else bare
                return self._nouns.get(bare)
        return None

    def _is_verb(self, word: str) -> bool:
        lexicon = self.lexicon
        bare = word[1:] if len(word) > 3 and word[0] in lexicon.prefixes else word
        return any(
            one in lexicon.verbs or one in lexicon.participles or one in lexicon.sayers
            for one in (word, bare)
        )

    def _ends_phrase(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        word = token.word
        if not token.is_word:
            return True
        if word in self.lexicon.given:
            return False
        if word[0] in self.lexicon.prefixes and word[1:] in self.lexicon.that:
            return True
        if word in self.lexicon.particles:
            return False
        if (
            len(word) == 1
            or word in self.lexicon.that
            or word in self.lexicon.relative
            or word in self.lexicon.his_words
        ):
            return True
        if word in self.lexicon.stops:
            return True
        if word.endswith(("ا",)) and word in self.lexicon.participles:
            return True
        return self._is_verb(word) and not self.noun(word) and not self._has_article(word)

    def _goes_inside(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """A preposition that belongs to the role before it."""
        word, after = tokens[end].word, tokens[end + 1].word
        if word in _PREPOSITIONS_INSIDE:
            return self._has_article(after) or after in self._nouns
        if word != "في":
            return False
        if end == at + 1 and (self._nouns.get(after) is Sort.ORGANISATION or after in _FIELDS):
            return True
        return self._leads_to_name(tokens, end + 1)

    def _leads_to_name(self, tokens: Sequence[Token], at: int) -> bool:
        """«(ممثلة المنظمة) في البلاد أنيتا شارما»: where somebody works, and a name of two words or a known one."""
        here = at
        while here < min(at + 3, len(tokens)) and (
            self._has_article(tokens[here].word) or tokens[here].word in self.lexicon.places
        ):
            here += 1
        if here == at or not self._may_name(tokens, here):
            return False
        name = tokens[here].word
        if name in self.lexicon.given:
            return True
        return not self.noun(name) and here + 1 < len(tokens) and self._may_name(tokens, here + 1)

    def _is_tied(self, word: str) -> bool:
        """«وقوات»، «لوكالة»: the next clause or the person spoken to."""
        if word in self.lexicon.given or self.noun(word):
            return False
        return (word.startswith("و") and len(word) > 3) or (
            word.startswith(("ل", "ب")) and self.noun(word[1:]) not in (None, Sort.ROLE)
        )

    def _is_voice(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """«باسم الحكومة»، «باسمها» after a spokesman, not the given name باسم."""
        word = tokens[at].word
        if not word.startswith(_IN_THE_NAME_OF):
            return False
        after = tokens[at + 1].word if at + 1 < end else ""
        return word != _IN_THE_NAME_OF or self._has_article(after) or self.noun(after) is Sort.ORGANISATION

    def _has_article(self, word: str) -> bool:
        """Names may begin with the same letters: إلهام، ألكسندر."""
        return word.startswith(self.lexicon.article) and word not in self.lexicon.given

    def _is_definite(self, word: str) -> bool:
        return (
            self._has_article(word)
            or word.startswith(("لل", "بال", "وال"))
            or (len(word) > 4 and word.endswith(_SUFFIXES))
        )

    def _is_oblique(self, tokens: Sequence[Token], first: int) -> bool:
        return first > 0 and tokens[first - 1].word in self.lexicon.prepositions

    def _hearer(self, word: str) -> bool:
        if word in self.lexicon.hearers:
            return True
        if word in self.lexicon.given or not word.startswith("ل"):
            return False
        return word.startswith("لل") or self._nouns.get(word[1:]) in (Sort.ORGANISATION, Sort.GROUP)

    def _may_name(self, tokens: Sequence[Token], at: int) -> bool:
        return at < len(tokens) and not self._ends_phrase(tokens, at) and not self._is_tied(tokens[at].word)
