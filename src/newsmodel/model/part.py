"""Parts of what an item holds: the shots of a video, a stretch of sound, a region of a picture."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated

from attrs import field, frozen

from newsmodel.errors import ModelError
from newsmodel.model.concept import Concept, Subject
from newsmodel.model.constraints import Between, Checked, content_fields
from newsmodel.model.extras import Extra
from newsmodel.model.links import Link
from newsmodel.model.media import Rendition
from newsmodel.model.text import Text, texts
from newsmodel.model.values import Code, Count, LanguageTag, LocalId, Several, language_tag

Coordinate = Annotated[int, Between(-(2**53 - 1), 2**53 - 1)]
"""A number on an axis, which may lie outside the picture."""


@frozen
class MediaTime(Checked):
    """A point on the time line of a sound or video, in one of three ways (IPTC NewsCodes, timeunit).

    A time that has passed is ``milliseconds`` alone; a number of edit units (frames of a video, samples of a sound) is
    ``frames`` alone; a time code (SMPTE ST 12-1) is both: whole seconds and the frame in the second, ``drop_frame`` where
    its count leaves out numbers.
    """

    milliseconds: Count | None = None
    frames: Count | None = None
    drop_frame: bool = False

    @property
    def is_time_code(self) -> bool:
        """Whether this is the label of a frame: what has passed until there is not known."""
        return self.milliseconds is not None and self.frames is not None

    def elapsed(self, frame_rate: float | None = None) -> timedelta | None:
        """Return the time that has passed until there; None where it is not known.

        Edit units need the ``frame_rate`` (or sampling rate) of the file, in units a second.

        >>> from newsmodel.model import MediaTime
        >>> MediaTime(frames=50).elapsed(frame_rate=25)
        datetime.timedelta(seconds=2)
        """
        if self.is_time_code:
            return None
        if self.milliseconds is not None:
            return timedelta(milliseconds=self.milliseconds)
        return timedelta(seconds=self.frames / frame_rate) if self.frames is not None and frame_rate else None

    def _contradictions(self) -> Iterator[ModelError]:
        if self.milliseconds is None and self.frames is None:
            yield ModelError("MediaTime", "milliseconds, frames or both", None)
        if self.is_time_code and (self.milliseconds or 0) % 1000:
            yield ModelError("MediaTime.milliseconds", "whole seconds, in a time code", self.milliseconds)
        if self.drop_frame and not self.is_time_code:
            yield ModelError("MediaTime.drop_frame", "False, but in a time code", self.drop_frame)


def media_time(value: MediaTime | timedelta) -> MediaTime:
    """Let a time stand for a point on the time line, if it is whole milliseconds."""
    if type(value) is timedelta and not value % _MILLISECOND and value >= timedelta(0):
        return MediaTime(value // _MILLISECOND)
    return value  # type: ignore[return-value]  # the check refuses it, together with what else is wrong


_MILLISECOND = timedelta(milliseconds=1)


@frozen
class TimeRange(Checked):
    """A stretch of a sound or video, on the time line of the rendition with the role ``rendition`` (None for any).

    ``start`` is excluded, ``end`` included (NewsML-G2 specification, timeDelim); both are stated in the same way.
    """

    start: MediaTime = field(converter=media_time)
    end: MediaTime = field(converter=media_time)
    rendition: Code | None = None
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)

    def _contradictions(self) -> Iterator[ModelError]:
        if _way(self.start) != _way(self.end):
            yield ModelError("TimeRange.end", f"a time stated as the start is, {self.start}", self.end)
        elif not self.start.is_time_code and _amount(self.end) < _amount(self.start):
            yield ModelError("TimeRange.end", f"a time after the start, {self.start}", self.end)


def _way(time: MediaTime) -> tuple[bool, bool, bool]:
    return time.milliseconds is None, time.frames is None, time.drop_frame


def _amount(time: MediaTime) -> int:
    """Return the number of a time that is only one."""
    return (time.milliseconds or 0) + (time.frames or 0)


@frozen
class Region(Checked):
    """A rectangle in a picture: its corner with the smaller coordinates, its width and height, in the picture's own units."""

    x: Coordinate
    y: Coordinate
    width: Count
    height: Count
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)


@frozen
class ContentLanguage(Checked):
    """A language of some content; ``role`` is a code for what it is the language of (a voice-over, subtitles)."""

    tag: LanguageTag = field(converter=language_tag)
    role: Code | None = None
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)


@frozen(kw_only=True)
class Part(Checked):
    """A part of the content of an item: a shot, a stretch of sound, a region (NewsML-G2 specification, partMeta).

    ``sequence`` is its number among the parts, ``times`` where it stands on the time lines of the renditions, ``region`` where
    in the picture, ``role`` what it is in the whole, ``icons`` are pictures that stand for it. What a part does not say itself
    it takes from the article; what it says replaces there what the article says under the same name.
    """

    id: LocalId | None = None
    sequence: Count | None = None
    role: Concept | None = None
    times: tuple[TimeRange, ...] = field(default=(), converter=Several["TimeRange", ...])
    region: Region | None = None
    icons: tuple[Rendition, ...] = field(default=(), converter=Several["Rendition", ...])
    headlines: tuple[Text, ...] = field(default=(), converter=texts)
    descriptions: tuple[Text, ...] = field(default=(), converter=texts)
    languages: tuple[ContentLanguage, ...] = field(default=(), converter=Several["ContentLanguage", ...])
    digital_source_type: Concept | None = None
    creators: tuple[Concept, ...] = field(default=(), converter=Several["Concept", ...])
    genres: tuple[Concept, ...] = field(default=(), converter=Several["Concept", ...])
    keywords: tuple[Text, ...] = field(default=(), converter=texts)
    subjects: tuple[Subject, ...] = field(default=(), converter=Several["Subject", ...])
    signals: tuple[Concept, ...] = field(default=(), converter=Several["Concept", ...])
    editor_notes: tuple[Text, ...] = field(default=(), converter=texts)
    links: tuple[Link, ...] = field(default=(), converter=Several["Link", ...])
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], repr=False)

    def _contradictions(self) -> Iterator[ModelError]:
        said = (one.name for one in content_fields(type(self)) if one.name != "id")
        if all(getattr(self, name) in (None, ()) for name in said):
            yield ModelError("Part", "something besides the identifier", None)
