"""One pass over the text: numbers, clock times, offsets, words with a meaning, marks.

Each token has a letter, its kind; the letters of a text in a row are what `grammar` matches.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from newsmodel.dates.iso import MOMENT
from newsmodel.dates.lexicon import Lexicon, Meaning
from newsmodel.dates.words import NEUTRAL, Zone, words

# What the expression cannot say by its own letters:
# - a clock time is read as a whole, so that no blank or comma of the sentence slips into it;
# - a minus sign begins an offset only where it cannot be a dash between two times or two days: as U+2212, after a blank
#   and before four digits (RFC 5322 §3.3), or right after the letters of a zone.
_TOKEN = re.compile(
    rf"(?P<iso>(?<![0-9]){MOMENT}(?![0-9A-Za-z]))"
    r"|(?P<clock>(?<![0-9:.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?![0-9:]))"
    r"|(?P<number>[0-9]+)"
    r"|(?P<offset>(?:(?:(?<=[Uu][Tt][Cc]|[Gg][Mm][Tt]|[Мм][Сс][Кк])|(?<=[Uu][Tt][Cc] |[Gg][Mm][Tt] ))[+−-] ?[0-9]{1,2}(?::?[0-9]{2})?"
    r"|(?<=[^\W\d_])\+[0-9]{1,2}(?::?[0-9]{2})?"
    r"|\+[0-9]{2}(?::?[0-9]{2})?|−[0-9]{2}:?[0-9]{2}|(?<=[0-9] )-[0-9]{4})(?![0-9:]))"
    r"|(?P<half>[AaPp]\.[ \u00a0]?[Mm]\b\.?)"
    r"|(?P<place>\[[A-Z][a-z]+/[A-Z][A-Za-z]+(?:[/_-][A-Za-z]+)*\]|[A-Z][a-z]+/[A-Z][A-Za-z]+(?:[/_-][A-Za-z]+)*\b)"
    r"|(?P<word>[^\W\d_]+(?:['’`׳״\"][^\W\d_]+)*(?:(?<=[א-ת])['׳])?)"
    r"|(?P<mark>\S)"
)

CLOCK: Final = Meaning("C")
OFFSET: Final = Meaning("F")
ISO: Final = Meaning("I")
UNKNOWN: Final = Meaning("x")
ENDING: Final = Meaning("x")
NUMBERS: Final = tuple(Meaning(str(min(digits, 9))) for digits in range(10))
MARKS: Final = (
    {mark: Meaning(mark) for mark in ",/-.():|="}
    | dict.fromkeys("‒–—―ـ", Meaning("-"))
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
_ROMAN = dict(zip(("I II III IV V VI VII VIII IX X XI XII").split(), range(1, 13), strict=True))
_ROMAN_MEANINGS: Final = {name: Meaning("R", None, number) for name, number in _ROMAN.items()}
_FOLDED_ROMAN: Final = str.maketrans("ХІ", "XI")  # typed in Cyrillic


class Token(NamedTuple):
    """A piece of the text, its place, and what it means."""

    text: str
    start: int
    end: int
    meaning: Meaning


class _Piece(NamedTuple):
    kind: str
    text: str
    start: int
    end: int
    key: str


@cache
def _halves() -> dict[str, Meaning]:
    return {name[0]: Meaning("P", half=half) for name, half in words(NEUTRAL).halves.items()}


def _meaning(piece: _Piece) -> Meaning:
    match piece.kind:
        case "number":
            return NUMBERS[min(len(piece.text), 9)]
        case "clock":
            return CLOCK
        case "offset":
            return OFFSET
        case "iso":
            return ISO
        case "half":
            return _halves()[piece.text[0].lower()]
        case "place":
            return Meaning("N", zone=Zone(place=piece.text.strip("[]")))
        case _:
            return MARKS.get(piece.text, OTHER_MARK)


def tokenise(text: str, lexicon: Lexicon) -> list[Token]:
    """Cut a folded text into tokens; whatever is not understood is a token too, of a kind that no rule takes."""
    usual, openings, meanings, key = lexicon.usual, lexicon.openings, lexicon.meanings, lexicon.key
    prefixes = lexicon.prefixes
    pieces: list[_Piece] = []
    for match in _TOKEN.finditer(text):
        kind, piece = match.lastgroup or "", match[0]
        start, end = match.span()
        listed = (usual.get(piece) or key(piece)) if kind == "word" else ""
        if prefixes and listed and listed not in meanings and listed not in openings:
            length = lexicon.parted(piece)
            for letter in piece[:length]:
                pieces.append(_Piece(kind, letter, start, start + 1, letter))
                start += 1
            if length:
                piece, listed = piece[length:], key(piece[length:])
        pieces.append(_Piece(kind, piece, start, end, listed))
    tokens: list[Token] = []
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        place += 1
        if piece.kind != "word":
            if piece.text == "." and tokens and tokens[-1].meaning.dotted and tokens[-1].end == piece.start:
                tokens[-1] = tokens[-1]._replace(end=piece.end)  # the dot of an abbreviation
            else:
                tokens.append(Token(piece.text, piece.start, piece.end, _meaning(piece)))
            continue
        meaning, end = meanings.get(piece.key), piece.end
        if piece.key in openings:
            phrase, after = _longest(pieces, place - 1, lexicon)
            if after > place:
                meaning, end, place = meanings[phrase], pieces[after - 1].end, after
        if meaning is None:
            tokens += _unlisted(piece, lexicon)
        else:
            tokens.append(Token(text[piece.start : end], piece.start, end, meaning))
    return tokens


def _longest(pieces: list[_Piece], place: int, lexicon: Lexicon) -> tuple[str, int]:
    """The longest phrase that begins at a piece, and the place after it."""
    phrase, found = pieces[place].key, (pieces[place].key, place + 1)
    while phrase in lexicon.openings:
        place += 1
        # One hyphen may join the words of a phrase ("twenty-first"), or one dot end an abbreviation in it.
        if place < len(pieces) and pieces[place].text in {"-", "."}:
            place += 1
        if place >= len(pieces) or not pieces[place].key:
            break
        phrase = f"{phrase} {pieces[place].key}"
        if phrase in lexicon.meanings:
            found = phrase, place + 1
    return found


def _unlisted(piece: _Piece, lexicon: Lexicon) -> list[Token]:
    """A word in no table: a month in Roman numerals, a listed word with an ending after an apostrophe, or unknown."""
    _, text, start, end, _ = piece
    roman = _ROMAN_MEANINGS.get(text.translate(_FOLDED_ROMAN))
    if roman is not None:
        return [Token(text, start, end, roman)]
    mark = re.search("['’]", text)
    known = lexicon.meanings.get(lexicon.key(text[: mark.start()])) if mark else None
    if mark and known is not None:
        middle = start + mark.start()
        return [
            Token(text[: mark.start()], start, middle, known),
            Token(text[mark.start() :], middle, end, ENDING),
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
