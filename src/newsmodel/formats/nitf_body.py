"""The body of a NITF document: its sections, what is shown in it and what is said in it stand in one place."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, TypeAlias

from attrs import Factory, define, evolve
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.codec.values import Pair
from newsmodel.errors import InputError, ModelError
from newsmodel.formats.nitf_parts import KIND, MEDIA
from newsmodel.formats.nitf_speakers import as_read, sources_of
from newsmodel.formats.nitf_values import HREF, tag
from newsmodel.losses import LossKind
from newsmodel.markup.nitf import NITF
from newsmodel.markup.nitf_quotes import quotes_found, sayings
from newsmodel.markup.nitf_reading import NitfReader
from newsmodel.markup.nitf_writing import NitfWriter
from newsmodel.model import Article, Media, MediaKind, Quote, Rendition, Section
from newsmodel.model.values import many_lines
from newsmodel.syntax.xml import local_name, path_of, tag_of

Content: TypeAlias = tuple[tuple[Section, ...], tuple[Media, ...], tuple[Quote, ...]]
"""Sections, media, quotes."""


@define
class Shown:
    """Reads the media items of a body, each once."""

    context: Context
    found: list[Media] = Factory(list)

    def __call__(self, element: etree._Element, *, placed: bool) -> Media | None:
        """Read a media item, or an HTML image; None for what is neither, or shows nothing."""
        try:
            media = self._image(element) if local_name(tag_of(element)) == "img" else self._media(element)
        except (InputError, ModelError):
            return None
        if media is None:
            return None
        for known in self.found:
            if media.id is None and known == evolve(media, id=known.id) and (known.id or not placed):
                return known
        if media.id is None and placed:
            media = evolve(media, id=self._free_id())
        self.found.append(media)
        return media

    def _media(self, element: etree._Element) -> Media | None:
        shows = any(
            each.get("source", "").strip() or each.get("data-location", "").strip()
            for each in element.iterchildren(tag("media-reference"))
        )
        if element.get("media-type", "") not in KIND.meanings or not shows:
            return None
        return MEDIA.decode(deepcopy(element), self.context)

    def _image(self, element: etree._Element) -> Media | None:
        captions = many_lines(element.get("alt", "")) or ()
        address = HREF.decode(element.get("src") or element.get("source", ""), self.context)
        media = Media(MediaKind.PICTURE, [Rendition(address)], captions=captions)
        for key, value in element.items():
            if str(key) not in ("src", "alt") and value != address:
                where = f"{path_of(element)}/@{local_name(str(key))}"
                self.context.note_place(LossKind.UNREAD, where, value, line=element.sourceline)
        return media

    def _free_id(self) -> str:
        number = 1
        while f"#media-{number}" in self.context.anchors:
            number += 1
        self.context.anchors[f"#media-{number}"] = f"media-{number}"
        return f"media-{number}"


def read_content(element: etree._Element, context: Context) -> Content:
    """Read a ``body.content``."""
    shown = Shown(context)
    reader = NitfReader(NITF, context, context.headline, context.language, show=shown)
    sections = reader.sections(element)
    return sections, tuple(shown.found), quotes_found(context.findings, context.paragraphs)


def write_content(content: Content, context: Context, into: etree._Element) -> None:
    """Write sections with the media items and quotes in them; media items that stand nowhere follow in a block of their own."""
    sections, media, quotes = content
    article = context.article or Article(sections=sections, media=media, quotes=quotes)
    known = {each.id: each for each in media if each.id}
    sources = sources_of(article)
    writer = NitfWriter(NITF, context, known, sayings=sayings(article, sources), show=_show(article))
    writer.write(into, sections)
    with context.elsewhere():
        _attach(writer, article, into)
        _note_speakers(article, as_read(article, sources), context)
    if not len(into) and (holder := into.getparent()) is not None:
        holder.remove(into)  # all that there was is among the losses


def _show(article: Article) -> Any:
    numbers = {id(each): index for index, each in enumerate(article.media)}

    def show(media: Media, element: etree._Element, context: Context) -> None:
        with context.elsewhere(f"media[{numbers.get(id(media), 0)}]"):
            MEDIA.encode(media, context, element)

    return show


def _attach(writer: NitfWriter, article: Article, into: etree._Element) -> None:
    """Write the media items that stand nowhere in the text; note where the items come back in another order."""
    loose = [(index, each) for index, each in enumerate(article.media) if each.id not in writer.shown]
    order = [writer.media[name] for name in writer.shown] + [each for _, each in loose]
    if order != list(article.media):
        reason = "they come back in the order of the text"
        writer.context.note(LossKind.COERCED, "media", article.media, reason=reason)
    said = {_said_of(writer.media[name], article) for name in writer.shown}
    once = []
    for index, each in loose:
        if each.id is None and _said_of(each, article) in said:
            reason = "another says the same, and media items without an identifier are read once"
            writer.context.note(LossKind.UNWRITTEN, f"media[{index}]", each, reason=reason)
        else:
            once.append(each)
            said.add(_said_of(each, article))
    if once:
        writer.attach(into, once)


def _said_of(media: Media, article: Article) -> bytes:
    """Return what is written of a media item, but for its identifier."""
    element = etree.Element(tag("media"))
    MEDIA.encode(evolve(media, id=None), Context("nitf", article=article), element)
    return etree.tostring(element)


def _note_speakers(article: Article, back: Article, context: Context) -> None:
    """Note what is lost of quotes, and what their sources add to the people that they name."""
    for index, (quote, read) in enumerate(zip(article.quotes, back.quotes, strict=True)):
        if not quote.spans:
            context.note(LossKind.UNWRITTEN, f"quotes[{index}]", quote, reason="it has no place in the text")
            continue
        for name in ("cue", "evidence"):
            if said := getattr(quote, name):
                context.note(LossKind.UNWRITTEN, f"quotes[{index}].{name}", said)
        context.note_extras(quote.extras, f"quotes[{index}].extras")
        _note_fields(f"quotes[{index}]", quote, read, ("speaker", "speaker_text"), context)
    for field in ("people", "organisations"):
        for index, pair in enumerate(zip(getattr(article, field), getattr(back, field), strict=True)):
            _note_fields(f"{field}[{index}]", *pair, ("id",), context)


def _note_fields(path: str, before: Any, after: Any, names: tuple[str, ...], context: Context) -> None:
    for name in names:
        said, read = getattr(before, name), getattr(after, name)
        if said != read:
            kind = LossKind.UNWRITTEN if read is None else LossKind.COERCED
            context.note(kind, f"{path}.{name}", said, reason=f"reads back as {read!r}" if read else "")


def _read(raw: Any, context: Context) -> Content:
    return read_content(raw, context)


BODY: Pair[Content] = Pair(_read, write_content)
"""Paragraphs, headings, lists, tables; ``media`` where it is shown, ``q`` and ``bq`` with their ``quote-source``."""
