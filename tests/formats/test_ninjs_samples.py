"""IPTC's own examples and tests of ninjs: read, written back equal and valid, and what is in them, stated by hand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import attrs
import orjson
import pytest

from newsmodel import (
    Article,
    AttributionRole,
    Figure,
    InputError,
    ItemType,
    Losses,
    PubStatus,
    Schemas,
    SyntaxFault,
    convert,
    diff,
    read,
    read_all,
    sniff,
    write,
)
from newsmodel.difference import related

FOLDER = "conformance/ninjs"
CEST = timezone(timedelta(hours=2))
_SHARED = Path(os.environ.get("NEWSMODEL_SHARED", Path(__file__).parents[3] / "shared"))
EXAMPLES = sorted(
    str(path.relative_to(_SHARED / FOLDER / "examples"))
    for path in (_SHARED / FOLDER / "examples").rglob("*.json")
    if path.name != "extension-schema.json"  # a schema
)
SUITE = sorted(
    str(path.relative_to(_SHARED / FOLDER / "test_suite"))
    for path in (_SHARED / FOLDER).glob("test_suite/*/*/*.json")
)


@pytest.fixture(scope="module")
def schemas(shared: Path) -> Schemas:
    return Schemas(shared / FOLDER / "specification")


def example(shared: Path, name: str) -> bytes:
    return (shared / FOLDER / "examples" / f"{name}.json").read_bytes()


def test_there_are_examples(shared: Path) -> None:
    assert (shared.is_dir(), len(EXAMPLES), len(SUITE)) == (True, 64, 200)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_written_back_equal(shared: Path, schemas: Schemas, name: str) -> None:
    data = (shared / FOLDER / "examples" / name).read_bytes()
    value = orjson.loads(data)
    items = value if isinstance(value, list) else [value]

    assert sniff(data) == "ninjs"
    for item, article in zip(items, read_all(data), strict=True):
        assert article.origin is not None
        version = article.origin.format
        alone = orjson.loads(write(attrs.evolve(article, origin=None), version))
        assert orjson.loads(write(article, version)) == item
        assert orjson.loads(write(article, "ninjs")) == item
        assert _without_texts(alone) == _without_texts(item)
        for to in ("ninjs-1.6", "ninjs-2.2", "ninjs-3.0", "ninjs-3.1"):
            if to != version:
                found = schemas.check(write(article, to), format=to)
                assert [str(problem) for problem in found if problem.code == "schema"] == []
    if "collection" not in name and "extension" not in name:
        assert [str(problem) for problem in schemas.check(data) if problem.code == "schema"] == []


def _without_texts(item: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is written anew from the fields alone: texts with markup, the type where none is said, strings of white space."""
    texts = (
        "bod",
        "description",
        "standard",
        "$standard",
        "type",
        "ednote",
        "edNote",
        "events",
        "contentcreated",
        "expires",
    )
    return {name: _without_bodies(value) for name, value in item.items() if not name.startswith(texts)}


def _without_bodies(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _without_bodies(inner)
            for name, inner in value.items()
            if not name.startswith("description")
        }
    return [_without_bodies(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", SUITE)
def test_the_verdict_of_iptc(shared: Path, schemas: Schemas, name: str) -> None:
    data = (shared / FOLDER / "test_suite" / name).read_bytes()
    version, kind, _ = name.split("/")
    try:
        for article in read_all(data, format=f"ninjs-{version}", losses=Losses()):
            write(article, f"ninjs-{version}")
    except InputError:
        assert kind == "should_fail"
    if version in {"1.0", "1.1", "1.2"}:  # there are no schemas of these here
        return
    try:
        found: list[Any] = [p for p in schemas.check(data, format=f"ninjs-{version}") if p.code == "schema"]
    except SyntaxFault as fault:
        found = [fault]

    assert bool(found) is (kind == "should_fail")


# what is in them, by hand


def names(things: Any) -> list[str]:
    return [str(thing.name) for thing in things]


def test_multimedia_of_3_1(shared: Path) -> None:
    article = read(example(shared, "userguide/3.1/007_multimedia"))

    assert (article.id, article.type) == (
        "http://ninjs.example.com/newsitems/20130709cplx456",
        ItemType.COMPOSITE,
    )
    assert article.version_created == datetime(2013, 7, 9, 10, 39, tzinfo=UTC)
    assert str(article.headline) == "Captain of wrecked cruise ship on trial in Italy"
    assert names(article.people) == ["Francesco Schettino"]
    assert article.people[0].uri == "http://www.wikidata.org/entity/Q4421821"
    assert names(article.places) == ["Grossetto", "Tuscany", "Italy"]
    assert names(article.located) == ["Grossetto, Italy"]
    assert [media.id for media in article.media] == ["mainpic", "portrait"]
    assert article.text.startswith("GROSSETO, Italy (AP) -- The trial")


def test_the_same_in_1_4(shared: Path) -> None:
    article = read(example(shared, "1.4/ninjsExComplex2"))

    assert article.people[0].uri == "http://www.freebase.com/m/0hzcydt"
    assert article.places[2].uri == "http://cvx.iptc.org/iso3166-1a2/it"
    assert [media.id for media in article.media] == ["mainpic", "portrait"]
    assert article.media[0].renditions[0].width == 429
    assert article.media[0].credit == "Paulo Santalucia"
    assert len(article.paragraphs) == 4


def test_a_photo_of_1_6(shared: Path) -> None:
    article = read(example(shared, "userguide/1.6/006_photo_only"))

    assert article.type is ItemType.PICTURE
    assert str(article.headline) == "Costa Concordia cruise ship"
    assert [str(text) for text in article.bylines] == ["Paulo Santalucia"]
    assert [(each.width, each.height, each.media_type) for each in article.renditions] == [
        (429, 281, "image/jpg"),
        (179, 117, "image/jpg"),
    ]


def test_a_photo_of_sipa(shared: Path) -> None:
    article = read(example(shared, "2.1/SIPA_image_2"))

    assert (article.version, article.status, article.profile) == (1, PubStatus.USABLE, "asset")
    assert article.first_created == datetime(2020, 10, 27, 15, 35, 19, tzinfo=UTC)
    assert article.rights is not None
    assert article.rights.holder is not None
    assert article.rights.holder.name == "SIPA USA"
    assert [str(text) for text in article.rights.usage_terms] == ["*** World Rights Except Italy ***"]
    assert article.subjects[0].code == "paimagescategory:a"
    assert article.renditions[0].width == 3543
    assert sum(subject.type == "cpnat:object" for subject in article.subjects) == 4


def test_a_photo_of_ap(shared: Path) -> None:
    article = read(example(shared, "3.0/ap_image"))

    assert article.urgency == 5
    assert [str(note) for note in article.editor_notes] == ["TURKEY OUT NOV. 11, 2019 FILE PHOTO"]
    assert (article.places[0].name, article.places[0].longitude, article.places[0].latitude) == (
        "Turkey",
        35,
        39,
    )
    assert article.organisations[0].literal == "84de12052c9c4e3ebca80df389e66fc3"
    sources = article.attributed(AttributionRole.SOURCE)
    assert names(sources) == ["DHA"]
    assert article.renditions[1].role == "rnd:preview"
    assert article.renditions[0].size == 4764958


def test_a_text_of_ntb(shared: Path) -> None:
    article = read(example(shared, "2.1/ntb_text"))

    assert (article.language, article.version, article.urgency) == ("nb-NO", 6, 5)
    assert names(article.subjects)[:3] == ["Innenriks", "Teknologi", "Industri"]
    assert article.subjects[1].literal == "13010000"
    assert [str(text) for text in article.sluglines] == ["skien-google"]
    assert article.rights is not None
    assert article.rights.notices == ()  # an empty string says nothing


def test_a_text_of_tt_shows_its_picture_where_it_stands(shared: Path) -> None:
    article = read(example(shared, "3.0/tt_text_image_3"))

    assert article.version_created == datetime(2021, 5, 26, 13, 40, 18, tzinfo=CEST)
    assert article.expires == datetime(2023, 5, 31, tzinfo=CEST)
    assert (article.subjects[0].relevance, article.subjects[0].confidence) == (98, 58)
    assert article.genres[0].uri == "http://tt.se/spec/sector/1.0/INR"
    assert [(media.id, media.credit) for media in article.media] == [("a001", "Karl Melander/TT")]
    assert (article.places[1].name, article.places[1].longitude) == ("Gotland", 18.2979)
    assert [block.media for _, block in article.blocks if isinstance(block, Figure)] == ["a001"]


def test_trust_indicators_and_other_identifiers_of_1_4(shared: Path) -> None:
    article = read(example(shared, "1.4/ninjs-1-4-examples"))

    assert article.content_created == datetime(2022, 4, 21, 12, 34, 56, tzinfo=UTC)
    assert article.alt_ids[0].value == "(ap):f40b0304-0454-4ba2-a84d-686378279ba4"
    assert len(article.alt_ids) == 11
    assert article.links[0].rel == "http://cv.iptc.org/newscodes/trustindicator/editorialPolicy"
    assert article.links[0].title == "The BBC's Editorial Standards"
    assert [str(text) for text in article.headlines] == [
        "Test of three new properties",
        "Extensible headline test",
    ]


def test_an_event(shared: Path) -> None:
    article = read(example(shared, "3.0/simpleEvent"))

    assert [str(title) for title in article.titles] == ["Tackling Doping in Sport Conference"]
    assert names(article.genres) == ["Confernence"]
    assert article.organisations[0].literal == "UKAD"
    assert any(extra.place == "/eventDetails" for extra in article.extras)


def test_a_text_of_dpa(shared: Path) -> None:
    article = read(example(shared, "2.1/dpa_text"))

    assert article.id == "urn:newsml:dpa.com:20090101:190510-99-167362"
    assert article.rights is not None
    assert [str(notice) for notice in article.rights.notices] == [
        "Copyright 2019, dpa (www.dpa.de). Alle Rechte vorbehalten"
    ]
    assert article.paragraphs[0].text.startswith("Für Lucien Favre war es «der größte Skandal")


def test_a_complex_text_of_2_2(shared: Path) -> None:
    article = read(example(shared, "userguide/2.2/005_complex_text_article"))

    assert article.profile == "text-only"
    assert names(article.organisations) == ["Costa Crociere SpA"]
    assert len(article.paragraphs) > 1  # the body with markup is read, not the one without
    assert any(extra.place == "/bodies" for extra in article.extras)


def test_an_encoded_right_is_kept_and_a_linked_one_is_a_licence(shared: Path) -> None:
    linked = read(example(shared, "3.0/imageLinkedRights"))
    encoded = read(example(shared, "3.0/imageEncodedRights"))
    raw = orjson.loads(example(shared, "3.0/imageLinkedRights"))

    assert linked.rights is not None
    assert linked.rights.license == raw["rightsInfo"]["linkedRights"]
    assert encoded.rights is None or encoded.rights.license is None


def test_a_press_release_in_chinese(shared: Path) -> None:
    article = read(example(shared, "1.4/businesswire-newsml-20130605006126"))

    assert (article.language, article.version) == ("zh", 1)
    assert names(article.subjects)[:3] == ["United States", "Technology", "Consumer Electronics"]
    assert len(article.subjects) == 13


# the pairs of Business Wire

PAIRS = [
    (name, version)
    for name, versions in (
        ("20130515006361", "1.4"),
        ("20130605006126", "1.4 2.1 3.0"),
        ("20130612006110", "1.4"),
        ("20130731006140", "1.4 2.1 3.0"),
    )
    for version in versions.split()
]
TARGETS = {"1.4": "ninjs-1.4", "2.1": "ninjs-2.1", "3.0": "ninjs-3.0"}


def conversions(shared: Path, name: str, version: str) -> Iterator[tuple[bytes, str]]:
    yield (
        (shared / f"conformance/newsml-1/examples/businesswire-newsml-{name}.xml").read_bytes(),
        TARGETS[version],
    )
    yield example(shared, f"{version}/businesswire-newsml-{name}"), "newsml-1"


@pytest.mark.parametrize(("name", "version"), PAIRS)
def test_a_pair_converts_both_ways_and_every_loss_is_told(
    shared: Path, schemas: Schemas, name: str, version: str
) -> None:
    for data, to in conversions(shared, name, version):
        result = convert(data, to)
        silent = [
            change.path
            for change in diff(read(data), read(result.output, format=to))
            if not any(related(change.path, path) for path in result.losses.paths)
        ]
        assert silent == []
        if to.startswith("ninjs"):
            assert [str(p) for p in schemas.check(result.output, format=to) if p.code == "schema"] == []


@pytest.mark.parametrize(("name", "version"), PAIRS)
def test_a_pair_says_the_same(shared: Path, name: str, version: str) -> None:
    xml, json = (
        read(data)
        for data in (
            next(conversions(shared, name, version))[0],
            example(shared, f"{version}/businesswire-newsml-{name}"),
        )
    )

    assert _core(xml) == _core(json)


def _core(article: Article) -> tuple[Any, ...]:
    return (str(article.headline), article.language, article.version_created)
