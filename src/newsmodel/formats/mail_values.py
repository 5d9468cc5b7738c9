"""The values of mail headers: texts, dates (RFC 5322 §3.3), identifiers (§3.6.4), mailboxes (§3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any
from urllib.parse import quote, unquote

from newsmodel.codec.context import Context, NotForUs, Unsayable
from newsmodel.codec.values import Pair, Value
from newsmodel.dates import parse_date
from newsmodel.dates.when import When, checked_when
from newsmodel.errors import InputError
from newsmodel.formats.mail_words import decode_words, encode_words
from newsmodel.formats.wire_values import note_others
from newsmodel.losses import LossKind
from newsmodel.model import Attribution, AttributionRole, Link, PartyKind, Text
from newsmodel.model.values import one_line


def _read_text(raw: Any, context: Context) -> Text:
    return Text(one_line(decode_words(raw, context)))


def _line(text: Text, context: Context) -> str:
    note_others(text, frozenset({"value"}), context)
    if (line := one_line(text.value)) != text.value:
        context.note(LossKind.COERCED, "value", text.value, reason="in one line")
    return line


def _write_text(text: Text, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    return encode_words(_line(text, context))


TEXT: Pair[Text] = Pair(_read_text, _write_text)
"""Unstructured text (RFC 5322 §2.2.1) with encoded words."""


def _write_phrase(text: Text, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    line = _line(text, context)
    return encode_words(line, forced=re.search(r'[,;"\\]', line) is not None)


PHRASE: Pair[Text] = Pair(_read_text, _write_phrase)
"""One of several texts with commas between them."""


def _read_string(raw: Any, context: Context) -> str:
    return one_line(decode_words(raw, context))


STRING: Pair[str] = Pair(_read_string, lambda value, _context, _into: encode_words(value))
"""A string, in encoded words where it needs them."""


# dates


def _parse_mail_date(raw: str) -> When:
    text = re.sub(r"\([^()]*\)", " ", one_line(raw)).strip()
    if not re.fullmatch(r"[A-Za-z0-9,:+\- ]{6,60}", text):
        raise ValueError(raw)
    try:
        found = parsedate_to_datetime(text)  # a zone of -0000 says that none is known: it gives no zone
    except (TypeError, ValueError, IndexError, OverflowError):
        found = None
    if found is None or not re.search(r"[+-]\d{4}$|[A-Za-z]$", text):
        return parse_date(text, "en")
    return checked_when(found)


def _render_mail_date(value: When) -> str:
    if not isinstance(value, datetime):
        raise Unsayable("a date of a mail has a time")
    if value.year < 1900:  # RFC 5322 §3.3
        raise Unsayable("no year before 1900")
    return format_datetime(value)


DATE: Value[When] = Value(
    "a date-time such as 'Tue, 14 May 2024 12:05:00 +0200'", _parse_mail_date, _render_mail_date
)


# identifiers

_ID = re.compile(r"[^<>\s@,;\"\\()]+@[^<>\s@,;\"\\()]+")


def is_message_id(value: str) -> bool:
    """Whether an identifier has the form of a mail's, in ASCII."""
    return value.isascii() and _ID.fullmatch(value) is not None


def _read_id(raw: Any, context: Context) -> str:  # noqa: ARG001  # a codec's signature
    bare = one_line(raw).removeprefix("<").removesuffix(">")
    if not is_message_id(bare):
        raise InputError("a message identifier such as '<1@news.example>'", raw)
    return bare


MESSAGE_ID: Pair[str] = Pair(_read_id, lambda value, _context, _into: f"<{value}>")
"""The identifier of a message, in angle brackets (RFC 5322 §3.6.4)."""


def link(relation: str) -> Pair[Link]:
    """A link to another message, with what it is to this one."""

    def write(value: Link, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
        note_others(value, frozenset({"item", "rel"}), context)
        return f"<{value.item}>"

    return Pair(lambda raw, context: Link(item=_read_id(raw, context), rel=relation), write)


def _read_address(raw: Any, context: Context) -> str:  # noqa: ARG001  # a codec's signature
    return one_line(raw).removeprefix("<").removesuffix(">")


ADDRESS: Pair[str] = Pair(_read_address, lambda value, _context, _into: f"<{quote(value, safe=_SAFE)}>")
"""A URI in angle brackets (RFC 5064)."""
_SAFE = "%/:?#[]@!$&'()*+,;=~"


# mailboxes

_ANGLE = re.compile(r"(?P<name>.*?)<(?P<address>[^<>]*)>[^<>]*", re.DOTALL)
_COMMENTED = re.compile(r"(?P<address>[^\s()<>]+@[^\s()<>]+)\s*(?:\((?P<name>[^()]*)\))?")
_ATOMS = re.compile(r"[A-Za-z0-9 !#$%&'*+/^_`{|}~-]+")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+")
NOBODY = "undisclosed:;"
"""A group without members (RFC 6854): the header must be there, and nobody is named."""


def mailboxes(raw: str) -> Iterator[str]:
    """Give the mailboxes of an address list one by one; a group without members gives its name with ``:;``."""
    held: list[str] = []
    quoted = escaped = angle = False
    comments = 0
    group = ""
    for sign in raw:
        plain = not (quoted or angle or comments or escaped)
        if plain and sign in ",;":
            if (said := "".join(held).strip()) or (sign == ";" and group):
                yield said or f"{group}:;"
            held, group = [], ""
        elif plain and sign == ":":
            group, held = "".join(held).strip(), []
        else:
            held.append(sign)
        quoted = quoted != (sign == '"' and not escaped and not comments)
        comments = max(comments + (not quoted and not escaped) * ((sign == "(") - (sign == ")")), 0)
        angle = (angle or sign == "<") and sign != ">" and not quoted if not escaped else angle
        escaped = sign == "\\" and not escaped
    if said := "".join(held).strip():
        yield said


def _read_mailbox(raw: Any, context: Context) -> tuple[str, str]:
    """Return a name and an address, either of which may be empty."""
    if raw.endswith(":;"):
        return _name(raw[:-2], context), ""
    match = _ANGLE.fullmatch(raw) or _COMMENTED.fullmatch(raw)
    if match is None:
        return _name(raw, context), ""
    return _name(match["name"] or "", context), re.sub(r"\s", "", match["address"]).rpartition(":")[2]


def _name(raw: str, context: Context) -> str:
    bare = one_line(raw)
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        bare = re.sub(r"\\(.)", r"\1", bare[1:-1])
    return one_line(decode_words(bare, context))


def _read_author(raw: Any, context: Context) -> Attribution:
    name, address = _read_mailbox(raw, context)
    if f"{raw}" == NOBODY or not (name or address):
        raise NotForUs("a mailbox", raw)
    uri = f"mailto:{quote(address, safe='@.+-_~!$&*=')}" if address else None
    names = (name,) if name and name != address else ()
    return Attribution(names=names, uri=uri, role=AttributionRole.AUTHOR)


def _write_author(value: Attribution, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    address = unquote((value.uri or "").removeprefix("mailto:"))
    if not (value.uri or "").startswith("mailto:") or not _LOCAL.fullmatch(address):
        address = ""
    if not (address or value.names):
        raise Unsayable("neither a name nor a mail address")
    note_others(value, frozenset({"names", "role"} | ({"uri"} if address else set())), context)
    _note_names(value, context)
    name = _write_name(value.name or "")
    if not address:
        return f"{name}:;"
    return f"{name} <{address}>" if name else address


def _note_names(value: Attribution, context: Context) -> None:
    for index, text in enumerate(value.names):
        if index:
            context.note(LossKind.UNWRITTEN, f"names[{index}]", text)
        else:
            context.enter("names[0]")
            note_others(text, frozenset({"value"}), context)
            context.leave()


def _write_name(name: str) -> str:
    if not name or (_ATOMS.fullmatch(name) and name == name.strip()):
        return name
    if name.isascii() and name.isprintable() and "=?" not in name:
        return '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'
    return encode_words(name, forced=True)


AUTHOR: Pair[Attribution] = Pair(_read_author, _write_author)
"""A mailbox of the author; a name without an address is a group without members (RFC 6854)."""


def _read_publisher(raw: Any, context: Context) -> Attribution:
    name = one_line(decode_words(raw, context))
    return Attribution(names=(name,), role=AttributionRole.PUBLISHER, kind=PartyKind.ORGANISATION)


def _write_publisher(value: Attribution, context: Context, into: Any) -> str:  # noqa: ARG001  # a codec's signature
    if not value.names:
        raise Unsayable("there is no name of it")
    note_others(value, frozenset({"names", "role", "kind"}), context)
    _note_names(value, context)
    return encode_words(one_line(value.names[0].value))


PUBLISHER: Pair[Attribution] = Pair(_read_publisher, _write_publisher)
"""The name of an organisation (RFC 1036 §2.2.8)."""
