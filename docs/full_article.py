"""Two articles that hold something in every field of the model: what formats can carry is measured with them.

A test demands that no field is left out (``tests/docs/test_carried.py``).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from newsmodel.model import (
    AiInfo,
    AiSystem,
    AltId,
    Article,
    Attribution,
    AttributionRole,
    BlockQuote,
    Cell,
    Concept,
    ContentLanguage,
    Direction,
    Embargo,
    Figure,
    Group,
    GroupMode,
    Hop,
    HopAction,
    ItemList,
    ItemType,
    Link,
    ListItem,
    Mark,
    MarkKind,
    Media,
    MediaKind,
    MediaTime,
    Member,
    Mention,
    Organisation,
    Package,
    Paragraph,
    Part,
    PartyKind,
    Person,
    Place,
    PubStatus,
    Quote,
    QuoteKind,
    Raw,
    Region,
    Rendition,
    Rights,
    Section,
    Span,
    Subject,
    Table,
    TableRow,
    Text,
    TimeRange,
    Translation,
    TranslationRelation,
)

C = TypeVar("C", bound=Concept)
T = datetime(2024, 5, 14, 9, 5, tzinfo=UTC)
ARABIC = Text("الجسر مفتوح", "ar", Direction.RTL, "hld:subHeadline")
OPENED = "“It is open,” she said at the bridge."


def concept(cls: type[C], name: str, **more: Any) -> C:
    """A concept with a name in a language of its own, a code, an address and a literal."""
    names = (Text(name), Text(f"{name}!", "ar", Direction.RTL, "nrol:short"))
    short = name.lower().replace(" ", "-")
    return cls(names=names, code=f"mir:{short}", uri=f"https://mirror.example/{short}", literal=name, **more)


def rights(**more: Any) -> Rights:
    """Rights with all that may be said of them."""
    return Rights(
        holder=concept(Concept, "Mirror"),
        notices=(Text("© Mirror", "en", Direction.LTR, "crol:short"),),
        usage_terms=(Text("Ask first", "en", Direction.LTR, "urol:short"),),
        license="https://mirror.example/licence",
        year=2024,
        data_mining=Concept(code="tdm:no"),
        accountable=concept(Concept, "Em Em"),
        valid_from=T,
        valid_to=date(2030, 1, 1),
        **more,
    )


def attribution(role: AttributionRole, kind: PartyKind, **more: Any) -> Attribution:
    """A party with a role."""
    return concept(Attribution, role.value, role=role, kind=kind, line=f"By {role.value}", **more)


def part(icon: Rendition) -> Part:
    """A part of the content."""
    return Part(
        id="part1",
        sequence=1,
        role=concept(Concept, "shot"),
        times=(
            TimeRange(timedelta(seconds=5), timedelta(seconds=65), "rnd:web"),
            TimeRange(MediaTime(5000, 12, drop_frame=True), MediaTime(65_000, 3, drop_frame=True)),
        ),
        region=Region(10, 20, 300, 200),
        icons=(icon,),
        headlines=("The bridge", ARABIC),
        descriptions=("The bridge from below", ARABIC),
        languages=(ContentLanguage("en", "mirlang:voice"),),
        digital_source_type=concept(Concept, "capture"),
        creators=(concept(Concept, "Dina Aziz"),),
        genres=(concept(Concept, "current"),),
        keywords=("stones", ARABIC),
        subjects=(concept(Subject, "bridges", type="cpnat:abstract", confidence=90, relevance=80),),
        signals=(concept(Concept, "update"),),
        editor_notes=("No sound.", ARABIC),
        links=(Link("more.html", "irel:seeAlso", "urn:x-mirror:1", 3, "text/html", "More"),),
    )


def article() -> Article:
    """An article of text."""
    both = {"contained_in": (concept(Place, "Hills", country="NL"),), "type": "cptype:city", "country": "NL"}
    place = {**both, "latitude": 52.1, "longitude": 4.3}
    picture = Rendition("bridge.jpg", "image/jpeg", 800, 600, 120_000, "rnd:web")
    return Article(
        id="urn:newsml:mirror.example:20240514:bridge",
        version=2,
        alt_ids=(AltId("4711", "mirid:number", ("mirenv:daily",)),),
        url="https://mirror.example/bridge",
        type=ItemType.GRAPHIC,
        language="en",
        titles=("A bridge", ARABIC),
        headlines=("Bridge open again", ARABIC),
        summaries=("It is open.", ARABIC),
        bylines=("By Rim Haddad", ARABIC),
        datelines=("MIRROR VALLEY -", ARABIC),
        sluglines=("bridge", ARABIC),
        credit_lines=("Mirror", ARABIC),
        keywords=("bridge", ARABIC),
        editor_notes=("Pictures follow.", ARABIC),
        published=T,
        version_created=T,
        first_created=T,
        content_created=T,
        content_modified=T,
        expires=T,
        embargo=Embargo(T + timedelta(days=1)),  # one that is over as the article is issued is none in NITF
        status=PubStatus.WITHHELD,
        urgency=3,
        profile="text-4",
        digital_source_type=Concept(code="digsrctype:digitalCapture"),
        services=(concept(Concept, "basic"),),
        signals=(concept(Concept, "update"),),
        genres=(concept(Concept, "current"),),
        subjects=(concept(Subject, "bridges", type="cpnat:abstract", confidence=90, relevance=80),),
        people=(
            concept(
                Person, "Layla Sahli", id="p1", given_name="Layla", family_name="Sahli", job_title="mayor"
            ),
        ),
        organisations=(concept(Organisation, "Council", id="o1"),),
        places=(concept(Place, "Valley", id="l1", **place),),
        located=(concept(Place, "Town", id="l2", **place),),
        attributions=(
            attribution(AttributionRole.PUBLISHER, PartyKind.ORGANISATION),
            attribution(AttributionRole.SOURCE, PartyKind.ORGANISATION),
            attribution(AttributionRole.AUTHOR, PartyKind.PERSON, entity="p1", job_title="mirjob:editor"),
            attribution(AttributionRole.EDITOR, PartyKind.PERSON),
            attribution(AttributionRole.CONTRIBUTOR, PartyKind.PERSON, detail="mirrole:research"),
            attribution(AttributionRole.PHOTO_CREDIT, PartyKind.PERSON),
        ),
        rights=rights(),
        part_rights=(rights(scope=("rsc:text",), aspect=("ras:print",)),),
        renditions=(picture,),
        parts=(part(picture),),
        ai_info=(
            AiInfo(
                id="a1",
                system=concept(
                    AiSystem, "Sketcher", version="2.1", provider=concept(Concept, "Sketch House")
                ),
                prompt=Text("A bridge, in ink", "en", Direction.LTR, "mirrole:prompt"),
                prompt_writer=concept(Concept, "Dina Aziz"),
            ),
        ),
        media=(
            Media(MediaKind.GRAPHIC, (picture,), "m1", ("The bridge", ARABIC), "Dina Aziz", "© Dina Aziz"),
        ),
        links=(Link("more.html", "irel:seeAlso", "urn:x-mirror:1", 3, "text/html", "More"),),
        translations=(
            Translation("ar", "https://mirror.example/ar", TranslationRelation.ORIGINAL, "بالعربية"),
        ),
        hops=(Hop(concept(Concept, "desk"), 1, T, (concept(HopAction, "edited", target="mir:x", at=T),)),),
        mentions=(
            concept(
                Mention, "bridge", spans=(Span(0, 27, 33),), type="cpnat:poi", confidence=90, relevance=80
            ),
        ),
        sections=sections(),
        quotes=(
            Quote("It is open", "p1", "she", "said", (Span(0, 1, 11),), QuoteKind.PARTIAL, "verb after"),
        ),
    )


def sections() -> tuple[Section, ...]:
    """A body with every kind of block and of mark."""
    marks = [
        Mark(MarkKind.LINK, 0, 4, "https://mirror.example/open"),
        Mark(MarkKind.STRONG, 5, 7),
        Mark(MarkKind.EMPHASIS, 8, 12),
        Mark(MarkKind.CODE, 14, 17),
        Mark(MarkKind.SUBSCRIPT, 18, 20),
        Mark(MarkKind.SUPERSCRIPT, 21, 23),
        Mark(MarkKind.LANGUAGE, 24, 28, language="fr"),
    ]
    cells = (Cell((Paragraph("Stones"),), header=True, columns=2, rows=1), Cell((Paragraph("312"),), rows=2))
    return (
        Section(
            None,
            (
                Paragraph(OPENED),
                Paragraph("Open at last, but not for cars yet.", marks),
                Paragraph("الجسر", (), "ar", Direction.RTL),
                BlockQuote((Paragraph("Open!"),)),
                ItemList((ListItem((Paragraph("Stones"),)),), ordered=True),
                Table((TableRow(cells), TableRow((Cell((Paragraph("900"),)),))), "Counted"),
                Figure("m1"),
                Raw("xhtml", '<aside xmlns="http://www.w3.org/1999/xhtml">Beside</aside>'),
            ),
        ),
        Section(Text("Below", "fr", Direction.LTR), (Paragraph("More."),), 2),
    )


def package() -> Article:
    """An article that is a package."""
    link = Link("a.xml", "irel:seeAlso", "urn:x-mirror:1", 3, "text/html", "More")
    return Article(
        id="urn:newsml:mirror.example:20240514:package",
        version_created=T,
        package=Package(
            "root",
            (
                Group(
                    "root", (Member(group="pictures"),), "mirgroup:root", GroupMode.SEQUENCE, ("All", ARABIC)
                ),
                Group("pictures", (Member(link),), "mirgroup:pictures", GroupMode.BAG),
            ),
        ),
    )
