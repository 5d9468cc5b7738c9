"""Hypothesis strategies for articles and what they are made of, for this library's tests and its users'.

``from hypothesis import strategies as st; st.from_type(Article)`` works as soon as newsmodel is installed: hypothesis
finds `register` through its entry point. The texts are hard on purpose: right-to-left and mixed direction, combining
marks, joiners, bidi controls, emoji, characters beyond the basic plane, markup characters.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import (
    SearchStrategy,  # noqa: TC002  # sphinx and users' tools read these annotations
)

from newsmodel import model
from newsmodel.dates.when import ReducedDate, When
from newsmodel.model.values import many_lines, one_line

_WORDS = (
    "قره", "باغ", "مُهِمّ", "\u200fالسلام", "٢٠٢١", "мир", "й\u0306", "Ёлка", "peace", "a\u0301", "שלום", "می\u200cرود",
    "👩\u200d🚒", "𐎀", "&amp;", "<b>", "]]>", '"q"', "«да»", "'", "\u00a0", "\u2028", "…", "0", "-", "\u202bRTL\u202c",
)  # fmt: skip
_CHARACTERS = st.characters(
    exclude_categories=["Cs"],
    exclude_characters="".join(map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])),
)


@cache
def lines(max_size: int = 40) -> SearchStrategy[str]:
    """Text in one line, in its normal form."""
    free = st.text(_CHARACTERS, min_size=1, max_size=max_size)
    words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map(" ".join)
    return (words | free).map(one_line).filter(bool)


@cache
def prose(max_size: int = 60) -> SearchStrategy[str]:
    """Text that may have line breaks, in its normal form."""
    broken = st.lists(lines(max_size), min_size=1, max_size=3).map("\n".join)
    return (broken | lines(max_size)).map(many_lines).filter(bool)


@cache
def language_tags() -> SearchStrategy[str]:
    """BCP 47 tags."""
    return st.sampled_from(
        ["ar", "ru", "en", "ar-EG", "zh-Hant-TW", "es-419", "sl-rozaj", "de-CH-1996", "fa", "x-own", "en-x-a"]
    )


@cache
def uris() -> SearchStrategy[str]:
    """Absolute IRIs."""
    path = st.text("aé中ق1-._~!$&'()*+,;=:@/", max_size=12)
    return st.builds(
        "{}{}{}".format,
        st.sampled_from(
            [
                "https://news.example/",
                "urn:newsml:agency.example:1:",
                "tag:example,2026:",
                "mailto:a@b.example?x=%20",
            ]
        ),
        path,
        st.sampled_from(["", "#part", "?q=1&r=%D9%82"]),
    ).filter(lambda uri: uri.count("?") < 2)


@cache
def references() -> SearchStrategy[str]:
    """URIs and relative references."""
    return uris() | st.sampled_from(["img/1.jpg", "/a/b", "#top", "//cdn.example/x", "?page=2", "ق.html"])


@cache
def codes() -> SearchStrategy[str]:
    """QCodes."""
    return st.sampled_from(
        ["medtop:04000000", "drol:summary", "x:ق", "own:a/b#c", "g2:<&>", 'n:"', "https://news.example/code"]
    )


@cache
def local_ids() -> SearchStrategy[str]:
    """Identifiers inside an article."""
    return st.from_regex(r"[A-Za-z_][A-Za-z0-9_.-]{0,8}", fullmatch=True)


def _zone(minutes: int) -> tzinfo:
    return timezone(timedelta(minutes=minutes)) if minutes else UTC


@cache
def moments() -> SearchStrategy[datetime]:
    """Datetimes, aware (whole minutes within ±14:00) and naive."""
    offsets: SearchStrategy[tzinfo] = st.integers(-14 * 60, 14 * 60).map(_zone)
    return st.datetimes(min_value=datetime(1000, 1, 1), timezones=st.one_of(st.none(), offsets))  # noqa: DTZ001  # hypothesis wants it naive


@cache
def times() -> SearchStrategy[When]:
    """The four kinds of time."""
    reduced = st.builds(ReducedDate, st.integers(1, 9999), st.none() | st.integers(1, 12))
    return moments() | st.dates(min_value=date(1000, 1, 1)) | reduced


def texts(values: SearchStrategy[str] | None = None) -> SearchStrategy[model.Text]:
    """Texts with a language, direction and role."""
    return st.builds(
        model.Text,
        prose() if values is None else values,
        st.none() | language_tags(),
        st.none() | st.sampled_from(model.Direction),
        st.none() | codes(),
    )


def _few(of: SearchStrategy[Any], most: int = 2) -> SearchStrategy[Any]:
    return st.lists(of, max_size=most).map(tuple)


_NAMES = _few(texts(lines()))


def _identified(cls: type[Any], **more: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Concepts of a class: with a name at least, or a code or URI alone."""
    named = st.builds(
        cls, names=st.lists(texts(lines()), min_size=1, max_size=2), uri=st.none() | uris(), code=st.none() | codes(),
        literal=st.none() | lines(), **more,
    )  # fmt: skip
    return named | st.builds(cls, code=codes(), **more) | st.builds(cls, uri=uris(), **more)


@cache
def concepts() -> SearchStrategy[model.Concept]:
    """Concepts."""
    return _identified(model.Concept)


@cache
def subjects() -> SearchStrategy[model.Subject]:
    """Subjects, with confidence and relevance."""
    share = st.none() | st.integers(0, 100)
    return _identified(model.Subject, type=st.none() | codes(), confidence=share, relevance=share)


def people(ids: SearchStrategy[str | None] | None = None) -> SearchStrategy[model.Person]:
    """People, with ids or without."""
    part = st.none() | lines()
    return _identified(model.Person, id=_ids(ids), given_name=part, family_name=part, job_title=part)


def organisations(ids: SearchStrategy[str | None] | None = None) -> SearchStrategy[model.Organisation]:
    """Organisations, with ids or without."""
    return _identified(model.Organisation, id=_ids(ids))


def places(ids: SearchStrategy[str | None] | None = None, *, depth: int = 1) -> SearchStrategy[model.Place]:
    """Places, some inside others."""
    degrees = st.floats(-90, 90, allow_subnormal=False)
    inner = _few(places(st.none(), depth=depth - 1), 1) if depth else st.just(())
    facts = {
        "id": _ids(ids), "type": st.none() | codes(), "contained_in": inner,
        "country": st.none() | st.sampled_from(["AZ", "RU", "EG"]),
    }  # fmt: skip
    return _identified(model.Place, **facts) | _identified(
        model.Place, latitude=degrees, longitude=degrees, **facts
    )


def _ids(ids: SearchStrategy[str | None] | None) -> SearchStrategy[str | None]:
    return st.none() | local_ids() if ids is None else ids


@cache
def attributions(entities: tuple[str, ...] = ()) -> SearchStrategy[model.Attribution]:
    """Attributions; ``entities`` are the ids that they may point at."""
    return _identified(
        model.Attribution,
        role=st.sampled_from(model.AttributionRole),
        line=st.none() | lines(),
        entity=st.sampled_from([None, *entities]),
        job_title=st.none() | codes(),
        detail=st.none() | codes(),
    )


@cache
def renditions() -> SearchStrategy[model.Rendition]:
    """Files of media items."""
    pixels = st.none() | st.integers(1, 10_000)
    return st.builds(
        model.Rendition, references(), st.sampled_from([None, "image/jpeg", "video/mp4"]), pixels, pixels,
        st.none() | st.integers(0, 2**40), st.none() | codes(),
    )  # fmt: skip


def media(ids: SearchStrategy[str | None] | None = None) -> SearchStrategy[model.Media]:
    """Media items with their renditions."""
    return st.builds(
        model.Media,
        st.sampled_from(model.MediaKind),
        st.lists(renditions(), min_size=1, max_size=2).map(tuple),
        _ids(ids),
        _few(texts()),
        st.none() | lines(),
        st.none() | lines(),
    )


@st.composite
def marks(draw: st.DrawFn, text: str) -> tuple[model.Mark, ...]:
    """Marks on a text."""
    found: list[model.Mark] = []
    for kind in draw(st.lists(st.sampled_from(model.MarkKind), max_size=3)):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        if kind in {model.MarkKind.LINK, model.MarkKind.LANGUAGE} and any(m.kind is kind for m in found):
            continue  # these may not overlap
        href = draw(references()) if kind is model.MarkKind.LINK else None
        language = draw(language_tags()) if kind is model.MarkKind.LANGUAGE else None
        found.append(model.Mark(kind, start, end, href, language))
    return tuple(found)


@st.composite
def paragraphs(draw: st.DrawFn) -> model.Paragraph:
    """Paragraphs with marks."""
    text = draw(prose(max_size=120))
    direction = draw(st.none() | st.sampled_from(model.Direction))
    return model.Paragraph(text, draw(marks(text)), draw(st.none() | language_tags()), direction)


@cache
def blocks(media_ids: tuple[str, ...] = ()) -> SearchStrategy[model.Block]:
    """Blocks of all kinds, nested; ``media_ids`` are what figures may show."""
    leaves: SearchStrategy[Any] = paragraphs()
    if media_ids:
        leaves |= st.builds(model.Figure, st.sampled_from(media_ids))
    return st.recursive(leaves, _around, max_leaves=4)


def _around(inner: SearchStrategy[Any]) -> SearchStrategy[Any]:
    some = st.lists(inner, min_size=1, max_size=2).map(tuple)
    items = st.lists(st.builds(model.ListItem, some), min_size=1, max_size=2).map(tuple)
    cells = st.builds(model.Cell, _few(inner), st.booleans(), st.integers(1, 3), st.integers(1, 3))
    rows = st.builds(model.TableRow, st.lists(cells, min_size=1, max_size=2).map(tuple))
    return (
        st.builds(model.BlockQuote, some)
        | st.builds(model.ItemList, items, st.booleans())
        | st.builds(model.Table, st.lists(rows, min_size=1, max_size=2).map(tuple), st.none() | prose())
    )


@st.composite
def sections(draw: st.DrawFn, media_ids: tuple[str, ...] = ()) -> tuple[model.Section, ...]:
    """The sections of one article."""
    found = []
    for index in range(draw(st.integers(0, 3))):
        headed = index > 0 or draw(st.booleans())
        heading = draw(texts(lines())) if headed else None
        body = draw(st.lists(blocks(media_ids), min_size=0 if headed else 1, max_size=3))
        found.append(model.Section(heading, tuple(body), draw(st.integers(1, 5)) if headed else 1))
    return tuple(found)


@st.composite
def spans(draw: st.DrawFn, body: tuple[model.Paragraph, ...]) -> tuple[model.Span, ...]:
    """Spans that lie in the paragraphs of a body."""
    found = []
    for _ in range(draw(st.integers(0, 2)) if body else 0):
        index = draw(st.integers(0, len(body) - 1))
        start = draw(st.integers(0, len(body[index].text) - 1))
        found.append(model.Span(index, start, draw(st.integers(start + 1, len(body[index].text)))))
    return tuple(found)


@st.composite
def quotes(
    draw: st.DrawFn, speakers: tuple[str, ...] = (), article: model.Article | None = None
) -> model.Quote:
    """Quotes; with an article, of its body and its people."""
    where = draw(spans(article.paragraphs)) if article else ()
    where = model.Quote("x", spans=where).spans
    said = many_lines(article.select(where)) if article and where else ""
    part = st.none() | lines()
    return model.Quote(
        said or draw(prose()),
        draw(st.sampled_from([None, *speakers])),
        draw(part),
        draw(part),
        where if said else (),
        draw(st.sampled_from(model.QuoteKind)),
        draw(part),
    )


@cache
def rights() -> SearchStrategy[model.Rights]:
    """Rights."""
    some = st.lists(texts(), min_size=1, max_size=2).map(tuple)
    return st.builds(
        model.Rights, st.none() | concepts(), some, _few(texts()), st.none() | uris()
    ) | st.builds(model.Rights, concepts(), _few(texts()), _few(texts()), st.none() | uris())


@cache
def links() -> SearchStrategy[model.Link]:
    """Links, by href or by item."""
    facts = {
        "rel": st.none() | codes(),
        "media_type": st.sampled_from([None, "text/html"]),
        "title": st.none() | lines(),
    }
    return st.builds(model.Link, href=references(), **facts) | st.builds(
        model.Link,
        href=st.none() | references(),
        item=lines(),
        version=st.none() | st.integers(1, 99),
        **facts,
    )


@cache
def translations() -> SearchStrategy[model.Translation]:
    """Other language versions."""
    return st.builds(
        model.Translation, language_tags(), st.none() | references(), st.sampled_from(model.TranslationRelation), st.none() | lines()
    )  # fmt: skip


@cache
def _simple_fields() -> dict[str, SearchStrategy[Any]]:
    """The fields of an article that stand for themselves, each with what it may hold."""
    label, moment = _few(texts()), times()
    names = (
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
        **dict.fromkeys(("services", "signals", "genres"), _few(concepts())),
        "id": lines() | uris(),
        "version": st.integers(1, 99),
        "alt_ids": _few(st.builds(model.AltId, lines(), st.none() | codes(), _few(codes()))),
        "url": uris(),
        "language": language_tags(),
        "embargo": st.builds(model.Embargo, st.none() | moment),
        "status": st.sampled_from(model.PubStatus),
        "urgency": st.integers(1, 9),
        "subjects": _few(subjects()),
        "located": _few(places(st.none()), 1),
        "rights": rights(),
        "links": _few(links()),
        "translations": _few(translations()),
    }


@st.composite
def articles(draw: st.DrawFn) -> model.Article:
    """Articles with anything in them; ids, spans and speakers agree. Without extras: those belong to a format.

    Each article has a body and its people, and a handful of the other fields.
    """
    simple = _simple_fields()
    chosen = draw(st.lists(st.sampled_from(sorted(simple)), unique=True, max_size=6))
    ids = iter(draw(st.lists(local_ids(), unique=True, min_size=6, max_size=6)))
    some_people = [draw(people(st.just(next(ids)))) for _ in range(draw(st.integers(0, 2)))]
    some_bodies = [draw(organisations(st.just(next(ids)))) for _ in range(draw(st.integers(0, 1)))]
    some_places = [draw(places(st.just(next(ids)))) for _ in range(draw(st.integers(0, 1)))]
    pictures = [draw(media(st.just(next(ids)))) for _ in range(draw(st.integers(0, 1)))]
    speakers = tuple(entity.id for entity in (*some_people, *some_bodies) if entity.id)
    body = draw(sections(tuple(item.id for item in pictures if item.id)))
    base = model.Article(sections=body, media=pictures)
    return model.Article(
        people=some_people,
        organisations=some_bodies,
        places=some_places,
        media=pictures,
        sections=body,
        attributions=draw(_few(attributions(speakers))),
        quotes=[draw(quotes(speakers, base)) for _ in range(draw(st.integers(0, 2)))],
        **{name: draw(simple[name]) for name in chosen},
    )


@st.composite
def plain_articles(draw: st.DrawFn) -> model.Article:
    """Articles as simple as a page: a headline, a date, sections of plain paragraphs."""
    sentence = st.lists(
        st.sampled_from(["كلمة", "слово", "word", "أخرى", "ещё", "more"]), min_size=12, max_size=20
    )
    paragraph = sentence.map(lambda words: model.Paragraph(" ".join(words) + "."))
    heading = st.lists(st.sampled_from(["عنوان", "раздел", "part"]), min_size=1, max_size=3).map(" ".join)
    some = st.lists(paragraph, min_size=1, max_size=3)
    found = [model.Section(None, draw(some))]
    found.extend(draw(st.lists(st.builds(model.Section, heading, some), max_size=2)))
    return model.Article(
        language=draw(st.sampled_from(["ar", "ru", "en"])),
        headlines=draw(heading),
        published=draw(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))),
        sections=found,
    )


def register() -> None:
    """Tell hypothesis which strategy makes which type (its entry point calls this)."""
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
    for kind, strategy in makers.items():
        st.register_type_strategy(kind, strategy)
