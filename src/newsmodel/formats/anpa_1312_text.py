"""The lines of an ANPA 1312 story: from text to fields, and back.

Strategy. Where the text has carets and tabs, these tell heading lines from paragraphs; a line without either goes on with
the one before. Where it has none, the heading ends at the first blank or indented line. Of the heading lines, the first is the slug
if it ends with a word count, the next that says nothing of itself the headline, one after it the summary. What no rule knows
becomes a field of its own name, which the table keeps and puts back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from newsmodel.codec.context import Context
from newsmodel.dates.when import When
from newsmodel.errors import InputError
from newsmodel.formats.anpa_1312_values import FORMATS, SENT, read_signs, without_wire, write_signs
from newsmodel.formats.wire_frames import around, ending, frame_of, last_line, note_lost
from newsmodel.formats.wire_lines import (
    as_byline,
    embargo_in,
    embargo_line,
    is_byline,
    is_plain_embargo,
)
from newsmodel.markup.plain import paragraphs_of
from newsmodel.model.values import one_line
from newsmodel.syntax.fields import Field, value_of, values_of
from newsmodel.syntax.wire_bytes import cleaned

_FIRST = re.compile(
    r"(?P<level>[A-Za-z]?)(?P<number>[0-9]{1,4})(?:(?P<identifier>[^\x1f]*)\x1f)?(?P<selector>.*)"
)
_SECOND = re.compile(
    r"(?P<priority>[A-Za-z]) +(?P<category>[A-Za-z]{1,3})(?P<format>[\x13\x14][\x11\x12])?(?: +(?P<rest>.*))?"
)
_REST = re.compile(
    r"(?P<keyword>\S+)(?P<version>.*?)(?: +(?P<filed>[0-9]{1,2}-[0-9]{1,2}))?(?: +(?P<words>[0-9]{1,5}))? *"
)
_SPACES = str.maketrans(dict.fromkeys("\x10\x19\x1c\x1d\x1e\x1f", " "))
"""Fixed spaces of the typesetter."""

_ENDS = re.compile(r"@?[<=]\s*\Z")
_SLUG = re.compile(r"(?P<slug>.*\S),(?P<count>[0-9]{1,5})")
_CYCLE = re.compile(r"(?:AM|PM|BC|AP|am|pm|bc|ap)-\S")
_EDS = re.compile(r"\(?Eds(?:\.|:) *(?P<note>.*?)\)?")
_NOTE = re.compile(
    r"(?:AP|CP) (?:Photo|Video|Graphic)|\(?(?:EDITOR.S NOTE|Editors?:|Update:|INDEX:|SYMBOL:|code:|With )"
)
_HEADLINE = "HL:"


def read_message(message: str, context: Context) -> list[Field]:
    """Return the fields of a story. Raise `InputError` for what has no header."""
    frame = frame_of(message, _without_stx, _without_etx)
    header = list(_header(frame.header, context))
    note_lost(frame, context)
    end, more = ending(frame.after)
    wire, sent = without_wire(_bare(cleaned(end, context, "sent").strip()))
    return [
        *around("before", frame.before, context),
        *header,
        *_text(frame.text, _moment(sent), context),
        *(Field(name, said) for name, said in (("wire", wire), ("sent", sent)) if said),
        *around("after", more, context),
    ]


def _without_stx(message: str) -> tuple[str, str]:
    lines = message.split("\n")
    return "\n".join(lines[:2]), "\n".join(lines[2:])


def _without_etx(text: str) -> tuple[str, str]:
    return last_line(text, lambda line: _moment(without_wire(_bare(line))[1]) is not None)


def _header(header: str, context: Context) -> Iterator[Field]:
    lines = header.strip("\n").split("\n")
    first = _FIRST.fullmatch(lines[0].strip())
    second = _SECOND.fullmatch(lines[1].strip()) if len(lines) > 1 else None
    if first is None or second is None:
        raise InputError(
            "two header lines such as 'a0123' and 'r a BC-Bridge 05-24 0250'", header[:80], line=1
        )
    found = {**first.groupdict(), **second.groupdict(), "format": FORMATS.get(second["format"] or "", "")}
    if rest := _REST.fullmatch(found.pop("rest") or ""):
        found |= rest.groupdict()
    for name, said in found.items():
        if kept := cleaned(one_line(said or ""), context, name):
            yield Field(name, kept, 1 if name in first.groupdict() else 2)
    yield from around("header", "\n".join(lines[2:]), context)


def _moment(raw: str) -> When | None:
    try:
        return SENT.parse(raw)
    except ValueError:
        return None


# the text


@frozen
class _Record:
    """A line of the text with what goes on with it: the sign that begins it, and whether "=" ends it."""

    sign: str
    text: str
    centred: bool


def _text(text: str, sent: When | None, context: Context) -> Iterator[Field]:
    text = read_signs(text.translate(_SPACES))
    lines = [line.rstrip(" ") for line in text.split("\n")]
    marked = any(line[:1] in ("^", "\t", "\b") for line in lines)
    heading, body = _marked(lines, context) if marked else _plain(lines, context)
    yield from _heading(heading, sent, marked=marked)
    yield Field("text", body)


def _marked(lines: list[str], context: Context) -> tuple[list[_Record], str]:
    """Part the heading lines from the paragraphs, and give these in lines of their own."""
    records = list(_records(lines, context))
    first = next(
        (at for at, record in enumerate(records) if record.sign in "\t\b" and record.sign), len(records)
    )
    paragraphs: list[str] = []
    table: list[str] = []
    for record in records[first:]:
        if record.sign in ("\b", "^") and record.text:
            table.append(record.text)
            continue
        if table:
            paragraphs.append("\u2028".join(table))
            table = []
        paragraphs.append(record.text)
    if table:
        paragraphs.append("\u2028".join(table))
    return records[:first], "\n\n".join(filter(None, paragraphs))


def _records(lines: list[str], context: Context) -> Iterator[_Record]:
    held: list[str] = []
    for line in [*lines, ""]:
        begins = line[:1] in ("^", "\t", "\b") or not line.strip()
        if held and (begins or _ENDS.search(held[-1])):
            yield _record(held, context)
            held = []
        if line.strip():
            held.append(line)


def _record(lines: list[str], context: Context) -> _Record:
    sign = lines[0][0] if lines[0][0] in "^\t\b" else ""
    text = " ".join(lines)
    centred = text.rstrip().endswith("=")
    return _Record(sign, one_line(cleaned(_bare(text.lstrip("^\t\b ")), context, "text")), centred)


def _bare(text: str) -> str:
    """Return a line without the sign that ends it."""
    return _ENDS.sub("", text)


def _plain(lines: list[str], context: Context) -> tuple[list[_Record], str]:
    """Part the heading from the text of a story that has no carets."""
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    lines = lines[start:]
    ends = (at for at, line in enumerate(lines) if at and (not line.strip() or line.startswith("  ")))
    end = next(ends, 1)
    heading = [
        _Record("", one_line(cleaned(_bare(line), context, "text")), centred=False) for line in lines[:end]
    ]
    return heading, cleaned("\n".join(lines[end:]), context, "text")


def _heading(records: list[_Record], sent: When | None, *, marked: bool) -> Iterator[Field]:
    """Tell heading lines apart."""
    said: set[str] = set()
    byline: list[str] = []
    for at, record in enumerate(records):
        line = record.text
        for field in _told(
            line, sent, said, first=at == 0, byline=bool(byline), marked=marked, centred=record.centred
        ):
            said.add(field.name)
            if field.name == "byline":
                byline.append(field.value)
            elif field.value or field.name == "embargo":
                yield field
    if byline:
        yield Field("byline", "\n".join(byline))


def _told(
    line: str, sent: When | None, said: set[str], *, first: bool, byline: bool, marked: bool, centred: bool
) -> Iterator[Field]:
    """Give what a heading line says, in view of what was ``said`` before it."""
    if first and (slug := _SLUG.fullmatch(line)):
        yield Field("slug", slug["slug"])
        yield Field("count", slug["count"])
    elif "slug" not in said and _CYCLE.match(line) and "headline" not in said:
        yield Field("slug", line)
    elif (until := embargo_in(line, sent)) is not None:
        yield Field("embargo", until)
        if not is_plain_embargo(line, until):
            yield Field("note", line)
    elif line.startswith(_HEADLINE):
        yield Field("headline", line.removeprefix(_HEADLINE).strip())
    elif (byline and (centred or not marked)) or ("headline" in said and is_byline(line)):
        yield Field("byline", line)
    elif note := _EDS.fullmatch(line):
        yield Field("note", note["note"])
    elif _NOTE.match(line):
        yield Field("note", line)
    elif "headline" not in said:
        yield Field("headline", line)
    elif not marked and "slug" not in said:
        yield Field("slug", line)
    elif "summary" not in said and not centred:
        yield Field("summary", line)
    else:
        yield Field("note", line)


# back to a story


def write_message(fields: Sequence[Field]) -> str:
    """Return the story that fields make."""
    lines = [f"^{line}" for line in _heading_lines(fields)]
    paragraphs = paragraphs_of(value_of(fields, "text"))
    lines += [line for paragraph in paragraphs for line in _paragraph_lines(paragraph)]
    text = write_signs("\r\n".join(lines))
    ending = "-".join(filter(None, [value_of(fields, "wire"), value_of(fields, "sent")]))
    after = "".join(f"{line}\r\n" for line in value_of(fields, "after").split("\n") if line)
    before = "".join(f"{line}\r\n" for line in value_of(fields, "before").split("\n") if line)
    return f"{before}\x16\x16\x01{_header_lines(fields)}\r\n\x02{text}\r\n\x03{ending}\r\n{after}\x04\r\n"


def _header_lines(fields: Sequence[Field]) -> str:
    said = {field.name: field.value for field in reversed(fields)}
    first = f"{said.get('level', 'a')}{said.get('number', '0000')}{said.get('identifier', '')}\x1f{said.get('selector', '-----')}"
    kind = next((sign for sign, name in FORMATS.items() if name == said.get("format")), "\x13\x11")
    parts = [
        said.get("keyword", "BC"),
        said.get("version", ""),
        said.get("filed", ""),
        said.get("words", "0").zfill(4),
    ]
    second = f"{said.get('priority', 'r')} {said.get('category', 'a')}{kind} {' '.join(parts)}"
    more = "".join(f"\r\n{line}" for line in said.get("header", "").split("\n") if line)
    return f"{first}\r\n{second}{more}"


def _heading_lines(fields: Sequence[Field]) -> Iterator[str]:
    slug, count = value_of(fields, "slug"), value_of(fields, "count")
    headline, summaries = value_of(fields, "headline"), list(values_of(fields, "summary"))
    if slug:
        yield f"{slug},{count}<"
    yield from (f"{embargo_line(until)}<" for until in values_of(fields, "embargo"))
    if headline or summaries:
        yield f"{'' if slug and headline else _HEADLINE}{headline}<"
    yield from (f"{line}<" for line in summaries)
    for note in values_of(fields, "note"):
        yield f"{note}<" if _NOTE.match(note) else f"Eds: {note}<"
    for byline in values_of(fields, "byline"):
        first, *more = byline.split("\n")
        yield from (f"{line}=" for line in (as_byline(first), *more))


def _paragraph_lines(paragraph: str) -> list[str]:
    """Return the lines of a paragraph: after a tab, or each after a backspace where they are to stay lines."""
    lines = paragraph.split("\n")
    return [f"\t   {paragraph}"] if len(lines) == 1 else [f"\b{line}" for line in lines]
