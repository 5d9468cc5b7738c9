"""Text that carries its language."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any

from attrs import field, frozen

from newsmodel.model.constraints import Checked
from newsmodel.model.extras import Extra
from newsmodel.model.values import Code, LanguageTag, Prose, Several, language_tag, many_lines, several


class Direction(Enum):
    """The base direction of a text (UAX #9)."""

    LTR = "ltr"
    RTL = "rtl"


@frozen
class Text(Checked):
    """A label, a headline, a note: a value with its language.

    ``language`` None is the language of the article, ``direction`` None that of the language. ``role`` is a
    code or URI that says what the text is for (``drol:summary``). ``str(text)`` is the bare value.
    """

    value: Prose = field(converter=many_lines)
    language: LanguageTag | None = field(default=None, converter=language_tag)
    direction: Direction | None = None
    role: Code | None = None
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)

    def __str__(self) -> str:
        return self.value


def texts(values: Iterable[Text | str] | Text | str) -> tuple[Text, ...]:
    """Let a plain string stand for a `Text`, and one text for a list of one."""
    if type(values) is tuple and all(type(value) is Text for value in values):
        return values  # as most are
    if isinstance(values, str):
        return (Text(values),)
    if isinstance(values, Text):
        return (values,)
    given: Any = several(values)
    if not isinstance(given, tuple):
        return given  # type: ignore[no-any-return]  # the check refuses it, together with what else is wrong
    return tuple(Text(value) if isinstance(value, str) else value for value in given)


def maybe_text(value: Text | str | None) -> Text | None:
    """Let a plain string stand for a `Text`."""
    return Text(value) if isinstance(value, str) else value


def first_value(values: tuple[Text, ...]) -> str | None:
    """Return the value of the first of several texts, which is the main one."""
    return values[0].value if values else None
