"""What is written where a format demands something that an article does not say. Every use is reported as ASSUMED."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

import attrs

from newsmodel.codec.context import Context
from newsmodel.dates.when import ReducedDate, When
from newsmodel.formats.native import NAME, write_native
from newsmodel.model import Article


def assumed_id(article: Article) -> str:
    """Make an identifier from the content, a tag URI (RFC 4151): the same content has the same one."""
    content = attrs.evolve(article, extras=())
    digest = hashlib.sha256(write_native(content, Context(NAME))).hexdigest()
    return f"tag:newsmodel.example,2026:{digest[:32]}"


def assumed_time(article: Article) -> When:
    """Take the time that comes nearest to when this version was made; with none at all, the epoch (there is no hidden clock)."""
    known = (article.content_modified, article.published, article.first_created, article.content_created)
    return at_midnight(next((when for when in known if when is not None), datetime(1970, 1, 1, tzinfo=UTC)))


def at_midnight(when: When) -> datetime:
    """Return a time as a datetime: a date begins at midnight, in a zone that is not known."""
    if isinstance(when, datetime):
        return when
    if isinstance(when, ReducedDate):
        when = date(when.year, when.month or 1, 1)
    return datetime(when.year, when.month, when.day)  # noqa: DTZ001  # the zone is not known
