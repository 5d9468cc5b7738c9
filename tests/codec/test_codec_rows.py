"""The engine on a small class, over XML and over JSON: what each kind of row reads, writes, keeps and reports."""

from __future__ import annotations

from enum import Enum
from typing import Any

import attrs
import pytest
from attrs import field, frozen
from lxml import etree

from newsmodel.codec.context import Context, Unsayable
from newsmodel.codec.row import always, derived, joint, many, maybe, one
from newsmodel.codec.table import Embedded
from newsmodel.codec.values import DECIMAL, INTEGER, ISO_TIME, LANGUAGE, TEXT, Pair, choice, either
from newsmodel.dates.when import ReducedDate
from newsmodel.errors import InputError
from newsmodel.losses import LossKind
from newsmodel.model import Extra
from newsmodel.model.constraints import Checked
from newsmodel.model.values import Line, Several, Urgency, maybe_line
from newsmodel.syntax.json_table import JsonTable
from newsmodel.syntax.xml import serialise_xml
from newsmodel.syntax.xml_table import XmlTable


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@frozen
class Wheel(Checked):
    size: Urgency
    maker: Line | None = field(default=None, converter=maybe_line)


@frozen
class Car(Checked):
    name: Line = field(converter=maybe_line)
    colour: Colour | None = None
    doors: Urgency | None = None
    wheels: tuple[Wheel, ...] = field(default=(), converter=Several["Wheel", ...])
    tags: tuple[Line, ...] = field(default=(), converter=Several["Line", ...])
    width: Urgency | None = None
    height: Urgency | None = None
    motto: Line | None = None
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True)


C, W = attrs.fields(Car), attrs.fields(Wheel)
NS = {"": "urn:car", "o": "urn:other"}
COLOURS = choice({"red": Colour.RED, "rouge": Colour.RED, "blue": Colour.BLUE})


def _read_size(raw: str, _: Context) -> tuple[int | None, int | None]:
    width, x, height = raw.partition("x")
    if not x:
        raise InputError("width and height, as in '3x4'", raw)
    return int(width) or None, int(height) or None


SIZE: Pair[tuple[int | None, int | None]] = Pair(
    _read_size, lambda value, _, __: f"{value[0] or 0}x{value[1] or 0}"
)
WHEEL = XmlTable(Wheel, one(W.size, "@size", INTEGER), maybe(W.maker, "o:maker/text()", TEXT), namespaces=NS)
CAR = XmlTable(
    Car,
    always("@standard", "CAR-1"),
    one(C.name, "name/text()", TEXT, also=("title/text()",)),
    maybe(C.colour, "paint/@colour", COLOURS),
    maybe(C.doors, "doors/text()", INTEGER, assume=lambda _: 4),
    many(C.wheels, "axle/wheel", WHEEL),
    many(C.tags, "tag[@kind='short']/text()", TEXT, only=lambda tag: len(tag) < 4),
    many(C.tags, "tag/text()", TEXT, only=lambda tag: len(tag) >= 4, most=2),
    joint((C.width, C.height), "@size", SIZE),
    tag="car",
    namespaces=NS,
)


def context() -> Context:
    return Context("car")


def read(text: str) -> tuple[Car, list[str]]:
    now = context()
    root = etree.fromstring(text.replace("<car", '<car xmlns="urn:car" xmlns:o="urn:other"', 1))
    return CAR.decode(root, now), [f"{loss.kind.name} {loss.where} {loss.value}" for loss in now.losses]


def write(car: Car) -> tuple[str, list[str]]:
    now = context()
    text = serialise_xml(CAR.encode(car, now)).decode().split("\n", 1)[1].strip()
    for declaration in (' xmlns="urn:car"', ' xmlns:o="urn:other"'):
        text = text.replace(declaration, "", 1)
    return text, [f"{loss.kind.name} {loss.path} {loss.value}" for loss in now.losses]


FULL = (
    '<car standard="CAR-1" size="3x4"><name>Beetle</name><paint colour="red"/><doors>2</doors>'
    '<axle><wheel size="3"><o:maker>W</o:maker></wheel><wheel size="4"/></axle>'
    '<tag kind="short">old</tag><tag>German</tag></car>'
)
BEETLE = Car("Beetle", Colour.RED, 2, [Wheel(3, "W"), Wheel(4)], ["old", "German"], 3, 4)


def test_every_kind_of_row_goes_both_ways() -> None:
    assert read(FULL) == (BEETLE, [])
    assert write(BEETLE) == (FULL, [])


def test_absent_fields_are_absent_places() -> None:
    text, losses = write(Car("x", doors=1))

    assert text == '<car standard="CAR-1"><name>x</name><doors>1</doors></car>'
    assert losses == []
    assert read(text)[0] == Car("x", doors=1)


def test_assumed_values_are_reported() -> None:
    text, losses = write(Car("x"))

    assert "<doors>4</doors>" in text
    assert losses == ["ASSUMED doors 4"]


def test_other_places_are_read_in_their_order_and_not_written() -> None:
    assert read("<car><title>T</title></car>")[0] == Car("T")
    car, _ = read("<car><title>T</title><name>N</name></car>")
    assert car.name == "N"
    assert [(extra.place, extra.raw) for extra in car.extras] == [("title/text()", "T")]
    assert read("<car><title>N</title><name>N</name></car>")[0].extras == ()
    assert "<title>" not in write(Car("N"))[0]


def test_words_of_a_choice() -> None:
    assert read('<car><name>x</name><paint colour="rouge"/></car>')[0].colour is Colour.RED
    assert 'colour="red"' in write(Car("x", Colour.RED))[0]
    car, losses = read('<car><name>x</name><paint colour="green"/></car>')
    assert car.colour is None
    assert losses == ["UNREADABLE paint/@colour green"]
    with pytest.raises(Unsayable, match="there is no word for <Colour.BLUE"):
        choice({"red": Colour.RED}).encode(Colour.BLUE, context())


def test_items_go_where_they_belong_and_no_more_than_there_is_room() -> None:
    text, losses = write(Car("x", doors=1, tags=["abc", "long1", "long2", "long3"]))

    assert text.count("<tag") == 3
    assert losses == ["UNWRITTEN tags[3] long3"]
    _, losses = write(Car("x", doors=1, tags=["long", "abc"]))
    assert losses == ["COERCED tags ('long', 'abc')"]  # they come back in another order


def test_fields_without_a_row_are_reported() -> None:
    assert write(Car("x", doors=1, motto="s"))[1] == ["UNWRITTEN motto s"]


def test_what_cannot_be_read_is_kept_and_reported() -> None:
    car, losses = read('<car size="large"><name>x</name><doors>many</doors></car>')

    assert losses == ["UNREADABLE doors/text() many", "UNREADABLE @size large"]
    assert [(extra.place, extra.raw) for extra in car.extras] == [
        ("@size", "large"),
        ("doors/text()", "many"),
    ]
    again, losses = write(car)
    assert again == '<car standard="CAR-1" size="large"><name>x</name><doors>many</doors></car>'
    assert losses == []  # nothing is assumed where something stands
    assert read(again)[0] == car


def test_what_the_model_refuses_is_taken_out_and_kept() -> None:
    car, losses = read(
        '<car><name>x</name><doors>10</doors><axle><wheel size="3"/><wheel size="99"/></axle></car>'
    )

    assert car.doors is None
    assert car.wheels == (Wheel(3),)
    assert [loss.split(" ")[:2] for loss in losses] == [
        ["UNREADABLE", "axle/wheel[2]"],
        ["UNREADABLE", "doors/text()"],
    ]


def test_what_is_kept_never_overwrites_a_value() -> None:
    car, _ = read("<car><name>x</name><doors>many</doors></car>")
    text, losses = write(attrs.evolve(car, doors=5))

    assert "<doors>5</doors>" in text
    assert losses == ["UNWRITTEN extras[0] many"]


def test_a_required_field_that_is_missing_is_an_error_with_its_place() -> None:
    with pytest.raises(InputError, match="expected something at name/text\\(\\)"):
        read("<car><doors>2</doors></car>")
    with pytest.raises(InputError, match="something at name"):
        read("<car><name> </name></car>")


def test_a_required_field_that_cannot_be_read_says_where() -> None:
    table = XmlTable(Wheel, one(W.size, "a/size/text()", INTEGER), namespaces={}, tag="wheel")
    root = etree.fromstring("<wheel>\n<a>\n<size>big</size></a></wheel>")

    with pytest.raises(InputError) as caught:
        table.decode(root, context())
    assert str(caught.value) == "expected an integer, got 'big' at a/size/text() (line 3)"


def test_foreign_content_is_kept_where_it_stood() -> None:
    text = (
        '<car standard="CAR-1" o:owner="me"><name lang="de">x</name><doors>2</doors>'
        '<axle load="3"><wheel size="3"/><wheel size="4" spokes="8"/></axle><o:radio><o:on/></o:radio></car>'
    )
    car, losses = read(text)

    assert losses == []
    assert {(extra.place, extra.raw) for extra in car.extras} == {
        ("@o:owner", "me"),
        ("name/@lang", "de"),
        ("axle/@load", "3"),
        ("axle/wheel[2]/@spokes", "8"),
        ("o:radio", '<radio xmlns="urn:other"><on></on></radio>'),
    }
    again, _ = write(car)
    assert read(again)[0] == car
    assert write(read(again)[0])[0] == again


def test_foreign_content_of_unknown_namespaces_is_kept() -> None:
    text = '<car xmlns:z="urn:z" z:a="1"><name>x</name><doors>1</doors><z:b c="2"/></car>'
    car, _ = read(text)

    assert [extra.place for extra in car.extras] == ["@{urn:z}a", "{urn:z}b"]
    assert car.extras[1].raw == '<b xmlns="urn:z" c="2"></b>'
    assert read(write(car)[0])[0] == car


def test_fixed_attributes_tell_elements_apart() -> None:
    car, _ = read('<car><name>x</name><tag kind="short" a="1">abc</tag><tag b="2">longer</tag></car>')

    assert car.tags == ("abc", "longer")
    assert [extra.place for extra in car.extras] == ["tag[1]/@b", "tag[@kind='short'][1]/@a"]
    assert read(write(car)[0])[0] == attrs.evolve(car, doors=4)


def test_another_constant_is_kept() -> None:
    car, _ = read('<car standard="CAR-2"><name>x</name><doors>1</doors></car>')

    assert [(extra.place, extra.raw) for extra in car.extras] == [("@standard", "CAR-2")]
    assert 'standard="CAR-2"' in write(car)[0]


def test_text_between_elements_is_kept() -> None:
    car, _ = read("<car>hello<name>x</name> there<doors>1</doors></car>")

    assert [(extra.place, extra.raw) for extra in car.extras] == [("text()", "hello there")]
    assert read(write(car)[0])[0] == car


def test_a_second_element_where_there_is_one_is_kept() -> None:
    car, _ = read("<car><name>x</name><doors>1</doors><doors>2</doors></car>")

    assert (car.doors, [extra.place for extra in car.extras]) == (1, ["doors"])
    assert read(write(car)[0])[0] == car


def test_attributes_go_back_to_the_element_that_was_read() -> None:
    car, _ = read(
        '<car><name a="1">x</name><doors b="2">1</doors><doors b="3">2</doors><name a="4">y</name></car>'
    )
    again, losses = write(car)

    assert '<name a="1">x</name>' in again
    assert '<doors b="2">1</doors>' in again
    assert '<doors b="3">2</doors>' in again
    assert losses == []
    assert read(again)[0] == car


def test_comments_and_processing_instructions_are_no_content() -> None:
    assert read("<car><!-- c --><name>x<!-- c -->y</name><?pi?><doors>1</doors></car>") == (
        Car("xy", doors=1),
        [],
    )


def test_without_extras_what_is_foreign_is_reported() -> None:
    now = Context("car", keep=False)
    root = etree.fromstring('<car xmlns="urn:car" a="1"><name>x</name><b/></car>')
    car = CAR.decode(root, now)

    assert car.extras == ()
    assert [(loss.kind, loss.where) for loss in now.losses] == [
        (LossKind.UNREAD, "@a"),
        (LossKind.UNREAD, "b"),
    ]
    kept = Car("x", doors=1, extras=[Extra("car", "@a", "1")])
    CAR.encode(kept, now)
    assert now.losses[-1].kind is LossKind.UNWRITTEN


def test_extras_of_another_format_are_reported() -> None:
    assert write(Car("x", doors=1, extras=[Extra("bike", "/a", "1")]))[1] == ["UNWRITTEN extras[0] 1"]


@pytest.mark.parametrize("place", ["", "a//b", "/a", "a[", "a[0]", "q:a", "a/q:b", "name[@q:x='1']", "wheel[99999999999]"])  # fmt: skip
def test_extras_with_no_place_in_xml_are_reported(place: str) -> None:
    car = Car("x", doors=1, extras=[Extra("car", place, "<a/>")] if place else [])

    assert len(write(car)[1]) == len(car.extras)


def test_extras_that_are_no_markup_are_reported() -> None:
    _, losses = write(
        Car("x", doors=1, extras=[Extra("car", "b", "<b"), Extra("car", "axle/wheel[3]/@a", "1")])
    )

    assert losses == ["UNWRITTEN extras[0] <b", "UNWRITTEN extras[1] 1"]


def test_a_table_without_a_row_for_a_required_field_is_a_mistake_of_the_programmer() -> None:
    with pytest.raises(TypeError, match="no row for Wheel.size"):
        XmlTable(Wheel, namespaces={})
    with pytest.raises(TypeError, match="no row for Wheel.size"):
        JsonTable(Wheel)
    with pytest.raises(TypeError, match="two rows for @a"):
        XmlTable(Wheel, one(W.size, "@a", INTEGER), maybe(W.maker, "@a", TEXT), namespaces={})
    with pytest.raises(TypeError, match="two rows for a"):
        JsonTable(Wheel, one(W.size, "a", INTEGER), maybe(W.maker, "a", TEXT))
    with pytest.raises(ValueError, match="cannot read the step"):
        XmlTable(Wheel, one(W.size, "a[1]/@a", INTEGER), namespaces={})


def test_implied_values_come_from_the_place() -> None:
    table = XmlTable(Wheel, maybe(W.maker, "@maker", TEXT), namespaces={}, tag="w", implied={"size": 5})

    assert table.decode(etree.fromstring('<w maker="M"/>'), context()) == Wheel(5, "M")


# values


@pytest.mark.parametrize(
    ("codec", "raw", "value"),
    [
        (TEXT, " a \n b ", "a b"),
        (INTEGER, " 5 ", 5),
        (INTEGER, "+5", 5),
        (INTEGER, "-05", -5),
        (DECIMAL, "1.50", 1.5),
        (DECIMAL, "1e3", 1000.0),
        (LANGUAGE, " AR-eg ", "ar-EG"),
        (ISO_TIME, " 2024-05 ", ReducedDate(2024, 5)),
    ],
)
def test_values_are_read(codec: Any, raw: str, value: object) -> None:
    assert codec.decode(raw, context()) == value


@pytest.mark.parametrize(
    ("codec", "raw", "expected"),
    [
        (INTEGER, "5.0", "an integer"),
        (INTEGER, "٥", "an integer"),
        (INTEGER, "", "an integer"),
        (INTEGER, "--5", "an integer"),
        (INTEGER, "9" * 30, "an integer"),
        (DECIMAL, "1,5,2", "a decimal number"),
        (DECIMAL, "", "a decimal number"),
        (ISO_TIME, "May 2024", "an ISO 8601 date or date-time"),
        (ISO_TIME, "2024-02-30", "an ISO 8601 date or date-time"),
        (COLOURS, "green", "one of red, rouge, blue"),
        (COLOURS, ["red"], "one of red, rouge, blue"),
        (INTEGER, None, "an integer"),
    ],
)
def test_values_that_are_none_of_theirs_are_refused(codec: Any, raw: Any, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        codec.decode(raw, context())

    assert caught.value.expected == expected


def test_what_reads_back_differently_is_coerced() -> None:
    now = context()

    assert TEXT.encode("a\nb", now) == "a b"
    assert [loss.kind for loss in now.losses] == [LossKind.COERCED]


def test_either_reads_what_fits_and_writes_the_first_that_can() -> None:
    def no(*_: Any) -> str:
        raise Unsayable("not this way")

    both = either(Pair(lambda raw, _: int(INTEGER.decode(raw, context())), no), INTEGER, COLOURS)
    assert both.decode("5", context()) == 5
    assert both.decode("blue", context()) == Colour.BLUE
    with pytest.raises(
        InputError, match="expected an integer or an integer or one of red, rouge, blue, got 'x'"
    ):
        both.decode("x", context())
    assert both.encode(5, context()) == "5"
    with pytest.raises(Unsayable, match="not this way; not this way"):
        either(Pair(str, no), Pair(str, no)).encode("x", context())  # type: ignore[arg-type]


# JSON

NUMBER: Pair[int] = Pair(lambda raw, _: _number(raw), lambda value, _, __: value)


def _number(raw: Any) -> int:
    if type(raw) is not int:
        raise InputError("an integer", raw)
    return raw


JSON_WHEEL = JsonTable(
    Wheel, always("@type", "Wheel"), one(W.size, "size", NUMBER), maybe(W.maker, "maker/name", TEXT)
)
JSON_CAR = JsonTable(
    Car,
    always("@type", "Car"),
    one(C.name, "name", TEXT, also=("title",)),
    maybe(C.colour, "paint/colour", COLOURS),
    maybe(C.doors, "doors", NUMBER),
    many(C.wheels, "part[@type='Wheel|Tyre']", JSON_WHEEL),
    many(C.tags, "tags", TEXT),
    derived("label", lambda car, _: car.name.upper()),
    document=True,
)


def read_json(value: dict[str, Any]) -> tuple[Car, list[str]]:
    now = context()
    return JSON_CAR.decode(value, now), [f"{loss.kind.name} {loss.where} {loss.value}" for loss in now.losses]


def write_json(car: Car) -> tuple[dict[str, Any], list[str]]:
    now = context()
    return JSON_CAR.encode(car, now), [f"{loss.kind.name} {loss.path} {loss.value}" for loss in now.losses]


JSON_FULL = {
    "@type": "Car",
    "name": "Beetle",
    "paint": {"colour": "red"},
    "doors": 2,
    "part": [{"@type": "Wheel", "size": 3, "maker": {"name": "W"}}, {"@type": "Wheel", "size": 4}],
    "tags": ["old", "German"],
    "label": "BEETLE",
}
JSON_BEETLE = Car("Beetle", Colour.RED, 2, [Wheel(3, "W"), Wheel(4)], ["old", "German"])


def test_the_same_rows_go_both_ways_over_json() -> None:
    car, losses = read_json(JSON_FULL)

    assert (car, losses) == (JSON_BEETLE, [])
    assert write_json(JSON_BEETLE) == (JSON_FULL, [])


def test_one_value_stands_for_a_list_of_one() -> None:
    assert read_json({"name": "x", "tags": "one"})[0].tags == ("one",)
    assert write_json(Car("x", tags=["one"]))[0]["tags"] == "one"


def test_foreign_keys_are_kept_where_they_stood() -> None:
    car, _ = read_json({"name": "x", "a/b": {"c": [1]}, "paint": {"gloss": True}, "null": None})

    assert {(extra.place, extra.raw) for extra in car.extras} >= {
        ("/a~1b", '{"c":[1]}'),
        ("/paint/gloss", "true"),
    }
    again, _ = write_json(car)
    assert again["a/b"] == {"c": [1]}
    assert again["paint"] == {"gloss": True}
    assert read_json(again)[0] == car


def test_unreadable_values_of_json_are_kept_and_reported() -> None:
    car, losses = read_json({"name": "x", "doors": "two"})

    assert car.doors is None
    assert losses == ['UNREADABLE /doors "two"']
    assert write_json(car)[0]["doors"] == "two"


@pytest.mark.parametrize(
    ("place", "raw", "reason"),
    [
        ("a", "1", "its place is no JSON pointer"),
        ("/part/99999999999999999999", "1", "its place is gone"),
        ("/a", "{", "it is no JSON"),
        ("/name/deeper", "1", "its place is gone"),
        ("/doors", "5", "another value stands in its place now"),
    ],
)
def test_extras_with_no_place_in_json_are_reported(place: str, raw: str, reason: str) -> None:
    now = context()
    out = JSON_CAR.encode(Car("x", doors=1, extras=[Extra("car", place, raw)]), now)

    assert (out["name"], out["doors"]) == ("x", 1)
    assert [loss.kind for loss in now.losses] == [LossKind.UNWRITTEN]
    assert reason in now.losses[0].reason


def test_another_constant_of_json_is_kept() -> None:
    car, _ = read_json({"@type": "Truck", "name": "x"})

    assert write_json(car)[0]["@type"] == "Truck"


def test_what_is_derived_is_compared() -> None:
    assert read_json({"name": "x", "label": "X"})[0].extras == ()
    car, _ = read_json({"name": "x", "label": "Y"})
    assert [(extra.place, extra.raw) for extra in car.extras] == [("/label", '"Y"')]


def test_json_that_is_no_object_is_refused() -> None:
    raws: list[Any] = [[], "x", None, 5]
    for raw in raws:
        with pytest.raises(InputError, match="expected an object"):
            JSON_CAR.decode(raw, context())


@frozen
class Box(Checked):
    inside: tuple[Box, ...] = field(default=(), converter=Several["Box", ...])


BOX: JsonTable[Box] = JsonTable(
    Box,
    many(
        attrs.fields(Box).inside,
        "inside",
        Pair(lambda raw, now: BOX.decode(raw, now), lambda value, now, _: BOX.encode(value, now)),
    ),
)


def test_json_objects_have_a_depth() -> None:
    deep: dict[str, Any] = {}
    for _ in range(100):
        deep = {"inside": deep}
    now = context()
    BOX.decode(deep, now)

    assert [loss.kind for loss in now.losses] == [LossKind.UNREADABLE]
    assert "objects nested at most 32 deep" in str(now.losses[0])


@frozen
class Garage(Checked):
    car: Wheel | None = None


def test_embedded_objects_stand_among_the_rows_of_the_outer_one() -> None:
    table = JsonTable(Garage, embedded=(Embedded("car", JSON_WHEEL),), document=True)

    assert table.decode({"size": 3}, context()) == Garage(Wheel(3))
    assert table.encode(Garage(Wheel(3)), context()) == {"@type": "Wheel", "size": 3}
    assert table.decode({}, context()) == Garage()
    assert table.encode(Garage(), context()) == {}
