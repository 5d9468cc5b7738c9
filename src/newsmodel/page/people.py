"""The parties of an article: who is named in it, in which forms, and which later words mean the same one.

Strategy. A name of two words or more makes a party; a later name whose words all occur in an earlier one is that one's, by stem where
the language declines names. A role is a name's when it stands with it; alone it goes back to the party that last bore it: the same
noun, or one that news texts swap for it, and no modifier that the party does not have («الرئيس الروسي» is not the Azerbaijani one).
The name of a party is its fullest form; among equally full ones, the one that stood as a subject, else the first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from attrs import define, field

from newsmodel.page.forms import given_stems, stem, surname_gender
from newsmodel.page.lexicon.base import Lexicon
from newsmodel.page.marks import Span

_NEAREST = 50  # bearers of a role that one alone may go back to
PartySort = Literal["person", "organisation", "group", "document", "unnamed"]


@define(eq=False)
class Party:
    """One person, organisation, group or document, while an article is read."""

    sort: PartySort
    name: str
    keys: tuple[str, ...]
    gender: str = ""
    surfaces: dict[Span, str] = field(factory=dict)
    role: str | None = None
    roles: list[tuple[str, frozenset[str]]] = field(factory=list)  # head and modifiers
    subject_form: str | None = None
    confirmed: bool = False  # a person for certain: by a role, a known given name, or because of speaking
    oblique: bool = False  # its full form was never seen in the nominative
    surname: str = ""  # folded, as it stood first
    first: str = ""  # the first word of the name, folded
    born: int = 0  # where it was named first

    def agrees(self, gender: str) -> bool:
        """Whether a verb or a pronoun of this gender may mean this party."""
        if not gender:
            return True
        if self.sort in ("organisation", "document"):
            return True
        if self.sort == "group":
            return gender == "p"
        return gender in "mf" and (not self.gender or self.gender == gender)


@define(eq=False)
class Register:
    """All parties of an article, found again by name or role."""

    lexicon: Lexicon
    parties: list[Party] = field(factory=list)
    by_key: dict[str, list[Party]] = field(factory=dict)
    by_head: dict[str, list[Party]] = field(factory=dict)

    def keys(self, words: Sequence[str]) -> tuple[str, ...]:
        return tuple(stem(word, self.lexicon) for word in words if word not in self.lexicon.particles)

    def named(self, words: Sequence[str]) -> Party | None:
        """The party whose name has all these words; the last word of a name counts most."""
        keys = self.keys(words)
        if not keys:
            return None
        found = [party for party in self.by_key.get(keys[-1], ())[:50] if set(keys) <= set(party.keys)]
        exact = [party for party in found if party.keys == keys or party.keys[-1] == keys[-1]]
        return exact[-1] if exact else found[-1] if found else None

    def add(self, sort: PartySort, words: Sequence[str], surface: str, span: Span) -> Party:
        """The party that this name means, made where there is none."""
        party = (
            (self.named(words) or self._by_patronymic(words)) if sort == "person" else self._same(sort, words)
        )
        keys = self.keys(words)
        if party is None:
            surname = words[-1] if words else ""
            gender = surname_gender(words, self.lexicon) if sort == "person" else ""
            party = Party(
                sort,
                surface,
                keys,
                surname=surname,
                first=words[0] if words else "",
                born=span[0],
                gender=gender,
                oblique=self._is_oblique(words),
                confirmed=bool(gender),
            )
            self.parties.append(party)
            self._index(party, keys)
        party.surfaces.setdefault(span, surface)
        return party

    def _by_patronymic(self, words: Sequence[str]) -> Party | None:
        """«Герман Олегович» is the one Герман of the article."""
        if (
            not self.lexicon.declined
            or len(words) != 2
            or not words[1].endswith(("вич", "вна", "ьич", "ична"))
        ):
            return None
        given = stem(words[0], self.lexicon)
        same = [party for party in self.by_key.get(given, ())[:50] if party.keys[0] == given]
        return same[0] if len({id(party) for party in same}) == 1 else None

    def _is_oblique(self, words: Sequence[str]) -> bool:
        """Whether a given name that the lexicon knows stands in another case."""
        first = words[0] if words else ""
        known = self.lexicon.declined and stem(first, self.lexicon) in given_stems(self.lexicon)
        return known and first not in self.lexicon.given

    def _same(self, sort: PartySort, words: Sequence[str]) -> Party | None:
        keys = self.keys(words)
        several = self.by_key.get(keys[-1], ()) if keys else ()
        return next((party for party in several[:50] if party.sort == sort and party.keys == keys), None)

    def _index(self, party: Party, keys: Sequence[str]) -> None:
        for key in dict.fromkeys(keys):
            self.by_key.setdefault(key, []).append(party)

    def bears(self, party: Party, role: Sequence[str], text: str) -> None:
        """Note a role that stands with a name."""
        parsed = self._parsed(role)
        if parsed is None:
            return
        party.confirmed = True
        if party.role is None:
            party.role = text
        party.roles.append(parsed)
        head = parsed[0]
        if any(word in self.lexicon.feminine for word in role) and not party.gender:
            party.gender = "f"
        for key in self._swapped(head):
            self.by_head.setdefault(key, []).append(party)

    def _parsed(self, role: Sequence[str]) -> tuple[str, frozenset[str]] | None:
        """The head of a role and what modifies it."""
        words = [
            part
            for word in role
            if word not in self.lexicon.stops
            for part in self.lexicon.expands.get(stem(word, self.lexicon), (word,))
        ]
        heads = [word for word in words if self.is_role(word)] or words
        if not heads:
            return None
        head = heads[-1] if self.lexicon.head_last else heads[0]
        if self.lexicon.article and not self.is_role(head):
            head = next((one for one in self.lexicon.counterparts if head.startswith(one)), head)
        return stem(head, self.lexicon), frozenset(stem(word, self.lexicon) for word in words if word != head)

    def is_role(self, word: str) -> bool:
        """Whether a word is a role, with or without its article."""
        roles = self.lexicon.roles
        return word in roles or (
            bool(self.lexicon.article) and word.removeprefix(self.lexicon.article) in roles
        )

    def _swapped(self, head: str) -> set[str]:
        same = {head}
        for group in self.lexicon.same_role:
            stems = {stem(word, self.lexicon) for word in group}
            if head in stems:
                same |= stems
        return same

    def _bearers(self, head: str, place: int) -> Sequence[Party]:
        """Who bears a role, as far as they are named not long before a place, or next after it."""
        several = self.by_head.get(head, [])
        at = bisect_left(several, place, key=lambda party: party.born)
        return several[max(0, at - _NEAREST) : at + 1]

    def bearer(
        self, role: Sequence[str], recent: Sequence[Party], place: int, since: int = 0
    ) -> Party | None:
        """The party that a role alone goes back to; ``recent`` are the parties that spoke, the latest last.

        Somebody named before it comes before whoever is named later, the bearer of the very noun before those of nouns like it,
        the only one named after ``since`` (the last act of speech) before the last one who spoke.
        """
        parsed = self._parsed(role)
        if parsed is None:
            return None
        head, modifiers = parsed
        modifiers -= frozenset(stem(word, self.lexicon) for word in self.lexicon.own)
        fits = [party for party in self._bearers(head, place) if _fits(party, head, modifiers)]
        if not fits and modifiers:
            others = [
                party
                for word in self.lexicon.counterparts
                for party in self._bearers(stem(word, self.lexicon), place)
            ]
            fits = [party for party in others if any(modifiers & more for _, more in party.roles)]
        fits = [party for party in fits if party.born < place] or fits
        fits = [party for party in fits if any(own == head for own, _ in party.roles)] or fits
        if len(set(map(id, fits))) > 1:
            named = [party for party in fits if any(since < start < place for start, _ in party.surfaces)]
            spoke = [party for party in reversed(recent) if any(party is one for one in fits)]
            fits = named if len(named) == 1 else spoke[:1] or fits
        return fits[-1] if fits else None


def _fits(party: Party, head: str, modifiers: frozenset[str]) -> bool:
    """A role without modifiers fits any bearer; else one modifier must be shared, and all where the heads differ."""
    if not modifiers:
        return True
    return any(
        modifiers <= (others | {own}) or not others if own != head else bool(modifiers & others) or not others
        for own, others in party.roles
    )
