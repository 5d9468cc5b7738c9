"""What is invalid and can be understood is read, and what was done about it is said, with its line."""

from __future__ import annotations

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
