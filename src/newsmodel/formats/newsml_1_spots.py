"""What is done in a NewsML 1 document that is changed: elements set, replaced, removed, put in, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import partial

from lxml import etree

from newsmodel.errors import SyntaxFault
from newsmodel.formats.newsml_1_merging import HOLDERS, said_by
from newsmodel.formats.newsml_1_order import index_for, sort_children
from newsmodel.formats.newsml_1_stories import Story
from newsmodel.formats.newsml_1_topics import references_in, unused_topics
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import WHITE, all_text, local_name, parse_xml, path_of, tag_of
from newsmodel.syntax.xml_path import TEXT

_SAYS_WHICH = frozenset({"NewsLineType", "MetadataType", "Contribution", "Role"})
"""Children that say which of several elements of one name it is."""
_HOLLOW = frozenset({"NewsLine", "Metadata", "TopicSet", "SubjectCode"})
"""Elements that the DTD does not allow without what stands in them."""
_PART_OF_A_SUBJECT = frozenset({"TopicOccurrence", "Subject", "SubjectMatter", "SubjectDetail"})
"""What a subject is in a document that is no SubjectCode of its own."""
_NEEDED = frozenset({"CopyrightHolder", "CopyrightDate"})
"""Elements that the DTD demands: empty, they say nothing."""
_WHOLE = frozenset({"Copyright", "NewsEnvelope"})
"""Elements of which the DTD demands more than one thing that may be put in."""
PARTIES = frozenset({"Provider", "Creator", "Source", "Contributor"})
_HEADS = frozenset({"hl1", "hl2", "title"})
"""Where the head of a text says the headline (NITF, XHTML)."""
SHOWN = frozenset({"CopyrightLine", "RightsLine"})
"""The lines about rights: they stand among the other lines of a story."""
_SINGLE = frozenset({"NameLabel", "DateLabel"})
"""Elements of which there may be one only; one that is there already says something else."""
_KEYWORD = {"FormalName": "Keyword"}


class NoPlace(Exception):  # an answer, not an error
    """What is to be changed does not stand in the document as an element of its own."""


class Spots:
    """The places of one document, for one of its stories."""

    def __init__(self, root: etree._Element, stories: list[Story], number: int) -> None:
        self.root = root
        self.story = story = stories[number]
        self.echoing = (*story.heads, *story.subheads, *story.contents)
        """The parts that may say the headline again."""
        self.chain = story.chain
        """The components of the story, from the outermost."""
        self._shared = {each for other in stories if other is not story for each in other.chain}
        """The components that are around other stories, too."""
        self.names = frozenset(str(value) for name in ("Duid", "Euid") for value in root.xpath(f"//@{name}"))
        self.replaced: list[str] = []
        """Where something foreign stood that had to go for something new."""
        self._made: dict[etree._Element, etree._Element] = {}
        """What was put in, by what it is a copy of."""

    # values

    def text_setter(self, home: etree._Element, said: str) -> Callable[[str], object]:
        """Return what sets the text of an element, or of the property that layout made it of."""
        if one_line(all_text(home)) == one_line(said):
            return partial(self.set_text, home)
        if home.tag == "Property" and one_line(home.get("Value", "")) == one_line(said):
            return partial(self.set_attribute, home, "Value")
        raise NoPlace

    def set_text(self, home: etree._Element, text: str) -> None:
        """Set the text of an element, and of those that say the same of the same story."""
        for element in (*self._twins(home), *self._echoes(home), home):
            del element[:]
            element.text = text

    def set_attribute(self, home: etree._Element, name: str, value: str) -> None:
        """Set an attribute of an element, and of those that say the same of the same story."""
        for element in (*self._twins(home), home):
            element.set(name, value)

    def drop_attribute(self, home: etree._Element, name: str) -> None:
        """Take an attribute away."""
        for element in (*self._twins(home), home):
            element.attrib.pop(name, None)

    def _twins(self, home: etree._Element) -> list[etree._Element]:
        """Return the elements that say in another component of the story what an element says."""
        holder = home.getparent()
        if holder is None or holder.tag not in HOLDERS or holder.getparent() not in self.chain:
            return []
        said = said_by(home)
        return [
            child
            for component in self.chain
            for other in component.iterchildren(tag_of(holder))
            if other is not holder
            for child in other.iterchildren(tag_of(home))
            if said_by(child) == said
        ]

    def _echoes(self, home: etree._Element) -> list[etree._Element]:
        """Return the elements of a headline's own component, or of the head of the text, that say a headline again."""
        said = one_line(all_text(home))
        if home.tag not in {"HeadLine", "SubHeadLine"} or not said:
            return []
        return [
            element
            for part in self.echoing
            for element in part.iter(etree.Element)
            if not len(element)
            and (part.tag == "NewsComponent" or local_name(tag_of(element)) in _HEADS)
            and one_line(all_text(element)) == said
        ]

    # elements

    def _replace_with(self, home: etree._Element, new: etree._Element) -> None:
        self.replace(home, new)

    def replace(self, home: etree._Element, new: etree._Element) -> etree._Element:
        """Let a copy of an element stand where another one stands, and return it."""
        if home.tag in _PART_OF_A_SUBJECT and new.tag == "SubjectCode":
            return self._replace_subject(home, new)
        if home.tag != new.tag:
            raise NoPlace
        for twin in self._twins(home):
            self._drop(twin)
        made = self._copy(new)
        made.tail = home.tail
        holder = home.getparent()
        if holder is None:
            raise NoPlace
        holder.replace(home, made)
        self._refer(made, new)
        return made

    def _replace_subject(self, home: etree._Element, new: etree._Element) -> etree._Element:
        """Let a subject stand where one of several stands in its SubjectCode, or where a Topic was said to occur."""
        holder = home.getparent()
        if holder is None:
            raise NoPlace
        if home.tag == "TopicOccurrence":
            made = self._copy(new)
            self._put(holder, made)
            self._drop(home)
        else:
            made = self._copy(new[0])
            made.tail = home.tail
            holder.replace(home, made)
        self._refer(made, new)
        return made

    def change_of(
        self, home: etree._Element, leaf: str | None, said: str, value: str | None
    ) -> Callable[[], object]:
        """Return what lets an element, or something in it, say something else; or (None) takes it out."""
        if leaf is None:
            if value is None:
                return partial(self.remove, home)
            return partial(self._replace_with, home, _parsed(value))
        if leaf == TEXT:
            return partial(self.text_setter(home, said), value or "")
        if home.get(leaf) != said:
            raise NoPlace
        if value is None:
            return partial(self.drop_attribute, home, leaf)
        return partial(self.set_attribute, home, leaf, value)

    def remove(self, home: etree._Element) -> None:
        """Take an element out, and what may not be without it."""
        if home.tag in _NEEDED:
            self.set_text(home, "")
            return
        following = home.getnext()
        while (
            home.tag in _PART_OF_A_SUBJECT and following is not None and following.tag == "SubjectQualifier"
        ):
            qualifier, following = following, following.getnext()
            self._drop(qualifier)
        for element in (*self._twins(home), home):
            at: etree._Element | None = element
            while at is not None:
                holder = at.getparent()
                self._drop(at)
                at = holder if holder is not None and _is_hollow(holder) else None

    def goes_beside(self, home: etree._Element, new: etree._Element) -> bool:
        """Whether a new element may stand beside one of the document."""
        if home.tag == new.tag:
            return True
        if home.tag in _PART_OF_A_SUBJECT and home.tag != "TopicOccurrence":
            return new.tag == "SubjectCode"
        return home.tag == "Property" and new.tag == "KeywordLine" and not new.attrib and not len(new)

    def put_beside(self, home: etree._Element, new: etree._Element, *, after: bool) -> None:
        """Put a copy of an element beside another one."""
        if new.tag == "SubjectCode" and home.tag != new.tag:
            made = self._copy(new[0])
        elif home.tag != new.tag:
            made = etree.Element("Property", _KEYWORD, Value=one_line(all_text(new)))
        else:
            made = self._copy(new)
        holder = home.getparent()
        if holder is None:
            raise NoPlace
        made.tail = home.tail
        holder.insert(holder.index(home) + (1 if after else 0), made)
        if new.tag != "KeywordLine":
            self._refer(made, new)

    def insert(self, home: etree._Element, chain: list[etree._Element]) -> None:
        """Put the last of a chain of elements into the document, in copies of those around it."""
        for depth, element in enumerate(chain):
            if element in self._made:
                home, chain = self._made[element], chain[depth + 1 :]
        home, chain = self._own(home, chain)
        for depth, element in enumerate(chain):
            whole = depth + 1 == len(chain) or element.tag in _WHOLE
            made = self._copy(element) if whole else etree.Element(element.tag, dict(element.attrib))
            if not whole:
                made.extend([self._copy(child) for child in element if child.tag in _SAYS_WHICH])
            self._made[element] = made
            self._put(home, made)
            self._refer(made, element)
            home = made
            if whole:
                break
        for element in (home, *home.iterancestors()):
            if element in self._made.values():
                sort_children(element)

    def _own(
        self, home: etree._Element, chain: list[etree._Element]
    ) -> tuple[etree._Element, list[etree._Element]]:
        """Let what would stand in a component of several stories stand in this one's own."""
        if not self.chain:  # an item without a component
            raise NoPlace
        own, holder = self.chain[-1], home.getparent()
        if home in self._shared:
            return own, chain
        if home.tag not in HOLDERS or holder not in self._shared:
            return home, chain
        found = next(own.iterchildren(tag_of(home)), None)
        return (own, [etree.Element(home.tag), *chain]) if found is None else (found, chain)

    def _put(self, home: etree._Element, made: etree._Element) -> None:
        mixed = {"ContentItem": "NewsComponent", "NewsComponent": "ContentItem"}
        if home.find(mixed.get(tag_of(made), "-")) is not None:
            raise NoPlace  # the DTD has the one or the other
        for other in home.findall(tag_of(made)) if made.tag in _SINGLE else ():
            self.replaced.append(path_of(other).partition("/")[2])
            self._drop(other)
        at = index_for(home, tag_of(made))
        white = home[at - 1].tail if at else home.text
        home.insert(at, made)
        made.tail = white if white and not white.strip(WHITE) else None

    def take_management(self, after: etree._Element) -> None:
        """Take over the status and what will become of it."""
        home = self.root.find("NewsItem/NewsManagement")
        new = after.find("NewsItem/NewsManagement")
        if home is None or new is None or new in self._made:
            return
        self._made[new] = home
        for name in ("Status", "StatusWillChange"):
            for old in home.findall(name):
                self._drop(old)
            for made in map(self._copy, new.findall(name)):
                self._put(home, made)

    # what follows

    def _copy(self, element: etree._Element) -> etree._Element:
        made = deepcopy(element)
        made.tail = None
        return made

    def _refer(self, made: etree._Element, new: etree._Element) -> None:
        """Bring the Topics that a new element refers to."""
        theirs = next(reversed([new, *new.iterancestors()]))
        for name in references_in(made):
            source = theirs.find(f"TopicSet[@Duid='{name}']")
            if source is None:
                topic = theirs.find(f"TopicSet/Topic[@Duid='{name}']")
                source = topic.getparent() if topic is not None else None
            if source is not None and source not in self._made:
                self._made[source] = brought = self._copy(source)
                self._put(self.root, brought)
                self._refer(brought, source)

    def settle(self) -> None:
        """Say that there is no first line where there is a second one; take out our Topics that nothing refers to any more."""
        for lines in self.root.iter("NewsLines"):
            if (second := lines.find("SubHeadLine")) is not None and lines.find("HeadLine") is None:
                second.addprevious(etree.Element("HeadLine"))
        for topics in unused_topics(self.root):
            self._drop(topics)

    def _drop(self, element: etree._Element) -> None:
        """Take an element out; the white space behind it goes, too, text stays."""
        holder, before, tail = element.getparent(), element.getprevious(), element.tail
        if holder is None:
            return
        holder.remove(element)
        if tail and tail.strip(WHITE):
            if before is None:
                holder.text = (holder.text or "") + tail
            else:
                before.tail = (before.tail or "") + tail
        elif before is not None and before.getnext() is None:
            before.tail = tail  # the last one's white space leads out


def _parsed(raw: str) -> etree._Element:
    try:
        return parse_xml(raw.encode())
    except SyntaxFault as error:
        raise NoPlace from error


def _is_hollow(element: etree._Element) -> bool:
    if element.tag in PARTIES:
        return element.find("Party") is None
    return element.tag in _HOLLOW and all(child.tag in _SAYS_WHICH for child in element)
