"""XML: bytes to a tree and back, safely.

A DOCTYPE is accepted and nothing that it names is ever fetched; internal entities are expanded within libxml2's limits;
depth, text size and attribute counts are bounded. (``resolve_entities=True`` would read files from disk, ``False`` would
drop the text of entities in silence.) What can be mended is read all the same, and noted: `newsmodel.syntax.xml_repairs`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import SyntaxFault
from newsmodel.losses import LossKind
from newsmodel.syntax.xml_doctype import Doctype, doctype_of, without_outside
from newsmodel.syntax.xml_encoding import to_utf8
from newsmodel.syntax.xml_limits import (
    check_document,
    check_namespaces,
    check_tree,
)
from newsmodel.syntax.xml_parsers import parse_utf8
from newsmodel.syntax.xml_raw import QNAME_MARKS, NotPlain, plain_raw_text, short_raw_text, with_prefixes
from newsmodel.syntax.xml_repairs import Repair, mend

WHITE = " \t\r\n"
"""White space as XML means it (§2.3): a no-break space is text."""

XML_NS = "http://www.w3.org/XML/1998/namespace"


def parse_xml(data: bytes, context: Context | None = None) -> etree._Element:
    """Return the root element of a document in any encoding.

    What was invalid and could be mended is noted in the ``context`` as REPAIRED, with its line; without one it is an error, since
    nobody would know. Raise `SyntaxFault` with the line for what is not well-formed, or not safe.
    """
    document, repairs = opened(data)
    check_document(document.data)
    mended = b""
    try:
        root = parse_utf8(document.data)
    except etree.XMLSyntaxError as error:
        mended, more = mend(document.data, document.end)
        if not more:
            raise fault(error, data) from error
        try:
            root = parse_utf8(mended)
        except etree.XMLSyntaxError as second:
            raise fault(second, data) from second
        repairs += more
    check_tree(root, None if document.end or mended else document.data)
    note_repairs(repairs, context)
    return root


def opened(data: bytes) -> tuple[Doctype, list[Repair]]:
    """Return a document in UTF-8 whose DOCTYPE names nothing outside, and what was wrong with it so far."""
    if data.startswith(_MAGIC):
        what = next(what for magic, what in _OTHERS.items() if data.startswith(magic))
        raise SyntaxFault("XML", message=f"not XML: {what}")
    utf8, repairs = to_utf8(data)
    document = without_outside(utf8)
    check_namespaces(document.data)
    return document, [*repairs, *document.repairs]


def note_repairs(repairs: Iterable[Repair], context: Context | None) -> None:
    """Note what was mended, or refuse it where there is nobody to tell."""
    for repair in repairs:
        if context is None:
            raise SyntaxFault("well-formed XML", repair.value, line=repair.line, message=repair.reason)
        context.note_place(LossKind.REPAIRED, "", repair.value, reason=repair.reason, line=repair.line)


_OTHERS = {
    b"\x1f\x8b": "these are bytes of gzip: unpack them first",
    b"PK\x03\x04": "these are bytes of a ZIP archive: unpack it first",
    b"%PDF": "this is PDF",
}
_MAGIC = tuple(_OTHERS)


def fault(error: etree.XMLSyntaxError, data: bytes) -> SyntaxFault:
    """Return our error for the parser's."""
    said = " ".join((error.msg or "no document").split())
    message = f"not well-formed XML: {said[:300]}"
    start = data[:1000].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        message += "; this looks like HTML"
    elif error.code in (26, 27):  # XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY
        message += "; entities from outside the document are never read"
    return SyntaxFault("well-formed XML", line=error.lineno or None, message=message)


XML_DECLARATION = etree.tostring(etree.Element("a"), xml_declaration=True, encoding="UTF-8").partition(
    b"<a/>"
)[0]
"""What `serialise_xml` begins with."""


def serialise_xml(root: etree._Element) -> bytes:
    """Return the document as UTF-8 bytes with an XML declaration and a final line end."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def serialise_back(root: etree._Element, came: bytes) -> bytes:
    """Return a document that was changed, with what stands around its root element and the DOCTYPE that it ``came`` with."""
    tree: Any = root.getroottree()
    doctype = doctype_of(to_utf8(came)[0])
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", doctype=doctype) + b"\n"


def tag_of(element: etree._Element) -> str:
    """Return an element's tag in Clark notation."""
    return str(element.tag)


def local_name(tag: str) -> str:
    """Return a tag without its namespace."""
    return tag.rpartition("}")[2]


def children_of(element: etree._Element) -> Iterator[etree._Element]:
    """Give the child elements, without comments and processing instructions."""
    return element.iterchildren(etree.Element)


def own_text(element: etree._Element) -> str:
    """Return the text directly inside an element, comments and child elements left out."""
    text = element.text or ""
    return text + "".join(child.tail or "" for child in element) if len(element) else text


def all_text(element: etree._Element) -> str:
    """Return the text inside an element, at any depth. (lxml's ``itertext`` takes quadratic time over comments.)"""
    return str(_ALL_TEXT(element)) if len(element) else element.text or ""


def texts_of(element: etree._Element) -> list[str]:
    """Return the pieces of text inside an element, at any depth."""
    return [str(text) for text in _TEXTS(element)]


_ALL_TEXT = etree.XPath("string()", smart_strings=False)
_TEXTS = etree.XPath("descendant::text()", smart_strings=False)


def path_of(element: etree._Element) -> str:
    """Return where an element stands: local names from the root, with a number where it is not the only one."""
    steps: list[str] = []
    at: etree._Element | None = element
    while at is not None:
        steps.append(_step_of(at))
        at = at.getparent()
    return "/".join(reversed(steps))


def _step_of(element: etree._Element) -> str:
    tag = tag_of(element)
    twins = len(list(element.itersiblings(tag, preceding=True)))
    return local_name(tag) + (f"[{twins + 1}]" if twins else "")


_FEW = 3


class Paths:
    """The paths of many elements of one tree, as `path_of` gives them, while the tree does not change.

    Where many children of one element are asked for, all are counted at once, so that a path costs no more than its steps.
    """

    def __init__(self) -> None:
        self._steps: dict[etree._Element, str] = {}
        self._asked: Counter[etree._Element | None] = Counter()

    def of(self, element: etree._Element) -> str:
        """Return where an element stands."""
        steps: list[str] = []
        at: etree._Element | None = element
        while at is not None:
            parent = at.getparent()
            if at not in self._steps:
                self._find(at, parent)
            steps.append(self._steps[at])
            at = parent
        return "/".join(reversed(steps))

    def _find(self, element: etree._Element, parent: etree._Element | None) -> None:
        self._asked[parent] += 1
        if self._asked[parent] > _FEW:
            self._count(element, parent)
        else:
            self._steps[element] = _step_of(element)

    def _count(self, element: etree._Element, parent: etree._Element | None) -> None:
        seen: Counter[str] = Counter()
        for sibling in (element,) if parent is None else children_of(parent):
            tag = tag_of(sibling)
            seen[tag] += 1
            self._steps[sibling] = local_name(tag) + (f"[{seen[tag]}]" if seen[tag] > 1 else "")


def raw_text(element: etree._Element) -> str:
    """Return an element as text, in one form whatever stands around it and whatever prefixes it came with.

    Its own namespace is the default one if all tags have one, others are ``ns0``, ``ns1`` …; attributes are sorted (exclusive C14N).
    """
    try:
        said = short_raw_text(element)
    except NotPlain:
        said = written_in_place(element) or plain_raw_text(element) or canonical(element)
    first, second = QNAME_MARKS
    return with_prefixes(element, said) if first in said or second in said else said


def written_in_place(element: etree._Element) -> str | None:
    """Return `raw_text` of an element that is written without prefixes where it stands; None for any other."""
    try:
        said = etree.tostring(element, method="c14n", exclusive=True, with_comments=True).decode()
    except etree.C14NError:  # as in `canonical`
        return None
    namespaces = said.count("xmlns")
    if not namespaces:
        return said
    if not tag_of(element).startswith("{"):  # libxml2 gives it the default namespace that was taken from it
        return None
    alone = namespaces == 1 and said.startswith(f'<{local_name(tag_of(element))} xmlns="')
    return said if alone else None


def canonical(element: etree._Element) -> str:
    """Return `raw_text` as libxml2 writes it."""
    alone = _alone(element)
    try:
        return etree.tostring(alone, method="c14n", exclusive=True, with_comments=True).decode("utf-8")
    except etree.C14NError:  # a namespace name that is a relative reference (Canonical XML 1.0, §1.3)
        return etree.tostring(alone, encoding="unicode")


def _alone(element: etree._Element) -> etree._Element:
    own = etree.QName(element).namespace
    if any(not tag_of(inner).startswith("{") for inner in element.iter(etree.Element)):
        own = None  # where a tag has no namespace, there is no default one
    prefixed: dict[str, None] = {}
    for inner in element.iter(etree.Element):
        prefixed |= dict.fromkeys(_namespaces(tag_of(inner)) - {own})
        prefixed |= dict.fromkeys(sorted(_namespaces(*map(str, inner.attrib))))
    prefixes: dict[str | None, str] = {f"ns{number}": uri for number, uri in enumerate(prefixed)}
    alone = etree.Element(element.tag, nsmap=prefixes | ({None: own} if own else {}))
    _copy_into(alone, element)
    return alone


def _namespaces(*names: str) -> set[str]:
    """The namespaces of names in Clark notation, but for that of ``xml:``."""
    return {name[1:].partition("}")[0] for name in names if name.startswith("{")} - {XML_NS}


def _copy_into(made: etree._Element, element: etree._Element) -> None:
    for key, value in element.items():
        made.set(key, value)
    made.text = element.text
    for child in element:
        if isinstance(child.tag, str):
            copied = etree.SubElement(made, child.tag)
            _copy_into(copied, child)
        else:
            copied = deepcopy(child)
            made.append(copied)
        copied.tail = child.tail


def indent(
    element: etree._Element, leaves: frozenset[str], kept: frozenset[etree._Element], level: int = 1
) -> None:
    """Lay an element's children out one a line, where white space means nothing.

    Elements with text of their own, those whose tag is in ``leaves`` and those that were ``kept`` as they came are left alone.
    """
    if not len(element) or element.tag in leaves or element in kept:
        return
    children = list(element)
    if any(text and text.strip(WHITE) for text in (element.text, *[child.tail for child in children])):
        return
    element.text = inside = "\n" + "  " * level
    for child in children:
        child.tail = inside
        if len(child) and isinstance(child.tag, str):
            indent(child, leaves, kept, level + 1)
    children[-1].tail = inside[:-2]
