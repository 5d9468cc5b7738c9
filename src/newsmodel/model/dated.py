"""The dates that stand in an article's text."""

from __future__ import annotations

from attrs import frozen

from newsmodel.dates.reading import DateReading
from newsmodel.model.quote import Span


@frozen
class DateMention:
    """A date in the body: where it stands, and what it says.

    ``span`` is its place in the article (`Article.select` gives its words); ``reading.span`` counts in the paragraph alone.
    """

    span: Span
    reading: DateReading
