"""JSON with the faults that are found in pages: read all the same, and each repair recorded.

What is strict JSON is never touched. Anything else goes through one pass over the text, token by token, which takes away
what stands around the value (a byte order mark, a CDATA section, an HTML comment), comments, commas before a closing
bracket and semicolons after the value, and which escapes raw control characters in strings and rewrites strings in
single quotes. Nothing is guessed: inner quotes, bare words and missing commas are refused with the place of the fault.
Entities (``&quot;``) are left as they are: to unescape before parsing would end strings early.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from attrs import Factory, define, frozen

from newsmodel.errors import SyntaxFault
from newsmodel.syntax.json import parse_json


@frozen
class Repair:
    """What was done at an ``offset`` (characters from the start of the text)."""

    offset: int
    line: int
    what: str
    text: str


def parse_lenient_json(data: bytes, on_repair: Callable[[Repair], None]) -> Any:
    """Return the value, and tell each repair. Raise `SyntaxFault` with line and offset for what cannot be repaired."""
    try:
        return parse_json(data)
    except SyntaxFault as error:
        if _is_about_a_limit(error):
            raise
    text = _decoded(data)
    mending = _Mending(text)
    mended = mending.mend()
    value = _parsed(mended, mending)
    for repair in mending.repairs:
        on_repair(repair)
    return value


def _is_about_a_limit(error: SyntaxFault) -> bool:
    """Whether the text is JSON, but nests too deep or holds too large a number: nothing to repair."""
    return error.__cause__ is None


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"not {encoding.upper()}: byte {error.start} cannot be read"
        raise SyntaxFault(f"text in {encoding.upper()}", message=message) from error


_TOKEN = re.compile(
    r"""
      (?P<string>  "(?:[^"\\]|\\.?)*+(?:"|\Z) )
    | (?P<single>  '(?:[^'\\]|\\.?)*+(?:'|\Z) )
    | (?P<comment> //[^\r\n]*+ | /\*(?:[^*]|\*(?!/))*+(?:\*/|\Z) )
    | (?P<comma>   , )
    | (?P<close>   [}\]] )
    | (?P<space>   [\s\ufeff]++ )
    | (?P<other>   [^"'/,}\]\s\ufeff]++ | . )
    """,
    re.VERBOSE | re.DOTALL,
)
"""What is not closed goes to the end: a token that failed there would be tried again from each mark on."""
_OPENINGS = re.compile(r"\s*(?:(?://\s*|/\*\s*)?<!\[CDATA\[(?:\s*\*/)?|<!--)")
_ENDINGS = re.compile(r"(?:(?://|/\*)?\s*\]\]>(?:\s*\*/)?|(?://\s*)?-->)\s*\Z")
_SEMICOLONS = re.compile(r"\s*;[\s;]*\Z")
_TAIL = 64
"""How far from the end a wrapper's end or a semicolon is looked for."""
_CONTROL = re.compile(r"[\x00-\x1f]")


@define
class _Mending:
    """One pass over a text."""

    text: str
    repairs: list[Repair] = Factory(list)
    pieces: list[tuple[int, str]] = Factory(list)
    """What the value is made of, with the offset of each piece in the text."""
    lines: list[int] = Factory(list)
    """Where lines begin, once somebody asks."""

    def mend(self) -> str:
        start, end = self._unwrapped()
        comma: int | None = None
        for match in _TOKEN.finditer(self.text, start, end):
            kind, token = match.lastgroup, match[0]
            if kind in ("space", "comment"):
                if kind == "comment":
                    self._note(match.start(), "a comment was left out", token)
                self._give(match.start(), " ")
                continue
            if comma is not None:
                if kind == "close":
                    self._note(comma, "a comma before a closing bracket was left out", ",")
                else:
                    self._give(comma, ",")
                comma = None
            if kind == "comma":
                comma = match.start()
            elif kind == "string":
                self._give(match.start(), self._string(token, match.start()))
            elif kind == "single" and len(token) > 1:
                self._note(match.start(), "a string in single quotes was read as one in double quotes", token)
                self._give(match.start(), self._string(_in_double_quotes(token), match.start()))
            else:
                self._give(match.start(), token)
        if comma is not None:
            self._note(comma, "a comma after the value was left out", ",")
        return "".join(piece for _, piece in self.pieces)

    def _unwrapped(self) -> tuple[int, int]:
        """Return where the value is, without what is wrapped around it."""
        start, end = 0, len(self.text)
        if self.text.startswith("\ufeff"):
            self._note(0, "a byte order mark was left out", "\ufeff")
            start = 1
        if opening := _OPENINGS.match(self.text, start):
            self._note(start, "a wrapper around the value was left out", opening[0].strip())
            start = opening.end()
        if ending := _ENDINGS.search(self.text, max(start, end - _TAIL)):
            self._note(ending.start(), "a wrapper around the value was left out", ending[0].strip())
            end = ending.start()
        if marks := _SEMICOLONS.search(self.text, max(start, end - _TAIL), end):
            self._note(marks.start(), "semicolons after the value were left out", marks[0].strip())
            end = marks.start()
        return start, end

    def _string(self, token: str, offset: int) -> str:
        """Return a string without raw control characters, which are escaped."""
        found = _CONTROL.search(token)
        if found is None:
            return token
        self._note(offset + found.start(), "raw control characters in a string were taken as they are", token)
        return _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", token)

    def _give(self, offset: int, piece: str) -> None:
        self.pieces.append((offset, piece))

    def _note(self, offset: int, what: str, text: str) -> None:
        self.repairs.append(Repair(offset, self.line_of(offset), what, text[:_SHOWN]))

    def line_of(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        self.lines = self.lines or [0, *(found.end() for found in re.finditer("\n", self.text))]
        return bisect_right(self.lines, offset)

    def offset_of(self, position: int) -> int:
        """Return where something in the mended text stands in the text that came."""
        passed = 0
        for offset, piece in self.pieces:
            if position < passed + len(piece):
                return offset + min(position - passed, len(piece))
            passed += len(piece)
        return len(self.text)


_SHOWN = 60


def _in_double_quotes(token: str) -> str:
    if len(token) < 2 or token[-1] != "'":  # not closed: left as it is, and refused
        return token
    inner = re.sub(r"\\(.)|\"", _requoted, token[1:-1], flags=re.DOTALL)
    return f'"{inner}"'


def _requoted(match: re.Match[str]) -> str:
    if match[0] == '"':
        return '\\"'
    return "'" if match[1] == "'" else match[0]


def _parsed(mended: str, mending: _Mending) -> Any:
    try:
        return parse_json(mended.encode("utf-8", "surrogatepass"))
    except SyntaxFault as error:
        if _is_about_a_limit(error):
            raise
        offset = mending.offset_of(_fault_of(mended))
        line = mending.line_of(offset)
        message = f"not well-formed JSON, and no fault that can be repaired: offset {offset}, line {line}"
        raise SyntaxFault(
            "well-formed JSON", mending.text[offset : offset + 20], line=line, message=message
        ) from error


_CONSTANT = re.compile(r'"(?:[^"\\]|\\.)*+"|(NaN|-?Infinity)', re.DOTALL)
"""What the standard library takes for numbers, and JSON does not."""


def _fault_of(mended: str) -> int:
    """Return where the standard library's decoder stops: orjson counts bytes, and in columns."""
    if (constant := next((found for found in _CONSTANT.finditer(mended) if found[1]), None)) is not None:
        return constant.start(1)
    try:
        json.loads(mended)
    except json.JSONDecodeError as error:
        return error.pos
    except RecursionError:
        return 0
    return 0  # a lone surrogate, which the standard library takes
