"""QCodes whose scheme nobody declares (NewsML-G2 2.35 specification, "QCodes" and "Catalogs")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsmodel.document_rules.document import Document, Vocabulary
from newsmodel.formats.catalogs import SCOPES, Catalogs
from newsmodel.formats.newsml_g2_aliases import Used, codes_of, undeclared
from newsmodel.formats.newsml_g2_values import is_uri
from newsmodel.problems import Finding, Rule
from newsmodel.syntax.xml import tag_of

if TYPE_CHECKING:
    from lxml import etree


def _scopes(document: Document) -> Iterator[tuple[Catalogs, list[Used]]]:
    """Give the items of a document, each with its catalogues and the QCodes in it."""
    inside: dict[etree._Element | None, list[Used]] = {}
    holders: dict[etree._Element, etree._Element | None] = {}
    for element, vocabulary in document.elements:
        parent = element.getparent()
        around = holders.get(parent) if parent is not None else None
        holders[element] = holder = element if tag_of(element) in SCOPES else around
        if vocabulary is Vocabulary.NEWSML_G2:
            inside.setdefault(holder, []).extend(codes_of(element))
    for scope, used in inside.items():
        if scope is not None:
            yield Catalogs.within([scope], document.catalogs), used


def _bad_codes(document: Document) -> Iterator[Finding]:
    for _, used in _scopes(document):
        for each in used:
            alias, _, rest = each.code.partition(":")
            if is_uri(each.code):
                hint = f"a URI stands in @{'uri' if each.attribute == 'qcode' else each.attribute + 'uri'}"
                yield document.found(
                    each.element, f"{each.code!r} is a URI, not a QCode", hint, attribute=each.attribute
                )
            elif not (alias and rest):
                message = f"{each.code!r} is no QCode: an alias, a colon, a code"
                yield document.found(each.element, message, attribute=each.attribute)


def _unknown(document: Document) -> Iterator[Finding]:
    for catalogs, used in _scopes(document):
        for alias, places in undeclared(catalogs, used).items() if not catalogs.missing else ():
            message = f"no catalogue of the item declares the alias {alias!r}{_times(len(places))}"
            hint = "declare it in a catalog, or give the catalogue to the check"
            yield document.found(places[0].element, message, hint, attribute=places[0].attribute)


def _missing(document: Document) -> Iterator[Finding]:
    for catalogs, used in _scopes(document):
        if catalogs.missing and (unknown := undeclared(catalogs, used)):
            first = next(iter(unknown.values()))[0]
            message = (
                f"the aliases {', '.join(map(repr, unknown))} cannot be looked up: nobody has the catalogue "
                + " or ".join(catalogs.missing)
            )
            yield document.found(first.element, message, "give it to the check", attribute=first.attribute)


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""


def _conflicts(document: Document) -> Iterator[Finding]:
    for element in document.of_vocabulary(Vocabulary.NEWSML_G2):
        if tag_of(element) in SCOPES:
            for conflict in Catalogs.within([element], document.catalogs).conflicts:
                yield document.found(
                    element,
                    f"the alias {conflict.alias!r} is declared for {conflict.uri} and for {conflict.other}",
                    "the first one counts here; others may take the second",
                )


RULES: tuple[Rule[Document], ...] = (
    Rule(
        "bad-qcode",
        "What stands where NewsML-G2 wants a QCode is none: it is a URI, or it lacks its alias or code.",
        _bad_codes,
    ),
    Rule(
        "unknown-alias",
        "A QCode's alias is declared by no catalogue that the item holds or refers to, nor by one that was given.",
        _unknown,
    ),
    Rule(
        "missing-catalog",
        "An item refers to a catalogue that nobody has given, and uses aliases that only it can declare: they could not be looked up.",
        _missing,
    ),
    Rule("alias-conflict", "Catalogues of one item declare an alias for two schemes.", _conflicts),
)
