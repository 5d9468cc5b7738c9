"""Identifiers that stand twice, and references to identifiers that are not there.

Libxml2 does not look for the targets of IDREFs in an XML schema, and what NewsML 1 and NITF point with is plain text to
their schemas.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from newsmodel.document_rules.document import Document, Vocabulary
from newsmodel.problems import Finding, Rule
from newsmodel.syntax.xml import XML_NS, local_name

if TYPE_CHECKING:
    from lxml import etree

_XML_ID: Final = f"{{{XML_NS}}}id"
IDENTIFIERS: Final = {
    Vocabulary.NEWSML_G2: ("id", "partid"),
    Vocabulary.NEWSML_1: ("Duid",),
    Vocabulary.NITF: ("id",),
    Vocabulary.XHTML: ("id",),
}
"""The attributes of type ID (NewsML-G2 2.35 and NITF 3.6 schemas, NewsML 1.2 DTD, XHTML 1.0)."""
REFERENCES: Final = {
    Vocabulary.NEWSML_G2: ("idref", "idrefs", "contentrefs", "original", "root", "sourceidref"),
    Vocabulary.NEWSML_1: ("TranslationOf",),
    Vocabulary.NITF: ("idref",),
}
"""The attributes that hold identifiers of the same document, one or several (IDREF, IDREFS; NITF's ``table-reference``).

NewsML 1's ``DuidRef`` is not among them: it names an element of the item that is updated (NewsML 1.2 DTD, Update).
"""
FRAGMENTS: Final = {
    Vocabulary.NEWSML_1: ("Vocabulary", "Topic", "TopicSet", "ValueRef", "Href", "NewsItem"),
}
"""The attributes that hold ``#`` and an identifier, where they point into the same document (NewsML 1.2 DTD)."""


def _twice(document: Document) -> Iterator[Finding]:
    first: dict[str, int | None] = {}
    for element, name, value in _identifiers(document):
        if value in first:
            line = f", as at line {first[value]}" if first[value] else ""
            yield document.found(
                element, f"the identifier {value!r} stands here again{line}", attribute=local_name(name)
            )
        else:
            first[value] = element.sourceline


def _identifiers(document: Document) -> Iterator[tuple[etree._Element, str, str]]:
    for element, vocabulary in document.elements:
        for name in (*IDENTIFIERS.get(vocabulary, ()), _XML_ID):
            if value := (element.get(name) or "").strip():
                yield element, name, value


def _dangling(document: Document) -> Iterator[Finding]:
    known = {value for _, _, value in _identifiers(document)}
    known |= {element.get("id") or "" for element in document.of_vocabulary(Vocabulary.OTHER)}
    for element, vocabulary in document.elements:
        for name, value in _references(element, vocabulary):
            if value not in known:
                yield document.found(
                    element, f"nothing in the document has the identifier {value!r}", attribute=name
                )


def _references(element: etree._Element, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for name in REFERENCES.get(vocabulary, ()):
        for value in (element.get(name) or "").split():
            yield name, value
    for name in FRAGMENTS.get(vocabulary, ()):
        value = (element.get(name) or "").strip()
        if value.startswith("#"):
            yield name, value[1:]


RULES: tuple[Rule[Document], ...] = (
    Rule(
        "duplicate-id",
        "An identifier (`id`, `partid`, `Duid`, `xml:id`) stands at two elements of the document.",
        _twice,
    ),
    Rule(
        "dangling-reference",
        "A reference (`idref`, `idrefs`, `contentrefs`; in NewsML 1 a `#` and a `Duid`) names an identifier that nothing in the document has.",
        _dangling,
    ),
)
