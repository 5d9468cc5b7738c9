"""German dates as news sites, agencies and CMSs print them."""

from __future__ import annotations

from datetime import datetime

import pytest

from newsmodel.dates import find_dates, read_date
from newsmodel.dates.lexicon import entries, lexicon
from newsmodel.dates.words import words
from newsmodel.errors import DateError

REFERENCE = datetime(2021, 11, 26, 14, 5)  # noqa: DTZ001 - a Friday, by the site's own clock
DAY = "2021-11-26"
MINUTE = "2021-11-26T14:05"

# Without a reference.
ABSOLUTE = [
    ("26. November 2021", DAY),
    ("26 November 2021", DAY),
    ("am 26. November 2021", DAY),
    ("vom 26. November 2021", DAY),
    ("Freitag, 26. November 2021", DAY),
    ("Freitag, den 26. November 2021", DAY),
    ("Freitag, der 26. November 2021", DAY),
    ("am Freitag, dem 26. November 2021", DAY),
    ("Freitag 26. November 2021", DAY),
    ("Fr., 26. November 2021", DAY),
    ("Fr, 26. Nov. 2021", DAY),
    ("26. Nov. 2021", DAY),
    ("26. Nov 2021", DAY),
    ("26.Nov.2021", DAY),
    ("26-Nov-2021", DAY),
    ("26.11.2021", DAY),
    ("26. 11. 2021", DAY),
    ("26.11.21", DAY),
    ("3.4.2024", "2024-04-03"),
    ("Fr., 26.11.2021", DAY),
    ("Freitag, 26.11.2021", DAY),
    ("1. Jänner 2022", "2022-01-01"),
    ("6. Feber 2020", "2020-02-06"),
    ("6. Febr. 2020", "2020-02-06"),
    ("12. März 2021", "2021-03-12"),
    ("12. Maerz 2021", "2021-03-12"),
    ("12. Ma\u0308rz 2021", "2021-03-12"),
    ("12. MÄRZ 2021", "2021-03-12"),
    ("12. Mär. 2021", "2021-03-12"),
    ("12. Mrz 2021", "2021-03-12"),
    ("1. Mai 2021", "2021-05-01"),
    ("3. Juni 2021", "2021-06-03"),
    ("3. Jul. 2021", "2021-07-03"),
    ("26. Okt. 2021", "2021-10-26"),
    ("Sonnabend, 27. November 2021", "2021-11-27"),
    ("Samstag, 27. November 2021", "2021-11-27"),
    ("Do, 2. Dez. 2021", "2021-12-02"),
    ("26. XI. 2021", DAY),
    ("26.11.2021, 14:05 Uhr", MINUTE),
    ("26.11.2021 14:05 Uhr", MINUTE),
    ("26.11.2021 | 14:05 Uhr", MINUTE),
    ("26.11.2021 - 14:05", MINUTE),
    ("26.11.2021 um 14:05", MINUTE),
    ("26.11.2021 um 14.05 Uhr", MINUTE),
    ("26.11.2021, 14.05 Uhr", MINUTE),
    ("26. November 2021, 14:05 Uhr", MINUTE),
    ("26. November 2021 um 14:05 Uhr", MINUTE),
    ("26. November 2021, 14 Uhr", "2021-11-26T14:00"),
    ("26. November 2021, 14h05", MINUTE),
    ("26. November 2021, 14 Uhr 05", MINUTE),
    ("26. November 2021 um 2 Uhr nachts", "2021-11-26T02:00"),
    ("26. November 2021, 8 Uhr abends", "2021-11-26T20:00"),
    ("26. November 2021, 12 Uhr mittags", "2021-11-26T12:00"),
    ("Freitag, 26. November 2021, 14:05 Uhr", MINUTE),
    ("14:05 Uhr, 26.11.2021", MINUTE),
    ("14:05, 26. November 2021", MINUTE),
    ("26.11.2021, 14:05 Uhr MEZ", "2021-11-26T14:05+01:00"),
    ("26.7.2021, 14:05 Uhr (MESZ)", "2021-07-26T14:05+02:00"),
    ("26.11.2021, 14:05:09 MEZ", "2021-11-26T14:05:09+01:00"),
    ("26. November 2021, 14 Uhr Ortszeit", "2021-11-26T14:00"),
    ("26. Juli 2021, 14 Uhr deutscher Zeit", "2021-07-26T14:00+02:00"),
    ("26. Juli 2021, 14:05 Uhr (Wiener Zeit)", "2021-07-26T14:05+02:00"),
    ("26. November 2021, 14:05 Uhr Moskauer Zeit", "2021-11-26T14:05+03:00"),
    ("26. November 2021, 14:05 Uhr New Yorker Zeit", "2021-11-26T14:05-05:00"),
    ("26.11.2021 14:05 UTC+1", "2021-11-26T14:05+01:00"),
    ("Stand: 26.11.2021, 14:05 Uhr", MINUTE),
    ("Stand: 26.11.2021 14:05 Uhr", MINUTE),
    ("Stand 26. November 2021", DAY),
    ("Aktualisiert am 26. November 2021", DAY),
    ("Aktualisiert am 26.11.2021, 14:05 Uhr", MINUTE),
    ("Aktualisiert: 26.11.2021 14:05", MINUTE),
    ("Zuletzt aktualisiert am 26. November 2021 um 14:05 Uhr", MINUTE),
    ("Letzte Aktualisierung: 26.11.2021", DAY),
    ("Letztes Update: 26. Nov. 2021, 14:05", MINUTE),
    ("Veröffentlicht am 26. November 2021", DAY),
    ("Veröffentlicht am: 26.11.2021", DAY),
    ("Veröffentlicht am Freitag, 26.11.2021", DAY),
    ("Erschienen am 26.11.2021", DAY),
    ("Publiziert am 26. November 2021", DAY),
    ("Publiziert: 26.11.2021, 14.05 Uhr", MINUTE),
    ("Erstellt: 26. November 2021, 14:05 Uhr", MINUTE),
    ("Datum: 26.11.2021", DAY),
    ("November 2021", "2021-11"),
    ("im November 2021", "2021-11"),
    ("im November des Jahres 2021", "2021-11"),
    ("Nov. 2021", "2021-11"),
    ("11/2021", "2021-11"),
    ("2021", "2021"),
    ("im Jahr 2021", "2021"),
    ("1200 n. Chr.", "1200"),
    ("26. November des Jahres 2021", DAY),
    ("26. November 2021 (Freitag)", DAY),
]

# With the reference.
RELATIVE = [
    ("26. November", DAY),
    ("am 26. November", DAY),
    ("Freitag, 26. November", DAY),
    ("Freitag, 26. November, 14:05 Uhr", MINUTE),
    ("24. Dezember", "2020-12-24"),
    ("heute", DAY),
    ("Heute, 14:05", MINUTE),
    ("Heute, 14:05 Uhr", MINUTE),
    ("heute um 14.05 Uhr", MINUTE),
    ("heute Morgen", DAY),
    ("heute früh", DAY),
    ("gestern", "2021-11-25"),
    ("Gestern, 12:30 Uhr", "2021-11-25T12:30"),
    ("Gestern um 12:30", "2021-11-25T12:30"),
    ("gestern Abend", "2021-11-25"),
    ("vorgestern", "2021-11-24"),
    ("morgen", "2021-11-27"),
    ("übermorgen", "2021-11-28"),
    ("morgen früh", "2021-11-27"),
    ("heute, Freitag", DAY),
    ("am heutigen Freitag", DAY),
    ("am gestrigen Donnerstag", "2021-11-25"),
    ("vor 3 Stunden", "2021-11-26T11:05"),
    ("vor 3 Std.", "2021-11-26T11:05"),
    ("vor 3 h", "2021-11-26T11:05"),
    ("vor einer Stunde", "2021-11-26T13:05"),
    ("vor 5 Minuten", "2021-11-26T14:00"),
    ("vor 5 Min.", "2021-11-26T14:00"),
    ("vor 30 Sekunden", "2021-11-26T14:04:30"),
    ("vor einem Tag", "2021-11-25"),
    ("vor zwei Tagen", "2021-11-24"),
    ("vor 14 Tagen", "2021-11-12"),
    ("vor einer Woche", "2021-11-19"),
    ("vor 2 Wochen", "2021-11-12"),
    ("vor einem Monat", "2021-10"),
    ("vor 3 Monaten", "2021-08"),
    ("vor einem Jahr", "2020"),
    ("vor zwölf Jahren", "2009"),
    ("vor einem halben Jahr", "2021-05"),
    ("vor einer halben Stunde", "2021-11-26T13:35"),
    ("vor einer Viertelstunde", "2021-11-26T13:50"),
    ("vor anderthalb Stunden", "2021-11-26T12:35"),
    ("vor etwa 2 Stunden", "2021-11-26T12:05"),
    ("vor rund zwei Stunden", "2021-11-26T12:05"),
    ("vor ca. 2 Stunden", "2021-11-26T12:05"),
    ("vor 2 Stunden und 5 Minuten", "2021-11-26T12:00"),
    ("in 2 Stunden", "2021-11-26T16:05"),
    ("in drei Tagen", "2021-11-29"),
    ("gerade eben", MINUTE),
    ("soeben", MINUTE),
    ("Aktualisiert vor 2 Stunden", "2021-11-26T12:05"),
    ("Veröffentlicht: vor 3 Tagen", "2021-11-23"),
    ("letzten Freitag", "2021-11-19"),
    ("am letzten Freitag", "2021-11-19"),
    ("vergangenen Freitag", "2021-11-19"),
    ("am vergangenen Dienstag", "2021-11-23"),
    ("kommenden Montag", "2021-11-29"),
    ("nächsten Sonntag", "2021-11-28"),
    ("letztes Jahr", "2020"),
    ("im vergangenen Jahr", "2020"),
    ("im vorigen Jahr", "2020"),
    ("im letzten Monat", "2021-10"),
    ("dieses Jahr", "2021"),
    ("in diesem Jahr", "2021"),
    ("nächstes Jahr", "2022"),
    ("im letzten November", "2020-11"),
    ("im vergangenen Oktober", "2021-10"),
    ("im November letzten Jahres", "2020-11"),
    ("im November des vergangenen Jahres", "2020-11"),
    ("26. November des vergangenen Jahres", "2020-11-26"),
    ("am 10. November vergangenen Jahres", "2020-11-10"),
    ("10. November dieses Jahres", "2021-11-10"),
    ("10. November d. J.", "2021-11-10"),
    ("10. November d.J.", "2021-11-10"),
    ("5. dieses Monats", "2021-11-05"),
    ("5. des vergangenen Monats", "2021-10-05"),
    ("Freitag", DAY),
    ("am Mittwoch", "2021-11-24"),
    ("Mittwochabend", "2021-11-24"),
    ("Mittwoch, 12:30 Uhr", "2021-11-24T12:30"),
]

REFUSED = [
    "Straße des 17. Juni 2021",
    "Bewegung 2. Juni",
    "vor Jahren",
    "vor Stunden",
    "in den letzten Jahren",
    "die letzten Monate",
    "vor Kurzem",
    "vor wenigen Minuten",
    "am 31. November 2021",
    "Donnerstag, 26. November 2021",
    "44 v. Chr.",
    "1200 v. Chr.",
    "14:05 Uhr",
    "am Morgen",
    "letzte Woche",
    "26. bis 28. November 2021",
    "30. Februar 2021",
    "12 Uhr abends, 26. November 2021",
    "Am Markt 26, 04109 Leipzig",
    "19,99 Euro",
    "Anfang November 2021",
    "diesen Freitag",
]

IN_TEXT = [
    ("Am Freitag, den 26. November 2021, tagte der Rat.", [DAY]),
    ("Das Gesetz gilt seit dem 1. Mai 2021 und endet im Dezember 2022.", ["2021-05-01", "2022-12"]),
    ("Auf der Straße am 26. November 2021 gegen 14.05 Uhr", [MINUTE]),
    ("Stau auf der Straße des 17. Juni in Berlin", []),
    ("Die Bewegung 2. Juni und der Platz des 4. Juli", []),
    ("In den letzten Jahren stieg der Preis, vor Jahren war er niedrig.", []),
    ("Der Morgen war kalt, am Morgen schneite es.", []),
    ("Am Morgen des 26. November 2021 schneite es.", [DAY]),
    ("Das Bild kostet 14.05 Euro, Hausnummer 26, Zimmer 11.", []),
    ("Er starb 1200 v. Chr. im Mai.", []),
    ("Gestern Abend spielte er, vor zwei Tagen nicht.", ["2021-11-25", "2021-11-24"]),
    ("Herr Mai, 26, und Frau August, 31, aus Berlin", []),
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_a_whole_date(text: str, expected: str) -> None:
    assert read_date(text, "de").isoformat() == expected


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_a_date_by_its_reference(text: str, expected: str) -> None:
    assert read_date(text, "de", REFERENCE).isoformat() == expected


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        read_date(text, "de", REFERENCE)


@pytest.mark.parametrize(("text", "expected"), IN_TEXT)
def test_dates_in_a_text(text: str, expected: list[str]) -> None:
    assert [found.isoformat() for found in find_dates(text, "de", REFERENCE)] == expected


def test_no_word_hides_another() -> None:
    listed = lexicon("de")
    # Units that are words before a year, or labels before a month, or an hour's mark: the grammar takes them for either.
    both = {"jahr": "V", "jahre": "V", "jahres": "V", "monat": "l", "monats": "l", "h": "t"}

    for spelling, meaning in entries(words("de")):
        found = listed.meanings[listed.key(spelling)]
        letter = both.get(listed.key(spelling), meaning.letter)
        assert (letter, meaning.number, meaning.half, meaning.zone) == (
            found.letter,
            found.number,
            found.half,
            found.zone,
        )
        assert meaning.unit in {found.unit, ""}
