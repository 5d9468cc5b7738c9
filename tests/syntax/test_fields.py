"""Tables over fields: how they read, what they keep, and where it comes back."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from newsmodel import Article, Losses, LossKind, Text
from newsmodel.codec.context import Context
from newsmodel.codec.row import always, derived, many, maybe
from newsmodel.codec.values import INTEGER, Pair
from newsmodel.model import Extra
from newsmodel.syntax.fields import Field, FieldsTable, value_of, values_of

A = attrs.fields(Article)
LINE: Pair[Text] = Pair(lambda raw, _context: Text(raw), lambda value, _context, _into: value.value)
TABLE = FieldsTable(
    Article,
    many(A.headlines, "Title", LINE, most=1),
    many(A.keywords, "Key", LINE),
    maybe(A.urgency, "Priority", INTEGER),
    always("Version", "1"),
    derived("Words", lambda article, _context: str(article.word_count)),
    folded=True,
)


def decoded(*fields: tuple[str, str], table: FieldsTable[Article] = TABLE) -> tuple[Article, Losses]:
    context = Context("x")
    return table.decode([Field(*each, line) for line, each in enumerate(fields, 1)], context), context.losses


def encoded(article: Article) -> tuple[list[tuple[str, str]], Losses]:
    context = Context("x", article=article)
    return [(each.name, each.value) for each in TABLE.encode(article, context)], context.losses


def test_fields_are_read_whatever_their_order_and_capitals() -> None:
    article, losses = decoded(
        ("priority", "2"), ("KEY", "a"), ("title", "T"), ("key", "b"), ("Version", "1"), ("Words", "0")
    )

    assert article == Article(headlines=("T",), keywords=("a", "b"), urgency=2)
    assert losses == []


def test_names_may_be_told_apart_by_their_capitals() -> None:
    table = FieldsTable(Article, maybe(A.urgency, "Priority", INTEGER))

    assert decoded(("priority", "2"), table=table)[0].extras == (Extra("x", "priority", "2"),)


def test_what_no_row_takes_is_kept_in_its_order_and_comes_back_behind_the_rest() -> None:
    foreign = [("X-Other", "1"), ("X-Desk", "2"), ("X-Other", "3"), ("X-Empty", "")]
    article, losses = decoded(foreign[0], ("Title", "T"), *foreign[1:])

    assert [(extra.place, extra.raw or "") for extra in article.extras] == foreign
    assert losses == []
    fields, losses = encoded(article)
    assert fields == [("Title", "T"), ("Version", "1"), ("Words", "0"), *foreign]
    assert losses == []


def test_of_a_field_that_stands_once_the_first_is_read() -> None:
    article, _ = decoded(("Priority", "2"), ("Priority", "3"))

    assert (article.urgency, article.extras) == (2, (Extra("x", "Priority", "3"),))
    assert [value for name, value in encoded(article)[0] if name == "Priority"] == ["2", "3"]


def test_what_a_row_cannot_read_is_kept_and_told_with_its_line() -> None:
    article, losses = decoded(("Title", "T"), ("Priority", "high"))

    assert (article.urgency, article.extras) == (None, (Extra("x", "Priority", "high"),))
    assert [(loss.kind, loss.where, loss.line, loss.value) for loss in losses] == [
        (LossKind.UNREADABLE, "Priority", 2, "high")
    ]
    assert ("Priority", "high") in encoded(article)[0]


def test_what_should_follow_from_the_rest_and_does_not_takes_its_place_again() -> None:
    article, _ = decoded(("Title", "T"), ("Words", "380"), ("Version", "7"))

    assert {extra.place: extra.raw for extra in article.extras} == {"Words": "380", "Version": "7"}
    assert encoded(article)[0] == [("Title", "T"), ("Version", "7"), ("Words", "380")]


def test_an_editor_has_the_last_word() -> None:
    article, _ = decoded(("Priority", "high"))
    fields, losses = encoded(attrs.evolve(article, urgency=4))

    assert fields[:1] == [("Priority", "4")]
    assert losses == []


def test_an_extra_that_would_be_read_as_something_else_is_not_written() -> None:
    article = Article(extras=(Extra("x", "Priority", "4"),))
    fields, losses = encoded(article)

    assert ("Priority", "4") not in fields
    assert [(loss.kind, loss.path, loss.reason) for loss in losses] == [
        (LossKind.UNWRITTEN, "extras[0]", "it would be read as something else")
    ]


def test_two_rows_for_one_field_are_a_mistake() -> None:
    with pytest.raises(TypeError, match="two rows for key"):
        FieldsTable(Article, many(A.keywords, "Key", LINE), many(A.headlines, "key", LINE), folded=True)


@pytest.mark.parametrize(("name", "found"), [("a", ["1", "3"]), ("b", ["2"]), ("c", [])])
def test_values_by_name(name: str, found: list[str]) -> None:
    fields = [Field("a", "1"), Field("b", "2"), Field("a", "3")]

    assert list(values_of(fields, name)) == found
    default: Any = "none"
    assert value_of(fields, name, default) == (found or ["none"])[0]
