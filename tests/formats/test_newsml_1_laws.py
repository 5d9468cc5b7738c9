"""Laws of NewsML 1 beyond those of all formats (`test_laws`): several articles in a document, and changes that stay valid."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from test_newsml_1_documents import errors_of

from newsmodel import Losses, ModelError, diff, read, read_all, write, write_all
from newsmodel.difference import related
from newsmodel.model import Article
from newsmodel.model.constraints import content_fields
from newsmodel.strategies import articles

FEW = settings(max_examples=max(1, settings().max_examples // 3))  # several whole articles each
FREE = sorted({field.name for field in content_fields(Article)} - {"quotes", "attributions", "extras"})


@pytest.fixture(scope="session")
def dtd(shared: Path) -> etree.DTD:
    return etree.DTD(str(shared / "conformance/newsml-1/NewsMLv1.2.dtd"))


@FEW
@given(given=st.lists(articles(), min_size=2, max_size=3))
def test_several_articles_in_one_document(dtd: etree.DTD, given: list[Article]) -> None:
    losses = Losses()
    data = write_all(given, "newsml-1", losses=losses)
    back = list(read_all(data, format="newsml-1"))

    assert errors_of(data, dtd) == []
    assert len(back) == len(given)
    silent = [
        change
        for before, after in zip(given, back, strict=True)
        for change in diff(before, after)
        if not any(related(change.path, path) for path in losses.paths)
    ]
    # the one envelope says when the first was sent; to the others that is foreign
    assert [change for change in silent if change.path != "extras"] == []
    assert write_all(back, "newsml-1") == data


@FEW
@given(article=articles(), other=articles(), fields=st.lists(st.sampled_from(FREE), min_size=1, max_size=4))
def test_a_changed_document_stays_valid(
    dtd: etree.DTD, article: Article, other: Article, fields: list[str]
) -> None:
    before = read(write(article, "newsml-1"), format="newsml-1")
    try:
        after = attrs.evolve(before, **{field: getattr(other, field) for field in fields})
    except ModelError:  # the two do not go together
        return

    assert errors_of(write(after, "newsml-1"), dtd) == []
