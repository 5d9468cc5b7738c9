"""NITF with mistakes in it, or forms that few use: what is meant is read, and what is not read is said."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from test_nitf_reading import document

from newsmodel import Article, Losses, LossKind, read, write
from newsmodel.dates import ReducedDate
from newsmodel.model import (
    AltId,
    Attribution,
    AttributionRole,
    BlockQuote,
    Embargo,
    Figure,
    Mark,
    MarkKind,
    Media,
    MediaKind,
    Organisation,
    Paragraph,
    Person,
    Place,
    PubStatus,
    Quote,
    Raw,
    Rendition,
    Section,
    Span,
    Text,
)


def was_read(data: bytes) -> tuple[Article, Losses]:
    losses = Losses()
    article = read(data, losses=losses)
    assert write(article, "nitf") == data  # what did not change comes back to the letter
    return article, losses


def body(content: str) -> tuple[Article, Losses]:
    return was_read(document(content=content))


def was_written(article: Article) -> tuple[Article, Losses]:
    losses = Losses()
    return read(write(article, "nitf", losses=losses)), losses


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def names(article: Article) -> list[str | None]:
    return [each.name for each in article.entities]


def noted(losses: Losses, kind: LossKind) -> list[tuple[str, object]]:
    return [(loss.where.removeprefix("nitf/"), loss.value) for loss in losses.of(kind)]


# the form of the document


def test_a_headline_of_a_part_before_the_text_stands_in_the_text() -> None:
    data = (
        b"<nitf><body><body.head/><hl2>Part one</hl2><body.content><p>One.</p></body.content></body></nitf>"
    )
    article, losses = was_read(data)

    assert article.headlines == ()
    assert noted(losses, LossKind.REPAIRED)[0][0] == "body/hl2"


def test_a_second_line_in_the_head_is_kept() -> None:
    article, _ = was_read(
        b"<nitf><head><hl2>Two</hl2></head><body><body.content><p>One.</p></body.content></body></nitf>"
    )

    assert article.headlines == ()
    assert [extra.place for extra in article.extras] == ["head/hl2"]


def test_parts_that_are_there_twice_are_one() -> None:
    article, losses = was_read(
        b"""<nitf><head id="h1"><title>Bridge open</title></head><head id="h2">loose<docdata><urgency ed-urg="3"/></docdata>
          </head><body><body.head><byline>Jo Doe</byline></body.head><body.head><dateline>Riverton</dateline></body.head>
          <body.content><p>One.</p></body.content><body.content class="more">Two.<p>Three.</p></body.content></body></nitf>"""
    )

    assert (article.headlines, article.urgency) == ((Text("Bridge open"),), 3)
    assert (article.bylines, article.datelines) == ((Text("Jo Doe"),), (Text("Riverton"),))
    assert texts(article) == ["One.", "Two.", "Three."]
    assert noted(losses, LossKind.UNREAD) == [("head[2]/@id", "h2"), ("body/body.content/@class", "more")]
    assert ("head/text()", "loose") in [(extra.place, extra.raw) for extra in article.extras]


def test_text_after_an_empty_element_that_says_the_language_stays() -> None:
    article, losses = body('<lang xml:lang="it"/>Uno.<p>Due.</p>')

    assert (article.language, texts(article)) == ("it", ["Uno.", "Due."])
    assert [loss.reason for loss in losses] == ["read as the language of the document"]


@pytest.mark.parametrize(
    ("attributes", "before", "language"), [("", "Zero.", None), (' baselang="fr"', "", "fr")]
)
def test_a_language_that_cannot_be_the_documents_is_noted(
    attributes: str, before: str, language: str | None
) -> None:
    content = f'{before}<lang xml:lang="it"/><p>Due.</p>'
    article, losses = was_read(document(content=content).replace(b"<nitf>", f"<nitf{attributes}>".encode()))

    assert article.language == language
    assert noted(losses, LossKind.UNREAD) == [("body/body.content/lang/@lang", "it")]


def test_words_in_another_language_that_is_said_as_a_code() -> None:
    article, losses = body(
        '<p>One <lang value="fr" idsrc="iso639">deux</lang> <lang value="??">three</lang></p>'
    )

    assert article.paragraphs[0].marks == (Mark(MarkKind.LANGUAGE, 4, 8, language="fr"),)
    assert noted(losses, LossKind.UNREAD) == [("body/body.content/p/lang[2]/@value", "??")]


# dates

ISSUED = '<date.issue norm="20260301T100000Z"/>'
NOON = datetime(2026, 3, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("issue", "unreadable"), [("", []), ('<date.issue norm="soon"/>', [("head/docdata/date.issue", "soon")])]
)
def test_a_release_alone_says_when_it_was_issued(issue: str, unreadable: list[tuple[str, str]]) -> None:
    article, losses = was_read(document(f'{issue}<date.release norm="20260301T100000Z"/>'))

    assert (article.published, article.embargo) == (NOON, None)
    assert noted(losses, LossKind.UNREADABLE) == unreadable


def test_a_release_of_what_is_withheld_ends_an_embargo() -> None:
    data = document('<date.release norm="20260301T100000Z"/>').replace(
        b"<docdata>", b'<docdata management-status="withheld">'
    )

    assert was_read(data)[0].embargo == Embargo(NOON)


def test_an_identifier_makes_no_embargo_of_a_release() -> None:
    article, losses = was_read(
        document(f'{ISSUED}<date.release norm="20260301T100000Z" id="r1"><x/></date.release>')
    )

    assert (article.published, article.embargo) == (NOON, None)
    assert noted(losses, LossKind.UNREAD) == [
        ("head/docdata/date.release/@id", "r1"),
        ("head/docdata/date.release/x", '<x xmlns="http://iptc.org/std/NITF/2006-10-18/"></x>'),
    ]


def test_a_release_in_a_later_month_ends_an_embargo() -> None:
    later = document('<date.issue norm="2026-02"/><date.release norm="2026-03"/>')
    same = document('<date.issue norm="2026-03"/><date.release norm="20260301"/>')

    assert was_read(later)[0].embargo == Embargo(ReducedDate(2026, 3))
    article, losses = was_read(same)
    assert article.embargo is None
    assert noted(losses, LossKind.UNREAD) == [("head/docdata/date.release", "20260301")]


@pytest.mark.parametrize(
    ("status", "until", "published", "is_kept"),
    [
        (PubStatus.WITHHELD, NOON, datetime(2026, 2, 1, tzinfo=UTC), True),
        (PubStatus.WITHHELD, NOON, None, True),
        (PubStatus.WITHHELD, None, None, False),
        (PubStatus.CANCELED, NOON, datetime(2026, 4, 1, tzinfo=UTC), False),
    ],
)
def test_an_embargo_of_what_is_not_usable(
    status: PubStatus, until: datetime | None, published: datetime | None, *, is_kept: bool
) -> None:
    back, losses = was_written(Article(status=status, embargo=Embargo(until), published=published))

    assert back.status is status
    assert back.embargo == (Embargo(until) if is_kept else None)
    assert losses.of(LossKind.UNWRITTEN).paths == (set() if is_kept else {"embargo"})


def test_a_status_that_is_none_is_noted_and_kept() -> None:
    data = document().replace(b"<docdata>", b'<docdata management-status="asleep">')
    article, losses = was_read(data)

    assert article.status is None
    assert noted(losses, LossKind.UNREADABLE) == [("head/docdata/@management-status", "asleep")]


def test_what_else_stands_at_an_embargo_is_noted() -> None:
    data = document('<date.release norm="20260301T100000Z" id="r1"/>').replace(
        b"<docdata>", b'<docdata management-status="embargoed">'
    )
    article, losses = was_read(data)

    assert article.embargo == Embargo(NOON)
    assert noted(losses, LossKind.UNREAD) == [("head/docdata/date.release/@id", "r1")]


def test_a_story_date_in_figures_is_read_and_is_not_printed() -> None:
    article, _ = was_read(
        document(lines="<dateline>Riverton, <story.date>20260301</story.date> -</dateline>")
    )

    assert article.datelines == (Text("Riverton, -"),)
    assert date(2026, 3, 1) in (article.content_created, article.content_modified)


# lines


def test_a_title_fills_an_empty_headline() -> None:
    article, _ = was_read(document(head="<title>Bridge open</title>", lines="<hedline><hl1/></hedline>"))

    assert article.headlines == (Text("Bridge open"),)


def test_what_is_said_of_people_in_a_byline_is_noted() -> None:
    article, losses = was_read(document(lines='<byline>By <person class="staff">Jo Doe</person></byline>'))

    assert article.bylines == (Text("By Jo Doe"),)
    assert [each.name for each in article.attributions] == ["Jo Doe"]
    assert noted(losses, LossKind.UNREAD) == [("body/body.head/byline/person/@class", "staff")]


def test_other_markup_in_a_byline() -> None:
    article, losses = was_read(
        document(lines="<byline>By <person>Jo Doe</person>, <num>2</num> others</byline>")
    )

    assert article.bylines == (Text("By Jo Doe, 2 others"),)
    assert (names(article), article.attributions) == (["Jo Doe"], ())
    assert next(loss.reason for loss in losses) == "markup; its text is kept"


def test_several_authors_in_several_bylines() -> None:
    article = Article(
        attributions=(
            Attribution("Jo Doe", role=AttributionRole.AUTHOR),
            Attribution("Al Roe", role=AttributionRole.AUTHOR),
        ),
        bylines=(Text("By Jo Doe and Al Roe"), Text("Photos: Jo Doe")),
    )
    back, losses = was_written(article)

    assert (back.attributions, back.bylines, losses) == (article.attributions, article.bylines, [])


def test_datelines_with_markup_and_with_places_of_their_own() -> None:
    article, losses = was_read(
        document(
            lines="""<dateline><location><city>Riverton</city></location></dateline><dateline class="located"><location>
              <city>Hillton</city></location></dateline><dateline><location>Dale</location> <b>and</b></dateline>"""
        )
    )

    assert article.datelines == (Text("Riverton"), Text("Dale and"))
    assert [place.name for place in article.located] == ["Hillton", "Riverton"]
    assert [place.name for place in article.places] == ["Dale"]
    assert [place for place, _ in noted(losses, LossKind.UNREAD)] == ["body/body.head/dateline[3]/b", "body"]


def test_a_byline_in_the_text() -> None:
    for above, found, unread in [
        ("", ["Al Roe"], []),
        ("<byline>Al Roe</byline>", ["Al Roe"], []),
        ("<byline>Jo Doe</byline>", ["Jo Doe"], [("body/body.content", "Al Roe")]),
    ]:
        article, losses = was_read(document(lines=above, content="<byline>Al Roe</byline><p>One.</p>"))

        assert [text.value for text in article.bylines] == found
        assert texts(article) == ["One."]
        assert noted(losses, LossKind.UNREAD) == unread


def test_a_note_to_editors_in_the_text() -> None:
    article, _ = body('<p>One.</p><p class="ednote">Not before noon.</p>tail<p>Two.</p>')

    assert article.editor_notes == (Text("Not before noon."),)
    assert texts(article) == ["One.", "tail", "Two."]


# people, organisations, places


def test_people_that_the_text_marks_are_there_once() -> None:
    article, losses = body(
        """<p><person id="p1">Jo Doe</person> met <person>Doe</person>, <person>Al Roe</person> and <person value="x"/>
          of <org>Gazette</org>. The <org>Gazette</org> has <person><name.given>Cy</name.given> Poe</person>.</p>"""
    )

    assert names(article) == ["Jo Doe", "Al Roe", "Cy Poe", "Gazette"]
    assert (article.people[0].id, article.people[2].given_name) == ("p1", "Cy")
    assert noted(losses, LossKind.UNREAD) == [
        ("body/body.content/p/person[4]/@value", "x"),
        ("body", "2 × organisation, 4 × person"),
    ]


def test_people_with_codes_are_told_apart_by_them() -> None:
    article, _ = body(
        """<p><person idsrc="gz" value="jd">Jo Doe</person>, <person idsrc="gz" value="ar">Al Doe</person>, <person
          idsrc="gz" value="jd">Doe</person></p>"""
    )

    assert [(person.name, person.code) for person in article.people] == [
        ("Jo Doe", "gz:jd"),
        ("Al Doe", "gz:ar"),
    ]


def test_identifiers_of_other_pieces_of_text_are_noted() -> None:
    assert noted(body('<p>One <em id="e1">two</em>.</p>')[1], LossKind.UNREAD) == [
        ("body/body.content//@id", "e1")
    ]


def test_an_identifier_that_is_there_twice() -> None:
    docdata = (
        '<identified-content><person id="a">Jo Doe</person><org id="a">Gazette</org></identified-content>'
    )
    article, losses = was_read(document(docdata))

    assert [(each.name, each.id) for each in article.entities] == [("Jo Doe", "a"), ("Gazette", None)]
    assert [value for _, value in noted(losses, LossKind.UNREADABLE)] == ["a"]


@pytest.mark.parametrize(
    "person",
    [
        Person("Jo Doe-Roe", given_name="Jo", family_name="Doe"),
        Person("Doe,  Jo", given_name="Jo", family_name="Doe"),
        Person("Jo Jo", given_name="Jo", family_name="Jo"),
    ],
)
def test_a_name_and_its_parts_are_written_together(person: Person) -> None:
    back, losses = was_written(Article(people=(person,)))

    assert (back.people, losses) == ((person,), [])


def test_who_speaks_gets_an_identifier_that_nothing_else_has() -> None:
    article = Article(
        people=(Person("Jo Doe"),),
        organisations=(Organisation("Gazette", id="person-1"),),
        sections=(Section(None, (Paragraph("“Fine,” said Jo Doe."),)),),
        quotes=(Quote("Fine,", spans=(Span(0, 1, 6),), speaker_text="Jo Doe"),),
    )
    back, losses = was_written(article)

    assert back.people[0].id == back.quotes[0].speaker == "person-2"
    assert losses.of(LossKind.COERCED).paths == {"people[0].id", "quotes[0].speaker"}


def test_places_of_events() -> None:
    article, losses = was_read(
        document(
            """<evloc/><evloc iso-cc="BE" id="e2"/><evloc city="Riverton" iso-cc="BE" x:of="1" xmlns:x="urn:x"/>"""
        )
    )

    assert [(place.name, place.code, place.country) for place in article.places] == [
        (None, "iso3166-1a2:BE", "BE"),
        ("Riverton", None, "BE"),
    ]
    assert ("head/docdata/evloc[3]/@{urn:x}of", "1") in noted(losses, LossKind.UNREAD)
    assert [extra.place for extra in article.extras] == ["head/docdata/evloc[1]"]


def test_a_place_whose_code_has_no_source() -> None:
    article, _ = body('<p>In <location location-code="X1">Riverton</location> and <location/>.</p>')

    assert [(place.name, place.code, place.literal) for place in article.places] == [("Riverton", None, "X1")]


def test_what_else_is_said_of_a_part_of_a_place_is_noted() -> None:
    article, losses = body(
        '<p>In <location><city city-code="RIV" code-source="gz" class="old">Riverton</city></location>.</p>'
    )

    assert article.places == (Place("Riverton", code="gz:RIV", type="cptype:city"),)
    assert noted(losses, LossKind.UNREAD)[0] == ("body/city[1]/@class", "old")


def test_a_location_that_holds_something_else_names_nothing() -> None:
    article, losses = was_read(
        document(lines='<dateline><location><x:a xmlns:x="urn:x">Riverton</x:a></location></dateline>')
    )

    assert (article.datelines, article.located) == ((Text("Riverton"),), ())
    assert next(loss.reason for loss in losses) == "it names nothing"


# media


def test_addresses_that_are_none() -> None:
    article, losses = body(
        """<media media-type="image"><media-reference source="the bridge\\1.jpg"/></media>
          <media media-type="image"><media-reference source="http://[x"/></media><p>One.</p>"""
    )

    assert [media.renditions[0].href for media in article.media] == ["the%20bridge/1.jpg", "http://%5Bx"]
    assert [value for _, value in noted(losses, LossKind.REPAIRED)] == ["the bridge\\1.jpg", "http://[x"]


def test_what_shows_nothing_is_kept_as_it_stands() -> None:
    shown = [
        '<media media-type="smell"><media-reference source="a"/></media>',
        '<media media-type="image"/>',
        "<img/>",
    ]
    article, _ = body("".join(shown) + "<p>One.</p>")
    blocks = article.sections[0].blocks

    assert article.media == ()
    assert [isinstance(block, Raw) for block in blocks] == [True, True, True, False]


def test_two_pictures_of_one_name() -> None:
    def picture(href: str) -> str:
        return f'<media media-type="image" id="m"><media-reference source="{href}"/></media>'

    article, losses = body(f"{picture('a.jpg')}{picture('b.jpg')}<p>One.</p>")

    assert [media.id for media in article.media] == ["m", "media-1"]
    assert article.sections[0].blocks[:2] == (Figure("m"), Figure("media-1"))
    assert [value for _, value in noted(losses, LossKind.UNREADABLE)] == ["m"]


def test_a_credit_and_a_caption_among_the_attributes() -> None:
    article, _ = body(
        """<media media-type="image"><media-reference source="a.jpg" source-credit="Jo Doe" alternate-text="The bridge"/>
          <media-producer/><media-caption/></media><p>One.</p>"""
    )

    assert (article.media[0].credit, article.media[0].captions) == ("Jo Doe", (Text("The bridge"),))


def pictures(*ids: str) -> tuple[Media, ...]:
    return tuple(Media(MediaKind.PICTURE, (Rendition(f"{each}.jpg"),), each) for each in ids)


def test_pictures_come_back_in_the_order_of_the_text() -> None:
    sections = (Section(None, (Figure("m2"), Paragraph("One."), Figure("m2"))),)
    back, losses = was_written(Article(media=pictures("m1", "m2"), sections=sections))

    assert [media.id for media in back.media] == ["m2", "m1"]
    assert back.sections == sections
    assert losses.of(LossKind.COERCED).paths == {"media"}


# quotes


def test_quotes_in_blocks() -> None:
    article, losses = body(
        """<bq><block><p>Fine.</p></block><credit>Jo Doe</credit><credit> </credit></bq>
          <bq quote-source="Al Roe"><block><p>Good.</p></block><credit>Jo Doe</credit></bq>"""
    )

    assert [(quote.text, quote.speaker_text) for quote in article.quotes] == [
        ("Fine.", "Jo Doe"),
        ("Good.", "Al Roe"),
    ]
    assert article.sections[0].blocks[0] == BlockQuote((Paragraph("Fine."),))
    assert noted(losses, LossKind.UNREAD) == [("body/body.content/bq[2]", "Jo Doe")]


def test_quotes_in_the_text() -> None:
    article, losses = body(
        """<p>He said <q quote-source="Jo Doe" class="odd">Fine</q>.</p><p quote-source="Al Roe">Good.</p>"""
    )

    assert [(quote.text, quote.speaker_text) for quote in article.quotes] == [
        ("Fine", "Jo Doe"),
        ("Good.", "Al Roe"),
    ]
    assert noted(losses, LossKind.UNREAD) == [("body/body.content/p/q/@class", "odd")]
    assert noted(losses, LossKind.REPAIRED) == [("body/body.content/p[2]", "Al Roe")]


def test_a_date_that_the_text_says_otherwise_is_noted() -> None:
    losses = body(
        '<p>On <chron norm="20260301">1 March 2026</chron>, <chron norm="20260302">1 March 2026</chron>, <chron norm="x">then</chron></p>'
    )[1]

    assert [value for _, value in noted(losses, LossKind.UNREAD)] == ["20260302", "x"]


# what there is no room for


def test_what_nitf_has_no_room_for_is_said() -> None:
    article = Article(
        alt_ids=(AltId("x", "nitf:du-key", environment=("gz:web",)),),
        attributions=(Attribution("Jo\nDoe", role=AttributionRole.AUTHOR),),
        sections=(Section(Text("Part"), (Paragraph("One."), Raw("xhtml", "<hr/>"))),),
    )
    back, losses = was_written(article)

    assert losses.of(LossKind.UNWRITTEN).paths == {"alt_ids[0].environment", "sections[0].blocks[1]"}
    assert losses.of(LossKind.COERCED).paths == {"attributions[0].names[0].value", "bylines"}
    assert back.attributions == (Attribution("Jo Doe", role=AttributionRole.AUTHOR),)
    assert texts(back) == ["One."]


def test_a_class_of_a_heading_that_is_no_code() -> None:
    article, losses = body('<hl2 class="big bold">Part one</hl2><p>One.</p>')

    assert article.sections[0].heading == Text("Part one")
    assert noted(losses, LossKind.UNREAD) == [("body/body.content/hl2/@class", "big bold")]


def test_a_picture_that_the_text_does_not_show_needs_no_identifier() -> None:
    media = (Media(MediaKind.PICTURE, (Rendition("a.jpg"),)),)
    back, losses = was_written(Article(media=media, sections=(Section(None, (Paragraph("One."),)),)))

    assert (back.media, losses) == (media, [])


def test_text_among_pictures_that_the_text_does_not_show_is_read() -> None:
    article, _ = body(
        """<p>One.</p><block class="media"><media media-type="image" id="m"><media-reference source="a.jpg"/></media>
          <p>Two.</p></block>"""
    )

    assert texts(article) == ["One.", "Two."]
    assert article.sections[0].blocks == (Paragraph("One."), Paragraph("Two."))
    assert [media.id for media in article.media] == ["m"]
