"""Strategies for whole articles."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import (
    SearchStrategy,  # noqa: TC002  # sphinx and users' tools read these annotations
)

from newsmodel import model
from newsmodel.strategies.body import mentions, quotes, sections
from newsmodel.strategies.media_parts import ai_info, media_parts
from newsmodel.strategies.parts import (
    alt_ids,
    attributions,
    concepts,
    embargoes,
    few,
    hops,
    links,
    media,
    organisations,
    packages,
    people,
    places,
    renditions,
    rights,
    subjects,
    texts,
    translations,
)
from newsmodel.strategies.values import language_tags, lines, local_ids, times, uris


@cache
def _simple_fields() -> dict[str, SearchStrategy[Any]]:
    """The fields of an article that stand for themselves, each with what it may hold."""
    label, moment = few(texts()), times()
    names = (
        "titles",
        "headlines",
        "summaries",
        "bylines",
        "datelines",
        "sluglines",
        "credit_lines",
        "keywords",
        "editor_notes",
    )
    dates = (
        "published",
        "version_created",
        "first_created",
        "content_created",
        "content_modified",
        "expires",
    )
    return {
        **dict.fromkeys(names, label),
        **dict.fromkeys(dates, moment),
        **dict.fromkeys(("services", "signals", "genres"), few(concepts())),
        "id": lines() | uris(),
        "version": st.integers(1, 99),
        "alt_ids": few(alt_ids()),
        "url": uris(),
        "language": language_tags(),
        "embargo": embargoes(),
        "status": st.sampled_from(model.PubStatus),
        "type": st.sampled_from(model.ItemType),
        "profile": lines(),
        "digital_source_type": concepts(),
        "part_rights": few(rights(partial=True), 1),
        "renditions": few(renditions(), 1),
        "hops": few(hops(), 1),
        "parts": few(media_parts()),
        "ai_info": few(ai_info(), 1),
        "package": packages(),
        "urgency": st.integers(1, 9),
        "subjects": few(subjects()),
        "located": few(places(st.none()), 1),
        "rights": rights(),
        "links": few(links()),
        "translations": few(translations()),
    }


@st.composite
def articles(draw: st.DrawFn) -> model.Article:
    """Articles with anything in them; ids, spans and speakers agree. Without extras: those belong to a format.

    Each article has a body and its people, and a handful of the other fields.
    """
    simple = _simple_fields()
    chosen = draw(st.lists(st.sampled_from(sorted(simple)), unique=True, max_size=6))
    ids = iter(draw(st.lists(local_ids(), unique=True, min_size=7, max_size=7)))
    some_people = [draw(people(st.just(next(ids)))) for _ in range(draw(st.integers(0, 2)))]
    some_bodies = [draw(organisations(st.just(next(ids)))) for _ in range(draw(st.integers(0, 1)))]
    some_places = [draw(places(st.just(next(ids)))) for _ in range(draw(st.integers(0, 1)))]
    shown = draw(
        st.lists(st.booleans(), max_size=3)
    )  # whether each has an identifier, for a figure to show it
    pictures = [draw(media(st.just(next(ids) if named else None))) for named in shown]
    speakers = tuple(entity.id for entity in (*some_people, *some_bodies) if entity.id)
    body = draw(sections(tuple(item.id for item in pictures if item.id)))
    base = model.Article(sections=body, media=pictures)
    return model.Article(
        people=some_people,
        organisations=some_bodies,
        places=some_places,
        media=pictures,
        sections=body,
        attributions=draw(few(attributions(speakers))),
        mentions=draw(mentions(base)),
        quotes=[draw(quotes(speakers, base)) for _ in range(draw(st.integers(0, 2)))],
        **{name: draw(simple[name]) for name in chosen},
    )


_SENTENCES = {
    "ar": ("أعلنت البلدة في بيان أن", "الجسر القديم سيفتح من جديد بعد عامين من العمل على ترميمه", "مشاريع الطرق"),
    "ru": ("Город сообщил в пятницу, что", "старый мост снова откроют после двух лет работ на нём и на берегу", "Дорожные работы"),
    "en": ("The town said on Friday that", "the old bridge will open again after two years of work on it and on the bank", "Road works"),
}  # fmt: skip
"""How a sentence begins, what it goes on with, and a heading."""


@st.composite
def plain_articles(draw: st.DrawFn) -> model.Article:
    """Articles as simple as a page, in Arabic, Russian or English: a headline, a date, sections of plain paragraphs."""
    language = draw(st.sampled_from(sorted(_SENTENCES)))
    opening, rest, heading = _SENTENCES[language]
    middle = st.lists(st.sampled_from(rest.split()), min_size=8, max_size=16).map(" ".join)
    paragraph = middle.map(lambda words: model.Paragraph(f"{opening} {words} {rest}."))
    some = st.lists(paragraph, min_size=1, max_size=3)
    found = [model.Section(None, draw(some))]
    found.extend(draw(st.lists(st.builds(model.Section, st.just(heading), some), max_size=2)))
    return model.Article(
        language=language,
        headlines=heading,
        published=draw(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))),
        sections=found,
    )
