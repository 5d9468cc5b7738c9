"""What a body says of itself around the story: headings, titles, bylines, and what is shown in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from newsmodel.model import Block, Figure, Text
from newsmodel.model.language import direction_of
from newsmodel.model.values import many_lines, one_line
from newsmodel.syntax.xml import all_text, children_of, local_name, tag_of

if TYPE_CHECKING:
    from lxml import etree

    from newsmodel.markup.dialect import Tag
    from newsmodel.markup.notes import Notes
    from newsmodel.markup.reading import BodyReader

Heading: TypeAlias = tuple[Text, int]
"""A heading and its level."""
_MAIN = frozenset({"h1", "hl1"})
"""Headings that may say the headline again."""
_LONGEST = 200
"""How many characters a byline has at most: what is longer is a part of the story that only bears the class."""


def read_heading(reader: BodyReader, element: etree._Element, tag: Tag) -> Iterator[Block | Heading]:
    """Read a heading; one that says the headline again is none."""
    text, strays = reader.words(element, "a heading")
    yield from strays
    notes = reader.notes
    if local_name(tag_of(element)).lower() in _MAIN and one_line(text) == reader.headline:
        notes.imply(element, reader.language, direction_of(reader.language, text))
    elif text.strip():
        yield (
            Text(text, notes.language(element), notes.direction(element), reader.role(element)),
            tag.argument,
        )


def read_title(reader: BodyReader, element: etree._Element, _tag: Tag) -> Iterator[Block]:
    """Read a title: it should be the headline."""
    said = _said(reader.notes, element)
    if said and said != reader.headline:
        reader.notes.unread(element, "a title that is not the headline", said)
    return iter(())


def read_byline(reader: BodyReader, element: etree._Element, _tag: Tag | None = None) -> Iterator[Block]:
    """Read a byline: it goes to the context."""
    if said := _said(reader.notes, element):
        reader.context.bylines.append(said)
    return iter(())


def is_byline(reader: BodyReader, element: etree._Element) -> bool:
    """Whether a block is the byline by its class, and was read.

    It is one at the head of the story, or where it says a byline of the item again; another one further down would be a picture's.
    """
    if "byline" not in element.get("class", "").lower().split():
        return False
    said = one_line(all_text(element))
    if len(said) > _LONGEST or (reader.context.paragraphs and said not in reader.context.known_bylines):
        return False
    read_byline(reader, element)
    reader.notes.take(element, "class")
    return True


def _said(notes: Notes, element: etree._Element) -> str:
    """Return an element's text in one line, and note the markup in it."""
    for child in children_of(element):
        notes.lose(child, "markup; its text is kept")
    return one_line(all_text(element))


def read_media(reader: BodyReader, element: etree._Element, _tag: Tag) -> Iterator[Block]:
    """Read what shows something."""
    yield reader.figure(element)


def read_figure(notes: Notes, element: etree._Element) -> Block:
    """Return the place of a media item; what shows none that is known is kept as it stands."""
    context = notes.context
    media = context.media.get(element.get("longdesc", "").removeprefix("#"))
    if media is None or media.id is None:
        return notes.kept(element)
    notes.take(element, "longdesc")
    if element.get("src") in {rendition.href for rendition in media.renditions}:
        notes.take(element, "src")
    if many_lines(element.get("alt", "")) in {"", *(caption.value for caption in media.captions)}:
        notes.take(element, "alt")
    notes.empty(element)
    return Figure(media.id)


def read_skipped(reader: BodyReader, element: etree._Element, _tag: Tag) -> Iterator[Block]:
    """Note what says something of the document only."""
    reader.notes.lose(element, "about the document")
    return iter(())
