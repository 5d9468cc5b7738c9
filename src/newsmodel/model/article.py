"""An article: one language version of one news story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, tzinfo
from enum import Enum
from typing import ClassVar

from attrs import field, fields, frozen

from newsmodel.dates.when import When, when_key
from newsmodel.errors import ModelError
from newsmodel.model.ai import AiInfo
from newsmodel.model.attribution import Attribution, AttributionRole
from newsmodel.model.body import Block, Figure, Paragraph, Section, paragraphs_in, walk
from newsmodel.model.concept import Concept, Entity, Subject
from newsmodel.model.constraints import Checked
from newsmodel.model.dated import DateMention
from newsmodel.model.extras import Extra
from newsmodel.model.history import Hop
from newsmodel.model.language import direction_of
from newsmodel.model.links import Link, Translation
from newsmodel.model.media import Media, Rendition
from newsmodel.model.mention import Mention
from newsmodel.model.message import Message
from newsmodel.model.organisation import Organisation
from newsmodel.model.origin import Origin
from newsmodel.model.package import Package
from newsmodel.model.part import Part
from newsmodel.model.person import Person
from newsmodel.model.place import Place
from newsmodel.model.quote import Quote, Span, selected
from newsmodel.model.rights import Rights
from newsmodel.model.text import Direction, Text, texts
from newsmodel.model.values import (
    Code,
    LanguageTag,
    Line,
    PositiveInt,
    Several,
    Urgency,
    Uri,
    all_are,
    language_tag,
    maybe_line,
    several,
    when,
)


class ItemType(Enum):
    """What an item is made of (IPTC NewsCodes, ninature)."""

    TEXT = "text"
    PICTURE = "picture"
    GRAPHIC = "graphic"
    ANIMATED = "animated"
    VIDEO = "video"
    AUDIO = "audio"
    DATA = "data"
    COMPOSITE = "composite"


class PubStatus(Enum):
    """Whether an article may be used (IPTC NewsCodes, pubstatusg2)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


@frozen
class Embargo(Checked):
    """An article that must not be published yet: until a time, or with no end stated (``until`` None).

    `Article.embargo` None is the third state: no embargo.
    """

    until: When | None = field(default=None, converter=when, eq=when_key)


@frozen
class AltId(Checked):
    """Another identifier of the article; ``type`` is a code for what kind it is, ``environment`` codes for where it is used."""

    value: Line = field(converter=maybe_line)
    type: Code | None = None
    environment: tuple[Code, ...] = field(default=(), converter=Several["Code", ...])
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)


_ROLE_RANK = {role: rank for rank, role in enumerate(AttributionRole)}


def by_role(values: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Sort attributions by role, keeping the order inside a role: formats hold each role in a place of its own."""
    given: tuple[Attribution, ...] = several(values)
    if not all_are(given, Attribution):
        return given
    return tuple(sorted(given, key=lambda value: _ROLE_RANK.get(value.role, 0)))


def by_position(values: Iterable[Quote]) -> tuple[Quote, ...]:
    """Sort quotes by where they begin, those without a place last, keeping the order otherwise."""
    given: tuple[Quote, ...] = several(values)
    if not all_are(given, Quote):
        return given
    nowhere = Span(2**53 - 1, 0, 1)
    return tuple(sorted(given, key=lambda quote: quote.spans[0] if quote.spans else nowhere))


@frozen(repr=False)
class Article(Checked):
    """A news article in one language.

    Every field may be absent: None, or an empty tuple. Texts without a language of their own are in the
    article's ``language``. Of several headlines, names and so on the first is the main one. The names are
    those of the standards; the documentation's field map says which place of which format holds each.
    """

    id: Line | None = field(default=None, converter=maybe_line)
    """The identifier of the item, the same for all its versions; a URI or URN by preference."""
    version: PositiveInt | None = None
    alt_ids: tuple[AltId, ...] = field(default=(), converter=Several["AltId", ...])
    url: Uri | None = None
    """The address of the page."""
    type: ItemType = ItemType.TEXT
    language: LanguageTag | None = field(default=None, converter=language_tag)
    titles: tuple[Text, ...] = field(default=(), converter=texts)
    """What the item is called in a list of items: for editors, where the headline is for readers."""
    headlines: tuple[Text, ...] = field(default=(), converter=texts)
    summaries: tuple[Text, ...] = field(default=(), converter=texts)
    bylines: tuple[Text, ...] = field(default=(), converter=texts)
    datelines: tuple[Text, ...] = field(default=(), converter=texts)
    sluglines: tuple[Text, ...] = field(default=(), converter=texts)
    credit_lines: tuple[Text, ...] = field(default=(), converter=texts)
    keywords: tuple[Text, ...] = field(default=(), converter=texts)
    editor_notes: tuple[Text, ...] = field(default=(), converter=texts)
    published: When | None = field(default=None, converter=when, eq=when_key)
    version_created: When | None = field(default=None, converter=when, eq=when_key)
    first_created: When | None = field(default=None, converter=when, eq=when_key)
    content_created: When | None = field(default=None, converter=when, eq=when_key)
    content_modified: When | None = field(default=None, converter=when, eq=when_key)
    expires: When | None = field(default=None, converter=when, eq=when_key)
    embargo: Embargo | None = None
    status: PubStatus | None = None
    urgency: Urgency | None = None
    profile: Line | None = field(default=None, converter=maybe_line)
    """How the item is built, as its provider calls it: a hint for processing."""
    digital_source_type: Concept | None = None
    """How the content was made: captured, composed, by a trained model (IPTC NewsCodes, digitalsourcetype)."""
    ai_info: tuple[AiInfo, ...] = field(default=(), converter=Several["AiInfo", ...])
    """Which AI systems had a part in the content, and what they were asked for. Experimental: `AiInfo` says why."""
    services: tuple[Concept, ...] = field(default=(), converter=Several["Concept", ...])
    signals: tuple[Concept, ...] = field(default=(), converter=Several["Concept", ...])
    genres: tuple[Concept, ...] = field(default=(), converter=Several["Concept", ...])
    subjects: tuple[Subject, ...] = field(default=(), converter=Several["Subject", ...])
    people: tuple[Person, ...] = field(default=(), converter=Several["Person", ...])
    organisations: tuple[Organisation, ...] = field(default=(), converter=Several["Organisation", ...])
    places: tuple[Place, ...] = field(default=(), converter=Several["Place", ...])
    located: tuple[Place, ...] = field(default=(), converter=Several["Place", ...])
    """Where the content was made, as a dateline says it."""
    attributions: tuple[Attribution, ...] = field(default=(), converter=by_role)
    rights: Rights | None = None
    part_rights: tuple[Rights, ...] = field(default=(), converter=Several["Rights", ...])
    """Rights that hold for parts or aspects of the item only (`Rights.scope`, `Rights.aspect`); ``rights`` is for all of it."""
    renditions: tuple[Rendition, ...] = field(default=(), converter=Several["Rendition", ...])
    """The files of the content itself: of a picture its sizes, of a video its encodings."""
    parts: tuple[Part, ...] = field(default=(), converter=Several["Part", ...])
    """The parts of the content itself: the shots of a video, a region of a picture."""
    media: tuple[Media, ...] = field(default=(), converter=Several["Media", ...])
    links: tuple[Link, ...] = field(default=(), converter=Several["Link", ...])
    translations: tuple[Translation, ...] = field(default=(), converter=Several["Translation", ...])
    package: Package | None = None
    """What a package is made of, where the item is one."""
    hops: tuple[Hop, ...] = field(default=(), converter=Several["Hop", ...])
    """Through whose hands the content went, in the order in which the document lists them."""
    sections: tuple[Section, ...] = field(default=(), converter=Several["Section", ...])
    quotes: tuple[Quote, ...] = field(default=(), converter=by_position)
    mentions: tuple[Mention, ...] = field(default=(), converter=Several["Mention", ...])
    """Where the body speaks of whom or what."""
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...])
    origin: Origin | None = field(default=None, eq=False, repr=False, kw_only=True)
    """The document that the article was read from, for writing it back; no part of what the article says."""

    @property
    def message(self) -> Message | None:
        """The message that the article came in, as it was read; None where it came in none, or was made anew.

        It is no part of the article: `newsmodel.write_all` takes another one with ``message``.
        """
        return None if self.origin is None else self.origin.message

    @property
    def headline(self) -> Text | None:
        """The main headline."""
        return self.headlines[0] if self.headlines else None

    @property
    def blocks(self) -> tuple[tuple[str, Block], ...]:
        """All blocks of the body in document order, those inside others too, each with its path."""
        return tuple(
            found
            for i, section in enumerate(self.sections)
            for j, block in enumerate(section.blocks)
            for found in walk(block, f"sections[{i}].blocks[{j}]")
        )

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs in document order, also those inside lists, tables and block quotes."""
        return tuple(
            found for section in self.sections for block in section.blocks for found in paragraphs_in(block)
        )

    @property
    def _texts(self) -> list[str]:
        return [paragraph.text for paragraph in self.paragraphs]

    @property
    def text(self) -> str:
        """The whole body as plain text: headings and paragraphs, a blank line between them."""
        pieces: list[str] = []
        for section in self.sections:
            if section.heading:
                pieces.append(section.heading.value)
            pieces.extend(found.text for block in section.blocks for found in paragraphs_in(block))
        return "\n\n".join(pieces)

    @property
    def word_count(self) -> int:
        """How many words the body has: runs of letters, digits, marks and joiners."""
        return len(_WORD.findall(self.text))

    @property
    def direction(self) -> Direction:
        """The base direction: that of the language, or of the first strong letter where the language is not known."""
        if self.language:
            return direction_of(self.language)
        return direction_of(None, self.headline.value if self.headline else self.text)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """People, organisations and places."""
        return (*self.people, *self.organisations, *self.places)

    def entity(self, id: str) -> Entity:  # noqa: A002  # the field's name
        """Return the person, organisation or place with this id; raise `KeyError` where there is none."""
        for entity in self.entities:
            if entity.id == id:
                return entity
        raise KeyError(id)

    def quotes_by(self, speaker: Entity | str) -> tuple[Quote, ...]:
        """Return the quotes of a speaker: an entity of this article, or its id."""
        wanted = speaker if isinstance(speaker, str) else speaker.id
        return tuple(quote for quote in self.quotes if wanted is not None and quote.speaker == wanted)

    def attributed(self, role: AttributionRole) -> tuple[Attribution, ...]:
        """Return the attributions with this role."""
        return tuple(found for found in self.attributions if found.role is role)

    def dates(
        self, reference: datetime | date | None = None, zone: str | tzinfo | None = None
    ) -> tuple[DateMention, ...]:
        """Return the dates in the body, in order, as `newsmodel.dates.find_dates` finds them in each paragraph's language.

        What depends on the day of writing ("yesterday", a day without its year) is read from ``reference`` or, where that is not
        given, from the first of ``published``, ``version_created``, ``content_created`` that names a day. ``zone`` is for times that name none, as in `newsmodel.dates.find_dates`. Headlines and headings are no part
        of the body's paragraphs.
        """
        from newsmodel.dates import find_dates
        from newsmodel.dates.request import reference_of

        reference = reference_of(reference)
        known = (reference, self.published, self.version_created, self.content_created)
        day = next((when for when in known if isinstance(when, date)), None)
        return tuple(
            DateMention(Span(number, *found.span), found)
            for number, paragraph in enumerate(self.paragraphs)
            for found in find_dates(paragraph.text, paragraph.language or self.language, day, zone=zone)
        )

    def select(self, spans: Iterable[Span]) -> str:
        """Return what spans select, as `Quote.text` gives it. Raise `IndexError` for a span outside the text."""
        return selected(self._texts, tuple(spans))

    _coherent: ClassVar[str] = ""  # below, where all fields are known

    def _surely_agrees(self) -> bool:
        """Whether fields that may contradict one another surely do not (`_contradictions`); the others of that kind are empty."""
        if len(self.sections) > 1 or (self.rights is not None and self.rights.partial):
            return False
        pointing = [True for each in self.located if each.id is not None]
        pointing += [True for each in self.attributions if each.entity is not None]
        return not pointing and all(
            type(block) is Paragraph for section in self.sections for block in section.blocks
        )

    def _contradictions(self) -> Iterator[ModelError]:
        yield from self._faults_of_ids()
        yield from self._faults_of_rights()
        yield from self._faults_of_sections()
        yield from self._faults_of_quotes()
        yield from self._faults_of_mentions()

    def _faults_of_ids(self) -> Iterator[ModelError]:
        taken: set[str] = set()
        for name in ("people", "organisations", "places", "located", "media", "parts", "ai_info"):
            for index, holder in enumerate(getattr(self, name)):
                if holder.id is not None and holder.id in taken:
                    where, rule = f"Article.{name}[{index}].id", "an id that nothing else in the article has"
                    yield ModelError(where, rule, holder.id, holder=holder)
                taken.add(holder.id)
        speakers = {entity.id for entity in (*self.people, *self.organisations)} - {None}
        for index, found in enumerate(self.attributions):
            if found.entity is not None and found.entity not in speakers:
                where = f"attributions[{index}].entity"
                yield _no_such(where, "a person or organisation", found.entity, found)
        for index, quote in enumerate(self.quotes):
            if quote.speaker is not None and quote.speaker not in speakers:
                where = f"quotes[{index}].speaker"
                yield _no_such(where, "a person or organisation", quote.speaker, quote)
        pictures = {media.id for media in self.media} - {None}
        plain = all(type(block) is Paragraph for section in self.sections for block in section.blocks)
        for path, block in () if plain else self.blocks:
            if isinstance(block, Figure) and block.media not in pictures:
                yield _no_such(f"{path}.media", "a media item", block.media)

    def _faults_of_rights(self) -> Iterator[ModelError]:
        if self.rights is not None and self.rights.partial:
            yield ModelError(
                "Article.rights", "rights in the whole item, without scope and aspect", self.rights
            )
        for index, rights in enumerate(self.part_rights):
            if not rights.partial:
                yield ModelError(f"Article.part_rights[{index}]", "rights with a scope or an aspect", rights)

    def _faults_of_sections(self) -> Iterator[ModelError]:
        for index, section in enumerate(self.sections):
            if index and section.heading is None:
                yield ModelError(
                    f"Article.sections[{index}].heading", "a heading, for all sections after the first", None
                )

    def _faults_of_quotes(self) -> Iterator[ModelError]:
        texts = self._texts if any(quote.spans for quote in self.quotes) else []
        for index, quote in enumerate(self.quotes):
            if not quote.spans:
                continue
            try:
                said = selected(texts, quote.spans)
            except IndexError:
                yield ModelError(
                    f"Article.quotes[{index}].spans",
                    "spans inside the paragraphs of the article",
                    quote.spans,
                )
                continue
            if said != quote.text:
                yield ModelError(
                    f"Article.quotes[{index}].text", f"what its spans select, {said!r}", quote.text
                )

    def _faults_of_mentions(self) -> Iterator[ModelError]:
        texts = self._texts if self.mentions else []
        for index, mention in enumerate(self.mentions):
            if any(
                span.paragraph >= len(texts) or span.end > len(texts[span.paragraph])
                for span in mention.spans
            ):
                where, rule = f"Article.mentions[{index}].spans", "spans inside the paragraphs of the article"
                yield ModelError(where, rule, mention.spans)

    def __repr__(self) -> str:
        headline = self.headline
        shown = [
            *([f"id={self.id!r}"] if self.id else []),
            *([f"language={self.language!r}"] if self.language else []),
            *([f"headline={_cut(headline.value)!r}"] if headline else []),
            *([f"published={str(self.published)!r}"] if self.published else []),
            *(
                f"{count} {one if count == 1 else several}"
                for one, several, count in (
                    ("section", "sections", len(self.sections)),
                    ("word", "words", self.word_count),
                    ("quote", "quotes", len(self.quotes)),
                    ("person", "people", len(self.people)),
                )
                if count
            ),
        ]
        return f"<Article {', '.join(shown)}>" if shown else "<Article, empty>"


_ALONE = frozenset(
    [
        "id",
        "version",
        "alt_ids",
        "url",
        "type",
        "language",
        "titles",
        "headlines",
        "summaries",
        "bylines",
        "datelines",
        "sluglines",
        "credit_lines",
        "keywords",
        "editor_notes",
        "published",
        "version_created",
        "first_created",
        "content_created",
        "content_modified",
        "expires",
        "embargo",
        "status",
        "urgency",
        "profile",
        "digital_source_type",
        "services",
        "signals",
        "genres",
        "subjects",
        "renditions",
        "links",
        "translations",
        "package",
        "hops",
        "extras",
        "origin",
    ]
)
"""The fields that no other contradicts, whatever is in them."""
_LOOKED_AT = frozenset({"sections", "rights", "located", "attributions"})
"""Those that `Article._surely_agrees` looks at. Where any other has something in it, all rules are asked."""
_OTHERS = [field.name for field in fields(Article) if field.name not in _ALONE | _LOOKED_AT]
Article._coherent = f"not ({' or '.join(f'made.{name}' for name in _OTHERS)}) and made._surely_agrees()"  # noqa: SLF001  # of this module

_WORD = re.compile(
    r"[^\W_](?:[\w\u064b-\u0652\u0670\u200c\u200d\u0300-\u036f'’-]*[\w\u064b-\u0652\u0300-\u036f])?"
)
"""A letter or digit, then letters, digits, vowel marks, joiners, apostrophes and hyphens."""


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _no_such(where: str, what: str, id_: str, holder: object = None) -> ModelError:
    return ModelError(f"Article.{where}", f"the id of {what} of the article", id_, holder=holder)
