"""The bytes of older wire text: which characters they are, and which of them are no text.

Strategy. What the document declares counts (a byte order mark, an escape sequence of ISO 2022, a charset); else UTF-8; else
the encodings of the machines that wrote such text: Windows code page 1252, which holds Latin-1, or DOS code page 850 where
its letters stand in the middle of words. Whatever had to be guessed is noted.
"""

from __future__ import annotations

import codecs
import re

from newsmodel.codec.context import Context
from newsmodel.errors import SyntaxFault
from newsmodel.losses import LossKind
from newsmodel.model.constraints import ILLEGAL

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPES = {
    b"\x1b%G": "utf-8", b"\x1b-A": "iso8859-1", b"\x1b-B": "iso8859-2", b"\x1b-C": "iso8859-3", b"\x1b-D": "iso8859-4",
    b"\x1b-L": "iso8859-5", b"\x1b-G": "iso8859-6", b"\x1b-F": "iso8859-7", b"\x1b-H": "iso8859-8", b"\x1b-M": "iso8859-9",
    b"\x1b(K": "de", b"\x1b(H": "sv", b"\x1b(G": "fi", b"\x1b(`": "no",
}  # fmt: skip
"""What designates a set of characters (ISO 2022; the sets by their numbers in ISO-IR)."""
_NATIONAL = {
    "de": str.maketrans("@[\\]{|}~", "§ÄÖÜäöüß"),
    "sv": str.maketrans("$@[\\]^`{|}~", "¤ÉÄÖÅÜéäöåü"),
    "fi": str.maketrans("$[\\]{|}~", "¤ÄÖÅäöå‾"),
    "no": str.maketrans("[\\]{|}~", "ÆØÅæøå‾"),
}
"""Seven-bit sets in which letters take the places of signs (ISO 646: ISO-IR 21, 11, 10, 60)."""
_ESCAPE = re.compile(rb"\x1b[ -/]+[0-~]")
_DOS = re.compile(rb"[A-Za-z][\x81\x82\x84\x86-\x88\x94\x9b][a-z]")
"""ü é ä å ç ê ö ø of code page 850 between letters; in code page 1252 these are quotation marks and daggers."""
_SHOWN = 40


def decoded(data: bytes, context: Context, where: str = "") -> str:
    """Return the text of bytes, with the controls that they have. Raise `SyntaxFault` for what is no text at all."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as(data[len(mark) :], encoding, context, where, declared=True)
    escapes = _ESCAPE.findall(data[:4096]) if b"\x1b" in data[:4096] else []
    declared = next((_ESCAPES[escape] for escape in escapes if escape in _ESCAPES), None)
    if declared in _NATIONAL:
        return _as(_ESCAPE.sub(b"", data), "ascii", context, where, declared=True).translate(
            _NATIONAL[declared]
        )
    if declared:
        return _as(_ESCAPE.sub(b"", data), declared, context, where, declared=True)
    return _as(data, "utf-8", context, where, declared=False)


def _as(data: bytes, encoding: str, context: Context, where: str, *, declared: bool) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        text, used = guessed(data)
        said = f"declared as {encoding}" if declared else "not UTF-8"
        sample = data[error.start : error.start + _SHOWN]
        context.note_place(LossKind.REPAIRED, where, sample, reason=f"{said}; read as {used}")
        return text


def guessed(data: bytes) -> tuple[str, str]:
    """Return the text of bytes in which nothing declared fits, and the encoding that was taken."""
    if b"\0" in data[:65_536]:
        raise SyntaxFault("text", data[:_SHOWN], message="not text: it has NUL bytes")
    if _DOS.search(data):
        return data.decode("cp850"), "cp850"
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def cleaned(text: str, context: Context, where: str) -> str:
    """Return a text without the characters that no text can hold, and note them."""
    if not (found := ILLEGAL.findall(text)):
        return text
    names = ", ".join(f"U+{ord(sign):04X}" for sign in sorted(set(found)))
    count = f"{len(found)} control characters" if len(found) > 1 else "a control character"
    context.note_place(LossKind.REPAIRED, where, names, reason=f"{count} taken out")
    return ILLEGAL.sub("", text)
