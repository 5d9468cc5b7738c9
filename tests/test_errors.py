"""Errors that come together: they travel between processes, and can be taken apart."""

from __future__ import annotations

import pickle

import pytest

from newsmodel import Article, InputError, InputErrors, ModelErrors, read

TWO_FAULTS = b'{"newsmodel": 1, "urgency": 99, "language": "x_y"}'


def faults() -> InputErrors:
    with pytest.raises(InputErrors) as caught:
        read(TWO_FAULTS, format="native")
    return caught.value


def test_the_faults_of_a_document_survive_a_process() -> None:
    errors = faults()
    again = pickle.loads(pickle.dumps(errors))  # noqa: S301  # our own

    assert type(again) is InputErrors
    assert str(again) == str(errors)
    assert [error.place for error in again.errors] == ["/language", "/urgency"]


def test_the_faults_of_an_object_survive_a_process() -> None:
    with pytest.raises(ModelErrors) as caught:
        Article(urgency=99, language="x_y")
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  # our own

    assert type(again) is ModelErrors
    assert str(again) == str(caught.value)


def test_some_of_the_faults_can_be_handled_and_the_rest_raised() -> None:
    matched, rest = faults().split(lambda error: getattr(error, "place", "") == "/urgency")

    assert isinstance(matched, InputErrors)
    assert isinstance(rest, InputErrors)
    assert [error.place for error in (*matched.errors, *rest.errors)] == ["/urgency", "/language"]
    assert isinstance(matched, InputError)


@pytest.mark.parametrize(
    ("inside", "place"),
    [
        (b'"headlines": [null]', "/headlines/0"),
        (b'"sections": [{"blocks": [5]}]', "/sections/0/blocks/0"),
        (b'"sections": [{"blocks": [{"type": 5}]}]', "/sections/0/blocks/0/type"),
        (b'"urgency": null, "language": "x_y"', "/language"),
        (b'"published": "lately"', "/published"),
        (b'"status": "asleep"', "/status"),
        (b'"people": {}', "/people"),
        (b'"people": ""', "/people"),
    ],
)
def test_a_fault_says_its_place(inside: bytes, place: str) -> None:
    with pytest.raises(InputError) as caught:
        read(b'{"newsmodel": 1, ' + inside + b"}", format="native")

    assert caught.value.place == place
