"""NewsML 1 with mistakes in it, or forms that few use: what is meant is read, and what is not read is said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from test_newsml_1_lenient import (
    IDENTIFIER,
    LINES,
    MANAGEMENT,
    PICTURE,
    TEXT,
    component,
    news,
    texts,
    was_read,
)

from newsmodel import InputError, Losses, LossKind, read, read_all, write
from newsmodel.model import (
    Article,
    Attribution,
    AttributionRole,
    Concept,
    Embargo,
    Figure,
    Paragraph,
    PubStatus,
    Raw,
    Section,
    Text,
)

COMPONENT = "NewsML/NewsItem/NewsComponent"


def noted(inside: str, kind: LossKind) -> list[tuple[str, object]]:
    """Where something inside the component was noted, and what stands there."""
    losses = was_read(news(f"<NewsComponent>{inside}</NewsComponent>"))[1]
    return [(loss.where.removeprefix(f"{COMPONENT}/"), loss.value) for loss in losses.of(kind)]


# the item


def test_an_envelope_without_an_item_is_no_document() -> None:
    with pytest.raises(InputError, match="NewsItem"):
        read(b"<NewsML><NewsEnvelope><DateAndTime>20260301T100000Z</DateAndTime></NewsEnvelope></NewsML>")


def test_an_item_that_is_only_managed() -> None:
    article, losses = was_read(news(""))

    assert (article.id, article.headlines) == ("urn:newsml:gazette.example:20260301:bridge:1", ())
    assert losses == []


@pytest.mark.parametrize(
    "identifier", ["", "<NewsIdentifier/>", "<NewsIdentifier><PublicIdentifier/></NewsIdentifier>"]
)
def test_an_item_without_an_identifier(identifier: str) -> None:
    assert was_read(news(identifier=identifier))[0].id is None


def test_an_identifier_too_short_whose_parts_are_missing_is_kept() -> None:
    identifier = (
        "<NewsIdentifier><ProviderId/><PublicIdentifier>urn:newsml:bridge</PublicIdentifier></NewsIdentifier>"
    )
    article, losses = was_read(news(identifier=identifier))

    assert article.id == "urn:newsml:bridge"
    assert losses == []


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("", None),
        ("<Status>usable</Status>", PubStatus.USABLE),
        ('<Status FormalName="Usable">usable</Status>', PubStatus.USABLE),
    ],
)
def test_a_status_that_is_missing_or_is_text(said: str, status: PubStatus | None) -> None:
    assert was_read(news(management=f'<NewsItemType FormalName="News"/>{said}'))[0].status is status


def test_an_unknown_status_is_noted_and_kept() -> None:
    article, losses = was_read(news(management=MANAGEMENT.replace("Usable", "Thawed")))

    assert article.status is None
    assert [(loss.where, loss.value) for loss in losses.of(LossKind.UNREADABLE)] == [
        ("NewsItem/NewsManagement/Status/@FormalName", "Thawed")
    ]


def test_an_association_of_no_kind_is_a_link() -> None:
    link = '<AssociatedWith FormalName="" NewsItem="urn:newsml:gazette.example:20260228:fog:1"/>'
    article, _ = was_read(news(management=MANAGEMENT + link))

    assert [(each.item, each.rel) for each in article.links] == [
        ("urn:newsml:gazette.example:20260228:fog:1", None)
    ]
    back = read(write(article, "newsml-1", extras=False))
    assert back.links == article.links


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("20260301 101000+0100", datetime(2026, 3, 1, 10, 10, tzinfo=timezone(timedelta(hours=1)))),
        ("20260301 10:10 CET", datetime(2026, 3, 1, 10, 10, tzinfo=timezone(timedelta(hours=1)))),
        ("2026-03-01T101000Z", datetime(2026, 3, 1, 10, 10, tzinfo=UTC)),
        ("20260301T10:10:00 GMT", datetime(2026, 3, 1, 10, 10, tzinfo=UTC)),
    ],
)
def test_times_whose_signs_are_mixed_up(written: str, when: datetime) -> None:
    article, losses = was_read(news(management=MANAGEMENT.replace("20260301T100000Z", written)))

    assert isinstance(article.first_created, datetime)
    assert article.first_created == when
    assert [loss.value for loss in losses.of(LossKind.REPAIRED)] == [written]


def test_a_time_that_is_none_is_noted() -> None:
    article, losses = was_read(news(management=MANAGEMENT.replace("20260301T100000Z", "noonish")))

    assert article.first_created is None
    assert [loss.value for loss in losses.of(LossKind.UNREADABLE)] == ["noonish"]


EMBARGOED = MANAGEMENT.replace("Usable", "Embargoed")


def test_an_embargo_whose_end_is_no_time_holds() -> None:
    change = "<StatusWillChange><FutureStatus FormalName='Usable'/><DateAndTime>soon</DateAndTime></StatusWillChange>"
    article, losses = was_read(news(management=EMBARGOED + change))

    assert article.embargo == Embargo()
    (loss,) = losses.of(LossKind.REPAIRED)
    assert (loss.value, loss.reason.partition(":")[0]) == ("soon", "an embargo whose end is not known")


def test_what_else_an_embargo_says_is_noted() -> None:
    change = """<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime Duid="d9">20260302T060000Z</DateAndTime>
      </StatusWillChange>"""
    article, losses = was_read(news(management=EMBARGOED + change))

    assert article.embargo == Embargo(datetime(2026, 3, 2, 6, tzinfo=UTC))
    assert [loss.value for loss in losses.of(LossKind.UNREAD)] == ["d9"]


# lines


def label(said: str, inside: str = TEXT, attributes: str = "") -> Article:
    identifier = f"{IDENTIFIER}<NameLabel{attributes}>{said}</NameLabel>"
    return was_read(news(f"<NewsComponent>{inside}</NewsComponent>", identifier=identifier))[0]


@pytest.mark.parametrize("attributes", ["", ' Duid="label"'])
def test_a_label_that_reads_like_a_headline_is_one_where_there_is_none(attributes: str) -> None:
    said = "Bridge opens after a year of work"

    assert label(said, attributes=attributes).headlines == (Text(said),)
    assert label(said, LINES + TEXT, attributes).headlines == (Text("Bridge open"),)
    assert label("bridge", attributes=attributes).headlines == ()


def test_a_headline_whose_markup_was_escaped() -> None:
    for said in ("&lt;b&gt;Bridge&lt;/b&gt; open", "&amp;lt;p&amp;gt;Bridge open&amp;lt;/p&amp;gt;"):
        inside = f"<NewsLines><HeadLine>{said}</HeadLine></NewsLines>{TEXT}"
        article, losses = was_read(news(f"<NewsComponent>{inside}</NewsComponent>"))

        assert article.headlines == (Text("Bridge open"),)
        assert [loss.reason for loss in losses.of(LossKind.REPAIRED)] == ["markup that was escaped"]


def test_a_headline_that_looks_like_markup_is_written_with_a_warning() -> None:
    losses = Losses()
    data = write(Article(headlines=(Text("<b>Bridge</b> open"),)), "newsml-1", losses=losses)

    assert read(data).headlines == (Text("Bridge open"),)
    assert losses.of(LossKind.COERCED).paths == {"headlines[0].value"}


def test_lines_of_one_kind_are_texts_of_one_field() -> None:
    def line(kind: str, said: str) -> str:
        return f'<NewsLine><NewsLineType FormalName="{kind}"/><NewsLineText>{said}</NewsLineText></NewsLine>'

    inside = f"<NewsLines><HeadLine>Bridge open</HeadLine>{line('Summary', 'One')}{line('Abstract', 'Two')}</NewsLines>"
    assert component(inside + TEXT).summaries == (Text("One"), Text("Two"))


def test_a_headline_inside_a_line_of_another_kind() -> None:
    line = '<NewsLine><NewsLineType FormalName="x"/><HeadLine>Bridge open</HeadLine></NewsLine>'
    article, losses = was_read(news(f"<NewsComponent><NewsLines>{line}</NewsLines>{TEXT}</NewsComponent>"))

    assert article.headlines == (Text("Bridge open"),)
    assert [loss.reason for loss in losses.of(LossKind.REPAIRED)] == ["read as a line of its own"]


def test_a_keyword_that_is_said_twice_is_one() -> None:
    lines = LINES.replace("</NewsLines>", "<KeywordLine>MENA</KeywordLine></NewsLines>")
    told = '<DescriptiveMetadata><Property FormalName="Keyword" Value="MENA"/></DescriptiveMetadata>'

    assert component(lines + told + TEXT).keywords == (Text("MENA"),)


def test_attributes_that_two_components_say_differently() -> None:
    outer = '<NewsLines Duid="a"><HeadLine>Bridge open</HeadLine></NewsLines>'
    inner = f'<NewsComponent><NewsLines Duid="b"><ByLine>Jo Doe</ByLine></NewsLines>{TEXT}</NewsComponent>'

    assert component(outer + inner).bylines == (Text("Jo Doe"),)
    assert noted(outer + inner, LossKind.UNREAD) == [("NewsComponent/NewsLines/@Duid", "b")]


# metadata


def described(inside: str) -> Article:
    return component(f"<DescriptiveMetadata>{inside}</DescriptiveMetadata>{TEXT}")


def test_a_language_that_only_the_item_says() -> None:
    inside = f'<DescriptiveMetadata><Language FormalName=""/></DescriptiveMetadata>{TEXT}'
    data = news(f"<NewsComponent>{inside}</NewsComponent>").replace(
        b"<NewsItem>", b'<NewsItem xml:lang="fr">'
    )

    assert was_read(data)[0].language == "fr"


def test_subjects_with_qualifiers_and_empty_ones() -> None:
    article = described(
        """<SubjectCode><Subject FormalName=""/></SubjectCode><SubjectCode><Subject FormalName="11000000"/>
          <SubjectQualifier FormalName="q1"/><SubjectDetail FormalName=""/><SubjectMatter FormalName="04000000"/>
          </SubjectCode>"""
    )

    assert [subject.code for subject in article.subjects] == ["subj:11000000", "subj:04000000"]


def test_a_contributor_whose_part_is_not_known_keeps_it() -> None:
    article = component(
        """<AdministrativeMetadata><Contributor><Party FormalName="JD"/><Contribution FormalName="Fixer"/></Contributor>
          <Contributor><Party FormalName="EM"/><Contribution FormalName="Translator"/></Contributor>
          <Property FormalName="author" Value=" "/></AdministrativeMetadata>"""
        + TEXT
    )

    assert article.attributions == (
        Attribution("EM", role=AttributionRole.TRANSLATOR),
        Attribution("JD", role=AttributionRole.CONTRIBUTOR),
    )
    assert "Fixer" in str(article.extras)


def topic(kind: str, more: str = "", attributes: str = "") -> str:
    return f"""<TopicSet FormalName="ours"><Topic Duid="t1"{attributes}><TopicType FormalName="{kind}"/>{more}
      <Description Variant="Name">Jo Doe</Description></Topic></TopicSet>"""


@pytest.mark.parametrize(
    ("kind", "people", "organisations", "places"),
    [
        ("Person", ["Jo Doe"], [], []),
        ("Company", [], ["Jo Doe"], []),
        ("Location", [], [], ["Jo Doe"]),
        ("Boat", [], [], []),
    ],
)
def test_topics_that_occur_are_who_and_what_the_text_is_about(
    kind: str, people: list[str], organisations: list[str], places: list[str]
) -> None:
    told = '<DescriptiveMetadata><TopicOccurrence Topic="#t1"/><TopicOccurrence Topic="#gone"/></DescriptiveMetadata>'
    article = component(topic(kind) + told + TEXT)

    assert [each.name for each in article.people] == people
    assert [each.name for each in article.organisations] == organisations
    assert [each.name for each in article.places] == places
    assert article.subjects == ()
    assert "#gone" in str(article.extras)
    assert ("Jo Doe" in str(article.extras)) is (kind == "Boat")


def test_how_much_a_person_matters_is_kept() -> None:
    told = '<DescriptiveMetadata><TopicOccurrence Topic="#t1" Importance="1"/></DescriptiveMetadata>'
    article = component(topic("Person") + told + TEXT)

    assert [each.name for each in article.people] == ["Jo Doe"]
    assert 'Importance="1"' in str(article.extras)


def test_a_topic_explains_a_subject_that_only_points_at_it() -> None:
    explained = topic("Subject", attributes=' Details="https://gazette.example/jo"')
    for pointed in ('FormalName="t1" Topic="#t1"', 'Topic="#t1"'):
        told = f"<DescriptiveMetadata><SubjectCode><Subject {pointed}/></SubjectCode></DescriptiveMetadata>"
        (subject,) = component(explained + told + TEXT).subjects

        assert (subject.name, subject.uri, subject.literal) == ("Jo Doe", "https://gazette.example/jo", None)


def test_a_place_that_is_described_keeps_what_else_is_said_of_it() -> None:
    article = described(
        """<Location><Property FormalName="City" Value="Riverton"/><Property FormalName="Area" Value="Old Town"/>
          <Property FormalName="Country" Value="BEL"/><Description>Old Town</Description></Location><Location/>"""
    )
    (place,) = article.located

    assert (place.name, place.country) == ("Old Town", "BE")
    assert [extra.raw for extra in place.extras] == [
        '<Property FormalName="City" Value="Riverton"></Property>',
    ]


def test_a_place_with_a_name_of_its_own_in_a_country_without_a_code() -> None:
    (place,) = described(
        '<Location FormalName="RIV"><Property FormalName="Country" Value="België"/></Location>'
    ).located

    assert (place.literal, place.name, place.type) == ("RIV", "België", "cptype:country")


def test_a_year_that_is_none() -> None:
    inside = "<RightsMetadata><Copyright><CopyrightHolder>Gazette</CopyrightHolder><CopyrightDate>now</CopyrightDate></Copyright></RightsMetadata>"
    article = component(inside + TEXT)

    assert article.rights is not None
    assert (article.rights.holder, article.rights.year) == (Concept("Gazette"), None)
    assert [value for _, value in noted(inside + TEXT, LossKind.UNREADABLE)] == ["now"]


# contents


def encoded(data: str, notation: str = "Base64") -> str:
    return f'{LINES}<ContentItem><Encoding Notation="{notation}"><DataContent>{data}</DataContent></Encoding></ContentItem>'


@pytest.mark.parametrize("data", ["not base64!", "AAECAwQ=", "6fg="], ids=["no base64", "binary", "no UTF-8"])
def test_an_encoded_content_that_is_no_text_is_noted_and_kept(data: str) -> None:
    article = component(encoded(data))

    assert article.sections == ()
    assert [place for place, _ in noted(encoded(data), LossKind.UNREADABLE)] == [
        "ContentItem/Encoding/DataContent"
    ]
    assert [extra.raw for extra in article.extras if "Encoding" in extra.place] == [
        f'<Encoding Notation="Base64"><DataContent>{data}</DataContent></Encoding>'
    ]


def test_an_encoding_that_changes_nothing() -> None:
    assert texts(component(encoded("<p>One.</p>", "none"))) == ["One."]


def test_an_encoding_within_an_encoding_is_kept() -> None:
    inside = '<Encoding Notation="gzip"><Encoding Notation="Base64"><DataContent>H4sI</DataContent></Encoding></Encoding>'
    article = component(f"{LINES}<ContentItem>{inside}</ContentItem>")

    assert article.sections == ()
    assert inside in [extra.raw for extra in article.extras]


def test_what_a_content_says_of_its_text_is_noted() -> None:
    content = """<ContentItem Duid="c"><Comment>fast</Comment><Characteristics/><Format FormalName="NITF"/>
      <DataContent Duid="d"><p>One.</p></DataContent></ContentItem>"""

    assert texts(component(content)) == ["One."]
    assert noted(content, LossKind.UNREAD) == [
        ("ContentItem/Comment", "<Comment>fast</Comment>"),
        ("ContentItem/@Duid", "c"),
        ("ContentItem/DataContent/@Duid", "d"),
    ]


def test_a_style_sheet_is_no_text() -> None:
    sheet = '<ContentItem><MimeType FormalName="text/css"/><DataContent>p { color: red }</DataContent></ContentItem>'
    for contents in (sheet + TEXT, TEXT + sheet):
        article = component(LINES + contents)

        assert texts(article) == ["The bridge is open."]
        assert "color: red" in str(article.extras)


def test_several_contents_are_one_text() -> None:
    def content(text: str) -> str:
        return f"<ContentItem><DataContent>{text}</DataContent></ContentItem>"

    assert texts(component(LINES + content("One.") + content("Two."))) == ["One.", "Two."]


def test_parts_inside_a_part() -> None:
    def part(inside: str, role: str = "") -> str:
        said = f'<Role FormalName="{role}"/>' if role else ""
        return f"<NewsComponent>{said}{inside}</NewsComponent>"

    def content(text: str) -> str:
        return f"<ContentItem><DataContent>{text}</DataContent></ContentItem>"

    inner = part(content("One.")) + part(content("Two."))
    assert texts(component(LINES + part(content("Lead."), "Lead") + part(inner, "Body"))) == [
        "Lead.",
        "One.",
        "Two.",
    ]


def test_components_without_headlines_are_parts_in_one_language_and_stories_in_two() -> None:
    def part(language: str, text: str) -> str:
        return f"""<NewsComponent><DescriptiveMetadata><Language FormalName="{language}"/></DescriptiveMetadata>
          <ContentItem><DataContent><p>{text}</p></DataContent></ContentItem></NewsComponent>"""

    def stories(first: str, second: str) -> list[tuple[str | None, list[str]]]:
        inside = LINES + part(first, "One.") + part(second, "Two.")
        return [
            (each.language, texts(each))
            for each in read_all(news(f"<NewsComponent>{inside}</NewsComponent>"))
        ]

    assert [found for _, found in stories("en", "en")] == [["One.", "Two."]]
    assert stories("en", "fr") == [("en", ["One."]), ("fr", ["Two."])]


def test_an_item_inside_an_item_is_its_story() -> None:
    inner = f"""<NewsItem><Identification>{IDENTIFIER}</Identification><NewsManagement>{MANAGEMENT}</NewsManagement>
      <NewsComponent>{LINES}{TEXT}</NewsComponent></NewsItem>"""
    (article,) = read_all(news(f"<NewsComponent>{inner}</NewsComponent>"))

    assert article.headlines == (Text("Bridge open"),)
    assert texts(article) == ["The bridge is open."]


# pictures


def shown(inside: str, picture: str = PICTURE) -> tuple[Article, Losses]:
    content = f"<ContentItem><DataContent>{inside}</DataContent></ContentItem>"
    return was_read(
        news(f"<NewsComponent><NewsComponent>{LINES}{content}</NewsComponent>{picture}</NewsComponent>")
    )


@pytest.mark.parametrize(
    ("inside", "blocks"),
    [
        ('<p>One.</p><p><img src="bridge.jpg"/></p>', ["One.", Figure("photo0")]),
        ('<img src="bridge.jpg"/><p>The bridge at dawn</p><p>One.</p>', [Figure("photo0"), "One."]),
        ('<img src="bridge.jpg"/><p>Two.</p>', [Figure("photo0"), "Two."]),
        (
            '<div><img src="bridge.jpg"/><p>The bridge at dawn</p> and so on</div>',
            [Figure("photo0"), "The bridge at dawn", "and so on"],
        ),
    ],
)
def test_an_image_that_shows_a_file_of_a_picture_is_that_picture(inside: str, blocks: list[object]) -> None:
    (section,) = shown(inside)[0].sections

    assert [each.text if isinstance(each, Paragraph) else each for each in section.blocks] == blocks


def test_what_else_is_said_where_a_picture_is_shown_is_noted() -> None:
    media = """<p>One.</p><media media-type="image" class="wide"><media-reference data-location="#photo0"
      mime-type="image/jpeg" copyright="Gazette"/></media>"""
    article, losses = shown(media)

    assert article.sections[0].blocks[1] == Figure("photo0")
    assert [(loss.where.rpartition("/")[2], loss.value) for loss in losses.of(LossKind.UNREAD)] == [
        ("@class", "wide"),
        ("@copyright", "Gazette"),
    ]


def test_white_space_in_the_address_of_a_picture() -> None:
    picture = PICTURE.replace('"bridge.jpg"', '" bridge at dawn.jpg"').replace(
        'Duid="photo0"', 'Duid="photo0" Essential="no" EquivalentsList="no"'
    )
    article, losses = shown("<p>One.</p>", picture)

    assert article.media[0].renditions[0].href == "bridge%20at%20dawn.jpg"
    assert [loss.reason for loss in losses] == ["white space in an address"]


def test_a_body_of_which_nothing_can_be_written_is_none() -> None:
    article = Article(headlines=(Text("Bridge open"),), sections=(Section(None, (Raw("nitf", "<rule/>"),)),))
    losses = Losses()
    data = write(article, "newsml-1", losses=losses)

    assert b"DataContent" not in data
    assert losses.of(LossKind.UNWRITTEN).paths == {"sections[0].blocks[0]"}
