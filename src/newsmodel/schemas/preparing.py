"""Documents made ready for their schema, where it, or libxml2, asks for something else than the standard."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from newsmodel.syntax.xml import local_name, tag_of

NITF_NS: Final = "http://iptc.org/std/NITF/2006-10-18/"
DATA: Final = "DataContent"
_WHITE: Final = " \t\r\n"
_TIME: Final = re.compile(
    r"-?[0-9]{4,}(?:-[0-9]{2}){0,2}(?:T[0-9:.]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})?"  # dateTime, date, gYearMonth, gYear
    r"|[0-9]{2}:[0-9]{2}:[0-9.]+(?:Z|[+-][0-9]{2}:[0-9]{2})?|-?P[0-9YMDTHS.]+"  # time, duration
)


def trim_times(root: etree._Element) -> None:
    """Take away the white space around times and durations.

    XML Schema collapses it (1.0, part 2, §4.3.6); libxml2 refuses the value.
    """
    for element in root.iter(etree.Element):
        if not len(element) and (trimmed := _trimmed(element.text)) is not None:
            element.text = trimmed
        for key, value in element.items():
            if (trimmed := _trimmed(value)) is not None:
                element.set(key, trimmed)


def _trimmed(text: str | None) -> str | None:
    """Return a time without white space around it; None for what is none, or has none around it."""
    if not text or (text[0] not in _WHITE and text[-1] not in _WHITE):
        return None
    stripped = text.strip(_WHITE)
    return stripped if _TIME.fullmatch(stripped) else None


def give_namespace(root: etree._Element) -> None:
    """Put NITF without a namespace into that of its schema: agencies leave it out, as the DTDs had none."""
    for nitf in list(root.iter("nitf")):
        for element in list(nitf.iter(etree.Element)):
            if not tag_of(element).startswith("{"):
                element.tag = f"{{{NITF_NS}}}{tag_of(element)}"


def drop_own_version(root: etree._Element) -> None:
    """Leave out what NITF says of its own version: the schema fixes each, and older documents are judged by the newest."""
    for nitf in root.iter(f"{{{NITF_NS}}}nitf"):
        for name in ("version", "change.date", "change.time"):
            nitf.attrib.pop(name, None)


def drop_namespace(root: etree._Element) -> None:
    """Take the elements out of the root's namespace, and its declaration away: a DTD knows none."""
    if (namespace := etree.QName(root).namespace) is None:
        return
    for element in root.iter(f"{{{namespace}}}*"):
        element.tag = local_name(tag_of(element))
    etree.cleanup_namespaces(root)


def empty_data(root: etree._Element) -> None:
    """Empty what may hold anything: to a DTD, ANY still means elements that it declares (NewsML 1.2 DTD, DataContent)."""
    for content in list(root.iter(DATA)):
        del content[:]
