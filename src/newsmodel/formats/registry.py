"""What a format is to the rest of the package, and the list of all formats.

A format of somebody else's comes in by an entry point of the group ``newsmodel.formats`` that names a `Format`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any, Protocol

from attrs import frozen

from newsmodel.codec.context import Context
from newsmodel.errors import UnknownFormat
from newsmodel.model import Article


class Reads(Protocol):
    """Reads one article from bytes."""

    def __call__(self, data: bytes, context: Context) -> Article: ...


class ReadsAll(Protocol):
    """Reads every article of a document: of bytes, and where the format ``streams`` also of a binary file."""

    def __call__(self, source: Any, context: Context) -> Iterator[Article]: ...


class Writes(Protocol):
    """Writes one article to bytes."""

    def __call__(self, article: Article, context: Context) -> bytes: ...


class WritesAll(Protocol):
    """Writes several articles into one document."""

    def __call__(self, articles: Iterable[Article], context: Context) -> bytes: ...


@frozen
class Format:
    """A format.

    ``recognises`` gets the first bytes of a document, without white space and byte order mark, and says whether they
    look like this format. ``text`` formats may be read from a ``str``; ``rules`` says that the format is read by rules,
    which may find more than was said (a page's plain text). ``read_all`` and ``write_all`` are there where one document
    can hold several articles; with ``streams`` ``read_all`` takes a binary file too, and does not read it as a whole. With ``messages``
    the format has a place for what a `Message` says: its writers look at ``Context.message`` and at `Article.message`, and note what they leave out.
    """

    name: str
    title: str
    extension: str
    recognises: Callable[[bytes], bool]
    read: Reads
    write: Writes
    read_all: ReadsAll | None = None
    write_all: WritesAll | None = None
    text: bool = False
    rules: bool = False
    streams: bool = False
    messages: bool = False
    version_of: str | None = None
    """The format that this is one version of, for those who write: `sniff` gives the format itself."""


BUILT_IN = (
    "native",
    "newsml_g2_document",
    "nitf_document",
    "newsml_1_document",
    "schema_org_document",
    "ninjs_document",
    "iptc_7901",
    "anpa_1312",
    "mail",
    "html_document",
    "page_text",
)
"""The modules that hold a ``FORMAT``, or ``ALL_FORMATS``, in the order in which `sniff` asks them."""


@cache
def formats() -> dict[str, Format]:
    """Return all formats by name: the built-in ones, then those of entry points."""
    modules = [import_module(f"newsmodel.formats.{module}") for module in BUILT_IN]
    found = [each for module in modules for each in getattr(module, "ALL_FORMATS", (module.FORMAT,))]
    found += [entry.load() for entry in entry_points(group="newsmodel.formats")]
    return {each.name: each for each in found}


def format_named(name: str) -> Format:
    """Return a format. Raise `UnknownFormat`, which lists those that there are."""
    if name not in (known := formats()):
        raise UnknownFormat("one of the formats " + ", ".join(known), name)
    return known[name]
