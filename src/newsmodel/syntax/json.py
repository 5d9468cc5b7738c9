"""JSON: bytes to values and back, safely.

orjson refuses NaN and lone surrogates. Values that nest deeper than `MAX_NESTING` are refused here, so that nobody who walks
one runs out of stack. orjson turns integers beyond 64 bits into floats, so those are refused
here: a number that silently changes is worse than an error. Of duplicate keys the last wins, as everywhere.
"""

from __future__ import annotations

import re
from typing import Any

import orjson

from newsmodel.errors import SyntaxFault

MAX_NESTING = 128
"""How deep arrays and objects may nest: deeper than any article, and half of what can be written again."""

_HUGE = re.compile(rb"(?<![0-9.eE+\-])-?[0-9]{19,}(?![0-9.eE])")
"""Integers of 19 digits and more, which may not fit 64 bits."""
_DIGITS = re.compile(rb"[0-9]{19}")
"""A quick look whether there can be any."""
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)


def parse_json(data: bytes) -> Any:
    """Return the value. Raise `SyntaxFault` with the line for what is no JSON (RFC 8259)."""
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        message = f"not well-formed JSON: {error.msg}, line {error.lineno} column {error.colno}"
        raise SyntaxFault("well-formed JSON", line=error.lineno, message=message) from error
    if _DIGITS.search(data):  # perhaps inside a string
        _refuse_huge(data)
    if data.count(b"[") + data.count(b"{") > MAX_NESTING:
        _refuse_deep(value)
    return value


def _refuse_deep(value: Any) -> None:
    """Refuse what nests too deep, level by level: a walk that calls itself would be what it guards against."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(MAX_NESTING):
        level = [
            inner
            for holder in level
            for inner in (holder.values() if isinstance(holder, dict) else holder)
            if isinstance(inner, dict | list)
        ]
    if not level:
        return
    message = f"arrays and objects nest deeper than {MAX_NESTING} levels"
    raise SyntaxFault(f"at most {MAX_NESTING} levels of arrays and objects", message=message)


def _refuse_huge(data: bytes) -> None:
    """Refuse a document whose integers do not fit 64 bits: orjson makes floats of them."""
    for match in _HUGE.finditer(_STRING.sub(b'""', data)):
        if len(match[0]) > 20 or not -(2**63) <= int(match[0]) < 2**64:
            raise SyntaxFault("integers of at most 64 bits", match[0][:40].decode())


def serialise_json(value: Any, *, indent: bool = False) -> bytes:
    """Return UTF-8 bytes; with ``indent``, laid out in lines with a final line end."""
    option = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE if indent else 0
    return orjson.dumps(value, option=option)


def escape_pointer(key: str) -> str:
    """Return a key as a JSON pointer's token (RFC 6901 §3)."""
    return key.replace("~", "~0").replace("/", "~1")


def unescape_pointer(token: str) -> str:
    """Return the key that a JSON pointer's token stands for (RFC 6901 §4)."""
    return token.replace("~1", "/").replace("~0", "~")
