"""Headlines, bylines and datelines: what is printed, and what NITF marks inside of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.formats.nitf_people import name_in
from newsmodel.formats.nitf_texts import printed
from newsmodel.formats.nitf_values import tag
from newsmodel.losses import LossKind
from newsmodel.markup.nitf import NITF_NS
from newsmodel.model import Article, AttributionRole
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import WHITE, all_text, children_of, local_name, own_text, path_of, tag_of
from newsmodel.syntax.xml_reading import is_empty

_HEAD, _BODY_HEAD = tag("head"), f"{tag('body')}/{tag('body.head')}"
_REVISION = tag("revision-history")
_LOCATED = "located"


def settle_lines(root: etree._Element, context: Context) -> None:
    """Let what is marked inside printed lines stand beside them."""
    for title in list(root.iterfind(f"{_HEAD}/{tag('title')}")):
        _settle_title(title, root)
    for byline in root.iterfind(f"{_BODY_HEAD}/{tag('byline')}"):
        _settle_byline(byline, root, context)
    for dateline in list(root.iterfind(f"{_BODY_HEAD}/{tag('dateline')}")):
        if dateline.get("class") != _LOCATED:
            _settle_dateline(dateline)
    for distributor in root.iterfind(f"{_BODY_HEAD}/{tag('distributor')}"):
        _settle_distributor(distributor)
    for media in root.iter(tag("media")):
        _settle_credit(media)


# the title of the document


def _settle_title(title: etree._Element, root: etree._Element) -> None:
    """A title that repeats the headline says nothing; without a headline it is the headline, else a title of its own."""
    if (
        title.get("type", "main") != "main"
        or set(title.attrib) - {"type"}
        or next(children_of(title), None) is not None
    ):
        return
    headline = root.find(f"{_BODY_HEAD}/{tag('hedline')}/{tag('hl1')}")
    said = one_line(own_text(title))
    shown = printed(headline) if headline is not None else ""
    if said and shown and said != shown:
        title.set("type", "alternate")
        return
    if said and not shown:
        _headline(root, headline).text = said
    if (parent := title.getparent()) is not None:
        parent.remove(title)


def _headline(root: etree._Element, headline: etree._Element | None) -> etree._Element:
    if headline is not None:
        return headline
    at = root
    for name in ("body", "body.head", "hedline"):
        below = at.find(tag(name))
        at = etree.SubElement(at, tag(name)) if below is None else below
    made = etree.Element(tag("hl1"))
    at.insert(0, made)
    return made


# bylines


def _settle_byline(byline: etree._Element, root: etree._Element, context: Context) -> None:
    """Let a byline be text; who is marked as a person in it is an author."""
    marked = [child for child in byline.iter(etree.Element) if child is not byline]
    if not marked or any(not tag_of(child).startswith(f"{{{NITF_NS}}}") for child in marked):
        return
    if not {local_name(tag_of(child)) for child in marked} <= _IN_BYLINES:
        return
    text = _printed(byline)
    for child in marked:
        if tag_of(child) == tag("person"):
            _add_author(name_in(child), root)
        for key, value in child.items():
            where = f"{path_of(child)}/@{local_name(str(key))}"
            context.note_place(LossKind.UNREAD, where, value)
    del byline[:]
    byline.text = text


_IN_BYLINES = frozenset(
    [
        "person",
        "byttl",
        "location",
        "virtloc",
        "org",
        "name.given",
        "name.family",
        "function",
        "sublocation",
        "city",
        "state",
        "region",
        "country",
        "br",
    ]
)


def _printed(element: etree._Element) -> str:
    """Return a line as it is printed; where parts of it touch, something is set between them."""
    text = before = ""
    for edge, run in _runs(element, ""):
        if not run:
            continue
        touches = text and not (text[-1].isspace() or run[0].isspace())
        if touches and edge in _JOINTS and text[-1] not in _OPEN and run[0] not in _CLOSE:
            text += " " if edge == "person" != before else _JOINTS[edge]  # By<person>Jo Doe</person>
        text, before = text + run, edge
    return one_line(text)


_JOINTS = dict.fromkeys(
    ("byttl", "location", "city", "state", "region", "country", "sublocation", "person"), ", "
)
_JOINTS |= {"name.given": " ", "name.family": " ", "function": ", ", "story.date": ", ", "br": " "}
"""What is set between two parts of a line that touch, by the tag at whose edge they do."""
_OPEN, _CLOSE = "([/–—-", ",;:.)]/–—-"


def _runs(element: etree._Element, edge: str) -> Iterator[tuple[str, str]]:
    """Give the texts in an element, each with the tag at whose edge it begins."""
    yield edge, element.text or ""
    for child in element:
        name = local_name(tag_of(child)) if isinstance(child.tag, str) else ""
        if name:
            yield from _runs(child, name)
        yield name, child.tail or ""


def _add_author(name: str, root: etree._Element) -> None:
    authors = {each.get("name") for each in root.iterfind(f"{_HEAD}/{_REVISION}[@function='writer-author']")}
    if not name or name in authors:
        return
    head = root.find(_HEAD)
    if head is None:
        head = etree.Element(tag("head"))
        root.insert(0, head)
    etree.SubElement(head, _REVISION, name=name, function="writer-author")


def finish_bylines(root: etree._Element, article: Article, context: Context) -> None:
    """Mark authors in the bylines; where there is no byline, make one of them."""
    authors = [found for found in article.attributed(AttributionRole.AUTHOR) if found.names]
    names = [one_line(found.names[0].value) for found in authors]
    bylines = list(root.iterfind(f"{_BODY_HEAD}/{tag('byline')}"))
    if not bylines and names and not article.bylines:
        head = _at(root, "body", "body.head")
        for name in dict.fromkeys(names):
            byline = etree.Element(tag("byline"))
            etree.SubElement(byline, tag("person")).text = name
            behind = [at for at, child in enumerate(head) if child.tag in _BEHIND_BYLINES]
            head.insert(behind[0] if behind else len(head), byline)
        context.note(LossKind.COERCED, "bylines", article.bylines, reason="the authors make the byline")
        return
    for byline in bylines:
        if not len(byline):
            _mark_people(byline, names)


_BEHIND_BYLINES = frozenset(map(tag, ("distributor", "dateline", "abstract", "series")))
"""What the schema wants behind bylines."""


def _at(root: etree._Element, *names: str) -> etree._Element:
    """Return an element by its path, made in front of its siblings if it is not there."""
    at = root
    for name in names:
        below = at.find(tag(name))
        if below is None:
            below = etree.Element(tag(name))
            at.insert(0 if name == "body.head" else len(at), below)
        at = below
    return at


def _mark_people(byline: etree._Element, names: list[str]) -> None:
    """Make elements of the names that stand in a byline's text."""
    text, end = byline.text or "", 0
    pattern = "|".join(map(re.escape, sorted(set(names), key=len, reverse=True)))
    found = list(re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text)) if pattern else []
    for match in found:
        before = text[end : match.start()]
        if len(byline):
            byline[-1].tail = before
        else:
            byline.text = before
        etree.SubElement(byline, tag("person")).text = match[0]
        end = match.end()
    if found:
        byline[-1].tail = text[end:]


# datelines


def _settle_dateline(dateline: etree._Element) -> None:
    """Let a dateline be text, and its places and its date stand in a dateline of their own."""
    parts = [
        child for child in children_of(dateline) if tag_of(child) in (tag("location"), tag("story.date"))
    ]
    if not parts:
        return
    others = [child for child in children_of(dateline) if child not in parts]
    if others or any(
        not tag_of(each).startswith(f"{{{NITF_NS}}}") for part in parts for each in part.iter(etree.Element)
    ):
        return
    dates = [part for part in parts if tag_of(part) == tag("story.date")]
    for element in dates:
        _settle_story_date(element)
    text = _printed(dateline)
    located = _located(dateline)
    for part in parts:
        part.tail = None
        if tag_of(part) == tag("story.date"):
            part.text = None
        if part.attrib or not is_empty(part):
            located.append(part)
        else:  # its words are in the printed line
            dateline.remove(part)
    if not len(located) and (head := located.getparent()) is not None:
        head.remove(located)
    dateline.text = text.strip(" ,;") or None
    if dateline.text is None and not dateline.attrib and (parent := dateline.getparent()) is not None:
        parent.remove(dateline)


def _located(dateline: etree._Element) -> etree._Element:
    """Return the dateline that holds places and the date, made if there is none."""
    for other in dateline.itersiblings(tag("dateline"), preceding=False):
        if other.get("class") == _LOCATED:
            return other
    made = etree.Element(tag("dateline"), {"class": _LOCATED})
    dateline.addnext(made)
    return made


_FIGURES = re.compile(r"[0-9T:.+Z /-]*")


def _settle_story_date(element: etree._Element) -> None:
    """A date in figures is for machines: it goes to the attribute, if that is empty, and is no part of the printed line."""
    text = (element.text or "").strip(WHITE)
    if _FIGURES.fullmatch(text) and not len(element):
        element.text = None
        if text and not element.get("norm", "").strip():
            element.set("norm", text)


def _settle_distributor(distributor: etree._Element) -> None:
    """Let a distributor's name stand in an ``org``."""
    name = (distributor.text or "").strip(WHITE)
    if name and not len(distributor):
        distributor.text = None
        etree.SubElement(distributor, tag("org")).text = name


def _settle_credit(media: etree._Element) -> None:
    """Let the credit of a media item stand in its producer, and its caption in its caption."""
    for reference in media.iterchildren(tag("media-reference")):
        for attribute, name in (("source-credit", "media-producer"), ("alternate-text", "media-caption")):
            said = one_line(reference.get(attribute, ""))
            there = [one_line(all_text(each)) for each in media.iterchildren(tag(name))]
            if not any(there) and said:
                for each in list(media.iterchildren(tag(name))):
                    if not each.attrib:
                        media.remove(each)
                etree.SubElement(media, tag(name)).text = said
            if said in there or not any(there):
                reference.attrib.pop(attribute, None)
