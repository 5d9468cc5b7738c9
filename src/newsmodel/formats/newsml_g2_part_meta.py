"""Parts of the content (`partMeta`) and what AI had to do with it, in NewsML-G2.

Source: NewsML-G2 2.35 specification and schema; IPTC NewsCodes timeunit; for AI the change request CR00222, which no version
has adopted so far: see `AI_INFO`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from decimal import Decimal
from typing import Any

import attrs
from lxml import etree  # noqa: TC002  # as in the other modules of this format

from newsmodel.codec.context import Context
from newsmodel.codec.row import many, maybe, one
from newsmodel.codec.values import INTEGER, LANGUAGE, TEXT, Value
from newsmodel.errors import InputError
from newsmodel.formats.newsml_g2_order import PART_ORDER
from newsmodel.formats.newsml_g2_parts import (
    BLOCKED,
    CONCEPT_ORDER,
    FLEX,
    FLEX_ROWS,
    LABELLED,
    LINK,
    NS,
    PLAIN,
    QUALIFIED,
    RENDITION,
    SUBJECT,
    ConceptTable,
    coded,
)
from newsmodel.formats.newsml_g2_values import LOCAL_ID, PLACES
from newsmodel.model import AiInfo, AiSystem, ContentLanguage, MediaTime, Mention, Part, Region, TimeRange
from newsmodel.syntax.xml_language import valid_language
from newsmodel.syntax.xml_table import XmlTable

P, T, R, CL = attrs.fields(Part), attrs.fields(TimeRange), attrs.fields(Region), attrs.fields(ContentLanguage)
AI, ME, SY = attrs.fields(AiInfo), attrs.fields(Mention), attrs.fields(AiSystem)

_UNITS = ("timeunit:", "http://cv.iptc.org/newscodes/timeunit/")
_CLOCK = re.compile(r"(\d{1,6}):([0-5]?\d):([0-5]?\d)(?:\.(\d{1,9}))?", re.ASCII)
_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,9})?", re.ASCII)
_FRAME = re.compile(r"(\d\d):([0-5]\d):([0-5]\d)[:;.](\d{2,3})", re.ASCII)


def _thousandths(text: str) -> int:
    """Return a number of seconds in milliseconds; raise `ValueError` for a finer one."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    number = Decimal(text) * 1000
    if number % 1:
        raise ValueError(text)
    return int(number)


def _passed(text: str) -> MediaTime:
    """Read a normal play time: hours, minutes and seconds, or seconds alone (RFC 2326 §3.6)."""
    if not (clock := _CLOCK.fullmatch(text)):
        return MediaTime(_thousandths(text))
    hours, minutes, seconds = (int(part) for part in clock.groups()[:3])
    return MediaTime((hours * 60 + minutes) * 60_000 + _thousandths(f"{seconds}.{clock[4] or 0}"))


def _counted(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise ValueError(text)
    return int(text)


def _label(text: str, *, drop_frame: bool) -> MediaTime:
    """Read a time code: hours, minutes, seconds, and the frame in the second."""
    if not (code := _FRAME.fullmatch(text)):
        raise ValueError(text)
    hours, minutes, seconds, frame = map(int, code.groups())
    return MediaTime(((hours * 60 + minutes) * 60 + seconds) * 1000, frame, drop_frame)


_READING: dict[str, Callable[[str], MediaTime]] = {
    "normalPlayTime": _passed,
    "seconds": lambda text: MediaTime(_thousandths(text)),
    "milliseconds": lambda text: MediaTime(_counted(text)),
    "editUnit": lambda text: MediaTime(frames=_counted(text)),
    "timeCode": lambda text: _label(text, drop_frame=False),
    "timeCodeDropFrame": lambda text: _label(text, drop_frame=True),
}
"""How the times of each unit are read."""


def unit_of(time: MediaTime) -> str:
    """Return the unit that a time is written in."""
    if time.is_time_code:
        return "timeCodeDropFrame" if time.drop_frame else "timeCode"
    return "editUnit" if time.milliseconds is None else "normalPlayTime"


def _parse(raw: str) -> MediaTime:
    unit, _, text = raw.partition(" ")
    return _READING[unit](text)


def _render(time: MediaTime) -> str:
    """Write a time behind its unit, as it stands in an attribute while the table is at work."""
    if time.milliseconds is None:
        return f"editUnit {time.frames}"
    seconds, rest = divmod(time.milliseconds, 1000)
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if time.frames is None:
        return f"normalPlayTime {clock}.{rest:03}"
    return f"{unit_of(time)} {clock}{';' if time.drop_frame else ':'}{time.frames:02}"


POINT: Value[MediaTime] = Value("a time in its unit", _parse, _render)


class TimeTable(XmlTable[TimeRange]):
    """A table of stretches of time. Both times are in one unit, which has an attribute of its own (``timeunit``, or its twin for a URI)."""

    def decode(self, raw: Any, context: Context) -> TimeRange:
        """Read a stretch. Raise `InputError` where the unit, or a time in it, cannot be read: nothing is guessed."""
        element = copy(raw)
        units = [element.attrib.pop(name) for name in _UNIT_NAMES if name in element.attrib]
        known = {unit_in(code) for code in units}
        unit = known.pop() if len(known) == 1 else None
        if unit is None:
            raise InputError(f"one time unit of {', '.join(_READING)}", " ".join(units))
        for name in ("start", "end"):
            element.set(name, f"{unit} {element.get(name, '').strip()}")
        return super().decode(element, context)

    def encode(self, value: TimeRange, context: Context, into: Any = None) -> etree._Element:
        """Write a stretch."""
        element = super().encode(value, context, into)
        for name in ("start", "end"):
            element.set(name, element.get(name, "").partition(" ")[2])
        element.set("timeunit", f"timeunit:{unit_of(value.start)}")
        return element


_UNIT_NAMES = ("timeunit", "timeunituri")


def unit_in(code: str) -> str | None:
    """Return a unit by its code in the vocabulary, or its URI; None for another."""
    found = next((code.strip()[len(before) :] for before in _UNITS if code.strip().startswith(before)), "")
    return found if found in _READING else None


TIME = TimeTable(
    TimeRange,
    one(T.start, "@start", POINT),
    one(T.end, "@end", POINT),
    *coded(T.rendition, "renditionref"),
    namespaces=NS,
)
REGION = XmlTable(
    Region,
    one(R.x, "@x", INTEGER),
    one(R.y, "@y", INTEGER),
    one(R.width, "@width", INTEGER),
    one(R.height, "@height", INTEGER),
    namespaces=NS,
)
SPOKEN_IN = XmlTable(ContentLanguage, one(CL.tag, "@tag", LANGUAGE), *coded(CL.role, "role"), namespaces=NS)


class PartTable(XmlTable[Part]):
    """A table of parts. It keeps no language that texts inherited: each has its own now, and a new one must not inherit it."""

    def keeps(self, place: str, raw: str) -> bool:
        """Whether it is no language that texts inherited."""
        return place != "@xml:lang" or not valid_language(raw)


PART = PartTable(
    Part,
    maybe(P.id, "@partid", LOCAL_ID),
    maybe(P.sequence, "@seq", INTEGER),
    many(P.icons, "icon", RENDITION),
    many(P.times, "timeDelim", TIME),
    maybe(P.region, "regionDelim", REGION),
    maybe(P.role, "role", QUALIFIED),
    maybe(P.digital_source_type, "digitalSourceType", FLEX),
    many(P.creators, "creator", FLEX),
    many(P.languages, "language", SPOKEN_IN),
    many(P.genres, "genre", FLEX),
    many(P.keywords, "keyword", PLAIN),
    many(P.subjects, "subject", SUBJECT),
    many(P.headlines, "headline", LABELLED),
    many(P.descriptions, "description", BLOCKED),
    many(P.signals, "signal", FLEX),
    many(P.editor_notes, "edNote", BLOCKED),
    many(P.links, "link", LINK),
    namespaces=NS,
    order=PART_ORDER,
)
"""partMetaPropType."""

MENTION = ConceptTable(
    Mention,
    *FLEX_ROWS,
    one(ME.spans, "@idrefs", PLACES),
    *coded(ME.type, "type"),
    maybe(ME.confidence, "@confidence", INTEGER),
    maybe(ME.relevance, "@relevance", INTEGER),
    namespaces=NS,
    order=CONCEPT_ORDER,
)
"""An `inlineRef` that is no quote (Flex1PropType)."""

AI_INFO = XmlTable(
    AiInfo,
    maybe(AI.id, "@id", LOCAL_ID),
    maybe(
        AI.system,
        "system",
        ConceptTable(
            AiSystem,
            *FLEX_ROWS,
            maybe(SY.version, "@versioninfo", TEXT),
            maybe(SY.provider, "provider", FLEX),
            namespaces=NS,
        ),
    ),
    maybe(AI.prompt, "promptInfo", PLAIN),
    maybe(AI.prompt_writer, "promptWriter", FLEX),
    namespaces=NS,
)
"""AiInfoType, as CR00222 has it. Experimental: 2.35 has no such element, so it is written in the project's own namespace,
which the schema allows at the end of `contentMeta`; that of the standard is read where it came, and left as it stands."""
