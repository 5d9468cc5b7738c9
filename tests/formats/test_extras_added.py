"""What a program adds to an article as unknown content, or takes from it, in a document that it came from."""

from __future__ import annotations

import attrs
import pytest
from test_newsml_1_documents import statements
from test_newsml_g2_slips import NAR, item, xhtml

from newsmodel import Extra, Losses, LossKind, diff, read, write

DOCUMENT = item(xhtml("<p>One.</p>")).replace(
    "</itemMeta>", '<pubStatus qcode="stat:usable"/><title>Bridge</title></itemMeta>'
)


def written_with(place: str, raw: str, kind: str = "newsml-g2") -> tuple[str, Losses]:
    article = read(DOCUMENT.encode())
    losses = Losses()
    after = attrs.evolve(article, extras=(*article.extras, Extra(kind, place, raw)))
    return write(after, "newsml-g2", losses=losses).decode(), losses


@pytest.mark.parametrize(
    ("place", "raw", "expected"),
    [
        ("itemMeta/role", f'<role xmlns="{NAR}" qcode="gz:lead"></role>', '<role qcode="gz:lead"/>'),
        (
            "itemMeta/generator",
            f'<generator xmlns="{NAR}">Desk</generator>',
            "<generator>Desk</generator>",
        ),
        ("itemMeta/@gz", "7", '<itemMeta gz="7">'),
        ("itemMeta/@{urn:gazette}desk", "7", ':desk="7"'),
    ],
)
def test_what_is_added_stands_where_it_says_and_nothing_else_changes(
    place: str, raw: str, expected: str
) -> None:
    written, losses = written_with(place, raw)

    assert expected in written
    assert losses == []
    assert {
        change.path.partition("[")[0] for change in diff(read(DOCUMENT.encode()), read(written.encode()))
    } == {"extras"}
    old, new = statements(DOCUMENT.encode()), statements(written.encode())
    assert len(new - old) == 1
    assert len(old - new) <= 1  # the element that an attribute came to


@pytest.mark.parametrize(
    ("place", "raw", "reason"),
    [
        ("itemMeta/role", "<role", "not well-formed"),
        ("itemMeta/title/markup()", "x", "its place is gone"),
        ("itemMeta/@1x", "x", "its place is no path"),
        ("@version", "9", "another value stands in its place now"),
        (
            "itemMeta/embargoed",
            f'<embargoed xmlns="{NAR}">2026-03-01T10:00:00Z</embargoed>',
            "it would be read as a value that the article does not have",
        ),
    ],
)
def test_what_cannot_be_added_is_said(place: str, raw: str, reason: str) -> None:
    written, losses = written_with(place, raw)

    assert [(loss.kind, loss.where, loss.reason.partition(":")[0]) for loss in losses] == [
        (LossKind.UNWRITTEN, place, losses[0].reason.partition(":")[0])
    ]
    assert reason in losses[0].reason
    assert diff(read(DOCUMENT.encode()), read(written.encode())) == []


def test_what_is_of_another_format_is_not_added() -> None:
    written, losses = written_with("head/meta", "<meta/>", "nitf")

    assert [(loss.kind, loss.reason) for loss in losses] == [(LossKind.UNWRITTEN, "it is of nitf")]
    assert "<meta" not in written


@pytest.mark.parametrize(("before", "after"), [("", "behind"), ("before", ""), ("before", "behind")])
def test_text_that_belongs_nowhere_stays_when_an_element_goes(before: str, after: str) -> None:
    status = '<pubStatus qcode="stat:usable"/>'
    data = DOCUMENT.replace(status, before + status + after)
    article = attrs.evolve(read(data.encode()), status=None)
    written = write(article, "newsml-g2")

    assert f"{before}{after}<title>Bridge</title>" in written.decode()
    assert diff(article, read(written)) == []


def test_all_that_is_unknown_can_be_taken_away() -> None:
    data = DOCUMENT.replace("<title>", "stray<title>").replace("</itemMeta>", "<gz>x</gz></itemMeta>")
    article = attrs.evolve(read(data.encode()), extras=())
    written = write(article, "newsml-g2").decode()

    assert [word for word in ("stray", "gz", "2.34") if word in written] == []
    assert 'standardversion="2.35"' in written  # the schema demands one
    assert read(written.encode()).extras == ()


def test_an_extra_in_another_form_than_reading_gives_it_changes_nothing_else() -> None:
    document = DOCUMENT.replace("<p>", "<!-- desk --><p class='lead'>")
    article = read(document.encode())
    added = Extra("newsml-g2", "itemMeta/role", f'<role  xmlns="{NAR}" literal="lead" />')
    losses = Losses()
    after = attrs.evolve(article, extras=(*article.extras, added))
    written = write(after, "newsml-g2", losses=losses)

    assert losses == []
    old, new = statements(document.encode()), statements(written)
    assert len(new - old) == 1
    assert not old - new
    assert b"<!-- desk -->" in written
