"""The DOCTYPE of an XML document, of which the internal subset is read and nothing else.

What is named outside is taken out before the parser sees it: libxml2 would refuse some documents for not having got it. The external identifiers
of NITF and NewsML 1 are such, and the parameter entities by which a NewsML takes in the DTD of NITF. The lines stay where they were.
"""

from __future__ import annotations

import re

from attrs import frozen

from newsmodel.syntax.xml_repairs import Repair

_LITERAL = rb"(?:\"[^\"]*\"|'[^']*')"
_BEFORE = rb"\A[^<]{0,4096}(?>\s+|<!--.*?-->|<\?.*?\?>)*+"
_DOCTYPE = re.compile(
    _BEFORE + rb"(?P<all><!(?P<word>(?i:DOCTYPE))\s+(?P<name>[^\s\[>\"']++)"
    rb"(?P<outside>\s*(?i:PUBLIC|SYSTEM)\b\s*" + _LITERAL + rb"?\s*" + _LITERAL + rb"?)?+\s*)(?P<end>[\[>])",
    re.DOTALL,
)
"""Up to the internal subset, or the end. An identifier may have any characters, and the second one may be missing: neither is used."""
_NONE = re.compile(rb"(?:<\?xml [^<>]{0,200}+>)?+\s*+<[A-Za-z]")
"""How nearly all documents without a DOCTYPE begin."""
_PIECE = re.compile(
    rb"\s++|<!--.*?-->|<\?.*?\?>"
    rb"|<!ENTITY\s++%\s++(?P<inside>[^\s\"'<>]++)\s++(?P<literal>" + _LITERAL + rb")\s*+>"
    rb"|(?P<outside><!ENTITY\s++%(?:[^<>\"']|" + _LITERAL + rb")*+>)"
    rb"|<!(?:[^<>\"']|" + _LITERAL + rb")*+>"
    rb"|%(?P<named>[^\s;<>%]++);|(?P<end>\])",
    re.DOTALL,
)
_MAX_INSERTED = 100_000
"""How many bytes parameter entities may come to."""


@frozen
class Doctype:
    """A document whose DOCTYPE names nothing outside.

    ``end`` is where the DOCTYPE ends (0: there is none), ``repairs`` says what was wrong with it.
    """

    data: bytes
    end: int = 0
    repairs: tuple[Repair, ...] = ()


def without_outside(data: bytes) -> Doctype:
    """Take out of a document in UTF-8 what its DOCTYPE names outside. What cannot be made out stays for the parser to refuse."""
    match = None if _NONE.match(data) else _DOCTYPE.match(data)
    if not match:
        return Doctype(data)
    head = b"<!DOCTYPE " + match["name"] + b"\n" * match["all"].count(b"\n")
    repairs: tuple[Repair, ...] = ()
    if match["word"] != b"DOCTYPE":
        said = match["word"].decode()
        repairs = (Repair(f"<!{said}", "a DOCTYPE is written in capitals", _line(data, match.start("all"))),)
    kept, at = [data[: match.start("all")], head], match.end()
    if match["end"] == b"[":
        inside, at = _subset(data, at)
        kept += [b"[", *inside]
        if closing := re.compile(rb"\s*>").match(data, at):
            kept.append(closing[0])
            at = closing.end()
        else:
            return Doctype(data)
    else:
        kept.append(b">")
    cut = b"".join(kept)
    return Doctype(cut + data[at:], len(cut), repairs)


_OUTSIDE = re.compile(rb"\s+(?:PUBLIC\s+%b\s+%b|SYSTEM\s+%b)\s*" % (_LITERAL, _LITERAL, _LITERAL))
"""What names something outside, as XML wants it (XML 1.0 §4.2.2)."""


def doctype_of(data: bytes) -> str | None:
    """Return the DOCTYPE of a document in UTF-8 as it stands there; None where none names anything outside, or it is not well-formed."""
    match = _DOCTYPE.match(data)
    if not match or match["word"] != b"DOCTYPE" or not _OUTSIDE.fullmatch(match["outside"] or b""):
        return None
    end = match.end()
    if match["end"] == b"[":
        closing = re.compile(rb"\s*>").match(data, _subset(data, end)[1])
        if closing is None:
            return None
        end = closing.end()
    return data[match.start("all") : end].decode("utf-8", "replace")


def _subset(data: bytes, at: int) -> tuple[list[bytes], int]:
    """Return the pieces of an internal subset, without those that point outside, and where it ends."""
    pieces: list[bytes] = []
    literals: dict[bytes, bytes] = {}
    inserted = 0
    while match := _PIECE.match(data, at):
        at = match.end()
        if match["inside"]:
            literals.setdefault(match["inside"], match["literal"][1:-1])
        if match["named"]:  # lxml refuses these, even those declared inside
            said = literals.get(match["named"], b"")
            inserted += len(said)
            if inserted <= _MAX_INSERTED and b"%" not in said and b"&#" not in said:
                pieces.append(said)
        elif match["inside"] or match["outside"]:
            pieces.append(b"\n" * match[0].count(b"\n"))
        else:
            pieces.append(match[0])
        if match["end"]:
            break
    return pieces, at


def _line(data: bytes, at: int) -> int:
    return data.count(b"\n", 0, at) + 1
