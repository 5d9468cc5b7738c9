"""Who said it: NITF names the source of a quote, the model points at somebody of the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs

from newsmodel.model import Article, Organisation, Person, Quote
from newsmodel.model.values import one_line

Speakers: TypeAlias = tuple[Person | Organisation, ...]


def speaker_of(source: str, speakers: Speakers) -> Person | Organisation | None:
    """Return the one that a quote's source names, by name or by identifier; None where nobody, or more than one, is named so."""
    named = [each for each in speakers if each.names and one_line(each.names[0].value) == source]
    found = named or [each for each in speakers if each.id == source]
    return found[0] if len(found) == 1 else None


def understood(source: str | None, speakers: Speakers) -> tuple[str | None, str | None]:
    """Return the speaker's identifier and the speaker's text that a reader makes of a quote's source."""
    if source is None:
        return None, None
    speaker = speaker_of(source, speakers)
    by_id = speaker is not None and not any(one_line(name.value) == source for name in speaker.names[:1])
    return speaker.id if speaker else None, None if by_id else source


def source_of(quote: Quote, speakers: Speakers) -> str | None:
    """Return the source to write for a quote: the one of which most reads back, the speaker before the wording."""
    return max(
        (None, *_candidates(quote, speakers)), key=lambda source: _score(quote, *understood(source, speakers))
    )


def _score(quote: Quote, speaker: str | None, text: str | None) -> tuple[bool, bool]:
    same = speaker == quote.speaker, text == quote.speaker_text
    return same if quote.speaker else same[::-1]


def _candidates(quote: Quote, speakers: Speakers) -> Iterator[str]:
    if quote.speaker_text:
        yield quote.speaker_text
    for each in speakers:
        if quote.speaker is not None and each.id == quote.speaker:
            yield from (one_line(name.value) for name in each.names[:1])
            yield quote.speaker


def sources_of(article: Article) -> dict[int, str]:
    """Return the sources of an article's quotes by the quotes' numbers."""
    speakers: Speakers = (*article.people, *article.organisations)
    return {
        index: source
        for index, quote in enumerate(article.quotes)
        if quote.spans and (source := source_of(quote, speakers)) is not None
    }


def as_read(article: Article, sources: Mapping[int, str]) -> Article:
    """Return an article with the speakers that a reader makes of its quotes' sources."""
    quotes = [
        attrs.evolve(quote, speaker=None, speaker_text=sources.get(index))
        for index, quote in enumerate(article.quotes)
    ]
    return with_speakers(attrs.evolve(article, quotes=quotes))


def with_speakers(article: Article) -> Article:
    """Let quotes point at their speakers, where the article has somebody of that name; who is pointed at gets an identifier."""
    wanted = {quote.speaker_text for quote in article.quotes if quote.speaker is None}
    if not wanted - {None}:
        return article
    speakers: Speakers = (*article.people, *article.organisations)
    called = {source: found for source in wanted if source and (found := speaker_of(source, speakers))}
    ids = _identifiers(article, list(called.values()))
    people = tuple(attrs.evolve(each, id=ids.get(id(each), each.id)) for each in article.people)
    organisations = tuple(attrs.evolve(each, id=ids.get(id(each), each.id)) for each in article.organisations)
    speakers = (*people, *organisations)
    quotes = [_pointing(quote, speakers) for quote in article.quotes]
    return attrs.evolve(article, people=people, organisations=organisations, quotes=quotes)


def _pointing(quote: Quote, speakers: Speakers) -> Quote:
    if quote.speaker is not None:
        return quote
    speaker, text = understood(quote.speaker_text, speakers)
    return attrs.evolve(quote, speaker=speaker, speaker_text=text) if speaker else quote


def _identifiers(article: Article, called: list[Person | Organisation]) -> dict[int, str]:
    """Return new identifiers for those who have none, by the objects' own identity."""
    taken = {each.id for each in (*article.entities, *article.located)} | {each.id for each in article.media}
    made: dict[int, str] = {}
    number = 0
    for each in called:
        if each.id is not None or id(each) in made:
            continue
        kind = "person" if isinstance(each, Person) else "org"
        number += 1
        while f"{kind}-{number}" in taken:
            number += 1
        made[id(each)] = f"{kind}-{number}"
    return made
