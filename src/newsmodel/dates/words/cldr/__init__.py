"""The words of dates as Unicode CLDR has them: one generated module a language, each of which defines ``CLDR``.

This module holds only the class of these tables; ``scripts/make_date_words.py`` writes the rest.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen


@frozen
class Cldr:
    """What CLDR knows of one language's dates. Spellings of one meaning stand in one string, parted by ``" | "``.

    Calendars are ``gregory``, ``islamic`` and ``persian``. Marks of direction are taken out of names, and every kind
    of space in them is a plain one; patterns are as CLDR has them.
    """

    version: str
    """CLDR's version."""
    months: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Calendar → locale → the twelve wide names as they stand beside a day, the first month first.

    The language itself comes first. Under ``gregory`` each further locale stands for one list that differs from all
    before it; the other calendars have the language's own list only.
    """
    standalone: Mapping[str, Mapping[str, tuple[str, ...]]]
    """The same for names that stand without a day, where these differ; a calendar in which none do is not there."""
    further: Mapping[str, tuple[str, ...]]
    """Calendar → twelve strings: what else a month is called in any locale of the language, mostly abbreviations.

    Empty for a month that has no other name than those in `months` and `standalone`. Narrow names (single letters) are
    left out. An abbreviation ends in a dot only where CLDR has one.
    """
    weekdays: tuple[str, ...]
    """Monday first; the wide names of a day, then its abbreviations."""
    patterns: Mapping[str, Mapping[str, str]]
    """Calendar → style → pattern in CLDR's letters.

    The styles are ``full``, ``long``, ``medium`` and ``short``; under ``gregory`` also ``numeric`` (a day in figures)
    and ``month`` (a month and its year).
    """
    region_patterns: Mapping[str, str]
    """Region → its ``numeric`` pattern under ``gregory``, where this is not the language's own."""
    orders: Mapping[str, str]
    """Region → the order of a numeric date (``dmy``, ``mdy``, ``ymd``); the language's own stands under ``""``.

    Only regions that differ from it are there, but for English, where every region is.
    """
    days: Mapping[int, str]
    """Days from today, at most two either way → words for that day, where the language has one or two such words."""
    units: Mapping[str, str]
    """``second`` … ``year`` → the unit's forms after a number, in all counts and cases, long ones before short ones.

    A form that holds its number itself, as a dual does, is not there.
    """
    ago: Mapping[str, tuple[str, ...]]
    """Unit → patterns that say how long ago something was, with ``{0}`` for the number."""
    ahead: Mapping[str, tuple[str, ...]]
    """Unit → patterns that say how far ahead something is, with ``{0}`` for the number."""
