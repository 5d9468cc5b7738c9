"""When an article was published, by what its page shows beside the headline: where no data in the page say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from newsmodel.dates import find_dates
from newsmodel.dates.when import When
from newsmodel.formats.html_bylines import around_headline
from newsmodel.syntax.html_data import plain_text

_YEAR = re.compile(r"(?<!\d)(?:19|20|[۱٠١٢۰]\d?)\d\d(?!\d)|[.]\d\d(?!\d)")
_LONGEST = 90
"""How long a line is that says a date and little more."""
_LINES = etree.XPath(
    "descendant-or-self::*[self::time or self::span or self::p or self::div or self::li or self::small or self::em or self::dd]"
    "[not(ancestor::nav or ancestor::aside or ancestor::footer or ancestor::figure)]"
)
_MOST = 400
"""How many elements around a headline are looked at."""


def shown_date(root: html.HtmlElement, language: str | None) -> When | None:
    """Return the date that stands nearest the headline."""
    for around in around_headline(root):
        for line in _lines(around):
            for found in find_dates(line, language, None):
                return found.value
    return None


def _lines(around: html.HtmlElement) -> Iterator[str]:
    for element in _LINES(around)[:_MOST]:
        own = (element.text or "") + "".join(child.tail or "" for child in element)
        if _YEAR.search(own) and len(line := plain_text(element)) <= _LONGEST:
            yield line
