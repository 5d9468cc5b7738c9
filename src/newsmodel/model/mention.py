"""Mentions: where in the body somebody or something is named."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from newsmodel.errors import ModelError
from newsmodel.model.concept import Concept
from newsmodel.model.quote import Span, spans_in_order
from newsmodel.model.values import Code, Percentage


@frozen
class Mention(Concept):
    """A concept that the body speaks of, and the ``spans`` that do (NewsML-G2 specification, inlineRef).

    It says which concept by the same code, URI or literal as the article's people, organisations, places or subjects,
    where these hold it. ``type`` is the nature of the concept (``cpnat:person``); ``confidence`` and ``relevance`` are
    percentages.
    """

    spans: tuple[Span, ...] = field(converter=spans_in_order, kw_only=True)
    type: Code | None = field(default=None, kw_only=True)
    confidence: Percentage | None = field(default=None, kw_only=True)
    relevance: Percentage | None = field(default=None, kw_only=True)

    def _contradictions(self) -> Iterator[ModelError]:
        yield from super()._contradictions()
        if not self.spans:
            yield ModelError("Mention.spans", "at least one span", self.spans)
