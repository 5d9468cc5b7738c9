"""Every class of the model: what it takes, what it brings to one form, what it refuses and how it says so."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import model
from newsmodel.dates.when import ReducedDate
from newsmodel.errors import ModelError, ModelErrors
from newsmodel.model import (
    AltId,
    Article,
    Attribution,
    AttributionRole,
    BlockQuote,
    Cell,
    Concept,
    Direction,
    Embargo,
    Extra,
    Figure,
    Group,
    ItemList,
    Link,
    ListItem,
    Mark,
    MarkKind,
    Media,
    Member,
    Mention,
    Organisation,
    Package,
    Paragraph,
    Person,
    Place,
    PubStatus,
    Quote,
    Raw,
    Rendition,
    Rights,
    Section,
    Span,
    Subject,
    Table,
    TableRow,
    Text,
    Translation,
)
from newsmodel.model.quick_making import maker_of

P = Paragraph("x")
Make = Callable[[], Any]


def nested(depth: int) -> Any:
    """A block with that many levels."""
    block: Any = P
    for _ in range(depth - 1):
        block = BlockQuote([block])
    return block


REFUSED: list[tuple[Make, str, str]] = [
    # values of one field: where, what was expected
    (lambda: Text(""), "Text.value", "text that is not empty"),
    (lambda: Text(" \n\t "), "Text.value", "text that is not empty"),
    (lambda: Text("a\x00b"), "Text.value", "without control characters"),
    (lambda: Text("a\ud800b"), "Text.value", "without control characters or surrogates"),
    (lambda: Text("a\uffffb"), "Text.value", "without control characters"),
    (lambda: Text(5), "Text.value", "text that is not empty"),  # type: ignore[arg-type]
    (lambda: Text(None), "Text.value", "text that is not empty"),  # type: ignore[arg-type]
    (lambda: Text(b"x"), "Text.value", "text that is not empty"),  # type: ignore[arg-type]
    (lambda: Text("x", "en_GB"), "Text.language", "a BCP 47 language tag such as 'ar'"),
    (lambda: Text("x", "e"), "Text.language", "a BCP 47 language tag"),
    (lambda: Text("x", ""), "Text.language", "a BCP 47 language tag"),
    (lambda: Text("x", "en-"), "Text.language", "a BCP 47 language tag"),
    (lambda: Text("x", "en-a"), "Text.language", "a BCP 47 language tag"),
    (lambda: Text("x", "en\n"), "Text.language", "a BCP 47 language tag"),
    (lambda: Text("x", direction="rtl"), "Text.direction", "one of 'ltr', 'rtl'"),  # type: ignore[arg-type]
    (lambda: Text("x", role="summary"), "Text.role", "a code such as 'medtop:04000000'"),
    (lambda: Text("x", role=":x"), "Text.role", "a code"),
    (lambda: Text("x", role="a: b"), "Text.role", "a code"),
    (lambda: Concept("x", "news.example"), "Concept.uri", "an absolute URI"),
    (lambda: Concept("x", "https://a b/"), "Concept.uri", "an absolute URI"),
    (lambda: Concept("x", "https://x/%zz"), "Concept.uri", "an absolute URI"),
    (lambda: Concept("x", "https:"), "Concept.uri", "an absolute URI"),
    (lambda: Concept("x", "https://x/#a#b"), "Concept.uri", "an absolute URI"),
    (lambda: Concept(), "Concept", "at least one of names, uri, code and literal"),
    (lambda: Concept(5), "Concept.names", "a tuple"),  # type: ignore[arg-type]
    (lambda: Concept([5]), "Concept.names[0]", "a Text"),  # type: ignore[list-item]
    (lambda: Person(id="a b", literal="x"), "Person.id", "an identifier of ASCII letters"),
    (lambda: Person(id="1a", literal="x"), "Person.id", "which begins with a letter or '_'"),
    (lambda: Person(id="а", literal="x"), "Person.id", "an identifier of ASCII letters"),  # Cyrillic
    (lambda: Organisation(), "Organisation", "at least one of"),
    (lambda: Subject("x", confidence=101), "Subject.confidence", "a number from 0 to 100"),
    (lambda: Subject("x", relevance=-1), "Subject.relevance", "a number from 0 to 100"),
    (lambda: Subject("x", relevance=0.5), "Subject.relevance", "a number from 0 to 100"),  # type: ignore[arg-type]
    (lambda: Subject("x", relevance=True), "Subject.relevance", "a number from 0 to 100"),
    (lambda: Place("x", latitude=90.1, longitude=0), "Place.latitude", "a number from -90 to 90"),
    (lambda: Place("x", latitude=0, longitude=-180.5), "Place.longitude", "a number from -180 to 180"),
    (lambda: Place("x", latitude=float("nan"), longitude=0), "Place.latitude", "a number from -90 to 90"),
    (lambda: Place("x", latitude=float("inf"), longitude=0), "Place.latitude", "a number from -90 to 90"),
    (lambda: Place("x", latitude=1), "Place", "latitude and longitude, or neither"),
    (lambda: Place("x", country="EGY"), "Place.country", "an ISO 3166-1 alpha-2 code such as 'AZ'"),
    (lambda: Place("x", country="eg"), "Place.country", "an ISO 3166-1 alpha-2 code"),
    (lambda: Place("x", contained_in=["y"]), "Place.contained_in[0]", "a Place"),  # type: ignore[list-item]
    (lambda: Attribution("x", role="author"), "Attribution.role", "one of 'publisher', 'source', 'author'"),  # type: ignore[arg-type]
    (lambda: Rights(), "Rights", "a holder, notices, usage terms, a license, a year, a rule for data mining or who is accountable"),
    (lambda: Rights(notices="x", license="x"), "Rights.license", "an absolute URI"),
    (lambda: Link(), "Link", "an href or an item"),
    (lambda: Link("a b"), "Link.href", "a URI or a relative reference"),
    (lambda: Link("x", media_type="html"), "Link.media_type", "a media type such as 'image/jpeg'"),
    (lambda: Link(item="x", version=0), "Link.version", "a number from 1 to 9007199254740991"),
    (lambda: Translation("deutsch-"), "Translation.language", "a BCP 47 language tag"),
    (lambda: Rendition("a", width=0), "Rendition.width", "a number from 1"),
    (lambda: Rendition("a", size=-1), "Rendition.size", "a number from 0"),
    (lambda: Rendition("a", size=2**53), "Rendition.size", "to 9007199254740991"),
    (lambda: Rendition(""), "Rendition.href", "a URI or a relative reference"),
    (lambda: Media(), "Media.renditions", "at least one rendition"),
    (lambda: Media(renditions=["a.jpg"]), "Media.renditions[0]", "a Rendition"),  # type: ignore[list-item]
    (lambda: AltId(""), "AltId.value", "text that is not empty"),
    (lambda: AltId("x", environment="y:z"), "AltId.environment", "a tuple or another collection"),
    (lambda: Extra("", "x"), "Extra.format", "text that is not empty"),
    (lambda: Embargo("tomorrow"), "Embargo.until", "a datetime, a date or a ReducedDate"),  # type: ignore[arg-type]
    # the body
    (lambda: Paragraph(""), "Paragraph.text", "text that is not empty"),
    (lambda: Mark(MarkKind.STRONG, 2, 2), "Mark.end", "an offset after the start, 2"),
    (lambda: Mark(MarkKind.STRONG, -1, 2), "Mark.start", "a number from 0"),
    (lambda: Mark(MarkKind.LINK, 0, 1), "Mark.href", "an href for a link, and only for a link"),
    (lambda: Mark(MarkKind.CODE, 0, 1, href="x"), "Mark.href", "an href for a link, and only for a link"),
    (lambda: Mark(MarkKind.LANGUAGE, 0, 1), "Mark.language", "a language for a change of language"),
    (lambda: Mark(MarkKind.CODE, 0, 1, language="en"), "Mark.language", "and only for it"),
    (lambda: Paragraph("abc", [Mark(MarkKind.STRONG, 0, 4)]), "Paragraph.marks[0]", "inside the text, which has 3 characters"),
    (lambda: Paragraph("abc", [Mark(MarkKind.LINK, 0, 2, "a"), Mark(MarkKind.LINK, 1, 3, "b")]), "Paragraph.marks[1]", "no overlap with another link"),
    (lambda: Paragraph("abc", ["x"]), "Paragraph.marks[0]", "a Mark"),  # type: ignore[list-item]
    (lambda: BlockQuote([]), "BlockQuote.blocks", "at least one"),
    (lambda: BlockQuote(["x"]), "BlockQuote.blocks[0]", "a Paragraph or a BlockQuote or"),  # type: ignore[list-item]
    (lambda: ListItem([]), "ListItem.blocks", "at least one"),
    (lambda: ItemList([]), "ItemList.items", "at least one"),
    (lambda: ItemList([P]), "ItemList.items[0]", "a ListItem"),  # type: ignore[list-item]
    (lambda: ItemList([ListItem([P])], 1), "ItemList.ordered", "True or False"),  # type: ignore[arg-type]
    (lambda: Table([]), "Table.rows", "at least one"),
    (lambda: TableRow([]), "TableRow.cells", "at least one"),
    (lambda: Cell(columns=0), "Cell.columns", "a number from 1 to 1000"),
    (lambda: Cell(rows=1001), "Cell.rows", "a number from 1 to 1000"),
    (lambda: Figure("a b"), "Figure.media", "an identifier of ASCII letters"),
    (lambda: Raw("", "x"), "Raw.dialect", "text that is not empty"),
    (lambda: Raw("xhtml", "a\0"), "Raw.markup", "text without control characters or surrogates"),
    (lambda: Section(), "Section", "a heading or blocks"),
    (lambda: Section("x", (), 6), "Section.level", "a number from 1 to 5"),
    (lambda: Section(None, [P], 2), "Section.level", "1 where there is no heading"),
    (lambda: Section(None, [nested(17)]), "Section.blocks", "blocks nested at most 16 deep"),
    # quotes
    (lambda: Span(0, 3, 3), "Span.end", "an offset after the start, 3"),
    (lambda: Span(-1, 0, 1), "Span.paragraph", "a number from 0"),
    (lambda: Quote(""), "Quote.text", "text that is not empty"),
    (lambda: Quote("x", "a b"), "Quote.speaker", "an identifier"),
    (lambda: Quote("x", kind="direct"), "Quote.kind", "one of 'direct', 'partial', 'indirect'"),  # type: ignore[arg-type]
    (lambda: Quote("x", spans=[1]), "Quote.spans[0]", "a Span"),  # type: ignore[list-item]
    # times
    (lambda: Article(published="2024-05-03"), "Article.published", "a datetime, a date or a ReducedDate"),  # type: ignore[arg-type]
    (lambda: Article(published=1714758462), "Article.published", "a datetime, a date or a ReducedDate"),  # type: ignore[arg-type]
    (lambda: Article(published=datetime(2024, 5, 3, tzinfo=timezone(timedelta(seconds=30)))), "Article.published", "an offset of whole minutes within ±14:00"),
    (lambda: Article(published=datetime(2024, 5, 3, tzinfo=timezone(timedelta(hours=14, minutes=1)))), "Article.published", "an offset of whole minutes within ±14:00"),
    (lambda: ReducedDate(2024, 13), "ReducedDate.month", "an integer from 1 to 12"),
    (lambda: ReducedDate(0), "ReducedDate.year", "an integer from 1 to 9999"),
    # the article
    (lambda: Article(urgency=0), "Article.urgency", "a number from 1 to 9"),
    (lambda: Article(urgency=10), "Article.urgency", "a number from 1 to 9"),
    (lambda: Article(urgency="3"), "Article.urgency", "a number from 1 to 9"),  # type: ignore[arg-type]
    (lambda: Article(urgency=True), "Article.urgency", "a number from 1 to 9"),
    (lambda: Article(version=0), "Article.version", "a number from 1"),
    (lambda: Article(url="x"), "Article.url", "an absolute URI or IRI such as 'https://news.example/1'"),
    (lambda: Article(status="usable"), "Article.status", "one of 'usable', 'withheld', 'canceled'"),  # type: ignore[arg-type]
    (lambda: Article(embargo=date(2026, 1, 1)), "Article.embargo", "an Embargo"),  # type: ignore[arg-type]
    (lambda: Article(people=["Jo"]), "Article.people[0]", "a Person"),  # type: ignore[list-item]
    (lambda: Article(people=[Organisation("x")]), "Article.people[0]", "a Person"),  # type: ignore[list-item]
    (lambda: Article(people="Jo"), "Article.people", "a tuple or another collection"),  # type: ignore[arg-type]
    (lambda: Article(people=[Person("a", id="x"), Person("b", id="x")]), "Article.people[1].id", "an id that nothing else in the article has"),
    (lambda: Article(people=[Person("a", id="x")], media=[Media(renditions=[Rendition("r")], id="x")]), "Article.media[0].id", "an id that nothing else"),
    (lambda: Article(quotes=[Quote("x", "jo")]), "Article.quotes[0].speaker", "the id of a person or organisation of the article"),
    (lambda: Article(places=[Place("x", id="p")], quotes=[Quote("x", "p")]), "Article.quotes[0].speaker", "the id of a person or organisation"),
    (lambda: Article(attributions=[Attribution("x", role=AttributionRole.AUTHOR, entity="jo")]), "Article.attributions[0].entity", "the id of a person or organisation"),
    (lambda: Article(sections=[Section(None, [BlockQuote([Figure("m")])])]), "Article.sections[0].blocks[0].blocks[0].media", "the id of a media item of the article"),
    (lambda: Article(sections=[Section(None, [P]), Section(None, [P])]), "Article.sections[1].heading", "a heading, for all sections after the first"),
    (lambda: Article(sections=[Section(None, [P])], quotes=[Quote("x", spans=[Span(1, 0, 1)])]), "Article.quotes[0].spans", "spans inside the paragraphs of the article"),
    (lambda: Article(sections=[Section(None, [P])], quotes=[Quote("x", spans=[Span(0, 0, 2)])]), "Article.quotes[0].spans", "spans inside the paragraphs"),
    (lambda: Article(sections=[Section(None, [Paragraph("ab")])], quotes=[Quote("b", spans=[Span(0, 0, 1)])]), "Article.quotes[0].text", "what its spans select, 'a'"),
    (lambda: Article(attributions=["Jo"]), "Article.attributions[0]", "an Attribution"),  # type: ignore[list-item]
    (lambda: Article(quotes=["Fine"]), "Article.quotes[0]", "a Quote"),  # type: ignore[list-item]
    (lambda: Article(rights=Rights(notices="x", scope=["gz:text"])), "Article.rights", "rights in the whole item, without scope and aspect"),
    (lambda: Article(part_rights=[Rights(notices="x")]), "Article.part_rights[0]", "rights with a scope or an aspect"),
    (lambda: Member(), "Member", "a link or a group"),
    (lambda: Member(Link("a"), "g"), "Member", "a link or a group"),
    (lambda: Package("g", [Group(id="g"), Group(id="g")]), "Package.groups", "groups with different ids"),
    (lambda: model.Hop(), "Hop", "a party, a number, a time or an action"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "where", "expected"), [case for case in REFUSED if case[1]])
def test_refused(make: Make, where: str, expected: str) -> None:
    with pytest.raises(ModelError) as caught:
        make()

    (error,) = caught.value.errors
    assert error.where == where
    assert expected in error.expected
    assert str(error).startswith(f"{where}: expected {error.expected}, got ")
    assert isinstance(error, ValueError)


def test_several_faults_are_raised_together() -> None:
    with pytest.raises(ModelErrors) as caught:
        Article(urgency=10, language="x_y", url="no", published="now", people=["a", "b"])  # type: ignore[arg-type, list-item]

    assert [error.where for error in caught.value.errors] == [
        "Article.url", "Article.language", "Article.published", "Article.urgency", "Article.people[0]", "Article.people[1]",
    ]  # fmt: skip
    assert len(str(caught.value).splitlines()) == 6
    assert isinstance(caught.value, ExceptionGroup)
    assert isinstance(caught.value, ModelError)
    matched, rest = caught.value.split(lambda error: getattr(error, "where", "") == "Article.language")
    assert (type(matched), type(rest)) == (ModelErrors, ModelErrors)


def test_contradictions_are_looked_for_where_the_fields_are_right() -> None:
    with pytest.raises(ModelErrors) as caught:
        Article(
            quotes=[Quote("x", "jo"), Quote("y", "mo")],
            sections=[Section(None, [Figure("m")]), Section(None, [P])],
        )

    assert [error.where for error in caught.value.errors] == [
        "Article.quotes[0].speaker",
        "Article.quotes[1].speaker",
        "Article.sections[0].blocks[0].media",
        "Article.sections[1].heading",
    ]


def test_messages_do_not_flood() -> None:
    with pytest.raises(ModelError) as caught:
        Article(url="x" * 100_000)

    assert len(str(caught.value)) < 400
    assert "(100,002 characters)" in str(caught.value)


# one form

NORMAL: list[tuple[Any, Any]] = [
    (Text("  a \t\n b  "), Text("a\nb")),
    (Text("a\r\nb\rc"), Text("a\nb\nc")),
    (Text("a\u00a0 b\u200cc"), Text("a\u00a0 b\u200cc")),  # no-break spaces and joiners stay
    (Person(" Jo \n Doe ", given_name=" Jo\n"), Person("Jo\nDoe", given_name="Jo")),
    (Person("x", given_name=""), Person("x")),
    (Concept("x", literal=" "), Concept("x")),
    (Text("x", "AR-eg"), Text("x", "ar-EG")),
    (Text("x", "ZH-hANT-tw"), Text("x", "zh-Hant-TW")),
    (Text("x", "EN-X-Ab"), Text("x", "en-x-ab")),
    (Concept("x"), Concept((Text("x"),))),
    (Concept(Text("x")), Concept([Text("x")])),
    (Concept(["x", Text("y")]), Concept((Text("x"), Text("y")))),
    (Section("Heading"), Section(Text("Heading"))),
    (Article(headlines=iter(["x"])), Article(headlines=("x",))),
    (Place("x", latitude=1, longitude=-2), Place("x", latitude=1.0, longitude=-2.0)),
    (
        Paragraph("abcdef", [Mark(MarkKind.STRONG, 2, 4), Mark(MarkKind.STRONG, 0, 2)]),
        Paragraph("abcdef", (Mark(MarkKind.STRONG, 0, 4),)),
    ),
    (
        Paragraph("abcdef", [Mark(MarkKind.STRONG, 1, 5), Mark(MarkKind.STRONG, 2, 3)]),
        Paragraph("abcdef", (Mark(MarkKind.STRONG, 1, 5),)),
    ),
    (
        Paragraph("ab", [Mark(MarkKind.CODE, 0, 2), Mark(MarkKind.STRONG, 0, 2)]),
        Paragraph("ab", [Mark(MarkKind.STRONG, 0, 2), Mark(MarkKind.CODE, 0, 2)]),
    ),
    (Quote("x", spans=[Span(1, 0, 2), Span(0, 3, 4), Span(1, 2, 5)]), Quote("x", spans=(Span(0, 3, 4), Span(1, 0, 5)))),
    (
        Article(attributions=[Attribution("b", role=AttributionRole.AUTHOR), Attribution("a", role=AttributionRole.PUBLISHER)]),
        Article(attributions=[Attribution("a", role=AttributionRole.PUBLISHER), Attribution("b", role=AttributionRole.AUTHOR)]),
    ),
    (Article(published=datetime(2024, 5, 3, fold=1)), Article(published=datetime(2024, 5, 3))),  # noqa: DTZ001
    (Article(published=datetime(2024, 5, 3, tzinfo=timezone(timedelta(0)))), Article(published=datetime(2024, 5, 3, tzinfo=UTC))),
]  # fmt: skip


@pytest.mark.parametrize(("given_", "normal"), NORMAL)
def test_equal_content_is_equal_objects(given_: Any, normal: Any) -> None:
    assert given_ == normal
    assert hash(given_) == hash(normal)
    assert repr(given_) == repr(normal)


def test_links_that_touch_and_differ_stay_two() -> None:
    marks = (Mark(MarkKind.LINK, 0, 1, "a"), Mark(MarkKind.LINK, 1, 2, "b"))

    assert Paragraph("ab", marks).marks == marks


def test_roles_keep_their_order_inside() -> None:
    authors = [Attribution(name, role=AttributionRole.AUTHOR) for name in ("z", "a", "m")]

    assert Article(attributions=authors).attributions == tuple(authors)


def test_quotes_stand_in_the_order_of_the_text_those_without_a_place_last() -> None:
    article = Article(
        sections=[Section(None, [Paragraph("one two three")])],
        quotes=[
            Quote("nowhere"),
            Quote("three", spans=[Span(0, 8, 13)]),
            Quote("one", spans=[Span(0, 0, 3)]),
        ],
    )

    assert [quote.text for quote in article.quotes] == ["one", "three", "nowhere"]


# times


def test_there_are_four_kinds_of_time() -> None:
    kinds = (
        datetime(2024, 5, 3, 17, 47, tzinfo=UTC),
        datetime(2024, 5, 3, 17, 47),  # noqa: DTZ001  # a wall clock in a zone that nobody named
        date(2024, 5, 3),
        ReducedDate(2024, 5),
        ReducedDate(2024),
    )

    assert [Article(published=when).published for when in kinds] == list(kinds)
    assert len({Article(published=when) for when in kinds}) == 5


def test_times_are_compared_by_wall_time_and_offset() -> None:
    berlin = Article(published=datetime(2026, 1, 1, 10, tzinfo=timezone(timedelta(hours=2))))
    utc = Article(published=datetime(2026, 1, 1, 8, tzinfo=UTC))

    assert berlin.published == utc.published  # the same moment
    assert berlin != utc
    assert Embargo(berlin.published) != Embargo(utc.published)


def test_offsets_up_to_14_hours_are_taken() -> None:
    for hours in (-14, 14):
        when = datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=hours)))
        assert Article(published=when).published == when


def test_an_embargo_has_three_states() -> None:
    none, open_, until = Article(), Article(embargo=Embargo()), Article(embargo=Embargo(date(2026, 1, 1)))

    assert none.embargo is None
    assert open_.embargo is not None
    assert open_.embargo.until is None
    assert until.embargo == Embargo(date(2026, 1, 1))
    assert len({none, open_, until}) == 3


# objects

SOME: list[Any] = [
    Text("x", "ar", Direction.RTL, "a:b"),
    Article(headlines="x", urgency=3, status=PubStatus.USABLE, published=date(2026, 1, 1), embargo=Embargo()),
    Section(
        "h", [Paragraph("x", [Mark(MarkKind.LINK, 0, 1, "a")]), BlockQuote([P]), ItemList([ListItem([P])])]
    ),
    Table([TableRow([Cell([P], header=True)])], "caption"),
    Place("x", latitude=1, longitude=2, contained_in=[Place("y")]),
    Media(renditions=[Rendition("a.jpg")]),
    Quote("x", spans=[Span(0, 0, 1)]),
    Extra("newsml-g2", "a/b"),
    Rights(notices="x"),
    Translation("en"),
    Link("x"),
    Raw("xhtml", "<x/>"),
]


@pytest.mark.parametrize("value", SOME)
def test_objects_are_values(value: Any) -> None:
    assert copy.copy(value) is value
    assert copy.deepcopy(value) is value
    assert copy.deepcopy([value])[0] is value
    again = pickle.loads(pickle.dumps(value))  # noqa: S301  # our own
    assert again == value
    assert hash(again) == hash(value)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, attrs.fields(type(value))[0].name, None)
    with pytest.raises((AttributeError, TypeError)):
        value.misspelt = 1
    assert not hasattr(value, "__dict__")
    assert attrs.evolve(value) == value


def test_every_class_is_checked_frozen_and_slotted() -> None:
    for name in model.__all__:
        cls = getattr(model, name)
        if isinstance(cls, type) and attrs.has(cls):
            assert issubclass(cls, model.constraints.Checked)
            assert "__slots__" in vars(cls)
            assert cls.__doc__
            assert not cls.__doc__.startswith(name + "(")


@given(value=st.from_type(Article))
def test_an_article_survives_being_taken_apart(value: Article) -> None:
    parts = {name: getattr(value, name) for name in Article.__match_args__}

    assert Article(**parts) == value
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301  # our own


FAR = Place(literal="far")
CHOICES: dict[type, dict[str, list[Any]]] = {
    Concept: {"names": [(), (Text("n"),)], "uri": [None, "urn:x"], "code": [None, "a:b"], "literal": [None, "l"]},
    Place: {"literal": [None, "l"], "latitude": [None, 1.0], "longitude": [None, 1.0],
            "contained_in": [(), (FAR,), (Place(literal="nearer", contained_in=[FAR]),)]},
    Link: {"href": [None, "urn:x"], "item": [None, "i"]},
    Media: {"renditions": [(), (Rendition("urn:x"),)]},
    Rights: {"holder": [None, Concept(literal="h")], "notices": [(), (Text("n"),)], "extras": [(), (Extra("f", "p", "r"),)]},
    Paragraph: {"text": ["abc"], "marks": [(), (Mark(MarkKind.STRONG, 0, 2),), (Mark(MarkKind.STRONG, 0, 9),)]},
    Article: {
        "people": [(), (Person(literal="p", id="a"),)],
        "located": [(), (Place(literal="l", id="a"),), (Place(literal="l"),)],
        "attributions": [(), (Attribution(literal="a", role=AttributionRole.AUTHOR, entity="z"),)],
        "sections": [(), (Section(None, [P]),), (Section(None, [P]), Section(None, [P])), (Section(None, [Figure("m")]),)],
        "rights": [None, Rights(year=2020), Rights(year=2020, scope=["a:b"])],
        "part_rights": [(), (Rights(year=2020),)],
        "quotes": [(), (Quote("q", speaker="z"),), (Quote("q", spans=[Span(9, 0, 1)]),)],
        "mentions": [(), (Mention(code="a:b", spans=[Span(9, 0, 1)]),)],
    },
}  # fmt: skip


@pytest.mark.parametrize("cls", CHOICES, ids=lambda cls: cls.__name__)
def test_fields_that_are_seen_to_agree_do(cls: Any) -> None:
    """The expression of a class that is true of most objects is true of none whose fields contradict one another."""
    options = CHOICES[cls]
    seen = set()
    for values in product(*options.values()):
        made = unchecked(cls, dict(zip(options, values, strict=True)))
        agrees = bool(eval(cls._coherent, {"made": made}))  # noqa: S307
        faulty = next(made._contradictions(), None) is not None  # noqa: SLF001
        assert not (agrees and faulty), values
        assert maker_of(cls)([getattr(made, field.name) for field in attrs.fields(cls)]) == (
            None if faulty else made
        )
        seen.add(agrees)
    assert seen == {True, False}


def unchecked(cls: Any, values: dict[str, Any]) -> Any:
    """Make an object of a class, whatever its fields say."""
    made = object.__new__(cls)
    for field in attrs.fields(cls):
        default = field.default.factory() if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]
        object.__setattr__(made, field.name, values.get(field.name, default))
    return made
