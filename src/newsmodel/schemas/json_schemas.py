"""Documents of ninjs against the official JSON Schemas, which the caller has in a folder.

`jsonschema` validates (the extra ``schemas``): it is the one that gives every verdict of IPTC's own tests. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import Factory, define

from newsmodel.errors import NoSchema, SyntaxFault
from newsmodel.formats.ninjs_dialects import items_of
from newsmodel.formats.ninjs_keys import NEWEST, Version, text_of
from newsmodel.formats.ninjs_values import FAMILY, is_date_time, version_of
from newsmodel.formats.ninjs_version import version_in
from newsmodel.problems import Code, Finding, Problem
from newsmodel.schemas.folder import MAX_SIZE, files_below
from newsmodel.schemas.telling import MAX_PROBLEMS, OLDER, SCHEMA
from newsmodel.syntax.json import escape_pointer, parse_json

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

FORMAT: Final = Code(
    "schema-format",
    "A value of a JSON document has not the form that its schema names: no validator looks at it, and readers stumble.",
)
_NINJS: Final = re.compile(r"ninjs-schema_([0-9])\.([0-9])\.json#?\Z")
_GEOJSON: Final = "https://geojson.org/schema/GeoJSON.json"


@define
class JsonSchemas:
    """The JSON Schemas of a folder: those of ninjs by version, and GeoJSON, to which they refer."""

    folder: Path
    _found: dict[Version, dict[str, Any]] | None = None
    _others: list[dict[str, Any]] = Factory(list)
    _validators: dict[Version, Validator] = Factory(dict)

    def check(self, document: bytes, version: Version | None = None) -> list[Problem]:
        """Return what the schema of its version says against a document; of a list, against each item.

        Raises `NoSchema` where the folder has none, or where `jsonschema` is not there, and `SyntaxFault` for what is no JSON.
        """
        value = parse_json(document)
        items = [value] if isinstance(value, dict) else items_of(value)
        found: list[Problem] = []
        for number, item in enumerate(items):
            place = f"/{number}" if isinstance(value, list) else ""
            found += self._checked(item, place, version)
        return found

    def _checked(self, item: Any, place: str, asked: Version | None) -> Iterator[Problem]:
        version = asked or (version_in(item) if isinstance(item, dict) else None) or NEWEST
        chosen = self._chosen(version)
        if chosen < version:
            message = f"the document follows ninjs {text_of(version)}, and the newest schema for it is of {text_of(chosen)}"
            yield OLDER.problem(Finding("", message, "put the schema of its version into the folder"))
        validator = self._validator(chosen)
        from jsonschema.exceptions import UnknownType  # after the validator, which says what to install
        from referencing.exceptions import Unresolvable

        try:
            errors = list(islice(validator.iter_errors(item), MAX_PROBLEMS))
        except (UnknownType, Unresolvable, re.error) as error:
            raise NoSchema(f"the schema of ninjs {text_of(chosen)} cannot be used: {error}") from error
        for fault in errors:
            where = place + "".join(f"/{escape_pointer(str(step))}" for step in fault.absolute_path)
            code = FORMAT if fault.validator == "format" else SCHEMA
            yield code.problem(Finding(where, _brief(fault.message)))

    def _chosen(self, version: Version) -> Version:
        """Return the version whose schema judges: its own, the next newer of its line, or else the newest of it."""
        line = [each for each in self._schemas() if each[0] == version[0]]
        if not line:
            raise NoSchema(f"{self.folder} has no schema for ninjs {text_of(version)}")
        return min((each for each in line if each >= version), default=max(line))

    def _schemas(self) -> dict[Version, dict[str, Any]]:
        if self._found is None:
            self._found = {}
            for path in sorted(files_below(self.folder)):
                self._take(path)
        return self._found

    def _take(self, path: Path) -> None:
        if path.suffix.lower() != ".json" or path.stat().st_size > MAX_SIZE:
            return
        try:
            schema = parse_json(path.read_bytes())
        except (SyntaxFault, OSError):
            return
        if not isinstance(schema, dict) or not isinstance(schema.get("$schema"), str):
            return
        named = schema.get("$id", schema.get("id"))
        match = _NINJS.search(named) if isinstance(named, str) else None
        if match and self._found is not None:
            self._found.setdefault((int(match[1]), int(match[2])), schema)
        elif isinstance(named, str):
            self._others.append(schema)

    def _validator(self, version: Version) -> Validator:
        if version not in self._validators:
            self._validators[version] = self._made(self._schemas()[version])
        return self._validators[version]

    def _made(self, schema: dict[str, Any]) -> Validator:
        try:
            from jsonschema import FormatChecker
            from jsonschema.validators import validator_for
            from referencing import Registry, Resource
            from referencing.jsonschema import DRAFT7
        except ImportError as error:
            message = "to validate JSON, jsonschema is wanted: pip install 'newsmodel[schemas]'"
            raise NoSchema(message) from error
        registry: Any = Registry()
        for other in self._others:
            name = str(other.get("$id", other.get("id"))).rstrip("#")
            registry = registry.with_resource(
                name, Resource.from_contents(other, default_specification=DRAFT7)
            )
        formats = FormatChecker(formats=())
        formats.checks("date-time")(lambda value: not isinstance(value, str) or is_date_time(value))
        made: Validator = validator_for(schema)(schema, registry=registry, format_checker=formats)
        return made


def version_asked(format_name: str | None) -> Version | None:
    """Return the version that a format's name asks for; None where it asks for none."""
    if format_name is None or not format_name.startswith(f"{FAMILY}-"):
        return None
    return version_of(format_name)


_LONGEST: Final = 200


def _brief(message: str) -> str:
    return message if len(message) <= _LONGEST else f"{message[: _LONGEST - 1]}…"
