"""Rights in an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from attrs import field, frozen

from newsmodel.dates.when import When, when_key
from newsmodel.errors import ModelError
from newsmodel.model.concept import Concept
from newsmodel.model.constraints import Checked
from newsmodel.model.extras import Extra
from newsmodel.model.text import Text, texts
from newsmodel.model.values import Code, PositiveInt, Several, Uri, when


@frozen
class Rights(Checked):
    """Who holds the copyright, how that is put, and what is allowed.

    ``license`` is the URL of a licence document, ``year`` the year of the copyright. ``data_mining`` says whether text
    and data mining is reserved (PLUS vocabulary, ``DMI-PROHIBITED``). ``scope`` are codes for the parts of the item
    that this holds for, ``aspect`` codes for what about them, ``valid_from`` and ``valid_to`` the time for which it holds.
    ``accountable`` is the person who is accountable for the content in legal terms (NewsML-G2 specification, accountable).
    """

    holder: Concept | None = None
    notices: tuple[Text, ...] = field(default=(), converter=texts)
    usage_terms: tuple[Text, ...] = field(default=(), converter=texts)
    license: Uri | None = None
    year: PositiveInt | None = None
    data_mining: Concept | None = None
    scope: tuple[Code, ...] = field(default=(), converter=Several["Code", ...])
    aspect: tuple[Code, ...] = field(default=(), converter=Several["Code", ...])
    valid_from: When | None = field(default=None, converter=when, eq=when_key)
    valid_to: When | None = field(default=None, converter=when, eq=when_key)
    accountable: Concept | None = field(default=None, kw_only=True)
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)

    @property
    def partial(self) -> bool:
        """Whether this holds for parts or aspects of the item only."""
        return bool(self.scope or self.aspect)

    _coherent: ClassVar[str] = "made.holder or made.notices or made.usage_terms or made.extras"

    def _contradictions(self) -> Iterator[ModelError]:
        said = (self.holder, self.notices, self.usage_terms, self.license, self.year, self.data_mining)
        if not (any(said) or self.accountable or self.extras):
            expected = "a holder, notices, usage terms, a license, a year, a rule for data mining or who is accountable"
            yield ModelError("Rights", expected, None)
