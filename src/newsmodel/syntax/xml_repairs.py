"""What can be mended in a document that is not well-formed XML, without guessing what it means.

All of it is dirt that comes with real feeds. The lines stay where they were. What could mean several things is left alone: a tag
that is not closed, a second root, an entity that nobody declares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from attrs import define, field, frozen

_SHOWN = 200


@frozen
class Repair:
    """One thing that was invalid and was understood all the same: what it was, why it is wrong, in which line it is."""

    value: object
    reason: str
    line: int | None = None


@define
class _Mending:
    """A document, and what was done to it so far."""

    data: bytes
    doctype_end: int
    repairs: list[Repair] = field(factory=list)

    def note(self, value: object, reason: str, at: int | None = None) -> None:
        line = None if at is None else self.data.count(b"\n", 0, at) + 1
        self.repairs.append(Repair(value, reason, line))


def mend(data: bytes, doctype_end: int = 0) -> tuple[bytes, list[Repair]]:
    """Return a document in UTF-8 with everything mended that can be, and what that was; ``doctype_end`` is where its DOCTYPE ends."""
    mending = _Mending(data, doctype_end)
    _mend_characters(mending)
    _mend_references(mending)
    _mend_end(mending)
    _mend_start(mending)
    return mending.data, mending.repairs


# characters

_BREAKS = b"\x0b\x0c"
_CONTROLS = bytes({*range(0x20)} - {*b"\t\r\n"} - {*_BREAKS})
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_REFUSED = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_TO_SPACES = bytes.maketrans(_BREAKS, b"  ")


def _mend_characters(mending: _Mending) -> None:
    """Take out the characters that XML 1.0 §2.2 refuses; a form feed and a vertical tab divide words, so they become spaces."""
    data = mending.data
    first = _REFUSED.search(data)
    if not first:
        return
    refused = [bytes([byte]) for byte in sorted(_BREAKS + _CONTROLS)] + [*_NO_CHARACTERS]
    counts = {f"U+{ord(char.decode()):04X}": data.count(char) for char in refused}
    said = ", ".join(name for name, count in counts.items() if count)
    reason = "characters that XML does not allow were taken out"
    mending.note(said, _counted(reason, sum(counts.values())), first.start())
    before = data[: mending.doctype_end]
    mending.doctype_end = len(_without_refused(before))
    mending.data = _without_refused(data)


def _counted(reason: str, count: int) -> str:
    return f"{reason} ({count:,} of them)" if count > 1 else reason


def _without_refused(data: bytes) -> bytes:
    data = data.translate(_TO_SPACES, _CONTROLS)
    for char in _NO_CHARACTERS:
        data = data.replace(char, b"")
    return data


# references

_REFERENCE = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"  # where a reference means nothing
    rb"|(?P<numbers>(?:&\#[0-9]++;|&\#x[0-9A-Fa-f]++;)++)"
    rb"|&(?P<name>[^\s<>&;\#\"'=]++);"
    rb"|(?P<bare>&)",
    re.DOTALL,
)
_NUMBER = re.compile(rb"&#(?:x([0-9A-Fa-f]+)|([0-9]+));")
_DECLARED = re.compile(rb"<!ENTITY\s+([^\s%]+)")
_PREDEFINED = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_NAMED = {name[:-1].encode(): text for name, text in html5.items() if name.endswith(";")}
"""HTML's entities, among them those of the DTDs of NITF and XHTML. They are taken for what they mean everywhere."""


def _mend_references(mending: _Mending) -> None:
    """Mend references to characters that there are not, to entities of HTML, and ampersands that are none."""
    declared = _PREDEFINED.union(_DECLARED.findall(mending.data, 0, mending.doctype_end))
    done: dict[str, list[tuple[bytes, int]]] = {}

    def mended(match: re.Match[bytes]) -> bytes:
        text, reason = match[0], ""
        if match["bare"]:
            text, reason = b"&amp;", "an ampersand that begins no reference is text"
        elif match["numbers"]:
            text, reason = _valid_numbers(match[0]), "references to characters that XML does not allow"
        elif match["name"] and match["name"] not in declared and match["name"] in _NAMED:
            text, reason = (
                b"".join(b"&#%d;" % ord(char) for char in _NAMED[match["name"]]),
                "entities of HTML that the document does not declare",
            )
        if text != match[0]:
            done.setdefault(reason, []).append((match[0], match.start()))
        return text

    head, body = mending.data[: mending.doctype_end], mending.data[mending.doctype_end :]
    body = _REFERENCE.sub(mended, body)
    for reason, places in done.items():
        values = " ".join(dict.fromkeys(_said(value) for value, _ in places[:1000]))
        mending.note(
            values[:_SHOWN],
            _counted(reason, len(places)),
            len(head) + places[0][1],
        )
    mending.data = head + body


def _valid_numbers(references: bytes) -> bytes:
    """Return character references without those that XML refuses; two that are the halves of a pair become one."""
    points = [
        int(hexadecimal, 16) if hexadecimal else int(decimal)
        for hexadecimal, decimal in (
            (
                each[0][-8:] if not each[0][:-8].strip(b"0") else b"7fffffff",
                each[1][-9:] if not each[1][:-9].strip(b"0") else b"999999999",
            )
            for each in _NUMBER.findall(references)
        )
    ]
    if all(map(_is_allowed, points)):
        return references
    return b"".join(b"&#%d;" % point for point in _joined(points))


def _joined(points: list[int]) -> Iterator[int]:
    high = 0
    for point in points:
        if high and 0xDC00 <= point < 0xE000:
            yield 0x10000 + ((high - 0xD800) << 10) + (point - 0xDC00)
        elif point in (0x0B, 0x0C):
            yield 0x20
        elif _is_allowed(point):
            yield point
        high = point if 0xD800 <= point < 0xDC00 else 0


def _is_allowed(point: int) -> bool:
    """Whether XML 1.0 has a character (§2.2)."""
    return (
        point in (0x9, 0xA, 0xD)
        or 0x20 <= point < 0xD800
        or 0xE000 <= point < 0xFFFE
        or 0x10000 <= point < 0x110000
    )


# what stands around the document


def _mend_end(mending: _Mending) -> None:
    """Cut off text behind the last tag. A tag behind the root may be a second document: that is left alone."""
    end = mending.data.rfind(b">") + 1
    junk = mending.data[end:].strip()
    if junk and end and b"<" not in junk:
        mending.note(_said(junk), "text behind the end of the document", end)
        mending.data = mending.data[:end]


_START = re.compile(rb"\A([^<]{1,4096})(?:(<\?xml\s[^<>]*?\?>)|(?=<))")


def _mend_start(mending: _Mending) -> None:
    """Take away what stands before the document; line ends go behind the declaration, so that the lines stay."""
    match = _START.match(mending.data)
    if not match or not (match[1].strip() or match[2]):
        return
    why = "text before the document" if match[1].strip() else "white space before the XML declaration"
    mending.note(_said(match[1].strip()) or None, why, 0)
    mending.data = (match[2] or b"") + b"\n" * match[1].count(b"\n") + mending.data[match.end() :]


def _said(value: bytes) -> str:
    return value[:_SHOWN].decode("utf-8", "replace")
