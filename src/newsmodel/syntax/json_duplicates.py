"""Keys that stand twice in one JSON object: every reader takes the last one, and somebody lost a value (RFC 8259 §4)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from newsmodel.syntax.json import escape_pointer


def duplicate_keys(data: bytes) -> list[str]:
    """Return the JSON pointers of the keys that a document gives twice. The document must be well-formed.

    >>> duplicate_keys(b'{"a": [{"b": 1, "b": 2}]}')
    ['/a/0/b']
    """
    return list(_pointers(json.loads(data, object_pairs_hook=_Pairs), ""))


class _Pairs(dict[str, Any]):
    """An object that remembers what was said twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.twice = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]


def _pointers(value: Any, place: str) -> Iterator[str]:
    if isinstance(value, _Pairs):
        yield from (f"{place}/{escape_pointer(key)}" for key in value.twice)
        for key, inner in value.items():
            yield from _pointers(inner, f"{place}/{escape_pointer(key)}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _pointers(inner, f"{place}/{index}")
