"""Text on a terminal: widths, lines, isolates; and the view made of them."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.cli import terminal
from newsmodel.cli.terminal import FSI, LRI, PDI, RLI, clean, fitting, isolated, width, wrapped
from newsmodel.cli.view import view
from newsmodel.model import (
    Article,
    Block,
    BlockQuote,
    Cell,
    Concept,
    Direction,
    Embargo,
    Extra,
    Figure,
    Group,
    ItemList,
    Link,
    ListItem,
    Media,
    Member,
    Mention,
    Package,
    Paragraph,
    Part,
    Person,
    PubStatus,
    Quote,
    Raw,
    Rendition,
    Rights,
    Section,
    Span,
    Table,
    TableRow,
    Text,
)
from newsmodel.strategies import articles


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("مُهِمّ", 3), ("й\u0306", 1), ("新聞", 4), ("a\u200db", 2), ("", 0), ("👩\u200d🚒", 4)],
)
def test_width(text: str, columns: int) -> None:
    assert columns == width(text)


def _lines(text: str, columns: int) -> list[str]:
    return [text[start:end] for start, end in wrapped(text, columns)]


def test_lines_break_at_spaces_and_inside_words_that_are_too_long() -> None:
    assert _lines("one two  three", 7) == ["one two", "three"]
    assert _lines("abcdefghij k", 4) == ["abcd", "efgh", "ij k"]
    assert _lines("a\nb c", 10) == ["a", "b c"]
    assert _lines("نعم نعم", 3) == ["نعم", "نعم"]
    assert _lines("新聞新聞", 4) == ["新聞", "新聞"]
    assert _lines("no\u00a0break here", 8) == ["no\u00a0break", "here"]
    assert _lines(" \n ", 5) == []


@given(st.text(), st.integers(2, 30))
def test_wrapping_loses_nothing_and_keeps_to_the_width(text: str, columns: int) -> None:
    lines = _lines(text, columns)

    assert "".join(text.replace("\n", " ").split(" ")) == "".join("".join(lines).split(" "))
    assert all(width(line) <= columns for line in lines)


def test_long_lines_of_marks_are_wrapped_in_bounded_time() -> None:
    assert len(_lines("a" + "\u0301" * 200_000, 10)) == 1


def test_isolates() -> None:
    assert isolated("plain, ясно") == "plain, ясно"
    assert isolated("نعم") == f"{FSI}نعم{PDI}"
    assert isolated("نعم", Direction.LTR) == f"{LRI}نعم{PDI}"
    assert isolated("abc", Direction.RTL) == f"{RLI}abc{PDI}"


def test_isolates_cannot_be_left_or_kept_open_from_inside() -> None:
    assert isolated(f"a{PDI}b") == f"{FSI}ab{PDI}"
    assert isolated(f"a{RLI}b") == f"{FSI}a{RLI}b{PDI}{PDI}"
    assert isolated(f"a{RLI}b{PDI}c") == f"{FSI}a{RLI}b{PDI}c{PDI}"


def test_a_text_without_letters_of_its_direction_is_shown_in_the_other() -> None:
    assert fitting(Direction.RTL, "Plain (12)") is Direction.LTR
    assert fitting(Direction.RTL, "TASS وقالت") is Direction.RTL
    assert fitting(Direction.LTR, "نعم") is Direction.RTL
    assert fitting(Direction.RTL, "12") is Direction.RTL


def test_clean_keeps_lengths() -> None:
    assert clean("a\x1b[31m\u2028b\nc") == "a\ufffd[31m b\nc"


def test_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert terminal.colours_wanted()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not terminal.colours_wanted()
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not terminal.colours_wanted()


SAID = 'قال سامي: "نعم، هذا جسر".'


def _article(**more: object) -> Article:
    return Article(
        language="ar",
        headlines=["خبر", Text("News", "en")],
        sections=[Section(None, [Paragraph(SAID)])],
        people=[Person("سامي", id="p1", job_title="مهندس")],
        **more,  # type: ignore[arg-type]
    )


def test_quotes_are_set_off_with_their_speakers() -> None:
    quote = Quote("نعم، هذا جسر", "p1", "سامي", "قال", [Span(0, 11, 23)])

    plain = "\n".join(view(_article(quotes=[quote])))
    coloured = "\n".join(view(_article(quotes=[quote]), colours=True))

    assert (
        f"Quotes\n  1  {RLI}نعم، هذا جسر{PDI}\n     — {FSI}سامي{PDI}  [cue {FSI}قال{PDI}, paragraph 1]"
        in plain
    )
    assert f'  {RLI}قال سامي: "\x1b[36mنعم، هذا جسر\x1b[0m".{PDI}' in coloured
    assert "\x1b" not in plain


def test_speakers_that_are_not_certain() -> None:
    quotes = [Quote("a"), Quote("b", speaker_text="a neighbour"), Quote("c", "p1", "المهندس")]

    lines = list(view(_article(quotes=quotes)))

    assert "     — speaker not known" in lines
    assert "     — a neighbour (not certain)" in lines
    assert f"     — {FSI}سامي{PDI}  [as {FSI}المهندس{PDI}]" in lines


def test_every_block_has_a_form() -> None:
    def said(text: str) -> Paragraph:
        return Paragraph(text)

    blocks: list[Block] = [
        ItemList([ListItem([said("one"), said("more")]), ListItem([said("two")])], ordered=True),
        ItemList([ListItem([BlockQuote([said("deep")])])]),
        Table([TableRow([Cell([said("x")]), Cell([said("y"), said("z")])])], "caption"),
        Figure("m1"),
        Raw("xhtml", "<hr/>"),
        said("last"),
    ]
    article = Article(
        language="en",
        sections=[Section(Text("Heading"), blocks)],
        media=[Media(renditions=[Rendition("a.jpg")], id="m1", captions=["A bridge"])],
        quotes=[Quote("last", spans=[Span(7, 0, 4)])],
    )

    lines = list(view(article, colours=False))
    coloured = list(view(article, colours=True))

    body = lines[lines.index("  Heading") : lines.index("Quotes")]
    assert [line for line in body if line] == [
        "  Heading", "  1. one", "     more", "  2. two", "  • │ deep", "  caption", "  x | y / z", "  [A bridge]",
        "  [xhtml markup, 5 characters]", "  last",
    ]  # fmt: skip
    assert "  \x1b[36mlast\x1b[0m" in coloured


def test_what_a_desk_looks_at_first_is_shown() -> None:
    article = Article(
        status=PubStatus.WITHHELD,
        urgency=1,
        version=3,
        expires=date(2024, 6, 1),
        embargo=Embargo(),
        editor_notes=["Not for broadcast."],
        services=[Concept(literal="bna")],
        rights=Rights(usage_terms=["Ask first."]),
        extras=[Extra("nitf", "@uno", "7")],
    )

    lines = {line[:16].strip(): line[16:] for line in view(article)}

    assert lines.items() >= {
        "Status": "withheld", "Urgency": "1", "Version": "3", "Expires": "2024-06-01", "Embargo": "with no end stated",
        "Editor note": "Not for broadcast.", "Service": "bna", "Usage terms": "Ask first.",
        "Extras": "1 piece that no field takes",
    }.items()  # fmt: skip


def test_parts_and_mentions_are_shown() -> None:
    mention = Mention(code="pers:4", spans=[Span(0, 0, 3)])
    parts = [Part(id="p1", sequence=1, descriptions=["From above"]), Part(sequence=2)]
    shown = list(
        view(Article(sections=[Section(blocks=[Paragraph("Rim")])], mentions=[mention, mention], parts=parts))
    )

    assert "Mention         \u2068pers:4\u2069" in shown or "Mention         pers:4" in shown
    assert [line.split(maxsplit=1)[1] for line in shown if line.startswith("Part")] == [
        "p1, From above",
        "of the content",
    ]


def test_a_package_shows_its_members() -> None:
    link = Link("a.xml", title="The bridge")
    groups = [
        Group("all", [Member(group="main")], titles=["All"]),
        Group("main", [Member(link)], "group:main"),
    ]

    lines = [line for line in view(Article(package=Package("all", groups))) if line]

    assert lines[-4:] == [
        "Group           All, all", "  member        group main",
        "Group           group:main, main", "  member        The bridge, a.xml",
    ]  # fmt: skip


@given(articles(), st.integers(40, 100), st.booleans())
def test_any_article_can_be_shown(article: Article, columns: int, colours: bool) -> None:  # noqa: FBT001
    lines = list(view(article, columns=columns, colours=colours))

    assert all(len(line.splitlines()) <= 1 for line in lines)
    if not colours:
        indent = 2 * 16  # of blocks in blocks, which may push a line of 20 columns out
        assert all(width(line) <= columns + indent for line in lines)
        assert "\x1b" not in "".join(lines)
