"""NITF documents: reading and writing, with what is done before the table reads and after it wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import SeveralItems
from newsmodel.formats.nitf import ARTICLE, NAME
from newsmodel.formats.nitf_element import is_nitf, note_anchors, read_element
from newsmodel.formats.nitf_form import LEVELS, SUBJECT, own_tags, settle
from newsmodel.formats.nitf_lines import finish_bylines
from newsmodel.formats.nitf_parts import SUB_HEADLINE
from newsmodel.formats.nitf_release import finish_release
from newsmodel.formats.nitf_values import tag
from newsmodel.formats.registry import Format
from newsmodel.formats.xml_document import Document, note_silent
from newsmodel.losses import LossKind
from newsmodel.markup.nitf import NITF_NS
from newsmodel.model import Article
from newsmodel.model.constraints import content_fields
from newsmodel.model.origin import Origin, with_origin
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import (
    children_of,
    indent,
    local_name,
    parse_xml,
    path_of,
    raw_text,
    serialise_xml,
    tag_of,
)
from newsmodel.syntax.xml_table import XmlTable, root_error


def read_document(data: bytes, context: Context) -> Article:
    """Read the one article of a document. Raise `SeveralItems` for a file with more than one."""
    root = parse_xml(data, context)
    found = _documents(root)
    if len(found) > 1:
        message = f"expected one nitf, got {len(found)}: read_all reads them all"
        raise SeveralItems("one nitf", len(found), message=message)
    _note_around(root, context)
    article = read_element(found[0], context)
    note_anchors(article, context)
    return with_origin(article, Origin(NAME, data, article)) if context.keep else article


def read_documents(source: bytes, context: Context) -> Iterator[Article]:
    """Read all articles of a file."""
    root = parse_xml(source, context)
    found = _documents(root)
    _note_around(root, context)
    for element in found:
        whole = source if element is root else etree.tostring(element, encoding="UTF-8", with_tail=False)
        own = Context(context.format, context.losses, keep=context.keep)
        article = read_element(element, own)
        note_anchors(article, own)
        yield with_origin(article, Origin(NAME, whole, article)) if context.keep else article


def _documents(root: etree._Element) -> list[etree._Element]:
    """Return the documents of a file: itself, or those that it holds."""
    found = [root] if is_nitf(root) else [child for child in children_of(root) if is_nitf(child)]
    if not found:
        raise root_error("a nitf of NITF 3.x", root)
    return found


def _note_around(root: etree._Element, context: Context) -> None:
    if is_nitf(root):
        return
    for child in children_of(root):
        if not is_nitf(child):
            context.note_place(LossKind.UNREAD, path_of(child), raw_text(child), reason="beside the article")
    for key, value in root.items():
        context.note_place(LossKind.UNREAD, f"{local_name(tag_of(root))}/@{local_name(str(key))}", value)


def write_document(article: Article, context: Context) -> bytes:
    """Write an article: into the document that it came from, where there is one; else as one that is valid by the schema of NITF 3.6."""
    for document in (AS_IT_STANDS, IN_ONE_FORM):
        if (written := document.written_back(article, context)) is not None:
            return written
    IN_ONE_FORM.note_left_out(article, context)
    context.article = article
    root = ARTICLE.encode(article, context)
    _finish(root, article, _ALL, context)
    etree.cleanup_namespaces(root, top_nsmap={None: NITF_NS})
    kept = frozenset(element for element in context.put_back if etree.iselement(element))
    _printed_first(root)
    indent(root, _LEAVES, kept)
    data = serialise_xml(root)
    note_silent(data, article, IN_ONE_FORM.read, context)
    return data


_ALL = frozenset(field.name for field in content_fields(Article))


def _finish(root: etree._Element, article: Article, fields: frozenset[str], context: Context) -> None:
    """Do what no row can: what one part of a document says depends on another there."""
    if fields & {"embargo", "status", "published"}:
        finish_release(root, article, context)
    if fields & {"bylines", "attributions"}:
        finish_bylines(root, article, context)
    if "rights" in fields:
        _finish_rights(root, article, context)
    if "headlines" in fields:
        _finish_headlines(root)
        _finish_title(root, article)
    if "subjects" in fields:
        _finish_subjects(root)
    if root.find(tag("body")) is None:
        etree.SubElement(root, tag("body"))


def _the_document(root: etree._Element) -> etree._Element | None:
    found = _documents(root)
    return found[0] if len(found) == 1 else None


def _as_it_stands(root: etree._Element, context: Context) -> etree._Element | None:
    element = _the_document(root)
    if element is not None:
        own_tags(element, Context(context.format))  # what it notes was noted when it was read
    return element


def _in_one_form(root: etree._Element, context: Context) -> etree._Element | None:
    element = _the_document(root)
    if element is not None:
        settle(element, Context(context.format))
    return element


def _table(element: etree._Element) -> XmlTable[Article]:  # noqa: ARG001  # as Document wants it
    return ARTICLE


AS_IT_STANDS = Document(
    table=_table,
    find=_as_it_stands,
    read=read_document,
    together=frozenset({"sections", "quotes", "media"}),
    body=frozenset({"sections", "quotes", "media", "people", "organisations", "places"}),
    finish=_finish,
    renames=lambda root: True,  # noqa: ARG005  # they are found in one namespace, most of them have none
)
"""Changes a document and leaves all else in the place and the namespace where it stands."""
IN_ONE_FORM = attrs.evolve(AS_IT_STANDS, find=_in_one_form)
"""Changes a document that was brought to the form that the table reads."""


_SAYS_RIGHTS = tuple(
    "/".join(map(tag, path.split("/")))
    for path in (
        "head/docdata/doc.copyright",
        "body/body.head/rights/rights.limitations",
        "body/body.head/note",
    )
)


def _finish_rights(root: etree._Element, article: Article, context: Context) -> None:
    """Take out the time for which rights hold, where nothing could be written of the rights themselves."""
    dates = root.find(f"{tag('head')}/{tag('docdata')}/{tag('doc.rights')}")
    if article.rights is None or dates is None or not set(dates.attrib) <= {"startdate", "enddate"}:
        return
    if article.rights.license is None and all(root.find(path) is None for path in _SAYS_RIGHTS):
        context.note(LossKind.UNWRITTEN, "rights", article.rights, reason="NITF has no place for them")
        if (holder := dates.getparent()) is not None:
            holder.remove(dates)


def _printed_first(root: etree._Element) -> None:
    """Let the dateline that is printed stand before the one that says where and when."""
    for head in root.iterfind(f"{tag('body')}/{tag('body.head')}"):
        lines = list(head.iterchildren(tag("dateline")))
        for line in lines:
            if line.get("class") == "located" and line is not lines[-1]:
                lines[-1].addnext(line)


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
    said, before = _title(article), _title(article.origin.article) if article.origin else ""
    title = root.find(f"{tag('head')}/{tag('title')}")
    if (
        title is not None and before and one_line(title.text or "") == before
    ):  # it repeats the headline that was
        title.text = said
    elif title is None and said:
        head = root.find(tag("head"))
        if head is None:
            head = etree.Element(tag("head"))
            root.insert(0, head)
        title = etree.Element(tag("title"))
        title.text = said
        head.insert(0, title)


def _title(article: Article) -> str:
    headline = article.headline
    return one_line(headline.value) if headline is not None and headline.role != SUB_HEADLINE else ""


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
    for name in [
        "p",
        "li",
        "td",
        "th",
        "caption",
        "hl1",
        "hl2",
        "media-caption",
        "media-producer",
        "person",
        "location",
        "byline",
        "dateline",
        "org",
        "classifier",
        "virtloc",
    ]
)
"""What has running text inside, where white space does mean something."""
_PROLOG = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*", re.DOTALL)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?(nitf[\w.-]*)[\s/>]", re.IGNORECASE)


_ANYWHERE = re.compile(rb"<(?:[\w.-]+:)?nitf[\s/>]", re.IGNORECASE)
_AROUND = re.compile(rb"<(?:[\w.-]+:)?(?:NewsML|newsItem|newsMessage|packageItem|html)[\s/>]", re.IGNORECASE)
"""Documents that may have NITF inside."""


def _recognises(start: bytes) -> bool:
    """Whether NITF is the first element, or stands behind what does not belong there and in no other format's document."""
    if _ANYWHERE.search(start) and not (_AROUND.search(start) or start.lstrip().startswith((b"{", b"["))):
        return True
    prolog = _PROLOG.match(start)
    return _ROOT.match(start, prolog.end() if prolog else 0) is not None


FORMAT = Format(NAME, "NITF", "xml", _recognises, read_document, write_document, read_all=read_documents)
