"""Hostile input: always one of our errors, in bounded time and memory, and nothing is read from disk."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import (
    InputError,
    Losses,
    LossKind,
    NewsModelError,
    SyntaxFault,
    UnknownFormat,
    read,
    read_all,
    sniff,
    write,
)
from newsmodel.formats.registry import formats

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:x.example,2026:1" version="1">
<itemMeta><itemClass qcode="ninat:text"/><provider><name>X</name></provider><versionCreated>2026-01-01T00:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>{headline}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html></inlineXML></contentSet>
</newsItem>"""
SECONDS = 10.0


def item(headline: str = "x", body: str = "<p>x</p>", before: str = "") -> bytes:
    return (before + ITEM.format(headline=headline, body=body)).encode()


@contextmanager
def in_time(seconds: float = SECONDS) -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < seconds


def clear(error: InputError) -> None:
    """An error says something, and not too much."""
    assert 0 < len(str(error)) < 2000


def refused(data: bytes, name: str) -> InputError:
    """Read with and without the format's name; return the error."""
    with in_time(), pytest.raises(InputError) as without_name:
        read(data)
    clear(without_name.value)
    with in_time(), pytest.raises(InputError) as caught:
        read(data, format=name)
    clear(caught.value)
    return caught.value


# XML


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text("TOPSECRET")
    return path


def test_external_entities_are_not_read(secret: Path) -> None:
    before = f'<!DOCTYPE newsItem [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'

    with in_time(), pytest.raises(SyntaxFault):
        read(item("a&x;b", before=before), format="newsml-g2")


def test_external_parameter_entities_are_not_read(secret: Path) -> None:
    secret.write_text("<!ENTITY x 'TOPSECRET'>")
    before = f'<!DOCTYPE newsItem [<!ENTITY % more SYSTEM "{secret.as_uri()}"> %more;]>'

    with in_time(), pytest.raises(SyntaxFault):
        read(item("a&x;b", before=before), format="newsml-g2")


def test_an_external_dtd_is_not_read(secret: Path) -> None:
    secret.write_text("<!ENTITY x 'TOPSECRET'>")
    data = item("plain", before=f'<!DOCTYPE newsItem SYSTEM "{secret.as_uri()}">')

    assert "TOPSECRET" not in repr(read(data))
    with pytest.raises(SyntaxFault):
        read(item("a&x;b", before=f'<!DOCTYPE newsItem SYSTEM "{secret.as_uri()}">'), format="newsml-g2")


def test_xinclude_is_not_followed(secret: Path) -> None:
    body = f'<p>a<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/></p>'

    article = read(item(body=body))
    assert "TOPSECRET" not in article.text


def test_raw_markup_from_elsewhere_reads_nothing(secret: Path) -> None:
    raw = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'
    document = {
        "newsmodel": 1,
        "sections": [{"blocks": [{"type": "raw", "dialect": "xhtml", "markup": raw}]}],
        "extras": [{"format": "newsml-g2", "place": "itemMeta/a", "raw": raw}],
    }
    losses = Losses()
    output = write(read(json.dumps(document).encode()), "newsml-g2", losses=losses)

    assert b"TOPSECRET" not in output
    assert {loss.path for loss in losses if loss.kind.name == "UNWRITTEN"} == {
        "extras[0]",
        "sections[0].blocks[0]",
    }


def test_a_missing_dtd_is_no_obstacle() -> None:
    before = '<?xml version="1.0"?><!DOCTYPE newsItem PUBLIC "-//X//DTD//EN" "http://dtd.invalid/x.dtd">'

    assert read(item("plain", before=before)).headlines[0].value == "plain"


def test_internal_entities_survive() -> None:
    before = '<!DOCTYPE newsItem [<!ENTITY who "Jo &#38;#38; Co">]>'

    article = read(item("By &who;", "<p>&who; said</p>", before))
    assert article.headlines[0].value == "By Jo & Co"
    assert article.text == "Jo & Co said"


def test_internal_entities_survive_beside_a_missing_dtd() -> None:
    before = '<!DOCTYPE newsItem SYSTEM "missing.dtd" [<!ENTITY who "Jo">]>'

    assert read(item("By &who;", before=before)).headlines[0].value == "By Jo"


def bomb(levels: int = 30, width: int = 10) -> str:
    entities = '<!ENTITY e0 "lol">' + "".join(
        f'<!ENTITY e{level} "{f"&e{level - 1};" * width}">' for level in range(1, levels)
    )
    return f"<!DOCTYPE newsItem [{entities}]>"


QUADRATIC = f'<!DOCTYPE newsItem [<!ENTITY a "{"a" * 50_000}">]>'
XML_ATTACKS: list[tuple[str, Callable[[], bytes]]] = [
    ("entity bomb", lambda: item("&e29;", before=bomb())),
    ("quadratic entities", lambda: item("&a;" * 50_000, before=QUADRATIC)),
    ("an entity inside itself", lambda: item("&a;", before='<!DOCTYPE newsItem [<!ENTITY a "&b;"><!ENTITY b "&a;">]>')),
    ("deep nesting", lambda: item(body="<div>" * 100_000 + "</div>" * 100_000)),
    ("deep nesting, never closed", lambda: item(body="<div>" * 100_000)),
    ("deep nesting outside the body", lambda: item("<a>" * 100_000 + "</a>" * 100_000)),
    ("100,000 attributes", lambda: item(body="<p " + " ".join(f"a{n}='x'" for n in range(100_000)) + ">x</p>")),
    ("twice the same attribute", lambda: item(body='<p a="1" a="2">x</p>')),
    ("no end", lambda: item()[:300]),
    ("two roots", lambda: item() + item()),
    ("a prefix that nobody declared", lambda: item(body="<x:p>x</x:p>")),
]  # fmt: skip


@pytest.mark.parametrize("make", [pytest.param(make, id=name) for name, make in XML_ATTACKS])
def test_xml_attacks_are_refused(make: Callable[[], bytes]) -> None:
    error = refused(make(), "newsml-g2")

    assert isinstance(error, (SyntaxFault, UnknownFormat)) or error.place


def test_a_syntax_fault_says_the_line() -> None:
    with pytest.raises(SyntaxFault) as caught:
        read(item(body="<p>x</div>"), format="newsml-g2")

    assert caught.value.line == 4
    assert "(line 4)" in str(caught.value)


def test_declared_latin_1_and_utf_16_are_read() -> None:
    for encoding in ("iso-8859-1", "utf-16", "windows-1251"):
        text = "Привет" if encoding == "windows-1251" else "é"
        before = f'<?xml version="1.0" encoding="{encoding}"?>'
        data = item(text, before=before).decode().encode(encoding)
        assert read(data, format="newsml-g2").headlines[0].value == text


def test_a_body_nested_as_deep_as_pages_are_is_read_or_refused_clearly() -> None:
    for open_, close in (("<div>", "</div>"), ("<section>", "</section>")):
        with in_time():
            try:
                assert read(item(body=open_ * 60 + "<p>x</p>" + close * 60)).text == "x"
            except InputError as error:
                clear(error)
    for open_, close in (("<ul><li>", "</li></ul>"), ("<blockquote>", "</blockquote>"), ("<div>", "</div>")):
        for depth in (15, 16, 17, 40, 200):
            refused_or_read(item(body=open_ * depth + "<p>x</p>" + close * depth))
    refused_or_read(item(body="<em>" * 200 + "x" + "</em>" * 200))


def refused_or_read(data: bytes) -> None:
    with in_time():
        try:
            losses = Losses()
            article = read(data, format="newsml-g2", losses=losses)
        except InputError as error:
            clear(error)
        else:
            assert article.text == "x" or losses.of(LossKind.UNREADABLE)
            assert read(write(article, "newsml-g2")) == article


def test_long_bodies_take_linear_time() -> None:
    paragraphs = "".join(
        f'<p>word <em>{n}</em> <a href="https://x.example/{n}">link</a></p>' for n in range(20_000)
    )

    with in_time(60):
        article = read(item(body=paragraphs))
        assert len(article.paragraphs) == 20_000
        write(article, "newsml-g2")


def test_many_inline_elements_in_one_paragraph_take_bounded_time() -> None:
    with in_time(30):
        article = read(item(body="<p>" + "<em>a</em> b " * 5_000 + "</p>"))
        assert len(article.paragraphs[0].marks) == 5_000
        write(article, "newsml-g2")


# JSON

JSON_ATTACKS: list[tuple[str, bytes]] = [
    ("NaN", b'{"newsmodel": 1, "urgency": NaN}'),
    ("Infinity", b'{"newsmodel": 1, "urgency": Infinity}'),
    ("minus Infinity", b'{"newsmodel": 1, "urgency": -Infinity}'),
    ("a number beyond every float", b'{"newsmodel": 1, "places": [{"code": "x:1", "latitude": 1e999, "longitude": 0}]}'),
    ("a lone surrogate", b'{"newsmodel": 1, "id": "\\ud800"}'),
    ("a lone low surrogate", b'{"newsmodel": 1, "id": "a\\udc00b"}'),
    ("half a pair in bytes", b'{"newsmodel": 1, "id": "\xed\xa0\x80"}'),
    ("deep arrays", b'{"newsmodel": 1, "headlines": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    ("deep objects", b'{"newsmodel": 1, "x": ' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}"),
    ("deep and never closed", b'{"newsmodel": 1, "x": ' + b"[" * 100_000),
    ("an integer beyond 64 bits", b'{"newsmodel": 1, "version": 36893488147419103232}'),
    ("a negative integer beyond 64 bits", b'{"newsmodel": 1, "version": -36893488147419103232}'),
    ("an integer of 10,000 digits", b'{"newsmodel": 1, "version": ' + b"9" * 10_000 + b"}"),
    ("a control character in a string", b'{"newsmodel": 1, "id": "a\nb"}'),
    ("an escaped control character", b'{"newsmodel": 1, "id": "a\\u0000b"}'),
    ("not UTF-8", b'{"newsmodel": 1, "id": "\xff"}'),
    ("Latin-1", '{"newsmodel": 1, "id": "é"}'.encode("latin-1")),
    ("two documents", b'{"newsmodel": 1}{"newsmodel": 1}'),
    ("a comma too many", b'{"newsmodel": 1,}'),
    ("an array", b'[{"newsmodel": 1}]'),
    ("no version", b'{"headlines": []}'),
    ("a version that is none", b'{"newsmodel": "one"}'),
    ("a truth value as the version", b'{"newsmodel": true}'),
    ("null as the version", b'{"newsmodel": null}'),
]  # fmt: skip


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in JSON_ATTACKS])
def test_json_attacks_are_refused(data: bytes) -> None:
    with in_time(), pytest.raises(InputError) as caught:
        read(data, format="native")
    with in_time(), pytest.raises(NewsModelError):
        read(data)

    assert len(str(caught.value)) < 2000


def test_integers_of_64_bits_in_what_is_kept_are_not_touched() -> None:
    data = b'{"newsmodel": 2, "new": 9223372036854775807, "digits": "99999999999999999999999", "real": 1e30}'

    raws = {extra.place: extra.raw for extra in read(data).extras}
    assert raws == {"/new": "9223372036854775807", "/digits": '"99999999999999999999999"', "/real": "1e+30"}


def test_of_duplicate_keys_the_last_wins() -> None:
    assert read(b'{"newsmodel": 1, "urgency": 3, "urgency": 4}').urgency == 4


def test_every_format_that_is_json_refuses_the_same() -> None:
    for name in [name for name, each in formats().items() if "json" in each.extension]:
        for _, data in JSON_ATTACKS[:10]:
            with in_time(), pytest.raises(InputError):
                read(data, format=name)


# Anything


GARBAGE = [b"", b" ", b"\n\n", b"\xef\xbb\xbf", b"\0" * 1000, bytes(range(256)), b"<", b"{", b"[", b"<!--", b"<?xml",
           b"{}", b"[]", b"null", b"<a/>", b"%PDF-1.7", b"\x1f\x8b\x08\0", b"PK\x03\x04\0", b"-" * 100_000]  # fmt: skip


def is_page(data: bytes, name: str | None) -> bool:
    """Whether data may be read as the text of a page: any text may."""
    try:
        return formats()[name or sniff(data)].rules
    except UnknownFormat:
        return False


@pytest.mark.parametrize("data", GARBAGE)
def test_garbage_is_refused(data: bytes) -> None:
    for name in [None, *formats()]:
        if is_page(data, name):
            continue
        with in_time(), pytest.raises(InputError):
            read(data, format=name)
        with in_time(), pytest.raises(InputError):
            list(read_all(data, format=name))


@given(data=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_break_anything(data: bytes) -> None:
    for name in [None, *formats()]:
        try:
            read(data, format=name)
        except InputError as error:
            clear(error)
    try:
        sniff(data)
    except UnknownFormat as error:
        clear(error)


@given(data=st.data())
def test_no_damage_to_a_document_breaks_anything(data: st.DataObject) -> None:
    good = data.draw(st.sampled_from([item(), b'{"newsmodel": 1, "headlines": [{"value": "x"}]}']))
    at = data.draw(st.integers(0, len(good)))
    upto = data.draw(st.integers(at, min(len(good), at + 20)))
    damaged = good[:at] + data.draw(st.binary(max_size=5)) + good[upto:]

    for name in (None, "newsml-g2", "native"):
        try:
            read(damaged, format=name)
        except InputError as error:
            clear(error)


def test_attacks_stay_within_memory() -> None:
    code = textwrap.dedent(
        f"""
        import resource, sys
        sys.path.insert(0, {str(Path(__file__).parent)!r})
        import test_hostile as t
        from newsmodel import InputError, read
        limit = 1_500 * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        for _, make in t.XML_ATTACKS:
            try: read(make(), format="newsml-g2")
            except InputError: pass
            else: sys.exit("read")
        for _, data in t.JSON_ATTACKS:
            try: read(data, format="native")
            except InputError: pass
            else: sys.exit("read")
        """
    )
    assert resource.RLIMIT_AS  # where there are no limits, the test means nothing
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603  # our own code

    assert (done.returncode, done.stderr) == (0, "")
