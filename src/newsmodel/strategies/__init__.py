"""Hypothesis strategies for articles and what they are made of, for this library's tests and its users'.

``from hypothesis import strategies as st; st.from_type(Article)`` works as soon as newsmodel is installed: hypothesis
finds them through its entry point (`newsmodel.hypothesis_entry`). The texts are hard on purpose: right-to-left and mixed direction, combining
marks, joiners, bidi controls, emoji, characters beyond the basic plane, markup characters.
"""

from __future__ import annotations

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
from newsmodel.strategies.by_type import strategy_for
from newsmodel.strategies.dates import DateText, date_texts
from newsmodel.strategies.parts import (
    addresses,
    alt_ids,
    attributions,
    concepts,
    embargoes,
    extras,
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
    "DateText",
    "addresses",
    "alt_ids",
    "articles",
    "attributions",
    "blocks",
    "cells",
    "codes",
    "concepts",
    "date_texts",
    "embargoes",
    "extras",
    "hops",
    "language_tags",
    "lines",
    "links",
    "lists",
    "local_ids",
    "marks",
    "media",
    "messages",
    "moments",
    "organisations",
    "packages",
    "paragraphs",
    "people",
    "places",
    "plain_articles",
    "prose",
    "quotes",
    "raws",
    "references",
    "renditions",
    "rights",
    "sections",
    "spans",
    "strategy_for",
    "subjects",
    "tables",
    "texts",
    "times",
    "timestamps",
    "translations",
    "uris",
]
