"""How fast dates are read, found and written, beside a bare floor and other libraries, as ratios.

Each measure and each of its yardsticks run by turns in this one process, over strings that step by 17 days, so that no cache of
whole results helps; medians of the paired runs count, in time of the processor. Absolute times are for orientation only.
"right" is how many of 50 samples (of 5 texts, all whole days in them) each side reads as they are meant: a quick refusal is no
quick reading. A peer that is not installed (group `bench`) is left out.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import importlib.metadata
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from itertools import cycle, islice
from types import ModuleType
from typing import Any, Final, Self

from attrs import frozen

from newsmodel.dates import find_dates, format_date, read_date
from newsmodel.errors import DateError

FIRST: Final = date(1940, 1, 1)
DAYS: Final = 49_000
"""Days from the first that every calendar here knows; 17 and they have no common divisor, so that no day comes twice."""
MOSCOW: Final = timezone(timedelta(hours=3))
REFERENCE: Final = datetime(2021, 11, 26, 12)  # noqa: DTZ001  # naive: peers lose the zone of a reference
CHECKED: Final = 50
PEERS: Final = ("dateparser", "python-dateutil", "ciso8601")

Call = Callable[[str], object]

# ---- The names that the texts are written with.

MONTHS: Final = {
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "en": "January February March April May June July August September October November December",
}
LEVANTINE: Final = (
    "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
)
WEEKDAYS: Final = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"


def _month(language: str, day: date) -> str:
    return MONTHS[language].split()[day.month - 1]


def plain(language: str, day: date) -> str:
    """Write a plain date: "26 نوفمبر 2021", "26 ноября 2021 г.", "November 26, 2021"."""
    if language == "en":
        return f"{_month(language, day)} {day.day}, {day.year}"
    return f"{day.day} {_month(language, day)} {day.year}{' г.' if language == 'ru' else ''}"


def _dual(day: date) -> str:
    levantine = LEVANTINE.split("|")[day.month - 1]
    return f"{WEEKDAYS.split()[day.weekday()]} {day.day} {_month('ar', day)}/{levantine} {day.year}"


def _pair(day: date) -> str:
    return f"{format_date(day, 'ar', calendar='islamic-umalqura')} الموافق {plain('ar', day)}"


def _ago(language: str, hours: int) -> str:
    if language == "en":
        return f"{hours} hours ago"
    if language == "ru":
        return f"{hours} {_russian_hours(hours)} назад"
    return f"قبل {hours} {'ساعات' if 3 <= hours % 100 <= 10 else 'ساعة'}"


def _russian_hours(hours: int) -> str:
    if hours % 10 == 1 and hours % 100 != 11:
        return "час"
    return "часа" if 2 <= hours % 10 <= 4 and not 12 <= hours % 100 <= 14 else "часов"


# ---- Texts: invented, with as many dates as news have.

Text = tuple[str, str]
"""Of about 600 characters, and what makes it about 2,500."""

ENGLISH: Final[Text] = (
    """The harbour bridge at Marlow will close to lorries from {0}, the county council said on Friday, after inspectors found cracks in
two of its nine steel piers. The decision follows a survey that began on {1} and was to end last month. "Nobody is in danger, but
we will not take chances," said Helen Ward, who leads the council's roads department. Some 4,200 vehicles cross the bridge every day, a
fifth of them heavy. Drivers of lorries will be sent over the toll road to the north, which adds 26 kilometres and about 35 minutes to
the trip; the toll of $3.50 will be paid by the council.
""",
    """The bridge was opened on {2} by the then minister of transport and strengthened twice, most recently in {3:month}. It was built for
half of today's traffic, and the company that made its steel went out of business within ten years. An engineer who worked on the first
repair, Thomas Reed, 71, said that the piers had never been painted from the inside, as the plans required. "We wrote that in our report
and nobody read it," he told this newspaper.

A first warning came on {4}, when a diver found rust on pier six. The council ordered three more dives and asked two universities for an
opinion; the second arrived two days ago. It says that the bridge can carry cars for at least five more years, and that a single lorry of
44 tonnes does more harm than 10,000 cars. The opposition on the council wants to know why the report of {5} was kept from its members.
Its leader, Paul Grant, spoke of "a year of silence" and called for a meeting on 14 December.

Shopkeepers on the east bank are worried. The last time the bridge was closed, for six weeks, sales fell by 18 percent, according to the
chamber of commerce, and eleven shops never opened again. The chamber has asked for parking at half price and for a ferry, which would
take about 40 people at a time and could start within a month. The council will decide on {6}. A new bridge would cost $210 million, of
which the state would pay 60 percent, and could not be ready before 2031. The council's budget for all of its roads is $38 million a year.

Ward said that two other bridges of the same age would be looked at next, and that the first results were expected in spring. The state's
transport department has known of the cracks since the divers' second report and has sent an expert of its own, who is to stay for ten days.
Until then the police will weigh lorries at both ends of the bridge, day and night, and fine those that are over the limit.
""",
)
RUSSIAN: Final[Text] = (
    """Мост через реку Тихую в Заречном закроют для грузовиков с {0}, сообщила в пятницу городская администрация: при осмотре в двух из девяти
стальных опор нашли трещины. Осмотр начался {1} и должен был завершиться в прошлом месяце. «Опасности ни для кого нет, но
рисковать мы не станем», – сказала начальник управления дорог Елена Воронова. Ежедневно по мосту проезжают около 4200 машин,
пятая часть из них – грузовые. Грузовики направят по северной платной дороге, а это лишние 26 километров и примерно 35 минут пути;
проезд ценой 150 рублей оплатит город.
""",
    """Мост открыли {2} в присутствии министра транспорта и дважды укрепляли, в последний раз – в {3:month}. Построен он был для вдвое меньшего
движения, а завод, на котором варили сталь, закрылся через десять лет. Инженер Фёдор Ремизов, 71 год, работавший на первом ремонте,
говорит, что изнутри опоры так и не покрасили, хотя этого требовал проект. «Мы написали об этом в отчёте, и никто его не прочёл», –
сказал он нашей газете.

Первое предупреждение поступило {4}, когда водолаз увидел ржавчину на шестой опоре. Администрация заказала ещё три погружения и
запросила мнение двух университетов; второе пришло два дня назад. В нём говорится, что легковые машины мост выдержит ещё не менее
пяти лет, а один грузовик весом 44 тонны вредит ему больше, чем 10 000 легковых. Депутаты городской думы спрашивают, почему отчёт от
{5} от них скрыли. Руководитель фракции Павел Гранин назвал это «годом молчания» и потребовал заседания 14 декабря.

Владельцы магазинов на правом берегу обеспокоены. Когда мост закрывали в прошлый раз, на шесть недель, продажи упали на 18 процентов,
подсчитали в торговой палате, и одиннадцать магазинов так и не открылись. Палата просит о стоянке за полцены и о пароме, который мог
бы перевозить по 40 человек и начать работу в течение месяца. Решение администрация примет {6}. Новый мост стоил бы 21 миллиард рублей,
60 процентов из них дала бы область, и он был бы готов не раньше 2031 года. На все дороги город тратит 3,8 миллиарда рублей в год.

По словам Вороновой, следующими проверят ещё два моста того же возраста, первые итоги ждут весной. Министерство транспорта области знает
о трещинах со времени второго отчёта водолазов и прислало своего эксперта, который пробудет в Заречном десять дней. До тех пор полиция
будет круглосуточно взвешивать грузовики у обоих въездов на мост и штрафовать тех, кто тяжелее дозволенного.
""",
)
ARABIC: Final[Text] = (
    """أعلن مجلس مدينة الرملة يوم الجمعة إغلاق جسر الميناء أمام الشاحنات اعتبارا من {0}، بعد أن عثر المفتشون على شقوق في اثنتين من
دعائمه الفولاذية التسع. ويأتي القرار بعد فحص بدأ في {1} وكان مقررا أن ينتهي الشهر الماضي. وقالت هالة الوردي، مديرة دائرة الطرق في
المجلس: "لا خطر على أحد، لكننا لن نجازف". وتعبر الجسر كل يوم نحو 4200 مركبة، خمسها من الشاحنات. وستحول الشاحنات إلى الطريق الشمالي
المدفوع، ما يزيد الرحلة 26 كيلومترا ونحو 35 دقيقة، على أن يدفع المجلس الرسم البالغ 3.5 دولارات عن كل شاحنة تعبر الطريق طوال مدة الإغلاق
التي لم تحدد بعد.
""",
    """وافتتح الجسر في {2} بحضور وزير النقل آنذاك، وجرى تدعيمه مرتين، آخرهما في {3:month}. وقد بني لنصف حركة المرور الحالية، أما الشركة التي
صنعت فولاذه فأغلقت أبوابها بعد عشرة أعوام. وقال توفيق الريدي، وهو مهندس في الحادية والسبعين عمل في أول إصلاح للجسر، إن الدعائم لم تطل
من الداخل قط كما كانت تقتضي المخططات. وأضاف لصحيفتنا: "كتبنا ذلك في تقريرنا ولم يقرأه أحد".

وجاء أول تحذير في {4}، حين شاهد غواص صدأ على الدعامة السادسة. وطلب المجلس ثلاث عمليات غوص أخرى ورأي جامعتين، وصل ثانيهما قبل يومين.
ويقول الرأي إن الجسر يحتمل السيارات خمسة أعوام أخرى على الأقل، وإن شاحنة واحدة تزن 44 طنا تضر به أكثر من 10 آلاف سيارة. وتسأل المعارضة
في المجلس عن سبب إخفاء التقرير الصادر في {5} عن أعضائها. وتحدث زعيمها بولس غرانت عن "عام من الصمت" ودعا إلى عقد جلسة في 14 ديسمبر.

ويشعر أصحاب المتاجر على الضفة الشرقية بالقلق. ففي المرة الأخيرة التي أغلق فيها الجسر، لستة أسابيع، تراجعت المبيعات بنسبة 18 في المئة
بحسب غرفة التجارة، ولم يفتح أحد عشر متجرا أبوابه من جديد. وطلبت الغرفة مواقف بنصف السعر وعبارة تنقل نحو 40 شخصا في كل مرة ويمكن أن
تبدأ العمل خلال شهر. وسيتخذ المجلس قراره في {6}. وتبلغ كلفة جسر جديد 210 ملايين دولار، تدفع الدولة 60 في المئة منها، ولن يكون جاهزا
قبل عام 2031. أما ميزانية المجلس لجميع طرق المدينة فتبلغ 38 مليون دولار في السنة، وقد أنفق منها حتى الآن نحو النصف على إصلاح شارعين
رئيسيين وعلى إنارة الطريق المؤدي إلى الميناء القديم.

وقالت الوردي إن جسرين آخرين من العمر نفسه سيخضعان للفحص تاليا، وإن النتائج الأولى متوقعة في الربيع. وتعلم وزارة النقل بأمر الشقوق منذ
التقرير الثاني للغواصين، وقد أوفدت خبيرا من قبلها يمكث في المدينة عشرة أيام. وحتى ذلك الحين ستزن الشرطة الشاحنات عند طرفي الجسر ليلا
ونهارا، وستغرم من يتجاوز الحد المسموح به، على أن تعلن أسماء الشركات المخالفة في نهاية كل أسبوع. ودعا اتحاد سائقي الشاحنات أعضاءه إلى
الالتزام بالقرار، لكنه طالب بتعويض عن الوقت الضائع وعن الوقود الذي تستهلكه الرحلة الأطول.
""",
)
TEXTS: Final = {"ar": ARABIC, "ru": RUSSIAN, "en": ENGLISH}
RUSSIAN_IN: Final = "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"


class _Written(str):
    """A date in a text; as ``{:month}``, its month and year alone."""

    __slots__ = ("language", "value")

    def __new__(cls, language: str, value: date) -> Self:
        """Write a day in a language."""
        return super().__new__(cls, plain(language, value))

    def __init__(self, language: str, value: date) -> None:
        """Keep what was written."""
        self.language, self.value = language, value

    def __format__(self, form: str) -> str:
        """Write it, or its month."""
        if form != "month":
            return str(self)
        if self.language == "ru":
            return f"{RUSSIAN_IN.split()[self.value.month - 1]} {self.value.year} года"
        return f"{_month(self.language, self.value)} {self.value.year}"


def article(language: str, number: int, *, long: bool) -> tuple[str, list[date]]:
    """Write a text with dates of its own, and tell the days and the month that are whole in it."""
    text = "\n".join(TEXTS[language]) if long else TEXTS[language][0]
    days = [stepped(number * 7 + place) for place in range(7)]
    told = days if long else days[:2]
    return text.format(*(_Written(language, day) for day in days)), told


# ---- What is timed.


@frozen
class Side:
    """A way to do something with a text; what it answers is compared with what is meant by ``same``."""

    name: str
    call: Call
    same: Callable[[object, object], bool]


@frozen
class Measure:
    """Texts, what each means, our side, and those it is compared with."""

    name: str
    texts: list[str]
    meant: list[object]
    ours: Side
    others: list[Side]


def stepped(number: int) -> date:
    """The day of a number: each 17 after the last."""
    return FIRST + timedelta(days=17 * number % DAYS)


def same_time(meant: object, got: object) -> bool:
    """Whether a peer, which has datetimes only, reads the time that is meant."""
    if isinstance(meant, datetime) or not isinstance(got, datetime):
        return meant == got
    return meant == got.date()


def same_day(meant: object, got: object) -> bool:
    """Whether the floor, which reads days only, reads the day that is meant."""
    return (meant.date() if isinstance(meant, datetime) else meant) == got


FLOOR_MONTHS: Final = {
    name: number
    for names in (*MONTHS.values(), "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
    for number, name in enumerate(names.split(), 1)
}
FLOOR_DAY: Final = re.compile(r"(\d\d?) (\w+)(?:/\D+)? (\d{4})")
FLOOR_ENGLISH: Final = re.compile(r"(\w+) (\d\d?), (\d{4})")


def floor_day_first(text: str) -> object:
    """One expression, one dict: what reading the day of a date costs who checks nothing."""
    match = FLOOR_DAY.search(text)
    return match and date(int(match[3]), FLOOR_MONTHS[match[2]], int(match[1]))


def floor_month_first(text: str) -> object:
    """The same for "November 26, 2021"."""
    match = FLOOR_ENGLISH.search(text)
    return match and date(int(match[3]), FLOOR_MONTHS[match[1]], int(match[2]))


DAY_FIRST: Final = Side("bare regex, day alone", floor_day_first, same_day)
MONTH_FIRST: Final = Side("bare regex, day alone", floor_month_first, same_day)


def module(name: str) -> ModuleType | None:
    """A peer's module, if it is installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def _peer(package: str, where: str, attribute: str, **options: Any) -> list[Side]:
    found = module(where)
    if found is None:
        return []
    function = getattr(found, attribute)

    def call(text: str) -> object:
        try:
            result: object = function(text, **options)
        except (ValueError, OverflowError):
            return None
        return result

    return [Side(package, call, same_time)]


def dateparser(language: str) -> list[Side]:
    """The peer for all languages."""
    settings = {"RELATIVE_BASE": REFERENCE}
    return _peer("dateparser", "dateparser", "parse", languages=[language], settings=settings)


def dateutil() -> list[Side]:
    """The peer for English."""
    return _peer("dateutil", "dateutil.parser", "parse")


def iso() -> list[Side]:
    """The peers for ISO 8601."""
    standard = Side("datetime.fromisoformat", datetime.fromisoformat, same_time)
    return [standard, *_peer("ciso8601", "ciso8601", "parse_datetime"), *dateutil()]


def ours(language: str, reference: datetime | None = None) -> Side:
    """Our reading of a date in a language."""

    def read(text: str) -> object:
        try:
            return read_date(text, language, reference).value
        except DateError:
            return None

    return Side("newsmodel", read, lambda meant, got: type(meant) is type(got) and meant == got)


def moment(number: int, zone: timezone | None, *, seconds: bool = False) -> datetime:
    """A time of day on the day of a number."""
    second = number % 60 if seconds else 0
    day = stepped(number)
    return datetime(day.year, day.month, day.day, number % 24, number * 7 % 60, second, tzinfo=zone)


def _reading(
    name: str,
    language: str,
    times: list[date],
    write: Callable[[Any], str],
    others: list[Side],
) -> Measure:
    return Measure(name, [write(each) for each in times], list(times), ours(language), others)


def _relative(language: str, size: int) -> Measure:
    hours = [number * 17 % 990 + 3 for number in range(min(size, 990))]
    return Measure(
        f"read {language}: {_ago(language, 5)}",
        [_ago(language, each) for each in hours],
        [REFERENCE - timedelta(hours=each) for each in hours],
        ours(language, REFERENCE),
        dateparser(language),
    )


def readings(size: int) -> Iterator[Measure]:
    """Give the measures of reading one date."""
    days: list[date] = [stepped(number) for number in range(size)]
    utc: list[date] = [moment(number, UTC) for number in range(size)]
    moscow: list[date] = [moment(number, MOSCOW) for number in range(size)]
    seconds: list[date] = [moment(number, UTC, seconds=True) for number in range(size)]
    for language in ("ar", "ru", "en"):
        floor = MONTH_FIRST if language == "en" else DAY_FIRST
        others = [floor, *dateparser(language), *(dateutil() if language == "en" else [])]
        yield _reading(f"read {language}: plain date", language, days, partial(plain, language), others)
    arabic, russian = [DAY_FIRST, *dateparser("ar")], [DAY_FIRST, *dateparser("ru")]
    english = [DAY_FIRST, *dateparser("en"), *dateutil()]
    yield _reading("read ar: weekday, dual names", "ar", days, _dual, arabic)
    yield _reading("read ar: time, zone", "ar", utc, _arabic_time, arabic)
    yield _reading("read ru: time, МСК", "ru", moscow, _russian_time, russian)
    yield _reading("read en: RFC 5322, GMT", "en", seconds, "{:%a, %d %b %Y %H:%M:%S GMT}".format, english)
    yield _reading("read: ISO date", "en", days, "{:%Y-%m-%d}".format, [*iso(), *dateparser("en")])
    yield _reading("read: ISO datetime", "en", seconds, datetime.isoformat, [*iso(), *dateparser("en")])
    yield from (_relative(language, size) for language in ("ar", "ru", "en"))
    yield _reading("read ar: Hijri and Gregorian", "ar", days, _pair, dateparser("ar"))


def _arabic_time(time_: datetime) -> str:
    return f"{plain('ar', time_)}، الساعة {time_:%H:%M} بتوقيت غرينتش"


def _russian_time(time_: datetime) -> str:
    return f"{plain('ru', time_)}, {time_:%H:%M} МСК"


def findings(size: int) -> Iterator[Measure]:
    """Give the measures of finding the dates of a text."""
    for language in TEXTS:
        for long in (False, True):
            made = [article(language, number, long=long) for number in range(size)]
            texts, meant = [text for text, _ in made], [list(days) for _, days in made]
            for told in (language, None):
                name = (
                    f"find {language}: {len(texts[0]):,} chars, language {'given' if told else 'not given'}"
                )
                yield Measure(name, texts, list(meant), _finder(told), _searching(told))


def _finder(language: str | None) -> Side:
    def search(text: str) -> object:
        return [str(each.value) for each in find_dates(text, language, REFERENCE)]

    return Side("newsmodel", search, _all_found)


def _all_found(meant: object, got: object) -> bool:
    """Whether all whole days of a text are among what was found."""
    assert isinstance(meant, list)  # noqa: S101  # for mypy
    assert isinstance(got, list)  # noqa: S101
    whole = [str(day) for place, day in enumerate(meant) if place != 3]
    return set(whole) <= {each[:10] for each in got}


def _searching(language: str | None) -> list[Side]:
    peer = module("dateparser.search")
    if peer is None:
        return []
    languages = [language] if language else None
    settings = {"RELATIVE_BASE": REFERENCE}

    def search(text: str) -> object:
        found = peer.search_dates(text, languages=languages, settings=settings)
        return [str(value) for _, value in found or []]

    return [Side("search_dates", search, _all_found)]


def formatting(size: int) -> Iterator[Measure]:
    """Give the measures of writing a date."""
    days = {day.isoformat(): day for day in map(stepped, range(size))}
    for language, style in (("ar", "long"), ("ru", "long"), ("en", "full")):
        expected: list[object] = [_written(language, day, style) for day in days.values()]
        write = _formatter(language, style, days)
        strftime = Side("date.strftime", lambda text: days[text].strftime("%d %B %Y"), lambda *_: True)
        yield Measure(f"format {language}: {style}", list(days), expected, write, [strftime])


def _written(language: str, day: date, style: str) -> str:
    return f"{day:%A}, {day.day} {day:%B %Y}" if style == "full" else plain(language, day)


def _formatter(language: str, style: Any, days: dict[str, date]) -> Side:
    return Side(
        "newsmodel",
        lambda text: format_date(days[text], language, style=style),
        lambda meant, got: meant == got,
    )


# ---- Timing.


@frozen
class Effort:
    """How long to measure."""

    repeats: int
    seconds: float
    size: int
    """Different strings to read."""


SMALL: Final = Effort(1, 0.0, 60)
FULL: Final = Effort(15, 0.02, 10_000)


def _timed(call: Call, texts: Iterable[str]) -> float:
    given = list(texts)
    gc.disable()  # as timeit does: what it costs depends on all that lives beside the measure
    start = time.process_time()  # of this process alone: others may be at work on the machine
    for text in given:
        call(text)
    spent = time.process_time() - start
    gc.enable()
    return spent / len(given)


def compare(mine: Side, other: Side, texts: list[str], effort: Effort) -> tuple[float, float, float]:
    """Give the median seconds of a call of either side, and the median ratio of paired runs."""
    streams = [cycle(texts) for _ in (mine, other)]
    sides = list(zip((mine.call, other.call), streams, strict=True))
    first = [max(_timed(call, islice(stream, 3 if effort.seconds else 1)), 1e-7) for call, stream in sides]
    rounds = [max(1, int(effort.seconds / each)) for each in first]
    repeats = 5 if max(first) > 2 * effort.seconds and effort.repeats > 1 else effort.repeats
    pairs = [
        tuple(_timed(call, islice(stream, many)) for (call, stream), many in zip(sides, rounds, strict=True))
        for _ in range(repeats)
    ]
    left, right = zip(*pairs, strict=True)
    ratio = statistics.median(one / two for one, two in pairs)
    return statistics.median(left), statistics.median(right), ratio


def _right(side: Side, measure: Measure, effort: Effort) -> str:
    several = list(zip(measure.texts, measure.meant, strict=True))[: CHECKED if effort.repeats > 1 else 1]
    if measure.name.startswith("find"):
        several = several[:5]  # the peer takes seconds
    right = sum(side.same(meant, side.call(text)) for text, meant in several)
    return f"{right}/{len(several)}"


def show(measure: Measure, effort: Effort) -> None:
    """Print the rows of one measure."""
    right = _right(measure.ours, measure, effort)
    for other in measure.others:
        mine, theirs, ratio = compare(measure.ours, other, measure.texts, effort)
        row(measure.name, mine, right, other.name, theirs, _right(other, measure, effort), ratio)
    if not measure.others:
        mine = _timed(measure.ours.call, islice(cycle(measure.texts), effort.size))
        row(measure.name, mine, right, "-", None, "", None)


def row(
    name: str,
    mine: float,
    right: str,
    other: str,
    theirs: float | None,
    other_right: str,
    ratio: float | None,
) -> None:
    """Print one row of the table."""
    told = "" if theirs is None else f"{theirs * 1e6:,.1f}"
    times = "" if ratio is None else f"{ratio:,.3g}" if ratio < 100 else f"{ratio:,.0f}"
    print(
        f"{name:<42}{mine * 1e6:>12,.1f}{right:>7}  {other:<23}{told:>12}{other_right:>7}{times:>9}",
        flush=True,
    )


# ---- Imports, and what an attacker sends.

STARTS: Final = (
    ("import", "newsmodel.dates", "import newsmodel.dates"),
    (
        "import and read",
        "newsmodel.dates",
        "from newsmodel.dates import *; read_date('26 ноября 2021 г.', 'ru')",
    ),
    ("import", "dateparser", "import dateparser"),
    ("import and read", "dateparser", "import dateparser as d; d.parse('26 ноября 2021', languages=['ru'])"),
    ("import", "dateutil.parser", "import dateutil.parser"),
)


def starts(effort: Effort) -> None:
    """Compare what it takes to start, each in a process of its own, less what Python takes."""
    present = [each for each in STARTS if module(each[1].partition(".")[0])]
    samples: list[list[float]] = [[] for _ in present]
    for _ in range(effort.repeats):
        nothing = _process("pass")
        for sample, (_, _, code) in zip(samples, present, strict=True):
            sample.append(_process(code) - nothing)
    mine = dict(zip((kind for kind, *_ in present[:2]), samples, strict=False))
    for (kind, name, _), sample in list(zip(present, samples, strict=True))[2:]:
        ratio = statistics.median(one / two for one, two in zip(mine[kind], sample, strict=True))
        own, theirs = statistics.median(mine[kind]), statistics.median(sample)
        row(f"{kind}, a process", own, "", name, theirs, "", ratio)


def _process(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603
    return time.perf_counter() - start


ATTACKS: Final = {
    "digits": "1",
    "blanks": " ",
    "letters": "a",
    "brackets": "((",
    "numbers": "12 ",
    "dotted numbers": "1.1.",
    "clock times": "12:30 ",
    "days and months": "26 ноября ",
    "months and years": "نوفمبر 2021 ",
    "dual names without end": "تشرين الثاني/",
    "spans": "2 hours and ",
    "apostrophes": "a'",
    "places": "Aa/",
    "tatweels": "\u0640 \u0640",
    "signs": "\u064b",
    "presentation forms": "\ufe8d",
}


def attacks(effort: Effort) -> None:
    """Measure that refusing is as quick as reading, whatever the length, and that searching grows with the length alone."""
    sound = ours("en")
    for name, shape in ATTACKS.items():
        for size, told in ((10_000, "10 kB"), (1_000_000, "1 MB")):
            mine, theirs, ratio = compare(_alone(shape, size), sound, ["26 November 2021"], effort)
            row(f"refuse {told}: {name}", mine, "", "plain date", theirs, "", ratio)
    for name, shape in ATTACKS.items():
        small, large = (_searcher(shape, size) for size in (10_000, 100_000))
        mine, theirs, ratio = compare(large, small, [""], effort)
        row(f"find 100 kB: {name}", mine, "", "10 kB: linear is 10", theirs, "", ratio)


def _filled(shape: str, size: int) -> str:
    return shape * (size // len(shape.encode()))


def _alone(shape: str, size: int) -> Side:
    text, read = _filled(shape, size), ours("ru").call
    return Side("newsmodel", lambda _: read(text), same_time)


def _searcher(shape: str, size: int) -> Side:
    text = _filled(shape, size)
    return Side("newsmodel", lambda _: sum(1 for _ in find_dates(text, None, REFERENCE)), same_time)


def main() -> None:
    """Print the machine, the versions, and the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="each once, to see that it starts")
    parser.add_argument("--only", default="", metavar="WORD", help="measures whose name has this in it")
    given = parser.parse_args()
    effort = SMALL if given.small else FULL
    _setting()
    print(f"{'measure':<42}{'µs':>12}{'right':>7}  {'yardstick':<23}{'µs':>12}{'right':>7}{'ratio':>9}")
    for kind in (readings(effort.size), findings(min(effort.size, 200)), formatting(effort.size)):
        for measure in kind:
            if given.only in measure.name:
                show(measure, effort)
    if not given.only:
        starts(effort)
        attacks(effort)


def _setting() -> None:
    print(f"{_processor()}, {os.cpu_count()} CPUs, {platform.system()}; Python {platform.python_version()}")
    for package in ("newsmodel", *PEERS):
        try:
            print(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            print(f"{package}: not installed, left out")


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:  # noqa: PTH123
            return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


if __name__ == "__main__":
    main()
