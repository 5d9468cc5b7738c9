"""The document that an article was read from, for writing it back with all that no field takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol

from attrs import define, field, frozen

from newsmodel.model.message import Message
from newsmodel.model.quick_making import copier_of

if TYPE_CHECKING:
    from newsmodel.model.article import Article


class Form(Protocol):
    """How a format's messages are made: what its module tells `Origin` and `Envelope`."""

    @property
    def told(self) -> bool:
        """Whether the articles themselves tell, in fields and extras, all that a message says."""

    def alone(self, origin: Origin) -> bytes:
        """Return a document with an item of a message."""

    def message(self, envelope: Envelope) -> Message:
        """Return what a message says of itself."""

    def beside(self, origin: Origin) -> Iterator[tuple[str, str]]:
        """Give what is no article and stands before the item of an article (after the last: behind it), each with its place."""


@define(repr=False)
class Envelope:
    """What stands around the items of one message: shared by all articles of it. Copies (of a pickle, of another process) are equal.

    ``head`` is the message up to its first item that is an article, ``tail`` what follows the last of its ``count``; both are bytes of the
    document. ``between`` is what stands between two articles and is more than white space, by the number of the second, and None where it
    was not kept, since the message was read item by item. ``source`` is the document as it came, where that cannot be put together from its
    pieces: in another encoding than UTF-8, or with faults. Where ``whole`` is set, there is one article and ``head`` is all of the document.
    """

    head: bytes
    form: Form = field(eq=False)
    tail: bytes = b""
    count: int = field(default=0, eq=False)
    between: dict[int, bytes | None] = field(factory=dict, eq=False)
    source: bytes | None = field(default=None, eq=False)
    whole: bool = False
    said: Message | None = field(default=None, eq=False)
    """What the message says of itself, once it was read."""
    index: object = field(default=None, eq=False)
    """What its form remembers of it."""

    @property
    def message(self) -> Message:
        """What the message says of itself."""
        if self.said is None:
            self.said = self.form.message(self)
        return self.said


@frozen(eq=False, repr=False)
class Origin:
    """The document of an article: which ``format``, its bytes, and the ``article`` as it was read.

    It is no part of what an article says, and counts for no comparison. A writer of the same format changes in the
    document what differs from the article as it was read, and leaves everything else as it stands. Of a message's item,
    ``piece`` are the bytes of the item alone, ``envelope`` is the message around it, ``number`` says which of its items that are articles it is
    (the first is 0), ``before`` what stood between the item before and this one, and ``scope`` what namespaces are declared around it.
    """

    format: str
    piece: bytes = field(repr=False)
    article: Article = field(repr=False)
    envelope: Envelope | None = None
    number: int = 0
    before: bytes = b""
    part: tuple[int, int] | None = None
    """Which of how many language versions in the document the article is; None where it is all of it."""
    scope: bytes = b""

    @property
    def data(self) -> bytes:
        """The document: of an item that came in a message with others one that has only this item."""
        return self.piece if self.envelope is None else self.envelope.form.alone(self)

    @property
    def message(self) -> Message | None:
        """What the message around the article says of itself; None where there was none."""
        return None if self.envelope is None else self.envelope.message


def with_origin(article: Article, origin: Origin) -> Article:
    """Return an article with its origin. It was checked when it was read, and is not checked again."""
    cls: Any = type(article)
    made: Article = copier_of(cls, "origin")(article, origin)
    return made
