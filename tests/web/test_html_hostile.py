"""Pages that somebody made to break a reader: bounded, escaped, nothing executed, nothing fetched."""

from __future__ import annotations

import contextlib
import time

import pytest

from newsmodel import InputError, Losses, read, read_web_page, write

pytestmark = pytest.mark.untraced  # what it runs is covered elsewhere, and tracing takes most of its time

LARGE = {
    "a paragraph of 50 MB": b"<html><p>" + b"x " * 25_000_000,
    "a million nested elements": b"<html>" + b"<div>" * 1_000_000,
    "two hundred thousand tags": b"<html>" + b"<p>a" * 200_000,
    "nested items": b"<html>" + b"<div itemscope itemprop=a itemtype=NewsArticle>" * 3000,
    "nested RDFa": b"<html>" + b"<div typeof=NewsArticle property=author>" * 3000,
    "many meta tags": b"<html>" + b"<meta property=article:tag content=x>" * 50_000,
    "many spans in a byline": b"<html><main><h1>x</h1>" + b"<span class=author>" * 3000,
    "a title of separators": b"<html><title>" + b" - " * 50_000,
    "entities": b"<html><p>" + b"&amp;" * 1_000_000,
    "an open script": b"<html><script>" + b"<" * 1_000_000,
    "JSON-LD that nests": b'<html><script type="application/ld+json">' + b'{"a":' * 100_000,
    "many bold lines": b"<html><article>" + b"<p><b>Heading</b></p>" * 5000,
}


@pytest.mark.parametrize("name", LARGE)
def test_no_page_takes_long(name: str) -> None:
    start = time.process_time()
    read_web_page(LARGE[name])
    assert time.process_time() - start < 60


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(InputError, match="bytes"):
        read(b"<html>" + b" " * (64 * 2**20))
    with pytest.raises(InputError, match="attributes"):
        read(b"<html><p " + b" ".join(b"a%d=1" % number for number in range(20_000)) + b">x")


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"<", b"<html", bytes(range(256)), b"<html>" + bytes(range(256))]
)
def test_garbage_is_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(InputError):
        assert read(data, format="html", losses=Losses()).quotes == ()


EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def test_nothing_that_runs_comes_through() -> None:
    escaped = EVIL.replace("<", "&lt;")
    page = (
        f'<html><head><title>{escaped}</title><meta name=author content="{escaped}"></head><body><article><h1>{escaped}</h1>'
        f"<p onclick=alert(3)>{escaped} and a long text about the bridge, <a href='javascript:alert(4)'>which opens</a> today.</p>"
        f"<figure><img src='javascript:alert(5)'><figcaption>{escaped}</figcaption></figure></article></body></html>"
    )
    data = write(read(page.encode()), "html")

    assert data.count(b"<script") == 1
    assert b"<img src=x" not in data
    assert b"onclick" not in data
    assert b"javascript:" not in data
