"""What holds for every format of older wire text, whatever comes: foreign things, damage, hostile input, streams.

(`tests/test_laws.py` holds these formats to the laws of all formats.)
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress

import attrs
import pytest
import wire_samples
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import (
    Article,
    InputError,
    Losses,
    SeveralItems,
    UnknownFormat,
    diff,
    read,
    read_all,
    sniff,
    write,
    write_all,
)
from newsmodel.codec.context import Context
from newsmodel.difference import related
from newsmodel.formats import anpa_1312, iptc_7901, mail
from newsmodel.formats.mail_message import read_message
from newsmodel.formats.wire_frames import Stream
from newsmodel.strategies import articles
from newsmodel.syntax.fields import Field, FieldsTable
from newsmodel.syntax.wire_bytes import decoded

NAMES = ("iptc-7901", "anpa-1312", "mail")
SAMPLES = [
    pytest.param(name, data, id=f"{name} {number}") for number, (name, data) in enumerate(wire_samples.ALL)
]


def alone(article: Article) -> Article:
    """An article without the document that it came from."""
    return attrs.evolve(article, origin=None)


def check_laws(article: Article, name: str) -> None:
    """The article is written as it came; from its fields alone the losses are what differs, and writing again changes nothing."""
    losses = Losses()
    data = write(alone(article), name, losses=losses)
    back = read(data, format=name)
    silent = [
        str(change)
        for change in diff(article, back)
        if not any(related(change.path, path) for path in losses.paths)
    ]
    assert silent == []
    assert write(alone(back), name) == data


# samples


@pytest.mark.parametrize(("name", "data"), SAMPLES)
def test_a_sample_is_recognised_and_written_as_it_came(name: str, data: bytes) -> None:
    article = read(data)

    assert sniff(data) == name
    assert write(article, name) == data
    check_laws(article, name)


@pytest.mark.parametrize(("name", "data"), SAMPLES)
def test_a_sample_without_its_document_reads_the_same(name: str, data: bytes) -> None:
    losses = Losses()
    article = read(data)
    back = read(write(alone(article), name, losses=losses))

    assert {change.path for change in diff(article, back)} <= {"version_created"}  # its zone, or its seconds
    assert set(losses.paths) == {change.path for change in diff(article, back)}


@pytest.mark.parametrize(("name", "data"), SAMPLES)
def test_an_editor_has_the_last_word(name: str, data: bytes) -> None:
    article = attrs.evolve(read(data), headlines=("The ferry sinks",))

    assert read(write(article, name)).headlines == article.headlines
    assert b"The ferry sinks" in write(article, name)


@pytest.mark.parametrize(("name", "data"), SAMPLES)
def test_without_extras_nothing_foreign_is_written(name: str, data: bytes) -> None:
    article = read(data)
    losses = Losses()

    back = read(write(article, name, extras=False, losses=losses))

    assert back.extras == ()
    assert back.headlines == article.headlines


# rows


def fields_of(name: str, data: bytes) -> list[Field]:
    stream: Stream | None = {"iptc-7901": iptc_7901.STREAM, "anpa-1312": anpa_1312.STREAM}.get(name)
    context = Context(name)
    return stream.fields(decoded(data, context), context) if stream else read_message(data, context)


@pytest.mark.parametrize(
    ("name", "table"),
    [("iptc-7901", iptc_7901.ARTICLE), ("anpa-1312", anpa_1312.ARTICLE), ("mail", mail.ARTICLE)],
    ids=NAMES,
)
def test_every_row_is_moved_off_its_default_by_a_sample(name: str, table: FieldsTable[Article]) -> None:
    samples = [fields_of(format_, data) for format_, data in wire_samples.ALL if format_ == name]
    still = []
    for row in table.rows:
        places = {path.lower() for path in row.paths}
        without = [[field for field in fields if field.name.lower() not in places] for fields in samples]
        moved = any(
            diff(table.decode(fields, Context(name)), table.decode(less, Context(name)))
            for fields, less in zip(samples, without, strict=True)
        )
        if row.fields and not moved:
            still.append(row.paths[0])

    assert still == []


# foreign things


FOREIGN = {
    "iptc-7901": [
        (b" 380  ", b" 380 MARK "), (b"\x01", b"[MARK]\n\x01"), (b"\x04", b"MARK\n\x04"), (b"\n\nStadt/", b"\nMARK/\nStadt/"),
        (b"bna0123 4", b"bna0123 MARK 4"), (b"\x0322", b"\x03MARK\n22"), (b"\x02", b"\x02MARK\n"),
    ],
    "anpa-1312": [
        (b"\x1f-----", b"\x1fMARK"), (b"\x1f", b"MARK\x1f"), (b" z\x13\x11", b" MARK z\x13\x11"), (b"1stLd-", b"MARK-"),
        (b"\x16\x16\x01", b"MARK\r\n\x01"), (b"\x04", b"MARK\r\n\x04"), (b"AP-WF", b"AP-MARK"), (b"\r\n\x02", b"\r\nMARK\r\n\x02"),
        (b"02-20-16", b"MARK"),
    ],
    "mail": [
        (b"X-Desk", b"X-MARK"), (b"To: desk", b"To: MARK"), (b"14 May 2024", b"14 MARK 2024"), (b"Keywords: ", b"Keywords: MARK,"),
        (b"\nDate: ", b"\nSubject: MARK\nDate: "), (b"<1@", b"<@MARK "), (b"filename=bridge.jpg", b"filename=MARK"), (b"charset=iso-8859-1", b"charset=MARK"),
        (b"Language: de", b"Language: MARK!"), (b"<i>", b"<MARK>"), (b'<p class="x"', b'<p data-mark="MARK"'),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        pytest.param(name, *pair, id=f"{name} {pair[1]!r}")
        for name, pairs in FOREIGN.items()
        for pair in pairs
    ],
)
def test_foreign_things_do_not_vanish(name: str, old: bytes, new: bytes) -> None:
    first = next(data for format_, data in wire_samples.ALL if format_ == name)
    document = first.replace(old, new, 1)
    assert document != first
    losses = Losses()
    article = read(document, format=name, losses=losses)

    told = "".join(f"{loss.value} {loss.where} {loss.reason}" for loss in losses)
    assert "mark" in told.lower() or b"MARK" in write(article, "native")
    check_laws(article, name)


# damage


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_damage_gives_an_article_or_a_clear_error(name: str, data: st.DataObject) -> None:
    good = data.draw(st.sampled_from([sample for format_, sample in wire_samples.ALL if format_ == name]))
    at = data.draw(st.integers(0, len(good)))
    upto = data.draw(st.integers(at, min(len(good), at + 20)))
    junk = data.draw(
        st.binary(max_size=4)
        | st.sampled_from([b"\n", b"\n\n", b"=", b"<", b"^", b"\t", b"\x01", b"\x03", b": "])
    )
    damaged = good[:at] + junk + good[upto:]
    found: list[Article] = []
    with suppress(InputError):
        found += read_all(damaged, format=name)
    for article in found:
        check_laws(article, name)


@given(article=articles())
@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_is_recognised(name: str, article: Article) -> None:
    assert sniff(write(article, name)) == name


# streams


@pytest.mark.parametrize(
    ("name", "data"),
    [("iptc-7901", wire_samples.STREAM), ("anpa-1312", wire_samples.CARETS + wire_samples.KEYWORD_ONLY)],
)
def test_messages_that_follow_one_another(name: str, data: bytes) -> None:
    found = list(read_all(data))

    assert len(found) == 2
    assert write_all(found, name) == data
    assert [read(article.origin.data) for article in found if article.origin] == found
    with pytest.raises(SeveralItems, match="2 messages: read_all reads them all"):
        read(data)
    again = list(read_all(write_all(map(alone, found), name)))
    assert [article.headlines for article in again] == [article.headlines for article in found]


def test_a_message_that_cannot_be_read_alone_has_no_document() -> None:
    """Its characters are told by an escape sequence in the message before it."""
    second = wire_samples.ARABIC.replace(b"\x1b-G", b"")
    first, other = read_all(wire_samples.ARABIC + second, format="iptc-7901")

    assert first.origin is not None
    assert other.origin is None
    assert first == other


# what is not wire text


@pytest.mark.parametrize(
    "page",
    [
        "Bridge open again\n\nThe bridge is open.\n",
        "FROM THE EDITOR\n\nWe are moving.\n",
        "Subject: the bridge\n\nIt is open.\n",
        "From: Lindow\nTo: Karlshof\n\nA journey in four parts.\n",
        "Date: 14 May 2024\nSubject: x\n\nNo mail without one who sent it.\n",
        "A1234 road closed\nr b the rest\n",
        "Route A12 4 lanes 250\nThe road/\nis open.\n",
        "abc0123 4 pl 250\nNo keyword line here.\n",
        "^Not a story<\n\tonly signs\n",
        "Мост открыт\n\n14 мая 2024\n\nСтарый мост открыт.\n",
    ],
)  # fmt: skip
def test_pages_are_not_taken_for_wire_text(page: str) -> None:
    assert sniff(page.encode()) == "page-text"


@pytest.mark.parametrize(
    "data", [b"\x01", b"\x01\x02\x03\x04", b"\x16" * 70_000, b"\x01a0123\x1f\n", b"\x05\x01"]
)
def test_controls_alone_are_no_format(data: bytes) -> None:
    with pytest.raises(UnknownFormat):
        sniff(data)


# hostile input


PIECES = ["a", "\n", " ", "\t", "\x02", "\x16", "=", "<\n", "^", "(", "By A\n", "Embargoed ", "'", "a b ", "1\n", "- a\n", "=?q?q?a?= ",
          "=?utf-8?b?YQ==?= ", '"', "\\", "<a", "<head", "<!--", "<div>", "--x\n", "a: b\n", ",", "x@y ", "\u2028", "a-\n", "AB-", "()", "(a"]  # fmt: skip
HEADS = {
    "iptc-7901": ["\x01abc0123 4 pl 250 %s\n\nA/\n\x02x\x03", "\x01abc0123 4 pl 250\n\n%s/\n\x02%s\x03%s\x04", "%s"],
    "anpa-1312": ["\x01a0123\x1f%s\nr a\x13\x11 %s\n\x02x\x03", "\x01a0123\x1f-\nr a\x13\x11 BC\n\x02^%s\n\t%s\x03%s\x04", "%s"],
    "mail": [
        "From: %s\nSubject: %s\nDate: %s\n\nx",
        "From: a@x.example\nReferences: %s\nKeywords: %s\nContent-Type: text/html; charset=%s\n\n%s",
        "From: a@x.example\nContent-Type: multipart/alternative; boundary=x\n\n--x\n%s",
        "%s",
    ],
}  # fmt: skip


def hostile(name: str, size: int) -> Iterator[tuple[str, bytes]]:
    for piece in PIECES:
        text = piece * (size // len(piece))
        for frame in HEADS[name]:
            yield f"{piece!r} in {frame!r}", frame.replace("%s", text).encode()


@pytest.mark.untraced
@pytest.mark.parametrize("name", NAMES)
def test_hostile_input_takes_linear_time(name: str) -> None:
    size = 40_000  # where something takes the square of it, this takes a minute
    slow = []
    for told, data in hostile(name, size):
        start = time.process_time()
        with suppress(UnknownFormat):
            sniff(data)
        with suppress(InputError):
            list(read_all(data, format=name))
        if time.process_time() - start > 5:
            slow.append(told)

    assert slow == []
