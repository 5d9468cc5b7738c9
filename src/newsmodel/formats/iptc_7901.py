"""IPTC 7901, the recommended message format for text (revision 5, 1995; frozen).

A header line between SOH and STX (service, message number, priority, category, word count, optional information), the
keyword line, the text between STX and ETX, a date-time group, EOT. Agencies begin the text with heading lines, the last of
which ends with "=". It is written in UTF-8, as it is sent today; what has no field is a reported loss.
"""

from __future__ import annotations

import re

import attrs

from newsmodel.codec.row import derived, many, maybe, one
from newsmodel.codec.values import INTEGER
from newsmodel.formats.iptc_7901_text import WIDTH, read_message, write_message
from newsmodel.formats.registry import Format
from newsmodel.formats.wire_frames import BEFORE, Stream
from newsmodel.formats.wire_values import (
    CATEGORY,
    DATE_TIME_GROUP,
    EMBARGO,
    LINE,
    LINES,
    NUMBER,
    NUMBER_TYPE,
    SERVICE,
    body,
    is_number,
    letters,
    word_count,
)
from newsmodel.model import AltId, Article, Concept, Subject
from newsmodel.syntax.fields import FieldsTable

NAME = "iptc-7901"
A = attrs.fields(Article)
BODY = body(WIDTH)
"""The text: paragraphs with blank lines between them, in lines of 69 characters. Headings are paragraphs."""

ARTICLE = FieldsTable(
    Article,
    many(
        A.services,
        "service",
        SERVICE,
        only=letters(5),
        most=1,
        assume=lambda _article: Concept(literal="xxx"),
    ),
    many(
        A.alt_ids,
        "number",
        NUMBER,
        only=is_number,
        most=1,
        assume=lambda _article: AltId("0000", NUMBER_TYPE),
    ),
    maybe(A.urgency, "priority", INTEGER, assume=lambda _article: 4),
    many(
        A.subjects,
        "category",
        CATEGORY,
        only=letters(3),
        most=1,
        assume=lambda _article: Subject(literal="x"),
    ),
    derived("words", word_count),
    many(A.sluglines, "keywords", LINE, most=1),
    maybe(A.embargo, "embargo", EMBARGO),
    many(A.headlines, "headline", LINE, most=1),
    many(A.bylines, "byline", LINE, most=1),
    one(A.sections, "text", BODY),
    many(A.editor_notes, "note", LINES),
    maybe(A.version_created, "date", DATE_TIME_GROUP),
)
"""What a message must say and the article does not is written as nobody's service, number 0000, priority 4 (routine) and category x."""


STREAM = Stream(ARTICLE, read_message, write_message)


_HEADER = rb"[A-Za-z]{1,5}\d{1,5} +[1-9] +[A-Za-z]{1,4} +\d{1,5}(?: [^\n]*)?\r?\n"
_ESCAPES = rb"(?:\x1b[ -/]+[0-~])*+"
_FRAMED = re.compile(BEFORE + _ESCAPES + rb"\x01" + _ESCAPES + _HEADER)
_KEYWORDS = rb"[^\n]{1,68}/[ \t]*\r?\n"
_HEADING = rb"(?:[^\n]{0,99}\n){1,12}?[^\n]{1,99}=[ \t]*\r?\n"
_BARE = re.compile(rb"\s{0,9}+" + _HEADER + rb"\s{0,9}+(?:" + _KEYWORDS + rb"|" + _HEADING + rb")")


def _recognises(start: bytes) -> bool:
    """A header line after SOH; or one that has lost its controls, and a keyword line or the end of a heading ("=") after it."""
    return _FRAMED.match(start) is not None or _BARE.match(start) is not None


FORMAT = Format(
    NAME,
    "IPTC 7901",
    "iptc",
    _recognises,
    STREAM.read,
    STREAM.write,
    read_all=STREAM.read_all,
    write_all=STREAM.write_all,
    text=True,
)
