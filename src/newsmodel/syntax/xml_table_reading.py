"""The reading half of a table over XML: the quick way where all is in order, else one walk that notes what it meets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
from attrs import field, frozen

from newsmodel.codec.building import Done, Taken
from newsmodel.codec.context import Context
from newsmodel.codec.pieces import Found, Hit, Piece
from newsmodel.codec.table import Table
from newsmodel.losses import LossKind
from newsmodel.syntax.xml import WHITE, own_text, raw_text, tag_of
from newsmodel.syntax.xml_language import LANG, inherited_language
from newsmodel.syntax.xml_lenient import Plans, homes_of, may_stray, note_order, take_misplaced
from newsmodel.syntax.xml_path import MARKUP, TEXT, Step, pair_of
from newsmodel.syntax.xml_quick import Quick
from newsmodel.syntax.xml_quick_code import UNKNOWN
from newsmodel.syntax.xml_quick_pass import TROUBLE
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
from newsmodel.syntax.xml_spots import Spot

if TYPE_CHECKING:
    from lxml import etree

    from newsmodel.codec.row import Row

T = TypeVar("T")
_MOST_SHOWN = 1000
"""How many names a table remembers: more than any schema has, and no more than a document can make of them."""


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
    def order(self) -> tuple[tuple[int, str], ...]:
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


class XmlDecoding(Table[T]):
    """How a table over XML reads. The table itself sets what is declared here."""

    root: Spot
    _names: dict[str, str]
    _shown: dict[str, str]
    _lenient: bool
    _misspelt: dict[str, str]
    _groups: dict[str, dict[str, int]]
    _homes: dict[str, tuple[Plans, str]] | None
    _plan: Plan | None
    _plans: dict[Step, Plan]
    _quick: dict[Step | None, Quick]

    inherits = ""
    """The field that takes the language of what is around the element, where it has none and that is not the article's."""

    only_mends = False
    """Whether a ``decode`` of the table's own differs only for what is not in order."""

    @cached_property
    def reads_quickly(self) -> bool:
        """Whether the table has a quick way (`newsmodel.syntax.xml_quick`)."""
        plain = self.only_mends or type(self).decode is XmlDecoding.decode
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
            inherited = inherited_language(element) if element.get(LANG) != "" else None
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
            and may_stray(way[1] if way else self._planned(), tag)
            for element, leaf, way in foreign
        )

    def _misplaced(self, found: list[Found], foreign: list[Handle]) -> Iterator[tuple[Handle, str]]:
        if not foreign:
            return
        yield from take_misplaced(self._places(), self._planned(), found, foreign)

    def _places(self) -> dict[str, tuple[Plans, str]]:
        if self._homes is None:
            homes = homes_of(self._planned())
            self._homes = homes | {wrong: homes[right] for wrong, right in self._misspelt.items()}
        return self._homes

    def found_in(
        self, element: etree._Element, rows: frozenset[Row] | None = None
    ) -> tuple[list[Hit], list[Piece]]:
        """Return what the rows take of an element, and the pieces that they do not take; or only what some of the ``rows`` take."""
        found: list[Found] = []
        foreign: list[Handle] = []
        walk(element, self._planned(), None, found, foreign)
        if self._lenient:
            for _ in self._misplaced(found, foreign):
                pass
        hits = [
            Hit(row, number - self._numbers[row], raw, self._piece(handle))
            for number, row, raw, handle in found
            if rows is None or row in rows
        ]
        return hits, [self._piece(handle) for handle in foreign] if rows is None else []

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
        found = self._shown.get(tag)
        if found is None:
            found = self._show(tag)
            if len(self._shown) < _MOST_SHOWN:
                self._shown[tag] = found
        return found

    def _show(self, tag: str) -> str:
        if not tag.startswith("{"):
            return tag
        uri, _, local = tag[1:].partition("}")
        if uri not in self._names:
            return tag
        return f"{self._names[uri]}:{local}" if self._names[uri] else local


def _has_pairs(spot: Spot) -> bool:
    return bool(spot.pairs) or any(_has_pairs(inner) for spots in spot.below.values() for inner in spots)
