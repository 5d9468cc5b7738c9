"""NewsML 1 documents: one item with one story, or several items, or one story in several languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.difference import diff, related
from newsmodel.errors import NewsModelError
from newsmodel.formats.newsml_1 import ARTICLE, NAME
from newsmodel.formats.newsml_1_changes import changed_in_place
from newsmodel.formats.newsml_1_delivery import deliver
from newsmodel.formats.newsml_1_items import read_items
from newsmodel.formats.newsml_1_message import with_message_of, write_message
from newsmodel.formats.newsml_1_reading import laid_out, parsed, read_item, read_story
from newsmodel.formats.newsml_1_standing import leave_out
from newsmodel.formats.registry import Format
from newsmodel.formats.xml_document import left_out
from newsmodel.losses import Losses, LossKind
from newsmodel.model import Article
from newsmodel.model.origin import Origin
from newsmodel.syntax.xml import indent, serialise_back, serialise_xml
from newsmodel.syntax.xml_patch import Patch, changed_fields

_TOGETHER = frozenset({"id", "version_created", "first_created", "rights", "status", "embargo", "headlines"})
"""Fields of which none can be written without the others, where a document is written as we write it."""
_BODY = frozenset({"sections", "quotes", "media", "people", "organisations", "places"})


def written_back(article: Article, context: Context) -> bytes | None:
    """Return the article's document, changed where the article was; None where it has none that could be changed."""
    origin = article.origin
    if origin is None or origin.format != NAME or origin.part is not None or not context.keep:
        return None
    return changed(origin, article, context)


def changed(origin: Origin, article: Article, context: Context) -> bytes | None:
    """Return a document changed where an article was; None where that cannot be done.

    The smallest change is tried first: where the old stood. Then the document is brought to the form that we write, with all
    that is foreign in it. What comes out is read and compared, each time.
    """
    fields = changed_fields(origin.article, article)
    if not fields:
        return origin.data
    if origin.part is not None and "translations" in fields:
        return None
    return next(_attempts(origin, article, fields, context), None)


def _attempts(origin: Origin, article: Article, fields: frozenset[str], context: Context) -> Iterator[bytes]:
    number, several = origin.part or (0, 1)
    told = _told(origin.data, number)
    for in_place, more in ((True, False), (True, True), (False, False), (False, True)):
        attempt = Context(NAME, article=article)
        try:
            if in_place:
                forced = frozenset({"sections"}) if more else frozenset()
                articles = (origin.article, article)
                data = changed_in_place(origin.data, number, articles, fields, forced, attempt)
                attempt.losses[:] = [
                    each for each in attempt.losses if _is_of(each.path, fields | forced | {"extras"})
                ]
            elif several == 1:
                closed = fields if fields.isdisjoint(_TOGETHER) else fields | _TOGETHER
                data = _as_we_write(origin, article, closed | _BODY if more else closed, attempt)
            else:
                return
            back = Context(NAME)
            right = data is not None and _says(
                data, number, article, attempt, told, back, several=several > 1
            )
        except NewsModelError:
            continue  # the wider way is the answer
        if data is not None and right:
            context.losses.extend((*attempt.losses, *left_out(told, back.losses)))
            yield data


def _as_we_write(origin: Origin, article: Article, fields: frozenset[str], context: Context) -> bytes:
    root = parsed(origin.data)
    laid_out(root, 0)
    Patch(ARTICLE, origin.article, article, fields, context).apply(root)
    deliver(root)
    return serialise_back(root, origin.data)


def _is_of(path: str, fields: frozenset[str]) -> bool:
    return path.partition(".")[0].partition("[")[0] in fields


def _told(data: bytes, number: int) -> Losses:
    """Return what is noted when a story is read."""
    context = Context(NAME)
    read_story(parsed(data), number, context)
    return context.losses


def _unread(losses: Losses) -> Counter[str]:
    return Counter(str(loss.value) for loss in losses.of(LossKind.UNREAD))


def _says(
    data: bytes,
    number: int,
    article: Article,
    written: Context,
    told: Losses,
    context: Context,
    *,
    several: bool,
) -> bool:
    """Whether a document says what an article says, but for what is noted, and nothing more in it that contradicts that."""
    back = read_story(parsed(data), number, context)
    if _unread(context.losses) - _unread(told):
        return False
    paths = written.losses.paths
    return all(
        any(related(change.path, path) for path in paths)
        for change in diff(article, back)
        if not (several and change.path.startswith("translations"))  # to one another: reading adds those
    )


def write_item(article: Article, context: Context) -> bytes:
    """Write an article: into the document that it came from, where there is one; else as a document of its own."""
    return with_message_of([article], _write_one(article, context), context)


def _write_one(article: Article, context: Context) -> bytes:
    written = written_back(article, context)
    if written is not None:
        return written
    origin = article.origin
    if origin is not None and origin.format == NAME and origin.part is None and context.keep:
        context.losses.extend(left_out(_told(origin.data, 0), Losses()))
    context.article = article
    root = ARTICLE.encode(article, context)
    deliver(root)
    leave_out(root, context)
    indent(root, _LEAVES, frozenset(element for element in context.put_back if etree.iselement(element)))
    return serialise_xml(root)


def write_items(articles: Iterable[Article], context: Context) -> bytes:
    """Write several articles into one document."""
    return write_message(articles, context, _write_one, changed)


_XHTML = "{http://www.w3.org/1999/xhtml}"
_LEAVES = frozenset(
    f"{_XHTML}{name}" for name in ("p", "li", "td", "th", "caption", "title", "h2", "h3", "h4", "h5", "h6")
)
"""What has running text inside, where white space does mean something."""


def _recognises(start: bytes) -> bool:
    return b"<NewsML" in start or (b":NewsML" in start and b"NewsML/2003" in start)


FORMAT = Format(
    NAME,
    "NewsML 1",
    "xml",
    _recognises,
    read_item,
    write_item,
    read_all=read_items,
    write_all=write_items,
    streams=True,
    messages=True,
)
