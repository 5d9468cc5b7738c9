"""From the laid-out form to a document that is valid by the DTD of NewsML 1.2: the way back from `newsml_1_layout`."""

from __future__ import annotations

from lxml import etree

from newsmodel.formats.newsml_1_lines import WORDS_OF_A_HEADLINE
from newsmodel.formats.newsml_1_order import sort_children
from newsmodel.formats.newsml_1_parts import ASSOCIATED
from newsmodel.formats.newsml_1_places import deliver_location
from newsmodel.formats.newsml_1_topics import OWN_SET, named, plain_name
from newsmodel.syntax.xml import children_of, own_text

_SUBJECTS = frozenset({"Subject", "SubjectMatter", "SubjectDetail"})
_TOPIC_SETS = {"People": "Person", "Organisations": "Organisation", "Places": ""}
"""The Topics of an article's people, organisations and places, and what type they have if none is said."""


def deliver(root: etree._Element, taken: frozenset[str] = frozenset()) -> None:
    """Make a valid document of a laid-out one, in place. ``taken`` are identifiers that it must not give away."""
    Delivery(root, taken).run()


class Delivery:
    """One document on its way."""

    def __init__(self, root: etree._Element, taken: frozenset[str]) -> None:
        self.root = root
        self._number = 0
        self._duids = frozenset(map(str, root.xpath("//@Duid"))) | taken
        self._taken = self._duids.union(map(str, root.xpath("//@Euid")))

    def run(self) -> None:
        """Bring every part to the form of the DTD, then all children to its order."""
        root = self.root
        for element in [
            *root.findall("NewsEnvelope/NewsService"),
            *root.findall("NewsItem/NewsManagement/Instruction"),
        ]:
            self.formal(element)
        for revision in root.findall("NewsItem/Identification/NewsIdentifier/RevisionId"):
            for key, value in (("PreviousRevision", "0"), ("Update", "N")):  # the DTD demands both
                revision.set(key, revision.get(key, value))
        for management in root.findall("NewsItem/NewsManagement"):
            _deliver_management(management)
        for component in root.findall("NewsItem/NewsComponent"):
            self._component(component)
        for lines in root.iter("NewsLines"):
            _deliver_lines(lines)
        for element in list(root.iter(etree.Element)):
            sort_children(element)

    def _component(self, component: etree._Element) -> None:
        for element in component.findall("DescriptiveMetadata/Genre"):
            self.formal(element)
        for element in component.findall("DescriptiveMetadata/SubjectCode"):
            self._subject(element)
        for element in component.findall("DescriptiveMetadata/Location"):
            deliver_location(element, self)
        for party in component.findall("AdministrativeMetadata/*/Party"):
            self.formal(party, is_name=True)
        for contributor in component.findall("AdministrativeMetadata/Contributor"):
            if (role := contributor.attrib.pop("FormalName", None)) is not None:
                etree.SubElement(contributor, "Contribution", FormalName=role)
        for metadata in component.findall("Metadata"):
            if (kind := metadata.attrib.pop("FormalName", None)) is not None:
                etree.SubElement(metadata, "MetadataType", FormalName=kind)
        for rights in component.findall("RightsMetadata"):
            _deliver_rights(component, rights)
        for concept in list(component.iter("Concept")):
            self._value(concept)
        self._people(component)
        _deliver_content(component)
        _deliver_headline(component, self.root.find("NewsItem/Identification/NameLabel"))

    # Topics

    def formal(self, element: etree._Element, *, is_name: bool = False) -> None:
        """Write a formal name; what it cannot say itself is said by a Topic that it refers to."""
        name = plain_name(element)
        if is_name and name is not None:
            element.remove(next(element.iterchildren("Description")))
            element.set("FormalName", name)
            return
        code, literal = element.get("Scheme"), element.get("FormalName")
        said = {"Details", "TopicType", "Euid"} & set(element.attrib)
        names = list(element.iterchildren("Description"))
        if code and ":" not in code and literal and not (names or said):
            return  # a scheme whose names are no codes: both stand as they came
        explained = bool(names or said or (code and literal) or (is_name and literal and not code))
        formal, scheme = named(code) if code else (literal or "", "")
        topic = self._topic(element) if explained else None
        element.attrib.pop("Scheme", None)
        element.set("FormalName", formal or (own_text(names[0]) if names else ""))
        if scheme:
            element.set("Scheme", scheme)
        if topic is not None:
            holder = topic.getparent()
            if element.tag == "Party":
                element.set("Topic", f"#{topic.get('Duid')}")
            elif holder is not None:
                element.set("Vocabulary", f"#{holder.get('Duid')}")

    def topic_of(self, element: etree._Element, *, whole: bool = False) -> str:
        """Make a Topic of an element, and return the reference to it."""
        return f"#{self._topic(element, whole=whole).get('Duid')}"

    def _topic(self, element: etree._Element, *, whole: bool = False) -> etree._Element:
        """Make a Topic that says what an element says; ``whole`` takes its properties, too."""
        holder = etree.Element("TopicSet", FormalName=OWN_SET, Duid=self._free_id("set"))
        before = self.root.findall("TopicSet") or self.root.findall("Catalog")
        self.root.insert(self.root.index(before[-1]) + 1 if before else 0, holder)
        topic = etree.SubElement(holder, "Topic", Duid=self._free_id("topic"))
        for key in ("Scheme", "FormalName", "Details", "TopicType", "Euid"):
            if (value := element.attrib.pop(key, None)) is not None:
                topic.set(key, value)
        inner = ("Description", "Property", "Location") if whole else ("Description",)
        topic.extend(list(element.iterchildren(*inner)))
        self._fill(topic, "")
        return topic

    def _fill(self, topic: etree._Element, kind: str) -> None:
        """Write what stands in a Topic's attributes as the DTD wants it."""
        said = topic.attrib.pop("TopicType", kind)
        etree.SubElement(topic, "TopicType", FormalName=said)
        if code := topic.attrib.pop("Scheme", None):
            name, scheme = named(code)
            etree.SubElement(topic, "FormalName", Scheme=scheme).text = name
        if literal := topic.attrib.pop("FormalName", None):
            etree.SubElement(topic, "FormalName").text = literal
        for place in list(topic.iterchildren("Location")):
            prop = etree.Element("Property", FormalName="ContainedIn")
            topic.replace(place, prop)
            prop.set("ValueRef", self.topic_of(place, whole=True))

    def _people(self, component: etree._Element) -> None:
        """Write the Topics of people, organisations and places, and that they occur in the text."""
        for kind, type_ in _TOPIC_SETS.items():
            for topic in component.findall(f"TopicSet[@FormalName='{kind}']/Topic"):
                name = topic.get("Euid")
                topic.set("Duid", name if name and name not in self._duids else self._free_id("topic"))
                self._fill(topic, type_)
                descriptive = component.find("DescriptiveMetadata")
                if descriptive is None:
                    descriptive = etree.SubElement(component, "DescriptiveMetadata")
                etree.SubElement(descriptive, "TopicOccurrence", Topic=f"#{topic.get('Duid')}")

    def _value(self, concept: etree._Element) -> None:
        """Let a property refer to a Topic."""
        prop = concept.getparent()
        if prop is not None:
            prop.set("ValueRef", self.topic_of(concept))
            prop.remove(concept)

    def _subject(self, element: etree._Element) -> None:
        """Put a subject into its SubjectCode: which of three elements it is follows from IPTC's code."""
        if not element.attrib and next(children_of(element), None) is None:
            return  # it names none (EFE)
        tag = element.attrib.pop("Level", None)
        if tag not in _SUBJECTS:
            tag = None
        self.formal(element)
        name = element.get("FormalName", "")
        iptc = (
            element.get("Scheme", "IptcSubjectCodes") == "IptcSubjectCodes"
            and name.isdigit()
            and len(name) == 8
        )
        if tag is None:
            tag = (
                "Subject"
                if not iptc or name.endswith("000000")
                else "SubjectMatter"
                if name.endswith("000")
                else "SubjectDetail"
            )
        inner = etree.Element(tag, dict(element.attrib))
        inner.extend([child for child in children_of(element) if child.tag != "SubjectQualifier"])
        element.attrib.clear()
        element.insert(0, inner)

    def _free_id(self, name: str) -> str:
        while True:
            self._number += 1
            if (free := f"{name}{self._number}") not in self._taken:
                return free


def _deliver_management(management: etree._Element) -> None:
    status = management.find("Status")
    change = status.find("StatusWillChange") if status is not None else None
    if status is not None and change is not None:
        future = status.get("FormalName", "Usable")
        status.set("FormalName", "Embargoed")
        if _says_nothing(change):
            status.remove(change)
        else:
            management.append(change)
            change.insert(0, etree.Element("FutureStatus", FormalName=future))
    for link in management.findall("AssociatedWith"):
        if link.get("FormalName") == ASSOCIATED:
            del link.attrib["FormalName"]
        elif "FormalName" not in link.attrib:
            link.set("FormalName", "")


def _says_nothing(change: etree._Element) -> bool:
    """Whether a change of status has no time: then the DTD has no place for it, and the status alone says "embargoed"."""
    return not change.attrib and all(
        child.tag == "DateAndTime" and not child.attrib and not len(child) and not own_text(child)
        for child in change
    )


def _deliver_lines(lines: etree._Element) -> None:
    for line in lines.findall("NewsLine"):
        if (kind := line.attrib.pop("FormalName", None)) is not None:
            line.insert(0, etree.Element("NewsLineType", FormalName=kind))
    first, subs = lines.find("HeadLine"), lines.findall("SubHeadLine")
    if subs and first is None:
        first = etree.Element("HeadLine")
        lines.insert(0, first)
    for sub in reversed(subs):
        if first is not None:
            first.addnext(sub)
    by, titles = lines.find("ByLine"), lines.findall("ByLineTitle")
    if titles and by is None:
        by = etree.SubElement(lines, "ByLine")
    for title in reversed(titles):
        if by is not None and title.getprevious() is not by:
            by.addnext(title)


def _deliver_headline(component: etree._Element, label: etree._Element | None) -> None:
    """Say that there is no headline, where the item's label reads like one."""
    lines = component.find("NewsLines")
    if label is None or len(own_text(label).split()) < WORDS_OF_A_HEADLINE:
        return
    if lines is None:
        lines = etree.SubElement(component, "NewsLines")
    if lines.find("HeadLine") is None:
        etree.SubElement(lines, "HeadLine")


def _deliver_rights(component: etree._Element, rights: etree._Element) -> None:
    """Put the lines among the lines, and a holder that has only a name where everybody reads it."""
    lines = component.find("NewsLines")
    shown = rights.findall("CopyrightLine") + rights.findall("RightsLine")
    if shown and lines is None:
        lines = etree.SubElement(component, "NewsLines")
    if lines is not None:
        lines.extend(shown)
    prop = rights.find("Property[@FormalName='CopyrightHolder']")
    holder = prop.find("Concept") if prop is not None else None
    copyright_ = rights.find("Copyright")
    if copyright_ is None and holder is not None:
        copyright_ = etree.SubElement(rights, "Copyright")
    if copyright_ is None:
        return
    said = copyright_.find("CopyrightHolder")
    if said is None:
        said = etree.SubElement(copyright_, "CopyrightHolder")
    if prop is not None and holder is not None:
        name = holder.find("Description")
        said.text = own_text(name) if name is not None else ""
        if plain_name(holder) is not None and len(prop) == 1:
            rights.remove(prop)
    if copyright_.find("CopyrightDate") is None:
        etree.SubElement(copyright_, "CopyrightDate")


def _deliver_content(component: etree._Element) -> None:
    """Give each content a component of its own where there are others beside it."""
    others = component.findall("NewsComponent")
    for media in others:
        role = media.attrib.pop("Role", None)
        if role == "Media":
            _deliver_media(media)
        elif role is not None:
            etree.SubElement(media, "Role", FormalName=role)
    content = component.find("ContentItem")
    data = content.find("DataContent") if content is not None else None
    if content is not None and data is not None:
        _deliver_kind(content, data)
    if content is not None and others:
        holder = etree.Element("NewsComponent")
        etree.SubElement(holder, "Role", FormalName="Main")
        content.addprevious(holder)
        holder.append(content)


def _deliver_kind(content: etree._Element, data: etree._Element) -> None:
    """Say what a text is written in: XHTML as we write it, or what it came in."""
    came = data.attrib.pop("MediaType", None)
    if data.find("{http://www.w3.org/1999/xhtml}html") is not None:
        etree.SubElement(content, "Format", FormalName="XHTML")
        etree.SubElement(content, "MimeType", FormalName="application/xhtml+xml")
    elif came:
        etree.SubElement(content, "MimeType" if "/" in came else "Format", FormalName=came)


def _deliver_media(media: etree._Element) -> None:
    kind = media.attrib.pop("MediaType", "Photo")
    etree.SubElement(media, "Role", FormalName=kind)
    beside = media.find("NewsComponent") is not None  # the DTD has the one or the other
    for content in list(media.iterchildren("ContentItem")):
        etree.SubElement(content, "MediaType", FormalName=kind)
        if beside:
            holder = etree.Element("NewsComponent")
            content.addprevious(holder)
            holder.append(content)
