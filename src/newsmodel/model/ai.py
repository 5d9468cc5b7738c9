"""How artificial intelligence had a part in the content. Experimental: the standards' own definition is under review."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from newsmodel.errors import ModelError
from newsmodel.model.concept import Concept
from newsmodel.model.constraints import Checked
from newsmodel.model.extras import Extra
from newsmodel.model.text import Text, maybe_text
from newsmodel.model.values import Line, LocalId, Several, maybe_line


@frozen
class AiSystem(Concept):
    """A system that makes content, a model for example: its ``version``, and its ``provider``. Experimental, as `AiInfo`."""

    version: Line | None = field(default=None, converter=maybe_line, kw_only=True)
    provider: Concept | None = field(default=None, kw_only=True)


@frozen(kw_only=True)
class AiInfo(Checked):
    """What an AI ``system`` was asked for (``prompt``), and by whom (``prompt_writer``). Experimental.

    It follows IPTC's change request CR00222 for NewsML-G2 2.36, which was under review in September 2026: names, places
    and shape may change with it.
    """

    id: LocalId | None = None
    system: AiSystem | None = None
    prompt: Text | None = field(default=None, converter=maybe_text)
    prompt_writer: Concept | None = None
    extras: tuple[Extra, ...] = field(default=(), converter=Several["Extra", ...], repr=False)

    def _contradictions(self) -> Iterator[ModelError]:
        if not (self.system or self.prompt or self.prompt_writer or self.extras):
            yield ModelError("AiInfo", "a system, a prompt or a writer of prompts", None)
