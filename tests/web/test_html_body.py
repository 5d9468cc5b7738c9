"""The body of a page: what is its text, and what only stands among it."""

from __future__ import annotations

import json
import sys

import pytest

from newsmodel import Losses, LossKind, read

pytest.importorskip("trafilatura")

TEXT = "The old bridge over the Lahn opens again after two years of work on it, the town said on Friday."


def article(*blocks: str, head: str = "", count: int = 8) -> bytes:
    filling = "".join(
        f"<p>{TEXT} Part {number} of the report goes on in the same way.</p>" for number in range(count)
    )
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Bridge opens</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Bridge opens</h1>{filling}{''.join(blocks)}<p>{TEXT} This is the last of it.</p></article>"
        "<footer>© 2026 The Valley Post</footer></body></html>"
    ).encode()


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read(data).paragraphs]


def headings(data: bytes) -> list[str]:
    return [str(section.heading) for section in read(data).sections if section.heading]


def test_paragraphs_are_read_and_what_is_around_them_is_not() -> None:
    found = texts(article())

    assert len(found) == 9
    assert not any("Home" in text or "©" in text for text in found)


@pytest.mark.parametrize(
    "line",
    [
        "Read also: The bridge that nobody wanted to have",
        "Lesen Sie auch: Die Brücke, die niemand wollte",
        "Читайте также: мост, который никто не хотел",
        "اقرأ أيضًا: الجسر الذي لم يرده أحد",
        "Sign up for our newsletter and get the news of the valley every morning.",
        "<a href='/other'>A bridge that nobody wanted to have in the valley</a>",
    ],
)
def test_what_leads_elsewhere_is_no_paragraph(line: str) -> None:
    assert len(texts(article(f"<p>{line}</p>"))) == 9


def test_lists_are_read_unless_they_are_links() -> None:
    links = "".join(
        f"<li><a href='/{number}'>Another story of number {number}</a></li>" for number in range(3)
    )
    assert len(texts(article(f"<ul>{links}</ul>"))) == 9
    assert (
        len(
            texts(
                article(
                    "<ul><li>Two lanes for cars in each direction</li><li>One path for bicycles and walkers</li></ul>"
                )
            )
        )
        == 11
    )


def test_headings_are_read_but_for_the_title_and_those_of_nothing() -> None:
    data = article(
        f"<h2>The work on it</h2><p>{TEXT}</p>", "<h2>Read more</h2>", f"<h2>The opening</h2><p>{TEXT}</p>"
    )
    assert headings(data) == ["The work on it", "The opening"]


def test_bold_lines_are_headings_where_there_are_no_others() -> None:
    bold = f"<p><strong>The work on it</strong></p><p>{TEXT}</p>"
    assert headings(article(bold)) == ["The work on it"]
    assert headings(article(bold, f"<h2>The opening</h2><p>{TEXT}</p>")) == ["The opening"]


def test_the_whole_text_in_data_tells_what_is_no_part_of_it() -> None:
    said = " ".join(texts(article()))
    script = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "Bridge opens",
            "articleBody": said,
        }
    )
    head = f"<script type='application/ld+json'>{script}</script>"
    box = "<p>Our guide to the valley has been made by people who walk in it every day of the year.</p>"

    assert len(texts(article(box))) == 10
    assert len(texts(article(box, head=head))) == 9


def test_quotes_are_found_with_their_speakers_and_places() -> None:
    data = article("<p>“We have waited for this day for two long years,” said Mayor Jane Doe on Friday.</p>")
    found = read(data)

    assert [quote.text for quote in found.quotes] == ["We have waited for this day for two long years,"]
    quote = found.quotes[0]
    assert quote.speaker is not None
    assert found.entity(quote.speaker).name == "Jane Doe"
    assert found.select(quote.spans) == quote.text


def test_marks_keep_their_places() -> None:
    data = article(
        "<p>A text with a <a href='https://x.example/1'>link in it</a> and a <b>bold</b> word that goes on for a while.</p>"
    )
    paragraph = next(each for each in read(data).paragraphs if each.text.startswith("A text"))

    assert {paragraph.text[mark.start : mark.end] for mark in paragraph.marks} == {"link in it", "bold"}


def test_without_the_extra_the_metadata_are_read_and_the_report_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    losses = Losses()
    found = read(article(), losses=losses)

    assert (str(found.headline), found.sections) == ("Bridge opens", ())
    assert [loss.where for loss in losses.of(LossKind.UNREAD)] == ["body"]
