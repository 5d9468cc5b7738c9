"""A mail as bytes: its header and parts, and back.

The standard library parts the message (its oldest policy, which never raises); headers are taken as they stand and decoded
by their codecs. Of alternatives the richest is read; what is attached is noted with its name, type and size.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Sequence
from email import policy
from email.message import Message
from email.parser import BytesParser
from typing import Any, TypeAlias

from newsmodel.codec.context import Context
from newsmodel.dates.when import When
from newsmodel.errors import InputError, SyntaxFault
from newsmodel.formats.mail_body import Html, embargo_of, with_embargo
from newsmodel.formats.mail_values import DATE, NOBODY, mailboxes
from newsmodel.formats.mail_words import utf8_or_guess
from newsmodel.losses import LossKind
from newsmodel.syntax.fields import Field, value_of, values_of
from newsmodel.syntax.wire_bytes import cleaned

Mail: TypeAlias = "Message[Any, Any]"

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
TEXT_FIELD, EMBARGO_FIELD = "the text", "the embargo line"
"""What is no header: no header's name has a space."""
_EVERY = frozenset({"from", "subject", "date", "message-id", "to"})
_SEVERAL = {"from": ", ", "keywords": ", ", "in-reply-to": " ", "references": " "}
"""Headers that hold several values, and what stands between these."""


def read_message(data: bytes, context: Context) -> list[Field]:
    """Return the header fields of a mail and its body. Raise `InputError` for what has none of the headers that mails have."""
    holders = len(_HOLDERS.findall(data))
    if holders > MAX_HOLDERS:
        raise SyntaxFault(f"at most {MAX_HOLDERS} parts that hold parts", holders)
    mail: Mail = BytesParser(policy=policy.compat32).parsebytes(_without_mbox_line(data))
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
    parts = list(_chosen(mail, context, ""))
    return [*fields, *(_body_fields(_body(parts), fields) if parts else ())]


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
    return next(filter(None, (part.get_content_charset() for part in mail.walk())), "")


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


# parts


def _chosen(part: Mail, context: Context, number: str) -> Iterator[str]:
    """Give the texts that are the body, and note what is attached."""
    kind, subtype = part.get_content_maintype(), part.get_content_subtype()
    inner = part.get_payload()
    if kind == "multipart" and isinstance(inner, list):
        found = [
            list(_chosen(each, context, f"{number}.{at}".strip("."))) for at, each in enumerate(inner, 1)
        ]
        if subtype == "alternative":
            yield from next((each for each in reversed(found) if any(map(str.strip, each))), [])
        else:
            yield from (text for each in found for text in each)
    elif kind == "text" and subtype in ("plain", "html") and not _is_attached(part):
        text = cleaned(_decoded(part, number, context), context, _place(number))
        yield Html(text) if subtype == "html" else _unflowed(part, text)
    elif kind != "multipart":
        _note_attached(part, number, context)


def _place(number: str) -> str:
    return f"part {number}" if number else TEXT_FIELD


def _is_attached(part: Mail) -> bool:
    return str(part.get("content-disposition", "")).strip().lower().startswith("attachment")


def _note_attached(part: Mail, number: str, context: Context) -> None:
    payload = part.get_payload(decode=True)
    size = f"{len(payload):,} bytes" if isinstance(payload, bytes) else "a message"
    name = cleaned(
        str(part.get_filename() or "").encode("utf-8", "replace").decode(), context, _place(number)
    )
    told = f"{name} ({part.get_content_type()}, {size})".strip()
    context.note_place(LossKind.UNREAD, _place(number), told, reason="an attachment")


def _decoded(part: Mail, number: str, context: Context) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = str(part.get_content_charset() or "us-ascii").strip()
    try:
        text = data.decode(charset)
    except (LookupError, UnicodeError, ValueError):
        text, used = utf8_or_guess(data)
    else:
        if not re.search("[\x80-\x9f]", text):
            return text
        text, used = (
            data.decode("cp1252", "replace"),
            "cp1252",
        )  # what claims to be Latin-1 seldom is (Encoding Standard, §4.2)
    reason = f"declared as {charset}; read as {used}"
    context.note_place(LossKind.REPAIRED, _place(number), text[:80], reason=reason)
    return text


def _unflowed(part: Mail, text: str) -> str:
    """Join lines that were parted for the way (RFC 3676): each ends with a space."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    joiner = "" if str(part.get_param("delsp", "")).lower() == "yes" else " "
    paragraphs: list[list[str]] = [[]]
    for line in text.replace("\r\n", "\n").split("\n"):
        bare = line.removeprefix(" ")
        soft = bare.endswith(" ") and bare != "-- "
        paragraphs[-1].append(bare[:-1] if soft else bare)
        if not soft:
            paragraphs.append([])
    return "\n".join(joiner.join(each) for each in paragraphs)


def _body(parts: list[str]) -> str:
    """Return the texts of a mail as one: HTML if one of several is, plain text among it in paragraphs."""
    if len(parts) == 1:
        return parts[0]
    if not any(isinstance(part, Html) for part in parts):
        return "\n\n".join(parts)
    return Html("".join(part if isinstance(part, Html) else f"<pre>{_escaped(part)}</pre>" for part in parts))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


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
    """Return a header line, folded at its spaces."""
    lines: list[str] = []
    line = f"{name}:"
    for word in value.split(" "):
        if len(line) + 1 + len(word) > _WIDTH and word and line.strip():
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\n".join([*lines, line])
