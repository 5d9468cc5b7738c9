"""What a conversion could not carry: typed values, collected while reading and writing."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

import attrs
from attrs import frozen

from newsmodel.errors import LossError, shown, told


class LossKind(Enum):
    """How something was lost; the value is the sentence that explains it."""

    UNREAD = "the input says it, nothing in the article takes it"
    UNREADABLE = "the input says it in a form that cannot be understood"
    REPAIRED = "the input was invalid and was understood all the same"
    UNWRITTEN = "the article has it, the target cannot say it"
    COERCED = "it was written, but it reads back differently"
    ASSUMED = "the target demands it, the article lacks it, a default was written"


_SAYS = ("name", "value", "text", "href", "item", "media", "markup", "language", "code", "uri", "literal")
"""The fields by which an object is known best, for a line of a report."""
_MANY = 3


def brief(value: object, depth: int = 2) -> str:
    """Return a value for a line of a report: an object by what it is called, or else by what it holds, down to some ``depth``."""
    if isinstance(value, tuple):
        more = f", … {len(value) - _MANY} more" if len(value) > _MANY else ""
        return f"({', '.join(brief(each, depth) for each in value[:_MANY])}{more})"
    cls = type(value)
    if not attrs.has(cls):
        return told(value)
    said = next((says for name in _SAYS if isinstance(says := getattr(value, name, None), str)), None)
    if said is not None:
        return f"{cls.__name__} {shown(said)}"
    if not depth:
        return cls.__name__
    held = [(field.name, getattr(value, field.name)) for field in attrs.fields(cls)]
    told_of = [f"{name}={brief(inner, depth - 1)}" for name, inner in held if inner not in (None, ())]
    return f"{cls.__name__}({', '.join(told_of[:_MANY])}{', …' if len(told_of) > _MANY else ''})"


@frozen
class Loss:
    """One thing that a conversion did not carry.

    ``path`` is the path in the article (``quotes[0].spans``), "" where the article has no such thing;
    ``value`` what was lost, assumed or repaired; ``where`` the place in the document, ``line`` its line, where that is
    known; ``reason`` why, if the kind does not say it all.
    """

    kind: LossKind
    path: str = ""
    value: object = None
    where: str = ""
    reason: str = ""
    line: int | None = None

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line else ""
        where = f"{self.where} ({line})" if self.where and line else self.where or line
        place = self.path + (f" ({where})" if self.path and where else where)
        value = "" if self.value is None else f": {brief(self.value)}"
        return f"{self.kind.name} {place}{value}" + (f" ({self.reason})" if self.reason else "")


class Losses(list[Loss]):
    """The losses of one or several conversions: hand one in and find it filled.

    >>> from newsmodel.losses import Loss, LossKind, Losses
    >>> losses = Losses([Loss(LossKind.UNWRITTEN, "urgency", 3)])
    >>> print(losses[0])
    UNWRITTEN urgency: 3
    """

    heard: ClassVar[bool] = True
    """Whether anybody will look at them. Where nobody does, their places and values need not be made out."""

    def note(
        self,
        kind: LossKind,
        path: str = "",
        value: object = None,
        *,
        where: str = "",
        reason: str = "",
        line: int | None = None,
    ) -> None:
        """Add one loss."""
        self.append(Loss(kind, path, value, where, reason, line))

    def of(self, *kinds: LossKind) -> Losses:
        """Return the losses of these kinds."""
        return Losses(loss for loss in self if loss.kind in kinds)

    @property
    def paths(self) -> frozenset[str]:
        """The article's paths that these losses name."""
        return frozenset(loss.path for loss in self if loss.path)

    def refuse(self) -> None:
        """Raise `LossError` if there is anything in it (what ``strict=True`` does at the end)."""
        if self:
            raise LossError(tuple(self))

    def __str__(self) -> str:
        return "\n".join(map(str, self)) or "nothing was lost"


class Unheard(Losses):
    """The losses of a conversion of which nobody wants to know any: nothing is added."""

    heard = False

    def note(self, *_: object, **__: object) -> None:
        """Do nothing."""
