"""Changes of NewsML 1 documents that stay where they belong: rights, texts in other markup, schemes without codes."""

from __future__ import annotations

import attrs
import pytest
from canonical import canonical
from test_newsml_1_messages import item, news

from newsmodel import Article, Losses, LossKind, diff, read, write
from newsmodel.model import Link, Organisation, Rights, Text

LINES = "<NewsLines><HeadLine>Bridge open</HeadLine>{}</NewsLines>"
NITF = (
    '<ContentItem><MediaType FormalName="Text"/><Format FormalName="NITF3.1"/>'
    "<Characteristics><SizeInBytes>210</SizeInBytes></Characteristics><DataContent><nitf><head><docdata>"
    '<doc-id id-string="77"/></docdata><pubdata edition.area="N"/></head><body><body.content>'
    "<p>The bridge is open.</p></body.content></body></nitf></DataContent></ContentItem>"
)
COPYRIGHT = "<CopyrightLine>(c) Gazette</CopyrightLine>"


def document(lines: str = "", content: str = NITF) -> bytes:
    return news(item(1, f"<NewsComponent>{LINES.format(lines)}{content}</NewsComponent>"))


@pytest.mark.parametrize(
    ("before", "rights", "after"),
    [
        ("", Rights(notices="(c) Gazette"), COPYRIGHT),
        ("", Rights(usage_terms="Not for air"), "<RightsLine>Not for air</RightsLine>"),
        (
            COPYRIGHT,
            Rights(notices="(c) Gazette", usage_terms="No"),
            f"{COPYRIGHT}<RightsLine>No</RightsLine>",
        ),
        (COPYRIGHT, Rights(notices="(c) News"), "<CopyrightLine>(c) News</CopyrightLine>"),
        (COPYRIGHT, None, ""),
    ],
)
def test_lines_about_rights_change_where_they_stand(before: str, rights: Rights | None, after: str) -> None:
    losses = Losses()
    changed = attrs.evolve(read(document(before)), rights=rights)

    assert canonical(write(changed, "newsml-1", losses=losses)) == canonical(document(after))
    assert losses == []


def test_a_text_stays_as_it_is_where_an_organisation_comes() -> None:
    losses = Losses()
    changed = attrs.evolve(read(document()), organisations=(Organisation("Bridge Office"),))
    data = write(changed, "newsml-1", losses=losses)

    assert diff(changed, read(data)) == []
    assert NITF.partition("<DataContent>")[0].encode() in data
    assert b"<body.content>" in data
    assert losses == []


def test_the_head_of_nitf_is_no_part_of_the_story() -> None:
    losses = Losses()
    article = read(document(), losses=losses)

    assert [str(type(block).__name__) for _, block in article.blocks] == ["Paragraph"]
    assert "docdata" in str(losses)


def test_a_scheme_whose_names_are_no_codes() -> None:
    data = document().replace(
        b'<NewsService FormalName="GZ"/>', b'<NewsService FormalName="Wire Service" Scheme="GzServices"/>'
    )
    article = read(data)
    assert article.services[0].literal == "Wire Service"

    assert read(write(attrs.evolve(article, origin=None), "newsml-1")).services == article.services


@pytest.mark.parametrize("rel", ["irel:associatedWith", "irel:seeAlso", None])
def test_a_link_by_its_address_keeps_its_relation(rel: str | None) -> None:
    links = (Link("https://gazette.example/1", rel=rel),)

    assert read(write(Article(headlines="H", links=links), "newsml-1")).links == links


def test_a_language_that_is_read_by_its_shorter_code() -> None:
    losses = Losses()
    article = Article(language="sv", headlines=Text("H", language="swe"))

    assert str(read(write(article, "newsml-1", losses=losses)).headlines[0].language) == "sv"
    assert [loss.path for loss in losses.of(LossKind.COERCED)] == ["headlines[0].language"]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20021018:NewsMLv1.2.dtd:1" "NewsMLv1.2.dtd">',
        '<!DOCTYPE NewsML SYSTEM "x.dtd" [<!ENTITY % nitf SYSTEM "nitf-3-0.dtd"> %nitf; <!ENTITY co "Köprü">]>',
    ],
)
def test_the_doctype_stays_and_nothing_of_it_is_fetched(doctype: str) -> None:
    data = document().replace(b"<NewsML>", f"{doctype}<NewsML>".encode())
    changed = attrs.evolve(read(data), urgency=2)
    written = write(changed, "newsml-1")

    assert doctype in written.decode()
    assert read(written) == changed


def test_a_name_label_is_there_once() -> None:
    data = document().replace(b"</NewsIdentifier>", b"</NewsIdentifier><NameLabel/>")
    losses = Losses()
    written = write(attrs.evolve(read(data), titles="Bridge"), "newsml-1", losses=losses)

    assert canonical(written) == canonical(data.replace(b"<NameLabel/>", b"<NameLabel>Bridge</NameLabel>"))
    assert [(loss.kind, loss.where) for loss in losses] == [
        (LossKind.UNWRITTEN, "NewsItem/Identification/NameLabel[1]")
    ]


def test_a_name_of_a_subject_is_said_by_a_topic() -> None:
    code = '<SubjectCode><SubjectDetail FormalName="04008004" Scheme="IptcSubjectCodes"/></SubjectCode>'
    data = document().replace(
        b"<ContentItem>", f"<DescriptiveMetadata>{code}</DescriptiveMetadata><ContentItem>".encode(), 1
    )
    article = read(data)
    changed = attrs.evolve(article, subjects=[attrs.evolve(article.subjects[0], names="Economy")])
    written = write(changed, "newsml-1")

    assert read(written) == changed
    assert b"<SubjectCode><Description" not in b"".join(written.split())
