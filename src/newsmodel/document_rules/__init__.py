"""Rules over a document, which need no schema: what a receiver would stumble over before there is an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from newsmodel.codec.context import Context
from newsmodel.document_rules import codes, dates, references, values
from newsmodel.document_rules.document import Document
from newsmodel.errors import SyntaxFault
from newsmodel.formats.catalogs import ITEMS, Catalog
from newsmodel.formats.newsml_g2_item import ARTICLES
from newsmodel.formats.newsml_g2_pieces import pieces
from newsmodel.formats.newsml_g2_values import NAR_NS
from newsmodel.problems import Finding, Problem, Rule
from newsmodel.syntax.json import parse_json
from newsmodel.syntax.json_duplicates import duplicate_keys
from newsmodel.syntax.xml import tag_of
from newsmodel.syntax.xml_encoding import start_in_utf8

__all__ = ["JSON_RULES", "XML_RULES", "check_document", "holds_no_news", "is_agency_document"]

_AGENCY: Final = re.compile(rb"%s|<(?:\w+:)?(?:NewsML|nitf)[\s/>]" % re.escape(NAR_NS.encode()))
"""What stands at the beginning of a document in one of the agencies' formats."""

XML_RULES: tuple[Rule[Document], ...] = (*references.RULES, *codes.RULES, *dates.RULES, *values.RULES)
"""The rules for NewsML-G2, NewsML 1 and NITF, in the order of their problems."""


def is_agency_document(data: bytes) -> bool:
    """Whether a document is in NewsML-G2, NewsML 1 or NITF, judged by how it begins."""
    start = _start_of(data)
    return start.startswith(b"<") and _AGENCY.search(start) is not None


def holds_no_news(data: bytes) -> bool:
    """Whether a document is of NewsML-G2 items, and of none that holds news: of concepts, plans or catalogues only."""
    if not is_agency_document(data):
        return False
    try:
        kinds = {tag_of(item) for piece in pieces(data, Context("xml")) for item in piece.root.iter(*ITEMS)}
    except SyntaxFault:
        return False
    return bool(kinds) and kinds.isdisjoint(ARTICLES)


def _start_of(data: bytes) -> bytes:
    return start_in_utf8(data[:_PEEK])


_PEEK: Final = 65_536


def _duplicate_keys(data: bytes) -> Iterator[Finding]:
    for place in duplicate_keys(data):
        yield Finding(place, "the key stands twice, and the last one is read")


JSON_RULES: tuple[Rule[bytes], ...] = (
    Rule(
        "duplicate-key",
        "An object of a JSON document has a key twice: no reader sees the first value.",
        _duplicate_keys,
    ),
)


def check_document(data: bytes, *, catalogs: Iterable[Catalog] = ()) -> list[Problem]:
    """Return what is wrong with a document of a news agency (NewsML-G2, NewsML 1, NITF) or in JSON, in the order of the rules.

    These rules need no schema, and find what schemas do not say. ``catalogs`` are the catalogues that items refer to; IPTC's
    own is known. A document of another kind, or JSON that is broken, has no problems here; what had to be mended to read a document
    is told by `newsmodel.read`. Of a message that is too long to be read as a whole each item is looked at alone, so that identifiers are
    not compared between items. Raises `SyntaxFault` for XML that
    is not well-formed, or not safe to read.

    >>> for problem in check_document(b'<nitf version="3"><body id="b"/><body id="b"/></nitf>'):
    ...     print(problem.code, problem.path)
    duplicate-id nitf/body[2]/@id
    unknown-version nitf/@version
    """
    if is_agency_document(data):
        mended = Context("xml")  # what had to be mended is told by whoever reads the document
        known = tuple(catalogs)
        documents = (Document.of(piece, known) for piece in pieces(data, mended))
        return [
            problem for document in documents for rule in XML_RULES for problem in rule.problems(document)
        ]
    if _start_of(data).startswith((b"{", b"[")):
        with suppress(SyntaxFault):  # a page's text may begin like this, too
            parse_json(data)
            return [problem for rule in JSON_RULES for problem in rule.problems(data)]
    return []
