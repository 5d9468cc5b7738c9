"""Tables: the rows of one class. A subclass knows one syntax; what is the same in all of them stands here.

`Building` reads; here stands what a table knows, and how it writes: every value that no row takes is noted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeVar, cast

import attrs
from attrs import NOTHING, frozen

from newsmodel.codec.building import Building
from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.row import DerivedRow, ManyRow, Parses, Row, SingleRow
from newsmodel.losses import LossKind
from newsmodel.model import Extra
from newsmodel.model.constraints import content_fields

T = TypeVar("T")


@frozen(eq=False)
class Embedded:
    """A field whose object has no place of its own in the document: its rows stand among those of the outer object."""

    field: str
    table: Table[Any]


class Table(Building[T]):
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
        ends = accumulate(len(row.paths) for row in everything)
        self._numbers = dict(zip(everything, (0, *ends), strict=False))
        self._contested = frozenset(
            row
            for rank, row in enumerate(rows)
            if row.fields and any(row.fields == other.fields for other in rows[:rank])
        )
        self._leaves = {
            row: row.codec.parse
            for row in rows
            if row.fields
            and row not in self._contested
            and isinstance(row.codec, Parses)
            and not isinstance(row, DerivedRow)
        }
        self._silent = {
            row: row.fields[0]
            for row in rows
            if type(row) in (Row, ManyRow, SingleRow) and row.assume is None
        }
        self._derived = any(isinstance(row, DerivedRow) for row in rows)
        fields = content_fields(cls)
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

    def rows_of_fields(self, names: Iterable[str]) -> frozenset[Row]:
        """Return the table's own rows of some fields, but for the dependent ones."""
        return frozenset().union(*(self._by_field.get(name, ()) for name in names))

    @cached_property
    def _by_field(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            if not isinstance(row, DerivedRow):
                for name in row.fields:
                    found[name].append(row)
        return dict(found)

    @cached_property
    def dependent_rows(self) -> tuple[Row, ...]:
        """The rows that follow from others, and those of embedded objects: whether they change is to be seen."""
        return tuple(row for row in self._ranks if row in self._owners or isinstance(row, DerivedRow))

    def owner_of(self, row: Row) -> Embedded | None:
        """Return the embedded object that a row is of; None for a row of the table's own."""
        return self._owners.get(row)

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
        if not context.losses.heard:
            return
        for name in self._not_held:
            if (value := getattr(model, name)) != self._defaults[name]:
                context.note(LossKind.UNWRITTEN, name, value)
        for name, rows in self._shared.items():
            held = getattr(model, name)
            if held is None or held == ():
                continue
            for step, value in _values_of(name, held, many=rows[0].many):
                if not any(row.takes(value) for row in rows):
                    context.note(LossKind.UNWRITTEN, step, value)
        for name, parts in self._in_parts.items():
            items = getattr(model, name)
            if len(items) < 2:
                continue
            order = [index for row in parts for index in row.indices(items)]
            if order == [*range(len(items))]:
                continue
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
        if not (context.keep or context.losses.heard):
            return
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
