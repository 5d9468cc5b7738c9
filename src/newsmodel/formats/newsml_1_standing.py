"""What of the unknown content that was put back cannot stand in a document of our own (NewsML 1.2 DTD).

The document that it came from was laid out in another way: it had its photo in a component of components, or a Topic that
is another's now. What would make the document invalid, or point at nothing, is taken out again, and that is noted.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.formats.newsml_1_topics import references_in
from newsmodel.losses import LossKind
from newsmodel.syntax.xml import children_of, tag_of

_KINDS: Final = {"NewsItem": 0, "NewsItemRef": 0, "NewsComponent": 1, "ContentItem": 2}
"""What a NewsComponent may hold: elements of one of these kinds."""
_ONCE: Final = frozenset(
    {"Catalog", "Role", "NewsLines", "AdministrativeMetadata", "RightsMetadata", "DescriptiveMetadata"}
)
"""What may stand in a NewsComponent once."""


def leave_out(root: etree._Element, context: Context) -> None:
    """Take what was put back out of a document that is written, where it cannot stand there."""
    if not context.restored:
        return
    known = {value for element in root.iter(etree.Element) if (value := element.get("Duid"))}
    for element in list(context.restored):
        reason = _why_not(element, known)
        holder = element.getparent()
        if reason and holder is not None:
            path, extra = context.restored[element]
            holder.remove(element)
            context.losses.note(LossKind.UNWRITTEN, path, extra.raw, where=extra.place, reason=reason)


def _why_not(element: etree._Element, known: set[str]) -> str:
    if dangling := [name for name in references_in(element) if name not in known]:
        return f"it points at {dangling[0]!r}, which is not in the document"
    holder, tag = element.getparent(), tag_of(element)
    if holder is None or tag_of(holder) != "NewsComponent":
        return ""
    others = {tag_of(other) for other in children_of(holder) if other is not element}
    if tag in _ONCE and tag in others:
        return f"another {tag} stands there"
    if tag in _KINDS and any(_KINDS.get(other, _KINDS[tag]) != _KINDS[tag] for other in others):
        return "a component holds components or content, not both"
    return ""
