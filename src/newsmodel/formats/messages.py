"""Messages around articles, in any format: which there are, and what is lost of them where articles are written without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsmodel.codec.context import Context
from newsmodel.losses import LossKind
from newsmodel.model import Article, Message
from newsmodel.model.constraints import content_fields
from newsmodel.model.origin import Envelope, Origin

_LEFT = "it stands in the message around the article, which is not written"


def envelopes_of(articles: Iterable[Article]) -> list[Envelope]:
    """Return the messages that articles came in, each once."""
    found: dict[int, Envelope] = {}
    for article in articles:
        envelope = article.origin.envelope if article.origin is not None else None
        if envelope is not None and id(envelope) not in found and envelope not in found.values():
            found[id(envelope)] = envelope
    return list(found.values())


def note_left(articles: Sequence[Article], context: Context) -> None:
    """Note what the messages say that articles came in, where these are written without it."""
    for envelope in envelopes_of(articles):
        note_unwritten(envelope.message, context, envelope)
    note_beside(articles, context)


def note_beside(articles: Iterable[Article], context: Context) -> None:
    """Note what is no article and stands beside articles in their messages."""
    for article in articles:
        origin = article.origin
        if origin is None or origin.envelope is None or (origin.part or (0,))[0]:
            continue
        for where, raw in origin.envelope.form.beside(origin):
            reason = "it stands beside the article in its message, and is none itself"
            context.note(LossKind.UNWRITTEN, "message", raw, where=where, reason=reason)


def note_unwritten(message: Message, context: Context, envelope: Envelope | None = None) -> None:
    """Note all that a message says."""
    if envelope is not None and envelope.form.told:
        return
    for path, value, where in said_by(message):
        context.note(LossKind.UNWRITTEN, path, value, where=where, reason=_LEFT)


def said_by(message: Message) -> Iterator[tuple[str, object, str]]:
    """Give what a message says: the path, the value, and of what no field takes the place."""
    for field in content_fields(Message):
        value = getattr(message, field.name)
        if field.name == "extras":
            for index, extra in enumerate(value):
                yield f"message.extras[{index}]", extra.raw, extra.place
        elif isinstance(value, tuple):
            for index, each in enumerate(value):
                yield f"message.{field.name}[{index}]", each, ""
        elif value is not None:
            yield f"message.{field.name}", value, ""


def common_message(articles: Sequence[Article], context: Context) -> Message | None:
    """Return what a new message is to say: what was asked for, else what the one that all articles came in said. Those of several are noted."""
    found = envelopes_of(articles)
    if context.message is not None:
        return context.message
    if len(found) == 1:
        return found[0].message
    for envelope in found:
        note_unwritten(envelope.message, context, envelope)
    return None


def foreign_message(articles: Sequence[Article], context: Context) -> Message | None:
    """Return what a document whose envelope its articles fill is to say besides: what was asked for, else what one message around them all said."""
    if context.message is not None:
        return context.message
    found = [envelope for envelope in envelopes_of(articles) if not envelope.form.told]
    if len(found) == 1:
        return found[0].message
    for envelope in found:
        note_unwritten(envelope.message, context, envelope)
    return None


def origin_in(article: Article, context: Context) -> Origin | None:
    """Return where an article came from, if that is a document of the format that is written, and what came is to be kept."""
    origin = article.origin
    return origin if origin is not None and origin.format == context.format and context.keep else None
