"""Hebrew: what news print beside CLDR's names. Prefixes («ב», «ל», «מ», «ו», «ש») are written onto months, weekdays and numbers.

Geresh and gershayim are no part of a key, so «נוב׳» stands here as «נוב.».
"""

from __future__ import annotations

from newsmodel.dates.words import (
    ABOUT,
    AFTERNOON,
    AGO,
    AHEAD,
    AND,
    ARTICLE,
    BEFORE_CHRIST,
    CORRESPONDING,
    DAY_LABEL,
    ERA,
    EVENING,
    LAST,
    MORNING,
    NAMED_AFTER,
    NEXT,
    NIGHT,
    NO_DATE,
    NOON,
    NOW,
    NUMBERED,
    OTHER_MONTH,
    PREPOSITION,
    PUBLISHED,
    THIS,
    YEAR_BEFORE,
    Half,
    Words,
    Zone,
)
from newsmodel.dates.words.cldr.he import CLDR

# A kind that no rule takes: phrases in which a word that is one of a date elsewhere is another word.


def _month(name: str, *others: str) -> str:
    """Months with what is written onto them, and after the word for "month"."""
    names = (name, *(other for other in others if not other.endswith(".")))
    short = [other for other in others if other.endswith(".")]
    return " | ".join(
        (
            *(
                f"{before}{each}"
                for each in names
                for before in ("", "ב", "ל", "מ", "ו", "וב", "ש", "שב", "של ")
            ),
            *(
                f"{month} {each}"
                for each in names
                for month in ("חודש", "בחודש", "לחודש", "מחודש", "של חודש")
            ),
            *(f"{before}{each}" for each in short for before in ("", "ב")),
        )
    )


def _weekday(name: str, letter: str, *bare: str) -> str:
    """A weekday with "day" before it, by its name and by its letter, and what may stand without "day"."""
    named = [
        f"{day} {name}" for day in ("יום", "ביום", "מיום", "ליום", "ויום", "וביום", "שביום", "עד יום", "בליל")
    ]
    # «יום ה» is left out: without its geresh it is the beginning of «ביום ה-26 בנובמבר».
    lettered = [f"{day} {letter}" for day in ("יום", "ביום", "מיום", "ליום")] if letter != "ה" else []
    return " | ".join((*named, *lettered, *bare))


def _clock(*places: str) -> str:
    return " | ".join(
        f"{before}{place}" for place in places for before in ("שעון ", "לפי שעון ", "בשעון ", "על פי שעון ")
    )


WORDS = Words(
    language="he",
    script="Hebr",
    cldr=CLDR,
    adjective_after=True,
    calendars=(
        "gregory",
    ),  # the Hebrew calendar's dates are not read; Hijri ones are no custom, and «מהר», «די» are words
    months={
        "gregory": (
            _month("ינואר", "ינו."),
            _month("פברואר", "פבר.", "פברו."),
            _month("מרץ", "מרס"),  # the Academy's spelling
            _month("אפריל", "אפר."),
            _month("מאי"),
            _month("יוני", "יונ."),
            _month("יולי", "יול."),
            _month("אוגוסט", "אוג."),
            _month("ספטמבר", "ספט."),
            _month("אוקטובר", "אוק.", "אוקט."),
            _month("נובמבר", "נוב."),
            _month("דצמבר", "דצמ.", "דצ."),
        ),
    },
    # "On Friday" may leave "day" out; «בשני» is left out, as it is "in two" too, and «בראשון» is the first of a month.
    weekdays=(
        _weekday("שני", "ב", "שני"),
        _weekday("שלישי", "ג", "שלישי", "בשלישי"),
        _weekday("רביעי", "ד", "רביעי", "ברביעי"),
        _weekday("חמישי", "ה", "חמישי", "בחמישי"),
        _weekday("שישי", "ו", "שישי", "בשישי", "ששי", "יום ששי", "ביום ששי", "ערב שבת"),
        _weekday("שבת", "ש", "שבת", "בשבת", "השבת", "שבת קודש", "מוצאי שבת", "במוצאי שבת", "מוצש", "במוצש"),
        _weekday("ראשון", "א", "ראשון"),
    ),
    # «הראשון בינואר» is left out: "the first meeting in January" has the same two words.
    first_of_month="האחד | באחד | בראשון | לאחד",
    noon="בחצות היום",
    # «בלילה» is eleven in the evening and one in the morning: the small hours are refused with it.
    halves={
        "בבוקר | לפני הצהריים | לפני הצהרים | לפנהצ": Half(0, range(1, 12)),
        "לפנות בוקר | אחרי חצות | לאחר חצות | אחר חצות": Half(0, (12, 1, 2, 3, 4, 5, 6)),
        "בצהריים | בצהרים | בצהרי היום": Half(12, (12, 1, 2, 3)),
        "אחר הצהריים | אחר הצהרים | אחרי הצהריים | אחרי הצהרים | אחהצ": Half(12, (12, 1, 2, 3, 4, 5, 6)),
        "בערב": Half(12, range(4, 12)),
        "בלילה": Half(12, (9, 10, 11)),
    },
    zones={
        _clock("ישראל", "ירושלים", "תל אביב") + " | זמן ישראל | שעון קיץ ישראל | שעון חורף ישראל": Zone(
            place="Asia/Jerusalem"
        ),
        "IST": Zone(120),  # Israel's, not India's
        "IDT": Zone(180),
        _clock("גריניץ", "גרינוויץ", "אוניברסלי", "עולמי") + " | גריניץ": Zone(0),
        _clock("לונדון", "בריטניה"): Zone(place="Europe/London"),
        _clock("פריז", "צרפת"): Zone(place="Europe/Paris"),
        _clock("ברלין", "גרמניה", "מרכז אירופה"): Zone(place="Europe/Berlin"),
        _clock("מוסקבה", "רוסיה"): Zone(place="Europe/Moscow"),
        _clock("קייב", "אוקראינה"): Zone(place="Europe/Kyiv"),
        _clock("טורקיה", "איסטנבול", "אנקרה"): Zone(place="Europe/Istanbul"),
        _clock("קהיר", "מצרים"): Zone(place="Africa/Cairo"),
        _clock("ביירות", "לבנון"): Zone(place="Asia/Beirut"),
        _clock("איראן", "טהרן", "טהראן"): Zone(place="Asia/Tehran"),
        _clock("קטאר", "קטר", "דוחא"): Zone(place="Asia/Qatar"),
        _clock("דובאי"): Zone(place="Asia/Dubai"),
        _clock("סין", "בייג'ינג"): Zone(place="Asia/Shanghai"),
        _clock("יפן", "טוקיו"): Zone(place="Asia/Tokyo"),
        _clock("ניו יורק", "וושינגטון", "החוף המזרחי", "מזרח ארהב"): Zone(place="America/New_York"),
        _clock("החוף המערבי", "לוס אנג'לס", "קליפורניה"): Zone(place="America/Los_Angeles"),
        _clock("מקומי"): Zone(),
    },
    relative_days={
        -2: "שילשום",
        -1: "תמול",
    },
    parts_of_days={
        "אמש | אתמול בערב": (-1, EVENING),
        "אתמול בבוקר": (-1, MORNING),
        "אתמול בלילה": (-1, NIGHT),
        "אתמול בצהריים": (-1, NOON),
        "אתמול אחר הצהריים": (-1, AFTERNOON),
        "הבוקר | היום בבוקר": (0, MORNING),
        "הערב | היום בערב": (0, EVENING),
        "הלילה": (0, NIGHT),
        "היום בצהריים": (0, NOON),
        "היום אחר הצהריים | אחר הצהריים היום": (0, AFTERNOON),
        "מחר בבוקר": (1, MORNING),
        "מחר בערב": (1, EVENING),
        "מחר בצהריים": (1, NOON),
        "מחר אחר הצהריים": (1, AFTERNOON),
    },
    units={
        "second": "שנייה | שניות | שנ.",
        "minute": "דקה | דקות | דק.",
        "hour": "שעה | שעות | שע.",
        "day": "יום | ימים",
        "week": "שבוע | שבועות | בשבוע",
        "month": "חודש | חודשים | בחודש | לחודש | מחודש | חודשי",
        "year": "שנה | שנים | בשנה | לשנה | משנה",
    },
    # Duals, "half an hour", the noun with "one" after it, and all with the prefix for "about".
    counted={
        f"{about}{name}": span
        for name, span in {
            "שעתיים": ("hour", 2),
            "יומיים": ("day", 2),
            "שבועיים": ("week", 2),
            "חודשיים": ("month", 2),
            "שנתיים": ("year", 2),
            "חצי שעה": ("minute", 30),
            "רבע שעה": ("minute", 15),
            "שלושת רבעי שעה": ("minute", 45),
            "שעה וחצי": ("minute", 90),
            "שעה ורבע": ("minute", 75),
            "שעתיים וחצי": ("minute", 150),
            "חצי שנה": ("month", 6),
            "שנה וחצי": ("month", 18),
            "שנייה אחת": ("second", 1),
            "דקה אחת": ("minute", 1),
            "שעה אחת": ("hour", 1),
            "יום אחד": ("day", 1),
            "שבוע אחד": ("week", 1),
            "חודש אחד": ("month", 1),
            "שנה אחת": ("year", 1),
        }.items()
        for about in ("", "כ")
    }
    | {
        "כדקה": ("minute", 1),
        "כשעה": ("hour", 1),
        "כיום": ("day", 1),
        "כשבוע": ("week", 1),
        "כחודש": ("month", 1),
        "כשנה": ("year", 1),
    },
    # Both genders, before a unit. "One" stands after it (`counted`), and «שני» is Monday.
    numbers=(
        "",
        "שתי | שניים | שתיים",
        "שלוש | שלושה",
        "ארבע | ארבעה",
        "חמש | חמישה",
        "שש | שישה",
        "שבע | שבעה",
        "שמונה",
        "תשע | תשעה",
        "עשר | עשרה",
        "אחת עשרה | אחד עשר",
        "שתים עשרה | שנים עשר | שתיים עשרה | שניים עשר",
        "שלוש עשרה | שלושה עשר",
        "ארבע עשרה | ארבעה עשר",
        "חמש עשרה | חמישה עשר",
        "שש עשרה | שישה עשר",
        "שבע עשרה | שבעה עשר",
        "שמונה עשרה | שמונה עשר",
        "תשע עשרה | תשעה עשר",
        "עשרים",
        *("",) * 9,
        "שלושים",
        *("",) * 9,
        "ארבעים",
        *("",) * 9,
        "חמישים",
    ),
    single="שנייה | שניה | דקה | שעה | יום | שבוע | חודש | שנה",
    periods={
        "אשתקד": ("year", -1),
        "החודש": ("month", 0),
        "השנה": ("year", 0),
    },
    kinds={
        BEFORE_CHRIST: "לפנה״ס | לפנה ס | לפני הספירה",
        NUMBERED: "סעיף | טלפון | עמוד | מאה | אלף | וחצי",
        # The Hebrew months, as pages print them beside the Gregorian date.
        OTHER_MONTH: "תשרי | חשוון | חשון | מרחשוון | כסלו | טבת | שבט | אדר | ניסן | אייר | סיוון | סיון | תמוז | אב | אלול | "
        "בתשרי | בחשוון | בחשון | בכסלו | בטבת | בשבט | באדר | בניסן | באייר | בסיוון | בסיון | בתמוז | באב | באלול",
        ABOUT: "כ | בערך",
        PREPOSITION: "ב | ל | מ | ש | וב | ול | ומ | שב | של | בתאריך | לתאריך | שעה | בשעה | השעה | בשעות",
        ARTICLE: "ה | מה | וה | שה",  # «ה-26», «מה-26»
        DAY_LABEL: "יום | ביום | מיום | ליום | וביום | שביום",
        CORRESPONDING: "המקביל ל | שהוא",
        YEAR_BEFORE: "שנת | בשנת | לשנת | משנת | של שנת",
        ERA: "לספירה | לספירת הנוצרים",
        LAST: "שעבר | שעברה | האחרון | האחרונה | הקודם | הקודמת | שחלף | שחלפה",
        THIS: "השנה | הזה | הזו | הזאת | זה | זו | הנוכחי | הנוכחית",  # «26 בנובמבר השנה»
        NEXT: "הבא | הבאה | הקרוב | הקרובה",
        AGO: "לפני | לפני כ | עודכן לפני | פורסם לפני",
        AHEAD: "בעוד",
        NOW: "עכשיו | כעת | זה עתה | הרגע | לפני רגע | ממש עכשיו",
        AND: "ו",
        # Streets, squares, bridges, movements and the like that bear a date stand before it.
        NAMED_AFTER: "רחוב | ברחוב | מרחוב | לרחוב | רח | שדרות | בשדרות | שדרת | שד | כיכר | בכיכר | גשר | בגשר | סמטת | דרך | שכונת | בשכונת | קריית | תנועת | בתנועת | "
        "מפלגת | ארגון | מהפכת | במהפכת | הפיכת | אוניברסיטת | אצטדיון | באצטדיון | בית הספר | בית ספר | גן | פארק | תחנת | בתחנת | מחנה | קבוצת | ילידי | יליד | ילידת | נולד | נולדה",
        PUBLISHED: "פורסם | פורסמה | פורסם לראשונה | פרסום ראשון | פורסם בתאריך | פורסם ביום | תאריך פרסום | תאריך הפרסום | תאריך | תאריך ושעה | מועד פרסום | מועד הפרסום | זמן פרסום | שעת פרסום | "
        "עודכן | עודכנה | עודכן לאחרונה | עודכן בתאריך | עודכן ביום | עודכן בשעה | עדכון | עדכון אחרון | תאריך עדכון | תאריך עדכון אחרון | מועד עדכון | מועד עדכון אחרון | עדכון אחרון בתאריך | "
        "נוצר | נוצר בתאריך | נכתב | נכתב בתאריך | נכתב ביום | הועלה | הועלה בתאריך | נערך | נערך לאחרונה | שונה לאחרונה | שודר | שודר בתאריך | תאריך שידור | הודעה לתקשורת | פורסם באתר | פורסם בשעה | "
        "כתבה מתאריך | מתאריך פרסום | תאריך יצירה | תאריך העלאה | תאריך כתבה | התפרסם | התפרסמה | התפרסם בתאריך",
        NO_DATE: "ראשון לציון | בראשון לציון | מראשון לציון | "  # a city
        # "Two" of something, after a date.
        "שני אנשים | שני בני אדם | שני גברים | שני ילדים | שני צעירים | שני חיילים | שני שוטרים | שני הרוגים | שני פצועים | שני מחבלים | שני הצדדים | שני חשודים | שני תושבי | שני בני | שני אחים | שני מטוסים | "
        "שני טילים | שני מיליון | שני שלישים | שני מקרים | שני מפגשים | שני דירקטורים | שני מועמדים | שני המועמדים | שני המנהיגים | שני שרים | שני עובדים | "
        # "Years ago": a plural without a number is no "one".
        "לפני שניות | לפני דקות | לפני שעות | לפני ימים | לפני שבועות | לפני חודשים | לפני שנים | בעוד שניות | בעוד דקות | בעוד שעות | בעוד ימים | בעוד שבועות | בעוד חודשים | בעוד שנים | "
        # "The past year" and its like reach to today.
        "בשנה האחרונה | השנה האחרונה | בחודש האחרון | החודש האחרון | בשבוע האחרון | ביום האחרון | היום האחרון | היום הקודם",
    },
    untaken="יום ה׳",  # see _weekday
)
