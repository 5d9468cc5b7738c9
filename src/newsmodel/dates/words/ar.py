"""Arabic: what news print beside CLDR's names. Keys are compared after `alike`, without tatweel and vowel signs: one spelling stands here for all of hamza's."""

from __future__ import annotations

from newsmodel.dates.words import (
    ABOUT,
    AFTERNOON,
    AGO,
    AGO_LAST,
    AHEAD,
    AND,
    ARTICLE,
    AT_HOUR,
    BEFORE_CHRIST,
    CORRESPONDING,
    DAWN,
    DAY_LABEL,
    ERA,
    EVENING,
    EVENT,
    LAST,
    LUNAR,
    MORNING,
    NAMED_AFTER,
    NEXT,
    NIGHT,
    NOON,
    NOW,
    NUMBERED,
    OF,
    OTHER_MONTH,
    PREPOSITION,
    PUBLISHED,
    SOLAR,
    THIS,
    YEAR_BEFORE,
    Half,
    Words,
    Zone,
)
from newsmodel.dates.words.cldr.ar import CLDR

_UNITS = ("الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع")


def _teen(unit: str) -> str:
    return f"{unit} عشر"


def _time(*cities: str) -> str:
    """A city's clock, with and without the word for it: "بتوقيت القاهرة", and in brackets after a time."""
    return " | ".join(f"بتوقيت {city} | توقيت {city} | حسب توقيت {city}" for city in cities)


WORDS = Words(
    language="ar",
    script="Arab",
    cldr=CLDR,
    systems={"gregorian": "ar", "levantine": "ar-SY", "algerian": "ar-DZ", "moroccan": "ar-MA"},
    months={
        "gregory": (
            "كانون ثاني | كانون ثان | ك2",  # without the article; in Lebanese tables
            "فبرائر",  # an older spelling
            "اذار",
            "ابريل | نيسان",
            "مايس | نوار",  # Iraq; Palestine
            "يونيه",  # Egypt's spelling
            "يوليه | يوليوس | جويليه",  # Egypt's spelling
            "اغسطس | اوت | أغشت",  # Algeria; Mauritania
            "شتمبر | سبتنبر",  # Mauritania
            "أوكتوبر | تشرين أول | أكتوبير | ت1",  # a spelling; without the article
            "تشرين ثاني | تشرين ثان | نوفنبر | ت2",  # without the article
            "كانون أول | دجمبر | ك1",  # without the article; Mauritania
        ),
        "islamic": (
            "المحرم | محرم الحرام",  # with the article and the epithet that calendars print
            "صفر الخير",
            "ربيع أول",
            "ربيع الثاني | ربيع ثاني | ربيع ثان | ربيع آخر",  # as many papers as الآخر
            "جمادى الأول | جماد الأول | جمادى أولى | جماد أول",  # Gulf papers
            "جمادى الثانية | جمادى الآخر | جمادى الثاني | جماد الثاني | جماد الآخر | جماد الآخرة | جماد الثانية",
            "رجب الفرد",
            "شعبان المعظم",
            "رمضان المبارك",
            "شوال المكرم",
            "ذي القعدة | ذوالقعدة | ذو قعدة | ذي قعدة | القعدة",  # the genitive, as after a day; joined
            "ذي الحجة | ذوالحجة | ذو حجة | ذي حجة | الحجة",
        ),
    },
    # Libya's names of 1969 to 2011, which are words of every day: fire, spring, water, summer, dates, ploughing; and a man's name.
    beside_day={
        "gregory": (
            "أي النار",
            "النوار",
            "الربيع",
            "الطير",
            "الماء",
            "الصيف",
            "ناصر",
            "هانيبال",
            "الفاتح",
            "التمور",
            "الحرث",
            "الكانون",
        )
    },
    calendars=("gregory", "islamic"),
    weekdays=(
        "اثنين",  # without the article: in tables of newspapers
        "الثلثاء | ثلاثاء",  # Lebanon's spelling
        "أربعاء",
        "خميس",
        "جمعة",
        "سبت",
        "أحد",
    ),
    # The tens stand in two cases.
    days=(
        "الأول",
        *_UNITS[1:],
        "العاشر",
        *map(_teen, _UNITS),
        "العشرين | العشرون",
        *(f"{unit} والعشرين | {unit} والعشرون | {unit} و العشرين" for unit in _UNITS),
        "الثلاثين | الثلاثون",
        "الحادي والثلاثين | الحادي والثلاثون",
    ),
    # Moroccan papers leave the article out, and then «من».
    bare_days={number: f"{unit.removeprefix('ال')} عشر" for number, unit in enumerate(_UNITS, 11)},
    hours=(
        "الواحدة",
        "الثانية",
        "الثالثة",
        "الرابعة",
        "الخامسة",
        "السادسة",
        "السابعة",
        "الثامنة",
        "التاسعة",
        "العاشرة",
        "الحادية عشرة | الحادية عشر",
        "الثانية عشرة | الثانية عشر",
    ),
    hour_parts={
        "والنصف": 30,
        "ونصف": 30,
        "والربع": 15,
        "وربع": 15,
        "والثلث": 20,
        "وثلث": 20,
        "إلا ربعا": -15,
        "إلا الربع": -15,
        "إلا ربع": -15,
        "إلا ثلثا": -20,
        "وخمس دقائق": 5,
        "وعشر دقائق": 10,
    },
    # "12 مساء" is noon to one writer and midnight to another, so it is no hour of that word; the printed marks ص and م
    # are those of clocks, where twelve has its place.
    halves={
        "ص | ق ظ": Half(0, range(1, 13)),
        "ب ظ": Half(12, range(1, 13)),
        "صباحا": Half(0, range(1, 13)),  # "12:00 صباحا" is midnight on every stamp
        "صباح | في الصباح | قبل الظهر": Half(0, range(1, 12)),
        "فجرا | فجر | بعد منتصف الليل": Half(0, (12, 1, 2, 3, 4, 5, 6)),
        "ظهرا | الظهر | ظهر": Half(12, (12, 1, 2, 3)),
        "بعد الظهر | من بعد الظهر | بعد ظهر | من بعد ظهر": Half(12, (12, 1, 2, 3, 4, 5, 6)),
        "عصرا | عصر": Half(12, range(2, 7)),
        "مساء | في المساء": Half(12, range(1, 12)),
        "ليلا": NIGHT,  # after midnight nobody can say of which day
    },
    half_or_era="م",
    zones={
        _time(
            "غرينتش",
            "غرينيتش",
            "جرينتش",
            "جرينيتش",
            "غرينتيش",
            "جرينتيش",
            "غرينتش العالمي",
            "غرينيتش العالمي",
        ): Zone(0),
        "غرينتش | غرينيتش | جرينتش | جرينيتش | ت غ | ت.غ | تغ | تغم | بالتوقيت العالمي": Zone(0),
        _time("موسكو"): Zone(place="Europe/Moscow"),
        "مكة المكرمة | مكة | "
        + _time("مكة", "مكة المكرمة", "السعودية", "المملكة", "الرياض", "المملكة العربية السعودية"): Zone(
            place="Asia/Riyadh"
        ),
        _time("القاهرة", "مصر"): Zone(place="Africa/Cairo"),
        _time("بغداد", "العراق"): Zone(place="Asia/Baghdad"),
        _time("بيروت", "لبنان"): Zone(place="Asia/Beirut"),
        _time("دمشق", "سوريا"): Zone(place="Asia/Damascus"),
        _time("عمان", "الأردن"): Zone(place="Asia/Amman"),
        _time("القدس", "القدس المحتلة", "فلسطين"): Zone(place="Asia/Jerusalem"),
        _time("أبوظبي", "أبو ظبي", "الإمارات", "دبي"): Zone(place="Asia/Dubai"),
        _time("مسقط", "سلطنة عمان"): Zone(place="Asia/Muscat"),
        _time("الدوحة", "قطر"): Zone(place="Asia/Qatar"),
        _time("الكويت"): Zone(place="Asia/Kuwait"),
        _time("المنامة", "البحرين"): Zone(place="Asia/Bahrain"),
        _time("صنعاء", "عدن", "اليمن"): Zone(place="Asia/Aden"),
        _time("الخرطوم", "السودان"): Zone(place="Africa/Khartoum"),
        _time("طرابلس", "ليبيا"): Zone(place="Africa/Tripoli"),
        _time("تونس"): Zone(place="Africa/Tunis"),
        _time("الجزائر"): Zone(place="Africa/Algiers"),
        _time("المغرب", "الرباط"): Zone(place="Africa/Casablanca"),
        _time("نواكشوط", "موريتانيا"): Zone(place="Africa/Nouakchott"),
        _time("طهران"): Zone(place="Asia/Tehran"),
        _time("أنقرة", "إسطنبول", "تركيا"): Zone(place="Europe/Istanbul"),
        _time("لندن"): Zone(place="Europe/London"),
        _time("باريس"): Zone(place="Europe/Paris"),
        _time("برلين"): Zone(place="Europe/Berlin"),
        _time("كييف"): Zone(place="Europe/Kyiv"),
        _time("نيويورك", "واشنطن"): Zone(place="America/New_York"),
        _time("بكين", "الصين"): Zone(place="Asia/Shanghai"),
        "بالتوقيت المحلي | التوقيت المحلي | توقيت محلي | بتوقيت محلي": Zone(),
        "KSA": Zone(place="Asia/Riyadh"),  # as Saudi sites print it beside GMT
        "GST": Zone(240),  # Gulf Standard Time, on the stamps of Dubai's media
    },
    relative_days={
        -2: "أمس الأول | أول من أمس | الأول من أمس | قبل أمس",
        -1: "البارحة | يوم أمس",
        0: "هذا اليوم",
        1: "غدا | يوم غد | الغد | بكرة",
        2: "بعد غد",
    },
    parts_of_days={
        "مساء أمس الأول | مساء أول من أمس | مساء الأول من أمس": (-2, EVENING),
        "صباح أمس الأول | صباح أول من أمس | صباح الأول من أمس": (-2, MORNING),
        "فجر أمس الأول | فجر أول من أمس": (-2, DAWN),
        "ليلة أمس الأول | ليلة أول من أمس": (-2, NIGHT),
        "مساء غد": (1, EVENING),
        "صباح غد": (1, MORNING),
        "مساء أمس": (-1, EVENING),
        "صباح أمس": (-1, MORNING),
        "ليلة أمس | ليل أمس": (-1, NIGHT),
        "فجر أمس": (-1, DAWN),
        "ظهر أمس": (-1, NOON),
        "صباح اليوم | هذا الصباح": (0, MORNING),
        "مساء اليوم | هذا المساء": (0, EVENING),
        "ظهر اليوم": (0, NOON),
        "فجر اليوم": (0, DAWN),
        "عصر اليوم": (0, AFTERNOON),
        "الليلة": (0, NIGHT),
    },
    units={
        "second": "ثوان | ثواني | ثانية",
        "minute": "دقيقة | دقائق | دقيقه | د | دق",
        "hour": "ساعة | ساعات | س",
        "day": "يوم | أيام | يوما",
        "week": "أسبوع | أسابيع | أسبوعا",
        "month": "شهر | أشهر | شهور | شهرا | الشهر",
        "year": "عام | سنة | أعوام | سنوات | عاما | سنين | العام | السنة",
    },
    counted={
        "ثانيتين": ("second", 2),
        "دقيقتين": ("minute", 2),
        "ساعتين": ("hour", 2),
        "نصف ساعة": ("minute", 30),
        "ربع ساعة": ("minute", 15),
        "ساعة ونصف": ("minute", 90),
        "ساعة وربع": ("minute", 75),
        "ساعة وثلث": ("minute", 80),
        "ساعة إلا ربع": ("minute", 45),
        "ساعتين وربع": ("minute", 135),
        "ساعتين ونصف": ("minute", 150),
        "عامين ونصف": ("month", 30),
        "ساعة واحدة": ("hour", 1),
        "دقيقة واحدة": ("minute", 1),
        "يوم واحد": ("day", 1),
        "شهر واحد": ("month", 1),
        "سنة واحدة": ("year", 1),
        "عام واحد": ("year", 1),
        "يومين": ("day", 2),
        "أسبوعين": ("week", 2),
        "أسبوع واحد": ("week", 1),
        "شهرين": ("month", 2),
        "عامين": ("year", 2),
        "سنتين": ("year", 2),
    },
    single="ثانية | دقيقة | ساعة | يوم | أسبوع | شهر | عام | سنة",
    periods={"العام قبل الماضي | من العام قبل الماضي | العام ما قبل الماضي": ("year", -2)},
    # Both genders, before a unit.
    numbers=(
        "واحد | واحدة",
        "اثنين | اثنتين",
        "ثلاث | ثلاثة",
        "أربع | أربعة",
        "خمس | خمسة",
        "ست | ستة",
        "سبع | سبعة",
        "ثماني | ثمانية | ثمان",
        "تسع | تسعة",
        "عشر | عشرة",
        "إحدى عشرة | أحد عشر",
        "اثنتي عشرة | اثني عشر | اثنتا عشرة | اثنا عشر",
        *(f"{unit} عشرة | {unit}ة عشر" for unit in ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع")),
        "عشرين | عشرون",
        *(
            f"{unit} وعشرين | {unit}ة وعشرين"
            for unit in ("واحد", "اثنين", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع")
        ),
        "ثلاثين",
    ),
    twelve_hours=True,
    days_need_of=True,
    needs_year="صفر",
    ago_from="^(?:من|عن|على)$",
    kinds={
        EVENT: "قوى | تحالف | انقلاب | تفجيرات | انفجار | حراك | اتفاق | اتفاقية | وعد | نكسة | أحداث | لأحداث | هجوم | هجمات | اعتداءات | مجزرة | ثورة | لثورة | انتفاضة | حرب | حركة | وحركة | حملة | معركة",
        BEFORE_CHRIST: "قبل الميلاد | ق م | ق.م",
        NUMBERED: "كل | الصفحة | العدد | هاتف | رقم | المادة | مادة | الإصدار | إصدار | صفحة | فاكس | جوال | مئة | مائة | ألف | مليون | أربعين | خمسين | ستين | سبعين | ثمانين | تسعين | ونيف",
        # The Coptic months, on the front pages of Egypt beside the other two calendars.
        OTHER_MONTH: "توت | بابة | بابه | هاتور | كيهك | طوبة | طوبه | أمشير | برمهات | برمودة | بشنس | بؤونة | أبيب | مسرى",
        AT_HOUR: "الساعة | على الساعة | عند الساعة | في الساعة | في تمام الساعة | تمام الساعة | بتمام الساعة",
        ARTICLE: "ال",  # written together with a number: «الـ26»
        PREPOSITION: "في | بتاريخ | عند | "
        "ب | ل | وفي | لتاريخ | التوقيت | الوقت | مساء يوم | صباح يوم | في يوم",
        OF: "من | من شهر | لشهر",
        DAY_LABEL: "يوم | شهر | نهار | أيام | بشهر | ليوم",
        CORRESPONDING: "الموافق | الموافق ل | الموافق في | الموافق ليوم | الموافق يوم | الموافقة | الموافق فيه | يوافق | يوافقه | الموافق له | "
        "الموافق لتاريخ | المصادف | المصادف ل | المصادف في | المصادف يوم | المصادف ليوم",
        YEAR_BEFORE: "عام | سنة | العام | السنة | للعام | لعام | لسنة | بعام | بسنة | من عام | من سنة",
        ERA: "بالتقويم الميلادي | ء | ميلادي | ميلادية | للميلاد | ميلاديا | الميلادي | الميلادية",
        LUNAR: "هـ | بالتقويم الهجري | هجري | هجرية | للهجرة | الهجري | الهجرية | هجريا | من الهجرة",
        SOLAR: "هجري شمسي | هجرية شمسية | ه ش",  # Iran's dates in Arabic media
        LAST: "الماضي | الماضية | الفائت | الفائتة | المنصرم | المنصرمة | المنقضي | المنقضية | السابق | الفارط | الفارطة",  # الفارط: Morocco, Algeria
        THIS: "الجاري | الجارية | الحالي | الحالية | هذا",
        NEXT: "المقبل | المقبلة | القادم | القادمة | الآتي | القابل",
        AGO: "قبل | منذ",
        AGO_LAST: "مضت | مضى | خلت",
        AHEAD: "بعد",
        NOW: "الآن | قبل لحظات | منذ لحظات | قبل ثوان | منذ ثوان",
        ABOUT: "حوالي | نحو | تقريبا | ما يقارب | قرابة | أكثر من",
        AND: "و",
        # Names of streets, squares, bridges, towns, universities, revolutions and movements that bear a date.
        NAMED_AFTER: "محافظة | شارع | بشارع | وشارع | ميدان | بميدان | ساحة | جسر | كوبري | محور | مدينة | بمدينة | جامعة | حي | طريق | مستشفى | مدرسة | "
        "ملعب | نفق | قاعدة | حزب | مطار | تنسيقية | تيار | مؤسسة | كتيبة | لواء | صحيفة | قناة | مجلة | نادي",
        PUBLISHED: "آخر تحديث | آخر تحديث في | تاريخ النشر | نشر في | نشر | نشرت | نشرت في | تم النشر | تم النشر في | تم نشره في | تم نشره | تم التحديث | تم التحديث في | تم تحديثه في | "
        "حدث | حدث في | حدثت | حدثت في | تحديث | تاريخ التحديث | أول نشر | أول تحديث | نشر بتاريخ | نشر يوم | تاريخ | التاريخ | وقت النشر | صدر في | صدر بتاريخ | كتب في | "
        "تاريخ الإضافة | أضيف في | أضيف بتاريخ | تاريخ الخبر | تاريخ التعديل | آخر تعديل | نشرت بتاريخ | نشر الخبر في | حرر في | حرر بتاريخ | تاريخ الإنشاء | محدث | التحديث الأخير | آخر تحديث بتاريخ | "
        "آخر تحديث للموقع | تحديث في | نشر فى | النشر | حررت في | تحديث أخير | وقت التحديث | نشرها في",
    },
    alike={
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ة": "ه",
        "ى": "ي",
        "ی": "ي",
        "ئ": "ي",
        "ک": "ك",
        "ہ": "ه",
        "ھ": "ه",
        "ڤ": "ف",
        "ە": "ه",
    },
    first_of_month="فاتح | الفاتح | غرة | مستهل | أول",  # Morocco; the first of a Hijri month
    last_of_month="متم | سلخ",  # Morocco; the last of a Hijri month
    prefixes="بلوفك",
    adjective_after=True,
    own_calendar=True,
    digits=("latn", "arab"),
    comma="، ",
    patterns={"year": "عام yم"},
)
