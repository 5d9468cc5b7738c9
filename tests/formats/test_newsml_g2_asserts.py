"""What asserts say of an article's concepts becomes theirs, and comes back: expectations by hand."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from lxml import etree

from newsmodel import Losses, LossKind, convert, diff, read, write
from newsmodel.model import Article, Organisation, Person, Place, Text

ITEM = """<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"
    standard="NewsML-G2" standardversion="2.35" conformance="power" guid="tag:gazette.example,2026:visit" xml:lang="en">
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider><name>The Gazette</name></provider>
    <versionCreated>2026-03-02T10:00:00Z</versionCreated>
  </itemMeta>
  <contentMeta>
    <located qcode="geo:17"/>
    <creator qcode="staff:4"/>
    <subject type="cpnat:person" qcode="who:1"/>
    <subject type="cpnat:person" uri="https://gazette.example/who/2"><name>Omar Nasr</name></subject>
    <subject type="cpnat:organisation" literal="Acme"/>
    <subject type="cpnat:abstract" qcode="medtop:20000271"><name>ferries</name></subject>
    <headline>A visit</headline>
  </contentMeta>
  <assert qcode="staff:4"><name>Jo Doe</name></assert>
  <assert qcode="who:1">
    <name>Mona Said</name><name xml:lang="ar">منى سعيد</name><name part="nprt:given">Mona</name><name part="nprt:family">Said</name>
    <personDetails><born>1970-01-02</born></personDetails>
  </assert>
  <assert qcode="who:2" uri="https://gazette.example/who/2"><name>O. Nasr</name><name xml:lang="ar">عمر نصر</name></assert>
  <assert literal="Acme"><name>Acme Works</name></assert>
  <assert qcode="medtop:20000271"><name xml:lang="de">Fähren</name></assert>
  <assert qcode="geo:17">
    <name>Quayside</name>
    <type qcode="cptype:city"/>
    <broader qcode="geo:2"/>
    <geoAreaDetails><position latitude="31.2" longitude="29.9"/></geoAreaDetails>
  </assert>
  <assert qcode="geo:2"><name>Coast</name><broader qcode="geo:1"/></assert>
  <assert qcode="geo:1"><name>Land</name><broader qcode="geo:17"/></assert>
  <assert qcode="nobody:9"><name>Not here</name></assert>
  <assert/>
</newsItem>""".encode()

MONA = Person(
    ("Mona Said", Text("منى سعيد", "ar")), code="who:1", given_name="Mona", family_name="Said"
)  # fmt: skip


def test_what_an_assert_says_is_the_concepts() -> None:
    losses = Losses()
    article = read(ITEM, losses=losses)

    assert losses == []
    assert article.people == (
        MONA,
        Person(
            ("Omar Nasr", Text("عمر نصر", "ar")), uri="https://gazette.example/who/2", code="who:2"
        ),  # its own name wins
    )
    assert article.organisations == (Organisation("Acme Works", literal="Acme"),)
    assert article.located == (
        Place(
            "Quayside",
            code="geo:17",
            type="cptype:city",
            latitude=31.2,
            longitude=29.9,
            contained_in=(Place("Coast", code="geo:2"), Place("Land", code="geo:1")),
        ),
    )
    assert article.subjects[0].names == (Text("ferries"), Text("Fähren", "de"))
    assert [found.name for found in article.attributions] == ["The Gazette", "Jo Doe"]


def test_asserts_stay_in_the_document() -> None:
    article = read(ITEM)
    asserts = [extra.place for extra in article.extras if extra.place == "assert"]

    assert len(asserts) == 10
    assert write(article, "newsml-g2") == ITEM
    fresh = write(attrs.evolve(article, origin=None), "newsml-g2")
    assert fresh.count(b"<assert") == 10
    assert diff(article, read(fresh)) == []


def test_what_asserts_say_is_converted() -> None:
    article = read(convert(ITEM, "schema-org").output, format="schema-org")

    assert [person.name for person in article.people] == ["Mona Said", "Omar Nasr"]
    assert article.located[0].latitude == 31.2


def written_and_told(article: Article) -> tuple[Article, list[tuple[LossKind, str]]]:
    losses = Losses()
    back = read(write(article, "newsml-g2", losses=losses))
    return back, [(loss.kind, loss.path) for loss in losses]


def test_a_fact_that_is_changed_is_the_articles() -> None:
    article = read(ITEM)
    town = attrs.evolve(article.located[0], latitude=31.25, names=("Old Quay",))
    back, told = written_and_told(attrs.evolve(article, located=(town,)))

    assert (back.located, told) == ((town,), [])


def test_a_fact_that_was_taken_away_is_told_to_come_back() -> None:
    """An assert that stays in the document says it still."""
    article = read(ITEM)
    person = attrs.evolve(article.people[0], given_name=None)
    changed = attrs.evolve(article, people=(person, article.people[1]))
    back, told = written_and_told(changed)

    assert back.people[0] == MONA
    assert told == [(LossKind.COERCED, "people[0].given_name")]

    others = tuple(extra for extra in article.extras if "who:1" not in (extra.raw or ""))
    back, told = written_and_told(attrs.evolve(changed, extras=others))
    assert (back.people[0], told) == (person, [])


def test_an_assert_of_nobody_says_nothing() -> None:
    nobody = ITEM.replace(b' qcode="who:1">\n    <name>Mona', b' qcode="who:8">\n    <name>Mona')

    assert read(nobody).people[0] == Person(code="who:1")


def test_the_ap_names_its_concepts_in_asserts(shared: Path) -> None:
    article = read(shared / "conformance/newsml-g2/examples/ap_metadata_example.xml")

    assert [person.name for person in article.people] == ["Keegan Murray"]
    assert [body.name for body in article.organisations] == ["Volkswagen AG"]
    (place,) = article.places
    assert (place.name, place.latitude, place.longitude) == ("Kentucky", -84.87762, 38.20042)
    assert [around.name for around in place.contained_in] == ["United States", "North America"]


@pytest.mark.parametrize(
    ("code", "country"), [("iso3166-1a3:EGY", "EG"), ("iso3166-1a2:EG", "EG"), ("gz:EG", None)]
)
def test_an_address_says_the_country(code: str, country: str | None) -> None:
    address = f'<POIDetails><position latitude="1" longitude="2"/><address><locality literal="x"><name>Town</name></locality><country qcode="{code}"/></address></POIDetails>'
    place = read(ITEM.replace(b'<broader qcode="geo:2"/>', address.encode())).located[0]

    assert place.country == country
    assert [around.literal or around.code for around in place.contained_in] == ["x", code]
    assert (place.latitude, place.longitude) == (31.2, 29.9)


@pytest.mark.parametrize(
    ("latitude", "longitude", "read_as"),
    [("0", "0", (None, None)), ("0", "9.5", (0.0, 9.5)), ("91", "200", (None, None))],
)
def test_a_position_is_read_whole(
    latitude: str, longitude: str, read_as: tuple[float | None, float | None]
) -> None:
    data = ITEM.replace(b'"31.2"', f'"{latitude}"'.encode()).replace(b'"29.9"', f'"{longitude}"'.encode())
    place = read(data).located[0]

    assert (place.latitude, place.longitude) == read_as


def test_stt_places_have_their_names_in_asserts(shared: Path) -> None:
    (place,) = read(shared / "samples/agency/stt-2012/95821939.xml").places

    assert (place.name, place.latitude, place.longitude) == ("Helsinki", 60.171162, 24.93265)
    assert [around.name for around in place.contained_in][:2] == ["Helsinki", "Uusimaa"]


def test_an_item_with_asserts_is_valid_when_it_is_made(shared: Path) -> None:
    schema = etree.XMLSchema(etree.parse(shared / "conformance/newsml-g2/xsd/g2-with-bodies.xsd"))
    root = etree.fromstring(write(attrs.evolve(read(ITEM), origin=None), "newsml-g2"))

    assert schema.validate(root), schema.error_log
