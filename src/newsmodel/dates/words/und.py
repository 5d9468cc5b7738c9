"""Words that stand in dates of every language ("und": undetermined). The first two take an offset after them."""

from __future__ import annotations

from newsmodel.dates.words import Half, Words, Zone

WORDS = Words(
    language="und",
    names={},
    weekdays=(),
    halves={"am": Half(0, range(1, 13)), "pm": Half(12, range(1, 13))},
    zones={"UTC": Zone(0), "GMT": Zone(0), "Z": Zone(0)},
)
