"""IPTC 7901: what messages say, told by hand, and how articles are written."""

from __future__ import annotations

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
    sniff,
    write,
)
from newsmodel.dates.when import When
from newsmodel.formats.wire_values import NUMBER_TYPE
from newsmodel.model import AltId, Embargo, Extra

NAME = "iptc-7901"
OSLO = timezone(timedelta(hours=2))


def texts(article: Article) -> list[str]:
    return [block.text for block in article.sections[0].blocks if isinstance(block, Paragraph)]


def test_a_german_message_with_embargo_byline_and_notepad() -> None:
    losses = Losses()
    article = read(wire_samples.GERMAN, losses=losses)

    assert losses == []
    assert article == Article(
        services=(Concept(literal="bna"),),
        alt_ids=(AltId("0123", NUMBER_TYPE),),
        urgency=4,
        subjects=(Subject(literal="pl"),),
        sluglines=("Stadt/Brücke",),
        headlines=("Brunnhausen gibt die alte Brücke nach zwei Jahren Bauzeit wieder frei",),
        bylines=("Von Anna Beck, bna",),
        embargo=Embargo(datetime(2024, 5, 24, 14, 20)),  # noqa: DTZ001  # the message names no zone
        editor_notes=("EIL", "Achtung: Sperrfrist 24. Mai 14.20 Uhr", "Redaktion: Gerd Hahn, +49 30 0000"),
        version_created=datetime(2024, 5, 22, 12, 5),  # noqa: DTZ001
        sections=(
            Section(
                blocks=(
                    Paragraph(
                        "Brunnhausen (bna) - Die alte Brücke von Brunnhausen wird am Freitag nach zwei Jahren Bauzeit"
                        " wieder für den Verkehr freigegeben. Das teilte die Stadt am Mittwoch mit."
                    ),
                    Paragraph("«Es war mehr, als wir gedacht hatten», sagte Bürgermeisterin Carla Dorn."),
                )
            ),
        ),
        extras=(Extra(NAME, "words", "380"), Extra(NAME, "optional", "bna 0045")),
    )


def test_a_message_that_has_lost_its_controls_in_the_dos_code_page() -> None:
    losses = Losses()
    article = read(wire_samples.TABLE, losses=losses)

    assert [(loss.kind, loss.reason) for loss in losses] == [
        (LossKind.REPAIRED, "not UTF-8; read as cp850"),
        (LossKind.REPAIRED, "controls that were lost"),
    ]
    assert article.headlines == (Text("Coupe des rives - premier tour: résultats (3DER)"),)
    assert article.sluglines == (Text("FOOTBALL"),)
    assert article.version_created == datetime(1997, 7, 31, 0, 1)  # noqa: DTZ001
    assert texts(article)[0].startswith(
        "BRUNNHAUSEN 23/07 (BNA) = Derniers résultats des matches retour du premier"
    )
    assert texts(article)[2].startswith("IA Lindow (Lin) - (+) FC Karlshof (Kar) ")
    assert Extra(NAME, "end", "./.CVN") in article.extras


def test_russian_in_utf_8() -> None:
    article = read(wire_samples.RUSSIAN)

    assert article.headlines == (Text("Мост в Зеркальной долине открыт снова"),)
    assert article.urgency == 2
    assert article.version_created == datetime(2024, 5, 24, 11, 20, tzinfo=UTC)
    assert len(texts(article)) == 1


def test_arabic_whose_characters_an_escape_sequence_tells() -> None:
    losses = Losses()
    article = read(wire_samples.ARABIC, losses=losses)

    assert losses == []
    assert article.headlines == (Text("الجسر القديم يفتح من جديد"),)
    assert article.sluglines == (Text("الجسر"),)
    assert texts(article) == ["فتحت البلدية الجسر القديم يوم الجمعة بعد عامين من العمل."]


def test_letters_of_the_seven_bit_sets() -> None:
    article = read(
        b"\x01\x1b(Kabc0001 4 pl 2\n\nBr}cke/\n\x02[rger=\n\nDie Stra~e ist zu.\n\x03221205 Mai 24\n\x04\n"
    )

    assert (article.sluglines[0].value, article.headline) == ("Brücke", Text("Ärger"))
    assert texts(article) == ["Die Straße ist zu."]


@pytest.mark.parametrize(
    ("group", "moment"),
    [
        ("141205 May 24", datetime(2024, 5, 14, 12, 5)),  # noqa: DTZ001
        ("141205 GMT May 24", datetime(2024, 5, 14, 12, 5, tzinfo=UTC)),
        ("141205Z MAY 24", datetime(2024, 5, 14, 12, 5, tzinfo=UTC)),
        ("311205 Mrz 2024", datetime(2024, 3, 31, 12, 5)),  # noqa: DTZ001
        ("310001 JUL 97", datetime(1997, 7, 31, 0, 1)),  # noqa: DTZ001
        ("141205 Foo 24", None),
        ("321205 May 24", None),
        ("yesterday", None),
    ],
)
def test_date_time_groups(group: str, moment: datetime | None) -> None:
    article = read(f"\x01abc0001 4 pl 2\n\nA/\n\x02B=\n\nText.\n\x03{group}\n\x04\n".encode())

    assert article.version_created == moment
    assert [extra.raw for extra in article.extras if extra.place == "date"] == ([] if moment else [group])


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("EMBARGO: 2024-05-24T14:20:00+02:00", datetime(2024, 5, 24, 14, 20, tzinfo=OSLO)),
        ("Embargoed until 24 May 2024", datetime(2024, 5, 24).date()),  # noqa: DTZ001
        ("EMBARGO", None),
        ("Под эмбарго до 24 мая 2024", datetime(2024, 5, 24).date()),  # noqa: DTZ001
        ("محظور النشر حتى 24 مايو 2024", datetime(2024, 5, 24).date()),  # noqa: DTZ001
    ],
)
def test_embargoes(line: str, until: When | None) -> None:
    article = read(
        f"\x01abc0001 4 pl 2\n\nA/\n\x02{line}\nBridge=\n\nText.\n\x03141205 May 24\n\x04\n".encode()
    )

    assert article.embargo == Embargo(until)
    assert article.headline == Text("Bridge")


def test_a_headline_that_speaks_of_an_embargo_is_none() -> None:
    article = read(
        b"\x01abc0001 4 pl 2\n\nA/\n\x02Embargo on fish lifted=\n\nText.\n\x03141205 May 24\n\x04\n"
    )

    assert (article.embargo, article.headline) == (None, Text("Embargo on fish lifted"))


ARTICLE = Article(
    services=(Concept(literal="gaz"),),
    alt_ids=(AltId("0042", NUMBER_TYPE),),
    urgency=2,
    subjects=(Subject(literal="pol"),),
    sluglines=("Bridge",),
    headlines=("The bridge is open again",),
    bylines=("Anna Beck",),
    embargo=Embargo(datetime(2024, 5, 24, 14, 20, tzinfo=UTC)),
    editor_notes=("Pictures follow.",),
    version_created=datetime(2024, 5, 14, 12, 5, tzinfo=UTC),
    sections=(
        Section(
            blocks=(
                Paragraph("The old stone bridge of Mirror Valley is open to traffic again after two years."),
            )
        ),
        Section("What follows", (Paragraph("The ferry stops on Monday."),)),
    ),
)
WRITTEN = b"""\x01gaz0042 2 pol 22

Bridge/
\x02EMBARGO: 2024-05-24T14:20:00Z
The bridge is open again
By Anna Beck =

The old stone bridge of Mirror Valley is open to traffic again after
two years.

What follows

The ferry stops on Monday.

* * * *
The following information is not intended for publication

Pictures follow.

\x03141205 GMT May 24
\x04
"""


def test_what_is_written() -> None:
    losses = Losses()

    assert write(ARTICLE, NAME, losses=losses).decode() == WRITTEN.decode()
    assert sorted(losses.paths) == [
        "bylines[0].value",
        "sections",
    ]  # "By" before the name; a heading is a paragraph
    assert all(loss.kind is LossKind.COERCED for loss in losses)


def test_what_a_message_must_say_is_assumed_and_told() -> None:
    losses = Losses()
    data = write(Article(headlines="Bridge"), NAME, losses=losses)

    assert data == b"\x01xxx0000 4 x 0\n\n\x02Bridge =\n\n\n\n\x03\n\x04\n"
    assert {loss.path for loss in losses.of(LossKind.ASSUMED)} == {
        "services",
        "alt_ids",
        "urgency",
        "subjects",
    }


def test_what_no_field_takes_is_told() -> None:
    losses = Losses()
    article = attrs.evolve(
        ARTICLE, id="urn:x:1", language="en", keywords=("bridge",), bylines=(), sections=()
    )
    write(article, NAME, losses=losses)

    assert set(losses.paths) == {"id", "language", "keywords"}
    assert all(loss.kind is LossKind.UNWRITTEN for loss in losses)


def test_peers_take_these_places_for_the_same() -> None:
    """As open-source news systems read it: numbers and letters of the first line, keywords above STX, the headline behind it."""
    lines = WRITTEN.decode().split("\n")

    assert lines[0].split(" ") == ["\x01gaz0042", "2", "pol", "22"]
    assert lines[2].rstrip("/") == "Bridge"
    assert lines[3].startswith("\x02")
    assert "The following information is not intended for publication" in lines


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a header line such as 'abc0123 4 pl 250'"),
        (b"abc0123 4 pl\n", "got 'abc0123 4 pl'"),
        (b"\x01", "a header line"),
        (b"\xff\x00", "not text: it has NUL bytes"),
    ],
)
def test_what_is_no_message(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(data, format=NAME)


def test_a_framed_message_with_an_odd_header_is_read() -> None:
    losses = Losses()
    article = read(b"\x01what is this\n\nA/\n\x02B=\n\nText.\n\x03\n\x04\n", format=NAME, losses=losses)

    assert (article.headline, article.sluglines) == (Text("B"), (Text("A"),))
    assert [(loss.kind, loss.value) for loss in losses] == [(LossKind.UNREADABLE, "what is this")]
    assert Extra(NAME, "header", "what is this") in article.extras
    assert b"\x01what is this\n" in write(attrs.evolve(article, origin=None), NAME)


def test_lines_of_the_way_are_no_obstacle() -> None:
    article = read(b"\x16\x16[ZCZC 7]\r\n" + WRITTEN.replace(b"\n", b"\r\n") + b"NNNN\r\n\x16\x16")

    assert sniff(b"\x16\x16[ZCZC 7]\r\n" + WRITTEN) == NAME
    assert article.headline == Text("The bridge is open again")
    assert [(extra.place, extra.raw) for extra in article.extras] == [
        ("before", "[ZCZC 7]"),
        ("after", "NNNN"),
    ]


def test_a_sender_in_front_of_the_date_time_group_is_kept_and_written_again() -> None:
    message = b"fra0456 3 pol 80 AFP\n\nPont-vote-maire\nLe pont est ouvert =\n\nLe pont est ouvert.\n\nFIL 231805 GMT MAI 21\n"
    article = read(message)

    assert article.sluglines == (Text("Pont-vote-maire"),)
    assert article.headlines == (Text("Le pont est ouvert"),)
    assert article.version_created == datetime(2021, 5, 23, 18, 5, tzinfo=UTC)
    assert Extra(NAME, "sender", "FIL") in article.extras
    assert b"\x03FIL 231805 GMT May 21\n" in write(attrs.evolve(article, urgency=2), NAME)
