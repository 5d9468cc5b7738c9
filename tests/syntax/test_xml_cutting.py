"""Cutting bytes: the elements are those that libxml2 finds, and nothing between them is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsmodel.syntax.xml_cutting import (
    Cutter,
    alone,
    closed,
    cut,
    first_tag,
    missing,
    open_tags,
    scope_of,
    spans_of,
    without,
)

WHITE = st.sampled_from(["", " ", "\n  ", "\t"])
NOISE = st.sampled_from(
    [
        "<!-- <item> -->",
        "<!-- </item> -->",
        "<![CDATA[</item><item>]]>",
        "<?pi </item> ?>",
        "text",
        "<other a='>' b=\"/>\"/>",
        "<items>x</items>",
        "<itemised/>",
        "&lt;item>",
    ]
)


@st.composite
def elements(draw: st.DrawFn, depth: int = 2) -> str:
    """An item with others, and what looks like one, inside."""
    prefix = draw(st.sampled_from(["", "n:"]))
    inner = NOISE | elements(depth - 1) if depth else NOISE
    inside = "".join(draw(st.lists(WHITE | inner, max_size=3)))
    attributes = draw(st.sampled_from(["", " a='<b/>'".replace("<", "&lt;"), ' a="/>"', "\n a = '>'"]))
    if not inside and draw(st.booleans()):
        return f"<{prefix}item{attributes}/>"
    return f"<{prefix}item{attributes}>{inside}</{prefix}item{draw(WHITE)}>"


documents = st.lists(WHITE | NOISE | elements(), max_size=5).map(
    lambda parts: f"<?xml version='1.0'?><!-- <item/> --><set xmlns:n='urn:n'>{''.join(parts)}</set>".encode()
)


def outermost(root: etree._Element) -> list[etree._Element]:
    return [
        each
        for each in root.iter("item", "{urn:n}item")
        if next(each.iterancestors("item", "{urn:n}item"), None) is None
    ]


def canonical(element: etree._Element | bytes) -> str:
    whole = element if isinstance(element, bytes) else etree.tostring(element, with_tail=False)
    return str(etree.canonicalize(whole.decode()))


@given(documents)
def test_the_elements_are_those_that_the_parser_finds(data: bytes) -> None:
    scope = scope_of({"n": "urn:n"})
    found = [alone(data[start:end], scope) for start, end in cut(data, "item")]

    assert [canonical(each) for each in found] == [
        canonical(each) for each in outermost(etree.fromstring(data))
    ]


@given(documents, st.integers(1, 40))
def test_a_cutter_gives_the_same_chunk_by_chunk(data: bytes, size: int) -> None:
    spans, cutter, pieces = cut(data, "item"), Cutter(("item",)), list[bytes]()
    chunks = [data[at : at + size] for at in range(0, len(data), size)]
    heard = 0
    for chunk in chunks:
        cutter.feed(chunk)
        heard += len(chunk)
        while len(pieces) // 2 < len(spans) and spans[len(pieces) // 2][1] <= heard:
            pieces += cutter.take()

    assert b"".join([*pieces, cutter.rest()]) == data
    assert pieces[1::2] == [data[start:end] for start, end in spans]


def test_a_document_that_begins_anew() -> None:
    cutter = Cutter(("i",))
    cutter.feed(b"<s><i>1</i> <i>2</i> <i>3")
    assert [cutter.take()[1], cutter.take()[1]] == [b"<i>1</i>", b"<i>2</i>"]
    with pytest.raises(ValueError, match="not complete"):
        cutter.take()
    cutter.restart()
    cutter.feed(b"<s><i>1</i> <i>2</i> <i>3</i></s>")

    assert cutter.take() == (b" ", b"<i>3</i>")
    assert cutter.rest() == b"</s>"


def test_pieces_are_closed() -> None:
    piece = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e '<b>'>]><!-- <x> --><a b='>'><c/><n:d>x</n:d><e"
    assert open_tags(piece[:-2]) == [b"<a b='>'>"]
    assert closed(b"<a><b c='1'>") == b"<a><b c='1'></b></a>"
    assert piece[slice(*first_tag(piece))] == b"<a b='>'>"
    with pytest.raises(ValueError, match="no element"):
        first_tag(b"<!-- a -->")


def test_namespaces_come_and_go() -> None:
    scope = scope_of({None: "urn:a", "b": 'urn:"b&', "xml": "x"})
    assert scope == b' xmlns="urn:a" xmlns:b="urn:&quot;b&amp;"'
    element = b'<i\n  xmlns="urn:own" a="1">x</i>'
    whole = alone(element, scope)

    assert whole == b'<i xmlns:b="urn:&quot;b&amp;"\n  xmlns="urn:own" a="1">x</i>'
    assert without(whole, missing(element, scope)) == element


def test_the_time_is_that_of_one_pass() -> None:
    """Many end tags that could be hidden cost no more than looking at each tag twice."""
    hidden = b"<!-- </item> -->" * 20_000
    assert len(cut(b"<s><item>" + hidden + b"</item></s>", "item")) == 1


def test_a_doctype_ends_where_its_subset_does() -> None:
    doctype = b"""<!DOCTYPE a SYSTEM "x>[" [<!ENTITY e "]><item/>"><!-- ' ]> <item> --><?p ]> " ?>] >"""
    data = doctype + b"<a><item/></a>"

    assert [data[slice(*span)] for span in cut(data, "item")] == [b"<item/>"]


def test_what_is_an_item_only_by_its_name_is_told_by_the_tree() -> None:
    data = b"<a xmlns:x='urn:x'><x:item/><item n='1'/><b><item/></b><item n='2'/></a>"
    root = etree.fromstring(data)
    items = list(root.iterchildren("item"))
    spans = spans_of(data, root, items, "item")

    assert spans is not None
    assert [data[slice(*span)] for span in spans] == [b"<item n='1'/>", b"<item n='2'/>"]
    assert spans_of(data.replace(b"<x:item/>", b""), root, items, "item") is None
