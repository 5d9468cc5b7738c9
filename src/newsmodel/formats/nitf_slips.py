"""Values of a NITF document that stand where senders put them by mistake: text for an attribute, a language in an empty tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.formats.nitf_values import tag
from newsmodel.losses import LossKind
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import WHITE, XML_NS, local_name, own_text, path_of, tag_of
from newsmodel.syntax.xml_language import valid_language

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
