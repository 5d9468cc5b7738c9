"""Page text as a format: bytes in, bytes out, and losses that are the differences."""

from __future__ import annotations

import codecs
from datetime import date, datetime

import pytest

from newsmodel import (
    Article,
    Attribution,
    AttributionRole,
    Losses,
    LossKind,
    Paragraph,
    Section,
    SyntaxFault,
    UnknownFormat,
    read,
    sniff,
    write,
)
from newsmodel.formats.page_text import LABELS

BODY = Section(
    blocks=(
        Paragraph(
            "The bridge over the Lahn is closed to all traffic from Monday on, the town said on Friday."
        ),
    )
)
ARTICLE = Article(language="en", headlines="Bridge closed", published=date(2024, 5, 3), sections=(BODY,))


def test_a_page_is_written_as_pages_look() -> None:
    article = Article(
        language="en",
        headlines="Bridge closed",
        published=date(2024, 5, 3),
        sections=(BODY, Section("What drivers need to know", BODY.blocks)),
        attributions=(
            Attribution("Lahn Gazette", role=AttributionRole.PUBLISHER),
            Attribution("example agency", role=AttributionRole.SOURCE),
        ),
    )
    assert write(article, "page-text").decode().split("\n\n") == [
        "Bridge closed",
        "3 May 2024",
        BODY.blocks[0].text,  # type: ignore[union-attr]  # a paragraph
        "What drivers need to know",
        BODY.blocks[0].text,  # type: ignore[union-attr]  # a paragraph
        "Lahn Gazette\nSource: example agency\n",
    ]


@pytest.mark.parametrize(
    ("language", "line"), [("ar", "٣ مايو ٢٠٢٤"), ("ru", "3 мая 2024 г."), ("fi", "2024-05-03")]
)
def test_dates_are_written_in_the_language_of_the_page(language: str, line: str) -> None:
    data = write(Article(language=language, headlines="x", published=date(2024, 5, 3)), "page-text")
    assert data.decode().split("\n\n")[1].strip() == line


def test_losses_are_what_reads_back_differently() -> None:
    losses = Losses()
    moment = datetime(2024, 5, 3, 10, 0)  # noqa: DTZ001  # no zone on purpose
    write(
        Article(language="en", headlines="Bridge closed", published=moment, urgency=3, sections=(BODY,)),
        "page-text",
        losses=losses,
    )
    assert [(loss.kind, loss.path) for loss in losses] == [(LossKind.UNWRITTEN, "urgency")]


@pytest.mark.parametrize("language", LABELS)
@pytest.mark.parametrize("role", AttributionRole)
def test_labels_that_are_written_are_read(language: str, role: AttributionRole) -> None:
    text = {
        "ar": "أغلقت البلدة الجسر القديم أمام جميع السيارات ابتداء من يوم الاثنين كما قال المجلس في بيان له.",
        "ru": "Город закрыл старый мост для всех машин начиная с понедельника, говорится в сообщении совета.",
        "en": "The bridge over the Lahn is closed to all traffic from Monday on, the town said on Friday.",
    }[language]
    page = f"Lahn\n\n{text}\n\n{text}\n\n{LABELS[language][role]}: Bea Beispiel\n"
    (found,) = read(page, format="page-text").attributions
    assert (found.role, found.name) == (role, "Bea Beispiel")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are(encoding: str) -> None:
    text = write(ARTICLE, "page-text").decode()
    assert read(text.encode(encoding), format="page-text") == ARTICLE
    assert read(text, format="page-text") == ARTICLE


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("мост".encode("cp1251"), "not text in UTF-8: byte 0xec at offset 0"),
        (b"a\nb\xffc", r"byte 0xff at offset 3 \(line 2\)"),
        (codecs.BOM_UTF16_LE + b"\x00", "not text in UTF-8"),
        (b"a\x00b", "NUL"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(SyntaxFault, match=message):
        read(data, format="page-text")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"PK\x03\x04", b"GIF89a", b"a\x01b", b"<svg>", b""])
def test_what_is_no_page_is_not_taken_for_one(data: bytes) -> None:
    with pytest.raises(UnknownFormat):
        sniff(data)
