"""Who wrote the article of a page: the names that its data give, or where those name nobody but the publisher, those that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from newsmodel.formats.html_bylines import bylines_of
from newsmodel.formats.html_names import folded, names_in
from newsmodel.formats.html_publishers import publishers_in
from newsmodel.formats.html_sources import Found, Sources
from newsmodel.formats.html_values import host_of, read_authors
from newsmodel.model import Attribution

if TYPE_CHECKING:
    from lxml import html


def authors_of(values: list[Found], sources: Sources, root: html.HtmlElement) -> list[Found]:
    """Return the authors that each source gives, those of the best first.

    Names that stand in one string are split. A source that names nobody but the publisher comes after those that name people;
    of the tags of a page, which say so of every page of a site, it says nothing at all.
    """
    own = _names_of_publisher(sources)
    split = [evolve(each, value=tuple(part for one in each.value for part in _split(one))) for each in values]
    split = [each for each in split if each.value]
    people = [each for each in split if not _is_only(each, own)]
    if not people:
        shown = [name for name in bylines_of(root) if folded(name) not in own]
        people = [Found("author", "byline", found) for found in [_made(shown, sources)] if found]
    rest = [each for each in split if _is_only(each, own) and not each.source.startswith("meta[")]
    return [*people, *rest]


def _made(names: list[str], sources: Sources) -> tuple[Attribution, ...]:
    return tuple(one for name in names for one in read_authors(name, sources.page))


def _names_of_publisher(sources: Sources) -> set[str]:
    return set(publishers_in(sources.found)) | {folded(host_of(sources.page.address))} - {""}


def _is_only(found: Found, own: set[str]) -> bool:
    return all(folded(one.name or "") in own for one in found.value)


def _split(author: Attribution) -> tuple[Attribution, ...]:
    if not author.names:
        return (author,) if author.uri or author.entity else ()
    names = names_in(author.names[0].value)
    if names == [author.names[0].value]:
        return (author,)
    return tuple(evolve(author, names=(evolve(author.names[0], value=name),)) for name in names)
