"""Accuracy on the twelve public articles: floors that may only rise."""

from __future__ import annotations

import importlib.util
import json
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

# what was reached is above; a change that costs a quotation or a speaker must be seen
FLOORS = {"ar": (0.99, 0.99), "ru": (0.99, 0.99), "en": (0.99, 0.99), "all": (0.99, 0.99)}
FULL_NAME = 0.90


@pytest.fixture(scope="module")
def scores(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    spec = importlib.util.spec_from_file_location("quotes_score", samples / "quotes_score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    report = tmp_path_factory.mktemp("scores") / "scores.json"
    sys.path.insert(0, str(Path(__file__).parent))
    call = ["--call", "score_adapter:quotes", "--dev", str(samples / "quotes_dev"), "--json", str(report)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the scorer leaves files open
        assert scorer.main([*call, "--repeat", "1"]) == 0
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("language", FLOORS)
def test_spans_and_speakers(scores: dict[str, Any], language: str) -> None:
    spans, speakers = FLOORS[language]

    assert scores[language]["f1"] >= spans
    assert scores[language]["f1_exact"] >= spans
    assert scores[language]["end_to_end"] >= speakers


def test_nothing_crashes_and_no_name_is_taken_for_speech(scores: dict[str, Any]) -> None:
    assert scores["crashed"] == 0
    assert scores["all"].get("fp_name", 0) == scores["all"].get("fp_scare", 0) == 0


def test_names_are_full(scores: dict[str, Any]) -> None:
    assert scores["all"]["spk_full"] / scores["all"]["spk_n"] >= FULL_NAME


def test_the_layout_of_the_twelve(samples: Path) -> None:
    from newsmodel.page import lay_out

    for file in sorted((samples / "quotes_dev").glob("*.json")):
        row = json.loads(file.read_text(encoding="utf-8"))
        layout, gold = lay_out(row["text"]), row["structure"]

        assert layout.language == row["lang"], file.name
        assert layout.headline == (gold["headline"]["start"], gold["headline"]["end"]), file.name
        assert (str(layout.date_published) if layout.date else None) == (gold["date"] or {}).get("value"), (
            file.name
        )
        assert [row["text"][slice(*one.heading)] for one in layout.sections if one.heading] == [
            heading["text"] for heading in gold["headings"]
        ], file.name
        values = [(one["value"]["start"], one["value"]["end"]) for one in gold["attribution"]]
        values += [(one["start"], one["end"]) for one in gold["byline"]]
        assert sorted(one.value for one in layout.credits) == sorted(values), file.name
