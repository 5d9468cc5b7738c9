"""Writes the field maps of the reference from the formats' tables: where each format keeps each field.

Run it after a change of a table (``make generated``); a test fails when the pages are not fresh.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from inspect import getsource, isfunction
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import Factory, define, frozen

from newsmodel.codec.row import ALL, AlwaysRow, Constant, DerivedRow, ManyRow, Row
from newsmodel.codec.table import Table
from newsmodel.codec.values import Choice, Value
from newsmodel.formats.ninjs_keys import DOCUMENT, VERSIONS, Shape
from newsmodel.formats.registry import formats

HERE = Path(__file__).parent / "reference"
TABLES = {
    "newsml-g2": "newsml_g2",
    "nitf": "nitf",
    "newsml-1": "newsml_1",
    "schema-org": "schema_org",
    "iptc-7901": "iptc_7901",
    "anpa-1312": "anpa_1312",
    "mail": "mail",
    "ninjs": "ninjs",
}
"""The formats that are tables, and the modules that hold their ``ARTICLE``."""
MESSAGES = {"newsml-g2": "newsml_g2_header", "newsml-1": "newsml_1_envelope"}
"""The modules that hold the ``MESSAGE`` of formats that have messages."""
VALUES = (
    "newsmodel.codec.values",
    "newsmodel.formats.{}_values",
    "newsmodel.formats.{}_texts",
    "newsmodel.formats.{}_body",
    "newsmodel.formats.{}_parts",
    "newsmodel.formats.{}_associated",
    "newsmodel.formats.{}_places",
    "newsmodel.formats.wire_values",
    "newsmodel.formats.{}",
)
"""The modules whose constants name codecs."""


@frozen
class Line:
    """One row of a field map."""

    field: str
    place: str
    value: str
    notes: str


@define
class Part:
    """The field map of one class, and the places where objects of this class stand."""

    title: str
    lines: tuple[Line, ...]
    places: list[str] = Factory(list)


def main() -> None:
    """Write all pages."""
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8")


def pages() -> dict[str, str]:
    """Return the pages by their file names."""
    return {f"field-map-{name}.md": page(name, module) for name, module in TABLES.items()}


def page(name: str, module: str) -> str:
    """Return the page of a format."""
    collection = Collection(_codecs_of(module))
    top = collection.part_of(import_module(f"newsmodel.formats.{module}").ARTICLE)
    around = import_module(f"newsmodel.formats.{MESSAGES[name]}").MESSAGE if name in MESSAGES else None
    message = collection.part_of(around) if around is not None else None
    title = formats()[name].title
    lines = [
        f"# Field map: {title}",
        "",
        "% Written by docs/make_field_maps.py from the table itself: do not edit.",
        "",
        f"Where {title} (`{name}`) keeps each field of the model.",
        "The first place is the one that is written; the others are read, in their order, when it is empty.",
        "Rows without a field are markup that is the same in every document, or that follows from the rest.",
        "",
        *_rows(top),
    ]
    if message is not None:
        lines += [
            "",
            "## Message",
            "",
            "What stands around the items (`Article.message`).",
            "",
            *_rows(message),
        ]
    for part in sorted(collection.parts.values(), key=lambda part: part.title):
        if part not in (top, message):
            places = ", ".join(f"`{place}`" for place in part.places)
            lines += ["", f"## {part.title}", "", f"At {places}.", "", *_rows(part)]
    if told := collection.values_used():
        lines += ["", "## Values", ""]
        lines += [f"`{value}`\n: {text}\n" for value, text in sorted(told.items())]
    if name == "ninjs":
        lines += ["", *_ninjs_names()]
    return "\n".join(lines).rstrip() + "\n"


def _ninjs_names() -> Iterator[str]:
    """Give the names of the keys of ninjs in each of its lines, and the versions that they came with."""
    yield "## Names in other versions"
    yield ""
    yield "Places above are named as in ninjs 3; `@` begins what stands for several things there: `@body` is the one of `bodies` that is read,"
    yield "`@media`, `@links`, `@translations` and `@package` are `associations`, `@indicators` are `trustIndicators`, and the others are keys of dialects."
    yield ""
    yield "| ninjs 3 | ninjs 2 | ninjs 1 | there since |"
    yield "|---|---|---|---|"
    told: set[int] = set()
    waiting: list[tuple[str, Shape, tuple[tuple[int, int], ...]]] = [("", DOCUMENT, VERSIONS)]
    while waiting:
        around, shape, versions = waiting.pop(0)
        if id(shape) in told:
            continue
        told.add(id(shape))
        for key in shape.keys:
            there = tuple(version for version in versions if key.exists(version))
            names = {version[0]: f"`{key.called(version)}`" for version in there}
            since = {version[0]: f"{version[0]}.{version[1]}" for version in reversed(there)}
            cells = [names.get(line, "–") for line in (3, 2, 1)]
            yield f"| {around}{' | '.join(cells)} | {', '.join(since[line] for line in sorted(since))} |"
            if isinstance(key.value, Shape):
                waiting.append((f"`{key.name}` / ", key.value, there))


def _rows(part: Part) -> Iterator[str]:
    yield "| Field | Place | Value | Notes |"
    yield "|---|---|---|---|"
    for line in part.lines:
        yield f"| {line.field} | {line.place} | {line.value} | {line.notes} |"


@frozen
class Named:
    """A codec that has a name: the constant that holds it, and what stands below the constant."""

    name: str
    told: str


@define
class Collection:
    """The parts of a format, nested tables first; tables that say the same are one part."""

    codecs: dict[int, Named]
    parts: dict[tuple[str, tuple[Line, ...]], Part] = Factory(dict)
    _known: dict[int, Part | None] = Factory(dict)
    _used: set[int] = Factory(set)

    def part_of(self, table: Table[Any]) -> Part:
        """Return the part that describes a table, made if it is new."""
        if (known := self._known.get(id(table))) is not None:
            return known
        self._known[id(table)] = None
        owned = [(row, "") for row in table.rows]
        owned += [(row, f"{each.field}.") for each in table.embedded for row in each.table.rows]
        lines = tuple(self._line(row, owner) for row, owner in owned)
        name = table.cls.__name__
        if (name, lines) not in self.parts:
            before = sum(cls == name for cls, _ in self.parts)
            self.parts[name, lines] = Part(f"{name} {before + 1}" if before else name, lines)
        self._known[id(table)] = part = self.parts[name, lines]
        return part

    def values_used(self) -> dict[str, str]:
        """Return the names of the codecs that the parts mention, with what is told of them."""
        return {self.codecs[key].name: self.codecs[key].told for key in self._used if self.codecs[key].told}

    def _line(self, row: Row, owner: str) -> Line:
        fields = ", ".join(f"`{owner}{name}`" for name in row.fields) or "–"
        places = "<br>".join(f"`{_escaped(path)}`" for path in row.paths)
        return Line(fields, places, self._value(row), _notes(row))

    def _value(self, row: Row) -> str:
        codec = row.codec
        if isinstance(codec, Constant):
            return f"`{_escaped(codec.value)}`"
        if (table := _table_in(codec)) is not None:
            return self._link(table, row.paths[0])
        if isinstance(codec, Choice):
            return ", ".join(f"`{_escaped(str(word))}`" for word in codec.meanings)
        if isinstance(codec, Value):
            return codec.expected
        if id(codec) not in self.codecs:
            return ""
        self._used.add(id(codec))
        return f"`{self.codecs[id(codec)].name}`"

    def _link(self, table: Table[Any], place: str) -> str:
        if id(table) in self._known and self._known[id(table)] is None:
            return f"{table.cls.__name__}, like this one"  # places lie in places
        part = self.part_of(table)
        if place not in part.places:
            part.places.append(place)
        return f"[{part.title}](#{part.title.lower().replace(' ', '-')})"


def _table_in(codec: object) -> Table[Any] | None:
    """The table that a codec is, or wraps."""
    if isinstance(codec, Table):
        return codec
    inner = getattr(codec, "table", None)
    return _table_in(inner() if isfunction(inner) else inner) if inner is not None else None


def _notes(row: Row) -> str:
    many = isinstance(row, ManyRow)
    part = getattr(row, "part", ALL)
    notes = [
        "repeats" if many and part == ALL and not getattr(row, "most", None) else "",
        f"at most {row.most}" if isinstance(row, ManyRow) and row.most else "",
        "the first" if part == slice(0, 1) else "",
        "the others" if part == slice(1, None) else "",
        "those of this kind" if row.only else "",
        _written(row),
        "a default is written where there is none" if row.assume else "",
        "always the same" if isinstance(row, AlwaysRow) else "",
        "follows from the rest" if isinstance(row, DerivedRow) else "",
    ]
    return "; ".join(filter(None, notes))


def _written(row: Row) -> str:
    if row.written == 1:
        return ""
    return (
        "all places are written" if row.written == len(row.paths) else f"the first {row.written} are written"
    )


def _codecs_of(module: str) -> dict[int, Named]:
    """The constants that hold codecs, by identity, with the strings that stand below them in the source."""
    found: dict[int, Named] = {}
    for path in VALUES:
        if find_spec(path.format(module)) is None:
            continue
        home = import_module(path.format(module))
        told = _told(home)
        for name, value in vars(home).items():
            if name.isupper() and hasattr(value, "decode") and id(value) not in found:
                found[id(value)] = Named(name, told.get(name, ""))
    return found


def _told(module: ModuleType) -> dict[str, str]:
    body = ast.parse(getsource(module)).body
    told: dict[str, str] = {}
    for statement, below in pairwise(body):
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            targets = (
                statement.targets
                if isinstance(statement, ast.Assign)
                else [statement.target]
                if isinstance(statement, ast.AnnAssign)
                else []
            )
            told.update(
                {
                    name.id: " ".join(str(below.value.value).split())
                    for name in targets
                    if isinstance(name, ast.Name)
                }
            )
    return told


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    main()
