"""Persian (Iran's, and Afghanistan's Dari): what news print beside CLDR's names.

A zero width non-joiner comes off when a text is folded, so «سه‌شنبه» is keyed as «سهشنبه»; the form with a blank stands beside it.
"""

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
    EVENT,
    LAST,
    LUNAR,
    MORNING,
    NAMED_AFTER,
    NEXT,
    NIGHT,
    NO_DATE,
    NOW,
    NUMBERED,
    ORDINAL,
    PREPOSITION,
    PUBLISHED,
    SOLAR,
    THIS,
    YEAR_BEFORE,
    Half,
    Words,
    Zone,
)
from newsmodel.dates.words.cldr.fa import CLDR

_UNITS = ("یکم", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم")
_COUNTED = ("یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده")
_VERBS = (
    "شود شوند شد شدند کند کنند کرد کردند دهد دهند داد گوید گویند گفت باشد باشند توان تواند توانند رسد رسند رسید خواهد خواهند خواست رود روند "
    "آید آیند یابد یابند گیرد گیرند گذرد ماند سازد شوم کنم کنیم شویم نویسد افزاید بیند برد دارد پردازد کشد خورد دانند داند"
)


def _above(ten: str, unit: str) -> str:
    """An ordinal above twenty, with «و» between blanks, leaning on a word, or joined."""
    return f"{ten} و {unit} | {ten} و{unit} | {ten}و{unit} | {ten}و {unit}"


def _time(*places: str) -> str:
    return " | ".join(
        f"به وقت {place} | بوقت {place} | وقت {place} | به ساعت {place} | به وقت محلی {place}"
        for place in places
    )


def _joined(*months: str) -> tuple[str, ...]:
    """The month's name with «ماه» written together: «آذرماه», «دی‌ماه»."""
    return tuple(f"{month}ماه" for month in months)


def _ezafe(further: str, *endings_of: str) -> str:
    """Spellings, and the ezafe as «ی» after a name that ends in a vowel: «ژانویه‌ی»."""
    return " | ".join(filter(None, (further, *(f"{name}ی | {name} ی" for name in endings_of))))


WORDS = Words(
    language="fa",
    script="Arab",
    cldr=CLDR,
    adjective_after=True,
    calendars=("gregory", "islamic", "persian"),
    months={
        # The French names of Iran; the English ones, which Afghanistan and translated news have, in all their spellings.
        "gregory": (
            _ezafe("جنوری | ژانویهٔ", "ژانویه"),
            _ezafe("فبروری | فبریوری | فوریهٔ", "فوریه"),
            "مارچ",
            "آپریل | اپریل",
            "می | مئی",  # the second as in Urdu, in papers of Peshawar and Kabul
            "جون | ژون | ژوئین",
            _ezafe("جولای | جولائی | ژولای | ژوئیهٔ | ژویه", "ژوئیه"),
            "آگوست | اگوست | آگست",
            "سپتمبر | سپتامر",  # the second a common slip
            "اکتوبر | اکتبر",
            "نومبر | نوامر",
            "دسمبر | دسامر",
        ),
        # With a blank for the joiner, and the epithets that calendars print.
        "islamic": (
            "محرم الحرام | محرمالحرام | المحرم",
            "صفر المظفر | صفرالمظفر",
            "ربیع الاول | ربیع‌المولود",
            "ربیع الثانی | ربیع الآخر | ربیع‌الآخر",
            "جمادی الاول | جمادی الاولی | جمادی‌الاولی | جمادی الأول",
            "جمادی الثانی | جمادی الثانیه | جمادی‌الثانیه | جمادی الآخر | جمادی‌الآخر | جمادی الآخره | جمادی‌الآخره",
            "رجب المرجب | رجب‌المرجب",
            "شعبان المعظم | شعبان‌المعظم",
            "رمضان المبارک | رمضان‌المبارک | مبارک رمضان",  # the last in «ماه مبارک رمضان»
            "شوال المکرم | شوال‌المکرم",
            "ذی القعده | ذی‌القعده | ذی قعده | ذوالقعده | ذو القعده | ذیقعدةالحرام | ذی‌القعدة‌الحرام | ذی القعده الحرام",
            "ذی الحجه | ذی‌الحجه | ذی حجه | ذوالحجه | ذو الحجه | ذیحجةالحرام | ذی‌الحجة‌الحرام | ذی الحجه الحرام",
        ),
        "persian": (
            *_joined(
                "فروردین",
                "اردیبهشت",
                "خرداد",
                "تیر",
            ),
            "مردادماه | امرداد | امردادماه",  # the older form, which some papers keep
            *_joined("شهریور", "مهر", "آبان", "آذر", "دی", "بهمن"),
            "اسفندماه | اسپند",
        ),
    },
    weekdays=(
        "دو شنبه",
        "سه شنبه",
        "چهار شنبه",
        "پنج شنبه",
        "آدینه | جمعه‌ی",
        "شنبه‌ی",
        "یک شنبه",
    ),
    # «پنجم آذر ۱۴۰۰» is the style of agencies; there is no word between the day and the month.
    days=(
        "یکم | اول | نخست",
        *_UNITS[1:],
        "دهم",
        "یازدهم",
        "دوازدهم",
        "سیزدهم",
        "چهاردهم",
        "پانزدهم",
        "شانزدهم",
        "هفدهم",
        "هجدهم | هیجدهم | هژدهم",  # the last in Afghanistan
        "نوزدهم",
        "بیستم",
        _above("بیست", "یکم") + " | " + _above("بیست", "اول"),
        *(_above("بیست", unit) for unit in _UNITS[1:]),
        "سی‌ام | سی ام",
        _above("سی", "یکم") + " | " + _above("سی", "اول"),
    ),
    last_of_month="سلخ",  # of a Hijri month
    # «۲ شب» and «۱۲ شب» are after midnight, «۹ شب» before: only the hours of which a day is sure. Nobody can say to which
    # day «۱۲ نیمه‌شب» belongs. A clock of 24 hours has the word too («۰۰:۳۰ بامداد»).
    halves={
        "صبح | ق ظ. | قظ | قبل از ظهر | قبل‌ازظهر | پیش از ظهر | پیش‌ازظهر | صبحگاه": Half(0, range(1, 12)),
        "بامداد | سحر": Half(0, (12, *range(7))),
        "نیمه شب | نیمه‌شب": Half(0, range(5)),
        "ظهر": Half(12, (12, 1, 2)),
        "ب ظ. | بظ | بعد از ظهر | بعدازظهر | بعد ازظهر | پس از ظهر | پس‌ازظهر": Half(12, (12, *range(1, 12))),
        "عصر": Half(12, range(2, 9)),
        "غروب": Half(12, range(4, 9)),
        "شب": Half(12, range(6, 12)),
    },
    zones={
        _time("گرینویچ", "گرینویچ جهانی", "گرینیچ", "جهانی"): Zone(0),
        "گرینویچ | جی ام تی | ساعت جهانی | به وقت هماهنگ جهانی": Zone(0),
        # Iran had summer time until 2022: a city's clock, and no fixed offset.
        _time("تهران", "ایران", "رسمی ایران", "رسمی تهران"): Zone(place="Asia/Tehran"),
        _time("کابل", "افغانستان"): Zone(place="Asia/Kabul"),
        _time("دوشنبه", "تاجیکستان"): Zone(place="Asia/Dushanbe"),
        _time("بغداد", "عراق"): Zone(place="Asia/Baghdad"),
        _time("دمشق", "سوریه"): Zone(place="Asia/Damascus"),
        _time("بیروت", "لبنان"): Zone(place="Asia/Beirut"),
        _time("قدس", "بیت المقدس", "اورشلیم", "فلسطین"): Zone(place="Asia/Jerusalem"),
        _time("مکه", "مکه مکرمه", "عربستان", "ریاض"): Zone(place="Asia/Riyadh"),
        _time("دوحه", "قطر"): Zone(place="Asia/Qatar"),
        _time("دبی", "امارات", "ابوظبی"): Zone(place="Asia/Dubai"),
        _time("قاهره", "مصر"): Zone(place="Africa/Cairo"),
        _time("آنکارا", "استانبول", "ترکیه"): Zone(place="Europe/Istanbul"),
        _time("باکو"): Zone(place="Asia/Baku"),
        _time("ایروان"): Zone(place="Asia/Yerevan"),
        _time("اسلام آباد", "اسلام‌آباد", "پاکستان"): Zone(place="Asia/Karachi"),
        _time("مسکو"): Zone(place="Europe/Moscow"),
        _time("کی‌یف", "کیف", "اوکراین"): Zone(place="Europe/Kyiv"),
        _time("لندن", "بریتانیا", "انگلیس"): Zone(place="Europe/London"),
        _time("پاریس", "فرانسه"): Zone(place="Europe/Paris"),
        _time("برلین", "آلمان", "اروپای مرکزی"): Zone(place="Europe/Berlin"),
        _time("وین"): Zone(place="Europe/Vienna"),
        _time("ژنو"): Zone(place="Europe/Zurich"),
        _time("نیویورک", "واشنگتن", "شرق آمریکا"): Zone(place="America/New_York"),
        _time("پکن", "چین"): Zone(place="Asia/Shanghai"),
        _time("توکیو", "ژاپن"): Zone(place="Asia/Tokyo"),
        _time("هند", "دهلی نو"): Zone(place="Asia/Kolkata"),
        "به وقت محلی | بوقت محلی | وقت محلی | به وقت محل": Zone(),
    },
    # "Last night" is yesterday's day; «روز گذشته» is how news say yesterday. Not here: «عصر دیروز» and other halves of the day
    # after noon, beside which «ساعت ۵:۳۰» would be read as that of the morning.
    relative_days={
        -2: "پس پریروز",
        -1: "روز گذشته",
        0: "روز جاری",
        1: "روز آینده",
        2: "پس فردا",
    },
    parts_of_days={
        "پریشب": (-2, NIGHT),
        "پریروز صبح | صبح پریروز": (-2, MORNING),
        "دیشب | شب گذشته": (-1, NIGHT),
        "دیروز صبح | صبح دیروز | بامداد دیروز | صبح روز گذشته | بامداد روز گذشته": (-1, MORNING),
        "امشب": (0, NIGHT),
        "امروز صبح | صبح امروز | بامداد امروز | امروز بامداد": (0, MORNING),
        "فردا صبح | صبح فردا": (1, MORNING),
    },
    units={
        "hour": "ساعات",
        "month": "برج",  # a month in everyday speech
    },
    counted={
        "نیم ساعت": ("minute", 30),
        "نیم‌ساعت": ("minute", 30),
        "نیمساعت": ("minute", 30),
        "ربع ساعت": ("minute", 15),
        "یک ربع": ("minute", 15),
        "یک ساعت و نیم": ("minute", 90),
        "دو ساعت و نیم": ("minute", 150),
        "یکساعت": ("hour", 1),
        "یکروز": ("day", 1),
        "یکهفته": ("week", 1),
        "یکماه": ("month", 1),
        "یکسال": ("year", 1),
        "یک دقیقه": ("minute", 1),
        "شش‌ماه": ("month", 6),
        "یک سال و نیم": ("month", 18),
    },
    numbers=(
        *_COUNTED,
        "یازده",
        "دوازده",
        "سیزده",
        "چهارده",
        "پانزده",
        "شانزده",
        "هفده",
        "هجده | هیجده | هژده",
        "نوزده",
        "بیست",
    ),
    single="ساعت | هفته | ماه | سال",
    periods={
        "پارسال": ("year", -1),
        "امسال": ("year", 0),
        "پیرارسال": ("year", -2),
    },
    ago_from="^از$",
    kinds={
        EVENT: "انقلاب | حادثه | فاجعه",
        BEFORE_CHRIST: "پیش از میلاد | قبل از میلاد",
        NUMBERED: "چند | چندین | ده‌ها | صدها | هزاران | ماده | شماره | تلفن | صفحه | سی | چهل | پنجاه | شصت | صد | هزار | و نیم",
        ABOUT: "حدود | حوالی | تقریبا | تقریباً",
        PREPOSITION: "ساعت | در | به | در ساعت | در تاریخ | به تاریخ | بتاریخ | مورخ | مورخه | مورخهٔ | به ساعت | رأس ساعت | "
        "در روز | ساعات | تاریخ | در مورخه | در مورخ",
        DAY_LABEL: "روز | ماه | به روز | روزهای | مصادف با روز | ماه مبارک | ماه‌های",
        # One day in another calendar.
        CORRESPONDING: "برابر با | برابر | مطابق با | مطابق | مصادف با | مصادف | مصادف شده با | معادل | معادل با | مقارن با | منطبق با | منطبق بر | "
        "همزمان با | که مصادف است با | یعنی | موافق | موافق با | مطابق است با | برابر است با",
        YEAR_BEFORE: "سال | سال‌های",
        ERA: "میلادی | م. | مسیحی | ترسایی | عیسوی",  # ترسایی: Afghanistan
        # Bare «هجری» after a lunar month; after a solar one it is refused.
        LUNAR: "قمری | هجری قمری | ه ق. | هق | ق. | هجری | ه.",
        SOLAR: "شمسی | هجری شمسی | خورشیدی | هجری خورشیدی | ه ش. | هش | ش. | ه خ. | خ. | هجری‌شمسی | هجری‌خورشیدی | جلالی",
        ORDINAL: "ام | اُم | مین",  # «۲۶ام»
        LAST: "گذشته | سپری شده",
        THIS: "جاری | این | همین | حاضر | فعلی | کنونی | روان",  # روان: Afghanistan
        NEXT: "آینده | آتی | پیش رو | پیش‌رو | پیشرو | پیش روی",
        AGO: "پیش | قبل | پیش از این | قبل از این",
        AHEAD: "بعد | دیگر | پس از این",
        NOW: "اکنون | هم‌اکنون | هم اکنون | الان | همین حالا | همین الان | لحظاتی پیش | لحظاتی قبل | چند لحظه پیش | "
        "چند لحظه قبل | لحظه‌ای پیش | دمی پیش",
        AND: "و",
        # Places, institutions and movements that bear a date: «میدان ۷ تیر», «پل ۱۵ خرداد».
        NAMED_AFTER: "خیابان | خیابانهای | میدان | بلوار | بزرگراه | اتوبان | کوچه | چهارراه | سه‌راه | پل | پارک | بوستان | بیمارستان | دانشگاه | مدرسه | دبیرستان | "
        "دبستان | ورزشگاه | استادیوم | شهرک | محله | کوی | ایستگاه | مترو | متروی | پادگان | پایگاه | تیپ | لشکر | گردان | مسجد | حسینیه | درمانگاه | سد | "
        "نیروگاه | پالایشگاه | کارخانه | بنیاد | مجتمع | سالن | تالار | جنبش | نهضت | جبهه | حزب | قیام | جاده | بازار | متولد | متولدین | کارگاه | مزرعه | تونل",
        PUBLISHED: "انتشار | تاریخ انتشار | زمان انتشار | تاریخ و زمان انتشار | ساعت انتشار | منتشر شد | منتشر شد در | منتشر شده | منتشر شده در | منتشرشده در | "
        "منتشر شده در تاریخ | نشر | تاریخ نشر | زمان نشر | نشر شده | نشر شده در | تاریخ مخابره | زمان مخابره | تاریخ درج | تاریخ درج خبر | درج شده در | "
        "درج شده در تاریخ | تاریخ خبر | تاریخ ارسال | تاریخ ثبت | زمان ثبت | ثبت شده در | ارسال شده | ارسال شده در | ارسال در | نوشته شده در | نگارش | "
        "تاریخ تولید خبر | تاریخ ایجاد | به‌روزرسانی | به روزرسانی | به روز رسانی | بروزرسانی | بروز رسانی | آخرین به‌روزرسانی | آخرین به روزرسانی | "
        "آخرین به روز رسانی | آخرین بروزرسانی | آخرین بروز رسانی | تاریخ به‌روزرسانی | تاریخ به روزرسانی | تاریخ به روز رسانی | تاریخ بروزرسانی | "
        "تاریخ بروز رسانی | زمان به‌روزرسانی | زمان بروزرسانی | به‌روز شده | به روز شده | به‌روزشده | بروز شده | به‌روز شده در | به روز شده در | بروز شده در | "
        "به‌روزرسانی شده | به‌روزرسانی شده در | به روز رسانی شده در | به‌روزرسانی در | بروزرسانی شده در | آخرین ویرایش | آخرین تغییر | آخرین تغییرات | ویرایش | "
        "ویرایش شده در | تاریخ ویرایش | تازه شده در | تازه شده | آخرین بازبینی | زمان | تاریخ و زمان | چاپ شده در | تاریخ چاپ | ساعت خبر | زمان خبر | اولین انتشار | "
        "منتشر شده به تاریخ | بازنشر | تاریخ بازنشر | تاریخ خبر و ساعت | روزآمد شده | روزآمد شده در | آخرین روزآمد",
        # «دو روز گذشته» is a span and no yesterday.
        NO_DATE: " | ".join(
            f"{number} {unit} گذشته" for number in (*_COUNTED, "چند") for unit in ("روز", "شب", "ماه", "سال")
        )
        + " | روزهای گذشته | شب‌های گذشته | "
        # «می» apart from its verb is no May: «۲ می شود».
        + " | ".join(f"می {verb}" for verb in _VERBS.split()),
    },
    # Arabic's letters, which many keyboards type; what a letter loses when its hamza or madda is a mark of its own.
    alike={
        "ي": "ی",
        "ى": "ی",
        "ئ": "ی",
        "ے": "ی",
        "ې": "ی",  # Pashto's, on Afghan sites
        "ك": "ک",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ؤ": "و",
        "ة": "ه",
        "ۀ": "ه",
        "ہ": "ه",
        "ە": "ه",
        "ھ": "ه",
        "ۂ": "ه",
    },
    # CLDR's three abbreviations of Dari months, which no news print: «جنو» and «جول» are no words, «دسم» is fat.
    untaken="جنو | جول | دسم",
    own_calendar=True,
    solar_years=True,
    digits=("arabext", "latn"),
)
