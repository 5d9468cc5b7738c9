"""What `quotes_score.py` calls: a function of text and language that answers in plain dicts."""

from __future__ import annotations

from typing import Any

from newsmodel.page import find_quotes


def quotes(text: str, lang: str) -> list[dict[str, Any]]:
    found = find_quotes(text, language=lang)
    rows = []
    for quote in found.quotes:
        said = quote.speaker or (text[slice(*quote.speaker_text)] if quote.speaker_text else None)
        rows.append({"start": quote.start, "end": quote.end, "speaker": said})
    return rows
