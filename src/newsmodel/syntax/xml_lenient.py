"""What stands where the schema does not want it, and is read all the same: elements in another's place, or in another order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from newsmodel.codec.context import Context
from newsmodel.codec.pieces import Found
from newsmodel.losses import LossKind
from newsmodel.syntax.xml_reading import CHILD, Handle, Known, Plan, walk

if TYPE_CHECKING:
    from lxml import etree

    from newsmodel.syntax.xml_spots import Spot


Plans: TypeAlias = "Plan | list[tuple[Spot, Plan]]"
"""How the elements of a tag are read: in one way, or in the first of several that fits."""
Homes: TypeAlias = Mapping[str, tuple[Plans, str]]
"""By tag: how an element is read, and the path of the one place that it has in a document."""


def homes_of(plan: Plan) -> dict[str, tuple[Plans, str]]:
    """Return the one place that elements have in a document, no deeper than two steps, by tag.

    Elements that may stand in several places have no home.
    """
    places = [(tag, inner, _path(inner)) for tag, inner in plan.children.items()]
    places += [
        (tag, inner, f"{around.shown}/{_path(inner)}")
        for around in plan.children.values()
        if isinstance(around, Plan) and around.whole is None
        for tag, inner in around.children.items()
    ]
    count = Counter(tag for tag, _, _ in places)
    return {tag: (inner, path) for tag, inner, path in places if count[tag] == 1}


def _path(plans: Plans) -> str:
    return plans.shown if isinstance(plans, Plan) else plans[0][1].shown.partition("[")[0]


def _fitting(plans: Plans, element: etree._Element) -> Plan | None:
    if isinstance(plans, Plan):
        return plans
    return next((plan for spot, plan in plans if spot.fits(element)), None)


def may_stray(holder: Plan, tag: str) -> bool:
    """Whether an element may have strayed into a holder: not where it belongs, nor into one of which only attributes are read.

    What stands in such a one (the title of a reference to a catalogue) is its own affair.
    """
    return bool(holder.children) and tag not in holder.children


def take_misplaced(
    homes: Homes, top: Plan, found: list[Found], foreign: list[Handle]
) -> Iterator[tuple[Handle, str]]:
    """Move what stands in a place that is not its own to what was found; give each with the path of its home.

    What is at home already wins: then the other stays foreign.
    """
    for handle in list(foreign):
        element, leaf, way = handle
        home = homes.get(str(element.tag)) if leaf == CHILD else None
        if home is None or not may_stray((way[1] if way else top), str(element.tag)):
            continue
        plans, path = home
        if (plan := _fitting(plans, element)) is None:
            continue
        more: list[Found] = []
        rest: list[Handle] = []
        inner = (way, plan, 1)
        if plan.whole is not None:
            raw = Known(element, plan.known) if plan.known else element
            more.append((*plan.whole, raw, (element, None, inner)))
        else:
            walk(element, plan, inner, more, rest)
        taken = {number for number, row, _, _ in found if not row.many}
        if not more or any(number in taken for number, _, _, _ in more):
            continue
        foreign.remove(handle)
        foreign.extend(rest)
        found.extend(more)
        yield handle, path


def note_order(
    element: etree._Element,
    groups: Mapping[str, Mapping[str, int]],
    where: Callable[[str], str],
    context: Context,
) -> None:
    """Note the first child of each element that stands behind one that it should stand before. ``groups`` is by the element's tag."""
    for path, ranks in groups.items():
        holder: Any = next(element.iterchildren(path), None) if path else element
        if holder is None:
            continue
        met = [rank for child in holder if (rank := ranks.get(child.tag)) is not None]
        if met == sorted(met):  # as mostly
            continue
        last, before = -1, ""
        for child in holder:
            tag: Any = child.tag
            rank = ranks.get(tag, last)
            if rank < last:
                context.note_place(
                    LossKind.REPAIRED,
                    f"{where(path)}/{where(tag)}" if path else where(tag),
                    None,
                    reason=f"it stands behind {where(before)}; the order was not looked at",
                    line=child.sourceline,
                )
                break
            last, before = rank, tag if rank > last or not before else before
