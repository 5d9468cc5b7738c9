"""Strategies for what an article is about and comes with: concepts, people, places, media, rights, links."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import (
    SearchStrategy,  # noqa: TC002  # sphinx and users' tools read these annotations
)

from newsmodel import model
from newsmodel.strategies.values import codes, language_tags, lines, local_ids, prose, references, times, uris


def texts(values: SearchStrategy[str] | None = None) -> SearchStrategy[model.Text]:
    """Texts with a language, direction and role."""
    return st.builds(
        model.Text,
        prose() if values is None else values,
        st.none() | language_tags(),
        st.none() | st.sampled_from(model.Direction),
        st.none() | codes(),
    )


def few(of: SearchStrategy[Any], most: int = 2) -> SearchStrategy[Any]:
    """Tuples of none to ``most``."""
    return st.lists(of, max_size=most).map(tuple)


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
    latitudes, longitudes = (st.floats(-most, most, allow_subnormal=False) for most in (90, 180))
    inner = few(places(st.none(), depth=depth - 1), 1) if depth else st.just(())
    facts = {
        "id": _ids(ids), "type": st.none() | codes(), "contained_in": inner,
        "country": st.none() | st.sampled_from(["AZ", "RU", "EG"]),
    }  # fmt: skip
    return _identified(model.Place, **facts) | _identified(
        model.Place, latitude=latitudes, longitude=longitudes, **facts
    )


def _ids(ids: SearchStrategy[str | None] | None) -> SearchStrategy[str | None]:
    return st.none() | local_ids() if ids is None else ids


@cache
def attributions(entities: tuple[str, ...] = ()) -> SearchStrategy[model.Attribution]:
    """Attributions; ``entities`` are the ids that they may point at."""
    return _identified(
        model.Attribution,
        role=st.sampled_from(model.AttributionRole),
        kind=st.none() | st.sampled_from(model.PartyKind),
        line=st.none() | lines(),
        entity=st.sampled_from([None, *entities]),
        job_title=st.none() | codes(),
        detail=st.none() | codes(),
    )


@cache
def alt_ids() -> SearchStrategy[model.AltId]:
    """Other identifiers."""
    return st.builds(model.AltId, lines(), st.none() | codes(), few(codes()))


@cache
def embargoes() -> SearchStrategy[model.Embargo]:
    """Embargoes, with an end and without."""
    return st.builds(model.Embargo, st.none() | times())


@cache
def extras() -> SearchStrategy[model.Extra]:
    """Pieces of documents that no field takes."""
    places = st.sampled_from(["@rank", "itemMeta/generator", "contentMeta/headline[1]/@rank"])
    return st.builds(model.Extra, st.just("newsml-g2"), places, st.none() | lines())


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
        few(texts()),
        st.none() | lines(),
        st.none() | lines(),
    )


@cache
def rights(*, partial: bool = False) -> SearchStrategy[model.Rights]:
    """Rights in all of an item, or (``partial``) in parts of it."""
    some = st.lists(texts(), min_size=1, max_size=2).map(tuple)
    more = {
        "license": st.none() | uris(),
        "year": st.none() | st.integers(1900, 2100),
        "data_mining": st.none() | concepts(),
        "accountable": st.none() | concepts(),
        "scope": st.lists(codes(), min_size=1, max_size=2).map(tuple) if partial else st.just(()),
        "aspect": few(codes(), 1) if partial else st.just(()),
        "valid_from": st.none() | times(),
        "valid_to": st.none() | times(),
    }
    return st.builds(model.Rights, st.none() | concepts(), some, few(texts()), **more) | st.builds(
        model.Rights, concepts(), few(texts()), few(texts()), **more
    )


@cache
def hop_actions() -> SearchStrategy[model.HopAction]:
    """What was done at a hop."""
    return _identified(model.HopAction, target=st.none() | codes(), at=st.none() | times())


@cache
def hops() -> SearchStrategy[model.Hop]:
    """Hops of an item's history."""
    number, at, actions = st.integers(0, 99), st.none() | times(), few(hop_actions())
    return st.builds(model.Hop, concepts(), st.none() | number, at, actions) | st.builds(
        model.Hop, st.none(), number, at, actions
    )


@st.composite
def packages(draw: st.DrawFn) -> model.Package:
    """Packages whose groups point at one another."""
    ids = draw(st.lists(local_ids(), unique=True, min_size=1, max_size=2))
    members = st.builds(model.Member, link=links()) | st.builds(model.Member, group=st.sampled_from(ids))
    groups = [
        model.Group(id, draw(few(members)), draw(codes()), draw(st.sampled_from(model.GroupMode)), draw(few(texts())))
        for id in ids  # noqa: A001  # the field's name
    ]  # fmt: skip
    return model.Package(draw(st.sampled_from(ids)), groups)


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
def addresses() -> SearchStrategy[model.Address]:
    """Senders, destinations and channels of messages: with a name at least, or a code, URI or literal alone."""
    role = st.none() | codes()
    named = st.builds(
        model.Address, lines(), st.none() | codes(), st.none() | uris(), st.none() | lines(), role
    )
    return (
        named
        | st.builds(model.Address, code=codes(), role=role)
        | st.builds(model.Address, uri=uris(), role=role)
        | st.builds(model.Address, literal=lines(), role=role)
    )


@cache
def timestamps() -> SearchStrategy[model.Timestamp]:
    """Times of messages."""
    return st.builds(model.Timestamp, times(), st.none() | lines())


@cache
def messages() -> SearchStrategy[model.Message]:
    """What messages say of themselves, without extras."""
    some = few(addresses())
    return st.builds(
        model.Message,
        sent=st.none() | times(),
        id=st.none() | lines(),
        senders=some,
        priority=st.none() | st.integers(1, 9),
        origin=st.none() | addresses(),
        destinations=some,
        channels=some,
        timestamps=few(timestamps()),
        signals=few(concepts()),
        products=few(concepts()),
    )
