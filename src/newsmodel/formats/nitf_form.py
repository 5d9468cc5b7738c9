"""One form for all that is sent as NITF, before the table reads it: its tags, its namespace, where its elements stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import ModelError
from newsmodel.formats.nitf_lines import settle_lines
from newsmodel.formats.nitf_release import settle_release
from newsmodel.formats.nitf_slips import drop_empty, drop_empty_lines, settle_slips, take_out
from newsmodel.formats.nitf_values import tag
from newsmodel.losses import LossKind
from newsmodel.markup.nitf import NITF, NITF_NS
from newsmodel.markup.tidying import tidy
from newsmodel.model import Text
from newsmodel.model.values import language_tag
from newsmodel.syntax.xml import WHITE, XML_NS, children_of, local_name, own_text, path_of, raw_text, tag_of
from newsmodel.syntax.xml_namespace import into_namespace

FREE = frozenset({None, "", NITF_NS, "http://iptc.org/std/nar/2006-10-01/"})
"""Namespaces that need no word: none, as in the days of the DTD; NITF's own; that of the item around a body."""
_VERSION = re.compile(r"-//IPTC(?:-NAA)?//DTD NITF(?: |-)?(?:XML )?[0-9.]+//EN|[0-9]\.[0-9]")
_LANG = f"{{{XML_NS}}}lang"

_HOMES = {
    "head": "title meta tobject iim docdata pubdata revision-history",
    "head/docdata": "correction evloc doc-id del-list urgency fixture date.issue date.release date.expire doc-scope ed-msg "
    "du-key doc.copyright doc.rights key-list identified-content",
    "body/body.head": "hedline rights byline distributor dateline abstract",
    "body/body.head/rights": "rights.owner rights.limitations rights.startdate rights.enddate rights.agent",
    "body/body.head/hedline": "hl1 hl2",
    "body": "body.head body.content body.end",
}
HOMES = {name: home for home, names in _HOMES.items() for name in names.split()}
"""Where elements belong that stand in one place only."""
_HOLDERS = frozenset({"nitf", "head", "docdata", "body", "body.head"})
"""Elements whose children stand in a place that the standard names."""
_SPELT = {
    "headline": "hedline",
    "head-line": "hedline",
    "body-content": "body.content",
    "body-head": "body.head",
}


def settle(root: etree._Element, context: Context) -> None:
    """Bring a parsed document to the form that the table reads. The tree is changed; what was invalid is noted."""
    own_tags(root, context)
    for name in ("head", "body", "body.head"):
        _join(root, name, context)
    for name in ("body/body.content", "body/body.head/abstract"):
        for element in root.iterfind("/".join(map(tag, name.split("/")))):
            tidy(element, NITF, context)
    _move(root, context)
    for name in ("hedline", "body.content", "docdata", "key-list", "identified-content", "tobject"):
        _join(root, name, context)
    for element in list(root.iter(tag("lang"))):
        _settle_language(element)
    settle_slips(root, context)
    _settle_version(root)
    _settle_subjects(root)
    settle_release(root, context)
    drop_empty(root)
    drop_empty_lines(root)
    settle_lines(root, context)


def own_tags(root: etree._Element, context: Context) -> None:
    """Put a document's tags into NITF's namespace, and into lower case; note what was wrong."""
    name = local_name(tag_of(root))
    upper = any(map(_is_upper, {local_name(tag_of(each)) for each in root.iter(etree.Element)}))
    own = into_namespace(root, NITF_NS, lower=upper)
    if own not in FREE:
        context.note_place(
            LossKind.REPAIRED, "@xmlns", own, reason=f"read as {NITF_NS}", line=root.sourceline
        )
    if upper:
        context.note_place(
            LossKind.REPAIRED, name, name, reason="tags are lower case in NITF", line=root.sourceline
        )
    for element in list(_structure(root)):
        if (spelt := _SPELT.get(local_name(tag_of(element)))) is not None:
            where, said = path_of(element), local_name(tag_of(element))
            element.tag = tag(spelt)
            context.note_place(
                LossKind.REPAIRED, where, said, reason=f"read as {spelt}", line=element.sourceline
            )


def _is_upper(name: str) -> bool:
    return name != name.lower() and (name.lower() in NITF.tags or name.lower() in HOMES)


def _structure(root: etree._Element) -> Iterator[etree._Element]:
    """Give the elements that hold the parts of a document, and the parts."""
    yield root
    if local_name(tag_of(root)).lower() in _HOLDERS:
        for child in children_of(root):
            if local_name(tag_of(child)).lower() != "body.content":
                yield from _structure(child)


def _move(root: etree._Element, context: Context) -> None:
    """Move elements to where they belong."""
    for element in list(_structure(root)):
        name, parent = local_name(tag_of(element)), element.getparent()
        home = HOMES.get(name)
        if element is root or parent is None or home is None or tag_of(element) != tag(name):
            continue
        if name == "hl2" and local_name(tag_of(parent)) != "body.head":
            continue
        if local_name(tag_of(parent)) == home.rpartition("/")[2]:
            continue
        if local_name(tag_of(parent)) in _HOLDERS:
            _move_to(element, home, root, context)
    body = root.find(tag("body"))
    for element in list(children_of(root)) + (list(children_of(body)) if body is not None else []):
        if local_name(tag_of(element)) in _CONTENT and tag_of(element).startswith(f"{{{NITF_NS}}}"):
            _move_to(element, "body/body.content", root, context)
    for element in list(root.iterfind(f"{tag('body')}/{tag('body.end')}/{tag('block')}")):
        _move_to(element, "body/body.content", root, context)
    if body is not None and own_text(body).strip(WHITE):
        _move_text(body, root, context)


_CONTENT = frozenset(
    [
        "block",
        "p",
        "hl2",
        "note",
        "table",
        "nitf-table",
        "media",
        "ol",
        "ul",
        "dl",
        "bq",
        "fn",
        "pre",
        "hr",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "section",
        "img",
        "blockquote",
    ]
)


def _move_to(element: etree._Element, home: str, root: etree._Element, context: Context) -> None:
    where, raw = path_of(element), raw_text(element)
    holder, parent = _holder(root, home), element.getparent()
    if parent is not None:
        take_out(element, parent)
    holder.append(element)
    context.note_place(
        LossKind.REPAIRED, where, raw[:200], reason=f"read as if it stood in {home}", line=element.sourceline
    )


def _move_text(holder: etree._Element, root: etree._Element, context: Context) -> None:
    """Let text that stands in no element be a paragraph of the content."""
    text = own_text(holder).strip(WHITE)
    holder.text = None
    for child in holder:
        child.tail = None
    etree.SubElement(_holder(root, "body/body.content"), tag("p")).text = text
    context.note_place(
        LossKind.REPAIRED,
        path_of(holder),
        text[:200],
        reason="read as if it stood in body/body.content",
        line=holder.sourceline,
    )


def _holder(root: etree._Element, home: str) -> etree._Element:
    at = root
    for name in home.split("/"):
        below = at.find(tag(name))
        at = etree.SubElement(at, tag(name)) if below is None else below
    return at


def _join(root: etree._Element, name: str, context: Context) -> None:
    """Let the children of several elements, of which the model has one, stand in the first."""
    if len(list(islice(root.iter(tag(name)), 2))) < 2:  # as mostly
        return
    for parent in [each for each in _structure(root) if local_name(tag_of(each)) in _HOLDERS]:
        found = list(parent.iterchildren(tag(name)))
        for other in found[1:]:
            _append_all(found[0], other, context)
            parent.remove(other)


def _append_all(first: etree._Element, other: etree._Element, context: Context) -> None:
    for key, value in other.items():
        if first.get(key, value) != value:
            context.note_place(LossKind.UNREAD, f"{path_of(other)}/@{local_name(str(key))}", value)
        else:
            first.set(key, value)
    text = (other.text or "").strip(WHITE)
    if text and tag_of(other) == tag("body.content"):
        etree.SubElement(first, tag("p")).text = other.text
    elif text:
        first.text = f"{first.text or ''} {text}"
    first.extend(list(other))


def _settle_language(element: etree._Element) -> None:
    """A ``lang`` may say its language as a code."""
    said = language_tag(element.get("value", "").strip())
    if not said or element.get(_LANG):
        return
    try:
        Text("x", said)
    except ModelError:
        return
    element.set(_LANG, said)
    for name in ("value", "idsrc"):
        element.attrib.pop(name, None)


def _settle_version(root: etree._Element) -> None:
    """The version of the standard, and the day on which that was changed, say nothing of the story."""
    if _VERSION.fullmatch(root.get("version", "")):
        del root.attrib["version"]
        for name in ("change.date", "change.time"):
            root.attrib.pop(name, None)


LEVELS = (("type", 2), ("matter", 5), ("detail", 8))
"""The levels of an IPTC subject code, and how many of its digits say each."""
SUBJECT = "tobject.subject"
_NUMBER = re.compile("[0-9]{8}")


def _settle_subjects(root: etree._Element) -> None:
    """Eight digits in the place of the code of three letters are the reference number; one of which nobody says whose it is is the IPTC's."""
    for element in root.iter(tag(SUBJECT)):
        if not element.get(f"{SUBJECT}.refnum") and _NUMBER.fullmatch(element.get(f"{SUBJECT}.code", "")):
            element.set(f"{SUBJECT}.refnum", element.attrib.pop(f"{SUBJECT}.code"))
        if element.get(f"{SUBJECT}.refnum") and not element.get(f"{SUBJECT}.ipr"):
            element.set(f"{SUBJECT}.ipr", "IPTC")
