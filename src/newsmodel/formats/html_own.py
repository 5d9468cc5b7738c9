"""Pages that this package wrote: read back from the JSON-LD and the markup that it puts into them, by no rule of thumb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import evolve

from newsmodel.codec.context import Context
from newsmodel.errors import ModelError
from newsmodel.formats import schema_org
from newsmodel.formats.schema_org_document import read_document
from newsmodel.markup.reading import BodyReader
from newsmodel.markup.xhtml import XHTML
from newsmodel.model import Article

if TYPE_CHECKING:
    from lxml import html

GENERATOR = "newsmodel"
"""What the ``generator`` of such a page begins with."""
BODY = "article-body"
"""The class of the element that holds the sections."""


def is_own(root: html.HtmlElement) -> bool:
    """Whether a page was written by this package, and holds what is needed to read it back."""
    said = root.xpath("string(//meta[@name='generator']/@content)")
    return said.split(" ")[0] == GENERATOR and _script(root) is not None and _body(root) is not None


def _script(root: html.HtmlElement) -> str | None:
    scripts = root.xpath("//script[@type='application/ld+json']")
    return scripts[0].text if scripts else None


def _body(root: html.HtmlElement) -> html.HtmlElement | None:
    found = root.xpath(f"//article//div[@class='{BODY}']")
    return found[0] if found else None


def read_own(root: html.HtmlElement, context: Context) -> Article:
    """Return the article of a page of our own. Raise `InputError` where somebody changed its JSON-LD into something else."""
    inner = attrs.evolve(context, format=schema_org.NAME, homeless=[], anchors={})
    article = read_document((_script(root) or "").encode("utf-8", "replace"), inner)
    body = _body(root)
    if body is None:
        return article
    reading = attrs.evolve(
        context, homeless=[], anchors={}, media={media.id: media for media in article.media if media.id}
    )
    reader = BodyReader(
        XHTML, reading, article.headline.value if article.headline else None, article.language
    )
    reader.notes.take(body, "class")
    sections = reader.sections(body)
    try:
        return evolve(article, sections=sections) if sections else article
    except ModelError:  # somebody took out what the body shows
        return article
