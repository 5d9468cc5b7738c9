from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from newsmodel import InputError, read
from newsmodel.formats.native_schema import native_schema
from newsmodel.model import Article
from newsmodel.syntax.json import serialise_json

PUBLISHED = Path(__file__).parents[2] / "docs/native.schema.json"
VALIDATOR = Draft202012Validator(native_schema())


def test_the_published_schema_is_fresh() -> None:
    # python -m newsmodel.formats.native_schema > docs/native.schema.json
    assert PUBLISHED.read_bytes() == serialise_json(native_schema(), indent=True)


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(native_schema())


def test_it_knows_every_field() -> None:
    assert set(native_schema()["properties"]) == {"newsmodel", *Article.__match_args__}


VALID = [
    {},
    {"urgency": 9, "language": "zh-Hant-TW", "published": "2024-05", "embargo": {}},
    {"embargo": {"until": "2024-05-03T10:00:00+02:00"}, "status": "withheld"},
    {"sections": [{"blocks": [{"type": "paragraph", "text": "a\nb", "marks": [{"kind": "strong", "start": 0, "end": 1}]}]}]},
    {"url": "https://news.example/صفحة?q=1#x", "links": [{"href": "../a"}]},
    {"places": [{"code": "x:1", "latitude": 1, "longitude": -0.5, "contained_in": [{"literal": "y"}]}]},
    {"urgency": None, "embargo": None, "language": None},
]  # fmt: skip
INVALID: list[tuple[dict[str, Any], str]] = [
    ({"newsmodel": 0}, "no version"),
    ({"unheard_of": 1}, "an unknown field"),
    ({"embargo": {"unheard_of": 1}}, "an unknown field further in"),
    ({"urgency": 10}, "out of range"),
    ({"urgency": "3"}, "text for a number"),
    ({"urgency": True}, "a truth value for a number"),
    ({"version": 0}, "a version below 1"),
    ({"language": "english language"}, "no language tag"),
    ({"url": "news.example/1"}, "no absolute address"),
    ({"url": "https://news.example/a b"}, "a space in an address"),
    ({"published": "3 May 2024"}, "no ISO time"),
    ({"published": "2024-05-03\n"}, "a line end after a time"),
    ({"published": 2024}, "a number for a time"),
    ({"status": "usabel"}, "a word that no status has"),
    ({"headlines": "one"}, "text for an array"),
    ({"headlines": ["one"]}, "text for an object"),
    ({"headlines": [{"language": "en"}]}, "a required field is missing"),
    ({"headlines": [{"value": "a\u0007b"}]}, "a control character"),
    ({"id": 5}, "a number for text"),
    ({"people": [{"id": "a b", "literal": "x"}]}, "a space in an identifier"),
    ({"sections": [{"blocks": [{"text": "x"}]}]}, "a block without a type"),
    ({"sections": [{"blocks": [{"type": "paragraf", "text": "x"}]}]}, "a block of an unknown type"),
    ({"sections": [{"level": 6, "blocks": [{"type": "figure", "media": "m"}]}]}, "a level out of range"),
    ({"places": [{"code": "x:1", "latitude": 91, "longitude": 0}]}, "a latitude out of range"),
    ({"subjects": [{"code": "no colon"}]}, "no QCode"),
    ({"media": [{"renditions": [{"href": "a", "media_type": "jpeg"}]}]}, "no media type"),
    ({"media": [{"renditions": [{"href": "a", "size": -1}]}]}, "a negative size"),
]  # fmt: skip


@pytest.mark.parametrize("fields", VALID)
def test_reader_and_schema_accept(fields: dict[str, Any]) -> None:
    document = {"newsmodel": 1, **fields}

    read(json.dumps(document).encode())
    assert VALIDATOR.is_valid(document)


@pytest.mark.parametrize(("fields", "reason"), INVALID)
def test_reader_and_schema_refuse(fields: dict[str, Any], reason: str) -> None:
    document = {"newsmodel": 1, **fields}

    with pytest.raises(InputError):
        read(json.dumps(document).encode(), format="native")
    assert not VALIDATOR.is_valid(document), reason
