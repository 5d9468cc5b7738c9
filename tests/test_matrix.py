"""Every real document and every dialect, written afresh in each of the three XML formats of agencies: valid, and nothing lost in silence.

Afresh is without the document that an article came from, but with the unknown content that it brought (`Extra`). What comes out
is valid by the official schema wherever the source was, and has no fault that the source had not; our own rules find nothing
that they did not find in the source; and what reads back differs only where a loss says so.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import pytest
from lxml import etree

from newsmodel import (
    Article,
    InputError,
    Losses,
    SyntaxFault,
    UnknownFormat,
    check_document,
    diff,
    read,
    read_all,
    sniff,
    write,
)
from newsmodel.difference import related
from newsmodel.formats.newsml_g2_values import NAR_NS
from newsmodel.schemas.preparing import drop_namespace, drop_own_version, empty_data, give_namespace
from newsmodel.syntax.xml_namespace import into_namespace

pytestmark = pytest.mark.untraced  # what it runs is covered elsewhere, and tracing takes most of its time

FORMATS = ("newsml-g2", "newsml-1", "nitf")
FOLDERS = (
    "samples/agency",
    "conformance/newsml-g2/examples",
    "conformance/newsml-g2/unit_tests",
    "conformance/newsml-1",
)
DIALECTS = Path(__file__).parent / "agency/dialects"
LEAST = {"newsml-g2": 200, "newsml-1": 50, "nitf": 25}
"""How many articles there are at least, so that the tests cannot pass over nothing."""

HIDDEN = {
    "g2-wrong-namespace": "what stands behind a fault in an element is not looked at",
    "newsml1-reuters-thirdparty": "the attribute that the DTD lacks stood at another element",
    "newsml1-tass": "the element that the DTD lacks stood in an element that it lacks, too",
    "nitf-efe-opennemas": "what stands behind a fault in an element is not looked at",
}
"""Documents of which a schema tells only a part of the faults: that they have more when they are written is none of ours."""


@attrs.frozen
class Sample:
    """An article of a document, as it is read and without the document."""

    name: str
    data: bytes
    article: Article


@pytest.fixture(scope="module")
def samples(shared: Path) -> dict[str, list[Sample]]:
    found: dict[str, list[Sample]] = {name: [] for name in FORMATS}
    for folder in (*(shared / name for name in FOLDERS), DIALECTS):
        for path in sorted(folder.rglob("*.xml")):
            data = path.read_bytes()
            try:
                name = sniff(data)
                articles = list(read_all(data, format=name)) if name in FORMATS else []
            except (UnknownFormat, InputError, SyntaxFault):  # concepts, catalogues, a piece of a document
                continue
            found.setdefault(name, []).extend(
                Sample(path.stem, data, attrs.evolve(article, origin=None)) for article in articles
            )
    assert all(len(found[name]) >= least for name, least in LEAST.items())
    return found


@pytest.fixture(scope="module")
def schemas(shared: Path) -> dict[str, Any]:
    conformance = shared / "conformance"
    return {
        "newsml-g2": etree.XMLSchema(etree.parse(conformance / "newsml-g2/xsd/G2-multi-schema-2.35.xsd")),
        "newsml-1": etree.DTD(str(conformance / "newsml-1/NewsMLv1.2.dtd")),
        "nitf": etree.XMLSchema(etree.parse(conformance / "nitf/nitf-3-6.xsd")),
    }


def faults(data: bytes, name: str, schemas: dict[str, Any]) -> Counter[str]:
    """What the official schema says of a document that is put into the namespace of the schema: which faults, and how often."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities="internal", no_network=True))
    if name == "newsml-1":
        drop_namespace(root)
        empty_data(root)
    elif name == "nitf":
        give_namespace(root)
        drop_own_version(root)
    elif not str(root.tag).startswith(f"{{{NAR_NS}}}"):
        into_namespace(root, NAR_NS)
    found = _said_by(schemas[name], root)
    inside: Counter[str] = Counter()
    for item in root.iterfind("{*}itemSet/*"):  # which no schema looks into where the header has a fault
        inside += _said_by(schemas[name], item)
    return found | inside


def _said_by(schema: Any, element: etree._Element) -> Counter[str]:
    if schema.validate(element):
        return Counter()
    return Counter(
        re.sub(r"Expected is.*|, expecting.*", "", str(error.message)) for error in schema.error_log
    )


def problems(data: bytes) -> set[tuple[str, str]]:
    """What our rules find, with the alias where it is about one."""
    return {
        (found.code, re.sub(r" \([0-9]+ times\)", "", found.message) if found.code == "unknown-alias" else "")
        for found in check_document(data)
    }


PAIRS = [(source, target) for source in FORMATS for target in FORMATS]


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_what_is_written_afresh_is_no_worse_than_its_source(
    source: str, target: str, samples: dict[str, list[Sample]], schemas: dict[str, Any]
) -> None:
    wrong = []
    for sample in samples[source]:
        found = faults(write(sample.article, target), target, schemas)
        if found and source == target:
            before = faults(sample.data, source, schemas)
            found = Counter() if before and sample.name in HIDDEN else found - before
        wrong += [f"{sample.name}: {fault}" for fault in found]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_our_rules_find_nothing_that_was_not_in_the_source(
    source: str, target: str, samples: dict[str, list[Sample]]
) -> None:
    wrong = []
    for sample in samples[source]:
        came = problems(sample.data) if source == target else set()
        if sample.name == "g2-wrong-namespace" and source == target:  # the rules do not know what it is
            continue
        found = problems(write(sample.article, target)) - came
        wrong += [f"{sample.name}: {' '.join(each)}" for each in found]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_what_reads_back_differs_only_where_a_loss_says_so(
    source: str, target: str, samples: dict[str, list[Sample]]
) -> None:
    wrong = []
    for sample in samples[source]:
        losses = Losses()
        back = read(write(sample.article, target, losses=losses), format=target)
        wrong += [
            f"{sample.name}: {change}"
            for change in diff(sample.article, back)
            if not any(related(change.path, path) for path in losses.paths)
            and not (source != target and "extras" in change.path)  # what the new document has of its own
        ]
    assert not wrong, "\n".join(wrong)


def test_without_unknown_content_all_is_valid_with_its_body(
    samples: dict[str, list[Sample]], schemas: dict[str, Any], shared: Path
) -> None:
    path = shared / "conformance/newsml-g2/xsd/g2-with-bodies.xsd"
    strict = {**schemas, "newsml-g2": etree.XMLSchema(etree.parse(path))}
    wrong = [
        f"{sample.name} as {target}: {fault}"
        for found in samples.values()
        for sample in found
        for target in FORMATS
        for fault in faults(write(sample.article, target, extras=False), target, strict)
    ]
    assert not wrong, "\n".join(wrong)
