"""Every row of NewsML 1 is moved off its default by a document that our writer did not make.

What agencies send exercises some rows (`test_newsml_1_documents`); what only our own documents say was written by hand here, as were
the expectations.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from test_newsml_1_documents import errors_of, files
from test_newsml_g2_rows import refuse, rows_of

from newsmodel import Losses, check_document, read, read_all, write
from newsmodel.codec.building import Building
from newsmodel.formats.newsml_1 import ARTICLE
from newsmodel.model import (
    AltId,
    Article,
    Attribution,
    AttributionRole,
    Concept,
    Embargo,
    Figure,
    ItemType,
    Link,
    Media,
    MediaKind,
    Organisation,
    PartyKind,
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

if TYPE_CHECKING:
    from newsmodel.codec.building import Taken
    from newsmodel.codec.row import Row


def _party(tag: str, role: str, contribution: str = "") -> str:
    said = f'<Contribution FormalName="{contribution}"/>' if contribution else ""
    return f"""<{tag}><Party FormalName="Jo Doe"><Property FormalName="Line" Value="{role} Jo Doe"/>
      <Property FormalName="Entity" Value="jo"/><Property FormalName="PartyKind" Value="person"/>
      <Property FormalName="JobTitle" Value="gz:chief"/><Property FormalName="Detail" Value="gz:desk"/></Party>{said}</{tag}>"""


def _topic(name: str, inside: str) -> str:
    return (
        f'<TopicSet FormalName="newsmodel" Duid="set-{name}"><Topic Duid="{name}">{inside}</Topic></TopicSet>'
    )


EVERYTHING = f"""<?xml version="1.0"?>
<NewsML Version="1.2">
  {_topic("holder", '<TopicType FormalName=""/><FormalName Scheme="gz">gazette</FormalName><Description>The Gazette</Description>')}
  {_topic("mining", '<TopicType FormalName=""/><FormalName>forbidden</FormalName><Description>No mining</Description>')}
  {_topic("editor", '<TopicType FormalName=""/><FormalName Scheme="gz">ed</FormalName><Description>Em Em</Description>')}
  {_topic("camera", '<TopicType FormalName=""/><FormalName Scheme="digsrctype">digitalCapture</FormalName>')}
  {_topic("bridges", '<TopicType FormalName="topic" Scheme="gz"/><FormalName Scheme="gz">bridges</FormalName><Description>Bridges</Description>')}
  <NewsEnvelope><DateAndTime>20260301T100000Z</DateAndTime><NewsService FormalName="GZ"/></NewsEnvelope>
  <NewsItem>
    <Identification>
      <NewsIdentifier>
        <ProviderId>gazette.example</ProviderId><DateId>20260301</DateId><NewsItemId>bridge</NewsItemId>
        <RevisionId PreviousRevision="0" Update="N">3</RevisionId>
        <PublicIdentifier>urn:newsml:gazette.example:20260301:bridge:3</PublicIdentifier>
      </NewsIdentifier>
      <NameLabel>bridge</NameLabel>
    </Identification>
    <NewsManagement>
      <NewsItemType FormalName="News"/>
      <FirstCreated>20260228T100000Z</FirstCreated>
      <ThisRevisionCreated>20260301T100000Z</ThisRevisionCreated>
      <Status FormalName="Embargoed"/>
      <StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260302T060000Z</DateAndTime></StatusWillChange>
      <Urgency FormalName="3"/>
      <DerivedFrom NewsItem="urn:newsml:gazette.example:20260228:fog:1"><Comment FormalName="href">fog.xml</Comment>
        <Comment FormalName="version">2</Comment><Comment FormalName="media type">text/xml</Comment>
        <Comment FormalName="title">Fog</Comment></DerivedFrom>
      <AssociatedWith FormalName="gz:see" NewsItem="urn:newsml:gazette.example:20260228:dew:1"><Comment>Dew</Comment></AssociatedWith>
      <Instruction FormalName="correction"/>
      <Property FormalName="FirstPublished" Value="20260301T110000Z"/>
      <Property FormalName="ContentModified" Value="20260301T093000Z"/>
      <Property FormalName="Expires" Value="20270301"/>
    </NewsManagement>
    <NewsComponent>
      <TopicSet FormalName="People"><Topic Duid="jo" Euid="jo" Details="https://gazette.example/jo"><TopicType FormalName="Person"/>
        <FormalName Scheme="gz">jo</FormalName><FormalName>JD</FormalName><Description xml:lang="en" Variant="gz:full">Jo Doe</Description>
        <Property FormalName="GivenName" Value="Jo"/><Property FormalName="FamilyName" Value="Doe"/>
        <Property FormalName="JobTitle" Value="reporter"/></Topic></TopicSet>
      <TopicSet FormalName="Organisations"><Topic Duid="gazette" Euid="gazette"><TopicType FormalName="Organisation"/>
        <Description>The Gazette</Description></Topic></TopicSet>
      <TopicSet FormalName="Places"><Topic Duid="town" Euid="town"><TopicType FormalName="city" Scheme="cptype"/>
        <Description>Riverton</Description><Property FormalName="Country" Value="EG"/>
        <Property FormalName="Latitude" Value="31.2"/><Property FormalName="Longitude" Value="29.9"/></Topic></TopicSet>
      <NewsLines>
        <HeadLine xml:lang="en">Bridge open</HeadLine><SubHeadLine>After a year</SubHeadLine>
        <ByLine>By Jo Doe</ByLine><DateLine>Riverton, 1 March</DateLine><CreditLine>GZ</CreditLine>
        <CopyrightLine>© Gazette</CopyrightLine><RightsLine>Not in print</RightsLine>
        <SlugLine>bridge</SlugLine><KeywordLine>bridges</KeywordLine>
        <NewsLine><NewsLineType FormalName="Abstract"/><NewsLineText>The bridge
is open.</NewsLineText></NewsLine>
        <NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>Picture follows</NewsLineText></NewsLine>
      </NewsLines>
      <AdministrativeMetadata>
        <SystemIdentifier>https://gazette.example/bridge</SystemIdentifier>
        {_party("Provider", "From")}{_party("Creator", "By")}{_party("Source", "Source:")}{_party("Contributor", "Ed.", "editor")}
        {_party("Contributor", "Tr.", "translator")}{_party("Contributor", "Photo:", "photo_credit")}{_party("Contributor", "With")}
        <Property FormalName="AltId" Value="B-17"><Property FormalName="Type" Value="gz:number"/>
          <Property FormalName="Environment" Value="gz:web gz:print"/></Property>
        <Property FormalName="Profile" Value="story"/>
      </AdministrativeMetadata>
      <RightsMetadata>
        <Copyright><CopyrightHolder>The Gazette</CopyrightHolder><CopyrightDate>2026</CopyrightDate></Copyright>
        <UsageRights><StartDate>20260301</StartDate><EndDate>20270301T000000Z</EndDate></UsageRights>
        <Property FormalName="CopyrightHolder" ValueRef="#holder"/>
        <Property FormalName="License" Value="https://gazette.example/license"/>
        <Property FormalName="DataMining" ValueRef="#mining"/>
        <Property FormalName="Accountable" ValueRef="#editor"/>
      </RightsMetadata>
      <DescriptiveMetadata>
        <Language FormalName="en"/>
        <Genre FormalName="Feature"/>
        <SubjectCode Confidence="90" Importance="80"><Subject FormalName="bridges" Scheme="gz" Vocabulary="#set-bridges"/></SubjectCode>
        <DateLineDate>20260227T120000Z</DateLineDate>
        <Location HowPresent="Origin"><Property FormalName="City" Value="Riverton"/><Property FormalName="Country" Value="EGY"/></Location>
        <TopicOccurrence Topic="#jo"/><TopicOccurrence Topic="#gazette"/><TopicOccurrence Topic="#town"/>
        <Property FormalName="DigitalSourceType" ValueRef="#camera"/>
      </DescriptiveMetadata>
      <Metadata><MetadataType FormalName="Quotes"/>
        <Property FormalName="Quote" Value="It will open in May."><Property FormalName="Spans" Value="0:1-13 0:27-34"/>
          <Property FormalName="Speaker" Value="jo"/><Property FormalName="SpeakerText" Value="Doe"/><Property FormalName="Cue" Value="said"/>
          <Property FormalName="Kind" Value="direct"/><Property FormalName="Evidence" Value="subject"/></Property></Metadata>
      <Metadata><MetadataType FormalName="Translations"/>
        <Property FormalName="Translation" Value="ar"><Property FormalName="Uri" Value="../ar/1"/>
          <Property FormalName="Relation" Value="original"/><Property FormalName="Label" Value="عربي"/></Property></Metadata>
      <NewsComponent Duid="bridge"><Role FormalName="Video"/>
        <NewsLines><CreditLine>A. Photographer</CreditLine><CopyrightLine>© 2026 A. Photographer</CopyrightLine>
          <NewsLine><NewsLineType FormalName="Caption"/><NewsLineText xml:lang="en">The bridge</NewsLineText></NewsLine></NewsLines>
        <ContentItem Href="bridge.mp4"><MediaType FormalName="Video"/><MimeType FormalName="video/mp4"/>
          <Characteristics><SizeInBytes>123456</SizeInBytes><Property FormalName="Width" Value="1920"/>
            <Property FormalName="Height" Value="1080"/><Property FormalName="Rendition" Value="rnd:highRes"/></Characteristics></ContentItem>
      </NewsComponent>
      <NewsComponent><Role FormalName="Renditions"/><ContentItem Href="bridge.pdf"><MimeType FormalName="application/pdf"/></ContentItem></NewsComponent>
      <NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Composite"/><DataContent>
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Bridge open</title></head><body>
          <p>“It will open,” Doe said, “in May.”</p><p><img src="bridge.mp4" alt="The bridge" longdesc="#bridge"/></p></body></html>
        </DataContent></ContentItem></NewsComponent>
    </NewsComponent>
  </NewsItem>
</NewsML>""".encode()


def test_it_is_valid(shared: Path) -> None:
    assert errors_of(EVERYTHING, etree.DTD(str(shared / "conformance/newsml-1/NewsMLv1.2.dtd"))) == []


def test_how_it_is_managed() -> None:
    losses = Losses()
    article = read(EVERYTHING, losses=losses)

    assert losses == []
    assert [extra.place for extra in article.extras] == []
    assert article.id == "urn:newsml:gazette.example:20260301:bridge:3"
    assert (article.version, article.urgency, article.type) == (3, 3, ItemType.COMPOSITE)
    assert (article.first_created, article.version_created) == (
        datetime(2026, 2, 28, 10, tzinfo=UTC),
        datetime(2026, 3, 1, 10, tzinfo=UTC),
    )
    assert (article.status, article.embargo) == (
        PubStatus.USABLE,
        Embargo(datetime(2026, 3, 2, 6, tzinfo=UTC)),
    )
    assert article.published == datetime(2026, 3, 1, 11, tzinfo=UTC)
    assert article.content_created == datetime(2026, 2, 27, 12, tzinfo=UTC)
    assert article.content_modified == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    assert article.expires == date(2027, 3, 1)
    assert article.links == (
        Link(
            rel="irel:derivedFrom",
            href="fog.xml",
            item="urn:newsml:gazette.example:20260228:fog:1",
            version=2,
            media_type="text/xml",
            title="Fog",
        ),
        Link(rel="gz:see", item="urn:newsml:gazette.example:20260228:dew:1", title="Dew"),
    )
    assert article.signals == (Concept(literal="correction"),)
    assert article.services == (Concept(literal="GZ"),)
    assert article.alt_ids == (AltId("B-17", "gz:number", ("gz:web", "gz:print")),)
    assert (article.profile, article.url) == ("story", "https://gazette.example/bridge")
    assert article.translations == (Translation("ar", "../ar/1", TranslationRelation.ORIGINAL, "عربي"),)


def test_its_lines() -> None:
    article = read(EVERYTHING)

    assert article.titles == (Text("bridge"),)
    assert article.headlines == (Text("Bridge open", "en"), Text("After a year", role="hld:subHeadline"))
    assert (article.bylines, article.datelines) == ((Text("By Jo Doe"),), (Text("Riverton, 1 March"),))
    assert (article.credit_lines, article.sluglines) == ((Text("GZ"),), (Text("bridge"),))
    assert article.keywords == (Text("bridges"),)
    assert article.summaries == (Text("The bridge\nis open."),)
    assert article.editor_notes == (Text("Picture follows"),)
    assert article.rights == Rights(
        Concept("The Gazette", code="gz:gazette"),
        "© Gazette",
        "Not in print",
        "https://gazette.example/license",
        2026,
        Concept("No mining", literal="forbidden"),
        valid_from=date(2026, 3, 1),
        valid_to=datetime(2027, 3, 1, tzinfo=UTC),
        accountable=Concept("Em Em", code="gz:ed"),
    )


def test_who_made_it() -> None:
    def doe(role: AttributionRole, line: str) -> Attribution:
        return Attribution(
            "Jo Doe",
            role=role,
            kind=PartyKind.PERSON,
            line=f"{line} Jo Doe",
            entity="jo",
            job_title="gz:chief",
            detail="gz:desk",
        )

    assert set(read(EVERYTHING).attributions) == {
        doe(AttributionRole.PUBLISHER, "From"),
        doe(AttributionRole.AUTHOR, "By"),
        doe(AttributionRole.SOURCE, "Source:"),
        doe(AttributionRole.EDITOR, "Ed."),
        doe(AttributionRole.TRANSLATOR, "Tr."),
        doe(AttributionRole.PHOTO_CREDIT, "Photo:"),
        doe(AttributionRole.CONTRIBUTOR, "With"),
    }


def test_what_it_is_about() -> None:
    article = read(EVERYTHING)

    assert article.language == "en"
    assert article.genres == (Concept(literal="Feature"),)
    assert article.digital_source_type == Concept(code="digsrctype:digitalCapture")
    assert article.people == (
        Person(
            Text("Jo Doe", "en", role="gz:full"),
            uri="https://gazette.example/jo",
            code="gz:jo",
            literal="JD",
            id="jo",
            given_name="Jo",
            family_name="Doe",
            job_title="reporter",
        ),
    )
    assert article.organisations == (Organisation("The Gazette", id="gazette"),)
    assert article.places == (
        Place("Riverton", id="town", type="cptype:city", country="EG", latitude=31.2, longitude=29.9),
    )
    assert article.located == (Place("Riverton", type="cptype:city", country="EG"),)
    assert article.subjects == (
        Subject("Bridges", code="gz:bridges", type="gz:topic", confidence=90, relevance=80),
    )


def test_its_contents() -> None:
    article = read(EVERYTHING)

    assert article.media == (
        Media(
            MediaKind.VIDEO,
            (Rendition("bridge.mp4", "video/mp4", 1920, 1080, 123456, "rnd:highRes"),),
            "bridge",
            Text("The bridge", "en"),
            "A. Photographer",
            "© 2026 A. Photographer",
        ),
    )
    assert article.renditions == (Rendition("bridge.pdf", "application/pdf"),)
    assert article.quotes == (
        Quote("It will open in May.", "jo", "Doe", "said", (Span(0, 1, 13), Span(0, 27, 34)), QuoteKind.DIRECT, "subject"),
    )  # fmt: skip
    assert article.paragraphs[0].text == "“It will open,” Doe said, “in May.”"
    assert article.sections[0].blocks[1] == Figure("bridge")


def test_it_says_the_same_when_it_is_written_afresh() -> None:
    article = read(EVERYTHING)

    assert read(write(article, "newsml-1", extras=False)) == article


NEVER: dict[str, str] = {}
"""Rows that nothing here exercises, each with the reason."""


@pytest.mark.parametrize(
    ("status", "written", "lost", "back"),
    [
        (None, "Embargoed", set(), (Embargo(), None)),
        (PubStatus.USABLE, "Embargoed", {"status"}, (Embargo(), None)),
        (PubStatus.WITHHELD, "Withheld", {"embargo"}, (None, PubStatus.WITHHELD)),
        (PubStatus.CANCELED, "Canceled", {"embargo"}, (None, PubStatus.CANCELED)),
    ],
)
def test_an_embargo_without_end_is_a_status(
    status: PubStatus | None, written: str, lost: set[str], back: tuple[Embargo | None, PubStatus | None]
) -> None:
    losses = Losses()
    data = write(Article("a:1", embargo=Embargo(), status=status), "newsml-1", losses=losses)
    management = etree.fromstring(data).find("NewsItem/NewsManagement")
    assert management is not None

    assert [each.get("FormalName") for each in management.iterfind("Status")] == [written]
    assert management.find("StatusWillChange") is None  # whose DateAndTime must be one
    assert {path for path in losses.paths if path in {"status", "embargo"}} == lost
    assert "bad-date" not in {problem.code for problem in check_document(data)}
    again = read(data)
    assert (again.embargo, again.status) == back


def test_every_row_is_moved_off_its_default(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved: set[Row] = set()
    taken = Building._taken  # noqa: SLF001  # there is no other place where all values pass

    def noticing(self: Building[Any], *args: Any) -> list[Taken]:
        got = taken(self, *args)
        moved.update(row for row, value, _ in got if value not in (None, "", (), ("", "")))
        return got

    monkeypatch.setattr(Building, "_taken", noticing)
    monkeypatch.setattr(Quick, "read", refuse)
    for data in [*(path.read_bytes() for path in files(shared)), EVERYTHING]:
        list(read_all(data, format="newsml-1"))

    assert {path for row, path in rows_of(ARTICLE).items() if row not in moved} == set(NEVER)
