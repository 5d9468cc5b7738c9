"""Arabic: the naming systems of the regions side by side, weekdays, halves of the day, zones.

Keys are compared after `alike`, without tatweel and vowel signs: one spelling stands here for all of hamza's.
"""

from __future__ import annotations

from datetime import date

from newsmodel.dates.words import (
    CORRESPONDING,
    DAY_LABEL,
    ERA,
    OF,
    OTHER_CALENDAR,
    PREPOSITION,
    RELATIVE,
    YEAR_BEFORE,
    Forms,
    Half,
    Order,
    Words,
    Zone,
)

# The same city zones as tzdata's Europe/Moscow and Asia/Riyadh, each since its last change.
MOSCOW = Zone(180, since=date(2014, 10, 27))
MECCA = Zone(180, since=date(1947, 3, 15))

_UNITS = ("الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع")

WORDS = Words(
    language="ar",
    names={
        # Egypt, the Gulf, Sudan, Yemen, and agencies anywhere.
        "gregorian": (
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "مايو",
            "يونيو",
            "يوليو",
            "أغسطس",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ),
        # Syria, Lebanon, Jordan, Palestine, Iraq.
        "levantine": (
            "كانون الثاني",
            "شباط",
            "آذار",
            "نيسان",
            "أيار",
            "حزيران",
            "تموز",
            "آب",
            "أيلول",
            "تشرين الأول",
            "تشرين الثاني",
            "كانون الأول",
        ),
    },
    # Algeria and Tunisia first (جانفي), then Morocco (غشت), then spellings.
    spellings=(
        "جانفي | كانون ثاني",
        "فيفري",
        "",
        "أفريل",
        "ماي",
        "جوان | يونيه",
        "جويلية | يوليوز | يوليه",
        "أوت | غشت",
        "شتنبر",
        "أوكتوبر | تشرين أول",
        "نونبر | تشرين ثاني",
        "دجنبر | كانون أول",
    ),
    weekdays=(
        "الاثنين",
        "الثلاثاء | الثلثاء",
        "الأربعاء",
        "الخميس",
        "الجمعة",
        "السبت",
        "الأحد",
    ),
    # The tens stand in two cases.
    days=(
        "الأول",
        *_UNITS[1:],
        "العاشر",
        *(f"{unit} عشر" for unit in _UNITS),
        "العشرين | العشرون",
        *(f"{unit} والعشرين | {unit} والعشرون" for unit in _UNITS),
        "الثلاثين | الثلاثون",
        "الحادي والثلاثين | الحادي والثلاثون",
    ),
    first_of_month="فاتح",  # Morocco
    # "12 مساء" is noon to one writer and midnight to another, so it is no hour of that word; the printed marks ص and م
    # are those of clocks, where twelve has its place.
    halves={
        "ص": Half(0, range(1, 13)),
        "صباحا": Half(0, range(1, 12)),
        "فجرا": Half(0, range(1, 7)),
        "ظهرا": Half(12, (12, 1, 2, 3)),
        "بعد الظهر": Half(12, (12, 1, 2, 3, 4, 5, 6)),
        "عصرا": Half(12, range(2, 7)),
        "مساء": Half(12, range(1, 12)),
    },
    half_or_era="م",
    zones={
        "بتوقيت غرينتش": Zone(0),
        "بتوقيت غرينيتش": Zone(0),
        "بتوقيت جرينتش": Zone(0),
        "بتوقيت جرينيتش": Zone(0),
        "غرينتش": Zone(0),
        "جرينتش": Zone(0),
        "بتوقيت موسكو": MOSCOW,
        "بتوقيت مكة": MECCA,
        "بتوقيت مكة المكرمة": MECCA,
    },
    kinds={
        PREPOSITION: "في | الساعة | بتاريخ | عند الساعة",
        OF: "من",
        DAY_LABEL: "يوم | اليوم | شهر",
        CORRESPONDING: "الموافق",
        YEAR_BEFORE: "عام | سنة | العام",
        ERA: "ميلادي | ميلادية | للميلاد",
        RELATIVE: "أمس | أول أمس | غدا | قبل | منذ | الماضي | المقبل | القادم | الجاري | الحالي",
        OTHER_CALENDAR: "ه | هجري | هجرية | للهجرة | محرم | صفر | ربيع الأول | ربيع الآخر | ربيع الثاني | جمادى الأولى | "
        "جمادى الآخرة | جمادى الثانية | رجب | شعبان | رمضان | شوال | ذو القعدة | ذي القعدة | ذو الحجة | ذي الحجة",
    },
    alike={"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك"},
    order=Order.DAY_FIRST,
    own_calendar=True,
    digits=("latn", "arab"),
    forms=Forms(day="{day} {month} {year}", month="{month} {year}", year="عام {year}م", comma="، "),
)
