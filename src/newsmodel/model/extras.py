"""What a format said and no field takes."""

from __future__ import annotations

from attrs import field, frozen

from newsmodel.model.constraints import Checked
from newsmodel.model.values import Line, Verbatim, one_line


@frozen
class Extra(Checked):
    """A piece of a document that no row takes, kept as raw text, to be written back by the same format.

    ``format`` is the format's name, ``place`` the path below the object that holds this extra (of elements
    and attributes in XML, a JSON pointer in JSON), ``raw`` the text: an element with its namespaces, the
    value of an attribute, or JSON.
    """

    format: Line = field(converter=one_line)
    place: Verbatim
    raw: Verbatim | None = None
    """None is the empty text."""
