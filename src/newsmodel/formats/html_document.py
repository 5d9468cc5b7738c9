"""Whole pages of the web: the format that `read` and `write` know as ``html``."""

from __future__ import annotations

import re

from newsmodel.codec.context import Context
from newsmodel.formats.html_names import NAME
from newsmodel.formats.html_reading import read_into
from newsmodel.formats.html_writing import write_page
from newsmodel.formats.registry import Format
from newsmodel.model import Article


def read_document(data: bytes, context: Context) -> Article:
    """Read the article of a page."""
    return read_into(data, context)[0]


_START = re.compile(
    rb"(?:<\?xml.{0,200}?\?>\s*+|<!--.{0,20000}?-->\s*+)*+<(?:!doctype\s+html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)


def _recognises(start: bytes) -> bool:
    """A page begins with its doctype, or with its first elements: what else is XML has another root."""
    return _START.match(start) is not None


FORMAT = Format(NAME, "HTML page", "html", _recognises, read_document, write_page, rules=True)
