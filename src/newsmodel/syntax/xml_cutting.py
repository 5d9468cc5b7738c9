"""Cutting the bytes of an XML document into elements and what stands between them, to the letter.

libxml2 says of an element what it means, not where its bytes are. A document that is known to be well-formed is cut here, by
its marks alone: so what nobody changes can be written again as it came, quotes, white space, comments and all.

>>> cut(b"<set> <item n='1'/><!-- <item/> --><item>x</item></set>", "item")
[(6, 19), (35, 49)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import define, field
from lxml import etree  # noqa: TC002  # as in the other modules of XML

Bytes: TypeAlias = bytes | bytearray

_TAG: Final = rb"(?:[^<>\"'/]++|/(?!>)|\"[^\"]*+\"|'[^']*+')*+"
_ASIDE: Final = rb"<!--.*?-->|<\?.*?\?>|\"[^\"]*+\"|'[^']*+'"
_DOCTYPE: Final = (
    rb"!DOCTYPE(?:[^\[>\"']++|\"[^\"]*+\"|'[^']*+')*+(?:\[(?:" + _ASIDE + rb"|[^\]\"'])*+\]\s*+)?>"
)
"""With its internal subset, in which brackets, quotes and marks may stand in literals and comments."""
_TOKEN: Final = re.compile(
    rb"<(?:!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>|" + _DOCTYPE + rb""
    rb"|/(?P<end>[^\s>]++)\s*+>|(?P<name>[^\s/>!?]++)" + _TAG + rb"(?P<empty>/)?>)",
    re.DOTALL,
)
_HIDDEN: Final = (b"<!--", b"<![CDATA[", b"<?")
"""What begins something in which ``<`` begins no tag."""
_ATTRIBUTE: Final = re.compile(rb"\s([^\s=<>/\"']++)\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+')")


def cut(data: Bytes, *names: str) -> list[tuple[int, int]]:
    """Return where the elements with these local names begin and end, the outermost ones, in their order."""
    wanted, found, at = _bytes(names), list[tuple[int, int]](), 0
    while (span := _next(data, wanted, at)) is not None:
        found.append(span)
        at = span[1]
    return found


def spans_of(
    data: Bytes, root: etree._Element, items: Sequence[etree._Element], *names: str
) -> list[tuple[int, int]] | None:
    """Return where items of a document, which have one of the local names, begin and end in its bytes; None where that cannot be told.

    Elements with these names may stand elsewhere, too: in somebody's own namespace, or in something else.
    """
    every, spans = list(outermost(root, *names)), cut(data, *names)
    where = dict(zip(every, spans, strict=False))
    if len(every) != len(spans) or not where.keys() >= set(items):
        return None
    return [where[item] for item in items]


def outermost(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Give the elements with these local names, in any namespace, that stand in no other such: those that `cut` finds."""
    tags = [f"{{*}}{name}" for name in names]
    return (each for each in root.iter(*tags) if next(each.iterancestors(*tags), None) is None)


def _bytes(names: tuple[str, ...]) -> frozenset[bytes]:
    return frozenset(name.encode() for name in names)


def _next(data: Bytes, wanted: frozenset[bytes], at: int) -> tuple[int, int] | None:
    """Return where the next of the wanted elements stands; None where there is none that is complete."""
    while (token := _TOKEN.search(data, at)) is not None:
        at = token.end()
        name = bytes(token["name"] or b"")
        if name.rpartition(b":")[2] in wanted:
            end = at if token["empty"] else _end_of(data, name, at)
            return None if end is None else (token.start(), end)
    return None


def _end_of(data: Bytes, name: bytes, at: int) -> int | None:
    """Return where an element ends whose start tag ends at a place. An end tag is looked for as it is; only where one could be hidden, tag by tag."""
    start, close = at, b"</" + name
    while (found := data.find(close, at)) >= 0:
        at = found + len(close)
        end = data.find(b">", found)
        if end < 0:
            return None
        if data[at:end].strip():  # of an element whose name goes on
            continue
        doubtful = (*_HIDDEN, b"<" + name)
        if all(data.find(mark, start, found) < 0 for mark in doubtful):
            return end + 1
        return _end_by_tags(data, name, start)
    return None


def _end_by_tags(data: Bytes, name: bytes, at: int) -> int | None:
    depth = 1
    while (token := _TOKEN.search(data, at)) is not None:
        at = token.end()
        if token["name"] == name and not token["empty"]:
            depth += 1
        elif token["end"] == name:
            depth -= 1
            if not depth:
                return at
    return None


def first_tag(data: bytes) -> tuple[int, int]:
    """Return where the root's start tag begins and ends. Raise `ValueError` where there is none."""
    for token in _TOKEN.finditer(data):
        if token["name"] is not None:
            return token.span()
    raise ValueError("no element")


def open_tags(data: bytes) -> list[bytes]:
    """Return the start tags of the elements that are open where a piece of a document ends."""
    tags: list[bytes] = []
    for token in _TOKEN.finditer(data):
        if token["name"] is not None and not token["empty"]:
            tags.append(token[0])
        elif token["end"] is not None and tags:
            tags.pop()
    return tags


def closed(data: bytes) -> bytes:
    """Return a piece of a document with the end tags that it lacks."""
    return data + b"".join(b"</%s>" % _name_of(tag) for tag in reversed(open_tags(data)))


def _name_of(tag: bytes) -> bytes:
    found = _TOKEN.match(tag)
    return found["name"] if found is not None else b""


def scope_of(namespaces: Mapping[str | None, str], language: str | None = None) -> bytes:
    """Return the declarations of namespaces, and of the language, as they stand in a start tag."""
    declared = b"".join(_declaration(prefix, uri) for prefix, uri in namespaces.items() if prefix != "xml")
    return declared if language is None else declared + f' xml:lang="{language}"'.encode()


def _declaration(prefix: str | None, uri: str) -> bytes:
    name = f"xmlns:{prefix}" if prefix else "xmlns"
    value = uri.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return f' {name}="{value}"'.encode()


def alone(element: bytes, scope: bytes) -> bytes:
    """Return an element with the namespaces that are declared around it: it is a document then."""
    at = _after_name(element)
    return element[:at] + missing(element, scope) + element[at:]


def missing(element: bytes, scope: bytes) -> bytes:
    """Return the declarations of what is around an element, and its language, so far as the element does not have them itself."""
    own = {found[1] for found in _ATTRIBUTE.finditer(_start_tag(element))}
    return b"".join(each[0] for each in _SCOPE.finditer(scope) if each[1] not in own)


def without(element: bytes, declarations: bytes) -> bytes:
    """Return an element without declarations that `alone` put into it, where they still stand there."""
    at = _after_name(element)
    rest = element[at:]
    return element[:at] + rest.removeprefix(declarations)


_SCOPE: Final = re.compile(rb' ([^\s=]+)="[^"]*"')
_NAME: Final = re.compile(rb"<[^\s/>]+")


def _after_name(element: bytes) -> int:
    found = _NAME.match(element)
    return found.end() if found is not None else 0


def _start_tag(element: bytes) -> bytes:
    found = _TOKEN.match(element)
    return found[0] if found is not None else element


@define
class Cutter:
    """Cuts a document that comes chunk by chunk. No more of it is held than what has not been taken yet."""

    names: tuple[str, ...]
    _wanted: frozenset[bytes] = field(init=False)
    _held: bytearray = field(factory=bytearray, init=False)
    _at: int = field(default=0, init=False)
    _taken: int = field(default=0, init=False)
    _again: int = field(default=0, init=False)
    """How many elements are to be passed over, since they were taken before the document began anew."""
    _over: int = field(default=0, init=False)
    """How many elements that are no items stand before the next one."""

    def __attrs_post_init__(self) -> None:
        """Make the names ready."""
        self._wanted = _bytes(self.names)

    def feed(self, chunk: bytes) -> None:
        """Take the next chunk, which is well-formed so far as it goes."""
        self._held += chunk

    def restart(self) -> None:
        """Begin anew: the document comes from its start once more, mended."""
        self._held.clear()
        self._at, self._again = 0, self._taken

    def pass_over(self, element: etree._Element) -> None:
        """Hear of an element that is no item, complete or not: what it holds may have the names of items."""
        self._over += sum(1 for _ in outermost(element, *self.names))

    def take(self) -> tuple[bytes, bytes]:
        """Return what stands before the next element, and that one; it must be complete. Raise `ValueError` where it is not."""
        self._find_again()
        start = self._at
        self._skip(self._over)
        span = self._next()
        self._at = span[1]
        before, element = bytes(self._held[start : span[0]]), bytes(self._held[slice(*span)])
        self._taken += self._over + 1
        self._over = 0
        if self._at > _MANY:
            del self._held[: self._at]
            self._at = 0
        return before, element

    def _find_again(self) -> None:
        self._skip(self._again)
        self._again = 0

    def _skip(self, count: int) -> None:
        for _ in range(count):
            self._at = self._next()[1]

    def _next(self) -> tuple[int, int]:
        span = _next(self._held, self._wanted, self._at)
        if span is None:
            raise ValueError("an element that is not complete")
        return span

    def rest(self) -> bytes:
        """Return what follows the last element."""
        self._find_again()
        return bytes(self._held[self._at :])


_MANY: Final = 2**18
"""So many bytes that were taken are held at most: to let go of them takes time."""
