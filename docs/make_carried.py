"""Writes the page that says what each format carries, measured: articles that hold everything are written by every format.

Run it after a change of a format (``make generated``); a test fails when the page is not fresh.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
from full_article import article, package

from newsmodel import Article, Losses, LossKind, write
from newsmodel.difference import related
from newsmodel.formats.registry import formats
from newsmodel.model.constraints import content_fields

PAGE = Path(__file__).parent / "reference" / "carried.md"
ALL, SOME, NONE = "●", "○", "–"
Key = tuple[str, str]


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the page."""
    carried = {name: carried_by(name) for name, each in formats().items() if not each.version_of}
    names = list(carried)
    lines = [
        "# What each format carries",
        "",
        "% Written by docs/make_carried.py: do not edit.",
        "",
        "Measured: articles that hold something in every field are written by every format, and the losses are counted.",
        f"{ALL} all of it, {SOME} in some places or in another form, {NONE} not at all: it is lost, and the loss report says so.",
        "A conversion from one format to another loses what the first has a mark for and the second has none.",
        "What a format itself says beyond the model is kept as extras, and only the same format writes them again.",
        "",
        *_table("Article", carried, names),
    ]
    for cls in sorted({cls for cls, _ in fields()} - {"Article"}):
        lines += ["", f"## {cls}", "", *_table(cls, carried, names)]
    return "\n".join(lines) + "\n"


def _table(cls: str, carried: dict[str, dict[Key, str]], names: list[str]) -> Iterator[str]:
    yield "| Field | " + " | ".join(f"`{name}`" for name in names) + " |"
    yield "|---|" + ":-:|" * len(names)
    for key in fields():
        if key[0] == cls:
            yield f"| `{key[1]}` | " + " | ".join(carried[name].get(key, NONE) for name in names) + " |"


def fields() -> list[Key]:
    """Return every field of every class that the articles hold."""
    return list(dict.fromkeys(key for whole in (article(), package()) for _, key in held(whole)))


def carried_by(name: str) -> dict[Key, str]:
    """Say for each field of each class whether a format carries it."""
    found: dict[Key, set[bool]] = defaultdict(set)
    for whole in (article(), package()):
        lost, changed = lost_by(name, whole)
        for path, key in held(whole):
            found[key].add(not any(related(path, each) and len(each) <= len(path) for each in lost))
            if path in changed:
                found[key] |= {True, False}
    return {key: ALL if all(said) else SOME if any(said) else NONE for key, said in found.items()}


def lost_by(name: str, whole: Article) -> tuple[list[str], list[str]]:
    """Return the paths that a format cannot write, and those that it writes in another form."""
    losses = Losses()
    write(whole, name, losses=losses)
    kinds = {LossKind.UNWRITTEN: 0, LossKind.COERCED: 1}
    paths: tuple[list[str], list[str]] = ([], [])
    for loss in losses:
        if loss.kind in kinds:
            paths[kinds[loss.kind]].append(loss.path)
    return paths


def held(value: Any, path: str = "") -> Iterator[tuple[str, Key]]:
    """Give every field of an article that holds something, with its path."""
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from held(each, f"{path}[{index}]")
    elif attrs.has(type(value)):
        for field in content_fields(type(value)):
            inner = getattr(value, field.name)
            if field.name == "extras" or inner in (None, (), field.default):
                continue
            at = f"{path}.{field.name}" if path else field.name
            yield at, (type(value).__name__, field.name)
            yield from held(inner, at)


if __name__ == "__main__":
    main()
