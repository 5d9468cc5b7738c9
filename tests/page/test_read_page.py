"""From a page's text to an article and back to the page."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import AttributionRole, LossKind, Span, read_page
from newsmodel.page.article import place

PAGE = """Ru | En

وزير النقل يعد بافتتاح جسر الوادي

٣ مايو ٢٠٢٤

أعلن وزير النقل سامي الدرويش اليوم الجمعة أن جسر الوادي سيفتح أمام السيارات في منتصف يونيو المقبل بعد عامين من أعمال الترميم.

وقال الدرويش: "سنفتح الجسر  في موعده ولن ننتظر أسبوعاً واحداً بعد ذلك".

المصدر: وكالة الوادي
"""


def test_page_becomes_an_article() -> None:
    article = read_page(PAGE).article
    assert article.language == "ar"
    assert str(article.headline) == "وزير النقل يعد بافتتاح جسر الوادي"
    assert article.published == date(2024, 5, 3)
    assert [one.language for one in article.translations] == ["ru", "en"]
    (source,) = article.attributed(AttributionRole.SOURCE)
    assert (source.name, source.line) == ("وكالة الوادي", "المصدر: وكالة الوادي")
    (quote,) = article.quotes
    assert quote.speaker is not None
    assert article.entity(quote.speaker).name == "سامي الدرويش"
    assert quote.text == "سنفتح الجسر في موعده ولن ننتظر أسبوعاً واحداً بعد ذلك"


def test_source_map_leads_back_to_the_page_whatever_was_collapsed() -> None:
    reading = read_page(PAGE)
    start, end = reading.source_map.locate_all(reading.article.quotes[0].spans)
    assert PAGE[start:end] == "سنفتح الجسر  في موعده ولن ننتظر أسبوعاً واحداً بعد ذلك"
    with pytest.raises(IndexError):
        reading.source_map.locate(Span(99, 0, 1))


def test_line_ends_of_any_kind_give_the_same_article() -> None:
    assert (
        read_page(PAGE.replace("\n", "\r\n")).article
        == read_page(PAGE).article
        == read_page(PAGE.replace("\n", "\r")).article
    )


def test_characters_that_no_document_holds_are_taken_out_and_said() -> None:
    spoilt = PAGE.replace("موعده", "مو\x00عده\ufffe")
    reading = read_page(spoilt)
    assert reading.article == read_page(PAGE).article
    assert [(loss.kind, loss.value) for loss in reading.losses] == [(LossKind.REPAIRED, "\x00\ufffe")]
    start, end = reading.source_map.locate_all(reading.article.quotes[0].spans)
    assert spoilt[start:end].replace("\x00", "").replace("\ufffe", "") == PAGE[slice(*_quote_in(PAGE))]


def _quote_in(page: str) -> tuple[int, int]:
    reading = read_page(page)
    return reading.source_map.locate_all(reading.article.quotes[0].spans)


def test_lines_that_are_no_part_of_the_article_are_said() -> None:
    reading = read_page(
        "Home > News > Bridges\n\nBridge closed\n\n"
        + "The bridge over the Lahn is closed to all traffic from Monday on, the town said. " * 2
    )
    assert [(loss.kind, loss.where) for loss in reading.losses] == [(LossKind.UNREAD, "line 1")]


def test_empty_text_is_an_empty_article() -> None:
    assert repr(read_page("").article) == repr(read_page(" \n\u00a0\n").article) == "<Article, empty>"


@given(st.text(max_size=400))
def test_no_text_is_too_strange(text: str) -> None:
    reading = read_page(text)
    page = text.replace("\r\n", "\n").replace("\r", "\n")
    assert len(reading.source_map.paragraphs) == len(reading.article.paragraphs)
    for number, paragraph in enumerate(reading.article.paragraphs):
        start, end = reading.source_map.locate(Span(number, 0, len(paragraph.text)))
        assert 0 <= start < end <= len(page)


@given(st.text(alphabet="a b\t\x00\u00a0ق\n", max_size=40))
def test_every_character_of_a_paragraph_knows_where_it_came_from(text: str) -> None:
    placed = place(text, (0, len(text)))
    assert len(placed.origins) == len(placed.text)
    assert list(placed.origins) == sorted(set(placed.origins))
    for character, origin in zip(placed.text, placed.origins, strict=True):
        assert text[origin] == character or (character == " " and text[origin] in "\t\n ")
