"""A folder of schemas: which files are some, and what each describes, judged by what stands in it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from attrs import Factory, frozen

from newsmodel.errors import NoSchema, SyntaxFault
from newsmodel.formats.newsml_g2_values import NAR_NS
from newsmodel.syntax.xml import children_of, local_name, parse_xml, tag_of

if TYPE_CHECKING:
    from lxml import etree

MAX_FILES: Final = 10_000
MAX_DEPTH: Final = 8
MAX_SIZE: Final = 16 * 2**20
"""How many files are looked at, how deep, and how large a schema may be: a folder of schemas is far below each."""

_XS: Final = "{http://www.w3.org/2001/XMLSchema}"
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_ELEMENT: Final = re.compile(rb"<!ELEMENT\s+([^\s%(]+)")
_G2_VERSION: Final = re.compile(r"\bNewsML-G2 ([0-9]{1,6})\.([0-9]{1,6})\b")
_DTD_VERSION: Final = re.compile(rb"//DTD NITF(?:-XML)? (\d+)\.(\d+)//|\b[Vv](?:ersion)? ?(\d+)\.(\d+)")


@frozen
class SchemaFile:
    """A schema: the namespace that it describes ("" for none), its version, the elements that a document may begin with.

    ``size`` is how much it declares: of two schemas of one version, that of the conformance level "power" declares more than
    that of "core". ``included`` are the places of schemas for the same namespace that it takes in.
    """

    path: Path
    namespace: str
    version: tuple[int, ...]
    elements: frozenset[str]
    size: int
    included: tuple[Path, ...] = ()

    @property
    def is_dtd(self) -> bool:
        """Whether it is a DTD, which knows no namespaces."""
        return self.path.suffix.lower() == ".dtd"


@frozen
class Folder:
    """The schemas of a folder, and the names of all its files, by which a schema may call another."""

    root: Path
    schemas: tuple[SchemaFile, ...]
    names: dict[str, list[Path]] = Factory(dict)

    @classmethod
    def of(cls, root: Path) -> Self:
        """Look through a folder. Raises `NoSchema` for one that is too large to be one of schemas, `OSError` for none."""
        root = root.resolve(strict=True)
        names: dict[str, list[Path]] = {}
        for path in files_below(root):
            names.setdefault(path.name.lower(), []).append(path)
        paths = sorted(path for found in names.values() for path in found)
        schemas = (_read(path) for path in paths if path.suffix.lower() in (".xsd", ".dtd"))
        return cls(root, tuple(schema for schema in schemas if schema is not None), names)

    def describing(self, namespace: str, element: str, *, dtd: bool = False) -> list[SchemaFile]:
        """Return the schemas for documents that begin with an element."""
        return [
            schema
            for schema in self.schemas
            if schema.is_dtd is dtd and schema.namespace == namespace and element in self._elements(schema)
        ]

    def _elements(self, schema: SchemaFile) -> set[str]:
        """Return the elements that a schema declares, or takes in."""
        found, waiting = set[Path](), [schema.path]
        by_path = {each.path: each for each in self.schemas}
        elements: set[str] = set()
        while waiting:
            if (path := waiting.pop()) not in found and path in by_path:
                found.add(path)
                elements |= by_path[path].elements
                waiting += by_path[path].included
        return elements

    def inside(self, place: str) -> Path | None:
        """Return the file of the folder that a schema means by a place: the file there, or else one of the same name."""
        path = Path(place.removeprefix("file://"))
        if (
            "://" not in place
            and (resolved := path.resolve()).is_relative_to(self.root)
            and resolved.is_file()
        ):
            return resolved
        return next(iter(self.names.get(path.name.lower(), [])), None)


def files_below(root: Path) -> Iterator[Path]:
    """Give the files below a folder; links to other folders are not followed."""
    seen = 0
    for here, folders, names in os.walk(root):
        deep = len(Path(here).relative_to(root).parts) >= MAX_DEPTH
        folders[:] = [] if deep else sorted(folders)
        for name in names:
            seen += 1
            if seen > MAX_FILES:
                raise NoSchema(
                    f"{root} holds more than {MAX_FILES:,} files: name the folder of the schemas itself"
                )
            path = Path(here, name)
            if path.is_file() and path.resolve().is_relative_to(root):
                yield path.resolve()


def _read(path: Path) -> SchemaFile | None:
    """Look what a file describes; None for one that is no schema, or too large for one."""
    if path.stat().st_size > MAX_SIZE:
        return None
    data = path.read_bytes()
    if path.suffix.lower() == ".dtd":
        return _read_dtd(path, data)
    try:
        root = parse_xml(data)
    except SyntaxFault:
        return None
    return _read_xsd(path, root) if tag_of(root) == f"{_XS}schema" else None


def _read_xsd(path: Path, root: etree._Element) -> SchemaFile:
    elements = {child.get("name", "") for child in root.iterchildren(f"{_XS}element")}
    places = (
        child.get("schemaLocation", "")
        for child in children_of(root)
        if local_name(tag_of(child)) == "include"
    )
    return SchemaFile(
        path,
        root.get("targetNamespace", ""),
        _version_of(root),
        frozenset(elements),
        sum(1 for _ in root.iter(f"{_XS}element", f"{_XS}attribute")),
        tuple((path.parent / place).resolve() for place in places if place and "://" not in place),
    )


def _version_of(root: etree._Element) -> tuple[int, ...]:
    """Return the version that an XML schema is of; none where it is not known.

    Schemas of NewsML-G2 up to 2.8 or so bear the version of the News Architecture, 1.x, which items do not name; that of the
    standard stands in what they say of themselves.
    """
    numbers = tuple(map(int, re.findall(r"[0-9]{1,6}", root.get("version", ""))))
    if root.get("targetNamespace") != NAR_NS:
        return numbers
    texts = (text.text or "" for text in root.iterfind(f"{_XS}annotation/{_XS}documentation"))
    told = next((match for text in texts if (match := _G2_VERSION.search(text))), None)
    if told:
        return int(told[1]), int(told[2])
    return () if numbers[:1] == (1,) else numbers


def _read_dtd(path: Path, data: bytes) -> SchemaFile | None:
    names = _ELEMENT.findall(_COMMENT.sub(b"", data))
    version = _DTD_VERSION.search(data)
    numbers = tuple(int(part) for part in version.groups() if part) if version else ()
    elements = frozenset(name.decode("utf-8", "replace") for name in names)
    return SchemaFile(path, "", numbers, elements, len(names)) if names else None
