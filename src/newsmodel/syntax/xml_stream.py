"""XML documents of any length, element by element, in flat memory and as safely as `parse_xml`.

>>> data = b"<news><item n='1'/><item n='2'/></news>"
>>> [part.element.get("n") for part in iter_elements(data, "item")]
['1', '2']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, BinaryIO, Protocol

from attrs import define, field, frozen
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.syntax.xml import (
    fault,
    local_name,
    note_repairs,
    opened,
    tag_of,
)
from newsmodel.syntax.xml_encoding import is_plain
from newsmodel.syntax.xml_limits import (
    MAX_NAMESPACE_NAME,
    check_amount,
    check_attributes,
    check_namespaces,
    check_tree,
    count_marks,
    may_be_huge,
)
from newsmodel.syntax.xml_parsers import make_parser_options
from newsmodel.syntax.xml_repairs import mend

_CHUNK = 65_536
_OVERLAP = MAX_NAMESPACE_NAME + 1000
"""How much of the last chunk is looked at again, so that nothing hides between two."""


@frozen
class Part:
    """A complete element of a document. It is emptied as soon as the next one is asked for.

    ``place`` is what `path_of` would say if the elements before it were still there. The elements around it are its
    ancestors: they have their attributes, and no other children that mean anything.
    """

    element: etree._Element
    place: str


class Tap(Protocol):
    """Hears the bytes of a document as they are parsed."""

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes."""

    def restart(self) -> None:
        """The document begins anew, since it had to be mended; elements that were given are not given again."""


def iter_elements(
    source: bytes | BinaryIO,
    *tags: str,
    inside: Collection[str] = (),
    context: Context | None = None,
    tap: Tap | None = None,
) -> Iterator[Part]:
    """Give the elements with one of the ``tags`` (Clark notation) one after the other, wherever they stand but in one another.

    With ``inside``, also whatever stands directly inside an element of these tags and has none of them itself, and the root, if it has none
    of them: of a message ``inside={message, set}`` gives the header, and the items of all kinds.

    A ``tap`` hears the bytes, in UTF-8, before the elements that are complete with them are given.

    What was invalid and could be mended is noted in the ``context``; without one it is an error. A file that is not plain UTF-8, or not
    well-formed, is taken into memory as a whole, if it can be read again. Raises `SyntaxFault`, perhaps after some elements were given.
    """
    wanted = _Wanted(frozenset(tags), frozenset(inside))
    if isinstance(source, bytes):
        yield from _from_bytes(source, wanted, context, tap)
    else:
        yield from _from_file(source, wanted, context, tap)


def _from_file(file: BinaryIO, wanted: _Wanted, context: Context | None, tap: Tap | None) -> Iterator[Part]:
    start = file.tell() if file.seekable() else None
    head = _filled(file)
    given = 0
    if not is_plain(head):
        yield from _from_bytes(head + file.read(), wanted, context, tap)
        return
    try:
        for part in _parts(_heard(_read(head, file), tap), wanted, huge=False):
            given += 1
            yield part
    except etree.XMLSyntaxError as error:
        if start is None:
            raise fault(error, head) from error
    else:
        return
    file.seek(start)
    if tap is not None:
        tap.restart()
    yield from islice(_from_bytes(file.read(), wanted, context, tap), given, None)


def _from_bytes(data: bytes, wanted: _Wanted, context: Context | None, tap: Tap | None) -> Iterator[Part]:
    document, repairs = opened(data)
    note_repairs(repairs, context)
    given = 0
    try:
        for part in _parts(_heard(_sliced(document.data), tap), wanted, huge=may_be_huge(document.data)):
            given += 1
            yield part
    except etree.XMLSyntaxError as error:
        mended, more = mend(document.data, document.end)
        if not more:
            raise fault(error, data) from error
    else:
        return
    note_repairs(more, context)
    if tap is not None:
        tap.restart()
    try:  # from the start, but for what was given: mending changed nothing there
        again = _parts(_heard(_sliced(mended), tap), wanted, huge=may_be_huge(mended))
        yield from islice(again, given, None)
    except etree.XMLSyntaxError as second:
        raise fault(second, data) from second


def _heard(chunks: Iterator[bytes], tap: Tap | None) -> Iterator[bytes]:
    for chunk in chunks:
        if tap is not None:
            tap.feed(chunk)
        yield chunk


def _sliced(data: bytes) -> Iterator[bytes]:
    return (data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK))


def _filled(file: BinaryIO) -> bytes:
    """Read a whole chunk, where the file goes on so far: a pipe gives less at a time."""
    chunk = b""
    while len(chunk) < _CHUNK and (more := file.read(_CHUNK - len(chunk))):
        chunk += more
    return chunk


def _read(head: bytes, file: BinaryIO) -> Iterator[bytes]:
    """Give a file's chunks, checked for what must be refused before it is parsed."""
    chunk, lines = head, 0
    seen = b""  # the end of the last chunk
    while chunk:
        check_namespaces(seen + chunk, lines)
        lines += (seen + chunk)[:-_OVERLAP].count(b"\n")
        seen = (seen + chunk)[-_OVERLAP:]
        yield chunk
        chunk = _filled(file)


def _parts(chunks: Iterable[bytes], wanted: _Wanted, *, huge: bool) -> Iterator[Part]:
    """Parse chunk by chunk. What is in memory at one time is bounded as a document of its own would be."""
    options = make_parser_options(huge=huge)
    parser = etree.XMLPullParser(("start", "end"), **options)
    walk = _Walk(wanted)
    size = marks = 0
    for chunk in chunks:
        size, marks = size + len(chunk), marks + count_marks(chunk)
        check_amount(size, marks)
        try:
            parser.feed(chunk)
        finally:  # what was complete before an error is given before it
            yield from walk.parts(parser.read_events())
        if walk.has_freed:
            size, marks = len(chunk), count_marks(chunk)
            walk.has_freed = False
    parser.close()
    yield from walk.parts(parser.read_events())


@frozen
class _Wanted:
    tags: frozenset[str]
    inside: frozenset[str]

    def __call__(self, tag: str, parent: str | None) -> bool:
        if tag in self.tags:
            return True
        return bool(self.inside) and tag not in self.inside and (parent is None or parent in self.inside)


@define
class _Walk:
    """Where the parser is: the elements that are open, how many children of a tag each had, the part that is being read."""

    wanted: _Wanted
    around: list[tuple[str, str, Counter[str]]] = field(factory=list)
    part: etree._Element | None = None
    place: str = ""
    has_freed: bool = False

    def parts(self, events: Iterable[tuple[str, Any]]) -> Iterator[Part]:
        for event, element in events:
            if self.part is None:
                if event == "start":
                    self._enter(element)
                else:
                    self.around.pop()
                    self._free(element)
            elif event == "end" and element is self.part:
                check_tree(element)
                yield Part(element, self.place)
                self.part = None
                self._free(element)

    def _enter(self, element: etree._Element) -> None:
        check_attributes(element)
        tag = tag_of(element)
        parent, place, seen = self.around[-1] if self.around else (None, "", Counter[str]())
        seen[tag] += 1
        step = local_name(tag) + (f"[{seen[tag]}]" if seen[tag] > 1 else "")
        inner = f"{place}/{step}" if place else step
        if self.wanted(tag, parent):
            self.part, self.place = element, inner
        else:
            self.around.append((tag, inner, Counter()))

    def _free(self, element: etree._Element) -> None:
        """Let go of an element that is complete, and of what stands before it.

        It stays where it is itself, empty: the parser may still be writing to the text behind it.
        """
        element.clear(keep_tail=True)
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]
        self.has_freed = True
