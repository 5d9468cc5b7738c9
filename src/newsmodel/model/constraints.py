"""What a value must be, stated once, in the annotation of its field.

``urgency: Annotated[int, Between(1, 9)] | None`` is type, rule, error message and JSON Schema in one. A class
that derives from `Checked` has all its fields compared with their annotations when an object is made; what is
wrong is collected and raised together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache, lru_cache
from types import UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Protocol,
    Self,
    TypeAlias,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
from attrs import frozen

from newsmodel.dates.when import When, checked_when
from newsmodel.errors import ModelError, ModelErrors
from newsmodel.model.quick_checks import Passes, quick_check


class Constraint(Protocol):
    """A rule beyond the type; stands in ``Annotated``."""

    @property
    def expected(self) -> str:
        """What is allowed, as a noun phrase for the error message."""

    @property
    def quick(self) -> str:
        """Source text: an expression of ``value`` that is true of most values that are allowed, and of no others; '' for none."""

    def allows(self, value: Any) -> bool:
        """Whether the value, which has the right type, keeps the rule."""


@frozen
class Between:
    """A number in a range, both ends allowed."""

    low: float
    high: float

    @property
    def expected(self) -> str:
        """Say the range."""
        return f"a number from {self.low} to {self.high}"

    @property
    def quick(self) -> str:
        """Compare in place."""
        return f"{self.low!r} <= value <= {self.high!r}"

    def allows(self, value: float) -> bool:
        """Compare; NaN is in no range."""
        return self.low <= value <= self.high


@frozen
class Form:
    """A string that matches a pattern from end to end."""

    expected: str
    pattern: str

    quick: ClassVar[str] = ""

    def allows(self, value: str) -> bool:
        """Match the whole string."""
        if len(value) < _SHORT:
            return _matches(self.pattern, value)
        return _compiled(self.pattern).fullmatch(value) is not None


@frozen
class Legal:
    """A string with something in it that is not white space, and that XML 1.0 can hold (§2.2: no control characters, surrogates, U+FFFE, U+FFFF)."""

    expected: str = "text that is not empty, without control characters or surrogates"

    quick: ClassVar[str] = "value.isprintable() and value and not value.isspace()"
    """Nothing that is forbidden is printable, and most texts are."""

    def allows(self, value: str) -> bool:
        """Look for a forbidden character."""
        return not (not value or value.isspace() or ILLEGAL.search(value))


@frozen
class Storable:
    """A string that XML 1.0 can hold, whatever is in it."""

    expected: str = "text without control characters or surrogates"

    quick: ClassVar[str] = "value.isprintable()"

    def allows(self, value: str) -> bool:
        """Look for a forbidden character."""
        return not ILLEGAL.search(value)


ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML 1.0 document can hold."""


_SHORT = 64
"""Longer strings are no codes that come again."""


@lru_cache(2048)
def _matches(pattern: str, value: str) -> bool:
    """Whether a pattern takes a whole string. The same few codes and language tags come again and again."""
    return _compiled(pattern).fullmatch(value) is not None


forget_matches = _matches.cache_clear
_compiled = cache(re.compile)


Check: TypeAlias = Callable[[Any, str], Iterator[ModelError]]


def check_for(annotation: Any) -> Check:
    """Compile an annotation to a function that gives a value's faults."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _constrained(check_for(arguments[0]), arguments[1:])
    if origin is tuple:
        return _each(check_for(arguments[0]))
    if origin in (Union, UnionType):
        return _union(arguments)
    return _instance((annotation,))


def _instance(types: tuple[type, ...]) -> Check:
    name = " or ".join("None" if kind is type(None) else _noun(kind) for kind in types)

    def check(value: Any, where: str) -> Iterator[ModelError]:
        # bool is an int to isinstance, and datetime a date: the exact class is asked for, plain enough here
        if type(value) not in types and not (attrs.has(type(value)) and isinstance(value, types)):
            yield ModelError(where, name, value)

    return check


def _noun(kind: type) -> str:
    plain = {str: "text", int: "an integer", float: "a number", bool: "True or False"}
    if kind in plain:
        return plain[kind]
    if issubclass(kind, Enum):
        return "one of " + ", ".join(repr(str(member.value)) for member in kind)
    return f"{'an' if kind.__name__[0] in 'AEIOU' else 'a'} {kind.__name__}"


def _when(value: Any, where: str) -> Iterator[ModelError]:
    try:
        checked_when(value, where)
    except ModelError as error:
        yield error


def _constrained(of_type: Check, constraints: tuple[Constraint, ...]) -> Check:
    def check(value: Any, where: str) -> Iterator[ModelError]:
        if wrong := next(of_type(value, where), None):
            yield ModelError(where, constraints[0].expected, value) if len(constraints) == 1 else wrong
            return
        for constraint in constraints:
            if not constraint.allows(value):
                yield ModelError(where, constraint.expected, value)

    return check


def _each(of_item: Check) -> Check:
    def check(value: Any, where: str) -> Iterator[ModelError]:
        if type(value) is not tuple:
            yield ModelError(where, "a tuple or another collection", value)
            return
        for index, item in enumerate(value):
            yield from of_item(item, f"{where}[{index}]")

    return check


def _union(arguments: tuple[Any, ...]) -> Check:
    if set(arguments) - {type(None)} == set(get_args(When)):
        return _maybe(_when) if type(None) in arguments else _when
    plain = tuple(kind for kind in arguments if isinstance(kind, type))
    if len(plain) == len(arguments):
        return _instance(plain)
    others = [check_for(kind) for kind in arguments if kind is not type(None)]
    if len(others) != 1:
        raise TypeError(f"no rule for the union {arguments}")
    return _maybe(others[0])


def _maybe(of_value: Check) -> Check:
    def check(value: Any, where: str) -> Iterator[ModelError]:
        if value is not None:
            yield from of_value(value, where)

    return check


@cache
def checks_of(cls: type) -> tuple[tuple[str, Check], ...]:
    """The compiled rules of a class, field by field."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple((field.name, check_for(hints[field.name])) for field in attrs.fields(cast("Any", cls)))


def content_fields(cls: Any) -> tuple[attrs.Attribute[Any], ...]:
    """Return the fields that say something: those that count when objects are compared."""
    return _content_fields(cls)


@cache
def _content_fields(cls: Any) -> tuple[attrs.Attribute[Any], ...]:
    return tuple(field for field in attrs.fields(cls) if field.eq)


class _Passes(dict[type, Passes]):
    """The quick checks of classes, each compiled when the first object of its class is made."""

    def __missing__(self, cls: type) -> Passes:
        hints = get_type_hints(cls, include_extras=True)
        fields = attrs.fields(cast("Any", cls))
        self[cls] = quick_check({field.name: hints[field.name] for field in fields}, incoherence(cls))
        return self[cls]


_PASSES = _Passes()


def incoherence(cls: Any) -> str:
    """Return an expression of an object ``made`` that is true where its fields contradict one another; '' where none ever do."""
    if cls._contradictions is Checked._contradictions:  # noqa: SLF001  # of this module
        return ""
    test = "next(made._contradictions(), None) is not None"
    said, rules = (
        next(each for each in cls.__mro__ if name in vars(each)) for name in ("_coherent", "_contradictions")
    )
    return f"not ({cls._coherent}) and {test}" if said is rules else test


class Checked:
    """A frozen class whose values are checked when it is made, and which is its own copy."""

    __slots__ = ()

    _coherent: ClassVar[str] = ""
    """Source text: an expression of ``made`` that is true of most objects whose fields agree, and of no others. It stands in the class
    that has the rules (`_contradictions`), and counts for that one only.
    """

    def __attrs_post_init__(self) -> None:
        """Compare every field with its annotation, then the fields with one another; raise all faults together."""
        if _PASSES[type(self)](self):
            return
        errors = self._faults()
        if errors and self._made_plain():
            errors = self._faults()
        raise_together(errors or list(self._contradictions()))

    def _faults(self) -> list[ModelError]:
        cls: type = type(self)
        return [
            error
            for name, check in checks_of(cls)
            for error in check(getattr(self, name), f"{cls.__name__}.{name}")
        ]

    def _made_plain(self) -> bool:
        """Make plain strings of what only derives from one (lxml gives such); return whether there were any."""
        cls: type = type(self)
        odd = [name for name, _ in checks_of(cls) if _is_odd_string(getattr(self, name))]
        for name in odd:
            object.__setattr__(self, name, "".join(getattr(self, name)))
        return bool(odd)

    def _contradictions(self) -> Iterator[ModelError]:
        """Give what is wrong between fields that are right one by one."""
        return iter(())

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


def _is_odd_string(value: object) -> bool:
    return isinstance(value, str) and type(value) is not str


def raise_together(errors: list[ModelError]) -> None:
    """Raise one error as it is, and several as a group."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise ModelErrors(errors)
