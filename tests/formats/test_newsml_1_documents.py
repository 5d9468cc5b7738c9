"""Documents of NewsML 1 come back as they came; where an article changed only that changes; what is written afresh is valid."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from lxml import etree, html

from newsmodel import Losses, diff, read, read_all, sniff, write
from newsmodel.model import (
    Article,
    Attribution,
    AttributionRole,
    Embargo,
    Paragraph,
    Person,
    Place,
    Section,
    Subject,
    Text,
)

XHTML = "{http://www.w3.org/1999/xhtml}html"


def files(shared: Path) -> list[Path]:
    """Every sample that is NewsML 1."""
    found = [
        *(shared / "samples/agency").rglob("*.xml"),
        *(shared / "conformance/newsml-1/examples").glob("*.xml"),
    ]
    return sorted(path for path in found if etree.QName(etree.parse(path).getroot()).localname == "NewsML")


@pytest.fixture(scope="session")
def dtd(shared: Path) -> etree.DTD:
    return etree.DTD(str(shared / "conformance/newsml-1/NewsMLv1.2.dtd"))


@pytest.fixture(scope="session")
def xhtml(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / "conformance/newsml-g2/xhtml/xhtml1-strict.xsd"))


def errors_of(data: bytes, dtd: etree.DTD, xhtml: etree.XMLSchema | None = None) -> list[str]:
    """What is wrong with a document: DataContent may hold any element, which to a DTD means any that it declares."""
    root = etree.fromstring(data)
    found: list[str] = []
    for body in root.iter(XHTML) if xhtml is not None else ():
        if xhtml is not None and not xhtml.validate(body):
            found += map(str, xhtml.error_log)
    for content in root.iter("DataContent"):
        del content[:]
    dtd.validate(root)
    return found + [str(error) for error in dtd.error_log]


def statements(data: bytes) -> Counter[tuple[str, str, str]]:
    """What a document says, element by element, wherever it stands."""
    return Counter(
        (str(element.tag), str(sorted(element.items())), " ".join((element.text or "").split()))
        for element in etree.fromstring(data).iter()
    )


# all samples


def test_there_are_samples(shared: Path) -> None:
    assert len(files(shared)) == 16


def test_every_sample_comes_back_to_the_letter(shared: Path) -> None:
    for path in files(shared):
        data = path.read_bytes()
        assert sniff(data) == "newsml-1", path.name
        (article,) = read_all(data)
        assert write(article, "newsml-1") == data, path.name


def test_every_sample_is_valid_when_it_is_written_afresh(
    shared: Path, dtd: etree.DTD, xhtml: etree.XMLSchema
) -> None:
    for path in files(shared):
        article = read(path)
        data = write(article, "newsml-1", extras=False)
        assert errors_of(data, dtd, xhtml) == [], path.name


def test_every_sample_reads_back_when_it_is_written_afresh(shared: Path) -> None:
    for path in files(shared):
        article = attrs.evolve(read(path), origin=None)
        losses = Losses()
        data = write(article, "newsml-1", losses=losses)
        silent = [change for change in diff(article, read(data)) if change.path not in losses.paths]
        assert silent == [], path.name


CHANGES: dict[str, tuple[Callable[[Article], dict[str, Any]], set[str]]] = {
    "urgency": (lambda _: {"urgency": 1}, {"Urgency"}),
    "headline": (lambda a: {"headlines": (Text("A new one"), *a.headlines[1:])}, {"HeadLine", "NewsLines", "b", "hl1", "p"}),
    "byline": (lambda _: {"bylines": (Text("By Jo Doe"),)}, {"ByLine", "NewsLines"}),
    "keyword": (lambda a: {"keywords": (*a.keywords, Text("new"))}, {"Property", "KeywordLine"}),
    "summary": (lambda _: {"summaries": (Text("One"), Text("Two"))}, {"NewsLine", "NewsLineType", "NewsLineText"}),
    "subject": (
        lambda a: {"subjects": (*a.subjects, Subject(code="subj:01000000"))},
        {"SubjectCode", "Subject"},
    ),
    "editor": (
        lambda a: {"attributions": (*a.attributions, Attribution("Jo Doe", role=AttributionRole.EDITOR))},
        {"Contributor", "Contribution", "Party", "AdministrativeMetadata"},
    ),
    "embargo": (
        lambda _: {"embargo": Embargo(), "status": None},  # one word says both: that it is embargoed
        {"Status"},
    ),
    "identifier": (
        lambda _: {"id": "urn:newsml:gazette.example:20260301:bridge:1"},
        {"ProviderId", "DateId", "NewsItemId", "PublicIdentifier"},
    ),
}  # fmt: skip
"""A change of an article, and the elements that may differ then."""


@pytest.mark.parametrize("name", CHANGES)
def test_what_changed_is_all_that_changes(name: str, shared: Path, dtd: etree.DTD) -> None:
    change, tags = CHANGES[name]
    for path in files(shared):
        data, article = path.read_bytes(), read(path)
        after = attrs.evolve(article, **change(article))
        losses = Losses()
        written = write(after, "newsml-1", losses=losses)

        assert losses == [], path.name
        assert diff(after, read(written)) == [], path.name
        old, new = statements(data), statements(written)
        assert {tag.rpartition("}")[2] for tag, _, _ in (old - new) | (new - old)} <= tags, path.name
        if not errors_of(data, dtd):
            assert errors_of(written, dtd) == [], path.name


def test_a_change_of_everything_is_read_back(shared: Path) -> None:
    for path in files(shared):
        article = read(path)
        after = attrs.evolve(
            article,
            sections=(Section(None, (Paragraph("New"),)),),
            people=(Person("Jo Doe", id="jo"),),
            located=(Place("Riverton"),),
            language="de",
        )
        losses = Losses()
        written = write(after, "newsml-1", losses=losses)
        changes = [each for each in diff(after, read(written)) if each.path not in losses.paths]
        assert changes == [], path.name


# IPTC's own conversion to ninjs


def test_values_are_those_of_iptcs_conversion(shared: Path) -> None:
    pairs = 0
    for path in sorted((shared / "conformance/ninjs/examples/1.4").glob("businesswire-*.json")):
        ninjs = json.loads(path.read_bytes())
        article = read(shared / "conformance/newsml-1/examples" / f"{path.stem}.xml")
        pairs += 1
        assert article.headline is not None
        assert article.headline.value == ninjs["headline"]
        assert article.version == int(ninjs["version"])
        assert article.language == ninjs["language"]
        assert article.version_created is not None
        assert f"{article.version_created:%Y-%m-%dT%H:%M:%SZ}" == ninjs["versioncreated"]
        theirs = {
            rendition["href"]: (rendition.get("width"), rendition.get("sizeinbytes"))
            for each in ninjs.get("associations", {}).values()
            for rendition in each.get("renditions", {}).values()
        }
        ours = {each.href: (each.width, each.size) for media in article.media for each in media.renditions}
        assert {href: ours.get(href) for href in theirs} == theirs
        text = "".join(html.fromstring(f"<div>{ninjs['body_xhtml']}</div>").text_content().split())
        begin = "".join(article.paragraphs[0].text.split())[:40]
        assert begin in text
    assert pairs == 4
