"""Bodies as agencies send them: markup that is escaped, lines instead of paragraphs, notes to editors among the text."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.losses import LossKind
from newsmodel.markup.bodies import read_body
from newsmodel.markup.plain_body import plain_sections
from newsmodel.model import Block, Mark, MarkKind, Paragraph, Raw, Table


def body(content: str, media_type: str | None = None) -> tuple[list[Block], Context]:
    """The blocks of a body: of an element where the content is one with the tag "D", else of a text."""
    context = Context("test")
    holder = etree.fromstring(content) if content.startswith("<D>") else content
    sections = read_body(holder, media_type, context)
    return [block for section in sections for block in section.blocks], context


def texts(blocks: list[Block]) -> list[str]:
    return [block.text if isinstance(block, Paragraph) else type(block).__name__ for block in blocks]


def noted(context: Context, kind: LossKind) -> list[tuple[str, object]]:
    return [(loss.where, loss.value) for loss in context.losses.of(kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("<p>One.</p></body></html><p>Two.</p>", ["One.", "Two."]),
        ("<nitf><body><body.content><p>One.</p><p>Two.</p></body.content></body></nitf>", ["One.", "Two."]),
        ("<nitf><body><body.content><p>One.<p>Two.</body.content>", ["One.", "Two."]),  # is no XML
        ("One <b>or</b>\nTwo\n\nThree", ["One or\nTwo", "Three"]),
        ("<pre>One.\n\nTwo\nlines</pre>", ["One.", "Two\nlines"]),
        ('<pre class="x">One.\n\nTwo.</pre>', ["One.\n\nTwo."]),
        ("<pre>One.</pre><p>Two.</p>", ["One.", "Two."]),
    ],
)
def test_a_text_is_read_by_the_tags_in_it(text: str, expected: list[str]) -> None:
    assert texts(body(text)[0]) == expected


def test_tags_in_what_is_called_plain_text_are_text() -> None:
    assert texts(body("He wrote <b>so</b>.", "text/plain")[0]) == ["He wrote <b>so</b>."]


def test_markup_that_was_escaped_twice() -> None:
    blocks, context = body("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;")

    assert texts(blocks) == ["One.", "Two."]
    assert [loss.reason for loss in context.losses] == ["its markup was escaped twice"]


def test_characters_that_no_document_can_hold_are_left_out() -> None:
    blocks, context = body("One\x00 two\x0b.")

    assert texts(blocks) == ["One two."]
    assert [loss.kind for loss in context.losses] == [LossKind.REPAIRED]


@pytest.mark.parametrize(
    "inside",
    ["&lt;b&gt;One&lt;/b&gt; two", "&lt;p&gt;&lt;b&gt;One&lt;/b&gt; two&lt;/p&gt;"],
)
def test_markup_that_is_escaped_inside_an_element(inside: str) -> None:
    blocks, context = body(f"<D><div>{inside}</div><p>Three.</p></D>")

    assert blocks == [Paragraph("One two", (Mark(MarkKind.STRONG, 0, 3),)), Paragraph("Three.")]
    assert noted(context, LossKind.REPAIRED) == [("D/div", None)]


def test_lines_where_paragraphs_should_be() -> None:
    assert texts(body("<D><div>One.\n\nTwo.</div><p>Three\n\nlines.</p></D>")[0]) == [
        "One.",
        "Two.",
        "Three lines.",
    ]


def test_two_line_breaks_end_a_paragraph_and_one_is_a_line() -> None:
    assert texts(body("<D>One<br/>line<br/><br/>Two<br/> <br/>Three<br/><br/></D>")[0]) == [
        "One\nline",
        "Two",
        "Three",
    ]


def test_notes_to_editors_are_no_part_of_the_text() -> None:
    blocks, context = body(
        '<D><div class="ednote">For <b>noon</b>.</div>Zero.<p>One.</p><div class="ed-note">Late.</div>Two.</D>'
    )

    assert texts(blocks) == ["Zero.", "One.", "Two."]
    assert context.editor_notes == ["For noon.", "Late."]


def test_what_stands_beside_a_body_is_noted() -> None:
    blocks, context = body("<D>before<html><body><p>One.</p></body></html><p>after</p></D>")

    assert texts(blocks) == ["One."]
    assert noted(context, LossKind.UNREAD) == [("D/text()", "before"), ("D/p", "<p>after</p>")]


def test_names_that_xml_does_not_allow() -> None:
    blocks, context = body('<p>One <o:p>two</o:p> <a xml:lang="fr" 1x="y" @click="z">three</a></p>')

    assert blocks == [Paragraph("One two three", (Mark(MarkKind.LANGUAGE, 8, 13, language="fr"),))]
    assert [place.rpartition("/")[2] for place, _ in noted(context, LossKind.UNREAD)] == [
        "o-p",
        "@x1x",
        "@x-click",
    ]


def test_what_is_about_the_document_is_noted_and_what_shows_something_is_kept() -> None:
    blocks, context = body(
        '<div><style>p {}</style><p>One <script>x()</script> two <iframe src="x"></iframe> three</p></div>'
    )

    assert texts(blocks) == ["One two", "Raw", "three"]
    assert blocks[1] == Raw("xhtml", '<iframe src="x"></iframe>')
    assert [value for _, value in noted(context, LossKind.UNREAD)] == [
        "<style>p {}</style>",
        "<script>x()</script>",
    ]


def test_an_identifier_in_a_caption_is_noted() -> None:
    blocks, context = body(
        '<D><table><caption>Tolls <a id="c1">now</a></caption><tr><td>5</td></tr></table></D>'
    )

    assert isinstance(blocks[0], Table)
    assert blocks[0].caption == "Tolls now"
    assert [place for place, _ in noted(context, LossKind.UNREAD)] == ["D/table/caption/a/@id"]


XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'
PLAIN = [
    f"<D><html {XHTML}><body><p>One.</p> <p>  Two\n lines </p><p/><p>\u00a0</p></body></html></D>",
    "<D> <body><div><p>One.</p></div><p>Two.</p></body> </D>",
    "<D><html><div><p>&lt;b&gt; is a tag</p><p>Two.</p></div></html></D>",
]
NOT_PLAIN = [
    "<D><html><body/></html></D>",
    "<D><html><body>One.</body></html></D>",
    "<D><html><body><p>One.</p>Two.</body></html></D>",
    "<D><html><body><p>One.</p></body></html>Two.</D>",
    "<D><html><body><p class='x'>One.</p></body></html></D>",
    "<D><html lang='de'><body><p>One.</p></body></html></D>",
    "<D><html><body><p>One <b>word</b>.</p></body></html></D>",
    "<D><html><body><p>One.</p><!-- c --></body></html></D>",
    "<D><html><body><p>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</p></body></html></D>",
    "<D><html xmlns='urn:x'><body><p>One.</p></body></html></D>",
    "<D><p>One.</p></D>",
    "<D><nitf><body><p>One.</p></body></nitf></D>",
    "<D/>",
]


@pytest.mark.parametrize("content", PLAIN)
def test_a_plain_body_is_read_as_any_other(content: str) -> None:
    assert says_the_same(etree.fromstring(content))


@pytest.mark.parametrize("content", NOT_PLAIN)
def test_a_body_that_is_not_plain_is_left_alone(content: str) -> None:
    context = Context("test")

    assert plain_sections(etree.fromstring(content), context) is None
    assert context == Context("test")


@given(st.recursive(st.sampled_from(["", " ", "\n x  y\t", "&lt;i&gt;", "\u00a0", "<p>One.</p>", "<br/>"]), lambda inner: st.builds(
    "<{0}>{1}</{0}>".format, st.sampled_from(["p", "div", "body", "html", "b", "h2"]), st.lists(inner, max_size=3).map("".join)), max_leaves=6))  # fmt: skip
def test_plain_bodies_or_not_say_the_same(content: str) -> None:
    says_the_same(etree.fromstring(f"<D><html><body><p>Begin.</p>{content}</body></html></D>"))
    says_the_same(etree.fromstring(f"<D>{content}</D>"))


def says_the_same(holder: etree._Element) -> bool:
    """Whether a body is plain; what is said of it is what the longer way says."""
    context, other = Context("test"), Context("test")
    found = plain_sections(deepcopy(holder), context)
    if found is not None:
        assert found == read_body(holder, None, other)
        assert context == other
    return found is not None
