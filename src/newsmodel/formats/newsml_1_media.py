"""Pictures and what else is seen or heard: brought to components with the role ``Media``, their captions among their lines."""

from __future__ import annotations

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.formats.newsml_1_content import bare_type, summarise, texts_in
from newsmodel.formats.newsml_1_merging import says_nothing, says_nothing_but_its_role
from newsmodel.formats.newsml_1_stories import (
    MEDIA,
    Story,
    is_media,
    is_text,
    media_type_of,
    note_at,
    remove,
    role_of,
)
from newsmodel.formats.newsml_1_values import LOCAL
from newsmodel.losses import LossKind
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import WHITE, all_text, children_of

_FORMAL = {"FormalName", "Scheme", "Vocabulary"}
_RENDITIONS = {"highdef": "rnd:highRes", "highres": "rnd:highRes", "lowres": "rnd:lowRes", "quicklook": "rnd:preview",
               "preview": "rnd:preview", "viewimage": "rnd:preview", "thumbnail": "rnd:thumbnail", "web": "rnd:web"}  # fmt: skip
"""Roles of a picture's files, and IPTC's codes for renditions."""


def lay_out_media(top: etree._Element, story: Story, context: Context) -> None:
    """Bring what is seen or heard to components of the outermost one; of an item that is a picture itself, its files."""
    own = [child for child in top.iterchildren("NewsComponent") if role_of(child) == "renditions"]
    if not story.contents and is_media(top) and not own and bare_type(top) is None:
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
            captions += texts_in(content)
            remove(content)
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
    made: list[etree._Element] = []
    for head in lines.findall("HeadLine"):
        said = one_line(all_text(head))
        if said in known or said in captions:
            lines.remove(head)
        elif not captions and not known and not made:
            head.tag, head.tail = "NewsLineText", None
            made.append(head)
    for text in dict.fromkeys(captions):
        if text not in known:
            made.append(etree.Element("NewsLineText"))
            made[-1].text = text
    if holder is not None and (kind := holder.find("NewsLineType")) is not None:
        holder.remove(kind)
        holder.set("FormalName", "Caption")
    if made and holder is None:
        holder = etree.SubElement(lines, "NewsLine", FormalName="Caption")
    if holder is not None:
        holder.extend(made)


def _is_caption(line: etree._Element) -> bool:
    kind = line.find("NewsLineType")
    return (
        kind is not None
        and set(kind.attrib) == {"FormalName"}
        and kind.get("FormalName", "").lower() == "caption"
    )


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
            summarise(top, content)
    for child in list(top.iterchildren("NewsComponent")):
        if says_nothing_but_its_role(child):
            top.remove(child)
    etree.SubElement(etree.SubElement(top, "ContentItem"), "MediaType", FormalName=kind)
    top.append(holder)


def name_shown(top: etree._Element) -> None:
    """Give an identifier to each picture without one that the text shows by the address of one of its files."""
    shown = {image.get("src") for image in top.iterfind("ContentItem/DataContent//{*}img")}
    taken = {element.get("Duid") for element in top.iter(etree.Element)}
    for number, media in enumerate(top.findall("NewsComponent[@Role='Media']"), 1):
        if shown.isdisjoint({content.get("Href") for content in media.iterchildren("ContentItem")}):
            continue
        name = next(
            free
            for free in (f"media{number}{'_' * more}" for more in range(len(taken) + 1))
            if free not in taken
        )
        if not LOCAL.fullmatch(media.get("Duid", "")):
            media.set("Duid", name)
            taken.add(name)
