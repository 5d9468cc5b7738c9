"""What stands around a date in a running text, and may make it another number, a name, or a date of something else."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from newsmodel.dates.clock import CLOCK_ROLES
from newsmodel.dates.fold import Folded
from newsmodel.dates.grammar import plan
from newsmodel.dates.lexicon import lexicon, spellings
from newsmodel.dates.request import Request
from newsmodel.dates.tokens import Pieces, Token, shape, tokenise
from newsmodel.dates.words import Words

# What a date may not lean on: letters, digits, marks that tie it to another number (ranges, scores, addresses).
_TIED_BEFORE: Final = re.compile(r"(?:\w|\w-|[0-9][.,:/+‒–—−]|[#№$€£]\s?|[a-z]/)\Z")
_COMPOUND: Final = re.compile(r"[^\W\d_]-\Z")
_TIED_AFTER: Final = re.compile(r"\w|[.,:/‒–—−-][0-9]|\s?\+\s?[0-9]|\s?[%$€£]|-[^\W\d_]")
_ATTACHED: Final = frozenset("AJag&BO")
"""Words of one letter that are written together with what follows («و5 أوت», «ב-26»)."""
# Over the letters of tokens.
_NAMED_BEFORE: Final = re.compile(r"[b*][BO]{0,2}\Z|#[.:]?\Z")
_MORE_NUMBER_BEFORE: Final = re.compile(r"[Q#1-9]&?\Z|[Q1-9][x-]\Z|-\Z")
_GOES_ON: Final = re.compile(r"[z#TW1-9Mhsf&]")
_AND_MORE: Final = ("و", "ו")  # "and" written together with a word that is not understood
_RANGE_OF_TIMES: Final = re.compile(r"C[xA&-]{1,2}\Z")
# A year that is not read, or a day of a range whose year is: «732 г.», "Oct. 7, 732", "of that year", "5 - 7, 2021".
_OTHER_YEAR: Final = re.compile(
    r"'|,?[1-9][YVEHSm!]|[5-9]|,3(?!x)|[-&][12](?![-o.]{0,2}[OAgL]?[Mwfrhs])|[OABx]{0,2}[VY]"
    r"|2(?:-?o|-&|[.,)]|\Z)|\([12]|\)[1-9]|,[12][,&][12]"
)
_TIME_ROLES: Final = CLOCK_ROLES | {"minute", "half", "zone", "offset", "add"}
_OF_ANOTHER: Final = re.compile(r"[Og]|[,AJ]?V?4|[AJa]?M")
# The second of two days with a dash between, without blanks.
_AFTER_DASH: Final = re.compile(r"-(?:[12][.o]?[OAg]?[Mwfhs]|[12]\.[12]\.4|M)")
_THIS: Final = re.compile(r"A?X(?=[12d])")
_MONTH_LETTERS: Final = frozenset("Mw")
_SURNAME: Final = re.compile(r"\b[A-Z][a-z]+\s\Z")


@frozen(eq=False)
class Line:
    """A line of a text in one language: its tokens, and their letters in a row."""

    folded: Folded
    told: Request
    tokens: list[Token]
    letters: str

    @property
    def script(self) -> str:
        """The script of the language; empty where its words are not known."""
        table = self.told.table
        return "" if table is None else table.script

    @property
    def known_words(self) -> int:
        """How many words of the line are the language's own."""
        return sum(token.meaning.language == self.told.language for token in self.tokens)

    def tied_before(self, first: int) -> bool:
        """Whether a token is tied to what stands before it."""
        if first > 0 and self.letters[first - 1] in _ATTACHED:
            return False
        start = self.tokens[first].start
        if self.letters[first] == "M" and _COMPOUND.search(self.folded.text[max(0, start - 2) : start]):
            return False  # "mid-October 2023"
        return bool(_TIED_BEFORE.search(self.folded.text[max(0, start - 2) : start]))

    def tied_after(self, end: int) -> bool:
        """Whether the token before `end` is tied to what stands after it."""
        if _AFTER_DASH.match(self.letters, end):
            return False
        return bool(_TIED_AFTER.match(self.folded.text, self.tokens[end - 1].end))


def line_of(folded: Folded, told: Request, pieces: Pieces | None = None) -> Line:
    """Cut a line into tokens."""
    tokens = tokenise(folded.text, lexicon(told.language), pieces)
    return Line(folded, told, tokens, shape(tokens))


def standing_alone(line: Line, first: int, end: int) -> tuple[int, int] | None:
    """The part of what was found that is a date of its own; None where there is none."""
    first, end = _trimmed(line, first, end)
    if line.tied_after(end):
        shorter = _without_time(line.letters, first, end)
        if shorter is None or line.tied_after(shorter):
            return None
        end = shorter
    here = line.letters[first:end]
    if (
        here == "i"
        or _quoted(line, first, end)
        or _named(line.letters, first, end)
        or _of_person(line, first)
    ):
        return None
    if "G" in here or "0" in here:
        return (first, end) if _counts_from_now(line, first, end) else None
    if "X" in here and _OF_ANOTHER.match(line.letters, end):
        return None  # "the last month of 2021", "the last Friday of November"
    if "4" not in here and "M" in here and "X" not in here and _OTHER_YEAR.match(line.letters, end):
        return None  # «10 октября 732 г.», "26 November of that year"
    table = line.told.table
    if table is not None and not _written_so(line, first, end, table):
        return None
    # "today" and "the day" are more often "nowadays" or one word in Arabic: only with a weekday or a clock beside it.
    near = here.lstrip("AJaBLl") == "T" and line.tokens[end - 1].meaning.number == 0
    return None if near else (first, end)


def _trimmed(line: Line, first: int, end: int) -> tuple[int, int]:
    """Take off a zone that is a word ("14:05 cat videos"), a verb that is a weekday ("we sat 27 Nov"), the end of a range of times."""
    last, table = line.tokens[end - 1], line.told.table
    if end - first > 1 and last.meaning.letter == "N" and last.text.isascii() and last.text.isalpha():
        end -= not last.text.isupper()
    this = _THIS.match(line.letters, first, end)
    if this and line.tokens[this.end() - 1].meaning.number == 0:
        first = this.end()  # «Об этом 2 февраля заявил»
    end -= line.letters[end - 1] == ","
    capital = table is not None and table.capital_months
    if capital and line.letters[first] == "W" and line.tokens[first].text[0].islower() and end - first > 1:
        first += 1 + (line.letters[first + 1] == ",")
    if "C" in line.letters[first:end] and _RANGE_OF_TIMES.search(line.letters, max(0, first - 4), first):
        roles = plan(line.letters[first:end]) or {}
        days = [place for role, place in roles.items() if role not in _TIME_ROLES]
        first += min(days, default=0)
    return first, end


def _without_time(letters: str, first: int, end: int) -> int | None:
    """Where the date ends, if a time ends what was found ("Nov 26, 2021 14:05-15:05")."""
    clock = letters.rfind("C", first, end)
    if clock < 0:
        return None
    shorter = first + len(letters[first:clock].rstrip("AJa,|/:-"))
    return shorter if plan(letters[first:shorter]) else None


def _named(letters: str, first: int, end: int) -> bool:
    """Whether it is part of a name (of a street, a square, an event), another number (of a page, a law), or before Christ."""
    after = letters[end : end + 1]
    if after in {"b", "!"}:
        return True
    before = _NAMED_BEFORE.search(letters, max(0, first - 3), first)
    if letters[first] in "AJa":
        before = None  # "the attack on October 7", "in the street on October 7"
    # With its year the day of an event is a date.
    event = after == "*" or (before is not None and before[0][0] == "*")
    return "4" not in letters[first:end] if event else before is not None


def _of_person(line: Line, first: int) -> bool:
    """Whether a capital word stands right before a month that is a name too: "Theresa May 2019"."""
    table, month = line.told.table, line.tokens[first]
    if table is None or line.letters[first - 1 : first] != "x" or line.letters[first] != "M":
        return False
    if all(month.text != name for name, _ in spellings(table.given_names)):
        return False
    name = _SURNAME.search(line.folded.text[max(0, month.start - 40) : month.start])
    return name is not None and all(name[0].strip() != word for word, _ in spellings(table.not_names))


def _quoted(line: Line, first: int, end: int) -> bool:
    """Whether "tomorrow" stands alone in quotation marks, as the name of something."""
    if line.letters[first:end] != "T":
        return False
    text, token = line.folded.text, line.tokens[first]
    return text[token.start - 1 : token.start] in set('«„“"‘') and text[token.end : token.end + 1] in set(
        '»“”"’'
    )


def _counts_from_now(line: Line, first: int, end: int) -> bool:
    """Whether "two days ago" is whole, and counts from now: «через 26 минут» and "two days before the vote" do not."""
    letters, table = line.letters, line.told.table
    if any(token.meaning.letter == "G" and token.meaning.number > 0 for token in line.tokens[first:end]):
        return False
    if letters[first] not in "G~" and _MORE_NUMBER_BEFORE.search(letters, max(0, first - 2), first):
        return False
    if _GOES_ON.match(letters, end) and not (letters[end] == "W" and line.tokens[end].text[0].islower()):
        return False
    if end < len(line.tokens) and letters[end] == "x" and line.tokens[end].text.startswith(_AND_MORE):
        return False
    if table is None or not table.ago_from:
        return True
    beside = [line.tokens[place].text for place in (first - 1, end) if 0 <= place < len(line.tokens)]
    text = line.folded.text[max(0, line.tokens[first].start - 30) : line.tokens[first].start].split()
    return not any(re.search(table.ago_from, word) for word in (*beside, *text[-1:]))


def _written_so(line: Line, first: int, end: int, table: Words) -> bool:
    """Whether the language writes a date so: with a capital, the day before the month, a dot after the day."""
    here = line.letters[first:end]
    months = (token for token in line.tokens[first:end] if token.meaning.letter in _MONTH_LETTERS)
    if table.capital_months and any(month.text[0].islower() for month in months):
        return False
    if "4" in here or set("hs") & set(here):
        return True
    if re.search("[Mw]B?[12d]", here) and not table.month_first and not re.search("[12d]-?o?[.O]?[Mw]", here):
        return False
    return table.dotted_days or not re.search(r"[12]\.[Mw]", here)
