"""People."""

from __future__ import annotations

from attrs import field, frozen

from newsmodel.model.concept import Entity
from newsmodel.model.values import Line, maybe_line


@frozen
class Person(Entity):
    """A person whom an article mentions or quotes; ``job_title`` is the role in which they appear."""

    given_name: Line | None = field(default=None, converter=maybe_line, kw_only=True)
    family_name: Line | None = field(default=None, converter=maybe_line, kw_only=True)
    job_title: Line | None = field(default=None, converter=maybe_line, kw_only=True)
