"""The page of date forms is fresh, and none of its examples is one that the library refuses."""

from __future__ import annotations

import re
import sys
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from newsmodel.dates import languages

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "date-forms.md"


@pytest.fixture(scope="module")
def make() -> ModuleType:
    spec = spec_from_file_location("make_date_forms", ROOT / "docs" / "make_date_forms.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_page_equals_the_tables(make: ModuleType) -> None:
    assert make.page() == PAGE.read_text(encoding="utf-8"), "run `make generated`"


def test_the_page_has_every_language(make: ModuleType) -> None:
    assert set(languages()) == set(make.LANGUAGES)
    assert list(make.LANGUAGES)[:3] == ["ar", "en", "ru"]


def test_an_example_that_is_refused_stops_the_page(make: ModuleType) -> None:
    with pytest.raises(ValueError, match="en: an example is refused: expected a day from 1 to 30"):
        make.read_as("31 November 2021", "en", None)


def test_an_example_that_is_read_as_something_else_stops_the_page(make: ModuleType) -> None:
    with pytest.raises(ValueError, match="'26 November 2021' is read as 2021-11-26, not 2021-11-27"):
        make.read_as("26 November 2021", "en", date(2021, 11, 27))


@pytest.mark.parametrize(
    "row",
    [
        '<tr><td>dual</td><td dir="auto" lang="ar">26 نوفمبر/تشرين الثاني 2021</td><td>2021-11-26</td><td></td></tr>',
        '<tr><td>3 hours ago</td><td dir="auto" lang="ru">3 часа назад</td><td>2021-11-26T12:30</td><td></td></tr>',
        '<tr><td dir="auto" lang="en">last night</td><td>2021-11-25</td><td>7 8 9 10 11</td><td>19 20 21 22 23</td></tr>',
    ],
)
def test_the_page_tells(row: str) -> None:
    assert row in PAGE.read_text(encoding="utf-8")


def test_a_block_of_html_has_no_blank_line() -> None:
    blocks = re.findall(r"<details>.*?</details>", PAGE.read_text(encoding="utf-8"), re.DOTALL)

    assert blocks
    assert [block for block in blocks if "\n\n" in block] == []
