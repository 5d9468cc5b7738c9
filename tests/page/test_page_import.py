"""What importing the page analysis costs, and what it may lean on."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import newsmodel.page

ALLOWED = ("newsmodel.page", "newsmodel.model", "newsmodel.losses", "newsmodel.dates", "newsmodel.errors")


def test_the_import_is_light() -> None:
    script = "import sys, newsmodel.page; print(*(name.partition('.')[0] for name in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True).stdout  # noqa: S603  # our own interpreter

    assert not {"lxml", "cattrs", "orjson", "dateutil", "click"} & set(loaded.split())


def test_imports_point_down() -> None:
    for file in Path(newsmodel.page.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("newsmodel"):
                assert (node.module or "").startswith(ALLOWED), file


def test_what_is_promised_is_there() -> None:
    assert all(hasattr(newsmodel.page, name) for name in newsmodel.page.__all__)
