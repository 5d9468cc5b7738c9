from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings

from newsmodel import Article, Change, Concept, Embargo, Person, Quote, Section, Text, diff
from newsmodel.difference import related
from newsmodel.model import Paragraph
from newsmodel.strategies import articles

EMPTY = Article()
a_third = settings(max_examples=settings().max_examples // 3)  # two whole articles each


@given(article=articles())
def test_an_article_does_not_differ_from_itself(article: Article) -> None:
    assert diff(article, article) == []


@a_third
@given(one=articles(), other=articles())
def test_articles_are_equal_if_nothing_differs(one: Article, other: Article) -> None:
    assert (diff(one, other) == []) == (one == other)


@a_third
@given(one=articles(), other=articles())
def test_the_other_way_round_the_same_paths_differ(one: Article, other: Article) -> None:
    assert [change.path for change in diff(one, other)] == [change.path for change in diff(other, one)]


def test_paths_lead_to_what_differs() -> None:
    one = Article(
        people=[Person("A", id="a"), Person([Text("B"), Text("Бе", "ru")], id="b")],
        sections=[Section(None, (Paragraph("x"), Paragraph("y")))],
        quotes=[Quote("x", "a")],
    )
    other = Article(
        people=[Person("A", id="a"), Person([Text("B"), Text("Бе", "be")], id="b")],
        sections=[Section(None, (Paragraph("x"), Paragraph("z")))],
        quotes=[Quote("x", "b")],
    )

    assert [change.path for change in diff(one, other)] == [
        "people[1].names[1].language",
        "sections[0].blocks[1].text",
        "quotes[0].speaker",
    ]


def test_lists_of_another_length_differ_as_a_whole() -> None:
    assert diff(EMPTY, Article(headlines=["a", "b"])) == [Change("headlines", (), (Text("a"), Text("b")))]


def test_absence_differs_from_a_value() -> None:
    assert diff(EMPTY, Article(embargo=Embargo())) == [Change("embargo", None, Embargo())]


def test_blocks_of_another_kind_differ_as_a_whole() -> None:
    one = Article(genres=[Concept("x")])
    other = Article(genres=[Concept("x", code="g:x")])

    assert [str(change) for change in diff(one, other)] == ["genres[0].code: None → 'g:x'"]


def test_equal_moments_with_other_offsets_differ() -> None:
    moscow = datetime(2026, 1, 1, 13, tzinfo=timezone(timedelta(hours=3)))
    london = datetime(2026, 1, 1, 10, tzinfo=UTC)

    assert moscow == london
    assert diff(Article(published=moscow), Article(published=london)) == [Change("published", moscow, london)]


def test_a_line_says_times_in_iso_8601() -> None:
    one, other = (Article(published=datetime(2024, 5, day, tzinfo=UTC)) for day in (14, 15))
    assert [*map(str, diff(one, other))] == [
        "published: 2024-05-14T00:00:00+00:00 → 2024-05-15T00:00:00+00:00"
    ]


def test_long_values_are_cut_when_shown() -> None:
    (change,) = diff(EMPTY, Article(id="x" * 1000))

    assert len(str(change)) < 300


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("urgency", "urgency", True),
        ("people", "people[2].names[0]", True),
        ("people[2].names[0]", "people", True),
        ("people[2]", "people[3]", False),
        ("people[2]", "people[2].id", True),
        ("people[1]", "people[10]", False),
        ("content_created", "content", False),
        ("headline", "headlines", False),
        ("quotes[0].spans", "quotes[0].text", False),
    ],
)
def test_paths_are_related_if_one_leads_to_the_other(one: str, other: str, *, expected: bool) -> None:
    assert related(one, other) is expected
    assert related(other, one) is expected
