"""Every way in which one field of an article may change, and what must hold when it is written back into its document.

What is read back differs from what was written only where a loss says so; what was valid stays valid, and what was not breaks
no rule that it had kept; and elements that have nothing to do with the field stay where they stood.
"""

from __future__ import annotations

import importlib.util
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import attrs
from attrs import Factory, frozen
from lxml import etree

from newsmodel import Article, Losses, ModelError, diff, read_all, sniff, write_all
from newsmodel.codec.context import Context
from newsmodel.difference import related
from newsmodel.model import Extra
from newsmodel.model.constraints import content_fields
from newsmodel.syntax.xml import parse_xml

HERE = Path(__file__).parent
DEEP = 4
"""How deep fields of objects in objects are changed, too."""
Step = Callable[[Article], Article]


# documents


def documents(format: str, shared: Path) -> list[Path]:  # noqa: A002  # the word of the library
    """The documents of a format that there are: ours, built like those of senders, and the real ones beside the project."""
    twins = sorted((HERE / "agency/dialects").glob("*.xml"))
    found = [path for path in twins if sniff(path.read_bytes()) == format]
    real = {
        "newsml-1": ("samples/agency/afp-arabic", "conformance/newsml-1/examples"),
        "newsml-g2": ("samples/agency/dpa-2017", "samples/agency/stt-2012", "conformance/newsml-g2/examples"),
    }
    return found + [path for each in real.get(format, ()) for path in sorted((shared / each).glob("*.xml"))]


@cache
def validator_of(format: str, shared: Path) -> Any:  # noqa: A002
    """The official DTD or schema of a format."""
    folder = shared / "conformance"
    if format == "newsml-1":
        return etree.DTD(str(folder / "newsml-1/NewsMLv1.2.dtd"))
    schemas = {"newsml-g2": "newsml-g2/xsd/g2-with-bodies.xsd", "nitf": "nitf/nitf-3-6.xsd"}
    return etree.XMLSchema(etree.parse(folder / schemas[format]))


# changes


@cache
def samples() -> dict[type, list[Any]]:
    """Objects of every class of the model, each with something in every field."""
    path = HERE.parent / "docs/full_article.py"
    spec = importlib.util.spec_from_file_location("full_article", path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules.setdefault("full_article", importlib.util.module_from_spec(spec))
    spec.loader.exec_module(module)
    found: dict[type, list[Any]] = {}
    for article in (module.article(), module.package()):
        for each in _inside(article):
            found.setdefault(type(each), []).append(each)
    return found


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        for each in value:
            yield from _inside(each)
    elif attrs.has(type(value)):
        yield value
        for field in content_fields(type(value)):
            yield from _inside(getattr(value, field.name))


def _alone(sample: Any) -> Any:
    """Return an object without what points at others, and without the names that others point at."""
    names = {field.name for field in attrs.fields(type(sample))}
    free = {"entity": None, "speaker": None, "spans": (), "id": None}
    try:
        return attrs.evolve(sample, **{name: value for name, value in free.items() if name in names})
    except ModelError:  # it is nothing without them
        return None


def changes_of(article: Article) -> Iterator[tuple[str, Article]]:
    """Give the article with one field changed, in every way that makes an article, each with a name for the change."""
    for name, changed in _of_object(article, DEEP):
        if diff(article, changed):
            yield name, attrs.evolve(changed, origin=article.origin)


_OF_AN_EXTRA = frozenset({"format", "place"})
"""What says where an extra came from: another place makes another extra."""


def _of_object(value: Any, depth: int) -> Iterator[tuple[str, Any]]:
    for field in content_fields(type(value)):
        if field.name in _OF_AN_EXTRA:
            continue
        held = getattr(value, field.name)
        offered = [getattr(each, field.name) for each in samples().get(type(value), ())]
        for name, new in _of_value(held, offered, depth):
            try:
                yield f"{field.name}{name}", attrs.evolve(value, **{field.name: new})
            except ModelError:  # no such article
                continue


def _of_value(value: Any, offered: list[Any], depth: int) -> Iterator[tuple[str, Any]]:
    if isinstance(value, tuple):
        yield from _of_tuple(value, offered, depth)
        return
    other = next((each for each in offered if each is not None and each != value), None)
    if other is not None and (not attrs.has(type(other)) or _alone(other) is not None):
        yield " set" if value is None else " changed", _alone(other) if attrs.has(type(other)) else other
    if isinstance(value, str):
        yield " longer", f"{value} ."
    if value is not None:
        yield " emptied", None
    if attrs.has(type(value)) and depth:
        yield from ((f".{name}", new) for name, new in _of_object(value, depth - 1))


def _of_tuple(value: tuple[Any, ...], offered: list[Any], depth: int) -> Iterator[tuple[str, Any]]:
    given = [each for some in offered for each in some]
    pool = [new for each in given if (new := _alone(each) if attrs.has(type(each)) else each) is not None]
    if pool:
        kind = type(value[0]) if value else type(pool[0])
        new = next((each for each in pool if type(each) is kind), pool[0])
        yield " added", (*value, new)
        if value:
            yield " added first", (new, *value)
            yield " replaced", (new,)
    if value:
        yield " emptied", ()
    if len(value) > 1:
        yield " dropped", value[:-1]
        yield " dropped first", value[1:]
        if type(value[0]) is not Extra:  # which stand as the document has them
            yield " reversed", value[::-1]
    for at in sorted({0, len(value) - 1}) if value and depth else ():
        if attrs.has(type(value[at])):
            for name, new in _of_object(value[at], depth - 1):
                yield f"[{at}].{name}", (*value[:at], new, *value[at + 1 :])


def several_changes(article: Article, number: int, count: int, seed: str) -> Iterator[tuple[str, Article]]:
    """Give the article with several fields changed at random, ``count`` times; a seed gives the same ones every time."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    for _ in range(count):
        changed, names = article, list[str]()
        for _ in range(number):
            found = list(_of_object(changed, DEEP))
            if found:
                name, changed = chance.choice(found)
                names.append(name)
        if diff(article, changed):
            yield " + ".join(names), attrs.evolve(changed, origin=article.origin)


# what holds


@frozen
class Outcome:
    """What became of one change: what differs without a word, which rules are broken that were kept, which elements moved."""

    document: str
    change: str
    silent: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    moved: int = 0
    losses: Losses = Factory(Losses)

    def __str__(self) -> str:
        return f"{self.document}: {self.change}: {'; '.join((*self.silent, *self.broken))}"


@frozen
class Document:
    """A document with all that it says, ready to be changed."""

    name: str
    format: str
    data: bytes
    articles: tuple[Article, ...]
    validator: Any = None

    @classmethod
    def of(cls, path: Path, format: str, validator: Any = None) -> Document:  # noqa: A002
        data = path.read_bytes()
        return cls(path.stem, format, data, tuple(read_all(data, format=format)), validator)

    @property
    def broken(self) -> frozenset[str]:
        """The rules that it breaks as it came."""
        return rules_broken(self.data, self.validator)

    def changed(self, at: int, change: str, article: Article) -> Outcome:
        """Write one of the articles changed, with the others, and say what became of it."""
        given = (*self.articles[:at], article, *self.articles[at + 1 :])
        losses = Losses()
        data = write_all(given, self.format, losses=losses)
        back = tuple(read_all(data, format=self.format))
        silent = [
            str(each)
            for before, after in zip(given, back, strict=False)
            for each in diff(before, after)
            if not any(related(each.path, path) for path in losses.paths)
        ]
        if len(back) != len(given):
            silent.append(f"{len(given)} articles became {len(back)}")
        ours = not any(raw in change for raw in _RAW)
        broken = rules_broken(data, self.validator) - self.broken if ours else frozenset()
        moved = sum((statements(self.data) - statements(data)).values())
        return Outcome(self.name, change, tuple(silent), tuple(sorted(broken)), moved, losses)

    def all_changes(self) -> Iterator[tuple[int, str, Article]]:
        """Give every change of every article."""
        for at, article in enumerate(self.articles):
            for name, changed in changes_of(article):
                yield at, name, changed


_RAW = (".raw longer", ".raw emptied", ".raw changed")
"""Whoever changes the text of an extra answers for it."""
_VALUES = re.compile(r"'[^']*'|\([^()]*\)|[0-9]+")
_BODIES = frozenset({"DataContent", "inlineXML", "body.content", "body"})


@cache
def rules_broken(data: bytes, validator: Any) -> frozenset[str]:
    """Return the rules of a DTD or schema that a document breaks, without the places and the values."""
    if validator is None:
        return frozenset()
    root = _parsed(data)
    if isinstance(validator, etree.DTD):  # to which any element in DataContent means: any that it declares
        for content in root.iter("{*}DataContent"):
            del content[:]
    validator.validate(root)
    return frozenset(_rule(error) for error in validator.error_log)


def _rule(error: Any) -> str:
    first, *_ = error.message.split(", expecting")
    return f"{error.type_name}: {first if 'DTD' in error.type_name else _VALUES.sub('…', error.message)}"


def _parsed(data: bytes) -> etree._Element:
    return parse_xml(data, Context("any"))  # as the library does: with entities that a DTD elsewhere declares


def statements(data: bytes) -> Counter[tuple[str, str, str]]:
    """Return what a document says outside the text of its story, element by element, each with its path."""
    found: Counter[tuple[str, str, str]] = Counter()

    def take(element: etree._Element, above: str) -> None:
        tag = etree.QName(element).localname if isinstance(element.tag, str) else "comment"
        path = f"{above}/{tag}"
        found[path, str(sorted(element.items())), " ".join((element.text or "").split())] += 1
        for child in element if tag not in _BODIES else ():
            take(child, path)

    take(_parsed(data), "")
    return found
