"""What a check finds, and how its rules are stated: each once, with the code that its problems bear and a sentence that explains it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from attrs import frozen

T = TypeVar("T")


@frozen
class Problem:
    """Something to look at.

    A stable ``code``, the ``path`` in the article or document, a ``message``, a ``hint`` what to do, and the ``line`` of
    the document, where it is known.
    """

    code: str
    path: str
    message: str
    hint: str = ""
    line: int | None = None

    def __str__(self) -> str:
        place = f" {self.path}" if self.path else ""
        line = f" (line {self.line})" if self.line else ""
        return f"{self.code}{place}: {self.message}{line}" + (f" ({self.hint})" if self.hint else "")


@frozen
class Finding:
    """A problem before its rule has given it a code."""

    path: str
    message: str
    hint: str = ""
    line: int | None = None


@frozen
class Code:
    """The code of a problem, and what it means; the documentation's list is made of these."""

    code: str
    meaning: str

    def problem(self, found: Finding) -> Problem:
        """Return what was found as a problem with this code."""
        return Problem(self.code, found.path, found.message, found.hint, found.line)


@frozen
class Rule(Code, Generic[T]):
    """A rule: what it looks for in a ``T`` is a function that gives what it found."""

    find: Callable[[T], Iterable[Finding]]

    def problems(self, subject: T) -> Iterator[Problem]:
        """Give the problems of a subject."""
        return map(self.problem, self.find(subject))
