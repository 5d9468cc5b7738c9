"""The keys of ninjs: what each is called in which version, what stands under it, and since when it is there.

Every key stands here once, under its name of ninjs 3. The versions before wrote the same names in small letters, unless another
name is given. A key that is there "1.3 2.0 3.0" came with version 1.3 of the first line, and is in all of the second and third;
of a line that is not named it is in no version (IPTC, the ninjs schemas 1.0 to 3.2, and the draft of 3.3).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final, TypeAlias

from attrs import field, frozen

Version: TypeAlias = tuple[int, int]
"""The version of the standard: 3.1 is (3, 1)."""
VERSIONS: Final[tuple[Version, ...]] = (
    *((1, minor) for minor in range(7)),
    *((2, minor) for minor in range(3)),
    *((3, minor) for minor in range(4)),
)
"""All versions. 3.3 is a draft."""
NEWEST: Final[Version] = (3, 1)
"""What is written where nothing else is asked for."""
ALL: Final = "1.0 2.0 3.0"


@frozen
class Leaf:
    """A plain value: a string, an integer, a number or a truth, perhaps one of a few ``words``, perhaps in a range."""

    kind: str = "string"
    words: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None


TEXT, INTEGER, NUMBER = Leaf(), Leaf("integer"), Leaf("number")
PERCENT, NINE = Leaf("integer", (), 0, 100), Leaf("integer", (), 1, 9)
ANY: Final = Leaf("any")
"""A value of another standard: GeoJSON."""


@frozen
class Shape:
    """An object and its keys. ``coded`` are objects that have in ninjs 1 a scheme and a code in the place of the last key that it names."""

    keys: tuple[Key, ...]
    coded: str | None = None
    required: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    """Keys of which there must be exactly one."""
    _by_name: dict[str, Key] = field(init=False, eq=False, repr=False)

    @_by_name.default
    def _names(self) -> dict[str, Key]:
        return {key.name: key for key in self.keys}

    def key(self, name: str) -> Key | None:
        """Return a key by its name of ninjs 3."""
        return self._by_name.get(name)


class Form:
    """How several things stand under a key."""

    ONE, LIST = "one", "list"
    NAMED = "named"
    """A list of objects, each with the key that ``name_key`` says; in ninjs 1 an object with these names as its keys."""
    SUFFIXED = "suffixed"
    """A list of texts; in ninjs 1 keys with the role, or the form of the text, at their end (``headline_main``, ``body_xhtml``)."""


@frozen
class Key:
    """A key: its names, what stands under it, and the versions that it came with."""

    name: str
    value: Leaf | Shape = TEXT
    there: str = ALL
    one: str | None = None
    """The name in ninjs 1, where it is another one than in ninjs 2."""
    two: str | None = None
    """The name in ninjs 2, where it is not the name of ninjs 3 in small letters."""
    form: str = Form.ONE
    name_key: str = "name"
    words_of_one: tuple[tuple[str, str], ...] = ()
    """Words of ninjs 1 that are others in later versions."""
    _since: dict[int, int] = field(init=False, eq=False, repr=False)

    @_since.default
    def _lines(self) -> dict[int, int]:
        return {int(major): int(minor) for major, minor in (each.split(".") for each in self.there.split())}

    def exists(self, version: Version) -> bool:
        """Whether a version has the key."""
        since = self._since.get(version[0])
        return since is not None and version[1] >= since

    def called(self, version: Version) -> str:
        """Return the name in a version."""
        second = self.two or self.name.lower()
        return {1: self.one or second, 2: second}.get(version[0], self.name)


def words(*words: str) -> Leaf:
    """One of a few words."""
    return Leaf("string", words)


@cache
def names_of(shape: Shape, version: Version) -> dict[str, Key]:
    """Return the keys of a version by their names there, and those of all other versions by theirs: for slips."""
    names: dict[str, Key] = {}
    for each in (version, *reversed(VERSIONS)):
        for key in shape.keys:
            if key.exists(each):
                names.setdefault(key.called(each), key)
    return names


def _texts(name: str, one: str, there: str, *more: Key) -> Key:
    return Key(
        name,
        Shape((Key("role"), Key("contentType", there="2.0 3.0"), *more, Key("value")), required=("value",)),
        there,
        one=one,
        form=Form.SUFFIXED,
    )


ADDRESS = Shape(
    (Key("lines", form=Form.LIST), Key("locality"), Key("area"), Key("postalCode"), Key("country"))
)
CONTACT = Shape(
    (Key("type"), Key("role"), Key("lang"), Key("name"), Key("value"), Key("address", ADDRESS)),
    one_of=("value", "address"),
)
CONTACTS = Key("contactInfo", CONTACT, "1.5 2.1 3.0", form=Form.LIST)
_NAME, _REL, _URI, _LITERAL = Key("name"), Key("rel"), Key("uri"), Key("literal", there="1.0 2.0 3.0")
CONCEPT = (_NAME, _URI, _LITERAL)
SYMBOL = Shape(
    (
        Key("exchange"),
        Key("ticker", there="1.0 2.0"),
        Key("symbolType", there="1.5 2.1 3.0"),
        Key("symbol", there="1.5 2.1 3.0"),
    )
)
PERSON = Shape((*CONCEPT, _REL, CONTACTS), coded="uri")
ORGANISATION = Shape((*CONCEPT, _REL, Key("symbols", SYMBOL, form=Form.LIST), CONTACTS), coded="uri")
PLACE = Shape(
    (*CONCEPT, _REL, CONTACTS, Key("geoJSON", ANY, "1.1 2.0 3.0", one="geometry_geojson")), coded="uri"
)
SUBJECT = Shape(
    (
        *CONCEPT,
        _REL,
        Key("creator", there="1.5 2.1 3.0"),
        Key("relevance", PERCENT, "1.5 2.1 3.0"),
        Key("confidence", PERCENT, "1.5 2.1 3.0"),
    ),
    coded="uri",
)
EVENT = Shape((*CONCEPT, _REL, Key("id", there="3.0")), coded="uri")
OBJECT = Shape((*CONCEPT, _REL), coded="uri")
GENRE = Shape(CONCEPT, coded="uri")
SOURCE = Shape((*CONCEPT, Key("role", one="rel"), CONTACTS), coded="uri")
SOURCE_TYPE = Shape(CONCEPT)
INDICATOR = Shape((Key("role"), Key("title"), Key("href")), coded="role")
RIGHTS = Shape(
    (Key("langId"), Key("linkedRights"), Key("encodedRights")), one_of=("linkedRights", "encodedRights")
)
RESOURCE = Shape((Key("role"), Key("title"), Key("language"), Key("contentType")))
RENDITION = Shape(
    (
        _NAME,
        Key("href"),
        Key("contentType", one="mimetype"),
        Key("title"),
        Key("width", INTEGER),
        Key("height", INTEGER),
        Key("sizeInBytes", INTEGER),
        Key("duration", NUMBER, "1.3 2.0 3.0"),
        Key("format", there="1.3 2.0 3.0"),
        Key("aspectRatio", there="3.0"),
        Key("videoCodec", there="3.0"),
        Key("frameRate", NUMBER, "3.0"),
        Key("poi", Shape((Key("x", INTEGER), Key("y", INTEGER))), "3.0"),
        Key("transportProtocol", there="3.0"),
        Key("scanType", words("progressive", "interlaced"), "3.0"),
        Key("bitrate", there="3.0"),
        Key("resources", RESOURCE, "3.3", form=Form.LIST),
        Key("extensions", ANY, "3.3"),
    ),
    required=("name",),
)
RULE = Shape(
    (
        Key("frequency", words("secondly", "minutely", "hourly", "daily", "weekly", "monthly", "yearly")),
        Key("interval", INTEGER),
        Key("until"),
        Key("count", INTEGER),
    )
)
DATES = Shape(
    (
        Key("startDate"),
        Key("endDate"),
        Key("expectedStartDate"),
        Key("expectedEndDate"),
        Key("expectedDuration"),
        Key("recurrence", Shape((Key("recurrenceDates", ANY), Key("recurrenceRules", RULE, form=Form.LIST)))),
    )
)
TYPES: Final = ("text", "audio", "video", "picture", "graphic", "composite")
STATUS = words("usable", "withheld", "canceled")
COVERAGE = Shape(
    (
        _URI,
        Key("title"),
        Key("pubStatus", STATUS),
        Key("type", words(*TYPES, "component", "event", "planning")),
        Key(
            "commissioned",
            Shape(
                (
                    Key("by"),
                    Key("on"),
                    Key("references", Shape((_NAME, Key("value"))), form=Form.LIST),
                )
            ),
        ),
        Key("dates", DATES),
        Key("audiences", Shape((Key("audience"), Key("significance", INTEGER))), form=Form.LIST),
        Key("exclAudience", form=Form.LIST),
        Key("edNote"),
        Key("urgency", NINE),
        Key("language"),
        Key("itemCount", Shape((Key("rangeFrom", INTEGER), Key("rangeTo", INTEGER)))),
        Key("wordCount", INTEGER),
        Key("renditions", RENDITION, form=Form.LIST),
    )
)
EVENT_DETAILS = Shape(
    (
        Key("eventStatus"),
        Key("plannedCoverageStatus"),
        Key("dates", DATES),
        Key("organiser", ORGANISATION),
    )
)
STANDARD = Shape((_NAME, Key("version"), Key("schema")))
ALT_ID = Shape((Key("role"), Key("value")))

ITEM = Shape(
    (
        Key("standard", STANDARD, "1.3 2.0 3.0", one="$standard"),
        _URI,
        Key("type", words(*TYPES, "component", "event", "planning")),
        Key("mimetype", there="1.0"),
        Key(
            "representationType",
            words("full", "partial"),
            words_of_one=(("complete", "full"), ("incomplete", "partial")),
        ),
        Key("profile"),
        Key("version"),
        Key("firstCreated", there="1.2 2.0 3.0"),
        Key("versionCreated"),
        Key("contentCreated", there="1.4 2.0 3.0"),
        Key("contentDigitised", there="3.3"),
        Key("embargoedUntil", two="embargoed"),
        Key("pubStatus", STATUS),
        Key("urgency", NINE, "1.1 2.0 3.0"),
        Key("copyrightHolder"),
        Key("copyrightNotice"),
        Key("usageTerms", there="1.1 2.0 3.0"),
        Key("edNote", there="1.2 2.0 3.0"),
        Key("language"),
        Key("expires", there="1.4 2.1 3.0"),
        Key("rightsInfo", RIGHTS, "1.4 2.0 3.0"),
        Key("digitalSourceType", SOURCE_TYPE, "1.6 2.2 3.1"),
        Key("title", there="1.2 2.0 3.0"),
        Key("by", one="byline"),
        Key("slugline", there="1.3 2.0 3.0"),
        Key("located"),
        Key("charcount", INTEGER, "1.3"),
        Key("wordcount", INTEGER, "1.3"),
        _texts("headlines", "headline", ALL),
        _texts("descriptions", "description", ALL),
        _texts(
            "bodies",
            "body",
            ALL,
            Key("charCount", INTEGER, "2.0 3.0"),
            Key("wordCount", INTEGER, "2.0 3.0"),
        ),
        Key("people", PERSON, one="person", form=Form.LIST),
        Key("organisations", ORGANISATION, one="organisation", form=Form.LIST),
        Key("places", PLACE, one="place", form=Form.LIST),
        Key("subjects", SUBJECT, one="subject", form=Form.LIST),
        Key("events", EVENT, one="event", form=Form.LIST),
        Key("eventDetails", EVENT_DETAILS, "3.0"),
        Key("plannedCoverage", COVERAGE, "3.0", form=Form.LIST),
        Key("objects", OBJECT, one="object", form=Form.LIST),
        Key("infoSources", SOURCE, "1.2 2.0 3.0", one="infosource", form=Form.LIST),
        Key("genres", GENRE, "1.3 2.0 3.0", one="genre", form=Form.LIST),
        Key("trustIndicators", INDICATOR, "1.3 2.0 3.0", one="trustindicator", form=Form.LIST),
        Key("altIds", ALT_ID, "1.3 2.0 3.0", form=Form.NAMED, name_key="role"),
        Key("renditions", RENDITION, form=Form.NAMED),
    ),
    required=("uri",),
)
"""A news object, without what is associated with it."""
ASSOCIATION_KEYS: Final = (_NAME, Key("rel", there="3.0"))
"""What an associated object has beside the keys of any."""


def shape_with(shape: Shape, keys: Iterable[Key]) -> Shape:
    """Return a shape with more keys."""
    return Shape((*shape.keys, *keys), shape.coded, shape.required, shape.one_of)


ASSOCIATED = shape_with(ITEM, ASSOCIATION_KEYS)
"""An associated object. What is associated with it in turn is kept as it is."""
DOCUMENT = shape_with(ITEM, (Key("associations", ASSOCIATED, form=Form.NAMED),))
"""A whole document."""


def text_of(version: Version) -> str:
    """Return a version as it is written: ``3.1``."""
    return f"{version[0]}.{version[1]}"
