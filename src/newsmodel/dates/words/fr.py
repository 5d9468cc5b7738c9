"""French: what news print beside CLDR's names, in Europe, in Canada and in the Maghreb."""

from __future__ import annotations

from newsmodel.dates.words import (
    AFTERNOON,
    AGO,
    AHEAD,
    AND,
    ARTICLE,
    BEFORE_CHRIST,
    BEFORE_MONTH,
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
    NO_DATE,
    NOON,
    NOW,
    NUMBERED,
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
from newsmodel.dates.words.cldr.fr import CLDR

# "Sept" is seven and September: the number is read only where its unit stands beside it.
_SEVEN = {
    f"sept {name}": (unit, 7)
    for unit, names in {
        "second": ("secondes",),
        "minute": ("minutes", "min"),
        "hour": ("heures",),
        "day": ("jours",),
        "week": ("semaines",),
        "month": ("mois",),
        "year": ("ans", "années"),
    }.items()
    for name in names
}

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

# The letter of words that nobody knows: what begins or ends like a date and is none.

_PUBLISHED = (
    "publié",
    "publiée",
    "article publié",
    "mis à jour",
    "mise à jour",
    "màj",
    "mis en ligne",
    "mise en ligne",
    "modifié",
    "modifiée",
    "actualisé",
    "actualisée",
    "créé",
    "créée",
    "posté",
    "postée",
    "paru",
    "parue",
    "diffusé",
    "diffusée",
    "rédigé",
    "écrit",
    "ajouté",
    "édité",
    "corrigé",
    "complété",
    "envoyé",
    "déposé",
    "archivé",
    "dernière mise à jour",
    "dernière modification",
    "dernière actualisation",
    "article mis à jour",
    "article modifié",
    "première publication",
    "première diffusion",
    "publication",
    "publication initiale",
    "initialement publié",
    "publié initialement",
    "publié et mis à jour",
)

# Places, roads, schools and movements that bear a date: «rue du 8 mai 1945». Most only with «du» after them, since who goes
# «dans la rue samedi 5 décembre» names a day.
_NAMED_WITH_DU = (
    "rue",
    "rues",
    "avenue",
    "l'avenue",
    "d'avenue",
    "av.",
    "place",
    "placette",
    "boulevard",
    "bd",
    "bld",
    "boul.",
    "quai",
    "square",
    "pont",
    "impasse",
    "l'impasse",
    "allée",
    "l'allée",
    "esplanade",
    "l'esplanade",
    "cours",
    "quartier",
    "lycée",
    "collège",
    "école",
    "l'école",
    "gymnase",
    "hôpital",
    "l'hôpital",
    "aéroport",
    "l'aéroport",
    "mouvement",
    "caserne",
    "station",
    "parc",
    "monument",
    "jardin",
    "rond point",
    "faubourg",
    "palais",
)
# In Algeria also without: «stade 5 juillet», «université 8 mai 1945».
_NAMED = ("stade", "cité", "université", "l'université", "complexe", "complexe olympique")


def _time(*places: str) -> str:
    """A place's clock: «heure de Paris», «heure française»."""
    return " | ".join(f"heure {place} | heures {place} | à l'heure {place}" for place in places)


WORDS = Words(
    language="fr",
    cldr=CLDR,
    adjective_after=True,
    months={
        # Abbreviations that CLDR does not have, and the months that lose their «de»: «au mois d'août».
        "gregory": (
            "jan. | janv.",
            "fév. | fevr.",
            "",
            "avr. | d'avril",
            "",
            "",
            "juil. | jul. | jlt",
            "aou. | d'août",
            "sep. | septemb.",
            "d'octobre",
            "",
            "",
        ),
        # Algeria's spellings in its official journal and papers, Morocco's, Tunisia's. A hyphen is read as a blank.
        "islamic": (
            "moharram | moharrem | mouharram | mouharam | muharram",
            "safar",
            "rebia I | rabie el aouel | rabie al awal | rabii I | rabia I | rabi I | rabii al awal | rabia al awal | rabi al awwal | rabie el awal | rabia el aouel",
            "rebia II | rabie ethani | rabie al thani | rabii II | rabia II | rabi II | rabii at thani | rabia ath thani | rabi al thani | rabie el thani | rabia ethani",
            "joumada el oula | djoumada el oula | joumada I | joumada al oula | djoumada I | joumada al awal | jumada al oula",
            "joumada ethania | djoumada ethania | joumada II | joumada ath thania | djoumada II | joumada al thania | jumada al thania",
            "radjab | redjeb",
            "chaâbane | chaâban | chaaban | chaabane",
            "ramadhan | ramadhane | ramadane",
            "chaoual | chawal | choual",
            "dhou el kaada | dou al kiada | dhou al qida | dhou al qi'da | dhou el qaada | doul kaada | dhoul qi'da | dhoul kaada",
            "dhou el hidja | dou al hijja | dhou al hijja | dhou el hijja | doul hijja | dhoul hijja",
        ),
    },
    # «Ce vendredi 26 novembre» is a day with its weekday; «ce mois» is this month.
    weekdays=(
        "ce lundi",
        "ce mardi",
        "ce mercredi | merc.",
        "ce jeudi",
        "ce vendredi | vend.",
        "ce samedi",
        "ce dimanche",
    ),
    first_of_month="premier",
    noon="midi | à midi",
    halves={
        "du matin | du mat": Half(0, range(1, 12)),
        # Also so that the noon in «après-midi» is none.
        "de l'après midi | après midi | l'après midi": Half(12, (12, 1, 2, 3, 4, 5, 6)),
        "du soir": Half(12, range(5, 12)),
    },
    zones={
        "TU | temps universel | GMT TU | heure universelle | heures TU | heure GMT | heures GMT": Zone(
            0
        ),  # RFI
        _time("de Paris", "française", "de France", "de la France métropolitaine", "métropolitaine"): Zone(
            place="Europe/Paris"
        ),
        _time("de Bruxelles", "belge"): Zone(place="Europe/Brussels"),
        _time("suisse", "de Genève", "de Berne"): Zone(place="Europe/Zurich"),
        _time("de Londres", "britannique"): Zone(place="Europe/London"),
        _time("de Berlin"): Zone(place="Europe/Berlin"),
        _time("de Rome"): Zone(place="Europe/Rome"),
        _time("de Madrid"): Zone(place="Europe/Madrid"),
        _time("de Moscou"): Zone(place="Europe/Moscow"),
        _time("de Kiev", "de Kyiv"): Zone(place="Europe/Kyiv"),
        _time("d'Istanbul", "d'Ankara", "turque"): Zone(place="Europe/Istanbul"),
        _time("d'Alger", "algérienne", "d'Algérie"): Zone(place="Africa/Algiers"),
        _time("de Tunis", "tunisienne"): Zone(place="Africa/Tunis"),
        _time("du Maroc", "marocaine", "de Rabat", "de Casablanca"): Zone(place="Africa/Casablanca"),
        _time("de Dakar"): Zone(0),
        _time("d'Abidjan"): Zone(0),
        _time("de Bamako"): Zone(0),
        _time("de Kinshasa", "de Yaoundé", "de Libreville", "de Niamey"): Zone(60),
        _time("du Caire"): Zone(place="Africa/Cairo"),
        _time("de Beyrouth"): Zone(place="Asia/Beirut"),
        _time("de Jérusalem", "israélienne"): Zone(place="Asia/Jerusalem"),
        _time("de Doha"): Zone(place="Asia/Qatar"),
        _time("de Téhéran"): Zone(place="Asia/Tehran"),
        _time("de Pékin", "chinoise"): Zone(place="Asia/Shanghai"),
        _time("de Tokyo", "japonaise"): Zone(place="Asia/Tokyo"),
        _time("de New York", "de Washington"): Zone(place="America/New_York"),
        _time("de Montréal", "de Toronto", "d'Ottawa", "de Québec", "de l'Est", "du Québec") + " | HE": Zone(
            place="America/Toronto"
        ),
        _time("de Port au Prince"): Zone(place="America/Port-au-Prince"),
        _time("du Pacifique", "de Los Angeles"): Zone(place="America/Los_Angeles"),
        _time("de Nouméa"): Zone(660),
        _time("de la Réunion", "de La Réunion"): Zone(240),
        # Canada's abbreviations: N is the standard time («normale»), A the daylight saving time («avancée»).
        "HNE": Zone(-300),
        "HAE": Zone(-240),
        "HNC": Zone(-360),
        "HAC": Zone(-300),
        "HNR": Zone(-420),
        "HAR": Zone(-360),
        "HNP": Zone(-480),
        "HAP": Zone(-420),
        "HNA": Zone(-240),
        "HAA": Zone(-180),
        "HNT": Zone(-210),
        "HAT": Zone(-150),
        "CET": Zone(60),
        "CEST": Zone(120),
        # No "EST", which is «est» in small letters.
        _time("locale", "locales") + " | locales | locale": Zone(),
    },
    # Words with a hyphen stand here again with a blank. «Cette nuit» is the last or the next: it is no day.
    relative_days={
        -2: "avant hier",
        0: "aujourd'hui même",
        2: "après demain",
    },
    parts_of_days={
        "hier matin": (-1, MORNING),
        "hier soir | hier au soir": (-1, EVENING),
        "hier après midi": (-1, AFTERNOON),
        "ce matin": (0, MORNING),
        "ce soir": (0, EVENING),
        "cet après midi": (0, AFTERNOON),
        "ce midi": (0, NOON),
        "demain matin": (1, MORNING),
        "demain soir": (1, EVENING),
        "demain après midi": (1, AFTERNOON),
    },
    units={
        "second": "sec. | s",
        "minute": "mn | min. | mins",
        "hour": "h | hrs",
        "day": "j | jrs",
        "week": "sem.",
        "month": "",
        "year": "l'an | année | années | l'année",
    },
    counted={
        "une demi heure": ("minute", 30),
        "demi heure": ("minute", 30),
        "un quart d'heure": ("minute", 15),
        "trois quarts d'heure": ("minute", 45),
        "une heure et demie": ("minute", 90),
        "un an et demi": ("month", 18),
        **_SEVEN,
    },
    # Not fifteen: «quinze jours» are two weeks.
    numbers=(
        "un | une | d'un | d'une",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "",
        "seize",
        "dix sept",
        "dix huit",
        "dix neuf",
        "vingt",
    ),
    kinds={
        BEFORE_CHRIST: "av. J.-C. | avant J C",
        NUMBERED: "version | page | no | tél. | chapitre | article | art. | trente | quarante | cinquante | soixante | cent | mille | et demi",
        PREPOSITION: "à | a | au | du | daté du | datée du | "
        "en date du | date du | le jour du | ce jour | @ | dans la matinée du | dans la soirée du | dans la nuit du | dans l'après midi du | "
        "l'après midi du | au matin du | au soir du | la nuit du | la matinée du | la soirée du | le matin du | le soir du | "
        # «Stade le 5 juillet» is a place and a day: the article parts what would be one name.
        + " | ".join(f"{each} le" for each in _NAMED),
        BEFORE_MONTH: "en | au mois | au mois de | durant",  # no day follows these
        ARTICLE: "le",
        OF: "de",
        DAY_LABEL: "mois de | jour",
        ORDINAL: "er | ᵉʳ",  # the first only
        CORRESPONDING: "correspondant au | correspond au | correspondant à | soit le",  # Algeria, Tunisia
        YEAR_BEFORE: "l'an | l'année | année | an de grâce",
        ERA: "de notre ère | après Jésus Christ | apr J C | ap J C | après J C",
        LUNAR: "de l'hégire | hégire | l'hégire | hégirien",
        HOUR_MARK: "h | heure | heures | hrs",
        LAST: "dernier | dernière | passé | passée",  # not «précédent», which counts from another day
        THIS: "ce | cette | courant | courante | en cours",
        NEXT: "prochain | prochaine",
        AGO: "il y a | il y a environ | il y a près de | il y a près | il y a plus de | il y a plus | il y a moins de | il y a à peine | y a | voici | voilà",
        AHEAD: "dans | d'ici",
        NOW: "maintenant | à l'instant | il y a un instant | il y a quelques instants | il y a quelques secondes | il y a moins d'une minute",
        AND: "et",
        NAMED_AFTER: " | ".join((*(f"{each.removesuffix('.')} du" for each in _NAMED_WITH_DU), *_NAMED)),
        # «Le dernier vendredi de novembre» is not last Friday; a half more is no whole number of units.
        NO_DATE: " | ".join(
            (
                *(f"dernier {day}" for day in _DAYS),
                "dernier mois | dernière année | prochaine heure | dans l'année | ans et demi | an et demi | mois et demi | heures et demie | heure et demie | jours et demi | "
                "jour et demi | semaines et demie | semaine et demie | minutes et demie | minute et demie",
            )
        ),
        PUBLISHED: " | ".join(
            (
                *(f"{each} | {each} le" for each in _PUBLISHED),
                "publié en | date | date de publication | date de mise à jour | date de parution | date de diffusion | date de création | date de modification | édition du | numéro du | parution du | "
                "publication du | émission du | journal du | publié à | mis à jour à | màj à | à jour au | mise à jour du | l'édition du | article du | modifié à | posté à | mis en ligne à | "
                "date de dernière mise à jour | date de mise en ligne | texte du | actualité du | communiqué du",
            )
        ),
    },
    # Capitals are printed without their accents, and so are the words of many feeds.
    alike={
        "é": "e",
        "è": "e",
        "ê": "e",
        "ë": "e",
        "à": "a",
        "â": "a",
        "ä": "a",
        "î": "i",
        "ï": "i",
        "ô": "o",
        "û": "u",
        "ù": "u",
        "ü": "u",
        "ç": "c",
    },
    untaken="jui.",  # June and July, to different writers
)
