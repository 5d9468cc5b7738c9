"""Tables over XML: rows are compiled once to a tree of spots; one walk reads, one walk writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, pairwise
from typing import Any, TypeVar, cast

import attrs
from attrs import field, frozen
from lxml import etree

from newsmodel.codec.building import Done, Taken
from newsmodel.codec.context import Context
from newsmodel.codec.pieces import Found, Hit, Piece
from newsmodel.codec.row import Row
from newsmodel.codec.table import Embedded, Table
from newsmodel.errors import InputError
from newsmodel.losses import LossKind
from newsmodel.model import Extra
from newsmodel.syntax.xml import WHITE, XML_NS, local_name, own_text, raw_text, tag_of
from newsmodel.syntax.xml_extras import is_leaf, put_back
from newsmodel.syntax.xml_language import inherited_language
from newsmodel.syntax.xml_lenient import homes_of, note_order, take_misplaced
from newsmodel.syntax.xml_path import MARKUP, TEXT, Step, XmlPath, clark, pair_of, parse_path
from newsmodel.syntax.xml_quick import TROUBLE, UNKNOWN, Quick
from newsmodel.syntax.xml_reading import (
    CHILD,
    Handle,
    Known,
    Numbers,
    Plan,
    is_bare,
    order_of,
    place_of,
    plan_for,
    walk,
)
from newsmodel.syntax.xml_spots import Leaf, Spot, set_leaf

T = TypeVar("T")


@frozen(eq=False)
class XmlPiece(Piece):
    """A piece of an XML document: an element, or (``leaf``) one of its attributes or its text."""

    element: etree._Element = field(kw_only=True)
    leaf: str | None = field(default=None, kw_only=True)

    @property
    def empty(self) -> bool:
        """Whether an attribute or element says nothing."""
        if self.leaf is None:
            return is_bare(self.element)
        return self.leaf not in (TEXT, MARKUP) and not self.element.get(self.leaf)

    @property
    def order(self) -> list[tuple[int, str]]:
        """Sort by place, numbers as numbers."""
        return order_of(self.place)

    @property
    def line(self) -> int | None:
        """The line, as the parser counts."""
        return self.element.sourceline

    def text(self) -> str:
        """Return the element's markup, or the attribute's value, or the text."""
        if self.leaf in (None, MARKUP):
            return raw_text(self.element)
        if names := pair_of(self.leaf or ""):
            return ":".join(self.element.get(name, "") for name in names)
        return (
            own_text(self.element).strip(WHITE)
            if self.leaf == TEXT
            else self.element.get(self.leaf or "", "")
        )


class XmlTable(Table[T]):
    """A table over XML.

    ``tag`` is the element that stands for the object where the table is the root; ``namespaces`` maps the prefixes of
    the rows' paths; ``order`` gives, for an element by its path, its children in the order that the schema wants, those
    together whose order among themselves is free; rows stand in their own order elsewhere. A ``lenient`` table takes elements
    that stand in another's place or are ``misspelt`` (the wrong tag with the right one), and looks at their order; each is
    REPAIRED. ``embedded`` are objects of the model whose
    rows stand in the same element.
    """

    def __init__(
        self,
        cls: type[T],
        *rows: Row,
        namespaces: Mapping[str, str],
        tag: str = "",
        order: Mapping[str, Sequence[str | tuple[str, ...]]] | None = None,
        implied: Mapping[str, Any] | None = None,
        embedded: tuple[Embedded, ...] = (),
        lenient: bool = False,
        misspelt: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(cls, *rows, implied=implied, embedded=embedded)
        self.namespaces = {**namespaces, "xml": XML_NS}
        self.tag = clark(tag, self.namespaces)
        self._names = {uri: prefix for prefix, uri in self.namespaces.items()}
        groups = {
            path: [(name,) if isinstance(name, str) else name for name in names]
            for path, names in (order or {}).items()
        }
        self._order = {
            path: {clark(name, self.namespaces): rank for rank, name in enumerate(chain(*names))}
            for path, names in groups.items()
        }
        self._lenient = lenient
        self._misspelt = {
            clark(wrong, self.namespaces): clark(right, self.namespaces)
            for wrong, right in (misspelt or {}).items()
        }
        self._groups = {
            clark(path, self.namespaces) if path else "": {
                clark(name, self.namespaces): rank for rank, group in enumerate(names) for name in group
            }
            for path, names in groups.items()
        }
        self._homes: dict[str, tuple[Plan, str]] | None = None
        self._plan: Plan | None = None
        self._plans: dict[Step, Plan] = {}
        self._quick: dict[Step | None, Quick] = {}
        self._sorted: dict[str, list[tuple[Spot, str]]] = {}
        self.root = Spot(Step(self.tag))
        for row in (*rows, *(row for each in embedded for row in each.table.rows)):
            for rank, path in enumerate(row.paths):
                self._place(row, rank, parse_path(path, self.namespaces))

    def _place(self, row: Row, rank: int, path: XmlPath) -> None:
        spot = self.root
        for step in path.steps:
            spot = spot.at(step)
        if path.leaf is None:
            spot.whole = Leaf(row, rank)
            spot.may_be_empty = not isinstance(row.codec, Table)
        elif path.leaf in spot.leaves:
            raise TypeError(f"two rows for {row.paths[rank]}")
        else:
            spot.take(path.leaf, Leaf(row, rank))

    # reading

    inherits = ""
    """The field that takes the language of what is around the element, where it has none and that is not the article's."""

    only_mends = False
    """Whether a ``decode`` of the table's own differs only for what is not in order."""

    @cached_property
    def reads_quickly(self) -> bool:
        """Whether the table has a quick way (`newsmodel.syntax.xml_quick`)."""
        plain = self.only_mends or type(self).decode is XmlTable.decode
        return plain and not (self.embedded or self._derived or _has_pairs(self.root))

    def is_to_be_mended(self, context: Context) -> bool:  # noqa: ARG002  # for subclasses
        """Whether something was read that only `mended` puts where it belongs."""
        return False

    def quick_for(self, step: Step | None) -> Quick:
        """Return the quick way, for elements whose fixed attributes the outer table knows or (None) that have none."""
        quick = self._quick.get(step)
        if quick is None:
            plan = self._planned() if step is None else self._plan_knowing(step)
            quick = self._quick[step] = Quick(self, plan)
        return quick

    def decode(self, raw: Any, context: Context) -> T:
        """Read an element; or a `Known` one, of whose attributes an outer table has taken some."""
        element, step = (raw.element, raw.step) if type(raw) is Known else (raw, None)
        if self.reads_quickly:
            try:
                return cast("T", self.quick_for(step).read(element, context, UNKNOWN))
            except TROUBLE:
                pass
        return self._read(element, step, context)

    def _read(self, element: etree._Element, step: Step | None, context: Context) -> T:
        """Read an element, whatever is in it."""
        found: list[Found] = []
        foreign: list[Handle] = []
        mended = False
        if step is not None:
            walk(element, self._plan_knowing(step), None, found, foreign)
        else:
            walk(element, self._planned(), None, found, foreign)
            mended = self._lenient and self._mend(element, found, foreign, context)
        made = self._built(found, foreign, context, in_order=not mended)
        if self.inherits and getattr(made, self.inherits) is None:
            inherited = inherited_language(element)
            if inherited and inherited != context.language:
                return cast("T", attrs.evolve(cast("Any", made), **{self.inherits: inherited}))
        return made

    def read_again(
        self, element: etree._Element, taken: list[Taken], tried: list[Found], context: Context
    ) -> T:
        """Read an element of which some was ``tried`` and, so far as it could be read, ``taken``: that is not read, nor noted, again."""
        found: list[Found] = []
        foreign: list[Handle] = []
        walk(element, self._planned(), None, found, foreign)
        values = {each[3][:2]: Done(value) for _, value, each in taken}
        left = {each[3][:2] for each in tried} - values.keys()
        foreign += [each[3] for each in found if each[3][:2] in left]
        rest = [
            (number, row, values.get(handle[:2], raw), handle)
            for number, row, raw, handle in found
            if handle[:2] not in left
        ]
        return self._built(rest, foreign, context, in_order=False)

    def _mend(
        self, element: etree._Element, found: list[Found], foreign: list[Handle], context: Context
    ) -> bool:
        """Take what stands in another's place, and look at the order; note both. Return whether anything was taken."""
        taken = False
        for handle, home in self._misplaced(found, foreign):
            taken = True
            where, line = place_of(handle, self.shown), handle[0].sourceline
            context.note_place(LossKind.REPAIRED, where, reason=f"read as {home}", line=line)
        self.note_order(element, context)
        return taken

    def ranks_in(self, tag: str) -> Mapping[str, int] | None:
        """Return the order of the children of an element in the table's own ('' for that one), if it is looked at."""
        return self._groups.get(tag)

    def note_order(self, element: etree._Element, context: Context) -> None:
        """Note what stands behind something that it should stand before."""
        note_order(element, self._groups, self.shown, context)

    def may_be_misplaced(self, foreign: list[Handle]) -> bool:
        """Whether something may stand in the place of another."""
        homes = self._places()
        return any(
            leaf == CHILD
            and (tag := tag_of(element)) in homes
            and tag not in (way[1] if way else self._planned()).children
            for element, leaf, way in foreign
        )

    def _misplaced(self, found: list[Found], foreign: list[Handle]) -> Iterator[tuple[Handle, str]]:
        if not foreign:
            return
        yield from take_misplaced(self._places(), self._planned(), found, foreign)

    def _places(self) -> dict[str, tuple[Plan, str]]:
        if self._homes is None:
            homes = homes_of(self._planned())
            self._homes = homes | {wrong: homes[right] for wrong, right in self._misspelt.items()}
        return self._homes

    def found_in(self, element: etree._Element) -> tuple[list[Hit], list[Piece]]:
        """Return what the rows take of an element, and the pieces that they do not take."""
        found: list[Found] = []
        foreign: list[Handle] = []
        walk(element, self._planned(), None, found, foreign)
        if self._lenient:
            for _ in self._misplaced(found, foreign):
                pass
        hits = [
            Hit(row, number - self._numbers[row], raw, self._piece(handle))
            for number, row, raw, handle in found
        ]
        return hits, [self._piece(handle) for handle in foreign]

    def _planned(self) -> Plan:
        if self._plan is None:
            self._plan = self._plan_of(self.root)
        return self._plan

    def _plan_of(self, spot: Spot) -> Plan:
        return plan_for(spot, self._numbers, self.shown)

    def _plan_knowing(self, step: Step) -> Plan:
        """Return the plan for an element of which the step's attributes have been understood."""
        if step not in self._plans:
            self._plans[step] = self._plan_of(self.root.known_as(step))
        return self._plans[step]

    def _piece(self, handle: Any) -> Piece:
        if isinstance(handle, Piece):
            return handle
        element, leaf, _ = handle
        return XmlPiece(place_of(handle, self.shown), element=element, leaf=None if leaf == CHILD else leaf)

    def _in_order(self, pieces: list[Piece], walked: int) -> list[Piece]:
        """Sort pieces by place; what stands at one place keeps the document's order."""
        if len(pieces) == 1:
            return pieces
        in_order = super()._in_order(pieces, walked)
        late = pieces[walked:]
        if not any(
            one.place == other.place and (one in late or other in late) for one, other in pairwise(in_order)
        ):
            return in_order
        numbers = Numbers()
        return sorted(in_order, key=lambda piece: (piece.order, numbers.of(cast("XmlPiece", piece).element)))

    def shown(self, tag: str) -> str:
        """Return a Clark name as it stands in paths: with a prefix that the table knows, else in Clark notation."""
        if not tag.startswith("{"):
            return tag
        uri, _, local = tag[1:].partition("}")
        if uri not in self._names:
            return tag
        return f"{self._names[uri]}:{local}" if self._names[uri] else local

    # writing

    def encode(self, value: T, context: Context, into: Any = None) -> etree._Element:
        """Write into an element (``into``, or a new one with the table's tag)."""
        element = into if into is not None else etree.Element(self.tag, nsmap=_nsmap(self.namespaces))
        self._write(element, self.root, value, context)
        self.note_unwritten(value, context)
        if extras := list(self.extras_of(value, context)):
            self._put_back(element, extras, context)
        if self._order:
            self._sort(element, self.root, "")
        return element

    def _put_back(self, element: etree._Element, extras: list[tuple[str, Extra]], context: Context) -> None:
        def would_read(row: Row, raw: Any) -> bool:
            return self.would_read(row, raw, context)

        extras.sort(key=lambda found: is_leaf(found[1], self.namespaces))  # elements first
        for path, extra in extras:
            if reason := put_back(element, extra, self.root, self.namespaces, context, would_read):
                context.note(LossKind.UNWRITTEN, path, extra.raw, where=extra.place, reason=reason)

    def _write(self, element: etree._Element, spot: Spot, model: T, context: Context) -> None:
        for leaf, of in spot.leaves.items():
            if self.is_silent(of.row, model):
                continue
            if leaf == MARKUP:
                for _ in self.raws(of.row, model, context, lambda: element):
                    pass
            elif of.rank < of.row.written:
                for _, raw in self.raws(of.row, model, context):
                    set_leaf(element, leaf, raw)
        for spots in spot.below.values():
            for below in spots:
                self._write_below(element, below, model, context)

    def _write_below(self, element: etree._Element, below: Spot, model: T, context: Context) -> None:
        leaf = below.written
        if leaf is None:
            child = _sub(element, below.step)
            self._write(child, below, model, context)
            if _says_nothing(child, below):
                element.remove(child)
        elif leaf.rank < leaf.row.written and not self.is_silent(leaf.row, model):
            for child, raw in self.raws(leaf.row, model, context, lambda: _sub(element, below.step)):
                if not below.whole:
                    set_leaf(child, next(iter(below.leaves)), raw)
                elif _says_nothing(child, below):  # all that it had to say is among the losses
                    element.remove(child)

    def place_for(self, element: etree._Element, parent: etree._Element, path: str) -> int:
        """Return the index at which a new child belongs: behind all that the schema, or the rows, put before it."""
        ranks = self._order.get(path) or self._row_order(path)
        own = ranks.get(tag_of(element), len(ranks))
        places = [at for at, child in enumerate(parent) if ranks.get(str(child.tag), -1) <= own]
        behind = [at for at in places if isinstance(parent[at].tag, str)]
        return behind[-1] + 1 if behind else 0

    def _row_order(self, path: str) -> dict[str, int]:
        spot = self.root
        for name in filter(None, path.split("/")):
            tag = clark(name, self.namespaces)
            spot = next(iter(spot.below.get(tag, ())), Spot(Step(tag)))
        return {tag: rank for rank, tag in enumerate(spot.below)}

    def discard(self, target: Any) -> None:
        """Take an element out again."""
        if target is not None:
            target.getparent().remove(target)

    def _sort(self, element: etree._Element, spot: Spot, path: str) -> None:
        if ranks := self._order.get(path):
            met = [ranks.get(tag_of(child), len(ranks)) for child in element]
            if met != sorted(met):
                element[:] = sorted(element, key=lambda child: ranks.get(tag_of(child), len(ranks)))
        for below, name in self._sorted_below(spot, path):
            for child in element.iterchildren(below.step.tag):
                self._sort(child, below, name)

    def _sorted_below(self, spot: Spot, path: str) -> list[tuple[Spot, str]]:
        """Return the spots below of which the order matters, with their paths."""
        if path not in self._sorted:
            self._sorted[path] = [
                (below, name)
                for spots in spot.below.values()
                for below in spots
                if (name := _below(path, self.shown(below.step.tag))) in self._order
            ]
        return self._sorted[path]


def _below(path: str, name: str) -> str:
    return f"{path}/{name}" if path else name


def _says_nothing(element: etree._Element, spot: Spot) -> bool:
    return (
        not spot.may_be_empty
        and not len(element)
        and not element.text
        and len(element.attrib) == len(spot.step.fixed)
    )


def _has_pairs(spot: Spot) -> bool:
    return bool(spot.pairs) or any(_has_pairs(inner) for spots in spot.below.values() for inner in spots)


def _nsmap(namespaces: Mapping[str, str]) -> dict[str | None, str]:
    return {prefix or None: uri for prefix, uri in namespaces.items() if uri and prefix != "xml"}


def _sub(element: etree._Element, step: Step) -> etree._Element:
    return etree.SubElement(element, step.tag, dict(step.fixed))


def root_error(expected: str, element: etree._Element) -> InputError:
    """The error for a document whose root is another element."""
    return InputError(
        expected, local_name(tag_of(element)), place=local_name(tag_of(element)), line=element.sourceline
    )
