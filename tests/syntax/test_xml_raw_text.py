from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsmodel.syntax.xml import canonical, path_of, raw_text
from newsmodel.syntax.xml_raw import plain_raw_text


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


@st.composite
def plain_trees(draw: st.DrawFn, depth: int = 2) -> etree._Element:
    name = st.sampled_from(["a", "é"] if depth == 2 and draw(st.booleans()) else ["{urn:x}a", "{urn:x}b"])
    element = etree.Element(draw(name))
    keys = st.sampled_from(["z", "b", "é", "\U00010348", LANG, SPACE])
    for key in draw(st.lists(keys, max_size=4, unique=True)):
        element.set(key, draw(st.text("a<>&\"' \t\n\ré", max_size=4)))
    element.text = draw(st.none() | st.text("x<>&\"' \t\n\r\u2028\U00010348", max_size=4))
    for _ in range(draw(st.integers(0, 2)) if depth else 0):
        element.append(draw(plain_trees(depth - 1)))
        element[-1].tail = draw(st.none() | st.text("t >\r", max_size=2))
    return element


LANG, SPACE = (f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("lang", "space"))


@given(element=trees() | plain_trees())
def test_the_quick_way_writes_what_libxml2_writes(element: etree._Element) -> None:
    assert raw_text(element) == canonical(element)


@pytest.mark.parametrize(
    "namespace", ["relative", "a/b", "urn", "http", "http://www.w3.org/XML/1998/namespace"]
)
def test_the_quick_way_leaves_odd_namespaces_to_libxml2(namespace: str) -> None:
    element = (
        etree.fromstring(f'<a xmlns="{namespace}">x</a>')
        if "XML" not in namespace
        else etree.Element(f"{{{namespace}}}a")
    )

    assert plain_raw_text(element) is None
    assert plain_raw_text(etree.fromstring('<a xmlns="urn:x"><b/></a>')) == raw_text(
        etree.fromstring('<a xmlns="urn:x"><b/></a>')
    )


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
