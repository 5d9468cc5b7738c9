"""Which old encoding bytes are in that are no UTF-8, judged by the letters that they would be."""

from __future__ import annotations

import re
from collections.abc import Iterable

_RUN = re.compile(rb"[\x80-\xff]+")
_LANGUAGE = re.compile(rb"(?:lang|FormalName|tag)\s*=\s*[\"']([A-Za-z]{2})(?=[-_\"'])")
_SAMPLE = 4000

_COMMON = {
    **dict.fromkeys(("cp1251", "koi8_u", "iso8859_5"), "оеаинтсрвлкмдпуяыьгзбчйхжії"),
    **dict.fromkeys(("cp1256", "iso8859_6"), "اليمنورتبةعدسفهكقحأشجصىط"),
    "cp1253": "αοιετσνηυρπκμλςγδωθφχίόάέήύώ",
    "cp1255": "אבגדהוזחטילמנםןסעפצקרשתכ",
}
"""The commonest letters of a script, in the encodings that it had."""

_LATIN = {
    "tr": "cp1254", "az": "cp1254",
    **dict.fromkeys(("pl", "cs", "sk", "hu", "ro", "hr", "sl", "bs", "sq"), "cp1250"),
    **dict.fromkeys(("lt", "lv", "et"), "cp1257"),
}  # fmt: skip
"""Where Latin letters are not those of cp1252: nothing but the language tells."""

_SURE = 0.6
_MARKS = frozenset("«»“”„‘’–—…№•€£§°·\u00a0\u00ad©®™¿¡´`")


def guess_encoding(data: bytes) -> str | None:
    """Return the name of the codec, or ``None`` where nothing makes sense."""
    runs = _sample(data)
    if not runs:
        return None
    if other := other_script(data):
        return other
    said = _LANGUAGE.search(data)
    latin = _LATIN.get(said[1].decode().lower(), "cp1252") if said else "cp1252"
    try:
        letters = b"".join(runs).decode(latin)
    except UnicodeDecodeError:
        return None
    good = sum(char.isalpha() or char in _MARKS for char in letters)
    return latin if good >= _SURE * len(letters) else None


def other_script(data: bytes, at_least: int = 1) -> str | None:
    """Return the codec of a script other than Latin, or ``None`` where bytes do not look like one, or are fewer than ``at_least``.

    Letters of other scripts come by the word, accented ones one by one.
    """
    runs = _sample(data)
    count = sum(map(len, runs))
    if count < max(at_least, 2.5 * len(runs)):
        return None
    best = max(_COMMON, key=lambda codec: _score(codec, runs))
    return best if _score(best, runs) >= _SURE else None


def _score(codec: str, runs: Iterable[bytes]) -> float:
    """How much of a sample is letters that are common in the codec's script: 1 at most."""
    text = b"".join(runs).decode(codec, "replace")
    letters = [char for char in text if char not in _MARKS]
    if not letters:
        return 0.0
    good = sum(char in _COMMON[codec] for char in letters)
    bad = sum(not char.isalpha() for char in letters)
    return (good - bad) / len(letters)


def _sample(data: bytes) -> list[bytes]:
    runs: list[bytes] = []
    for match in _RUN.finditer(data):
        runs.append(match[0][:100])
        if len(runs) == _SAMPLE:
            break
    return runs
