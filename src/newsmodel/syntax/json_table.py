"""Tables over JSON objects: rows are compiled once to a tree of keys; one walk reads, one walk writes.

Paths are those of `json_spots`. Wherever a value stands, a list of values may stand too. A path may hold values of its own
and lead further: then its objects are walked, and everything else is a value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from attrs import field, frozen

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.pieces import Hit, Piece
from newsmodel.codec.row import AlwaysRow, DerivedRow, Row
from newsmodel.codec.table import Embedded, Table
from newsmodel.errors import InputError
from newsmodel.losses import LossKind
from newsmodel.syntax.json import escape_pointer
from newsmodel.syntax.json_extras import PuttingBack, order_of, text_of, value_of
from newsmodel.syntax.json_spots import Spot, Step, parse_path

T = TypeVar("T")

MAX_DEPTH = 32
"""How deep the objects of a document may nest: deeper than any article."""


@frozen(eq=False)
class JsonPiece(Piece):
    """A value of a JSON document."""

    value: Any = field(kw_only=True)

    @property
    def empty(self) -> bool:
        """Null says nothing."""
        return self.value is None

    @property
    def order(self) -> Any:
        """Sort by place: the order of keys means nothing, that of a list does."""
        return order_of(self.place)

    def text(self) -> str:
        """Return the value as JSON."""
        return text_of(self.value)


class JsonTable(Table[T]):
    """A table over JSON objects. ``embedded`` are objects of the model whose rows stand in the same JSON object.

    ``lists`` are the keys under which a list stands even where there is only one value. ``first`` are the fields that are
    read before the others, which point at them. ``named_by`` are the keys of which an object must have one, or it says
    nothing. ``reserved`` are keys that no unknown content may take. ``asked`` is what the objects must say to be found again. ``document`` says that an object is written even
    where nothing of it can be said.
    """

    def __init__(
        self,
        cls: type[T],
        *rows: Row,
        implied: Mapping[str, Any] | None = None,
        embedded: tuple[Embedded, ...] = (),
        lists: frozenset[str] = frozenset(),
        first: frozenset[str] = frozenset(),
        named_by: frozenset[str] = frozenset(),
        asked: Step | None = None,
        reserved: frozenset[str] = frozenset(),
        document: bool = False,
    ) -> None:
        in_order = sorted(rows, key=lambda row: first.isdisjoint(row.fields))
        super().__init__(cls, *in_order, implied=implied, embedded=embedded)
        self._lists, self._named_by, self._document = lists, named_by, document
        self._asked, self._reserved = [asked] if asked else [], reserved
        self.root = Spot(Step(""))
        for row in (*rows, *(row for each in embedded for row in each.table.rows)):
            for rank, path in enumerate(row.paths):
                spot = self.root
                for step in parse_path(path):
                    spot = spot.at(step)
                if spot.row is not None:
                    raise TypeError(f"two rows for {path}")
                spot.row, spot.rank = row, rank
                self._ask(spot.step, row)

    def _ask(self, step: Step, row: Row) -> None:
        """Let the table of a row know what its objects must say to be found again."""
        table = getattr(row.codec, "table", row.codec)
        if step.name and isinstance(table, JsonTable):
            table._asked.append(step)  # noqa: SLF001  # its own class

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
            if key == spot.step.name:  # what the step asks for
                if value != spot.step.words[0]:
                    foreign.append(JsonPiece(inner, value=value))
                continue
            spots = spot.below.get(key)
            if not spots:
                foreign.append(JsonPiece(inner, value=value))
                continue
            listed = isinstance(value, list)
            for index, item in enumerate(value if listed else [value]):
                self._read_item(item, spots, f"{inner}/{index}" if listed else inner, hits, foreign)

    def _read_item(
        self, item: Any, spots: list[Spot], path: str, hits: list[Hit], foreign: list[Piece]
    ) -> None:
        spot = next((spot for spot in spots if spot.step.fits(item)), None)
        piece = JsonPiece(path, value=item)
        walked = spot is not None and spot.below and isinstance(item, dict)
        if spot is not None and spot.row is not None and not walked:
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
        named = not self._named_by or not self._named_by.isdisjoint(out)
        if not ((said and named) or self._document):
            raise Unsayable("nothing of it can be said")
        out = self.written(out, value, context)
        self._put_back(out, value, context)
        return out

    def written(self, out: dict[str, Any], model: T, context: Context) -> dict[str, Any]:  # noqa: ARG002  # for subclasses
        """Return what the rows wrote, arranged as it shall stand in the document; the extras come after that."""
        return out

    def _put_back(self, out: dict[str, Any], model: T, context: Context) -> None:
        """Put the extras of an object back to where they stood; note those that cannot go there."""
        back = PuttingBack(self.root, model, self._owners, self._lists, self._asked, self._reserved, context)
        for path, extra in sorted(self.extras_of(model, context), key=lambda each: order_of(each[1].place)):
            reason = back.put(out, extra, path.partition(".")[0] if "." in path else None)
            if reason:
                context.note(LossKind.UNWRITTEN, path, extra.raw, where=extra.place, reason=reason)
            elif extra.raw != (written := text_of(value_of(extra))):
                context.note(LossKind.COERCED, path, extra.raw, reason=f"written as {written}")
            elif back.moved:
                context.note(
                    LossKind.COERCED, path, extra.raw, where=extra.place, reason="elsewhere in its list"
                )

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
            yield {**spot.step.made(), **inner}, True
