"""The lines of an IPTC 7901 message: from text to fields, and back.

Strategy. The controls say where the header, the text and the end line begin; where they were lost on the way, the forms of
the header line and of the date-time group do, and that is noted. The heading of the text ends at "=", or at its first
blank line. What no rule knows (optional information, a sign-off, lines around the message) becomes a field of its own name,
which the table keeps and puts back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from newsmodel.codec.context import Context
from newsmodel.dates.when import When
from newsmodel.errors import InputError
from newsmodel.formats.wire_frames import around, ending, frame_of, last_line, note_lost
from newsmodel.formats.wire_lines import (
    NOT_FOR_PUBLICATION,
    as_byline,
    embargo_in,
    embargo_line,
    is_byline,
    is_note,
    is_plain_embargo,
    is_private,
    opening_embargo,
)
from newsmodel.formats.wire_values import DATE_TIME_GROUP, is_group
from newsmodel.losses import LossKind
from newsmodel.markup.plain import paragraphs_of, plain_text
from newsmodel.model.values import one_line
from newsmodel.syntax.fields import Field, value_of, values_of
from newsmodel.syntax.wire_bytes import cleaned

WIDTH = 69
"""How long lines are: what a teleprinter prints (and dpa still sends)."""
_MOST_HEADINGS = 12
_HEADER = re.compile(
    r"(?P<service>[^\W\d_]*)(?P<number>\d*) +(?P<priority>\S{1,2}) +(?P<category>[^\W\d_]\S{0,9}) +(?P<words>\d{1,6})(?: +(?P<optional>\S.*))?"
)
_JOINED = re.compile(r"\w+(?:[-/]\w+)+")
"""Keywords as some agencies write them: ``Essaiville-maire-vote``."""
_SENDER = re.compile(r"([A-Z]{2,6}) +(?=\d{6}\b)")
"""Who sent a message, in front of its date-time group: ``AFP 181640 GMT NOV 98``."""
_END = re.compile(r"\./\.[^\s]{0,12}")


def read_message(message: str, context: Context) -> list[Field]:
    """Return the fields of a message. Raise `InputError` for what has no header line."""
    frame = frame_of(message, _without_stx, _without_etx)
    header = list(_header(frame.header, context, framed="SOH" not in frame.lost))
    note_lost(frame, context)
    end, more = ending(frame.after)
    end = cleaned(end, context, "date")
    sender = _SENDER.match(end)
    date = [Field("date", kept) for kept in [end[sender.end() :] if sender else end] if kept]
    return [
        *around("before", frame.before, context),
        *header,
        *_text(frame.text, date, context),
        *([Field("sender", sender[1])] if sender else ()),
        *date,
        *around("after", more, context),
    ]


def _header(header: str, context: Context, *, framed: bool) -> Iterator[Field]:
    lines = [line for line in (one_line(line) for line in header.split("\n")) if line]
    match = _HEADER.fullmatch(cleaned(lines[0], context, "header")) if lines else None
    if match is None and not (framed and lines):
        raise InputError("a header line such as 'abc0123 4 pl 250'", lines[0] if lines else None, line=1)
    if match is None:
        context.note_place(
            LossKind.UNREADABLE, "header", lines[0], reason="no header line such as 'abc0123 4 pl 250'"
        )
        yield Field("header", cleaned(lines[0], context, "header"), 1)
    else:
        yield from (Field(name, said, 1) for name, said in match.groupdict().items() if said)
    keywords = cleaned(" ".join(lines[1:]), context, "keywords").rstrip("/ ")
    if keywords:
        yield Field("keywords", keywords, 2)


def _without_stx(message: str) -> tuple[str, str]:
    """Part the header from the text: a keyword line ends with a stroke, or stands alone above the lines of a heading."""
    lines = message.split("\n")
    at = next((index for index, line in enumerate(lines[1:4], 1) if line.rstrip().endswith("/")), None)
    if at is None:
        at = _alone(lines)
    return "\n".join(lines[: at + 1]), "\n".join(lines[at + 1 :]).lstrip("\n")


def _alone(lines: Sequence[str]) -> int:
    """Where the first line below the header is the keywords': it stands alone above the heading, or is joined words with no space; else 0."""
    numbered = enumerate(lines[1 : 3 * _MOST_HEADINGS], 1)
    blocks = [list(block) for there, block in groupby(numbered, _is_there) if there]
    if not blocks:
        return 0
    (at, first), *others = blocks[0]
    if others:
        return at if _JOINED.fullmatch(first.strip()) else 0
    return at if len(blocks) > 1 and blocks[1][-1][1].rstrip().endswith("=") else 0


def _is_there(line: tuple[int, str]) -> bool:
    return bool(line[1].strip())


def _without_etx(text: str) -> tuple[str, str]:
    """Part the text from the end line: a date-time group alone on the last line."""
    return last_line(text, lambda line: is_group(_SENDER.sub("", line, count=1)))


# the text


def _text(text: str, date: Sequence[Field], context: Context) -> Iterator[Field]:
    text = cleaned(text.replace("\x04", ""), context, "text")
    heading, body = _parted(text)
    reference = next((_moment(field.value) for field in date), None)
    told = list(_heading(heading, reference))
    if not any(field.name == "embargo" for field in told):
        until, body = opening_embargo(body, reference)
        told += [] if until is None else [Field("embargo", until)]
    yield from told
    lines = body.split("\n")
    private = next((at for at, line in enumerate(lines) if is_private(line)), None)
    notes: list[str] = []
    if private is not None:
        notes, lines = lines[private + 1 :], lines[:private]
        while lines and not any(map(str.isalnum, lines[-1])):  # "* * * *" above it
            lines.pop()
    else:
        while lines and not lines[-1].strip():
            lines.pop()
        if lines and _END.fullmatch(lines[-1].strip()):
            yield Field("end", lines.pop().strip())
    yield Field("text", "\n".join(lines).strip("\n"))
    yield from (Field("note", note) for note in paragraphs_of("\n".join(notes)))


def _parted(text: str) -> tuple[list[str], str]:
    """Part the heading lines from the text: they end at "=", or at the first blank line if they are few."""
    lines = text.lstrip("\n").split("\n")
    for at, line in enumerate(lines[:_MOST_HEADINGS]):
        if line.rstrip().endswith("="):
            heading = [*lines[:at], line.rstrip()[:-1]]
            return [line for line in map(one_line, heading) if line], "\n".join(lines[at + 1 :])
        if at and not lines[at - 1].strip():
            break
    at = next(
        (at for at, line in enumerate(lines) if at and (not line.strip() or line[0] in " \t")), len(lines)
    )
    if not lines[0].strip() or lines[0][0] in " \t" or at > 3:
        return [], text
    return [one_line(line) for line in lines[:at]], "\n".join(lines[at:])


def _heading(lines: list[str], reference: When | None) -> Iterator[Field]:
    """Tell the lines of a heading apart; what is left of them is the headline."""
    headline: list[str] = []
    for at, line in enumerate(lines):
        until = embargo_in(line, reference)
        if until is not None:
            yield Field("embargo", until)
            if not is_plain_embargo(line, until):
                yield Field("note", line.removeprefix("(").removesuffix(")"))
        elif at == len(lines) - 1 and headline and is_byline(line):
            yield Field("byline", line)
        elif len(lines) > 1 and is_note(line) and (headline or at < len(lines) - 1):
            yield Field("note", line.removeprefix("(").removesuffix(")"))
        else:
            headline.append(line)
    if headline:
        yield Field("headline", " ".join(headline))


def _moment(raw: str) -> When | None:
    try:
        return DATE_TIME_GROUP.parse(raw)
    except ValueError:
        return None


# back to a message


def write_message(fields: Sequence[Field]) -> str:
    """Return the message that fields make."""
    before = value_of(fields, "before")
    heading = [embargo_line(until) for until in values_of(fields, "embargo")]
    heading += [plain_text([line], WIDTH) for line in values_of(fields, "headline")]
    heading += [as_byline(line) for line in values_of(fields, "byline")]
    group = " ".join(filter(None, [value_of(fields, "sender"), value_of(fields, "date")]))
    date = "\n".join(filter(None, [group, value_of(fields, "after")]))
    pieces = [value_of(fields, "text"), "\n\n".join(values_of(fields, "end")), *_private(fields)]
    text = "\n\n".join(piece for piece in pieces if piece)
    keywords = "".join(f"{line}/\n" for line in values_of(fields, "keywords"))
    start = f"{before}\n" if before else ""
    marked = "\n".join(heading) + (" =" if heading else "=")
    return f"{start}\x01{_header_line(fields)}\n\n{keywords}\x02{marked}\n\n{text}\n\n\x03{date}\n\x04\n"


def _header_line(fields: Sequence[Field]) -> str:
    if line := value_of(fields, "header"):
        return line
    service = value_of(fields, "service") + value_of(fields, "number")
    parts = [
        service,
        *(
            value_of(fields, name, none)
            for name, none in (("priority", "4"), ("category", "x"), ("words", "0"))
        ),
    ]
    return " ".join([*parts, *values_of(fields, "optional")])


def _private(fields: Sequence[Field]) -> list[str]:
    notes = list(values_of(fields, "note"))
    return [f"* * * *\n{NOT_FOR_PUBLICATION}", plain_text(notes, WIDTH)] if notes else []
