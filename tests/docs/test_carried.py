"""The page that says what formats carry is fresh, and measured with every field that there is."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import attrs
import pytest

import newsmodel.model
from newsmodel.model.constraints import content_fields

DOCS = Path(__file__).parents[2] / "docs"
ABSTRACT = {"Concept", "Entity"}
"""Classes that are also held as what is made of them."""
NOT_CONTENT = {"Address", "Extra", "Message", "Timestamp"}
"""Classes that no article holds as something that it says: a message is around it (`tests/formats/test_messages.py`)."""


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(DOCS))
    for name in ("full_article", "make_carried"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module("make_carried")


def test_the_page_is_fresh(make: ModuleType) -> None:
    assert make.PAGE.read_text(encoding="utf-8") == make.page(), "run `make generated`"


def test_every_field_of_the_model_is_measured(make: ModuleType) -> None:
    measured = set(make.fields())
    classes = [getattr(newsmodel.model, name) for name in newsmodel.model.__all__]
    known = {
        (cls.__name__, field.name)
        for cls in classes
        if attrs.has(cls) and cls.__name__ not in ABSTRACT | NOT_CONTENT
        for field in content_fields(cls)
        if field.name != "extras"
    }

    assert known - measured == set()


def test_the_embargo_that_is_measured_lies_behind_the_issue(make: ModuleType) -> None:
    whole = make.article()

    assert whole.embargo.until > whole.published, "one that is over as an article is issued is none in NITF"
    assert make.carried_by("nitf")["Article", "embargo"] == make.ALL
