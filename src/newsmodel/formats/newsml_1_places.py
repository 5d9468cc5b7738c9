"""Locations of NewsML 1 and what they are in the laid-out form: a place with its name, its type and the places around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from newsmodel.formats.countries import known_country
from newsmodel.formats.newsml_1_stories import remove
from newsmodel.formats.newsml_1_topics import Topics, plain_name
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import own_text

if TYPE_CHECKING:
    from newsmodel.formats.newsml_1_delivery import Delivery

CITY, AREA, COUNTRY = "cptype:city", "cptype:statprov", "cptype:country"
_LEVELS = (
    ("cptype:sublocation", ("SubLocation", "Sublocation", "Venue")),
    (CITY, ("City",)),
    (AREA, ("CountryArea", "Area", "State", "Province", "StateProvince", "Region")),
    (COUNTRY, ("CountryName",)),
    ("cptype:worldregion", ("WorldRegion",)),
)
"""Types of places from the smallest to the largest, and the formal names of the properties that name one."""
_NAMES = {type_: names[0] for type_, names in _LEVELS}
_TYPES = {name.lower(): type_ for type_, names in _LEVELS for name in names}


def lay_out_location(location: etree._Element, topics: Topics) -> None:
    """Bring a Location to the laid-out form: the smallest place that it names, in the others."""
    if location.get("HowPresent") in {"Origin", ""}:
        del location.attrib["HowPresent"]
    if topics.of(location) is not None:
        topics.fold(location)
        if location.find("Property[@FormalName='City']") is None:
            return
    known = {one_line(own_text(each)) for each in location.iterchildren("Description")} - {""}
    named: dict[str, str] = {}
    for prop in list(location.iterchildren("Property")):
        if set(prop.attrib) <= {"FormalName", "Value"} and not len(prop):
            _take(prop, named, known)
    levels = [(type_, named[type_]) for type_, _ in _LEVELS if type_ in named]
    if levels:
        _name(location, *levels[0])
    for type_, name in levels[1:]:
        _name(etree.SubElement(location, "Location"), type_, name)
    country = location.find("Property[@FormalName='Country']")
    if country is not None and (levels or location.find("Description") is None):
        _take_country(location, country, is_place=not levels)


def _take_country(location: etree._Element, prop: etree._Element, *, is_place: bool) -> None:
    """Let a place that is nothing but a country be that; a code that is none is what the country is called (ZZZ)."""
    code = known_country(prop.get("Value", ""))
    if code is None and set(prop.attrib) == {"FormalName", "Value"} and not len(prop):
        place = location if is_place else etree.SubElement(location, "Location")
        if "FormalName" not in place.attrib:
            place.set("FormalName", one_line(prop.get("Value", "")))
            place.set("TopicType", COUNTRY)
            location.remove(prop)
    elif code and is_place and "Scheme" not in location.attrib:
        location.set("Scheme", f"iso3166-1a2:{code}")
        location.set("TopicType", COUNTRY)


def _take(prop: etree._Element, named: dict[str, str], known: set[str]) -> None:
    """Take the name that a property says; an empty one says nothing, nor does one that says again what the place is called."""
    key, value = prop.get("FormalName", ""), one_line(prop.get("Value", ""))
    if known:
        if value in {"", *known}:
            remove(prop)
        return
    if key == "Country" and value and known_country(value) is None and len(value) > 3:
        key = "CountryName"
    type_ = _TYPES.get(key.lower())
    if not value or (type_ is not None and type_ not in named):
        if type_ is not None and value:
            named[type_] = value
        remove(prop)


def _name(place: etree._Element, type_: str, name: str) -> None:
    place.set("TopicType", type_)
    etree.SubElement(place, "Description").text = name


def deliver_location(location: etree._Element, delivery: Delivery) -> None:
    """Write a location: by its properties where they say it all, else by a Topic."""
    location.set("HowPresent", location.get("HowPresent", "Origin"))
    around = list(location.iterchildren("Location"))
    types = [each.get("TopicType", "") for each in around]
    name = _simple_name(location, CITY)
    names = [_simple_name(each, type_) for each, type_ in zip(around, types, strict=True)]
    known = [type_ for type_ in (AREA, COUNTRY) if type_ in types]
    if name is None or None in names or types != known or any(len(each) != 1 for each in around):
        location.set("Topic", delivery.topic_of(location, whole=True))
        return
    del location.attrib["TopicType"]
    for child in (*location.findall("Description"), *around):
        location.remove(child)
    for type_, said in zip((CITY, *types), (name, *names), strict=True):
        etree.SubElement(location, "Property", FormalName=_NAMES[type_], Value=said or "")


def _simple_name(place: etree._Element, type_: str) -> str | None:
    """Return a place's name if it is all that the place says, but for its type, which must be this one."""
    if place.get("TopicType") != type_ or type_ not in _NAMES:
        return None
    kind = place.attrib.pop("TopicType")
    try:
        return plain_name(place)
    finally:
        place.set("TopicType", kind)
