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

    __slots__ = ("_attrib", "_children", "_parent", "default", "tag", "tail", "text")

    def __init__(self, tag: str, parent: Sketch | None = None, default: str | None = None) -> None:
        self.tag, self._parent, self.default = tag, parent, default
        self.text: str | None = None
        self.tail: str | None = None
        self._attrib: dict[str, str] | None = None
        self._children: list[Sketch] | None = None
        if parent is not None:
            if parent._children is None:  # noqa: SLF001  # of this class
                parent._children = [self]  # noqa: SLF001
            else:
                parent._children.append(self)  # noqa: SLF001

    def as_element(self) -> etree._Element:
        """Return it as those see it who write into elements."""
        return cast("etree._Element", self)  # noqa: SLF001  # a type

    @property
    def attrib(self) -> dict[str, str]:
        """The attributes."""
        if self._attrib is None:
            self._attrib = {}
        return self._attrib

    def set(self, key: str, value: str) -> None:
        """Set an attribute."""
        if self._attrib is None:
            self._attrib = {key: value}
        else:
            self._attrib[key] = value

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
        self._children = [each for each in self if each is not child]
        child._parent = None

    def iterchildren(self, *tags: str) -> Iterator[Sketch]:
        """Give the children, or those with one of these tags."""
        return (child for child in [*self] if not tags or child.tag in tags)

    def itertext(self) -> Iterator[str]:
        """Give the pieces of text inside."""
        yield self.text or ""
        for child in self:
            yield from child.itertext()
            yield child.tail or ""

    def __len__(self) -> int:
        return len(self._children) if self._children else 0

    def __iter__(self) -> Iterator[Sketch]:
        return iter(self._children or ())

    def __getitem__(self, index: int) -> Sketch:
        return (self._children or [])[index]

    def __setitem__(self, _all: slice, children: list[Sketch]) -> None:
        self._children = list(children)
        for child in children:
            child._parent = self  # noqa: SLF001  # of this class

    def written(self, names: Names, leaves: frozenset[str], level: int) -> str:
        """Return the element as text, laid out as `xml.indent` does, and take it apart, so that no memory waits for the collector.

        Its children stand at a ``level``; below 0 they are not laid out.
        """
        self._parent = None
        if self.default is None:
            tag = names.tags[self.tag]
            start = f"<{tag}"
        else:
            names = names.inside(self.default)
            tag = names.tags[self.tag]
            start = f'<{tag} xmlns="{attribute_of(self.default)}"'
        if self._attrib:
            for key, value in self._attrib.items():
                start += f' {names.keys[key]}="{attribute_of(value)}"'
        if not self._children:
            return f"{start}/>" if self.text is None else f"{start}>{text_of(self.text)}</{tag}>"
        if level < 0 or self.tag in leaves or self._has_running_text():
            return f"{start}>{self._running(names, leaves)}</{tag}>"
        children, self._children = self._children, None
        white = "\n" + "  " * level
        inside = white.join([child.written(names, leaves, level + 1) for child in children])
        return f"{start}>{white}{inside}{white[:-2]}</{tag}>"

    def running(self, names: Names, leaves: frozenset[str]) -> str | None:
        """Return the text inside, and the elements in it, None where there is nothing. Raise `NeedsTree` where that would be laid out."""
        if not self._children:
            return None if self.text is None else text_of(self.text)
        if not self._has_running_text():
            raise NeedsTree(self.tag)
        return self._running(names, leaves)

    def _running(self, names: Names, leaves: frozenset[str]) -> str:
        children, self._children = self._children or [], None
        said = text_of(self.text or "")
        for child in children:
            said += child.written(names, leaves, -1)
            if child.tail:
                said += text_of(child.tail)
        return said

    def _has_running_text(self) -> bool:
        """Whether there is more than white space between the children."""
        if self.text and self.text.strip(WHITE):
            return True
        for child in self._children or ():  # noqa: SIM110  # a generator takes twice as long
            if child.tail and child.tail.strip(WHITE):
                return True
        return False


def sub_element(
    parent: etree._Element, tag: str, attributes: dict[str, str] | None = None, *, default: str | None = None
) -> etree._Element:
    """Add a child to an element, or to a sketch of one; with ``default`` it declares a default namespace."""
    sketch: Any = parent
    if type(sketch) is Sketch:
        child: Any = Sketch(tag, sketch, default)
        if attributes:
            child.attrib.update(attributes)
        made: etree._Element = child
        return made
    if default is not None:
        return etree.SubElement(parent, tag, attributes or {}, nsmap={None: default})
    return etree.SubElement(parent, tag, attributes) if attributes else etree.SubElement(parent, tag)


def is_sketch(element: object) -> bool:
    """Whether an element is only a sketch of one."""
    return type(element) is Sketch


def text_inside(element: etree._Element) -> str:
    """Return the text inside an element, at any depth, or inside a sketch."""
    return "".join(element.itertext()) if is_sketch(element) else all_text(element)
