"""Turkish: what news print beside CLDR's names. Keys are compared after `alike`: as many sites leave the marks of letters out, and no two words of a date differ by them."""

from __future__ import annotations

from typing import Final

from newsmodel.dates.words import (
    ABOUT,
    AFTERNOON,
    AGO,
    AHEAD,
    AND,
    BEFORE_CHRIST,
    CORRESPONDING,
    DAY_LABEL,
    EVENING,
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
    PREPOSITION,
    PUBLISHED,
    THIS,
    YEAR_AFTER,
    Half,
    Words,
    Zone,
)
from newsmodel.dates.words.cldr.tr import CLDR

# A kind that no rule takes: phrases in which a word that is one of a date elsewhere is part of something else.

# Months with the endings of "in", "from", "of", "to" and the object. An apostrophe before the ending is dropped from the key.
_MONTHS: Final = {
    "Ocak": "ta | tan | ın | a | ı",
    "Şubat": "ta | tan | ın | a | ı",
    "Mart": "ta | tan | ın | a",  # «martı» is a gull
    "Nisan": "da | dan | ın | a | ı",
    "Mayıs": "ta | tan | ın | a | ı",
    "Haziran": "da | dan | ın | a | ı",
    "Temmuz": "da | dan | un | a | u",
    "Ağustos": "ta | tan | un | a | u",
    "Eylül": "de | den | ün | e | ü",
    "Ekim": "de | den | in | e | i",
    "Kasım": "da | dan | ın | a | ı",
    "Aralık": "ta | tan | ın | a | ı",
}

# A day and a month before one of these name something that happened in one year, which is not the year of writing.
_EVENTS: Final = (
    "darbesi",
    "darbe girişimi",
    "darbe girişiminin",
    "darbe girişiminde",
    "hain darbe girişimi",
    "kalkışması",
    "süreci",
    "sürecinde",
    "davası",
    "soruşturması",
    "muhtırası",
    "operasyonu",
    "operasyonları",
    "depremi",
    "depremleri",
    "depremlerinde",
    "depremlerinin",
    "depreminde",
    "saldırısı",
    "saldırıları",
    "seçimi",
    "seçimleri",
    "seçimlerinde",
    "referandumu",
    "katliamı",
)


# A noun after these has no ending of number, and its bare form is "one … ago" to the grammar.
_UNCOUNTED: Final = (
    "birkaç",
    "bir kaç",
    "kaç",
    "buçuk",
    "bin",
    "milyon",
    "milyar",
    "onlarca",
    "yüzlerce",
    "binlerce",
    "milyonlarca",
    "çok",
    "nice",
    "bunca",
    "küsur",
)
_SPANS: Final = ("saniye", "dakika", "saat", "gün", "hafta", "ay", "yıl", "sene", "dk", "sn")

_UNITS: Final = ("bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS: Final = ("on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")


def _month(name: str, *short: str) -> str:
    """A month in its cases, and with the word for "month" after it."""
    endings = _MONTHS[name].split(" | ")
    cases = [f"{name}{ending}" for ending in (*endings, f"{endings[0]}ki")]
    labelled = [f"{name} {month}" for month in ("ayı", "ayında", "ayının", "ayından", "ayına", "ayındaki")]
    return " | ".join((*cases, *labelled, *short))


def _weekday(name: str, *short: str) -> str:
    """A weekday, and with the words for "day" and its parts after it, which no weekday of the grammar has."""
    parts = ("günü", "gününe", "gününden", "gününün", "günkü", "sabahı", "akşamı", "gecesi", "öğleden sonra")
    return " | ".join((*(f"{name} {part}" for part in parts), *short))


def _clock(*places: str) -> str:
    return " | ".join(
        f"{place} saati{ending}" for place in places for ending in ("", "yle", " ile", "ne göre")
    )


WORDS = Words(
    language="tr",
    cldr=CLDR,
    calendars=("gregory", "islamic"),
    months={
        "gregory": (
            _month("Ocak", "Oca.", "Ock."),
            _month("Şubat", "Şub.", "Şbt."),
            _month("Mart", "Mar.", "Mrt."),
            _month("Nisan", "Nis.", "Nsn."),
            _month("Mayıs", "May.", "Mys."),
            _month("Haziran", "Haz.", "Hzr."),
            _month("Temmuz", "Tem.", "Tmz."),
            _month("Ağustos", "Ağu.", "Ağt.", "Ağs."),
            _month("Eylül", "Eyl."),
            _month("Ekim", "Eki.", "Ekm."),
            _month("Kasım", "Kas.", "Ksm."),
            _month("Aralık", "Ara.", "Arl."),
        ),
        # As calendars and the religious press spell them.
        "islamic": (
            "Muharremi",
            "Sefer",
            "Rebiulevvel | Rebi'ül evvel | Rebiül evvel",
            "Rebiulahir | Rebiül ahir | Rebiyülahir | Rebiülâhir",
            "Cemaziyelevvel | Cemâziyelevvel | Cumadelula | Cemazeyilevvel | Cemaziyel evvel",
            "Cemaziyelahir | Cemâziyelâhir | Cumadelahire | Cemaziyel ahir",
            "Receb",
            "Şabanı",
            "Ramazanı | Ramazan ı Şerif | Ramazanı Şerif",
            "Şevvâl",
            "Zilka'de",
            "Zilhicce",
        ),
    },
    weekdays=(
        _weekday("Pazartesi", "Pzt.", "Pts.", "Pzts."),
        _weekday("Salı", "Sal."),
        _weekday("Çarşamba", "Çar.", "Çrş.", "Çarş."),
        _weekday("Perşembe", "Per.", "Prş.", "Perş."),
        _weekday("Cuma", "Cum."),
        _weekday("Cumartesi", "Cmt.", "Cts.", "Cmts."),
        _weekday("Pazar", "Paz.", "Pzr."),
    ),
    # After an hour; before it, where they mostly stand, only "morning" says no other hour than its numbers (PREPOSITION).
    halves={
        "ÖÖ": Half(0, range(1, 13)),  # the clock's marks, as programs print them
        "ÖS": Half(12, range(1, 13)),
    },
    # Turkey had summer time until 2016, and +03:00 ever since: the city's clock.
    zones={
        "TSİ | " + _clock("Türkiye", "Ankara", "İstanbul"): Zone(place="Europe/Istanbul"),
        _clock("Greenwich", "GMT"): Zone(0),
        _clock("Londra", "İngiltere"): Zone(place="Europe/London"),
        _clock("Paris", "Fransa"): Zone(place="Europe/Paris"),
        _clock("Berlin", "Almanya"): Zone(place="Europe/Berlin"),
        _clock("Moskova"): Zone(place="Europe/Moscow"),
        _clock("Kiev"): Zone(place="Europe/Kyiv"),
        _clock("Lefkoşa", "KKTC"): Zone(place="Asia/Nicosia"),
        _clock("Bakü", "Azerbaycan"): Zone(place="Asia/Baku"),
        _clock("Tahran", "İran"): Zone(place="Asia/Tehran"),
        _clock("Kahire"): Zone(place="Africa/Cairo"),
        _clock("Bağdat"): Zone(place="Asia/Baghdad"),
        _clock("Kudüs", "İsrail"): Zone(place="Asia/Jerusalem"),
        _clock("Mekke", "Suudi Arabistan"): Zone(place="Asia/Riyadh"),
        _clock("Katar", "Doha"): Zone(place="Asia/Qatar"),
        _clock("Pekin", "Çin"): Zone(place="Asia/Shanghai"),
        _clock("Tokyo", "Japonya"): Zone(place="Asia/Tokyo"),
        _clock("New York", "Washington", "ABD Doğu", "ABD doğu yakası"): Zone(place="America/New_York"),
        "yerel saatle | yerel saat ile | yerel saat | yerel saate göre": Zone(),
    },
    relative_days={
        -2: "evvelki gün | önceki gün",
        -1: "dünkü",
        0: "bu gün | bugünkü",
        1: "yarınki",
    },
    parts_of_days={
        "evvelsi akşam | önceki akşam": (-2, EVENING),
        "dün sabah": (-1, MORNING),
        "dün akşam": (-1, EVENING),
        "dün gece": (-1, NIGHT),
        "dün öğlen | dün öğle": (-1, NOON),
        "dün öğleden sonra": (-1, AFTERNOON),
        "bu sabah | bugün sabah": (0, MORNING),
        "bu akşam | bugün akşam": (0, EVENING),
        "bu gece": (0, NIGHT),
        "bugün öğlen": (0, NOON),
        "bugün öğleden sonra": (0, AFTERNOON),
        "yarın sabah": (1, MORNING),
        "yarın akşam": (1, EVENING),
        "yarın gece": (1, NIGHT),
    },
    units={
        "second": "sn.",
        "minute": "dak. | dk.",
        "hour": "saat | sa. | st.",
        "day": "günü | gününde",
        "week": "haftanın",
        "month": "ayın | ayı | ayında | ayının",
        "year": "yılın | yılı | yılında | sene | senenin",
    },
    counted={
        "yarım saat": ("minute", 30),
        "çeyrek saat": ("minute", 15),
        "bir buçuk saat": ("minute", 90),
        "bir saat": ("hour", 1),
        "yarım gün": ("hour", 12),
    },
    numbers=(
        *_UNITS,
        *(number for ten in _TENS for number in (ten, *(f"{ten} {unit}" for unit in _UNITS))),
        "yüz",
    ),
    ago_from="[dt][ea]n$",
    kinds={
        BEFORE_CHRIST: "MÖ",
        NUMBERED: "sürüm | sayfa | no. | tel. | madde | bin",
        # «sabah 08:30»: the morning's hours are those of the clock.
        ABOUT: "yaklaşık | aşağı yukarı",
        PREPOSITION: "saat | saati | sabah | sabah saat | sabah saati | saatler | bu sabah saat | günü saat",
        DAY_LABEL: "günü | gününde | ayı | ayında | ayının | hicri | miladi",  # the calendar's name before a day: its month says it too
        CORRESPONDING: "tekabül eden | karşılığı",
        # "Dated", after a date as a whole, has the place of the year's word.
        YEAR_AFTER: "yılı | yılında | yılının | yılından | yılına | yılındaki | senesi | senesinde | senesinin | tarihi | tarihinde | tarihli | tarihine | tarihinden | tarihindeki | tarihinde saat",
        LUNAR: "H. | hicrî yıl",
        LAST: "geçen | geçtiğimiz | geride bıraktığımız",
        THIS: "bu | içinde bulunduğumuz",
        NEXT: "gelecek | önümüzdeki",
        AGO: "önce | evvel | önceydi",
        AHEAD: "sonra",
        NOW: "şimdi | şu an | şu anda | az önce | şimdi yayınlandı | biraz önce | demin",
        AND: "ve",
        # Streets, bridges, universities and the like, which stand after the date in Turkish.
        NAMED_AFTER: "köprüsü | köprüsünde | köprüsünün | köprüsünden | şehitler köprüsü | şehitler köprüsünde | şehitler köprüsünün | şehitleri | şehitler | şehidi | gazisi | gazileri | "
        "üniversitesi | üniversitesinde | üniversitesinin | üniversitesinden | üniversitesine | caddesi | caddesinde | cad. | cd. | sokağı | sokağında | sokak | sok. | sk. | bulvarı | bulvarında | blv. | "
        "mahallesi | mahallesinde | mah. | mh. | meydanı | meydanında | meydanından | stadı | stadında | stadyumu | stadyumunda | stat | parkı | parkında | lisesi | lisesinde | anadolu lisesi | "
        "ortaokulu | ilkokulu | ilköğretim okulu | okulu | hastanesi | hastanesinde | camii | camisi | barajı | tüneli | viyadüğü | otogarı | garı | terminali | demokrasi otogarı | "
        "demokrasi meydanı | kız öğrenci yurdu | yurdu | spor | spor kulübü | spor salonu | kültür merkezi | fen lisesi | organize sanayi | demokrasi müzesi | müzesi | derneği | vakfı | anıtı | kampüsü | yerleşkesi | ilçesi | ilçesinde | beldesi | destanı | marşı",
        PUBLISHED: "giriş | giriş tarihi | haber giriş | haber giriş tarihi | haberin giriş tarihi | ilk giriş tarihi | haber tarihi | haberin tarihi | tarih | tarih ve saat | "
        "son güncelleme | son güncelleme tarihi | son güncellenme | son güncellenme tarihi | güncelleme | güncelleme tarihi | güncellenme | güncellenme tarihi | güncellendi | haber güncelleme tarihi | haber güncelleme | "
        "haber güncellenme tarihi | güncellenme zamanı | güncelleme saati | güncel | son değişiklik | son düzenleme | son düzenlenme | düzenlenme | düzenleme tarihi | değiştirilme tarihi | "
        "yayınlanma | yayınlanma tarihi | yayınlanma zamanı | yayınlama | yayınlama tarihi | yayın tarihi | yayın | yayınlandı | yayımlanma | yayımlanma tarihi | yayımlama tarihi | yayımlandı | yayım tarihi | ilk yayın | ilk yayın tarihi | "
        "ilk yayınlanma | eklenme | eklenme tarihi | eklendi | ekleme tarihi | oluşturulma | oluşturulma tarihi | oluşturma tarihi | kayıt tarihi | yüklenme tarihi | gönderilme tarihi | gönderildi | paylaşım tarihi | paylaşıldı | "
        "son dakika | haberin eklenme tarihi | haber saati | yazı tarihi | basım tarihi | etkinlik tarihi | tarihinde yayınlandı | tarihinde güncellendi | tarihinde yayımlandı | tarihinde eklendi",
        NO_DATE: " | ".join(
            (
                *(f"{month} {event}" for month in _MONTHS for event in _EVENTS),
                *(f"{count} {unit}" for count in _UNCOUNTED for unit in _SPANS),
            )
        ),
    },
    # Capitals with and without a dot are one letter here (all-caps "NİSAN", "KASIM", and "NISAN" of keyboards without İ).
    alike={
        "İ": "i",
        "ı": "i",
        "î": "i",
        "ş": "s",
        "ç": "c",
        "ğ": "g",
        "ö": "o",
        "ü": "u",
        "â": "a",
        "û": "u",
    },
)
