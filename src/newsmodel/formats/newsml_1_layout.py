"""From a document of NewsML 1 as agencies send it to the form that the table reads: one item, one story, all in its place.

The story's lines and metadata come together in the outermost NewsComponent, those of the innermost component first: what is
said twice is said once, and what says something else is noted. The contents of the story stand in one ContentItem, pictures in
components with the role ``Media``. References to Topics are resolved (`newsml_1_topics`). What is not understood stays where it
stands, and the table keeps it.
"""

from __future__ import annotations

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.formats.newsml_1_content import lay_out_content
from newsmodel.formats.newsml_1_lines import lay_out_headline, lay_out_keywords, lay_out_lines, lay_out_rights
from newsmodel.formats.newsml_1_management import lay_out_identification, lay_out_management
from newsmodel.formats.newsml_1_media import lay_out_media, name_shown
from newsmodel.formats.newsml_1_merging import join_twins, mend, merge
from newsmodel.formats.newsml_1_places import lay_out_location
from newsmodel.formats.newsml_1_stories import LANG, Story, remove
from newsmodel.formats.newsml_1_topics import Topics, fold, is_own
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import WHITE, own_text

_TOPIC_SETS = {"person": "People", "organisation": "Organisations", "organization": "Organisations", "company": "Organisations",
               "place": "Places", "location": "Places", "city": "Places", "country": "Places"}  # fmt: skip


def lay_out(
    root: etree._Element, item: etree._Element, stories: list[Story], number: int, context: Context
) -> None:
    """Lay out a document with one item, in place, for one of the item's stories; the others are taken out of it."""
    story = stories[number]
    for other in stories:
        apart = next((each for each in other.chain if each not in story.chain), None)
        if other is not story and apart is not None:
            remove(apart)
    topics = Topics(root)
    _envelope(root, topics)
    lay_out_identification(item, context)
    for management in item.iterchildren("NewsManagement"):
        lay_out_management(management, topics, context)
    top = story.chain[0] if story.chain else item.find("NewsComponent")
    if top is None:
        return
    mend(story.chain or (top,), context)
    silent = any(component.find("NewsLines/HeadLine") is not None for component in story.chain)
    languages = [_language_of(component) for component in reversed(story.chain)]
    lay_out_media(top, story, context)
    lay_out_content(top, story, context)
    merge(top, story, context)
    name_shown(top)
    if not silent:  # an empty headline says that there is none
        lay_out_headline(top, item)
    lay_out_keywords(top)
    lay_out_lines(top)
    lay_out_rights(top)
    _language(top, item, languages)
    _formals(top, topics)
    _people(top, topics)
    join_twins(top)


def _envelope(root: etree._Element, topics: Topics) -> None:
    for service in root.findall("NewsEnvelope/NewsService"):
        fold(service, topics)


# metadata


def _language_of(component: etree._Element) -> str:
    found = component.find("DescriptiveMetadata/Language")
    return ((found.get("FormalName") if found is not None else "") or component.get(LANG) or "").strip(WHITE)


def _language(top: etree._Element, item: etree._Element, languages: list[str]) -> None:
    """Let the language stand in one place: that of the innermost component that says one."""
    said = next((each for each in (*languages, item.get(LANG, "").strip(WHITE)) if each), "")
    if not said:
        return
    descriptive = _descriptive(top)
    found = descriptive.find("Language")
    if found is None:
        found = etree.Element("Language", FormalName=said)
        descriptive.insert(0, found)
    elif not found.get("FormalName"):
        found.set("FormalName", said)
    for element in (top, item):
        if element.get(LANG, "").strip(WHITE).lower() == found.get("FormalName", "").lower():
            del element.attrib[LANG]


def _descriptive(top: etree._Element) -> etree._Element:
    found = top.find("DescriptiveMetadata")
    return etree.SubElement(top, "DescriptiveMetadata") if found is None else found


def _formals(top: etree._Element, topics: Topics) -> None:
    for genre in top.findall("DescriptiveMetadata/Genre"):
        fold(genre, topics)
    for code in top.findall("DescriptiveMetadata/SubjectCode"):
        _subjects(code, topics)
    for prop in top.findall("AdministrativeMetadata/Property"):
        _author(prop)
    for party in top.findall("AdministrativeMetadata/*/Party"):
        _party(party, topics)
    for contributor in top.findall("AdministrativeMetadata/Contributor"):
        _contributor(contributor)
    descriptive = top.find("DescriptiveMetadata")
    if descriptive is not None:
        _places(top, descriptive, topics)
    for metadata in top.findall("Metadata"):
        kind = metadata.find("MetadataType")
        if kind is not None and set(kind.attrib) == {"FormalName"} and not len(kind):
            metadata.set("FormalName", kind.get("FormalName", ""))
            metadata.remove(kind)
    for prop in top.findall("RightsMetadata/Property") + top.findall("DescriptiveMetadata/Property"):
        topic = topics.at(prop.get("ValueRef"))
        if topic is not None:
            del prop.attrib["ValueRef"]
            topics.take(topic, etree.SubElement(prop, "Concept"))


def _subjects(code: etree._Element, topics: Topics) -> None:
    """Let every subject of a SubjectCode be one of its own."""
    inner = [child for child in code if child.tag in _SUBJECT_TAGS]
    if not inner:
        if not len(code) and not code.attrib:
            remove(code)
        else:
            fold(code, topics)  # some write the name into the SubjectCode itself
        return
    if len(inner) == 1 and code[0] is inner[0]:
        _join(code, inner[0], topics)
        return
    last = code
    for subject in inner:
        following = subject.getnext()
        for key, value in code.items():
            if key not in subject.attrib:
                subject.set(key, value)
        while following is not None and following.tag == "SubjectQualifier":
            qualifier, following = following, following.getnext()
            subject.append(qualifier)
        subject.set("Level", str(subject.tag))
        subject.tag = "SubjectCode"
        _fold_subject(subject, topics)
        remove(subject)
        subject.tail = None
        if subject.attrib or len(subject):
            last.addnext(subject)
            last = subject
    if not len(code) and not own_text(code).strip(WHITE):
        remove(code)


def _join(code: etree._Element, subject: etree._Element, topics: Topics) -> None:
    """Let a SubjectCode with one subject be that subject."""
    qualifiers = list(code)[1:]
    for key, value in subject.items():
        code.set(key, value)
    code.remove(subject)
    code[:] = [*subject, *qualifiers]
    code.set("Level", str(subject.tag))
    _fold_subject(code, topics)
    if not code.attrib and not len(code):
        remove(code)


_SUBJECT_TAGS = frozenset({"Subject", "SubjectMatter", "SubjectDetail"})


def _fold_subject(subject: etree._Element, topics: Topics) -> None:
    """Fold a subject; which of three elements it was is said only where the code does not say it."""
    level = subject.attrib.pop("Level")
    empty = not subject.get("FormalName") and not len(subject)
    topics.fold(subject)
    if empty and not subject.attrib:
        return
    code = subject.get("Scheme", "")
    digits = code.removeprefix("subj:")
    usual = "Subject"
    if code.startswith("subj:") and digits.isdigit() and len(digits) == 8 and not digits.endswith("000000"):
        usual = "SubjectMatter" if digits.endswith("000") else "SubjectDetail"
    if level != usual:
        subject.set("Level", level)


def _author(prop: etree._Element) -> None:
    """Let a property that names an author (ATS) be a creator."""
    holder, name = prop.getparent(), one_line(prop.get("Value", ""))
    if prop.get("FormalName", "").lower() != "author" or len(prop) or len(prop.attrib) > 2 or holder is None:
        return
    holder.remove(prop)
    if name:
        prop.attrib.clear()
        prop.tag, prop.tail = "Party", None
        prop.set("FormalName", name)
        etree.SubElement(holder, "Creator").append(prop)


def _party(party: etree._Element, topics: Topics) -> None:
    role = party.get("Topic", "")
    if role in {"AUTHOR", "EDITOR"}:  # Belga
        del party.attrib["Topic"]
        holder = party.getparent()
        if role == "EDITOR" and holder is not None and (above := holder.getparent()) is not None:
            editors = etree.SubElement(above, "Contributor")
            etree.SubElement(editors, "Contribution", FormalName="editor")
            editors.append(party)
    fold(party, topics, is_name=True)


def _contributor(contributor: etree._Element) -> None:
    kind = contributor.find("Contribution")
    if kind is None or set(kind.attrib) != {"FormalName"} or "FormalName" in contributor.attrib:
        return
    if (said := kind.get("FormalName", "").lower()) in {"editor", "translator", "photo_credit"}:
        contributor.set("FormalName", said)
        contributor.remove(kind)


def _places(top: etree._Element, descriptive: etree._Element, topics: Topics) -> None:
    if descriptive.find("Location") is None:
        loose = [
            prop for prop in descriptive.findall("Property") if prop.get("FormalName") in {"City", "Country"}
        ]
        # ANA: the place among the properties; a country alone is the company's, or the readers'
        if any(prop.get("FormalName") == "City" for prop in loose):
            etree.SubElement(descriptive, "Location").extend(loose)
    for location in descriptive.findall("Location"):
        event = location.get("HowPresent") in {"Event", "RelatesTo"}
        lay_out_location(location, topics)
        if not location.attrib and not len(location):
            remove(location)
        elif event:
            del location.attrib["HowPresent"]
            location.tag = "Topic"
            _topic_set(top, "Places").append(location)


def _topic_set(top: etree._Element, name: str) -> etree._Element:
    found = top.find(f"TopicSet[@FormalName='{name}']")
    return etree.SubElement(top, "TopicSet", FormalName=name) if found is None else found


def _people(top: etree._Element, topics: Topics) -> None:
    """Bring the Topics that occur in the text to those of their kind."""
    for kind in ("People", "Organisations", "Places"):
        for topic in top.findall(f"TopicSet[@FormalName='{kind}']/Topic"):
            _unfold(topic, topics)
    for occurrence in top.findall("DescriptiveMetadata/TopicOccurrence"):
        occurring = topics.at(occurrence.get("Topic"))
        holder = occurring.getparent() if occurring is not None else None
        if occurring is None or holder is None:
            continue
        if holder.get("FormalName") in _TOPIC_SETS.values() and holder.getparent() is top:
            _drop_reference(occurrence)
            continue
        type_ = occurring.find("TopicType")
        said = type_.get("FormalName", "").lower() if type_ is not None else ""
        if said in _TOPIC_SETS:
            _topic_set(top, _TOPIC_SETS[said]).append(occurring)
            _unfold(occurring, topics)
            _drop_reference(occurrence)
        else:
            _subject_of(occurrence, occurring, topics)
    for name in _TOPIC_SETS.values():
        for topic in top.findall(f"TopicSet[@FormalName='{name}']/Topic"):
            topic.attrib.pop("Duid", None)


def _subject_of(occurrence: etree._Element, topic: etree._Element, topics: Topics) -> None:
    """Let a Topic that occurs, and has a code, be a subject (Europa Press)."""
    name = next((each for each in topic.iterchildren("FormalName") if each.get("Scheme")), None)
    if name is None or is_own(topic):
        return
    del occurrence.attrib["Topic"]
    occurrence.tag = "SubjectCode"
    occurrence.set("FormalName", one_line(own_text(name)))
    occurrence.set("Scheme", name.get("Scheme", ""))
    fold(occurrence, topics)


def _unfold(topic: etree._Element, topics: Topics) -> None:
    topics.unfold(topic)
    if topic.get("TopicType", "").lower() in {"", *_TOPIC_SETS}:
        topic.attrib.pop("TopicType", None)


def _drop_reference(occurrence: etree._Element) -> None:
    if set(occurrence.attrib) == {"Topic"}:
        remove(occurrence)
