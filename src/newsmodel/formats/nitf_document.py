"""NITF documents: reading and writing, with what is done before the table reads and after it wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import InputError, SeveralItems
from newsmodel.formats.nitf import ARTICLE, NAME
from newsmodel.formats.nitf_findings import settle_findings
from newsmodel.formats.nitf_form import LEVELS, SUBJECT, settle
from newsmodel.formats.nitf_lines import finish_bylines
from newsmodel.formats.nitf_release import finish_release
from newsmodel.formats.nitf_values import tag
from newsmodel.formats.newsml_g2_values import valid_language
from newsmodel.formats.registry import Format
from newsmodel.losses import LossKind
from newsmodel.markup.nitf import NITF_NS
from newsmodel.model import Article, Span
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import (
    XML_NS,
    children_of,
    indent,
    local_name,
    parse_xml,
    path_of,
    raw_text,
    serialise_xml,
    tag_of,
)
from newsmodel.syntax.xml_table import root_error


def read_document(data: bytes, context: Context) -> Article:
    """Read the one article of a document. Raise `SeveralItems` for a file with more than one."""
    root = parse_xml(data)
    found = _documents(root)
    if len(found) > 1:
        message = f"expected one nitf, got {len(found)}: read_all reads them all"
        raise SeveralItems("one nitf", len(found), message=message)
    _note_around(root, found, context)
    return read_element(found[0], context)


def read_documents(data: bytes, context: Context) -> Iterator[Article]:
    """Read all articles of a file."""
    root = parse_xml(data)
    found = _documents(root)
    _note_around(root, found, context)
    for element in found:
        yield read_element(element, Context(context.format, context.losses, keep=context.keep))


def is_nitf(element: etree._Element) -> bool:
    """Whether an element is a NITF document, in whatever namespace and case."""
    return isinstance(element.tag, str) and local_name(tag_of(element)).lower() == "nitf"


def _documents(root: etree._Element) -> list[etree._Element]:
    """Return the documents of a file: itself, or those that it holds."""
    found = [root] if is_nitf(root) else [child for child in children_of(root) if is_nitf(child)]
    if not found:
        raise root_error("a nitf of NITF 3.x", root)
    return found


def _note_around(root: etree._Element, found: list[etree._Element], context: Context) -> None:
    if is_nitf(root):
        return
    for child in children_of(root):
        if not is_nitf(child):
            context.note_place(LossKind.UNREAD, path_of(child), raw_text(child), reason="beside the article")
    for key, value in root.items():
        context.note_place(LossKind.UNREAD, f"{local_name(tag_of(root))}/@{local_name(str(key))}", value)


def read_element(element: etree._Element, context: Context) -> Article:
    """Read a ``nitf`` element, as a document or inside of one. Its tree is changed."""
    settle(element, context)
    body = element.find(tag("body"))
    said = [element.get("baselang"), element.get(_LANG), body.get(_LANG) if body is not None else None]
    context.language = next((tag_ for each in said if each and (tag_ := valid_language(each))), context.language)
    headline = element.find(f"{tag('body')}/{tag('body.head')}/{tag('hedline')}/{tag('hl1')}")
    if headline is not None and (text := one_line("".join(headline.itertext()))):
        context.headline = text
    article = settle_findings(ARTICLE.decode(element, context), context)
    return article


_LANG = f"{{{XML_NS}}}lang"


def note_anchors(context: Context) -> None:
    """Note the identifiers of pieces of text: nothing points at them."""
    for name, anchor in context.anchors.items():
        if isinstance(anchor, Span):
            context.note_place(LossKind.UNREAD, "body/body.content//@id", name)


def write_document(article: Article, context: Context) -> bytes:
    """Write a document that is valid by the schema of NITF 3.6."""
    context.article = article
    root = ARTICLE.encode(article, context)
    finish_release(root, article, context)
    finish_bylines(root, article, context)
    _finish_headlines(root)
    _finish_title(root, article)
    _finish_subjects(root)
    if root.find(tag("body")) is None:
        etree.SubElement(root, tag("body"))
    etree.cleanup_namespaces(root, top_nsmap={None: NITF_NS})
    kept = frozenset(element for element in context.put_back if etree.iselement(element))
    indent(root, _LEAVES, kept)
    return serialise_xml(root)


def _finish_headlines(root: etree._Element) -> None:
    """A ``hedline`` holds one ``hl1``, and must."""
    for hedline in list(root.iterfind(f"{tag('body')}/{tag('body.head')}/{tag('hedline')}")):
        mains = list(hedline.iterchildren(tag("hl1")))
        if not mains:
            hedline.insert(0, etree.Element(tag("hl1")))
        for main in reversed(mains[1:]):
            other = etree.Element(tag("hedline"))
            other.append(main)
            hedline.addnext(other)


def _finish_title(root: etree._Element, article: Article) -> None:
    """Give the document a title, which every reader shows in lists: the headline, where it has no title of its own."""
    if article.headline is None or not (text := one_line(article.headline.value)):
        return
    head = root.find(tag("head"))
    if head is None:
        head = etree.Element(tag("head"))
        root.insert(0, head)
    if head.find(tag("title")) is None and article.headline.role != "nitf:hl2":
        title = etree.Element(tag("title"))
        title.text = text
        head.insert(0, title)


def _finish_subjects(root: etree._Element) -> None:
    """Let the name of an IPTC subject stand at the level of its code."""
    for element in root.iter(tag(SUBJECT)):
        number, name = element.get(f"{SUBJECT}.refnum", ""), element.get(f"{SUBJECT}.detail")
        if name is None or element.get(f"{SUBJECT}.ipr") != "IPTC" or not re.fullmatch("[0-9]{8}", number):
            continue
        level = next(level for level, digits in LEVELS if number[:digits].ljust(8, "0") == number)
        del element.attrib[f"{SUBJECT}.detail"]
        element.set(f"{SUBJECT}.{level}", name)


_LEAVES = frozenset(
    tag(name)
    for name in "p li td th caption hl1 hl2 media-caption media-producer person location byline dateline org classifier virtloc".split()
)
"""What has running text inside, where white space does mean something."""
_PROLOG = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*", re.DOTALL)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?(nitf[\w.-]*)[\s/>]", re.IGNORECASE)


def _recognises(start: bytes) -> bool:
    prolog = _PROLOG.match(start)
    return _ROOT.match(start, prolog.end() if prolog else 0) is not None


FORMAT = Format(
    NAME, "NITF", "xml", _recognises, read_document, write_document, read_all=read_documents
)
