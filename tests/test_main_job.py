"""The main job: a real Arabic page becomes an article and three standard documents, each of which reads back."""

from __future__ import annotations

import importlib.util
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from newsmodel import (
    Article,
    AttributionRole,
    Losses,
    LossKind,
    PartyKind,
    TranslationRelation,
    diff,
    read,
    read_page,
    write,
)
from newsmodel.page import PageReading

PRESIDENT = "إلهام علييف"
ASSUMED, UNWRITTEN = LossKind.ASSUMED, LossKind.UNWRITTEN


@pytest.fixture(scope="module")
def text(shared: Path) -> str:
    return (shared / "samples/seed.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def gold(shared: Path) -> Any:
    return json.loads((shared / "samples/seed_gold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reading(text: str) -> PageReading:
    return read_page(text)


@pytest.fixture(scope="module")
def article(shared: Path) -> Article:
    return read(shared / "samples/seed.txt")


def test_headline_date_language_and_alternates(article: Article, gold: Any) -> None:
    assert [str(text) for text in article.headlines] == [gold["headline"]["text"]]
    assert article.published == date(2021, 11, 26)
    assert (article.language, article.direction.value) == (gold["language"], gold["direction"])
    assert [(one.label, one.language, one.relation) for one in article.translations] == [
        (one["text"], one["language"], TranslationRelation.ALTERNATE) for one in gold["alternates"]
    ]


def test_sections_and_paragraphs(reading: PageReading, gold: Any) -> None:
    sections = reading.article.sections

    headings = [str(section.heading) if section.heading else None for section in sections]
    assert headings == [one["heading"] and one["heading"]["text"] for one in gold["sections"]]
    assert [len(section.blocks) for section in sections] == [5, 5]
    spans = [list(one.page) for one in reading.source_map.paragraphs]
    assert spans == [span for one in gold["sections"] for span in one["paragraph_spans"]]


def test_attributions(article: Article, gold: Any) -> None:
    roles = {"publisher": "publisher", "image_credit": "photo_credit", "source": "source"}
    wanted = {
        (roles[one["kind"]], one["value"]["text"], one["line"]["text"] if one["label"] else None)
        for one in gold["attribution"]
    }
    assert {(one.role.value, one.name, one.line) for one in article.attributions} == wanted


def test_seven_quotes_with_their_places_and_speakers(reading: PageReading, text: str, gold: Any) -> None:
    article, places = reading.article, reading.source_map
    assert len(article.quotes) == len(gold["quotes"]) == 7
    for quote, wanted in zip(article.quotes, gold["quotes"], strict=True):
        assert quote.text == wanted["text"]
        assert places.locate_all(quote.spans) == (wanted["start"], wanted["end"])
        assert text[slice(*places.locate_all(quote.spans))] == wanted["text"]
        assert quote.speaker is not None
        assert article.entity(quote.speaker).name == PRESIDENT
        assert quote.speaker_text == (wanted["speaker"] and wanted["speaker"]["text"])
        assert quote.cue == wanted["verb"]["text"]
    assert len(article.quotes_by(article.people[0])) == 7


def test_names_in_quotation_marks_are_no_quotes(article: Article, gold: Any) -> None:
    said = [quote.text for quote in article.quotes]
    assert not [one["text"] for one in gold["not_quotes"] if one["text"] in said]


def test_native_loses_nothing(article: Article) -> None:
    losses = Losses()
    data = write(article, "native", losses=losses)

    assert losses == []
    assert read(data) == article
    assert write(read(data), "native") == data


def test_newsml_g2_loses_what_is_listed_here(article: Article, shared: Path) -> None:
    losses = Losses()
    data = write(article, "newsml-g2", losses=losses)

    assert [(loss.kind, loss.path) for loss in losses] == [(ASSUMED, "id"), (ASSUMED, "version_created")]
    back = read(data)
    assert [(change.path, change.before) for change in diff(article, back)] == [
        ("id", None),
        ("version_created", None),
    ]
    assert back.id is not None
    assert back.id.startswith("tag:newsmodel.example,2026:")
    assert back.version_created == datetime(2021, 11, 26)  # noqa: DTZ001  # midnight, in a zone that the page does not name
    assert write(back, "newsml-g2") == data
    schema = etree.XMLSchema(etree.parse(shared / "conformance/newsml-g2/xsd/g2-with-bodies.xsd"))
    schema.assertValid(etree.fromstring(data))


SCHEMA_ORG_LOSSES = {
    (ASSUMED, "attributions[0].kind"),  # a publisher is a person or an organisation: the page does not say
    (ASSUMED, "attributions[1].kind"),
    (UNWRITTEN, "attributions[1].line"),  # lines as printed
    (UNWRITTEN, "attributions[2].line"),
    *((UNWRITTEN, f"quotes[{n}].spans") for n in range(7)),  # a Quotation has no place in the text
    *((UNWRITTEN, f"quotes[{n}].cue") for n in range(7)),
    *((UNWRITTEN, f"quotes[{n}].evidence") for n in range(7)),
    *(
        (UNWRITTEN, f"quotes[{n}].speaker_text") for n in (0, 1, 6)
    ),  # the four others name nobody in their clause
    (UNWRITTEN, "quotes[3].kind"),  # a Quotation is direct speech
}


def test_schema_org_loses_what_is_listed_here(article: Article, shared: Path) -> None:
    losses = Losses()
    data = write(article, "schema-org", losses=losses)

    assert {(loss.kind, loss.path) for loss in losses} == SCHEMA_ORG_LOSSES
    back = read(data)
    assert {change.path for change in diff(article, back)} == {path for _, path in SCHEMA_ORG_LOSSES}
    assert back.attributed(AttributionRole.PUBLISHER)[0].kind is PartyKind.ORGANISATION
    assert [back.entity(quote.speaker or "").name for quote in back.quotes] == [PRESIDENT] * 7
    assert write(back, "schema-org") == data
    assert _checker(shared).check(json.loads(data), profiles=("output",)) == []


def test_page_text_comes_back_as_it_was_read(article: Article) -> None:
    losses = Losses()
    data = write(article, "page-text", losses=losses)

    assert losses == []
    assert read(data, format="page-text") == article


def _checker(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location(
        "schema_org_check", shared / "conformance/schema-org/check.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
