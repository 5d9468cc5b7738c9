"""What is invalid and can be understood is read, and what was done about it is said, with its line."""

from __future__ import annotations

import attrs
import pytest

from newsmodel import LossError, Losses, LossKind, Rendition, read, write

HEAD = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" standard="NewsML-G2" standardversion="2.35">\n'
    '<itemMeta><itemClass qcode="ninat:text"/><provider literal="g"/><versionCreated>2026-03-02T10:00:00Z</versionCreated>'
)


def item(meta: str = "", content: str = "", rest: str = "") -> bytes:
    return f"{HEAD}{meta}</itemMeta>\n<contentMeta>{content}</contentMeta>{rest}</newsItem>".encode()


def repairs(data: bytes) -> list[tuple[str, str, int | None]]:
    losses = Losses()
    read(data, losses=losses)
    assert {loss.kind for loss in losses} <= {LossKind.REPAIRED}
    return [(loss.where, loss.reason, loss.line) for loss in losses]


def test_an_element_in_another_place() -> None:
    data = item("<urgency>3</urgency><headline>H</headline>", '<pubStatus qcode="stat:canceled"/>')
    article = read(data)

    assert (article.urgency, str(article.headline), article.status and article.status.value) == (
        3,
        "H",
        "canceled",
    )
    assert sorted(repairs(data)) == [
        ("contentMeta/pubStatus", "read as itemMeta/pubStatus", 3),
        ("itemMeta/headline", "read as contentMeta/headline", 2),
        ("itemMeta/urgency", "read as contentMeta/urgency", 2),
    ]
    assert article.extras == ()
    with pytest.raises(LossError):
        read(data, strict=True)


def test_what_is_at_home_wins() -> None:
    data = item("<urgency>3</urgency>", "<urgency>5</urgency>")
    article = read(data)

    assert article.urgency == 5
    assert [(extra.place, extra.raw) for extra in article.extras] == [
        ("itemMeta/urgency", '<urgency xmlns="http://iptc.org/std/nar/2006-10-01/">3</urgency>')
    ]
    assert repairs(data) == []


def test_elements_out_of_order() -> None:
    data = item(
        "<edNote>n</edNote><firstCreated>2026-03-01T10:00:00Z</firstCreated>",
        "<headline>H</headline><located literal='x'/>",
    )

    assert repairs(data) == [
        ("itemMeta/firstCreated", "it stands behind edNote; the order was not looked at", 2),
        ("contentMeta/located", "it stands behind headline; the order was not looked at", 3),
    ]
    assert repairs(item("", "<headline>H</headline><subject literal='x'/><language tag='en'/>")) == []


@pytest.mark.parametrize(
    ("latitude", "longitude", "expected", "reasons"),
    [
        ("24,5", "32.9", (24.5, 32.9), ["read as 24.5"]),
        ("151.2", "-33.9", (-33.9, 151.2), ["latitude and longitude were swapped"]),
        ("24.5", "32.9", (24.5, 32.9), []),
    ],
)
def test_positions(latitude: str, longitude: str, expected: tuple[float, float], reasons: list[str]) -> None:
    position = f'<position latitude="{latitude}" longitude="{longitude}"/>'
    data = item("", f'<located literal="x"><geoAreaDetails>{position}</geoAreaDetails></located>')
    place = read(data).located[0]

    assert (place.latitude, place.longitude) == expected
    assert [reason for _, reason, _ in repairs(data)] == reasons


def test_a_reference_with_a_space() -> None:
    data = item(rest='<contentSet><remoteContent href="a b{1}.jpg"/></contentSet>')

    assert read(data).renditions == (Rendition("a%20b%7B1%7D.jpg"),)
    assert [reason for _, reason, _ in repairs(data)] == ["read as a%20b%7B1%7D.jpg"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-03-02T10:00:00+0200", "2026-03-02T10:00:00+02:00"),
        (" 2026-03-02T10:00:00Z ", "2026-03-02T10:00:00Z"),
        ("20260302T100000Z", "2026-03-02T10:00:00Z"),
    ],
)
def test_times(written: str, expected: str) -> None:
    data = item().replace(b">2026-03-02T10:00:00Z<", f">{written}<".encode())

    assert b"<versionCreated>" + expected.encode() in write(read(data), "newsml-g2", extras=False)


def body(inside: str, head: str = "") -> str:
    page = f'<html xmlns="http://www.w3.org/1999/xhtml">{head}<body>{inside}</body></html>'
    return f"<contentSet><inlineXML>{page}</inlineXML></contentSet>"


def test_the_title_of_a_catalogue_is_its_own() -> None:
    catalogue = '<catalogRef href="http://c.example/"><title>All the codes</title></catalogRef>'
    losses = Losses()
    article = read(item().replace(b"<itemMeta>", f"{catalogue}<itemMeta>".encode()), losses=losses)

    assert article.titles == ()
    assert not losses.of(LossKind.REPAIRED)
    assert "All the codes" in "".join(extra.raw or "" for extra in article.extras)


def test_subjects_and_links_in_another_place() -> None:
    data = item(
        '<subject type="cpnat:person" literal="ann"/><subject qcode="medtop:1"/>',
        '<link rel="irel:seeAlso" href="http://a.example/"><title>More</title></link>',
    )
    article = read(data)

    assert [person.literal for person in article.people] == ["ann"]
    assert [subject.code for subject in article.subjects] == ["medtop:1"]
    assert [link.href for link in article.links] == ["http://a.example/"]
    assert sorted(where for where, _, _ in repairs(data)) == [
        "contentMeta/link",
        "itemMeta/subject",
        "itemMeta/subject",
    ]
    assert write(article, "newsml-g2") == data


@pytest.mark.parametrize("code", ["Nyheter", "genre:Last news"])
def test_a_code_that_is_none_beside_a_name(code: str) -> None:
    data = item("", f'<genre qcode="{code}"><name>News</name></genre>')
    article = read(data)

    assert [(genre.code, genre.literal, genre.name) for genre in article.genres] == [(None, code, "News")]
    assert [where for where, _, _ in repairs(data)] == ["contentMeta/genre[1]"]


@pytest.mark.parametrize(
    ("meta", "head", "first", "expected"),
    [
        ("", "<head><title>A robot paints</title></head>", "", "A robot paints"),
        ("", "<head><title> </title></head>", "<h1>A robot <i>paints</i></h1>", "A robot paints"),
        ("<headline>Another</headline>", "<head><title>A robot paints</title></head>", "", "Another"),
        ("<headline/>", "<head><title>A robot paints</title></head>", "", None),  # it says that there is none
        ("", "", "", None),
    ],
)
def test_a_page_says_the_headline_where_the_item_does_not(
    meta: str, head: str, first: str, expected: str | None
) -> None:
    data = item("", meta, body(f"{first}<p>It took an hour.</p>", head))
    losses = Losses()
    article = read(data, losses=losses)

    assert (str(article.headline) if article.headline else None) == expected
    assert [paragraph.text for paragraph in article.paragraphs] == ["It took an hour."]
    assert bool(losses.of(LossKind.REPAIRED)) is (not meta and expected is not None)
    changed = attrs.evolve(article, headlines=["New"])
    back = read(write(changed, "newsml-g2"))
    assert str(back.headline) == "New"
    assert back.sections == article.sections
    assert write(article, "newsml-g2") == data


def test_one_paragraph_with_the_whole_story_in_it_escaped() -> None:
    escaped = "&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two &lt;b&gt;b&lt;/b&gt;&lt;/p&gt;"
    article = read(item("", "<headline>H</headline>", body(f"<h1>H</h1><p>{escaped}</p>")))
    assert [paragraph.text for paragraph in article.paragraphs] == ["One", "Two b"]

    article = read(item("", "<headline>H</headline>", body(f"<p>{escaped}</p><p>Three</p>")))
    assert len(list(article.paragraphs)) == 2  # a paragraph about markup, among others
