"""Who wrote an article, by what its page shows beside the headline: where the data in the page name nobody but the publisher.

Bylines are known by how they are marked (``rel``, ``itemprop``, ``class``), by where their links lead (``/author/…``) and by
their first words. Teasers of other articles have bylines too: those nearest the headline count, and none in lists, navigation
or beside the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from newsmodel.formats.html_names import begins_like_a_byline, folded, names_in
from newsmodel.syntax.html_data import plain_text

_AROUND = 7
"""How many elements around the headline are looked into, from the inside out."""
_LONGEST = 120
"""How long the text of a byline may be."""
_MOST_WORDS = 5
"""How many words a name may have: what is longer says what somebody does."""

_MARKED = re.compile(
    r"(?:^|[\s_-])(?:by-?line|(?:article|post|entry|story|meta|news)?[-_]*(?:author|autor|auteur|writer|redact(?:eu|o)r|verfasser|forfatter)s?"
    r"(?:[-_]?(?:name|link|list|item|info))*|authorname|vcard)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(
    r"avatar|image|img|photo|bio|desc|role|title|job|social|follow|date|time|comment", re.IGNORECASE
)
_LEADS = re.compile(
    r"/(?:authors?|autor(?:en|e|es|i)?|auteurs?|autore|forfatter|reporters?|journalists?|journalisten|redakteure?|writers?|"
    r"contributors?|columnists?|by|people|profiles?|team|staff|yazar(?:lar)?|muhabir|penulis|tac-gia|kontributor|korrespondenten)/[^/?#]",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"/(?:categor(?:y|ies|ie|ia)|tags?|topics?|sections?|rubrik|ressort|themen?|search|suche)/", re.IGNORECASE
)
"""Where links lead that name no author, though they stand among the authors."""
_CANDIDATES = etree.XPath(
    "descendant::*[self::a or self::span or self::p or self::div or self::li or self::address or self::em or self::strong or self::b"
    " or self::cite or self::i][not(ancestor::nav or ancestor::aside or ancestor::footer or ancestor::figure)]"
)
_HEADLINES = etree.XPath(
    "(//h1[not(ancestor::header[not(ancestor::article or ancestor::main)])] | //article//*[self::h2 or self::h3])[1]"
)


def bylines_of(root: html.HtmlElement) -> tuple[str, ...]:
    """Return the names of the authors that a page shows, as it shows them; empty where none is certain."""
    for around in around_headline(root):
        if names := _names_below(around):
            return tuple(names)
    return ()


def around_headline(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Give what stands around the headline of a page, from the inside out: the first heading, or the only article."""
    headlines = _HEADLINES(root)
    for number, above in enumerate(headlines[0].iterancestors() if headlines else ()):
        if number == _AROUND or above.tag in ("body", "html"):
            return
        yield above


def _names_below(around: html.HtmlElement) -> list[str]:
    """Return the names in the first byline below an element, with those beside it that are marked alike."""
    found: list[str] = []
    where: html.HtmlElement | None = None
    for element in _CANDIDATES(around):
        if where is not None and not _is_beside(element, where):
            break
        names = _names(element)
        if names:
            where = element if where is None else where
            found += [name for name in names if folded(name) not in map(folded, found)]
    return found


def _is_beside(element: html.HtmlElement, first: html.HtmlElement) -> bool:
    """Whether an element stands in what holds the first byline: the list of all authors."""
    holders = [first, *list(first.iterancestors())[:2]]
    return any(element is holder or holder in element.iterancestors() for holder in holders)


def _names(element: html.HtmlElement) -> list[str]:
    """Return the names in an element, if it is a byline."""
    marked = _is_marked(element)
    if not marked and not begins_like_a_byline((element.text or "").lstrip()[:40]):
        return []
    if any(_ELSEWHERE.search(each.get("href") or "") for each in element.iter("a")):
        return []
    if marked and any(
        _is_marked(inner) for inner in element.iterdescendants("a", "span", "li", "p", "div", "address")
    ):
        return []  # the one inside is nearer the name
    text = plain_text(element)
    if not text or len(text) > _LONGEST:
        return []
    return [name for name in names_in(text) if _is_a_name(name)]


def _is_marked(element: html.HtmlElement) -> bool:
    if "author" in (element.get("rel") or "").split() or "author" in (element.get("itemprop") or "").split():
        return True
    marks = element.get("class") or ""
    if marks and _MARKED.search(marks) and not _NOT_NAMES.search(marks):
        return True
    return element.tag == "a" and _LEADS.search(element.get("href") or "") is not None


def _is_a_name(said: str) -> bool:
    """Whether a text can be the name of somebody: a few words, no figures, no small first letter."""
    words = said.split()
    if not 1 <= len(words) <= _MOST_WORDS or any(letter.isdigit() for letter in said) or len(said) < 2:
        return False
    return not words[0][0].islower() and not said.endswith((".", ":", "!", "?"))
