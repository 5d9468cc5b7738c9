"""Turkish dates as news print them, and what is none."""

from __future__ import annotations

from datetime import datetime

import pytest

from newsmodel.dates import find_dates, read_date
from newsmodel.dates.fold import fold
from newsmodel.dates.lexicon import entries, lexicon
from newsmodel.dates.tokens import tokenise
from newsmodel.dates.words import words
from newsmodel.errors import DateError

REFERENCE = datetime(2021, 11, 26, 14, 5)  # noqa: DTZ001  # a Friday

READ: list[tuple[str, str, datetime | None]] = [
    ("26 Kasım 2021", "2021-11-26", None),
    ("26 Kasım 2021 Cuma", "2021-11-26", None),
    ("26 Kasım 2021, Cuma", "2021-11-26", None),
    ("26 Kasım 2021 Cuma günü", "2021-11-26", None),
    ("26 Kasım 2021 Cuma 14:05", "2021-11-26T14:05:00", None),
    ("26 Kasım 2021 - 14:05", "2021-11-26T14:05:00", None),
    ("26 Kasım 2021, 14:05", "2021-11-26T14:05:00", None),
    ("26 Kasım 2021 Cuma - 14:05", "2021-11-26T14:05:00", None),
    ("26 Kasım 2021 saat 14.05", "2021-11-26T14:05:00", None),
    ("26 Kasım 2021 saat 14:05", "2021-11-26T14:05:00", None),
    ("26 KASIM 2021 CUMA", "2021-11-26", None),
    ("6 NİSAN 2021 SALI", "2021-04-06", None),
    ("6 NISAN 2021 SALI", "2021-04-06", None),
    ("1 EYLÜL 2021 ÇARŞAMBA", "2021-09-01", None),
    ("5 AĞUSTOS 2021", "2021-08-05", None),
    ("5 Agustos 2021", "2021-08-05", None),
    ("12 Subat 2021", "2021-02-12", None),
    ("3 ARALIK 2021", "2021-12-03", None),
    ("26 kasım 2021", "2021-11-26", None),
    ("1 Mayıs 2021 Cumartesi", "2021-05-01", None),
    ("10.11.2021 - 14:05", "2021-11-10T14:05:00", None),
    ("10.11.2021 14:05", "2021-11-10T14:05:00", None),
    ("10/11/2021 14:05", "2021-11-10T14:05:00", None),
    ("10.11.2021, 14:05", "2021-11-10T14:05:00", None),
    ("26.11.2021 Cuma", "2021-11-26", None),
    ("26.11.2021 Cuma 14:05", "2021-11-26T14:05:00", None),
    ("26.11.21", "2021-11-26", None),
    ("26-11-2021", "2021-11-26", None),
    ("14:05 26.11.2021", "2021-11-26T14:05:00", None),
    ("14:05 - 26 Kasım 2021", "2021-11-26T14:05:00", None),
    ("Giriş Tarihi: 26.11.2021 14:05", "2021-11-26T14:05:00", None),
    ("Son Güncelleme: 26.11.2021 - 14:05", "2021-11-26T14:05:00", None),
    ("Güncellenme: 26 Kasım 2021 14:05", "2021-11-26T14:05:00", None),
    ("Güncelleme Tarihi: 26 Kasım 2021, 14:05", "2021-11-26T14:05:00", None),
    ("Yayınlanma: 26 Kasım 2021 - 14:05", "2021-11-26T14:05:00", None),
    ("Yayınlanma Tarihi: 26 Kasım 2021 Cuma, 14:05", "2021-11-26T14:05:00", None),
    ("GÜNCELLEME 26 Kasım 2021", "2021-11-26", None),
    ("GİRİŞ 26.11.2021 14:05", "2021-11-26T14:05:00", None),
    ("SON GÜNCELLEME: 26.11.2021 14:05", "2021-11-26T14:05:00", None),
    ("Oluşturulma Tarihi: Kasım 26, 2021 14:05", "2021-11-26T14:05:00", None),
    ("Eklenme Tarihi: 26 Kasım 2021", "2021-11-26", None),
    ("Yayın Tarihi: 26.11.2021", "2021-11-26", None),
    ("Son güncelleme 26 Kas 2021", "2021-11-26", None),
    ("26 Kasım 2021 tarihinde güncellendi", "2021-11-26", None),
    ("26.11.2021 tarihinde", "2021-11-26", None),
    ("Tarih: 26.11.2021 Saat: 14:05", "2021-11-26T14:05:00", None),
    ("Kasım 26, 2021", "2021-11-26", None),
    ("26 Kas 2021", "2021-11-26", None),
    ("26 Kas. 2021", "2021-11-26", None),
    ("26 Kas 2021 Cum 14:05", "2021-11-26T14:05:00", None),
    ("Cuma, 26 Kasım 2021", "2021-11-26", None),
    ("Cuma, Kasım 26, 2021", "2021-11-26", None),
    ("Cum, 26 Kas 2021 14:05:00 +0300", "2021-11-26T14:05:00+03:00", None),
    ("Paz, 28 Kas 2021", "2021-11-28", None),
    ("8 Ağu 2021", "2021-08-08", None),
    ("3 Ara 2021", "2021-12-03", None),
    ("3 Oca. 2021", "2021-01-03", None),
    ("26 Kasım 2021 14:05 TSİ", "2021-11-26T14:05:00+03:00", None),
    ("26 Kasım 2021 TSİ 14.05", "2021-11-26T14:05:00+03:00", None),
    ("26 Kasım 2021 14:05 (TSİ)", "2021-11-26T14:05:00+03:00", None),
    ("26 Ocak 2015 14:05 TSİ", "2015-01-26T14:05:00+02:00", None),
    ("26 Kasım 2021 Türkiye saatiyle 14:05", "2021-11-26T14:05:00+03:00", None),
    ("26 Kasım 2021, 11:05 GMT", "2021-11-26T11:05:00+00:00", None),
    ("26 Kasım 2021 yerel saatle 14:05", "2021-11-26T14:05:00", None),
    ("26 Kasım 2021 sabah 08:30", "2021-11-26T08:30:00", None),
    ("Kasım 2021", "2021-11", None),
    ("KASIM 2021", "2021-11", None),
    ("2021 yılı Kasım ayında", "2021-11", None),
    ("2021 Kasım", "2021-11", None),
    ("2021 yılında", "2021", None),
    ("Kasım ayı 2021", "2021-11", None),
    ("2 saat önce", "2021-11-26T12:05:00", REFERENCE),
    ("bir saat önce", "2021-11-26T13:05:00", REFERENCE),
    ("20 dakika önce", "2021-11-26T13:45:00", REFERENCE),
    ("20 dk önce", "2021-11-26T13:45:00", REFERENCE),
    ("5 dk. önce", "2021-11-26T14:00:00", REFERENCE),
    ("yarım saat önce", "2021-11-26T13:35:00", REFERENCE),
    ("3 gün önce", "2021-11-23", REFERENCE),
    ("üç gün önce", "2021-11-23", REFERENCE),
    ("2 hafta önce", "2021-11-12", REFERENCE),
    ("1 ay önce", "2021-10", REFERENCE),
    ("2 yıl önce", "2019", REFERENCE),
    ("1 saat 20 dakika önce", "2021-11-26T12:45:00", REFERENCE),
    ("2 saat sonra", "2021-11-26T16:05:00", REFERENCE),
    ("az önce", "2021-11-26T14:05:00", REFERENCE),
    ("2 saat önce güncellendi", "2021-11-26T12:05:00", REFERENCE),
    ("2 sa önce", "2021-11-26T12:05:00", REFERENCE),
    ("on iki saat önce", "2021-11-26T02:05:00", REFERENCE),
    ("dün", "2021-11-25", REFERENCE),
    ("DÜN", "2021-11-25", REFERENCE),
    ("bugün", "2021-11-26", REFERENCE),
    ("yarın", "2021-11-27", REFERENCE),
    ("evvelsi gün", "2021-11-24", REFERENCE),
    ("önceki gün", "2021-11-24", REFERENCE),
    ("dün 12:30", "2021-11-25T12:30:00", REFERENCE),
    ("dün, 12:30", "2021-11-25T12:30:00", REFERENCE),
    ("dün saat 12.30", "2021-11-25T12:30:00", REFERENCE),
    ("Bugün 14:00", "2021-11-26T14:00:00", REFERENCE),
    ("dün akşam", "2021-11-25", REFERENCE),
    ("geçen yıl", "2020", REFERENCE),
    ("geçtiğimiz yıl", "2020", REFERENCE),
    ("geçen ay", "2021-10", REFERENCE),
    ("geçen sene", "2020", REFERENCE),
    ("bu yıl", "2021", REFERENCE),
    ("gelecek yıl", "2022", REFERENCE),
    ("geçen Kasım", "2020-11", REFERENCE),
    ("geçtiğimiz kasım ayında", "2020-11", REFERENCE),
    ("geçtiğimiz Ekim", "2021-10", REFERENCE),
    ("geçen cuma", "2021-11-19", REFERENCE),
    ("geçen cuma günü", "2021-11-19", REFERENCE),
    ("geçtiğimiz Cuma günü", "2021-11-19", REFERENCE),
    ("gelecek pazartesi", "2021-11-29", REFERENCE),
    ("önümüzdeki Salı günü", "2021-11-30", REFERENCE),
    ("geçen yıl 26 Kasım'da", "2020-11-26", REFERENCE),
    ("geçen yıl 26 Kasım", "2020-11-26", REFERENCE),
    ("26 Kasım", "2021-11-26", REFERENCE),
    ("26 Kasım Cuma", "2021-11-26", REFERENCE),
    ("26 Kasım'da", "2021-11-26", REFERENCE),
    ("26 Kasım Cuma günü", "2021-11-26", REFERENCE),
    ("26 Kasım, 14:05", "2021-11-26T14:05:00", REFERENCE),
    ("Cuma günü", "2021-11-26", REFERENCE),
    ("Cuma", "2021-11-26", REFERENCE),
    ("Salı günü saat 14.05", "2021-11-23T14:05:00", REFERENCE),
    ("3 Aralık", "2020-12-03", REFERENCE),
    ("Cuma 26 Kasım", "2021-11-26", REFERENCE),
    ("21 Rebiülahir 1443", "2021-11-26", None),
    ("Hicri: 21 Rebiülahir 1443", "2021-11-26", None),
    ("26 Kasım 2021 / 21 Rebiülahir 1443", "2021-11-26", None),
    ("Miladi 26 Kasım 2021", "2021-11-26", None),
    ("26 Kasım 2021 Cuma günü saat 14.05", "2021-11-26T14:05:00", None),
    ("26.11.2021 14:05 Güncellendi", "2021-11-26T14:05:00", None),
    ("26 Kasım 2021 Cuma | 14:05", "2021-11-26T14:05:00", None),
    ("26.11.2021 02:30 ÖS", "2021-11-26T14:30:00", None),
]

REFUSED = [
    "15 Temmuz Şehitler Köprüsü",
    "18 Mart Üniversitesi",
    "29 Ekim Caddesi",
    "6 Şubat depremleri",
    "15 Temmuz darbe girişimi",
    "fiyatı 14.05 lira",
    "31 Kasım 2021",
    "26 Kasım 2021 Salı",
    "birkaç gün önce",
    "bin yıl önce",
    "3 martı",
    "Kasım",
    "No: 15/3",
    "Pazar yeri",
    "2 saat",
    "25.00",
    "saat 14.05",
    "son 2 yıl",
    "Mart 2 bin",
    "40.11.2021",
    "1 buçuk yıl önce",
]

FOUND: list[tuple[str, list[str]]] = [
    ("15 Temmuz Şehitler Köprüsü trafiğe kapandı", []),
    ("6 Şubat depremleri sonrası", []),
    ("6 Şubat 2023 depremleri sonrası", ["6 Şubat 2023"]),
    ("26 Kasım 2021'de açıklandı", ["26 Kasım 2021"]),
    ("19 Mayıs Stadı'nda", []),
    ("1 Mayıs Mahallesi", []),
    ("3 martı uçtu", []),
    ("birkaç gün önce", []),
    ("geçen yıl 26 Kasım'da açıldı", ["geçen yıl 26 Kasım'da"]),
    ("Kasım 26 kişi öldü", []),
]

# A unit that is a preposition, a label or the year's word too: the grammar takes the letter of both for either.
BOTH = {"saat", "günü", "gününde", "ayı", "ayında", "ayının", "yılı", "yılında"}


@pytest.mark.parametrize(("text", "expected", "reference"), READ)
def test_is_read(text: str, expected: str, reference: datetime | None) -> None:
    assert read_date(text, "tr", reference).value.isoformat() == expected


@pytest.mark.parametrize("text", REFUSED)
def test_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        read_date(text, "tr", REFERENCE)


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_is_found(text: str, expected: list[str]) -> None:
    assert [text[slice(*each.span)] for each in find_dates(text, "tr", REFERENCE)] == expected


def test_every_word_can_be_reached() -> None:
    listed = lexicon("tr")
    for spelling, _ in entries(words("tr")):
        # CLDR's abbreviations of Hijri months have a dot within.
        if "." in spelling:
            continue
        assert len(tokenise(fold(spelling).text, listed)) == 1, spelling
