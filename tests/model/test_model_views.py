"""What an article shows of itself."""

from __future__ import annotations

import pytest
from hypothesis import given

from newsmodel.model import (
    Article,
    Attribution,
    AttributionRole,
    BlockQuote,
    Cell,
    Direction,
    Figure,
    ItemList,
    ListItem,
    Media,
    Organisation,
    Paragraph,
    Person,
    Place,
    Quote,
    Rendition,
    Section,
    Span,
    Table,
    TableRow,
    Text,
)
from newsmodel.strategies import articles


def body(*texts: str) -> tuple[Section, ...]:
    return (Section(None, tuple(map(Paragraph, texts))),)


ALIYEV = Person("Ilham Aliyev", id="aliyev")
TASS = Organisation("TASS", id="tass")
BAKU = Place("Baku", id="baku")
MIXED = Article(
    people=[ALIYEV],
    organisations=[TASS],
    places=[BAKU],
    media=[Media(renditions=[Rendition("a.jpg")], id="m")],
    sections=[
        Section(None, [Paragraph("one"), Figure("m"), BlockQuote([Paragraph("two")])]),
        Section(
            "Heading",
            [
                ItemList([ListItem([Paragraph("three"), Paragraph("four")])]),
                Table([TableRow([Cell([Paragraph("five")]), Cell()])]),
            ],
        ),
    ],
    quotes=[
        Quote("two", "aliyev", spans=[Span(1, 0, 3)]),
        Quote("five", "tass"),
        Quote("one", "aliyev"),
        Quote("x"),
    ],
    attributions=[
        Attribution("A", role=AttributionRole.AUTHOR),
        Attribution("B", role=AttributionRole.AUTHOR),
        Attribution("C", role=AttributionRole.PUBLISHER),
    ],
)


def test_paragraphs_are_found_wherever_they_stand() -> None:
    assert [paragraph.text for paragraph in MIXED.paragraphs] == ["one", "two", "three", "four", "five"]


def test_blocks_come_with_their_paths() -> None:
    assert [path for path, _ in MIXED.blocks] == [
        "sections[0].blocks[0]",
        "sections[0].blocks[1]",
        "sections[0].blocks[2]",
        "sections[0].blocks[2].blocks[0]",
        "sections[1].blocks[0]",
        "sections[1].blocks[0].items[0].blocks[0]",
        "sections[1].blocks[0].items[0].blocks[1]",
        "sections[1].blocks[1]",
        "sections[1].blocks[1].rows[0].cells[0].blocks[0]",
    ]


def test_the_text_is_headings_and_paragraphs() -> None:
    assert MIXED.text == "one\n\ntwo\n\nHeading\n\nthree\n\nfour\n\nfive"
    assert Article().text == ""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The bridge isn't open.", 4),
        ("state-of-the-art", 1),
        ("It cost 1.5 million in 2026 – a lot…", 9),
        ("قال الرئيس: «قره باغ هي أذربيجان»", 6),
        ("مُهِمٌّ جِدًّا", 2),
        ("می‌رود", 1),
        ("Президент сказал: «Это — наш город».", 5),
        ("кое-что", 1),
        ("…!? — «»", 0),
        ("👩‍🚒", 0),
        ("é e\u0301", 2),
    ],
)
def test_words_are_counted(text: str, count: int) -> None:
    assert Article(sections=body(text)).word_count == count


def test_headings_count_and_nothing_else_does() -> None:
    assert MIXED.word_count == 6
    assert Article(headlines="One two three").word_count == 0


@pytest.mark.parametrize(
    ("article", "direction"),
    [
        (Article(language="ar"), Direction.RTL),
        (Article(language="ar-EG"), Direction.RTL),
        (Article(language="he"), Direction.RTL),
        (Article(language="ru"), Direction.LTR),
        (Article(language="az-Arab"), Direction.RTL),
        (Article(language="az-Latn"), Direction.LTR),
        (Article(language="ar-Latn"), Direction.LTR),
        (Article(headlines="2026: قره باغ"), Direction.RTL),
        (Article(headlines="«Мир»"), Direction.LTR),
        (Article(sections=body("שלום world")), Direction.RTL),
        (Article(headlines="English", sections=body("عربي")), Direction.LTR),
        (Article(language="en", headlines="عربي"), Direction.LTR),
        (Article(), Direction.LTR),
        (Article(headlines="123"), Direction.LTR),
    ],
)
def test_direction(article: Article, direction: Direction) -> None:
    assert article.direction is direction


def test_entities_are_found_by_id() -> None:
    assert MIXED.entities == (ALIYEV, TASS, BAKU)
    assert MIXED.entity("tass") == TASS
    assert MIXED.entity("baku") == BAKU
    with pytest.raises(KeyError):
        MIXED.entity("nobody")


def test_quotes_are_found_by_speaker() -> None:
    assert [quote.text for quote in MIXED.quotes_by("aliyev")] == ["two", "one"]
    assert [quote.text for quote in MIXED.quotes_by(ALIYEV)] == ["two", "one"]
    assert MIXED.quotes_by(Person("Nobody")) == ()
    assert MIXED.quotes_by("nobody") == ()


def test_attributions_are_found_by_role() -> None:
    assert [found.name for found in MIXED.attributed(AttributionRole.AUTHOR)] == ["A", "B"]
    assert MIXED.attributed(AttributionRole.EDITOR) == ()


def test_the_headline_is_the_first() -> None:
    assert Article().headline is None
    assert Article(headlines=["a", "b"]).headline == Text("a")
    assert str(Article(headlines="a").headline) == "a"
    assert ALIYEV.name == "Ilham Aliyev"
    assert Person(literal="x").name is None


def test_spans_select_text() -> None:
    article = Article(sections=body("«One», he said, «two»", "and three"))

    assert article.select([Span(0, 1, 4)]) == "One"
    assert article.select([Span(0, 1, 4), Span(0, 17, 20)]) == "One two"
    assert article.select([Span(0, 17, 20), Span(1, 0, 9)]) == "two\nand three"
    assert article.select([]) == ""
    for span in (Span(0, 0, 99), Span(2, 0, 1)):
        with pytest.raises(IndexError):
            article.select([span])


def test_offsets_count_code_points() -> None:
    article = Article(sections=body("👩‍🚒 قال: «𐎀»"))

    assert article.select([Span(0, 10, 11)]) == "𐎀"


def test_the_repr_of_a_long_article_is_short() -> None:
    long = Article(
        id="urn:x:1",
        language="ar",
        headlines="كلمة " * 100,
        sections=body(*["كلمة " * 100] * 100),
        quotes=[Quote("x")] * 3,
    )

    assert long.word_count == 10_000
    assert len(repr(long)) < 300
    assert repr(long).startswith("<Article id='urn:x:1', language='ar', headline='كلمة كلمة")
    assert repr(long).endswith("…', 1 section, 10000 words, 3 quotes>")
    assert repr(Article()) == "<Article, empty>"


@given(article=articles())
def test_views_never_fail(article: Article) -> None:
    assert article.word_count <= len(article.text)
    assert len(repr(article)) < 800
    for entity in article.entities:
        assert entity.id is None or article.entity(entity.id) == entity
    for quote in article.quotes:
        assert not quote.spans or article.select(quote.spans) == quote.text
