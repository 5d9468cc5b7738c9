"""Paths of JSON tables, and the tree of keys that rows are compiled to.

A path is keys with a slash between them (``mainEntityOfPage/@id``). A key may be followed by what its objects must say:
``hasPart[@type='Quotation']``; of several words (``[@type='City|Country']``) the first is written.
"""

from __future__ import annotations

import re
from typing import Any

from attrs import Factory, define, frozen

from newsmodel.codec.row import Row

_STEP = re.compile(r"(?P<key>[^\[/]+)(?:\[(?P<name>[^=\]]+)='(?P<words>[^']*)'\])?")


@frozen
class Step:
    """A key, and what the object there must say under another key."""

    key: str
    name: str | None = None
    words: tuple[str, ...] = ()

    def fits(self, value: Any) -> bool:
        """Whether a value is what the step asks for."""
        if self.name is None:
            return True
        said = value.get(self.name) if isinstance(value, dict) else None
        return any(word in self.words for word in (said if isinstance(said, list) else [said]))

    def made(self) -> dict[str, Any]:
        """Return an object that says what the step asks for, and nothing else."""
        return {self.name: self.words[0]} if self.name else {}


def parse_path(path: str) -> tuple[Step, ...]:
    """Read a path. Raise `ValueError` for a malformed one."""
    steps = []
    at = 0
    while at < len(path):
        match = _STEP.match(path, at)
        if not match:
            raise ValueError(f"cannot read the path {path!r}")
        steps.append(
            Step(
                match["key"], match["name"], tuple((match["words"] or "").split("|")) if match["name"] else ()
            )
        )
        at = match.end() + 1
    return tuple(steps)


@define(eq=False)
class Spot:
    """What stands under a key: values for a row, or (``below``) an object with keys of its own."""

    step: Step
    row: Row | None = None
    rank: int = 0
    below: dict[str, list[Spot]] = Factory(dict)

    def at(self, step: Step) -> Spot:
        """Return the spot for a step, made if it is new; those that ask for something come first."""
        spots = self.below.setdefault(step.key, [])
        for spot in spots:
            if spot.step == step:
                return spot
        spots.append(made := Spot(step))
        spots.sort(key=lambda spot: spot.step.name is None)
        return made
