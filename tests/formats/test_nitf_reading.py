"""NITF as it is sent: dates and lines in many forms, text for attributes, places that are wrong; each repair is noted with its line."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsmodel import Article, InputError, Losses, LossKind, Paragraph, Section, read, write
from newsmodel.model import (
    BlockQuote,
    Embargo,
    Figure,
    ItemList,
    Person,
    PubStatus,
    Quote,
    QuoteKind,
    Raw,
    Span,
    Table,
    Text,
)
from newsmodel.strategies import articles


def document(
    docdata: str = "", lines: str = "", content: str = "<p>One.</p>", *, head: str = "", end: str = ""
) -> bytes:
    return f"""<nitf><head>{head}<docdata>{docdata}</docdata></head>
<body><body.head>{lines}</body.head><body.content>{content}</body.content>{end}</body></nitf>""".encode()


def texts(values: tuple[Text, ...]) -> list[str]:
    return [text.value for text in values]


@pytest.fixture
def losses() -> Losses:
    return Losses()


# times


@pytest.mark.parametrize(
    ("norm", "expected", "as_it_should_be"),
    [
        ("20170102T222800+0000", datetime(2017, 1, 2, 22, 28, tzinfo=UTC), True),
        ("20151210T191044Z", datetime(2015, 12, 10, 19, 10, 44, tzinfo=UTC), True),
        ("20141126T152703", datetime(2014, 11, 26, 15, 27, 3), True),  # noqa: DTZ001  # no zone is said
        ("20131026", date(2013, 10, 26), True),
        ("04680229", date(468, 2, 29), True),
        ("2016-05-12T00:05:13+02:00", datetime.fromisoformat("2016-05-12T00:05:13+02:00"), False),
        ("2022-07-11 18:33", datetime(2022, 7, 11, 18, 33), False),  # noqa: DTZ001
        ("2026-02-17 10:54:40+00:00", datetime(2026, 2, 17, 10, 54, 40, tzinfo=UTC), False),
    ],
)
def test_a_time(norm: str, expected: Any, losses: Losses, *, as_it_should_be: bool) -> None:
    article = read(document(f'<date.issue norm="{norm}"/>'), losses=losses)

    assert article.published == expected
    noted = [(loss.where, loss.value, loss.line) for loss in losses.of(LossKind.REPAIRED)]
    assert noted == ([] if as_it_should_be else [("head/docdata/date.issue/@norm", norm, 1)])


@pytest.mark.parametrize("norm", ["YYYYMMDD000000-HHMM", "1478012345678", "20130230"])
def test_what_is_no_time_is_kept_and_noted(norm: str, losses: Losses) -> None:
    article = read(document(f'<date.expire norm="{norm}"/>'), losses=losses)

    assert article.expires is None
    assert [extra.raw for extra in article.extras] == [norm]
    assert [loss.kind for loss in losses] == [LossKind.UNREADABLE]


def test_the_day_of_the_dtd_is_no_time_of_the_story() -> None:
    data = document().replace(b"<nitf>", b'<nitf change.date="October 10, 2003" change.time="19:30">')
    article = read(data)

    assert [getattr(article, field.name) for field in attrs.fields(Article) if "created" in field.name] == [
        None
    ] * 3
    assert article.published is None


# embargoes

ISSUED = '<date.issue norm="20160908T161502+0100"/>'
LATER = datetime.fromisoformat("2016-09-09T00:01:00+01:00")


@pytest.mark.parametrize(
    ("status", "release", "expected"),
    [
        ("embargoed", "20160909T000100+0100", Embargo(LATER)),
        ("embargoed", None, Embargo()),
        ("embargoed", "at noon", Embargo()),
        ("usable", "20160909T000100+0100", Embargo(LATER)),
        (None, "20160909T000100+0100", Embargo(LATER)),
        (None, "20160908T161502+0100", None),
        (None, "20160908T151502Z", None),
        ("usable", None, None),
    ],
)
def test_an_embargo(status: str | None, release: str | None, expected: Embargo | None) -> None:
    docdata = ISSUED + (f'<date.release norm="{release}"/>' if release else "")
    data = document(docdata).decode()
    if status:
        data = data.replace("<docdata>", f'<docdata management-status="{status}">')
    article = read(data.encode())

    assert article.embargo == expected
    back = read(write(article, "nitf", extras=False))
    assert back.embargo == expected


def test_a_status_that_is_no_embargo() -> None:
    data = document().replace(b"<docdata>", b'<docdata management-status="Canceled">')
    assert read(data).status is PubStatus.CANCELED


# lines


@pytest.mark.parametrize(
    ("byline", "expected", "authors"),
    [
        ("By Ian Jones, Wire", "By Ian Jones, Wire", []),
        ("By JO DOE<byttl>Wire Writer</byttl>", "By JO DOE, Wire Writer", []),
        (
            "By<person>Staff Reporter</person><byttl>Desk</byttl>",
            "By Staff Reporter, Desk",
            ["Staff Reporter"],
        ),
        ("<person>A Bo</person><person>C Do</person>", "A Bo, C Do", ["A Bo", "C Do"]),
        (
            "By <person><name.given>Jo</name.given><name.family>Doe</name.family></person>",
            "By Jo Doe",
            ["Jo Doe"],
        ),
        ("<!-- Name --> Jo\n  Doe ", "Jo Doe", []),
    ],
)
def test_a_byline(byline: str, expected: str, authors: list[str]) -> None:
    article = read(document(lines=f"<byline>{byline}</byline><byline/>"))

    assert texts(article.bylines) == [expected]
    assert [found.names[0].value for found in article.attributions] == authors
    assert not article.extras


@pytest.mark.parametrize(
    ("dateline", "expected", "places", "day"),
    [
        ("Oslo", ["Oslo"], [], None),
        ("<location>NEW YORK</location>", ["NEW YORK"], ["NEW YORK"], None),
        ("<location><city>Sydney</city></location>", ["Sydney"], ["Sydney"], None),
        (
            "<location>BEIJING</location><story.date>July 23</story.date>",
            ["BEIJING, July 23"],
            ["BEIJING"],
            None,
        ),
        (
            '<story.date norm="20170102T222800+0000">20170102T222800+0000</story.date>',
            [],
            [],
            datetime(2017, 1, 2, 22, 28, tzinfo=UTC),
        ),
    ],
)
def test_a_dateline(dateline: str, expected: list[str], places: list[str], day: Any) -> None:
    article = read(document(lines=f"<dateline>{dateline}</dateline>"))

    assert texts(article.datelines) == expected
    assert [place.name for place in article.located] == places
    assert article.content_created == day


@pytest.mark.parametrize(
    ("head", "lines", "headlines", "titles"),
    [
        ("<title>A </title>", "<hedline><hl1>A</hl1></hedline>", ["A"], []),
        ("<title>1 SLUG A</title>", "<hedline><hl1>A</hl1><hl2>B</hl2></hedline>", ["A", "B"], ["1 SLUG A"]),
        ("<title>A</title>", "<hedline></hedline>", ["A"], []),
        ("<title>A</title>", '<hedline><hl1 id="h"/></hedline>', ["A"], []),
        ("<title/>", "<hedline/>", [], []),
        ("<title><!-- T -->A</title>", "", ["A"], []),
        ("", "<hedline><hl1> <!-- Title --> A </hl1></hedline>", ["A"], []),
        ("", "<headline><hl1>A</hl1></headline>", ["A"], []),
        ("", "<hedline><hl1>A</hl1></hedline><hedline><hl1>B</hl1></hedline>", ["A", "B"], []),
    ],
)
def test_headlines_and_titles(head: str, lines: str, headlines: list[str], titles: list[str]) -> None:
    article = read(document(lines=lines, head=head))

    assert (texts(article.headlines), texts(article.titles)) == (headlines, titles)


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("In short.", ["In short."]),
        ("<p>In</p><p>short.</p>\n", ["In\nshort."]),
        ("&lt;p&gt;In short.&lt;/p&gt;", ["In short."]),
        (" ", []),
        ('<media media-type="image"><media-metadata name="a" value="b"/></media>', []),
    ],
)
def test_an_abstract(abstract: str, expected: list[str]) -> None:
    assert texts(read(document(lines=f"<abstract>{abstract}</abstract>")).summaries) == expected


# what stands in the wrong place

MISPLACED = b"""<nitf><head>
<urgency ed-urg="4"/>
<docdata>
<doc-id>30257</doc-id>
<key-list><keyword>National</keyword></key-list>
<pubdata date.publication="20260302"/>
</docdata></head><body><body.head><rights.owner>Gazette</rights.owner></body.head>
<body.content><lang lang="it"/><p>Uno.</p></body.content>
<p quote-source="Jo Doe">Due.</p>
tre</body></nitf>"""


def test_what_stands_in_the_wrong_place_is_read_and_noted(losses: Losses) -> None:
    article = read(MISPLACED, losses=losses)

    assert (article.urgency, article.id, article.language) == (4, "30257", "it")
    assert texts(article.keywords) == ["National"]
    assert article.published == date(2026, 3, 2)
    assert article.rights
    assert article.rights.holder
    assert article.rights.holder.name == "Gazette"
    assert {paragraph.text for paragraph in article.paragraphs} == {"Uno.", "Due.", "tre"}
    assert [quote.speaker_text for quote in article.quotes] == ["Jo Doe"]
    noted = {
        (loss.where.rpartition("/")[2].partition("[")[0], loss.line) for loss in losses.of(LossKind.REPAIRED)
    }
    assert noted == {
        ("urgency", 2), ("doc-id", 4), ("keyword", 5), ("pubdata", 6), ("rights.owner", 7), ("body", 7), ("lang", 8), ("p", 9),
    }  # fmt: skip
    assert write(article, "nitf") == MISPLACED


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("One\nline.\n\nTwo.", ["One line.", "Two."]),
        ("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", ["One.", "Two."]),
        ("<![CDATA[<p>One.</p><p>Two.</p>]]>", ["One.", "Two."]),
        ("<block><p>   One<br/>two.</p><p/><p><br/></p><p> </p></block>", ["One\ntwo."]),
        ("<block><block>loose</block><p>One.</p></block>", ["loose", "One."]),
        ("<p>x &#60;b&#62; y</p>", ["x <b> y"]),
        ("<dl><dt>Term</dt><dd>Meaning</dd></dl>", ["Term", "Meaning"]),
    ],
)
def test_paragraphs(content: str, expected: list[str]) -> None:
    article = read(document(content=content))
    assert [paragraph.text for paragraph in article.paragraphs] == expected


# what is in the text

SAID = """<p><person idsrc="h" value="p1"><name.given>Emma</name.given> <name.family>Stone</name.family></person>
of <org>City Council</org> said on <chron norm="20260302">2 March 2026</chron> in <location><city>Riverton</city></location>:
<q quote-source="Emma Stone">We <em>are</em></q>, she said, <q class="quote-1">no, a part</q>.</p>
<bq quote-source="Stone"><block><p>It cost nine million.</p></block></bq>
<bq><block><p>All of it.</p></block><credit>City Council</credit></bq>"""


def test_names_and_speakers_in_the_text(losses: Losses) -> None:
    article = read(document(content=SAID), losses=losses)

    (emma,) = article.people
    (council,) = article.organisations
    assert (emma.name, emma.code, emma.given_name, emma.family_name) == (
        "Emma Stone",
        "h:p1",
        "Emma",
        "Stone",
    )
    assert [place.name for place in article.places] == ["Riverton"]
    assert [(quote.text, quote.speaker, quote.speaker_text) for quote in article.quotes] == [
        ("We are", emma.id, "Emma Stone"),
        ("no, a part", None, None),
        ("It cost nine million.", None, "Stone"),
        ("All of it.", council.id, "City Council"),
    ]
    assert not any("20260302" in str(loss.value) for loss in losses)  # the text says it too


def test_a_date_that_the_text_does_not_say_is_noted(losses: Losses) -> None:
    read(document(content='<p>It was <chron norm="20260302">Monday</chron>.</p>'), losses=losses)
    assert [(loss.value, loss.kind) for loss in losses] == [("20260302", LossKind.UNREAD)]


def test_blocks() -> None:
    article = read(
        document(
            content="""<hl2>First</hl2><ul><li>a</li><li><p>b</p></li></ul><ol><li>c</li></ol>
            <nitf-table><table><caption>T</caption><tr><th>x</th></tr><tr><td>y</td></tr></table></nitf-table>
            <media media-type="video"><media-reference source="v.mp4" source-credit="Lena Lens" alternate-text="A boat"/></media>
            <bq><block><p>q</p></block></bq><hr/><hl2>Second</hl2><pre>a
b</pre>"""
        )
    )

    first, second = article.sections
    assert [section.heading.value for section in article.sections if section.heading] == ["First", "Second"]
    kinds = [type(block) for block in first.blocks]
    assert kinds == [ItemList, ItemList, Table, Figure, BlockQuote, Raw]
    assert [block.ordered for block in first.blocks if isinstance(block, ItemList)] == [False, True]
    (media,) = article.media
    assert (media.credit, texts(media.captions)) == ("Lena Lens", ["A boat"])
    assert [type(block) for block in second.blocks] == [Paragraph]
    assert read(write(article, "nitf", extras=False)).media == article.media


# writing


def test_deeper_sections_are_a_loss_that_is_told(losses: Losses) -> None:
    sections = [Section("A", [Paragraph("a")]), Section("B", [Paragraph("b")], level=2)]
    back = read(write(Article(sections=sections), "nitf", losses=losses))

    assert [section.level for section in back.sections] == [1, 1]
    assert [(loss.kind, loss.path, loss.value) for loss in losses] == [
        (LossKind.UNWRITTEN, "sections[1].level", 2)
    ]


@pytest.mark.parametrize("kind", list(QuoteKind))
@pytest.mark.parametrize("speaker", [None, "p1"])
def test_a_quote_keeps_its_speaker(kind: QuoteKind, speaker: str | None) -> None:
    article = Article(
        people=[Person("Jo Doe", id="p1")],
        sections=[Section(None, [Paragraph("He said yes and left.")])],
        quotes=[Quote("yes", speaker, spans=[Span(0, 8, 11)], kind=kind)],
    )
    (quote,) = read(write(article, "nitf")).quotes

    assert (quote.speaker, quote.text, quote.kind) == (speaker, "yes", kind)


# nothing but faults of the document


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """A document in which something was moved, doubled, renamed, emptied."""
    root = etree.fromstring(write(draw(articles()), "nitf"))
    for _ in range(draw(st.integers(1, 4))):
        elements = list(root.iter(etree.Element))
        element, other = (elements[draw(st.integers(0, len(elements) - 1))] for _ in range(2))
        match draw(st.sampled_from(["move", "rename", "text", "attributes", "clear"])):
            case "move" if element is not root and other not in element.iter():
                other.insert(0, element)
            case "rename" if element is not root:
                name = draw(
                    st.sampled_from(
                        ["p", "q", "bq", "media", "person", "hl1", "block", "title", "table", "body"]
                    )
                )
                element.tag = f"{{{etree.QName(root).namespace}}}{name}"
            case "attributes":
                for key in list(element.attrib):
                    element.set(
                        key, draw(st.sampled_from(["", "0", "x y", "http://a b", "20269999T000000Z"]))
                    )
            case "clear" if element is not root:
                element.clear()
            case _:
                element.text = draw(st.sampled_from(["", "x", "1" * 300]))
    return etree.tostring(root, encoding="UTF-8")


@given(data=broken())
def test_what_is_broken_is_read_or_refused_with_an_input_error(data: bytes) -> None:
    try:
        article = read(data, format="nitf")
    except InputError:
        return

    assert write(article, "nitf") == data


@given(data=broken())
def test_what_is_made_of_a_broken_document_is_valid(data: bytes, nitf_schema: etree.XMLSchema) -> None:
    article = read(data, format="nitf")
    document = etree.fromstring(write(article, "nitf", extras=False))

    nitf_schema.validate(document)
    assert [str(error) for error in nitf_schema.error_log] == []


@pytest.fixture(scope="session")
def nitf_schema(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / "conformance/nitf/nitf-3-6.xsd"))
