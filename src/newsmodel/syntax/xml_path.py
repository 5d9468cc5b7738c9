"""The paths of XML rows: a small part of XPath.

``contentMeta/subject[@type='cpnat:person']/@qcode``: element steps with at most one fixed attribute each, and at the end
an attribute, two attributes that are one code (``@idsrc:@value``: the vocabulary and the code in it), ``text()``, or ``markup()`` (the codec gets the element for its text and children, the attributes stay with
other rows), or nothing: then the codec gets the whole element.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

_STEP = re.compile(r"(?P<name>[^\[\]@/]+)(?:\[@(?P<key>[^=\]]+)='(?P<value>[^']*)'\])?\Z")


TEXT = "text()"
MARKUP = "markup()"


@frozen
class Step:
    """An element: its tag in Clark notation, and the attributes that it must have."""

    tag: str
    fixed: tuple[tuple[str, str], ...] = ()


@frozen
class XmlPath:
    """Element steps and what is taken there: an attribute (Clark notation), ``text()``, ``markup()``, or None for the element."""

    steps: tuple[Step, ...]
    leaf: str | None


def parse_path(path: str, namespaces: Mapping[str, str]) -> XmlPath:
    """Read a path. ``namespaces`` maps prefixes to URIs; '' is for elements without a prefix. Raise `ValueError` for a malformed one."""
    steps, leaf = _split(path)
    return XmlPath(tuple(_step(step, namespaces) for step in steps), _leaf(leaf, namespaces))


def _split(path: str) -> tuple[list[str], str | None]:
    parts = re.findall(r"(?:\[[^\]]*\]|[^/\[])+", path)
    if parts and (parts[-1].startswith("@") or parts[-1] in (TEXT, MARKUP)):
        return parts[:-1], parts[-1]
    return parts, None


def _leaf(leaf: str | None, namespaces: Mapping[str, str]) -> str | None:
    if leaf and ":@" in leaf:
        return leaf.replace("@", "")
    return clark(leaf[1:], namespaces, attribute=True) if leaf and leaf.startswith("@") else leaf


def pair_of(leaf: str) -> tuple[str, str] | None:
    """Return the two attributes that a leaf stands for, if it is such a leaf; they have no namespace."""
    first, colon, second = leaf.partition(":")
    return (first, second) if colon and not first.startswith("{") else None


def _step(step: str, namespaces: Mapping[str, str]) -> Step:
    match = _STEP.match(step)
    if not match:
        raise ValueError(f"cannot read the step {step!r}")
    fixed = ((clark(match["key"], namespaces, attribute=True), match["value"]),) if match["key"] else ()
    return Step(clark(match["name"], namespaces), fixed)


def clark(name: str, namespaces: Mapping[str, str], *, attribute: bool = False) -> str:
    """Return a prefixed name in Clark notation: ``{uri}local``. An attribute without a prefix has no namespace."""
    prefix, colon, local = name.rpartition(":")
    if not colon and (attribute or not namespaces.get("")):
        return name
    return f"{{{namespaces[prefix]}}}{local}"
