"""The laws that every format keeps, through bytes. A format that joins the registry is tested here by itself.

`TABLES` are the formats that a table describes; the others are read by rules, which may find more than was said, so they
keep the first two laws for plain articles. NEWSMODEL_HYPOTHESIS=thorough draws some thousand new articles a law.
"""

from __future__ import annotations

import copy
import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree

from newsmodel import InputError, Loss, Losses, LossKind, ModelError, diff, read, write
from newsmodel.difference import related
from newsmodel.formats.registry import formats
from newsmodel.model import Article
from newsmodel.model.constraints import content_fields
from newsmodel.strategies import articles, plain_articles

TABLES = [each.name for each in formats().values() if not each.rules and not each.version_of]
"""One format in one version (``ninjs-2.2``) has its laws beside its other tests."""
RULES = [each.name for each in formats().values() if each.rules]
XML = [name for name in TABLES if formats()[name].extension == "xml"]
TEXT_JSON = [name for name in TABLES if formats()[name].extension in {"json", "jsonld"}]
MARKS = ("ForeignA", "ForeignB", "ForeignC")
"""What foreign things are called."""
PLAIN = ("headlines", "published", "language", "sections", "attributions")
"""What a plain article has, and formats that are read by rules must find again."""


def written(article: Article, name: str) -> tuple[bytes, Losses]:
    losses = Losses()
    return write(article, name, losses=losses), losses


def was_read(data: bytes, name: str) -> tuple[Article, Losses]:
    losses = Losses()
    return read(data, format=name, losses=losses), losses


# 1. What is written reads back, but for the paths in the losses.


def _is_of_the_document(loss: Loss) -> bool:
    """Whether a default was written that the document needs and no field of an article holds: the URI of a scheme."""
    return loss.kind is LossKind.ASSUMED and not loss.path and (loss.where or "").startswith("catalog/")


@pytest.mark.parametrize("name", TABLES)
@given(article=articles())
def test_the_losses_are_what_differs(name: str, article: Article) -> None:
    data, losses = written(article, name)
    back, more = was_read(data, name)

    changes = diff(article, back)
    silent = [change for change in changes if not any(related(change.path, path) for path in losses.paths)]
    invented = [
        loss
        for loss in losses
        if not _is_of_the_document(loss) and not any(related(loss.path, change.path) for change in changes)
    ]
    assert (silent, invented, more) == ([], [], [])


@given(article=articles())
def test_native_loses_nothing(article: Article) -> None:
    data, losses = written(article, "native")

    assert losses == []
    assert was_read(data, "native") == (article, [])


@pytest.mark.parametrize("name", RULES)
@given(article=plain_articles())
def test_rules_find_what_a_plain_article_says(name: str, article: Article) -> None:
    data, losses = written(article, name)
    back, _ = was_read(data, name)

    changes = [change for change in diff(article, back) if change.path.startswith(PLAIN)]
    silent = [change for change in changes if not any(related(change.path, path) for path in losses.paths)]
    assert silent == []


# 2. Write, read, write: the same bytes.


@pytest.mark.parametrize("name", TABLES)
@given(article=articles())
def test_writing_again_gives_the_same_bytes(name: str, article: Article) -> None:
    first, _ = written(article, name)
    back = read(first, format=name)

    assert write(back, name) == first
    assert write(attrs.evolve(back, origin=None), name) == first  # from the article alone


FREE = sorted(
    {field.name for field in content_fields(Article)}
    - {"sections", "quotes", "mentions", "media", "people", "organisations", "attributions", "extras"}
)
"""Fields that hold nothing that another field points at."""


@pytest.mark.parametrize("name", XML)
@given(article=articles(), other=articles(), fields=st.lists(st.sampled_from(FREE), min_size=1, max_size=3))
def test_what_changed_is_all_that_changes(
    name: str, article: Article, other: Article, fields: list[str]
) -> None:
    """In a document that came from somewhere: what else stands in it stays to the letter."""
    first, _ = written(article, name)
    root = etree.fromstring(first)
    root.append(etree.Comment("by hand"))
    document = etree.tostring(root, encoding="UTF-8")
    before = read(document, format=name)
    changes = {field: getattr(other, field) for field in fields}
    try:
        after = attrs.evolve(before, **changes)
    except ModelError:  # the two do not go together
        return
    data, losses = written(after, name)
    back, _ = was_read(data, name)

    silent = [
        change for change in diff(after, back) if not any(related(change.path, path) for path in losses.paths)
    ]
    assert silent == []
    assert b"by hand" in data


@pytest.mark.parametrize("name", RULES)
@given(article=plain_articles())
def test_writing_a_plain_article_again_gives_the_same_bytes(name: str, article: Article) -> None:
    first, _ = written(article, name)

    assert write(read(first, format=name), name) == first


# 3. What is foreign is reported or kept, wherever it stands, and comes back in the same format.


def into_xml(data: bytes, draw: st.DrawFn, mark: str) -> bytes:
    """Put something foreign somewhere into a document."""
    root = etree.fromstring(data)
    elements = list(root.iter(etree.Element))
    element = elements[draw(st.integers(0, len(elements) - 1))]
    foreign = f"{{urn:foreign}}{mark}"
    match draw(
        st.sampled_from(["attribute", "own attribute", "child", "first child", "leaf", "text", "tail"])
    ):
        case "attribute":
            element.set(foreign, mark)
        case "own attribute":
            element.set("unheard-of", mark)
        case "child":
            etree.SubElement(etree.SubElement(element, foreign), foreign).text = mark
        case "first child":
            element.insert(0, etree.Element(foreign))
        case "leaf":
            etree.SubElement(element, etree.QName(etree.QName(element).namespace, mark)).text = mark
        case "text":
            element.text = f"{element.text or ''} {mark}"
        case "tail" if element is not root:
            element.tail = f"{mark} {element.tail or ''}"
        case _:
            root.set(foreign, mark)
    return etree.tostring(root, encoding="UTF-8")


def objects_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects_in(inner)


def into_json(data: bytes, draw: st.DrawFn, mark: str) -> bytes:
    """Put a key that nobody knows into some object of a document."""
    value = orjson.loads(data)
    objects = list(objects_in(value))
    key = draw(st.sampled_from([mark, f"a/{mark}~b", f"x:{mark}"]))
    foreign: Any = draw(st.sampled_from([mark, {"deep": [mark]}, 1, None, [], ""]))
    objects[draw(st.integers(0, len(objects) - 1))][key] = foreign
    return orjson.dumps(value)


@st.composite
def tampered(draw: st.DrawFn, name: str, put: Callable[[bytes, st.DrawFn, str], bytes]) -> bytes:
    """A document of a format with one to three foreign things in it."""
    data = written(draw(articles()), name)[0]
    for mark in MARKS[: draw(st.integers(1, len(MARKS)))]:
        data = put(data, draw, mark)
    return data


def check_that_it_survives(data: bytes, name: str) -> None:
    article, losses = was_read(data, name)
    again, _ = written(article, name)

    told = "".join(f"{loss.value} {loss.where} {loss.reason} " for loss in losses)
    marks = [mark for mark in MARKS if mark.encode() in data]
    assert [mark for mark in marks if mark not in told and mark.encode() not in again] == []
    assert losses or read(again, format=name) == article  # what was told of need not come back
    assert write(read(again, format=name), name) == again


@pytest.mark.parametrize("name", XML)
@given(data=st.data())
def test_foreign_markup_does_not_vanish(name: str, data: st.DataObject) -> None:
    check_that_it_survives(data.draw(tampered(name, into_xml)), name)


@pytest.mark.parametrize("name", [name for name in TEXT_JSON if name != "native"])
@given(data=st.data())
def test_foreign_keys_do_not_vanish(name: str, data: st.DataObject) -> None:
    check_that_it_survives(data.draw(tampered(name, into_json)), name)


@given(data=st.data())
def test_native_refuses_what_it_does_not_know(data: st.DataObject) -> None:
    with pytest.raises(InputError) as caught:
        read(data.draw(tampered("native", into_json)))

    assert all("Foreign" in error.place for error in caught.value.errors)


@given(data=st.data())
def test_what_a_newer_version_of_native_says_is_kept(data: st.DataObject) -> None:
    document = data.draw(tampered("native", into_json))
    article = read(document.replace(b'"newsmodel":1', b'"newsmodel":2', 1))

    kept = "".join(f"{extra.place} {extra.raw} " for extra in article.extras)
    assert [mark for mark in MARKS if mark.encode() in document and mark not in kept] == []
    assert read(write(article, "native")) == article


@pytest.mark.parametrize("name", [name for name in TABLES if name != "newsml-g2"])
@given(data=st.data())
def test_what_is_kept_is_reported_by_every_other_format(name: str, data: st.DataObject) -> None:
    article = read(data.draw(tampered("newsml-g2", into_xml)), format="newsml-g2")
    losses = Losses()
    output = write(article, name, losses=losses)

    kept = list(paths_of_extras(article, ""))
    if name == "native":
        assert read(output) == article
    else:
        unwritten = losses.of(LossKind.UNWRITTEN).paths
        assert all(any(related(path, lost) for lost in unwritten) for path in kept)


def paths_of_extras(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from paths_of_extras(item, f"{path}[{index}]")
    for name in getattr(type(value), "__match_args__", ()):
        inner = f"{path}.{name}".removeprefix(".")
        yield from paths_of_extras(getattr(value, name), inner)
    for index, _ in enumerate(getattr(value, "extras", ())):
        yield f"{path}.extras[{index}]".removeprefix(".")


# 4. Every row is moved off its default by a sample that somebody else made: tests/formats.

# 5. What we write is valid.


@pytest.fixture(scope="session")
def g2_schema(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / "conformance/newsml-g2/xsd/g2-with-bodies.xsd"))


@pytest.fixture(scope="session")
def nitf_schema(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / "conformance/nitf/nitf-3-6.xsd"))


@pytest.fixture(scope="session")
def vocabulary(shared: Path) -> ModuleType:
    """The checker of schema.org documents."""
    path = shared / "conformance/schema-org/check.py"
    spec = importlib.util.spec_from_file_location("schema_org_check", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@given(article=articles())
def test_newsml_g2_is_valid(g2_schema: etree.XMLSchema, article: Article) -> None:
    document = etree.fromstring(write(article, "newsml-g2"))

    g2_schema.validate(document)
    assert [str(error) for error in g2_schema.error_log] == []


@given(article=articles())
def test_nitf_is_valid(nitf_schema: etree.XMLSchema, article: Article) -> None:
    document = etree.fromstring(write(article, "nitf"))

    nitf_schema.validate(document)
    assert [str(error) for error in nitf_schema.error_log] == []


@pytest.fixture(scope="session")
def newsml_1_schemas(shared: Path) -> tuple[etree.DTD, etree.XMLSchema]:
    """The DTD, and the schema of the bodies, which a DTD knows nothing of."""
    xhtml = shared / "conformance/newsml-g2/xhtml/xhtml1-strict.xsd"
    return etree.DTD(str(shared / "conformance/newsml-1/NewsMLv1.2.dtd")), etree.XMLSchema(etree.parse(xhtml))


@given(article=articles())
def test_newsml_1_is_valid(newsml_1_schemas: tuple[etree.DTD, etree.XMLSchema], article: Article) -> None:
    dtd, xhtml = newsml_1_schemas
    document = etree.fromstring(write(article, "newsml-1"))
    for body in document.iter("{http://www.w3.org/1999/xhtml}html"):
        xhtml.validate(body)
        assert [str(error) for error in xhtml.error_log] == []
    for content in document.iter("DataContent"):
        del content[:]  # ANY means any element that the DTD declares

    dtd.validate(document)
    assert [str(error) for error in dtd.error_log] == []


@pytest.mark.skipif("schema-org" not in formats(), reason="the format is not there yet")
@given(article=articles())
def test_schema_org_is_valid(vocabulary: ModuleType, article: Article) -> None:
    found = vocabulary.check(json.loads(write(article, "schema-org")), profiles=("output",))

    # a text may speak of "&amp;", and ours does: the checker takes that for an escape too many
    assert [finding for finding in found if finding.level == "error" and finding.code != "entity"] == []


@pytest.fixture(scope="session")
def native_schema() -> Draft202012Validator:
    schema = json.loads((Path(__file__).parents[1] / "docs/native.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@given(article=articles())
def test_native_is_valid(native_schema: Draft202012Validator, article: Article) -> None:
    document = json.loads(write(article, "native"))

    assert [error.message for error in native_schema.iter_errors(document)] == []


# 6. Reading and writing change nothing.


def looked_at(article: Article) -> None:
    """Use every view of an article."""
    views = [name for name in dir(Article) if isinstance(getattr(Article, name), property)]
    for name in views:
        getattr(article, name)
    for entity in article.entities:
        article.quotes_by(entity)
    repr(article)


@pytest.mark.parametrize("name", TABLES + RULES)
@given(article=articles())
def test_writing_and_looking_change_nothing(name: str, article: Article) -> None:
    number, before = hash(article), copy.deepcopy(repr(article))
    first, losses = written(article, name)
    looked_at(article)
    second, again = written(article, name)

    assert (first, losses) == (second, again)
    assert (hash(article), repr(article)) == (number, before)


@pytest.mark.parametrize("name", TABLES + RULES)
@settings(max_examples=settings().max_examples // 3)  # two whole articles each
@given(article=articles(), other=articles())
def test_one_conversion_knows_nothing_of_another(name: str, article: Article, other: Article) -> None:
    first, _ = written(article, name)
    alone = was_read(first, name)
    read(written(other, name)[0], format=name)

    assert was_read(first, name) == alone
    assert written(article, name)[0] == first
