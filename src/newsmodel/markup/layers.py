"""The running text of a paragraph as it is written: marks become elements, one inside the other."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Collection
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from newsmodel.syntax.xml_sketch import sub_element

if TYPE_CHECKING:
    from lxml import etree


@frozen(eq=False)
class Layer:
    """Something that wraps characters ``start`` to ``end``: ``open`` makes its element inside another."""

    start: int
    end: int
    rank: int
    open: Callable[[etree._Element], etree._Element]


def write_running(parent: etree._Element, text: str, layers: Collection[Layer], break_tag: str) -> None:
    """Write text into an empty element, wrapped in its layers. Layers that cross are cut; the outer ones have the lower rank."""
    if not layers:
        if "\n" in text:
            _add(parent, text, break_tag)
        elif text:
            parent.text = text
        return
    beginning = sorted(layers, key=lambda layer: (layer.start, layer.rank))[::-1]
    cuts = sorted({0, len(text), *(at for layer in beginning for at in (layer.start, layer.end))})
    active: list[Layer] = []
    stack: list[tuple[Layer, etree._Element]] = []
    for start, end in pairwise(cuts):
        active = [layer for layer in active if layer.end > start]
        while beginning and beginning[-1].start <= start:
            insort(active, beginning.pop(), key=lambda layer: layer.rank)
        same = 0
        while same < min(len(stack), len(active)) and stack[same][0] is active[same]:
            same += 1
        del stack[same:]
        for layer in active[same:]:
            stack.append((layer, layer.open(stack[-1][1] if stack else parent)))
        _add(stack[-1][1] if stack else parent, text[start:end], break_tag)


def _add(element: etree._Element, text: str, break_tag: str) -> None:
    first, *rest = text.split("\n")
    _add_text(element, first)
    for line in rest:
        sub_element(element, break_tag).tail = line


def _add_text(element: etree._Element, text: str) -> None:
    if not len(element):
        element.text = (element.text or "") + text
    else:
        last = element[-1]
        last.tail = (last.tail or "") + text
