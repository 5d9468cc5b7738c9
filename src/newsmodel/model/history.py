"""Through whose hands an item went."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from newsmodel.dates.when import When, when_key
from newsmodel.errors import ModelError
from newsmodel.model.concept import Concept
from newsmodel.model.constraints import Checked
from newsmodel.model.extras import Extra
from newsmodel.model.values import Code, Count, Several, when


@frozen
class HopAction(Concept):
    """What was done at a hop; ``target`` is a code for the part of the content it was done to."""

    target: Code | None = field(default=None, kw_only=True)
    at: When | None = field(default=None, converter=when, eq=when_key, kw_only=True)


@frozen
class Hop(Checked):
    """A stay of the content with somebody: the ``party``, when (``at``), and what was done (NewsML-G2, hopHistory).

    ``sequence`` is the hop's number, the lowest the oldest.
    """

    party: Concept | None = None
    sequence: Count | None = None
    at: When | None = field(default=None, converter=when, eq=when_key)
    actions: tuple[HopAction, ...] = field(default=(), converter=Several["HopAction", ...])
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)

    def _contradictions(self) -> Iterator[ModelError]:
        said = (self.party, self.at, self.actions, self.extras)
        if self.sequence is None and not any(said):
            yield ModelError("Hop", "a party, a number, a time or an action", None)
