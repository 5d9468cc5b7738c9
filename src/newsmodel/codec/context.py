"""What codecs share during one conversion."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import reduce
from typing import Any

from attrs import Factory, define, field, frozen

from newsmodel.errors import InputError
from newsmodel.losses import Losses, LossKind
from newsmodel.model import Article, Extra, Media, Message, Span


class Unsayable(ValueError):
    """A value that the target format has no way to say; the message says why. Becomes an UNWRITTEN loss."""


class NotForUs(InputError):
    """A value that is in order, and says nothing that the row holds: it is kept as an extra, and nothing is reported."""


@frozen(eq=False)
class Finding:
    """Something that a body marks in its text: somebody's words, a name. Whoever reads the body leaves it, the format makes something of it.

    ``kind`` is ``quote`` or what is named (``person``, ``organisation``, ``place``, ``event``), ``raw`` the piece of the document,
    ``spans`` where it stands in the paragraphs, ``source`` who is said to have said it.
    """

    kind: str
    raw: Any
    spans: tuple[Span, ...] = ()
    source: str | None = field(default=None, kw_only=True)


@define
class Context:
    """One conversion in progress: the format, the losses so far, and what is known of the surroundings.

    ``language`` is the language of the article being read, where the format's reader looked ahead, ``article`` the article being written, ``keep`` whether
    unknown content is kept (reading) and put back (writing). ``anchors`` are the places in the body that other
    parts of a document point at, by identifier, filled by whoever reads or writes the body.
    """

    format: str
    losses: Losses = Factory(Losses)
    language: str | None = None
    article: Article | None = None
    keep: bool = True
    in_place: bool = False
    """Whether what is written stands in a document that was there before, and inherits from what is around it."""
    message: Message | None = None
    """What a message is to say of itself that several articles are written into; None where it says what it said."""
    base: str = ""
    """What the document's own identifiers begin with, before the ``#``."""
    anchors: dict[str, object] = Factory(dict)
    at: tuple[Any, Callable[[Any], Any], Any] | None = None
    """What is being read: what it stands in (of the same form), how its piece is made, and of what (`Building`). See `place`."""
    headline: str | None = None
    """The main headline of the document being read, where the format's reader looked ahead."""
    known_bylines: frozenset[str] = frozenset()
    """The bylines that the metadata of the document being read has, where the format's reader looked ahead."""
    paragraphs: list[str] = Factory(list)
    """The texts of the body's paragraphs, filled by whoever reads the body."""
    bylines: list[str] = Factory(list)
    """The bylines that stand in the body, filled by whoever reads it."""
    editor_notes: list[str] = Factory(list)
    """The notes to editors that stand in the body, filled by whoever reads it."""
    findings: list[Finding] = Factory(list)
    """What the body marks in its text, filled by whoever reads it."""
    embedded: list[Article] = Factory(list)
    """The articles that are read from documents inside the document, filled by whoever reads them."""
    homeless: list[tuple[str, Any]] = Factory(list)
    """Foreign pieces of an object that holds no extras, on their way to the next object outwards that does."""
    media: dict[str, Media] = Factory(dict)
    """The media items that were read so far, by identifier: what a figure in the body may show."""
    put_back: list[object] = Factory(list)
    """The pieces of unknown content that were put back as they came; layout leaves them alone."""
    restored: dict[Any, tuple[str, Extra]] = Factory(dict)
    """The elements among them that XML extras became, each with the path of its extra."""
    depth: int = 0
    """How many objects of the document are being read, one inside the other."""
    steps: list[str] = Factory(list)
    """The steps in the article to what is being written."""
    gathered: list[str] = Factory(list)
    """The values of attributes of which a format asked to be told what was written in them (`newsmodel.syntax.xml_joined`)."""

    @property
    def place(self) -> str:
        """Where in the document the value stands that is being read."""
        if self.at is None:
            return ""
        places: list[str] = []
        at: Any = self.at
        while at is not None:
            at, piece_of, handle = at
            places.append(piece_of(handle).place)
        return reduce(joined, reversed(places))

    @property
    def line(self) -> int | None:
        """The line in the document of what is being read, where the syntax knows it."""
        if self.at is None:
            return None
        _, piece_of, handle = self.at
        line: int | None = piece_of(handle).line
        return line

    def enter(self, step: str) -> None:
        """Go down one step in the article (while writing); pair with `leave`."""
        self.steps.append(step)

    def leave(self) -> None:
        """Go up again."""
        self.steps.pop()

    @contextmanager
    def elsewhere(self, *steps: str) -> Iterator[None]:
        """Write something that stands elsewhere in the article than what is being written around it."""
        outer, self.steps = self.steps, list(steps)
        yield
        self.steps = outer

    def path(self, below: str = "") -> str:
        """Return the path in the article of what is being written, or of something below it."""
        steps = [*self.steps, below] if below else self.steps
        return ".".join(steps).replace(".[", "[")

    def note(
        self, kind: LossKind, below: str = "", value: object = None, *, where: str = "", reason: str = ""
    ) -> None:
        """Note a loss at (or below) the current path."""
        if not self.losses.heard:
            return
        self.losses.note(kind, self.path(below), value, where=where, reason=reason)

    def note_place(
        self, kind: LossKind, where: str, value: object = None, *, reason: str = "", line: int | None = None
    ) -> None:
        """Note a loss at a place in the document (while reading); its line is that of what is being read, if no other is given."""
        if not self.losses.heard:
            return
        self.losses.note(kind, "", value, where=where, reason=reason, line=line or self.line)

    def note_extras(self, extras: tuple[Extra, ...], below: str = "extras") -> None:
        """Note extras that the target has no place for."""
        for index, extra in enumerate(extras):
            self.note(LossKind.UNWRITTEN, f"{below}[{index}]", extra.raw, where=extra.place)

    def kept(self, place: str, raw: str) -> Extra:
        """Make an extra of this format."""
        return Extra(self.format, place, raw or None)


def joined(outer: str, inner: str) -> str:
    """Put two places together; a JSON pointer brings its own slash."""
    return f"{outer}{inner}" if not (outer and inner) or inner.startswith("/") else f"{outer}/{inner}"
