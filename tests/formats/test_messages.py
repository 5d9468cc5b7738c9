"""Messages around articles: read, changed, passed on to the letter; what is left of them is told where it is left."""

from __future__ import annotations

import io
import pickle
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from lxml import etree
from test_newsml_1_documents import errors_of

from newsmodel import (
    Address,
    Article,
    Concept,
    Extra,
    InputError,
    LossError,
    Losses,
    LossKind,
    Message,
    Text,
    Timestamp,
    convert,
    diff,
    read,
    read_all,
    write,
    write_all,
)
from newsmodel.difference import related
from newsmodel.strategies import messages
from newsmodel.syntax import xml_length

NAR = "http://iptc.org/std/nar/2006-10-01/"
G2, ONE = "newsml-g2", "newsml-1"

HEADER = """<header xml:lang='en'>
    <sent>2026-03-02T10:00:00.150Z</sent>
    <catalogRef href='https://agency.example/catalog.xml'/> <!-- ours -->
    <sender>mirror.example</sender>
    <transmitId>m-7</transmitId>
    <priority>4</priority>
    <origin qcode="ag:desk"/>
    <timestamp role="received">2026-03-02T09:59:00Z</timestamp>
    <destination role="nmdest:final">Riverton Gazette</destination>
    <channel>WWW</channel>
    <signal qcode="nmsig:atomic"/>
    <headerExtProperty rel="ag:run" value="12"/>
  </header>"""
CONCEPT = '<conceptItem guid="urn:x:c"><concept/></conceptItem>'


def item(number: int, more: str = "") -> str:
    return f"""<newsItem   guid='urn:x:{number}' standard="NewsML-G2"
      standardversion="2.35" {more}><!-- </newsItem> --><itemMeta><itemClass qcode="ninat:text"/>
      <provider literal="Gazette"/><versionCreated>2026-03-02T10:00:00Z</versionCreated></itemMeta>
      <contentMeta><headline>Head {number}</headline></contentMeta></newsItem>"""


def message(*items: str, header: str = HEADER) -> bytes:
    inside = "\n    ".join(items)
    return (
        f"""<?xml version='1.0'  encoding="utf-8"?>\n<!-- top -->\n<newsMessage xmlns='{NAR}'   xmlns:h="urn:h">\n  {header}\n"""
        f"  <itemSet>\n    {inside}\n    <!-- end -->\n  </itemSet>\n</newsMessage>\n<!-- bottom -->\n"
    ).encode()


THREE = message(item(0), CONCEPT, item(1), "<!-- and -->", item(2), CONCEPT)
SAID = Message(
    sent=datetime(2026, 3, 2, 10, 0, 0, 150000, tzinfo=UTC),
    id="m-7",
    senders=[Address("mirror.example")],
    priority=4,
    origin=Address(code="ag:desk"),
    destinations=[Address("Riverton Gazette", role="nmdest:final")],
    channels=[Address("WWW")],
    timestamps=[Timestamp(datetime(2026, 3, 2, 9, 59, tzinfo=UTC), "received")],
    signals=[Concept(code="nmsig:atomic")],
)


def said_of(article: Article) -> Message:
    assert article.message is not None
    return article.message


def nothing_kept(said: Message | None) -> Message:
    assert said is not None
    return attrs.evolve(said, extras=())


@pytest.fixture(params=["at once", "item by item"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "item by item":
        monkeypatch.setattr(xml_length, "STREAMED", 0)
        monkeypatch.setattr(xml_length, "STREAMED", 0)
    return str(request.param)


# reading


@pytest.mark.usefixtures("way")
def test_a_message_says_what_its_header_says_and_reading_it_loses_nothing() -> None:
    articles = list(read_all(THREE, strict=True))

    for article in articles:
        assert nothing_kept(article.message) == SAID
    (said,) = {id(article.message): article.message for article in articles}.values()
    assert said is not None
    assert [extra.place for extra in said.extras] == [
        "header/@xml:lang",
        "header/catalogRef/@href",
        "header/headerExtProperty",
    ]


def test_one_article_knows_its_message_too() -> None:
    article = read(message(item(0), CONCEPT), strict=True)

    assert nothing_kept(article.message) == SAID
    assert nothing_kept(attrs.evolve(article, urgency=2).message) == SAID
    assert Article().message is None
    assert read(item(0).replace("<newsItem", f"<newsItem xmlns='{NAR}'").encode()).message is None


@pytest.mark.usefixtures("way")
def test_what_cannot_be_understood_in_a_header_is_told_and_kept() -> None:
    data = THREE.replace(b">4<", b">high<")
    losses = Losses()
    articles = list(read_all(data, losses=losses))

    assert [(loss.kind, loss.where, loss.value) for loss in losses] == [
        (LossKind.UNREADABLE, "header/priority/text()", "high")
    ]
    assert write_all(articles, G2) == data


# writing it back


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "data",
    [
        THREE,
        message(item(0)),
        message(CONCEPT, item(0, 'xmlns:h="urn:other" h:a="&lt;1>"'), item(1)),
        THREE.replace(NAR.encode(), b"http://iptc.org/std/nar/2005-01-01/"),
        THREE.replace(b"<itemSet>", b"<itemSet>", 1).replace(
            b"<!-- and -->", b"</itemSet>\n<itemSet id='second'>"
        ),
        THREE.replace(b"<newsItem", b"<n:newsItem xmlns:n='%s'" % NAR.encode(), 1)
        .replace(b"<!-- </newsItem> --><itemMeta>", b"<n:itemMeta>", 1)
        .replace(b"</itemMeta>", b"</n:itemMeta>", 1)
        .replace(b"</newsItem>\n", b"</n:newsItem>\n", 1)
        .replace(b"</newsItem>", b"</newsItem >"),
        b"\xef\xbb\xbf" + THREE,
    ],
)
def test_a_message_comes_back_to_the_letter(data: bytes) -> None:
    articles = list(read_all(io.BytesIO(data)))

    assert write_all(articles, G2) == data
    again = [pickle.loads(pickle.dumps(article)) for article in articles]  # noqa: S301  # our own
    assert write_all(again, G2) == data


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16", "windows-1251"])
def test_a_message_in_another_encoding_comes_back_to_the_letter(encoding: str) -> None:
    text = THREE.decode().replace("utf-8", encoding).replace("Head 1", "é" if "8859" in encoding else "ж")
    data = text.encode(encoding)
    articles = list(read_all(data))
    assert write_all(articles, G2) == data

    changed = write_all([attrs.evolve(articles[0], urgency=2), *articles[1:]], G2)
    assert [str(each.headline) for each in read_all(changed)] == [str(each.headline) for each in articles]
    assert [each.urgency for each in read_all(changed)] == [2, None, None]


def test_entities_of_a_message_are_no_matter() -> None:
    data = THREE.replace(b"<newsMessage", b"<!DOCTYPE newsMessage [<!ENTITY e '<x/>'>]>\n<newsMessage", 1)
    articles = list(read_all(data))

    assert write_all(articles, G2) == data
    changed = write_all([attrs.evolve(articles[0], urgency=2), *articles[1:]], G2)
    assert [each.urgency for each in read_all(changed)] == [2, None, None]


@pytest.mark.usefixtures("way")
def test_one_item_changes_and_nothing_else() -> None:
    first, second, third = read_all(THREE)
    start, end = THREE.index(b"<newsItem   guid='urn:x:1'"), THREE.index(b"<!-- and -->")
    out = write_all([first, attrs.evolve(second, headlines=(Text("New"),)), third], G2)

    assert out[:start] == THREE[:start]
    assert out[-len(THREE) + end :] == THREE[end:]
    assert out[start:].startswith(b'<newsItem guid="urn:x:1" standard="NewsML-G2"')  # no namespace comes in
    assert [str(each.headline) for each in read_all(out)] == ["Head 0", "New", "Head 2"]


@pytest.mark.usefixtures("way")
def test_items_are_left_out_and_come_in_another_order() -> None:
    first, second, third = read_all(THREE)

    assert [each.id for each in read_all(write_all([third, first], G2))] == [third.id, first.id]
    assert write_all([first, third], G2).count(b"<newsItem ") == 2
    assert write_all([second], G2).startswith(THREE[: THREE.index(b"<newsItem")])


def test_what_stood_before_an_item_that_is_left_out_stays() -> None:
    first, _, third = read_all(THREE)
    losses = Losses()

    assert write_all([first, third], G2, losses=losses).count(CONCEPT.encode()) == 2
    assert losses == []


def test_what_was_not_kept_of_a_long_message_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_length, "STREAMED", 0)
    first, _, third = read_all(THREE)
    losses = Losses()
    out = write_all([first, third], G2, losses=losses)

    assert out.count(CONCEPT.encode()) == 1
    assert [(loss.kind, loss.path) for loss in losses] == [(LossKind.UNWRITTEN, "message")]
    assert "before item 2" in losses[0].reason


def test_articles_of_a_message_that_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_length, "STREAMED", 0)
    first = next(iter(read_all(THREE)))

    assert [each.id for each in read_all(write_all([first], G2))] == ["urn:x:0"]


# changing what it says


CHANGES: dict[str, Any] = {
    "sent": datetime(2026, 3, 3, tzinfo=UTC),
    "id": "m-8",
    "senders": [Address("other.example", uri="urn:x:sender")],
    "priority": 1,
    "origin": None,
    "destinations": [Address("A"), Address(literal="B")],
    "channels": [],
    "timestamps": [Timestamp(datetime(2026, 3, 3, tzinfo=UTC))],
    "signals": [Concept(code="nmsig:x"), Concept(code="nmsig:y")],
}


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("name", CHANGES)
def test_one_field_of_the_header_changes_and_nothing_else(name: str) -> None:
    articles = list(read_all(THREE))
    wanted = attrs.evolve(said_of(articles[0]), **{name: CHANGES[name]})
    losses = Losses()
    out = write_all(articles, G2, message=wanted, losses=losses)

    assert losses == []
    assert next(read_all(out)).message == wanted
    start, end = THREE.index(b"<header"), THREE.index(b"</header>")
    assert out[:start] == THREE[:start]
    assert out[out.index(b"</header>") :] == THREE[end:]
    old, new = (
        etree.fromstring(data[data.index(b"<header") : data.index(b"</header>") + 9]) for data in (THREE, out)
    )
    kept = {"sent": "sent", "id": "transmitId", "senders": "sender"}.get(name, name.removesuffix("s"))
    stay = [
        [etree.tostring(child, with_tail=False) for child in header if child.tag != kept]
        for header in (old, new)
    ]
    assert stay[0] == stay[1]


def test_the_message_of_one_article_changes() -> None:
    data = message(item(0), CONCEPT)
    article = read(data)
    out = write_all(
        [attrs.evolve(article, urgency=3)], G2, message=attrs.evolve(said_of(article), priority=1)
    )

    assert (read(out).urgency, getattr(read(out).message, "priority", None)) == (3, 1)
    assert CONCEPT.encode() in out


def test_a_message_without_a_header_gets_one() -> None:
    articles = list(read_all(message(item(0), item(1), header="")))
    out = write_all(articles, G2, message=SAID)

    assert next(read_all(out)).message is not None
    assert nothing_kept(next(read_all(out)).message) == SAID


def test_a_time_of_sending_stays_where_none_is_said() -> None:
    losses = Losses()
    out = write_all(read_all(THREE), G2, message=Message(id="x"), losses=losses)

    said = next(read_all(out)).message
    assert said is not None
    assert (said.id, said.sent, said.priority) == ("x", SAID.sent, None)
    assert [(loss.kind, loss.path) for loss in losses] == [(LossKind.ASSUMED, "message.sent")]


def test_extras_of_a_message_are_taken_out_and_added() -> None:
    articles = list(read_all(THREE))
    said = articles[0].message
    assert said is not None
    extra = Extra(
        G2, "header/headerExtProperty", f'<headerExtProperty xmlns="{NAR}" rel="ag:new"></headerExtProperty>'
    )
    wanted = attrs.evolve(said, extras=[*said.extras[:2], extra])
    losses = Losses()
    out = write_all(articles, G2, message=wanted, losses=losses)

    assert losses == []
    assert b"ag:run" not in out
    assert next(read_all(out)).message == wanted


def test_an_envelope_of_somebodys_own_has_no_place_for_a_header() -> None:
    data = f"<feed xmlns:n='{NAR}'><id>7</id><e>{item(0)}</e>\n<e>{item(1)}</e></feed>".replace(
        "<newsItem", f"<newsItem xmlns='{NAR}'"
    ).encode()
    articles = list(read_all(data, format=G2, strict=True))
    assert write_all(articles, G2) == data

    said = articles[0].message
    assert said is not None
    assert [(extra.place, extra.raw) for extra in said.extras] == [("feed/id", "<id>7</id>")]
    losses = Losses()
    assert write_all(articles, G2, message=attrs.evolve(said, priority=3), losses=losses) == data
    assert [(loss.kind, loss.path, loss.value) for loss in losses] == [
        (LossKind.UNWRITTEN, "message.priority", 3)
    ]


@settings(max_examples=60)
@given(wanted=messages())
def test_any_message_comes_back_but_for_what_is_told(wanted: Message) -> None:
    for name, some in (
        (G2, list(read_all(THREE))),
        (G2, NEW),
        (ONE, list(read_all(ONE_OF_TWO))),
        (ONE, NEW),
    ):
        losses = Losses()
        back = next(read_all(write_all(some, name, message=wanted, losses=losses))).message
        assert back is not None
        paths = losses.paths
        for change in diff(wanted, attrs.evolve(back, extras=())):
            path = f"message.{change.path}"
            assert any(related(path, known) for known in paths), (name, str(change))


# new messages


NEW = [
    Article(id=f"urn:x:new{number}", headlines="New", version_created=datetime(2026, 3, 2, tzinfo=UTC))
    for number in range(2)
]


def test_a_new_message_says_what_it_is_to_say_and_is_valid(shared: Path) -> None:
    schema: Any = etree.XMLSchema(etree.parse(shared / "conformance/newsml-g2/xsd/G2-multi-schema-2.35.xsd"))
    full = attrs.evolve(
        SAID,
        destinations=[*SAID.destinations, Address("D", "a:b", "urn:x:d", "lit", "urn:x:role")],
        origin=Address("desk", literal="x"),
    )
    for some in (NEW, NEW[:1]):
        losses = Losses()
        out = write_all(some, G2, message=full, losses=losses)
        assert "message" not in " ".join(losses.paths)
        assert nothing_kept(next(read_all(out)).message) == full
        schema.assertValid(etree.fromstring(out))


def test_messages_of_several_become_one_and_what_they_said_is_told() -> None:
    other = message(item(5), CONCEPT, header="<header><sent>2026-03-02T10:00:00Z</sent></header>")
    losses = Losses()
    out = write_all([*read_all(THREE), read(other)], G2, losses=losses)

    assert [each.id for each in read_all(out)] == ["urn:x:0", "urn:x:1", "urn:x:2", "urn:x:5"]
    assert {"message.id", "message.sent", "message.extras[1]", "message"} <= losses.of(
        LossKind.UNWRITTEN
    ).paths
    assert sum("conceptItem" in str(loss.value) for loss in losses) == 3


# conversions


@pytest.mark.parametrize("to", ["native", "schema-org", "nitf", "page-text", "mail"])
def test_a_conversion_lists_what_the_message_said(to: str) -> None:
    made = convert(message(item(0), CONCEPT), to)
    told = {(loss.path, loss.where): loss.value for loss in made.losses.of(LossKind.UNWRITTEN)}

    assert told["message.senders[0]", ""] == Address("mirror.example")
    assert told["message.priority", ""] == 4
    assert "agency.example" in str(told["message.extras[1]", "header/catalogRef/@href"])
    assert "conceptItem" in str(told["message", "newsMessage/itemSet/conceptItem"])
    with pytest.raises(LossError):
        convert(message(item(0)), to, strict=True)


def test_an_item_alone_leaves_its_message() -> None:
    _, second, third = read_all(THREE)
    losses = Losses()
    write(second, G2, losses=losses)

    assert {"message.id", "message.sent", "message"} <= losses.paths
    assert sum("conceptItem" in str(loss.value) for loss in losses) == 1  # the one that stands before it
    losses = Losses()
    write(third, G2, losses=losses)
    assert sum("conceptItem" in str(loss.value) for loss in losses) == 1  # the one behind it
    losses = Losses()
    write_all(read_all(THREE), "iptc-7901", losses=losses)
    assert sum("conceptItem" in str(loss.value) for loss in losses) == 2
    assert len([loss for loss in losses if loss.path == "message.id"]) == 1


def test_a_message_goes_into_the_envelope_of_the_other_format() -> None:
    losses = Losses()
    out = write_all(read_all(THREE), ONE, losses=losses)
    said = next(read_all(out)).message

    assert said is not None
    assert (said.sent, said.id, said.senders, said.priority) == (
        SAID.sent,
        SAID.id,
        SAID.senders,
        SAID.priority,
    )
    assert {"message.channels", "message.signals", "message.timestamps", "message.origin"} <= {
        path.partition("[")[0] for path in losses.paths
    }
    assert "message.senders" not in losses.paths


# NewsML 1


def news(number: int, head: str = "") -> str:
    return f"""<NewsItem xml:lang='en'><Identification><NewsIdentifier><ProviderId>gazette.example</ProviderId>
<DateId>20260301</DateId><NewsItemId>{number}</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId>
<PublicIdentifier>urn:newsml:gazette.example:20260301:{number}:1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260301T101010Z</FirstCreated>
<ThisRevisionCreated>20260301T101010Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>{head or number}</HeadLine></NewsLines></NewsComponent></NewsItem>"""


def newsml(*items: str, start: str = '<NewsML Version="1.2">') -> bytes:
    inside = "\n  <!-- next -->\n  ".join(items)
    return f"""<?xml version='1.0'?>\n<!-- top -->{start}<Catalog Href='catalog.xml'/>
  <NewsEnvelope><TransmissionId  Repeat='2'>t-1</TransmissionId>
    <SentFrom><Party FormalName="Gazette"><Property FormalName="Desk" Value="night"/></Party></SentFrom>
    <SentTo><Party FormalName="Riverton"/></SentTo><DateAndTime>20260301T101010Z</DateAndTime>
    <NewsService FormalName="GZ"/><NewsProduct FormalName="Wire"/><Priority FormalName="3"/></NewsEnvelope>
  {inside}
</NewsML>
""".encode()


ONE_OF_TWO = newsml(news(1), news(2))


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "data",
    [
        ONE_OF_TWO,
        newsml(news(1)),
        newsml(news(1), news(2), start='<NewsML xmlns="http://iptc.org/std/NewsML/2003-10-10/">'),
    ],
)
def test_a_document_of_newsml_1_comes_back_and_says_its_envelope(data: bytes) -> None:
    articles = list(read_all(io.BytesIO(data), strict=True))

    assert write_all(articles, ONE) == data
    said = articles[0].message
    assert said is not None
    assert (said.id, said.priority, said.products) == ("t-1", 3, (Concept(literal="Wire"),))
    assert [each.name for each in (*said.senders, *said.destinations)] == ["Gazette", "Riverton"]
    assert [extra.place for extra in (*said.extras, *said.senders[0].extras)] == [
        "NewsEnvelope/TransmissionId/@Repeat",
        "Property",
    ]
    assert [extra.place for extra in articles[0].extras if "NewsEnvelope" in extra.place]  # it tells, too


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sent", datetime(2026, 3, 3, tzinfo=UTC)),
        ("id", "t-2"),
        ("senders", []),
        ("destinations", [Address("A"), Address("B")]),
        ("products", [Concept(literal="Web")]),
        ("priority", None),
    ],
)
def test_one_field_of_the_envelope_changes(name: str, value: Any, shared: Path) -> None:
    articles = list(read_all(ONE_OF_TWO))
    wanted = attrs.evolve(said_of(articles[0]), **{name: value})
    losses = Losses()
    out = write_all(articles, ONE, message=wanted, losses=losses)

    assert losses == [] or (name == "id" and [loss.path for loss in losses] == ["message.extras[0]"])
    back = next(read_all(out)).message
    assert back is not None
    assert getattr(back, name) == getattr(wanted, name)
    start, end = ONE_OF_TWO.index(b"<NewsEnvelope"), ONE_OF_TWO.index(b"</NewsEnvelope>")
    assert out[:start] == ONE_OF_TWO[:start]
    assert out[out.index(b"</NewsEnvelope>") :] == ONE_OF_TWO[end:]
    assert errors_of(out, etree.DTD(str(shared / "conformance/newsml-1/NewsMLv1.2.dtd"))) == []


def test_an_envelope_goes_into_the_message_of_the_other_format() -> None:
    losses = Losses()
    out = write_all(read_all(ONE_OF_TWO), G2, losses=losses)
    said = next(read_all(out)).message

    assert said is not None
    assert (said.id, said.priority, [each.name for each in said.senders]) == ("t-1", 3, ["Gazette"])
    told = {(loss.path, loss.where) for loss in losses}
    assert ("message.products[0]" in {path for path, _ in told}) or "message.products" in losses.paths
    assert not any(where.startswith("NewsEnvelope/Priority") for _, where in told)
    assert ("message.extras[0]", "NewsEnvelope/TransmissionId/@Repeat") in told


def test_a_service_that_changed_has_no_place_beside_the_others() -> None:
    first, second = read_all(ONE_OF_TWO)
    losses = Losses()
    write_all([attrs.evolve(first, services=()), second], ONE, losses=losses)

    assert losses.of(LossKind.UNWRITTEN).paths == {"services"}


def test_topics_behind_the_items_of_a_long_document_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    data = ONE_OF_TWO.replace(b"</NewsML>", b"<TopicSet FormalName='x'/></NewsML>")
    monkeypatch.setattr(xml_length, "STREAMED", 0)
    losses = Losses()
    articles = list(read_all(data, losses=losses))

    assert [(loss.kind, loss.where) for loss in losses] == [(LossKind.UNREAD, "NewsML/TopicSet")]
    assert write_all(articles, ONE) == data


def test_lines_are_those_of_the_document() -> None:
    data = newsml(news(1), news(2).replace("Usable", "odd"))
    losses = Losses()
    list(read_all(data, losses=losses))

    (line,) = {loss.line for loss in losses if loss.value == "odd"}
    assert b"odd" in data.splitlines()[(line or 0) - 1]


# what agencies send


def documents(shared: Path) -> Iterator[tuple[str, bytes, str]]:
    for folder in ("conformance/newsml-g2", "conformance/newsml-1", "samples/agency"):
        for path in sorted((shared / folder).rglob("*.xml")):
            data = path.read_bytes()
            if b"newsMessage" in data or b"<NewsEnvelope" in data:
                yield path.name, data, G2 if b"newsMessage" in data else ONE


def test_messages_of_agencies_come_back_and_change_in_one_place(shared: Path) -> None:
    count = 0
    for name, data, kind in documents(shared):
        try:
            articles = list(read_all(data, format=kind))
        except InputError:
            continue
        if not articles:
            continue
        assert write_all(articles, kind) == data, name
        said = articles[0].message
        assert said is not None, name
        losses = Losses()
        out = write_all(articles, kind, message=attrs.evolve(said, priority=9), losses=losses)
        back = list(read_all(out, format=kind))
        assert losses == [], name
        assert [getattr(each.message, "priority", None) for each in back] == [9] * len(back), name
        assert [diff(*pair) for pair in zip(articles, back, strict=True) if kind == G2] == [
            [] for _ in back if kind == G2
        ]
        count += 1
    assert count >= 20


# what only looks like an item, and what is declared around the items


ELSEWHERE = {
    "of another namespace, in the header": THREE.replace(
        b"</header>", b"<x:newsItem xmlns:x='urn:x'>y</x:newsItem></header>"
    ),
    "of another namespace, beside the items": THREE.replace(
        CONCEPT.encode(), b"<x:packageItem xmlns:x='urn:x'/>"
    ),
    "in an item of another kind": THREE.replace(b"<concept/>", b"<concept/><newsItem guid='inside'/>"),
    "in a literal of the DOCTYPE": THREE.replace(
        b"<newsMessage",
        b"<!DOCTYPE newsMessage [<!ENTITY e \"]><newsItem guid='x'/>\"><!-- ]> <newsItem> ' -->]>\n<newsMessage",
        1,
    ),
    "in an identifier of the DOCTYPE": THREE.replace(
        b"<newsMessage", b'<!DOCTYPE newsMessage SYSTEM "a>[<newsItem>">\n<newsMessage', 1
    ),
}


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("where", ELSEWHERE)
def test_what_only_looks_like_an_item_moves_nothing(where: str, way: str) -> None:
    data = ELSEWHERE[where]
    articles = list(read_all(data))

    if way == "at once" or "DOCTYPE" not in where:
        assert write_all(articles, G2) == data
    assert [each.id for each in articles] == ["urn:x:0", "urn:x:1", "urn:x:2"]
    assert read(write(articles[1], G2)) == articles[1]
    for some in (articles[::-1], [attrs.evolve(each, urgency=2) for each in articles]):
        assert list(read_all(write_all(some, G2))) == some


@pytest.mark.usefixtures("way")
def test_entities_that_items_use_stay_what_they_stand_for() -> None:
    declared = b"<!DOCTYPE newsMessage [<!ENTITY e 'Headline &amp; more'>]>\n<newsMessage"
    data = THREE.replace(b"Head 1", b"&e;").replace(b"<newsMessage", declared, 1)
    articles = list(read_all(data))

    assert str(articles[1].headline) == "Headline & more"
    assert read(write(articles[1], G2)) == articles[1]
    changed = [attrs.evolve(each, urgency=2) for each in articles]
    assert list(read_all(write_all(changed, G2))) == changed


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("holder", [b"<newsMessage", b"<itemSet"])
def test_an_item_has_the_language_of_its_message(holder: bytes) -> None:
    data = THREE.replace(holder, holder + b' xml:lang="fi"', 1).replace(
        b"<headline", b"<headline xml:lang='sv'", 1
    )
    articles = list(read_all(data))

    assert [each.language for each in articles] == ["fi"] * 3
    assert [text.language for each in articles for text in each.headlines] == ["sv", None, None]
    assert write_all(articles, G2) == data
    for article in articles:
        for some in (article, attrs.evolve(article, urgency=2), attrs.evolve(article, language="da")):
            assert read(write(some, G2)) == some
    changed = [attrs.evolve(each, headlines=(Text("New"),)) for each in articles]
    assert list(read_all(write_all(changed, G2))) == changed


def test_what_looks_like_a_declaration_in_an_attribute_is_none() -> None:
    first = item(0, """a=' xmlns:h="x"' h:b="2" """)
    articles = list(read_all(message(first, item(1))))
    changed = [attrs.evolve(each, urgency=2) for each in articles]

    assert read(write(articles[0], G2)) == articles[0]
    assert list(read_all(write_all(changed, G2))) == changed


def test_a_message_without_a_namespace_round_an_item_with_one_is_read_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xml_length, "STREAMED", 0)
    data = (
        b"<newsMessage><itemSet><newsItem xmlns='%s' guid='urn:x:1'/></itemSet></newsMessage>" % NAR.encode()
    )

    assert [each.id for each in read_all(data)] == ["urn:x:1"]


def test_what_had_to_be_mended_behind_the_items_is_not_written_with_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xml_length, "STREAMED", 0)
    articles = list(read_all(THREE + b"\0\0"))

    assert list(read_all(write_all(articles, G2))) == articles


def test_one_language_version_twice_is_not_both() -> None:
    body = "".join(
        f"<inlineXML xml:lang='{language}'><html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head>"
        f"<body><p>{text}</p></body></html></inlineXML>"
        for language, text in (("en", "One"), ("fi", "Yksi"))
    )
    two = (
        item(0)
        .replace("<!-- </newsItem> -->", "")
        .replace("</newsItem>", f"<contentSet>{body}</contentSet></newsItem>")
    )
    english, finnish, other = read_all(message(two, item(1)))

    for some in ([english, english], [finnish, english], [english, other, finnish]):
        back = read_all(write_all(some, G2))
        assert [(each.id, each.language) for each in back] == [(each.id, each.language) for each in some]
    assert write_all([english, finnish], G2).count(b"<newsItem ") == 1


def test_items_keep_what_their_message_declares_where_they_go_into_another() -> None:
    extended = '<itemMetaExtProperty rel="h:a" h:b="1"/></itemMeta>'
    data = message(item(0).replace("</itemMeta>", extended), item(1))
    first = list(read_all(data.replace(b"<itemSet", b"<itemSet xml:lang='fi'")))
    other = list(read_all(message(item(2), item(3)).replace(b"urn:h", b"urn:other")))

    for some in ([*first, *other][::-1], [attrs.evolve(each, urgency=2) for each in (*first, *other)]):
        back = list(read_all(write_all(some, G2)))
        assert back == some


def test_an_item_of_newsml_1_without_a_component_changes() -> None:
    envelope = "<NewsEnvelope><DateAndTime>20260302T100000Z</DateAndTime></NewsEnvelope>"
    article = read(f"<NewsML>{envelope}<NewsItem/></NewsML>".encode())
    changed = attrs.evolve(article, urgency=7)

    assert read(write(changed, ONE)).urgency == 7


def test_two_documents_with_items_of_one_name_say_that_one_is_renamed() -> None:
    envelope = "<NewsEnvelope><DateAndTime>20260302T100000Z</DateAndTime></NewsEnvelope>"
    articles = [read(f"<NewsML>{envelope}<NewsItem Duid='n'/></NewsML>".encode()) for _ in range(2)]
    losses = Losses()
    write_all(articles, ONE, losses=losses)

    assert ("extras", "n") in [(loss.path, loss.value) for loss in losses.of(LossKind.COERCED)]


def test_what_is_no_message_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="expected a Message, got str"):
        write_all([Article(headlines=("x",))], "newsml-g2", message="x")  # type: ignore[arg-type]
