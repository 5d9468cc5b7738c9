"""What differs between two articles, path by path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

import attrs
from attrs import frozen

from newsmodel.errors import told
from newsmodel.model import Article, Message
from newsmodel.model.constraints import content_fields

T = TypeVar("T", Article, Message)


@frozen
class Change:
    """One difference: the path, and what stands there in the first and in the second article."""

    path: str
    before: object
    after: object

    def __str__(self) -> str:
        return f"{self.path}: {told(self.before)} → {told(self.after)}"


def diff(before: T, after: T) -> list[Change]:
    """Return what differs between two articles (or messages), in the order of the fields; an empty list for equal ones.

    A path is fields and numbers (``people[2].names[0].role``). Lists of equal length are compared item by item;
    where the length differs, the list is one change.

    >>> from newsmodel.model import Article, Message
    >>> print(*diff(Article(urgency=3), Article(urgency=4)))
    urgency: 3 → 4
    """
    return list(_changes(before, after, ""))


def changes(before: Any, after: Any) -> list[Change]:
    """Return what differs between two objects of one class, as `diff` does for articles."""
    return list(_changes(before, after, ""))


def _changes(before: Any, after: Any, path: str) -> Iterator[Change]:
    if before is after or before == after:
        return
    if attrs.has(type(before)) and type(before) is type(after):
        for field in content_fields(type(before)):
            inner = f"{path}.{field.name}" if path else field.name
            yield from _of_field(field, getattr(before, field.name), getattr(after, field.name), inner)
    elif isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after):
        for index, pair in enumerate(zip(before, after, strict=True)):
            yield from _changes(*pair, f"{path}[{index}]")
    else:
        yield Change(path, before, after)


def _of_field(field: Any, before: Any, after: Any, path: str) -> Iterator[Change]:
    if field.eq_key is None:
        yield from _changes(before, after, path)
    elif field.eq_key(before) != field.eq_key(after):  # times: equal moments may stand in different zones
        yield Change(path, before, after)


_STEP = re.compile(r"\.|(?=\[)")


def related(one: str, other: str) -> bool:
    """Whether one path is the other, or leads to it."""
    pairs = zip(_STEP.split(one), _STEP.split(other), strict=False)
    return all(left == right for left, right in pairs)
