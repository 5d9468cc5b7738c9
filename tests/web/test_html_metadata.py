"""What a page says about its article: each source, which wins, and what is told of the others."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newsmodel import (
    AttributionRole,
    Losses,
    LossKind,
    WebPage,
    diff,
    parse_date,
    read,
    read_web_page,
    sniff,
    write,
)

TITLE = "The old bridge over the Lahn opens again"


def page(head: str = "", body: str = "", lang: str = ' lang="en"', data: Any = None) -> bytes:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data is not None else ""
    return f"<!DOCTYPE html><html{lang}><head>{head}{script}</head><body>{body}</body></html>".encode()


def linked(**more: Any) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, **more}


def used(found: WebPage, slot: str) -> tuple[str, ...]:
    return tuple(each.source for each in found.found if each.slot == slot and each.used)


def authors(data: bytes) -> list[str | None]:
    return [one.name for one in read(data).attributed(AttributionRole.AUTHOR)]


def publisher(data: bytes) -> str | None:
    return next((one.name for one in read(data).attributed(AttributionRole.PUBLISHER)), None)


def headline(data: bytes) -> str:
    return str(read(data).headline)


# titles


def test_the_name_of_the_publisher_is_no_part_of_a_title() -> None:
    for tail in (" - The Valley Post", " | valleypost.example", " – Valley Post", "｜The Valley Post"):
        data = page(f"<title>{TITLE}{tail}</title><meta property='og:site_name' content='The Valley Post'>")
        assert headline(data) == TITLE


def test_what_stands_after_a_title_goes_where_another_source_has_it_without() -> None:
    assert headline(page(f"<title>{TITLE} | Lahn News</title>", f"<h1>{TITLE}</h1>")) == TITLE
    assert headline(page(f"<title>{TITLE} - and again</title>")) == f"{TITLE} - and again"


@pytest.mark.parametrize(
    ("graph", "linked_", "heading", "wanted"),
    [
        ("Bridge opens", "Old bridge opens again", "Bridge opens", "Old bridge opens again"),
        ("Old bridge opens again", "Bridge opens", "Bridge opens", "Old bridge opens again"),
        ("The old bridge of the town opens", "Lahn: The old bridge of the town opens", "Lahn: The old bridge of the town opens",
         "Lahn: The old bridge of the town opens"),
        ("Lahn: The old bridge of the town opens", "The old bridge of the town opens", "Lahn: The old bridge of the town opens",
         "Lahn: The old bridge of the town opens"),
        ("The same", "The same", "Another", "The same"),
    ],
)  # fmt: skip
def test_of_titles_that_disagree_the_one_that_is_not_only_the_heading_counts(
    graph: str, linked_: str, heading: str, wanted: str
) -> None:
    data = page(
        f"<meta property='og:title' content='{graph}'>", f"<h1>{heading}</h1>", data=linked(headline=linked_)
    )
    assert headline(data) == wanted


def test_entities_in_data_are_read() -> None:
    assert (
        headline(page(data=linked(headline="Smith &amp;amp; Sons &#8217;s bridge")))
        == "Smith & Sons ’s bridge"
    )


# authors


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Von Anna Muster", ["Anna Muster"]),
        ("Doe, Jane", ["Jane Doe"]),
        ("Jane Doe / Journalist", ["Jane Doe"]),
        ("Jane Doe, Senior reporter", ["Jane Doe"]),
        ("Jane Doe, John Roe", ["Jane Doe", "John Roe"]),
        ("Santiago Ramón y Cajal", ["Santiago Ramón y Cajal"]),
        ("Ana Gil Soto y Luis Paz Rey", ["Ana Gil Soto", "Luis Paz Rey"]),
        ("https://social.example/janedoe", []),
        ("بقلم ليلى الخطيب", ["ليلى الخطيب"]),
        ("Автор: Анна Иванова", ["Анна Иванова"]),
        ("dpa", ["dpa"]),
    ],
)
def test_names_in_one_string(said: str, names: list[str]) -> None:
    assert authors(page(f"<meta name='author' content='{said}'>")) == names


@pytest.mark.parametrize(
    "author",
    [
        [{"@type": "Person", "name": "Jane Doe"}],
        {"@type": "Person", "name": "Jane Doe"},
        {"name": "Jane Doe"},
        "Jane Doe",
        ["Jane Doe"],
        [["Jane Doe"]],
        {"@id": "#jane"},
        [[{"@id": "#jane"}]],
    ],
)
def test_forms_of_an_author(author: Any) -> None:
    graph = [linked(author=author), {"@id": "#jane", "@type": "Person", "name": "Jane Doe"}]
    assert authors(page(data={"@context": "https://schema.org", "@graph": graph})) == ["Jane Doe"]


@pytest.mark.parametrize(
    "byline",
    [
        "<a rel='author' href='/x'>Jane Doe</a>",
        "<a href='/autoren/jane-doe'>Jane Doe</a>",
        "<span class='byline__author-name'>Jane Doe</span>",
        "<p>By Jane Doe, in Business</p>",
        "<p>Von Jane Doe</p>",
        "<div class='authors'><ul><li class='authors__list-item'><span>Jane Doe</span></li></ul></div>",
    ],
)
def test_a_byline_tells_the_author_where_data_tell_the_publisher_alone(byline: str) -> None:
    data = linked(
        author={"@type": "Organization", "name": "The Valley Post"}, publisher={"name": "The Valley Post"}
    )
    aside = "<aside><a rel='author' href='/x'>Somebody Else</a></aside>"
    assert authors(page(body=f"<main>{aside}<h1>{TITLE}</h1>{byline}</main>", data=data)) == ["Jane Doe"]


def test_a_tag_that_names_the_publisher_names_no_author() -> None:
    head = "<meta name='author' content='The Valley Post'><meta property='og:site_name' content='The Valley Post'>"
    assert authors(page(head)) == []


# publishers, times, languages


@pytest.mark.parametrize(
    ("head", "body", "data"),
    [
        ("<meta property='og:site_name' content='The Valley Post'>", "", None),
        ("<meta name='application-name' content='The Valley Post Website'>", "", None),
        ("", "", linked(publisher={"@type": "Organization", "name": "The Valley Post"})),
        ("", "", linked(publisher={"@type": "Organization", "name": "The Valley Post - Lahn Print Ltd"})),
        ("", "", [linked(), {"@type": "NewsMediaOrganization", "name": "The Valley Post"}]),
        ("", "", [linked(), {"@type": "WebSite", "name": "The Valley Post"}]),
        (f"<title>{TITLE} - The Valley Post</title>", f"<h1>{TITLE}</h1>", None),
        ("", "<a href='/'><img alt='The Valley Post logo'></a>", None),
        ("", "<footer><p>© 2026 The Valley Post. All rights reserved.</p></footer>", None),
        ("", "<footer><p>The Valley Post © 2026</p></footer>", None),
    ],
)
def test_who_publishes(head: str, body: str, data: Any) -> None:
    assert publisher(page(head, body, data=data)) == "The Valley Post"


@pytest.mark.parametrize(
    ("head", "body", "wanted"),
    [
        ("<meta property='article:published_time' content='2026-03-04T05:06:07+02:00'>", "", "2026-03-04T05:06:07+02:00"),
        ("<meta name='dcterms.created' content='2026-03-04T05:06:07+0200'>", "", "2026-03-04T05:06:07+02:00"),
        ("<meta name='date' content='2026-03-04'>", "", "2026-03-04"),
        ("", "<time datetime='2026-03-04T05:06Z'>today</time>", "2026-03-04T05:06:00Z"),
        ("", f"<article><h1>{TITLE}</h1><p>4 March 2026</p></article>", "2026-03-04"),
        ("", f"<article><h1>{TITLE}</h1><span>Updated: 2026-03-04, 05:06</span></article>", "2026-03-04T05:06"),
    ],
)  # fmt: skip
def test_when_it_was_published(head: str, body: str, wanted: str) -> None:
    assert read(page(head, body)).published == parse_date(wanted)


def test_of_two_offsets_that_of_the_json_ld_counts_and_the_other_is_told() -> None:
    head = "<meta property='article:published_time' content='2026-03-04T05:06:07+00:00'>"
    found = read_web_page(page(head, data=linked(datePublished="2026-03-04T05:06:07+02:00")))

    assert found.article.published == parse_date("2026-03-04T05:06:07+02:00")
    assert used(found, "published") == ("json-ld",)
    told = [loss for loss in found.losses if loss.path == "published"]
    assert [(loss.kind, loss.where) for loss in told] == [(LossKind.UNREAD, "meta[article:published_time]")]


SWAHILI = "Serikali ya Tanzania imesema kwamba ujenzi wa daraja la zamani katika mji huo utaanza baada ya mvua, na kwa watu wa eneo hilo ni habari njema. "
ZULU = "UMasipala uthe ukuthi ibhuloho elidala lizovulwa futhi ngesonto elizayo ngemuva kweminyaka emibili, kanye nomgwaqo oya edolobheni uzolungiswa ngesikhathi esifanayo. "
XHOSA = "Iindaba ezimnandi zokuba ibhulorho endala iza kuvulwa kwakhona emva kweminyaka emibini, kwaye iindlela eziya edolophini ziya kulungiswa ngexesha elinye ukuze abantu bahambe. "
GERMAN = "Die alte Brücke über den Fluss ist wieder offen, und das ist für die Stadt eine gute Nachricht, denn sie war zwei Jahre lang nicht zu benutzen. "


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        (SWAHILI * 3, "en-US", "sw"),
        (ZULU * 3, "en", "zu"),
        (XHOSA * 3, "en", "xh"),
        (GERMAN * 3, "de-AT", "de-AT"),
        (GERMAN * 3, None, "de"),
        (GERMAN * 2, "nb", "de"),
        ("促进航天技术更好惠及人民，" * 8, None, "zh"),
    ],
)
def test_a_language_is_checked_against_the_text(text: str, lang: str | None, wanted: str) -> None:
    data = page(body=f"<p>{text}</p>", lang=f' lang="{lang}"' if lang else "")
    assert read(data).language == wanted


def test_each_value_says_where_it_is_from() -> None:
    found = read_web_page(page(f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1>", data=linked()))
    titles = [(each.source, each.used, each.agrees) for each in found.found if each.slot == "headline"]

    assert titles == [("json-ld", True, True), ("h1", False, True), ("title", False, True)]


def test_other_language_versions_and_reservations_are_read() -> None:
    head = (
        "<link rel='canonical' href='https://post.example/en/1'><meta name='tdm-reservation' content='1'>"
        "<link rel='alternate' hreflang='de' href='/de/1'><link rel='alternate' type='application/rss+xml' href='/rss'>"
    )
    article = read(page(head))

    assert article.url == "https://post.example/en/1"
    assert [(one.language, one.uri) for one in article.translations] == [("de", "https://post.example/de/1")]
    assert article.rights is not None
    assert article.rights.data_mining is not None


def test_microdata_and_rdfa_are_read_like_json_ld() -> None:
    micro = (
        f"<div itemscope itemtype='https://schema.org/NewsArticle'><h2 itemprop='headline'>{TITLE}</h2>"
        "<span itemprop='author' itemscope itemtype='https://schema.org/Person'><b itemprop='name'>Jane Doe</b></span>"
        "<time itemprop='datePublished' datetime='2026-03-04T05:06:00Z'>x</time></div>"
    )
    rdfa = (
        micro.replace("itemscope itemtype='https://schema.org/", "typeof='schema:")
        .replace("itemprop='", "property='schema:")
    )  # fmt: skip
    for body in (micro, rdfa):
        article = read(page(body=body))
        assert str(article.headline) == TITLE
        assert authors(page(body=body)) == ["Jane Doe"]
        assert article.published == parse_date("2026-03-04T05:06:00Z")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("<html><meta charset=gb2312><title>Brücke</title>".encode(), True),
        ("<html><title>Brücke</title>".encode(), False),
        ("<html><meta charset=windows-1252><title>Brücke</title>".encode("cp1252"), False),
        ("\ufeff<html><title>Brücke</title>".encode("utf-16"), False),
    ],
)
def test_the_encoding_is_the_one_that_a_page_is_in(data: bytes, *, told: bool) -> None:
    losses = Losses()
    assert str(read(data, format="html", losses=losses).headline) == "Brücke"
    assert (losses != []) == told


def test_pages_are_recognised() -> None:
    for start in (
        b"<!doctype HTML><p>",
        b"<html>",
        b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="x">',
        b"<!-- x --><head>",
    ):
        assert sniff(start) == "html"


def test_what_is_written_reads_back_with_scripts_in_every_text() -> None:
    text = "</script><!-- <script>alert(1)</script> \u2028 & <b>"
    article = read(page(data=linked(headline=text, articleBody=text, author=text, publisher={"name": text})))
    data = write(article, "html")

    assert data.count(b"<script") == 1
    assert (
        b"alert(1)</script>" not in data.split(b"</head>")[0].split(b"ld+json")[1].rpartition(b"</script>")[0]
    )
    assert [change.path for change in diff(article, read(data)) if not change.path.startswith("quotes")] == []
