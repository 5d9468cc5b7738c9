"""Tables over JSON objects: rows are compiled once to a tree of keys; one walk reads, one walk writes.

A path is keys with a slash between them (``mainEntityOfPage/@id``). A key may be followed by what its objects must say:
``hasPart[@type='Quotation']``; of several words (``[@type='City|Country']``) the first is written. Wherever a value stands,
a list of values may stand too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from attrs import Factory, define, field, frozen

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.row import AlwaysRow, DerivedRow, Row
from newsmodel.codec.table import Embedded, Hit, Piece, Table
from newsmodel.errors import InputError, SyntaxFault
from newsmodel.losses import LossKind
from newsmodel.model import Extra
from newsmodel.syntax.json import escape_pointer, parse_json, serialise_json, unescape_pointer

T = TypeVar("T")

MAX_DEPTH = 32
"""How deep the objects of a document may nest: deeper than any article."""

_STEP = re.compile(r"(?P<key>[^\[/]+)(?:\[(?P<name>[^=\]]+)='(?P<words>[^']*)'\])?")


@frozen
class Step:
    """A key, and what the object there must say under another key."""

    key: str
    name: str | None = None
    words: tuple[str, ...] = ()

    def fits(self, value: Any) -> bool:
        """Whether a value is what the step asks for."""
        if self.name is None:
            return True
        said = value.get(self.name) if isinstance(value, dict) else None
        return any(word in self.words for word in (said if isinstance(said, list) else [said]))


def parse_path(path: str) -> tuple[Step, ...]:
    """Read a path. Raise `ValueError` for a malformed one."""
    steps = []
    at = 0
    while at < len(path):
        match = _STEP.match(path, at)
        if not match:
            raise ValueError(f"cannot read the path {path!r}")
        steps.append(
            Step(
                match["key"], match["name"], tuple((match["words"] or "").split("|")) if match["name"] else ()
            )
        )
        at = match.end() + 1
    return tuple(steps)


@define(eq=False)
class Spot:
    """What stands under a key: values for a row, or (``below``) an object with keys of its own."""

    step: Step
    row: Row | None = None
    rank: int = 0
    below: dict[str, list[Spot]] = Factory(dict)

    def at(self, step: Step) -> Spot:
        """Return the spot for a step, made if it is new; those that ask for something come first."""
        spots = self.below.setdefault(step.key, [])
        for spot in spots:
            if spot.step == step:
                return spot
        spots.append(made := Spot(step))
        spots.sort(key=lambda spot: spot.step.name is None)
        return made


@frozen(eq=False)
class JsonPiece(Piece):
    """A value of a JSON document."""

    value: Any = field(kw_only=True)

    @property
    def order(self) -> tuple[tuple[bool, int, str], ...]:
        """Sort by place, numbers as numbers: the order of keys means nothing, that of a list does."""
        return tuple(
            (token.isdecimal(), int(token) if token.isdecimal() else 0, token)
            for token in self.place.split("/")
        )

    def text(self) -> str:
        """Return the value as JSON."""
        return serialise_json(self.value).decode()


class JsonTable(Table[T]):
    """A table over JSON objects. ``embedded`` are objects of the model whose rows stand in the same JSON object.

    ``lists`` are the keys under which a list stands even where there is only one value. ``document`` says that an object is written even where nothing of it can be said.
    """

    def __init__(
        self,
        cls: type[T],
        *rows: Row,
        implied: Mapping[str, Any] | None = None,
        embedded: tuple[Embedded, ...] = (),
        lists: frozenset[str] = frozenset(),
        document: bool = False,
    ) -> None:
        super().__init__(cls, *rows, implied=implied, embedded=embedded)
        self._lists, self._document = lists, document
        self.root = Spot(Step(""))
        for row in (*rows, *(row for each in embedded for row in each.table.rows)):
            for rank, path in enumerate(row.paths):
                spot = self.root
                for step in parse_path(path):
                    spot = spot.at(step)
                if spot.row is not None:
                    raise TypeError(f"two rows for {path}")
                spot.row, spot.rank = row, rank

    # reading

    def decode(self, raw: Any, context: Context) -> T:
        """Read an object."""
        if not isinstance(raw, dict):
            raise InputError("an object", raw)
        if context.depth >= MAX_DEPTH:
            raise InputError(f"objects nested at most {MAX_DEPTH} deep")
        hits: list[Hit] = []
        foreign: list[Piece] = []
        self._read(raw, self.root, "", hits, foreign)
        context.depth += 1
        try:
            return self.build(hits, foreign, context)
        finally:
            context.depth -= 1

    def _read(
        self, raw: dict[str, Any], spot: Spot, path: str, hits: list[Hit], foreign: list[Piece]
    ) -> None:
        for key, value in raw.items():
            inner = f"{path}/{escape_pointer(key)}"
            if key == spot.step.name:
                continue  # what the step asks for
            spots = spot.below.get(key)
            if not spots:
                foreign.append(JsonPiece(inner, empty=value is None, value=value))
                continue
            listed = isinstance(value, list)
            for index, item in enumerate(value if listed else [value]):
                self._read_item(item, spots, f"{inner}/{index}" if listed else inner, hits, foreign)

    def _read_item(
        self, item: Any, spots: list[Spot], path: str, hits: list[Hit], foreign: list[Piece]
    ) -> None:
        spot = next((spot for spot in spots if spot.step.fits(item)), None)
        piece = JsonPiece(path, empty=item is None, value=item)
        if spot is not None and spot.row is not None:
            hits.append(Hit(spot.row, spot.rank, item, piece))
        elif spot is not None and isinstance(item, dict):
            self._read(item, spot, path, hits, foreign)
        else:
            foreign.append(piece)

    # writing

    def encode(self, value: T, context: Context, into: Any = None) -> dict[str, Any]:  # noqa: ARG002  # a codec's signature
        """Write an object. Raise `Unsayable` where nothing of it can be said but what every such object says."""
        out, said = self._write(self.root, value, context)
        self.note_unwritten(value, context)
        for path, extra in self.extras_of(value, context):
            said = True
            if reason := self._put_back(out, extra):
                context.note(LossKind.UNWRITTEN, path, extra.raw, where=extra.place, reason=reason)
        if not (said or self._document):
            raise Unsayable("nothing of it can be said")
        return out

    def _write(self, spot: Spot, model: T, context: Context) -> tuple[dict[str, Any], bool]:
        """Return an object, and whether anything but constants is in it."""
        out: dict[str, Any] = {}
        said = False
        for key, spots in spot.below.items():
            in_order = sorted(spots, key=lambda spot: self.rank_of(spot.row) if spot.row else 0)
            found = [found for below in in_order for found in self._values(below, model, context)]
            said = said or any(says for _, says in found)
            values = [value for value, _ in found]
            if values:
                out[key] = values[0] if len(values) == 1 and key not in self._lists else values
        return out, said

    def _values(self, spot: Spot, model: T, context: Context) -> Iterator[tuple[Any, bool]]:
        if spot.row is not None:
            if spot.rank < spot.row.written:
                says = not isinstance(spot.row, AlwaysRow | DerivedRow)
                yield from ((raw, says) for _, raw in self.raws(spot.row, model, context))
            return
        inner, said = self._write(spot, model, context)
        if said:
            yield ({spot.step.name: spot.step.words[0], **inner} if spot.step.name else inner), True

    def _put_back(self, out: dict[str, Any], extra: Extra) -> str | None:
        """Put an extra's value where its pointer says; return why that cannot be done, if so."""
        start, *tokens = extra.place.split("/")
        if start or not tokens or any(token.isdecimal() and len(token) > 9 for token in tokens):
            return "its place is no JSON pointer"
        try:
            value = parse_json((extra.raw or "null").encode())
        except SyntaxFault as error:
            return str(error)
        *steps, last = [unescape_pointer(token) for token in tokens]
        holder = _holder(out, steps[:-1] if last.isdecimal() and steps else steps)
        if holder is None:
            return "its place is gone"
        if last.isdecimal() and steps:
            _into_list(holder, steps[-1], int(last), value)
            return None
        if last in holder and self._holds_value([*steps, last]):
            return "another value stands in its place now"
        holder[last] = value
        return None

    def _holds_value(self, steps: list[str]) -> bool:
        """Whether a field of the model stands under these keys."""
        spots = [self.root]
        for key in steps:
            spots = [below for spot in spots for below in spot.below.get(key, ())] or spots * key.isdecimal()
        rows = [spot.row for spot in spots if spot.row]
        return any(not isinstance(row, AlwaysRow | DerivedRow) and row.written == 1 for row in rows)


def _holder(out: dict[str, Any], steps: list[str]) -> dict[str, Any] | None:
    """Return the object that steps lead to, made if it is not there."""
    holder: Any = out
    for step in steps:
        if isinstance(holder, list):
            holder = holder[int(step)] if step.isdecimal() and int(step) < len(holder) else None
        else:
            holder = holder.setdefault(step, {})
        if not isinstance(holder, (dict, list)):
            return None
    return holder if isinstance(holder, dict) else None


def _into_list(holder: dict[str, Any], key: str, index: int, value: Any) -> None:
    """Put a value between those that are there."""
    there = holder.get(key, [])
    values = there if isinstance(there, list) else [there]
    values.insert(index, value)
    holder[key] = values
