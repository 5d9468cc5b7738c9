"""Hypothesis strategies for articles and what they are made of, for this library's tests and its users'.

``from hypothesis import strategies as st; st.from_type(Article)`` works as soon as newsmodel is installed: hypothesis
finds `register` through its entry point. The texts are hard on purpose: right-to-left and mixed direction, combining
marks, joiners, bidi controls, emoji, characters beyond the basic plane, markup characters.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import (
    SearchStrategy,  # noqa: TC002  # sphinx and users' tools read these annotations
)

from newsmodel import model
from newsmodel.dates.when import ReducedDate
from newsmodel.strategies.articles import articles, plain_articles
from newsmodel.strategies.body import (
    blocks,
    cells,
    lists,
    marks,
    paragraphs,
    quotes,
    raws,
    sections,
    spans,
    tables,
)
from newsmodel.strategies.parts import (
    alt_ids,
    attributions,
    concepts,
    embargoes,
    extras,
    links,
    media,
    organisations,
    people,
    places,
    renditions,
    rights,
    subjects,
    texts,
    translations,
)
from newsmodel.strategies.values import (
    codes,
    language_tags,
    lines,
    local_ids,
    moments,
    prose,
    references,
    times,
    uris,
)

__all__ = [
    "alt_ids",
    "articles",
    "attributions",
    "blocks",
    "cells",
    "codes",
    "concepts",
    "embargoes",
    "extras",
    "language_tags",
    "lines",
    "links",
    "lists",
    "local_ids",
    "marks",
    "media",
    "moments",
    "organisations",
    "paragraphs",
    "people",
    "places",
    "plain_articles",
    "prose",
    "quotes",
    "raws",
    "references",
    "register",
    "renditions",
    "rights",
    "sections",
    "spans",
    "subjects",
    "tables",
    "texts",
    "times",
    "translations",
    "uris",
]


def register() -> None:
    """Tell hypothesis which strategy makes which type (its entry point calls this)."""
    makers: dict[type, SearchStrategy[Any]] = {
        model.Article: articles(),
        model.Text: texts(),
        model.Concept: concepts(),
        model.Subject: subjects(),
        model.Person: people(),
        model.Organisation: organisations(),
        model.Place: places(),
        model.Attribution: attributions(),
        model.Rendition: renditions(),
        model.Media: media(),
        model.Paragraph: paragraphs(),
        model.Quote: quotes(),
        model.Rights: rights(),
        model.Link: links(),
        model.Translation: translations(),
        model.Section: st.builds(
            model.Section, st.none(), st.lists(blocks(), min_size=1, max_size=3).map(tuple)
        ),
        ReducedDate: st.builds(ReducedDate, st.integers(1, 9999), st.none() | st.integers(1, 12)),
    }
    makers |= _of_parts()
    for kind, strategy in makers.items():
        st.register_type_strategy(kind, strategy)


def _of_parts() -> dict[type, SearchStrategy[Any]]:
    """Return the strategies of what stands inside others."""
    some = st.lists(paragraphs(), min_size=1, max_size=2)
    plain = st.sampled_from([kind for kind in model.MarkKind if kind.value not in {"link", "language"}])
    starts = st.integers(0, 99)
    lengths = st.integers(1, 99)
    return {
        model.AltId: alt_ids(),
        model.Embargo: embargoes(),
        model.Entity: people() | organisations() | places(),
        model.Extra: extras(),
        model.Raw: raws(),
        model.Figure: st.builds(model.Figure, local_ids()),
        model.BlockQuote: st.builds(model.BlockQuote, some),
        model.ListItem: st.builds(model.ListItem, some),
        model.ItemList: lists(),
        model.Table: tables(),
        model.TableRow: st.builds(model.TableRow, st.lists(cells(paragraphs()), min_size=1, max_size=2)),
        model.Cell: cells(paragraphs()),
        model.Span: st.builds(
            lambda at, start, more: model.Span(at, start, start + more), starts, starts, lengths
        ),
        model.Mark: st.builds(
            lambda kind, start, more: model.Mark(kind, start, start + more), plain, starts, lengths
        ),
    }
