"""Every fault of a native document that did not read: the second path, which is slow and thorough.

It walks the plain values along the model's annotations, so types, ranges and forms come from where the model states
them; each fault has its JSON pointer.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import attrs

from newsmodel.dates.when import When, parse_iso
from newsmodel.errors import DateError, InputError, InputErrors, ModelError
from newsmodel.model import Article
from newsmodel.model.body import BLOCK_TYPES, Block
from newsmodel.model.constraints import check_for, content_fields
from newsmodel.syntax.json import escape_pointer


def raise_faults(raw: dict[str, Any]) -> None:
    """Raise what is wrong with a document: one `InputError`, or `InputErrors` together. Return if nothing is."""
    errors: list[InputError] = []
    _Walk(errors).object(raw, Article, "")
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise InputErrors(errors)


def take_unknown(raw: Any, annotation: Any, place: str) -> dict[str, Any]:
    """Take what the model does not know out of a document, and return it, each piece with its JSON pointer."""
    taken: dict[str, Any] = {}
    if isinstance(raw, list):
        for index, item in enumerate(raw):
            taken |= take_unknown(item, annotation, f"{place}/{index}")
    elif isinstance(raw, dict) and (cls := _class_of(annotation, raw)):
        hints = get_type_hints(cls, include_extras=True)
        known = hints.keys() | ({"type"} if cls in BLOCK_TYPES.values() else set())
        for key in sorted(raw.keys() - known):
            taken[f"{place}/{escape_pointer(key)}"] = raw.pop(key)
        for key in raw.keys() & hints.keys():
            taken |= take_unknown(raw[key], hints[key], f"{place}/{key}")
    return taken


def _class_of(annotation: Any, raw: dict[str, Any]) -> Any:
    """Return the class of the model that an object of a document stands for."""
    if annotation == Block or annotation == tuple[Block, ...]:
        kind = raw.get("type")
        return BLOCK_TYPES.get(kind) if isinstance(kind, str) else None
    kinds = [annotation, *get_args(annotation)]
    return next((kind for kind in kinds if isinstance(kind, type) and attrs.has(kind)), None)


class _Bad:
    """What stands for a value that has a fault."""


_BAD = _Bad()


class _Walk:
    def __init__(self, errors: list[InputError]) -> None:
        self.errors = errors

    def fault(self, expected: str, got: object, place: str) -> _Bad:
        self.errors.append(InputError(expected, got, place=place or "/"))
        return _BAD

    def value(self, raw: Any, annotation: Any, place: str) -> Any:
        """Return the value that a plain value stands for, or note its faults."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if annotation == Block:
            return self.block(raw, place)
        if origin is tuple:
            return self.list(raw, arguments[0], place)
        if origin in (Union, UnionType):
            return self.union(raw, arguments, place)
        if attrs.has(annotation):
            return self.object(raw, annotation, place)
        if isinstance(annotation, type) and issubclass(annotation, Enum):
            return self.member(raw, annotation, place)
        return self.leaf(raw, annotation, place)

    def leaf(self, raw: Any, annotation: Any, place: str) -> Any:
        kind = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
        plain = float(raw) if kind is float and type(raw) is int else raw
        for error in check_for(annotation)(plain, place):
            if not (
                kind is str and isinstance(raw, str) and not raw
            ):  # the field's converter decides on empty text
                return self.fault(error.expected, raw, place)
        return plain

    def member(self, raw: Any, kind: type[Enum], place: str) -> Any:
        for member in kind:
            if member.value == raw and type(raw) is type(member.value):
                return member
        return self.fault("one of " + ", ".join(repr(member.value) for member in kind), raw, place)

    def union(self, raw: Any, arguments: tuple[Any, ...], place: str) -> Any:
        if raw is None and type(None) in arguments:
            return None
        if set(arguments) - {type(None)} == set(get_args(When)):
            return self.time(raw, place)
        return self.value(raw, next(kind for kind in arguments if kind is not type(None)), place)

    def time(self, raw: Any, place: str) -> Any:
        if not isinstance(raw, str):
            return self.fault("an ISO 8601 date or date-time as a string", raw, place)
        try:
            return parse_iso(raw)
        except DateError as error:
            return self.fault(error.expected, raw, place)

    def list(self, raw: Any, kind: Any, place: str) -> Any:
        if not isinstance(raw, list):
            return self.fault("an array", raw, place)
        items = [self.value(item, kind, f"{place}/{index}") for index, item in enumerate(raw)]
        return _BAD if any(item is _BAD for item in items) else tuple(items)

    def block(self, raw: Any, place: str) -> Any:
        if not isinstance(raw, dict):
            return self.fault("an object", raw, place)
        kind = BLOCK_TYPES.get(raw.get("type", "")) if isinstance(raw.get("type", ""), str) else None
        if kind is None:
            return self.fault("one of " + ", ".join(map(repr, BLOCK_TYPES)), raw.get("type"), f"{place}/type")
        return self.object({key: value for key, value in raw.items() if key != "type"}, kind, place)

    def object(self, raw: Any, cls: Any, place: str) -> Any:
        if not isinstance(raw, dict):
            return self.fault("an object", raw, place)
        hints = get_type_hints(cls, include_extras=True)
        fields = {field.name: field for field in content_fields(cls)}
        for key in raw.keys() - fields.keys():
            self.fault("a field of " + cls.__name__, key, f"{place}/{escape_pointer(key)}")
        for name, field in fields.items():
            if field.default is attrs.NOTHING and name not in raw:
                self.fault(f"{cls.__name__}.{name}, which is required", None, f"{place}/{name}")
        known = {
            name: self.value(raw[name], hints[name], f"{place}/{name}") for name in fields if name in raw
        }
        if any(value is _BAD for value in known.values()) or _required(fields) - known.keys():
            return _BAD
        return self.made(cls, known, place)

    def made(self, cls: Any, known: dict[str, Any], place: str) -> Any:
        try:
            return cls(**known)
        except ModelError as error:
            for fault in error.errors:
                self.fault(fault.expected, fault.got, place + _pointer(fault.where))
            return _BAD


def _required(fields: dict[str, Any]) -> set[str]:
    return {name for name, field in fields.items() if field.default is attrs.NOTHING}


def _pointer(where: str) -> str:
    """Return ``Article.quotes[2].text`` as ``/quotes/2/text``; the class is where the object stands."""
    return "".join(f"/{step}" for step in _steps(where.partition(".")[2]))


def _steps(path: str) -> Iterator[str]:
    for step in path.split("."):
        yield from (part.rstrip("]") for part in step.split("[") if part)
