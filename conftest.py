"""Runs what README, docs and docstrings show: Python sessions (``pycon``) and terminal sessions (``console``).

The examples of a page build on each other, so a page is one test: it stays on one worker, whatever pytest-xdist does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path

import pytest
from sybil import Document, Example, Region, Sybil
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.example import SybilFailure
from sybil.parsers.abstract.doctest import DocTestStringParser
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.markdown.lexers import FencedCodeBlockLexer

ROOT = Path(__file__).parent
BASH = shutil.which("bash")


def python_sessions(document: Document) -> Iterable[Region]:
    """Give the examples of fenced ``pycon`` blocks."""
    parse = DocTestStringParser(DocTestEvaluator(ELLIPSIS))
    for block in FencedCodeBlockLexer("pycon")(document):
        source = block.lexemes["source"]
        for region in parse(source, document.path):
            region.adjust(block, source)
            yield region


def terminal_sessions(document: Document) -> Iterable[Region]:
    """Give fenced ``console`` blocks."""
    for block in FencedCodeBlockLexer("console")(document):
        yield Region(block.start, block.end, block.lexemes["source"], run_in_terminal)


def run_in_terminal(example: Example) -> str | None:
    """Run every line after ``$``, in a folder of the page's own that has the examples, and compare what comes out."""
    if BASH is None:
        pytest.skip("terminal sessions need bash")
    if "folder" not in example.namespace:
        example.namespace["folder"] = folder = tempfile.TemporaryDirectory()
        Path(folder.name, "examples").symlink_to(ROOT / "examples")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    for session in ("\n" + example.parsed).split("\n$ ")[1:]:
        command, _, expected = session.partition("\n")
        ran = subprocess.run(  # noqa: S603  # the commands of our own pages
            [BASH, "-c", command],
            cwd=example.namespace["folder"].name,
            env={**os.environ, "PATH": path, "COLUMNS": "80"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        wanted, got = (text.strip() + "\n" for text in (expected, ran.stdout))
        if not OutputChecker().check_output(wanted, got, ELLIPSIS):
            return f"$ {command}\nexpected:\n{wanted}\ngot:\n{got}"
    return None


def together(*parsers: Callable[[Document], Iterable[Region]]) -> Callable[[Document], Iterable[Region]]:
    """Make all examples of a document one, which runs them in their order."""

    def parse(document: Document) -> Iterable[Region]:
        regions = [region for parser in parsers for region in parser(document)]
        if regions:
            regions.sort(key=lambda region: region.start)
            yield Region(regions[0].start, regions[-1].end, regions, run_all)

    return parse


def run_all(example: Example) -> None:
    """Run the examples of a page, up to the first that fails."""
    for region in example.parsed:
        line = example.line + example.document.text.count("\n", example.start, region.start)
        one = Example(example.document, line, 1, region, example.namespace)
        if result := region.evaluator(one):
            raise SybilFailure(one, result)


pages = Sybil([together(python_sessions, terminal_sessions)], patterns=["*.md"])
docstrings = Sybil(
    [together(DocTestParser(ELLIPSIS))], patterns=["src/newsmodel/**/*.py", "src/newsmodel/*.py"]
)
pytest_collect_file = (pages + docstrings).pytest()
