"""Long XML documents, element by element."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, TypeAlias, cast

import pytest
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import SyntaxFault
from newsmodel.losses import LossKind
from newsmodel.syntax import xml_limits
from newsmodel.syntax.xml import parse_xml, path_of, tag_of
from newsmodel.syntax.xml_stream import Part, iter_elements

NS = "urn:x"
ITEM, SET, MESSAGE = (f"{{{NS}}}{name}" for name in ("item", "set", "message"))


def message(items: int, text: str = "text") -> bytes:
    """A message with a header, and sets of ten items; all in lines of their own."""
    sets = "".join(
        f'<set n="{first}">\n'
        + "".join(
            f'<item n="{n}"><t a="b">{text} {n}</t><t/></item>\n'
            for n in range(first, min(first + 10, items))
        )
        + "</set>\n"
        for first in range(0, items, 10)
    )
    return f'<message xmlns="{NS}" n="m">\n<header><sent/></header>\n{sets}</message>'.encode()


class Pipe(io.RawIOBase):
    """A file that gives a few bytes at a time and cannot be read again."""

    def __init__(self, data: bytes, most: int = 997) -> None:
        self.data, self.most = data, most

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        size = len(self.data) if size < 0 else min(size, self.most)
        given, self.data = self.data[:size], self.data[size:]
        return given


def piped(data: bytes, most: int = 997) -> BinaryIO:
    """A pipe, as the type of files that readers take."""
    return cast("BinaryIO", Pipe(data, most))


Make: TypeAlias = Callable[[bytes], Any]
"""Makes a source of bytes."""
SOURCES: dict[str, Make] = {"bytes": bytes, "a file": io.BytesIO, "a pipe": Pipe}


@pytest.fixture(params=SOURCES)
def source(request: pytest.FixtureRequest) -> Make:
    return SOURCES[request.param]


def as_text(element: etree._Element) -> str:
    return etree.tostring(element, with_tail=False, encoding="unicode")


@pytest.mark.parametrize("count", [0, 1, 9, 10, 25, 2_000])
def test_it_gives_what_a_tree_holds(source: Make, count: int) -> None:
    data = message(count)
    tree = parse_xml(data)

    given = [
        (as_text(part.element), part.place, part.element.sourceline)
        for part in iter_elements(source(data), ITEM)
    ]
    assert given == [(as_text(item), path_of(item), item.sourceline) for item in tree.iter(ITEM)]
    assert len(given) == count


def test_it_gives_what_stands_inside(source: Make) -> None:
    data = message(15).replace(b"<set n", b"<other/><!-- x -->text<set n")
    tree = parse_xml(data)
    expected = [
        path_of(element)
        for element in tree.iter(etree.Element)
        if (parent := element.getparent()) is not None
        and tag_of(parent) in (MESSAGE, SET)
        and tag_of(element) != SET
    ]

    assert [part.place for part in iter_elements(source(data), inside={MESSAGE, SET})] == expected
    assert expected[:4] == ["message/header", "message/other", "message/set/item", "message/set/item[2]"]


def test_a_root_of_another_tag_is_given_itself() -> None:
    for data in (b"<a><b/></a>", f'<item xmlns="{NS}"><item/></item>'.encode()):
        part = next(iter_elements(data, ITEM, inside={MESSAGE}))
        assert part.place in ("a", "item")
        assert as_text(part.element) == as_text(parse_xml(data))
    assert list(iter_elements(b"<a><b/></a>", ITEM)) == []


def test_the_elements_around_have_their_attributes() -> None:
    for part in iter_elements(message(35), ITEM):
        outer, root = part.element.iterancestors()
        number = int(part.element.get("n", ""))
        assert (outer.get("n"), root.get("n")) == (str(number // 10 * 10), "m")
        assert part.element.nsmap == {None: NS}


def test_elements_inside_others_of_their_tag_are_not_given_twice() -> None:
    data = b"<a><i n='1'><i n='2'/></i><b><i n='3'/></b></a>"

    assert [part.element.get("n") for part in iter_elements(data, "i")] == ["1", "3"]


def alive(parts: Iterator[Part]) -> int:
    """How many elements of a tree there are at most while it is read."""
    return max(
        sum(1 for _ in part.element.getroottree().getroot().iter())
        for number, part in enumerate(parts)
        if number % 97 == 0
    )


@pytest.mark.parametrize("more", [{"inside": {MESSAGE, SET}}, {}])
def test_few_elements_are_alive_at_one_time(source: Make, more: dict[str, Any]) -> None:
    tags = () if more else (ITEM,)
    data = message(10_000)
    chunk = data[:70_000].count(b"<")  # what the parser is ahead by

    assert alive(iter_elements(source(data), *tags, **more)) < chunk + 100
    filled = message(10_000).replace(b"<set", b"<!-- x --><?x?><other><b/></other>text<set")
    assert alive(iter_elements(source(filled), *tags, **more)) < chunk + 100


def test_an_element_is_emptied_when_the_next_one_is_asked_for() -> None:
    parts = iter_elements(message(3), ITEM)
    first, second = next(parts), next(parts)

    assert (len(first.element), len(first.element.attrib), len(second.element)) == (0, 0, 2)


def test_text_beside_what_is_given_stays_right() -> None:
    """Elements are taken away while the parser still writes: every cut of the document into chunks must do."""
    random.seed(1)
    data = b"<a>t0<i n='1'>x</i>t1<!-- c -->t2<b>y</b>t3<i n='2'>z<j/>zz</i>t4</a>" + b"\n" * 10
    for most in range(1, len(data)):
        given = [as_text(part.element) for part in iter_elements(piped(data, most), "i")]
        assert given == ['<i n="1">x</i>', '<i n="2">z<j/>zz</i>']


# what is wrong


def test_what_was_complete_before_an_error_is_given(source: Make) -> None:
    data = message(50).replace(b'<item n="43">', b"<wrong>")
    given: list[str | None] = []

    def read() -> None:
        given.extend(part.element.get("n") for part in iter_elements(source(data), ITEM))

    with pytest.raises(SyntaxFault, match="Opening and ending tag mismatch") as caught:
        read()
    assert given == [str(n) for n in range(43)]
    assert caught.value.line == data[: data.index(b"<wrong>")].count(b"\n") + 1


def test_a_document_that_ends_early_is_an_error(source: Make) -> None:
    for end in (0, 1, 20, 200, -1):
        with pytest.raises(SyntaxFault):
            list(iter_elements(source(message(50)[:end]), ITEM))


@pytest.mark.parametrize(
    ("dirt", "mended"),
    [
        (b"\x08", b""),
        (b"&eacute;", "é".encode()),
        (b" & ", b" &amp; "),
        (b"&#0;", b""),
        (b"caf\xe9", "café".encode()),
    ],
)
@pytest.mark.parametrize("kind", ["bytes", "a file"])
def test_dirt_late_in_a_message_is_mended_and_noted(kind: str, dirt: bytes, mended: bytes) -> None:
    clean = message(5_000)
    at = clean.index(b"text 4321")
    data, expected = (clean[:at] + said + clean[at:] for said in (dirt, mended))
    context = Context("x")

    given = [as_text(part.element) for part in iter_elements(SOURCES[kind](data), ITEM, context=context)]
    assert given == [as_text(item) for item in parse_xml(expected).iter(ITEM)]
    [loss] = context.losses
    assert loss.kind is LossKind.REPAIRED
    assert loss.line == clean[:at].count(bytes([10])) + 1


def test_without_a_context_dirt_is_an_error() -> None:
    with pytest.raises(SyntaxFault, match="ampersand"):
        list(iter_elements(b"<a>AT&T</a>", "a"))


def test_a_pipe_that_is_dirty_is_an_error() -> None:
    with pytest.raises(SyntaxFault):
        list(iter_elements(piped(message(50).replace(b"text 43", b"\x08")), ITEM, context=Context("x")))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32", "windows-1251"])
def test_encodings(source: Make, encoding: str) -> None:
    declared = "" if encoding.startswith("utf") else f'<?xml version="1.0" encoding="{encoding}"?>'
    data = (declared + message(3_000, "Привет").decode()).encode(encoding)

    given = [as_text(part.element) for part in iter_elements(source(data), ITEM)]
    assert given == [as_text(item) for item in parse_xml(message(3_000, "Привет")).iter(ITEM)]


# what is hostile


def test_entities(source: Make) -> None:
    before = b'<!DOCTYPE a SYSTEM "x.dtd" [<!ENTITY who "Jo"><!ENTITY out SYSTEM "file:///x">]>'

    part = next(iter_elements(source(before + b"<a><i>&who;</i></a>"), "i"))
    assert part.element.text == "Jo"
    for wrong in (b"<a><i>&out;</i></a>", b"<a><i t='&out;'/></a>", b"<a><i>&other;</i></a>"):
        with pytest.raises(SyntaxFault, match="never read"):
            list(iter_elements(source(before + wrong), "i", context=Context("x")))


def test_bombs(source: Make) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
    for data in (
        f'<!DOCTYPE a [<!ENTITY e0 "lol">{entities}]><a><i>&e29;</i></a>'.encode(),
        b'<!DOCTYPE a [<!ENTITY e "' + b"x" * 50_000 + b'">]><a>' + b"<i>&e;</i>" * 50_000 + b"</a>",
    ):
        with pytest.raises(SyntaxFault):
            list(iter_elements(source(data), "i", context=Context("x")))


TOO_MUCH = {
    "attributes": b"<a><i><b " + b" ".join(b"a%d='x'" % n for n in range(300)) + b"/></i></a>",
    "attributes around": b"<a " + b" ".join(b"a%d='x'" % n for n in range(300)) + b"><i/></a>",
    "deep": b"<a><i>" + b"<b>" * 300 + b"</b>" * 300 + b"</i></a>",
    "deep around": b"<a>" * 300 + b"<i/>" + b"</a>" * 300,
    "names": b"<a><i><" + b"b" * 2_000 + b"/></i></a>",
    "namespaces": b"<a><i " + b" ".join(b"xmlns:a%d='urn:a'" % n for n in range(1_100)) + b"/></a>",
    "a long namespace": b"<a>" + b" " * 65_000 + b"<i xmlns='" + b"b" * 3_000 + b"'/></a>",
}


@pytest.mark.parametrize("data", TOO_MUCH.values(), ids=TOO_MUCH)
@pytest.mark.parametrize("kind", ["bytes", "a file"])
def test_what_is_too_much_is_refused(kind: str, data: bytes) -> None:
    with pytest.raises(SyntaxFault):
        list(iter_elements(SOURCES[kind](data), "i", context=Context("x")))


def test_what_is_in_memory_at_one_time_is_bounded(monkeypatch: pytest.MonkeyPatch, source: Make) -> None:
    monkeypatch.setattr(xml_limits, "MAX_MARKS", 20_000)

    assert sum(1 for _ in iter_elements(source(message(10_000)), ITEM)) == 10_000
    assert sum(1 for _ in iter_elements(source(message(10_000)), f"{{{NS}}}header")) == 1
    for inner in (b"<b/>", b"<!---->", b"<?x?>"):
        for data in (b"<a><i>" + inner * 30_000 + b"</i></a>", b"<a>" + inner * 30_000 + b"<i/></a>"):
            if inner == b"<b/>" and data.startswith(b"<a><b"):
                continue  # each is let go by itself
            with pytest.raises(SyntaxFault, match="20,000|1,000,000"):
                list(iter_elements(source(data), "i"))
