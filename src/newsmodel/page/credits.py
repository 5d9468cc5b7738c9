"""Lines that say whose work a page is: publisher, source, photograph, author, translator, editor, contributors.

Strategy. A label is a word or two of the language's list at the start of a line, before a colon, or before a dash; labels that end like a
preposition ("Reporting by", «بقلم», «تصوير») may do without. A line in brackets may hold several, separated by ``;``. The value is the rest of
the line. Labels of English and of the page's language are known on every page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import Literal

from attrs import evolve, frozen

from newsmodel.page.fold import fold
from newsmodel.page.lexicon import LEXICONS, Lexicon, lexicon_for
from newsmodel.page.marks import Span, trimmed

Role = Literal["publisher", "source", "photo_credit", "author", "translator", "editor", "contributor"]

_LONGEST = 300
_MOST_WORDS = 12  # of a line that begins with a label without a colon
_COLON = re.compile(r"([^:：\n]{1,45})[:：]\s*|((?:Image|Media|Video) (?:source|caption)), ")
_WORD = re.compile(r"\S+")
_PIECE = re.compile(r"[^;؛]+")
_NAME = re.compile(r"(?:[^\W\d_]\.\s?)?[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDS = frozenset(".!?؟…")
_JOINED = re.compile(r"[^,،]+")
_CAPTION = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]$")
_CAPTION_WORDS = 3  # of a photograph's line before its brackets: more describe it
_PARTS = re.compile(r"(?<=[^\s.])[.;؛|/]?[ \u00a0]+(?=[^\W\d_][^:：\n.]{1,28}[:：])")
_STOPS = re.compile(r"[.;|][ \u00a0]+")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b)[ \u00a0]*", re.IGNORECASE)
_YEARS = re.compile(r"^\d{4}(?:[-–]\d{4})?,?[ \u00a0]+|,?[ \u00a0]+\d{4}(?:[-–]\d{4})?\.?$")
_AGENCIES = frozenset(
    (
        "Associated Press",
        "The Associated Press",
        "AP",
        "Reuters",
        "BBC",
        "AFP",
        "Press Association",
        "ТАСС",
        "BBC News",
    )
)
_BYLINE = 120
_HELPED = 160  # characters of a line about who helped


@frozen
class Credit:
    """An attribution line: its role, the label and the value in it (spans), and the line."""

    role: Role
    label: Span | None
    value: Span
    line: Span


@cache
def _known(own: Lexicon | None) -> tuple[Mapping[str, Role], frozenset[str]]:
    """The labels of a page, and those among them that may do without a colon."""
    english = LEXICONS["en"]
    labels = {**english.labels, **(own.labels if own else {})}
    return labels, english.bare_labels | (own.bare_labels if own else frozenset())  # type: ignore[return-value]  # roles by their names


def credits_in(text: str, piece: Span, language: str | None, *, line: Span) -> list[Credit]:
    """Read the attributions of a line or a piece of one; none where it does not begin with a label."""
    if piece[1] - piece[0] > _LONGEST:
        return []
    if text[piece[0]] in "([" and text[piece[1] - 1] in ")]":
        inside = (piece[0] + 1, piece[1] - 1)
        inner = (trimmed(text, one.span()) for one in _PIECE.finditer(text, *inside))
        return [credit for one in inner if (credit := _credit(text, one, language, line))]
    parts = _parts(text, piece, language)
    found = [credit for part in parts if (credit := _credit(text, part, language, line))]
    if found and len(parts) > 1 and found[0].value[0] >= parts[1][0]:  # "Jane Roe in Rome. Photographs by …"
        found = [*unlabelled_byline(text, parts[0], language, by_date=True), *found]
    if not found:
        found = _rights(text, piece, line) or _helped(text, piece, language, line)
    return [one for credit in found for one in _authors(text, credit, language)]


def _parts(text: str, piece: Span, language: str | None) -> list[Span]:
    """«Текст: X. Фото: Y»: cut before every further label."""
    labels, _ = _known(lexicon_for(language))
    starts = [piece[0]]
    ends = []
    for cut in _PARTS.finditer(text, *piece):
        label = text[cut.end() : piece[1]].replace("：", ":").partition(":")[0]
        if fold(label.strip()) in labels:
            ends.append(cut.start())
            starts.append(cut.end())
    if len(starts) == 1:
        _, bare = _known(lexicon_for(language))
        for cut in _STOPS.finditer(text, *piece):
            if any(fold(label) in bare for label in _openings(text[cut.end() : piece[1]])):
                return [(piece[0], cut.start()), (cut.end(), piece[1])]
    return list(zip(starts, [*ends, piece[1]], strict=True))


def _openings(text: str) -> list[str]:
    """The first two and three words of a text."""
    words = text.split(maxsplit=3)
    return [" ".join(words[:size]) for size in (2, 3)]


def _rights(text: str, piece: Span, line: Span) -> list[Credit]:
    """Whoever holds the rights is the publisher: "© 2024 The Review"."""
    sign = _RIGHTS.match(text, *piece)
    if sign is None:
        return []
    start, end = sign.end(), piece[1]
    if first := _YEARS.match(text[start:end]):
        start += first.end()
    if last := _YEARS.search(text[start:end]):
        end = start + last.start()
    return (
        [Credit("publisher", None, (start, end), line)]
        if start < end and any(map(str.isalpha, text[start:end]))
        else []
    )


def _helped(text: str, piece: Span, language: str | None, line: Span) -> list[Credit]:
    """The names before "… contributed to this report"."""
    lexicon = lexicon_for(language)
    if lexicon is None or piece[1] - piece[0] > _HELPED:
        return []
    folded = text[slice(*piece)].lower().rstrip(". ")
    phrase = next((one for one in lexicon.contributed if folded.endswith(one)), None)
    if phrase is None or len(folded) == len(phrase):
        return []
    return [
        Credit("contributor", None, trimmed(text, (piece[0], piece[0] + len(folded) - len(phrase))), line)
    ]


def _authors(text: str, credit: Credit, language: str | None) -> list[Credit]:
    """The authors one by one, where all that is joined are names."""
    if credit.role != "author":
        return [credit]
    lexicon = lexicon_for(language)
    value = _before_title(text, credit.value, lexicon) if lexicon else credit.value
    names = names_in(text, value, language)
    return [evolve(credit, value=name) for name in names] if names else [credit]


def names_in(text: str, span: Span, language: str | None) -> list[Span]:
    """Names with commas or "and" between them; nothing where one of the pieces is no name."""
    lexicon = lexicon_for(language)
    if lexicon is None or span[1] - span[0] > _LONGEST:
        return []
    pieces: list[Span] = []
    for piece in _JOINED.finditer(text, *span):
        start = end = -1
        for word in [match.span() for match in _WORD.finditer(text, *piece.span())]:
            if fold(text[slice(*word)]) in lexicon.joiners:
                pieces += [(start, end)] if start >= 0 else []
                start = -1
            else:
                start, end = (word[0] if start < 0 else start), word[1]
        pieces += [(start, end)] if start >= 0 else []
    titles = [one for one in pieces[1:] if _is_title(text[slice(*one)], lexicon)]
    pieces = [one for one in pieces if one not in titles]
    return pieces if pieces and all(_is_name(text[slice(*one)], lexicon) for one in pieces) else []


def _is_title(piece: str, lexicon: Lexicon) -> bool:
    """«…, корреспондент», "…, Health Editor", "…, BBC News"."""
    words = [fold(word) for word in piece.split()]
    if piece[:1] in ("«", '"', "“"):
        return True
    return bool(words) and (
        (piece[0].islower() and words[0] in lexicon.roles)
        or words[-1] in lexicon.roles
        or piece.split()[0] in _AGENCIES
    )


def _before_title(text: str, span: Span, lexicon: Lexicon) -> Span:
    """A name without the title or the agency right after it: "Jane Roe Political editor", "Jane Roe, Associated Press"."""
    words = [match.span() for match in _WORD.finditer(text, *span)]
    if not lexicon.cased or not 4 <= len(words) <= 6 or "," in text[span[0] : words[1][1]]:
        return span
    last = fold(text[slice(*words[-1])])
    agency = text[words[2][0] : words[-1][1]] in _AGENCIES
    return (span[0], words[1][1]) if agency or last in lexicon.roles else span


def _is_name(name: str, lexicon: Lexicon) -> bool:
    """Two to four words that may be a name: with capitals where there are any."""
    words = name.split()
    if not 2 <= len(words) <= 4 or any(fold(word) in lexicon.organisations for word in words):
        return False
    if not lexicon.cased:
        return all(word.isalpha() for word in words)
    small = lexicon.particles
    return (
        all((_NAME.fullmatch(word.rstrip(".")) and word[0].isupper()) or word in small for word in words)
        and words[-1][0].isupper()
    )


def _credit(text: str, piece: Span, language: str | None, line: Span) -> Credit | None:
    return _with_colon(text, piece, language, line) or _without_colon(text, piece, language, line)


def _with_colon(text: str, piece: Span, language: str | None, line: Span) -> Credit | None:
    match = _COLON.match(text, *piece)
    if not match or match.end() >= piece[1]:
        return None
    labels, _ = _known(lexicon_for(language))
    role = labels.get(fold((match[1] or match[2]).strip()))
    if role is None:
        return None
    value = match.end(), piece[1]
    caption = _CAPTION.search(text[slice(*value)]) if role == "photo_credit" else None
    if caption and len(text[value[0] : value[0] + caption.start()].split()) > _CAPTION_WORDS:
        value = value[0] + caption.start(1), value[0] + caption.end(1)
    return Credit(role, trimmed(text, match.span(1 if match[1] else 2)), trimmed(text, value), line)


def _without_colon(text: str, piece: Span, language: str | None, line: Span) -> Credit | None:
    """Read a label that cannot stand alone, and a name: "Reporting by Jane Roe in Rome"."""
    words = [match.span() for match in islice(_WORD.finditer(text, *piece), _MOST_WORDS + 1)]
    if text[piece[1] - 1] in _ENDS or not 2 <= len(words) <= _MOST_WORDS:
        return None
    labels, bare = _known(lexicon_for(language))
    for size in range(min(3, len(words) - 1), 0, -1):
        label = fold(text[words[0][0] : words[size - 1][1]])
        first = text[words[size][0]]
        if label in bare and label in labels and not first.islower() and not first.isdigit():
            value = _value(text, (words[size][0], piece[1]), language)
            return Credit(labels[label], (words[0][0], words[size - 1][1]), value, line)
    return None


def _value(text: str, span: Span, language: str | None) -> Span:
    """The names, without the service that they work for."""
    lexicon = lexicon_for(language)
    service = lexicon.service if lexicon else frozenset()
    words = [match.span() for match in _WORD.finditer(text, *span)]
    end = next(
        (words[at - 1][1] for at in range(1, len(words)) if fold(text[slice(*words[at])]) in service), span[1]
    )
    return span[0], end


def names_at_end(text: str, span: Span, language: str | None) -> list[Credit]:
    """A last line of nothing but names whose given names are known: the authors."""
    lexicon = lexicon_for(language)
    if lexicon is None or not lexicon.cased or span[1] - span[0] > _BYLINE:
        return []
    names = names_in(text, span, language)
    known = all(fold(text[slice(*name)].split()[0]) in lexicon.given for name in names)
    return [Credit("author", None, name, span) for name in names] if known else []


def unlabelled_byline(text: str, span: Span, language: str | None, *, by_date: bool) -> list[Credit]:
    """A line of nothing but names, or a name and a place: its authors.

    Beside a date line any words with capitals may be a name; elsewhere its given name must be known.
    """
    lexicon = lexicon_for(language)
    if lexicon is None or span[1] - span[0] > _BYLINE:
        return []
    if not lexicon.cased:
        words = [fold(word) for word in text[slice(*span)].split()]
        named = (
            by_date and 2 <= len(words) <= 3 and words[0] in lexicon.given and all(map(str.isalpha, words))
        )
        clean = not any(
            word in lexicon.verbs or word in lexicon.stops or word in lexicon.roles for word in words
        )
        return [Credit("author", None, span, span)] if named and clean else []
    names = names_in(text, _before_title(text, _before_place(text, span, lexicon), lexicon), language)
    known = [fold(text[slice(*name)].split()[0]) in lexicon.given for name in names]
    plain = not any(_is_noun(word, lexicon) for name in names for word in text[slice(*name)].split())
    if not names or not (any(known) or (by_date and plain)):
        return []
    return [Credit("author", None, name, span) for name in names]


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is no part of a name: an acronym, a noun, a place."""
    folded = fold(word)
    nouns = (
        lexicon.organisations,
        lexicon.roles,
        lexicon.groups,
        lexicon.documents,
        lexicon.named,
        lexicon.places,
        lexicon.stops,
    )
    return (word.isupper() and len(word) < 5) or any(folded in some for some in nouns)


def _before_place(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Without the place: "Jane Roe in Rome"."""
    words = [match.span() for match in _WORD.finditer(text, *span)]
    for at in range(2, len(words) - 1):
        if text[slice(*words[at])] in lexicon.at_places:
            return span[0], words[at - 1][1]
    return span
