"""JSON that nests deep is refused with a clear message, however it is read."""

from __future__ import annotations

from typing import Any

import pytest

from newsmodel import InputError, SyntaxFault, read
from newsmodel.syntax.json import MAX_NESTING, parse_json


@pytest.mark.parametrize("depth", [MAX_NESTING + 1, 200, 900])
@pytest.mark.parametrize(("start", "end"), [("[", "]"), ('{"a":', "}"), ('[{"b":[1],"a":', "}]")])
def test_deep_values_are_refused(depth: int, start: str, end: str) -> None:
    with pytest.raises(SyntaxFault, match="128 levels|well-formed"):
        parse_json((start * depth + "0" + end * depth).encode())


def test_values_up_to_the_limit_are_read() -> None:
    value: Any = parse_json(b"[" * MAX_NESTING + b"]" * MAX_NESTING)
    for _ in range(MAX_NESTING - 1):
        (value,) = value
    assert value == []
    assert parse_json(b"[" + b"[]," * 300 + b"0]")[-1] == 0  # many, not deep


PLACES = '{"newsmodel":%d,"places":[' + '{"names":[{"value":"x"}],"contained_in":[' * 60 + "]}" * 60 + "]}"
QUOTES = (
    '{"newsmodel":%d,"sections":[{"blocks":['
    + '{"type":"block_quote","blocks":[' * 60
    + '{"type":"paragraph","text":"x"}'
    + "]}" * 60
    + "]}]}"
)


@pytest.mark.parametrize("document", [PLACES, QUOTES])
@pytest.mark.parametrize("version", [1, 2])
def test_native_says_what_nests_too_deep(document: str, version: int) -> None:
    with pytest.raises(InputError, match="nested at most 16 deep"):
        read((document % version).encode())


def test_native_deeper_than_the_stack() -> None:
    deep = '{"newsmodel":1,"sections":' + "[" * 300 + "]" * 300 + "}"
    with pytest.raises(SyntaxFault, match="128 levels"):
        read(deep.encode())
