"""Writing dates, so that they can be read back: what `format_date` writes `read_date` reads as the same value."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal, get_args

from newsmodel.dates.request import plain_request
from newsmodel.dates.when import ReducedDate, When, checked_when, format_iso
from newsmodel.dates.words import Words, languages
from newsmodel.errors import ModelError

Style = Literal["long", "iso"]
Names = Literal["gregorian", "levantine", "dual"]
Digits = Literal["latn", "arab"]
_ARAB = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def format_date(
    when: When, language: str, *, style: Style = "long", names: Names = "gregorian", digits: Digits = "latn"
) -> str:
    """Write a time in a language, with all that it says: a time of day and an offset are never left out.

    ``names`` and ``digits`` (CLDR numbering systems) are choices of Arabic: «نوفمبر», «تشرين الثاني» or both, Western or
    Arabic-Indic digits. ``style="iso"`` is ISO 8601 in any language. Raises `ModelError` for a language or a choice that there
    is not, and for a value that is none of the four kinds of time.

    >>> from datetime import date, datetime
    >>> from newsmodel.dates import ReducedDate, format_date
    >>> format_date(date(2021, 11, 26), "ar", names="dual")
    '26 نوفمبر/تشرين الثاني 2021'
    >>> format_date(datetime(2021, 11, 26, 14, 5), "ru")
    '26 ноября 2021 г., 14:05'
    >>> format_date(ReducedDate(2021, 11), "en")
    'November 2021'
    """
    when = checked_when(when)
    if style not in get_args(Style):
        raise ModelError("style", f"one of {', '.join(get_args(Style))}", style)
    if style == "iso":
        return format_iso(when)
    table = plain_request(language).table
    if table is None:
        raise ModelError("language", f"one of {', '.join(languages())}", language)
    if digits not in table.digits:
        raise ModelError("digits", f"one of {', '.join(table.digits)} in {table.language!r}", digits)
    text = _spelled(when, table, _months(table, names))
    return text.translate(_ARAB) if digits == "arab" else text


def _months(table: Words, names: str) -> tuple[str, ...]:
    """Month names of one system, or of two with a stroke between."""
    if names == "dual" and len(table.names) > 1:
        return tuple(map("/".join, zip(*table.names.values(), strict=True)))
    if names not in table.names:
        known = (*table.names, "dual") if len(table.names) > 1 else tuple(table.names)
        raise ModelError("names", f"one of {', '.join(known)} in {table.language!r}", names)
    return table.names[names]


def _spelled(when: When, table: Words, months: tuple[str, ...]) -> str:
    forms, year = table.forms, f"{when.year:04}"
    if isinstance(when, ReducedDate):
        if when.month is None:
            return forms.year.format(year=year)
        return forms.month.format(month=(table.standalone or months)[when.month - 1], year=year)
    day = forms.day.format(day=when.day, month=months[when.month - 1], year=year)
    return f"{day}{forms.comma}{_clock(when)}" if isinstance(when, datetime) else day


def _clock(when: datetime) -> str:
    text = f"{when:%H:%M}"
    if when.second or when.microsecond:
        text += f":{when:%S}"
    if when.microsecond:
        text += f".{when.microsecond:06}".rstrip("0")
    if when.tzinfo is None:
        return text
    # The form of CLDR's "localized GMT", under the name that is the same in all languages.
    return f"{text} UTC" if when.tzinfo is UTC else f"{text} UTC{format_iso(when)[-6:]}"
