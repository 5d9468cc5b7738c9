"""A mention: the words of a sentence that name a person, an organisation, a role, a group or a document."""

from __future__ import annotations

from enum import Enum, auto

from attrs import define, field

from newsmodel.page.marks import Span
from newsmodel.page.people import Party


class Sort(Enum):
    """What a mention names."""

    PERSON = auto()  # two words or more of a name
    SINGLE = auto()  # one capitalised word: a surname, a place, or the start of a sentence
    ROLE = auto()
    ORGANISATION = auto()
    GROUP = auto()
    DOCUMENT = auto()
    PRONOUN = auto()


PARTIES = frozenset({Sort.PERSON, Sort.ROLE, Sort.ORGANISATION, Sort.GROUP, Sort.DOCUMENT})


@define(eq=False)
class Mention:
    """Where (token numbers and offsets), what, and what is known of it; ``party`` is filled in when it is resolved."""

    first: int
    last: int  # exclusive
    span: Span
    sort: Sort
    words: tuple[str, ...]  # folded: of the name, or of the role
    role: tuple[str, ...] = ()  # words of the role that stands with a name
    role_span: Span | None = None
    oblique: bool = False  # governed by a preposition or a possessive: no subject
    declined: bool = False  # its noun stands in another case than the subject's
    gender: str = ""  # m, f, p (plural) or unknown
    party: Party | None = field(default=None)
