"""Names as pages give them: several in one string, with words around them, with the publisher after a title."""

from __future__ import annotations

import re

NAME = "html"
"""The name of the format."""

_ADDRESS = re.compile(r"(?:https?:)?//\S+", re.IGNORECASE)
_BEFORE = re.compile(
    r"\s*(?:by|von|par|por|di|da|av|af|door|автор(?:ы)?|текст|بقلم|كتب|reported by|written by)\b\s*:?\s+",
    re.IGNORECASE,
)
"""What pages write before the names of authors."""
_BETWEEN = re.compile(
    r"\s*(?:[;|/、،•]|\s(?:and|und|et|og|och|e|y|en|и|та|ja|ve|i|a)\s|\s&\s|,\s*(?:and|und|et|and by)\s)\s*",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*,\s*")


def is_address(said: str) -> bool:
    """Whether a text is the address of a page."""
    return _ADDRESS.fullmatch(said) is not None


def names_in(said: str) -> list[str]:
    """Return the names that stand in one string: no addresses, no handles, no mail addresses, no numbers."""
    said = _BEFORE.sub("", " ".join(said.split()), count=1) if _BEFORE.match(said) else " ".join(said.split())
    if is_address(said):
        return []
    names = [name for part in _BETWEEN.split(said) for name in _split_at_commas(part)]
    return [name for name in names if _is_name(name)]


def _split_at_commas(said: str) -> list[str]:
    """Split "A B, C D"; "Brazil, Rachel" is one name, turned round."""
    parts = _COMMA.split(said)
    if len(parts) == 2 and all(" " not in part for part in parts) and all(parts):
        return [f"{parts[1]} {parts[0]}"]
    return parts


def _is_name(said: str) -> bool:
    return (
        bool(said) and not is_address(said) and "@" not in said and any(letter.isalpha() for letter in said)
    )


_SEPARATOR = re.compile(r"\s+(?:[|·•»]|[-–—―]+|::)\s+|\s*--\s*|\s*\|\s*")


def without_publisher(title: str, others: tuple[str, ...], publishers: tuple[str, ...]) -> str:
    """Return a title without the publisher's name after it.

    What stands after a separator goes if the rest is what another source (``others``) gives as the title, or if it is a
    name of the publisher.
    """
    plain = {folded(other) for other in others}
    known = {folded(name) for name in publishers if name}
    for cut in _SEPARATOR.finditer(title):
        head, tail = title[: cut.start()], title[cut.end() :]
        if folded(head) in plain or folded(tail) in known or _is_site(tail, known):
            return head
    return title


def _is_site(tail: str, known: set[str]) -> bool:
    """Whether a tail is a publisher's name in longer or shorter form: "The Standard", "example.com"."""
    said = folded(tail)
    return (
        len(said) > 2
        and len(tail.split()) <= 4
        and any(said in name or name in said for name in known if len(name) > 2)
    )


def folded(said: str) -> str:
    """Return the letters and digits of a text, in one case."""
    return "".join(letter for letter in said.casefold() if letter.isalnum())
