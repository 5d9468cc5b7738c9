"""Strategies for single values: texts in one line and in several, language tags, addresses, codes, times."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import (
    SearchStrategy,  # noqa: TC002  # sphinx and users' tools read these annotations
)

from newsmodel.dates.when import ReducedDate, When
from newsmodel.model.values import many_lines, one_line

_WORDS = (
    "قره", "باغ", "مُهِمّ", "\u200fالسلام", "٢٠٢١", "мир", "й\u0306", "Ёлка", "peace", "a\u0301", "שלום", "می\u200cرود",
    "👩\u200d🚒", "𐎀", "&amp;", "<b>", "]]>", '"q"', "«да»", "'", "\u00a0", "\u2028", "…", "0", "-", "\u202bRTL\u202c",
)  # fmt: skip


_CHARACTERS = st.characters(
    exclude_categories=["Cs"],
    exclude_characters="".join(map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])),
)


@cache
def lines(max_size: int = 40) -> SearchStrategy[str]:
    """Text in one line, in its normal form."""
    free = st.text(_CHARACTERS, min_size=1, max_size=max_size)
    words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map(" ".join)
    return (words | free).map(one_line).filter(str.strip)


@cache
def prose(max_size: int = 60) -> SearchStrategy[str]:
    """Text that may have line breaks, in its normal form."""
    broken = st.lists(lines(max_size), min_size=1, max_size=3).map("\n".join)
    return (broken | lines(max_size)).map(many_lines).filter(str.strip)


@cache
def language_tags() -> SearchStrategy[str]:
    """BCP 47 tags."""
    return st.sampled_from(
        ["ar", "ru", "en", "ar-EG", "zh-Hant-TW", "es-419", "sl-rozaj", "de-CH-1996", "fa", "x-own", "en-x-a"]
    )


@cache
def uris() -> SearchStrategy[str]:
    """Absolute IRIs."""
    path = st.text("aé中ق1-._~!$&'()*+,;=:@/", max_size=12)
    return st.builds(
        "{}{}{}".format,
        st.sampled_from(
            [
                "https://news.example/",
                "urn:newsml:agency.example:1:",
                "tag:example,2026:",
                "mailto:a@b.example?x=%20",
            ]
        ),
        path,
        st.sampled_from(["", "#part", "?q=1&r=%D9%82"]),
    ).filter(lambda uri: uri.count("?") < 2)


@cache
def references() -> SearchStrategy[str]:
    """URIs and relative references."""
    return uris() | st.sampled_from(["img/1.jpg", "/a/b", "#top", "//cdn.example/x", "?page=2", "ق.html"])


@cache
def codes() -> SearchStrategy[str]:
    """QCodes."""
    return st.sampled_from(
        ["medtop:04000000", "drol:summary", "x:ق", "own:a/b#c", "g2:<&>", 'n:"', "https://news.example/code"]
    )


@cache
def local_ids() -> SearchStrategy[str]:
    """Identifiers inside an article."""
    return st.from_regex(r"[A-Za-z_][A-Za-z0-9_.-]{0,8}", fullmatch=True)


def _zone(minutes: int) -> tzinfo:
    return timezone(timedelta(minutes=minutes)) if minutes else UTC


@cache
def moments() -> SearchStrategy[datetime]:
    """Datetimes, aware (whole minutes within ±14:00) and naive."""
    offsets: SearchStrategy[tzinfo] = st.integers(-14 * 60, 14 * 60).map(_zone)
    return st.datetimes(min_value=datetime(1000, 1, 1), timezones=st.one_of(st.none(), offsets))  # noqa: DTZ001  # hypothesis wants it naive


@cache
def times() -> SearchStrategy[When]:
    """The four kinds of time."""
    reduced = st.builds(ReducedDate, st.integers(1, 9999), st.none() | st.integers(1, 12))
    return moments() | st.dates(min_value=date(1000, 1, 1)) | reduced
