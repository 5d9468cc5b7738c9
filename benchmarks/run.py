"""Where we stand, as ratios: each measure and its yardstick run by turns in this one process; medians count.

Absolute times depend on the machine and are shown for orientation only.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import orjson
from attrs import frozen
from lxml import etree

import newsmodel

PAGE = Path(__file__).resolve().parents[1] / "examples" / "bridge.ar.txt"


@frozen
class Measure:
    """Something to time, and what it is compared with."""

    name: str
    work: Callable[[], object]
    yardstick_name: str
    yardstick: Callable[[], object]


def measures() -> list[Measure]:
    """Make the measures, all on the example article."""
    article = newsmodel.read(PAGE, format="page-text")
    native = newsmodel.write(article, "native")
    item = newsmodel.write(article, "newsml-g2")
    return [
        Measure(
            f"native: decode and encode ({len(native):,} bytes)",
            lambda: newsmodel.write(newsmodel.read(native, format="native"), "native"),
            "orjson.loads and dumps",
            lambda: orjson.dumps(orjson.loads(native)),
        ),
        Measure(
            f"newsml-g2: read ({len(item):,} bytes)",
            lambda: newsmodel.read(item, format="newsml-g2"),
            "lxml.etree.fromstring",
            lambda: etree.fromstring(item),
        ),
    ]


def compare(measure: Measure, *, repeats: int, seconds: float) -> tuple[float, float]:
    """Return the median seconds of a call of the work and of the yardstick, timed by turns."""
    sides = (measure.work, measure.yardstick)
    rounds = [max(1, int(seconds / _timed(side, 3))) for side in sides]
    samples: list[tuple[float, float]] = []
    for _ in range(repeats):
        work, yardstick = (_timed(side, count) for side, count in zip(sides, rounds, strict=True))
        samples.append((work, yardstick))
    mine, theirs = zip(*samples, strict=True)
    return statistics.median(mine), statistics.median(theirs)


def _timed(call: Callable[[], object], count: int) -> float:
    start = time.perf_counter()
    for _ in range(count):
        call()
    return (time.perf_counter() - start) / count


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short round, to see that it starts")
    quick = parser.parse_args().quick
    print(f"{'measure':<44}{'µs':>9}  {'yardstick':<24}{'µs':>8}{'ratio':>8}")
    for measure in measures():
        mine, theirs = compare(measure, repeats=1 if quick else 15, seconds=0.001 if quick else 0.05)
        print(
            f"{measure.name:<44}{mine * 1e6:>9.1f}  {measure.yardstick_name:<24}{theirs * 1e6:>8.1f}{mine / theirs:>8.1f}"
        )


if __name__ == "__main__":
    main()
