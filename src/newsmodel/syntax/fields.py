"""Tables over fields: a document is a list of named values in one line of thought, as mail headers and wire headers are.

A path is a field's name. A name may come several times; what no row takes is kept as an extra under its name and put back
after the fields that the rows wrote. How fields become bytes is the format's business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from attrs import field, frozen

from newsmodel.codec.context import Context
from newsmodel.codec.pieces import Hit, Piece
from newsmodel.codec.row import AlwaysRow, DerivedRow, Row
from newsmodel.codec.table import Table
from newsmodel.losses import LossKind
from newsmodel.model import Extra

T = TypeVar("T")


@frozen
class Field:
    """One field: its name, its value, and the line where it stands, counted from one."""

    name: str
    value: str
    line: int | None = None


@frozen(eq=False)
class FieldPiece(Piece):
    """A field of a document; ``number`` is its place among the others."""

    value: str = field(kw_only=True)
    number: int = field(default=0, kw_only=True)
    at: int | None = field(default=None, kw_only=True)

    @property
    def empty(self) -> bool:
        """A field without a value says nothing."""
        return not self.value

    @property
    def order(self) -> int:
        """Sort as they stand."""
        return self.number

    @property
    def line(self) -> int | None:
        """The line of the document."""
        return self.at

    def text(self) -> str:
        """Return the value."""
        return self.value


class FieldsTable(Table[T]):
    """A table over fields. With ``folded``, capitals in names make no difference (RFC 5322 §1.2.2)."""

    def __init__(
        self, cls: type[T], *rows: Row, implied: Mapping[str, Any] | None = None, folded: bool = False
    ) -> None:
        super().__init__(cls, *rows, implied=implied)
        self._folded = folded
        self._places: dict[str, tuple[Row, int]] = {}
        for row in rows:
            for rank, path in enumerate(row.paths):
                if self._key(path) in self._places:
                    raise TypeError(f"two rows for {path}")
                self._places[self._key(path)] = row, rank

    def _key(self, name: str) -> str:
        return name.lower() if self._folded else name

    def decode(self, raw: Sequence[Field], context: Context) -> T:
        """Read fields. Of a field that there is room for once, the first is read."""
        hits: list[Hit] = []
        foreign: list[Piece] = []
        seen: Counter[str] = Counter()
        for number, each in enumerate(raw):
            key = self._key(each.name)
            piece = FieldPiece(each.name, value=each.value, number=number, at=each.line)
            row, rank = self._places.get(key, (None, 0))
            if row is None or (seen[key] and not row.many):
                foreign.append(piece)
            else:
                hits.append(Hit(row, rank, each.value, piece))
            seen[key] += 1
        return self.build(hits, foreign, context)

    def encode(self, value: T, context: Context, into: Any = None) -> list[Field]:  # noqa: ARG002  # a codec's signature
        """Write fields: those of the rows, in their order, then the extras."""
        out = [
            Field(path, raw)
            for row in self.rows
            for _, raw in self.raws(row, value, context)
            for path in row.paths[: row.written]
        ]
        self.note_unwritten(value, context)
        written = {self._key(each.name): at for at, each in reversed([*enumerate(out)])}
        for path, extra in self.extras_of(value, context):
            if reason := self._put_back(out, extra, written):
                context.note(LossKind.UNWRITTEN, path, extra.raw, where=extra.place, reason=reason)
        return out

    def _put_back(self, out: list[Field], extra: Extra, written: Mapping[str, int]) -> str | None:
        """Put an extra back; return why that cannot be done, if so.

        It takes the place of what would only follow from the rest, and never that of what the article says: an editor who
        empties a field, or sets it, has the last word.
        """
        key = self._key(extra.place)
        row, _ = self._places.get(key, (None, 0))
        if key in written and isinstance(row, AlwaysRow | DerivedRow):
            out[written[key]] = Field(extra.place, extra.raw or "")
        elif key in written or row is None or not self._would_take(row, extra):
            out.append(Field(extra.place, extra.raw or ""))
        else:
            return "it would be read as something else"
        return None

    def _would_take(self, row: Row, extra: Extra) -> bool:
        return bool(row.fields) and self.would_read(row, extra.raw or "", Context(extra.format, keep=False))


def values_of(fields: Sequence[Field], name: str) -> Iterator[str]:
    """Give the values of the fields with a name."""
    return (each.value for each in fields if each.name == name)


def value_of(fields: Sequence[Field], name: str, default: str = "") -> str:
    """Return the value of the first field with a name, or the default."""
    return next(values_of(fields, name), default)
