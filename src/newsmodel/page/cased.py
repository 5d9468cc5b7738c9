"""Mentions in languages whose names have capitals.

Strategy. A run of capitalised words is a name: of an organisation where it holds a noun for one or only capitals, else of a person. A role
before it belongs to it and is no part of the name; a given name inside a run starts the name anew («главного архитектора Дербента Марии
Остроумовой»), and of three words after a role the first is most often a place. A single capitalised word is a surname only if the article
or a verb of speech says so. Lower-case nouns for roles, organisations, groups and documents are mentions of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel.page.cased_words import CasedWords
from newsmodel.page.forms import surname_gender
from newsmodel.page.mentions import Mention, Sort
from newsmodel.page.tokens import Token

_LONGEST_NAME = 4
_LONGEST_ACRONYM = 5
_LONGEST_ROLE = 9


class CasedFinder(CasedWords):
    """Finds mentions in the sentences of one language."""

    def find(self, tokens: Sequence[Token], known: frozenset[str]) -> list[Mention]:
        """Return the mentions of a sentence; ``known`` are stems of roles that this article gave to somebody."""
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            mention = self._at(tokens, at, known) if tokens[at].is_word else None
            if mention:
                found.append(mention)
            at = max(at + 1, mention.last if mention else 0)
        return found

    def _at(self, tokens: Sequence[Token], at: int, known: frozenset[str]) -> Mention | None:
        token = tokens[at]
        if token.word in self.lexicon.pronouns and not self._is_relative(token):
            return Mention(
                at,
                at + 1,
                (token.start, token.end),
                Sort.PRONOUN,
                (token.word,),
                gender=self.lexicon.pronouns[token.word],
            )
        one_of = self._one_of(tokens, at)
        if one_of is not None:
            return one_of
        run = self._run(tokens, at)
        if run - at > _LONGEST_ACRONYM and all(one.upper for one in tokens[at:run] if one.is_word):
            return None  # a line in capitals
        if run > at and all(len(one.word) == 1 for one in tokens[at:run]):
            return None  # "H.E.": letters, and no name
        if run > at:
            return self._name(tokens, at, at, run)
        sort = Sort.ROLE if self._is_aged(token.word) else self.noun(token.word)
        if sort is None and self._key(token.word) in known and not token.capital:
            sort = Sort.ROLE
        return self._noun_phrase(tokens, at, sort) if sort else None

    def _one_of(self, tokens: Sequence[Token], at: int) -> Mention | None:
        """«Один из собеседников», "one of the officials": somebody who is not named."""
        lexicon = self.lexicon
        if (
            tokens[at].word not in lexicon.one_of
            or at + 2 >= len(tokens)
            or tokens[at + 1].word not in ("из", "of")
        ):
            return None
        for here in range(at + 2, min(at + 6, len(tokens))):
            if not tokens[here].is_word or tokens[here].word in lexicon.verbs:
                return None
            if self.noun(tokens[here].word) in (Sort.ROLE, Sort.GROUP):
                end = max(self._right(tokens, here, Sort.ROLE))
                words = tuple(token.word for token in tokens[at:end] if token.is_word)
                span = (tokens[at].start, _end(tokens, end))
                oblique = self._is_oblique(tokens, at)
                return Mention(
                    at, end, span, Sort.ROLE, words, oblique=oblique, gender=lexicon.one_of[tokens[at].word]
                )
        return None

    def _is_relative(self, token: Token) -> bool:
        return token.word in self.lexicon.relative

    def _name(
        self, tokens: Sequence[Token], first: int, at: int, end: int, *, role_before: bool = False
    ) -> Mention:
        """A name from a run; ``first`` is where the role before it started."""
        run = [token for token in tokens[at:end] if token.is_word]
        if self._is_organisation(run, role_before=role_before) or (
            first == at and self._is_definite(tokens, at, run)
        ):
            if first < at and self.lexicon.declined and self.noun(tokens[first].word) is Sort.ROLE:
                return self._nameless(
                    tokens, first, self._to_the_right(tokens, end), Sort.ROLE
                )  # «глава МИД»
            return self._organisation(tokens, first, end)
        if self.noun(run[-1].word) is Sort.ROLE and not self._is_given(run[0].word) and not role_before:
            return self._capital_role(tokens, first, end)  # "Labour MP", "Prime Minister"
        start = self._name_start(run, role_before=role_before or first < at)
        name, before = run[start:], [token for token in tokens[first:at] if token.is_word] + run[:start]
        name = name[:_LONGEST_NAME]
        words = tuple(_bare(token.word) for token in name)
        sort = Sort.PERSON if len(words) > 1 else Sort.SINGLE
        end_of_name = name[-1].end - (
            2 if name[-1].word.endswith("'s") else 1 if name[-1].word.endswith("'") else 0
        )
        return Mention(
            first,
            end,
            (name[0].start, end_of_name),
            sort,
            words,
            role=tuple(token.word for token in before),
            role_span=(before[0].start, before[-1].end) if before else None,
            oblique=self._is_oblique(tokens, first) or name[-1].word.endswith(("'s", "s'")),
            declined=first < at and self.is_oblique_form(tokens[first].word),
            gender=surname_gender(words, self.lexicon),
        )

    def _capital_role(self, tokens: Sequence[Token], first: int, end: int) -> Mention:
        end = self._to_the_right(tokens, end, small=True)
        return self._nameless(tokens, self._left(tokens, first), end, Sort.ROLE)

    def _is_definite(self, tokens: Sequence[Token], at: int, run: Sequence[Token]) -> bool:
        """Nobody is called "the John Smith", but "the Citizenship Clause" is."""
        before = tokens[at - 1].word if at else ""
        role = any(
            self.noun(token.word) is Sort.ROLE or token.word in self.lexicon.honorifics for token in run
        )
        return before in self.lexicon.determiners and before not in _BE and not role and len(run) > 1

    def _is_organisation(self, run: Sequence[Token], *, role_before: bool) -> bool:
        if all(_is_acronym(token) for token in run):
            return True
        if self.lexicon.declined and all(token.word.isascii() for token in run):
            return True  # «Forbes» among Cyrillic names
        if len(run) > 1 and run[-1].word in self.lexicon.things:
            return True
        nouns = [self.noun(token.word) for token in run]
        if nouns[-1] is Sort.ROLE or (role_before and nouns[-1] is not Sort.ORGANISATION):
            return False
        return Sort.ORGANISATION in nouns or _is_acronym(run[0])

    def _name_start(self, run: Sequence[Token], *, role_before: bool) -> int:
        """How many words of a run are a role, an organisation or a place before the name."""
        last_role = max(
            (
                at + 1
                for at, token in enumerate(run[:-1])
                if self.noun(token.word) or token.word in self.lexicon.honorifics or _is_acronym(token)
            ),
            default=0,
        )
        given = next((at for at in range(last_role, len(run) - 1) if self._is_given(run[at].word)), None)
        if given is not None:
            return given
        if role_before and len(run) - last_role == 2 and self._is_kin(run):  # «внучка Петровой Анна»
            return len(run) - 1
        if (
            role_before
            and len(run) - last_role >= 3
            and self.lexicon.declined
            and not run[-1].word.endswith(("вич", "вна", "вича", "вны"))
        ):
            return len(run) - 2
        return last_role

    def _is_kin(self, run: Sequence[Token]) -> bool:
        """Whose relative somebody is, and a given name."""
        return (
            self.lexicon.declined
            and run[-1].word in self.lexicon.given
            and run[-2].word.endswith(("овой", "евой", "иной", "ской", "цкой", "ского", "цкого"))
        )

    def _organisation(self, tokens: Sequence[Token], first: int, end: int) -> Mention:
        """A named organisation, with what follows "of" and a name in marks."""
        start = self._left(tokens, first) if not tokens[first].capital else first
        end = self._to_the_right(tokens, end)
        words = tuple(token.word for token in tokens[start:end] if token.is_word)
        return Mention(
            start,
            end,
            (tokens[start].start, _end(tokens, end)),
            Sort.ORGANISATION,
            words,
            oblique=self._is_oblique(tokens, start),
        )

    def _to_the_right(self, tokens: Sequence[Token], end: int, *, small: bool = False) -> int:
        """A name in marks, or what "of" and "for" tie on: names, and after a role small words too."""
        if end < len(tokens) and tokens[end].quote >= 0 and not tokens[end].speech:
            return end + 1
        for _ in range(3):
            ahead = self._tied_on(tokens, end, small=small)
            if ahead == end:
                break
            end = ahead
        return end

    def _tied_on(self, tokens: Sequence[Token], end: int, *, small: bool) -> int:
        if not self.lexicon.head_last or end >= len(tokens) or tokens[end].word not in ("of", "for"):
            return end
        here = end + 1
        while here < len(tokens) and tokens[here].word in self.lexicon.determiners:
            here += 1
        run = self._run(tokens, here)
        if run > here or not small:
            return run if run > here else end
        while here < len(tokens) and here < end + 4 and self._is_small(tokens[here]):
            here += 1
        return here if here > end + 1 else end

    def _noun_phrase(self, tokens: Sequence[Token], at: int, sort: Sort) -> Mention:
        """A role, organisation or group by its common noun; a name right after it takes the role."""
        if (
            self.lexicon.head_last
            and sort is not Sort.ROLE
            and at + 1 < len(tokens)
            and self.noun(tokens[at + 1].word) is Sort.ROLE
        ):
            return self._noun_phrase(tokens, at + 1, Sort.ROLE)  # "council leader": the last noun counts
        start = self._left(tokens, at)
        end, run = self._right(tokens, at, sort)
        if run > end and sort is Sort.ROLE:
            return self._name(tokens, start, end, run, role_before=True)
        if (
            run > end
            and sort is not Sort.ROLE
            and not self.lexicon.declined
            and self._run_is_person(tokens, end, run)
        ):
            return self._name(tokens, start, end, run, role_before=True)
        return self._nameless(
            tokens, start, self._to_the_right(tokens, max(end, run), small=sort is Sort.ROLE), sort
        )

    def _nameless(self, tokens: Sequence[Token], start: int, end: int, sort: Sort) -> Mention:
        """A noun phrase without a name."""
        words = tuple(
            token.word
            for token in tokens[start:end]
            if token.is_word and token.word not in self.lexicon.stops
        )
        feminine = sort is Sort.ROLE and any(word in self.lexicon.feminine for word in words)
        gender = "f" if feminine else "p" if sort is Sort.GROUP else ""
        span = (tokens[start].start, _end(tokens, end))
        return Mention(
            start,
            end,
            span,
            sort,
            words,
            oblique=self._is_oblique(tokens, start),
            declined=self.is_oblique_form(tokens[start].word),
            gender=gender,
        )

    def _run_is_person(self, tokens: Sequence[Token], at: int, run: int) -> bool:
        return run - at > 1 and self._is_given(tokens[at].word)

    def _behind_marks(self, tokens: Sequence[Token], at: int) -> int:
        """Where a name in marks ends that starts here, be it inside a narrator's words; the same place where none does."""
        token = tokens[at]
        if not self.lexicon.declined or (token.quote < 0 and token.word != "«") or token.speech:
            return at
        if token.quote >= 0:
            return at + 1
        return next(
            (here + 1 for here in range(at + 1, min(at + _MARKED, len(tokens))) if tokens[here].word == "»"),
            at,
        )

    def _is_region(self, tokens: Sequence[Token], at: int) -> bool:
        """«Приозёрской области» after a role: a capitalised adjective and its small noun."""
        if not self.lexicon.declined or at + 1 >= len(tokens):
            return False
        token, after = tokens[at], tokens[at + 1]
        adjective = token.capital and token.word.endswith(_REGION)
        return adjective and after.is_word and not after.capital and self._goes_on(after)

    def _left(self, tokens: Sequence[Token], at: int) -> int:
        """Where the noun phrase before a head noun starts: its determiner and modifiers."""
        if self.lexicon.declined:
            return at
        start = at
        while start > 0 and at - start < 5:
            token = tokens[start - 1]
            if (
                not token.is_word
                or token.word in self.lexicon.verbs
                or token.word in self.lexicon.participles
            ):
                break
            if token.word in self.lexicon.determiners and token.word not in _BE:
                return start - 1
            if (
                token.word in self.lexicon.stops
                or token.word in self.lexicon.prepositions
                or token.word in self.lexicon.fillers
            ):
                break
            start -= 1
        return start

    def _right(self, tokens: Sequence[Token], at: int, sort: Sort) -> tuple[int, int]:
        """Where a head noun's phrase ends, and where a run of capitals right after it ends."""
        end = at + 1
        limit = min(len(tokens), at + _LONGEST_ROLE)
        while end < limit:
            token = tokens[end]
            behind = self._behind_marks(tokens, end)
            if behind > end and (
                sort is Sort.ROLE
                or self._bears_name(tokens[end - 1])
                or self._run(tokens, behind) > behind + 1
            ):
                end = behind
                continue
            if self._is_region(tokens, end):
                end += 2
                continue
            if not token.is_word or self._is_name_word(tokens, end):
                break
            role = self.noun(token.word) is Sort.ROLE
            if role and (sort is not Sort.ROLE or (self.lexicon.declined and not self._is_genitive(token))):
                break
            by = tokens[end - 1].word == "по" and self._is_small(token)  # «по маркетингу»
            if not (role or by or token.word in self.lexicon.honorifics or self._goes_on(token)):
                break
            end += 1
        run = self._run(tokens, end)
        return end, run


_MARKED = 8  # tokens that a name in marks inside a narrator's words may have
_REGION = ("ской", "цкой", "ского", "цкого", "ной", "ного", "ских")
_BE = frozenset(["to", "be", "is", "was", "were", "been", "being", "that"])


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")


def _is_acronym(token: Token) -> bool:
    return (
        token.capital and len(token.word) > 1 and token.end - token.start == len(token.word) and token.upper
    )


def _end(tokens: Sequence[Token], last: int) -> int:
    return max(tokens[last - 1].end, tokens[last - 1].outer)
