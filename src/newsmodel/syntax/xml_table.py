"""Tables over XML: rows are compiled once to a tree of spots; one walk reads, one walk writes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeVar

from attrs import field, frozen
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.codec.pieces import Hit, Piece
from newsmodel.codec.row import Row
from newsmodel.codec.table import Embedded, Table
from newsmodel.errors import InputError
from newsmodel.losses import LossKind
from newsmodel.syntax.xml import WHITE, XML_NS, children_of, local_name, own_text, raw_text, tag_of
from newsmodel.syntax.xml_extras import is_leaf, put_back
from newsmodel.syntax.xml_path import MARKUP, TEXT, Step, XmlPath, clark, pair_of, parse_path
from newsmodel.syntax.xml_spots import Leaf, Spot, set_leaf

T = TypeVar("T")
_NUMBERS = re.compile(r"\[([0-9]+)\]")
_PAIR = re.compile(r"[^\s:]+:(?!//)\S+")
"""A vocabulary's short name and a code: two attributes that say anything else are read one by one."""


@frozen(eq=False)
class XmlPiece(Piece):
    """A piece of an XML document: an element, or (``leaf``) one of its attributes or its text."""

    element: etree._Element = field(kw_only=True)
    leaf: str | None = field(default=None, kw_only=True)

    @property
    def order(self) -> tuple[list[tuple[int, str]], tuple[int, ...]]:
        """Sort by place, numbers as numbers; what stands at one place keeps the document's order."""
        parts = enumerate(_NUMBERS.split(self.place))
        place = [(int(part or 0) if at % 2 else 0, part) for at, part in parts]
        return place, tuple(_numbers_of(self.element))

    @property
    def line(self) -> int | None:
        """The line, as the parser counts."""
        return self.element.sourceline

    def text(self) -> str:
        """Return the element's markup, or the attribute's value, or the text."""
        if self.leaf in (None, MARKUP):
            return raw_text(self.element)
        if names := pair_of(self.leaf or ""):
            return ":".join(self.element.get(name, "") for name in names)
        return (
            own_text(self.element).strip(WHITE)
            if self.leaf == TEXT
            else self.element.get(self.leaf or "", "")
        )


@frozen(eq=False)
class Known:
    """An element whose fixed attributes the outer table has already understood."""

    element: etree._Element
    step: Step


class XmlTable(Table[T]):
    """A table over XML.

    ``tag`` is the element that stands for the object where the table is the root; ``namespaces`` maps the prefixes of
    the rows' paths; ``order`` gives, for an element by its path, its children in the order that the schema wants;
    rows stand in their own order elsewhere. ``embedded`` are objects of the model whose rows stand in the same element.
    """

    def __init__(
        self,
        cls: type[T],
        *rows: Row,
        namespaces: Mapping[str, str],
        tag: str = "",
        order: Mapping[str, Sequence[str]] | None = None,
        implied: Mapping[str, Any] | None = None,
        embedded: tuple[Embedded, ...] = (),
    ) -> None:
        super().__init__(cls, *rows, implied=implied, embedded=embedded)
        self.namespaces = {**namespaces, "xml": XML_NS}
        self.tag = clark(tag, self.namespaces)
        self._names = {uri: prefix for prefix, uri in self.namespaces.items()}
        self._order = {
            path: {clark(name, self.namespaces): rank for rank, name in enumerate(names)}
            for path, names in (order or {}).items()
        }
        self.root = Spot(Step(self.tag))
        for row in (*rows, *(row for each in embedded for row in each.table.rows)):
            for rank, path in enumerate(row.paths):
                self._place(row, rank, parse_path(path, self.namespaces))

    def _place(self, row: Row, rank: int, path: XmlPath) -> None:
        spot = self.root
        for step in path.steps:
            spot = spot.at(step)
        if path.leaf is None:
            spot.whole = Leaf(row, rank)
            spot.may_be_empty = not isinstance(row.codec, Table)
        elif path.leaf in spot.leaves:
            raise TypeError(f"two rows for {row.paths[rank]}")
        else:
            spot.take(path.leaf, Leaf(row, rank))

    # reading

    def decode(self, raw: Any, context: Context) -> T:
        """Read an element; or a `Known` one, of whose attributes an outer table has taken some."""
        known = isinstance(raw, Known)
        element, spot = (raw.element, self.root.known_as(raw.step)) if known else (raw, self.root)
        hits: list[Hit] = []
        foreign: list[Piece] = []
        self._read(element, spot, "", hits, foreign)
        return self.build(hits, foreign, context)

    def _read(
        self, element: etree._Element, spot: Spot, path: str, hits: list[Hit], foreign: list[Piece]
    ) -> None:
        self._read_attributes(element, spot, path, hits, foreign)
        if leaf := spot.leaves.get(MARKUP):
            if not _is_empty(element):
                hits.append(
                    Hit(
                        leaf.row,
                        leaf.rank,
                        element,
                        XmlPiece(_below(path, MARKUP), element=element, leaf=MARKUP),
                    )
                )
            return
        if (text := own_text(element)).strip(WHITE):
            piece = XmlPiece(_below(path, TEXT), element=element, leaf=TEXT)
            if leaf := spot.leaves.get(TEXT):
                hits.append(Hit(leaf.row, leaf.rank, text, piece))
            else:
                foreign.append(piece)
        self._read_children(element, spot, path, hits, foreign)

    def _read_attributes(
        self, element: etree._Element, spot: Spot, path: str, hits: list[Hit], foreign: list[Piece]
    ) -> None:
        known = {name for name, _ in spot.step.fixed} | self._read_pairs(element, spot, path, hits)
        for key, value in element.items():
            name = str(key)
            if name in known:
                continue
            piece = XmlPiece(
                _below(path, f"@{self._shown(name)}"), empty=not value, element=element, leaf=name
            )
            if leaf := spot.leaves.get(name):
                hits.append(Hit(leaf.row, leaf.rank, value, piece))
            else:
                foreign.append(piece)

    @staticmethod
    def _read_pairs(element: etree._Element, spot: Spot, path: str, hits: list[Hit]) -> set[str]:
        """Read the pairs of attributes that are one code; return the names of those that were."""
        taken: set[str] = set()
        for first, second in spot.pairs:
            raw = f"{element.get(first, '').strip(WHITE)}:{element.get(second, '').strip(WHITE)}"
            if _PAIR.fullmatch(raw):
                leaf = spot.leaves[f"{first}:{second}"]
                place = _below(path, f"@{first}:@{second}")
                piece = XmlPiece(place, element=element, leaf=f"{first}:{second}")
                hits.append(Hit(leaf.row, leaf.rank, raw, piece))
                taken |= {first, second}
        return taken

    def _read_children(
        self, element: etree._Element, spot: Spot, path: str, hits: list[Hit], foreign: list[Piece]
    ) -> None:
        taken: Counter[Spot] = Counter()
        for child in children_of(element):
            below = spot.below_for(child)
            name = self._shown(tag_of(child))
            if below is None or (taken[below] and not below.repeated):
                foreign.append(XmlPiece(_below(path, name), empty=_is_bare(child), element=child))
                continue
            taken[below] += 1
            name += "".join(f"[@{self._shown(key)}='{value}']" for key, value in below.step.fixed)
            inner = _below(path, name + (f"[{taken[below]}]" if below.repeated else ""))
            if below.whole:
                piece = XmlPiece(inner, empty=_is_bare(child), element=child)
                raw = (
                    Known(child, below.step)
                    if below.step.fixed and isinstance(below.whole.row.codec, XmlTable)
                    else child
                )
                hits.append(Hit(below.whole.row, below.whole.rank, raw, piece))
            else:
                self._read(child, below, inner, hits, foreign)

    def _shown(self, tag: str) -> str:
        """Return a Clark name as it stands in paths: with a prefix that the table knows, else in Clark notation."""
        if not tag.startswith("{"):
            return tag
        uri, _, local = tag[1:].partition("}")
        if uri not in self._names:
            return tag
        return f"{self._names[uri]}:{local}" if self._names[uri] else local

    # writing

    def encode(self, value: T, context: Context, into: Any = None) -> etree._Element:
        """Write into an element (``into``, or a new one with the table's tag)."""
        element = into if into is not None else etree.Element(self.tag, nsmap=_nsmap(self.namespaces))
        self._write(element, self.root, "", value, context)
        self.note_unwritten(value, context)
        elements_first = sorted(
            self.extras_of(value, context), key=lambda found: is_leaf(found[1], self.namespaces)
        )

        def would_read(row: Row, raw: Any) -> bool:
            return self.would_read(row, raw, context)

        for path, extra in elements_first:
            if reason := put_back(element, extra, self.root, self.namespaces, context, would_read):
                context.note(LossKind.UNWRITTEN, path, extra.raw, where=extra.place, reason=reason)
        self._sort(element, self.root, "")
        return element

    def _write(self, element: etree._Element, spot: Spot, path: str, model: T, context: Context) -> None:
        for leaf, of in spot.leaves.items():
            if leaf == MARKUP:
                for _ in self.raws(of.row, model, context, lambda: element):
                    pass
            elif of.rank < of.row.written:
                for _, raw in self.raws(of.row, model, context):
                    set_leaf(element, leaf, raw)
        for spots in spot.below.values():
            for below in spots:
                self._write_below(element, below, path, model, context)

    def _write_below(
        self, element: etree._Element, below: Spot, path: str, model: T, context: Context
    ) -> None:
        leaf = below.repeated or below.whole
        if leaf is None:
            child = _sub(element, below.step)
            self._write(child, below, _below(path, self._shown(below.step.tag)), model, context)
            if _says_nothing(child, below):
                element.remove(child)
        elif leaf.rank < leaf.row.written:
            for child, raw in self.raws(leaf.row, model, context, lambda: _sub(element, below.step)):
                if not below.whole:
                    set_leaf(child, next(iter(below.leaves)), raw)
                elif _says_nothing(child, below):  # all that it had to say is among the losses
                    element.remove(child)

    def place_for(self, element: etree._Element, parent: etree._Element, path: str) -> int:
        """Return the index at which a new child belongs: behind all that the schema, or the rows, put before it."""
        ranks = self._order.get(path) or self._row_order(path)
        own = ranks.get(tag_of(element), len(ranks))
        places = [at for at, child in enumerate(parent) if ranks.get(str(child.tag), -1) <= own]
        behind = [at for at in places if isinstance(parent[at].tag, str)]
        return behind[-1] + 1 if behind else 0

    def _row_order(self, path: str) -> dict[str, int]:
        spot = self.root
        for name in filter(None, path.split("/")):
            tag = clark(name, self.namespaces)
            spot = next(iter(spot.below.get(tag, ())), Spot(Step(tag)))
        return {tag: rank for rank, tag in enumerate(spot.below)}

    def discard(self, target: Any) -> None:
        """Take an element out again."""
        if target is not None:
            target.getparent().remove(target)

    def _sort(self, element: etree._Element, spot: Spot, path: str) -> None:
        if ranks := self._order.get(path):
            element[:] = sorted(element, key=lambda child: ranks.get(tag_of(child), len(ranks)))
        for spots in spot.below.values():
            for below in spots:
                name = _below(path, self._shown(below.step.tag))
                if name in self._order:
                    for child in element.iterchildren(below.step.tag):
                        self._sort(child, below, name)


def _below(path: str, name: str) -> str:
    return f"{path}/{name}" if path else name


def _numbers_of(element: etree._Element) -> Iterator[int]:
    """Give an element's number among its siblings, from the root down."""
    around = [*reversed(list(element.iterancestors())), element]
    yield from (outer.index(inner) for outer, inner in pairwise(around))


def _is_empty(element: etree._Element) -> bool:
    return not own_text(element).strip(WHITE) and next(children_of(element), None) is None


def _is_bare(element: etree._Element) -> bool:
    return _is_empty(element) and not element.attrib


def _says_nothing(element: etree._Element, spot: Spot) -> bool:
    return (
        not spot.may_be_empty
        and not len(element)
        and not element.text
        and len(element.attrib) == len(spot.step.fixed)
    )


def _nsmap(namespaces: Mapping[str, str]) -> dict[str | None, str]:
    return {prefix or None: uri for prefix, uri in namespaces.items() if uri and prefix != "xml"}


def _sub(element: etree._Element, step: Step) -> etree._Element:
    return etree.SubElement(element, step.tag, dict(step.fixed))


def root_error(expected: str, element: etree._Element) -> InputError:
    """The error for a document whose root is another element."""
    return InputError(
        expected, local_name(tag_of(element)), place=local_name(tag_of(element)), line=element.sourceline
    )
