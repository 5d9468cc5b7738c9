"""Which version of ninjs a document is in: what it says itself, or else what its keys tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from newsmodel.formats.ninjs_keys import DOCUMENT, VERSIONS, Version

_IN_SCHEMA: Final = re.compile(r"ninjs-schema_([0-9])\.([0-9])(?:\.[0-9]+)?\.json")
_VERSION: Final = re.compile(r"\s*([0-9])\.([0-9])(?:\.[0-9]+)?\s*")


def version_in(document: dict[str, Any]) -> Version | None:
    """Return the version of a document; None where nothing tells it.

    >>> version_in({"uri": "urn:x:1", "headlines": [{"value": "Bridge opens"}], "versionCreated": "2026-05-01T10:00:00Z"})
    (3, 1)
    """
    return said(document) or told_by_keys(document)


def said(document: dict[str, Any]) -> Version | None:
    """Return the version that a document states."""
    for name in ("standard", "$standard"):
        of = document.get(name)
        if not isinstance(of, dict):
            continue
        for key, pattern in (("version", _VERSION), ("schema", _IN_SCHEMA)):
            text = of.get(key)
            match = pattern.search(text) if isinstance(text, str) else None
            if match and (version := (int(match[1]), int(match[2]))) in VERSIONS:
                return version
    for name in ("$schema", "schema"):
        text = document.get(name)
        match = _IN_SCHEMA.search(text) if isinstance(text, str) else None
        if match and (version := (int(match[1]), int(match[2]))) in VERSIONS:
            return version
    return None


@cache
def _names() -> dict[str, frozenset[int]]:
    """The names of keys, each with the lines of the standard that have it."""
    found: dict[str, set[int]] = {}
    for version in VERSIONS:
        for key in DOCUMENT.keys:
            if key.exists(version):
                found.setdefault(key.called(version), set()).add(version[0])
    return {name: frozenset(lines) for name, lines in found.items()}


_SUFFIXED: Final = re.compile(r"(?:headline|description|body)_[a-zA-Z0-9]")
_LATEST: Final[dict[int, Version]] = {1: (1, 6), 2: (2, 2), 3: (3, 1)}


def told_by_keys(document: dict[str, Any]) -> Version | None:
    """Return the newest version of the line whose keys a document has most of; the newest line for a document that fits all."""
    votes = dict.fromkeys((1, 2, 3), 0)
    seen = False
    for line in _lines(document):
        seen = True
        for each in line:
            votes[each] += 1
    if not seen:
        return None
    best = max(votes.values())
    return _LATEST[max(line for line, count in votes.items() if count == best)]


def _lines(document: dict[str, Any]) -> Iterator[frozenset[int]]:
    for name, value in document.items():
        if _SUFFIXED.match(name) or (
            name in ("renditions", "associations", "altids") and isinstance(value, dict)
        ):
            yield frozenset({1})
        elif (lines := _names().get(name)) is not None:
            yield lines
            if isinstance(value, list):
                yield from _inside(value)


def _inside(value: list[Any]) -> Iterator[frozenset[int]]:
    for item in value:
        if isinstance(item, dict):
            if "scheme" in item or "code" in item:
                yield frozenset({1})
            elif "contenttype" in item or "charcount" in item:
                yield frozenset({2})
            elif "contentType" in item or "charCount" in item:
                yield frozenset({3})
