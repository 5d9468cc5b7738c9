"""Russian: month and weekday names as in CLDR, abbreviations of feeds and agencies, the cases in which news print them."""

from __future__ import annotations

from datetime import date

from newsmodel.dates.words import (
    ORDINAL,
    OTHER_CALENDAR,
    PREPOSITION,
    RELATIVE,
    YEAR_AFTER,
    Forms,
    Half,
    Order,
    Words,
    Zone,
)

# Moscow had +04:00 until the night of 26 October 2014 (tzdata, Europe/Moscow); "мск" of that time is not +03:00.
MOSCOW = Zone(180, since=date(2014, 10, 27))

_UNITS = ("перв", "втор", "треть", "четверт", "пят", "шест", "седьм", "восьм", "девят")
_TEENS = (
    "десят",
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
)


def _ordinal(stem: str) -> str:
    """Genitive and nominative, as a day is named: «шестого», «шестое»."""
    return f"{stem}его | {stem}е" if stem.endswith("треть") else f"{stem}ого | {stem}ое"


WORDS = Words(
    language="ru",
    names={
        "gregorian": (
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        )
    },
    standalone=(
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ),
    spellings=(
        "январе | янв.",
        "феврале | фев. | февр.",
        "марте | мар.",
        "апреле | апр.",
        "мае",
        "июне | июн.",
        "июле | июл.",
        "августе | авг.",
        "сентябре | сен. | сент.",
        "октябре | окт.",
        "ноябре | ноя. | нояб.",
        "декабре | дек.",
    ),
    weekdays=(
        "понедельник | понедельника | пн.",
        "вторник | вторника | вт.",
        "среда | среду | среды | ср.",
        "четверг | четверга | чт.",
        "пятница | пятницу | пятницы | пт.",
        "суббота | субботу | субботы | сб.",
        "воскресенье | воскресенья | вс.",
    ),
    days=tuple(
        map(
            _ordinal,
            (
                *_UNITS,
                *_TEENS,
                "двадцат",
                *(f"двадцать {unit}" for unit in _UNITS),
                "тридцат",
                "тридцать перв",
            ),
        )
    ),
    # Nobody can say to which day "12 ночи" belongs, so it is no hour of that word.
    halves={
        "утра": Half(0, range(1, 12)),
        "дня": Half(12, (12, 1, 2, 3, 4, 5)),
        "вечера": Half(12, range(4, 12)),
        "ночи": Half(0, range(1, 5)),
    },
    zones={
        "мск": MOSCOW,
        "по мск": MOSCOW,
        "по московскому времени": MOSCOW,
        "по гринвичу": Zone(0),
    },
    kinds={
        PREPOSITION: "в | во",
        YEAR_AFTER: "г. | год | года | году",
        ORDINAL: "го | е | ого | ое",
        RELATIVE: "вчера | сегодня | завтра | позавчера | назад | прошлого | прошлом | следующего",
        OTHER_CALENDAR: "хиджры | мухаррам | сафар | раджаб | шаабан | рамадан | рамадана | шавваль",
    },
    # Stress and Ё marks come off when the text is folded, and with them the breve of a decomposed Й.
    alike={"ё": "е", "й": "и"},
    order=Order.DAY_FIRST,
    forms=Forms(day="{day} {month} {year} г.", month="{month} {year} г.", year="{year} год", comma=", "),
)
