"""Text with line breaks inside an element: how the texts of metadata are marked up, in every dialect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsmodel.markup.dialect import Dialect
from newsmodel.model.values import many_lines
from newsmodel.syntax.xml import children_of, local_name, tag_of
from newsmodel.syntax.xml_sketch import sub_element

if TYPE_CHECKING:
    from lxml import etree


def flat_text(element: etree._Element, dialect: Dialect) -> str:
    """Return an element's text, ``br`` and the edges of blocks as line ends, line ends in the source as spaces."""
    return "".join(_pieces_of(element, dialect))


def _pieces_of(element: etree._Element, dialect: Dialect) -> Iterator[str]:
    yield " ".join((element.text or "").split("\n"))
    for child in element:
        if isinstance(child.tag, str):
            name = local_name(child.tag)
            edge = "\n" if dialect.is_block(name) else ""
            yield "\n" if name == "br" else edge
            yield from _pieces_of(child, dialect)
            yield edge
        yield " ".join((child.tail or "").split("\n"))


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
