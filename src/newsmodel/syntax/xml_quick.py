"""Reading what is in order: one pass from an element to an object, without a note of what was met on the way.

Most of what a document holds is plain: each attribute and child is known, each value can be read, nothing stands twice. This is the way
for it. It takes what it is sure of; whatever it is not (`Odd`) is left to the way of `XmlTable.decode`, which alone knows what to say. So
nothing is decided here that is not decided there, and tests compare the two.

In a table of whole items, which always hold something odd, only that is read the other way (`Reading.odd`), not the item.
"""

from __future__ import annotations

from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from attrs import NOTHING

from newsmodel.codec.building import Building
from newsmodel.codec.row import ManyRow
from newsmodel.model import Extra
from newsmodel.model.quick_making import maker_of
from newsmodel.syntax.xml import raw_text
from newsmodel.syntax.xml_language import LANG, inherited_language
from newsmodel.syntax.xml_path import MARKUP, TEXT
from newsmodel.syntax.xml_quick_code import UNKNOWN, Odd, Reads, reader_of
from newsmodel.syntax.xml_quick_pass import TROUBLE, Reading
from newsmodel.syntax.xml_quick_plan import QuickPlan
from newsmodel.syntax.xml_reading import CHILD, Handle, Numbers, order_of, place_of

if TYPE_CHECKING:
    from lxml import etree

    from newsmodel.codec.context import Context


class Quick(QuickPlan):
    """The quick way of one table."""

    def read(self, element: etree._Element, context: Context, language: str | None) -> Any:
        """Return the object; raise one of `TROUBLE` for what is left to the other way."""
        return self.simply(element, context, language)

    def closely(self, element: etree._Element, context: Context, language: str | None) -> Any:
        """Return an object, as `read` does, where there is no compiled code for it: an item, or one with fields that several rows fill."""
        one = Reading(self, context)
        if self.whole and language is UNKNOWN:
            language = inherited_language(element)
        one.fill(element, self.top, None, language)
        walked = len(one.foreign)
        if not self.whole:
            if one.late:
                raise Odd
            return self._finished(one, walked, element, language)
        table = self.table
        if table.may_be_misplaced(one.foreign):
            raise Odd
        if one.disordered and context.losses.heard:
            table.note_order(element, context)  # from here on there are notes: nothing is read twice
        taken = table._taken(one.odd, one.foreign, context) if one.odd else []  # noqa: SLF001
        one.foreign += one.late
        try:
            one.settle(taken)
            if table.is_to_be_mended(context):
                return self._mended(one, walked)
            return self._finished(one, walked, element, language)
        except TROUBLE:
            return table.read_again(element, taken, one.odd, context)

    def _mended(self, one: Reading, walked: int) -> Any:
        """Return the object after `mended` looked at what was read; then it is made, and checked, as any other."""
        got = self._gathered(one, walked)
        said = {
            field.name: value
            for field, value, blank in zip(self.fields, got, self.blank, strict=False)
            if value is not blank
        }
        return self.table.cls(**self.table.mended(said, one.context))

    def _finished(self, one: Reading, walked: int, element: etree._Element, language: str | None) -> Any:
        return self._made(self._gathered(one, walked), element, one.context, language)

    def _gathered(self, one: Reading, walked: int) -> list[Any]:
        """Return the values of all fields."""
        got = one.got
        if one.further:
            one.compare()
        for slot in self.lists:
            if type(items := got[slot]) is list:
                got[slot] = tuple(items)
        if self.joined:
            self._join(got)
        if one.foreign:
            got[self.extras] = self._kept(one.foreign, walked, one.context)
        return got

    @property
    def compiled(self) -> bool:
        """Whether the code is compiled that reads the objects."""
        return not (self.whole or self.joined)

    @cached_property
    def simply(self) -> Reads:
        """What reads an object, as `read` does."""
        return reader_of(self, self._kept) if self.compiled else self.closely

    def _made(self, got: list[Any], element: etree._Element, context: Context, language: str | None) -> Any:
        for slot in self.required:
            if got[slot] is NOTHING:
                raise Odd
        if self.language >= 0 and got[self.language] is None:
            if language is UNKNOWN:
                language = inherited_language(element)
            if language != context.language and element.get(LANG) != "":
                got[self.language] = language
        made = self.make(got)
        if made is None:
            raise Odd
        return made

    def _join(self, got: list[Any]) -> None:
        """Make the fields of which several rows read the items."""
        for row, slots in self.joined:
            if type(row) is ManyRow:
                items = [item for slot in slots for item in got[slot]]
                if items:
                    number = self.at[row.fields[0]]
                    convert: Any = self.fields[number].converter or _as_it_is
                    got[number] = convert(tuple(items)) if len(items) > 1 else tuple(items)
                continue
            merged: dict[str, Any] = {}
            for slot in slots:
                for item in got[slot]:
                    row.merge(item, merged)
            for name, value in merged.items():
                number = self.at[name]
                convert = self.fields[number].converter or _as_it_is
                got[number] = convert(tuple(value) if type(value) is list else value)
        del got[len(self.fields) :]

    def _kept(self, foreign: list[Handle], walked: int, context: Context) -> tuple[Extra, ...]:
        """Return what no row takes as extras, in their order. Whatever an XML document holds, they can hold."""
        table = self.table
        shown, names = table._shown, table.shown  # noqa: SLF001  # what was shown before, and what shows the rest
        found: list[tuple[str, Handle]] = []
        numbered = False
        for handle in foreign:
            element, leaf, way = handle
            if way is not None or leaf is None or leaf in _OF_TEXT:
                place = place_of(handle, names)
                numbered = numbered or "[" in place
            elif leaf == CHILD:
                tag: Any = element.tag
                place = shown.get(tag) or names(tag)
            else:
                place = "@" + (shown.get(leaf) or names(leaf))
            found.append((place, handle))
        late = {place for place, _ in found[walked:]}
        if len(found) > 1:
            found.sort(key=_place_order if numbered else _place)
        if late and len({place for place, _ in found}) < len(found):
            _mix(found, late)
        kept: list[tuple[str, str]] = []
        for place, (element, leaf, _) in found:
            if leaf is None or leaf == CHILD:
                kept.append((place, raw_text(element)))
            elif leaf in _OF_TEXT:
                kept.append((place, table._piece((element, leaf, None)).text()))  # noqa: SLF001
            else:
                kept.append((place, element.get(leaf, "")))
        if self.chooses:
            kept = [each for each in kept if table.keeps(*each)]
        name = context.format
        return tuple([_make_extra([name, place, raw or None]) for place, raw in kept])

    @cached_property
    def chooses(self) -> bool:
        """Whether the table does not keep all that no row takes."""
        return type(self.table).keeps is not Building.keeps


_make_extra = maker_of(Extra)
_OF_TEXT = frozenset({TEXT, MARKUP})


def _mix(found: list[tuple[str, Handle]], late: set[str]) -> None:
    """Put what stands at one place into the document's order, where some of it came ``late``: it may belong between the others."""
    numbers = Numbers()
    start = 0
    while start < len(found):
        place, end = found[start][0], start + 1
        while end < len(found) and found[end][0] == place:
            end += 1
        if end - start > 1 and place in late:
            found[start:end] = sorted(found[start:end], key=lambda each: numbers.of(each[1][0]))
        start = end


_place = itemgetter(0)


def _place_order(found: tuple[str, Handle]) -> Any:
    return order_of(found[0])


def _as_it_is(value: Any) -> Any:
    return value
