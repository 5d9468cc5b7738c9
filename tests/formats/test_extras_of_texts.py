"""Extras of texts, sections and other small holders: every format keeps its own and names the others as lost."""

from __future__ import annotations

import pytest

from newsmodel import AltId, Article, Extra, Losses, Paragraph, Section, Text, diff, read, write
from newsmodel.difference import related
from newsmodel.formats.registry import formats

OF_G2, OF_SCHEMA_ORG = Extra("newsml-g2", "@rank", "1"), Extra("schema-org", "/x", "1")
BOTH = (OF_G2, OF_SCHEMA_ORG)
ARTICLE = Article(
    id="urn:x",
    language="en",
    headlines=(Text("a", extras=BOTH), Text("b", extras=(OF_G2,))),
    summaries=(Text("c", extras=(OF_SCHEMA_ORG,)),),
    alt_ids=(AltId("i", extras=BOTH),),
    sections=(
        Section(None, (Paragraph("p."),), extras=BOTH),
        Section(Text("h", extras=BOTH), (Paragraph("q."),), extras=(OF_SCHEMA_ORG,)),
    ),
)


@pytest.mark.parametrize("name", formats())
def test_extras_come_back_or_are_named(name: str) -> None:
    losses = Losses()
    back = read(write(ARTICLE, name, losses=losses), format=name)
    changed = [change.path for change in diff(ARTICLE, back)]
    assert [path for path in changed if not any(related(path, loss.path) for loss in losses)] == []
    assert [loss.path for loss in losses if not any(related(loss.path, path) for path in changed)] == []
