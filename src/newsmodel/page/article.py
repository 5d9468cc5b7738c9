"""From a page's text to an article, with a map back to the page.

`lay_out` says which line is what, `find_quotes` who said what; here both become an `Article`. Every paragraph's text is
brought to its normal form, and the source map remembers where each character came from.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from newsmodel.losses import Losses, LossKind
from newsmodel.model import (
    Article,
    Attribution,
    AttributionRole,
    Organisation,
    Paragraph,
    Person,
    Quote,
    QuoteKind,
    Section,
    Span,
    Translation,
)
from newsmodel.model.constraints import ILLEGAL
from newsmodel.model.quote import selected, spans_in_order
from newsmodel.model.values import one_line, squeeze

if TYPE_CHECKING:
    from newsmodel.page.credits import Credit
    from newsmodel.page.layout import Layout
    from newsmodel.page.quotes import FoundQuote, FoundSpeaker, QuotesFound

PageSpan = tuple[int, int]
"""Offsets into the page's text, end exclusive."""


@frozen(eq=False)
class Placed:
    """A paragraph of the page: its text in normal form, and for each of its characters the offset in the page."""

    page: PageSpan
    text: str
    origins: tuple[int, ...]

    def in_page(self, start: int, end: int) -> PageSpan:
        """Return where characters of the text stand in the page."""
        return self.origins[start], self.origins[end - 1] + 1

    def in_text(self, span: PageSpan) -> tuple[int, int] | None:
        """Return where a part of the page stands in the text; None where nothing of it is left."""
        start, end = bisect_left(self.origins, span[0]), bisect_left(self.origins, span[1])
        return (start, end) if start < end else None


@frozen(eq=False)
class SourceMap:
    """Where the paragraphs of an article stand in the page that it was read from."""

    paragraphs: tuple[Placed, ...]

    def locate(self, span: Span) -> PageSpan:
        """Return where a span of the article stands in the page. Raise `IndexError` for a span outside."""
        return self.paragraphs[span.paragraph].in_page(span.start, span.end)

    def locate_all(self, spans: Iterable[Span]) -> PageSpan:
        """Return where several spans stand together: from the first one's start to the last one's end."""
        places = [self.locate(span) for span in spans]
        return places[0][0], places[-1][1]


@frozen(eq=False)
class PageReading:
    """What was read from a page: the article, the map back to the page, and what could not be carried."""

    article: Article
    source_map: SourceMap
    losses: Losses


def read_page(text: str, *, language: str | None = None) -> PageReading:
    r"""Read a page's plain text: headline, date, sections, quotes with their speakers, attribution lines.

    Line ends may be of any kind; offsets are those of the text with U+000A. Lines that are no part of the article, and
    characters that no document can hold, are among the losses. Never raises for a text that is strange: an empty text
    gives an empty article.

    >>> from newsmodel.page import read_page
    >>> reading = read_page("Bridge closed\n\n3 May 2024\n\nThe bridge over the Lahn is closed to all traffic from Monday on.\n")
    >>> print(reading.article.headline, reading.article.published)
    Bridge closed 2024-05-03
    """
    from newsmodel.page.layout import lay_out
    from newsmodel.page.quotes import find_quotes

    page = text.replace("\r\n", "\n").replace("\r", "\n")
    layout = lay_out(page, language=language)
    found = find_quotes(page, language=layout.language, paragraphs=layout.paragraphs)
    builder = _Builder(page, layout, found)
    article = builder.article()
    return PageReading(article, SourceMap(builder.placed), builder.losses())


def place(page: str, span: PageSpan) -> Placed:
    """Bring a paragraph of a page to its normal form."""
    kept = [at for at in range(*span) if not ILLEGAL.match(page[at])]
    raw = "".join(" " if page[at] in "\t\n" else page[at] for at in kept)
    text, offsets = squeeze(raw)
    origins = [0] * len(text)
    for at, offset in enumerate(offsets[:-1]):
        if offset < len(text):
            origins[offset] = kept[at]
    return Placed(span, text, tuple(origins))


class _Builder:
    """Puts the pieces that were found into an article."""

    def __init__(self, page: str, layout: Layout, found: QuotesFound) -> None:
        self.page, self.layout, self.found = page, layout, found
        sections = [
            (
                section.heading,
                [placed for span in section.paragraphs if (placed := place(page, span)).text.strip()],
            )
            for section in layout.sections
        ]
        self.sections = [(heading, placed) for heading, placed in sections if placed or self.line(heading)]
        self.placed = tuple(one for _, placed in self.sections for one in placed)
        self.ids = self._ids()

    def line(self, span: PageSpan | None) -> str | None:
        """Return a piece of the page in one line; None where there is nothing in it."""
        text = one_line(ILLEGAL.sub("", self.page[span[0] : span[1]])) if span else ""
        return text if text.strip() else None

    def article(self) -> Article:
        layout = self.layout
        return Article(
            language=layout.language,
            headlines=self._texts(layout.headline),
            summaries=self._texts(layout.summary),
            datelines=self._texts(layout.dateline),
            published=layout.date_published,
            people=[self._person(one) for one in self._of("person")],
            organisations=[Organisation(one.name, id=self.ids[one.name]) for one in self._of("organisation")],
            attributions=[made for credit in layout.credits if (made := self._attribution(credit))],
            translations=[Translation(one.language, label=self.line(one.span)) for one in layout.alternates],
            sections=[
                Section(self.line(heading), tuple(Paragraph(one.text) for one in placed))
                for heading, placed in self.sections
            ],
            quotes=[said for quote in self.found.quotes if (said := self._quote(quote))],
        )

    def _texts(self, span: PageSpan | None) -> tuple[str, ...]:
        line = self.line(span)
        return (line,) if line else ()

    def _of(self, kind: str) -> list[FoundSpeaker]:
        return [one for one in self.found.speakers if one.kind == kind and one.name in self.ids]

    def _ids(self) -> Mapping[str, str]:
        """Number the people and organisations, in the order in which they were found."""
        ids: dict[str, str] = {}
        for kind in ("person", "organisation"):
            named = [one for one in self.found.speakers if one.kind == kind and self._is_certain(one)]
            names = [one.name for one in named if one.name not in ids]
            ids |= {
                name: f"{kind}-{number}"
                for number, name in enumerate(dict.fromkeys(names), 1)
                if one_line(name)
            }
        return ids

    def _is_certain(self, one: FoundSpeaker) -> bool:
        """A single word that somebody is said to have said may be a town or a company: it takes a quote to make it a person."""
        if one.kind != "person" or one.role or len(one.name.split()) > 1:
            return True
        return any(quote.speaker == one.name for quote in self.found.quotes)

    def _person(self, found: FoundSpeaker) -> Person:
        return Person(found.name, id=self.ids[found.name], job_title=found.role)

    def _attribution(self, credit: Credit) -> Attribution | None:
        value, line = self.line(credit.value), self.line(credit.line)
        if value is None:
            return None
        return Attribution(value, role=AttributionRole(credit.role), line=line if line != value else None)

    def _quote(self, found: FoundQuote) -> Quote | None:
        spans = spans_in_order(span for part in found.spans for span in self._spans(part))
        said = selected([one.text for one in self.placed], spans) if spans else ""
        if not said.strip():
            return None
        return Quote(
            said,
            self.ids.get(found.speaker) if found.speaker else None,
            self.line(found.speaker_text),
            self.line(found.cue),
            spans,
            QuoteKind(found.kind),
            found.evidence,
        )

    def _spans(self, part: PageSpan) -> Iterable[Span]:
        first = bisect_right(self.placed, part[0], key=lambda one: one.page[1])
        for number in range(first, len(self.placed)):
            one = self.placed[number]
            if one.page[0] >= part[1]:
                return
            if inside := one.in_text(part):
                yield Span(number, *inside)

    def losses(self) -> Losses:
        losses = Losses()
        alternates = [one.span for one in self.layout.alternates]
        for span in (*self.layout.navigation, *self.layout.other):
            if not any(span[0] <= start < span[1] for start, _ in alternates):
                losses.note(
                    LossKind.UNREAD,
                    value=self.page[slice(*span)],
                    where=self._place(span),
                    reason="no part of the article",
                )
        if bad := ILLEGAL.findall(self.page):
            losses.note(
                LossKind.REPAIRED,
                value="".join(bad),
                reason="characters that no document can hold were taken out",
            )
        return losses

    def _place(self, span: PageSpan) -> str:
        return f"line {self.page.count(chr(10), 0, span[0]) + 1}"
