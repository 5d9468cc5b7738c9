"""What a reader of a body has understood so far, and the account of the rest.

Whoever carries an attribute takes it; whoever keeps or reports a whole element says so. What nobody took is noted at the
end, in one place.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from attrs import Factory, define
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import ModelError
from newsmodel.losses import LossKind
from newsmodel.markup.dialect import XML_LANG, Dialect, Part, Tag
from newsmodel.model import Direction, Raw, Text
from newsmodel.model.values import language_tag
from newsmodel.syntax.xml import WHITE, Paths, all_text, local_name, raw_text, tag_of

_LANGUAGES = (XML_LANG, "lang")
_NOTHING_YET = object()
_NOTHING: frozenset[str] = frozenset()
_DIRECTIONS = {direction.value: direction for direction in Direction}


@define(eq=False)
class Notes:
    """The account of one body: tags, attributes taken, elements kept whole."""

    dialect: Dialect
    context: Context
    _foreign: str | None = None
    """A namespace that nobody knows, read as if it were the dialect's."""
    _tags: dict[str, Tag | None | dict[str | None, Tag | None]] = Factory(dict)
    _taken: dict[etree._Element, set[str]] = Factory(dict)
    _whole: set[etree._Element] = Factory(set)
    _body: etree._Element | None = None
    _known_holders: set[etree._Element] | None = None
    _paths: Paths = Factory(Paths)

    def begin(self, body: etree._Element) -> None:
        """Look at a body: in which namespace it is written."""
        namespace = etree.QName(body).namespace or ""
        if namespace not in self.dialect.namespaces:
            self._foreign = namespace
            self.repaired(body, namespace, f"read as {self.dialect.namespace}")
        self._body = body

    def _holders(self) -> set[etree._Element]:
        """Return the elements that hold blocks. They are looked for when somebody asks: most bodies are rows of paragraphs."""
        if self._known_holders is None:
            self._known_holders = found = set()
            for element in () if self._body is None else self._body.iter(etree.Element):
                tag = self.tag(element)
                if tag is not None and tag.block:
                    holder = element.getparent()
                    while holder is not None and holder not in found:
                        found.add(holder)
                        holder = holder.getparent()
        return self._known_holders

    # what is what

    def tag(self, element: etree._Element) -> Tag | None:
        """Return what the dialect says of an element's tag, or of its tag and class."""
        name: Any = element.tag
        found: Any = self._tags.get(name, _NOTHING_YET)
        if found is _NOTHING_YET:
            found = self._look_up(str(name))
        if type(found) is not dict:
            return found  # type: ignore[no-any-return]
        said = element.get("class")
        if said in found and said is not None:
            self.take(element, "class")
        else:
            said = None
        return found[said]  # type: ignore[no-any-return]

    def _look_up(self, name: str) -> Tag | None | dict[str | None, Tag | None]:
        """Find what is said of a tag, and remember it; of one of which the class matters, by class."""
        namespace, _, local = name.rpartition("}")
        if self._foreign is not None and namespace[1:] == self._foreign:
            found = self.dialect.say_of(local)
        else:
            found = self.dialect.say(name)
        self._tags[name] = found
        return found

    def part(self, element: etree._Element) -> Part | None:
        """Return the part that an element's tag plays."""
        tag = self.tag(element)
        return tag.part if tag else None

    def holds_blocks(self, element: etree._Element) -> bool:
        """Whether there is a block somewhere in an element."""
        return len(element) > 0 and element in self._holders()

    def is_inline(self, element: etree._Element) -> bool:
        """Whether an element is part of running text. An unknown one is, if there is text in it and no block."""
        tag = self.tag(element)
        if tag is not None and not (tag.inline or tag.part is Part.SKIP):
            return False
        if self.holds_blocks(element):
            return False
        return tag is not None or bool(all_text(element).strip(WHITE))

    # attributes

    def take(self, element: etree._Element, *names: str) -> None:
        """Say that attributes are carried."""
        self._taken.setdefault(element, set()).update(names)

    def taken(self, element: etree._Element) -> frozenset[str]:
        """Return the attributes of an element that are carried."""
        return frozenset(self._taken.get(element, ()))

    def give_back(self, element: etree._Element, *names: str) -> None:
        """Say that attributes are not carried after all."""
        self._taken.get(element, set()).difference_update(names)

    def language(self, element: etree._Element) -> str | None:
        """Take the language of an element."""
        said = next((language_tag(said) for name in _LANGUAGES if (said := element.get(name))), None)
        try:
            Text("x", said)
        except ModelError:
            return None
        self._take_language(element, said)
        return said

    def _take_language(self, element: etree._Element, said: str | None) -> None:
        self.take(element, *(name for name in _LANGUAGES if said and language_tag(element.get(name)) == said))

    def direction(self, element: etree._Element) -> Direction | None:
        """Take the direction of an element."""
        for name in self.dialect.directions:
            if found := _DIRECTIONS.get(element.get(name, "")):
                self.take(element, name)
                return found
        return None

    def imply(self, element: etree._Element, language: str | None, direction: Direction) -> None:
        """Take a language and a direction that the article has anyway."""
        self._take_language(element, language)
        self.take(
            element, *(name for name in self.dialect.directions if element.get(name) == direction.value)
        )

    # elements

    def kept(self, element: etree._Element) -> Raw:
        """Keep an element as it stands."""
        self._whole.add(element)
        if self._foreign is None:
            return Raw(self.dialect.name, raw_text(element))
        copied = deepcopy(element)
        copied.tail = None
        for inner in copied.iter(etree.Element):
            if etree.QName(inner).namespace == self._foreign:
                inner.tag = f"{{{self.dialect.namespace}}}{local_name(tag_of(inner))}"
        return Raw(self.dialect.name, raw_text(copied))

    def hand_over(self, element: etree._Element) -> None:
        """Say that somebody else reads an element's attributes and those of all that is in it."""
        self._whole.add(element)

    def lose(self, element: etree._Element, reason: str) -> None:
        """Note an element with all that is in it."""
        self._whole.add(element)
        if self.context.losses.heard:
            self.unread(element, reason, raw_text(element))

    def empty(self, element: etree._Element) -> None:
        """Note what stands inside an element that should be empty."""
        if len(element) or (element.text or "").strip(WHITE):
            self.lose(element, "not expected there")

    def unread(self, element: etree._Element, reason: str, value: object = None) -> None:
        """Note something that is not carried; the tag's name, where no other value is given."""
        if not self.context.losses.heard:
            return
        said = local_name(tag_of(element)) if value is None else value
        where = self._paths.of(element)
        self.context.note_place(LossKind.UNREAD, where, said, reason=reason, line=element.sourceline)

    def repaired(self, element: etree._Element, value: object, reason: str) -> None:
        """Note something that was understood all the same."""
        if not self.context.losses.heard:
            return
        where = self._paths.of(element)
        self.context.note_place(LossKind.REPAIRED, where, value, reason=reason, line=element.sourceline)

    def the_rest(self, body: etree._Element) -> None:
        """Note the attributes that nobody took."""
        if not self.context.losses.heard:
            return
        for element in _WITH_ATTRIBUTES(body) if not self._whole else self._told(body):
            taken = self._taken.get(element, _NOTHING)
            for key, value in element.items():
                if (name := str(key)) not in taken:
                    where = f"{self._paths.of(element)}/@{local_name(name)}"
                    self.context.note_place(LossKind.UNREAD, where, value, line=element.sourceline)

    def _told(self, body: etree._Element) -> Iterator[etree._Element]:
        """Give the elements of a body, but for those that are kept or reported as a whole."""
        waiting = [body]
        while waiting:
            element = waiting.pop()
            if element not in self._whole:
                yield element
                if len(element):
                    waiting.extend(element.iterchildren(etree.Element, reversed=True))


_WITH_ATTRIBUTES = etree.XPath("descendant-or-self::*[@*]")
