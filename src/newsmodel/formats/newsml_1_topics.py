"""Formal names and the Topics that they are names of: from a document to the laid-out form.

A formal name (``<Genre FormalName="Current" Scheme="IptcGenre"/>``) may be explained by a Topic: one that is pointed at by
its Duid (``Topic="#t1"``), one of a TopicSet that is pointed at (``Vocabulary="#set1"``), or one that has the same name. In
the laid-out form the element has the Topic's names and identifiers itself: the code in ``Scheme`` (``subj:11000000``), a name
without a scheme in ``FormalName``, the Topic's ``Details``, ``TopicType`` and ``Euid``, its Descriptions and its properties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from newsmodel.model.values import one_line
from newsmodel.syntax.xml import WHITE, children_of, own_text

OWN_SET = "newsmodel"
"""The formal name of the TopicSets that our documents have, one for each Topic."""
ABOUT = ("People", "Organisations", "Places")
"""The formal names of the TopicSets of what an article is about."""
_ALIASES = {"IptcSubjectCodes": "subj"}
"""Schemes whose codes have an alias among IPTC's NewsCodes."""
_SCHEMES = {alias: scheme for scheme, alias in _ALIASES.items()}
_IPTC = re.compile(r"[0-9]{8}")
_SPACE = re.compile(r"\s")


def code_of(name: str, scheme: str) -> str | None:
    """Return a formal name of a scheme as a code; None where that is no code."""
    alias = _ALIASES.get(scheme, re.sub(r"[\s:]+", "", scheme))
    return f"{alias}:{name}" if alias and name and not _SPACE.search(name) else None


def named(code: str) -> tuple[str, str]:
    """Return the formal name and the scheme of a code."""
    alias, _, name = code.partition(":")
    return name, _SCHEMES.get(alias, alias)


class Topics:
    """The Topics of a document, by what refers to them. Those of our own documents are taken out where they are used."""

    def __init__(self, root: etree._Element) -> None:
        self._by_duid: dict[str, etree._Element] = {}
        self._by_name: dict[tuple[str, str], etree._Element] = {}
        for found in root.iter("Topic", "TopicSet"):
            if duid := found.get("Duid"):
                self._by_duid.setdefault(duid, found)
            if _set_of(found) in ABOUT:  # they occur in the text, and explain no names
                continue
            for name in found.iterchildren("FormalName"):
                self._by_name.setdefault((one_line(own_text(name)), name.get("Scheme", "")), found)

    def at(self, reference: str | None) -> etree._Element | None:
        """Return the Topic, or the only Topic of the TopicSet, that ``#`` and a Duid point at."""
        found = self._by_duid.get(reference[1:]) if reference and reference.startswith("#") else None
        if found is not None and found.tag == "TopicSet":
            return found[0] if len(found) == 1 and found[0].tag == "Topic" else None
        return found

    def of(self, element: etree._Element) -> etree._Element | None:
        """Return the Topic that an element refers to, by a reference or by its formal name."""
        for key in ("Topic", "Vocabulary"):
            if (found := self.at(element.get(key))) is not None:
                return found
        name, scheme = one_line(element.get("FormalName", "")), element.get("Scheme", "")
        if not name:
            return None
        found = self._by_name.get((name, scheme))
        if found is None and not scheme and _IPTC.fullmatch(name):
            found = self._by_name.get((name, "IptcSubjectCodes"))
        return None if found is None or is_own(found) else found

    def fold(self, element: etree._Element, *, is_name: bool = False) -> None:
        """Bring an element with a formal name to the laid-out form.

        ``is_name`` says that a name that nothing explains is one for people to read, as agencies write their parties.
        """
        topic = self.of(element)
        if topic is not None and is_own(topic):
            for key in ("FormalName", "Scheme", "Topic", "Vocabulary"):
                element.attrib.pop(key, None)
            self.take(topic, element)
            return
        name, scheme = one_line(element.get("FormalName", "")), one_line(element.get("Scheme", ""))
        if topic is not None:
            _explain(element, topic)
        code = code_of(name, scheme) if scheme else f"subj:{name}" if _IPTC.fullmatch(name) else None
        if code is not None:
            element.set("Scheme", code)
            del element.attrib["FormalName"]
        elif is_name and topic is None and name and not scheme:
            del element.attrib["FormalName"]
            etree.SubElement(element, "Description").text = name
        elif not name:
            element.attrib.pop("FormalName", None)

    def take(self, topic: etree._Element, element: etree._Element) -> None:
        """Take all that one of our Topics says over to an element, and the Topic out of the document."""
        self.unfold(topic)
        duid = topic.attrib.pop("Duid", None)
        self._by_duid.pop(duid or "", None)
        for key, value in topic.items():
            element.set(key, value)
        element.extend(list(topic))
        holder = topic.getparent()
        if holder is not None and len(holder) == 1 and (above := holder.getparent()) is not None:
            above.remove(holder)

    def unfold(self, topic: etree._Element) -> None:
        """Bring a Topic itself to the laid-out form: formal names and type become attributes, places around it elements."""
        for name in list(topic.iterchildren("FormalName")):
            text, scheme = one_line(own_text(name)), one_line(name.get("Scheme", ""))
            key, value = ("Scheme", code_of(text, scheme)) if scheme else ("FormalName", text)
            if value and key not in topic.attrib and set(name.attrib) <= {"Scheme"} and not len(name):
                topic.set(key, value)
                topic.remove(name)
        for kind in list(topic.iterchildren("TopicType")):
            if (
                set(kind.attrib) <= {"FormalName", "Scheme"}
                and not len(kind)
                and "TopicType" not in topic.attrib
            ):
                if said := _type_of(kind):
                    topic.set("TopicType", said)
                topic.remove(kind)
        for prop in list(topic.iterchildren("Property")):
            around = self.at(prop.get("ValueRef")) if prop.get("FormalName") == "ContainedIn" else None
            if around is not None:
                place = etree.Element("Location")
                topic.replace(prop, place)
                self.take(around, place)


def fold(element: etree._Element, topics: Topics, *, is_name: bool = False) -> None:
    """Fold a formal name; one that says nothing goes."""
    topics.fold(element, is_name=is_name)
    holder = element.getparent()
    if holder is not None and not element.attrib and not len(element) and not own_text(element).strip(WHITE):
        holder.remove(element)


def _type_of(kind: etree._Element) -> str:
    said, scheme = one_line(kind.get("FormalName", "")), one_line(kind.get("Scheme", ""))
    return (code_of(said, scheme) if scheme else None) or said


def _explain(element: etree._Element, topic: etree._Element) -> None:
    """Give an element the names of a Topic of somebody else's, which stays where it is."""
    for key in ("Topic", "Vocabulary"):
        if element.get(key, "").startswith("#"):
            del element.attrib[key]
    if topic.get("Details") and not element.get("Details"):
        element.set("Details", topic.get("Details", ""))
    for description in topic.iterchildren("Description"):
        if description.get("Variant", "Name") == "Name" and own_text(description).strip():
            copied = deepcopy(description)
            copied.attrib.pop("Variant", None)
            copied.tail = None
            element.append(copied)
    if element.get("FormalName") == topic.get("Duid"):
        element.attrib.pop("FormalName", None)


def is_own(topic: etree._Element) -> bool:
    """Whether a Topic is one of those that our documents have."""
    return _set_of(topic) == OWN_SET


def _set_of(topic: etree._Element) -> str | None:
    holder = topic.getparent()
    return holder.get("FormalName") if holder is not None else None


def plain_name(element: etree._Element) -> str | None:
    """Return the name of an element of the laid-out form if it is all that the element says of itself."""
    names = list(element.iterchildren("Description"))
    if (
        len(names) != 1
        or names[0].attrib
        or set(element.attrib) & {"FormalName", "Scheme", "Details", "TopicType", "Euid"}
    ):
        return None
    return own_text(names[0]) if next(children_of(names[0]), None) is None else None


REFERENCES = ("Topic", "Vocabulary", "ValueRef")
"""The attributes that point at a Topic or at a TopicSet."""


def references_in(element: etree._Element) -> Iterator[str]:
    """Give the identifiers that are pointed at."""
    for inner in element.iter(etree.Element):
        for key in REFERENCES:
            if (value := inner.get(key, "")).startswith("#"):
                yield value[1:]


def unused_topics(root: etree._Element) -> list[etree._Element]:
    """Return those of our TopicSets that nothing refers to, nor anything that is referred to."""
    ours = root.findall(f"TopicSet[@FormalName='{OWN_SET}']")
    by_name = {
        name: topics
        for topics in ours
        for each in topics.iter("TopicSet", "Topic")
        if (name := each.get("Duid"))
    }
    waiting = [name for child in root if child not in ours for name in references_in(child)]
    used: set[etree._Element] = set()
    while waiting:
        found = by_name.get(waiting.pop())
        if found is not None and found not in used:
            used.add(found)
            waiting += references_in(found)
    return [topics for topics in ours if topics not in used]
