"""QCodes and what they stand for: the catalogues of an item give each scheme an alias (NewsML-G2 2.35 specification, "Catalogs").

A QCode is an alias, a colon and a code; the URI of the concept is the URI of the scheme with the code behind it. An item
holds catalogues itself (``catalog``) or refers to them (``catalogRef``). Nothing is fetched: what is referred to is found
among those that the caller has, and IPTC's own is held here. There is no store that documents share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Self

from attrs import field, frozen

from newsmodel.codec.context import Context
from newsmodel.errors import InputError
from newsmodel.formats.iptc_catalog import ADDED, SCHEMES, VERSION
from newsmodel.formats.newsml_g2_values import NAR_NS
from newsmodel.model import Article
from newsmodel.syntax.xml import children_of, parse_xml, path_of, tag_of

if TYPE_CHECKING:
    from lxml import etree

_CATALOG, _REFERENCE, _SCHEME = (f"{{{NAR_NS}}}{name}" for name in ("catalog", "catalogRef", "scheme"))
_IPTC: Final = re.compile(
    r"https?://(?:www\.)?iptc\.org/std/catalog/catalog\.IPTC-G2-Standards_([0-9]{1,3})\.xml"
)
ITEMS: Final = frozenset(
    f"{{{NAR_NS}}}{name}"
    for name in ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
)
"""The items of NewsML-G2, of all kinds."""
SCOPES: Final = ITEMS | {f"{{{NAR_NS}}}header"}
"""The elements that hold catalogues for what is inside them: the items, and the header of a message."""


@frozen
class Catalog:
    """A catalogue: the schemes' aliases and URIs, in its order, and the address that items refer to it by."""

    schemes: tuple[tuple[str, str], ...]
    href: str = ""

    @classmethod
    def read(cls, data: bytes, href: str = "") -> Self:
        """Read a catalogue: a document whose root is ``catalog``, or a catalogItem that holds one.

        ``href`` is the address that items refer to it by; the last step of it, a file's name, is enough. Raises
        `InputError` for a document without a catalogue.
        """
        root = parse_xml(data)
        catalog = next(root.iter(_CATALOG), None)
        if catalog is None:
            raise InputError("a catalog of NewsML-G2", tag_of(root), place=path_of(root))
        return cls.of(catalog, href)

    @classmethod
    def of(cls, catalog: etree._Element, href: str = "") -> Self:
        """Return what a ``catalog`` element declares."""
        found = ((scheme.get("alias"), scheme.get("uri")) for scheme in catalog.iterchildren(_SCHEME))
        return cls(tuple((alias, uri.strip()) for alias, uri in found if alias and uri), href)

    def answers(self, reference: str) -> bool:
        """Whether a reference means this catalogue: by its whole address, or by the last step of it."""
        name = self.href.rpartition("/")[2]
        return (bool(self.href) and reference == self.href) or (
            bool(name) and reference.rpartition("/")[2] == name
        )


@cache
def iptc_catalog(version: int = VERSION) -> Catalog:
    """Return IPTC's catalogue for G2 standards in a version.

    Known are two versions; an older one than either counts as the older, any other as the newer.
    """
    known = [(alias, uri) for alias, uri in SCHEMES.items() if version >= ADDED.get(alias, 0)]
    return Catalog(tuple(known), f"http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_{version}.xml")


@frozen
class AliasConflict:
    """An alias that two catalogues give to two schemes: ``uri`` is the first and counts, ``other`` the second."""

    alias: str
    uri: str
    other: str


def _read_only(schemes: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(schemes))


@frozen
class Catalogs:
    """The catalogues of one document, and what its QCodes stand for.

    ``schemes`` are the URIs of the schemes by alias, ``conflicts`` the aliases that were given twice, ``missing`` the
    addresses of catalogues that the document refers to and nobody has given: aliases from there are not known.

    >>> catalogs = Catalogs.joined(iptc_catalog())
    >>> catalogs.uri_of("medtop:04000000")
    'http://cv.iptc.org/newscodes/mediatopic/04000000'
    >>> catalogs.qcode_of("http://cv.iptc.org/newscodes/mediatopic/04000000")
    'medtop:04000000'
    """

    schemes: Mapping[str, str] = field(converter=_read_only)
    conflicts: tuple[AliasConflict, ...] = ()
    missing: tuple[str, ...] = ()

    @classmethod
    def joined(cls, *catalogs: Catalog, missing: Iterable[str] = ()) -> Self:
        """Join catalogues. Of an alias that is given twice, the first meaning counts."""
        schemes: dict[str, str] = {}
        conflicts: dict[AliasConflict, None] = {}
        for alias, uri in (scheme for catalog in catalogs for scheme in catalog.schemes):
            if schemes.setdefault(alias, uri) != uri:
                conflicts[AliasConflict(alias, schemes[alias], uri)] = None
        return cls(schemes, tuple(conflicts), tuple(missing))

    @classmethod
    def of(cls, source: bytes | Article, *given: Catalog) -> Self:
        """Return the catalogues of a NewsML-G2 document, or of an article that was read from one.

        These are the ones that stand in it, those of IPTC and of the caller that it refers to, and then all that are given. Of a
        message with several items theirs are joined. Raises `SyntaxFault` for bytes that are no XML.
        """
        if isinstance(source, bytes):
            return cls.within(parse_xml(source, Context("newsml-g2")).iter(*SCOPES), given)
        if source.origin is not None and source.origin.format == "newsml-g2":
            return cls.of(source.origin.data, *given)
        return cls.joined(*given)

    @classmethod
    def within(cls, scopes: Iterable[etree._Element], given: Iterable[Catalog]) -> Self:
        """Return the catalogues that elements hold (`SCOPES`), and those that are given."""
        known = tuple(given)
        found, missing = _held(scopes, known)
        return cls.joined(*found, *known, missing=missing)

    def uri_of(self, code: str) -> str | None:
        """Return the URI that a QCode stands for; None where its alias is not declared, or where it is no QCode."""
        alias, _, rest = code.partition(":")
        scheme = self.schemes.get(alias)
        return scheme + rest if scheme and rest else None

    def qcode_of(self, uri: str) -> str | None:
        """Return the QCode for a URI, by the scheme that says the most of it; None where no scheme fits."""
        fitting = [
            (len(scheme), alias)
            for alias, scheme in self.schemes.items()
            if len(scheme) < len(uri) and uri.startswith(scheme)
        ]
        if not fitting:
            return None
        length, alias = max(fitting, key=lambda found: found[0])
        return f"{alias}:{uri[length:]}"


def _held(
    scopes: Iterable[etree._Element], known: tuple[Catalog, ...]
) -> tuple[list[Catalog], dict[str, None]]:
    """Return the catalogues that elements hold or refer to, and the addresses of those that nobody has."""
    found: list[Catalog] = []
    missing: dict[str, None] = {}
    for element in (child for scope in scopes for child in children_of(scope)):
        if tag_of(element) == _CATALOG:
            found.append(Catalog.of(element))
        elif tag_of(element) == _REFERENCE and (href := (element.get("href") or "").strip()):
            answers = list(_answers(href, known))
            found += answers
            missing |= {} if answers else {href: None}
    return found, missing


def refers_to_unknown(scope: etree._Element) -> bool:
    """Whether an element refers to catalogues of others than IPTC."""
    return bool(_held([scope], ())[1])


def is_unknown(href: str) -> bool:
    """Whether a reference is to a catalogue of others than IPTC; one that says nothing is to none."""
    return bool(href.strip()) and not list(_answers(href.strip(), ()))


def _answers(href: str, known: tuple[Catalog, ...]) -> Iterator[Catalog]:
    """Give the catalogues that a reference means: the caller's before the one that is held here."""
    given = [catalog for catalog in known if catalog.answers(href)]
    yield from given
    if not given and (iptc := _IPTC.fullmatch(href)):
        yield iptc_catalog(int(iptc[1]))
