"""German (Germany, Austria, Switzerland): what news print beside CLDR's names."""

from __future__ import annotations

from typing import Final

from newsmodel.dates.words import (
    AFTERNOON,
    AGO,
    AHEAD,
    AND,
    ARTICLE,
    AT_HOUR,
    BEFORE_CHRIST,
    CORRESPONDING,
    DAY_LABEL,
    ERA,
    EVENING,
    HOUR_MARK,
    LAST,
    LUNAR,
    MORNING,
    NAMED_AFTER,
    NEXT,
    NIGHT,
    NO_DATE,
    NOON,
    NOW,
    NUMBERED,
    ORDINAL,
    PREPOSITION,
    PUBLISHED,
    THIS,
    YEAR_BEFORE,
    Half,
    Words,
    Zone,
)
from newsmodel.dates.words.cldr.de import CLDR

_ENDINGS: Final = ("en", "e", "es", "er", "em")
# The night is one of two days, but whoever writes «gestern Nacht» counts it to the day named.
_PARTS: Final = {
    "früh": MORNING,
    "Morgen": MORNING,
    "Vormittag": MORNING,
    "Mittag": NOON,
    "Nachmittag": AFTERNOON,
    "Abend": EVENING,
    "Nacht": NIGHT,
}


def _inflected(*stems: str) -> str:
    return " | ".join(f"{stem}{ending}" for stem in stems for ending in _ENDINGS)


def _weekday(*names: str) -> str:
    """«Freitagabend», in an older spelling «Freitag abend»."""
    joined = (f"{name}{part.lower()} | {name} {part}" for name in names for part in _PARTS if part != "Nacht")
    return " | ".join((*names, *joined))


def _time(*cities: str) -> str:
    """A city's clock by the adjective of the city: «14 Uhr Berliner Zeit»."""
    return " | ".join(f"{city} Zeit | {city} Ortszeit | nach {city} Zeit" for city in cities)


WORDS = Words(
    language="de",
    cldr=CLDR,
    months={
        # Vowels without dots, as addresses and old systems write them; Austria's names; genitives; CMSs' abbreviations.
        "gregory": (
            "Januars | Jaenner | Jänners | Jan. | Jän. | Jaen. | Jänn.",
            "Februars | Feber | Febers | Feb. | Febr. | Feb.",
            "Maerz | Märzes | Mär. | Mrz. | Mz.",
            "Aprils | Apr.",
            "Mais",
            "Junis | Jun.",
            "Julis | Jul.",
            "Augusts | Augustes | Aug.",
            "Septembers | Sep. | Sept.",
            "Oktobers | Okt.",
            "Novembers | Nov.",
            "Dezembers | Dez.",
        ),
        # Without hyphens, which a phrase leaves out.
        "islamic": (
            "Muharrem",
            "Safer",
            "Rabi al Awwal | Rabi al Auwal | Rabi I",
            "Rabi ath Thani | Rabi al Achir | Rabi II",
            "Dschumada l Ula | Dschumada al Ula",
            "Dschumada th Thaniya | Dschumada al Achira",
            "Redscheb",
            "Schaban | Scha'aban | Schaaban",
            "Ramadans",
            "Schawwal | Schauwal",
            "Dhu l Qada | Dhul Qada | Dhu al Qada",
            "Dhu l Hiddscha | Dhul Hiddscha | Dhu al Hiddscha | Dhu l Hidscha | Dhul Hidscha",
        ),
    },
    weekdays=(
        _weekday("Montag") + " | Montags",
        _weekday("Dienstag"),
        _weekday("Mittwoch"),
        _weekday("Donnerstag"),
        _weekday("Freitag"),
        _weekday("Samstag", "Sonnabend"),  # the one in the south and west, the other in the north and east
        _weekday("Sonntag"),
    ),
    # «nachts» has 22 Uhr and 2 Uhr: only the hours after midnight are of the day that is named. «Am Morgen» and the like
    # stand here so that they are not read as «morgen», tomorrow.
    halves={
        "morgens | früh | frühmorgens | am Morgen | am frühen Morgen | in der Früh | in der Frühe": Half(
            0, range(1, 12)
        ),
        "der Morgen | den Morgen | des Morgens | jeden Morgen | guten Morgen | gegen Morgen | bis zum Morgen | "
        "am nächsten Morgen | am anderen Morgen | nächsten Morgen | diesen Morgen | an diesem Morgen": Half(
            0, range(1, 12)
        ),
        "vormittags | am Vormittag": Half(0, range(6, 12)),
        "mittags | am Mittag": Half(12, (12, 1, 2)),
        "nachmittags | am Nachmittag": Half(12, range(1, 7)),
        "abends | am Abend | am späten Abend | am frühen Abend": Half(12, range(5, 12)),
        "nachts | in der Nacht": Half(0, range(1, 6)),
    },
    zones={
        "MEZ | CET": Zone(60),
        "MESZ | CEST": Zone(120),
        "WEZ": Zone(0),
        "OEZ | EET": Zone(120),
        "OESZ | EEST": Zone(180),
        "WESZ | BST": Zone(60),
        "EST": Zone(-300),
        "EDT": Zone(-240),
        "PST": Zone(-480),
        "PDT": Zone(-420),
        "JST": Zone(540),
        "mitteleuropäischer Zeit | mitteleuropäische Zeit": Zone(place="Europe/Berlin"),
        "mitteleuropäischer Sommerzeit | mitteleuropäische Sommerzeit": Zone(120),
        "Weltzeit | koordinierter Weltzeit | Greenwich Zeit | Greenwicher Zeit | westeuropäischer Zeit": Zone(
            0
        ),
        "deutscher Zeit | nach deutscher Zeit | deutsche Zeit | deutscher Ortszeit | "
        + _time("Berliner", "Münchner", "Hamburger", "Frankfurter"): Zone(place="Europe/Berlin"),
        "österreichischer Zeit | " + _time("Wiener"): Zone(place="Europe/Vienna"),
        "Schweizer Zeit | schweizerischer Zeit | nach Schweizer Zeit | " + _time("Zürcher"): Zone(
            place="Europe/Zurich"
        ),
        "MSK | " + _time("Moskauer"): Zone(place="Europe/Moscow"),
        "ukrainischer Zeit | " + _time("Kiewer", "Kyjiwer"): Zone(place="Europe/Kyiv"),
        "britischer Zeit | " + _time("Londoner"): Zone(place="Europe/London"),
        "französischer Zeit | " + _time("Pariser"): Zone(place="Europe/Paris"),
        "türkischer Zeit | " + _time("Istanbuler"): Zone(place="Europe/Istanbul"),
        "israelischer Zeit | " + _time("Jerusalemer"): Zone(place="Asia/Jerusalem"),
        "japanischer Zeit | " + _time("Tokioter"): Zone(place="Asia/Tokyo"),
        "chinesischer Zeit | " + _time("Pekinger"): Zone(place="Asia/Shanghai"),
        "ET | US Ostküstenzeit | Ostküstenzeit | " + _time("New Yorker", "Washingtoner"): Zone(
            place="America/New_York"
        ),
        "Ortszeit | lokaler Zeit | lokale Zeit | örtlicher Zeit | nach Ortszeit": Zone(),
    },
    # «gestrig» stands before a weekday: «am gestrigen Donnerstag».
    relative_days={
        -1: "gestrigen | gestriger | gestrige",
        0: "heutigen | heutiger | heutige",
        1: "morgigen | morgiger | morgige",
    },
    parts_of_days={
        f"{day} {part}": (number, half)
        for number, day in (
            (-2, "vorgestern"),
            (-1, "gestern"),
            (0, "heute"),
            (1, "morgen"),
            (2, "übermorgen"),
        )
        for part, half in _PARTS.items()
    },
    units={
        "second": "Sek. | s",
        "minute": "Min.",
        "hour": "Std. | Stdn. | h",
        "day": "Tg.",
        "week": "Wo. | Wch.",
        "month": "Mon. | Mt.",  # Mt.: Switzerland
        "year": "Jahre | Jahres",
    },
    counted={
        "einer halben Stunde": ("minute", 30),
        "halben Stunde": ("minute", 30),
        "einer Viertelstunde": ("minute", 15),
        "einer Dreiviertelstunde": ("minute", 45),
        "eineinhalb Stunden": ("minute", 90),
        "anderthalb Stunden": ("minute", 90),
        "zweieinhalb Stunden": ("minute", 150),
        "einem halben Jahr": ("month", 6),
        "eineinhalb Jahren": ("month", 18),
        "anderthalb Jahren": ("month", 18),
    },
    # Before a unit they have the dative after «vor» and «in».
    numbers=(
        "einem | einer | ein | eine | einen | eins",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
        "dreizehn",
        "vierzehn",
        "fünfzehn",
        "sechzehn",
        "siebzehn",
        "achtzehn",
        "neunzehn",
        "zwanzig",
    ),
    periods={
        "Vorjahr | Vorjahres | Vorjahrs | des Vorjahres | vom Vorjahr": ("year", -1),
        "Vormonat | Vormonats | des Vormonats": ("month", -1),
        "d. J. | d.J. | heurigen Jahres | heuer": ("year", 0),
    },
    kinds={
        BEFORE_CHRIST: "v Chr | v. Chr. | vor Christus",
        NUMBERED: "Version | Seite | Nr. | Tel. | Kapitel | Artikel | hundert | tausend",
        # «am» before the shared «am» of the half of the day: in German it is "on the" and no half.
        AT_HOUR: "um",
        PREPOSITION: "am | im | vom | von | an | "
        "in der Nacht zum | in der Nacht auf | am Morgen des | am Vormittag des | am Mittag des | am Nachmittag des | am Abend des",
        ARTICLE: "den | dem | der | die | das | des",
        DAY_LABEL: "Monat | Monats",  # «im Monat November»
        CORRESPONDING: "entspricht | das entspricht",
        YEAR_BEFORE: "Jahr | Jahre | Jahres | im Jahr | im Jahre | des Jahres | vom Jahr | aus dem Jahr",
        ERA: "n Chr. | nach Christus | nach Christi Geburt | u Z.",
        LUNAR: "n H. | nach der Hidschra | AH",
        ORDINAL: "te | ten | ter | tes | ste | sten",
        HOUR_MARK: "Uhr | h",
        LAST: _inflected("letzt", "vergangen", "vorig"),
        # «d. J.»: dieses Jahres; «heurig»: Austria; «in» before it is no span ahead.
        THIS: _inflected("dies", "laufend", "heurig") + " | in diesem | d J.",
        NEXT: _inflected("nächst", "kommend"),
        AGO: "vor | vor etwa | vor rund | vor ca. | vor circa | vor ungefähr | vor knapp | vor gut",
        AHEAD: "in | in etwa | in rund | in ca.",
        NOW: "jetzt | gerade eben | eben gerade | soeben | gerade jetzt | vor wenigen Sekunden | vor einem Moment | vor einem Augenblick",
        AND: "und",
        # Streets and movements that bear a date stand with «des»; «an der Straße am 26. November» is none of them.
        NAMED_AFTER: "Straße des | Str des | Platz des | Platz der | Allee des | Weg des | Ring des | Brücke des | Park des | Siedlung des | Stadion des | Kolonie des | Ufer des | "
        "Bewegung | Bewegung des | Brigade | Werk des | Helden des | Männer des | Partei des | Genossenschaft | Kombinat | LPG | "
        # Before our era, after the date.
        "vor Christi Geburt | v u Z.",
        PUBLISHED: "veröffentlicht | veröffentlicht am | Veröffentlichung | Veröffentlichungsdatum | erstveröffentlicht am | Erstveröffentlichung | zuerst veröffentlicht am | "
        "aktualisiert | aktualisiert am | aktualisiert um | zuletzt aktualisiert | zuletzt aktualisiert am | zuletzt aktualisiert um | letzte Aktualisierung | letzte Aktualisierung am | letztes Update | "
        "letztes Update am | Aktualisierung | Aktualisierungsdatum | Update | Update am | Update vom | upgedatet am | Stand | Stand vom | Datenstand | Datum | Datum der Veröffentlichung | "
        "erschienen | erschienen am | Erscheinungsdatum | erscheint am | erstmals erschienen am | publiziert | publiziert am | Publikationsdatum | Publikation | erstpubliziert am | "
        "erstellt | erstellt am | Erstellungsdatum | Erstelldatum | geändert | geändert am | zuletzt geändert | zuletzt geändert am | letzte Änderung | letzte Änderung am | Änderungsdatum | bearbeitet am | "
        "zuletzt bearbeitet | zuletzt bearbeitet am | gepostet am | eingestellt am | online seit | online gestellt am | online am | Artikel vom | Beitrag vom | Meldung vom | Nachricht vom | Bericht vom | Sendung vom | "
        "Ausgabe vom | Ausgabe | Pressemitteilung vom | Mitteilung vom | Text vom | Video vom | verfasst am | geschrieben am | gesendet am | ausgestrahlt am | überarbeitet am | korrigiert am | Sendedatum | Sendetermin | "
        "dieser Artikel wurde am | zuletzt modifiziert | archiviert am | Artikel veröffentlicht am | Beitrag veröffentlicht am | Artikel aktualisiert am | Artikel erschienen am | hochgeladen am",
        NO_DATE: " | ".join(
            # «Die letzten Jahre» and «vor Jahren» are no year; CLDR's and our units would make one of them.
            [
                f"{adjective} {unit}"
                for adjective in _inflected("letzt", "vergangen", "nächst", "kommend", "dies", "vorig").split(
                    " | "
                )
                if adjective.endswith(("en", "e", "er"))
                for unit in ("Jahre", "Jahren", "Monate", "Monaten")
            ]
            + [
                f"{before} {unit}"
                for before in ("vor", "in")
                for unit in ("Jahren", "Monaten", "Wochen", "Tagen", "Stunden", "Minuten", "Sekunden")
            ]
        ),
    },
    # Vowels with and without their dots, Switzerland's ss.
    alike={"ä": "a", "ö": "o", "ü": "u", "ß": "ss"},
    # Abbreviations of Hijri months that are words or names in German news.
    untaken="Ram | Raj | Saf | Muh | Sha | Shaw",
    capital_months=True,
)
