"""How content was made, between the IPTC's vocabulary and schema.org's enumeration."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsmodel import Losses, LossKind, read, write
from newsmodel.model import Article, Concept


def said(article: Article) -> tuple[Any, list[tuple[LossKind, str]]]:
    losses = Losses()
    document = json.loads(write(article, "schema-org", losses=losses))
    told = [(loss.kind, loss.path) for loss in losses if loss.path.startswith("digital")]
    return document.get("digitalSourceType"), told


MADE_BY_AI = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"


@pytest.mark.parametrize(
    ("concept", "written", "told"),
    [
        (Concept(code="digsrctype:trainedAlgorithmicMedia"), MADE_BY_AI, []),
        (
            Concept(uri="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"),
            MADE_BY_AI,
            [(LossKind.UNWRITTEN, "uri"), (LossKind.COERCED, "code")],
        ),
        (
            Concept("made by AI", code="digsrctype:trainedAlgorithmicMedia"),
            MADE_BY_AI,
            [(LossKind.UNWRITTEN, "names")],
        ),
        (Concept(code="digsrctype:unheardOf"), None, [(LossKind.UNWRITTEN, "")]),
        (Concept(code="gz:trainedAlgorithmicMedia"), None, [(LossKind.UNWRITTEN, "")]),
    ],
)
def test_writing(concept: Concept, written: str | None, told: list[tuple[LossKind, str]]) -> None:
    expected = [(kind, f"digital_source_type.{path}".rstrip(".")) for kind, path in told]

    assert said(Article(digital_source_type=concept)) == (written, expected)


@pytest.mark.parametrize(
    "value",
    [
        MADE_BY_AI,
        "http://schema.org/TrainedAlgorithmicMediaDigitalSource",
        "TrainedAlgorithmicMediaDigitalSource",
        {"@id": "schema:TrainedAlgorithmicMediaDigitalSource"},
    ],
)
def test_reading(value: object) -> None:
    document = {"@context": "https://schema.org", "@type": "NewsArticle", "digitalSourceType": value}
    article = read(json.dumps(document).encode(), format="schema-org")

    assert article.digital_source_type == Concept(code="digsrctype:trainedAlgorithmicMedia")


def test_another_word_is_kept() -> None:
    losses = Losses()
    document = {"@context": "https://schema.org", "@type": "NewsArticle", "digitalSourceType": "by hand"}
    article = read(json.dumps(document).encode(), format="schema-org", losses=losses)

    assert article.digital_source_type is None
    assert [extra.place for extra in article.extras] == ["/digitalSourceType"]
    assert [loss.kind for loss in losses] == [LossKind.UNREADABLE]


def test_every_member_of_the_release_is_known(shared: Path) -> None:
    release = json.loads((shared / "conformance/schema-org/schemaorg-30.0.json").read_text("utf-8"))
    for member in release["members"]["IPTCDigitalSourceEnumeration"]:
        document = {"@context": "https://schema.org", "@type": "NewsArticle", "digitalSourceType": member}
        article = read(json.dumps(document).encode(), format="schema-org")

        assert said(article) == (f"https://schema.org/{member}", [])
