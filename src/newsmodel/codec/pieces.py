"""What a walk over a document finds: pieces, and the hits among them that a row knows."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from newsmodel.codec.row import Row


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


def joined(outer: str, inner: str) -> str:
    """Put two places together; a JSON pointer brings its own slash."""
    return f"{outer}{inner}" if not (outer and inner) or inner.startswith("/") else f"{outer}/{inner}"
