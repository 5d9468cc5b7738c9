"""What is joined from strings is what the tree of elements says, to the byte, and so are the losses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from hypothesis import given
from lxml import etree

from newsmodel import InputError, Losses, read, read_all, sniff, write
from newsmodel.codec.context import Context
from newsmodel.codec.row import many, maybe
from newsmodel.codec.values import TEXT, Pair
from newsmodel.errors import UnknownFormat
from newsmodel.formats.newsml_g2_item import item_element, write_joined
from newsmodel.losses import Loss, LossKind
from newsmodel.model import (
    AiInfo,
    AltId,
    Article,
    Attribution,
    AttributionRole,
    Block,
    BlockQuote,
    Cell,
    Concept,
    Direction,
    Embargo,
    Extra,
    Figure,
    ItemList,
    ListItem,
    Mark,
    MarkKind,
    Media,
    Paragraph,
    Quote,
    Raw,
    Rendition,
    Section,
    Span,
    Subject,
    Table,
    TableRow,
    Text,
)
from newsmodel.strategies import articles
from newsmodel.syntax.xml import indent, serialise_xml
from newsmodel.syntax.xml_joined import Joiner
from newsmodel.syntax.xml_sketch import Sketch, sub_element
from newsmodel.syntax.xml_table import XmlTable
from newsmodel.syntax.xml_text import Names, NeedsTree, attribute_of, text_of

NAME = "newsml-g2"
NAR = "http://iptc.org/std/nar/2006-10-01/"
FOREIGN = Raw("nitf", "<x/>")
ODD = "a & b < c > d \"e\" 'f' ]]> \u0085\u2028 \U0001f600 \u007f {g} \\ %s"


def by_tree(article: Article, *, keep: bool) -> tuple[bytes, list[Loss]]:
    context = Context(NAME, keep=keep)
    return serialise_xml(item_element(article, context)), list(context.losses)


def joined(article: Article, *, keep: bool) -> tuple[bytes, list[Loss]]:
    context = Context(NAME, article=article, keep=keep)
    return write_joined(article, context), list(context.losses)


def same(article: Article) -> None:
    """Hold the two ways to the same, without unknown content and with it, where that is possible."""
    assert joined(article, keep=False) == by_tree(article, keep=False)
    try:
        found = joined(article, keep=True)
    except NeedsTree:
        assert any(extra.format == NAME for extra in extras_in(article)) or raws_in(article)
    else:
        assert found == by_tree(article, keep=True)


def extras_in(value: object) -> Iterator[Extra]:
    if isinstance(value, Extra):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from extras_in(each)
    elif attrs.has(type(value)):
        for field in attrs.fields(cast("Any", type(value))):
            if field.eq:
                yield from extras_in(getattr(value, field.name))


def raws_in(article: Article) -> bool:
    return "Raw(" in repr(article.sections)


@given(article=articles())
def test_any_article(article: Article) -> None:
    same(article)


SENT = ("samples/agency", "conformance")


def found_in(path: Path) -> Iterator[Article]:
    data = path.read_bytes()
    try:
        yield from read_all(data, format=sniff(data))
    except (InputError, UnknownFormat):
        return


@pytest.mark.parametrize("folder", SENT)
def test_what_others_sent(shared: Path, folder: str) -> None:
    count = 0
    for path in sorted((shared / folder).rglob("*.xml")):
        for article in found_in(path):
            same(article)
            same(attrs.evolve(article, origin=None))
            count += 1

    assert count > 30


def story(*blocks: Block, **more: Any) -> Article:
    return Article(headlines=(ODD,), sections=(Section(blocks=blocks),), **more)


PICTURE = (Media(renditions=(Rendition("a.jpg"),), id="m", captions=("c",)),)
ARTICLES = {
    "nothing": Article(),
    "odd characters": story(Paragraph(ODD), id=ODD, sluglines=(ODD,), summaries=(f"{ODD}\n{ODD}",), url="http://x.example/?a&b"),
    "line ends where none can be": Article(headlines=("a\nb",), sluglines=("c\nd",), summaries=("e\n\nf",)),
    "marks": story(Paragraph("one two\nthree", (Mark(MarkKind.STRONG, 0, 9), Mark(MarkKind.LINK, 4, 13, "http://x.example/")))),
    "languages": story(Paragraph("a", language="de"), Paragraph("b", direction=Direction.RTL), language="ar"),
    "lists and tables": story(
        BlockQuote((Paragraph("q"),)),
        ItemList((ListItem((Paragraph("i"),)), ListItem((Paragraph("j"), Paragraph("k"))))),
        Table((TableRow((Cell((Paragraph("c"),), header=True, columns=2), Cell(()))),), caption="t\nu"),
    ),
    "a figure": story(Paragraph("p"), Figure("m"), media=PICTURE),
    "a figure alone": story(Figure("m"), media=PICTURE),
    "markup of other dialects": story(Paragraph("p"), FOREIGN, ItemList((ListItem((FOREIGN, Paragraph("p"))),))),
    "nothing but markup of another dialect": story(FOREIGN),
    "markup that reads as something else": story(Raw("xhtml", '<p xmlns="http://www.w3.org/1999/xhtml">x</p>')),
    "quotes": story(
        Paragraph("he said so"), Paragraph("and so"), quotes=(Quote("said so", spans=(Span(0, 3, 10),)), Quote("loose\nwords"))
    ),
    "a quote beside a body that is not written": story(FOREIGN, quotes=(Quote("loose"),)),
    "an embargo": Article(embargo=Embargo()),
    "codes": Article(
        subjects=(Subject(code="a:b&<\">'", names=(Text(ODD, role="a:b"),)), Subject(literal="l", extras=(Extra("nitf", "@x", "1"),)))
    ),
    "aliases that nobody declares": Article(
        subjects=(Subject(code="zz:1"), Subject(code="aa:1"), Subject(code="urn:x:1"), Subject(type="cptype:x", literal="l")),
        alt_ids=(AltId("1", environment=("ee:1", "medtop:2")),),
        headlines=(Text("h", role="rr:1"),),
    ),
    "catalogues that others keep": Article(
        subjects=(Subject(code="zz:1"),),
        extras=(Extra(NAME, "catalogRef[2]", f'<catalogRef xmlns="{NAR}" href="http://x.example/"></catalogRef>'),),
    ),
    "a catalogue of its own": Article(
        subjects=(Subject(code="zz:1"), Subject(code="yy:1")),
        extras=(Extra(NAME, "catalog", f'<catalog xmlns="{NAR}"><scheme alias="zz" uri="http://x.example/?a&amp;b"></scheme></catalog>'),),
    ),
    "what AI had to do with it": Article(ai_info=(AiInfo(prompt="p"),)),
    "many items": Article(genres=tuple(Concept(literal=f"{n}", extras=(Extra("nitf", "@x", "1"),)) for n in range(70))),
    "parties": Article(attributions=(Attribution("b", role=AttributionRole.PUBLISHER), Attribution("a", role=AttributionRole.PUBLISHER))),
    "parties in no order of rows": Article(
        attributions=tuple(Attribution("b", role=role) for role in reversed(AttributionRole))
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_of_our_own(name: str) -> None:
    same(ARTICLES[name])


LEFT = {
    "an alias with an ampersand": Article(subjects=(Subject(code="a&b:1"),)),
    "a catalogue of which more is said": Article(
        subjects=(Subject(code="zz:1"),),
        extras=(Extra(NAME, "catalogRef[2]", f'<catalogRef xmlns="{NAR}" href="http://x.example/" id="x"></catalogRef>'),),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LEFT)
def test_what_is_left_to_the_tree(name: str) -> None:
    losses = Losses()
    with pytest.raises(NeedsTree):
        joined(LEFT[name], keep=False)

    assert (write(LEFT[name], NAME, extras=False, losses=losses), losses) == by_tree(LEFT[name], keep=False)


def test_what_is_put_back_is_written_by_the_tree() -> None:
    article = Article(subjects=(Subject(code="a:b", extras=(Extra(NAME, "@why", "x"),)),))
    losses = Losses()

    assert b'why="x"' in write(article, NAME, losses=losses)
    assert [loss.kind for loss in losses if loss.kind is not LossKind.ASSUMED] == []


def test_what_the_first_way_noted_is_not_noted_twice() -> None:
    article = Article(
        subjects=(Subject(code="a:b", extras=(Extra(NAME, "@why", "x"),)),), sluglines=("a\nb",)
    )
    losses = Losses()
    write(article, NAME, losses=losses)

    assert len([loss for loss in losses if loss.path == "sluglines[0].value"]) == 1


# single tables


@attrs.frozen
class Thing:
    name: str | None = None
    names: tuple[str, ...] = ()
    inner: Concept | None = None


T = attrs.fields(Thing)


def things(*rows: object, **options: object) -> XmlTable[Thing]:
    return XmlTable(Thing, *rows, namespaces={"": "urn:x"}, tag="thing", **options)  # type: ignore[arg-type]  # any


def both(table: XmlTable[Thing], thing: Thing) -> str:
    root = table.encode(thing, Context("x"))
    indent(root, frozenset(), frozenset())
    written = Joiner(table.namespaces, frozenset()).document(table, thing, Context("x")).decode()
    assert written.partition("\n")[2].strip() == etree.tostring(root, encoding="unicode")
    return written


def test_an_attribute_in_a_holder_and_a_repeated_element_with_one() -> None:
    table = things(maybe(T.name, "a/b/@c", TEXT), many(T.names, "d/@e", TEXT))

    assert '<d e="&quot;"/>' in both(table, Thing(names=('"',)))


def test_a_codec_that_fills_an_element_of_which_it_says_nothing() -> None:
    nothing: Pair[str] = Pair(lambda raw, context: raw, lambda value, context, into: None)  # noqa: ARG005  # a codec
    table = things(maybe(T.name, "a/markup()", nothing), many(T.names, "b/text()", TEXT))

    assert both(table, Thing("n", ("m",))).count("<a") == 0


@pytest.mark.parametrize(
    "rows",
    [
        (maybe(T.name, "text()", TEXT), many(T.names, "b/text()", TEXT)),
        (maybe(T.name, "a[@b='c']/@b", TEXT),),
        (maybe(T.name, "@a:@b", TEXT),),
    ],
)
def test_a_table_that_is_not_known_is_left_to_the_tree(rows: tuple[object, ...]) -> None:
    table = things(*rows)

    with pytest.raises(NeedsTree):
        Joiner(table.namespaces, frozenset()).document(table, Thing("n", ("m",)), Context("x"))


# texts and sketches


@pytest.mark.parametrize("text", [ODD, "a\r\nb\tc", "", " ", "]]>", "\u00a0\ud7ff\ufffd", "<&>"])
def test_text_is_escaped_as_lxml_does(text: str) -> None:
    element = etree.Element("a", b=text)
    element.text = text

    assert f'<a b="{attribute_of(text)}">{text_of(text)}</a>'.encode() == etree.tostring(
        element, encoding="UTF-8"
    )


def test_a_name_in_a_namespace_that_is_not_declared_needs_a_tree() -> None:
    names = Names({"": "urn:x", "p": "urn:p"})

    assert [names.tags[tag] for tag in ("{urn:x}a", "{urn:p}a")] == ["a", "p:a"]
    assert [names.keys[key] for key in ("{urn:p}a", "a")] == ["p:a", "a"]
    for known, wrong in ((names.tags, "{urn:y}a"), (names.tags, "a"), (names.keys, "{urn:x}a")):
        with pytest.raises(NeedsTree):
            known[wrong]


def test_a_sketch_does_what_an_element_does() -> None:
    def fill(root: etree._Element) -> None:
        a = sub_element(root, "a", {"x": "1"})
        a.text, a.tail = "t", "u"
        b, c = sub_element(root, "b"), sub_element(a, "c")
        sub_element(b, "d").set("y", "2")
        root.remove(b)
        assert (c.getparent() is a, b.getparent(), len(root), root[0] is a, a.get("x")) == (
            True,
            None,
            1,
            True,
            "1",
        )
        root[:] = [*root, b]
        assert (b.getparent() is root, [*root.iterchildren("b")] == [b], "".join(root.itertext())) == (
            True,
            True,
            "tu",
        )
        html = sub_element(root, "{urn:h}html", default="urn:h")
        sub_element(html, "{urn:h}p")

    element, sketch = etree.Element("r"), Sketch("r")
    fill(element)
    fill(sketch.as_element())
    assert sketch.written(Names({}), frozenset(), -1) == etree.tostring(element, encoding="unicode")


def test_native_and_back_needs_no_document(shared: Path) -> None:
    """An article that was kept as JSON has no document, and its unknown content is put back."""
    path = next((shared / "samples/agency").rglob("*.xml"))
    article = read(path.read_bytes())
    again = read(write(article, "native"))

    assert write(again, NAME) == write(attrs.evolve(article, origin=None), NAME)
