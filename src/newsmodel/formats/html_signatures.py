"""Names of authors that stand in the text itself: as its first line or its last, in bold."""

from __future__ import annotations

from attrs import evolve

from newsmodel.formats.html_names import folded, names_in
from newsmodel.model import Article, Attribution, AttributionRole, MarkKind, Paragraph, Section, Text

_LONGEST = 60


def signed(article: Article, own: frozenset[str]) -> Article:
    """Return an article with the authors that sign its text, where it has none but its publisher (``own``, folded)."""
    if any(folded(one.name or "") not in own for one in article.attributed(AttributionRole.AUTHOR)):
        return article
    for names, sections in (_first(article.sections), _last(article.sections)):
        if names and sections:
            others = [one for one in article.attributions if one.role is not AttributionRole.AUTHOR]
            authors = [Attribution(names=(Text(name),), role=AttributionRole.AUTHOR) for name in names]
            return evolve(article, sections=sections, attributions=(*others, *authors))
    return article


_Signed = tuple[list[str], tuple[Section, ...]]


def _first(sections: tuple[Section, ...]) -> _Signed:
    """Return the names in the first line, a bold one or what was taken for a heading, and the body without it."""
    first, *rest = sections or (Section(blocks=(Paragraph("-"),)),)
    if first.heading is not None:
        return _names(first.heading.value), (
            evolve(first, heading=None, level=1),
            *rest,
        ) if first.blocks else ()
    if (names := _bold(first.blocks[0])) and len(first.blocks) > 1:
        return names, (evolve(first, blocks=first.blocks[1:]), *rest)
    if (
        len(first.blocks) == 1 and rest and (names := _names(str(rest[0].heading)))
    ):  # the lead stands before it
        joined = (*first.blocks, *rest[0].blocks)
        return names, (evolve(first, blocks=joined), *rest[1:])
    return [], sections


def _last(sections: tuple[Section, ...]) -> _Signed:
    """Return the names in the last line, if it is a bold one, and the body without it."""
    if not sections or len(sections[-1].blocks) < 2:
        return [], sections
    last = sections[-1]
    return _bold(last.blocks[-1]), (*sections[:-1], evolve(last, blocks=last.blocks[:-1]))


def _bold(block: object) -> list[str]:
    if not isinstance(block, Paragraph) or not block.marks:
        return []
    whole = any(
        mark.kind is MarkKind.STRONG and mark.end - mark.start == len(block.text) for mark in block.marks
    )
    return _names(block.text) if whole else []


def _names(said: str) -> list[str]:
    """Return names if there is nothing else: each of two to four words with capitals."""
    names = names_in(said) if len(said) <= _LONGEST else []
    return names if all(_is_full_name(name) for name in names) else []


def _is_full_name(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= 4
        and all(word[0].isupper() and not word.isupper() for word in words)
        and name.replace(" ", "").replace("-", "").isalpha()
    )
