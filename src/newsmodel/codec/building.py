"""From what was found in a document to an object: the reading half of a table.

It is lenient and honest: what no row takes, and what a row cannot read, is kept as an extra of the object (or reported,
where the class holds none); what does not fit the model is taken out again and reported, and the rest is built.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, Generic, TypeVar, cast

import attrs

from newsmodel.codec.context import Context, NotForUs
from newsmodel.codec.pieces import Hit, Piece, joined
from newsmodel.codec.row import AlwaysRow, DerivedRow, Row
from newsmodel.errors import InputError, ModelError
from newsmodel.losses import LossKind
from newsmodel.model.constraints import checks_of

T = TypeVar("T")


class Building(Generic[T]):
    """How a table builds its object. The table itself sets what is declared here."""

    cls: type[T]
    rows: tuple[Row, ...]
    embedded: tuple[Any, ...]
    _implied: dict[str, Any]
    _owners: dict[Row, Any]
    _required: frozenset[str]
    _keeps: bool

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
                at = row.number_of(name, index, values[row])
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
        if (owner := self._owners.get(row)) is not None:
            return bool(owner.table.would_read(row, raw, context))
        try:
            value = row.codec.decode(raw, Context(context.format, keep=False))
        except (InputError, ModelError):
            return False
        name, held = row.held(value)
        check = dict(checks_of(cast("Any", self.cls)))[name]
        return next(check(held, "field"), None) is None


def _as_input_error(error: InputError | ModelError) -> InputError:
    if isinstance(error, InputError):
        return error
    first = error.errors[0]
    return InputError(first.expected, first.got, message=str(error))


_WHERE = re.compile(r"\w+\.(?P<field>\w+)(?:\[(?P<index>\d+)\])?")


def _field_and_index(where: str) -> tuple[str, int]:
    match = _WHERE.match(where)
    return (match["field"], int(match["index"] or 0)) if match else ("", 0)
