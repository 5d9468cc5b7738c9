"""Documents as they are checked: each as one tree, but a long message of NewsML-G2 item by item, as it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

from attrs import define, field, frozen
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.formats.catalogs import ITEMS
from newsmodel.formats.newsml_g2_values import NAR_NS
from newsmodel.syntax.xml import Paths, parse_xml, tag_of
from newsmodel.syntax.xml_encoding import start_in_utf8
from newsmodel.syntax.xml_length import is_long
from newsmodel.syntax.xml_stream import iter_elements

_MESSAGE, _SET, _OTHER = (f"{{{NAR_NS}}}{name}" for name in ("newsMessage", "itemSet", "item"))
_PEEK: Final = 65_536
_ROOT: Final = re.compile(rb"<(?:[\w.-]+:)?newsMessage[\s>]")


@frozen
class Piece:
    """A tree of its own that is checked, and the place of its root in the document."""

    root: etree._Element
    place: str
    _paths: Paths = field(factory=Paths)

    @classmethod
    def whole(cls, root: etree._Element) -> Piece:
        """Return a document that is one piece."""
        return cls(root, Paths().of(root))

    def place_of(self, element: etree._Element) -> str:
        """Return where an element stands in the document."""
        _, slash, below = self._paths.of(element).partition("/")
        return self.place + slash + below


def pieces(document: bytes, context: Context) -> Iterator[Piece]:
    """Give the pieces of a document: itself, or of a message that is too long for one tree its items, and at last what is around them.

    Raises `SyntaxFault` as `parse_xml` does, of a long message perhaps after some pieces.
    """
    if not _is_long_message(document):
        yield Piece.whole(parse_xml(document, context))
        return
    frame = _Frame()
    for part in iter_elements(document, *ITEMS, inside=(_MESSAGE, _SET), context=context):
        holder = part.element.getparent()
        if holder is None or tag_of(holder) != _SET:
            frame.add(part.element)
        else:
            frame.stand_in(holder)
            yield Piece(deepcopy(part.element), part.place)
    if frame.root is not None:
        yield Piece.whole(frame.root)


def _is_long_message(document: bytes) -> bool:
    return is_long(document) and _ROOT.search(start_in_utf8(document[:_PEEK])) is not None


@define
class _Frame:
    """A message without its items: in each set of them stands one empty element, of which schemas know nothing.

    Sets that are empty are left out.
    """

    root: etree._Element | None = None
    of: etree._Element | None = None
    """The set that was copied last."""

    def add(self, element: etree._Element) -> None:
        """Take over a child of the message."""
        parent = element.getparent()
        if parent is None:
            self.root = deepcopy(element)
        else:
            self._begun(parent).append(deepcopy(element))

    def stand_in(self, holder: etree._Element) -> None:
        """Take over a set of items, once."""
        message = holder.getparent()
        if message is None or holder is self.of:
            return
        self.of = holder
        copy = _bare(holder)
        etree.SubElement(copy, _OTHER)
        self._begun(message).append(copy)

    def _begun(self, message: etree._Element) -> etree._Element:
        if self.root is None:
            self.root = _bare(message)
        return self.root


def _bare(element: etree._Element) -> etree._Element:
    """Return an element with its attributes and its line, and nothing in it."""
    copy: Any = etree.Element(element.tag, dict(element.attrib), nsmap=element.nsmap)
    copy.sourceline = element.sourceline
    made: etree._Element = copy
    return made
