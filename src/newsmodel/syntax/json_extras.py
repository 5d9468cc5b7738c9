"""Unknown content of JSON on its way back into an object, to the place where it stood.

It never takes the place of what a row wrote from the model, and never comes back as a value of a field: an editor who
empties a field, or sets it, has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
from attrs import Factory, define, frozen

from newsmodel.codec.context import Context
from newsmodel.codec.row import AlwaysRow, DerivedRow, Row
from newsmodel.codec.table import Embedded
from newsmodel.errors import InputError, ModelError, SyntaxFault
from newsmodel.model import Extra
from newsmodel.syntax.json import escape_pointer, parse_json, serialise_json, unescape_pointer
from newsmodel.syntax.json_spots import Spot, Step

FOREIGN = "its place belongs to another object"
GONE = "its place is gone"
TAKEN = "another value stands in its place now"
SAME = "it says what is written anyway"
READ = "it would be read as something else"

_MOST_STEPS = 32
_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")


def order_of(place: str) -> tuple[tuple[bool, int, str], ...]:
    """Return what places are sorted by: numbers as numbers."""
    return tuple(
        (True, int(token), token) if _INDEX.fullmatch(token) else (False, 0, token)
        for token in place.split("/")
    )


def text_of(value: Any) -> str:
    """Return a value as JSON."""
    return serialise_json(value).decode()


def value_of(extra: Extra) -> Any:
    """Return an extra's value. Raise `SyntaxFault` for what is no JSON."""
    return parse_json((extra.raw or "").encode("utf-8", "surrogatepass"))


def _tokens(place: str) -> list[str] | None:
    """Return the keys and numbers of a JSON pointer; None for what is none."""
    start, *tokens = place.split("/")
    keys = [unescape_pointer(token) for token in tokens]
    sound = not start and [escape_pointer(key) for key in keys] == tokens
    return keys if sound and 0 < len(keys) <= _MOST_STEPS else None


@frozen
class Spotted:
    """Where an extra goes: the object, the key, the number in a list; and the extra itself.

    ``inside`` is the field of the embedded object that the extra belongs to, if any.
    """

    holder: dict[str, Any]
    key: str
    index: int | None
    value: Any
    inside: str | None

    def put(self) -> bool:
        """Put the value here: under the key, or into the list, after those that are there. Return whether it moved."""
        there = listed(self.holder, self.key)
        if self.index is None and not there:
            self.holder[self.key] = self.value
            return False
        at = len(there) if self.index is None else min(self.index, len(there))
        self.holder[self.key] = [*there[:at], self.value, *there[at:]]
        return at != self.index

    def replace(self) -> bool:
        """Put the value in the place of what is there; in a list, beside it. Return whether it moved."""
        if self.index is not None:
            return self.put()
        self.holder[self.key] = self.value
        return False


def listed(holder: dict[str, Any], key: str) -> list[Any]:
    """Return the values under a key."""
    there = holder.get(key, [])
    return there if isinstance(there, list) else [there]


@define
class PuttingBack:
    """Puts the extras of one object back into what its rows wrote of it.

    ``asked`` is what the object must go on saying, ``reserved`` the keys that belong to somebody else, ``kept`` what was put
    back so far, ``moved`` whether the last of it stands elsewhere in its list.
    """

    root: Spot
    model: Any
    owners: Mapping[Row, Embedded]
    lists: frozenset[str]
    asked: Sequence[Step]
    reserved: frozenset[str]
    context: Context
    kept: list[Any] = Factory(list)
    moved: bool = False

    def put(self, out: dict[str, Any], extra: Extra, inside: str | None) -> str | None:
        """Put an extra back; return why that cannot be done, if so."""
        tokens = _tokens(extra.place)
        if tokens is None:
            return "its place is no JSON pointer"
        try:
            value = value_of(extra)
        except SyntaxFault:
            return "it is no JSON"
        self.moved = False
        if tokens[0] in self.reserved:
            return FOREIGN
        reason = self._below(out, self.root, tokens, value, inside)
        if reason is None:
            self.kept.append(value)
        return reason

    def _below(
        self, holder: dict[str, Any], spot: Spot, tokens: list[str], value: Any, inside: str | None
    ) -> str | None:
        key, *rest = tokens
        index = int(rest.pop(0)) if rest and _INDEX.fullmatch(rest[0]) else None
        if not rest:
            return self._here(Spotted(holder, key, index, value, inside), spot)
        there = listed(holder, key)
        at, spots = index or 0, spot.below.get(key, [])
        walked = {number: found for number, item in enumerate(there) if (found := self._walked(item, spots))}
        self.moved |= key in holder and (index is None) is isinstance(holder[key], list)
        if at in walked and (index is not None or len(walked) == 1):
            return self._below(there[at], walked[at], rest, value, inside)
        if len(walked) == 1:  # the one of its kind, wherever it stands now
            self.moved = True
            ((number, found),) = walked.items()
            return self._below(there[number], found, rest, value, inside)
        new = next((each for each in spots if each.below), None)
        if new is None or at != len(there):
            return GONE
        element = new.step.made()
        reason = self._below(element, new, rest, value, inside)
        if reason is None:
            holder[key] = [*there, element] if there or key in self.lists else element
            self.moved |= (index is None) is isinstance(holder[key], list)
        return reason

    def _walked(self, item: Any, spots: list[Spot]) -> Spot | None:
        """Return the spot of an object that belongs to this one, and is none that was put back."""
        if not isinstance(item, dict) or any(item is each for each in self.kept):
            return None
        found = next((each for each in spots if each.step.fits(item)), None)
        return found if found is not None and found.below else None

    def _here(self, at: Spotted, spot: Spot) -> str | None:
        if at.key == spot.step.name:
            return self._retype(at, spot.step)
        spots = spot.below.get(at.key)
        if not spots:  # a key that nobody knows is kept whole
            if at.index is not None or at.key in at.holder:
                return TAKEN
            if at.inside:
                return FOREIGN
            self.moved |= at.put()
            return None
        if at.index is None and isinstance(at.value, list):  # it would be read item by item
            return READ
        found = next((each for each in spots if each.step.fits(at.value)), None)
        walked = found is not None and found.below and isinstance(at.value, dict)
        if walked or ((found is None or found.row is None) and at.inside):
            return READ
        if found is None or found.row is None:
            self.moved |= at.put()
            return None
        owner = self.owners.get(found.row)
        if at.inside != (owner.field if owner else None):
            return FOREIGN
        return self._at_row(at, found.row, found.rank)

    def _retype(self, at: Spotted, step: Step) -> str | None:
        if at.index is not None or at.inside or not step.fits({at.key: at.value}):
            return TAKEN
        if at.value == at.holder.get(at.key):
            return SAME
        self.moved |= at.replace()
        return None

    def _at_row(self, at: Spotted, row: Row, rank: int) -> str | None:
        """Put an extra where a row's values stand, if the row will leave it alone."""
        if isinstance(row, AlwaysRow):
            reason = self._at_constant(at, row)
        elif isinstance(row, DerivedRow):
            reason = self._at_derived(at, row)
        else:
            reason = self._at_value(at, row, rank)
        return reason

    def _at_constant(self, at: Spotted, row: Row) -> str | None:
        if at.value == row.codec.encode(None, self.context):
            return SAME
        if at.index is None and any(
            step.name == at.key and not step.fits({at.key: at.value}) for step in self.asked
        ):
            return "without what it replaces, the object would not be found again"
        self.moved |= at.replace()
        return None

    def _at_derived(self, at: Spotted, row: Row) -> str | None:
        if at.value == at.holder.get(at.key):
            return SAME
        if at.key not in at.holder and row.fields and self._read(row, at) is not None:
            return READ
        self.moved |= at.replace()
        return None

    def _at_value(self, at: Spotted, row: Row, rank: int) -> str | None:
        now = self._now(row, at.inside)
        read = self._read(row, at)
        if read is None:  # it stays what it is: no value
            return self._at_unreadable(at, row, rank, empty=now in (None, ()))
        value, stays = read
        if row.many:
            taken = rank == 0 or now == ()
            return READ if taken else self._beside(at, here=value in now)
        if now is None or not (rank or at.key in at.holder):  # nothing would stand before it
            return READ
        if stays and value == now:
            self.moved |= at.replace()
            return None
        if rank or at.index:
            return self._beside(at, here=value == now, replace=rank < row.written)
        return TAKEN

    def _at_unreadable(self, at: Spotted, row: Row, rank: int, *, empty: bool) -> str | None:
        if row.many or at.index is not None:
            self.moved |= at.put()
        elif empty or rank or row.written > 1 or at.key not in at.holder:  # what is assumed gives way
            self.moved |= at.replace()
        else:
            return TAKEN
        return None

    def _beside(self, at: Spotted, *, here: bool, replace: bool = False) -> str | None:
        """Put a value that a row will read and not take, since it has another one."""
        if here:
            return SAME
        if replace:
            self.moved |= at.replace()
        else:
            self.moved |= at.put()
        return None

    def _now(self, row: Row, inside: str | None) -> Any:
        """Return what the field of a row holds."""
        holder = getattr(self.model, inside) if inside else self.model
        return getattr(holder, row.fields[0])

    def _read(self, row: Row, at: Spotted) -> tuple[Any, bool] | None:
        """Return what a row would read, and whether the raw text is kept all the same; None if it would not take it."""
        known = self.context
        context = Context(known.format, base=known.base, language=known.language, anchors=dict(known.anchors))
        try:
            value = row.codec.decode(at.value, context)
        except InputError:
            return None
        holder = getattr(self.model, at.inside) if at.inside else self.model
        (name,) = row.fields
        try:  # what the model refuses with others, and not alone, would push the others out
            attrs.evolve(holder, **{name: (value,) if row.many else value})
        except ModelError:
            return None
        return value, bool(context.homeless)
