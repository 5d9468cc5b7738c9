"""Body markup as it is written: raw markup, what could not be written, many marks."""

from __future__ import annotations

import time

import pytest
from lxml import etree

from newsmodel import Losses, LossKind, diff, read, write
from newsmodel.difference import related
from newsmodel.markup.layers import Layer, write_running
from newsmodel.markup.xhtml import XHTML_NS
from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Cell,
    ItemList,
    ListItem,
    Mark,
    MarkKind,
    Media,
    Paragraph,
    Quote,
    Raw,
    Rendition,
    Section,
    Span,
    Table,
    TableRow,
)

X = f'xmlns="{XHTML_NS}"'
MEDIA = Media(renditions=[Rendition("u")], id="m")
ODD = [
    f"<p {X}>hello</p>",
    f'<p {X} class="x">hello</p>',
    "<p>bare</p>",
    "<foo>hello</foo>",
    f"<div {X}><p>a</p><p>b</p></div>",
    f"<h2 {X}>H</h2>",
    f"<li {X}>x</li>",
    f"<ul {X}><li>a</li><li><aside>q</aside></li></ul>",
    f"<div {X}><video/></div>",
    f'<video {X} src="a"/>',
    f'<img {X} longdesc="#m" src="u" alt=""/>',
]
"""Markup of the dialect that reads back as something else."""
FIXED = [f'<video {X} src="a"></video>', f"<table {X}><caption>Lonely</caption></table>", f"<hr {X}></hr>"]
"""Markup that comes back as it was."""
LOST = ["hello <b>", f"<meta {X}/>", f'<a {X} href="u"/>']
"""Markup that cannot be written, or of which nothing is read."""


def written(article: Article) -> tuple[bytes, Losses]:
    losses = Losses()
    return write(article, "newsml-g2", losses=losses), losses


def article_of(*blocks: Block, quotes: tuple[Quote, ...] = ()) -> Article:
    return Article(id="urn:x", sections=[Section(blocks=blocks)], quotes=quotes, media=[MEDIA])


def everywhere(raw: Raw) -> Article:
    """Raw markup in every kind of place, before a paragraph that is quoted."""
    return article_of(
        Paragraph("before"),
        raw,
        ItemList([ListItem([raw])]),
        BlockQuote([raw]),
        ItemList([ListItem([Paragraph("x")]), ListItem([raw, Paragraph("y")])]),
        Table([TableRow([Cell([raw]), Cell([raw, Paragraph("z")])])]),
        Paragraph("say it now"),
        quotes=(Quote("before", spans=[Span(0, 0, 6)]), Quote("say it", spans=[Span(4, 0, 6)])),
    )


@pytest.mark.parametrize("markup", [*ODD, *FIXED, *LOST])
@pytest.mark.parametrize("alone", [True, False])
def test_raw_markup_comes_back_or_is_named(markup: str, *, alone: bool) -> None:
    raw = Raw("xhtml", markup)
    article = article_of(raw) if alone else everywhere(raw)
    data, losses = written(article)
    more = Losses()
    back = read(data, losses=more)

    changes = diff(article, back)
    assert [
        change for change in changes if not any(related(change.path, path) for path in losses.paths)
    ] == []
    assert [loss for loss in losses if not any(related(loss.path, change.path) for change in changes)] == []
    assert not more
    assert write(back, "newsml-g2") == data
    kinds = {loss.kind for loss in losses if loss.path.startswith("sections")}
    assert kinds == (
        {LossKind.COERCED} if markup in ODD else {LossKind.UNWRITTEN} if markup in LOST else set()
    )


def test_a_quote_behind_markup_that_becomes_paragraphs_moves_and_that_is_said() -> None:
    quotes = (Quote("before", spans=[Span(0, 0, 6)]), Quote("say", spans=[Span(1, 0, 3)]))
    raw = Raw("xhtml", f"<div {X}><p>a</p><p>b</p></div>")
    article = article_of(Paragraph("before"), raw, Paragraph("say it"), quotes=quotes)
    data, losses = written(article)

    assert [quote.spans for quote in read(data).quotes] == [(Span(0, 0, 6),), (Span(3, 0, 3),)]
    assert [loss.path for loss in losses.of(LossKind.COERCED)] == ["sections[0].blocks[1]", "quotes[1].spans"]


def test_holders_of_what_cannot_be_written_are_not_written() -> None:
    foreign = Raw("nitf", "<media/>")
    data, losses = written(
        article_of(
            ItemList([ListItem([foreign]), ListItem([foreign, Paragraph("x")])]),
            ItemList([ListItem([foreign])]),
            BlockQuote([foreign]),
        )
    )

    body = next(etree.fromstring(data).iter(f"{{{XHTML_NS}}}body"))
    assert [
        (etree.QName(element).localname, element.text)
        for element in body.iter()
        if element.text and element.text.strip()
    ] == [("li", "x")]
    assert [etree.QName(element).localname for element in body.iter()] == ["body", "ul", "li"]
    assert len(losses.of(LossKind.UNWRITTEN)) == 4


def test_a_body_of_which_nothing_can_be_written_is_not_written() -> None:
    data, losses = written(article_of(Raw("nitf", "<media/>")))

    assert b"contentSet" not in data
    assert losses.of(LossKind.UNWRITTEN).paths == {"sections[0].blocks[0]"}


def test_crossing_layers_are_cut_at_the_outer_ones() -> None:
    def layer(name: str, start: int, end: int, rank: int) -> Layer:
        return Layer(start, end, rank, lambda parent: etree.SubElement(parent, name))

    root = etree.Element("p")
    layers = [layer("a", 0, 4, 0), layer("b", 2, 6, 1), layer("c", 1, 5, -1), layer("d", 2, 3, 1)]
    write_running(root, "012\n456", layers, "br")

    assert etree.tostring(root) == (b"<p><a>0</a><c><a>1<b><d>2</d><br/></b></a><b>4</b></c><b>5</b>6</p>")


@pytest.mark.parametrize("kind", ["links", "quotes"])
def test_long_paragraphs_are_written_in_linear_time(kind: str) -> None:
    count = 8000
    places = [(5 * number, 5 * number + 4) for number in range(count)]
    marks = [Mark(MarkKind.LINK, *place, f"u{place[0]}") for place in places] if kind == "links" else []
    quotes = [Quote("word", spans=[Span(0, *place)]) for place in places] if kind == "quotes" else []
    article = article_of(Paragraph("word " * count, marks), quotes=tuple(quotes))
    start = time.process_time()
    written(article)

    assert time.process_time() - start < 4  # quadratic code took 6


def test_identifiers_in_raw_markup_are_not_used_again() -> None:
    raw = Raw("xhtml", f'<aside {X}><p id="quote-0-0-3">x</p></aside>')
    data, _ = written(article_of(Paragraph("say it"), raw, quotes=(Quote("say", spans=[Span(0, 0, 3)]),)))

    assert data.count(b'id="quote-0-0-3"') == 1
    assert read(data).quotes[0].spans == (Span(0, 0, 3),)
