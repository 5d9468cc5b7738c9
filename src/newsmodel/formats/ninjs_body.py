"""The body of a news object of ninjs: XHTML as it is written; whatever stands there as it is read."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from newsmodel.codec.context import Context, NotForUs, Unsayable
from newsmodel.codec.values import Pair
from newsmodel.errors import InputError, SyntaxFault
from newsmodel.formats.ninjs_shape import TYPE_OF_SUFFIX
from newsmodel.losses import LossKind
from newsmodel.markup import bodies
from newsmodel.markup.html_text import Written, how_written, parse_html
from newsmodel.markup.writing import BodyWriter
from newsmodel.markup.xhtml import XHTML, XHTML_NS
from newsmodel.model import Article, Section
from newsmodel.syntax.xml import children_of, local_name, parse_xml, tag_of

CONTENT_TYPE: Final = TYPE_OF_SUFFIX["xhtml"]
FORMS: Final = frozenset({*TYPE_OF_SUFFIX, "richhtml5", "ttnitf"})
"""Roles that say how a body is written, not what it is for."""
TITLE, KIND = "/headline", "/contentType"
"""What the context's anchors remember while an item is read: its main headline, and what the body's maker calls it."""
_ROOT: Final = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<(?:html|nitf)[\s>]", re.IGNORECASE)


def chosen(items: list[Any], names: frozenset[str]) -> int | None:
    """Return the number of the body that says most: with its pictures where they are known, with markup, then plain; None for none."""
    ranked = [
        (_rank(item, names), number)
        for number, item in enumerate(items)
        if isinstance(item, dict) and isinstance(item.get("value"), str) and item["value"].strip()
    ]
    return min(ranked)[1] if ranked else None


def _rank(item: dict[str, Any], names: frozenset[str]) -> int:
    value, kind = item["value"], str(item.get("contentType", "")).lower()
    if any(f'"{name}"' in value for name in names) and "data-assoc-ref" in value:
        return 0
    written = how_written(value)
    if "nitf" in kind or "nitf" in str(item.get("role", "")).lower() or written is Written.NITF:
        return 2
    return 1 if written is Written.HTML else 3


def _read(raw: Any, context: Context) -> tuple[Section, ...]:
    if not isinstance(raw, str):
        raise InputError("a string", raw)
    kind, title = context.anchors.get(KIND), context.anchors.get(TITLE)
    media_type = kind if isinstance(kind, str) else None
    content = _tree(raw)
    headline = title if isinstance(title, str) else None
    if content is not None:
        _point_at_media(content, context)
    sections = bodies.read_body(
        raw if content is None else content, media_type, context, headline, context.language
    )
    if not sections:
        raise NotForUs("a body with text in it", raw)
    return sections


def _tree(raw: str) -> etree._Element | None:
    """Return an element that holds a body in XML or HTML; None for text that is none, or that the reader of texts knows better."""
    if how_written(raw) is not Written.HTML:
        return None
    head = "" if _ROOT.match(raw) else f'<div xmlns="{XHTML_NS}">'
    try:
        root = parse_xml(f"<holder>{head}{raw}{'</div>' if head else ''}</holder>".encode("utf-8", "replace"))
    except SyntaxFault:
        holder = etree.Element("holder")
        holder.append(parse_html(raw))
        return holder
    inner = root[0] if len(root) == 1 else None
    if head and inner is not None:
        inner.tag = f"{{{XHTML_NS}}}body"
    return root


def _point_at_media(root: etree._Element, context: Context) -> None:
    """Let pictures that name an associated object, as TT's do, point at it; the picture stands for the figure around it."""
    for image in list(root.iter("{*}img", "img")):
        name = image.get("data-assoc-ref")
        if name is None or name not in context.media:
            continue
        media = context.media[name]
        figure = image.getparent()
        shown = etree.Element(tag_of(image), src=media.renditions[0].href, longdesc=f"#{name}", alt="")
        holder = etree.Element(tag_of(image).replace("img", "p"))
        holder.append(shown)
        within = figure is not None and local_name(tag_of(figure)) == "figure"
        old = figure if within and figure is not None else image
        around = old.getparent()
        if around is None:
            continue
        holder.tail = old.tail
        if old is not image:
            _note_caption(old, image, [caption.value for caption in media.captions], media.credit, context)
        if old is image:
            around.replace(old, shown)
            shown.tail = holder.tail
        else:
            around.replace(old, holder)


def _note_caption(
    figure: etree._Element, image: etree._Element, captions: list[str], credit: str | None, context: Context
) -> None:
    """Note what a figure says beside its picture and is not said by the associated object."""
    said = {*captions, credit or ""}
    for child in children_of(figure):
        text = " ".join("".join(map(str, child.itertext())).split())
        if child is not image and text and text not in said:
            context.note_place(LossKind.UNREAD, f"{context.place}/{local_name(tag_of(child))}", text)


def _write(sections: tuple[Section, ...], context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    article = context.article or Article(sections=sections)
    body = etree.Element(f"{{{XHTML_NS}}}body", nsmap={None: XHTML_NS})
    media = {each.id: each for each in article.media if each.id}
    BodyWriter(XHTML, context, media).write(body, sections)
    if not len(body):
        raise Unsayable("there is nothing to write in it")
    return "".join(_text_of(child) for child in body)


def _text_of(element: etree._Element) -> str:
    """Return an element as XHTML without a declaration of its namespace, which the content type says."""
    return etree.tostring(element, encoding="unicode", with_tail=True).replace(f' xmlns="{XHTML_NS}"', "", 1)


BODY: Pair[tuple[Section, ...]] = Pair(_read, _write)
"""The body: of several, the one that says most. XHTML is written."""


def content_type(article: Article, _context: Context) -> str | None:
    """Return what a body is written as."""
    return CONTENT_TYPE if article.sections else None
