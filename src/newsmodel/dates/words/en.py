"""English: month and weekday names and abbreviations as in CLDR and the news style guides."""

from __future__ import annotations

from newsmodel.dates.words import (
    ARTICLE,
    DAY_LABEL,
    OF,
    ORDINAL,
    OTHER_CALENDAR,
    PREPOSITION,
    RELATIVE,
    Forms,
    Order,
    Words,
)

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)

WORDS = Words(
    language="en",
    names={
        "gregorian": (
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        )
    },
    spellings=(
        "Jan.",
        "Feb.",
        "Mar.",
        "Apr.",
        "",
        "Jun.",
        "Jul.",
        "Aug.",
        "Sep. | Sept.",
        "Oct.",
        "Nov.",
        "Dec.",
    ),
    weekdays=(
        "Monday | Mon.",
        "Tuesday | Tue. | Tues.",
        "Wednesday | Wed.",
        "Thursday | Thu. | Thur. | Thurs.",
        "Friday | Fri.",
        "Saturday | Sat.",
        "Sunday | Sun.",
    ),
    days=(
        *_UNITS,
        *_TEENS,
        "twentieth",
        *(f"twenty {unit}" for unit in _UNITS),
        "thirtieth",
        "thirty first",
    ),
    kinds={
        PREPOSITION: "on | at | in",
        ARTICLE: "the",
        OF: "of",
        ORDINAL: "st | nd | rd | th",
        DAY_LABEL: "today",
        RELATIVE: "yesterday | tomorrow | ago | last | next",
        OTHER_CALENDAR: "AH | Muharram | Safar | Rajab | Shaaban | Ramadan | Shawwal",
    },
    # Only where one order is the custom of all papers; Canada, for one, has both.
    region_orders={
        "US": Order.MONTH_FIRST,
        "GB": Order.DAY_FIRST,
        "IE": Order.DAY_FIRST,
        "AU": Order.DAY_FIRST,
        "NZ": Order.DAY_FIRST,
        "IN": Order.DAY_FIRST,
    },
    forms=Forms(day="{day} {month} {year}", month="{month} {year}", year="{year}", comma=", "),
)
