"""The values of NewsML 1: times in ISO 8601's basic form, lines that may hold markup, codes made of a scheme and a name."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from newsmodel.codec.context import Context, NotForUs, Unsayable
from newsmodel.codec.values import Choice, Pair, Value
from newsmodel.dates import parse_date
from newsmodel.dates.when import ReducedDate, When, format_iso
from newsmodel.errors import DateError, InputError
from newsmodel.formats.countries import known_country
from newsmodel.formats.embargoes import embargo_in_text
from newsmodel.formats.newsml_g2_values import LABEL, Time
from newsmodel.losses import LossKind
from newsmodel.markup.html_text import Written, how_written, is_escaped, parse_html, unescaped
from newsmodel.model import Embargo, PubStatus, Span
from newsmodel.model.quote import spans_in_order
from newsmodel.model.values import language_tag, many_lines, one_line
from newsmodel.syntax.xml import all_text, own_text

if TYPE_CHECKING:
    from lxml import etree

_BASIC = re.compile(r"[0-9]{8}(?:T[0-9]{6}(?:[.,][0-9]{1,9})?(?:Z|[+-][0-9]{4})?)?")
_MOMENT = re.compile(
    r"(?P<day>[0-9]{4}-?[0-9]{2}-?[0-9]{2})[T ]?(?P<hour>[0-9]{2}):?(?P<minute>[0-9]{2})(?::?(?P<second>[0-9]{2}))?"
    r"(?:[.,][0-9]+)? ?(?P<zone>[A-Za-z]{1,5}|[+-][0-9]{2}:?[0-9]{0,2})?"
)
"""A moment whose parts are all there, with whatever signs between them."""


class BasicTime(Time):
    """A time in the basic form (NewsML 1.2 DTD, comment on DateAndTime: ``CCYYMMDDTHHMMSS±HHMM``)."""

    def decode(self, raw: Any, context: Context) -> When:
        """Read a time; one whose signs are mixed up is read by its parts, and that is REPAIRED."""
        text = one_line(raw)
        if _BASIC.fullmatch(text):
            return parse_date(text)
        match = _MOMENT.fullmatch(text)
        try:
            return super().decode(text, context)
        except DateError:
            if match is None:
                raise
        day = match["day"].replace("-", "")
        zone = {"GMT": "Z", "UTC": "Z", None: ""}.get(match["zone"], f" {match['zone']}")
        found = parse_date(f"{day}T{match['hour']}{match['minute']}{match['second'] or '00'}{zone}")
        context.note_place(LossKind.REPAIRED, context.place, raw, reason=f"read as {format_iso(found)}")
        return found

    def render(self, when: When) -> str:
        """Write a time in the basic form."""
        return basic(when)


def basic(when: When) -> str:
    """Return a time in the basic form; a day in a year that would be taken for a number stands in the extended one."""
    text = format_iso(when)
    if not isinstance(when, datetime):
        return text.replace("-", "") if isinstance(when, date) and 1500 <= when.year < 2400 else text
    day, _, clock = text.partition("T")
    return f"{day.replace('-', '')}T{clock.replace(':', '')}"


DATE_TIME = BasicTime(datetime, date)
"""A date and, optionally, a time."""
ANY_TIME = BasicTime(datetime, date, ReducedDate)
"""A time of which only the month or the year may be known."""


class StatusBesideEmbargo(Choice[PubStatus]):
    """A status that comes after an embargo: StatusWillChange says it with a time only (NewsML 1.2 DTD), so one without end hides it."""

    def encode(self, value: PubStatus, context: Context, into: Any = None) -> str:
        """Write the status, unless "Embargoed" takes its place."""
        if _endless(context) and value is PubStatus.USABLE:
            raise Unsayable("there is one status: that the item is embargoed")
        return super().encode(value, context, into)


_END = embargo_in_text(DATE_TIME)


def _write_embargo(embargo: Embargo, context: Context, into: etree._Element) -> None:
    status = context.article.status if context.article else None
    if _endless(context) and status is not None and status is not PubStatus.USABLE:
        raise Unsayable(f"there is one status: that the item is {status.value}")
    _END.encode(embargo, context, into)


def _endless(context: Context) -> bool:
    return context.article is not None and context.article.embargo == Embargo()


EMBARGO: Pair[Embargo] = Pair(_END.decode, _write_embargo)
"""DateAndTime of the StatusWillChange that ends an embargo; empty where no end is announced: then it is not delivered."""


def clean_line(text: str) -> str:
    """Return a line without the markup of HTML that stands in it as text."""
    if is_escaped(text) or how_written(text) in (Written.INLINE, Written.HTML):
        return one_line(all_text(parse_html(unescaped(text) if is_escaped(text) else text)))
    return text


def _read_line(element: etree._Element, context: Context) -> str:
    text = LABEL.decode(element, context)
    if (clean := clean_line(text)) != text:
        context.note_place(LossKind.REPAIRED, context.place, text, reason="markup that was escaped")
    return clean


def _write_line(text: str, context: Context, into: etree._Element) -> None:
    LABEL.encode(text, context, into)
    if (written := into.text or "") and clean_line(written) != written:
        context.note(LossKind.COERCED, value=text, reason="it looks like markup, and reads back without")


LINE: Pair[str] = Pair(_read_line, _write_line)
"""A line that may hold hyperlinks and formatting (mixed content with Origin)."""


def _read_lines(element: etree._Element, context: Context) -> str:
    return many_lines(own_text(element)) if not len(element) else _read_line(element, context)


def _write_lines(text: str, context: Context, into: etree._Element) -> None:  # noqa: ARG001  # a codec's signature
    into.text = text


LINES: Pair[str] = Pair(_read_lines, _write_lines)
"""Text whose line ends are kept."""

_LONG = {
    "ara": "ar", "chi": "zh", "zho": "zh", "dut": "nl", "nld": "nl", "eng": "en", "fre": "fr", "fra": "fr", "ger": "de",
    "deu": "de", "gre": "el", "ell": "el", "ita": "it", "jpn": "ja", "por": "pt", "rus": "ru", "spa": "es", "swe": "sv",
    "tur": "tr", "per": "fa", "fas": "fa", "heb": "he", "ukr": "uk", "pol": "pl", "fin": "fi", "nor": "no", "dan": "da",
}  # fmt: skip
"""ISO 639-2 codes of languages that have a shorter one, which BCP 47 asks for (RFC 5646 §2.2.1)."""


def _read_language(raw: str, context: Context) -> str:  # noqa: ARG001  # a codec's signature
    if one_line(raw).lower() == "x-default":  # of Windows: none in particular
        raise NotForUs("a language", raw)
    tag = (language_tag(one_line(raw).replace("_", "-")) or "").strip()
    first, dash, rest = tag.partition("-")
    return f"{_LONG.get(first, first)}{dash}{rest}"


def _write_same(value: str, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return value


def _write_language(value: str, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    if (read := _read_language(value, context)) != value:
        context.note(LossKind.COERCED, value=value, reason=f"it is read as {read}")
    return value


TAG: Pair[str] = Pair(_read_language, _write_language)
"""A language, by a tag or a code of ISO 639."""


def _read_code(raw: str, context: Context) -> str:  # noqa: ARG001  # a codec's signature
    code = one_line(raw)
    if ":" not in code or " " in code:
        raise NotForUs("a code", raw)
    return code


CODE: Pair[str] = Pair(_read_code, _write_same)
"""A code; a bare word is none."""


def _read_country(raw: str, context: Context) -> str:  # noqa: ARG001  # a codec's signature
    code = known_country(raw)
    if code is None:
        raise NotForUs("a country by its code", raw)
    return code


COUNTRY: Pair[str] = Pair(_read_country, _write_same)
"""A country, by the two letters of ISO 3166-1 or, as agencies do, by the three."""

LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
"""An identifier (xs:ID, without letters of other scripts)."""


def _read_local_id(raw: str, context: Context) -> str:  # noqa: ARG001  # a codec's signature
    if not LOCAL.fullmatch(raw):
        raise NotForUs("an identifier", raw)
    return raw


LOCAL_ID: Pair[str] = Pair(_read_local_id, _write_same)
"""Duid (xs:ID). Many agencies write numbers, which are none."""

_SPAN = re.compile(r"([0-9]{1,9}):([0-9]{1,9})-([0-9]{1,9})")


def _read_spans(raw: str, context: Context) -> tuple[Span, ...]:  # noqa: ARG001  # a codec's signature
    matches = [_SPAN.fullmatch(part) for part in raw.split()]
    if not all(matches):
        raise InputError("spans such as '0:4-17'", raw)
    return spans_in_order(Span(*map(int, match.groups())) for match in matches if match)


def _write_spans(spans: tuple[Span, ...], context: Context, into: Any) -> str:  # noqa: ARG001
    if not spans:
        raise Unsayable("no spans")
    return " ".join(f"{span.paragraph}:{span.start}-{span.end}" for span in spans)


SPANS: Pair[tuple[Span, ...]] = Pair(_read_spans, _write_spans)
"""The places of a quote: paragraph, first character, the one after the last."""

CODES: Value[tuple[str, ...]] = Value("a list of codes", lambda raw: tuple(raw.split()), " ".join)
PROSE: Value[str] = Value("text", many_lines, str)
"""Text in an attribute, line ends and all."""


def _read_integer(raw: str, context: Context) -> int:  # noqa: ARG001  # a codec's signature
    text = one_line(raw)
    if not (text.isascii() and text.lstrip("+-").isdigit() and len(text) < 20):
        raise NotForUs("an integer", raw)
    return int(text)


def _write_integer(value: int, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return str(value)


COUNT: Pair[int] = Pair(_read_integer, _write_integer)
"""A number where agencies put words, too ("High"): those are kept."""
