"""Reading the items of a NewsML 1 document one after the other: each in a document of its own, with the envelope, catalogues and topics of all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO, Final

import attrs
from lxml import etree  # noqa: TC002  # as in the other modules of this format

from newsmodel.codec.context import Context
from newsmodel.formats.newsml_1 import NAME
from newsmodel.formats.newsml_1_envelope import FORM, ITEM
from newsmodel.formats.newsml_1_reading import items_of, parsed, read_stories
from newsmodel.losses import LossKind
from newsmodel.model import Article, Extra
from newsmodel.model.origin import Envelope, Origin
from newsmodel.syntax.xml import local_name, serialise_xml, tag_of
from newsmodel.syntax.xml_cutting import Cutter, cut, spans_of
from newsmodel.syntax.xml_encoding import is_plain, mark_of, said_in_utf8, start_in_utf8
from newsmodel.syntax.xml_length import HEAD, parted
from newsmodel.syntax.xml_stream import iter_elements
from newsmodel.syntax.xml_table import root_error

_ROOT: Final = re.compile(rb"<NewsML(?:\s[^<>]*)?>")
_NOBODY = Article()


def read_items(source: bytes | BinaryIO, context: Context) -> Iterator[Article]:
    """Read all articles of a document: its items, and the stories, or language versions, of each. A long one is read item by item."""
    whole, long = parted(source, _is_streamable)
    if whole is not None:
        yield from _read_whole(whole, context)
    elif long is not None:
        yield from _read_stream(long, context)


def _is_streamable(start: bytes) -> bool:
    """Whether a document without a namespace begins here: only the items of such a one are found one by one."""
    root = _ROOT.search(start_in_utf8(start[:HEAD]))
    return root is not None and b"xmlns=" not in root[0]


# at once


def _read_whole(data: bytes, context: Context) -> Iterator[Article]:
    own = Context(context.format)
    root = parsed(data, own)
    context.losses.extend(own.losses if context.losses.heard else ())
    items = items_of(root)
    if len(items) == 1:
        origin = Origin(NAME, data, _NOBODY, Envelope(data, FORM, whole=True))
        yield from read_stories(root, origin, context)
        return
    plain = not own.losses and is_plain(data[:HEAD])
    whole, spans = data, spans_of(data, root, items, ITEM) if plain else None
    if spans is None:
        whole = serialise_xml(root)
        spans = spans_of(whole, root, items, ITEM)
    ends = [0]
    gaps, pieces = list[bytes](), list[bytes]()
    for start, end in spans or ():
        gaps.append(whole[ends[-1] : start])
        pieces.append(whole[start:end])
        ends.append(end)
    between = {number: gap for number, gap in enumerate(gaps) if number and gap.strip()}
    source = None if whole is data else data
    head = gaps[0] if gaps else whole
    envelope = Envelope(head, FORM, whole[ends[-1] :], len(pieces), dict(between), source)
    lines, known = 0, dict[Extra, Extra]()
    for number, piece in enumerate(pieces):
        lines += gaps[number].count(b"\n")
        origin = Origin(NAME, piece, _NOBODY, envelope, number, gaps[number] if number else b"")
        yield from _read_one(origin, lines, context, known)
        lines += piece.count(b"\n")


def _read_one(origin: Origin, lines: int, context: Context, known: dict[Extra, Extra]) -> Iterator[Article]:
    """Read an item before which there are so many ends of lines in the document."""
    noted = len(context.losses)
    data = origin.data
    found = list(read_stories(parsed(data), origin, context, known))
    here = data.count(b"\n", 0, data.index(origin.piece))
    for at in range(noted, len(context.losses)):
        loss = context.losses[at]
        if loss.line is not None and loss.line > here:
            context.losses[at] = attrs.evolve(loss, line=loss.line - here + lines)
    yield from found


# item by item


def _read_stream(source: bytes | BinaryIO, context: Context) -> Iterator[Article]:
    file = BytesIO(source) if isinstance(source, bytes) else source
    mark = mark_of(file)
    cutter = Cutter((ITEM,))
    envelope: Envelope | None = None
    lines, known = 0, dict[Extra, Extra]()
    for part in iter_elements(file, ITEM, inside=("NewsML",), context=context, tap=cutter):
        if part.element.getparent() is None:
            _refuse(part.element)
        if tag_of(part.element) != ITEM:
            cutter.pass_over(part.element)
            continue
        before, piece = cutter.take()
        lines += before.count(b"\n")
        if envelope is None:
            envelope, before = Envelope(mark + said_in_utf8(before), FORM), b""
        if before.strip():
            envelope.between[envelope.count] = None
            _note_late(before, context)
        origin = Origin(NAME, piece, _NOBODY, envelope, envelope.count, before)
        envelope.count += 1
        yield from _read_one(origin, lines, context, known)
        lines += piece.count(b"\n")
    if envelope is not None:
        envelope.tail = cutter.rest()
        _note_late(envelope.tail, context)


def _refuse(root: etree._Element) -> None:
    if local_name(tag_of(root)) != "NewsML":
        raise root_error("a NewsML document", root)


def _note_late(gap: bytes, context: Context) -> None:
    """Note topics and catalogues that stand behind an item, where the standard has none: items were read without them."""
    for name in ("TopicSet", "Catalog"):
        for start, end in cut(gap, name):
            reason = "it stands behind items of a document that is read item by item"
            raw = gap[start:end].decode("utf-8", "replace")
            context.note_place(LossKind.UNREAD, f"NewsML/{name}", raw, reason=reason)
