"""What a body dialect is: a table that says for each tag what part it plays."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any

from attrs import field, frozen

from newsmodel.model import MarkKind
from newsmodel.syntax.xml import XML_NS

XML_LANG = f"{{{XML_NS}}}lang"


class Part(Enum):
    """The part that a tag plays in a body."""

    __hash__ = (
        object.__hash__
    )  # by identity; that of `Enum` is slow, and parts are looked up for every element

    PARAGRAPH = auto()
    HEADING = auto()
    """Its argument is the level."""
    QUOTE = auto()
    LIST = auto()
    """Its argument says whether the list is numbered."""
    ITEM = auto()
    TABLE = auto()
    CAPTION = auto()
    ROW = auto()
    CELL = auto()
    """Its argument says whether it is a header."""
    MARK = auto()
    """Inline; its argument is the kind of mark."""
    SPAN = auto()
    """Inline, with nothing but a language or an identifier."""
    LINK = auto()
    BREAK = auto()
    IMAGE = auto()
    MEDIA = auto()
    """A block that shows a media item; it says itself what it shows."""
    ATTACHED = auto()
    """Holds media items that belong to the story and stand nowhere in it."""
    SAID = auto()
    """Inline; somebody's words."""
    NAMED = auto()
    """Inline; names a person, a place or another thing. Its argument says of which kind."""
    MOMENT = auto()
    """Inline; a date, which an attribute says once more."""
    CREDIT = auto()
    """Names the speaker of the quotation that it stands in."""
    THROUGH = auto()
    """Only holds others: its content is read as if the tag were not there."""
    TITLE = auto()
    """Says the headline again."""
    BYLINE = auto()
    """Says the byline again."""
    SKIP = auto()
    """Says something about the document, nothing of the story."""
    PICTURED = auto()
    """A picture with its caption: kept as it is. One that holds a table or a quotation is a block like any other."""
    OTHER = auto()
    """A block that has no form here: its text is kept in paragraphs of its own, and the tag is noted."""
    KEPT = auto()
    """A block that is not the story, or no text: kept as it is."""


INLINE = frozenset(
    {Part.MARK, Part.SPAN, Part.LINK, Part.BREAK, Part.IMAGE, Part.SAID, Part.NAMED, Part.MOMENT}
)
"""The parts of running text."""
BLOCKS = frozenset(Part) - INLINE - {Part.SKIP}
"""The parts that begin a line of their own."""


@frozen
class Tag:
    """A tag's part, and what more there is to say of it."""

    part: Part
    argument: Any = None
    inline: bool = field(init=False, eq=False, repr=False)
    """Whether it is part of running text."""
    block: bool = field(init=False, eq=False, repr=False)
    """Whether it begins a line of its own."""

    @inline.default
    def _inline(self) -> bool:
        return self.part in INLINE

    @block.default
    def _block(self) -> bool:
        return self.part in BLOCKS


_REMEMBERED = 1000
"""As many tags as no dialect has: a document can make more."""


@frozen
class Dialect:
    """A dialect: its name, the namespace in which it is written, and its tags by local name.

    Where two tags play the same part, the first is written. ``namespaces`` are those in which it is read, '' for none;
    ``classes`` are tags whose part depends on their ``class``. ``languages`` and ``directions`` are the attributes that say
    a language and a direction: all of the first are written, and the first of the second.
    """

    name: str
    namespace: str
    tags: Mapping[str, Tag]
    namespaces: frozenset[str]
    classes: Mapping[tuple[str, str], Tag] = field(factory=dict)
    languages: tuple[str, ...] = (XML_LANG, "lang")
    directions: tuple[str, ...] = ("dir",)
    _written: dict[tuple[Part, Any], str] = field(factory=dict, init=False, eq=False, repr=False)
    """The tags that were asked for with `tag_for`."""
    _said: dict[str, Tag | None | dict[str | None, Tag | None]] = field(
        factory=dict, init=False, eq=False, repr=False
    )
    """What `say` said."""

    def say(self, name: str) -> Tag | None | dict[str | None, Tag | None]:
        """Return what is said of a tag in Clark notation; by its class (None for any other) where that matters."""
        try:
            return self._said[name]
        except KeyError:
            namespace, _, local = name.rpartition("}")
            found = self.say_of(local) if namespace[1:] in self.namespaces else None
            if len(self._said) >= _REMEMBERED:
                self._said.clear()
            self._said[name] = found
            return found

    def say_of(self, local: str) -> Tag | None | dict[str | None, Tag | None]:
        """Return what is said of a tag in one of the dialect's namespaces."""
        local = local.lower()
        classes: dict[str | None, Tag | None] = {
            said: tag for (of, said), tag in self.classes.items() if of == local
        }
        return {None: self.tags.get(local), **classes} if classes else self.tags.get(local)

    def is_block(self, name: str) -> bool:
        """Whether a tag begins a line of its own."""
        tag = self.tags.get(name.lower())
        return tag is not None and tag.block

    def tag_for(self, part: Part, argument: Any = None) -> str:
        """Return the tag, in Clark notation, that is written for a part."""
        written = self._written.get((part, argument))
        if written is None:
            name = next(name for name, tag in self.tags.items() if tag == Tag(part, argument))
            written = self._written[part, argument] = f"{{{self.namespace}}}{name}"
        return written


def heading(level: int) -> Tag:
    """A heading of a level (1 to 5)."""
    return Tag(Part.HEADING, level)


def mark(kind: MarkKind) -> Tag:
    """An inline mark."""
    return Tag(Part.MARK, kind)


def all_are(part: Part, names: str) -> dict[str, Tag]:
    """Several tags that play the same part."""
    return dict.fromkeys(names.split(), Tag(part))


COMMON: Mapping[str, Tag] = {
    "ul": Tag(Part.LIST, argument=False),
    "ol": Tag(Part.LIST, argument=True),
    "li": Tag(Part.ITEM),
    "table": Tag(Part.TABLE),
    "caption": Tag(Part.CAPTION),
    "tr": Tag(Part.ROW),
    "td": Tag(Part.CELL, argument=False),
    "th": Tag(Part.CELL, argument=True),
    "em": mark(MarkKind.EMPHASIS),
    "strong": mark(MarkKind.STRONG),
    "sub": mark(MarkKind.SUBSCRIPT),
    "sup": mark(MarkKind.SUPERSCRIPT),
    "a": Tag(Part.LINK),
    "br": Tag(Part.BREAK),
}
"""The tags that mean the same in every dialect: NITF took its lists, tables and marks from HTML."""
