"""The quick way of reading XML says what the other one says, of every document: what is in order, and what is not."""

from __future__ import annotations

import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import attrs
import pytest
from lxml import etree

from newsmodel import read, read_all, sniff
from newsmodel.errors import NewsModelError
from newsmodel.formats.newsml_g2_parts import BLOCKED, LOCATED, RENDITION, RIGHTS, SUBJECT
from newsmodel.losses import Losses
from newsmodel.model import Article, Block, Extra
from newsmodel.model.quick_making import Memory, forget
from newsmodel.syntax.xml_language import LANG as XML_LANG
from newsmodel.syntax.xml_quick import Quick
from newsmodel.syntax.xml_quick_code import Odd, source_of
from newsmodel.syntax.xml_table_reading import XmlDecoding

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:nm="https://newsmodel.example/ns#" guid="urn:x:1" {root}
standard="NewsML-G2" standardversion="2.35" conformance="power">{before}<itemMeta><itemClass qcode="ninat:text"/><provider literal="p"/>
<versionCreated>2024-01-01T00:00:00Z</versionCreated>{meta}</itemMeta><contentMeta>{content}</contentMeta>{after}</newsItem>"""
PARTS = dict.fromkeys(("root", "before", "meta", "content", "after"), "")
BODY = """<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>
<body><p>One.</p><p id="q">Two.</p></body></html></inlineXML></contentSet>"""

ODD = {
    "plain": {"content": "<headline>H</headline><subject qcode='a:b'><name>N</name><name xml:lang='de'>M</name></subject>"},
    "a language around": {"content": "<headline>H</headline><subject qcode='a:b'><name>N</name></subject>", "root": "xml:lang='de'"},
    "a language between": {"content": "<language tag='fr'/><subject xml:lang='de' qcode='a:b'><name>N</name></subject><headline>H</headline>"},
    "a language that is none": {"content": "<headline>H</headline>", "root": "xml:lang='en_US'"},
    "a class and a status said twice": {"meta": "<pubStatus qcode='stat:usable' uri='http://cv.iptc.org/newscodes/pubstatusg2/canceled'/>"
                "<service qcode='a:b'/>", "content": "<language tag='fr'/><headline xml:lang='de'>H</headline>", "root": "xml:lang='de' why='x'"},
    "two languages": {"content": "<language tag='de'/><headline>H</headline>", "root": "xml:lang='en'"},
    "unknown content": {"content": "<keyword>k<b/></keyword><subject qcode='a:b' why='x'><other/><name>N</name></subject>?", "meta": "<x/>"},
    "comments": {"content": "<!-- a --><headline>H<!-- b --></headline><subject qcode='a:b'><!-- c --><name>N</name></subject>"},
    "twice": {"content": "<urgency>3</urgency><urgency>4</urgency>", "meta": "<versionCreated>2023</versionCreated>"},
    "twins": {"content": "<subject qcode='a:b' type='c:d' typeuri='http://x.example/y'/><infoSource literal='s' role='a:b' roleuri='urn:x:y'/>"},
    "refused": {"content": "<urgency>99</urgency><subject qcode='none'/><subject/><creator literal='c' nm:entity='nope'/><by/><slugline> </slugline>"},
    "misplaced": {"meta": "<headline>H</headline>", "content": "<service qcode='a:b'/><byline>B</byline>"},
    "in disorder": {"content": "<slugline>s</slugline><urgency>3</urgency><genre qcode='a:b'/><urgency>3</urgency>"},
    "one identifier for two": {"content": "<subject type='cpnat:person' id='a' literal='x'/><subject type='cpnat:organisation' id='a' literal='y'/>"},
    "places": {"content": "<located qcode='a:b'><name>N</name><broader qcode='c:d'><name>M</name></broader><geoAreaDetails>"
               "<position latitude='91' longitude='10'/></geoAreaDetails></located><located literal='l' nm:country='xx'/>"},
    "parties": {"meta": "<provider literal='q'/>", "content": "<contributor literal='a' role='b:c'/><creator qcode='a:b'><name>C</name></creator>"
                "<infoSource uri='http://x.example/' /><contributor roleuri='https://newsmodel.example/ns#editor' literal='e'/>"},
    "rights": {"before": "<rightsInfo><copyrightHolder literal='h'/></rightsInfo><rightsInfo scope='a:b'><usageTerms>u</usageTerms></rightsInfo><rightsInfo/>"},
    "times": {"content": "<contentCreated>2024-02</contentCreated><contentModified>3 May 2024</contentModified>", "meta": "<embargoed/><expires>x</expires>"},
    "a body": {"after": BODY, "content": "<headline>H</headline>"},
    "a body with repairs": {"after": BODY.replace("<p>One.</p>", "&lt;p&gt;One.&lt;/p&gt;"), "content": "<urgency>99</urgency>"},
    "quotes": {"after": "<inlineRef idrefs='q' typeuri='https://newsmodel.example/ns#quote' nm:kind='direct'/>" + BODY},
    "quotes of nobody": {"after": "<inlineRef idrefs='q' typeuri='https://newsmodel.example/ns#quote' nm:kind='direct' nm:speaker='z'/>" + BODY},
    "constants": {"before": "<catalogRef href='http://x.example/'/><catalogRef href='http://y.example/'/>"},
    "links": {"meta": "<link href='http://x.example/a b'/><link residref='r' version='2'><x/></link><link/><link rel='a:b' relation='c'/>"},
    "much white space": {"content": "<headline>  A \n B  </headline><description>a\n b<br/>c  d</description><subject qcode=' a:b '><name>  N\tM </name></subject>"},
}  # fmt: skip


def said(data: bytes) -> tuple[list[Any], str]:
    losses = Losses()
    try:
        articles = list(read_all(data, format="newsml-g2", losses=losses))
    except NewsModelError as error:
        return [str(error)], str(losses)
    return [attrs.asdict(each, filter=_is_content) for each in articles], str(losses)


def _is_content(field: Any, value: object) -> bool:  # noqa: ARG001  # what attrs hands over
    return field is not attrs.fields(Article).origin


def same_both_ways(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = said(data)
    with monkeypatch.context() as patch:
        patch.setattr(Quick, "read", refuse)
        assert quick == said(data)


def refuse(*_: object) -> None:
    raise Odd


@pytest.mark.parametrize("name", ODD)
def test_both_ways_say_the_same_of(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = PARTS | ODD[name]
    same_both_ways(ITEM.format(**parts).encode(), monkeypatch)


@pytest.mark.parametrize(
    "folder",
    [
        "samples/agency/dpa-2017",
        "samples/agency/stt-2012",
        "conformance/newsml-g2/examples",
        "conformance/newsml-g2/unit_tests",
    ],
)
def test_both_ways_say_the_same_of_documents_of_others(
    folder: str, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = sorted((shared / folder).rglob("*.xml"))
    assert documents
    for path in documents:
        same_both_ways(path.read_bytes(), monkeypatch)


def mutated(data: bytes, numbers: random.Random) -> bytes:
    """Return a document in which some elements were moved, doubled, emptied, renamed or given other values."""
    root = etree.fromstring(data)
    inside = [each for each in root.iter(etree.Element) if each.getparent() is not None]
    for each in numbers.sample(inside, min(5, len(inside))):
        holder = each.getparent()
        if holder is None:
            continue
        match numbers.randrange(8):
            case 0:
                holder.insert(numbers.randrange(len(holder) + 1), deepcopy(each))
            case 1:
                numbers.choice(inside).append(deepcopy(each))
            case 2:
                holder.remove(each)
            case 3:
                each.tag = numbers.choice(inside).tag
            case 4:
                each.text = numbers.choice(["", " ", "x", "99", "2024-13-45", "a  b\n c", "<&>"])
            case 5:
                for child in each:
                    each.remove(child)
            case 6:
                name = numbers.choice(
                    ["qcode", "uri", "literal", "type", "typeuri", "role", "id", "why", XML_LANG]
                )
                each.set(name, numbers.choice(["", "a:b", "x", "de", "http://x.example/", "no ne"]))
            case _:
                each.attrib.clear()
    return etree.tostring(root)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("folder", ["samples/agency", "conformance/newsml-g2/examples"])
def test_both_ways_say_the_same_of_documents_that_were_spoilt(
    folder: str, seed: int, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = random.Random(seed)  # noqa: S311  # no secret
    documents = [path.read_bytes() for path in sorted((shared / folder).rglob("*.xml"))]
    found = [data for data in documents if is_of_format(data)]
    assert found
    for data in found:
        spoilt = mutated(data, numbers)
        same_both_ways(spoilt, monkeypatch)
        assert read_silently(spoilt) == said(spoilt)[0]


def is_of_format(data: bytes) -> bool:
    try:
        return sniff(data) == "newsml-g2"
    except NewsModelError:
        return False


def test_what_was_remembered_makes_no_difference(shared: Path) -> None:
    for path in sorted((shared / "samples/agency/stt-2012").rglob("*.xml")):
        known = said(path.read_bytes())
        forget()
        assert said(path.read_bytes()) == known


def test_a_memory_holds_no_more_than_it_should() -> None:
    memory = Memory(str.upper)

    assert [memory[f"code:{number}"] for number in range(2000)][-1] == "CODE:1999"
    assert memory["x" * 100] == "X" * 100
    assert 0 < len(memory) <= 512
    assert "x" * 100 not in memory


@pytest.mark.parametrize("table", [SUBJECT, BLOCKED, LOCATED, RIGHTS, RENDITION])
def test_the_code_of_a_table_can_be_looked_at(table: XmlDecoding[Any]) -> None:
    code = source_of(table.quick_for(None))

    compile(code, "shown", "exec")
    assert "def read(element, context, language):" in code
    for field in attrs.fields(table.cls):
        assert f"made.{field.name}" in code


def test_most_is_read_the_quick_way(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow: list[object] = []
    for name in ("_read", "read_again"):
        way = getattr(XmlDecoding, name)

        def counting(self: Any, element: Any, *args: Any, way: Any = way) -> Any:
            slow.append(element)
            return way(self, element, *args)

        monkeypatch.setattr(XmlDecoding, name, counting)
    found = [
        read(path.read_bytes(), format="newsml-g2")
        for path in sorted((shared / "samples/agency").rglob("*.xml"))
        if sniff(path.read_bytes()) == "newsml-g2"
    ]
    assert len(slow) / sum(map(objects_in, found)) < 0.05


def objects_in(value: Any) -> int:
    """Count the objects of the model in one."""
    if isinstance(value, tuple):
        return sum(map(objects_in, value))
    if not attrs.has(type(value)) or isinstance(value, Extra | Block):
        return 0
    return 1 + sum(objects_in(getattr(value, field.name)) for field in attrs.fields(type(value)) if field.eq)


@pytest.mark.parametrize("folder", ["samples/agency", "conformance/newsml-g2/examples"])
def test_an_article_is_the_same_where_nobody_asks_for_losses(folder: str, shared: Path) -> None:
    documents = [path.read_bytes() for path in sorted((shared / folder).rglob("*.xml"))]
    documents += [ITEM.format(**PARTS | parts).encode() for parts in ODD.values()]
    for data in documents:
        assert read_silently(data) == said(data)[0]


def read_silently(data: bytes) -> list[Any]:
    try:
        return [attrs.asdict(each, filter=_is_content) for each in read_all(data, format="newsml-g2")]
    except NewsModelError as error:
        return [str(error)]
