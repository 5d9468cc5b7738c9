"""What the samples' scorer calls: ``score.py --call dates_score_adapter:parse --find dates_score_adapter:find``, run in this folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from newsmodel.dates import DateReading, find_dates, read_date


def parse(text: str, lang: str | None = None, ref: datetime | None = None) -> DateReading:
    return read_date(text, lang, ref)


def find(
    text: str, lang: str | None = None, ref: datetime | None = None
) -> Iterator[tuple[int, int, DateReading]]:
    for reading in find_dates(text, lang, ref):
        yield *reading.span, reading
