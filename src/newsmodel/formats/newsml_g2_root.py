"""What a NewsML-G2 document is: an item, a newsMessage of items, or an envelope of somebody's own; in its namespace or in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import InputError
from newsmodel.formats.newsml_g2_item import ARTICLES, OTHER_ITEMS
from newsmodel.formats.newsml_g2_values import NAR_NS
from newsmodel.losses import LossKind
from newsmodel.syntax.xml import children_of, local_name, parse_xml, tag_of
from newsmodel.syntax.xml_cutting import first_tag
from newsmodel.syntax.xml_encoding import start_in_utf8
from newsmodel.syntax.xml_length import HEAD
from newsmodel.syntax.xml_namespace import into_namespace
from newsmodel.syntax.xml_parsers import parse_utf8
from newsmodel.syntax.xml_table import root_error

_NAMES = frozenset({"newsItem", "packageItem", "newsMessage"})
ITEM_NAMES = tuple(sorted(map(local_name, ARTICLES)))
"""The local names of the items that are articles."""
MESSAGE, ITEM_SET = (f"{{{NAR_NS}}}{name}" for name in ("newsMessage", "itemSet"))


def root_of(data: bytes, context: Context) -> etree._Element:
    """Parse a document; one whose elements have no namespace, or another one, is read as if they had the right one."""
    return settled(parse_xml(data, context), context)


def settled(root: etree._Element, context: Context) -> etree._Element:
    """Put a document into the namespace that it should be in."""
    if is_elsewhere(root):
        had = into_namespace(root, NAR_NS)
        reason, name = f"read as if it were in {NAR_NS}", local_name(tag_of(root))
        context.note_place(LossKind.REPAIRED, name, had, reason=reason, line=root.sourceline)
    return root


def is_elsewhere(root: etree._Element) -> bool:
    """Whether a document has no namespace, or another one than it should."""
    tag = tag_of(root)
    return local_name(tag) in _NAMES and not tag.startswith(f"{{{NAR_NS}}}")


def items_of(root: etree._Element) -> list[etree._Element]:
    """Return the items of a document that are articles. Raise `InputError` for a document of another kind."""
    if tag_of(root) in ARTICLES:
        return [root]
    if tag_of(root) == MESSAGE:
        found = [item for holder in root.iterchildren(ITEM_SET) for item in children_of(holder)]
        return [item for item in found if tag_of(item) in ARTICLES]
    if inside := outermost(root):  # an envelope of somebody's own
        return inside
    refuse_others(root)
    return []


def outermost(root: etree._Element) -> list[etree._Element]:
    """Return the items inside an element, without those that stand in others."""
    return [item for item in root.iter(*ARTICLES) if next(item.iterancestors(*ARTICLES), None) is None]


def refuse_others(root: etree._Element) -> None:
    """Raise `InputError` for a document that is neither an article nor a message."""
    if tag_of(root) in OTHER_ITEMS:
        name = local_name(tag_of(root))
        message = f"a {name} is no article: it says something about concepts, catalogues or plans"
        raise InputError("a newsItem or packageItem", name, place=name, line=root.sourceline, message=message)
    if tag_of(root) not in {*ARTICLES, MESSAGE}:
        raise root_error("a newsItem, packageItem or newsMessage of NewsML-G2", root)


def beside(root: etree._Element) -> Iterator[etree._Element]:
    """Give what a message, or an envelope of somebody's own, holds beside its articles: a header, items of other kinds."""
    if tag_of(root) in ARTICLES:
        return
    for part in children_of(root):
        if tag_of(part) == ITEM_SET:
            yield from (item for item in children_of(part) if tag_of(item) not in ARTICLES)
        elif tag_of(part) not in ARTICLES and next(part.iter(*ARTICLES), None) is None:
            yield part


def is_message(start: bytes) -> bool:
    """Whether a message of the right namespace begins here: only such a one is found item by item."""
    try:
        tag = b"%s/>" % re.sub(rb"[/\s]*>$", b"", _first_tag(start_in_utf8(start[:HEAD])))
        return tag_of(parse_utf8(tag)) == MESSAGE
    except (ValueError, etree.XMLSyntaxError):  # no whole tag, or none that says all it needs
        return False


def _first_tag(start: bytes) -> bytes:
    return start[slice(*first_tag(start))]


def recognises(start: bytes) -> bool:
    """Whether there is an item or a message, in its namespace; in none or a wrong one only where it is the first element."""
    if NAR_NS.encode() in start and any(name.encode() in start for name in _NAMES):
        return True
    return _FIRST.match(start) is not None and (b"guid=" in start or b"itemSet" in start)


_FIRST = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<(?:\w+:)?(?:%s)[\s>]"
    % "|".join(sorted(_NAMES)).encode(),
    re.DOTALL,
)
