"""Something that a vocabulary or a name identifies; the base of people, organisations, places and subjects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import field, frozen

from newsmodel.errors import ModelError
from newsmodel.model.constraints import Checked
from newsmodel.model.extras import Extra
from newsmodel.model.text import Text, first_value, texts
from newsmodel.model.values import Code, Line, LocalId, Percentage, Several, Uri, maybe_line


@frozen
class Concept(Checked):
    """A concept: at least one of a name, a URI, a code of a vocabulary (``medtop:04000000``) and a literal.

    ``literal`` is an identifier without a vocabulary (NewsML-G2 specification, flexible properties). ``names``
    may stand in several languages and roles; ``name`` is the first.
    """

    names: tuple[Text, ...] = field(default=(), converter=texts)
    uri: Uri | None = None
    code: Code | None = None
    literal: Line | None = field(default=None, converter=maybe_line)
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)

    @property
    def name(self) -> str | None:
        """The main name."""
        return first_value(self.names)

    _coherent: ClassVar[str] = "made.names or made.uri or made.code or made.literal"

    def _contradictions(self) -> Iterator[ModelError]:
        if not (self.names or self.uri or self.code or self.literal):
            yield ModelError(type(self).__name__, "at least one of names, uri, code and literal", None)


@frozen
class Entity(Concept):
    """A concept that an article can point at: ``id`` is its identifier inside the article."""

    id: LocalId | None = field(default=None, kw_only=True)


@frozen
class Subject(Concept):
    """What an article is about: a topic of a vocabulary such as IPTC Media Topics.

    ``type`` is the nature of the concept (``cpnat:abstract``); ``confidence`` and ``relevance`` are
    percentages (NewsML-G2 specification, quantify attributes).
    """

    type: Code | None = field(default=None, kw_only=True)
    confidence: Percentage | None = field(default=None, kw_only=True)
    relevance: Percentage | None = field(default=None, kw_only=True)
