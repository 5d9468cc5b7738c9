"""Quotes in NITF: ``q`` in the text and ``bq`` around blocks, each with its source; the pieces of one quote share a class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from attrs import frozen

from newsmodel.codec.context import Finding
from newsmodel.markup.nitf import QUOTE_KINDS
from newsmodel.markup.nitf_reading import QUOTE_GROUP, classes_of
from newsmodel.model import Article, BlockQuote, Paragraph, Quote, QuoteKind, Span
from newsmodel.model.body import walk
from newsmodel.model.quote import selected, spans_in_order


def quotes_found(findings: Iterable[Finding], texts: Sequence[str]) -> tuple[Quote, ...]:
    """Return the quotes that a body marks, without their speakers."""
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        if finding.kind == "quote":
            token = next(filter(QUOTE_GROUP.fullmatch, classes_of(finding.raw)), None)
            groups.setdefault((token, finding.source) if token else number, []).append(finding)
    return tuple(_quote(found, texts) for found in groups.values() if _says_something(found, texts))


def _says_something(found: list[Finding], texts: Sequence[str]) -> bool:
    return bool(selected(texts, _spans(found)).strip())


def _spans(found: list[Finding]) -> tuple[Span, ...]:
    return spans_in_order(span for finding in found for span in finding.spans)


def _quote(found: list[Finding], texts: Sequence[str]) -> Quote:
    kinds = [QUOTE_KINDS[token] for token in classes_of(found[0].raw) if token in QUOTE_KINDS]
    spans = _spans(found)
    return Quote(
        selected(texts, spans),
        speaker_text=found[0].source,
        spans=spans,
        kind=kinds[0] if kinds else QuoteKind.DIRECT,
    )


@frozen
class Saying:
    """A piece of a quote: where it stands, and the attributes of its element."""

    span: Span
    attributes: Mapping[str, str]


@frozen
class Sayings:
    """The quotes of an article, as they are to be written: pieces by paragraph, and those of whole block quotes by their spans."""

    inline: Mapping[int, Sequence[Saying]]
    blocks: dict[tuple[Span, ...], Mapping[str, str]]


def sayings(article: Article, sources: Mapping[int, str]) -> Sayings:
    """Say how an article's quotes are written; ``sources`` are the speakers by the quotes' numbers."""
    inline: defaultdict[int, list[Saying]] = defaultdict(list)
    blocks: dict[tuple[Span, ...], Mapping[str, str]] = {}
    wholes, cut = set(_whole_quotes(article)), _cut(article.quotes)
    begun: set[Span] = set()
    for index, quote in enumerate(article.quotes):
        if not quote.spans:
            continue
        source = {"quote-source": sources[index]} if index in sources else {}
        may_be_block = source and quote.kind is QuoteKind.DIRECT and quote.spans[0] not in begun
        begun.add(quote.spans[0])
        if may_be_block and quote.spans in wholes - blocks.keys():
            blocks[quote.spans] = source
            continue
        tokens = [quote.kind.value] if quote.kind is not QuoteKind.DIRECT else []
        tokens += [f"quote-{index + 1}"] if len(quote.spans) > 1 or index in cut else []
        attributes = source | ({"class": " ".join(tokens)} if tokens else {})
        for span in quote.spans:
            inline[span.paragraph].append(Saying(span, attributes))
    outer_first = {
        number: sorted(found, key=lambda saying: (saying.span.start, -saying.span.end))
        for number, found in inline.items()
    }
    return Sayings(outer_first, blocks)


def _cut(quotes: Sequence[Quote]) -> set[int]:
    """Return the numbers of quotes that cross another one, so that an element must be cut."""
    by_paragraph: defaultdict[int, list[tuple[Span, int]]] = defaultdict(list)
    for index, quote in enumerate(quotes):
        for span in quote.spans:
            by_paragraph[span.paragraph].append((span, index))
    found: set[int] = set()
    for spans in by_paragraph.values():
        for (first, one), (second, other) in combinations(sorted(spans), 2):
            if first.start < second.start < first.end < second.end:
                found |= {one, other}
    return found


def _whole_quotes(article: Article) -> Iterator[tuple[Span, ...]]:
    """Give, for each block quote, the spans of all that is in it."""
    numbers: dict[str, int] = {}
    paragraphs = article.paragraphs
    for path, block in article.blocks:
        if isinstance(block, Paragraph):
            numbers[path] = len(numbers)
    for path, block in article.blocks:
        if isinstance(block, BlockQuote):
            inside = [inner for inner, each in walk(block, path) if isinstance(each, Paragraph)]
            yield tuple(Span(numbers[each], 0, len(paragraphs[numbers[each]].text)) for each in inside)
