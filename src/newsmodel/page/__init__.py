"""From a page's text to structure: its layout, its quotations and who said them.

`lay_out` finds headline, date, sections and attribution lines; `find_quotes` finds quotations and speakers. Both work on the text alone
and answer with offsets into it.
"""

from __future__ import annotations

from newsmodel.page.article import PageReading, SourceMap, read_page
from newsmodel.page.credits import Credit
from newsmodel.page.language import guess_language
from newsmodel.page.layout import Layout, Section, lay_out
from newsmodel.page.quotes import FoundQuote, FoundSpeaker, QuotesFound, find_quotes
from newsmodel.page.switch import Alternate

__all__ = [
    "Alternate",
    "Credit",
    "FoundQuote",
    "FoundSpeaker",
    "Layout",
    "PageReading",
    "QuotesFound",
    "Section",
    "SourceMap",
    "find_quotes",
    "guess_language",
    "lay_out",
    "read_page",
]
