"""Reading and writing an item of NewsML-G2: what its table needs to know first, and what is settled after it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import attrs
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.formats.newsml_g2 import ARTICLE, CATALOG, PACKAGE_ITEM
from newsmodel.formats.newsml_g2_aliases import (
    ATTRIBUTES,
    declarations,
    declare,
    is_derived,
    undeclared_among,
)
from newsmodel.formats.newsml_g2_asserts import note_asserted, with_asserted
from newsmodel.formats.newsml_g2_values import NAR_NS
from newsmodel.formats.nitf_embedded import note_unused
from newsmodel.losses import LossKind
from newsmodel.model import Article, Span, Translation
from newsmodel.model.quick_making import copier_of
from newsmodel.model.text import texts
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import XML_NS, all_text, indent, serialise_xml, tag_of
from newsmodel.syntax.xml_joined import Joiner
from newsmodel.syntax.xml_language import inherited_language, valid_language
from newsmodel.syntax.xml_table import XmlTable
from newsmodel.syntax.xml_text import NeedsTree

A = attrs.fields(Article)
_REFERENCE = f"{{{NAR_NS}}}inlineRef"
_HEADLINE, _TAG = f"{{{NAR_NS}}}headline", f"{{{NAR_NS}}}language"
_PART = f"{{{NAR_NS}}}partMeta"
_CONTENT, _INLINE = f"{{{NAR_NS}}}contentSet", f"{{{NAR_NS}}}inlineXML"
_XML_LANG = f"{{{XML_NS}}}lang"

ARTICLES = frozenset({ARTICLE.tag, PACKAGE_ITEM.tag})
"""The tags of the items that are articles."""
OTHER_ITEMS = frozenset(f"{{{NAR_NS}}}{name}Item" for name in ("concept", "knowledge", "catalog", "planning"))


def table_of(element: etree._Element) -> XmlTable[Article]:
    """Return the table that reads an item."""
    return PACKAGE_ITEM if tag_of(element) == PACKAGE_ITEM.tag else ARTICLE


def versions_of(item: etree._Element) -> list[etree._Element]:
    """Return an item once for each language that it has a body in: copies with what is of that language, or of none.

    An item whose bodies are of one language, or do not say, is itself the only version.
    """
    languages: dict[str, None] = {}
    for holder in item.iterchildren(_CONTENT):
        if not languages and len(holder) < 2 and holder.getnext() is None:
            break  # as mostly: there is one body
        for body in holder.iterchildren(_INLINE):
            if (said := body.get(_XML_LANG)) is not None:
                languages[said] = None
    if len(languages) < 2:
        return [item]
    return [_version(item, language, frozenset(languages) - {language}) for language in languages]


def _version(item: etree._Element, language: str, others: frozenset[str]) -> etree._Element:
    version = deepcopy(item)
    version.set(_XML_LANG, language)
    for holder in ("itemMeta", "contentMeta", "contentSet"):
        for child in version.iterfind(f"{{{NAR_NS}}}{holder}/*"):
            said = child.get("tag") if tag_of(child) == _TAG else child.get(_XML_LANG)
            if said in others and (parent := child.getparent()) is not None:
                parent.remove(child)
    content = version.find(f"{{{NAR_NS}}}contentMeta")
    if content is not None and content.find(_TAG) is None:
        etree.SubElement(content, _TAG, tag=language)
    return version


def read_versions(item: etree._Element, context: Context) -> list[Article]:
    """Read the articles of an item: one for each language that it has a body in. What it inherits of a message, its language, is its own."""
    around = inherited_language(item)
    if around is not None and item.get(_XML_LANG) is None:
        item.set(_XML_LANG, around)
    versions = versions_of(item)
    found = [
        read_element(version, Context(context.format, context.losses, keep=context.keep))
        for version in versions
    ]
    if len(found) == 1:
        return found
    return [
        attrs.evolve(
            article,
            translations=(
                *article.translations,
                *(Translation(other.language) for other in found if other is not article and other.language),
            ),
        )
        for article in found
    ]


def read_element(item: etree._Element, context: Context) -> Article:
    """Read an item that is one article."""
    _look_ahead(item, context)
    article = with_asserted(table_of(item).decode(item, context), item)
    _note_identifiers(item, article, context)
    note_unused(article, context)
    if article.headlines and context.headline is None:
        reason = "the headline of the body is the item's"
        context.note_place(
            LossKind.REPAIRED, "contentMeta/headline", article.headlines[0].value, reason=reason
        )
    return _without_derived(_with_notes(_with_bylines(article, context), context))


def _without_derived(article: Article) -> Article:
    """Leave out the catalogues that are written anew for the codes that the article has."""
    kept = [
        extra for extra in article.extras if not (extra.place.startswith("catalog") and is_derived(extra))
    ]
    return article if len(kept) == len(article.extras) else _with_field(article, A.extras, tuple(kept))


def _with_notes(article: Article, context: Context) -> Article:
    """Take the notes to editors that stand in the body, but for those that the item says itself."""
    if not context.editor_notes:
        return article
    known = {one_line(note.value) for note in article.editor_notes}
    more = [note for said in context.editor_notes if (note := one_line(said)) and note not in known]
    return _with_field(article, A.editor_notes, texts((*article.editor_notes, *more))) if more else article


def _with_field(article: Article, field: attrs.Attribute[Any], value: object) -> Article:
    """Return an article with another value in one field, which is right and contradicts nothing."""
    cls: Any = type(article)
    changed: Article = copier_of(cls, field.name)(article, value)
    return changed


def _with_bylines(article: Article, context: Context) -> Article:
    """Take the byline of the body where the metadata has none; note one that says something else."""
    if not context.bylines:
        return article
    if not article.bylines:
        return _with_field(article, A.bylines, texts(context.bylines))
    known = {text.value for text in article.bylines}
    for said in dict.fromkeys(context.bylines):
        if said not in known:
            context.note_place(
                LossKind.UNREAD, "contentSet/inlineXML", said, reason="a byline that is not the item's"
            )
    return article


def _note_identifiers(item: etree._Element, article: Article, context: Context) -> None:
    """Note the identifiers in the body that no quote points at, and that are nobody's."""
    if not (context.anchors and context.losses.heard):
        return
    pointed = {name for ref in item.iterchildren(_REFERENCE) for name in ref.get("idrefs", "").split()}
    pointed |= {each.id for each in article.entities if each.id}
    for name, anchor in context.anchors.items():
        if isinstance(anchor, Span) and name not in pointed:
            context.note_place(LossKind.UNREAD, "contentSet/inlineXML//@id", name)


def _look_ahead(item: etree._Element, context: Context) -> None:
    """Find what the inside of a document needs to know: the headline, and the language of the content."""
    headline = content = None
    for found in item.iterdescendants(_HEADLINE, _TAG):
        if (holder := found.getparent()) is not None and holder.tag == _PART:
            continue  # those of a part are not the item's
        if found.tag == _TAG:
            content = found if content is None else content
        else:
            headline = found if headline is None else headline
        if headline is not None and content is not None:
            break
    context.headline = one_line(all_text(headline)) if headline is not None else None
    tag = content.get("tag") if content is not None else None
    context.language = valid_language(tag or item.get(f"{{{XML_NS}}}lang") or "")


def write_fresh(article: Article, context: Context) -> bytes:
    """Write an item from the article alone, laid out in lines where white space means nothing."""
    attempt = Context(context.format, type(context.losses)(), article=article, keep=context.keep)
    try:
        written = write_joined(article, attempt)
    except NeedsTree:
        return serialise_xml(item_element(article, context))
    context.losses.extend(attempt.losses)
    return written


def write_joined(article: Article, context: Context) -> bytes:
    """Write an item as `item_element` makes it, without making it. Raise `NeedsTree` where that takes a tree; the context is of no use then."""
    written = FRESH.document(table_for(article), article, context)
    aliases = undeclared_among(context.gathered)
    return _with_catalogs(written, aliases, article, context) if aliases else written


def _with_catalogs(written: bytes, aliases: frozenset[str], article: Article, context: Context) -> bytes:
    """Return a joined item with what declares some aliases behind its reference to IPTC's catalogue."""
    before, reference, behind = written.partition(_CATALOG_REFERENCE)
    more = declarations(aliases, article, context)
    if not reference or more is None or any("&" in alias for alias in aliases):
        raise NeedsTree(aliases)
    return before + reference + more.encode() + behind


_CATALOG_REFERENCE = f'\n  <catalogRef href="{CATALOG}"/>'.encode()


def table_for(article: Article) -> XmlTable[Article]:
    """Return the table that writes an article."""
    packed = article.package is not None or any(extra.place == "groupSet" for extra in article.extras)
    return PACKAGE_ITEM if packed else ARTICLE


def item_element(article: Article, context: Context) -> etree._Element:
    """Make the element of an item from the article alone, laid out in lines where white space means nothing."""
    context.article = article
    root = table_for(article).encode(article, context)
    note_asserted(root, article, context)
    declare(root, article, context)
    indent(root, _LEAVES, frozenset(element for element in context.put_back if etree.iselement(element)))
    return root


_XHTML = "{http://www.w3.org/1999/xhtml}"
_LEAVES = frozenset(
    f"{_XHTML}{name}" for name in ("p", "li", "td", "th", "caption", "title", "h2", "h3", "h4", "h5", "h6")
)
"""What has running text inside, where white space does mean something."""
FRESH = Joiner(ARTICLE.namespaces, _LEAVES, ATTRIBUTES)
"""Writes items without a tree."""
