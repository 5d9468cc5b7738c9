"""Reading NewsML-G2 documents: a single item, or a message of many; a long one item by item. The message around its items is kept."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from typing import BinaryIO

from attrs import define, field
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import SeveralItems
from newsmodel.formats.newsml_g2 import NAME
from newsmodel.formats.newsml_g2_envelope import FORM, note_beside, said_by
from newsmodel.formats.newsml_g2_item import ARTICLES, read_versions
from newsmodel.formats.newsml_g2_root import (
    ITEM_NAMES,
    ITEM_SET,
    MESSAGE,
    beside,
    is_elsewhere,
    is_message,
    items_of,
    refuse_others,
    root_of,
    settled,
)
from newsmodel.model import Article
from newsmodel.model.origin import Envelope, Origin, with_origin
from newsmodel.syntax.xml import Paths, parse_xml, serialise_back, tag_of
from newsmodel.syntax.xml_cutting import Cutter, scope_of, spans_of
from newsmodel.syntax.xml_encoding import is_plain, mark_of, said_in_utf8
from newsmodel.syntax.xml_language import inherited_language
from newsmodel.syntax.xml_length import HEAD, parted
from newsmodel.syntax.xml_stream import iter_elements
from newsmodel.syntax.xml_table import root_error


def read_item(data: bytes, context: Context) -> Article:
    """Read the one article of a document. Raise `SeveralItems` for a message, or an item in several languages, with more than one."""
    root = root_of(data, context)
    items = items_of(root)
    if not items:
        raise root_error("a newsItem or packageItem, or a newsMessage with one", root)
    found = read_versions(items[0], context) if len(items) == 1 else []
    count = len(items) if len(items) > 1 else len(found)
    if count > 1:
        message = f"expected one article, got {count}: read_all reads them all"
        raise SeveralItems("one article", count, message=message)
    if not context.keep:
        _note_beside(root, context)
        return found[0]
    envelope = Envelope(data, FORM, whole=True) if items[0] is not root else None
    if envelope is not None:
        _look_at(root, envelope, context)
    return with_origin(found[0], Origin(NAME, data, found[0], envelope))


def _note_beside(root: etree._Element, context: Context) -> None:
    paths = Paths()
    for other in beside(root) if context.losses.heard else ():
        note_beside(other, paths.of(other), context)


def _look_at(root: etree._Element, envelope: Envelope, context: Context) -> None:
    """Read what a message says of itself, to note what cannot be understood; where nobody hears that, it is read when it is asked for."""
    if not context.losses.heard:
        return
    whole = etree.Element(root.tag, dict(root.attrib), nsmap=root.nsmap)
    whole.extend(
        deepcopy([child for child in root if tag_of(child) != ITEM_SET]) if tag_of(root) == MESSAGE else []
    )
    if tag_of(root) == MESSAGE:
        envelope.said = said_by(whole, Context(NAME, context.losses))


def read_items(source: bytes | BinaryIO, context: Context) -> Iterator[Article]:
    """Read all articles of a document, a message or a single item; a long message item by item."""
    whole, long = parted(source, is_message)
    if whole is not None:
        yield from _read_whole(whole, context)
    elif long is not None:
        yield from _read_stream(long, context)


# at once


def _read_whole(data: bytes, context: Context) -> Iterator[Article]:
    own = Context(context.format)
    came = parse_xml(data, own)
    context.losses.extend(own.losses if context.losses.heard else ())
    plain = not own.losses and is_plain(data[:HEAD])
    root = settled(deepcopy(came) if is_elsewhere(came) else came, context)
    items = items_of(root)
    if not context.keep:
        _note_beside(root, context)
    if items == [root] or not context.keep:
        for item in items:
            yield from _with_origins(read_versions(item, context), Origin(NAME, data, _NOBODY), context)
        return
    yield from _read_message(data, came, root, items, context, plain=plain)


def _read_message(
    data: bytes,
    came: etree._Element,
    root: etree._Element,
    items: list[etree._Element],
    context: Context,
    *,
    plain: bool,
) -> Iterator[Article]:
    bytes_, spans = _cut(data, came, root, items, plain=plain)
    if spans is None:  # items stand in something that only looks like one
        _note_beside(root, context)
        for item in items:
            alone = etree.tostring(item, encoding="UTF-8", with_tail=False)
            yield from _with_origins(read_versions(item, context), Origin(NAME, alone, _NOBODY), context)
        return
    ends = [0, *(end for _, end in spans)]
    gaps = [bytes_[end:start] for end, (start, _) in zip(ends, spans, strict=False)]
    envelope = Envelope(
        gaps[0] if gaps else bytes_,
        FORM,
        bytes_[ends[-1] :],
        len(items),
        {number: gap for number, gap in enumerate(gaps) if number and gap.strip()},
        None if bytes_ is data else data,
    )
    _look_at(root, envelope, context)
    scopes: dict[bytes, bytes] = {}
    places = _places(came, items, root)
    for number, (item, place, span) in enumerate(zip(items, places, spans, strict=True)):
        scope = _scope_of(place)
        scope = scopes.setdefault(scope, scope)
        before = gaps[number] if number else b""
        origin = Origin(NAME, bytes_[slice(*span)], _NOBODY, envelope, number, before, None, scope)
        yield from _with_origins(read_versions(item, context), origin, context)


def _scope_of(item: etree._Element) -> bytes:
    """Return what is declared around an item: namespaces, and the language that it inherits."""
    around = item.getparent()
    return b"" if around is None else scope_of(around.nsmap, inherited_language(item))


def _cut(
    data: bytes, came: etree._Element, root: etree._Element, items: list[etree._Element], *, plain: bool
) -> tuple[bytes, list[tuple[int, int]] | None]:
    """Return a document's bytes and where its items stand in them: as they came, or where those are not plain, written anew."""
    if plain and (spans := spans_of(data, root, items, *ITEM_NAMES)) is not None:
        return data, spans
    again = serialise_back(came, data)
    if (spans := spans_of(again, root, items, *ITEM_NAMES)) is None:
        again = etree.tostring(came, encoding="UTF-8")
        spans = spans_of(again, root, items, *ITEM_NAMES)
    return again, spans


def _places(came: etree._Element, items: list[etree._Element], root: etree._Element) -> list[etree._Element]:
    """Return the elements of the document as it came that items, which may stand in a copy of it, are of."""
    if came is root:
        return items
    numbers = {item: number for number, item in enumerate(root.iter())}
    every = list(came.iter())
    return [every[numbers[item]] for item in items]


_NOBODY = Article()


def _with_origins(found: list[Article], origin: Origin, context: Context) -> Iterator[Article]:
    """Give articles, all from one item, their origin."""
    for number, article in enumerate(found):
        if not context.keep:
            yield article
            continue
        part = (number, len(found)) if len(found) > 1 else None
        before = b"" if number else origin.before
        of = (origin.envelope, origin.number, before, part, origin.scope)
        yield with_origin(article, Origin(NAME, origin.piece, article, *of))


# item by item


@define
class _Stream:
    """A message that is being read item by item: its bytes, cut as its items become complete."""

    context: Context
    cutter: Cutter = field(factory=lambda: Cutter(ITEM_NAMES))
    envelope: Envelope | None = None
    scopes: dict[bytes, bytes] = field(factory=dict)
    mark: bytes = b""
    """The byte order mark, if there is one."""
    declares: bool = False
    """Whether there is a DOCTYPE, which may declare entities and attributes of items: these are written anew."""

    def origin_of(self, item: etree._Element) -> Origin:
        """Return where an item came from; the article is not known yet."""
        before, piece = self.cutter.take()
        if self.envelope is None:
            self.declares = b"<!DOCTYPE" in before
            self.envelope, before = Envelope(self.mark + said_in_utf8(before), FORM), b""
        if self.declares:
            piece = etree.tostring(item, encoding="UTF-8", with_tail=False)
        envelope, number = self.envelope, self.envelope.count
        envelope.count += 1
        if before.strip():
            envelope.between[number] = None
        scope = _scope_of(item)
        return Origin(
            NAME, piece, _NOBODY, envelope, number, before, None, self.scopes.setdefault(scope, scope)
        )

    def look_at(self, part: etree._Element, holder: etree._Element) -> None:
        """Note what cannot be understood of what a message says of itself."""
        whole = etree.Element(holder.tag, dict(holder.attrib), nsmap=holder.nsmap)
        whole.append(deepcopy(part))
        said_by(whole, Context(NAME, self.context.losses))

    def close(self) -> None:
        """Say that nothing more comes."""
        if self.envelope is not None:
            self.envelope.tail = self.cutter.rest()


def _read_stream(source: bytes | BinaryIO, context: Context) -> Iterator[Article]:
    file = BytesIO(source) if isinstance(source, bytes) else source
    stream = _Stream(context, mark=mark_of(file))
    around = (MESSAGE, ITEM_SET)
    for part in iter_elements(file, *ARTICLES, inside=around, context=context, tap=stream.cutter):
        element = part.element
        holder = element.getparent()
        if holder is None:
            refuse_others(element)
        if tag_of(element) in ARTICLES:
            origin = stream.origin_of(element) if context.keep else Origin(NAME, b"", _NOBODY)
            yield from _with_origins(read_versions(element, context), origin, context)
            continue
        stream.cutter.pass_over(element)
        if not context.keep:
            note_beside(element, part.place, context)
        elif holder is not None and tag_of(holder) == MESSAGE and context.losses.heard:
            stream.look_at(element, holder)
    stream.close()
