"""Compares what a reader made of an agency's item with what a person found in the file (README.md beside this)."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import frozen

from newsmodel import read_all
from newsmodel.dates.when import When, format_iso
from newsmodel.errors import InputError
from newsmodel.model import (
    Article,
    AttributionRole,
    Concept,
    Embargo,
    Link,
    Organisation,
    Paragraph,
    Person,
    Place,
    Subject,
    Text,
)

HERE = Path(__file__).parent
FOLDERS = {
    "dpa-2017": "samples/agency/dpa-2017",
    "stt-2012": "samples/agency/stt-2012",
    "afp-arabic": "samples/agency/afp-arabic",
    "businesswire": "conformance/newsml-1/examples",
    "newsml-g2-examples": "conformance/newsml-g2/examples",
}
"""Where the files stand, in the folder of samples, for which each folder of expectations holds a file of the same stem."""
NOT_COMPARED = {"item", "news_item_type", "doubtful"}
"""What an expectation says of the file for people: an article has no field for it."""
WORDS = 5
"""How many words of a long text an expectation holds."""


@frozen
class Wrong:
    """A value that differs: ``note`` is what the person who looked wrote where the case is hard."""

    file: str
    value: str
    expected: object
    got: object
    note: str = ""

    def __str__(self) -> str:
        said = f"{self.file}: {self.value}: expected {self.expected!r}, got {self.got!r}"
        return f"{said}  [{self.note}]" if self.note else said


def expectations(folder: str) -> list[Path]:
    """The files of expectations of a folder."""
    return sorted((HERE / "expected" / folder).glob("*.json"))


def sample_of(expectation: Path, shared: Path) -> Path:
    """The file that an expectation is of."""
    return shared / FOLDERS[expectation.parent.name] / f"{expectation.stem}.xml"


def compared(expectation: Path, shared: Path) -> tuple[int, int, list[Wrong]]:
    """How many values are right, how many there are, and those that differ.

    A file that cannot be read has none right, and one entry for all its values.
    """
    expected = loaded(expectation)
    total = len(expected.keys() - NOT_COMPARED)
    try:
        articles = list(read_all(sample_of(expectation, shared)))
    except InputError as error:
        return (
            0,
            total,
            [Wrong(expectation.stem, "the file", "an article", f"{type(error).__name__}: {error}")],
        )
    if "guids" in expected:
        ids = [article.id for article in articles]
        wrong = [] if ids == expected["guids"] else [Wrong(expectation.stem, "guids", expected["guids"], ids)]
        return total - len(wrong), total, wrong
    if len(articles) != 1:
        return 0, total, [Wrong(expectation.stem, "the file", "one article", f"{len(articles)} articles")]
    wrong = differences(expectation.stem, expected, articles[0])
    return total - len(wrong), total, wrong


def loaded(expectation: Path) -> dict[str, Any]:
    """What is expected, by name."""
    expected: dict[str, Any] = json.loads(expectation.read_bytes())
    return expected


def differences(file: str, expected: dict[str, Any], article: Article) -> list[Wrong]:
    """The values of an article that are not as expected."""
    found, notes = values(article), expected.get("doubtful", {})
    return [
        Wrong(file, name, value, shown(name, found[name]), notes.get(name, ""))
        for name, value in expected.items()
        if name not in NOT_COMPARED and not agrees(name, value, found[name])
    ]


def score(folder: str, shared: Path | None = None) -> tuple[int, int, list[Wrong]]:
    """How many values of a folder's files are right, how many there are, and those that differ.

    ``shared`` is the folder of samples; without it, that of the tests' fixture.
    """
    place = shared or Path(os.environ.get("NEWSMODEL_SHARED", HERE.parents[2] / "shared"))
    results = [compared(expectation, place) for expectation in expectations(folder)]
    return (
        sum(right for right, _, _ in results),
        sum(total for _, total, _ in results),
        [each for _, _, wrong in results for each in wrong],
    )


def values(article: Article) -> dict[str, Any]:
    """The adapter: an article's fields by the names and in the form of the expectations."""
    rights = article.rights
    body = [
        block.text
        for path, block in article.blocks
        if isinstance(block, Paragraph) and ".rows[" not in path and block.text.strip()
    ]

    def parties(*roles: AttributionRole) -> list[str | None]:
        return [label(each) for each in article.attributions if each.role in roles]

    return {
        "item_type": f"ninat:{article.type.value}",
        "guid": article.id,
        "version": article.version,
        "language": article.language,
        "title": only(flat(each.value) for each in article.titles),
        "profile": article.profile,
        "headline": flat(article.headline.value) if article.headline else None,
        "byline": only(flat(each.value) for each in article.bylines if each.role != "nitf:tagline"),
        "dateline": only(flat(each.value) for each in article.datelines),
        "sluglines": [flat(each.value) for each in article.sluglines],
        "credit_line": only(flat(each.value) for each in article.credit_lines),
        "summary_begins": only(begin(article.summaries[:1])),
        "version_created": iso(article.version_created),
        "first_created": iso(article.first_created),
        "content_created": iso(article.content_created),
        "content_modified": iso(article.content_modified),
        "embargo": embargo(article.embargo),
        "status": article.status.value if article.status else None,
        "urgency": article.urgency,
        "creators": parties(AttributionRole.AUTHOR, AttributionRole.PHOTO_CREDIT),
        "contributors": parties(
            AttributionRole.CONTRIBUTOR, AttributionRole.EDITOR, AttributionRole.TRANSLATOR
        ),
        "provider": only(parties(AttributionRole.PUBLISHER)),
        "info_sources": parties(AttributionRole.SOURCE),
        "located": [[place.name, place.code or place.uri or place.literal] for place in article.located],
        "located_country": [each for place in article.located for each in countries(place)],
        "subjects": [
            [label(each), kind(each)]
            for each in (*article.subjects, *article.people, *article.organisations, *article.places)
        ],
        "keywords": [flat(each.value) for each in article.keywords],
        "genres": [label(each) for each in article.genres],
        "services": [label(each) for each in article.services],
        "signals": [label(each) for each in article.signals],
        "editor_notes": [each.value.split()[0] for each in article.editor_notes],
        "copyright_holder": label(rights.holder) if rights and rights.holder else None,
        "copyright_notices": begin(rights.notices if rights else ()),
        "usage_terms": begin(rights.usage_terms if rights else ()),
        "hop_count": len(article.hops),
        "package_items": [each.item or each.href for each in members(article)],
        "content_files": len(article.renditions),
        "link_count": len(article.links),
        "alt_id_count": len(article.alt_ids),
        "media_count": len(article.media),
        "paragraph_count": len(body),
        "body_begins": " ".join(body),
        "body_ends": " ".join(body),
    }


def flat(text: str) -> str:
    """The text with its white space as single spaces."""
    return " ".join(text.split())


def begin(texts: Iterable[Text]) -> list[str]:
    """The first words of each text."""
    return [" ".join(text.value.split()[:WORDS]) for text in texts]


def only(found: Iterable[str | None]) -> object:
    """None of nothing, the one of one, and all of several."""
    several = list(found)
    return several if len(several) > 1 else several[0] if several else None


def iso(when: When | None) -> str | None:
    return format_iso(when) if when else None


def embargo(found: Embargo | None) -> str | None:
    return None if found is None else iso(found.until) or "without an end"


def label(concept: Concept) -> str | None:
    """What identifies a concept, as in the expectations: code, else URI, else literal, else name."""
    return concept.code or concept.uri or concept.literal or concept.name


def members(article: Article) -> list[Link]:
    """The items that a package is made of, in their order."""
    groups = article.package.groups if article.package else ()
    return [member.link for group in groups for member in group.members if member.link]


def kind(found: Concept) -> str | None:
    """The type of a subject. Of an entity only the class is known."""
    match found:
        case Person():
            return "cpnat:person"
        case Organisation():
            return "cpnat:organisation"
        case Place():
            return found.type or "cpnat:geoArea"
        case Subject():
            return found.type
        case _:
            return None


def countries(place: Place) -> list[str]:
    """The country, and all that the places around are called."""
    around = [(each.code, each.uri, each.literal, each.name) for each in place.contained_in]
    return [each for each in (place.country, *(name for names in around for name in names)) if each]


def agrees(name: str, expected: Any, got: Any) -> bool:
    """Whether a value is what it should be. ``{"either": […]}`` is an expectation with several answers."""
    if isinstance(expected, dict):
        return any(agrees(name, each, got) for each in expected["either"])
    return HOW.get(name, lambda one, other: bool(one == other))(expected, got)


def same_moment(expected: str | None, got: str | None) -> bool:
    """Whether two times are the same, and either both with a zone or both without."""
    if expected is None or got is None:
        return expected is got
    one, other = datetime.fromisoformat(expected), datetime.fromisoformat(got)
    return one == other and one.utcoffset() == other.utcoffset()


def same_id(expected: str | None, got: str | None) -> bool:
    """Whether an identifier is the same. A formal name without its vocabulary may have got one: ``subj:11006000``."""
    return expected == got or (
        expected is not None and got is not None and got.endswith((f":{expected}", f"/{expected}"))
    )


def same_ids(expected: list[str], got: list[str | None]) -> bool:
    return len(expected) == len(got) and all(map(same_id, expected, got))


def same_subjects(expected: list[list[str | None]], got: list[list[str | None]]) -> bool:
    """Whether the same subjects are there, in any order, once or several times. A type that is not expected is not compared."""

    def same(one: list[str | None], other: list[str | None]) -> bool:
        return same_id(one[0], other[0]) and one[1] in (None, other[1])

    return all(any(same(one, other) for other in got) for one in expected) and all(
        any(same(one, other) for one in expected) for other in got
    )


def begins(expected: str, got: str) -> bool:
    return unspaced(got).startswith(unspaced(expected))


def ends(expected: str, got: str) -> bool:
    return unspaced(got).endswith(unspaced(expected))


def unspaced(text: str) -> str:
    return "".join(text.split())


def same_embargo(expected: str | None, got: str | None) -> bool:
    return expected == got if "without an end" in (expected, got) else same_moment(expected, got)


HOW: dict[str, Callable[[Any, Any], bool]] = {
    **dict.fromkeys(("version_created", "first_created", "content_created", "content_modified"), same_moment),
    "embargo": same_embargo,
    **dict.fromkeys(("creators", "contributors", "info_sources", "genres", "services", "signals"), same_ids),
    **dict.fromkeys(("provider", "copyright_holder"), same_id),
    "located_country": lambda expected, got: any(same_id(expected, each) for each in got),
    "subjects": same_subjects,
    "body_begins": begins,
    "body_ends": ends,
}
"""How values are compared that are not compared by ``==``."""


def shown(name: str, got: Any) -> object:
    """A value for a message: of the body only the words that were compared."""
    if name == "body_begins":
        return " ".join(got.split()[:WORDS])
    if name == "body_ends":
        return " ".join(got.split()[-WORDS:])
    return got
