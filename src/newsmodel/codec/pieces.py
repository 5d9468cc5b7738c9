"""What a walk over a document finds: pieces, and the hits among them that a row knows."""

from __future__ import annotations

from typing import Any, TypeAlias

from attrs import frozen

from newsmodel.codec.row import Row

Found: TypeAlias = tuple[int, Row, Any, Any]
"""A hit as a table builds from it: the number of the path among all paths of the table, the row, what stands there, and what
the table makes a `Piece` of once there is need of one. (A plain tuple: there are thousands, and few ever need more.)
"""


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

    ``place`` is where it stands below the table's root.
    """

    place: str

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it that could be lost."""
        return False

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
