"""The bytes of messages, in any format of XML: what they say of themselves is changed in place, and their items are put together again.

A format says how its messages are made in a `Head`; the bytes of what nobody changes are those that came.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs
from attrs import frozen
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.difference import diff, related
from newsmodel.losses import Losses, LossKind
from newsmodel.model import Message
from newsmodel.model.origin import Envelope
from newsmodel.syntax.xml import local_name, parse_xml, tag_of
from newsmodel.syntax.xml_cutting import closed, cut, first_tag, scope_of, without
from newsmodel.syntax.xml_namespace import Tags
from newsmodel.syntax.xml_patch import Patch, changed_fields
from newsmodel.syntax.xml_table import XmlTable


@frozen
class Head:
    """Where the messages of a format say something of themselves.

    ``table`` reads the ``root`` with the ``element`` in it that says it; ``settle`` brings a tree to the names that the table knows,
    ``lean`` takes from it what is no part of what the message says; ``place`` is where a new element is put in a document without one.
    """

    format: str
    table: XmlTable[Message]
    root: str
    element: str
    settle: Callable[[etree._Element], object]
    lean: Callable[[etree._Element], None]
    place: Callable[[bytes], int]

    def read(self, root: etree._Element, context: Context) -> Message:
        """Read what a message says; the tree, which has the names that the table knows, is changed."""
        self.lean(root)
        return self.table.decode(root, context)

    def read_bytes(self, document: bytes) -> Message:
        """Read what a message says from its bytes, or from those before its first item."""
        root = parse_xml(closed(document), Context(self.format))
        self.settle(root)
        return self.read(root, Context(self.format))

    def changed(self, document: bytes, message: Message, context: Context) -> bytes:
        """Return a document, or its beginning, that says what ``message`` says: only what it says otherwise is written anew.

        What it has no place for is noted; so is the time of sending where the message names none, and one stays that must be there.
        """
        if self._root_tag(document) != self.root:  # somebody's own: all that it says are extras
            for change in diff(Message(), attrs.evolve(message, extras=())):
                context.note(LossKind.UNWRITTEN, f"message.{change.path}", change.after, reason=_NO_PLACE)
            return document
        before = self.read_bytes(document)
        if message.sent is None and before.sent is not None:
            context.note(LossKind.ASSUMED, "message.sent", before.sent)
            message = attrs.evolve(message, sent=before.sent)
        if not changed_fields(before, message):
            return document
        attempt = Context(self.format, in_place=True)
        attempt.enter("message")
        document = self._patched(document, before, message, attempt)
        self._note_unsaid(message, self.read_bytes(document), attempt.losses)
        context.losses.extend(attempt.losses)
        return document

    def _root_tag(self, document: bytes) -> str:
        start, end = first_tag(document)
        return document[start + 1 : end].decode("utf-8", "replace").strip("/>").split()[0].rpartition(":")[2]

    def _patched(self, document: bytes, before: Message, after: Message, context: Context) -> bytes:
        outside = first_tag(document)
        found = cut(document, self.element)
        start, end = found[0] if found else [self.place(document)] * 2
        root = parse_xml(closed(document[slice(*outside)] + document[start:end]), Context(self.format))
        tags = Tags(root)
        self.settle(root)
        Patch(self.table, before, after, changed_fields(before, after), context).apply(root)
        tags.restore(root, root)
        heads = [
            child for child in root.iterchildren(etree.Element) if local_name(tag_of(child)) == self.element
        ]
        written = b"".join(etree.tostring(head, encoding="UTF-8", with_tail=False) for head in heads)
        return document[:start] + without(written, scope_of(root.nsmap)) + document[end:]

    def _note_unsaid(self, message: Message, back: Message, losses: Losses) -> None:
        for change in diff(message, back):
            path = f"message.{change.path}"
            told = any(related(path, known) for known in losses.paths)
            if not told and not _means_the_same(change.before, change.after):
                losses.note(LossKind.UNWRITTEN, path, change.before, reason=_NO_PLACE)


_NO_PLACE = "the document has no place for it"


def _means_the_same(one: object, other: object) -> bool:
    """Whether two texts are the same markup, written in two ways: somebody made an extra by hand."""
    try:
        return etree.canonicalize(str(one)) == etree.canonicalize(str(other))
    except etree.XMLSyntaxError:
        return False


@frozen
class Unit:
    """An item that is to be written: its bytes, which of the message's it is (None for one that comes from elsewhere), what stood before it."""

    element: bytes
    number: int | None = None
    before: bytes = b""
    same: bool = False
    """Whether it is as it came."""


def put_together(envelope: Envelope, units: Sequence[Unit], context: Context, head: Head) -> bytes:
    """Return the message that items came in, with those that are given, in their order, and all that is beside them."""
    numbers = [unit.number for unit in units if unit.number is not None]
    start = envelope.head
    if context.message is not None:
        start = head.changed(start, context.message, context)
    whole = numbers == list(range(envelope.count)) and all(unit.same for unit in units)
    if envelope.source is not None and start is envelope.head and whole:
        return envelope.source
    left = sorted(set(envelope.between) - set(numbers))
    parts = [start]
    for unit in units:
        if unit.number is None:
            parts.append(b"\n" if len(parts) > 1 else b"")
        else:
            while left and left[0] < unit.number:
                parts.append(_between(envelope, left.pop(0), context))
            blank = len(parts) == 1 and not unit.before.strip()
            parts.append(b"" if blank else unit.before)
        parts.append(unit.element)
    parts += [_between(envelope, number, context) for number in left]
    return b"".join([*parts, envelope.tail]) if envelope.tail else closed(b"".join(parts))


def _between(envelope: Envelope, number: int, context: Context) -> bytes:
    found = envelope.between[number]
    if found is None:
        reason = f"it stood before item {number + 1}, which is not written, in a message that was read item by item"
        context.note(LossKind.UNWRITTEN, "message", where="what is no article", reason=reason)
    return found or b""
