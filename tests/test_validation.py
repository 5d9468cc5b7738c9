from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest

from newsmodel import (
    Article,
    Attribution,
    AttributionRole,
    Embargo,
    ItemType,
    Media,
    MediaKind,
    Problem,
    PubStatus,
    Quote,
    ReducedDate,
    Rendition,
    Section,
    When,
    validate,
)
from newsmodel.model import Paragraph
from newsmodel.validation import RULES

COMPLETE = Article(
    headlines="Bridge closed",
    language="en",
    published=date(2026, 1, 1),
    sections=[Section(None, (Paragraph("It is closed."),))],
    attributions=[Attribution("The Gazette", role=AttributionRole.PUBLISHER)],
)


PICTURE = Media(renditions=[Rendition("https://news.example/1.jpg")])


def test_a_complete_article_has_no_problems() -> None:
    assert validate(COMPLETE) == []


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"headlines": ()}, "no-headline", "headlines"),
        ({"language": None}, "no-language", "language"),
        ({"published": None}, "no-date", "published"),
        ({"sections": ()}, "no-body", "sections"),
        ({"attributions": ()}, "no-publisher", "attributions"),
        ({"quotes": [Quote("Closed.")]}, "no-speaker", "quotes[0].speaker"),
        ({"embargo": Embargo(), "status": PubStatus.USABLE}, "embargo-without-end", "status"),
        ({"media": [PICTURE]}, "no-credit", "media[0].credit"),
        ({"type": ItemType.PICTURE}, "no-credit", "credit_lines"),
    ],
)
def test_each_rule_finds_its_problem(changes: dict[str, Any], code: str, path: str) -> None:
    (problem,) = validate(attrs.evolve(COMPLETE, **changes))

    assert (problem.code, problem.path) == (code, path)
    assert problem.message


def test_problems_come_in_the_order_of_the_rules() -> None:
    assert [problem.code for problem in validate(Article())] == [
        "no-headline", "no-language", "no-date", "no-body", "no-publisher",
    ]  # fmt: skip
    assert len({rule.code for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    "changes",
    [
        {"embargo": Embargo()},
        {"embargo": Embargo(), "status": PubStatus.WITHHELD},
        {"embargo": Embargo(date(2026, 1, 1)), "status": PubStatus.USABLE},
        {"media": [attrs.evolve(PICTURE, credit="Layla Sahli")]},
        {"media": [attrs.evolve(PICTURE, kind=MediaKind.VIDEO)]},
        {"type": ItemType.PICTURE, "credit_lines": "Layla Sahli", "sections": ()},
        {"type": ItemType.VIDEO, "sections": ()},
    ],
)
def test_what_is_in_order_has_no_problems(changes: dict[str, Any]) -> None:
    assert validate(attrs.evolve(COMPLETE, **changes), reference=datetime(2030, 1, 1, tzinfo=UTC)) == []


def test_a_photo_credit_of_the_article_is_a_credit() -> None:
    credited = [*COMPLETE.attributions, Attribution("Layla Sahli", role=AttributionRole.PHOTO_CREDIT)]

    assert validate(attrs.evolve(COMPLETE, media=[PICTURE], attributions=credited)) == []


def zoned(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("until", "reference", "over"),
    [
        (zoned("2026-05-14T10:00+02:00"), zoned("2026-05-14T08:00Z"), True),
        (zoned("2026-05-14T10:00+02:00"), zoned("2026-05-14T07:59Z"), False),
        (zoned("2026-05-14T10:00"), zoned("2026-05-14T10:00"), True),
        (zoned("2026-05-14T10:00"), zoned("2026-05-14T09:59"), False),
        (zoned("2026-05-14T10:00"), zoned("2026-05-14T22:00Z"), True),  # now everywhere
        (zoned("2026-05-14T10:00"), zoned("2026-05-14T21:59Z"), False),
        (zoned("2026-05-14T10:00Z"), zoned("2026-05-15T00:00"), True),
        (zoned("2026-05-14T10:00Z"), zoned("2026-05-14T23:59"), False),
        (date(2026, 5, 14), zoned("2026-05-15T12:00Z"), True),
        (date(2026, 5, 14), zoned("2026-05-15T11:59Z"), False),
        (date(2026, 5, 14), date(2026, 5, 15), True),
        (date(2026, 5, 14), date(2026, 5, 14), False),
        (ReducedDate(2026, 12), date(2027, 1, 1), True),
        (ReducedDate(2026, 12), date(2026, 12, 31), False),
        (ReducedDate(2026, 4), date(2026, 5, 1), True),
        (ReducedDate(2026, 4), date(2026, 4, 30), False),
        (ReducedDate(2026), date(2027, 1, 1), True),
        (ReducedDate(2026), date(2026, 12, 31), False),
        (ReducedDate(9999), date(9999, 12, 31), False),
        (date(9999, 12, 31), date(9999, 12, 31), False),
        (zoned("0001-01-01T00:00+14:00"), zoned("9999-12-31T23:59-12:00"), True),
    ],
)
def test_an_embargo_is_over_when_it_surely_is(until: When, reference: datetime | date, over: bool) -> None:  # noqa: FBT001
    article = attrs.evolve(COMPLETE, embargo=Embargo(until), status=PubStatus.WITHHELD)

    found = [(problem.code, problem.path) for problem in validate(article, reference=reference)]

    assert found == ([("embargo-over", "status")] if over else [])
    assert validate(article) == []


def test_any_of_three_times_is_a_date() -> None:
    for name in ("version_created", "first_created"):
        changes: dict[str, Any] = {"published": None, name: date(2026, 1, 1)}
        article = attrs.evolve(COMPLETE, **changes)
        assert validate(article) == []


def test_a_problem_is_shown_with_its_hint() -> None:
    assert str(Problem("no-x", "x", "there is none")) == "no-x x: there is none"
    assert str(Problem("no-x", "", "there is none", line=3)) == "no-x: there is none (line 3)"
    assert str(Problem("no-x", "x", "there is none", "set one")) == "no-x x: there is none (set one)"
