"""From what was found in a document to an object: the reading half of a table.

It is lenient and honest: what no row takes, and what a row cannot read, is kept as an extra of the object (or reported,
where the class holds none); what does not fit the model is taken out again and reported, and the rest is built.

Most of what is found is in order, so what only trouble needs (the places of pieces, above all) is not made before there is some.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from operator import itemgetter
from typing import Any, Generic, TypeAlias, TypeVar, cast

import attrs

from newsmodel.codec.context import Context, NotForUs, joined
from newsmodel.codec.pieces import Found, Hit, Piece
from newsmodel.codec.row import AlwaysRow, DerivedRow, Row
from newsmodel.errors import InputError, ModelError
from newsmodel.losses import LossKind
from newsmodel.model.constraints import checks_of

T = TypeVar("T")

Taken: TypeAlias = tuple[Row, Any, Found]
"""A row, a value that it read, and what it was read from."""


@attrs.frozen(eq=False)
class Done:
    """What stands in the document, where it has been read already."""

    value: Any


class Building(Generic[T]):
    """How a table builds its object. The table itself sets what is declared here."""

    cls: type[T]
    rows: tuple[Row, ...]
    embedded: tuple[Any, ...]
    _implied: dict[str, Any]
    _owners: dict[Row, Any]
    _required: frozenset[str]
    _keeps: bool
    _numbers: dict[Row, int]
    """The number of each row's first path among all paths of the table."""
    _contested: frozenset[Row]
    """The rows that read a field of which an earlier row reads another place."""
    _leaves: dict[Row, Callable[[Any], Any]]
    """How values are parsed of the rows for which that is all there is to do: no other row reads their field."""
    _derived: bool
    """Whether a row is derived."""

    def build(self, hits: list[Hit], foreign: list[Piece], context: Context) -> T:
        """Make the object from what was found; keep or report the rest."""
        found = [(self._numbers[hit.row] + hit.rank, hit.row, hit.raw, hit.piece) for hit in hits]
        return self._built(found, list(foreign), context)

    def _built(self, found: list[Found], foreign: list[Any], context: Context, *, in_order: bool = True) -> T:
        """Make the object; ``foreign`` holds what `_piece` makes pieces of, and is ``in_order`` if it is in the document's."""
        inner: dict[str, Any] = {}
        if self.embedded:
            inner = self._built_inside(found, foreign, context)
            found = [each for each in found if each[1] not in self._owners]
        walked = len(foreign) if in_order else 0
        taken = self._taken(found, foreign, context)
        while True:
            got = self._implied | inner
            for row, value, _ in taken:
                if row.plain:
                    got[row.fields[0]] = value
                else:
                    row.merge(value, got)
            try:
                made = self._made(got, foreign, walked, context)
            except ModelError as error:
                self._take_out(error, taken, foreign, context)
                continue
            if self._derived and (contradicting := self._contradicting(made, found, taken, context)):
                foreign += contradicting
                made = self._made(got, foreign, walked, context)
            if foreign:
                self._hand_over(foreign, context)
            return made

    def _piece(self, handle: Any) -> Piece:
        """Return the piece that something found is. A table that finds more than it needs pieces of makes them here."""
        return cast("Piece", handle)

    def _built_inside(self, found: list[Found], foreign: list[Any], context: Context) -> dict[str, Any]:
        """Make the embedded objects of which something was found."""
        built: dict[str, Any] = {}
        for each in self.embedded:
            theirs = [one for one in found if self._owners.get(one[1]) is each]
            if not theirs:
                continue
            try:
                built[each.field] = each.table._built(  # noqa: SLF001  # of this class
                    [(*one[:3], self._piece(one[3])) for one in theirs], [], context
                )
            except InputError:
                foreign.extend(handle for _, _, _, handle in theirs)
        return built

    def _contradicting(self, made: T, found: list[Found], taken: list[Taken], context: Context) -> list[Any]:
        """Give what should follow from the rest of the object, and does not."""
        used = [each for _, _, each in taken]
        return [
            each[3]
            for each in found
            if isinstance(row := each[1], DerivedRow)
            and not any(each is one for one in used)
            and each[2] != row.compute(made, context)
        ]

    # values

    def _taken(self, found: list[Found], foreign: list[Any], context: Context) -> list[Taken]:
        """Decode what was found, in the order of the rows."""
        taken: list[Taken] = []
        before: Row | None = None
        start = 0  # of what the row at hand has taken
        for each in sorted(found, key=_number) if len(found) > 1 else found:
            row = each[1]
            if row is not before:
                before, start = row, len(taken)
                if type(each[2]) is Done:
                    taken.append((row, each[2].value, each))
                    continue
                if (parse := self._leaves.get(row)) is not None:
                    try:
                        taken.append((row, parse(each[2]), each))
                    except (ValueError, TypeError, AttributeError, KeyError):
                        pass  # the slow way says what is wrong with it
                    else:
                        continue
            if row in self._contested and any(one[0].fields == row.fields for one in taken[:start]):
                if not (row.many or isinstance(row, DerivedRow)):  # another row of the field came first
                    foreign.append(each[3])
                    continue
                if not row.many:
                    continue  # compared in the end
            elif not row.fields and isinstance(row, DerivedRow):
                continue
            self._decode(each, taken, start, foreign, context)
        return taken

    def _decode(
        self, found: Found, taken: list[Taken], start: int, foreign: list[Any], context: Context
    ) -> None:
        number, row, raw, handle = found
        outer, homeless = context.at, len(context.homeless)
        context.at = (outer, self._piece, handle)
        try:
            value = raw.value if type(raw) is Done else row.codec.decode(raw, context)
        except (InputError, ModelError) as error:
            del context.homeless[homeless:]
            context.at = outer
            self._unreadable(found, _as_input_error(error), foreign, context)
            return
        context.at = outer
        if len(context.homeless) > homeless:
            around = self._piece(handle).place
            for place, piece in context.homeless[homeless:]:
                foreign.append(attrs.evolve(piece, place=joined(around, place)))
            del context.homeless[homeless:]
        if not row.fields and isinstance(row, AlwaysRow):
            if value != row.codec.encode(None, context):
                foreign.append(handle)
        elif len(taken) == start or (row.many and number == taken[start][2][0]):
            taken.append((row, value, found))
        elif value not in [one[1] for one in taken[start:]]:  # another place of the row says something else
            foreign.append(handle)

    def _unreadable(self, found: Found, error: InputError, foreign: list[Any], context: Context) -> None:
        row, handle = found[1], found[3]
        if self._required.intersection(row.fields):
            piece = self._piece(handle)
            raise error.within(piece.place, line=piece.line)
        foreign.append(handle)
        if not context.losses.heard:
            return
        piece = self._piece(handle)
        if not (piece.empty or isinstance(error, NotForUs)):
            where = joined(context.place, piece.place)
            context.note_place(LossKind.UNREADABLE, where, piece.text(), reason=str(error), line=piece.line)

    def _take_out(self, error: ModelError, taken: list[Taken], foreign: list[Any], context: Context) -> None:
        """Take out what the model refuses, and report it; raise where it cannot be done without.

        Of an object that is right but for one field (a reference to nobody, an identifier that is taken), only that field goes.
        """
        found = False
        by_row: dict[Row, list[Taken]] = defaultdict(list)
        for one in taken:
            by_row[one[0]].append(one)
        for fault in reversed(error.errors):  # from the back: an index stays right while later ones go
            if fault.holder is not None:
                found = self._without_field(fault, by_row, context) or found
                continue
            name, index = _field_and_index(fault.where)
            for row, theirs in by_row.items():
                if name not in row.fields or self._required.intersection(row.fields) or not theirs:
                    continue
                _, _, out = theirs.pop(row.number_of(name, index, [value for _, value, _ in theirs]))
                self._unreadable(out, InputError(fault.expected, fault.got), foreign, context)
                found = True
                break
        if not found:
            raise _as_input_error(error) from error
        taken[:] = [one for theirs in by_row.values() for one in theirs]

    def _without_field(self, fault: ModelError, by_row: dict[Row, list[Taken]], context: Context) -> bool:
        name = fault.where.rpartition(".")[2]
        for theirs in by_row.values():
            for at, (row, value, found) in enumerate(theirs):
                if value is fault.holder:
                    theirs[at] = (row, attrs.evolve(value, **{name: None}), found)
                    where = joined(context.place, self._piece(found[3]).place)
                    reason = f"{name}: expected {fault.expected}"
                    context.note_place(LossKind.UNREADABLE, where, fault.got, reason=reason)
                    return True
        return False

    # the object

    def _made(self, got: dict[str, Any], foreign: list[Any], walked: int, context: Context) -> T:
        if not self._required <= got.keys():
            lacking = self._required - got.keys()
            places = [row.paths[0] for row in self.rows if lacking.intersection(row.fields)]
            raise InputError(f"something at {', '.join(places)}")
        got = self.mended(got, context)
        if foreign and context.keep and self._keeps:
            pieces = self._in_order([self._piece(handle) for handle in foreign], walked)
            kept = ((piece.place, piece.text()) for piece in pieces)
            extras = tuple(context.kept(place, raw) for place, raw in kept if self.keeps(place, raw))
            got = {**got, "extras": extras}
        return self.cls(**got)

    def keeps(self, place: str, raw: str) -> bool:  # noqa: ARG002  # for subclasses
        """Whether something that no row takes is worth keeping."""
        return True

    def mended(self, got: dict[str, Any], context: Context) -> dict[str, Any]:  # noqa: ARG002  # for subclasses
        """Return the values that were read, mended where they can only mean something else; note what was done."""
        return got

    def _in_order(self, pieces: list[Piece], walked: int) -> list[Piece]:  # noqa: ARG002  # for subclasses
        """Sort pieces as the extras of an object are. The first ``walked`` of them come in the document's order."""
        return sorted(pieces, key=lambda piece: piece.order)

    def _hand_over(self, foreign: list[Any], context: Context) -> None:
        """Report what is not kept; or hand it to the next object outwards, where this one holds no extras."""
        if not (context.keep or context.losses.heard):
            return
        pieces = map(self._piece, foreign)
        if not context.keep:
            for piece in pieces:
                context.note_place(
                    LossKind.UNREAD, joined(context.place, piece.place), piece.text(), line=piece.line
                )
        elif not self._keeps:
            context.homeless.extend((piece.place, piece) for piece in pieces)

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


_number = itemgetter(0)


def _as_input_error(error: InputError | ModelError) -> InputError:
    if isinstance(error, InputError):
        return error
    first = error.errors[0]
    return InputError(first.expected, first.got, message=str(error))


_WHERE = re.compile(r"\w+\.(?P<field>\w+)(?:\[(?P<index>\d+)\])?")


def _field_and_index(where: str) -> tuple[str, int]:
    match = _WHERE.match(where)
    return (match["field"], int(match["index"] or 0)) if match else ("", 0)
