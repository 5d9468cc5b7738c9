"""XML whose bytes or names are not what they should be: read as meant, and said."""

from __future__ import annotations

import pytest

from newsmodel import Article, Losses, LossKind, read, write


def nitf(inside: bytes, encoding: str = "") -> bytes:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'.encode() if encoding else b""
    return declared + b"<nitf><body><body.content><p>" + inside + b"</p></body.content></body></nitf>"


def was_read(data: bytes) -> tuple[str, Article, Losses]:
    losses = Losses()
    article = read(data, format="nitf", losses=losses)
    return "\n".join(paragraph.text for paragraph in article.paragraphs), article, losses


@pytest.mark.parametrize(
    ("inside", "text", "repaired"),
    [
        (b"a&#65;&#1;&#66;&#x0B;b", "aAB b", ["&#65;&#1;&#66;&#x0B;"]),
        (b"a&#65;&#66;b &#1; &#67;&#68;", "aABb CD", ["&#1;"]),
        (b"a&#xD83D;&#xDE00;b", "a\U0001f600b", ["&#xD83D;&#xDE00;"]),
        (b"a&#65;&#x42;b", "aABb", []),
    ],
)
def test_references_to_characters(inside: bytes, text: str, repaired: list[str]) -> None:
    found, _, losses = was_read(nitf(inside))

    assert found == text
    assert [loss.value for loss in losses.of(LossKind.REPAIRED)] == repaired


@pytest.mark.parametrize(
    ("inside", "encoding", "text", "is_told"),
    [
        (b"\x93caf\xe9\x94", "iso-8859-1", "“café”", True),
        (b"caf\xe9", "iso-8859-1", "café", False),
        (b"caf\xe9", "us-ascii", "café", True),
        (b"a \x81", "us-ascii", "a \ufffd", True),
        (b"\xa1 abc", "iso-8859-6", "\ufffd abc", True),
        (b"\xd2 abc", "windows-1253", "\ufffd abc", True),
        (b"\x93\x94\x96 x", "", "“”– x", True),
        ("Привет, мир".encode("cp1251") * 300, "", "Привет, мир" * 300, True),
        (b"caf\xe9 " * 3000 + b"x", "", "café " * 3000 + "x", True),
    ],
)
def test_bytes_that_the_encoding_does_not_have(
    inside: bytes, encoding: str, text: str, *, is_told: bool
) -> None:
    found, _, losses = was_read(nitf(inside, encoding))

    assert found == text
    assert [loss.kind for loss in losses] == [LossKind.REPAIRED] * is_told


def test_tags_and_attributes_in_capitals() -> None:
    data = b"""<NITF><HEAD><DOCDATA><URGENCY ED-URG="3"/></DOCDATA></HEAD><BODY><BODY.CONTENT><P>One.</P></BODY.CONTENT>
      </BODY></NITF>"""
    found, article, losses = was_read(data)

    assert (found, article.urgency) == ("One.", 3)
    assert [loss.reason for loss in losses] == ["tags are lower case in NITF"]
    assert write(article, "nitf") == data


def test_an_attribute_in_capitals_beside_the_right_one() -> None:
    data = b"""<NITF><HEAD><DOCDATA><URGENCY ED-URG="3" ed-urg="4"/></DOCDATA></HEAD><BODY/></NITF>"""

    assert was_read(data)[1].urgency == 4
