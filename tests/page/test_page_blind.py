"""Accuracy on our own articles, which were written without a look at the rules: floors that may only rise."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import blind_articles
import pytest

FILES = [file.stem for file in sorted((Path(__file__).parent / "blind").glob("*.txt"))]


@pytest.fixture(scope="module")
def scores(samples: Path) -> dict[str, Counter[str]]:
    assert samples.is_dir()
    return blind_articles.scores(tuple(FILES))


@pytest.mark.parametrize("language", ["ar", "ru", "en"])
def test_quotes_and_speakers(scores: dict[str, Counter[str]], language: str) -> None:
    count = scores[language]

    assert blind_articles.f1(count) >= 0.99
    assert count["right"] / count["with_speaker"] >= 0.98
    assert count["full"] / count["with_speaker"] >= 0.93


@pytest.mark.parametrize("language", ["ar", "ru", "en"])
def test_layout_and_people(scores: dict[str, Counter[str]], language: str) -> None:
    assert scores[language]["layout"] == 0
    assert scores[language]["wrong_people"] <= 1


def test_the_markup_of_the_articles() -> None:
    article = blind_articles.BlindArticle("one", "en")
    article.add("H", "Bridge closed", joined=False)
    article.add(
        "P",
        "“{d:Ada Kern#1|It is shut,}” said Ada Kern, “{d:Ada Kern#1|for good.}” It is “{s|safe}”.",
        joined=False,
    )
    article.add("C", "Photo: {=Town Herald}", joined=True)

    assert article.text.count("\n") == 3
    assert [article.text[slice(*part)] for part in article.quotes[0]["parts"]] == ["It is shut,", "for good."]
    assert [one["text"] for one in article.not_quotes] == ["safe"]
    assert article.credits == ["Town Herald"]
