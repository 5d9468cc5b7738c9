"""A NITF document inside another one, as the body of an item: what it says more than the item becomes the item's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from newsmodel.codec.context import Context
from newsmodel.formats.nitf_element import read_element
from newsmodel.formats.nitf_findings import is_same
from newsmodel.losses import LossKind
from newsmodel.model import Article, Concept, Text
from newsmodel.model.constraints import content_fields
from newsmodel.model.values import one_line

if TYPE_CHECKING:
    from lxml import etree

_NAMED = ("people", "organisations", "places", "subjects")
"""What is named by both: each once."""
_ITEMS = frozenset({"type", "extras", "sections"})
"""Fields that are the item's own, or come with the body anyway."""


def read_embedded(element: etree._Element, context: Context) -> Article:
    """Read a ``nitf`` that is the body of an item, and leave the article that it is in the context. Its tree is changed.

    What no field takes is noted: the item has no place to keep it.
    """
    inner = attrs.evolve(
        context, keep=False, findings=[], bylines=[], editor_notes=[], homeless=[], embedded=[], media={}
    )
    article = read_element(element, inner)
    context.embedded.append(article)
    return article


def completed(got: Mapping[str, Any], inner: Article) -> dict[str, Any]:
    """Return the values that were read of an item, with those that only the document in it says."""
    made = dict(got)
    same = dict(_same_entities(got, inner))
    taken = {each.id for name in (*_NAMED, "located", "media") for each in got.get(name, ()) if _id(each)}
    names = _free_names(inner, taken, same)
    for field in content_fields(Article):
        value = getattr(inner, field.name)
        if field.name in _ITEMS or not value:
            continue
        if field.name in _NAMED:
            made[field.name] = (*got.get(field.name, ()), *_others(value, same, names))
        elif field.name == "quotes":
            made["quotes"] = (*got.get("quotes", ()), *_quotes(value, got, names))
        elif not got.get(field.name):
            made[field.name] = value
    return made


def _id(value: object) -> str | None:
    return getattr(value, "id", None)


def _same_entities(got: Mapping[str, Any], inner: Article) -> Iterator[tuple[int, Concept]]:
    """Give the entities of the document that the item names too, by their own identity, with the item's."""
    for name in _NAMED:
        for each in getattr(inner, name):
            for other in got.get(name, ()):
                if is_same(other, each):
                    yield id(each), other
                    break


def _free_names(inner: Article, taken: set[str], same: Mapping[int, Concept]) -> dict[str, str | None]:
    """Return the identifiers that the document's entities have in the article, by those that they have in the document."""
    names: dict[str, str | None] = {}
    for each in inner.entities:
        if (old := each.id) is None:
            continue
        if id(each) in same:
            names[old] = _id(same[id(each)])
            continue
        new, number = old, 1
        while new in taken:
            number += 1
            new = f"{old}-{number}"
        names[old] = new
        taken.add(new)
    return names


def _others(
    values: Iterable[Any], same: Mapping[int, Concept], names: Mapping[str, str | None]
) -> Iterator[Any]:
    for each in values:
        if id(each) not in same:
            name = _id(each)
            yield attrs.evolve(each, id=names[name]) if name and names.get(name, name) != name else each


def _quotes(values: Iterable[Any], got: Mapping[str, Any], names: Mapping[str, str | None]) -> Iterator[Any]:
    """Give the quotes that the item does not point at itself."""
    known = {quote.spans for quote in got.get("quotes", ())}
    for quote in values:
        if quote.spans not in known:
            speaker = names.get(quote.speaker, quote.speaker) if quote.speaker else None
            yield attrs.evolve(quote, speaker=speaker)


def note_unused(article: Article, context: Context) -> None:
    """Note what the documents in an item say otherwise than the item."""
    for inner in context.embedded:
        for field in content_fields(Article):
            if field.name in _ITEMS or field.name in (*_NAMED, "quotes"):
                continue
            said, inside = getattr(article, field.name), getattr(inner, field.name)
            for value in inside if isinstance(inside, tuple) else (inside,):
                if value is not None and value != said and not _is_among(value, said):
                    reason = f"the item's {field.name.replace('_', ' ')} are put otherwise"
                    context.note_place(LossKind.UNREAD, "nitf", shown(value), reason=reason)


def _is_among(value: Any, said: Any) -> bool:
    if not isinstance(said, tuple):
        return False
    if isinstance(value, Text):
        return one_line(value.value) in {one_line(text.value) for text in said}
    return value in said


def shown(value: Any) -> Any:
    """Return how a value is shown among losses: a text, or a concept, by its words."""
    if isinstance(value, Text):
        return value.value
    return value.name or value if isinstance(value, Concept) else value
