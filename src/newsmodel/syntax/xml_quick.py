"""Reading what is in order: one pass from an element to an object, without a note of what was met on the way.

Most of what a document holds is plain: each attribute and child is known, each value can be read, nothing stands twice. This is the way
for it. It takes what it is sure of; whatever it is not (`Odd`) is left to the way of `XmlTable.decode`, which alone knows what to say. So
nothing is decided here that is not decided there, and tests compare the two.

In a table of whole items, which always hold something odd, only that is read the other way (`Reading.odd`), not the item.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import attrs
from attrs import NOTHING, Factory, define, field

from newsmodel.codec.building import Taken
from newsmodel.codec.context import Context
from newsmodel.codec.pieces import Found
from newsmodel.codec.row import AlwaysRow, DerivedRow, JointRow, MainRow, Row
from newsmodel.codec.values import plainly_of
from newsmodel.model import Extra
from newsmodel.model.quick_making import maker_of, reads_field, remembered
from newsmodel.syntax.xml import WHITE, raw_text
from newsmodel.syntax.xml_language import LANG, inherited_language, valid_language
from newsmodel.syntax.xml_path import TEXT
from newsmodel.syntax.xml_reading import CHILD, Entry, Handle, Known, Plan, Way, order_of, place_of, walk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from newsmodel.syntax.xml_spots import Spot
    from newsmodel.syntax.xml_table import XmlTable

SHORT: Final = 64
"""Longer strings are hardly met again: what was read of them is not remembered."""
UNKNOWN: Final = ""
"""The language around an element, where nobody has looked for it."""
_WAITING: Final = object()


class Odd(ValueError):  # a sign, and no error
    """Something that the quick way leaves alone."""


TROUBLE: Final = (ValueError, TypeError, AttributeError, KeyError)
"""What a parser raises, and `Odd`."""


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
    brief: Any = None
    """The same, with a memory."""
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
    table: XmlTable[Any] | None = None
    node: Node | None = None
    quick: Quick | None = None

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

    def fitting(self, element: etree._Element) -> Child | None:
        """Return the one that fits an element."""
        for key, children in self.keys:
            if (found := children.get(element.get(key))) is not None:  # type: ignore[arg-type]
                return found
        return self.other


@define(eq=False)
class Simple:
    """The simplest way: attributes (slot, what reads a short one, what reads a long one, whether the field is shared), children of one list."""

    attributes: dict[str, tuple[int, Any, Any, bool]]
    children: dict[Any, Child]
    text: Leaf | None


class Quick:
    """The quick way of one table, for elements of which the outer table ``known`` a step or none."""

    def __init__(self, table: XmlTable[Any], plan: Plan) -> None:
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
        count = Counter(name for row in table.rows for name in row.fields)
        self.contested = frozenset(row for row in table.rows if any(count[name] > 1 for name in row.fields))
        """The rows that are not alone in reading a field."""
        self._give_slots()
        self.make = maker_of(cls)
        self.top = self._node(plan)
        self.simple = self._simple()

    # what to do

    def _simple(self) -> Simple | None:
        """Return the simplest way: of an object whose attributes, text and children are all its own, each at one place."""
        top = self.top
        if self.whole or self.joined or len(self.lists) > 1 or (LANG in top.attributes and top.children):
            return None
        simple = Simple({}, {}, top.markup or top.text)
        for name, leaf in top.attributes.items():
            if leaf is not None and leaf.slot >= 0:
                simple.attributes[name] = (leaf.slot, leaf.brief, leaf.read, leaf.shared)
        for tag, child in top.children.items():
            if isinstance(child, Child) and child.table is not None and child.many:
                simple.children[tag] = child
        return simple

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
        leaf = Leaf(entry, read=read, brief=remembered(read), shared=row in self.contested)
        if number > self.table._numbers[row]:  # noqa: SLF001
            leaf.further = self.slots[row]
        else:
            leaf.slot = self.slots[row]
        return leaf

    # doing it

    def read(self, element: etree._Element, context: Context, language: str | None) -> Any:
        """Return the object; raise one of `TROUBLE` for what is left to the other way."""
        if self.simple is not None:
            try:
                return self._read_simply(element, self.simple, context, language)
            except TROUBLE:
                pass
        one = Reading(self, context)
        if self.whole and language is UNKNOWN:
            language = inherited_language(element)
        one.fill(element, self.top, None, language)
        walked = len(one.foreign)
        if not self.whole:
            return self._finished(one, walked, element, language)
        table = self.table
        if table.may_be_misplaced(one.foreign):
            raise Odd
        if one.disordered:
            table.note_order(element, context)  # from here on there are notes: nothing is read twice
        taken = table._taken(one.odd, one.foreign, context) if one.odd else []  # noqa: SLF001
        try:
            if table.is_to_be_mended(context):
                raise Odd
            one.settle(taken)
            return self._finished(one, walked, element, language)
        except TROUBLE:
            return table.read_again(element, taken, one.odd, context)

    def _finished(self, one: Reading, walked: int, element: etree._Element, language: str | None) -> Any:
        got = one.got
        if one.further:
            one.compare()
        for slot in self.lists:
            if type(items := got[slot]) is list:
                got[slot] = tuple(items)
        if self.joined:
            self._join(got)
        if one.foreign:
            got[self.extras] = self._kept(one.foreign, walked, one.context)
        return self._made(got, element, one.context, language)

    def _read_simply(
        self, element: etree._Element, simple: Simple, context: Context, language: str | None
    ) -> Any:
        got, attributes = self.blank[:], simple.attributes
        for name, raw in element.items():
            slot, brief, read, shared = attributes[name]
            if shared and got[slot] is not self.blank[slot]:
                raise Odd
            got[slot] = (brief if len(raw) < SHORT else read)(raw)
        text = element.text
        if text is not None and text.strip(WHITE):
            leaf = simple.text
            if leaf is None or len(element):
                raise Odd
            got[leaf.slot] = (leaf.brief if len(text) < SHORT else leaf.read)(text)
        else:
            items: list[Any] = []
            inner = None
            for child in element:
                inner = simple.children[child.tag]
                tail = child.tail
                if tail is not None and tail.strip(WHITE):
                    raise Odd
                items.append((inner.quick or inner.quicken()).read(child, context, language))
            if inner is not None:
                got[inner.slot] = tuple(items)
        return self._made(got, element, context, language)

    def _made(self, got: list[Any], element: etree._Element, context: Context, language: str | None) -> Any:
        for slot in self.required:
            if got[slot] is NOTHING:
                raise Odd
        if self.language >= 0 and got[self.language] is None:
            if language is UNKNOWN:
                language = inherited_language(element)
            if language != context.language:
                got[self.language] = language
        made = self.make(got)
        if made is None:
            raise Odd
        return made

    def _join(self, got: list[Any]) -> None:
        """Make the fields of which several rows read the items."""
        for row, slots in self.joined:
            merged: dict[str, Any] = {}
            for slot in slots:
                for item in got[slot]:
                    row.merge(item, merged)
            for name, value in merged.items():
                number = self.at[name]
                convert: Any = self.fields[number].converter or _as_it_is
                got[number] = convert(tuple(value) if type(value) is list else value)
        del got[len(self.fields) :]

    def _kept(self, foreign: list[Handle], walked: int, context: Context) -> tuple[Extra, ...]:
        """Return what no row takes as extras, in their order. Whatever an XML document holds, they can hold."""
        table = self.table
        if walked < len(foreign):  # some of it came late
            pieces = table._in_order([table._piece(handle) for handle in foreign], walked)  # noqa: SLF001
            kept = [(piece.place, piece.text()) for piece in pieces]
        else:
            kept = [(place_of(handle, table.shown), _text_of(handle)) for handle in foreign]
            if len(kept) > 1:
                kept.sort(key=_place_order)
        name = context.format
        return tuple(
            _make_extra([name, place, raw or None]) for place, raw in kept if table.keeps(place, raw)
        )


_make_extra = maker_of(Extra)


def _place_order(kept: tuple[str, str]) -> Any:
    return order_of(kept[0])


def _text_of(handle: Handle) -> str:
    element, leaf, _ = handle
    return raw_text(element) if leaf is None or leaf == CHILD else element.get(leaf, "")


def _as_it_is(value: Any) -> Any:
    return value


def default_of(field: Any) -> Any:
    """Return the default of a field; NOTHING for one that has none."""
    return field.default.factory() if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]


class Reading:
    """One object that is being read."""

    __slots__ = ("context", "disordered", "foreign", "further", "got", "odd", "quick", "waiting")

    def __init__(self, quick: Quick, context: Context) -> None:
        self.quick, self.context, self.got = quick, context, quick.blank[:]
        self.foreign: list[Handle] = []
        self.further: list[tuple[int, Any]] = []
        self.disordered = False
        """Whether a child stands behind one that it should stand before."""
        self.odd: list[Found] = []
        """What is read the other way, in a table of items."""
        self.waiting: dict[int, tuple[list[Any], int]] = {}
        """Where the values of odd elements go, by the element."""

    def fill(self, element: etree._Element, node: Node, way: Way, language: str | None) -> None:
        """Read what is in an element, and the elements inside that are of the same object."""
        got, attributes = self.got, node.attributes
        for name, raw in element.items():
            leaf: Any = attributes.get(name, node)
            if leaf is node:
                self._foreign((element, name, way))
            elif leaf is not None:
                slot = leaf.slot
                if slot < 0 or (leaf.shared and got[slot] is not self.quick.blank[slot]):
                    self._unlike(leaf, raw, (element, name, way))
                    continue
                try:
                    got[slot] = (leaf.brief if len(raw) < SHORT else leaf.read)(raw)
                except TROUBLE:
                    self._odd((*leaf.entry, raw, (element, name, way)))
        text = element.text
        if text is not None and text.strip(WHITE):
            self._text(element, text, node, way)
        elif len(element):
            if node.markup is not None:
                raise Odd
            self._children(element, node, way, language)

    def _text(self, element: etree._Element, text: str, node: Node, way: Way) -> None:
        leaf = node.markup or node.text
        if leaf is None or leaf.slot < 0 or len(element):
            raise Odd
        try:
            self.got[leaf.slot] = (leaf.brief if len(text) < SHORT else leaf.read)(text)
        except TROUBLE:
            if node.markup is not None:
                raise
            self._odd((*leaf.entry, text, (element, TEXT, way)))

    def _foreign(self, handle: Handle) -> None:
        if self.quick.extras < 0 or not self.context.keep:
            raise Odd
        self.foreign.append(handle)

    def _unlike(self, leaf: Leaf, raw: str, handle: Handle) -> None:
        """Take an attribute that is no field's alone."""
        if leaf.constant is not None:
            if raw != leaf.constant:
                self._odd((*leaf.entry, raw, handle))
        elif leaf.further >= 0:
            try:
                self.further.append((leaf.further, leaf.read(raw)))
            except TROUBLE:
                self._odd((*leaf.entry, raw, handle))
        elif leaf.shared:
            raise Odd
        else:
            self._odd((*leaf.entry, raw, handle))

    def _odd(self, found: Found) -> None:
        if not self.quick.whole:
            raise Odd
        self.odd.append(found)

    def _children(self, element: etree._Element, node: Node, way: Way, language: str | None) -> None:
        children, ranks, seen, last = node.children, node.ranks, 0, -1
        counts: dict[Plan, int] = {}
        if own := element.get(LANG):
            language = valid_language(own)
        for child in element:
            tail = child.tail
            if tail is not None and tail.strip(WHITE):
                raise Odd
            tag: Any = child.tag
            if ranks is not None:
                rank = ranks.get(tag, last)
                if rank < last:
                    self.disordered = True
                last = rank
            inner: Any = children.get(tag)
            if type(inner) is Several:
                inner = inner.fitting(child)
            if inner is None:
                if type(tag) is str:
                    self._foreign((child, CHILD, way))
                continue
            plan = inner.plan
            if not plan.repeats:
                if seen & inner.bit:
                    self._foreign((child, CHILD, way))
                    continue
                seen |= inner.bit
            if inner.node is not None:
                self.fill(child, inner.node, (way, plan, 1), language)
                continue
            number = 1
            if plan.repeats:
                number = counts[plan] = counts.get(plan, 0) + 1
            self._object(child, inner, (way, plan, number), language)

    def _object(self, element: etree._Element, inner: Child, way: Way, language: str | None) -> None:
        """Read an element that is an object of its own, or odd."""
        slot = inner.slot
        if inner.table is None:
            self._odd_child(element, inner.plan, way)
            return
        try:
            value = (inner.quick or inner.quicken()).read(element, self.context, language)
        except TROUBLE:
            self._odd_child(element, inner.plan, way)
            if not inner.many:
                return
            value = _WAITING
        if inner.many:
            self._add(slot, value)
            if value is _WAITING:
                self.waiting[id(self.odd[-1])] = (self.got[slot], len(self.got[slot]) - 1)
        elif self.got[slot] is not self.quick.blank[slot]:
            raise Odd
        else:
            self.got[slot] = value

    def _add(self, slot: int, value: Any) -> None:
        if items := self.got[slot]:
            items.append(value)
        else:
            self.got[slot] = [value]

    def _odd_child(self, child: etree._Element, plan: Plan, way: Way) -> None:
        if not self.quick.whole:
            raise Odd
        if plan.whole is None:
            walk(child, plan, way, self.odd, self.foreign)
        else:
            self.odd.append(
                (*plan.whole, Known(child, plan.known) if plan.known else child, (child, None, way))
            )

    # what is odd in an item

    def settle(self, taken: list[Taken]) -> None:
        """Put what was odd, and was read the other way, where it belongs."""
        quick = self.quick
        for row, value, found in taken:
            slot = quick.slots.get(row, -1)
            if id(found) in self.waiting:
                bucket, at = self.waiting[id(found)]
                bucket[at] = value
            elif slot < 0:
                raise Odd
            elif row.many:
                self._add(slot, value)
            elif self.got[slot] is quick.blank[slot]:
                self.got[slot] = reads_field(quick.table.cls, row.fields[0], _as_it_is)(value)
            elif self.got[slot] != value:
                raise Odd
        for bucket in {id(bucket): bucket for bucket, _ in self.waiting.values()}.values():
            bucket[:] = [value for value in bucket if value is not _WAITING]

    def compare(self) -> None:
        """Fill fields from further places of their rows, where the first is empty."""
        for slot, value in self.further:
            if self.got[slot] is self.quick.blank[slot]:
                self.got[slot] = value
            elif self.got[slot] != value:
                raise Odd
