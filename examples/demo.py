"""The main job, end to end: an Arabic page's text becomes a typed article and three documents, each of which reads back.

Run it with ``make demo``. It exits with 1 if a document reads back differently in something that no loss named.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import fill
from typing import Any

import newsmodel
from newsmodel.cli.terminal import clean, colours_wanted, isolated, width
from newsmodel.cli.view import view
from newsmodel.difference import related
from newsmodel.errors import shown
from newsmodel.formats.registry import format_named

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "examples" / "bridge.ar.txt"
OUTPUT = ROOT / "build" / "demo"
TARGETS = ("native", "newsml-g2", "schema-org")
COLUMNS = 80
INDENTS: dict[str, Any] = {"initial_indent": "  ", "subsequent_indent": " " * 13}


def main() -> int:
    """Run the demo and return its exit code."""
    article = newsmodel.read(PAGE, format="page-text")
    print(f"1. {PAGE.relative_to(ROOT)}, the text of a page, read by rules into an article:\n")
    for line in view(article, columns=COLUMNS, colours=colours_wanted()):
        print(line)

    print("\n2. The article written in three formats, and every document read back:")
    OUTPUT.mkdir(parents=True, exist_ok=True)
    kept = [_round_trip(article, target) for target in TARGETS]
    if not all(kept):
        print("\nNot as promised: see above.")
        return 1
    print("\nAs promised: whatever reads back differently was named as a loss before. Now try")
    print(f"  .venv/bin/newsmodel show {_path('newsml-g2').relative_to(ROOT)}")
    print("  .venv/bin/newsmodel --help")
    return 0


def _path(target: str) -> Path:
    return OUTPUT / f"bridge.{target}.{format_named(target).extension}"


def _round_trip(article: newsmodel.Article, target: str) -> bool:
    """Write, read back, say what was lost; return whether the losses name all differences."""
    losses = newsmodel.Losses()
    data = newsmodel.write(article, target, losses=losses)
    _path(target).write_bytes(data)
    changes = newsmodel.diff(article, newsmodel.read(data))

    print(f"\n{format_named(target).title}: {_path(target).relative_to(ROOT)}, {len(data):,} bytes")
    for line in _grouped(losses):
        print(_cut(f"  {line}"))
    fields = dict.fromkeys(_general(change.path) for change in changes)
    print(fill(f"reads back equal{' but for ' if fields else ''}{', '.join(fields)}", COLUMNS, **INDENTS))
    silent = [change for change in changes if not any(related(change.path, path) for path in losses.paths)]
    for change in silent:
        print(_cut(f"  NAMED BY NO LOSS: {change}"))
    return not silent


def _grouped(losses: newsmodel.Losses) -> Iterator[str]:
    """A line for each kind of loss and path; items of a list count together."""
    groups: defaultdict[tuple[str, str], list[newsmodel.Loss]] = defaultdict(list)
    for loss in losses:
        groups[loss.kind.name, _general(loss.path)].append(loss)
    for (kind, path), alike in groups.items():
        value = alike[0].value
        told = isolated(str(value)) if isinstance(value, (str, date)) else shown(value)
        yield f"{kind:<10} {path}: {told if len(alike) == 1 else f'{len(alike)} of them'}"
    if not losses:
        yield "nothing is lost"


def _general(path: str) -> str:
    return re.sub(r"\[\d+\]", "[…]", path)


def _cut(line: str) -> str:
    line = clean(line).replace("\n", " ")
    while width(line) > COLUMNS:
        line = line.removesuffix("…")[:-1] + "…"
    return line


if __name__ == "__main__":
    sys.exit(main())
