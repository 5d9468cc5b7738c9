"""The forms of values, compared with what others say of them: XML Schema's types, as libxml2 checks them."""

from __future__ import annotations

import re
from itertools import product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsmodel.model import Link, Subject, Text
from newsmodel.model.constraints import Form
from newsmodel.model.values import (
    Code,
    LanguageTag,
    LocalId,
    MediaType,
    Uri,
    UriReference,
    language_tag,
    many_lines,
    one_line,
)


def form(annotation: object) -> Form:
    (found,) = (part for part in get_args(annotation) if isinstance(part, Form))
    return found


def schema(kind: str) -> etree.XMLSchema:
    text = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="a"><xs:complexType><xs:attribute name="v" type="{kind}"/></xs:complexType></xs:element>
        </xs:schema>"""
    return etree.XMLSchema(etree.fromstring(text))


SCHEMAS = {kind: schema(kind) for kind in ("xs:anyURI", "xs:language", "xs:ID", "xs:NCName")}


def xml_takes(kind: str, value: str) -> bool:
    """Whether XML Schema's type takes a value."""
    return SCHEMAS[kind].validate(etree.Element("a", v=value))


def matching(annotation: object) -> st.SearchStrategy[str]:
    """Values that a pattern accepts, of its own making."""
    return st.from_regex(re.compile(form(annotation).pattern), fullmatch=True)


ADDRESSES = st.text("ab09:/?#[]@!$&'()*+,;=%2Fé中.-_~\U00010400\ue000 \\\"<>^`{|}", max_size=16)


@given(text=ADDRESSES)
def test_addresses_are_any_uris(text: str) -> None:
    for annotation in (Uri, UriReference):
        for value in (text, f"x:{text}", f"//{text}", f"x://{text}", f"x://host{text}"):
            assert not form(annotation).allows(value) or xml_takes("xs:anyURI", value), value


@pytest.mark.parametrize("annotation", [Uri, UriReference])
def test_every_short_address_is_any_uri(annotation: object) -> None:
    allows = form(annotation).allows
    for length in range(6):
        for tail in product(":/?#@%2é.", repeat=length):
            value = "x:" + "".join(tail)
            assert not allows(value) or xml_takes("xs:anyURI", value), value
            assert not allows(value[2:]) or xml_takes("xs:anyURI", value[2:]), value[2:]


@given(text=ADDRESSES)
def test_absolute_uris_are_references_too(text: str) -> None:
    for value in (text, f"x:{text}", f"x://{text}"):
        assert not form(Uri).allows(value) or form(UriReference).allows(value)


@given(value=matching(LanguageTag))
def test_language_tags_are_xml_languages(value: str) -> None:
    assert xml_takes("xs:language", value)


@given(value=matching(LanguageTag))
def test_language_tags_are_in_their_recommended_case(value: str) -> None:
    assert language_tag(value) == value
    assert language_tag(value.upper()) == value
    assert Text("x", value.swapcase()).language == value


@given(value=matching(LocalId))
def test_identifiers_are_xml_ids(value: str) -> None:
    assert xml_takes("xs:ID", value)
    assert xml_takes("xs:NCName", value)


QCODE = re.compile(r"[^\s:]+:[^\s]+")
"""QCodeType of NewsML-G2."""


@given(value=matching(Code))
def test_codes_are_qcodes(value: str) -> None:
    assert QCODE.fullmatch(value)
    assert Subject(code=value).code == value


@given(value=matching(MediaType))
def test_media_types_have_a_type_and_a_subtype(value: str) -> None:
    assert Link("x", media_type=value).media_type == value


URIS = [
    "https://news.example/1", "urn:newsml:x:1", "tag:x.example,2026:a", "mailto:a@b.example", "https://xn--80ak6aa92e.example",
    "https://user@host.example:8080/p?q=1#f", "https://пример.example/путь?в=1", "https://x.example/قره", "x:y", "about:blank",
    "file:///etc/motd", "http://x.example/%D9%82", "data:,x", "HTTPS://X.EXAMPLE",
]  # fmt: skip
NO_URIS = {
    "": "nothing",
    "x": "no scheme",
    "//x.example/": "no scheme",
    "/a": "a path",
    "1x:y": "a scheme that begins with a digit",
    "https://x.example/a b": "a space",
    "https://x.example/<a>": "angle brackets",
    'https://x.example/"a"': "quotation marks",
    "https://x.example/%zz": "no hexadecimal digits",
    "https://x.example/%2": "half an escape",
    "https://x.example:port/": "a port that is no number",
    "https://x.example/a#b#c": "two fragments",
    "https://[::1]/": "a bracketed host",
    "https://:80/": "a port without a host",
    "https://x.example/\\a": "a backslash",
    "https://x.example/a\n": "a line end",
    "http:": "nothing after the scheme",
    "https://x.example/\u0007": "a control character",
}


@pytest.mark.parametrize("value", URIS)
def test_uris(value: str) -> None:
    assert form(Uri).allows(value)
    assert form(UriReference).allows(value)


@pytest.mark.parametrize(("value", "reason"), NO_URIS.items())
def test_no_uris(value: str, reason: str) -> None:
    assert not form(Uri).allows(value), reason


@pytest.mark.parametrize(
    "value", ["a", "/a/b", "../a", "?q=1", "#f", "//x.example/a", "a/b:c", "./a:b", "ق.html"]
)
def test_references(value: str) -> None:
    assert form(UriReference).allows(value)
    assert not form(Uri).allows(value)


@pytest.mark.parametrize("value", ["", "a b", "1:b", ":a", "a#b#c", "%", "a\n", "<a>"])
def test_no_references(value: str) -> None:
    assert not form(UriReference).allows(value)


LANGUAGES = ["ar", "ru-RU", "zh-Hant", "zh-Hant-TW", "es-419", "sl-rozaj-biske", "de-CH-1996", "sr-Latn-RS", "x-own", "en-x-a", "ar-u-nu-latn", "zh-yue", "tlh"]  # fmt: skip
NO_LANGUAGES = ["", "a", "en_GB", "en-", "-en", "en--GB", "e1", "en-x", "عربي", "en GB", "en-GB\n", "abcdefghi", "*", "en-a"]  # fmt: skip


@pytest.mark.parametrize("value", LANGUAGES)
def test_languages(value: str) -> None:
    assert form(LanguageTag).allows(value)
    assert xml_takes("xs:language", value)


@pytest.mark.parametrize("value", NO_LANGUAGES)
def test_no_languages(value: str) -> None:
    assert not form(LanguageTag).allows(value)


@given(text=st.text())
def test_lines_have_one_form(text: str) -> None:
    for normal in (one_line, many_lines):
        once = normal(text)
        assert normal(once) == once
        assert "  " not in once.replace("\u00a0", "x")
        assert once == once.strip(" \t\r\n")
    assert "\n" not in one_line(text)
    assert one_line(many_lines(text)) == one_line(text)


_RUN, _BREAK, _SPACES = (
    re.compile(pattern)
    for pattern in (r"[ \t\r\n]{2,}|[\t\r\n]", r"[ \t]*(?:\r\n?|\n)[ \t]*", r"[ \t]{2,}|\t")
)


@given(st.text(" \t\r\n\xa0\x0b\u2028ab", max_size=20))
def test_white_space_is_collapsed_as_expressions_say(text: str) -> None:
    inside = text.strip(" \t\r\n")

    assert one_line(text) == _RUN.sub(" ", inside)
    assert many_lines(text) == _SPACES.sub(" ", _BREAK.sub("\n", inside))


@pytest.mark.parametrize(
    "annotation",
    [Code, Uri, UriReference, LanguageTag, LocalId, MediaType],
    ids=lambda each: form(each).expected[:20],
)
def test_no_form_takes_a_character_that_no_xml_can_hold(annotation: object) -> None:
    rule = form(annotation)
    for character in (*map(chr, range(0x20)), "\ud800", "\udfff", "\ufffe", "\uffff"):
        for text in (f"{character}a:b", f"a{character}:b", f"a:{character}b", f"a:b{character}"):
            assert not rule.allows(text), (character, text)
