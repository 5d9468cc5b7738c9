"""Offsets from UTC in digits (ISO 8601-1 §5.3.4, RFC 5322 §3.3)."""

from __future__ import annotations

import re

from newsmodel.errors import DateError

_OFFSET = re.compile(r"([+−-])([0-9]{1,2})(?::?([0-9]{2}))?")


def offset_minutes(text: str, source: str) -> int:
    """Read ``Z`` or a signed offset; `DateError` beyond ±14:00, where no zone lies (XML Schema 1.1, part 2, §3.3.7)."""
    match = _OFFSET.fullmatch(text)
    if not match:
        return 0
    sign, hours, minutes = match[1], int(match[2]), int(match[3] or 0)
    total = hours * 60 + minutes
    if minutes > 59 or total > 14 * 60:
        raise DateError(f"an offset from -14:00 to +14:00 (not {text})", source)
    return total if sign == "+" else -total
