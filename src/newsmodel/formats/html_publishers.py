"""Who publishes a page, by what stands around the article: nodes of the site, the tail of the title, the logo, the copyright line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve
from lxml import etree, html

from newsmodel.formats.html_names import folded
from newsmodel.formats.html_values import host_of
from newsmodel.formats.schema_org_graph import listed
from newsmodel.model import Attribution
from newsmodel.syntax.html_data import plain_text

_LONGEST_TITLE = 1000
_LONGEST = 60
"""How long the name of a publisher may be."""
_LOGOS = etree.XPath(
    "//img[contains(translate(@class, 'LOGO', 'logo'), 'logo') or ancestor::a[contains(translate(@class, 'LOGO', 'logo'), 'logo')"
    " or @href = '/']]/@alt"
)
_RIGHTS = etree.XPath(
    "//*[self::p or self::div or self::span or self::small or self::li or self::a or self::footer]/text()[contains(., '©')]"
)
_NOT_IN_NAMES = re.compile(r"\s*\b(?:logo|website|homepage|startseite|home ?page)\b\s*:?\s*", re.IGNORECASE)
_YEARS = re.compile(r"[\d\s,–—-]*\d{4}[\s,.]*")
_AFTER_NAME = re.compile(
    r"\s*(?:[|.,;:]|\s[-–—]\s|all rights|alle rechte|tous droits|todos los|tüm hak).*",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = re.compile(r"\s+(?:[|·•»]|[-–—―]+|::)\s+|\s*\|\s*|--|[：｜_]")
_SITES = ("Organization", "WebSite")


def organisations_in(nodes: list[Any], kind: str) -> list[str]:
    """Return the names of the organisations, or of the sites, that stand beside an article in JSON-LD."""
    found: list[str] = []
    for node in _top(nodes, 4):
        types = [word for word in listed(node.get("@type")) if isinstance(word, str)]
        name = node.get("name")
        if isinstance(name, str) and any(word.endswith(kind) for word in types):
            found.append(name)
    return found


def _top(nodes: list[Any], depth: int) -> Iterator[dict[str, Any]]:
    for node in nodes if depth else ():
        if isinstance(node, list):
            yield from _top(node, depth - 1)
        elif isinstance(node, dict):
            yield node
            yield from _top(listed(node.get("@graph")), depth - 1)


def tails_of(title: str, headlines: list[str]) -> list[str]:
    """Return what stands after the headline in a page's title, the last part of it."""
    plain = {folded(each) for each in headlines}
    for cut in _TAIL.finditer(title[:_LONGEST_TITLE]):
        if folded(title[: cut.start()]) in plain:
            return [_TAIL.split(title)[-1].strip()]
    return []


def logos_of(root: html.HtmlElement) -> list[str]:
    """Return what the logos of a page are called."""
    return _names(_LOGOS(root)[:4])


def rights_lines_of(root: html.HtmlElement) -> list[str]:
    """Return whom the copyright lines of a page name: "© 2026 The Valley Post", "The Valley Post © 2026"."""
    found = []
    for line in _RIGHTS(root)[-6:]:
        before, _, after = " ".join(line.split()).partition("©")
        if len(before) + len(after) > 200:
            continue
        said = _AFTER_NAME.sub("", _YEARS.sub("", after, count=1), count=1)
        found.append(said or re.sub(r"(?i)\s*copyright\s*$", "", before))
    return _names(found)


def names_by_host(address: str | None) -> list[str]:
    """Return what a site is called by its host: the longest label of it."""
    labels = host_of(address).split(".")[:-1]
    return [max(labels, key=len)] if labels else []


def _names(said: list[str]) -> list[str]:
    names = (_NOT_IN_NAMES.sub(" ", each).strip() for each in said)
    return [
        name
        for name in names
        if len(name) > 1 and len(name) <= _LONGEST and any(letter.isalpha() for letter in name)
    ]


def shown_names(root: html.HtmlElement, headlines: list[str]) -> dict[str, list[str]]:
    """Return what a page shows of its publisher, by where it does."""
    title = next((plain_text(each) for each in root.iter("title")), "")
    return {"tail": tails_of(title, headlines), "logo": logos_of(root), "rights": rights_lines_of(root)}


_COMPANY = re.compile(
    r"\b(?:GmbH|AG|KG|Ltd|Limited|Inc|LLC|S\.?A|S\.?L|B\.?V|Co|Corp|SpA|S\.?p\.?A|Verlag|AS|A/S|AB|Oy)\b"
)


def publishers_of(values: list[Any]) -> list[Any]:
    """Return the publishers that were found without what is no part of their names: the company behind, "Website"."""
    return [evolve(each, value=tuple(_short(one) for one in each.value)) for each in values]


def _short(party: Attribution) -> Attribution:
    if party.name is None:
        return party
    name = party.name
    if (parts := _FIRST.match(name)) is not None and _COMPANY.search(parts[3]):
        name = parts[1]
    name = _NOT_IN_NAMES.sub(" ", name).strip() or name
    return (
        party
        if name == party.name
        else evolve(party, names=(evolve(party.names[0], value=name), *party.names[1:]))
    )


_FIRST = re.compile(r"(.+?)(\s[-–—|]\s)(.+)")


def publishers_in(found: Iterable[Any]) -> frozenset[str]:
    """Return what the publisher is called by any source, in letters and digits alone."""
    return frozenset(
        folded(one.name) for each in found if each.slot == "publisher" for one in each.value if one.name
    )
