"""Unknown content of XML on its way back into a document, to the place where it stood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from attrs import frozen
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.codec.row import AlwaysRow, DerivedRow, Row
from newsmodel.errors import SyntaxFault
from newsmodel.model import Extra
from newsmodel.syntax.xml import children_of, own_text, parse_xml
from newsmodel.syntax.xml_path import MARKUP, TEXT, clark
from newsmodel.syntax.xml_raw import QNAMES
from newsmodel.syntax.xml_spots import Spot, set_leaf


def is_leaf(extra: Extra, namespaces: Mapping[str, str]) -> bool:
    """Whether an extra is an attribute or text.

    Elements go first: they count among their twins, and they keep the prefixes that they came with.
    """
    try:
        *_, last = parse_steps(extra.place, namespaces)
    except ValueError:
        return False
    return last.leaf is not None


WouldRead: TypeAlias = Callable[[Row, Any], bool]
"""Whether a row would take a value from the document."""


def put_back(
    element: etree._Element,
    extra: Extra,
    root: Spot,
    namespaces: Mapping[str, str],
    context: Context,
    would_read: WouldRead,
) -> str | None:
    """Put an extra back to where it stood below an element; return why that cannot be done, if so.

    One that would now be read as a value that the article does not have stays out: what was taken out of an article must
    not come back.
    """
    try:
        *steps, last = parse_steps(extra.place, namespaces)
    except ValueError:
        return "its place is no path"
    spot: Spot | None = root
    for step in steps:
        beside = twins = _twins(element, spot, step)
        if step.number is None:  # not one of those that were put back beside it
            twins = [twin for twin in beside if not any(twin is kept for kept in context.put_back)]
        if step.number is None and not twins:
            twins = [etree.SubElement(element, step.tag, dict(step.fixed))]
            if beside:  # it was the first: else it would have been kept as a whole
                beside[0].addprevious(twins[0])
        if len(twins) < (step.number or 1):
            return "its place is gone"
        element = twins[(step.number or 1) - 1]
        spot = spot.below_for(element) if spot else None
    if last.leaf is None:
        return _put_element(element, spot, last, extra, context, would_read)
    return _put_leaf(element, spot, last.leaf, extra.raw or "")


@frozen
class PlaceStep:
    """A step of an extra's place: an element, its number among its twins where it repeats; or (``leaf``) an attribute or text."""

    tag: str
    fixed: tuple[tuple[str, str], ...] = ()
    number: int | None = None
    leaf: str | None = None


_PLACE_STEP = re.compile(
    r"(?P<name>@?(?:\{[^}]*\})?[^/\[\]{}]+)(?:\[@(?P<key>(?:\{[^}]*\})?[^=\[\]]+)='(?P<value>[^']*)'\])?"
    r"(?:\[(?P<number>[1-9][0-9]{0,8})\])?(?:/(?=.)|\Z)"
)


def parse_steps(place: str, namespaces: Mapping[str, str]) -> Iterator[PlaceStep]:
    """Give the steps of an extra's place. Raise `ValueError` for what is no place."""
    start = 0
    while start < len(place) or not start:
        match = _PLACE_STEP.match(place, start)
        if not match:
            raise ValueError(place)
        yield _place_step(match, namespaces)
        start = match.end()


def _place_step(match: re.Match[str], namespaces: Mapping[str, str]) -> PlaceStep:
    def full(name: str, *, attribute: bool = False) -> str:
        try:
            return name if name.startswith("{") else clark(name, namespaces, attribute=attribute)
        except KeyError as error:
            raise ValueError(name) from error

    name = match["name"]
    if name in (TEXT, MARKUP):
        return PlaceStep("", leaf=name)
    if name.startswith("@") and ":@" in name:
        return PlaceStep("", leaf=name.replace("@", ""))
    if name.startswith("@"):
        return PlaceStep("", leaf=full(name[1:], attribute=True))
    fixed = ((full(match["key"], attribute=True), match["value"]),) if match["key"] else ()
    return PlaceStep(full(name), fixed, int(match["number"]) if match["number"] else None)


def _twins(element: etree._Element, spot: Spot | None, step: PlaceStep) -> list[etree._Element]:
    """Return the children that a step may mean, in their order."""

    def meant(child: etree._Element) -> bool:
        inner = spot.below_for(child) if spot else None
        return inner is None or inner.step.fixed == step.fixed

    return [child for child in element.iterchildren(step.tag) if meant(child)]


def _put_element(
    element: etree._Element,
    spot: Spot | None,
    step: PlaceStep,
    extra: Extra,
    context: Context,
    would_read: WouldRead,
) -> str | None:
    try:
        kept = parse_xml((extra.raw or "").encode())
    except SyntaxFault as error:
        return str(error)
    twins = _twins(element, spot, step)
    if not twins and spot and (inner := spot.below_for(kept)) and _says_something(kept, inner, would_read):
        return "it would be read as a value that the article does not have"
    if step.number is not None and step.number <= len(twins):
        twins[step.number - 1].addprevious(kept)
    else:
        element.append(kept)
    context.put_back.append(kept)
    return None


def _says_something(element: etree._Element, spot: Spot, would_read: WouldRead) -> bool:
    """Whether an element, or something in it, would be read."""
    if spot.whole:
        return would_read(spot.whole.row, element)
    for leaf, of in spot.leaves.items():
        raw = element if leaf == MARKUP else own_text(element) if leaf == TEXT else element.get(leaf)
        if raw not in (None, "") and would_read(of.row, raw):
            return True
    return any(
        inner is not None and _says_something(child, inner, would_read)
        for child in children_of(element)
        for inner in [spot.below_for(child)]
    )


def _put_leaf(element: etree._Element, spot: Spot | None, leaf: str, raw: str) -> str | None:
    known = spot.leaves.get(leaf) if spot else None
    holds_value = known and not isinstance(known.row, AlwaysRow | DerivedRow) and not known.row.written > 1
    if holds_value and (element.text if leaf == TEXT else element.get(leaf)):
        return "another value stands in its place now"
    if leaf == MARKUP:
        return "its place is gone"
    if leaf in QNAMES and ":" in raw and raw.strip().partition(":")[0] not in element.nsmap:
        return "nothing declares its prefix"
    try:
        set_leaf(element, leaf, raw)
    except ValueError:
        return "its place is no path"
    return None
