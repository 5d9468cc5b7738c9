"""What the caller says about a text's language."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from newsmodel.dates.words import LANGUAGES, Order, Words, words


class Hint(NamedTuple):
    """The primary subtag of a BCP 47 tag, lower case, and its region, upper case."""

    language: str | None = None
    region: str | None = None

    @property
    def table(self) -> Words | None:
        """The words of the language, where we have them."""
        return words(self.language) if self.language in LANGUAGES else None

    def order(self, spoken: str | None) -> Order | None:
        """Which comes first in a numeric date: for the language hinted at, else for the one that the words speak."""
        table = self.table or Hint(spoken).table
        return None if table is None else table.region_orders.get(self.region or "", table.order)


@lru_cache(maxsize=64)
def _hint(tag: str) -> Hint:
    primary, *subtags = tag.replace("_", "-").split("-")
    tags = takewhile(lambda part: len(part) > 1, subtags)  # what follows a single letter is an extension
    regions = (part.upper() for part in tags if len(part) == 2 and part.isalpha())
    return Hint(primary.lower(), next(regions, None))


def hint(language: str | None) -> Hint:
    """Take a language tag apart, BCP 47 or with an underscore; None is no hint."""
    return Hint() if language is None else _hint(language[:40])
