"""Strategies for the parts of what an item holds, and for what AI had to do with it."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import (
    SearchStrategy,  # noqa: TC002  # sphinx and users' tools read these annotations
)

from newsmodel import model
from newsmodel.strategies.parts import concepts, few, links, renditions, subjects, texts
from newsmodel.strategies.values import codes, language_tags, lines


@cache
def media_times() -> SearchStrategy[model.MediaTime]:
    """Points on a time line, stated in each of the ways."""
    return (
        _passed(0) | _units(0) | st.builds(_label, st.integers(0, 86_399), st.integers(0, 119), st.booleans())
    )


def _passed(least: int) -> SearchStrategy[model.MediaTime]:
    return st.builds(model.MediaTime, st.integers(least, least + 10**8))


def _units(least: int) -> SearchStrategy[model.MediaTime]:
    return st.builds(model.MediaTime, frames=st.integers(least, least + 10**8))


def _label(seconds: int, frame: int, drop_frame: bool) -> model.MediaTime:  # noqa: FBT001  # drawn
    return model.MediaTime(seconds * 1000, frame, drop_frame)


@st.composite
def time_ranges(draw: st.DrawFn) -> model.TimeRange:
    """Stretches of time; both ends are stated in one way."""
    start = draw(media_times())
    if start.is_time_code:
        end = _label(draw(st.integers(0, 86_399)), draw(st.integers(0, 119)), start.drop_frame)
    elif start.frames is None:
        end = draw(_passed(start.milliseconds or 0))
    else:
        end = draw(_units(start.frames))
    return model.TimeRange(start, end, draw(st.none() | codes()))


@cache
def regions() -> SearchStrategy[model.Region]:
    """Rectangles."""
    at, size = st.integers(-100, 10_000), st.integers(0, 10_000)
    return st.builds(model.Region, at, at, size, size)


@cache
def content_languages() -> SearchStrategy[model.ContentLanguage]:
    """Languages of some content."""
    return st.builds(model.ContentLanguage, language_tags(), st.none() | codes())


@st.composite
def media_parts(draw: st.DrawFn) -> model.Part:
    """Parts of an item's content, without identifiers: those must be unlike all others of the article."""
    return draw(_parts())


@cache
def _parts() -> SearchStrategy[model.Part]:
    label = few(texts(), 1)
    return st.builds(
        model.Part,
        sequence=st.integers(0, 99),
        role=st.none() | concepts(),
        times=few(time_ranges()),
        region=st.none() | regions(),
        icons=few(renditions(), 1),
        headlines=label,
        descriptions=label,
        languages=few(content_languages(), 1),
        digital_source_type=st.none() | concepts(),
        creators=few(concepts(), 1),
        genres=few(concepts(), 1),
        keywords=label,
        subjects=few(subjects(), 1),
        signals=few(concepts(), 1),
        editor_notes=label,
        links=few(links(), 1),
    )


@cache
def ai_systems() -> SearchStrategy[model.AiSystem]:
    """Systems that make content."""
    return st.builds(
        model.AiSystem,
        names=st.lists(texts(lines()), min_size=1, max_size=2),
        code=st.none() | codes(),
        version=st.none() | lines(),
        provider=st.none() | concepts(),
    )


@st.composite
def ai_info(draw: st.DrawFn) -> model.AiInfo:
    """What AI had to do with content, without identifiers."""
    return draw(_ai_info())


@cache
def _ai_info() -> SearchStrategy[model.AiInfo]:
    return st.builds(
        model.AiInfo,
        system=ai_systems(),
        prompt=st.none() | texts(lines()),
        prompt_writer=st.none() | concepts(),
    )
