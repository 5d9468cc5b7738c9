"""Writing NewsML-G2 messages: the one that the articles came in, with all that stood beside them, or a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.dates.when import format_iso
from newsmodel.errors import SeveralItems
from newsmodel.formats.assumed import assumed_time
from newsmodel.formats.message_bytes import Unit, put_together
from newsmodel.formats.messages import common_message, envelopes_of, note_beside, note_left, origin_in
from newsmodel.formats.newsml_g2_envelope import HEADER
from newsmodel.formats.newsml_g2_root import ITEM_NAMES, is_elsewhere, items_of
from newsmodel.formats.newsml_g2_values import NAR_NS
from newsmodel.losses import Loss, LossKind
from newsmodel.model import Article
from newsmodel.model.origin import Envelope, Origin
from newsmodel.syntax.xml import parse_xml
from newsmodel.syntax.xml_cutting import cut, missing, without
from newsmodel.syntax.xml_namespace import Tags, into_namespace
from newsmodel.syntax.xml_patch import changed_fields

WriteOne: TypeAlias = Callable[[Article, Context], bytes]
"""Writes one article: to the document that it came from, or to an item of its own."""
Given: TypeAlias = list[tuple[Article, "Origin | None"]]
"""The articles, each with where it came from if that counts."""


def write_message(articles: Iterable[Article], context: Context, write_one: WriteOne) -> bytes:
    """Write a newsMessage: the one that the articles came in, with all that stood beside them, or a new one.

    The language versions of one item become one item again where none of them changed.
    """
    given: Given = [(article, origin_in(article, context)) for article in articles]
    if not given:
        raise SeveralItems("at least one article", 0, message="expected at least one article, got none")
    first, origin = given[0]
    inside = [each for _, each in given if each is not None and each.envelope is not None]
    if len(given) == 1 and (origin is None or (not origin.part and (not inside or _is_whole(origin)))):
        return _single(first, origin, context, write_one)
    if context.message is None and not inside and origin is not None and _is_all_of_one(given):
        return origin.piece
    around = _common([each.envelope for each in inside])
    units = list(_units(given, around, context, write_one))
    if around is None:
        return _new(given, units, context)
    note_beside([article for article, each in given if each is None], context)
    return put_together(around, units, context, HEADER)


def _common(found: list[Envelope | None]) -> Envelope | None:
    """Return the message that articles came in, where it is one and the same and can be put together again."""
    around = found[0] if found else None
    if around is None or around.whole:
        return None
    return around if all(each is around or each == around for each in found) else None


def _is_whole(origin: Origin) -> bool:
    return origin.envelope is not None and origin.envelope.whole


def _single(article: Article, origin: Origin | None, context: Context, write_one: WriteOne) -> bytes:
    """Write one article that is no part of a message with others; into a message only where that is asked for."""
    data = write_one(article, _fresh(context))
    if context.message is None:
        if not (origin is not None and _is_whole(origin) and len(cut(data, "newsMessage")) == 1):
            note_left([article], context)
        return data
    if cut(data, "newsMessage"):
        return HEADER.changed(data, context.message, context)
    note_beside([article], context)
    return _new([(article, origin)], [Unit(each) for each in _elements(data, None)], context)


def _is_all_of_one(given: Given) -> bool:
    """Whether the articles are all language versions of one item, as they were read."""
    _, first = given[0]
    return first is not None and first.part == (0, len(given)) and _is_complete(given, 0)


def _is_complete(given: Given, at: int) -> bool:
    """Whether all language versions of an item begin at a place, in their order, and none of them changed."""
    _, first = given[at]
    if first is None or first.part is None or first.part[0]:
        return False
    count = first.part[1]
    versions = given[at : at + count]
    return len(versions) == count and all(
        origin is not None
        and origin.part == (number, count)
        and (origin.number, origin.piece, origin.envelope) == (first.number, first.piece, first.envelope)
        and not changed_fields(origin.article, article)
        for number, (article, origin) in enumerate(versions)
    )


def _units(given: Given, around: Envelope | None, context: Context, write_one: WriteOne) -> Iterator[Unit]:
    """Give the items of articles: as they came, or written anew."""
    passed = 0
    for at, (article, origin) in enumerate(given):
        if at < passed:
            continue
        inside = origin is not None and origin.envelope is not None and around is not None
        number = origin.number if origin is not None and inside else None
        before = origin.before if origin is not None and inside else b""
        if origin is not None and origin.part is not None:
            if _is_complete(given, at):
                passed = at + origin.part[1]
                yield Unit(_for(origin, inside=inside), number, before, same=inside)
                continue
            number = number if origin.part[0] == 0 else None
        elif origin is not None and inside and not changed_fields(origin.article, article):
            yield Unit(origin.piece, number, before, same=True)
            continue
        for element in _elements(write_one(article, _fresh(context)), origin if inside else None):
            yield Unit(element, number, before)
            number, before = None, b""


def _for(origin: Origin, *, inside: bool) -> bytes:
    return origin.piece if inside else origin.data


def _fresh(context: Context) -> Context:
    return Context(context.format, context.losses, keep=context.keep)


def _elements(data: bytes, origin: Origin | None) -> list[bytes]:
    """Return the items of a document, each as it can stand in a message: in that of its origin, if there is one, without what that declares."""
    spans = cut(data, *ITEM_NAMES)
    if len(spans) == 1 and not data[: spans[0][0]].strip().rpartition(b"?>")[2].strip():
        element = data[slice(*spans[0])]
        declared = missing(origin.piece, origin.scope) if origin is not None and not origin.part else b""
        return [without(element, declared)]
    root = parse_xml(data, Context(HEADER.format))
    tags = Tags(root)
    if is_elsewhere(root):
        into_namespace(root, NAR_NS)
    items = items_of(root)
    tags.restore(root, root)
    return [etree.tostring(item, encoding="UTF-8", with_tail=False) for item in items]


def _new(given: Given, units: list[Unit], context: Context) -> bytes:
    """Write a new message."""
    articles = [article for article, _ in given]
    message = common_message(articles, context)
    note_beside(articles, context)
    sent = message.sent if message is not None else None
    if sent is None:
        sent = assumed_time(articles[0])
        context.note_place(LossKind.ASSUMED, "newsMessage/header/sent", sent)
    start = f'<newsMessage xmlns="{NAR_NS}"><header><sent>{format_iso(sent)}</sent></header><itemSet>'
    document = f'<?xml version="1.0" encoding="UTF-8"?>\n{start}\n'.encode()
    if message is not None:
        document = HEADER.changed(document, message, context)
        if any(envelope.form.told for envelope in envelopes_of(articles)):
            context.losses[:] = [loss for loss in context.losses if not _is_of_an_envelope(loss)]
    return document + b"\n".join(unit.element for unit in units) + b"\n</itemSet></newsMessage>\n"


def _is_of_an_envelope(loss: Loss) -> bool:
    """Whether a loss is of what articles tell of their NewsML 1 envelope: the message was written, with losses of its own."""
    return loss.path.startswith("extras[") and loss.where.startswith("NewsEnvelope/")
