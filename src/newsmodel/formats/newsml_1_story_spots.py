"""What is done in a NewsML 1 document that is changed to what a story has of its own: its text, type and language, rights, Topics."""

from __future__ import annotations

from lxml import etree

from newsmodel.formats.newsml_1_merging import says_nothing_but_its_role
from newsmodel.formats.newsml_1_order import index_for, sort_children
from newsmodel.formats.newsml_1_spots import NoPlace, Spots
from newsmodel.formats.newsml_1_stories import LANG
from newsmodel.formats.newsml_1_topics import references_in
from newsmodel.syntax.xml import WHITE

_ABOUT_A_TEXT = ("Format", "MimeType", "Notation", "Characteristics")


class StorySpots(Spots):
    """The places of a document for what one of its stories has."""

    # text

    def replace_body(self, home: etree._Element, new: etree._Element) -> None:
        """Let a new text stand in a content, and nothing that was said of the old one."""
        content, made = home.getparent(), new.getparent()
        if content is None or content.tag != "ContentItem" or made is None:
            raise NoPlace
        self.replace(home, new)
        for name in _ABOUT_A_TEXT:
            for told in content.findall(name):
                self._drop(told)
        content.extend([self._copy(told) for name in _ABOUT_A_TEXT for told in made.findall(name)])
        sort_children(content)

    def remove_texts(self) -> None:
        """Take the text out; a content that says what the item is says that still."""
        for number, content in enumerate(self.story.contents):
            if number == 0 and content.find("MediaType") is not None:
                for child in list(content):
                    if child.tag not in {"MediaType", "Comment"}:
                        self._drop(child)
                content.attrib.clear()
            else:
                self._drop(content)
        for part in self.story.parts:
            if says_nothing_but_its_role(part):
                self._drop(part)

    def set_type(self, value: str) -> None:
        """Say what the item is: in the first of its contents."""
        content = next(iter(self.story.contents), None)
        if content is None:
            raise NoPlace
        told = content.find("MediaType")
        if told is None:
            told = etree.Element("MediaType")
            content.insert(index_for(content, "MediaType"), told)
        told.attrib.clear()
        told.set("FormalName", value)

    def set_language(self, said: str, value: str | None) -> None:
        """Set the language wherever the story says it; None takes it away."""
        item = self.root.find("NewsItem")
        for element in (item, *self.chain, *self.story.parts):
            if element is None:
                continue
            if _same(element.get(LANG, ""), said):
                _set(element, LANG, value)
            for language in element.findall("DescriptiveMetadata/Language"):
                if not _same(language.get("FormalName", ""), said):
                    continue
                if value is None:
                    self._drop(language)
                else:
                    _set(language, "FormalName", value)

    # rights

    def add_rights(self, rights: etree._Element, lines: list[etree._Element]) -> None:
        """Put in what there is about rights, and the lines about them."""
        for line in lines:
            self.add_line(line)
        if len(rights) or rights.attrib:
            self.insert(self.chain[-1], [rights])

    def add_line(self, line: etree._Element) -> None:
        """Put a line among the others of the story."""
        found = [lines for component in self.chain for lines in component.iterchildren("NewsLines")]
        if found:
            self.insert(found[-1], [line])
        else:
            self.insert(self.chain[-1], [etree.Element("NewsLines"), line])

    # Topics

    def replace_topic(self, home: etree._Element, new: etree._Element) -> None:
        """Let another Topic stand where one stands; what refers to the one refers to the other."""
        made, name = self.replace(home, new), home.get("Duid")
        if name:
            made.set("Duid", name)

    def remove_topic(self, home: etree._Element) -> None:
        """Take a Topic out, and that it occurs; one that others refer to stays."""
        name = home.get("Duid", "")
        for component in self.chain if home.tag == "Topic" else ():
            for occurrence in component.findall("DescriptiveMetadata/TopicOccurrence"):
                if name and occurrence.get("Topic") == f"#{name}":
                    self.remove(occurrence)
        if name not in references_in(self.root):
            self.remove(home)


def _same(one: str, other: str) -> bool:
    return bool(one) and one.strip(WHITE).lower() == other.strip(WHITE).lower()


def _set(element: etree._Element, name: str, value: str | None) -> None:
    if value is None:
        del element.attrib[name]
    else:
        element.set(name, value)
