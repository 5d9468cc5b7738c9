"""Hostile and dirty XML in every format that is XML: read right, or refused clearly; nothing else is read for it."""

from __future__ import annotations

import json
import resource
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import hostile_xml
import pytest
from hostile_xml import REFUSED, Case, Frame, cases, files, frame

from newsmodel import Article, InputError, Losses, LossKind, read, read_all, sniff
from newsmodel.formats.registry import formats

XML_FORMATS = [name for name, each in formats().items() if each.extension == "xml"]
SECRET = "TOPSECRET"  # noqa: S105  # the text that must not come out
ALL = list(cases("file:///nowhere/secret.txt"))


@pytest.fixture(params=XML_FORMATS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def outcome(case: Case, name: str, data: bytes) -> str:
    """What is wrong with what came of a case; "" if nothing is."""
    losses = Losses()
    start = time.process_time()
    try:
        article = read(data, format=name, losses=losses)
    except InputError as error:
        said = str(error)
        if case.headline is not REFUSED:
            return f"refused: {said[:300]}"
        return "" if 0 < len(said) < 2000 else f"says {len(said)} characters"
    finally:
        if time.process_time() - start > 30:
            return "took half a minute"  # noqa: B012  # whatever came
    if case.headline is REFUSED:
        return f"read: {article.headlines}"[:300]
    if SECRET in repr(article) or SECRET in repr(losses):
        return "the secret is out"
    got = article.headlines[0].value if article.headlines else ""
    if got != case.headline:
        return f"read {got[:300]!r}"
    repaired = [str(loss) for loss in losses.of(LossKind.REPAIRED)]
    return "" if bool(repaired) == case.repaired else f"mended: {repaired}"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in ALL if not case.heavy])
def test_it_is_read_right_or_refused(case: Case, name: str) -> None:
    data = case.make(frame(name))

    assert outcome(case, name, data) == ""


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in ALL if not case.heavy])
def test_the_format_is_found_where_it_is_read(case: Case, name: str) -> None:
    data = case.make(frame(name))
    if case.name in ("HTML", "well-formed HTML"):  # no item of the wire, but the page that it is
        assert sniff(data) == "html"
    elif case.headline is REFUSED:
        with pytest.raises(InputError):
            list(read_all(data))
    else:
        assert read(data) == read(data, format=name)
        assert [article.headlines for article in read_all(data)] == [read(data).headlines]


def test_what_is_large_stays_within_memory_and_time(name: str) -> None:
    code = textwrap.dedent(
        f"""
        import json, resource, sys
        sys.path.insert(0, {str(Path(__file__).parent)!r})
        import test_hostile_xml as t
        resource.setrlimit(resource.RLIMIT_AS, (1_500 * 2**20,) * 2)
        resource.setrlimit(resource.RLIMIT_CPU, (240,) * 2)
        wrong = {{}}
        for case in t.ALL:
            if case.heavy:
                wrong[case.name] = t.outcome(case, {name!r}, case.make(t.frame({name!r})))
        print(json.dumps(wrong))
        """
    )
    assert resource.RLIMIT_AS  # where there are no limits, the test means nothing
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603  # our own code

    assert (done.returncode, done.stderr) == (0, "")
    assert {case: wrong for case, wrong in json.loads(done.stdout).items() if wrong} == {}


# nothing is read


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text(SECRET)
    return path


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        yield listening


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in files("")])
def test_no_file_is_read(case: Case, name: str, secret: Path) -> None:
    for text in (SECRET, f"<!ENTITY x '{SECRET}'>"):
        secret.write_text(text)
        for url in (secret.as_uri(), str(secret)):
            made = next(each for each in files(url) if each.name == case.name)
            assert outcome(made, name, made.make(frame(name))) == ""


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in files("")])
def test_no_server_is_asked(case: Case, name: str, server: socket.socket) -> None:
    host, port = server.getsockname()
    made = next(each for each in files(f"http://{host}:{port}/x") if each.name == case.name)

    assert outcome(made, name, made.make(frame(name))) == ""
    with pytest.raises(BlockingIOError):
        server.accept()


# what is said about it


def repaired(data: bytes, name: str) -> Losses:
    losses = Losses()
    read(data, format=name, losses=losses)
    return losses.of(LossKind.REPAIRED)


def test_a_repair_says_the_line_and_what_it_was(name: str) -> None:
    made = frame(name)
    line = made.text("a&eacute;b", before="\n\n").split("&eacute;")[0].count("\n") + 1

    [loss] = repaired(made.bytes("a&eacute;b", before="\n\n"), name)
    assert (loss.line, loss.value) == (line, "&eacute;")
    [loss] = repaired(made.bytes("a\x08b", before="\n\n"), name)
    assert (loss.line, loss.value) == (line, "U+0008")


def test_lines_stay_where_they_were(name: str) -> None:
    made = frame(name)
    before = made.doctype("<!ENTITY % nitf SYSTEM\n'x.dtd'>\n%nitf;\n", 'PUBLIC\n"-//X"\n"x.dtd"')
    text = "ZCZC\n\n" + made.text("a\x08b<b>", before=before, declared="UTF-8")
    line = text.split("<b>")[0].count("\n") + 1
    with pytest.raises(
        InputError, match="Opening and ending tag mismatch: b line (?P<line>[0-9]+)"
    ) as caught:
        read(text.encode(), format=name)

    assert f"b line {line} and" in str(caught.value)


def test_a_repair_is_an_error_for_strict(name: str) -> None:
    with pytest.raises(Exception, match="ampersand"):
        read(frame(name).bytes("AT&T"), format=name, strict=True)


def test_a_long_story_is_read(name: str) -> None:
    for into in ("one", "many"):
        article = read(hostile_xml.text_of(2_000_000, frame(name), into), format=name)
        assert len(article.text) > 1_990_000


def written(name: str) -> Article:
    return read(frame(name).bytes(), format=name)


def test_the_frame_is_a_good_document(name: str) -> None:
    made: Frame = frame(name)

    assert written(name).headlines[0].value == "x"
    assert repaired(made.bytes(), name) == []
