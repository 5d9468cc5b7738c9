"""What stands around the items of a NewsML 1 document: the NewsEnvelope, rows for what it says of the transmission.

Its NewsService is of the articles (`Article.services`). What no row takes is kept as extras, of the `Message` and of the articles.
Source: NewsML 1.2 DTD and Functional Specification (IPTC, 2003), NewsEnvelope.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from attrs import frozen
from lxml import etree  # noqa: TC002  # as in the other modules of this format

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.row import many, maybe
from newsmodel.codec.values import TEXT
from newsmodel.formats.message_bytes import Head
from newsmodel.formats.newsml_1 import NAME
from newsmodel.formats.newsml_1_parts import NS
from newsmodel.formats.newsml_1_stories import without_namespace
from newsmodel.formats.newsml_1_topic_index import TopicIndex
from newsmodel.formats.newsml_1_values import COUNT, DATE_TIME
from newsmodel.model import Address, Concept, Message
from newsmodel.model.origin import Envelope, Origin
from newsmodel.syntax.xml_cutting import closed, cut
from newsmodel.syntax.xml_table import XmlTable

ENVELOPE, ITEM = "NewsEnvelope", "NewsItem"
AD, C, M = attrs.fields(Address), attrs.fields(Concept), attrs.fields(Message)


class PartyTable(XmlTable[Address]):
    """A table of parties: each has a formal name, as the DTD demands."""

    def encode(self, value: Address, context: Context, into: Any = None) -> etree._Element:
        """Write a party that has a name."""
        if value.name is None:
            raise Unsayable("a party of an envelope has a name")
        return super().encode(value, context, into)


class ProductTable(XmlTable[Concept]):
    """A table of products: each has a formal name."""

    def encode(self, value: Concept, context: Context, into: Any = None) -> etree._Element:
        """Write a product that has a formal name."""
        if value.literal is None:
            raise Unsayable("a product has a literal for a name")
        return super().encode(value, context, into)


PARTY = PartyTable(Address, maybe(AD.name, "@FormalName", TEXT), namespaces=NS)
PRODUCT = ProductTable(Concept, maybe(C.literal, "@FormalName", TEXT), namespaces=NS)
MESSAGE = XmlTable(
    Message,
    maybe(M.id, f"{ENVELOPE}/TransmissionId/text()", TEXT),
    many(M.senders, f"{ENVELOPE}/SentFrom/Party", PARTY),
    many(M.destinations, f"{ENVELOPE}/SentTo/Party", PARTY),
    maybe(M.sent, f"{ENVELOPE}/DateAndTime/text()", DATE_TIME),
    many(M.products, f"{ENVELOPE}/NewsProduct", PRODUCT),
    maybe(M.priority, f"{ENVELOPE}/Priority/@FormalName", COUNT),
    tag="NewsML",
    namespaces=NS,
    order={
        ENVELOPE: [
            "TransmissionId",
            "SentFrom",
            "SentTo",
            "DateAndTime",
            "NewsService",
            "NewsProduct",
            "Priority",
        ],
    },
)
"""A document without its items, catalogues and topics."""


def _lean(root: etree._Element) -> None:
    """Leave nothing but the envelope, without what is of the articles."""
    root.attrib.clear()
    for child in list(root):
        if child.tag != ENVELOPE:
            root.remove(child)
    for service in root.findall(f"{ENVELOPE}/NewsService"):
        service.getparent().remove(service)  # type: ignore[union-attr]  # it has one


def _place(data: bytes) -> int:
    """Return where an envelope belongs in a document that has none: before its items."""
    found = cut(data, ITEM)
    return found[0][0] if found else len(data)


HEAD = Head(NAME, MESSAGE, "NewsML", ENVELOPE, without_namespace, _lean, _place)


@frozen
class DocumentForm:
    """How NewsML 1 documents with several items are made (`newsmodel.model.origin.Form`)."""

    told: bool = True

    def alone(self, origin: Origin) -> bytes:
        """Return a document that holds one of the items only, and of our Topics those that it refers to."""
        envelope = origin.envelope
        if envelope is None or envelope.whole:
            return origin.piece
        more = b"".join(gap for gap in envelope.between.values() if gap)
        rest = origin.piece + more + (envelope.tail or closed(envelope.head)[len(envelope.head) :])
        if not isinstance(envelope.index, TopicIndex):
            envelope.index = TopicIndex(envelope.head)
        return envelope.index.head_for(rest) + rest

    def message(self, envelope: Envelope) -> Message:
        """Read the envelope."""
        return HEAD.read_bytes(envelope.head)

    def beside(self, origin: Origin) -> Iterator[tuple[str, str]]:  # noqa: ARG002  # as `Form` has it
        """There is nothing else: topics and catalogues are told of by the articles."""
        yield from ()


FORM = DocumentForm()
