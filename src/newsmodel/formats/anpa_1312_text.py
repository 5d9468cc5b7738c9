"""The lines of an ANPA 1312 story: from text to fields, and back.

Strategy. Where the text has carets and tabs, these tell heading lines from paragraphs; a line without either goes on with
the one before. Where it has none, the heading ends at the first blank or indented line. What no rule knows becomes a field
of its own name, which the table keeps and puts back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import frozen

from newsmodel.codec.context import Context
from newsmodel.dates.when import When
from newsmodel.errors import InputError
from newsmodel.formats.anpa_1312_heading import Heading, Line, heading_lines
from newsmodel.formats.anpa_1312_values import FORMATS, SENT, read_signs, without_wire, write_signs
from newsmodel.formats.wire_frames import around, ending, frame_of, last_line, note_lost
from newsmodel.formats.wire_lines import opening_embargo
from newsmodel.losses import LossKind
from newsmodel.markup.plain import paragraphs_of
from newsmodel.model.values import one_line
from newsmodel.syntax.fields import Field, value_of
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


def read_message(message: str, context: Context) -> list[Field]:
    """Return the fields of a story. Raise `InputError` for what has no header."""
    frame = frame_of(message, _without_stx, _without_etx)
    header = list(_header(frame.header, context, framed="SOH" not in frame.lost))
    note_lost(frame, context)
    end, more = ending(frame.after)
    wire, sent = without_wire(_bare(cleaned(end, context, "sent").strip()))
    return [
        *around("before", frame.before, context),
        *header,
        *_text(frame.text, _moment(sent), header, context),
        *(Field(name, said) for name, said in (("wire", wire), ("sent", sent)) if said),
        *around("after", more, context),
    ]


def _without_stx(message: str) -> tuple[str, str]:
    lines = message.split("\n")
    return "\n".join(lines[:2]), "\n".join(lines[2:])


def _without_etx(text: str) -> tuple[str, str]:
    return last_line(text, lambda line: _moment(without_wire(_bare(line))[1]) is not None)


def _header(header: str, context: Context, *, framed: bool) -> Iterator[Field]:
    lines = header.strip("\n").split("\n")
    first = _FIRST.fullmatch(lines[0].strip())
    second = _SECOND.fullmatch(lines[1].strip()) if len(lines) > 1 else None
    if first is None or (second is None and not framed):
        raise InputError(
            "two header lines such as 'a0123' and 'r a BC-Bridge 05-24 0250'", header[:80], line=1
        )
    if second is None:
        reason = "no second header line such as 'r a BC-Bridge 05-24 0250'"
        context.note_place(LossKind.UNREADABLE, "header", "\n".join(lines[1:])[:80], reason=reason)
    found = [(1, *each) for each in first.groupdict().items()]
    found += [(2, *each) for each in _second(second).items()] if second else []
    for line, name, said in found:
        if kept := cleaned(one_line(said or ""), context, name):
            yield Field(name, kept, line)
    yield from around("header", "\n".join(lines[2 if second else 1 :]), context)


def _second(found: re.Match[str]) -> dict[str, str | None]:
    said = {**found.groupdict(), "format": FORMATS.get(found["format"] or "", "")}
    rest = _REST.fullmatch(said.pop("rest") or "")
    return said | (rest.groupdict() if rest else {})


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


def _text(text: str, sent: When | None, header: Sequence[Field], context: Context) -> Iterator[Field]:
    text = read_signs(text.translate(_SPACES))
    lines = [line.rstrip(" ") for line in text.split("\n")]
    marked = any(line[:1] in ("^", "\t", "\b") for line in lines)
    tabular = value_of(header, "format").endswith("tabular")
    heading, body = _marked(lines, context) if marked else _plain(lines, context, tabular=tabular)
    told = list(Heading(sent, value_of(header, "keyword"), marked).fields(heading))
    if not any(field.name == "embargo" for field in told):
        until, body = opening_embargo(body, sent)
        told += [] if until is None else [Field("embargo", until)]
    yield from told
    yield Field("text", body)


def _marked(lines: list[str], context: Context) -> tuple[list[Line], str]:
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
    heading = [Line(record.text, record.centred) for record in records[:first]]
    return heading, "\n\n".join(filter(None, paragraphs))


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


def _plain(lines: list[str], context: Context, *, tabular: bool) -> tuple[list[Line], str]:
    """Part the heading from the text of a story that has no carets. In tables, every line is one of its own."""
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    lines = [cleaned(line, context, "text") for line in lines[start:]]
    ends = (at for at, line in enumerate(lines) if at and (not line.strip() or line.startswith("  ")))
    end = next(ends, 1)
    heading = [Line(one_line(_bare(line))) for line in lines[:end]]
    blocks = [list(run) for blank, run in groupby(lines[end:], lambda line: not line.strip()) if not blank]
    between = "\u2028" if tabular else "\n"
    return heading, "\n\n".join(between.join(block) for block in blocks)


# back to a story


def write_message(fields: Sequence[Field]) -> str:
    """Return the story that fields make."""
    lines = [f"^{line}" for line in heading_lines(fields)]
    paragraphs = paragraphs_of(value_of(fields, "text"))
    lines += [line for paragraph in paragraphs for line in _paragraph_lines(paragraph)]
    text = write_signs("\r\n".join(lines))
    ending = "-".join(filter(None, [value_of(fields, "wire"), value_of(fields, "sent")]))
    after = "".join(f"{line}\r\n" for line in value_of(fields, "after").split("\n") if line)
    before = "".join(f"{line}\r\n" for line in value_of(fields, "before").split("\n") if line)
    return f"{before}\x16\x16\x01{_header_lines(fields)}\r\n\x02{text}\r\n\x03{ending}\r\n{after}\x04\r\n"


def _header_lines(fields: Sequence[Field]) -> str:
    said = {field.name: field.value for field in reversed(fields)}
    first = f"{said.get('level', 'a')}{said.get('number', '0000')}{said.get('identifier', '')}\x1f{said.get('selector', '')}"
    kind = next((sign for sign, name in FORMATS.items() if name == said.get("format")), "\x13\x11")
    parts = [
        said.get("keyword", "BC"),
        said.get("version", ""),
        said.get("filed", ""),
        said.get("words", "0000"),
    ]
    second = f"{said.get('priority', 'r')} {said.get('category', 'a')}{kind} {' '.join(parts)}"
    more = "".join(f"\r\n{line}" for line in said.get("header", "").split("\n") if line)
    return f"{first}\r\n{second}{more}"


def _paragraph_lines(paragraph: str) -> list[str]:
    """Return the lines of a paragraph: after a tab, or each after a backspace where they are to stay lines."""
    lines = paragraph.split("\n")
    return [f"\t   {paragraph}"] if len(lines) == 1 else [f"\b{line}" for line in lines]
