"""Where a page says something about its article: each source gives values for fields of the article.

A field of the article, or a part that somebody has in it (``author``), is a *slot*. Every slot stands in one row: which
sources may fill it, the first that does wins (`SLOTS`). The others are compared with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs
from attrs import frozen
from lxml import etree, html

from newsmodel.codec.context import Context
from newsmodel.errors import NewsModelError
from newsmodel.formats.html_names import is_address
from newsmodel.formats.html_publishers import names_by_host, organisations_in, shown_names
from newsmodel.formats.html_values import (
    TAG,
    Reader,
    Surroundings,
    read_address,
    read_authors,
    read_language,
    read_mining,
    read_picture,
    read_publisher,
    read_text,
    read_time,
    read_words,
)
from newsmodel.formats.schema_org import ARTICLE
from newsmodel.formats.schema_org_graph import Node, articles_of
from newsmodel.formats.schema_org_values import base_of
from newsmodel.losses import LossKind
from newsmodel.model import Article, AttributionRole, Translation, TranslationRelation
from newsmodel.syntax.html_data import MICRODATA, RDFA, items_of, json_ld_of, meta_of, plain_text


@frozen
class Found:
    """A value that a source of a page gives for a slot.

    ``source`` names the place (``json-ld``, ``meta[og:title]``, ``h1``); ``used`` says that this value is the article's, ``agrees``
    that it says the same as the one that is.
    """

    slot: str
    source: str
    value: Any
    used: bool = False
    agrees: bool = True


@frozen
class Slot:
    """What a page may say, and by whom: ``sources`` in the order in which they count, ``field`` of the article.

    A source is ``json-ld``, ``microdata``, ``rdfa`` (what the table of schema.org reads from them), a meta tag's name,
    ``link:`` and the relation of a link, or ``html:`` and something that the page shows.
    """

    name: str
    field: str
    sources: tuple[str, ...]
    read: Reader
    only: AttributionRole | None = None
    several: bool = False
    """Whether all values of one meta tag count, not the first alone."""

    def of(self, article: Article) -> Any:
        """Return what an article says."""
        value = getattr(article, self.field)
        return tuple(each for each in value if each.role is self.only) if self.only else value


LD = ("json-ld", "microdata", "rdfa")
AUTHOR, PUBLISHER = AttributionRole.AUTHOR, AttributionRole.PUBLISHER
SLOTS = (
    Slot("headline", "headlines", ("og:title", *LD, "html:h1", "twitter:title", "dc.title", "html:title"), read_text),
    Slot("language", "language", ("html:lang", *LD, "og:locale", "content-language", "dc.language", "language"), read_language),
    Slot("author", "attributions", (*LD, "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
         "cxenseparse:author", "html:author"), read_authors, AUTHOR, several=True),
    Slot("publisher", "attributions", (*LD, "og:site_name", "html:organisation", "html:site", "application-name", "dc.publisher",
         "publisher", "html:tail", "html:logo", "html:rights", "html:host", "twitter:site"), read_publisher, PUBLISHER),
    Slot("published", "published", ("json-ld", "article:published_time", "article:published", "og:published_time",
         "og:article:published_time", *LD[1:], "dc.date.issued", "dcterms.issued", "dcterms.created", "parsely-pub-date", "sailthru.date",
         "cxenseparse:recs:publishtime", "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date", "date",
         "html:time"), read_time),
    Slot("modified", "version_created", ("json-ld", "article:modified_time", "og:updated_time", *LD[1:], "dcterms.modified",
         "last-modified"), read_time),
    Slot("summary", "summaries", (*LD, "og:description", "description", "twitter:description", "dc.description"), read_text),
    Slot("keywords", "keywords", (*LD, "news_keywords", "keywords", "article:tag", "parsely-tags"), read_words, several=True),
    Slot("address", "url", ("link:canonical", "og:url", *LD), read_address),
    Slot("picture", "media", (*LD, "og:image", "twitter:image"), read_picture),
    Slot("rights", "rights", (*LD, "tdm-reservation"), read_mining),
)  # fmt: skip
"""What a page says of its article, and which source of several is believed: the first in the row that says anything."""


LAST_RESORTS = frozenset({"html:tail", "html:logo", "html:rights", "html:host", "twitter:site", "html:time"})
"""What is asked only where nothing before it answers: it says the same less well."""


@frozen(eq=False)
class Sources:
    """What the sources of a page give: the values that were ``found``, in the order in which they count; the article of the
    JSON-LD, if there is one; the page's address, and what its tags say.
    """

    found: tuple[Found, ...]
    article: Article | None
    page: Surroundings
    meta: Node


def sources_of(root: html.HtmlElement, context: Context) -> Sources:
    """Ask every source of a page."""
    meta = meta_of(root)
    page = Surroundings(_own_address(meta))
    nodes = json_ld_of(root, context)
    articles = dict(_structured(root, nodes, context))
    shown = _shown(root, nodes, page, _listed(meta.get("og:title")))
    found: list[Found] = []
    for slot in SLOTS:
        for source in slot.sources:
            if source in LD:
                if (article := articles.get(source)) is not None and (value := slot.of(article)):
                    found.append(Found(slot.name, source, value))
                continue
            if source in LAST_RESORTS and found and found[-1].slot == slot.name:
                continue
            kind, _, name = source.partition(":")
            said = shown(name) if kind == "html" else _listed(meta.get(source))
            if value := _value(slot, [each for each in said if isinstance(each, str)], page):
                found.append(Found(slot.name, name if kind == "html" else _label(source), value))
    return Sources(tuple(found), articles.get("json-ld"), page, meta)


def _label(source: str) -> str:
    kind, _, name = source.partition(":")
    return f"link[{name}]" if kind == "link" else f"meta[{source}]"


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _value(slot: Slot, said: list[str], page: Surroundings) -> Any:
    values: list[Any] = []
    for each in said:
        try:
            value = slot.read(each, page)
        except (NewsModelError, ValueError):
            continue
        if value and not slot.several:
            return value
        values += [new for new in value or () if new not in values]
    return tuple(values)


def _own_address(meta: Node) -> str | None:
    for name in ("link:canonical", "og:url"):
        for each in _listed(meta.get(name)):
            if isinstance(each, str) and is_address(each):
                return each
    return None


def _structured(root: html.HtmlElement, nodes: list[Any], context: Context) -> Iterator[tuple[str, Article]]:
    """Give the article that each of the structured sources holds."""
    for source, some in (
        ("json-ld", nodes),
        ("microdata", items_of(root, MICRODATA)),
        ("rdfa", items_of(root, RDFA)),
    ):
        known = [node for node in some if isinstance(node, dict | list)]
        if not known:
            continue
        inner = attrs.evolve(context, format="schema-org", homeless=[], anchors={})
        try:
            article = _read(articles_of(known, inner)[0], inner)
        except NewsModelError as error:
            if source == "json-ld":
                context.note_place(LossKind.UNREAD, source, None, reason=str(error))
            continue
        yield source, article


def _read(node: Node, context: Context) -> Article:
    address = node.get("url")
    context.base = base_of(address if isinstance(address, str) else None, None)
    return ARTICLE.decode(node, context)


_LINKED = etree.XPath("//a[@rel='author'][not(ancestor::aside or ancestor::nav or ancestor::footer)]")


def _shown(
    root: html.HtmlElement, nodes: list[Any], page: Surroundings, titles: list[Any]
) -> Callable[[str], list[str]]:
    """Return what says what a page shows for a name: title, first heading, times, who publishes it."""
    heading = [text for each in root.iter("h1") if (text := plain_text(each))][:1]
    publisher: dict[str, list[str]] = {}

    def show(name: str) -> list[str]:
        match name:
            case "title":
                return [text for each in root.iter("title") if (text := plain_text(each))][:1]
            case "h1":
                return heading
            case "time":
                return [each.get("datetime") or plain_text(each) for each in root.iter("time")][:1]
            case "lang":
                return [each.get("lang") or each.get("xml:lang") or "" for each in (root, *root.iter("body"))]
            case "author":
                return [text for each in _LINKED(root) if (text := plain_text(each))]
            case "organisation":
                return organisations_in(nodes, "Organization")
            case "site":
                return organisations_in(nodes, "WebSite")
            case "host":
                return names_by_host(page.address)
        if not publisher:
            publisher.update(
                shown_names(root, [*heading, *(each for each in titles if isinstance(each, str))])
            )
        return publisher[name]

    return show


def translations_of(sources: Sources) -> tuple[Translation, ...]:
    """Return the other language versions that a page links to."""
    found = []
    for link in _listed(sources.meta.get("link:alternate")):
        language = link.get("hreflang") if isinstance(link, dict) else None
        if language and TAG.fullmatch(language):
            uri = read_address(link.get("href", ""), sources.page)
            if uri is not None and uri != sources.page.address:
                found.append(Translation(language, uri=uri, relation=TranslationRelation.ALTERNATE))
    return tuple(found)
