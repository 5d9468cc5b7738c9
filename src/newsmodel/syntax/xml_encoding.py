"""From the bytes of an XML document to UTF-8 (XML 1.0 §4.3.3 and appendix F), also where they are not what they say they are.

A byte order mark is stronger than a declaration; bytes that are valid UTF-8 are UTF-8, whatever is declared, since no other encoding makes them so by
chance; where both fail, the letters tell (`guess_encoding`). ISO-8859-1 is read as windows-1252, as all browsers do.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import BinaryIO

from newsmodel.errors import SyntaxFault
from newsmodel.syntax.xml_legacy import guess_encoding, other_script
from newsmodel.syntax.xml_repairs import Repair

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf_32_le"),
    (codecs.BOM_UTF32_BE, "utf_32_be"),
    (codecs.BOM_UTF16_LE, "utf_16_le"),
    (codecs.BOM_UTF16_BE, "utf_16_be"),
    (codecs.BOM_UTF8, "utf_8"),
)
_WIDE = (
    (re.compile(rb"(?:[\x01-\x7f]\0\0\0){2}"), "utf_32_le"),
    (re.compile(rb"(?:\0\0\0[\x01-\x7f]){2}"), "utf_32_be"),
    (re.compile(rb"(?:[\x01-\x7f]\0){2}"), "utf_16_le"),
    (re.compile(rb"(?:\0[\x01-\x7f]){2}"), "utf_16_be"),
)
"""How white space or ``<`` and what follows look in encodings with several bytes a character."""

_NARROW = (b"<?xml ", b"<news")
"""How nearly all documents begin; such a one has no mark, and one byte for each letter."""

_DECLARED = re.compile(
    rb"\A[^<]{0,4096}<\?xml\s[^<>]*?encoding\s*=\s*[\"']\s*([A-Za-z0-9._:-]{1,40})\s*[\"']"
)
_LATIN = frozenset({"ascii", "iso8859-1", "cp1252", "iso8859-15"})
_ONE_BYTE = _LATIN | {f"iso8859-{part}" for part in (*range(2, 12), 13, 14, 16)}
_ONE_BYTE |= {f"cp{page}" for page in (*range(1250, 1259), 437, 720, 737, 850, 852, 855, 864, 866, 874)}
_ONE_BYTE |= {
    "koi8-r",
    "koi8-u",
    "koi8-t",
    "mac-roman",
    "mac-cyrillic",
    "mac-arabic",
    "tis-620",
    "kz1048",
    "ptcp154",
}
_EAST_ASIAN = frozenset(
    {
        "gb2312",
        "gbk",
        "gb18030",
        "big5",
        "big5hkscs",
        "cp950",
        "cp932",
        "cp949",
        "shift_jis",
        "euc_jp",
        "euc_kr",
        "iso2022_jp",
    }
)
_READ = _ONE_BYTE | _EAST_ASIAN
"""What we read, by the names of Python's codecs. Not UTF-7 (nobody needs it, and it hides markup from filters)."""

_LONG_SEQUENCE = re.compile(rb"[\xe0-\xf4][\x80-\xbf]{2}")
_HIGH = bytes(range(0x80, 0x100))


def to_utf8(data: bytes) -> tuple[bytes, list[Repair]]:
    """Return a document in UTF-8, without its mark, and what was wrong with its encoding.

    Raises `SyntaxFault` where the encoding is none that is known.
    """
    if not data.startswith(_NARROW):
        for mark, codec in _BOMS:
            if data.startswith(mark):
                return _with_known(data[len(mark) :], codec)
        for pattern, codec in _WIDE:
            if pattern.match(data):
                return _with_known(data, codec)
    said = _DECLARED.match(data)
    label = said[1].decode() if said else "utf-8"
    codec = _codec(label)
    if codec == "utf-8":
        return _utf8(data)
    return _declared(data, label, codec)


def is_plain(head: bytes) -> bool:
    """Whether a document begins as one that says it is UTF-8, and has no DOCTYPE: it can be read as it comes."""
    if any(head.startswith(mark) for mark, _ in _BOMS) or any(wide.match(head) for wide, _ in _WIDE):
        return False
    said = _DECLARED.match(head)
    return b"<!doctype" not in head.lower() and (said is None or _codec(said[1].decode()) == "utf-8")


def mark_of(file: BinaryIO) -> bytes:
    """Return the byte order mark of UTF-8 if a file begins with it; the file is where it was before."""
    start = file.tell()
    head = file.read(len(codecs.BOM_UTF8))
    file.seek(start)
    return head if head == codecs.BOM_UTF8 else b""


def said_in_utf8(start: bytes) -> bytes:
    """Return the beginning of a document that is in UTF-8 now with a declaration that says so, if it has one that names another encoding."""
    said = _DECLARED.match(start)
    if said is None or said[1].lower() == b"utf-8":
        return start
    return start[: said.start(1)] + b"UTF-8" + start[said.end(1) :]


def start_in_utf8(start: bytes) -> bytes:
    """Return the beginning of a document in UTF-8, without the mark, white space and NULs before it: what formats are recognised by."""
    found = [codec for mark, codec in _BOMS if start.startswith(mark)]
    found += [codec for wide, codec in _WIDE if wide.match(start)]
    if found:
        start = start.decode(found[0], "replace").encode()
    return start.removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n\x0b\x0c\0")


def _with_known(data: bytes, codec: str) -> tuple[bytes, list[Repair]]:
    """Read what a mark, or the first characters, say the encoding of."""
    if codec == "utf_8":
        utf8, repairs = _utf8(data)
    elif (text := _decoded(data, codec)) is not None:
        utf8, repairs = text.encode(), []
    else:
        utf8 = data.decode(codec, "replace").encode()
        repairs = [Repair(codec.replace("_", "-"), "bytes that are no characters became U+FFFD")]
    said = _DECLARED.match(utf8)
    if said and not _codec(said[1].decode()).replace("-", "_").startswith(codec[:6]):
        reason = f"the bytes are {codec[:6].replace('_', '-')}, whatever the declaration says"
        repairs.append(Repair(said[1].decode(), reason, 1))
    return utf8, repairs


@lru_cache(64)
def _codec(label: str) -> str:
    """Return the name of Python's codec for a label, "" for one that there is not."""
    try:
        return codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""


def _declared(data: bytes, label: str, codec: str) -> tuple[bytes, list[Repair]]:
    if codec and codec not in _READ and not codec.startswith(("utf-16", "utf-32")):
        raise SyntaxFault("a known encoding", label, line=1)
    if data.isascii() and codec != "iso2022_jp":
        wide = codec not in _READ
        return data, [Repair(label, "the bytes are ASCII, whatever the declaration says", 1)] if wide else []
    as_utf8 = _decoded(data, "utf-8") is not None
    if as_utf8 and (codec not in _EAST_ASIAN or _LONG_SEQUENCE.search(data)):
        return data, [Repair(label, "the bytes are UTF-8, whatever the declaration says", 1)]
    if codec not in _READ:
        raise SyntaxFault("a known encoding" if not codec else f"bytes in {codec}", label, line=1)
    return _one_byte(data, label, codec)


def _one_byte(data: bytes, label: str, codec: str) -> tuple[bytes, list[Repair]]:
    if codec in _LATIN and (other := other_script(data, at_least=20)):
        reason = f"the letters are those of {other}, whatever the declaration says"
        return data.decode(other, "replace").encode(), [Repair(label, reason, 1)]
    if codec in ("ascii", "iso8859-1"):
        text = _decoded(data, "cp1252")
        reason = "characters that the declared encoding does not have were read as windows-1252"
        wrong = re.search(rb"[\x80-\x9f]" if codec == "iso8859-1" else rb"[\x80-\xff]", data)
        if text is not None:
            return text.encode(), [
                Repair(label, reason, data.count(b"\n", 0, wrong.start()) + 1)
            ] if wrong else []
    text = _decoded(data, codec)
    if text is not None:
        return text.encode(), []
    return data.decode(codec, "replace").encode(), [
        Repair(label, "bytes that the declared encoding does not have became U+FFFD", 1)
    ]


def _decoded(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _utf8(data: bytes) -> tuple[bytes, list[Repair]]:
    """Return bytes that should be UTF-8, mended where they are not."""
    if data.isascii():
        return data, []
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _mend_utf8(data, line)
    return data, []


def _mend_utf8(data: bytes, line: int) -> tuple[bytes, list[Repair]]:
    try:  # each half of a pair by itself, as Java and old databases write them (CESU-8)
        halves = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        pass
    else:
        whole = halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return whole.encode(), [
            Repair(None, "halves of surrogate pairs were joined, lone ones became U+FFFD", line)
        ]
    mostly = data.decode("utf-8", "surrogateescape")  # a wrong byte is half a pair now
    wrong = len(data) - len(mostly.encode("utf-8", "ignore"))
    right = len(mostly) - wrong - len(data.translate(None, _HIGH))
    if right > wrong:
        text = _mend_places(mostly, data)
        return text.encode(), [Repair(None, f"{wrong} bytes that are no UTF-8", line)]
    guessed = guess_encoding(data)
    if guessed is None:
        raise SyntaxFault("UTF-8, or an encoding that is declared", line=line)
    repair = Repair(guessed, "the bytes are no UTF-8, and were read as this", line)
    return data.decode(guessed, "replace").encode(), [repair]


_WRONG = re.compile("(?<![^\0-\x7f])[\udc80-\udcff](?![^\0-\x7f])|[\udc80-\udcff]+")


def _mend_places(mostly: str, data: bytes) -> str:
    """Mend single places in what is UTF-8 for the rest.

    A byte among ASCII was pasted in (windows-1252), unless it begins the characters of this document: then one was cut in two.
    """

    def mended(match: re.Match[str]) -> str:
        wrong = match[0].encode("utf-8", "surrogateescape")
        if len(wrong) > 1 or re.search(re.escape(wrong) + rb"[\x80-\xbf]", data):
            return "\ufffd"
        return wrong.decode("cp1252", "replace")

    return _WRONG.sub(mended, mostly)
