"""The commands, called in-process: what they print, where, and with which exit code."""

from __future__ import annotations

import json
import stat
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import newsmodel
from newsmodel.cli import Exit, main
from newsmodel.model import (
    Article,
    Attribution,
    AttributionRole,
    Paragraph,
    Person,
    Quote,
    Section,
    Span,
)

TEXT = 'قال سامي: "نعم".'
ARTICLE = Article(
    id="urn:x:1",
    language="ar",
    headlines="خبر",
    published=date(2024, 5, 14),
    version_created=date(2024, 5, 14),
    sections=[Section(None, [Paragraph(TEXT)])],
    people=[Person("سامي", id="p1")],
    quotes=[Quote("نعم", "p1", "سامي", "قال", [Span(0, 11, 14)])],
    attributions=[Attribution("ضفاف", role=AttributionRole.PUBLISHER)],
)


def run(*arguments: str | Path, data: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=data)


@pytest.fixture
def native(tmp_path: Path) -> Path:
    path = tmp_path / "article.json"
    path.write_bytes(newsmodel.write(ARTICLE, "native"))
    return path


def test_convert_writes_bytes_to_standard_output(native: Path) -> None:
    result = run("convert", native, "--to", "newsml-g2")

    assert result.exit_code == Exit.OK
    assert newsmodel.write(ARTICLE, "newsml-g2") == result.stdout_bytes
    assert result.stderr == ""


def test_convert_reads_standard_input_and_takes_the_format_that_it_is_told(native: Path) -> None:
    result = run("convert", "-", "--from", "native", "--to", "native", data=native.read_bytes())

    assert native.read_bytes() == result.stdout_bytes


def test_convert_reports_on_standard_error(native: Path) -> None:
    nothing = run("convert", native, "--to", "native", "--report")
    losses = newsmodel.convert(native, "newsml-g2").losses
    some = run("convert", native, "--to", "newsml-g2", "--report")

    assert nothing.stderr == "nothing was lost\n"
    assert some.exit_code == Exit.OK
    assert losses
    assert str(losses) + "\n" == some.stderr
    assert newsmodel.read(some.stdout_bytes, format="newsml-g2").id == "urn:x:1"


def test_convert_strict_writes_nothing_when_something_would_be_lost(native: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.xml"
    target.write_text("before")

    result = run("convert", native, "--to", "newsml-g2", "--strict", "-o", target)

    assert result.exit_code == Exit.FOUND
    assert target.read_text() == "before"
    assert "in a strict conversion" in result.stderr
    assert result.stdout == ""


def test_convert_writes_files_whole_with_the_usual_permissions(native: Path, tmp_path: Path) -> None:
    target, usual = tmp_path / "out.json", tmp_path / "usual"
    usual.touch()

    assert run("convert", native, "--to", "native", "-o", target).exit_code == Exit.OK
    assert native.read_bytes() == target.read_bytes()
    assert stat.S_IMODE(usual.stat().st_mode) == stat.S_IMODE(target.stat().st_mode)
    assert {path.name for path in tmp_path.iterdir()} == {"article.json", "out.json", "usual"}


def test_convert_keeps_the_permissions_of_a_file_and_follows_links(native: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "real.json", tmp_path / "link.json"
    target.write_text("before")
    target.chmod(0o600)
    link.symlink_to(target)

    assert run("convert", native, "--to", "native", "-o", link).exit_code == Exit.OK
    assert link.is_symlink()
    assert native.read_bytes() == target.read_bytes()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_convert_can_write_over_its_input_and_into_a_device(native: Path) -> None:
    assert run("convert", native, "--to", "native", "-o", native).exit_code == Exit.OK
    assert newsmodel.read(native) == ARTICLE
    assert run("convert", native, "--to", "native", "-o", "/dev/null").exit_code == Exit.OK


def test_convert_leaves_nothing_behind_where_it_cannot_write(
    native: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)

    result = run("convert", native, "--to", "native", "-o", tmp_path / "out.json")

    assert result.exit_code == Exit.OUTPUT
    assert result.stderr == f"newsmodel: {tmp_path / 'out.json'}: No space left on device\n"
    assert [path.name for path in tmp_path.iterdir()] == ["article.json"]


def test_convert_names_a_folder_that_is_not_there(native: Path, tmp_path: Path) -> None:
    result = run("convert", native, "--to", "native", "-o", tmp_path / "no" / "out.json")

    assert result.exit_code == Exit.OUTPUT
    assert "No such file or directory" in result.stderr


def test_no_extras_leaves_foreign_content_out(tmp_path: Path) -> None:
    item = newsmodel.write(ARTICLE, "newsml-g2").replace(b"<itemMeta>", b'<itemMeta xmlns:f="urn:f" f:a="1">')
    assert b"urn:f" in item
    path = tmp_path / "item.xml"
    path.write_bytes(item)

    kept = run("convert", path, "--to", "newsml-g2")
    left_out = run("convert", path, "--to", "newsml-g2", "--no-extras", "--report")

    assert b"urn:f" in kept.stdout_bytes
    assert b"urn:f" not in left_out.stdout_bytes
    assert "UNWRITTEN extras[0]" in left_out.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["convert", "x"], "Missing option '--to'"),
        (["convert", "x", "--to", "nonsense"], "'nonsense' is no format; there are native, newsml-g2"),
        (["show", "x", "--from", "nonsense"], "'nonsense' is no format"),
        (["show"], "Missing argument 'FILE'"),
        (["nonsense"], "No such command 'nonsense'"),
        (["show", "x", "--width", "3"], "not in the range"),
    ],
)
def test_wrong_calls(arguments: list[str], said: str) -> None:
    result = run(*arguments)

    assert result.exit_code == Exit.USAGE
    assert said in result.stderr


@pytest.mark.parametrize("command", ["show", "check", "convert"])
def test_input_that_cannot_be_read_is_one_line(command: str, tmp_path: Path) -> None:
    more = ["--to", "native"] if command == "convert" else []
    path = tmp_path / "broken.xml"
    path.write_bytes(b"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><a>")

    for source in (tmp_path / "absent", tmp_path, path):
        result = run(command, source, *more)

        assert result.exit_code == Exit.INPUT
        assert result.stdout == ""
        assert result.stderr.count("\n") == 1
        assert result.stderr.startswith(f"newsmodel: {source}: ")


def test_several_faults_are_a_line_each() -> None:
    data = json.dumps({"newsmodel": 1, "urgency": 10, "headlines": [{"value": 3}]}).encode()

    result = run("check", "-", data=data)

    assert result.exit_code == Exit.INPUT
    lines = result.stderr.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("newsmodel: standard input: expected ") for line in lines)
    assert {line.rpartition(" at ")[2] for line in lines} == {"/urgency", "/headlines/0/value"}


@pytest.mark.parametrize("arguments", [["--debug", "show", "-"], ["show", "--debug", "-"]])
def test_debug_shows_where_an_error_comes_from(arguments: list[str]) -> None:
    result = run(*arguments, data=b"{")

    assert result.exit_code == Exit.INPUT
    assert "Traceback (most recent call last)" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("newsmodel: standard input: ")


def test_check_is_silent_about_an_article_with_nothing_wrong(native: Path) -> None:
    result = run("check", native)

    assert (result.exit_code, result.output) == (Exit.OK, "")


def test_check_prints_losses_and_problems_with_their_places(tmp_path: Path) -> None:
    item = newsmodel.write(ARTICLE, "newsml-g2").replace(
        b"<contentMeta>", b"<contentMeta><urgency>high</urgency>"
    )
    path = tmp_path / "item.xml"
    path.write_bytes(item)

    result = run("check", path)
    empty = run("check", "-", data=b'{"newsmodel": 1}')

    assert result.exit_code == Exit.FOUND
    assert f"{path}: UNREADABLE contentMeta/urgency" in result.stdout
    assert "standard input: no-headline headlines: the article has no headline\n" in empty.stdout
    assert empty.exit_code == Exit.FOUND


def _message(*items: bytes) -> bytes:
    inner = b"".join(item[item.index(b"<newsItem") :] for item in items)
    return (
        b'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
        + inner
        + b"</itemSet></newsMessage>"
    )


def test_documents_with_several_articles() -> None:
    item = newsmodel.write(ARTICLE, "newsml-g2")
    bare = item.replace(b"<headline>", b"<slugline>").replace(b"</headline>", b"</slugline>")
    bare = bare[: bare.index(b"<title>")] + b"<title>" + bare[bare.index(b"</title>") :]

    shown = run("show", "-", data=_message(item, item))
    checked = run("check", "-", data=_message(item, bare))
    converted = run("convert", "-", "--to", "native", data=_message(item, item))

    assert shown.stdout.count("Published") == 2
    assert "article 2: no-headline" in checked.stdout
    assert "article 1" not in checked.stdout
    assert converted.exit_code == Exit.INPUT
    assert converted.stderr.splitlines() == [
        "newsmodel: standard input: expected one article, got 2: read_all reads them all",
        "newsmodel: standard input: convert takes one article; from Python, read_all and write_all take them all",
    ]


def test_check_wants_an_article() -> None:
    result = run("check", "-", data=_message())

    assert (result.exit_code, result.stdout) == (
        Exit.FOUND,
        "standard input: no-article: the document holds no article\n",
    )


def test_formats_lists_all() -> None:
    result = run("formats")

    assert result.exit_code == Exit.OK
    names = [line.split()[0] for line in result.stdout.splitlines()[1:]]
    assert names[:2] == ["native", "newsml-g2"]
    assert ["newsml-g2", "xml", "read,", "write", "NewsML-G2"] in [
        line.split() for line in result.stdout.splitlines()
    ]


def test_date_says_what_it_knows() -> None:
    result = run("date", "26 ноября 2021 г., 14:05 МСК")

    assert result.exit_code == Exit.OK
    assert result.stdout.splitlines() == [
        "value      2021-11-26T14:05+03:00",
        "precision  minute",
        "language   ru",
        "calendar   gregory",
        "zone       МСК",
        "assumed    nothing",
    ]


def test_date_as_json() -> None:
    result = run("date", "--json", "الجمعة 26 نوفمبر/تشرين الثاني 2021")

    assert json.loads(result.stdout) == {
        "value": "2021-11-26",
        "precision": "day",
        "language": "ar",
        "calendar": "gregory",
        "zone": None,
        "assumed": [],
        "span": [0, 34],
    }


def test_date_refuses_and_the_language_decides() -> None:
    refused = run("date", "03/04/2024")
    read = run("date", "03/04/2024", "--language", "en-GB")

    assert refused.exit_code == Exit.INPUT
    assert "a date with one reading" in refused.stderr
    assert read.stdout.startswith("value      2024-04-03\n")


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        (["yesterday", "--reference", "2024-05-14T10:00"], "2024-05-13"),
        (["قبل ساعتين", "-l", "ar", "-r", "2024-05-14T10:00+03:00"], "2024-05-14T08:00+03:00"),
        (["03/04/2024", "-l", "en", "--order", "dmy"], "2024-04-03"),
        (["26 Kasım 2021", "-l", "en", "-l", "tr"], "2021-11-26"),
        (["14 May 2024 10:00", "--zone", "+03:00"], "2024-05-14T10:00+03:00"),
        (["1637935200", "--epoch", "s"], "2021-11-26T14:00:00Z"),
        (["Monday, 14 May 2024", "--lenient"], "2024-05-14"),
    ],
)
def test_date_takes_what_the_caller_knows(arguments: list[str], value: str) -> None:
    assert run("date", *arguments).stdout.splitlines()[0].split() == ["value", value]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["yesterday"], "a reference, to know when 'yesterday' is"),
        (["yesterday", "-r", "2024"], "a reference with its day"),
        (["14 May 2024 10:00", "--zone", "Foo/Bar"], "zone: expected a tzinfo"),
    ],
)
def test_date_says_what_is_missing(arguments: list[str], said: str) -> None:
    result = run("date", *arguments)

    assert result.exit_code == Exit.INPUT
    assert said in result.stderr


def test_help_names_every_exit_code() -> None:
    text = run("--help").stdout

    assert all(f"{code.value:<5}{code.meaning}" in text for code in Exit)
    assert run("--version").stdout == f"newsmodel, version {newsmodel.__version__}\n"


def test_what_could_steer_a_terminal_is_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(newsmodel.write(Article(headlines="a\x9b31mb", language="en"), "native"))

    result = run("show", path)

    assert "a\ufffd31mb" in result.stdout
    assert "\x9b" not in result.stdout


@pytest.mark.parametrize(
    ("error", "code"), [(KeyboardInterrupt(), Exit.INTERRUPTED), (BrokenPipeError(), Exit.BROKEN_PIPE)]
)
def test_interrupts_and_broken_pipes_are_quiet(
    error: BaseException, code: Exit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(newsmodel, "read_date", interrupted, raising=False)

    result = run("date", "14 May 2024")

    assert (result.exit_code, result.output) == (code, "")


def test_the_names_of_formats_are_completed() -> None:
    environment = {
        "_NEWSMODEL_COMPLETE": "bash_complete",
        "COMP_WORDS": "newsmodel convert --to ne",
        "COMP_CWORD": "3",
    }

    result = CliRunner().invoke(main, [], env=environment, prog_name="newsmodel")

    assert result.stdout.splitlines() == ["plain,newsml-g2", "plain,newsml-1"]


def test_check_names_keys_that_stand_twice(tmp_path: Path) -> None:
    path = tmp_path / "twice.json"
    path.write_bytes(b'{"newsmodel": 1, "urgency": 3, "urgency": 4}')
    result = CliRunner().invoke(main, ["check", str(path)])
    assert result.exit_code == 1
    assert "duplicate-key /urgency: the key stands twice" in result.stdout


def test_a_folder_is_no_file(tmp_path: Path, native: Path) -> None:
    read = run("convert", tmp_path, "--to", "native")
    written = run("convert", native, "--to", "native", "--output", tmp_path)

    assert (read.exit_code, read.stderr) == (
        Exit.INPUT,
        f"newsmodel: {tmp_path}: a folder: name the files in it\n",
    )
    assert (written.exit_code, written.stderr) == (
        Exit.OUTPUT,
        f"newsmodel: {tmp_path}: a folder: name the file to write\n",
    )
