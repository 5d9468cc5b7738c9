"""Plain text as a body: which of its lines make a paragraph, and how paragraphs are written as lines.

Strategy. Blank lines and indented first lines part paragraphs. For every other line end the question is whether somebody
meant it: it was made by a machine that filled lines if the next word had no room any more. The width of the lines is not
told anywhere, so it is the one that explains most line ends of the text. What stands in columns, behind bullets or in short
lines was meant, and stays in lines of its own (a line end inside a paragraph is a line break).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import accumulate, groupby, pairwise

from attrs import define, field

from newsmodel.model.values import many_lines

NARROWEST, WIDEST = 40, 110
"""Between these lies the width of filled lines: narrower ones are lists or verse, and wider ones no lines of a terminal."""
_RAGGED = 8
"""How much room some programs leave at the end of a line."""
_LONG_WORD = 20
"""A word counts for no more: that an address did not fit into a short line says nothing of the width."""
_SHORT = 60
"""Lines up to this long may be the lines of an address, a poem, a list of results."""

_COLUMNS = re.compile(r"\S(?: {3,}|\t)[ \t]*\S|[^\s.!?:;…] {2}[-+]?[0-9]")
_ITEM = re.compile(r"(?P<bullet>[-–—*+•·▪■●◦]|[0-9]{1,3}[.)]|[a-zа-я]\)) +(?=\S)")
_FINAL = tuple(".!?…:؟۔。")
_CLOSING = "\"'”“»’)]*_ "
_ALONE = frozenset({"und", "oder", "bis", "and", "or", "to", "et", "ou", "y", "o", "e", "и", "или"})
"""Words before which a hyphen at the end of a line stands for the rest of a word ("Vor- und Nachteile")."""


class _Kind(Enum):
    PROSE = auto()
    ITEM = auto()
    LINES = auto()
    """In columns, or quoted, or parted by U+2028: its line ends were meant."""
    RULE = auto()
    """A line of marks."""


_KEPT = frozenset({_Kind.ITEM, _Kind.LINES})
"""What stays in lines of its own."""


@define
class _Piece:
    """What stands between two line ends that were meant."""

    kind: _Kind
    last: str
    """Its last line so far."""
    indented: bool
    parts: list[str]
    indent: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.indent = _indent(self.last)

    def add(self, line: str) -> None:
        """Go on with a line."""
        bare = line.strip(" \t")
        self.parts += [_between(self.last, bare), bare]
        self.last = line

    @property
    def text(self) -> str:
        """The piece in one line; what stands in columns stays as it stands."""
        return "".join(self.parts)


def paragraphs_of(text: str) -> tuple[str, ...]:
    r"""Return the paragraphs of a plain text; line ends that were meant stay, as U+000A.

    Paragraphs are parted by blank lines, by lines that begin with white space, or by U+2029; the lines of a paragraph that
    was filled to a width are joined. Tables of figures, lists and short lines stay as they stand, spaces in them too.

    >>> paragraphs_of("The old bridge opens\nagain on Friday.\n\nTolls:\n- cars    2.50\n- lorries 9.00")
    ('The old bridge opens again on Friday.', 'Tolls:', '- cars    2.50\n- lorries 9.00')
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n\n")
    lines = [line.rstrip(" \t") for line in text.split("\n")]
    blocks = [
        list(run) for blank, run in groupby(lines, lambda line: not line or line.isspace()) if not blank
    ]
    width = _width(blocks)
    return tuple(found for block in blocks for found in _paragraphs(block, width))


def plain_text(paragraphs: Iterable[str], width: int | None = None) -> str:
    """Return paragraphs as plain text with blank lines between them, in lines of at most ``width`` characters.

    A paragraph that would be read as something else in short lines stands in one long line.

    >>> print(plain_text(["The bridge that the town closed opens again on Friday."], 40))
    The bridge that the town closed opens
    again on Friday.
    """
    return "\n\n".join(_laid_out(paragraph, width) for paragraph in paragraphs)


# from lines to paragraphs


def _paragraphs(block: Sequence[str], width: int) -> Iterator[str]:
    for kept, run in groupby(_pieces(block, width), lambda piece: piece.kind in _KEPT):
        pieces = list(run)
        texts = [piece.text for piece in pieces]
        if kept or _belong_together(pieces, texts):
            yield "\n".join(texts)
        else:
            yield from texts


def _belong_together(pieces: list[_Piece], texts: list[str]) -> bool:
    """Whether pieces are the lines of one thing: all of them short, and not a sentence each."""
    if any(piece.indented or piece.kind is _Kind.RULE for piece in pieces[1:]):
        return False
    return max(map(len, texts)) <= _SHORT and not all(map(_is_final, texts))


def _pieces(block: Sequence[str], width: int) -> list[_Piece]:
    """Join the lines of a block whose ends nobody meant."""
    base = min(_indent(line) for line in block)
    final = _is_final(block[-1])
    pieces: list[_Piece] = []
    for line in block:
        kind, before = _kind(line), pieces[-1] if pieces else None
        bare = line.strip(" \t")
        if kind is not _Kind.RULE and len(block) > 1 and _begins_item(bare, before, width):
            pieces.append(_Piece(_Kind.ITEM, line, indented=False, parts=[bare]))
        elif before and kind is _Kind.PROSE and _goes_on(before, line, width, final=final, base=base):
            before.add(line)
        else:
            text = line.replace("\u2028", "\n") if kind is _Kind.LINES else bare
            pieces.append(_Piece(kind, line, indented=_indent(line) > base, parts=[text]))
    return pieces


def _kind(line: str) -> _Kind:
    bare = line.strip(" \t")
    if "\u2028" in line or bare.startswith(">") or _COLUMNS.search(bare):
        return _Kind.LINES
    return _Kind.PROSE if any(map(str.isalnum, bare)) else _Kind.RULE


def _begins_item(bare: str, before: _Piece | None, width: int) -> bool:
    """Whether a line begins an item of a list, and no sentence was cut before a dash or a number."""
    if not _ITEM.match(bare):
        return False
    if before is None or before.kind is not _Kind.PROSE:
        return True
    return before.last.rstrip(_CLOSING).endswith(_FINAL) or not _is_full(before.last, bare, width)


def _goes_on(before: _Piece, line: str, width: int, *, final: bool, base: int) -> bool:
    """Whether a line goes on with the piece before it."""
    bare = line.strip(" \t")
    if before.kind is _Kind.ITEM:
        return _indent(line) > before.indent or _is_full(before.last, bare, width)
    if before.kind is not _Kind.PROSE or _indent(line) > base:
        return False
    if _is_full(before.last, bare, width):
        return True
    goes_on = bare[:1].islower() and not _is_final(before.last)
    return goes_on and (final or len(before.last) >= NARROWEST // 2)


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line had no room in a line."""
    length = len(line)
    reach = length + 1 + len(following.split(" ", 1)[0])
    if not width or length > width + _RAGGED:
        return False
    return reach > width or (reach > width - _RAGGED and not _is_final(line))


def _width(blocks: list[list[str]]) -> int:
    """Return the width that explains the most line ends, 0 where none does: no line is longer, and no next word had room.

    An end of a line that ends a sentence too may be one of a paragraph, and says nothing.
    """
    steps = [0] * (WIDEST + 2)
    for block in blocks:
        for line, following in pairwise(block):
            if (
                _indent(following) > _indent(line)
                or _is_final(line)
                or {_kind(line), _kind(following)} != {_Kind.PROSE}
            ):
                continue
            reach = len(line) + 1 + min(len(following.strip(" \t").split(" ", 1)[0]), _LONG_WORD)
            if max(len(line), NARROWEST) < min(reach, WIDEST + 1):
                steps[max(len(line), NARROWEST)] += 1
                steps[min(reach, WIDEST + 1)] -= 1
    explained = list(accumulate(steps))
    most = max(explained)
    return max(at for at, count in enumerate(explained) if count == most) if most else 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _is_final(line: str) -> bool:
    """Whether a line ends like a sentence."""
    return line[-40:].rstrip(_CLOSING).endswith(_FINAL)


def _between(line: str, following: str) -> str:
    """Return what joins two lines: a space, but none after a hyphen in a word, nor in Chinese and Japanese."""
    if line.endswith("-") and line[-2:-1].isalpha() and following[0].isalpha():
        return " " if following.split(" ", 1)[0] in _ALONE else ""
    return "" if all(unicodedata.east_asian_width(sign) in "WF" for sign in (line[-1], following[0])) else " "


# from paragraphs to lines


def _laid_out(paragraph: str, width: int | None) -> str:
    if width is None or len(paragraph) <= width:
        return paragraph
    filled = "\n".join(line for given in paragraph.split("\n") for line in _filled(given, width))
    return filled if tuple(map(many_lines, paragraphs_of(filled))) == (many_lines(paragraph),) else paragraph


def _filled(line: str, width: int) -> Iterator[str]:
    """Fill lines with words; a word that is longer than a line has one of its own."""
    words: list[str] = []
    length = -1
    for word in line.split(" "):
        if words and length + 1 + len(word) > width:
            yield " ".join(words)
            words, length = [], -1
        words.append(word)
        length += 1 + len(word)
    yield " ".join(words)
