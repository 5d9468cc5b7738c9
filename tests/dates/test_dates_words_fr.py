"""French dates as news sites, agencies and their systems print them."""

from __future__ import annotations

from datetime import datetime

import pytest

from newsmodel.dates import find_dates, read_date
from newsmodel.dates.fold import fold
from newsmodel.dates.lexicon import entries, lexicon
from newsmodel.dates.words import words
from newsmodel.errors import DateError

# A Friday.
WRITTEN = datetime(2021, 11, 26, 14, 5, 30)  # noqa: DTZ001 - a page has no zone

READ = [
    ("26 novembre 2021", "2021-11-26", None),
    ("vendredi 26 novembre 2021", "2021-11-26", None),
    ("Vendredi, 26 novembre 2021", "2021-11-26", None),
    ("le vendredi 26 novembre 2021 à 14h05", "2021-11-26T14:05", None),
    ("Publié le 26 novembre 2021 à 14h05", "2021-11-26T14:05", None),
    ("Publié le : 26/11/2021 - 14:05", "2021-11-26T14:05", None),
    ("Publié le 26/11/2021 à 14:05", "2021-11-26T14:05", None),
    ("Publié : 26 nov. 2021 à 14 h 05", "2021-11-26T14:05", None),
    ("Mis à jour le 26 nov. 2021 à 14 h 05 HNE", "2021-11-26T14:05-05:00", None),
    ("Mis à jour : 26 novembre 2021, 14:05", "2021-11-26T14:05", None),
    ("MIS À JOUR LE 26.11.2021 À 14H05", "2021-11-26T14:05", None),
    ("Modifié le 26.11.21 à 14:05", "2021-11-26T14:05", None),
    ("1er mai 2021", "2021-05-01", None),
    ("1er janv. 2021", "2021-01-01", None),
    ("samedi 1er mai 2021", "2021-05-01", None),
    ("le 1er août 2021 à 8 h", "2021-08-01T08:00", None),
    ("1ᵉʳ mai 2021", "2021-05-01", None),
    ("il y a 2 heures", "2021-11-26T12:05", WRITTEN),
    ("Il y a 5 minutes", "2021-11-26T14:00", WRITTEN),
    ("il y a 3 jours", "2021-11-23", WRITTEN),
    ("il y a 1 mois", "2021-10", WRITTEN),
    ("il y a 2 ans", "2019", WRITTEN),
    ("il y a une heure", "2021-11-26T13:05", WRITTEN),
    ("il y a un an", "2020", WRITTEN),
    ("il y a sept heures", "2021-11-26T07:05", WRITTEN),
    ("il y a 2 h", "2021-11-26T12:05", WRITTEN),
    ("il y a 2h", "2021-11-26T12:05", WRITTEN),
    ("il y a 10 min", "2021-11-26T13:55", WRITTEN),
    ("il y a 2 semaines", "2021-11-12", WRITTEN),
    ("Il y a 3 j", "2021-11-23", WRITTEN),
    ("il y a une demi-heure", "2021-11-26T13:35", WRITTEN),
    ("il y a près d'une heure", "2021-11-26T13:05", WRITTEN),
    ("Publié il y a 2 heures", "2021-11-26T12:05", WRITTEN),
    ("Mis à jour il y a 1 h", "2021-11-26T13:05", WRITTEN),
    ("hier", "2021-11-25", WRITTEN),
    ("Hier à 14h05", "2021-11-25T14:05", WRITTEN),
    ("hier, 14:05", "2021-11-25T14:05", WRITTEN),
    ("avant-hier", "2021-11-24", WRITTEN),
    ("avant-hier à 8h30", "2021-11-24T08:30", WRITTEN),
    ("aujourd'hui", "2021-11-26", WRITTEN),
    ("Aujourd’hui à 09:30", "2021-11-26T09:30", WRITTEN),
    ("Publié aujourd'hui à 9h30", "2021-11-26T09:30", WRITTEN),
    ("hier soir à 20h", "2021-11-25T20:00", WRITTEN),
    ("ce matin à 8h", "2021-11-26T08:00", WRITTEN),
    ("demain à 10h", "2021-11-27T10:00", WRITTEN),
    ("après-demain", "2021-11-28", WRITTEN),
    ("l'an dernier", "2020", WRITTEN),
    ("l’année dernière", "2020", WRITTEN),
    ("l'an passé", "2020", WRITTEN),
    ("cette année", "2021", WRITTEN),
    ("l'an prochain", "2022", WRITTEN),
    ("le mois dernier", "2021-10", WRITTEN),
    ("ce mois", "2021-11", WRITTEN),
    ("le mois prochain", "2021-12", WRITTEN),
    ("vendredi dernier", "2021-11-19", WRITTEN),
    ("lundi dernier", "2021-11-22", WRITTEN),
    ("lundi prochain", "2021-11-29", WRITTEN),
    ("en novembre dernier", "2020-11", WRITTEN),
    ("octobre dernier", "2021-10", WRITTEN),
    ("le 10 novembre dernier", "2021-11-10", WRITTEN),
    ("le 5 du mois dernier", "2021-10-05", WRITTEN),
    ("novembre de l'année dernière", "2020-11", WRITTEN),
    ("10 mars de l'an dernier", "2020-03-10", WRITTEN),
    ("26 novembre", "2021-11-26", WRITTEN),
    ("mercredi 24 novembre", "2021-11-24", WRITTEN),
    ("Mercredi 24 novembre à 14h", "2021-11-24T14:00", WRITTEN),
    ("24 nov. à 14:05", "2021-11-24T14:05", WRITTEN),
    ("Ce jeudi 25 novembre 2021", "2021-11-25", None),
    ("ce jeudi 25 novembre", "2021-11-25", WRITTEN),
    ("novembre 2021", "2021-11", None),
    ("Nov. 2021", "2021-11", None),
    ("au mois de novembre 2021", "2021-11", None),
    ("au mois d'août 2021", "2021-08", None),
    ("11/2021", "2021-11", None),
    ("en 2021", "2021", None),
    ("mar. 16 mars 2021", "2021-03-16", None),
    ("mar. 16 mar. 2021", "2021-03-16", None),
    ("sam. 27 févr. 2021", "2021-02-27", None),
    ("27 fevrier 2021", "2021-02-27", None),
    ("26 NOVEMBRE 2021", "2021-11-26", None),
    ("1 aout 2021", "2021-08-01", None),
    ("26 DÉCEMBRE 2021", "2021-12-26", None),
    ("26 décembre 2021 à 14h05 (heure de Paris)", "2021-12-26T14:05+01:00", None),
    ("26 novembre 2021 à 14 heures, heure de Paris", "2021-11-26T14:00+01:00", None),
    ("26 novembre 2021 14:05 TU", "2021-11-26T14:05Z", None),
    ("26 novembre 2021 à 14h05 GMT", "2021-11-26T14:05Z", None),
    ("26 novembre 2021 14:05 UTC+1", "2021-11-26T14:05+01:00", None),
    ("Publié à 14h05 le 26 novembre 2021", "2021-11-26T14:05", None),
    ("14h05, le 26 novembre 2021", "2021-11-26T14:05", None),
    ("14:05 - 26 nov. 2021", "2021-11-26T14:05", None),
    ("26 novembre 2021 à midi", "2021-11-26T12:00", None),
    ("hier à midi", "2021-11-25T12:00", WRITTEN),
    ("26/11/2021 14:05:33", "2021-11-26T14:05:33", None),
    ("26/11/2021 14h05", "2021-11-26T14:05", None),
    ("03/04/2024", "2024-04-03", None),
    ("26-11-2021", "2021-11-26", None),
    ("26 novembre 2021 | 14h05", "2021-11-26T14:05", None),
    ("26 novembre 2021 · 14h05", "2021-11-26T14:05", None),
    ("Le 26 novembre 2021", "2021-11-26", None),
    ("édition du 26 novembre 2021", "2021-11-26", None),
    ("Date de publication : 26/11/2021", "2021-11-26", None),
    ("Dernière mise à jour : 26 novembre 2021 à 14h05", "2021-11-26T14:05", None),
    ("Dernière mise à jour le 26/11/2021 à 14:05", "2021-11-26T14:05", None),
    ("26 novembre 2021 à 8 heures du matin", "2021-11-26T08:00", None),
    ("26 novembre 2021 à 8h30 du soir", "2021-11-26T20:30", None),
    ("22 Rabie Ethani 1443", "2021-11-27", None),
    ("Dimanche 23 Rabie Ethani 1443 correspondant au 28 novembre 2021", "2021-11-28", None),
    ("26 nov 2021", "2021-11-26", None),
    ("26 nov 21", "2021-11-26", None),
    ("25 Ramadan 1443", "2022-04-26", None),
    ("à l'instant", "2021-11-26T14:05", WRITTEN),
    ("dans 2 heures", "2021-11-26T16:05", WRITTEN),
    ("ce vendredi à 10h", "2021-11-26T10:00", WRITTEN),
    ("jeudi à 14h05", "2021-11-25T14:05", WRITTEN),
    ("2021-11-26 14:05", "2021-11-26T14:05", None),
    ("26 novembre 2021 à 00h15", "2021-11-26T00:15", None),
    ("26 novembre 2021 à 14h05min", "2021-11-26T14:05", None),
    ("26 novembre 2021 à 14 h", "2021-11-26T14:00", None),
    ("le premier novembre 2021", "2021-11-01", None),
    ("il y a un an et demi", "2020-05", WRITTEN),
    ("Date : 26/11/2021", "2021-11-26", None),
    ("date : 26 novembre 2021", "2021-11-26", None),
    ("26 novembre 2021 14:05 CET", "2021-11-26T14:05+01:00", None),
    ("Vendredi 26 novembre 2021 14:05 CEST", "2021-11-26T14:05+02:00", None),
    ("il y a environ 3 heures", "2021-11-26T11:05", WRITTEN),
    ("Il y a plus d'un an", "2020", WRITTEN),
    ("lun. 22 nov. 2021 - 08h00", "2021-11-22T08:00", None),
    ("Lundi 22 nov. 2021, 8 h 00 HNE", "2021-11-22T08:00-05:00", None),
    ("22 novembre 2021 à 8 h 00, heure de l'Est", "2021-11-22T08:00-05:00", None),
    ("22 novembre 2021 à 8h00 (heure locale)", "2021-11-22T08:00", None),
    ("Vendredi 26 Novembre 2021 - 14:05", "2021-11-26T14:05", None),
    ("26 novembre 2021 (14:05)", "2021-11-26T14:05", None),
    ("[26 novembre 2021]", "2021-11-26", None),
    ("(26 novembre 2021)", "2021-11-26", None),
    ("26/novembre/2021", "2021-11-26", None),
    ("26-nov-2021", "2021-11-26", None),
    ("2021, 26 novembre", "2021-11-26", None),
    ("novembre 26, 2021", "2021-11-26", None),
    ("Publié en novembre 2021", "2021-11", None),
    ("Mis à jour hier à 14h05", "2021-11-25T14:05", WRITTEN),
    ("Publié vendredi 26 novembre 2021 à 14h05", "2021-11-26T14:05", None),
    ("Publié ce jeudi 25 novembre à 10h", "2021-11-25T10:00", WRITTEN),
    ("26 novembre 2021 Mis à jour", "2021-11-26", None),
    ("Première publication : 26 novembre 2021 à 14h05 CET", "2021-11-26T14:05+01:00", None),
    ("2 novembre prochain", "2022-11-02", WRITTEN),
    ("samedi prochain à 20 h", "2021-11-27T20:00", WRITTEN),
    ("vendredi dernier à 14h05", "2021-11-19T14:05", WRITTEN),
    ("mars dernier", "2021-03", WRITTEN),
    ("avril de cette année", "2021-04", WRITTEN),
    ("depuis le 1er janvier 2021", "2021-01-01", None),
    ("jusqu'au 31 décembre 2021", "2021-12-31", None),
    ("dès le 1er décembre 2021", "2021-12-01", None),
    ("l'année 2021", "2021", None),
    ("2021-11-26 à 14h05", "2021-11-26T14:05", None),
    ("Vendredi 26 novembre, 14 h 05", "2021-11-26T14:05", WRITTEN),
    ("14 h 05 HAE, 26 juin 2021", "2021-06-26T14:05-04:00", None),
    ("26 novembre 2021, 14h05 heure française", "2021-11-26T14:05+01:00", None),
    ("AUJOURD'HUI À 14H05", "2021-11-26T14:05", WRITTEN),
    ("AVANT-HIER", "2021-11-24", WRITTEN),
    ("dimanche dernier à 8 heures", "2021-11-21T08:00", WRITTEN),
]

REFUSED = [
    "fin novembre 2021",
    "jui. 2021",
    "il y a quinze jours",
    "il y a quelques minutes",
    "rue du 8 mai 1945",
    "place du 11 novembre 1918",
    "26 novembre 2021 après-midi",
    "32 novembre 2021",
    "lundi 26 novembre 2021",
    "26 €",
    "prix de 26 euros",
    "Mai 68",
    "14h05",
    "le midi du 26 novembre 2021",
    "il y a deux ans et demi",
    "le dernier vendredi de novembre",
    "dans l'année",
    "Le 10/11",
    "26 novembre 2021 à 14h05'30",
    "au début de l'année",
]

FOUND: list[tuple[str, list[str]]] = [
    ("Il habite rue du 8 mai 1945, avenue du 11-Novembre-1918, place du 8 mai 1945.", []),
    ("Le stade 5 juillet 1962 et l'université 8 mai 1945 de Guelma, le mouvement du 20 février.", []),
    ("Les attentats du 13 novembre 2015.", ["13 novembre 2015"]),
    ("La réforme mise en place le 26 novembre 2021.", ["26 novembre 2021"]),
    (
        "Dans la rue samedi 5 décembre 2020, au stade le 27 juin 2021.",
        ["samedi 5 décembre 2020", "27 juin 2021"],
    ),
    (
        "L'après-midi du 26 novembre 2021, dans l'après midi du 27 novembre 2021.",
        ["26 novembre 2021", "27 novembre 2021"],
    ),
    ("En septembre le premier ministre a dit que le dernier vendredi de novembre est celui-là.", []),
    ("Il y a sept ans, en mars 2014.", ["Il y a sept ans", "mars 2014"]),
    ("Le match du 26 novembre 2021 à 14h05 est reporté.", ["26 novembre 2021 à 14h05"]),
]

# Words of two kinds under one letter of the grammar: an hour and its mark, a year and "the year", a month and a weekday…
MERGED = {"annee", "h", "heure", "heures", "hrs", "jour", "lan", "lannee", "mar"}


@pytest.mark.parametrize(("text", "expected", "reference"), READ)
def test_a_date_is_read(text: str, expected: str, reference: datetime | None) -> None:
    assert read_date(text, "fr", reference).isoformat() == expected


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_or_not_surely_one_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        read_date(text, "fr", WRITTEN)


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_dates_are_found_and_names_left_alone(text: str, expected: list[str]) -> None:
    found = [text[slice(*each.span)] for each in find_dates(text, "fr", WRITTEN)]

    assert found == expected


def test_no_word_hides_another() -> None:
    compiled = lexicon("fr")
    hidden = set()
    for spelling, meaning in entries(words("fr")):
        key = compiled.key(fold(spelling).text)
        stored = compiled.meanings[key]
        if stored._replace(dotted=meaning.dotted) != meaning:
            hidden.add(key)

    assert hidden == MERGED
