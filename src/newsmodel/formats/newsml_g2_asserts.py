"""What an item of NewsML-G2 says about its concepts in one place for all: `assert`.

Strategy: an `assert` stays an extra of the article, so it is written back as it came. What it says of a concept that the
article holds (known by the same QCode, URI or literal) fills what that concept does not say itself; the concept's own words
win. Where the article has lost since what an `assert` that is still there says, that is noted: it would be read again.
Source: NewsML-G2 2.35 specification, assert ("an assertion about a concept").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, TypeVar

import attrs
from attrs import define
from lxml import etree  # noqa: TC002  # as in the other modules of this format

from newsmodel.codec.context import Context
from newsmodel.codec.row import many, maybe
from newsmodel.codec.values import DECIMAL, TEXT
from newsmodel.difference import changes
from newsmodel.errors import InputError, ModelError
from newsmodel.formats.countries import known_country
from newsmodel.formats.newsml_g2_parts import BROADER, FLEX, FLEX_ROWS, NS, ConceptTable, PlaceTable
from newsmodel.formats.newsml_g2_values import NAR_NS
from newsmodel.losses import LossKind, Unheard
from newsmodel.model import Article, Concept, Person, Place, Text
from newsmodel.model.constraints import content_fields
from newsmodel.model.quick_making import copier_of

C = TypeVar("C", bound=Concept)
PE, P = attrs.fields(Person), attrs.fields(Place)
_ASSERT = f"{{{NAR_NS}}}assert"
_FIELDS = ("genres", "subjects", "people", "organisations", "places", "located", "attributions")
"""The fields of the article whose concepts are asked for."""


class AssertedPlaceTable(PlaceTable):
    """A table of places, whose country an address names by its code, and whose position may be a blank form (STT: ``0``, ``0``)."""

    only_mends = False  # `mended` is asked of all, and not only of what is not in order

    def mended(self, got: dict[str, Any], context: Context) -> dict[str, Any]:
        """Take the country of the places around; leave a blank position."""
        got = super().mended(got, context)
        if not (got.get(P.latitude.name) or got.get(P.longitude.name)):
            got = {name: value for name, value in got.items() if name not in _POSITION}
        codes = (_country(place.code) for place in got.get(P.contained_in.name, ()) if place.code)
        found = next(filter(None, codes), None)
        return {**got, P.country.name: found} if found else got


def _country(code: str) -> str | None:
    """Return the two letters of a country of ISO 3166-1, in the vocabularies that IPTC's catalogue has of it; None for other codes."""
    alias, _, said = code.partition(":")
    return known_country(said) if alias in ("iso3166-1a2", "iso3166-1a3") else None


_POSITION = frozenset({P.latitude.name, P.longitude.name})
_ADDRESS, _GEO, _POI = "POIDetails/address", "geoAreaDetails/position", "POIDetails/position"
PERSON = ConceptTable(
    Person,
    *FLEX_ROWS,
    maybe(PE.given_name, "name[@part='nprt:given']/text()", TEXT),
    maybe(PE.family_name, "name[@part='nprt:family']/text()", TEXT),
    namespaces=NS,
)
PLACE = AssertedPlaceTable(
    Place,
    *FLEX_ROWS,
    maybe(P.type, "type/@qcode", TEXT, also=("type/@uri",)),
    maybe(P.latitude, f"{_GEO}/@latitude", DECIMAL, also=(f"{_POI}/@latitude",)),
    maybe(P.longitude, f"{_GEO}/@longitude", DECIMAL, also=(f"{_POI}/@longitude",)),
    *(many(P.contained_in, f"{_ADDRESS}/{name}", BROADER) for name in ("locality", "area", "country")),
    many(P.contained_in, "broader", BROADER),
    namespaces=NS,
)
_IDENTIFIERS = (("qcode", "code"), ("uri", "uri"), ("literal", "literal"))
"""Attributes that say which concept is meant, each with its field."""


@define
class Asserts:
    """The asserts of an item, by what they identify a concept with."""

    language: str | None
    _elements: dict[tuple[str, str], list[etree._Element]]

    @classmethod
    def of(cls, item: etree._Element, language: str | None) -> Asserts:
        """Return the asserts of an item in a language."""
        found: dict[tuple[str, str], list[etree._Element]] = defaultdict(list)
        for element in item.iterchildren(_ASSERT):
            for name, field in _IDENTIFIERS:
                if code := element.get(name, "").strip():
                    found[field, code].append(element)
        return cls(language, found)

    def completed(self, concept: C, *, alone: bool = False) -> C:
        """Return a concept with what asserts say of it and it does not; ``alone`` without the places around it."""
        if self._knows(concept):
            for facts in self._facts(concept):
                concept = self._filled(concept, facts, alone=alone)
        if isinstance(concept, Place) and not alone and concept.contained_in:
            around = [self.completed(place, alone=True) for place in concept.contained_in]
            if any(one is not other for one, other in zip(around, concept.contained_in, strict=True)):
                return attrs.evolve(concept, contained_in=around)
        return concept

    def _knows(self, concept: Concept) -> bool:
        """Whether there is an assert about a concept."""
        known = self._elements
        return (
            ("code", concept.code) in known
            or ("uri", concept.uri) in known
            or ("literal", concept.literal) in known
        )

    def _facts(self, concept: Concept) -> Iterator[Concept]:
        table = PERSON if isinstance(concept, Person) else PLACE if isinstance(concept, Place) else FLEX
        met: list[etree._Element] = []
        for _, field in _IDENTIFIERS:
            for element in self._elements.get((field, getattr(concept, field) or ""), ()):
                if not any(element is one for one in met):
                    met.append(element)
                    with suppress(InputError, ModelError):  # it is an extra, whatever is in it
                        context = Context("newsml-g2", Unheard(), language=self.language, keep=False)
                        yield table.decode(element, context)

    def _filled(self, concept: C, facts: Concept, *, alone: bool) -> C:
        more: dict[str, Any] = {}
        for field in content_fields(type(facts)):
            said = getattr(facts, field.name)
            if (
                field.name != "names"
                and said not in (None, ())
                and getattr(concept, field.name) in (None, ())
            ):
                more[field.name] = said
        more.pop("extras", None)
        around = more.pop("contained_in", ())
        if around and not alone:
            more["contained_in"] = self._chain(around, concept)
        if names := self._new_names(concept.names, facts.names):
            more["names"] = (*concept.names, *names)
        return attrs.evolve(concept, **more) if more else concept

    def _new_names(self, names: tuple[Text, ...], said: tuple[Text, ...]) -> list[Text]:
        """Return the names in a language, or with a role, that a concept has no name in."""
        known = {(name.language or self.language, name.role) for name in names}
        return [name for name in said if (name.language or self.language, name.role) not in known]

    def _chain(self, around: Iterable[Place], inside: Concept) -> tuple[Place, ...]:
        """Return the places around one, and those that asserts say to be around these, the nearest first."""
        found, waiting = [inside], list(around)
        while waiting:
            place = waiting.pop(0)
            if not any(_is_same(place, other) for other in found):
                found.append(place)
                for facts in self._facts(place):
                    waiting += facts.contained_in if isinstance(facts, Place) else ()
        return tuple(place for place in found[1:] if isinstance(place, Place))


def _is_same(one: Concept, other: Concept) -> bool:
    return any(
        (code := getattr(one, field)) and code == getattr(other, field) for _, field in _IDENTIFIERS
    ) or (one == other)


def with_asserted(article: Article, item: etree._Element) -> Article:
    """Return an article whose concepts say what the asserts of its item say of them."""
    if next(item.iterchildren(_ASSERT), None) is None:
        return article
    asserts = Asserts.of(item, article.language)
    for field in _FIELDS:
        concepts = getattr(article, field)
        made = tuple([asserts.completed(concept) for concept in concepts])
        if any(one is not other for one, other in zip(made, concepts, strict=True)):
            article = copier_of(Article, field)(
                article, made
            )  # names and facts of concepts contradict nothing
    return article


def note_asserted(item: etree._Element, article: Article, context: Context) -> None:
    """Note what the asserts of a written item say of the article's concepts, and the article does not: it will be read."""
    for change in changes(article, with_asserted(article, item)):
        reason = "an assert in the document says more"
        context.note(LossKind.COERCED, change.path, change.before, reason=reason)
