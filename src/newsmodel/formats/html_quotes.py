"""Who is quoted in the body of a page, found by the page-text reader (`newsmodel.page.find_quotes`)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from attrs import evolve

from newsmodel.model import Article, Organisation, Person, Quote, QuoteKind, Span
from newsmodel.model.quote import selected, spans_in_order
from newsmodel.model.values import one_line
from newsmodel.page.quotes import FoundQuote, FoundSpeaker, find_quotes

MOST_TEXT = 500_000
"""How many characters a text has that is looked through for quotes: what is longer is a book, or an attack."""
_BETWEEN = "\n\n"
_NAMED = ("person", "organisation")


def with_quotes(article: Article) -> Article:
    """Return an article with the quotes of its body, and with the people and organisations that say them."""
    texts = [paragraph.text for paragraph in article.paragraphs]
    if sum(map(len, texts)) > MOST_TEXT:
        return article
    starts = list(accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0))
    spans = [(start, start + len(text)) for start, text in zip(starts, texts, strict=False)]
    language = (article.language or "").partition("-")[0] or None
    found = find_quotes(_BETWEEN.join(texts), language=language, paragraphs=spans)
    if not found.quotes:
        return article
    ids = _ids(article, found.speakers, {quote.speaker for quote in found.quotes})
    quotes = [made for quote in found.quotes if (made := _quote(quote, texts, starts, ids))]
    spoken = {quote.speaker for quote in quotes}
    return evolve(
        article,
        quotes=tuple(quotes),
        people=(
            *article.people,
            *(
                Person(one.name, id=name, job_title=one.role)
                for one, name in _new(found.speakers, ids, spoken, "person")
            ),
        ),
        organisations=(
            *article.organisations,
            *(
                Organisation(one.name, id=name)
                for one, name in _new(found.speakers, ids, spoken, "organisation")
            ),
        ),
    )


def _ids(article: Article, speakers: tuple[FoundSpeaker, ...], wanted: set[str | None]) -> dict[str, str]:
    """Return an identifier for each speaker: that of somebody whom the page names, or a new one."""
    known = {
        name.value: entity.id
        for entity in (*article.people, *article.organisations)
        if entity.id
        for name in entity.names
    }
    taken = {each.id for each in (*article.entities, *article.located) if each.id}
    taken |= {each.id for each in article.media if each.id}
    ids: dict[str, str] = {}
    for one in speakers:
        if one.name in ids or one.name not in wanted or one.kind not in _NAMED or not one_line(one.name):
            continue
        number = sum(name.startswith(one.kind) for name in ids.values()) + 1
        while f"{one.kind}-{number}" in taken:
            number += 1
        ids[one.name] = known.get(one.name) or f"{one.kind}-{number}"
        taken.add(ids[one.name])
    return ids


def _new(
    speakers: tuple[FoundSpeaker, ...], ids: dict[str, str], spoken: set[str | None], kind: str
) -> Iterator[tuple[FoundSpeaker, str]]:
    """Give the speakers of a kind whom the article does not name yet, each once, with an identifier."""
    done: set[str] = set()
    for one in speakers:
        name = ids.get(one.name)
        if one.kind == kind and name in spoken and name and name not in done and name.startswith(f"{kind}-"):
            done.add(name)
            yield one, name


def _quote(found: FoundQuote, texts: list[str], starts: list[int], ids: dict[str, str]) -> Quote | None:
    spans = spans_in_order(span for part in found.spans for span in _spans(part, texts, starts))
    said = selected(texts, spans) if spans else ""
    if not said.strip():
        return None
    return Quote(
        said,
        ids.get(found.speaker) if found.speaker else None,
        _words(found.speaker_text, texts),
        _words(found.cue, texts),
        spans,
        QuoteKind(found.kind),
        found.evidence,
    )


def _words(span: tuple[int, int] | None, texts: list[str]) -> str | None:
    """Return a piece of the text in one line."""
    said = one_line(_BETWEEN.join(texts)[slice(*span)]) if span else ""
    return said if said.strip() else None


def _spans(part: tuple[int, int], texts: list[str], starts: list[int]) -> Iterator[Span]:
    """Give where a part of the joined text stands in the paragraphs."""
    for number in range(bisect_right(starts, part[0]) - 1, len(texts)):
        start = max(part[0] - starts[number], 0)
        end = min(part[1] - starts[number], len(texts[number]))
        if starts[number] >= part[1]:
            return
        if start < end:
            yield Span(number, start, end)
