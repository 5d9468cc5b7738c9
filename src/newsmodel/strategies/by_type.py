"""Which strategy makes which class of the model."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar, cast

from hypothesis import strategies as st
from hypothesis.strategies import (
    SearchStrategy,  # noqa: TC002  # sphinx and users' tools read these annotations
)

from newsmodel import model
from newsmodel.dates.when import ReducedDate
from newsmodel.strategies.articles import articles
from newsmodel.strategies.body import blocks, cells, lists, paragraphs, quotes, raws, tables
from newsmodel.strategies.media_parts import (
    ai_info,
    ai_systems,
    content_languages,
    media_parts,
    media_times,
    regions,
    time_ranges,
)
from newsmodel.strategies.parts import (
    addresses,
    alt_ids,
    attributions,
    concepts,
    embargoes,
    extras,
    hop_actions,
    hops,
    links,
    media,
    messages,
    organisations,
    packages,
    people,
    places,
    renditions,
    rights,
    subjects,
    texts,
    timestamps,
    translations,
)
from newsmodel.strategies.values import lines, local_ids

T = TypeVar("T")


def strategy_for(kind: type[T]) -> SearchStrategy[T]:
    """Return the strategy that makes a class of the model. Raise `KeyError` for another class."""
    return cast("SearchStrategy[T]", _by_type()[kind])


@cache
def _by_type() -> dict[type, SearchStrategy[Any]]:
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
    return makers | _of_parts()


def _of_parts() -> dict[type, SearchStrategy[Any]]:
    """Return the strategies of what stands inside others."""
    some = st.lists(paragraphs(), min_size=1, max_size=2)
    plain = st.sampled_from([kind for kind in model.MarkKind if kind.value not in {"link", "language"}])
    starts = st.integers(0, 99)
    lengths = st.integers(1, 99)
    return {
        model.AiInfo: ai_info(),
        model.AiSystem: ai_systems(),
        model.Address: addresses(),
        model.AltId: alt_ids(),
        model.ContentLanguage: content_languages(),
        model.MediaTime: media_times(),
        model.Part: media_parts(),
        model.Region: regions(),
        model.TimeRange: time_ranges(),
        model.Embargo: embargoes(),
        model.Hop: hops(),
        model.HopAction: hop_actions(),
        model.Member: st.builds(model.Member, link=links()),
        model.Group: st.builds(
            model.Group, st.none() | local_ids(), st.lists(st.builds(model.Member, link=links()), max_size=2)
        ),
        model.Mention: st.builds(
            model.Mention,
            lines(),
            spans=st.tuples(st.builds(model.Span, starts, st.just(0), lengths)),
        ),
        model.Message: messages(),
        model.Timestamp: timestamps(),
        model.Package: packages(),
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
