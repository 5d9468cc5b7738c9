"""Reading one date: the whole text must be one, and surely one."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from typing import Final, Literal

from attrs import evolve

from newsmodel.dates.assemble import Assembly
from newsmodel.dates.epoch import Epoch, read_epoch
from newsmodel.dates.fold import Folded, fold
from newsmodel.dates.grammar import plan
from newsmodel.dates.iso import read_iso
from newsmodel.dates.lexicon import LINGUA_FRANCA, lexicon
from newsmodel.dates.numeric import counted_elsewhere
from newsmodel.dates.pairs import paired
from newsmodel.dates.plain import read_plain
from newsmodel.dates.reading import DateReading, Said
from newsmodel.dates.refusal import FORM, UNKNOWN_WORD, refusal
from newsmodel.dates.request import (
    Languages,
    Request,
    candidates,
    order_of,
    plain_request,
    reference_of,
    zone_of,
)
from newsmodel.dates.tokens import Token, shape, tokenise
from newsmodel.dates.when import When
from newsmodel.dates.words import languages
from newsmodel.dates.zones import at_place
from newsmodel.errors import DateError

LONGEST: Final = 200
"""Characters: the longest dates in the news have 80, and nothing longer costs more than a look at its length."""

OrderName = Literal["dmy", "mdy", "ymd"]


def parse_date(
    text: str,
    language: Languages = None,
    reference: datetime | date | None = None,
    order: OrderName | None = None,
    zone: str | tzinfo | None = None,
    *,
    strict: bool = True,
    epoch: Epoch | None = None,
) -> When:
    """Read a date as news print it and give its value: a datetime (aware or naive), a date, or a `ReducedDate`.

    The same as ``read_date(…).value``, with the same arguments; raises `DateError` as that does.

    >>> from newsmodel.dates import parse_date
    >>> parse_date("الجمعة 26 نوفمبر/تشرين الثاني 2021")
    datetime.date(2021, 11, 26)
    >>> print(parse_date("ноябрь 2021 г."))
    2021-11
    """
    return read_date(text, language, reference, order, zone, strict=strict, epoch=epoch).value


def read_date(
    text: str,
    language: Languages = None,
    reference: datetime | date | None = None,
    order: OrderName | None = None,
    zone: str | tzinfo | None = None,
    *,
    strict: bool = True,
    epoch: Epoch | None = None,
) -> DateReading:
    """Read a date as news print it, in any language that `newsmodel.dates.languages` names, or in ISO 8601-1 or RFC 5322 §3.3.

    The reading is as precise as the text, and its value is in the Gregorian calendar.

    - ``language``: the BCP 47 tag of the text, or several, if known. It decides the order of ``03/04/2024``, where a region may be
      needed (``en-GB``), and restricts the words. Without it, the languages of the text's script are tried, and they must agree.
    - ``reference``: when the text was written. What depends on it ("2 hours ago", "yesterday", a day without a year) is
      refused without.
    - ``order``: ``dmy``, ``mdy`` or ``ymd``, the order of numeric dates, where it is not the language's.
    - ``zone``: an IANA name, an offset or a `tzinfo` for a time that names none; without it such a time stays naive.
    - ``strict``: whether a weekday that contradicts the date is an error; with False it is noted in ``assumed``.
    - ``epoch``: ``s`` or ``ms``, to read numbers of seconds or milliseconds since 1970 and ``/Date(…)/``.

    Raises `DateError` for what is no date and for what is not surely one: days that do not exist, weekdays and month names
    that contradict each other, numbers with two readings, words not understood, and any text longer than 200 characters.
    `ModelError` for an ``order``, a ``zone`` or a ``reference`` that is none.

    >>> from newsmodel.dates import read_date
    >>> reading = read_date("26 ноября 2021 г., 14:05 МСК")
    >>> print(reading.value, reading.precision.value, reading.language, reading.zone)
    2021-11-26 14:05:00+03:00 minute ru МСК
    >>> read_date("03/04/2024")
    Traceback (most recent call last):
        ...
    newsmodel.errors.DateError: expected a date with one reading (this may be 2024-03-04 or 2024-04-03: name the language with its region, or the order), got '03/04/2024'
    """
    if len(text) > LONGEST:
        raise DateError(f"a date, of at most {LONGEST} characters", text)
    if epoch is not None:
        return read_epoch(text, epoch)
    if isinstance(language, str) and reference is None and order is None and zone is None and strict:
        request = plain_request(language)
    else:
        request = Request(None, None, reference_of(reference), order_of(order), zone_of(zone), strict)
    plain = read_plain(text, language) if type(language) is str else None
    return in_zone(_read(text, language, request), request, text) if plain is None else plain


def _read(text: str, language: Languages, request: Request) -> DateReading:
    folded = fold(text)
    if isinstance(language, str):
        told = request.in_language(language) if request.language is None else request
        said = _iso(folded, text, told)
        if said is not None:
            return _reading(said, folded, _edges(folded.text), told.language)
        return _in_language(folded, text, told)
    said = _iso(folded, text, request)
    if said is not None:
        return _reading(said, folded, _edges(folded.text), None)
    return _in_one_of(list(candidates(language, folded.text, request)), folded, text)


def _in_language(folded: Folded, text: str, told: Request) -> DateReading:
    if told.table is None and any(letter.isalpha() for letter in folded.text):
        raise DateError(f"an ISO 8601 date (words are known for {', '.join(languages())} only)", text)
    return read_in(told, folded, text)


def _in_one_of(several: list[Request], folded: Folded, text: str) -> DateReading:
    """Read a text in each of several languages; what can be read must be the same date in all."""
    readings: list[DateReading] = []
    refusals: list[tuple[tuple[bool, int, bool], DateError]] = []
    for told in several:
        try:
            readings.append(read_in(told, folded, text))
        except DateError as error:
            specific = error.expected not in {FORM} and not error.expected.startswith(UNKNOWN_WORD)
            refusals.append(((specific, _understood(told, folded), told.language == LINGUA_FRANCA), error))
    if not readings:
        raise max(refusals, key=lambda pair: pair[0])[1] if refusals else DateError("a date", text)
    values = {(str(each.value), each.calendar) for each in readings}
    if len(values) > 1:
        said = ", ".join(f"{each.value} in {each.language}" for each in readings)
        raise DateError(
            f"a date that is the same in every language it may be in ({said}: name the language)", text
        )
    named = [each for each in readings if each.language is not None]
    return readings[0] if len(readings) == 1 or not named else _common(readings)


def _common(readings: list[DateReading]) -> DateReading:
    tongues = {each.language for each in readings}
    return readings[0] if len(tongues) == 1 else evolve(readings[0], language=None)


def _understood(told: Request, folded: Folded) -> int:
    """How many words of a text a language knows: the refusal in the best known language says most."""
    tokens = tokenise(folded.text, lexicon(told.language))
    return sum(token.meaning.language is not None for token in tokens)


# Marks that a date is cut out of a page with; a dash only beside a whole date, as "1999 –" is open.
_EDGE = frozenset(".,|:")


def read_in(told: Request, folded: Folded, source: str) -> DateReading:
    """Read a text in one language."""
    tokens = tokenise(folded.text, lexicon(told.language))
    while tokens and tokens[-1].meaning.letter in _EDGE | ({"-"} if len(tokens) > 3 else set()):
        tokens.pop()  # the full stop of a date that is a sentence
    while tokens and tokens[0].meaning.letter in _EDGE | {"-"} and tokens[0].text != "-":
        tokens.pop(0)
    if len(tokens) > 2 and tokens[0].meaning.letter == "(" and tokens[-1].meaning.letter == ")":
        tokens = tokens[1:-1]
    reading = reading_of(tokens, folded, source, told)
    if reading is None:
        raise refusal(tokens, shape(tokens), source)
    return reading


def reading_of(tokens: list[Token], folded: Folded, source: str, told: Request) -> DateReading | None:
    """Read tokens that are a date from the first to the last; None where they follow no rule."""
    letters = shape(tokens)
    roles = plan(letters)
    if roles is None:
        as_half = evolve(told, half_of_pair=True)
        return paired(
            tokens,
            letters,
            lambda half: reading_of(half, folded, source, as_half),
            source,
            strict=told.strict,
        )
    parts = {role: tokens[place] for role, place in roles.items()}
    spoken = _spoken(parts, tokens)
    if told.guessed and spoken is None:
        told = evolve(told, language=None)  # numbers alone are of no language
    said = Assembly(parts, source, told).says()
    spoken = spoken or told.language
    near = parts.get("today")
    if ("day" in roles or "first" in roles) and near is not None and near.meaning.half is None:
        roles = {
            role: place for role, place in roles.items() if role != "today"
        }  # "today" beside a date says nothing more
    span = tokens[min(roles.values())].start, tokens[_last(tokens, letters)].end
    return _reading(said, folded, span, spoken)


def _spoken(parts: dict[str, Token], tokens: list[Token]) -> str | None:
    """The language of the date's words: of its month, if it names one, before that of a label or a zone."""
    first = [parts[role] for role in ("month", "weekday") if role in parts]
    return next((token.meaning.language for token in (*first, *tokens) if token.meaning.language), None)


def _last(tokens: list[Token], letters: str) -> int:
    """The last token but for labels after the date."""
    return len(letters.rstrip("Z:|")) - 1 if letters[-1] in "Z:|" else len(tokens) - 1


def _edges(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())


def _iso(folded: Folded, source: str, told: Request) -> Said | None:
    body = folded.text.strip()
    if not body[:4].isdecimal() and not body.startswith("D:"):
        return None
    if body.isdecimal() and len(body) == 14 and body[:2] in {"19", "20"}:
        body = f"{body[:8]}T{body[8:]}"  # a stamp, as in names of files and feeds
    if body.isdecimal() and len(body) != 4:
        return None  # left to the rules, which know how far to trust it
    said = read_iso(body)
    if said is None or not counted_elsewhere(said.value.year):
        return said
    # ISO 8601 is Gregorian, but who writes in a language with a calendar of its own, or in its digits, may not be.
    table = told.table
    if table is not None and table.solar_years:
        return None
    if isinstance(said.value, datetime):
        return said
    if table.own_calendar if table else body != source.strip():
        raise DateError(f"a year whose calendar is clear (not {said.value.year})", source)
    return said


def _reading(said: Said, folded: Folded, span: tuple[int, int], language: str | None) -> DateReading:
    return DateReading(
        said.value,
        said.precision,
        language,
        said.calendar,
        said.zone,
        folded.original(*span),
        said.assumed,
    )


def in_zone(reading: DateReading, request: Request, source: str) -> DateReading:
    """Give a time that names no zone the caller's."""
    value = reading.value
    if request.zone is None or not isinstance(value, datetime) or value.tzinfo is not None:
        return reading
    return evolve(
        reading,
        value=at_place(value, request.zone, source),
        assumed=(*reading.assumed, "the caller's zone"),
    )
