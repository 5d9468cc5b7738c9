"""The characters of older wire text: declared, known by their form, or guessed, and what is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import LossKind, SyntaxFault
from newsmodel.codec.context import Context
from newsmodel.syntax.wire_bytes import cleaned, decoded, guessed


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Brücke".encode(), "Brücke"),
        (b"\xef\xbb\xbfBr\xc3\xbccke", "Brücke"),
        ("Мост".encode("utf-16"), "Мост"),
        ("\ufeffМост".encode("utf-16-be"), "Мост"),
        (b"\x1b%G\xc3\xbc", "ü"),
        (b"\x01\x1b-L" + "Мост".encode("iso8859-5"), "\x01Мост"),
        (b"\x1b-G" + "الجسر".encode("iso8859-6"), "الجسر"),
        (b"\x1b-F" + "γέφυρα".encode("iso8859-7"), "γέφυρα"),
        (b"\x1b(KBr}cke [", "Brücke Ä"),
        (b"\x1b(Hbro |l", "bro öl"),
        (b"\x1b(Gsilta {", "silta ä"),
        (b"\x1b(`bru }", "bru å"),
        (b"\x1b$Zno set that we know", "\x1b$Zno set that we know"),
    ],
)
def test_what_is_declared_counts(data: bytes, text: str) -> None:
    context = Context("x")

    assert decoded(data, context) == text
    assert context.losses == []


@pytest.mark.parametrize(
    ("data", "text", "reason"),
    [
        ("“Brücke”".encode("cp1252"), "“Brücke”", "not UTF-8; read as cp1252"),
        ("Brücke".encode("cp850"), "Brücke", "not UTF-8; read as cp850"),
        (b"a\x9d\xff", "a\x9dÿ", "not UTF-8; read as latin-1"),
        (b"\x1b%G\xfc", "ü", "declared as utf-8; read as cp1252"),
    ],
)
def test_what_had_to_be_guessed_is_told(data: bytes, text: str, reason: str) -> None:
    context = Context("x")

    assert decoded(data, context, "message").replace("\x1b%G", "") == text
    assert [(loss.kind, loss.where, loss.reason) for loss in context.losses] == [
        (LossKind.REPAIRED, "message", reason)
    ]


def test_what_has_nul_bytes_is_no_text() -> None:
    with pytest.raises(SyntaxFault, match="not text: it has NUL bytes"):
        guessed(b"\xff\x00")


def test_controls_are_taken_out_and_told() -> None:
    context = Context("x")

    assert cleaned("a\x01b\x02c\x01", context, "text") == "abc"
    assert cleaned("a\tb\nc", context, "text") == "a\tb\nc"
    assert [(loss.value, loss.reason) for loss in context.losses] == [
        ("U+0001, U+0002", "3 control characters taken out")
    ]


@given(data=st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decoded(data, Context("x"))
    except SyntaxFault:
        assert b"\0" in data
    else:
        assert len(text) <= len(data)
