"""Several articles in one NewsML 1 document: items beside one another, or the stories and language versions of one item."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.difference import diff, related
from newsmodel.errors import SeveralItems, told
from newsmodel.formats.newsml_1 import NAME
from newsmodel.formats.newsml_1_order import index_for
from newsmodel.formats.newsml_1_reading import alone_bytes, around, items_of, parsed, read_items
from newsmodel.losses import LossKind
from newsmodel.model import Article, Extra
from newsmodel.model.origin import Envelope, Origin
from newsmodel.syntax.xml import serialise_back
from newsmodel.syntax.xml_patch import changed_fields

WriteOne = Callable[[Article, Context], bytes]
"""Writes one article to a document of its own."""
WriteBack = Callable[[Origin, Article, Context], "bytes | None"]
"""Changes the document that an article came from."""
_ENVELOPE = "NewsEnvelope"
_IMAGE = "{http://www.w3.org/1999/xhtml}img"


def write_message(
    articles: Iterable[Article], context: Context, write_one: WriteOne, write_back: WriteBack
) -> bytes:
    """Write articles into the document that they came in, with all that stands around them; or into a new one."""
    given = list(articles)
    if not given:
        raise SeveralItems("at least one article", 0, message="expected at least one article, got none")
    origins = [_origin(article, context) for article in given]
    if len(given) == 1 and (origins[0] is None or (origins[0].envelope is None and origins[0].part is None)):
        return write_one(given[0], context)
    groups = _groups(given, origins)
    documents = [data for group in groups for data in _written(group, context, write_one, write_back)]
    envelope = origins[0].envelope if origins[0] is not None else None
    if envelope is None or any(each is None or each.envelope != envelope for each in origins):
        return documents[0] if len(documents) == 1 else _put_together(documents, given, context)
    return _put_back(envelope, groups, documents, context)


def _origin(article: Article, context: Context) -> Origin | None:
    origin = article.origin
    return origin if origin is not None and origin.format == NAME and context.keep else None


def _groups(
    articles: list[Article], origins: list[Origin | None]
) -> list[list[tuple[Article, Origin | None]]]:
    """Put the versions of one item together that came from it one after the other."""
    groups: list[list[tuple[Article, Origin | None]]] = []
    for article, origin in zip(articles, origins, strict=True):
        last = groups[-1][-1][1] if groups else None
        if origin is not None and origin.part is not None and last is not None and last.data == origin.data:
            groups[-1].append((article, origin))
        else:
            groups.append([(article, origin)])
    return groups


def _written(
    group: list[tuple[Article, Origin | None]], context: Context, write_one: WriteOne, write_back: WriteBack
) -> list[bytes]:
    """Write the versions of one item: into their document where all are there, else each as an item of its own."""
    first = group[0][1]
    if first is None or first.part is None:
        return [write_one(article, _fresh(context)) for article, _ in group]
    if [origin.part[0] for _, origin in group if origin is not None and origin.part] == [
        *range(first.part[1])
    ]:
        data: bytes | None = first.data
        attempt = Context(context.format, keep=context.keep)
        for article, origin in group:
            if data is not None and origin is not None and changed_fields(origin.article, article):
                at = Origin(NAME, data, origin.article, part=origin.part)
                data = write_back(at, article, attempt)
        if data is not None and _all_said(data, [article for article, _ in group], attempt):
            context.losses.extend(attempt.losses)
            return [data]
    return [write_one(article, _fresh(context)) for article, _ in group]


def _all_said(data: bytes, articles: list[Article], context: Context) -> bool:
    """Whether a document says what all versions of its item say: what one changes may be the others', too."""
    back = list(read_items(data, Context(NAME)))
    if len(back) != len(articles):
        return False
    silent = [
        change
        for before, after in zip(articles, back, strict=True)
        for change in diff(before, after)
        if not any(related(change.path, path) for path in context.losses.paths)
    ]
    if any(not change.path.startswith("translations") for change in silent):
        return False
    for change in silent:  # which follow from the languages of the others
        reason = f"read as {told(change.after)}"
        context.losses.note(LossKind.COERCED, change.path, change.before, reason=reason)
    return True


def _fresh(context: Context) -> Context:
    return Context(context.format, context.losses, keep=context.keep)


def _put_back(
    envelope: Envelope,
    groups: list[list[tuple[Article, Origin | None]]],
    documents: list[bytes],
    context: Context,
) -> bytes:
    """Write items into the message that they came in: those that did not change, stay; those that are not given, go."""
    root = parsed(envelope.head)
    items = items_of(root)
    beside = around(root)
    free = {item: alone_bytes(root, item, beside) for item in items}
    stay: list[etree._Element] = []
    same = True
    for group, data in zip(groups, documents, strict=False):
        origin = group[0][1]
        own = next(
            (item for item, alone in free.items() if origin is not None and alone == origin.data), None
        )
        if own is None:
            return _put_together(documents, [article for each in groups for article, _ in each], context)
        if data != free.pop(own):
            same = False
            written = parsed(data)
            (new,) = items_of(written)
            _bring_topics(root, written)
            new.tail = own.tail
            root.replace(own, new)
            own = new
        stay.append(own)
    _note_kept([pair for group in groups for pair in group], context)
    if same and stay == items:
        return envelope.head
    for item in free:
        root.remove(item)
    _in_order(root, stay)
    return serialise_back(root, envelope.head)


def _in_order(root: etree._Element, items: list[etree._Element]) -> None:
    if items_of(root) == items:
        return
    at = min(root.index(item) for item in items)
    for number, item in enumerate(items):
        root.insert(at + number, item)


def _bring_topics(root: etree._Element, other: etree._Element) -> None:
    """Bring the topic sets and catalogs of another document that are not there yet; a catalog stands in the item then."""
    known = {_bare(each) for each in root.iterchildren("TopicSet", "Catalog")}
    envelope = root.find(_ENVELOPE)
    for each in list(other.iterchildren("TopicSet", "Catalog")):
        if _bare(each) in known:
            continue
        if each.tag == "TopicSet":
            root.insert(root.index(envelope) if envelope is not None else 0, each)
            continue
        for item in items_of(other):
            if item.find("Catalog") is None:
                made = deepcopy(each)
                item.insert(index_for(item, "Catalog"), made)


def _bare(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n2", strip_text=True, with_comments=False)


def _put_together(documents: list[bytes], articles: list[Article], context: Context) -> bytes:
    """Make one document of several: the envelope is that of the first."""
    root = parsed(documents[0])
    taken = _names(root)
    for data in documents[1:]:
        other = parsed(data)
        _rename(other, taken, context)
        taken |= _names(other)
        _bring_topics(root, other)
        last = items_of(root)[-1]
        for item in items_of(other):
            item.tail = last.tail
            last.addnext(item)
            last = item
    _note_envelopes(articles, context)
    return serialise_back(root, documents[0])


def _is_around(extra: Extra) -> bool:
    return not extra.place.startswith("NewsItem/")


def _note_kept(pairs: list[tuple[Article, Origin | None]], context: Context) -> None:
    """Note what articles changed of the envelope that they came in: it stays, for all of them."""
    for article, origin in pairs:
        if origin is None:
            continue
        before, after = (
            [each for each in one.extras if _is_around(each)] for one in (origin.article, article)
        )
        reason = "it stands in the envelope, which holds for all items"
        if before != after:
            context.note(LossKind.UNWRITTEN, "extras", tuple(after), reason=reason)
        if article.services != origin.article.services:
            context.note(LossKind.UNWRITTEN, "services", article.services, reason=reason)


def _note_envelopes(articles: list[Article], context: Context) -> None:
    """Note what articles say of their delivery that the first does not say: there is one envelope for all."""
    first = articles[0]
    for number, article in enumerate(articles[1:], 2):
        reason = f"of article {number}: all have the envelope of the first"
        if article.services != first.services:
            context.note(LossKind.UNWRITTEN, "services", article.services, reason=reason)
        if not {extra for extra in first.extras if _is_around(extra)} <= set(article.extras):
            context.note(LossKind.COERCED, "extras", article.extras, reason=reason)
        for index, extra in enumerate(article.extras):
            if extra.place.startswith(_ENVELOPE) and extra not in first.extras:
                path = f"extras[{index}]"
                context.note(LossKind.UNWRITTEN, path, extra.raw, where=extra.place, reason=reason)


def _names(root: etree._Element) -> set[str]:
    return {name for element in root.iter(etree.Element) if (name := element.get("Duid"))}


def _rename(root: etree._Element, taken: set[str], context: Context) -> None:
    """Give new identifiers to what has one that is taken, and to what refers to it: they are unique in a document."""
    ours = _names(root)
    names: dict[str, str] = {}
    for name in sorted(ours & taken):
        number = 2
        while (new := f"{name}-{number}") in ours | taken:
            number += 1
        names[name] = new
        taken.add(new)
    for element in root.iter(etree.Element):
        if (own := element.get("Duid")) in names:
            element.set("Duid", names[own])
            if element.tag not in {"Topic", "TopicSet"}:
                reason = "an article before it in the document has one of this name"
                path = "extras" if element.find("ContentItem") is None else "media"
                context.note(LossKind.COERCED, path, own, where=f"@Duid={names[own]}", reason=reason)
        for key, value in element.items():
            if value.startswith("#") and value[1:] in names:
                element.set(key, f"#{names[value[1:]]}")
                if element.tag == _IMAGE:
                    context.note(
                        LossKind.COERCED, "sections", value, reason="a picture that got another name"
                    )
