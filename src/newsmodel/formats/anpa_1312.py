"""ANPA 1312, the wire format of North American agencies (bulletin 1312, last changed in 1989 as 89-3).

Two header lines after SOH (service level, story number, selector code; priority, category, kind of type, keyword, version,
filing date, word count), the text between STX and ETX, the time of transmission, EOT. In the text, a caret begins a heading
line, "<" or "=" ends it, and a tab begins a paragraph. The signs that the set lacks are written as agencies write them
(two grave accents, two apostrophes, an underscore for a dash); letters beyond ASCII in UTF-8.
"""

from __future__ import annotations

import re
from datetime import date

import attrs

from newsmodel.codec.context import Context
from newsmodel.codec.row import always, derived, many, maybe, one
from newsmodel.codec.values import Pair, choice
from newsmodel.formats.anpa_1312_text import read_message, write_message
from newsmodel.formats.anpa_1312_values import FORMATS, SENT
from newsmodel.formats.registry import Format
from newsmodel.formats.wire_frames import BEFORE, Stream
from newsmodel.formats.wire_values import (
    CATEGORY,
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
from newsmodel.model import AltId, Article, Concept, Subject, Text
from newsmodel.model.values import one_line
from newsmodel.syntax.fields import FieldsTable

NAME = "anpa-1312"
A = attrs.fields(Article)
BODY = body(None, "\u2028")
"""The text: a tab begins a paragraph; after a backspace, a line is one of its own. Headings are paragraphs."""
KEYWORD_LENGTH = 24
NO_SELECTOR = "-----"
"""What stands for the codes of newspapers that have asked for such stories: for all of them."""

PRIORITIES = {"f": 1, "b": 2, "u": 3, "r": 5, "d": 6, "a": 7, "s": 8, "z": 5}
"""Flash, bulletin, urgent, regular, deferred, advance for weekdays, advance for Sunday; z is what some agencies send for regular."""


def slug_of(article: Article) -> Text:
    """Return the slug: the article's, or what a desk would make of its headline."""
    if article.sluglines:
        return article.sluglines[0]
    words = re.findall(r"\w+", article.headline.value if article.headline else "")[:3]
    return Text("BC-" + "-".join(words or ["Story"]))


def keyword_of(article: Article, context: Context) -> str:  # noqa: ARG001  # what a derived row computes with
    """Return the keyword of the header: the slug up to its comma, without spaces."""
    bare = one_line(slug_of(article).value).partition(",")[0].strip()
    return re.sub(r"\s+", "-", bare)[:KEYWORD_LENGTH]


def filed(article: Article, context: Context) -> str | None:  # noqa: ARG001  # what a derived row computes with
    """Return the day of filing."""
    made = article.version_created
    return f"{made:%m-%d}" if isinstance(made, date) else None


KEYWORD: Pair[tuple[Text, ...]] = Pair(
    lambda raw, _context: (Text(raw),), lambda value, _context, _into: value
)

ARTICLE = FieldsTable(
    Article,
    many(A.services, "level", SERVICE, only=letters(1), most=1, assume=lambda _article: Concept(literal="a")),
    many(
        A.alt_ids,
        "number",
        NUMBER,
        only=is_number,
        most=1,
        assume=lambda _article: AltId("0000", NUMBER_TYPE),
    ),
    maybe(A.urgency, "priority", choice(PRIORITIES), assume=lambda _article: PRIORITIES["r"]),
    many(
        A.subjects,
        "category",
        CATEGORY,
        only=letters(3),
        most=1,
        assume=lambda _article: Subject(literal="a"),
    ),
    always("selector", NO_SELECTOR),
    always("format", FORMATS["\x13\x11"]),
    many(A.sluglines, "slug", LINE, most=1, assume=slug_of),
    derived("keyword", keyword_of, fills=A.sluglines, codec=KEYWORD),
    derived("filed", filed),
    derived("words", lambda article, _context: f"{article.word_count:04}"),
    derived("count", word_count),
    maybe(A.embargo, "embargo", EMBARGO),
    many(A.headlines, "headline", LINE, most=1),
    many(A.summaries, "summary", LINE, most=1),
    many(A.editor_notes, "note", LINE),
    many(A.bylines, "byline", LINES, most=1),
    one(A.sections, "text", BODY),
    maybe(A.version_created, "sent", SENT),
)
"""What a message must say and the article does not is written as level a, number 0000, priority r, category a and a slug made of the headline."""


STREAM = Stream(ARTICLE, read_message, write_message)


_FRAMED = re.compile(
    BEFORE + rb"\x01[A-Za-z]?[0-9]{3,4}[^\n\x01\x02]{0,40}\n[A-Za-z] +[A-Za-z]{1,3}[\x13\x14 ]"
)
_BARE = re.compile(
    rb"[A-Za-z][0-9]{4}[\w-]{0,16}\r?\n[A-Za-z] [A-Za-z]{1,3} +(?:am|pm|bc|ap)-[^\n]* [0-9]{1,2}-[0-9]{1,2} +[0-9]{0,5}\s*\n",
    re.IGNORECASE,
)


def _recognises(start: bytes) -> bool:
    """Two header lines after SOH; or the same, when the controls are lost."""
    return _FRAMED.match(start) is not None or _BARE.match(start) is not None


FORMAT = Format(
    NAME,
    "ANPA 1312",
    "anpa",
    _recognises,
    STREAM.read,
    STREAM.write,
    read_all=STREAM.read_all,
    write_all=STREAM.write_all,
    text=True,
)
