"""What stands around the items of a NewsML-G2 message: the header, items of other kinds, somebody's own envelope."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.formats.message_bytes import Head
from newsmodel.formats.newsml_g2 import NAME
from newsmodel.formats.newsml_g2_header import MESSAGE as TABLE
from newsmodel.formats.newsml_g2_root import ITEM_SET, MESSAGE, beside, is_elsewhere
from newsmodel.formats.newsml_g2_values import NAR_NS
from newsmodel.losses import LossKind
from newsmodel.model import Message
from newsmodel.model.origin import Envelope, Origin
from newsmodel.syntax.xml import parse_xml, path_of, raw_text, tag_of
from newsmodel.syntax.xml_cutting import alone, closed, first_tag, open_tags
from newsmodel.syntax.xml_namespace import into_namespace


def _settle(root: etree._Element) -> None:
    if is_elsewhere(root):
        into_namespace(root, NAR_NS)


def _lean(root: etree._Element) -> None:
    """Take the items out: they are no part of what a message says."""
    for holder in list(root.iterchildren(ITEM_SET)):
        root.remove(holder)


HEADER = Head(NAME, TABLE, "newsMessage", "header", _settle, _lean, place=lambda data: first_tag(data)[1])


@frozen
class MessageForm:
    """How the messages of NewsML-G2 are made (`newsmodel.model.origin.Form`)."""

    told: bool = False

    def alone(self, origin: Origin) -> bytes:
        """Return an item with the namespaces that are declared around it."""
        return alone(origin.piece, origin.scope)

    def message(self, envelope: Envelope) -> Message:
        """Read the header; of an envelope of somebody's own all that stands beside its articles, so far as it is known, is kept as extras."""
        start = envelope.head if envelope.whole else closed(envelope.head + _MARK)
        return said_by(parse_xml(start, Context(NAME)), Context(NAME))

    def beside(self, origin: Origin) -> Iterator[tuple[str, str]]:
        """Give the items of other kinds; of an envelope of somebody's own what its message does not have."""
        envelope = origin.envelope
        if envelope is None:
            return
        if envelope.whole:
            yield from _others(parse_xml(envelope.head, Context(NAME)), first=True)
            return
        around = b"".join(open_tags(envelope.head)) + _MARK
        if not origin.number:
            yield from _others(parse_xml(closed(envelope.head + _MARK), Context(NAME)), first=True)
        elif b"<" in origin.before:
            yield from _others(parse_xml(closed(around + origin.before + _MARK), Context(NAME)))
        if origin.number + 1 == envelope.count and envelope.tail:
            yield from _others(parse_xml(around + envelope.tail, Context(NAME)))


FORM = MessageForm()


def said_by(root: etree._Element, context: Context) -> Message:
    """Return what a message says of itself. Of an envelope of somebody's own, that is what stands beside its articles.

    The tree is changed. What cannot be understood is noted in the context.
    """
    _settle(root)
    if tag_of(root) == MESSAGE:
        return HEADER.read(root, context)
    return Message(extras=[context.kept(path_of(part), raw_text(part)) for part in _beside(root)])


_MARK = b"<?newsmodel-item?>"
"""Stands for an item where a piece of a message is read without it."""


def _beside(root: etree._Element) -> Iterator[etree._Element]:
    for part in beside(root):
        marks: Iterator[Any] = part.iter(etree.PI)
        if not any(mark.target == "newsmodel-item" for mark in marks):
            yield part


def _others(root: etree._Element, *, first: bool = False) -> Iterator[tuple[str, str]]:
    """Give the items of a piece of a message that are no articles. The ``first`` piece of an envelope of somebody's own has none: its message has all."""
    _settle(root)
    own = tag_of(root) != MESSAGE
    for part in [] if own and first else _beside(root):
        holder = part.getparent()
        if own or (holder is not None and tag_of(holder) == ITEM_SET):
            yield path_of(part), raw_text(part)


def note_beside(element: etree._Element, place: str, context: Context) -> None:
    """Note what stands beside the articles of a message, where it is not kept."""
    reason = "beside the articles"
    context.note_place(LossKind.UNREAD, place, raw_text(element), reason=reason, line=element.sourceline)
