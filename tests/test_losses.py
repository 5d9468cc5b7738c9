from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsmodel import (
    Block,
    BlockQuote,
    Concept,
    Embargo,
    Loss,
    LossError,
    Losses,
    LossKind,
    Paragraph,
    Person,
    PubStatus,
    Rights,
    Span,
)
from newsmodel.losses import brief


def test_a_loss_says_what_where_and_why() -> None:
    assert str(Loss(LossKind.UNWRITTEN, "urgency", 3)) == "UNWRITTEN urgency: 3"
    assert str(Loss(LossKind.UNREAD, "", "x", "itemMeta/role")) == "UNREAD itemMeta/role: 'x'"
    assert (
        str(Loss(LossKind.COERCED, "published", "2024", "published", "written as 2024-01-01"))
        == "COERCED published (published): '2024' (written as 2024-01-01)"
    )
    assert str(Loss(LossKind.ASSUMED, "id")) == "ASSUMED id"


def test_long_values_are_cut_when_shown() -> None:
    assert len(str(Loss(LossKind.UNREAD, "", "x" * 10_000, "a"))) < 300


def test_losses_are_collected_and_chosen_by_kind() -> None:
    losses = Losses()
    losses.note(LossKind.UNWRITTEN, "urgency", 3)
    losses.note(LossKind.UNREAD, value="x", where="itemMeta/role")
    losses.note(LossKind.ASSUMED, "id", "tag:x")

    assert losses.of(LossKind.UNREAD) == [Loss(LossKind.UNREAD, "", "x", "itemMeta/role")]
    assert losses.of(LossKind.UNWRITTEN, LossKind.ASSUMED).paths == {"urgency", "id"}
    assert losses.paths == {"urgency", "id"}


def test_losses_show_one_a_line() -> None:
    losses = Losses([Loss(LossKind.ASSUMED, "id"), Loss(LossKind.ASSUMED, "version")])

    assert str(losses) == "ASSUMED id\nASSUMED version"
    assert str(Losses()) == "nothing was lost"


def test_losses_are_refused() -> None:
    Losses().refuse()
    with pytest.raises(LossError, match=r"1 loss in a strict conversion:\n  ASSUMED id") as caught:
        Losses([Loss(LossKind.ASSUMED, "id")]).refuse()

    assert caught.value.losses == (Loss(LossKind.ASSUMED, "id"),)


@pytest.mark.parametrize("kind", LossKind)
def test_every_kind_says_what_it_means(kind: LossKind) -> None:
    assert kind.value
    assert hash(Loss(kind)) == hash(Loss(kind))


def test_a_line_names_an_object_by_what_it_is_called() -> None:
    names = tuple(Person(name) for name in ("Ann", "Bob", "Cem", "Dan"))
    assert str(Loss(LossKind.UNWRITTEN, "people[0]", names[0])) == "UNWRITTEN people[0]: Person 'Ann'"
    assert str(Loss(LossKind.UNWRITTEN, "people", names)).endswith(
        "(Person 'Ann', Person 'Bob', Person 'Cem', … 1 more)"
    )
    assert str(Loss(LossKind.UNWRITTEN, "x", Span(0, 1, 2))).endswith("Span(paragraph=0, start=1, end=2)")


def test_a_line_says_of_an_object_without_a_name_what_it_holds() -> None:
    rights = Rights(holder=Concept("Mirror"), notices="© Mirror", year=2024, license="https://x.example/")

    assert (
        brief(rights)
        == "Rights(holder=Concept 'Mirror', notices=(Text '© Mirror'), license='https://x.example/', …)"
    )
    assert brief(Embargo()) == "Embargo()"
    assert brief(Concept(code="tdm:no")) == "Concept 'tdm:no'"
    body: tuple[Block, ...] = (Paragraph("Open"),)
    for _ in range(100):
        body = (BlockQuote(body), BlockQuote(body), BlockQuote(body))
    assert brief(body[0]).startswith(
        "BlockQuote(blocks=(BlockQuote(blocks=(BlockQuote, BlockQuote, BlockQuote)), "
    )


def test_a_line_says_times_and_states_in_plain_words() -> None:
    moment = datetime(2024, 5, 14, 9, 4, 30, tzinfo=UTC)
    assert str(Loss(LossKind.ASSUMED, "expires", moment)) == "ASSUMED expires: 2024-05-14T09:04:30+00:00"
    assert str(Loss(LossKind.UNWRITTEN, "status", PubStatus.USABLE)) == "UNWRITTEN status: 'usable'"
