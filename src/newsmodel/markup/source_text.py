"""Text as it stands in the source of a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsmodel.model import Paragraph, Section
from newsmodel.model.body import walk
from newsmodel.model.values import many_lines
from newsmodel.syntax.xml import WHITE

if TYPE_CHECKING:
    from newsmodel.markup.inline_reading import Inline


def flowing(text: str) -> str | None:
    """Return running text of the source in its normal form; None where there is nothing to read in it."""
    laid_out = "\n" in text or "  " in text or "\t" in text or "\r" in text
    if laid_out:  # asked so in a tenth of the time that a regular expression takes
        text = text.replace("\r\n", "\n").replace("\r", " ").replace("\n", " ").replace("\t", " ")
        text = many_lines(text)
    else:
        text = text.strip(" ")
    return None if not text or text.isspace() else text


def go_on(inline: Inline, text: str | None) -> None:
    """Add text to running text, which does not begin with white space."""
    if text and (inline.running.length or text.strip(WHITE)):
        inline.running.add(text)


def words_of(sections: tuple[Section, ...]) -> Iterator[str]:
    """Give all texts of sections."""
    for section in sections:
        yield section.heading.value if section.heading else ""
        for block in section.blocks:
            yield from (inner.text for _, inner in walk(block, "") if isinstance(inner, Paragraph))
