"""Data that stand in HTML pages: JSON-LD scripts, microdata, RDFa, meta tags and links, as plain values.

Microdata (HTML, §5) and RDFa Lite become objects of the form that JSON-LD has, so that one table reads all three.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen
from lxml import etree, html

from newsmodel.codec.context import Context
from newsmodel.errors import SyntaxFault
from newsmodel.losses import LossKind
from newsmodel.syntax.json_repair import Repair, parse_lenient_json

Node = dict[str, Any]

MAX_NESTING = 32
"""How deep items of microdata may nest."""


def json_ld_of(root: html.HtmlElement, context: Context) -> list[Any]:
    """Return the values of the JSON-LD scripts of a page. Repairs are noted, and so is a script that is no JSON."""
    found: list[Any] = []
    for script in root.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        place, text = f"script[{len(found)}]", script.text or ""

        def note(repair: Repair, place: str = place, line: int = script.sourceline or 1) -> None:
            context.note_place(
                LossKind.REPAIRED, place, repair.text, reason=repair.what, line=line + repair.line - 1
            )

        try:
            found.append(parse_lenient_json(text.encode("utf-8", "replace"), note))
        except SyntaxFault as error:
            found.append(None)
            context.note_place(LossKind.UNREAD, place, text, reason=str(error), line=script.sourceline)
    return found


@frozen
class Vocabulary:
    """The attributes in which a way of marking data in elements says what is what."""

    scope: str
    type: str
    property: str
    id: str
    items: etree.XPath
    """Finds the items that are no property of another one."""


MICRODATA = Vocabulary(
    "itemscope", "itemtype", "itemprop", "itemid", etree.XPath("//*[@itemscope][not(@itemprop)]")
)
RDFA = Vocabulary("typeof", "typeof", "property", "resource", etree.XPath("//*[@typeof][not(@property)]"))


def items_of(root: html.HtmlElement, words: Vocabulary) -> list[Node]:
    """Return the items of a page that are no property of another one."""
    return [_item(element, words, MAX_NESTING) for element in words.items(root)]


def _item(element: html.HtmlElement, words: Vocabulary, depth: int) -> Node:
    types = [name.rpartition("/")[2].rpartition(":")[2] for name in (element.get(words.type) or "").split()]
    node: Node = {"@type": types[0] if len(types) == 1 else types} if types else {}
    if name := element.get(words.id):
        node["@id"] = name
    for owner, names in _properties(element, words) if depth else ():
        value = _value(owner, words, depth)
        for key in names.split():
            _add(node, key.rpartition(":")[2], value)
    return node


def _properties(element: html.HtmlElement, words: Vocabulary) -> Iterator[tuple[html.HtmlElement, str]]:
    """Give the elements below an item that hold a property of it: those inside another item belong to that one."""
    waiting = list(element)[::-1]
    while waiting:
        child = waiting.pop()
        if not isinstance(child.tag, str):
            continue
        names = child.get(words.property)
        if names:
            yield child, names
        if child.get(words.scope) is None:
            waiting.extend(list(child)[::-1])


_ATTRIBUTES = {
    "meta": "content", "audio": "src", "embed": "src", "iframe": "src", "img": "src", "source": "src", "track": "src",
    "video": "src", "a": "href", "area": "href", "link": "href", "object": "data", "data": "value", "meter": "value",
    "time": "datetime",
}  # fmt: skip
"""Where the value of a property stands that is not the element's text (HTML, §5.2.4)."""


def _value(element: html.HtmlElement, words: Vocabulary, depth: int) -> Any:
    if element.get(words.scope) is not None:
        return _item(element, words, depth - 1)
    said = element.get("content") or element.get(_ATTRIBUTES.get(str(element.tag), "content"))
    return said.strip() if said is not None else plain_text(element)


def _add(node: Node, key: str, value: Any) -> None:
    if key in node:
        there = node[key]
        node[key] = [*there, value] if isinstance(there, list) else [there, value]
    else:
        node[key] = value


def plain_text(element: etree._Element) -> str:
    """Return the text of an element with white space run together."""
    return " ".join(str(_TEXT(element)).split())


_TEXT = etree.XPath("string()")
"""The text of an element, without comments."""


_NAMES = ("property", "name", "itemprop", "http-equiv")


def meta_of(root: html.HtmlElement) -> Node:
    """Return what the meta tags and links of a page say: names in lower case, each with one value or several."""
    found: Node = {}
    for meta in root.iter("meta"):
        said = (meta.get("content") or "").strip()
        name = next((word for key in _NAMES if (word := meta.get(key))), None)
        if name and said and not _is_inside_item(meta):
            for each in name.lower().split():
                _add(found, each, said)
    for link in root.iter("link"):
        for word in (link.get("rel") or "").lower().split():
            if link.get("href"):
                _add(
                    found,
                    f"link:{word}",
                    dict(link.attrib) if word == "alternate" else link.get("href", "").strip(),
                )
    return found


def _is_inside_item(meta: html.HtmlElement) -> bool:
    """Whether a meta tag is a property of an item, and no word about the page."""
    return meta.get("itemprop") is not None and any(
        above.get("itemscope") is not None and above.tag not in ("html", "body", "head")
        for above in meta.iterancestors()
    )
