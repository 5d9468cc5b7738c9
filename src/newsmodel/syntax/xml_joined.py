"""Writing without a tree: for each table a function of its own, written as source text and compiled, that joins strings.

An element of libxml2 costs a microsecond to make, and asking a row what it has to write costs as much. So where a document is written
from the article alone, the rows of each table become straight code: what `XmlTable` looks up each time is in it as constants, a field that
is empty costs one comparison, and what comes out is the text of the element, laid out as `xml.indent` would. A function looks like this
(of a table with an attribute and a list of texts)::

    def write(m, context):
        steps = context.steps
        a0 = ''
        v = m.code
        if v is not None:
            r = v
            if not r.isprintable() or ' ' in r and one_line(r) is not r: r = slow_1(m, context)
            …                                      # escaped, if need be
            if r is not None: a0 += f' qcode="{r}"'
        c1 = ''
        v = m.names
        if v:
            steps.append('names'); steps.append('')
            for steps[-1], item in zip(numbers(v), v):
                c1 += write_2(item, context)       # the function of the inner table, compiled when it is first called
            del steps[-2:]
        e = …
        if m.extras: note_extras(m, context)
        return e

Nothing is decided here that is not decided by the rows: what is not in order (a value that reads back otherwise, a codec that needs an
element) goes to the rows as ever, with a sketch for an element; what needs a tree (unknown content that is put back) raises `NeedsTree`, and
so does a table of which this module does not know all. Tests hold both ways to the same bytes and losses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from lxml import etree

from newsmodel.codec.context import Context, Unsayable
from newsmodel.syntax.xml import XML_DECLARATION
from newsmodel.syntax.xml_joined_source import TableSource
from newsmodel.syntax.xml_path import MARKUP, TEXT, Step
from newsmodel.syntax.xml_sketch import Sketch
from newsmodel.syntax.xml_table import XmlTable, nsmap_of
from newsmodel.syntax.xml_text import Names, NeedsTree, attribute_of, text_of

if TYPE_CHECKING:
    from newsmodel.codec.row import Row
    from newsmodel.syntax.xml_spots import Spot

Writes: TypeAlias = Callable[[Any, Context], str]
"""Writes an object as an element, with the white space before it; '' where it says nothing."""
WritesLeaf: TypeAlias = Callable[[Any, Context], "str | None"]
"""Writes what one row says of an object, as text of the document; None where it says nothing."""


class Joiner:
    """Writes documents of the tables of one format, with one set of ``namespaces``. In ``leaves`` white space means something.

    What is written in the attributes ``told`` of elements without a prefix is gathered in the context, as it stands in the document.
    """

    def __init__(
        self, namespaces: Mapping[str, str], leaves: frozenset[str], told: frozenset[str] = frozenset()
    ) -> None:
        self.names, self.leaves, self.told = Names(namespaces), leaves, told
        self._functions: dict[tuple[XmlTable[Any], Step, int], Writes] = {}

    def document(self, table: XmlTable[Any], value: Any, context: Context) -> bytes:
        """Write a document, laid out in lines, as `serialise_xml` would. Raise `NeedsTree` where that takes a tree.

        What is noted until then is noted all the same: the context is to be thrown away then.
        """
        try:
            root = self.function(table, Step(table.tag), 1)(value, context)
        except Unsayable as error:  # of what a whole object cannot be without
            raise NeedsTree(table) from error
        return XML_DECLARATION + root.encode() + b"\n"

    def function(self, table: XmlTable[Any], step: Step, level: int) -> Writes:
        """Return the function that writes a table's objects where they stand as a step, their children at a level."""
        key = (table, step, level)
        if key not in self._functions:
            source = TableSource(self, table, step, level)
            names = source.known
            for name, inner in source.inner.items():
                names[name] = self._when_called(names, name, inner)
            exec(source.text, names)  # noqa: S102  # written there, from the rows of this package
            self._functions[key] = names["write"]
        return self._functions[key]

    def _when_called(
        self, names: dict[str, Any], name: str, inner: tuple[XmlTable[Any], Step, int]
    ) -> Writes:
        """Return what compiles an inner table's function when it is first called, and puts it in its own place."""

        def write(value: Any, context: Context) -> str:
            names[name] = compiled = self.function(*inner)
            return compiled(value, context)

        return write

    def start_of(self, table: XmlTable[Any]) -> str:
        """Return the start of a root element, with the namespaces that it declares."""
        bare = etree.tostring(etree.Element(table.tag, nsmap=nsmap_of(table.namespaces)), encoding="unicode")
        return bare.removesuffix("/>")

    def sketched(self, table: XmlTable[Any], spot: Spot, level: int) -> Writes:
        """Return what writes the elements of a spot as the rows do, into sketches."""
        white = "\n" + "  " * level

        def write(value: Any, context: Context) -> str:
            holder = Sketch("")
            table.write_below(holder.as_element(), spot, value, context)
            if self.told:
                self._gather(holder, context)
            return "".join([white + each.written(self.names, self.leaves, level + 1) for each in holder])

        return write

    def _gather(self, holder: Sketch, context: Context) -> None:
        for each in holder:
            if each.default is None and ":" not in self.names.tags[each.tag]:
                context.gathered += [
                    attribute_of(each.attrib[key]) for key in each.attrib if key in self.told
                ]
                self._gather(each, context)

    def by_row(self, table: XmlTable[Any], row: Row, leaf: str) -> WritesLeaf:
        """Return what writes an attribute or a text as the row does; it returns None where there is nothing to write."""
        if leaf == MARKUP:
            return self._markup(table, row)
        escape = text_of if leaf == TEXT else attribute_of

        def write(value: Any, context: Context) -> str | None:
            said = [raw for _, raw in table.raws(row, value, context)]
            return escape(said[-1]) if said else None

        return write

    def _markup(self, table: XmlTable[Any], row: Row) -> WritesLeaf:
        def write(value: Any, context: Context) -> str | None:
            holder = Sketch("")
            inside = Sketch("", holder)
            for _ in table.raws(row, value, context, inside.as_element):
                pass
            if not len(holder) or inside.attrib:
                raise NeedsTree(row)
            return inside.running(self.names, self.leaves)

        return write

    def extras_of(self, table: XmlTable[Any]) -> Callable[[Any, Context], None]:
        """Return what notes the extras of an object; those that are to be put back need a tree."""

        def note(value: Any, context: Context) -> None:
            for path, _ in table.extras_of(value, context):
                raise NeedsTree(path)

        return note
