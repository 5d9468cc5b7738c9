"""The forms of a date and of a time, as regular expressions over the letters of tokens.

Each letter stands for one whole token. Digits 1 to 9 are numbers of so many digits. Marks stand for themselves (``-`` is any dash, ``|``
any bullet), ``?`` for other marks, ``x`` for what is not understood. The letters of words are named in `words`; beside these are

- ``M`` a month, ``r`` a month beside a day only, ``h`` one of the lunar calendar, ``s`` one of the Persian, ``R`` a Roman number,
  ``W`` a weekday, ``d`` an ordinal as a day, ``D`` one that needs "of", ``T`` a day by its distance from today;
- ``C`` a clock time, ``I`` an ISO 8601 moment, ``N`` a zone, ``F`` an offset, ``P`` a half of the day, ``m`` a half or an era, ``e`` an hour in
  words, ``z`` the minutes after it, ``n`` noon;
- ``u`` a unit of time, ``k`` the minute, ``Q`` a number in words, ``q`` a number and a unit in one word, ``j`` a year or a month by its distance;
- and for words of two kinds: ``a`` a preposition or an hour, ``g`` a preposition or "of", ``l`` a label or a unit, ``w`` a month or a weekday,
  ``v`` a weekday or a week, ``f`` a month or "the first", ``t`` an hour's mark or the unit, ``p`` a half of the day or a unit.

``(<role>M)`` gives a token its role. No rule holds a repetition without bound.
"""

from __future__ import annotations

AT = "(?:[AJag]-?)"
_UNIT = "[utkVYlapv]"
_LABEL_WORD = "[Ll]"
_HALF_WORD = "[Pp]"
_COUNT = "(<count>[1-4Q])"
SEP = "[,|/-]{0,2}"
_WEEKDAY = "(<weekday>[Wwv])"
_SINCE = "(<adjective>X)"

# Parts of a day. The day may follow "the", the month "of", the year «من عام»; after it may stand «م», «г.». Before it "this" or
# "last" says no more than the rest («el pasado 10 de noviembre de 2021»), and so does the part of the day.
_HEAD = (
    rf"(?:(<today>T)[,-]?)?(?:K:?)?(?:(<part>{_HALF_WORD}){AT}?)?{AT}?B?{_LABEL_WORD}?"
    rf"(?:{_WEEKDAY}[,./|-]?{AT}?[BK]?:?{AT}?{_LABEL_WORD}?)?[BK]?:?{AT}?"
)
_DAY = r"(?:B-?)?(?:(<day>[12])(?:(?:-?o|-&),?|\.o?)?|(<day>[df])|(<day>D)(?=O))"
_MONTH_WORD = "[Mwfhsr]"
_SURE_MONTH = "[Mwhs]"  # without a day; "r" is a month beside a day and another word elsewhere
_DAY_AFTER = r"(?:B-?)?(?:(<day>[12])(?:(?:-?o|-&),?)?|(<day>[df])|(<day>D)(?=O))"  # after the month
_MONTH = rf"(?:[Ll](?=O))?(?:[OAg]-?)?{_LABEL_WORD}?(?:\((<twin>M)\))?(<month>{_MONTH_WORD})(?:[/,|-]?(<twin>M)|\((<twin>M)\))?l?"
_MONTH_ALONE = _MONTH.replace(_MONTH_WORD, _SURE_MONTH)
_MARK = r"(?:[YV]?(?:(<mark>[EmHS])|\((<mark>[EmHS])\))|[YV])"
_YEAR = rf"(?:-?o|-&)?(?:[Og]|[OAg]?V)?(<year>4)(?:-?o|-&)?{_MARK}?"  # "at 2000 GMT" names no year
_SHORT = r"'?(<short>2)(?!\.2)Y?"  # «28. März, 14.08 Uhr» names no year
# A weekday between two dates belongs to the second.
_TAIL = (
    rf"(?:[,-]?{_WEEKDAY}l?(?!,?[AJagKBLl]{{0,2}}(?:[12](?![.Ppmct]|$)|[dDM]))|\({_LABEL_WORD}?{_WEEKDAY}\))?"
)
_MARKS = (("/", "/"), ("-", "-"), (r"\.", r"\."), (r"\|", r"\|"))
_NUMERIC = "|".join(
    f"(<first>[12]){once}(<second>[12]){again}(<year>4){_MARK}?"
    f"|(<year>4){once}(<number>[12]){again}(<day>[12]){_MARK}?"
    for once, again in _MARKS
)
_NUMERIC_SHORT = "|".join(f"(<first>[12]){once}(<second>[12]){again}'?(<short>2)Y?" for once, again in _MARKS)
# An abbreviated month has taken the dot after it (`tokens`).
_PARTED = "|".join(
    f"(<day>[12]){mark}(<month>[MwfhsR]){mark}{optional}(<year>4){_MARK}?"
    for mark, optional in (("/", ""), ("-", ""), (r"\.", "?"), ("/", "?"), (r"\|", "?"))
)
_ROMAN = rf"(<day>[12])[./-]?(<month>R)[./-]?(<year>4){_MARK}?"
_YEAR_FIRST = (
    rf"(<year>4)@(?:(<month>{_MONTH_WORD})[/-]?(<day>[12])|(<day>[12])[/-]?(<month>{_MONTH_WORD}))"
    rf"|(?:V(<year>4)|(<year>4)[YV]),?{AT}?(?:{_DAY}{_MONTH}|{_MONTH}{_DAY_AFTER})"  # «В 1941 году 22 июня»
    rf"|J(<year>4),(?:{AT}{_DAY}{_MONTH}|{AT}?{_MONTH}{_DAY_AFTER})"  # "In 1941, on June 22"
    rf"|(<month>M)-(<day>[12])-(<year>4)"
)


def _whole_day(joint: str, dot: str, after_year: str, comma: str) -> str:
    """A day with its year; what may stand before the year and after it, and whether a dot may after a month's whole name
    and a comma after the day.

    In a running text a dot is the end of a sentence.
    """
    named = rf"{_DAY}{comma}{_MONTH}{joint}{_YEAR}|{_MONTH}{dot}{_DAY_AFTER}[,-]?{_YEAR}"
    year_first = _YEAR_FIRST.replace("@", after_year)
    day = rf"(?:{named}|{_PARTED}|{_ROMAN}|{_NUMERIC}|{year_first})"
    return (
        rf"(?:{AT}?B?X(?=[LlWwvM12d]))?{_HEAD}{day}{_TAIL}"
        rf"|{AT}?B?{_LABEL_WORD}?{_WEEKDAY}\({day}\)"
    )


_DATE = _whole_day("[,./-]?", r"\.?", "[,./-]?", ",?")
_DATE_INSIDE = _whole_day("[,-]?", "", "[/-]?", "")
_SHORT_DATE = (
    rf"{_HEAD}(?:{_DAY}[-./]?{_MONTH}[-./,]?{_SHORT}|{_MONTH}{_DAY_AFTER},?{_SHORT}|{_NUMERIC_SHORT}){_TAIL}"
)

# Times.
_NAMED_ZONE = r"(<zone>N)(?:-?(<offset>F))?"
_COMMENT = r"(?:\((?=[NxF])[^()]{1,8}\))?"  # RFC 5322 §3.2.2; JavaScript spells the zone out
_ZONE = rf"(?:[,/|-]?(?:{_NAMED_ZONE}|(<offset>F)[NF]?){_COMMENT}|[,-]?\((?:{_NAMED_ZONE}|(<offset>F))\))"
_HALF = rf"(?:{AT}|O)?(<half>[Ppm])"
_HOURS = "[ct]"
_MINUTES = r"(?:(<minute>2)[kc]?|(<minute>1)k)"
# A time with a dot ("5.47 pm", «в 12.30», "14.05 GMT") needs a word that makes it one; inside a text "at 12.30" does not,
# as it may be a price.
_FACE = r"(?:(<face>e)(<add>z)?|(<hour>2)?(<noon>n)|(<face>Q)[ct](?=[AaJ]?[Pp])|(<face>t)(?=[Pp]))"
_CLOCK_START = rf"(?:{_NAMED_ZONE}:?)?{AT}{{0,2}}:?"
# The same moment by another clock: "12:30 ET (16:30 GMT)".
_OTHER_CLOCK = r"(?:[,|/(]{0,2}(?:(<other_clock>C)|(<other_military>4))\(?(<other_zone>N)\)?\)?)?"
SURE_CLOCK = (
    rf"{_CLOCK_START}(?:"
    rf"(<clock>C){_HOURS}?(?:{_HALF})?{_ZONE}?"
    rf"|(<hour>[12])(?:\.(<minute>2))?{_HOURS}?{_HALF}{_ZONE}?"
    rf"|(<hour>[12])(?:-?o|-&)?(?:{_HOURS}{_MINUTES}|t)(?:{_HALF})?{_ZONE}?"
    rf"|(<bare>[12])(?:-?o|-&)?c(?:{_HALF})?{_ZONE}?"
    rf"|(<hour>[12])&{_MINUTES}(?:{_HALF})?{_ZONE}?"
    rf"|(?<=a)(?:(<hour>[12])[.&]{_MINUTES}|(<bare>[12])(?!\.))(?:{_HALF})?{_ZONE}?"
    rf"|(<half>{_HALF_WORD}){AT}?(?:(<clock>C){_HOURS}?|(<hour>[12])(?:{_HOURS}{_MINUTES}?|\.(<minute>2){_HOURS}?|(?![./-]))){_ZONE}?"
    rf"|(<hour>[12])[.,](<minute>2){_HOURS}?{_ZONE}"
    rf"|(<hour>[12])\.(<minute>2){_HOURS}"
    rf"|{_FACE}(?:{_HALF})?{_ZONE}?)"
    rf"{_OTHER_CLOCK}"
)
MILITARY = rf"{AT}?(<military>4)(?:{_ZONE}|[ct]){_OTHER_CLOCK}"
BARE_CLOCK = rf"{_CLOCK_START}(<hour>[12])\.(<minute>2)"

# What depends on today.
_YEARLESS = rf"{_HEAD}(?:{_DAY}{_MONTH}|(?<!J)[OA]?(<month>[Mf]){_DAY_AFTER}){_TAIL}"
_NUMERIC_YEARLESS = r"(?:(<first>[12])\.(<second>[12])\.?|(<first>[12])/(<second>[12]))"
_PERIOD = rf"(?:O|{AT})?B?(?:{_SINCE}(<period>[utVYlpv])|(<period>[utVYlpv])B?{_SINCE}|(<period>j))"
_DAY_OF = (
    rf"{_HEAD}(?:{_DAY}{_MONTH}|{_MONTH}{_DAY_AFTER})(?:,?{_PERIOD}|O?B?{_SINCE}(?![WwutVYlv]))"
    rf"|{_PERIOD},?{_DAY}{_MONTH}"
    rf"|{AT}?B?{_SINCE}{_LABEL_WORD}?(?:{_WEEKDAY},?B?)?{_DAY}{_MONTH}"
    rf"|{AT}?{_DAY}{_LABEL_WORD}?{_PERIOD}"
)
_MONTH_OF = (
    rf"{AT}?B?{_LABEL_WORD}?(?:{_MONTH_ALONE}(?:,?{_PERIOD}|O?B?{_SINCE}(?![Wwv]))|{_SINCE}{_LABEL_WORD}?{_MONTH_ALONE}|{_PERIOD},?{_MONTH_ALONE})"
    rf"|{AT}?{_PERIOD}"
)
_WEEKDAY_OF = rf"{AT}?B?{_LABEL_WORD}?(?:{_WEEKDAY}B?{_SINCE}|{_SINCE}{_WEEKDAY})"
_SPAN = (
    rf"(?:(?:{_COUNT}?(<unit>{_UNIT})|(<unit>q))&?-?(?:(<count_more>[1-4Q])(<unit_more>{_UNIT})|(<unit_more>q))"
    rf"|{_COUNT}?O?(<unit>{_UNIT})|(<unit>q))"
)
_AGO = rf"{AT}?~?(?:(<ago>G){AT}?~?{_SPAN}~?|(<ago>G)(<unit>{_UNIT}){_COUNT}|{_SPAN}~?(<ago>[G0])|(<ago>i))"
_NEAR = r"(?<![1-9Q])(<today>T)"
TODAY = rf"{AT}?(?:{_LABEL_WORD}?{_NEAR}(?:[,-]?{AT}?{_LABEL_WORD}?{_WEEKDAY}|\({_WEEKDAY}\))?|{_WEEKDAY}[,(]?{_NEAR}\)?)"

# Dates that a time of day may stand beside: those that are whole, those without a year, and those whose numbers with a dot
# are no time ("today 12.11.").
WHOLE_DATES = (_DATE, _SHORT_DATE)
YEARLESS_DATES = (_DAY_OF, _YEARLESS, _WEEKDAY_OF)
OTHER_DATES = (
    TODAY,
    _AGO,
    rf"{AT}?{_LABEL_WORD}?{_WEEKDAY}",
    rf"{AT}?(?:B?{_LABEL_WORD}?{_WEEKDAY},?(?:[AJ]-?)?B?)?{_NUMERIC_YEARLESS}",
    rf"(<today>T),?{_NUMERIC_YEARLESS}",
)
_ISO = rf"(<iso>I){_ZONE}?"
_TIMED = (
    rf"{_WEEKDAY},?(<month>[Mw])(<day>[12])(<clock>C){_ZONE}?(<year>4)",  # C's asctime, and Unix's date with a zone
    rf"{_WEEKDAY},?(<day>[12])-(<month>[Mw])-(<short>2)(<clock>C){_ZONE}",  # RFC 850, still sent as HTTP date
)
_MONTH_YEAR = rf"{AT}?{_LABEL_WORD}?{_MONTH_ALONE}[,./-]?{_YEAR}"
ALONE = (
    _ISO,
    *_TIMED,
    rf"{_HEAD}{_DAY}{_MONTH}{SEP}(<clock>C)(?:{_HALF})?{_ZONE}?{SEP}{_YEAR}",
    rf"(?:{_NAMED_ZONE})?(<clock>C){_ZONE}?{SEP}(<year>4),?{_HEAD},?{_DAY}{_MONTH}",
    *WHOLE_DATES,
    rf"(?:{_DATE}),?(<day_zone>N)",
    _MONTH_YEAR,
    r"(<year>4)[Y,./-]?(<month>[Mwf])|(<number>[12])/(<year>4)",
    *YEARLESS_DATES,
    TODAY,
    _AGO,
    _MONTH_OF,
    rf"(<ahead>J){_COUNT}(<unit>{_UNIT})",  # "in 3 hours"; in a running text it counts from what the text tells of
    rf"(?:(<part>{_HALF_WORD}){AT}?)?{AT}?{_LABEL_WORD}?{_WEEKDAY}",
    rf"{AT}?B?{_LABEL_WORD}?{_WEEKDAY},?(?:[AJ]-?)?B?{_NUMERIC_YEARLESS}",
    rf"(<today>T),?{_NUMERIC_YEARLESS}",
    rf"(?:K:?)?{AT}?B?[OA]?V?(<year>4)(?:-?o|-&)?{_MARK}?",
    r"(<basic>8)",
)
# In a running text two digits each make a short date: "02.12.20" is one where "2.12.20" may be a number of a chapter.
INSIDE = (
    _ISO,
    *_TIMED,
    _DATE_INSIDE,
    rf"{_HEAD}{_DAY}{_MONTH}(?:'(<short>2)|(<short>2)Y)",
    rf"{AT}?{_LABEL_WORD}?{_MONTH_ALONE},?{_YEAR}",
    rf"{_HEAD}(?:(<first>2)\.(<second>2)\.(<short>2)Y?|(<first>[12])/(<second>[12])/(<short>2))",
    *YEARLESS_DATES,
    TODAY,
    _AGO,
    _MONTH_OF,
    rf"{AT}?(?:V(<year>4)|(<year>4)(?:-?o|-&)?[YE])",
)
