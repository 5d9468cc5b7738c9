"""Values that their standard does not have: languages, versions, positions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from newsmodel.document_rules.document import Document, Vocabulary, text_of
from newsmodel.formats.catalogs import SCOPES
from newsmodel.formats.newsml_g2_values import valid_language
from newsmodel.problems import Finding, Rule
from newsmodel.syntax.xml import XML_NS, local_name, tag_of

if TYPE_CHECKING:
    from lxml import etree

_XML_LANG: Final = f"{{{XML_NS}}}lang"


def _bad_languages(document: Document) -> Iterator[Finding]:
    for element, vocabulary in document.elements:
        for name, tag in _languages(element, vocabulary):
            if valid_language(tag) is None:
                hint = f"{tag.replace('_', '-')!r} is one" if valid_language(tag.replace("_", "-")) else ""
                message = f"{tag!r} is no language tag (BCP 47)"
                yield document.found(element, message, hint, attribute=name)


def _languages(element: etree._Element, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    if tag := element.get(_XML_LANG):  # an empty one says that there is no language (XML 1.0, §2.12)
        yield "xml:lang", tag
    name = local_name(tag_of(element))
    match vocabulary, name:
        case Vocabulary.NEWSML_G2, "language" if element.get("tag") is not None:
            yield "tag", element.get("tag") or ""
        case Vocabulary.NEWSML_1, "Language" if not (element.get("Scheme") or element.get("Vocabulary")):
            yield "FormalName", element.get("FormalName") or ""
        case Vocabulary.XHTML, _ if element.get("lang"):
            yield "lang", element.get("lang") or ""


_NUMBER: Final = re.compile(r"\+?0*[1-9][0-9]*")
_ZERO_OR_LESS: Final = re.compile(r"-[0-9]+|\+?0+")


def _bad_versions(document: Document) -> Iterator[Finding]:
    for element, vocabulary in document.elements:
        name = local_name(tag_of(element))
        if vocabulary is Vocabulary.NEWSML_G2 and tag_of(element) in SCOPES:
            version, attribute = element.get("version"), "version"
        elif vocabulary is Vocabulary.NEWSML_1 and name == "RevisionId":
            version, attribute = text_of(element), ""
        elif vocabulary is Vocabulary.NITF and name == "du-key":
            version, attribute = element.get("version"), "version"
            if version is not None and not _ZERO_OR_LESS.fullmatch(version.strip()):
                continue  # a name token: it need not be a number
        else:
            continue
        if version is not None and not _NUMBER.fullmatch(version.strip()):
            message = f"{version.strip()!r} is no version: they are counted from 1"
            yield document.found(element, message, attribute=attribute)


NEWEST_G2: Final = (2, 35)
"""The newest version of NewsML-G2 that is known here."""
_NEWSML_1_VERSIONS: Final = frozenset({"1.0", "1.1", "1.2"})
_NITF_VERSION: Final = re.compile(r"-//IPTC(?:-NAA)?//DTD NITF(?:-XML)? (?:2\.[0-5]|3\.[0-6])//EN")


def _unknown_versions(document: Document) -> Iterator[Finding]:
    for element, vocabulary in document.elements:
        name = local_name(tag_of(element))
        version = (element.get("Version" if name == "NewsML" else "version") or "").strip()
        if vocabulary is Vocabulary.NEWSML_G2:
            said = element.get("standardversion")
            if said is not None and element.get("standard", "NewsML-G2") == "NewsML-G2" and not _known(said):
                newest = ".".join(map(str, NEWEST_G2))
                message = f"NewsML-G2 {said.strip()!r} is not known"
                yield document.found(
                    element, message, f"the newest version known is {newest}", attribute="standardversion"
                )
        elif name == "NewsML" and version and version not in _NEWSML_1_VERSIONS:
            message = f"NewsML 1 has no version {version!r}"
            yield document.found(element, message, attribute="Version")
        elif name == "nitf" and version and not _NITF_VERSION.fullmatch(version):
            message = f"{version!r} is the identifier of no version of NITF"
            hint = "write it as '-//IPTC//DTD NITF 3.6//EN'"
            yield document.found(element, message, hint, attribute="version")


def _known(version: str) -> bool:
    match = re.fullmatch(r"([12])\.([0-9]{1,2})", version.strip())
    return match is not None and (int(match[1]), int(match[2])) <= NEWEST_G2


def _bad_positions(document: Document) -> Iterator[Finding]:
    for element in document.of_vocabulary(Vocabulary.NEWSML_G2):
        if local_name(tag_of(element)) == "position":
            latitude, longitude = _degrees(element, "latitude"), _degrees(element, "longitude")
            if latitude is None or longitude is None:
                yield document.found(element, "latitude and longitude are not both numbers")
            elif abs(latitude) > 90 or abs(longitude) > 180:
                swapped = abs(longitude) <= 90 and abs(latitude) <= 180
                yield document.found(
                    element,
                    f"there is no place at latitude {latitude}, longitude {longitude}",
                    "the two look swapped" if swapped else "",
                )


def _degrees(element: etree._Element, name: str) -> Decimal | None:
    with suppress(InvalidOperation):
        number = Decimal((element.get(name) or "").strip())
        return number if number.is_finite() else None
    return None


RULES: tuple[Rule[Document], ...] = (
    Rule(
        "bad-language",
        "A language (`xml:lang`, `language`, `Language`) is no BCP 47 tag.",
        _bad_languages,
    ),
    Rule("bad-version", "The version of an item is no number from 1 upwards.", _bad_versions),
    Rule(
        "unknown-version",
        "The version of the standard that a document says it follows is not known: a wrong number, or a newer one than those that are known here.",
        _unknown_versions,
    ),
    Rule(
        "bad-position",
        "A latitude or longitude is no number, or is beyond 90 or 180 degrees; where that can be, the two look swapped.",
        _bad_positions,
    ),
)
