"""How fast real documents of NewsML-G2 are read and written, as ratios: file by file, and the median of all.

Reading is compared with `lxml.etree.fromstring` alone, writing with `lxml.etree.tostring` of the document's own tree. A document is read
again and again, so its codes and names are known; "read cold" is reading with all such memories emptied before each time, "read + losses"
with a list of losses. The two sides of
each measure run by turns in this one process, in time of the processor and without the garbage collector's; the median of the
paired ratios counts. Documents come from the folder that `NEWSMODEL_SHARED` names (``../shared`` where it is not set): what agencies
sent, and the listings of the standard. `newsmlg2` is measured too where it is installed.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import attrs
from attrs import frozen
from lxml import etree

import newsmodel
from newsmodel.errors import InputError
from newsmodel.losses import Losses
from newsmodel.model import Article
from newsmodel.model.quick_making import forget

SHARED: Final = Path(os.environ.get("NEWSMODEL_SHARED", Path(__file__).resolve().parents[2] / "shared"))
FOLDERS: Final = ("samples/agency", "conformance/newsml-g2/examples")
FORMAT: Final = "newsml-g2"
MESSAGE: Final = b"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-01-01T00:00:00Z</sent></header><itemSet>"""

Call = Callable[[], object]
COLD: Final = "read cold"


@frozen
class Document:
    """A file that can be read, with its article and one that differs from it in a word."""

    name: str
    data: bytes
    article: Article
    changed: Article

    @property
    def sides(self) -> dict[str, tuple[Call, Call]]:
        """What is measured, each with its yardstick."""
        tree = etree.fromstring(self.data)

        def parse() -> object:
            return etree.fromstring(self.data)

        def serialise() -> object:
            return etree.tostring(tree, xml_declaration=True, encoding="UTF-8")

        return {
            "read": (lambda: newsmodel.read(self.data, format=FORMAT), parse),
            COLD: (lambda: newsmodel.read(self.data, format=FORMAT), parse),
            "read + losses": (lambda: newsmodel.read(self.data, format=FORMAT, losses=Losses()), parse),
            "unchanged": (lambda: newsmodel.write(self.article, FORMAT), serialise),
            "patched": (lambda: newsmodel.write(self.changed, FORMAT), serialise),
            "fresh": (lambda: newsmodel.write(self.article, FORMAT, extras=False), serialise),
            **_peer(self.data, parse),
        }


def _peer(data: bytes, parse: Call) -> dict[str, tuple[Call, Call]]:
    try:
        peer: Any = importlib.import_module("NewsMLG2")
    except ImportError:
        return {}
    return {"newsmlg2 reads": (lambda: peer.NewsMLG2Document(etree.fromstring(data)), parse)}


def documents() -> Iterator[Document]:
    """Give the files with one article of NewsML-G2."""
    for folder in FOLDERS:
        for path in sorted((SHARED / folder).rglob("*.xml")):
            data = path.read_bytes()
            try:
                if newsmodel.sniff(data) != FORMAT:
                    continue
                article = newsmodel.read(data, format=FORMAT)
            except InputError:
                continue
            words = article.headline.value if article.headline else ""
            changed = attrs.evolve(article, headlines=(f"{words} again".strip(), *article.headlines[1:]))
            yield Document(f"{path.parent.name}/{path.name}", data, article, changed)


def compare(
    work: Call, yardstick: Call, *, rounds: int, seconds: float, cold: bool = False
) -> tuple[float, float, float]:
    """Return the median seconds of a call of both, and the median of the ratios of pairs; the work is done ``cold``, or not."""
    counts = [max(1, int(seconds / max(_timed(side, 2), 1e-7))) for side in (work, yardstick)]
    timed = _timed_cold if cold else _timed
    pairs = [(timed(work, counts[0]), _timed(yardstick, counts[1])) for _ in range(rounds)]
    mine, theirs = zip(*pairs, strict=True)
    ratio = statistics.median(one / other for one, other in pairs)
    return statistics.median(mine), statistics.median(theirs), ratio


def _timed(call: Call, count: int) -> float:
    gc.collect(0)
    gc.disable()
    start = time.process_time()
    for _ in range(count):
        call()
    spent = time.process_time() - start
    gc.enable()
    return spent / count


def _timed_cold(call: Call, count: int) -> float:
    """Time calls one by one, with nothing remembered of the one before."""
    gc.collect(0)
    gc.disable()
    spent = 0.0
    for _ in range(count):
        forget()
        start = time.process_time()
        call()
        spent += time.process_time() - start
    gc.enable()
    return spent / count


def table(chosen: list[Document], only: str, *, rounds: int, seconds: float) -> None:
    """Print the ratios of each file, and their medians."""
    names = [name for name in chosen[0].sides if only in name]
    print(f"{'file':<52}{'bytes':>8}{'µs':>8}" + "".join(f"{name:>16}" for name in names))
    ratios: dict[str, list[float]] = {name: [] for name in names}
    times: dict[str, list[float]] = {name: [] for name in names}
    for document in chosen:
        shown, floor = "", 0.0
        for name in names:
            mine, theirs, ratio = compare(
                *document.sides[name], rounds=rounds, seconds=seconds, cold=name == COLD
            )
            floor = floor or theirs
            ratios[name].append(ratio)
            times[name].append(mine)
            shown += f"{ratio:>16.2f}"
        print(f"{document.name[-50:]:<52}{len(document.data):>8}{floor * 1e6:>8.0f}{shown}")
    print(f"{'median':<68}" + "".join(f"{statistics.median(ratios[name]):>16.2f}" for name in names))
    print(f"{'median µs':<68}" + "".join(f"{statistics.median(times[name]) * 1e6:>16.0f}" for name in names))


def message(items: int, document: Document) -> None:
    """Print what reading a long message costs, and how much memory grows from its first tenth to its end."""
    item = etree.tostring(etree.fromstring(document.data), encoding="UTF-8")
    path = Path(os.environ.get("TMPDIR", "/tmp")) / f"newsmodel-bench-{os.getpid()}.xml"  # noqa: S108
    with path.open("wb") as file:
        file.write(MESSAGE)
        for _ in range(items):
            file.write(item)
        file.write(b"</itemSet></newsMessage>")
    try:
        start, early = time.process_time(), 0
        for number, _ in enumerate(newsmodel.read_all(path, format=FORMAT), 1):
            if number == items // 10:
                early = _memory()
        spent = time.process_time() - start
    finally:
        path.unlink()
    print(
        f"a message of {items:,} items ({items * len(item):,} bytes): {spent / items * 1e6:.0f} µs an item, ",
        end="",
    )
    print(f"{(_memory() - early) / 2**20:+.1f} MB from its first tenth to its end")


def _memory() -> int:
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short round, to see that it starts")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth file")
    parser.add_argument("--only", default="", metavar="WORD", help="measures with this in their names")
    parser.add_argument(
        "--items", type=int, default=10_000, help="how many items the long message has; 0 for none"
    )
    given = parser.parse_args()
    chosen = list(documents())[:: given.every]
    if not chosen:
        print(f"no documents of NewsML-G2 in {SHARED}: NEWSMODEL_SHARED names the folder that holds them")
        return
    table(chosen, given.only, rounds=1 if given.quick else 9, seconds=0.001 if given.quick else 0.02)
    if given.items and not given.quick:
        message(given.items, chosen[0])


if __name__ == "__main__":
    main()
