"""How an item is identified and managed: from what agencies write to the laid-out form."""

from __future__ import annotations

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.formats.newsml_1_parts import ASSOCIATED
from newsmodel.formats.newsml_1_stories import note_at
from newsmodel.formats.newsml_1_topics import Topics, fold
from newsmodel.losses import LossKind
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import WHITE, own_text, tag_of

_PARTS = ("ProviderId", "DateId", "NewsItemId")


def lay_out_identification(item: etree._Element, context: Context) -> None:
    """Take values out of frames (``<RevisionId><text>2</text>``), and see that there is an identifier."""
    for element in item.findall("Identification//*"):
        inner = element.find("text")
        if inner is None or len(element) != 1 or (element.text or "").strip(WHITE) or len(inner):
            continue
        note_at(context, LossKind.REPAIRED, inner, own_text(inner), f"read as {tag_of(element)}")
        element.text = own_text(inner)
        element.remove(inner)
    identifier = item.find("Identification/NewsIdentifier")
    if identifier is not None:
        _see_to_identifier(item, identifier, context)


def _see_to_identifier(item: etree._Element, identifier: etree._Element, context: Context) -> None:
    """Put the public identifier together from its parts (RFC 3085 §2) where it is missing, or names no item (Belga)."""
    public = identifier.find("PublicIdentifier")
    said = _text(public)
    whole = said == _text(identifier.find("NewsItemId"))  # as we write what is no URN of three parts
    if said and (not said.startswith("urn:newsml:") or said.count(":") > 2 or whole):
        return
    parts = [_text(identifier.find(name)) for name in _PARTS]
    guid = item.find(".//guid")
    if all(parts):
        found = ":".join(["urn:newsml", *parts, *filter(None, [_text(identifier.find("RevisionId"))])])
    else:
        found = parts[-1] or _text(guid)
    if not found or (said and not all(parts)):
        return
    reason = f"read as {found}"
    note_at(context, LossKind.REPAIRED, identifier if public is None else public, said or None, reason)
    public = etree.SubElement(identifier, "PublicIdentifier") if public is None else public
    public.text = found


def _text(element: etree._Element | None) -> str:
    return own_text(element).strip(WHITE) if element is not None else ""


def lay_out_management(management: etree._Element, topics: Topics, context: Context) -> None:
    """Bring urgency, status, instructions and links to the laid-out form."""
    for urgency in management.iterchildren("Urgency"):
        if not urgency.get("FormalName") and (said := own_text(urgency).strip(WHITE)):
            note_at(context, LossKind.REPAIRED, urgency, said, "read as FormalName")
            urgency.set("FormalName", said)
            urgency.text = None
    _status(management)
    for instruction in management.findall("Instruction"):
        fold(instruction, topics)
    for link in management.findall("AssociatedWith"):
        if "FormalName" not in link.attrib:
            link.set("FormalName", ASSOCIATED)
        elif link.get("FormalName") == "":
            del link.attrib["FormalName"]


def _status(management: etree._Element) -> None:
    """Take an embargo apart: the status that will be, and when."""
    status = management.find("Status")
    if status is None:
        return
    said = one_line(status.get("FormalName", "") or own_text(status)).lower()
    changes = management.findall("StatusWillChange")
    if said in {"embargoed", "embargo"}:
        del status.attrib["FormalName"]
        change = next((each for each in changes if _future_of(each) in _STATUS), None)
        if change is None:
            change = next((each for each in changes if each.find("FutureStatus") is None), None)
        if change is None:
            change = etree.SubElement(status, "StatusWillChange")
        if (future := change.find("FutureStatus")) is not None and set(future.attrib) <= {"FormalName"}:
            status.set("FormalName", _STATUS[_future_of(change)])
            change.remove(future)
        if change.find("DateAndTime") is None:
            etree.SubElement(change, "DateAndTime")
        status.append(change)
    elif said in _STATUS:
        status.set("FormalName", _STATUS[said])
        if own_text(status).strip(WHITE):
            status.text = None


_STATUS = {
    "usable": "Usable",
    "withheld": "Withheld",
    "canceled": "Canceled",
    "cancelled": "Canceled",
    "killed": "Canceled",
}


def _future_of(change: etree._Element) -> str:
    future = change.find("FutureStatus")
    return one_line(future.get("FormalName", "")).lower() if future is not None else ""
