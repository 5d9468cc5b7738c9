"""Parts of content and what AI had to do with it, in NewsML-G2: every expectation was written by hand."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsmodel import Losses, LossKind, ModelError, diff, read, write
from newsmodel.model import (
    AiInfo,
    AiSystem,
    Article,
    Concept,
    ContentLanguage,
    Link,
    MediaTime,
    Mention,
    Paragraph,
    Part,
    Region,
    Rendition,
    Span,
    Subject,
    Text,
    TimeRange,
)
from newsmodel.strategies import strategy_for

NAR = "{http://iptc.org/std/nar/2006-10-01/}"

SHOTS = """<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:nm="https://newsmodel.example/ns#"
    standard="NewsML-G2" standardversion="2.35" conformance="power" guid="tag:gazette.example,2026:ferry" xml:lang="en">
  <itemMeta>
    <itemClass qcode="ninat:video"/>
    <provider><name>The Gazette</name></provider>
    <versionCreated>2026-03-02T10:00:00Z</versionCreated>
  </itemMeta>
  <contentMeta>
    <nm:aiInfo id="gen1">
      <system qcode="gz:inker" versioninfo="2.1"><name>Inker</name><provider uri="https://gazette.example/inkworks"/></system>
      <promptInfo xml:lang="fr">Un bac, à l'encre</promptInfo>
      <promptWriter literal="D. Aziz"/>
    </nm:aiInfo>
  </contentMeta>
  <partMeta partid="shot1" seq="1" contentrefs="ferry" xml:lang="de">
    <icon href="ferry.jpg" contenttype="image/jpeg" width="64" height="48" rendition="rnd:thumbnail"/>
    <timeDelim start="00:00:05.040" end="00:01:05" timeunit="timeunit:normalPlayTime" renditionref="rnd:web"/>
    <timeDelim start="126" end="1625" timeunituri="http://cv.iptc.org/newscodes/timeunit/editUnit" renditionrefuri="https://gazette.example/tape" custom="true"/>
    <timeDelim start="10:00:05;02" end="10:01:04;28" timeunit="timeunit:timeCodeDropFrame"/>
    <regionDelim x="-4" y="12" width="640" height="360"/>
    <role qcode="partRole:shot"><name>Shot</name></role>
    <digitalSourceType qcode="digsrctype:digitalCapture"/>
    <creator literal="cam"><name>D. Aziz</name></creator>
    <language tag="AR-eg" role="langusecode:VoiceOver"/>
    <language tag="en" roleuri="https://gazette.example/subtitles"/>
    <genre qcode="genre:Actuality"/>
    <keyword>Fähre</keyword>
    <subject type="cpnat:abstract" qcode="medtop:20000271" confidence="80"/>
    <headline>Die Fähre</headline>
    <description xml:lang="en">The ferry<br/>leaves</description>
    <signal qcode="sig:update"/>
    <edNote>No sound.</edNote>
    <link rel="irel:seeAlso" href="more.html"/>
  </partMeta>
  <contentSet><remoteContent id="ferry" href="ferry.mp4" contenttype="video/mp4"/></contentSet>
</newsItem>""".encode()


def test_a_part_with_all_that_it_may_have() -> None:
    losses = Losses()
    article = read(SHOTS, losses=losses)

    assert losses == []
    assert (article.headlines, article.language) == ((), "en")
    first = article.parts[0].times[1]
    assert [(extra.place, extra.raw) for extra in first.extras] == [("@custom", "true")]
    assert [(extra.place, extra.raw) for extra in article.parts[0].extras] == [("@contentrefs", "ferry")]
    assert article.parts == (
        Part(
            id="shot1",
            sequence=1,
            role=Concept(Text("Shot", "de"), code="partRole:shot"),
            times=(
                TimeRange(timedelta(seconds=5, milliseconds=40), timedelta(seconds=65), "rnd:web"),
                TimeRange(
                    MediaTime(frames=126),
                    MediaTime(frames=1625),
                    "https://gazette.example/tape",
                    extras=first.extras,
                ),
                TimeRange(
                    MediaTime(36_005_000, 2, drop_frame=True), MediaTime(36_064_000, 28, drop_frame=True)
                ),
            ),
            region=Region(-4, 12, 640, 360),
            icons=(Rendition("ferry.jpg", "image/jpeg", 64, 48, role="rnd:thumbnail"),),
            headlines=(Text("Die Fähre", "de"),),
            descriptions=(Text("The ferry\nleaves", "en"),),
            languages=(
                ContentLanguage("ar-EG", "langusecode:VoiceOver"),
                ContentLanguage("en", "https://gazette.example/subtitles"),
            ),
            digital_source_type=Concept(code="digsrctype:digitalCapture"),
            creators=(Concept(Text("D. Aziz", "de"), literal="cam"),),
            genres=(Concept(code="genre:Actuality"),),
            keywords=(Text("Fähre", "de"),),
            subjects=(Subject(code="medtop:20000271", type="cpnat:abstract", confidence=80),),
            signals=(Concept(code="sig:update"),),
            editor_notes=(Text("No sound.", "de"),),
            links=(Link("more.html", "irel:seeAlso"),),
            extras=article.parts[0].extras,
        ),
    )


def test_listing_5_is_eight_shots(shared: Path) -> None:
    article = read(shared / "conformance/newsml-g2/examples/LISTING_5_Multi-part_Video_in_NewsML-G2.xml")
    parts = article.parts

    assert [part.id for part in parts] == [f"Part{number}_ID" for number in range(1, 9)]
    assert [part.sequence for part in parts] == [1, 2, 3, 4, 5, 6, 7, 9]
    frames = [0, 446, 831, 1081, 1313, 1616, 2109, 2732, 2775]
    assert [part.times for part in parts] == [
        (TimeRange(MediaTime(frames=start), MediaTime(frames=end), "vidrnd:avi25"),)
        for start, end in pairwise(frames)
    ]
    assert parts[-1].times[0].end.elapsed(frame_rate=25) == timedelta(seconds=111)  # the video's duration
    assert parts[2] == Part(
        id="Part3_ID",
        sequence=3,
        times=parts[2].times,
        icons=(Rendition("http://www.example.com/video/Keyframes/407624-832.jpeg"),),
        descriptions=("Vicco von Bülow interview",),
        languages=(ContentLanguage("en", "langusecode:Interlocution"),),
    )
    assert not [extra for extra in article.extras if extra.place == "partMeta"]


def test_parts_of_the_unit_tests(shared: Path) -> None:
    folder = shared / "conformance/newsml-g2/unit_tests"
    video = read(folder / "2.33/should_pass/CR00217_digitalSourceType_on_contentMeta_partMeta.xml")
    assert [part.digital_source_type and part.digital_source_type.code for part in video.parts[:4]] == [
        "digsrctype:trainedAlgorithmicMedia",
        "digsrctype:digitalCapture",
        "digsrctype:negativeFilm",
        "digsrctype:compositeWithTrainedAlgorithmicMedia",
    ]
    (shot,) = read(folder / "2.21/should_pass/CR00184_partmeta_properties.xml").parts
    assert shot.times == (TimeRange(timedelta(seconds=5), timedelta(seconds=125)),)
    assert shot.role == Concept(code="partRole:shot")
    (three,) = read(folder / "2.18/should_pass/CR00175_timeDelim_renditionref.xml").parts
    assert three.times == tuple(
        TimeRange(timedelta(seconds=130), timedelta(seconds=250), f"r:r{number}") for number in (1, 2, 3)
    )


def test_what_ai_had_to_do_with_it() -> None:
    info = AiInfo(
        id="gen1",
        system=AiSystem(
            "Inker",
            code="gz:inker",
            version="2.1",
            provider=Concept(uri="https://gazette.example/inkworks"),
        ),
        prompt=Text("Un bac, à l'encre", "fr"),
        prompt_writer=Concept(literal="D. Aziz"),
    )
    of_the_draft = SHOTS.replace(b"nm:aiInfo", b"aiInfo")

    assert read(SHOTS).ai_info == (info,)
    assert read(of_the_draft).ai_info == (info,)
    assert b"<aiInfo" in write(
        attrs.evolve(read(of_the_draft), urgency=3), "newsml-g2"
    )  # it stays as it came
    assert b"<nm:aiInfo" in write(Article(id="urn:x:1", ai_info=(info,)), "newsml-g2")


# Times


def timed(start: str, end: str, unit: str) -> bytes:
    element = f'<timeDelim start="{start}" end="{end}" {unit}/>'.encode()
    head, _, rest = SHOTS.partition(b"<timeDelim")
    return head + element + rest.rpartition(b'DropFrame"/>')[2]


@pytest.mark.parametrize(
    ("unit", "start", "end", "meaning", "written"),
    [
        ("seconds", "5", "65.5", (MediaTime(5000), MediaTime(65_500)), "00:01:05.500"),
        ("milliseconds", "40", "90061001", (MediaTime(40), MediaTime(90_061_001)), "25:01:01.001"),
        ("normalPlayTime", "5.25", "1:00:00", (MediaTime(5250), MediaTime(3_600_000)), "01:00:00.000"),
        ("editUnit", " 7 ", "0008", (MediaTime(frames=7), MediaTime(frames=8)), "8"),
        ("timeCode", "00:00:01:24", "00:00:02:00", (MediaTime(1000, 24), MediaTime(2000, 0)), "00:00:02:00"),
        ("timeCode", "23:59:59:24", "00:00:00:10", (MediaTime(86_399_000, 24), MediaTime(0, 10)), "00:00:00:10"),
        (
            "timeCodeDropFrame",
            "00:01:00:02",
            "00:01:01.03",
            (MediaTime(60_000, 2, drop_frame=True), MediaTime(61_000, 3, drop_frame=True)),
            "00:01:01;03",
        ),
    ],
)  # fmt: skip
def test_times_in_each_unit(
    unit: str, start: str, end: str, meaning: tuple[MediaTime, MediaTime], written: str
) -> None:
    article = read(timed(start, end, f'timeunit="timeunit:{unit}"'))
    (time,) = article.parts[0].times

    assert (time.start, time.end) == meaning
    fresh = etree.fromstring(write(attrs.evolve(article, origin=None), "newsml-g2"))
    (element,) = fresh.iter(f"{NAR}timeDelim")
    assert element.get("end") == written
    assert read(write(attrs.evolve(article, origin=None), "newsml-g2")).parts == article.parts


@pytest.mark.parametrize(
    ("start", "end", "unit"),
    [
        ("1", "2", ""),  # frames, seconds, milliseconds?
        ("00:00:01.000", "00:00:02.000", ""),
        ("1", "2", 'timeunit="gz:beats"'),
        ("1", "2", 'timeunit="timeunit:seconds" timeunituri="http://cv.iptc.org/newscodes/timeunit/editUnit"'),
        ("1.5", "2", 'timeunit="timeunit:editUnit"'),
        ("0.0001", "2", 'timeunit="timeunit:seconds"'),
        ("2", "1", 'timeunit="timeunit:seconds"'),
        ("-1", "1", 'timeunit="timeunit:seconds"'),
        ("00:00:61", "00:01:30", 'timeunit="timeunit:normalPlayTime"'),
        ("00:00:01", "00:00:02", 'timeunit="timeunit:timeCode"'),
        ("٠٠:٠٠:٠١", "00:00:02", 'timeunit="timeunit:normalPlayTime"'),
        ("", "", 'timeunit="timeunit:editUnit"'),
    ],
)  # fmt: skip
def test_a_time_that_cannot_be_read_is_kept_and_told(start: str, end: str, unit: str) -> None:
    losses = Losses()
    article = read(timed(start, end, unit), losses=losses)
    part = article.parts[0]

    assert part.times == ()
    assert [(loss.kind, loss.where) for loss in losses] == [(LossKind.UNREADABLE, "partMeta[1]/timeDelim[1]")]
    assert [extra.place for extra in part.extras] == ["@contentrefs", "timeDelim[1]"]
    fresh = etree.fromstring(write(attrs.evolve(article, origin=None), "newsml-g2"))
    assert [element.get("start") for element in fresh.iter(f"{NAR}timeDelim")] == [start]


def test_a_region_that_is_not_whole_is_kept() -> None:
    losses = Losses()
    article = read(SHOTS.replace(b' width="640"', b""), losses=losses)

    assert article.parts[0].region is None
    assert "regionDelim" in {extra.place for extra in article.parts[0].extras}
    assert [loss.kind for loss in losses] == [LossKind.UNREADABLE]


def test_an_identifier_that_is_taken_goes() -> None:
    losses = Losses()
    twice = SHOTS.replace(b"<contentSet>", b'<partMeta partid="shot1" seq="2"/><contentSet>')

    assert [part.id for part in read(twice, losses=losses).parts] == ["shot1", None]
    assert [loss.kind for loss in losses] == [LossKind.UNREADABLE]


# Changing


def test_what_changes_in_a_part_changes_in_the_document() -> None:
    article = read(SHOTS)
    part = attrs.evolve(article.parts[0], headlines=(Text("Das Schiff", "de"),))
    data = write(attrs.evolve(article, parts=(part,)), "newsml-g2")

    assert read(data).parts == (part,)
    assert b"contentrefs" in data
    assert b'custom="true"' in data
    before, after = (
        document[document.index(b"<itemMeta") : document.index(b"<partMeta")] for document in (SHOTS, data)
    )
    assert before == after


@cache
def with_parts() -> st.SearchStrategy[Article]:
    return st.builds(
        Article,
        id=st.just("urn:x:1"),
        version_created=st.none(),
        parts=st.lists(strategy_for(Part), min_size=1, max_size=2),
        ai_info=st.lists(strategy_for(AiInfo), max_size=1),
    )


@given(article=with_parts())
def test_parts_come_back(article: Article) -> None:
    losses = Losses()
    data = write(article, "newsml-g2", losses=losses)
    back = read(data)

    told = {path.partition(".")[0] for path in losses.paths}
    changed = [change for change in diff(article, back) if change.path.partition(".")[0] not in told]
    assert changed == []
    assert write(attrs.evolve(back, origin=None), "newsml-g2") == data


@given(article=with_parts())
def test_fresh_parts_are_valid(shared: Path, article: Article) -> None:
    root = etree.fromstring(write(article, "newsml-g2"))
    schema = etree.XMLSchema(etree.parse(shared / "conformance/newsml-g2/xsd/g2-with-bodies.xsd"))

    assert schema.validate(root), schema.error_log


# The classes


def test_a_part_may_be_made_with_times_alone() -> None:
    part = Part(times=(TimeRange(timedelta(0), timedelta(seconds=9)),))

    assert part.times[0].end == MediaTime(9000)
    assert part.times[0].end.elapsed() == timedelta(seconds=9)
    assert MediaTime(frames=50).elapsed() is None
    assert MediaTime(9000, 3).elapsed(frame_rate=25) is None


@pytest.mark.parametrize(
    "make",
    [
        lambda: MediaTime(),
        lambda: MediaTime(-1),
        lambda: MediaTime(1500, 3),
        lambda: MediaTime(1500, drop_frame=True),
        lambda: TimeRange(timedelta(microseconds=1), timedelta(1)),
        lambda: TimeRange(timedelta(-1), timedelta(1)),
        lambda: TimeRange(MediaTime(1), MediaTime(frames=2)),
        lambda: TimeRange(MediaTime(2), MediaTime(1)),
        lambda: Region(0, 0, -1, 1),
        lambda: Part(id="a"),
        lambda: AiInfo(id="a"),
        lambda: Article(parts=(Part(id="a", sequence=1), Part(id="a", sequence=2))),
        lambda: Article(parts=(Part(id="a", sequence=1),), ai_info=(AiInfo(id="a", prompt="b"),)),
    ],
)
def test_what_contradicts_itself_is_refused(make: object) -> None:
    assert callable(make)
    with pytest.raises(ModelError):
        make()


# Mentions

NAMES = b"""<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"
    standard="NewsML-G2" standardversion="2.35" conformance="power" guid="tag:gazette.example,2026:names" xml:lang="en">
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider><name>The Gazette</name></provider>
    <versionCreated>2026-03-02T10:00:00Z</versionCreated>
  </itemMeta>
  <contentMeta>
    <subject type="cpnat:person" qcode="who:1"><name>Mona Said</name></subject>
    <headline>Names</headline>
  </contentMeta>
  <inlineRef idrefs="n1 n3" qcode="who:1" type="cpnat:person" confidence="90" relevance="60" how="howextr:tool"><name>Mona Said</name></inlineRef>
  <inlineRef idrefs="n2" literal="Quayside" typeuri="https://gazette.example/place"/>
  <inlineRef idrefs="sheet" qcode="gz:sheet"/>
  <contentSet>
    <inlineXML contenttype="application/xhtml+xml">
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Names</title></head><body>
        <p><span id="n1">Mona Said</span> came to <span id="n2">Quayside</span>.</p>
        <p>There <span id="n3">she</span> spoke.</p>
      </body></html>
    </inlineXML>
    <remoteContent id="sheet" href="sheet.pdf"/>
  </contentSet>
</newsItem>"""


def test_what_the_body_speaks_of() -> None:
    losses = Losses()
    article = read(NAMES, losses=losses)

    assert losses == []
    assert [(extra.place, "gz:sheet" in (extra.raw or "")) for extra in article.extras] == [
        ("inlineRef[3]", True)
    ]
    how = article.mentions[0].extras
    assert [(extra.place, extra.raw) for extra in how] == [("@how", "howextr:tool")]
    assert article.mentions == (
        Mention(
            "Mona Said",
            code="who:1",
            spans=(Span(0, 0, 9), Span(1, 6, 9)),
            type="cpnat:person",
            confidence=90,
            relevance=60,
            extras=how,
        ),
        Mention(literal="Quayside", spans=(Span(0, 18, 26),), type="https://gazette.example/place"),
    )
    assert [article.select((span,)) for span in article.mentions[0].spans] == ["Mona Said", "she"]


def test_mentions_move_with_the_body() -> None:
    article = read(NAMES)
    first, second = article.sections[0].blocks
    section = attrs.evolve(article.sections[0], blocks=(Paragraph("News:"), first, second))
    moved = [
        attrs.evolve(
            mention, spans=[attrs.evolve(span, paragraph=span.paragraph + 1) for span in mention.spans]
        )
        for mention in article.mentions
    ]
    losses = Losses()
    data = write(attrs.evolve(article, sections=(section,), mentions=moved), "newsml-g2", losses=losses)

    assert losses == []
    assert read(data).mentions == tuple(moved)
    fresh = write(attrs.evolve(article, origin=None), "newsml-g2")
    assert diff(read(fresh), article) == []


def test_a_mention_needs_a_place_in_the_body() -> None:
    with pytest.raises(ModelError, match="spans"):
        Mention("A", spans=())
    with pytest.raises(ModelError, match="inside the paragraphs"):
        Article(mentions=(Mention("A", spans=(Span(0, 0, 1),)),))
