"""HTML pages: bytes to a tree, in the encoding that they really are in.

Pages often declare an encoding that they are not in, or none. Bytes that are UTF-8 throughout and are not all ASCII are
UTF-8, whatever is declared: text in another encoding is hardly ever valid UTF-8 by chance. Otherwise the byte order mark
counts, then the declaration (HTML, §13.2.3), then Windows-1252, as browsers have it.
"""

from __future__ import annotations

import codecs
import re

from attrs import frozen
from lxml import etree, html

from newsmodel.codec.context import Context
from newsmodel.errors import InputError, SyntaxFault
from newsmodel.losses import LossKind

MAX_BYTES = 64 * 2**20
"""The longest page that is read."""
MAX_ATTRIBUTES = 4096
"""How many attributes a tag may have: libxml2 takes time that grows with their square."""
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{8192,}")

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
"""How far into a page a declaration is looked for; the standard says 1024, pages do as they like."""
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
          "iso-8859-9": "cp1254", "tis-620": "cp874", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
          "shift_jis": "cp932", "x-sjis": "cp932"}  # fmt: skip
"""What browsers take some labels for (Encoding Standard, §4.2): supersets of what they say."""


@frozen(eq=False)
class HtmlPage:
    """A parsed page: its ``root``, and the ``text`` that was parsed."""

    root: html.HtmlElement
    text: str


def parse_html(data: bytes, context: Context) -> HtmlPage:
    """Return the tree of a page. Raise `InputError` for one that is too long, `SyntaxFault` for one with nothing in it."""
    if len(data) > MAX_BYTES:
        raise InputError(f"a page of at most {MAX_BYTES} bytes", len(data))
    text = decode_page(data, context)
    if any(len(tag[0].split()) > MAX_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise InputError(
            f"tags of at most {MAX_ATTRIBUTES} attributes", message="a tag has too many attributes"
        )
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_pis=True, remove_comments=True, huge_tree=True
    )
    try:
        root = html.document_fromstring(_clean(text) or b" ", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise SyntaxFault("an HTML page", message=f"no HTML page: {error}") from error
    if any(fault.type_name == "ERR_RESOURCE_LIMIT" or "depth" in fault.message for fault in parser.error_log):
        context.note_place(
            LossKind.UNREAD, "body", None, reason="elements nest too deep: the page was read up to there"
        )
    return HtmlPage(root, text)


_CONTROL = bytes(number for number in range(32) if number not in b"\t\n\r")
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")  # U+FFFE and U+FFFF


def _clean(text: str) -> bytes:
    """Return a page in UTF-8, without the characters that no document can hold."""
    data = text.encode("utf-8", "replace").translate(None, _CONTROL)
    for sequence in _NO_CHARACTERS:
        data = data.replace(sequence, b"")
    return data


def decode_page(data: bytes, context: Context) -> str:
    """Return the text of a page; note where it is not in the encoding that it declares, or not wholly in any."""
    declared = _declared(data)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) if name == "utf-8" else 0 :].decode(name, "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decoded(data, declared, error, context)
    if declared and not data.isascii() and _name_of(declared) != "utf-8":
        _note(context, declared, "declares this encoding, and is in UTF-8")
    return text


def _decoded(data: bytes, declared: str | None, error: UnicodeDecodeError, context: Context) -> str:
    name = _name_of(declared) if declared else None
    if name is None or name == "utf-8":
        name = "utf-8" if _is_mostly_utf8(data) else "cp1252"
    text = data.decode(name, "replace")
    if name != _name_of(declared or ""):
        _note(context, declared or "", f"read as {name}: byte {error.start} is no UTF-8")
    elif "\ufffd" in text:
        _note(context, declared or "", "holds bytes that are not in this encoding")
    return text


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether a few broken bytes stand in a page of UTF-8: cut off, or pasted."""
    text = data.decode("utf-8", "replace")
    return text.count("\ufffd") * 20 < sum(1 for letter in text if letter > "\x7f")


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    return found[1].decode("ascii", "replace").lower() if found else None


def _name_of(label: str) -> str | None:
    """Return the codec for a label, None for one that nobody knows."""
    label = _WIDER.get(label, label)
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    return name if name.startswith(_TEXT_CODECS) else None


_TEXT_CODECS = ("utf-8", "cp", "iso", "gb", "big5", "euc", "shift", "koi8", "mac", "hz", "tis", "johab")
"""Python knows codecs that are no encodings of text (``rot13``, ``zlib``)."""


def _note(context: Context, declared: str, reason: str) -> None:
    context.note_place(LossKind.REPAIRED, "meta/@charset", declared, reason=reason)
