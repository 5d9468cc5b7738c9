"""The command line in processes of its own: pipes, signals, what is imported."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import newsmodel
from newsmodel.cli import Exit
from newsmodel.model import Article, Paragraph, Section

COMMAND = [sys.executable, "-m", "newsmodel"]
LONG = Article(language="en", headlines="Long", sections=[Section(None, [Paragraph("word " * 200)] * 2000)])


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "long.json"
    path.write_bytes(newsmodel.write(LONG, "native"))
    return path


def test_a_pipe_of_conversions_is_exact(long: Path) -> None:
    first = subprocess.Popen([*COMMAND, "convert", str(long), "--to", "newsml-g2"], stdout=subprocess.PIPE)
    second = subprocess.run(
        [*COMMAND, "convert", "-", "--to", "native"], stdin=first.stdout, capture_output=True, check=True
    )

    assert first.stdout
    first.stdout.close()
    assert first.wait(30) == Exit.OK
    assert newsmodel.read(second.stdout).paragraphs == LONG.paragraphs


@pytest.mark.parametrize("arguments", [["show"], ["convert", "--to", "native"]])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_broken_pipe_is_quiet(long: Path, arguments: list[str], unbuffered: str) -> None:
    process = subprocess.Popen(
        [*COMMAND, *arguments, str(long)],
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()

    assert (process.wait(30), said) == (Exit.BROKEN_PIPE, b"")


def test_short_output_to_nobody_is_quiet_too() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run([*COMMAND, "formats"], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)

    assert (ran.returncode, ran.stderr) == (Exit.BROKEN_PIPE, b"")


INTERRUPTIBLE = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background may be started without
from newsmodel.cli import main
print("ready", flush=True)
main(["show", "-"])
"""


def test_an_interrupt_is_quiet() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stdout.readline() == b"ready\n"
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1)  # it waits for its input
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)

    assert (process.returncode, said) == (Exit.INTERRUPTED, b"")


def test_an_encoding_that_cannot_say_the_text_is_no_crash() -> None:
    arguments = [*COMMAND, "date", "26 ноября 2021 г., 14:05 МСК"]
    ran = subprocess.run(
        arguments, env={**os.environ, "PYTHONIOENCODING": "latin-1"}, capture_output=True, check=True
    )

    assert b"2021-11-26T14:05+03:00" in ran.stdout
    assert b"\\u041c\\u0421\\u041a" in ran.stdout


def test_the_installed_command_is_the_module() -> None:
    installed = Path(sys.executable).with_name("newsmodel")

    ran = subprocess.run([str(installed), "--version"], capture_output=True, text=True, check=True)

    assert ran.stdout == f"newsmodel, version {newsmodel.__version__}\n"


@pytest.mark.parametrize("heavy", ["lxml", "cattrs", "orjson", "dateutil", "hypothesis"])
def test_importing_the_command_line_loads_nothing_heavy(heavy: str) -> None:
    code = f"import sys, newsmodel.cli; sys.exit({heavy!r} in sys.modules)"

    subprocess.run([sys.executable, "-c", code], check=True)


def _on_a_terminal(arguments: list[str], **more: str) -> str:
    """Run with standard output on a pseudo-terminal, and return what it shows."""
    pty = pytest.importorskip("pty")
    reading, writing = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    subprocess.run(
        [*COMMAND, *arguments],
        stdout=writing,
        env={**environment, "TERM": "xterm", "COLUMNS": "80", **more},
        check=True,
    )
    os.close(writing)
    shown = b""
    while chunk := _chunk(reading):
        shown += chunk
    os.close(reading)
    return shown.decode()


def _chunk(reading: int) -> bytes:
    try:
        return os.read(reading, 65536)
    except OSError:  # what Linux says at the end of a terminal
        return b""


def test_colours_are_for_terminals_and_can_be_refused(tmp_path: Path) -> None:
    path = tmp_path / "short.json"
    path.write_bytes(newsmodel.write(Article(language="en", headlines="Short"), "native"))

    assert "\x1b[1mShort\x1b[0m" in _on_a_terminal(["show", str(path)])
    assert "\x1b" not in _on_a_terminal(["show", str(path)], NO_COLOR="1")
