"""Several articles in one NewsML 1 document: items beside one another, or the stories and language versions of one item."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy

import attrs
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.difference import diff, related
from newsmodel.errors import SeveralItems, told
from newsmodel.formats.message_bytes import Unit, put_together
from newsmodel.formats.messages import foreign_message, note_beside, origin_in
from newsmodel.formats.newsml_1 import NAME
from newsmodel.formats.newsml_1_envelope import HEAD, ITEM
from newsmodel.formats.newsml_1_items import read_items
from newsmodel.formats.newsml_1_order import index_for
from newsmodel.formats.newsml_1_reading import items_of, parsed
from newsmodel.losses import LossKind
from newsmodel.model import Article, Extra
from newsmodel.model.origin import Envelope, Origin
from newsmodel.syntax.xml import serialise_back
from newsmodel.syntax.xml_cutting import closed, cut, spans_of
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
    origins = [origin_in(article, context) for article in given]
    groups = _groups(given, origins)
    envelope = origins[0].envelope if origins[0] is not None else None
    if envelope is not None and not envelope.whole:
        same = all(each is not None and each.envelope == envelope for each in origins)
        back = _put_back(envelope, groups, context, write_one, write_back) if same else None
        if back is not None:
            _note_kept(list(zip(given, origins, strict=True)), context)
            return back
    documents = [data for group in groups for data in _written(group, context, write_one, write_back)]
    made = documents[0] if len(documents) == 1 else _put_together(documents, given, context)
    return with_message_of(given, made, context)


def with_message_of(articles: Sequence[Article], document: bytes, context: Context) -> bytes:
    """Let a document say what its message is to say: what was asked for, or what a message of another format said around all its articles."""
    note_beside(articles, context)
    message = foreign_message(articles, context)
    return document if message is None else HEAD.changed(document, message, context)


def _groups(
    articles: list[Article], origins: list[Origin | None]
) -> list[list[tuple[Article, Origin | None]]]:
    """Put the versions of one item together that came from it one after the other."""
    groups: list[list[tuple[Article, Origin | None]]] = []
    for article, origin in zip(articles, origins, strict=True):
        last = groups[-1][-1][1] if groups else None
        if origin is not None and origin.part is not None and last is not None and _of_one(last, origin):
            groups[-1].append((article, origin))
        else:
            groups.append([(article, origin)])
    return groups


def _of_one(first: Origin, other: Origin) -> bool:
    """Whether two articles came from one item."""
    return first.number == other.number and first.piece == other.piece and first.envelope == other.envelope


def _written(
    group: list[tuple[Article, Origin | None]], context: Context, write_one: WriteOne, write_back: WriteBack
) -> list[bytes]:
    """Write the versions of one item: into their document where all are there, else each as an item of its own."""
    first = group[0][1]
    if first is None or first.part is None:
        return [write_one(article, _fresh(context)) for article, _ in group]
    if _all_there(group):
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


def _all_there(group: list[tuple[Article, Origin | None]]) -> bool:
    """Whether all versions of an item are there, in their order."""
    parts = [origin.part or (0, 1) for _, origin in group if origin is not None]
    return bool(parts) and [number for number, _ in parts] == [*range(parts[0][1])]


def _fresh(context: Context) -> Context:
    return Context(context.format, context.losses, keep=context.keep)


# back into the document that the items came in


class _Head:
    """What stands before the items of a document, and comes to hold the topics that changed items need."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._root: etree._Element | None = None
        self._new = set[str]()

    def bring(self, document: bytes, context: Context) -> bytes:
        """Take the topics of a document that are not there yet, and return its item, which refers to them."""
        other = parsed(document)
        if self._root is None:
            self._root = parsed(closed(self.data))
        known = {_bare(each) for each in self._root.iterchildren("TopicSet")}
        topics = [each for each in other.iterchildren("TopicSet") if _bare(each) not in known]
        ours = {name for each in topics for name in _names(each)}
        if ours & self._new:
            _rename(other, self._new, context)
        elif not topics and (spans := spans_of(document, other, items_of(other), ITEM)):
            return document[slice(*spans[0])]
        for each in topics:
            self._new |= _names(each)
            written = etree.tostring(each, encoding="UTF-8", with_tail=False)
            places = cut(self.data, _ENVELOPE)
            at = places[0][0] if places else len(self.data)
            self.data = self.data[:at] + written + self.data[at:]
            self._root.append(deepcopy(each))
        (item,) = items_of(other)
        return etree.tostring(item, encoding="UTF-8", with_tail=False)


def _put_back(
    envelope: Envelope,
    groups: list[list[tuple[Article, Origin | None]]],
    context: Context,
    write_one: WriteOne,
    write_back: WriteBack,
) -> bytes | None:
    """Write items into the document that they came in; None where one becomes several."""
    units, head = list[Unit](), _Head(envelope.head)
    for group in groups:
        if (unit := _unit(group, head, context, write_one, write_back)) is None:
            return None
        units.append(unit)
    return put_together(attrs.evolve(envelope, head=head.data), units, context, HEAD)


def _unit(
    group: list[tuple[Article, Origin | None]],
    head: _Head,
    context: Context,
    write_one: WriteOne,
    write_back: WriteBack,
) -> Unit | None:
    """Return an item as it came, or changed; None where it becomes several."""
    first = group[0][1]
    if first is None:
        return None
    same = not any(origin is None or changed_fields(origin.article, article) for article, origin in group)
    if same and _all_there(group):
        return Unit(first.piece, first.number, first.before, same=True)
    noted = len(context.losses)
    documents = _written(group, context, write_one, write_back)
    if len(documents) != 1:
        del context.losses[noted:]
        return None
    return Unit(head.bring(documents[0], context), first.number, first.before)


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


def _is_around(extra: Extra) -> bool:
    return not extra.place.startswith("NewsItem/")


# a new document


def _bring_topics(root: etree._Element, other: etree._Element, known: set[bytes]) -> None:
    """Bring the topic sets and catalogs of another document that are not ``known`` yet; a catalog stands in the item then."""
    envelope = root.find(_ENVELOPE)
    for each in list(other.iterchildren("TopicSet", "Catalog")):
        if (bare := _bare(each)) in known:
            continue
        if each.tag == "TopicSet":
            known.add(bare)
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
    known = {_bare(each) for each in root.iterchildren("TopicSet", "Catalog")}
    last = items_of(root)[-1]
    for data in documents[1:]:
        other = parsed(data)
        _note_names(articles, _rename(other, taken, context), context)
        taken |= _names(other)
        _bring_topics(root, other, known)
        for item in items_of(other):
            item.tail = last.tail
            last.addnext(item)
            last = item
    _note_envelopes(articles, context)
    return serialise_back(root, documents[0])


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


def _note_names(articles: list[Article], names: dict[str, str], context: Context) -> None:
    """Note the unknown content in which an identifier stands that became another one."""
    for index, extra in [pair for article in articles for pair in enumerate(article.extras)]:
        for name in (
            (extra.raw, *_QUOTED.findall(extra.raw)) if names and extra.raw else ()
        ):  # an attribute's raw text is its value
            if name in names:
                reason = "an article before it in the document has one of this name"
                context.note(LossKind.COERCED, f"extras[{index}]", name, where=names[name], reason=reason)


_QUOTED = re.compile(r"""=["']#?([^"'#]+)["']""")


def _names(root: etree._Element) -> set[str]:
    return {name for element in root.iter(etree.Element) if (name := element.get("Duid"))}


def _rename(root: etree._Element, taken: set[str], context: Context) -> dict[str, str]:
    """Give new identifiers to what has one that is taken, and to what refers to it: they are unique in a document. Return them by the old ones."""
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
            reason = "an article before it in the document has one of this name"
            if element.tag == "NewsComponent":
                context.note(LossKind.COERCED, "media", own, where=f"@Duid={names[own]}", reason=reason)
            elif element.tag == ITEM:
                context.note(
                    LossKind.COERCED, "extras", own, where=f"NewsItem/@Duid={names[own]}", reason=reason
                )
        for key, value in element.items():
            if value.startswith("#") and value[1:] in names:
                element.set(key, f"#{names[value[1:]]}")
                if element.tag == _IMAGE:
                    context.note(
                        LossKind.COERCED, "sections", value, reason="a picture that got another name"
                    )
    return names
