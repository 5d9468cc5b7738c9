"""Documents built like those of real senders, quirks and all, about invented people: what a person reads there, we read.

Each `dialects/<format>-<sender>.xml` (`.txt` or `.eml` of a wire message or a mail) has the structure of one sender's items (attributes, namespaces, forms of dates, empty
elements, wrong places); the text is ours. The `.json` beside it says what a person finds, in the names and by the conventions of
`README.md`; ``articles`` holds several expectations for a document of several items, and ``repaired`` is about the notes: for
each place that is named there, reading notes a repair, and it notes none beside them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from values import HERE, HOW, agrees, differences, iso, same_moment, values

from newsmodel import read_all, sniff
from newsmodel.errors import UnknownFormat
from newsmodel.losses import Losses, LossKind
from newsmodel.model import Article

DIALECTS = sorted(path for path in (HERE / "dialects").iterdir() if path.suffix != ".json")
ALREADY = "g2"
"""The formats whose reader is there: the others are skipped as long as no format takes them."""
NOT_VALUES = {"repaired", "issued"}


def expected_of(path: Path) -> list[dict[str, Any]]:
    """What is expected of each article of a document."""
    said = json.loads(path.with_suffix(".json").read_bytes())
    articles: list[dict[str, Any]] = said.get("articles", [said])
    return articles


def wrong_with(path: Path, expected: dict[str, Any], article: Article, losses: Losses) -> list[str]:
    """What is not as expected, a line each."""
    plain = {name: value for name, value in expected.items() if name not in NOT_VALUES}
    found = [str(wrong) for wrong in differences(path.stem, plain, article)]
    if "issued" in expected:
        issued = iso(article.published or article.version_created or article.content_created)
        if not same_moment(expected["issued"], issued):
            found.append(f"{path.stem}: issued: expected {expected['issued']!r}, got {issued!r}")
    places = {loss.where for loss in losses.of(LossKind.REPAIRED)}
    wanted = expected.get("repaired")
    if wanted is not None:
        found += [
            f"{path.stem}: no repair at {each}" for each in wanted if not any(each in one for one in places)
        ]
        found += [
            f"{path.stem}: a repair at {one}"
            for one in sorted(places)
            if not any(each in one for each in wanted)
        ]
    return found


@pytest.mark.parametrize("path", DIALECTS, ids=lambda path: path.stem)
def test_a_dialect_is_read_as_a_person_reads_it(path: Path) -> None:
    try:
        sniff(path.read_bytes())
    except UnknownFormat:
        if path.name.startswith(ALREADY):
            raise
        pytest.skip(f"no format takes {path.name} yet")
    losses = Losses()
    expected, wrong, count = expected_of(path), [], 0
    for article in read_all(path, losses=losses):
        if count < len(expected):
            wrong += wrong_with(path, expected[count], article, losses)
        count += 1
        losses.clear()
    assert count == len(expected)
    assert not wrong, "\n".join(wrong)


def test_every_dialect_says_what_it_expects_and_nothing_unknown() -> None:
    known = values(Article()).keys() | NOT_VALUES | {"doubtful"}
    for path in DIALECTS:
        for expected in expected_of(path):
            assert expected.keys() <= known, path.name
            assert expected.get("doubtful", {}).keys() <= expected.keys(), path.name
    assert {path.stem for path in DIALECTS} == {path.stem for path in (HERE / "dialects").glob("*.json")}


def test_a_wrong_value_is_seen() -> None:
    article = Article(headlines=["One"])
    assert wrong_with(Path("x.xml"), {"headline": "Two"}, article, Losses())
    assert wrong_with(Path("x.xml"), {"issued": "2020-01-01"}, article, Losses())
    assert wrong_with(Path("x.xml"), {"repaired": ["here"]}, article, Losses())
    assert not wrong_with(
        Path("x.xml"), {"headline": "One", "issued": None, "repaired": []}, article, Losses()
    )
    assert agrees("headline", {"either": ["One", None]}, None)
    assert HOW
