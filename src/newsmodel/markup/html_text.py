"""HTML that comes as text (in CDATA, escaped, in a string): to a tree, safely, with names that XML can hold."""

from __future__ import annotations

import html
import re
from enum import Enum, auto

from lxml import etree

from newsmodel.model.constraints import ILLEGAL


class Written(Enum):
    """How a text is written."""

    PLAIN = auto()
    INLINE = auto()
    """HTML inside its lines, which are paragraphs all the same."""
    HTML = auto()
    NITF = auto()


_BLOCKS = "p|div|br|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|section|article|main|body|html|pre|figure|hr|header|footer|aside"
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_INLINE = re.compile(
    r"<(a|b|i|em|strong|span|u|sub|sup|font|small|big|cite|q|s|code)(?:\s[^<>]*)?>[^<>]*</\1\s*>",
    re.IGNORECASE,
)
_NITF = re.compile(r"<(?:nitf|body\.content|body\.head|hedline|newstext)[\s>]", re.IGNORECASE)
_ESCAPED = re.compile(rf"&lt;/?(?:{_BLOCKS})(?:\s[^<>]*?)?/?&gt;", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}[0-9]{0,2});")
_CLOSING = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""Ends that come too early, or as often as somebody put pages together: what stands after them is text all the same."""
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def how_written(text: str) -> Written:
    """Tell how a text is written, by the tags in it."""
    if _NITF.search(text):
        return Written.NITF
    if _BLOCK.search(text):
        return Written.HTML
    return Written.INLINE if _INLINE.search(text) else Written.PLAIN


def is_escaped(text: str) -> bool:
    """Whether the markup in a text was escaped once too often: it has none, but for escaped tags."""
    return not _BLOCK.search(text) and _ESCAPED.search(text) is not None


def unescaped(text: str) -> str:
    """Return a text with its character references resolved, those with a semicolon only: «AT&T» is no markup."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def legal(text: str) -> str:
    """Return a text without the characters that no XML document can hold."""
    return ILLEGAL.sub("", text)


def parse_html(text: str) -> etree._Element:
    """Return the ``body`` of a text in HTML, tags and attributes renamed where XML would not allow their names.

    Never raises for what a text may hold: HTML has no errors, only repairs.
    """
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    data = f"<html><body>{_CLOSING.sub('', legal(text))}</body></html>".encode("utf-8", "replace")
    body = etree.fromstring(data, parser).find("body")
    if body is None:
        return etree.Element("body")
    for element in body.iter(etree.Element):
        _rename(element)
    return body


def _rename(element: etree._Element) -> None:
    tag = str(element.tag)
    if not _NAME.fullmatch(tag):
        element.tag = _named(tag)
    for key in [str(key) for key in element.attrib]:
        if not _NAME.fullmatch(key):
            value = element.attrib.pop(key)
            name = "lang" if key.lower() == "xml:lang" else _named(key)
            if name not in element.attrib:
                element.set(name, value)


def _named(name: str) -> str:
    plain = re.sub(r"[^A-Za-z0-9_.-]", "-", name)
    return plain if _NAME.fullmatch(plain) else f"x{plain}"
