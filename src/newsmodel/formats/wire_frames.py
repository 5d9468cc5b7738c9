"""What frames messages on a wire: SOH before a header, STX before a text, ETX behind it, EOT at the end (ISO 646, ISO 1745)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import frozen

from newsmodel.codec.context import Context
from newsmodel.errors import SeveralItems
from newsmodel.formats.settled import from_document, settled
from newsmodel.losses import LossKind
from newsmodel.model import Article
from newsmodel.syntax.fields import Field, FieldsTable
from newsmodel.syntax.wire_bytes import cleaned, decoded

SOH, STX, ETX, EOT = "\x01", "\x02", "\x03", "\x04"
NOISE = "\x00\x16\x7f"
"""What keeps a line busy: NUL, SYN, DEL."""
BEFORE = rb"[\s\x00\x16\x7f]*+(?:[^\n\x01]{0,80}+\n){0,3}+[\s\x00\x16\x7f]*+"
"""What may stand before SOH, as a pattern: noise, and some short lines of the machines on the way."""
_TRANSMISSION = dict.fromkeys(map(ord, NOISE + EOT + "\x05\x07\x11\x13"))
"""Signs between messages that are for the machines: also ENQ, BEL, XON, XOFF."""

Part = Callable[[str], tuple[str, str]]


@frozen
class Frame:
    """A message in its parts: what stands before SOH, the header, the text, what follows it. ``lost`` are controls that are missing."""

    before: str
    header: str
    text: str
    after: str
    lost: tuple[str, ...]


def frame_of(message: str, header_end: Part, text_end: Part) -> Frame:
    """Take a message apart. Where STX or ETX is missing, ``header_end`` and ``text_end`` part what they would part."""
    message = message.replace("\r\n", "\n").replace("\r", "\n")
    before, soh, rest = message.partition(SOH)
    if not soh:
        before, rest = "", before.lstrip(" \n\t" + NOISE)
    header, stx, text = rest.partition(STX)
    if not stx:
        header, text = header_end(header)
    text, etx, after = text.partition(ETX)
    if not etx:
        text, after = text_end(text)
    lost = tuple(name for name, there in (("SOH", soh), ("STX", stx), ("ETX", etx)) if not there)
    return Frame(before, header, text, after, lost)


def note_lost(frame: Frame, context: Context) -> None:
    """Note the controls that are missing."""
    if frame.lost:
        where, said = "message", ", ".join(frame.lost)
        context.note_place(LossKind.REPAIRED, where, said, reason="controls that were lost")


def last_line(text: str, is_end: Callable[[str], bool]) -> tuple[str, str]:
    """Part a text from its last line, if that is the end line of a message."""
    body, _, last = text.rstrip(" \t\n" + EOT + NOISE).rpartition("\n")
    return (body, last) if is_end(last.strip()) else (text, "")


def ending(after: str) -> tuple[str, str]:
    """Return the end line, and what follows it."""
    line, _, rest = after.partition(EOT)
    first, _, more = line.strip(" \t\n" + NOISE).partition("\n")
    return first.strip(), f"{more}\n{rest}"


def around(name: str, raw: str, context: Context) -> Iterator[Field]:
    """Give a field for what is no part of a message, if there is anything to see in it."""
    if kept := cleaned(raw.translate(_TRANSMISSION), context, name).strip():
        yield Field(name, kept)


# streams


@frozen
class Stream:
    """A format whose messages follow one another: ``fields`` takes one message apart, ``framed`` puts one together."""

    table: FieldsTable[Article]
    fields: Callable[[str, Context], list[Field]]
    framed: Callable[[list[Field]], str]

    def read(self, data: bytes, context: Context) -> Article:
        """Read the one message of a stream. Raise `SeveralItems` where there are more."""
        messages = _messages(decoded(data, context, "message"))
        if len(messages) > 1:
            raise SeveralItems(
                "one message", len(messages), message=f"{len(messages)} messages: read_all reads them all"
            )
        return from_document(self._read(messages[0], context), data, context)

    def read_all(self, source: Any, context: Context) -> Iterator[Article]:
        """Read every message; each has its bytes, if it can be read from them alone."""
        messages = _messages(decoded(source, context, "message"))
        pieces = _messages(source.decode("latin-1"))
        for index, message in enumerate(messages):
            article = self._read(message, context)
            piece = pieces[index].encode("latin-1") if len(pieces) == len(messages) else b""
            alone = piece and decoded(piece, Context(context.format), "message") == message
            yield from_document(article, piece, context) if alone else article

    def write(self, article: Article, context: Context) -> bytes:
        """Write one message."""
        return settled(article, context, self._encode, self.read)

    def write_all(self, articles: Iterable[Article], context: Context) -> bytes:
        """Write messages one after the other."""
        return b"".join(self.write(article, context) for article in articles)

    def _encode(self, article: Article, context: Context) -> bytes:
        return self.framed(self.table.encode(article, context)).encode()

    def _read(self, message: str, context: Context) -> Article:
        return self.table.decode(self.fields(message, context), context)


def _messages(stream: str) -> list[str]:
    """Part a stream at SOH; what stands before the first belongs to the first."""
    head, *rest = stream.split(SOH)
    if not rest:
        return [head]
    return [f"{head}{SOH}{rest[0]}", *(f"{SOH}{each}" for each in rest[1:])]
