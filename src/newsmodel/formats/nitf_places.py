"""Places in NITF: a ``location`` with its parts, of which the smallest is the place and the others lie around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import evolve
from lxml import etree

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.values import Pair
from newsmodel.difference import changes
from newsmodel.errors import InputError, ModelError
from newsmodel.formats.countries import country_code
from newsmodel.formats.nitf_values import CLASS, LOCAL_ID, home, shown, tag
from newsmodel.losses import LossKind
from newsmodel.model import Place, Text
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import all_text, children_of, local_name, own_text, tag_of
from newsmodel.syntax.xml_table_reading import XmlPiece

PARTS = {
    "sublocation": ("cptype:poi", "location-code"),
    "city": ("cptype:city", "city-code"),
    "state": ("cptype:statprov", "state-code"),
    "region": ("cptype:region", "region-code"),
    "country": ("cptype:country", ""),
}
"""The parts of a location, the smallest first: the type of place that each is, and the attribute for its code."""
_RANKS = {name: rank for rank, name in enumerate(PARTS)}
_PART_OF = {kind: name for name, (kind, _) in PARTS.items()}
_CODE = re.compile(r"[^\s:]+:\S+")
_BETWEEN = " \t\r\n,;/"
"""What stands between the printed parts of a location, and belongs to none of them."""
_SOURCE = "code-source"


# reading


def read_place(element: etree._Element, context: Context) -> Place:
    """Read a location. Raise `InputError` for one that names nothing."""
    found = [(child, _part(child)) for child in children_of(element) if _is_part(child)]
    facts = _facts(element, "location-code")
    facts |= {"id": _id_of(element, context), "type": _type_of(element, context)}
    _leave_over(element, context)
    named = [(child, place) for child, place in found if place is not None]
    country = next((code for child, _ in found if (code := child.get("iso-cc"))), None)
    facts["country"] = country_code(country) if country else None
    name = one_line(own_text(element))
    if name := name.strip(_BETWEEN) if found else name:
        return _made((Text(name),), [place for _, place in named], facts)
    if not named:
        return _made((), [], facts)
    smallest = min(named, key=lambda pair: _RANKS[local_name(tag_of(pair[0]))])
    own = smallest[1]
    for key in ("type", "uri", "code", "literal"):
        facts[key] = facts[key] or getattr(own, key)
    return _made(own.names, [place for pair in named if (place := pair[1]) is not own], facts)


def _made(names: tuple[Text, ...], around: list[Place], facts: dict[str, Any]) -> Place:
    try:
        return Place(names, contained_in=around, **facts)
    except ModelError as error:
        raise InputError("a location that names a place", None, message=str(error)) from error


def _is_part(element: etree._Element) -> bool:
    name = local_name(tag_of(element))
    return name in PARTS and tag_of(element) == tag(name)


def _part(element: etree._Element) -> Place | None:
    """Return the place that a part of a location names; None for one that names none."""
    kind, attribute = PARTS[local_name(tag_of(element))]
    name = one_line(all_text(element))
    facts = _facts(element, attribute)
    if not (name or any(facts.values())):
        return None
    country = element.get("iso-cc")
    facts["country"] = country_code(country) if country else None
    return _made((Text(name),) if name else (), [], facts | {"type": kind})


def _facts(element: etree._Element, attribute: str) -> dict[str, Any]:
    """Return the code, the URI and the literal of a location, or of a part of it."""
    source, value = element.get(_SOURCE, "").strip(), element.get(attribute, "").strip() if attribute else ""
    facts: dict[str, Any] = {"code": None, "uri": None, "literal": None}
    if source and ":" not in source and _CODE.fullmatch(f"{source}:{value}"):
        facts["code"] = f"{source}:{value}"
    elif value:
        facts["literal"] = one_line(value)
    for child in children_of(element):
        if _says_fact(child):
            facts[child.get("idsrc", "")] = one_line(child.get("value", ""))
    return facts


def _says_fact(element: etree._Element) -> bool:
    known = tag_of(element) == tag("alt-code") and element.get("idsrc") in ("uri", "literal")
    return known and bool(element.get("value", "").strip()) and not len(element) and len(element.attrib) == 2


def _id_of(element: etree._Element, context: Context) -> str | None:
    said = element.get("id")
    return LOCAL_ID.decode(said, context) if said else None


def _type_of(element: etree._Element, context: Context) -> str | None:
    try:
        return CLASS.decode(element.get("class", ""), context)
    except InputError:
        return None


def _leave_over(element: etree._Element, context: Context) -> None:
    """Hand what is not read of a location to the object around."""
    own = {"id", "location-code", _SOURCE}
    if _type_of(element, context) is not None:
        own |= {"class"}
    _hand_out(element, context, frozenset(own), "")
    seen: Counter[str] = Counter()
    for child in children_of(element):
        if _is_part(child):
            name = local_name(tag_of(child))
            seen[name] += 1
            taken = frozenset({PARTS[name][1], _SOURCE, "iso-cc"})
            _hand_out(child, context, taken, f"{name}[{seen[name]}]/")


def _hand_out(element: etree._Element, context: Context, taken: frozenset[str], prefix: str) -> None:
    for key in map(str, element.attrib):
        if key not in taken:
            home(context, XmlPiece(f"{prefix}@{shown(key)}", element=element, leaf=key))
    for child in children_of(element):
        if not (_says_fact(child) or (_is_part(child) and not prefix)):
            home(context, XmlPiece(f"{prefix}{shown(tag_of(child))}", element=child))


# writing


def write_place(place: Place, context: Context, into: etree._Element) -> None:
    """Write a location; what reads back differently is noted. Raise `Unsayable` where nothing of it can be written."""
    around = [each for each in place.contained_in if each.type in _PART_OF]
    rank = _RANKS.get(_PART_OF.get(place.type or "", ""), len(PARTS))
    name = one_line(place.names[0].value) if place.names else ""
    inside = bool(name) and all(rank < _RANKS[_PART_OF[each.type or ""]] for each in around)
    if inside and place.type in _PART_OF:
        etree.SubElement(into, tag(_PART_OF[place.type])).text = name
    else:
        into.text = (name.strip(_BETWEEN) if around or place.country else name) or None
        if place.type:
            into.set("class", place.type)
    for each in around if name else ():
        _write_part(each, into)
    _write_country(place.country, into)
    _write_facts(place, into, "location-code")
    if place.id:
        into.set("id", place.id)
    _note_changes(place, context, into)


def _write_part(place: Place, into: etree._Element) -> None:
    name = _PART_OF[place.type or ""]
    part = etree.SubElement(into, tag(name))
    part.text = one_line(place.names[0].value) if place.names else None
    if name == "country" and place.country:
        part.set("iso-cc", place.country)
    _write_facts(place, part, PARTS[name][1])


def _write_country(country: str | None, into: etree._Element) -> None:
    if country is None or any(part.get("iso-cc") for part in into.iterchildren(tag("country"))):
        return
    own = next(into.iterchildren(tag("country")), None)
    (etree.SubElement(into, tag("country")) if own is None else own).set("iso-cc", country)


def _write_facts(place: Place, into: etree._Element, attribute: str) -> None:
    if place.code and attribute:
        source, _, value = place.code.partition(":")
        into.set(_SOURCE, source)
        into.set(attribute, value)
    for name in ("uri", "literal"):
        if said := getattr(place, name):
            etree.SubElement(into, tag("alt-code"), idsrc=name, value=said)


def _note_changes(place: Place, context: Context, into: etree._Element) -> None:
    scratch = Context(context.format)
    try:
        back = read_place(into, scratch)
    except InputError as error:
        raise Unsayable("a location has a name or a code") from error
    for change in changes(_without_extras(place), back):
        kind = LossKind.COERCED if change.after not in (None, ()) else LossKind.UNWRITTEN
        context.note(kind, change.path, change.before)
    _note_extras(place, context, "")


def _without_extras(place: Place) -> Place:
    names = [evolve(name, extras=()) for name in place.names]
    return evolve(
        place, names=names, contained_in=[_without_extras(each) for each in place.contained_in], extras=()
    )


def _note_extras(place: Place, context: Context, path: str) -> None:
    """Note all extras of a place, and of what it holds: names that are one name in the end, for example, may each have had some."""
    context.note_extras(place.extras, f"{path}extras")
    for index, name in enumerate(place.names):
        context.note_extras(name.extras, f"{path}names[{index}].extras")
    for index, each in enumerate(place.contained_in):
        _note_extras(each, context, f"{path}contained_in[{index}].")


PLACE: Pair[Place] = Pair(read_place, write_place)
"""A location: its smallest part is the place, the others lie around it. A place of another type is the location's own text, with the type as its class; ``alt-code`` with ``idsrc`` ``uri`` and ``literal`` are the other identifiers."""


def read_event_place(element: etree._Element, context: Context) -> Place:
    """Read an ``evloc``: the smallest of what its attributes name."""
    country = country_code(element.get("iso-cc", "")) or None
    named = list(_of_event(element, country))
    for key, value in element.items():
        if str(key) not in _EVENT and str(key) != "iso-cc":
            context.note_place(LossKind.UNREAD, f"{context.place}/@{shown(str(key))}", value)
    if not named:
        if country is None:
            raise InputError("the place of an event", None)
        return Place(code=f"iso3166-1a2:{country}", type="cptype:country", country=country)
    return evolve(named[0], contained_in=named[1:])


_EVENT = {"city": "cptype:city", "county-dist": "cptype:region", "state-prov": "cptype:statprov"}


def _of_event(element: etree._Element, country: str | None) -> Iterator[Place]:
    for name, kind in _EVENT.items():
        if said := one_line(element.get(name, "")):
            yield Place((Text(said),), type=kind, country=country)


def _not_written(place: Place, context: Context, into: Any) -> Any:
    raise NotImplementedError


EVENT_PLACE: Pair[Place] = Pair(read_event_place, _not_written)
"""Where an event took place: city, county and state, the smallest first."""
