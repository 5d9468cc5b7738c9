"""What our readers make of real items, against what a person who did not write the readers found in the files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from values import (
    FOLDERS,
    NOT_COMPARED,
    agrees,
    compared,
    differences,
    expectations,
    loaded,
    sample_of,
    values,
)

from newsmodel import sniff
from newsmodel.errors import UnknownFormat
from newsmodel.model import Article

ALL = [path for folder in FOLDERS for path in expectations(folder)]


@pytest.mark.parametrize("expectation", ALL, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_reader_finds_what_a_person_found(expectation: Path, shared: Path) -> None:
    sample = sample_of(expectation, shared)
    try:
        sniff(sample.read_bytes())
    except UnknownFormat:
        pytest.skip(f"no format takes {sample.name} yet")
    _, _, wrong = compared(expectation, shared)
    assert not wrong, "\n".join(map(str, wrong))


def test_every_sample_of_an_agency_has_an_expectation(shared: Path) -> None:
    for folder in FOLDERS.keys() - {"newsml-g2-examples"}:  # of these, the listings of items only: README.md
        stems = {path.stem for path in (shared / FOLDERS[folder]).glob("*.xml")}
        assert stems == {path.stem for path in expectations(folder)}


def test_every_name_of_an_expectation_is_a_value_of_an_article() -> None:
    known = values(Article()).keys() | NOT_COMPARED | {"guids"}
    for path in ALL:
        expected = loaded(path)
        assert expected.keys() <= known, path.name
        assert expected.get("doubtful", {}).keys() <= expected.keys(), path.name


def test_nothing_that_a_file_holds_is_found_in_an_empty_article() -> None:
    for path in ALL:
        expected = loaded(path)
        if "guids" not in expected:
            # an article is of text if nobody says otherwise
            nothing: tuple[Any, ...] = (None, [], 0, "ninat:text")
            said = {name for name, value in expected.items() if value not in nothing} - NOT_COMPARED
            assert {each.value for each in differences(path.stem, expected, Article())} == said, path.name


@pytest.mark.parametrize(
    ("name", "expected", "right", "wrong"),
    [
        ("version_created", "2017-06-29T17:00:00+02:00", "2017-06-29T17:00:00+02:00", "2017-06-29T15:00:00Z"),
        ("first_created", "2012-08-05T10:11:24", "2012-08-05T10:11:24", "2012-08-05T10:11:24Z"),
        ("first_created", None, None, "2012-08-05T10:11:24"),
        ("creators", ["load"], ["load"], ["load", "rau"]),
        ("subjects", [["11000000", None]], [["subj:11000000", None]], [["subj:1100000", None]]),
        ("subjects", [["a:1", "t:1"]], [["a:1", "t:1"], ["a:1", "t:1"]], [["a:1", "t:2"]]),
        ("subjects", [["a:1", None]], [["a:1", "t:2"]], [["a:1", None], ["a:2", None]]),
        ("located_country", {"either": ["USA", "US"]}, ["US"], ["DE"]),
        ("paragraph_count", {"either": [4, 1]}, 1, 2),
        ("body_begins", "one two", "one  two three", "one three"),
        ("body_ends", "two three", "one two\nthree", "one two"),
    ],
)
def test_a_value_is_compared_by_what_it_says(name: str, expected: Any, right: Any, wrong: Any) -> None:
    assert agrees(name, expected, right)
    assert not agrees(name, expected, wrong)
