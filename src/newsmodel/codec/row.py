"""Rows: one field of the model and the one place where a format keeps it.

================= =================================================================
`one`             a field that is always there
`maybe`           a field that may be None
`many`            a tuple: the place repeats
`single`          one value of a tuple: the place does not repeat
`joint`           two fields that share one place
`main_and_others` two fields in one place that repeats: one value, and the others
`always`          markup that is the same in every document
`derived`         what follows from the rest of the article: written, and compared when read
================= =================================================================

A row names its field by the attrs attribute itself (``attrs.fields(Article).urgency``), so mypy compares the field's
type with the codec's, and a misspelt name fails on import. ``also`` are further places, read in their order when the
first is empty; ``written`` says how many of the paths are written, which is one. ``only`` says which values stand at a place, where a
field has several rows. ``assume`` gives what to write where the target demands something and the article has
nothing: it is reported as ASSUMED. None says that the target has it from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Generic, Protocol, TypeVar, runtime_checkable

from attrs import Attribute, field, frozen

from newsmodel.codec.context import Context
from newsmodel.losses import LossKind

T = TypeVar("T")
ALL = slice(None)
S = TypeVar("S")
NUMBER = re.compile(r"\[[0-9]+\]")
"""Which of several a step of a place means."""


class Codec(Protocol[T]):
    """Both directions of one kind of value. A table of rows is a codec too."""

    def decode(self, raw: Any, context: Context) -> T:
        """Read a value from the wire; raise `InputError` for what cannot be read."""

    def encode(self, value: T, context: Context, into: Any = None) -> Any:
        """Write a value: return what stands on the wire, or fill ``into``. Raise `Unsayable` where there is no way to."""


@runtime_checkable
class Parses(Protocol):
    """A codec of a leaf whose ``decode`` is ``parse``, but for the error. It asks the context for nothing."""

    @property
    def parse(self) -> Callable[[Any], Any]:
        """Read a value; raise `ValueError`, `TypeError`, `AttributeError` or `KeyError` for what cannot be read."""


@frozen(eq=False)
class Row:
    """One fact of a format. ``fields`` are the names of the model's fields, ``paths`` where they stand: the first is written."""

    fields: tuple[str, ...]
    paths: tuple[str, ...]
    codec: Codec[Any]
    assume: Callable[[Any], Any] | None = None
    only: Callable[[Any], bool] | None = None
    written: int = 1
    """How many of the paths are written: the first, and those that say the same again."""

    many = False
    repeats = False
    """Whether the place is there once for each value."""
    plain = True
    """Whether the row's value is the field's: there is nothing to merge."""

    def takes(self, value: Any) -> bool:
        """Whether a value of the field stands at this place."""
        return self.only is None or self.only(value)

    def held_by_extra(self, model: Any, context: Context) -> bool:
        """Whether unknown content that is to be put back stands at this place: then nothing need be assumed."""
        return context.keep and any(
            extra.format == context.format and NUMBER.sub("", extra.place).lstrip("/") == self.paths[0]
            for extra in getattr(model, "extras", ())
        )

    def merge(self, value: Any, got: dict[str, Any]) -> None:
        """Put a value that was read to those read before."""
        got[self.fields[0]] = value

    def held(self, value: Any) -> tuple[str, Any]:
        """Return the field that a value goes to, and what the field holds with this value alone."""
        return self.fields[0], value

    def number_of(self, name: str, index: int, values: list[Any]) -> int:  # noqa: ARG002  # for rows of several fields
        """Return which of the values read stands at an index of a field."""
        return min(index, len(values) - 1)

    def values(self, model: Any, context: Context) -> Iterator[tuple[str, Any]]:
        """Give what there is to write, each value with its step in the article."""
        (name,) = self.fields
        value = getattr(model, name)
        if value is None and self.assume is not None and not self.held_by_extra(model, context):
            value = self.assume(model)
            if value is not None:
                context.note(LossKind.ASSUMED, name, value)
        if value not in (None, ()) and self.takes(value):
            yield name, value


@frozen(eq=False)
class ManyRow(Row):
    """A row for a tuple, item by item; ``most`` is how many there may be, ``part`` which of them stand here."""

    most: int | None = None
    part: slice = ALL

    many = True
    repeats = True
    plain = False

    def indices(self, items: tuple[Any, ...]) -> list[int]:
        """Return the numbers of the items that stand here."""
        return [index for index in range(len(items))[self.part] if self.takes(items[index])]

    def merge(self, value: Any, got: dict[str, Any]) -> None:
        """Add one item. Items are collected in a list: with tuples, 100,000 of them would take quadratic time."""
        (name,) = self.fields
        items = got.get(name, ())
        if not isinstance(items, list):
            items = got[name] = list(items)
        items.append(value)

    def held(self, value: Any) -> tuple[str, Any]:
        """The field holds a tuple."""
        return self.fields[0], (value,)

    def values(self, model: Any, context: Context) -> Iterator[tuple[str, Any]]:
        """Give the items that stand here."""
        (name,) = self.fields
        items = getattr(model, name)
        indices = self.indices(items)
        for index in indices[: self.most]:
            yield f"{name}[{index}]", items[index]
        for index in indices[self.most :] if self.most is not None else ():
            reason = f"there is room for {self.most}"
            context.note(LossKind.UNWRITTEN, f"{name}[{index}]", items[index], reason=reason)
        if not indices and self.assume is not None and not self.held_by_extra(model, context):
            value = self.assume(model)
            context.note(LossKind.ASSUMED, name, value)
            yield name, value


@frozen(eq=False)
class SingleRow(ManyRow):
    """A row for one item of a tuple: an attribute, or an element that may stand only once."""

    repeats = False


@frozen(eq=False)
class JointRow(Row):
    """A row for several fields that share one place; the codec's value is the tuple of them."""

    plain = False

    def merge(self, value: Any, got: dict[str, Any]) -> None:
        """Give each field its part."""
        got.update(zip(self.fields, value, strict=True))

    def held(self, value: Any) -> tuple[str, Any]:
        """The first field stands for all."""
        return self.fields[0], value[0]

    def values(self, model: Any, context: Context) -> Iterator[tuple[str, Any]]:  # noqa: ARG002  # as in Row
        """Give the fields together, where one of them holds something."""
        value = tuple(getattr(model, name) for name in self.fields)
        if any(part not in (None, ()) for part in value):
            yield self.fields[0], value


@frozen(eq=False)
class MainRow(ManyRow):
    """A row for two fields whose values stand in one place that repeats: the first main one, and all the others."""

    is_main: Callable[[Any], bool] = field(kw_only=True)

    def merge(self, value: Any, got: dict[str, Any]) -> None:
        """Give the value to its field."""
        main, others = self.fields
        if self.is_main(value) and main not in got:
            got[main] = value
        else:
            got[others] = (*got.get(others, ()), value)

    def held(self, value: Any) -> tuple[str, Any]:
        """One that may be the main one is."""
        main, others = self.fields
        return (main, value) if self.is_main(value) else (others, (value,))

    def number_of(self, name: str, index: int, values: list[Any]) -> int:
        """The main value is the first that may be; the others keep their order."""
        main = next((at for at, value in enumerate(values) if self.is_main(value)), None)
        if name == self.fields[0]:
            return main or 0
        others = [at for at in range(len(values)) if at != main]
        return others[min(index, len(others) - 1)] if others else 0

    def values(self, model: Any, context: Context) -> Iterator[tuple[str, Any]]:  # noqa: ARG002  # as in Row
        """Give the main value first."""
        main, others = self.fields
        if (value := getattr(model, main)) is not None:
            yield main, value
        for index, value in enumerate(getattr(model, others)):
            yield f"{others}[{index}]", value


@frozen
class Constant:
    """The codec of markup that is always the same. What else stands there is foreign."""

    value: str

    def decode(self, raw: Any, context: Context) -> str:  # noqa: ARG002  # a codec's signature
        """Return what stands there."""
        return str(raw)

    def encode(self, value: Any, context: Context, into: Any = None) -> str:  # noqa: ARG002  # a codec's signature
        """Return the constant."""
        return self.value


@frozen(eq=False)
class AlwaysRow(Row):
    """A row for fixed markup: it belongs to no field."""

    def values(self, model: Any, context: Context) -> Iterator[tuple[str, Any]]:  # noqa: ARG002  # as in Row
        """Give the constant."""
        yield "", None


@frozen
class Derivation(Generic[T]):
    """The codec of a derived row: reads with another codec, writes what was computed."""

    reading: Codec[T] | None

    def decode(self, raw: Any, context: Context) -> T:
        """Read, where the row may fill a field."""
        if self.reading is None:
            raise TypeError("a derived row that fills nothing")
        return self.reading.decode(raw, context)

    def encode(self, value: Any, context: Context, into: Any = None) -> Any:  # noqa: ARG002  # a codec's signature
        """Return what was computed."""
        return value


@frozen(eq=False)
class DerivedRow(Row):
    """A row for what follows from the rest. When read, it is compared; it fills its field only where nothing else did."""

    compute: Callable[[Any, Context], Any] = field(kw_only=True)

    def values(self, model: Any, context: Context) -> Iterator[tuple[str, Any]]:
        """Give what follows, if anything does."""
        if (raw := self.compute(model, context)) is not None:
            yield "", raw


def one(to: Attribute[T], path: str, codec: Codec[T], *, also: tuple[str, ...] = ()) -> Row:
    """A field that always has a value."""
    return Row((to.name,), (path, *also), codec)


def maybe(
    to: Attribute[T | None],
    path: str,
    codec: Codec[T],
    *,
    also: tuple[str, ...] = (),
    assume: Callable[[Any], T | None] | None = None,
    only: Callable[[T], bool] | None = None,
    written: int = 1,
) -> Row:
    """A field that may be absent."""
    return Row((to.name,), (path, *also), codec, assume, only, written)


def many(
    to: Attribute[tuple[T, ...]],
    path: str,
    codec: Codec[T],
    *,
    also: tuple[str, ...] = (),
    only: Callable[[T], bool] | None = None,
    most: int | None = None,
    part: slice = ALL,
    assume: Callable[[Any], T] | None = None,
    written: int = 1,
) -> Row:
    """A field that holds several values."""
    return ManyRow((to.name,), (path, *also), codec, assume, only, written, most=most, part=part)


def single(
    to: Attribute[tuple[T, ...]],
    path: str,
    codec: Codec[T],
    *,
    also: tuple[str, ...] = (),
    only: Callable[[T], bool] | None = None,
    part: slice = ALL,
) -> Row:
    """One value of a field that holds several; further values that would stand here are noted."""
    return SingleRow((to.name,), (path, *also), codec, None, only, most=1, part=part)


def main_and_others(
    main: Attribute[T | None],
    others: Attribute[tuple[T, ...]],
    path: str,
    codec: Codec[T],
    is_main: Callable[[T], bool],
) -> Row:
    """Two fields in one place that repeats: the first value that ``is_main``, and the others."""
    return MainRow((main.name, others.name), (path,), codec, is_main=is_main)


def joint(to: tuple[Attribute[T], Attribute[S]], path: str, codec: Codec[tuple[T, S]]) -> Row:
    """Two fields in one place."""
    return JointRow(tuple(attribute.name for attribute in to), (path,), codec)


def always(path: str, value: str) -> Row:
    """Markup that is the same in every document."""
    return AlwaysRow((), (path,), Constant(value))


def derived(
    path: str,
    compute: Callable[[Any, Context], Any],
    *,
    fills: Attribute[T] | None = None,
    codec: Codec[T] | None = None,
) -> Row:
    """What follows from the rest of the article. Where nothing else ``fills`` a field, it is read from here."""
    return DerivedRow((fills.name,) if fills else (), (path,), Derivation(codec), compute=compute)
