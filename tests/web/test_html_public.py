"""The public pages: floors a little under what is measured. What a page says is compared, never shown: the pages are not ours."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import unicodedata
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from newsmodel import Article, AttributionRole, read

pytest.importorskip("trafilatura")
Read = tuple[dict[str, Any], Article]


@pytest.fixture(scope="module")
def pages(shared: Path) -> list[Read]:
    folder = shared / "samples"
    gold = json.loads((folder / "html_public.json").read_text("utf-8"))["pages"]
    return [(each, read(gzip.decompress((folder / each["page"]).read_bytes()))) for each in gold]


def names(article: Article, role: AttributionRole) -> list[str]:
    return [one.name for one in article.attributed(role) if one.name]


def letters(said: str) -> str:
    return re.sub(r"[\W_]", "", said.casefold())


def share(pages: list[Read], right: Any) -> float:
    return sum(bool(right(*each)) for each in pages) / len(pages)


def test_titles(pages: list[Read]) -> None:
    assert share(pages, lambda gold, found: letters(str(found.headline)) == letters(gold["title"])) >= 0.94


def test_authors(pages: list[Read]) -> None:
    wanted = [set(gold["authors"] or []) for gold, _ in pages]
    found = [set(names(article, AttributionRole.AUTHOR)) for _, article in pages]
    both = sum(len(one & other) for one, other in zip(wanted, found, strict=True))
    assert 2 * both / (sum(map(len, wanted)) + sum(map(len, found))) >= 0.94


def test_publishers(pages: list[Read]) -> None:
    def right(gold: dict[str, Any], article: Article) -> bool:
        known = {letters(name) for name in (gold["publisher"], *gold["publisher_also"])}
        return bool(known & {letters(name) for name in names(article, AttributionRole.PUBLISHER)[:1]})

    assert share(pages, right) >= 0.97


def test_times(pages: list[Read]) -> None:
    def right(gold: dict[str, Any], article: Article) -> bool:
        when = article.published
        if gold["published_precision"] == "minute":
            if not isinstance(when, datetime) or when.tzinfo is None:
                return False
            return bool(f"{when.astimezone(UTC):%Y-%m-%dT%H:%M}" == gold["published"][:16])
        size = 10 if gold["published_precision"] == "day" else 16
        return bool(str(when).replace(" ", "T")[:size] == gold["published_local"][:size])

    assert share(pages, right) >= 0.97


def test_languages(pages: list[Read]) -> None:
    same = {"nb": "no", "nn": "no"}

    def right(gold: dict[str, Any], article: Article) -> bool:
        found = (article.language or "").partition("-")[0]
        return bool(same.get(found, found) == gold["language"].partition("-")[0])

    assert share(pages, right) >= 0.98


def test_headings(pages: list[Read]) -> None:
    def hashed(heading: str) -> str:
        plain = re.sub(r"\W", "", unicodedata.normalize("NFKC", heading).casefold())
        return hashlib.sha256(plain.encode()).hexdigest()[:16]

    count: Counter[str] = Counter()
    for gold, article in pages:
        found = {hashed(section.heading.value) for section in article.sections if section.heading}
        wanted = set(gold["heading_hashes"])
        count.update(both=len(found & wanted), all=len(found) + len(wanted))
    assert 2 * count["both"] / count["all"] >= 0.87


def test_paragraphs(pages: list[Read]) -> None:
    """Counted, since the texts are not given: how far the number of paragraphs is off, at most by its whole."""
    off = [
        min(
            abs(len(article.paragraphs) - (wanted := gold["paragraphs"] + gold["summary_paragraphs"])), wanted
        )
        / wanted
        for gold, article in pages
        if gold["paragraphs"]
    ]
    assert sum(off) / len(off) <= 0.14


def test_every_page_has_a_body(pages: list[Read]) -> None:
    assert share(pages, lambda _, article: article.sections) == 1
