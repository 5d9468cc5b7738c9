"""Changing in a document what differs between two articles, and nothing else.

The rows say where each field stands: what the rows of a changed field took is taken out, and written anew among what
stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeVar

from attrs import Factory, define
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.codec.pieces import Hit, Piece
from newsmodel.codec.row import NUMBER, AlwaysRow, DerivedRow, Row
from newsmodel.losses import LossKind
from newsmodel.model import Extra
from newsmodel.model.constraints import content_fields
from newsmodel.syntax.xml import WHITE, children_of, own_text, tag_of
from newsmodel.syntax.xml_extras import put_back
from newsmodel.syntax.xml_path import MARKUP, TEXT, pair_of
from newsmodel.syntax.xml_spots import Spot, set_leaf
from newsmodel.syntax.xml_table import XmlTable
from newsmodel.syntax.xml_table_reading import XmlPiece

T = TypeVar("T")


def changed_fields(before: Any, after: Any) -> frozenset[str]:
    """Return the names of the fields in which two objects of one class differ."""
    return frozenset(
        field.name
        for field in content_fields(type(before))
        if (old := getattr(before, field.name)) is not (new := getattr(after, field.name))
        and _key(field, old) != _key(field, new)
    )


def _key(field: Any, value: Any) -> Any:
    return field.eq_key(value) if field.eq_key else value


@define
class Patch:
    """One document that is being changed: ``fields`` are the names of those that differ."""

    table: XmlTable[Any]
    before: Any
    after: Any
    fields: frozenset[str]
    context: Context
    _gaps: dict[tuple[etree._Element, str], etree._Element] = Factory(dict)
    """By an element and a tag, what holds the place of the first child of this tag that was taken out."""
    _stood: list[tuple[Piece, str]] = Factory(list)
    """What is an extra though it stands in the place of a value, each with its text."""
    _left: set[tuple[Row, int]] = Factory(set)
    """The further places of fields that say something else and are left alone: by the row, and the number of the path."""

    def apply(self, element: etree._Element) -> None:
        """Change an element, which the table read ``before`` from, so that it says what ``after`` says."""
        rows = self.table.rows_of_fields(self.fields) | {
            row for row in self.table.dependent_rows if self._concerned(row)
        }
        hits, foreign = self.table.found_in(element, None if "extras" in self.fields else rows)
        self._take_out(rows, hits, foreign)
        self._write(element, self.table.root, "", rows)
        self._write_needed(element)
        for gap in self._gaps.values():
            _drop(gap)
        for holder, _ in self._gaps:
            _drop_hollow(holder, element)
        self.table.note_unwritten(self.after, self.context)
        self._note_replaced()
        self._put_back(element)

    def _concerned(self, row: Row) -> bool:
        """Whether what a row writes that follows from others, or is of an embedded object, changes."""
        if (owner := self.table.owner_of(row)) is not None:
            if owner.field not in self.fields:
                return False
            was, now = getattr(self.before, owner.field), getattr(self.after, owner.field)
            return was is None or now is None or not changed_fields(was, now).isdisjoint(row.fields)
        assert isinstance(row, DerivedRow)  # noqa: S101  # `dependent_rows` has no others
        return bool(row.compute(self.before, self.context) != row.compute(self.after, self.context))

    # out

    def _take_out(self, rows: frozenset[Row], hits: list[Hit], foreign: list[Piece]) -> None:
        stay = {extra.place for extra in self.after.extras}
        for hit in hits:
            if hit.row not in rows:
                continue
            if hit.piece.place in stay:
                self._stood.append((hit.piece, hit.piece.text()))
            elif hit.rank and self._says_other(hit):
                self._left.add((hit.row, hit.rank))
            else:
                self._remove(hit.piece)
        if "extras" not in self.fields:
            return
        gone = _counted(self.before.extras) - _counted(self.after.extras)
        for piece in (*foreign, *(hit.piece for hit in hits if hit.row not in rows)):
            if gone[key := (piece.place, piece.text())] > 0:
                gone[key] -= 1
                self._remove(piece)

    def _says_other(self, hit: Hit) -> bool:
        """Whether a further place of a field, which is written too, says something that is not the field's value: that stays."""
        row = hit.row
        if hit.rank >= row.written or row.many or not self.table.would_read(row, hit.raw, self.context):
            return False
        return bool(row.codec.decode(hit.raw, self.context) != getattr(self.before, row.fields[0]))

    def _remove(self, piece: Piece) -> None:
        assert isinstance(piece, XmlPiece)  # noqa: S101  # pieces of an XmlTable
        element = piece.element
        if piece.leaf == TEXT:
            element.text = None
            for child in element:
                child.tail = None
        elif piece.leaf is not None:
            for name in pair_of(piece.leaf) or (piece.leaf,):
                element.attrib.pop(name, None)
        if piece.leaf is None or _is_hollow(element):
            self._remove_element(element)

    def _remove_element(self, element: etree._Element) -> None:
        parent = element.getparent()
        if parent is None:
            return
        if (parent, tag_of(element)) not in self._gaps:
            self._gaps[parent, tag_of(element)] = gap = etree.Comment("")
            element.addprevious(gap)
        _drop(element)

    # in

    def _write(self, element: etree._Element, spot: Spot, path: str, rows: frozenset[Row]) -> None:
        for leaf, of in spot.leaves.items():
            if of.row in rows and of.rank < of.row.written and (of.row, of.rank) not in self._left:
                if leaf == MARKUP:
                    for _ in self.table.raws(of.row, self.after, self.context, lambda: element):
                        pass
                    continue
                for _, raw in self.table.raws(of.row, self.after, self.context):
                    set_leaf(element, leaf, raw)
        for spots in spot.below.values():
            for below in spots:
                self._write_below(element, below, path, rows)

    def _write_below(self, element: etree._Element, below: Spot, path: str, rows: frozenset[Row]) -> None:
        if below.rows.isdisjoint(rows):
            return
        leaf = below.written
        if leaf is None:
            child = next((child for child in element.iterchildren(below.step.tag) if below.fits(child)), None)
            made = child is None
            if child is None:
                child = self._new(element, below, path)
            name = self.table.shown(below.step.tag)
            self._write(child, below, f"{path}/{name}" if path else name, rows)
            kept = child.getparent() is element  # else its markup could not be said, and took it out
            if made and kept and len(child.attrib) == len(below.step.fixed) and _says_nothing(child):
                element.remove(child)
        elif leaf.row in rows and leaf.rank < leaf.row.written:
            self._write_each(element, below, path, leaf.row)

    def _write_each(self, element: etree._Element, below: Spot, path: str, row: Row) -> None:
        for child, raw in self.table.raws(
            row, self.after, self.context, lambda: self._new(element, below, path)
        ):
            if not below.whole:
                set_leaf(child, next(iter(below.leaves)), raw)
            elif (
                not below.may_be_empty and len(child.attrib) == len(below.step.fixed) and _says_nothing(child)
            ):
                element.remove(child)

    def _new(self, parent: etree._Element, spot: Spot, path: str) -> etree._Element:
        """Make an element where the ones of its kind stood, else where the schema wants it."""
        made = parent.makeelement(spot.step.tag, dict(spot.step.fixed))
        gap = self._gaps.get((parent, spot.step.tag))
        at = self.table.place_for(made, parent, path) if gap is None else parent.index(gap)
        white = parent[at - 1].tail if at else parent.text
        parent.insert(at, made)
        made.tail = white if white and not white.strip(WHITE) else None
        return made

    def _note_replaced(self) -> None:
        """Note the extras that stood where a value stands now: nothing could be read there before."""
        for piece, text in self._stood:
            if piece.text() == text:
                continue
            for index, extra in enumerate(self.after.extras):
                if extra.place == piece.place:
                    reason = "another value stands in its place now"
                    self.context.note(
                        LossKind.UNWRITTEN, f"extras[{index}]", text, where=extra.place, reason=reason
                    )

    def _put_back(self, element: etree._Element) -> None:
        """Add the extras that came to the article since."""
        if "extras" not in self.fields:
            return
        known = set(self.before.extras)
        for index, extra in enumerate(self.after.extras):
            if extra in known:
                continue
            path, reason = f"extras[{index}]", self._cannot_add(element, extra)
            if reason:
                self.context.note(LossKind.UNWRITTEN, path, extra.raw, where=extra.place, reason=reason)

    def _write_needed(self, element: etree._Element) -> None:
        """Write what is the same in every document where an extra that stood in its place has gone: the schema may demand it."""
        gone = {
            NUMBER.sub("", place)
            for place, _ in (_counted(self.before.extras) - _counted(self.after.extras))
            if "extras" in self.fields
        }
        rows = {row for row in self.table.rows if isinstance(row, AlwaysRow) and row.paths[0] in gone}
        if rows:
            there = {hit.row for hit in self.table.found_in(element, frozenset(rows))[0]}
            self._write(element, self.table.root, "", frozenset(rows).difference(there))

    def _cannot_add(self, element: etree._Element, extra: Extra) -> str | None:
        if extra.format != self.context.format:
            return f"it is of {extra.format}"

        def would_read(row: Row, raw: Any) -> bool:
            return self.table.would_read(row, raw, self.context)

        table = self.table
        return put_back(element, extra, table.root, table.namespaces, self.context, would_read)


def _counted(extras: tuple[Extra, ...]) -> Counter[tuple[str, str]]:
    return Counter((extra.place, extra.raw or "") for extra in extras)


def _drop(element: etree._Element) -> None:
    """Take an element out; text that stood behind it is no part of it and stays."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    before = element.getprevious()
    parent.remove(element)
    if tail and tail.strip(WHITE):
        if before is None:
            parent.text = (parent.text or "") + tail
        else:
            before.tail = (before.tail or "") + tail


def _drop_hollow(holder: etree._Element, root: etree._Element) -> None:
    """Take out what held nothing but what was taken out (and comments on it), and what held nothing but that."""
    while (
        holder is not root
        and _is_hollow(holder, comments=True)
        and (parent := holder.getparent()) is not None
    ):
        _drop(holder)
        holder = parent


def _names(spot: Spot, rows: frozenset[Row]) -> bool:
    """Whether a spot, or one below it, is of one of these rows."""
    return any(row in rows for row in _rows_of(spot))


def _rows_of(spot: Spot) -> Iterator[Row]:
    yield from (leaf.row for leaf in (*spot.leaves.values(), *((spot.whole,) if spot.whole else ())))
    for spots in spot.below.values():
        for below in spots:
            yield from _rows_of(below)


def _is_hollow(element: etree._Element, *, comments: bool = False) -> bool:
    """Whether nothing stands in an element; where there may be ``comments``, they count for nothing."""
    inside = next(children_of(element), None) is not None if comments else len(element)
    return not (element.attrib or inside or own_text(element).strip(WHITE))


def _says_nothing(element: etree._Element) -> bool:
    return not len(element) and not own_text(element).strip(WHITE)
