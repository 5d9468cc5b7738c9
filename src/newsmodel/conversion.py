"""Reading, writing and converting: the public verbs, the same for every format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO, TypeAlias

from attrs import Factory, frozen

from newsmodel.codec.context import Context
from newsmodel.errors import InputError, SeveralItems, UnknownFormat
from newsmodel.formats.messages import note_beside, note_left, note_unwritten
from newsmodel.formats.registry import Format, format_named, formats
from newsmodel.formats.unrecognised import seeming
from newsmodel.losses import Losses, LossKind, Unheard
from newsmodel.model import Article, Message

Source: TypeAlias = bytes | bytearray | memoryview | str | Path | BinaryIO
"""Bytes, a binary file or a path. A ``str`` is text, never a path, and is taken by text formats only."""

_PEEK = 65_536
"""How much of a document a format is recognised by."""


@frozen
class Conversion:
    """What came out of a conversion, and what it could not carry."""

    output: bytes
    losses: Losses = Factory(Losses)


def sniff(data: bytes) -> str:
    """Return the name of the format that bytes are in, judged by their content.

    Raises `UnknownFormat` where no format recognises them.

    >>> sniff(b'{"newsmodel": 1}')
    'native'
    """
    from newsmodel.syntax.xml_encoding import start_in_utf8

    start = start_in_utf8(data[:_PEEK])
    for name, each in formats().items():
        if each.recognises(start):
            return name
    names = [name for name, each in formats().items() if each.version_of is None]
    expected = "a document in one of the formats " + ", ".join(names)
    raise UnknownFormat(expected, data[:40], message=f"expected {expected}, got {seeming(start)}")


def read(
    source: Source, *, format: str | None = None, strict: bool = False, losses: Losses | None = None
) -> Article:
    """Read one article.

    ``format`` is a name (`sniff` finds it out otherwise). What could not be carried is added to ``losses``; with
    ``strict`` it is an error. Without either, losses are not made out at all, which takes less time.

    Raises `InputError` for what cannot be read (`InputErrors` for several faults, `SyntaxFault` for what is not
    well-formed, `SeveralItems` for a document with more than one article, `UnknownFormat`) and `LossError` for
    ``strict``.
    """
    data, chosen = _opened(source, format)
    context = _context(chosen.name, losses, strict=strict)
    article = chosen.read(data, context)
    _settle(context, losses, strict=strict)
    return article


def read_all(
    source: Source,
    *,
    format: str | None = None,
    strict: bool = False,
    losses: Losses | None = None,
) -> Iterator[Article]:
    """Read every article of a document, one after the other. Takes and raises what `read` does.

    Of a file or a `Path` in a format that can (NewsML-G2), no more than one article is in memory at a time.
    """
    opened, chosen = _opened_for_all(source, format)  # at once, so that a wrong call fails where it is made
    return _each(opened, chosen, losses, strict=strict)


def _each(
    source: bytes | Path | BinaryIO, chosen: Format, losses: Losses | None, *, strict: bool
) -> Iterator[Article]:
    with source.open("rb") if isinstance(source, Path) else nullcontext(source) as opened:
        context = _context(chosen.name, losses, strict=strict)
        if chosen.read_all is not None:
            articles = chosen.read_all(opened, context)
        else:
            articles = iter([chosen.read(_bytes_of(opened), context)])
        for article in articles:
            _settle(context, losses, strict=strict)
            context.losses.clear()
            yield article
        _settle(context, losses, strict=strict)


def write(
    article: Article,
    format: str,
    *,
    strict: bool = False,
    losses: Losses | None = None,
    extras: bool = True,
) -> bytes:
    """Write an article in a format.

    An article that was read from this format is written back into its document: what it did not change stays as it came,
    to the letter, valid or not. With ``extras=False`` it is written from its fields alone, without unknown content that
    the same format once brought, and what is written is valid.
    Raises `UnknownFormat`, and `LossError` for ``strict``.
    """
    chosen = format_named(format)
    context = _context(chosen.name, losses, strict=strict, keep=extras)
    data = chosen.write(article, context)
    _note_message([article], chosen, context)
    _settle(context, losses, strict=strict)
    return data


def _note_message(articles: list[Article], chosen: Format, context: Context) -> None:
    """Note what the message around articles says, where it goes into a format that has no messages."""
    if chosen.messages:
        return
    if context.message is not None:
        note_unwritten(context.message, context)
        note_beside(articles, context)
    elif any(article.origin is not None for article in articles):
        note_left(articles, context)


def write_all(
    articles: Iterable[Article],
    format: str,
    *,
    strict: bool = False,
    losses: Losses | None = None,
    extras: bool = True,
    message: Message | None = None,
) -> bytes:
    """Write several articles into one document, where the format has a way to. Raises `SeveralItems` where it has none.

    Articles that were read from one message of this format are written into it: the bytes around those that did not change are the
    bytes that came. ``message`` is what the message is to say of itself (`Article.message` is what it said): what differs is changed
    in its header, and the rest stays. Without it, a new message says what the message of another format said that the articles came in.
    """
    chosen = format_named(format)
    if message is not None and not isinstance(message, Message):
        raise TypeError(f"expected a Message, got {type(message).__name__}")
    if chosen.write_all is None:
        several = list(articles)
        if len(several) != 1:
            raise SeveralItems(
                "one article",
                len(several),
                message=f"{format} holds one article a document, got {len(several)}",
            )
        context = _context(chosen.name, losses, strict=strict, keep=extras, message=message)
        data = chosen.write(several[0], context)
        _note_message(several, chosen, context)
        _settle(context, losses, strict=strict)
        return data
    context = _context(chosen.name, losses, strict=strict, keep=extras, message=message)
    given = articles if chosen.messages else list(articles)
    data = chosen.write_all(given, context)
    _note_message([] if chosen.messages else list(given), chosen, context)
    _settle(context, losses, strict=strict)
    return data


_ABOUT_THE_DOCUMENT = frozenset(LossKind) - {LossKind.UNREAD, LossKind.UNREADABLE}
"""Losses of reading that hold whatever is written then."""


def convert(
    source: Source,
    to: str,
    *,
    format: str | None = None,
    strict: bool = False,
    extras: bool = True,
) -> Conversion:
    """Read one article and write it in another format. Takes and raises what `read` and `write` do."""
    losses = Losses()
    article = read(source, format=format, losses=losses)
    if extras and article.origin is not None and _is_back(article.origin.format, to):
        losses = losses.of(*_ABOUT_THE_DOCUMENT)  # what nothing read is written back with the document
    output = write(article, to, losses=losses, extras=extras)
    if strict:
        losses.refuse()
    return Conversion(output, losses)


def _is_back(came: str, to: str) -> bool:
    """Whether a document is written back into the format that it came in: one that has versions keeps its version."""
    return came == to or (came in formats() and formats()[came].version_of == to)


def _opened(source: Source, name: str | None) -> tuple[bytes, Format]:
    """Return a source's bytes and its format, the named one or the one that the bytes are in."""
    chosen = format_named(name) if name else None
    data = _bytes_of(source)
    chosen = chosen or format_named(sniff(data))
    if isinstance(source, str) and not chosen.text:
        message = (
            f"a str is text, never a path, and {chosen.name} is read from bytes: "
            "pass bytes, a binary file or a pathlib.Path"
        )
        raise InputError(f"bytes, a file or a Path for {chosen.name}", message=message)
    return data, chosen


def _opened_for_all(source: Source, name: str | None) -> tuple[bytes | Path | BinaryIO, Format]:
    """Return a source and its format; a file, or a path, stays one where the format reads files piece by piece."""
    if isinstance(source, Path):
        with source.open("rb") as file:
            chosen = format_named(name or sniff(file.read(_PEEK)))
        return (source, chosen) if chosen.streams else _opened(source, chosen.name)
    if isinstance(source, bytes | bytearray | memoryview | str) or not _can_go_back(source):
        return _opened(source, name)
    start = source.tell()
    head = source.read(_PEEK)
    source.seek(start)
    if not isinstance(head, bytes | bytearray | memoryview):
        raise _not_bytes(source, head)
    chosen = format_named(name or sniff(bytes(head)))
    return (source, chosen) if chosen.streams else _opened(source, chosen.name)


def _can_go_back(file: object) -> bool:
    return bool(hasattr(file, "seekable") and hasattr(file, "read") and file.seekable())


def _bytes_of(source: Source) -> bytes:
    if type(source) is bytes:
        return source
    if isinstance(source, str):
        return source.encode("utf-8", "surrogatepass")
    if isinstance(source, Path):
        return source.read_bytes()
    data = source if isinstance(source, bytes | bytearray | memoryview) else _contents(source)
    if isinstance(data, bytes | bytearray | memoryview):
        return bytes(data)
    raise _not_bytes(source, data)


def _not_bytes(source: object, data: object) -> TypeError:
    return TypeError(
        f"expected bytes, a binary file or a pathlib.Path, got {type(source).__name__} of {type(data).__name__}"
    )


def _contents(source: object) -> object:
    if not hasattr(source, "read"):
        raise TypeError(f"expected bytes, a binary file or a pathlib.Path, got {type(source).__name__}")
    return source.read()


def _context(
    name: str, losses: Losses | None, *, strict: bool, keep: bool = True, message: Message | None = None
) -> Context:
    """Return the context of reading or writing; losses are not made out where nobody asked for them."""
    return Context(name, Unheard() if losses is None and not strict else Losses(), keep=keep, message=message)


def _settle(context: Context, losses: Losses | None, *, strict: bool) -> None:
    """Hand the losses over, or refuse them."""
    if losses is not None:
        losses.extend(context.losses)
    if strict:
        context.losses.refuse()
