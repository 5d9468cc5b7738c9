"""Documents of NITF come back as they came, in whatever namespace; where an article changed only that changes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from canonical import canonical
from lxml import etree

from newsmodel import (
    Article,
    Concept,
    Embargo,
    Extra,
    InputError,
    Losses,
    LossKind,
    Media,
    MediaKind,
    Paragraph,
    Place,
    PubStatus,
    Rendition,
    Rights,
    Section,
    SeveralItems,
    Text,
    convert,
    diff,
    read,
    read_all,
    sniff,
    write,
)

NITF_NS = "http://iptc.org/std/NITF/2006-10-18/"
NAMESPACES = {
    "none": "",
    "official": f' xmlns="{NITF_NS}"',
    "wrong": ' xmlns="http://nitf.example/3.4"',
    "of NewsML-G2": ' xmlns="http://iptc.org/std/nar/2006-10-01/"',
}
STORY = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<!-- from the night desk -->
<nitf{namespace} version="-//IPTC//DTD NITF 3.4//EN" change.date="October 18, 2006" change.time="19:30" xmlns:x="urn:x">
  <head><title>Café opens</title><meta name="desk" content="night"/>
    <docdata management-status="usable" x:copy="1"><urgency ed-urg="5"/><date.issue norm="20260302T101500Z"/>
      <doc-id regsrc="Gazette"/></docdata></head>
  <body><body.head><hedline id="h"><hl1>Café opens</hl1></hedline>
    <dateline><location>RIVERTON</location>, <story.date norm="20260302">March 2</story.date> -</dateline></body.head>
    <body.content><block class="main"><p class="lead" lede="true">A café <!-- sic --> opened.</p><p/><p>«<q
      quote-source="Jo Doe">Come in</q>», she said.</p></block></body.content></body>
</nitf>
<!-- end -->
"""


def story(namespace: str = "none") -> bytes:
    return STORY.format(namespace=NAMESPACES[namespace]).encode("iso-8859-1")


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_a_document_is_recognised_and_comes_back_to_the_letter(namespace: str) -> None:
    data = story(namespace)

    assert sniff(data) == "nitf"
    assert write(read(data), "nitf") == data


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_the_namespace_is_no_part_of_what_is_said(namespace: str) -> None:
    losses = Losses()
    article = read(story(namespace), losses=losses)

    assert article == read(story())
    repaired = [(loss.where, loss.value, loss.line) for loss in losses.of(LossKind.REPAIRED)]
    assert repaired == ([("@xmlns", "http://nitf.example/3.4", 4)] if namespace == "wrong" else [])


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_only_what_changed_changes_in_the_namespace_in_which_it_came(namespace: str) -> None:
    data, losses = story(namespace), Losses()
    changed = attrs.evolve(read(data), urgency=1, headlines="Café shuts")
    written = write(changed, "nitf", losses=losses)

    expected = data.replace(b'ed-urg="5"', b'ed-urg="1"').replace(b"opens<", b"shuts<")
    assert canonical(written) == canonical(expected)
    assert b"<!-- end -->" in written
    assert b'<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">' in written
    assert losses == []
    assert read(written) == changed


def test_what_is_new_stands_where_the_schema_wants_it() -> None:
    changed = attrs.evolve(read(story()), bylines="By Jo Doe", keywords="café", version=2)
    root = etree.fromstring(write(changed, "nitf"))

    head, docdata = root.find("body/body.head"), root.find("head/docdata")
    assert head is not None
    assert docdata is not None
    assert [child.tag for child in head] == ["hedline", "byline", "dateline"]
    assert root.findtext("body/body.head/byline") == "By Jo Doe"
    assert {child.tag for child in docdata} == {"urgency", "date.issue", "doc-id", "du-key", "key-list"}
    assert read(etree.tostring(root)) == changed


def test_what_is_taken_out_is_gone() -> None:
    changed = attrs.evolve(read(story()), urgency=None, attributions=())
    root = etree.fromstring(write(changed, "nitf"))

    assert root.find(".//urgency") is None
    assert root.find(".//doc-id") is None
    assert root.find(".//meta") is not None
    assert read(etree.tostring(root)) == changed


def test_a_new_body() -> None:
    changed = attrs.evolve(read(story()), quotes=(), sections=(Section(None, (Paragraph("Shut."),)),))
    data = write(changed, "nitf")

    assert read(data) == changed
    assert b"night" in data
    assert b"lead" not in data


def test_what_depends_on_another_field_is_written_anew() -> None:
    changed = attrs.evolve(read(story()), datelines="LAKEVILLE", located=())
    assert read(write(changed, "nitf")) == changed


def test_a_document_in_capitals_keeps_them() -> None:
    data = b"<NITF><HEAD><TITLE>A</TITLE></HEAD><BODY><BODY.CONTENT><P>One.</P></BODY.CONTENT></BODY></NITF>"
    losses = Losses()
    article = read(data, losses=losses)

    assert (article.headline and article.headline.value, article.text) == ("A", "One.")
    assert [loss.kind for loss in losses] == [LossKind.REPAIRED]
    assert b"<BODY.CONTENT><P>One.</P>" in write(attrs.evolve(article, urgency=3), "nitf")


def test_from_the_article_alone(shared: Path) -> None:
    schema = etree.XMLSchema(etree.parse(shared / "conformance/nitf/nitf-3-6.xsd"))
    data = write(read(story("wrong")), "nitf", extras=False)

    schema.validate(etree.fromstring(data))
    assert [str(error) for error in schema.error_log] == []
    assert b"night" not in data


def test_conversion_to_its_own_format_loses_nothing() -> None:
    assert convert(story(), "nitf").output == story()


def test_several_documents_in_one_file() -> None:
    data = b"<all by='me'>" + b"<nitf><head><title>A</title></head><body/></nitf>" * 2 + b"<x/></all>"
    losses = Losses()

    assert [article.headlines[0].value for article in read_all(data, format="nitf", losses=losses)] == [
        "A",
        "A",
    ]
    assert [(loss.where, loss.value) for loss in losses] == [("all/x", "<x></x>"), ("all/@by", "me")]
    with pytest.raises(SeveralItems, match="read_all"):
        read(data, format="nitf")


def test_another_document_is_refused_with_its_name() -> None:
    with pytest.raises(InputError, match="a nitf of NITF 3.x"):
        read(b"<story/>", format="nitf")


@pytest.mark.parametrize("title", ["", "<title/>", "<title> </title>", "<title>Old</title>"])
def test_a_headline_that_is_new_or_gone(title: str) -> None:
    data = f"<nitf><head>{title}</head><body><body.content><p>x</p></body.content></body></nitf>".encode()
    article = read(data)

    for headline in ("New", ()):
        changed: Any = attrs.evolve(article, headlines=headline)
        assert diff(changed, read(write(changed, "nitf"))) == []


def nitf_in(root: etree._Element) -> list[bytes]:
    found = [each for each in root.iter(etree.Element) if etree.QName(each).localname == "nitf"]
    return [etree.tostring(each, with_tail=False) for each in found]


def test_every_nitf_of_the_samples_comes_back(shared: Path) -> None:
    schema = etree.XMLSchema(etree.parse(shared / "conformance/nitf/nitf-3-6.xsd"))
    parser = etree.XMLParser(load_dtd=False, no_network=True, recover=True)
    documents: list[bytes] = []
    for path in sorted(shared.rglob("*.xml")):
        if b"nitf" in (data := path.read_bytes()) and (root := etree.fromstring(data, parser)) is not None:
            documents += nitf_in(root)

    for data in documents:
        article = read(data, format="nitf")
        assert article.paragraphs
        assert canonical(write(article, "nitf")) == canonical(data)
        changed = attrs.evolve(article, headlines="Changed")
        assert read(write(changed, "nitf"), format="nitf") == changed
        fresh = etree.fromstring(write(article, "nitf", extras=False))
        assert schema.validate(fresh), schema.error_log
        assert read(etree.tostring(fresh)) == attrs.evolve(article, extras=())
    assert len(documents) > 10


def test_an_empty_article_is_a_document() -> None:
    assert read(write(Article(), "nitf")) == Article()


def test_rights_change_where_they_stand() -> None:
    data = (
        b'<nitf version="-//IPTC//DTD NITF 3.4//EN" class="x"><head><docdata><doc-id id-string="1"/>'
        b'<doc.copyright holder="AP" year="2015"/></docdata></head><body><body.head><hedline><hl1>H</hl1></hedline>'
        b'</body.head><body.content><block id="Main"><p>Text.</p></block></body.content></body></nitf>'
    )
    article = read(data)
    assert article.rights is not None
    changed = attrs.evolve(article, rights=attrs.evolve(article.rights, year=2016))

    assert canonical(write(changed, "nitf")) == canonical(data.replace(b"2015", b"2016"))

    more = attrs.evolve(article, rights=attrs.evolve(article.rights, usage_terms="Not for air"))
    written = write(more, "nitf")
    assert read(written) == more
    assert b'<block id="Main">' in written
    assert b"DTD NITF 3.4" in written
    assert read(write(attrs.evolve(article, rights=None), "nitf")).rights is None


@pytest.mark.parametrize("copyright_", ["", '<doc.copyright year="2020" other="kept"/>'])
def test_a_holder_that_cannot_be_said_takes_nothing_with_it(copyright_: str) -> None:
    data = f"<nitf><head><docdata>{copyright_}</docdata></head><body><!-- by hand --></body></nitf>".encode()
    before = read(data, format="nitf")
    losses = Losses()
    rights = Rights(Concept(code="org:1"), year=before.rights.year if before.rights else None)
    written = write(attrs.evolve(before, rights=rights), "nitf", losses=losses)

    assert losses.paths == {"rights.holder"}
    assert canonical(written) == canonical(data)


def test_media_items_without_an_identifier_get_none() -> None:
    shown = [Media(MediaKind.PICTURE, [Rendition(f"https://x.example/{number}.jpg")]) for number in (1, 2)]
    article = Article(headlines="H", sections=[Section(None, [Paragraph("Text.")])], media=shown)

    assert read(write(article, "nitf")).media == tuple(shown)


def test_an_embargo_that_is_taken_out_leaves_no_state() -> None:
    data = (
        b'<nitf><head><docdata management-status="embargoed"><date.release norm="20260303T000000Z"/><du-key key="x"/></docdata>'
        b"</head><body><body.head><hedline><hl1>H</hl1></hedline></body.head></body></nitf>"
    )
    article = attrs.evolve(read(data), embargo=None)
    written = write(article, "nitf")

    assert b"embargoed" not in written
    assert b"du-key" in written
    assert read(written) == article


@pytest.mark.parametrize("embargo", [Embargo(datetime(2026, 5, 20, 6, tzinfo=UTC)), Embargo()])
@pytest.mark.parametrize("status", ["usable", "withheld"])
def test_an_embargo_is_taken_off_and_nothing_else(embargo: Embargo, status: str) -> None:
    source = story().replace(b'management-status="usable"', f'management-status="{status}"'.encode())
    article = read(source)

    held = read(write(attrs.evolve(article, embargo=embargo, status=PubStatus.USABLE), "nitf"))
    free = write(attrs.evolve(held, embargo=None, status=article.status), "nitf")

    assert held.embargo == embargo
    assert canonical(free) == canonical(source)


def test_what_another_format_kept_of_a_places_names_is_reported() -> None:
    """Two names that are one name in the end: each may have had something of its own."""
    kept = Text("Quayside", extras=(Extra("newsml-g2", "@rank", "1"),))
    around = Place(kept, type="cptype:country")
    place = Place((kept, "Quayside"), type="cptype:city", contained_in=(around,))
    losses = Losses()
    write(Article(places=(place,)), "nitf", losses=losses)

    assert [loss.path for loss in losses.of(LossKind.UNWRITTEN) if "extras" in loss.path] == [
        "places[0].names[0].extras[0]",
        "places[0].contained_in[0].names[0].extras[0]",
    ]


def test_media_items_that_say_the_same_are_written_once() -> None:
    files = [Rendition("https://gazette.example/b.jpg")]
    first, again = Media(MediaKind.PICTURE, files, "b"), Media(MediaKind.PICTURE, files)
    losses = Losses()
    data = write(Article("a:1", media=[first, again, again]), "nitf", losses=losses)

    assert read(data).media == (first,)
    assert [loss.path for loss in losses.of(LossKind.UNWRITTEN)] == ["media[1]", "media[2]"]
