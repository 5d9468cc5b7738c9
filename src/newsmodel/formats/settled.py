"""Writing formats that are read by rules: what a text says is seen only when it is read again.

What is written is read, and the losses are the differences. A text that reads as something else is written as what it
reads as, until nothing changes any more: so writing again what was read gives the same bytes. An article that did not
change since it was read is written as the bytes that it came in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsmodel.codec.context import Context
from newsmodel.difference import Change, diff, related
from newsmodel.losses import LossKind
from newsmodel.model import Article
from newsmodel.model.origin import Origin, with_origin

_MOST = 8
"""How often a text is read and written again: each time something of it becomes plainer."""


def from_document(article: Article, data: bytes, context: Context) -> Article:
    """Return an article with the bytes that it was read from."""
    return with_origin(article, Origin(context.format, data, article)) if context.keep else article


def settled(
    article: Article,
    context: Context,
    encode: Callable[[Article, Context], bytes],
    read: Callable[[bytes, Context], Article],
) -> bytes:
    """Write an article with ``encode`` so that ``read`` reads it the same however often it is written; note the losses."""
    origin = article.origin
    if context.keep and origin and origin.format == context.format and origin.article == article:
        return origin.data
    first = Context(context.format, article=article, keep=context.keep)
    data = encode(article, first)
    back = read(data, Context(context.format))
    for _ in range(_MOST):
        again = encode(back, Context(context.format, article=back))
        if again == data:
            break
        data, back = again, read(again, Context(context.format))
    _note(article, back, first, context)
    return data


def _note(article: Article, back: Article, first: Context, context: Context) -> None:
    """Note each difference: as the one who wrote it explained it, or as what it is."""
    changes = [change for change in diff(article, back) if change.path != "origin"]
    told = [loss for loss in first.losses if any(related(loss.path, change.path) for change in changes)]
    context.losses.extend(told)
    note_changes(
        [each for each in changes if not any(related(loss.path, each.path) for loss in told)], context
    )


def note_changes(changes: Iterable[Change], context: Context) -> None:
    """Note what reads back otherwise, or not at all."""
    for change in changes:
        kind = LossKind.UNWRITTEN if change.after in (None, ()) else LossKind.COERCED
        context.note(kind, change.path, change.before)
