"""The metadata of an HTML page: of each value, which source won and which disagreed."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Any

from attrs import evolve

from newsmodel.codec.context import Context
from newsmodel.formats.html_authors import authors_of
from newsmodel.formats.html_dates import shown_date
from newsmodel.formats.html_languages import languages_of
from newsmodel.formats.html_names import folded
from newsmodel.formats.html_publishers import publishers_of
from newsmodel.formats.html_sources import SLOTS, Found, Slot, Sources, sources_of, translations_of
from newsmodel.formats.html_titles import titles_of
from newsmodel.losses import LossKind
from newsmodel.model import Article, Attribution, Text

if TYPE_CHECKING:
    from lxml import html


def read_metadata(root: html.HtmlElement, context: Context) -> tuple[Article, tuple[Found, ...]]:
    """Return an article with what a page says about it, and every value that was found, with its source."""
    sources = sources_of(root, context)
    article = sources.article or Article()
    changes: dict[str, Any] = {}
    settled: list[Found] = []
    for slot in SLOTS:
        values = _values(slot, sources, root, changes)
        if not values:
            continue
        best, *others = values
        settled.append(evolve(best, used=True))
        _change(changes, article, slot, best.value)
        for other in others:
            agrees = _same(best.value, other.value)
            settled.append(evolve(other, agrees=agrees))
            if not agrees and context.losses.heard:
                reason = f"{best.source} says {_shown(best.value)}"
                context.note(
                    LossKind.UNREAD, slot.field, _shown(other.value), where=other.source, reason=reason
                )
    if translations := translations_of(sources):
        changes["translations"] = (*article.translations, *translations)
    return evolve(article, **changes), tuple(settled)


def _values(slot: Slot, sources: Sources, root: html.HtmlElement, known: dict[str, Any]) -> list[Found]:
    """Return what was found for a slot, the best first. ``known`` is what the slots before it gave."""
    values = [_cleaned(each) for each in sources.found if each.slot == slot.name]
    match slot.name:
        case "language":
            titles = [text.value for text in known.get("headlines", ())]
            return languages_of(values, titles, root)
        case "headline":
            return titles_of(values, sources)
        case "author":
            return authors_of(values, sources, root)
        case "publisher":
            return publishers_of(values)
        case "published" if not values:
            shown = shown_date(root, known.get("language"))
            return [Found(slot.name, "text", shown)] if shown is not None else []
    return values


def _cleaned(found: Found) -> Found:
    """Read the entities in texts of scripts, which no HTML parser has seen."""
    if found.source != "json-ld" or not isinstance(found.value, tuple):
        return found
    value = tuple(_unescaped(each) for each in found.value)
    return found if value == found.value else evolve(found, value=value)


def _unescaped(value: Any) -> Any:
    if isinstance(value, Text) and "&" in value.value:
        text = unescape(unescape(value.value))
        return evolve(value, value=text) if text.strip() else value
    if isinstance(value, Attribution) and any("&" in name.value for name in value.names):
        return evolve(value, names=tuple(_unescaped(name) for name in value.names))
    return value


def _change(changes: dict[str, Any], article: Article, slot: Slot, value: Any) -> None:
    """Let an article say a value, in place of what it says there, and beside what it says of others."""
    there = changes.get(slot.field, getattr(article, slot.field))
    if slot.only is not None:
        value = (*(each for each in there if each.role is not slot.only), *value)
    elif slot.field == "headlines":
        value = (value[0], *there[1:])
    if value != there:
        changes[slot.field] = value


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
    return "; ".join(_name(each) for each in values)


def _name(value: Any) -> str:
    if isinstance(value, Text):
        return value.value
    return value.name or str(value) if isinstance(value, Attribution) else str(value)
