"""The values of NITF's elements: times in ISO 8601's basic form, codes, states."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from newsmodel.codec.context import Context, NotForUs
from newsmodel.codec.pieces import Piece
from newsmodel.codec.values import Pair
from newsmodel.dates import parse_date
from newsmodel.dates.when import ReducedDate, When, format_iso, parse_iso, when_key
from newsmodel.errors import InputError, ModelError
from newsmodel.formats.embargoes import embargo_until
from newsmodel.losses import LossKind
from newsmodel.markup.nitf import ITS_NS, NITF_NS
from newsmodel.model import Embargo, Link, PubStatus, Text
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import local_name, own_text

if TYPE_CHECKING:
    from lxml import etree

NS = {"": NITF_NS, "its": ITS_NS}


def tag(name: str) -> str:
    """Return an element's name in Clark notation."""
    return f"{{{NITF_NS}}}{name}"


# times

_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(?:(Z)|([+-]\d\d)(\d\d))?)?", re.ASCII)


def _read_time(raw: str, context: Context) -> When:
    """Read ISO 8601's basic form; any other that is understood is repaired."""
    text = one_line(raw)
    if match := _BASIC.fullmatch(text):
        year, month, day, hour, minute, second, utc, zone, zone_minute = match.groups()
        clock = f"T{hour}:{minute}:{second}{utc or (f'{zone}:{zone_minute}' if zone else '')}" if hour else ""
        return parse_iso(f"{year}-{month}-{day}{clock}")
    found = parse_date(text)
    if text != basic_form(found):
        context.note_place(LossKind.REPAIRED, context.place, raw, reason=f"read as {format_iso(found)}")
    return found


def _write_time(value: When, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    """Write ``norm``'s form: to the second, or a day (NITF 3.6, date.issue)."""
    written = date(value.year, value.month or 1, 1) if isinstance(value, ReducedDate) else value
    if isinstance(written, datetime):
        written = written.replace(microsecond=0)
    raw = basic_form(written)
    if when_key(written) != when_key(value):
        context.note(LossKind.COERCED, value=value, reason=f"written as {raw}")
    return raw


def basic_form(value: When) -> str:
    """Return a time in ISO 8601's basic form."""
    day, joint, clock = format_iso(value).partition("T")
    zone = clock[8:]
    return day.replace("-", "") + joint + clock[:8].replace(":", "") + zone.replace(":", "")


TIME: Pair[When] = Pair(_read_time, _write_time)
"""A time in ISO 8601's basic form: ``20240312T103000Z``, ``20240312T103000+0100``, ``20240312``."""


# codes and states


def _read_class(raw: str, context: Context) -> str:  # noqa: ARG001  # a codec's signature
    try:
        return Text("x", role=raw).role or ""
    except ModelError:
        raise NotForUs("a code", raw) from None


def _write_word(value: str, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return value


CLASS: Pair[str] = Pair(_read_class, _write_word)
"""A class that is a code: a role."""


def _read_href(raw: str, context: Context) -> str:
    text = one_line(raw)
    try:
        return Link(text).href or ""
    except ModelError:
        made = quote(text.replace("\\", "/"), safe="/:?#&=%@+,;~!$'()*.-_")
    try:
        Link(made)
    except ModelError as error:
        raise InputError("an address", raw) from error
    context.note_place(LossKind.REPAIRED, context.place, raw, reason=f"read as {made}")
    return made


HREF: Pair[str] = Pair(_read_href, _write_word)
"""An address, absolute or relative."""


def _read_local_id(raw: str, context: Context) -> str:
    if f"#{raw}" in context.anchors:
        raise InputError("an identifier that nothing else has", raw)
    context.anchors[f"#{raw}"] = raw
    return raw


LOCAL_ID: Pair[str] = Pair(_read_local_id, _write_word)
"""xs:ID."""

STATES = {status.value: status for status in PubStatus} | {"embargoed": PubStatus.USABLE}


def _read_status(raw: str, context: Context) -> PubStatus:
    word = one_line(raw)
    if word.lower() not in STATES:
        raise InputError("one of " + ", ".join(STATES), raw)
    if word != word.lower():
        context.note_place(LossKind.REPAIRED, context.place, raw, reason=f"read as {word.lower()}")
    return STATES[word.lower()]


def _write_status(status: PubStatus, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return status.value


STATUS: Pair[PubStatus] = Pair(_read_status, _write_status)
"""``usable``, ``withheld``, ``canceled``; ``embargoed`` is what is usable later."""


def _read_embargo(element: etree._Element, context: Context) -> Embargo:
    for key, value in element.items():
        if str(key) != "norm":
            context.note_place(LossKind.UNREAD, f"{context.place}/@{shown(str(key))}", value)
    text = one_line(element.get("norm") or own_text(element))
    return embargo_until(text, _read_time, context)


def _write_embargo(embargo: Embargo, context: Context, into: etree._Element) -> None:
    if embargo.until is not None:
        context.enter("until")
        into.set("norm", _write_time(embargo.until, context, None))
        context.leave()


EMBARGO: Pair[Embargo] = Pair(_read_embargo, _write_embargo)
"""When the document may be released; without a time, an embargo whose end is not known."""


def home(context: Context, piece: Piece) -> None:
    """Hand a piece that is not read to the object around."""
    context.homeless.append((piece.place, piece))


def shown(name: str) -> str:
    """Return a name in Clark notation as it stands in paths."""
    for prefix, uri in NS.items():
        if name.startswith(f"{{{uri}}}"):
            return f"{prefix}:{local_name(name)}" if prefix else local_name(name)
    return name
