"""What a language file states, and the few regular word forms that it need not spell out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from attrs import field, frozen

from newsmodel.page.fold import fold


def words(text: str) -> frozenset[str]:
    """The folded words of a list written as running text."""
    return frozenset(fold(word) for word in text.split())


def lines(text: str) -> tuple[str, ...]:
    """The entries of a list with one entry a line, as written."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _frozen(words: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(words))


def _phrases(entries: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        phrase = tuple(fold(word) for word in entry.split())
        found.setdefault(phrase[0], []).append(phrase)
    return MappingProxyType(
        {first: tuple(sorted(several, key=len, reverse=True)) for first, several in found.items()}
    )


def _openings(entries: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Phrases by which a line begins, as their folded words."""
    return frozenset(tuple(fold(word) for word in entry.split()) for entry in entries)


def _parts(pairs: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType(
        {fold(word): tuple(fold(part) for part in parts.split()) for word, parts in pairs.items()}
    )


def _bare(labels: str) -> frozenset[str]:
    return frozenset(fold(label).strip() for label in labels.split("|"))


def _labels(pairs: Mapping[str, str]) -> Mapping[str, str]:
    """Labels, folded, with the role that each announces; one entry may hold several separated by ``|``."""
    return MappingProxyType(
        {
            fold(label).strip(): role
            for role, labels in pairs.items()
            for label in labels.replace("\n", "|").split("|")
            if label.strip()
        }
    )


@frozen(kw_only=True, eq=False)
class Lexicon:
    """The words by which a language says who said what. All of it is data; no rule lives here.

    A verb's value says what it agrees with: ``m``, ``f``, ``n``, ``p`` (plural) or ``""`` (any).
    """

    tag: str
    cased: bool = True  # names begin with capitals
    verb_first: bool = False  # the subject follows the verb of speech
    declined: bool = False  # names have case endings
    dash_dialogue: bool = False  # a paragraph that opens with a dash is speech
    prefixes: str = ""  # letters written together with the next word: Arabic wa-, fa-
    article: str = ""  # a definite article written together with its noun
    verbs: Mapping[str, str] = field(converter=_frozen)
    participles: Mapping[str, str] = field(converter=_frozen)
    needs: Mapping[str, str] = field(
        converter=_frozen, factory=dict
    )  # verbs only before this particle: «عبّر عن»
    impersonal: frozenset[str] = (
        frozenset()
    )  # verbs whose speaker stands behind a preposition: «в докладе говорится»
    modals: frozenset[str] = frozenset()  # before a verb's bare form: "would say"
    passives: frozenset[str] = frozenset()  # "asked": no act of speech where its subject was asked
    passive_after: frozenset[str] = frozenset()  # "when", a comma
    passive_before: frozenset[str] = frozenset()  # "about", "whether"
    own: frozenset[str] = (
        frozenset()
    )  # in a role: what everybody is of («глава региона»), no way to tell two bearers apart
    object_verbs: frozenset[str] = frozenset()  # verbs that name the hearer next, never the speaker: "told"
    gestures: Mapping[str, str] = field(converter=_frozen)  # introduce speech only beside a quote
    sayers: frozenset[str] = frozenset()  # participles that go with the verb before: «… قائلا»
    quoting: Mapping[str, tuple[tuple[str, ...], ...]] = field(converter=_phrases, factory=tuple)
    according: Mapping[str, tuple[tuple[str, ...], ...]] = field(converter=_phrases)
    pronouns: Mapping[str, str] = field(converter=_frozen)
    possessives: Mapping[str, str] = field(converter=_frozen)  # «по его словам»
    his_words: Mapping[str, str] = field(converter=_frozen, factory=dict)  # one word: «بحسبه»
    roles: frozenset[str]
    honorifics: frozenset[str]
    organisations: frozenset[str]
    groups: frozenset[str]
    things: frozenset[str] = frozenset()  # end the name of a place or a thing: "Victoria Gardens"
    documents: frozenset[str]
    head_last: bool = False  # the head of a role is its last noun: "culture minister"
    noun_makers: frozenset[str] = frozenset()  # after these no verb stands: «عدم ذكر», the not mentioning
    determiners: frozenset[str] = frozenset()  # before a word that looks like a verb: it is a noun
    feminine: frozenset[str] = frozenset()  # roles that only a woman bears
    counterparts: frozenset[str] = frozenset()  # roles that repeat the role of somebody else
    same_role: tuple[frozenset[str], ...] = ()  # roles that news texts swap for each other
    given: frozenset[str] = frozenset()
    given_feminine: frozenset[str] = frozenset()
    irregular: frozenset[str] = frozenset()  # forms of roles that no rule leads back: «посла»
    hearers: frozenset[str] = frozenset()  # «لبي بي سي»: who is spoken to, in one word with its preposition
    directions: frozenset[str] = frozenset()  # begin names of places: "South", «Нижний»
    common: frozenset[str] = frozenset()  # given names that are common nouns too
    particles: frozenset[str] = frozenset()  # inside a name: bin, van, de
    named: frozenset[str]  # things whose name stands in marks
    naming: frozenset[str]  # "called", «под названием»
    prepositions: frozenset[str]
    stops: frozenset[str]  # words that no name contains
    fillers: frozenset[str]  # may stand between a verb and its subject
    that: frozenset[str]
    relative: frozenset[str] = frozenset()  # who, which
    connectors: frozenset[str] = frozenset()  # and, but: join a second verb to the same subject
    abbreviations: frozenset[str] = frozenset()  # a point after these ends no sentence
    labels: Mapping[str, str] = field(converter=_labels)
    bare_labels: frozenset[str] = field(converter=_bare, default="")  # labels that may do without a colon
    service: frozenset[str] = frozenset()  # words that end the names after a label: «للنشرة العربية»
    links: frozenset[tuple[str, ...]] = field(
        converter=_openings, factory=tuple
    )  # "read also": begin a line that leads away
    invitations: frozenset[tuple[str, ...]] = field(
        converter=_openings, factory=tuple
    )  # "follow": if a network is in the line
    networks: frozenset[str] = frozenset()
    contributed: tuple[str, ...] = ()  # phrases that end a line about who helped
    joiners: frozenset[str] = frozenset()  # "and" between the names of a byline
    at_places: frozenset[str] = frozenset()  # end the name in a byline: "Jane Roe in Rome"
    date_words: frozenset[str] = frozenset()  # stand beside a date in its line: published, weekdays
    update_words: frozenset[str] = frozenset()  # "updated": the date after them is not the first one
    expands: Mapping[str, tuple[str, ...]] = field(
        converter=_parts, factory=dict
    )  # «МИД» in a role: of foreign affairs
    one_of: Mapping[str, str] = field(converter=_frozen, factory=dict)  # «один» (из), "one" (of)
    epithets: frozenset[str] = (
        frozenset()
    )  # roles that call somebody again who was named: «дипломат», "the striker"
    places: frozenset[str] = frozenset()  # states and their capitals, which speak for governments
    language_names: Mapping[str, str] = field(converter=_frozen)
    function_words: frozenset[str]  # the most frequent words, by which the language is known


def past(text: str) -> Iterator[tuple[str, str]]:
    """Russian past tense from its masculine form: gender and number."""
    for word in words(text):
        base, tail = (word[:-2], "сь") if word.endswith("ся") else (word, "")
        yield word, "m"
        if not base.endswith("л"):  # изрек -> изрекла
            base += "л"
        yield base + "а" + tail, "f"
        yield base + "о" + tail, "n"
        yield base + "и" + tail, "p"


def english(text: str) -> Iterator[tuple[str, str]]:
    """English finite forms: ``say/said`` states an irregular past, ``admit/admitted`` a doubled letter."""
    for word in text.split():
        base, _, irregular = word.partition("/")
        yield base, "p"
        yield _third_person(base), ""
        yield irregular or (base + "d" if base.endswith("e") else _vowel_y(base, "ied", "ed")), ""


def _third_person(base: str) -> str:
    return base + "es" if base.endswith(("s", "sh", "ch", "x", "z")) else _vowel_y(base, "ies", "s")


def _vowel_y(base: str, after_consonant: str, otherwise: str) -> str:
    return base[:-1] + after_consonant if base[-1] == "y" and base[-2] not in "aeiou" else base + otherwise


def gerunds(text: str) -> Iterator[tuple[str, str]]:
    """English -ing forms; ``admit/admitting`` states an irregular one."""
    for word in text.split():
        base, _, irregular = word.partition("/")
        yield irregular or (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing", ""


def arabic_past(text: str) -> Iterator[tuple[str, str]]:
    """Arabic perfect, third person, from the masculine singular."""
    for word in words(text):
        yield word, "m"
        weak = word[-1] in "ىا"
        yield (word[:-1] if weak else word) + "ت", "f"
        yield (word[:-1] if weak else word) + "وا", "p"
        yield word + ("ا" if not weak else "يا"), "p"


def arabic_present(text: str) -> Iterator[tuple[str, str]]:
    """Arabic imperfect, third person, from the masculine singular (with its ya)."""
    for word in words(text):
        yield word, "m"
        yield "ت" + word[1:], "f"
        yield (word[:-1] if word[-1] in "ىي" else word) + "ون", "p"


def arabic_participles(text: str) -> Iterator[tuple[str, str]]:
    """Arabic circumstantial participles from the bare masculine: -an, -atan, -ina."""
    for word in words(text):
        yield (word + "ا" if word[-1] not in "اى" else word), "m"
        yield (word[:-1] + "ية" if word[-1] == "ى" else word + "ة"), "f"
        yield word + "ين", "p"
