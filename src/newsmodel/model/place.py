"""Places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import field, frozen

from newsmodel.errors import ModelError
from newsmodel.model.concept import Entity
from newsmodel.model.values import Code, CountryCode, Latitude, Longitude, Several, degrees


@frozen
class Place(Entity):
    """A place: a country, region, city, building or any other.

    ``type`` is a code for the kind of place (``cptype:city``), ``country`` an ISO 3166-1 alpha-2 code,
    ``latitude`` and ``longitude`` are decimal degrees (WGS 84, rounded to nine places), ``contained_in`` the larger places around it.
    """

    type: Code | None = field(default=None, kw_only=True)
    country: CountryCode | None = field(default=None, kw_only=True)
    latitude: Latitude | None = field(default=None, converter=degrees, kw_only=True)
    longitude: Longitude | None = field(default=None, converter=degrees, kw_only=True)
    contained_in: tuple[Place, ...] = field(default=(), converter=Several["Place", ...], kw_only=True)

    _coherent: ClassVar[str] = (
        f"({Entity._coherent}) and (made.latitude is None) is (made.longitude is None)"  # noqa: SLF001  # of its base
        " and (not made.contained_in or not any([around.contained_in for around in made.contained_in]))"
    )

    def _contradictions(self) -> Iterator[ModelError]:
        yield from super()._contradictions()
        if (self.latitude is None) is not (self.longitude is None):
            yield ModelError("Place", "latitude and longitude, or neither", (self.latitude, self.longitude))
        if _height(self) > MAX_HEIGHT:
            yield ModelError("Place.contained_in", f"places nested at most {MAX_HEIGHT} deep", "deeper ones")


MAX_HEIGHT = 16
"""How many places may lie one inside the other."""


def _height(place: Place) -> int:
    return 1 + max(map(_height, place.contained_in), default=0)
