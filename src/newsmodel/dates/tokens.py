"""One pass over the text: numbers, clock times, offsets, words with a meaning, marks.

Each token has a letter, its kind; the letters of a text in a row are what `grammar` matches.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from newsmodel.dates.iso import MOMENT
from newsmodel.dates.lexicon import UNKNOWN, Lexicon, Meaning
from newsmodel.dates.words import NEUTRAL, Zone, words

# Words come first, as most pieces are words. What the expression cannot say by its own letters:
# - a clock time is read as a whole, so that no blank or comma of the sentence slips into it;
# - a minus sign begins an offset only where it cannot be a dash between two times or two days: as U+2212, after a blank
#   and before four digits (RFC 5322 §3.3), or right after the letters of a zone.
_TOKEN = re.compile(
    r"(?P<half>[AaPp]\.[ \u00a0]?[Mm]\b\.?)"
    r"|(?P<place>\[[A-Z][a-z]+/[A-Z][A-Za-z]+(?:[/_-][A-Za-z]+)*\]|[A-Z][a-z]+/[A-Z][A-Za-z]+(?:[/_-][A-Za-z]+)*\b)"
    r"|(?P<ending>(?<=[0-9])['’][a-zçğıöşü]{1,6}\b)"
    r"|(?P<word>[تك][12](?!\w)|[^\W\d_]+(?:['’`׳״\"][^\W\d_]+)*(?:(?<=[א-ת])['׳])?)"
    rf"|(?P<iso>(?<![0-9]){MOMENT}(?![0-9A-Za-z]))"
    r"|(?P<clock>(?<![0-9:.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?![0-9:]))"
    r"|(?P<number>[0-9]+)"
    r"|(?P<offset>(?:(?:(?<=[Uu][Tt][Cc]|[Gg][Mm][Tt]|[Мм][Сс][Кк])|(?<=[Uu][Tt][Cc] |[Gg][Mm][Tt] ))[+−-] ?[0-9]{1,2}(?::?[0-9]{2})?"
    r"|(?<=[^\W\d_])\+[0-9]{1,2}(?::?[0-9]{2})?"
    r"|\+[0-9]{2}(?::?[0-9]{2})?|−[0-9]{2}:?[0-9]{2}|(?<=[0-9]\s)-[0-9]{4})(?![0-9:]))"
    r"|(?P<mark>\S)"
)

CLOCK: Final = Meaning("C")
OFFSET: Final = Meaning("F")
ISO: Final = Meaning("I")
FULL_STOP: Final = Meaning(".")
NUMBERS: Final = tuple(Meaning(str(min(digits, 9))) for digits in range(10))
MARKS: Final = (
    {mark: Meaning(mark) for mark in ",/-.():|="}
    | {"،": Meaning(",")}
    | dict.fromkeys("‒–—―ـ_", Meaning("-"))
    | dict.fromkeys("·•∙●▪", Meaning("|"))
    | dict.fromkeys("[", Meaning("("))
    | dict.fromkeys("]", Meaning(")"))
    | dict.fromkeys("'’", Meaning("'"))
    | dict.fromkeys("\\", Meaning("/"))
    | dict.fromkeys("~≈", Meaning("~"))
    | dict.fromkeys("@", Meaning("A"))
    | dict.fromkeys("ºª°", Meaning("o"))
)
OTHER_MARK: Final = Meaning("?")
_ROMAN = dict(
    zip(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], range(1, 13), strict=True)
)
_ROMAN_MEANINGS: Final = {name: Meaning("R", None, number) for name, number in _ROMAN.items()}
_FOLDED_ROMAN: Final = str.maketrans("ХІ", "XI")  # typed in Cyrillic


_JOINTS: Final = frozenset("-.'’")  # "twenty-first", "Rab. II", "Rabi' II"


class Token(NamedTuple):
    """A piece of the text, its place, and what it means."""

    text: str
    start: int
    end: int
    meaning: Meaning


@cache
def _halves() -> dict[str, Meaning]:
    return {name[0]: Meaning("P", half=half) for name, half in words(NEUTRAL).halves.items()}


def _meaning(kind: str, text: str) -> Meaning:
    """The meaning of a piece that is no word."""
    match kind:
        case "number":
            return NUMBERS[min(len(text), 9)]
        case "clock":
            return CLOCK
        case "offset":
            return OFFSET
        case "iso":
            return ISO
        case "half":
            return _halves()[text[0].lower()]
        case "place":
            return Meaning("N", zone=Zone(place=text.strip("[]")))
        case _:
            return MARKS.get(text, OTHER_MARK)


Pieces = list[re.Match[str]]


def cut(text: str) -> Pieces:
    """Cut a folded text into pieces, which are the same in every language."""
    return list(_TOKEN.finditer(text))


def tokenise(text: str, lexicon: Lexicon, pieces: Pieces | None = None) -> list[Token]:
    """Cut a folded text into tokens; whatever is not understood is a token too, of a kind that no rule takes.

    Words in a row that are not understood are one token, which tells the first of them. ``pieces`` are those of `cut`, where
    they are at hand.
    """
    pieces = cut(text) if pieces is None else pieces
    tokens: list[Token] = []
    append, known = tokens.append, lexicon.known.get
    openers, last_place = lexicon.openers, len(pieces) - 1
    last, skip = UNKNOWN, 0
    for place, match in enumerate(pieces):
        if place < skip:
            continue
        piece = match[0]
        if piece == "." and last.dotted and tokens[-1].end == match.start():
            tokens[-1] = tokens[-1]._replace(end=match.end())  # the dot of an abbreviation
            last = FULL_STOP
            continue
        meaning = known(piece)
        if meaning is None and piece in openers:
            alone, goes_on = openers[piece]
            after = pieces[place + 1][0] if place < last_place else ""
            if after not in _JOINTS and lexicon.key_of(after) not in goes_on:
                meaning = alone
        if meaning is UNKNOWN:
            if last is not UNKNOWN or not tokens:
                append(Token(piece, match.start(), match.end(), meaning))
        elif meaning is None:
            skip = _add(tokens, pieces, place, text, lexicon)
            meaning = tokens[-1].meaning if tokens else UNKNOWN
        else:
            append(Token(piece, match.start(), match.end(), meaning))
        last = meaning
    return tokens


def _add(tokens: list[Token], pieces: Pieces, place: int, text: str, lexicon: Lexicon) -> int:
    """Add the token that a piece begins which was not met before, or which begins phrases; give the place after it."""
    piece, kind = pieces[place][0], pieces[place].lastgroup or ""
    start, end = pieces[place].span()
    if kind == "ending":
        return place + 1  # of a case: «2021'de»
    if kind != "word":
        meaning = _meaning(kind, piece)
        lexicon.remember(piece, meaning)
        tokens.append(Token(piece, start, end, meaning))
        return place + 1
    key = lexicon.key(piece)
    if key in lexicon.openings:
        if piece not in lexicon.openers:
            lexicon.remember_opener(piece, key)
        found, after = _longest(key, pieces, place, lexicon)
        if found is not None:
            end = pieces[after - 1].end()
            tokens.append(Token(text[start:end], start, end, found))
            return after
    meanings = lexicon.meanings.get(key)
    if meanings is not None:
        tokens.append(Token(piece, start, end, meanings))
        lexicon.remember(piece, meanings)
        return place + 1
    length = lexicon.parted(piece)
    if length:
        for letter in piece[:length]:
            tokens.append(Token(letter, start, start + 1, lexicon.meanings.get(letter, UNKNOWN)))
            start += 1
        return _add_rest(tokens, pieces, place, piece[length:], start, text, lexicon)
    unlisted = _unlisted(piece, start, end, lexicon)
    tokens += unlisted
    if len(unlisted) == 1 and key not in lexicon.openings:
        lexicon.remember(piece, unlisted[0].meaning)
    return place + 1


def _add_rest(
    tokens: list[Token],
    pieces: Pieces,
    place: int,
    rest: str,
    start: int,
    text: str,
    lexicon: Lexicon,
) -> int:
    """Add the word after its prefixes, which may begin a phrase («بتشرين الأول»)."""
    key = lexicon.key(rest)
    found, after = _longest(key, pieces, place, lexicon) if key in lexicon.openings else (None, place + 1)
    end = pieces[after - 1].end()
    meaning = found or lexicon.meanings.get(key, UNKNOWN)
    tokens.append(Token(text[start:end], start, end, meaning))
    return after


def _longest(key: str, pieces: Pieces, place: int, lexicon: Lexicon) -> tuple[Meaning | None, int]:
    """The meaning of the longest phrase that begins at a piece, if any, and the place after it."""
    phrase, found, after = key, lexicon.meanings.get(key), place + 1
    while phrase in lexicon.openings:
        place += 1
        # One mark may stand between the words of a phrase.
        for _ in range(2):  # «av. J.-C.»
            if place < len(pieces) and pieces[place][0] in _JOINTS:
                place += 1
        if place >= len(pieces) or pieces[place].lastgroup != "word":
            break
        phrase = f"{phrase} {lexicon.key_of(pieces[place][0])}"
        if phrase in lexicon.meanings:
            found, after = lexicon.meanings[phrase], place + 1
    return found, after


def _unlisted(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """A word in no table: a month in Roman numerals, a listed word with an ending after an apostrophe, or unknown."""
    roman = _ROMAN_MEANINGS.get(text.translate(_FOLDED_ROMAN).upper())
    if roman is not None:
        return [Token(text, start, end, roman)]
    mark = re.search("['’]", text)
    known = lexicon.meanings.get(lexicon.key(text[: mark.start()])) if mark else None
    if mark and known is not None:
        middle = start + mark.start()
        return [
            Token(text[: mark.start()], start, middle, known),
            Token(text[mark.start() :], middle, end, UNKNOWN),
        ]
    return [Token(text, start, end, UNKNOWN)]


def number_of(token: Token, role: str) -> int:
    """The number that a token says; one word may be a month and, as a day, "the first"."""
    meaning = token.meaning
    if role == "day" and meaning.letter == "f":
        return meaning.weekday
    return meaning.number or int(token.text)


def shape(tokens: list[Token]) -> str:
    """Write the kinds of all tokens in a row, one letter each."""
    return "".join([token.meaning.letter for token in tokens])
