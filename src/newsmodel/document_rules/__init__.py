"""Rules over a document, which need no schema: what a receiver would stumble over before there is an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsmodel.document_rules import codes, dates, references, values
from newsmodel.document_rules.document import Document
from newsmodel.formats.catalogs import Catalog
from newsmodel.problems import Finding, Problem, Rule
from newsmodel.syntax.json_duplicates import duplicate_keys
from newsmodel.syntax.xml import parse_xml

__all__ = ["JSON_RULES", "XML_RULES", "check_document"]

XML_RULES: tuple[Rule[Document], ...] = (*references.RULES, *codes.RULES, *dates.RULES, *values.RULES)
"""The rules for NewsML-G2, NewsML 1 and NITF, in the order of their problems."""


def _duplicate_keys(data: bytes) -> Iterator[Finding]:
    for place in duplicate_keys(data):
        yield Finding(place, "the key stands twice, and the last one is read")


JSON_RULES: tuple[Rule[bytes], ...] = (
    Rule("duplicate-key", "An object of a JSON document has a key twice: no reader sees the first value.", _duplicate_keys),
)


def check_document(data: bytes, *, catalogs: Iterable[Catalog] = ()) -> list[Problem]:
    """Return what is wrong with a document of a news agency (NewsML-G2, NewsML 1, NITF) or in JSON, in the order of the rules.

    These rules need no schema, and find what schemas do not say. ``catalogs`` are the catalogues that items refer to; IPTC's
    own is known. A document that is neither XML nor JSON has no problems of this kind. Raises `SyntaxFault` for XML that is
    not well-formed, or not safe to read.

    >>> from newsmodel import check_document
    >>> for problem in check_document(b'<nitf version="3"><body id="b"/><body id="b"/></nitf>'):
    ...     print(problem.code, problem.path)
    duplicate-id nitf/body[2]/@id
    unknown-version nitf/@version
    """
    start = data[:4].lstrip(b"\xef\xbb\xbf \t\r\n")
