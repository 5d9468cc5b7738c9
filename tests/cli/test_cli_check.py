"""``newsmodel check``: many files, schemas, catalogues, the time of embargoes, exit codes."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner, Result

import newsmodel
from newsmodel.cli import Exit, main
from newsmodel.model import (
    Article,
    Attribution,
    AttributionRole,
    Embargo,
    Paragraph,
    PubStatus,
    Section,
)
from newsmodel.syntax import xml_length

ARTICLE = Article(
    id="urn:x:1",
    language="en",
    headlines="Bridge closed",
    published=date(2024, 5, 14),
    version_created=datetime(2024, 5, 14, 10, tzinfo=UTC),
    sections=[Section(None, [Paragraph("It is closed.")])],
    attributions=[Attribution("The Gazette", role=AttributionRole.PUBLISHER)],
)
NAR = "http://iptc.org/std/nar/2006-10-01/"
SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{NAR}" version="2.35">
<xs:element name="newsItem"><xs:complexType><xs:sequence><xs:any processContents="lax" maxOccurs="unbounded"/></xs:sequence>
<xs:anyAttribute processContents="skip"/></xs:complexType></xs:element>
<xs:element name="itemMeta"><xs:complexType mixed="true"><xs:sequence>
<xs:any processContents="skip" maxOccurs="{{most}}"/></xs:sequence></xs:complexType></xs:element></xs:schema>"""


def run(*arguments: str | Path, data: bytes | None = None, **environment: str) -> Result:
    return CliRunner(env=environment).invoke(main, ["check", *map(str, arguments)], input=data)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "sound.xml"
    path.write_bytes(newsmodel.write(ARTICLE, "newsml-g2"))
    return path


@pytest.fixture
def faulty(tmp_path: Path, sound: Path) -> Path:
    path = tmp_path / "faulty.xml"
    path.write_bytes(sound.read_bytes().replace(b"ninat:text", b"nobody:text"))
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.xml"
    path.write_bytes(f"<newsItem xmlns='{NAR}'><a>".encode())
    return path


def schemas(tmp_path: Path, most: str = "unbounded") -> Path:
    folder = tmp_path / "schemas"
    folder.mkdir()
    (folder / "item.xsd").write_text(SCHEMA.format(most=most))
    return folder


def test_many_files_are_checked_in_one_call(sound: Path, faulty: Path, broken: Path) -> None:
    two = run(sound, faulty)
    three = run(broken, faulty, sound)

    assert run(sound, sound).output == ""
    assert two.exit_code == Exit.FOUND
    assert two.stdout.startswith(f"{faulty}: unknown-alias newsItem/itemMeta/itemClass/@qcode: ")
    assert all(line.startswith(f"{faulty}: ") for line in two.stdout.splitlines())
    assert three.exit_code == Exit.INPUT
    assert three.stdout == two.stdout
    assert three.stderr.startswith(f"newsmodel: {broken}: not well-formed XML")


def test_a_file_that_is_not_there_does_not_keep_others_from_being_checked(
    tmp_path: Path, faulty: Path
) -> None:
    result = run(tmp_path / "absent.xml", faulty)

    assert result.exit_code == Exit.INPUT
    assert "absent.xml: No such file or directory" in result.stderr
    assert "unknown-alias" in result.stdout


def test_a_file_is_wanted() -> None:
    result = run()

    assert result.exit_code == Exit.USAGE
    assert "Missing argument 'FILE...'" in result.stderr


def test_debug_shows_where_the_fault_of_a_file_comes_from(broken: Path) -> None:
    assert "Traceback (most recent call last)" in run("--debug", broken).stderr
    assert "Traceback" not in run(broken).stderr


# JSON


def test_findings_as_lines_of_json(faulty: Path, sound: Path) -> None:
    faulty.write_bytes(faulty.read_bytes().replace(b"<itemMeta>", b"<itemMeta><urgency>high</urgency>"))

    result = run("--json", faulty)

    problem, *losses = (json.loads(line) for line in result.stdout.splitlines())
    assert result.exit_code == Exit.FOUND
    assert problem == {
        "file": str(faulty),
        "article": None,
        "code": "unknown-alias",
        "path": "newsItem/itemMeta/itemClass/@qcode",
        "line": 10,
        "message": "no catalogue of the item declares the alias 'nobody'",
        "hint": "declare it in a catalog, or give the catalogue to the check",
        "where": "",
        "value": None,
    }
    assert [list(loss) for loss in losses] == [list(problem)] * len(losses)
    assert {
        "file": str(faulty),
        "article": None,
        "code": "UNREADABLE",
        "path": "",
        "line": 9,
        "message": "expected an integer, got 'high'",
        "hint": "",
        "where": "itemMeta/urgency/text()",
        "value": "high",
    } in losses
    assert run("--json", sound).output == ""


def test_json_says_which_of_several_articles(sound: Path) -> None:
    one = sound.read_bytes().split(b"?>", 1)[1].replace(b"<headline>Bridge closed</headline>", b"")
    item = one.replace(b"<title>Bridge closed</title>", b"<title></title>").decode()
    message = f'<newsMessage xmlns="{NAR}"><header/><itemSet>{item}{item}</itemSet></newsMessage>'

    result = run("--json", "-", data=message.encode())

    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(each["article"], each["path"]) for each in found if each["code"] == "no-headline"] == [
        (1, "headlines"),
        (2, "headlines"),
    ]
    assert {each["file"] for each in found} == {"standard input"}


# documents with several articles, or with none


def message(*items: str) -> bytes:
    return f'<newsMessage xmlns="{NAR}"><header/><itemSet>{"".join(items)}</itemSet></newsMessage>'.encode()


CONCEPT = (
    f'<conceptItem xmlns="{NAR}"><catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>'
    '<concept><conceptId qcode="medtop:1"/></concept></conceptItem>'
)


@pytest.mark.parametrize("streamed", [xml_length.STREAMED, 0])
def test_what_stands_beside_the_articles_is_in_order(
    sound: Path, streamed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xml_length, "STREAMED", streamed)
    inside = sound.read_bytes().split(b"?>", 1)[1].decode()

    for items in ([inside, CONCEPT], [CONCEPT, inside]):
        result = run("-", data=message(*items))

        assert (result.stdout, result.exit_code) == ("", Exit.OK)


def test_a_header_that_cannot_be_understood_is_told(sound: Path) -> None:
    inside = sound.read_bytes().split(b"?>", 1)[1].decode()
    result = run("-", data=message(inside).replace(b"<header/>", b"<header><sent>noon</sent></header>"))

    assert result.exit_code == Exit.FOUND
    assert "standard input: UNREADABLE header/sent/text() (line 1): 'noon'" in result.stdout


@pytest.mark.parametrize("form", [[], ["--from", "newsml-g2"]])
def test_items_that_hold_no_news_are_checked_all_the_same(form: list[str]) -> None:
    alone, together = CONCEPT.encode(), message(CONCEPT, CONCEPT)

    assert [(run(*form, "-", data=data).exit_code) for data in (alone, together)] == [Exit.OK, Exit.OK]
    faulty = run(*form, "-", data=alone.replace(b"medtop:", b"nobody:"))
    assert faulty.exit_code == Exit.FOUND
    assert faulty.output.startswith("standard input: unknown-alias conceptItem/concept/conceptId/@qcode")


def test_a_message_without_items_holds_no_article() -> None:
    result = run("-", data=message())

    assert result.exit_code == Exit.FOUND
    assert "standard input: no-article: the document holds no article" in result.stdout


# schemas


@pytest.mark.parametrize("by", ["option", "environment"])
def test_documents_are_validated_by_the_schemas_of_a_folder(tmp_path: Path, sound: Path, by: str) -> None:
    folder = schemas(tmp_path, most="1")

    result = run("--schema", folder, sound) if by == "option" else run(sound, NEWSMODEL_SCHEMAS=str(folder))

    assert result.exit_code == Exit.FOUND
    (line,) = result.stdout.splitlines()
    assert line.startswith(
        f"{sound}: schema newsItem/itemMeta/provider: This element is not expected. (line "
    )


def test_what_is_valid_is_silent(tmp_path: Path, sound: Path) -> None:
    result = run("--schema", schemas(tmp_path), sound)

    assert (result.exit_code, result.output) == (Exit.OK, "")


def test_findings_of_schema_document_and_article_come_in_this_order(tmp_path: Path, faulty: Path) -> None:
    bare = faulty.read_bytes().replace(b"<headline>", b"<slugline>").replace(b"</headline>", b"</slugline>")
    faulty.write_bytes(bare.replace(b"<title>Bridge closed</title>", b"<title></title>"))

    result = run("--schema", schemas(tmp_path, most="1"), faulty)

    kinds = [line.split(": ")[1].split()[0] for line in result.stdout.splitlines()]
    assert [kind for kind in kinds if kind.islower()] == ["schema", "unknown-alias", "no-headline"]


def test_a_folder_without_a_schema_for_a_document_is_a_wrong_call(
    tmp_path: Path, sound: Path, faulty: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()

    result = run("--schema", empty, sound)
    both = run(sound, faulty, NEWSMODEL_SCHEMAS=str(empty))

    assert (result.exit_code, result.stdout) == (Exit.USAGE, "")
    assert result.stderr == (
        f"newsmodel: {sound}: {empty} has no schema for a document that begins with newsItem in the namespace {NAR}\n"
    )
    assert both.exit_code == Exit.USAGE
    assert both.stderr.count("has no schema") == 2
    assert "unknown-alias" in both.stdout  # our own rules run all the same


def test_documents_that_have_no_such_schemas(tmp_path: Path) -> None:
    folder, native = schemas(tmp_path), newsmodel.write(ARTICLE, "native")

    asked = run("--schema", folder, "-", data=native)
    standing = run("-", data=native, NEWSMODEL_SCHEMAS=str(folder))

    assert asked.exit_code == Exit.USAGE
    assert asked.stderr == (
        "newsmodel: standard input: --schema is for NewsML-G2, NewsML 1, NITF and ninjs, and this is none of them\n"
    )
    assert (standing.exit_code, standing.output) == (Exit.OK, "")


def test_a_folder_of_schemas_must_be_one(tmp_path: Path, sound: Path) -> None:
    for wrong in (tmp_path / "absent", sound):
        result = run("--schema", wrong, sound)

        assert result.exit_code == Exit.USAGE
        assert "Invalid value for '--schema'" in result.stderr


# catalogues


def test_catalogues_are_known_by_the_names_of_their_files(tmp_path: Path, sound: Path) -> None:
    reference = b'<catalogRef href="https://x.example/c/own.xml"/><rightsInfo/>'
    sound.write_bytes(
        sound.read_bytes()
        .replace(b"ninat:text", b"own:text")
        .replace(b"<pubHistory>", reference + b"<pubHistory>")
    )
    catalog = tmp_path / "own.xml"
    catalog.write_text(f'<catalog xmlns="{NAR}"><scheme alias="own" uri="https://x.example/"/></catalog>')

    assert "missing-catalog" in run(sound).stdout
    assert "-catalog" not in (known := run("--catalog", catalog, sound)).stdout
    assert "unknown-alias" not in known.stdout


@pytest.mark.parametrize(
    ("text", "said"), [(b"<x/>", "expected a catalog of NewsML-G2"), (b"<x", "not well-formed XML")]
)
def test_a_catalogue_must_be_one(tmp_path: Path, sound: Path, text: bytes, said: str) -> None:
    path = tmp_path / "own.xml"
    path.write_bytes(text)

    result = run("--catalog", path, sound)

    assert result.exit_code == Exit.INPUT
    assert result.stderr.startswith(f"newsmodel: {path}: {said}")


# the time of embargoes


@pytest.mark.parametrize(
    ("reference", "over"),
    [("2024-05-15T10:00Z", True), ("2024-05-15", True), ("2024-05-14T09:00Z", False), (None, True)],
)
def test_embargoes_are_looked_at_from_a_reference_or_now(reference: str | None, over: bool) -> None:  # noqa: FBT001
    embargo = Embargo(datetime(2024, 5, 14, 10, tzinfo=UTC))
    data = newsmodel.write(attrs.evolve(ARTICLE, embargo=embargo, status=PubStatus.WITHHELD), "newsml-g2")

    result = run(*(["--reference", reference] if reference else []), "-", data=data)

    assert ("embargo-over status: " in result.stdout) is over


def test_an_embargo_of_tomorrow_is_not_over_now() -> None:
    embargo = Embargo(datetime(9999, 1, 1, tzinfo=UTC))
    data = newsmodel.write(attrs.evolve(ARTICLE, embargo=embargo, status=PubStatus.WITHHELD), "newsml-g2")

    assert run("-", data=data).output == ""


@pytest.mark.parametrize("reference", ["soon", "2024-05", "03/04/2024"])
def test_a_reference_is_a_day_or_a_time(reference: str) -> None:
    result = run("--reference", reference, "-", data=b"{}")

    assert result.exit_code == Exit.USAGE
    assert "Invalid value for '--reference' / '-r'" in result.stderr


def test_a_page_of_text_may_begin_like_json() -> None:
    page = "[Photo]\n\nBridge closed\n\n14 May 2024\n\nThe bridge is closed for repairs until the end of the month.\n"

    result = run("--from", "page-text", "-", data=page.encode())

    assert result.exit_code in (Exit.OK, Exit.FOUND)
    assert "duplicate-key" not in result.output
