"""Everything that the seed page's gold states about layout and quotations, exactly."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from newsmodel.page import Layout, QuotesFound, find_quotes, lay_out

Span = tuple[int, int]


@pytest.fixture(scope="module")
def text(samples: Path) -> str:
    return (samples / "seed.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def gold(samples: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((samples / "seed_gold.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def layout(text: str) -> Layout:
    return lay_out(text)


@pytest.fixture(scope="module")
def found(text: str) -> QuotesFound:
    return find_quotes(text)


def span(row: dict[str, Any] | None) -> Span | None:
    return None if row is None else (row["start"], row["end"])


def test_language_headline_and_date(layout: Layout, gold: dict[str, Any]) -> None:
    assert layout.language == gold["language"]
    assert layout.headline == span(gold["headline"])
    assert layout.date == span(gold["date_published"])
    assert layout.date_published == date.fromisoformat(gold["date_published"]["value"])


def test_alternates(layout: Layout, gold: dict[str, Any]) -> None:
    assert [(one.language, one.span) for one in layout.alternates] == [
        (row["language"], span(row)) for row in gold["alternates"]
    ]
    assert list(layout.navigation) == [span(row) for row in gold["navigation"]]


def test_sections_and_paragraphs(layout: Layout, gold: dict[str, Any]) -> None:
    expected = [
        (span(row["heading"]), [tuple(one) for one in row["paragraph_spans"]]) for row in gold["sections"]
    ]

    assert [(one.heading, list(one.paragraphs)) for one in layout.sections] == expected
    assert not layout.other


def test_attribution_lines(text: str, layout: Layout, gold: dict[str, Any]) -> None:
    roles = {"image_credit": "photo_credit"}
    expected = [
        (roles.get(row["kind"], row["kind"]), row["label"], span(row["value"]), span(row["line"]))
        for row in gold["attribution"]
    ]

    assert [
        (one.role, text[slice(*one.label)] if one.label else None, one.value, one.line)
        for one in layout.credits
    ] == expected


def test_quotes_speakers_and_cues(text: str, found: QuotesFound, gold: dict[str, Any]) -> None:
    names = {row["id"]: row["name"] for row in gold["persons"]}
    expected = [
        (span(row), names[row["who"]], span(row["speaker"]), row["verb"]["text"]) for row in gold["quotes"]
    ]

    assert [
        ((one.start, one.end), one.speaker, one.speaker_text, text[slice(*one.cue)] if one.cue else None)
        for one in found.quotes
    ] == expected


def test_names_in_marks_are_no_quotes(found: QuotesFound, gold: dict[str, Any]) -> None:
    names = {span(row) for row in gold["not_quotes"]}

    assert not names & {(one.start, one.end) for one in found.quotes}


def test_persons_and_their_roles(found: QuotesFound, gold: dict[str, Any]) -> None:
    assert [(one.name, one.role) for one in found.people] == [
        (row["name"], row["title"]) for row in gold["persons"]
    ]
