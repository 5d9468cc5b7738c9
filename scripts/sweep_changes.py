"""Change one field after the other of every document that there is, and count what differs without a loss that says so.

``python scripts/sweep_changes.py [FORMAT …] [--only TEXT] [--pairs N] [--show]``: for each format how many changes there are, how many
read back differently in silence, break rules that the document kept, and move elements that the change is not of. ``--pairs`` changes
N times two fields at once, at random, instead. The samples beside the project are found as the tests find them (NEWSMODEL_SHARED).
"""
# ruff: noqa: INP001, T201  # scripts are no package, and print

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from newsmodel import InputError

if TYPE_CHECKING:
    from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("NEWSMODEL_SHARED", ROOT.parent / "shared"))
sys.path.insert(0, str(ROOT / "tests"))

from changing import Document, Outcome, documents, several_changes, validator_of  # noqa: E402

LONG = 400
MANY = 4
"""So many elements may go with one field: a name with what it stands in."""


def main() -> None:
    """Sweep and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", default=["newsml-1", "nitf", "newsml-g2"])
    parser.add_argument("--only", default="", help="documents with this in their name")
    parser.add_argument("--pairs", type=int, default=0)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--show", action="store_true", help="name every change that is not as it should be")
    given = parser.parse_args()
    for name in given.formats:
        validator = validator_of(name, SHARED)
        outcomes: list[Outcome] = []
        start = time.perf_counter()
        for path in documents(name, SHARED):
            if given.only in path.stem:
                outcomes += sweep(path, name, validator, given.pairs, given.seed, show=given.show)
        report(name, outcomes, time.perf_counter() - start)


def sweep(
    path: Path, name: str, validator: etree.DTD | etree.XMLSchema, pairs: int, seed: str, *, show: bool
) -> list[Outcome]:
    """Change one document in every way, or in pairs at random."""
    try:
        document = Document.of(path, name, validator)
    except InputError as error:  # no article, some of the examples of the standard
        print(f"{path.stem}: {error}")
        return []
    outcomes = []
    found = (
        document.all_changes()
        if not pairs
        else (
            (at, change, changed)
            for at, article in enumerate(document.articles)
            for change, changed in several_changes(article, 2, pairs, f"{seed} {path.stem} {at}")
        )
    )
    for at, change, article in found:
        try:
            outcome = document.changed(at, change, article)
        except Exception as error:  # noqa: BLE001  # an error is what the sweep looks for
            outcome = Outcome(path.stem, change, (f"{type(error).__name__}: {error}",))
        outcomes.append(outcome)
        if show and (outcome.silent or outcome.broken):
            print(str(outcome)[:LONG], flush=True)
        if show and outcome.moved > MANY:
            print("MOVED", outcome.moved, path.stem, change)
    return outcomes


def report(name: str, outcomes: list[Outcome], seconds: float) -> None:
    """Print what was found."""
    silent = [each for each in outcomes if each.silent]
    broken = [each for each in outcomes if each.broken]
    moved = [each for each in outcomes if each.moved > MANY]
    print(f"{name}: {len(outcomes)} changes in {seconds:.0f} s")
    print(f"  read back differently in silence: {len(silent)}")
    print(f"  new rules broken: {len(broken)}")
    print(f"  more than {MANY} elements moved or gone: {len(moved)}")
    for field, count in Counter(
        each.change.partition("[")[0].partition(" ")[0].partition(".")[0] for each in moved
    ).most_common():
        print(f"    {field}: {count}")


if __name__ == "__main__":
    main()
