"""Sketches: elements of Python's own, for what is made only to be written.

A sketch has the part of lxml's interface that those use who write bodies, and texts with line breaks in them; so the same code writes
into the tree of a document that is there, and into a sketch. It costs a fraction of an element of libxml2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from lxml import etree

from newsmodel.syntax.xml import WHITE, all_text
from newsmodel.syntax.xml_text import Names, NeedsTree, attribute_of, text_of


class Sketch:
    """An element: ``default`` is the default namespace that it declares, None where it declares none."""

    __slots__ = ("_children", "_parent", "attrib", "default", "tag", "tail", "text")

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.attrib: dict[str, str] = {}
        self.text: str | None = None
        self.tail: str | None = None
        self.default: str | None = None
        self._parent: Sketch | None = None
        self._children: list[Sketch] = []

    def as_element(self) -> etree._Element:
        """Return it as those see it who write into elements."""
        return cast("etree._Element", self)  # noqa: SLF001  # a type

    def below(self, tag: str) -> Sketch:
        """Add a child."""
        child = Sketch(tag)
        child._parent = self
        self._children.append(child)
        return child

    def set(self, key: str, value: str) -> None:
        """Set an attribute."""
        self.attrib[key] = value

    def get(self, key: str, default: str | None = None) -> str | None:
        """Return an attribute."""
        return self.attrib.get(key, default)

    def getparent(self) -> Sketch | None:
        """Return the element that this one stands in."""
        return self._parent

    def append(self, child: object) -> None:
        """Refuse an element that came from a document: it brings its own namespaces."""
        raise NeedsTree(child)

    def remove(self, child: Sketch) -> None:
        """Take out a child."""
        self._children.remove(child)
        child._parent = None

    def iterchildren(self, *tags: str) -> Iterator[Sketch]:
        """Give the children, or those with one of these tags."""
        return (child for child in [*self._children] if not tags or child.tag in tags)

    def itertext(self) -> Iterator[str]:
        """Give the pieces of text inside."""
        yield self.text or ""
        for child in self._children:
            yield from child.itertext()
            yield child.tail or ""

    def __len__(self) -> int:
        return len(self._children)

    def __iter__(self) -> Iterator[Sketch]:
        return iter(self._children)

    def __getitem__(self, index: int) -> Sketch:
        return self._children[index]

    def __setitem__(self, _all: slice, children: list[Sketch]) -> None:
        self._children = list(children)
        for child in children:
            child._parent = self  # noqa: SLF001  # of this class

    def written(self, names: Names, leaves: frozenset[str], level: int) -> str:
        """Return the element as text, laid out as `xml.indent` does, and take it apart, so that no memory waits for the collector."""
        children, self._children, self._parent = self._children, [], None
        if self.default is not None:
            names = names.inside(self.default)
        tag = names.of_element(self.tag)
        start = f"<{tag}" if self.default is None else f'<{tag} xmlns="{attribute_of(self.default)}"'
        for key, value in self.attrib.items():
            start += f' {names.of_attribute(key)}="{attribute_of(value)}"'
        text = self.text
        if not children:
            return f"{start}/>" if text is None else f"{start}>{text_of(text)}</{tag}>"
        running = level < 0 or self.tag in leaves or (text and text.strip(WHITE))
        if running or any(child.tail and child.tail.strip(WHITE) for child in children):
            inside = [child.written(names, leaves, -1) + text_of(child.tail or "") for child in children]
            return f"{start}>{text_of(text or '')}{''.join(inside)}</{tag}>"
        white = "\n" + "  " * level
        body = white.join([child.written(names, leaves, level + 1) for child in children])
        return f"{start}>{white}{body}{white[:-2]}</{tag}>"

    def running(self, names: Names, leaves: frozenset[str]) -> str | None:
        """Return the text inside, and the elements in it, None where there is nothing. Raise `NeedsTree` where that would be laid out."""
        children, text = self._children, self.text
        if not children:
            return None if text is None else text_of(text)
        if not any(piece and piece.strip(WHITE) for piece in (text, *[child.tail for child in children])):
            raise NeedsTree(self.tag)
        inside = [child.written(names, leaves, -1) + text_of(child.tail or "") for child in children]
        return text_of(text or "") + "".join(inside)


def sub_element(
    parent: etree._Element, tag: str, attributes: dict[str, str] | None = None, *, default: str | None = None
) -> etree._Element:
    """Add a child to an element, or to a sketch of one; with ``default`` it declares a default namespace."""
    sketch: Any = parent
    if type(sketch) is Sketch:
        child = sketch.below(tag)
        child.default = default
        if attributes:
            child.attrib.update(attributes)
        return cast("etree._Element", child)  # noqa: SLF001  # a type
    if default is not None:
        return etree.SubElement(parent, tag, attributes or {}, nsmap={None: default})
    return etree.SubElement(parent, tag, attributes) if attributes else etree.SubElement(parent, tag)


def is_sketch(element: object) -> bool:
    """Whether an element is only a sketch of one."""
    return type(element) is Sketch


def text_inside(element: etree._Element) -> str:
    """Return the text inside an element, at any depth, or inside a sketch."""
    return "".join(element.itertext()) if is_sketch(element) else all_text(element)
