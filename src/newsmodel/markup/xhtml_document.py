"""The frame of a body that is written as a document of XHTML 1.0 Strict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.markup.dialect import Part
from newsmodel.markup.xhtml import XHTML
from newsmodel.model import Article, Direction
from newsmodel.model.values import one_line
from newsmodel.syntax.xml_sketch import sub_element

if TYPE_CHECKING:
    from lxml import etree


def xhtml_document(into: etree._Element, article: Article) -> etree._Element:
    """Add a document with an article's language, direction and headline; return its empty ``body``."""
    html = sub_element(into, _HTML, default=XHTML.namespace)
    if article.language:
        for name in XHTML.languages:
            html.set(name, article.language)
    if article.direction is Direction.RTL:
        html.set("dir", "rtl")
    title = sub_element(sub_element(html, _HEAD), XHTML.tag_for(Part.TITLE))
    headline = article.headline
    title.text = one_line(headline.value) if headline else ""
    return sub_element(html, _BODY)


_HTML, _HEAD, _BODY = (f"{{{XHTML.namespace}}}{name}" for name in ("html", "head", "body"))
