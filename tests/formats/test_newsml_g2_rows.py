"""Every row of NewsML-G2 is moved off its default by a document that our writer did not make.

Most rows are exercised by files of agencies and of the IPTC. What no sample says, and what stands in the project's own
namespace, is said by `OWN_NAMESPACE` and `RARE`, which were written by hand; so were their expectations.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from lxml import etree
from test_newsml_g2_part_meta import NAMES, SHOTS

from newsmodel import InputError, Losses, read, read_all, write
from newsmodel.codec.building import Building, Taken
from newsmodel.codec.row import AlwaysRow, DerivedRow, Row
from newsmodel.codec.table import Table
from newsmodel.dates.when import format_iso, parse_iso
from newsmodel.errors import DateError
from newsmodel.formats.newsml_g2 import ARTICLE, PACKAGE_ITEM
from newsmodel.model import (
    AltId,
    Attribution,
    AttributionRole,
    Concept,
    Direction,
    Figure,
    Group,
    GroupMode,
    Hop,
    HopAction,
    ItemType,
    Link,
    Media,
    MediaKind,
    Member,
    Organisation,
    Package,
    PartyKind,
    Person,
    Place,
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
    import pytest

OWN_NAMESPACE = """<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:nm="https://newsmodel.example/ns#"
    standard="NewsML-G2" standardversion="2.35" conformance="power" guid="tag:gazette.example,2026:bridge" version="2">
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider nm:line="From the Gazette" nm:kind="organisation" nm:entity="gazette"><name>The Gazette</name></provider>
    <versionCreated>2026-03-01T10:00:00Z</versionCreated>
    <link reluri="https://newsmodel.example/ns#media" id="bridge" nm:kind="video">
      <description dir="ltr" roleuri="https://gazette.example/caption">The bridge</description>
      <creditline>A. Photographer</creditline>
      <copyrightNotice>© 2026 A. Photographer</copyrightNotice>
      <remoteContent href="bridge.mp4" contenttype="video/mp4" width="1920" height="1080" size="123456" rendition="rnd:highRes"/>
      <remoteContent href="bridge-small.mp4" renditionuri="https://gazette.example/small"/>
    </link>
    <link reluri="https://newsmodel.example/ns#translation" nm:language="ar" href="../ar/1" nm:relation="original" title="عربي"/>
  </itemMeta>
  <contentMeta nm:url="https://gazette.example/bridge">
    <infoSource nm:line="Source: Wire" nm:kind="organisation" nm:entity="wire" roleuri="https://gazette.example/source"><name>Wire</name></infoSource>
    <creator nm:line="By Jo Doe" nm:kind="person" nm:entity="jo" roleuri="https://gazette.example/reporter" jobtitleuri="https://gazette.example/staff"><name>Jo Doe</name></creator>
    <contributor roleuri="https://newsmodel.example/ns#editor" nm:line="Edited by Jo Doe" nm:kind="person" nm:entity="jo" role="x:desk" jobtitle="x:chief"><name>Jo Doe</name></contributor>
    <contributor roleuri="https://newsmodel.example/ns#editor" jobtitleuri="https://gazette.example/night"><name>N. Editor</name></contributor>
    <contributor roleuri="https://newsmodel.example/ns#translator" nm:line="Translated by Jo Doe" nm:kind="person" nm:entity="jo" role="x:from-ar" jobtitle="x:translator"><name>Jo Doe</name></contributor>
    <contributor roleuri="https://newsmodel.example/ns#translator" jobtitleuri="https://gazette.example/translator"><name>T. Ranslator</name></contributor>
    <contributor roleuri="https://newsmodel.example/ns#photo_credit" nm:line="Photo: Jo Doe" nm:kind="person" nm:entity="jo" role="x:camera" jobtitle="x:photographer"><name>Jo Doe</name></contributor>
    <contributor roleuri="https://newsmodel.example/ns#photo_credit" jobtitleuri="https://gazette.example/photographer"><name>P. Hoto</name></contributor>
    <contributor nm:line="With help from Jo Doe" nm:kind="person" nm:entity="jo"><name>Jo Doe</name></contributor>
    <altId typeuri="https://gazette.example/number">B-17</altId>
    <language tag="en"/>
    <subject type="cpnat:person" id="jo" nm:jobTitle="reporter">
      <name>Jo Doe</name><name part="nprt:given">Jo</name><name part="nprt:family">Doe</name>
    </subject>
    <subject type="cpnat:organisation" id="gazette"><name>The Gazette</name></subject>
    <subject type="cpnat:organisation" id="wire"><name>Wire</name></subject>
    <subject type="cpnat:geoArea" id="town" nm:country="EG" nm:type="cptype:city" nm:latitude="31.2" nm:longitude="29.9">
      <name>Alexandria</name>
      <broader typeuri="https://gazette.example/country" nm:country="EG" nm:latitude="26.8" nm:longitude="30.8"><name>Egypt</name></broader>
    </subject>
    <subject typeuri="https://gazette.example/topic"><name>Bridges</name></subject>
    <headline>Bridge closed</headline>
    <contentMetaExtProperty reluri="https://newsmodel.example/ns#quote" value="No comment" nm:kind="partial" nm:speakerText="a passer-by"/>
  </contentMeta>
  <inlineRef typeuri="https://newsmodel.example/ns#quote" idrefs="q1 q2" nm:speaker="jo" nm:speakerText="Doe" nm:cue="said" nm:kind="direct" nm:evidence="subject"/>
  <contentSet>
    <inlineXML contenttype="application/xhtml+xml">
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Bridge closed</title></head><body>
        <p><img src="bridge.mp4" alt="The bridge" longdesc="#bridge"/></p>
        <p>“<span id="q1">It will open</span>,” Doe said, “<span id="q2">in May.</span>”</p>
      </body></html>
    </inlineXML>
  </contentSet>
</newsItem>""".encode()

RARE = b"""<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.35" conformance="power" guid="tag:gazette.example,2026:fog">
  <hopHistory>
    <hop seq="1" timestamp="2026-03-02T09:00:00Z">
      <party><name>Photo desk</name></party>
      <action uri="https://gazette.example/cropped" targeturi="https://gazette.example/picture" timestamp="2026-03-02"/>
      <action qcode="gz:sent" target="gz:all"/>
    </hop>
  </hopHistory>
  <rightsInfo nm:year="2026" xmlns:nm="https://newsmodel.example/ns#">
    <accountable qcode="gz:ed"><name>Em Em</name></accountable>
    <copyrightNotice>(c) Gazette</copyrightNotice>
    <link rel="irel:rightspolicy" href="https://gazette.example/license"/>
    <dataMining uri="http://ns.useplus.org/LDF/ldf-XMPSpecification#DMI-PROHIBITED"/>
  </rightsInfo>
  <rightsInfo scope="gz:pictures gz:maps" aspect="gz:print" validfrom="2026-03-01" validto="2027-03-01T00:00:00Z">
    <usageTerms>Not in print</usageTerms>
  </rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider><name>The Gazette</name></provider>
    <versionCreated>2026-03-02T10:00:00Z</versionCreated>
    <profile>story</profile>
    <title>Fog, second lead</title>
    <link reluri="https://gazette.example/related" residref="tag:gazette.example,2026:dew" version="4" title="Dew"/>
  </itemMeta>
  <contentMeta>
    <digitalSourceType uri="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"/>
    <located typeuri="https://gazette.example/town">
      <name>Aswan</name>
      <geoAreaDetails><position latitude="24.0889" longitude="32.8998"/></geoAreaDetails>
    </located>
    <contributor literal="A" jobtitle="gz:checker" role="gz:fact"/>
    <contributor literal="B" jobtitleuri="https://gazette.example/job" roleuri="https://gazette.example/part"/>
  </contentMeta>
  <contentSet><remoteContent href="fog.pdf" contenttype="application/pdf" size="1024"/></contentSet>
</newsItem>"""


PACKAGE = b"""<?xml version="1.0"?>
<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.35" guid="tag:gazette.example,2026:all">
  <itemMeta>
    <itemClass qcode="ninat:composite"/>
    <provider><name>The Gazette</name></provider>
    <versionCreated>2026-03-02T10:00:00Z</versionCreated>
  </itemMeta>
  <groupSet root="top">
    <group id="top" roleuri="https://gazette.example/front" mode="pgrmod:seq">
      <title>Front page</title>
      <groupRef idref="pictures"/>
      <itemRef residref="tag:gazette.example,2026:fog" version="2"/>
    </group>
    <group id="pictures" role="gz:pictures" mode="pgrmod:bag"/>
  </groupSet>
</packageItem>"""


def test_a_package() -> None:
    article = read(PACKAGE)

    assert article.type is ItemType.COMPOSITE
    assert article.package == Package(
        "top",
        (
            Group(
                "top",
                (
                    Member(group="pictures"),
                    Member(Link(item="tag:gazette.example,2026:fog", version=2)),
                ),
                "https://gazette.example/front",
                GroupMode.SEQUENCE,
                "Front page",
            ),
            Group("pictures", (), "gz:pictures", GroupMode.BAG),
        ),
    )


def test_what_stands_in_our_namespace() -> None:
    losses = Losses()
    article = read(OWN_NAMESPACE, losses=losses)

    assert losses == []
    assert article.extras == ()
    assert article.url == "https://gazette.example/bridge"
    assert article.alt_ids == (AltId("B-17", "https://gazette.example/number"),)
    assert article.media == (
        Media(
            MediaKind.VIDEO,
            (
                Rendition("bridge.mp4", "video/mp4", 1920, 1080, 123456, "rnd:highRes"),
                Rendition("bridge-small.mp4", role="https://gazette.example/small"),
            ),
            "bridge",
            Text("The bridge", None, Direction.LTR, "https://gazette.example/caption"),
            "A. Photographer",
            "© 2026 A. Photographer",
        ),
    )
    assert article.translations == (Translation("ar", "../ar/1", TranslationRelation.ORIGINAL, "عربي"),)
    assert article.people == (
        Person("Jo Doe", id="jo", given_name="Jo", family_name="Doe", job_title="reporter"),
    )
    assert article.organisations == (
        Organisation("The Gazette", id="gazette"),
        Organisation("Wire", id="wire"),
    )
    assert article.places == (
        Place(
            "Alexandria",
            id="town",
            type="cptype:city",
            country="EG",
            latitude=31.2,
            longitude=29.9,
            contained_in=(
                Place(
                    "Egypt",
                    type="https://gazette.example/country",
                    country="EG",
                    latitude=26.8,
                    longitude=30.8,
                ),
            ),
        ),
    )
    assert article.subjects == (Subject("Bridges", type="https://gazette.example/topic"),)


def test_attributions_of_our_namespace() -> None:
    def doe(role: AttributionRole, line: str, **more: str) -> Attribution:
        return Attribution("Jo Doe", role=role, kind=PartyKind.PERSON, line=line, entity="jo", **more)  # type: ignore[arg-type]

    role = AttributionRole
    assert read(OWN_NAMESPACE).attributions == (
        Attribution("The Gazette", role=role.PUBLISHER, kind=PartyKind.ORGANISATION, line="From the Gazette", entity="gazette"),
        Attribution(
            "Wire", role=role.SOURCE, kind=PartyKind.ORGANISATION, line="Source: Wire", entity="wire", detail="https://gazette.example/source"
        ),
        doe(role.AUTHOR, "By Jo Doe", detail="https://gazette.example/reporter", job_title="https://gazette.example/staff"),
        doe(role.EDITOR, "Edited by Jo Doe", detail="x:desk", job_title="x:chief"),
        Attribution("N. Editor", role=role.EDITOR, job_title="https://gazette.example/night"),
        doe(role.TRANSLATOR, "Translated by Jo Doe", detail="x:from-ar", job_title="x:translator"),
        Attribution("T. Ranslator", role=role.TRANSLATOR, job_title="https://gazette.example/translator"),
        doe(role.CONTRIBUTOR, "With help from Jo Doe"),
        doe(role.PHOTO_CREDIT, "Photo: Jo Doe", detail="x:camera", job_title="x:photographer"),
        Attribution("P. Hoto", role=role.PHOTO_CREDIT, job_title="https://gazette.example/photographer"),
    )  # fmt: skip


def test_quotes_and_figures_of_our_namespace() -> None:
    article = read(OWN_NAMESPACE)

    assert article.quotes == (
        Quote(
            "It will open in May.",
            "jo",
            "Doe",
            "said",
            (Span(0, 1, 13), Span(0, 27, 34)),
            QuoteKind.DIRECT,
            "subject",
        ),
        Quote("No comment", None, "a passer-by", kind=QuoteKind.PARTIAL),
    )
    assert article.sections[0].blocks[0] == Figure("bridge")
    assert article.paragraphs[0].text == "“It will open,” Doe said, “in May.”"


def test_what_no_sample_says() -> None:
    article = read(RARE)

    assert article.rights == Rights(
        notices="(c) Gazette",
        license="https://gazette.example/license",
        year=2026,
        data_mining=Concept(uri="http://ns.useplus.org/LDF/ldf-XMPSpecification#DMI-PROHIBITED"),
        accountable=Concept("Em Em", code="gz:ed"),
    )
    assert article.part_rights == (
        Rights(
            usage_terms="Not in print",
            scope=("gz:pictures", "gz:maps"),
            aspect=("gz:print",),
            valid_from=date(2026, 3, 1),
            valid_to=datetime(2027, 3, 1, tzinfo=UTC),
        ),
    )
    assert article.hops == (
        Hop(
            Concept("Photo desk"),
            1,
            datetime(2026, 3, 2, 9, tzinfo=UTC),
            (
                HopAction(
                    uri="https://gazette.example/cropped",
                    target="https://gazette.example/picture",
                    at=date(2026, 3, 2),
                ),
                HopAction(code="gz:sent", target="gz:all"),
            ),
        ),
    )
    assert (article.profile, article.titles) == ("story", (Text("Fog, second lead"),))
    assert article.digital_source_type == Concept(
        uri="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
    )
    assert article.renditions == (Rendition("fog.pdf", "application/pdf", size=1024),)
    assert article.links == (
        Link(None, "https://gazette.example/related", "tag:gazette.example,2026:dew", 4, title="Dew"),
    )
    assert article.located == (
        Place("Aswan", type="https://gazette.example/town", latitude=24.0889, longitude=32.8998),
    )


NEVER: dict[str, str] = {}
"""Rows that nothing here exercises, each with the reason."""


def rows_of(table: Table[Any], prefix: str = "", known: dict[Row, str] | None = None) -> dict[Row, str]:
    """Every row that fills a field, in the tables inside too, with its path."""
    known = {} if known is None else known
    for row in table.rows:
        if row not in known and not isinstance(row, AlwaysRow | DerivedRow):
            known[row] = f"{prefix}{row.paths[0]}"
            if isinstance(row.codec, Table):
                rows_of(row.codec, f"{known[row]}/", known)
    return known


def g2_files(shared: Path) -> Iterator[Path]:
    for folder in (
        "samples/agency/dpa-2017",
        "samples/agency/stt-2012",
        "conformance/newsml-g2/examples",
        "conformance/newsml-g2/unit_tests",
    ):
        yield from sorted((shared / folder).rglob("*.xml"))


def is_g2(data: bytes) -> bool:
    root = etree.fromstring(data)
    return etree.QName(root).localname in {"newsItem", "packageItem", "newsMessage"}


def refuse(*_: object) -> None:
    """Leave all to the way that notes what it meets; that the quick one reads the same is tested in test_xml_quick."""
    raise Odd


def test_every_row_is_moved_off_its_default(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved: set[Row] = set()
    taken = Building._taken  # noqa: SLF001  # there is no other place where all values pass

    def noticing(self: Building[Any], *args: Any) -> list[Taken]:
        got = taken(self, *args)
        moved.update(row for row, value, _ in got if value not in (None, "", (), ("", "")))
        return got

    monkeypatch.setattr(Building, "_taken", noticing)
    monkeypatch.setattr(Quick, "read", refuse)
    documents = [path.read_bytes() for path in g2_files(shared)]
    for data in [*filter(is_g2, documents), OWN_NAMESPACE, RARE, PACKAGE, SHOTS, NAMES]:
        try:
            list(read_all(data, format="newsml-g2"))
        except InputError:
            continue

    known = rows_of(PACKAGE_ITEM, known=rows_of(ARTICLE))
    still = {path for row, path in known.items() if row not in moved}
    assert still == set(NEVER)


# Nothing vanishes


def words_of(data: bytes) -> set[str]:
    """Every word that a document says: of texts and of the values of attributes."""
    words: set[str] = set()
    for element in etree.fromstring(data).iter(etree.Element):
        for said in (element.text, element.tail, *element.values()):
            words.update(str(said or "").split())
    return words


SAID_OTHERWISE = {"xhtml/xml", "application/nitf+xml"}
"""The types of bodies: what we write is XHTML."""


def as_we_write(word: str) -> str:
    """A word in our form: a time without empty fractions, and Z for no offset."""
    try:
        return format_iso(parse_iso(word))
    except DateError:
        return word


def told_of(data: bytes) -> str:
    """What comes back, and what is reported."""
    losses = Losses()
    articles = list(read_all(data, format="newsml-g2", losses=losses))
    written = [write(article, "newsml-g2", losses=losses) for article in articles]
    again = " ".join(" ".join(words_of(document)) for document in written)
    return again + " ".join(f"{shown(loss.value)} {loss.where} {loss.reason}" for loss in losses)


def shown(value: Any) -> str:
    """A value of a report with all that is in it, times as we write them."""
    if attrs.has(type(value)):
        return " ".join(shown(getattr(value, field.name)) for field in attrs.fields(type(value)))
    if isinstance(value, tuple):
        return " ".join(map(shown, value))
    return format_iso(value) if isinstance(value, datetime) else str(value)


def test_no_word_of_any_sample_vanishes(shared: Path) -> None:
    read_at_all, refused = 0, dict[str, str]()
    for path in g2_files(shared):
        data = path.read_bytes()
        if not is_g2(data):
            continue
        try:
            told = told_of(data)
        except InputError as error:
            refused[path.name] = error.place
            continue
        read_at_all += 1
        missing = {word for word in words_of(data) if word not in told and as_we_write(word) not in told}
        assert missing <= SAID_OTHERWISE, path.name
    assert read_at_all > 120
    assert all(refused.values())  # the document's fault, and where it lies


def test_extras_stay_out_where_they_are_not_wanted(shared: Path) -> None:
    schema = etree.XMLSchema(etree.parse(shared / "conformance/newsml-g2/xsd/g2-with-bodies.xsd"))
    for path in g2_files(shared):
        data = path.read_bytes()
        if not is_g2(data):
            continue
        for article in read_all(data, format="newsml-g2"):
            document = etree.fromstring(write(attrs.evolve(article), "newsml-g2", extras=False))
            schema.validate(document)
            assert [str(error) for error in schema.error_log] == [], path.name
