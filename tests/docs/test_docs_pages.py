"""What the pages promise: names, targets, generated parts. (Their examples run by themselves: see conftest.py beside README.md.)"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import newsmodel
import newsmodel.strategies
from newsmodel.cli import Exit, main
from newsmodel.cli.terminal import width
from newsmodel.formats.registry import BUILT_IN, formats

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
REFERENCE = ROOT / "docs" / "reference"


def _field_maps() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_field_maps", ROOT / "docs" / "make_field_maps.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_field_maps_equal_the_tables() -> None:
    pages = _field_maps().pages()

    stale = [name for name, text in pages.items() if (REFERENCE / name).read_text(encoding="utf-8") != text]

    assert stale == [], "run `make generated`"
    assert set(pages) == {path.name for path in REFERENCE.glob("field-map-*.md")}


def test_every_format_that_is_a_table_has_a_field_map() -> None:
    tables = {
        name
        for name, each in formats().items()
        if not each.rules and not each.version_of and name != "native"
    }

    assert tables == set(_field_maps().TABLES)
    assert len(BUILT_IN) <= len(formats())


def test_the_field_map_tells_each_row() -> None:
    page = (REFERENCE / "field-map-newsml-g2.md").read_text(encoding="utf-8")

    assert "| `urgency` | `contentMeta/urgency/text()` | an integer |  |" in page
    assert (
        "| `language` | `contentMeta/language/@tag`<br>`@xml:lang` | a language tag | all places are written |"
        in page
    )
    assert re.search(
        r"\| `people` \| `contentMeta/subject\[@type='cpnat:person'\]` \| \[Person\]\(#person\) \|", page
    )


def test_the_reference_names_all_public_names() -> None:
    page = (REFERENCE / "api.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\.\. auto\w+:: [\w.]+\.(\w+)$", page, re.MULTILINE))

    assert set(newsmodel.__all__) - told - {"__version__"} == set()


def test_the_reference_names_all_strategies() -> None:
    page = (REFERENCE / "api.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\.\. auto\w+:: newsmodel\.strategies\.\w+\.(\w+)", page, re.MULTILINE))

    assert told == set(newsmodel.strategies.__all__)


def test_the_reference_shows_every_command_and_exit_code() -> None:
    page = (REFERENCE / "command-line.md").read_text(encoding="utf-8").replace("`", "")

    assert all(f"$ newsmodel {name} --help\n" in page for name in main.commands)
    assert all(
        re.search(rf"^\| {code.value} \| {re.escape(code.meaning)}", page, re.MULTILINE) for code in Exit
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_name_only_targets_that_there_are(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    text = page.read_text(encoding="utf-8")

    targets = re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE)

    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_entry_point_of_the_how_to_is_the_one_that_is_read() -> None:
    page = (ROOT / "docs" / "how-to" / "write-a-format.md").read_text(encoding="utf-8")

    assert '[project.entry-points."newsmodel.formats"]' in page
    assert 'group="newsmodel.formats"' in (ROOT / "src/newsmodel/formats/registry.py").read_text(
        encoding="utf-8"
    )


def _run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )


def test_the_demo_keeps_its_promises(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("__pycache__"))

    ran = _run("examples/demo.py", cwd=tmp_path)

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stderr == ""
    assert [line for line in ran.stdout.splitlines() if width(line) > 80] == []
    assert {path.name for path in (tmp_path / "build" / "demo").iterdir()} == {
        "bridge.native.json", "bridge.newsml-g2.xml", "bridge.schema-org.jsonld",
    }  # fmt: skip
    assert "NAMED BY NO LOSS" not in ran.stdout


def test_the_benchmarks_start() -> None:
    ran = _run("benchmarks/run.py", "--quick")

    assert ran.returncode == 0, ran.stderr
    rows = ran.stdout.splitlines()
    assert [row.split(":")[0] for row in rows[1:]] == ["native", "newsml-g2"]
    assert all(float(row.split()[-1]) > 0 for row in rows[1:])


@pytest.mark.parametrize("language", ["ar", "ru", "en"])
def test_the_examples_are_read_as_they_are_meant(language: str) -> None:
    article = newsmodel.read(ROOT / "examples" / f"bridge.{language}.txt")

    assert article.language == language
    assert article.published is not None
    assert article.published.isoformat() == "2024-05-14"
    assert {translation.language for translation in article.translations} == {"ar", "ru", "en"} - {language}
    assert len(article.sections) == 2
    assert all(quote.speaker for quote in article.quotes)
    assert len(article.quotes) == (5 if language == "ar" else 2)
    assert len(article.people) == 2


PLUG_IN = """
from newsmodel import Article
from newsmodel.formats.registry import Format

def read(data, context):
    return Article(language="en", headlines=data.decode().removeprefix("line: "))

def write(article, context):
    return f"line: {article.headline}".encode()

FORMAT = Format("line", "A line", "txt", lambda start: start.startswith(b"line: "), read, write)
"""


def test_a_format_of_somebody_elses_joins_by_its_entry_point(tmp_path: Path) -> None:
    (tmp_path / "my_line.py").write_text(PLUG_IN)
    metadata = tmp_path / "my_line-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: my-line\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text("[newsmodel.formats]\nline = my_line:FORMAT\n")
    (tmp_path / "page.line").write_bytes(b"line: Bridge open again")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}

    ran = subprocess.run(
        [sys.executable, "-m", "newsmodel", "convert", "page.line", "--from", "line", "--to", "line"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (ran.stdout, ran.stderr) == ("line: Bridge open again", "")


def test_the_page_of_sources_equals_the_slots() -> None:
    spec = importlib.util.spec_from_file_location("make_page_sources", ROOT / "docs" / "make_page_sources.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    assert (REFERENCE / "page-sources.md").read_text(encoding="utf-8") == module.page(), (
        "run `make generated`"
    )
