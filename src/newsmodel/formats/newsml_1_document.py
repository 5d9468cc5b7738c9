"""NewsML 1 documents: one item with one story, or several items, or one story in several languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import attrs
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.codec.row import AlwaysRow, DerivedRow
from newsmodel.difference import diff, related
from newsmodel.errors import NewsModelError
from newsmodel.formats.newsml_1 import ARTICLE, NAME
from newsmodel.formats.newsml_1_changes import changed_in_place
from newsmodel.formats.newsml_1_delivery import deliver
from newsmodel.formats.newsml_1_items import read_items
from newsmodel.formats.newsml_1_message import with_message_of, write_message
from newsmodel.formats.newsml_1_reading import laid_out, parsed, read_item, read_story
from newsmodel.formats.newsml_1_spots import PARTIES
from newsmodel.formats.newsml_1_standing import leave_out
from newsmodel.formats.newsml_1_stories import remove
from newsmodel.formats.registry import Format
from newsmodel.formats.xml_document import left_out, note_silent
from newsmodel.losses import Losses, LossKind
from newsmodel.model import Article
from newsmodel.model.origin import Origin
from newsmodel.syntax.xml import WHITE, indent, own_text, serialise_back, serialise_xml
from newsmodel.syntax.xml_patch import Patch, changed_fields
from newsmodel.syntax.xml_path import TEXT

_TOGETHER = frozenset({"id", "version_created", "first_created", "rights", "status", "embargo", "headlines"})
"""Fields of which none can be written without the others, where a document is written as we write it."""
_TEXT, _FOREIGN, _UNREAD = frozenset({"sections"}), frozenset({"extras"}), frozenset({""})
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
    """Give what is right, the smallest change first; what an attempt lost is written anew by the next."""
    number, several = origin.part or (0, 1)
    noted = _told(origin.data, number)
    closed = fields if fields.isdisjoint(_TOGETHER) else fields | _TOGETHER
    ways: list[tuple[bool, frozenset[str]]] = [(True, frozenset()), (True, _TEXT)]
    if several == 1:
        ways += [(False, closed), (False, closed | _BODY)]
    tried = set(ways)
    nearly: tuple[bytes, Context, Context] | None = None
    """Where all is said but for what is foreign, and stood in something that had to go."""
    while ways:
        in_place, more = ways.pop(0)
        attempt, back = Context(NAME, article=article), Context(NAME)
        try:
            if in_place:
                articles = (origin.article, article)
                data = changed_in_place(origin.data, number, articles, fields, more, attempt)
                attempt.losses[:] = [
                    each for each in attempt.losses if _is_of(each.path, fields | more | {"extras"})
                ]
            else:
                data = _as_we_write(origin, article, more, attempt)
            if data is None:
                continue
            missed = _missed(data, number, article, attempt, noted, back, several=several > 1)
        except NewsModelError:
            continue  # the wider way is the answer
        if not missed:
            context.losses.extend((*attempt.losses, *left_out(noted, back.losses)))
            yield data
            continue
        if missed == _FOREIGN and "extras" not in fields:
            nearly = nearly or (data, attempt, back)
        if (wider := (in_place, more | missed)) not in tried and missed != _UNREAD:
            tried.add(wider)
            at = next((at for at, way in enumerate(ways) if way[0] != in_place), len(ways))
            ways.insert(at, wider)
    if nearly is not None:
        data, attempt, back = nearly
        context.losses.extend((*attempt.losses, *left_out(noted, back.losses)))
        note_silent(data, article, lambda data, context: read_story(parsed(data), number, context), context)
        yield data


def _as_we_write(origin: Origin, article: Article, fields: frozenset[str], context: Context) -> bytes:
    root = parsed(origin.data)
    laid_out(root, 0)
    hollow = set(_hollow(root))
    Patch(ARTICLE, origin.article, article, fields, context).apply(root)
    for element in _hollow(root):
        if element not in hollow:
            remove(element)
    if "extras" in fields:
        _see_to_needed(root, article)
    deliver(root)
    return serialise_back(root, origin.data)


def _see_to_needed(root: etree._Element, article: Article) -> None:
    """Write what is the same in every document, or follows from the article, where something else in its place went."""
    written = ARTICLE.encode(attrs.evolve(article, extras=(), origin=None), Context(NAME))
    for hit in ARTICLE.found_in(written)[0]:
        if not isinstance(hit.row, AlwaysRow | DerivedRow):
            continue
        *tags, leaf = hit.piece.place.split("/")
        element = root
        for tag in tags:
            found = element.find(tag)
            element = etree.SubElement(element, tag) if found is None else found
        if leaf == TEXT and not own_text(element).strip(WHITE):
            element.text = hit.piece.text()
        elif leaf.startswith("@"):
            element.set(leaf[1:], element.get(leaf[1:], hit.piece.text()))


def _hollow(root: etree._Element) -> list[etree._Element]:
    """Return the elements that say nothing but what kind of thing they would hold."""
    return [
        element
        for element in root.iter("TopicSet", "NewsLine", "Metadata", "RightsMetadata", *PARTIES)
        if (element.find("Party") is None if element.tag in PARTIES else not len(element))
        and set(element.attrib) <= {"FormalName"}
    ]


def _is_of(path: str, fields: frozenset[str]) -> bool:
    return _field(path) in fields


def _field(path: str) -> str:
    return path.partition(".")[0].partition("[")[0]


def _told(data: bytes, number: int) -> Losses:
    """Return what is noted when a story is read."""
    context = Context(NAME)
    read_story(parsed(data), number, context)
    return context.losses


def _unread(losses: Losses) -> Counter[str]:
    return Counter(str(loss.value) for loss in losses.of(LossKind.UNREAD))


def _missed(
    data: bytes,
    number: int,
    article: Article,
    written: Context,
    noted: Losses,
    context: Context,
    *,
    several: bool,
) -> frozenset[str]:
    """Return the fields of which a document says something else than the article, though nothing is noted of it.

    Where something more stands in it that contradicts the article, that is ``_UNREAD``.
    """
    back = read_story(parsed(data), number, context)
    if _unread(context.losses) - _unread(noted):
        return _UNREAD
    paths = written.losses.paths
    return frozenset(
        _field(change.path)
        for change in diff(article, back)
        if not any(related(change.path, path) for path in paths)
        and not (several and change.path.startswith("translations"))  # to one another: reading adds those
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
    data = serialise_xml(root)
    note_silent(data, article, _read_first, context)
    return data


def _read_first(data: bytes, context: Context) -> Article:
    return read_story(parsed(data), 0, context)


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
