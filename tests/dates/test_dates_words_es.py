"""Spanish dates as news sites, agencies and their systems print them."""

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
    ("26 de noviembre de 2021", "2021-11-26", None),
    ("26 de noviembre del 2021", "2021-11-26", None),
    ("26 noviembre 2021", "2021-11-26", None),
    ("26 Nov 2021", "2021-11-26", None),
    ("26 nov. 2021", "2021-11-26", None),
    ("viernes, 26 de noviembre de 2021", "2021-11-26", None),
    ("Viernes 26 de noviembre de 2021", "2021-11-26", None),
    ("viernes 26 noviembre 2021 - 14:05", "2021-11-26T14:05", None),
    ("vie, 26/11/2021 - 14:05", "2021-11-26T14:05", None),
    ("Vie. 26 nov. 2021", "2021-11-26", None),
    ("26 de noviembre de 2021 a las 14:05", "2021-11-26T14:05", None),
    ("26 de noviembre de 2021, 14:05", "2021-11-26T14:05", None),
    ("26 de noviembre de 2021 a las 14:05 h", "2021-11-26T14:05", None),
    ("26 de noviembre de 2021 a las 14:05 h.", "2021-11-26T14:05", None),
    ("26 de noviembre de 2021 a las 14.05 horas", "2021-11-26T14:05", None),
    ("26 de noviembre de 2021 a la 1:05 p. m.", "2021-11-26T13:05", None),
    ("26 de noviembre de 2021 a las 2:05 p. m.", "2021-11-26T14:05", None),
    ("26 de noviembre de 2021 a las 2:05 p.m.", "2021-11-26T14:05", None),
    ("26 de noviembre de 2021 02:05 PM", "2021-11-26T14:05", None),
    ("26 de noviembre de 2021 a las 14:05hs", "2021-11-26T14:05", None),
    ("26/11/2021 14:05 hs.", "2021-11-26T14:05", None),
    ("26/11/2021 - 14:05h", "2021-11-26T14:05", None),
    ("26/11/2021 a las 14:05", "2021-11-26T14:05", None),
    ("26.11.2021 | 14:05", "2021-11-26T14:05", None),
    ("26-11-2021 14:05", "2021-11-26T14:05", None),
    ("03/04/2024", "2024-04-03", None),
    ("Publicado el 26 de noviembre de 2021", "2021-11-26", None),
    ("Publicado: 26/11/2021 14:05", "2021-11-26T14:05", None),
    ("PUBLICADO EL: 26 NOV 2021", "2021-11-26", None),
    ("Actualizado: 26 de noviembre de 2021 a las 14:05", "2021-11-26T14:05", None),
    ("Actualizado el 26/11/2021 a las 14:05 h", "2021-11-26T14:05", None),
    ("Actualizado a las 14:05 del 26 de noviembre de 2021", "2021-11-26T14:05", None),
    ("Última actualización: 26/11/2021, 14:05", "2021-11-26T14:05", None),
    ("Act. 26/11/2021 14:05", "2021-11-26T14:05", None),
    ("26 NOV 2021 - 14:05 CET", "2021-11-26T14:05+01:00", None),
    ("26 jun 2021 - 14:05 CEST", "2021-06-26T14:05+02:00", None),
    ("26 de noviembre de 2021 a las 14:05 (hora peninsular)", "2021-11-26T14:05+01:00", None),
    ("26 de noviembre de 2021 14:05 hora peninsular española", "2021-11-26T14:05+01:00", None),
    ("26 de noviembre de 2021 a las 14:05 hora local", "2021-11-26T14:05", None),
    ("26 de noviembre de 2021, 14:05 (hora de México)", "2021-11-26T14:05-06:00", None),
    ("26 de noviembre de 2021, 14:05 GMT", "2021-11-26T14:05Z", None),
    ("26 de noviembre de 2021 a las 14:05 hora argentina", "2021-11-26T14:05-03:00", None),
    ("26 de noviembre de 2021 a las 14:05, hora de Chile", "2021-11-26T14:05-03:00", None),
    ("26 de noviembre de 2021 a las 12:00 m.", "2021-11-26T12:00", None),
    ("26 de noviembre de 2021 12:00 del mediodía", "2021-11-26T12:00", None),
    ("26 de noviembre de 2021 a las 8:00 de la mañana", "2021-11-26T08:00", None),
    ("26 de noviembre de 2021 a las 8 de la noche", "2021-11-26T20:00", None),
    ("26 de noviembre de 2021 a las 3 de la madrugada", "2021-11-26T03:00", None),
    ("hace 2 horas", "2021-11-26T12:05", WRITTEN),
    ("Hace 5 minutos", "2021-11-26T14:00", WRITTEN),
    ("hace 3 días", "2021-11-23", WRITTEN),
    ("hace 3 dias", "2021-11-23", WRITTEN),
    ("hace 1 semana", "2021-11-19", WRITTEN),
    ("hace 2 meses", "2021-09", WRITTEN),
    ("hace un año", "2020", WRITTEN),
    ("hace una hora", "2021-11-26T13:05", WRITTEN),
    ("hace media hora", "2021-11-26T13:35", WRITTEN),
    ("hace 2 h", "2021-11-26T12:05", WRITTEN),
    ("hace 10 min", "2021-11-26T13:55", WRITTEN),
    ("hace 1 hora y 20 minutos", "2021-11-26T12:45", WRITTEN),
    ("Publicado hace 2 horas", "2021-11-26T12:05", WRITTEN),
    ("Actualizado hace 3 min.", "2021-11-26T14:02", WRITTEN),
    ("2 horas atrás", "2021-11-26T12:05", WRITTEN),
    ("ayer", "2021-11-25", WRITTEN),
    ("Ayer a las 14:05", "2021-11-25T14:05", WRITTEN),
    ("ayer, 14:05", "2021-11-25T14:05", WRITTEN),
    ("anteayer", "2021-11-24", WRITTEN),
    ("antes de ayer", "2021-11-24", WRITTEN),
    ("antier", "2021-11-24", WRITTEN),
    ("hoy", "2021-11-26", WRITTEN),
    ("Hoy, 10:30", "2021-11-26T10:30", WRITTEN),
    ("hoy a las 10:30 h", "2021-11-26T10:30", WRITTEN),
    ("mañana", "2021-11-27", WRITTEN),
    ("pasado mañana", "2021-11-28", WRITTEN),
    ("anoche", "2021-11-25", WRITTEN),
    ("ayer por la tarde", "2021-11-25", WRITTEN),
    ("ayer al mediodía", "2021-11-25T12:00", WRITTEN),
    ("esta mañana a las 8:30", "2021-11-26T08:30", WRITTEN),
    ("el año pasado", "2020", WRITTEN),
    ("año pasado", "2020", WRITTEN),
    ("el mes pasado", "2021-10", WRITTEN),
    ("el próximo mes", "2021-12", WRITTEN),
    ("este año", "2021", WRITTEN),
    ("el viernes pasado", "2021-11-19", WRITTEN),
    ("el pasado viernes", "2021-11-19", WRITTEN),
    ("el próximo lunes", "2021-11-29", WRITTEN),
    ("noviembre pasado", "2020-11", WRITTEN),
    ("en noviembre del año pasado", "2020-11", WRITTEN),
    ("26 de marzo del año pasado", "2020-03-26", WRITTEN),
    ("10 de noviembre pasado", "2021-11-10", WRITTEN),
    ("el 10 de noviembre pasado", "2021-11-10", WRITTEN),
    ("el 5 del mes pasado", "2021-10-05", WRITTEN),
    ("5 de noviembre del presente año", "2021-11-05", WRITTEN),
    ("5 de noviembre del año en curso", "2021-11-05", WRITTEN),
    ("26 de noviembre", "2021-11-26", WRITTEN),
    ("miércoles 24 de noviembre", "2021-11-24", WRITTEN),
    ("Miércoles, 24 de noviembre, 14:05", "2021-11-24T14:05", WRITTEN),
    ("24 nov, 14:05", "2021-11-24T14:05", WRITTEN),
    ("este viernes 26 de noviembre de 2021", "2021-11-26", None),
    ("este jueves 25 de noviembre", "2021-11-25", WRITTEN),
    ("el pasado día 10 de noviembre", "2021-11-10", WRITTEN),
    ("noviembre de 2021", "2021-11", None),
    ("Noviembre 2021", "2021-11", None),
    ("noviembre del 2021", "2021-11", None),
    ("en el mes de noviembre de 2021", "2021-11", None),
    ("mes de noviembre de 2021", "2021-11", None),
    ("el día 26 de noviembre de 2021", "2021-11-26", None),
    ("26 del mes de noviembre de 2021", "2021-11-26", None),
    ("noviembre 26, 2021", "2021-11-26", None),
    ("Noviembre 26 de 2021", "2021-11-26", None),
    ("Nov 26, 2021", "2021-11-26", None),
    ("26/nov/2021", "2021-11-26", None),
    ("26-nov-2021", "2021-11-26", None),
    ("1º de mayo de 2021", "2021-05-01", None),
    ("1° de mayo de 2021", "2021-05-01", None),
    ("1ro de mayo de 2021", "2021-05-01", None),
    ("primero de mayo de 2021", "2021-05-01", None),
    ("11 de setiembre de 2021", "2021-09-11", None),
    ("11 set 2021", "2021-09-11", None),
    ("mar 16 mar 2021", "2021-03-16", None),
    ("Mar, 16/03/2021 - 10:00", "2021-03-16T10:00", None),
    ("martes 16 de marzo de 2021", "2021-03-16", None),
    ("sábado 27 de febrero de 2021", "2021-02-27", None),
    ("sabado 27 de febrero de 2021", "2021-02-27", None),
    ("MIÉRCOLES 24 DE NOVIEMBRE DE 2021", "2021-11-24", None),
    ("mié., 24 nov. 2021", "2021-11-24", None),
    ("a 26 de noviembre de 2021", "2021-11-26", None),
    ("14:05 del 26 de noviembre de 2021", "2021-11-26T14:05", None),
    ("14:05 - 26/11/2021", "2021-11-26T14:05", None),
    ("14:05 h, 26 de noviembre de 2021", "2021-11-26T14:05", None),
    ("Fecha: 26/11/2021 Hora: 14:05", "2021-11-26T14:05", None),
    ("Fecha de publicación: 26/11/2021", "2021-11-26", None),
    ("26 de noviembre del año 2021", "2021-11-26", None),
    ("año 2021", "2021", None),
    ("en 2021", "2021", None),
    ("26/11/21", "2021-11-26", None),
    ("11/2021", "2021-11", None),
    ("viernes a las 14:05", "2021-11-26T14:05", WRITTEN),
    ("ahora mismo", "2021-11-26T14:05", WRITTEN),
    ("dentro de 2 horas", "2021-11-26T16:05", WRITTEN),
    ("2021-11-26 14:05:00", "2021-11-26T14:05:00", None),
    ("26 de noviembre de 2021 14:05:33", "2021-11-26T14:05:33", None),
    ("26 de noviembre de 2021 a las 14:05 (CET)", "2021-11-26T14:05+01:00", None),
    ("la mañana del 26 de noviembre de 2021", "2021-11-26", None),
    ("la mañana del viernes 26 de noviembre", "2021-11-26", WRITTEN),
    ("1.º de mayo de 2021", "2021-05-01", None),
    ("1.º de mayo", "2021-05-01", WRITTEN),
    ("25 de Ramadán de 1443", "2022-04-26", None),
    ("2 de la tarde del 26 de noviembre de 2021", "2021-11-26T14:00", None),
    ("1ro. de mayo de 2021", "2021-05-01", None),
    ("hace un año y medio", "2020-05", WRITTEN),
    ("hace hora y media", "2021-11-26T12:35", WRITTEN),
    ("26 de noviembre a las 14:05 hora peninsular", "2021-11-26T14:05+01:00", WRITTEN),
    ("Viernes, 26 Noviembre 2021 14:05", "2021-11-26T14:05", None),
    ("26 Noviembre, 2021", "2021-11-26", None),
    ("26 de Noviembre, 2021", "2021-11-26", None),
    ("26 de noviembre, 2021 | 14:05", "2021-11-26T14:05", None),
    ("noviembre 26, 2021 a las 2:05 pm", "2021-11-26T14:05", None),
    ("Noviembre 26, 2021 2:05 p. m.", "2021-11-26T14:05", None),
    ("Vie, 26 Nov 2021 14:05:00 -0500", "2021-11-26T14:05:00-05:00", None),
    ("26/11/2021 02:05 p.m.", "2021-11-26T14:05", None),
    ("26/11/2021 14:05 (UTC-3)", "2021-11-26T14:05-03:00", None),
    ("26 de noviembre de 2021 14:05 UTC-5", "2021-11-26T14:05-05:00", None),
    ("26.11.21", "2021-11-26", None),
    ("26 nov '21", "2021-11-26", None),
    ("del 26 de noviembre de 2021", "2021-11-26", None),
    ("desde el 26 de noviembre de 2021", "2021-11-26", None),
    ("hasta el 26 de noviembre de 2021", "2021-11-26", None),
    ("viernes 26 de noviembre, a las 14:05 horas", "2021-11-26T14:05", WRITTEN),
    ("26 de noviembre a las 14.05", "2021-11-26T14:05", WRITTEN),
    ("lunes pasado", "2021-11-22", WRITTEN),
    ("lunes a las 10:00", "2021-11-22T10:00", WRITTEN),
    ("del viernes pasado", "2021-11-19", WRITTEN),
    ("octubre pasado", "2021-10", WRITTEN),
    ("en octubre pasado", "2021-10", WRITTEN),
    ("el próximo año", "2022", WRITTEN),
    ("próximo año", "2022", WRITTEN),
    ("mes que viene", "2021-12", WRITTEN),
    ("el año que viene", "2022", WRITTEN),
    ("ayer a las 8 de la noche", "2021-11-25T20:00", WRITTEN),
    ("ayer a las 8:30 p. m.", "2021-11-25T20:30", WRITTEN),
    ("hoy a las 12:00 del mediodía", "2021-11-26T12:00", WRITTEN),
    ("6:30 a. m. del 26 de noviembre de 2021", "2021-11-26T06:30", None),
    ("06:30 AM 26/11/2021", "2021-11-26T06:30", None),
    ("edición del 26 de noviembre de 2021", "2021-11-26", None),
    ("Publicado en 26 noviembre 2021", "2021-11-26", None),
    ("26 de noviembre del año pasado", "2020-11-26", WRITTEN),
    ("marzo de este año", "2021-03", WRITTEN),
    ("el 5 de este mes", "2021-11-05", WRITTEN),
    ("el 5 del presente mes", "2021-11-05", WRITTEN),
    ("el 5 del mes en curso", "2021-11-05", WRITTEN),
    ("26 de noviembre de 2021 a las 14:05 hora de Colombia", "2021-11-26T14:05-05:00", None),
    ("26 de noviembre de 2021, 14:05 hrs (tiempo del centro de México)", "2021-11-26T14:05-06:00", None),
    ("26 de noviembre de 2021 a las 14:05 hora del Este", "2021-11-26T14:05-05:00", None),
    ("2021-11-26 a las 14:05", "2021-11-26T14:05", None),
    ("26 de noviembre de 2021 • 14:05hs", "2021-11-26T14:05", None),
    ("26 de noviembre de 2021 a las 14.05hs", "2021-11-26T14:05", None),
    ("26 de noviembre de 2021 a las 14 horas", "2021-11-26T14:00", None),
    ("26 de nov. de 2021", "2021-11-26", None),
    ("HACE 2 HORAS", "2021-11-26T12:05", WRITTEN),
    ("sáb., 27 nov. 2021", "2021-11-27", None),
]

REFUSED = [
    "Avenida 9 de Julio",
    "Plaza 2 de Mayo",
    "calle 25 de mayo 1250",
    "hace quince días",
    "hace unos minutos",
    "26 €",
    "14:05",
    "31 de noviembre de 2021",
    "jueves 26 de noviembre de 2021",
    "finales de noviembre de 2021",
    "12 de la noche del 26 de noviembre de 2021",
    "mayo del 68",
    "Julio Iglesias",
    "hace unos minutos",
    "hace años",
    "hace dos años y medio",
    "Publicado por última vez",
    "3 de julio último",
    "Última hora: 26/11/2021",
]

FOUND: list[tuple[str, list[str]]] = [
    ("Vive en la Avenida 9 de Julio y en la calle 25 de Mayo de 1810.", []),
    ("La Plaza 2 de Mayo, el Hospital 12 de Octubre y el Movimiento 26 de Julio.", []),
    ("Cerraron el hospital el 26 de noviembre de 2021.", ["26 de noviembre de 2021"]),
    ("La mañana del viernes 26 de noviembre fue fría; cada mañana llueve.", ["viernes 26 de noviembre"]),
    ("Hace años que en enero primero se dijo.", []),
    ("Hace 3 años, en marzo de 2018.", ["Hace 3 años", "marzo de 2018"]),
    ("Mayo 26 personas; costó 26 euros; Julio Iglesias.", []),
    ("El último viernes de noviembre.", []),
]

# Words of two kinds under one letter of the grammar: an hour and its mark, a year and "the year", a month and a weekday…
MERGED = {"ano", "dia", "h", "hora", "horas", "hr", "hrs", "hs", "mar"}


@pytest.mark.parametrize(("text", "expected", "reference"), READ)
def test_a_date_is_read(text: str, expected: str, reference: datetime | None) -> None:
    assert read_date(text, "es", reference).isoformat() == expected


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_or_not_surely_one_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        read_date(text, "es", WRITTEN)


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_dates_are_found_and_names_left_alone(text: str, expected: list[str]) -> None:
    found = [text[slice(*each.span)] for each in find_dates(text, "es", WRITTEN)]

    assert found == expected


def test_no_word_hides_another() -> None:
    compiled = lexicon("es")
    hidden = set()
    for spelling, meaning in entries(words("es")):
        key = compiled.key(fold(spelling).text)
        stored = compiled.meanings[key]
        if stored._replace(dotted=meaning.dotted) != meaning:
            hidden.add(key)

    assert hidden == MERGED
