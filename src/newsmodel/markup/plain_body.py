"""The plainest of bodies, and the commonest: a page that is nothing but paragraphs of text. It is read in one pass, and noted there is nothing.

Whatever else stands in a body is left to `newsmodel.markup.bodies`, which reads these in the same way; tests compare the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsmodel.markup.source_text import flowing
from newsmodel.markup.xhtml import XHTML
from newsmodel.model import Paragraph, Section
from newsmodel.model.quick_making import maker_of
from newsmodel.syntax.xml import WHITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from newsmodel.codec.context import Context


def _tags(*names: str) -> frozenset[str]:
    return frozenset(f"{{{uri}}}{name}" if uri else name for uri in XHTML.namespaces for name in names)


_ROOTS, _HOLDERS, _PARAGRAPHS = _tags("html", "body"), _tags("body", "div"), _tags("p")
_make_paragraph, _make_section = maker_of(Paragraph), maker_of(Section)


def plain_sections(holder: etree._Element, context: Context) -> tuple[Section, ...] | None:
    """Return the one section of a body; None for one that is not so plain, of which nothing was taken."""
    if len(holder) != 1 or not _is_white(holder.text):
        return None
    page = holder[0]
    if page.tag not in _ROOTS or page.keys() or not _is_white(page.tail):
        return None
    try:
        texts = [said for text in _texts(page, top=True) if text and (said := flowing(text)) is not None]
    except _NotPlain:
        return None
    if not texts or (len(texts) == 1 and texts[0][0] == "<"):  # that may be a story whose markup is escaped
        return None
    context.paragraphs += texts
    blocks = tuple([_make_paragraph([text, (), None, None]) for text in texts])
    return (_make_section([None, blocks, 1, ()]),)


class _NotPlain(ValueError):  # a sign, and no error
    """Something that is left to others."""


def _texts(element: etree._Element, *, top: bool = False) -> Iterator[str | None]:
    """Give the texts of the paragraphs in an element."""
    if not _is_white(element.text) or not len(element):
        raise _NotPlain
    for child in element:
        tag: Any = child.tag
        if child.keys() or not _is_white(child.tail):
            raise _NotPlain
        if tag in _PARAGRAPHS and not len(child):
            yield child.text
        elif top and tag in _HOLDERS:
            yield from _texts(child)
        else:
            raise _NotPlain


def _is_white(text: str | None) -> bool:
    return text is None or not text.strip(WHITE)
