"""How the quick way reads the objects of a table: for each attribute, text and child what reads it, and the slot for its value."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import attrs
from attrs import NOTHING, Factory, define, field

from newsmodel.codec.context import Context
from newsmodel.codec.row import AlwaysRow, DerivedRow, JointRow, MainRow, Row
from newsmodel.codec.values import Pair, plainly_of
from newsmodel.model.quick_making import maker_of, reads_field, remembered
from newsmodel.syntax.xml_reading import Entry, Plan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsmodel.syntax.xml_quick import Quick
    from newsmodel.syntax.xml_spots import Spot
    from newsmodel.syntax.xml_table_reading import XmlDecoding


@define(eq=False)
class Leaf:
    """What reads an attribute or a text."""

    entry: Entry
    slot: int = -1
    """Where its value goes; -1 where that is not all there is to do."""
    shared: bool = False
    """Whether another row has the same field."""
    read: Any = None
    """`Reads`, for what the quick way can read."""
    known: Any = None
    """`Memory`, in which that is looked up."""
    accept: Any = None
    """`Reads` of a value that the codec made of markup."""
    constant: str | None = None
    """What must stand there, if it is always the same."""
    further: int = -1
    """Of a row's second or third place the slot: it must say what the first one says."""


@define(eq=False)
class Child:
    """What reads a child element: a table, or a node of the same object; neither of them for what is always odd."""

    plan: Plan
    bit: int
    many: bool
    slot: int = -1
    table: XmlDecoding[Any] | None = None
    node: Node | None = None
    quick: Quick | None = None
    entry: Any = None
    """What the compiled code knows of it (`newsmodel.syntax.xml_quick_code`)."""

    def quicken(self) -> Quick:
        """Return the quick way of the table, which is made when it is first needed."""
        assert self.table is not None  # noqa: S101  # nobody asks otherwise
        self.quick = self.table.quick_for(self.plan.known)
        return self.quick


@define(eq=False)
class Node:
    """How an element of an object is read: as `Plan` says, with what to do with each value."""

    plan: Plan
    attributes: dict[str, Leaf | None]
    text: Leaf | None
    markup: Leaf | None
    ranks: Mapping[str, int] | None = None
    """The order of the children, where the table looks at it."""
    children: dict[str, Child | Several] = Factory(dict)
    plain: dict[str, tuple[int, Any]] | None = None
    entries: dict[str, tuple[int, Any]] | None = None
    """By tag: a child's rank (-1 for none), and what a pass knows of it (`newsmodel.syntax.xml_quick_pass`)."""


@define(eq=False)
class Several:
    """Children of one tag that fixed attributes tell apart: by attribute and value; ``other`` for those with none of them."""

    known: list[tuple[str, str, Child]]
    other: Child | None
    keys: list[tuple[str, dict[str, Child]]] = field(init=False)

    @keys.default
    def _by_key(self) -> list[tuple[str, dict[str, Child]]]:
        keys: list[tuple[str, dict[str, Child]]] = []
        for key, value, child in self.known:
            if not keys or keys[-1][0] != key:
                keys.append((key, {}))
            keys[-1][1].setdefault(value, child)
        return keys

    @property
    def all(self) -> list[Child]:
        """All of them."""
        return [child for _, _, child in self.known] + ([self.other] if self.other else [])

    def choices(self) -> tuple[list[tuple[str, dict[str | None, Any]]], Any]:
        """Return what the compiled code knows of them, by attribute and value, and of the other."""
        by_key: list[tuple[str, dict[str | None, Any]]] = [
            (key, {value: child.entry for value, child in children.items()}) for key, children in self.keys
        ]
        return by_key, None if self.other is None else self.other.entry


class QuickPlan:
    """What there is to do for one table."""

    def __init__(self, table: XmlDecoding[Any], plan: Plan) -> None:
        self.table = table
        cls: Any = table.cls
        self.fields = attrs.fields(cls)
        self.at = {field.name: number for number, field in enumerate(self.fields)}
        self.blank: list[Any] = [default_of(field) for field in self.fields]
        for name, value in table._implied.items():  # noqa: SLF001
            self.blank[self.at[name]] = value
        self.required = [number for number, value in enumerate(self.blank) if value is NOTHING]
        self.whole = table._lenient  # noqa: SLF001
        """Whether the table reads items, of which only what is odd is read the other way."""
        self.extras = self.at["extras"] if table._keeps else -1  # noqa: SLF001
        self.language = self.at.get(table.inherits, -1)
        self.lists: list[int] = []
        self.joined: list[tuple[Row, list[int]]] = []
        self.slots: dict[Row, int] = {}
        self._accepted: dict[Row, Any] = {}
        count = Counter(name for row in table.rows for name in row.fields)
        self.contested = frozenset(row for row in table.rows if any(count[name] > 1 for name in row.fields))
        """The rows that are not alone in reading a field."""
        self._give_slots()
        self.make = maker_of(cls)
        self.top = self._node(plan)

    def _give_slots(self) -> None:
        """Give each row the slot of its field, or one of its own where a field is made of what several rows read."""
        table = self.table
        for row in table.rows:
            if not row.fields or isinstance(row, DerivedRow | JointRow) or (row.many and len(row.paths) > 1):
                continue
            if isinstance(row, MainRow) or (row.many and row in self.contested):
                self.slots[row] = len(self.blank)
                self.blank.append(())
                together = next((slots for first, slots in self.joined if first.fields == row.fields), None)
                if together is None:
                    self.joined.append((row, [self.slots[row]]))
                else:
                    together.append(self.slots[row])
                continue
            self.slots[row] = self.at[row.fields[0]]
            if row.many:
                self.lists.append(self.slots[row])

    def accepted(self, row: Row) -> Any:
        """Return what makes of a value that was read otherwise one that the row's field holds; it raises as `reads_field` says."""
        accept = self._accepted.get(row)
        if accept is None:
            accept = self._accepted[row] = reads_field(self.table.cls, row.fields[0], _as_it_is)
        return accept

    def _node(self, plan: Plan, tag: str = "") -> Node:
        node = Node(
            plan,
            {name: None if entry is None else self._leaf(entry) for name, entry in plan.attributes.items()},
            None if plan.text is None else self._leaf(plan.text),
            None if plan.markup is None else self._leaf(plan.markup),
            self.table.ranks_in(tag) if self.whole else None,
        )
        bit = 1
        for name, inner in plan.children.items():
            pairs: list[tuple[Spot | None, Plan]] = [*inner] if isinstance(inner, list) else [(None, inner)]
            known: list[tuple[str, str, Child]] = []
            other = None
            for spot, below in pairs:
                child = self._child(below, bit, name)
                bit <<= 1
                if spot is not None and spot.step.fixed:
                    known.append((*spot.step.fixed[0], child))
                else:
                    other = child
            node.children[name] = Several(known, other) if known or other is None else other
        return node

    def _child(self, plan: Plan, bit: int, tag: str) -> Child:
        child = Child(plan, bit, many=plan.whole is not None and plan.whole[1].many)
        if plan.whole is not None:
            _, row = plan.whole
            codec: Any = row.codec
            if row in self.slots and getattr(codec, "reads_quickly", False):
                child.slot, child.table = self.slots[row], codec
        elif not plan.repeats:
            child.node = self._node(plan, tag)
        return child

    def _leaf(self, entry: Entry) -> Leaf:
        number, row = entry
        if isinstance(row, AlwaysRow):
            return Leaf(entry, constant=str(row.codec.encode(None, Context(""))))
        parse = plainly_of(row.codec)
        if row not in self.slots or parse is None or row.many:
            return Leaf(entry)
        read = reads_field(self.table.cls, row.fields[0], parse)
        leaf = Leaf(entry, read=read, known=remembered(read), shared=row in self.contested)
        if isinstance(row.codec, Pair):
            leaf.accept = reads_field(self.table.cls, row.fields[0], _as_it_is)
        if number > self.table._numbers[row]:  # noqa: SLF001
            leaf.further = self.slots[row]
        else:
            leaf.slot = self.slots[row]
        return leaf


def _as_it_is(value: Any) -> Any:
    return value


def default_of(field: Any) -> Any:
    """Return the default of a field; NOTHING for one that has none."""
    return field.default.factory() if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]
