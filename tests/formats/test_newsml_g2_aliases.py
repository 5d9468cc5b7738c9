"""Every alias of an item that we write is declared, and a name with a prefix keeps the prefix's meaning (decision 0013)."""

from __future__ import annotations

from datetime import UTC, datetime

import attrs
import pytest

from newsmodel import (
    Article,
    Catalogs,
    Extra,
    Losses,
    LossKind,
    Place,
    Subject,
    check_document,
    diff,
    read,
    write,
)

G2 = "newsml-g2"
NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
OURS = Article(id="urn:x:1", version_created=AT, located=[Place("Riga", type="cptype:city")])
UNKNOWN = Article(
    id="urn:x:1",
    version_created=AT,
    subjects=[Subject("Tin", code="N2000:TIN")],
)


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in check_document(data)]


def test_a_scheme_of_ours_is_declared_with_a_uri_of_ours() -> None:
    losses = Losses()
    data = write(OURS, G2, losses=losses)

    assert data.count(b'<scheme alias="cptype" uri="https://newsmodel.example/ns#cptype/"/>') == 1
    assert codes(data) == []
    assert losses.of(LossKind.ASSUMED).paths == {"attributions"}
    assert read(data).extras == ()


def test_a_scheme_that_only_has_a_name_is_assumed() -> None:
    losses = Losses()
    data = write(UNKNOWN, G2, losses=losses)

    assert codes(data) == []
    assert read(data).subjects == UNKNOWN.subjects
    assert [loss.value for loss in losses if loss.where == "catalog/scheme/@uri"] == [
        "https://newsmodel.example/ns#scheme/N2000/"
    ]
    assert Catalogs.of(data).uri_of("N2000:TIN") == "https://newsmodel.example/ns#scheme/N2000/TIN"


def test_what_iptc_declares_is_not_declared_again() -> None:
    article = attrs.evolve(UNKNOWN, subjects=[Subject("Arts", code="medtop:01000000")])
    assert b"<catalog>" not in write(article, G2)


@pytest.mark.parametrize("extras", [True, False])
def test_the_catalogue_that_an_article_came_with_goes_with_its_codes(*, extras: bool) -> None:
    there = f'<catalog {NAR}><scheme alias="N2000" uri="https://agency.example/n2000/"></scheme></catalog>'
    article = attrs.evolve(UNKNOWN, extras=[Extra(G2, "catalog", there)])
    data = write(article, G2, extras=extras)

    assert codes(data) == []
    assert Catalogs.of(data).uri_of("N2000:TIN") == "https://agency.example/n2000/TIN"


def test_where_a_catalogue_is_missing_nothing_is_assumed() -> None:
    there = f'<catalogRef {NAR} href="https://agency.example/catalog.xml"></catalogRef>'
    article = attrs.evolve(UNKNOWN, extras=[Extra(G2, "catalogRef", there)])
    losses = Losses()

    for extras in (True, False):
        data = write(article, G2, extras=extras, losses=losses)
        assert b'href="https://agency.example/catalog.xml"' in data
        assert b"<catalog>" not in data
    assert not any("extras" in path for path in losses.paths)


def test_iptc_s_catalogue_stands_beside_one_that_nobody_has() -> None:
    article = attrs.evolve(
        OURS, located=(), extras=[Extra(G2, "catalogRef/@href", "https://a.example/c.xml")]
    )
    data = write(article, G2)

    assert codes(data) == []
    assert data.count(b"<catalogRef") == 2
    assert not diff(article, attrs.evolve(read(data), attributions=()))


def test_a_change_in_place_declares_what_it_brings() -> None:
    came = write(attrs.evolve(OURS, located=(), headlines="A"), G2).replace(
        b"<headline", b'<subject qcode="gz:1"/><headline', 1
    )
    article = attrs.evolve(read(came), located=OURS.located)
    data = write(article, G2)

    assert b'alias="cptype"' in data
    assert b'alias="gz"' not in data  # it came undeclared
    assert attrs.evolve(read(data), origin=None) == attrs.evolve(article, origin=None)


RELATED = (
    f'<itemMetaExtProperty {NAR} xmlns:xs="http://www.w3.org/2001/XMLSchema" rel="irel:seeAlso" '
    'value="1" valuedatatype="xs:string"></itemMetaExtProperty>'
)


def test_the_prefix_of_a_value_stays_declared() -> None:
    article = attrs.evolve(OURS, extras=[Extra(G2, "itemMeta/itemMetaExtProperty", RELATED)])
    data = write(article, G2)

    assert b'xmlns:xs="http://www.w3.org/2001/XMLSchema"' in data
    assert read(data).extras == article.extras


def test_a_value_whose_prefix_nothing_declares_is_left_out() -> None:
    article = attrs.evolve(OURS, extras=[Extra(G2, "itemMeta/itemClass/@valuedatatype", "xs:string")])
    losses = Losses()

    assert b"valuedatatype" not in write(article, G2, losses=losses)
    assert [loss.reason for loss in losses if loss.path == "extras[0]"] == ["nothing declares its prefix"]
