"""Tables: the rows of one class. A subclass knows one syntax; what is the same in all of them stands here.

Reading is lenient and honest: what no row takes, and what a row cannot read, is kept as an extra of the object (or
reported, where the class holds none); what does not fit the model is taken out again and reported, and the rest is
built. Writing notes every value that no row takes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar, cast

import attrs
from attrs import NOTHING, field, frozen

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.row import AlwaysRow, Row
from newsmodel.errors import InputError, ModelError
from newsmodel.losses import LossKind
from newsmodel.model import Extra

T = TypeVar("T")


@frozen(eq=False)
class Hit:
    """Something in the document at a place that a row knows. ``rank`` 0 is the row's own place, the others are its ``also``."""

    row: Row
    rank: int
    raw: Any
    piece: Piece


@frozen(eq=False)
class Piece:
    """A piece of the document. A subclass knows the syntax.

    ``place`` is where it stands below the table's root, ``empty`` whether there is nothing in it that could be lost.
    """

    place: str
    empty: bool = field(default=False, kw_only=True)

    @property
    def line(self) -> int | None:
        """The line in the document, where the syntax knows it."""
        return None

    def text(self) -> str:
        """Return the piece as raw text."""
        raise NotImplementedError


class Table(Generic[T]):
    """Rows for one class. ``implied`` are the values of fields that the place of the table in a document says."""

    def __init__(self, cls: type[T], *rows: Row, implied: Mapping[str, Any] | None = None) -> None:
        self.cls, self.rows, self._implied = cls, rows, dict(implied or {})
        fields = attrs.fields(cast("Any", cls))
        self._defaults = {field.name: _default(field) for field in fields}
        self._required = frozenset(field.name for field in fields if field.default is NOTHING and field.init)
        self._keeps = "extras" in self._defaults
        held = {name for row in rows for name in row.fields} | self._implied.keys()
        self._not_held = tuple(name for name in self._defaults if name not in held and name != "extras")
        self._shared = _shared_fields(rows)
        if missing := self._required - held:
            raise TypeError(f"no row for {cls.__name__}.{', '.join(sorted(missing))}")

    # reading

    def build(self, hits: list[Hit], foreign: list[Piece], context: Context) -> T:
        """Make the object from what was found; keep or report the rest."""
        values, origins = self._decoded(hits, foreign, context)
        while True:
            got: dict[str, Any] = dict(self._implied)
            for row in self.rows:
                for value in values[row]:
                    row.merge(value, got)
            try:
                return self._finished(got, foreign, context)
            except ModelError as error:
                self._take_out(error, values, origins, foreign, context)

    def _decoded(
        self, hits: list[Hit], foreign: list[Piece], context: Context
    ) -> tuple[dict[Row, list[Any]], dict[Row, list[Hit]]]:
        by_row: dict[Row, list[Hit]] = defaultdict(list)
        for hit in hits:
            by_row[hit.row].append(hit)
        values: dict[Row, list[Any]] = defaultdict(list)
        origins: dict[Row, list[Hit]] = defaultdict(list)
        filled: set[tuple[str, ...]] = set()
        for row in self.rows:
            for hit in sorted(by_row[row], key=lambda hit: hit.rank):
                if (
                    not row.many and row.fields in filled and row.fields
                ):  # another row of the field came first
                    foreign.append(hit.piece)
                else:
                    self._decode(hit, values[row], origins[row], foreign, context)
            if values[row]:
                filled.add(row.fields)
        return values, origins

    def _decode(
        self, hit: Hit, values: list[Any], origins: list[Hit], foreign: list[Piece], context: Context
    ) -> None:
        row, outer, homeless = hit.row, context.place, len(context.homeless)
        context.place = joined(outer, hit.piece.place)
        try:
            value = row.codec.decode(hit.raw, context)
        except InputError as error:
            del context.homeless[homeless:]
            self._unreadable(hit, error, foreign, context)
            return
        finally:
            context.place = outer
        for place, piece in context.homeless[homeless:]:
            foreign.append(attrs.evolve(piece, place=joined(hit.piece.place, place)))
        del context.homeless[homeless:]
        if isinstance(row, AlwaysRow):
            if value != row.codec.encode(None, context):
                foreign.append(hit.piece)
        elif not origins or (row.many and hit.rank == origins[0].rank):
            values.append(value)
            origins.append(hit)
        elif value not in values:  # another place of the row says something else
            foreign.append(hit.piece)

    def _unreadable(self, hit: Hit, error: InputError, foreign: list[Piece], context: Context) -> None:
        if self._required.intersection(hit.row.fields):
            raise error.within(hit.piece.place, line=hit.piece.line)
        foreign.append(hit.piece)
        if not hit.piece.empty:
            where = joined(context.place, hit.piece.place)
            context.note_place(LossKind.UNREADABLE, where, hit.piece.text(), reason=str(error))

    def _take_out(
        self,
        error: ModelError,
        values: dict[Row, list[Any]],
        origins: dict[Row, list[Hit]],
        foreign: list[Piece],
        context: Context,
    ) -> None:
        """Take out what the model refuses, and report it; raise where it cannot be done without."""
        found = False
        for fault in reversed(error.errors):  # from the back: an index stays right while later ones go
            name, index = _field_and_index(fault.where)
            for row in self.rows:
                if name not in row.fields or self._required.intersection(row.fields) or not values[row]:
                    continue
                at = min(index, len(values[row]) - 1)
                hit = origins[row].pop(at)
                del values[row][at]
                self._unreadable(hit, InputError(fault.expected, fault.got), foreign, context)
                found = True
                break
        if not found:
            raise InputError("what the model allows", message=str(error)) from error

    def _finished(self, got: dict[str, Any], foreign: list[Piece], context: Context) -> T:
        if lacking := self._required - got.keys():
            places = [row.paths[0] for row in self.rows if lacking.intersection(row.fields)]
            raise InputError(f"something at {', '.join(places)}")
        if foreign and not context.keep:
            for piece in foreign:
                context.note_place(LossKind.UNREAD, joined(context.place, piece.place), piece.text())
        elif foreign and self._keeps:
            got["extras"] = tuple(context.kept(piece.place, piece.text()) for piece in foreign)
        made = self.cls(**got)
        if context.keep and not self._keeps:  # the next object outwards that holds extras takes them
            context.homeless.extend((piece.place, piece) for piece in foreign)
        return made

    # writing

    def raws(
        self, row: Row, model: T, context: Context, into: Callable[[], Any] = lambda: None
    ) -> Iterator[tuple[Any, Any]]:
        """Give what a row writes: for each value what ``into`` made for it, and what the codec returned."""
        for step, value in row.values(model, context):
            context.enter(step)
            target = into()
            try:
                yield target, row.codec.encode(value, context, target)
            except Unsayable as error:
                context.note(LossKind.UNWRITTEN, value=value, reason=str(error))
                self.discard(target)
            finally:
                context.leave()

    def discard(self, target: Any) -> None:
        """Undo what ``into`` made, where the value could not be written after all."""

    def note_unwritten(self, model: T, context: Context) -> None:
        """Note the fields, and the items of fields, that no row takes."""
        for name in self._not_held:
            if (value := getattr(model, name)) != self._defaults[name]:
                context.note(LossKind.UNWRITTEN, name, value)
        for name, rows in self._shared.items():
            value = getattr(model, name)
            if rows[0].many:
                for index, item in enumerate(value):
                    if not any(row.takes(item) for row in rows):
                        context.note(LossKind.UNWRITTEN, f"{name}[{index}]", item)
            elif value is not None and not any(row.takes(value) for row in rows):
                context.note(LossKind.UNWRITTEN, name, value)

    def extras_of(self, model: T, context: Context) -> Iterator[Extra]:
        """Give the extras that belong into this document, and note the others."""
        for index, extra in enumerate(getattr(model, "extras", ())):
            if extra.format == context.format and context.keep:
                yield extra
            else:
                context.note(LossKind.UNWRITTEN, f"extras[{index}]", extra.raw, where=extra.place)


def joined(outer: str, inner: str) -> str:
    """Put two places together; a JSON pointer brings its own slash."""
    return f"{outer}{inner}" if not outer or inner.startswith("/") else f"{outer}/{inner}"


def _default(field: Any) -> Any:
    return field.default.factory() if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]


def _shared_fields(rows: tuple[Row, ...]) -> dict[str, list[Row]]:
    """The fields whose rows take only some of the values."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if len(row.fields) == 1:
            found[row.fields[0]].append(row)
    return {name: some for name, some in found.items() if all(row.only for row in some)}


_WHERE = re.compile(r"\w+\.(?P<field>\w+)(?:\[(?P<index>\d+)\])?")


def _field_and_index(where: str) -> tuple[str, int]:
    match = _WHERE.match(where)
    return (match["field"], int(match["index"] or 0)) if match else ("", 0)
