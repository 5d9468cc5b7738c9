"""What a finished article should be told about: no errors of the model, but things an editor or a receiver would stumble over."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from newsmodel.model import Article, AttributionRole


@frozen
class Problem:
    """Something to look at: a stable ``code``, the ``path`` in the article, a ``message`` and a ``hint`` what to do."""

    code: str
    path: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.code} {self.path}: {self.message}" + (f" ({self.hint})" if self.hint else "")


def validate(article: Article) -> list[Problem]:
    """Return the problems of an article, in the order of the rules; an empty list for one that is complete and consistent.

    >>> from newsmodel.model import Article
    >>> [problem.code for problem in validate(Article(headlines="Bridge closed", language="en"))]
    ['no-date', 'no-body', 'no-publisher']
    """
    return [problem for rule in RULES for problem in rule(article)]


def _headline(article: Article) -> Iterator[Problem]:
    if not article.headlines:
        yield Problem("no-headline", "headlines", "the article has no headline")


def _language(article: Article) -> Iterator[Problem]:
    if not article.language:
        yield Problem("no-language", "language", "the language is not known", "set a BCP 47 tag such as 'ar'")


def _date(article: Article) -> Iterator[Problem]:
    if not (article.published or article.version_created or article.first_created):
        yield Problem("no-date", "published", "no time says when the article was published or made")


def _body(article: Article) -> Iterator[Problem]:
    if not article.sections:
        yield Problem("no-body", "sections", "the article has no body")


def _publisher(article: Article) -> Iterator[Problem]:
    if not article.attributed(AttributionRole.PUBLISHER):
        yield Problem("no-publisher", "attributions", "nobody is named as the publisher")


def _speakers(article: Article) -> Iterator[Problem]:
    for index, quote in enumerate(article.quotes):
        if quote.speaker is None:
            yield Problem(
                "no-speaker", f"quotes[{index}].speaker", f"it is not certain who said {quote.text[:60]!r}"
            )


RULES: tuple[Callable[[Article], Iterator[Problem]], ...] = (
    _headline,
    _language,
    _date,
    _body,
    _publisher,
    _speakers,
)
"""The rules, in the order of their problems."""
