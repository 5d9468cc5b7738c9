"""What agencies make of ninjs, brought to the standard's form before it is read: nothing is left out, only said as the standard says it.

Superdesk and its customers write ninjs 1 with keys of their own (``guid``, ``service``, ``keywords``, ``authors``, ``qcode``), TT has its
``bylines`` and a transmission reference, AP puts the item into an envelope and its bylines into objects. What only a dialect has
a key for is read, and written back with the document that it came with.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from newsmodel.errors import InputError

_HOLDERS: Final = ("items", "hits", "_items")
_DEEPEST: Final = 8


def items_of(value: Any, depth: int = 0) -> list[Any]:
    """Return the news objects of a document: itself, those of a list, or those in the answer of a service."""
    if depth > _DEEPEST:
        raise InputError("news objects", "lists in lists")
    if isinstance(value, list) and value:
        return [each for item in value for each in items_of(item, depth + 1)]
    if not isinstance(value, dict):
        raise InputError("a news object", value)
    if "uri" in value:
        return [value]
    data, item = value.get("data"), value.get("item")
    if isinstance(data, dict) and ("item" in data or "items" in data):
        return items_of(data, depth + 1)
    if isinstance(item, dict):  # AP: the item in an envelope
        return [item]
    for name in _HOLDERS:
        held = value.get(name)
        if isinstance(held, list) and held and all(isinstance(each, dict) for each in held):
            return items_of(held, depth + 1)
    return [value]


RENAMED: Final = {
    "service": "@services",
    "keywords": "@keywords",
    "signal": "@signals",
    "firstpublished": "@published",
    "authors": "@authors",
}
"""Keys of dialects for what ninjs has none for, and what the tables call them."""
_CODED: Final = (
    "person",
    "organisation",
    "place",
    "subject",
    "genre",
    "event",
    "object",
    "@services",
    "@signals",
)
ESCAPED: Final = "@"
"""What stands before a key of the document that begins like one of ours."""


def plain(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document as the standard would have it."""
    out = {ESCAPED + name if name.startswith("@") else name: value for name, value in document.items()}
    if "uri" not in out and isinstance(out.get("guid"), str):
        out = {"uri": out.pop("guid"), **out}
    for name, ours in RENAMED.items():
        if name in out:
            out[ours] = out.pop(name)
    for name in _CODED:
        if isinstance(out.get(name), list):
            out[name] = [_with_code(each) for each in out[name]]
    _take_bylines(out)
    _take_source(out)
    _take_reference(out)
    return out


def _with_code(item: Any) -> Any:
    """Call a ``qcode`` a code, as the standard does."""
    if isinstance(item, dict) and "qcode" in item and "code" not in item:
        return {"code" if name == "qcode" else name: value for name, value in item.items()}
    return item


def _take_bylines(out: dict[str, Any]) -> None:
    """Take the byline of AP, and the authors of TT, from ``bylines``."""
    bylines = out.get("bylines")
    if not isinstance(bylines, list) or not all(isinstance(each, dict) for each in bylines):
        return
    if (
        "byline" not in out
        and "by" not in out
        and len(bylines) == 1
        and isinstance(bylines[0].get("by"), str)
    ):
        out["byline"] = out.pop("bylines")[0]["by"]
    elif "@authors" not in out and bylines and all(any(_names(each)) for each in bylines):
        del out["bylines"]
        out["@authors"] = [_author(each) for each in bylines]


def _names(byline: dict[str, Any]) -> Iterator[str]:
    for name in ("firstname", "lastname"):
        if isinstance(part := byline.get(name), str) and part.strip():
            yield part.strip()


def _author(byline: dict[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in byline.items() if name not in ("firstname", "lastname", "name")}
    return {"name": " ".join(_names(byline)), **rest}


def _take_source(out: dict[str, Any]) -> None:
    """Take Superdesk's ``source`` for the name of an information source."""
    if isinstance(out.get("source"), str) and not {"infosource", "infosources", "infoSources"} & out.keys():
        out["infosource"] = [{"name": out.pop("source")}]


def _take_reference(out: dict[str, Any]) -> None:
    """Take TT's transmission reference for one of the other identifiers."""
    name = "originaltransmissionreference"
    if isinstance(out.get(name), str) and not {"altids", "altIds"} & out.keys():
        out["altids"] = {name: out.pop(name)}
