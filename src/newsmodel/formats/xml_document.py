"""Writing an article of XML back into the document that it came from: what all XML formats share.

An article that did not change is written as the bytes that were read. Of one that changed, only that is written anew;
what comes out is read again and compared, and where it does not say what the article says, the next, wider way is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import attrs
from attrs import frozen
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.difference import diff, related
from newsmodel.errors import NewsModelError, SyntaxFault, told
from newsmodel.losses import Loss, Losses, LossKind, Unheard
from newsmodel.model import Article, Extra
from newsmodel.model.constraints import content_fields
from newsmodel.model.origin import Origin
from newsmodel.syntax.xml import parse_xml, raw_text, serialise_back
from newsmodel.syntax.xml_namespace import Tags
from newsmodel.syntax.xml_patch import Patch, changed_fields
from newsmodel.syntax.xml_table import XmlTable

Finish: TypeAlias = Callable[[etree._Element, Article, frozenset[str], Context], None]  # noqa: SLF001  # a type


@frozen
class Document:
    """How a format's documents are changed in place.

    ``find`` returns the element that a ``table`` read, in a document's tree; ``read`` reads a document, ``together`` are
    fields of which none can be written without the others, ``body`` the fields that are written anew where a smaller
    change does not come out right.
    """

    table: Callable[[etree._Element], XmlTable[Article]]
    find: Callable[[etree._Element, Context], etree._Element | None]
    read: Callable[[bytes, Context], Article]
    together: frozenset[str] = frozenset()
    body: frozenset[str] = frozenset()
    finish: Finish | None = None
    """What is done to the tree after the rows wrote: it gets the element, the article and the names of the fields that changed."""
    renames: Callable[[etree._Element], bool] = lambda root: False  # noqa: ARG005  # for most
    """Whether ``find`` gives a document's elements other tags, which are to be given back."""

    def written_back(self, article: Article, context: Context) -> bytes | None:
        """Return the article's document, changed where the article was; None where it has none that could be changed."""
        origin = article.origin
        if origin is None or origin.format != context.format or origin.part is not None or not context.keep:
            return None
        fields = changed_fields(origin.article, article)
        if not fields:
            return origin.data
        return next(self._attempts(origin, article, fields, context), None)

    def note_left_out(self, article: Article, context: Context) -> None:
        """Note what nothing read of an article's document, where it is written without that document after all."""
        origin = article.origin
        if origin is None or not context.losses.heard:
            return
        if origin.format == context.format and origin.part is None and context.keep:
            context.losses.extend(left_out(self._told(origin), Losses()))

    def _attempts(
        self, origin: Origin, article: Article, fields: frozenset[str], context: Context
    ) -> Iterator[bytes]:
        """Give what is right, the smallest change first; fields that an attempt lost are written anew by the next."""
        closed = fields if fields.isdisjoint(self.together) else fields | self.together
        ways, tried = [closed, closed | self.body], set[frozenset[str]]()
        while ways:
            some = ways.pop(0)
            if some in tried:
                continue
            tried.add(some)
            attempt = Context(context.format, article=article, in_place=True)
            try:
                data = self._changed(origin, article, some, attempt)
                if data is None:
                    return
                anew = some != fields or not some.isdisjoint(self.together)
                back = Context(context.format, Losses() if anew and context.losses.heard else Unheard())
                missed = _missed(article, self.read(data, back), attempt.losses)
            except NewsModelError:
                continue  # the wider way is the answer
            if not missed:
                if anew and context.losses.heard:
                    attempt.losses.extend(left_out(self._told(origin), back.losses))
                context.losses.extend(attempt.losses)
                yield data
            elif not ways:
                ways.append(some | missed)

    def _changed(
        self, origin: Origin, article: Article, fields: frozenset[str], context: Context
    ) -> bytes | None:
        root = parse_xml(origin.data, Context(context.format))  # its repairs were noted when it was read
        tags = Tags(root) if self.renames(root) else None
        element = self.find(root, context)
        if element is None:
            return None
        Patch(self.table(element), origin.article, article, fields, context).apply(element)
        if self.finish is not None:
            self.finish(element, article, fields, context)
        if tags is not None:
            tags.restore(root, element)
        return serialise_back(root, origin.data)

    def _told(self, origin: Origin) -> Losses:
        context = Context(origin.format)
        self.read(origin.data, context)
        return context.losses


def note_silent(
    data: bytes, article: Article, read: Callable[[bytes, Context], Article], context: Context
) -> None:
    """Note what reads back differently from an article that was written afresh, with what is foreign in it.

    What a row wrote and what was put back beside it may say one thing together; without the latter, a table notes all itself.
    """
    if not (context.keep and context.losses.heard and _has_extras(article, context.format)):
        return
    for change in diff(article, read(data, Context(context.format))):
        if not any(related(change.path, path) for path in context.losses.paths):
            reason = f"read as {told(change.after)}"
            context.losses.note(LossKind.COERCED, change.path, change.before, reason=reason)


def _has_extras(value: Any, name: str) -> bool:
    if isinstance(value, tuple):
        return any(_has_extras(each, name) for each in value)
    if isinstance(value, Extra):
        return value.format == name
    return attrs.has(type(value)) and any(
        _has_extras(getattr(value, field.name), name)
        for field in content_fields(type(value))
        if field.name != "sections"  # whose blocks have none
    )


def left_out(told: Losses, stays: Losses) -> Iterator[Loss]:
    """Give what nothing reads of the document that came (``told``), and that is not there in what was written (``stays``)."""
    there = Counter(map(_said, stays.of(LossKind.UNREAD)))
    for loss in told.of(LossKind.UNREAD):
        if there[_said(loss)] > 0:
            there[_said(loss)] -= 1
        else:
            yield attrs.evolve(loss, reason=loss.reason or "what it stood in was written anew")


def _missed(article: Article, back: Article, losses: Losses) -> frozenset[str]:
    """Return the names of the fields that were read back and say something else than the article, though no loss says so."""
    silent = _silent(article, back, losses)
    if any(path.startswith("extras") for path in silent):  # what a caller added may be in any form
        silent = _silent(attrs.evolve(article, extras=tuple(map(_in_form, article.extras))), back, losses)
    return frozenset(_FIELD.match(path)[0] for path in silent)  # type: ignore[index]  # a path begins with a field


def _silent(article: Article, back: Article, losses: Losses) -> list[str]:
    return [
        change.path
        for change in diff(article, back)
        if not any(related(change.path, path) for path in losses.paths)
    ]


def _in_form(extra: Extra) -> Extra:
    """Return an extra in the form in which reading gives it."""
    if not (extra.raw or "").startswith("<"):
        return extra
    try:
        return attrs.evolve(extra, raw=raw_text(parse_xml((extra.raw or "").encode())))
    except SyntaxFault:
        return extra


_FIELD = re.compile(r"\w+")
_NUMBER = re.compile(r"\[[0-9]+\]")


def _said(loss: Loss) -> tuple[str, str]:
    """Return what a loss is of, wherever that stands among its like."""
    return _NUMBER.sub("", loss.where), str(loss.value)
