"""The frame of a body that is written as a document of XHTML 1.0 Strict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.markup.dialect import Part
from newsmodel.markup.xhtml import XHTML
from newsmodel.model import Article, Direction
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import XML_NS
from newsmodel.syntax.xml_sketch import sub_element

if TYPE_CHECKING:
    from lxml import etree


def xhtml_document(into: etree._Element, article: Article) -> etree._Element:
    """Add a document with an article's language, direction and headline; return its empty ``body``."""
    namespace = XHTML.namespace
    html = sub_element(into, f"{{{namespace}}}html", default=namespace)
    if article.language:
        html.set(f"{{{XML_NS}}}lang", article.language)
        html.set("lang", article.language)
    if article.direction is Direction.RTL:
        html.set("dir", "rtl")
    head = sub_element(html, f"{{{namespace}}}head")
    title = sub_element(head, XHTML.tag_for(Part.TITLE))
    title.text = one_line(article.headline.value) if article.headline else ""
    return sub_element(html, f"{{{namespace}}}body")
