"""Embargoes as XML formats say them: an element with the time that ends it, or with none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newsmodel.codec.context import Context
from newsmodel.codec.values import Pair
from newsmodel.dates.when import When
from newsmodel.errors import DateError
from newsmodel.losses import LossKind
from newsmodel.model import Embargo
from newsmodel.model.values import one_line
from newsmodel.syntax.xml import all_text, local_name


def embargo_until(text: str, read: Callable[[str, Context], When], context: Context) -> Embargo:
    """Read the end of an embargo. One that cannot be understood is an embargo all the same: the costliest thing to lose."""
    try:
        return Embargo(read(text, context) if text else None)
    except DateError as error:
        reason = f"an embargo whose end is not known: {error}"
        context.note_place(LossKind.REPAIRED, context.place, text, reason=reason)
        return Embargo()


def embargo_in_text(time: Any) -> Pair[Embargo]:
    """The codec of an element whose text is the end of an embargo, a ``time`` (a codec); empty where no end is known."""

    def read(element: Any, context: Context) -> Embargo:
        for key, value in element.items():
            context.note_place(LossKind.UNREAD, f"{context.place}/@{local_name(str(key))}", value)
        return embargo_until(one_line(all_text(element)), time.decode, context)

    def write(embargo: Embargo, context: Context, into: Any) -> None:
        if embargo.until is not None:
            context.enter("until")
            into.text = time.encode(embargo.until, context)
            context.leave()

    return Pair(read, write)
