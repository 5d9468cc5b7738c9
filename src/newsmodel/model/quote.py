"""Quotes: somebody's words, who said them, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from attrs import field, frozen

from newsmodel.errors import ModelError
from newsmodel.model.constraints import Checked
from newsmodel.model.extras import Extra
from newsmodel.model.values import (
    Count,
    Line,
    LocalId,
    PositiveInt,
    Prose,
    Several,
    all_are,
    many_lines,
    maybe_line,
    several,
)


@frozen(order=True)
class Span(Checked):
    """A part of the body: a paragraph by its number in `Article.paragraphs`, and offsets into its text, end exclusive.

    Offsets count Unicode code points, as Python strings do.
    """

    paragraph: Count
    start: Count
    end: PositiveInt

    def _contradictions(self) -> Iterator[ModelError]:
        if self.end <= self.start:
            yield ModelError("Span.end", f"an offset after the start, {self.start}", self.end)


def spans_in_order(values: Iterable[Span]) -> tuple[Span, ...]:
    """Sort spans and join those that touch or overlap, so that equal selections are equal objects."""
    spans: tuple[Span, ...] = several(values)
    if not all_are(spans, Span):
        return spans
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and joined[-1].paragraph == span.paragraph and span.start <= joined[-1].end:
            last = joined.pop()
            span = Span(last.paragraph, last.start, max(last.end, span.end))  # noqa: PLW2901  # the joined span
        joined.append(span)
    return tuple(joined)


def selected(texts: Sequence[str], spans: Iterable[Span]) -> str:
    """Return what spans select from the texts of paragraphs, in normal form.

    Parts are joined by a space inside a paragraph and by a line break between paragraphs. Raises `IndexError` for a span
    that lies outside.
    """
    pieces: list[str] = []
    before: Span | None = None
    for span in spans:
        text = texts[span.paragraph]
        if span.end > len(text):
            raise IndexError(span)
        if before is not None:
            pieces.append(" " if before.paragraph == span.paragraph else "\n")
        pieces.append(text[span.start : span.end])
        before = span
    return many_lines("".join(pieces))


class QuoteKind(Enum):
    """How the words are given."""

    DIRECT = "direct"
    """A clause, a sentence or more, in the speaker's words."""
    PARTIAL = "partial"
    """A phrase inside the writer's sentence."""
    INDIRECT = "indirect"
    """The writer's words for what was said."""


@frozen
class Quote(Checked):
    """A quote: source, cue and content.

    ``text`` is what was said, without the outer marks; where ``spans`` say where it stands, it is what they
    select, the parts joined by a space inside a paragraph and by a line break between paragraphs. ``speaker``
    is the id of a person or organisation of the article, None when it is not certain; ``speaker_text`` is what
    the page calls the speaker there, ``cue`` the word of speech, ``evidence`` the rule that found the speaker.
    """

    text: Prose = field(converter=many_lines)
    speaker: LocalId | None = None
    speaker_text: Line | None = field(default=None, converter=maybe_line)
    cue: Line | None = field(default=None, converter=maybe_line)
    spans: tuple[Span, ...] = field(default=(), converter=spans_in_order)
    kind: QuoteKind = QuoteKind.DIRECT
    evidence: Line | None = field(default=None, converter=maybe_line)
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)
