"""The body of a news page, told apart from what is around it by trafilatura (extra ``html``), as sections of blocks.

trafilatura gives the text in TEI's elements. What it does not know are the page's headline (which it takes for a
sub-heading), headings of which nothing follows, and paragraphs that are headings by their look.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import Factory, define, frozen

from newsmodel.formats.html_beside import is_about_the_author, is_link, is_list_of_links, leads_elsewhere
from newsmodel.formats.html_guided import WholeText
from newsmodel.formats.html_names import folded
from newsmodel.model import Article, Media, Section, Text
from newsmodel.model.body import (
    Block,
    BlockQuote,
    Cell,
    ItemList,
    ListItem,
    Paragraph,
    Table,
    TableRow,
    paragraphs_in,
)
from newsmodel.model.marks import Mark, MarkKind
from newsmodel.syntax.html_data import plain_text

if TYPE_CHECKING:
    from lxml import etree, html


class BodyMissing(ImportError):
    """The extra that finds the body of a page is not installed."""


_SILENT = logging.NullHandler()
_LITTLE = 600
"""How long a text is that must have more to it: the thorough way is tried as well."""


@frozen
class PageBody:
    """The body of a page: its sections, and the media that they show."""

    sections: tuple[Section, ...] = ()
    media: tuple[Media, ...] = ()


def read_body(root: html.HtmlElement, titles: Iterable[str], article: Article) -> PageBody:
    """Return the body of a page. ``titles`` are what the page is called: no headings of its parts; ``article`` is what the
    page says about it.

    Raises `BodyMissing` where trafilatura is not installed.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise BodyMissing("newsmodel[html] is not installed") from error
    logging.getLogger("trafilatura").addHandler(_SILENT)  # nothing on stderr where nobody asked for a log
    known = _Known(titles, article)
    sections: tuple[Section, ...] = ()
    for fast in (True, False):
        found: Any = bare_extraction(
            root,
            url=article.url,
            fast=fast,
            include_comments=False,
            include_formatting=True,
            include_links=True,
        )
        sections = _sections(found.body, known) if found is not None and found.body is not None else sections
        if (
            sum(len(paragraph.text) for section in sections for paragraph in section_paragraphs(section))
            > _LITTLE
        ):
            break
    return PageBody(_checked(sections, known, root))


def _checked(sections: tuple[Section, ...], known: _Known, root: html.HtmlElement) -> tuple[Section, ...]:
    """Return a body that agrees with the whole text, where the page says that as data too."""
    whole = known.whole
    if whole is None:
        return sections
    texts = [paragraph.text for section in sections for paragraph in section_paragraphs(section)]
    if whole.is_a_part_of(texts):
        return sections
    covered = whole.is_covered_by(texts)
    if covered and not whole.is_mostly_one_of(texts):
        return _of_text(sections, whole)
    lines = whole.lines_of(root)
    found = [line.text for line in lines if not line.level]
    if not whole.is_covered_by(found) or len(found) < sum(map(whole.holds, texts)):
        return sections
    parts = [_Part()]
    for line in lines:
        if line.level and not known.is_title(line.text):
            parts.append(_Part(line.text, line.level))
        elif not line.level:
            parts[-1].blocks.append(Paragraph(line.text))
    return _made(parts)


def section_paragraphs(section: Section) -> Iterator[Paragraph]:
    """Give the paragraphs of a section."""
    for block in section.blocks:
        yield from paragraphs_in(block)


def _of_text(sections: tuple[Section, ...], whole: WholeText) -> tuple[Section, ...]:
    """Leave out the blocks of which no paragraph stands in the text."""
    parts = []
    for section in sections:
        blocks = [
            block
            for block in section.blocks
            if any(whole.holds(paragraph.text) for paragraph in paragraphs_in(block))
        ]
        parts.append(_Part(section.heading.value if section.heading else None, section.level, blocks))
    return _made(parts)


class _Known:
    """What is known of an article before its body is read, in letters and digits alone."""

    def __init__(self, titles: Iterable[str], article: Article) -> None:
        self.titles = {folded(title) for title in titles}
        said = "\n".join(paragraph.text for paragraph in article.paragraphs)
        self.whole = WholeText.of(said)
        self.summaries = {folded(text.value) for text in article.summaries}

    def is_title(self, heading: str) -> bool:
        """Whether a heading is the article's title, with the line over it or without."""
        said = folded(heading)
        return any(
            said == title
            or (len(title) > _LONG and said.endswith(title))
            or (len(said) > _LONG and title.endswith(said))
            for title in self.titles
        )

    def is_summary(self, heading: str) -> bool:
        """Whether what looks like the first heading is the first paragraph: by its length, or because it is said to be."""
        return len(heading) > _LONGEST_HEADING or heading.endswith(".") or folded(heading) in self.summaries


@define
class _Part:
    heading: str | None = None
    level: int = 1
    blocks: list[Block] = Factory(list)


def _sections(body: etree._Element, known: _Known) -> tuple[Section, ...]:
    parts = [_Part()]
    elements = [element for element in _flat(body) if not is_beside(element)]
    real = any(element.tag == "head" and element.get("rend") != "h1" for element in elements)
    for element in elements:
        heading = _heading(element, by_look=not real)
        first = not (parts[-1].blocks or len(parts) > 1)
        if heading is None or (first and not known.is_title(heading[0]) and known.is_summary(heading[0])):
            parts[-1].blocks.extend(_blocks(element))
        elif not known.is_title(heading[0]) and heading[1] > 1:
            parts.append(_Part(*heading))
    parts = [part for part in parts if not (part.heading and is_about_the_author(part.heading))]
    return _made(parts)


def _made(parts: list[_Part]) -> tuple[Section, ...]:
    filled = [part for at, part in enumerate(parts) if part.blocks or _leads_on(parts[at:])]
    return tuple(
        Section(Text(part.heading) if part.heading else None, tuple(part.blocks), level=level)
        for part, level in zip(filled, _levels(filled), strict=True)
    )


def is_beside(element: etree._Element) -> bool:
    """Whether an element is no part of the text: a teaser, an offer, a list of links."""
    if element.tag == "list":
        return is_list_of_links(element) or leads_elsewhere(plain_text(element))
    return is_link(element) or leads_elsewhere(plain_text(element))


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
_LONG = 20
"""How many letters a title has that no heading repeats by chance."""
_LONGEST_BOLD = 80
_SENTENCE_END = (".", ":", ",", ";", "؛", "،", "。", "…")


def _heading(element: etree._Element, *, by_look: bool) -> tuple[str, int] | None:
    """Return a heading and its level, of an element that is one by its tag, or ``by_look``: a short line in bold.

    Where a page has headings, bold lines are something else.
    """
    text = " ".join("".join(element.itertext()).split())
    if not text:
        return None
    if element.tag == "head":
        rend = element.get("rend") or ""
        return text, int(rend[1]) if re.fullmatch("h[1-6]", rend) else 2
    bold = [child for child in element if child.tag == "hi" and child.get("rend") == "#b"]
    if (
        by_look
        and element.tag == "p"
        and bold
        and len(text) <= _LONGEST_BOLD
        and not text.isupper()
        and not text.endswith(_SENTENCE_END)
    ):
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
            inside = any(mark.kind is MarkKind.LINK and mark.end > start for mark in self.marks)
            if not inside:  # a link in a link
                self.marks.append(Mark(MarkKind.LINK, start, end, href))

    def paragraph(self) -> Paragraph | None:
        text = self.text.strip(" \n")
        return Paragraph(text, tuple(self.marks)) if text else None


def _is_reference(href: str) -> bool:
    return bool(href) and not any(letter.isspace() for letter in href)
