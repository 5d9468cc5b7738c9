"""Which of several schemas judges a document: by the version of the standard, and the conformance, that the document says it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, Self

from attrs import frozen

from newsmodel.formats.catalogs import ITEMS
from newsmodel.problems import Finding, Problem
from newsmodel.schemas.folder import SchemaFile
from newsmodel.schemas.telling import OLDER
from newsmodel.syntax.xml import local_name, tag_of
from newsmodel.syntax.xml_encoding import start_in_utf8

if TYPE_CHECKING:
    from lxml import etree

_PEEK: Final = 65_536
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE[^>\[]*")
_G2: Final = re.compile(r"\s*([0-9]{1,6})\.([0-9]{1,6})\s*")
_NEWSML_1: Final = re.compile(r"(?s:\s*|.*\bNewsML_?v?)([0-9]{1,6})\.([0-9]{1,6})\b")
_NITF: Final = re.compile(r"(?s:.*)\bNITF(?:-XML)? ([0-9]{1,6})\.([0-9]{1,6})\b")


@frozen
class Said:
    """What a document says of itself: the version of its standard (none where it says none), and whether it is all "core".

    Of a message it is the newest version of its items, as a newer schema takes in what an older one does (NewsML-G2 2.35
    specification, "Conformance": the level of an item that states none is "core").
    """

    version: tuple[int, ...] = ()
    core: bool = False

    @classmethod
    def by(cls, root: etree._Element, document: bytes) -> Self:
        """Look at a document, before anything of it is changed: at its tree, and at its bytes for the DOCTYPE."""
        items = list(root.iter(*ITEMS))
        if items:
            versions = (_match(_G2, item.get("standardversion")) for item in items if _is_newsml_g2(item))
            return cls(
                max(versions, default=()), all(item.get("conformance", "core") == "core" for item in items)
            )
        name = local_name(tag_of(root))
        if name not in ("nitf", "NewsML"):
            return cls()
        doctype = _DOCTYPE.search(start_in_utf8(document[:_PEEK]))
        told = doctype[0].decode("utf-8", "replace") if doctype else ""
        if name == "nitf":
            return cls(_match(_NITF, root.get("version"), told))
        return cls(_match(_NEWSML_1, root.get("Version"), told))

    def ordered(self, schemas: Iterable[SchemaFile]) -> list[SchemaFile]:
        """Return schemas in the order in which they are tried.

        First that of the version itself, then the newer ones, the next one first, then the older ones; where no version is
        said, the newest first. Of one version, that which declares most comes first, but for core that which declares least;
        and an XML schema before a DTD.
        """
        sized = sorted(schemas, key=lambda each: (each.is_dtd, each.size if self.core else -each.size))
        newest = sorted(sized, key=lambda each: each.version, reverse=True)
        if not self.version:
            return newest
        enough = [each for each in newest if each.version[:2] >= self.version]
        return [
            *sorted(enough, key=lambda each: each.version[:2]),
            *(each for each in newest if each not in enough),
        ]

    def older(self, schema: SchemaFile) -> Iterator[Problem]:
        """Tell of a schema that is older than the document."""
        if schema.version and schema.version[:2] < self.version:
            said, known = (".".join(map(str, version)) for version in (self.version, schema.version))
            message = f"the document follows version {said}, and the newest schema for it is {schema.path.name} of {known}"
            yield OLDER.problem(Finding("", message, "put the schema of its version into the folder"))


def _is_newsml_g2(item: etree._Element) -> bool:
    """Whether an item's version is one of NewsML-G2: other standards that are built of it count their own."""
    return item.get("standard", "NewsML-G2") == "NewsML-G2"


def _match(pattern: re.Pattern[str], *texts: str | None) -> tuple[int, ...]:
    """Return the version in the first text that has one."""
    for text in texts:
        if match := pattern.match(text or ""):
            return int(match[1]), int(match[2])
    return ()
