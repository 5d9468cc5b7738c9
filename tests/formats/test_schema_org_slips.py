"""JSON-LD with mistakes in it, or forms that few use: what is meant is read, and what is not read is said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from test_schema_org_reading import document, graph

from newsmodel import Article, Losses, LossKind, SeveralItems, read, write
from newsmodel.model import Media, MediaKind, Paragraph, PartyKind, Rendition, Section, Text


def was_read(**more: Any) -> tuple[Article, Losses]:
    losses = Losses()
    return read(document(**more), losses=losses), losses


def noted(losses: Losses, kind: LossKind) -> list[str]:
    return [loss.where for loss in losses.of(kind)]


def test_a_headline_with_its_language() -> None:
    article, losses = was_read(headline={"@value": "Brug open", "@language": "nl"})

    assert article.headlines == (Text("Brug open", "nl"),)
    assert losses == []


def test_characters_that_no_document_can_hold_are_left_out() -> None:
    article, losses = was_read(headline="Bridge\x00 open", articleBody="One.\x0b\n\nTwo.")

    assert article.headlines == (Text("Bridge open"),)
    assert [paragraph.text for paragraph in article.paragraphs] == ["One.", "Two."]
    assert sorted(noted(losses, LossKind.REPAIRED)) == ["/articleBody", "/headline"]
    assert article.extras == ()


@pytest.mark.parametrize("headline", ["", "\x00", 5, {"@value": 5}, {"@value": "x", "@language": 5}])
def test_a_headline_that_is_none_is_noted(headline: Any) -> None:
    article, losses = was_read(headline=headline)

    assert article.headlines == ()
    assert set(noted(losses, LossKind.UNREADABLE)) == {"/headline"}


def test_dates_that_are_written_for_people() -> None:
    article, losses = was_read(datePublished="1 March 2026", dateModified="lately")

    assert (article.published, article.content_modified) == (date(2026, 3, 1), None)
    assert noted(losses, LossKind.REPAIRED) == ["/datePublished"]
    assert noted(losses, LossKind.UNREADABLE) == ["/dateModified"]


def test_sizes_as_quantities() -> None:
    size = {"@type": "QuantitativeValue", "value": 8}
    article, losses = was_read(
        image={"@type": "ImageObject", "url": "a.jpg", "width": size, "height": {**size, "unitCode": "E37"}}
    )

    assert [(each.width, each.height) for each in article.media[0].renditions] == [(8, 8)]
    assert losses == []


def test_coordinates_that_are_none_are_noted() -> None:
    geo = {"@type": "GeoCoordinates", "latitude": True, "longitude": "east"}
    article, losses = was_read(contentLocation={"@type": "Place", "name": "Riverton", "geo": geo})

    assert [(place.name, place.latitude, place.longitude) for place in article.places] == [
        ("Riverton", None, None)
    ]
    assert noted(losses, LossKind.UNREADABLE) == [
        "/contentLocation/geo/latitude",
        "/contentLocation/geo/longitude",
    ]


def test_what_kind_of_author_is_said_among_other_types() -> None:
    article, losses = was_read(
        author=[{"@type": ["Thing", "Person"], "name": "Jo Doe"}, {"@type": [3, "Dragon"], "name": "Al Roe"}]
    )

    assert [(each.name, each.kind) for each in article.attributions] == [
        ("Jo Doe", PartyKind.PERSON),
        ("Al Roe", None),
    ]
    assert set(noted(losses, LossKind.UNREADABLE)) == {
        "/author/0/@type/0",
        "/author/1/@type/0",
        "/author/1/@type/1",
    }


def test_several_articles_are_not_one() -> None:
    with pytest.raises(SeveralItems, match="read_all"):
        read(b"[" + document() + b"," + document() + b"]")


def test_a_page_whose_main_entity_is_an_article() -> None:
    losses = Losses()
    article = read(
        b'{"@context": "https://schema.org", "@type": "WebPage", "name": "Page", "mainEntity": '
        b'{"@type": "NewsArticle", "headline": "Bridge open"}}',
        losses=losses,
    )

    assert article.headlines == (Text("Bridge open"),)
    assert [loss.reason for loss in losses] == ["beside the article"]


def test_an_article_that_a_graph_describes_twice() -> None:
    article = read(
        graph(
            {"@id": "#a", "@type": "NewsArticle", "headline": "Bridge open"},
            {"@id": "#a", "@type": ["Report", "NewsArticle"], "description": "After a year."},
        )
    )

    assert article.headlines == (Text("Bridge open"),)
    assert article.summaries == (Text("After a year."),)
    assert "Report" in str(article.extras)


def test_a_speaker_that_is_only_a_word() -> None:
    article, losses = was_read(
        hasPart=[{"@type": "Quotation", "text": "Fine", "spokenByCharacter": "Jo Doe"}]
    )

    assert [(quote.text, quote.speaker) for quote in article.quotes] == [("Fine", None)]
    assert noted(losses, LossKind.UNREADABLE) == ["/hasPart/0/spokenByCharacter"]


def test_what_there_is_no_room_for_is_said() -> None:
    article = Article(
        headlines=(Text("Bridge open"),),
        media=(Media(MediaKind.PICTURE, (Rendition("a.jpg"),)),),
        sections=(Section(None, (Paragraph("One.\n\nTwo."),)),),
    )
    losses = Losses()
    back = read(write(article, "schema-org", losses=losses))

    assert losses.of(LossKind.UNWRITTEN).paths == {"media[0]"}
    assert losses.of(LossKind.COERCED).paths == {"sections[0].blocks"}
    assert [paragraph.text for paragraph in back.paragraphs] == ["One.", "Two."]
