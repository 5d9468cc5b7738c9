"""The laws of `tests/test_laws.py` for each version of ninjs alone, and that what is written is valid by the schema of its version."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import orjson
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from newsmodel import (
    Article,
    InputError,
    Losses,
    LossKind,
    Schemas,
    diff,
    read,
    read_all,
    sniff,
    write,
)
from newsmodel.difference import related
from newsmodel.formats.ninjs_keys import VERSIONS, text_of
from newsmodel.strategies import articles

NAMES = [f"ninjs-{text_of(version)}" for version in VERSIONS]
WITH_SCHEMA = [name for name in NAMES if "ninjs-1.3" <= name <= "ninjs-3.1"]
few = settings(
    max_examples=max(settings().max_examples // 6, 1), phases=[Phase.generate]
)  # ten laws of fourteen versions


@cache
def schemas(folder: Path) -> Schemas:
    return Schemas(folder)


def faults(shared: Path, document: bytes, name: str) -> list[str]:
    found = schemas(shared / "conformance/ninjs/specification").check(document, format=name)
    return [str(problem) for problem in found if problem.code in {"schema", "schema-format"}]


def unexplained(before: Article, after: Article, losses: Losses) -> list[str]:
    """Give what differs and no loss names. A standard key without a field is carried on, as an extra of the version it went into."""
    return [
        change.path
        for change in diff(before, after)
        if not change.path.endswith("].format")
        and not any(related(change.path, path) for path in losses.paths)
    ]


@pytest.mark.parametrize("name", NAMES)
@few
@given(article=articles())
def test_what_is_written_reads_back_but_for_the_losses(name: str, article: Article) -> None:
    losses, more = Losses(), Losses()
    data = write(article, name, losses=losses)
    back = read(data, format=name, losses=more)
    changes = diff(article, back)

    invented = [loss for loss in losses if not any(related(loss.path, change.path) for change in changes)]
    assert (unexplained(article, back, losses), invented, more) == ([], [], [])
    again, alone = write(back, name), write(attrs.evolve(back, origin=None), name)
    assert (again == data, alone == data) == (True, True)  # what differs would take minutes to show


@pytest.mark.parametrize("name", WITH_SCHEMA)
@few
@given(article=articles())
def test_what_is_written_is_valid(shared: Path, name: str, article: Article) -> None:
    assert faults(shared, write(article, name), name) == []


@pytest.mark.parametrize(
    ("name", "to"), [("ninjs-1.6", "ninjs-3.1"), ("ninjs-3.1", "ninjs-1.6"), ("ninjs-2.2", "ninjs-3.0")]
)
@few
@given(article=articles())
def test_from_version_to_version_with_losses_told(shared: Path, name: str, to: str, article: Article) -> None:
    first = read(write(article, name), format=name)
    losses = Losses()
    data = write(first, to, losses=losses)

    assert unexplained(first, read(data, format=to), losses) == []
    assert faults(shared, data, to) == []


@few
@given(data=st.data())
def test_an_edited_article_goes_back_into_its_document(data: st.DataObject) -> None:
    article = data.draw(articles())
    document = orjson.loads(write(article, "ninjs"))
    document["unheard-of"] = {"a": [1]}
    before = read(orjson.dumps(document), format="ninjs")
    after = attrs.evolve(before, urgency=7, headlines=("Old bridge opens",))
    losses = Losses()
    back = write(after, "ninjs", losses=losses)

    assert orjson.loads(back)["unheard-of"] == {"a": [1]}
    assert unexplained(after, read(back), losses) == []


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["2026-05-01", "urn:x:1", "<p>a</p>"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "value", "uri", "href", "code", "scheme", "type", "rel", "a"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
KEYS = ["uri", "type", "headline", "headlines", "headline_main", "bodies", "body_xhtml", "descriptions", "associations", "renditions", "altids", "altIds",
    "people", "person", "places", "place", "subjects", "subject", "standard", "$standard", "trustIndicators", "located", "copyrightHolder", "rightsInfo",
    "digitalSourceType", "language", "version", "versionCreated", "embargoedUntil", "urgency", "@media", "@body", "@package", "service", "bylines", "item"]  # fmt: skip


@given(document=st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8))
def test_wrong_types_everywhere_give_no_other_error(document: dict[str, Any]) -> None:
    data = json.dumps(document).encode()
    try:
        for article in read_all(data, format="ninjs", losses=Losses()):
            for name in ("ninjs", "ninjs-1.6", "ninjs-3.1"):
                write(article, name, losses=Losses())
                write(attrs.evolve(article, origin=None), name, losses=Losses())
    except InputError:
        pass


@pytest.mark.parametrize(
    "data",
    [
        b'{"uri": ' * 500 + b"1" + b"}" * 500,
        b'{"uri": "urn:x:1", "urgency": 1' + b"0" * 5000 + b"}",
        b'{"uri": "urn:x:1", "urgency": NaN}',
        b'{"uri": "\\ud800"}',
        b'{"uri": "urn:x:1"',
        b"[]",
        b"[[[[[[[[[[[[[[1]]]]]]]]]]]]]]",
        b"1",
        b'{"uri": "urn:x:1", "associations": [' + b'{"associations": [' * 60 + b"]}" * 60 + b"]}",
    ],
)
def test_hostile_documents_give_an_input_error_or_an_article(data: bytes) -> None:
    with suppress(InputError):
        assert read(data, format="ninjs").id


def test_of_a_key_that_stands_twice_the_last_counts() -> None:
    article = read(b'{"uri": "urn:x:1", "headlines": [], "urgency": 3, "urgency": 4}', format="ninjs")

    assert article.urgency == 4


def test_a_version_alone_is_never_sniffed() -> None:
    assert {sniff(write(Article(headlines="a"), name)) for name in NAMES} == {"ninjs"}


def test_unknown_content_of_another_version_is_told_and_of_the_standard_is_carried() -> None:
    document = {
        "uri": "urn:x:1",
        "standard": {"version": "2.2"},
        "representationtype": "full",
        "own": 1,
        "rightsinfo": {"encodedrights": "x"},
    }
    article = attrs.evolve(read(orjson.dumps(document)), origin=None)
    losses = Losses()
    written = orjson.loads(write(article, "ninjs-3.1", losses=losses))
    kept = orjson.loads(write(article, "ninjs-2.2"))

    assert (written["representationType"], written["rightsInfo"]) == ("full", {"encodedRights": "x"})
    assert "own" not in written
    assert [loss.where for loss in losses.of(LossKind.UNWRITTEN)] == ["/own"]
    assert (kept["own"], kept["representationtype"]) == (1, "full")
