"""What a document seems to be that no format recognises: an error should say more than that."""

from __future__ import annotations

import re

_MAGIC = {
    b"\x1f\x8b": "bytes of gzip: unpack them first",
    b"BZh": "bytes of bzip2: unpack them first",
    b"PK\x03\x04": "a ZIP archive: unpack it first",
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"\xd0\xcf\x11\xe0": "a document of an old office program",
}
_ROOT = re.compile(
    rb"(?:<\?.{0,2000}?\?>\s*+|<!--.{0,20000}?-->\s*+|<![A-Z][^\[>]{0,2000}+(?:\[[^\]]{0,20000}+\]\s*+)?>\s*+)*+"
    rb"<(?P<name>[A-Za-z_][\w.:-]{0,99})",
    re.DOTALL,
)
_SHOWN = 40


def seeming(start: bytes) -> str:
    """Say in a few words what begins like this, in UTF-8 and without white space before it."""
    if not start:
        return "an empty document"
    for magic, what in _MAGIC.items():
        if start.startswith(magic):
            return what
    if root := _ROOT.match(start):
        return f"XML with the root element {root['name'].decode()!r}"
    what = "JSON that is none of them: " if start[:1] in b"{[" else ""
    return f"{what}{start[:_SHOWN]!r}"
