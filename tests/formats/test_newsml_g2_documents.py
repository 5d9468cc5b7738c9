"""Documents of NewsML-G2 come back as they came, and where an article changed only that changes."""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from canonical import canonical
from lxml import etree

from newsmodel import (
    Article,
    InputError,
    ItemType,
    Losses,
    LossKind,
    Package,
    Paragraph,
    Section,
    SeveralItems,
    SyntaxFault,
    convert,
    diff,
    read,
    read_all,
    write,
    write_all,
)
from newsmodel.syntax import xml_length, xml_limits, xml_stream

NS = {"g": "http://iptc.org/std/nar/2006-10-01/"}

ITEM = """<?xml version='1.0' encoding='ISO-8859-6'?>
<?paper size="a4"?>
<g:newsItem xmlns:g="http://iptc.org/std/nar/2006-10-01/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:x="https://gazette.example/x" xsi:schemaLocation="http://iptc.org/std/nar/2006-10-01/ g2.xsd"
    guid="tag:gazette.example,2026:bridge" version="3" standard="NewsML-G2" standardversion="2.31" conformance="power">
  <!-- from the night desk -->
  <g:itemMeta>
    <g:itemClass qcode="ninat:text"/>
    <g:provider literal="Gazette"/>
    <g:versionCreated>2026-03-02T10:00:00+0200</g:versionCreated>
    <g:memberOf literal="bridges"/>
  </g:itemMeta>
  <g:contentMeta x:desk="night">
    <g:urgency>4</g:urgency>
    <g:creator literal="jd"><g:name>جو دو</g:name><g:related rel="x:boss" literal="em"/></g:creator>
    <g:headline rank="1">افتتاح <g:span class="b">الجسر</g:span></g:headline>
    <g:subject qcode="medtop:20000001" why="why:direct"/>
  </g:contentMeta>
  <g:contentSet>
    <g:inlineXML contenttype="application/xhtml+xml" wordcount="5">
      <html xmlns="http://www.w3.org/1999/xhtml"><body class="story"><p id="p1" style="color:red">جسر <em class="q">المدينة</em> القديم.</p></body></html>
    </g:inlineXML>
  </g:contentSet>
</g:newsItem>
<!-- end -->
""".encode("iso-8859-6")


def test_an_article_that_did_not_change_is_the_document_to_the_letter() -> None:
    assert write(read(ITEM), "newsml-g2") == ITEM


def test_only_what_changed_changes() -> None:
    article = read(ITEM)
    losses = Losses()
    data = write(attrs.evolve(article, urgency=1, headlines="جسر جديد"), "newsml-g2", losses=losses)

    expected = ITEM.decode("iso-8859-6").replace("<g:urgency>4<", "<g:urgency>1<")
    start, end = expected.index("<g:headline"), expected.index("</g:headline>")
    expected = f"{expected[:start]}<g:headline>جسر جديد{expected[end:]}"
    assert canonical(data) == canonical(expected.encode("iso-8859-6"))
    assert b'<?paper size="a4"?>' in data
    assert b"<!-- end -->" in data
    assert losses == []


def test_what_is_new_stands_where_the_schema_wants_it() -> None:
    article = attrs.evolve(read(ITEM), url="https://gazette.example/1", bylines="بقلم جو دو", embargo=None)
    root = etree.fromstring(write(article, "newsml-g2"))

    content = root.find("g:contentMeta", NS)
    assert content is not None
    assert [etree.QName(child).localname for child in content] == [
        "urgency",
        "creator",
        "headline",
        "subject",
        "by",
    ]
    assert content.get("{https://newsmodel.example/ns#}url") == "https://gazette.example/1"


def test_what_is_taken_out_is_gone() -> None:
    article = attrs.evolve(read(ITEM), urgency=None, attributions=(), subjects=())
    losses = Losses()
    root = etree.fromstring(write(article, "newsml-g2", losses=losses))

    assert root.find(".//g:urgency", NS) is None
    assert root.find(".//g:creator", NS) is None
    assert root.find(".//g:subject", NS) is None
    assert [(loss.kind, loss.path) for loss in losses] == [(LossKind.ASSUMED, "attributions")]


def test_a_new_body_is_a_body_of_its_own() -> None:
    article = attrs.evolve(read(ITEM), sections=(Section(None, (Paragraph("جديد."),)),))
    data = write(article, "newsml-g2")

    assert read(data) == article
    assert b"from the night desk" in data
    assert b"style=" not in data


def test_a_headline_that_the_body_repeats() -> None:
    body = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title></head><body><h1>A</h1><p>x</p></body></html>'
    data = simple("<headline>A</headline>", body).encode()
    changed = attrs.evolve(read(data), headlines="B")

    assert read(write(changed, "newsml-g2")) == changed


def test_an_extra_that_is_taken_out_or_added() -> None:
    article = read(ITEM)
    places = [extra.place for extra in article.extras]
    less = attrs.evolve(article, extras=article.extras[1:])
    back = read(write(less, "newsml-g2"))
    assert [extra.place for extra in back.extras] == places[1:]

    more = attrs.evolve(less, extras=article.extras)
    assert read(write(more, "newsml-g2")) == article


def test_from_the_article_alone() -> None:
    article = read(ITEM)
    data = write(article, "newsml-g2", extras=False)

    assert b"schemaLocation" not in data
    assert diff(attrs.evolve(article, extras=()), read(data))[0].path.startswith(
        ("attributions", "headlines")
    )
    assert write(attrs.evolve(article, origin=None), "newsml-g2") != ITEM


def test_a_conversion_to_its_own_format_says_what_is_lost_and_no_more() -> None:
    assert {loss.kind for loss in convert(ITEM, "newsml-g2").losses} == {LossKind.REPAIRED}
    assert LossKind.UNREAD in {loss.kind for loss in convert(ITEM, "native").losses}


def test_an_origin_is_no_content() -> None:
    article = read(ITEM)
    bare = attrs.evolve(article, origin=None)

    assert article == bare
    assert hash(article) == hash(bare)
    assert diff(article, bare) == []
    assert write(article, "native") == write(bare, "native")
    assert article.origin is not None
    assert article.origin.article.origin is None


# messages


def simple(content: str = "<headline>H</headline>", body: str = "", *, guid: str = "urn:x:1") -> str:
    inside = f"<contentSet><inlineXML>{body}</inlineXML></contentSet>" if body else ""
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" standard="NewsML-G2" standardversion="2.35">'
        '<itemMeta><itemClass qcode="ninat:text"/><provider literal="Gazette"/>'
        "<versionCreated>2026-03-02T10:00:00Z</versionCreated></itemMeta>"
        f"<contentMeta>{content}</contentMeta>{inside}</newsItem>"
    )


CONCEPT = '<conceptItem guid="urn:x:c" standard="NewsML-G2"><concept/></conceptItem>'


def message(*items: str) -> bytes:
    return (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-03-02T10:00:00Z</sent>'
        f"<priority>4</priority></header><itemSet>{''.join(items)}</itemSet></newsMessage>"
    ).encode()


def test_a_message_comes_back_with_all_that_is_in_it() -> None:
    data = message(CONCEPT, simple(guid="urn:x:1"), CONCEPT, simple(guid="urn:x:2"), CONCEPT)
    articles = list(read_all(data))

    assert [article.id for article in articles] == ["urn:x:1", "urn:x:2"]
    assert canonical(write_all(articles, "newsml-g2")) == canonical(data)


def test_an_article_of_a_message_changes_in_it() -> None:
    data = message(simple(guid="urn:x:1"), CONCEPT, simple(guid="urn:x:2"))
    first, second = read_all(data)
    changed = write_all([attrs.evolve(first, headlines="New"), second], "newsml-g2")

    assert canonical(changed) == canonical(data.replace(b">H<", b">New<", 1))


def test_an_article_that_is_taken_out_of_a_message() -> None:
    _, second = read_all(message(simple(guid="urn:x:1"), simple(guid="urn:x:2")))

    assert canonical(write_all([second], "newsml-g2")) == canonical(message(simple(guid="urn:x:2")))
    assert etree.QName(etree.fromstring(write(second, "newsml-g2"))).localname == "newsItem"


def test_a_new_message() -> None:
    losses = Losses()
    data = write_all(
        [Article(id="a", headlines="A"), Article(id="b", headlines="B")], "newsml-g2", losses=losses
    )

    assert [str(article.headline) for article in read_all(data)] == ["A", "B"]
    assert "newsMessage/header/sent" in {loss.where for loss in losses}


def test_no_message_of_nothing() -> None:
    with pytest.raises(SeveralItems, match="at least one article"):
        write_all([], "newsml-g2")


def test_a_message_of_one_comes_back() -> None:
    data = message(simple())

    assert write(read(data), "newsml-g2") == data
    assert canonical(write_all(read_all(data), "newsml-g2")) == canonical(data)


@pytest.mark.parametrize("name", ["conceptItem", "knowledgeItem", "planningItem", "catalogItem"])
def test_an_item_that_is_no_article_is_named(name: str) -> None:
    with pytest.raises(InputError, match=f"a {name} is no article"):
        read(f'<{name} xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x"/>'.encode(), format="newsml-g2")


def test_comments_of_a_message_stay() -> None:
    data = message(simple(guid="urn:x:1"), "<!-- and -->", simple(guid="urn:x:2"), "<!-- end -->")
    data = data.replace(b"<header>", b"<!-- top --><header>")

    assert canonical(write_all(read_all(data), "newsml-g2")) == canonical(data)


@pytest.mark.parametrize("namespace", ["", "http://iptc.org/std/nar/2005-01-01/"])
def test_a_namespace_that_is_not_the_standards(namespace: str) -> None:
    data = simple().replace("http://iptc.org/std/nar/2006-10-01/", namespace).encode()
    losses = Losses()
    article = read(data, format="newsml-g2", losses=losses)

    assert str(article.headline) == "H"
    assert [(loss.kind, loss.where) for loss in losses] == [(LossKind.REPAIRED, "newsItem")]
    assert write(article, "newsml-g2") == data
    assert read(write(attrs.evolve(article, urgency=2), "newsml-g2")).urgency == 2


def test_an_item_in_an_envelope_of_somebodys_own() -> None:
    data = f"<feed><id>7</id>{simple(guid='urn:x:1')}</feed>".encode()
    losses = Losses()

    article = read(data, losses=losses)
    assert article.id == "urn:x:1"
    assert losses == []
    assert write(article, "newsml-g2") == data
    convert_losses = convert(data, "native").losses
    assert [(loss.kind, loss.path, loss.where) for loss in convert_losses] == [
        (LossKind.UNWRITTEN, "message.extras[0]", "feed/id")
    ]
    assert b"<id>7</id>" in write(attrs.evolve(article, urgency=2), "newsml-g2")
    assert [each.id for each in read_all(data)] == ["urn:x:1"]


# language versions


TWO = simple(
    '<language tag="ar"/><language tag="en"/><headline xml:lang="ar">جسر</headline><headline xml:lang="en">Bridge</headline>',
    "<p xmlns='http://www.w3.org/1999/xhtml'/>",
).replace(
    "<inlineXML><p xmlns='http://www.w3.org/1999/xhtml'/></inlineXML>",
    "".join(
        f'<inlineXML xml:lang="{tag}"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{text}</p></body></html></inlineXML>'
        for tag, text in (("ar", "نص"), ("en", "Text"))
    ),
)


def test_an_item_in_two_languages_is_two_articles() -> None:
    data = TWO.encode()
    with pytest.raises(SeveralItems, match="expected one article, got 2"):
        read(data)

    arabic, english = read_all(data)
    assert [(each.language, str(each.headline), each.text) for each in (arabic, english)] == [
        ("ar", "جسر", "نص"),
        ("en", "Bridge", "Text"),
    ]
    assert [each.language for each in arabic.translations] == ["en"]


def test_language_versions_become_one_item_again() -> None:
    data = TWO.encode()
    arabic, english = read_all(data)

    assert write_all([arabic, english], "newsml-g2") == data
    assert read(write(arabic, "newsml-g2")) == arabic
    changed = write_all([attrs.evolve(arabic, urgency=2), english], "newsml-g2")
    assert [each.urgency for each in read_all(changed)] == [2, None]

    inside = message(simple(guid="urn:x:0"), TWO)
    assert canonical(write_all(read_all(inside), "newsml-g2")) == canonical(inside)


# what others made


def documents(shared: Path) -> Iterator[tuple[Path, bytes, list[Article]]]:
    """The documents of the conformance kit and of the agencies that hold articles."""
    for folder in ("conformance/newsml-g2/examples", "conformance/newsml-g2/unit_tests", "samples/agency"):
        for path in sorted((shared / folder).rglob("*.xml")):
            data = path.read_bytes()
            if b"http://iptc.org/std/nar/2006-10-01/" not in data:
                continue
            try:
                found = list(read_all(data, format="newsml-g2"))
            except InputError:
                continue
            if found:
                yield path, data, found


def test_what_others_made_comes_back(shared: Path) -> None:
    checked = 0
    for path, data, articles in documents(shared):
        back = write_all(articles, "newsml-g2")
        assert canonical(back) == canonical(data), path.name
        checked += 1
    assert checked >= 161


def test_changing_what_others_made_keeps_it_valid(shared: Path) -> None:
    schema: Any = etree.XMLSchema(etree.parse(shared / "conformance/newsml-g2/xsd/G2-multi-schema-2.35.xsd"))
    for path, data, articles in documents(shared):
        if len(articles) > 1:
            continue
        article = read(data, format="newsml-g2")
        changed = attrs.evolve(article, urgency=7, headlines=("Changed", *article.headlines[1:]))
        written = write(changed, "newsml-g2")
        assert read(written) == changed, path.name
        if schema.validate(etree.fromstring(data)):
            assert schema.validate(etree.fromstring(written)), (path.name, schema.error_log)


def test_kinds_of_items() -> None:
    for kind in ItemType:
        article = read(simple().replace("ninat:text", f"ninat:{kind.value}").encode())
        assert article.type is kind
    odd = read(simple().replace("ninat:text", "ninat:hologram").encode())
    assert odd.type is ItemType.TEXT
    assert "itemMeta/itemClass/@qcode" in {extra.place for extra in odd.extras}


def test_a_message_in_a_file_is_read_item_by_item(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_length, "STREAMED", 100)
    data = message(CONCEPT, simple(guid="urn:x:1"), simple(guid="urn:x:2"), CONCEPT)
    path = tmp_path / "message.xml"
    path.write_bytes(data)

    assert list(read_all(path)) == list(read_all(data))
    assert list(read_all(io.BytesIO(data))) == list(read_all(data))
    assert canonical(write_all(read_all(path), "newsml-g2")) == canonical(data)


def test_no_more_of_a_file_is_read_than_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error at the end of a long message is met at the end."""
    monkeypatch.setattr(xml_length, "STREAMED", 100)
    path = tmp_path / "message.xml"
    many = message(*(simple(guid=f"urn:x:{number}") for number in range(2000)))
    path.write_bytes(many.replace(b"</itemSet></newsMessage>", b"<broken"))

    assert next(iter(read_all(path))).id == "urn:x:0"
    with pytest.raises(SyntaxFault):
        list(read_all(path))


# what one change may touch


def changed_lines(before: bytes, after: bytes) -> list[str]:
    """Return what stands in the second document and not in the first, element by element."""
    old, new = (
        [each.strip() for each in data.decode().replace("<", "\n<").splitlines()] for data in (before, after)
    )
    return [line for line in new if line and line not in old and not line.startswith("<?xml")]


def test_a_new_text_does_not_inherit_a_language_that_is_not_the_articles() -> None:
    data = simple('<language tag="en-US"/><headline>H</headline>').replace(
        "guid=", 'xml:lang="en-GB" guid=', 1
    )
    article = attrs.evolve(read(data.encode()), credit_lines="Gazette")
    written = write(article, "newsml-g2")

    assert changed_lines(data.encode(), written) == ['<creditline xml:lang="">Gazette', "</creditline>"]
    assert read(written) == article
    assert str(read(written).headlines[0].language) == "en-GB"


def test_an_empty_language_is_none() -> None:
    data = simple('<language tag="en-US"/><headline xml:lang="">H</headline><by>B</by>')
    article = read(data.replace("<contentMeta>", '<contentMeta xml:lang="en-GB">').encode())

    assert article.headlines[0].language is None
    assert article.headlines[0].extras == ()
    assert article.bylines[0].language == "en-GB"


def test_another_language_leaves_the_texts_in_theirs() -> None:
    data = simple('<language tag="en-US"/><headline>H</headline>').replace(
        "guid=", 'xml:lang="en-GB" guid=', 1
    )
    article = attrs.evolve(read(data.encode()), language="de")
    written = write(article, "newsml-g2")

    assert changed_lines(data.encode(), written) == ['<language tag="de"/>']
    assert read(written) == article


def test_what_holds_nothing_more_is_taken_out() -> None:
    hops = '<hopHistory><!-- one --><hop seq="1"><party literal="A"/></hop></hopHistory>'
    published = "<pubHistory><published><timestamp>2026-03-02T10:00:00Z</timestamp></published></pubHistory>"
    data = simple().replace("<itemMeta>", f"{hops}{published}<itemMeta>", 1)
    article = read(data.encode())
    assert (len(article.hops), article.published is None) == (1, False)

    assert canonical(write(attrs.evolve(article, hops=(), published=None), "newsml-g2")) == canonical(
        simple().encode()
    )


def test_what_is_new_stands_before_what_is_foreign() -> None:
    data = simple('<headline>H</headline><x:more xmlns:x="urn:x">1</x:more>').encode()
    written = write(attrs.evolve(read(data), bylines="B", urgency=2), "newsml-g2")

    assert canonical(written) == canonical(
        data.replace(b"<headline>H</headline>", b"<urgency>2</urgency><headline>H</headline><by>B</by>")
    )


OTHER = "http://iptc.org/std/NewsML-G2/2.9/"


def test_a_message_of_another_namespace_comes_back_in_it() -> None:
    data = message(simple(guid="urn:x:1"), CONCEPT, simple(guid="urn:x:2")).replace(
        NS["g"].encode(), OTHER.encode()
    )
    first, second = read_all(data)

    assert canonical(write_all([first, second], "newsml-g2")) == canonical(data)
    changed = write_all([attrs.evolve(first, headlines="New"), second], "newsml-g2")
    assert canonical(changed) == canonical(data.replace(b">H<", b">New<", 1))
    assert canonical(write(second, "newsml-g2")) == canonical(
        simple(guid="urn:x:2").replace(NS["g"], OTHER).encode()
    )


@pytest.mark.parametrize("namespace", ["", OTHER])
def test_a_document_of_another_namespace_changes_where_it_stands(namespace: str) -> None:
    data = simple().replace(NS["g"], namespace).replace("</newsItem>", "<!-- end --></newsItem>").encode()
    article = attrs.evolve(read(data, format="newsml-g2"), urgency=2)
    written = write(article, "newsml-g2")

    assert canonical(written) == canonical(data.replace(b"<headline>", b"<urgency>2</urgency><headline>"))
    assert read(written, format="newsml-g2") == article


NITF_BODY = (
    '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" class="x"><head><docdata><urgency ed-urg="5"/></docdata></head>'
    "<body><body.head><abstract><p>Short.</p></abstract></body.head><body.content><p>Text.</p></body.content></body></nitf>"
)


def test_what_only_the_body_said_is_written_with_a_new_body() -> None:
    data = message(CONCEPT, simple("<urgency>5</urgency><headline>H</headline>", NITF_BODY))
    article = read(data)
    assert str(article.summaries[0]) == "Short."
    changed = attrs.evolve(article, urgency=None)
    losses = Losses()
    written = write(changed, "newsml-g2", losses=losses)

    assert read(written) == changed
    assert b"conceptItem" in written  # the message is there still
    assert [(loss.kind, loss.value) for loss in losses] == [(LossKind.UNREAD, "x")]


def test_a_value_in_the_place_of_one_that_nobody_could_read() -> None:
    data = simple("<urgency>none</urgency><headline>H</headline>").encode()
    article = attrs.evolve(read(data), urgency=2)
    losses = Losses()

    assert canonical(write(article, "newsml-g2", losses=losses)) == canonical(data.replace(b"none", b"2"))
    assert [(loss.kind, loss.path, loss.value) for loss in losses] == [
        (LossKind.UNWRITTEN, "extras[0]", "none")
    ]


def test_one_of_several_extras_of_one_place_is_taken_out() -> None:
    two = "<fileName>a</fileName><generator>b</generator><generator>c</generator>"
    data = simple().replace("</itemMeta>", f"{two}</itemMeta>").encode()
    article = read(data)
    less = attrs.evolve(article, extras=[extra for extra in article.extras if ">b<" not in (extra.raw or "")])

    assert canonical(write(less, "newsml-g2")) == canonical(data.replace(b"<generator>b</generator>", b""))


def test_links_that_are_extras_keep_their_order() -> None:
    links = "".join(f'<link rel="irel:rightspolicy" residref="urn:x" contenttype="{each}"/>' for each in "ab")
    data = simple().replace("<itemMeta>", f"<rightsInfo>{links}</rightsInfo><itemMeta>").encode()
    article = read(data)

    assert article.rights is not None
    assert len(article.rights.extras) == 3
    assert read(write(attrs.evolve(article, origin=None), "newsml-g2")) == article


def test_articles_of_a_message_find_together_again_after_a_pickle_of_each() -> None:
    data = message(CONCEPT, simple(guid="urn:x:1"), simple(guid="urn:x:2"))
    articles = [pickle.loads(pickle.dumps(article)) for article in read_all(data)]  # noqa: S301  # our own

    assert canonical(write_all(articles, "newsml-g2")) == canonical(data)


def test_a_message_with_many_tags_is_read_item_by_item(monkeypatch: pytest.MonkeyPatch) -> None:
    data = message(*(simple(guid=f"urn:x:{number}") for number in range(50)))
    for module in (xml_length, xml_limits):
        monkeypatch.setattr(module, "MAX_MARKS", 1000)
    monkeypatch.setattr(xml_stream, "_CHUNK", 1000)

    assert len(list(read_all(data))) == len(list(read_all(io.BytesIO(data)))) == 50


def test_a_long_message_of_another_namespace_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = message(simple(guid="urn:x:1"), simple(guid="urn:x:2")).replace(NS["g"].encode(), OTHER.encode())
    monkeypatch.setattr(xml_length, "STREAMED", 100)

    assert len(list(read_all(io.BytesIO(data)))) == 2


@pytest.mark.parametrize("format_", [None, "newsml-g2", "nitf", "newsml-1"])
def test_a_file_of_text_is_refused(format_: str | None) -> None:
    with pytest.raises(TypeError, match="expected bytes, a binary file"):
        list(read_all(io.StringIO("<newsItem/>"), format=format_))  # type: ignore[arg-type]


def test_what_goes_with_the_document_is_told() -> None:
    body = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Text.</p></body></html>'
    item = simple(body=body).replace("</contentSet>", "<inlineData>Text again.</inlineData></contentSet>")
    article = attrs.evolve(read(message(CONCEPT, item)), sections=())  # the other text would be the body then
    losses = Losses()
    written = write(article, "newsml-g2", losses=losses)

    assert b"conceptItem" not in written
    assert read(written).sections == ()
    gone = [(loss.kind, loss.where) for loss in losses if "conceptItem" in str(loss.value)]
    assert gone == [(LossKind.UNWRITTEN, "newsMessage/itemSet/conceptItem")]
    assert {"message.sent", "message.priority"} <= losses.paths


BARE_PAGE = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a:1" version="1" standard="NewsML-G2"
    standardversion="2.20" conformance="power">
  <itemMeta><itemClass qcode="ninat:text"/><provider literal="TT"/><versionCreated>2026-03-02T10:00:00Z</versionCreated></itemMeta>
  <contentSet><inlineXML contenttype="text/html"><html><body><p>One.</p><p>Two.</p>
    <figure><img src="https://gazette.example/b.jpg"/><figcaption>The bridge</figcaption></figure></body></html></inlineXML></contentSet>
</newsItem>"""


@pytest.fixture(scope="module")
def with_bodies(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / "conformance/newsml-g2/xsd/g2-with-bodies.xsd"))


def test_a_body_stays_in_the_namespace_of_its_item(with_bodies: etree.XMLSchema) -> None:
    article = read(BARE_PAGE.encode())
    changed = attrs.evolve(
        article, sections=[Section(blocks=[*article.sections[0].blocks, Paragraph("Three.")])]
    )
    root = etree.fromstring(write(changed, "newsml-g2"))

    assert [each.text for each in root.iterfind(".//g:body/g:p", NS)] == ["One.", "Two.", "Three."]
    assert not list(root.iter("{http://www.w3.org/1999/xhtml}*"))
    assert with_bodies.validate(root)  # which knows no figure in XHTML
    assert diff(read(etree.tostring(root)), changed) == []


def test_what_the_schema_demands_is_there_when_an_extra_has_gone(with_bodies: etree.XMLSchema) -> None:
    article = read(BARE_PAGE.encode())
    assert [extra.raw for extra in article.extras if extra.place == "@standardversion"] == ["2.20"]
    root = etree.fromstring(write(attrs.evolve(article, extras=()), "newsml-g2"))

    assert root.get("standardversion") == "2.35"
    assert with_bodies.validate(root)


def test_there_is_no_group_set_without_a_group(with_bodies: etree.XMLSchema) -> None:
    losses = Losses()
    data = write(Article("a:1", package=Package("main", [])), "newsml-g2", losses=losses)

    assert [loss.path for loss in losses.of(LossKind.UNWRITTEN)] == ["package"]
    assert with_bodies.validate(etree.fromstring(data))
    assert read(data).package is None
