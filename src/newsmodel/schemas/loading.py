"""Schemas made ready for use: compiled, from the files of their folder and from nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal
from xml.sax.saxutils import quoteattr

from lxml import etree

from newsmodel.errors import NoSchema
from newsmodel.schemas.folder import Folder, SchemaFile


class _FromFolder(etree.Resolver):
    """Answers a schema that asks for another with a file of the folder; refuses all else, the network first of all."""

    def __init__(self, folder: Folder) -> None:
        super().__init__()
        self.folder = folder

    def resolve(self, system_url: str | None, public_id: str | None, context: object, /) -> Any:  # noqa: ARG002
        """Return the file that is meant."""
        path = self.folder.inside(system_url or "")
        if path is None:
            raise FileNotFoundError(f"{system_url} is not in the folder")
        return self.resolve_string(path.read_bytes(), context, base_url=str(path))


def load_xsd(folder: Folder, schemas: Sequence[SchemaFile]) -> etree.XMLSchema:
    """Compile schemas of several namespaces into one. Raises `NoSchema`, which blames the last, for what cannot be compiled."""
    imports = "".join(
        f"<xs:import namespace={quoteattr(each.namespace)} schemaLocation={quoteattr(each.path.as_uri())}/>"
        for each in schemas
    )
    driver = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:newsmodel:driver">{imports}</xs:schema>'
    try:
        root = etree.fromstring(driver, _parser(folder), base_url=str(folder.root / "driver.xsd"))
        return etree.XMLSchema(root)
    except (etree.LxmlError, OSError) as error:
        raise _unusable(schemas[-1], error) from error


def load_dtd(folder: Folder, schema: SchemaFile) -> etree.DTD:
    """Compile a DTD. Raises `NoSchema` for what cannot be compiled."""
    place = schema.path.as_uri()
    name = min(schema.elements)  # any: a document must name its root, and a DTD has none
    try:
        document = etree.fromstring(
            f"<!DOCTYPE {name} SYSTEM {quoteattr(place)}><{name}/>", _parser(folder, load_dtd=True)
        )
        dtd = document.getroottree().docinfo.externalDTD
    except (etree.LxmlError, OSError) as error:
        raise _unusable(schema, error) from error
    if dtd is None:
        raise NoSchema(f"{schema.path.name} cannot be used: it declares nothing")
    return dtd


def _parser(folder: Folder, *, load_dtd: bool = False) -> etree.XMLParser:
    # a DTD lives by its parameter entities, and "internal" would leave out those that it declares itself
    entities: Literal["internal", False] = False if load_dtd else "internal"
    parser = etree.XMLParser(resolve_entities=entities, no_network=True, load_dtd=load_dtd, huge_tree=False)
    parser.resolvers.add(_FromFolder(folder))
    return parser


def _unusable(schema: SchemaFile, error: Exception) -> NoSchema:
    return NoSchema(f"{schema.path.name} cannot be used: {error}")
