"""The body of a mail: plain text, or HTML where plain text does not say it all."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import Any

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.codec.values import Pair
from newsmodel.dates.when import When
from newsmodel.errors import InputError
from newsmodel.formats.wire_lines import embargo_in, embargo_line, is_plain_embargo, opening_embargo
from newsmodel.formats.wire_values import body_texts, sections_of
from newsmodel.losses import LossKind
from newsmodel.markup.dialect import Part
from newsmodel.markup.plain import paragraphs_of, plain_text
from newsmodel.markup.reading import BodyReader
from newsmodel.markup.writing import BodyWriter
from newsmodel.markup.xhtml import XHTML
from newsmodel.model import Figure, Media, Rendition, Section
from newsmodel.model.body import walk
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import XML_NS, local_name, tag_of

_LOOKS = frozenset(
    {
        "style", "class", "align", "valign", "bgcolor", "color", "width", "height", "border", "cellpadding", "cellspacing",
        "face", "size", "background", "text", "link", "vlink", "alink", "hspace", "vspace", "nowrap", "id", "name", "role",
        "target", "rel",
    }
)  # fmt: skip
"""Attributes that say how something looks, or that nothing points at in a mail."""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
_MOST_ELEMENTS = 200_000
_OPENING = 4_000
"""How much of HTML may stand before an embargo, which is the first thing that it says."""
_SILENT = re.compile(
    r"<head\b.*?</head\s*>|<(style|script)\b.*?</\1\s*>|<!--.*?-->|</?(?:b|strong|i|em|u|span|font|a)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[^<>]*>")
_BODY_TAG = re.compile(r"(<body[^<>]*>)(<p>(EMBARGO[^<>]*)</p>)?")
"""The body as it is written here, and the embargo in it."""
_NOWHERE = "about:blank"


class Html(str):
    """A body in HTML; any other text is plain text."""

    __slots__ = ()


def _read(raw: Any, context: Context) -> tuple[Section, ...]:
    return read_html(raw, context) if isinstance(raw, Html) else sections_of(paragraphs_of(raw))


def read_html(text: str, context: Context) -> tuple[Section, ...]:
    """Read HTML as every mail program does: whatever it is, there is a tree in it."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root: etree._Element | None = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        if text.strip():
            raise InputError("HTML", text[:80], message=f"not HTML: {error.msg}") from error
        return ()
    body = root.find("body") if root is not None else None  # lxml makes none of comments
    if body is None:
        return ()
    _strip(body, context)
    return BodyReader(XHTML, context, context.headline, context.language).sections(body)


def embargo_of(body: str, reference: When | None) -> tuple[str | None, str]:
    """Return until when the opening of a body forbids to publish, and the body without the line that was written for that."""
    if not isinstance(body, Html):
        return opening_embargo(body, reference)
    said = _TAG.sub("\n", _SILENT.sub("", body[:_OPENING]))
    first = next((line for line in map(one_line, unescape(said).split("\n")) if line), "")
    until = embargo_in(first, reference)
    ours = _BODY_TAG.search(body, 0, _OPENING)
    if until is not None and ours and is_plain_embargo(ours[3] or "", until):
        body = Html(body[: ours.start(2)] + body[ours.end(2) :])
    return until, body


def with_embargo(body: str, until: str) -> str:
    """Return a body that begins with an embargo, where everybody sees it: with a line of ours, if it does not say it by itself."""
    if embargo_of(body, None) == (until, body):
        return body
    line = embargo_line(until)
    if isinstance(body, Html):
        return Html(_BODY_TAG.sub(lambda match: f"{match[0]}<p>{line}</p>", body, count=1))
    return f"{line}\n\n{body}"


def _strip(body: etree._Element, context: Context) -> None:
    """Take away what only says how a mail looks, and names that no XML has; say once what that was."""
    taken: Counter[str] = Counter()
    for number, element in enumerate([*body.iter(etree.Element)]):
        if number >= _MOST_ELEMENTS:
            raise InputError(f"at most {_MOST_ELEMENTS:,} elements")
        if not _NAME.fullmatch(tag_of(element)) or tag_of(element) == "font":
            taken[f"<{tag_of(element)}>"] += 1
            element.attrib.clear()
            element.tag = "span" if element is not body else "body"
        for name in [str(key) for key in element.attrib]:
            if name in _LOOKS or not _NAME.fullmatch(name):
                taken[name] += 1
                del element.attrib[name]
    if taken:
        told = ", ".join(f"{name} ({count})" for name, count in sorted(taken.items())[:40])
        context.note_place(LossKind.UNREAD, "the text", told, reason="how the mail looks")


def _write(sections: tuple[Section, ...], context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    for index, section in enumerate(sections):
        context.note_extras(section.extras, f"[{index}].extras")
    plain = plain_text(body_texts(sections))
    if sections_of(paragraphs_of(plain)) == sections:
        return plain
    html = _html(sections)
    scratch = Context(context.format)
    back = read_html(html, scratch)
    return (
        Html(html)
        if not scratch.losses and _html(back) == html and read_html(html, Context("")) == back
        else plain
    )


def _html(sections: tuple[Section, ...]) -> str:
    """Return sections in HTML."""
    namespace = f"{{{XHTML.namespace}}}"
    html = etree.Element(f"{namespace}html", nsmap={None: XHTML.namespace})
    etree.SubElement(etree.SubElement(html, f"{namespace}head"), XHTML.tag_for(Part.TITLE))
    body = etree.SubElement(html, f"{namespace}body")
    BodyWriter(XHTML, Context(""), _nowhere(sections)).write(body, sections)
    for image in list(body.iter(XHTML.tag_for(Part.IMAGE))):  # a mail brings no media
        if (holder := image.getparent()) is not None and image.get("src") == _NOWHERE:
            holder.remove(image)
    for element in html.iter(etree.Element):
        element.tag = local_name(tag_of(element))
        element.attrib.pop(f"{{{XML_NS}}}lang", None)  # `lang` says the same
    etree.cleanup_namespaces(html)
    return etree.tostring(html, method="html", encoding="unicode")


def _nowhere(sections: tuple[Section, ...]) -> dict[str, Media]:
    """Return something for each figure to show."""
    blocks = (inner for section in sections for block in section.blocks for _, inner in walk(block, ""))
    shown = Rendition(_NOWHERE)
    return {
        block.media: Media(renditions=(shown,), id=block.media)
        for block in blocks
        if isinstance(block, Figure)
    }


BODY: Pair[tuple[Section, ...]] = Pair(_read, _write)
"""Plain text, or HTML where plain text does not say it all."""
