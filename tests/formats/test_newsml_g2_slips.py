"""NewsML-G2 with mistakes in it, or forms that few use: what is meant is read, and what is not read is said."""

from __future__ import annotations

from io import BytesIO

import pytest

from newsmodel import Article, InputError, Losses, LossKind, read, read_all, write, write_all
from newsmodel.model import Raw, Section, Text

NAR = "http://iptc.org/std/nar/2006-10-01/"
NITF = "http://iptc.org/std/NITF/2006-10-18/"


def item(body: str = "", described: str = "", number: int = 1) -> str:
    return f"""<newsItem xmlns="{NAR}" guid="urn:newsml:gazette.example:20260301:{number}" version="1" standard="NewsML-G2"
      standardversion="2.34" conformance="power" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider
      literal="Gazette"/><versionCreated>2026-03-01T10:00:00Z</versionCreated></itemMeta><contentMeta>{described}</contentMeta>
      <contentSet>{body}</contentSet></newsItem>"""


def message(
    *items: str, header: str = "<header><sent>2026-03-01T10:00:00Z</sent></header>", end: str = ""
) -> bytes:
    return (
        f'<newsMessage xmlns="{NAR}">{header}<itemSet>{"".join(items)}</itemSet>{end}</newsMessage>'.encode()
    )


def xhtml(inside: str) -> str:
    return f"""<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>
      <body>{inside}</body></html></inlineXML>"""


def nitf(inside: str, lines: str = "") -> str:
    return f"""<inlineXML contenttype="application/nitf+xml"><nitf xmlns="{NITF}"><body><body.head>{lines}</body.head>
      <body.content>{inside}</body.content></body></nitf></inlineXML>"""


def was_read(document: str) -> tuple[Article, Losses]:
    losses = Losses()
    return read(document.encode(), losses=losses), losses


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def test_encoded_content_is_kept_and_is_no_text() -> None:
    article, _ = was_read(item('<inlineData encoding="base64">T25lLg==</inlineData>'))

    assert article.sections == ()
    assert "T25lLg==" in str(article.extras)


def test_a_byline_in_the_body() -> None:
    body = nitf("<p>One.</p>", "<byline>Al Roe</byline>")

    assert was_read(item(body))[0].bylines == (Text("Al Roe"),)
    article, losses = was_read(item(body, "<by>Jo Doe</by>"))
    assert article.bylines == (Text("Jo Doe"),)
    assert [(loss.kind, loss.value) for loss in losses] == [(LossKind.UNREAD, "Al Roe")]


def test_identifiers_that_nothing_points_at_are_noted() -> None:
    _, losses = was_read(item(xhtml('<p>One <em id="e1">two</em>.</p>')))

    assert [(loss.where, loss.value) for loss in losses] == [("contentSet/inlineXML//@id", "e1")]


def test_the_identifier_of_somebody_whom_the_body_names_is_read() -> None:
    article, losses = was_read(item(nitf('<p><person id="p1">Jo Doe</person> came.</p>')))

    assert [(person.name, person.id) for person in article.people] == [("Jo Doe", "p1")]
    assert "p1" not in [loss.value for loss in losses]


@pytest.mark.parametrize("kind", ["conceptItem", "catalogItem"])
def test_items_that_are_no_articles_are_refused(kind: str) -> None:
    document = f'<{kind} xmlns="{NAR}"/>'.encode()

    for source in (document, BytesIO(document)):
        with pytest.raises(InputError, match="is no article"):
            list(read_all(source, format="newsml-g2"))
    with pytest.raises(InputError, match="newsMessage of NewsML-G2"):
        list(read_all(BytesIO(b"<page/>"), format="newsml-g2"))


def test_an_item_alone_can_be_streamed() -> None:
    (article,) = read_all(BytesIO(item(xhtml("<p>One.</p>")).encode()))

    assert texts(article) == ["One."]


def test_a_message_without_items_holds_no_articles() -> None:
    empty = message()

    assert list(read_all(empty)) == list(read_all(BytesIO(empty))) == []
    with pytest.raises(InputError, match="a newsMessage with one"):
        read(empty)


def test_an_item_in_somebodys_own_envelope() -> None:
    document = f'<envelope xmlns="urn:gazette">{item(xhtml("<p>One.</p>"))}</envelope>'

    assert texts(was_read(document)[0]) == ["One."]


def test_what_stands_behind_the_items_of_a_message_comes_back() -> None:
    document = message(item(xhtml("<p>One.</p>")), end="<gz:end xmlns:gz='urn:gazette'/>")
    articles = list(read_all(BytesIO(document)))
    added = [*articles, read(item(xhtml("<p>Two.</p>"), number=2).encode())]
    written = write_all(added, "newsml-g2")

    assert [texts(article) for article in read_all(written)] == [["One."], ["Two."]]
    assert written.rstrip().endswith(b"<gz:end xmlns:gz='urn:gazette'/></newsMessage>")
    assert b"<sent>2026-03-01T10:00:00Z</sent>" in written


def test_a_heading_beside_the_story_is_no_headline_of_an_article_without_one() -> None:
    aside = Raw("xhtml", '<header xmlns="http://www.w3.org/1999/xhtml"><h1>Head</h1></header>')
    article = Article(sections=[Section(None, [aside])])

    assert read(write(article, "newsml-g2")).headlines == ()
