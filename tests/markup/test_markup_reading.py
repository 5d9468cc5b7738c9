"""Body markup as it is read: blocks, marks, what is kept, and the account of everything else."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import ModelError
from newsmodel.losses import Loss, LossKind
from newsmodel.markup import reading
from newsmodel.markup.nitf import NITF
from newsmodel.markup.reading import BodyReader
from newsmodel.markup.xhtml import XHTML, XHTML_NS
from newsmodel.model import (
    Block,
    BlockQuote,
    Direction,
    Figure,
    ItemList,
    Mark,
    MarkKind,
    Media,
    Paragraph,
    Raw,
    Rendition,
    Section,
    Span,
    Table,
    Text,
)
from newsmodel.syntax.xml import Paths, path_of

UNREAD, REPAIRED = LossKind.UNREAD, LossKind.REPAIRED
PICTURE = Media(renditions=[Rendition("a.jpg")], id="m1", captions=["Cap"])


def read_markup(
    markup: str, *, headline: str = "Head", language: str | None = "en"
) -> tuple[tuple[Section, ...], Context]:
    """Read a whole XHTML or NITF document."""
    body = etree.fromstring(markup)
    dialect = NITF if etree.QName(body).localname == "nitf" else XHTML
    context = Context("test", media={"m1": PICTURE}, anchors={"#p1": "p1"})
    return BodyReader(dialect, context, headline, language).sections(body), context


def read_inner(inner: str, root: str = "") -> tuple[list[Block], Context]:
    """Read what stands in an XHTML body, and return the blocks of all sections."""
    sections, context = read_markup(f'<html xmlns="{XHTML_NS}" {root}><body>{inner}</body></html>')
    return [block for section in sections for block in section.blocks], context


def texts(blocks: list[Block]) -> list[str]:
    return [block.text if isinstance(block, Paragraph) else type(block).__name__ for block in blocks]


def said(context: Context) -> list[tuple[LossKind, str, object]]:
    """The losses: kind, the end of the place, value."""
    return [
        (loss.kind, loss.where.partition("/body/")[2] or loss.where, loss.value) for loss in context.losses
    ]


def raw(markup: str) -> Raw:
    """Markup in its one form."""
    name, _, rest = markup[1:].partition(">")
    tag, _, attributes = name.partition(" ")
    return Raw("xhtml", f'<{tag} xmlns="{XHTML_NS}"{" " * bool(attributes)}{attributes}>{rest}')


# identifiers


def test_an_identifier_of_text_is_an_anchor() -> None:
    _, context = read_inner('<p>one</p><p>a <i id="q">said</i> it</p>')

    assert context.anchors["q"] == Span(1, 2, 6)
    assert context.losses == []


@pytest.mark.parametrize(
    ("inner", "where"),
    [
        ('<p>ab<a id="top"></a>c</p>', "p/a/@id"),
        ('<p>ab <i id="top"> </i>c</p>', "p/i/@id"),
        ('<p> <i id="top">\u00a0</i></p>', "p/i/@id"),
        ('<h2 id="top">x</h2>', "h2/@id"),
        ('<h2>x<i id="top">y</i></h2>', "h2/i/@id"),
        ('<table><caption><b id="top">x</b></caption><tr><td>y</td></tr></table>', "table/caption/b/@id"),
    ],
)
def test_an_identifier_that_marks_no_text_of_a_paragraph_is_noted(inner: str, where: str) -> None:
    _, context = read_inner(inner)

    assert (UNREAD, where, "top") in said(context)
    assert "top" not in context.anchors


def test_of_two_equal_identifiers_the_first_is_the_anchor() -> None:
    _, context = read_inner('<p><i id="a">x</i><b id="a">y</b></p>')

    assert context.anchors["a"] == Span(0, 0, 1)
    assert said(context) == [(UNREAD, "p/b/@id", "a")]


# running text


def test_preformatted_text_keeps_its_lines_and_the_places_of_its_marks() -> None:
    blocks, _ = read_inner("<pre>a\t\tb <em>c</em>\n\td&#13;e <b>f</b></pre>")

    assert blocks == [
        Paragraph("a b c\nd e f", [Mark(MarkKind.EMPHASIS, 4, 5), Mark(MarkKind.STRONG, 10, 11)])
    ]


def test_white_space_of_the_source_is_a_space_elsewhere() -> None:
    blocks, _ = read_inner("<p>a\n\tb <em>c</em><br/>\n d</p>")

    assert blocks == [Paragraph("a b c\nd", [Mark(MarkKind.EMPHASIS, 4, 5)])]


@pytest.mark.parametrize(
    ("inner", "marks", "losses"),
    [
        ('<a href="1">x<a href="2">y</a>z</a>', ["1", "2", "1"], []),
        ('<a href="1"><a href="2">xyz</a></a>', ["2"], [(UNREAD, "p/a/@href", "1")]),
        ('xy<a href="1"></a>z', [], [(UNREAD, "p/a/@href", "1")]),
        ('<a href="a:%">xyz</a>', [], [(UNREAD, "p/a/@href", "a:%")]),
        ('<a href="1" class="c">xyz</a>', ["1"], [(UNREAD, "p/a/@class", "c")]),
        ('<a href="0"><a href="1">x</a><a href="2">y</a>z</a>', ["1", "2", "0"], []),
    ],
)
def test_links(inner: str, marks: list[str], losses: list[object]) -> None:
    (paragraph,), context = read_inner(f"<p>{inner}</p>")

    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "xyz"
    assert [mark.href for mark in paragraph.marks] == marks
    assert said(context) == losses


@pytest.mark.parametrize(
    "inner",
    [
        "<em>" * 200 + "x" + "</em>" * 200,
        "<zz>" * 200 + "x" + "</zz>" * 200,
        "<div>" * 200 + "x" + "</div>" * 200,
    ],
)
def test_markup_nested_without_end_keeps_its_text(inner: str) -> None:
    blocks, context = read_inner(inner)

    assert texts(blocks) == ["x"]
    assert any("nested deeper" in loss.reason for loss in context.losses)


# blocks


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<dl><dt>Term</dt><dd>Definition</dd></dl>", ["Term", "Definition"]),
        ("<p>one<hr/>two</p>", ["one", "Raw", "two"]),
        ("<p>a<video src='v'/>b</p>", ["a", "Raw", "b"]),
        ("<figure><figcaption>One</figcaption><small>Two</small></figure>", ["One", "Two"]),
        (
            "<figure><img src='a'/><figcaption><p>Of the picture</p></figcaption></figure><p>a</p>",
            ["Raw", "a"],
        ),
        ("<figure><img src='a'/><blockquote>Said</blockquote></figure>", ["Raw", "BlockQuote"]),
        ("<figure><img src='a.jpg' longdesc='#m1'/></figure>", ["Figure"]),
        ("<details><summary>a</summary>b</details>", ["a", "b"]),
        ("<form><fieldset><legend>a</legend>b</fieldset></form>", ["a", "b"]),
        ("<center>a</center><noscript>b</noscript><address>c</address>", ["a", "b", "c"]),
        ("<span><p>a</p><p>b</p></span>", ["a", "b"]),
        ("<p>a<script>x</script>b</p>", ["ab"]),
        ("<p>a<unknown>b</unknown>c</p>", ["abc"]),
        ("<unknown>a<p>b</p></unknown>", ["Raw"]),
        ("<dir><li>a</li></dir>", ["ItemList"]),
        ("text <i>stands</i> alone<p>a</p>tail", ["text stands alone", "a", "tail"]),
    ],
)
def test_blocks_begin_a_line_of_their_own(inner: str, expected: list[str]) -> None:
    assert texts(read_inner(inner)[0]) == expected


def test_nitf_blocks_begin_a_line_of_their_own() -> None:
    sections, _ = read_markup(
        "<nitf><body><body.head><hedline><hl1>Head</hl1></hedline><dateline>Paris</dateline>"
        "<abstract>a</abstract></body.head><body.content><p>b</p><note>c</note><media><x>d</x></media>"
        "<dl><dt>e</dt><dd>f</dd></dl></body.content><body.end><tagline>g</tagline></body.end></body></nitf>"
    )

    assert texts(list(sections[0].blocks)) == ["Paris", "a", "b", "c", "Raw", "e", "f", "g"]


def test_pieces_of_a_paragraph_have_its_language() -> None:
    blocks, context = read_inner('<p xml:lang="fr" dir="ltr">un<hr/>deux</p>')

    assert [getattr(block, "language", "") for block in blocks] == ["fr", "", "fr"]
    assert context.losses == []


def test_words_of_blocks_in_a_heading_stay_apart() -> None:
    sections, context = read_markup(f'<html xmlns="{XHTML_NS}"><body><h2><p>a</p><p>b</p></h2></body></html>')

    assert sections == (Section("a b"),)
    assert {loss.reason for loss in context.losses} == {"a block in running text; its text is kept"}


def test_a_block_that_the_model_refuses_is_kept_raw_and_the_rest_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Refusing(Paragraph):
        def __attrs_post_init__(self) -> None:
            if self.text == "bad":
                raise ModelError("Paragraph.text", "good text", self.text)

    monkeypatch.setattr(reading, "Paragraph", Refusing)
    blocks, context = read_inner(
        '<p>one</p><blockquote><p class="c"><i id="q">bad</i></p></blockquote><p><i id="q">two</i></p>'
    )

    assert texts(blocks[::2]) == ["one", "two"]
    assert blocks[1] == BlockQuote([raw('<p class="c"><i id="q">bad</i></p>')])
    assert context.paragraphs == ["one", "two"]
    assert context.anchors["q"] == Span(1, 0, 3)
    assert context.losses == []


@pytest.mark.parametrize("inner", ["<ul>text</ul>", "<table><caption>Lonely</caption></table>"])
def test_a_list_without_items_and_a_table_without_rows_are_kept_raw(inner: str) -> None:
    blocks, context = read_inner(inner)

    assert blocks == [raw(inner)]
    assert context.losses == []


def test_an_empty_list_says_nothing() -> None:
    assert read_inner("<ul><li/></ul><ol/><table/>")[0] == []


# tables


def test_what_a_caption_has_no_room_for_is_noted() -> None:
    blocks, context = read_inner(
        '<table><caption>a <em>b</em> <a href="u" xml:lang="fr">c</a><img src="x"/></caption>'
        "<caption>second</caption><tr><td>x</td></tr></table>"
    )

    assert blocks[0] == raw('<img src="x"></img>')
    assert isinstance(blocks[1], Table)
    assert blocks[1].caption == "a b c"
    assert {(where, value) for _, where, value in said(context)} >= {
        ("table/caption", "b"),
        ("table/caption/a/@href", "u"),
        ("table/caption/a/@lang", "fr"),
        ("table/caption/img", "img"),
        ("table/caption[2]", f'<caption xmlns="{XHTML_NS}">second</caption>'),
    }


@pytest.mark.parametrize(
    ("said_there", "read", "noted"),
    [
        ("3", 3, False),
        ("1", 1, False),
        (" 2 ", 2, False),
        ("abc", 1, True),
        ("0", 1, True),
        ("2000", 1000, True),
        ("-1", 1, True),
        ("²", 1, True),
    ],
)
def test_how_much_a_cell_covers(said_there: str, read: int, *, noted: bool) -> None:
    (table,), context = read_inner(f'<table><tr><td colspan="{said_there}">x</td></tr></table>')

    assert isinstance(table, Table)
    assert table.rows[0].cells[0].columns == read
    assert bool(context.losses) is noted


# images


def test_an_image_of_the_article_is_a_figure() -> None:
    blocks, context = read_inner('<p><img src="a.jpg" alt="Cap" longdesc="#m1"/></p>')

    assert (blocks, context.losses) == ([Figure("m1")], [])


def test_what_an_image_says_otherwise_is_noted() -> None:
    blocks, context = read_inner('<img src="b.jpg" alt="Other" longdesc="#m1" width="5"/>')

    assert blocks == [Figure("m1")]
    assert said(context) == [
        (UNREAD, "img/@src", "b.jpg"),
        (UNREAD, "img/@alt", "Other"),
        (UNREAD, "img/@width", "5"),
    ]


def test_a_person_is_no_figure() -> None:
    assert read_inner('<p><img longdesc="#p1"/></p>')[0] == [raw('<img longdesc="#p1"></img>')]


def test_an_image_in_running_text_is_moved_and_that_is_said() -> None:
    blocks, context = read_inner('<p>one <a href="u"><img src="i"/></a> two</p>')

    assert blocks == [raw('<img src="i"></img>'), Paragraph("one two")]
    assert said(context) == [(REPAIRED, "p/a/img", "img"), (UNREAD, "p/a/@href", "u")]


# the document around the blocks


def test_an_unknown_namespace_is_read_by_its_local_names() -> None:
    sections, context = read_markup(
        '<html xmlns="http://www.w3.org/TR/xhtml1"><body><p>a</p><p>b</p><aside>c</aside></body></html>'
    )

    assert sections == (Section(blocks=[Paragraph("a"), Paragraph("b"), raw("<aside>c</aside>")]),)
    assert context.losses == [
        Loss(REPAIRED, "", "http://www.w3.org/TR/xhtml1", "html", f"read as {XHTML_NS}", 1)
    ]


@pytest.mark.parametrize(
    ("root", "language", "lost"),
    [
        ('xml:lang="en" lang="EN"', "en", set()),
        ('dir="ltr"', "en", set()),
        ('dir="rtl"', "ar", set()),
        ('dir="rtl"', "en", {"rtl"}),
        ('dir="sideways"', "en", {"sideways"}),
        ('xml:lang="fr"', "en", {"fr"}),
        ('xml:lang="fr"', None, {"fr"}),
        ('class="c"', "en", {"c"}),
    ],
)
@pytest.mark.parametrize("place", ["html", "body"])
def test_what_a_body_says_of_language_and_direction(
    place: str, root: str, language: str | None, lost: set[str]
) -> None:
    outer, inner = (root, "") if place == "html" else ("", root)
    _, context = read_markup(
        f'<html xmlns="{XHTML_NS}" {outer}><body {inner}><p>a</p></body></html>', language=language
    )

    assert {loss.value for loss in context.losses} == lost


def test_the_headline_again_is_no_heading_but_its_language_is_noted() -> None:
    sections, context = read_markup(
        f'<html xmlns="{XHTML_NS}"><body><h1 xml:lang="fr" dir="rtl">Head</h1><h1 lang="en">Head</h1><p>a</p></body></html>'
    )

    assert sections == (Section(blocks=[Paragraph("a")]),)
    assert said(context) == [(UNREAD, "h1/@lang", "fr"), (UNREAD, "h1/@dir", "rtl")]


def test_an_unknown_empty_tag_is_noted_with_its_attributes() -> None:
    blocks, context = read_inner('<p>q<foo xml:lang="fr"/>r</p>')

    assert texts(blocks) == ["qr"]
    assert said(context) == [(UNREAD, "p/foo", "foo"), (UNREAD, "p/foo/@lang", "fr")]


RICH = (
    '<h1>Head</h1><h2>One <b>b</b></h2><p xml:lang="fr">a <a href="u">b</a> <span id="q">c</span><br/></p>'
    '<p>x <img src="a.jpg" alt="Cap" longdesc="#m1"/> y</p><pre>p</pre><blockquote><p>q</p></blockquote>'
    "<ul><li>a</li><li><p>b</p></li></ul><table><caption>c</caption><thead><tr><th>d</th></tr></thead></table>"
    "<div>t<section><h3>s</h3></section></div><aside><p>k</p></aside><dl><dt>e</dt></dl><hr/><figure><video/></figure>"
)


def places() -> Iterator[tuple[int, str]]:
    body = etree.fromstring(f'<html xmlns="{XHTML_NS}"><body>{RICH}</body></html>')
    for index, element in enumerate(body.iter(etree.Element)):
        yield index, etree.QName(element).localname


@pytest.mark.parametrize(
    "name", ["class", "{urn:x}y", "dir", "{http://www.w3.org/XML/1998/namespace}lang", "id"]
)
@pytest.mark.parametrize(("index", "tag"), list(places()))
def test_an_attribute_anywhere_is_carried_kept_or_noted(index: int, tag: str, name: str) -> None:
    body = etree.fromstring(f'<html xmlns="{XHTML_NS}"><body>{RICH}</body></html>')
    element = list(body.iter(etree.Element))[index]
    element.set(name, "tokqz")  # no direction, and a well-formed language
    context = Context("test", media={"m1": PICTURE})

    sections = BodyReader(XHTML, context, "Head", "en").sections(body)

    everything = f"{sections} {context.anchors} {[loss.value for loss in context.losses]}"
    assert "tokqz" in everything, tag


# time


@pytest.mark.parametrize(
    "inner",
    [
        "".join(f'<p class="x">t{number}</p>' for number in range(8000)),
        "<p>" + "".join(f'<a href="u{number}">t</a> ' for number in range(8000)) + "</p>",
        "<p>" + '<a href="u">x' * 60 + '<i id="i">y</i>' * 8000 + "</a>" * 60 + "</p>",
    ],
    ids=["losses", "links", "identifiers"],
)
def test_long_bodies_are_read_in_linear_time(inner: str) -> None:
    start = time.process_time()
    read_inner(inner)

    assert time.process_time() - start < 4  # quadratic code took 12 and more


def test_paths_are_those_of_path_of() -> None:
    root = etree.fromstring("<a><b/><c/><!-- x --><b><d/><d/></b><x:b xmlns:x='urn:x'/></a>")
    paths = Paths()

    assert [paths.of(element) for element in root.iter(etree.Element)] == [
        path_of(element) for element in root.iter(etree.Element)
    ]
    assert paths.of(root[3][1]) == "a/b[2]/d[2]"


def test_a_heading_inside_a_block_becomes_a_paragraph_with_its_language() -> None:
    (found,), context = read_inner('<ul><li><h3 lang="fr">h</h3></li></ul>')

    assert isinstance(found, ItemList)
    assert found.items[0].blocks == (Paragraph("h", (), "fr"),)
    assert said(context) == [(UNREAD, "ul/li", "h")]


def test_a_heading_carries_its_language_and_direction() -> None:
    sections, context = read_markup(
        f'<html xmlns="{XHTML_NS}"><body><h2 lang="ar" dir="rtl">عنوان</h2></body></html>'
    )

    assert [section.heading for section in sections] == [Text("عنوان", "ar", Direction.RTL)]
    assert context.losses == []
