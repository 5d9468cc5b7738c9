"""JSON-LD as it is found: names in the wrong case, IRIs for names, lists in lists. Brought to the form that the tables read.

What JSON-LD allows (IRIs, ``id`` and ``type`` by schema.org's context, sets in sets) means the same in either form; what it does
not (a name in the wrong case means nothing) is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from newsmodel.codec.context import Context
from newsmodel.formats.schema_org_values import ARTICLES, ORGANISATIONS
from newsmodel.losses import LossKind
from newsmodel.syntax.json import MAX_NESTING, escape_pointer
from newsmodel.syntax.json_spots import Spot
from newsmodel.syntax.json_table import JsonTable

_IRI = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:)([A-Za-z]\w*)")
_TYPES = {word.casefold(): word for word in ARTICLES | ORGANISATIONS} | {
    word.casefold(): word
    for word in ("Person", "Organization", "ImageObject", "VideoObject", "AudioObject", "WebPage", "WebSite", "Place", "Quotation")
}  # fmt: skip
_ALIASES = {"id": "@id", "type": "@type"}


@cache
def _names() -> dict[str, str]:
    """Return the names of all properties that the tables read, by their names in small letters."""
    from newsmodel.formats.schema_org import ARTICLE

    return {name.casefold(): name for name in _names_in(ARTICLE, set()) if not name.startswith("@")}


def _names_in(table: JsonTable[Any], seen: set[int]) -> Iterator[str]:
    seen.add(id(table))
    waiting: list[Spot] = [table.root]
    while waiting:
        spot = waiting.pop()
        yield from spot.below
        waiting.extend(below for some in spot.below.values() for below in some)
        inner = getattr(spot.row.codec, "table", spot.row.codec) if spot.row is not None else None
        inner = inner() if callable(inner) and not isinstance(inner, JsonTable) else inner
        if isinstance(inner, JsonTable) and id(inner) not in seen:
            yield from _names_in(inner, seen)


def tidied(
    value: Any, context: Context, place: str = "", depth: int = MAX_NESTING, *, inside: bool = False
) -> Any:
    """Return a value of JSON-LD with its names as the tables have them; the same object where all is well.

    ``inside`` says that it is the value of a property.
    """
    if isinstance(value, list):
        return _list(value, context, place, depth, inside=inside)
    if not isinstance(value, dict) or not depth:
        return value
    out = {
        (name := _key(key, value, context, place)): _type(inner, context, place)
        if name == "@type"
        else inner
        if name == "@context"
        else tidied(inner, context, f"{place}/{escape_pointer(key)}", depth - 1, inside=True)
        for key, inner in value.items()
    }
    unchanged = len(out) == len(value) and all(
        was == is_ and value[was] is out[is_] for was, is_ in zip(value, out, strict=True)
    )
    return value if unchanged else out


def _list(values: list[Any], context: Context, place: str, depth: int, *, inside: bool) -> list[Any]:
    if not depth:
        return values
    out: list[Any] = []
    for index, each in enumerate(values):
        done = tidied(each, context, f"{place}/{index}", depth - 1, inside=inside)
        if inside and isinstance(done, list):  # a set in a set
            out.extend(done)
        else:
            out.append(done)
    same = len(out) == len(values) and all(one is other for one, other in zip(out, values, strict=True))
    return values if same else out


def _key(key: str, node: dict[str, Any], context: Context, place: str) -> str:
    names = _names()
    if (iri := _IRI.fullmatch(key)) is not None:
        return iri[1] if iri[1] not in node else key
    if (alias := _ALIASES.get(key)) is not None:
        return alias if alias not in node and isinstance(node[key], str | list) else key
    right = names.get(key.casefold())
    if (
        right is None
        or right == key
        or right in node
        or sum(other.casefold() == key.casefold() for other in node) > 1
    ):
        return key
    context.note_place(LossKind.REPAIRED, f"{place}/{escape_pointer(key)}", key, reason=f"read as {right}")
    return right


def _type(value: Any, context: Context, place: str) -> Any:
    if isinstance(value, list):
        done = [_type(each, context, place) for each in value]
        return value if done == value else done
    if not isinstance(value, str):
        return value
    if (iri := _IRI.fullmatch(value)) is not None:
        return iri[1]
    right = _TYPES.get(value.casefold(), value)
    if right != value:
        context.note_place(LossKind.REPAIRED, f"{place}/@type", value, reason=f"read as {right}")
    return right
