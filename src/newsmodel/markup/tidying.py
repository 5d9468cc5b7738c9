"""What agencies write instead of paragraphs, made paragraphs before a body is read.

Markup that stands escaped in an element, plain lines in an element that should hold paragraphs, `pre` around a whole story,
and two line breaks in loose text. Inside paragraphs, items and cells nothing is touched: there a blank line is what it says.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.losses import LossKind
from newsmodel.markup.dialect import Dialect, Part, Tag
from newsmodel.markup.html_text import Written, how_written, is_escaped, parse_html, unescaped
from newsmodel.markup.plain import paragraphs_of
from newsmodel.syntax.xml import WHITE, children_of, local_name, path_of, tag_of

NOTE_CLASSES = frozenset(
    {"ednote", "ed-note", "editornote", "editors-note", "editorsnote", "notes-to-editors"}
)
"""Classes that say: this is for editors, not for readers."""


def tidy(body: etree._Element, dialect: Dialect, context: Context) -> None:
    """Make paragraphs in a body, in place; notes to editors go to the context."""
    for element in list(_holders(body, _Parts(dialect))):
        if _is_note(element) and element is not body:
            context.editor_notes.append("".join(element.itertext()))
            _take_out(element)
        elif dialect.tags.get(local_name(tag_of(element)).lower()) == _PRESERVED:
            _split(element, dialect)
        elif not len(element):
            _expand(element, dialect, context)
        else:
            _part_at_breaks(element)


class _Parts(dict[Any, "Tag | None"]):
    """What a dialect says of tags in Clark notation: in a body, the same ones come again and again."""

    def __init__(self, dialect: Dialect) -> None:
        super().__init__()
        self._tags = dialect.tags

    def __missing__(self, tag: str) -> Tag | None:
        found = self[tag] = self._tags.get(local_name(tag).lower())
        return found


def _holders(element: etree._Element, parts: _Parts, *, top: bool = True) -> Iterator[etree._Element]:
    """Give the elements that only hold others, and those that hold lines or are notes; not what is inside other blocks."""
    part = parts[element.tag]
    if top or (part is not None and part.part is Part.THROUGH):
        yield element
        for child in children_of(element):
            inner = parts[child.tag]
            if inner is None or inner.part is not Part.PARAGRAPH or inner.argument or child.keys():
                yield from _holders(child, parts, top=False)
    elif part == _PRESERVED or _is_note(element):
        yield element


_PRESERVED = Tag(Part.PARAGRAPH, "preserved")


def _is_note(element: etree._Element) -> bool:
    said = element.get("class")
    return said is not None and not NOTE_CLASSES.isdisjoint(said.lower().split())


def _take_out(element: etree._Element) -> None:
    """Take an element away; what stands after it stays."""
    holder, tail = element.getparent(), element.tail
    if holder is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (tail or "")
    else:
        holder.text = (holder.text or "") + (tail or "")
    holder.remove(element)


def _expand(element: etree._Element, dialect: Dialect, context: Context) -> None:
    """Read text that stands where paragraphs should: markup as markup, lines as paragraphs."""
    text = element.text or ""
    if not text.strip(WHITE):
        return
    escaped = is_escaped(text)
    text = unescaped(text) if escaped else text
    if how_written(text) is Written.PLAIN:
        paragraphs = paragraphs_of(text)
        if len(paragraphs) < 2:  # it is a paragraph as it stands
            return
        element.text = None
        for paragraph in paragraphs:
            _add_lines(element, paragraph, dialect)
        return
    if how_written(text) is Written.INLINE:
        text = as_html(text)
    context.note_place(LossKind.REPAIRED, path_of(element), None, reason="its markup was escaped")
    made = parse_html(text)
    namespace = etree.QName(element).namespace
    for inner in made.iterdescendants(etree.Element):
        if namespace:
            inner.tag = f"{{{namespace}}}{tag_of(inner)}"
    element.text = made.text
    element.extend(list(made))
    _part_at_breaks(element)


def as_html(text: str) -> str:
    """Return lines that have inline tags in them as paragraphs of HTML."""
    return "".join(f"<p>{'<br>'.join(paragraph.split(chr(10)))}</p>" for paragraph in paragraphs_of(text))


def _add_lines(holder: etree._Element, paragraph: str, dialect: Dialect) -> None:
    """Add a paragraph whose line ends are breaks."""
    namespace = etree.QName(holder).namespace
    p, br = (
        _tag_in(namespace, tag) for tag in (dialect.tag_for(Part.PARAGRAPH), dialect.tag_for(Part.BREAK))
    )
    element = etree.SubElement(holder, p)
    first, *rest = paragraph.split("\n")
    element.text = first
    for line in rest:
        etree.SubElement(element, br).tail = line


def _tag_in(namespace: str | None, tag: str) -> str:
    return f"{{{namespace}}}{local_name(tag)}" if namespace else local_name(tag)


def _split(element: etree._Element, dialect: Dialect) -> None:
    """Make paragraphs of the lines of a `pre` that holds a story: one that has blank lines in it, or indented ones."""
    holder = element.getparent()
    if holder is None or len(element) or element.attrib:
        return
    paragraphs = paragraphs_of(element.text or "")
    if len(paragraphs) < 2:
        return
    made = etree.Element(element.tag)
    for paragraph in paragraphs:
        _add_lines(made, paragraph, dialect)
    made[-1].tail = element.tail
    at = holder.index(element)
    holder[at : at + 1] = list(made)


def _part_at_breaks(element: etree._Element) -> None:
    """Put an empty paragraph where loose text has two line breaks in a row: it ends the paragraph before."""
    for child in list(element):
        if not _is_break(child):
            continue
        following = child.getnext()
        if following is None or not _is_break(following):
            continue
        if (child.tail or "").strip(WHITE) or following.tail is None:
            continue
        namespace = etree.QName(child).namespace
        following.tag = _tag_in(namespace, "p")
        element.remove(child)


def _is_break(element: etree._Element) -> bool:
    tag = element.tag
    return (
        isinstance(tag, str)
        and tag[-2:].lower() == "br"
        and local_name(tag).lower() == "br"
        and not element.keys()
    )
