"""Encoded words: how mail headers hold text beyond ASCII (RFC 2047).

They are parsed here and not by the standard library's structured headers, which raise what they please for hostile input.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re

from newsmodel.codec.context import Context
from newsmodel.losses import LossKind
from newsmodel.syntax.wire_bytes import cleaned, guessed

_WORD = re.compile(r"=\?([\w.:+-]{1,40})(?:\*[\w-]{1,20})?\?([bBqQ])\?([^?\s]*)\?=")
_NO_CHARSETS = frozenset({"punycode", "idna", "unicode-escape", "raw-unicode-escape"})
"""Codecs of Python that are no charsets; the first two take the square of the text's length."""
_CHUNK = 36
"""How many bytes an encoded word holds: with the longest name of a header here, it fits into a line (RFC 2047 §2)."""


def decode_words(raw: str, context: Context) -> str:
    """Return a header's text with its encoded words decoded; what is no such word stays."""
    out: list[str] = []
    at = 0
    pending = b""
    charset = ""
    for match in _WORD.finditer(raw):
        between = raw[at : match.start()]
        if pending and (between.strip(" \t") or match[1].lower() != charset):
            out.append(_in_charset(pending, charset, context))
            pending = b""
        if between.strip(" \t") or not at:  # white space between two encoded words is none of the text's
            out.append(between)
        charset = match[1].lower()
        pending += _bytes_of(match[2].lower(), match[3])
        at = match.end()
    out += [_in_charset(pending, charset, context) if pending else "", raw[at:]]
    return cleaned("".join(out), context, context.place)


def _bytes_of(encoding: str, text: str) -> bytes:
    if encoding == "q":
        text = text.replace("_", " ")
        return re.sub(
            rb"=([0-9A-Fa-f]{2})", lambda code: bytes([int(code[1], 16)]), text.encode("utf-8", "replace")
        )
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=False)
    except (binascii.Error, ValueError):
        return text.encode("utf-8", "replace")


def _in_charset(data: bytes, charset: str, context: Context) -> str:
    try:
        return in_charset(data, charset)
    except (LookupError, ValueError):
        text, used = utf8_or_guess(data)
        context.note_place(
            LossKind.REPAIRED, context.place, data[:40], reason=f"not {charset}; read as {used}"
        )
        return text


def in_charset(data: bytes, charset: str) -> str:
    """Return the text of bytes. Raise `LookupError` for what is no charset, `ValueError` for bytes that are not in it."""
    if codecs.lookup(charset).name.replace("_", "-") in _NO_CHARSETS:
        raise LookupError(charset)
    return data.decode(charset)


def utf8_or_guess(data: bytes, charset: str = "") -> tuple[str, str]:
    """Return the text of bytes whose charset is not known or wrong, and the one that was taken: UTF-8, ``charset``, or a guess."""
    for each in ("utf-8", charset):
        try:
            return in_charset(data, each), each
        except (LookupError, ValueError):
            continue
    return guessed(data.replace(b"\0", b""))


def encode_words(text: str, *, forced: bool = False) -> str:
    """Return a text as a header holds it: as it is in ASCII, else (or ``forced``) in encoded words of UTF-8."""
    if text.isascii() and text.isprintable() and "=?" not in text and not forced:
        return text
    words: list[str] = []
    chunk = b""
    for sign in text:
        data = sign.encode()
        if len(chunk) + len(data) > _CHUNK:
            words.append(base64.b64encode(chunk).decode())
            chunk = b""
        chunk += data
    words.append(base64.b64encode(chunk).decode())
    return " ".join(f"=?utf-8?b?{word}?=" for word in words)
