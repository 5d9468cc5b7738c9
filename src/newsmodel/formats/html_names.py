"""Names as pages give them: several in one string, with words around them, with the publisher after a title."""

from __future__ import annotations

import re

NAME = "html"
"""The name of the format."""

_ADDRESS = re.compile(r"(?:https?:)?//\S+", re.IGNORECASE)
_BEFORE = re.compile(
    r"""\s*(?:
        (?:(?:reported|written|posted|published|words|story|text|interview|analysis|opinion)\s+)?by\b
      | von\b | (?:ein|eine)\s+[\w-]+\s+von\b | (?:text|interview|protokoll)\s*:\s*(?:von\b)? | par\b | por\b | di\b | da\b | av\b | af\b | door\b
      | autor(?:ka|zy|es|en|in)?\s*: | authors?\s*: | auteurs?\s*: | автор(?:ы)?\s*: | текст\s*: | بقلم\b | كتب\b | الكاتب\s*: | (?:责任?编辑?|記者|记者|編集|文)\s*[：:/]
    )\s*:?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
"""What pages write before the names of authors."""


def begins_like_a_byline(said: str) -> bool:
    """Whether a text begins with what pages write before the names of authors."""
    return _BEFORE.match(said.lstrip("(（")) is not None


_BETWEEN = re.compile(
    r"\s*(?:[;|/、،•·]|\s(?:and|und|et|og|och|en|и|та|ja|ve|och|with|mit)\s|\s&\s|\s[-–—]\s|,\s*(?:and|und|et|og|y|e|and by)\s)\s*",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\s(?:e|y|i|a)\s", re.IGNORECASE)
"""What stands between two names, and inside many: "Ramón y Cajal"."""
_COMMA = re.compile(r"\s*[,，]\s*")
_AFTER = re.compile(r"\s+(?:is|&|in)\s*$|\s*\([^()]*\)\s*$|[\s,;:]+$|,\s+in\s.*$", re.IGNORECASE)
"""What is left after a name of the sentence that it began."""
_PLACE = re.compile(r",\s+in\s.*", re.IGNORECASE | re.DOTALL)
"""Where a byline goes on with a place or a section: "By A B, in Business"."""
_ROLES = frozenset(
    {
        "journalist", "journalistin", "redakteur", "redakteurin", "redaktor", "redaktorin", "reporter", "reporterin",
        "korrespondent", "korrespondentin", "volontär", "volontärin", "autor", "autorin", "nachrichtenagentur", "correspondent",
        "staff", "contributor", "columnist", "editor", "writer", "author", "artikel", "article",
        "redactor", "redactora", "periodista", "journaliste", "rédacteur", "rédactrice", "giornalista", "redattore",
        "journalister", "fotograf", "photographer", "editor-in-chief", "muhabir", "editör", "redaktör", "skribent",
        "freelancer", "agency", "agentur", "agence", "agencia", "update", "журналист", "корреспондент",
        "редактор", "автор",
    }
)  # fmt: skip
"""What people are called that is not their name, in small letters."""


def is_address(said: str) -> bool:
    """Whether a text is the address of a page."""
    return _ADDRESS.fullmatch(said) is not None


def names_in(said: str) -> list[str]:
    """Return the names that stand in one string: no addresses, no handles, no mail addresses, no numbers."""
    said = " ".join(said.split())
    if said[:1] in "(（" and said[-1:] in ")）":
        said = said[1:-1]
    if (before := _BEFORE.match(said)) is not None:
        said = said[before.end() :]
    if is_address(said):
        return []
    found = [name for part in _BETWEEN.split(_PLACE.sub("", said)) for name in _split_at_commas(part)]
    names = [_AFTER.sub("", name).strip() for name in found]
    return [name for at, name in enumerate(names) if _is_name(name) and not (at and _is_a_role(name))]


def _split_at_commas(said: str) -> list[str]:
    """Split "A B, C D"; "Brazil, Rachel" is one name, turned round."""
    parts = _COMMA.split(said)
    if len(parts) == 2 and all(part and " " not in part and part.istitle() for part in parts):
        return [f"{parts[1]} {parts[0]}"]
    return [name for part in parts for name in _split_at_short_words(part)]


def _split_at_short_words(said: str) -> list[str]:
    parts = _SHORT.split(said)
    return parts if len(parts) > 1 and all(len(part.split()) > 1 for part in parts) else [said]


def _is_a_role(said: str) -> bool:
    """Whether a part that stands after a name says what its bearer does."""
    words = said.casefold().split()
    return any(word in _ROLES for word in words) or (said[0].islower() and len(words) > 1)


def _is_name(said: str) -> bool:
    return (
        bool(said) and not is_address(said) and "@" not in said and any(letter.isalpha() for letter in said)
    )


_SEPARATOR = re.compile(r"\s+(?:[|·•»]|[-–—―]+|::|:)\s+|\s*--\s*|\s*[|｜]\s*|[：_]|\s:\s")
_LONGEST_TITLE = 1000
"""How long a title may be that is looked into."""
_LONG = 20
"""How many letters a title has that does not stand at the end of another by chance."""


_TOP = re.compile(r"\.[a-z]{2,8}$", re.IGNORECASE)
"""The end of the name of a host."""


def without_publisher(title: str, others: tuple[str, ...], publishers: tuple[str, ...]) -> str:
    """Return a title without the publisher's name after it.

    What stands after a separator goes if the rest is what another source (``others``) gives as the title, or ends with that,
    or if it is a name of the publisher.
    """
    cuts = list(_SEPARATOR.finditer(title)) if len(title) <= _LONGEST_TITLE else []
    if not cuts:
        return title
    plain = {folded(other) for other in others}
    known = {folded(name) for name in publishers if name}
    for cut in cuts:
        head, tail = folded(title[: cut.start()]), title[cut.end() :]
        if not head:
            continue
        if head in plain or any(len(other) > _LONG and head.endswith(other) for other in plain):
            return title[: cut.start()]
        if folded(tail) in known or _is_site(_TOP.sub("", tail), known):
            return title[: cut.start()]
    return title


def _is_site(tail: str, known: set[str]) -> bool:
    """Whether a tail is a publisher's name in longer or shorter form: "The Standard", "example.com"."""
    said = folded(tail)
    return (
        len(said) > 2
        and len(tail.split()) <= 4
        and any(said in name or name in said for name in known if len(name) > 2)
    )


_NO_LETTERS = re.compile(r"[\W_]+")


def folded(said: str) -> str:
    """Return the letters and digits of a text, in one case."""
    return _NO_LETTERS.sub("", said.casefold())
