"""lxml's parsers as they are safe: they fetch nothing, and read UTF-8."""

from __future__ import annotations

import threading
from typing import Any

from lxml import etree

from newsmodel.syntax.xml_limits import may_be_huge


def make_parser_options(*, huge: bool) -> dict[str, Any]:
    """Return what makes one of lxml's parsers safe, and read UTF-8 whatever the declaration says.

    ``huge`` lifts libxml2's limits, for documents of which `may_be_huge` is true.
    """
    return {
        "resolve_entities": "internal",
        "no_network": True,
        "load_dtd": False,
        "huge_tree": huge,
        "encoding": "utf-8",
        "collect_ids": False,
    }


class _Parsers(threading.local):
    """A thread's own parser, which is made once: that takes a tenth of the time of a short document."""

    def __init__(self) -> None:
        self.usual = etree.XMLParser(**make_parser_options(huge=False))


_PARSERS = _Parsers()


def parse_utf8(data: bytes) -> etree._Element:
    """Parse a document that was looked at (`newsmodel.syntax.xml.opened`). Raise lxml's error for what is not well-formed."""
    if may_be_huge(data):
        return etree.fromstring(data, etree.XMLParser(**make_parser_options(huge=True)))
    return etree.fromstring(data, _PARSERS.usual)
