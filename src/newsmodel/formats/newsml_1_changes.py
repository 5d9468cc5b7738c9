"""Changing a NewsML 1 document as it came: what differs between two articles is put where the old stood.

Layout moves much of a document, and lets elements be what they are; so most elements that a row takes have one in the document
that it came from. Both articles are written afresh and compared row by row: what is equal is not touched, what differs is
replaced there, part by part. What has no place of its own in the document (`NoPlace`) is written in a wider way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from newsmodel.codec.context import Context
from newsmodel.codec.row import AlwaysRow, DerivedRow, Row
from newsmodel.formats.newsml_1 import ARTICLE, NAME
from newsmodel.formats.newsml_1_body import BODY
from newsmodel.formats.newsml_1_delivery import deliver
from newsmodel.formats.newsml_1_parts import RIGHTS
from newsmodel.formats.newsml_1_pieces import (
    alike,
    differing,
    pieces_of,
    shape_of,
    value_of,
    whole,
    written_out,
)
from newsmodel.formats.newsml_1_reading import items_of, laid_out, parsed
from newsmodel.formats.newsml_1_spots import SHOWN, NoPlace
from newsmodel.formats.newsml_1_stories import stories_of
from newsmodel.formats.newsml_1_story_spots import StorySpots
from newsmodel.losses import LossKind
from newsmodel.model import Article, Extra
from newsmodel.syntax.xml import own_text, serialise_back, tag_of
from newsmodel.syntax.xml_path import MARKUP, TEXT
from newsmodel.syntax.xml_table import XmlTable
from newsmodel.syntax.xml_table_reading import XmlPiece

if TYPE_CHECKING:
    from lxml import etree

_RIGHTS, _TYPE, _LANGUAGE, *_ENTITIES = (
    next(row for row in ARTICLE.rows if row.fields == (name,))
    for name in ("rights", "type", "language", "people", "organisations", "places")
)
_OF_LINES = frozenset({"notices", "usage_terms"})
"""The fields of rights that stand among the lines of a story."""
_TOGETHER = frozenset({"embargo", "status"})
"""Fields whose elements say one thing together."""
_OF_TOPICS = frozenset({"Description", "Location"})
"""Elements of the laid-out form that only a Topic can have."""
_BY_TOPICS = frozenset({"Details", "TopicType", "Scheme", "FormalName", "Euid"})
"""Attributes of the laid-out form that stand elsewhere in a document, in a Topic mostly."""

Step: TypeAlias = Callable[[], object]


def changed_in_place(
    data: bytes,
    number: int,
    articles: tuple[Article, Article],
    fields: frozenset[str],
    forced: frozenset[str],
    context: Context,
) -> bytes | None:
    """Return a document in which only what differs between two articles is changed; None where that cannot be done.

    ``number`` says which story of the document it is; the ``fields`` differ, and those in ``forced`` are written anew all the same.
    """
    if b"NewsML/2003" in data:  # a namespace that reading takes away
        return None
    root = parsed(data)
    try:
        _Change(root, number, articles, context).apply(fields, forced)
    except NoPlace:
        return None
    return serialise_back(root, data)


class _Change:
    """One document on its way from one article to another."""

    def __init__(
        self, root: etree._Element, number: int, articles: tuple[Article, Article], context: Context
    ) -> None:
        self.articles, self.context = articles, context
        self.copy = deepcopy(root)
        self.came = dict(zip(self.copy.iter(), root.iter(), strict=True))
        """The document's own element, of each of the laid-out ones that came from there."""
        laid_out(self.copy, number)
        self.spots = StorySpots(root, stories_of(items_of(root)[0]), number)
        self.before = written_out(articles[0], Context(NAME))
        self.after = written_out(articles[1], context)

    def apply(self, fields: frozenset[str], forced: frozenset[str]) -> None:
        """Find out what is to be done, while all is laid out in the same way; then do it with what is delivered."""
        trees = (self.copy, self.before, self.after)
        rows = [row for row in ARTICLE.rows if not isinstance(row, AlwaysRow)]
        pieces = [pieces_of(ARTICLE, tree) for tree in trees]
        steps: list[Step] = []
        for row in rows:
            if isinstance(row, DerivedRow):
                steps += self._derived(row, pieces[0].get(row, []))
            elif fields.isdisjoint(row.fields) and forced.isdisjoint(row.fields):
                continue
            elif "embargo" in fields and not _TOGETHER.isdisjoint(row.fields):
                steps.append(partial(self.spots.take_management, self.after))
            else:
                again = not forced.isdisjoint(row.fields)
                steps += self._row(row, trees, *(found.get(row, []) for found in pieces), again=again)
        if "extras" in fields:
            gone, new = differing(self.articles[0].extras, self.articles[1].extras)
            steps += self._extras(ARTICLE, trees, gone, new)
        deliver(self.after, self.spots.names)
        for step in steps:
            step()
        self.spots.settle()
        for index, extra in enumerate(self.articles[1].extras):
            if extra.place.removesuffix("[1]") in self.spots.replaced:
                reason = "another value stands in its place now"
                self.context.note(
                    LossKind.UNWRITTEN, f"extras[{index}]", extra.raw, where=extra.place, reason=reason
                )

    def _derived(self, row: DerivedRow, olds: list[XmlPiece]) -> Iterator[Step]:
        """Change what follows from a field, where it did follow from it."""
        was, is_ = (row.compute(article, Context(NAME)) for article in self.articles)
        for piece in olds:
            if was != is_ and own_text(piece.element).strip() == was and piece.leaf == TEXT:
                yield partial(self.spots.set_text, self._home(piece.element), is_)

    def _rows(self, table: XmlTable[Any], trees: tuple[etree._Element, ...]) -> Iterator[Step]:
        """Say what is to be done inside an object."""
        pieces = [pieces_of(table, tree) for tree in trees]
        for row in table.rows:
            if not isinstance(row, AlwaysRow):
                yield from self._row(row, trees, *(found.get(row, []) for found in pieces))
        was, is_ = (table.decode(deepcopy(tree), Context(NAME)).extras for tree in trees[1:])
        yield from self._extras(table, trees, *differing(was, is_))

    def _extras(
        self, table: XmlTable[Any], trees: tuple[etree._Element, ...], gone: list[Extra], new: list[Extra]
    ) -> Iterator[Step]:
        """Say what becomes of what nothing takes. Raise `NoPlace` for what has come to it: that has no place yet."""
        if not gone and not new:
            return
        hits, foreign = table.found_in(trees[0])
        there = {(piece.place, piece.text()): piece for piece in (*foreign, *(hit.piece for hit in hits))}
        needed = {
            hit.piece.place: hit.piece.text()
            for hit in table.found_in(trees[2])[0]
            if isinstance(hit.row, AlwaysRow | DerivedRow)
        }
        instead = {extra.place: extra.raw or "" for extra in new}
        for extra in gone:
            piece = there.get((extra.place, extra.raw or ""))
            value = instead.pop(extra.place, needed.get(extra.place))
            if not isinstance(piece, XmlPiece):
                raise NoPlace
            home = self._home(piece.element)
            if piece.leaf is None and {self.came.get(each) for each in piece.element.iter()} != set(
                home.iter()
            ):
                raise NoPlace  # layout took something out of it
            yield self.spots.change_of(home, piece.leaf, piece.text(), value)
        if instead:
            raise NoPlace

    def _row(
        self,
        row: Row,
        trees: tuple[etree._Element, ...],
        olds: list[XmlPiece],
        befores: list[XmlPiece],
        afters: list[XmlPiece],
        *,
        again: bool = False,
    ) -> Iterator[Step]:
        if not olds:  # what is said elsewhere, in the text for one
            befores = []
        was, is_ = (list(map(shape_of, pieces)) for pieces in (befores, afters))
        if was == is_ and not again:
            return
        if len(olds) != len(befores):
            raise NoPlace
        if again and len(was) == len(is_):
            was = [f"{shape}, anew" for shape in was]
        for kind, i1, i2, j1, j2 in SequenceMatcher(None, was, is_, autojunk=False).get_opcodes():
            if kind == "equal":
                continue
            both = min(i2 - i1, j2 - j1)
            for old, before, after in zip(olds[i1:i2], befores[i1:i2], afters[j1:j2], strict=False):
                try:
                    yield from self._pair(row, old, before, after)
                except NoPlace:
                    if whole(old.element) in self.came or trees[2].tag != ARTICLE.tag:
                        raise
                    yield self._addition(
                        row, trees, after, None, []
                    )  # layout made it: what is said itself counts
            for old in olds[i1 + both : i2]:
                yield self._removal(row, trees[0], old)
            last = i1 + both - 1
            behind = olds[last] if last >= 0 else None
            added = [
                self._addition(row, trees, after, behind, olds[last + 1 : last + 2])
                for after in afters[j1 + both : j2]
            ]
            # each goes directly behind the same one, or before it
            yield from (
                reversed(added) if behind is not None and self.came.get(behind.element) is not None else added
            )
            if row in _ENTITIES:
                new = [after.element for after in afters[j1 + both : j2]]
                yield from (partial(self._occur, element) for element in new)

    def _pair(self, row: Row, old: XmlPiece, before: XmlPiece, after: XmlPiece) -> list[Step]:
        """Say how one piece becomes another: part by part where that can be done, else as a whole."""
        if old.leaf is None and isinstance(row.codec, XmlTable):
            try:
                return list(self._rows(row.codec, (old.element, before.element, after.element)))
            except NoPlace:
                if row is _RIGHTS and old.element not in self.came:
                    return self._rights(old.element, before.element, after.element)
        if row is _TYPE:
            return [partial(self.spots.set_type, value_of(after))]
        if row is _LANGUAGE:
            return [partial(self.spots.set_language, value_of(old), value_of(after))]
        home = self._home(whole(old.element))
        if row.codec is BODY:
            return [partial(self.spots.replace_body, home, after.element)]
        if row in _ENTITIES:
            return [partial(self.spots.replace_topic, home, after.element)]
        if old.leaf is None:
            return [partial(self.spots.replace, home, whole(after.element))]
        said, value = value_of(old), value_of(after)
        if old.leaf in (TEXT, MARKUP):
            return [partial(self.spots.text_setter(home, said), value)]
        if home.get(old.leaf) != said:  # layout made it what it is
            raise NoPlace
        return [partial(self.spots.set_attribute, home, old.leaf, value)]

    def _removal(self, row: Row, tree: etree._Element, old: XmlPiece) -> Step:
        if row.codec is BODY:
            return self.spots.remove_texts
        if row is _LANGUAGE:
            return partial(self.spots.set_language, value_of(old), None)
        if row is _RIGHTS:
            return partial(self._remove_all, [old.element, *old.element.iterchildren(*SHOWN)])
        home = self._home(whole(old.element))
        if row in _ENTITIES:
            return partial(self.spots.remove_topic, home)
        if old.leaf is not None and old.element is tree:
            if old.leaf in (TEXT, MARKUP, *_BY_TOPICS) or home.get(old.leaf) != value_of(old):
                raise NoPlace
            return partial(self.spots.drop_attribute, home, old.leaf)
        return partial(self.spots.remove, home)

    def _addition(
        self,
        row: Row,
        trees: tuple[etree._Element, ...],
        new: XmlPiece,
        behind: XmlPiece | None,
        ahead: list[XmlPiece],
    ) -> Step:
        inner = trees[2].tag != ARTICLE.tag
        if row.codec is BODY or (inner and new.element.tag in _OF_TOPICS):
            raise NoPlace
        if row is _RIGHTS:
            lines = list(new.element.iterchildren(*SHOWN))
            return partial(self.spots.add_rights, new.element, lines)
        element = new.element if new.element is trees[2] else whole(new.element)
        chain = [element, *element.iterancestors()]
        chain = list(reversed(chain[: chain.index(trees[2])]))
        if not chain:
            if new.leaf is None or new.leaf in (TEXT, MARKUP, *_BY_TOPICS):
                raise NoPlace
            return partial(self.spots.set_attribute, self._home(trees[0]), new.leaf, value_of(new))
        if new.leaf is None:
            for neighbour, after in [(behind, True), *((each, False) for each in ahead)]:
                home = self.came.get(neighbour.element) if neighbour is not None else None
                if home is not None and self.spots.goes_beside(home, element):
                    return partial(self.spots.put_beside, home, element, after=after)
        if (
            element.tag in SHOWN and trees[2].tag == "RightsMetadata"
        ):  # it stands among the other lines of the story
            return partial(self.spots.add_line, element)
        return partial(self.spots.insert, *self._gap(trees[0], chain, whole=new.leaf is None))

    def _remove_all(self, elements: list[etree._Element]) -> None:
        for element in elements:
            if element in self.came:
                self.spots.remove(self.came[element])

    def _rights(self, *trees: etree._Element) -> list[Step]:
        """Say how rights become others of which only the lines stand in the document."""
        pieces = [pieces_of(RIGHTS, tree) for tree in trees]
        steps = [
            step
            for row in RIGHTS.rows
            if _OF_LINES.issuperset(row.fields)
            for step in self._row(row, trees, *(found.get(row, []) for found in pieces))
        ]
        return [*steps, partial(self.spots.add_rights, trees[2], [])]

    def _occur(self, topic: etree._Element) -> None:
        """Say that a new Topic occurs in the text."""
        reference = f"#{topic.get('Duid')}"
        found = self.after.find(f".//TopicOccurrence[@Topic='{reference}']")
        if found is not None:
            chain = [found, *found.iterancestors()]
            self.spots.insert(*self._gap(self.copy, list(reversed(chain[:-1])), whole=True))

    def _gap(
        self, tree: etree._Element, chain: list[etree._Element], *, whole: bool
    ) -> tuple[etree._Element, list[etree._Element]]:
        """Return the innermost element there is for something new, and what is to be made in it."""
        at, depth = tree, 0
        for element in chain[: len(chain) - 1 if whole else None]:
            found = next((child for child in at.iterchildren(tag_of(element)) if alike(child, element)), None)
            if found is None:
                break
            at, depth = found, depth + 1
        while at not in self.came or depth == len(chain):
            above = at.getparent()
            if depth == 0 or above is None:
                raise NoPlace
            at, depth = above, depth - 1
        return self.came[at], chain[depth:]

    def _home(self, element: etree._Element) -> etree._Element:
        if element not in self.came:
            raise NoPlace
        return self.came[element]
