"""The lines of a story and what stands about rights: from what agencies write to the laid-out form."""

from __future__ import annotations

from lxml import etree

from newsmodel.formats.newsml_1_stories import remove
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import WHITE, all_text, own_text

WORDS_OF_A_HEADLINE = 4
"""A label of so many words is no keyword."""


def lay_out_headline(top: etree._Element, item: etree._Element) -> None:
    """Take the headline from the item's label, where nothing else says one and the label reads like one."""
    lines = top.find("NewsLines")
    if lines is not None and lines.find("HeadLine") is not None:
        return
    label = item.find("Identification/NameLabel")
    if label is None or len(own_text(label).split()) < WORDS_OF_A_HEADLINE:
        return
    if lines is None:
        lines = etree.SubElement(top, "NewsLines")
    etree.SubElement(lines, "HeadLine").text = own_text(label)
    holder = label.getparent()
    if holder is not None and not label.attrib:
        holder.remove(label)


def lay_out_keywords(top: etree._Element) -> None:
    """Let keywords that stand among the properties (AFP) be lines, as they are elsewhere."""
    known = {one_line(all_text(line)) for line in top.findall("NewsLines/KeywordLine")}
    for prop in top.findall("DescriptiveMetadata/Property"):
        if prop.get("FormalName") != "Keyword" or set(prop.attrib) != {"FormalName", "Value"} or len(prop):
            continue
        if (said := one_line(prop.get("Value", ""))) and said not in known:
            lines = top.find("NewsLines")
            lines = etree.SubElement(top, "NewsLines") if lines is None else lines
            prop.attrib.clear()
            prop.tag, prop.text, prop.tail = "KeywordLine", said, None
            lines.append(prop)
        else:
            remove(prop)


_KINDS = {"catchline": "Abstract", "summary": "Abstract", "abstractline": "Abstract", "advisory": "AdvisoryLine",
          "ednote": "AdvisoryLine", "editornote": "AdvisoryLine", "editorsnote": "AdvisoryLine",
          "editorialnote": "AdvisoryLine"}  # fmt: skip


def lay_out_lines(top: etree._Element) -> None:
    """Let the type of a line be an attribute of it."""
    for line in top.findall("NewsLines/NewsLine"):
        kind = line.find("NewsLineType")
        if kind is None or set(kind.attrib) - {"FormalName"} or len(kind) or "FormalName" in line.attrib:
            continue
        said = kind.get("FormalName", "")
        line.set("FormalName", _KINDS.get(said.lower().replace(" ", ""), said))
        line.remove(kind)
    seen: dict[str, etree._Element] = {}
    for line in top.findall("NewsLines/NewsLine"):  # those of one type are one line with several texts
        if not (kind_ := line.get("FormalName")):
            continue
        if kind_ in seen and set(line.attrib) == {"FormalName"}:
            seen[kind_].extend(list(line))
            remove(line)
        else:
            seen.setdefault(kind_, line)


def lay_out_rights(top: etree._Element) -> None:
    """Bring the lines about rights to the rights, and the holder to where a Topic can say more of it."""
    rights = top.find("RightsMetadata")
    shown = top.findall("NewsLines/CopyrightLine") + top.findall("NewsLines/RightsLine")
    if shown and rights is None:
        rights = etree.SubElement(top, "RightsMetadata")
    if rights is None:
        return
    rights.extend(shown)
    for empty in rights.findall("Copyright/*"):
        if not empty.attrib and not len(empty) and not own_text(empty).strip(WHITE):
            remove(empty)
    holder = rights.find("Copyright/CopyrightHolder")
    name = own_text(holder).strip(WHITE) if holder is not None else ""
    prop = rights.find("Property[@FormalName='CopyrightHolder']")
    if prop is None and holder is not None and name and not len(holder):
        prop = etree.SubElement(rights, "Property", FormalName="CopyrightHolder")
        described = etree.SubElement(etree.SubElement(prop, "Concept"), "Description", dict(holder.attrib))
        described.text = one_line(name)
        remove(holder)
    elif (
        prop is not None
        and holder is not None
        and prop.get("ValueRef")
        and not holder.attrib
        and not len(holder)
    ):
        remove(holder)  # the Topic says it again
