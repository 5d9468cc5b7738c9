"""Long messages are checked item by item, with the same outcome as short ones, in bounded memory."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from lxml import etree

from newsmodel import Problem, Schemas, SyntaxFault, check_document
from newsmodel.codec.context import Context
from newsmodel.formats.newsml_g2_pieces import pieces
from newsmodel.syntax import xml_length, xml_limits, xml_stream

NAR = "http://iptc.org/std/nar/2006-10-01/"
XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"'
MESSAGE = f"""<?xml version="1.0"?>
<n:newsMessage xmlns:n="{NAR}" xmlns:o="urn:o" o:by="x">
 <n:header>
  <n:sent>soon</n:sent>
  <n:transmitId/>
 </n:header>
 <n:itemSet o:a="1">
  <n:newsItem version="0"><n:itemMeta/>
   <n:itemMeta/>
   <n:inlineRef idrefs="here nowhere"/><n:p id="here"/></n:newsItem>
  <n:newsItem standardversion="2.35" version="1"/>
  <n:conceptItem/>
  <n:newsItem
     version="no">
    <o:p/></n:newsItem>
 </n:itemSet>
 <n:itemSet>
  <n:packageItem version="-1"/>
 </n:itemSet>
</n:newsMessage>
""".encode()
ITEM = (
    '<xs:element name="{}"><xs:complexType><xs:sequence>{}</xs:sequence><xs:attribute name="version" type="xs:integer"/>'
    '<xs:attribute name="standardversion"/></xs:complexType></xs:element>'
)
SCHEMA = (
    f'<xs:schema {XS} xmlns="{NAR}" targetNamespace="{NAR}" version="2.35">'
    + ITEM.format("newsItem", '<xs:element name="itemMeta" minOccurs="0"/>')
    + ITEM.format("packageItem", "")
    + '<xs:element name="newsMessage"><xs:complexType><xs:sequence><xs:element name="header"><xs:complexType><xs:sequence>'
    '<xs:element name="sent" type="xs:dateTime"/></xs:sequence></xs:complexType></xs:element>'
    '<xs:element name="itemSet" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:any processContents="lax" '
    'maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>'
)


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_length, "STREAMED", 0)


def facts(problems: list[Problem]) -> list[tuple[str, str, str, int | None]]:
    return sorted((each.code, each.path, each.message, each.line) for each in problems)


def test_long_messages_have_the_problems_of_short_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    short = facts(check_document(MESSAGE))
    monkeypatch.setattr(xml_length, "STREAMED", 0)

    assert facts(check_document(MESSAGE)) == short
    assert {(code, path, line) for code, path, _, line in short} == {
        ("bad-date", "newsMessage/header/sent", 4),
        ("dangling-reference", "newsMessage/itemSet/newsItem/inlineRef/@idrefs", 10),
        ("bad-version", "newsMessage/itemSet/newsItem/@version", 8),
        ("bad-version", "newsMessage/itemSet/newsItem[3]/@version", 14),
        ("bad-version", "newsMessage/itemSet[2]/packageItem/@version", 18),
    }


def test_long_messages_are_validated_as_short_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "g2.xsd").write_text(SCHEMA)
    message = MESSAGE.replace(b"<n:conceptItem/>", b"")  # of which this schema knows nothing
    short = facts(Schemas(tmp_path).check(message))
    monkeypatch.setattr(xml_length, "STREAMED", 0)

    assert facts(Schemas(tmp_path).check(message)) == short
    assert {(path, line) for _, path, _, line in short} == {
        ("newsMessage", 2),
        ("newsMessage/header/sent", 4),
        ("newsMessage/header/transmitId", 5),
        ("newsMessage/itemSet", 7),
        ("newsMessage/itemSet/newsItem/itemMeta[2]", 9),
        ("newsMessage/itemSet/newsItem[3]", 14),
        ("newsMessage/itemSet/newsItem[3]/p", 15),
    }


@pytest.mark.usefixtures("long")
def test_each_item_of_a_long_message_is_judged_by_the_schema_of_its_version(tmp_path: Path) -> None:
    (tmp_path / "g2.xsd").write_text(SCHEMA)
    older = SCHEMA.replace("2.35", "2.9").replace("itemMeta", "oldMeta")
    (tmp_path / "g1.xsd").write_text(older)
    items = "".join(
        f'<newsItem standardversion="{version}"><{name}/></newsItem>'
        for version, name in [
            ("2.9", "oldMeta"),
            ("2.9", "itemMeta"),
            ("2.35", "oldMeta"),
            ("2.35", "itemMeta"),
        ]
    )
    message = f'<newsMessage xmlns="{NAR}"><header><sent>2024-05-14T10:00:00Z</sent></header><itemSet>{items}</itemSet></newsMessage>'

    found = Schemas(tmp_path).check(message.encode())

    assert [problem.path for problem in found] == [
        "newsMessage/itemSet/newsItem[2]/itemMeta",
        "newsMessage/itemSet/newsItem[3]/oldMeta",
    ]


@pytest.mark.usefixtures("long")
@pytest.mark.parametrize("broken", [MESSAGE[:-20], MESSAGE.replace(b"</n:header>", b"</n:head>")])
def test_a_long_message_that_is_broken_is_a_syntax_fault(broken: bytes) -> None:
    with pytest.raises(SyntaxFault):
        check_document(broken)


@pytest.mark.usefixtures("long")
@pytest.mark.parametrize(
    "document", [f'<newsItem xmlns="{NAR}"/>'.encode(), b"<nitf><p/></nitf>", b"<NewsML/>"]
)
def test_what_is_no_message_is_one_piece(document: bytes) -> None:
    (piece,) = pieces(document, Context("xml"))

    assert etree.QName(piece.root).localname == piece.place


def test_a_message_with_more_than_fits_a_tree_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (xml_length, xml_limits):
        monkeypatch.setattr(module, "MAX_MARKS", 2_000)
    monkeypatch.setattr(xml_stream, "_CHUNK", 1000)

    (problem,) = check_document(with_items(100, 30, wrong=70))

    assert (problem.code, problem.path) == ("bad-version", "newsMessage/itemSet/newsItem[70]/@version")
    with pytest.raises(SyntaxFault, match="at most 2,000 tags"):
        check_document(with_items(2, 3_000))


@pytest.mark.usefixtures("long")
def test_the_memory_that_a_check_takes_does_not_grow_with_the_message(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xml_stream, "_CHUNK", 1000)

    few, many = (peak(with_items(count, 20)) for count in (20, 400))

    assert many < few * 2


def with_items(count: int, children: int, wrong: int = 0) -> bytes:
    inside = "<p/>" * children
    items = (
        f'<newsItem version="{int(number != wrong)}">{inside}</newsItem>' for number in range(1, count + 1)
    )
    return f'<newsMessage xmlns="{NAR}"><header/><itemSet>{"".join(items)}</itemSet></newsMessage>'.encode()


def peak(message: bytes) -> int:
    check_document(message)
    tracemalloc.start()
    try:
        check_document(message)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
