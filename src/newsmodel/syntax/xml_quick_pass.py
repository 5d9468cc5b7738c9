"""One pass of the quick way over the elements of an object: values go to their slots, and what is not in order is set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from newsmodel.syntax.xml import WHITE
from newsmodel.syntax.xml_language import LANG, valid_language
from newsmodel.syntax.xml_path import TEXT
from newsmodel.syntax.xml_quick_code import NODE, ONE, REFUSED, Lacking, Odd, entry_of
from newsmodel.syntax.xml_quick_plan import Leaf, Node, QuickPlan, Several
from newsmodel.syntax.xml_reading import CHILD, Handle, Known, Plan, Way, is_bare, walk

if TYPE_CHECKING:
    from lxml import etree

    from newsmodel.codec.building import Taken
    from newsmodel.codec.context import Context
    from newsmodel.codec.pieces import Found

_WAITING: Final = object()
_NO_ENTRY: Final = (-1, None)


TROUBLE: Final = (ValueError, TypeError, AttributeError, KeyError)
"""What a parser raises, and `Odd`."""


def _plain_leaves(node: Node) -> dict[str, tuple[int, Any]]:
    """Make the entries of an element's attributes that are just fields: a slot, and what the value is looked up in."""
    node.plain = {
        name: (leaf.slot, leaf.known)
        for name, leaf in node.attributes.items()
        if leaf is not None and leaf.slot >= 0 and not leaf.shared
    }
    return node.plain


def _enter(node: Node) -> dict[str, tuple[int, Any]]:
    """Make the entries of an element's children: those that it may have, and those that only have a rank."""
    for child in node.children.values():
        for one in child.all if isinstance(child, Several) else (child,):
            one.entry = entry_of(one)
    ranks = node.ranks or {}
    node.entries = {
        tag: (
            ranks.get(tag, -1),
            None if child is None else child.choices() if isinstance(child, Several) else child.entry,
        )
        for tag, child in (dict.fromkeys(ranks) | node.children).items()
    }
    return node.entries


class Reading:
    """One object that is being read."""

    __slots__ = ("context", "disordered", "foreign", "further", "got", "late", "odd", "quick", "waiting")

    def __init__(self, quick: QuickPlan, context: Context) -> None:
        self.quick, self.context, self.got = quick, context, quick.blank[:]
        self.foreign: list[Handle] = []
        self.further: list[tuple[int, Any, Handle, int]] = []
        """What further places of rows say, where that stands, and how many places the row has."""
        self.late: list[Handle] = []
        """Foreign content that a row has looked at."""
        self.disordered = False
        """Whether a child stands behind one that it should stand before."""
        self.odd: list[Found] = []
        """What is read the other way, in a table of items."""
        self.waiting: dict[int, tuple[list[Any], int]] = {}
        """Where the values of odd elements go, by the element."""

    def fill(self, element: etree._Element, node: Node, way: Way, language: str | None) -> None:
        """Read what is in an element, and the elements inside that are of the same object."""
        got = self.got
        plain = node.plain if node.plain is not None else _plain_leaves(node)
        for name, raw in element.items():
            leaf = plain.get(name)
            if leaf is None:
                self._attribute(node, name, raw, (element, name, way))
                continue
            slot, known = leaf
            try:
                got[slot] = known[raw]
            except TROUBLE:
                self._odd((*node.attributes[name].entry, raw, (element, name, way)))  # type: ignore[union-attr]
        text = element.text
        if text is not None and text.strip(WHITE):
            self._text(element, text, node, way)
        elif len(element):
            if node.markup is not None:
                raise Odd
            self._children(element, node, way, language)

    def _attribute(self, node: Node, name: str, raw: str, handle: Handle) -> None:
        """Take an attribute that is not just a field's."""
        leaf: Any = node.attributes.get(name, node)
        if leaf is node:
            self._foreign(handle)
        elif leaf is None or raw == leaf.constant:
            return
        elif leaf.slot < 0 or self.got[leaf.slot] is not self.quick.blank[leaf.slot]:
            self._unlike(leaf, raw, handle)
        else:
            try:
                self.got[leaf.slot] = leaf.known[raw]
            except TROUBLE:
                self._odd((*leaf.entry, raw, handle))

    def _text(self, element: etree._Element, text: str, node: Node, way: Way) -> None:
        leaf = node.markup or node.text
        if leaf is None or leaf.slot < 0 or len(element):
            raise Odd
        try:
            self.got[leaf.slot] = leaf.known[text]
        except TROUBLE:
            if node.markup is not None:
                raise
            self._odd((*leaf.entry, text, (element, TEXT, way)))

    def _foreign(self, handle: Handle, where: list[Handle] | None = None) -> None:
        if self.quick.extras < 0 or not self.context.keep:
            raise Odd
        (self.foreign if where is None else where).append(handle)

    def _unlike(self, leaf: Leaf, raw: str, handle: Handle) -> None:
        """Take an attribute that is no field's alone."""
        if leaf.constant is not None:
            self._foreign(handle, self.late)
        elif leaf.further >= 0:
            try:
                self.further.append((leaf.further, leaf.read(raw), handle, len(leaf.entry[1].paths)))
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

    def _children(  # noqa: PLR0915  # one loop, of which each call would cost as much as what it does
        self, element: etree._Element, node: Node, way: Way, language: str | None
    ) -> None:
        entries = node.entries if node.entries is not None else _enter(node)
        seen, last = 0, -1
        skipped: dict[Plan, int] = {}
        """How many of the elements that are read were not added to the others, for the numbers of the next."""
        if (own := element.get(LANG)) is not None:
            language = valid_language(own)
        got, context = self.got, self.context
        for child in element:
            tail = child.tail
            if tail is not None and tail.strip(WHITE):
                raise Odd
            tag: Any = child.tag
            rank, entry = entries.get(tag, _NO_ENTRY)
            if rank >= 0:
                if rank < last:
                    self.disordered = True
                last = rank
            if type(entry) is tuple:  # of one tag, several that fixed attributes tell apart
                choices, other = entry
                for key, known in choices:
                    entry = known.get(child.get(key))
                    if entry is not None:
                        break
                else:
                    entry = other
            if entry is None:
                if type(tag) is str:
                    self._foreign((child, CHILD, way))
                continue
            kind, bit, slot, read, plan = entry
            if bit:
                if seen & bit:
                    self._foreign((child, CHILD, way))
                    continue
                seen |= bit
            if kind == NODE:
                self.fill(child, read, (way, plan, 1), language)
                continue
            if kind == REFUSED:
                skipped[plan] = number = skipped.get(plan, 0) + 1
                self._odd_child(child, plan, (way, plan, number))
                continue
            try:
                value = read(child, context, language)
            except TROUBLE as error:
                number = 1 if bit else len(got[slot]) + skipped.get(plan, 0) + 1
                value = self._troubled(child, error, plan, (way, plan, number))
                if value is None:
                    skipped[plan] = skipped.get(plan, 0) + 1
                if value is None or kind == ONE:
                    continue
            if kind == ONE:
                self._put(slot, value)
                continue
            if items := got[slot]:
                items.append(value)
            else:
                items = got[slot] = [value]
            if value is _WAITING:
                self.waiting[id(self.odd[-1])] = (items, len(items) - 1)

    def _troubled(self, element: etree._Element, error: Exception, plan: Plan, way: Way) -> Any:
        """Set an element aside that is not read; return None for one that is kept as it is, and is no loss, `_WAITING` for any other."""
        if type(error) is Lacking and error.args[0] is element and self._says_nothing(element):
            self._foreign((element, None, way), self.late)
            return None
        self._odd_child(element, plan, way)
        return _WAITING

    def _says_nothing(self, element: etree._Element) -> bool:
        """Whether an element that lacks what its object cannot be without says nothing else; where nobody asks for losses, it may."""
        return is_bare(element) if self.context.losses.heard else not self.quick.required

    def _put(self, slot: int, value: Any) -> None:
        if self.got[slot] is not self.quick.blank[slot]:
            raise Odd
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
                self.got[slot] = quick.accepted(row)(value)
            elif self.got[slot] != value:
                raise Odd
        for bucket in {id(bucket): bucket for bucket, _ in self.waiting.values()}.values():
            bucket[:] = [value for value in bucket if value is not _WAITING]

    def compare(self) -> None:
        """Fill fields from further places of their rows, where the first is empty; what says something else there is kept."""
        for slot, value, handle, places in self.further:
            if self.got[slot] is self.quick.blank[slot]:
                self.got[slot] = value
            elif self.got[slot] != value:
                if places > 2 or not self.quick.whole:  # of three, it matters which was the first
                    raise Odd
                self._foreign(handle)
