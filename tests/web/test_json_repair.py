"""JSON with the faults of real pages: what is read all the same, each repair recorded; what is refused, with its place."""

from __future__ import annotations

import time
from typing import Any

import pytest

from newsmodel import InputError, LossError, Losses, LossKind, SyntaxFault, read
from newsmodel.syntax.json_repair import Repair, parse_lenient_json

READ = {
    "a line end in a string": ('{"a": "b\nc"}', {"a": "b\nc"}),
    "a tab in a string": ('{"a": "b\tc"}', {"a": "b\tc"}),
    "a carriage return": ('{"a": "b\r\nc"}', {"a": "b\r\nc"}),
    "other control characters": ('{"a": "b\x01\x1fc"}', {"a": "b\x01\x1fc"}),
    "a line end in a key": ('{"a\nb": 1}', {"a\nb": 1}),
    "single quotes": ("{'a': 'it\\'s \"q\"'}", {"a": 'it\'s "q"'}),
    "single quotes in part": ("{\"a\": 'b', 'c': \"d's\"}", {"a": "b", "c": "d's"}),
    "a comment at the end of a line": ('{"a": 1, // one\n "b": "http://x"}', {"a": 1, "b": "http://x"}),
    "a comment between": ('/* x */{"a": 1 /* y */}', {"a": 1}),
    "a comma before a brace": ('{"a": [1, 2,], }', {"a": [1, 2]}),
    "a comma after the value": ('{"a": 1},', {"a": 1}),
    "a semicolon": ('{"a": 1};', {"a": 1}),
    "semicolons and white space": ('{"a": 1}\n ; ; \n', {"a": 1}),
    "CDATA": ('<![CDATA[{"a": 1}]]>', {"a": 1}),
    "CDATA in comments": ('//<![CDATA[\n{"a": 1}\n//]]>', {"a": 1}),
    "an HTML comment": ('<!-- {"a": 1} -->', {"a": 1}),
    "a byte order mark": ('\ufeff{"a": 1}', {"a": 1}),
    "several at once": ("//<![CDATA[\n{'a': 'b\nc',};\n//]]>", {"a": "b\nc"}),
}
REFUSED = {
    "inner quotes": ('{"a": "he said "x" and went"}', 15),
    "inner quotes at the end": ('{"a": "the "end""}', 11),
    "bare words": ("{a: 1}", 1),
    "nothing": ("", 0),
    "white space": (" \n ", 3),
    "no JSON": ("window.data = 1", 0),
    "a missing comma": ('{"a": 1 "b": 2}', 8),
    "a string without an end": ('{"a": "b', 6),
    "two values": ('{"a": 1}{"b": 2}', 8),
    "not a number": ('{"a": NaN}', 6),
}


@pytest.mark.parametrize("name", READ)
def test_what_is_repaired_is_recorded(name: str) -> None:
    text, value = READ[name]
    repairs: list[Repair] = []

    assert parse_lenient_json(text.encode(), repairs.append) == value
    assert repairs != []
    assert all(0 <= repair.offset < len(text) and repair.line <= 1 + text.count("\n") for repair in repairs)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_says_where(name: str) -> None:
    text, offset = REFUSED[name]
    with pytest.raises(SyntaxFault) as caught:
        parse_lenient_json(text.encode(), lambda _: None)

    found = str(caught.value).partition("offset ")[2].partition(",")[0]
    assert found.isdecimal()
    assert abs(int(found) - offset) <= 2


def test_json_is_not_touched() -> None:
    repairs: list[Repair] = []
    text = '{"a": "&quot; // /* , ] \' \\u0001", "b": [1, {"c": null}]}'

    assert parse_lenient_json(text.encode(), repairs.append)["a"] == "&quot; // /* , ] ' \u0001"
    assert repairs == []


@pytest.mark.untraced
@pytest.mark.parametrize(
    "text",
    ['"\\"' * 200_000, "/*" * 300_000, "'\\'" * 200_000, "," * 500_000, "[" * 500_000, '{"a":' + "//" * 300_000, " ;" * 300_000, "/* *" * 200_000],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    with pytest.raises(SyntaxFault):
        parse_lenient_json(text.encode(), lambda _: None)
    assert time.process_time() - start < 5


DOCUMENT = '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Market\tday",}'


def test_schema_org_reads_broken_json_and_says_so() -> None:
    losses = Losses()
    assert str(read(DOCUMENT.encode(), losses=losses).headline) == "Market day"
    assert [loss.kind for loss in losses] == [LossKind.REPAIRED] * 2
    with pytest.raises(LossError):
        read(DOCUMENT.encode(), strict=True)


@pytest.mark.parametrize(
    ("node", "path", "value"),
    [
        ({"@type": "newsMediaOrganization"}, "organisation", None),
        ({"datemodified": "2026-03-04"}, "version_created", "2026-03-04"),
        ({"DatePublished": "2026-03-04"}, "published", "2026-03-04"),
        ({"schema:datePublished": "2026-03-04"}, "published", "2026-03-04"),
        ({"http://schema.org/datePublished": "2026-03-04"}, "published", "2026-03-04"),
    ],
)
def test_names_as_they_are_written_in_the_wild(node: dict[str, Any], path: str, value: str | None) -> None:
    import json

    publisher = {"@type": "Organization", "name": "The Valley Post"}
    if value is None:
        publisher, node = {**publisher, **node}, {}
    document = {
        "@context": "https://schema.org",
        "@type": "newsarticle",
        "headline": "x",
        "publisher": publisher,
        **node,
    }
    losses = Losses()
    article = read(json.dumps(document).encode(), losses=losses)

    assert [one.name for one in article.attributions] == ["The Valley Post"]
    assert value is None or str(getattr(article, path)) == value
    assert LossKind.REPAIRED in {loss.kind for loss in losses}


def test_references_are_followed_twice() -> None:
    data = b"""{"@context": "https://schema.org", "@graph": [
        {"@type": "NewsArticle", "headline": "x", "author": [[{"@id": "#a"}]], "image": {"@id": "#i"}},
        {"@id": "#a", "@type": "Person", "name": "Jane Doe"},
        {"@id": "#i", "@type": "ImageObject", "url": "https://x.example/1.jpg", "encoding": {"@id": "#small"}},
        {"@id": "#small", "@type": "MediaObject", "contentUrl": "https://x.example/s.jpg"}]}"""
    article = read(data)

    assert [one.name for one in article.attributions] == ["Jane Doe"]
    assert [one.href for one in article.media[0].renditions] == [
        "https://x.example/1.jpg",
        "https://x.example/s.jpg",
    ]


def test_what_is_no_json_ld_is_told_by_its_page() -> None:
    losses = Losses()
    data = b'<html><title>x</title><script type="application/ld+json">{"a": "b "c" d"}</script></html>'
    assert str(read(data, losses=losses).headline) == "x"
    assert [loss.where for loss in losses if loss.kind is LossKind.UNREAD][:1] == ["script[0]"]
    with pytest.raises(InputError):
        read(b'{"a": "b "c" d"}', format="schema-org")
