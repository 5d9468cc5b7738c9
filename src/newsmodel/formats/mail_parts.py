"""The parts of a mail (MIME: RFC 2045, 2046): which of them are its text.

Of alternatives, which say the same, the richest is read; what is attached is noted with its name, type and size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from typing import Any

from newsmodel.codec.context import Context
from newsmodel.formats.mail_body import Html
from newsmodel.formats.mail_words import in_charset, utf8_or_guess
from newsmodel.losses import LossKind
from newsmodel.syntax.wire_bytes import cleaned

TEXT_FIELD = "the text"
"""Where a body stands that is no part of several. No header's name has a space."""


class Mail(Message):
    """A message, or a part of one. What names an encoding may name any codec of Python here, some of which raise what they please."""

    @property
    def charset(self) -> str:
        """The charset as it is declared."""
        said = self.get_param("charset", "us-ascii")
        return str(said[2] if isinstance(said, tuple) else said).strip().lower()

    @property
    def file_name(self) -> str:
        """The name of an attached file."""
        try:
            return str(self.get_filename() or "").encode("utf-8", "replace").decode()
        except ValueError:
            return ""

    def get_content_charset(self, failobj: Any = None) -> Any:
        """Return the charset, if it is one."""
        try:
            in_charset(b"", self.charset)
        except (LookupError, ValueError):
            return failobj
        return self.charset


def text_of(mail: Mail, context: Context) -> str | None:
    """Return the text of a mail, `Html` if it is that; None if there is none."""
    parts = list(_chosen(mail, context, ""))
    return _joined(parts) if parts else None


def _chosen(part: Mail, context: Context, number: str) -> Iterator[str]:
    """Give the texts that are the body, and note what is attached."""
    kind, subtype = part.get_content_maintype(), part.get_content_subtype()
    if kind == "multipart" and part.is_multipart():
        found = [
            list(_chosen(each, context, f"{number}.{at}".strip(".")))
            for at, each in enumerate(part.get_payload(), 1)
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
    name = cleaned(part.file_name, context, _place(number))
    told = f"{name} ({part.get_content_type()}, {size})".strip()
    context.note_place(LossKind.UNREAD, _place(number), told, reason="an attachment")


def _decoded(part: Mail, number: str, context: Context) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        text = in_charset(data, part.charset)
    except (LookupError, ValueError):
        text, used = utf8_or_guess(data)
    else:
        if not re.search("[\x80-\x9f]", text):
            return text
        text, used = (
            data.decode("cp1252", "replace"),
            "cp1252",
        )  # what claims to be Latin-1 seldom is (Encoding Standard, §4.2)
    reason = f"declared as {part.charset}; read as {used}"
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


def _joined(parts: list[str]) -> str:
    """Return the texts of a mail as one: HTML if one of several is, plain text among it in paragraphs."""
    if len(parts) == 1:
        return parts[0]
    if not any(isinstance(part, Html) for part in parts):
        return "\n\n".join(parts)
    return Html("".join(part if isinstance(part, Html) else f"<pre>{_escaped(part)}</pre>" for part in parts))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
