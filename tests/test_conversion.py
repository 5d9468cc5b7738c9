from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from newsmodel import (
    Article,
    InputError,
    LossError,
    Losses,
    LossKind,
    SeveralItems,
    SyntaxFault,
    Text,
    UnknownFormat,
    convert,
    read,
    read_all,
    sniff,
    write,
    write_all,
)
from newsmodel.formats.registry import Format, format_named, formats

NATIVE = b'{"newsmodel": 1, "headlines": [{"value": "Bridge closed"}], "language": "en"}'
ARTICLE = Article(headlines="Bridge closed", language="en")
ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" standard="NewsML-G2"
 standardversion="2.35" conformance="power"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="p:x"/>
<versionCreated>2026-01-01T00:00:00Z</versionCreated>{more}</itemMeta>
<contentMeta><headline>{guid}</headline></contentMeta></newsItem>"""
MESSAGE = (
    '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-01-01T00:00:00Z</sent></header>'
    "<itemSet>{}</itemSet></newsMessage>"
)


def item(guid: str = "tag:x.example,2026:1", more: str = "") -> bytes:
    return ITEM.format(guid=guid, more=more).encode()


def message(*guids: str) -> bytes:
    return MESSAGE.format("".join(ITEM.format(guid=guid, more="") for guid in guids)).encode()


# sources


def test_bytes_files_and_paths_are_read(tmp_path: Path) -> None:
    path = tmp_path / "article.json"
    path.write_bytes(NATIVE)

    assert read(NATIVE) == ARTICLE
    assert read(path) == ARTICLE
    assert read(io.BytesIO(NATIVE)) == ARTICLE
    with path.open("rb") as file:
        assert read(file) == ARTICLE


def test_a_str_is_text_and_never_a_path(tmp_path: Path) -> None:
    path = tmp_path / "article.json"
    path.write_bytes(NATIVE)

    with pytest.raises(InputError, match="a str is text, never a path, and native is read from bytes"):
        read(str(path), format="native")
    with pytest.raises(InputError, match="pass bytes, a binary file or a pathlib.Path"):
        read(NATIVE.decode())
    with pytest.raises(InputError, match="newsml-g2 is read from bytes"):
        list(read_all(item().decode()))


@pytest.mark.parametrize("name", [name for name, each in formats().items() if each.text])
def test_text_formats_take_a_str(name: str) -> None:
    text = write(ARTICLE, name).decode()

    assert read(text, format=name) == read(text.encode(), format=name)


def test_a_byte_order_mark_and_white_space_before_the_document_are_no_obstacle() -> None:
    assert sniff(b"\xef\xbb\xbf" + NATIVE) == "native"
    assert sniff(b"\xef\xbb\xbf" + item()) == "newsml-g2"
    assert sniff(b"\n \n" + NATIVE) == "native"
    assert read(b"\xef\xbb\xbf" + item()).id == "tag:x.example,2026:1"
    assert read(b"\n" + NATIVE) == ARTICLE


# formats


def test_the_format_is_recognised_by_content() -> None:
    assert sniff(NATIVE) == "native"
    assert sniff(item()) == "newsml-g2"
    assert sniff(message("a")) == "newsml-g2"
    assert sniff(b'<?xml version="1.0"?><!-- c -->' + item()) == "newsml-g2"


@pytest.mark.parametrize("name", formats())
def test_what_a_format_writes_is_recognised_as_that_format(name: str) -> None:
    assert sniff(write(ARTICLE, name)) == (formats()[name].version_of or name)


@pytest.mark.parametrize("name", formats())
def test_formats_say_what_they_are(name: str) -> None:
    each = format_named(name)

    assert (each.name, each.title != "", each.extension.isalnum()) == (name, True, True)


def test_unknown_formats_are_named_together_with_the_known_ones() -> None:
    for call in (lambda: read(NATIVE, format="nativ"), lambda: write(ARTICLE, "nativ")):
        with pytest.raises(UnknownFormat, match=r"expected one of the formats native, .*, got 'nativ'"):
            call()
    with pytest.raises(UnknownFormat, match="expected a document in one of the formats native, "):
        read(b"<svg><p>x</p></svg>")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "an empty document"),
        (b" \n\t", "an empty document"),
        (b"\x1f\x8b\x08\x00", "bytes of gzip: unpack them first"),
        (b"PK\x03\x04\x14", "a ZIP archive: unpack it first"),
        (b"%PDF-1.4\n", "PDF"),
        (b'<?xml version="1.0"?>\n<!-- a < b -->\n<rss version="2.0"/>', "XML with the root element 'rss'"),
        (b"<!DOCTYPE a:feed [<!ENTITY x 'y'>]><a:feed/>", "XML with the root element 'a:feed'"),
        ('<?xml version="1.0" encoding="UTF-16"?><rss/>'.encode("utf-16"), "XML with the root element 'rss'"),
        (b'{"uri": 7}', "JSON that is none of them: b'{\"uri\": 7}'"),
        (b"\x00\x01\x02", "b'\\x01\\x02'"),
        (b"<!--" * 20_000, "b'" + "<!--" * 10 + "'"),
    ],
)
def test_what_no_format_recognises_is_called_by_what_it_seems_to_be(data: bytes, what: str) -> None:
    with pytest.raises(UnknownFormat) as caught:
        sniff(data)

    assert str(caught.value).partition(", got ")[2] == what


def test_the_wrong_format_is_an_input_error() -> None:
    with pytest.raises(SyntaxFault, match="not well-formed XML"):
        read(NATIVE, format="newsml-g2")
    with pytest.raises(InputError, match="not well-formed JSON"):
        read(item(), format="native")
    with pytest.raises(
        InputError, match="a newsItem, packageItem or newsMessage of NewsML-G2, got 'nitf' at nitf"
    ):
        read(b"<nitf/>", format="newsml-g2")


def test_formats_of_others_come_in_by_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = Format("shout", "Shouting", "txt", lambda start: start.startswith(b"HEY"),
                    lambda data, _: Article(headlines=data.decode()), lambda article, _: str(article.headline).encode(), text=True)  # fmt: skip

    class Entry:
        def load(self) -> Format:
            return theirs

    monkeypatch.setattr("newsmodel.formats.registry.entry_points", lambda group: [Entry()] if group == "newsmodel.formats" else [])  # fmt: skip
    formats.cache_clear()
    try:
        assert list(formats())[-1] == "shout"
        assert read("HEY", format="shout").headlines == (Text("HEY"),)
        assert write(ARTICLE, "shout") == b"Bridge closed"
    finally:
        formats.cache_clear()


# several


def test_several_items_are_refused_and_read_all_reads_them() -> None:
    data = message("a", "b", "c")

    with pytest.raises(SeveralItems, match="expected one article, got 3: read_all reads them all"):
        read(data)
    assert [article.id for article in read_all(data)] == ["a", "b", "c"]
    assert [article.id for article in read_all(io.BytesIO(data), format="newsml-g2")] == ["a", "b", "c"]


def test_a_message_of_one_reads_like_its_item() -> None:
    assert read(message("a")) == read(item("a"))
    assert list(read_all(item("a"))) == [read(item("a"))]


def test_an_empty_message_holds_no_article() -> None:
    assert list(read_all(message())) == []
    with pytest.raises(
        InputError, match="a newsItem or packageItem, or a newsMessage with one, got 'newsMessage'"
    ):
        read(message())


def test_read_all_of_a_format_with_one_article_gives_one() -> None:
    assert list(read_all(NATIVE)) == [ARTICLE]


def test_write_all_needs_a_format_with_room() -> None:
    assert write_all([ARTICLE], "native") == write(ARTICLE, "native")
    for several in ([], [ARTICLE, ARTICLE]):
        with pytest.raises(SeveralItems, match=f"native holds one article a document, got {len(several)}"):
            write_all(several, "native")


def test_write_all_with_room(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = Format("lines", "Lines", "txt", lambda _: False, lambda _, __: ARTICLE, lambda _, __: b"",
                   write_all=lambda articles, _: b"\n".join(str(each.headline).encode() for each in articles))  # fmt: skip
    monkeypatch.setattr("newsmodel.conversion.format_named", lambda _: lines)

    assert write_all([ARTICLE, ARTICLE], "lines") == b"Bridge closed\nBridge closed"


# losses


def test_losses_are_added_to_what_is_handed_in() -> None:
    losses = Losses()
    losses.note(LossKind.UNREAD, value="from before")
    write(ARTICLE, "newsml-g2", losses=losses)

    assert [loss.kind for loss in losses] == [LossKind.UNREAD] + [LossKind.ASSUMED] * 3
    assert losses.paths == {"id", "attributions", "version_created"}


def test_strict_refuses_to_lose() -> None:
    losses = Losses()
    with pytest.raises(LossError, match="3 losses in a strict conversion:\n  ASSUMED ") as caught:
        write(ARTICLE, "newsml-g2", strict=True, losses=losses)

    assert list(caught.value.losses) == losses  # handed over all the same
    assert read(write(ARTICLE, "native", strict=True), strict=True) == ARTICLE


def test_strict_reading_refuses_what_cannot_be_read() -> None:
    data = item().replace(b"<contentMeta>", b"<contentMeta><urgency>high</urgency>")

    with pytest.raises(LossError, match="UNREADABLE contentMeta/urgency"):
        read(data, strict=True)
    with pytest.raises(LossError):
        list(read_all(data, strict=True))
    losses = Losses()
    assert read(data, losses=losses).urgency is None
    assert str(losses[0]).startswith(
        "UNREADABLE contentMeta/urgency/text() (line 4): 'high' (expected an integer, got 'high'"
    )


def test_the_losses_of_several_articles_come_one_after_the_other() -> None:
    data = message("a", "b").replace(b"<contentMeta>", b"<contentMeta><urgency>high</urgency>")
    losses = Losses()

    counts = [len(losses) for _ in read_all(data, losses=losses)]
    assert counts == [1, 2]


# conversions


def test_convert_reads_and_writes() -> None:
    made = convert(NATIVE, "newsml-g2")

    assert made.output == write(ARTICLE, "newsml-g2")
    assert {loss.path for loss in made.losses} == {"id", "attributions", "version_created"}
    assert convert(made.output, "native", format="newsml-g2").losses == []


def test_convert_takes_losses_of_both_halves() -> None:
    data = item().replace(b"<contentMeta>", b"<contentMeta><urgency>high</urgency>")
    made = convert(data, "native")

    assert [loss.kind for loss in made.losses] == [LossKind.UNREADABLE]
    with pytest.raises(LossError):
        convert(data, "native", strict=True)
    with pytest.raises(LossError):
        convert(NATIVE, "newsml-g2", strict=True)


def test_extras_can_be_left_out() -> None:
    data = item(more='<generator versioninfo="1">x</generator>')
    article = read(data)

    assert [extra.place for extra in article.extras] == ["itemMeta/generator"]
    assert b"generator" in write(article, "newsml-g2")
    losses = Losses()
    assert b"generator" not in write(article, "newsml-g2", extras=False, losses=losses)
    assert losses.of(LossKind.UNWRITTEN).paths == {"extras[0]"}
    assert b"generator" not in write(article, "native", extras=False)
    assert b"generator" not in convert(data, "newsml-g2", extras=False).output
    assert b"generator" not in write_all([article], "native", extras=False)


def test_reading_twice_gives_equal_articles_and_the_file_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "item.xml"
    path.write_bytes(item())

    assert read(path) == read(path)
    assert path.read_bytes() == item()


def test_bytes_of_any_kind_are_read() -> None:
    data = b'{"newsmodel": 1, "urgency": 3}'
    assert read(bytearray(data)) == read(memoryview(data)) == read(data)


@pytest.mark.parametrize(
    ("source", "message"), [(None, "NoneType"), (3, "int"), (io.StringIO("x"), "StringIO of str")]
)
def test_what_is_no_source_is_refused(source: Any, message: str) -> None:
    with pytest.raises(TypeError, match=f"expected bytes, a binary file or a pathlib.Path, got {message}"):
        read(source)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_marks_of_encodings_do_not_hide_the_format(encoding: str) -> None:
    assert sniff("Мост закрыт\n\n3 мая 2024 г.\n".encode(encoding)) == "page-text"


def test_read_all_refuses_a_wrong_call_where_it_is_made() -> None:
    with pytest.raises(UnknownFormat):
        read_all(b"x", format="nothing")
