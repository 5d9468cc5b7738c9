"""One pass over the text: numbers, clock times, offsets, words with a meaning, marks.

Each token has a letter, its kind; the letters of a text in a row are what `grammar` matches.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newsmodel.dates.iso import MOMENT
from newsmodel.dates.lexicon import Lexicon, Meaning

# What the expression cannot say by its own letters:
# - a clock time is read as a whole, so that no blank or comma of the sentence slips into it;
# - a minus sign begins an offset only where it cannot be a dash between two times or two days: as U+2212, after a blank
#   and before four digits (RFC 5322 §3.3), or right after UTC or GMT.
_TOKEN = re.compile(
    rf"(?P<iso>(?<![0-9]){MOMENT}(?![0-9A-Za-z]))"
    r"|(?P<clock>(?<![0-9:.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?![0-9:]))"
    r"|(?P<number>[0-9]+)"
    r"|(?P<offset>(?:(?:(?<=[Uu][Tt][Cc]|[Gg][Mm][Tt])|(?<=[Uu][Tt][Cc] |[Gg][Mm][Tt] ))[+−-][0-9]{1,2}(?::?[0-9]{2})?"
    r"|\+[0-9]{2}(?::?[0-9]{2})?|−[0-9]{2}:?[0-9]{2}|(?<=[0-9] )-[0-9]{4})(?![0-9:]))"
    r"|(?P<half>[AaPp]\.[ \u00a0]?[Mm]\b\.?)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>\S)"
)

CLOCK: Final = Meaning("C")
OFFSET: Final = Meaning("F")
ISO: Final = Meaning("I")
UNKNOWN: Final = Meaning("x")
NUMBERS: Final = tuple(Meaning(str(min(digits, 9))) for digits in range(10))
MARKS: Final = {mark: Meaning(mark) for mark in ",/-.()"} | dict.fromkeys("‒–—", Meaning("-"))
OTHER_MARK: Final = Meaning("?")


class Token(NamedTuple):
    """A piece of the text, its place, and what it means."""

    text: str
    start: int
    end: int
    meaning: Meaning


def _meaning(kind: str | None, text: str, lexicon: Lexicon) -> Meaning:
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
            return lexicon.meanings[text[0].lower() + "m"]
        case _:
            return MARKS.get(text, OTHER_MARK)


def tokenise(text: str, lexicon: Lexicon) -> list[Token]:
    """Cut a folded text into tokens; whatever is not understood is a token too, of a kind that no rule takes."""
    tokens: list[Token] = []
    opening: str | None = None  # the last word's key, where a phrase begins with it
    hyphens = 0  # between it and here: "twenty-first"
    for match in _TOKEN.finditer(text):
        piece, start, end, kind = match[0], match.start(), match.end(), match.lastgroup
        if kind != "word":
            hyphens = int(piece == "-" and not hyphens)
            opening = opening if hyphens else None
            if piece == "." and tokens and tokens[-1].meaning.dotted and tokens[-1].end == start:
                tokens[-1] = tokens[-1]._replace(end=end)  # the dot of an abbreviation
            else:
                tokens.append(Token(piece, start, end, _meaning(kind, piece, lexicon)))
            continue
        key = lexicon.key(piece)
        if opening is not None:
            phrase = f"{opening} {key}"
            if phrase in lexicon.meanings or phrase in lexicon.openings:
                key, start = phrase, tokens[-1 - hyphens].start
                del tokens[-1 - hyphens :]
        hyphens = 0
        opening = key if key in lexicon.openings else None
        tokens.append(Token(text[start:end], start, end, lexicon.meanings.get(key, UNKNOWN)))
    return tokens


def shape(tokens: list[Token]) -> str:
    """Write the kinds of all tokens in a row, one letter each."""
    return "".join([token.meaning.letter for token in tokens])
