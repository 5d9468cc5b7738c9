"""Pictures, graphics, video and sound that go with an article."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from newsmodel.errors import ModelError
from newsmodel.model.constraints import Checked
from newsmodel.model.extras import Extra
from newsmodel.model.text import Text, texts
from newsmodel.model.values import (
    Code,
    Count,
    Line,
    LocalId,
    MediaType,
    PositiveInt,
    Several,
    UriReference,
    maybe_line,
)


class MediaKind(Enum):
    """The nature of a media item (IPTC NewsCodes, ninature)."""

    PICTURE = "picture"
    GRAPHIC = "graphic"
    VIDEO = "video"
    AUDIO = "audio"


@frozen
class Rendition(Checked):
    """One file of a media item: ``width`` and ``height`` in pixels, ``size`` in bytes, ``role`` a code (``rnd:thumbnail``)."""

    href: UriReference
    media_type: MediaType | None = None
    width: PositiveInt | None = None
    height: PositiveInt | None = None
    size: Count | None = None
    role: Code | None = None
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)


@frozen
class Media(Checked):
    """A picture, graphic, video or sound with its renditions, the main one first."""

    kind: MediaKind = MediaKind.PICTURE
    renditions: tuple[Rendition, ...] = field(default=(), converter=Several["Rendition", ...])
    id: LocalId | None = None
    captions: tuple[Text, ...] = field(default=(), converter=texts)
    credit: Line | None = field(default=None, converter=maybe_line)
    copyright_notice: Line | None = field(default=None, converter=maybe_line)
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)

    _coherent: ClassVar[str] = "made.renditions"

    def _contradictions(self) -> Iterator[ModelError]:
        if not self.renditions:
            yield ModelError("Media.renditions", "at least one rendition", self.renditions)
