"""The metadata of an HTML page: of each value, which source won and which disagreed."""

from __future__ import annotations

from html import unescape
from typing import Any

import attrs
from attrs import evolve
from lxml import html

from newsmodel.codec.context import Context
from newsmodel.dates.when import When
from newsmodel.formats.html_names import folded, names_in, without_publisher
from newsmodel.formats.html_sources import SLOTS, Found, Slot, host_of, sources_of
from newsmodel.losses import LossKind
from newsmodel.model import Article, Attribution, AttributionRole, Text


def read_metadata(root: html.HtmlElement, context: Context) -> tuple[Article, tuple[Found, ...]]:
    """Return an article with what a page says about it, and every value that was found, with its source."""
    found, base = sources_of(root, context)
    article = base or Article()
    settled: list[Found] = []
    for slot in SLOTS:
        values = [_cleaned(each) for each in found if each.slot == slot.name]
        values = [each for each in values if each.value]
        if slot.name == "headline":
            values = _titles(values, found)
        if slot.name == "author":
            values = _authors(values, found)
        if not values:
            continue
        best, *others = values
        settled.append(evolve(best, used=True))
        article = _with(article, slot, best.value)
        for other in others:
            agrees = _same(best.value, other.value)
            settled.append(evolve(other, agrees=agrees))
            if not agrees:
                reason = f"{best.source} says {_shown(best.value)}"
                context.note(
                    LossKind.UNREAD, slot.field, _shown(other.value), where=other.source, reason=reason
                )
    return article, tuple(settled)


def _cleaned(found: Found) -> Found:
    """Read the entities in texts of scripts, which no HTML parser has seen."""
    if found.source not in ("json-ld",) or not isinstance(found.value, tuple):
        return found
    return evolve(found, value=tuple(_unescaped(each) for each in found.value))


def _unescaped(value: Any) -> Any:
    if isinstance(value, Text) and "&" in value.value:
        text = unescape(unescape(value.value))
        return evolve(value, value=text) if text.strip() else value
    if isinstance(value, Attribution) and value.names:
        return evolve(value, names=tuple(_unescaped(name) for name in value.names))
    return value


def _titles(values: list[Found], found: list[Found]) -> list[Found]:
    """Take the publisher's name off the titles."""
    publishers = [name for each in found if each.slot == "publisher" for name in _names(each.value)]
    address = next((each.value for each in found if each.slot == "address"), None)
    publishers.append(host_of(address))
    texts = [each.value[0].value for each in values]
    out = []
    for each in values:
        others = tuple(text for text in texts if text != each.value[0].value)
        short = without_publisher(each.value[0].value, others, tuple(publishers))
        out.append(evolve(each, value=(evolve(each.value[0], value=short), *each.value[1:])))
    return out


def _authors(values: list[Found], found: list[Found]) -> list[Found]:
    """Split names that stand in one; put a source that names nobody but the publisher after those that name people."""
    publisher = {folded(name) for each in found if each.slot == "publisher" for name in _names(each.value)}
    split = [evolve(each, value=tuple(part for one in each.value for part in _split(one))) for each in values]
    split = [each for each in split if each.value]
    return sorted(split, key=lambda each: all(folded(name) in publisher for name in _names(each.value)))


def _split(author: Attribution) -> tuple[Attribution, ...]:
    if not author.names:
        return (author,) if author.uri or author.entity else ()
    names = names_in(author.names[0].value)
    if names == [author.names[0].value]:
        return (author,)
    first = evolve(author.names[0])
    return tuple(evolve(author, names=(evolve(first, value=name),)) for name in names)


def _names(value: Any) -> list[str]:
    return [each.names[0].value for each in value if isinstance(each, Attribution) and each.names]


def _with(article: Article, slot: Slot, value: Any) -> Article:
    if slot.only is not None:
        rest = tuple(each for each in article.attributions if each.role is not slot.only)
        value = (*rest, *value)
    elif slot.field == "headlines":
        rest = tuple(each for each in article.headlines[1:])
        value = (value[0], *rest)
    return evolve(article, **{slot.field: value})


def _same(one: Any, other: Any) -> bool:
    """Whether two sources say the same: letters count, not marks and case; a time, whatever its zone; a list, in any order."""
    return bool(_key(one) == _key(other))


def _key(value: Any) -> Any:
    if isinstance(value, tuple):
        return sorted(map(_key, value), key=str)
    if isinstance(value, Text):
        return folded(value.value)
    if isinstance(value, Attribution):
        return folded(value.names[0].value) if value.names else value.uri
    if hasattr(value, "utcoffset") and value.utcoffset() is not None:
        return value.timestamp()
    return value


def _shown(value: Any) -> str:
    values = value if isinstance(value, tuple) else (value,)
    return "; ".join(
        each.value
        if isinstance(each, Text)
        else each.names[0].value
        if isinstance(each, Attribution) and each.names
        else str(each)
        for each in values
    )
