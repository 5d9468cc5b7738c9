"""What a finished article should be told about: no errors of the model, but things an editor or a receiver would stumble over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from attrs import frozen

from newsmodel.dates.when import ReducedDate, When
from newsmodel.model import Article, AttributionRole, ItemType, MediaKind, PubStatus
from newsmodel.problems import Finding, Problem, Rule

__all__ = ["RULES", "Problem", "validate"]


@frozen
class Subject:
    """What the rules look at: an article, and the time at which it is looked at."""

    article: Article
    reference: datetime | date | None = None


def validate(article: Article, *, reference: datetime | date | None = None) -> list[Problem]:
    """Return the problems of an article, in the order of the rules; an empty list for one that is complete and consistent.

    ``reference`` is the time at which the article is looked at; without it no embargo is taken for over. An embargo and a
    reference of which only one has a zone are compared on the safe side.

    >>> from newsmodel.model import Article
    >>> [problem.code for problem in validate(Article(headlines="Bridge closed", language="en"))]
    ['no-date', 'no-body', 'no-publisher']
    """
    subject = Subject(article, reference)
    return [problem for rule in RULES for problem in rule.problems(subject)]


def _headline(subject: Subject) -> Iterator[Finding]:
    if not subject.article.headlines:
        yield Finding("headlines", "the article has no headline")


def _language(subject: Subject) -> Iterator[Finding]:
    if not subject.article.language:
        yield Finding("language", "the language is not known", "set a BCP 47 tag such as 'ar'")


def _date(subject: Subject) -> Iterator[Finding]:
    article = subject.article
    if not (article.published or article.version_created or article.first_created):
        yield Finding("published", "no time says when the article was published or made")


def _body(subject: Subject) -> Iterator[Finding]:
    article = subject.article
    if article.type is ItemType.TEXT and not (article.sections or article.renditions or article.package):
        yield Finding("sections", "the article has no body")


def _publisher(subject: Subject) -> Iterator[Finding]:
    if not subject.article.attributed(AttributionRole.PUBLISHER):
        yield Finding("attributions", "nobody is named as the publisher")


def _speakers(subject: Subject) -> Iterator[Finding]:
    for index, quote in enumerate(subject.article.quotes):
        if quote.speaker is None:
            yield Finding(f"quotes[{index}].speaker", f"it is not certain who said {quote.text[:60]!r}")


def _embargo_over(subject: Subject) -> Iterator[Finding]:
    article, reference = subject.article, subject.reference
    until = article.embargo.until if article.embargo else None
    if reference is None or until is None or article.status is not PubStatus.WITHHELD:
        return
    if _surely_over(until, reference):
        yield Finding(
            "status",
            f"the embargo ended at {until}, and the article is still withheld",
            "say that it is usable, or give the embargo no end",
        )


def _embargo_without_end(subject: Subject) -> Iterator[Finding]:
    article = subject.article
    if article.embargo and article.embargo.until is None and article.status is PubStatus.USABLE:
        yield Finding(
            "status",
            "the article is embargoed with no end stated, and said to be usable",
            "say until when, or that it is withheld",
        )


def _credits(subject: Subject) -> Iterator[Finding]:
    article = subject.article
    if article.attributed(AttributionRole.PHOTO_CREDIT):
        return  # a credit that does not say for which of the pictures it is
    if article.type is ItemType.PICTURE and not article.credit_lines:
        yield Finding("credit_lines", "nobody is credited for the picture")
    for index, media in enumerate(article.media):
        if media.kind is MediaKind.PICTURE and not media.credit:
            yield Finding(f"media[{index}].credit", "nobody is credited for the picture")


RULES: tuple[Rule[Subject], ...] = (
    Rule("no-headline", "The article has no headline.", _headline),
    Rule("no-language", "The language of the article is not known.", _language),
    Rule("no-date", "No time says when the article was published or made.", _date),
    Rule("no-body", "An article of text has no body.", _body),
    Rule("no-publisher", "Nobody is named as the publisher.", _publisher),
    Rule("no-speaker", "It is not certain whose words a quote is.", _speakers),
    Rule(
        "embargo-over",
        "The article is withheld, and its embargo is over at the time of the check.",
        _embargo_over,
    ),
    Rule(
        "embargo-without-end",
        "The article is embargoed with no end stated, and its status says that it may be used.",
        _embargo_without_end,
    ),
    Rule("no-credit", "The article is a picture, or shows one, that credits nobody.", _credits),
)
"""The rules, in the order of their problems."""

BEHIND: Final = timedelta(hours=12)
AHEAD: Final = timedelta(hours=14)
"""How far a clock may be behind UTC, and ahead of it."""


def _surely_over(until: When, reference: datetime | date) -> bool:
    """Whether a time is over at a reference: wherever the clock stands of one that has no zone, where the other has one.

    The differences are reckoned between wall times, so that nothing leaves the calendar.
    """
    end = _end_of(until)
    now = reference if isinstance(reference, datetime) else datetime.combine(reference, time.min)
    if end is None:
        return False
    ahead_of_end = now.replace(tzinfo=None) - end.replace(tzinfo=None)
    of_end, of_now = end.utcoffset(), now.utcoffset()
    if of_end is None and of_now is not None:
        return ahead_of_end - of_now >= BEHIND
    if of_now is None and of_end is not None:
        return ahead_of_end + of_end >= AHEAD
    return ahead_of_end >= (of_now or timedelta()) - (of_end or timedelta())


def _end_of(when: When) -> datetime | None:
    """Return the moment at which a time is over; None for one at the end of the calendar."""
    if isinstance(when, datetime):
        return when
    try:
        if isinstance(when, ReducedDate):
            years, month = divmod(when.month or 12, 12)
            after = date(when.year + years, month + 1, 1)
        else:
            after = when + timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return datetime.combine(after, time.min)
