"""The values of ANPA 1312: kinds of type, times of transmission, and the signs that its set of characters lacks."""

from __future__ import annotations

import re
from datetime import datetime

from newsmodel.codec.values import Value
from newsmodel.dates.when import When
from newsmodel.dates.zones import at_place, fixed, place_zone
from newsmodel.formats.wire_values import full_year, in_minutes
from newsmodel.model.values import one_line

FORMATS = {
    "\x13\x11": "body text",
    "\x13\x12": "body tabular",
    "\x14\x11": "agate text",
    "\x14\x12": "agate tabular",
}
"""The format identifier: device controls 3 and 4 for the size of type, 1 and 2 for text and tables."""

# Times come with the month first (AP) or the day first (AAP, The Canadian Press, Kyodo): the form around them tells which.
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<month>\d\d?)-(?P<day>\d\d?)-(?P<year>\d\d) (?P<hour>\d\d)(?P<minute>\d\d)(?P<zone>[A-Z]{2,4})?",
        r"(?P<day>\d\d?)-(?P<month>\d\d?)-(?P<year>\d\d) (?P<hour>\d\d)-(?P<minute>\d\d)-(?P<second>\d\d)(?P<zone>)",
        r"(?P<hour>\d\d):(?P<minute>\d\d)(?P<zone>[A-Z]{2,4})? (?P<day>\d\d?)-(?P<month>\d\d?)-(?P<year>\d\d)",
        r"(?P<zone>[A-Z]{2,4})-(?P<hour>\d\d):(?P<minute>\d\d)-(?P<day>\d\d?)-(?P<month>\d\d?)-(?P<year>\d\d)",
    )
)
_ZONES = {
    "GMT": 0, "UTC": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "JST": 9, "HKT": 8, "CET": 1, "CEST": 2, "MSK": 3,
}  # fmt: skip
"""What the zones of the wires are in hours."""
_PLACES = {
    "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles", "AT": "America/Halifax",
}  # fmt: skip
"""Zones with summer time."""


def _parse_sent(raw: str) -> When:
    line = one_line(raw)
    match = next((match for form in _FORMS if (match := form.fullmatch(line))), None)
    if match is None:
        raise ValueError(raw)
    parts = match.groupdict()
    day = (full_year(parts["year"]), int(parts["month"]), int(parts["day"]))
    clock = datetime(*day, int(parts["hour"]), int(parts["minute"]), int(parts.get("second") or 0))  # noqa: DTZ001  # its zone follows
    return _in_zone(clock, parts["zone"] or "")


def _in_zone(clock: datetime, name: str) -> datetime:
    if not name:
        return clock
    if name in _ZONES:
        return clock.replace(tzinfo=fixed(_ZONES[name] * 60))
    place = place_zone(_PLACES.get(name, ""))
    if place is None:
        raise ValueError(name)
    return at_place(clock, place, name)


def _render_sent(value: When) -> str:
    moment = in_minutes(value)
    return f"{moment:%m-%d-%y %H%M}{'GMT' if moment.tzinfo else ''}"


SENT: Value[When] = Value("a time of transmission such as 05-24-24 1412GMT", _parse_sent, _render_sent)

_PREFIX = re.compile(r"(?P<wire>[A-Za-z]+(?:-[A-Za-z]+)+)-(?=\d)")


def without_wire(line: str) -> tuple[str, str]:
    """Part the name of a wire from a time of transmission: ``AP-WF-05-24-24 1412GMT``."""
    match = _PREFIX.match(line)
    return (match["wire"], line[match.end() :]) if match else ("", line)


_READ = ((re.compile("``"), "\u201c"), (re.compile("''"), "\u201d"), (re.compile("`"), "\u2018"), (re.compile(r"(?<= )_(?= )"), "\u2014"))  # fmt: skip
_WRITTEN = ((re.compile("\u201c"), "``"), (re.compile("\u201d"), "''"), (re.compile("\u2018"), "`"), (re.compile("(?<= )\u2014(?= )"), "_"))  # fmt: skip


def read_signs(text: str) -> str:
    """Return a text with quotation marks and dashes where agencies write what the set has for them."""
    for pattern, sign in _READ:
        text = pattern.sub(sign, text)
    return text


def write_signs(text: str) -> str:
    """Return a text with what the set has for quotation marks and dashes."""
    for pattern, sign in _WRITTEN:
        text = pattern.sub(sign, text)
    return text
