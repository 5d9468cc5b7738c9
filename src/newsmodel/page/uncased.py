"""Mentions in languages without capitals, whose roles come before names and whose subjects come after verbs.

Strategy. A noun phrase is read only where one is expected: after an act of speech, and at a noun for a role, an organisation, a group or
a document. It runs to the first word that no name contains. Inside, the name starts after an honorific, at a given name, or at the first
indefinite word after a definite one («نقيب الصيادين | حسن البحري»): a construct chain ends with its definite word. A name is two words,
or three where a particle or a definite last word goes with it. Surnames alone are found where the article has the full name.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsmodel.page.cues import Cue, Kind
from newsmodel.page.forms import surname_gender
from newsmodel.page.mentions import Mention, Sort
from newsmodel.page.tokens import Token
from newsmodel.page.uncased_words import UncasedWords

_LONGEST_PHRASE = 12
_SECOND_HALVES = frozenset(("الدين", "الله", "الاسلام", "الحق", "الزمان", "الرحمن"))  # «شمس الدين»
_WEAK = frozenset("اويى")


def _is_present(word: str) -> bool:
    """«يحتفل»: a verb in the present has a strong letter after its ya; few names do."""
    return word.startswith("تت") or (3 < len(word) < 7 and word[0] == "ي" and word[1] not in _WEAK)


_TIED = ("لل", "بال", "كال", "وال", "فال")


class UncasedFinder(UncasedWords):
    """Finds mentions in the sentences of one language."""

    def find(self, tokens: Sequence[Token], cues: Sequence[Cue]) -> list[Mention]:
        """Return the mentions of a sentence, in order."""
        subjects = {self.subject_place(tokens, cue) for cue in cues}
        verbs = {cue.first: cue.last for cue in cues if cue.kind is Kind.VERB and cue.first not in subjects}
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            if at in verbs:  # «طالب النائب …»: no student
                at = verbs[at]
                continue
            mention = self._at(tokens, at, expected=at in subjects)
            if mention:
                found.append(mention)
            at = mention.last if mention else at + 1
        return found

    def subject_place(self, tokens: Sequence[Token], cue: Cue) -> int:
        """Where the subject of a verb of speech would start: after small words and the person spoken to."""
        at = cue.last
        while at < min(len(tokens), cue.last + 6):
            token = tokens[at]
            if not token.is_word:
                break
            if token.word == "ل" and at + 1 < len(tokens):
                at += 2
            elif self._hearer(token.word):
                at = self._after_hearer(tokens, at + 1)
            elif cue.kind is Kind.VERB and token.word in self.lexicon.fillers:
                tied = token.word in self.lexicon.prepositions  # «في مقر الشركة»
                if tied and at + 1 < len(tokens) and self._is_owned(tokens[at + 1].word):
                    return len(tokens)  # «بعد اختياره رجل المباراة»: what follows belongs to it
                at = self._after_hearer(tokens, at + 2) if tied else at + 1
            else:
                break
        return at

    def _after_hearer(self, tokens: Sequence[Token], at: int) -> int:
        """«لوكالة فرانس برس»: the words of the hearer's name, up to a role, a given name or a small word."""
        for here in range(at, min(at + 3, len(tokens))):
            word = tokens[here].word
            if (
                not tokens[here].is_word
                or word in self.lexicon.stops
                or word in self.lexicon.given
                or self.noun(word) is Sort.ROLE
            ):
                return here
        return min(at + 3, len(tokens))

    def _at(self, tokens: Sequence[Token], at: int, *, expected: bool) -> Mention | None:
        token = tokens[at]
        if not token.is_word:
            return None
        if token.word in self.lexicon.pronouns and not self._is_verb(token.word):
            return Mention(
                at,
                at + 1,
                (token.start, token.end),
                Sort.PRONOUN,
                (token.word,),
                gender=self.lexicon.pronouns[token.word],
            )
        word, tied = self._untied(token.word, expected=expected)
        kunya = expected and word in self.lexicon.particles and self._may_name(tokens, at + 1)
        if kunya:
            return self._name(tokens, at, tied, expected=True)
        if token.word in self.lexicon.stops:
            return None
        sort = self.noun(word)
        if sort is None and word in self.lexicon.honorifics:
            sort = Sort.ROLE
        if sort is not None and self._is_name_anyway(tokens, at, word, sort):
            sort = None
        if sort is not None:
            return self._phrase(tokens, at, sort, tied, word)
        if expected or (word in self.lexicon.given and not tied):
            return self._name(tokens, at, tied, expected=expected)
        return None

    def _is_name_anyway(self, tokens: Sequence[Token], at: int, word: str, sort: Sort) -> bool:
        """A given name that is also a noun (كريم، أمين، رائد) is a name where a name goes on after it."""
        if word not in self.lexicon.given or at + 1 >= len(tokens):
            return False
        after = tokens[at + 1].word
        if self._has_article(after) and (after.endswith("ة") or self._honoured(tokens, at)):
            return False  # «أمين المنطقة الدكتور …»
        return (
            sort is Sort.ROLE
            and (self._has_article(after) is False or self.noun(after) is None)
            and self._may_name(tokens, at + 1)
            and after not in self.lexicon.roles
        )

    def _honoured(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a title comes up in the words after a noun: then a name is still to come."""
        return any(token.word in self.lexicon.honorifics for token in tokens[at + 2 : at + 5])

    def _untied(self, word: str, *, expected: bool) -> tuple[str, int]:
        """A word without the conjunction or preposition written together with it, and how many letters that was."""
        if self.noun(word) or word in self.lexicon.given or word in self.lexicon.honorifics:
            return word, 0
        for size in (1, 2):
            rest = word[size:]
            if len(rest) < 3 or not all(letter in "وفلب" for letter in word[:size]):
                break
            rest = "ال" + rest[1:] if word[size - 1] == "ل" and rest.startswith("ل") else rest
            if (
                self.noun(rest)
                or rest in self.lexicon.honorifics
                or (rest in self.lexicon.given and expected)
            ):
                return rest, size
        return word, 0

    def _phrase_end(self, tokens: Sequence[Token], at: int) -> int:
        end = at + 1
        limit = min(len(tokens), at + _LONGEST_PHRASE)
        while end < limit:
            word = tokens[end].word
            if end + 1 < limit and self._goes_inside(tokens, at, end):
                end += 2
                continue
            named = end == at + 1 and self._has_article(tokens[at].word)  # «الجندي حديثها»
            owned = named and self._is_owned(word) and not word.startswith("باسم") and self.noun(word) is None
            if owned or self._ends_phrase(tokens, end) or (self._is_tied(word) and end > at + 1):
                break
            end += 1
        return end

    def _phrase(self, tokens: Sequence[Token], at: int, sort: Sort, tied: int, word: str) -> Mention:
        """A noun phrase by its head, and the name that ends it."""
        end = self._phrase_end(tokens, at)
        start = self._name_start(tokens, at, end, sort) if sort is Sort.ROLE else end
        if start < end:
            last = self._name_end(tokens, start, end)
            if last - start > 1 or (last > start and self._is_kin(tokens, start, last)):
                return self._person(tokens, at, start, last, tied)
        first = tokens[at].start + tied
        words = (word, *(token.word for token in tokens[at + 1 : end]))
        gender = (
            "f"
            if sort is Sort.ROLE and word.removeprefix("ال") in self.lexicon.feminine
            else "p"
            if sort is Sort.GROUP
            else "m"
            if sort is Sort.ROLE
            else ""
        )
        return Mention(
            at,
            end,
            (first, tokens[end - 1].end),
            sort,
            words,
            oblique=bool(tied) or self._is_oblique(tokens, at),
            gender=gender,
        )

    def _is_kin(self, tokens: Sequence[Token], start: int, last: int) -> bool:
        """«صديقها يزن»: one name after a role that is somebody's."""
        ends = last >= len(tokens) or not tokens[last].is_word or self._ends_phrase(tokens, last)
        before = tokens[start - 1].word
        return (
            ends and len(before) > 4 and before.endswith(("ه", "ها", "هم")) and self.noun(before) is Sort.ROLE
        )

    def _name_start(self, tokens: Sequence[Token], at: int, end: int, sort: Sort) -> int:
        """Where the name begins in a phrase that begins with a role; ``end`` where there is none."""
        head_is_honorific = tokens[at].word in self.lexicon.honorifics and sort is Sort.ROLE
        given = end
        for here in range(at + 1, end):
            word, before = tokens[here].word, tokens[here - 1].word
            if word in self.lexicon.honorifics or self._is_voice(tokens, here, end):
                continue
            indefinite = not (
                self._has_article(word)
                or word.startswith("لل")
                or self.noun(word)
                or word in self.lexicon.prepositions
            )
            if self._is_governed(tokens, here):
                continue
            if (
                indefinite
                and (before in self.lexicon.honorifics or self._is_definite(before))
                and not self._is_tied(word)
            ):
                return here
            if word in self.lexicon.given and given == end and here + 1 < end:
                given = here
        return (
            at + 1 if head_is_honorific and given == end and not self._has_article(tokens[at].word) else given
        )

    def _name_end(self, tokens: Sequence[Token], start: int, end: int) -> int:
        """Two words; a third that is definite, a given name before it, or tied by a particle."""
        here, count = start, 0
        while here < end:
            word = tokens[here].word
            if count and (
                self.noun(word)
                and word not in self.lexicon.given
                and not self._is_surname(tokens, here, count)
            ):
                break
            if count and (word.startswith(_TIED) or word in self.lexicon.honorifics or self._is_owned(word)):
                break
            if count and _is_present(word) and word not in self.lexicon.given:
                break
            here += 1
            if word in self.lexicon.particles or (count == 1 and word in _SECOND_HALVES):
                continue
            count += 1
            if count >= 2 and not self._goes_on(tokens, here, end, word):
                break
        return here

    def _is_governed(self, tokens: Sequence[Token], at: int) -> bool:
        """«لكرة السلة»: a preposition written together with a noun that the next word makes definite."""
        word = tokens[at].word
        if word in self.lexicon.given or word[0] not in "لب" or len(word) < 4:
            return False
        return (
            at + 1 < len(tokens)
            and self._has_article(tokens[at + 1].word)
            and not tokens[at + 1].word.endswith("ي")
        )

    def _is_owned(self, word: str) -> bool:
        """«حديثه»: a thing of somebody's, no surname."""
        owned = len(word) > 4 and word.endswith(("ه", "ها", "هم")) and not word.endswith("يه")
        return owned and word not in self.lexicon.given

    def _is_surname(self, tokens: Sequence[Token], at: int, count: int) -> bool:
        """«عمر النجار», «سامي حداد»: a noun right after a given name is a surname, if it is no construct («رانيا مديرة المشروع»)."""
        if count != 1 or tokens[at - 1].word not in self.lexicon.given:
            return False
        if self._has_article(tokens[at].word):
            return True
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        masculine = self.noun(tokens[at].word) is Sort.ROLE and not tokens[at].word.endswith("ة")
        return masculine and (after is None or not after.is_word or self._ends_phrase(tokens, at + 1))

    def _goes_on(self, tokens: Sequence[Token], at: int, end: int, word: str) -> bool:
        if at >= end:
            return False
        after = tokens[at].word
        if after in self.lexicon.particles:
            return True
        if self._has_article(word):
            return False
        if after in _SECOND_HALVES:
            return True
        if self._has_article(after) and (after.endswith("ة") or self._is_predicate(tokens, at + 1)):
            return False  # «وصف محاميه جورج نصار القضية بأنها»
        if self._has_article(after):  # «محمد صالح العلي», but not «رودريغو مشهد الهدف»
            nisba = after.endswith("ي") or tokens[at - 1].word in self.lexicon.given
            return nisba and self.noun(after) is None
        return after in self.lexicon.given

    def _is_predicate(self, tokens: Sequence[Token], at: int) -> bool:
        """«… بأنه», «… بـ"…"»: the word before is what is described, not a name."""
        word = tokens[at].word if at < len(tokens) else ""
        return word == "ب" or (word.startswith("ب") and word in self.lexicon.that)

    def _name(self, tokens: Sequence[Token], at: int, tied: int, *, expected: bool) -> Mention | None:
        """A name without a role before it; one word of it, or a definite noun, only where a subject is expected."""
        governed = (
            tokens[at].word.startswith(("بال", "لل", "كال")) and tokens[at].word not in self.lexicon.given
        )
        if governed or self._ends_phrase(tokens, at):
            return None
        end = self._phrase_end(tokens, at)
        last = self._name_end(tokens, at, end)
        word = tokens[at].word
        if last - at > 1 and not self._has_article(word):
            after = tokens[at + 1].word
            noun = word in self.lexicon.common and self._has_article(after) and not after.endswith("ي")
            return None if noun and not expected else self._person(tokens, at, at, last, tied)
        alone = last - at == 1 and word not in self.lexicon.given
        how = word.endswith("ة") or (word.endswith(("ه", "ها", "هم")) and not word.endswith("يه"))
        if not expected or (alone and how):
            return None  # «أوضحت مبتسمة», «أبدى رضاه»: how it was said or what was shown, not who
        sort = Sort.SINGLE
        if self._has_article(word) and last - at > 1:
            sort, last = Sort.ROLE, end
        words = tuple(token.word for token in tokens[at:last])
        return Mention(at, last, (tokens[at].start + tied, tokens[last - 1].end), sort, words)

    def _person(self, tokens: Sequence[Token], first: int, start: int, last: int, tied: int) -> Mention:
        words = tuple(token.word for token in tokens[start:last])
        before = [
            token
            for token in tokens[first:start]
            if token.word not in self.lexicon.honorifics or self.noun(token.word) is Sort.ROLE
        ]
        gender = "f" if before and before[0].word.removeprefix("ال") in self.lexicon.feminine else ""
        after = self._apposition(tokens, last) if not before else last
        role = [*before, *tokens[last:after]]
        return Mention(
            first,
            after,
            (tokens[start].start + (tied if start == first else 0), tokens[last - 1].end),
            Sort.PERSON if len(words) > 1 else Sort.SINGLE,
            words,
            role=tuple(token.word for token in role),
            role_span=(role[0].start + (tied if start > first else 0), role[-1].end) if role else None,
            oblique=bool(tied) or self._is_oblique(tokens, first),
            gender=gender or surname_gender(words, self.lexicon),
        )

    def _apposition(self, tokens: Sequence[Token], at: int) -> int:
        """«خالد المعشري مدير الدفاع المدني»: a role right after the name."""
        if at < len(tokens) and tokens[at].is_word and self.noun(tokens[at].word) is Sort.ROLE:
            return self._phrase_end(tokens, at)
        return at

    def singles(
        self, tokens: Sequence[Token], surnames: Collection[str], taken: Collection[int]
    ) -> list[Mention]:
        """Surnames of known people that stand alone, outside the mentions already found."""
        found = []
        for at, token in enumerate(tokens):
            if at in taken or not token.is_word:
                continue
            size = (
                0
                if token.word in surnames
                else 1
                if token.word[:1] in ("و", "ل", "ب") and token.word[1:] in surnames
                else -1
            )
            if size >= 0:
                span = (token.start + size, token.end)
                oblique = bool(size) or self._is_oblique(tokens, at)
                found.append(Mention(at, at + 1, span, Sort.SINGLE, (token.word[size:],), oblique=oblique))
        return found
