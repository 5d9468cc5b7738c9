"""Reading a NewsML 1 document with one item: one story, or one in several languages. `newsml_1_items` reads one with several items."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import attrs
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import SeveralItems
from newsmodel.formats.newsml_1 import ARTICLE, NAME
from newsmodel.formats.newsml_1_envelope import FORM
from newsmodel.formats.newsml_1_layout import lay_out
from newsmodel.formats.newsml_1_stories import Story, stories_of, without_namespace
from newsmodel.formats.newsml_g2_values import valid_language
from newsmodel.model import Article, Extra, Text, Translation
from newsmodel.model.origin import Envelope, Origin, with_origin
from newsmodel.model.quick_making import copier_of
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import all_text, local_name, parse_xml, tag_of
from newsmodel.syntax.xml_table import root_error


def parsed(data: bytes, context: Context | None = None) -> etree._Element:
    """Return the root of a NewsML document. Raise `InputError` for another one."""
    root = parse_xml(data, context or Context(NAME))
    if local_name(tag_of(root)) != "NewsML":
        raise root_error("a NewsML document", root)
    without_namespace(root)
    return root


def items_of(root: etree._Element) -> list[etree._Element]:
    """Return the items of a document."""
    return list(root.iterchildren("NewsItem"))


def read_item(data: bytes, context: Context) -> Article:
    """Read the one article of a document. Raise `SeveralItems` for a document with several items, stories or languages."""
    root = parsed(data, context)
    items = items_of(root)
    number = sum(len(stories_of(item)) for item in items)
    if not items:
        raise root_error("a NewsML document with a NewsItem", root)
    if number > 1:
        message = f"expected one article, got {number}: read_all reads them all"
        raise SeveralItems("one article", number, message=message)
    article = read_story(root, 0, context)
    if not context.keep:
        return article
    return with_origin(article, Origin(NAME, data, article, Envelope(data, FORM, whole=True)))


def read_stories(
    root: etree._Element, origin: Origin, context: Context, known: dict[Extra, Extra] | None = None
) -> Iterator[Article]:
    """Read the stories, or language versions, of a document with one item.

    ``known`` are the extras of what stands around the items of one document: its articles share them.
    """
    stories = stories_of(items_of(root)[0])
    found = [
        read_story(
            _with_one(root, stories, number), 0, Context(context.format, context.losses, keep=context.keep)
        )
        for number in range(len(stories))
    ]
    linked = _linked(found)
    for number, article in enumerate(linked if known is None else [_sharing(each, known) for each in linked]):
        if not context.keep:
            yield article
            continue
        part = (number, len(found)) if len(found) > 1 else None
        before = b"" if number else origin.before
        of = (origin.envelope, origin.number, before, part)
        yield with_origin(article, Origin(NAME, origin.piece, article, *of))


def _sharing(article: Article, known: dict[Extra, Extra]) -> Article:
    """Let an article have the same extras of what is around its item as the articles before it: topics may be long."""
    extras = tuple(
        each if each.place.startswith("NewsItem") else known.setdefault(each, each) for each in article.extras
    )
    shared: Article = copier_of(Article, "extras")(article, extras)
    return shared


def _with_one(root: etree._Element, stories: list[Story], number: int) -> etree._Element:
    """Return a document with one of several stories only: a copy, since reading lays it out."""
    if len(stories) == 1:
        return root
    own = frozenset(stories[number].chain)
    others = frozenset(component for story in stories for component in story.chain) - own
    around_it = own | {above for component in own for above in component.iterancestors()}

    def copied(element: etree._Element) -> Any:
        made: Any = etree.Element(element.tag, dict(element.attrib), element.nsmap)
        made.text, made.tail, made.sourceline = element.text, element.tail, element.sourceline
        made.extend(
            [copied(each) if each in around_it else deepcopy(each) for each in element if each not in others]
        )
        return made

    whole: etree._Element = copied(root)
    return whole


def read_story(root: etree._Element, number: int, context: Context) -> Article:
    """Read one story of a document with one item, which is changed: it is laid out."""
    item = items_of(root)[0]
    stories = stories_of(item)
    lay_out(root, item, stories, number, context)
    _look_ahead(item, context)
    return _with_findings(ARTICLE.decode(root, context), context)


def laid_out(root: etree._Element, number: int) -> Story:
    """Lay a document with one item out, in place, as for reading, and return the story that this was for."""
    item = items_of(root)[0]
    stories = stories_of(item)
    lay_out(root, item, stories, number, Context(NAME))
    return stories[number]


def _linked(articles: list[Article]) -> list[Article]:
    """Let language versions of one story name one another."""
    linked = []
    for article in articles:
        others = [
            Translation(other.language)
            for other in articles
            if other is not article and other.language and other.language != article.language
        ]
        linked.append(
            attrs.evolve(article, translations=(*article.translations, *others)) if others else article
        )
    return linked


def _look_ahead(item: etree._Element, context: Context) -> None:
    """Find what the body needs to know: the headline and the language."""
    headline = item.find("NewsComponent/NewsLines/HeadLine")
    context.headline = one_line(all_text(headline)) if headline is not None else None
    language = item.find("NewsComponent/DescriptiveMetadata/Language")
    context.language = valid_language(language.get("FormalName", "")) if language is not None else None


def _with_findings(article: Article, context: Context) -> Article:
    """Take the byline of the body where the lines have none, and the notes to editors that stand in it."""
    bylines = article.bylines or tuple(map(Text, context.bylines))
    notes = [text for note in context.editor_notes if (text := one_line(note))]
    known = {text.value for text in article.editor_notes}
    new = tuple(Text(note) for note in notes if note not in known)
    if bylines == article.bylines and not new:
        return article
    return attrs.evolve(article, bylines=bylines, editor_notes=(*article.editor_notes, *new))
