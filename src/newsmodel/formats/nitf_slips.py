"""Values of a NITF document that stand where senders put them by mistake: text for an attribute, a language in an empty tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.formats.nitf_values import tag
from newsmodel.losses import LossKind
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import WHITE, XML_NS, local_name, own_text, path_of, tag_of
from newsmodel.syntax.xml_language import valid_language
from newsmodel.syntax.xml_reading import is_empty

if TYPE_CHECKING:
    from lxml import etree

    from newsmodel.codec.context import Context

_AS_TEXT = {
    "doc-id": "id-string",
    "keyword": "key",
    "urgency": "ed-urg",
    "du-key": "key",
    "ed-msg": "info",
    "doc-scope": "scope",
    "from-src": "src-name",
}
"""Elements that say what they say in an attribute."""
_LANG = f"{{{XML_NS}}}lang"


def settle_slips(root: etree._Element, context: Context) -> None:
    """Put values where the standard has them; note each."""
    head = root.find(tag("head"))
    for element in () if head is None else list(head.iter(*map(tag, _AS_TEXT))):
        _settle_text(element, context)
    for reference in root.iter(tag("media-reference")):
        _settle_reference(reference, context)
    _settle_language(root, context)


def _settle_text(element: etree._Element, context: Context) -> None:
    """Let text be the value of the attribute that is missing."""
    name = _AS_TEXT[local_name(tag_of(element))]
    text = one_line(own_text(element))
    if not text or len(element) or element.get(name, "").strip(WHITE):
        return
    element.text = None
    element.set(name, text)
    reason = f"read as if it stood in @{name}"
    context.note_place(LossKind.REPAIRED, path_of(element), text, reason=reason, line=element.sourceline)


def _settle_reference(reference: etree._Element, context: Context) -> None:
    """An address in the identifier is the picture's (the Guardian's feed)."""
    said = reference.get("id", "")
    if "/" in said and not reference.get("source") and not reference.get("data-location"):
        reference.set("source", reference.attrib.pop("id"))
        reason, line = "read as if it stood in @source", reference.sourceline
        context.note_place(LossKind.REPAIRED, f"{path_of(reference)}/@id", said, reason=reason, line=line)


def _settle_language(root: etree._Element, context: Context) -> None:
    """An empty ``lang`` in front of the text says the language of all of it, where nothing else does (ANSA)."""
    content = root.find(f"{tag('body')}/{tag('body.content')}")
    first = next(content.iterchildren("*"), None) if content is not None else None
    if (
        content is None
        or first is None
        or tag_of(first) != tag("lang")
        or len(first)
        or one_line(first.text or "")
    ):
        return
    said = valid_language(first.get(_LANG) or first.get("lang") or "")
    if said is None or root.get("baselang", said) != said or (content.text or "").strip(WHITE):
        return
    where, line = path_of(first), first.sourceline
    root.set("baselang", said)
    if (tail := first.tail) and tail.strip(WHITE):
        content.text = tail
    content.remove(first)
    context.note_place(
        LossKind.REPAIRED, where, said, reason="read as the language of the document", line=line
    )


# what says nothing

_MAY_BE_EMPTY = [
    "revision-history",
    "keyword",
    "ed-msg",
    "doc-id",
    "du-key",
    "evloc",
    "tobject.property",
    "tobject.subject",
    "urgency",
    "date.issue",
    "date.expire",
    "doc-scope",
    "series",
    "fixture",
    "doc.copyright",
    "doc.rights",
    "from-src",
    "meta",
    "correction",
    "media-producer",
]
_LINES = ("hl1", "hl2", "byline", "distributor", "dateline", "abstract")
_KINDS = frozenset({"function", "level-number", "name", "tobject.subject.ipr"})
"""Attributes that say nothing alone."""


def drop_empty(root: etree._Element) -> None:
    """Take out elements with empty values, as forms are sent that nobody filled in."""
    for name in _MAY_BE_EMPTY:
        for element in list(root.iter(tag(name))):
            parent = element.getparent()
            said = [value for key, value in element.items() if key not in _KINDS and value.strip(WHITE)]
            if name == "revision-history":
                said += [element.get("name", "").strip(WHITE)]
            blank = not len(element) and not (element.text or "").strip(WHITE) and not any(said)
            if blank and element.attrib and parent is not None:
                take_out(element, parent)


def drop_empty_lines(root: etree._Element) -> None:
    """Take out lines of the head of the body that say nothing at all, and an end without anything in it."""
    for end in list(root.iterfind(f"{tag('body')}/{tag('body.end')}")):
        if not end.attrib and is_empty(end) and (parent := end.getparent()) is not None:
            take_out(end, parent)
    for head in root.iterfind(f"{tag('body')}/{tag('body.head')}"):
        for element in list(head.iter(*map(tag, _LINES))):
            parent = element.getparent()
            if (
                parent is not None
                and not set(map(str, element.attrib)) - {"id", "class"}
                and is_empty(element)
            ):
                take_out(element, parent)


def take_out(element: etree._Element, parent: etree._Element) -> None:
    """Take an element out; text that stands behind it stays."""
    before = element.getprevious()
    if (element.tail or "").strip(WHITE):
        if before is not None:
            before.tail = (before.tail or "") + (element.tail or "")
        else:
            parent.text = (parent.text or "") + (element.tail or "")
    element.tail = None
    parent.remove(element)
