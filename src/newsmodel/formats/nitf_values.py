"""The values of NITF's elements: times in ISO 8601's basic form, texts, codes, states."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from lxml import etree

from newsmodel.codec.context import Context, Finding, NotForUs, Unsayable
from newsmodel.codec.pieces import Piece
from newsmodel.codec.values import Pair, Value
from newsmodel.dates import parse_date
from newsmodel.dates.when import ReducedDate, When, format_iso, parse_iso, when_key
from newsmodel.errors import DateError, InputError, ModelError
from newsmodel.formats.countries import country_code
from newsmodel.losses import LossKind
from newsmodel.markup.dialect import Part
from newsmodel.markup.nitf import ITS_NS, NITF, NITF_NS
from newsmodel.model import Attribution, AttributionRole, Concept, Embargo, Link, PubStatus, Text
from newsmodel.model.constraints import content_fields
from newsmodel.model.values import many_lines, one_line
from newsmodel.syntax.xml import children_of, local_name, own_text, path_of, raw_text, tag_of

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


# texts


def flat(
    element: etree._Element, context: Context, known: Callable[[etree._Element], bool] = lambda _: False
) -> str:
    """Return an element's text, ``br`` and the ends of blocks as line ends.

    Names that are marked are left among the findings; other markup is noted, but for what is ``known``; its text is kept.
    """
    _note_markup(element, context, known)
    return "".join(_pieces_of(element))


def _note_markup(element: etree._Element, context: Context, known: Callable[[etree._Element], bool]) -> None:
    for child in children_of(element):
        said = NITF.tags.get(local_name(tag_of(child)))
        if known(child) or (local_name(tag_of(child)) in _PLAIN and not child.attrib):
            _note_markup(child, context, known)
        elif said and said.part is Part.NAMED:
            context.findings.append(Finding(said.argument, child))
        else:
            context.note_place(
                LossKind.UNREAD, path_of(child), raw_text(child), reason="markup; its text is kept"
            )


def printed(element: etree._Element) -> str:
    """Return an element's text in one line, whatever is marked in it."""
    return one_line("".join(_pieces_of(element)))


_PLAIN = frozenset({"br", "p", "block", "body.content"})
"""What says nothing of a text but where its lines end."""


def _pieces_of(element: etree._Element) -> Iterator[str]:
    yield " ".join((element.text or "").split("\n"))
    for child in element:
        if isinstance(child.tag, str):
            name = local_name(tag_of(child))
            edge = "\n" if NITF.is_block(name) else ""
            yield "\n" if name == "br" else edge
            yield from _pieces_of(child)
            yield edge
        yield " ".join((child.tail or "").split("\n"))


def _read_lines(element: etree._Element, context: Context) -> str:
    lines = many_lines(flat(element, context)).split("\n")
    blocks = any(local_name(tag_of(child)) != "br" for child in children_of(element))
    return "\n".join(line for line in lines if line or not blocks)  # the edges of blocks are no empty lines


def _write_lines(text: str, context: Context, into: etree._Element) -> None:  # noqa: ARG001  # a codec's signature
    first, *rest = text.split("\n")
    into.text = first
    for line in rest:
        etree.SubElement(into, tag("br")).tail = line


LINES: Pair[str] = Pair(_read_lines, _write_lines)
"""Text with line breaks (``br``)."""


def _in(*names: str) -> Callable[[str, Context, etree._Element], None]:
    def write(text: str, context: Context, into: etree._Element) -> None:
        for name in names:
            into = etree.SubElement(into, tag(name))
        _write_lines(text, context, into)

    return write


PARAGRAPH: Pair[str] = Pair(_read_lines, _in("p"))
"""Text with line breaks, in a paragraph."""
CONTENT: Pair[str] = Pair(_read_lines, _in("body.content", "p"))
"""Text with line breaks, in a paragraph of a ``body.content``."""


def _read_line(element: etree._Element, context: Context) -> str:
    return one_line(flat(element, context))


def _write_line(text: str, context: Context, into: etree._Element) -> None:
    into.text = one_line(text)
    if into.text != text:
        context.note(LossKind.COERCED, value=text, reason="there is no line break here")


LINE: Pair[str] = Pair(_read_line, _write_line)
"""Text in one line."""

PROSE: Value[str] = Value("text", many_lines, str)
"""Text in an attribute, line ends and all."""


def _read_name(raw: str, context: Context) -> Text:  # noqa: ARG001  # a codec's signature
    return Text(one_line(raw))


def _write_name(text: Text, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    line = one_line(text.value)
    if line != text.value:
        context.note(LossKind.COERCED, "value", text.value, reason="there is no line break here")
    for name in ("language", "direction", "role"):
        if (said := getattr(text, name)) is not None:
            context.note(LossKind.UNWRITTEN, name, said)
    context.note_extras(text.extras)
    return line


NAME: Pair[Text] = Pair(_read_name, _write_name)
"""A name, without a language or a role of its own."""


def named_only(value: Concept, context: Context) -> str:
    """Return the first name of something of which only that can be written; note all else. Raise `Unsayable` without a name."""
    if not value.names:
        raise Unsayable("there is room for a name")
    for field in content_fields(type(value)):
        said = getattr(value, field.name)
        if field.name not in ("names", "role", "extras") and said != field.default:
            context.note(LossKind.UNWRITTEN, field.name, said)
    for index, name in enumerate(value.names[1:], 1):
        context.note(LossKind.UNWRITTEN, f"names[{index}]", name, reason="there is room for 1")
    context.note_extras(value.extras)
    context.enter("names[0]")
    written = _write_name(value.names[0], context, None)
    context.leave()
    return written


def _read_concept(raw: str, context: Context) -> Concept:
    return Concept(names=(_read_name(raw, context),))


def _write_concept(concept: Concept, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return named_only(concept, context)


NAMED: Pair[Concept] = Pair(_read_concept, _write_concept)
"""Somebody or something by its name alone."""


def _read_source(raw: str, context: Context) -> Attribution:
    return Attribution(names=(_read_name(raw, context),), role=AttributionRole.SOURCE)


def _write_source(found: Attribution, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return named_only(found, context)


SOURCE: Pair[Attribution] = Pair(_read_source, _write_source)
"""A source, by its name alone."""


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

COUNTRY: Value[str] = Value("a country code", country_code, str)
"""ISO 3166-1, two letters as written, two or three as read."""


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
    """Read an embargo. One whose time cannot be understood is an embargo all the same: the costliest thing to lose."""
    for key, value in element.items():
        if str(key) != "norm":
            context.note_place(LossKind.UNREAD, f"{context.place}/@{shown(str(key))}", value)
    text = one_line(element.get("norm") or own_text(element))
    try:
        return Embargo(_read_time(text, context) if text else None)
    except DateError as error:
        reason = f"an embargo whose end is not known: {error}"
        context.note_place(LossKind.REPAIRED, context.place, text, reason=reason)
        return Embargo()


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
