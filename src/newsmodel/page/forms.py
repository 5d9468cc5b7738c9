"""Forms of names: what they have in common, whose gender and which case they show.

Only Russian declines names here. An ending is taken off for comparison and never put on: a form that does not stand in the text is not made.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from newsmodel.page.lexicon.base import Lexicon

_ENDINGS = [
    "ого",
    "его",
    "ому",
    "ему",
    "ыми",
    "ими",
    "ой",
    "ей",
    "ою",
    "ею",
    "ым",
    "им",
    "ом",
    "ем",
    "ая",
    "яя",
    "ую",
    "юю",
    "ых",
    "их",
    "ый",
    "а",
    "я",
    "у",
    "ю",
    "е",
    "ы",
    "и",
    "о",
    "ь",
    "й",
]
_LONGEST_WORD = 40  # longer ones are no names, and are not kept in the cache
_ADJECTIVES = ("кий", "хий", "ший", "жий", "чий", "щий")
_FEMININE_ENDINGS = (
    "ова",
    "ева",
    "ина",
    "ына",
    "ская",
    "цкая",
    "овой",
    "евой",
    "иной",
    "ской",
    "цкой",
    "ову",
    "еву",
    "ину",
    "скую",
)
_MASCULINE_ENDINGS = ("ов", "ев", "ин", "ын", "ский", "цкий", "ской", "ого", "ому", "ым", "ову", "еву", "ину")


def stem(word: str, lexicon: Lexicon) -> str:
    """What the forms of a name or a role have in common."""
    return _stem(word, lexicon) if len(word) <= _LONGEST_WORD else word


@lru_cache(maxsize=8192)
def _stem(word: str, lexicon: Lexicon) -> str:
    if lexicon.declined:
        if word.endswith(_ADJECTIVES):  # Зеленский, but Дмитри-й like Дмитри-я
            return word[:-2]
        return next(
            (word[: -len(one)] for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= 3), word
        )
    if lexicon.article:
        return word.removeprefix(lexicon.article) if len(word) > 4 else word
    return word.removesuffix("'s").removesuffix("'")


_VERB_ENDINGS = (
    "ет", "ит", "ют", "ят", "ут", "ат", "ал", "ил", "ел", "ул", "ял", "ала", "ила", "ела", "ула", "яла", "али", "или", "ели", "ули", "яли",
    "ется", "ится", "утся", "ются", "ятся", "ался", "ился", "елся", "улся", "ялся", "алась", "илась", "елась", "улась", "ялась", "ались", "ились", "улись",
)  # fmt: skip


def looks_like_verb(word: str) -> bool:
    """Whether a Russian word ends like a finite verb of the third person."""
    return len(word) > 4 and word.endswith(_VERB_ENDINGS)


def verb_agreement(word: str) -> str:
    """What a Russian past tense agrees with; nothing for the present."""
    bare = word.removesuffix("ся").removesuffix("сь")
    return {"л": "m", "а": "f", "о": "n", "и": "p"}.get(bare[-1], "")


def is_nominative(name: str, gender: str) -> bool:
    """Whether a Russian surname alone shows the nominative of its bearer's gender."""
    if " " in name:
        return False
    hers = name.endswith(("ова", "ева", "ёва", "ина", "ына", "ая"))
    return (
        hers
        if gender == "f"
        else gender == "m"
        and name.endswith(("ов", "ев", "ёв", "ин", "ын", "ий", "ич", "ко", "ук", "юк", "ян"))
    )


@cache
def given_stems(lexicon: Lexicon, *, feminine: bool = False) -> frozenset[str]:
    """The stems of the given names that a lexicon knows."""
    names = lexicon.given_feminine if feminine else lexicon.given
    return frozenset(stem(word, lexicon) for word in names)


def _given_gender(word: str, lexicon: Lexicon) -> str:
    """What a given name shows; «Александра» may be hers or the genitive of his."""
    key = stem(word, lexicon)
    hers = key in given_stems(lexicon, feminine=True)
    his = key in _masculine_stems(lexicon)
    if hers and his:
        return "m" if word in lexicon.given and word not in lexicon.given_feminine else ""
    return "f" if hers else "m" if his else ""


def _is_either(word: str, lexicon: Lexicon) -> bool:
    key = stem(word, lexicon)
    return key in given_stems(lexicon, feminine=True) and key in _masculine_stems(lexicon)


@cache
def _masculine_stems(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(stem(word, lexicon) for word in lexicon.given - lexicon.given_feminine)


def surname_gender(words: Sequence[str], lexicon: Lexicon) -> str:
    """The gender that a name shows: by its given name, or a Russian surname in the nominative."""
    first = words[:-1] or words
    shown = {gender for word in first if (gender := _given_gender(word, lexicon))}
    if len(shown) == 1:
        return shown.pop()
    if lexicon.declined and len(words) > 1 and _is_either(words[0], lexicon):
        return ""  # «Валерия Скобелева» is she, or he in the genitive
    if lexicon.declined and len(words) > 1 and words[-1].endswith(("овой", "евой", "иной", "ыной")):
        return "f"
    if lexicon.declined and len(words[-1]) > 4:
        if words[-1].endswith(("ова", "ева", "ина", "ская", "цкая")):
            return "f" if len(words) == 1 or words[-2].endswith(("а", "я", "ь")) else ""
        if words[-1].endswith(("ов", "ев", "ин", "ский", "цкий")):
            foreign = len(words) > 1 and words[-2].endswith(("а", "я"))  # «Эмма Валлин»
            return "" if foreign else "m"
    return ""


def nominative(words: Sequence[str], agree: str, lexicon: Lexicon) -> bool:
    """Whether a name may be the subject of a verb of this gender: false only where the ending says so."""
    if not lexicon.declined or agree not in "mf" or not agree:
        return not (
            lexicon.declined and agree == "p" and words[-1].endswith(_FEMININE_ENDINGS + _MASCULINE_ENDINGS)
        )
    last = words[-1]
    if len(words) > 1 and words[0] in lexicon.given:
        hers = words[0] in lexicon.given_feminine
        if hers == (agree == "f") and not (hers and last.endswith("ой")):
            return True
    if agree == "m":
        return not (len(last) > 4 and last.endswith((*_FEMININE_ENDINGS, "ого", "ому", "ым")))
    return not (len(last) > 4 and last.endswith((*_MASCULINE_ENDINGS, "овой", "евой", "иной", "ской")))
