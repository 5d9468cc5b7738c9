"""Documents against the official schemas of their standard, which the caller has in a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Final

from lxml import etree

from newsmodel.errors import NoSchema
from newsmodel.problems import Code, Finding, Problem
from newsmodel.schemas.folder import Folder, SchemaFile
from newsmodel.schemas.loading import load_dtd, load_xsd
from newsmodel.schemas.preparing import (
    drop_namespace,
    drop_own_version,
    empty_data,
    give_namespace,
    trim_times,
)
from newsmodel.syntax.xml import local_name, parse_xml, path_of, tag_of

__all__ = ["CODES", "Schemas"]

SCHEMA: Final = Code("schema", "The document is not valid by the official schema of its standard.")
BODY: Final = Code(
    "schema-body",
    "The body of a NewsML-G2 item is not valid by the schema of its own standard (NITF, XHTML); the item itself may be, as it may hold anything.",
)
UNUSABLE: Final = Code(
    "schema-unusable",
    "A schema of the folder that fits the document cannot be used: an older one was taken, or a body was not checked.",
)
CODES: Final = (SCHEMA, BODY, UNUSABLE)

_IN_BRACES: Final = re.compile(r"\{[^{}\s]*\}")
_ITS_ELEMENT: Final = re.compile(r"\AElement '[^']*'(?:, |: )")
"""What libxml2 says of the place, which we say ourselves."""


class Schemas:
    """The official schemas in a folder: XML schemas and DTDs, found by what they describe.

    A document is judged by the newest schema for its root; of NewsML-G2 and of what stands inside an item, each by its own.
    Nothing is fetched, and nothing outside the folder is read. Schemas are compiled once.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._compiled: dict[tuple[SchemaFile, ...], etree.XMLSchema | etree.DTD] = {}

    @cached_property
    def _found(self) -> Folder:
        return Folder.of(self.folder)

    def check(self, document: bytes) -> list[Problem]:
        """Return what the schema says against a document, in the order of its places.

        Raises `NoSchema` where the folder has none that fits, or none that can be used, `SyntaxFault` for a document that is
        no XML, and `OSError` for a folder that cannot be read.
        """
        root = parse_xml(document)
        said = etree.QName(root)
        trim_times(root)
        give_namespace(root)
        drop_own_version(root)
        namespace, name = etree.QName(root).namespace or "", local_name(tag_of(root))
        xsd = self._found.describing(namespace, name)
        dtd = self._found.describing("", name, dtd=True)
        if not xsd and not dtd:
            where = f"in the namespace {said.namespace}" if said.namespace else "without a namespace"
            raise NoSchema(f"{self.folder} has no schema for a document that begins with {name} {where}")
        return self._by_xsd(root, xsd) if xsd else self._by_dtd(root, dtd)

    def _by_xsd(self, root: etree._Element, choices: list[SchemaFile]) -> list[Problem]:
        main, faults = self._first_usable(choices)
        usable: tuple[SchemaFile, ...] = (main,)
        for body in self._bodies(root, main):
            try:
                self._loaded(*usable, body)
            except NoSchema as error:
                faults.append(UNUSABLE.problem(Finding("", str(error))))
            else:
                usable = (*usable, body)
        return [*faults, *_problems(root, self._loaded(*usable))]

    def _by_dtd(self, root: etree._Element, choices: list[SchemaFile]) -> list[Problem]:
        said = tuple(map(int, re.findall(r"[0-9]{1,6}", root.get("Version", ""))))
        choices.sort(
            key=lambda schema: schema.version != said
        )  # NewsML 1: its versions take from one another
        drop_namespace(root)
        empty_data(root)
        schema, faults = self._first_usable(choices)
        return [*faults, *_problems(root, self._loaded(schema))]

    def _first_usable(self, choices: list[SchemaFile]) -> tuple[SchemaFile, list[Problem]]:
        """Return the first schema that can be used, and what is wrong with those before it."""
        faults: list[Problem] = []
        for schema in choices:
            try:
                self._loaded(schema)
            except NoSchema as error:
                faults.append(UNUSABLE.problem(Finding("", str(error))))
            else:
                return schema, faults
        raise NoSchema("; ".join(fault.message for fault in faults))

    def _bodies(self, root: etree._Element, main: SchemaFile) -> Iterator[SchemaFile]:
        """Give the schemas of what stands inside a document in a namespace of its own, each once."""
        begun: dict[tuple[str, str], None] = {}
        for element in root.iter(etree.Element):
            namespace, parent = etree.QName(element).namespace, element.getparent()
            around = etree.QName(parent).namespace if parent is not None else namespace
            if namespace and namespace not in (main.namespace, around):
                begun[namespace, local_name(tag_of(element))] = None
        found = (self._found.describing(*each)[:1] for each in begun)
        yield from dict.fromkeys(schema for schemas in found for schema in schemas)

    def _loaded(self, *schemas: SchemaFile) -> etree.XMLSchema | etree.DTD:
        if schemas not in self._compiled:
            load = load_dtd(self._found, schemas[0]) if schemas[0].is_dtd else load_xsd(self._found, schemas)
            self._compiled[schemas] = load
        return self._compiled[schemas]


def _problems(root: etree._Element, schema: etree.XMLSchema | etree.DTD) -> Iterator[Problem]:
    """Validate, and tell what comes out in words of our own form."""
    tree = root.getroottree()
    if schema.validate(tree):
        return
    prefixes = {
        prefix: uri for element in root.iter(etree.Element) for prefix, uri in element.nsmap.items() if prefix
    }
    for entry in schema.error_log:
        element = _element_at(tree, entry.path, prefixes)
        code = BODY if element is not None and _in_body(element) else SCHEMA
        place, line = (path_of(element), element.sourceline) if element is not None else ("", entry.line)
        message = _ITS_ELEMENT.sub("", _IN_BRACES.sub("", entry.message))
        yield code.problem(Finding(place, message, line=line or None))


def _element_at(
    tree: etree._ElementTree[etree._Element], path: str | None, prefixes: dict[str, str]
) -> etree._Element | None:
    """Return the element that libxml2 means by a path of its own."""
    try:
        found = tree.xpath(path or "", namespaces=prefixes)
    except etree.XPathError:
        return None
    first = found[0] if isinstance(found, list) and found else None
    return first if etree.iselement(first) else None


def _in_body(element: etree._Element) -> bool:
    own = etree.QName(element).namespace
    return any(
        local_name(tag_of(around)) == "inlineXML" and etree.QName(around).namespace != own
        for around in element.iterancestors()
    )
