"""Whose work an article is, and where it comes from."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from newsmodel.model.concept import Concept
from newsmodel.model.values import Code, Line, LocalId, maybe_line


class AttributionRole(Enum):
    """The part that somebody has in an article. The order here is the order in an article."""

    PUBLISHER = "publisher"
    SOURCE = "source"
    AUTHOR = "author"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    CONTRIBUTOR = "contributor"
    PHOTO_CREDIT = "photo_credit"


class PartyKind(Enum):
    """What sort of party it is."""

    PERSON = "person"
    ORGANISATION = "organisation"


@frozen
class Attribution(Concept):
    """Somebody with a part in the article: publisher, source agency, author, photo credit without its photo…

    ``entity`` is the id of a person or organisation of the article, ``line`` the line as printed
    («المصدر: تاس»), ``job_title`` a code for the job, ``detail`` a code for the part where the role is coarse
    (``ctrol:descrWriter``).
    """

    role: AttributionRole = field(kw_only=True)
    kind: PartyKind | None = field(default=None, kw_only=True)
    line: Line | None = field(default=None, converter=maybe_line, kw_only=True)
    entity: LocalId | None = field(default=None, kw_only=True)
    job_title: Code | None = field(default=None, kw_only=True)
    detail: Code | None = field(default=None, kw_only=True)
