"""Spanish: what news print beside CLDR's names, in Spain and in America."""

from __future__ import annotations

from newsmodel.dates.words import (
    AFTERNOON,
    MORNING,
    NIGHT,
    NOON,
    AGO,
    AHEAD,
    AND,
    ARTICLE,
    BEFORE_MONTH,
    CORRESPONDING,
    DAY_LABEL,
    ERA,
    HOUR_MARK,
    LAST,
    LUNAR,
    NAMED_AFTER,
    NEXT,
    NOW,
    OF,
    ORDINAL,
    PREPOSITION,
    PUBLISHED,
    THIS,
    YEAR_BEFORE,
    Half,
    Words,
    Zone,
)
from newsmodel.dates.words.cldr.es import CLDR

_PUBLISHED = (
    "publicado",
    "publicada",
    "actualizado",
    "actualizada",
    "última actualización",
    "última modificación",
    "última edición",
    "última revisión",
    "creado",
    "creada",
    "modificado",
    "modificada",
    "editado",
    "posteado",
    "subido",
    "redactado",
    "escrito",
    "emitido",
    "emitida",
    "difundido",
    "corregido",
    "agregado",
    "añadido",
    "enviado",
    "artículo publicado",
    "artículo actualizado",
    "nota publicada",
    "noticia publicada",
    "primera publicación",
    "publicado originalmente",
    "publicado por primera vez",
    "publicación",
    "actualización",
    "act.",
    "fecha",
    "fecha de publicación",
    "fecha de actualización",
    "fecha de creación",
    "fecha de modificación",
    "fecha de última actualización",
    "fecha y hora",
    "actualizado por última vez",
)

# The letter of words that nobody knows: what begins or ends like a date and is none.
_NO_DATE = "x"

# Streets, squares, schools, clubs, movements that bear a date: «Avenida 9 de Julio».
_NAMED = (
    "avenida",
    "avenidas",
    "av.",
    "avda.",
    "ave.",
    "calle",
    "calles",
    "plaza",
    "plazoleta",
    "plazuela",
    "paseo",
    "pasaje",
    "bulevar",
    "boulevard",
    "bv.",
    "carrera",
    "jirón",
    "jr.",
    "ruta",
    "autopista",
    "autovía",
    "puente",
    "parque",
    "barrio",
    "colonia",
    "villa",
    "urbanización",
    "glorieta",
    "rotonda",
    "estadio",
    "hospital",
    "universidad",
    "escuela",
    "colegio",
    "liceo",
    "instituto",
    "aeropuerto",
    "estación",
    "metro",
    "mercado",
    "cooperativa",
    "club",
    "movimiento",
    "brigada",
    "batallón",
    "regimiento",
    "cuartel",
    "penal",
    "asociación",
    "fundación",
    "editorial",
    "residencial",
    "asentamiento",
    "localidad",
    "departamento",
    "distrito",
    "fraccionamiento",
    "ingenio",
    "teatro",
    "canal",
)


def _time(*places: str) -> str:
    """A place's clock: «hora de Madrid», «hora peninsular»."""
    return " | ".join(f"hora {place} | horas {place} | en hora {place} | tiempo {place}" for place in places)


WORDS = Words(
    language="es",
    cldr=CLDR,
    adjective_after=True,
    months={
        "gregory": (
            "ener.",
            "febr. | feb.",
            "marz. | mzo.",
            "abr.",
            "",
            "jun.",
            "jul.",
            "agt. | agto. | agost.",
            "septbre. | setbre. | sep. | set. | sept. | setiembre",  # setiembre: Peru, Uruguay, Argentina
            "octbre. | oct.",
            "novbre. | nov.",
            "dicbre. | dic. | diciem.",
        ),
        # As Spain's and Argentina's Muslim press writes them.
        "islamic": (
            "moharram",
            "",
            "rabi al awwal | rabi al awal | rabi I",
            "rabi al thani | rabi al zani | rabi al ajir | rabi II",
            "yumada al ula | yumada I | yumada al awwal | jumada al ula",
            "yumada al thani | yumada II | yumada al ajira | jumada al thani",
            "rayab",
            "shabán | sha'bán | chaabán",
            "",
            "shawwál | shawal | chawwal",
            "dhul qada | du al qada | dhu al qidah | dul qada | du l qa'da",
            "dhul hijja | du al hiyya | dhu al hijjah | dul hiyya | du l hiyya | dhul hiyya",
        ),
    },
    # «Este viernes 26 de noviembre» is a day with its weekday; «este mes» is this month.
    weekdays=(
        "este lunes | lun.",
        "este martes | mar. | mart.",
        "este miércoles | mié. | miér. | mierc.",
        "este jueves | jue. | juev.",
        "este viernes | vie. | vier.",
        "este sábado | sáb.",
        "este domingo | dom.",
    ),
    first_of_month="primero",
    noon="mediodía | al mediodía | el mediodía | a mediodía | medio día | al medio día",
    # "12 de la noche" is midnight, and nobody can say of which day.
    halves={
        "de la mañana | en la mañana | por la mañana | la mañana | una mañana | cada mañana | toda la mañana": Half(
            0, range(1, 12)
        ),
        "de la madrugada | en la madrugada": Half(0, range(1, 7)),
        "del mediodía | de mediodía | del medio día": Half(12, (12, 1, 2, 3)),
        "de la tarde | en la tarde | por la tarde": Half(12, (12, 1, 2, 3, 4, 5, 6, 7, 8)),
        "de la noche | en la noche | por la noche": Half(12, range(7, 12)),
        "m. | meridiano": Half(12, (12,)),  # "12:00 m.": noon, in Colombia and Peru
    },
    zones={
        _time("GMT") + " | tiempo universal | tiempo universal coordinado": Zone(0),
        _time(
            "peninsular",
            "peninsular española",
            "española",
            "de España",
            "de Madrid",
            "de la España peninsular",
            "de la península",
        )
        + " | en la península": Zone(place="Europe/Madrid"),
        _time("canaria", "de Canarias", "insular canaria"): Zone(place="Atlantic/Canary"),
        _time(
            "de México",
            "del centro de México",
            "CDMX",
            "de la CDMX",
            "de la Ciudad de México",
            "de Ciudad de México",
            "mexicana",
        )
        + " | tiempo del centro": Zone(place="America/Mexico_City"),
        _time("argentina", "de Argentina", "de Buenos Aires", "de la Argentina") + " | ART": Zone(
            place="America/Argentina/Buenos_Aires"
        ),
        _time("chilena", "de Chile", "de Santiago", "continental"): Zone(place="America/Santiago"),
        "CLT": Zone(-240),
        "CLST": Zone(-180),
        _time("peruana", "de Perú", "del Perú", "de Lima") + " | PET": Zone(place="America/Lima"),
        _time("colombiana", "de Colombia", "de Bogotá") + " | COT": Zone(place="America/Bogota"),
        _time("venezolana", "de Venezuela", "de Caracas", "legal de Venezuela") + " | HLV | VET": Zone(
            place="America/Caracas"
        ),
        _time("ecuatoriana", "de Ecuador", "de Quito") + " | ECT": Zone(place="America/Guayaquil"),
        _time("boliviana", "de Bolivia", "de La Paz") + " | BOT": Zone(place="America/La_Paz"),
        _time("uruguaya", "de Uruguay", "de Montevideo") + " | UYT": Zone(place="America/Montevideo"),
        _time("paraguaya", "de Paraguay", "de Asunción"): Zone(place="America/Asuncion"),
        _time("cubana", "de Cuba", "de La Habana"): Zone(place="America/Havana"),
        _time("dominicana"): Zone(place="America/Santo_Domingo"),
        _time(
            "de Costa Rica",
            "de Guatemala",
            "de El Salvador",
            "de Honduras",
            "de Nicaragua",
            "de Centroamérica",
        ): Zone(-360),
        _time("de Panamá", "panameña"): Zone(-300),
        _time("de Puerto Rico"): Zone(-240),
        _time(
            "del Este",
            "del este",
            "de Nueva York",
            "de Washington",
            "de Miami",
            "del este de Estados Unidos",
            "de Washington DC",
        )
        + " | ET": Zone(place="America/New_York"),
        _time("del Pacífico", "de Los Ángeles") + " | PT": Zone(place="America/Los_Angeles"),
        "CT": Zone(place="America/Chicago"),
        "EST": Zone(-300),
        "EDT": Zone(-240),
        "PST": Zone(-480),
        "PDT": Zone(-420),
        "CDT": Zone(-300),
        "CET": Zone(60),  # El País
        "CEST": Zone(120),
        "WET": Zone(0),
        "WEST": Zone(60),
        _time("de Londres", "británica"): Zone(place="Europe/London"),
        _time("de París"): Zone(place="Europe/Paris"),
        _time("de Berlín"): Zone(place="Europe/Berlin"),
        _time("de Roma"): Zone(place="Europe/Rome"),
        _time("de Moscú"): Zone(place="Europe/Moscow"),
        _time("de Kiev", "de Kyiv"): Zone(place="Europe/Kyiv"),
        _time("de Jerusalén", "israelí"): Zone(place="Asia/Jerusalem"),
        _time("de Estambul"): Zone(place="Europe/Istanbul"),
        _time("de Teherán"): Zone(place="Asia/Tehran"),
        _time("de Pekín", "de Beijing", "china"): Zone(place="Asia/Shanghai"),
        _time("de Tokio", "japonesa"): Zone(place="Asia/Tokyo"),
        _time("local") + " | locales | horas locales | local": Zone(),
    },
    relative_days={
        -2: "antes de ayer",
        -1: "el día de ayer | día de ayer | ayer mismo",
        0: "hoy mismo | el día de hoy | día de hoy",
        1: "el día de mañana | día de mañana | mañana mismo",
    },
    parts_of_days={
        "antes de anoche": (-2, NIGHT),
        "ayer por la mañana | ayer en la mañana": (-1, MORNING),
        "ayer por la tarde | ayer en la tarde | ayer tarde | ayer a la tarde": (-1, AFTERNOON),
        "ayer por la noche | ayer en la noche | anoche | ayer noche | ayer a la noche": (-1, NIGHT),
        "esta mañana | hoy por la mañana": (0, MORNING),
        "esta tarde | hoy por la tarde": (0, AFTERNOON),
        "esta noche | hoy por la noche": (0, NIGHT),
        "este mediodía": (0, NOON),
        "mañana por la mañana": (1, MORNING),
        "mañana por la tarde": (1, AFTERNOON),
        "mañana por la noche": (1, NIGHT),
    },
    units={
        "second": "seg. | segs. | s",
        "minute": "min. | mins.",
        "hour": "h | hr. | hrs. | hs.",
        "day": "d",
        "week": "sem.",
        "month": "",
        "year": "",
    },
    counted={
        "media hora": ("minute", 30),
        "un cuarto de hora": ("minute", 15),
        "tres cuartos de hora": ("minute", 45),
        "una hora y media": ("minute", 90),
        "hora y media": ("minute", 90),
        "medio año": ("month", 6),
        "un año y medio": ("month", 18),
        "año y medio": ("month", 18),
    },
    # Not fifteen: «quince días» are two weeks.
    numbers=(
        "un | uno | una",
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "seis",
        "siete",
        "ocho",
        "nueve",
        "diez",
        "once",
        "doce",
        "trece",
        "catorce",
        "",
        "dieciséis",
        "diecisiete",
        "dieciocho",
        "diecinueve",
        "veinte",
    ),
    kinds={
        # «Calle el 26 de noviembre» is a street and a day: the article parts what would be one name.
        PREPOSITION: "a | al | del | desde | desde el | hasta | hasta el | a las | a la | las | la | a la hora | desde las | hasta las | sobre las | hacia las | hacia la | alrededor de las | "
        "cerca de las | a eso de las | a partir de las | a partir del | a partir de | pasadas las | con fecha | con fecha de | a fecha de | de fecha | para el | "
        "@ | siendo las | hora | la mañana del | la tarde del | la noche del | la madrugada del | en la mañana del | en la tarde del | en la noche del | en la madrugada del | "
        "la mañana de | en la mañana de | por la mañana del | la mañana de este | el pasado día | del pasado día | este día | "
        + " | ".join(f"{each.removesuffix('.')} el" for each in _NAMED),
        BEFORE_MONTH: "en | durante | en el mes de | durante el mes de",  # no day follows these
        ARTICLE: "el",
        OF: "de | del mes de",
        DAY_LABEL: "día | mes de",
        ORDINAL: "ro. | ero. | er. | º | ª",  # "1ro de mayo", in America
        CORRESPONDING: "correspondiente al | corresponde al | que corresponde al",
        YEAR_BEFORE: "año | el año | del año | de año | de el año",
        ERA: "d C | después de Cristo | de nuestra era",
        LUNAR: "de la hégira | hégira | de la Hégira",
        HOUR_MARK: "h. | hs. | hr. | hrs. | hora | horas",
        LAST: "pasado | pasada",  # not «último», which may be the final one, nor «anterior», which counts from another day
        THIS: "este | esta | presente | actual | corriente | en curso | del actual",
        NEXT: "próximo | próxima | entrante | que viene",
        AGO: "hace | hace más de | hace casi | hace cerca de | hace aproximadamente | hace alrededor de | hace apenas | atrás",
        AHEAD: "dentro de",
        NOW: "ahora | ahora mismo | justo ahora | hace instantes | hace un instante | hace un momento | hace unos instantes | hace unos segundos | hace momentos",
        AND: "y",
        NAMED_AFTER: " | ".join(_NAMED),
        # «Hace años» says not how many; a half more is no whole number of units.
        _NO_DATE: " | ".join(
            (
                *(
                    f"{start} {units}"
                    for start in ("hace", "hace más de", "hace apenas", "dentro de")
                    for units in ("segundos", "minutos", "horas", "días", "semanas", "meses", "años")
                ),
                "años y medio | meses y medio | mes y medio | un mes y medio | días y medio | día y medio | horas y media | semanas y media | semana y media",
            )
        ),
        PUBLISHED: " | ".join(
            (
                *(f"{each.removesuffix('.')} el | {each}" for each in _PUBLISHED),
                "publicado a las | actualizado a las | publicado en | publicado día | edición del | edición de | edición impresa | actualizado al | actualizada al | a día | "
                "publicado el día | actualizado el día | publicado hoy | noticia del",
            )
        ),
    },
    # Capitals and feeds lose accents and tildes.
    alike={"á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ü": "u", "ñ": "n"},
    orders={"US": None},  # both orders are printed
)
