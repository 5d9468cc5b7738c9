"""A NewsML 1 article that changed is written into the document that it came in: where the old stood, and nothing else moves."""

from __future__ import annotations

from collections.abc import Callable
from difflib import ndiff
from pathlib import Path
from typing import Any

import attrs
import pytest
from lxml import etree
from test_newsml_1_documents import errors_of
from test_newsml_1_lenient import IDENTIFIER, LINES, MANAGEMENT, PICTURE, TEXT, news

from newsmodel import Losses, diff, read, write
from newsmodel.model import Article, Concept, Embargo, Link, Rights, Text

Change = Callable[[Article], dict[str, Any]]


@pytest.fixture(scope="module")
def dtd(shared: Path) -> etree.DTD:
    return etree.DTD(str(shared / "conformance/newsml-1/NewsMLv1.2.dtd"))


def written(data: bytes, change: Change) -> bytes:
    """The document with the change in it, which it must say when it is read."""
    article = read(data)
    after = attrs.evolve(article, **change(article))
    losses = Losses()
    changed = write(after, "newsml-1", losses=losses)
    assert losses == []
    assert diff(after, read(changed)) == []
    return changed


def edits(data: bytes, change: Change) -> list[str]:
    """What differs in the document, tag by tag: "-" for what went, "+" for what came."""

    def tags(document: bytes) -> list[str]:
        return document.decode().partition("<NewsML>")[2].replace("><", ">\n<").splitlines()

    return [
        line[0] + line[2:].strip()
        for line in ndiff(tags(data), tags(written(data, change)))
        if line[0] in "-+"
    ]


def inside(component: str) -> bytes:
    return news(f"<NewsComponent>{component}</NewsComponent>")


def described(said: str, before: str = "") -> bytes:
    return inside(f"{before}<DescriptiveMetadata>{said}</DescriptiveMetadata>{TEXT}")


KEYWORD = described('<Property FormalName="Keyword" Value="MENA"/>')
TOPICS = """<TopicSet FormalName="ours"><Topic Duid="ts_1"><TopicType FormalName="Subject"/>
  <FormalName Scheme="IptcSubjectCodes">11000000</FormalName><Description>politics</Description></Topic></TopicSet>"""
SUBJECT = described(
    '<SubjectCode><Subject FormalName="11000000" Scheme="IptcSubjectCodes"/></SubjectCode>', TOPICS
)
PARTY = inside(
    f'<AdministrativeMetadata><Creator><Party FormalName="JD"/></Creator></AdministrativeMetadata>{TEXT}'
)
PLACE = described(
    '<Location><Property FormalName="City" Value="Riverton"/><Property FormalName="Country" Value="BEL"/></Location>'
)
PICTURED = inside(f"<NewsComponent>{LINES}{TEXT}</NewsComponent>{PICTURE}")
RIGHTS = inside(
    f"{LINES}<RightsMetadata><Copyright><CopyrightHolder>Gazette</CopyrightHolder></Copyright></RightsMetadata>{TEXT}"
)
STRAY = inside(
    f"<NewsLines><HeadLine>Bridge open</HeadLine>two<ByLine>Jo Doe</ByLine>three</NewsLines>{TEXT}"
)


def first(field: str, **changes: Any) -> Change:
    """A change of the first object of a field."""
    return lambda article: {
        field: (attrs.evolve(getattr(article, field)[0], **changes), *getattr(article, field)[1:])
    }


def rights(**changes: Any) -> Change:
    return lambda article: {"rights": attrs.evolve(article.rights or Rights(), **changes)}


def rendered(**changes: Any) -> Change:
    return lambda article: first(
        "media",
        renditions=(
            attrs.evolve(article.media[0].renditions[0], **changes),
            *article.media[0].renditions[1:],
        ),
    )(article)


IN_PLACE: dict[str, tuple[bytes, Change, list[str]]] = {
    "a keyword that is a property": (
        KEYWORD,
        lambda _: {"keywords": (Text("Gulf"),)},
        ['-<Property FormalName="Keyword" Value="MENA"/>', '+<Property FormalName="Keyword" Value="Gulf"/>'],
    ),
    "one more keyword": (
        KEYWORD,
        lambda article: {"keywords": (*article.keywords, Text("Gulf"))},
        ['+<Property Value="Gulf" FormalName="Keyword"/>'],
    ),
    "the language of a headline": (
        inside(LINES + TEXT),
        first("headlines", language="en"),
        ["-<HeadLine>Bridge open</HeadLine>", '+<HeadLine xml:lang="en">Bridge open</HeadLine>'],
    ),
    "a headline whose markup was escaped": (
        inside(f"<NewsLines><HeadLine>&lt;b&gt;Bridge&lt;/b&gt; open</HeadLine></NewsLines>{TEXT}"),
        first("headlines", value="Bridge shut"),
        ["-<HeadLine>&lt;b&gt;Bridge&lt;/b&gt; open</HeadLine>", "+<HeadLine>Bridge shut</HeadLine>"],
    ),
    "a byline before text that belongs nowhere": (
        STRAY,
        lambda _: {"bylines": ()},
        [
            "-<HeadLine>Bridge open</HeadLine>two<ByLine>Jo Doe</ByLine>three</NewsLines>",
            "+<HeadLine>Bridge open</HeadLine>twothree</NewsLines>",
        ],
    ),
    "the first line before text that belongs nowhere": (
        STRAY,
        lambda _: {"headlines": ()},
        [
            "-<NewsLines>",
            "-<HeadLine>Bridge open</HeadLine>two<ByLine>Jo Doe</ByLine>three</NewsLines>",
            "+<NewsLines>two<ByLine>Jo Doe</ByLine>three</NewsLines>",
        ],
    ),
    "the name that a topic of others gives a subject": (
        SUBJECT,
        first("subjects", names=(Text("Politik"),)),
        [
            '+<TopicSet FormalName="newsmodel" Duid="set1">',
            '+<Topic Duid="topic2">',
            '+<TopicType FormalName=""/>',
            '+<FormalName Scheme="IptcSubjectCodes">11000000</FormalName>',
            "+<Description>Politik</Description>",
            "+</Topic>",
            "+</TopicSet>",
            '-<Subject FormalName="11000000" Scheme="IptcSubjectCodes"/>',
            '+<Subject FormalName="11000000" Scheme="IptcSubjectCodes" Vocabulary="#set1"/>',
        ],
    ),
    "a party's name": (
        PARTY,
        first("attributions", names=(Text("EM"),)),
        ['-<Party FormalName="JD"/>', '+<Party FormalName="EM"/>'],
    ),
    "a place's country": (
        PLACE,
        first("located", country="FR"),
        ['-<Property FormalName="Country" Value="BEL"/>', '+<Property FormalName="Country" Value="FR"/>'],
    ),
    "a place's country that is not known any more": (
        PLACE,
        first("located", country=None),
        ['-<Property FormalName="Country" Value="BEL"/>'],
    ),
    "who made a picture": (
        PICTURED,
        first("media", credit="A reader"),
        ["-<CreditLine>Gazette pictures</CreditLine>", "+<CreditLine>A reader</CreditLine>"],
    ),
    "the width of a picture": (
        PICTURED,
        rendered(width=10),
        ['-<Property FormalName="Width" Value="8"/>', '+<Property FormalName="Width" Value="10"/>'],
    ),
    "a version in a frame": (
        news(identifier=IDENTIFIER.replace(">1</RevisionId>", "><text>2</text></RevisionId>")),
        lambda _: {"version": 3},
        [
            '-<RevisionId PreviousRevision="0" Update="N">',
            '+<RevisionId PreviousRevision="0" Update="N">3</RevisionId>',
            "-<text>2</text>",
            "-</RevisionId>",
        ],
    ),
    "who holds the rights": (
        RIGHTS,
        rights(holder=Concept("The Gazette")),
        [
            "-<CopyrightHolder>Gazette</CopyrightHolder>",
            "+<CopyrightHolder>The Gazette</CopyrightHolder>",
            "+<CopyrightDate/>",
        ],
    ),
    "terms of use": (RIGHTS, rights(usage_terms=(Text("ask us"),)), ["+<RightsLine>ask us</RightsLine>"]),
    "the language of the item": (
        inside(LINES + TEXT),
        lambda _: {"language": "fr"},
        ["+<DescriptiveMetadata>", '+<Language FormalName="fr"/>', "+</DescriptiveMetadata>"],
    ),
}


@pytest.mark.parametrize("name", IN_PLACE)
def test_a_change_is_made_where_the_old_stood(name: str) -> None:
    data, change, expected = IN_PLACE[name]

    assert edits(data, change) == expected


LABELLED = news(
    f"<NewsComponent>{TEXT}</NewsComponent>",
    identifier=f"{IDENTIFIER}<NameLabel>Bridge opens after a year of work</NameLabel>",
)

WIDER: dict[str, tuple[bytes, Change]] = {
    "a headline that stood in the label": (LABELLED, lambda _: {"headlines": (Text("Bridge shut"),)}),
    "no headline where the label reads like one": (LABELLED, lambda _: {"headlines": ()}),
    "a second line without the first": (
        inside(f"<NewsLines><HeadLine>One</HeadLine><SubHeadLine>Two</SubHeadLine></NewsLines>{TEXT}"),
        lambda article: {"headlines": article.headlines[1:]},
    ),
    "no text any more": (inside(LINES + TEXT), lambda _: {"sections": ()}),
    "no picture any more": (PICTURED, lambda _: {"media": ()}),
    "a caption that was a component": (PICTURED, first("media", captions=(Text("At noon"),))),
    "a place's name": (PLACE, first("located", names=(Text("Hillton"),))),
    "a party's name with its language": (PARTY, first("attributions", names=(Text("EM", "en"),))),
    "rights where there were none": (
        inside(LINES + TEXT),
        lambda _: {"rights": Rights(notices=(Text("© Gazette"),))},
    ),
    "rights where there are no lines": (
        inside(TEXT),
        lambda _: {"rights": Rights(notices=(Text("© Gazette"),))},
    ),
    "an urgency that stood as text": (
        news(management=f"{MANAGEMENT}<Urgency>2</Urgency>"),
        lambda _: {"urgency": 3},
    ),
    "links": (
        news(),
        lambda _: {"links": (Link(item="urn:newsml:gazette.example:20260228:fog:1"),)},
    ),
    "an embargo without end": (news(), lambda _: {"embargo": Embargo(), "status": None}),
}


@pytest.mark.parametrize("name", WIDER)
def test_what_has_no_place_of_its_own_is_written_all_the_same(name: str, dtd: etree.DTD) -> None:
    assert errors_of(written(*WIDER[name]), dtd) == []


def test_an_embargo_of_an_item_that_says_nothing_of_its_status() -> None:
    data = news(management='<NewsItemType FormalName="News"/>')
    losses = Losses()
    changed = write(attrs.evolve(read(data), embargo=Embargo()), "newsml-1", losses=losses)

    assert read(changed).embargo == Embargo()
    assert losses == []
