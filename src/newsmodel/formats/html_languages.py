"""The language of a page: what it declares, checked against what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsmodel.formats.html_sources import Found
from newsmodel.page.declared import language_of
from newsmodel.syntax.html_data import plain_text

if TYPE_CHECKING:
    from lxml import html

_SAMPLE = 3000
_LEAST = 40
"""How long the text of a paragraph is that is no button and no line of a menu."""


def languages_of(values: list[Found], titles: list[str], root: html.HtmlElement) -> list[Found]:
    """Return the languages that a page declares, the one first that its text is in; that one too where none is declared."""
    declared = values[0].value if values else None
    text = sample_of(root, titles)
    said = language_of(text, declared)
    if said == declared:
        return values
    right = [each for each in values if each.value.split("-")[0].lower() == said]
    if right:
        return [*right, *(each for each in values if each not in right)]
    return [Found("language", "text", said), *values]


def sample_of(root: html.HtmlElement, titles: list[str]) -> str:
    """Return the beginning of what a page says: its titles and its first paragraphs."""
    pieces, length = [], 0
    for piece in _pieces(root, titles):
        pieces.append(piece)
        length += len(piece)
        if length > _SAMPLE:
            break
    return "\n".join(pieces)


def _pieces(root: html.HtmlElement, titles: list[str]) -> Iterator[str]:
    for element in root.iter("p"):
        if len(text := plain_text(element)) > _LEAST:
            yield text
    yield from titles
