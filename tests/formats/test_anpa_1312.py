"""ANPA 1312: what stories say, told by hand, and how articles are written."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

import attrs
import pytest
import wire_samples

from newsmodel import (
    Article,
    Concept,
    InputError,
    Losses,
    LossKind,
    Paragraph,
    Section,
    Subject,
    Text,
    read,
    write,
)
from newsmodel.formats.wire_values import NUMBER_TYPE
from newsmodel.model import AltId, Embargo, Extra

NAME = "anpa-1312"
SUMMER = timezone(timedelta(hours=-4))
WINTER = timezone(timedelta(hours=-5))


def texts(article: Article) -> list[str]:
    return [block.text for block in article.sections[0].blocks if isinstance(block, Paragraph)]


def extras(article: Article) -> dict[str, str | None]:
    return {extra.place: extra.raw for extra in article.extras}


def test_an_american_story_with_carets() -> None:
    losses = Losses()
    article = read(wire_samples.CARETS, losses=losses)

    assert losses == []
    assert article == Article(
        services=(Concept(literal="z"),),
        alt_ids=(AltId("6715", NUMBER_TYPE),),
        urgency=5,
        subjects=(Subject(literal="z"),),
        sluglines=("BC-BKN--Herons-Otters, 1st Ld-Writethru",),
        headlines=("Dorn has 30 points, short-handed Herons beat Otters 115-111",),
        summaries=(
            "Carla Dorn scored 30 points — a season high — and the Lindow Herons beat the Karlshof Otters.",
        ),
        editor_notes=("BNA Photo BN105, BN106", "Herons 115, Otters 111. Updates. With BNA Photos."),
        bylines=("By ANNA BECK\nBNA Sports Writer",),
        version_created=datetime(2016, 2, 20, 3, 37, tzinfo=UTC),
        sections=(
            Section(
                blocks=(
                    Paragraph(
                        "KARLSHOF (BNA) — Carla Dorn scored 30 points — a season high — on Friday night."
                    ),
                    Paragraph("“I gave it a couple of days to see if it would go away,” Dorn said."),
                    Paragraph("Lindow;10-20;3-4;115\nKarlshof;11-20;3-3;111"),
                    Paragraph("UP NEXT"),
                )
            ),
        ),
        extras=(
            Extra(NAME, "version", "1stLd-Writethru"),
            Extra(NAME, "words", "0500"),
            Extra(NAME, "count", "416"),
            Extra(NAME, "wire", "AP-WF"),
        ),
    )


def test_a_canadian_story_with_labels_and_a_day_before_the_month() -> None:
    article = read(wire_samples.CANADIAN)

    assert article.headlines == (
        Text("Stock markets advance as the bank of Lindow seeks to fire up the county's No. 3 economy"),
    )
    assert article.sluglines == (Text("Dollar-Markets, 7th Writethru"),)
    assert article.bylines == (Text("By Gerd Hahn\nTHE COUNTY PRESS"),)
    assert [note.value for note in article.editor_notes] == [
        "code:2",
        "Update:ADDS details",
        "INDEX: Economy, Business",
    ]
    assert article.version_created == datetime(2014, 10, 31, 16, 35, tzinfo=SUMMER)
    assert article.urgency == 3
    assert texts(article)[0].endswith("is stepping up to help keep the recovery on track.")
    assert extras(article) == {
        "selector": "cpstf",
        "version": "7thWritethru TB06",
        "filed": "31-10",
        "words": "588",
    }


def test_an_australian_story_in_plain_lines() -> None:
    article = read(wire_samples.PLAIN_LINES)

    assert article.headline == Text("Bridge opens again on Friday")
    assert article.sluglines == (Text("Bridge (Lindow) 2nd take"),)
    assert article.bylines == (Text("By Anna Beck"),)
    assert article.embargo == Embargo(datetime(2024, 5, 24, 4, tzinfo=UTC))
    assert article.version_created == datetime(2024, 5, 23, 10, 11, 12)  # noqa: DTZ001  # it names no zone
    assert len(texts(article)) == 3
    assert texts(article)[1] == "Mayor Carla Dorn said: ‘It was more than we had thought.'"


def test_the_keyword_of_the_header_is_the_slug_where_there_is_no_other() -> None:
    article = read(wire_samples.KEYWORD_ONLY)

    assert article.sluglines == (Text("BC-Ferry-Fares"),)
    assert article.extras == ()


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("05-24-24 1412GMT", datetime(2024, 5, 24, 14, 12, tzinfo=UTC)),
        ("05-24-24 1412EDT", datetime(2024, 5, 24, 14, 12, tzinfo=SUMMER)),
        ("AP-NY-01-24-99 1412EST<", datetime(1999, 1, 24, 14, 12, tzinfo=WINTER)),
        ("16:35ET 31-01-14", datetime(2014, 1, 31, 16, 35, tzinfo=WINTER)),
        ("JST-16:35-31-01-14", datetime(2014, 1, 31, 16, 35, tzinfo=timezone(timedelta(hours=9)))),
        ("23-05-24 10-11-12", datetime(2024, 5, 23, 10, 11, 12)),  # noqa: DTZ001
        ("05-24-24 1412QQT", None),
        ("24-24-24 1412GMT", None),
    ],
)
def test_times_of_transmission(said: str, moment: datetime | None) -> None:
    article = read(wire_samples.KEYWORD_ONLY.replace(b"05-24-24 1412EDT", said.encode()))

    assert article.version_created == moment
    assert ("sent" in extras(article)) is (moment is None)


@pytest.mark.parametrize(
    ("letter", "urgency"), [("f", 1), ("b", 2), ("u", 3), ("r", 5), ("d", 6), ("a", 7), ("s", 8)]
)
def test_priorities(letter: str, urgency: int) -> None:
    data = wire_samples.KEYWORD_ONLY.replace(b"\nd a", f"\n{letter} a".encode())
    article = read(data)

    assert article.urgency == urgency
    assert f"\n{letter} a".encode() in write(attrs.evolve(article, origin=None), NAME)


def test_a_table_keeps_its_lines() -> None:
    """The format identifier says so: DC3 DC2."""
    article = read(
        b"\x01a0001\x1f-----\r\nr s\x13\x12 BC-Results 05-24 0009\r\n\x02Results\r\n\r\nLindow 1 0\r\nKarlshof 0 1\r\n\x03\r\n\x04"
    )

    assert texts(article) == ["Lindow 1 0\nKarlshof 0 1"]
    assert extras(article)["format"] == "body tabular"
    assert b"r s\x13\x12 " in write(attrs.evolve(article, origin=None), NAME)


ARTICLE = Article(
    services=(Concept(literal="b"),),
    alt_ids=(AltId("0042", NUMBER_TYPE),),
    urgency=3,
    subjects=(Subject(literal="i"),),
    sluglines=("BC-Bridge, 1st Ld",),
    headlines=("The bridge is open again",),
    summaries=("After two years of work.",),
    bylines=("By ANNA BECK\nGazette Writer",),
    embargo=Embargo(datetime(2024, 5, 24, 14, 20, tzinfo=UTC)),
    editor_notes=("Pictures follow.",),
    version_created=datetime(2024, 5, 14, 12, 5, tzinfo=UTC),
    sections=(
        Section(
            blocks=(
                Paragraph("LINDOW — “It’s open,” the mayor said."),
                Paragraph("Lindow 1\nKarlshof 0"),
            )
        ),
    ),
)
WRITTEN = (
    "\x16\x16\x01b0042\x1f-----\r\n"
    "u i\x13\x11 BC-Bridge  05-14 0010\r\n"
    "\x02^BC-Bridge, 1st Ld,10<\r\n"
    "^The bridge is open again<\r\n"
    "^EMBARGO: 2024-05-24T14:20:00Z<\r\n"
    "^After two years of work.<\r\n"
    "^Eds: Pictures follow.<\r\n"
    "^By ANNA BECK=\r\n"
    "^Gazette Writer=\r\n"
    "\t   LINDOW _ ``It’s open,'' the mayor said.\r\n"
    "\bLindow 1\r\n"
    "\bKarlshof 0\r\n"
    "\x0305-14-24 1205GMT\r\n"
    "\x04\r\n"
)


def test_what_is_written() -> None:
    losses = Losses()

    assert write(ARTICLE, NAME, losses=losses).decode() == WRITTEN
    assert losses == []
    assert read(WRITTEN.encode()) == ARTICLE


def test_peers_find_what_they_look_for() -> None:
    """As open-source news systems read it: by the signs of the header, and by the place of heading lines."""
    first, second, *lines = WRITTEN.split("\r\n")

    assert re.match("\x16\x16\x01[a-z][0-9]{4}\x1f[a-z-]+$", first)
    assert re.match(
        r"[a-z] [a-z][\x13\x14][\x11\x12] (?:AM|PM|BC|AP)-[\w.-]+.* [0-9]{1,2}-[0-9]{1,2} [0-9]{0,4}$", second
    )
    assert next(line for line in lines if line.startswith("^")) == "^The bridge is open again<"
    assert [line.strip() for line in lines if line.startswith("\t")] == [
        "LINDOW _ ``It’s open,'' the mayor said."
    ]


def test_what_a_story_must_say_is_assumed_and_told() -> None:
    losses = Losses()
    data = write(Article(headlines="The old bridge of Lindow"), NAME, losses=losses)

    assert data.startswith(b"\x16\x16\x01a0000\x1f-----\r\nr a\x13\x11 BC-The-old-bridge  ")
    assert {loss.path for loss in losses.of(LossKind.ASSUMED)} == {
        "services",
        "alt_ids",
        "urgency",
        "subjects",
        "sluglines",
    }


def test_what_no_field_takes_is_told() -> None:
    losses = Losses()
    write(attrs.evolve(ARTICLE, id="urn:x:1", language="en", keywords=("bridge",)), NAME, losses=losses)

    assert set(losses.paths) == {"id", "language", "keywords"}
    assert all(loss.kind is LossKind.UNWRITTEN for loss in losses)


def test_letters_beyond_the_set_are_utf_8() -> None:
    article = attrs.evolve(ARTICLE, headlines=("Мост открыт",), summaries=("الجسر مفتوح",))

    assert read(write(article, NAME)) == article


@pytest.mark.parametrize("data", [b"", b"\x01", b"a0123\n", b"\x01what\nis this", b"a0123\nwhat is this\n"])
def test_what_is_no_story(data: bytes) -> None:
    with pytest.raises(InputError, match="two header lines such as 'a0123' and"):
        read(data, format=NAME)


def test_a_framed_story_with_an_odd_second_line_is_read() -> None:
    losses = Losses()
    article = read(wire_samples.KEYWORD_ONLY.replace(b"d a\x13\x11", b"dd a"), format=NAME, losses=losses)

    assert article.headline == Text("Ferry fares rise")
    assert [(loss.kind, loss.where) for loss in losses] == [(LossKind.UNREADABLE, "header")]
    assert extras(article)["header"] == "dd a BC-Ferry-Fares 05-24 0004"
