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

from newsmodel.codec.context import Context, NotForUs, Unsayable
from newsmodel.codec.row import AlwaysRow, DerivedRow, ManyRow, Row
from newsmodel.errors import InputError, ModelError
from newsmodel.losses import LossKind
from newsmodel.model import Extra
from newsmodel.model.constraints import checks_of

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
    def order(self) -> Any:
        """What the extras of an object are sorted by; pieces that are equal here keep the document's order."""
        return 0

    @property
    def line(self) -> int | None:
        """The line in the document, where the syntax knows it."""
        return None

    def text(self) -> str:
        """Return the piece as raw text."""
        raise NotImplementedError


@frozen(eq=False)
class Embedded:
    """A field whose object has no place of its own in the document: its rows stand among those of the outer object."""

    field: str
    table: Table[Any]


class Table(Generic[T]):
    """Rows for one class.

    ``implied`` are the values of fields that the place of the table in a document says, ``embedded`` the objects whose
    rows stand in the same place of the document.
    """

    def __init__(
        self,
        cls: type[T],
        *rows: Row,
        implied: Mapping[str, Any] | None = None,
        embedded: tuple[Embedded, ...] = (),
    ) -> None:
        self.cls, self.rows, self._implied, self.embedded = cls, rows, dict(implied or {}), embedded
        self._owners = {row: each for each in embedded for row in each.table.rows}
        everything = (*rows, *self._owners)
        self._ranks = {row: rank for rank, row in enumerate(everything)}
        fields = attrs.fields(cast("Any", cls))
        self._defaults = {field.name: _default(field) for field in fields}
        self._required = frozenset(field.name for field in fields if field.default is NOTHING and field.init)
        self._keeps = "extras" in self._defaults
        held = {name for row in rows for name in row.fields} | self._implied.keys()
        held |= {each.field for each in embedded}
        self._not_held = tuple(name for name in self._defaults if name not in held and name != "extras")
        self._shared = _shared_fields(rows)
        self._in_parts = _fields_in_parts(rows)
        if missing := self._required - held:
            raise TypeError(f"no row for {cls.__name__}.{', '.join(sorted(missing))}")

    # reading

    def build(self, hits: list[Hit], foreign: list[Piece], context: Context) -> T:
        """Make the object from what was found; keep or report the rest."""
        inner = dict(self._implied) | self._built_inside(hits, foreign, context)
        values, origins = self._decoded(hits, foreign, context)
        while True:
            got = dict(inner)
            for row in self.rows:
                for value in values[row]:
                    row.merge(value, got)
            try:
                made = self._made(got, foreign, context)
            except ModelError as error:
                self._take_out(error, values, origins, foreign, context)
                continue
            contradicting = self._contradicting(made, hits, origins, context)
            if contradicting:
                made = self._made(got, [*foreign, *contradicting], context)
            self._hand_over([*foreign, *contradicting], context)
            return made

    def _built_inside(self, hits: list[Hit], foreign: list[Piece], context: Context) -> dict[str, Any]:
        """Make the embedded objects of which something was found."""
        built: dict[str, Any] = {}
        for each in self.embedded:
            theirs = [hit for hit in hits if self._owners.get(hit.row) is each]
            if not theirs:
                continue
            try:
                built[each.field] = each.table.build(theirs, [], context)
            except InputError:
                foreign.extend(hit.piece for hit in theirs)
        return built

    def _contradicting(
        self, made: T, hits: list[Hit], origins: dict[Row, list[Hit]], context: Context
    ) -> list[Piece]:
        """Give the pieces that should follow from the rest of the object, and do not."""
        return [
            hit.piece
            for hit in hits
            if isinstance(hit.row, DerivedRow)
            and hit not in origins[hit.row]
            and hit.raw != hit.row.compute(made, context)
        ]

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
                if isinstance(row, DerivedRow) and (not row.fields or row.fields in filled):
                    continue  # compared in the end
                if not row.many and row.fields in filled:  # another row of the field came first
                    foreign.append(hit.piece)
                else:
                    self._decode(hit, values[row], origins[row], foreign, context)
            if values[row] and row.fields:
                filled.add(row.fields)
        return values, origins

    def _decode(
        self, hit: Hit, values: list[Any], origins: list[Hit], foreign: list[Piece], context: Context
    ) -> None:
        row, outer, homeless = hit.row, context.place, len(context.homeless)
        context.place = joined(outer, hit.piece.place)
        try:
            value = row.codec.decode(hit.raw, context)
        except (InputError, ModelError) as error:
            del context.homeless[homeless:]
            context.place = outer
            self._unreadable(hit, _as_input_error(error), foreign, context)
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
        if not (hit.piece.empty or isinstance(error, NotForUs)):
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
        """Take out what the model refuses, and report it; raise where it cannot be done without.

        Of an object that is right but for one field (a reference to nobody, an identifier that is taken), only that field goes.
        """
        found = False
        for fault in reversed(error.errors):  # from the back: an index stays right while later ones go
            if fault.holder is not None:
                found = self._without_field(fault, values, origins, context) or found
                continue
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
            raise _as_input_error(error) from error

    def _without_field(
        self, fault: ModelError, values: dict[Row, list[Any]], origins: dict[Row, list[Hit]], context: Context
    ) -> bool:
        name = fault.where.rpartition(".")[2]
        for row in self.rows:
            for at, value in enumerate(values[row]):
                if value is fault.holder:
                    values[row][at] = attrs.evolve(value, **{name: None})
                    where = joined(context.place, origins[row][at].piece.place)
                    reason = f"{name}: expected {fault.expected}"
                    context.note_place(LossKind.UNREADABLE, where, fault.got, reason=reason)
                    return True
        return False

    def _made(self, got: dict[str, Any], foreign: list[Piece], context: Context) -> T:
        if lacking := self._required - got.keys():
            places = [row.paths[0] for row in self.rows if lacking.intersection(row.fields)]
            raise InputError(f"something at {', '.join(places)}")
        extras = {}
        if foreign and context.keep and self._keeps:
            extras["extras"] = tuple(
                context.kept(piece.place, piece.text())
                for piece in sorted(foreign, key=lambda piece: piece.order)
            )
        return self.cls(**got, **extras)

    def _hand_over(self, foreign: list[Piece], context: Context) -> None:
        """Report what is not kept; or hand it to the next object outwards, where this one holds no extras."""
        if not context.keep:
            for piece in foreign:
                context.note_place(LossKind.UNREAD, joined(context.place, piece.place), piece.text())
        elif not self._keeps:
            context.homeless.extend((piece.place, piece) for piece in foreign)

    def would_read(self, row: Row, raw: Any, context: Context) -> bool:
        """Whether a row would take a value from the document, and the model would hold it."""
        if isinstance(row, AlwaysRow | DerivedRow):
            return False
        try:
            value = row.codec.decode(raw, Context(context.format, keep=False))
        except (InputError, ModelError):
            return False
        check = dict(checks_of(cast("Any", self.cls)))[row.fields[0]]
        held = value[0] if len(row.fields) > 1 else (value,) if row.many else value
        return next(check(held, "field"), None) is None

    # writing

    def raws(
        self, row: Row, model: T, context: Context, into: Callable[[], Any] = lambda: None
    ) -> Iterator[tuple[Any, Any]]:
        """Give what a row writes: for each value what ``into`` made for it, and what the codec returned."""
        owner = self._owners.get(row)
        if owner is None:
            yield from self._raws(row, model, context, into)
        elif (inner := getattr(model, owner.field)) is not None:
            context.enter(owner.field)
            yield from self._raws(row, inner, context, into)
            context.leave()

    def _raws(
        self, row: Row, model: Any, context: Context, into: Callable[[], Any]
    ) -> Iterator[tuple[Any, Any]]:
        for step, value in row.values(model, context):
            context.enter(step)
            target = into()
            try:
                yield target, row.codec.encode(value, context, target)
            except Unsayable as error:
                if self._required.intersection(row.fields):  # without it, the whole object cannot be said
                    raise
                context.note(LossKind.UNWRITTEN, value=value, reason=str(error))
                self.discard(target)
            finally:
                context.leave()

    def rank_of(self, row: Row) -> int:
        """Return a row's number in the table."""
        return self._ranks[row]

    def discard(self, target: Any) -> None:
        """Undo what ``into`` made, where the value could not be written after all."""

    def note_unwritten(self, model: T, context: Context) -> None:
        """Note the fields, and the items of fields, that no row takes, and those that come back in another order."""
        for name in self._not_held:
            if (value := getattr(model, name)) != self._defaults[name]:
                context.note(LossKind.UNWRITTEN, name, value)
        for name, rows in self._shared.items():
            for step, value in _values_of(name, getattr(model, name), many=rows[0].many):
                if not any(row.takes(value) for row in rows):
                    context.note(LossKind.UNWRITTEN, step, value)
        for name, parts in self._in_parts.items():
            items = getattr(model, name)
            order = [index for row in parts for index in row.indices(items)]
            if self._in_form(name, [items[at] for at in order]) != tuple(items[at] for at in sorted(order)):
                context.note(LossKind.COERCED, name, items, reason="they come back in another order")
        for each in self.embedded:
            if (inner := getattr(model, each.field)) is not None:
                context.enter(each.field)
                each.table.note_unwritten(inner, context)
                context.leave()

    def _in_form(self, name: str, items: list[Any]) -> Any:
        """Return items as the field holds them: it may have an order of its own."""
        converter = getattr(attrs.fields_dict(cast("Any", self.cls))[name], "converter", None)
        return converter(items) if callable(converter) else tuple(items)

    def extras_of(self, model: T, context: Context) -> Iterator[tuple[str, Extra]]:
        """Give the extras that belong into this document, each with its path, and note the others."""
        for path, extra in self._all_extras(model):
            if extra.format == context.format and context.keep:
                yield path, extra
            else:
                context.note(LossKind.UNWRITTEN, path, extra.raw, where=extra.place)

    def _all_extras(self, model: T) -> Iterator[tuple[str, Extra]]:
        for index, extra in enumerate(getattr(model, "extras", ())):
            yield f"extras[{index}]", extra
        for each in self.embedded:
            inner = getattr(model, each.field)
            for index, extra in enumerate(getattr(inner, "extras", ())):
                yield f"{each.field}.extras[{index}]", extra


def _as_input_error(error: InputError | ModelError) -> InputError:
    if isinstance(error, InputError):
        return error
    first = error.errors[0]
    return InputError(first.expected, first.got, message=str(error))


def joined(outer: str, inner: str) -> str:
    """Put two places together; a JSON pointer brings its own slash."""
    return f"{outer}{inner}" if not (outer and inner) or inner.startswith("/") else f"{outer}/{inner}"


def _default(field: Any) -> Any:
    return field.default.factory() if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type]


def _shared_fields(rows: tuple[Row, ...]) -> dict[str, list[Row]]:
    """The fields whose rows take only some of the values."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if len(row.fields) == 1:
            found[row.fields[0]].append(row)
    return {name: some for name, some in found.items() if all(row.only for row in some)}


def _fields_in_parts(rows: tuple[Row, ...]) -> dict[str, list[ManyRow]]:
    """The fields whose items stand in several places."""
    found: dict[str, list[ManyRow]] = defaultdict(list)
    for row in rows:
        if isinstance(row, ManyRow):
            found[row.fields[0]].append(row)
    return {name: some for name, some in found.items() if len(some) > 1}


def _values_of(name: str, value: Any, *, many: bool) -> Iterator[tuple[str, Any]]:
    if many:
        for index, item in enumerate(value):
            yield f"{name}[{index}]", item
    elif value is not None:
        yield name, value


_WHERE = re.compile(r"\w+\.(?P<field>\w+)(?:\[(?P<index>\d+)\])?")


def _field_and_index(where: str) -> tuple[str, int]:
    match = _WHERE.match(where)
    return (match["field"], int(match["index"] or 0)) if match else ("", 0)
