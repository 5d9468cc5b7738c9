"""The contents of a story and what goes with it, brought to their places: the text in one ContentItem, pictures beside it."""

from __future__ import annotations

import base64

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.formats.newsml_1_body import MEDIA_TYPE, PART
from newsmodel.formats.newsml_1_merging import says_nothing, says_nothing_but_its_role
from newsmodel.formats.newsml_1_stories import Story, note_at, remove
from newsmodel.losses import LossKind
from newsmodel.markup.html_text import legal
from newsmodel.markup.plain import paragraphs_of
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import all_text, children_of, local_name, own_text, raw_text, tag_of

_FORMAL = {"FormalName", "Scheme", "Vocabulary"}


def lay_out_content(top: etree._Element, story: Story, context: Context) -> None:
    """Bring the text of a story to the one ContentItem of the outermost component, and its headline to the lines."""
    _head_lines(top, story, "HeadLine", story.heads)
    _head_lines(top, story, "SubHeadLine", story.subheads)
    for abstract in story.abstracts:
        for content in list(abstract.iter("ContentItem")):
            summarise(top, content)
    if not story.contents:
        _without_text(top)
        return
    _headline_of_body(top, story)
    contents = list(story.contents)
    for each in contents:
        _decode(each, context)
        _note_rest(each, context)
    content = contents[0]
    if len(contents) > 1 or len(content.findall("DataContent")) > 1:
        made = etree.SubElement(top, "ContentItem")
        whole = etree.SubElement(made, "DataContent")
        for each in contents:
            for data in each.findall("DataContent"):
                data.set(MEDIA_TYPE, _media_type(each))
                data.tag = PART
                whole.append(data)
            remove(each)
        content = made
    elif (only := content.find("DataContent")) is not None:
        only.set(MEDIA_TYPE, _media_type(content))
    told = contents[0].find("MediaType")
    kind = _KINDS.get(told.get("FormalName", "").lower(), "Text") if told is not None else "Text"
    for name in ("MediaType", "Format", "MimeType"):
        for said in content.findall(name):
            content.remove(said)
    etree.SubElement(content, "MediaType", FormalName=kind)
    other = next((each for each in top.iterchildren("ContentItem") if each is not content), None)
    if other is None:
        top.append(content)
    else:  # a document to download, say: the text stands before it
        other.addprevious(content)


_KINDS = {
    kind.lower(): kind
    for kind in ("Text", "Photo", "Graphic", "Animation", "Video", "Audio", "Data", "Composite")
}


def _without_text(top: etree._Element) -> None:
    """Bring a content that says only what the item is to the outermost component."""
    told = bare_type(top)
    content = told.getparent() if told is not None else None
    component = content.getparent() if content is not None else None
    if told is None or content is None or component is None:
        return
    told.set("FormalName", _KINDS[told.get("FormalName", "").lower()])
    if component is not top:
        top.append(content)
        if says_nothing_but_its_role(component):
            top.remove(component)


def bare_type(top: etree._Element) -> etree._Element | None:
    """Return the media type of a content that has nothing in it: it says what the item is."""
    for component in [top, *top.iterchildren("NewsComponent")]:
        content = component.find("ContentItem")
        if content is None or content.get("Href") or content.find("DataContent") is not None:
            continue
        told = content.find("MediaType")
        if told is not None and told.get("FormalName", "").lower() in _KINDS:
            return told
    return None


def _media_type(content: etree._Element) -> str:
    """Return what a content is called: its MIME type, else its format."""
    told = [content.find(name) for name in ("MimeType", "Format")]
    said = " ".join(each.get("FormalName", "") for each in told if each is not None).strip().lower()
    first = said.split(" ")[0] if said else ""
    return said if "nitf" in said else "text/plain" if first in {"text", "ascii", "plain"} else first


def _decode(content: etree._Element, context: Context) -> None:
    """Take the contents out of their encodings (``Encoding Notation="Base64"``)."""
    encoding = content.find("Encoding")
    if encoding is None:
        return
    data = encoding.find("DataContent")
    if data is None:
        return
    if "64" in encoding.get("Notation", ""):
        try:
            text = base64.b64decode("".join(own_text(data).split()), validate=True).decode("utf-8")
        except ValueError as error:  # no Base64, or no UTF-8
            note_at(context, LossKind.UNREADABLE, data, None, str(error))
            return
        if legal(text) != text:  # a picture, say
            note_at(context, LossKind.UNREADABLE, data, None, "it holds no text")
            return
        data.text = text
    content.append(data)
    content.remove(encoding)


def _note_rest(content: etree._Element, context: Context) -> None:
    """Note what a ContentItem says about its text; it would no longer be true of another text."""
    for child in list(children_of(content)):
        if child.tag in {"DataContent", "Encoding"} or (
            child.tag in {"MediaType", "Format", "MimeType"} and set(child.attrib) <= _FORMAL
        ):
            continue
        if not says_nothing(child):
            note_at(context, LossKind.UNREAD, child, raw_text(child))
        content.remove(child)
    for element in (content, *content.iterchildren("DataContent")):
        for key, value in element.items():
            note_at(context, LossKind.UNREAD, element, value, leaf=key)
            del element.attrib[key]


def _head_lines(top: etree._Element, story: Story, name: str, parts: tuple[etree._Element, ...]) -> None:
    """Take a headline that is a component of its own, where the lines have none."""
    said = [line for component in (top, *story.chain[1:]) for line in component.findall(f"NewsLines/{name}")]
    texts = [one_line(all_text(line)) for line in said]
    for part in parts:
        for content in list(part.iter("ContentItem")):
            lines = texts_in(content)
            if not any(texts) or [line for line in lines if line in texts] == lines:
                if not any(texts):
                    for text in lines if name == "SubHeadLine" else [" ".join(lines)] if lines else []:
                        etree.SubElement(lines_of(top), name).text = text
                remove(content)


def summarise(top: etree._Element, content: etree._Element) -> None:
    """Let the text of a content be a summary."""
    known = {one_line(all_text(line)) for line in top.findall("NewsLines/NewsLine[@FormalName='Abstract']")}
    for text in texts_in(content):
        if text in known:  # in another form
            continue
        line = etree.SubElement(lines_of(top), "NewsLine", FormalName="Abstract")
        etree.SubElement(line, "NewsLineText").text = text
    remove(content)


def lines_of(top: etree._Element) -> etree._Element:
    found = top.find("NewsLines")
    return etree.SubElement(top, "NewsLines") if found is None else found


_BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "hl1", "hl2", "div"})


def texts_in(content: etree._Element) -> list[str]:
    """Return the lines of a content: its blocks, or its paragraphs where it has no markup."""
    found: list[str] = []
    for data in content.iter("DataContent"):
        blocks = [
            block
            for block in data.iter(etree.Element)
            if local_name(tag_of(block)) in _BLOCKS
            and not any(
                local_name(tag_of(inner)) in _BLOCKS for inner in block.iterdescendants(etree.Element)
            )
        ]
        texts = [all_text(block) for block in blocks] or list(paragraphs_of(all_text(data)))
        found += [text for each in texts if (text := one_line(each))]
    return found


def _headline_of_body(top: etree._Element, story: Story) -> None:
    """Take the headline from the head of the body, where neither lines nor components have one."""
    lines = [
        line for component in (top, *story.chain[1:]) for line in component.findall("NewsLines/HeadLine")
    ]
    if any(one_line(all_text(line)) for line in lines):
        return
    for content in story.contents:
        for element in content.iter(etree.Element):
            if local_name(tag_of(element)) == "hl1" and (said := one_line(all_text(element))):
                etree.SubElement(lines_of(top), "HeadLine").text = said
                return
