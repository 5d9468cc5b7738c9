"""NewsML-G2 documents: a single item, or a newsMessage of many; the message around its items is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import BinaryIO

from attrs import Factory, define
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.dates.when import format_iso
from newsmodel.errors import InputError, SeveralItems
from newsmodel.formats.assumed import assumed_time
from newsmodel.formats.newsml_g2 import NAME
from newsmodel.formats.newsml_g2_aliases import declare, undeclared_in
from newsmodel.formats.newsml_g2_asserts import note_asserted
from newsmodel.formats.newsml_g2_item import (
    ARTICLES,
    OTHER_ITEMS,
    item_element,
    read_versions,
    table_of,
)
from newsmodel.formats.newsml_g2_values import NAR_NS
from newsmodel.formats.registry import Format
from newsmodel.formats.xml_document import Document, note_silent
from newsmodel.losses import LossKind
from newsmodel.model import Article
from newsmodel.model.origin import Envelope, Origin, with_origin
from newsmodel.syntax.xml import (
    Paths,
    children_of,
    local_name,
    parse_xml,
    path_of,
    raw_text,
    serialise_xml,
    tag_of,
)
from newsmodel.syntax.xml_encoding import start_in_utf8
from newsmodel.syntax.xml_limits import MAX_MARKS, count_marks
from newsmodel.syntax.xml_namespace import Tags, into_namespace
from newsmodel.syntax.xml_patch import changed_fields
from newsmodel.syntax.xml_stream import iter_elements
from newsmodel.syntax.xml_table import root_error

_NAMES = frozenset({"newsItem", "packageItem", "newsMessage"})
_MESSAGE, _SET, _HEADER, _SENT = (
    f"{{{NAR_NS}}}{name}" for name in ("newsMessage", "itemSet", "header", "sent")
)


STREAMED = 32 * 2**20
"""Messages of more bytes are read item by item; comments between their items are not kept."""


def read_item(data: bytes, context: Context) -> Article:
    """Read the one article of a document. Raise `SeveralItems` for a message, or an item in several languages, with more than one."""
    root = _root_of(data, context)
    items = _items(root)
    if not items:
        raise root_error("a newsItem or packageItem, or a newsMessage with one", root)
    found = read_versions(items[0], context) if len(items) == 1 else []
    count = len(items) if len(items) > 1 else len(found)
    if count > 1:
        message = f"expected one article, got {count}: read_all reads them all"
        raise SeveralItems("one article", count, message=message)
    paths = Paths()
    for other in _beside(root) if context.losses.heard else ():
        _note_beside(other, paths.of(other), context)
    return with_origin(found[0], Origin(NAME, data, found[0])) if context.keep else found[0]


def read_items(source: bytes | BinaryIO, context: Context) -> Iterator[Article]:
    """Read all articles of a document, a message or a single item; a long message item by item."""
    if not isinstance(source, bytes) and not (source.seekable() and _is_long_file(source)):
        source = source.read()
    if isinstance(source, bytes) and not (_is_message(source) and _is_long(source)):
        yield from _read_whole(source, context)
    else:
        yield from _read_stream(source, context)


def _is_long_file(file: BinaryIO) -> bool:
    start = file.tell()
    head = file.read(_HEAD)
    size = file.seek(0, 2) - start
    file.seek(start)
    return size > STREAMED and _is_message(head)


def _is_long(data: bytes) -> bool:
    """Whether a message is to be read item by item: it is long, or has more in it than is read at once."""
    return len(data) > STREAMED or (len(data) > MAX_MARKS and count_marks(data) > MAX_MARKS)


def _is_message(start: bytes) -> bool:
    """Whether a message of the right namespace begins here: only such a one is found item by item."""
    head = start_in_utf8(start[:_HEAD])
    return b"newsMessage" in head and NAR_NS.encode() in head


_HEAD = 4096


def _read_whole(data: bytes, context: Context) -> Iterator[Article]:
    came = parse_xml(data, context)
    root = _settled(deepcopy(came) if _is_elsewhere(came) else came, context)
    items = _items(root)
    for other in _beside(root) if context.losses.heard else ():
        _note_beside(other, path_of(other), context)
    if tag_of(root) != _MESSAGE:
        for item in items:
            whole = data if item is root else _alone(item)
            yield from _with_origins(read_versions(item, context), whole, context)
        return
    found = {id(item) for item in items}
    inside = [
        each for pair in zip(_sets_of(root), _sets_of(came), strict=True) for each in zip(*pair, strict=True)
    ]
    alone = [_alone(own) for _, own in inside]
    envelope = Envelope(_head_of(came))
    waiting = bytearray()
    for (node, _), own in zip(inside, alone, strict=True):
        if id(node) in found:
            yield from _with_origins(read_versions(node, context), own, context, envelope, bytes(waiting))
            waiting.clear()
        else:
            waiting += own
    envelope.tail = bytes(waiting)


def _sets_of(root: etree._Element) -> list[etree._Element]:
    """Return the item sets of a message, whatever its namespace."""
    return [child for child in children_of(root) if local_name(tag_of(child)) == local_name(_SET)]


def _head_of(root: etree._Element) -> bytes:
    """Return a message without what is in its item sets."""
    head = etree.Element(root.tag, dict(root.attrib), nsmap=root.nsmap)
    sets = _sets_of(root)
    for child in root:
        head.append(etree.Element(child.tag, dict(child.attrib)) if child in sets else deepcopy(child))
    return _alone(head)


def _read_stream(source: bytes | BinaryIO, context: Context) -> Iterator[Article]:
    message: _Message | None = None
    for part in iter_elements(source, *ARTICLES, inside=(_MESSAGE, _SET), context=context):
        holder = part.element.getparent()
        if holder is None:
            _refuse_others(part.element)
            yield from _with_origins(read_versions(part.element, context), _alone(part.element), context)
            continue
        message = message or _Message()
        if tag_of(part.element) not in ARTICLES:
            _note_beside(part.element, part.place, context)
            message.add(part.element, holder)
        else:
            found = read_versions(part.element, context)
            yield from _with_origins(found, _alone(part.element), context, *message.around(holder))
    if message is not None:
        message.close()


@define
class _Message:
    """A message that is being read: what stands around and between its articles is on its way to their origins."""

    headers: bytes = b""
    waiting: bytearray = Factory(bytearray)
    envelope: Envelope | None = None

    def add(self, element: etree._Element, holder: etree._Element) -> None:
        """Add something that is no article."""
        if tag_of(holder) == _SET:
            self.waiting += _alone(element)
        elif self.envelope is None:
            self.headers += _alone(element)
        else:
            self.envelope.after += _alone(element)

    def around(self, holder: etree._Element) -> tuple[Envelope, bytes]:
        """Return the message, and what stood before the article that is to come."""
        self.envelope = self.envelope or Envelope(self._head(holder))
        before = bytes(self.waiting)
        self.waiting.clear()
        return self.envelope, before

    def close(self) -> None:
        """Say that nothing more comes."""
        if self.envelope is not None:
            self.envelope.tail = bytes(self.waiting)

    def _head(self, holder: etree._Element) -> bytes:
        root = next(reversed([holder, *holder.iterancestors()]))
        head = etree.Element(root.tag, dict(root.attrib), nsmap=root.nsmap)
        head.extend(_fragments(self.headers))
        etree.SubElement(head, _SET, dict(holder.attrib))
        return _alone(head)


def _with_origins(
    found: list[Article], data: bytes, context: Context, envelope: Envelope | None = None, before: bytes = b""
) -> Iterator[Article]:
    for number, article in enumerate(found):
        if not context.keep:
            yield article
            continue
        part = (number, len(found)) if len(found) > 1 else None
        yield with_origin(article, Origin(NAME, data, article, envelope, b"" if number else before, part))


# what a document is


def _root_of(data: bytes, context: Context) -> etree._Element:
    """Parse a document; one whose elements have no namespace, or another one, is read as if they had the right one."""
    return _settled(parse_xml(data, context), context)


def _settled(root: etree._Element, context: Context) -> etree._Element:
    """Put a document into the namespace that it should be in."""
    if _is_elsewhere(root):
        had = into_namespace(root, NAR_NS)
        reason, name = f"read as if it were in {NAR_NS}", local_name(tag_of(root))
        context.note_place(LossKind.REPAIRED, name, had, reason=reason, line=root.sourceline)
    return root


def _is_elsewhere(root: etree._Element) -> bool:
    """Whether a document has no namespace, or another one than it should."""
    tag = tag_of(root)
    return local_name(tag) in _NAMES and not tag.startswith(f"{{{NAR_NS}}}")


def _items(root: etree._Element) -> list[etree._Element]:
    """Return the items of a document that are articles. Raise `InputError` for a document of another kind."""
    if tag_of(root) in ARTICLES:
        return [root]
    if tag_of(root) == _MESSAGE:
        found = [item for holder in root.iterchildren(_SET) for item in children_of(holder)]
        return [item for item in found if tag_of(item) in ARTICLES]
    if inside := list(root.iter(*ARTICLES)):  # an envelope of somebody's own
        return inside
    _refuse_others(root)
    return []


def _refuse_others(root: etree._Element) -> None:
    """Raise `InputError` for a document that is neither an article nor a message."""
    if tag_of(root) in OTHER_ITEMS:
        name = local_name(tag_of(root))
        message = f"a {name} is no article: it says something about concepts, catalogues or plans"
        raise InputError("a newsItem or packageItem", name, place=name, line=root.sourceline, message=message)
    if tag_of(root) not in {*ARTICLES, _MESSAGE}:
        raise root_error("a newsItem, packageItem or newsMessage of NewsML-G2", root)


def _beside(root: etree._Element) -> Iterator[etree._Element]:
    """Give what a message, or an envelope of somebody's own, holds beside its articles: a header, items of other kinds."""
    if tag_of(root) in ARTICLES:
        return
    for part in children_of(root):
        if tag_of(part) == _SET:
            yield from (item for item in children_of(part) if tag_of(item) not in ARTICLES)
        elif tag_of(part) not in ARTICLES and next(part.iter(*ARTICLES), None) is None:
            yield part


def _note_beside(element: etree._Element, place: str, context: Context) -> None:
    """Note what stands beside the articles of a message: no article has it. The message is written with it again."""
    reason = "beside the articles"
    context.note_place(LossKind.UNREAD, place, raw_text(element), reason=reason, line=element.sourceline)


def _alone(node: etree._Element) -> bytes:
    return etree.tostring(node, encoding="UTF-8", with_tail=False)


# writing


def _find(root: etree._Element, context: Context) -> etree._Element | None:  # noqa: ARG001  # as Document wants it
    if _is_elsewhere(root):
        into_namespace(root, NAR_NS)
    items = _items(root)
    return items[0] if len(items) == 1 else None


def _finish(
    item: etree._Element,
    article: Article,
    fields: frozenset[str],  # noqa: ARG001  # as Document wants it
    context: Context,
) -> None:
    """See to what follows from a change: what asserts say, and the aliases that it brings; others stay undeclared as they came."""
    note_asserted(item, article, context)
    if article.origin is None or not undeclared_in(item):
        return
    came = _find(parse_xml(article.origin.data, Context(context.format)), context)
    declare(item, article, context, undeclared_in(came) if came is not None else frozenset())


DOCUMENT = Document(
    table=table_of,
    find=_find,
    read=read_item,
    together=frozenset({"sections", "quotes", "mentions"}),
    body=frozenset({"sections", "quotes", "mentions", "media", "people", "organisations", "places"}),
    finish=_finish,
    renames=True,
)


def write_item(article: Article, context: Context) -> bytes:
    """Write an article: into the document that it came from, where there is one; else as an item of its own."""
    written = DOCUMENT.written_back(article, context)
    if written is not None:
        return written
    DOCUMENT.note_left_out(article, context)
    data = serialise_xml(item_element(article, context))
    note_silent(data, article, DOCUMENT.read, context)
    return data


def write_items(articles: Iterable[Article], context: Context) -> bytes:
    """Write a newsMessage: the one that the articles came in, with all that stood beside them, or a new one.

    The language versions of one item become one item again where none of them changed.
    """
    given = list(articles)
    if not given:
        raise SeveralItems("at least one article", 0, message="expected at least one article, got none")
    if len(given) == 1 and _origin(given[0], context) is None:
        return write_item(given[0], context)
    first = _origin(given[0], context)
    if (
        first is not None
        and first.envelope is None
        and first.part == (0, len(given))
        and _are_all(first, given)
    ):
        return first.data
    root = _head_for(given, context)
    sets = _sets_of(root)
    holder = sets[0] if sets else etree.SubElement(root, _SET)
    whole: set[bytes] = set()
    for article in given:
        origin = _origin(article, context)
        if origin is not None:
            holder.extend(_fragments(origin.before))
            if origin.data in whole:
                continue
            if _are_all(origin, given):
                whole.add(origin.data)
                holder.append(parse_xml(origin.data, context))
                continue
        written = parse_xml(write_item(article, Context(context.format, context.losses, keep=context.keep)))
        holder.extend(_items_as_they_are(written))
    if (envelope := _envelope_of(given, context)) is not None:
        holder.extend(_fragments(envelope.tail))
        root.extend(_fragments(envelope.after))
    return serialise_xml(root)


def _origin(article: Article, context: Context) -> Origin | None:
    """Return where an article came from, if it came in a message, or as one of several language versions."""
    origin = article.origin
    if origin is None or origin.format != NAME or not context.keep:
        return None
    return None if origin.envelope is None and origin.part is None else origin


def _envelope_of(articles: list[Article], context: Context) -> Envelope | None:
    """Return the message that articles came in; None where they came in several, or in none."""
    found = [origin.envelope for each in articles if (origin := _origin(each, context))]
    return found[0] if found and all(each == found[0] for each in found) else None


def _are_all(origin: Origin, articles: list[Article]) -> bool:
    """Whether all language versions of an item are there, as they were read."""
    if origin.part is None:
        return False
    same = [
        each.origin for each in articles if each.origin is not None and each.origin.data == origin.data
        and not changed_fields(each.origin.article, each)
    ]  # fmt: skip
    return len(same) == origin.part[1]


def _head_for(articles: list[Article], context: Context) -> etree._Element:
    envelope = _envelope_of(articles, context)
    if envelope is not None:
        return parse_xml(envelope.head)
    root = etree.Element(_MESSAGE, nsmap={None: NAR_NS})
    sent = assumed_time(articles[0])
    context.note_place(LossKind.ASSUMED, "newsMessage/header/sent", sent)
    etree.SubElement(etree.SubElement(root, _HEADER), _SENT).text = format_iso(sent)
    etree.SubElement(root, _SET)
    return root


def _items_as_they_are(root: etree._Element) -> list[etree._Element]:
    """Return the items of a document, each in the namespace that it has."""
    if not _is_elsewhere(root):
        return _items(root)
    tags = Tags(root)
    into_namespace(root, NAR_NS)
    items = _items(root)
    tags.restore(root, root)
    return items


def _fragments(data: bytes) -> list[etree._Element]:
    """Return elements that stand one after the other."""
    return list(parse_xml(b"<all>" + data + b"</all>")) if data else []


def _recognises(start: bytes) -> bool:
    """Whether there is an item or a message, in its namespace; in none or a wrong one only where it is the first element."""
    if NAR_NS.encode() in start and any(name.encode() in start for name in _NAMES):
        return True
    return _FIRST.match(start) is not None and (b"guid=" in start or b"itemSet" in start)


_FIRST = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<(?:\w+:)?(?:%s)[\s>]"
    % "|".join(sorted(_NAMES)).encode(),
    re.DOTALL,
)


FORMAT = Format(
    NAME,
    "NewsML-G2",
    "xml",
    _recognises,
    read_item,
    write_item,
    read_all=read_items,
    write_all=write_items,
    streams=True,
)
