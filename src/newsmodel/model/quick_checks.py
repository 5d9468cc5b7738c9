"""The quick half of the model's checks: one function a class, written as source text and compiled.

Most objects are right, and `constraints.check_for` asks each of their values through three or four calls. Here the same
annotations become one expression a field (``type(value) is str and value.isprintable() …``), which costs a tenth. The
function only ever says "this is surely right"; whatever it is not sure of goes to `constraints`, which alone says what is
wrong. So a rule stands in one place, its annotation, and an annotation that is not known here is merely slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import count
from types import UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from newsmodel.dates.when import When, is_when

Passes: TypeAlias = Callable[[Any], bool]
"""Whether all fields of an object are surely right."""


def quick_check(hints: Mapping[str, Any], incoherence: str) -> Passes:
    """Compile the annotations of a class's fields; ``incoherence`` is an expression of ``made``, true where fields contradict one another."""
    source = Source()
    lines = ["def passes(made):"]
    for name, annotation in hints.items():
        lines += [
            f"    value = made.{name}",
            f"    if not ({source.test(annotation)}):",
            "        return False",
        ]
    lines.append(f"    return not ({incoherence})" if incoherence else "    return True")
    exec("\n".join(lines), source.names)  # noqa: S102  # written above, from annotations of this package
    passes: Passes = source.names["passes"]
    return passes


class Source:
    """Expressions of ``value``, and the names that stand in them."""

    def __init__(self) -> None:
        self.names: dict[str, Any] = {"is_when": is_when}
        self._numbers = count()

    def test(self, annotation: Any) -> str:
        """Return an expression that is true only where `constraints.check_for` finds no fault."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return " and ".join([f"({self.test(arguments[0])})", *map(self._keeps, arguments[1:])])
        if origin is tuple:
            return self._tuple(arguments[0])
        if origin in (Union, UnionType):
            return self._union(arguments)
        return f"type(value) is {self._name(annotation)}"

    def _keeps(self, constraint: Any) -> str:
        if (pattern := getattr(constraint, "pattern", None)) is not None:
            return f"{self._name(re.compile(pattern).fullmatch)}(value) is not None"
        allows = f"{self._name(constraint.allows)}(value)"
        return f"({constraint.quick} or {allows})" if constraint.quick else allows

    def _tuple(self, item: Any) -> str:
        kinds = get_args(item) if get_origin(item) in (Union, UnionType) else (item,)
        if all(isinstance(kind, type) for kind in kinds):
            each = f"{self._name(frozenset(kinds))}.issuperset(map(type, value))"
        else:
            each = f"all({self.test(item)} for value in value)"
        return f"type(value) is tuple and (not value or {each})"

    def _union(self, arguments: tuple[Any, ...]) -> str:
        others = [kind for kind in arguments if kind is not type(None)]
        if set(others) == set(get_args(When)):
            test = "is_when(value)"
        else:
            test = " or ".join(self.test(kind) for kind in others)
        return f"value is None or {test}" if len(others) < len(arguments) else test

    def _name(self, value: Any) -> str:
        name = f"_{next(self._numbers)}"
        self.names[name] = value
        return name
