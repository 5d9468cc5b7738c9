"""Writing an article as one page: semantic elements for readers, JSON-LD for machines, nothing that runs or is fetched.

What such a page cannot say is found out by reading it again: the losses are the differences.
"""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.dates import format_date
from newsmodel.dates.when import When, format_iso
from newsmodel.difference import diff
from newsmodel.errors import ModelError
from newsmodel.formats import schema_org
from newsmodel.formats.html_own import BODY, GENERATOR, read_own
from newsmodel.formats.schema_org_document import write_document
from newsmodel.formats.settled import note_changes
from newsmodel.markup.writing import BodyWriter
from newsmodel.markup.xhtml import XHTML
from newsmodel.model import Article, Attribution, AttributionRole, Direction, Text
from newsmodel.syntax.html import parse_html
from newsmodel.syntax.xml import XML_NS, local_name

Element: TypeAlias = etree._Element  # noqa: SLF001  # a type

_XML_LANG = f"{{{XML_NS}}}lang"
_STYLE = (
    ":root{color-scheme:light dark}"
    "body{margin:0 auto;max-width:40rem;padding:1rem;font:1.1rem/1.6 system-ui,sans-serif;overflow-wrap:break-word}"
    "img{max-width:100%;height:auto}"
    "blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:.2rem solid}"
    "table{border-collapse:collapse;display:block;overflow-x:auto}td,th{border:1px solid;padding:.2rem .5rem}"
)


def write_page(article: Article, context: Context) -> bytes:
    """Write a page."""
    data = _page(article, keep=context.keep)
    back = read_own(parse_html(data, Context(context.format)).root, Context(context.format))
    note_changes(diff(article, back), context)
    return data


def _page(article: Article, *, keep: bool) -> bytes:
    root = etree.Element("html")
    _speaks(root, article.language, article.direction)
    _head(etree.SubElement(root, "head"), article, keep=keep)
    _article(etree.SubElement(etree.SubElement(root, "body"), "article"), article, keep=keep)
    for element in root.iter(etree.Element):
        element.tag = local_name(str(element.tag))
        if (language := element.attrib.pop(_XML_LANG, None)) is not None:
            element.set("lang", language)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, method="html", encoding="UTF-8", doctype="<!DOCTYPE html>") + b"\n"


def _speaks(element: Element, language: str | None, direction: Direction | None) -> None:
    if language:
        element.set("lang", language)
    if direction is not None:
        element.set("dir", direction.value)


def _head(head: Element, article: Article, *, keep: bool) -> None:
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "title").text = article.headline.value if article.headline else ""
    etree.SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    etree.SubElement(head, "meta", name="generator", content=f"{GENERATOR} (https://schema.org in JSON-LD)")
    etree.SubElement(head, "style").text = _STYLE
    etree.SubElement(head, "script", type="application/ld+json").text = _json_ld(article, keep=keep)


_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""What could end a script, or begin a comment in it (HTML, §4.12.1.3); in JSON these stand in strings only."""


def _json_ld(article: Article, *, keep: bool) -> str:
    data = write_document(article, Context(schema_org.NAME, keep=keep))
    return data.decode().strip().translate(_UNSAFE)


def _article(holder: Element, article: Article, *, keep: bool) -> None:
    header = etree.SubElement(holder, "header")
    for tag, texts in (("h1", article.headlines[:1]), ("p", article.summaries[:1])):
        for text in texts:
            _text(etree.SubElement(header, tag), text)
    names = [_name(one) for one in article.attributed(AttributionRole.AUTHOR)]
    if any(names):
        etree.SubElement(header, "address").text = " · ".join(name for name in names if name)
    if article.published is not None:
        time = etree.SubElement(header, "time", datetime=_machine_time(article.published))
        time.text = _time(article.published, article.language)
    body = etree.SubElement(holder, "div")
    media = {media.id: media for media in article.media if media.id}
    BodyWriter(XHTML, Context("html", article=article, keep=keep), media).write(body, article.sections)
    body.set("class", BODY)


def _text(element: Element, text: Text) -> None:
    _speaks(element, text.language, text.direction)
    element.text = text.value


def _name(one: Attribution) -> str:
    return one.line or one.name or one.literal or ""


def _machine_time(when: When) -> str:
    return format_iso(when)


def _time(when: When, tag: str | None) -> str:
    language = (tag or "").partition("-")[0]
    try:
        return format_date(when, language, digits="arab" if language == "ar" else "latn")
    except ModelError:  # no language, or one whose dates are not written yet
        return format_iso(when)
