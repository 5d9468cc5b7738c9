"""The contents of a story and what goes with it, brought to their places: the text in one ContentItem, pictures beside it."""

from __future__ import annotations

import base64
import binascii

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.formats.newsml_1_body import MEDIA_TYPE, PART
from newsmodel.formats.newsml_1_merging import says_nothing
from newsmodel.formats.newsml_1_stories import (
    MEDIA,
    Story,
    is_media,
    is_text,
    media_type_of,
    note_at,
    role_of,
)
from newsmodel.losses import LossKind
from newsmodel.markup.plain import paragraphs_of
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import WHITE, all_text, children_of, local_name, own_text, raw_text, tag_of

_FORMAL = {"FormalName", "Scheme", "Vocabulary"}
_RENDITIONS = {"highdef": "rnd:highRes", "highres": "rnd:highRes", "lowres": "rnd:lowRes", "quicklook": "rnd:preview",
               "preview": "rnd:preview", "viewimage": "rnd:preview", "thumbnail": "rnd:thumbnail", "web": "rnd:web"}  # fmt: skip
"""Roles of a picture's files, and IPTC's codes for renditions."""


def lay_out_content(top: etree._Element, story: Story, context: Context) -> None:
    """Bring the text of a story to the one ContentItem of the outermost component, and its headline to the lines."""
    _head_lines(top, story, "HeadLine", story.heads)
    _head_lines(top, story, "SubHeadLine", story.subheads)
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
            _remove(each)
        content = made
    elif (only := content.find("DataContent")) is not None:
        only.attrib.clear()
        only.set(MEDIA_TYPE, _media_type(content))
    told = contents[0].find("MediaType")
    kind = _KINDS.get(told.get("FormalName", "").lower(), "Text") if told is not None else "Text"
    for name in ("MediaType", "Format", "MimeType"):
        for said in content.findall(name):
            content.remove(said)
    etree.SubElement(content, "MediaType", FormalName=kind)
    top.append(content)


_KINDS = {
    kind.lower(): kind
    for kind in ("Text", "Photo", "Graphic", "Animation", "Video", "Audio", "Data", "Composite")
}


def _without_text(top: etree._Element) -> None:
    """Bring a content that says only what the item is to the outermost component."""
    told = _bare_type(top)
    content = told.getparent() if told is not None else None
    component = content.getparent() if content is not None else None
    if told is None or content is None or component is None:
        return
    told.set("FormalName", _KINDS[told.get("FormalName", "").lower()])
    if component is not top:
        top.append(content)
        if says_nothing_but_its_role(component):
            top.remove(component)


def _bare_type(top: etree._Element) -> etree._Element | None:
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
        except (binascii.Error, UnicodeDecodeError, ValueError) as error:
            note_at(context, LossKind.UNREADABLE, data, None, str(error))
            return
        try:
            data.text = text
        except ValueError:  # control characters
            note_at(context, LossKind.UNREADABLE, data, None, "it holds no text")
            return
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
    for key, value in content.items():
        note_at(context, LossKind.UNREAD, content, value, leaf=key)
        del content.attrib[key]


def _head_lines(top: etree._Element, story: Story, name: str, parts: tuple[etree._Element, ...]) -> None:
    """Take a headline that is a component of its own, where the lines have none."""
    said = [line for component in (top, *story.chain[1:]) for line in component.findall(f"NewsLines/{name}")]
    texts = [one_line(all_text(line)) for line in said]
    for part in parts:
        for content in list(part.iter("ContentItem")):
            lines = _texts_of(content)
            if not any(texts) or [line for line in lines if line in texts] == lines:
                if not any(texts):
                    for text in lines if name == "SubHeadLine" else [" ".join(lines)] if lines else []:
                        etree.SubElement(_lines(top), name).text = text
                _remove(content)


def _lines(top: etree._Element) -> etree._Element:
    found = top.find("NewsLines")
    return etree.SubElement(top, "NewsLines") if found is None else found


_BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "hl1", "hl2", "div"})


def _texts_of(content: etree._Element) -> list[str]:
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
                etree.SubElement(_lines(top), "HeadLine").text = said
                return


# pictures


def lay_out_media(top: etree._Element, story: Story, context: Context) -> None:
    """Bring what is seen or heard to components of the outermost one; of an item that is a picture itself, its files."""
    own = [child for child in top.iterchildren("NewsComponent") if role_of(child) == "renditions"]
    if not story.contents and is_media(top) and not own and _bare_type(top) is None:
        _own_renditions(top, context)
        return
    for component in own:
        component.set("Role", "Renditions")
        for role in component.findall("Role"):
            component.remove(role)
    for component in (top, *story.chain[1:]):
        for child in list(component.iterchildren("NewsComponent")):
            if (
                child not in story.chain
                and child not in story.parts
                and "Role" not in child.attrib
                and is_media(child)
            ):
                for media in _each(child):
                    _lay_out(media, context)
                    top.append(media)
        for content in list(component.iterchildren("ContentItem")):
            if content.get("Href") and (kind := media_type_of(content)) and content not in story.contents:
                media = etree.SubElement(top, "NewsComponent", Role="Media", MediaType=kind)
                media.append(content)
                _file(content, "", context)


def _each(component: etree._Element) -> list[etree._Element]:
    """Return the pictures of a component that holds several, each with its own lines or caption."""
    inner = [child for child in component.iterchildren("NewsComponent") if is_media(child)]
    own = [
        child
        for child in inner
        if child.find("NewsLines") is not None or child.find("NewsComponent") is not None
    ]
    if len(own) > 1 or (len(own) == 1 and len(inner) == 1 and component.find("NewsLines") is None):
        return [media for child in own for media in _each(child)]
    return [component]


def _lay_out(media: etree._Element, context: Context) -> None:
    """Bring a picture to the laid-out form: its captions among its lines, its files as its contents."""
    role = media.find("Role")
    named = MEDIA.get(role_of(media))
    kinds = [kind for content in media.iter("ContentItem") if (kind := media_type_of(content))]
    media.set("Role", "Media")
    media.set("MediaType", named or kinds[0])
    if role is not None and set(role.attrib) == {"FormalName"} and named:
        media.remove(role)
    for key in ("Essential", "EquivalentsList"):
        if media.get(key) == "no":
            del media.attrib[key]
    captions: list[str] = []
    for content in list(media.iter("ContentItem")):
        holder = content.getparent()
        if content.get("Href") and media_type_of(content):
            _file(content, role_of(holder) if holder is not None and holder is not media else "", context)
            media.append(content)
        elif is_text(content) and holder is not None and role_of(holder) not in {"title", "headline"}:
            captions += _texts_of(content)
            _remove(content)
    lines = media.find("NewsLines")
    if lines is None:
        lines = etree.SubElement(media, "NewsLines")
    _captions(lines, captions)
    for child in list(media.iterchildren("NewsComponent")):
        if says_nothing_but_its_role(child):
            media.remove(child)
    if not len(lines) and not lines.attrib:
        media.remove(lines)


def _captions(lines: etree._Element, captions: list[str]) -> None:
    """Put captions among the lines; a headline that says the same, or stands alone, is one."""
    for line in list(children_of(lines)):
        if says_nothing(line):
            lines.remove(line)
    holder = next((line for line in lines.findall("NewsLine") if _is_caption(line)), None)
    known = (
        [one_line(all_text(text)) for text in holder.findall("NewsLineText")] if holder is not None else []
    )
    captions = list(dict.fromkeys(captions))
    for head in lines.findall("HeadLine"):
        said = one_line(all_text(head))
        if not captions and not known:
            captions = [said]
        if said in captions or said in known:
            lines.remove(head)
    if holder is not None and (kind := holder.find("NewsLineType")) is not None:
        holder.remove(kind)
        holder.set("FormalName", "Caption")
    for text in captions:
        if text not in known:
            if holder is None:
                holder = etree.SubElement(lines, "NewsLine", FormalName="Caption")
            etree.SubElement(holder, "NewsLineText").text = text


def _is_caption(line: etree._Element) -> bool:
    kind = line.find("NewsLineType")
    return (
        kind is not None
        and set(kind.attrib) == {"FormalName"}
        and kind.get("FormalName", "").lower() == "caption"
    )


def says_nothing_but_its_role(component: etree._Element) -> bool:
    """Whether nothing is left of a component but a role and a language."""
    rest = [child for child in children_of(component) if child.tag != "Role" and not says_nothing(child)]
    return not rest and not set(component.attrib) - {"{http://www.w3.org/XML/1998/namespace}lang"}


def _file(content: etree._Element, role: str, context: Context) -> None:
    """Bring a file to the laid-out form: sizes by the names that most use, its role a property."""
    href = content.get("Href", "")
    if (clean := href.strip(WHITE).replace(" ", "%20")) != href:
        note_at(context, LossKind.REPAIRED, content, href, "white space in an address", leaf="Href")
        content.set("Href", clean)
    for name in ("MediaType", "Format"):
        for told in content.findall(name):
            if set(told.attrib) <= _FORMAL:
                content.remove(told)
    characteristics = content.find("Characteristics")
    if characteristics is not None:
        for prop in characteristics.findall("Property"):
            name = prop.get("FormalName", "")
            if name in {"PixelWidth", "PixelHeight"}:
                prop.set("FormalName", name.removeprefix("Pixel"))
            elif name == "ImageUse":
                role = role or prop.get("Value", "").lower()
                characteristics.remove(prop)
    if code := _RENDITIONS.get(role):
        if characteristics is None:
            characteristics = etree.SubElement(content, "Characteristics")
        etree.SubElement(characteristics, "Property", FormalName="Rendition", Value=code)


def _own_renditions(top: etree._Element, context: Context) -> None:
    """Of an item that is a picture: its files, and its caption as its summary."""
    holder = etree.Element("NewsComponent", Role="Renditions")
    kind = ""
    for content in list(top.iter("ContentItem")):
        component = content.getparent()
        found = media_type_of(content)
        if content.get("Href") and found:
            kind = kind or found
            _file(
                content, role_of(component) if component is not None and component is not top else "", context
            )
            holder.append(content)
        elif is_text(content):
            for text in _texts_of(content):
                line = etree.SubElement(_lines(top), "NewsLine", FormalName="Abstract")
                etree.SubElement(line, "NewsLineText").text = text
            _remove(content)
    for child in list(top.iterchildren("NewsComponent")):
        if says_nothing_but_its_role(child):
            top.remove(child)
    etree.SubElement(etree.SubElement(top, "ContentItem"), "MediaType", FormalName=kind)
    top.append(holder)


def _remove(element: etree._Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)
