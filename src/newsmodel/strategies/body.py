"""Strategies for a body: marks, paragraphs, nested blocks, sections, and the quotes in them."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import (
    SearchStrategy,  # noqa: TC002  # sphinx and users' tools read these annotations
)

from newsmodel import model
from newsmodel.strategies.parts import few, texts
from newsmodel.strategies.values import codes, language_tags, lines, prose, references


@st.composite
def marks(draw: st.DrawFn, text: str) -> tuple[model.Mark, ...]:
    """Marks on a text."""
    found: list[model.Mark] = []
    for kind in draw(st.lists(st.sampled_from(model.MarkKind), max_size=3)):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        if kind in {model.MarkKind.LINK, model.MarkKind.LANGUAGE} and any(m.kind is kind for m in found):
            continue  # these may not overlap
        href = draw(references()) if kind is model.MarkKind.LINK else None
        language = draw(language_tags()) if kind is model.MarkKind.LANGUAGE else None
        found.append(model.Mark(kind, start, end, href, language))
    return tuple(found)


@st.composite
def paragraphs(draw: st.DrawFn) -> model.Paragraph:
    """Paragraphs with marks."""
    text = draw(prose(max_size=120))
    direction = draw(st.none() | st.sampled_from(model.Direction))
    return model.Paragraph(text, draw(marks(text)), draw(st.none() | language_tags()), direction)


@cache
def blocks(media_ids: tuple[str, ...] = ()) -> SearchStrategy[model.Block]:
    """Blocks of all kinds, nested; ``media_ids`` are what figures may show."""
    leaves: SearchStrategy[Any] = paragraphs()
    if media_ids:
        leaves |= st.builds(model.Figure, st.sampled_from(media_ids))
    return st.recursive(leaves, _around, max_leaves=4)


@cache
def lists() -> SearchStrategy[model.ItemList]:
    """Lists of paragraphs."""
    items = st.lists(st.builds(model.ListItem, _some(paragraphs())), min_size=1, max_size=2)
    return st.builds(model.ItemList, items, st.booleans())


@cache
def tables() -> SearchStrategy[model.Table]:
    """Tables of paragraphs."""
    return st.builds(
        model.Table, _some(st.builds(model.TableRow, _some(cells(paragraphs())))), st.none() | prose()
    )


def cells(inner: SearchStrategy[Any]) -> SearchStrategy[model.Cell]:
    """Cells with some blocks or none."""
    return st.builds(model.Cell, few(inner), st.booleans(), st.integers(1, 3), st.integers(1, 3))


@cache
def raws() -> SearchStrategy[model.Raw]:
    """Markup that has no other form."""
    markup = st.sampled_from(
        ['<x xmlns="urn:x">é</x>', '<aside xmlns="http://www.w3.org/1999/xhtml"><p>a</p> b</aside>']
    )
    return st.builds(model.Raw, st.just("xhtml"), markup)


def _some(of: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.lists(of, min_size=1, max_size=2).map(tuple)


def _around(inner: SearchStrategy[Any]) -> SearchStrategy[Any]:
    items = _some(st.builds(model.ListItem, _some(inner)))
    rows = _some(st.builds(model.TableRow, _some(cells(inner))))
    return (
        st.builds(model.BlockQuote, _some(inner))
        | st.builds(model.ItemList, items, st.booleans())
        | st.builds(model.Table, rows, st.none() | prose())
    )


@st.composite
def sections(draw: st.DrawFn, media_ids: tuple[str, ...] = ()) -> tuple[model.Section, ...]:
    """The sections of one article."""
    found = []
    for index in range(draw(st.integers(0, 3))):
        headed = index > 0 or draw(st.booleans())
        heading = draw(texts(lines())) if headed else None
        body = draw(st.lists(blocks(media_ids), min_size=0 if headed else 1, max_size=3))
        found.append(model.Section(heading, tuple(body), draw(st.integers(1, 5)) if headed else 1))
    return tuple(found)


@st.composite
def spans(draw: st.DrawFn, body: tuple[model.Paragraph, ...]) -> tuple[model.Span, ...]:
    """Spans that lie in the paragraphs of a body."""
    found = []
    for _ in range(draw(st.integers(0, 2)) if body else 0):
        index = draw(st.integers(0, len(body) - 1))
        start = draw(st.integers(0, len(body[index].text) - 1))
        found.append(model.Span(index, start, draw(st.integers(start + 1, len(body[index].text)))))
    return tuple(found)


@st.composite
def mentions(draw: st.DrawFn, article: model.Article) -> tuple[model.Mention, ...]:
    """Mentions in the body of an article: none where it has none, or one."""
    where = tuple(span for span in draw(spans(article.paragraphs)) if article.select((span,)).strip())
    if not where:
        return ()
    share = draw(st.none() | st.integers(0, 100))
    kind, code = draw(st.none() | codes()), draw(st.none() | codes())
    return (
        model.Mention(draw(lines()), spans=where, code=code, type=kind, confidence=share, relevance=share),
    )


@st.composite
def quotes(
    draw: st.DrawFn, speakers: tuple[str, ...] = (), article: model.Article | None = None
) -> model.Quote:
    """Quotes; with an article, of its body and its people."""
    where = draw(spans(article.paragraphs)) if article else ()
    where = model.Quote("x", spans=where).spans
    said = article.select(where).strip() and article.select(where) if article and where else ""
    part = st.none() | lines()
    return model.Quote(
        said or draw(prose()),
        draw(st.sampled_from([None, *speakers])),
        draw(part),
        draw(part),
        where if said else (),
        draw(st.sampled_from(model.QuoteKind)),
        draw(part),
    )
