"""JSON: bytes to values and back, safely.

orjson refuses NaN, lone surrogates and runaway depth. It turns integers beyond 64 bits into floats, so those are refused
here: a number that silently changes is worse than an error. Of duplicate keys the last wins, as everywhere.
"""

from __future__ import annotations

import re
from typing import Any

import orjson

from newsmodel.errors import SyntaxFault

_HUGE = re.compile(rb"(?<![0-9.eE+\-\"])-?[0-9]{19,}(?![0-9.eE])")
"""Candidates for integers beyond 64 bits; inside strings too, so a hit is looked at again."""


def parse_json(data: bytes) -> Any:
    """Return the value. Raise `SyntaxFault` with the line for what is no JSON (RFC 8259)."""
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        message = f"not well-formed JSON: {error.msg}, line {error.lineno} column {error.colno}"
        raise SyntaxFault("well-formed JSON", line=error.lineno, message=message) from error
    if _HUGE.search(data):
        _refuse_huge(value, data)
    return value


def _refuse_huge(value: Any, data: bytes) -> None:
    """Refuse a document whose integers do not fit 64 bits (they became floats of 19 digits and more)."""
    if isinstance(value, dict):
        for inner in value.values():
            _refuse_huge(inner, data)
    elif isinstance(value, list):
        for inner in value:
            _refuse_huge(inner, data)
    elif isinstance(value, float) and value.is_integer() and abs(value) >= 2**63:
        raise SyntaxFault("integers of at most 64 bits", value)


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
