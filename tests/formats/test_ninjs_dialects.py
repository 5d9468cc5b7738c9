"""ninjs as agencies write it, and the slips that are read all the same. The documents are our own, in the manner of theirs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import attrs
import orjson
import pytest

from newsmodel import (
    Article,
    AttributionRole,
    InputError,
    LossError,
    Losses,
    LossKind,
    MediaKind,
    Place,
    SeveralItems,
    Subject,
    Translation,
    TranslationRelation,
    read,
    read_all,
    sniff,
    write,
)
from newsmodel.formats.ninjs_version import version_in

SUPERDESK: dict[str, Any] = {
    "guid": "urn:newsml:desk.example:2026:bridge",
    "version": "2",
    "type": "text",
    "headline": "Old bridge opens again",
    "byline": "Lena Ahl",
    "body_html": "<p>The bridge opened on Friday.</p><p>Lorries wait.</p>",
    "slugline": "bridge",
    "priority": 5,
    "evolvedfrom": "urn:newsml:desk.example:2026:first",
    "versioncreated": "2026-05-01T10:00:00+0000",
    "firstpublished": "2026-05-01T09:00:00+00:00",
    "service": [{"name": "Domestic", "code": "d"}],
    "subject": [{"name": "Roads", "code": "15000", "scheme": "desk"}],
    "place": [{"name": "Ulm", "qcode": "ULM"}],
    "keywords": ["roads", "rivers"],
    "authors": [{"name": "Lena Ahl", "role": "writer"}],
    "source": "Desk",
    "extra_items": {},
    "associations": {
        "featuremedia": {
            "uri": "urn:picture:1",
            "type": "picture",
            "description_text": "The bridge",
            "byline": "Jo Bell",
            "renditions": {
                "original": {
                    "href": "https://desk.example/o.jpg",
                    "mimetype": "image/jpeg",
                    "width": 30,
                    "height": 20,
                },
                "viewImage": {"href": "https://desk.example/v.jpg"},
            },
        },
        "gone": None,
    },
}
TT: dict[str, Any] = {
    "uri": "http://tt.example/media/text/bro",
    "type": "text",
    "representationtype": "associated",
    "headline": "Gamla bron öppnar",
    "body_text": "Bron öppnade i fredags.",
    "body_html5": '<html><body><h1>Gamla bron öppnar</h1><p>Bron öppnade i fredags.</p><figure><img src="a.jpg" data-assoc-ref="a1"/>'
    "<figcaption>Bron</figcaption></figure></body></html>",
    "originaltransmissionreference": "abc-1",
    "bylines": [{"firstname": "Lena", "lastname": "Ahl", "role": "REPORTER"}],
    "sector": "INR",
    "product": [{"name": "Inrikes", "code": "TTINR"}],
    "associations": {
        "a1": {
            "uri": "http://tt.example/media/image/1",
            "type": "picture",
            "description_text": "Bron",
            "renditions": {"r1": {"href": "https://tt.example/1.jpg", "mimetype": "image/jpeg"}},
        }
    },
}
AP_ITEM: dict[str, Any] = {
    "uri": "https://api.example/1",
    "altids": {"itemid": "abc", "etag": "e1"},
    "version": 3,
    "type": "text",
    "headline": "Bridge",
    "headline_extended": "Old bridge opens again",
    "bylines": [{"by": "By LENA AHL"}],
    "usageterms": ["Not for resale.", "Not after May."],
    "subject": [{"scheme": "http://cv.example/id/", "code": "c1", "name": "Roads", "rels": ["direct"]}],
    "renditions": {"nitf": {"title": "NITF", "href": "https://api.example/n"}},
    "associations": {"1": {"uri": "https://api.example/2", "type": "picture", "headline": "The bridge"}},
}


def said(document: Any, **more: Any) -> tuple[Article, Losses]:
    losses = Losses()
    return read(orjson.dumps(document), losses=losses, **more), losses


def test_superdesk() -> None:
    article, losses = said(SUPERDESK)

    assert sniff(orjson.dumps(SUPERDESK)) == "ninjs"
    assert article.id == "urn:newsml:desk.example:2026:bridge"
    assert article.published == datetime(2026, 5, 1, 9, tzinfo=UTC)
    assert [str(text) for text in article.keywords] == ["roads", "rivers"]
    assert [each.name for each in article.services] == ["Domestic"]
    assert [(each.name, each.literal) for each in article.places] == [("Ulm", "ULM")]
    assert [each.name for each in article.attributed(AttributionRole.AUTHOR)] == ["Lena Ahl"]
    assert [each.name for each in article.attributed(AttributionRole.SOURCE)] == ["Desk"]
    (picture,) = article.media
    assert (picture.id, picture.kind, picture.credit) == ("featuremedia", MediaKind.PICTURE, "Jo Bell")
    assert [each.href for each in picture.renditions] == [
        "https://desk.example/o.jpg",
        "https://desk.example/v.jpg",
    ]
    assert [each.text for each in article.paragraphs] == ["The bridge opened on Friday.", "Lorries wait."]
    assert {extra.place for extra in article.extras} >= {"/priority", "/evolvedfrom", "/extra_items"}
    assert [loss.where for loss in losses] == ["/versioncreated"]


def test_superdesk_goes_back_with_what_an_editor_changed() -> None:
    article, _ = said(SUPERDESK)
    back = orjson.loads(write(attrs.evolve(article, urgency=2), "ninjs"))

    assert back == {**SUPERDESK, "urgency": 2}


def test_superdesk_in_3_1_names_what_it_loses() -> None:
    article, _ = said(SUPERDESK)
    losses = Losses()
    out = orjson.loads(write(article, "ninjs-3.1", losses=losses))

    assert out["standard"]["version"] == "3.1"
    assert out["associations"][0]["renditions"][0]["contentType"] == "image/jpeg"
    lost = {loss.path for loss in losses.of(LossKind.UNWRITTEN)}
    assert {"published", "services[0]", "keywords[0]", "attributions[1]", "subjects[0].extras[0]"} <= lost
    assert "priority" not in out


def test_tt() -> None:
    article, losses = said(TT)

    assert [(each.value) for each in article.alt_ids] == ["abc-1"]
    assert [each.name for each in article.attributed(AttributionRole.AUTHOR)] == ["Lena Ahl"]
    assert [type(block).__name__ for _, block in article.blocks] == ["Paragraph", "Figure"]
    assert {extra.place for extra in article.extras} >= {"/sector", "/product", "/representationType"}
    assert not losses.of(LossKind.UNREADABLE, LossKind.UNREAD)


def test_ap_in_its_envelope() -> None:
    data = orjson.dumps({"api_version": "1", "data": {"item": AP_ITEM}})
    article = read(data)

    assert sniff(data) == "ninjs"
    assert [str(text) for text in article.headlines] == ["Bridge", "Old bridge opens again"]
    assert [str(text) for text in article.bylines] == ["By LENA AHL"]
    assert (article.version, article.subjects[0].uri) == (3, "http://cv.example/id/c1")
    assert article.rights is not None
    assert len(article.rights.usage_terms) == 2
    assert [link.item for link in article.links] == ["https://api.example/2"]
    assert write(article, "ninjs") == data


def test_several_items() -> None:
    data = orjson.dumps({"data": {"items": [{"item": AP_ITEM}, {"item": {**AP_ITEM, "uri": "urn:x:2"}}]}})

    with pytest.raises(SeveralItems):
        read(data)
    assert [article.id for article in read_all(data)] == ["https://api.example/1", "urn:x:2"]


# versions


@pytest.mark.parametrize(
    ("document", "version"),
    [
        ({"uri": "urn:x:1", "standard": {"name": "ninjs", "version": "2.1"}}, (2, 1)),
        (
            {
                "uri": "urn:x:1",
                "$standard": {"schema": "http://www.iptc.org/std/ninjs/ninjs-schema_1.4.json"},
            },
            (1, 4),
        ),
        ({"uri": "urn:x:1", "headline": "a", "byline": "b"}, (1, 6)),
        ({"uri": "urn:x:1", "headlines": [], "versioncreated": "2026-05-01"}, (2, 2)),
        ({"uri": "urn:x:1", "headlines": [], "versionCreated": "2026-05-01"}, (3, 1)),
        ({"uri": "urn:x:1", "subjects": [], "bodies": [{"contenttype": "text/plain", "value": "a"}]}, (2, 2)),
        ({"a": 1}, None),
    ],
)
def test_the_version_is_what_a_document_says_or_shows(
    document: dict[str, Any], version: tuple[int, int] | None
) -> None:
    assert version_in(document) == version


def test_a_key_of_another_version_is_read_and_told() -> None:
    article, losses = said(
        {
            "uri": "urn:x:1",
            "headlines": [{"value": "a"}],
            "pubStatus": "usable",
            "versioncreated": "2026-05-01T10:00:00Z",
            "edNote": "b",
        }
    )

    assert article.version_created == datetime(2026, 5, 1, 10, tzinfo=UTC)
    assert [(loss.kind, loss.where) for loss in losses] == [(LossKind.REPAIRED, "/versioncreated")]


def test_the_digital_source_type_has_no_home_in_3_0() -> None:
    article, _ = said(
        {
            "uri": "urn:x:1",
            "digitalSourceType": {"uri": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"},
            "headlines": [],
        }
    )
    for name, paths in (
        ("ninjs-3.0", ["digital_source_type"]),
        ("ninjs-3.1", []),
        ("ninjs-2.2", []),
        ("ninjs-2.1", ["digital_source_type"]),
    ):
        losses = Losses()
        write(article, name, losses=losses)
        assert [loss.path for loss in losses] == paths


# values


def test_a_date_without_a_time_is_read_and_told_and_refused_by_strict() -> None:
    document = {"uri": "urn:x:1", "headlines": [], "versionCreated": "2026-05-01"}
    article, losses = said(document)

    assert article.version_created == date(2026, 5, 1)
    assert [(loss.kind, loss.where) for loss in losses] == [(LossKind.REPAIRED, "/versionCreated")]
    with pytest.raises(LossError):
        read(orjson.dumps(document), strict=True)


def test_wrong_values_are_kept_where_they_cannot_be_read() -> None:
    article, losses = said(
        {
            "uri": "urn:x:1",
            "headlines": [{"value": "a"}, {"value": 7}, 8],
            "urgency": "high",
            "language": "??",
        }
    )

    assert [str(text) for text in article.headlines] == ["a", "7"]
    assert sorted((loss.kind.name, loss.where) for loss in losses) == [
        ("REPAIRED", "/headlines/1/value"),
        ("UNREADABLE", "/headlines/2"),
        ("UNREADABLE", "/language"),
        ("UNREADABLE", "/urgency"),
    ]


def test_places_of_faults_are_those_of_the_document() -> None:
    _, losses = said(
        {
            "uri": "urn:x:1",
            "headline": "a",
            "associations": {
                "main": {
                    "uri": "urn:x:2",
                    "type": "picture",
                    "renditions": {"big": {"href": "https://a.example/1", "width": "wide"}},
                }
            },
        }
    )

    assert [loss.where for loss in losses] == ["/associations/main/renditions/big/width"]


def test_no_news_object_is_an_input_error() -> None:
    for data in (b"[]", b"3", b'{"uri": ', b"[1]"):
        with pytest.raises(InputError):
            read(data, format="ninjs")


def test_longitude_comes_first() -> None:
    article = Article(places=(Place("Ulm", latitude=48.4, longitude=10.0),))
    out = orjson.loads(write(article, "ninjs"))

    assert out["places"][0]["geoJSON"] == {"type": "Point", "coordinates": [10.0, 48.4]}
    assert orjson.loads(write(article, "ninjs-1.3"))["place"][0]["geometry_geojson"]["coordinates"] == [
        10.0,
        48.4,
    ]


def test_a_code_of_iptc_has_its_uri_beside_it() -> None:
    article = Article(subjects=(Subject("economy", code="medtop:04000000"),))
    out = orjson.loads(write(article, "ninjs"))

    uri = "http://cv.iptc.org/newscodes/mediatopic/04000000"
    assert out["subjects"] == [{"name": "economy", "uri": uri, "literal": "medtop:04000000"}]
    assert read(write(article, "ninjs")).subjects == article.subjects
    assert (
        orjson.loads(write(article, "ninjs-1.6"))["subject"][0]["scheme"]
        == "http://cv.iptc.org/newscodes/mediatopic/"
    )


def test_a_translation_is_an_association_with_a_relation() -> None:
    other = Translation("en", "https://desk.example/en", TranslationRelation.TRANSLATION)
    article = Article(language="de", translations=(other,))
    losses = Losses()

    assert read(write(article, "ninjs")).translations == (other,)
    write(article, "ninjs-2.2", losses=losses)
    assert "translations[0]" in losses.paths


def test_other_forms_of_a_text_go_with_the_text_that_they_were_of() -> None:
    document = {
        "uri": "urn:x:1",
        "bodies": [
            {"value": "<p>Old.</p>", "contentType": "text/html", "wordCount": 1},
            {"value": "Old.", "contentType": "text/plain"},
        ],
        "versionCreated": "2026-05-01T10:00:00Z",
    }
    article, _ = said(document)
    changed = attrs.evolve(article, sections=())
    losses = Losses()
    out = orjson.loads(write(changed, "ninjs", losses=losses))

    assert "bodies" not in out
    assert [loss.where for loss in losses.of(LossKind.UNWRITTEN)] == ["/@body/wordCount", "/bodies"]
