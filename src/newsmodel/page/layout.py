"""The pieces of a page's text: language switch, headline, date line, sections and paragraphs, attribution lines.

Strategy. Lines that are not blank are read from both ends. At the top: a line of nothing but language names is the switch; the first line
that is neither that, nor a trail of links, nor a date, nor an attribution is the headline; date lines, bylines and lines of place and
agency follow until the text begins. At the bottom: lines with a label («Фото:», "Source:", «المصدر:») are attributions, as are reporters in
brackets; a short line without a full stop above or between labelled ones names the publisher. What is left is the body: every line is a
paragraph, except a sub-heading, which is a short line without final punctuation that stands between a paragraph and a paragraph. A date
line is a date as a whole, apart from a label and the signs that separate it from other pieces of the same line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from newsmodel.errors import DateError
from newsmodel.page.credits import Credit, credits_in, names_at_end, unlabelled_byline
from newsmodel.page.dateline import inline_dateline, is_dateline
from newsmodel.page.fold import fold
from newsmodel.page.language import guess_language
from newsmodel.page.lexicon import lexicon_for
from newsmodel.page.lines import (
    in_marks,
    is_final,
    is_question,
    is_sentence,
    is_short,
    lines_of,
    opens_like_list,
    pieces_of,
)
from newsmodel.page.links import link_lines
from newsmodel.page.marks import Span
from newsmodel.page.switch import Alternate, alternates_in
from newsmodel.page.timestamps import dates_in_line

if TYPE_CHECKING:
    from newsmodel.dates.when import When

    ParseDate = Callable[[str, str | None], When]

_PUBLISHER_LENGTH = 120
_PUBLISHER_WORDS = 9
_DATE_LENGTH = 90
_TEXT_LENGTH = 73  # a line that is longer is text
_STANDFIRST = 300
_SUMMARY_WORDS = 4  # fewer are a rubric
_TOP = 12  # lines under the headline that may still be no body
_LABELLED = re.compile(r"[^\d:：]{2,30}[:：]\s*")
_CRUMBS = re.compile(r"\S[ \u00a0][>›»→/][ \u00a0]\S")


@frozen
class Section:
    """A sub-heading (None before the first one) and the paragraphs under it."""

    heading: Span | None
    paragraphs: tuple[Span, ...]


@frozen(kw_only=True)
class Layout:
    """Where the pieces of a page's text stand; all spans are offsets into the text, the end exclusive.

    ``navigation`` holds lines that lead elsewhere, ``dateline`` place and agency (a line of their own, or the beginning of the first paragraph), ``other`` what is no part of the
    article and has no name here: nothing is lost.
    """

    language: str | None
    alternates: tuple[Alternate, ...] = ()
    navigation: tuple[Span, ...] = ()
    headline: Span | None = None
    summary: Span | None = None
    date: Span | None = None
    date_published: When | None = None
    dateline: Span | None = None
    sections: tuple[Section, ...] = ()
    credits: tuple[Credit, ...] = ()
    other: tuple[Span, ...] = ()

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs of all sections."""
        return tuple(span for section in self.sections for span in section.paragraphs)


def _parse_date(text: str, language: str | None) -> When:
    from newsmodel.dates import parse_date

    return parse_date(text, language=language)


def lay_out(text: str, *, language: str | None = None, parse_date: ParseDate = _parse_date) -> Layout:
    """Find the pieces of a page's text."""
    page = _Page(text, language or guess_language(text), parse_date)
    page.read_top()
    page.read_bottom()
    return page.layout()


@define
class _Page:
    """The lines of a page, taken from the top and from the bottom."""

    text: str
    language: str | None
    parse_date: ParseDate
    lines: list[Span] = field(init=False)
    found: dict[str, object] = field(factory=dict)
    credits: list[Credit] = field(factory=list)
    navigation: list[Span] = field(factory=list)
    alternates: tuple[Alternate, ...] = ()
    dated: bool = False  # the line just taken was a date line
    after_date: bool = False  # the line above was one
    below: int = 0  # lines taken under the headline

    def __attrs_post_init__(self) -> None:
        lines = lines_of(self.text)
        links = link_lines(self.text, lines, self.language)
        self.lines = [line for line in lines if line not in links]
        self.navigation += sorted(links)

    def of(self, span: Span) -> str:
        return self.text[span[0] : span[1]]

    def read_top(self) -> None:
        lines = self.lines
        while lines and not self.alternates and (found := alternates_in(self.text, lines[0])):
            self.alternates = found
            self.navigation.append(lines.pop(0))
        while len(lines) > 1 and self._is_trail(lines[0]):
            self.navigation.append(lines.pop(0))
        while len(lines) > 1 and (self._takes_date(lines[0]) or self._takes_credit(lines[0])):
            lines.pop(0)
        if lines:
            self.found["headline"] = lines.pop(0)
        self._read_under_headline()

    def _is_trail(self, span: Span) -> bool:
        return (
            span[1] - span[0] < _PUBLISHER_LENGTH
            and bool(_CRUMBS.search(self.text, *span))
            and not is_final(self.text, span)
        )

    def _read_under_headline(self) -> None:
        """Date, byline, place and agency, a standfirst: short lines, before the text begins."""
        for _ in range(_TOP):
            if not self.lines:
                return
            span, self.after_date = self.lines[0], self.dated
            if not (
                self._takes_date(span)
                or self._takes_credit(span)
                or self._takes_dateline(span)
                or self._takes_summary(span)
                or self._takes_stray(span)
            ):
                return
            self.lines.pop(0)
            self.below += 1

    def _is_date_line(self, span: Span) -> bool:
        return span[1] - span[0] <= _DATE_LENGTH and dates_in_line(self.text, span, self.language) is not None

    def _takes_date(self, span: Span) -> bool:
        """A line that is a date; of a line in pieces, the piece that is one, while the others may be credits."""
        if span[1] - span[0] > _DATE_LENGTH:
            return False
        self.dated = self._reads_date(span) or self._reads_dates(span)
        return self.dated

    def _reads_dates(self, span: Span) -> bool:
        """A line of dates and words that go with them; one without a date that can be read leads nowhere."""
        dates = dates_in_line(self.text, span, self.language)
        if dates is None:
            return False
        if not any(self._is_date(one) for one in dates):
            self.navigation.append(span)
        return True

    def _reads_date(self, span: Span) -> bool:
        dated = False
        for piece in pieces_of(self.text, span):
            label = _LABELLED.match(self.text, *piece)
            tries = [piece, (label.end(), piece[1])] if label else [piece]
            for value in reversed(tries):
                if self._is_date(value):
                    dated = True
                    break
        if dated:
            self._take_pieces(span)
        return dated

    def _take_pieces(self, line: Span) -> None:
        for piece in pieces_of(self.text, line):
            if piece != line:
                self.credits += credits_in(self.text, piece, self.language, line=line)

    def _is_date(self, span: Span) -> bool:
        if not any(letter.isdigit() for letter in self.of(span)):
            return False
        try:
            when = self.parse_date(self.of(span), self.language)
        except DateError:
            return False
        if "date" not in self.found:
            self.found["date"], self.found["date_published"] = span, when
        return True

    def _takes_credit(self, span: Span) -> bool:
        found = credits_in(self.text, span, self.language, line=span)
        if not found and "headline" in self.found and len(self.lines) > 1:
            by_date = self.after_date or any(self._is_date_line(line) for line in self.lines[1:3])
            found = unlabelled_byline(self.text, span, self.language, by_date=by_date)
        self.credits += found
        return bool(found)

    def _takes_dateline(self, span: Span) -> bool:
        """«صيدا - وكالات», «Moscow - TASS»: two short pieces and no sentence, before the text."""
        if "dateline" in self.found or len(self.lines) < 2 or not is_dateline(self.of(span)):
            return False
        self.found["dateline"] = span
        return True

    def _takes_stray(self, span: Span) -> bool:
        """Before the text begins: a rubric, a caption, a button, whom the author works for."""
        if not is_short(self.text, span) or opens_like_list(self.text, span) or not self._text_below():
            return False
        self.navigation.append(span)
        return True

    def _text_below(self) -> bool:
        return any(end - start > _TEXT_LENGTH for start, end in self.lines[1:9])

    def _takes_summary(self, span: Span) -> bool:
        """A standfirst: a line without final punctuation between the headline and the text, or any before a date or a byline."""
        if "summary" in self.found or not self._text_below() or opens_like_list(self.text, span):
            return False
        by = self.credits[-1].role if self.credits else ""
        if len(self.of(span).split()) < _SUMMARY_WORDS or (by == "author" and self.below):
            return False
        if not (is_short(self.text, span) or self._is_standfirst(span)):
            return False
        self.found["summary"] = span
        return True

    def _is_standfirst(self, span: Span) -> bool:
        """Right under the headline, and before its date or author; without a sign at its end, before any longer text."""
        if span[1] - span[0] > _STANDFIRST or self.below:
            return False
        following = self.lines[1]
        before_date = not self.after_date and self._is_date_line(following)
        by = credits_in(self.text, following, self.language, line=following)
        return (
            before_date or any(credit.role == "author" for credit in by) or not is_sentence(self.text, span)
        )

    def read_bottom(self) -> None:
        """Labelled lines from the end upwards, and the publisher's line above or between them."""
        taken: list[Credit] = []
        while len(self.lines) > 1:
            span = self.lines[-1]
            found = credits_in(self.text, span, self.language, line=span)
            if not found and (taken or self._names_organisation(span)) and self._is_publisher(span):
                found = [Credit("publisher", None, span, span)]
            found = found or names_at_end(self.text, span, self.language)
            if not found:
                break
            taken = [*found, *taken]
            self.lines.pop()
        self.credits += taken

    def _is_publisher(self, span: Span) -> bool:
        length = span[1] - span[0]
        published = any(credit.role == "publisher" for credit in self.credits)
        return (
            length <= _PUBLISHER_LENGTH
            and not published
            and not is_sentence(self.text, span)
            and len(self.lines) > 1
        )

    def _names_organisation(self, span: Span) -> bool:
        """A last line that begins or ends with a noun for an organisation: «Пресс-служба …», "Northern News Agency"."""
        lexicon = lexicon_for(self.language)
        words = [fold(word.strip('«»"“”.,()')) for word in self.of(span).split()]
        if (
            lexicon is None
            or not 2 <= len(words) <= _PUBLISHER_WORDS
            or not is_final(self.text, self.lines[-2])
        ):
            return False
        ends = words[-1:] if lexicon.head_last else []
        return any(word in lexicon.organisations for word in [*words[:1], *ends])

    def layout(self) -> Layout:
        sections, other = self._sections()
        first = next((span for section in sections for span in section.paragraphs), None)
        if first and "dateline" not in self.found and (dateline := inline_dateline(self.text, first)):
            self.found["dateline"] = dateline
        return Layout(
            language=self.language,
            alternates=self.alternates,
            navigation=tuple(sorted(self.navigation)),
            sections=sections,
            credits=tuple(self.credits),
            other=other,
            **self.found,  # type: ignore[arg-type]  # each is put there by the name and type of its field
        )

    def _sections(self) -> tuple[tuple[Section, ...], tuple[Span, ...]]:
        sections: list[tuple[Span | None, list[Span]]] = [(None, [])]
        other: list[Span] = []
        for at, span in enumerate(self.lines):
            if self._is_heading(at):
                sections.append((span, []))
            elif (
                at + 1 == len(self.lines)
                and at
                and is_short(self.text, span)
                and not is_question(self.text, span)
                and self._stray_end(at)
            ):
                other.append(span)
            else:
                sections[-1][1].append(span)
        return tuple(
            Section(heading, tuple(under)) for heading, under in sections if heading or under
        ), tuple(other)

    def _stray_end(self, at: int) -> bool:
        """A short last line that is no sentence, after one that is: a link, a tag, a slogan."""
        return is_final(self.text, self.lines[at - 1]) and len(self.of(self.lines[at]).split()) <= 5

    def _is_heading(self, at: int) -> bool:
        if at == 0 or at + 1 >= len(self.lines):
            return False
        span, above, below = self.lines[at], self.lines[at - 1], self.lines[at + 1]
        if not is_short(self.text, span) or (
            opens_like_list(self.text, span) and not in_marks(self.text, span)
        ):
            return False
        if is_question(self.text, span) and len(self.of(span).split()) > 8:
            return False
        return not is_short(self.text, above) and (
            not is_short(self.text, below) or is_question(self.text, below)
        )
