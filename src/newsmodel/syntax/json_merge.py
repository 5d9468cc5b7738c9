"""Changes carried over into a JSON document that somebody else made: what did not change stays as it came."""

from __future__ import annotations

from typing import Any, Final

MISSING: Final = object()
_IDENTITY: Final = ("uri", "name", "role", "href")


def merged(came: Any, before: Any, after: Any) -> Any:
    """Return a document with the changes from ``before`` to ``after`` in it; all three are JSON values.

    ``before`` is what we would have written for the document that came, ``after`` what we write now. Objects are changed key by key,
    lists of the same length item by item where the items are the same things; any other value is replaced.

    >>> merged({"a": 1, "b": [1, 2], "z": 0}, {"a": 1, "b": [1]}, {"a": 2, "b": [1]})
    {'a': 2, 'b': [1, 2], 'z': 0}
    """
    if before == after:
        return came
    if isinstance(came, dict) and isinstance(before, dict) and isinstance(after, dict):
        return _objects(came, before, after)
    if isinstance(came, list) and isinstance(before, list) and isinstance(after, list):
        alike = len(came) == len(before) == len(after)
        if alike and all(map(_same_thing, came, before)):
            return [merged(*each) for each in zip(came, before, after, strict=True)]
    return after


def _objects(came: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key, value in came.items():
        if key in after:
            out[key] = merged(value, before.get(key, MISSING), after[key])
        elif key not in before:
            out[key] = value
    return out | {
        key: value for key, value in after.items() if key not in came and before.get(key, MISSING) != value
    }


def _same_thing(one: Any, other: Any) -> bool:
    """Whether two items stand for the same: whatever identifies both says so."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return type(one) is type(other)
    return all(one[key] == other[key] for key in _IDENTITY if key in one and key in other)
