"""Making objects whose values have been checked already, field by field: without converters, and without checking them again.

A frozen class is made by attrs through a call for each field. Here the values are assigned to an object of a twin class, which is the
same but for being open, and the object then becomes one of the class itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias, cast, get_args, get_type_hints

import attrs

from newsmodel.model.constraints import check_for, forget_matches, incoherence
from newsmodel.model.quick_checks import Source
from newsmodel.model.values import forget_tags

Make: TypeAlias = Callable[[list[Any]], Any]
"""From the values of all fields, in their order, to the object; None where they contradict one another."""
Reads: TypeAlias = Callable[[Any], Any]
"""From what stands in a document to a value as the model holds it; raises `ValueError` (or what the parser raises) for what it refuses."""


@cache
def maker_of(cls: Any) -> Make:
    """Compile the function that makes an object of a class of the model."""
    lines, names = making(cls, "values", "return None")
    return cast("Make", _compiled("def run(values):", *[f"    {line}" for line in lines], **names))


def making(cls: Any, values: str, otherwise: str) -> tuple[list[str], dict[str, Any]]:
    """Return the lines that make an object of the list of its values, and the names in them; what is done ``otherwise`` where these
    contradict one another.
    """
    fields = ", ".join(f"made.{field.name}" for field in attrs.fields(cls))
    lines = ["made = new(twin)", f"({fields},) = {values}", "made.__class__ = cls"]
    if test := incoherence(cls):
        lines += [f"if {test}:", f"    {otherwise}"]
    return [*lines, "return made"], {"new": object.__new__, "twin": _twin_of(cls), "cls": cls}


@cache
def copier_of(cls: Any, changed: str) -> Callable[[Any, Any], Any]:
    """Compile the function that copies an object with another value in one field, which is right and contradicts nothing."""
    fields = [field.name for field in attrs.fields(cls)]
    copy: Callable[[Any, Any], Any] = _compiled(
        "def run(old, value):",
        "    made = new(twin)",
        *(f"    made.{name} = {'value' if name == changed else f'old.{name}'}" for name in fields),
        "    made.__class__ = cls",
        "    return made",
        new=object.__new__,
        twin=_twin_of(cls),
        cls=cls,
    )
    return copy


@cache
def _twin_of(cls: Any) -> Any:
    """Return the twin of a class, which is open."""
    open_again = {
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,
    }  # the two are one slot in C
    return type(cls.__name__, (cls,), {"__slots__": (), **open_again})


def _compiled(*lines: str, **names: Any) -> Any:
    """Compile a function ``run``."""
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
    source = Source()
    source.names |= {
        "parse": parse,
        "convert": convert,
        "faulty": lambda value: next(check(value, ""), None) is not None,
    }
    read: Reads = _compiled(
        "def run(raw):",
        f"    value = {'parse(raw)' if convert is None else 'convert(parse(raw))'}",
        f"    if value is None or (not ({source.test(hint)}) and faulty(value)):",
        "        raise ValueError(raw)",
        "    return value",
        **source.names,
    )
    return read


class Memory(dict[str, Any]):
    """What is read of texts, remembered if they are short: codes and names come again and again. It raises what ``read`` does."""

    __slots__ = ("_read",)

    def __init__(self, read: Reads) -> None:
        super().__init__()
        self._read = read
        _MEMORIES.append(self)

    def __missing__(self, raw: str) -> Any:
        value = self._read(raw)
        if len(raw) < _SHORT:
            if len(self) >= _MOST:
                self.clear()
            self[raw] = value
        return value


_SHORT = 64
_MOST = 512
_MEMORIES: list[Memory] = []


def forget() -> None:
    """Forget all values that were remembered: that was for speed, and nothing else comes of it. (Benchmarks and tests ask for it.)"""
    for memory in _MEMORIES:
        memory.clear()
    forget_matches()
    forget_tags()


@cache
def remembered(read: Reads) -> Memory:
    """Return the memory of a function: what it reads is looked up in it."""
    return Memory(read)
