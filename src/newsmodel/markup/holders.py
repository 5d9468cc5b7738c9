"""Blocks that hold blocks, as they are read: quotations, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsmodel.markup.dialect import Part, Tag
from newsmodel.markup.notes import Notes
from newsmodel.model import Block, BlockQuote, Cell, ItemList, ListItem, Table, TableRow
from newsmodel.syntax.xml import WHITE, all_text, children_of, own_text

if TYPE_CHECKING:
    from lxml import etree

    from newsmodel.markup.reading import BodyReader

_MOST = 1000
"""How many columns or rows a cell may cover (HTML, §4.9.11)."""


def read_quote(reader: BodyReader, element: etree._Element, _tag: Tag) -> Iterator[Block]:
    """Read a quotation."""
    if blocks := reader.inner(element):
        yield BlockQuote(blocks)


def read_list(reader: BodyReader, element: etree._Element, tag: Tag) -> Iterator[Block]:
    """Read a list. One without items is refused, if there is any text in it."""
    children = list(_only(reader.notes, element, Part.ITEM))
    items = tuple(ListItem(blocks) for child in children if (blocks := reader.inner(child)))
    if items or _says_something(element):
        yield ItemList(items, tag.argument)


def read_table(reader: BodyReader, element: etree._Element, _tag: Tag) -> Iterator[Block]:
    """Read a table. One without rows is refused, if there is any text in it."""
    caption = ""
    rows: list[TableRow] = []
    for child in _only(reader.notes, element, Part.ROW, Part.CAPTION):
        if reader.notes.part(child) is Part.ROW:
            if cells := [_cell(reader, cell) for cell in _only(reader.notes, child, Part.CELL)]:
                rows.append(TableRow(tuple(cells)))
        elif caption:
            reader.notes.lose(child, "a second caption")
        else:
            caption, strays = reader.words(child, "a caption")
            yield from strays
    if rows or _says_something(element):
        yield Table(tuple(rows), caption if caption.strip() else None)


def _cell(reader: BodyReader, element: etree._Element) -> Cell:
    tag = reader.notes.tag(element)
    columns, rows = (_covered(reader.notes, element, name) for name in ("colspan", "rowspan"))
    return Cell(reader.inner(element), bool(tag and tag.argument), columns, rows)


def _covered(notes: Notes, element: etree._Element, name: str) -> int:
    """Take how many columns or rows a cell covers; what HTML does not allow is brought to what it does, and noted."""
    attribute = element.get(name)
    if attribute is None:
        return 1
    said = attribute.strip(WHITE)
    if not (said.isascii() and said.isdecimal()):
        return 1
    count = min(max(int(said[:9]), 1), _MOST)
    if str(count) == said.lstrip("0"):
        notes.take(element, name)
    return count


def _only(notes: Notes, element: etree._Element, *parts: Part) -> Iterator[etree._Element]:
    """Give the children that play one of these parts, through those that only hold others; note the rest."""
    for child in children_of(element):
        part = notes.part(child)
        if part in parts:
            yield child
        elif part is Part.THROUGH:
            yield from _only(notes, child, *parts)
        else:
            notes.lose(child, "not expected there")
    if said := own_text(element).strip(WHITE):
        notes.unread(element, "text outside", said)


def _says_something(element: etree._Element) -> bool:
    return bool(all_text(element).strip(WHITE))
