"""Urdu: what news print beside CLDR's names. Keys are compared after `alike`: one spelling stands here for all of heh's and hamza's."""

from __future__ import annotations

from newsmodel.dates.words import (
    ABOUT,
    AGO,
    AHEAD,
    AND,
    BEFORE_CHRIST,
    CORRESPONDING,
    DAY_LABEL,
    ERA,
    HOUR_MARK,
    LAST,
    LUNAR,
    MORNING,
    NAMED_AFTER,
    NEXT,
    NOW,
    NUMBERED,
    PREPOSITION,
    PUBLISHED,
    SOLAR,
    THIS,
    YEAR_BEFORE,
    Half,
    Words,
    Zone,
)
from newsmodel.dates.words.cldr.ur import CLDR


def _time(*places: str) -> str:
    """A place's clock, by its adjective («پاکستانی») or its genitive («پاکستان کے»)."""
    return " | ".join(
        f"{place} وقت | {place} وقت کے مطابق | {place} معیاری وقت | {place} معیاری وقت کے مطابق | {place} مقامی وقت کے مطابق"
        for place in places
    )


def _on(*days: str) -> str:
    """A weekday with the words for "on": «بروز جمعہ» (also after a date), «جمعے کے روز». Bare «ہفتے» is weeks and no Saturday."""
    return " | ".join(
        f"بروز {day} | بہ روز {day} | روز {day} | {day} کے روز | {day} کے دن | یوم {day}" for day in days
    )


WORDS = Words(
    language="ur",
    script="Arab",
    cldr=CLDR,
    months={
        "gregory": (
            "جنوری",
            "فبروری | فرووری",  # Hyderabad's papers; a slip
            "",
            "اپرل",
            "مئ | مے",  # typed without the yeh
            "",
            "جولائ | جولای",
            "اگسٹ",  # Hyderabad's papers
            "سپٹمبر | ستمبرر",
            "اکٹوبر",
            "",
            "ڈسمبر",
        ),
        # Without CLDR's stray blank («ر بیع»), and with the epithets that calendars print.
        "islamic": (
            "محرم الحرام | محرم‌الحرام",
            "صفر المظفر | صفرالمظفر",
            "ربیع الاول | ربیع‌الاول",
            "ربیع‌الثانی | ربیع الآخر | ربیع‌الآخر",
            "جمادی الاولی | جمادی‌الاولی | جمادی‌الاول | جماد الاول | جماد الاولی",
            "جمادی الثانیہ | جمادی‌الثانی | جمادی‌الثانیہ | جمادی الاخری | جمادی الآخر | جمادی الآخرہ | جماد الثانی | جماد الثانیہ",
            "رجب المرجب",
            "شعبان المعظم",
            "رمضان المبارک",
            "شوال المکرم",
            "ذی القعدہ | ذیقعدہ | ذی قعدہ | ذو القعدہ | ذی القعد | ذیقعد | ذوالقعد | ذی‌القعدہ",
            "ذی الحجہ | ذوالحج | ذی الحج | ذی حجہ | ذو الحجہ | ذی‌الحجہ | ذوالحجۃ الحرام | ذی‌الحج",
        ),
    },
    weekdays=(
        "سوموار | دوشنبہ | دو شنبہ | "
        + _on("پیر", "سوموار"),  # the second in Punjab, the third in India's papers
        "منگلوار | منگل وار | سہ شنبہ | سہ‌شنبہ | " + _on("منگل"),
        "بدھوار | بدھ وار | چہارشنبہ | چہار شنبہ | " + _on("بدھ"),
        "پنجشنبہ | پنج شنبہ | ویروار | " + _on("جمعرات"),
        "جمعـء | جمعۃ المبارک | جمعہ المبارک | جمعتہ المبارک | جمعۃالمبارک | جمعے | "
        + _on("جمعہ", "جمعے", "جمعۃ المبارک", "جمعہ المبارک", "جمعتہ المبارک"),
        "سنیچر | شنبہ | سینچر | " + _on("ہفتہ", "ہفتے", "سنیچر"),
        "یکشنبہ | یک شنبہ | " + _on("اتوار"),
    ),
    first_of_month="یکم | یکُم",
    # Before the hour in print («شام 5 بجے»), after it in stamps. «رات» is before midnight and after it: only the hours of which a
    # day is sure; nobody can say to which day «رات 12 بجے» belongs.
    halves={
        "اے ایم": Half(0, range(1, 13)),
        "پی ایم": Half(12, range(1, 13)),
        "صبح | صبح سویرے | علی الصبح | قبل دوپہر | قبل از دوپہر | فجر": Half(0, range(1, 12)),
        "دوپہر | دن": Half(12, (12, 1, 2, 3)),
        "سہ پہر | سہ‌پہر | بعد دوپہر | بعد از دوپہر": Half(12, (12, 1, 2, 3, 4, 5, 6)),
        "شام": Half(12, range(3, 10)),
        "رات": Half(12, range(7, 12)),
    },
    zones={
        _time("پاکستانی", "پاکستان کے", "پاکستان کا") + " | پاکستان اسٹینڈرڈ ٹائم | پاکستان ٹائم | PKT": Zone(
            place="Asia/Karachi"
        ),
        _time("بھارتی", "ہندوستانی", "بھارت کے", "ہندوستان کے", "انڈین") + " | IST": Zone(
            place="Asia/Kolkata"
        ),  # as India's Urdu sites print it
        _time("گرین وچ", "گرینچ", "گرینوچ", "گرین وچ کے", "گرینچ کے", "عالمی", "جی ایم ٹی", "بین الاقوامی")
        + " | جی ایم ٹی | یو ٹی سی | گرین وچ مین ٹائم": Zone(0),
        _time("سعودی", "سعودی عرب کے", "مکہ مکرمہ کے"): Zone(place="Asia/Riyadh"),
        _time("ایرانی", "ایران کے", "تہران کے"): Zone(place="Asia/Tehran"),
        _time("افغان", "افغانستان کے", "کابل کے"): Zone(place="Asia/Kabul"),
        _time("بنگلہ دیشی", "بنگلہ دیش کے"): Zone(place="Asia/Dhaka"),
        _time("متحدہ عرب امارات کے", "دبئی کے", "اماراتی"): Zone(place="Asia/Dubai"),
        _time("قطر کے", "قطری"): Zone(place="Asia/Qatar"),
        _time("ترک", "ترکی کے", "ترکیہ کے"): Zone(place="Europe/Istanbul"),
        _time("برطانوی", "لندن کے", "برطانیہ کے"): Zone(place="Europe/London"),
        _time("پیرس کے"): Zone(place="Europe/Paris"),
        _time("جرمن", "برلن کے"): Zone(place="Europe/Berlin"),
        _time("ماسکو کے"): Zone(place="Europe/Moscow"),
        _time("نیویارک کے", "واشنگٹن کے", "امریکی مشرقی"): Zone(place="America/New_York"),
        _time("چینی", "بیجنگ کے"): Zone(place="Asia/Shanghai"),
        _time("جاپانی", "ٹوکیو کے"): Zone(place="Asia/Tokyo"),
        "مقامی وقت | مقامی وقت کے مطابق": Zone(),
    },
    # «کل» and «پرسوں» are both yesterday and tomorrow: only with the word that says which. Not here: «آج شام», «گزشتہ رات», beside
    # which «9 بجے» would be read as that of the morning.
    relative_days={
        -1: "گزشتہ روز | گذشتہ روز | گذشتہ کل | کل گزشتہ | پچھلے روز",
        0: "آج ہی | آج کے روز | آج کے دن",
        1: "آنے والے کل | کل آئندہ",
    },
    parts_of_days={
        "آج صبح": (0, MORNING),
    },
    units={
        "second": "سیکنڈز | سیکنڈوں | سکینڈ | سیکینڈ",
        "minute": "منٹس | منٹوں",
        "hour": "گھنٹوں | گھنٹا",
        "day": "دنوں | روز | یوم",
        "week": "ہفتے | ہفتوں",
        "month": "ماہ | مہینا | مہینوں",
        "year": "سالوں | برس | برسوں",
    },
    counted={
        "آدھا گھنٹہ": ("minute", 30),
        "آدھے گھنٹے": ("minute", 30),
        "آدھ گھنٹہ": ("minute", 30),
        "نصف گھنٹہ": ("minute", 30),
        "نصف گھنٹے": ("minute", 30),
        "پون گھنٹہ": ("minute", 45),
        "پون گھنٹے": ("minute", 45),
        "سوا گھنٹہ": ("minute", 75),
        "سوا گھنٹے": ("minute", 75),
        "ڈیڑھ گھنٹہ": ("minute", 90),
        "ڈیڑھ گھنٹے": ("minute", 90),
        "ڈھائی گھنٹے": ("minute", 150),
        # «ہفتہ» alone is Saturday here.
        "ایک ہفتہ": ("week", 1),
        "دو ہفتہ": ("week", 2),
        "تین ہفتہ": ("week", 3),
        "ڈیڑھ سال": ("month", 18),
        "ڈیڑھ برس": ("month", 18),
    },
    numbers=(
        "ایک",
        "دو",
        "تین",
        "چار",
        "پانچ",
        "چھ | چھے",
        "سات",
        "آٹھ",
        "نو",
        "دس",
        "گیارہ",
        "بارہ",
        "تیرہ",
        "چودہ",
        "پندرہ",
        "سولہ",
        "سترہ",
        "اٹھارہ",
        "انیس",
        "بیس",
    ),
    ago_from="^سے$",
    twelve_hours=True,
    kinds={
        BEFORE_CHRIST: "قبل مسیح",
        NUMBERED: "چند | کئی | ہزاروں | سینکڑوں | ساڑھے | ڈھائی | پونے | سوا | تیس | چالیس | پچاس | ساٹھ | ستر | نوے | نمبر | فون | صفحہ | سو | ہزار",
        # «کو», «کے» stand after the day and before the time.
        ABOUT: "تقریبا | تقریباً | لگ بھگ",
        PREPOSITION: "بروز | بتاریخ | مورخہ | مورخ | بوقت | کو | پر | وقت | تاریخ | بہ تاریخ | مؤرخہ | میں",
        DAY_LABEL: "ماہ | روز | یوم | بہ روز | مہینہ",
        CORRESPONDING: "بمطابق | مطابق | بہ مطابق | بمطابق ماہ | الموافق | موافق",
        YEAR_BEFORE: "سال | سن | سنہ | سن عیسوی | سنہ عیسوی",
        # ء is the hamza of the Gregorian year; «ع» is the same of an older print.
        ERA: "ء | عیسوی | ع. | میلادی",
        LUNAR: "ھ. | ہجری | ہجری قمری | سن ہجری | قمری",
        SOLAR: "ہجری شمسی | شمسی | ھ ش.",  # Iran's dates in Urdu media
        HOUR_MARK: "بجے | بجکر | بج کر | بجے کر",
        LAST: "گزشتہ | گذشتہ | پچھلا | پچھلے | پچھلی | سابقہ",
        THIS: "رواں | اس | موجودہ | اسی | جاری",
        NEXT: "آئندہ | آیندہ | اگلا | اگلے | اگلی | آنے والے | آنے والی",
        AGO: "پہلے | قبل | پیشتر | پہلے ہی",
        AHEAD: "بعد",
        NOW: "ابھی | ابھی ابھی | چند لمحے قبل | چند لمحے پہلے | کچھ لمحے قبل | کچھ لمحے پہلے | چند لمحات قبل | چند لمحات پہلے",
        AND: "اور | و",
        # Places, institutions and movements that bear a date.
        NAMED_AFTER: "شاہراہ | سڑک | روڈ | چوک | ہسپتال | اسپتال | کالونی | پارک | سکول | اسکول | کالج | یونیورسٹی | محلہ | سیکٹر | تحریک | پل | اسٹیڈیم | گلی | بازار | مسجد",
        PUBLISHED: "اپ ڈیٹ | اپ‌ڈیٹ | اپڈیٹ | اپ ڈیٹ کیا گیا | اپ ڈیٹ کی گئی | اپ ڈیٹ شدہ | اپڈیٹ شدہ | اپ ڈیٹڈ | اپ ڈیٹ ہوا | آخری اپ ڈیٹ | آخری اپڈیٹ | آخری بار اپ ڈیٹ | "
        "آخری بار اپ ڈیٹ کیا گیا | تازہ ترین اپ ڈیٹ | آخری تجدید | تجدید | شائع | شائع ہوا | شائع ہوئی | شائع شدہ | شائع کیا گیا | شائع کی گئی | شائع کردہ | اشاعت | "
        "تاریخ اشاعت | اشاعت کی تاریخ | وقت اشاعت | پبلش | پبلش ہوا | پبلشڈ | پوسٹ | پوسٹ کیا گیا | پوسٹ کی تاریخ | جاری کردہ | آخری ترمیم | ترمیم | "
        "تازہ کاری | آخری تازہ کاری | پہلی اشاعت | اشاعت اول",
    },
    # Arabic's letters, which many keyboards type; heh's forms, which are mixed up everywhere; what a letter loses when its
    # hamza or madda is a mark of its own.
    alike={
        "ي": "ی",
        "ى": "ی",
        "ئ": "ی",
        "ك": "ک",
        "ه": "ہ",
        "ھ": "ہ",
        "ە": "ہ",
        "ۃ": "ہ",
        "ة": "ہ",
        "ۂ": "ہ",
        "ۀ": "ہ",
        "ۓ": "ے",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ؤ": "و",
    },
    own_calendar=True,
    digits=("latn", "arabext"),
)
