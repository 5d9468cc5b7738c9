"""The document that an article was read from, for writing it back with all that no field takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from newsmodel.model.quick_making import copier_of

if TYPE_CHECKING:
    from newsmodel.model.article import Article


@define(repr=False)
class Envelope:
    """What stands around the items of one message: shared by all articles of it. Copies (of a pickle, of another process) are equal.

    ``head`` is the message without its items, ``tail`` what follows the last article among the items, ``after`` what follows
    the items.
    """

    head: bytes
    tail: bytes = b""
    after: bytes = b""


@frozen(eq=False, repr=False)
class Origin:
    """The document of an article: which ``format``, its bytes, and the ``article`` as it was read.

    It is no part of what an article says, and counts for no comparison. A writer of the same format changes in the
    document what differs from the article as it was read, and leaves everything else as it stands. Of a message's item,
    ``envelope`` is the message around it, and ``before`` what stood between the item before and this one.
    """

    format: str
    data: bytes = field(repr=False)
    article: Article = field(repr=False)
    envelope: Envelope | None = None
    before: bytes = b""
    part: tuple[int, int] | None = None
    """Which of how many language versions in the document the article is; None where it is all of it."""


def with_origin(article: Article, origin: Origin) -> Article:
    """Return an article with its origin. It was checked when it was read, and is not checked again."""
    cls: Any = type(article)
    made: Article = copier_of(cls, "origin")(article, origin)
    return made
