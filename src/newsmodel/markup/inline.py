"""Inline content: the running text of a paragraph with its marks, each way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from attrs import Factory, define, frozen
from lxml import etree

from newsmodel.errors import ModelError
from newsmodel.model import Mark, MarkKind
from newsmodel.model.values import squeeze

EXCLUSIVE = (MarkKind.LINK, MarkKind.LANGUAGE)


@define
class Running:
    """Running text while it is read. Source white space is one space each, a break is a line end; with ``preserve`` line ends stay."""

    preserve: bool = False
    pieces: list[str] = Factory(list)
    length: int = 0
    marks: list[tuple[MarkKind, int, int, str | None]] = Factory(list)
    anchors: list[tuple[str, int, int]] = Factory(list)

    def add(self, text: str | None) -> None:
        """Add text of the source."""
        if text:
            plain = text.replace("\r\n", "\n") if self.preserve else text.translate(_TO_SPACES)
            self.pieces.append(plain)
            self.length += len(plain)

    def line_break(self) -> None:
        """Add a line break."""
        self.pieces.append("\n")
        self.length += 1

    def finish(self) -> tuple[str, tuple[Mark, ...], dict[str, tuple[int, int]]]:
        """Return the text, its marks, and where identified spans stand."""
        text, offsets = squeeze("".join(self.pieces))
        found = [(kind, offsets[start], offsets[end], value) for kind, start, end, value in self.marks]
        kept = [mark for mark in _without_overlaps(found) if mark[1] < mark[2]]
        anchors = {name: (offsets[start], offsets[end]) for name, start, end in self.anchors}
        return text, tuple(_marks(kept)), anchors


_TO_SPACES = str.maketrans(dict.fromkeys("\t\r\n", " "))


def _marks(found: Iterable[tuple[MarkKind, int, int, str | None]]) -> Iterable[Mark]:
    for kind, start, end, value in found:
        href = value if kind is MarkKind.LINK else None
        try:
            yield Mark(kind, start, end, href, value if kind is MarkKind.LANGUAGE else None)
        except ModelError:  # a bad address or tag: the reader has reported it
            continue


def _without_overlaps(
    found: list[tuple[MarkKind, int, int, str | None]],
) -> list[tuple[MarkKind, int, int, str | None]]:
    """Let the inner of two nested links or languages win, as a browser does. Inner marks come first in ``found``."""
    kept: list[tuple[MarkKind, int, int, str | None]] = []
    for kind, start, end, value in found:
        pieces = [(start, end)]
        if kind in EXCLUSIVE:
            for _, from_, to, _ in [mark for mark in kept if mark[0] is kind]:
                pieces = [part for piece in pieces for part in _minus(piece, (from_, to))]
        kept.extend((kind, *piece, value) for piece in pieces)
    return kept


def _minus(piece: tuple[int, int], hole: tuple[int, int]) -> list[tuple[int, int]]:
    parts = [(piece[0], min(piece[1], hole[0])), (max(piece[0], hole[1]), piece[1])]
    return [part for part in parts if part[0] < part[1]] if hole[0] < hole[1] else [piece]


@frozen
class Layer:
    """Something that wraps characters ``start`` to ``end``: ``open`` makes its element inside another."""

    start: int
    end: int
    rank: int
    open: Callable[[etree._Element], etree._Element]


def write_running(parent: etree._Element, text: str, layers: Iterable[Layer], break_tag: str) -> None:
    """Write text into an element, wrapped in its layers. Layers that cross are cut; the outer ones have the lower rank."""
    ordered = sorted(layers, key=lambda layer: layer.rank)
    cuts = sorted({0, len(text), *(layer.start for layer in ordered), *(layer.end for layer in ordered)})
    stack: list[tuple[Layer, etree._Element]] = []
    for start, end in pairwise(cuts):
        active = [layer for layer in ordered if layer.start <= start and end <= layer.end]
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
        etree.SubElement(element, break_tag)
        _add_text(element, line)


def _add_text(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
