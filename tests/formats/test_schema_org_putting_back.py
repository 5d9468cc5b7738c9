"""Unknown content of JSON-LD goes back to where it stood, and never against what the article says."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from newsmodel import Article, Losses, LossKind, PartyKind, diff, read, write
from newsmodel.difference import related
from newsmodel.model import (
    Attribution,
    AttributionRole,
    Extra,
    Media,
    Paragraph,
    Person,
    Place,
    Quote,
    Rendition,
    Rights,
    Section,
    Subject,
)

PAGE = "https://news.example/a"


def extra(place: str, raw: str | None) -> Extra:
    return Extra("schema-org", place, raw)


def written(article: Article) -> tuple[Any, Losses]:
    """Write an article and see that the losses are what differs."""
    losses = Losses()
    data = write(article, "schema-org", losses=losses)
    back = read(data, format="schema-org")

    changes = diff(article, back)
    assert [one for one in changes if not any(related(one.path, path) for path in losses.paths)] == []
    told = [loss for loss in losses if loss.kind is not LossKind.ASSUMED]
    assert [loss for loss in told if not any(related(one.path, loss.path) for one in changes)] == []
    assert write(back, "schema-org") == data
    return json.loads(data), losses


BASE = Article(headlines="Markt", url=PAGE, id="urn:x:1", language="fr", people=(Person("Pia", id="p"),))
REFUSED = [
    ("x", "1"),
    ("/x", "nope"),
    ("/x", None),
    ("/x/y", "1"),
    ("/~2", "1"),
    ("/" + "/".join("x" * 40), "1"),
    ("/x", "[" * 200 + "]" * 200),
    ("/x", '"\\ud800"'),
    ("/inLanguage", "5"),
    ("/inLanguage", '"de"'),
    ("/@type", '"Odd"'),
    ("/headline", '"Other"'),
    ("/hasPart/0", '{"@type":"CreativeWork","text":"S"}'),
    ("/articleBody", '"B"'),
    ("/license", '"https://l.example/"'),
    ("/mainEntityOfPage/@type", '"Odd"'),
    ("/mentions/0", '{"@type":"Person","name":"Z"}'),
    ("/mentions/0/foo", "1"),
    ("/identifier/0", '{"@type":"PropertyValue","propertyID":"guid","value":"other"}'),
    ("/image/99999999999", "1"),
]


@pytest.mark.parametrize(("place", "raw"), REFUSED)
def test_what_cannot_go_back_is_unwritten(place: str, raw: str | None) -> None:
    _, losses = written(attrs.evolve(BASE, extras=(extra(place, raw),)))

    assert [loss.path for loss in losses.of(LossKind.UNWRITTEN)] == ["extras[0]"]


@pytest.mark.parametrize(
    ("place", "raw", "kinds"),
    [
        ("/@type", '"ReportageNewsArticle"', []),
        ("/headline/1", "5", []),
        ("/x", '{"a": 1}', [LossKind.COERCED]),
        ("/mainEntityOfPage/foo", "1", []),
        ("/mainEntityOfPage", '"https://other.example/"', [LossKind.COERCED]),
        ("/wordCount", "99", []),
        ("/identifier/0/name", '"n"', []),
        ("/identifier/7/name", '"n"', [LossKind.COERCED]),
    ],
)
def test_what_goes_back(place: str, raw: str, kinds: list[LossKind]) -> None:
    out, losses = written(attrs.evolve(BASE, extras=(extra(place, raw),)))

    assert [loss.kind for loss in losses] == kinds
    assert raw.replace(" ", "").strip('"') in json.dumps(out, separators=(",", ":"))


def test_two_extras_at_one_place() -> None:
    out, losses = written(attrs.evolve(BASE, extras=(extra("/x", "1"), extra("/x", "2"))))

    assert (out["x"], *losses.paths) == (1, "extras[1]")


EDITS: list[tuple[dict[str, Any], Callable[[Article], Article], str]] = [
    ({"inLanguage": 5}, lambda read: attrs.evolve(read, language="fr"), "extras[0]"),
    ({"inLanguage": ["de", "fr"]}, lambda read: attrs.evolve(read, language=None), "extras[0]"),
    (
        {"publisher": {"@type": "NewsMediaOrganization", "name": "X"}},
        lambda read: attrs.evolve(
            read, attributions=[attrs.evolve(read.attributions[0], kind=PartyKind.PERSON)]
        ),
        "attributions[0].extras[0]",
    ),
    (
        {
            "author": {
                "@type": "Person",
                "name": "X",
                "url": "https://a.example/",
                "sameAs": "https://b.example/",
            }
        },
        lambda read: attrs.evolve(read, attributions=[attrs.evolve(read.attributions[0], uri=None)]),
        "attributions[0].extras[0]",
    ),
    (
        {
            "mentions": [
                {"@type": "Person", "@id": f"{PAGE}#{name}", "name": name} for name in ("bob", "al")
            ],
            "hasPart": {"@type": "Quotation", "text": "q", "creator": {"@id": f"{PAGE}#bob", "name": "Bob"}},
        },
        lambda read: attrs.evolve(read, quotes=[attrs.evolve(read.quotes[0], speaker="al")]),
        "quotes[0].extras[0]",
    ),
    (
        {"articleBody": "Story.", "hasPart": {"@type": "CreativeWork", "text": "Other."}},
        lambda read: attrs.evolve(read, sections=()),
        "extras[0]",
    ),
]


@pytest.mark.parametrize(("more", "edit", "path"), EDITS)
def test_an_editor_has_the_last_word(
    more: dict[str, Any], edit: Callable[[Article], Article], path: str
) -> None:
    start = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "H", "url": PAGE}
    article = edit(read(json.dumps({**start, **more}).encode()))

    assert path in written(article)[1].of(LossKind.UNWRITTEN).paths


def test_sections_of_an_editor_beside_another_work() -> None:
    start = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "H", "url": PAGE}
    side = {"@type": "CreativeWork", "headline": "Side story", "url": "https://x.example/"}
    article = read(json.dumps({**start, "articleBody": "Story.", "hasPart": [side]}).encode())
    sections = (Section("One", [Paragraph("a")]), Section("Two", [Paragraph("b")]))
    out, losses = written(attrs.evolve(article, sections=sections))

    assert (losses, out["hasPart"][0]) == ([], side)


def test_only_what_is_identified_is_written() -> None:
    article = Article(
        headlines="H",
        url=PAGE,
        people=(Person(literal="l", id="p"),),
        quotes=(Quote("q", speaker="p"),),
        attributions=[
            Attribution("n", role=AttributionRole.AUTHOR, entity="p"),
            Attribution(literal="z", role=AttributionRole.AUTHOR),
        ],
        places=[Place(literal="k", country="DE")],
        subjects=[Subject(literal="s", type="cpnat:x")],
    )
    out, losses = written(article)

    assert out.keys().isdisjoint({"mentions", "contentLocation", "about"})
    assert len(out["author"]) == 1
    assert {"people[0]", "attributions[0].entity", "attributions[1]", "quotes[0].speaker"} <= {*losses.paths}


@pytest.mark.parametrize("place", ["/license", "/foo"])
def test_rights_that_are_extras_only(place: str) -> None:
    written(Article(headlines="H", rights=Rights(extras=(extra(place, "5"),))))


def test_extras_of_media_and_of_their_renditions_do_not_mix() -> None:
    places = ("/caption", "/foo", "/@type", "/width", "/encoding/0", "/url", "/contentUrl")
    extras = tuple(extra(place, '"bad"') for place in places)
    rendition = Rendition("https://x.example/1", extras=extras)
    out, losses = written(Article(headlines="H", media=[Media(renditions=[rendition], captions="C")]))
    assert out["image"][0] == {
        "@type": "ImageObject",
        "caption": "C",
        "url": "https://x.example/1",
        "contentUrl": "https://x.example/1",
        "width": "bad",
    }
    assert len(losses) == 6

    written(
        Article(headlines="H", media=[Media(renditions=[Rendition("https://x.example/1")], extras=extras)])
    )


def test_numbers_of_sections_count_sections() -> None:
    sections = (Section("One", [Paragraph("a")]), Section("Two", [Paragraph("b")]))
    out, losses = written(
        Article(headlines="H", sections=sections, extras=(extra("/hasPart/0", '{"@type":"Thing"}'),))
    )

    assert [part.get("position") for part in out["hasPart"]] == [None, 1, 2]
    assert losses == []
