"""People in NITF: the parts of a name stand inside the name, where the model has them beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsmodel.codec.context import Context
from newsmodel.formats.nitf_values import tag
from newsmodel.losses import LossKind
from newsmodel.model import Person
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import all_text
from newsmodel.syntax.xml_table import XmlTable

if TYPE_CHECKING:
    from lxml import etree

_GIVEN, _FAMILY = tag("name.given"), tag("name.family")
_PARTS = {_GIVEN: "given_name", _FAMILY: "family_name"}
_SPACELESS = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]"
)
"""Letters of scripts that set no space between words, or between the parts of a name."""


def name_in(element: etree._Element) -> str:
    """Return the name of a person: all the text, but for the function and other identifiers."""
    return one_line("".join(_pieces(element)))


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    before = ""
    for child in element:
        said = all_text(child) if child.tag in _PARTS else ""
        if said and before and not (_SPACELESS.match(before[-1]) or _SPACELESS.match(said[0])):
            yield " "  # <name.given>Jo</name.given><name.family>Doe</name.family>
        yield said
        yield child.tail or ""
        before = said if not child.tail else ""


class PersonTable(XmlTable[Person]):
    """A table of people."""

    def decode(self, raw: Any, context: Context) -> Person:
        """Read a person: the name becomes the element's own text."""
        name = name_in(raw)
        for child in raw:
            child.tail = None
        raw.text = name
        return super().decode(raw, context)

    def encode(self, value: Person, context: Context, into: Any = None) -> etree._Element:
        """Write a person: the given and the family name go to where they stand in the name."""
        element = super().encode(value, context, into)
        parts = [child for child in element if child.tag in _PARTS and not child.attrib and not len(child)]
        if parts and not _fold(element, parts):
            for part in parts:
                context.note(
                    LossKind.UNWRITTEN, _PARTS[str(part.tag)], part.text, reason="no part of the name"
                )
                element.remove(part)
        return element


def _fold(element: etree._Element, parts: list[etree._Element]) -> bool:
    """Put the parts of a name into the name; return whether they all stand in it, one beside the other."""
    name = element.text or ""
    placed = [(start, part) for part in parts if (start := _place(name, part)) >= 0]
    placed.sort(key=lambda pair: pair[0])
    ends = [start + len(part.text or "") for start, part in placed]
    if len(placed) < len(parts) or any(
        end > later for end, (later, _) in zip(ends, placed[1:], strict=False)
    ):
        return False
    element.text = name[: placed[0][0]]
    for index, (end, (_, part)) in enumerate(zip(ends, placed, strict=True)):
        part.tail = name[end : placed[index + 1][0] if index + 1 < len(placed) else len(name)]
        element.insert(index, part)
    return True


def _place(name: str, part: etree._Element) -> int:
    """Return where a part stands in a name, whole words of it only; -1 for nowhere."""
    said = re.escape(part.text or "")
    found = [match.start() for match in re.finditer(rf"(?<!\w){said}(?!\w)", name)]
    if not found:
        return name.find(part.text or "") if _SPACELESS.search(name) else -1
    return found[-1] if part.tag == _FAMILY else found[0]
