"""Reading a ``nitf`` element, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel.codec.context import Context
from newsmodel.formats.nitf import ARTICLE
from newsmodel.formats.nitf_findings import settle_findings
from newsmodel.formats.nitf_form import settle
from newsmodel.formats.nitf_texts import printed
from newsmodel.formats.nitf_values import tag
from newsmodel.losses import LossKind
from newsmodel.model import Article, Span
from newsmodel.syntax.xml import XML_NS, local_name, tag_of
from newsmodel.syntax.xml_language import valid_language

if TYPE_CHECKING:
    from lxml import etree


def is_nitf(element: etree._Element) -> bool:
    """Whether an element is a NITF document, in whatever namespace and case."""
    return isinstance(element.tag, str) and local_name(tag_of(element)).lower() == "nitf"


def read_element(element: etree._Element, context: Context) -> Article:
    """Read a ``nitf`` element, as a document or inside of one. Its tree is changed."""
    settle(element, context)
    body = element.find(tag("body"))
    said = [element.get("baselang"), element.get(_LANG), body.get(_LANG) if body is not None else None]
    context.language = next(
        (tag_ for each in said if each and (tag_ := valid_language(each))), context.language
    )
    headline = element.find(_HEADLINE)
    if headline is not None and (text := printed(headline)):
        context.headline = text
    return settle_findings(ARTICLE.decode(element, context), context)


_HEADLINE = f"{tag('body')}/{tag('body.head')}/{tag('hedline')}/{tag('hl1')}"
_LANG = f"{{{XML_NS}}}lang"


def note_anchors(article: Article, context: Context) -> None:
    """Note the identifiers of pieces of text, but for those that name who or what the text is about: nothing points at them."""
    taken = {each.id for each in article.entities}
    for name, anchor in context.anchors.items():
        if isinstance(anchor, Span) and name not in taken:
            context.note_place(LossKind.UNREAD, "body/body.content//@id", name)
