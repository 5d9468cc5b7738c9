"""Tables over XML: rows are compiled once to a tree of spots; one walk reads, one walk writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.codec.row import Row
from newsmodel.codec.table import Embedded, Table
from newsmodel.codec.values import Value
from newsmodel.errors import InputError
from newsmodel.losses import LossKind
from newsmodel.model import Extra
from newsmodel.syntax.xml import XML_NS, local_name, tag_of
from newsmodel.syntax.xml_extras import is_leaf, put_back
from newsmodel.syntax.xml_path import MARKUP, Step, XmlPath, clark, parse_path
from newsmodel.syntax.xml_quick import Quick
from newsmodel.syntax.xml_reading import (
    Plan,
)
from newsmodel.syntax.xml_sketch import is_sketch, sub_element
from newsmodel.syntax.xml_spots import Leaf, Spot, set_leaf
from newsmodel.syntax.xml_table_reading import XmlDecoding
from newsmodel.syntax.xml_text import NeedsTree

T = TypeVar("T")


class XmlTable(XmlDecoding[T]):
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
        self._shown: dict[str, str] = {}
        self._plain = {
            row: row.codec
            for row in rows
            if type(row) is Row and row in self._silent and isinstance(row.codec, Value)
        }
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
        self._homes = None
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

    # writing

    def encode(self, value: T, context: Context, into: Any = None) -> etree._Element:
        """Write into an element (``into``, or a new one with the table's tag)."""
        element = into if into is not None else etree.Element(self.tag, nsmap=nsmap_of(self.namespaces))
        self._write(element, self.root, value, context)
        self.note_unwritten(value, context)
        if extras := list(self.extras_of(value, context)):
            if is_sketch(element):
                raise NeedsTree(value)
            self._put_back(element, extras, context)
        if self._order:
            self._sort(element, self.root, "")
        if context.in_place:
            self.settle_in_place(element, value, context)
        return element

    def settle_in_place(self, element: etree._Element, value: T, context: Context) -> None:
        """Do what an element needs that is written into a document that was there before."""

    def _put_back(self, element: etree._Element, extras: list[tuple[str, Extra]], context: Context) -> None:
        def would_read(row: Row, raw: Any) -> bool:
            return self.would_read(row, raw, context)

        extras.sort(key=lambda found: is_leaf(found[1], self.namespaces))  # elements first
        for path, extra in extras:
            before = len(context.put_back)
            if reason := put_back(element, extra, self.root, self.namespaces, context, would_read):
                context.note(LossKind.UNWRITTEN, path, extra.raw, where=extra.place, reason=reason)
            for kept in context.put_back[before:]:
                context.restored[kept] = context.path(path), extra

    def _write(self, element: etree._Element, spot: Spot, model: T, context: Context) -> None:
        silent = self._silent
        for leaf, of in spot.leaves.items():
            name = silent.get(of.row)
            if name is not None:
                value = getattr(model, name)
                if value is None or value == ():
                    continue
                if type(value) is str and self._write_plainly(element, leaf, of, value):
                    continue
            if leaf == MARKUP:
                for _ in self.raws(of.row, model, context, lambda: element):
                    pass
            elif of.rank < of.row.written:
                for _, raw in self.raws(of.row, model, context):
                    set_leaf(element, leaf, raw)
        for below, names in spot.writes or self._find_writes(spot):
            for name in names:
                value = getattr(model, name)
                if value is not None and value != ():
                    break
            else:
                if names:
                    continue
            self.write_below(element, below, model, context)

    def _find_writes(self, spot: Spot) -> list[tuple[Spot, tuple[str, ...]]]:
        """Find out which spots below one may be written, and by which fields: nothing is, where all of these are empty."""
        spot.writes = []
        for below in chain(*spot.below.values()):
            leaf = below.written
            if leaf is not None and leaf.rank >= leaf.row.written:
                continue
            rows = below.rows if leaf is None else {leaf.row}
            sure = rows <= self._silent.keys() and not below.may_be_empty
            names = dict.fromkeys(self._silent[row] for row in self.rows if row in rows) if sure else ()
            spot.writes.append((below, tuple(names)))
        return spot.writes

    def _write_plainly(self, element: etree._Element, leaf: str, of: Leaf, value: str) -> bool:
        """Write a text that comes back as it is; return False for one that there is more to say of."""
        row = of.row
        codec = self._plain.get(row)
        if codec is None or of.rank >= row.written:
            return False
        if row.only is None or row.only(value):
            raw = codec.render(value)
            if codec.parse(raw) != value:
                return False
            set_leaf(element, leaf, raw)
        return True

    def write_below(self, element: etree._Element, below: Spot, model: T, context: Context) -> None:
        """Write the elements of a spot, or the one that holds what is below it."""
        leaf = below.written
        if leaf is None:
            child = _sub(element, below.step)
            self._write(child, below, model, context)
            if _says_nothing(child, below):
                element.remove(child)
        else:
            for child, raw in self.raws(leaf.row, model, context, lambda: _sub(element, below.step)):
                if not below.whole:
                    set_leaf(child, next(iter(below.leaves)), raw)
                elif _says_nothing(child, below):  # all that it had to say is among the losses
                    element.remove(child)

    def place_for(self, element: etree._Element, parent: etree._Element, path: str) -> int:
        """Return the index at which a new child belongs: behind all that the schema, or the rows, put before it."""
        ranks = self._order.get(path) or self._row_order(path)
        own = ranks.get(tag_of(element), len(ranks))
        places = [at for at, child in enumerate(parent) if ranks.get(str(child.tag), len(ranks)) <= own]
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
        if len(element) > 1 and (ranks := self._order.get(path)):
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
                if (name := below_path(path, self.shown(below.step.tag))) in self._order
            ]
        return self._sorted[path]


def below_path(path: str, name: str) -> str:
    """Return the path of a child."""
    return f"{path}/{name}" if path else name


def _says_nothing(element: etree._Element, spot: Spot) -> bool:
    return (
        not spot.may_be_empty
        and not len(element)
        and not element.text
        and len(element.attrib) == len(spot.step.fixed)
    )


def nsmap_of(namespaces: Mapping[str, str]) -> dict[str | None, str]:
    """Return namespaces as lxml wants them declared."""
    return {prefix or None: uri for prefix, uri in namespaces.items() if uri and prefix != "xml"}


def _sub(element: etree._Element, step: Step) -> etree._Element:
    return sub_element(element, step.tag, dict(step.fixed) if step.fixed else None)


def root_error(expected: str, element: etree._Element) -> InputError:
    """The error for a document whose root is another element."""
    return InputError(
        expected, local_name(tag_of(element)), place=local_name(tag_of(element)), line=element.sourceline
    )
