"""NewsML 1 as agencies send it: every quirk here was seen in the files of one, and is said by an invented example."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import attrs
import pytest

from newsmodel import Losses, LossKind, SeveralItems, read, read_all, sniff, write
from newsmodel.model import (
    Article,
    Attribution,
    AttributionRole,
    Concept,
    Embargo,
    Figure,
    MediaKind,
    PubStatus,
    Subject,
    Text,
    Translation,
)

IDENTIFIER = """<NewsIdentifier><ProviderId>gazette.example</ProviderId><DateId>20260301</DateId>
  <NewsItemId>bridge</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId>
  <PublicIdentifier>urn:newsml:gazette.example:20260301:bridge:1</PublicIdentifier></NewsIdentifier>"""
MANAGEMENT = """<NewsItemType FormalName="News"/><FirstCreated>20260301T100000Z</FirstCreated>
  <ThisRevisionCreated>20260301T110000+0100</ThisRevisionCreated><Status FormalName="Usable"/>"""
TEXT = "<ContentItem><DataContent><p>The bridge is open.</p></DataContent></ContentItem>"
LINES = "<NewsLines><HeadLine>Bridge open</HeadLine></NewsLines>"


def news(
    component: str = f"<NewsComponent>{LINES}{TEXT}</NewsComponent>",
    *,
    identifier: str = IDENTIFIER,
    management: str = MANAGEMENT,
    envelope: str = "<DateAndTime>20260301T100000Z</DateAndTime>",
    start: str = "<NewsML>",
    before: str = "",
) -> bytes:
    return f"""{before}{start}<NewsEnvelope>{envelope}</NewsEnvelope><NewsItem>
<Identification>{identifier}</Identification><NewsManagement>{management}</NewsManagement>
{component}</NewsItem></NewsML>""".encode()


def was_read(data: bytes) -> tuple[Article, Losses]:
    losses = Losses()
    article = read(data, losses=losses)
    assert write(article, "newsml-1") == data  # what did not change comes back to the letter
    return article, losses


def component(inside: str) -> Article:
    return was_read(news(f"<NewsComponent>{inside}</NewsComponent>"))[0]


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


# the document


@pytest.mark.parametrize(
    "before",
    [
        "",
        '<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
        '<!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20031010:NewsMLv1.2.dtd:1" "NewsMLv1.2.dtd">',
        '<!DOCTYPE NewsML SYSTEM "NewsMLv1.0.dtd" [<!ENTITY % nitf SYSTEM "nitf-3-0.dtd"> %nitf;]>',
        "<!-- made by hand -->",
    ],
)
def test_a_document_of_any_version(before: str) -> None:
    for start in ("<NewsML>", '<NewsML Version="1.2">', '<NewsML Version="1.0">', '<NewsML Duid="d1">'):
        data = news(before=before, start=start)
        assert sniff(data) == "newsml-1"
        article, _ = was_read(data)
        assert article.headlines == (Text("Bridge open"),)
        assert texts(article) == ["The bridge is open."]


def test_the_namespace_of_the_schema() -> None:
    data = news(start='<NewsML xmlns="http://iptc.org/std/NewsML/2003-10-10/">')

    assert sniff(data) == "newsml-1"
    assert was_read(data)[0].headlines == (Text("Bridge open"),)


def test_other_encodings() -> None:
    text = news("<NewsComponent><NewsLines><HeadLine>Brücke für 5 €</HeadLine></NewsLines></NewsComponent>")
    data = b'<?xml version="1.0" encoding="ISO-8859-15"?>' + text.decode().encode("iso-8859-15")

    assert was_read(data)[0].headlines == (Text("Brücke für 5 €"),)


def test_an_item_without_a_text_is_an_article() -> None:
    article, _ = was_read(news("<NewsComponent><NewsLines><HeadLine/></NewsLines></NewsComponent>"))

    assert (article.headlines, article.sections) == ((), ())


# identification and management


def test_an_identifier_from_its_parts() -> None:
    for said in (
        "<PublicIdentifier/>",
        "",
        "<PublicIdentifier>urn:newsml:gazette.example</PublicIdentifier>",
    ):
        identifier = IDENTIFIER.partition("<PublicIdentifier>")[0] + said + "</NewsIdentifier>"
        article, losses = was_read(news(identifier=identifier))

        assert article.id == "urn:newsml:gazette.example:20260301:bridge:1"
        (loss,) = losses.of(LossKind.REPAIRED)
        assert "urn:newsml:gazette.example:20260301:bridge:1" in loss.reason
        assert loss.where.startswith("NewsML/NewsItem/Identification/NewsIdentifier")
        assert loss.line is not None


def test_an_identifier_that_only_an_unknown_element_has() -> None:
    identifier = "<NewsIdentifier><ProviderId>\nGazette\n</ProviderId><NewsItemId/></NewsIdentifier>"
    data = news(f"<NewsComponent><guid>bridge-17</guid>{TEXT}</NewsComponent>", identifier=identifier)

    assert was_read(data)[0].id == "bridge-17"


def test_values_in_frames_of_their_own() -> None:
    identifier = IDENTIFIER.replace(">1</RevisionId>", "><text>2</text></RevisionId>")
    article, losses = was_read(news(identifier=identifier))

    assert article.version == 2
    assert [loss.value for loss in losses.of(LossKind.REPAIRED)] == ["2"]


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("20260301T101010+0300", datetime(2026, 3, 1, 10, 10, 10, tzinfo=timezone(timedelta(hours=3)))),
        ("20260301T101010Z", datetime(2026, 3, 1, 10, 10, 10, tzinfo=UTC)),
        ("20260301T101010", datetime(2026, 3, 1, 10, 10, 10)),  # noqa: DTZ001  # no zone is said
        ("2026-03-01T10:10:10", datetime(2026, 3, 1, 10, 10, 10)),  # noqa: DTZ001  # no zone is said
        ("2026-03-01 10:10:10 GMT", datetime(2026, 3, 1, 10, 10, 10, tzinfo=UTC)),
    ],
)
def test_times_in_any_form(written: str, when: datetime) -> None:
    management = MANAGEMENT.replace("20260301T100000Z", written)

    found = was_read(news(management=management))[0].first_created
    assert found == when
    assert isinstance(found, datetime)
    assert found.utcoffset() == when.utcoffset()


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("usable", PubStatus.USABLE),
        ("USABLE", PubStatus.USABLE),
        ("Canceled", PubStatus.CANCELED),
        ("Cancelled", PubStatus.CANCELED),
        ("Withheld", PubStatus.WITHHELD),
    ],
)
def test_a_status_in_any_spelling(said: str, status: PubStatus) -> None:
    assert was_read(news(management=MANAGEMENT.replace("Usable", said)))[0].status is status


def test_an_embargo_with_and_without_an_end() -> None:
    management = MANAGEMENT.replace("Usable", "Embargoed")
    assert was_read(news(management=management))[0].embargo == Embargo()

    management += """<StatusWillChange><FutureStatus FormalName="Usable"/>
      <DateAndTime>20260302T060000Z</DateAndTime></StatusWillChange>"""
    article, _ = was_read(news(management=management))
    assert article.embargo == Embargo(datetime(2026, 3, 2, 6, tzinfo=UTC))
    assert article.status is PubStatus.USABLE


def test_an_urgency_as_text() -> None:
    article, losses = was_read(news(management=f"{MANAGEMENT}<Urgency>2</Urgency>"))

    assert article.urgency == 2
    assert [loss.where for loss in losses.of(LossKind.REPAIRED)] == ["NewsML/NewsItem/NewsManagement/Urgency"]


def test_associations_with_items_are_links_and_those_with_kinds_are_none() -> None:
    links = '<AssociatedWith NewsItem="urn:newsml:gazette.example:20260228:fog:1"/><AssociatedWith FormalName="Photo"/>'
    article, _ = was_read(news(management=MANAGEMENT + links))

    assert [link.item for link in article.links] == ["urn:newsml:gazette.example:20260228:fog:1"]
    assert "Photo" in str(article.extras)


# components


def test_a_headline_three_components_down() -> None:
    inner = f"<NewsComponent><NewsComponent><NewsComponent>{LINES}{TEXT}</NewsComponent></NewsComponent></NewsComponent>"
    article = component(f"<NewsLines><CopyrightLine>© Gazette</CopyrightLine></NewsLines>{inner}")

    assert article.headlines == (Text("Bridge open"),)
    assert article.rights is not None
    assert article.rights.notices == (Text("© Gazette"),)
    assert texts(article) == ["The bridge is open."]


def test_what_an_outer_component_says_otherwise_is_noted() -> None:
    outer = "<NewsLines><HeadLine>Another headline</HeadLine></NewsLines>"
    article, losses = was_read(
        news(f"<NewsComponent>{outer}<NewsComponent>{LINES}{TEXT}</NewsComponent></NewsComponent>")
    )

    assert article.headlines == (Text("Bridge open"),)
    assert any("Another headline" in str(loss.value) for loss in losses.of(LossKind.UNREAD))


PICTURE = """<NewsComponent Duid="photo0"><NewsLines><HeadLine>The bridge at dawn</HeadLine><ByLine>P. Hoto</ByLine>
  <CreditLine>Gazette pictures</CreditLine></NewsLines>
  <NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/>
    <DataContent><p>The bridge at dawn</p></DataContent></ContentItem></NewsComponent>
  <NewsComponent><Role FormalName="HighDef"/><ContentItem Href="bridge.jpg"><MediaType FormalName="Photo"/>
    <Characteristics><SizeInBytes>12</SizeInBytes><Property FormalName="Width" Value="8"/>
    <Property FormalName="Height" Value="6"/></Characteristics></ContentItem></NewsComponent>
  <NewsComponent><Role FormalName="Thumbnail"/><ContentItem Href="bridge-s.jpg"><MediaType FormalName="Photo"/>
    </ContentItem></NewsComponent></NewsComponent>"""


def test_the_lines_of_a_picture_are_not_the_articles() -> None:
    shown = """<ContentItem><DataContent><p>One.</p><media media-type="image" style="rightSide">
      <media-reference data-location="#photo0" mime-type=""/></media><p>Two.</p></DataContent></ContentItem>"""
    article = component(f"<NewsComponent>{LINES}{shown}</NewsComponent>{PICTURE}")

    assert article.headlines == (Text("Bridge open"),)
    assert (article.bylines, article.credit_lines) == ((), ())
    (media,) = article.media
    assert (media.kind, media.id, media.credit) == (MediaKind.PICTURE, "photo0", "Gazette pictures")
    assert media.captions == (Text("The bridge at dawn"),)
    assert [(each.href, each.role, each.width) for each in media.renditions] == [
        ("bridge.jpg", "rnd:highRes", 8),
        ("bridge-s.jpg", "rnd:thumbnail", None),
    ]
    assert article.sections[0].blocks[1] == Figure("photo0")
    assert texts(article) == ["One.", "Two."]


def test_parts_of_a_story_as_components() -> None:
    def part(role: str, text: str) -> str:
        return (
            f'<NewsComponent><Role FormalName="{role}"/><ContentItem><MediaType FormalName="Text"/>'
            f"<DataContent>{text}</DataContent></ContentItem></NewsComponent>"
        )

    article = component(
        part("Title", "Bridge open")
        + part("Lead", "It is open.\n")
        + part("Body", "The first car\n\nThe second")
    )

    assert article.headlines == (Text("Bridge open"),)
    assert texts(article) == ["It is open.", "The first car", "The second"]


LANGUAGES = "".join(
    f"""<NewsComponent xml:lang="{tag}"><NewsLines><HeadLine>{head}</HeadLine></NewsLines>
      <DescriptiveMetadata><Language FormalName="{tag}"/></DescriptiveMetadata>
      <ContentItem><DataContent><p>{text}</p></DataContent></ContentItem></NewsComponent>"""
    for tag, head, text in [
        ("nl", "Brug open", "De brug is open."),
        ("fr", "Pont ouvert", "Le pont est ouvert."),
    ]
)


def test_one_item_in_two_languages_is_two_articles() -> None:
    data = news(f"<NewsComponent>{LANGUAGES}</NewsComponent>")

    with pytest.raises(SeveralItems, match="read_all"):
        read(data)
    dutch, french = read_all(data)
    assert (dutch.language, dutch.headlines, texts(dutch)) == (
        "nl",
        (Text("Brug open"),),
        ["De brug is open."],
    )
    assert (french.language, french.headlines) == ("fr", (Text("Pont ouvert"),))
    assert dutch.translations == (Translation("fr"),)
    assert dutch.id == french.id


# lines


def test_empty_lines_say_nothing() -> None:
    article = component(
        "<NewsLines><DateLine/><ByLine></ByLine><HeadLine> </HeadLine><SubHeadLine/><NewsLine><NewsLineType "
        f'FormalName="ProductLine"/><NewsLineText/></NewsLine></NewsLines>{TEXT}'
    )

    assert (article.headlines, article.bylines, article.datelines) == ((), (), ())
    assert [extra for extra in article.extras if "Line" in extra.place] == []


def test_lines_of_all_kinds() -> None:
    article = component(
        """<NewsLines><DateLine xml:lang="en">Riverton, 1 Mar 2026 (GZ) -</DateLine><HeadLine><![CDATA[
          Bridge open ]]></HeadLine><SubHeadLine>After a year</SubHeadLine><ByLine>Jo Doe </ByLine>
          <SlugLine>bridge-open</SlugLine><KeywordLine>bridges</KeywordLine><KeywordLine>rivers</KeywordLine>
          <CreditLine>Gazette</CreditLine><NewsLine><NewsLineType FormalName="AdvisoryLine"/>
          <NewsLineText>With picture</NewsLineText></NewsLine></NewsLines>"""
        + TEXT
    )

    assert article.datelines == (Text("Riverton, 1 Mar 2026 (GZ) -", "en"),)
    assert article.headlines == (Text("Bridge open"), Text("After a year", role="hld:subHeadline"))
    assert article.bylines == (Text("Jo Doe"),)
    assert article.sluglines == (Text("bridge-open"),)
    assert article.keywords == (Text("bridges"), Text("rivers"))
    assert article.credit_lines == (Text("Gazette"),)
    assert article.editor_notes == (Text("With picture"),)


# metadata


def test_parties() -> None:
    article = component(
        """<AdministrativeMetadata><Provider><Party FormalName="Gazette"/></Provider><Creator><Party
          FormalName="jd/am"/></Creator><Source/><Contributor><Party FormalName=""/></Contributor>
          </AdministrativeMetadata>"""
        + TEXT
    )

    assert article.attributions == (
        Attribution("Gazette", role=AttributionRole.PUBLISHER),
        Attribution("jd/am", role=AttributionRole.AUTHOR),
    )


def test_a_language_that_is_none() -> None:
    article = component(f'<NewsLines><HeadLine xml:lang="x-default">Bridge open</HeadLine></NewsLines>{TEXT}')

    (headline,) = article.headlines
    assert (headline.value, headline.language) == ("Bridge open", None)
    assert [extra.raw for extra in headline.extras] == ["x-default"]


def test_authors_among_the_properties_and_parties_with_roles() -> None:
    article = component(
        """<AdministrativeMetadata><Creator><Party FormalName="JD" Topic="AUTHOR"/><Party FormalName="EM" Topic="EDITOR"/>
          <Party FormalName="CC" Topic="CORRESPONDENT"/></Creator><Property FormalName="author" Value="lm"/>
          </AdministrativeMetadata>"""
        + TEXT
    )

    assert [(each.name, each.role) for each in article.attributions] == [
        ("JD", AttributionRole.AUTHOR),
        ("CC", AttributionRole.AUTHOR),
        ("lm", AttributionRole.AUTHOR),
        ("EM", AttributionRole.EDITOR),
    ]
    assert [extra.raw for extra in article.attributions[1].extras] == ["CORRESPONDENT"]


def test_a_topic_that_occurs_and_has_a_code_is_a_subject() -> None:
    topics = """<TopicSet FormalName="ours"><Topic Duid="ts_1"><TopicType FormalName="Category"/>
      <FormalName Scheme="IptcSubjectCodes">11000000</FormalName><Description Variant="Name">politics</Description>
      </Topic></TopicSet><DescriptiveMetadata><TopicOccurrence Topic="#ts_1"/></DescriptiveMetadata>"""
    (subject,) = component(topics + TEXT).subjects

    assert (subject.code, subject.name) == ("subj:11000000", "politics")


def test_subjects_of_any_level() -> None:
    article = component(
        """<DescriptiveMetadata><Language FormalName="EN"/><SubjectCode/><SubjectCode><Subject FormalName="11000000"/>
          <SubjectDetail FormalName="11001001"/></SubjectCode><SubjectCode FormalName="04000000"/>
          <Genre FormalName=""/><Genre FormalName="Current"/></DescriptiveMetadata>"""
        + TEXT
    )

    assert [subject.code for subject in article.subjects] == [
        "subj:11000000",
        "subj:11001001",
        "subj:04000000",
    ]
    assert article.genres == (Concept(literal="Current"),)
    assert article.language == "en"


def test_a_subject_that_has_only_a_name() -> None:
    article = Article(subjects=(Subject("Bridges"), Subject("Rivers", code="gz:rivers")))

    assert read(write(article, "newsml-1")).subjects == article.subjects


def test_a_topic_explains_what_refers_to_it() -> None:
    topics = """<TopicSet FormalName="ours"><Topic Duid="ts_1"><TopicType FormalName="Subject"/>
      <FormalName Scheme="IptcSubjectCodes">11000000</FormalName><Description xml:lang="en">politics</Description>
      </Topic></TopicSet>"""
    data = news(
        f'<NewsComponent>{topics}<DescriptiveMetadata><SubjectCode><Subject FormalName="11000000" '
        f'Scheme="IptcSubjectCodes"/></SubjectCode></DescriptiveMetadata>{TEXT}</NewsComponent>'
    )
    (subject,) = was_read(data)[0].subjects

    assert (subject.code, subject.name) == ("subj:11000000", "politics")


@pytest.mark.parametrize(
    ("country", "code", "around"),
    [
        ("BEL", "BE", []),
        ("BE", "BE", []),
        ("België", None, ["België"]),
        ("ZZZ", None, ["ZZZ"]),
        ("", None, []),
    ],
)
def test_places(country: str, code: str | None, around: list[str]) -> None:
    article = component(
        f"""<DescriptiveMetadata><Location HowPresent="Origin"><Property FormalName="Country" Value="{country}"/>
          <Property FormalName="City" Value="Riverton"/><Property FormalName="Area"/></Location></DescriptiveMetadata>{TEXT}"""
    )
    (place,) = article.located

    assert (place.name, place.country) == ("Riverton", code)
    assert [each.name or each.literal for each in place.contained_in] == around


def test_a_misspelt_element_is_read() -> None:
    article, losses = was_read(
        news(
            f'<NewsComponent>{LINES}<DescriptiveMetada><Language FormalName="fr"/></DescriptiveMetada>{TEXT}</NewsComponent>'
        )
    )

    assert article.language == "fr"
    (loss,) = losses.of(LossKind.REPAIRED)
    assert (loss.reason, loss.line) == ("read as DescriptiveMetadata", 6)


def test_keywords_among_the_properties() -> None:
    article = component(
        """<DescriptiveMetadata><Property FormalName="Keyword" Value=" MENA "/><Property FormalName="Keyword" Value=""/>
          <Property FormalName="GeneratorSoftware" Value="x"/></DescriptiveMetadata>"""
        + TEXT
    )

    assert article.keywords == (Text("MENA"),)
    assert "GeneratorSoftware" in str(article.extras)


# bodies


@pytest.mark.parametrize(
    "body",
    [
        "<DataContent><p>One.</p><p/><p> Two.</p></DataContent>",
        "<DataContent><nitf><body><body.content><p>One.</p><p>Two.</p></body.content></body></nitf></DataContent>",
        '<DataContent><html xmlns="http://www.w3.org/1999/xhtml"><body><p>One.</p><p>Two.</p></body></html></DataContent>',
        "<DataContent><![CDATA[<P>One.</P><P> </P><P>Two.</P>]]></DataContent>",
        "<DataContent><![CDATA[\n  <html><body><p>One.</p><p>Two.</p></body></html>]]></DataContent>",
        "<DataContent>One.\n\n\tTwo.</DataContent>",
        '<Encoding Notation="Base64"><DataContent>T25lLgoKVHdvLg==</DataContent></Encoding>',
    ],
    ids=["paragraphs", "nitf", "xhtml", "capitals", "html", "text", "base64"],
)
def test_a_body_in_any_markup(body: str) -> None:
    assert texts(component(f"{LINES}<ContentItem>{body}</ContentItem>")) == ["One.", "Two."]


def test_a_headline_that_only_the_body_says() -> None:
    body = "<nitf><body><body.head><hedline><hl1>Bridge open</hl1></hedline></body.head><body.content><p>One.</p></body.content></body></nitf>"
    article = component(f"<ContentItem><DataContent>{body}</DataContent></ContentItem>")

    assert article.headlines == (Text("Bridge open"),)
    assert texts(article) == ["One."]


def test_an_empty_body_is_none() -> None:
    for body in ("<DataContent/>", "<DataContent> </DataContent>", "<DataContent><p/></DataContent>", ""):
        assert component(f"{LINES}<ContentItem>{body}</ContentItem>").sections == ()


# slips


def test_misspelt_tags_and_values_inside_properties() -> None:
    location = '<Location HowPresent="Origin"><Property FormalName="City">Ada</Property></Location>'
    inside = f"<NewsLines><Headline>Bridge open</Headline><Byline>Jo</Byline></NewsLines><Descriptivemetadata>{location}</Descriptivemetadata>{TEXT}"
    article, losses = was_read(news(f"<NewsComponent>{inside}</NewsComponent>"))

    assert (str(article.headline), str(article.bylines[0])) == ("Bridge open", "Jo")
    assert [place.name for place in article.located] == ["Ada"]
    assert {loss.reason for loss in losses.of(LossKind.REPAIRED)} == {
        "read as HeadLine",
        "read as ByLine",
        "read as DescriptiveMetadata",
        "read as Value",
    }
    assert str(read(write(attrs.evolve(article, headlines=["New"]), "newsml-1")).headline) == "New"


def test_a_file_beside_the_text() -> None:
    paper = (
        '<ContentItem Href="http://a.example/a.pdf"><MimeType FormalName="application/pdf"/></ContentItem>'
    )
    article, _ = was_read(news(f"<NewsComponent>{LINES}{TEXT}{paper}{paper}</NewsComponent>"))

    assert texts(article) == ["The bridge is open."]
    assert "a.pdf" in "".join(extra.raw or "" for extra in article.extras)


def part(role: str, text: str) -> str:
    content = f"<ContentItem><DataContent>{text}</DataContent></ContentItem>" if text else ""
    return f'<NewsComponent><Role FormalName="{role}"/>{content}</NewsComponent>'


def test_an_abstract_is_a_summary() -> None:
    article = component(f"{LINES}{part('Abstract', 'In short.')}{part('BodyText', '<p>At length.</p>')}")

    assert ([str(text) for text in article.summaries], texts(article)) == (["In short."], ["At length."])


def test_an_abstract_alone_is_the_text() -> None:
    article = component(f"{LINES}{part('HeadLine', 'Bridge open')}{part('Abstract', '<p>In short.</p>')}")

    assert (article.summaries, texts(article)) == ((), ["In short."])


def test_the_text_of_a_video() -> None:
    clip = '<NewsComponent><Role FormalName="Clip"/><ContentItem Href="a.mp4"><Format FormalName="Mpeg4"/></ContentItem></NewsComponent>'
    video = (
        '<NewsComponent><Role FormalName="Video"/><NewsLines><HeadLine>The bridge, seen</HeadLine><CreditLine>G</CreditLine></NewsLines>'
        f"{part('Title', 'The bridge, seen')}{part('Body', 'Shots of a bridge.')}{clip}</NewsComponent>"
    )
    article = component(f"{LINES}{video}")
    assert (texts(article), [str(line) for line in article.credit_lines]) == (["Shots of a bridge."], ["G"])
    assert [media.kind for media in article.media] == [MediaKind.VIDEO]

    article = component(f"{LINES}{part('Main', '<p>The bridge is open.</p>')}{video}")
    assert texts(article) == ["The bridge is open."]  # where there is a story, the video goes with it


def test_a_country_among_the_properties_is_no_place_of_the_story() -> None:
    prop = '<Property FormalName="{}" Value="{}"/>'
    article = component(
        f"{LINES}<DescriptiveMetadata>{prop.format('Country', 'FI')}</DescriptiveMetadata>{TEXT}"
    )
    assert article.located == ()
    assert "Country" in "".join(extra.raw or "" for extra in article.extras)


def test_a_place_that_the_text_is_about() -> None:
    place = '<Location HowPresent="RelatesTo"><Property FormalName="City" Value="Ada"/></Location>'
    article = component(f"{LINES}<DescriptiveMetadata>{place}</DescriptiveMetadata>{TEXT}")

    assert (article.located, [each.name for each in article.places]) == ((), ["Ada"])


def test_a_topic_that_occurs_with_more_said_of_it() -> None:
    topics = '<TopicSet FormalName="T"><Topic Duid="t1"><TopicType FormalName="Geography"/><FormalName Scheme="N2000">ASIA</FormalName></Topic></TopicSet>'
    said = '<DescriptiveMetadata><TopicOccurrence Topic="#t1" Impotance="Medium"/></DescriptiveMetadata>'
    article, _ = was_read(news(f"<NewsComponent>{topics}{LINES}{said}{TEXT}</NewsComponent>"))

    assert [subject.code for subject in article.subjects] == ["N2000:ASIA"]
    assert [(extra.place, extra.raw) for extra in article.subjects[0].extras] == [("@Impotance", "Medium")]
