"""What the samples' scorer calls: ``score.py --call dates_score_adapter:parse --find dates_score_adapter:find``, run in this folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from attrs import frozen

from newsmodel.dates import When, find_dates, parse_date
from newsmodel.dates.when import format_iso


@frozen
class Answer:
    """A value with the one method that the scorer asks for."""

    value: When

    def isoformat(self) -> str:
        return format_iso(self.value)


def parse(text: str, lang: str | None = None, ref: datetime | None = None) -> Answer:
    return Answer(parse_date(text, lang, ref))


def find(text: str, lang: str | None = None, ref: datetime | None = None) -> Iterator[tuple[int, int, Answer]]:
    for reading in find_dates(text, lang, ref):
        yield *reading.span, Answer(reading.value)
