"""One walk over an element, by a plan that is made once for each table.

A plan says for each attribute, text and child element which row takes it. The walk only notes down what it meets (`Found`, and
`Handle` for where); a piece with its place is made of that where somebody asks for one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import Factory, define, frozen

from newsmodel.codec.pieces import Found
from newsmodel.codec.row import Row
from newsmodel.codec.table import Table
from newsmodel.syntax.xml import WHITE, children_of, own_text
from newsmodel.syntax.xml_path import MARKUP, TEXT, Step, pair_of
from newsmodel.syntax.xml_spots import Leaf, Spot

if TYPE_CHECKING:
    from lxml import etree

Way: TypeAlias = "tuple[Way | None, Plan, int] | None"
"""From a table's element down to an element: what is above, its plan, and its number among those of the same plan."""
Handle: TypeAlias = "tuple[etree._Element, str | None, Way]"  # noqa: SLF001  # the name of lxml's type
"""Something met: the attribute or text of an element, or (None) the element itself, or (`CHILD`) a child that no plan knows."""
CHILD = "*"
Entry: TypeAlias = tuple[int, Row]
"""The row that takes something, and the number of its path in the table."""
_FOREIGN = object()


@frozen(eq=False)
class Known:
    """An element whose fixed attributes the outer table has already understood."""

    element: etree._Element
    step: Step


@define(eq=False)
class Plan:
    """How an element is read. ``shown`` is its step in places, ``known`` the step that its own table needs to know of."""

    shown: str
    attributes: dict[str, Entry | None]
    """What takes an attribute; None for one that the step itself demands."""
    pairs: tuple[tuple[str, str, Entry], ...] = ()
    """Attributes of which two are one code, with the row that takes both."""
    text: Entry | None = None
    markup: Entry | None = None
    whole: Entry | None = None
    known: Step | None = None
    repeats: bool = False
    children: dict[str, Plan | list[tuple[Spot, Plan]]] = Factory(dict)
    """By tag: the only plan for it, or several, of which the first that fits counts."""


def plan_for(spot: Spot, numbers: dict[Row, int], shown: Callable[[str], str], *, top: bool = True) -> Plan:
    """Make the plan of a spot and of all below it. ``shown`` gives the name of a tag in places."""

    def entry(leaf: Leaf | None) -> Entry | None:
        return (numbers[leaf.row] + leaf.rank, leaf.row) if leaf else None

    fixed = "".join(f"[@{shown(key)}='{value}']" for key, value in spot.step.fixed)
    leaves = {name: entry(leaf) for name, leaf in spot.leaves.items()}
    plan = Plan(
        "" if top else shown(spot.step.tag) + fixed,
        text=leaves.pop(TEXT, None),
        markup=leaves.pop(MARKUP, None),
        pairs=tuple((*pair, pair_entry) for pair in spot.pairs if (pair_entry := leaves.pop(":".join(pair)))),
        attributes={**leaves, **{key: None for key, _ in spot.step.fixed}},
        whole=entry(spot.whole),
        known=spot.step
        if spot.step.fixed and spot.whole and isinstance(spot.whole.row.codec, Table)
        else None,
        repeats=spot.repeated is not None,
    )
    for tag, spots in spot.below.items():
        plans = [(below, plan_for(below, numbers, shown, top=False)) for below in spots]
        plan.children[tag] = plans if spots[0].step.fixed else plans[0][1]
    return plan


def walk(element: etree._Element, plan: Plan, way: Way, found: list[Found], foreign: list[Handle]) -> None:
    """Note down what is in an element: what rows take, and what is foreign."""
    known = _walk_pairs(element, plan, way, found) if plan.pairs else ()
    for name, value in element.items():
        if name in known:
            continue
        entry: Any = plan.attributes.get(name, _FOREIGN)
        if entry is _FOREIGN:
            foreign.append((element, name, way))
        elif entry is not None:
            found.append((*entry, value, (element, name, way)))
    if plan.markup is not None:
        if not is_empty(element):
            found.append((*plan.markup, element, (element, MARKUP, way)))
        return
    text = element.text
    said = text is not None and text.strip(WHITE)
    if len(element):
        before = len(foreign)
        if _walk_children(element, plan, way, found, foreign) or said:
            _note_text(element, own_text(element), plan, way, found, foreign, before)
    elif said:
        _note_text(element, text or "", plan, way, found, foreign, len(foreign))


def _walk_pairs(element: etree._Element, plan: Plan, way: Way, found: list[Found]) -> set[str]:
    """Note down the pairs of attributes that are one code; return the names of those that are."""
    taken: set[str] = set()
    for first, second, entry in plan.pairs:
        source, code = (element.get(name, "").strip(WHITE) for name in (first, second))
        if _ALIAS.fullmatch(source) and _CODE.fullmatch(code):
            found.append((*entry, f"{source}:{code}", (element, f"{first}:{second}", way)))
            taken |= {first, second}
    return taken


_ALIAS, _CODE = re.compile(r"[^\s:]+"), re.compile(r"\S+")
"""A vocabulary's short name and a code: two attributes that say anything else are read one by one."""


def _note_text(
    element: etree._Element,
    text: str,
    plan: Plan,
    way: Way,
    found: list[Found],
    foreign: list[Handle],
    at: int,
) -> None:
    """Note down the text of an element, which stands ``at`` a place among what is foreign: before its children."""
    if plan.text is not None:
        found.append((*plan.text, text, (element, TEXT, way)))
    else:
        foreign.insert(at, (element, TEXT, way))


def _walk_children(
    element: etree._Element, plan: Plan, way: Way, found: list[Found], foreign: list[Handle]
) -> bool:
    """Note down what is in the children; return whether there is text between them."""
    mixed = False
    counts: dict[Plan, int] = {}
    plans = plan.children
    for child in element:
        tail = child.tail
        if tail is not None and tail.strip(WHITE):
            mixed = True
        tag: Any = child.tag
        inner: Any = plans.get(tag)
        if type(inner) is list:
            inner = next((below for spot, below in inner if spot.fits(child)), None)
        if inner is None:
            if type(tag) is str:  # no comment
                foreign.append((child, CHILD, way))
            continue
        number = counts.get(inner, 0) + 1
        if number > 1 and not inner.repeats:
            foreign.append((child, CHILD, way))
            continue
        counts[inner] = number
        if inner.whole is not None:
            raw = Known(child, inner.known) if inner.known else child
            found.append((*inner.whole, raw, (child, None, (way, inner, number))))
        else:
            walk(child, inner, (way, inner, number), found, foreign)
    return mixed


def place_of(handle: Handle, shown: Callable[[str], str]) -> str:
    """Return the place of something that a walk met, below the table's element."""
    element, leaf, way = handle
    if leaf is None:
        place = ""
    elif leaf == CHILD:
        place = shown(str(element.tag))
    elif ":" in leaf and (pair := pair_of(leaf)):
        place = ":".join(f"@{name}" for name in pair)
    else:
        place = leaf if leaf in (TEXT, MARKUP) else f"@{shown(leaf)}"
    while way is not None:
        way, plan, number = way
        step = f"{plan.shown}[{number}]" if plan.repeats else plan.shown
        place = f"{step}/{place}" if place else step
    return place


@lru_cache(512)
def order_of(place: str) -> tuple[tuple[int, str], ...]:
    """Return what places are sorted by: numbers in them count as numbers."""
    if "[" not in place:
        return ((0, place),)
    parts = enumerate(_NUMBERS.split(place))
    return tuple([(int(part or 0) if at % 2 else 0, part) for at, part in parts])


_NUMBERS = re.compile(r"\[([0-9]+)\]")


class Numbers:
    """Where elements stand in their document: the number of each among its siblings, from the root down."""

    def __init__(self) -> None:
        self._inside: dict[etree._Element, dict[etree._Element, int]] = {}

    def of(self, element: etree._Element) -> list[int]:
        """Return an element's numbers. The children of an element are counted once."""
        numbers: list[int] = []
        at, parent = element, element.getparent()
        while parent is not None:
            if parent not in self._inside:
                self._inside[parent] = {child: number for number, child in enumerate(parent)}
            numbers.append(self._inside[parent][at])
            at, parent = parent, parent.getparent()
        return numbers[::-1]


def is_empty(element: etree._Element) -> bool:
    """Whether there is neither text nor an element in an element."""
    if not len(element):
        text = element.text
        return text is None or not text.strip(WHITE)
    return not own_text(element).strip(WHITE) and next(children_of(element), None) is None


def is_bare(element: etree._Element) -> bool:
    """Whether an element says nothing but its name."""
    return not element.keys() and is_empty(element)
