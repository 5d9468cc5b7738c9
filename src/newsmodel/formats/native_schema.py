"""A JSON Schema (2020-12) of native JSON, generated from the model's annotations.

``python -m newsmodel.formats.native_schema > docs/native.schema.json`` writes the published one. It describes the normal
form: what `write` writes. A reader also takes what can be brought to that form (a language tag in another case), and
finds what no schema can say (a quote that is not what its spans select).
"""

from __future__ import annotations

import re
import sys
from enum import Enum
from inspect import cleandoc
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import attrs

from newsmodel.dates.when import When
from newsmodel.formats.native import KEY, VERSION
from newsmodel.model import Article
from newsmodel.model.body import BLOCK_TYPES, Block
from newsmodel.model.constraints import Between, Form, Legal, Storable, content_fields
from newsmodel.syntax.json import serialise_json

Schema = dict[str, Any]

_TIME = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2}([Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?([Zz]|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
_ILLEGAL = r"[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]"
_END = r"(?![\s\S])"
"""The end of the text, alike in the regular expressions of Python and of ECMA-262, which JSON Schema asks for."""


def native_schema() -> Schema:
    """Return the schema."""
    definitions: dict[str, Schema] = {
        "Time": {
            "description": "ISO 8601: a date-time with or without an offset, a date, a month or a year",
            "type": "string",
            "pattern": _TIME + _END,
        },
        "Block": {
            "oneOf": [{"$ref": f"#/$defs/{cls.__name__}"} for cls in BLOCK_TYPES.values()],
            "description": "A block of the body; its type says which",
        },
    }
    _define(Article, definitions)
    article = definitions.pop("Article")
    version = {
        "const": VERSION,
        "description": "The version of the format",
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://newsmodel.example/native.schema.json",
        "title": "newsmodel, native JSON",
        **article,
        "properties": {KEY: version, **article["properties"]},
        "required": [KEY, *article.get("required", ())],
        "$defs": dict(sorted(definitions.items())),
    }


def _define(cls: Any, definitions: dict[str, Schema]) -> Schema:
    """Add a class's schema to the definitions, once, and return a reference to it."""
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}  # a class may hold its like
        definitions[name] = _object(cls, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _object(cls: Any, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(cls, include_extras=True)
    fields = content_fields(cls)
    name = next((name for name, block in BLOCK_TYPES.items() if block is cls), None)
    kind = {"type": {"const": name}} if name else {}
    required = [*kind, *(field.name for field in fields if field.default is attrs.NOTHING)]
    return {
        "description": cleandoc(cls.__doc__ or "").split("\n\n")[0].replace("\n", " "),
        "type": "object",
        "properties": {**kind, **{field.name: _of(hints[field.name], definitions) for field in fields}},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _of(annotation: Any, definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a value with this annotation."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation == Block:
        for cls in BLOCK_TYPES.values():
            _define(cls, definitions)
        return {"$ref": "#/$defs/Block"}
    if origin is tuple:
        return {"type": "array", "items": _of(arguments[0], definitions)}
    if origin in (Union, UnionType):
        return _union(arguments, definitions)
    if origin is Annotated:
        return _plain(arguments[0]) | {key: value for rule in arguments[1:] for key, value in _rule(rule)}
    if attrs.has(annotation):
        return _define(annotation, definitions)
    if issubclass(annotation, Enum):
        return {"enum": [member.value for member in annotation]}
    return _plain(annotation)


def _union(arguments: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    others = [kind for kind in arguments if kind is not type(None)]
    one = {"$ref": "#/$defs/Time"} if set(others) == set(get_args(When)) else _of(others[0], definitions)
    return {"anyOf": [one, {"type": "null"}]} if type(None) in arguments else one


def _plain(kind: type) -> Schema:
    return {"type": {str: "string", int: "integer", float: "number", bool: "boolean"}[kind]}


def _rule(rule: Between | Form | Legal | Storable) -> list[tuple[str, Any]]:
    match rule:
        case Between():
            return [("minimum", rule.low), ("maximum", rule.high)]
        case Form():
            return [("description", rule.expected), ("pattern", f"^(?:{_ecma(rule.pattern)}){_END}")]
        case Legal():
            return [("minLength", 1), ("not", {"pattern": _ILLEGAL})]
        case Storable():
            return [("not", {"pattern": _ILLEGAL})]


def _ecma(pattern: str) -> str:
    r"""Write a regular expression so that both dialects read it: without ``\Z`` and eight-digit escapes."""
    literal = re.sub(r"\\U([0-9a-fA-F]{8})", lambda match: chr(int(match[1], 16)), pattern)
    return literal.replace(r"\Z", _END)


if __name__ == "__main__":
    sys.stdout.buffer.write(serialise_json(native_schema(), indent=True))
