"""When a document may be used: NITF's state and its three dates, which senders fill in their own ways."""

from __future__ import annotations

from datetime import date, datetime

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.dates import parse_date
from newsmodel.dates.when import ReducedDate, When
from newsmodel.errors import DateError
from newsmodel.formats.nitf_values import tag
from newsmodel.losses import LossKind
from newsmodel.model import Article, PubStatus
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import children_of, local_name, own_text, path_of, raw_text

_STATUS, _EMBARGOED = "management-status", "embargoed"
_AVAILABLE = frozenset({"usable", ""})


def settle_release(root: etree._Element, context: Context) -> None:
    """Let ``date.release`` be there only where it is the end of an embargo: many write there what ``date.issue`` says.

    It is one where the state says so, or where the release lies behind the issue; without an issue it is the issue.
    """
    docdata = root.find(f"{tag('head')}/{tag('docdata')}")
    if docdata is None:
        return
    released, issued = docdata.find(tag("date.release")), docdata.find(tag("date.issue"))
    state = _state(docdata)
    if state == _EMBARGOED:
        if released is None:
            etree.SubElement(docdata, tag("date.release"))
    elif released is not None and not _is_embargo(state, released, issued):
        _say_as_issue(docdata, released, issued, context)


def _state(docdata: etree._Element) -> str:
    return docdata.get(_STATUS, "").strip().lower()


def _is_embargo(state: str, released: etree._Element, issued: etree._Element | None) -> bool:
    until, since = _time(released), _time(issued)
    if until is None:
        return bool(_said(released)) and state not in _AVAILABLE
    if since is None:
        return state not in _AVAILABLE
    return is_later(until, since)


def is_later(one: When, other: When) -> bool:
    """Whether a time is surely later than another: of times that cannot be compared, by a day."""
    both = isinstance(one, datetime) and isinstance(other, datetime)
    if both and (one.tzinfo is None) is (other.tzinfo is None):  # type: ignore[union-attr]
        return bool(one > other)  # type: ignore[operator]
    return _day(one) > _day(other)


def _day(when: When) -> date:
    if isinstance(when, ReducedDate):
        return date(when.year, when.month or 1, 1)
    return when.date() if isinstance(when, datetime) else when


def _said(element: etree._Element | None) -> str:
    return one_line(element.get("norm") or own_text(element)) if element is not None else ""


def _time(element: etree._Element | None) -> When | None:
    try:
        return parse_date(_said(element)) if _said(element) else None
    except DateError:
        return None


def _say_as_issue(
    docdata: etree._Element, released: etree._Element, issued: etree._Element | None, context: Context
) -> None:
    """Take a release out that is no embargo; note one that says something that no field takes."""
    if _time(issued) is None and _time(released) is not None:
        if issued is not None:
            if said := _said(issued):
                context.note_place(LossKind.UNREADABLE, path_of(issued), said, reason="the release is read")
            docdata.remove(issued)
        released.tag = tag("date.issue")
        return
    for key, value in released.items():
        if str(key) != "norm":
            context.note_place(LossKind.UNREAD, f"{path_of(released)}/@{local_name(str(key))}", value)
    for child in children_of(released):
        context.note_place(LossKind.UNREAD, path_of(child), raw_text(child))
    if _said(released) and _time(released) != _time(issued):
        context.note_place(LossKind.UNREAD, path_of(released), _said(released), reason="it is no embargo")
    docdata.remove(released)


def finish_release(root: etree._Element, article: Article, context: Context) -> None:
    """Let the state say whether there is an embargo. One that a reader would not see as such is noted."""
    docdata = root.find(f"{tag('head')}/{tag('docdata')}")
    if docdata is not None and article.embargo is None:
        _take_off(docdata, article.status)
    released = docdata.find(tag("date.release")) if docdata is not None else None
    if docdata is None or released is None or article.embargo is None:
        return
    if article.status in (None, PubStatus.USABLE):
        docdata.set(_STATUS, _EMBARGOED)
        if article.status is None:
            context.note(LossKind.COERCED, "status", None, reason="what is embargoed is usable later")
    elif article.status and not _is_embargo(article.status.value, released, docdata.find(tag("date.issue"))):
        docdata.remove(released)
        context.note(LossKind.UNWRITTEN, "embargo", article.embargo, reason="there is one state only")


def _take_off(docdata: etree._Element, status: PubStatus | None) -> None:
    """Let the state of a document that was embargoed say so no more."""
    if docdata.get(_STATUS, "").strip().lower() == _EMBARGOED:
        docdata.set(_STATUS, (status or PubStatus.USABLE).value)
