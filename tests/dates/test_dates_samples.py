"""The shared samples: nothing is read wrongly, and the share that is read may only rise."""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from dates_score_adapter import find, parse

from newsmodel.errors import DateError

SHARED = Path(os.environ.get("NEWSMODEL_SHARED", Path(__file__).parents[3] / "shared"))
SAMPLES = SHARED / "samples" / "dates"
pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="the shared samples are not there (set NEWSMODEL_SHARED)"
)

# By language of the sample (None: ISO 8601 and RFC 5322): the rows that are read. They are all.
FLOOR = {
    "ar": 54,
    "en": 17,
    "ru": 20,
    None: 15,
    "fa": 4,
    "fr": 3,
    "de": 3,
    "tr": 2,
    "es": 2,
    "he": 2,
    "ur": 1,
}
EXACT_KINDS = {"absolute", "dual", "iso", "rfc", "time"}


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SAMPLES / name).read_text("utf-8").splitlines() if line]


def read(row: dict[str, Any], *, told: bool) -> str | None:
    try:
        reference = datetime.fromisoformat(row["ref"]) if row["ref"] else None
        return parse(row["text"], row["lang"] if told else None, reference).isoformat()
    except DateError:
        return None


def agrees(gold: str, got: str) -> bool:
    """The same time to the gold's precision, with an offset if, and only if, the gold has one (or stands for a day)."""
    if "T" not in gold:
        return gold == got
    expected, answer = datetime.fromisoformat(gold), datetime.fromisoformat(got)
    return expected == answer and expected.utcoffset() == answer.utcoffset()


@pytest.mark.parametrize("told", [True, False])
def test_nothing_is_read_wrongly(*, told: bool) -> None:
    wrong = [
        (row["id"], row["text"], row["gold"], got)
        for row in rows("public.jsonl")
        if (got := read(row, told=told)) is not None and (row["gold"] is None or not agrees(row["gold"], got))
    ]

    assert wrong == []


def test_the_share_read_does_not_fall() -> None:
    read_rows = Counter(row["lang"] for row in rows("public.jsonl") if row["gold"] and read(row, told=True))

    assert all(read_rows[language] >= floor for language, floor in FLOOR.items()), read_rows


def test_what_is_found_in_texts_stands_there() -> None:
    for row in rows("embedded.jsonl"):
        found = find(row["text"], row["lang"], datetime.fromisoformat(row["ref"]))
        gold = [(date["start"], date["end"], date["iso"]) for date in row["gold"]]

        assert gold == [
            (start, end, answer.isoformat().replace("+00:00", "Z")) for start, end, answer in found
        ]
