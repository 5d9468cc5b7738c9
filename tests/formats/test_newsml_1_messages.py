"""Several articles in one NewsML 1 document: its envelope is kept, and what stands between its items."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from lxml import etree
from test_newsml_1_documents import errors_of

from newsmodel import Losses, LossKind, SeveralItems, diff, read, read_all, write, write_all
from newsmodel.model import (
    Article,
    Figure,
    Media,
    MediaKind,
    Paragraph,
    Rendition,
    Section,
    Subject,
    Text,
    Translation,
)


def item(number: int, component: str = "") -> str:
    component = component or (
        f"<NewsComponent><NewsLines><HeadLine>Head {number}</HeadLine></NewsLines><ContentItem><DataContent>"
        f"<p>Text {number}</p></DataContent></ContentItem></NewsComponent>"
    )
    return f"""<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>gazette.example</ProviderId>
<DateId>20260301</DateId><NewsItemId>{number}</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId>
<PublicIdentifier>urn:newsml:gazette.example:20260301:{number}:1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260301T101010Z</FirstCreated>
<ThisRevisionCreated>20260301T101010Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
{component}</NewsItem>"""


def news(*items: str) -> bytes:
    return f"""<?xml version="1.0"?>
<NewsML><!-- from the night desk --><Catalog Href="catalog.xml"/><NewsEnvelope><DateAndTime>20260301T101010Z</DateAndTime>
<NewsService FormalName="GZ"/></NewsEnvelope>
<!-- first -->{"<!-- next -->".join(items)}</NewsML>
""".encode()


THREE = news(item(1), item(2), item(3))


def test_all_items_are_read_and_come_back_to_the_letter() -> None:
    losses = Losses()
    articles = list(read_all(THREE, losses=losses))

    assert [article.headlines[0].value for article in articles] == ["Head 1", "Head 2", "Head 3"]
    assert losses == []
    assert write_all(articles, "newsml-1") == THREE
    with pytest.raises(SeveralItems, match="read_all"):
        read(THREE)


def test_one_item_alone_keeps_its_envelope() -> None:
    _, second, _ = read_all(THREE)
    data = write(second, "newsml-1")

    assert b"from the night desk" in data
    assert b'<NewsService FormalName="GZ"/>' in data
    assert b"Head 1" not in data
    assert diff(second, read(data)) == []


def test_a_change_of_one_item_changes_nothing_else() -> None:
    first, second, third = read_all(THREE)
    changed = attrs.evolve(second, headlines=(Text("New"),))
    data = write_all([first, changed, third], "newsml-1")

    assert data.partition(b"<NewsML>")[2] == THREE.replace(b"Head 2", b"New").partition(b"<NewsML>")[2]


def test_items_may_go_and_come_in_another_order() -> None:
    first, second, third = read_all(THREE)
    data = write_all([third, first], "newsml-1")

    assert [article.id for article in read_all(data)] == [third.id, first.id]
    assert data.count(b"<!--") == THREE.count(b"<!--")
    assert write_all([second], "newsml-1").count(b"<NewsItem ") == 1


def test_articles_of_different_sources(shared: Path) -> None:
    def made(number: int) -> Article:
        return Article(
            id=f"urn:newsml:gazette.example:20260301:new{number}:1",
            headlines=(Text("New"),),
            media=(Media(MediaKind.PICTURE, (Rendition("a.jpg"),), "picture"),),
            subjects=(Subject("Bridges", code="gz:bridges"),),
            sections=(Section(None, (Paragraph("Look:"), Figure("picture"))),),
        )

    given = [made(1), made(2), next(read_all(THREE))]
    losses = Losses()
    data = write_all(given, "newsml-1", losses=losses)
    back = list(read_all(data))

    assert errors_of(data, etree.DTD(str(shared / "conformance/newsml-1/NewsMLv1.2.dtd"))) == []
    assert [article.id for article in back] == [article.id for article in given]
    assert [article.subjects for article in back] == [article.subjects for article in given]
    assert back[1].media[0].id == "picture-2"  # an identifier is there once
    assert back[1].sections[0].blocks[1] == Figure("picture-2")
    assert losses.of(LossKind.COERCED).paths == {"media", "sections"}
    assert losses.of(LossKind.UNWRITTEN).paths == {"services"}  # there is one envelope


def test_nothing_is_no_document() -> None:
    with pytest.raises(SeveralItems, match="at least one"):
        write_all([], "newsml-1")


# one story in several languages


LANGUAGES = news(
    item(
        1,
        "<NewsComponent>"
        + "".join(
            f"""<NewsComponent xml:lang="{tag}"><!-- {tag} --><NewsLines><HeadLine>{head}</HeadLine></NewsLines><Photo/>
<ContentItem><DataContent><p>{text}</p></DataContent></ContentItem></NewsComponent>"""
            for tag, head, text in [("nl", "Brug", "De brug is open."), ("fr", "Pont", "Le pont est ouvert.")]
        )
        + "</NewsComponent>",
    )
)


def test_languages_come_back_to_the_letter() -> None:
    articles = list(read_all(LANGUAGES))

    assert [(article.language, article.translations) for article in articles] == [
        ("nl", (Translation("fr"),)),
        ("fr", (Translation("nl"),)),
    ]
    assert write_all(articles, "newsml-1") == LANGUAGES


def test_a_change_of_one_language_leaves_the_others() -> None:
    dutch, french = read_all(LANGUAGES)
    changed = attrs.evolve(french, headlines=(Text("Pont ouvert"),))
    data = write_all([dutch, changed], "newsml-1")

    assert (
        data.partition(b"<NewsML>")[2]
        == LANGUAGES.replace(b">Pont<", b">Pont ouvert<").partition(b"<NewsML>")[2]
    )


def test_one_language_alone_is_an_item_of_its_own() -> None:
    _, french = read_all(LANGUAGES)
    back = read(write(french, "newsml-1"))

    assert (back.language, back.headlines) == ("fr", french.headlines)
    assert [paragraph.text for paragraph in back.paragraphs] == ["Le pont est ouvert."]
    assert [each.headlines for each in read_all(write_all([french], "newsml-1"))] == [french.headlines]


def test_languages_that_change_in_ways_that_the_document_has_no_place_for() -> None:
    dutch, french = read_all(LANGUAGES)
    changed = attrs.evolve(french, translations=())
    back = list(read_all(write_all([dutch, changed], "newsml-1")))

    assert [each.headlines for each in back] == [dutch.headlines, french.headlines]
    assert back[1].translations == ()
