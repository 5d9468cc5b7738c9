"""Documents against schemas of a folder: small ones of our own, and the official ones where they are at hand."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from newsmodel import NoSchema, Problem, Schemas, SyntaxFault
from newsmodel.schemas import folder, telling

NAR = "http://iptc.org/std/nar/2006-10-01/"
NITF = "http://iptc.org/std/NITF/2006-10-18/"
XHTML = "http://www.w3.org/1999/xhtml"
XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"'


def item_schema(version: str, children: str, before: str = "") -> str:
    return (
        f'<xs:schema {XS} xmlns="{NAR}" targetNamespace="{NAR}" version="{version}">{before}'
        f'<xs:element name="newsItem"><xs:complexType><xs:sequence>{children}</xs:sequence></xs:complexType></xs:element>'
        "</xs:schema>"
    )


SENT = '<xs:element name="sent" type="xs:dateTime"/>'
URGENCY = '<xs:element name="urgency" type="xs:integer" minOccurs="0"/>'
INLINE = (
    '<xs:element name="inlineXML"><xs:complexType><xs:sequence><xs:any namespace="##other" processContents="lax"/>'
    "</xs:sequence></xs:complexType></xs:element>"
)
BODY_SCHEMA = (
    f'<xs:schema {XS} xmlns="{XHTML}" targetNamespace="{XHTML}"><xs:element name="html"><xs:complexType><xs:sequence>'
    '<xs:element name="p" type="xs:string"/></xs:sequence></xs:complexType></xs:element></xs:schema>'
)
NITF_SCHEMA = (
    f'<xs:schema {XS} xmlns="{NITF}" targetNamespace="{NITF}" version="3.6"><xs:element name="nitf"><xs:complexType>'
    '<xs:sequence><xs:element name="body" type="xs:string"/></xs:sequence>'
    '<xs:attribute name="version" fixed="-//IPTC//DTD NITF 3.6//EN"/></xs:complexType></xs:element></xs:schema>'
)
NEWSML_DTD = """<!-- <!ELEMENT nothing EMPTY> News of our own, Version 1.2 -->
<!ENTITY % named "Name CDATA #IMPLIED">
<!ELEMENT NewsML (DataContent?)><!ATTLIST NewsML Version CDATA #IMPLIED %named;>
<!ELEMENT DataContent ANY>
"""


def item(children: str) -> bytes:
    return f'<newsItem xmlns="{NAR}">\n{children}</newsItem>'.encode()


def files(root: Path, **texts: str) -> Schemas:
    """Write files, whose names stand with ``__`` for the folder and ``_`` for the dot."""
    for name, text in texts.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Schemas(root)


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_a_problem_has_its_code_place_line_and_message(tmp_path: Path) -> None:
    schemas = files(tmp_path, any_xsd=item_schema("2.35", SENT + URGENCY))

    (problem,) = schemas.check(item("<sent>2024-05-14T10:00:00Z</sent>\n<urgency>high</urgency>"))

    assert (problem.code, problem.path, problem.line) == ("schema", "newsItem/urgency", 3)
    assert problem.message == "'high' is not a valid value of the atomic type 'xs:integer'."
    assert schemas.check(item("<sent>2024-05-14T10:00:00Z</sent>")) == []


def test_paths_of_elements_with_prefixes(tmp_path: Path) -> None:
    schemas = files(tmp_path, any_xsd=item_schema("2.35", URGENCY))
    document = f'<n:newsItem xmlns:n="{NAR}"><n:urgency>high</n:urgency></n:newsItem>'.encode()

    assert [problem.path for problem in schemas.check(document)] == ["newsItem/urgency"]


def versioned(attributes: str, children: str) -> bytes:
    return item(children).replace(b"<newsItem", f"<newsItem {attributes}".encode())


def attributed(version: str, children: str) -> str:
    return item_schema(version, children).replace(
        "</xs:complexType></xs:element></xs:schema>",
        '<xs:anyAttribute namespace="##local" processContents="skip"/></xs:complexType></xs:element></xs:schema>',
    )


ONE, TWO, THREE = (f'<xs:element name="v{number}"/>' for number in (1, 2, 3))


def test_the_newest_schema_counts_whatever_its_name_where_no_version_is_said(tmp_path: Path) -> None:
    schemas = files(
        tmp_path, z_xsd=item_schema("2.9", URGENCY), deep__a_XSD=item_schema("2.35", SENT), note_txt="none"
    )

    assert codes(schemas.check(item("<sent>2024-05-14T10:00:00Z</sent>"))) == []
    assert codes(schemas.check(item("<urgency>1</urgency>"))) == ["schema"]


@pytest.mark.parametrize(
    ("said", "judge", "told"),
    [
        ("2.9", "v1", []),
        ("2.20", "v2", []),
        (" 2.20 ", "v2", []),
        ("2.8", "v1", []),
        ("2.10", "v2", []),
        ("2.30", "v3", []),
        ("2.36", "v3", ["schema-older"]),
        ("none", "v3", []),
    ],
)
def test_the_version_that_an_item_says_picks_the_schema_or_the_next_newer_one(
    tmp_path: Path, said: str, judge: str, told: list[str]
) -> None:
    schemas = files(
        tmp_path, a_xsd=attributed("2.35", THREE), b_xsd=attributed("2.9", ONE), c_xsd=attributed("2.20", TWO)
    )
    right = {
        name
        for name in ("v1", "v2", "v3")
        if "schema" not in codes(schemas.check(versioned(f'standardversion="{said}"', f"<{name}/>")))
    }

    assert right == {judge}
    assert codes(schemas.check(versioned(f'standardversion="{said}"', f"<{judge}/>"))) == told


def test_an_older_schema_is_told_with_both_versions(tmp_path: Path) -> None:
    schemas = files(tmp_path, a_xsd=attributed("2.9", ONE))

    (problem,) = schemas.check(versioned('standardversion="2.35"', "<v1/>"))

    assert str(problem) == (
        "schema-older: the document follows version 2.35, and the newest schema for it is a.xsd of 2.9 "
        "(put the schema of its version into the folder)"
    )


def test_other_standards_count_their_own_versions(tmp_path: Path) -> None:
    schemas = files(tmp_path, a_xsd=attributed("2.35", THREE), b_xsd=attributed("2.9", ONE))

    sports = versioned('standard="SportsML-G2" standardversion="3.1"', "<v3/>")

    assert schemas.check(sports) == []


def test_the_conformance_of_an_item_picks_among_schemas_of_one_version(tmp_path: Path) -> None:
    more = ONE.replace("/>", ' minOccurs="0"/>')
    core, power = attributed("2.35", more), attributed("2.35", more + TWO.replace("/>", ' minOccurs="0"/>'))
    schemas = files(tmp_path, a_xsd=core, b_xsd=power)

    assert codes(schemas.check(versioned('conformance="power"', "<v2/>"))) == []
    assert codes(schemas.check(versioned('conformance="core"', "<v2/>"))) == ["schema"]
    assert codes(schemas.check(item("<v2/>"))) == ["schema"]  # core is the default
    assert codes(schemas.check(item("<v1/>"))) == []


def test_a_message_is_judged_by_the_newest_version_in_it(tmp_path: Path) -> None:
    message = (
        '<xs:element name="newsMessage"><xs:complexType><xs:sequence><xs:any processContents="lax" maxOccurs="unbounded"/>'
        "</xs:sequence></xs:complexType></xs:element></xs:schema>"
    )
    schemas = files(
        tmp_path,
        **{
            f"{name}_xsd": attributed(version, f"<xs:choice>{choice}</xs:choice>").replace(
                "</xs:schema>", message
            )
            for name, version, choice in [("a", "2.9", ONE), ("b", "2.20", ONE + TWO), ("c", "2.35", THREE)]
        },
    )
    first = versioned('standardversion="2.9" conformance="power"', "<v1/>").decode()
    second = versioned('standardversion="2.20"', "<v3/>").decode()

    (problem,) = schemas.check(f'<newsMessage xmlns="{NAR}">\n{first}\n{second}</newsMessage>'.encode())

    assert (problem.code, problem.path, problem.line) == ("schema", "newsMessage/newsItem[2]/v3", 5)


def test_schemas_that_bear_the_version_of_the_news_architecture(tmp_path: Path) -> None:
    told = "<xs:annotation><xs:documentation>NewsML-G2 {} - News Item XML Schema</xs:documentation></xs:annotation>"
    schemas = files(
        tmp_path,
        a_xsd=attributed("1.3", ONE).replace('version="1.3">', f'version="1.3">{told.format("2.2")}'),
        b_xsd=attributed("1.9", TWO).replace('version="1.9">', f'version="1.9">{told.format("2.8")}'),
    )

    assert schemas.check(versioned('standardversion="2.2"', "<v1/>")) == []
    assert schemas.check(versioned('standardversion="2.7"', "<v2/>")) == []
    assert schemas.check(item("<v2/>")) == []
    alone = files(tmp_path / "x", a_xsd=attributed("1.3", ONE))
    assert alone.check(versioned('standardversion="2.2"', "<v1/>")) == []  # how old it is nobody knows


def test_elements_may_be_declared_in_an_included_schema(tmp_path: Path) -> None:
    outer = f'<xs:schema {XS} targetNamespace="{NAR}" version="9"><xs:include schemaLocation="inner.xsd"/></xs:schema>'
    schemas = files(tmp_path, outer_xsd=outer, inner_xsd=item_schema("1.0", SENT))

    assert codes(schemas.check(item("<urgency/>"))) == ["schema"]
    assert {each.path.name for each in schemas._found.describing(NAR, "newsItem")} == {  # noqa: SLF001
        "outer.xsd",
        "inner.xsd",
    }


def test_a_schema_that_cannot_be_used_is_told_and_an_older_one_taken(tmp_path: Path) -> None:
    broken = item_schema("2.36", '<xs:element ref="nowhere"/>')
    schemas = files(tmp_path, new_xsd=broken, old_xsd=item_schema("2.35", URGENCY), bad_xsd="<xs:schema")

    (problem,) = schemas.check(item("<urgency>1</urgency>"))

    assert problem.code == "schema-unusable"
    assert problem.message.startswith("new.xsd cannot be used: ")
    assert "nowhere" in problem.message


def test_no_schema_that_can_be_used_is_no_schema(tmp_path: Path) -> None:
    schemas = files(tmp_path, new_xsd=item_schema("2.36", '<xs:element ref="nowhere"/>'))

    with pytest.raises(NoSchema, match=r"new\.xsd cannot be used: .*nowhere"):
        schemas.check(item(""))


def test_what_is_mended_before_it_is_validated_is_told(tmp_path: Path) -> None:
    schemas = files(tmp_path, any_xsd=item_schema("2.35", URGENCY))

    (problem,) = schemas.check(
        b'<?xml version="1.0" encoding="ISO-8859-1"?>' + item("<!-- \u0627 --><urgency>1</urgency>")
    )

    assert str(problem) == "mended: the bytes are UTF-8, whatever the declaration says (line 1)"


def test_the_problems_of_a_document_are_told_up_to_a_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schemas = files(tmp_path, any_xsd=item_schema("2.35", URGENCY.replace("/>", ' maxOccurs="unbounded"/>')))
    monkeypatch.setattr(telling, "MAX_PROBLEMS", 2)

    found = schemas.check(item("<urgency>high</urgency>" * 1234))

    assert [str(problem) for problem in found[1:]] == [
        "schema newsItem/urgency[2]: 'high' is not a valid value of the atomic type 'xs:integer'. (line 2)",
        "schema: and 1,232 problems more",
    ]


# what stands inside


def test_bodies_are_checked_by_their_own_schema(tmp_path: Path) -> None:
    document = item(f'<inlineXML><html xmlns="{XHTML}"><section/></html></inlineXML>')

    alone = files(tmp_path / "a", item_xsd=item_schema("2.35", INLINE))
    both = files(tmp_path / "b", item_xsd=item_schema("2.35", INLINE), sub__xhtml_xsd=BODY_SCHEMA)

    assert alone.check(document) == []
    (problem,) = both.check(document)
    assert (problem.code, problem.path) == ("schema-body", "newsItem/inlineXML/html/section")


def test_a_body_whose_schema_cannot_be_used_is_told(tmp_path: Path) -> None:
    document = item(f'<inlineXML><html xmlns="{XHTML}"><section/></html></inlineXML>')
    broken = BODY_SCHEMA.replace("xs:string", "xs:nothing")
    schemas = files(tmp_path, item_xsd=item_schema("2.35", INLINE), xhtml_xsd=broken)

    (problem,) = schemas.check(document)

    assert problem.code == "schema-unusable"
    assert "xhtml.xsd" in problem.message


# nothing from elsewhere


@pytest.mark.parametrize(
    "place", ["http://schemas.example/part.xsd", "../part.xsd", "ftp://x/part.xsd", "PART.XSD"]
)
def test_imports_are_answered_from_the_folder_only(tmp_path: Path, place: str) -> None:
    (tmp_path / "part.xsd").write_text(f'<xs:schema {XS} targetNamespace="urn:part"/>')  # outside the folder
    needed = f'<xs:import namespace="urn:part" schemaLocation="{place}"/>'
    schemas = files(tmp_path / "in", item_xsd=item_schema("2.35", URGENCY, needed))

    with pytest.raises(NoSchema, match=r"item\.xsd cannot be used"):
        schemas.check(item(""))

    part = f'<xs:schema {XS} targetNamespace="urn:part"/>'
    again = files(tmp_path / "in", item_xsd=item_schema("2.35", URGENCY, needed), deep__part_xsd=part)
    assert again.check(item("<urgency>1</urgency>")) == []


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    files(tmp_path / "out", item_xsd=item_schema("2.35", URGENCY))
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "link.xsd").symlink_to(tmp_path / "out" / "item.xsd")
    (inside / "folder").symlink_to(tmp_path / "out")

    with pytest.raises(NoSchema, match="no schema for a document that begins with newsItem in the namespace"):
        Schemas(inside).check(item(""))


def test_a_schema_reads_no_files_by_entities(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(URGENCY)
    text = item_schema("2.35", "&stolen;")
    doctype = f'<!DOCTYPE xs:schema [<!ENTITY stolen SYSTEM "{secret.as_uri()}">]>'
    schemas = files(tmp_path / "in", item_xsd=doctype + text)

    with pytest.raises(NoSchema):
        schemas.check(item("<urgency>1</urgency>"))


def test_a_folder_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schemas = files(tmp_path, item_xsd=item_schema("2.35", URGENCY), a_txt="", b_txt="")
    monkeypatch.setattr(folder, "MAX_FILES", 2)

    with pytest.raises(NoSchema, match="more than 2 files"):
        schemas.check(item(""))


def test_what_is_too_deep_or_too_large_is_no_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "__".join("abcdefghi")
    schemas = files(tmp_path, **{f"{deep}__item_xsd": item_schema("2.35", URGENCY)})

    with pytest.raises(NoSchema):
        schemas.check(item(""))

    monkeypatch.setattr(folder, "MAX_SIZE", 10)
    with pytest.raises(NoSchema):
        files(tmp_path, item_xsd=item_schema("2.35", URGENCY)).check(item(""))


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Schemas(tmp_path / "nowhere").check(item(""))


def test_a_document_that_is_no_xml_is_a_syntax_fault(tmp_path: Path) -> None:
    with pytest.raises(SyntaxFault):
        Schemas(tmp_path).check(b"<newsItem>")


# where libxml2 and the standards differ


@pytest.mark.parametrize("type_and_value", ["dateTime 2024-05-14T10:00:00.5+02:00", "date 2024-05-14", "gYear 2024",
                                            "gYearMonth 2024-05", "time 10:00:00Z", "duration PT1H30M"])  # fmt: skip
def test_white_space_around_times_is_no_fault(tmp_path: Path, type_and_value: str) -> None:
    kind, value = type_and_value.split()
    attributed = (
        f'<xs:element name="a"><xs:complexType><xs:simpleContent><xs:extension base="xs:{kind}">'
        f'<xs:attribute name="b" type="xs:{kind}"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>'
    )
    schemas = files(tmp_path, item_xsd=item_schema("2.35", attributed))

    assert schemas.check(item(f'<a b=" {value}&#10;">\n  {value}\t</a>')) == []
    assert codes(schemas.check(item(f'<a b="{value}"> {value} x </a>'))) == ["schema"]
    assert codes(schemas.check(item(f'<a b="{value}">\u00a0{value}</a>'))) == ["schema"]


def test_nitf_without_a_namespace_and_of_an_older_version(tmp_path: Path) -> None:
    schemas = files(tmp_path, nitf_xsd=NITF_SCHEMA)
    older = b'<nitf version="-//IPTC//DTD NITF 3.2//EN">\n<body/></nitf>'

    assert schemas.check(older) == []
    assert schemas.check(older.replace(b"<nitf", f'<nitf xmlns="{NITF}"'.encode())) == []
    (problem,) = schemas.check(b"<nitf><head/></nitf>")
    assert (problem.code, problem.path) == ("schema", "nitf/head")


def test_nitf_without_a_namespace_inside_an_item(tmp_path: Path) -> None:
    schemas = files(tmp_path, nitf_xsd=NITF_SCHEMA, item_xsd=item_schema("2.35", INLINE))

    (problem,) = schemas.check(item('<inlineXML><nitf xmlns=""><head/></nitf></inlineXML>'))

    assert (problem.code, problem.path) == ("schema-body", "newsItem/inlineXML/nitf/head")


def test_nitf_by_a_dtd(tmp_path: Path) -> None:
    dtd = '<!ENTITY % ruby PUBLIC "-//X//Y" "http://dtd.example/ruby.mod">\n%ruby;\n<!ELEMENT nitf (body, ruby?)><!ELEMENT body EMPTY>'
    schemas = files(tmp_path, nitf_dtd=dtd, parts__ruby_mod="<!ELEMENT ruby EMPTY>")

    assert schemas.check(b"<nitf><body/><ruby/></nitf>") == []
    assert schemas.check(f'<nitf xmlns="{NITF}"><body/></nitf>'.encode()) == []
    (problem,) = schemas.check(b"<nitf/>")
    assert (problem.code, problem.path, problem.line) == ("schema", "nitf", 1)
    with pytest.raises(NoSchema, match=r"nitf\.dtd cannot be used"):
        files(tmp_path / "alone", nitf_dtd=dtd).check(b"<nitf><body/></nitf>")


def test_newsml_1_may_hold_anything_as_data(tmp_path: Path) -> None:
    schemas = files(tmp_path, newsml_dtd=NEWSML_DTD)

    assert schemas.check(b'<NewsML Name="x"><DataContent>words <p/> more</DataContent></NewsML>') == []
    assert codes(schemas.check(b'<NewsML Nome="x"/>')) == ["schema"]


def test_the_data_of_newsml_1_is_judged_by_its_own_schemas(tmp_path: Path) -> None:
    document = (
        "<NewsML>\n<DataContent>words <nitf><body/></nitf>\n<nitf version='-//IPTC//DTD NITF 3.2//EN'><head/></nitf></DataContent>"
        f"<DataContent><html xmlns='{XHTML}'><p/>\n<section/></html><p/></DataContent></NewsML>"
    )
    dtd = NEWSML_DTD.replace("(DataContent?)", "(DataContent*)")

    alone = files(tmp_path / "a", newsml_dtd=dtd)
    all_three = files(tmp_path / "b", newsml_dtd=dtd, nitf_xsd=NITF_SCHEMA, xhtml_xsd=BODY_SCHEMA)
    broken = files(tmp_path / "c", newsml_dtd=dtd, nitf_xsd=NITF_SCHEMA.replace("xs:string", "xs:nothing"))
    data = document.encode()

    assert alone.check(data) == []
    assert [(each.code, each.path, each.line) for each in all_three.check(data)] == [
        ("schema-body", "NewsML/DataContent/nitf[2]/head", 3),
        ("schema-body", "NewsML/DataContent[2]/html/section", 4),
    ]
    assert codes(broken.check(data)) == ["schema-unusable"]


def test_newsml_1_is_judged_by_its_own_version(tmp_path: Path) -> None:
    old = NEWSML_DTD.replace("Version 1.2", "Version 1.0").replace("%named;>", ">")
    schemas = files(tmp_path, new_dtd=NEWSML_DTD, old_dtd=old)

    assert codes(schemas.check(b'<NewsML Version="1.0" Name="x"/>')) == ["schema"]
    assert codes(schemas.check(b'<NewsML Version="1.2" Name="x"/>')) == []
    assert codes(schemas.check(b'<NewsML Version="1.1" Name="x"/>')) == []
    assert codes(schemas.check(b'<NewsML Version="1.3" Name="x"/>')) == ["schema-older"]
    assert codes(schemas.check(b'<NewsML Version="x" Name="x"/>')) == []


@pytest.mark.parametrize(
    ("doctype", "told"),
    [
        ("PUBLIC 'urn:newsml:iptc.org:20001006:NewsMLv1.0:1' 'NewsMLv1.0.dtd'", ["schema"]),
        ("SYSTEM 'http://dtd.example/NewsMLv1.0.dtd'", ["schema"]),
        ("SYSTEM 'http://dtd.example/NewsML_1.2.dtd'", []),
        ("SYSTEM 'own.dtd'", []),
    ],
)
def test_the_version_may_stand_in_the_doctype(tmp_path: Path, doctype: str, told: list[str]) -> None:
    old = NEWSML_DTD.replace("Version 1.2", "Version 1.0").replace("%named;>", ">")
    schemas = files(tmp_path, new_dtd=NEWSML_DTD, old_dtd=old)

    assert codes(schemas.check(f"<!DOCTYPE NewsML {doctype}><NewsML Name='x'/>".encode())) == told


def test_nitf_is_judged_by_the_dtd_of_its_version_where_the_folder_has_it(tmp_path: Path) -> None:
    dtd = "<!-- -//IPTC//DTD NITF 3.2//EN --><!ELEMENT nitf (head)><!ELEMENT head EMPTY>"
    schemas = files(tmp_path, nitf_xsd=NITF_SCHEMA, old_dtd=dtd)
    older, newer = (f'version="-//IPTC//DTD NITF 3.{minor}//EN"' for minor in (2, 4))

    assert schemas.check(f"<nitf {older}><head/></nitf>".encode()) == []
    assert schemas.check(f"<nitf {newer}><body/></nitf>".encode()) == []
    assert schemas.check(b"<nitf><body/></nitf>") == []
    doctype = "<!DOCTYPE nitf PUBLIC '-//IPTC//DTD NITF 3.2//EN' 'nitf-3-2.dtd'>"
    assert schemas.check(f"{doctype}<nitf><head/></nitf>".encode()) == []


@pytest.mark.parametrize(
    ("document", "known"),
    [(b"<nitf/>", "nitf without a namespace"), (b"<x xmlns='urn:x'/>", "x in the namespace urn:x")],
)
def test_what_there_is_no_schema_for_is_told(tmp_path: Path, document: bytes, known: str) -> None:
    schemas = files(tmp_path, item_xsd=item_schema("2.35", URGENCY), newsml_dtd=NEWSML_DTD)

    with pytest.raises(
        NoSchema, match=re.escape(f"{tmp_path} has no schema for a document that begins with {known}")
    ):
        schemas.check(document)


# the official schemas: the figures of their own README


@pytest.fixture(scope="module")
def official(shared: Path) -> Schemas:
    return Schemas(shared / "conformance")


def valid(official: Schemas, paths: list[Path]) -> list[str]:
    """The files that no schema says anything against; two are encoded otherwise than they say, which has a code of its own."""
    return [path.name for path in paths if set(codes(official.check(path.read_bytes()))) <= {"mended"}]


def test_official_examples_of_newsml_g2(shared: Path, official: Schemas) -> None:
    paths = sorted((shared / "conformance/newsml-g2/examples").glob("*.xml"))
    items = [path for path in paths if etree.QName(etree.parse(str(path)).getroot()).namespace == NAR]

    passed = valid(official, items)

    assert (len(passed), len(items)) == (29, 30)
    assert [path.name[:10] for path in items if path.name not in passed] == ["LISTING_24"]
    for path in set(paths) - set(items):  # fragments
        with pytest.raises(NoSchema):
            official.check(path.read_bytes())


@pytest.mark.parametrize(("kind", "passing", "number"), [("should_pass", 150, 150), ("should_fail", 5, 10)])
def test_official_unit_tests_of_newsml_g2(
    shared: Path, official: Schemas, kind: str, passing: int, number: int
) -> None:
    paths = sorted((shared / "conformance/newsml-g2/unit_tests").glob(f"*/{kind}/*.xml"))

    assert (len(valid(official, paths)), len(paths)) == (passing, number)


def test_official_examples_of_newsml_1(shared: Path, official: Schemas) -> None:
    paths = sorted((shared / "conformance/newsml-1/examples").glob("*.xml"))

    assert (len(valid(official, paths)), len(paths)) == (4, 4)


def test_a_broken_body_is_found_by_the_official_schema_of_nitf(shared: Path, official: Schemas) -> None:
    path = next((shared / "conformance/newsml-g2/examples").glob("LISTING_2_*"))
    broken = path.read_bytes().replace(b"body.content", b"bodycontent")

    assert set(codes(official.check(broken))) == {"schema-body"}


def test_a_broken_body_in_newsml_1_is_found_by_the_official_schema_of_nitf(
    shared: Path, official: Schemas
) -> None:
    path = next((shared / "samples/agency/afp-arabic").glob("afp.com-*.xml"))
    broken = path.read_bytes().replace(b"body.content", b"bodycontent")

    assert "schema-body" not in codes(official.check(path.read_bytes()))
    assert "schema-body" in codes(official.check(broken))


def test_agencies_items_by_the_official_schemas(shared: Path, official: Schemas) -> None:
    found = {
        agency: Counter(
            code
            for path in sorted((shared / "samples/agency" / agency).glob("*.xml"))
            for code in set(codes(official.check(path.read_bytes())))
        )
        for agency in ("dpa-2017", "stt-2012", "afp-arabic")
    }

    assert found == {"dpa-2017": {"schema-body": 15}, "stt-2012": {"schema": 1}, "afp-arabic": {"schema": 12}}
