"""What agencies and the IPTC wrote, read by our tables: every expectation was taken from the file by a person."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest

from newsmodel import Losses, read, read_all, write
from newsmodel.dates.when import When, format_iso
from newsmodel.model import (
    AltId,
    Article,
    Attribution,
    AttributionRole,
    Concept,
    Embargo,
    Link,
    Place,
    PubStatus,
    Rights,
    Subject,
    Text,
)


def bare(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """Texts without what else their elements say (``rank``, ``separator``)."""
    return tuple(attrs.evolve(text, extras=()) for text in texts)


def iso(when: When | None) -> str | None:
    """A time as text: two datetimes of the same moment are equal to Python, whatever their offsets."""
    return format_iso(when) if when else None


def without_extras(concept: Concept) -> tuple[object, ...]:
    """What a concept says, but for what the model has no field for (`broader`, `sameAs`, `rank` …)."""
    return (type(concept), concept.names, concept.uri, concept.code, concept.literal)


def subjects_of(article: Article) -> list[tuple[str | None, str | None, str | None]]:
    return [(subject.code, subject.type, subject.name) for subject in article.subjects]


# IPTC, Guidelines: LISTING_1 and LISTING_2


@pytest.fixture(scope="module")
def listing_1(shared: Path) -> Article:
    return read(shared / "conformance/newsml-g2/examples/LISTING_1_A_NewsML-G2_News_Item.xml")


def test_listing_1_says_what_it_is(listing_1: Article) -> None:
    assert listing_1.id == "urn:newsml:acmenews.com:20161018:US-FINANCE-FED"
    assert listing_1.version == 11
    assert listing_1.language == "en-GB"
    assert listing_1.headlines == (Text('Fed to halt QE to avert "bubble"'),)
    assert listing_1.sluglines == (Text("US-Finance-Fed"),)
    assert listing_1.status is PubStatus.USABLE
    assert listing_1.urgency is None
    assert listing_1.sections == ()  # the body is a comment


def test_listing_1_has_its_times(listing_1: Article) -> None:
    assert iso(listing_1.version_created) == "2018-10-21T16:25:32-05:00"
    assert iso(listing_1.first_created) == "2016-10-18T13:12:21-05:00"
    assert listing_1.embargo == Embargo(datetime(2018, 10, 23, 12, tzinfo=UTC))
    assert iso(listing_1.content_created) == "2016-10-18T11:12:00-05:00"
    assert iso(listing_1.content_modified) == "2018-10-21T16:22:45-05:00"
    assert listing_1.published is None


def test_listing_1_names_its_rights(listing_1: Article) -> None:
    assert listing_1.rights == Rights(
        holder=Concept("Example Enews LLP", "http://www.example.com/about.html#copyright"),
        notices="Copyright 2017-18 Example Enews LLP, all rights reserved",
        usage_terms="Not for use outside the United States",
    )


def test_listing_1_names_its_people_and_places(listing_1: Article) -> None:
    assert listing_1.attributions == (
        Attribution(code="nprov:REUTERS", role=AttributionRole.PUBLISHER),
        Attribution(uri="http://www.example.com", role=AttributionRole.SOURCE),
        Attribution("Meredith Jameson", "http://www.example.com/staff/mjameson", role=AttributionRole.AUTHOR),
    )
    assert listing_1.located == (
        Place(
            "Berlin",
            code="geo:345678",
            type="cptype:city",
            contained_in=(
                Place("Berlin", code="prov:2365", type="cptype:statprov"),
                Place("Germany", code="iso3166-1a2:DE", type="cptype:country"),
            ),
        ),
    )


def test_listing_1_says_what_it_is_about(listing_1: Article) -> None:
    economy, labour = listing_1.subjects
    assert economy == Subject(
        Text("economy, business and finance", "en-GB"), code="medtop:04000000", type="cpnat:abstract"
    )
    assert labour.names == (Text("labour market", "en-GB"), Text("Arbeitsmarkt", "de"))
    assert labour.code == "medtop:20000523"
    (broader,) = labour.extras
    assert broader.place == "broader"
    assert 'qcode="medtop:04000000"' in (broader.raw or "")
    assert listing_1.genres == (Concept(Text("Interview", "en-GB"), code="genre:interview"),)


def test_listing_1_has_its_services_notes_and_links(listing_1: Article) -> None:
    assert listing_1.services == (Concept("UK News Service", code="svc:uknews"),)
    assert listing_1.signals == (Concept(code="sig:update"),)
    assert listing_1.editor_notes == (
        Text(
            "Note to editors: STRICTLY EMBARGOED. Not for public release until 12noon on Friday, October 23, 2018."
        ),
    )
    assert listing_1.links == (
        Link("http://www.example.com/video/20081222-PNN-1517-407624/index.html", "irel:seeAlso"),
    )


@pytest.fixture(scope="module")
def listing_2(shared: Path) -> Article:
    return read(shared / "conformance/newsml-g2/examples/LISTING_2_NewsML-G2_Text_Document.xml")


def test_listing_2_has_its_metadata(listing_2: Article) -> None:
    assert listing_2.id == "urn:newsml:acmenews.com:20161121:US-FINANCE-FED"
    assert listing_2.version == 11
    assert listing_2.language == "en-US"
    assert listing_2.headline == Text('Fed to halt QE to avert "bubble"')
    assert listing_2.sluglines == (Text("US-Finance-Fed"),)
    assert listing_2.status is PubStatus.USABLE
    assert iso(listing_2.version_created) == "2018-11-21T16:25:32-05:00"
    assert iso(listing_2.content_created) == "2016-11-21T15:21:06-05:00"
    assert iso(listing_2.content_modified) == "2018-11-21T16:22:45-05:00"
    assert listing_2.embargo is None
    assert listing_2.located == (Place("New York, NY", code="geoloc:NYC"),)
    assert listing_2.rights == Rights(
        Concept("Acme News and Media LLC", "http://www.acmenews.com/about.html#copyright"),
        "Copyright 2017-18 Acme News and Media LLC",
    )
    assert [without_extras(found)[1:] for found in listing_2.attributions] == [
        ((), "http://www.acmenews.com/about/", None, None),
        ((Text("Associated Press"),), None, "is:AP", None),
        ((Text("Meredith Jameson"),), "http://www.acmenews.com/staff/mjameson", None, None),
    ]
    assert subjects_of(listing_2) == [
        ("medtop:04000000", None, "economy, business and finance"),
        ("medtop:20000350", None, "central bank"),
        ("medtop:20000379", None, "money and monetary policy"),
    ]


def test_listing_2_has_byline_and_body_from_its_nitf(listing_2: Article) -> None:
    assert listing_2.bylines == (Text("By Meredith Jameson, Staff Reporter"),)
    first, second = listing_2.paragraphs
    assert first.text.startswith("(New York, NY - October 21) Et, sent luptat luptat, commy Nim zzriureet")
    assert first.text.endswith("faccumsan ecte modoloreet ad ex el utat.")
    assert second.text.startswith("Ugiating ea feugait utat, venim velent nim quis nulluptat num Volorem")
    assert second.text.endswith("quismodion esto cons dolutpat, si.")
    assert [section.heading for section in listing_2.sections] == [None]  # hl1 says the headline again


# STT, 2012


@pytest.fixture(scope="module")
def stt_facts(shared: Path) -> Article:
    return read(shared / "samples/agency/stt-2012/95762522.xml")


def test_stt_facts_have_their_metadata(stt_facts: Article) -> None:
    assert stt_facts.id == "urn:newsml:stt.fi:20120805:95762522"
    assert stt_facts.version == 1
    assert stt_facts.language == "fi-FI"
    assert stt_facts.headlines == (Text("Perinteisesti rakennettu Ihana"),)
    assert stt_facts.sluglines == (Text("///TÄSTÄ ON KYSE JUTTUUN PERINNEPURJELAIVOISTA///"),)
    assert stt_facts.datelines == (Text("Luvia"),)
    assert stt_facts.summaries == (Text("<kotimaa.deski@stt-lehtikuva.fi>", role="drol:summary"),)
    assert stt_facts.bylines == ()  # an empty element
    assert stt_facts.editor_notes == ()
    assert stt_facts.urgency == 5
    assert stt_facts.status is PubStatus.USABLE
    # the agency writes no zone, so none is known
    assert iso(stt_facts.version_created) == "2012-08-05T10:11:27"
    assert iso(stt_facts.first_created) == "2012-08-05T10:11:24"
    assert iso(stt_facts.content_created) == "2012-08-05T10:11:24"
    assert iso(stt_facts.content_modified) == "2012-08-05T10:11:27"
    assert stt_facts.services == (Concept("Lehtiversio", code="sttelementtype:0005"),)
    assert stt_facts.signals == (Concept(code="action:new"),)
    assert stt_facts.located == (Place("Luvia", type="loctype:City"),)
    assert stt_facts.attributions == (
        Attribution(literal="STT", role=AttributionRole.PUBLISHER),
        Attribution("STT", code="sttsource:0001", role=AttributionRole.SOURCE),
    )


def test_stt_facts_have_their_subjects(stt_facts: Article) -> None:
    (place,) = stt_facts.places  # an assert says what it is, and a position that was not filled in
    assert (place.code, place.names, place.latitude) == ("sttlocationalias:8999", (Text("Luvia"),), None)
    assert [(around.code, around.name) for around in place.contained_in] == [
        ("city:167", "Luvia"),
        ("stat:32", "Satakunta"),
        ("country:1", "Suomi"),
        ("continet:4", "Eurooppa"),
    ]
    assert subjects_of(stt_facts)[:5] == [
        ("sttrunnumber:045", "cpnat:runnumber", "stt 045"),
        ("stttopic:75371", "cpnat:topic", "Perinnepurjelaivoja vaalitaan Luvialla talkootyönä"),
        ("stttextpackage:97548966", "cpnat:textpackageid", "Perinteisesti rakennettu Ihana"),
        ("sttlength:0000665", "cpnat:length", "665"),
        ("sttdepartment:0003", "cpnat:department", "Kotimaa"),
    ]
    assert stt_facts.subjects[0].literal == "Service run id"
    assert len(stt_facts.subjects) == 15
    assert subjects_of(stt_facts)[-1] == ("subj:15050000", "cpnat:category", "Purjehdus")


def test_stt_facts_have_their_body(stt_facts: Article) -> None:
    assert [paragraph.text[:26] for paragraph in stt_facts.paragraphs] == [
        "–\u2009 Luvian Laitakari oli er",
        "–\u2009 Perinnelaivayhdistys Ih",
        "–\u2009 Kaljaasi Ihana on tehty",
        "–\u2009 Ihanan kokonaispituus o",
    ]
    assert stt_facts.paragraphs[0].text.endswith("5–6 purjelaivaa vuodessa.")
    assert stt_facts.paragraphs[3].text.endswith("280 neliötä, ja makuupaikkoja on 20.")


@pytest.fixture(scope="module")
def stt_markets(shared: Path) -> Article:
    return read(shared / "samples/agency/stt-2012/95895852.xml")


def test_stt_markets_have_their_metadata(stt_markets: Article) -> None:
    assert stt_markets.id == "urn:newsml:stt.fi:20120802:95895852"
    assert stt_markets.headline == Text("Markkinoilla petyttiin, kun nopeita ratkaisuja ei tarjottu")
    assert stt_markets.bylines == (Text("MINNA RAJAINMÄKI"),)
    assert stt_markets.credit_lines == (Text("STT–AFP-Reuters"),)
    assert stt_markets.datelines == (Text("Lontoo-New York"),)
    assert stt_markets.sluglines == (Text("///KAINALO EKP-JUTTUUN///"),)
    assert stt_markets.summaries == ()
    assert stt_markets.urgency == 3
    assert iso(stt_markets.version_created) == "2012-08-02T18:36:34"
    assert stt_markets.places == ()
    assert len(stt_markets.subjects) == 20
    assert subjects_of(stt_markets)[4] == ("sttdepartment:0011", "cpnat:department", "Talous")
    assert subjects_of(stt_markets)[-1] == ("subj:4009003", "cpnat:category", "Arvopaperipörssit")


def test_stt_markets_have_their_body(stt_markets: Article) -> None:
    assert len(stt_markets.paragraphs) == 6
    first, *_, last = stt_markets.paragraphs
    assert first.text.startswith("Markkinoilla odotettiin jo Euroopan keskuspankin")
    assert first.text.endswith("Markkinoilla tämä oli jälleen pettymys.")
    assert last.text.startswith("Espanjan kymmenvuotisten valtionlainojen korko")
    assert last.text.endswith("lainojen korko oli 6,26 prosenttia.")


# dpa, 2017: messages of one item


def dpa(shared: Path, number: str) -> Article:
    return read(shared / f"samples/agency/dpa-2017/urn_newsml_dpa.com_20090101_170629-{number}.xml")


DPA_RIGHTS = Rights(
    notices=(
        Text("Copyright 2017, dpa (www.dpa.de). Alle Rechte vorbehalten", "de"),
        Text("(c) 2017 dpa Deutsche Presse Agentur GmbH", "en"),
    ),
    usage_terms=(
        Text("Nutzung nur nach schriftlicher Vereinbarung mit dpa", "de"),
        Text("Use only with the written agreement with dpa", "en"),
    ),
)


@pytest.fixture(scope="module")
def dpa_audio(shared: Path) -> Article:
    return dpa(shared, "99-48625")


def test_dpa_audio_has_its_metadata(dpa_audio: Article) -> None:
    assert dpa_audio.id == "urn:newsml:dpa.com:20090101:170629-99-48625"
    assert dpa_audio.version == 3
    assert dpa_audio.language == "de"
    assert bare(dpa_audio.headlines) == (Text("dpa/audio-Programm für Donnerstag, 29. Juni 2017, 17 Uhr"),)
    assert [text.value for text in dpa_audio.keywords] == ["dpa", "Audio"]
    assert bare(dpa_audio.sluglines) == (Text("Vorschau/dpa/Audio", role="dpa7901rendition:slug"),)
    assert dpa_audio.credit_lines == (Text("dpa"),)
    assert dpa_audio.urgency == 3
    assert dpa_audio.status is PubStatus.USABLE
    assert iso(dpa_audio.version_created) == "2017-06-29T17:00:29+02:00"
    assert dpa_audio.editor_notes == (
        Text("dpa s5 tbm", role="dpaednoterole:notepad"),
        Text("dpa s5 tbm", role="dpaednoterole:closingline"),
    )
    assert [without_extras(genre)[1:4] for genre in dpa_audio.genres] == [
        ((Text("Vorschau", "de"),), None, "dpatextgenre:32")
    ]
    assert subjects_of(dpa_audio) == [
        ("dpasubject:432", "dpatype:dpasubject", "Vorschau"),
        ("dpacat:rs", "dpatype:category", "Redaktioneller Service"),
    ]
    assert dpa_audio.subjects[1].names[1] == Text("rs", "de", role="nrol:mnemonic")


def test_dpa_audio_names_rights_services_and_parties(dpa_audio: Article) -> None:
    assert dpa_audio.rights is not None
    assert dpa_audio.rights.notices == DPA_RIGHTS.notices
    assert dpa_audio.rights.usage_terms == DPA_RIGHTS.usage_terms
    assert dpa_audio.rights.holder is not None
    assert dpa_audio.rights.holder.names == (Text("Deutsche Presse-Agentur GmbH", "en"),)
    assert dpa_audio.rights.holder.code == "nprov:dpa"
    assert [(service.code, service.name) for service in dpa_audio.services] == [
        ("dpasrv:kom", "Vorschau Audiodienst"),
        ("dpasrv:hfk", "hfk"),
        ("dpasrv:bid", "Basisdienst Inland"),
        ("dpasrv:bdt", "bdt"),
    ]
    assert dpa_audio.services[0].names[1] == Text("kom", role="nrol:mnemonic")
    assert dpa_audio.attributions == (
        Attribution(
            Text("Deutsche Presse-Agentur GmbH", "en"), code="nprov:dpa", role=AttributionRole.PUBLISHER
        ),
        Attribution("bremser.thomas", code="dpa-ad:bremser.thomas", role=AttributionRole.AUTHOR),
        Attribution("bremser.thomas", code="dpa-ad:bremser.thomas", role=AttributionRole.CONTRIBUTOR),
    )
    assert dpa_audio.alt_ids == tuple(
        AltId(value, "dpa7901rendition:iptc7901Id", (f"dpasrv:{value[:3]}",))
        for value in (
            "bdt:0636:3:rs:159:dpa:4005::20170629170035MESZ",
            "bid:0506:3:rs:159:dpa:4005::20170629170035MESZ",
            "hfk:0085:3:rs:159:vvvvf dpa-kurz:4005::20170629170035MESZ",
            "kom:0014:3:rs:159:dpa:4005::20170629170035MESZ",
        )
    )


def test_dpa_audio_has_its_body(dpa_audio: Article) -> None:
    (only,) = dpa_audio.paragraphs
    lines = only.text.split("\n")
    assert lines[0] == "Ihr Ansprechpartner: Thomas Bremser, Tel. (030) 2852-31360/61,"
    assert lines[1] == "E-Mail: audio@dpa.com"
    assert lines[2] == ""
    assert lines[3] == "BUNDESREGIERUNG\u00a0VERBIETET\u00a0ERDOGAN-AUFTRITT"
    assert lines[-1] == "- 17.30 N"
    (strong,) = only.marks
    assert only.text[strong.start : strong.end] == "\n".join(lines[:2])


def test_dpa_comment_is_what_its_file_says(shared: Path) -> None:
    comment = dpa(shared, "99-49556")

    assert bare(comment.headlines)[0] == Text("«Frankfurter Allgemeine Zeitung» zum Redeverbot für Erdogan")
    assert (comment.version, comment.urgency) == (2, 5)
    assert iso(comment.version_created) == "2017-06-29T18:05:10+02:00"
    assert comment.keywords == ()
    assert [service.code for service in comment.services] == [
        "dpasrv:edi", "dpasrv:erd", "dpasrv:edt", "dpasrv:bid", "dpasrv:bdt",
    ]  # fmt: skip
    assert len(comment.alt_ids) == 5
    assert comment.alt_ids[2].value == "edt:0375:5:pl:122:cccce dpa-euro:4331::20170629180515MESZ"
    (germany,) = comment.places
    assert germany.code == "dpacountry:1"
    assert germany.names == (
        Text("Deutschland", "de", role="nrol:display"),
        Text("DEU", "de", role="nrol:short"),
    )
    assert germany.contained_in == (
        Place(Text("EU", "de", role="nrol:display"), code="dpageosbj:202"),
        Place(Text("Europe", "en"), code="wldreg:r150"),
    )
    assert subjects_of(comment) == [
        ("dpasubject:433", "dpatype:dpasubject", "Inlandspresse"),
        ("dpacat:pl", "dpatype:category", "Politik"),
    ]
    (only,) = comment.paragraphs
    assert only.text.startswith("(…) Berlin (…) ließ Erdogan und seine Propagandisten")
    assert only.text.endswith("ob sie als Flüchtlinge kommen oder als Präsidenten. (…)")


def test_dpa_weather_is_what_its_file_says(shared: Path) -> None:
    weather = dpa(shared, "99-49765")

    assert bare(weather.headlines)[0] == Text("Heftiger Regen in Berlin: Vielbefahrene Autobahn gesperrt")
    assert weather.datelines == (Text("Berlin (dpa) -"),)
    assert weather.located == (Place("Berlin"),)
    assert weather.sluglines[0].value == "Unwetter/Wetter/Verkehr/Berlin"
    assert weather.summaries[0].role == "drol:teaser"
    assert weather.summaries[0].value.endswith("war der Juni in Deutschland dennoch zu trocken.")
    assert [text.role for text in weather.editor_notes] == [
        "dpaednoterole:notepad", "dpaednoterole:genrenote", "dpaednoterole:closingline",
        *["dpaednoterole:contacts"] * 4, *["dpaednoterole:dpacontacts"] * 3, "dpaednoterole:picture",
    ]  # fmt: skip
    assert weather.editor_notes[9].value == "Foto: Newsdesk, +49 30 285231515, <foto@dpa.com>"
    (twitter,) = weather.links
    assert twitter.href == "https://twitter.com/berliner_fw?lang=de"
    assert twitter.rel == "irel:seeAlso"
    (berlin,) = weather.places
    assert (berlin.code, berlin.name) == ("dpaarea:3", "Berlin")
    assert [place.code for place in berlin.contained_in] == ["dpacountry:1"]
    assert subjects_of(weather) == [
        ("medtop:20000157", "dpatype:dpasubject", "Unwetter"),
        ("medtop:17000000", "dpatype:dpasubject", "Wetter"),
        ("dpasubject:232", "dpatype:dpasubject", "Verkehr"),
        ("dpacat:vm", "dpatype:category", "vm"),
        (None, "cpnat:poi", "Berliner Feuerwehr, Voltairestraße 2, 10179 Berlin, Deutschland"),
    ]
    assert len(weather.paragraphs) == 7
    assert weather.paragraphs[1].text.startswith("Berlin (dpa) - Heftiger Regen hat eine der meistbefahrenen")
    assert weather.paragraphs[-1].text.endswith("im Rhein-Main-Gebiet war es deutlich zu trocken.")


# All samples


AGENCY = ("agency/dpa-2017", "agency/stt-2012")


def agency_files(shared: Path) -> list[Path]:
    listings = sorted((shared / "conformance/newsml-g2/examples").glob("LISTING_[12]_*.xml"))
    return [
        *listings,
        *(path for folder in AGENCY for path in sorted((shared / "samples" / folder).glob("*.xml"))),
    ]


def test_every_agency_file_reads_writes_and_reads_back(shared: Path) -> None:
    files = agency_files(shared)
    assert len(files) == 27
    for path in files:
        first = read(path)
        data = write(first, "newsml-g2")
        losses = Losses()
        second = read(data, losses=losses)

        assert second == first, path.name
        assert write(second, "newsml-g2") == data, path.name
        assert read(write(first, "native")) == first, path.name


def test_every_message_of_dpa_holds_one_item(shared: Path) -> None:
    for path in sorted((shared / "samples/agency/dpa-2017").glob("*.xml")):
        assert list(read_all(path)) == [read(path)]
