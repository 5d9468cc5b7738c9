"""Words that stand in dates of every language ("und": undetermined)."""

from __future__ import annotations

from newsmodel.dates.words import HOUR_MARK, Half, Words, Zone

WORDS = Words(
    language="und",
    halves={"am": Half(0, range(1, 13)), "pm": Half(12, range(1, 13))},
    kinds={HOUR_MARK: "h"},  # "14h30", in every script
    zones={"UTC | GMT | UT | Z": Zone(0)},
)
