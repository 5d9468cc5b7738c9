"""The dates of an article: in the language of each paragraph, read from the day of writing, where they stand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.dates import DateReading, Precision, ReducedDate, When
from newsmodel.model import (
    Article,
    BlockQuote,
    Cell,
    ItemList,
    ListItem,
    Paragraph,
    Section,
    Span,
    Table,
    TableRow,
)
from newsmodel.strategies import articles

DAY = date(2021, 11, 26)


def article(
    *paragraphs: str | Paragraph, language: str | None = "en", published: When | None = None
) -> Article:
    body = [Paragraph(each) if isinstance(each, str) else each for each in paragraphs]
    return Article(language=language, published=published, sections=[Section(None, body)])


def values(found: Article, reference: datetime | date | None = None) -> list[When]:
    return [mention.reading.value for mention in found.dates(reference)]


def words(found: Article, reference: datetime | date | None = None) -> list[str]:
    return [found.select([mention.span]) for mention in found.dates(reference)]


def test_dates_stand_in_order_with_their_paragraph_and_place() -> None:
    found = article("It began on 1 May 2020.", "No date.", "From 26 November 2021 to 27 November 2021.")

    assert [mention.span for mention in found.dates()] == [Span(0, 12, 22), Span(2, 5, 21), Span(2, 25, 41)]
    assert words(found) == ["1 May 2020", "26 November 2021", "27 November 2021"]
    assert found.dates()[0].reading == DateReading(
        date(2020, 5, 1), Precision.DAY, "en", "gregory", None, (12, 22)
    )


@pytest.mark.parametrize(
    ("language", "own", "value"),
    [
        ("en-US", None, date(2024, 3, 4)),
        ("en-GB", None, date(2024, 4, 3)),
        ("en-US", "en-GB", date(2024, 4, 3)),
        ("ru", "en-US", date(2024, 3, 4)),
        (None, "ru", date(2024, 4, 3)),
        (None, None, None),  # it may be either
        ("en", None, None),
    ],
)
def test_a_paragraph_is_in_its_own_language_or_the_articles(
    language: str | None, own: str | None, value: date | None
) -> None:
    found = article(Paragraph("on 03/04/2024", language=own), language=language)

    assert values(found) == ([] if value is None else [value])


def test_paragraphs_may_be_in_several_languages() -> None:
    found = article(
        "On 26 November 2021.",
        Paragraph("26 ноября 2021 г. сообщили", language="ru"),
        Paragraph("في 26 نوفمبر/تشرين الثاني 2021 قال", language="ar"),
        Paragraph("26 ноября 2021 г.", language="en"),  # whose words are not English
    )

    assert words(found) == ["26 November 2021", "26 ноября 2021 г.", "26 نوفمبر/تشرين الثاني 2021"]
    assert [mention.reading.language for mention in found.dates()] == ["en", "ru", "ar"]


def test_without_a_language_those_of_the_script_are_tried() -> None:
    found = article("26 ноября 2021 г. сообщили", "on 1 May 2020, Friday", language=None)

    assert values(found) == [DAY, date(2020, 5, 1)]


@pytest.mark.parametrize(
    ("fields", "reference", "expected"),
    [
        ({}, None, []),
        ({}, DAY, [date(2021, 11, 25)]),
        ({}, datetime(2021, 11, 26, 10, tzinfo=UTC), [date(2021, 11, 25)]),
        ({"published": DAY}, None, [date(2021, 11, 25)]),
        ({"published": DAY}, date(2020, 1, 1), [date(2019, 12, 31)]),
        ({"version_created": DAY}, None, [date(2021, 11, 25)]),
        ({"content_created": DAY}, None, [date(2021, 11, 25)]),
        ({"published": DAY, "version_created": date(2020, 1, 1)}, None, [date(2021, 11, 25)]),
        ({"version_created": DAY, "content_created": date(2020, 1, 1)}, None, [date(2021, 11, 25)]),
        ({"published": ReducedDate(2021, 11)}, None, []),
        ({"published": ReducedDate(2021, 11), "content_created": DAY}, None, [date(2021, 11, 25)]),
        ({"first_created": DAY, "content_modified": DAY, "expires": DAY}, None, []),
    ],
)
def test_yesterday_is_by_the_reference_or_the_articles_own_times(
    fields: dict[str, When], reference: datetime | date | None, expected: list[date]
) -> None:
    found = Article(language="en", sections=[Section(None, [Paragraph("He came yesterday.")])], **fields)  # type: ignore[arg-type]  # times all

    assert values(found, reference) == expected


def test_the_day_of_writing_is_that_of_its_own_clock() -> None:
    late = datetime(2021, 11, 26, 23, 30, tzinfo=timezone(timedelta(hours=-5)))

    assert values(article("He came yesterday.", published=late)) == [date(2021, 11, 25)]


def test_dates_without_a_year_and_hours_ago_are_by_the_day_of_writing() -> None:
    published = datetime(2022, 1, 2, 10, tzinfo=UTC)
    found = article(
        "On 31 December they met; two hours ago they left; on 5 January they return.", published=published
    )

    assert words(found) == ["31 December", "two hours ago", "5 January"]
    assert values(found) == [date(2021, 12, 31), datetime(2022, 1, 2, 8, tzinfo=UTC), date(2022, 1, 5)]


def test_a_hijri_day_of_long_ago_is_no_crash() -> None:
    found = article("في 1 رمضان قال", language="ar", published=date(1910, 1, 1))

    assert found.dates() == ()


def test_paragraphs_inside_blocks_are_counted_as_spans_count_them() -> None:
    found = Article(
        language="en",
        sections=[
            Section(
                "26 November 2021",  # a heading is no paragraph
                [
                    BlockQuote([Paragraph("one"), Paragraph("on 1 May 2020")]),
                    ItemList([ListItem([Paragraph("2 May 2020")])]),
                    Table([TableRow([Cell([Paragraph("3 May 2020")]), Cell()])]),
                ],
            )
        ],
    )

    assert [mention.span.paragraph for mention in found.dates()] == [1, 2, 3]
    assert words(found) == ["1 May 2020", "2 May 2020", "3 May 2020"]


def test_spans_count_characters_of_the_text_as_it_stands() -> None:
    found = article("😀 \u200fفي ٢٦ نوفـمبر ٢٠٢١\u200f قال\nو27 نوفمبر 2021م بحضور", language="ar")

    assert words(found) == ["٢٦ نوفـمبر ٢٠٢١", "27 نوفمبر 2021م"]


def test_an_article_without_a_body_has_no_dates() -> None:
    assert Article().dates() == ()
    assert Article(headlines=["26 November 2021"], language="en").dates() == ()


@given(articles(), st.none() | st.dates())
def test_spans_select_what_was_read(found: Article, reference: date | None) -> None:
    mentions = found.dates(reference)
    places = [(mention.span.paragraph, mention.span.start, mention.span.end) for mention in mentions]

    assert places == sorted(places)
    for mention in mentions:
        start, end = mention.reading.span
        assert mention.span == Span(mention.span.paragraph, start, end)
        assert found.select([mention.span]) == found.paragraphs[mention.span.paragraph].text[start:end]
