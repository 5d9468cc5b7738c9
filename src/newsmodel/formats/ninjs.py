"""ninjs, IPTC's news in JSON: all versions from one set of tables.

A row says where a field stands in ninjs 3; `ninjs_keys` says what the key is called in other versions, and since when it is
there. What a version has no key for is a reported loss.
"""

from __future__ import annotations

from typing import Any, Final

import attrs

from newsmodel.codec.context import Context
from newsmodel.codec.row import derived, many, maybe, one, single
from newsmodel.codec.table import Embedded
from newsmodel.codec.values import choice
from newsmodel.formats import ninjs_keys as keys
from newsmodel.formats.assumed import assumed_id
from newsmodel.formats.ninjs_associated import (
    INDICATOR,
    KINDS,
    LINK,
    MEDIA,
    MEMBERS,
    PACKAGE,
    RELATIONS,
    TRANSLATION,
    is_indicator,
    is_indicator_role,
)
from newsmodel.formats.ninjs_body import BODY, FORMS, KIND, TITLE, chosen, content_type
from newsmodel.formats.ninjs_parts import (
    ALT_ID,
    AUTHOR,
    DESCRIPTION,
    EVENT,
    GENRE,
    HEADLINE,
    IS_EVENT,
    IS_OBJECT,
    LOCATED,
    OBJECT,
    ORGANISATION,
    PERSON,
    PLACE,
    RENDITION,
    RIGHTS,
    SOURCE,
    SOURCE_TYPE,
    SUBJECT,
)
from newsmodel.formats.ninjs_table import NinjsTable
from newsmodel.formats.ninjs_values import (
    EMBARGO,
    INTEGER,
    LANGUAGE,
    LINE,
    TEXT,
    TIME,
    TYPE,
    VERSION,
    version_of,
)
from newsmodel.model import Article, Attribution, AttributionRole, Link, PubStatus, Subject

A = attrs.fields(Article)
_SORTED: Final = frozenset({"bodies", "associations", "trustIndicators"})
IN_ONE: Final = ("@media", "@links", "@translations")
"""The lists of the one shape whose objects are all associated ones."""


def standard(_article: Article, context: Context) -> dict[str, str] | None:
    """Return what a document says of the standard that it keeps."""
    version = keys.text_of(version_of(context.format))
    return {
        "name": "ninjs",
        "version": version,
        "schema": f"http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json#",
    }


def _has_type(*types: str) -> Any:
    return lambda subject: subject.type in types


def _other_type(subject: Subject) -> bool:
    return subject.type not in (IS_EVENT, IS_OBJECT)


def _is_source(found: Attribution) -> bool:
    return found.role is AttributionRole.SOURCE


def _is_author(found: Attribution) -> bool:
    return found.role is AttributionRole.AUTHOR


def _is_link(link: Link) -> bool:
    return not is_indicator(link)


class ArticleTable(NinjsTable[Article]):
    """A news object, with what is seen from its whole only: which body is read, and what its associations are."""

    def decode(self, raw: Any, context: Context) -> Article:
        """Read a document in the one shape."""
        if isinstance(raw, dict):
            raw = self._apart(raw, context)
        return super().decode(raw, context)

    def _apart(self, raw: dict[str, Any], context: Context) -> dict[str, Any]:
        out = {name: value for name, value in raw.items() if name not in _SORTED}
        out |= _sorted_associations(raw, context)
        out |= _sorted_indicators(raw)
        items = raw.get("bodies")
        if not isinstance(items, list):
            return out | ({"bodies": items} if "bodies" in raw else {})
        named = [each.get("name") for each in out.get("@media", ())]
        number = chosen(items, frozenset(str(name) for name in named if name))
        others = [item for at, item in enumerate(items) if at != number]
        if number is not None:
            out["@body"] = _without_form(items[number])
            context.anchors[KIND] = items[number].get("contentType")
        if others:
            out["bodies"] = others
        context.anchors[TITLE] = _main_headline(raw)
        return out

    def body_number(self, raw: dict[str, Any]) -> int:
        """Return the number of the body that is read, in a document in the one shape."""
        items, names = raw.get("bodies"), frozenset[str]()
        if isinstance(raw.get("associations"), list):
            names = frozenset(
                str(each["name"]) for each in raw["associations"] if isinstance(each, dict) and "name" in each
            )
        return (chosen(items, names) if isinstance(items, list) else None) or 0

    def number_in_document(self, raw: dict[str, Any], kind: str, number: int) -> int | None:
        """Return the number in its list of what is the so-manyeth of its kind here."""
        name = "trustIndicators" if kind == "indicators" else "associations"
        found = (
            _sorted_indicators(raw)
            if kind == "indicators"
            else _sorted_associations(raw, Context("ninjs-3.1"))
        )
        package = found.get("@package", {MEMBERS: []})[MEMBERS]
        theirs = package if kind.startswith("package") else found.get(f"@{kind}", [])
        items = raw.get(name)
        if not isinstance(items, list) or number >= len(theirs):
            return None
        return next((at for at, item in enumerate(items) if item is theirs[number]), None)

    def encode(self, value: Article, context: Context, into: Any = None) -> dict[str, Any]:
        """Write a document in the one shape."""
        return _joined(super().encode(value, context, into))

    def _put_back(self, out: dict[str, Any], model: Article, context: Context) -> None:
        if context.keep and any(
            extra.place == "/type" and extra.format.startswith("ninjs") for extra in model.extras
        ):
            out.pop("type", None)  # a type that articles do not have
        super()._put_back(out, model, context)


def _without_form(body: dict[str, Any]) -> dict[str, Any]:
    """Take away what says how a body is written: it is written in another way."""
    kind, role = body.get("contentType"), body.get("role")
    said = {"contentType"} if isinstance(kind, str) else set[str]()
    said |= {"role"} if isinstance(role, str) and role in FORMS else set()
    return {name: value for name, value in body.items() if name not in said}


def _main_headline(raw: dict[str, Any]) -> str | None:
    headlines = raw.get("headlines")
    first = headlines[0] if isinstance(headlines, list) and headlines else None
    value = first.get("value") if isinstance(first, dict) else None
    return " ".join(value.split()) if isinstance(value, str) else None


def _sorted_associations(raw: dict[str, Any], context: Context) -> dict[str, Any]:
    """Sort the associated objects by what they are here."""
    items = raw.get("associations")
    if not isinstance(items, list):
        return {"associations": items} if "associations" in raw else {}
    out: dict[str, list[Any]] = {}
    composite = raw.get("type") == "composite"
    for item in items:
        out.setdefault(_place_of(item, context, composite=composite), []).append(item)
    members = out.pop(MEMBERS, None)
    return out | ({"@package": {MEMBERS: members}} if members else {})


def _sorted_indicators(raw: dict[str, Any]) -> dict[str, Any]:
    """Tell the trust indicators that are links here from others."""
    items = raw.get("trustIndicators")
    if not isinstance(items, list):
        return {"trustIndicators": items} if "trustIndicators" in raw else {}
    out: dict[str, list[Any]] = {}
    for item in items:
        role = item.get("role") if isinstance(item, dict) else None
        href = item.get("href") if isinstance(item, dict) else None
        known = isinstance(role, str) and isinstance(href, str) and is_indicator_role(role) and href.strip()
        out.setdefault("@indicators" if known else "trustIndicators", []).append(item)
    return dict(out)


def _place_of(item: Any, context: Context, *, composite: bool) -> str:
    if not isinstance(item, dict):
        return "associations"
    renditions = item.get("renditions")
    has_files = isinstance(renditions, list) and any(
        isinstance(each, dict) and isinstance(each.get("href"), str) and each["href"].strip()
        for each in renditions
    )
    if has_files and isinstance(item.get("type"), str) and item["type"] in KINDS:
        return "@media"
    if not (isinstance(item.get("uri"), str) and item["uri"].strip()):
        return "associations"
    relation = item.get("rel")
    is_translation = isinstance(relation, str) and relation in RELATIONS and "language" in item
    if is_translation and version_of(context.format)[0] == 3:
        return "@translations"
    return MEMBERS if composite else "@links"


def _joined(out: dict[str, Any]) -> dict[str, Any]:
    """Put the body and the associated objects where they stand in a document."""
    body, package = out.pop("@body", None), out.pop("@package", None)
    if "@indicators" in out:
        out["trustIndicators"] = _list(out.pop("@indicators")) + _list(out.pop("trustIndicators", []))
    associated = [item for name in IN_ONE for item in _list(out.pop(name, []))]
    associated += package[MEMBERS] if package else []
    associated += _list(out.pop("associations", []))
    if body is not None:
        others = _list(out.pop("bodies", []))
        out["bodies"] = [*(_list(body)), *others]
    for item in [out, *associated]:
        if isinstance(item, dict) and isinstance(item.get("renditions"), list):
            item["renditions"] = _numbered(item["renditions"])
    if associated:
        out["associations"] = _numbered(associated)
    return out


def _numbered(items: list[Any]) -> list[Any]:
    """Give objects that need a name and have none their number for one."""
    return [
        {"name": str(number), **item} if isinstance(item, dict) else item
        for number, item in enumerate(items, 1)
    ]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


ARTICLE = ArticleTable(
    Article,
    keys.DOCUMENT,
    derived("standard", standard),
    maybe(A.id, "uri", LINE, assume=assumed_id),
    one(A.type, "type", TYPE),
    maybe(A.profile, "profile", LINE),
    maybe(A.version, "version", VERSION),
    maybe(A.first_created, "firstCreated", TIME),
    maybe(A.version_created, "versionCreated", TIME),
    maybe(A.content_created, "contentCreated", TIME),
    maybe(A.embargo, "embargoedUntil", EMBARGO),
    maybe(A.expires, "expires", TIME),
    maybe(A.status, "pubStatus", choice({status.value: status for status in PubStatus})),
    maybe(A.urgency, "urgency", INTEGER),
    single(A.editor_notes, "edNote", TEXT),
    maybe(A.language, "language", LANGUAGE),
    single(A.titles, "title", TEXT),
    many(A.headlines, "headlines", HEADLINE),
    single(A.sluglines, "slugline", TEXT),
    single(A.bylines, "by", TEXT),
    single(A.located, "located", LOCATED),
    many(A.summaries, "descriptions", DESCRIPTION),
    many(A.media, "@media", MEDIA),
    derived("@body/contentType", content_type),
    maybe(A.sections, "@body/value", BODY),  # type: ignore[arg-type]  # empty for none
    many(A.people, "people", PERSON),
    many(A.organisations, "organisations", ORGANISATION),
    many(A.places, "places", PLACE),
    many(A.subjects, "subjects", SUBJECT, only=_other_type),
    many(A.subjects, "events", EVENT, only=_has_type(IS_EVENT)),
    many(A.subjects, "objects", OBJECT, only=_has_type(IS_OBJECT)),
    many(A.genres, "genres", GENRE),
    many(A.attributions, "infoSources", SOURCE, only=_is_source),
    many(A.alt_ids, "altIds", ALT_ID),
    maybe(A.digital_source_type, "digitalSourceType", SOURCE_TYPE),
    many(A.renditions, "renditions", RENDITION),
    many(A.links, "@indicators", INDICATOR, only=is_indicator),
    many(A.links, "@links", LINK, only=_is_link),
    many(A.translations, "@translations", TRANSLATION),
    maybe(A.package, "@package", PACKAGE),
    maybe(A.published, "@published", TIME),
    many(A.services, "@services", GENRE),
    many(A.signals, "@signals", GENRE),
    many(A.keywords, "@keywords", TEXT),
    many(A.attributions, "@authors", AUTHOR, only=_is_author),
    embedded=(Embedded("rights", RIGHTS),),
    lists=frozenset(
        {
            "headlines", "descriptions", "people", "organisations", "places", "subjects", "events", "objects", "genres",
            "infoSources", "altIds", "renditions", "@media", "@links", "@translations", "@indicators", "bodies",
            "trustIndicators", "associations",
        }
    ),
    first=frozenset({A.media.name}),
    document=True,
)  # fmt: skip
"""A news object in the one shape."""
