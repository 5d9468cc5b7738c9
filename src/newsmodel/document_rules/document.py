"""A document as the rules see it: its elements, and the vocabulary that each belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Final, Self

from attrs import frozen
from lxml import etree

from newsmodel.formats.catalogs import Catalog
from newsmodel.formats.newsml_g2_pieces import Piece
from newsmodel.formats.newsml_g2_values import NAR_NS
from newsmodel.problems import Finding
from newsmodel.syntax.xml import local_name, own_text, tag_of


class Vocabulary(Enum):
    """A standard whose elements a document is made of; one stands inside the other."""

    NEWSML_G2 = "NewsML-G2"
    NEWSML_1 = "NewsML 1"
    NITF = "NITF"
    XHTML = "XHTML"
    OTHER = "another"


_NAMESPACES: Final = {
    NAR_NS: Vocabulary.NEWSML_G2,
    "http://iptc.org/std/NITF/2006-10-18/": Vocabulary.NITF,
    "http://www.w3.org/1999/xhtml": Vocabulary.XHTML,
}
_ROOTS: Final = {"NewsML": Vocabulary.NEWSML_1, "nitf": Vocabulary.NITF, "html": Vocabulary.XHTML}
"""The elements that begin a vocabulary whatever their namespace: agencies leave it out, or let that of the item stand."""


@frozen(eq=False)
class Document:
    """An XML document, or a piece of a long one: its elements in their order with their vocabularies, and the catalogues that the caller has."""

    elements: tuple[tuple[etree._Element, Vocabulary], ...]
    piece: Piece
    catalogs: tuple[Catalog, ...] = ()

    @classmethod
    def of(cls, piece: Piece, catalogs: Iterable[Catalog] = ()) -> Self:
        """Take a document in, or a piece of one."""
        return cls(tuple(_with_vocabularies(piece.root)), piece, tuple(catalogs))

    def of_vocabulary(self, *vocabularies: Vocabulary) -> Iterator[etree._Element]:
        """Give the elements of a vocabulary."""
        return (element for element, found in self.elements if found in vocabularies)

    def found(self, element: etree._Element, message: str, hint: str = "", *, attribute: str = "") -> Finding:
        """Return a finding at an element, or at an attribute of it."""
        path = self.piece.place_of(element) + (f"/@{attribute}" if attribute else "")
        return Finding(path, message, hint, element.sourceline or None)


def _with_vocabularies(root: etree._Element) -> Iterator[tuple[etree._Element, Vocabulary]]:
    known: dict[etree._Element, Vocabulary] = {}
    for element in root.iter(etree.Element):
        parent = element.getparent()
        known[element] = _vocabulary_of(element, parent, known.get(parent) if parent is not None else None)
        yield element, known[element]


def _vocabulary_of(
    element: etree._Element, parent: etree._Element | None, around: Vocabulary | None
) -> Vocabulary:
    if (begun := _ROOTS.get(local_name(tag_of(element)))) is not None:
        return begun
    namespace = etree.QName(element).namespace
    if parent is not None and around is not None and etree.QName(parent).namespace == namespace:
        return around
    return _NAMESPACES.get(namespace or "", Vocabulary.OTHER)


def text_of(element: etree._Element) -> str:
    """Return what stands directly in an element, without white space at its ends."""
    return own_text(element).strip(" \t\r\n")
