"""How hypothesis learns of the strategies: its entry point calls `register` as soon as hypothesis is imported.

So this module is light, and loads `newsmodel.strategies` only when a strategy is asked for. (Hypothesis may be imported by
that package itself, which is then not ready yet.)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def register() -> None:
    """Tell hypothesis which strategy makes which class of the model."""
    import attrs
    from hypothesis import strategies as st

    from newsmodel import model
    from newsmodel.dates.when import ReducedDate

    named: list[Any] = [getattr(model, name) for name in model.__all__]
    kinds: list[Any] = [ReducedDate, *(each for each in named if isinstance(each, type) and attrs.has(each))]
    for kind in kinds:
        st.register_type_strategy(kind, _strategy_for)


def _strategy_for(kind: type[Any]) -> SearchStrategy[Any]:
    found: SearchStrategy[Any] = import_module("newsmodel.strategies").strategy_for(kind)
    return found
