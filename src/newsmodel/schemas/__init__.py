"""Documents against the official schemas of their standard, which the caller has in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cached_property
from pathlib import Path
from typing import Final

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.errors import NoSchema
from newsmodel.formats.newsml_g2_pieces import Piece, pieces
from newsmodel.problems import Finding, Problem
from newsmodel.schemas.choosing import Said
from newsmodel.schemas.folder import Folder, SchemaFile
from newsmodel.schemas.json_schemas import FORMAT, JsonSchemas, version_asked
from newsmodel.schemas.loading import load_dtd, load_xsd
from newsmodel.schemas.preparing import (
    DATA,
    drop_namespace,
    drop_own_version,
    empty_data,
    give_namespace,
    trim_times,
)
from newsmodel.schemas.telling import BODY, MENDED, OLDER, SCHEMA, UNUSABLE, mended_problem, schema_problems
from newsmodel.syntax.xml import children_of, local_name, tag_of

__all__ = ["CODES", "Schemas"]

CODES: Final = (MENDED, SCHEMA, BODY, FORMAT, OLDER, UNUSABLE)


class Schemas:
    """The official schemas in a folder: XML schemas, DTDs and the JSON Schemas of ninjs, found by what they describe.

    A document is judged by the schema of the version, and the conformance, that it says it has: where that is missing, by
    the next newer one, or else by the newest, which is told. What stands inside an item is judged by the newest schema of its own.
    Nothing is fetched, and nothing outside the folder is read. Schemas are compiled once.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._compiled: dict[tuple[SchemaFile, ...], etree.XMLSchema | etree.DTD] = {}

    @cached_property
    def _found(self) -> Folder:
        return Folder.of(self.folder)

    @cached_property
    def _json(self) -> JsonSchemas:
        return JsonSchemas(self.folder)

    def check(self, document: bytes, *, format: str | None = None) -> list[Problem]:  # noqa: A002  # the word of the field
        """Return what the schema says against a document, in the order of its places, after what had to be mended.

        Documents of ninjs are judged by JSON Schemas, which takes the extra ``schemas``; a ``format`` such as ``ninjs-2.1`` says by
        which, where the document does not.

        Of a message that is too long to be read as a whole each item is judged by its own schema, and the message itself at last.

        Raises `NoSchema` where the folder has none that fits, or none that can be used, `SyntaxFault` for a document that is
        no XML, and `OSError` for a folder that cannot be read.
        """
        if document.lstrip()[:1] in (b"{", b"["):
            return self._json.check(document, version_asked(format))
        mended = Context("xml")
        found = dict.fromkeys(
            problem for piece in pieces(document, mended) for problem in self._checked(piece, document)
        )
        return [*map(mended_problem, mended.losses), *found]

    def _checked(self, piece: Piece, document: bytes) -> Iterator[Problem]:
        root = piece.root
        said, given = Said.by(root, document), etree.QName(root)
        trim_times(root)
        give_namespace(root)
        drop_own_version(root)
        namespace, name = etree.QName(root).namespace or "", local_name(tag_of(root))
        found = [*self._found.describing(namespace, name), *self._found.describing("", name, dtd=True)]
        if not found:
            where = f"in the namespace {given.namespace}" if given.namespace else "without a namespace"
            raise NoSchema(f"{self.folder} has no schema for a document that begins with {name} {where}")
        schema, faults = self._first_usable(said.ordered(found))
        yield from faults
        yield from said.older(schema)
        yield from (self._by_dtd if schema.is_dtd else self._by_xsd)(piece, schema)

    def _by_xsd(self, piece: Piece, main: SchemaFile) -> Iterator[Problem]:
        usable: tuple[SchemaFile, ...] = (main,)
        for body in self._bodies(piece.root, main):
            try:
                self._loaded(*usable, body)
            except NoSchema as error:
                yield UNUSABLE.problem(Finding("", str(error)))
            else:
                usable = (*usable, body)
        yield from schema_problems(piece, self._loaded(*usable))

    def _by_dtd(self, piece: Piece, schema: SchemaFile) -> Iterator[Problem]:
        drop_namespace(piece.root)
        bodies = list(self._by_own(piece))
        empty_data(piece.root)
        yield from schema_problems(piece, self._loaded(schema))
        yield from bodies

    def _by_own(self, piece: Piece) -> Iterator[Problem]:
        """Judge the data of NewsML 1 by XML schemas, of which its DTD knows nothing."""
        for body in (child for data in piece.root.iter(DATA) for child in children_of(data)):
            name = etree.QName(body)
            if found := Said().ordered(self._found.describing(name.namespace or "", name.localname)):
                try:
                    schema = self._loaded(found[0])
                except NoSchema as error:
                    yield UNUSABLE.problem(Finding("", str(error)))
                else:
                    yield from schema_problems(Piece(deepcopy(body), piece.place_of(body)), schema, code=BODY)

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
        found = (Said().ordered(self._found.describing(*each))[:1] for each in begun)
        yield from dict.fromkeys(schema for schemas in found for schema in schemas)

    def _loaded(self, *schemas: SchemaFile) -> etree.XMLSchema | etree.DTD:
        if schemas not in self._compiled:
            load = load_dtd(self._found, schemas[0]) if schemas[0].is_dtd else load_xsd(self._found, schemas)
            self._compiled[schemas] = load
        return self._compiled[schemas]
