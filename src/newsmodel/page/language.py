"""Which language a text is in, from its script and its most frequent words; `None` where that does not settle it."""

from __future__ import annotations

import re
from collections import Counter

from newsmodel.page.fold import fold
from newsmodel.page.lexicon import LEXICONS

_SAMPLE = 4000  # characters looked at: enough for a page, and a bound for what is no page
_WORD = re.compile(r"[^\W\d_]+(?:[\u064b-\u0652\u0670]+[^\W\d_]*)*")
_SCRIPTS = (
    ("Arab", "\u0600", "\u06ff"),
    ("Cyrl", "\u0400", "\u052f"),
    ("Latn", "a", "\u024f"),
    ("Hebr", "\u0590", "\u05ff"),
    ("Grek", "\u0370", "\u03ff"),
    ("Hang", "\uac00", "\ud7a3"),
    ("Kana", "\u3040", "\u30ff"),
    ("Hans", "\u4e00", "\u9fff"),
    ("Armn", "\u0530", "\u058f"),
    ("Geor", "\u10a0", "\u10ff"),
)
_BY_SCRIPT = {
    "Hebr": "he",
    "Grek": "el",
    "Hang": "ko",
    "Kana": "ja",
    "Hans": "zh",
    "Armn": "hy",
    "Geor": "ka",
}
_LEXICON_SCRIPT = {"ar": "Arab", "ru": "Cyrl", "en": "Latn"}
_OTHER_LETTERS = {
    "Arab": re.compile("[پچژگیکٹڈڑےہںۆێەڵ]"),
    "Cyrl": re.compile("[іїєґўәғқңөұүһҳҷӯӣјљњћђџѓќѝ]", re.IGNORECASE),
}
_KANA = re.compile("[\u3041-\u30fa]")  # among Chinese characters: Japanese
_OTHER_SHARE = 0.02


def guess_language(text: str) -> str | None:
    """Return the BCP 47 tag of a text's language, or None where script and function words do not tell."""
    sample = text[:_SAMPLE]
    words = [fold(word) for word in _WORD.findall(sample)]
    scripts = Counter(script for word in words if (script := _script(word[:1])))
    if not scripts:
        return None
    script = "Kana" if _KANA.search(sample) else scripts.most_common(1)[0][0]
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script]
    return _by_function_words(words, script, sample)


def _script(letter: str) -> str | None:
    return next((name for name, low, high in _SCRIPTS if low <= letter <= high), None)


def _by_function_words(words: list[str], script: str, sample: str) -> str | None:
    """A neighbour in the same script (Persian, Ukrainian, German) has letters or function words of its own."""
    other = _OTHER_LETTERS.get(script)
    if other and len(other.findall(sample)) > _OTHER_SHARE * len(sample):
        return None
    counts = {
        tag: sum(word in lexicon.function_words for word in words)
        for tag, lexicon in LEXICONS.items()
        if _LEXICON_SCRIPT.get(tag) == script
    }
    best = max(counts, key=lambda tag: counts[tag], default=None)
    if best is None:
        return None
    few = len(words) < 12 and script != "Latn"  # a headline or a caption: the script has to do
    return best if few or counts[best] >= 0.06 * len(words) else None
