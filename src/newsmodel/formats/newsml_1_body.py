"""The body of a NewsML 1 document: XHTML in DataContent as it is written; whatever agencies send as it is read."""

from __future__ import annotations

from typing import Any

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.codec.values import Pair
from newsmodel.formats.newsml_1_stories import note_at
from newsmodel.losses import LossKind
from newsmodel.markup.bodies import read_body
from newsmodel.markup.writing import BodyWriter
from newsmodel.markup.xhtml import XHTML
from newsmodel.markup.xhtml_document import xhtml_document
from newsmodel.model import Article, Section
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import all_text, children_of, local_name, raw_text, tag_of

PART = "DataContentPart"
"""In the laid-out form: one of several contents that make a body together."""
MEDIA_TYPE = "MediaType"
"""In the laid-out form, on a content: what its maker calls it."""


def _read(raw: Any, context: Context) -> tuple[Section, ...]:
    """Read a body; several contents one after the other."""
    parts = list(raw.iterchildren(PART)) or [raw]
    found: list[list[Section]] = []
    for part in parts:
        _leave_head(part, context)
        _place_pictures(part, context)
        _place_images(part, context)
        each = read_body(part, part.get(MEDIA_TYPE), context, context.headline, context.language)
        if found and each and each[0].heading is None:  # it goes on
            found[-1].append(each[0])
            each = each[1:]
        found += [[section] for section in each]
    return tuple(_joined(sections) for sections in found)


_OF_A_HEAD = frozenset({"hedline", "hl1", "hl2", "byline", "note"})
"""What a reader of bodies takes of the head of NITF."""


def _leave_head(data: etree._Element, context: Context) -> None:
    """Leave out what the head of NITF says beside headline and byline: the item has lines of its own for it."""
    for head in list(data.iter("{*}body.head")):
        for child in list(children_of(head)):
            if local_name(tag_of(child)) not in _OF_A_HEAD:
                note_at(context, LossKind.UNREAD, child, raw_text(child), "in the head of the body")
                head.remove(child)


def _joined(sections: list[Section]) -> Section:
    """Return the section that several are, of which only the first may have a heading."""
    first = sections[0]
    if len(sections) == 1:
        return first
    return Section(first.heading, tuple(block for each in sections for block in each.blocks), first.level)


def _place_pictures(data: etree._Element, context: Context) -> None:
    """Let a ``media`` of NITF that points at a picture of the item be an image."""
    for reference in list(data.iter("media-reference")):
        media = context.media.get(reference.get("data-location", "").removeprefix("#"))
        holder = reference.getparent()
        if media is None or holder is None or holder.tag != "media" or len(holder) != 1:
            continue
        for element in (holder, reference):
            for key, value in element.items():
                if key not in _OF_A_PICTURE and value:
                    note_at(context, LossKind.UNREAD, element, value, leaf=key)
        image = etree.Element("img", src=media.renditions[0].href, longdesc=f"#{media.id}")
        image.tail = holder.tail
        if (above := holder.getparent()) is not None:
            above.replace(holder, image)


def _place_images(data: etree._Element, context: Context) -> None:
    """Let an image that shows a file of one of the item's pictures be that picture; a caption below it is known, then."""
    files = {each.href: media for media in context.media.values() for each in media.renditions}
    for image in list(data.iter("{*}img")):
        media = files.get(image.get("src", ""))
        if media is None or image.get("longdesc"):
            continue
        image.set("longdesc", f"#{media.id}")
        below = image.getnext()
        known = {one_line(text.value) for text in media.captions}
        if below is not None and (image.tail or "").strip() == "" and one_line(all_text(below)) in known:
            holder = below.getparent()
            if holder is not None and not (below.tail or "").strip():
                holder.remove(below)


_OF_A_PICTURE = frozenset({"media-type", "data-location", "mime-type", "style"})


def _write(sections: tuple[Section, ...], context: Context, into: etree._Element) -> None:
    """Write sections as an XHTML 1.0 Strict document."""
    article = context.article or Article(sections=sections)
    body = xhtml_document(into, article)
    BodyWriter(XHTML, context, {media.id: media for media in article.media if media.id}).write(body, sections)
    if not len(body) and (holder := into.getparent()) is not None:
        holder.remove(into)  # all that there was is among the losses


BODY: Pair[tuple[Section, ...]] = Pair(_read, _write)
