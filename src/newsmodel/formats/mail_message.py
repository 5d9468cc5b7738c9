"""A mail as bytes: its header and parts, and back.

The standard library parts the message (its oldest policy, which never raises); headers are taken as they stand and decoded
by their codecs.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Sequence
from email.parser import BytesParser

from newsmodel.codec.context import Context
from newsmodel.dates.when import When
from newsmodel.errors import InputError, SyntaxFault
from newsmodel.formats.mail_body import Html, embargo_of, with_embargo
from newsmodel.formats.mail_parts import TEXT_FIELD, Mail, text_of
from newsmodel.formats.mail_values import DATE, NOBODY, mailboxes
from newsmodel.formats.mail_words import utf8_or_guess
from newsmodel.losses import LossKind
from newsmodel.syntax.fields import Field, value_of, values_of
from newsmodel.syntax.wire_bytes import cleaned

MAX_HEADERS = 10_000
MAX_HOLDERS = 100
"""How many parts may hold parts: each makes every line behind it dearer."""
_HOLDERS = re.compile(rb"boundary\s*=|^content-type\s*:\s*message/", re.IGNORECASE | re.MULTILINE)
_FOLD = re.compile(r"\r?\n(?=[ \t])|[\r\n]")
_WIDTH = 76
_LONGEST = 998
"""RFC 5322 §2.1.1."""
_OURS = frozenset(
    {"mime-version", "content-type", "content-transfer-encoding", "content-disposition", "content-id"}
)
"""What is said by how the body is written."""
EMBARGO_FIELD = "the embargo line"
_EVERY = frozenset({"from", "subject", "date", "message-id", "to"})
_SEVERAL = {"from": ", ", "keywords": ", ", "in-reply-to": " ", "references": " "}
"""Headers that hold several values, and what stands between these."""


def read_message(data: bytes, context: Context) -> list[Field]:
    """Return the header fields of a mail and its body. Raise `InputError` for what has none of the headers that mails have."""
    holders = len(_HOLDERS.findall(data))
    if holders > MAX_HOLDERS:
        raise SyntaxFault(f"at most {MAX_HOLDERS} parts that hold parts", holders)
    mail = BytesParser(Mail).parsebytes(_without_mbox_line(data))
    raws = [(name, str(raw)) for name, raw in mail.raw_items()]
    if not any(name.lower() in _EVERY for name, _ in raws):
        raise InputError("a mail: header lines such as 'From: …' and 'Subject: …'", data[:80])
    if len(raws) > MAX_HEADERS:
        raise InputError(f"at most {MAX_HEADERS:,} header lines", len(raws))
    charset = _charset(mail) if any(not raw.isascii() for _, raw in raws) else ""
    fields = [
        field
        for name, raw in raws
        if name.lower() not in _OURS
        for field in _fields(name, _text(raw, name, charset, context), context)
    ]
    text = text_of(mail, context)
    return [*fields, *(_body_fields(text, fields) if text is not None else ())]


def _body_fields(body: str, headers: Sequence[Field]) -> Iterator[Field]:
    date = next((each.value for each in headers if each.name.lower() == "date"), "")
    until, body = embargo_of(body, _moment(date))
    if until is not None:
        yield Field(EMBARGO_FIELD, until)
    yield Field(TEXT_FIELD, body)


def _moment(raw: str) -> When | None:
    try:
        return DATE.parse(raw)
    except (ValueError, InputError):
        return None


def _without_mbox_line(data: bytes) -> bytes:
    return data.partition(b"\n")[2] if data.startswith(b"From ") else data.lstrip(b"\r\n")


# headers


def _fields(name: str, raw: str, context: Context) -> Iterator[Field]:
    value = cleaned(_FOLD.sub("", raw), context, name).strip(" \t")
    match name.lower():
        case "from":
            values = list(mailboxes(value))
        case "keywords":
            values = _commas(value)
        case "in-reply-to" | "references":
            values = re.findall(r"<[^<>]*>|[^\s<>]+", value)
        case _:
            values = [value]
    if values != [NOBODY]:
        yield from (Field(_plain(name, context), each) for each in values)


def _plain(name: str, context: Context) -> str:
    return cleaned(name.encode("ascii", "replace").decode(), context, "header")


def _commas(value: str) -> list[str]:
    """Part a list at its commas, but for those in quotation marks."""
    found = [each.strip() for each in re.findall(r'(?:"(?:[^"\\]|\\.)*"|[^,"]|")+', value)]
    return [re.sub(r'^"(.*)"$', r"\1", each) for each in found if each]


def _charset(mail: Mail) -> str:
    """Return the first charset that a mail declares: what its headers are in too, if they do not say."""
    return next((part.charset for part in mail.walk() if part.get_param("charset")), "")


def _text(raw: str, where: str, charset: str, context: Context) -> str:
    """Return a header whose bytes beyond ASCII the parser has kept; UTF-8 is in order (RFC 6532)."""
    if raw.isascii():
        return raw
    data = raw.encode("ascii", "surrogateescape") if _is_kept(raw) else raw.encode("utf-8", "replace")
    text, used = utf8_or_guess(data, charset)
    if used != "utf-8":
        reason = f"bytes beyond ASCII that are not UTF-8; read as {used}"
        context.note_place(LossKind.REPAIRED, where, text[:80], reason=reason)
    return text


def _is_kept(raw: str) -> bool:
    return all(sign.isascii() or "\udc80" <= sign <= "\udcff" for sign in raw)


# back to bytes


def write_message(fields: Sequence[Field]) -> bytes:
    """Return the mail that fields make."""
    text = value_of(fields, TEXT_FIELD)
    for until in values_of(fields, EMBARGO_FIELD):
        text = with_embargo(text, until)
    names = {field.name.lower() for field in fields}
    lines = [_folded(name, value) for name, value in _joined(fields)]
    if "from" not in names:
        lines.insert(0, f"From: {NOBODY}")
    kind = "html" if isinstance(text, Html) else "plain"
    body = text.encode() + b"\n" if text else b""
    long = any(len(line) > _LONGEST for line in body.split(b"\n"))
    lines += [
        "MIME-Version: 1.0",
        f"Content-Type: text/{kind}; charset=utf-8",
        f"Content-Transfer-Encoding: {'quoted-printable' if long else '8bit'}",
    ]
    body = quopri.encodestring(body) if long else body
    return "\n".join(lines).encode() + b"\n\n" + body


def _joined(fields: Sequence[Field]) -> Iterator[tuple[str, str]]:
    """Give header lines; values that share one stand where the first of them does."""
    done: set[str] = set()
    for field in fields:
        key = field.name.lower()
        if key in (TEXT_FIELD, EMBARGO_FIELD) or key in done:
            continue
        if key in _SEVERAL:
            done.add(key)
            yield field.name, _SEVERAL[key].join(each.value for each in fields if each.name.lower() == key)
        else:
            yield field.name, field.value


def _folded(name: str, value: str) -> str:
    """Return a header line, folded at its spaces, but not before its first word: there are readers that take such a fold for text."""
    lines: list[str] = []
    line = f"{name}:"
    for word in value.split(" "):
        if len(line) + 1 + len(word) > _WIDTH and word and line.strip() not in ("", f"{name}:"):
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\n".join([*lines, line])
