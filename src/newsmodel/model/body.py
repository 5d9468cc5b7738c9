"""The body of an article: sections of blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, TypeAlias

from attrs import field, frozen

from newsmodel.errors import ModelError
from newsmodel.model.constraints import Between, Checked
from newsmodel.model.extras import Extra
from newsmodel.model.marks import Mark, faults_of_marks, marks_in_order
from newsmodel.model.text import Direction, Text, maybe_text
from newsmodel.model.values import (
    LanguageTag,
    Line,
    LocalId,
    Prose,
    Several,
    Verbatim,
    language_tag,
    many_lines,
    maybe_lines,
    one_line,
)

MAX_DEPTH = 16
"""How deep blocks may nest: deeper than any article, and shallow enough for every parser that will read it."""


@frozen
class Paragraph(Checked):
    """A paragraph: plain text and marks on it. A line end in the text is a line break."""

    text: Prose = field(converter=many_lines)
    marks: tuple[Mark, ...] = field(default=(), converter=marks_in_order)
    language: LanguageTag | None = field(default=None, converter=language_tag)
    direction: Direction | None = None

    _coherent: ClassVar[str] = "not made.marks"

    def _contradictions(self) -> Iterator[ModelError]:
        yield from faults_of_marks(self.marks, self.text)


@frozen
class BlockQuote(Checked):
    """A quotation set off as a block of its own."""

    blocks: tuple[Block, ...] = field(converter=Several["Block", ...])

    def _contradictions(self) -> Iterator[ModelError]:
        yield from _not_empty(self, "blocks")


@frozen
class ListItem(Checked):
    """One item of a list."""

    blocks: tuple[Block, ...] = field(converter=Several["Block", ...])

    def _contradictions(self) -> Iterator[ModelError]:
        yield from _not_empty(self, "blocks")


@frozen
class ItemList(Checked):
    """A list, numbered (``ordered``) or not."""

    items: tuple[ListItem, ...] = field(converter=Several["ListItem", ...])
    ordered: bool = False

    def _contradictions(self) -> Iterator[ModelError]:
        yield from _not_empty(self, "items")


Spanned: TypeAlias = Annotated[int, Between(1, 1000)]
"""How many columns or rows a cell covers; 1000 is what HTML allows (HTML, §4.9.11)."""


@frozen
class Cell(Checked):
    """A cell of a table: ``columns`` and ``rows`` are how many of each it covers."""

    blocks: tuple[Block, ...] = field(default=(), converter=Several["Block", ...])
    header: bool = False
    columns: Spanned = 1
    rows: Spanned = 1


@frozen
class TableRow(Checked):
    """A row of a table."""

    cells: tuple[Cell, ...] = field(converter=Several["Cell", ...])

    def _contradictions(self) -> Iterator[ModelError]:
        yield from _not_empty(self, "cells")


@frozen
class Table(Checked):
    """A table."""

    rows: tuple[TableRow, ...] = field(converter=Several["TableRow", ...])
    caption: Prose | None = field(default=None, converter=maybe_lines)

    def _contradictions(self) -> Iterator[ModelError]:
        yield from _not_empty(self, "rows")


@frozen
class Figure(Checked):
    """The place in the body where a media item stands; ``media`` is its id in the article."""

    media: LocalId


@frozen
class Raw(Checked):
    """A block in the markup of one dialect (``xhtml``) that has no other form here; the same dialect writes it back."""

    dialect: Line = field(converter=one_line)
    markup: Verbatim


Block: TypeAlias = Paragraph | BlockQuote | ItemList | Table | Figure | Raw
"""A block of the body."""

BLOCK_TYPES: dict[str, type[Block]] = {
    "paragraph": Paragraph,
    "block_quote": BlockQuote,
    "list": ItemList,
    "table": Table,
    "figure": Figure,
    "raw": Raw,
}
"""What a serialised block is tagged with."""


@frozen
class Section(Checked):
    """A part of the body: a heading with what follows it.

    ``level`` is 1 below the headline, 2 below that, to 5. The first section of an article may lack a heading
    (and then has level 1); it is what stands before the first heading.
    """

    heading: Text | None = field(default=None, converter=maybe_text)
    blocks: tuple[Block, ...] = field(default=(), converter=Several["Block", ...])
    level: Annotated[int, Between(1, 5)] = 1
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)

    def _contradictions(self) -> Iterator[ModelError]:
        if self.heading is None and not self.blocks:
            yield ModelError("Section", "a heading or blocks", None)
        if self.heading is None and self.level != 1:
            yield ModelError("Section.level", "1 where there is no heading", self.level)
        if any(_deeper(block, MAX_DEPTH) for block in self.blocks):
            yield ModelError("Section.blocks", f"blocks nested at most {MAX_DEPTH} deep", "deeper ones")


def _not_empty(holder: object, name: str) -> Iterator[ModelError]:
    if not getattr(holder, name):
        yield ModelError(f"{type(holder).__name__}.{name}", "at least one", ())


def children(block: Block) -> Iterator[tuple[str, Block]]:
    """Give the blocks inside a block, each with its path there (``items[0].blocks[1]``)."""
    match block:
        case BlockQuote():
            holders: Iterator[tuple[str, tuple[Block, ...]]] = iter([("", block.blocks)])
        case ItemList():
            holders = ((f"items[{i}].", item.blocks) for i, item in enumerate(block.items))
        case Table():
            holders = (
                (f"rows[{i}].cells[{j}].", cell.blocks)
                for i, row in enumerate(block.rows)
                for j, cell in enumerate(row.cells)
            )
        case _:
            return
    for prefix, blocks in holders:
        for index, child in enumerate(blocks):
            yield f"{prefix}blocks[{index}]", child


def _deeper(block: Block, limit: int) -> bool:
    if type(block) is Paragraph:
        return limit == 0
    return limit == 0 or any(_deeper(child, limit - 1) for _, child in children(block))


def walk(block: Block, path: str) -> Iterator[tuple[str, Block]]:
    """Give a block and all blocks inside it in document order, each with its path."""
    yield path, block
    for step, child in children(block):
        yield from walk(child, f"{path}.{step}")


def paragraphs_in(block: Block) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a block in document order: most blocks are one."""
    if type(block) is Paragraph:
        return (block,)
    return tuple(inner for _, inner in walk(block, "") if isinstance(inner, Paragraph))
