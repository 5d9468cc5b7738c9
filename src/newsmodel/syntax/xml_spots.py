"""The places that an XML table's rows name, compiled to a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from newsmodel.codec.row import Row
from newsmodel.syntax.xml import tag_of
from newsmodel.syntax.xml_path import TEXT, Step, pair_of

if TYPE_CHECKING:
    from lxml import etree


@frozen
class Leaf:
    """What a row takes of an element; ``rank`` is the number of the path among the row's paths."""

    row: Row
    rank: int


_UNKNOWN = object()


@define(eq=False)
class Spot:
    """One element of the format: which rows take its attributes, its text, or all of it."""

    step: Step
    leaves: dict[str, Leaf] = Factory(dict)
    whole: Leaf | None = None
    may_be_empty: bool = False
    below: dict[str, list[Spot]] = Factory(dict)
    pairs: list[tuple[str, str]] = Factory(list)
    """The pairs of attributes of which a row takes both."""
    writes: list[tuple[Spot, tuple[str, ...]]] | None = None
    """What the table may write below (`XmlTable`)."""
    _written: object = _UNKNOWN
    _rows: frozenset[Row] | None = None

    def take(self, leaf: str, of: Leaf) -> None:
        """Let a row take an attribute, a pair of them, or the text."""
        self.leaves[leaf] = of
        if names := pair_of(leaf):
            self.pairs.append(names)

    def known_as(self, step: Step) -> Spot:
        """Return the same spot for an element whose fixed attributes somebody else has understood."""
        return Spot(step, self.leaves, below=self.below, pairs=self.pairs)

    def at(self, step: Step) -> Spot:
        """Return the spot below for a step, made if it is new; those with a fixed attribute come first."""
        spots = self.below.setdefault(step.tag, [])
        for spot in spots:
            if spot.step == step:
                return spot
        spots.append(made := Spot(step))
        spots.sort(key=lambda spot: not spot.step.fixed)
        return made

    @property
    def repeated(self) -> Leaf | None:
        """The row for which this element repeats."""
        leaves = [self.whole] if self.whole else list(self.leaves.values())
        return next((leaf for leaf in leaves if leaf.row.repeats), None)

    @property
    def written(self) -> Leaf | None:
        """The row that makes this element when it is written; None where it is there for what is in it."""
        if self._written is _UNKNOWN:
            self._written = self.repeated or self.whole
        return self._written  # type: ignore[return-value]

    @property
    def rows(self) -> frozenset[Row]:
        """All rows of the spot, and of those below it."""
        if self._rows is None:
            leaves = (*self.leaves.values(), *((self.whole,) if self.whole else ()))
            below = (spot.rows for spots in self.below.values() for spot in spots)
            self._rows = frozenset(leaf.row for leaf in leaves).union(*below)
        return self._rows

    def fits(self, element: etree._Element) -> bool:
        """Whether an element with the right tag has the fixed attributes too."""
        for key, value in self.step.fixed:  # noqa: SIM110  # a generator takes thrice as long, and this is asked of each child
            if element.get(key) != value:
                return False
        return True

    def below_for(self, element: etree._Element) -> Spot | None:
        """Return the spot that takes a child element."""
        return next((spot for spot in self.below.get(tag_of(element), ()) if spot.fits(element)), None)


def set_leaf(element: etree._Element, leaf: str, raw: str) -> None:
    """Write an attribute, or the text."""
    if leaf == TEXT:
        element.text = raw
    elif names := pair_of(leaf):
        first, _, second = raw.partition(":")
        element.set(names[0], first)
        element.set(names[1], second)
    else:
        element.set(leaf, raw)
