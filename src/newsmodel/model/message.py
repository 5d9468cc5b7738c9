"""The message that items are sent in: who sends it, to whom, when, and how urgently."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from newsmodel.dates.when import When, when_key
from newsmodel.errors import ModelError
from newsmodel.model.concept import Concept
from newsmodel.model.constraints import Checked
from newsmodel.model.extras import Extra
from newsmodel.model.values import Code, Line, Priority, Several, Uri, maybe_line, when


@frozen
class Address(Checked):
    """Somebody or something that a message comes from, goes to or goes through: by name, code, URI or literal.

    ``role`` is a code that says in what part (``nmdest:final``). Source: NewsML-G2 specification, qualifyingAttributes.
    """

    name: Line | None = field(default=None, converter=maybe_line)
    code: Code | None = None
    uri: Uri | None = None
    literal: Line | None = field(default=None, converter=maybe_line)
    role: Code | None = None
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)

    def _contradictions(self) -> Iterator[ModelError]:
        if not (self.name or self.code or self.uri or self.literal):
            yield ModelError("Address", "at least one of name, code, uri and literal", None)


@frozen
class Timestamp(Checked):
    """A time of a message other than when it was sent; ``role`` says of what (``received``)."""

    at: When = field(converter=when, eq=when_key)
    role: Line | None = field(default=None, converter=maybe_line)
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)


@frozen
class Message(Checked):
    """What stands around the items of one message: its transmission, not the news. `Article.message` gives that of an article.

    ``sent`` is when it was sent, ``id`` identifies this transmission, ``origin`` is where it started, ``channels`` are those
    that it goes through, ``products`` what it belongs to. ``priority`` is of the transmission, 1 the highest, 9 the lowest; how urgent
    the news are is `Article.urgency`. Source: NewsML-G2 specification, newsMessage; NewsML 1.2 Functional Specification, NewsEnvelope.
    """

    sent: When | None = field(default=None, converter=when, eq=when_key)
    id: Line | None = field(default=None, converter=maybe_line)
    senders: tuple[Address, ...] = field(default=(), converter=Several["Address", ...])
    priority: Priority | None = None
    origin: Address | None = None
    destinations: tuple[Address, ...] = field(default=(), converter=Several["Address", ...])
    channels: tuple[Address, ...] = field(default=(), converter=Several["Address", ...])
    timestamps: tuple[Timestamp, ...] = field(default=(), converter=Several["Timestamp", ...])
    signals: tuple[Concept, ...] = field(default=(), converter=Several["Concept", ...])
    products: tuple[Concept, ...] = field(default=(), converter=Several["Concept", ...])
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], repr=False)
