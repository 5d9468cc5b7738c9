"""The body of a page that also says its whole text as data (``articleBody``): the text knows which of the page's lines are its own.

Data know nothing of headings and little of paragraphs; the page does. So the lines of the page are taken that stand in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen
from lxml import etree, html

from newsmodel.formats.html_names import folded

_LEAST = 400
"""How many letters a text has that is more than a teaser."""
_MANY = 1000
"""How many letters a text has that is no single paragraph."""
_PART = 0.7
"""How much of what the page says a text must be, if it is to be believed."""
_ENDS = 24
"""How many letters of a line's beginning and end are looked for."""
_COVERED = 0.85
"""How much of a text must have been found."""
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "tbody", "tr", "td", "th", "hr", "figcaption"}
)  # fmt: skip
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "svg", "figure", "iframe"}
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(2, 7)}


@frozen
class Line:
    """A line of a page: a heading of a ``level``, or a paragraph (0)."""

    text: str
    level: int = 0


@frozen
class WholeText:
    """The text of an article as data give it, in letters and digits alone."""

    letters: str

    @classmethod
    def of(cls, text: str) -> WholeText | None:
        """Return the whole text, None for what is too short to be one."""
        letters = folded(text)
        return cls(letters) if len(letters) >= _LEAST else None

    def holds(self, line: str) -> bool:
        """Whether a line stands in the text: as it is, or by its beginning and its end."""
        said = folded(line)
        return bool(said) and (
            said in self.letters or (said[:_ENDS] in self.letters and said[-_ENDS:] in self.letters)
        )

    def is_covered_by(self, lines: Iterable[str]) -> bool:
        """Whether lines that stand in the text make up nearly all of it."""
        found = sum(len(folded(line)) for line in lines if self.holds(line))
        return found >= _COVERED * len(self.letters)

    def is_a_part_of(self, lines: Iterable[str]) -> bool:
        """Whether lines say much more: data give the beginning of a text, often."""
        return sum(len(folded(line)) for line in lines) * _PART > len(self.letters)

    def is_mostly_one_of(self, lines: Iterable[str]) -> bool:
        """Whether one line is most of the text: paragraphs run together."""
        return len(self.letters) > _MANY and any(len(folded(line)) > len(self.letters) / 2 for line in lines)

    def lines_of(self, root: html.HtmlElement) -> list[Line]:
        """Return the lines of a page that stand in the text, each once, and the headings among them."""
        lines: list[Line] = []
        taken: set[str] = set()
        for line in _lines(root):
            said = folded(line.text)
            if not said or said in taken or not (line.level or self.holds(line.text)):
                continue
            if self.is_mostly_one_of([line.text]):
                continue
            if line.level and not lines:
                continue
            taken.add(said)
            lines.append(line)
        return _without_other_headings(lines)


def _without_other_headings(lines: list[Line]) -> list[Line]:
    """Leave out headings that no paragraph follows."""
    kept: list[Line] = []
    for line in reversed(lines):
        if not line.level or (kept and not kept[-1].level):
            kept.append(line)
    return kept[::-1]


_BREAKS = re.compile(r"\n[ \n]*\n")


def _lines(root: html.HtmlElement) -> Iterator[Line]:
    """Give the lines of a page, as blocks and double line breaks divide it."""
    said: list[str] = []
    level = skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if tag in _SKIPPED:
            skipped += 1 if event == "start" else -1
        if tag in _BLOCKS or tag in _SKIPPED:
            yield from _cut(said, level)
            said = []
            level = _HEADINGS.get(str(tag), 0) if event == "start" else 0
        if skipped and tag not in _SKIPPED:
            continue
        if event == "start" and not skipped:
            said.append("\n" if tag == "br" else _flat(element.text))
        elif event == "end" and not skipped:
            said.append(_flat(element.tail))
    yield from _cut(said, level)


def _flat(text: str | None) -> str:
    return " ".join((text or "").split("\n"))


def _cut(said: list[str], level: int) -> Iterator[Line]:
    for piece in _BREAKS.split("".join(said)):
        if text := " ".join(piece.split()):
            yield Line(text, level)
