"""Making objects whose values have been checked already, field by field: without converters, and without checking them again.

A frozen class is made by attrs through a call for each field. Here the values are assigned to an object of a twin class, which is the
same but for being open, and the object then becomes one of the class itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, TypeAlias, cast, get_args, get_type_hints

import attrs

from newsmodel.model.constraints import Checked, check_for

Make: TypeAlias = Callable[[list[Any]], Any]
"""From the values of all fields, in their order, to the object; None where they contradict one another."""
Reads: TypeAlias = Callable[[Any], Any]
"""From what stands in a document to a value as the model holds it; raises `ValueError` (or what the parser raises) for what it refuses."""


@cache
def maker_of(cls: Any) -> Make:
    """Compile the function that makes an object of a class of the model."""
    names = ", ".join(f"made.{field.name}" for field in attrs.fields(cls))
    lines = [
        "def run(values):",
        "    made = new(twin)",
        f"    ({names},) = values",
        "    made.__class__ = cls",
    ]
    if cls._contradictions is not Checked._contradictions:  # noqa: SLF001  # of this package
        lines.append("    if next(made._contradictions(), None) is not None: return None")
    return cast("Make", _compiled(cls, *lines, "    return made"))


@cache
def copier_of(cls: Any, changed: str) -> Callable[[Any, Any], Any]:
    """Compile the function that copies an object with another value in one field, which is right and contradicts nothing."""
    fields = [field.name for field in attrs.fields(cls)]
    copy: Callable[[Any, Any], Any] = _compiled(
        cls,
        "def run(old, value):",
        "    made = new(twin)",
        *(f"    made.{name} = {'value' if name == changed else f'old.{name}'}" for name in fields),
        "    made.__class__ = cls",
        "    return made",
    )
    return copy


def _compiled(cls: Any, *lines: str) -> Any:
    """Compile a function ``run``, which knows the class, and its twin that is open."""
    open_again = {
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,
    }  # the two are one slot in C
    twin = type(cls.__name__, (cls,), {"__slots__": (), **open_again})
    names: dict[str, Any] = {"new": object.__new__, "twin": twin, "cls": cls}
    exec("\n".join(lines), names)  # noqa: S102  # written here, from names of this package
    return names["run"]


def reads_field(cls: Any, name: str, parse: Reads, *, item: bool = False) -> Reads:
    """Return what reads a value of a field, or (``item``) one item of its tuple, all the way: parsed, converted, and checked."""
    hint = _hints(cls)[name]
    convert = None if item else attrs.fields_dict(cls)[name].converter
    return _reads(parse, convert, get_args(hint)[0] if item else hint)


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


@cache
def _reads(parse: Reads, convert: Any, hint: Any) -> Reads:
    check = check_for(hint)

    def read(raw: Any) -> Any:
        value = parse(raw)
        if convert is not None:
            value = convert(value)
        if value is None or next(check(value, ""), None) is not None:
            raise ValueError(raw)
        return value

    return read


@cache
def remembered(read: Reads) -> Reads:
    """Return a function that remembers what it read. It is for short strings: codes and names come again and again."""
    return lru_cache(512)(read)
