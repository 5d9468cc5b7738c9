"""Tables of ninjs: JSON tables in the one shape, which know the keys of each version.

A value whose key a version has not is a loss, and so is unknown content of another version; content that no field takes and
that is a key of the standard goes with the article from version to version.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

import attrs

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.row import AlwaysRow, DerivedRow, Row
from newsmodel.errors import SyntaxFault
from newsmodel.formats.ninjs_dialects import RENAMED
from newsmodel.formats.ninjs_keys import DOCUMENT, Form, Key, Leaf, Shape, Version, text_of
from newsmodel.formats.ninjs_shape import is_name, suffix_of
from newsmodel.formats.ninjs_values import FAMILY, version_of
from newsmodel.losses import LossKind
from newsmodel.model import Extra
from newsmodel.syntax.json_extras import text_of as json_of
from newsmodel.syntax.json_extras import value_of
from newsmodel.syntax.json_table import JsonTable

T = TypeVar("T")

INSIDE: Final = {
    "@body": "bodies",
    "@media": "associations",
    "@links": "associations",
    "@indicators": "trustIndicators",
    "@translations": "associations",
    "@package": "associations",
}
"""Keys that stand in the one shape only, with those whose content they hold."""


_NEVER: Final = Key("", there="9.0")
"""A key of a dialect, which no version of the standard has."""


class NinjsTable(JsonTable[T]):
    """A table over the objects of a shape."""

    def __init__(self, cls: type[T], shape: Shape, *rows: Row, **more: Any) -> None:
        super().__init__(cls, *rows, **more)
        self.shape = shape

    def key_at(self, place: str) -> Key | None:
        """Return the key at a path, or a JSON pointer, of the shape."""
        shape: Shape | Leaf = self.shape
        key: Key | None = None
        for step in place.strip("/").split("/"):
            token = step.partition("[")[0]
            if token.isdecimal():
                continue
            if token in RENAMED.values():
                return _NEVER
            key = shape.key(INSIDE.get(token, token)) if isinstance(shape, Shape) else None
            if key is None:
                return None
            shape = key.value
        return key

    def has(self, place: str, version: Version) -> bool:
        """Whether a version has the key at a path, and those that it stands under; what is no key of the standard is in every one."""
        steps = place.strip("/").split("/")
        found = [self.key_at("/".join(steps[:end])) for end in range(1, len(steps) + 1)]
        return all(key is None or key.exists(version) for key in found)

    def _raws(
        self, row: Row, model: Any, context: Context, into: Callable[[], Any]
    ) -> Iterator[tuple[Any, Any]]:
        version = version_of(context.format)
        if self.has(row.paths[0], version):
            yield from super()._raws(row, model, context, into)
        elif not isinstance(row, AlwaysRow | DerivedRow):
            for step, value in row.values(model, context):
                self._note_missing(row, step, value, version, context)

    def _note_missing(self, row: Row, step: str, value: Any, version: Version, context: Context) -> None:
        reason = f"ninjs {text_of(version)} has no such key"
        if len(row.fields) > 1:
            for name, part in zip(row.fields, value, strict=True):
                if part is not None:
                    context.note(LossKind.UNWRITTEN, name, part, reason=reason)
        else:
            context.note(LossKind.UNWRITTEN, step, value, reason=reason)

    def extras_of(self, model: T, context: Context) -> Iterator[tuple[str, Extra]]:
        """Give the extras that belong into this document; those of another version if they are of the standard."""
        for path, extra in self._all_extras(model):
            if not context.keep or not extra.format.startswith(FAMILY):
                context.note(LossKind.UNWRITTEN, path, extra.raw, where=extra.place)
            elif extra.format == context.format:
                yield path, extra
            elif (carried := self._carried(path, extra, context)) is not None:
                yield path, carried

    def _carried(self, path: str, extra: Extra, context: Context) -> Extra | None:
        version = version_of(context.format)
        key = self.key_at(extra.place)
        reason = f"ninjs {text_of(version)} has no such key"
        if key is not None and self.has(extra.place, version):
            try:
                value = value_of(extra)
            except SyntaxFault:
                value = None
            fitting = fit(value, key, version, item=extra.place.rpartition("/")[2].isdecimal())
            if fitting is not None:
                if fitting != value:
                    context.note(
                        LossKind.COERCED,
                        path,
                        extra.raw,
                        where=extra.place,
                        reason=f"as ninjs {text_of(version)} has it",
                    )
                return attrs.evolve(extra, raw=json_of(fitting))
            reason = f"ninjs {text_of(version)} has no such value there"
        context.note(LossKind.UNWRITTEN, path, extra.raw, where=extra.place, reason=reason)
        return None


def fit(value: Any, key: Key, version: Version, *, item: bool = False) -> Any:
    """Return what of a value a version can have under a key; None for nothing."""
    if key.form != Form.ONE and not item:
        if not isinstance(value, list):
            return None
        items = [fitting for each in value if (fitting := fit(each, key, version, item=True)) is not None]
        return items or None
    return (
        _fit_leaf(value, key, version)
        if isinstance(key.value, Leaf)
        else _fit_object(value, key.value, version)
    )


def _fit_leaf(value: Any, key: Key, version: Version) -> Any:
    leaf = key.value
    if not isinstance(leaf, Leaf) or value is None:
        return None
    if leaf.kind == "any":
        return value
    if leaf.kind == "string":
        words = leaf.words
        if version[0] < 3:
            words = tuple(word for word in words if word not in ("event", "planning"))
        return value if isinstance(value, str) and (not words or value in words) else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if leaf.kind == "integer":
        if float(value) != int(value):
            return None
        value = int(value)
        in_range = (leaf.least is None or value >= leaf.least) and (leaf.most is None or value <= leaf.most)
        return value if in_range else None
    return value


def _fit_object(value: Any, shape: Shape, version: Version) -> Any:
    if not isinstance(value, dict):
        return None
    out: dict[str, Any] = {}
    for name, inner in value.items():
        key = shape.key(name)
        if key is not None and key.exists(version) and (fitting := fit(inner, key, version)) is not None:
            out[name] = fitting
    whole = all(name in out for name in shape.required)
    exact = not shape.one_of or sum(name in out for name in shape.one_of) == 1
    return out if out and whole and exact else None


@attrs.frozen
class Named:
    """A table of objects that have in ninjs 1 a name of their own among their like: two of one name cannot be told apart."""

    table: JsonTable[Any]
    key: str = "name"

    def decode(self, raw: Any, context: Context) -> Any:
        """Read with the table."""
        return self.table.decode(raw, context)

    def encode(self, value: Any, context: Context, into: Any = None) -> dict[str, Any]:
        """Write with the table; take away a name that ninjs 1 cannot have, or that another one has."""
        out = self.table.encode(value, context, into)
        name = out.get(self.key)
        if name is not None and version_of(context.format)[0] == 1:
            if is_name(name) and _is_free(str(name), context):
                return out
            context.note(LossKind.COERCED, value=name, reason="no name that ninjs 1 can tell apart")
            del out[self.key]
        return out


def _is_free(name: str, context: Context) -> bool:
    """Whether no other value in this place has a name; it is taken then."""
    taken = context.anchors.setdefault(f"/names of {context.path().rpartition('[')[0]}", set())
    if not isinstance(taken, set) or name in taken:
        return False
    taken.add(name)
    return True


@attrs.frozen
class Labels:
    """A table of texts that stand in ninjs 1 under keys of their own."""

    table: JsonTable[Any]
    key: str
    """The key under which they stand in later versions."""

    def decode(self, raw: Any, context: Context) -> Any:
        """Read with the table; a bare string is a text, too."""
        return self.table.decode({"value": raw} if isinstance(raw, str) else raw, context)

    def encode(self, value: Any, context: Context, into: Any = None) -> dict[str, Any]:
        """Write with the table. In ninjs 1 there is one text under a key, and the key says the role only."""
        out = self.table.encode(value, context, into)
        if version_of(context.format)[0] != 1:
            return out
        key = DOCUMENT.key(self.key)
        if key is None:
            raise Unsayable("no such texts")
        suffix = suffix_of(out, key)
        if "role" in out and suffix != out["role"]:
            context.note(LossKind.COERCED, value=out["role"], reason="no name that ninjs 1 can have")
            del out["role"]
        if _is_free(suffix, context):
            return out
        number = next(
            number for number in range(2, 10_000) if _is_free(f"{suffix or 'other'}_{number}", context)
        )
        out["role"] = f"{suffix or 'other'}_{number}"
        context.note(
            LossKind.COERCED, value=out["value"], reason=f"the role {out['role']} was needed to tell it apart"
        )
        return out
