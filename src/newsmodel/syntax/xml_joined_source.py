"""The source text of the functions that write without a tree (`xml_joined` says how, and shows one)."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from newsmodel.codec.row import ALL, AlwaysRow, JointRow, MainRow, ManyRow, Row, SingleRow
from newsmodel.codec.values import INTEGER, LANGUAGE, in_one_line, written_plainly_by
from newsmodel.codec.values import TEXT as LINE
from newsmodel.model.values import language_tag, many_lines, maybe_line, maybe_lines, one_line
from newsmodel.syntax.xml_path import MARKUP, TEXT, Step, pair_of
from newsmodel.syntax.xml_table import XmlTable, below_path
from newsmodel.syntax.xml_text import NeedsTree, attribute_of, text_of

if TYPE_CHECKING:
    from newsmodel.syntax.xml_joined import Joiner
    from newsmodel.syntax.xml_spots import Leaf, Spot

_NUMBERS: Final = [f"[{number}]" for number in range(64)]
_SILENT_WHEN_EMPTY: Final = (Row, ManyRow, SingleRow, MainRow, JointRow)
"""The rows that write nothing where their fields are empty."""


def numbers(items: tuple[Any, ...]) -> list[str]:
    """Return the steps in the article to items, and perhaps some more."""
    return _NUMBERS if len(items) <= len(_NUMBERS) else [f"[{number}]" for number in range(len(items))]


class Variable(str):
    """A variable of the source, among the constants of a `string`."""

    __slots__ = ()


def string(*parts: str) -> str:
    """Return the source of a string that is put together of constants and of variables."""
    pieces = (f"{{{each}}}" if isinstance(each, Variable) else _without_braces(each) for each in parts)
    return f"f{''.join(pieces)!r}"


def _without_braces(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


class TableSource:
    """The function ``write(m, context)`` of one table where it stands as one ``step``; its children stand at a ``level``.

    In the source ``m`` is the object, ``aN`` the attributes of an element, ``tN`` its text and ``eN`` the whole of it with the white space
    before it, '' where it says nothing. ``oN`` and ``kN`` say which items and values of a field were taken by a row, where that is not sure.
    """

    def __init__(self, joiner: Joiner, table: XmlTable[Any], step: Step, level: int) -> None:
        self.joiner, self.table = joiner, table
        self.known: dict[str, Any] = {"one_line": one_line, "numbers": numbers, "_numbers": _NUMBERS}
        """The names that stand in the source, but for the functions of inner tables."""
        self.inner: dict[str, tuple[XmlTable[Any], Step, int]] = {}
        """The names of these, each with the table and where it stands."""
        self._count = count()
        self._taken = self._to_be_taken()
        self._lines = ["def write(m, context):", "    steps = context.steps"]
        if joiner.told:
            self._emit("gather = context.gathered.append")
        for name, variable in self._taken.items():
            self._emit(f"{variable} = {'[]' if self._rows_of(name)[0].many else False}")
        start = joiner.start_of(table) if level == 1 else None
        made = self._element(table.root, step, level, "", start)
        self._emit_rest()
        self._emit(f"return {made}")

    @property
    def text(self) -> str:
        """The source."""
        return "\n".join(self._lines)

    def _emit(self, line: str, deeper: int = 0) -> None:
        self._lines.append("    " * (1 + deeper) + line)

    def _variable(self, kind: str) -> Variable:
        return Variable(f"{kind}{next(self._count)}")

    def _know(self, value: Any) -> str:
        name = f"_{next(self._count)}"
        self.known[name] = value
        return name

    # elements

    def _element(self, spot: Spot, step: Step, level: int, path: str, start: str | None = None) -> Variable:
        """Write the source of an element and of all in it, and return its variable; one that has a ``start`` is always there."""
        attributes, made = self._variable("a"), self._variable("e")
        texts = [leaf for leaf in spot.leaves if leaf in (TEXT, MARKUP)]
        below = [each for each, _ in spot.writes or self.table._find_writes(spot)]  # noqa: SLF001  # its other half
        if len(texts) + bool(below) > 1 or not dict(step.fixed).keys().isdisjoint(spot.leaves):
            raise NeedsTree(path)
        text = self._variable("t") if texts else None
        self._emit(f"{attributes} = ''")
        if text:
            self._emit(f"{text} = None")
        name, white = self.joiner.names.tags[step.tag], "\n" + "  " * (level - 1)
        told = self.joiner.told if ":" not in name else frozenset()
        for leaf, of in spot.leaves.items():
            self._leaf(leaf, of, attributes, text or attributes, told=leaf in told)
        fixed = "".join(
            f' {self.joiner.names.keys[key]}="{attribute_of(value)}"' for key, value in step.fixed
        )
        start_tag = (start or f"{white}<{name}{fixed}", attributes)
        alone = string(*start_tag, "/>")
        if not start:
            alone = f"{alone} if {attributes} else ''"
        if text:
            whole = string(*start_tag, ">", text, f"</{name}>")
            self._emit(f"{made} = {whole} if {text} or ({text} is not None and {attributes}) else {alone}")
        elif children := self._children(spot, below, level, path):
            inside = children[0]
            if len(children) > 1:
                inside = self._variable("b")
                self._emit(f"{inside} = {string(*children)}")
            whole = string(*start_tag, ">", inside, f"{white}</{name}>")
            self._emit(f"{made} = {whole} if {inside} else {alone}")
        else:
            self._emit(f"{made} = {alone}")
        for value in [attribute_of(value) for key, value in step.fixed if key in told]:
            self._emit(f"if {made}: gather({value!r})")
        return made

    def _children(self, spot: Spot, below: list[Spot], level: int, path: str) -> list[Variable]:
        """Write the source of the children in the order of the rows; return their variables in the order of the document."""
        order = self.table._order  # noqa: SLF001  # its other half
        ranks, found = order.get(path, {}), []
        for each in below:
            inside = below_path(path, self.table.shown(each.step.tag))
            made = self._child(each, level, inside)
            if made is not None:
                found.append((ranks.get(each.step.tag, len(ranks)), made))
        if path in order:
            found.sort(key=lambda pair: pair[0])
        del spot
        return [made for _, made in found]

    def _child(self, spot: Spot, level: int, path: str) -> Variable | None:
        leaf = spot.written
        if leaf is None:
            return self._element(spot, spot.step, level + 1, path)
        row = leaf.row
        if leaf.rank >= row.written:
            return None
        made = self._variable("e")
        own = self.table.owner_of(row) is None
        self._emit(f"{made} = ''")
        if own and spot.whole and _is_plain_table(row.codec):
            if path in self.table._order:  # noqa: SLF001  # its other half
                raise NeedsTree(path)
            self._table_row(row, spot, level, made)
            return made
        writes = self._know(self.joiner.sketched(self.table, spot, level))
        test = self._filled(row) if own and row.assume is None else "True"
        self._emit(f"if {test}:")
        self._emit(f"{made} = {writes}(m, context)", 1)
        return made

    def _table_row(self, row: Row, spot: Spot, level: int, made: Variable) -> None:
        """Write the source of what a row writes whose codec is a table."""
        inner = self._variable("_")
        self.inner[inner] = (cast("Any", row.codec), spot.step, level + 1)
        if type(row) is ManyRow and row.part == ALL:
            self._items(row, spot, level, made, inner)
        elif type(row) is Row and row.assume is None:
            self._emit(f"v = m.{row.fields[0]}")
            self._emit(f"if v is not None{self._only(row, 'v', ' and ')}:")
            self._emit(f"steps.append({row.fields[0]!r})", 1)
            self._emit(f"{made} = {inner}(v, context)", 1)
            self._emit("steps.pop()", 1)
        else:
            self._emit(f"if {self._filled(row) if row.assume is None else True}:")
            self._emit("steps.append('')", 1)
            self._emit(f"for steps[-1], item in {self._know(row.values)}(m, context):", 1)
            self._emit(f"{made} += {inner}(item, context)", 2)
            self._emit("steps.pop()", 1)

    def _items(self, row: ManyRow, spot: Spot, level: int, made: Variable, inner: Variable) -> None:
        """Write the source of a row's items. Where it may have something to note, the row itself does it."""
        (name,) = row.fields
        only, taken = self._only(row, "item", ""), self._taken.get(name)
        fits, otherwise = "v", ""
        if row.most is not None or row.assume is not None:
            fits = f"0 < {f'sum(map({self._know(row.only)}, v))' if row.only else 'len(v)'}"
            fits += f" <= {row.most}" if row.most is not None else ""
            otherwise = self._know(self.joiner.sketched(self.table, spot, level))
        self._emit(f"v = m.{name}")
        self._emit(f"if {fits}:")
        self._emit(f"steps.append({name!r}); steps.append('')", 1)
        self._emit("for steps[-1], item in zip(_numbers if len(v) < 65 else numbers(v), v):", 1)
        if only:
            self._emit(f"if {only}:", 2)
        if taken:
            self._emit(f"{taken}.append(steps[-1])", 3 if only else 2)
        self._emit(f"{made} += {inner}(item, context)", 3 if only else 2)
        self._emit("del steps[-2:]", 1)
        if otherwise:
            self._emit("else:")
            self._emit(f"{made} = {otherwise}(m, context)", 1)

    # attributes and texts

    def _leaf(self, leaf: str, of: Leaf, attributes: Variable, text: Variable, *, told: bool) -> None:
        """Write the source of an attribute, or of the text; of an attribute that is ``told`` the value is gathered."""
        row = of.row
        if of.rank >= row.written and leaf != MARKUP:
            return
        if pair_of(leaf):
            raise NeedsTree(leaf)
        is_text = leaf in (TEXT, MARKUP)
        put = f"{text} = r"
        if not is_text:
            key = self.joiner.names.keys[leaf]
            put = f"{attributes} += {string(f' {key}=', chr(34), Variable('r'), chr(34))}"
            put += "; gather(r)" if told else ""
            if isinstance(row, AlwaysRow):
                if told:
                    raise NeedsTree(leaf)
                constant = attribute_of(row.codec.encode(None, cast("Any", None)))
                self._emit(f"{attributes} += {f' {key}={chr(34)}{constant}{chr(34)}'!r}")
                return
        as_it_is = self._know(self.joiner.by_row(self.table, row, leaf))
        if type(row) is not Row or self.table.owner_of(row) or not self._has_plain_way(row):
            self._emit(f"r = {as_it_is}(m, context)")
            self._emit(f"if r is not None: {put}")
            return
        self._emit(f"v = m.{row.fields[0]}")
        self._emit(f"if {self._filled(row, 'v')}:")
        only = self._only(row, "v", "")
        if only:
            self._emit(f"if {only}:", 1)
        if taken := self._taken.get(row.fields[0]):
            self._emit(f"{taken} = True", 2 if only else 1)
        self._value(row, as_it_is, put, 2 if only else 1, is_text=is_text)
        if row.assume is not None:
            self._emit("else:")
            self._emit(f"r = {as_it_is}(m, context)", 1)
            self._emit(f"if r is not None: {put}", 1)

    def _has_plain_way(self, row: Row) -> bool:
        return written_plainly_by(row.codec) is not None

    def _value(self, row: Row, by_row: str, put: str, deeper: int, *, is_text: bool) -> None:
        """Write the source that makes ``r``, the text of a value ``v`` as it stands in the document; what is odd is left to the row."""
        escape, odd = self._know(text_of if is_text else attribute_of), f"{by_row}(m, context)"
        said, otherwise = "v", "r = v"
        ways: list[tuple[str, str]] = []
        sure = False
        if row.codec is LANGUAGE and self._converter(row) is language_tag:
            sure = True
        elif row.codec is LINE or written_plainly_by(row.codec) is in_one_line:
            sure = self._converter(row) in (one_line, maybe_line)
            if self._converter(row) in (many_lines, maybe_lines):
                ways.append(("'\\n' in v", odd))
            elif not sure:
                ways.append(
                    ("not v.isprintable() or ' ' in v", f"{escape}(v) if one_line(v) == v else {odd}")
                )
        else:
            said, otherwise = "r", ""
            self._emit(f"r = {self._know(written_plainly_by(row.codec))}(v)", deeper)
            ways.append(("r is None", odd))
        if row.codec not in (LANGUAGE, INTEGER):
            marks = f"'&' in {said} or '<' in {said} or '>' in {said} or "
            marks += f"'\\r' in {said}" if is_text else f"'\"' in {said} or not {said}.isprintable()"
            ways.append((marks, f"{escape}({said})"))
        for number, (test, value) in enumerate(ways):
            self._emit(f"{'elif' if number else 'if'} {test}: r = {value}", deeper)
        if otherwise:
            self._emit(f"else: {otherwise}" if ways else otherwise, deeper)
        self._emit(put if sure else f"if r is not None: {put}", deeper)

    def _converter(self, row: Row) -> Any:
        cls: Any = self.table.cls
        return attrs.fields_dict(cls)[row.fields[0]].converter

    # fields

    def _only(self, row: Row, value: str, before: str) -> str:
        return f"{before}{self._know(row.only)}({value})" if row.only else ""

    def _filled(self, row: Row, value: str = "") -> str:
        """Return the test whether one of a row's fields holds something; ``value`` is the only one, where it is known."""
        if type(row) not in _SILENT_WHEN_EMPTY:
            return "True"
        return " or ".join(self._holds(name, value or f"m.{name}") for name in row.fields) or "True"

    def _holds(self, name: str, value: str) -> str:
        default = self.table._defaults[name]  # noqa: SLF001  # its other half
        if default is None:
            return f"{value} is not None"
        return value if default == () else f"{value} is not None and {value} != ()"

    def _rows_of(self, name: str) -> list[Row]:
        return [row for row in self.table.rows if name in row.fields]

    def _to_be_taken(self) -> dict[str, Variable]:
        """Return the variables that say which values were taken, for the fields of which rows take some, or in an order of their own."""
        table, found = self.table, dict[str, Variable]()
        for name in {**table._shared, **table._in_parts}:  # noqa: SLF001  # its other half
            rows = self._rows_of(name)
            if all(type(row) is ManyRow and row.part == ALL and _is_plain_table(row.codec) for row in rows):
                found[name] = self._variable("o")
            elif all(type(row) is Row and self._has_plain_way(row) for row in rows):
                found[name] = self._variable("k")
        return found

    def _emit_rest(self) -> None:
        """Write the source of what is left: the table's own notes are asked for where one is possible."""
        table = self.table
        tests = [self._differs(name) for name in table._not_held]  # noqa: SLF001  # its other half
        for name in {**table._shared, **table._in_parts}:  # noqa: SLF001  # its other half
            taken, holds = self._taken.get(name), self._holds(name, f"m.{name}")
            if taken is None:
                tests.append(holds)
            elif self._rows_of(name)[0].many:
                tests.append(f"m.{name} and {taken} != numbers(m.{name})[:len(m.{name})]")
            else:
                tests.append(f"{holds} and not {taken}")
        tests += [self._holds(each.field, f"m.{each.field}") for each in table.embedded]
        if tests:
            self._emit(f"if {' or '.join(tests)}: {self._know(table.note_unwritten)}(m, context)")
        extras = ["m.extras"] if table._keeps else []  # noqa: SLF001  # its other half
        extras += [self._holds(each.field, f"m.{each.field}") for each in table.embedded]
        if extras:
            self._emit(f"if {' or '.join(extras)}: {self._know(self.joiner.extras_of(table))}(m, context)")

    def _differs(self, name: str) -> str:
        default = self.table._defaults[name]  # noqa: SLF001  # its other half
        return f"m.{name} is not None" if default is None else f"m.{name} != {self._know(default)}"


def _is_plain_table(codec: Any) -> bool:
    """Whether a codec is a table that writes as all do."""
    return isinstance(codec, XmlTable) and type(codec).encode is XmlTable.encode
