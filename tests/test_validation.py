from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from newsmodel import Article, Attribution, AttributionRole, Problem, Quote, Section, validate
from newsmodel.model import Paragraph
from newsmodel.validation import RULES

COMPLETE = Article(
    headlines="Bridge closed",
    language="en",
    published=date(2026, 1, 1),
    sections=[Section(None, (Paragraph("It is closed."),))],
    attributions=[Attribution("The Gazette", role=AttributionRole.PUBLISHER)],
)


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


def test_any_of_three_times_is_a_date() -> None:
    for name in ("version_created", "first_created"):
        changes: dict[str, Any] = {"published": None, name: date(2026, 1, 1)}
        article = attrs.evolve(COMPLETE, **changes)
        assert validate(article) == []


def test_a_problem_is_shown_with_its_hint() -> None:
    assert str(Problem("no-x", "x", "there is none")) == "no-x x: there is none"
    assert str(Problem("no-x", "x", "there is none", "set one")) == "no-x x: there is none (set one)"
