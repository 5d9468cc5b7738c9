from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsmodel.syntax.xml import path_of, raw_text


@pytest.mark.parametrize(
    ("markup", "raw"),
    [
        ("<a>x<b/>y</a>", "<a>x<b></b>y</a>"),
        ("<a z='1' b='2'/>", '<a b="2" z="1"></a>'),
        ('<p:a xmlns:p="urn:p"><p:b/></p:a>', '<a xmlns="urn:p"><b></b></a>'),
        ('<p:a xmlns:p="urn:p"><b/></p:a>', '<ns0:a xmlns:ns0="urn:p"><b></b></ns0:a>'),
        ('<p:a xmlns:p="urn:p" p:x="1"/>', '<ns0:a xmlns:ns0="urn:p" ns0:x="1"></ns0:a>'),
        ('<a xmlns="urn:a" xmlns:q="urn:q" q:x="1"><q:b/></a>', '<a xmlns="urn:a" xmlns:ns0="urn:q" ns0:x="1"><ns0:b></ns0:b></a>'),
        ('<a xml:lang="en" xmlns:unused="urn:u">x</a>', '<a xml:lang="en">x</a>'),
        ("<a><!-- c -->x<?pi d?>y</a>", "<a><!-- c -->x<?pi d?>y</a>"),
        ('<a xmlns="relative">x</a>', '<a xmlns="relative">x</a>'),
        ("<a>&lt;&amp;\u00a0é</a>", "<a>&lt;&amp;\u00a0é</a>"),
    ],
)  # fmt: skip
def test_markup_has_one_form(markup: str, raw: str) -> None:
    element = etree.fromstring(markup)

    assert raw_text(element) == raw
    assert raw_text(etree.fromstring(raw)) == raw


def test_the_surroundings_do_not_matter() -> None:
    alone = etree.fromstring('<q:x xmlns:q="urn:q"><q:y/></q:x>')
    inside = etree.fromstring(
        '<a xmlns="urn:a" xmlns:other="urn:q" xml:lang="en"> <other:x><other:y/></other:x> tail</a>'
    )[0]

    assert raw_text(alone) == raw_text(inside)


@st.composite
def trees(draw: st.DrawFn, depth: int = 2) -> etree._Element:
    name = st.sampled_from(["a", "{urn:x}a", "{urn:y}b", "{http://www.w3.org/1999/xhtml}p"])
    element = etree.Element(draw(name))
    for key in draw(st.lists(name, max_size=2)):
        element.set(key, draw(st.text('a<&" \t\n', max_size=3)))
    element.text = draw(st.none() | st.text("x<& \n", max_size=3))
    for _ in range(draw(st.integers(0, 2)) if depth else 0):
        element.append(draw(trees(depth - 1)))
        element[-1].tail = draw(st.none() | st.text("t ", max_size=2))
    return element


@given(element=trees())
def test_raw_text_says_all_and_says_it_the_same_way_again(element: etree._Element) -> None:
    raw = raw_text(element)
    again = etree.fromstring(raw)

    assert raw_text(again) == raw
    assert [each.tag for each in again.iter()] == [each.tag for each in element.iter()]
    assert [dict(each.attrib) for each in again.iter()] == [dict(each.attrib) for each in element.iter()]
    assert "".join(again.itertext()) == "".join(element.itertext())


def test_paths_number_what_is_not_the_only_one() -> None:
    root = etree.fromstring('<a xmlns="urn:a"><b/><c/><b><d/></b></a>')

    assert path_of(root) == "a"
    assert path_of(root[2][0]) == "a/b[2]/d"
