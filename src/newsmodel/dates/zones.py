"""Offsets from UTC in digits (ISO 8601-1 §5.3.4, RFC 5322 §3.3)."""

from __future__ import annotations

from newsmodel.errors import DateError


def offset_minutes(text: str, source: str) -> int:
    """Read ``Z`` or ``±h``, ``±hh``, ``±hmm``, ``±hhmm``, with or without a colon, into minutes.

    `DateError` beyond ±14:00, where no zone lies (XML Schema 1.1, part 2, §3.3.7).
    """
    if text in "Zz":
        return 0
    digits = text[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    total = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or total > 14 * 60:
        raise DateError(f"an offset from -14:00 to +14:00 (not {text})", source)
    return total if text[0] == "+" else -total
