"""Where a page says something about its article: each source gives values for fields of the article.

A field of the article, or a part that somebody has in it (``author``), is a *slot*. Every slot stands in one row: which
sources may fill it, the first that does wins (`SLOTS`). The others are compared with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import attrs
from attrs import frozen
from lxml import html

from newsmodel.codec.context import Context
from newsmodel.dates import parse_date
from newsmodel.dates.when import parse_iso
from newsmodel.errors import DateError, NewsModelError
from newsmodel.formats.html_names import is_address, names_in, without_publisher
from newsmodel.formats.schema_org import ARTICLE
from newsmodel.formats.schema_org_graph import Node, articles_of
from newsmodel.formats.schema_org_values import base_of
from newsmodel.losses import LossKind
from newsmodel.model import (
    Article,
    Attribution,
    AttributionRole,
    Concept,
    Media,
    MediaKind,
    Rendition,
    Rights,
    Text,
    Translation,
    TranslationRelation,
)
from newsmodel.syntax.html_data import MICRODATA, RDFA, items_of, json_ld_of, meta_of, plain_text


@frozen
class Found:
    """A value that a source of a page gives for a slot. ``source`` names the place (``json-ld``, ``meta[og:title]``)."""

    slot: str
    source: str
    value: Any
    used: bool = False
    agrees: bool = True


Reader = Callable[[str, "Surroundings"], Any]


@frozen
class Surroundings:
    """What is needed to understand a value of a page: its address."""

    address: str | None


def _text(said: str, page: Surroundings) -> tuple[Text, ...]:  # noqa: ARG001  # a reader's signature
    return (Text(said),)


def _time(said: str, page: Surroundings) -> Any:  # noqa: ARG001  # a reader's signature
    try:
        return parse_iso(said.strip())
    except DateError:
        return parse_date(said)


def _language(said: str, page: Surroundings) -> str | None:  # noqa: ARG001  # a reader's signature
    first = said.split(",")[0].strip().replace("_", "-")
    return first if _TAG.fullmatch(first) else None


_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def _address(said: str, page: Surroundings) -> str | None:
    joined = urljoin(page.address or "", said)
    return joined if is_address(joined) else None


def _words(said: str, page: Surroundings) -> tuple[Text, ...]:  # noqa: ARG001  # a reader's signature
    return tuple(Text(word) for each in re.split("[,;\u060c\u3001]", said) if (word := each.strip()))


def _party(role: AttributionRole) -> Reader:
    def read(said: str, page: Surroundings) -> tuple[Attribution, ...]:  # noqa: ARG001  # a reader's signature
        return tuple(Attribution(names=(Text(name),), role=role) for name in names_in(said))

    return read


def _publisher(said: str, page: Surroundings) -> tuple[Attribution, ...]:  # noqa: ARG001  # a reader's signature
    if is_address(said):
        return ()
    return (Attribution(names=(Text(said.removeprefix("@")),), role=AttributionRole.PUBLISHER),)


def _picture(said: str, page: Surroundings) -> tuple[Media, ...]:
    address = _address(said, page)
    return (Media(MediaKind.PICTURE, (Rendition(address),)),) if address else ()


def _mining(said: str, page: Surroundings) -> Rights | None:  # noqa: ARG001  # a reader's signature
    return Rights(data_mining=Concept(code="DMI-PROHIBITED")) if said.strip() == "1" else None


@frozen
class Slot:
    """What a page may say, and by whom: ``sources`` in the order in which they count, ``field`` of the article.

    A source is ``json-ld``, ``microdata``, ``rdfa`` (what their table read into the field), a meta tag's name, or ``html``
    (what `visible` finds for the slot).
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
    Slot("headline", "headlines", ("og:title", "html:h1", *LD, "twitter:title", "dc.title", "html:title"), _text),
    Slot("author", "attributions", (*LD, "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "html:author"), _party(AUTHOR), AUTHOR, several=True),
    Slot("publisher", "attributions", (*LD, "og:site_name", "html:organisation", "application-name", "dc.publisher", "publisher", "twitter:site"), _publisher, PUBLISHER),
    Slot("published", "published", (*LD, "article:published_time", "article:published", "og:published_time", "og:article:published_time", "dc.date.issued", "dcterms.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "pubdate", "publishdate", "publish-date", "dc.date", "date", "html:time"), _time),
    Slot("modified", "version_created", (*LD, "article:modified_time", "og:updated_time", "dcterms.modified", "last-modified"), _time),
    Slot("language", "language", ("html:lang", *LD, "og:locale", "content-language", "dc.language", "language"), _language),
    Slot("summary", "summaries", (*LD, "og:description", "description", "twitter:description", "dc.description"), _text),
    Slot("keywords", "keywords", (*LD, "news_keywords", "keywords", "article:tag", "parsely-tags"), _words, several=True),
    Slot("address", "url", ("link:canonical", "og:url", *LD), _address),
    Slot("picture", "media", (*LD, "og:image", "twitter:image"), _picture),
    Slot("rights", "rights", (*LD, "tdm-reservation"), _mining),
)  # fmt: skip


def sources_of(root: html.HtmlElement, context: Context) -> tuple[list[Found], Article | None]:
    """Return what each source of a page gives, in the order in which they count, and the article of its JSON-LD."""
    meta = meta_of(root)
    page = Surroundings(_own_address(meta))
    articles = dict(_structured(root, context))
    seen = visible(root)
    found: list[Found] = []
    for slot in SLOTS:
        for source in slot.sources:
            if source in LD:
                if (article := articles.get(source)) is not None and (value := slot.of(article)):
                    found.append(Found(slot.name, source, value))
                continue
            kind, _, name = source.partition(":")
            said = seen.get(name, []) if kind == "html" else _listed(meta.get(source))
            label = name if kind == "html" else f"meta[{source}]"
            value = _value(slot, [each for each in said if isinstance(each, str)], page)
            if value:
                found.append(Found(slot.name, label, value))
    return found, articles.get("json-ld")


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


def _structured(root: html.HtmlElement, context: Context) -> Iterator[tuple[str, Article]]:
    """Give the article that each of the structured sources holds."""
    for source, nodes in (
        ("json-ld", json_ld_of(root, context)),
        ("microdata", items_of(root, MICRODATA)),
        ("rdfa", items_of(root, RDFA)),
    ):
        inner = attrs.evolve(context, format="schema-org", homeless=[], anchors={})
        try:
            articles = articles_of([node for node in nodes if isinstance(node, dict | list)], inner)
            article = _read(articles[0], inner)
        except NewsModelError as error:
            if source == "json-ld" and nodes:
                context.note_place(LossKind.UNREAD, source, None, reason=str(error))
            continue
        yield source, article


def _read(node: Node, context: Context) -> Article:
    address = node.get("url")
    context.base = base_of(address if isinstance(address, str) else None, None)
    return ARTICLE.decode(node, context)


def visible(root: html.HtmlElement) -> dict[str, list[str]]:
    """Return what stands in the page for its readers: title, first headings, times, names beside the headline."""
    seen: dict[str, list[str]] = {
        "title": [plain_text(each) for each in root.iter("title")][:1],
        "h1": [text for each in root.iter("h1") if (text := plain_text(each))][:1],
        "time": [each.get("datetime") or plain_text(each) for each in root.iter("time")][:1],
        "lang": [
            said for each in (root, *root.iter("body")) if (said := each.get("lang") or each.get("xml:lang"))
        ][:1],
        "author": [plain_text(each) for each in root.iterfind(".//a[@rel='author']")],
    }
    return {name: [text for text in texts if text] for name, texts in seen.items()}


def translations_of(meta: Node, page: Surroundings) -> tuple[Translation, ...]:
    """Return the other language versions that a page links to."""
    found = []
    for link in _listed(meta.get("link:alternate")):
        language = link.get("hreflang") if isinstance(link, dict) else None
        address = _address(link.get("href", ""), page) if language else None
        if language and address and _TAG.fullmatch(language) and address != page.address:
            found.append(Translation(language=language, uri=address, relation=TranslationRelation.ALTERNATE))
    return tuple(found)


def host_of(address: str | None) -> str:
    """Return the host of an address without ``www``."""
    return (urlsplit(address or "").hostname or "").removeprefix("www.")


__all__ = [
    "SLOTS",
    "Found",
    "Slot",
    "host_of",
    "sources_of",
    "translations_of",
    "visible",
    "without_publisher",
]
