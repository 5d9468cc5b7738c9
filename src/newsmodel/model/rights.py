"""Rights in an article."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from newsmodel.errors import ModelError
from newsmodel.model.concept import Concept
from newsmodel.model.constraints import Checked
from newsmodel.model.extras import Extra
from newsmodel.model.text import Text, texts
from newsmodel.model.values import Several, Uri


@frozen
class Rights(Checked):
    """Who holds the copyright, how that is put, and what is allowed.

    ``license`` is the URL of a licence document.
    """

    holder: Concept | None = None
    notices: tuple[Text, ...] = field(default=(), converter=texts)
    usage_terms: tuple[Text, ...] = field(default=(), converter=texts)
    license: Uri | None = None
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], kw_only=True, repr=False)

    def _contradictions(self) -> Iterator[ModelError]:
        if not (self.holder or self.notices or self.usage_terms or self.license or self.extras):
            yield ModelError("Rights", "a holder, notices, usage terms or a license", None)
