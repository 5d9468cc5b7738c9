"""Text with line breaks inside an element: how the texts of metadata are marked up, in every dialect."""

from __future__ import annotations

from typing import Any

from lxml import etree  # noqa: TC002  # as in the other modules

from newsmodel.markup.dialect import Dialect
from newsmodel.model.values import many_lines
from newsmodel.syntax.xml import children_of, local_name, tag_of
from newsmodel.syntax.xml_sketch import sub_element


def flat_text(element: etree._Element, dialect: Dialect) -> str:
    """Return an element's text, ``br`` and the edges of blocks as line ends, line ends in the source as spaces."""
    pieces: list[str] = []
    _add_pieces(element, dialect, pieces)
    return "".join(pieces)


def _add_pieces(element: etree._Element, dialect: Dialect, pieces: list[str]) -> None:
    if text := element.text:
        pieces.append(text.replace("\n", " "))
    for child in element:
        tag: Any = child.tag
        if type(tag) is str:
            name = local_name(tag)
            is_block = dialect.is_block(name)
            if is_block or name == "br":
                pieces.append("\n")
            _add_pieces(child, dialect, pieces)
            if is_block:
                pieces.append("\n")
        if tail := child.tail:
            pieces.append(tail.replace("\n", " "))


def lines_of(element: etree._Element, dialect: Dialect) -> str:
    """Return an element's text line by line."""
    lines = many_lines(flat_text(element, dialect)).split("\n")
    blocks = any(local_name(tag_of(child)) != "br" for child in children_of(element))
    return "\n".join(line for line in lines if line or not blocks)  # the edges of blocks are no empty lines


def write_lines(text: str, into: etree._Element, br: str) -> None:
    """Write a text, with a ``br`` (its tag in Clark notation) for each line end."""
    first, *rest = text.split("\n")
    into.text = first
    for line in rest:
        sub_element(into, br).tail = line
