"""Which documents are read item by item: those that are too long to be in memory as a tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from newsmodel.syntax.xml_limits import MAX_MARKS, count_marks

STREAMED = 32 * 2**20
"""Documents of more bytes are read item by item."""
HEAD = 4096
"""How much of a document says what it is."""


def is_long(data: bytes) -> bool:
    """Whether a document is to be read item by item: it is long, or has more in it than is read at once."""
    return len(data) > STREAMED or (len(data) > MAX_MARKS and count_marks(data) > MAX_MARKS)


def parted(
    source: bytes | BinaryIO, streams: Callable[[bytes], bool]
) -> tuple[bytes, None] | tuple[None, bytes | BinaryIO]:
    """Return a source as bytes to be read at once, or else as what is to be read item by item: a long one whose start ``streams``."""
    if not isinstance(source, bytes):
        if source.seekable() and _is_long_file(source, streams):
            return None, source
        source = source.read()
    return (None, source) if streams(source) and is_long(source) else (source, None)


def _is_long_file(file: BinaryIO, streams: Callable[[bytes], bool]) -> bool:
    start = file.tell()
    head = file.read(HEAD)
    size = file.seek(0, 2) - start
    file.seek(start)
    return size > STREAMED and streams(head)
