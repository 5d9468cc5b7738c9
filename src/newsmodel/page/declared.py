"""A language that a page declares, checked against its text: templates say ``en`` over Swahili and Zulu."""

from __future__ import annotations

import re
from collections import Counter

from newsmodel.page.profiles import PROFILES

_SAMPLE = 3000
_LEAST = 30
"""How many words a text must have before it can speak against a declaration."""
_ENOUGH = 0.12
"""How much of a text small words make up in its own language, at the least."""
_MORE = 2.5
"""How many times more a text must say for another language than for the one that is declared."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_SAME = {"no": "nb", "sh": "hr", "iw": "he", "in": "id", "fil": "tl"}
"""Tags that mean what another one does."""
_SCRIPTS = {
    "he": "\u05d0-\u05ea", "el": "\u0370-\u03ff", "ko": "\uac00-\ud7a3", "ja": "\u3041-\u30fa", "zh": "\u4e00-\u9fff", "hy": "\u0531-\u0587",
    "ka": "\u10d0-\u10ff", "th": "\u0e01-\u0e5b", "bn": "\u0985-\u09f4", "ta": "\u0b85-\u0bf2", "te": "\u0c05-\u0c6f", "gu": "\u0a85-\u0af1",
    "pa": "\u0a05-\u0a74", "kn": "\u0c85-\u0cf2", "ml": "\u0d05-\u0d7f", "si": "\u0d85-\u0df4", "km": "\u1780-\u17ff", "lo": "\u0e81-\u0edf",
    "my": "\u1000-\u109f", "am": "\u1200-\u137f", "bo": "\u0f00-\u0fff",
}  # fmt: skip
"""Scripts that are one language's, or nearly."""
_OF_SCRIPT = {tag: re.compile(f"[{letters}]") for tag, letters in _SCRIPTS.items()}
_SHARE = 0.2
_KANA = 0.05


def language_of(text: str, declared: str | None) -> str | None:
    """Return the language of a text: the declared one, unless the text is clearly in another; None where nothing tells."""
    sample = text[:_SAMPLE]
    own = _plain(declared)
    if (other := _by_script(sample)) is not None:
        return declared if own in (other, *_KIN.get(other, ())) else other
    words = [word.casefold() for word in _WORD.findall(sample)]
    if len(words) < _LEAST:
        return declared
    said = Counter(words)
    share_of_own = _share(said, own)
    if declared is not None and (share_of_own >= _ENOUGH or own not in PROFILES):
        return declared
    shares = {tag: _share(said, tag) for tag in PROFILES}
    best = max(shares, key=lambda tag: shares[tag])
    if shares[best] < _ENOUGH and own not in _NGUNI and (found := _nguni(words)) is not None:
        return found
    if declared is None:
        rest = max(share for tag, share in shares.items() if tag not in (best, *_KIN.get(best, ())))
        return best if shares[best] >= _ENOUGH / 2 and shares[best] > rest * 1.3 else None
    if shares[best] < _ENOUGH or best in (own, *_KIN.get(own or "", ())):
        return declared
    return best if shares[best] > _MORE * share_of_own else declared


def _share(said: Counter[str], tag: str | None) -> float:
    """Return how much of a text the small words of a language make up."""
    profile = PROFILES.get(tag or "", frozenset[str]())
    return sum(count for word, count in said.items() if word in profile) / said.total()


_NGUNI = ("zu", "xh", "ss", "nr")
_JOINED = re.compile(
    r"(?:uku|nge|nga|kwe|kwa|ku|ama|aba|isi|iz|imi|ii|um|no|na|ye|ya|lo|lw|ez|el|ba|be|le|la|si|se|se|wa|we|zi)"
)
"""How words of the Nguni languages begin: what others say in small words is joined to the next one there."""
_DOUBLED = re.compile(r"\b(?:ii|oo)[^\W\d_]")
"""How Xhosa begins some plurals, and Zulu no word."""


def _nguni(words: list[str]) -> str | None:
    """Return Zulu or Xhosa for a text whose words look like theirs: long, with a vowel at the end and their beginnings."""
    count = len(words)
    vowels = sum(word[-1] in "aeiou" for word in words)
    joined = sum(_JOINED.match(word) is not None for word in words)
    if vowels < 0.8 * count or joined < 0.35 * count or sum(map(len, words)) < 6 * count:
        return None
    said = Counter(words)
    xhosa = len(_DOUBLED.findall(" ".join(words))) / count + _share(said, "xh")
    return "xh" if xhosa > _share(said, "zu") else "zu"


_KIN = {
    "zh": ("ja", "yue", "wuu"), "nb": ("nn", "da"), "nn": ("nb",), "da": ("nb",), "hr": ("bs", "sr", "sl"), "bs": ("hr", "sr"),
    "sr": ("bs", "hr"), "id": ("ms", "jv"), "ms": ("id",), "cs": ("sk",), "sk": ("cs",), "zu": ("xh", "ss", "nr"), "xh": ("zu", "nr"),
    "st": ("tn", "nso"), "tn": ("st", "nso"), "nso": ("st", "tn"), "gl": ("pt", "es"), "ca": ("oc", "va"), "ar": ("arz",),
    "ru": ("uk", "be"), "bg": ("mk",), "mk": ("bg",), "am": ("ti",), "bn": ("as",), "he": ("yi",), "ckb": ("ku",), "tr": ("az",), "hi": ("bho", "mai"),
}  # fmt: skip
"""Languages too near to each other for small words to tell them apart against a declaration."""


def _plain(tag: str | None) -> str | None:
    if tag is None:
        return None
    first = tag.split("-")[0].lower()
    return _SAME.get(first, first)


def _by_script(sample: str) -> str | None:
    letters = sum(letter.isalpha() for letter in sample)
    if letters < _LEAST:
        return None
    if len(_OF_SCRIPT["ja"].findall(sample)) > _KANA * letters:
        return "ja"
    return next(
        (
            tag
            for tag, script in _OF_SCRIPT.items()
            if tag != "ja" and len(script.findall(sample)) > _SHARE * letters
        ),
        None,
    )
