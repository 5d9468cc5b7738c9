"""Links to other items, and the other language versions of an article."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from newsmodel.errors import ModelError
from newsmodel.model.constraints import Checked
from newsmodel.model.extras import Extra
from newsmodel.model.values import (
    Code,
    LanguageTag,
    Line,
    MediaType,
    PositiveInt,
    Several,
    UriReference,
    language_tag,
    maybe_line,
)


@frozen
class Link(Checked):
    """A link to something else: by ``href``, or by the identifier of an item (``item``) and its ``version``.

    ``rel`` is a code for the relation (``irel:seeAlso``).
    """

    href: UriReference | None = None
    rel: Code | None = None
    item: Line | None = field(default=None, converter=maybe_line)
    version: PositiveInt | None = None
    media_type: MediaType | None = None
    title: Line | None = field(default=None, converter=maybe_line)
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)

    _coherent: ClassVar[str] = "made.href is not None or made.item is not None"

    def _contradictions(self) -> Iterator[ModelError]:
        if self.href is None and self.item is None:
            yield ModelError("Link", "an href or an item", None)


class TranslationRelation(Enum):
    """Which way a translation goes."""

    ORIGINAL = "original"
    """The other article is the one that this one was translated from."""
    TRANSLATION = "translation"
    """The other article was translated from this one."""
    ALTERNATE = "alternate"
    """One is a translation of the other; which is not known."""


@frozen
class Translation(Checked):
    """Another language version of the article; ``label`` is what the page calls it ("En")."""

    language: LanguageTag = field(converter=language_tag)
    uri: UriReference | None = None
    relation: TranslationRelation = TranslationRelation.ALTERNATE
    label: Line | None = field(default=None, converter=maybe_line)
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)
