"""What the reader finds in schema.org documents that somebody else made, stated by hand."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from newsmodel import (
    Article,
    AttributionRole,
    Concept,
    Losses,
    LossKind,
    MediaKind,
    PartyKind,
    PubStatus,
    TranslationRelation,
    read,
    write,
)
from newsmodel.codec.row import AlwaysRow, DerivedRow
from newsmodel.formats.schema_org import ARTICLE

CEST = timezone(timedelta(hours=2))


def sample(shared: Path, name: str) -> bytes:
    return (shared / f"conformance/schema-org/examples/valid/{name}.jsonld").read_bytes()


@pytest.fixture(scope="module")
def full(shared: Path) -> Article:
    return read(sample(shared, "full"))


def test_identity_and_times(full: Article) -> None:
    assert full.id == "urn:newsml:agency.example:20240503:bruecke-1"
    assert full.url == "https://news.example/2024/05/bruecke"
    assert full.version == 3
    assert full.language == "de-DE"
    assert full.published == datetime(2024, 5, 3, 17, 47, 42, tzinfo=CEST)
    assert full.version_created == datetime(2024, 5, 3, 18, 5, tzinfo=CEST)
    assert full.first_created == datetime(2024, 5, 3, 16, 30, tzinfo=CEST)
    assert full.expires == datetime(2024, 8, 1, tzinfo=CEST)
    assert full.status is PubStatus.USABLE


def test_words_at_the_top(full: Article) -> None:
    assert list(map(str, full.headlines)) == ["Neue Brücke über die Lahn wird gesperrt", "Sperrung ab Montag"]
    assert list(map(str, full.summaries)) == [
        "Die Brücke wird für acht Wochen geschlossen.",
        "Acht Wochen Sperrung, Umleitung über Weilburg.",
    ]
    assert list(map(str, full.keywords)) == ["Brücke"]
    assert list(map(str, full.datelines)) == ["Limburg"]
    assert list(map(str, full.credit_lines)) == ["Lahn-Bote/bea"]
    assert [(one.name, one.code) for one in full.subjects] == [
        ("Verkehr", "medtop:20000337"),
        ("Straßenbau", None),
    ]
    assert full.subjects[1].uri == "https://topics.example/road-building"
    assert [one.uri for one in full.genres] == ["https://cv.iptc.org/newscodes/genre/Current"]


def test_parties(full: Article) -> None:
    by_role = {one.role: one for one in full.attributions}
    author, publisher = by_role[AttributionRole.AUTHOR], by_role[AttributionRole.PUBLISHER]
    assert (author.name, author.kind) == ("Anna Muster", PartyKind.PERSON)
    assert author.uri == "https://news.example/autor/anna-muster"
    assert by_role[AttributionRole.EDITOR].name == "Bea Beispiel"
    assert (publisher.name, publisher.kind, publisher.uri) == (
        "Lahn-Bote",
        PartyKind.ORGANISATION,
        "https://news.example/",
    )
    assert [str(name) for name in by_role[AttributionRole.SOURCE].names] == ["Beispiel-Agentur", "bea"]


def test_rights_and_media(full: Article) -> None:
    assert full.rights is not None
    assert list(map(str, full.rights.notices)) == ["© 2024 Lahn-Bote"]
    assert full.rights.license == "https://news.example/lizenz"
    (picture,) = full.media
    assert (picture.kind, picture.id, picture.credit) == (MediaKind.PICTURE, "image-1", "Dora Foto/bea")
    assert picture.copyright_notice == "© Dora Foto/bea"
    assert list(map(str, picture.captions)) == ["Die Brücke am Freitag."]
    (file,) = picture.renditions
    assert (file.href, file.media_type) == ("https://news.example/img/bruecke-16x9.jpg", "image/jpeg")
    assert (file.width, file.height) == (1600, 900)


def test_people_places_and_quotes(full: Article) -> None:
    (person,) = full.people
    assert (person.id, person.name, person.job_title) == ("person-1", "Carla Fiktiv", "Bürgermeisterin")
    assert [(one.id, one.name) for one in full.organisations] == [("org-2", "Bauamt Limburg")]
    (place,) = full.places
    assert (place.id, place.name, place.latitude, place.longitude) == ("place-1", "Lahnbrücke", 50.39, 8.06)
    assert [around.name for around in place.contained_in] == ["Deutschland"]
    assert [(one.name, one.uri) for one in full.located] == [("Limburg", "https://places.example/limburg")]
    (quote,) = full.quotes
    assert (quote.text, quote.speaker) == ("Wir brauchen die Sanierung jetzt", "person-1")


def test_body_and_translations(full: Article) -> None:
    first, second = full.sections
    assert first.heading is None
    assert str(second.heading) == "Was Autofahrer wissen müssen"
    assert [paragraph.text for paragraph in full.paragraphs] == [
        "Die Lahnbrücke wird am Montag gesperrt.",
        "„Wir brauchen die Sanierung jetzt“, sagte Bürgermeisterin Carla Fiktiv.",
        "Die Umleitung führt über Weilburg. Das Bauamt rechnet mit acht Wochen.",
    ]
    (other,) = full.translations
    assert (other.language, other.relation) == ("en", TranslationRelation.TRANSLATION)
    assert other.uri == "https://news.example/en/2024/05/bridge"


def test_what_no_row_takes_is_kept_and_written_back(full: Article, shared: Path) -> None:
    before, after = json.loads(sample(shared, "full")), json.loads(write(full, "schema-org"))
    for key in (
        "articleSection",
        "isAccessibleForFree",
        "correction",
        "speakable",
        "isPartOf",
        "publishingPrinciples",
    ):
        assert after[key] == before[key]
    assert after["mentions"] == before["mentions"]
    assert after["hasPart"][:2] == before["hasPart"][:2]
    losses = Losses()
    write(full, "native", losses=losses)
    assert losses == []  # extras are part of an article
    write(full, "newsml-g2", losses=losses)
    lost = [loss.where for loss in losses if loss.kind is LossKind.UNWRITTEN]
    assert "/correction" in lost
    assert "/affiliation" in lost


def test_other_samples(shared: Path) -> None:
    translated = read(sample(shared, "translation"))
    assert [(one.relation, one.language) for one in translated.translations] == [
        (TranslationRelation.ORIGINAL, "de")
    ]
    assert translated.attributed(AttributionRole.TRANSLATOR)[0].name == "Tom Lator"
    alternates = read(sample(shared, "alternates"))
    assert [(one.relation, one.language, one.uri) for one in alternates.translations] == [
        (TranslationRelation.ALTERNATE, "de", "https://news.example/de/c"),
        (TranslationRelation.ALTERNATE, "fr", "https://news.example/fr/c"),
    ]
    graph = read(sample(shared, "graph"))
    assert graph.published == datetime(2024, 5, 3, 15, 47, 42, tzinfo=UTC)
    minimal = read(sample(shared, "minimal"))
    assert (str(minimal.headline), minimal.published) == ("A headline", date(2024, 5, 3))


OWN: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "url": "https://news.example/a",
    "headline": "Markt",
    "digitalSourceType": "https://schema.org/CompositeDigitalSource",
    "identifier": [{"@type": "PropertyValue", "propertyID": "x:own", "value": "77"}],
    "contributor": "Eva Helferin",
    "author": {"@type": "Person", "@id": "https://news.example/a#p", "name": "Pia", "identifier": "staff:1"},
    "mentions": [
        {
            "@type": "Person",
            "@id": "https://news.example/a#p",
            "name": "Pia",
            "givenName": "Pia",
            "familyName": "Perle",
            "sameAs": "https://id.example/pia",
            "identifier": "staff:1",
        }
    ],
    "about": {"@type": "Thing", "name": "Markt", "additionalType": "cpnat:abstract"},
    "keywords": [
        {
            "@type": "DefinedTerm",
            "name": "Markt",
            "termCode": "medtop:1",
            "sameAs": "https://t.example/1",
            "additionalType": "cpnat:abstract",
        }
    ],
    "genre": {
        "@type": "DefinedTerm",
        "name": "Bericht",
        "alternateName": "Nachricht",
        "termCode": "genre:Current",
    },
    "contentLocation": {
        "@type": "Place",
        "name": "Halle",
        "alternateName": "Hall",
        "identifier": "x:halle",
        "additionalType": "cptype:city",
        "address": {"@type": "PostalAddress", "addressCountry": "DE"},
    },
    "associatedMedia": {"@type": "ImageObject", "creditText": "Foto: privat"},
    "video": {
        "@type": "VideoObject",
        "contentUrl": "https://news.example/v.mp4",
        "contentSize": "2048 B",
        "encoding": {"@type": "MediaObject", "contentUrl": "https://news.example/v.webm", "width": 640},
    },
    "audio": "https://news.example/a.mp3",
    "copyrightHolder": {"@type": "Organization", "name": "Bote"},
    "conditionsOfAccess": "Nur mit Erlaubnis",
    "mainEntityOfPage": {
        "@type": "WebPage",
        "@id": "https://news.example/a",
        "relatedLink": ["https://news.example/b"],
    },
    "workTranslation": {
        "@type": "NewsArticle",
        "inLanguage": "en",
        "url": "https://news.example/en/a",
        "name": "En",
    },
    "articleBody": "Erster Absatz.\n\nZweiter Absatz.",
}
"""What the samples leave at its default, in a document of our own."""


@pytest.fixture(scope="module")
def own() -> Article:
    return read(json.dumps(OWN).encode())


def test_our_own_sample(own: Article) -> None:
    assert [(one.type, one.value) for one in own.alt_ids] == [("x:own", "77")]
    assert own.attributed(AttributionRole.CONTRIBUTOR)[0].name == "Eva Helferin"
    assert own.digital_source_type == Concept(code="digsrctype:composite")
    author = own.attributed(AttributionRole.AUTHOR)[0]
    assert (author.entity, author.code) == ("p", "staff:1")
    person = own.entity("p")
    assert (person.uri, person.code) == ("https://id.example/pia", "staff:1")
    assert [paragraph.text for paragraph in own.paragraphs] == ["Erster Absatz.", "Zweiter Absatz."]
    assert [media.kind for media in own.media] == [MediaKind.VIDEO, MediaKind.AUDIO]
    assert [(file.href, file.size, file.width) for file in own.media[0].renditions] == [
        ("https://news.example/v.mp4", 2048, None),
        ("https://news.example/v.webm", None, 640),
    ]
    assert own.attributed(AttributionRole.PHOTO_CREDIT)[0].name == "Foto: privat"
    assert own.rights is not None
    assert own.rights.holder is not None
    assert own.rights.holder.name == "Bote"
    assert list(map(str, own.rights.usage_terms)) == ["Nur mit Erlaubnis"]
    assert [link.href for link in own.links] == ["https://news.example/b"]
    assert own.places[0].country == "DE"
    assert own.translations[0].label == "En"


def test_samples_move_every_row_off_its_default(full: Article, own: Article, shared: Path) -> None:
    articles = [full, own, *(read(sample(shared, name)) for name in ("translation", "alternates", "minimal"))]
    rows = [*ARTICLE.rows, *(row for each in ARTICLE.embedded for row in each.table.rows)]
    still = [
        row.paths[0]
        for row in rows
        if not isinstance(row, (AlwaysRow, DerivedRow))
        and not any(_says(row, article) for article in articles)
    ]
    assert still == []


def _says(row: Any, article: Article) -> bool:
    from newsmodel.codec.context import Context

    holder = article if all(hasattr(article, name) for name in row.fields) else article.rights
    return holder is not None and any(True for _ in row.values(holder, Context("schema-org")))
