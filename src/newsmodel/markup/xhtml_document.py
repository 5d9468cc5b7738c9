"""The frame of a body that is written as a document of XHTML 1.0 Strict."""

from __future__ import annotations

from lxml import etree

from newsmodel.markup.dialect import Part
from newsmodel.markup.xhtml import XHTML
from newsmodel.model import Article, Direction
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import XML_NS


def xhtml_document(into: etree._Element, article: Article) -> etree._Element:
    """Add a document with an article's language, direction and headline; return its empty ``body``."""
    namespace = XHTML.namespace
    html = etree.SubElement(into, f"{{{namespace}}}html", nsmap={None: namespace})
    if article.language:
        html.set(f"{{{XML_NS}}}lang", article.language)
        html.set("lang", article.language)
    if article.direction is Direction.RTL:
        html.set("dir", "rtl")
    head = etree.SubElement(html, f"{{{namespace}}}head")
    title = etree.SubElement(head, XHTML.tag_for(Part.TITLE))
    title.text = one_line(article.headline.value) if article.headline else ""
    return etree.SubElement(html, f"{{{namespace}}}body")
