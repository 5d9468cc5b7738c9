"""Rules over documents: each finds its problem, where it is, and nothing where there is none."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from newsmodel import Catalog, Problem, SyntaxFault, check_document
from newsmodel.document_rules import JSON_RULES, XML_RULES, dates, references
from newsmodel.document_rules.document import Vocabulary
from newsmodel.formats import newsml_g2_aliases

NAR = "http://iptc.org/std/nar/2006-10-01/"
IPTC = '<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>'
XHTML = "http://www.w3.org/1999/xhtml"


def item(inside: str = "", attributes: str = "", catalogs: str = IPTC) -> bytes:
    return f'<newsItem xmlns="{NAR}" {attributes}>{catalogs}{inside}</newsItem>'.encode()


def newsml(inside: str, attributes: str = "") -> bytes:
    return f"<NewsML {attributes}>{inside}</NewsML>".encode()


def nitf(inside: str, attributes: str = "") -> bytes:
    return f"<nitf {attributes}>{inside}</nitf>".encode()


def found(data: bytes, *catalogs: Catalog) -> list[tuple[str, str]]:
    return [(problem.code, problem.path) for problem in check_document(data, catalogs=catalogs)]


def only(data: bytes, *catalogs: Catalog) -> Problem:
    (problem,) = check_document(data, catalogs=catalogs)
    return problem


FAULTS = [
    # identifiers and references
    (item('<a id="x"/><b id="x"/>'), "duplicate-id", "newsItem/b/@id"),
    (item('<partMeta partid="x"/><b id="x"/>'), "duplicate-id", "newsItem/b/@id"),
    (item(f'<inlineXML><html xmlns="{XHTML}"><p id="a"/><p id="a"/></html></inlineXML>'), "duplicate-id",
     "newsItem/inlineXML/html/p[2]/@id"),
    (item('<a xmlns:o="urn:o"><o:x xml:id="q"/><o:y xml:id="q"/></a>'), "duplicate-id", "newsItem/a/y/@id"),
    (newsml('<NewsItem Duid="n"/><NewsItem Duid="n"/>'), "duplicate-id", "NewsML/NewsItem[2]/@Duid"),
    (nitf('<p id="a"/><p id="a"/>'), "duplicate-id", "nitf/p[2]/@id"),
    (item('<inlineRef idrefs="here there"/><p id="here"/>'), "dangling-reference", "newsItem/inlineRef/@idrefs"),
    (item('<groupSet root="g"/>'), "dangling-reference", "newsItem/groupSet/@root"),
    (item('<groupRef idref="g"/>'), "dangling-reference", "newsItem/groupRef/@idref"),
    (item('<partMeta contentrefs="c"/>'), "dangling-reference", "newsItem/partMeta/@contentrefs"),
    (newsml('<Party Topic="#t"/>'), "dangling-reference", "NewsML/Party/@Topic"),
    (newsml('<Comment TranslationOf="t"/>'), "dangling-reference", "NewsML/Comment/@TranslationOf"),
    (nitf('<table-reference idref="t"/>'), "dangling-reference", "nitf/table-reference/@idref"),
    # codes
    (item('<subject qcode="nobody:1"/>'), "unknown-alias", "newsItem/subject/@qcode"),
    (item('<subject type="nobody:1"/>'), "unknown-alias", "newsItem/subject/@type"),
    (item('<altId environment="medtop:1 nobody:2"/>'), "unknown-alias", "newsItem/altId/@environment"),
    (item('<subject qcode="medtop"/>'), "bad-qcode", "newsItem/subject/@qcode"),
    (item('<subject qcode="medtop:"/>'), "bad-qcode", "newsItem/subject/@qcode"),
    (item('<subject qcode=":1"/>'), "bad-qcode", "newsItem/subject/@qcode"),
    (item('<subject qcode="https://x.example/1"/>'), "bad-qcode", "newsItem/subject/@qcode"),
    (item('<subject qcode="own:1"/>', catalogs='<catalogRef href="https://x.example/own.xml"/>'),
     "missing-catalog", "newsItem/subject/@qcode"),
    (item(catalogs=IPTC + '<catalog><scheme alias="medtop" uri="https://x.example/"/></catalog>'),
     "alias-conflict", "newsItem"),
    # times
    *((item(f"<{name}>{time}</{name}>"), "bad-date", f"newsItem/{name}") for name, time in [
        ("versionCreated", "2024-05-14"), ("versionCreated", "2024-02-30T10:00:00Z"), ("firstCreated", ""),
        ("sent", "yesterday"), ("embargoed", "2024-05-14T10:00"), ("expires", "2024-05"), ("contentCreated", "20240514"),
        ("born", "1960-13"), ("timestamp", "soon"), ("start", "14 May"),
    ]),
    (item('<scheme retired="never"/>'), "bad-date", "newsItem/scheme/@retired"),
    (item('<start approxstart="2024-5">2024</start>'), "bad-date", "newsItem/start/@approxstart"),
    (newsml("<DateAndTime>20240514T250000Z</DateAndTime>"), "bad-date", "NewsML/DateAndTime"),
    (newsml("<FirstCreated>May 2024</FirstCreated>"), "bad-date", "NewsML/FirstCreated"),
    (newsml('<Subject DateAndTime="20241314"/>'), "bad-date", "NewsML/Subject/@DateAndTime"),
    (nitf('<date.issue norm="14.05.2024"/>'), "bad-date", "nitf/date.issue/@norm"),
    (nitf('<event start-date="20240532"/>'), "bad-date", "nitf/event/@start-date"),
    # languages
    (item(attributes='xml:lang="en_US"'), "bad-language", "newsItem/@xml:lang"),
    (item('<language tag="x y"/>'), "bad-language", "newsItem/language/@tag"),
    (item(f'<html xmlns="{XHTML}" lang="?"/>'), "bad-language", "newsItem/html/@lang"),
    (newsml('<Language FormalName="en_GB"/>'), "bad-language", "NewsML/Language/@FormalName"),
    # versions
    *((item(attributes=f'version="{version}"'), "bad-version", "newsItem/@version") for version in ("0", "-1", "1.5", "")),
    (newsml("<RevisionId>0</RevisionId>"), "bad-version", "NewsML/RevisionId"),
    (nitf('<du-key version="-2"/>'), "bad-version", "nitf/du-key/@version"),
    *((item(attributes=f'standardversion="{version}"'), "unknown-version", "newsItem/@standardversion")
      for version in ("2.36", "3.0", "two")),
    (newsml("", 'Version="1.3"'), "unknown-version", "NewsML/@Version"),
    (nitf("", 'version="3.4"'), "unknown-version", "nitf/@version"),
    # positions
    *((item(f'<position latitude="{latitude}" longitude="{longitude}"/>'), "bad-position", "newsItem/position")
      for latitude, longitude in [("91", "0"), ("0", "181"), ("", "0"), ("north", "0"), ("NaN", "0")]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "code", "path"), FAULTS)
def test_each_rule_finds_its_problem(data: bytes, code: str, path: str) -> None:
    assert found(data) == [(code, path)]


def test_every_rule_is_tried() -> None:
    assert {code for _, code, _ in FAULTS} == {rule.code for rule in XML_RULES}


SOUND = [
    item(attributes='version="3" standardversion="2.9" standard="NewsML-G2" xml:lang="zh-Hant"'),
    item(attributes='standardversion="3.1" standard="SportsML-G2"'),
    item(attributes='xml:lang=""'),
    item('<inlineRef idrefs="a b"/><p id="a"/><partMeta partid="b" contentrefs="a"/>'),
    item('<inlineRef idrefs="a"/><o:x xmlns:o="urn:o" id="a"/>'),
    item('<subject qcode="medtop:04000000" type="cpnat:abstract"/><altId environment="  "/>'),
    item('<o:x xmlns:o="urn:o" qcode="nobody:1" created="soon"/>'),
    item('<a rel="nofollow"/>'),
    item("<embargoed/><embargoed>2024-05-14T10:00:00+02:00</embargoed><versionCreated> 2024-05-14T24:00:00 </versionCreated>"),
    item("<start>2024</start><end>--05-14</end><scheduled>---14</scheduled><scheduled>--05</scheduled>"),
    item("<expires>2024-05-14Z</expires><born>1960</born><died>2024-05-14T10:00:00.1234567+14:00</died>"),
    item("<created><timestamp>2024-05</timestamp></created>"),
    item('<position latitude="-90" longitude="180"/>'),
    newsml('<Topic Duid="t"/><Party Topic="#t" Vocabulary="urn:x"/><Replace DuidRef="elsewhere"/>', 'Version="1.2"'),
    newsml("<DateAndTime>20240514T100000+0200</DateAndTime><DateId>20240514</DateId><StartDate>some day</StartDate>"),
    newsml('<RevisionId PreviousRevision="0">1</RevisionId><Language FormalName="ar"/><Language FormalName="?" Scheme="own"/>'),
    nitf('<date.issue norm="20240514000000-0500"/><date.issue/><chron norm="20240514T100000Z"/><p norm="x"/>'),
    nitf('<du-key version="first"/>', 'version="-//IPTC//DTD NITF 3.2//EN"'),
    f'<newsMessage xmlns="{NAR}"><header>{IPTC}<timestamp role="received">2024-05-14T10:00:00Z</timestamp></header></newsMessage>'.encode(),
]  # fmt: skip


@pytest.mark.parametrize("data", SOUND)
def test_what_is_sound_has_no_problems(data: bytes) -> None:
    assert check_document(data) == []


def test_a_problem_has_its_line_and_says_what_is_wrong() -> None:
    problem = only(b"<nitf>\n<p id='a'/>\n<p id='a'/></nitf>")

    assert problem.line == 3
    assert (
        str(problem)
        == "duplicate-id nitf/p[2]/@id: the identifier 'a' stands here again, as at line 2 (line 3)"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (item('<position latitude="120.5" longitude="14"/>'), "the two look swapped"),
        (item('<position latitude="200" longitude="14"/>'), ""),
        (item('<position latitude="95" longitude="100"/>'), ""),
        (item(attributes='xml:lang="en_US"'), "'en-US' is one"),
        (item(attributes='xml:lang="?"'), ""),
        (item('<subject qcode="https://x.example/1"/>'), "a URI stands in @uri"),
        (item('<subject type="urn:x:1"/>'), "a URI stands in @typeuri"),
        (item(attributes='standardversion="2.99"'), "the newest version known is 2.35"),
    ],
)
def test_hints(data: bytes, said: str) -> None:
    assert only(data).hint == said


def test_dates_say_what_is_wrong_with_them() -> None:
    message = only(item("<versionCreated>2024-02-30T10:00:00Z</versionCreated>")).message

    assert (
        message == "expected a day from 1 to 29, as 2024-02 has 29 days (not 30), got '2024-02-30T10:00:00Z'"
    )
    assert (
        only(item("<sent>soon</sent>")).message
        == "expected a date and time such as 2024-05-14T10:00:00Z, got 'soon'"
    )


def test_an_alias_is_told_once_an_item() -> None:
    problem = only(item('<subject qcode="no:1"/><subject qcode="no:2"/><genre qcode="no:3"/>'))

    assert problem.message == "no catalogue of the item declares the alias 'no' (3 times)"


def test_items_of_a_message_have_their_own_catalogues() -> None:
    own = '<catalog><scheme alias="own" uri="https://x.example/"/></catalog>'
    first, second = (item('<subject qcode="own:1"/>', catalogs=each).decode() for each in (own, IPTC))
    message = f'<newsMessage xmlns="{NAR}"><header/><itemSet>{first}{second}</itemSet></newsMessage>'.encode()

    assert found(message) == [("unknown-alias", "newsMessage/itemSet/newsItem[2]/subject/@qcode")]


def test_aliases_of_a_newer_catalogue_are_not_those_of_an_older_one() -> None:
    older = IPTC.replace("41", "36")

    assert found(item('<subject qcode="tone:1"/>')) == []
    assert found(item('<subject qcode="tone:1"/>', catalogs=older)) == [
        ("unknown-alias", "newsItem/subject/@qcode")
    ]
    assert found(item('<subject qcode="medtop:1"/>', catalogs=older)) == []


def test_catalogues_of_the_caller_are_known() -> None:
    data = item('<subject qcode="own:1"/>', catalogs='<catalogRef href="https://x.example/own.xml"/>')
    own = Catalog((("own", "https://x.example/codes/"),), "own.xml")
    other = Catalog((("own", "https://x.example/codes/"),))

    assert found(data, own) == []
    assert found(data, other) == []
    assert found(item('<subject qcode="own:1"/>'), other) == []


def test_a_missing_catalogue_is_told_only_where_it_is_missed() -> None:
    data = item(
        '<subject qcode="medtop:1"/>', catalogs=IPTC + '<catalogRef href="https://x.example/own.xml"/>'
    )

    assert found(data) == []


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf", b"<?xml version='1.0'?>\n<!-- x -->\n"])
def test_documents_are_known_by_how_they_begin(prefix: bytes) -> None:
    assert found(prefix + b"<nitf version='x'/>") == [("unknown-version", "nitf/@version")]


def test_documents_in_utf_16() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><nitf version="x"/>'

    assert found(text.encode("utf-16")) == [("unknown-version", "nitf/@version")]


def test_xml_that_is_broken_is_a_syntax_fault() -> None:
    with pytest.raises(SyntaxFault):
        check_document(b"<nitf><body></nitf>")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"A page's text",
        b"<!doctype html><p>x<p>y",
        b"[Photo] A page's text",
        b"{ a page",
        b"<x/>",
        b"{}",
    ],
)
def test_documents_of_other_kinds_have_no_problems(data: bytes) -> None:
    assert check_document(data) == []


def test_json_has_its_rule() -> None:
    assert found(b'{"a": {"b": 1, "b": 2}}') == [("duplicate-key", "/a/b")]
    assert found(b'\xef\xbb\xbf [{"b": 1}]') == []
    assert [rule.code for rule in JSON_RULES] == ["duplicate-key"]


# the tables, and the schemas that they are taken from


XS = "{http://www.w3.org/2001/XMLSchema}"


def declared(schema: Path, kind: str, types: tuple[str, ...]) -> Counter[str]:
    """The names of elements or attributes of some types, or of types that extend them."""
    root = etree.parse(str(schema)).getroot()
    names: Counter[str] = Counter()
    for each in root.iter(f"{XS}{kind}"):
        base = next(
            (
                inner.get("base")
                for inner in each.iterfind(f"{XS}complexType/{XS}simpleContent/{XS}extension")
            ),
            None,
        )
        if (each.get("type") or base) in types and (name := each.get("name")):
            names[name] += 1
    return names


@pytest.fixture(scope="module")
def power(shared: Path) -> Path:
    return shared / "conformance/newsml-g2/xsd/NewsML-G2_2.35-spec-All-Power.xsd"


def test_the_attributes_with_qcodes_are_those_of_the_schema(power: Path) -> None:
    assert set(declared(power, "attribute", ("QCodeType", "QCodeListType"))) == newsml_g2_aliases.ATTRIBUTES


def test_the_elements_and_attributes_with_times_are_those_of_the_schema(power: Path) -> None:
    kinds = ("DateTimePropType", "DateOptTimePropType", "TruncatedDateTimePropType", "ApproximateDateTimePropType",
             "DateTimeOrNullPropType")  # fmt: skip

    elements = set(declared(power, "element", kinds))
    attributes = set(declared(power, "attribute", ("DateOptTimeType", "TruncatedDateTimeType")))

    assert elements == set(dates.G2_ELEMENTS)
    assert attributes == set(dates.G2_ATTRIBUTES)


def test_the_references_are_those_of_the_schema(power: Path) -> None:
    told = references.REFERENCES[Vocabulary.NEWSML_G2]

    assert set(declared(power, "attribute", ("xs:IDREF", "xs:IDREFS"))) == set(told)


def test_official_files_with_dangling_references(shared: Path) -> None:
    paths = (shared / "conformance/newsml-g2/unit_tests").glob("*/should_pass/*.xml")

    dangling = [path for path in paths if "dangling-reference" in dict(found(path.read_bytes()))]

    assert len(dangling) == 4  # as the README beside them says


def test_what_agencies_send(shared: Path) -> None:
    agencies = {
        agency: Counter(
            code
            for path in sorted((shared / "samples/agency" / agency).glob("*.xml"))
            for code, _ in found(path.read_bytes())
        )
        for agency in ("dpa-2017", "stt-2012", "afp-arabic")
    }

    assert agencies == {
        "dpa-2017": {"missing-catalog": 30},
        "stt-2012": {"unknown-alias": 120, "bad-position": 1},
        "afp-arabic": {},
    }
