"""NewsML-G2 that is wrong somewhere: what is right is read, what is wrong is said, and nothing comes back uninvited."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from newsmodel import (
    Article,
    Attribution,
    AttributionRole,
    Embargo,
    InputError,
    Losses,
    LossKind,
    diff,
    read,
    read_all,
    write,
)

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:nm="https://newsmodel.example/ns#" standard="NewsML-G2"
 standardversion="2.35" conformance="power" guid="urn:x:1" version="1" {root}><itemMeta><itemClass qcode="ninat:text"/>
<provider literal="p"/><versionCreated>2024-01-01T00:00:00Z</versionCreated>{item}</itemMeta>
<contentMeta {content_root}><language tag="en"/>{content}</contentMeta></newsItem>"""


def item(content: str = "", item: str = "", *, root: str = 'xml:lang="en"', content_root: str = "") -> bytes:
    return ITEM.format(content=content, item=item, root=root, content_root=content_root).encode()


def reading(data: bytes) -> tuple[Article, Losses]:
    losses = Losses()
    return read(data, losses=losses), losses


def test_a_reference_to_nobody_costs_the_reference_alone() -> None:
    article, losses = reading(item('<infoSource literal="s"/><creator literal="c" nm:entity="nope"/>'))
    assert [one.literal for one in article.attributions] == ["p", "s", "c"]
    assert [one.entity for one in article.attributions] == [None, None, None]
    assert [(loss.kind, loss.where, loss.value) for loss in losses.of(LossKind.UNREADABLE)] == [
        (LossKind.UNREADABLE, "contentMeta/creator[1]", "nope")
    ]


def test_an_identifier_that_is_taken_costs_the_identifier_alone() -> None:
    twice = '<subject type="cpnat:person" id="a" literal="x"/><subject type="cpnat:organisation" id="a" literal="y"/>'
    article, losses = reading(item(twice))
    assert [(one.id, one.literal) for one in article.entities] == [("a", "x"), (None, "y")]
    assert [(loss.kind, loss.value) for loss in losses] == [(LossKind.UNREADABLE, "a")]


def test_a_language_that_is_none_is_kept() -> None:
    article, _ = reading(item("<headline>H</headline>", root='xml:lang="en_US"'))
    assert (article.language, article.headlines[0].language) == ("en", None)
    assert [(extra.place, extra.raw) for extra in article.extras] == [("@xml:lang", "en_US")]


def test_white_space_in_a_foreign_attribute_is_kept() -> None:
    article, _ = reading(item('<headline zz="&#160;">A</headline>'))
    assert [(extra.place, extra.raw) for extra in article.headlines[0].extras] == [("@zz", "\u00a0")]


def test_extras_follow_their_text_when_others_come_before_it() -> None:
    article, _ = reading(item('<headline rank="9">Old</headline>'))
    edited = attrs.evolve(article, headlines=("New", *article.headlines))
    for each in (edited, attrs.evolve(edited, origin=None)):
        shown = b"".join(line.strip() for line in write(each, "newsml-g2").splitlines())
        assert b'<headline>New</headline><headline rank="9">Old</headline>' in shown


@pytest.mark.parametrize(
    ("data", "change"),
    [
        (item(item="<embargoed>2030-01-01T00:00:00Z</embargoed><embargoed/>"), {"embargo": None}),
        (item("<urgency>3</urgency><urgency>5</urgency>"), {"urgency": None}),
    ],
)
def test_what_was_taken_out_does_not_come_back_from_the_extras(data: bytes, change: dict[str, Any]) -> None:
    edited = attrs.evolve(read(data), **change)
    losses = Losses()
    back = read(write(edited, "newsml-g2", losses=losses))
    assert {one.path.partition("[")[0] for one in diff(edited, back)} == {"extras"}
    assert [(loss.kind, loss.path) for loss in losses] == [(LossKind.UNWRITTEN, "extras[0]")]


def test_an_unreadable_value_stays_where_it_was_and_stays_unreadable() -> None:
    article, _ = reading(item("<urgency>99</urgency><urgency>5</urgency>"))
    assert article.urgency is None
    losses = Losses()
    data = write(attrs.evolve(article, origin=None), "newsml-g2", losses=losses)
    assert data.count(b"<urgency>") == data.count(b"<urgency>99<") == 1
    assert [(loss.kind, loss.where) for loss in losses] == [(LossKind.UNWRITTEN, "contentMeta/urgency")]
    assert read(data).urgency is None


@pytest.mark.parametrize(
    ("data", "language"),
    [
        (item("<headline>H</headline>", root='xml:lang="fr"'), "fr"),
        (item("<headline>H</headline>", content_root='xml:lang="fr"'), "fr"),
        (item('<headline xml:lang="de">H</headline>', root='xml:lang="fr"'), "de"),
        (item("<headline>H</headline>"), None),
    ],
)
def test_texts_inherit_the_language_around_them(data: bytes, language: str | None) -> None:
    article, losses = reading(data)
    assert article.headlines[0].language == language
    assert losses == []
    edited = attrs.evolve(article, headlines=("New",))
    assert read(write(edited, "newsml-g2")).headlines[0].language is None


def test_an_embargo_whose_time_is_strange_is_an_embargo() -> None:
    article, losses = reading(item(item="<embargoed>tomorrow noon</embargoed>"))
    assert article.embargo == Embargo(None)
    assert [(loss.kind, loss.value) for loss in losses] == [(LossKind.REPAIRED, "tomorrow noon")]


def test_a_detail_that_reads_like_a_role_is_a_loss() -> None:
    detail = "https://newsmodel.example/ns#editor"
    publisher = Attribution("p", role=AttributionRole.PUBLISHER)
    helper = Attribution("a", role=AttributionRole.CONTRIBUTOR, detail=detail)
    losses = Losses()
    back = read(write(Article(attributions=(publisher, helper)), "newsml-g2", losses=losses))
    assert (LossKind.UNWRITTEN, "attributions[1].detail") in [(loss.kind, loss.path) for loss in losses]
    assert back.attributions[1].role is AttributionRole.CONTRIBUTOR


def test_the_order_of_roles_is_no_loss() -> None:
    roles = (AttributionRole.PUBLISHER, AttributionRole.CONTRIBUTOR, AttributionRole.PHOTO_CREDIT)
    losses = Losses()
    write(Article(attributions=[Attribution("x", role=role) for role in roles]), "newsml-g2", losses=losses)
    assert "attributions" not in losses.paths


MESSAGE = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-01-01T00:00:00Z</sent></header>
<itemSet><conceptItem guid="urn:x:p"/>{}</itemSet></newsMessage>"""


def test_what_stands_beside_the_items_of_a_message_is_said_where_it_is_left() -> None:
    data = MESSAGE.format(item("<headline>H</headline>").decode()).encode()
    losses = Losses()
    alone = read(data, losses=losses)
    (first,) = read_all(data, losses=losses)
    assert losses == []

    for article in (alone, first):
        losses = Losses()
        write(article, "native", losses=losses)
        assert [(loss.path, loss.where) for loss in losses] == [
            ("message.sent", ""),
            ("message", "newsMessage/itemSet/conceptItem"),
        ]


def test_a_message_without_newsitems_is_an_error_for_who_wants_one() -> None:
    with pytest.raises(InputError, match="newsMessage"):
        read(MESSAGE.format("").encode())
    losses = Losses()
    assert list(read_all(MESSAGE.format("").encode(), losses=losses)) == []
