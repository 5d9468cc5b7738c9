"""Writing an article of XML back into the document that it came from: what all XML formats share.

An article that did not change is written as the bytes that were read. Of one that changed, only that is written anew;
what comes out is read again and compared, and where it does not say what the article says, the next, wider way is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from attrs import frozen
from lxml import etree

from newsmodel.codec.context import Context
from newsmodel.difference import diff, related
from newsmodel.errors import NewsModelError
from newsmodel.losses import Losses, Unheard
from newsmodel.model import Article
from newsmodel.model.origin import Origin
from newsmodel.syntax.xml import parse_xml
from newsmodel.syntax.xml_namespace import Tags
from newsmodel.syntax.xml_patch import Patch, changed_fields
from newsmodel.syntax.xml_table import XmlTable

Finish: TypeAlias = Callable[[etree._Element, Article, frozenset[str], Context], None]  # noqa: SLF001  # a type


@frozen
class Document:
    """How a format's documents are changed in place.

    ``find`` returns the element that a ``table`` read, in a document's tree; ``read`` reads a document, ``together`` are
    fields of which none can be written without the others, ``body`` the fields that are written anew where a smaller
    change does not come out right.
    """

    table: Callable[[etree._Element], XmlTable[Article]]
    find: Callable[[etree._Element, Context], etree._Element | None]
    read: Callable[[bytes, Context], Article]
    together: frozenset[str] = frozenset()
    body: frozenset[str] = frozenset()
    finish: Finish | None = None
    """What is done to the tree after the rows wrote: it gets the element, the article and the names of the fields that changed."""
    renames: bool = False
    """Whether ``find`` gives elements other tags, which are to be given back."""

    def written_back(self, article: Article, context: Context) -> bytes | None:
        """Return the article's document, changed where the article was; None where it has none that could be changed."""
        origin = article.origin
        if origin is None or origin.format != context.format or origin.part is not None or not context.keep:
            return None
        fields = changed_fields(origin.article, article)
        if not fields:
            return origin.data
        return next(self._attempts(origin, article, fields, context), None)

    def _attempts(
        self, origin: Origin, article: Article, fields: frozenset[str], context: Context
    ) -> Iterator[bytes]:
        closed = fields if fields.isdisjoint(self.together) else fields | self.together
        for some in dict.fromkeys((closed, closed | self.body)):
            attempt = Context(context.format, article=article)
            try:
                data = self._changed(origin, article, some, attempt)
                right = data is not None and self._says(data, article, attempt.losses)
            except NewsModelError:
                continue  # the wider way is the answer
            if data is not None and right:
                context.losses.extend(attempt.losses)
                yield data

    def _changed(
        self, origin: Origin, article: Article, fields: frozenset[str], context: Context
    ) -> bytes | None:
        root = parse_xml(origin.data, Context(context.format))  # its repairs were noted when it was read
        tags = Tags(root) if self.renames else None
        element = self.find(root, context)
        if element is None:
            return None
        Patch(self.table(element), origin.article, article, fields, context).apply(element)
        if self.finish is not None:
            self.finish(element, article, fields, context)
        if tags is not None:
            tags.restore(root, element)
        tree: Any = root.getroottree()
        return etree.tostring(tree, xml_declaration=True, encoding="UTF-8") + b"\n"

    def _says(self, data: bytes, article: Article, losses: Losses) -> bool:
        """Whether a document says what an article says, but for what is noted."""
        back = self.read(data, Context(article.origin.format if article.origin else "", Unheard()))
        return all(any(related(change.path, path) for path in losses.paths) for change in diff(article, back))
