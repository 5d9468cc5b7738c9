"""Reading a page of the web: what is said about the article, its body, and who is quoted in it."""

from __future__ import annotations

from attrs import evolve, frozen

from newsmodel.codec.context import Context
from newsmodel.formats.html_body import BodyMissing, read_body
from newsmodel.formats.html_metadata import read_metadata
from newsmodel.formats.html_names import NAME
from newsmodel.formats.html_own import is_own, read_own
from newsmodel.formats.html_publishers import publishers_in
from newsmodel.formats.html_quotes import with_quotes
from newsmodel.formats.html_signatures import signed
from newsmodel.formats.html_sources import Found
from newsmodel.losses import Losses, LossKind
from newsmodel.model import Article
from newsmodel.syntax.html import parse_html

MOST_BYTES = 16 * 2**20
"""How large a page is whose body is looked for. Its metadata are read up to `newsmodel.syntax.html.MAX_BYTES`."""


@frozen(eq=False)
class WebPage:
    """What was read from a page: the ``article``; every value that was ``found`` for it, with the source that gave it;
    and what could not be carried.
    """

    article: Article
    found: tuple[Found, ...]
    losses: Losses


def read_web_page(data: bytes) -> WebPage:
    """Read a page of the web, and say of each value which source of the page it comes from and which others disagree.

    Raises `InputError` for what is too large to be a page, `SyntaxFault` for what is none.

    >>> from newsmodel import read_web_page
    >>> page = read_web_page(b'<html lang="en"><title>Bridge opens - The Valley Post</title><h1>Bridge opens</h1></html>')
    >>> [(each.slot, each.source, each.used) for each in page.found if each.slot == "headline"]
    [('headline', 'h1', True), ('headline', 'title', False)]
    """
    losses = Losses()
    article, found = read_into(data, Context(NAME, losses))
    return WebPage(article, found, losses)


def read_into(data: bytes, context: Context) -> tuple[Article, tuple[Found, ...]]:
    """Return the article of a page, and what was found for it."""
    page = parse_html(data, context)
    if is_own(page.root):
        return read_own(page.root, context), ()
    article, found = read_metadata(page.root, context)
    if len(data) > MOST_BYTES:
        reason = f"the body of a page of more than {MOST_BYTES} bytes is not looked for"
        context.note_place(LossKind.UNREAD, "body", None, reason=reason)
        return article, found
    titles = [each.value[0].value for each in found if each.slot == "headline"]
    try:
        body = read_body(page.root, titles, article)
    except BodyMissing:
        reason = "finding the body takes newsmodel[html], which is not installed"
        context.note_place(LossKind.UNREAD, "body", None, reason=reason)
        return article, found
    if body.sections:
        taken = {media.id for media in article.media}
        more = tuple(media for media in body.media if media.id not in taken)
        article = evolve(article, sections=body.sections, media=(*article.media, *more), quotes=())
        article = with_quotes(signed(article, publishers_in(found)))
    return article, found
