"""What can go wrong, by whose fault.

::

    NewsModelError
    ├── InputError            the document's fault: place, line, expected, got
    │   ├── DateError         a text that is no date, or not surely one (also a ValueError)
    │   ├── SyntaxFault       bytes that are no XML, no JSON, no text
    │   ├── SeveralItems      one article was asked for, the document holds more
    │   ├── UnknownFormat     no format has this name, or none recognises these bytes
    │   └── InputErrors       several of the above at once (also an ExceptionGroup)
    ├── ModelError            a value that the model refuses (also a ValueError)
    │   └── ModelErrors       several of these at once (also an ExceptionGroup)
    ├── NoSchema              a folder of schemas has none for a document, or none that can be used
    └── LossError             ``strict``: a conversion that would lose something

Whoever catches `InputError` or `ModelError` catches one fault and several alike; ``error.errors`` lists them in both cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from newsmodel.losses import Loss

_SHOWN = 200


def shown(value: object) -> str:
    """The value for a message: its repr, cut where it would flood a terminal."""
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}… ({len(text):,} characters)"


def told(value: object) -> str:
    """The value for a report, which is read by people who know no Python: a time in ISO 8601, of an enum what it stands for."""
    if isinstance(value, date):
        return value.isoformat()
    return shown(value.value if isinstance(value, Enum) else value)


class NewsModelError(Exception):
    """The root of all errors that this package raises on purpose."""


class InputError(NewsModelError):
    """The document's fault.

    ``expected`` and ``got`` say what was asked and what came, ``place`` where in the document (a path of
    the format: XPath-like for XML, a JSON pointer for JSON), ``line`` the line, where the syntax knows it.
    """

    def __init__(
        self,
        expected: str,
        got: object = None,
        *,
        place: str = "",
        line: int | None = None,
        message: str = "",
    ) -> None:
        super().__init__(expected, got)
        self.expected, self.got, self.place, self.line = expected, got, place, line
        self._said = message  # (a group has a `message` of its own)

    @property
    def errors(self) -> tuple[InputError, ...]:
        """This error, or the several it stands for."""
        return (self,)

    def __str__(self) -> str:
        said = self._said or f"expected {self.expected}" + (
            "" if self.got is None else f", got {shown(self.got)}"
        )
        return (
            said + (f" at {self.place}" if self.place else "") + (f" (line {self.line})" if self.line else "")
        )

    def within(self, outer: str, *, line: int | None = None) -> Self:
        """Let the place grow outwards while the error rises; the innermost line stays."""
        self.place = f"{outer}/{self.place}" if self.place else outer
        self.line = self.line or line
        return self


class DateError(InputError, ValueError):
    """A text that is no date, or not surely one date."""


class SyntaxFault(InputError):
    """Bytes that the syntax itself refuses: no XML, no JSON, no text in a known encoding."""


class SeveralItems(InputError):
    """One article was asked for and the document holds several."""


class UnknownFormat(InputError):
    """No format has the name that was given, or none recognises the bytes."""


class InputErrors(InputError, ExceptionGroup[InputError]):
    """Several faults of one document, found in one go."""

    def __new__(cls, errors: Sequence[InputError]) -> Self:
        return ExceptionGroup.__new__(cls, f"{len(errors)} faults", errors)

    def __init__(self, errors: Sequence[InputError]) -> None:
        first = errors[0]
        super().__init__(first.expected, first.got, place=first.place, line=first.line)

    @property
    def errors(self) -> tuple[InputError, ...]:
        return self.exceptions  # type: ignore[return-value]  # made of InputErrors only

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[InputError, ...]]]:
        return type(self), (self.errors,)

    def derive(self, excs: Sequence[InputError]) -> InputErrors:  # type: ignore[override]
        return InputErrors(excs)

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


class ModelError(NewsModelError, ValueError):
    """A value that the model refuses.

    ``where`` is the path of the value (``Article.urgency``, ``quotes[2].spans[0]``), ``expected`` the rule
    it breaks, ``got`` the value that came; ``holder`` the object, one of several, whose field it is, where only that field is at fault.
    """

    def __init__(self, where: str, expected: str, got: object, *, holder: object = None) -> None:
        super().__init__(where, expected, got)
        self.where, self.expected, self.got, self.holder = where, expected, got, holder

    @property
    def errors(self) -> tuple[ModelError, ...]:
        """This error, or the several it stands for."""
        return (self,)

    def __str__(self) -> str:
        return f"{self.where}: expected {self.expected}, got {shown(self.got)}"


class ModelErrors(ModelError, ExceptionGroup[ModelError]):
    """Several values of one object that the model refuses."""

    def __new__(cls, errors: Sequence[ModelError]) -> Self:
        return ExceptionGroup.__new__(cls, f"{len(errors)} refused values", errors)

    def __init__(self, errors: Sequence[ModelError]) -> None:
        first = errors[0]
        super().__init__(first.where, first.expected, first.got)

    @property
    def errors(self) -> tuple[ModelError, ...]:
        return self.exceptions  # type: ignore[return-value]  # made of ModelErrors only

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[ModelError, ...]]]:
        return type(self), (self.errors,)

    def derive(self, excs: Sequence[ModelError]) -> ModelErrors:  # type: ignore[override]
        return ModelErrors(excs)

    def __str__(self) -> str:
        return "\n".join(str(error) for error in self.errors)


class NoSchema(NewsModelError):
    """A folder of schemas has none for a document, or none that can be used: the caller's fault, not the document's."""


class LossError(NewsModelError):
    """A conversion was asked to be strict and would lose something; ``losses`` says what."""

    def __init__(self, losses: Sequence[Loss]) -> None:
        super().__init__(losses)
        self.losses = tuple(losses)

    def __str__(self) -> str:
        count = "1 loss" if len(self.losses) == 1 else f"{len(self.losses)} losses"
        return f"{count} in a strict conversion:\n" + "\n".join(f"  {loss}" for loss in self.losses)
