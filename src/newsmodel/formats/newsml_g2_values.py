"""The values of NewsML-G2's properties: times as the schema wants them, labels, blocks, codes, quotes' places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from lxml import etree  # noqa: TC002  # as in the other modules of this format

from newsmodel.codec.context import Context, NotForUs, Unsayable
from newsmodel.codec.values import Pair, Value, in_one_line
from newsmodel.dates import parse_date
from newsmodel.dates.when import ReducedDate, When, format_iso, parse_iso, when_key
from newsmodel.errors import DateError, InputError
from newsmodel.formats.assumed import at_midnight
from newsmodel.formats.embargoes import embargo_in_text
from newsmodel.losses import LossKind
from newsmodel.markup.lines import flat_text, lines_of, write_lines
from newsmodel.markup.xhtml import XHTML
from newsmodel.model import Span
from newsmodel.model.quote import selected, spans_in_order
from newsmodel.model.values import many_lines, one_line
from newsmodel.syntax.xml import Paths, children_of, local_name, raw_text, tag_of
from newsmodel.syntax.xml_language import (
    valid_language as valid_language,  # noqa: PLC0414  # other formats take it from here
)

NAR_NS = "http://iptc.org/std/nar/2006-10-01/"
OWN_NS = "https://newsmodel.example/ns#"
"""The project's own namespace, for what the standard has no place for."""


@lru_cache(512)
def is_uri(code: str) -> bool:
    """Whether a code is a URI and not a QCode: both may have a colon."""
    return "://" in code or code.startswith(("urn:", "tag:", "mailto:"))


@lru_cache(512)
def is_qcode(code: str) -> bool:
    """Whether a code is a QCode."""
    return not is_uri(code)


class Time:
    """A time whose schema type allows only some of the four kinds: others are widened, and that is COERCED.

    An invalid time that can be understood all the same is read, and that is REPAIRED.
    """

    def __init__(self, *kinds: type) -> None:
        self.kinds = kinds

    def plainly(self, raw: str) -> When:
        """Read an ISO time."""
        return parse_iso(one_line(raw))

    def decode(self, raw: Any, context: Context) -> When:
        """Read an ISO time, or whatever form the date reader is sure of."""
        text = one_line(raw)
        try:
            return parse_iso(text)
        except DateError:
            found = parse_date(text)
            context.note_place(LossKind.REPAIRED, context.place, raw, reason=f"read as {format_iso(found)}")
            return found

    def encode(self, value: When, context: Context, into: Any = None) -> str:  # noqa: ARG002  # a codec's signature
        """Write the time, widened to a kind that is allowed."""
        if (plain := self.written_plainly(value)) is not None:
            return plain
        written = self._widened(value)
        if when_key(written) != when_key(value):
            context.note(LossKind.COERCED, value=value, reason=f"written as {format_iso(written)}")
        return self.render(written)

    def written_plainly(self, value: When) -> str | None:
        """Write a time of a kind that is allowed."""
        return self.render(value) if type(value) in self.kinds else None

    def render(self, when: When) -> str:
        """Write a time as it is."""
        return format_iso(when)

    def _widened(self, value: When) -> When:
        if type(value) in self.kinds:
            return value
        if date in self.kinds and isinstance(value, ReducedDate):
            return date(value.year, value.month or 1, 1)
        return at_midnight(value)


DATE_TIME = Time(datetime)
"""xs:dateTime (DateTimePropType)."""
DATE_OR_TIME = Time(datetime, date)
"""DateOptTimePropType."""
ANY_TIME = Time(datetime, date, ReducedDate)
"""TruncatedDateTimePropType."""


EMBARGO = embargo_in_text(DATE_TIME)
"""DateTimeOrNullPropType: an empty element is an embargo whose end is not known."""


def _note_markup(element: etree._Element, context: Context) -> None:
    """Note markup other than line breaks: its text is kept."""
    paths = Paths()
    for child in children_of(element) if context.losses.heard else ():
        if local_name(tag_of(child)) != "br" or child.attrib or len(child) or child.text:
            context.note_place(
                LossKind.UNREAD, paths.of(child), raw_text(child), reason="markup; its text is kept"
            )


def _read_block(element: etree._Element, context: Context) -> str:
    _note_markup(element, context)
    return lines_of(element, XHTML)


def _write_block(text: str, context: Context, into: etree._Element) -> None:  # noqa: ARG001  # a codec's signature
    write_lines(text, into, f"{{{NAR_NS}}}br")


def _plain_block(text: str) -> str:
    return many_lines(text.replace("\n", " "))


def _block_of_one_line(text: str) -> str | None:
    return None if "\n" in text else text


BLOCK: Pair[str] = Pair(_read_block, _write_block, _plain_block, _block_of_one_line)
"""Text with line breaks (BlockType)."""


def _read_label(element: etree._Element, context: Context) -> str:
    _note_markup(element, context)
    return one_line(flat_text(element, XHTML))


def _write_label(text: str, context: Context, into: etree._Element) -> None:
    into.text = one_line(text)
    if into.text != text:
        context.note(LossKind.COERCED, value=text, reason="a label has no line breaks")


LABEL: Pair[str] = Pair(_read_label, _write_label, one_line, in_one_line)
"""Text in one line, which may have inline markup (Label1Type)."""

PROSE: Value[str] = Value("text", many_lines, str)
"""Text in an attribute, line ends and all."""

CODES: Value[tuple[str, ...]] = Value("a list of QCodes", lambda raw: tuple(raw.split()), " ".join)
"""QCodeListType."""


def _read_local_id(raw: str, context: Context) -> str:
    context.anchors[f"#{raw}"] = raw
    return raw


def _write_local_id(value: str, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return value


LOCAL_ID: Pair[str] = Pair(_read_local_id, _write_local_id, written_plainly=str)
"""xs:ID. What has been read can be pointed at from the body."""


def _spans_of(raw: str, context: Context) -> tuple[Span, ...]:
    """Return the spans with these identifiers; none where one of them is of anything else."""
    anchors = [context.anchors.get(name) for name in raw.split()]
    spans = [anchor for anchor in anchors if isinstance(anchor, Span)]
    return spans_in_order(spans) if len(spans) == len(anchors) else ()


def _read_places(raw: str, context: Context) -> tuple[Span, ...]:
    spans = _spans_of(raw, context)
    if not spans:
        raise NotForUs("identifiers of spans in the body", raw)
    return spans


def _write_places(value: tuple[Span, ...], context: Context, into: Any) -> str:
    return _write_spans(("", value), context, into)


def _read_spans(raw: str, context: Context) -> tuple[str, tuple[Span, ...]]:
    spans = _spans_of(raw, context)
    if not spans:
        raise InputError("identifiers of spans in the body", raw)
    return selected(context.paragraphs, spans), spans


def _write_spans(value: tuple[str, Iterable[Span]], context: Context, into: Any) -> str:  # noqa: ARG001
    pieces = [piece for span in value[1] for piece in _pieces(context, span)]
    if not pieces:
        raise Unsayable("the document has no body")
    return " ".join(pieces)


def _pieces(context: Context, span: Span) -> list[str]:
    found = context.anchors.get(str(span))
    return found if isinstance(found, list) else []


SPOKEN: Pair[tuple[str, tuple[Span, ...]]] = Pair(_read_spans, _write_spans)
"""A quote's text and its spans: the identifiers of what stands in the body (xs:IDREFS)."""

PLACES: Pair[tuple[Span, ...]] = Pair(_read_places, _write_places)
"""Spans of the body by their identifiers (xs:IDREFS). What points at something else than text is in order, and for nobody here."""
