"""The body of a news page, told apart from what is around it by trafilatura (extra ``html``), as sections of blocks.

trafilatura gives the text in TEI's elements. What it does not know are the page's headline (which it takes for a
sub-heading), headings of which nothing follows, and paragraphs that are headings by their look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import Factory, define, frozen
from lxml import etree, html

from newsmodel.codec.context import Context
from newsmodel.formats.html_names import folded
from newsmodel.model import Article, Media, Section, Text
from newsmodel.model.body import Block, BlockQuote, Cell, ItemList, ListItem, Paragraph, Table, TableRow
from newsmodel.model.marks import Mark, MarkKind


class BodyMissing(ImportError):
    """The extra that finds the body of a page is not installed."""


@frozen
class PageBody:
    """The body of a page: its sections, and the media that they show."""

    sections: tuple[Section, ...] = ()
    media: tuple[Media, ...] = ()


def read_body(root: html.HtmlElement, titles: Iterable[str], article: Article, context: Context) -> PageBody:
    """Return the body of a page. ``titles`` are what the page is called: no headings of its parts; ``article`` is what the
    page says about it. The tree is changed on the way.

    Raises `BodyMissing` where trafilatura is not installed.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise BodyMissing("newsmodel[html] is not installed") from error
    found: Any = bare_extraction(
        root,
        url=article.url,
        with_metadata=False,
        include_comments=False,
        include_formatting=True,
        include_links=True,
    )
    if found is None or found.body is None:
        return PageBody()
    return PageBody(_sections(found.body, {folded(title) for title in titles}))


@define
class _Part:
    heading: str | None = None
    level: int = 1
    blocks: list[Block] = Factory(list)


def _sections(body: etree._Element, titles: set[str]) -> tuple[Section, ...]:
    parts = [_Part()]
    for element in _flat(body):
        heading = _heading(element)
        if heading is not None:
            if folded(heading[0]) not in titles:
                parts.append(_Part(*heading))
        else:
            parts[-1].blocks.extend(_blocks(element))
    filled = [part for at, part in enumerate(parts) if part.blocks or _leads_on(parts[at:])]
    return tuple(
        Section(Text(part.heading) if part.heading else None, tuple(part.blocks), level=level)
        for part, level in zip(filled, _levels(filled), strict=True)
    )


def _leads_on(parts: list[_Part]) -> bool:
    """Whether something follows a heading that has no text of its own: one of a lower level."""
    if parts[0].heading is None or len(parts) < 2:
        return False
    return parts[1].level > parts[0].level and bool(parts[1].blocks)


def _levels(parts: list[_Part]) -> list[int]:
    """Return levels from 1 on: a page's first headings may be ``h3``."""
    used = sorted({part.level for part in parts if part.heading})
    return [used.index(part.level) + 1 if part.heading else 1 for part in parts]


def _flat(body: etree._Element) -> Iterator[etree._Element]:
    for element in body:
        if element.tag in ("div", "section", "article"):
            yield from _flat(element)
        else:
            yield element


_LONGEST_HEADING = 140
_SENTENCE_END = (".", ":", ",", ";", "؛", "،", "。", "…")


def _heading(element: etree._Element) -> tuple[str, int] | None:
    """Return a heading and its level, of an element that is one, by its tag or by its look: a short line in bold."""
    text = " ".join("".join(element.itertext()).split())
    if not text:
        return None
    if element.tag == "head":
        rend = element.get("rend") or ""
        return text, int(rend[1]) if re.fullmatch("h[1-6]", rend) else 2
    bold = [child for child in element if child.tag == "hi" and child.get("rend") == "#b"]
    if element.tag == "p" and bold and len(text) <= _LONGEST_HEADING and not text.endswith(_SENTENCE_END):
        said = " ".join(" ".join("".join(child.itertext()) for child in bold).split())
        if folded(said) == folded(text):
            return text, 6
    return None


def _blocks(element: etree._Element) -> Iterator[Block]:
    match element.tag:
        case "list":
            items = [
                ListItem(tuple(blocks))
                for item in element.iter("item")
                if (blocks := list(_paragraphs(item)))
            ]
            if items:
                yield ItemList(tuple(items), ordered=element.get("rend") == "ol")
        case "quote":
            inner = list(_paragraphs(element))
            if inner:
                yield BlockQuote(tuple(inner))
        case "table":
            rows = tuple(row for each in element.iter("row") if (row := _row(each)) is not None)
            if rows:
                yield Table(rows)
        case _:
            yield from _paragraphs(element)


def _row(element: etree._Element) -> TableRow | None:
    cells = tuple(
        Cell(tuple(_paragraphs(cell)), header=cell.get("role") == "head") for cell in element.iter("cell")
    )
    return TableRow(cells) if cells else None


def _paragraphs(element: etree._Element) -> Iterator[Block]:
    """Give the text of an element: paragraphs inside it are some of their own."""
    inner = [child for child in element if child.tag in ("p", "quote", "list", "item")]
    if inner and not (element.text or "").strip():
        for child in inner:
            yield from _blocks(child)
        return
    line = _Line()
    line.read(element)
    if (made := line.paragraph()) is not None:
        yield made


_MARKS = {"#b": MarkKind.STRONG, "#i": MarkKind.EMPHASIS, "#u": MarkKind.EMPHASIS, "#t": MarkKind.CODE,
          "#sub": MarkKind.SUBSCRIPT, "#sup": MarkKind.SUPERSCRIPT}  # fmt: skip


@define
class _Line:
    """A paragraph in the making: white space is run together, and marks keep their places."""

    text: str = ""
    marks: list[Mark] = Factory(list)

    def read(self, element: etree._Element) -> None:
        self._add(element.text or "")
        for child in element:
            start = len(self.text)
            if child.tag == "lb":
                self.text = self.text.rstrip(" ") + "\n"
            else:
                self.read(child)
                self._mark(child, start)
            self._add(child.tail or "")

    def _add(self, said: str) -> None:
        said = re.sub(r"[ \t\r\n]+", " ", said)
        if not self.text or self.text[-1] in " \n":
            said = said.lstrip(" ")
        self.text += said

    def _mark(self, child: etree._Element, start: int) -> None:
        end = len(self.text.rstrip(" "))
        if end <= start:
            return
        if child.tag == "hi" and (kind := _MARKS.get(child.get("rend") or "")):
            self.marks.append(Mark(kind, start, end))
        elif child.tag == "ref" and (href := child.get("target")) and _is_reference(href):
            if not any(mark.kind is MarkKind.LINK and mark.end > start for mark in self.marks):
                self.marks.append(Mark(MarkKind.LINK, start, end, href))

    def paragraph(self) -> Paragraph | None:
        text = self.text.strip(" \n")
        return Paragraph(text, tuple(self.marks)) if text else None


def _is_reference(href: str) -> bool:
    return bool(href) and not any(letter.isspace() for letter in href)
