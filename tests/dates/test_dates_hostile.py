"""Texts made to stall a reader, and what the package must not load or look at."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from time import process_time  # a busy machine says nothing of the reader

import pytest

from newsmodel.dates import find_dates, parse_date
from newsmodel.errors import DateError

ATTACKS: dict[str, Callable[[int], str]] = {
    "digits": lambda size: "1" * size,
    "digits and slashes": lambda size: "١/" * (size // 2),
    "spaced digits": lambda size: "1 " * (size // 2),
    "blanks": lambda size: "26" + " " * size + "2021",
    "tatweel": lambda size: "26 نوفم" + "ـ" * size + "بر 2021",
    "months": lambda size: "نوفمبر " * (size // 7),
    "beginnings of phrases": lambda size: "كانون " * (size // 6) + "1",
    "marks": lambda size: "\u200f" * size + "1",
    "dashes": lambda size: "2021-" * (size // 5),
    "colons": lambda size: "1:" * (size // 2),
    "brackets": lambda size: "1" + "(" * size,
    "dates": lambda size: "26 نوفمبر 2021، " * (size // 16),
    "dates in a chain": lambda size: "26/11/" * (size // 6),
    "dates too close": lambda size: "26.11.2021-" * (size // 11),
    "prepositions": lambda size: "в 1 " * (size // 4),
    "letters": lambda size: "ноября" * (size // 6) + "1",
    "moments cut short": lambda size: "2021-11-26T10:00:00.1" * (size // 21),
    "lines": lambda size: "1\n" * (size // 2),
    "half lines": lambda size: "x\r\n" * (size // 3) + "1",
    "offsets": lambda size: "UTC+" * (size // 4) + "1",
    "ago": lambda size: "منذ " * (size // 4) + "1",
    "nines": lambda size: "9." * (size // 2),
    "Hijri marks": lambda size: "1 محرم 1443 هـ / " * (size // 17),
    "labels": lambda size: "Updated: " * (size // 9) + "1",
    "prefixes": lambda size: "وب" * (size // 2) + "مارس 1",
    "presentation forms": lambda size: "ﻧﻮﻓﻤﺒﺮ " * (size // 7) + "1",
}


@pytest.mark.parametrize("make", ATTACKS.values(), ids=ATTACKS)
def test_a_long_text_is_refused_at_once(make: Callable[[int], str]) -> None:
    text = make(1_000_000)
    start = process_time()
    with pytest.raises(DateError, match="at most 200 characters"):
        parse_date(text)

    assert process_time() - start < 0.1


@pytest.mark.parametrize("make", ATTACKS.values(), ids=ATTACKS)
def test_a_text_just_short_enough_takes_no_time(make: Callable[[int], str]) -> None:
    text = make(190)[:200]
    with pytest.raises(DateError):
        parse_date(f"{text[:-1]}?")  # tables load
    start = process_time()
    with pytest.raises(DateError):
        parse_date(text)

    assert process_time() - start < 0.3


def seconds_to_search(text: str) -> float:
    start = process_time()
    for _ in find_dates(text):
        pass
    return process_time() - start


@pytest.mark.untraced
@pytest.mark.parametrize("make", ATTACKS.values(), ids=ATTACKS)
def test_searching_takes_time_as_the_text_is_long(make: Callable[[int], str]) -> None:
    short, long = make(10_000), make(100_000)
    seconds_to_search(short)  # tables load, plans are made

    # Ten times the text; anything quadratic would take a hundred times as long, whenever it is measured.
    assert any(
        min(seconds_to_search(long) for _ in range(2))
        < 40 * max(min(seconds_to_search(short) for _ in range(3)), 0.004)
        for _ in range(3)
    )


def test_importing_loads_no_words_and_no_dateutil() -> None:
    code = "import sys, newsmodel.dates; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout  # noqa: S603  # our own interpreter and code

    assert {"dateutil", "zoneinfo", "newsmodel.dates.words.ar", "newsmodel.dates.words.en"}.isdisjoint(
        loaded.split()
    )
    assert "newsmodel.dates.parsing" not in loaded.split(), "the reader loads when it is used"
