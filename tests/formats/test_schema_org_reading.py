"""What becomes of odd JSON-LD: it is read, kept or reported, and never an accident."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from newsmodel import Article, AttributionRole, Losses, LossKind, diff, read, read_all, sniff, write
from newsmodel.difference import related

PAGE = "https://news.example/a"


def document(**more: Any) -> bytes:
    start = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Markt", "url": PAGE}
    return json.dumps({**start, **more}).encode()


def graph(*nodes: Any, **more: Any) -> bytes:
    return json.dumps({"@context": "https://schema.org", "@graph": nodes, **more}).encode()


def cycle(data: bytes) -> tuple[Article, Losses, dict[str, Any]]:
    """Read, write, read and write; return the article, what reading lost, and what was written."""
    losses, unwritten = Losses(), Losses()
    article = read(data, format="schema-org", losses=losses)
    first = write(article, "schema-org", losses=unwritten)
    back = read(first, format="schema-org")

    assert write(back, "schema-org") == first
    changes = [change for change in diff(article, back) if not change.path.endswith(".place")]
    assert [one for one in changes if not any(related(one.path, path) for path in unwritten.paths)] == []
    return article, losses, json.loads(first)


MARKUP = {"@type": "PostalAddress", "addressLocality": "Baku"}
KEPT: list[tuple[str, Any]] = [
    ("mainEntityOfPage", {"@type": ["WebPage", "FAQPage"], "@id": PAGE}),
    ("mainEntityOfPage", {"@type": "CollectionPage", "@id": PAGE, "name": "N"}),
    (
        "mainEntityOfPage",
        {"@type": "WebPage", "@id": PAGE, "relatedLink": {"@id": "https://x.example/", "name": "T"}},
    ),
    ("contentLocation", [{"@type": "Place", "name": "P", "address": MARKUP}]),
    (
        "contentLocation",
        [{"@type": "Place", "name": "P", "address": {**MARKUP, "addressCountry": "Azerbaijan"}}],
    ),
    (
        "contentLocation",
        [
            {
                "@type": "Place",
                "name": "P",
                "geo": {"@type": ["GeoCoordinates", "Odd"], "latitude": 1.0, "longitude": 2.0},
            }
        ],
    ),
    ("description", {"@value": "x", "@language": 5}),
    ("publisher", {"@type": ["NewsMediaOrganization", "Organization"], "name": "X"}),
    ("author", [{"@type": "Person", "@id": f"{PAGE}#author1", "name": "Bob"}]),
    (
        "hasPart",
        [
            {
                "@type": "Quotation",
                "text": "q",
                "creator": {"@type": "Person", "@id": f"{PAGE}#x", "name": "B"},
            }
        ],
    ),
    (
        "image",
        [
            {
                "@type": "ImageObject",
                "url": "https://x.example/page",
                "contentUrl": "https://x.example/file",
                "width": "wide",
                "height": {"@type": "QuantitativeValue", "value": 5, "unitText": "cm"},
                "foo": 1,
            }
        ],
    ),
]


@pytest.mark.parametrize(("key", "value"), KEPT)
def test_what_no_field_takes_comes_back(key: str, value: Any) -> None:
    assert cycle(document(**{key: value}))[2][key] == value


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("author", {"@type": [{"x": 1}], "name": "X"}),
        ("mainEntityOfPage", {"@type": "WebPage", "@id": PAGE, "relatedLink": {"@id": "/rel", "name": "T"}}),
        ("mainEntityOfPage", {"@type": "Odd", "@id": PAGE, "name": "N"}),
        (
            "image",
            {
                "contentUrl": 7,
                "width": 5,
                "encoding": {"@type": "MediaObject", "contentUrl": "https://x.example/"},
            },
        ),
        (
            "image",
            {"contentUrl": "https://x.example/1", "encoding": [5, {"contentUrl": "https://x.example/2"}]},
        ),
        ("image", [5, {"url": []}]),
        (
            "identifier",
            [{"propertyID": "x:y", "value": "1"}, {"propertyID": "guid", "value": "g", "name": "G"}],
        ),
    ],
)
def test_odd_shapes_are_no_accident(key: str, value: Any) -> None:
    cycle(document(**{key: value}))


def test_an_author_keeps_the_name_when_the_identifier_leads_nowhere() -> None:
    article, losses, _ = cycle(document(author={"@type": "Person", "@id": f"{PAGE}#gone", "name": "Bob"}))

    (author,) = article.attributed(AttributionRole.AUTHOR)
    assert (author.name, author.entity, losses) == ("Bob", None, [])


def test_an_address_that_is_none_leaves_the_field_to_the_next_place() -> None:
    article, losses, _ = cycle(
        document(author={"@type": "Person", "name": "X", "url": "no url", "sameAs": "https://x.example/"})
    )

    assert article.attributions[0].uri == "https://x.example/"
    assert [loss.where for loss in losses] == ["/author/url"]


def part(text: str | None = None, **more: Any) -> dict[str, Any]:
    return {"@type": "CreativeWork", **({"text": text} if text else {}), **more}


SIDE = part(headline="Side story", url="https://x.example/")
OTHER = part("Another story.", url="https://x.example/")


@pytest.mark.parametrize(
    ("body", "parts", "text"),
    [
        ("The whole story.", [SIDE], "The whole story."),
        ("The whole story.", [OTHER], "The whole story."),
        ("One. Two.", [part("One.")], "One. Two."),
        ("One. H Two.", [part("One."), SIDE, part("Two.", headline="H")], "One.\n\nH\n\nTwo."),
        ("One. Two.", [part("One."), part("Two.", headline="H")], "One.\n\nH\n\nTwo."),
        ("One. Two.", [part("One."), part("Two.")], "One. Two."),
        (None, [part("One."), part("Two."), SIDE], "One.\n\nTwo."),
        (None, [part("One."), part("Two.", headline="H")], "One.\n\nH\n\nTwo."),
        (None, [SIDE], ""),
    ],
)
def test_parts_are_sections_where_they_make_up_the_text(
    body: str | None, parts: list[Any], text: str
) -> None:
    article, losses, again = cycle(document(hasPart=parts, **({"articleBody": body} if body else {})))

    assert (article.text, losses) == (text, [])
    if SIDE in parts:
        assert SIDE in again["hasPart"]


def test_a_body_without_sections_has_no_parts() -> None:
    assert "hasPart" not in cycle(document(articleBody="One.\n\nTwo."))[2]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("a, b,c,", ["a", "b", "c"]),
        ("سياسة، اقتصاد", ["سياسة", "اقتصاد"]),
        ("one thing", ["one thing"]),
        (["a, b"], ["a, b"]),
        (",", [","]),
    ],
)
def test_keywords_in_one_string(words: Any, found: list[str]) -> None:
    assert list(map(str, cycle(document(keywords=words))[0].keywords)) == found


# Graphs


ARTICLE = {"@type": "NewsArticle", "headline": "Markt", "author": {"@id": "#p"}}


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (graph(ARTICLE, name="beside"), '"beside"'),
        (json.dumps([5, ARTICLE]).encode(), "5"),
        (json.dumps([[[[[[[[[["deep"]]]]]]]]], ARTICLE]).encode(), '["deep"]'),
        (graph(ARTICLE, {"@type": "WebSite", "name": "S"}), '"@type":"WebSite","name":"S"'),
    ],
)
def test_what_lies_beside_the_article_is_reported(data: bytes, value: str) -> None:
    data = data.replace(
        b'{"@type": "NewsArticle"', b'{"@context": "https://schema.org", "@type": "NewsArticle"'
    )
    _, losses, _ = cycle(data)

    assert any(value in str(loss.value) for loss in losses.of(LossKind.UNREAD))


def test_nodes_of_one_identifier_are_one() -> None:
    data = graph(
        {**ARTICLE, "author": {"@type": "Person", "@id": "#p", "name": "Pia"}},
        {"@id": "#p", "jobTitle": "Editor", "name": "P. Perle"},
        {"@id": "#p", "email": "pia@news.example"},
    )
    article, losses, again = cycle(data)

    assert article.attributions[0].name == "Pia"
    assert again["author"][0].keys() >= {"jobTitle", "email"}
    assert [loss.value for loss in losses] == ['"P. Perle"']


def test_one_article_in_two_nodes() -> None:
    one = {**ARTICLE, "@id": "#a"}
    article = read(graph(one, {"@type": "NewsArticle", "@id": "#a", "description": "More"}))

    assert (str(article.headlines[0]), str(article.summaries[0])) == ("Markt", "More")


def test_a_large_graph_takes_no_square_time() -> None:
    articles = [{**ARTICLE, "author": {"@id": f"#p{number}"}} for number in range(3000)]
    people = [{"@type": "Person", "@id": f"#p{number}", "name": f"P{number}"} for number in range(3000)]
    start = time.perf_counter()
    found = list(read_all(graph(*articles, *people), format="schema-org"))

    assert [found[0].attributions[0].name, len(found)] == ["P0", 3000]
    assert time.perf_counter() - start < 12  # it was more than twice that for 8,000, and grew with the square


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'{"headlines": [{"value": "' + b"x" * 100 + b'"}], "newsmodel": 1}', "native"),
        (
            b'{"@type": "NewsArticle", "articleBody": "'
            + b"x" * 9000
            + b'", "@context": "https://schema.org"}',
            "schema-org",
        ),
    ],
)
def test_recognised_wherever_the_word_stands(data: bytes, name: str) -> None:
    assert sniff(data) == name
