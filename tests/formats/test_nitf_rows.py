"""Every row of NITF is moved off its default by a document that our writer did not make, and says what a person reads there.

`STORY` and `RARE` were written by hand after the standard's documentation, and so were the expectations.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from lxml import etree

from newsmodel import Losses, LossKind, diff, read, write
from newsmodel.codec.building import Building, Taken
from newsmodel.codec.row import AlwaysRow, DerivedRow, Row
from newsmodel.codec.table import Table
from newsmodel.difference import related
from newsmodel.formats.nitf import ARTICLE
from newsmodel.formats.nitf_parts import MEDIA
from newsmodel.model import (
    AltId,
    Attribution,
    AttributionRole,
    Concept,
    Direction,
    Embargo,
    Hop,
    Link,
    Media,
    MediaKind,
    Organisation,
    Person,
    Place,
    PubStatus,
    Quote,
    QuoteKind,
    Rendition,
    Rights,
    Span,
    Subject,
    Text,
    Translation,
    TranslationRelation,
)
from newsmodel.syntax.xml_quick import Quick
from newsmodel.syntax.xml_quick_code import Odd

if TYPE_CHECKING:
    from collections.abc import Iterator

STORY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.4//EN" "http://nitf.example/nitf-3-4.dtd">
<nitf version="-//IPTC//DTD NITF 3.4//EN" change.date="October 18, 2006" change.time="19:30" baselang="en-GB">
  <head>
    <title type="alternate">Bridge, second lead</title>
    <meta name="versionCreated" content="20260302T101500Z"/>
    <meta name="firstCreated" content="20260302T080000Z"/>
    <meta name="contentModified" content="20260302"/>
    <meta name="profile" content="text"/>
    <meta name="altId" content="gz-7711"/>
    <meta name="slugline" content="BRIDGE-REOPENS"/>
    <meta name="creditline" content="Gazette/Lens"/>
    <meta name="dcterms.license" content="https://gazette.example/terms"/>
    <tobject tobject.type="news">
      <tobject.property tobject.property.type="Feature"/>
      <tobject.subject tobject.subject.ipr="IPTC" tobject.subject.refnum="11006005" tobject.subject.detail="Transport policy"/>
      <tobject.subject tobject.subject.ipr="house" tobject.subject.refnum="B7" tobject.subject.matter="Bridges"/>
    </tobject>
    <docdata management-status="embargoed">
      <correction info="The bridge has nine arches, not eight."/>
      <evloc city="Riverton" county-dist="Vale" state-prov="Northland" iso-cc="GBR"/>
      <doc-id id-string="tag:gazette.example,2026:bridge" regsrc="Gazette"/>
      <del-list><from-src src-name="Desk" level-number="1"/></del-list>
      <urgency ed-urg="4"/>
      <date.issue norm="20260302T100000+0100"/>
      <date.release norm="20260302T180000+0100"/>
      <date.expire norm="20260402"/>
      <ed-msg info="Pictures to follow" msg-type="x:desk"/>
      <du-key key="gz-bridge" version="3"/>
      <doc.copyright holder="Gazette Ltd" year="2026"/>
      <doc.rights startdate="20260302" enddate="20270302" limitations="No archives"/>
      <key-list><keyword key="bridge"/><keyword key="river"/></key-list>
      <identified-content>
        <person id="em" idsrc="house" value="p1"><name.given>Emma</name.given> <name.family>Stone</name.family><function>mayor</function><alt-code idsrc="uri" value="https://people.example/em"/></person>
        <org id="council" value="council-9">Riverton Council</org>
        <location location-code="riv" code-source="geo"><city>Riverton</city><country iso-cc="GB">United Kingdom</country></location>
        <event idsrc="ev" value="open-day">Open day</event>
        <classifier type="genre" idsrc="genre" value="Feature">Feature</classifier>
        <classifier type="service" idsrc="svc" value="local">Local</classifier>
        <classifier type="signal" idsrc="sig" value="update"/>
        <classifier type="digitalSourceType" idsrc="digsrctype" value="composite"/>
        <classifier type="subject" idsrc="medtop" value="20000001" class="cpnat:abstract">arts<alt-code idsrc="uri" value="http://cv.example/1"/></classifier>
        <virtloc class="original" value="https://gazette.example/cy" xml:lang="cy">Cymraeg</virtloc>
        <virtloc class="translation" value="https://gazette.example/fr" xml:lang="fr">Français</virtloc>
        <virtloc class="alternate" value="https://gazette.example/de" xml:lang="de">Deutsch</virtloc>
        <virtloc class="irel:seeAlso" value="https://gazette.example/more">More<alt-code idsrc="item" value="tag:gazette.example,2026:more"/></virtloc>
      </identified-content>
    </docdata>
    <pubdata ex-ref="https://gazette.example/bridge"/>
    <revision-history function="writer-author" name="Jo Doe"/>
    <revision-history function="editor" name="Ed Itor"/>
    <revision-history comment="translation" name="Tran Slator"/>
    <revision-history function="other" name="Con Tributor"/>
    <revision-history function="photographer" name="Lena Lens"/>
  </head>
  <body>
    <body.head>
      <hedline>
        <hl1 xml:lang="en" class="hlr:main">Old bridge<br/>reopens</hl1>
        <hl2>Nine arches, two years</hl2>
      </hedline>
      <note noteclass="cpyrt" class="x:legal"><body.content><p>© Gazette</p></body.content></note>
      <note noteclass="editorsnote"><body.content><p>Adds quote.</p></body.content></note>
      <rights><rights.limitations>Print only</rights.limitations></rights>
      <byline class="x:by">By <person>Jo Doe</person>, <byttl>Gazette</byttl></byline>
      <distributor><org idsrc="house" value="gz">Gazette News<alt-code idsrc="literal" value="GZN"/><alt-code idsrc="uri" value="https://gazette.example/"/></org></distributor>
      <dateline><location>RIVERTON</location>, <story.date norm="20260302">March 2</story.date></dateline>
      <abstract xmlns:its="http://www.w3.org/2005/11/its" its:dir="rtl"><p>A bridge opens.</p></abstract>
    </body.head>
    <body.content>
      <p><person>Stone</person> said: <q quote-source="Emma Stone">We are proud</q>.</p>
      <media media-type="image" id="m1">
        <media-reference source="img/bridge.jpg" mime-type="image/jpeg" width="640" height="480" copyright="© Lens"/>
        <media-caption class="drol:caption">The bridge</media-caption>
        <media-producer>Lena Lens</media-producer>
      </media>
      <bq quote-source="council"><block><p>It cost nine million.</p></block></bq>
    </body.content>
    <body.end>
      <tagline>With Al Bo</tagline>
      <bibliography>Source: minutes</bibliography>
    </body.end>
  </body>
</nitf>
""".encode()

NS = {"n": "http://iptc.org/std/NITF/2006-10-18/"}
PUBLISHER = Attribution(
    "Gazette News",
    code="house:gz",
    uri="https://gazette.example/",
    literal="GZN",
    role=AttributionRole.PUBLISHER,
)
EMMA = Person(
    "Emma Stone",
    id="em",
    code="house:p1",
    uri="https://people.example/em",
    given_name="Emma",
    family_name="Stone",
    job_title="mayor",
)
UK = Place("United Kingdom", type="cptype:country", country="GB")
NORTHLAND = Place("Northland", type="cptype:statprov", country="GB")
VALE = Place("Vale", type="cptype:region", country="GB")


@pytest.fixture
def losses() -> Losses:
    return Losses()


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("id", "tag:gazette.example,2026:bridge"),
        ("version", 3),
        ("language", "en-GB"),
        ("alt_ids", (AltId("gz-7711"), AltId("gz-bridge", "nitf:du-key"))),
        ("url", "https://gazette.example/bridge"),
        ("titles", (Text("Bridge, second lead"),)),
        ("headlines", (Text("Old bridge\nreopens", "en", role="hlr:main"), Text("Nine arches, two years", role="nitf:hl2"))),
        ("summaries", (Text("A bridge opens.", direction=Direction.RTL),)),
        ("bylines", (Text("By Jo Doe, Gazette", role="x:by"), Text("With Al Bo", role="nitf:tagline"))),
        ("datelines", (Text("RIVERTON, March 2"),)),
        ("sluglines", (Text("BRIDGE-REOPENS"),)),
        ("credit_lines", (Text("Gazette/Lens"), Text("Source: minutes", role="nitf:bibliography"))),
        ("keywords", (Text("bridge"), Text("river"))),
        (
            "editor_notes",
            (
                Text("The bridge has nine arches, not eight.", role="nitf:correction"),
                Text("Pictures to follow", role="x:desk"),
                Text("Adds quote."),
            ),
        ),
        ("published", datetime.fromisoformat("2026-03-02T10:00:00+01:00")),
        ("version_created", datetime(2026, 3, 2, 10, 15, tzinfo=UTC)),
        ("first_created", datetime(2026, 3, 2, 8, tzinfo=UTC)),
        ("content_modified", date(2026, 3, 2)),
        ("content_created", date(2026, 3, 2)),
        ("expires", date(2026, 4, 2)),
        ("embargo", Embargo(datetime.fromisoformat("2026-03-02T18:00:00+01:00"))),
        ("status", PubStatus.USABLE),
        ("urgency", 4),
        ("profile", "text"),
        ("digital_source_type", Concept(code="digsrctype:composite")),
        ("services", (Concept("Local", code="svc:local"),)),
        ("signals", (Concept(code="sig:update"),)),
        ("genres", (Concept("Feature"), Concept("Feature", code="genre:Feature"))),
        (
            "subjects",
            (
                Subject("Transport policy", code="subj:11006005"),
                Subject("Bridges", code="house:B7"),
                Subject("Open day", code="ev:open-day", type="cpnat:event"),
                Subject("arts", code="medtop:20000001", uri="http://cv.example/1", type="cpnat:abstract"),
            ),
        ),
        ("people", (EMMA,)),
        ("organisations", (Organisation("Riverton Council", id="council", literal="council-9"),)),
        (
            "places",
            (
                Place("Riverton", code="geo:riv", type="cptype:city", country="GB", contained_in=[UK]),
                Place("Riverton", type="cptype:city", country="GB", contained_in=[VALE, NORTHLAND]),
            ),
        ),
        ("located", (Place("RIVERTON"),)),
        (
            "attributions",
            (
                PUBLISHER,
                Attribution("Gazette", role=AttributionRole.SOURCE),
                Attribution("Jo Doe", role=AttributionRole.AUTHOR),
                Attribution("Ed Itor", role=AttributionRole.EDITOR),
                Attribution("Con Tributor", role=AttributionRole.CONTRIBUTOR),
                Attribution("Tran Slator", role=AttributionRole.TRANSLATOR),
                Attribution("Lena Lens", role=AttributionRole.PHOTO_CREDIT),
            ),
        ),
        (
            "rights",
            Rights(
                holder=Concept("Gazette Ltd"),
                year=2026,
                notices=[Text("© Gazette", role="x:legal")],
                usage_terms=["Print only", "No archives"],
                license="https://gazette.example/terms",
                valid_from=date(2026, 3, 2),
                valid_to=date(2027, 3, 2),
            ),
        ),
        (
            "media",
            (
                Media(
                    MediaKind.PICTURE,
                    [Rendition("img/bridge.jpg", "image/jpeg", 640, 480)],
                    id="m1",
                    captions=[Text("The bridge", role="drol:caption")],
                    credit="Lena Lens",
                    copyright_notice="© Lens",
                ),
            ),
        ),
        (
            "links",
            (Link("https://gazette.example/more", title="More", rel="irel:seeAlso", item="tag:gazette.example,2026:more"),),
        ),
        (
            "translations",
            (
                Translation("cy", "https://gazette.example/cy", label="Cymraeg", relation=TranslationRelation.ORIGINAL),
                Translation("fr", "https://gazette.example/fr", label="Français", relation=TranslationRelation.TRANSLATION),
                Translation("de", "https://gazette.example/de", label="Deutsch", relation=TranslationRelation.ALTERNATE),
            ),
        ),
        ("hops", (Hop(Concept("Desk"), 1),)),
        (
            "quotes",
            (
                Quote("We are proud", "em", "Emma Stone", spans=[Span(0, 12, 24)], kind=QuoteKind.DIRECT),
                Quote("It cost nine million.", "council", spans=[Span(1, 0, 21)], kind=QuoteKind.DIRECT),
            ),
        ),
    ],
)  # fmt: skip
def test_a_person_reads_the_same(field: str, expected: Any) -> None:
    found = getattr(read(STORY), field)

    if field == "attributions":
        found, expected = set(found), set(expected)
    assert found == expected


def test_what_no_field_takes_is_kept() -> None:
    article = read(STORY)

    assert {extra.place for extra in article.extras} == {
        "head/tobject/@tobject.type",
    }


def test_reading_notes_only_the_places_of_names(losses: Losses) -> None:
    read(STORY, losses=losses)

    assert [(loss.kind.name, loss.value) for loss in losses] == [("UNREAD", "1 × person")]


RARE = b"""<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head>
  <docdata><date.issue>20260302</date.issue></docdata></head><body/></nitf>"""


UNWRITTEN = {
    STORY: [
        "places[1].contained_in[0].country",
        "places[1].contained_in[1].country",
        "subjects[3].uri",
        "subjects[3].type",
        "extras[0]",
    ],
    RARE: [],
}
"""What NITF has no place for: a subject's code stands in `tobject.subject`, which has none for its type, and only a country has a code of ISO 3166."""


def rows_of(table: Table[Any], prefix: str = "", known: dict[Row, str] | None = None) -> dict[Row, str]:
    """Every row that fills a field, in the tables inside too, with its path."""
    known = {} if known is None else known
    inside = [row for each in table.embedded for row in each.table.rows]
    for row in (*table.rows, *inside):
        if row not in known and not isinstance(row, AlwaysRow | DerivedRow):
            known[row] = f"{prefix}{row.paths[0]}"
            if isinstance(row.codec, Table):
                rows_of(row.codec, f"{known[row]}/", known)
    return known


def test_every_row_is_moved_off_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    moved: set[Row] = set()
    taken = Building._taken  # noqa: SLF001  # there is no other place where all values pass

    def noticing(self: Building[Any], *args: Any) -> list[Taken]:
        got = taken(self, *args)
        moved.update(row for row, value, _ in got if value not in (None, "", (), ("", "")))
        return got

    def refuse(*_: object) -> None:
        raise Odd

    monkeypatch.setattr(Building, "_taken", noticing)
    monkeypatch.setattr(Quick, "read", refuse)
    read(STORY)

    known = rows_of(MEDIA, "media/", rows_of(ARTICLE))
    assert {path for row, path in known.items() if row not in moved} == set()


def words_of(data: bytes) -> Iterator[str]:
    for element in etree.fromstring(data).iter(etree.Element):
        for said in (element.text, element.tail, *element.values()):
            yield from str(said or "").split()


def test_no_word_vanishes(losses: Losses) -> None:
    article = attrs.evolve(read(STORY, losses=losses), origin=None)
    written = write(article, "nitf", losses=losses)

    told = " ".join(words_of(written)) + " ".join(f"{loss.value} {loss.reason}" for loss in losses)
    gone = {word for word in words_of(STORY) if word not in told}
    # the version and the day of the DTD; ISO 3166 in three letters; places of which there is another for the same
    assert gone == {"3.4//EN", "October", "18,", "2006", "19:30", "GBR", "editorsnote", "subject"}


@pytest.mark.parametrize("data", [STORY, RARE], ids=["story", "rare"])
def test_what_is_written_from_the_article_alone_is_valid(data: bytes, shared: Path) -> None:
    schema = etree.XMLSchema(etree.parse(shared / "conformance/nitf/nitf-3-6.xsd"))
    article, losses = read(data), Losses()
    written = write(article, "nitf", extras=False, losses=losses)

    schema.validate(etree.fromstring(written))
    assert [str(error) for error in schema.error_log] == []
    changed = [change.path for change in diff(article, read(written))]
    assert [path for path in changed if not any(related(path, lost) for lost in losses.paths)] == []
    assert [loss.path for loss in losses.of(LossKind.UNWRITTEN)] == UNWRITTEN[data]
