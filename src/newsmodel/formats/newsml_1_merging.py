"""Lines and metadata of nested components, brought together in the outermost one.

For each kind of thing the innermost component that says it wins; what an outer one says again is said, and what it says
otherwise is noted. Kinds that add up (properties, audiences) come from all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.formats.newsml_1_stories import (
    ABSTRACTS,
    BODIES,
    HEADS,
    LANG,
    LEADS,
    SUBHEADS,
    Story,
    note_at,
    remove,
    role_of,
)
from newsmodel.losses import LossKind
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import WHITE, all_text, children_of, own_text, raw_text, tag_of, texts_of

HOLDERS = ("NewsLines", "AdministrativeMetadata", "RightsMetadata", "DescriptiveMetadata")
_ONE_LEVEL = frozenset(
    [
        "HeadLine",
        "SubHeadLine",
        "ByLine",
        "ByLineTitle",
        "DateLine",
        "CreditLine",
        "CopyrightLine",
        "RightsLine",
        "SlugLine",
        "KeywordLine",
        "NewsLine",
        "FileName",
        "SystemIdentifier",
        "Provider",
        "Creator",
        "Source",
        "Contributor",
        "Copyright",
        "UsageRights",
        "Language",
        "Genre",
        "SubjectCode",
        "DateLineDate",
        "Location",
    ]
)
"""Kinds that one level of components says, and no other adds to."""
_TWINS = ("Provider", "Creator", "Source", "Contributor")


_TAGS = {tag.lower(): tag for tag in (*HOLDERS, *_ONE_LEVEL)} | {
    "descriptivemetada": "DescriptiveMetadata",
}
"""How tags are spelt, by what senders make of them (``Headline``)."""


def mend(components: Iterable[etree._Element], context: Context) -> None:
    """Read misspelt tags in components, and properties whose value stands inside them, as what they are meant for."""
    for component in components:
        for child in list(children_of(component)):
            _respell(child, context)
            if child.tag not in HOLDERS:
                continue
            for inner in children_of(child):
                _respell(inner, context)
            for prop in child.iter("Property"):
                _value_inside(prop, context)


def _respell(element: etree._Element, context: Context) -> None:
    tag = tag_of(element)
    right = _TAGS.get(tag.lower(), tag)
    if right != tag:
        note_at(context, LossKind.REPAIRED, element, tag, f"read as {right}")
        element.tag = right


def _value_inside(prop: etree._Element, context: Context) -> None:
    """Let the text of a property be its value (AAP)."""
    if len(prop) or "Value" in prop.attrib or not (said := one_line(own_text(prop))):
        return
    note_at(context, LossKind.REPAIRED, prop, said, "read as Value")
    prop.set("Value", said)
    prop.text = None


def merge(top: etree._Element, story: Story, context: Context) -> None:
    """Bring together what the components around a story say; the inner ones go."""
    components = [top, *story.chain[1:]]
    for component in components:
        for line in component.findall("NewsLines/NewsLine"):
            _take_headline(line, context)
    for name in HOLDERS:
        _merge(top, [found for component in components for found in component.findall(name)], name, context)
    for inner in reversed(story.chain[1:]):
        for child in inner.findall("Metadata") + inner.findall("TopicSet"):
            top.append(child)
        for child in list(inner.iterchildren("NewsComponent", "ContentItem", "NewsItemRef")):
            if child not in story.chain and child not in story.parts:
                top.append(child)
    for part in story.parts:
        _dissolve(part, context)
    for inner in reversed(story.chain[1:]):
        _dissolve(inner, context)


def _take_headline(line: etree._Element, context: Context) -> None:
    """Take a headline out of a line that it stands in."""
    head, lines = line.find("HeadLine"), line.getparent()
    if head is None or lines is None:
        return
    note_at(context, LossKind.REPAIRED, head, all_text(head), "read as a line of its own")
    line.addprevious(head)
    if not len(line) and not line.attrib:
        lines.remove(line)


def _merge(top: etree._Element, holders: list[etree._Element], name: str, context: Context) -> None:
    if not holders:
        return
    by_kind: dict[tuple[str, str], list[tuple[int, etree._Element]]] = defaultdict(list)
    for depth, holder in enumerate(holders):
        for child in list(children_of(holder)):
            if says_nothing(child):
                holder.remove(child)
            else:
                by_kind[_kind_of(child)].append((depth, child))
    target = holders[0]
    if target.getparent() is not top:
        target = etree.SubElement(top, name)
    for (tag, _), found in by_kind.items():
        deepest = max(depth for depth, _ in found)
        chosen = {child for depth, child in found if depth == deepest or tag not in _ONE_LEVEL}
        said = {said_by(child) for child in chosen}
        for _, child in found:
            if child not in chosen and said_by(child) not in said:
                note_at(context, LossKind.UNREAD, child, raw_text(child), "an inner component says another")
        if len(holders) > 1 or target is not holders[0]:
            kept: set[str] = set()
            for _, child in found:
                repeated = tag not in _ONE_LEVEL and raw_text(child) in kept
                kept.add(raw_text(child))
                if child not in chosen or repeated:
                    remove(child)
                elif child.getparent() is not target:
                    target.append(child)
    for holder in holders:
        if holder is not target:
            _take_attributes(holder, target, context)
            remove(holder)


def _take_attributes(holder: etree._Element, target: etree._Element, context: Context) -> None:
    for key, value in holder.items():
        if key not in target.attrib:
            target.set(key, value)
        elif target.get(key) != value:
            note_at(context, LossKind.UNREAD, holder, value, leaf=key)


def _kind_of(child: etree._Element) -> tuple[str, str]:
    tag = tag_of(child)
    kind = child.find("NewsLineType") if tag == "NewsLine" else None
    return tag, kind.get("FormalName", "") if kind is not None else ""


def said_by(element: etree._Element) -> str:
    """Return what an element says, whatever white space and identifiers there are in it."""
    return one_line(
        " ".join(
            [
                *texts_of(element),
                *(f"{key}={value}" for inner in element.iter(etree.Element) for key, value in sorted(inner.items())
                  if key not in {"Duid", "Euid", LANG}),
            ]
        )
    )  # fmt: skip


def says_nothing(element: etree._Element) -> bool:
    """Whether there is neither text in an element nor a value in an attribute that says more than a language."""
    if any(text.strip(WHITE) for text in texts_of(element)):
        return False
    return all(
        key == LANG
        or not value.strip(WHITE)
        or (key == "FormalName" and inner.tag in {"Property", "NewsLineType"} and inner is not element)
        for inner in element.iter(etree.Element)
        for key, value in inner.items()
    ) or _is_empty_property(element)


def says_nothing_but_its_role(component: etree._Element) -> bool:
    """Whether nothing is left of a component but a role and a language."""
    rest = [child for child in children_of(component) if child.tag != "Role" and not says_nothing(child)]
    return not rest and not set(component.attrib) - {LANG}


def _is_empty_property(element: etree._Element) -> bool:
    return (
        element.tag == "Property"
        and set(element.attrib) <= {"FormalName", "Value"}
        and not len(element)
        and not element.get("Value")
    )


def join_twins(top: etree._Element) -> None:
    """Let the parties with one part in the work stand in one element."""
    for administrative in top.findall("AdministrativeMetadata"):
        first: dict[tuple[str, str | None], etree._Element] = {}
        for element in list(administrative.iterchildren(*_TWINS)):
            key = (tag_of(element), element.get("FormalName"))
            if key in first and set(element.attrib) <= {"FormalName"}:
                first[key].extend(list(element))
                remove(element)
            elif not len(element) and not element.attrib:
                remove(element)
            else:
                first.setdefault(key, element)


def _dissolve(component: etree._Element, context: Context) -> None:
    """Take a component out whose contents stand elsewhere now, and note what is left of it."""
    component.attrib.pop(LANG, None)
    for key in ("Essential", "EquivalentsList"):
        if component.get(key) == "no":  # the DTD's default
            del component.attrib[key]
    for child in list(children_of(component)):
        understood = (
            child.tag == "Role" and role_of(component) in HEADS | SUBHEADS | LEADS | ABSTRACTS | BODIES
        )
        if understood or (says_nothing(child) and not len(child)):
            component.remove(child)
    if component.attrib or len(component):
        reason = "a component whose content was taken out of it"
        note_at(context, LossKind.UNREAD, component, raw_text(component), reason)
    remove(component)
