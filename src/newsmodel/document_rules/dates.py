"""Times that are none, where a standard wants one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from attrs import frozen

from newsmodel.dates.iso import read_iso
from newsmodel.document_rules.document import Document, Vocabulary, text_of
from newsmodel.errors import DateError
from newsmodel.problems import Finding, Rule
from newsmodel.syntax.xml import children_of, local_name, tag_of

if TYPE_CHECKING:
    from lxml import etree

_DAY, _CLOCK, _ZONE = (
    "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    r"T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?",
    "(?:Z|[+-][0-9]{2}:[0-9]{2})?",
)


@frozen
class Form:
    """A form that a time may have; ``empty`` where there may also be none."""

    expected: str
    pattern: re.Pattern[str]
    empty: bool = False

    def fault(self, text: str) -> str | None:
        """Say what is wrong with a text; None for nothing."""
        if not text and self.empty:
            return None
        if not self.pattern.fullmatch(text):
            return str(DateError(self.expected, text))
        try:
            read_iso(_NO_TIME.sub(r"\1T\2", text))
        except DateError as error:
            return str(error)
        return None


_NO_TIME: Final = re.compile(r"([0-9]{8})(000000[+-][0-9]{4})")
"""NITF's form for a day without a time, to the letter of its schema: ``YYYYMMDD000000-HHMM``."""
MOMENT: Final = Form("a date and time such as 2024-05-14T10:00:00Z", re.compile(f"{_DAY}{_CLOCK}{_ZONE}"))
MOMENT_OR_NOTHING: Final = Form(MOMENT.expected, MOMENT.pattern, empty=True)
DAY: Final = Form(
    "a date such as 2024-05-14, with a time or without", re.compile(f"{_DAY}(?:{_CLOCK})?{_ZONE}")
)
REDUCED: Final = Form(
    "a date such as 2024-05-14, with a time, or without the day or month",
    re.compile(f"(?:{_DAY}(?:{_CLOCK})?|[0-9]{{4}}(?:-[0-9]{{2}})?){_ZONE}"),
)
APPROXIMATE: Final = Form(
    "a date such as 2024-05-14, with a time, or parts of a date",
    re.compile(rf"{REDUCED.pattern.pattern}|--[0-9]{{2}}(?:-[0-9]{{2}})?{_ZONE}|---[0-9]{{2}}{_ZONE}"),
)
ISO: Final = Form(
    "a date in ISO 8601 such as 20240514T100000+0000",
    re.compile(
        r"[0-9]{4}(?:-?[0-9]{2}-?[0-9]{2}(?:T?[0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]+)?)?)?)?|-[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
    ),
)
"""Basic form is what NewsML 1 and NITF ask for; the extended one is not told apart from it."""

G2_ELEMENTS: Final = {
    **dict.fromkeys(("versionCreated", "firstCreated", "sent"), MOMENT),
    "embargoed": MOMENT_OR_NOTHING,
    **dict.fromkeys(("expires", "rDate", "exDate"), DAY),
    **dict.fromkeys(
        (
            "contentCreated", "contentModified", "timestamp", "created", "born", "died", "founded", "dissolved",
            "ceasedToExist",
        ),
        REDUCED,
    ),
    **dict.fromkeys(("start", "end", "scheduled"), APPROXIMATE),
}  # fmt: skip
"""The elements that hold a time (NewsML-G2 2.35 schema); a test compares them with it."""
G2_ATTRIBUTES: Final = {
    **dict.fromkeys(
        (
            "coversfrom", "coversto", "created", "generated", "modified", "retired", "schemecreated", "schememodified",
            "schemeretired", "timestamp", "until", "validfrom", "validto",
        ),
        DAY,
    ),
    **dict.fromkeys(("approxstart", "approxend"), REDUCED),
}  # fmt: skip
NEWSML_1_ELEMENTS: Final = dict.fromkeys(
    ("DateAndTime", "DateId", "FirstCreated", "ThisRevisionCreated", "DateLineDate"), ISO
)
"""The elements that hold a time (NewsML 1.2 DTD); StartDate, EndDate and CopyrightDate are natural language."""
NITF_ATTRIBUTES: Final = {
    **dict.fromkeys(
        ("date.issue", "date.release", "date.expire", "revision-history", "rights.startdate", "rights.enddate", "story.date", "chron"),
        ("norm",),
    ),
    "doc.rights": ("startdate", "enddate"),
    "pubdata": ("date.publication",),
    "event": ("start-date", "end-date"),
    "money": ("date",),
}  # fmt: skip
"""The attributes of elements that hold a time (NITF 3.6 schema)."""


def _bad_dates(document: Document) -> Iterator[Finding]:
    for element, vocabulary in document.elements:
        for form, text, attribute in _times(element, vocabulary):
            if fault := form.fault(text):
                yield document.found(element, fault, attribute=attribute)


def _times(element: etree._Element, vocabulary: Vocabulary) -> Iterator[tuple[Form, str, str]]:
    """Give the times of an element: the form that each must have, its text, and its attribute."""
    name = local_name(tag_of(element))
    if vocabulary is Vocabulary.NEWSML_G2:
        if name in G2_ELEMENTS and next(children_of(element), None) is None:
            yield G2_ELEMENTS[name], text_of(element), ""
        yield from _in_attributes(element, G2_ATTRIBUTES)
    elif vocabulary is Vocabulary.NEWSML_1:
        if name in NEWSML_1_ELEMENTS:
            yield NEWSML_1_ELEMENTS[name], text_of(element), ""
        yield from _in_attributes(element, {"DateAndTime": ISO})
    elif vocabulary is Vocabulary.NITF:
        yield from _in_attributes(element, dict.fromkeys(NITF_ATTRIBUTES.get(name, ()), ISO))


def _in_attributes(element: etree._Element, forms: dict[str, Form]) -> Iterator[tuple[Form, str, str]]:
    for attribute, form in forms.items():
        if (value := element.get(attribute)) is not None:
            yield form, value.strip(), attribute


RULES: tuple[Rule[Document], ...] = (
    Rule(
        "bad-date",
        "What stands where the standard wants a time is none, has not the form that it asks for, or is a day that does not exist.",
        _bad_dates,
    ),
)
