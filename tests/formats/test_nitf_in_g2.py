"""NITF as the body of an item: what it says more than the item is the article's; what it says otherwise is noted."""

from __future__ import annotations

import attrs
import pytest

from newsmodel import Losses, LossKind, Text, read, write

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="1" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="gz"/><versionCreated>2026-03-02T10:00:00Z</versionCreated></itemMeta>
<contentMeta>{meta}</contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml">{body}</inlineXML></contentSet></newsItem>"""
NITF = """<nitf xmlns="{namespace}"><head><docdata><urgency ed-urg="3"/><key-list><keyword key="bridge"/></key-list></docdata></head>
<body><body.head><hedline><hl1>Old bridge opens</hl1></hedline><byline>By Jo Doe</byline>
<dateline><location>RIVERTON</location></dateline><abstract><p>In short.</p></abstract></body.head>
<body.content><p><person>Emma Stone</person> of <org>Riverton Council</org> said in <location><city>Riverton</city></location>:
<q quote-source="Emma Stone">We are proud</q>.</p>
<media media-type="image"><media-reference source="a.jpg"/><media-caption>A bridge</media-caption>
<media-producer>Lena Lens</media-producer></media></body.content></body></nitf>"""
OWN, OF_THE_ITEM = "http://iptc.org/std/NITF/2006-10-18/", "http://iptc.org/std/nar/2006-10-01/"


def item(meta: str = "", namespace: str = OWN, body: str = NITF) -> bytes:
    return ITEM.format(meta=meta, body=body.format(namespace=namespace)).encode()


@pytest.mark.parametrize("namespace", [OWN, "", OF_THE_ITEM, "http://nitf.example/"])
def test_the_body_says_what_the_item_does_not(namespace: str) -> None:
    article = read(item(namespace=namespace))

    assert article.text == "Emma Stone of Riverton Council said in Riverton: We are proud."
    assert [text.value for text in article.headlines] == ["Old bridge opens"]
    assert [text.value for text in article.summaries] == ["In short."]
    assert [text.value for text in article.bylines] == ["By Jo Doe"]
    assert [text.value for text in article.datelines] == ["RIVERTON"]
    assert [text.value for text in article.keywords] == ["bridge"]
    assert article.urgency == 3
    assert [person.name for person in article.people] == ["Emma Stone"]
    assert [each.name for each in article.organisations] == ["Riverton Council"]
    assert [each.name for each in article.places] == ["Riverton"]
    assert [each.credit for each in article.media] == ["Lena Lens"]


def test_a_speaker_survives() -> None:
    (quote,) = read(item()).quotes

    assert quote.text == "We are proud"
    assert quote.speaker_text == "Emma Stone"
    assert quote.speaker == read(item()).people[0].id


def test_who_is_named_by_both_is_one() -> None:
    meta = '<subject type="cpnat:person" qcode="p:7" id="es"><name>Emma Stone</name></subject>'
    article = read(item(meta))

    (person,) = article.people
    assert (person.id, person.code) == ("es", "p:7")
    assert article.quotes[0].speaker == "es"


def test_an_identifier_that_the_item_has_given_already() -> None:
    meta = '<subject type="cpnat:person" id="person-1"><name>Al Bo</name></subject>'
    article = read(item(meta))

    assert [person.name for person in article.people] == ["Al Bo", "Emma Stone"]
    assert article.quotes[0].speaker == article.people[1].id != "person-1"


def test_what_the_item_says_wins_and_the_rest_is_noted() -> None:
    losses = Losses()
    meta = "<urgency>5</urgency><headline>A bridge</headline><by>By Jo Doe</by>"
    article = read(item(meta), losses=losses)

    assert (article.urgency, article.headlines, article.bylines) == (
        5,
        (Text("A bridge"),),
        (Text("By Jo Doe"),),
    )
    noted = {loss.value for loss in losses if "otherwise" in loss.reason}
    assert noted == {3, "Old bridge opens"}


def test_a_headline_that_only_the_body_has_is_noted() -> None:
    losses = Losses()
    read(item(), losses=losses)

    assert ("contentMeta/headline", "Old bridge opens") in [
        (loss.where, loss.value) for loss in losses.of(LossKind.REPAIRED)
    ]


def test_the_abstract_is_no_paragraph_of_the_story() -> None:
    assert len(read(item()).paragraphs) == 1


def test_the_item_comes_back_and_changes_where_the_article_did() -> None:
    data = item()
    article = read(data)
    changed = attrs.evolve(article, urgency=1)

    assert write(article, "newsml-g2") == data
    assert read(write(changed, "newsml-g2")) == changed


def test_nothing_of_the_head_vanishes() -> None:
    losses = Losses()
    body = NITF.replace("<docdata>", '<docdata><fixture fix-id="f1"/>').replace("<p>", '<p style="s1">')
    read(item(body=body), losses=losses)

    told = " ".join(f"{loss.where} {loss.value}" for loss in losses)
    assert "f1" in told
    assert "s1" in told
