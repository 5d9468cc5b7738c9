"""QCodes and URIs, by the catalogues of one document."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

import newsmodel
from newsmodel import AliasConflict, Article, Catalog, Catalogs, InputError, SyntaxFault, iptc_catalog
from newsmodel.formats import iptc_catalog as data

ROOT = Path(__file__).parents[2]
NAR = "http://iptc.org/std/nar/2006-10-01/"
ONE, TWO = "https://x.example/one/", "https://x.example/two/"


def catalog(alias: str, uri: str) -> str:
    return f'<catalog xmlns="{NAR}"><scheme alias="{alias}" uri="{uri}"/></catalog>'


def reference(href: str) -> str:
    return f'<catalogRef href="{href}"/>'


def item(*catalogs: str) -> bytes:
    return f'<newsItem xmlns="{NAR}">{"".join(catalogs)}</newsItem>'.encode()


def iptc(version: int, host: str = "http://www.iptc.org") -> str:
    return f"{host}/std/catalog/catalog.IPTC-G2-Standards_{version}.xml"


@pytest.mark.parametrize(
    ("code", "uri"),
    [
        ("own:7", f"{ONE}7"),
        ("own:a:b/c", f"{ONE}a:b/c"),
        ("other:7", None),
        ("own", None),
        ("own:", None),
        ("", None),
    ],
)
def test_a_qcode_stands_for_a_uri(code: str, uri: str | None) -> None:
    assert Catalogs.of(item(catalog("own", ONE))).uri_of(code) == uri


@pytest.mark.parametrize(
    ("uri", "code"),
    [
        (f"{ONE}7", "own:7"),
        (f"{ONE}deep/7", "deep:7"),
        (ONE, None),
        (TWO, None),
        (f"{ONE}deep/", "own:deep/"),
        ("", None),
    ],
)
def test_a_uri_has_the_qcode_whose_scheme_says_most(uri: str, code: str | None) -> None:
    catalogs = Catalogs.joined(Catalog((("own", ONE), ("deep", f"{ONE}deep/"), ("again", ONE))))

    assert catalogs.qcode_of(uri) == code


def test_the_first_meaning_counts_and_the_second_is_a_conflict() -> None:
    catalogs = Catalogs.of(
        item(catalog("own", ONE), catalog("own", TWO), catalog("own", ONE), catalog("own", TWO))
    )

    assert catalogs.uri_of("own:1") == f"{ONE}1"
    assert catalogs.conflicts == (AliasConflict("own", ONE, TWO),)


def test_what_the_document_says_counts_before_what_the_caller_gives() -> None:
    catalogs = Catalogs.of(item(catalog("own", ONE)), Catalog((("own", TWO), ("more", TWO))))

    assert dict(catalogs.schemes) == {"own": ONE, "more": TWO}
    assert catalogs.conflicts == (AliasConflict("own", ONE, TWO),)


@pytest.mark.parametrize("host", ["http://www.iptc.org", "https://www.iptc.org", "http://iptc.org"])
def test_the_catalogue_of_iptc_is_known(host: str) -> None:
    catalogs = Catalogs.of(item(reference(iptc(30, host))))

    assert catalogs.uri_of("stat:usable") == "http://cv.iptc.org/newscodes/pubstatusg2/usable"
    assert catalogs.uri_of("tone:x") is None  # came later
    assert catalogs.missing == ()
    assert Catalogs.of(item(reference(iptc(99)))).uri_of("tone:x") == "http://cv.iptc.org/newscodes/tone/x"


def test_the_callers_own_version_of_a_catalogue_counts_before_ours() -> None:
    mine = Catalog((("stat", ONE),), iptc(41))

    assert dict(Catalogs.of(item(reference(iptc(41))), mine).schemes) == {"stat": ONE}


@pytest.mark.parametrize(
    "href", ["https://x.example/catalogs/own.xml", "own.xml", "https://y.example/own.xml"]
)
def test_a_catalogue_is_known_by_its_address_or_its_files_name(href: str) -> None:
    document = item(reference("https://x.example/catalogs/own.xml"))

    assert Catalogs.of(document, Catalog((("own", ONE),), href)).missing == ()


def test_addresses_without_a_files_name_are_compared_as_a_whole() -> None:
    document = item(reference("https://x.example/"))

    assert Catalogs.of(document, Catalog((("own", ONE),), "https://y.example/")).missing == (
        "https://x.example/",
    )
    assert Catalogs.of(document, Catalog((("own", ONE),), "https://x.example/")).missing == ()


def test_what_nobody_has_is_missing() -> None:
    href = "https://x.example/own.xml"

    catalogs = Catalogs.of(item(reference(href), reference(href), reference("")), Catalog((), "other.xml"))

    assert catalogs.missing == (href,)


def test_catalogues_inside_other_places_are_not_those_of_the_item() -> None:
    container = f"<catalogContainer>{catalog('own', ONE)}</catalogContainer>"

    assert dict(Catalogs.of(item(container)).schemes) == {}


def test_catalogues_of_an_article() -> None:
    written = newsmodel.write(Article(headlines="x", language="en"), "newsml-g2")
    own = written.replace(b"<itemMeta>", catalog("own", ONE).encode() + b"<itemMeta>")
    article = newsmodel.read(own)

    assert Catalogs.of(article).uri_of("own:1") == f"{ONE}1"
    assert Catalogs.of(article).uri_of("stat:usable")
    assert dict(Catalogs.of(Article(), Catalog((("own", TWO),))).schemes) == {"own": TWO}


def test_a_catalogue_is_read_from_its_document_or_from_a_catalog_item() -> None:
    alone = Catalog.read(catalog("own", f" {ONE} ").encode(), "own.xml")
    held = Catalog.read(item(f"<catalogContainer>{catalog('own', ONE)}</catalogContainer>"))

    assert alone == Catalog((("own", ONE),), "own.xml")
    assert held == Catalog((("own", ONE),))


def test_schemes_without_alias_or_uri_are_none() -> None:
    document = f'<catalog xmlns="{NAR}"><scheme alias="a"/><scheme uri="{ONE}"/><scheme alias="" uri="{ONE}"/></catalog>'

    assert Catalog.read(document.encode()).schemes == ()


def test_documents_that_are_no_catalogues() -> None:
    with pytest.raises(InputError, match="expected a catalog of NewsML-G2"):
        Catalog.read(b"<catalog/>")
    with pytest.raises(SyntaxFault):
        Catalog.read(b"<catalog")
    with pytest.raises(SyntaxFault):
        Catalogs.of(b"no XML")


def test_what_is_known_of_the_schemes_cannot_be_changed() -> None:
    schemes = {"own": ONE}
    catalogs = Catalogs(schemes)
    schemes["own"] = TWO

    assert catalogs.uri_of("own:1") == f"{ONE}1"
    with pytest.raises(TypeError):
        catalogs.schemes["own"] = TWO  # type: ignore[index]  # a checker says so, too


def test_the_codes_that_we_write_ourselves_are_declared() -> None:
    assert iptc_catalog().href.endswith(f"_{data.VERSION}.xml")
    assert {"ninat", "stat", "cpnat", "nprt", "irel"} <= dict(iptc_catalog().schemes).keys()


def test_our_copy_of_iptcs_catalogue_is_what_the_script_makes(shared: Path) -> None:
    spec = spec_from_file_location("make_iptc_catalog", ROOT / "scripts" / "make_iptc_catalog.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    paths = sorted((shared / "conformance/newsml-g2/catalogs").glob("*.xml"))

    assert module.module(paths) == Path(data.__file__).read_text(encoding="utf-8")
    assert len(data.SCHEMES) == 147
    assert data.VERSION == 41
