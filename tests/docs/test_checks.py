"""The page of checks is fresh, and tells each code once."""

from __future__ import annotations

import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "checks.md"


@pytest.fixture(scope="module")
def make() -> ModuleType:
    spec = spec_from_file_location("make_checks", ROOT / "docs" / "make_checks.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_page_equals_the_rules(make: ModuleType) -> None:
    assert make.page() == PAGE.read_text(encoding="utf-8"), "run `make generated`"


def test_no_code_means_two_things() -> None:
    codes = re.findall(r"^\| `([a-z-]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    assert len(codes) == len(set(codes)) > 20


def test_every_code_that_the_package_names_is_told() -> None:
    told = set(re.findall(r"^\| `([a-z-]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    sources = (ROOT / "src" / "newsmodel").rglob("*.py")
    named = {
        code
        for path in sources
        for code in re.findall(r"\b(?:Rule|Code|Problem)\(\s*\"([a-z-]+)\"", path.read_text(encoding="utf-8"))
    }

    assert named == told
