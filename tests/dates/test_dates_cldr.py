"""The tables that scripts/make_date_words.py wrote from CLDR."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from newsmodel.dates.words import cldr
from newsmodel.dates.words.cldr import Cldr

LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "he", "ru", "tr", "uk", "ur")
CALENDARS = {"gregory", "islamic", "persian"}
STYLES = ("full", "long", "medium", "short")
UNITS = ["second", "minute", "hour", "day", "week", "month", "year"]
ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "build/cldr"

every_language = pytest.mark.parametrize("language", LANGUAGES)


def load(language: str) -> Cldr:
    found = import_module(f"newsmodel.dates.words.cldr.{language}").CLDR
    assert isinstance(found, Cldr)
    return found


def spellings(words: Cldr) -> Iterator[str]:
    for lists in (*words.months.values(), *words.standalone.values()):
        for names in lists.values():
            yield from names
    for each in (*(x for names in words.further.values() for x in names), *words.weekdays):
        yield from each.split(" | ") if each else ()
    for each in (*words.days.values(), *words.units.values()):
        yield from each.split(" | ")


def test_there_is_a_module_for_each_language_and_no_other() -> None:
    folder = Path(str(cldr.__file__)).parent
    assert {path.stem for path in folder.glob("*.py")} == {"__init__", *LANGUAGES}


def test_all_are_of_one_version() -> None:
    assert len({load(language).version for language in LANGUAGES}) == 1


@every_language
def test_twelve_months_in_every_calendar(language: str) -> None:
    words = load(language)
    assert set(words.months) == set(words.further) == CALENDARS
    for lists in (*words.months.values(), *words.standalone.values()):
        assert all(len(names) == 12 and all(names) for names in lists.values())
    assert all(len(names) == 12 for names in words.further.values())
    assert {next(iter(lists)) for lists in words.months.values()} == {language}


@every_language
def test_no_list_of_months_stands_twice(language: str) -> None:
    for calendar, lists in load(language).months.items():
        assert len(set(lists.values())) == len(lists), calendar


@every_language
def test_standalone_and_further_add_to_the_months(language: str) -> None:
    words = load(language)
    for calendar, lists in words.standalone.items():
        assert all(names != words.months[calendar][locale] for locale, names in lists.items())
    for calendar, further in words.further.items():
        known = [*words.months[calendar].values(), *words.standalone.get(calendar, {}).values()]
        for month, each in enumerate(further):
            assert not {names[month] for names in known} & set(each.split(" | "))


@every_language
def test_seven_weekdays(language: str) -> None:
    assert len(load(language).weekdays) == 7
    assert all(load(language).weekdays)


@every_language
def test_patterns_name_day_month_and_year(language: str) -> None:
    patterns = load(language).patterns
    assert set(patterns) == CALENDARS
    assert set(patterns["gregory"]) == {*STYLES, "numeric", "month"}
    assert set(patterns["islamic"]) == set(patterns["persian"]) == set(STYLES)
    for styles in patterns.values():
        assert all({"d", "M", "y"} <= set(pattern) for style, pattern in styles.items() if style != "month")
    assert "MMMM" in patterns["gregory"]["month"] or "LLLL" in patterns["gregory"]["month"]


@every_language
def test_orders_are_the_language_s_own_and_those_that_differ(language: str) -> None:
    orders = dict(load(language).orders)
    own = orders.pop("")
    assert {own, *orders.values()} <= {"dmy", "mdy", "ymd"}
    assert own not in orders.values() or language == "en"


def test_english_lists_every_region() -> None:
    orders = load("en").orders
    assert (orders["US"], orders["GB"], orders["CA"], orders["AU"]) == ("mdy", "dmy", "ymd", "dmy")
    assert load("en").region_patterns["GB"] == "dd/MM/y"


@every_language
def test_the_days_around_today(language: str) -> None:
    days = load(language).days
    assert {-1, 0, 1} <= set(days) <= {-2, -1, 0, 1, 2}
    assert all(1 <= len(each.split()) <= 2 for words in days.values() for each in words.split(" | "))


@every_language
def test_units_have_forms_and_distances_have_a_number(language: str) -> None:
    words = load(language)
    assert list(words.units) == list(words.ago) == list(words.ahead) == UNITS
    assert all(words.units.values())
    for patterns in (*words.ago.values(), *words.ahead.values()):
        assert patterns
        assert all("{0}" in each for each in patterns)


def test_one_pattern_alone_says_both_ago_and_ahead() -> None:
    # CLDR's slip: "within {0} months" is not in the past. Whoever reads these tables takes it for the future.
    both = {
        (language, unit, pattern)
        for language in LANGUAGES
        for unit, patterns in load(language).ago.items()
        for pattern in set(patterns) & set(load(language).ahead[unit])
    }
    assert both == {("ar", "month", "خلال {0} أشهر")}


@every_language
def test_names_are_clean(language: str) -> None:
    for each in spellings(load(language)):
        assert each == each.strip()
        assert not set(each) & set("\u061c\u200e\u200f\u00a0\u202f|{}"), each
        assert not each.isdecimal()


@pytest.mark.parametrize(
    ("language", "calendar", "locale", "month", "name"),
    [
        ("ar", "gregory", "ar-DZ", 1, "جانفي"),
        ("ar", "gregory", "ar-MA", 8, "غشت"),
        ("ar", "gregory", "ar-SY", 2, "شباط"),
        ("de", "gregory", "de-AT", 1, "Jänner"),
        ("ru", "gregory", "ru", 5, "мая"),
        ("fa", "persian", "fa", 1, "فروردین"),
        ("tr", "islamic", "tr", 9, "Ramazan"),
    ],
)
def test_months_by_locale(language: str, calendar: str, locale: str, month: int, name: str) -> None:
    assert load(language).months[calendar][locale][month - 1] == name


def test_standalone_months_differ_in_russian_and_not_in_english() -> None:
    assert load("ru").standalone["gregory"]["ru"][4] == "май"
    assert not load("en").standalone


def script() -> ModuleType:
    spec = spec_from_file_location("make_date_words", ROOT / "scripts/make_date_words.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(
    not (DATA / "cldr-cal-persian-full").exists(),
    reason="no CLDR in build/cldr; `make date-words` fetches it",
)
@every_language
def test_the_script_would_write_the_same(language: str) -> None:
    make = script()
    make.check_versions(DATA)
    assert repr(make.gather(DATA, language)) == repr(load(language))  # in the same order, too
